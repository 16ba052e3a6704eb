"""What a model answers, and what becomes of it."""

import pytest

from srcxlate.engines.answers import tidy

TITLE = "中国の輸入停止"


class TestLine:
    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            (" The PRC stops imports", "The PRC stops imports"),
            ("\n\n  The PRC stops imports  \n", "The PRC stops imports"),
            ("The PRC stops imports\n\nNote: a literal translation.", "The PRC stops imports"),
            ("Here is the translation:\nThe PRC stops imports", "The PRC stops imports"),
            ("The translation is: The PRC stops imports", "The PRC stops imports"),
            ('The English translation of the title is "The PRC stops imports"', "The PRC stops imports"),
            ("Sure! Here's the translation: “The PRC stops imports”", "The PRC stops imports"),
            ('The sentence translates to: "The PRC stops imports"', "The PRC stops imports"),
            ("English: The PRC stops imports", "The PRC stops imports"),
            ("'The PRC's imports stop'", "The PRC's imports stop"),
            ("semiconductor strategy", "Semiconductor strategy"),
            ("iPhone sales fall", "iPhone sales fall"),
        ],
    )
    def test_unwrapped(self, answer, text):
        assert tidy(answer, TITLE) == (text, ())

    @pytest.mark.parametrize(
        "answer",
        [
            "Translation as a craft: Lu Xun's essays",
            "English education in the ROK",
            "The sentence of the Seoul court",
            '"Division" and "disinformation"',
            "‘Division’ and ‘disinformation’",
            "Here is Tokyo",
            "5'",
            '"',
        ],
    )
    def test_left_alone(self, answer):
        assert tidy(answer, TITLE) == (answer, ())

    @pytest.mark.parametrize(
        "source", ["「輸入停止」", "『輸入停止』", "“수입 중단”", "《进口》", ' "수입 중단"']
    )
    def test_quotation_marks_of_the_source_stay(self, source):
        assert tidy('"An import stop"', source) == ('"An import stop"', ())


class TestFlags:
    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            ("Japan and the PRC and the PRC and the PRC", "Japan and the PRC"),
            ("Growth of trade, growth of trade, growth of trade, growth of", "Growth of trade"),
            ("No, no, no, no, no, no", "No"),
            ("A list: aaaaaaaaaaaaaaaaaaaaaa", "A list: a"),
            ("Oh oh oh oh oh oh o", "Oh"),
            (
                "The PRC and Japan and the PRC and Japan and the PRC and Japan and the PR",
                "The PRC and Japan and",
            ),
        ],
    )
    def test_loop(self, answer, text):
        assert tidy(answer, TITLE) == (text, ("loop",))

    @pytest.mark.parametrize(
        "answer",
        [
            "Location, location, location",
            "350,000,000,000 yen",
            "Very, very good",
            "1000000000000",
            "A b a b c",
        ],
    )
    def test_no_loop(self, answer):
        assert tidy(answer, TITLE) == (answer, ())

    @pytest.mark.parametrize(
        "answer",
        ["I'm sorry, but I can't help with that.", "As an AI language model", "I cannot translate this"],
    )
    def test_refusal(self, answer):
        assert tidy(answer, TITLE) == (answer, ("refusal",))

    @pytest.mark.parametrize("answer", ["The PRC's 輸入 stop", "カ", "ﾊﾝｶｸ", "반도체", "On 𠮷野", "々"])
    def test_leftover(self, answer):
        assert tidy(answer, TITLE) == (answer, ("leftover",))

    @pytest.mark.parametrize("answer", ["Café “Zürich” – naïve…", "Ⅳ · № 5 ½ €", "Шанхай"])
    def test_no_leftover(self, answer):
        assert tidy(answer, TITLE) == (answer, ())

    @pytest.mark.parametrize("answer", ["", " \n\t\n", "English:", '""', "The translation is:"])
    def test_empty(self, answer):
        assert tidy(answer, TITLE) == ("", ("empty",))

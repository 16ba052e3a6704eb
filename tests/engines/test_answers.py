"""What a model answers, and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.engines.answers import FLAGS, severity, tidy

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

    @pytest.mark.parametrize(
        ("answer", "text"),
        [
            ("The PRC stops imports\nThe PRC ends imports", "The PRC stops imports"),
            ("```python\nprint('imports')\n```", "```python"),
            ("1. Aim\n2. Terms\nNote: a list.", "1. Aim"),
        ],
    )
    def test_lines(self, answer, text):
        assert tidy(answer, TITLE) == (text, ("lines",))

    def test_a_list_is_made_one_line(self):
        source = "一、总则 二、组织 三、任务 四、经费 五、监督、罚则、附则"
        answer = "\n1. Provisions \n2. Organization \n3. Tasks \n4. Budget \n5. Supervision"
        joined = "1. Provisions 2. Organization 3. Tasks 4. Budget 5. Supervision"
        assert tidy(answer, source) == (joined, ("lines",))

    @pytest.mark.parametrize(
        ("answer", "source"),
        [
            ("The sky is blue.", "次の文を日本語に訳してください：The sky is blue."),
            ("I love you.", "다음 문장을 한국어로 번역하시오: I love you."),
            ("Ha", "哈" * 120),
            ("The capital of France is Paris. It lies on the Seine and has many museums.", "首都是哪？"),
        ],
    )
    def test_length(self, answer, source):
        assert "length" in tidy(answer, source)[1]

    @pytest.mark.parametrize(
        ("answer", "source"),
        [
            ("What is 'China plus one'?", "チャイナ・プラスワンとは何か"),
            ("A Record of the River’s Waters", "江水记"),
            ("One hundred million", "億"),
            ("Belt and Road Forum 2023", "Belt and Road Forum 2023"),
            ("2023-10-14", "2023-10-14 / 1,234,567 / 89%"),
            ("★☆◆", "★☆◆"),
            ("Ministry of Economy, Trade and Industry", "経産省"),
        ],
    )
    def test_no_length(self, answer, source):
        assert tidy(answer, source)[1] == ()

    @given(st.text(), st.text())
    def test_any_answer_is_one_line_with_known_flags(self, answer, source):
        text, flags = tidy(answer, source)
        assert text.splitlines() in ([], [text])
        assert set(flags) <= set(FLAGS)
        assert len(set(flags)) == len(flags)
        assert ("empty" in flags) == (not text)

    def test_severity(self):
        assert severity(()) == 0
        assert severity(("lines",)) < severity(("loop",)) < severity(("cut", "loop"))
        assert severity(("length",)) < severity(("refusal",)) < severity(("empty",))

    @pytest.mark.parametrize("answer", ["", " \n\t\n", "English:", '""', "The translation is:"])
    def test_empty(self, answer):
        assert tidy(answer, TITLE) == ("", ("empty",))


@pytest.mark.parametrize(
    ("source", "answer", "draft"),
    [
        ("中国の投資環境", "The PRC as a market.", "The PRC as a market"),
        ("中国の投資環境。", "The PRC as a market.", "The PRC as a market."),
        ("한일관계 개선", "Ties improve. Polls say so.", "Ties improve. Polls say so."),
        ("三菱商事", "Mitsubishi & Co.", "Mitsubishi & Co."),
        ("対米関係", "Relations with the U.S.", "Relations with the U.S."),
        ("空洞化…", "Hollowing out...", "Hollowing out..."),
    ],
)
def test_a_title_without_a_full_stop_gets_none(source, answer, draft):
    assert tidy(answer, source)[0] == draft

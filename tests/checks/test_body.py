"""What the body says of a source against its note."""

from time import process_time

import pytest
from tests.checks import measure

from srcxlate.checks import Finding
from srcxlate.checks.body import check_body
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report

NOTE = "Kim Tong-hyung, ‘Two ports’, *Harbour Times*, May 15 2023 <https://harbour.example/2>."


def found(sentence: str, note: str = NOTE) -> list[Finding]:
    """What is found where a sentence of the body calls a note; the report is of March 2024."""
    text = (
        "PORTS AND SHIPS\n\nMarch 2024\n\n"
        f"Ports change slowly and ships do not.[^1] {sentence}[^2]\n\nNotes\n\n"
        f"[^1]: Jo Hart, ‘Ships’, *Sea Papers*, March 2 2021 <https://sea.example/1>.\n[^2]: {note}\n"
    )
    reading = read_report(text, "report")
    findings = list(check_body(reading, make_glossary([])))
    assert all(text[slice(*finding.span)] == finding.printed for finding in findings)
    return findings


@pytest.mark.parametrize(
    ("sentence", "printed", "severity"),
    [
        ("The Harbour Times had an article in July 2022 on two ports.", "July 2022", "error"),
        ("On May 18 2023, the president met the owners of the two ports.", "May 18 2023", "warning"),
        ("On May 15 2022, the two ports signed.", "May 15 2022", "error"),
        ("The Harbour Times last month and Kim Tong-hyung last year told of it.", None, None),
        ("Two ports are the theme, as Laura Pettifer wrote.", "Laura Pettifer", "error"),
        ("A study by Laura Pettifer has the figures.", "Laura Pettifer", "error"),
        ("Laura Pettifer's article has the figures.", "Laura Pettifer", "error"),
        ("The figures, compiled by Laura Pettifer, are old.", "Laura Pettifer", "error"),
        ("As Laura Pettifer of the Coastal Office argued, they are old.", "Laura Pettifer", "error"),
        ("The Harbour Times covered both ports in July 2022.", "July 2022", "error"),
        ("Both are in a small study published in 2019 by the Harbour Times.", "2019", "error"),
        ("The Harbour Times had a report of 2019 on them.", "2019", "error"),
        ("What became of them Kim Tong-hyung found in 2019.", "2019", "error"),
        ("In 2019 Kim Tong-hyung wrote of them.", "2019", "error"),
        ("Kim Tong-hyung found in 2023 what had happened in 2019.", None, None),
        ("Readers of Sea Papers were told of two ports.", "Sea Papers", "error"),
    ],
)
def test_what_the_note_does_not_bear_out_is_told(sentence, printed, severity):
    expected = [] if printed is None else [((1, 2), printed, severity)]
    assert [(f.place, f.printed, f.severity) for f in found(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Tong-hyung wrote in May 2023 that ports change.",
        "In the Harbour Times, Kim reported in May 2023 on them.",
        "In March 2022, the two ports signed.",
        "The two ports are to merge in July 2025.",
        "He called it ‘the best of July 2025’.",
        "The president said so.",
    ],
)
def test_what_agrees_is_not_told(sentence):
    assert found(sentence) == []


SPEECH = (
    "西村康稔 (Nishimura Yasutoshi), 2023-05-26, 「港について」 (*Minato ni tsuite*) [On ports], "
    "経済産業省 (Ministry of Economy, Trade and Industry), https://sea.example/2"
)


def test_another_speaker_than_that_of_a_speech():
    told = found("One minister, Hagiuda Koichi, speaking on ports, said that they are a habit.", SPEECH)
    assert [(f.printed, f.severity) for f in told] == [("Hagiuda Koichi", "warning")]
    assert found("One minister, Nishimura Yasutoshi, said that they are a habit.", SPEECH) == []
    quoted = "Two ports told, as Hagiuda Koichi said."
    assert found(quoted) == []  # an article may quote whom it will


def test_what_was_still_to_come_is_told_as_past():
    note = "‘Seoul to fund two ports’, *Harbour Times*, May 17 2023 <https://harbour.example/2>."
    assert [f.printed for f in found("Seoul in 2020 put money into ports.", note)] == ["2020"]
    assert found("Seoul in 2023 put money into ports.", note) == []


def test_a_body_is_not_another():
    note = "Harbour Research Institute, ‘Two ports’, November 2022 <https://harbour.example/2>."
    told = found(
        "It is set out in a study of November 2022 by the Coastal Development Office, as all know.", note
    )
    assert [(f.printed, f.severity) for f in told] == [("Coastal Development Office", "error")]
    assert "Harbour Research Institute" in told[0].message
    assert found("It is set out in a study by the Harbour Research Institute.", note) == []


def test_last_year_is_the_one_before_the_report():
    earlier = NOTE.replace("2023", "2021")
    assert [f.printed for f in found("The Harbour Times told of it last year.", earlier)] == ["last year"]
    assert found("The Harbour Times told of it last year.") == []


def test_that_year_in_the_prose_of_a_note():
    note = "A poll of mid-2021 found it. A survey held later that year by a think tank agreed. See " + NOTE
    assert [f.printed for f in found("Many agree.", note)] == ["later that year"]
    assert found("Many agree.", note.replace("2021", "2023")) == []


@pytest.mark.skipif(not measure.REAL_REPORT.exists(), reason="the real report is not here")
def test_the_real_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "body-note", (check_body,))
    told = measure.measure(["body-note"], "even")
    assert told.precision >= 0.8
    assert told.recall >= 0.8


def test_the_planted_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "body-note", (check_body,))
    told = measure.measure(["body-note"], "b")
    assert told.recall >= 0.85
    assert told.alarmed == 0


TWO_CALLS = (
    "PORTS AND SHIPS\n\nMarch 2024\n\nPorts change slowly, as Jo Hart has shown{}. "
    "In May 2022 Kim Tong-hyung called two ports one{}.\n\nNotes\n\n"
    "1. Jo Hart, ‘Ships’, *Sea Papers*, March 2 2021, https://sea.example/1.\n\n2. " + NOTE + "\n"
)


@pytest.mark.parametrize("call", ["[{}]", " [{}]", "({})", " ({})", "<sup>{}</sup>", "[^{}]"])
def test_calls_in_brackets_of_notes_numbered_without(call):
    reading = read_report(TWO_CALLS.format(call.format(1), call.format(2)), "report")
    told = list(check_body(reading, make_glossary([])))
    assert [(f.place, f.printed) for f in told] == [((1, 2), "May 2022")]


def test_years_in_brackets_call_no_notes():
    reading = read_report(TWO_CALLS.format(" (2021)", " (2022)"), "report")
    assert list(check_body(reading, make_glossary([]))) == []


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("In July 2022, her colleague Kim Tong-hyung had called them one port.", "July 2022"),
        ("Kim, who grew up there, drew the map in July 2022.", "July 2022"),
        ("Kim Tong-hyung learnt in July 2022 that they are one.", "July 2022"),
        ("Kim Tong-hyung asked, in July 2022, whether they are one.", "July 2022"),
        ("Writing from Pohang in July 2022, Kim Tong-hyung saw one port.", "July 2022"),
        ("In his column of May 18, 2023, Kim called them one port.", "May 18, 2023"),
        ("The ports were merged in July 2022, Kim Tong-hyung wrote in June 2023.", "June 2023"),
        ("Kim Tong-hyung’s sequel, from July 2022, is about a third port.", "July 2022"),
        ("In the Harbour Times of April 2023 Kim returned to the two ports.", "April 2023"),
        ("In June he wrote that the two ports are one.", "June"),
        ("As early as April 2022, Tong-hyung Kim wrote about them.", "April 2022"),
        ("The June issue of the same paper has more on them.", "June"),
        ("Kim’s dissertation (2021) has the figures.", "2021"),
        ("The two ports are in Kim’s book, which came out in 2024.", "2024"),
        ("An essay of March 2022 by Kim Tong-hyung sat with the pilots.", "March 2022"),
        ("A second report from June 2022 by Kim Tong-hyung is shorter.", "June 2022"),
        ("The best account, from 2021, is that of Kim Tong-hyung.", "2021"),
        ("Kim Tong-hyung had warned of it back in 2021.", "2021"),
        ("In 2021, before anyone else, Kim Tong-hyung put the question.", "2021"),
        ("Their owners were answered by Kim Tong-hyung in June 2022.", "June 2022"),
    ],
)
def test_a_date_that_is_tied_to_its_source(sentence, printed):
    assert [f.printed for f in found(sentence)] == [printed]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ports merged in July 2022, and Kim Tong-hyung wrote the obituary.",
        "The law came into force in July 2022, which Kim Tong-hyung called too late.",
        "The pledge of September 2020 is quoted everywhere, and Kim counted how often.",
        "The minister was last seen on 15 April 2023; Kim wrote of him a month later.",
        "The fire of 15 May 1995 is not forgotten, as the Harbour Times wrote on its anniversary.",
        "In April 2023 Kim Tong-hyung went to Pohang.",
        "Kim Tong-hyung of the Harbour Times took the boat to Jeju in April 2023.",
        "The owner told him that he would sell in July 2022, and in July 2022 he did.",
        "By August 2023, as Kim wrote in May 2023, there will be one port.",
        "The owner promised it in 2019, and in May the Harbour Times reminded him.",
        "Kim Tong-hyung had first seen the ports in 2019.",
        "The port that Kim Tong-hyung drew closed in May 2020.",
        "A ruling that a court published in 2019 explains it, as Kim Tong-hyung shows.",
        "The owners of June 2022 were answered by Kim Tong-hyung.",
    ],
)
def test_a_date_of_what_the_source_tells(sentence):
    assert found(sentence) == []


def test_a_list_of_names_takes_no_time() -> None:
    """A body of one sentence without end: the time may not grow with its square."""
    body = "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj " * 3000 + "[1]"
    note = "[1] Ann Lee, “A Long Day at Sea”, Port Weekly, May 2, 2023, https://port.example/a."
    reading = read_report(f"{body}\n\nNotes\n\n{note}\n", "report")
    start = process_time()
    list(check_body(reading, make_glossary([])))
    assert process_time() - start < 20

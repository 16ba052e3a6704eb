"""Notes: found by their numbers, wherever they stand, with every character of theirs."""

import hashlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extraction_truth import (
    LARGE,
    closed_up,
    hostile_text,
    invented_reports,
    needs_real_report,
    real_report,
    real_truth,
    seconds,
)

from srcxlate.layout import lay_out
from srcxlate.notes import INVISIBLE, Notes, join, parse_notes
from srcxlate.numbering import heaviest, roman

TWO_NOTES = (
    "Body text.\n\nNotes\n\n"
    "{}Kim Minji, The Yard (Seoul, 1999), 12.\n"
    "{}See https://example.org/a, 3 May 2020.\n"
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("- 1 ", "- 2 "),
        ("1. ", "2. "),
        ("1) ", "2) "),
        ("[1] ", "[2] "),
        ("(1) ", "(2) "),
        ("（1）", "（2）"),
        ("[^1]: ", "[^2]: "),
        ("¹ ", "² "),
        ("<sup>1</sup> ", "<sup>2</sup> "),
        ("注1) ", "注2) "),
        ("(注1)", "(注2)"),
        ("각주 1) ", "각주 2) "),
        ("1\t", "2\t"),
        ("  1. ", "  2. "),
        ("〔1〕", "〔2〕"),
        ("[i] ", "[ii] "),
        ("i. ", "ii. "),
        ("1．", "2．"),
        ("> 1. ", "> 2. "),
        ("\u200f1. ", "\ufeff2. "),
    ],
)
def test_every_way_to_number_notes(first, second):
    notes = parse_notes(TWO_NOTES.format(first, second)).notes
    assert [(note.series, note.number) for note in notes] == [(1, 1), (1, 2)]
    assert [note.text for note in notes] == [
        "Kim Minji, The Yard (Seoul, 1999), 12.",
        "See https://example.org/a, 3 May 2020.",
    ]
    assert [note.line for note in notes] == [5, 6]


@pytest.mark.parametrize(
    "heading",
    ["Notes", "## Notes", "N O T E S", "ENDNOTES:", "【注】", "주석 (Notes)", "참고문헌", "参考文献"],
)
def test_a_heading_makes_one_note_a_series(heading):
    assert len(parse_notes(f"Body.\n\n{heading}\n\n1. Kim, The Yard (1999).\n").notes) == 1


def numbers(text: str) -> list[int]:
    return [note.number for note in parse_notes(text).notes]


def texts(text: str) -> list[str]:
    return [note.text for note in parse_notes(text).notes]


def test_a_list_of_arguments_is_no_series_of_notes():
    assert numbers("Three things follow.\n1. It is wide.\n2. It is deep.\n3. It is cold.\n") == []


def test_notes_that_run_on_in_the_line_of_another():
    text = "Notes\n\n1. Kim, 1999. 2. See Lee, 2001.   3. “Wages,” 2004.\n4. Ibid.\n"
    assert texts(text) == ["Kim, 1999.", "See Lee, 2001.", "“Wages,” 2004.", "Ibid."]


def test_a_number_alone_in_its_line_starts_a_note():
    assert texts("Notes\n\n1. Kim, 1999.\n2.\nLee, 2001.\n") == ["Kim, 1999.", "Lee, 2001."]


def test_a_title_that_begins_with_a_year_is_a_note():
    assert texts("Notes\n\n1. Kim, 1999.\n2. 2010年版白書, 2011.\n") == ["Kim, 1999.", "2010年版白書, 2011."]


def test_prose_that_looks_like_a_marker_starts_no_note():
    assert texts("Notes\n\n1. Kim, sold in\n1998. 13 of them were kept.\n2. Lee, 2001.\n") == [
        "Kim, sold in 1998. 13 of them were kept.",
        "Lee, 2001.",
    ]


def test_numbering_that_restarts_opens_a_series():
    text = "One.\n\nNotes\n\n1. Kim, 1999.\n2. Lee, 2001.\n\n"
    text += "Two is long.\n\nNotes\n\n1. Cho, 2003.\n2. Ha, 2005.\n"
    found = parse_notes(text)
    assert [(n.series, n.number, n.text) for n in found.notes] == [
        (1, 1, "Kim, 1999."), (1, 2, "Lee, 2001."), (2, 1, "Cho, 2003."), (2, 2, "Ha, 2005."),
    ]  # fmt: skip
    assert found.warnings == ()


def test_jumps_and_repeats_are_told():
    text = "Notes\n\n1. Kim, 1999.\n2. Lee, 2001.\n4. Cho, 2003.\n4. Ha, 2005.\n5. Do, 2006.\n"
    assert parse_notes(text).warnings == ("line 5: note 4 follows 2", "line 6: note 4 is repeated")


def test_a_note_broken_by_a_page_is_one():
    text = "Notes\n\n1. Kim, The long\n\n- 12 -\n\nYard, 1999.\n2. Lee, 2001.\n"
    assert texts(text) == ["Kim, The long Yard, 1999.", "Lee, 2001."]


def test_an_indented_paragraph_belongs_to_a_markdown_note():
    text = "Body.[^1]\n\n[^1]: Kim, 1999.\n\n    The paperback\n    lacks it.\n\nMore body.\n"
    assert texts(text) == ["Kim, 1999. The paperback lacks it."]


PAGES = """12                 RIVERS

Rivers are long.¹ The gauge is “a witness with
one question,

_________
¹ Kim, The Yard, 1999. The piece was reprinted in Lee,

                   Rivers                 13

and one answer.”² It was so.

_________
Northern Roads, 2001.
² Cho, A Gauge, 2003.

14                 RIVERS

Nobody asked.³

_________
³ Ha, Nobody [A Title Cut

                   Rivers                 15

In Two], 2005.
"""


def test_notes_at_the_foot_of_pages():
    found = parse_notes(PAGES)
    assert [n.text for n in found.notes] == [
        "Kim, The Yard, 1999. The piece was reprinted in Lee, Northern Roads, 2001.",
        "Cho, A Gauge, 2003.",
        "Ha, Nobody [A Title Cut In Two], 2005.",
    ]
    assert [join(PAGES, paragraph).text for paragraph in found.body] == [
        "Rivers are long.¹ The gauge is “a witness with one question, and one answer.”² It was so.",
        "Nobody asked.³",
    ]
    assert [mark.number for mark in found.marks] == [1, 2, 3]


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("A.¹² And so.³", [1, 2, 3]),  # set without a space
        ("A.[1] B [2](x) c.[3]", [1, 3]),
        ("Ten.1 In 2020, 3 of 4 left.2 “So,”3 he said.", [1, 2, 3]),
        ("Scripts1 and years.2 It was 1.7 of 3.3 So.", [1, 2, 3]),
        ("A.<sup>1</sup> B.<sup>[3]</sup>", [1, 3]),
    ],
)
def test_marks_in_the_body(body, marks):
    style = "[{}]" if "[1]" in body else "{}."
    notes = "".join(f"{style.format(n)} Kim, The Yard, {1990 + n}.\n" for n in (1, 2, 3))
    assert [mark.number for mark in parse_notes(f"{body}\n\nNotes\n\n{notes}").marks] == marks


def test_marks_of_each_chapter():
    chapter = "Text.¹ More.²\n\nNotes\n\n1. Kim, 1999.\n2. Lee, 2001.\n\n"
    assert [(m.series, m.number) for m in parse_notes(chapter * 2).marks] == [(1, 1), (1, 2), (2, 1), (2, 2)]


@pytest.mark.parametrize(
    ("wrapped", "wording"),
    [
        ("two\nwords", "two words"),
        ("two \t\n  words", "two words"),
        ("造船の\n危機", "造船の危機"),
        ("조선의\n위기", "조선의 위기"),
        ("造船 の\n危機", "造船 の危機"),
        ("Infra\u00ad\nstructure", "Infrastructure"),
        ("de\u00adpot", "depot"),
        ("a\u200bb\u2066c\ufeff", "abc"),
        ("https://a.org/x/\ny.pdf", "https://a.org/x/y.pdf"),
        ("https://a.org/x-\r\ny", "https://a.org/x-y"),
        ("https://a.org/x.\nThen", "https://a.org/x. Then"),
        ("<https://a.org/x>\nthen", "<https://a.org/x> then"),
        ("end\x0cpage", "end page"),
        ("「造船」\n『海運』", "「造船」『海運』"),
    ],
)
def test_lines_are_joined(wrapped, wording):
    joined = join(wrapped, [(0, len(wrapped))])
    assert joined.text == wording
    assert joined.span(0, len(wording))[0] == 0


def test_the_place_of_a_stretch_of_wording():
    joined = join("a bc\nde", [(0, 7)])
    assert (joined.text, joined.span(2, 6)) == ("a bc de", (2, 4))
    assert joined.span(3, 3) == (3, 0)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_any_kind_and_a_byte_order_mark(ends):
    text = "\ufeff" + "Body.¹\n\nNotes\n\n1. Kim,\n1999.\n2. Lee, 2001.\n".replace("\n", ends)
    assert texts(text) == ["Kim, 1999.", "Lee, 2001."]


@pytest.mark.parametrize(
    ("given_numbers", "kept"),
    [
        ([1, 2, 3], [0, 1, 2]),
        ([1, 2, 40, 3], [0, 1, 3]),
        ([1, 2, 4, 5], [0, 1, 2, 3]),
        ([7, 1, 2, 3, 1, 2], [1, 2, 3, 4, 5]),
        ([], []),
    ],
)
def test_the_heaviest_sequence(given_numbers, kept):
    assert heaviest([(number, 1.0) for number in given_numbers]) == kept


def test_running_heads_and_page_numbers_are_furniture():
    text = "12   RIVERS\n\nBody of text.\n\n- 13 -\n\nMore.\n\n14   RIVERS\n\n-----\n"
    layout = lay_out(text)
    assert [layout.wording(index) for index in sorted(layout.furniture)] == [
        "12   RIVERS",
        "- 13 -",
        "14   RIVERS",
        "-----",
    ]


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xlix", 49), ("xcix", 99), ("cc", 200), ("iiii", 0),
     ("vx", 0), ("ic", 0)],
)  # fmt: skip
def test_roman_numerals(numeral, number):
    assert roman(numeral) == number


def test_roman_numbers_in_brackets_call_notes():
    body = "One yard.[i] Two yards.[ii] Not [v] here, nor [mid]."
    found = parse_notes(f"{body}\n\nNotes\n\n[i] Kim, The Yard, 1999.\n[ii] Lee, The Port, 2001.\n")
    assert [mark.number for mark in found.marks] == [1, 2]


# -- truth ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "report", [*invented_reports(), *invented_reports("reports-second")], ids=lambda report: report.name
)
def test_every_note_of_the_invented_reports(report):
    found: dict[tuple[int, int], list[str]] = {}
    for note in report.notes.notes:
        found.setdefault((note.series, note.number), []).append(closed_up(note.text))
    assert len(report.notes.notes) == len(report.truth["notes"])
    for row in report.truth["notes"]:
        head, tail = closed_up(row["head"]), closed_up(row["tail"])
        candidates = found.get((row["series"], row["note"]), [])
        assert any(text.startswith(head) and text.endswith(tail) for text in candidates), row


@pytest.mark.report
@needs_real_report
def test_every_note_of_the_real_report():
    _, notes = real_report()
    rows = real_truth("starts")
    assert [note.number for note in notes.notes] == list(range(1, 217)) == [row["note"] for row in rows]
    assert notes.warnings == ()
    for note, row in zip(notes.notes, rows, strict=True):
        head, tail = (hashlib.sha256(part.encode()).hexdigest() for part in (note.text[:20], note.text[-20:]))
        assert (note.line, note.column, head, tail) == (row["line"], row["column"], row["head"], row["tail"])


# -- any text -------------------------------------------------------------------------------------

NOT_PRINTED = re.compile(rf"[\s{INVISIBLE}]")


def check(text: str) -> Notes:
    """What holds for the notes of any text."""
    found = parse_notes(text)
    end = 0
    for note in found.notes:
        for start, stop in note.spans:
            assert end <= start < stop <= len(text)
            end = stop
        raw = "".join(text[start:stop] for start, stop in note.spans)
        assert note.text.replace(" ", "") == NOT_PRINTED.sub("", raw)
        assert len(note.wording.offsets) == len(note.text)
        for character, offset in zip(note.text, note.wording.offsets, strict=True):
            assert character == " " or text[offset] == character
        assert list(note.wording.offsets) == sorted(note.wording.offsets)
        assert text.count("\n", 0, len(text)) + text.count("\r") + 1 >= note.line >= 1
        assert note.column >= 1
    bodies = [span for paragraph in found.body for span in paragraph]
    assert all(0 <= start < stop <= len(text) for start, stop in bodies)
    assert sorted(bodies) == bodies
    assert not set().union(*(range(*span) for span in bodies)) & {
        at for note in found.notes for span in note.spans for at in range(*span)
    }
    places = {(note.series, note.number) for note in found.notes}
    assert all(
        (mark.series, mark.number) in places or mark.number in {n for _, n in places} for mark in found.marks
    )
    return found


@settings(max_examples=400, deadline=None)
@given(hostile_text)
def test_any_text_is_read(text):
    check(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile_text, min_size=1, max_size=8))
def test_no_character_of_a_note_is_lost(wordings):
    check(
        "Body.\n\nNotes\n\n" + "".join(f"{n}. See 2020 {wording}\n" for n, wording in enumerate(wordings, 1))
    )


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_wrapped_note_is_joined_as_it_was(data):
    words = data.draw(
        st.lists(
            st.sampled_from(["Kim,", "Zōsen", "造船の危機", "[The", "Yard]", "1999.", "조선의", "위기"]),
            min_size=1,
        )
    )
    ends = data.draw(
        st.lists(st.sampled_from([" ", "\n", " \r\n  ", "\n\t"]), min_size=len(words), max_size=len(words))
    )
    unspaced = re.compile("[造危機]")
    wrapped = wording = words[0]
    for before, word, end in zip(words, words[1:], ends, strict=False):
        wrapped += end + word
        closed = end != " " and unspaced.match(before[-1]) and unspaced.match(word)
        wording += ("" if closed else " ") + word
    assert join(wrapped, [(0, len(wrapped))]).text == wording


@pytest.mark.parametrize(
    "unit",
    [
        "1. ",
        "1. a\n",
        "1.\n",
        "1 a\n",
        "[1] ",
        "¹",
        "a¹ ",
        "“",
        "(",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "12",
        "2 ",
        "____\n",
        "1. see 2020, 字\n\n",
        "https://a.b/ ",
        "字\n",
        "\u00ad",
    ],
)
@pytest.mark.parametrize("head", ["", "Notes\n\n1. Kim, 1999 "], ids=["alone", "in a note"])
def test_time_is_linear(unit, head):
    text = head + (unit * LARGE)[:LARGE]
    assert seconds(lambda: parse_notes(text)) < 2


def test_parts_with_notes_of_their_own_and_calls_set_apart():
    """Under each part its notes, the numbers going on: the body of a later part is no note's."""
    text = (
        "Part One\n\nThe yard is old [1], and the quay is older [2].\n\nNotes\n\n"
        "[1] Kim Minji, The Yard, 1999.\n\n[2] Jo Hart, The Quay, 2001\n\n\n"
        "Part Two\n\nThe crane came late [3]. It was not paid for [4].\n\n"
        "Nobody asked who would drive it [5].\n\nNotes\n\n"
        "[3] Li Wei, The Crane, 2003.\n\n[4] Mori Ken, Debts, 2004.\n\n[5] Seo Jin, Drivers, 2005.\n"
    )
    read = parse_notes(text)
    assert [note.number for note in read.notes] == [1, 2, 3, 4, 5]
    assert read.notes[1].text == "Jo Hart, The Quay, 2001"
    assert [mark.number for mark in read.marks] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("call", ["[{}]", " [{}]", "({})", " ({})"])
def test_calls_in_brackets_of_notes_numbered_without(call):
    text = TWO_NOTES.replace("Body text.", f"The yard{call.format(1)} and the quay{call.format(2)}.")
    assert [mark.number for mark in parse_notes(text.format("1. ", "2. ")).marks] == [1, 2]


def test_years_in_brackets_call_no_notes():
    text = TWO_NOTES.replace("Body text.", "The yard (1999) and the quay [2001].")
    assert parse_notes(text.format("1. ", "2. ")).marks == ()

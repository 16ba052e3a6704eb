"""Quoted passages: where they begin and end, and which notes carry them."""

import pytest
from hypothesis import given, settings
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

from srcxlate.notes import parse_notes
from srcxlate.quotation_marks import find_quotations
from srcxlate.quotes import Quote, find_quotes
from srcxlate.wording import with_curly_marks

NOTES = "\n\nNotes\n\n" + "".join(f"{n}. Kim, The Yard, {1990 + n}.\n" for n in range(1, 6))


def quotes(body: str) -> list[Quote]:
    text = body + NOTES
    return find_quotes(text, parse_notes(text))


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("He said ‘a port’ and “a yard”.", ["a port", "a yard"]),
        ("He said 'a port' and \"a yard\".", ["a port", "a yard"]),
        ("'It's the nations' yard,' he said.", ["It's the nations' yard,"]),
        ("The nations' yards and the ships' crews.", []),
        ("In the '90s and '80s.", []),
        ("‘a “yard” here’", ["a “yard” here", "yard"]),
        ("「予見の『主体』」という", ["予見の『主体』", "主体"]),
        ("“a port that never closes. And so on.", ["a port that never closes."]),
        ("He is 5' tall and 6\" wide.", []),
        ("„a yard”", ["a yard"]),
        ("„a yard“ and „a port“", ["a yard", "a port"]),
        ("»a yard« and »›a port‹ here«", ["a yard", "›a port‹ here", "a port"]),
        ("«a yard» and «a port»", ["a yard", "a port"]),
        ("", []),
    ],
)
def test_quotation_marks(text, passages):
    assert [text[q.start : q.end] for q in find_quotations(with_curly_marks(text))] == passages


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("He wrote of “a yard of ships.”¹", [("a yard of ships.", (1,))]),
        ("He wrote of “a yard of ships”.¹", [("a yard of ships", (1,))]),
        ("He wrote of “a yard of ships¹” here.", [("a yard of ships", (1,))]),
        ("He wrote of “a yard¹ of ships” here.¹", [("a yard of ships", (1,))]),
        ("“A yard of ships” it was.¹ ²", [("A yard of ships", (1, 2))]),
        ("He¹ wrote of “a yard of ships”.", [("a yard of ships", (1,))]),
        ("It is “a yard”. Others came later.¹", [("a yard", ())]),
        ("It is “a yard of old ships”. This was denied.¹", [("a yard of old ships", (1,))]),
        (
            "“A yard of old ships.” It is “a port of new ones”.¹",
            [("A yard of old ships.", (1,)), ("a port of new ones", (1,))],
        ),
        ("“A yard of old ships” it was. The port is elsewhere.¹", [("A yard of old ships", ())]),
        ("He asked, “Is it ‘a yard’? So.”¹", [("Is it ‘a yard’? So.", (1,)), ("a yard", (1,))]),
        ("So said all: “not one officer（2）.”¹", [("not one officer（2）.", (1,))]),
    ],
)
def test_the_notes_that_carry_a_passage(body, found):
    assert [(q.text, tuple(n for _, n in q.notes)) for q in quotes(body)] == found


@pytest.mark.parametrize(
    ("body", "one"),
    [
        ("“We did not strike,” he told her, “we forgot.”¹", True),
        ("‘We did not strike’, he told her, ‘we forgot’.¹", True),
        ("“We do not mine,” the man told Nishi Aya. “We apologise.”¹", True),
        ("“We lost hours,” adding, “and found books.”¹", True),
        ("“We did not strike.” He told her: “We forgot.”¹", False),
        ("“Yards,” “ports” and “docks”.¹", False),
    ],
)
def test_a_passage_split_by_words_such_as_he_said_is_one(body, one):
    first, second, *_ = quotes(body)
    assert (first.group is not None and first.group == second.group) is one


@pytest.mark.parametrize(
    "body",
    [
        "The report warned:\n\n> Rates at the gate are no rates. They are\n> statements about the gate.¹",
        "The report warned:\n\n    Rates at the gate are no rates. They are\n    statements about the gate.¹",
        "In 1990 it said:\n\nRates at the gate are no rates. They are statements about the gate.¹",
        "It says much.¹ In full:\n\n> Rates at the gate are no rates. They are\n> statements about the gate.",
    ],
)
def test_block_quotations(body):
    (block,) = quotes(body)
    assert (block.kind, block.notes) == ("block", ((1, 1),))
    assert block.text == "Rates at the gate are no rates. They are statements about the gate."


def test_a_passage_that_a_page_breaks_is_one():
    text = "He wrote of “a yard with\n\n- 12 -\n\nmany ships”.¹" + NOTES
    (quote,) = find_quotes(text, parse_notes(text))
    assert (quote.text, quote.notes) == ("a yard with many ships", ((1, 1),))
    assert text[quote.start : quote.start + quote.length] == "a yard with\n\n- 12 -\n\nmany ships"


def test_a_passage_that_never_closes():
    (quote,) = quotes("He wrote of “a yard of ships.¹ The rest is known.")
    assert (quote.text, quote.open, quote.notes) == ("a yard of ships.", True, ((1, 1),))


@pytest.mark.parametrize(
    ("note", "passages"),
    [
        ("Kim, ‘The Yard’, Gauge 3 (1999).", []),
        ("Kim Min-ji, “Budu” 부두 [Docks], 1999.", []),
        ("See ‘The Yard’, 3 May 1999.", []),
        ("Kim, 1999. He calls it “a yard of ships”.", ["a yard of ships"]),
        ("Kim, 3. The diarist adds: “We asked the cook.”", ["We asked the cook."]),
        ('From the speech of 3 March 2019: "We have learned from it."', ["We have learned from it."]),
        ("佐伯「海の法」（海文社、1999年）3頁。", []),
    ],
)
def test_a_title_in_a_note_is_no_passage(note, passages):
    text = f"Body.¹ More.²\n\nNotes\n\n1. {note}\n2. Lee, The Port, 2001.\n"
    found = find_quotes(text, parse_notes(text))
    assert [(q.text, q.in_note, q.notes) for q in found] == [(p, (1, 1), ((1, 1),)) for p in passages]


# -- truth -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("folder", "floor"), [("reports", 0.97), ("reports-second", 0.95)])
def test_the_invented_reports(folder, floor):
    printed = found = right = carried = grouped = 0
    for report in invented_reports(folder):
        left = find_quotes(report.text, report.notes)
        printed, found = printed + len(report.truth["quotes"]), found + len(left)
        for row in report.truth["quotes"]:
            match = next((q for q in left if closed_up(q.text) == closed_up(row["text"])), None)
            if match:
                left.remove(match)
                right += 1
                carried += [list(place) for place in match.notes] == row["notes"]
                grouped += (match.group is None) == (row["group"] is None)
    assert right / printed >= floor
    assert right / found >= floor
    assert carried / printed >= floor
    assert grouped / printed >= floor


@pytest.mark.report
@needs_real_report
@pytest.mark.parametrize("part", ["quotes-a", "quotes-b"])
def test_the_real_report(part):
    text, notes = real_report()
    found = {(q.start, q.length): q for q in find_quotes(text, notes)}
    rows = real_truth(part)
    matches = []
    for row in rows:
        wording = text[row["offset"] : row["offset"] + row["length"]]
        start = row["offset"] + len(wording) - len(wording.lstrip())
        matches.append(found.get((start, len(wording.strip()))))
    assert sum(match is not None for match in matches) / len(rows) >= 0.95
    carried = [
        m is not None and [n for _, n in m.notes] == row["notes"]
        for m, row in zip(matches, rows, strict=True)
    ]
    assert sum(carried) / len(rows) >= 0.9


# -- any text --------------------------------------------------------------------------------------


@settings(max_examples=400, deadline=None)
@given(hostile_text)
def test_any_text_is_read(text):
    for body in (text, f"“{text}”¹{NOTES}", f"Body.¹\n\nNotes\n\n1. See 2020 {text}\n2. “{text}” 1999\n"):
        notes = parse_notes(body)
        found = find_quotes(body, notes)
        places = {(mark.series, mark.number) for mark in notes.marks} | {
            (n.series, n.number) for n in notes.notes
        }
        for quote in found:
            assert quote.text
            assert 0 <= quote.start < quote.start + quote.length <= len(body)
            assert set(quote.notes) <= places
        assert [(q.start, -q.length) for q in found] == sorted((q.start, -q.length) for q in found)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "‘",
        "'",
        '"',
        "”",
        "’ ",
        "s' a ",
        "'a ",
        "“a” ",
        "“a” b.¹ ",
        "said: ",
        ".",
        ".' ",
        "「",
        "> a\n",
        "    a\n",
        "「字」",
    ],
)
@pytest.mark.parametrize("tail", ["", "¹" + NOTES], ids=["alone", "with notes"])
def test_time_is_linear(unit, tail):
    text = (unit * LARGE)[:LARGE] + tail
    notes = parse_notes(text)
    assert seconds(lambda: find_quotes(text, notes)) < 2

"""References: Ibid., short forms and note numbers, each to the note that names the work."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extraction_truth import (
    LARGE,
    hostile_text,
    invented_reports,
    needs_real_report,
    real_report,
    real_truth,
    seconds,
)

from srcxlate.notes import Note, join, parse_notes
from srcxlate.references import find_references


def note(number: int, text: str, series: int = 1) -> Note:
    return Note(series, number, join(text, [(0, len(text))]), 1, 1, ((0, len(text)),))


def pointers(*texts: str) -> list[tuple[int, str, int]]:
    """For notes numbered from 1: (note, kind, target) of each reference."""
    notes = [note(number, text) for number, text in enumerate(texts, 1)]
    return [(r.note, r.kind, r.target[1]) for r in find_references(notes)]


TANAKA = "Tanaka Haruo 田中春雄, Zōsen to tetsudō 造船と鉄道 [Yards and Railways] (Tokyo: Minato, 1988), 12."
KIM = (
    "Kim Yong-su 김용수, ‘Hangmanui jaegeon’ 항만의 재건 [The Ports Rebuilt], Gyotongsa 교통사 7 (1994): 20."
)
OTHER_KIM = "Kim Min-ji 김민지, Budu nodongja-ui bam 부두 노동자의 밤 [The Night] (Incheon: Seohae, 2005), 9."


@pytest.mark.parametrize(
    "wording",
    [
        "Ibid.",
        "Ibid., 14.",
        "*Ibid.*",
        "ibid",
        "Ibidem, 3.",
        "Id. at 118.",
        "同上48頁。",
        "同前註，頁140。",
        "同書、3頁。",
        "위의 글, 35쪽.",
        "같은 책, 110쪽.",
        "위의 책",
    ],
)
def test_ibid_points_at_the_note_before(wording):
    assert pointers(TANAKA, wording) == [(2, "ibid", 1)]


def test_chains_are_followed_to_their_end():
    assert pointers(TANAKA, "Ibid., 14.", "Ibid., 15.", KIM, "See note 3.", "Ibid.") == [
        (2, "ibid", 1), (3, "ibid", 1), (5, "see-note", 1), (6, "ibid", 1),
    ]  # fmt: skip


def test_ibid_before_any_other_note_points_nowhere():
    assert pointers("Ibid., 14.") == []


def test_ibid_stays_in_its_series():
    notes = [note(1, TANAKA), note(1, "Ibid., 3.", series=2)]
    assert find_references(notes) == []


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("See note 1.", "see-note"),
        ("See note 1 above, at 88.", "see-note"),
        ("Supra note 1, at 88.", "see-note"),
        ("See n. 1 above.", "see-note"),
        ("Cf. fn. 1.", "see-note"),
        ("前掲注1の文献を見よ。", "see-note"),
        ("각주 1) 참조.", "see-note"),
        ("Tanaka (n. 1), 22.", "short"),
        ("田中・前掲注1)130頁。", "short"),
        ("同旨、田中・前掲注1)35頁。", "short"),
        ("Interview (note 1).", "see-note"),
        ("See chapter 1, note 1.", "see-note"),
    ],
)
def test_pointing_by_number(wording, kind):
    assert pointers(TANAKA, KIM, wording) == [(3, kind, 1)]


@pytest.mark.parametrize(
    "wording",
    [
        "Tanaka, Zōsen, p. 3.",
        "Tanaka, ‘Zōsen’, 12.",
        "Tanaka, op. cit., 115.",
        "田中『造船と鉄道』45頁。",
        "田中、前掲書、45頁。",
        "Cf. Tanaka, Zōsen to tetsudō, 130.",
        "Zōsen to tetsudō, vol. 2, was printed for the participants only.",
        "Compare the remark of Tanaka Haruo, Zōsen to tetsudō, 40, on nets.",
    ],
)
def test_short_forms(wording):
    assert pointers(TANAKA, KIM, OTHER_KIM, wording) == [(4, "short", 1)]


@pytest.mark.parametrize(
    ("wording", "target"),
    [("Kim Yong-su, ‘Hangmanui jaegeon’, 31.", 2), ("Kim Min-ji, Budu nodongja, 40.", 3)],
)
def test_two_authors_of_one_name_are_told_apart(wording, target):
    assert pointers(TANAKA, KIM, OTHER_KIM, wording) == [(4, "short", target)]


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("See notes 1 and 3 above.", "see-note"),
        ("前掲注1および注3の各文献を見よ。", "see-note"),
        ("Tanaka, Zōsen, 3; Kim Min-ji, Budu nodongja, 40.", "short"),
        ("Cf. Tanaka, Zōsen, 3, and Kim Min-ji, Budu nodongja, 40.", "short"),
    ],
)
def test_a_note_may_point_at_several(wording, kind):
    assert pointers(TANAKA, KIM, OTHER_KIM, wording) == [(4, kind, 1), (4, kind, 3)]


@pytest.mark.parametrize(
    "wording",
    [
        TANAKA,  # in full again
        "See note 9 below.",
        "Author’s notes of a conversation at Qinzhou, 2 August 2021.",
        "Lee, Rivers, 33.",
        "See Laura Penhaligon, ‘A Miracle’, Salvage, 24 June 2016.",
        "The present writer’s copy has ‘do not trust the 4.10’ pencilled on the cover.",
        "注2012年版による。",
    ],
)
def test_what_points_nowhere(wording):
    assert pointers(TANAKA, KIM, wording) == []


@pytest.mark.parametrize(
    ("folder", "recall"),
    [("reports", 0.95), ("reports-second", 0.75)],  # Kuramoto (2014), 12 is not read yet
)
def test_the_invented_reports(folder, recall):
    found, printed, right = 0, 0, 0
    for report in invented_reports(folder):
        got = {(r.series, r.note, r.kind, r.target) for r in find_references(report.notes.notes)}
        want = {(r["series"], r["note"], r["kind"], tuple(r["target"])) for r in report.truth["references"]}
        found, printed, right = found + len(got), printed + len(want), right + len(got & want)
    assert right / printed >= recall
    assert right / found >= 0.95


@pytest.mark.report
@needs_real_report
def test_the_real_report():
    _, notes = real_report()
    rows = [row for row in real_truth("references") if row["kind"] not in ("citation", "comment")]
    assert [(r.note, r.kind, r.target[1]) for r in find_references(notes.notes)] == [
        (row["note"], row["kind"], row["target"]) for row in rows
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(hostile_text, max_size=6))
def test_any_notes_are_read(wordings):
    notes = [note(number, text) for number, text in enumerate(wordings, 1)]
    places = [(n.series, n.number) for n in notes]
    for reference in find_references(notes):
        assert reference.target in places
        assert reference.target < (reference.series, reference.note)


@pytest.mark.parametrize(
    "unit",
    [
        "1. see 2020, Kim\n",
        "1. Kim, Foo bar, p. 12\n",
        "1. Ibid. see 2020\n",
        "note 1 ",
        "前掲注1",
        "Kim, ",
        "; ",
        "(n. 1",
        "1 ",
    ],
)
def test_time_is_linear(unit):
    notes = parse_notes("Notes\n\n1. Kim, Foo bar (1999) 12. " + (unit * LARGE)[: LARGE // 2]).notes
    assert notes
    assert seconds(lambda: find_references(notes)) < 2

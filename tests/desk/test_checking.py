"""The check at the desk: with the texts that were added, and with what people said, which only grows.

Django must be set up before its models are imported, so that they are imported where they are used.
"""

import sqlite3
from typing import Any

import pytest
from tests.checks.test_quoted import MORI, REPORT

from srcxlate.errors import Fault, Faults
from srcxlate.findings import check_report
from srcxlate.reports import Reading, read_report
from srcxlate.workspace import Workspace

DATED = REPORT.replace("3 May 2023.", "3 May 2023, https://kaiji.example.jp/2023/07/09/0012.html.")
TEXT = "政府は造船所を支援するかどうか決めた。2023年の受注は3割減った。"
DRAFTS = ["The government has decided whether to support the yards.", "Orders in 2023 fell by 30 per cent."]


@pytest.fixture
def reading() -> Reading:
    return read_report(DATED, "docks")


@pytest.fixture
def works(desk: Workspace, reading: Reading) -> Workspace:
    """The report's works, one of them with its text, drafted."""
    from srcxlate.desk import runs

    runs.take_in(desk, reading, "Kim")
    add_text(desk)
    return desk


def add_text(desk: Workspace) -> None:
    from tests.desk.test_queue import signed

    from srcxlate.desk import listing, queue, runs

    runs.add(desk, MORI, TEXT, "a.txt", "Kim")
    sentences = listing.of_texts(MORI)
    queue.keep_drafts([signed(s.original, s.pk, english=e) for s, e in zip(sentences, DRAFTS, strict=True)])


def examine(works: Workspace, reading: Reading, before: Reading | None = None) -> Any:
    from srcxlate.desk import checking

    return checking.examine(works, reading, before)


def seen(works: Workspace, text: str = DATED) -> Any:
    """What a check of a report's file saw."""
    from srcxlate.desk import checking

    path = works.root / "docks.md"
    path.write_text(text, encoding="utf-8")
    return checking.look(works, path)


def kinds(there: Any) -> list[tuple[str, str, bool]]:
    return [(one.finding.kind, one.finding.severity, bool(one.dismissed)) for one in there.findings]


def test_quotations_are_held_against_drafts_and_a_person_s_english(works, reading):
    from srcxlate.desk import decisions, listing, runs

    there = examine(works, reading)
    assert [one.verdict for one in there.quoted] == ["differs", "faithful", "no-text", "not-found", "no-text"]
    assert [one.id for one in there.findings] == [MORI] * 3
    sentence = listing.of_texts(MORI)[1]
    mended = "In 2023 orders went down by three tenths."
    decisions.correct(decisions.item(sentence.pk), mended, runs.reviewer(works, "Kim"))
    faithful = examine(works, reading).quoted[1]
    assert (faithful.verdict, [one.draft for one in faithful.sentences]) == ("faithful", [mended])


def test_what_has_no_english_is_counted(works, reading):
    from srcxlate.desk import checking, runs

    assert checking.undrafted(examine(works, reading)) == 0
    runs.add(works, MORI, "港は静かだ。", "b.txt", "Kim")
    assert checking.undrafted(examine(works, reading)) == 1


def test_a_dismissed_finding_stays_so_until_a_wording_changes(works, reading):
    from srcxlate.desk import checking

    there = examine(works, reading)
    assert kinds(there)[0] == ("date-url", "error", False)
    key = there.findings[0].finding.key
    (done,) = checking.dismiss(seen(works), [key[:8]], "Ann", "as printed in the paper")
    assert (done["key"], done["message"]) == (key, there.findings[0].finding.message)
    there = examine(works, reading)
    assert kinds(there)[0] == ("date-url", "error", True)
    assert (there.findings[0].dismissed.who, there.findings[0].dismissed.reason) == (
        "Ann",
        "as printed in the paper",
    )
    later = read_report("A line more.\n\n" + DATED, "docks")
    assert kinds(examine(works, later))[0] == ("date-url", "error", True)
    reworded = read_report(DATED.replace("3 May 2023", "4 May 2023"), "docks")
    assert kinds(examine(works, reworded))[0] == ("date-url", "error", False)


def test_what_was_said_is_taken_back_and_kept(works, reading):
    from srcxlate.desk import checking

    there = examine(works, reading)
    key = there.findings[0].finding.key
    checking.dismiss(seen(works), [key], "Ann", "fine")
    checking.reopen([key], "Kim", "the paper was mended")
    assert kinds(examine(works, reading))[0] == ("date-url", "error", False)
    assert [(row.state, row.who, row.reason) for row in checking.said()] == [
        ("dismissed", "Ann", "fine"),
        ("reopened", "Kim", "the paper was mended"),
    ]
    with pytest.raises(Fault, match="no judgement that holds has the key"):
        checking.reopen([key], "Kim")


def test_a_quotation_is_signed_off_until_its_original_changes(works, reading):
    from srcxlate.desk import checking, runs

    there = examine(works, reading)
    checking.sign_off(seen(works), [there.quoted[1].key], "Ann")
    assert list(examine(works, reading).signed) == [there.quoted[1].key]
    (file,) = (works.texts / MORI).iterdir()
    file.write_text(TEXT.replace("3割減った", "約3割減った"), encoding="utf-8")
    runs.take_in(works, None, "Kim")
    now = examine(works, reading)
    assert now.quoted[1].key not in now.signed


def test_a_sign_off_that_ended_when_the_text_came_is_told_until_it_is_signed_anew(desk, reading):
    from srcxlate.desk import checking, runs

    runs.take_in(desk, reading, "Kim")
    there = seen(desk)
    checking.sign_off(there, [there.rows["quotes"][0]["key"]], "Ann")
    assert checking.ended(seen(desk)) == []
    add_text(desk)
    there = seen(desk)
    assert checking.ended(there) == [there.rows["quotes"][0]]
    checking.sign_off(there, [there.rows["quotes"][0]["key"]], "Ann")
    assert checking.ended(seen(desk)) == []


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (["ffffffffffff"], "no finding has the key 'ffffffffffff'"),
        (["zz%_"], "no finding has the key"),
        ([""], "'' is too short to name one finding"),
    ],
)
def test_keys_that_name_nothing_are_refused_and_nothing_is_kept(works, reading, keys, told):
    from srcxlate.desk import checking

    there = examine(works, reading)
    with pytest.raises(Faults, match=told):
        checking.dismiss(seen(works), [there.findings[0].finding.key, *keys], "Ann", "fine")
    assert checking.said() == []


def test_a_dismissal_wants_a_reason(works, reading):
    from srcxlate.desk import checking

    there = examine(works, reading)
    with pytest.raises(Fault, match="wants a reason"):
        checking.dismiss(seen(works), [there.findings[0].finding.key], "Ann", " ")


def test_an_unchanged_report_is_not_checked_again(works, monkeypatch):
    from srcxlate.desk import checking

    monkeypatch.setattr("srcxlate.cache._RACY", -1)
    first = seen(works)
    monkeypatch.setattr(checking, "check_report", None)  # a check would fail now
    assert checking.look(works, works.root / "docks.md") == first
    key = first.rows["findings"][0]["key"]
    checking.dismiss(checking.look(works, works.root / "docks.md"), [key], "Ann", "fine")
    (said,) = (row["dismissed"] for row in seen(works).rows["findings"] if row["key"] == key)
    assert (said["who"], said["reason"]) == ("Ann", "fine")


@pytest.mark.parametrize("change", ["report", "text", "english", "glossary", "record"])
def test_what_was_seen_is_not_believed_once_anything_changed(works, reading, monkeypatch, change):
    from srcxlate.desk import checking, decisions, listing, runs

    monkeypatch.setattr("srcxlate.cache._RACY", -1)
    seen(works)
    checks: list[str] = []

    def counted(reading: Reading, *given: Any) -> Any:
        checks.append(reading.name)
        return check_report(reading, *given)

    monkeypatch.setattr(checking, "check_report", counted)
    text = DATED
    if change == "report":
        text = DATED.replace("3 May 2023", "9 July 2023")
    elif change == "text":
        runs.add(works, MORI, "港は静かだ。", "b.txt", "Kim")
    elif change == "english":
        sentence = listing.of_texts(MORI)[1]
        decisions.correct(decisions.item(sentence.pk), "Orders fell.", runs.reviewer(works, "Kim"))
    elif change == "glossary":
        works.glossary.mkdir(exist_ok=True)
        entry = "- {original: 造船所, language: ja, english: yards}\n"
        (works.glossary / "a.yaml").write_text(entry, encoding="utf-8")
    else:
        file = next(works.sources.glob(f"*/{MORI}.yaml"))
        ignored = "ignored: {reason: x, by: Kim, at: '2026-01-01T00:00:00Z'}\n"
        file.write_text(file.read_text(encoding="utf-8") + ignored, encoding="utf-8")
    now = seen(works, text)
    assert checks == ["docks"]
    if change == "report":
        key = next(one.finding.key for one in examine(works, reading).findings)
        with pytest.raises(Fault, match="no finding has the key"):
            checking.dismiss(now, [key], "Ann", "fine")


def test_against_an_earlier_version(works, reading):
    before = read_report(
        DATED.replace("3 May 2023", "5 May 2023").replace("by 30 per cent", "by 40 per cent"), "docks"
    )
    there = examine(works, reading, before)
    told = [(one.finding.kind, one.finding.place, one.news) for one in there.findings]
    assert told == [
        ("date-url", (1, 1), "new"),
        ("quotation", (1, 1), "kept"),
        ("quotation", (1, 4), "kept"),
    ]
    assert [(one.finding.kind, one.finding.place) for one in there.gone] == [
        ("date-url", (1, 1)),
        ("quotation", (1, 2)),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_judgement SET reason = 'other'",
        "DELETE FROM desk_judgement",
        "INSERT OR REPLACE INTO desk_judgement SELECT * FROM desk_judgement",
    ],
)
def test_the_database_itself_keeps_what_was_said(works, reading, statement):
    from srcxlate.desk import checking

    there = examine(works, reading)
    checking.dismiss(seen(works), [there.findings[0].finding.key], "Ann", "fine")
    with (
        sqlite3.connect(works.database) as other,
        pytest.raises(sqlite3.IntegrityError, match="judgement is never"),
    ):
        other.execute(statement)
    other.close()

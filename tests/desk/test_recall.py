"""The desk's memory: what is suggested is always what a search over all approved texts would give.

Django must be set up before its models are imported, so that they are imported where they are used.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, run_state_machine_as_test
from rapidfuzz import fuzz

import srcxlate.memory as module
from srcxlate.errors import Fault
from srcxlate.memory import Approved, sameness
from srcxlate.memory.tmx import read_tmx, write_tmx
from srcxlate.sources import Source
from srcxlate.workspace import Workspace

from .test_review import RECORDS, at, cited, says, sitting, strict
from .test_review import kept as kept
from .test_states import LANGUAGES, Desk

LEAST = 0.3
ASKED = ("造船", "危機", "東京大阪", "誌造船", "誌危機と東京")
"""What the walk asks for; its titles, and texts like them."""

Found = list[tuple[float, str, str]]
"""Similarity, original and English."""


def searched(text: str, language: str, least: float = LEAST) -> Found:
    """What a search over all segments finds; no memory, no order, no file."""
    from srcxlate.desk.models import Segment

    found = set()
    for one in Segment.objects.select_related("correction"):
        if not (one.listed and one.status in ("approved", "published") and one.language == language):
            continue
        similarity = fuzz.ratio(sameness(text), sameness(one.original)) / 100
        if not one.stale and similarity >= least:
            found.add((round(similarity, 6), one.original, one.english or ""))
    return sorted(found)


def told(memory: Any, text: str, language: str, least: float = LEAST) -> Found:
    found = memory.similar(text, language, least, 1_000)
    return sorted((round(m.similarity, 6), m.approved.original, m.approved.english) for m in found)


class Walk(Desk):
    """The walk over all that may happen to a segment, with a look at the memory after each step."""

    asked = found = 0

    @invariant()
    def what_is_suggested_is_what_a_search_gives(self):
        from srcxlate.desk.recall import Recall, opened

        if not getattr(self, "expected", None):
            return
        if not hasattr(self, "lasting"):
            self.lasting = Recall(self.workspace)
        self.lasting.search("造船", "ja")  # it follows what was decided since
        fresh = opened(self.workspace)
        for language in LANGUAGES.values():
            for text in ASKED:
                wanted = searched(text, language)
                assert told(self.lasting._approved, text, language) == wanted
                assert told(fresh, text, language) == wanted
                type(self).asked += 1
                type(self).found += bool(wanted)


@pytest.mark.parametrize("loose", [1, 5_000], ids=["in a file", "without a file"])
def test_the_memory_is_never_out_of_date(new_desk, monkeypatch, loose):
    monkeypatch.setattr(module, "LOOSE", loose)
    Walk.new_desk = staticmethod(new_desk)
    Walk.asked = Walk.found = 0
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=8,
            stateful_step_count=30,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Walk.found > 0  # the walk comes across texts that have something to suggest


@pytest.fixture
def in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory is kept in its file from the second text on."""
    monkeypatch.setattr(module, "LOOSE", 1)


def approve(workspace: Workspace, source: str, english: str, key: str = "title", who: str = "Kim") -> Any:
    review = sitting(workspace, who)
    review.correct(at(source, key), english)
    return review


def exact(workspace: Workspace, text: str, language: str) -> list[str]:
    from srcxlate.desk.recall import opened

    return [one.english for one in opened(workspace).exact(text, language)]


def test_an_approval_that_was_given_back_and_is_taken_back_comes_again_at_its_place(kept, in_a_file):
    for source in ("doi", "endo", "fujii"):
        approve(kept, source, f"By {source}")
    english = sorted(exact(kept, "東京大阪", "ja"))
    assert english == ["By doi", "By endo", "By fujii"]
    lee = sitting(strict(kept), "Lee")
    lee.give_back(at("doi"), "the name is wrong")
    assert sorted(exact(kept, "東京大阪", "ja")) == ["By endo", "By fujii"]
    lee.undo()
    assert sorted(exact(kept, "東京大阪", "ja")) == english


def test_a_text_that_moves_to_another_language_is_found_there(kept, in_a_file):
    from functools import partial

    from srcxlate.desk.mend import mend
    from srcxlate.desk.runs import reviewer
    from srcxlate.mending import move_work

    for source in ("aoki", "doi", "chen"):
        approve(kept, source, f"By {source}")
    assert exact(kept, "造船の危機", "ja") == ["By aoki"]
    mend(kept, partial(move_work, identifier="aoki", language="zh", who="Kim"), reviewer(kept, "Kim"))
    assert at("aoki").segment.status == "approved"
    assert (exact(kept, "造船の危機", "ja"), exact(kept, "造船の危機", "zh")) == ([], ["By aoki"])


def test_a_database_made_anew_does_not_find_the_old_one_s_memory(kept, in_a_file):
    from django.db.migrations.recorder import MigrationRecorder

    from srcxlate.desk.recall import opened

    for source in ("doi", "endo", "fujii"):
        approve(kept, source, f"By {source}")
    file = kept.private / "cache" / "approved" / module.FILE
    opened(kept)
    before = file.read_bytes()
    opened(kept)
    assert file.read_bytes() == before
    MigrationRecorder.Migration.objects.update(applied=datetime(2030, 1, 1, tzinfo=UTC))
    opened(kept)
    assert file.read_bytes() != before


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(kept, in_a_file):
    for source in ("doi", "endo", "fujii"):
        approve(kept, source, f"By {source}")
    cache = kept.private / "cache" / "approved"
    cache.parent.mkdir(exist_ok=True)
    if cache.exists():
        for path in cache.iterdir():
            path.unlink()
        cache.rmdir()
    cache.write_text("in the way")
    assert len(exact(kept, "東京大阪", "ja")) == 3


# -- what an item is offered -------------------------------------------------------------------------------


def similar(review: Any, source: str, key: str = "title") -> list[tuple[str, int, str]]:
    found = review.details(at(source, key)).similar
    return [(one.approved.english, round(100 * one.similarity), one.approved.where) for one in found]


@pytest.fixture
def alike(kept: Workspace) -> Workspace:
    """The same with works whose titles are alike."""
    from srcxlate.desk.runs import take_in
    from srcxlate.records import write_record
    from srcxlate.sources import source_path

    for number, title in enumerate(
        ("造船業の危機と再編", "造船業の危機と再編成", "造船業の危機と再生", "造船業と再編"), 5
    ):
        record = Source(id=f"goto-{number}", language="ja", title=title, cited=cited(number))
        write_record(source_path(kept.sources, record), record)
    take_in(kept, None, "Kim")
    return kept


def test_nothing_is_suggested_where_nothing_is_approved(kept):
    review = sitting(kept)
    assert all(similar(review, record.id) == [] for record in RECORDS)


def test_the_best_are_suggested_and_never_the_segment_itself(alike):
    review = sitting(alike)
    for number in (5, 6, 7, 8):
        review.correct(at(f"goto-{number}"), f"English {number}")
    assert similar(review, "goto-5") == [
        ("English 6", 95, "goto-6 title"),
        ("English 7", 89, "goto-7 title"),
        ("English 8", 80, "goto-8 title"),
    ]
    first = review.details(at("goto-5")).similar[0]
    assert (first.approved.who, first.imported) == ("Kim", False)
    assert [(piece.kind, piece.text) for piece in first.difference] == [
        ("same", "造船業の危機と再編"),
        ("gone", "成"),
    ]
    review.correct(at("goto-6"), "English 6, better")
    assert similar(review, "goto-5")[0][0] == "English 6, better"
    review.undo()
    assert similar(review, "goto-5")[0][0] == "English 6"


def test_what_another_sitting_approves_is_suggested_at_once(alike):
    kim, lee = sitting(alike), sitting(alike, "Lee")
    assert similar(kim, "goto-5") == []
    lee.correct(at("goto-6"), "By Lee")
    assert similar(kim, "goto-5") == [("By Lee", 95, "goto-6 title")]


def test_what_stands_for_the_very_text_is_not_suggested_again(kept):
    review = approve(kept, "doi", "Draft of 東京大阪")  # the words of the engine's draft
    assert similar(review, "endo") == []
    review.correct(at("doi"), "Tokyo and Osaka")
    assert similar(review, "endo") == [("Tokyo and Osaka", 100, "doi title")]


def test_only_what_is_approved_is_suggested(kept):
    review = sitting(strict(kept))
    review.correct(at("doi"), "By Kim")
    assert similar(review, "endo") == []
    sitting(strict(kept), "Lee").accept(at("doi"))
    assert similar(review, "endo") == [("By Kim", 100, "doi title")]


# -- what is imported --------------------------------------------------------------------------------------

AT = datetime(2024, 5, 31, 23, 59, 59, tzinfo=UTC)


def tmx(path: Path, *translations: tuple[str, str], who: str = "A. Writer", note: str = "p. 3") -> Path:
    write_tmx(path, [Approved(original, "ja", english, who, AT, note) for original, english in translations])
    return path


def test_what_is_imported_is_suggested_with_its_origin_and_never_used_by_itself(kept, tmp_path):
    from srcxlate.desk import queue
    from srcxlate.desk.recall import take_in

    done = take_in(kept, tmx(tmp_path / "old.tmx", ("東京大阪", "Imported"), ("造船の危幾", "Alike")))
    assert (done.path, done.reading.units, done.changed) == (kept.private / "memory" / "old.tmx", 2, True)
    review = sitting(kept)
    assert similar(review, "doi") == [("Imported", 100, "old.tmx p. 3")]
    (one,) = review.details(at("aoki")).similar
    assert (one.approved.english, one.approved.who, one.approved.at, one.imported) == (
        "Alike",
        "A. Writer",
        AT,
        True,
    )
    assert queue.memory(queue.draftable()) == {}
    assert list(queue.approved()) == []
    review.correct(at("endo"), "Imported")
    assert similar(review, "doi") == [("Imported", 100, "endo title")]  # approved here is better
    done.path.unlink()
    assert similar(sitting(kept), "aoki") == []


def test_a_file_of_many_is_kept_in_the_cache_and_its_change_is_seen(kept, tmp_path, in_a_file):
    from srcxlate.desk.recall import imported, take_in

    many = [(f"造船の危機{number}", f"English {number}") for number in range(9)]
    take_in(kept, tmx(tmp_path / "old.tmx", *many))
    for _ in range(2):
        assert [one.english for one in imported(kept).exact("造船の危機8", "ja")] == ["English 8"]
    assert (kept.private / "cache" / "imported" / module.FILE).exists()
    take_in(kept, tmx(tmp_path / "old.tmx", ("造船の危機8", "Another")), force=True)
    assert [one.english for one in imported(kept).exact("造船の危機8", "ja")] == ["Another"]


def test_the_same_again_changes_nothing_and_another_of_its_name_needs_force(kept, tmp_path):
    from srcxlate.desk.recall import take_in

    assert take_in(kept, tmx(tmp_path / "old.tmx", ("危機", "A crisis"))).changed
    assert not take_in(kept, tmp_path / "old.tmx").changed
    with pytest.raises(Fault, match=r"another old\.tmx was imported before"):
        take_in(kept, tmx(tmp_path / "old.tmx", ("危機", "Another crisis")))
    assert [unit.english for unit in read_tmx(kept.private / "memory" / "old.tmx")] == ["A crisis"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is no valid XML"),
        ("<tmx><body><tu>", "is no valid XML"),
        ("<html/>", "is no TMX"),
        ("<tmx><body/></tmx>", "holds no translation"),
    ],
)
def test_nothing_is_kept_of_a_file_with_a_fault(kept, tmp_path, text, said):
    from srcxlate.desk.recall import take_in

    (tmp_path / "bad.tmx").write_text(text)
    with pytest.raises(Fault, match=said):
        take_in(kept, tmp_path / "bad.tmx")
    assert not (kept.private / "memory").exists()


def test_an_undated_translation_stays_undated(kept, tmp_path):
    from srcxlate.desk.recall import UNDATED, imported, take_in

    unit = '<tu><tuv xml:lang="ja"><seg>危機</seg></tuv><tuv xml:lang="en"><seg>A crisis</seg></tuv></tu>'
    (tmp_path / "old.tmx").write_text(f"<tmx><body>{unit}</body></tmx>")
    take_in(kept, tmp_path / "old.tmx")
    (one,) = imported(kept).exact("危機", "ja")
    assert (one.who, one.at, one.where) == ("", UNDATED, "old.tmx")


def test_a_damaged_file_of_imports_is_told_and_stops_nobody(kept):
    folder = kept.private / "memory"
    folder.mkdir()
    (folder / "old.tmx").write_text("<tmx>")
    review = approve(kept, "doi", "Tokyo and Osaka")
    (line,) = review.settled.left
    assert "nothing that was imported is suggested" in line
    assert "old.tmx" in line
    assert similar(review, "endo") == [("Tokyo and Osaka", 100, "doi title")]


def test_a_text_taken_from_the_memory_says_so_in_its_history(kept):
    review = sitting(kept)
    review.correct(at("doi"), "Tokyo and Osaka", reason="as in old.tmx p. 3")
    assert says(kept, "doi").english == "Tokyo and Osaka"
    assert any("as in old.tmx p. 3" in line for line in review.details(at("doi")).history)


# -- what goes out -----------------------------------------------------------------------------------------


def test_what_is_approved_goes_out_and_what_was_imported_does_not(kept, tmp_path):
    from srcxlate.desk.recall import hand_out, take_in

    take_in(kept, tmx(tmp_path / "old.tmx", ("危機", "A crisis")))
    review = approve(kept, "doi", "Tokyo and Osaka")
    review.correct(at("chen"), "A crisis of shipbuilding")
    review.give_back(at("doi"), "the name is wrong")
    review.correct(at("baek"), "Crisis")
    assert hand_out(tmp_path / "new.tmx") == 2
    units = [
        (u.original, u.language, u.script, u.english, u.who, u.note) for u in read_tmx(tmp_path / "new.tmx")
    ]
    assert units == [
        ("造船业的危机", "zh", "zh-Hans", "A crisis of shipbuilding", "Kim", "chen title"),
        ("조선업의 위기", "ko", None, "Crisis", "Kim", "baek title"),
    ]
    with pytest.raises(Fault, match="is there already"):
        hand_out(tmp_path / "new.tmx", "ko")
    assert hand_out(tmp_path / "new.tmx", "ko", force=True) == 1

"""A person's sitting on a real workspace: what comes, what is decided, what is taken back, and the files.

After each decision the files say what the queue says.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from srcxlate.errors import Fault
from srcxlate.people import Person
from srcxlate.records import write_record
from srcxlate.reviewed import parse_reviewed, reviewed_path
from srcxlate.sources import Container, Locator, Source, source_path
from srcxlate.workspace import Settings, Workspace

from .test_queue import signed
from .test_states import agree

TEXTS = (
    "a: b # c",
    "- a\n- b",
    "~",
    "null",
    "1.0",
    "'\"",
    "\\n \\",
    "a\n\n  b\n c",
    "|",
    "%",
    "日本：『語』",
    "x\u2028y\u2029z",
    "\ufeffx",
    "x\ufffe",
    "\U0001f600",
    "\u202ex",
    "x" * 5_000,
    "é e\u0301",
    "---",
    "...",
    "? a",
    "<<: *x",
    "!!str a",
    "`a`",
    "@a",
)
"""What a careless writer of YAML would break."""
SAME = "東京大阪"
"""A title that three works have."""


def cited(note: int, series: int = 1) -> tuple[Locator, ...]:
    return (Locator(report="report.txt", series=series, note=note),)


RECORDS = (
    Source(
        id="aoki", language="ja", title="造船の危機", containers=(Container(title="海運"),), cited=cited(1)
    ),
    Source(id="baek", language="ko", title="조선업의 위기", cited=cited(2)),
    Source(id="chen", language="zh", script="zh-Hans", title="造船业的危机", cited=cited(2)),
    Source(id="doi", language="ja", title=SAME, cited=cited(3)),
    Source(id="endo", language="ja", title=SAME, cited=cited(4)),
    Source(id="fujii", language="ja", title=SAME, cited=cited(1, series=2)),
)


@pytest.fixture
def kept(desk: Workspace) -> Workspace:
    """A workspace of seven segments, all drafted but that of fujii."""
    from srcxlate.desk import queue
    from srcxlate.desk.runs import take_in

    for record in RECORDS:
        write_record(source_path(desk.sources, record), record)
    take_in(desk, None, "Kim")
    texts = [t for t in queue.draftable() if of(t.segment).source != "fujii"]
    queue.keep_drafts([signed(t.text, t.segment, english=f"Draft of {t.text}") for t in texts])
    return desk


def of(segment: int) -> Any:
    from srcxlate.desk.models import Segment

    return Segment.objects.get(pk=segment)


def at(source: str, key: str = "title") -> Any:
    """A segment as a person sees it."""
    from srcxlate.desk.decisions import item
    from srcxlate.desk.models import Segment

    return item(Segment.objects.get(source=source, key=key).pk)


def strict(workspace: Workspace, *people: Person) -> Workspace:
    """The same workspace, where nobody approves own work."""
    return replace(workspace, settings=Settings(approve_own=False, people=people))


def sitting(workspace: Workspace, who: str = "Kim") -> Any:
    from srcxlate.desk.review import Review

    return Review(workspace, who)


def coming(review: Any) -> list[str]:
    """All that comes, in order; each is left as it is and given back in the end."""
    found = []
    while item := review.next():
        found.append(f"{item.segment.source} {item.segment.key}")
    review.close()
    return found


def says(workspace: Workspace, source: str, key: str = "title") -> Any:
    """What a work's file says of a segment."""
    path = reviewed_path(workspace.sources, at(source).segment.language, source)
    return parse_reviewed(path.read_text(), str(path), source).entry(key)


@contextmanager
def closed(folder: Path) -> Iterator[None]:
    """A folder that nobody may write in."""
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


ALL = ["fujii title", "aoki title", "aoki container", "baek title", "chen title", "doi title", "endo title"]


class TestOrder:
    def test_what_waits_by_status_and_work(self, kept):
        assert coming(sitting(kept)) == ALL
        agree(kept)

    def test_returned_to_me_then_returned_then_stale_then_the_rest(self, kept):
        from srcxlate.desk.runs import take_in

        kim, lee = sitting(kept), sitting(kept, "Lee")
        kim.correct(at("chen"), "Kim's")
        kim.correct(at("doi"), "Kim's too")
        lee.correct(at("baek"), "Lee's")
        lee.give_back(at("endo"), "a draft like this")
        kim.give_back(at("baek"), "the name")
        lee.give_back(at("chen"), "the date")
        changed = RECORDS[3].model_copy(update={"title": "東京と大阪"})
        write_record(source_path(kept.sources, changed), changed)
        take_in(kept, None, "Kim")
        rest = ["fujii title", "aoki title", "aoki container"]
        assert coming(sitting(kept)) == ["chen title", "endo title", "doi title", *rest]
        assert coming(sitting(kept, "Lee")) == ["baek title", "endo title", "doi title", *rest]
        assert coming(sitting(strict(kept, Person(name="Kim", also=("金",))), "金"))[0] == "chen title"
        agree(kept)

    def test_own_work_comes_to_others_where_one_may_not_approve_it(self, kept):
        workspace = strict(kept)
        sitting(workspace).correct(at("baek"), "Kim's")
        assert "baek title" not in coming(sitting(workspace))
        assert "baek title" not in coming(sitting(workspace, "ＫＩＭ"))
        assert "baek title" in coming(sitting(workspace, "Lee"))

    def test_what_is_decided_or_skipped_does_not_come_again(self, kept):
        review = sitting(kept)
        first, second = review.next(), None
        review.skip(first)
        second = review.next()
        review.correct(second, "English")
        assert coming(review) == ALL[2:]
        assert review.next() is None
        review.choose("all")
        assert coming(review) == [ALL[0], *ALL[2:]]

    def test_progress(self, kept):
        review = sitting(kept)
        assert (review.progress.done, review.progress.left) == (0, 7)
        review.correct(review.next(), "English")
        assert (review.progress.done, review.progress.left) == (1, 6)
        review.next()
        assert (review.progress.done, review.progress.left) == (1, 5)
        review.undo()
        assert (review.progress.done, review.progress.left) == (0, 5)


class TestChoice:
    @pytest.mark.parametrize(
        ("what", "comes"),
        [
            (["ko"], ["baek title"]),
            (["zh"], ["chen title"]),
            (["und"], []),
            (["2"], ["baek title", "chen title"]),
            (["1"], ["aoki title", "aoki container"]),
            (["2.1"], ["fujii title"]),
            (["aoki", "3"], ["aoki title", "aoki container", "doi title"]),
            (["ko", "2"], ["baek title"]),
            (["risk"], ALL),
            (["all"], ALL),
        ],
    )
    def test_by_language_note_and_id(self, kept, what, comes):
        review = sitting(kept)
        assert review.choose(*what).startswith("from now on: ")
        assert coming(review) == comes

    @pytest.mark.parametrize("what", ["99", "nobody", "2.99"])
    def test_nothing_is_called_so(self, kept, what):
        review = sitting(kept)
        review.choose("ko")
        with pytest.raises(Fault):
            review.choose(what)
        assert coming(review) == ["baek title"]

    def test_what_is_named_comes_though_it_is_done(self, kept):
        review = sitting(kept)
        review.correct(at("baek"), "English")
        review.choose("baek")
        item = review.next()
        assert item.text == "English"
        review.correct(item, "Better")
        assert says(kept, "baek").english == "Better"
        review.undo()
        assert review.progress.done == 1
        agree(kept)


class TestUndo:
    def test_each_decision_in_turn(self, kept):
        review = sitting(kept)
        places = [("aoki", "title"), ("aoki", "container"), ("baek", "title")]
        states = [[at(*place).segment for place in places]]
        for decide, place, *words in (
            (review.accept, places[0]),
            (review.correct, places[1], "Shipping"),
            (review.give_back, places[0], "why"),
            (review.correct, places[0], "Again"),
            (review.give_back, places[2], "a draft"),
        ):
            decide(at(*place), *words)
            agree(kept)
            states.append([at(*place).segment for place in places])
        for before in reversed(states[:-1]):
            assert review.undo() is not None
            agree(kept)
            for was, place in zip(before, places, strict=True):
                now = at(*place).segment
                for name in ("status", "draft", "correction", "approval", "returned"):
                    assert getattr(now, name) == getattr(was, name)
        assert review.undo() is None
        assert review.decided == []
        assert says(kept, "aoki").english is None

    def test_its_item_is_given_and_held(self, kept):
        review = sitting(kept)
        item = review.next()
        review.correct(item, "English")
        back = review.undo()
        assert (back.segment.pk, back.segment.status) == (item.segment.pk, "undrafted")
        assert back.segment.claimed_by == "Kim"

    def test_not_what_someone_decided_since_but_what_was_before_it(self, kept):
        from srcxlate.desk.decisions import Conflict

        review = sitting(kept)
        review.correct(at("baek"), "First")
        review.correct(at("chen"), "Second")
        sitting(kept, "Lee").correct(at("chen"), "Lee's")
        with pytest.raises(Conflict) as conflict:
            review.undo()
        assert conflict.value.now.text == "Lee's" == says(kept, "chen").english
        assert review.undo().segment.source == "baek"
        assert review.undo() is None
        agree(kept)

    def test_identical_texts_at_once(self, kept):
        review = sitting(kept)
        review.correct(at("doi"), "Tokyo and Osaka")
        review.accept_elsewhere(at("doi"), review.elsewhere(at("doi")))
        assert review.progress.done == 3
        review.undo()
        agree(kept)
        assert [at(name).segment.status for name in ("doi", "endo", "fujii")] == [
            "approved",
            "drafted",
            "undrafted",
        ]
        assert review.progress.done == 1
        review.undo()
        assert at("doi").segment.status == "drafted"
        agree(kept)

    def test_of_identical_texts_one_that_someone_decided_stays(self, kept):
        from srcxlate.desk.decisions import Conflict

        review = sitting(kept)
        review.correct(at("doi"), "Tokyo and Osaka")
        review.accept_elsewhere(at("doi"), review.elsewhere(at("doi")))
        sitting(kept, "Lee").correct(at("endo"), "Lee's")
        with pytest.raises(Conflict):
            review.undo()
        assert (at("endo").text, at("fujii").segment.status) == ("Lee's", "undrafted")
        assert review.undo().segment.source == "doi"
        agree(kept)

    def test_a_language(self, kept):
        from srcxlate.desk import queue
        from srcxlate.sources import read_sources

        record = Source(id="open", language="und", title=SAME, containers=(Container(title="経済"),))
        queue.sync([*read_sources(kept.sources), record], "Kim")
        review = sitting(kept)
        review.correct(at("baek"), "English")
        review.choose("und")
        done = review.decide(review.next(), "ja")
        assert done.item.segment.status == "undrafted"
        assert review.details(done.item).work.language == "ja"
        agree(kept)
        with pytest.raises(Fault, match=r"^open is ja already"):
            review.decide(done.item, "ko")
        assert review.undo().segment.status == "undecided"
        agree(kept)
        assert review.undo().segment.source == "baek"

    def test_not_a_language_for_which_someone_wrote(self, kept):
        from srcxlate.desk import queue
        from srcxlate.desk.decisions import Conflict
        from srcxlate.sources import read_sources

        record = Source(id="open", language="und", title=SAME, containers=(Container(title="経済"),))
        queue.sync([*read_sources(kept.sources), record], "Kim")
        review = sitting(kept)
        review.decide(at("open"), "ja")
        sitting(kept, "Lee").correct(at("open", "container"), "Economy")
        with pytest.raises(Conflict) as conflict:
            review.undo()
        assert conflict.value.now.text == "Economy"
        assert review.undo() is None
        agree(kept)


class TestElsewhere:
    def test_those_that_wait_get_the_same_english(self, kept):
        review = sitting(kept)
        done = review.correct(at("doi"), "Tokyo and Osaka")
        same = review.elsewhere(done.item)
        assert [item.segment.source for item in same] == ["endo", "fujii"]
        said = review.accept_elsewhere(done.item, same).said
        assert said == "2 more: corrected and approved by Kim"
        for name in ("endo", "fujii"):
            assert (says(kept, name).english, says(kept, name).corrected_by) == ("Tokyo and Osaka", "Kim")
            assert at(name).segment.claim == ""
        assert review.elsewhere(done.item) == []
        agree(kept)

    def test_what_others_hold_or_changed_is_left(self, kept):
        from srcxlate.desk.decisions import Conflict

        review, lee = sitting(kept), sitting(kept, "Lee")
        done = review.correct(at("doi"), "Tokyo and Osaka")
        same = review.elsewhere(done.item)
        lee.correct(at("endo"), "Lee's")
        assert review.accept_elsewhere(done.item, same).said.startswith("1 more")
        assert (at("endo").text, at("fujii").text) == ("Lee's", "Tokyo and Osaka")
        agree(kept)
        with pytest.raises(Conflict):
            review.accept_elsewhere(done.item, same)
        assert at("endo").segment.claim == at("fujii").segment.claim == ""

    def test_what_others_hold(self, kept):
        review, lee = sitting(kept), sitting(kept, "Lee")
        done = review.correct(at("doi"), "Tokyo and Osaka")
        lee.choose("2.1")
        assert lee.next().segment.source == "fujii"
        same = review.elsewhere(done.item)
        review.accept_elsewhere(done.item, same)
        assert (at("endo").text, at("fujii").text) == ("Tokyo and Osaka", None)
        with pytest.raises(Fault, match=r"^someone else has them"):
            review.accept_elsewhere(done.item, review.elsewhere(done.item))
        agree(kept)


class TestUnwritten:
    @pytest.fixture
    def stuck(self, kept, permissions_bind):
        """A sitting whose last decision is in the queue and not in its file."""
        from srcxlate.desk.review import Unwritten

        review = sitting(kept)
        with closed(kept.sources / "ko"):
            with pytest.raises(Unwritten) as unwritten:
                review.correct(at("baek"), "Not to be lost")
            assert unwritten.value.message.startswith("baek title: corrected and approved by Kim; its file ")
            assert unwritten.value.mend == "Check its permissions."
            assert str(unwritten.value.place).endswith("baek.en.yaml")
            assert unwritten.value.done.item == at("baek")
            yield kept, review
        agree(kept)

    def test_it_is_in_the_queue_and_nothing_comes_before_its_file_is_written(self, stuck):
        workspace, review = stuck
        assert at("baek").text == "Not to be lost"
        for _ in range(2):
            with pytest.raises(Fault, match="may not be read or written here"):
                review.next()
        (workspace.sources / "ko").chmod(0o755)
        assert review.next() is not None
        assert says(workspace, "baek").english == "Not to be lost"

    def test_the_next_sitting_writes_it(self, stuck):
        workspace, _ = stuck
        (workspace.sources / "ko").chmod(0o755)
        sitting(workspace, "Lee")
        assert (says(workspace, "baek").english, says(workspace, "baek").corrected_by) == (
            "Not to be lost",
            "Kim",
        )

    def test_it_can_be_taken_back(self, stuck):
        workspace, review = stuck
        (workspace.sources / "ko").chmod(0o755)
        assert review.undo().segment.status == "drafted"
        assert review.undo() is None

    def test_a_decision_that_could_not_begin_can_still_be_taken_back(self, stuck):
        """The file cannot be written before the decision either: nothing is taken back yet."""
        workspace, review = stuck
        with pytest.raises(Fault, match="may not be read or written here"):
            review.undo()
        assert at("baek").text == "Not to be lost"
        (workspace.sources / "ko").chmod(0o755)
        assert review.undo().segment.status == "drafted"

    def test_so_with_taking_back(self, kept, permissions_bind):
        from srcxlate.desk.review import Unwritten

        review = sitting(kept)
        review.correct(at("chen"), "First")
        review.correct(at("baek"), "English")
        with closed(kept.sources / "ko"), pytest.raises(Unwritten, match="taken back"):
            review.undo()
        assert (at("baek").segment.status, review.progress.done) == ("drafted", 1)
        assert review.next() is not None
        agree(kept)
        assert review.undo().segment.source == "chen"
        assert review.undo() is None
        agree(kept)

    def test_of_several_works_the_others_files_are_written(self, kept, permissions_bind):
        from srcxlate.desk.review import Unwritten

        review = sitting(kept)
        done = review.correct(at("doi"), "Tokyo and Osaka")
        path = reviewed_path(kept.sources, "ja", "endo")
        path.mkdir()
        with pytest.raises(Fault):
            review.accept_elsewhere(done.item, review.elsewhere(done.item))
        path.rmdir()
        assert at("endo").segment.claim == at("fujii").segment.claim == ""
        with closed(kept.sources / "ja"), pytest.raises(Unwritten):
            review.accept_elsewhere(done.item, review.elsewhere(done.item))
        assert at("fujii").text == "Tokyo and Osaka"
        review.next()
        agree(kept)


class TestFiles:
    def test_what_a_person_wrote_in_a_file_is_there_when_a_sitting_begins(self, kept):
        path = reviewed_path(kept.sources, "ja", "aoki")
        path.write_text(path.read_text().replace("segment: title", "segment: title\n    english: By hand"))
        review = sitting(kept, "Lee")
        assert review.settled.taken == ["aoki title: corrected, as its file says"]
        assert (at("aoki").text, at("aoki").segment.correction.who) == ("By hand", "Lee")
        agree(kept)

    def test_what_was_written_in_a_file_meanwhile_is_a_conflict(self, kept):
        from srcxlate.desk.decisions import Conflict

        review = sitting(kept)
        item = at("aoki")
        path = reviewed_path(kept.sources, "ja", "aoki")
        path.write_text(path.read_text().replace("segment: title", "segment: title\n    english: By hand"))
        with pytest.raises(Conflict) as conflict:
            review.accept(item)
        assert conflict.value.now.text == "By hand" == says(kept, "aoki").english
        agree(kept)

    def test_any_english_is_in_the_file_as_it_was_given(self, kept):
        review, workspace = sitting(kept), strict(kept)
        for text in TEXTS:
            done = review.correct(at("aoki"), text)
            assert done.item.text == text == says(kept, "aoki").english
            agree(kept)
            assert sitting(workspace).settled.taken == []

    def test_so_is_any_reason(self, kept):
        review = sitting(kept)
        review.correct(at("aoki"), "English")
        for text in TEXTS:
            review.give_back(at("aoki"), text)
            assert says(kept, "aoki").returned == " ".join(text.split())
            agree(kept)

    def test_details(self, kept):
        from srcxlate.desk.runs import take_in

        review = sitting(kept)
        review.correct(at("aoki"), "The crisis of shipbuilding")
        changed = RECORDS[0].model_copy(update={"title": "造船の転機"})
        write_record(source_path(kept.sources, changed), changed)
        take_in(kept, None, "Kim")
        review.comment(at("aoki"), "look again")
        told = review.details(at("aoki"))
        assert told.work == changed
        assert told.notes == ("report.txt note 1",)
        assert [comment[1:] for comment in told.comments] == [("Kim", "look again")]
        assert told.checks == ("stale: the original changed after this English was written",)
        assert "".join(p.text for p in told.stale if p.kind != "new") == "造船の危機"
        assert "".join(p.text for p in told.stale if p.kind != "gone") == "造船の転機"


class TestProposals:
    def test_a_term_is_proposed_once_added_once_and_declined_for_good(self, desk):
        from srcxlate.desk import queue
        from srcxlate.desk.runs import take_in

        places = ("東京", "大阪", "名古屋", "京都", "神戸")
        for number, place in enumerate(places):
            record = Source(id=f"w{number}", language="ja", title=f"{place}の造船協会")
            write_record(source_path(desk.sources, record), record)
        take_in(desk, None, "Kim")
        names = {"東京": "Tokyo", "大阪": "Osaka", "名古屋": "Nagoya", "京都": "Kyoto", "神戸": "Kobe"}
        queue.keep_drafts(
            [
                signed(t.text, t.segment, english=f"The boat club of {names[t.text.split('の')[0]]}")
                for t in queue.draftable()
            ]
        )
        review = sitting(desk)
        for number, place in enumerate(places):
            review.correct(at(f"w{number}"), f"The shipbuilding association of {names[place]}")
        (proposal,) = review.proposals()
        assert (proposal.original, proposal.english) == ("造船協会", "shipbuilding association")
        assert review.proposals() == []
        (again,) = sitting(desk, "Lee").proposals()
        assert again == proposal
        review.decline(proposal)
        review.decline(proposal)
        assert sitting(desk, "Lee").proposals() == []
        path = review.add_term(proposal, "Shipbuilding Association")
        assert "造船協会" in path.read_text()
        assert "authority: Kim, in review" in path.read_text()
        with pytest.raises(Fault):
            review.add_term(proposal)


OTHER = """
import sys
from pathlib import Path
from srcxlate.desk.database import open_desk
from srcxlate.workspace import Settings, Workspace

workspace = Workspace(Path(sys.argv[1]), Settings())
with open_desk(workspace):
    from srcxlate.desk.review import Review
    review = Review(workspace, sys.argv[2])
    for line in sys.stdin:
        item = review.next()
        print(item.segment.pk if item else "none", flush=True)
        if item and line.strip():
            review.correct(item, line.strip())
"""


class TestTwoProcesses:
    def start(self, workspace: Workspace, who: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", OTHER, str(workspace.root), who],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @staticmethod
    def ask(process: "subprocess.Popen[str]", text: str = "") -> str:
        assert process.stdin
        assert process.stdout
        process.stdin.write(text + "\n")
        process.stdin.flush()
        return process.stdout.readline().strip()

    def test_no_item_is_given_to_both(self, kept):
        with self.start(kept, "Kim") as kim, self.start(kept, "Lee") as lee:
            given = []
            for number in range(4):
                given += [self.ask(kim, f"Kim {number}"), self.ask(lee, f"Lee {number}")]
            assert self.ask(kim) == self.ask(lee) == "none"
        items = [pk for pk in given if pk != "none"]
        assert len(items) == len(set(items)) == 7
        assert (kim.returncode, lee.returncode) == (0, 0)
        agree(kept)

    def test_what_one_holds_comes_to_the_other_when_its_process_is_gone(self, kept):
        with self.start(kept, "Kim") as kim:
            held = self.ask(kim)
            review = sitting(kept, "Lee")
            assert str(review.next().segment.pk) != held
            review.close()
            kim.kill()
        assert str(sitting(kept, "Lee").next().segment.pk) == held

    def test_both_at_once(self, kept):
        """Decisions that meet: each is kept, in the queue and in the files."""
        with self.start(kept, "Kim") as kim, self.start(kept, "Lee") as lee:
            for process, who in ((kim, "Kim"), (lee, "Lee")):
                assert process.stdin
                process.stdin.write("".join(f"{who} {number}\n" for number in range(4)))
                process.stdin.close()
            given = [line.strip() for p in (kim, lee) if p.stdout for line in p.stdout]
        items = [pk for pk in given if pk != "none"]
        assert len(items) == len(set(items)) == 7
        agree(kept)

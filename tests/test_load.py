"""A lost queue from the files alone, and the work of two people merged by git: `load` and `publish`."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from srcxlate.desk.database import open_desk
from srcxlate.errors import Fault
from srcxlate.workspace import find_workspace

from .conftest import DRAFT, REPORT, Shell

TITLE = "mori-2018-innoshima-no-saigo"
"""A work with a title and a container."""
FULL = "kaiji-2021-zosen-kiban-no"
LONE = "ogawa-2019-hosho-no-nedan"
"""A work with a title alone."""

Place = tuple[str, str]
"""A work and a segment's key."""
State = tuple[Any, ...]


@contextmanager
def sitting(shell: Shell, who: str) -> Iterator[Any]:
    from srcxlate.desk.review import Review

    workspace = find_workspace(shell.folder)
    with open_desk(workspace):
        review = Review(workspace, who)
        yield review
        review.close()


def item(source: str, key: str = "title") -> Any:
    from srcxlate.desk import decisions
    from srcxlate.desk.models import Segment

    return decisions.item(Segment.objects.get(source=source, key=key).pk)


def correct(shell: Shell, who: str, source: str, key: str, text: str) -> None:
    with sitting(shell, who) as review:
        review.correct(item(source, key), text)


def reviewed(shell: Shell) -> dict[Place, State]:
    """What the queue has of people's work, field by field."""
    from srcxlate.desk.models import Segment

    with open_desk(find_workspace(shell.folder)):
        return {
            (s.source, s.key): (
                s.status,
                s.english,
                s.correction.original,
                s.correction.digest,
                *(
                    (step.who, step.at) if step else None
                    for step in (s.correction, s.approval, s.publication)
                ),
                s.returned,
                s.stale,
            )
            for s in Segment.objects.select_related("correction", "approval", "publication")
            if s.correction
        }


def files(shell: Shell) -> dict[str, bytes]:
    return {
        str(p.relative_to(shell.folder)): p.read_bytes() for p in (shell.folder / "sources").rglob("*.yaml")
    }


def lose_queue(shell: Shell) -> None:
    lost = list((shell.folder / ".srcxlate").glob("desk.sqlite3*"))
    assert lost
    for path in lost:
        path.unlink()


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def english_file(shell: Shell, source: str) -> Path:
    return next((shell.folder / "sources").glob(f"*/{source}.en.yaml"))


@pytest.fixture
def worked(drafted: Shell) -> Shell:
    """Texts corrected, approved, published and returned by three people."""
    with sitting(drafted, "Kim") as review:
        review.accept(item(TITLE))
        review.correct(item(TITLE, "container"), "Annals:\n'yes' # \u202e中国")
        review.correct(item(LONE), "The price of guarantees")
        review.correct(item(FULL), "Shipbuilding")
    with sitting(drafted, "Lee") as review:
        review.give_back(item(FULL), "Which yards?")
        review.correct(item(FULL, "container"), "Bulletin")
        review.comment(item(LONE), "Ask the author")
    assert drafted("publish", LONE, "--as", "Bo").status == 0
    return drafted


class TestLoad:
    def test_a_lost_queue(self, worked):
        states, before = reviewed(worked), files(worked)
        assert len(states) == 5
        lose_queue(worked)
        done = worked("load", "--json", "--as", "Somebody")
        assert done.status == 0
        assert reviewed(worked) == states
        assert files(worked) == before
        assert {(row["id"], row["segment"]) for row in done.json} == set(states)
        assert {row["corrected"] for row in done.json} == {state[1] for state in states.values()}
        told = done.lines[-1]
        assert told.startswith("not in any file, so not rebuilt: drafts and why they were returned (")
        for what in ("earlier versions", "comments", "declined terms", "works of open language"):
            assert what in told
        assert done.lines[-2] == "5 segments have a person's English; 0 files written"

    def test_drafts_come_again_and_people_s_texts_stay(self, worked):
        states = reviewed(worked)
        lose_queue(worked)
        worked("load")
        assert worked("draft", *DRAFT).status == 0
        assert reviewed(worked) == states
        assert worked("run", REPORT, "--json", *DRAFT).json["queue"] == {
            "drafted": 15, "corrected": 1, "approved": 3, "published": 1,
        }  # fmt: skip

    def test_a_second_time_changes_nothing(self, worked):
        lose_queue(worked)
        worked("load")
        states, before = reviewed(worked), files(worked)
        done = worked("load")
        assert (done.status, done.lines) == (0, ["5 segments have a person's English; 0 files written"])
        assert (reviewed(worked), files(worked)) == (states, before)

    def test_a_copy_of_the_folder_has_the_same(self, worked, tmp_path, environment):
        shutil.copytree(worked.folder, tmp_path / "copy", ignore=shutil.ignore_patterns(".srcxlate"))
        copy = Shell(tmp_path / "copy", environment)
        assert copy("load").status == 0
        assert reviewed(copy) == reviewed(worked)
        assert files(copy) == files(worked)

    def test_a_stale_text_is_shown_with_the_difference(self, worked):
        """From the files alone: what the English renders stands beside it."""
        record = next((worked.folder / "sources").glob(f"*/{LONE}.yaml"))
        title = re.search(r"(?m)^title: (.*)$", record.read_text())
        assert title
        edit(record, title[0], f"title: {title[1]}改")
        lose_queue(worked)
        assert worked("load").status == 0
        assert reviewed(worked)[LONE, "title"][-1] is True
        (row,) = [row for row in worked("queue", "--json").json if row["id"] == LONE]
        assert row["checks"] == ["stale: the original changed after this English was written"]
        with sitting(worked, "Kim") as review:
            pieces = review.details(item(LONE)).stale
        assert "".join(p.text for p in pieces if p.kind != "new") == title[1]
        assert "".join(p.text for p in pieces if p.kind != "gone") == title[1] + "改"

    def test_a_rebuilt_queue_takes_an_own_approval_for_what_was(self, worked):
        states = reviewed(worked)
        edit(worked.folder / "srcxlate.yaml", "approve_own: true", "approve_own: false")
        lose_queue(worked)
        assert worked("load").status == 0
        assert reviewed(worked) == states

    def test_what_cannot_be_taken_in_is_named(self, worked):
        lone = english_file(worked, LONE)
        other = lone.with_name("nobody-2020-no-work.en.yaml")
        other.write_text(lone.read_text().replace(LONE, other.name.removesuffix(".en.yaml")))
        done = worked("load")
        assert done.status == 0
        assert done.lines[0].startswith("not taken in: ")
        assert done.lines[0].endswith("no work in the queue is called 'nobody-2020-no-work'")

    def test_a_faulty_file_and_sound_ones(self, worked):
        states = reviewed(worked)
        edit(english_file(worked, FULL), "status: ", "state: ")
        lose_queue(worked)
        done = worked("load", "--json")
        assert (done.status, len(done.json)) == (2, 3)
        assert f"{FULL}.en.yaml:7: unknown field 'segments.0.state'" in done.lines[0]
        assert done.lines[-2] == "3 segments have a person's English; 0 files written"
        assert done.lines[-1].startswith("not in any file, so not rebuilt: ")
        sound = {place: state for place, state in states.items() if place[0] != FULL}
        assert reviewed(worked) == sound
        edit(english_file(worked, FULL), "state: ", "status: ")
        assert worked("load").status == 0
        assert reviewed(worked) == states

    def test_a_sitting_goes_on_beside_a_faulty_file(self, worked):
        path = english_file(worked, FULL)
        edit(path, "status: ", "state: ")
        text = path.read_text()
        with sitting(worked, "Kim") as review:
            assert "unknown field 'segments.0.state'" in review.settled.left[0]
            review.correct(item(TITLE), "The last launching")
            with pytest.raises(Fault, match=r"unknown field 'segments.0.state'"):
                review.correct(item(FULL), "Never")
            assert item(FULL).text == "Shipbuilding"
        assert "english: The last launching\n" in english_file(worked, TITLE).read_text()
        assert path.read_text() == text

    def test_the_edit_of_a_file_is_that_of_who_finds_it(self, worked):
        edit(english_file(worked, LONE), "The price of guarantees", "The price of a guarantee")
        done = worked("load", "--as", "Ann")
        assert done.lines[0] == f"{LONE} title: approved, as its file says"
        state = reviewed(worked)[LONE, "title"]
        assert (state[:2], state[4][0]) == (("approved", "The price of a guarantee"), "Ann")

    def test_no_records(self, empty):
        done = empty("load", "--as", "Kim")
        assert (done.status, len(done.lines)) == (2, 1)


class TestPublish:
    def test_all_that_is_approved(self, worked):
        done = worked("publish", "--json", "--as", "Bo")
        assert (done.status, done.lines) == (0, ["published: 3"])
        assert {row["status"] for row in done.json} == {"published"}
        assert english_file(worked, TITLE).read_text().count("published_by: Bo") == 2

    def test_what_is_stale_is_not(self, worked):
        record = next((worked.folder / "sources").glob(f"*/{TITLE}.yaml"))
        title = re.search(r"(?m)^title: (.*)$", record.read_text())
        assert title
        edit(record, title[0], title[0] + "改")
        worked("load")
        done = worked("publish", TITLE, "--json")
        assert (done.status, len(done.json)) == (2, 1)
        assert done.lines[0] == (
            f"srcxlate: the original of {TITLE} title changed after its English was written. "
            "Review it again first."
        )
        assert reviewed(worked)[TITLE, "title"][0] == "approved"

    def test_what_is_unknown_or_not_approved_is_not(self, worked):
        before = reviewed(worked), files(worked)
        done = worked("publish", TITLE, "nothing-2020-is-so", "neither")
        assert (done.status, len(done.lines), done.out) == (2, 2, "")
        assert "no work in the queue is called 'nothing-2020-is-so'" in done.err
        done = worked("publish", "lu-2022-zaochuanye-de-yacangshi")
        assert (done.status, "is drafted; it cannot become published" in done.err) == (2, True)
        assert (reviewed(worked), files(worked)) == before


# -- two people and git ------------------------------------------------------------------------------


@dataclass
class Pair:
    """Two clones of one workspace, each with a queue of its own."""

    one: Shell
    two: Shell

    def merge(self) -> "subprocess.CompletedProcess[str]":
        """Commits both, and merges the second's work into the first's."""
        for shell in (self.one, self.two):
            assert git(shell.folder, "commit", "-qam", "review", "--allow-empty").returncode == 0
        return git(self.one.folder, "pull", "-q", "--no-rebase", "--no-edit", str(self.two.folder), "main")


def git(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    settings = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", *settings, *words], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def pair(drafted: Shell, tmp_path: Path, environment: dict[str, str]) -> Pair:
    assert git(drafted.folder, "init", "-qb", "main").returncode == 0
    git(drafted.folder, "add", "-A")
    assert git(drafted.folder, "commit", "-qm", "drafts").returncode == 0
    return Pair(drafted, second(drafted, tmp_path / "second", environment))


def second(shell: Shell, folder: Path, environment: dict[str, str]) -> Shell:
    assert git(shell.folder, "clone", "-q", str(shell.folder), str(folder)).returncode == 0
    copy = Shell(folder, environment)
    assert copy("load").status == 0
    return copy


class TestMerge:
    def both(self, pair: Pair, before: Mapping[Place, State] | None = None) -> dict[Place, State]:
        """What both have done is in the first's queue after a merge and `load`, and in both queues then.

        :param before: what both had at first; gives what they have then.
        """
        theirs = reviewed(pair.two).items() - (before or {}).items()
        wanted = reviewed(pair.one) | dict(theirs)
        merged = pair.merge()
        assert merged.returncode == 0, merged.stdout + merged.stderr
        merged_files = files(pair.one)
        assert pair.one("load", "--as", "Somebody").status == 0
        assert reviewed(pair.one) == wanted
        assert files(pair.one) == merged_files
        assert git(pair.one.folder, "status", "--porcelain").stdout == ""
        assert git(pair.two.folder, "pull", "-q", str(pair.one.folder), "main").returncode == 0
        assert pair.two("load", "--as", "Somebody").status == 0
        assert reviewed(pair.two) == wanted
        time.sleep(1.1)  # times are kept to the second: what comes next is later
        return wanted

    def test_the_first_corrections_of_a_file(self, pair):
        correct(pair.one, "Kim", TITLE, "title", "The last yard of Innoshima")
        correct(pair.two, "Lee", TITLE, "container", "Annals")
        wanted = self.both(pair)
        assert [wanted[TITLE, key][4][0] for key in ("title", "container")] == ["Kim", "Lee"]

    def test_different_segments_of_a_full_file(self, pair):
        correct(pair.one, "Kim", TITLE, "title", "The last yard of Innoshima")
        correct(pair.two, "Lee", TITLE, "container", "Annals")
        before = self.both(pair)
        correct(pair.one, "Kim", TITLE, "title", "Innoshima's last yard")
        correct(pair.two, "Lee", TITLE, "container", "Annals of labour")
        wanted = self.both(pair, before)
        assert [wanted[TITLE, key][1] for key in ("title", "container")] == [
            "Innoshima's last yard",
            "Annals of labour",
        ]

    def test_one_publishes_and_returns_what_is_beside_the_other_s(self, pair):
        correct(pair.one, "Kim", TITLE, "title", "The last yard of Innoshima")
        before = self.both(pair)
        assert pair.one("publish", TITLE, "--as", "Kim").status == 2  # the container is no more than a draft
        correct(pair.two, "Lee", TITLE, "container", "Annals")
        wanted = self.both(pair, before)
        assert [wanted[TITLE, key][0] for key in ("title", "container")] == ["published", "approved"]

    @pytest.mark.parametrize("step", [2, 3])
    def test_many_segments(self, pair, tmp_path, environment, step):
        record = next((pair.one.folder / "sources").glob(f"*/{TITLE}.yaml"))
        text = record.read_text()
        assert text.count("containers:") == 1
        more = "".join(f"  - title: 年報{number}\n" for number in range(12))
        record.write_text(text.replace("containers:\n", "containers:\n" + more))
        assert pair.one("load").status == 0
        git(pair.one.folder, "commit", "-qam", "containers")
        pair.two = second(pair.one, tmp_path / "third", environment)
        with open_desk(find_workspace(pair.one.folder)):
            from srcxlate.desk import listing

            keys = [segment.key for segment in listing.find(TITLE)]
        assert len(keys) == 14
        for number, key in enumerate(keys):
            who = number % step
            if who < 2:
                shell, name = ((pair.one, "Kim"), (pair.two, "Lee"))[who]
                correct(shell, name, TITLE, key, f"Text {number}\nof {name}")
        wanted = self.both(pair)
        assert len(wanted) == sum(number % step < 2 for number in range(14))

    def test_the_same_person_in_two_places(self, pair):
        correct(pair.one, "Kim", TITLE, "title", "The last yard")
        self.both(pair)
        correct(pair.two, "Kim", TITLE, "title", "The last yard of Innoshima")
        wanted = reviewed(pair.two)
        git(pair.two.folder, "commit", "-qam", "again")
        assert git(pair.one.folder, "pull", "-q", "--no-rebase", str(pair.two.folder), "main").returncode == 0
        assert pair.one("load", "--as", "Somebody").status == 0
        assert reviewed(pair.one)[TITLE, "title"][1:] == wanted[TITLE, "title"][1:]

    def test_the_same_segment_is_a_conflict_that_is_told(self, pair):
        correct(pair.one, "Kim", TITLE, "title", "The last yard")
        correct(pair.two, "Lee", TITLE, "title", "The final yard")
        mine = reviewed(pair.one)
        merged = pair.merge()
        assert merged.returncode == 1
        assert f"{TITLE}.en.yaml" in merged.stdout
        path = english_file(pair.one, TITLE)
        text = path.read_text()
        assert "<<<<<<<" in text
        done = pair.one("load")
        line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("<<<<<<<"))
        assert (done.status, done.lines) == (
            2,
            [
                f"srcxlate: {path}:{line}: holds two sides that git could not merge. "
                "Make one of the two sides, and take out the lines <<<<<<<, ======= and >>>>>>>.",
                "1 segments have a person's English; 0 files written",
            ],
        )
        assert (path.read_text(), reviewed(pair.one)) == (text, mine)

        theirs = re.sub(r"(?ms)^<<<<<<<.*?^=======\n(.*?)^>>>>>>>.*?\n", r"\1", text)
        path.write_text(theirs)
        assert pair.one("load").status == 0
        assert reviewed(pair.one) == reviewed(pair.two)
        assert path.read_text() == theirs

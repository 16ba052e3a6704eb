"""The states of a segment and its file beside the original, walked at random against a simple model of both.

Records come, change and go, drafts come, people decide, edit files by hand and are interrupted. After each
step the queue is what the model says, its history is whole, and the files say what the queue says.
``benchmarks/random_walk.py`` walks further. Django must be set up before its models are imported.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from srcxlate.drafts import Job, SignedDraft
from srcxlate.engines import Identity, Request
from srcxlate.errors import Fault
from srcxlate.people import Person
from srcxlate.records import write_record
from srcxlate.reviewed import Entry, Reviewed, parse_reviewed, render_reviewed, reviewed_path
from srcxlate.sources import Container, Ignored, Source, source_path
from srcxlate.workspace import Settings, Workspace

IDENTITY = Identity("argos", "test 1", "ab" * 32, "cd" * 32)
TABLE = {
    "undecided": {"undrafted"},
    "undrafted": {"drafted", "corrected", "undecided"},
    "drafted": {"corrected", "drafted", "undrafted", "undecided"},
    "corrected": {"approved", "corrected", "drafted", "undrafted"},
    "approved": {"published", "corrected"},
    "published": {"corrected"},
}
"""Where each status may go."""
PERSON_S = ("corrected", "approved", "published")
LANGUAGES: dict[str, Any] = {"a": "ja", "b": "ko", "c": "zh"}
PEOPLE = {"Kim": "Kim", "ＫＩＭ": "Kim", "Lee": "Lee", "李": "Lee"}
"""Who acts under which name."""
KNOWN = (Person(name="Lee", also=("李",)),)
WORDS = ("One", "No: a # 'b' \"c\"", "~", "Two\n\n  lines", "- 10.0", "日本 as it is", "null", "x" * 130)
"""Texts that a careless writer of YAML would break."""


def agree(workspace: Workspace, behind: frozenset[str] | set[str] = frozenset()) -> None:
    """Holds that each work's file says what the queue says, and that none is there that says nothing.

    :param behind: works whose files are known to be behind the queue.
    """
    from srcxlate.desk.models import Segment
    from srcxlate.desk.record import entry_of

    works: dict[str, list[Any]] = {}
    for segment in Segment.objects.select_related("correction", "approval", "publication").order_by(
        "-listed", "order"
    ):
        works.setdefault(segment.source, []).append(segment)
    for source, segments in works.items():
        if source in behind or not segments[0].listed:
            continue
        wanted = tuple(entry_of(s) for s in segments if s.listed or s.correction)
        path = reviewed_path(workspace.sources, segments[0].language, source)
        if not path.exists():
            assert len(wanted) == 1 or segments[0].language == "und", f"{path} is not there"
            assert not any(entry.english for entry in wanted), f"{path} is not there"
            continue
        text = path.read_text(encoding="utf-8")
        assert parse_reviewed(text, str(path), source).segments == wanted, f"{path} says otherwise:\n{text}"


@dataclass
class Expected:
    """What the contract says of one segment."""

    original: str
    status: str
    listed: bool = True
    draft: str | None = None
    """Its key."""
    text: str | None = None
    of: str | None = None
    """What the text renders."""
    writer: str | None = None
    approver: str | None = None
    publisher: str | None = None
    returned: str = ""
    version: int = 0
    """Rises with each change that its history tells."""

    @property
    def stale(self) -> bool:
        return self.text is not None and self.of != self.original

    def correct(self, text: str, who: str, of: str | None = None) -> None:
        self.status, self.text, self.of, self.writer = "corrected", text, of or self.original, who
        self.approver, self.publisher, self.returned = None, None, ""

    def approve(self, who: str) -> None:
        self.status, self.approver, self.publisher, self.returned = "approved", who, None, ""

    def demote(self) -> None:
        self.status, self.approver, self.publisher, self.returned = "corrected", None, None, ""

    def wait(self, status: str) -> None:
        self.status, self.text, self.of, self.writer = status, None, None, None
        self.approver = self.publisher = None
        if status != "drafted":
            self.draft, self.returned = None, ""


Place = tuple[str, str]
"""A work and the key of its segment."""
NAMES = st.sampled_from(sorted(LANGUAGES))
PLACES = st.integers(0, 59)
"""One of the segments that a rule fits, by a number."""
WHO = st.sampled_from(sorted(PEOPLE))
TITLES = st.sampled_from(["造船", "危機", "東京大阪"])
ENGLISH = st.sampled_from(WORDS)


class Desk(RuleBasedStateMachine):
    """Records, engines, people, their files and their accidents."""

    new_desk: Any = None
    steps = 0
    """Rules carried out, by all machines."""
    examples = 0

    @initialize(approve_own=st.booleans())
    def open(self, approve_own):
        self.opened = self.new_desk()
        root = self.opened.__enter__().root
        from srcxlate.desk.review import Review

        type(self).examples += 1
        self.own = approve_own
        self.workspace = Workspace(root, Settings(approve_own=approve_own, people=KNOWN))
        self.undoable: dict[str, list[tuple[Place, Expected, int]]] = {who: [] for who in PEOPLE}
        self.records: dict[str, Source] = {}
        self.gone: dict[str, Source] = {}
        self.expected: dict[Place, Expected] = {}
        self.seen: dict[Place, tuple[Any, int]] = {}
        self.drafts: dict[str, str] = {}
        self.said: set[str] = set()
        self.remarks = self.version = self.number = 0
        self.behind: set[str] = set()
        """Works whose file was not written after a decision."""
        self.unnoted: set[str] = set()
        """Works whose file was written and not noted: an edit of it cannot be told from the decision."""
        for name, parts in (("a", 0), ("b", 1), ("c", 1)):
            self.a_record_comes_or_changes(name, "造船", parts, False)
        self.reviews = {who: Review(self.workspace, who) for who in PEOPLE}

    def teardown(self):
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)

    # -- the model's hands ----------------------------------------------------------------------------

    def changed(self, one: Expected) -> None:
        self.version += 1
        one.version = self.version

    def fresh(self, words: str) -> str:
        """A text that nobody said before."""
        self.number += 1
        text = f"{words} {self.number}"
        self.said.add(text)
        return text

    def at(self, place: Place) -> Expected | None:
        """A listed segment."""
        one = self.expected.get(place)
        return one if one and one.listed else None

    def one_of(self, number: int, *statuses: str) -> Place:
        """A listed segment in one of the statuses, if there is one; else any."""
        places = [place for place, one in sorted(self.expected.items()) if one.listed]
        fit = [place for place in places if self.expected[place].status in statuses] or places
        return fit[number % len(fit)] if fit else ("a", "title")

    def item(self, place: Place) -> Any:
        from srcxlate.desk.decisions import item
        from srcxlate.desk.models import Segment

        return item(Segment.objects.get(source=place[0], key=place[1]).pk)

    def path(self, name: str) -> Any:
        return reviewed_path(self.workspace.sources, LANGUAGES[name], name)

    def entries(self, name: str) -> dict[str, Entry]:
        """What a work's file says."""
        if not self.path(name).exists():
            return {}
        return {e.segment: e for e in parse_reviewed(self.path(name).read_text(), "", name).segments}

    def settle(self, who: str = "Kim") -> Any:
        from srcxlate.desk.database import exclusively
        from srcxlate.desk.record import settle
        from srcxlate.desk.runs import reviewer

        with exclusively(self.workspace):
            done = settle(self.workspace, reviewer(self.workspace, who))
        self.behind.clear()
        self.unnoted.clear()
        return done

    def write(self, name: str, entry: Entry, *, anew: bool) -> None:
        """A person's editor: one entry of a file is replaced or added."""
        entries = {**self.entries(name), entry.segment: entry}
        over = "" if anew or not self.path(name).exists() else self.path(name).read_text()
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(render_reviewed(Reviewed(id=name, segments=tuple(entries.values())), over))

    def decided(self, place: Place, who: str, before: Expected) -> None:
        one = self.expected[place]
        self.changed(one)
        self.undoable[who].append((place, before, one.version))
        self.behind.discard(place[0])

    def may_approve(self, one: Expected, who: str) -> bool:
        return self.own or one.writer is None or PEOPLE.get(one.writer) != PEOPLE[who]

    def by_hand(self, one: Expected, text: str, who: str) -> None:
        """A person's text, which is approved by the same key where that is allowed."""
        one.correct(text, who)
        if self.own:
            one.approve(who)

    # -- records ------------------------------------------------------------------------------------------

    def sync(self) -> None:
        from srcxlate.desk import queue
        from srcxlate.desk.database import exclusively

        with exclusively(self.workspace):
            for name, language in LANGUAGES.items():
                record = self.records.get(name)
                path = self.workspace.sources / language / f"{name}.yaml"
                if record and record.language != "und":
                    write_record(source_path(self.workspace.sources, record), record)
                else:
                    path.unlink(missing_ok=True)
                if record and record.language == "und":  # a work of open language has no files
                    self.path(name).unlink(missing_ok=True)
            queue.sync(self.records.values(), "Kim")
        self.follow()
        self.settle()

    def follow(self) -> None:
        """The model's side of the sources."""
        wanted: dict[Place, tuple[str, Source]] = {}
        for name, record in self.records.items():
            wanted[name, "title"] = record.title, record
            for container in record.containers:
                wanted[name, "container"] = container.title, record
        for place, one in self.expected.items():
            if place not in wanted and one.listed:
                one.listed = False
                self.changed(one)
        for place, (original, record) in wanted.items():
            waiting = "undecided" if record.language == "und" else "undrafted"
            listed = record.ignored is None
            one = self.expected.setdefault(place, Expected(original, waiting, listed))
            before = replace(one)
            reworded, one.original, one.listed = one.original != original, original, listed
            if waiting == "undecided" and one.status in ("undrafted", "drafted"):
                one.wait("undecided")
            elif (one.status == "undecided" != waiting) or (one.status == "drafted" and reworded):
                one.wait("undrafted")
            if one != before:
                self.changed(one)

    @rule(name=NAMES, title=TITLES, parts=st.integers(0, 1), is_open=st.sampled_from([False, False, True]))
    def a_record_comes_or_changes(self, name, title, parts, is_open):
        written = any(one.text for place, one in self.expected.items() if place[0] == name)
        language = "und" if is_open and not written else LANGUAGES[name]
        containers = (Container(title=f"誌{title}"),) * parts
        self.records[name] = Source(id=name, language=language, title=title, containers=containers)
        self.sync()

    @rule(name=NAMES)
    def a_record_goes(self, name):
        if record := self.records.pop(name, None):
            self.gone[name] = record
            self.sync()

    @rule()
    def all_records_are_there_again(self):
        there = {**self.gone, **self.records}
        self.records = {name: r.model_copy(update={"ignored": None}) for name, r in there.items()}
        self.sync()

    @rule(name=NAMES, ignored=st.booleans())
    def a_work_is_ignored(self, name, ignored):
        if name in self.records:
            why = Ignored(reason="no source", by="Kim", at="2026-11-22T02:10:05Z") if ignored else None
            self.records[name] = self.records[name].model_copy(update={"ignored": why})
            self.sync()

    @rule()
    def a_run_changes_nothing(self):
        from srcxlate.desk.models import Revision
        from srcxlate.desk.runs import take_in

        self.settle()
        before = Revision.objects.count()
        if self.records:
            _, synced, settled = take_in(self.workspace, None, "Kim")
            assert (synced.added, synced.changed, synced.unlisted) == (0, 0, 0)
            assert (settled.taken, settled.written) == ([], 0)
        assert Revision.objects.count() == before

    # -- drafts -------------------------------------------------------------------------------------------

    @rule(english=st.sampled_from(["A draft", "Another"]), key=st.sampled_from(["k1", "k2"]))
    def an_engine_drafts_all_that_waits(self, english, key):
        from srcxlate.desk import queue

        def key_of(original: str) -> str:
            return sha256(f"{original}{key}".encode()).hexdigest()

        made = []
        for text in queue.draftable():
            job = Job(key_of(text.text), Request(text.text, "ja"), (), (text.segment,), None)  # type: ignore[arg-type]
            made.append(SignedDraft(job, IDENTITY, english, (), ()))
            self.drafts.setdefault(job.key, english)
        queue.keep_drafts(made)
        for one in self.expected.values():
            if one.listed and one.status in ("undrafted", "drafted") and one.draft != key_of(one.original):
                one.status, one.draft = "drafted", key_of(one.original)
                self.changed(one)

    # -- decisions ----------------------------------------------------------------------------------------

    def refused(self, act: Callable[[], Any], words: str) -> None:
        with pytest.raises(Fault, match=words):
            act()

    @rule(number=PLACES, who=WHO)
    def a_person_accepts(self, number, who):
        place = self.one_of(number)
        one = self.at(place)
        if one is None:
            return
        before, item = replace(one), self.item(place)
        if one.status == "drafted":
            text = self.drafts[one.draft or ""]
            self.said.add(text)
            self.by_hand(one, text, who)
        elif one.stale:
            self.by_hand(one, one.text or "", who)
        elif one.status == "corrected" and self.may_approve(one, who):
            one.approve(who)
        else:
            words = "own work" if one.status == "corrected" else "nothing to accept"
            self.refused(lambda: self.reviews[who].accept(item), words)
            return
        self.reviews[who].accept(item)
        self.decided(place, who, before)

    @rule(number=PLACES, who=WHO, words=ENGLISH)
    def a_person_corrects(self, number, who, words):
        place = self.one_of(number, "undrafted", "drafted", *PERSON_S)
        self.corrects(place, who, words)

    def corrects(self, place: Place, who: str, words: str) -> None:
        one = self.at(place)
        if one is None:
            return
        item = self.item(place)
        if one.status == "undecided":
            self.refused(lambda: self.reviews[who].correct(item, "English"), "cannot become corrected")
            return
        before, text = replace(one), self.fresh(words)
        self.reviews[who].correct(item, f"  {text}\r\n")
        self.by_hand(one, text, who)
        self.decided(place, who, before)

    @rule(number=PLACES, who=WHO, reason=st.sampled_from(["the name is wrong", "see: #1, 'p. 2'"]))
    def a_person_returns(self, number, who, reason):
        place = self.one_of(number, "drafted", *PERSON_S)
        one = self.at(place)
        if one is None:
            return
        item = self.item(place)
        if one.status in ("undecided", "undrafted"):
            self.refused(lambda: self.reviews[who].give_back(item, reason), "nothing to return")
            return
        before = replace(one)
        self.reviews[who].give_back(item, reason)
        if one.status in ("approved", "published"):
            one.demote()
        one.returned = reason
        self.decided(place, who, before)

    @rule(name=NAMES, who=WHO)
    def a_person_publishes(self, name, who):
        from srcxlate.desk.runs import publish

        places = [place for place, one in self.expected.items() if place[0] == name and one.listed]
        if not places:
            return
        items, left = publish(self.workspace, [name], who)
        self.behind.discard(name)
        ready = [p for p in places if self.expected[p].status == "approved" and not self.expected[p].stale]
        unpublished = [p for p in places if self.expected[p].status != "published"]
        assert (len(items), len(left)) == (len(ready), len(unpublished) - len(ready))
        for place in ready:
            self.expected[place].status, self.expected[place].publisher = "published", who
            self.changed(self.expected[place])

    @rule(who=WHO)
    def a_person_takes_back(self, who):
        from srcxlate.desk.decisions import Conflict

        if not self.undoable[who]:
            assert self.reviews[who].undo() is None
            return
        place, before, version = self.undoable[who].pop()
        one = self.expected[place]
        if one.version != version:
            with pytest.raises(Conflict) as conflict:
                self.reviews[who].undo()
            assert conflict.value.now.segment.status == one.status
        else:
            assert self.reviews[who].undo() is not None
            was, self.expected[place] = before.version, before
            self.changed(before)
            self.undoable[who] = [  # what the decision before it left stands again
                (p, b, before.version if (p, version) == (place, was) else version)
                for p, b, version in self.undoable[who]
            ]
        if one.listed:
            self.behind.discard(place[0])

    @rule(number=PLACES, who=WHO)
    def a_person_remarks(self, number, who):
        place = self.one_of(number)
        if self.at(place):
            self.reviews[who].comment(self.item(place), f"remark {self.remarks}")
            self.remarks += 1

    @rule(number=PLACES)
    def a_person_looks(self, number):
        place = self.one_of(number)
        if one := self.at(place):
            self.seen[place] = self.item(place), one.version

    @rule(number=PLACES, who=WHO, act=st.sampled_from(["accept", "correct", "give_back", "publish"]))
    def what_was_seen_has_changed(self, number, who, act):
        """A decision on an older state meets a conflict, which holds the present one; nothing is changed."""
        from srcxlate.desk import decisions
        from srcxlate.desk.runs import reviewer

        place = self.one_of(number)
        one = self.at(place)
        if one is None or place not in self.seen or self.seen[place][1] == one.version:
            return
        item, by = self.seen[place][0], reviewer(self.workspace, who)
        ways: dict[str, Callable[[], Any]] = {
            "accept": lambda: decisions.accept(item, by),
            "correct": lambda: decisions.correct(item, "lost?", by),
            "give_back": lambda: decisions.give_back(item, "why", by),
            "publish": lambda: decisions.publish(item, who),
        }
        # what cannot be accepted as it was seen is refused for that already
        with pytest.raises(Fault if act == "accept" else decisions.Conflict) as refused:
            ways[act]()
        if isinstance(refused.value, decisions.Conflict):
            assert refused.value.now == self.item(place)

    # -- files --------------------------------------------------------------------------------------------

    def in_file(self, place: Place) -> tuple[Expected, Entry] | None:
        """A segment whose work has a file or may get one, and its entry."""
        one = self.at(place)
        if one is None or one.status == "undecided" or place[0] in self.behind | self.unnoted:
            return None
        return one, self.entries(place[0]).get(place[1], Entry(segment=place[1]))

    @rule(number=PLACES, who=WHO, words=ENGLISH, anew=st.booleans())
    def someone_writes_english_into_a_file(self, number, who, words, anew):
        place = self.one_of(number, "undrafted", "drafted", *PERSON_S)
        found = self.in_file(place)
        if found is None:
            return
        one, entry = found
        text, was = self.fresh(words), one.status
        self.write(place[0], entry.model_copy(update={"english": text}), anew=anew)
        assert [left for left in self.settle(who).left if "no work in the queue" not in left] == []
        one.correct(text, who, one.of)
        if was in ("approved", "published") and self.own:
            one.approve(who)
        self.changed(one)

    @rule(number=PLACES, who=WHO)
    def someone_writes_another_name_into_a_file(self, number, who):
        place = self.one_of(number, *PERSON_S)
        found = self.in_file(place)
        if found is None or found[0].text is None or found[0].writer == "Park":
            return
        one, entry = found
        self.write(place[0], entry.model_copy(update={"corrected_by": "Park"}), anew=False)
        self.settle(who)
        one.writer, one.returned = "Park", ""
        self.changed(one)

    @rule(number=PLACES, who=WHO, anew=st.booleans())
    def someone_approves_in_a_file(self, number, who, anew):
        place = self.one_of(number, "corrected")
        found = self.in_file(place)
        if found is None or found[0].status != "corrected" or found[0].stale:
            return
        one, entry = found
        self.write(place[0], entry.model_copy(update={"status": "approved"}), anew=anew)
        left = [left for left in self.settle(who).left if "no work in the queue" not in left]
        assert len(left) == (0 if self.may_approve(one, who) else 1)
        if not left:
            one.approve(who)
            self.changed(one)

    @rule(number=PLACES, who=WHO)
    def someone_takes_an_approval_out_of_a_file(self, number, who):
        place = self.one_of(number, "approved", "published")
        found = self.in_file(place)
        if found is None or found[0].status not in ("approved", "published"):
            return
        one, entry = found
        self.write(place[0], entry.model_copy(update={"status": "corrected"}), anew=False)
        self.settle(who)
        one.demote()
        self.changed(one)

    @rule(number=PLACES, who=WHO, whole=st.booleans())
    def someone_takes_english_out_of_a_file(self, number, who, whole):
        place = self.one_of(number, *PERSON_S)
        found = self.in_file(place)
        if found is None or found[0].text is None:
            return
        one, _ = found
        entries = self.entries(place[0])
        entries[place[1]] = Entry(segment=place[1])
        if whole and len(entries) > 1:
            del entries[place[1]]
        self.path(place[0]).write_text(
            render_reviewed(Reviewed(id=place[0], segments=tuple(entries.values())))
        )
        self.settle(who)
        current = one.draft in {sha256(f"{one.original}{key}".encode()).hexdigest() for key in ("k1", "k2")}
        one.wait("drafted" if current else "undrafted")
        self.changed(one)

    @rule(
        name=NAMES, who=WHO, broken=st.sampled_from(["{", "id: other\n", "- a\n", "id: a\nsegments: [x]\n"])
    )
    def someone_breaks_a_file(self, name, who, broken):
        """It is told, nothing is changed, no decision is made before it is mended."""
        path = self.path(name)
        one = self.at((name, "title"))
        if not path.exists() or one is None or one.status == "undecided":
            return
        text = path.read_text()
        path.write_text(broken)
        with pytest.raises(Fault):
            self.settle(who)
        with pytest.raises(Fault):
            self.reviews[who].correct(self.item((name, "title")), "not kept")
        assert path.read_text() == broken
        path.write_text(text)

    @rule(name=NAMES)
    def a_file_is_deleted(self, name):
        if self.at((name, "title")) and self.path(name).exists() and name not in self.behind:
            self.path(name).unlink()
            self.settle()

    @rule(name=NAMES)
    def a_person_lays_a_file_out(self, name):
        """A comment and an empty line stay."""
        if self.path(name).exists() and self.at((name, "title")):
            text = self.path(name).read_text()
            self.path(name).write_text("# ours\n\n" + text.removeprefix("# ours\n\n"))
            self.settle()
            assert self.path(name).read_text().startswith("# ours\n\n")

    # -- accidents ----------------------------------------------------------------------------------------

    @rule(number=PLACES, who=WHO, words=ENGLISH)
    def the_process_dies_before_the_file_is_written(self, number, who, words):
        from srcxlate.desk import decisions
        from srcxlate.desk.record import keeping
        from srcxlate.desk.runs import reviewer

        place = self.one_of(number, "undrafted", "drafted", *PERSON_S)
        one = self.at(place)
        if one is None or one.status == "undecided":
            return
        text, by = self.fresh(words), reviewer(self.workspace, who)
        with contextlib.suppress(KeyboardInterrupt), keeping(self.workspace, by, place[0]):
            decisions.correct(self.item(place), text, by)
            raise KeyboardInterrupt
        self.by_hand(one, text, who)
        self.changed(one)
        self.behind.add(place[0])

    @rule(number=PLACES, who=WHO, words=ENGLISH)
    def the_process_dies_before_the_file_is_noted(self, number, who, words):
        from srcxlate.desk.models import Kept

        place = self.one_of(number, "undrafted", "drafted", *PERSON_S)
        one = self.at(place)
        if one is None or one.status == "undecided" or place[0] in self.behind:
            return
        kept = Kept.objects.filter(pk=place[0]).first()
        self.corrects(place, who, words)
        self.unnoted.add(place[0])
        if kept:
            kept.save()
        else:
            Kept.objects.filter(pk=place[0]).delete()

    @rule()
    def a_new_process_starts(self):
        self.settle()

    @contextmanager
    def another_desk(self) -> Iterator[Workspace]:
        """A new, empty desk on a copy of the files; behind it this one is open again."""
        from django.db import connection

        name = connection.settings_dict["NAME"]
        with self.new_desk() as other:
            if self.workspace.sources.exists():
                shutil.copytree(self.workspace.sources, other.sources)
            yield Workspace(other.root, self.workspace.settings)
        connection.settings_dict["NAME"] = name

    @precondition(lambda self: any(r.language != "und" for r in self.records.values()))
    @rule()
    def the_database_is_lost(self):
        """The files alone give the reviewed English again, field by field, and are not touched by it."""
        from srcxlate.desk import listing
        from srcxlate.desk.record import entry_of
        from srcxlate.desk.runs import load

        self.settle()
        records = [r for r in self.records.values() if r.language != "und" and not r.ignored]
        before = {r.id: [entry_of(s) for s in listing.find(r.id)] for r in records}
        files = self.files(self.workspace)
        with self.another_desk() as other:
            loaded = load(other, "Nobody")
            assert loaded.rebuilt
            assert {r.id: [entry_of(s) for s in listing.find(r.id)] for r in records} == before
            assert self.files(other) == files
            assert load(other, "Nobody").settled.taken == []
            agree_but_unlisted(other)

    @staticmethod
    def files(workspace: Workspace) -> dict[str, bytes]:
        return {
            str(path.relative_to(workspace.root)): path.read_bytes()
            for path in sorted(workspace.sources.rglob("*.yaml"))
        }

    # -- what always holds --------------------------------------------------------------------------------

    @invariant()
    def the_queue_is_as_expected(self):
        from srcxlate.desk.models import Comment, Segment

        if not hasattr(self, "expected"):
            return
        type(self).steps += 1
        stored: dict[Place, Any] = {
            (s.source, s.key): s
            for s in Segment.objects.select_related("draft", "correction", "approval", "publication")
        }
        assert stored.keys() == self.expected.keys()
        for place, one in self.expected.items():
            s = stored[place]
            deeds = [deed and deed.who for deed in (s.correction, s.approval, s.publication)]
            assert (
                replace(
                    one,
                    original=s.original,
                    status=s.status,
                    listed=s.listed,
                    draft=s.draft and s.draft.key,
                    text=s.english,
                    writer=deeds[0],
                    approver=deeds[1],
                    publisher=deeds[2],
                    returned=s.returned,
                )
                == one
            ), place
            assert s.stale == one.stale
            if s.draft:
                assert s.draft.text == self.drafts[s.draft.key]
            if s.approval and not self.own:
                assert PEOPLE.get(deeds[0], deeds[0]) != PEOPLE[deeds[1]], "approved own work"
        assert Comment.objects.count() == self.remarks

    @invariant()
    def the_history_is_whole(self):
        from srcxlate.desk.models import Revision, Segment

        if not hasattr(self, "expected"):
            return
        steps: dict[int, list[Any]] = {}
        for step in Revision.objects.order_by("pk"):
            steps.setdefault(step.segment_id, []).append(step)
        for segment in Segment.objects.all():
            assert steps[segment.pk][0].was == ""
            assert steps[segment.pk][-1].now == segment.status
            for before, after in pairwise(steps[segment.pk]):
                assert after.was == before.now
                assert after.now == after.was or after.now in TABLE[after.was]
        assert {step.text for every in steps.values() for step in every if step.text} == self.said

    @invariant()
    def files_and_queue_agree(self):
        if hasattr(self, "expected"):
            agree(self.workspace, self.behind)


def agree_but_unlisted(workspace: Workspace) -> None:
    """As :func:`agree`; a file may hold English of segments that its record does not have any more."""
    from srcxlate.desk.models import Segment
    from srcxlate.desk.record import entry_of

    for segment in Segment.objects.filter(listed=True):
        path = reviewed_path(workspace.sources, segment.language, segment.source)
        if path.exists():
            told = parse_reviewed(path.read_text(encoding="utf-8"), str(path), segment.source)
            assert told.entry(segment.key) == entry_of(segment)


def walk(examples: int, steps: int, *, seed: bool = False) -> None:
    """Walks at random: so many new desks, up to so many rules on each."""
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=seed,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_states(new_desk):
    Desk.new_desk = staticmethod(new_desk)
    walk(12, 40)

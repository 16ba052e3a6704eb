"""What a person may decide of a segment in each status, who may, and what is refused in which words."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from srcxlate.errors import Fault
from srcxlate.people import Person

from .test_queue import signed, source
from .test_states import TABLE

STATUSES = tuple(TABLE)
DUMP = Path(__file__).parents[1] / "data" / "databases" / "desk-0.1.sql"


def by(name: str = "Kim", *, approve_own: bool = True, people: tuple[Person, ...] = ()) -> Any:
    from srcxlate.desk.decisions import Reviewer

    return Reviewer(name, approve_own, people)


def only() -> Any:
    """The only segment there is, as a person sees it."""
    from srcxlate.desk.decisions import item
    from srcxlate.desk.models import Segment

    return item(Segment.objects.get().pk)


def steps(after: int = 0) -> list[tuple[str, str, str, str | None, str]]:
    from srcxlate.desk.models import Revision

    return list(Revision.objects.values_list("who", "was", "now", "text", "reason"))[after:]


def make(status: str, writer: str = "Kim", *, stale: bool = False) -> Any:
    """A segment in a status; a person's text is the writer's, and approved by Lee."""
    from srcxlate.desk import decisions, queue

    queue.sync([source(language="und" if status == "undecided" else "ja")], "Kim")
    if status not in ("undecided", "undrafted"):
        queue.keep_drafts([signed("造船の危機", only().segment.pk, english="The draft")])
    if status in ("corrected", "approved", "published"):
        decisions.correct(only(), "A person's", by(writer, approve_own=False))
    if status in ("approved", "published"):
        decisions.approve(only(), by("Lee"))
    if status == "published":
        decisions.publish(only(), "Lee")
    if stale:
        queue.sync([source(title="造船の転機")], "Kim")
    return only()


def act(name: str, seen: Any, who: Any) -> Any:
    from srcxlate.desk import decisions

    return {
        "accept": lambda: decisions.accept(seen, who),
        "correct": lambda: decisions.correct(seen, "Mine", who),
        "approve": lambda: decisions.approve(seen, who),
        "give_back": lambda: decisions.give_back(seen, "the name is wrong", who),
        "publish": lambda: decisions.publish(seen, who.name),
    }[name]()


# What each decision makes of each status, where one may approve one's own work; a fault's words where it
# is refused.
COMES_OF: dict[str, dict[str, Any]] = {
    "accept": {
        "undecided": "work title is undecided; there is nothing to accept. Decide its language first",
        "undrafted": "work title is undrafted; there is nothing to accept. Draft it, or write the English",
        "drafted": ("approved", "The draft"),
        "corrected": ("approved", "A person's"),
        "approved": "work title is approved; there is nothing to accept. Correct it, or go on",
        "published": "work title is published; there is nothing to accept. Correct it, or go on",
    },
    "correct": {
        "undecided": "work title is undecided; it cannot become corrected",
        "undrafted": ("approved", "Mine"),
        "drafted": ("approved", "Mine"),
        "corrected": ("approved", "Mine"),
        "approved": ("approved", "Mine"),
        "published": ("approved", "Mine"),
    },
    "approve": {
        "undecided": "work title is undecided; it cannot become approved",
        "undrafted": "work title is undrafted; it cannot become approved",
        "drafted": "work title is drafted; it cannot become approved",
        "corrected": ("approved", "A person's"),
        "approved": "work title is approved; it cannot become approved",
        "published": "work title is published; it cannot become approved",
    },
    "give_back": {
        "undecided": "work title is undecided; there is nothing to return",
        "undrafted": "work title is undrafted; there is nothing to return",
        "drafted": ("drafted", None),
        "corrected": ("corrected", "A person's"),
        "approved": ("corrected", "A person's"),
        "published": ("corrected", "A person's"),
    },
    "publish": {
        "undecided": "work title is undecided; it cannot become published",
        "undrafted": "work title is undrafted; it cannot become published",
        "drafted": "work title is drafted; it cannot become published",
        "corrected": "work title is corrected; it cannot become published",
        "approved": ("published", "A person's"),
        "published": "work title is published; it cannot become published",
    },
}


DONE = [(name, status) for name, row in COMES_OF.items() for status in row if isinstance(row[status], tuple)]


@pytest.mark.parametrize("decision", COMES_OF)
@pytest.mark.parametrize("status", STATUSES)
class TestTable:
    @pytest.mark.parametrize("approve_own", [True, False])
    def test_each_decision_in_each_status(self, desk, decision, status, approve_own):
        seen = make(status)
        before, wanted = steps(), COMES_OF[decision][status]
        if isinstance(wanted, str):
            with pytest.raises(Fault) as refused:
                act(decision, seen, by("Ann", approve_own=approve_own))
            assert str(refused.value).startswith(wanted)
            assert (steps(), only()) == (before, seen)
            return
        became, text = wanted
        if not approve_own and (decision == "correct" or (decision, status) == ("accept", "drafted")):
            became = "corrected"
        after = act(decision, seen, by("Ann", approve_own=approve_own))
        assert after == only()
        assert (after.segment.status, after.text) == (became, text)
        added = steps(len(before))
        assert added
        assert all(who == "Ann" for who, *_ in added)
        assert added[0][1] == status
        assert added[-1][2] == became

    def test_on_an_older_state_it_is_a_conflict_and_nothing_is_overwritten(self, desk, decision, status):
        from srcxlate.desk import decisions, moves

        seen = make(status)
        if status == "undecided":
            moves.save([seen.segment], ("status",), [moves.note(seen.segment, "Bo", "looked at")])
        else:
            decisions.correct(seen, "Bo's", by("Bo"))
        now, before = only(), steps()
        if decision == "accept" and status in ("undecided", "undrafted", "approved", "published"):
            with pytest.raises(Fault, match="there is nothing to accept"):  # as it was seen
                act(decision, seen, by("Ann"))
        else:
            with pytest.raises(decisions.Conflict, match="was changed meanwhile by Bo") as conflict:
                act(decision, seen, by("Ann"))
            assert conflict.value.now == now
            assert conflict.value.now.text == (None if status == "undecided" else "Bo's")
        assert (steps(), only()) == (before, now)


class TestOwnWork:
    PEOPLE = (Person(name="Kim", also=("金", "kjh@example.org")),)

    @pytest.mark.parametrize("name", ["Kim", "kim", "ＫＩＭ", "Kim ", "金", "KJH@example.org"])
    def test_is_not_approved_under_any_of_one_s_names(self, desk, name):
        from srcxlate.desk import decisions

        seen = make("corrected")
        for decide in (decisions.approve, decisions.accept):
            with pytest.raises(Fault, match=f"^work title is {name}'s own work") as refused:
                decide(seen, by(name, approve_own=False, people=self.PEOPLE))
            assert refused.value.mend == "Leave it to another person, or set approve_own in srcxlate.yaml."
        assert only() == seen

    @pytest.mark.parametrize("writer", ["金", "kim"])
    def test_nor_what_one_wrote_under_another(self, desk, writer):
        from srcxlate.desk import decisions

        with pytest.raises(Fault, match="own work"):
            decisions.approve(make("corrected", writer), by("Kim", approve_own=False, people=self.PEOPLE))

    @pytest.mark.parametrize("name", ["Lee", "Kim Jr", "Ｋim2"])
    def test_but_another_person_s(self, desk, name):
        from srcxlate.desk import decisions

        after: Any = decisions.approve(make("corrected"), by(name, approve_own=False, people=self.PEOPLE))
        assert (after.segment.status, after.segment.approval.who) == ("approved", name)
        assert after.segment.correction.who == "Kim"

    def test_editing_another_s_text_makes_it_one_s_own(self, desk):
        from srcxlate.desk import decisions

        edited = decisions.correct(make("corrected"), "Lee's", by("Lee", approve_own=False))
        with pytest.raises(Fault, match=r"^work title is Lee's own work"):
            decisions.approve(edited, by("Lee", approve_own=False))
        assert decisions.approve(edited, by("Kim", approve_own=False)).segment.status == "approved"

    def test_where_it_is_allowed_one_key_makes_two_steps(self, desk):
        from srcxlate.desk import decisions

        before = len(steps()) + 2
        decisions.accept(make("drafted"), by("Kim"))
        assert steps(before) == [
            ("Kim", "drafted", "corrected", "The draft", ""),
            ("Kim", "corrected", "approved", None, ""),
        ]


class TestText:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("", "the English is empty. Write the English"),
            (" \n ", "the English is empty"),
            ("x" * 100_001, "the English is longer than 100,000 characters"),
            ("a\tb", r"the English holds the control character U\+0009"),
            ("a\x1b[2J", r"the English holds the control character U\+001B"),
            ("a\x9b", r"the English holds the control character U\+009B"),
            ("a\ud800", "the English holds half a character"),
        ],
    )
    def test_what_cannot_be_kept(self, desk, text, words):
        from srcxlate.desk import decisions

        seen = make("drafted")
        with pytest.raises(Fault) as refused:
            decisions.correct(seen, text, by())
        assert str(refused.value).startswith(words.replace("\\", ""))
        assert only() == seen

    def test_white_space_round_it_is_not_kept(self, desk):
        from srcxlate.desk import decisions

        assert decisions.correct(make("drafted"), " One\r\n two\n", by()).text == "One\n two"

    @pytest.mark.parametrize("words", ["", "  \n", "x" * 10_001, "a\x00b", "a\x85b\x80", "a\udcffb"])
    def test_reasons_and_comments_too(self, desk, words):
        from srcxlate.desk import decisions

        seen = make("drafted")
        for decide in (
            lambda: decisions.give_back(seen, words, by()),
            lambda: decisions.comment(seen.segment.pk, words, "Kim"),
        ):
            with pytest.raises(Fault, match=r"^there is no|cannot be kept as a"):
                decide()
        assert only() == seen


class TestReturned:
    @pytest.mark.parametrize("status", ["drafted", "corrected", "approved", "published"])
    def test_the_reason_is_set_and_told_first(self, desk, status):
        from srcxlate.desk import decisions, listing

        after = decisions.give_back(make(status), " the  name\nis wrong ", by("Lee"))
        assert after.segment.returned == "the name is wrong"
        assert (after.segment.approval, after.segment.publication) == (None, None)
        assert listing.risks(after.segment)[0] == "returned: the name is wrong"
        assert steps()[-1][4] == "returned: the name is wrong"

    def test_it_comes_before_what_is_stale_and_what_is_risky(self, desk):
        from srcxlate.desk import decisions, listing, queue

        works = [source(name, title) for name, title in (("a", "甲"), ("b", "乙"), ("c", "丙"), ("d", "丁"))]
        queue.sync(works, "Kim")
        texts = {t.text: t.segment for t in queue.draftable()}
        made = [signed(text, pk) for text, pk in texts.items()]
        queue.keep_drafts(
            [replace(one, flags=("cut",)) if one.job.request.text == "乙" else one for one in made]
        )
        decisions.correct(decisions.item(texts["丙"]), "C", by())
        decisions.give_back(decisions.item(texts["丁"]), "why", by())
        queue.sync([*works[:2], source("c", "丙二"), works[3]], "Kim")
        assert [s.source for s in listing.listing()] == ["d", "c", "b", "a"]

    @pytest.mark.parametrize("answer", ["correct", "accept", "approve"])
    def test_a_correction_or_an_approval_answers_it(self, desk, answer):
        from srcxlate.desk import decisions

        status = "drafted" if answer == "accept" else "corrected"
        returned = decisions.give_back(make(status), "why", by("Lee"))
        assert act(answer, returned, by("Lee", approve_own=False)).segment.returned == ""

    def test_another_draft_does_not_answer_it_nor_another_return(self, desk):
        from srcxlate.desk import decisions, queue

        decisions.give_back(make("drafted"), "why", by("Lee"))
        queue.keep_drafts([signed("造船の危機", only().segment.pk, english="Again", key="other")])
        assert (only().segment.draft.text, only().segment.returned) == ("Again", "why")
        assert decisions.give_back(only(), "still", by("Lee")).segment.returned == "still"


class TestStale:
    @pytest.mark.parametrize("status", ["corrected", "approved", "published"])
    def test_it_is_neither_approved_nor_published(self, desk, status):
        from srcxlate.desk import decisions

        seen = make(status, stale=True)
        assert seen.segment.stale
        words = "the original of work title changed after its English was written"
        with pytest.raises(Fault, match=words):
            decisions.publish(seen, "Lee")
        if status == "corrected":
            with pytest.raises(Fault, match=words):
                decisions.approve(seen, by("Lee"))

    @pytest.mark.parametrize("approve_own", [True, False])
    @pytest.mark.parametrize("status", ["corrected", "approved", "published"])
    def test_to_accept_it_is_to_take_it_for_the_present_original(self, desk, status, approve_own):
        from srcxlate.desk import decisions

        after: Any = decisions.accept(make(status, stale=True), by("Ann", approve_own=approve_own))
        assert (after.text, after.segment.stale) == ("A person's", False)
        assert after.segment.correction.who == "Ann"
        assert after.segment.correction.original == "造船の転機"
        assert after.segment.status == ("approved" if approve_own else "corrected")

    def test_the_old_original_is_kept_with_the_text(self, desk):
        correction = make("approved", stale=True).segment.correction
        assert (correction.original, correction.text) == ("造船の危機", "A person's")

    def test_an_original_that_comes_back_is_not_stale(self, desk):
        from srcxlate.desk import queue

        make("approved", stale=True)
        queue.sync([source()], "Kim")
        assert not only().segment.stale


class TestTakeBack:
    @pytest.mark.parametrize(("decision", "status"), DONE)
    @pytest.mark.parametrize("approve_own", [True, False])
    def test_all_is_as_before_and_the_history_keeps_both(self, desk, decision, status, approve_own):
        from srcxlate.desk import decisions

        before = make(status)
        if status in ("drafted", "corrected"):
            before = decisions.give_back(before, "earlier", by("Lee"))
        after = act(decision, before, by("Ann", approve_own=approve_own))
        told = steps()
        back = decisions.take_back(after, before, "Ann")
        for name in ("status", "draft", "correction", "approval", "publication", "returned"):
            assert getattr(back.segment, name) == getattr(before.segment, name)
        assert steps()[: len(told)] == told
        assert {reason for *_, reason in steps(len(told))} == {"taken back"}

    def test_not_what_someone_decided_since(self, desk):
        from srcxlate.desk import decisions

        before = make("drafted")
        after = decisions.correct(before, "Mine", by("Ann"))
        theirs = decisions.correct(after, "Theirs", by("Bo"))
        with pytest.raises(decisions.Conflict) as conflict:
            decisions.take_back(after, before, "Ann")
        assert conflict.value.now == theirs == only()


class TestLeases:
    def put(self, until: datetime | None, holder: str = "one") -> int:
        from srcxlate.desk.models import Segment

        make("drafted")
        Segment.objects.update(claim=holder, claimed_by="Kim", claimed_until=until)
        return int(only().segment.pk)

    def test_two_holders(self, desk):
        from srcxlate.desk import decisions

        segment = make("drafted").segment.pk
        first = decisions.claim(segment, "one", "Kim")
        assert first is not None
        assert (first.segment.claimed_by, first.segment.claim) == ("Kim", "one")
        assert decisions.claim(segment, "two", "Kim") is None
        assert decisions.claim(segment, "two", "Lee") is None
        decisions.release("two")
        assert decisions.claim(segment, "two", "Lee") is None
        decisions.release("one", [segment + 1])
        assert decisions.claim(segment, "two", "Lee") is None
        decisions.release("one", [segment])
        assert decisions.claim(segment, "two", "Lee") is not None
        decisions.release("two")
        assert (only().segment.claim, only().segment.claimed_until) == ("", None)

    def test_it_ends_and_is_renewed(self, desk):
        from srcxlate.desk import decisions

        soon = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=30)
        segment = self.put(soon)
        assert decisions.claim(segment, "two", "Lee") is None
        renewed: Any = decisions.claim(segment, "one", "Kim")
        assert renewed.segment.claimed_until > soon + timedelta(minutes=10)

    @pytest.mark.parametrize("seconds", [-1, -86_400, 901 + 5, 7_200])
    def test_one_that_ended_or_that_a_clock_put_back_left_holds_nothing(self, desk, seconds):
        from srcxlate.desk import decisions

        segment = self.put(datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=seconds))
        taken = decisions.claim(segment, "two", "Lee")
        assert taken is not None
        assert (taken.segment.claim, taken.segment.claimed_by) == ("two", "Lee")

    def test_what_is_gone_is_not_given(self, desk):
        from srcxlate.desk import decisions, queue

        segment = make("drafted").segment.pk
        queue.sync([], "Kim")
        assert decisions.claim(segment, "one", "Kim") is None

    def test_a_claim_is_no_step_and_no_conflict(self, desk):
        from srcxlate.desk import decisions

        seen, before = make("drafted"), steps()
        decisions.claim(seen.segment.pk, "one", "Kim")
        assert steps() == before
        assert decisions.correct(seen, "Mine", by("Lee")).text == "Mine"

    def test_what_the_dead_held_is_free_and_what_the_living_hold_is_not(self, desk):
        import socket

        from srcxlate.desk import decisions
        from srcxlate.desk.models import Segment

        host = socket.gethostname()[:60]
        with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
            segment = make("drafted").segment.pk
            for holder in (f"{host}:{process.pid}:ab", f"{host}:{os.getpid()}:ab", f"x{host}:{2**22 + 1}:ab"):
                assert decisions.claim(segment, holder, "Kim")
                decisions.release_the_dead()
                assert Segment.objects.get().claim == holder
                decisions.release(holder)
            assert decisions.claim(segment, f"{host}:{process.pid}:ab", "Kim")
            process.kill()
        decisions.release_the_dead()
        assert Segment.objects.get().claim == ""


class TestKept:
    """Comments and steps: not even SQL changes them, nor in a database that an older version made."""

    STATEMENTS = (
        "UPDATE desk_comment SET text = 'other'",
        "UPDATE desk_comment SET id = 99",
        "DELETE FROM desk_comment",
        "INSERT OR REPLACE INTO desk_comment SELECT * FROM desk_comment",
        "UPDATE desk_revision SET text = 'other'",
        "DELETE FROM desk_revision",
        "INSERT OR REPLACE INTO desk_revision SELECT * FROM desk_revision",
        "UPDATE desk_draft SET text = 'other'",
    )

    @pytest.mark.parametrize("statement", STATEMENTS)
    def test_in_a_new_database(self, desk, statement):
        from django.db import IntegrityError, connection

        from srcxlate.desk import decisions
        from srcxlate.desk.models import Comment

        decisions.comment(make("corrected").segment.pk, " a  remark ", "Lee")
        before = steps()
        with (
            pytest.raises(IntegrityError, match=r"is never (changed|deleted|replaced)"),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
        assert [(c.who, c.text) for c in Comment.objects.all()] == [("Lee", "a remark")]
        assert steps() == before

    def test_in_one_of_the_first_version(self, tmp_path):
        from srcxlate.desk.database import open_desk
        from srcxlate.workspace import Settings, Workspace

        workspace = Workspace(tmp_path, Settings())
        workspace.private.mkdir()
        with closing(sqlite3.connect(workspace.database)) as database:
            database.executescript(DUMP.read_text(encoding="utf-8"))
        with open_desk(workspace):
            from srcxlate.desk import decisions
            from srcxlate.desk.models import Segment

            for segment in Segment.objects.values_list("pk", flat=True):
                decisions.accept(decisions.item(segment), by())
                decisions.comment(segment, "a remark", "Lee")
            assert set(Segment.objects.values_list("status", flat=True)) == {"approved"}
        with closing(sqlite3.connect(workspace.database)) as database:
            for statement in self.STATEMENTS:
                with pytest.raises(sqlite3.IntegrityError, match=r"is never (changed|deleted|replaced)"):
                    database.execute(statement)

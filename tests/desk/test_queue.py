"""The queue: every move is in the table, every change in the history, and a person's text is never lost.

Django must be set up before its models are imported, so that they are imported where they are used.
"""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from srcxlate.drafts import Job, SignedDraft
from srcxlate.engines import Identity, Request
from srcxlate.errors import Fault
from srcxlate.sources import Container, Source

from .test_states import TABLE

IDENTITY = Identity("argos", "test 1", "ab" * 32, "cd" * 32)
STATUSES = ("undecided", "undrafted", "drafted", "corrected", "approved", "published")


def source(name: str = "work", title: str = "造船の危機", language: Any = "ja", **fields: Any) -> Source:
    return Source(id=name, language=language, title=title, **fields)


def key_of(name: str) -> str:
    return sha256(name.encode()).hexdigest()


def signed(text: str, *segments: int, english: str = "English", key: str = "") -> SignedDraft:
    job = Job(key_of(key or text), Request(text, "ja"), (), segments, None)  # type: ignore[arg-type]
    return SignedDraft(job, IDENTITY, english, (), ())


def only() -> Any:
    from srcxlate.desk.models import Segment

    return Segment.objects.select_related("draft").get()


def history() -> list[tuple[str, str, str]]:
    from srcxlate.desk.models import Revision

    return list(Revision.objects.values_list("was", "now", "reason"))


def correct(segment: Any, text: str = "By a person", who: str = "Kim") -> None:
    """A person's text, as the review will store it."""
    from srcxlate.desk import moves

    moves.save([segment], moves.FIELDS, [moves.move(segment, "corrected", who, text=text)])


class TestMoves:
    @pytest.mark.parametrize("was", STATUSES)
    @pytest.mark.parametrize("to", STATUSES)
    def test_the_table_is_the_only_way(self, desk, was, to):
        from srcxlate.desk import moves
        from srcxlate.desk.models import Segment

        segment = Segment(source="work", key="title", status=was)
        if to in TABLE[was]:
            step = moves.move(segment, to, "Kim")
            assert (segment.status, step.was, step.now, step.who) == (to, was, to, "Kim")
            return
        with pytest.raises(Fault, match=f"^work title is {was}; it cannot become {to}") as refused:
            moves.move(segment, to, "Kim")
        assert refused.value.mend == f"From {was} it can become {' or '.join(sorted(TABLE[was]))}."
        assert segment.status == was

    def test_a_refused_move_changes_nothing(self, desk):
        from srcxlate.desk import moves, queue

        queue.sync([source()], "Kim")
        with pytest.raises(Fault):
            moves.move(only(), "approved", "Kim")
        assert only().status == "undrafted"
        assert history() == [("", "undrafted", "")]

    def test_both_or_neither(self, desk):
        """A history that cannot be written takes the change back."""
        from django.db import IntegrityError

        from srcxlate.desk import moves, queue
        from srcxlate.desk.models import Revision

        queue.sync([source()], "Kim")
        segment = only()
        segment.status, segment.original = "undrafted", "changed"
        with pytest.raises(IntegrityError):
            moves.save([segment], ("original",), [Revision(segment_id=99, who="Kim", now="drafted")])
        assert only().original == "造船の危機"


class TestHistoryIsKept:
    """Not even SQL changes it."""

    @pytest.fixture
    def cursor(self, desk):
        from django.db import connection

        from srcxlate.desk import queue

        queue.sync([source()], "Kim")
        queue.keep_drafts([signed("造船の危機", only().pk)])
        with connection.cursor() as cursor:
            yield cursor
        assert history() == [("", "undrafted", ""), ("undrafted", "drafted", "")]

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE desk_revision SET who = 'nobody'",
            "UPDATE desk_revision SET id = 99 WHERE id = 1",
            "DELETE FROM desk_revision",
            "DELETE FROM desk_revision WHERE id = 1",
            "INSERT OR REPLACE INTO desk_revision (id, segment_id, at, who, was, now, digest, reason) "
            "VALUES (1, 1, '2030-01-01', 'nobody', '', 'drafted', '', '')",
            "REPLACE INTO desk_revision SELECT * FROM desk_revision",
            "UPDATE desk_draft SET text = 'other'",
        ],
    )
    def test_sql_is_refused(self, cursor, statement):
        from django.db import IntegrityError

        with pytest.raises(IntegrityError, match=r"a (revision|draft) is never (changed|deleted|replaced)"):
            cursor.execute(statement)

    def test_so_is_django(self, cursor):
        from django.db import IntegrityError

        from srcxlate.desk.models import Revision

        for change in (
            lambda: Revision.objects.update(who="nobody"),
            lambda: Revision.objects.all().delete(),
            lambda: Revision.objects.first().save(),  # type: ignore[union-attr]
        ):
            with pytest.raises(IntegrityError):
                change()

    def test_segments_and_their_drafts_stay(self, cursor):
        from django.db import IntegrityError
        from django.db.models import ProtectedError

        from srcxlate.desk.models import Draft, Segment

        with pytest.raises(ProtectedError):
            Segment.objects.all().delete()
        with pytest.raises(ProtectedError):
            Draft.objects.all().delete()
        for statement in (
            "UPDATE desk_segment SET draft_id = NULL",
            "UPDATE desk_segment SET status = 'undrafted'",
            "UPDATE desk_segment SET status = 'done'",
        ):
            with pytest.raises(IntegrityError, match="CHECK constraint failed"):
                cursor.execute(statement)

    def test_the_migration_is_what_the_models_say(self, desk):
        from django.core.management import call_command

        call_command("makemigrations", "--check", "--dry-run", verbosity=0)


class TestSync:
    def test_containers_are_segments(self, desk):
        from srcxlate.desk import listing, queue

        parts = (Container(title="海運", english="Shipping"), Container(title="叢書"))
        assert queue.sync([source(containers=parts)], "Kim") == queue.Synced(3, 0, 0)
        assert [(s.key, s.original, s.printed) for s in listing.find("work")] == [
            ("title", "造船の危機", ""),
            ("container", "海運", "Shipping"),
            ("container-2", "叢書", ""),
        ]

    def test_a_second_time_changes_nothing(self, desk):
        from srcxlate.desk import queue

        records = [source(), source("open", "東京大阪", "und")]
        queue.sync(records, "Kim")
        before = history()
        assert queue.sync(records, "Kim") == queue.Synced(0, 0, 0)
        assert history() == before

    def test_a_changed_original_loses_an_untouched_draft(self, desk):
        from srcxlate.desk import queue

        queue.sync([source()], "Kim")
        queue.keep_drafts([signed("造船の危機", only().pk)])
        assert queue.sync([source(title="造船の転機")], "Lee") == queue.Synced(0, 1, 0)
        assert (only().status, only().draft, only().original) == ("undrafted", None, "造船の転機")
        assert history()[2:] == [
            ("drafted", "drafted", "the original was: 造船の危機"),
            ("drafted", "undrafted", "the original changed"),
        ]

    @pytest.mark.parametrize("status", ["corrected", "approved", "published"])
    def test_but_never_a_person_s_text(self, desk, status):
        from srcxlate.desk import moves, queue
        from srcxlate.desk.models import Revision

        queue.sync([source()], "Kim")
        queue.keep_drafts([signed("造船の危機", only().pk)])
        correct(only())
        for to in {"corrected": [], "approved": ["approved"], "published": ["approved", "published"]}[status]:
            segment = only()
            moves.save([segment], moves.FIELDS, [moves.move(segment, to, "Lee")])
        queue.sync([source(title="造船の転機")], "Kim")
        assert (only().status, only().original) == (status, "造船の転機")
        made = Revision.objects.get(text="By a person")
        assert made.digest == moves.digest("造船の危機") != only().digest
        assert queue.keep_drafts([signed("造船の転機", only().pk)]) == 0
        assert only().status == status
        queue.sync([source("work", "造船の転機", "und")], "Kim")
        assert (only().status, only().language) == (status, "ja")
        assert queue.sync([source("work", "造船の転機", "und")], "Kim") == queue.Synced(0, 0, 0)

    def test_a_work_that_is_gone_is_unlisted_and_comes_back_as_it_was(self, desk):
        from srcxlate.desk import listing, queue

        queue.sync([source()], "Kim")
        queue.keep_drafts([signed("造船の危機", only().pk)])
        assert queue.sync([], "Kim") == queue.Synced(0, 0, 1)
        assert (listing.find("work"), listing.listing()) == ([], [])
        assert (listing.counts(), queue.draftable()) == ({}, [])
        assert listing.unknown(["work", "other"]) == ["work", "other"]
        assert queue.sync([source()], "Kim") == queue.Synced(0, 1, 0)
        assert (only().status, only().draft.text) == ("drafted", "English")
        assert [reason for *_, reason in history()[2:]] == [
            "its source does not hold it any more",
            "its source holds it again",
        ]

    def test_open_works_live_in_the_queue(self, desk):
        from srcxlate.desk import listing, queue

        record = source("open", "東京大阪", "und", containers=(Container(title="経済"),))
        queue.sync([record], "Kim")
        assert listing.open_records() == [record]
        assert queue.draftable() == []
        decided = record.model_copy(update={"language": "zh", "script": "zh-Hans"})
        queue.sync([decided], "Lee")
        assert listing.open_records() == []
        assert [(s.status, s.language, s.script, s.record) for s in listing.find("open")] == [
            ("undrafted", "zh", "zh-Hans", None)
        ] * 2


class TestDrafts:
    def test_a_draft_is_stored_once(self, desk):
        from srcxlate.desk import listing, queue
        from srcxlate.desk.models import Draft

        queue.sync([source("one"), source("two")], "Kim")
        first, second = (listing.find(name)[0].pk for name in ("one", "two"))
        assert queue.keep_drafts([signed("造船の危機", first)]) == 1
        assert queue.keep_drafts([signed("造船の危機", first, second, english="Other")]) == 1
        assert Draft.objects.get().text == "English"

    def test_a_text_that_changed_meanwhile_goes_on_waiting(self, desk):
        from srcxlate.desk import queue

        queue.sync([source()], "Kim")
        waiting = only().pk
        queue.sync([source(title="造船の転機")], "Kim")
        assert queue.keep_drafts([signed("造船の危機", waiting)]) == 0
        assert only().status == "undrafted"

    def test_more_than_one_statement_takes(self, desk):
        from srcxlate.desk import listing, queue

        queue.sync([source(f"work-{n}", f"題{n}") for n in range(1201)], "Kim")
        made = [signed(text.text, text.segment) for text in queue.draftable()]
        assert queue.keep_drafts(made) == 1201
        assert listing.counts() == {"drafted": 1201}
        assert len(listing.segments(one.job.segments[0] for one in made)) == 1201

    def test_a_draft_with_other_numbers_is_told(self, desk):
        from srcxlate.desk import listing, queue

        queue.sync([source("a", "受注3割減"), source("b", "受注4割減")], "Kim")
        texts = {text.text: text.segment for text in queue.draftable()}
        queue.keep_drafts(
            [
                signed("受注3割減", texts["受注3割減"], english="Orders down 30 percent"),
                signed("受注4割減", texts["受注4割減"], english="Orders down a third"),
            ]
        )
        assert [(s.source, listing.risks(s)) for s in listing.listing()] == [
            ("b", ["The English has a third, where the original has 40 percent (4割)."]),
            ("a", []),
        ]

    def test_risks_are_told_in_words_and_come_first(self, desk):
        from srcxlate.desk import listing, queue

        queue.sync([source("a"), source("b", "題"), source("c", "無題")], "Kim")
        texts = {text.text: text.segment for text in queue.draftable()}
        lost = ({"original": "題", "english": "title", "kept": False},)
        queue.keep_drafts(
            [
                signed("造船の危機", texts["造船の危機"]),
                replace(signed("題", texts["題"]), terms=lost, flags=("cut",)),
                replace(signed("無題", texts["無題"]), flags=("new-flag",)),
            ]
        )
        assert [(s.source, listing.risks(s)) for s in listing.listing()] == [
            ("b", ["the draft was cut: the text is too long for the model", "term 題 should be 'title'"]),
            ("c", ["new-flag"]),
            ("a", []),
        ]

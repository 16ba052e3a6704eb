"""The only code that changes a segment's status: a table of moves, and a step of history for each.

In come a segment and where it is to go, out comes the :class:`~srcxlate.desk.models.Revision` that is
saved with it in one transaction. A move that the table does not hold is refused with a sentence.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from srcxlate.desk.models import PERSON_S, Revision, Segment, Status, now
from srcxlate.errors import Fault

MOVES: Mapping[str, frozenset[str]] = {
    Status.UNDECIDED: frozenset({Status.UNDRAFTED}),
    Status.UNDRAFTED: frozenset({Status.DRAFTED, Status.CORRECTED, Status.UNDECIDED}),
    Status.DRAFTED: frozenset({Status.CORRECTED, Status.DRAFTED, Status.UNDRAFTED, Status.UNDECIDED}),
    Status.CORRECTED: frozenset({Status.APPROVED, Status.CORRECTED, Status.DRAFTED, Status.UNDRAFTED}),
    Status.APPROVED: frozenset({Status.PUBLISHED, Status.CORRECTED}),
    Status.PUBLISHED: frozenset({Status.CORRECTED}),
}
"""From each status, where it may go. A draft is redrafted in place when what it was made from changes, is
no current draft any more (undrafted) when its original changes, and waits for a decision again (undecided)
when a person opens its language again. A text may be written without a draft, where no engine
serves the language. A person's text goes only when a person takes it back: then it is drafted or undrafted
as before."""

FIELDS = ("status", "draft", "correction", "approval", "publication", "returned")
"""The fields of a segment that a move may change."""
BATCH = 500
"""Rows to one statement; SQLite takes 32,766 parameters."""


def digest(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def move(
    segment: Segment,
    to: str,
    who: str,
    *,
    reason: str = "",
    text: str | None = None,
    at: datetime | None = None,
) -> Revision:
    """Changes a segment's status; gives the step that is to be saved with it.

    :param text: a person's English for the present original; it is what stands from then on.
    :param at: when it was done; now unless told.
    :raises Fault: the table does not hold the move.
    """
    if to not in MOVES[segment.status]:
        allowed = " or ".join(sorted(MOVES[segment.status]))
        raise Fault(
            f"{segment.source} {segment.key} is {segment.status}; it cannot become {to}",
            mend=f"From {segment.status} it can become {allowed}.",
        )
    was, segment.status = segment.status, to
    if to in (Status.UNDECIDED, Status.UNDRAFTED):
        segment.draft = None
    step = note(segment, who, reason, was=was, at=at)
    if text is not None:
        step.text, step.original = text, segment.original
        segment.correction = step
    if to not in PERSON_S:
        segment.correction = None
    if to not in (Status.APPROVED, Status.PUBLISHED):
        segment.approval = segment.publication = None
    elif to == Status.APPROVED:
        segment.approval, segment.publication = step, None
    else:
        segment.publication = step
    if to != Status.DRAFTED:  # a reason outlives the next draft: it is a person who must answer it
        segment.returned = ""
    return step


def note(
    segment: Segment, who: str, reason: str, *, was: str | None = None, at: datetime | None = None
) -> Revision:
    """A step in a segment's history; without ``was`` one that leaves its status as it is."""
    return Revision(
        segment=segment,
        at=at or now(),
        who=who,
        was=segment.status if was is None else was,
        now=segment.status,
        digest=segment.digest,
        draft_id=segment.draft_id,
        reason=reason,
    )


@transaction.atomic
def save(segments: Sequence[Segment], fields: Sequence[str], history: Sequence[Revision]) -> None:
    """Writes segments and their history; both or neither.

    An insert that becomes an update where the row is there: ten times as fast as ``bulk_update``, whose
    statement has a case for each row and field.
    """
    Revision.objects.bulk_create(history, batch_size=BATCH)
    Segment.objects.bulk_create(
        segments, update_conflicts=True, unique_fields=["id"], update_fields=fields, batch_size=BATCH
    )


@transaction.atomic
def add(segments: Sequence[Segment], who: str) -> None:
    """Puts new segments into the queue, each with its first step."""
    added = Segment.objects.bulk_create(segments, batch_size=BATCH)
    Revision.objects.bulk_create([note(segment, who, "", was="") for segment in added], batch_size=BATCH)

"""What a person decides of a segment: to claim, correct, approve, return, publish it, or to take that back.

In come an :class:`Item` (a segment as the person saw it) and what was decided, out comes the item as it is
then. A decision on a segment that changed meanwhile is a :class:`Conflict`, which holds the segment as it is
now: nothing is overwritten unseen.
"""

import os
import secrets
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from unicodedata import category

from django.db import transaction
from django.db.models import Max, Q

from srcxlate.desk.models import PERSON_S, Comment, Revision, Segment, Status, now
from srcxlate.desk.moves import FIELDS, MOVES, move, note, save
from srcxlate.errors import Fault
from srcxlate.people import Person, same_person
from srcxlate.records import Unfit
from srcxlate.reviewed import fit_english

LEASE = timedelta(seconds=float(os.environ.get("SRCXLATE_LEASE", "900")))
"""How long a claim holds unless it is renewed; 15 minutes."""
LONGEST_WORDS = 10_000
"""Characters of a reason or a comment."""


@dataclass(frozen=True, slots=True)
class Item:
    """A segment as a person sees it."""

    segment: Segment
    seen: int
    """The last step of its history at that time."""

    @property
    def text(self) -> str | None:
        """The person's English that stands."""
        return self.segment.english


class Conflict(Fault):
    """The segment changed after it was seen.

    :param now: the item as it is.
    """

    def __init__(self, now: Item) -> None:
        self.now = now
        last = now.segment.revisions.latest("pk")
        super().__init__(
            f"{_name(now.segment)} was changed meanwhile by {last.who}: it is {now.segment.status}",
            mend="Look at it as it is now, and decide again.",
        )


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who decides, and what the workspace lets one do."""

    name: str
    approve_own: bool = True
    people: tuple[Person, ...] = ()

    def may_approve(self, segment: Segment) -> bool:
        """Whether this person may approve the text that stands."""
        if self.approve_own or segment.correction is None:
            return True
        return not same_person(self.name, segment.correction.who, self.people)


def item(segment: int) -> Item:
    """A segment (by primary key) as it is now."""
    return items([segment])[0]


def items(segments: Iterable[int]) -> list[Item]:
    """Segments (by primary key) as they are now, in that order."""
    wanted = list(segments)
    found = {
        segment.pk: Item(segment, segment.last)
        for segment in Segment.objects.filter(pk__in=wanted)
        .annotate(last=Max("revisions__pk"))
        .select_related("draft", "correction", "approval", "publication")
    }
    return [found[pk] for pk in wanted]


# -- claims --------------------------------------------------------------------------------------


def claim(segment: int, holder: str, who: str) -> Item | None:
    """Takes a segment (by primary key) for a while; None if another sitting has it, or it is gone.

    A lease that ends later than one made now would was made by a clock that has been put back since: it
    holds nothing.

    :param holder: the sitting; see :class:`srcxlate.desk.review.Review`.
    """
    moment = now()
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lte=moment) | Q(claimed_until__gt=moment + LEASE)
    taken = Segment.objects.filter(free | Q(claim=holder), pk=segment, listed=True).update(
        claim=holder, claimed_by=who, claimed_until=moment + LEASE
    )
    return item(segment) if taken else None


def release(holder: str, segments: Sequence[int] | None = None) -> None:
    """Gives back what a sitting has claimed: these segments, or all."""
    held = Segment.objects.filter(claim=holder)
    if segments is not None:
        held = held.filter(pk__in=segments)
    held.update(claim="", claimed_by="", claimed_until=None)


def new_holder() -> str:
    """A name for a sitting of this process, told apart from every other."""
    return f"{_host()}:{os.getpid()}:{secrets.token_hex(6)}"


def release_the_dead() -> None:
    """Gives back what sittings of this machine hold whose process has ended without it."""
    held = Segment.objects.filter(claim__startswith=f"{_host()}:")
    for holder in set(held.values_list("claim", flat=True)):
        process = holder.split(":")[-2]
        if process.isdigit() and not _lives(int(process)):
            release(holder)


def _host() -> str:
    return socket.gethostname()[:60]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # someone else's
        return True
    return True


# -- decisions -----------------------------------------------------------------------------------


@transaction.atomic
def correct(seen: Item, text: str, by: Reviewer, *, reason: str = "") -> Item:
    """Makes a person's text the one that stands; approves it too where one may approve one's own work.

    :raises Conflict: the segment changed after it was seen.
    :raises Fault: the text cannot be kept, or the segment cannot be corrected.
    """
    segment = _current(seen)
    try:
        text = fit_english(text)
    except Unfit as unfit:
        raise Fault(f"the English {unfit.message}", mend=unfit.mend) from unfit
    steps = [move(segment, Status.CORRECTED, by.name, text=text, reason=reason)]
    if by.approve_own:
        steps.append(move(segment, Status.APPROVED, by.name))
    return _saved(segment, steps)


def accept(seen: Item, by: Reviewer) -> Item:
    """Takes what stands as right: a draft is corrected without a change, a corrected text approved.

    A text whose original changed since is taken for the present original.

    :raises Conflict: the segment changed after it was seen.
    :raises Fault: there is nothing to accept, or this person may not.
    """
    segment = seen.segment
    if segment.status == Status.DRAFTED and segment.draft:
        return correct(seen, segment.draft.text, by)
    if segment.stale and seen.text:
        return correct(seen, seen.text, by, reason="it fits the changed original, too")
    if segment.status == Status.CORRECTED:
        return approve(seen, by)
    mend = {
        Status.UNDECIDED: "Decide its language first: ja, ko or zh.",
        Status.UNDRAFTED: "Draft it, or write the English.",
    }.get(Status(segment.status), "Correct it, or go on.")
    raise Fault(f"{_name(segment)} is {segment.status}; there is nothing to accept", mend=mend)


@transaction.atomic
def approve(seen: Item, by: Reviewer) -> Item:
    """Approves a corrected text: it is reviewed from then on.

    :raises Conflict: the segment changed after it was seen.
    :raises Fault: it is not corrected, is stale, or is this person's own and that is not allowed.
    """
    segment = _current(seen)
    if segment.status == Status.CORRECTED and segment.stale:
        mend = "Correct it, or accept it for the original as it is now."
        raise Fault(f"the original of {_name(segment)} changed after its English was written", mend=mend)
    if segment.status == Status.CORRECTED and not by.may_approve(segment):
        mend = "Leave it to another person, or set approve_own in srcxlate.yaml."
        raise Fault(f"{_name(segment)} is {by.name}'s own work", mend=mend)
    return _saved(segment, [move(segment, Status.APPROVED, by.name)])


@transaction.atomic
def give_back(seen: Item, reason: str, by: Reviewer) -> Item:
    """Returns a draft or a person's text with a reason; what was approved is corrected again.

    :raises Conflict: the segment changed after it was seen.
    :raises Fault: there is no reason, or nothing that could be returned.
    """
    segment = _current(seen)
    reason = _words(reason, "a reason")
    if segment.status not in (Status.DRAFTED, *PERSON_S):
        mend = "Only a draft or a person's text is returned."
        raise Fault(f"{_name(segment)} is {segment.status}; there is nothing to return", mend=mend)
    if segment.status in (Status.APPROVED, Status.PUBLISHED):
        step = move(segment, Status.CORRECTED, by.name, reason=f"returned: {reason}")
    else:
        step = note(segment, by.name, f"returned: {reason}")
    segment.returned = reason
    return _saved(segment, [step])


@transaction.atomic
def publish(seen: Item, who: str) -> Item:
    """Marks an approved text as final.

    :raises Conflict: the segment changed after it was seen.
    :raises Fault: it is not approved, or its original changed since.
    """
    segment = _current(seen)
    if segment.stale:
        mend = "Review it again first."
        raise Fault(f"the original of {_name(segment)} changed after its English was written", mend=mend)
    return _saved(segment, [move(segment, Status.PUBLISHED, who)])


def comment(segment: int, text: str, who: str) -> Comment:
    """Adds a remark to a segment (by primary key); it changes nothing else.

    :raises Fault: there are no words.
    """
    return Comment.objects.create(segment_id=segment, who=who, text=_words(text, "a comment"))


@transaction.atomic
def take_back(after: Item, before: Item, who: str) -> Item:
    """Makes a segment again what it was before a decision; the history keeps both.

    :param after: the segment as the decision left it.
    :raises Conflict: someone has changed it since.
    """
    segment = _current(after)
    steps = way_back(segment, before.segment.status, who, "taken back")
    steps = steps or [note(segment, who, "taken back")]
    for name in ("draft", "correction", "approval", "publication"):
        setattr(segment, name, getattr(before.segment, name))
    segment.returned = before.segment.returned
    return _saved(segment, steps)


def way_back(segment: Segment, to: str, who: str, reason: str) -> list[Revision]:
    """The steps of the shortest way to an earlier status; none where the segment has it.

    :raises Fault: the table of moves holds no such way.
    """
    ways = [[segment.status]]
    for way in ways:
        if way[-1] == to:
            return [move(segment, status, who, reason=reason) for status in way[1:]]
        ways += [[*way, status] for status in sorted(MOVES[way[-1]]) if status not in way]
    raise Fault(f"{_name(segment)} cannot become {to} again", mend="Correct it instead.")


# -- inside -------------------------------------------------------------------------------------------


def _current(seen: Item) -> Segment:
    """The segment as it is, to be changed in this transaction.

    :raises Conflict: it changed after it was seen.
    """
    Segment.objects.select_for_update().get(pk=seen.segment.pk)
    present = item(seen.segment.pk)
    if present.seen != seen.seen:
        raise Conflict(present)
    return present.segment


def _saved(segment: Segment, steps: Sequence[Revision]) -> Item:
    save([segment], FIELDS, steps)
    return item(segment.pk)


def _words(text: str, what: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise Fault(f"there is no {what.split()[-1]}", mend=f"Write {what}.")
    if len(text) > LONGEST_WORDS or any(category(c) in ("Cc", "Cs") for c in text):
        mend = f"Use up to {LONGEST_WORDS:,} characters, no control characters."
        raise Fault(f"{text[:40]!r} cannot be kept as {what}", mend=mend)
    return text


def _name(segment: Segment) -> str:
    return f"{segment.source} {segment.key}"

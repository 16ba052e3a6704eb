"""A person's sitting at the queue: what comes next, what it shows, what was decided, and how to take it back.

In come a workspace and a name, out come items one at a time, each claimed for this sitting. A decision is
in the queue and in the file beside the original before the call that made it returns. Needs an open desk
(:func:`srcxlate.desk.database.open_desk`).
"""

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from srcxlate.desk import decisions, listing, offers, runs
from srcxlate.desk.database import exclusively
from srcxlate.desk.decisions import Conflict, Item, Reviewer
from srcxlate.desk.mend import mend, reopened
from srcxlate.desk.models import Segment, Status, now
from srcxlate.desk.recall import Recall, Suggestion
from srcxlate.desk.record import Settled, Unsettled, keeping, settle
from srcxlate.differences import Piece, compare
from srcxlate.engines.store import Progress as Tell
from srcxlate.errors import Fault
from srcxlate.glossary import read_glossary, terms_of
from srcxlate.mending import move_work
from srcxlate.people import same_person
from srcxlate.proposals import Proposal
from srcxlate.records import read_record
from srcxlate.sources import Source, cited_at, read_sources
from srcxlate.workspace import Workspace

__all__ = ["Conflict", "Details", "Done", "Item", "Progress", "Review", "Unwritten"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sitting is; counts of segments."""

    done: int
    left: int
    """What waits behind the present item, for this choice."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a decision."""

    item: Item
    """As it is now."""
    said: str
    """In a line, for the person."""


class Unwritten(Fault):
    """It is decided, and in the queue; the file beside the original could not be written.

    :param fault: why.
    :param done: what was decided.
    """

    def __init__(self, fault: Fault, done: Done) -> None:
        self.done = done
        first = fault.each[0]
        super().__init__(f"{done.said}; its file {first.message}", mend=first.mend, place=first.place)


@dataclass(frozen=True, slots=True)
class Details:
    """All that there is to know of an item."""

    item: Item
    work: Source
    notes: tuple[str, ...]
    """Where it is cited."""
    terms: tuple[dict[str, Any], ...]
    """The glossary's terms in the original: original, english, kept (None where there is no English yet)."""
    checks: tuple[str, ...]
    comments: tuple[tuple[str, str, str], ...]
    """When, who, what."""
    history: tuple[str, ...]
    stale: tuple[Piece, ...] | None
    """Where the English renders an older original: how it differs from the present one."""
    similar: tuple[Suggestion, ...]
    """What was approved or imported for similar texts, the best first."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """What comes up for review."""

    language: str | None = None
    status: str | None = None
    sources: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """A decision that can be taken back: each segment before and after it."""

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    opened: Source | None = None
    """The work whose language was decided, as it was."""


@dataclass(slots=True)
class _Carried:
    """What came of changing items: each that changed before and after, and why others did not."""

    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)
    refused: list[Fault] = field(default_factory=list)
    unwritten: Fault | None = None
    """Why a file could not be written."""


@dataclass(slots=True)
class Review:
    """One person's sitting at the queue of a workspace."""

    workspace: Workspace
    who: str
    settled: Settled = field(init=False)
    """What was taken in from files when the sitting began."""
    decided: list[int] = field(default_factory=list, init=False)
    """The segments (primary keys) that were decided in this sitting."""
    _holder: str = field(init=False)
    _choice: _Choice = field(default_factory=_Choice, init=False)
    _waiting: deque[int] = field(default_factory=deque, init=False)
    _filled: bool = field(default=False, init=False)
    _unwritten: set[str] = field(default_factory=set, init=False)
    """Works whose files are behind the queue."""
    _skipped: set[int] = field(default_factory=set, init=False)
    _steps: list[_Step] = field(default_factory=list, init=False)
    _proposed: set[tuple[str, str, str]] = field(default_factory=set, init=False)
    _recall: Recall = field(init=False)

    def __post_init__(self) -> None:
        self._holder = decisions.new_holder()
        decisions.release_the_dead()
        try:
            self.settled = runs.take_in(self.workspace, None, self.who)[2]
        except Unsettled as unsettled:  # decisions on these works are refused; all others go on
            self.settled = unsettled.done
            self.settled.left += map(str, unsettled.each)
        self._recall = Recall(self.workspace)
        if self._recall.fault:
            self.settled.left.append(f"nothing that was imported is suggested: {self._recall.fault}")

    @property
    def _by(self) -> Reviewer:
        return runs.reviewer(self.workspace, self.who)

    # -- what comes next ----------------------------------------------------------------------------

    def choose(self, *what: str) -> str:
        """Says what comes up from now on; gives it in words.

        :param what: ``all``, ``risk``, a language, a status, a note's number (in series 2: 2.14), or ids.
        :raises Fault: nothing is called so.
        """
        ids: set[str] = set()
        records: list[Source] = []
        language = status = None
        for word in what:
            if word in ("ja", "ko", "zh", "und"):
                language = word
            elif word in Status.values:
                status = word
            elif word not in ("all", "risk"):
                records = records or listing.known_records(
                    read_sources(self.workspace.sources, self.workspace.cache)
                )
                ids |= {record.id for record in cited_at(records, word)}
        self._choice = _Choice(language, status, frozenset(ids) if ids else None)
        self._skipped.clear()
        self._filled = False
        named = ", ".join(word for word in what if word not in ("all", "risk"))
        return f"from now on: {named or 'all that waits, the riskiest first'}"

    def next(self) -> Item | None:
        """Claims the next item and gives it; None where nothing (more) waits for this choice.

        What other sittings hold, what was skipped and what was decided in this sitting is left out.

        :raises Fault: the file of an earlier decision still cannot be written; nothing comes before that.
        """
        self._write_the_unwritten()
        if not self._filled:
            self._fill()
        while self._waiting:
            item = decisions.claim(self._waiting.popleft(), self._holder, self.who)
            if item is None:
                continue
            if self._wants(item.segment):
                return item
            self._release(item)
        return None

    @property
    def progress(self) -> Progress:
        """How far this sitting is."""
        if not self._filled:
            self._fill()
        return Progress(len(set(self.decided)), len(self._waiting))

    def may_approve(self, item: Item) -> bool:
        """Whether this person may approve the text that stands."""
        return self._by.may_approve(item.segment)

    def held(self) -> list[str]:
        """What of this choice other sittings hold now, in words: what, by whom, until when (local time)."""
        choice = self._choice
        chosen = listing.chosen(language=choice.language, status=choice.status, sources=choice.sources)
        theirs = chosen.filter(claimed_until__gt=now()).exclude(claim=self._holder)
        return [
            f"{s.source} {s.key} is held by {s.claimed_by} until {s.claimed_until.astimezone():%H:%M}"
            for s in theirs.order_by("source", "order")
            if s.claimed_until and self._wants(s)
        ]

    @property
    def undoable(self) -> int:
        """How many decisions of this sitting can be taken back."""
        return len(self._steps)

    def _fill(self) -> None:
        choice = self._choice
        left_out = self._skipped | (set() if choice.sources else set(self.decided))
        chosen = listing.chosen(language=choice.language, status=choice.status, sources=choice.sources)
        found = [s for s in chosen if s.pk not in left_out and self._wants(s)]
        if choice.sources is None:
            found.sort(key=lambda s: (not self._is_mine(s), listing.urgency(s)))
        self._waiting, self._filled = deque(segment.pk for segment in found), True

    def _is_mine(self, segment: Segment) -> bool:
        """Whether it was returned to this person."""
        if not segment.returned or segment.correction is None:
            return False
        return same_person(segment.correction.who, self.who, self._by.people)

    def _wants(self, segment: Segment) -> bool:
        """Whether there is something for this person to decide."""
        if self._choice.sources is not None or segment.stale:
            return True
        if self._choice.status is not None and segment.status != Status.CORRECTED:
            return True
        if segment.status == Status.CORRECTED:
            return self._is_mine(segment) or (not segment.returned and self._by.may_approve(segment))
        return segment.status in (Status.UNDECIDED, Status.UNDRAFTED, Status.DRAFTED)

    # -- an item ------------------------------------------------------------------------------------

    def reread(self, item: Item) -> Item:
        """The item as it is now."""
        return decisions.item(item.segment.pk)

    def details(self, item: Item) -> Details:
        """All that there is to know of an item."""
        segment = item.segment
        work = self._work(segment)
        steps = listing.history(segment)
        glossary = read_glossary(self.workspace.glossary, self.workspace.cache)
        house_style = self.workspace.settings.house_style
        hits = glossary.find(segment.original, segment.language, house_style=house_style)
        english = item.text or (segment.draft.text if segment.draft else None)
        told = [{"original": t.original, "english": t.english} for t in terms_of(hits, segment.original)]
        terms = listing.terms(told, english) if english else [{**term, "kept": None} for term in told]
        stale = None
        if segment.stale and segment.correction:
            stale = compare(segment.correction.original, segment.original)
        return Details(
            item,
            work,
            tuple(map(str, work.cited)),
            tuple(terms),
            tuple(listing.risks(segment)),
            tuple((f"{c.at:%Y-%m-%d %H:%M}", c.who, c.text) for c in segment.comments.all()),
            tuple(listing.told(steps)),
            stale,
            self._recall.suggest(segment, english or ""),
        )

    def _work(self, segment: Segment) -> Source:
        path = self.workspace.sources / segment.language / f"{segment.source}.yaml"
        if not path.exists():  # a person's text stays where the language of its work was opened again
            for record in listing.open_records():
                if record.id == segment.source:
                    return record
        return read_record(path, Source)

    # -- decisions ----------------------------------------------------------------------------------

    def accept(self, item: Item) -> Done:
        """Takes the draft as it stands, or approves a corrected text.

        :raises Conflict: it changed meanwhile.
        :raises Unwritten: it is accepted, its file is not written.
        :raises Fault: there is nothing to accept, or this person may not.
        """
        return self._decide([item], lambda one: decisions.accept(one, self._by))

    def correct(self, item: Item, text: str, *, reason: str = "") -> Done:
        """Makes a person's text the one that stands.

        :param reason: where it comes from, if not from this person.
        :raises Conflict: it changed meanwhile.
        :raises Unwritten: it is corrected, its file is not written.
        :raises Fault: the text cannot be kept.
        """
        return self._decide([item], lambda one: decisions.correct(one, text, self._by, reason=reason))

    def give_back(self, item: Item, reason: str) -> Done:
        """Returns a draft or a text with a reason.

        :raises Conflict: it changed meanwhile.
        :raises Unwritten: it is returned, its file is not written.
        :raises Fault: there is no reason or nothing to return.
        """
        return self._decide([item], lambda one: decisions.give_back(one, reason, self._by))

    def decide(self, item: Item, language: str) -> Done:
        """Decides the language of a work that is open.

        :raises Fault: it is decided already, or a file cannot be written.
        """
        before = self._work(self.reread(item).segment)
        if before.language != "und":
            mend_it = f"Use 'srcxlate mend move {before.id} {language}'."
            raise Fault(f"{before.id} is {before.language} already", mend=mend_it)
        move = partial(move_work, identifier=before.id, language=language, who=self.who)
        said = mend(self.workspace, move, self._by)
        after = self.reread(item)
        self._steps.append(_Step((item,), (after,), before))
        self.decided.append(item.segment.pk)
        return Done(after, said)

    def comment(self, item: Item, text: str) -> None:
        """Adds a remark; it changes nothing else."""
        decisions.comment(item.segment.pk, text, self.who)

    def skip(self, item: Item) -> None:
        """Leaves an item for later."""
        self._skipped.add(item.segment.pk)
        self._release(item)

    def draft_now(self, item: Item, progress: Tell | None = None) -> Item:
        """Drafts an item that has no draft; gives it as it is then.

        :raises Fault: no engine serves its language.
        """
        drafting = runs.redraft(self.workspace, [item.segment.source], progress=progress)
        after = self.reread(item)
        if after.segment.status == Status.UNDRAFTED:
            from srcxlate.engines.choose import how_to_serve

            raise Fault("no engine drafted it", mend=how_to_serve(drafting.unserved))
        return after

    def undo(self) -> Item | None:
        """Takes the last decision of this sitting back and gives its (first) item; None if there is none.

        Of a decision on several segments each is taken back that nobody has decided on since.

        :raises Conflict: someone has decided on it since; the decision stands.
        :raises Unwritten: it is taken back, its file is not written.
        """
        if not self._steps:
            return None
        step = self._steps[-1]
        if step.opened:
            return self._reopen(step.after[0], step.opened)
        before = {item.segment.pk: item for item in step.before}
        carried = self._carry_out(
            step.after, lambda one: decisions.take_back(one, before[one.segment.pk], self.who)
        )
        self._steps.pop()
        for item in reversed(carried.after):
            self._stands_again(before[item.segment.pk], item)
            self.decided.remove(item.segment.pk)
            if item is not carried.after[0] and item.segment.pk not in self._waiting:
                self._waiting.appendleft(item.segment.pk)
        if carried.refused:
            raise carried.refused[0]
        first = carried.after[0]
        if carried.unwritten:
            raise Unwritten(carried.unwritten, Done(first, f"taken back: {_said(first, self.who)}"))
        return decisions.claim(first.segment.pk, self._holder, self.who) or self.reread(first)

    def _stands_again(self, before: Item, now: Item) -> None:
        """What an earlier decision left stands again: the next undo is that one's."""
        place = (before.segment.pk, before.seen)
        for number, step in enumerate(self._steps):
            after = tuple(now if (one.segment.pk, one.seen) == place else one for one in step.after)
            self._steps[number] = replace(step, after=after)

    def _reopen(self, item: Item, opened: Source) -> Item:
        """Takes the decision on a work's language back, where nobody has written English for it since."""
        written = next((s for s in listing.find(opened.id) if s.correction), None)
        if written is None:
            mend(self.workspace, reopened(opened), self._by)
        self._steps.pop()
        if written is not None:
            raise Conflict(decisions.item(written.pk))
        self.decided.remove(item.segment.pk)
        return decisions.claim(item.segment.pk, self._holder, self.who) or self.reread(item)

    def _decide(self, items: Sequence[Item], act: Callable[[Item], Item]) -> Done:
        """Carries a decision out, to be taken back as one; of several items some may be refused.

        :raises Fault: it is refused for all of them.
        """
        carried = self._carry_out(items, act)
        if not carried.after:
            raise carried.refused[0]
        self._steps.append(_Step(tuple(carried.before), tuple(carried.after)))
        self.decided += [item.segment.pk for item in carried.after]
        for item in carried.after:
            self._release(item)
        done = Done(carried.after[0], _said(carried.after[0], self.who))
        if carried.unwritten:
            raise Unwritten(carried.unwritten, done) from carried.unwritten
        return done

    def _carry_out(self, items: Sequence[Item], act: Callable[[Item], Item]) -> "_Carried":
        """Changes items in the queue, then their files.

        :raises Fault: nothing was changed: a file is faulty, or another process keeps writing.
        """
        carried = _Carried()
        try:
            with keeping(self.workspace, self._by, *{item.segment.source for item in items}):
                for item in items:
                    try:
                        carried.after.append(act(item))
                        carried.before.append(item)
                    except Fault as fault:  # the files of the others are to be written all the same
                        carried.refused.append(fault)
        except Fault as fault:
            if not carried.after:
                raise
            self._unwritten |= {item.segment.source for item in carried.after}
            carried.unwritten = fault
        return carried

    def _write_the_unwritten(self) -> None:
        """Writes the files that could not be written when their texts were decided.

        :raises Fault: they still cannot be.
        """
        if self._unwritten:
            with exclusively(self.workspace):
                settle(self.workspace, self._by, self._unwritten)
            self._unwritten.clear()

    def _release(self, item: Item) -> None:
        decisions.release(self._holder, [item.segment.pk])

    def close(self) -> None:
        """Gives back what this sitting holds."""
        decisions.release(self._holder)

    # -- offers -------------------------------------------------------------------------------------

    def elsewhere(self, item: Item) -> list[Item]:
        """The identical texts that wait for a person."""
        return offers.elsewhere(item)

    def accept_elsewhere(self, item: Item, items: Collection[Item]) -> Done:
        """Makes an item's text that of identical texts; those that others hold or changed meanwhile are left.

        :raises Conflict: others changed all of them.
        :raises Unwritten: it is theirs, a file is not written.
        :raises Fault: other sittings hold all of them.
        """
        segment, text = item.segment, item.text or ""
        held = [one for one in items if decisions.claim(one.segment.pk, self._holder, self.who)]
        if not held:
            raise Fault("someone else has them", mend="They come up again when they are free.")
        reason = f"as in {segment.source} {segment.key}"
        try:
            done = self._decide(held, lambda one: decisions.correct(one, text, self._by, reason=reason))
        finally:
            decisions.release(self._holder, [one.segment.pk for one in held])
        return Done(done.item, f"{len(self._steps[-1].after)} more: {_state(done.item)}")

    def proposals(self) -> list[Proposal]:
        """Terms that people correct again and again and the glossary does not have; each once a sitting."""
        found = offers.proposals(read_glossary(self.workspace.glossary, self.workspace.cache))
        fresh = [p for p in found if (p.language, p.original, p.english) not in self._proposed]
        self._proposed |= {(p.language, p.original, p.english) for p in fresh}
        return fresh

    def add_term(self, proposal: Proposal, english: str | None = None) -> Path:
        """Adds a proposed term to the glossary; gives the file.

        :raises Fault: the glossary has it already, or the file cannot be written.
        """
        return offers.add_term(self.workspace, proposal, english or proposal.english, self.who)

    def decline(self, proposal: Proposal) -> None:
        """Says that a proposed term is not wanted; it is not proposed again."""
        offers.decline(proposal, self.who)


def _said(item: Item, who: str) -> str:
    segment = item.segment
    if segment.returned:
        return f"{segment.source} {segment.key}: returned by {who}"
    return f"{segment.source} {segment.key}: {_state(item)}"


def _state(item: Item) -> str:
    """How a segment stands, and what a person should look at in it."""
    segment = item.segment
    names = [segment.correction.who] if segment.correction else []
    unchanged = segment.draft is not None and segment.draft.text == segment.english
    state = "accepted" if unchanged and segment.status == Status.CORRECTED else str(segment.status)
    if segment.approval and segment.status == Status.APPROVED:
        names.append(segment.approval.who)
        state = "accepted and approved" if unchanged else "corrected and approved"
    said = f"{state} by {' and '.join(dict.fromkeys(names))}" if names else state
    return "; ".join([said, *(f"look at it: {risk}" for risk in listing.risks(segment))])

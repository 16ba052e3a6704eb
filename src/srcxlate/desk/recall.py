"""The desk's memory: what was approved here, and what was imported, for texts like the one under review.

In come an open workspace and a segment, out come suggestions: the most similar texts that have an approved
English, or an imported one. What is approved is read from the queue and kept in the cache
(:meth:`srcxlate.memory.Memory.kept`); what is imported lies in TMX files of its own under
``.srcxlate/memory/``, is only ever suggested, and is forgotten by deleting its file.

**Why the kept memory is never out of date.** Approved texts are listed in the order of their approvals, which
are steps of a history that only grows. A new approval comes last. All else that happens to a listed text (it
is corrected anew, given back, retitled, ignored, moved, listed again) is a step that begins where it was
approved; bringing an older approval back is one that approves and is not the approval that stands. The last
of these steps is the stamp: while it is the same, the list has at most become longer. A database that is
rebuilt from the files counts its steps anew, so the time when it was made is in the stamp, too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F, Q

from srcxlate.desk.models import Revision, Segment, Status
from srcxlate.desk.queue import APPROVED, approved, last_step, place_of
from srcxlate.differences import Piece, compare
from srcxlate.errors import Fault, Place
from srcxlate.memory import LEAST, Approved, Match, Memory, sameness
from srcxlate.memory.tmx import Reading, Unit, read_tmx, write_tmx
from srcxlate.workspace import Workspace

MOST = 3
"""Suggestions for one segment."""
UNDATED = datetime.min.replace(tzinfo=UTC)
"""Stands where an imported translation does not say when it was made."""
_LONGEST_PLACE = 200
"""Characters of a file's name and what it says of a translation's place; its notes may be of any length."""
_LEFT_OUT = 3
"""Of the most similar texts so many may not be suggested: the segment, and its English here and imported."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The English of a similar text."""

    approved: Approved
    similarity: float
    """From 0 to 1, of the originals."""
    imported: bool
    """Whether it comes from elsewhere; nobody has approved it here."""
    difference: tuple[Piece, ...]
    """From its original to the one asked for; empty where they are the same."""


# -- what was approved ----------------------------------------------------------------------------


def opened(workspace: Workspace) -> Memory:
    """All that is approved or published, listed and not stale; kept in the cache where it is much."""
    made = MigrationRecorder.Migration.objects.order_by("pk").values_list("applied", flat=True).first()
    stamp = f"database of {made}, step {last_disturbing()}"
    try:
        return Memory.kept(workspace.private / "cache" / "approved", stamp, approved)
    except Fault:  # a cache that cannot be written costs time and nothing else
        return Memory(approved())


def last_disturbing(after: int = 0) -> int:
    """The last step after one that does more to the list of approved texts than to add to its end; 0: none.

    An approval that was superseded is nobody's either, but the step that superseded it is a later one.
    """
    brought_back = Q(now=Status.APPROVED) & ~Q(segment__approval=F("pk"))
    steps = Revision.objects.filter(Q(was__in=APPROVED) | brought_back, pk__gt=after)
    return steps.order_by("-pk").values_list("pk", flat=True).first() or 0


def hand_out(path: Path, language: str | None = None, *, force: bool = False) -> int:
    """Puts what is approved in a TMX file; gives how many translations. Nothing imported is among them.

    :param language: only of this one.
    :param force: whether a file that is there may be written over.
    :raises Fault: the file is there, or cannot be written, or a name holds what XML cannot.
    """
    if path.exists() and not force:
        mend = "Name another file, or write over it with --force."
        raise Fault("is there already", mend=mend, place=Place(str(path)))
    found = [one for one in approved() if language in (None, one.language)]
    write_tmx(path, found)
    return len(found)


# -- what was imported ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing a file."""

    path: Path
    """Where its translations are kept."""
    reading: Reading
    """How many there are, and what was left out."""
    changed: bool
    """Whether anything is there that was not."""


def folder(workspace: Workspace) -> Path:
    """Where imported translations are: a TMX file for each that was imported."""
    return workspace.private / "memory"


def take_in(workspace: Workspace, path: Path, *, force: bool = False) -> Imported:
    """Keeps the translations of a TMX file as suggestions, under the file's name.

    :param force: whether what was imported under this name before may go.
    :raises Fault: the file cannot be read, is no TMX, holds nothing of use, or others of its name are there;
        nothing is kept then.
    """
    reading = read_tmx(path)
    units = list(_translations(reading))
    if not units:
        message = "holds no translation from Japanese, Korean or Chinese into English"
        raise Fault(message, mend="Check that it is the right file.", place=Place(str(path)))
    kept = folder(workspace) / f"{path.stem}.tmx"
    if kept.exists() and not force and list(_translations(read_tmx(kept))) != units:
        mend = "Rename the file, or put it in the place of the other with --force."
        raise Fault(f"another {kept.name} was imported before", mend=mend, place=Place(str(path)))
    return Imported(kept, reading, write_tmx(kept, units))


def imported(workspace: Workspace) -> Memory:
    """All that was imported; kept in the cache where it is much.

    :raises Fault: a file of it cannot be read; another import of it, or deleting it, mends that.
    """
    files = sorted(folder(workspace).glob("*.tmx"))
    if not files:
        return Memory()
    facts = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    stamp = sha256(repr(facts).encode()).hexdigest()

    def entries(start: int) -> Iterator[Approved]:
        if start == 0:  # under one stamp nothing is ever added
            for path in files:
                for one in _translations(read_tmx(path)):
                    yield replace(one, where=" ".join(f"{path.name} {one.where}".split())[:_LONGEST_PLACE])

    return Memory.kept(workspace.private / "cache" / "imported", stamp, entries)


def _translations(units: Iterable[Unit]) -> Iterator[Approved]:
    for unit in units:
        at = unit.at or UNDATED
        yield Approved(unit.original, unit.language, unit.english, unit.who, at, unit.note, unit.script)


# -- what is suggested ----------------------------------------------------------------------------


class Recall:
    """Both memories, the desk's own as it is now, whoever approves meanwhile."""

    def __init__(self, workspace: Workspace) -> None:
        self._step = last_step()  # first: what is done from here on is looked at the next time
        self._approved = opened(workspace)
        self.fault: Fault | None = None
        """Why nothing of what was imported is suggested, if so."""
        try:
            self._imported = imported(workspace)
        except Fault as fault:
            self.fault, self._imported = fault, Memory()

    def _follow(self) -> None:
        """Brings the desk's memory up to date; what is already in it may come once more."""
        now = last_step()
        if now == self._step:
            return
        if last_disturbing(self._step):
            self._approved = Memory(
                approved()
            )  # its file is made anew in the next sitting, that takes longer
        else:
            for one in approved(after=self._step):
                self._approved.add(one)
        self._step = now

    def search(self, text: str, language: str, *, least: float = LEAST, most: int = MOST) -> list[Suggestion]:
        """The most similar texts, best first; of equals what was approved here, then the newest.

        :param least: more than 0, at most 1.
        :raises ValueError: least is no such number.
        """
        self._follow()
        ours = self._approved.similar(text, language, least, most)
        theirs = self._imported.similar(text, language, least, most)
        known = {_wordings(match) for match in ours}
        found = [(match, False) for match in ours]
        found += [(match, True) for match in theirs if _wordings(match) not in known]
        found.sort(key=lambda one: (one[0].similarity, not one[1], one[0].approved.at), reverse=True)
        return [_suggestion(match, text, is_imported) for match, is_imported in found[:most]]

    def suggest(self, segment: Segment, standing: str) -> tuple[Suggestion, ...]:
        """What was approved or imported for texts like a segment's.

        Left out is the segment itself, and for the very same text the English that stands there already.

        :param standing: the English that stands: a person's, else the draft.
        """
        here = place_of(segment.source, segment.key)
        found = self.search(segment.original, segment.language, most=MOST + _LEFT_OUT)
        return tuple(
            one
            for one in found
            if (one.imported or one.approved.where != here)
            and not (one.similarity == 1 and one.approved.english == standing)
        )[:MOST]


def _wordings(match: Match) -> tuple[str, str]:
    return sameness(match.approved.original), match.approved.english


def _suggestion(match: Match, text: str, is_imported: bool) -> Suggestion:
    theirs = match.approved.original
    difference = () if theirs == text else compare(theirs, text)
    return Suggestion(match.approved, match.similarity, is_imported, difference)

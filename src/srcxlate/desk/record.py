"""Keeps the record beside the originals: the queue's reviewed English and ``<id>.en.yaml`` are one.

In come a workspace and works, out come their files as the queue has them, and in the queue what a person
changed in the files. What was last written is remembered (:class:`~srcxlate.desk.models.Kept`), so that three
are compared, segment by segment: the file, the queue, and what both were. A change in the queue whose file
was never written (the process was killed, the disk full) is written the next time; a change in the file is
taken in as a step of history, never overwritten.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from srcxlate.desk.database import exclusively
from srcxlate.desk.decisions import Reviewer, way_back
from srcxlate.desk.models import PERSON_S, Kept, Revision, Segment, Status
from srcxlate.desk.moves import BATCH, FIELDS, digest, move, note, save
from srcxlate.errors import Fault, Faults, Place
from srcxlate.files import clear_leftovers, write_text
from srcxlate.people import same_person
from srcxlate.records import read_yaml
from srcxlate.reviewed import Entry, Reviewed, parse_reviewed, render_reviewed, reviewed_files, reviewed_path
from srcxlate.sources import LANGUAGES
from srcxlate.workspace import Workspace


@dataclass(slots=True)
class Settled:
    """What making files and queue one came to."""

    taken: list[str] = field(default_factory=list)
    """What was taken in from files, a line for each segment."""
    left: list[str] = field(default_factory=list)
    """What could not be taken in, with the reason."""
    written: int = 0
    """Files."""


class Unsettled(Faults):
    """Files that are faulty or cannot be written; the other works are settled.

    :param done: what came of those.
    """

    def __init__(self, faults: Iterable[Fault], done: Settled) -> None:
        self.done = done
        super().__init__(faults)


@contextmanager
def keeping(workspace: Workspace, by: Reviewer, *sources: str) -> Iterator[None]:
    """Inside the block nobody else changes these works; behind it their files hold what was decided.

    :raises Fault: a file is faulty, or cannot be written: then the decision is kept in the queue and
        written the next time.
    """
    with exclusively(workspace):
        settle(workspace, by, sources)
        yield
        settle(workspace, by, sources)


def settle(workspace: Workspace, by: Reviewer, sources: Collection[str] | None = None) -> Settled:
    """Makes the files of reviewed English and the queue one; needs :func:`exclusively`.

    :param by: who is named for what a file does not say.
    :param sources: these works; None: all.
    :raises Unsettled: every fault of every file; the works whose files are sound are settled all the same.
    """
    done, faults = Settled(), list[Fault]()
    works = _works(sources)
    rows = Kept.objects.all() if sources is None else Kept.objects.filter(pk__in=sources)
    kept = {row.source: row for row in rows}
    steps = _last_steps(sources)
    files = reviewed_files(workspace.sources) if sources is None else {}
    keep: list[Kept] = []
    if sources is None:
        clear_leftovers(workspace.sources)
    with transaction.atomic():
        for source in sorted({*files, *works}):
            if not any(segment.listed for segment in works[source]):
                if source in files and not files[source].with_name(f"{source}.yaml").exists():
                    done.left.append(f"{files[source]}: no work in the queue is called {source!r}")
                continue
            was, step = kept.get(source), steps.get(source, 0)
            work = _Work(workspace, by, source, works[source], was.text if was else None)
            try:
                if was and was.step == step and work.is_untouched():
                    continue
                with transaction.atomic():  # what a file says is in the queue once the file agrees with it
                    text = work.settle()
            except Fault as fault:
                faults += fault.each
                continue
            done.taken += work.taken
            done.left += work.left
            done.written += work.written
            keep.append(Kept(source=source, text=text, step=0 if work.taken else step))
        Kept.objects.bulk_create(
            keep,
            update_conflicts=True,
            unique_fields=["source"],
            update_fields=["text", "step"],
            batch_size=BATCH,
        )
    if faults:
        raise Unsettled(faults, done)
    return done


def entry_of(segment: Segment) -> Entry:
    """A segment's entry as its file should have it."""
    correction, approval, publication = segment.correction, segment.approval, segment.publication
    if correction is None:
        return Entry(segment=segment.key)
    return Entry.model_validate(
        {
            "segment": segment.key,
            "original": correction.original or None,
            "digest": correction.digest,
            "english": correction.text,
            "status": segment.status,
            "corrected_by": correction.who,
            "corrected_at": correction.at,
            "approved_by": approval.who if approval else None,
            "approved_at": approval.at if approval else None,
            "published_by": publication.who if publication else None,
            "published_at": publication.at if publication else None,
            "returned": segment.returned or None,
        }
    )


# -- one work ------------------------------------------------------------------------------------


def _works(sources: Collection[str] | None) -> dict[str, list[Segment]]:
    """The segments of works, those unlisted at the end."""
    found = Segment.objects.select_related("correction", "approval", "publication", "draft")
    if sources is not None:
        found = found.filter(source__in=sources)
    works: dict[str, list[Segment]] = defaultdict(list)
    for segment in found.order_by("-listed", "order"):
        works[segment.source].append(segment)
    return works


def _last_steps(sources: Collection[str] | None) -> dict[str, int]:
    """The last step in the history of each work's segments."""
    found = Revision.objects.all()
    if sources is not None:
        found = found.filter(segment__source__in=sources)
    return dict(found.values_list("segment__source").annotate(Max("pk")))


@dataclass(slots=True)
class _Work:
    """A work whose file and queue are made one."""

    workspace: Workspace
    by: Reviewer
    source: str
    segments: Sequence[Segment]
    kept: str | None
    """What both were; None where this queue never saw the work's file: then it is the record of what was."""
    taken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    written: bool = False

    def is_untouched(self) -> bool:
        """Whether its file is as it was last written.

        :raises Fault: the file lies in a wrong folder, or cannot be read.
        """
        home = self._home()
        return (read_yaml(home) if home.exists() else "") == self.kept

    def settle(self) -> str:
        """Does it; gives what both are now.

        :raises Fault: the file lies in a wrong folder, is faulty, or cannot be written.
        """
        home = self._home()
        there = read_yaml(home) if home.exists() else ""
        unknown: list[Entry] = []
        text = self._text(there)
        if there not in (self.kept, "", text):
            unknown = self._take_in(there, str(home))
            self.segments = _works([self.source])[self.source]
            text = self._text(there)
        whole = self._text(there, unknown) if unknown else text
        if whole and whole != there:
            if self.kept and not there:
                self.taken.append(f"{home} was gone; it is written again")
            self.written = write_text(home, whole)
        return text

    def _home(self) -> Path:
        """Where its file lies.

        :raises Fault: there is one in the folder of another language.
        """
        folder, languages = self.workspace.sources, [segment.language for segment in self.segments]
        language = next((language for language in languages if language != "und"), "und")
        home = reviewed_path(folder, language, self.source)
        for other in LANGUAGES:
            path = reviewed_path(folder, other, self.source)
            if path == home or not path.exists():
                continue
            place = Place(str(path))
            if language == "und":
                mend = f"Decide it: srcxlate route --set {self.source} {other}."
                raise Fault("is reviewed English of a work of open language", mend=mend, place=place)
            if home.exists():
                mend = f"Keep one of it and {home}: what is to stay must be there."
                raise Fault("is reviewed English of one work twice", mend=mend, place=place)
            raise Fault(f"lies in {other}/, its work in {language}/", mend=f"Move it to {home}.", place=place)
        return home

    def _text(self, over: str, more: Iterable[Entry] = ()) -> str:
        """What the file should say; empty where it needs none.

        A work of several segments has one before anybody wrote, so that two people's first texts merge.

        :param more: what it says of segments that the queue does not have: it is not lost for that.
        """
        entries = (*(entry_of(s) for s in self.segments if s.listed or s.correction), *more)
        bare = len(entries) == 1 and entries[0].english is None
        if (bare and not over) or all(s.language == "und" for s in self.segments):
            return ""
        return render_reviewed(Reviewed(id=self.source, segments=entries), over)

    def _take_in(self, there: str, file: str) -> list[Entry]:
        """Takes in what the file says otherwise than was last written; gives what the queue has no place for.

        :raises Faults: the file is faulty; nothing of it is taken in.
        """
        theirs = {entry.segment: entry for entry in parse_reviewed(there, file, self.source).segments}
        were = parse_reviewed(self.kept, file, self.source).segments if self.kept else ()
        base = {entry.segment: entry for entry in were}
        known = {segment.key: segment for segment in self.segments}
        unknown: list[Entry] = []
        for key in {**theirs, **base}:
            bare = Entry(segment=key)
            entry, before, segment = theirs.get(key, bare), base.get(key, bare), known.get(key)
            if entry == before:
                continue
            if segment is None:
                if entry.english:
                    self.left.append(f"{file}: {self.source} has no segment {key}; its English is kept there")
                    unknown.append(entry)
                continue
            held = entry_of(segment)
            edit = _Edit(segment, entry, before, held, self.by, recorded=self.kept is None)
            steps = edit.steps()
            self.left += [f"{self.source} {key}: {why}" for why in edit.left]
            if steps:
                save([segment], FIELDS, steps)
                self.taken.append(f"{self.source} {key}: {segment.status}, as its file says")
        return unknown


# -- what a person changed in a file ---------------------------------------------------------------

_Deed = tuple[str, datetime | None]
"""Who did it and when; None for now."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """What a person changed in an entry, as steps of its segment's history.

    What the file says as before stays as the queue has it. A name or a time counts where one of the two was
    changed; else it is that of the person by whom the change is found, now. An approval counts for the text
    that it was given for.
    """

    segment: Segment
    entry: Entry
    before: Entry
    """What was last written; a key alone where the segment's English is new to the queue."""
    held: Entry
    """What the queue has; where it was written and not noted, the file may say it too."""
    by: Reviewer
    recorded: bool
    """Whether the file is taken for what was, not for what a person wants: who approved it did so."""
    left: list[str] = field(default_factory=list)
    """What cannot be taken in, and why."""

    def steps(self) -> list[Revision]:
        """The steps that bring the segment to what the entry says; its status is changed by them."""
        entry, held = self.entry, self.held
        rewritten = self._rewritten()
        overtaken = self.before.english is not None and (held.english, held.digest) != _text_of(self.before)
        if entry.english is None or (overtaken and not rewritten):
            return self._overtaken() if overtaken else self._taken_out()
        correction = self._deed("corrected") if rewritten or self._told("corrected") else None
        if correction and self._is_so(held):
            correction = None
        writer = correction[0] if correction else held.corrected_by or self.by.name
        wanted, approval = self._wanted(held, writer, rewritten=rewritten and correction is not None)
        return [
            *self._corrected(held, correction, wanted, approval),
            *self._raised(held, wanted, approval),
            *self._returned(),
        ]

    def _told(self, deed: str) -> bool:
        """Whether a person wrote into the file who did it or when."""
        told, before, held = (
            (getattr(entry, f"{deed}_by"), getattr(entry, f"{deed}_at"))
            for entry in (self.entry, self.before, self.held)
        )
        return told not in (before, held)

    def _deed(self, deed: str) -> _Deed:
        told = self._told(deed)
        by, at = getattr(self.entry, f"{deed}_by"), getattr(self.entry, f"{deed}_at")
        return (by or self.by.name, at) if told else (self.by.name, None)

    def _rewritten(self) -> bool:
        """Whether the file says another English than before, or that it renders another original."""
        return _text_of(self.entry) != _text_of(self.before)

    def _is_so(self, held: Entry) -> bool:
        """Whether the queue has the text, and all that the file says of who wrote it."""
        told = (self.entry.corrected_by, self.entry.corrected_at)
        text = (self.entry.english, _text_of(self.entry)[1] or self.segment.digest)
        return text == (held.english, held.digest) and all(
            one in (None, other)
            for one, other in zip(told, (held.corrected_by, held.corrected_at), strict=True)
        )

    def _wanted(self, held: Entry, writer: str, *, rewritten: bool) -> tuple[str, _Deed]:
        """The status to bring it to, and who approved it."""
        entry, by = self.entry, self.by
        told = self._told("approved")
        raised = entry.status != self.before.status
        wanted = (entry.status if rewritten or raised else held.status) or Status.CORRECTED
        if entry.returned and entry.returned != self.before.returned:
            wanted = Status.CORRECTED
        if wanted == Status.CORRECTED:
            return wanted, (writer, None)
        if rewritten and not told:  # approved was the text before
            return (Status.APPROVED if by.approve_own else Status.CORRECTED), (writer, None)
        approval = self._deed("approved")
        if held.approved_by and not told:
            approval = held.approved_by, held.approved_at
        anew = rewritten or self._told("corrected") or approval != (held.approved_by, held.approved_at)
        if anew and not (self.recorded or by.approve_own) and same_person(approval[0], writer, by.people):
            self.left.append(f"{approval[0]} corrected it and cannot approve it; it stays corrected")
            return Status.CORRECTED, approval
        return wanted, approval

    def _overtaken(self) -> list[Revision]:
        self.left.append("its English was changed in the queue meanwhile; that stands")
        told = self.entry.returned
        if told and told != self.before.returned:
            return [note(self.segment, self.by.name, f"its file returned the text before: {told}")]
        return []

    def _taken_out(self) -> list[Revision]:
        segment = self.segment
        if self.before.english is None or segment.status not in PERSON_S:
            return []
        has_draft = segment.draft and segment.draft.digest == segment.digest
        to = Status.DRAFTED if has_draft else Status.UNDRAFTED
        return way_back(segment, to, self.by.name, "taken out of its file")

    def _corrected(
        self, held: Entry, correction: _Deed | None, wanted: str, approval: _Deed
    ) -> Iterator[Revision]:
        """The step that makes it corrected, where its text, or who approved or published it, changes."""
        entry, segment = self.entry, self.segment
        if correction:
            who, at = correction
            reason = "from its file" if self.before.english is None else "edited in its file"
            step = move(segment, Status.CORRECTED, who, reason=reason, text=entry.english, at=at)
            told = _text_of(entry)[1]
            if told is not None and told != step.digest:
                step.original, step.digest = entry.original or "", told
            yield step
        elif segment.status in (Status.APPROVED, Status.PUBLISHED) and (
            wanted == Status.CORRECTED
            or approval != (held.approved_by, held.approved_at)
            or (segment.status == Status.PUBLISHED and (wanted != segment.status or self._told("published")))
        ):
            yield move(segment, Status.CORRECTED, self.by.name, reason="as its file says")

    def _raised(self, held: Entry, wanted: str, approval: _Deed) -> Iterator[Revision]:
        segment = self.segment
        if wanted != Status.CORRECTED and segment.status == Status.CORRECTED:
            yield move(segment, Status.APPROVED, approval[0], at=approval[1])
        if wanted == Status.PUBLISHED and segment.status == Status.APPROVED:
            who, at = self._deed("published")
            if held.published_by and not self._told("published"):
                who, at = held.published_by, held.published_at
            yield move(segment, Status.PUBLISHED, who, at=at)

    def _returned(self) -> Iterator[Revision]:
        told, segment = self.entry.returned or "", self.segment
        if told != (self.before.returned or "") and told != segment.returned:
            yield note(
                segment,
                self.by.name,
                f"returned: {told}" if told else "not returned any more, as its file says",
            )
            segment.returned = told


def _text_of(entry: Entry) -> tuple[str | None, str | None]:
    """An entry's English and the digest of what it renders; None where it does not say."""
    return entry.english, digest(entry.original) if entry.original else entry.digest

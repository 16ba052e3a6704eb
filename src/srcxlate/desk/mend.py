"""Mends the works of a workspace: records, files, queue and reviewed English change together.

In come a workspace and one of the changes of :mod:`srcxlate.mending`; out comes what was done, in words.
Queue and files change together: where the process is killed after the queue did, the files follow the next
time. A person's English goes with its text: where works become one it stands where the text is the same,
and is remarked on where it is not.
"""

import secrets
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from django.db import transaction

from srcxlate import changes
from srcxlate.desk import decisions, listing, queue
from srcxlate.desk.database import JOURNAL, exclusively
from srcxlate.desk.decisions import Reviewer
from srcxlate.desk.models import PERSON_S, Change, Segment, Status
from srcxlate.desk.moves import FIELDS, move, save
from srcxlate.desk.record import settle
from srcxlate.errors import Fault
from srcxlate.files import read_text
from srcxlate.mending import Mended
from srcxlate.reviewed import reviewed_path
from srcxlate.sources import Source, files_of, read_sources
from srcxlate.texts import moved, read_texts
from srcxlate.workspace import Workspace

Mending = Callable[[Sequence[Source]], Mended]
"""From the records to what a person makes of them."""


def mend(workspace: Workspace, change: Mending, by: Reviewer) -> str:
    """Carries a change of records out; gives what was done, in one line.

    :raises Fault: the change cannot be made, or a file cannot be read; nothing is changed then. Where a file
        cannot be written, the change is finished by the next command that can.
    """
    with exclusively(workspace):
        on_disk = read_sources(workspace.sources, workspace.cache)
        records = listing.known_records(on_disk)
        mended = change(records)
        touched = {record.id for record in (*mended.changed, *mended.gone)}
        settle(workspace, by, touched)
        _refuse_to_lose(mended)
        english, old = _reviewed_files(workspace, mended)
        writes, removals = files_of(workspace.sources, mended.changed, on_disk, mended.gone)
        texts = read_texts(workspace.texts)
        into, merged = mended.changed[0].id, _merged(mended)
        texts[into] = tuple(text for one in (into, *merged) for text in texts.pop(one, ()))
        of_texts, old_texts = moved(workspace.texts, into, merged)
        with transaction.atomic():
            queue.sync(mended.records, by.name, texts)
            aside = _carry(mended, by)
            token = secrets.token_hex(16)  # the journal is obeyed if the queue has it, thrown away else
            Change.objects.all().delete()
            Change.objects.create(token=token)
            journal = workspace.private / JOURNAL
            gone = [*removals, *old, *old_texts]
            changes.prepare(workspace.root, journal, writes | english | of_texts, gone, token)
        changes.finish(workspace.root, journal)
        settle(workspace, by, touched)
    return "; ".join([mended.said, *aside])


def reopened(before: Source) -> Mending:
    """The change that makes a work whose language was decided what it was before."""

    def change(records: Sequence[Source]) -> Mended:
        now = [record for record in records if record.id == before.id]
        rest = [record for record in records if record.id != before.id]
        return Mended((*rest, before), (before,), tuple(now), f"the language of {before.id} is open again")

    return change


def _refuse_to_lose(mended: Mended) -> None:
    """An open work has no file beside which English could stand.

    :raises Fault: there is reviewed English of a work that would be open.
    """
    for record in mended.changed:
        written = Segment.objects.filter(source=record.id, status__in=PERSON_S)
        if record.language == "und" and written.exists():
            mend = "Move it to ja, ko or zh, or take the English back first."
            raise Fault(f"{record.id} has a person's English; its language cannot be open", mend=mend)


def _reviewed_files(workspace: Workspace, mended: Mended) -> tuple[dict[Path, str], list[Path]]:
    """The files of reviewed English that go with their works to another language, and those that go."""
    homes = {record.id: record.language for record in mended.changed}
    writes: dict[Path, str] = {}
    removals: list[Path] = []
    for record in mended.gone:
        path = reviewed_path(workspace.sources, record.language, record.id)
        if path.exists():
            removals.append(path)
            if homes.get(record.id, "und") != "und":
                writes[reviewed_path(workspace.sources, homes[record.id], record.id)] = read_text(path)
    return writes, removals


def _carry(mended: Mended, by: Reviewer) -> list[str]:
    """Gives works the English of those that they came from, where they render the same text.

    :returns: what has no place in them, in words; it is kept as a remark.
    """
    aside: list[str] = []
    kept = {record.id for record in mended.records}
    merged = _merged(mended)
    for record in mended.changed:
        segments = listing.find(record.id)
        bare = [segment for segment in segments if segment.status not in PERSON_S]
        theirs = _written(merged) if merged else _written(kept & {one.id for one in mended.changed})
        for other in theirs:
            if other.source == record.id:
                continue
            same = [s for s in bare if s.digest == other.digest and s.status != Status.UNDECIDED]
            for segment in same:
                _take_over(segment, other, by)
                bare.remove(segment)
            if merged and not same and segments:
                told = f"{other.source}, part of this work now, has for {other.original!r}: {other.english}"
                decisions.comment(segments[0].pk, told, by.name)
                aside.append(f"its English {other.english!r} is kept as a remark")
    return aside


def _merged(mended: Mended) -> list[str]:
    """The works that became part of another."""
    kept = {record.id for record in mended.records}
    return [record.id for record in mended.gone if record.id not in kept]


def _written(sources: Iterable[str]) -> list[Segment]:
    found = Segment.objects.filter(source__in=list(sources), status__in=PERSON_S)
    return list(found.select_related("correction", "approval", "publication").order_by("source", "order"))


def _take_over(segment: Segment, other: Segment, by: Reviewer) -> None:
    """Makes the English of another segment this one's, under the names and with the times that it has."""
    correction, approval = other.correction, other.approval
    if correction is None:
        return
    reason = f"from {other.source} {other.key}, by {by.name}"
    steps = [
        move(segment, Status.CORRECTED, correction.who, text=correction.text, at=correction.at, reason=reason)
    ]
    if approval:
        steps.append(move(segment, Status.APPROVED, approval.who, at=approval.at, reason=reason))
    save([segment], FIELDS, steps)

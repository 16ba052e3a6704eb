"""The stages in order on one workspace: a report into records, records into the queue, the queue into drafts.

In come a workspace and what a command was told; out come values that the command prints. Needs an open
desk (:func:`srcxlate.desk.database.open_desk`).
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from srcxlate.basis import Basis, basis_of, touched
from srcxlate.desk import decisions, listing, queue
from srcxlate.desk.database import exclusively
from srcxlate.desk.decisions import Item, Reviewer
from srcxlate.desk.models import Draft, Revision, Status
from srcxlate.desk.record import Settled, Unsettled, keeping, settle
from srcxlate.drafts import MEMORY, Job, Text, draft, plan
from srcxlate.engines.choose import AUTO, choose, make_engines, make_ready
from srcxlate.engines.store import Progress
from srcxlate.errors import Fault, Faults
from srcxlate.files import write_text
from srcxlate.glossary import Glossary, read_glossary
from srcxlate.merging import Merged, merge
from srcxlate.reports import Reading
from srcxlate.sources import named, read_sources, write_sources
from srcxlate.texts import add_text, read_texts
from srcxlate.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Look:
    """A look at all drafts: what they are to rest on, and the last step in the queue's history then."""

    basis: Basis
    step: int
    before: tuple[Basis, int] | None
    """The same of the last look that was carried out; None: there was none."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What drafting comes to."""

    jobs: tuple[Job, ...]
    """The drafts that are still to be made."""
    reused: tuple[int, ...]
    """The segments (primary keys) whose draft was made before, under the same key."""
    unserved: Mapping[str, int]
    """How many segments have no draft and no engine, by route."""
    engines: tuple[str, ...]
    """The models' names."""
    look: Look | None
    """What is kept once the drafts are made; None: only some sources were looked at."""

    @property
    def segments(self) -> tuple[int, ...]:
        """The segments (primary keys) that get a draft that is still to be made."""
        return tuple(segment for job in self.jobs for segment in job.segments)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did; counts of segments."""

    merged: Merged
    synced: queue.Synced
    settled: Settled
    drafted: int
    reused: int
    unserved: Mapping[str, int]
    """By route."""
    engines: tuple[str, ...]
    seconds: float


def run(
    workspace: Workspace,
    reading: Reading | None,
    who: str,
    *,
    wanted: str = AUTO,
    progress: Progress | None = None,
) -> Summary:
    """All of it: the report into records, the queue, and drafts for what has none.

    :param reading: the report; None takes the records as they are.
    :raises Fault: something is wrong with a file, an engine or the machine; the files of a person are read
        before anything is written.
    """
    began = time.monotonic()
    glossary = read_glossary(workspace.glossary, workspace.cache)
    make_ready(wanted, progress)
    merged, synced, settled = take_in(workspace, reading, who)
    drafting = prepare(workspace, glossary, wanted)
    reused = len(drafting.reused)
    drafted = carry_out(drafting, progress)
    seconds = time.monotonic() - began
    return Summary(merged, synced, settled, drafted, reused, drafting.unserved, drafting.engines, seconds)


def take_in(workspace: Workspace, reading: Reading | None, who: str) -> tuple[Merged, queue.Synced, Settled]:
    """Brings records and queue in line with a report (or with the files alone if there is none).

    The report's text is kept under its digest, so that locators can be followed later. Reviewed English that
    is in files and not in the queue is taken in.

    :raises Faults: everything wrong with any record; nothing is written then.
    """
    with exclusively(workspace):
        on_disk = read_sources(workspace.sources, workspace.cache)
        records = listing.known_records(on_disk)
        if not (reading or records):
            raise Fault("no report is named, and there are no records", mend="Name one: srcxlate run REPORT.")
        merged = Merged(tuple(records), (), (), {})
        if reading:
            merged = merge(records, reading.name, reading.cited)
            name = sha256(reading.text.encode()).hexdigest()
            write_text(workspace.private / "reports" / f"{name}.txt", reading.text)
        write_sources(workspace.sources, merged.records, on_disk)
        synced = queue.sync(merged.records, who, read_texts(workspace.texts))
        return merged, synced, settle(workspace, reviewer(workspace, who))


def add(workspace: Workspace, source: str, text: str, name: str, who: str) -> bool:
    """Keeps a text of a work and puts its sentences into the queue; says whether it is new.

    :param name: where the text comes from, for faults.
    :raises Fault: no such work; the text is empty, in no original script, or cannot be written.
    """
    with exclusively(workspace):
        records = listing.known_records(read_sources(workspace.sources, workspace.cache))
        named(records, source)
        new = add_text(workspace.texts, source, text, name)
        queue.sync(records, who, read_texts(workspace.texts))
        settle(workspace, reviewer(workspace, who), [source])
        return new


def redraft(
    workspace: Workspace, sources: Sequence[str], *, wanted: str = AUTO, progress: Progress | None = None
) -> Drafting:
    """Drafts what has no current draft.

    :param sources: only these sources; none: all.
    :raises Faults: ids that no work in the queue has.
    """
    _check_known(sources)
    glossary = read_glossary(workspace.glossary, workspace.cache)
    make_ready(wanted, progress)
    drafting = prepare(workspace, glossary, wanted, sources)
    carry_out(drafting, progress)
    return drafting


def foresee(workspace: Workspace, sources: Sequence[str], *, wanted: str = AUTO) -> Drafting:
    """What :func:`redraft` would draft; nothing is changed."""
    _check_known(sources)
    glossary = read_glossary(workspace.glossary, workspace.cache)
    return prepare(workspace, glossary, wanted, sources, dry_run=True)


def _check_known(sources: Sequence[str]) -> None:
    mend = "'srcxlate queue' lists them; 'srcxlate run' fills it."
    if unknown := listing.unknown(sources):
        raise Faults(Fault(f"no work in the queue is called {name!r}", mend=mend) for name in unknown)


def prepare(
    workspace: Workspace,
    glossary: Glossary,
    wanted: str,
    sources: Sequence[str] = (),
    *,
    dry_run: bool = False,
) -> Drafting:
    """What is to be drafted: drafts that exist under a wanted key are attached, the rest becomes jobs."""
    house_style, marks = workspace.settings.house_style, workspace.settings.quotation_marks
    chosen = choose(queue.routes(sources), wanted=wanted, stored=queue.chosen_engines())
    engines = make_engines(chosen)
    basis = basis_of(glossary, engines, house_style=house_style, marks=marks)
    look = Look(basis, queue.last_step(), queue.kept_basis())
    texts = queue.draftable(sources) if sources else _to_look_at(look)
    planned = plan(texts, glossary, engines, house_style=house_style, marks=marks, memory=queue.memory(texts))
    known = queue.known_drafts(job.key for job in planned.jobs)
    if not dry_run:
        queue.choose_engines({route: model.name for route, model in chosen.items() if not model.test})
        queue.attach((known[job.key], job.segments) for job in planned.jobs if job.key in known)
    return Drafting(
        tuple(job for job in planned.jobs if job.key not in known),
        tuple(segment for job in planned.jobs if job.key in known for segment in job.segments),
        planned.unserved,
        tuple(sorted({model.name for model in chosen.values()})),
        None if sources else look,
    )


def _to_look_at(look: "Look") -> list[Text]:
    """The texts whose draft may be another one than when all were last looked at."""
    if look.before is None:
        return queue.draftable()
    before, step = look.before
    texts = queue.draftable(after=step)
    if touches := touched(before, look.basis):
        known = {text.segment for text in texts}
        texts += [text for text in queue.draftable() if text.segment not in known and touches(text)]
    return texts


def reasons(drafting: Drafting) -> dict[int, str]:
    """Why each segment (primary key) that gets another draft gets it, in words."""
    told: dict[int, str] = {}
    jobs = {segment: job for job in drafting.jobs for segment in job.segments}
    for segment in listing.segments(jobs):
        told[segment.pk] = _why(segment.draft, jobs[segment.pk])
    return told


def _why(draft: Draft | None, job: Job) -> str:
    identity = job.engine.identity
    if draft is None:
        approved = f"approved elsewhere by {identity.model}"
        return approved if identity.engine == MEMORY else "it has no draft"
    if (draft.engine, draft.model, draft.model_digest) != (identity.engine, identity.model, identity.digest):
        return f"it was drafted by {draft.signature}, and {identity.engine} {identity.model} drafts it now"
    if draft.options != identity.options:
        return "the engine is asked in another way now"
    before = {term["original"]: term["english"] for term in draft.terms}
    now = {term.original: term.english for term in job.request.terms}
    changes = [
        f"{original} is {now[original]!r} now"
        if original in now and original in before
        else f"{original} is {'a term' if original in now else 'no term'} now"
        for original in sorted(before.keys() | now.keys())
        if before.get(original) != now.get(original)
    ]
    return "; ".join(changes) or "its language or its terms are told in another way now"


def carry_out(drafting: Drafting, progress: Progress | None = None) -> int:
    """Makes the drafts and stores them as they come; gives how many segments were drafted.

    An interruption loses what the engine was computing and no more.
    """
    drafted = done = 0
    total = len(drafting.segments)
    if progress and total:
        progress(0, total, "drafting")
    for come in draft(drafting.jobs):
        drafted += queue.keep_drafts(come)
        done += sum(len(signed.job.segments) for signed in come)
        if progress:
            progress(done, total, "drafting")
    if look := drafting.look:
        # The steps since then are those of these drafts, unless someone else was at work meanwhile.
        now = queue.last_step()
        only_ours = queue.steps_after(look.step) == drafted + len(drafting.reused)
        queue.keep_basis(look.basis, now if only_ours else look.step, look.before)
    return drafted


def reviewer(workspace: Workspace, who: str) -> Reviewer:
    """A person with what the workspace lets one do."""
    return Reviewer(who, workspace.settings.approve_own, workspace.settings.people)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files gave."""

    settled: Settled
    rebuilt: bool
    """Whether the queue was new: what is in no file is not in it."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with files of reviewed English: what they hold is not taken in."""


def load(workspace: Workspace, who: str) -> Loaded:
    """Takes in records and reviewed English from the files alone; rebuilds the queue where it is new.

    :raises Faults: everything wrong with any record.
    """
    rebuilt = not Revision.objects.exists()
    try:
        _, _, settled = take_in(workspace, None, who)
    except Unsettled as unsettled:
        return Loaded(unsettled.done, rebuilt, unsettled.each)
    return Loaded(settled, rebuilt)


def publish(workspace: Workspace, sources: Sequence[str], who: str) -> tuple[list[Item], list[Fault]]:
    """Marks approved texts as final; gives them, and why others are not.

    :param sources: only those of these works; none: all that are approved.
    :raises Faults: ids that no work in the queue has; a file that cannot be written.
    """
    _check_known(sources)
    wanted = listing.chosen(sources=sources or None)
    if not sources:
        wanted = wanted.filter(status=Status.APPROVED)
    items = decisions.items(wanted.order_by("source", "order").values_list("pk", flat=True))
    items = [item for item in items if item.segment.status != Status.PUBLISHED]
    done: list[Item] = []
    left: list[Fault] = []
    by = reviewer(workspace, who)
    for source, of_work in groupby(items, key=lambda item: item.segment.source):
        try:
            with keeping(workspace, by, source):
                for item in of_work:
                    try:
                        done.append(decisions.publish(item, who))
                    except Fault as fault:
                        left.append(fault)
        except Unsettled as unsettled:
            if any(item.segment.source == source for item in done):
                raise  # the machine, not the file, is in the way
            left += unsettled.each  # the others are published all the same
    return done, left

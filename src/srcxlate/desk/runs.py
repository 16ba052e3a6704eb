"""The stages in order on one workspace: a report into records, records into the queue, the queue into drafts.

In come a workspace and what a command was told; out come values that the command prints. Needs an open
desk (:func:`srcxlate.desk.database.open_desk`).
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from srcxlate.desk import queue
from srcxlate.desk.database import exclusively
from srcxlate.drafts import Job, draft, plan
from srcxlate.engines.choose import AUTO, choose, make_engines, make_ready, route_name
from srcxlate.engines.store import Progress
from srcxlate.errors import Fault, Faults
from srcxlate.glossary import Glossary, read_glossary
from srcxlate.records import write_text
from srcxlate.reports import Reading
from srcxlate.sources import LANGUAGES, Merged, Source, decide, merge, read_sources, write_sources
from srcxlate.workspace import Workspace


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

    @property
    def segments(self) -> tuple[int, ...]:
        """The segments (primary keys) that get a draft that is still to be made."""
        return tuple(segment for job in self.jobs for segment in job.segments)


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did; counts of segments."""

    merged: Merged
    synced: queue.Synced
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
    glossary = read_glossary(workspace.glossary)
    make_ready(wanted, progress)
    merged, synced = take_in(workspace, reading, who)
    drafting = prepare(workspace, glossary, wanted)
    reused = len(drafting.reused)
    drafted = carry_out(drafting, progress)
    return Summary(
        merged, synced, drafted, reused, drafting.unserved, drafting.engines, time.monotonic() - began
    )


def take_in(workspace: Workspace, reading: Reading | None, who: str) -> tuple[Merged, queue.Synced]:
    """Brings records and queue in line with a report (or with the files alone if there is none).

    The report's text is kept under its digest, so that locators can be followed later.

    :raises Faults: everything wrong with any record; nothing is written then.
    """
    with exclusively(workspace):
        on_disk = read_sources(workspace.sources)
        ids = {record.id for record in on_disk}
        records = [*on_disk, *(record for record in queue.open_records() if record.id not in ids)]
        if not (reading or records):
            raise Fault("no report is named, and there are no records", mend="Name one: srcxlate run REPORT.")
        merged = Merged(tuple(records), (), (), {})
        if reading:
            merged = merge(records, reading.name, reading.cited)
            name = sha256(reading.text.encode()).hexdigest()
            write_text(workspace.private / "reports" / f"{name}.txt", reading.text)
        write_sources(workspace.sources, merged.records, on_disk)
        return merged, queue.sync(merged.records, who)


def redraft(
    workspace: Workspace, sources: Sequence[str], *, wanted: str = AUTO, progress: Progress | None = None
) -> Drafting:
    """Drafts what has no current draft.

    :param sources: only these sources; none: all.
    :raises Faults: ids that no work in the queue has.
    """
    _check_known(sources)
    glossary = read_glossary(workspace.glossary)
    make_ready(wanted, progress)
    drafting = prepare(workspace, glossary, wanted, sources)
    carry_out(drafting, progress)
    return drafting


def foresee(workspace: Workspace, sources: Sequence[str], *, wanted: str = AUTO) -> Drafting:
    """What :func:`redraft` would draft; nothing is changed."""
    _check_known(sources)
    return prepare(workspace, read_glossary(workspace.glossary), wanted, sources, dry_run=True)


def _check_known(sources: Sequence[str]) -> None:
    mend = "'srcxlate queue' lists them; 'srcxlate run' fills it."
    if unknown := queue.unknown(sources):
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
    texts = queue.draftable(sources)
    routes = sorted({route_name(text.language, text.script) for text in texts})
    chosen = choose(routes, wanted=wanted, stored=queue.chosen_engines())
    planned = plan(texts, glossary, make_engines(chosen), house_style=workspace.settings.house_style)
    known = queue.known_drafts(job.key for job in planned.jobs)
    if not dry_run:
        queue.choose_engines({route: model.name for route, model in chosen.items() if not model.test})
        queue.attach((known[job.key], job.segments) for job in planned.jobs if job.key in known)
    return Drafting(
        tuple(job for job in planned.jobs if job.key not in known),
        tuple(segment for job in planned.jobs if job.key in known for segment in job.segments),
        planned.unserved,
        tuple(sorted({model.name for model in chosen.values()})),
    )


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
    return drafted


def decide_language(workspace: Workspace, identifier: str, language: str, who: str) -> Source:
    """Sets the language of a work that is open: its file is written, its segments may be drafted.

    :raises Fault: no such work is open, or the language is none of ja, ko, zh.
    """
    chosen = next((code for code in ("ja", "ko", "zh") if code == language), None)
    if chosen is None:
        raise Fault(f"no language is called {language!r}", mend=f"Use one of {', '.join(LANGUAGES)}.")
    with exclusively(workspace):
        on_disk = read_sources(workspace.sources)
        held = {record.id: record for record in queue.open_records()}
        for record in on_disk:
            if record.id == identifier:
                raise Fault(
                    f"{identifier} is {record.language} already",
                    mend="Only works of open language are decided here.",
                )
        if identifier not in held:
            raise Fault(
                f"no work is called {identifier!r}",
                mend="'srcxlate queue --status undecided' lists the open ones.",
            )
        decided = decide(held.pop(identifier), chosen, who)
        write_sources(workspace.sources, [decided])
        queue.sync([*on_disk, decided, *held.values()], who)
    return decided

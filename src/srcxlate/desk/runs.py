"""The stages in order on one workspace: a report into records, records into the queue, the queue into drafts.

In come a workspace and what a command was told; out come values that the command prints. Needs an open
desk (:func:`srcxlate.desk.database.open_desk`).
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from srcxlate.desk import queue
from srcxlate.drafts import Job, SignedDraft, Text, draft, plan
from srcxlate.engines.choose import AUTO, choose, make_engines, route_name
from srcxlate.errors import Fault
from srcxlate.glossary import read_glossary
from srcxlate.records import write_text
from srcxlate.reports import Reading
from srcxlate.sources import Merged, Source, decide, merge, read_sources, write_sources
from srcxlate.workspace import Workspace

Progress = Callable[[int, int], None]
"""Told how many texts are drafted of how many."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What drafting comes to; counts of segments."""

    jobs: tuple[Job, ...]
    waiting: int
    """How many segments get a draft that is still to be made."""
    reused: int
    """How many got a draft that was made before under the same key."""
    unserved: int
    """How many no engine serves."""
    engines: tuple[str, ...]
    """The models' names."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did."""

    merged: Merged
    synced: queue.Synced
    drafted: int
    reused: int
    unserved: int
    engines: tuple[str, ...]
    seconds: float


def take_in(workspace: Workspace, reading: Reading | None, who: str) -> tuple[Merged, queue.Synced]:
    """Brings records and queue in line with a report (or with the files alone if there is none).

    The report's text is kept under its digest, so that locators can be followed later.
    """
    on_disk = read_sources(workspace.sources)
    held = queue.open_records()
    records = [*on_disk, *(record for record in held if record.id not in {r.id for r in on_disk})]
    merged = merge(records, reading.name, reading.cited) if reading else Merged(tuple(records), (), (), {})
    if reading:
        name = sha256(reading.text.encode()).hexdigest()
        write_text(workspace.private / "reports" / f"{name}.txt", reading.text)
    write_sources(workspace.sources, merged.records, on_disk)
    return merged, queue.sync(merged.records, who)


def prepare(workspace: Workspace, sources: Sequence[str], wanted: str, *, dry_run: bool = False) -> Drafting:
    """What is to be drafted: drafts that exist under a wanted key are attached, the rest becomes jobs."""
    waiting = queue.draftable(sources)
    texts = [Text(s.pk, s.original, s.language, s.script or None, s.draft.key if s.draft else None) for s in waiting]
    routes = sorted({route_name(text.language, text.script) for text in texts})
    chosen = choose(routes, wanted=wanted, stored=queue.chosen_engines())
    glossary = read_glossary(workspace.glossary)
    jobs, unserved = plan(texts, glossary, make_engines(chosen), house_style=workspace.settings.house_style)
    known = queue.known_drafts(job.key for job in jobs)
    reused = 0
    if not dry_run:
        queue.choose_engines({route: model.name for route, model in chosen.items()})
        reused = sum(queue.attach(known[job.key], job.segments) for job in jobs if job.key in known)
    todo = tuple(job for job in jobs if job.key not in known)
    names = tuple(sorted({model.name for model in chosen.values()}))
    return Drafting(todo, sum(len(job.segments) for job in todo), reused, unserved, names)


def carry_out(drafting: Drafting, progress: Progress | None = None) -> Iterator[SignedDraft]:
    """Makes the drafts and stores each batch as it is done; an interruption loses one batch at most."""
    done = 0
    batch: list[SignedDraft] = []
    last = time.monotonic()
    for signed in chain(draft(drafting.jobs), [None]):
        if signed is not None:
            batch.append(signed)
        if batch and (signed is None or time.monotonic() - last > _STORE_EVERY):
            queue.keep_drafts((_made(one), one.job.segments) for one in batch)
            done += sum(len(one.job.segments) for one in batch)
            if progress:
                progress(done, drafting.waiting)
            yield from batch
            batch, last = [], time.monotonic()


_STORE_EVERY = 0.2
"""Seconds between transactions while drafts arrive."""


def _made(signed: SignedDraft) -> queue.Made:
    identity = signed.identity
    return queue.Made(signed.job.key, signed.text, identity.engine, identity.model, identity.digest, identity.options,
                      [dict(term) for term in signed.terms], list(signed.flags))


def run(
    workspace: Workspace, reading: Reading | None, who: str, *, wanted: str = AUTO, progress: Progress | None = None
) -> Summary:
    """All of it: the report into records, the queue, and drafts for what has none."""
    began = time.monotonic()
    merged, synced = take_in(workspace, reading, who)
    drafting = prepare(workspace, (), wanted)
    drafted = sum(len(signed.job.segments) for signed in carry_out(drafting, progress))
    return Summary(merged, synced, drafted, drafting.reused, drafting.unserved, drafting.engines, time.monotonic() - began)


def decide_language(workspace: Workspace, identifier: str, language: str, who: str) -> Source:
    """Sets the language of a work that is open: its file is written, its segments may be drafted.

    :raises Fault: no such work is open, or the language is none of ja, ko, zh.
    """
    if language not in ("ja", "ko", "zh"):
        raise Fault(f"no language is called {language!r}", mend="Use ja, ko or zh.")
    held = {record.id: record for record in queue.open_records()}
    if identifier not in held:
        known = {record.id: record.language for record in read_sources(workspace.sources)}
        if identifier in known:
            raise Fault(f"{identifier} is {known[identifier]} already", mend="Only works of open language are decided here.")
        raise Fault(f"no work is called {identifier}", mend="'srcxlate queue --status undecided' lists the open ones.")
    decided = decide(held[identifier], language, who)  # type: ignore[arg-type]
    write_sources(workspace.sources, [decided])
    queue.sync([*read_sources(workspace.sources), *(r for i, r in held.items() if i != identifier)], who)
    return decided

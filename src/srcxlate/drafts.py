"""From segments to signed drafts: nothing is drafted twice under one key.

In come texts with their languages, the glossary and the engines; out come drafts, batch by batch, each
under the key of all that went into it: text, engine, model, options and the matched terms.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from srcxlate.engines import Drafted, Engine, Identity, Request
from srcxlate.engines.choose import route_name
from srcxlate.glossary import Glossary, kept, terms_of


@dataclass(frozen=True, slots=True)
class Text:
    """A text that wants a draft."""

    segment: int
    """The segment's primary key."""
    text: str
    language: str
    script: str | None
    current: str | None
    """The key of the draft it has, if any."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to draft, for every segment that has this very text."""

    key: str
    request: Request
    segments: tuple[int, ...]
    engine: Engine


@dataclass(frozen=True, slots=True)
class SignedDraft:
    """An engine's draft with its key and who made it."""

    job: Job
    identity: Identity
    text: str
    flags: tuple[str, ...]
    terms: tuple[dict[str, object], ...]
    """For each term told: original, english, kept."""


def plan(
    texts: Iterable[Text], glossary: Glossary, engines: Mapping[str, Engine], *, house_style: bool
) -> tuple[list[Job], int]:
    """What must be drafted, and how many texts have no engine.

    A text whose current draft has the key that a new one would have is left out.
    """
    jobs: dict[str, tuple[Request, list[int], Engine]] = {}
    unserved = 0
    for text in texts:
        engine = engines.get(route_name(text.language, text.script))
        if engine is None:
            unserved += 1
            continue
        hits = glossary.find(text.text, text.language, house_style=house_style)
        request = Request(text.text, text.language, text.script, terms_of(hits, text.text))
        key = draft_key(request, engine.identity)
        if key != text.current:
            jobs.setdefault(key, (request, [], engine))[1].append(text.segment)
    return [Job(key, request, tuple(segments), engine) for key, (request, segments, engine) in jobs.items()], unserved


def draft_key(request: Request, identity: Identity) -> str:
    """SHA-256 (hex) over the text, the engine's identity and the terms as they are told to it."""
    parts = [request.text, request.language, request.script, identity.engine, identity.digest, identity.options,
             [[term.original, term.english] for term in request.terms]]
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def draft(jobs: Sequence[Job]) -> Iterator[SignedDraft]:
    """Drafts the jobs, each engine's in one go so that it can sort them by length, as batches are done."""
    by_engine: dict[int, list[Job]] = {}
    for job in jobs:
        by_engine.setdefault(id(job.engine), []).append(job)
    for group in by_engine.values():
        engine = group[0].engine
        identity = engine.identity
        for made in engine.draft([job.request for job in group]):
            yield _signed(group[made.index], identity, made)


def _signed(job: Job, identity: Identity, made: Drafted) -> SignedDraft:
    terms = tuple(
        {"original": term.original, "english": term.english, "kept": kept(term, made.text)} for term in job.request.terms
    )
    return SignedDraft(job, identity, made.text, made.flags, terms)

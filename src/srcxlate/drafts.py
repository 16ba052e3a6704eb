"""From segments to signed drafts: nothing is drafted twice under one key.

In come texts with their languages, the glossary and the engines; out come drafts, as they are made, each
under the key of all that went into it: text, engine, model, options and the matched terms. An engine is
given sentences: web addresses never reach it, nor what has no letter or digit in it.
"""

import json
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from queue import SimpleQueue
from types import MappingProxyType

from srcxlate.addresses import find_addresses
from srcxlate.engines import Drafted, Engine, Identity, Request, Term
from srcxlate.engines.choose import route_name
from srcxlate.glossary import Glossary, Hit, kept, repair, terms_of
from srcxlate.memory import Approved
from srcxlate.segments import split

MEMORY = "memory"
"""What stands for an engine where an approved text is used again."""
RULES = 2
"""Raised with every change of how a text is cut into sentences or terms are found in it: drafts that were
made before are looked at again."""
_TOGETHER = 256
"""Sentences of longer texts that an engine gets in one go. It drafts them in an order of its own, so that
a text may be whole only at the end; an interruption loses at most so many. (Titles are whole at once.)"""
_LACKING = 32
"""Drafts that lack a term are mended so many at a time, about as many as an engine drafts in a batch: each
term is asked once, and an interruption loses no more of them."""


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
class Reuse:
    """An approved English text, which is as good as an engine for the very text that it renders."""

    approved: Approved

    @property
    def identity(self) -> Identity:
        """Reviewer and date stand where an engine has its model."""
        one = self.approved
        told = f"{one.who} {one.at:%Y-%m-%d}, {one.where}"
        return Identity(MEMORY, told, sha256(one.english.encode()).hexdigest(), "")

    @property
    def languages(self) -> frozenset[str]:
        """The one language of its original."""
        return frozenset((self.approved.language,))

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        """The same English for each request."""
        for index, _ in enumerate(requests):
            yield Drafted(index, self.approved.english)


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to draft, for every segment that has this very text."""

    key: str
    request: Request
    """The whole text, and every term in it."""
    pieces: tuple[Request | str, ...]
    """The text in its order: sentences for the engine, and what stays as it is."""
    segments: tuple[int, ...]
    engine: Engine
    marks: str | None = None
    """``single`` or ``double``: how the draft is to print quotation marks; None: as the engine does."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What drafting comes to."""

    jobs: tuple[Job, ...]
    unserved: Mapping[str, int]
    """How many texts have no draft and no engine, by route (``ja``, ``ko``, ``zh-Hans``, ``zh-Hant``)."""


@dataclass(frozen=True, slots=True)
class SignedDraft:
    """An engine's draft with its key and who made it."""

    job: Job
    identity: Identity
    text: str
    flags: tuple[str, ...]
    terms: tuple[dict[str, object], ...]
    """For each term told: original, english, kept, and state: ``kept``, ``repaired`` or ``missing``."""


def plan(
    texts: Iterable[Text],
    glossary: Glossary,
    engines: Mapping[str, Engine],
    *,
    house_style: bool,
    marks: str | None = None,
    memory: Mapping[tuple[str, str], Approved] = MappingProxyType({}),
) -> Plan:
    """What must be drafted.

    A text whose current draft has the key that a new one would have is left out; so is one that no
    engine serves.

    :param engines: by route.
    :param marks: how drafts are to print quotation marks (:attr:`Job.marks`).
    :param memory: approved texts by language and original; they come before any engine.
    """
    jobs: dict[str, Job] = {}
    unserved: Counter[str] = Counter()
    for text in texts:
        route = route_name(text.language, text.script)
        approved = memory.get((text.language, text.text))
        engine: Engine | None = Reuse(approved) if approved else engines.get(route)
        if engine is None:
            unserved[route] += text.current is None
            continue
        hits = glossary.find(text.text, text.language, house_style=house_style)
        request = Request(text.text, text.language, text.script, terms_of(hits, text.text))
        style = None if approved else marks
        key = draft_key(request, engine.identity, style)
        if key == text.current:
            continue
        known = jobs.get(key)
        if known:
            pieces, segments = known.pieces, known.segments
        else:
            pieces, segments = (request,) if approved else pieces_of(request, hits), ()
        jobs[key] = Job(key, request, pieces, (*segments, text.segment), engine, style)
    return Plan(tuple(jobs.values()), +unserved)


def draft_key(request: Request, identity: Identity, marks: str | None = None) -> str:
    """SHA-256 (hex) over all that a draft is made of.

    That is the text, the engine's identity, the terms as told to it and how they are mended, and how
    quotation marks are printed.
    """
    terms: list[object] = [[term.original, term.english, *term.avoid] for term in request.terms]
    if terms:
        terms.append(repair.RULES)
    parts = [
        request.text,
        request.language,
        request.script,
        identity.engine,
        identity.digest,
        identity.options,
        terms,
        *([marks] if marks else []),
    ]
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def pieces_of(request: Request, hits: Sequence[Hit]) -> tuple[Request | str, ...]:
    """A text cut into sentences for an engine, each with its own terms, and what no engine is given.

    The words of a Markdown link are cut out of the link; white space alone is left out.

    :param hits: where the terms stand in the text.
    """
    pieces: list[Request | str] = []
    for start, end, wording in _wording(request.text):
        if not wording:
            pieces.append(request.text[start:end].strip())
            continue
        for sentence in split(request.text[start:end], request.language):
            first = start + sentence.start
            last = first + len(sentence.text)
            words = sentence.text.strip()
            if any(unicodedata.category(character)[0] in "LN" for character in words):
                inside = [hit for hit in hits if first <= hit.start and hit.end <= last]
                pieces.append(
                    Request(words, request.language, request.script, terms_of(inside, request.text))
                )
            elif words:
                pieces.append(words)
    return tuple(pieces)


def _wording(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches of a text as (start, end, whether it is wording and no part of a web address)."""
    at = 0
    for address in find_addresses(text):
        yield at, address.start, True
        label = address.label
        if label and not text[label[0] : label[1]].isascii():
            yield address.start, label[0], False
            yield *label, True
            yield label[1], address.end, False
        else:
            yield address.start, address.end, False
        at = address.end
    yield at, len(text), True


def draft(jobs: Sequence[Job]) -> Iterator[list[SignedDraft]]:
    """Drafts the jobs in a thread of their own; gives what has come since it was last asked, never nothing.

    So an interruption is answered at once, and loses the engine's batch and no more, as long as the caller
    keeps what it is given. An engine's batch that is being computed then goes on in the background.

    :raises Fault: what the engine raises.
    """
    made: SimpleQueue[SignedDraft | BaseException | None] = SimpleQueue()
    stopped = threading.Event()

    def work() -> None:
        try:
            for signed in _draft_all(jobs):
                made.put(signed)
                if stopped.is_set():
                    return
        except BaseException as error:
            made.put(error)
        else:
            made.put(None)

    worker = threading.Thread(target=work, name="drafting", daemon=True)
    worker.start()
    try:
        going = True
        while going:
            come = [made.get(), *(made.get() for _ in range(made.qsize()))]
            signed = [one for one in come if isinstance(one, SignedDraft)]
            if signed:
                yield signed
            going = isinstance(come[-1], SignedDraft)
            if not going:
                worker.join()
            if isinstance(come[-1], BaseException):
                raise come[-1]
    finally:
        stopped.set()


def _draft_all(jobs: Sequence[Job]) -> Iterator[SignedDraft]:
    """Engine by engine: first the texts of one sentence in one go, then the others, so many at a time."""
    by_engine: dict[int, list[Job]] = {}
    for job in jobs:
        by_engine.setdefault(id(job.engine), []).append(job)
    for group in by_engine.values():
        yield from _draft_group([job for job in group if len(job.pieces) == 1])
        together: list[Job] = []
        for job in group:
            if len(job.pieces) != 1:
                together.append(job)
            if sum(len(one.pieces) for one in together) >= _TOGETHER:
                yield from _draft_group(together)
                together = []
        yield from _draft_group(together)


def _draft_group(jobs: Sequence[Job]) -> Iterator[SignedDraft]:
    """The jobs of one engine in one call of it, each as soon as the last of its sentences is there."""
    asked = [(number, place) for number, job in enumerate(jobs) for place in _asked(job)]
    made: list[dict[int, Drafted]] = [{} for _ in jobs]
    first = ["" for _ in jobs]
    for job in jobs:
        if not _asked(job):
            yield _signed(job, {}, "")
    if not asked:
        return
    requests = [piece for job in jobs for piece in job.pieces if isinstance(piece, Request)]
    engine = jobs[0].engine
    for drafted, before in _with_terms(engine, requests):
        number, place = asked[drafted.index]
        made[number][place] = drafted
        first[number] += f"\n{before}"
        if len(made[number]) == len(_asked(jobs[number])):
            yield _signed(jobs[number], made[number], first[number])


def _with_terms(engine: Engine, requests: Sequence[Request]) -> Iterator[tuple[Drafted, str]]:
    """An engine's drafts, each as it comes, with its text before it was mended.

    Those that lack a term come a little later, mended where that can be done: so many at a time, that an
    interruption loses few.

    What stands in a draft for a term is found by asking the engine for the term alone. A text that a person
    approved is left as it is.
    """
    lacking: list[Drafted] = []
    said: dict[Request, str] = {}
    for drafted in engine.draft(requests):
        terms = requests[drafted.index].terms
        if isinstance(engine, Reuse) or all(kept(term, drafted.text) for term in terms):
            yield drafted, drafted.text
        else:
            lacking.append(drafted)
        if len(lacking) >= _LACKING:
            yield from _mended(engine, requests, lacking, said)
            lacking = []
    yield from _mended(engine, requests, lacking, said)


def _mended(
    engine: Engine, requests: Sequence[Request], lacking: Sequence[Drafted], said: dict[Request, str]
) -> Iterator[tuple[Drafted, str]]:
    """Drafts that lack a term with what can be mended, and as they were.

    :param said: what the engine says for terms alone; those that are not in it are asked and put into it.
    """
    missed = [
        [
            (term, Request(term.original, requests[one.index].language, requests[one.index].script))
            for term in requests[one.index].terms
            if not kept(term, one.text)
        ]
        for one in lacking
    ]
    alone = [one for one in dict.fromkeys(one for each in missed for _, one in each) if one not in said]
    if alone:
        said |= {alone[one.index]: one.text for one in engine.draft(alone)}
    for one, each in zip(lacking, missed, strict=True):
        says = {term.original: said[request] for term, request in each}
        yield replace(one, text=repair.repair(one.text, requests[one.index].terms, says)), one.text


def _asked(job: Job) -> list[int]:
    """The places of the pieces that the engine drafts."""
    return [place for place, piece in enumerate(job.pieces) if isinstance(piece, Request)]


def _signed(job: Job, made: Mapping[int, Drafted], before: str) -> SignedDraft:
    """One draft of all its pieces, joined with single spaces; it has the flags of each of them.

    :param before: what the engine said, nothing of it mended.
    """
    words = [piece if isinstance(piece, str) else made[place].text for place, piece in enumerate(job.pieces)]
    text = with_marks(" ".join(word for word in words if word), job.marks)
    flags = tuple(dict.fromkeys(flag for place in sorted(made) for flag in made[place].flags))
    terms = tuple(_told(term, text, before) for term in job.request.terms)
    return SignedDraft(job, job.engine.identity, text, flags, terms)


_DOUBLE = re.compile(r'"([^"]*)"|“([^”]*)”')
_SINGLE = re.compile(r"(?<![\w'])'(?=\S)((?:[^']|(?<=\w)'(?=\w))*\S)'(?![\w'])")


def with_marks(text: str, marks: str | None) -> str:
    """An English text with its quotation marks printed ``single`` or ``double``; those that pair, outer ones.

    An apostrophe is none, and a text that has both kinds stays as it is: one quotation is inside another.
    """
    if marks == "single" and "'" not in re.sub(r"(?<=\w)'(?=\w)|(?<=s)'", "", text):
        return _DOUBLE.sub(lambda match: f"'{match[1] or match[2] or ''}'", text)
    if marks == "double" and not set(text) & set('"“”'):
        return _SINGLE.sub(r'"\1"', text)
    return text


def _told(term: Term, text: str, before: str) -> dict[str, object]:
    there = kept(term, text)
    state = "missing" if not there else "kept" if kept(term, before) else "repaired"
    return {"original": term.original, "english": term.english, "kept": there, "state": state}

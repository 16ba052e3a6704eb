"""Each quoted passage of a report: which work it is taken from, and whether it says what that work says.

In come a report as it was read, the ids of its works and their texts; out come :class:`Quoted` values in the
order of the report, from them findings, and the works whose texts would settle the most quotations.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from srcxlate.checks import Finding, Place
from srcxlate.checks.quotations import Difference, Original, Verdict, compare
from srcxlate.citing import Cited
from srcxlate.glossary import Glossary
from srcxlate.layout import Span
from srcxlate.quotes import Quote, find_quotes
from srcxlate.reports import Reading
from srcxlate.sources import Locator

A_PASSAGE = 4
"""Words from which on a quotation can be looked for in a text; fewer are a term, and may stand anywhere."""
_WORST_FIRST = ("not-found", "differs", "faithful")
Ids = Mapping[tuple[Locator, int], str]
"""The id of each citation's work, by its locator and its offset in the note."""


@dataclass(frozen=True, slots=True)
class Passage:
    """All that is at hand of a work's text."""

    language: str
    sentences: tuple[Original, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A work in another language that a note cites."""

    id: str
    title: str
    """Its original title, as this note or the one that it points at prints it."""
    language: str
    """The title's."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted passage with its source."""

    quote: Quote
    note: Place | None
    """The note that carries it, or in whose prose it stands; None: none was found."""
    resolved: Place | None
    """The note that names the work: the same, or the one that it points at."""
    works: tuple[Work, ...]
    """The works in other languages that it may be taken from; none: its source is in English."""
    work: Work | None
    """The one that it is held against; without any text the first."""
    verdict: Literal["faithful", "differs", "not-found", "no-text"]
    compared: Verdict | None = None
    """What comparing came to; None where no text is at hand."""
    passage: Passage | None = None
    """What it was compared with."""

    @property
    def key(self) -> str:
        """16 hex digits of SHA-256 over the wording, the work and the sentences that it renders."""
        said = (sentence.text for sentence in self.sentences)
        parts = "\x00".join(("quotation", self.quote.text, self.work.title if self.work else "", *said))
        return sha256(parts.encode()).hexdigest()[:16]

    @property
    def sentences(self) -> tuple[Original, ...]:
        """The sentences that it renders, in its order."""
        if self.compared is None or self.passage is None:
            return ()
        return tuple(self.passage.sentences[at] for at in self.compared.sentences)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Where it says otherwise than they do."""
        return self.compared.differences if self.compared else ()


def quoted_passages(
    reading: Reading, ids: Ids, passages: Mapping[str, Passage], glossary: Glossary
) -> tuple[Quoted, ...]:
    """The quoted passages of a report, each with its source and what comparing it came to.

    :param passages: the texts at hand, by the work's id.
    """
    cited = _by_note(reading)
    notes = _Notes(reading)
    found = []
    for quote in find_quotes(reading.text, reading.notes):
        if quote.nested:
            continue
        places = quote.notes or ((quote.in_note,) if quote.in_note else ())
        there = [(place, one) for place in places for one in cited.get(place, ())]
        found.append(_settled(quote, _source(notes, places, there, ids), passages, glossary))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a quotation may be taken from."""

    note: Place | None
    resolved: Place | None
    works: tuple[Work, ...]
    at: tuple[tuple[Place, Place], ...]
    """For each work the note that carries the quotation, and the one that names the work."""


def _by_note(reading: Reading) -> dict[Place, list[Cited]]:
    """The works in other languages that each note cites, or points at."""
    found: dict[Place, list[Cited]] = {}
    for one in reading.cited:
        found.setdefault((one.locator.series, one.locator.note), []).append(one)
    return found


class _Notes:
    """A report's notes: what each prints itself, and where each points first."""

    def __init__(self, reading: Reading) -> None:
        self._own = {(n.note.series, n.note.number): n.citations for n in reading.citations}
        self._targets = {(each.series, each.note): each.target for each in reversed(reading.references)}

    def pointed_at(self, place: Place) -> Place:
        """The note that a note points at; itself where it points at none."""
        return self._targets.get(place, place)

    def naming(self, place: Place, cited: Cited) -> Place:
        """The note that prints a work: one that points at another is it only for what it prints itself."""
        printed = any(citation is cited.work for citation in self._own[place])
        return place if printed else self.pointed_at(place)


def _source(
    notes: _Notes, places: Sequence[Place], there: Iterable[tuple[Place, Cited]], ids: Ids
) -> _Source:
    works: dict[str, Work] = {}
    at: dict[str, tuple[Place, Place]] = {}
    for place, one in there:
        identifier = ids[one.locator, one.work.start]
        works.setdefault(identifier, Work(identifier, one.work.original, one.route.language))
        at.setdefault(identifier, (place, notes.naming(place, one)))
    note = next(iter(places), None)
    return _Source(note, notes.pointed_at(note) if note else None, tuple(works.values()), tuple(at.values()))


def _settled(quote: Quote, source: _Source, passages: Mapping[str, Passage], glossary: Glossary) -> Quoted:
    """A quotation held against the works whose texts are at hand: the one that it agrees with best."""
    best: Quoted | None = None
    for work, (note, resolved) in zip(source.works, source.at, strict=True):
        passage = passages.get(work.id)
        if passage is None:
            continue
        verdict = _proven(compare(quote.text, passage.sentences, passage.language, glossary), passage)
        one = Quoted(quote, note, resolved, source.works, work, verdict.verdict, verdict, passage)
        if best is None or _better(one, best):
            best = one
    if best is not None:
        return best
    first = source.at[0] if source.at else (source.note, source.resolved)
    return Quoted(quote, *first, source.works, next(iter(source.works), None), "no-text")


def _proven(verdict: Verdict, passage: Passage) -> Verdict:
    """A verdict; none is called faithful to a sentence whose English is not known."""
    if verdict.verdict != "faithful" or all(passage.sentences[at].draft for at in verdict.sentences):
        return verdict
    message = "The sentence that it may render has no English yet, which it could be held against."
    return Verdict("not-found", verdict.sentences, message=message)


def _better(one: Quoted, other: Quoted) -> bool:
    return _WORST_FIRST.index(one.verdict) > _WORST_FIRST.index(other.verdict)


# -- findings ------------------------------------------------------------------------------------

_ERRORS = frozenset({"number", "negation"})
"""Differences that the original itself proves."""


def quotation_findings(reading: Reading, one: Quoted) -> Iterator[Finding]:
    """What an editor should look at in a quotation that was compared."""
    if one.compared is None or one.passage is None:
        return
    for difference in one.differences:
        yield _differs(reading, one, one.passage, difference)
    if one.verdict == "not-found" and len(one.quote.text.split()) >= A_PASSAGE:
        yield _not_found(one, one.compared)


def _differs(reading: Reading, one: Quoted, passage: Passage, difference: Difference) -> Finding:
    printed, span = _printed(reading, one.quote, difference.quoted)
    sentence = None if difference.sentence is None else passage.sentences[difference.sentence]
    return Finding(
        kind="quotation",
        severity="error" if difference.kind in _ERRORS else "warning",
        place=one.note,
        printed=printed,
        span=span,
        message=difference.message,
        original=sentence.text if sentence else " ".join(each.text for each in one.sentences) or None,
        at_issue=difference.original,
    )


def _not_found(one: Quoted, verdict: Verdict) -> Finding:
    others = [work for work in one.works if work != one.work]
    message = verdict.message
    if others:
        message += f" Its note cites other works as well, such as {others[0].title}."
    start = one.quote.start
    span = start, start + one.quote.length
    return Finding("quotation", "warning", one.note, one.quote.text, span, message)


def _printed(reading: Reading, quote: Quote, part: Span | None) -> tuple[str, Span]:
    """The words of a quotation that are at issue and where the report has them; all where it lacks some."""
    whole = quote.start, quote.start + quote.length
    if part is None:
        return quote.text, whole
    words = quote.text[slice(*part)].strip()
    ahead = quote.text.count(words, 0, part[0])
    at = quote.start
    for _ in range(ahead + 1):
        at = reading.text.find(words, at, whole[1]) if words else -1
        if at < 0:  # broken over two lines in the report
            return words, whole
        at += 1
    return words, (at - 1, at - 1 + len(words))


def texts_wanted(quoted: Iterable[Quoted]) -> list[tuple[Work, int]]:
    """The works whose texts are not at hand, each with how many quotations it may have; most first."""
    works: dict[str, Work] = {}
    counts: Counter[str] = Counter()
    for one in quoted:
        if one.verdict == "no-text":
            works |= {work.id: work for work in one.works}
            counts.update(work.id for work in one.works)
    return [(works[identifier], count) for identifier, count in counts.most_common()]

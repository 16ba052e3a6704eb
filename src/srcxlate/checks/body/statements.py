"""What a report says of its sources: the wording of the body before each mark, and a note's own prose.

In comes a report as it was read, with its citations as units; out come :class:`Statement` values. A statement
is the wording since the mark before, its last sentence above all; what stands in quotation marks is the
source's and blanked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from srcxlate.checks import Place
from srcxlate.checks.names import key_words
from srcxlate.checks.units import Unit
from srcxlate.dates import Date, find_dates
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Joined, Span, join
from srcxlate.marks import Mark
from srcxlate.quotation_marks import find_quotations
from srcxlate.reports import Reading

BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)})\b", re.I)
"""A word of a body's name."""
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_WORDS = re.compile(r"\w")
_FEW = 2
"""Words before a mark that say nothing by themselves, if they do not say whose the source is."""
_WHOSE = re.compile(r"[A-Z]\w+[’']s?\W*\Z")
_MARK = "\ue000"
_SENTENCE_END = re.compile(r"[.?!][’”'\")]*\s*(?=\ue000|\s[A-Z‘“'\"(]|\Z)\ue000*\s*")
_LONGEST, _FURTHEST = 1000, 4000
"""Characters of a sentence, and of all that is said since a mark, beyond which it is a list or a table."""


@dataclass(frozen=True)
class Statement:
    """What is said of the sources of a note, in the body or in the note's own prose."""

    place: Place
    units: tuple[Unit, ...]
    """The sources that are cited for it."""
    joined: Joined
    text: str
    """The wording of the paragraph, marks and quotations blanked."""
    since: int
    """Where it begins: after the mark before."""
    start: int
    """Where its last sentence begins."""
    end: int
    known: frozenset[str] = frozenset()
    """The words of the house's English for authors and publishers that are printed in script."""
    fellows: tuple[Unit, ...] = ()
    """The sources of the other notes that are called at the same place."""
    first: bool = True
    """Whether its note is the first that is called there."""

    def span(self, start: int, end: int) -> Span:
        """The place of a part of the paragraph in the report."""
        offset, length = self.joined.span(start, end)
        return offset, offset + length

    @property
    def clause(self) -> str:
        """Its last sentence, as far as the mark before leaves it."""
        return self.text[self.start : self.end]

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates that its sources print."""
        return tuple(
            Date(unit.edtf, unit.date.start, unit.date.end, False)
            for unit in self.units
            if unit.edtf and unit.date and unit.edtf[:4].isdecimal()
        )

    @cached_property
    def said(self) -> tuple[Date, ...]:
        """The dates of its last sentence, to the month at least; offsets in the paragraph."""
        found = find_dates(self.clause)
        return tuple(
            Date(d.edtf, d.start + self.start, d.end + self.start, False)
            for d in found
            if len(d.edtf) >= len("2023-05") and d.edtf[:4].isdecimal()
        )

    @cached_property
    def names_source(self) -> bool:
        """Whether its last sentence names an author or a publisher of its sources."""
        return self._names(self.units)

    @cached_property
    def is_of_another(self) -> bool:
        """Whether it tells of the source of another note that is called with its own."""
        return bool(self.fellows) and not self._names(self.units) and self._names(self.fellows)

    def _names(self, units: Sequence[Unit]) -> bool:
        words = {word.casefold() for word in _HYPHENED.findall(self.clause) if word[0].isupper()}
        pieces = (piece for unit in units for piece in (unit.author, unit.outlet) if piece)
        return bool(words & self.known) or any(words & whole_words(piece.text) for piece in pieces)


def in_body(reading: Reading, units: dict[Place, list[Unit]]) -> Iterator[Statement]:
    """What the body says where a mark calls a note."""
    marks = reading.notes.marks
    starts = [mark.start for mark in marks]
    for spans in reading.notes.body:
        low, high = bisect_left(starts, spans[0][0]), bisect_right(starts, spans[-1][1])
        if low >= high:
            continue
        wording = join(reading.text, spans)
        places = [
            (bisect_left(wording.offsets, mark.start), bisect_left(wording.offsets, mark.end))
            for mark in marks[low:high]
        ]
        text = _blanked(wording.text, places)
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        since = 0
        for called in _together(text, list(zip(marks[low:high], places, strict=True))):
            at, after = called[0][1][0], called[-1][1][1]
            since = max(since, at - _FURTHEST)
            words = text[since:at].split()
            if len(words) > _FEW or (len(words) == _FEW and _WHOSE.search(text, since, at)):
                stop = len(text[:at].rstrip(" .,;:’”'\")"))
                earlier = bisect_right(ends, stop)
                start = max(since, ends[earlier - 1] if earlier else 0, at - _LONGEST)
                cited = [(mark.series, mark.number) for mark, _ in called]
                for place in (place for place in cited if place in units):
                    fellows = tuple(
                        unit for other in cited if other != place for unit in units.get(other, ())
                    )
                    yield Statement(
                        place, tuple(units[place]), wording, text, since, start, at, fellows=fellows,
                        first=place == cited[0],
                    )  # fmt: skip
            since = after


def _together(text: str, marks: Sequence[tuple[Mark, Span]]) -> Iterator[list[tuple[Mark, Span]]]:
    """Marks with no word between them, which call their notes for one statement."""
    called: list[tuple[Mark, Span]] = []
    for mark, place in marks:
        if called and _WORDS.search(text, called[-1][1][1], place[0]):
            yield called
            called = []
        called.append((mark, place))
    if called:
        yield called


def in_notes(reading: Reading, units: dict[Place, list[Unit]]) -> Iterator[Statement]:
    """What a note says before it points at a source: ``A poll of 2021 found … See …``."""
    for noted in reading.notes.notes:
        since = 0
        cited = units.get((noted.series, noted.number), [])
        text = _blanked(noted.text, [])
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        for unit in cited:
            title = min(
                (p.start for p in (unit.author, unit.english, unit.romanised, unit.original) if p),
                default=unit.end,
            )
            lead = re.compile(r"\bSee\b(?! also)").search(text, since, title)
            if lead and len(text[since : lead.start()].split()) > 4:
                stop = len(text[: lead.start()].rstrip(" .,;:’”'\")"))
                earlier = bisect_right(ends, stop)
                start = max(since, ends[earlier - 1] if earlier else 0, stop - _LONGEST)
                yield Statement(unit.place, (unit,), noted.wording, text, since, start, stop)
            since = unit.end


def _blanked(text: str, places: Sequence[Span]) -> str:
    """Wording with its marks made signs and its quotations blank, its length kept."""
    characters = list(text)
    for quotation in find_quotations(text):
        if not quotation.open and not quotation.depth:
            characters[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    for start, end in places:
        characters[start:end] = _MARK * (end - start)
    return "".join(characters)


def whole_words(name: str) -> set[str]:
    """Its telling words with their hyphens: the family name Seo is no part of Seo-yeon."""
    words = telling(name)
    return {word for word in _HYPHENED.findall(name.casefold()) if words & set(word.split("-"))}


def telling(name: str) -> set[str]:
    """The words of a name that tell it from others: not ``Institute``, not the country, no figures."""
    return {word for word in key_words(name) if not word.isdigit() and not BODY.fullmatch(word)}

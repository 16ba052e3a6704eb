"""Numbers and places that a sentence tells otherwise than the title of its source.

In comes a statement with one source, out come the words at issue. What is compared must be one thing: a
number of the same things (nineteen stations, seventeen stations), a share or a sum beside words that both
have, a place beside words that both have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from srcxlate.checks.body.statements import Statement
from srcxlate.checks.places import PLACES, find_english, hinted, may_mean, words_for
from srcxlate.glossary import stem
from srcxlate.layout import Span
from srcxlate.quantities import Quantity
from srcxlate.quantities import find_english as quantities_of

_NOUN = re.compile(
    r"(?:[ -](?:of )?(?:the )?[a-z][\w’]++){0,3}?[ -](?P<noun>[a-z]{3,}s|people|men|women"
    r"|children)\b"
)
_WORD = re.compile(r"[a-z][a-z’'-]{3,}")
_COUNTED = ("number", "count", "duration")
_MEASURED = ("share", "money", "points")
_NEAR = Fraction(1, 10)
"""The part by which a rounded number may differ."""
_SMALL = frozenset((
    "that", "this", "with", "from", "have", "been", "were", "which", "their", "they", "than", "into", "over",
    "under", "about", "after", "before", "what", "when", "where", "more", "most", "some", "such", "said",
    "says", "will", "would", "could", "should", "also", "only", "even", "still", "years", "year", "months",
    "percent",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Retold:
    """Something that a sentence tells otherwise than a title."""

    span: Span
    """Offsets in the statement's clause."""
    says: str
    """What it does, and what the title has: for people."""


def another_number(statement: Statement) -> Iterator[Retold]:
    """A number of the same things, or a share or sum, that differs from the title's."""
    title = _title(statement)
    if title is None:
        return
    there, here = quantities_of(title), quantities_of(statement.clause)
    printed = quantities_of(statement.units[0].text)
    for one in here:
        if one.value is None or one.approximate or any(each.value == one.value for each in printed):
            continue
        for other in there:
            if other.value is None or other.approximate or _close(one, other):
                continue
            if any(each.value == other.value for each in here) or not _comparable(one, other):
                continue
            if _same_things(statement.clause, one, title, other):
                said, told = statement.clause[one.start : one.end], title[other.start : other.end]
                yield Retold((one.start, one.end), f"has {said} for this; the title in the note says {told}")
                return


def another_place(statement: Statement) -> Iterator[Retold]:
    """A region or city that the note does not name, in the stead of another of its country in the title."""
    title = _title(statement)
    if title is None or not any(PLACES[place.name].city for place in find_english(title)):
        return
    if not _shared(statement.clause, title):
        return
    unit = statement.units[0]
    original = unit.original.text if unit.original else ""
    for one in find_english(statement.clause):
        if not PLACES[one.name].city or may_mean(unit.text, one.name):
            continue
        if original and hinted(original, one.name, unit.language or ""):
            continue
        for other in find_english(title):
            if (
                not PLACES[other.name].city or may_mean(statement.clause, other.name)
                or _within(one.name, other.name) or PLACES[one.name].land != PLACES[other.name].land
            ):  # fmt: skip
                continue
            yield Retold(one.span, f"places this in {one.name}; the title in the note names {other.name}")
            return


def _title(statement: Statement) -> str | None:
    """The English title of the one source; None where there are several, or none with a title."""
    if len(statement.units) != 1 or statement.units[0].english is None:
        return None
    return statement.units[0].english.text


def _comparable(one: Quantity, other: Quantity) -> bool:
    if one.kind in _MEASURED or other.kind in _MEASURED:
        return one.kind == other.kind and one.unit == other.unit
    return one.kind in _COUNTED and other.kind in _COUNTED


def _close(one: Quantity, other: Quantity) -> bool:
    first, second = one.value, other.value
    if first is None or second is None or first == second:
        return True
    return one.kind in _MEASURED and abs(first - second) <= _NEAR * max(abs(first), abs(second))


def _same_things(clause: str, one: Quantity, title: str, other: Quantity) -> bool:
    """Whether both count the same things: by the noun behind them, or by words around a share or a sum."""
    if one.kind in _MEASURED:
        return bool(_shared(clause, title))
    nouns = []
    for text, quantity in ((clause, one), (title, other)):
        tail = text[quantity.start : quantity.end].split()[-1:]
        counted = tail[0] if tail and tail[0].endswith("s") and quantity.kind != "number" else ""
        match = _NOUN.match(text, quantity.end)
        nouns.append(stem(counted or (match["noun"] if match else "")))
    return nouns[0] != "" and nouns[0] == nouns[1]


def _shared(clause: str, title: str) -> set[str]:
    """The stems of common words that a sentence and a title share."""
    ours, theirs = ({stem(word) for word in _WORD.findall(text.casefold())} for text in (clause, title))
    names = {stem(word) for text in (clause, title) for p in find_english(text) for word in _plain(p.name)}
    return {word for word in ours & theirs if word not in _SMALL and word not in names}


def _plain(name: str) -> list[str]:
    return [word.casefold() for word in words_for(name).split()]


def _within(one: str, other: str) -> bool:
    """Whether one place lies in the other, or in the same region."""
    return PLACES[one].region == other or PLACES[other].region == one

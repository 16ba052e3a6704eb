"""A well-known body in an original against the one that its English names: Korail for 국가철도공단.

In come an original and its English, out come :class:`Swapped` values. A body is told to be wrong only where
the original names one of its class for which the English has no word, and has none for the one in the
English.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from srcxlate.checks.agencies import (
    AGENCIES,
    BROADCASTERS,
    STUDIOS,
    UNIVERSITIES,
    one_class,
)
from srcxlate.checks.bodies import COURTS, MEDIA, MINISTRIES, OFFICES, TABLES, lines_of
from srcxlate.checks.companies import (
    CARRIERS,
    DEVELOPERS,
    HOUSES,
    LABOUR,
    LENDERS,
    LOW_COST,
    MAKERS,
    PRESS,
    PUBLIC,
    RAILWAYS,
    SHOPS,
)
from srcxlate.layout import Span


@dataclass(frozen=True, slots=True)
class Body:
    """A company, a ministry, a paper."""

    name: str
    english: re.Pattern[str]
    named: re.Pattern[str]
    hinted: re.Pattern[str]
    """All of an original that may stand for it."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """A body in the stead of another."""

    named: str
    original: Span
    """Where the original names it."""
    english: Span
    """Where the English names the other."""


_GOES_ON = re.compile(r"(?: [A-Z][\w&]+)*(?: (?:of|for) (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?")
"""The rest of a name: People’s Bank, of China."""
_GOVERNMENT = one_class(MINISTRIES, OFFICES, AGENCIES)
ALL = (
    _GOVERNMENT, *(table for table in TABLES if table not in (MINISTRIES, OFFICES, MEDIA)),
    STUDIOS, BROADCASTERS, UNIVERSITIES, SHOPS, CARRIERS, HOUSES, LENDERS, DEVELOPERS, LABOUR, MAKERS,
    RAILWAYS, LOW_COST, PUBLIC, one_class(MEDIA, PRESS),
)  # fmt: skip
"""Every table: within one, a body may be mistaken for another."""
_IN_WORDS = frozenset((_GOVERNMENT, COURTS))
"""The tables whose English has common words: a lone one is no name."""


def swapped(original: str, english: str) -> Iterator[Swapped]:
    """The bodies of an English text that stand for others of their class in the original."""
    for table in ALL:
        bodies = _bodies(table)
        named = _longest([(body, m.span()) for body in bodies for m in body.named.finditer(original)])
        if not named:
            continue
        said = _longest([(body, m.span()) for body in bodies for m in body.english.finditer(english)])
        there = {body.name for body, _ in said}
        by_place: dict[Span, list[Body]] = {}
        for body, span in named:
            by_place.setdefault(span, []).append(body)
        lost = [(all_[0], span) for span, all_ in by_place.items() if not {b.name for b in all_} & there]
        meant = {span for body, span in said if body.hinted.search(original)}
        for _, span in said if lost else ():
            if span not in meant and _is_name(english[slice(*span)], table):
                yield Swapped(lost[0][0].name, lost[0][1], span)
                break


@lru_cache(maxsize=4_000)
def borne_out(original: str, english: str) -> tuple[Span, ...]:
    """Where English names well-known bodies that the original names too, with what goes on as their name."""
    return tuple(
        (match.start(), _GOES_ON.match(english, match.end()).end())  # type: ignore[union-attr]
        for table in ALL
        for body in _bodies(table)
        if body.hinted.search(original)
        for match in body.english.finditer(english)
    )


def _longest(found: Sequence[tuple[Body, Span]]) -> list[tuple[Body, Span]]:
    """Those that stand within no longer one."""
    return [
        (body, (a, b)) for body, (a, b) in found
        if not any(c <= a and b <= d and (c, d) != (a, b) for _, (c, d) in found)
    ]  # fmt: skip


def _is_name(wording: str, table: str) -> bool:
    """Whether the words are a name by themselves, as ``Tax`` is none."""
    if table not in _IN_WORDS or " " in wording or (wording.isupper() and len(wording) > 2):
        return True
    return wording.casefold() in ("police", "prosecutors")


@cache
def _bodies(table: str) -> tuple[Body, ...]:
    return tuple(_body(line) for line in lines_of(table))


def _body(line: str) -> Body:
    line, _, hints = line.partition(" ~")
    english, named = line.split(" ", 1)
    words = english.replace("_", " ").replace("’", "[’']")
    hinted = "|".join(part for part in (named, hints) if part)
    return Body(
        shown(english), re.compile(rf"(?<![\w&-])(?:{words})(?!\w)"), re.compile(named), re.compile(hinted)
    )


def shown(english: str) -> str:
    """The first English name of a line as people read it: no brackets, no signs of a pattern."""
    first = re.split(r"\|(?![^(]*\))", english, maxsplit=1)[0].replace("_", " ")
    first = re.sub(r"\((?:\?:)?([^|()]*)[^()]*\)\??", r"\1", first)
    first = re.sub(r"\[(\w)\w\]", r"\1", first)
    return re.sub(r"\w\?|\\w[*+]|[\\?]", "", first) if re.search(r"[\\?]", first) else first

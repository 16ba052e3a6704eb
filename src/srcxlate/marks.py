"""The signs in a report's body that call its notes: superscripts, ``[^1]``, ``(3)``, ``[iv]``, bare digits.

In come the body's paragraphs and how the notes are numbered; out come :class:`Mark` values in order.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from srcxlate.layout import Span
from srcxlate.numbering import heaviest, roman

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_SIGN = re.compile(
    r"(?P<super>[⁰¹²³⁴-⁹]{1,4})|<sup>\s{0,3}\[?(?P<html>\d{1,4})\]?\s{0,3}</sup>|\[\^(?P<foot>\d{1,4})\](?!:)"
    r"|[（(［\[]\s{0,3}(?:注|註|주)\s{0,3}(?P<word>\d{1,4})\s{0,3}[)）\]］]"
    r"|[\[［〔](?P<square>\d{1,4})[\]］〕](?![(（])"
    r"|(?<!\s)\[(?P<roman>[ivxlc]{1,9})\](?![(（])"
    r"|(?<=[^\s\d(（])[(（](?P<round>\d{1,4})[)）]"
    r"|(?<=[^\s\d(（])(?P<half>\d{1,4})[)）]"
)
"""The signs that are known by their form."""
_BARE = re.compile(
    r"(?:(?P<strong>(?<=[.,;:!?”’\"'」』。、])|(?<=\d, )|(?<=\d,))|(?<=[a-z]{3}))"
    r"(?P<n>\d{1,3})(?=[\s”’\"'.,;:]|\Z)(?![.,:]\d)"
)
"""Digits set close after a mark of punctuation or a word, as superscripts become in plain text."""
_IN_BRACKETS = (
    re.compile(r"(?<=\S) ?[\[［](\d{1,4})[\]］](?![(（])"),
    re.compile(r"(?<=\S) ?[(（](\d{1,3})[)）]"),
)
"""Numbers in brackets, which may call notes numbered without them: ``[12]``, ``(12)``, set apart as well."""
_FORMS = {
    "square": {"square"},
    "roman square": {"roman"},
    "roman dot": {"roman"},
    "round": {"round"},
    "half": {"half"},
    "word": {"word", "half"},
}
"""The signs that call notes numbered in each style; superscripts and ``[^1]`` call any."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the body that calls a note."""

    series: int
    number: int
    start: int
    """Offset in the report of the sign's first character, from 0."""
    end: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """How one series of notes is numbered."""

    styles: frozenset[str]
    numbers: frozenset[int]
    last: int
    """Offset in the report where its last note begins."""


@dataclass(frozen=True, slots=True)
class _Sign:
    number: int
    start: int
    end: int
    weight: float = 1.0


def find_marks(text: str, body: Sequence[Sequence[Span]], series: Sequence[Numbering]) -> tuple[Mark, ...]:
    """The signs in the body that call notes, each with its series.

    A number in brackets is a sign where the notes are numbered so, or where nothing else calls them and such
    numbers count up over half of the notes; a bare number only where nothing else calls them at all.
    """
    known = frozenset[int]().union(*(numbering.numbers for numbering in series))
    forms = {"super", "html", "foot"}.union(*(_FORMS.get(s, set()) for n in series for s in n.styles))
    spans = [span for paragraph in body for span in paragraph]
    found = [sign for span in spans for sign in _formed(text, span, forms, known)]
    found = found or _bracketed(text, spans, known, sum(len(numbering.numbers) for numbering in series))
    if not found:
        bare = [sign for span in spans for sign in _bare(text, span, max(known))]
        sequence = [bare[index] for index in heaviest([(sign.number, sign.weight) for sign in bare])]
        found = sequence if len(sequence) > 2 and sequence[0].number <= 2 else []
    return tuple(mark for mark in _with_series(found, series) if mark.number in known)


def called_anywhere(text: str) -> Iterator[int]:
    """The numbers of all signs in a text that can be nothing else: superscripts, ``[^1]``, ``<sup>``."""
    for match in _SIGN.finditer(text):
        if match.lastgroup in ("super", "html", "foot"):
            yield int(match[match.lastgroup].translate(SUPERSCRIPTS))


def _formed(text: str, span: Span, forms: set[str], known: frozenset[int]) -> Iterator[_Sign]:
    for match in _SIGN.finditer(text, *span):
        if match.lastgroup in forms:
            sign = match[match.lastgroup]
            digits = str(roman(sign)) if match.lastgroup == "roman" else sign.translate(SUPERSCRIPTS)
            for number in _numbers(digits, known):
                yield _Sign(number, match.start(), match.end())


def _bracketed(text: str, spans: Sequence[Span], known: frozenset[int], notes: int) -> list[_Sign]:
    """Numbers in brackets that count up as the notes do, of notes that are numbered without brackets."""
    for pattern in _IN_BRACKETS:
        signs = [
            _Sign(int(match[1]), *match.span()) for span in spans for match in pattern.finditer(text, *span)
        ]
        chain = [signs[index] for index in heaviest([(sign.number, sign.weight) for sign in signs])]
        called = [sign for sign in chain if sign.number in known]
        if len(called) * 2 >= notes:
            return called
    return []


def _numbers(digits: str, known: frozenset[int]) -> list[int]:
    """The notes that a run of digits calls: one, or two whose numbers were set without a space."""
    if int(digits) in known:
        return [int(digits)]
    for cut in range(1, len(digits)):
        first, second = int(digits[:cut]), int(digits[cut:])
        if second == first + 1 and {first, second} <= known:
            return [first, second]
    return []


def _bare(text: str, span: Span, highest: int) -> Iterator[_Sign]:
    for match in _BARE.finditer(text, *span):
        if 1 <= int(match["n"]) <= highest:
            yield _Sign(
                int(match["n"]), match.start("n"), match.end(), 1.0 if match["strong"] is not None else 0.5
            )


def _with_series(signs: Sequence[_Sign], series: Sequence[Numbering]) -> Iterator[Mark]:
    """Each sign with its series: the next one printed after it, else counted by the signs' own restarts."""
    ends = [numbering.last for numbering in series]
    printed_between = any(sign.start > ends[0] for sign in signs)
    current, previous = 1, 0
    for sign in signs:
        if printed_between:
            current = min(bisect_left(ends, sign.start), len(series) - 1) + 1
        elif sign.number <= 2 < previous and current < len(series):
            current += 1
        previous = sign.number
        yield Mark(current, sign.number, sign.start, sign.end)

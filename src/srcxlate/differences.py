"""The difference of two texts, for a person's eye.

In come two texts, out come :class:`Piece` values in reading order: what both have, what is gone, what is
new. Latin words are compared whole, a number with its points and commas too; white space and each mark
apart; Han and kana one by one; hangul by syllable, so that 한국은 → 한국이 shows the particle alone (by word
the whole word would be gone and new).

The alignment is difflib's: it looks for the longest common runs, which is how people see what was moved
or put in. rapidfuzz finds the fewest changes instead, and so keeps a stray ``the`` or space in common
where the words round it are others ([-state-]{+for+} [-of-]{+the fall+} …); it is the faster one (20,000
characters: 0.04 s against 0.2), but difflib's is fast enough. What it too leaves as confetti, short islands
between long changes, is told as changed; two texts with next to nothing in common are told whole.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from srcxlate.languages import ORIGINAL

Kind = Literal["same", "gone", "new"]

LEAST_IN_COMMON = 0.2
"""The share of the shorter text's letters that must be in common, or the texts are told whole."""

_MARK = "\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\uff9e\uff9f\u1160-\u11ff"
"""What stands on the character before it, or is composed with it."""
_UNIT = re.compile(
    rf"\d+(?:[.,]\d+)*(?![{_MARK}])"  # 3.5 and 1,200 are one
    rf"|(?:(?![{ORIGINAL}])[^\W\d_][{_MARK}]*)+(?:['’](?!s\b)(?:(?![{ORIGINAL}])[^\W\d_][{_MARK}]*)+)*"
    rf"|\s+|.[{_MARK}]*",
    re.DOTALL,
)
"""The smallest part that is compared; every character of a text is in one."""
_LETTER = re.compile(r"[^\W_]")
_SENTENCE = re.compile(r"(?s:.+?)(?:[。！？!?\n]|\.(?=\s)|\Z)\s*")
"""A rough cut, for long texts."""
_MOST_UNITS = 2_000
"""Units of a text beyond which it is cut into sentences first, where it has several."""
_MOST_PAIRS = 30_000
"""Pairs of like units in two texts up to which they are aligned unit by unit; difflib takes about half
a second for these. A title has some hundred pairs, a page 10,000."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that both texts have, or only one."""

    kind: Kind
    """``same``, ``gone`` (in the first text alone) or ``new`` (in the second alone)."""
    text: str


@dataclass(slots=True)
class _Change:
    """A stretch of the two texts with what both have before it."""

    same: str
    gone: str
    new: str

    letters: tuple[int, int]
    """Of what is gone and of what is new; kept, so that joining many changes stays linear."""


def compare(before: str, after: str) -> tuple[Piece, ...]:
    """The difference of two texts; no two pieces of one kind in a row, none empty.

    The pieces ``same`` and ``gone`` joined are ``before`` exactly, ``same`` and ``new`` are ``after``.
    """
    changes, rest = _changes(before, after)
    changes = _without_islands(changes)
    in_common = sum(_letters(change.same) for change in changes) + _letters(rest)
    if changes and in_common < LEAST_IN_COMMON * min(_letters(before), _letters(after)):
        changes, rest = [_Change("", before, after, (0, 0))], ""
    return tuple(_pieces(changes, rest))


def marked(pieces: Iterable[Piece]) -> str:
    """The pieces in plain text: ``[-gone-]{+new+}`` among what is the same."""
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces)


def _changes(before: str, after: str) -> tuple[list[_Change], str]:
    """The changes in order, and what both texts have after the last."""
    changes: list[_Change] = []
    same = ""
    for one, other in _aligned(before, after):
        if one == other:
            same += one
        else:
            changes.append(_Change(same, one, other, (_letters(one), _letters(other))))
            same = ""
    return changes, same


def _aligned(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The two texts cut into stretches that are equal or not; long ones by sentences first."""
    units = _UNIT.findall(before), _UNIT.findall(after)
    sentences = _SENTENCE.findall(before), _SENTENCE.findall(after)
    short = max(map(len, units)) <= _MOST_UNITS or max(map(len, sentences)) <= 1
    if short and _pairs(*units) <= _MOST_PAIRS:
        for ones, others in _stretches(*units):
            yield "".join(ones), "".join(others)
        return
    for ones, others in _stretches(*sentences):
        if ones == others:
            yield "".join(ones), "".join(others)
        elif len(ones) == len(others) > 1:  # a change in each sentence
            for one, other in zip(ones, others, strict=True):
                yield from _aligned(one, other)
        elif (one := "".join(ones), other := "".join(others)) != (before, after):
            yield from _aligned(one, other)
        else:
            yield one, other


def _stretches(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for _, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        yield before[i1:i2], after[j1:j2]


def _pairs(before: Sequence[str], after: Sequence[str]) -> int:
    """How many places of the one have the same as how many of the other: what an alignment costs."""
    there, here = Counter(after), Counter(before)
    rare = 1 + len(after) // 100  # difflib passes over what is more frequent in a long text
    return sum(count * here[unit] for unit, count in there.items() if count <= rare)


def _without_islands(changes: Iterable[_Change]) -> list[_Change]:
    """The changes with those joined that only a mark, a space or a short word parts.

    Short is less than half as long as the changes on both its sides. Marks and spaces part two changes only
    where one of them takes something away and the other puts something in: "," may stay between two words
    that were added.
    """
    kept: list[_Change] = []
    for change in changes:
        while kept and _is_island(kept[-1], change):
            last = kept.pop()
            between = _letters(change.same)
            gone, new = (a + between + b for a, b in zip(last.letters, change.letters, strict=True))
            change = _Change(
                last.same,
                last.gone + change.same + change.gone,
                last.new + change.same + change.new,
                (gone, new),
            )
        kept.append(change)
    return kept


def _is_island(left: _Change, right: _Change) -> bool:
    """Whether what stands between two changes is too little to be told as the same."""
    letters = _letters(right.same)
    if not letters:
        return bool((left.gone or right.gone) and (left.new or right.new))
    return 2 * letters < min(max(left.letters), max(right.letters))


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))


def _pieces(changes: Iterable[_Change], rest: str) -> Iterator[Piece]:
    for change in changes:
        if change.same:
            yield Piece("same", change.same)
        if change.gone:
            yield Piece("gone", change.gone)
        if change.new:
            yield Piece("new", change.new)
    if rest:
        yield Piece("same", rest)

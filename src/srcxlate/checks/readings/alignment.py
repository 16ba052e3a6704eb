"""A printed romanisation against the readings of its original, letter by letter.

In come :class:`Printed` letters and a :class:`Lattice`; out comes the reading that the fewest changes turn
into what is printed, as :class:`Step` values. Case, word division, hyphens and punctuation are free.
"""

import re
import unicodedata
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal

from srcxlate.checks.readings.lattice import Arc, Lattice
from srcxlate.layout import Span

Change = Literal["same", "long", "short", "bare", "changed", "added", "missing"]
"""``long``: printed long where the reading is short; ``short``: the other way round; ``bare``: without h."""
WRONG: tuple[Change, ...] = ("changed", "added", "missing")
"""What no reading has; the others leave a letter what it is."""

_WORD = re.compile(r"[^\s.…·,:;/–—―+()（）\[\]「」『』“”\"]+")
_LONG = {**dict(zip("āīūēō", "AIUEO", strict=True)), **dict(zip("âîûêô", "AIUEO", strict=True))}
_SPELLED = {
    "A": ("aa", "ah"), "I": ("ii",), "U": ("uu", "uh"), "E": ("ee", "ei", "eh"), "O": ("oo", "ou", "oh"),
    "Y": ("ei", "E", "ee"), "J": ("ii", "I"),
}  # fmt: skip
"""Ways to print a long vowel beside the letter with its macron."""
_LENGTH = 0.35
"""What a vowel of another length costs, where a wrong letter costs 1."""
_BARE = 0.05
_NOT_BORNE_OUT = 1.2
"""What a reading costs that stands only where a word begins, or only within one, in another place."""
_DIVIDED = 0.005
"""What it costs to begin a printed word in the middle of a word of the original."""
_LONGEST_NAME = 12
_HOPELESS = 0.5
"""The share of wrong letters from which on the printed words are no romanisation of the original."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The letters of a romanised title."""

    text: str
    letters: str
    """Its letters and digits in lower case, long vowels as capitals."""
    places: tuple[int, ...]
    """Where each letter stands in :attr:`text`."""
    capitals: frozenset[int]
    divided: frozenset[int]
    """Letters before which a word or a part of one ends."""
    words: tuple[Span, ...]
    """Its words, as places in :attr:`text`."""
    word_of: tuple[int, ...]
    """The word of each letter."""

    def begins_word(self, at: int) -> bool:
        """Whether a word begins at a letter, or the title ends there."""
        return at in (0, len(self.letters)) or self.word_of[at - 1] != self.word_of[at]


@dataclass(frozen=True, slots=True)
class Step:
    """A letter of the reading with what is printed for it."""

    change: Change
    at: int
    """The letter of the printed form, from 0."""
    until: int
    arc: Arc | None
    """None for a letter that is added."""


def read_printed(text: str, language: str) -> Printed:
    """The letters of a romanised title; tone marks and breves are left out, macrons kept for Japanese."""
    words = tuple(m.span() for m in _WORD.finditer(text) if any(c.isalnum() for c in m.group()))
    letters, places, word_of = "", [], []
    capitals, divided = set(), {0}
    for number, (start, end) in enumerate(words):
        divided.add(len(letters))
        for at in range(start, end):
            letter = _letter(text[at], language)
            if letter:
                if text[at].isupper():
                    capitals.add(len(letters))
                letters += letter
                places += [at] * len(letter)
                word_of += [number] * len(letter)
            elif not unicodedata.combining(text[at]):
                divided.add(len(letters))
    divided.add(len(letters))
    marks = frozenset(capitals), frozenset(divided)
    return Printed(text, letters, tuple(places), *marks, words, tuple(word_of))


def _letter(character: str, language: str) -> str:
    lowered = character.lower()
    if language == "ja" and lowered in _LONG:
        return _LONG[lowered]
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if c.isascii() and c.isalnum())


_Move = tuple[float, int, Change, int, Arc | None]
"""What can come next: its cost, the state of the lattice and the printed letter after it."""


def align(lattice: Lattice, printed: Printed) -> list[Step] | None:
    """The reading nearest to what is printed; None if none is near."""
    size = len(printed.letters) + 1
    goal = lattice.last * size + size - 1
    best: dict[int, float] = {0: 0.0}
    before: dict[int, tuple[int, Change, Arc | None]] = {}
    heap = [(0.0, 0, 0)]
    limit = max(3.0, _HOPELESS * size)
    done: set[int] = set()
    while heap:
        cost, _, key = heappop(heap)
        if key == goal:
            return _trace(before, key, size)
        if key in done:
            continue
        done.add(key)
        state, at = divmod(key, size)
        for extra, target, change, until, arc in _moves(lattice, printed, state, at):
            following = target * size + until
            total = cost + extra
            if total < best.get(following, limit):
                best[following] = total
                before[following] = (key, change, arc)
                heappush(heap, (total, -until, following))
    return None


def is_reading(lattice: Lattice, printed: Printed) -> bool:
    """Whether a reading of the original has all that is printed and nothing else, whatever it costs.

    Told in a fraction of the time of :func:`align`: what is none need not be aligned.
    """
    size = len(printed.letters)
    waiting, seen = [(0, 0)], {(0, 0)}
    while waiting:
        state, at = waiting.pop()
        if (state, at) == (lattice.last, size):
            return True
        for _, target, change, until, _ in _moves(lattice, printed, state, at):
            if change not in WRONG and (target, until) not in seen:
                seen.add((target, until))
                waiting.append((target, until))
    return False


def _trace(before: dict[int, tuple[int, Change, Arc | None]], key: int, size: int) -> list[Step]:
    steps: list[Step] = []
    while key in before:
        until = key % size
        key, change, arc = before[key]
        steps.append(Step(change, key % size, until, arc))
    return steps[::-1]


def _moves(lattice: Lattice, printed: Printed, state: int, at: int) -> list[_Move]:
    letters = printed.letters
    inside = at < len(letters)
    within = _DIVIDED if state > lattice.last else 0.0
    moves: list[_Move] = [(1.0 + within, state, "added", at + 1, None)] if inside else []
    for arc in lattice.arcs[state]:
        letter, target, cost = arc.letter, arc.target, arc.cost
        if not letter:
            moves.append((cost, target, "same", at, arc))
        elif letter == "*":
            moves += _unknown(printed, at, arc)
        elif letter in "|~^":
            if _holds(letter, printed, at):
                moves.append((cost, target, "same", at, arc))
            else:
                moves.append((cost + _NOT_BORNE_OUT, target, "changed", at, arc))
        else:
            moves.append((cost + 1.0, target, "missing", at, arc))
            if inside and letters[at] == letter:
                moves.append((cost + within * printed.begins_word(at), target, "same", at + 1, arc))
            elif inside:
                moves += _variants(letters, at, arc)
    return moves


def _holds(sign: str, printed: Printed, at: int) -> bool:
    """Whether a sign of the lattice that stands for no letter is borne out by what is printed."""
    if sign == "|":
        return at in printed.divided
    if sign == "^":
        return at in printed.capitals
    return not printed.begins_word(at)


def _variants(letters: str, at: int, arc: Arc) -> list[_Move]:
    """The ways to print a letter otherwise than it is written in the lattice, right or wrong."""
    letter, target, cost = arc.letter, arc.target, arc.cost
    here, following = letters[at], letters[at + 1 : at + 2]
    moves: list[_Move] = [(cost + 1.0, target, "changed", at + 1, arc)]
    if letter in _SPELLED:
        moves += [
            (cost, target, "same", at + len(spelled), arc)
            for spelled in _SPELLED[letter]
            if letters.startswith(spelled, at) and not (spelled[1:] == "h" and _opens(letters, at + 2))
        ]
        if letter in "AIUEO" and here == letter.lower():
            moves.append((cost + _LENGTH, target, "short", at + 1, arc))
    elif (
        (letter == "N" and (here == "n" or (here == "m" and following in tuple("bmp"))))
        or (letter == "Q" and here not in "aiueon" and (here == following or letters.startswith("tch", at)))
        or (letter == "v" and here == "b")
    ):
        moves.append((cost, target, "same", at + 1, arc))
    elif letter in "KTP" and here == letter.lower():
        moves.append((cost + _BARE, target, "bare", at + 1, arc))
    elif letter in "aiueo" and here == letter.upper():
        moves.append((cost + _LENGTH, target, "long", at + 1, arc))
    return moves


def _opens(letters: str, at: int) -> bool:
    """Whether a vowel stands at a place, so that the h before it is its own."""
    return letters[at : at + 1].lower() in tuple("aiueoy")


def _unknown(printed: Printed, at: int, arc: Arc) -> list[_Move]:
    """A word of unknown reading: any letters up to the end of a printed word."""
    moves: list[_Move] = []
    for until in range(at, min(at + _LONGEST_NAME, len(printed.letters)) + 1):
        moves.append((arc.cost + 0.01 * (until - at), arc.target, "same", until, arc))
        if until > at and printed.begins_word(until):
            break
    return moves

"""A word of an original with its reading and its English, and how a dictionary's English is made short."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

GRAMMAR = "grammar"
"""The authority of particles, endings and counters: closed lists of our own."""
LONGEST = 60
"""Characters of the longest English that is put together from a dictionary's senses."""
_MOST = 3
"""Meanings of a word that are shown."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*")


@dataclass(frozen=True, slots=True)
class Glossed:
    """A word as it stands in a text."""

    text: str
    start: int
    """Offset of its first character, from 0."""
    end: int
    """Offset after its last."""
    reading: str | None = None
    """Romanised: Hepburn, Revised Romanisation or pinyin. None for Latin letters, digits and punctuation."""
    english: str | None = None
    """One to three meanings, parted by semicolons. None: nobody we ask knows the word."""
    authority: str | None = None
    """Who says so: ``glossary``, ``places``, ``leaders``, ``grammar``, or a dictionary by its name."""


def in_short(senses: Sequence[Sequence[str]], *, most: int = 2) -> str | None:
    """A dictionary's senses, each with its words for it, as one short line; None if there are none.

    Of so many senses one word each, and of the first as many more as there is room for three in all. An
    ellipsis says that the word has more senses.
    """
    plain = [
        kept for sense in senses if (kept := [word for word in map(_without_aside, sense) if _says(word)])
    ]
    if not plain:
        return None
    further = [sense[0] for sense in plain[1:most]]
    chosen = list(dict.fromkeys([*plain[0][: _MOST - len(further)], *further]))
    if len(chosen[0]) > LONGEST:
        parts = chosen[0].split(", ")
        while len(parts) > 1 and len(", ".join(parts)) > LONGEST:
            parts.pop()
        chosen = [", ".join(parts)]
    while len(chosen) > 1 and len("; ".join(chosen)) > LONGEST:
        chosen.pop()
    line = "; ".join(chosen)
    if len(line) > LONGEST:
        return line[:LONGEST].rpartition(" ")[0].rstrip(" ,;") + " …"
    return line if len(plain) <= most else f"{line}; …"


def _says(word: str) -> bool:
    """Whether a meaning is in words: of 億 not ``10^8``."""
    return any(character.isalpha() for character in word)


def _without_aside(word: str) -> str:
    """A meaning without what stands in brackets, unless nothing else does."""
    bare = " ".join(_ASIDE.sub(" ", word).split()).replace(" ,", ",")
    return bare or word.strip()

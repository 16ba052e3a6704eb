"""The Japanese dictionary of names (JMnedict): people, places, companies and bodies with their readings.

In comes a name as it is written, out come its :class:`Named` entries; none where the dictionary is not
installed.
"""

from dataclasses import dataclass
from functools import lru_cache

from srcxlate.words.jamdict import ask


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the dictionary."""

    kana: tuple[str, ...]
    """Its readings, in hiragana or katakana."""
    kinds: frozenset[str]
    """surname, given, fem, masc, person, place, station, organization, company, unclass and others."""
    english: tuple[str, ...]
    """Of a body its English name, of others a reading in Latin letters."""


@lru_cache(maxsize=1 << 14)
def named(written: str) -> tuple[Named, ...]:
    """The entries of a name as it is written in kanji."""
    return tuple(map(_entry, ask("SELECT DISTINCT idseq FROM NEKanji WHERE text = ?", written)))


def _entry(number: object) -> Named:
    told = "FROM {} WHERE tid IN (SELECT ID FROM NETranslation WHERE idseq = ?)"
    return Named(
        ask("SELECT text FROM NEKana WHERE idseq = ? ORDER BY ID", number),
        frozenset(ask("SELECT text " + told.format("NETransType"), number)),
        ask("SELECT text " + told.format("NETransGloss"), number),
    )

"""The Japanese dictionary of names (JMnedict): people, places, companies and bodies with their readings.

In comes a name as it is written, out come its :class:`Named` entries; none where the dictionary is not
installed.
"""

import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path


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
    database = _database()
    if database is None:
        return ()
    numbers = _column(database, "SELECT DISTINCT idseq FROM NEKanji WHERE text = ?", written)
    return tuple(_entry(database, number) for number in numbers)


def _entry(database: sqlite3.Connection, number: str) -> Named:
    told = "FROM {} WHERE tid IN (SELECT ID FROM NETranslation WHERE idseq = ?)"
    return Named(
        tuple(_column(database, "SELECT text FROM NEKana WHERE idseq = ? ORDER BY ID", number)),
        frozenset(_column(database, "SELECT text " + told.format("NETransType"), number)),
        tuple(_column(database, "SELECT text " + told.format("NETransGloss"), number)),
    )


def _column(database: sqlite3.Connection, query: str, value: str) -> list[str]:
    return [row[0] for row in database.execute(query, (value,))]


@cache
def _database() -> sqlite3.Connection | None:
    """The dictionary's file, read only and never locked; it may be asked from any thread."""
    package = find_spec("jamdict_data")
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).with_name("jamdict.db")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

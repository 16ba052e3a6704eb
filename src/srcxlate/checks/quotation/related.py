"""Words of English that say the same of something: livestock and cattle, injury and hurt.

In comes a word, out come the stems of those that JMdict gives beside it for one meaning of a common word of
Japanese. It is read when a word is first asked for, in half a second; without the dictionary nothing is
related.
"""

import sqlite3
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from srcxlate.checks.likeness import base, is_empty, words

_COMMON = """
SELECT G.sid, G.text FROM SenseGloss G JOIN Sense S ON S.ID = G.sid
WHERE G.lang = 'eng' AND length(G.text) < 24 AND S.idseq IN (
    SELECT K.idseq FROM Kanji K JOIN KJP P ON P.kid = K.ID
    UNION SELECT K.idseq FROM Kana K JOIN KNP P ON P.kid = K.ID)
ORDER BY G.sid
"""
"""The English of each meaning of the words that the dictionary marks as common."""


@lru_cache(maxsize=1 << 14)
def related(word: str) -> frozenset[str]:
    """The stems of the words that may say the same as a word, without its own."""
    if is_empty(word):
        return frozenset()
    meanings, by_stem = _meanings()
    own = base(word)
    return frozenset(other for at in by_stem.get(own, ()) for other in meanings[at]) - {own}


@cache
def _meanings() -> tuple[list[tuple[str, ...]], dict[str, list[int]]]:
    """Each meaning by the stems of the single words that say it, and for each stem its meanings."""
    together: dict[int, set[str]] = {}
    for sense, english in _rows():
        said = words(english)
        if len(said) == 1 and not said[0].text[0].isupper():
            together.setdefault(sense, set()).add(base(said[0].text))
    meanings = [tuple(stems) for stems in together.values() if len(stems) > 1]
    by_stem: dict[str, list[int]] = {}
    for at, stems in enumerate(meanings):
        for one in stems:
            by_stem.setdefault(one, []).append(at)
    return meanings, by_stem


def _rows() -> list[tuple[int, str]]:
    package = find_spec("jamdict_data")
    if package is None or package.origin is None:
        return []
    path = Path(package.origin).with_name("jamdict.db")
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return database.execute(_COMMON).fetchall()
    finally:
        database.close()

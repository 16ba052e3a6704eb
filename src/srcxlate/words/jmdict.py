"""JMdict, the Japanese–English dictionary, as the package ``jamdict-data`` brings it: an SQLite file.

In comes a word as it is written, out come its :class:`Entry` values. Nothing is loaded: a look-up reads the
few pages of the file that it needs. What is archaic, obscure or rude is left out, and what
belongs to one field of a word that says more: headlines do not mean it.
"""

from dataclasses import dataclass
from functools import lru_cache

from srcxlate.words.jamdict import ask

NAME = "JMdict"
_LEFT_OUT = (
    "archaism", "obscure term", "obsolete term", "rare", "derogatory", "vulgar expression or word", "slang",
    "Internet slang", "manga slang", "children's language", "female term or language", "poetical term",
    "male term or language", "sensitive", "jocular, humorous term", "colloquialism",
)  # fmt: skip
_KANA_ALONE = "word usually written using kana alone"
_MARKED = ("ichi1", "news1", "spec1", "gai1")
"""Marks of the dictionary's common words."""
_SOME = ("ichi2", "news2", "spec2", "gai2")
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word."""

    speech: frozenset[str]
    """Its parts of speech, in the dictionary's words."""
    words: tuple[str, ...]
    """How English says it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the dictionary."""

    kana: tuple[str, ...]
    """Its readings, in hiragana."""
    kanji: tuple[str, ...]
    """Its forms with kanji."""
    in_kana: bool
    """Whether it is written in kana alone, or mostly is."""
    weight: int
    """How common it is: 0 for a word without a mark, more for one with more marks."""
    senses: tuple[Sense, ...]


def hiragana(kana: str) -> str:
    """Kana in hiragana, for comparing."""
    return kana.translate(_TO_HIRAGANA)


@lru_cache(maxsize=1 << 16)
def entries(written: str, *, in_kana: bool) -> tuple[Entry, ...]:
    """The entries with a written form, in the dictionary's order; none where the dictionary is not installed.

    :param in_kana: whether the form is kana alone and a reading is looked up.
    """
    table = "Kana" if in_kana else "Kanji"
    query = f"SELECT DISTINCT idseq FROM {table} WHERE text = ? ORDER BY idseq"  # noqa: S608 - one of two
    return tuple(entry for number in ask(query, written) if (entry := _entry(number, written)).senses)


@lru_cache(maxsize=1 << 16)
def _entry(number: int, written: str) -> Entry:
    kana = ask("SELECT text FROM Kana WHERE idseq = ? ORDER BY ID", number)
    kanji = ask("SELECT text FROM Kanji WHERE idseq = ? ORDER BY ID", number)
    marks = ask(
        "SELECT P.text FROM Kanji K JOIN KJP P ON P.kid = K.ID WHERE K.idseq = ?1 AND K.text = ?2 "
        "UNION SELECT P.text FROM Kana K JOIN KNP P ON P.kid = K.ID WHERE K.idseq = ?1 AND K.text = ?2",
        number,
        written,
    )
    senses: list[Sense] = []
    special: list[Sense] = []
    """Those of one field: computing, baseball."""
    alone = not kanji
    for sense in ask("SELECT ID FROM Sense WHERE idseq = ? ORDER BY ID", number):
        misc = ask("SELECT text FROM misc WHERE sid = ?", sense)
        alone |= _KANA_ALONE in misc
        only = ask("SELECT text FROM stagk WHERE sid = ?", sense)
        if any(one in _LEFT_OUT for one in misc) or (only and written in kanji and written not in only):
            continue
        words = ask("SELECT text FROM SenseGloss WHERE sid = ? AND lang = 'eng' ORDER BY rowid", sense)
        speech = frozenset(ask("SELECT text FROM pos WHERE sid = ?", sense))
        found = special if ask("SELECT text FROM field WHERE sid = ?", sense) else senses
        found.append(Sense(speech, words))
    weight = sum(2 * (mark in _MARKED) + (mark in _SOME) for mark in marks)
    return Entry(tuple(map(hiragana, kana)), kanji, alone, weight, tuple(senses or special))

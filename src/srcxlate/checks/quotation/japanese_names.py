"""Whether Han characters can be read as a name in Japanese: 三上 Mikami, 九州 Kyushu.

In come characters in a row and a name's letters, out comes whether some of the characters are read so:
each word in the readings of UniDic, each character in those of KANJIDIC, names' own among them, a first
sound voiced within a name. Long vowels and doubled consonants are folded away: reports spell them as they
like.
"""

import re
from functools import lru_cache

from srcxlate.checks.readings.japanese import letters_of, readings_of
from srcxlate.languages import HAN
from srcxlate.words.jamdict import ask
from srcxlate.words.pieces import katakana

_WORD = 4
"""Characters of the longest word that is looked up."""
_NAME = 8
"""Characters of the longest name."""
_BETWEEN = {"ヶ": ("ga", "ka", "ke"), "ケ": ("ga", "ka", "ke"), "が": ("ga",), "の": ("no",), "ノ": ("no",),
            "ツ": ("tsu",), "つ": ("tsu",), "々": ("",)}  # fmt: skip
RUN = re.compile(f"[{HAN}{''.join(_BETWEEN)}]+")
"""Characters that a name can be written in."""
_FOLDED = (
    (r"ou|oo|oh(?![aeiou])|ō", "o"), (r"uu|ū", "u"), (r"ii", "i"), (r"ee", "e"), (r"aa", "a"), (r"tch", "ch"),
    (r"m(?=[bp])", "n"), (r"([b-df-hj-np-tv-z])\1", r"\1"),
)  # fmt: skip
_WIDE = {"A": "a", "J": "i", "U": "u", "E": "e", "Y": "ei", "O": "o", "Q": "", "N": "n"}
_VOICED = (("ts", "z"), ("ch", "j"), ("sh", "j"), ("k", "g"), ("s", "z"), ("t", "d"), ("h", "b"), ("f", "b"),
           ("h", "p"), ("f", "p"))  # fmt: skip


def reads(run: str, letters: str) -> bool:
    """Whether some of the characters in a row can be read as letters, small ASCII ones."""
    wanted = folded(letters)
    return any(_reads_from(run, start, wanted) for start in range(len(run)))


def folded(letters: str) -> str:
    """Letters without what spellings of Japanese differ in."""
    for pattern, plain in _FOLDED:
        letters = re.sub(pattern, plain, letters)
    return letters


def _reads_from(run: str, start: int, wanted: str) -> bool:
    ends: dict[int, set[int]] = {start: {0}}
    for at in range(start, min(len(run), start + _NAME)):
        for done in ends.get(at, ()):
            for size in range(1, min(_WORD, len(run) - at) + 1):
                for reading in _readings(run[at : at + size], at > start):
                    if wanted.startswith(reading, done):
                        ends.setdefault(at + size, set()).add(done + len(reading))
        if len(wanted) in ends.get(at + 1, ()):
            return True
    return any(len(wanted) in each for each in ends.values())


@lru_cache(maxsize=1 << 14)
def _readings(written: str, within: bool) -> frozenset[str]:
    """The readings of a word or a character, folded; within a name also with a voiced first sound."""
    if written in _BETWEEN:
        return frozenset(_BETWEEN[written])
    found = {kana for kana, _ in readings_of(written)}
    if len(written) == 1:
        found |= _of_character(written)
    plain = {folded("".join(_WIDE.get(one, one) for one in letters_of(kana))) for kana in found if kana}
    plain |= {one[:-2] for one in plain if one.endswith(("ku", "ki")) and len(one) > 2}
    plain |= {one[:-3] for one in plain if one.endswith(("tsu", "chi")) and len(one) > 3}
    if within:
        plain |= {
            soft + one[len(hard) :] for one in plain for hard, soft in _VOICED if one.startswith(hard)
        }  # fmt: skip
    return frozenset(one for one in plain if one)


@lru_cache(maxsize=1 << 14)
def _of_character(character: str) -> frozenset[str]:
    """What KANJIDIC has of a character in katakana; endings of verbs left out."""
    values = [value.strip("-") for value in ask(_CHARACTER, character)]
    return frozenset(
        katakana(each) for value in values for each in (value.partition(".")[0], value.replace(".", ""))
    )


_CHARACTER = """
SELECT R.value FROM character C JOIN rm_group G ON G.cid = C.ID JOIN reading R ON R.gid = G.ID
WHERE C.literal = ?1 AND R.r_type IN ('ja_on', 'ja_kun')
UNION SELECT N.value FROM character C JOIN nanori N ON N.cid = C.ID WHERE C.literal = ?1
"""


def is_known(character: str) -> bool:
    """Whether any reading of a character is known; of one that has none nothing can be said."""
    return bool(_readings(character, False))

"""The readings of a Chinese original in Latin letters: in pinyin or Wade-Giles, without tones.

In comes a title, out come the readings in its :class:`Lattice`: a character that can be read in several ways
reads in a word of the dictionary (CC-CEDICT, pypinyin's phrases) as that word does, and alone in every way.
重 is chong in 重庆, 长 zhang in 增长.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from srcxlate.checks.readings.lattice import POSSIBLE, Lattice
from srcxlate.languages import HAN
from srcxlate.words.cedict import entries, segment

_HAN = re.compile(f"[{HAN}]")
_RUN = re.compile(f"[{HAN}]+")
_LONGEST = 4
"""Characters of the longest word whose reading is looked up; longer ones are made of shorter."""
_CUSTOMARY = {
    "香港": "hongkong", "澳[門门]": "macau", "[台臺]北": "taipei", "[台臺]中": "taichung",
    "高雄": "kaohsiung", "北京": "peking", "西藏": "tibet", "哈[爾尔][濱滨]": "harbin", "金[門门]": "kinmen",
    "[馬马]祖": "matsu", "新竹": "hsinchu", "九[龍龙]": "kowloon", "[廣广]州": "canton", "基隆": "keelung",
}  # fmt: skip
"""Places in the spelling that custom has given them, by patterns."""
_OTHERWISE = frozenset(
    "血熟薄液攜携崖露曝暴酵说說削壳殼谁誰垃圾角堤诣嚇吓绿綠落壁券的地得了着著这這那哪谁一不和给給色尽盡似供血液亞亚危"
)
"""Characters with a second reading that the dictionaries do not tell word by word: of Taiwan, of speech."""


def read_chinese(lattice: Lattice, *, wade_giles: bool) -> None:
    """Adds the readings of a title's Han characters, those of words where they stand in one."""
    for run in _RUN.finditer(lattice.original):
        for at, syllables in enumerate(_read(run.group()), run.start()):
            lattice.words.append((at, at + 1))
            for letters in dict.fromkeys(syllables):
                for spelled in _spelled(letters, wade_giles=wade_giles):
                    lattice.read(at, at + 1, spelled)
    for at, character in enumerate(lattice.original):
        for entry in entries(character) if _HAN.match(character) else ():
            if len(entry.syllables) > 1:  # 瓩 is qianwa
                lattice.read(at, at + 1, "".join(map(_plain, entry.syllables)))
    for name, spelling in _CUSTOMARY.items():
        for match in re.finditer(name, lattice.original):
            lattice.read(*match.span(), "^" + spelling, POSSIBLE)


def pinyin_of(character: str) -> tuple[str, ...]:
    """A character in every reading, in pinyin without tones, as it may be printed; the usual one first."""
    return tuple(one for syllable in _readings(character) for one in _with_umlaut(syllable))


@lru_cache(maxsize=1024)
def _read(run: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of each character of a run: of its words, or all."""
    every = [_readings(character) for character in run]
    if all(len(syllables) < 2 for syllables in every):
        return tuple(every)
    told: list[list[str]] = [[] for _ in run]
    covered = [False] * len(run)
    cut = set(segment(run))
    for start in range(len(run)):
        for end in range(start + 2, min(len(run), start + _LONGEST) + 1):
            for syllables in _of_word(run[start:end]):
                for at, syllable in enumerate(syllables, start):
                    told[at].append(syllable)
                if (start, end) in cut:
                    covered[start:end] = [True] * (end - start)
    return tuple(
        tuple(here) if held and here and character not in _OTHERWISE else (*here, *usual)
        for character, here, held, usual in zip(run, told, covered, every, strict=True)
    )


@lru_cache(maxsize=1 << 14)
def _of_word(word: str) -> tuple[tuple[str, ...], ...]:
    """A word's readings, a syllable for each character; none if it is no word of the dictionary."""
    known = entries(word)
    if not known:
        return ()
    from pypinyin import Style, pinyin

    found = [tuple(_plain(syllable) for syllable in entry.syllables) for entry in known]
    found.append(tuple(_plain(syllables[0]) for syllables in pinyin(word, style=Style.NORMAL)))
    return tuple(dict.fromkeys(reading for reading in found if len(reading) == len(word)))


def _plain(syllable: str) -> str:
    """A syllable of a dictionary in lower case without its tone, ü as v."""
    return re.sub(r"[^a-zü]", "", syllable.casefold()).replace("ü", "v")


@cache
def _readings(character: str) -> tuple[str, ...]:
    """All readings of a character, the usual one first, without tones, ü as v."""
    from pypinyin import Style, pinyin

    syllables = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    found = dict.fromkeys(_plain(syllable) for syllable in (syllables[0] if syllables else ()))
    if character in "儿兒":
        found["r"] = None
    return tuple(found)


@cache
def _spelled(syllable: str, *, wade_giles: bool) -> tuple[str, ...]:
    """The ways to print a syllable in a system."""
    if wade_giles:
        from pypinyin import Style
        from pypinyin.style import convert

        converted = _plain(convert(syllable, Style.WADEGILES, strict=True))
        syllable = converted.replace("toeh", "tieh")  # pypinyin 0.55 makes t'oeh of tie
    return tuple(_with_umlaut(syllable))


def _with_umlaut(syllable: str) -> Iterator[str]:
    """The ways to print ü."""
    yield syllable
    if "v" in syllable:
        yield syllable.replace("v", "u")
        yield syllable.replace("v", "yu")

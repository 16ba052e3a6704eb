"""What the words of an original title may mean, and which words of its English bear them out.

In come an original and its English, out comes a :class:`Compared`: the original's words with all the English
that the glossary and the dictionaries give for them, and for each side what the other has nothing for. A free
rendering leaves words over on both sides; only where one side is accounted for does the other's word prove
something.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from srcxlate.checks import names
from srcxlate.checks.dictionary import english_of, plain_words
from srcxlate.checks.likeness import Word, alike, base, is_empty, words
from srcxlate.checks.quotation.korean_words import may_mean
from srcxlate.checks.quotation.related import related
from srcxlate.glossary import Glossary
from srcxlate.languages import ORIGINAL
from srcxlate.layout import Span
from srcxlate.quantities import find, find_english
from srcxlate.words import gloss
from srcxlate.words.glossed import GRAMMAR, Glossed

_SCRIPT = re.compile(f"[{ORIGINAL}]")
_SIMPLE = 2
"""Characters of a word that says one thing; a longer one may be left out in part."""
_DICTIONARIES = ("JMdict", "CC-CEDICT")
_COUNTED = re.compile(r"[\d０-９一二三四五六七八九十百千万萬億亿兆조억만]|第|제")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of an original."""

    word: Glossed
    english: frozenset[str]
    """All the words that may render it; none where nobody knows it."""
    borne_out: bool
    """Whether the English has one of them, or one near them in meaning or sound."""
    outright: bool = False
    """Whether it has one of them."""

    @property
    def span(self) -> Span:
        """Where it stands in the original."""
        return self.word.start, self.word.end


@dataclass(frozen=True, slots=True)
class Compared:
    """An original beside its English, word by word."""

    meanings: tuple[Meaning, ...]
    """The original's words that say something, numbers and particles left out."""
    left: tuple[Word, ...]
    """The words of the English for which no word of the original is known to stand; no numbers."""
    held: tuple[Span, ...]
    """Where the English has words that can be compared at all."""

    def renders(self, span: Span) -> bool:
        """Whether the English has what a dictionary gives for a word within a span of the original.

        A longer word is put together from several, of which the English may have another.
        """
        return any(
            one.outright and span[0] <= one.word.start and one.word.end <= span[1]
            and len(one.word.text) <= _SIMPLE and one.word.authority in _DICTIONARIES
            for one in self.meanings
        )  # fmt: skip

    def accounts_for(self, span: Span) -> bool:
        """Whether dictionaries give a word at a span of the English for one of the original.

        Of a span that holds nothing to be compared, as *again* is, they tell nothing.
        """
        left = any(one.span[0] < span[1] and span[0] < one.span[1] for one in self.left)
        return not left and any(start < span[1] and span[0] < end for start, end in self.held)


def compare(original: str, english: str, language: str, glossary: Glossary) -> Compared:
    """Which words of an original its English renders, and which of the English's words are left over.

    A word of the English that renders one word of the original outright is not taken for a free rendering of
    another.
    """
    spoken = words(english, light=True)
    said = [one.text for one in spoken]
    meant = list(_telling(original, language, glossary))
    outright = [{at for at, one in enumerate(said) if _renders(one, *each)} for each in meant]
    taken = set().union(*outright)
    freely = [
        {at for at, one in enumerate(said) if at not in taken and any(_near(one, other) for other in each[1])}
        for each in meant
    ]
    found = tuple(
        Meaning(*each, bool(direct or free), bool(direct))
        for each, direct, free in zip(meant, outright, freely, strict=True)
    )
    rendered = taken.union(*freely)
    counted = [(one.start, one.end) for one in find_english(english)]
    left = tuple(
        one for at, one in enumerate(spoken)
        if at not in rendered and not is_empty(one.text)
        and not any(a < one.span[1] and one.span[0] < b for a, b in counted)
    )  # fmt: skip
    return Compared(found, left, tuple(one.span for one in spoken if not is_empty(one.text)))


def _telling(text: str, language: str, glossary: Glossary) -> Iterator[tuple[Glossed, frozenset[str]]]:
    """The words that are no numbers and no marks, each with its English."""
    numbers = [(one.start, one.end) for one in find(text, language)]
    for word, meant in _meanings(text, language, glossary):
        if not any(map(str.isalnum, word.text)) or _COUNTED.match(word.text):
            continue
        if not any(a <= word.start <= b for a, b in numbers):  # what follows a number is counted
            yield word, meant


def _renders(english: str, word: Glossed, meant: frozenset[str]) -> bool:
    """Whether a word of the English is one for a word of the original, or as a name sounds like it."""
    if any(alike(english, one) for one in meant):
        return True
    return english[0].isupper() and bool(word.reading) and names.sounds(english, word.text)


@lru_cache(maxsize=1 << 17)
def _near(one: str, other: str) -> bool:
    """Whether people say the one word of English for the other."""
    if is_empty(one) or is_empty(other):
        return False
    return base(other) in related(one) or base(one) in related(other)


def _meanings(text: str, language: str, glossary: Glossary) -> Iterator[tuple[Glossed, frozenset[str]]]:
    """The words that say something, each with its English: all senses, not the first alone."""
    for word in gloss(text, language, glossary):
        if not _SCRIPT.search(word.text):
            yield word, plain_words([word.text])
        elif word.authority != GRAMMAR:
            yield word, english_of(word, text, language) or _by_sound(word.text, language)


def _by_sound(word: str, language: str) -> frozenset[str]:
    """What the parts of a Korean word may mean, of which there is no dictionary."""
    return frozenset().union(*may_mean(word)) if language == "ko" else frozenset()

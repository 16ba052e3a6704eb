"""What is known of a passage's English: from its drafts, its terms and places, and from dictionaries.

In come the sentences of a passage with their drafts, out comes a :class:`Passage`: for each sentence its
:class:`Support`, and which sentences bear out a word of English. Drafts are a small model's and often wrong;
what the words of the original mean says more than one of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from srcxlate.checks import places
from srcxlate.checks.dictionary import english_of
from srcxlate.checks.likeness import alike, base, is_empty, keys, words
from srcxlate.checks.quotation import figures
from srcxlate.checks.quotation.korean_words import may_mean
from srcxlate.checks.quotation.related import related
from srcxlate.glossary import Glossary, Hit
from srcxlate.layout import Span
from srcxlate.words import gloss
from srcxlate.words.glossed import GRAMMAR, Glossed

_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9&-]+")


@dataclass(frozen=True, slots=True)
class Original:
    """A sentence of a passage."""

    text: str
    draft: str = ""
    """Its English by an engine; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Support:
    """All English that a sentence is known to say."""

    text: str
    draft: str
    drafted: tuple[str, ...]
    """Words of its draft."""
    terms: tuple[str, ...]
    """Words of the English of its terms, of its places and of its Latin."""
    meanings: tuple[frozenset[str], ...]
    """For each word of the original that a dictionary knows, the words of its English."""
    stems: frozenset[str]
    """The stems of all these words."""
    glossed: tuple[Glossed, ...]
    """The original's words, as dictionaries cut it."""
    readings: str
    """The original in Latin letters, words parted by spaces."""
    hits: tuple[Hit, ...]
    places: frozenset[str]
    numbers: tuple[figures.Figure, ...]

    def has(self, word: str) -> bool:
        """Whether its terms or its draft say a word, or one like it."""
        return any(alike(word, other) for other in (*self.terms, *self.drafted))

    def means(self, word: str) -> bool:
        """Whether a word of the original may mean a word, or one like it."""
        return any(alike(word, other) for meaning in self.meanings for other in meaning)

    def cuts(self, span: Span) -> bool:
        """Whether a stretch of it begins or ends within a word: 中国 in 集中国内."""
        return any(
            one.start < edge < one.end and not (span[0] <= one.start and one.end <= span[1])
            for one in self.glossed if one.english for edge in span
            if not (one.start <= span[0] and span[1] <= one.end)
        )  # fmt: skip

    def is_near(self, word: str) -> bool:
        """Whether it says something for which people also say a word."""
        return bool(related(word) & self.stems)


@dataclass(frozen=True)
class Passage:
    """The sentences of a passage with what is known of them."""

    sentences: tuple[Original, ...]
    language: str
    glossary: Glossary
    _joined: dict[tuple[int, ...], Support] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def supports(self) -> tuple[Support, ...]:
        """What is known of each sentence."""
        return tuple(self.support((at,)) for at in range(len(self.sentences)))

    def support(self, at: tuple[int, ...]) -> Support:
        """What is known of a sentence, or of neighbours read as one."""
        if at not in self._joined:
            whole = " ".join(self.sentences[one].text for one in at)
            draft = " ".join(self.sentences[one].draft for one in at if self.sentences[one].draft)
            self._joined[at] = _support(Original(whole, draft), self.language, self.glossary)
        return self._joined[at]

    @cached_property
    def firm(self) -> tuple[figures.Figure, ...]:
        """The numbers of all sentences that surely are some."""
        return tuple(each for one in self.supports for each in one.numbers if each.firm)

    @cached_property
    def drafted(self) -> bool:
        """Whether every sentence has its draft."""
        return all(one.draft for one in self.sentences)

    @cached_property
    def said(self) -> "Index":
        """The words of drafts, terms and places."""
        return Index([((*one.terms, *one.drafted),) for one in self.supports])

    @cached_property
    def meant(self) -> "Index":
        """The words that dictionaries give for those of the original."""
        return Index([one.meanings for one in self.supports])


class Index:
    """Words of English by the sentences that bear them out."""

    def __init__(self, sentences: Iterable[Sequence[Iterable[str]]]) -> None:
        self._by_key: dict[str | int, dict[str, list[tuple[int, int]]]] = {}
        self._found: dict[str, Mapping[int, frozenset[int]]] = {}
        for at, groups in enumerate(sentences):
            for number, group in enumerate(groups):
                for word in group:
                    for key in keys(word):
                        self._by_key.setdefault(key, {}).setdefault(word, []).append((at, number))

    def having(self, word: str) -> Mapping[int, frozenset[int]]:
        """The sentences with a word or one like it; for each which of its groups of words have it."""
        if word not in self._found:
            found: dict[int, set[int]] = {}
            for key in keys(word):
                for other, there in self._by_key.get(key, {}).items():
                    if alike(word, other):
                        for at, number in there:
                            found.setdefault(at, set()).add(number)
            self._found[word] = {at: frozenset(numbers) for at, numbers in found.items()}
        return self._found[word]


@lru_cache(maxsize=8)
def read_passage(sentences: tuple[Original, ...], language: str, glossary: Glossary) -> Passage:
    """A passage; the last few are kept, since a report quotes a work more than once."""
    return Passage(sentences, language, glossary)


def _support(original: Original, language: str, glossary: Glossary) -> Support:
    hits = tuple(glossary.find(original.text, language))
    said = [english for hit in hits for english in (hit.entry.english, *hit.entry.avoid)]
    there = frozenset(place.name for place in places.find(original.text))
    said += [places.words_for(name) for name in sorted(there)]
    said += _LATIN.findall(original.text)
    glossed = gloss(original.text, language, glossary)
    drafted = tuple(word.text for word in words(original.draft))
    terms = tuple(dict.fromkeys(word.text for each in said for word in words(each)))
    meanings = tuple(_meanings(glossed, original.text, language))
    return Support(
        original.text,
        original.draft,
        drafted,
        terms,
        meanings,
        frozenset(
            base(word) for group in (drafted, terms, *meanings) for word in group if not is_empty(word)
        ),
        glossed,
        " ".join(word.reading for word in glossed if word.reading),
        hits,
        there,
        tuple(figures.of_original(original.text, language)),
    )


def _meanings(glossed: Iterable[Glossed], text: str, language: str) -> Iterator[frozenset[str]]:
    """The English of each word that says something; all senses of a dictionary, not the first alone."""
    for word in glossed:
        known = word.authority is not None and word.authority != GRAMMAR
        found = english_of(word, text, language) if known else frozenset()
        if found:
            yield found
        elif language == "ko":
            yield from may_mean(word.text)

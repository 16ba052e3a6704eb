"""A sentence beside the parts of a quotation that render it, and what a difference between them is.

In come parts and what is known of a sentence; a :class:`Pair` says which words of the one the other bears
out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from srcxlate.checks import names
from srcxlate.checks.likeness import Word, held, words
from srcxlate.checks.quotation import figures
from srcxlate.checks.quotation.korean_words import may_mean
from srcxlate.checks.quotation.parts import Part
from srcxlate.checks.quotation.passages import Support
from srcxlate.glossary import Glossary
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Span

Kind = Literal["number", "name", "negation", "omission", "addition"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a quotation says otherwise than its original."""

    kind: Kind
    message: str
    """One plain sentence for a reader of English alone."""
    quoted: Span | None = None
    """The words at issue in the quotation; None where it lacks them."""
    original: Span | None = None
    """The words at issue in the sentence; None where it has none."""
    sentence: int | None = None
    """The sentence's place in the passage, from 0."""

    def placed(self, sentence: int, original: Span | None) -> "Difference":
        """The same with its sentence."""
        return replace(self, sentence=sentence, original=original)


_USUAL = {"ja": 0.57, "ko": 0.57, "zh": 0.78}
"""English words for each character of an original, measured on 100 invented sentences and their
translations."""


@dataclass(frozen=True)
class Pair:
    """A sentence and the parts of a quotation that render it."""

    parts: tuple[Part, ...]
    support: Support
    language: str
    glossary: Glossary
    neighbours: tuple[Support, ...] = ()
    """The sentences before and after it."""

    def beside(self, word: str) -> bool:
        """Whether a sentence before or after it surely says a word."""
        return any(one.has(word) for one in self.neighbours)

    @cached_property
    def text(self) -> str:
        """All that the parts print, the report's own words in brackets too."""
        return " ".join(part.text for part in self.parts)

    @cached_property
    def own(self) -> str:
        """What the parts give as the original's words."""
        return " ".join(part.own for part in self.parts)

    @cached_property
    def whole(self) -> bool:
        """Whether it claims to be the whole sentence: no ellipsis, a capital at its head, a full stop."""
        plain = self.text.strip(" “”‘’\"'")
        return (
            not any(part.cut for part in self.parts)
            and bool(re.match(r"\W*[A-Z0-9]", plain))
            and plain[-1:] in {".", "!", "?"}
        )

    @cached_property
    def taken(self) -> list[Span]:
        """The places of the parts' numbers and names."""
        return [figure.span for figure in self.figures] + [name.span for name in self.names]

    @cached_property
    def words(self) -> list[Word]:
        """The words of the parts, none that belongs to a number or a name; spans are those of :attr:`own`."""
        return [
            word for word in words(self.own)
            if not any(start < word.span[1] and word.span[0] < end for start, end in self.taken)
        ]  # fmt: skip

    @cached_property
    def figures(self) -> list[figures.Figure]:
        """The numbers of the parts."""
        return figures.of_english(self.own)

    @cached_property
    def names(self) -> list[names.Name]:
        """The names of the parts; that of an owner or of a body is by itself: the Bank of Japan's Tankan."""
        return [one for name in names.find(self.own) for one in _without_owner(name)]

    @cached_property
    def unknown(self) -> list[Word]:
        """The words of the parts that nothing in the original, its terms and its draft bears out."""
        return [
            word for word in self.words
            if not (self.support.has(word.text) or self.support.means(word.text))
        ]  # fmt: skip

    @cached_property
    def undrafted(self) -> list[str]:
        """The words of the draft that the parts do not say."""
        said = [word.text for word in words(self.text)]
        return [word for word in self.support.drafted if not held(word, said)]

    @cached_property
    def unheard(self) -> int:
        """How many words of the original, of those that a dictionary knows, the parts do not say."""
        said = [word.text for word in words(self.text, light=True)]
        return sum(not any(held(word, said) for word in meaning) for meaning in self.support.meanings)

    @cached_property
    def mute(self) -> int:
        """How many words of the original nobody knows: each may render anything."""
        if self.language != "ko":
            return 0
        return sum(
            word.english is None and len(word.text) > 1 and word.text.isalpha() and not may_mean(word.text)
            for word in self.support.glossed
        )

    @cached_property
    def sure(self) -> bool:
        """Whether it has a draft, or a number that the quotation has too; else it may be another sentence."""
        return bool(self.support.draft) or any(
            figures.same(english, each) and each.firm
            for english in self.figures
            for each in self.support.numbers
        )

    @cached_property
    def length(self) -> float:
        """How long it is for a translation of so many characters: 1 is usual."""
        characters = len(re.findall(r"\w", self.support.text))
        return len(re.findall(r"\w+", self.text)) / max(1.0, characters * _USUAL.get(self.language, 0.6))

    def span(self, start: int, end: int) -> Span:
        """A span of :attr:`own` as one of the quotation."""
        before = 0
        for part in self.parts:
            if start <= before + len(part.own):
                return part.start + start - before, part.start + min(end - before, len(part.own))
            before += len(part.own) + 1
        return start, end


_OWNER = re.compile(
    rf"[’']s?\s+(?=\w)|\s+(?:of|for)\s+(?:the\s+)?(?=(?:[A-Z]\w+\s+){{0,3}}(?i:{'|'.join(BODY_WORDS[3:])})\b)"
)
"""What stands between a name and what it belongs to: the Bank's Survey, Minister Abe of the Ministry."""


def _without_owner(name: names.Name) -> Iterator[names.Name]:
    start = 0
    for end, following in [*(match.span() for match in _OWNER.finditer(name.text)), (len(name.text),) * 2]:
        one = names.Name(name.text[start:end], (name.span[0] + start, name.span[0] + end))
        if one.words:
            yield one
        start = following

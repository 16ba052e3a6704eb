"""Which sentence of a passage a quotation renders: found by what both sides say, not by letters.

In come a quotation's English and the passage's sentences, each with its draft if it has one; out come
:class:`Rendering` values, one for each part of the quotation: a sentence of it, or what stands between
two ellipses. Drafts are a small model's and often wrong; numbers, places, terms and Latin words of the
original itself weigh more.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from srcxlate.checks import names, places
from srcxlate.checks.likeness import alike, weight, words
from srcxlate.checks.quotation import figures
from srcxlate.glossary import Glossary, Hit

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*")
_END = re.compile(r"(?<![A-Z])[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z])")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9&-]+")


@dataclass(frozen=True, slots=True)
class Original:
    """A sentence of a passage."""

    text: str
    draft: str = ""
    """Its English by an engine; empty if there is none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation that is looked for by itself."""

    text: str
    """As printed."""
    own: str
    """The same length, with what the report put into square brackets blanked: the original's words alone."""
    start: int
    """Where it stands in the quotation."""
    cut: bool
    """Whether an ellipsis stands before or after it."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A part of a quotation, and the sentences that it renders."""

    part: Part
    sentences: tuple[int, ...]
    """Their places in the passage, from 0: one, or two neighbours that were made one; none if it
    renders none."""
    score: float
    """How much of the part they support, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Support:
    """All English that a sentence is known to say."""

    text: str
    draft: str
    drafted: tuple[str, ...]
    """Words of its draft."""
    terms: tuple[str, ...]
    """Words of the English of its terms, of its places and of its Latin."""
    hits: tuple[Hit, ...]
    places: frozenset[str]
    numbers: tuple[figures.Figure, ...]

    def has(self, word: str) -> bool:
        """Whether it is known to say a word, or one like it."""
        return any(alike(word, other) for other in (*self.terms, *self.drafted))


def support(original: Original, language: str, glossary: Glossary) -> Support:
    """What is known of a sentence's English."""
    hits = tuple(glossary.find(original.text, language))
    said = [english for hit in hits for english in (hit.entry.english, *hit.entry.avoid)]
    there = frozenset(place.name for place in places.find(original.text))
    said += [places.words_for(name) for name in sorted(there)]
    said += _LATIN.findall(original.text)
    return Support(
        original.text,
        original.draft,
        tuple(word.text for word in words(original.draft)),
        tuple(dict.fromkeys(word.text for each in said for word in words(each))),
        hits,
        there,
        tuple(figures.of_original(original.text, language)),
    )


def without_brackets(text: str) -> str:
    """A quotation in the same length with the words in square brackets blanked; [T]he is The."""

    def blank(match: re.Match[str]) -> str:
        inside = match[1]
        if len(inside) == 1 and text[match.end() : match.end() + 1].isalpha():
            return f"  {inside}"
        return " " * len(match[0])

    return _BRACKETS.sub(blank, text)


def parts(quotation: str) -> list[Part]:
    """A quotation cut at its ellipses and sentence ends; none for a quotation without a word."""
    own = without_brackets(quotation)
    cuts = sorted(
        [(match.start(), match.end(), True) for match in _ELLIPSIS.finditer(own)]
        + [(match.end(), match.end(), False) for match in _END.finditer(own)]
    )
    found: list[Part] = []
    start, after = 0, False
    for end, following, ellipsis in [*cuts, (len(quotation), len(quotation), False)]:
        if end < start:
            continue
        if re.search(r"\w", own[start:end]):
            found.append(Part(quotation[start:end], own[start:end], start, after or ellipsis))
        start, after = following, ellipsis
    return found


def align(quotation: str, passage: Sequence[Original], language: str, glossary: Glossary) -> list[Rendering]:
    """For each part of a quotation the sentence that it renders best, or the two neighbours that it joins."""
    english = [support(one, language, glossary) for one in passage]
    found: list[Rendering] = []
    for part in parts(quotation):
        said = _said(part, english)
        scores = [_score(said, one) for one in english]
        best = max(range(len(scores)), key=scores.__getitem__, default=0)
        score = scores[best] if scores else 0.0
        second = max((each for at, each in enumerate(scores) if at != best), default=0.0)
        if scores and _stands_out(score, second, english[best]):
            sentences: tuple[int, ...] = (best,)
            if score < _SURE:
                sentences = _joined(said, best, passage, english[best], language, glossary)
            found.append(Rendering(part, sentences, score))
        else:
            found.append(Rendering(part, (), score))
    return _with_short_parts(found)


_LEAST = 0.36
"""The score from which a sentence is taken for the one that a part renders."""
_LEAST_UNDRAFTED = 0.12
"""The same where there is no draft, and only terms, places and numbers can be found."""
_AHEAD = 2
"""Where there is no draft: how many times the score of the next the best sentence must have."""
_GAIN = 0.25
"""How much more of a part two neighbours must support than one, for both to be meant."""
_SURE = 0.95
"""From here on a sentence says all of a part, and no neighbour is asked."""
_SHORT = 2
"""Words up to which a part proves nothing by itself and goes with the part beside it."""


def _stands_out(score: float, second: float, one: Support) -> bool:
    if one.drafted:
        return score >= _LEAST
    return score >= _LEAST_UNDRAFTED and score >= _AHEAD * second


def _joined(
    said: "_Said", best: int, passage: Sequence[Original], one: Support, language: str, glossary: Glossary
) -> tuple[int, ...]:
    """The best sentence, with a neighbour if the two support much more of the part than the one."""
    alone = _covered(said, one)
    gains: list[tuple[float, tuple[int, ...]]] = [(0.0, (best,))]
    for first in (best - 1, best):
        if first >= 0 and first + 1 < len(passage):
            two = passage[first], passage[first + 1]
            both = Original(f"{two[0].text} {two[1].text}", f"{two[0].draft} {two[1].draft}".strip())
            gain = _covered(said, support(both, language, glossary)) - alone
            if gain >= _GAIN:
                gains.append((gain, (first, first + 1)))
    return max(gains)[1]


def _with_short_parts(found: Sequence[Rendering]) -> list[Rendering]:
    """Short parts that render nothing by themselves take the sentence of the part beside them."""
    said = list(found)
    for at, each in enumerate(said):
        if not each.sentences and len(words(each.part.own)) <= _SHORT:
            beside = [said[near].sentences for near in (at - 1, at + 1) if 0 <= near < len(said)]
            said[at] = Rendering(each.part, next(filter(None, beside), ()), each.score)
    return said


_NUMBER_WEIGHT = 4.0
"""What a number is worth: as much as a rare word."""
_NAMED = 0.5
"""How much less a word of a name is worth: it says of whom, not what."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a part of a quotation says, weighed for one passage."""

    words: tuple[tuple[str, float], ...]
    """Its words with their worth; none that belongs to a number."""
    numbers: tuple[figures.Figure, ...]


def _said(part: Part, passage: Sequence[Support]) -> _Said:
    """What a part says. A rare word is worth more, and so is one that few sentences of the passage have."""
    numbers = figures.of_english(part.own)
    named = [name.span for name in names.find(part.own)]
    weighed: list[tuple[str, float]] = []
    for word in words(part.own):
        if any(number.span[0] <= word.span[0] < number.span[1] for number in numbers):
            continue
        having = sum(other.has(word.text) for other in passage)
        worth = weight(word.text) * (1 + log((len(passage) + 1) / (having + 1)) / 2)
        worth *= _NAMED if any(start <= word.span[0] < end for start, end in named) else 1
        weighed.append((word.text, worth))
    return _Said(tuple(weighed), tuple(numbers))


def _score(said: _Said, one: Support) -> float:
    """How much of what a part says a sentence supports (seven tenths), and the other way round."""
    covered = _covered(said, one)
    drafted = [(word, weight(word)) for word in one.drafted]
    whole = sum(worth for _, worth in drafted)
    if not whole or not covered:
        return covered
    back = sum(worth for word, worth in drafted if any(alike(word, other) for other, _ in said.words))
    return 0.7 * covered + 0.3 * back / whole


def _covered(said: _Said, one: Support) -> float:
    """The share of what a part says, by its worth, that a sentence supports."""
    total = matched = 0.0
    for word, worth in said.words:
        total += worth
        matched += worth * (one.has(word) or names.sounds(word, one.text))
    for number in said.numbers:
        there = any(figures.same(number, other) for other in one.numbers)
        total += _NUMBER_WEIGHT if there else _NUMBER_WEIGHT / 2  # it may be the very thing that is altered
        matched += _NUMBER_WEIGHT * there
    if not one.drafted:
        unsaid = [each for each in one.numbers if each.firm]
        unsaid = [each for each in unsaid if not any(figures.same(number, each) for number in said.numbers)]
        total += _NUMBER_WEIGHT * len(unsaid)
    return matched / total if total else 0.0

"""What a quotation turns into its contrary: rise and fall, support and oppose, not all and none.

In come an original and its English, out come :class:`Contrary` values. A contrary is told only where the
quotation has the one alone and the original the other alone; a negation on either side turns it round, and
then nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from srcxlate.checks import negation
from srcxlate.checks.quotation.contrary_words import PAIRS, WAYS
from srcxlate.layout import Span


@dataclass(frozen=True, slots=True)
class Contrary:
    """Words of a quotation that say the contrary of words of its original."""

    kind: Literal["number", "name", "negation"]
    quoted: Span
    original: Span


_LANGUAGES = {"ja": 1, "ko": 2, "zh": 3}


@lru_cache(maxsize=1_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


@lru_cache(maxsize=1_000)
def _english(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


def find(quoted: str, original: str, language: str) -> Iterator[Contrary]:
    """What a quotation says contrary to its original.

    :param language: ``ja``, ``ko`` or ``zh``; of any other nothing is known.
    """
    if language in _LANGUAGES:
        yield from _ways(quoted, original, _LANGUAGES[language] - 1)
        yield from _pairs(quoted, original, language)


def _ways(quoted: str, original: str, column: int) -> Iterator[Contrary]:
    for row in WAYS:
        there = _compiled(row[column]).search(original)
        if not there:
            continue
        contrary = _compiled(row[4]).search(quoted)
        if contrary and not any(
            each.start() < contrary.start() or contrary.end() < each.end()
            for each in _compiled(row[3]).finditer(quoted)
        ):
            yield Contrary("negation", contrary.span(), there.span())


def _pairs(quoted: str, original: str, language: str) -> Iterator[Contrary]:
    if negation.find(original, language) or negation.find(quoted, "en"):
        return
    column = _LANGUAGES[language]
    for kind, *pair in PAIRS:
        for one, other in (pair, pair[::-1]):
            there = _compiled(one[column].partition(" ~ ")[0]).search(original)
            said = _english(other[0]).search(quoted)
            if (
                there and said
                and not _english(one[0]).search(quoted)
                and not _compiled(other[column].replace(" ~ ", "|")).search(original)
            ):  # fmt: skip
                yield Contrary(kind, said.span(), there.span())  # type: ignore[arg-type]

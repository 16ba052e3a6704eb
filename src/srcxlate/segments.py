"""From a text to its sentences, and back: engines want one sentence at a time.

In comes a text in Japanese, Korean or Chinese, out come :class:`Sentence` values that hold every
character of it exactly once, so that :func:`rejoin` gives the text again. A title has no sentence end
inside and stays whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from srcxlate.languages import HANGUL, ORIGINAL, QUOTE_MARKS, TITLE_BRACKETS

_PAIRS = MappingProxyType(
    {**TITLE_BRACKETS, "（": "）", "(": ")", "［": "］", "[": "]", "〔": "〕", "“": "”", "‘": "’"}
)
_CLOSERS = "".join(dict.fromkeys([*_PAIRS.values(), *QUOTE_MARKS.values()]))
_ENDS = "。｡！？!?．.…‥"
_BREAK = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What :meth:`str.splitlines` takes for the end of a line."""

_END = re.compile(rf"(?P<ends>[{_ENDS}]+)(?P<closed>[{re.escape(_CLOSERS)}]*)(?P<space>[^\S{_BREAK}]*)")
_MAY_END = re.compile(f"[{_ENDS}{_BREAK}]")
_LINES = re.compile(rf"[^{_BREAK}]*(?:\r\n|[{_BREAK}]|\Z)")
_ALWAYS = frozenset("。｡！？")
"""Marks that end a sentence wherever they stand; the others stand inside numbers and words too."""
_DOTS = frozenset("．.")
_TRAILING_OFF = frozenset("…‥")
_ORIGINAL = re.compile(f"[{ORIGINAL}]")
_GOES_ON = MappingProxyType({
    "ja": re.compile(r"[\u3041-\u3096、，,]"),
    "ko": re.compile(f"[{HANGUL},]"),
    "zh": re.compile(r"[，、,；]"),
})  # fmt: skip
"""What follows a closing mark when the sentence round the quotation goes on: 「行く。」と言った。"""

LONGEST_BRACKET = 400
"""Characters between two brackets up to which a sentence end between them ends nothing. A bracket that is
closed further on, or in another line, or never, holds nothing together."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the white space and the line end after it."""

    text: str
    start: int
    """Offset in the text, from 0."""


def split(text: str, language: str) -> tuple[Sentence, ...]:
    """A text's sentences in order; none for an empty text.

    A sentence ends at the end of a line; after 。！？ with the closing marks and the white space that
    follow; and after ``.``, ``!`` and ``?`` before white space or between two characters of original
    script. It does not end after a ``.`` behind a Latin letter or a digit (3.5, ``Co.``, the Korean date
    2024. 5. 3.), after an ellipsis that no white space follows, nor inside brackets and quotation marks.

    :param language: ``ja``, ``ko`` or ``zh``; any other gives the rules that all three share.
    """
    if text and not _MAY_END.search(text):  # most titles
        return (Sentence(text, 0),)
    starts: list[int] = []
    start = 0
    for line in _LINES.finditer(text):
        worded = line.start() + len(line[0].rstrip())
        for cut in (*_cuts(text, line.start(), worded, language), line.end()):
            if cut > start and not text[start:cut].isspace():  # white space goes with the sentence before it
                starts.append(start)
                start = cut
    if text and not starts:
        starts = [0]
    return tuple(Sentence(text[a:b], a) for a, b in pairwise([*starts, len(text)]))


def rejoin(sentences: Iterable[Sentence]) -> str:
    """The text that was split."""
    return "".join(sentence.text for sentence in sentences)


def _cuts(text: str, start: int, end: int, language: str) -> Iterator[int]:
    """Where sentences end inside one line."""
    held = _held_together(text, start, end)
    goes_on = _GOES_ON.get(language)
    for match in _END.finditer(text, start, end):
        after = match.end()
        if after == end or held[match.start() - start] or not _ends_here(text, match, start):
            continue
        if match["closed"] and not match["space"] and goes_on and goes_on.match(text, after):
            continue
        yield after


def _ends_here(text: str, match: re.Match[str], start: int) -> bool:
    """Whether these marks end a sentence and are not part of a number, a word or a pause."""
    ends, before = set(match["ends"]), text[max(start, match.start() - 1) : match.start()]
    if ends & _ALWAYS:
        return True
    if ends <= _DOTS and before.isascii() and before.isalnum():
        return False
    if match["space"]:
        return True
    return not ends <= _TRAILING_OFF and bool(_ORIGINAL.match(before) and _ORIGINAL.match(text, match.end()))


def _held_together(text: str, start: int, end: int) -> bytearray:
    """For each character of a line, 1 if it stands between two brackets that belong together.

    The end marks right before a closing bracket count as outside, so that 「…。」 can end a sentence.
    """
    held = bytearray(end - start)
    opened: list[tuple[str, int]] = []
    for at in range(start, end):
        character = text[at]
        if character in _PAIRS:
            opened = [*opened[1 - _DEEPEST :], (_PAIRS[character], at)]
        elif character in _CLOSERS and any(character == closing for closing, _ in opened):
            closing, since = opened.pop()
            while closing != character:
                closing, since = opened.pop()
            inner = at
            while text[inner - 1] in _ENDS + _CLOSERS and inner > since:
                inner -= 1
            if at - since <= LONGEST_BRACKET:
                held[since - start : inner - start] = b"\x01" * (inner - since)
    return held


_DEEPEST = 8
"""Brackets that may stand open at one time; of more the outer ones are forgotten."""

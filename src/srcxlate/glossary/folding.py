"""A text as terms are compared with it, and where each of its characters stands in the text.

In comes a text of a language, out comes a :class:`Folded`: without case, full-width, half-width and composed
characters as what they stand for (㈱, ﾃﾞ), old and traditional Chinese characters as the new and simplified
ones (經濟 and 经济 are one in Japanese and in Chinese each), and without the white space and middle dots that
may stand inside a compound (サプライ・チェーン, 中国 政府). Characters are folded one at a time, so that an
offset in the folded text is always one in the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from types import MappingProxyType

from srcxlate.languages import HAN, HANGUL, KANA

Span = tuple[int, int]

LANGUAGES = ("ja", "ko", "zh")
BREAK = "·"
"""Stands in a term where white space or a middle dot may stand in a text: see :func:`compared`."""

_COMPOSED = re.compile("[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1160-\u11ff]")
_CLUSTER = re.compile(f"(?s:.){_COMPOSED.pattern}*")
"""A character with the marks and the vowels and finals of hangul that are composed with it."""
_DOTS = "・·･•‧∙⋅ㆍ᛫"
_ORIGINAL = f"[{KANA}{HANGUL}{HAN}]"
_KATAKANA = "[\u30a1-\u30fa\u30fc-\u30ff]"
_SEPARATOR = re.compile(
    rf"(?<={_ORIGINAL})[ ・]{{1,3}}(?=\w)|(?<=\w)[ ・]{{1,3}}(?={_ORIGINAL})"
    rf"|(?<={_KATAKANA})=(?={_KATAKANA})"
)
"""What may stand inside a compound of an original script: spaces, middle dots, the double hyphen of names."""
_SEPARATES = re.compile("[ ・=]")
_NEW_FORMS = MappingProxyType({"ja": "t2jp", "zh": "t2s"})
"""OpenCC's tables from traditional characters to those of today; Korean has one set of its own."""
_IN_NAMES = MappingProxyType({"髙": "高", "﨑": "崎", "𠮷": "吉", "嵜": "崎"})
"""Printed forms of characters in Japanese family names that OpenCC leaves alone."""


@dataclass(slots=True)
class Folded:
    """A text as it is compared."""

    text: str
    breaks: Mapping[int, str]
    """What was left out before a character, by the character's offset; in order."""
    _spans: Sequence[Span] | None
    """For each character, before anything was left out, its start and end in the text as given; None where
    offsets are the same."""
    _before: tuple[list[int], list[int]] | None = None
    """The offsets of the breaks, and how much was left out up to each; made when first needed."""

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of it stands in the text as given; whole characters."""
        first, last = start + self._left_out(start), end - 1 + self._left_out(end - 1)
        if self._spans is None:
            return first, last + 1
        return self._spans[first][0], self._spans[last][1]

    def _left_out(self, at: int) -> int:
        """Characters that were left out before one."""
        if not self.breaks:
            return 0
        if self._before is None:
            self._before = list(self.breaks), [0, *accumulate(map(len, self.breaks.values()))]
        return self._before[1][bisect_right(self._before[0], at)]


_NO_BREAKS: Mapping[int, str] = MappingProxyType({})


def fold(text: str, language: str) -> Folded:
    """A text as it is compared in a language."""
    table = _table(language)
    spans: list[Span] | None = None
    if _COMPOSED.search(text):
        clusters = list(_CLUSTER.finditer(text))
        parts = [
            unicodedata.normalize("NFKC", cluster[0]).translate(table) if len(cluster[0]) > 1
            else cluster[0].translate(table)
            for cluster in clusters
        ]  # fmt: skip
        plain = "".join(parts)
        spans = [cluster.span() for cluster, part in zip(clusters, parts, strict=True) for _ in part]
    else:
        plain = text.translate(table)
        if len(plain) != len(text):
            spans = [(at, at + 1) for at, one in enumerate(text) for _ in one.translate(table)]
    if not _SEPARATES.search(plain):
        return Folded(plain, _NO_BREAKS, spans)
    return Folded(*_squeeze(plain), spans)


def _squeeze(plain: str) -> tuple[str, Mapping[int, str]]:
    """A text without what may stand inside a compound, and that by the offset of the character behind it."""
    pieces: list[str] = []
    breaks: dict[int, str] = {}
    at = length = 0
    for found in _SEPARATOR.finditer(plain):
        start, end = found.span()
        pieces.append(plain[at:start])
        length += start - at
        breaks[length] = plain[start:end]
        at = end
    return "".join([*pieces, plain[at:]]), breaks


def compose(text: str) -> tuple[str, Sequence[Span]]:
    """A text with its characters composed (NFC), and for each of them its start and end in the text."""
    clusters = [(unicodedata.normalize("NFC", found[0]), found.span()) for found in _CLUSTER.finditer(text)]
    return "".join(one for one, _ in clusters), [span for one, span in clusters for _ in one]


def compared(form: str, language: str) -> str:
    """A term as it is compared: folded, with :data:`BREAK` where it has a space or a dot inside a compound.

    So two ways of writing a term differ where they find different things in a text.
    """
    folded = fold(form, language)
    pieces = [f"{BREAK}{one}" if at in folded.breaks else one for at, one in enumerate(folded.text)]
    return "".join(pieces)


def squeezed(form: str) -> str:
    """A term of :func:`compared` as it stands in a folded text."""
    return form.replace(BREAK, "")


class _Table(dict[int, str]):
    """What each character is compared as, worked out when it first comes up."""

    def __init__(self, new_form: Callable[[str], str]) -> None:
        super().__init__({ord(dot): "・" for dot in _DOTS})
        self._new_form = new_form

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).casefold()
        self[code] = folded = "".join(self._new_form(one) for one in plain)
        return folded


@cache
def _table(language: str) -> _Table:
    name = _NEW_FORMS.get(language)
    if name is None:
        return _Table(lambda one: one)
    import opencc

    convert = opencc.OpenCC(name).convert

    def new_form(one: str) -> str:
        today = convert(one) if one > "\u2e7f" else one
        return _IN_NAMES.get(today, today) if language == "ja" else today

    return _Table(new_form)

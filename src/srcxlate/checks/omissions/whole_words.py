"""Whether a sign found in an original lies across the words there: 海外 in 上海外滩.

In comes a text with a place in it, out comes whether a word of the text begins outside that place and ends in
it, or the other way round. Korean divides its words itself.
"""

import re

from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.words import cedict
from srcxlate.words.pieces import pieces_of

_RUN = re.compile(f"[{HAN}]+")


def crosses(text: str, span: Span, language: str) -> bool:
    """Whether a place in a Japanese or Chinese text cuts through a word at either end."""
    start, end = span
    words = _words(text, span, language)
    return any(a < start < b < end or start < a < end < b for a, b in words)


def _words(text: str, span: Span, language: str) -> list[Span]:
    """The words round a place."""
    if language == "ja":
        return [(piece.start, piece.end) for piece in pieces_of(text)]
    if language != "zh":
        return []
    runs = [run for run in _RUN.finditer(text) if run.start() < span[1] and span[0] < run.end()]
    return [(run.start() + a, run.start() + b) for run in runs for a, b in cedict.segment(run.group())]

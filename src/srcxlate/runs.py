"""The stretches of original script in a note, each a title, a name or several fields of the original frame.

In comes a :class:`Wording`, out come pairs of offsets: what digits and Latin letters part inside one title is
one stretch; an author and the title after a comma or a bracket are two.
"""

import re
from collections.abc import Iterator

from srcxlate.kinds import is_name
from srcxlate.languages import CJK_PUNCTUATION, ORIGINAL, TITLE_BRACKETS
from srcxlate.wording import CAPITAL, CLOSE, HIDDEN, LATIN_WORD, OPEN, Wording

_RUN = re.compile(f"(?<![{CJK_PUNCTUATION}])[{CJK_PUNCTUATION}]*+[{ORIGINAL}][{ORIGINAL}{CJK_PUNCTUATION}]*+")
"""Original script with its punctuation."""
_NO_START = "\u3000）］】〕、。，；：！？"
_WIDEST_GLUE = 40
"""Characters of other script that may stand inside one title."""
_NEW_FIELD = re.compile(r"[:：]\s+[“‘]|\s[(（][^()（）]{0,20}\b(?:1[89]|20)\d\d[a-z]?[)）]\s")
"""What ends an author's name: a colon and a title's mark, or a year in brackets."""
_BRACKET_END = re.compile(r"[)）\]］][,，:：.;；]\s")
_FIGURES = re.compile(r"\d[\d.,]*\s?%?[A-Za-z]{0,4}\b")
"""Figures with their unit: 0.25%p, 800km."""
_LONGEST_NAME = 60
_NAMED = re.compile(rf"(?:^|[\s(（])((?:[{CAPITAL}][\w’'\-]*\s+){{2,3}})\Z")
"""A person's name in Latin letters before its script."""
_NAME_END = re.compile(r"[,，.]\s+")


def runs(wording: Wording) -> Iterator[tuple[int, int]]:
    """The stretches of original script, each (start, end), joined over what can stand inside a title."""
    text = wording.text
    current: tuple[int, int] | None = None
    for match in _RUN.finditer(text):
        start = match.start()
        while text[start] in _NO_START or (
            text[start] in TITLE_BRACKETS.values() and wording.closes_one(start)
        ):
            start += 1
        if text[start] in OPEN and (wording.closing(start) or 0) >= match.end() - 1:
            start += 1  # brackets round the whole
        if current and not _ends_field(text, *current) and _joins(text, current[1], match.start()):
            start = current[0]
        elif current:
            yield current
        end = match.end()
        while text[end - 1] in CLOSE and not any(text[start:end].count(mark) for mark in OPEN):
            end -= 1  # brackets that opened before
        current = (start, end)
    if current:
        yield current


def _ends_field(text: str, start: int, end: int) -> bool:
    """Whether a run is a field: it fills a bracket, or is a name after its romanised form, before a comma."""
    if start > 0 and text[start - 1] in OPEN and _BRACKET_END.match(text, end):
        return True  # Mori Chinatsu (森千夏), …
    named = _NAMED.search(text, max(0, start - _LONGEST_NAME), start) if _NAME_END.match(text, end) else None
    return named is not None and is_name(text[start:end], named[1])


def _joins(text: str, end: int, start: int) -> bool:
    """Whether the wording between two runs can stand inside one title."""
    if start - end > _WIDEST_GLUE:
        return False
    glue = text[end:start]
    if _NEW_FIELD.search(glue):
        return False
    if any(sign in glue for sign in (HIDDEN, "<", "*")) or re.search(r"[;；]", text[end - 1 : start]):
        return False
    words = LATIN_WORD.findall(_FIGURES.sub("", glue))
    if not words:
        return not re.search(r"[.]\s+$", glue) or "..." in glue
    if len(words) > 3 or re.search(r"[(（\[［]\s*[A-Za-zÀ-ɏ‘“\"']", text[end - 1 : start + 1]):
        return False
    attached = not glue[0].isspace() or not glue[-1].isspace()
    return all(word.isupper() and len(word) <= 8 for word in words) or (
        attached and len(glue.strip()) <= 16 and "," not in glue
    )

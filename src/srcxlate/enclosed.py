"""A title in original script inside brackets, after its English or its romanised form.

In comes the place of the script, out comes an :class:`Enclosed`: ``“The Crisis” [造船の危機]``, ``“The
Crisis” (Zōsen no kiki 造船の危機)``, ``“Zōsen no kiki” (造船の危機; The Crisis)``. Which of two Latin
wordings is the romanised one is told by what they are, not by where they stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from srcxlate.extents import leftmost, rightmost, trimmed
from srcxlate.glosses import LABEL, gloss_after, unlabelled
from srcxlate.kinds import is_date, is_name, names_someone
from srcxlate.romanised import Lead, field_before, named_before
from srcxlate.wording import (
    CLOSE,
    HIDDEN,
    LATIN_WORD,
    OPEN,
    OPENING_MARKS,
    ORIGINAL_CHARACTER,
    Wording,
    looks_romanised,
    reads_english,
    romanises,
    told_apart,
)

_WIDEST = 300
"""Characters before a string in script in which the bracket it stands in opens."""
_LONGEST_LEAD = 100
_OPENED = re.compile(
    rf"[(（\[［](?P<label>\s*(?:{LABEL.pattern})?)(?:[{re.escape(OPENING_MARKS)}\s]|[0-9A-Z\-]){{0,20}}\Z"
)
"""A bracket that opens before script, with what may stand between them."""
_PUBLISHED = re.compile(r"[,，、]\s*(?:1[89]|20)\d\d\s*(?:[年년].*)?\Z")
"""A publisher's date at the end of a bracket."""
_NUMBERED = re.compile(r"\d\s*[号號호]\Z")
_NUMBERED_LATIN = re.compile(r"\bNo\.?\s*\d", re.I)
"""The number of an order or a circular, which is no title."""
_FIELD_BEGINS = re.compile(r"[,，.:：)）]\s+\Z")
_FIELD_ENDS = re.compile(r"[,，.](?:\s|\Z)|\s*[(（]")
"""What stands round a field that is a title."""
_SHORTEST = 5
"""Characters of a title in script whose English stands bare before it; shorter ones are terms and names."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A title in brackets with the Latin wordings before, in and after them."""

    start: int
    """Where the Latin wording before the brackets begins."""
    end: int
    """Where the brackets end, or the ones after them."""
    original: str
    original_at: int
    romanised: str | None
    english: str | None
    marks: str
    """What stands round the Latin wording before the brackets: ``quote``, ``italic`` or nothing."""


def enclosed(wording: Wording, start: int, end: int, floor: int) -> Enclosed | None:
    """The title whose script from ``start`` to ``end`` stands in brackets; None if a name or a field does.

    :param floor: where the field before ends.
    """
    return _with_two(wording, start, end, floor) or _with_one(wording, start, floor)


def inside_bracket(wording: Wording, at: int, floor: int) -> bool:
    """Whether a place stands in round brackets: a publisher named there is no title."""
    floor = max(floor, at - _WIDEST)
    opening = max(wording.text.rfind(mark, floor, at) for mark in "(（")
    closing = wording.closing(opening) if opening >= 0 else None
    return closing is not None and closing > at


# -- one wording before the brackets, one in them -----------------------------------------------------


def _with_two(wording: Wording, start: int, end: int, floor: int) -> Enclosed | None:
    """A title with one Latin wording before its brackets and one beside it in them."""
    text = wording.text
    opening = _opening(wording, start, end, floor)
    if opening is None:
        return None
    at = leftmost(wording, start, opening + 1)
    stop = rightmost(wording, at, end)
    closing = wording.closing(opening)
    if closing is None:  # brackets that never close end with the script
        closing = stop if _FIELD_ENDS.match(text, stop) else opening
    stop = min(stop, closing)
    if stop <= start:
        return None
    original_at, original = trimmed(text, at, stop)
    beside = [unlabelled(stretch) for stretch in (text[opening + 1 : at], text[stop:closing])]
    words = [one for one in beside if one]
    if len(words) != 1 or None in beside or not original or is_date(original):
        return None
    for before in _before(wording, opening, floor, original):
        pair = told_apart(before.wording, words[0], original)
        if pair and not (names_someone(original, pair[0]) and (" " in pair[0] or not before.marks)):
            after = closing + (text[closing : closing + 1] in CLOSE)
            return Enclosed(before.start, after, original, original_at, *pair, before.marks)
    return None


def _opening(wording: Wording, start: int, end: int, floor: int) -> int | None:
    """The innermost bracket that opens before a string in script and closes after it."""
    for at in range(start - 1, max(floor, start - _WIDEST) - 1, -1):
        if wording.text[at] == HIDDEN:
            return None
        if wording.text[at] in OPEN:
            closing = wording.closing(at)
            if closing is None or closing >= end:
                return at
    return None


def _before(wording: Wording, opening: int, floor: int, original: str) -> Iterator[Lead]:
    """The Latin wordings that may lead to brackets, the likeliest first: in marks, or a bare field."""
    named = named_before(wording, opening, floor)
    whole: list[Lead | None] = []
    if named is None or not named.marks:
        bare = re.sub("[,，、]", "", original)
        whole = [field_before(wording, opening, floor, script) for script in (original, bare)]
        if whole[0] and not romanises(whole[0].wording, original):
            del whole[0]  # only the sound of a title has its commas
    for one in (*whole, named):
        if one and (one.marks or not inside_bracket(wording, one.start, floor)):
            yield replace(one, wording=one.wording.rstrip(",， "))


# -- one wording before the brackets, the script alone in them ----------------------------------------


def _with_one(wording: Wording, start: int, floor: int) -> Enclosed | None:
    """The script that fills the brackets around ``start``, with the English or romanised form before them."""
    text = wording.text
    lead = _OPENED.search(text, max(floor, start - _LONGEST_LEAD), start)
    closing = wording.closing(lead.start()) if lead else None
    if lead is None or closing is None:
        return None
    at = lead.end("label")
    inner = text[at:closing]
    original = inner.strip()
    at += len(inner) - len(inner.lstrip())
    gloss = gloss_after(wording, closing + 1, original)
    after = gloss.english or gloss.romanised if not (gloss.english and gloss.romanised) else None
    for before in _before(wording, lead.start(), floor, original) if after and _is_script(inner) else ():
        pair = told_apart(before.wording, after or "", original)
        if pair and not names_someone(original, pair[0]):
            return Enclosed(before.start, gloss.end, original, at, *pair, before.marks)
    latin = named_before(wording, lead.start(), floor)
    if latin is None or not (latin.marks or is_name(inner, latin.wording)):
        latin = _whole_field(wording, lead.start(), closing, floor, original) or latin
    if (
        latin is None
        or not _is_script(inner)
        or (not latin.marks and inside_bracket(wording, latin.start, floor))
    ):
        return None
    if _NUMBERED.search(inner) and _NUMBERED_LATIN.search(latin.wording):
        return None
    name = latin.wording.rstrip(",， ")
    if not looks_romanised(name, italic=True) or reads_english(name, inner):
        return Enclosed(latin.start, closing + 1, original, at, None, name, latin.marks)
    return Enclosed(latin.start, gloss.end, original, at, name, gloss.english, latin.marks)


def _whole_field(wording: Wording, opening: int, closing: int, floor: int, original: str) -> Lead | None:
    """The bare field before brackets, where it stands between an author and a comma as titles do."""
    field = field_before(wording, opening, floor, re.sub("[,，、]", "", original))
    if field is None or len(original) < _SHORTEST or not _FIELD_ENDS.match(wording.text, closing + 1):
        return None
    led = _FIELD_BEGINS.search(wording.text, max(0, field.start - 4), field.start)
    english = len(field.wording.split()) > 2 and not looks_romanised(field.wording, italic=True)
    return field if led and english else None


def _is_script(inner: str) -> bool:
    """Whether what stands in brackets is a name or title in script: no date, publisher or remark."""
    words = LATIN_WORD.findall(inner)
    return not (
        HIDDEN in inner
        or is_date(inner)
        or _PUBLISHED.search(inner)
        or any(not word.isupper() for word in words)
        or not ORIGINAL_CHARACTER.search(inner)
    )

"""The Latin wording that stands before a title in original script.

In comes the place where the script begins, out comes a :class:`Lead`: in quotation marks
(``'Zōsen no kiki' 造船の危機``), in italics, or bare (``Zōsen no kiki 造船の危機``).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from srcxlate.glosses import can_render, unlabelled
from srcxlate.languages import ORIGINAL, QUOTE_MARKS, TITLE_BRACKETS
from srcxlate.wording import CAPITAL, CLOSE, HIDDEN, OPEN, Wording, is_latin, looks_romanised, plain

_FURTHEST = 600
"""Characters before the script in which its romanised form is looked for."""
_UP_TO_SCRIPT = re.compile(f".*[{ORIGINAL}]", re.S)
_MARKUP_END = re.compile(r"(?:\*{1,3}|</(?:i|em|b|cite)>|(?<=\w)_{1,2})\Z", re.I)
_OPENERS = {"’": "‘'", "”": '“"„', "'": "'‘", '"': '"“'}
"""The marks that can open what each mark closes."""
_TITLE_OPENERS = {closing: opening for opening, closing in TITLE_BRACKETS.items()}
_CLOSING = "".join([*QUOTE_MARKS.values(), *TITLE_BRACKETS.values()])
_CONTRACTED = r"(?:s|t|d|m|re|ll|ve)\b"
"""What follows an apostrophe in English."""
_LEADS_OUTSIDE = ",，、;；:：([（［—–*>。"
"""After these, or at the start, a mark opens a title; elsewhere it may be a quotation in one."""
_LEADING_WORD = re.compile(r"\b(?:see|also|e\.g\.,?|of|in|from|by|and|cf\.?|to)\Z", re.I)
_BOUNDARY = re.compile(
    r"[(（][^():：]{2,40}[:：]\s*|[(（][^()（）]{0,20}\b(?:1[89]|20)\d\d[a-z]?[)）][\s,.:]*|"
    r"[,，;；。(（\[［]\s*|[.?!][’”'\"]?\s+(?=[A-Z‘“'\"])|[" + HIDDEN + r"]\W*"
)
"""What ends the field before a bare romanised title."""
_LOWER_LEAD = re.compile(
    r"(?:in|the|of|see|by|from|also|and|under|title|titled|entitled|called|monthly|weekly|daily|newsletter|journal|"
    r"magazine|newspaper|e\.g\.|his|her|its|their|on|at|as|with|for|concept|word|term|brochure|report|book|column)",
    re.I,
)
"""English words that lead to a bare romanised title and are no part of it."""
_TITLE_WORD = re.compile(rf"[‘“\"'\[]*[{CAPITAL}\d]|[‘“]")


_FIELD_END = re.compile(
    r"[,，;；:：]\s+|[(（\[［]|[)）\]］”」』》]\s*|’\s+|[.?!][’”'\"]?\s+(?=[A-ZÀ-Þ])|[" + HIDDEN + r"]\W*"
)
"""What ends the field before a name or a title that stands bare before its script."""
_LEADS = re.compile(r"(?:(?:see|also|in|from|cf\.?|compare|and|e\.g\.,?|for example,?|by)\s+)+", re.I)
_SMALL_WORDS = frozenset(["of", "for", "the", "and", "on", "in", "to", "a", "an", "with", "at", "by", "de"])
_NAME_ALONE = re.compile(rf"(?:[{CAPITAL}][\w’'\-.]*\s?){{1,3}}|")
"""A name, or nothing, between two commas: no part of a title."""
_QUOTED = "".join([*QUOTE_MARKS, *TITLE_BRACKETS])
_NAME_AND_COLON = re.compile(rf"[{CAPITAL}][\w’'\-]*(?:\s[{CAPITAL}][\w’'\-]*){{1,2}}:\s+")
"""An author whom a colon parts from a title that has none."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Latin wording as it stands before a title in script."""

    start: int
    """Offset of its first mark or character."""
    wording: str
    """Without its marks."""
    marks: str
    """``quote``, ``italic``, ``comma`` for bare English before a comma, or empty."""
    second: str | None = None
    """A wording in brackets between it and the script."""


def romanised_before(wording: Wording, at: int, floor: int, original: str) -> Lead | None:
    """The romanised form that ends before ``at``; None if no Latin wording leads to the script there.

    :param original: the title in script that begins there.
    :param floor: where the field before ends.
    """
    floor, before, stripped = _before(wording, at, floor)
    if not stripped or stripped[-1] in ";；.。:：、([（［" + HIDDEN:
        return None
    if stripped[-1] in CLOSE:
        return _with_bracket(wording, floor, stripped, at, original)
    if _MARKUP_END.search(stripped):
        return _in_italics(floor, stripped)
    if stripped[-1] in QUOTE_MARKS.values() and len(before) - len(stripped) <= 3:
        found = _in_quotation_marks(floor, stripped)
        if found:
            return found
    if before.rstrip(" \t") != stripped or not is_latin(stripped[-24:].rpartition(" ")[2]):
        return None
    found = _bare(floor, stripped, len(stripped), original)
    named = _NAME_AND_COLON.match(found.wording) if found and not found.marks else None
    if found and named and not re.search("[:：]", original):
        return replace(found, start=found.start + named.end(), wording=found.wording[named.end() :])
    return found


def named_before(wording: Wording, at: int, floor: int) -> Lead | None:
    """The Latin wording that ends before ``at``, English or romanised, which script there repeats.

    In quotation marks or italics it is all that stands in them; bare it is the field if it is romanised,
    else the capitalised words that end it: ``in the trade monthly Flying Merchants (飞行商人)``.
    """
    before = _latin_before(wording, at, floor)
    if before is None:
        return None
    floor, stripped = before
    if _MARKUP_END.search(stripped):
        return _in_italics(floor, stripped)
    if stripped[-1] in QUOTE_MARKS.values():
        return _in_quotation_marks(floor, stripped)
    if stripped[-1] in _TITLE_OPENERS:
        return _in_title_brackets(floor, stripped)
    begin = _field_start(stripped)
    name = stripped[begin:]
    if not (name[:1].isupper() and looks_romanised(name, italic=True)):
        begin += _capitalised(name)
    name = stripped[begin:]
    return Lead(floor + begin, name, "") if name and is_latin(name) else None


def field_before(wording: Wording, at: int, floor: int, original: str) -> Lead | None:
    """The whole bare field that ends before ``at``, if it begins and ends as a title does.

    :param original: the title in script: what stands in it, stands in its romanised form too.
    """
    before = _latin_before(wording, at, floor)
    if before is None or before[1][-1] in CLOSE + _CLOSING or _MARKUP_END.search(before[1]):
        return None
    floor, stripped = before
    name = stripped[_field_start(stripped, original) :].lstrip(" .,，、。:：")
    begin = len(stripped) - len(name)
    if not _TITLE_WORD.match(name) or not can_render(name) or _LEADING_WORD.search(name):
        return None
    return Lead(floor + begin, name, "")


def bracket_before(wording: Wording, at: int, floor: int, original: str) -> Lead | None:
    """Two wordings before ``at``, the second in brackets: ``“Zōsen no kiki” [The Crisis] 造船の危機``."""
    before = _latin_before(wording, at, floor)
    own = any(mark in original for mark in OPEN)
    if before is None or before[1][-1] not in CLOSE or own:
        return None  # a script with brackets of its own has them romanised
    closing = before[0] + len(before[1]) - 1
    opening = max(wording.text.rfind(mark, before[0], closing) for mark in OPEN)
    if opening <= before[0] or wording.closing(opening) != closing or wording.text[closing + 1 : at] != " ":
        return None
    second = unlabelled(wording.text[opening + 1 : closing])
    found = named_before(wording, opening, floor)
    if found is None or not found.marks:
        found = field_before(wording, opening, floor, original) or found
    return replace(found, second=second) if found and second else None


def _before(wording: Wording, at: int, floor: int) -> tuple[int, str, str]:
    """Where the wording from the last script to ``at`` begins, it, and it without a separator behind it."""
    floor = max(floor, at - _FURTHEST)
    before = wording.text[floor:at]
    script = _UP_TO_SCRIPT.match(before)
    if script:
        floor, before = floor + script.end(), before[script.end() :]
    return floor, before, before.rstrip(" \t,，")


def _latin_before(wording: Wording, at: int, floor: int) -> tuple[int, str] | None:
    """Where the Latin wording before ``at`` begins, and that wording."""
    floor, before, stripped = _before(wording, at, floor)
    if not stripped or not is_latin(stripped) or len(before) - len(stripped) > 3:
        return None
    return floor, stripped


def _field_start(stripped: str, original: str = "") -> int:
    """Where the last field of a stretch begins, less the words that lead to it."""
    begin = _boundary(_FIELD_END.finditer(stripped, 0, len(stripped) - 1), stripped, original)
    lead = _LEADS.match(stripped, begin)
    return lead.end() if lead else begin


def _boundary(ends: Iterable[re.Match[str]], text: str, original: str) -> int:
    """The last of the places where a field may end, without those that are inside a title as in its script.

    A title in script with a colon or quotation marks has them in Latin letters too, and as many commas.
    """
    places = list(ends)
    commas = len(re.findall("[,，、]", original))
    for index in reversed(range(len(places))):
        mark = places[index][0][0]
        if mark in ":：" and re.search("[:：]", original):
            continue
        if mark in _CLOSING and any(one in original for one in _QUOTED):
            continue
        before = text[places[index - 1].end() if index else 0 : places[index].start()]
        if mark in ",，" and commas and not _NAME_ALONE.fullmatch(before.strip()):
            commas -= 1
            continue
        return places[index].end()
    return 0


def _capitalised(field: str) -> int:
    """Where the capitalised words that end a field begin, small words between them let through."""
    begin = len(field)
    for word in reversed(list(re.finditer(r"\S+", field))):
        if word.group()[0].isupper() or word.group()[0].isdigit():
            begin = word.start()
        elif word.group() not in _SMALL_WORDS:
            break
    lead = _LEADS.match(field, begin)
    return lead.end() if lead else begin


def _in_italics(floor: int, stripped: str) -> Lead | None:
    inner = _MARKUP_END.sub("", stripped)
    lowered = inner.lower()
    opening = max(inner.rfind("*"), lowered.rfind("<i>"), lowered.rfind("<em>"), inner.rfind(" _"))
    if opening < 0:
        return None
    wording = plain(re.sub(r"</?(?:i|em)>", "", inner[opening:], flags=re.I).lstrip("*_ "))
    if not wording or not is_latin(wording):
        return None
    return Lead(floor + opening, _unquoted(wording), "italic")


def _in_quotation_marks(floor: int, stripped: str) -> Lead | None:
    opening = _opening_quote(stripped)
    if opening is None:
        return None
    wording = stripped[opening + 1 : -1].strip()
    if not wording or not is_latin(wording):
        return None
    return Lead(floor + opening, _balanced(stripped[opening], wording, stripped[-1]), "quote")


def _in_title_brackets(floor: int, stripped: str) -> Lead | None:
    """Latin wording in the marks of a title in script: ``《The Winter》``."""
    opening = stripped.rfind(_TITLE_OPENERS[stripped[-1]])
    inner = stripped[opening + 1 : -1].strip()
    return Lead(floor + opening, inner, "quote") if opening >= 0 and is_latin(inner) else None


def _opening_quote(text: str) -> int | None:
    """The mark that opens the quotation which ends ``text``: at the start or after a comma, not inside."""
    openers = _OPENERS.get(text[-1], text[-1])
    fallback: int | None = None
    for at in range(len(text) - 2, -1, -1):
        if text[at] not in openers or text[at + 1].isspace():
            continue
        lead = text[:at].rstrip()
        outside = not lead or lead[-1] in _LEADS_OUTSIDE
        if outside or text[at] in "‘“„":
            if text[at] == "‘" and at and not text[at - 1].isspace() and text[at - 1] not in '(（“"[*':
                continue
            if not outside and not re.search(r"\b[a-z]+[,.]?\Z", lead):
                fallback = at  # an inner quotation: the title's own mark stands further left
                continue
            return at - 1 if at and text[at - 1] in "‘“\"'" and text[at] in "‘“\"'" else at
        if at and text[at - 1].isspace():
            if _LEADING_WORD.search(lead[-8:]):
                return at
            fallback = at
    return fallback


def _balanced(opening: str, wording: str, closing: str) -> str:
    """A romanised title whose inner quotation shares its mark with the outer one gets its half back."""
    for left, right in (("“", "”"), ("‘", "’")):
        if closing == right and wording.count(left) > len(re.findall(rf"{right}(?!\w)", wording)):
            return wording + right
    if opening == closing and opening in "'\"":
        opened = re.findall(rf"(?:(?<=\s)|^)\{opening}(?=\S)", wording)
        closed = re.findall(rf"(?<=\S)\{opening}(?!{_CONTRACTED})(?=[\s,.;:?!]|\w{{1,3}}\s|$)", wording)
        if len(opened) > len(closed):
            return wording + closing
        if len(closed) > len(opened):
            return opening + wording
    return wording


def _with_bracket(wording: Wording, floor: int, stripped: str, at: int, original: str) -> Lead | None:
    """A bare form that ends in a bracket, as its script does: ``tebiki (dai-san-han) 手引き(第三版)``."""
    opening = max(stripped.rfind(mark) for mark in "(（[［")
    script = re.match(r"[^\s]*?[(（［\[]", wording.text[at : at + 120])
    inside = stripped[opening + 1 : -1]
    if opening <= 0 or not script or not is_latin(inside) or not is_latin(stripped[:opening][-24:]):
        return None
    return _bare(floor, stripped, opening, original)


def _bare(floor: int, stripped: str, until: int, original: str) -> Lead | None:
    """A romanised form without marks: back to the last separator, less the English words that lead to it.

    :param until: where to look for the separator; what follows is a bracket of the title's own.
    """
    boundary = _boundary(_BOUNDARY.finditer(stripped, 0, until), stripped, original)
    italic = _italic_opening(stripped)
    if italic > boundary or (italic > 0 and stripped.count("*") % 2 and "*" not in stripped[italic:]):
        boundary = italic
    else:
        italic = 0
        words = list(re.finditer(r"\S+", stripped[boundary:]))
        leads = [i for i, word in enumerate(words) if _LOWER_LEAD.fullmatch(word.group())]
        first = leads[-1] + 1 if leads else 0
        while first < len(words) and not _TITLE_WORD.match(words[first].group()):
            first += 1
        if first >= len(words):
            return None
        boundary += words[first].start()
    wording = plain(stripped[boundary:])
    if not wording or not is_latin(wording):
        return None
    wording, opened = _without_open_mark(_unquoted(wording))
    return Lead(floor + boundary, wording, "italic" if italic else "quote" if opened else "")


def _italic_opening(text: str) -> int:
    """Where the wording of the last italics that open in ``text`` begins; 0 for none."""
    star, tag = text.rfind("*"), text.lower().rfind("<i>")
    return max(star + 1, tag + 3 if tag >= 0 else 0)


def _unquoted(wording: str) -> str:
    """Wording without a pair of marks round the whole of it."""
    if len(wording) > 2 and QUOTE_MARKS.get(wording[0]) == wording[-1] and wording[0] not in wording[1:-1]:
        return wording[1:-1].strip()
    return wording


def _without_open_mark(wording: str) -> tuple[str, bool]:
    """Wording without a quotation mark at its start that never closes, and whether there was one."""
    closing = QUOTE_MARKS.get(wording[0])
    if closing and len(wording) > 1 and not re.search(rf"{re.escape(closing)}(?!\w)", wording[1:]):
        return wording[1:].strip(), True
    return wording, False

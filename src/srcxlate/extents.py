"""Where a title in original script begins and ends in a note.

In comes the place of its script, out comes the place of the whole title: digits, Latin letters and marks set
close to the script belong to it; what stands after a comma that its romanised form does not have, does not.
"""

import re

from srcxlate.glosses import gloss_after
from srcxlate.languages import ORIGINAL, QUOTE_MARKS, TITLE_BRACKETS
from srcxlate.wording import (
    CLOSE,
    CLOSING_MARKS,
    HIDDEN,
    OPEN,
    OPENING_MARKS,
    ORIGINAL_CHARACTER,
    SEPARATORS,
    Wording,
)

_LONGEST_TOKEN = 100
_LEADING_TOKEN = re.compile(r"(?:^|[\s’”\"'*>)])((?:\d{1,4}|[A-Z][A-Z0-9\-]{1,7})%?) \Z")
"""Digits or capitals before the script that may belong to a title: ``5 대 …``, ``EV 시장``."""
_CLOSERS = "".join(TITLE_BRACKETS.values())
_DECIMAL = re.compile(r"\d\.\d")
_FIGURES_IN_MARKS = re.compile(rf"[{re.escape(''.join(TITLE_BRACKETS))}][^{ORIGINAL}\s]{{1,20}}\Z")
"""What opens before figures or letters: the 「2% of 「2%」は戦略ではない."""
_TRAILING_WORDS = re.compile(r"((?:\s[A-Z0-9][\w.%\-]{0,7}){1,2})\s*[(（\[［]")


def leftmost(wording: Wording, start: int, floor: int) -> int:
    """Where a title begins: digits, Latin letters and opening marks set close to the script belong to it."""
    text = wording.text
    at = start
    floor = max(floor, start - _LONGEST_TOKEN)
    while at > floor and text[at - 1] not in " \t" + SEPARATORS + CLOSE + "*>" + HIDDEN:
        marked = _FIGURES_IN_MARKS.search(text, floor, at - 1) if text[at - 1] in _CLOSERS else None
        if marked:
            at = marked.start()
            continue
        if _stops(wording, at, start, floor):
            break
        at -= 1
    token = _LEADING_TOKEN.search(text[floor:at])
    if token:
        before = text[floor : floor + token.start(1)].rstrip(" \t,，")
        if before and (before[-1] in CLOSING_MARKS + "*>" or token.group(1) in before.split()[-12:]):
            return floor + token.start(1)
    return at


def _stops(wording: Wording, at: int, start: int, floor: int) -> bool:
    """Whether the character before ``at`` is no part of the title that goes on at ``at``."""
    text = wording.text
    character = text[at - 1]
    if character.isalpha() and not character.isascii() and not ORIGINAL_CHARACTER.match(character):
        return True  # a romanised word that lost its own closing mark
    if (
        character.isascii()
        and character.isalpha()
        and re.search(r"[À-ɏḀ-ỿ][a-z]*\Z", text[max(floor, at - 40) : at])
    ):
        return True
    if character in CLOSING_MARKS and character not in "\"'’" and character not in OPENING_MARKS:
        return True
    if character in "\"'’”" and at >= 2 and (text[at - 2].isalnum() or text[at - 2] in ".…?!)]"):
        return True  # a mark that closes the romanised form, set close
    if character in OPEN:
        closing = wording.closing(at - 1)
        return closing is None or closing < start or not ORIGINAL_CHARACTER.search(text, closing, closing + 3)
    return False


def rightmost(wording: Wording, start: int, end: int) -> int:
    """Where a title ends: what is set close to it, and short words before its English, belong to it."""
    text = wording.text
    opened = [QUOTE_MARKS.get(c) or TITLE_BRACKETS.get(c) or "" for c in text[start:end]]
    expected = set(opened)
    brackets = {c: text.count(OPEN[i], start, end) - text.count(c, start, end) for i, c in enumerate(CLOSE)}
    while end < len(text):
        character = text[end]
        if text.startswith("...", end):
            end += 3
        elif _DECIMAL.match(text, end - 1):
            end += 2
        elif (
            character.isalnum()
            or character in "%％?？!！…・·"
            or (character in CLOSING_MARKS and character in expected)
        ):
            end += 1
        elif brackets.get(character, 0) > 0:
            brackets[character] -= 1
            end += 1
        else:
            break
    tail = _TRAILING_WORDS.match(text, end)
    gloss = gloss_after(wording, tail.end(1), text[start:end]) if tail else None
    return tail.end(1) if tail and gloss and (gloss.english or gloss.romanised) else end


def cut_at_comma(text: str, start: int, end: int, commas: int) -> int:
    """The end of a title before a comma that its romanised form does not have: the next field's."""
    depth = 0
    for at in range(start, end):
        character = text[at]
        if character in TITLE_BRACKETS or character in "(（[［":
            depth += 1
        elif character in TITLE_BRACKETS.values() or character in ")）]］":
            depth -= 1
        elif depth <= 0 and character in ",，" and text[at + 1 : at + 2] in (" ", "") and commas <= 0:
            return at
        elif depth <= 0 and character in ",，":
            commas -= 1
    return end


def trimmed(text: str, start: int, end: int) -> tuple[int, str]:
    """The title without marks round the whole, separators at its ends and a mark that closes nothing."""
    original = text[start:end]
    lead = len(original) - len(original.lstrip(" \t、。，,;:：；*"))
    original = original[lead:].rstrip(" \t、。，,;:：；*.") + (
        "..." if original.rstrip().endswith("...") else ""
    )
    start += lead
    if not original:
        return start, original
    pairs = {**TITLE_BRACKETS, **QUOTE_MARKS}
    if len(original) > 2 and pairs.get(original[0]) == original[-1] and _encloses(original):
        return start + 1, original[1:-1].strip()
    last = original[-1]
    if (last in "'\"" and original.count(last) % 2) or (
        last in "’”" and original.count(last) > original.count("‘“"["’”".index(last)])
    ):
        original = original[:-1].rstrip()
    return start, original


def _encloses(text: str) -> bool:
    """Whether the marks at the two ends of ``text`` are one pair."""
    opening, closing = text[0], text[-1]
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for at, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0 and at < len(text) - 1:
            return False
    return depth == 0

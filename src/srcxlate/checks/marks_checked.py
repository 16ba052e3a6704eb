"""Quotation marks and brackets that do not close, or close with the wrong partner.

In comes a report, out come findings of the kind ``quote-mark`` on the titles of its citations: original,
romanised and English. Marks in script and marks in Latin letters are counted apart, for a title and its
romanised form repeat each other's. An apostrophe is no mark; one at the end of a word (nations') may be
either, and counts only where a mark lacks its partner.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from srcxlate.addresses import find_addresses
from srcxlate.checks import Finding
from srcxlate.checks.units import Piece, Unit, units_of
from srcxlate.glossary import Glossary
from srcxlate.languages import TITLE_BRACKETS
from srcxlate.reports import NoteCitations, Reading
from srcxlate.wording import CLOSE, HIDDEN, OPEN, ORIGINAL_CHARACTER, read_wording

_BRACKETS = {**TITLE_BRACKETS, **dict(zip(OPEN, CLOSE, strict=True))}
_PARTNERS = {"“": "”", "‘": "’", '"': '"', "'": "'", **_BRACKETS}
_OPENERS = {closing: opening for opening, closing in _PARTNERS.items()}
_MARK = re.compile("[" + re.escape("".join([*_PARTNERS, *_OPENERS])) + "]")
_SCRIPT = re.compile(rf"{ORIGINAL_CHARACTER.pattern}|[\u3001\u3002\uff01\uff1f\u2026]")
_NAMES = {
    "'": "single quotation mark", "‘": "single quotation mark", "’": "single quotation mark",
    '"': "double quotation mark", "“": "double quotation mark", "”": "double quotation mark",
    **dict.fromkeys("()（）", "round bracket"), **dict.fromkeys("[]［］〔〕", "square bracket"),
}  # fmt: skip
_SHORT_YEAR = re.compile(r"['’]\d\ds?\b(?!['’])")
_CLOSING = "".join(_BRACKETS.values())
_MARKS = "*_" + "".join([*_PARTNERS, *_OPENERS])
_OPENING = "“‘\"'([（「『《〈$#"
_BEFORE_OPEN = " \t>—–-/,，、:：…." + HIDDEN + _OPENING
"""What may stand before an opening mark."""
_ASPIRATE = re.compile(r"(?:[ktp]|ch)\Z", re.I)
_SYLLABLES = ("n'g", "n’g")
_ROMANISED = re.compile(rf"[*_][^*_()（）\[\]]+[*_]\s*(?:{_SCRIPT.pattern})")
"""A romanised title in italics with its original behind."""
_FAR = 60
"""Characters of wording shown where a mark stands in no title."""
Turn = Literal["open", "close", "either", "maybe"]


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    character: str
    turn: Turn
    """``either``: between two characters of script; ``maybe``: closes, or is an apostrophe."""
    script: bool
    """Whether it stands at wording in original script."""


def check_marks(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A quotation mark or bracket in a title does not close, or closes nothing."""
    units: dict[tuple[int, int], list[Unit]] = {}
    for unit in units_of(reading):
        units.setdefault(unit.place, []).append(unit)
    italics = sum(len(_PAIR.findall(noted.note.text)) for noted in reading.citations) >= _IN_USE
    for noted in reading.citations:
        place = (noted.note.series, noted.note.number)
        yield from _of_note(noted, units.get(place, []))
        if italics:
            yield from _italics(noted, units.get(place, []))


_PAIR = re.compile(r"(?<![\w*])\*(?=[^\s*])[^*]*[^\s*]\*(?![\w*])")
_HALF = re.compile(r"(?<![\w*])\*(?=[^\s*\W])|(?<=\w)[.?!…]?\*(?![\w*])")
_IN_USE = 3
"""Pairs of asterisks from which on a report sets its italics so."""


def _italics(noted: NoteCitations, units: Sequence[Unit]) -> Iterator[Finding]:
    """An asterisk that opens or closes italics, and its partner is missing."""
    text = read_wording(noted.note.text, find_addresses(noted.note.text)).text
    text = _PAIR.sub(lambda pair: "\0" * len(pair[0]), text)
    for half in _HALF.finditer(text):
        unit = next((each for each in units if each.start <= half.start() < each.end), None)
        if unit is None:
            continue
        opens = text[half.start()] == "*"
        shown = _shown(_Mark(half.end() - 1, "*", "open" if opens else "close", False), unit)
        message = f"The asterisk that {'opens' if opens else 'closes'} italics here has no partner."
        yield Finding("quote-mark", "warning", unit.place, shown.text, shown.span, message)


def _of_note(noted: NoteCitations, units: Sequence[Unit]) -> Iterator[Finding]:
    """The findings of one note, one for each title and each fault in it."""
    told: set[tuple[int, bool]] = set()
    addresses = find_addresses(noted.note.text)
    text = read_wording(noted.note.text, addresses).text
    bounds = [0, *(address.end for address in addresses), len(text)]
    for start, end in pairwise(bounds):
        alone = _alone(list(_marks(text, start, end, units)))
        for mark, following in pairwise([*alone, None]):
            unit = next((unit for unit in units if mark and unit.start <= mark.at < unit.end), None)
            if (
                mark is None
                or unit is None
                or (mark.character in OPEN + CLOSE and not _at_title(mark, unit, text))
            ):
                continue
            shown = _shown(mark, unit)
            if (shown.start, mark.script) not in told:
                told.add((shown.start, mark.script))
                closes = (
                    following
                    and (mark.turn, following.turn) == ("open", "close")
                    and following.at < shown.end
                )
                yield _finding(mark, shown, unit, following if closes else None)


def _finding(mark: _Mark, shown: Piece, unit: Unit, partner: _Mark | None) -> Finding:
    """The finding on a mark that is alone; with ``partner`` a mark of another kind that seems to close it."""
    fault = "is never closed" if mark.turn in ("open", "either") else "closes nothing that was opened"
    if partner:
        fault = f"is closed by {partner.character}"
    beside = shown.text[max(0, mark.at - shown.start - 12) : mark.at - shown.start + 12].strip()
    name = _NAMES.get(mark.character, "title bracket")
    title = "original title" if unit.original and _within(mark, unit.original) else "printed title"
    message = f"In the {title}, the {name} {mark.character} (at {beside}) {fault}."
    return Finding("quote-mark", "warning", unit.place, shown.text, shown.span, message)


def _within(mark: _Mark, piece: Piece) -> bool:
    """Whether a mark stands in a title or directly round it."""
    return piece.start - 1 <= mark.at <= piece.end


def _shown(mark: _Mark, unit: Unit) -> Piece:
    """The title that a mark stands at, else the words beside it."""
    pieces = [unit.original] if mark.script else [unit.romanised, unit.english, unit.original]
    for piece in pieces:
        if piece and _within(mark, piece):
            return unit.piece(min(piece.start, mark.at), max(piece.end, mark.at + 1))
    start, end = (mark.at, mark.at + _FAR) if mark.turn == "open" else (mark.at + 1 - _FAR, mark.at + 1)
    return unit.piece(max(start, unit.start), min(end, unit.end))


def _at_title(mark: _Mark, unit: Unit, text: str) -> bool:
    """Whether a bracket stands in a title, or opens what follows an original one: its English."""
    pieces = [piece for piece in (unit.original, unit.romanised, unit.english) if piece]
    if any(piece.start <= mark.at < piece.end for piece in pieces):
        return True
    if _beside(mark, unit, text):
        return True
    before = text[unit.start : mark.at].rstrip(" ,，*_’”'\"」』》〉")
    if mark.turn == "open" and any(len(before) + unit.start == piece.end for piece in pieces):
        return True
    stop = unit.date.start if unit.date else unit.end
    return unit.original is not None and unit.original.end <= mark.at < stop


def _beside(mark: _Mark, unit: Unit, text: str) -> bool:
    """Whether a bracket opens right before a title or a name in script, or closes right behind it."""
    if _ROMANISED.match(text, mark.at + 1) if mark.turn == "open" else _SCRIPT.match(text, mark.at - 1):
        return True
    for piece in filter(None, (unit.original, unit.romanised, unit.english, unit.author_in_script)):
        first, last = (mark.at + 1, piece.start) if mark.turn == "open" else (piece.end, mark.at)
        if first <= last and not text[first:last].strip(_MARKS + " ?!？！."):
            return True
    return False


# -- marks -------------------------------------------------------------------------------------------


def _marks(text: str, start: int, end: int, units: Sequence[Unit]) -> Iterator[_Mark]:
    """The marks of a stretch, apostrophes left out."""
    korean = [(u.romanised.start, u.romanised.end) for u in units if u.romanised and u.language == "ko"]
    for match in _MARK.finditer(text, start, end):
        at, character = match.start(), match[0]
        if character in _BRACKETS or character in _CLOSING:
            script = character not in OPEN + CLOSE
            yield _Mark(at, character, "open" if character in _BRACKETS else "close", script)
            continue
        turn = _turn(text[start:end], at - start)
        if turn is None and any(first <= at < last for first, last in korean) and not _is_letter(text, at):
            turn = "close"
        if turn:
            yield _Mark(at, character, turn, _in_script(text[start:end], at - start, turn))


def _in_script(text: str, at: int, turn: Turn) -> bool:
    """Whether a quotation mark opens before, or closes after, wording in original script."""
    beside = text[at + 1 : at + 4] if turn == "open" else text[max(0, at - 3) : at][::-1]
    return bool(_SCRIPT.match(beside.lstrip(_MARKS)))


def _turn(text: str, at: int) -> Turn | None:
    """Whether a quotation mark opens or closes where it stands; None for an apostrophe."""
    character = text[at]
    before = text[max(0, at - 4) : at].rstrip("*_")[-1:] or " "
    after = text[at + 1 : at + 5].lstrip("*_")[:1] or " "
    if character in "“”":
        return "open" if character == "“" else "close"
    scripts = bool(_SCRIPT.match(before)), bool(_SCRIPT.match(after))
    if all(scripts):
        return "open" if character == "‘" else "close" if character == "’" else "either"
    if before.isalnum() and after.isalnum() and not any(scripts) and character != '"':
        return None
    if _SHORT_YEAR.match(text, at) and before.isspace():
        return None
    if character == "‘" or (scripts[1] and character != "’"):
        return "open"
    if before in _BEFORE_OPEN and not after.isspace() and character != "’":
        beyond = text[at + 1 : at + 6].lstrip("*_\"'”’")[:1] or " "
        closes = not before.isspace() and not (
            after.isalnum() or (after in _OPENING and not beyond.isspace())
        )
        return "close" if closes else "open"
    if before.isspace():
        return None
    return "maybe" if character != '"' and before in "sxz" and after == " " else "close"


def _is_letter(text: str, at: int) -> bool:
    """Whether an apostrophe in romanised Korean is a letter of McCune-Reischauer: p'ansori, han'gŭl."""
    return bool(_ASPIRATE.search(text[max(0, at - 2) : at])) or text[at - 1 : at + 2].lower() in _SYLLABLES


# -- pairs -------------------------------------------------------------------------------------------


def _alone(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without a partner, Latin and script apart; a pair that joins the two is one."""
    latin, script = (_unpaired([m for m in marks if m.script == each]) for each in (False, True))
    for first in list(latin):
        for second in list(script):
            low, high = sorted((first, second), key=lambda mark: mark.at)
            between = [m for m in marks if low.at < m.at < high.at and _kin(m) == _kin(low)]
            if low.turn == "open" and high.turn == "close" and _kin(low) == _kin(high) and not between:
                latin.remove(first)
                script.remove(second)
                break
    return sorted(latin + script, key=lambda mark: mark.at)


def _kin(mark: _Mark) -> str:
    """A mark's opening form."""
    return _OPENERS.get(mark.character, mark.character)


def _unpaired(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without a partner; what may be an apostrophe counts only where it is one's partner."""
    sure = _pair_off([mark for mark in marks if mark.turn != "maybe"])
    with_others = [mark for mark in _pair_off(marks) if mark.turn != "maybe"]
    return min(sure, with_others, key=len)


def _pair_off(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks that are left when each closing one has taken the last one open of its kind."""
    open_: list[_Mark] = []
    alone: list[_Mark] = []
    for mark in marks:
        at = next((i for i in range(len(open_) - 1, -1, -1) if _kin(open_[i]) == _kin(mark)), None)
        if mark.turn == "open" or (mark.turn == "either" and at is None):
            open_.append(mark)
        elif at is not None:
            del open_[at]
        else:
            alone.append(mark)
    return sorted(alone + open_, key=lambda mark: mark.at)

"""What stands in brackets after a title: the authors' English, its romanised form, or neither.

In comes the place where a title ends, out comes a :class:`Gloss`: ``造船の危機 (The Shipbuilding Crisis)``,
``造船の危機 (*Zōsen no kiki*, "The Shipbuilding Crisis")``. Places, dates, editors and pages are none.
"""

import re
from dataclasses import dataclass

from srcxlate.dates import find_dates
from srcxlate.languages import QUOTE_MARKS
from srcxlate.wording import (
    CLOSE,
    HIDDEN,
    LATIN_WORD,
    OPEN,
    ORIGINAL_CHARACTER,
    Wording,
    looks_romanised,
    plain,
    romanises,
    sounds_like,
    told_apart,
)

PLACE_AND_PUBLISHER = re.compile(r"[^():：]{2,40}[:：]\s*(?P<publisher>[^()]+)")
"""``Tokyo: Iwanami Shoten``."""
_LEAD = re.compile(
    rf"(?:\s|[,，、]|\*+|</(?:i|em)>|[{HIDDEN}\s]++(?=[(（\[［])|[’”'\"」』》〉](?=\s?[(（\[［]))*+", re.I
)
"""What may stand between a title and its bracket."""
_TAIL = re.compile(r"\*+|</(?:i|em)>", re.I)
_NOT_ENGLISH = re.compile(
    r"\b(?:published|periodical|hereafter|hereinafter|ed\.|eds\.|edited|trans\.|translated|"
    r"in (?:Japanese|Korean|Chinese)|pseud|Ph\.?D|diss|dissertation|thesis)\b|"
    r"^\s*(?:n|nn|note|notes|p|pp|vol|no|chap|sec)\.?\s*\d|^\s*[\d\s\-–,./]+[a-z]?$|^\s*(?:accessed|retrieved)\b",
    re.I,
)
"""Remarks that are no translation: editors, translators, pages, volumes, days of access."""
_PLACE_AND_DATE = re.compile(
    r"[A-ZÀ-Þ][\w .\-]*,\s*(?:\w+\s+)?(?:\d{1,2},?\s+)?\d{4}|(?:\w+\s+)?(?:\d{1,2},?\s+)?\d{4}"
)
_PLACED_YEAR = re.compile(r",\s*(?:\w+\s+)?(?:1[6-9]|20)\d\d\Z")
_BOTH = re.compile(r"(?P<romanised>[^\"“”]+?)[*_]*\s*[,，;；:：]\s*(?P<english>[\"“‘'].+[\"”’'])")
"""``Zōsen no kiki, "The Shipbuilding Crisis"``."""
_PARTED = re.compile(r"[*_]*\s*(?P<mark>[;；:：,，/=]|(?<=\s)[–—|])\s+")
"""What may part a romanised form from English without marks: ``Zōsen no kiki; The shipbuilding crisis``."""
_WEAKEST = "=/|–—:：,，"
"""The marks that part them, the surest first, after the semicolon."""
_COMMA = re.compile("[,，、]")
_AUTHOR_AND_TITLE = re.compile(
    r"(?P<author>[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*){1,2}),\s+(?P<english>[A-Z].+)"
)
LABEL = re.compile(
    r"(?i:(?:(?:in|the|original|originally|titled?|translated|romani[sz]ed|romani[sz]ation|transliteration|"
    r"translation|pinyin|Japanese|Korean|Chinese|English)\s*)+[:：]|(?:lit\.|literally|i\.e\.|orig\.)[,:]?)\s*"
)
"""What says whose wording follows: ``in Korean:``, ``literally``."""
_LANGUAGE = re.compile(r"(?:in\s+)?(?:Japanese|Korean|Chinese)", re.I)
_AROUND = " \t,，、;；:：=/|–—"
"""What parts the wordings in a bracket."""
_DEEPEST = 3
"""Pairs of brackets, marks and labels round one wording."""
_UNCLOSED = re.compile(
    rf"[\[［]\s*(?P<english>[^\[\]()（）;；{HIDDEN}]{{3,160}}?)\s*"
    rf"(?=[(（;；]|[.。]\s|,\s+[A-ZÀ-Þ][^,{HIDDEN}]{{2,60}},\s+(?:\d|[A-Z][a-z]+\s\d)|\Z)"
)
"""English whose bracket never closes: up to the outlet and the date, or where a sentence ends."""


@dataclass(frozen=True, slots=True)
class Gloss:
    """What the brackets after a title say of it."""

    end: int
    """Where they end; where the title ends if there are none."""
    english: str | None = None
    romanised: str | None = None


def gloss_after(
    wording: Wording, at: int, original: str, *, before: str = "", last: bool = False
) -> Gloss:
    """The English and the romanised form in brackets after a title that ends at ``at``.

    :param original: the title, which tells the one from the other.
    :param before: the Latin wording before it; if that romanises it, a bracket holds English alone.
    :param last: whether to read one bracket alone; of a row of them a title has two at most.
    """
    text = wording.text
    lead = _LEAD.match(text, at)
    opening = lead.end() if lead else at
    if opening >= len(text) or text[opening] not in "([（［":
        return Gloss(at)
    closing = wording.closing(opening)
    if closing is None:
        unclosed = _UNCLOSED.match(text, opening)
        english = plain(unclosed["english"]) if unclosed else None
        return Gloss(unclosed.end(), english) if unclosed and english and can_render(english) else Gloss(at)
    inner = text[opening + 1 : closing]
    if HIDDEN in inner or not can_render(plain(inner) or ""):
        return Gloss(at)
    tail = _TAIL.match(text, closing + 1)
    known = before and original and romanises(before, original)
    english, romanised = _read(inner, "" if known else original, parted=not known)
    end = tail.end() if tail else closing + 1
    if last:
        return Gloss(end, english, romanised)
    if romanised and not english:
        further = gloss_after(wording, end, original, last=True)
        return Gloss(further.end, further.english, romanised)
    further = gloss_after(wording, end, original, last=True) if not romanised else Gloss(end)
    if further.romanised and not further.english:
        return Gloss(further.end, english, further.romanised)
    return Gloss(end, english, romanised)


def unlabelled(stretch: str) -> str | None:
    """The Latin wording in a stretch of a bracket, without its marks and what says whose wording it is.

    Empty if there is none; None if what stands there cannot render a title.
    """
    wording = stretch
    for _ in range(_DEEPEST):
        wording = plain(LABEL.sub("", wording.strip()).strip(_AROUND)) or ""
        if not (wording and wording[0] in OPEN and wording[-1] in CLOSE):
            break
        wording = wording[1:-1]
    if _LANGUAGE.fullmatch(wording):
        return ""
    if not re.search(r"\w", wording):
        return ""
    return _unquoted(wording) if can_render(wording) else None


def _read(inner: str, original: str, *, parted: bool = True) -> tuple[str | None, str | None]:
    """The English and the romanised form in a bracket; with ``parted`` off it holds one of them."""
    italic = inner.lstrip()[:1] in ("*", "_") or inner.lstrip().lower().startswith(("<i>", "<em>"))
    both = _BOTH.fullmatch(inner.strip())
    if both and (italic or looks_romanised(both["romanised"], italic=True)):
        return _unquoted(both["english"]), plain(both["romanised"])
    wording = plain(inner) or ""
    if looks_romanised(wording, italic=italic) or sounds_like(wording, original):
        return None, wording
    both_bare = _parted(inner, original) if parted else None
    if both_bare:
        return both_bare
    named = _AUTHOR_AND_TITLE.fullmatch(wording)
    if named and looks_romanised(named["author"]) and not looks_romanised(named["english"]):
        return named["english"], None
    return unlabelled(inner) or _unquoted(wording), None


def _parted(inner: str, original: str) -> tuple[str, str] | None:
    """The English and the romanised form of a bracket that holds both, either first, without marks.

    Of several places that may part them the surest mark does; of commas the one that leaves the romanised
    form as many as its title has.
    """
    found: list[tuple[int, int, tuple[str, str]]] = []
    for parting in _PARTED.finditer(inner):
        first, second = unlabelled(inner[: parting.start()]), unlabelled(inner[parting.end() :])
        if ";" in f"{first}{second}":
            continue  # a surer mark parts them
        pair = told_apart(first, second, original) if first and second else None
        if pair:
            commas = abs(len(_COMMA.findall(pair[0])) - len(_COMMA.findall(original)))
            found.append((_WEAKEST.find(parting["mark"]), commas, (pair[1], pair[0])))
    return min(found)[2] if found else None


def _unquoted(wording: str) -> str:
    """Wording without a pair of quotation marks round the whole of it."""
    closing = QUOTE_MARKS.get(wording[0])
    if closing == wording[-1] and len(wording) > 2:
        inner = wording[1:-1]
        if wording[0] not in inner and not (closing == "’" and re.search(r"’(?!\w)", inner)):
            return inner.strip()
    return wording


def can_render(wording: str) -> bool:
    """Whether Latin wording in brackets can render a title: it is no place, date, page or editor."""
    if not LATIN_WORD.search(wording) or ORIGINAL_CHARACTER.search(wording) or _NOT_ENGLISH.search(wording):
        return False
    if _PLACE_AND_DATE.fullmatch(wording) or (
        PLACE_AND_PUBLISHER.fullmatch(wording) and _PLACED_YEAR.search(wording)
    ):
        return False
    return not any(date.start == 0 and date.end == len(wording) for date in find_dates(wording))

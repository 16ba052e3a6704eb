"""Notes that cite by pointing at another note: Ibid., short forms, See note N.

In come a report's notes, out come :class:`Reference` values that say which note each resolves to:
the last one that really names the work, chains followed to their end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from srcxlate.addresses import find_addresses
from srcxlate.dates import find_dates
from srcxlate.languages import ORIGINAL
from srcxlate.notes import Note

Kind = Literal["ibid", "short", "see-note"]
Place = tuple[int, int]
"""A note's (series, number)."""

_IBID = re.compile(
    r"^\W*(?:ibid(?:em)?\b|id(?:em)?\b\.?(?=\W)|同上|同前|同書|同注|同前注|前注|上同|위의\s?(?:책|글|논문|보고서|자료)|같은\s?(?:책|글|논문|보고서))", re.I)
_CHAPTER_NOTE = re.compile(r"\b(?:chapter|chap\.|ch\.)\s*(?P<series>\d+),?\s*(?:foot|end)?n(?:ote|n?\.)?\s*(?P<n>\d{1,4})", re.I)
_NOTE = re.compile(
    r"(?:\b(?:foot|end)?notes?|\bnn?\.|\bfn\.?|[前上]?[掲揭引]?[(（]?[注註]|(?:앞의\s?|위\s?)?(?:각주|주))\s*[(（]?\s*(?P<n>\d{1,4})(?![\d年년])", re.I)
_POINTS = re.compile(r"\b(?:see|supra|above|cf\.?|compare|as in|repeated in|same as)\b|[見见参參]|掲|같은|앞|위|참조|参照", re.I)
_OP_CIT = re.compile(r"\bop\.?\s*cit\b|\bloc\.?\s*cit\b|前掲|前揭|前引|전게|앞의\s?(?:책|글|논문)", re.I)
_LEAD = re.compile(r"^\W*(?:(?:see|cf|compare|also|e\.g|quoted in|cited in|as|but|again|in|the|figures|so)\b[\s.,]*)*", re.I)
_NAME = re.compile(rf"(?:[A-ZÀ-Þ][\w’'\-]+|[{ORIGINAL}]{{1,12}})")
_PAGE_END = re.compile(r"(?:[,，、]|:)\s*(?:at\s+)?(?:pp?\.\s*)?\d[\d\s,–\-]*(?:頁|页|쪽)?\W*$|\b(?:chap|ch|§)\.?\s*\d+\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Reference:
    """One note that points at another."""

    series: int
    note: int
    kind: Kind
    target: Place


def find_references(notes: Sequence[Note]) -> list[Reference]:
    """The references among a report's notes, in the order of the notes.

    A note that points nowhere that can be found (an Ibid. before any other note, a short form of a
    work never cited in full) gives none.
    """
    found: list[Reference] = []
    resolved: dict[Place, Place] = {}
    for index, note in enumerate(notes):
        read = _read(note, notes[:index], resolved)
        if read:
            kind, target = read
            target = resolved.get(target, target)
            found.append(Reference(note.series, note.number, kind, target))
            if kind == "ibid" or _only_points(note.text):
                resolved[note.series, note.number] = target
    return found


def _read(note: Note, earlier: Sequence[Note], resolved: dict[Place, Place]) -> tuple[Kind, Place] | None:
    places = {(n.series, n.number) for n in earlier}
    if _IBID.match(note.text):
        before = [n for n in earlier if n.series == note.series]
        return ("ibid", (before[-1].series, before[-1].number)) if before else None
    chapter = _CHAPTER_NOTE.search(note.text)
    if chapter:
        place = (int(chapter["series"]), int(chapter["n"]))
        return (_kind(note.text, chapter.start()), place) if place in places else None
    for match in _NOTE.finditer(note.text):
        place = (note.series, int(match["n"]))
        kind = _kind(note.text, match.start())
        pointed = _POINTS.search(note.text[max(0, match.start() - 40) : match.end() + 12])
        if place in places and place != (note.series, note.number) and (kind == "short" or pointed):
            return kind, place
    return _short_form(note, earlier)


def _kind(text: str, at: int) -> Kind:
    """``short`` if a name leads to the pointer in the same clause (Kim (n. 7), 22), else ``see-note``."""
    clause = re.split(r"[.;；。]\s", text[:at])[-1]
    named = _NAME.search(_LEAD.sub("", clause))
    return "short" if named and re.search(r"[(（]\W*(?:chap\.?\s*)?[^()（）]{0,12}$|op\.?\s*cit|掲|揭|引|게", clause) else "see-note"


def _only_points(text: str) -> bool:
    return len(text) < 160 and not find_addresses(text) and not any(not d.accessed for d in find_dates(text))


def _short_form(note: Note, earlier: Sequence[Note]) -> tuple[Kind, Place] | None:
    """A short form: a name, some words of a title, a page; the note that has them all is meant."""
    for part in re.split(r"[;；]\s*", note.text):
        clause = re.split(r"[.。]\s+(?=[A-Z])", part)[0] if len(part) > 160 else part
        cited = _OP_CIT.search(clause)
        if not (cited or _PAGE_END.search(clause) or re.match(rf"[^.]{{3,80}},\s*[“\"‘'「『][^”\"]+[”\"’'」』]", clause)):
            continue
        if not _only_points(clause) or re.search(r"[(（\[][^)）\]]*\s[^)）\]]*[)）\]]", clause) and not cited:
            continue
        wording = _LEAD.sub("", clause)
        fields = [f for f in re.split(r"[,，、]\s*", wording) if f.strip()]
        name = _NAME.findall(fields[0]) if fields else []
        if not name:
            continue
        words = set(re.findall(rf"[A-Za-zÀ-ɏ]{{4,}}|[{ORIGINAL}]{{2,}}", " ".join(fields[1:3]))) if not cited else set()
        if not words and not cited:
            continue
        holders = [n for n in earlier if name[-1] in n.text and all(word in n.text for word in words) and not _only_points(n.text)]
        if holders:
            chosen = holders[-1] if cited else holders[0]
            return "short", (chosen.series, chosen.number)
    return None

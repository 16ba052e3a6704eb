"""Notes that cite by pointing at another note: Ibid., short forms, See note N.

In come a report's notes, out come :class:`Reference` values that say which note each resolves to:
the one that really names the work, chains followed to their end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from srcxlate.addresses import find_addresses
from srcxlate.citations import find_citations
from srcxlate.dates import find_dates
from srcxlate.languages import ORIGINAL
from srcxlate.notes import Note
from srcxlate.numbering import roman

Kind = Literal["ibid", "short", "see-note"]
Place = tuple[int, int]
"""A note's (series, number)."""

_IBID = re.compile(
    r"\W*(?:ibid(?:em)?\b|id(?:em)?\b\.?(?=\W)|同上|同前|同書|同注|同前注|前注|上同|"
    r"(?:위의|같은)\s?(?:책|글|논문|보고서|자료))",
    re.I,
)
_CHAPTER_NOTE = re.compile(
    r"\b(?:chapter|chap\.|ch\.)\s*(?P<series>\d{1,4}),?\s*(?:foot|end)?n(?:ote|n?\.)?\s*(?P<n>\d{1,4})", re.I
)
_NOTE = re.compile(
    r"(?:\b(?:foot|end)?notes?|\bnn?\.|\bfn\.?|[前上]?[掲揭引]?[(（]?[注註]|(?:앞의\s?|위\s?)?(?:각주|주))\s*[(（]?\s*"
    r"(?P<n>\d{1,4}|(?<=note )[ivxlc]{1,9}\b)(?![\d年년])"
    r"(?P<more>(?:\s*(?:and|&|및|和|及び|および)\s*\d{1,4}(?![\d年년]))*)",
    re.I,
)
"""``note 4``, ``endnote iv``, ``nn. 3 and 7``, ``前掲注4``, ``각주 6``."""
_POINTS = re.compile(
    r"\b(?:see|supra|above|cf\.?|compare|as in|repeated in|same as)\b|[見见参參]|掲|같은|앞|위|참조|参照",
    re.I,
)
_NAMED_POINTER = re.compile(
    r"[(（]\W*(?:chap\.?\s*)?[^()（）]{0,12}\Z|op\.?\s*cit|[掲揭引게]|[・,，、]\s*\Z", re.I
)
"""What stands between a name and the pointer that goes with it: ``Kim (n. 7)``, ``佐伯・前掲注4``."""
_OP_CIT = re.compile(r"\bop\.?\s*cit|\bloc\.?\s*cit|前掲|前揭|前引|전게|앞의\s?(?:책|글|논문)", re.I)
_LEAD = re.compile(
    r"\W*(?:(?:see|cf|compare|also|e\.g|quoted in|cited in|as|but|again|in|the|figures|so)\b[\s.,]*)*", re.I
)
_CAPITAL = "[A-ZÀ-ÞĀ-ɏḀ-ỿ]"
"""A capital, with the small letters of the blocks that mix them."""
_NAME = re.compile(rf"{_CAPITAL}[\w’'\-]+|[{ORIGINAL}]{{1,12}}")
_NO_NAMES = frozenset(
    [
        "Interview",
        "Interviews",
        "Letter",
        "Email",
        "Conversation",
        "Figure",
        "Table",
        "Appendix",
        "Chapter",
        "Section",
        "Part",
        "Note",
        "Notes",
        "See",
        "および",
        "及び",
        "并",
        "和",
    ]
)
"""Words that begin a clause with a capital and name nobody."""
_PAGE_END = re.compile(
    r"(?:[,，、]|:|[」』》〉])\s*(?:at\s+)?(?:pp?\.\s*)?\d[\d\s,–\-]*(?:頁|页|쪽)?\W*$|\b(?:chap|ch|§)\.?\s*\d+\W*$",
    re.I,
)
_NAME_AND_TITLE = re.compile(r"[^.]{3,80},\s*[“\"‘'「『][^”\"]+[”\"’'」』]")
_CLAUSE_END = re.compile(
    rf"[;；]\s*|(?<=\d),?\s+and\s+(?={_CAPITAL}[\w’'\-]+(?:\s+{_CAPITAL}[\w’'\-]+){{0,2}},\s)"
)
"""A semicolon, or an *and* between a page and the next name."""
_SENTENCE_END = re.compile(r"[.。]\s+(?=[A-Z])")
_FIELD_END = re.compile(r"[,，、]\s*|(?=[「『《〈])")
_BRACKETED_WORDS = re.compile(r"[(（\[][^()（）\[\]]*\s[^()（）\[\]]*[)）\]]")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_TITLE_WORD = re.compile(rf"[A-Za-zÀ-ɏ]{{4,}}|[{ORIGINAL}]{{2,}}")
_LONGEST = 160
"""Characters within which a clause that only points must end."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointing from a note to another; a note may point at several."""

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
    earlier = _Earlier()
    resolved: dict[Place, Place] = {}
    for note in notes:
        targets: dict[Place, Kind] = {}
        for kind, place in _read(note, earlier):
            targets.setdefault(resolved.get(place, place), kind)
        found += [Reference(note.series, note.number, kind, target) for target, kind in targets.items()]
        if targets and ("ibid" in targets.values() or _only_points(note.text)):
            resolved[note.series, note.number] = next(iter(targets))
        earlier.add(note)
    return found


class _Earlier:
    """The notes so far, found by what stands in them."""

    def __init__(self) -> None:
        self.places: set[Place] = set()
        self.last: dict[int, Place] = {}
        """The last note of each series."""
        self._texts: list[tuple[Place, str]] = []
        self._words: dict[str, list[int]] = {}
        self._titles: dict[str, list[tuple[str, int]]] = {}

    def add(self, note: Note) -> None:
        """Takes a note in; one that only points is no place for others to point at."""
        place = (note.series, note.number)
        self.places.add(place)
        self.last[note.series] = place
        if _only_points(note.text):
            return
        index = len(self._texts)
        self._texts.append((place, note.text))
        for key in _keys(note.text):
            self._words.setdefault(key, []).append(index)
        citations = find_citations(note.text)
        works = [c for c in citations if c.role == "work"] or [c for c in citations if c.role == "container"]
        for title in {title for c in works for title in (c.romanised, c.original) if title}:
            words = _start(title)
            if words:
                self._titles.setdefault(words, []).append((title, index))

    def holding(self, words: Sequence[str]) -> list[Place]:
        """The notes in which all of some words stand, in order."""
        postings = [self._words.get(key, []) for word in words for key in list(_keys(word))[:1]]
        fewest = min(postings, key=len, default=[])
        return [
            place
            for place, text in (self._texts[index] for index in fewest)
            if all(word in text for word in words)
        ]

    def titled(self, text: str) -> Place | None:
        """The first note that cites a work whose title, of two words or more, stands in a text."""
        words = list(_WORD.finditer(text))
        starts = {f"{a.group()} {b.group()}".casefold() for a, b in pairwise(words)}
        starts.update(word.group()[:4] for word in words if _TITLE_WORD.fullmatch(word.group()))
        hits = [
            index
            for start in starts
            for title, index in self._titles.get(start, ())
            if title.casefold() in text.casefold()
        ]
        return self._texts[min(hits)][0] if hits else None


def _keys(text: str) -> Iterator[str]:
    """What a text is found by: its Latin words, and the pairs of its characters in original script."""
    seen: set[str] = set()
    for match in _WORD.finditer(text):
        word = match.group()
        latin = word[0] < "\u1100"
        seen.update(
            [word, *re.findall(r"[^\W\d_]{4,}", word)]
            if latin
            else (word[i : i + 2] for i in range(len(word) - 1))
        )
    yield from sorted(seen, key=len, reverse=True)


def _start(title: str) -> str | None:
    """How a title begins: its first two Latin words, or four characters of original script."""
    words = _WORD.findall(title)
    if not words:
        return None
    if words[0][0] < "\u1100":
        return f"{words[0]} {words[1]}".casefold() if len(words) > 1 else None
    return words[0][:4] if len(words[0]) >= 4 else None


# -- reading one note ------------------------------------------------------------------------------


def _read(note: Note, earlier: _Earlier) -> Iterator[tuple[Kind, Place]]:
    """What one note points at, as printed: kind and note."""
    if _IBID.match(note.text):
        if note.series in earlier.last:
            yield "ibid", earlier.last[note.series]
        return
    for clause in filter(_WORD.search, _CLAUSE_END.split(note.text)):
        pointers = list(_pointers(note, clause, earlier))
        yield from pointers
        if not pointers:
            place = _short_form(clause, earlier)
            if place:
                yield "short", place


def _pointers(note: Note, clause: str, earlier: _Earlier) -> Iterator[tuple[Kind, Place]]:
    """The notes that a clause names by their numbers."""
    chapter = _CHAPTER_NOTE.search(clause)
    if chapter:
        place = (int(chapter["series"]), int(chapter["n"]))
        if place in earlier.places:
            yield _kind(clause, chapter.start()), place
        return
    for match in _NOTE.finditer(clause):
        kind = _kind(clause, match.start())
        pointed = _POINTS.search(clause[max(0, match.start() - 40) : match.end() + 12]) or clause[
            : match.start()
        ].endswith("(")
        if not pointed and kind == "see-note":
            continue
        for number in re.findall(r"\d+|[ivxlc]+", match["n"] + match["more"].replace("and", "")):
            place = (note.series, int(number) if number.isdecimal() else roman(number))
            if place in earlier.places and place != (note.series, note.number):
                yield kind, place


def _kind(clause: str, at: int) -> Kind:
    """``short`` if a name leads to the pointer in the same sentence (Kim (n. 7), 22), else ``see-note``."""
    before = re.split(r"[.。]\s", clause[max(0, at - _LONGEST) : at])[-1]
    before = _NOTE.sub("", before)
    wording = _LEAD.sub("", _OP_CIT.sub("", before), count=1)
    named = [name for name in _NAME.findall(wording) if name not in _NO_NAMES]
    return "short" if named and _NAMED_POINTER.search(before) else "see-note"


def _only_points(text: str) -> bool:
    """Whether a note is too short and bare to cite anything in full: no address, no date."""
    return (
        len(text) < _LONGEST and not find_addresses(text) and all(date.accessed for date in find_dates(text))
    )


def _short_form(clause: str, earlier: _Earlier) -> Place | None:
    """A short form: a name, some words of a title, a page; or a title alone that an earlier note cites."""
    if len(clause) > _LONGEST:
        clause = _SENTENCE_END.split(clause, maxsplit=1)[0]
    if not _only_points(clause):
        return None
    cited = _OP_CIT.search(clause)
    bracketed = _BRACKETED_WORDS.search(clause)
    if cited or (not bracketed and (_PAGE_END.search(clause) or _NAME_AND_TITLE.match(clause))):
        fields = [f for f in _FIELD_END.split(_LEAD.sub("", clause, count=1)) if f.strip()]
        names = _NAME.findall(fields[0]) if fields else []
        words = _TITLE_WORD.findall(" ".join(fields[1:3])) if not cited else []
        if names and (words or cited):
            holders = earlier.holding([names[-1], *words])
            if holders:
                return holders[-1] if cited else holders[0]
    return earlier.titled(clause) if not bracketed else None

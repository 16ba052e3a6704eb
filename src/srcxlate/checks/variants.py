"""One work, or one address, that different notes cite in different ways.

In comes a report, out come findings of the kind ``title-variant``, in English-only citations as well: each
difference is told once, at the note that is likelier wrong, with the others named. Two citations are of one
work if they print one address, or one title with one author and no two addresses; what differs may be the
title, its romanised form, its English, the date, the author.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import combinations

from srcxlate.addresses import same_page
from srcxlate.checks import Finding, Place, Severity
from srcxlate.checks.likelier import against
from srcxlate.checks.units import Piece, Unit, units_of
from srcxlate.glossary import Glossary
from srcxlate.reports import Reading
from srcxlate.wording import is_latin, plain

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_LONG_ENOUGH = 3
"""Words of an English title that two works do not share by chance."""
_SAME_WORK = 0.5
"""Least likeness of two titles of one address that are one work's, otherwise worded."""
_SLIP = 0.8
"""Least likeness of two authors of one work that are one name, otherwise spelled."""
_SAME_BOOK = 0.6
"""Least likeness of two titles of one author, year and publisher that are one book's."""
_IMPRINT = re.compile(r"[^,:：;]+[:：][^,;]+")
"""A place and a publisher."""
_NUMBERS = re.compile(r"\d+|\b[ivx]+\b|[一二三四五六七八九十上中下]+")
"""What tells the volumes of a work apart."""
_NAMES = {
    "original": "original title", "romanised": "romanised title", "english": "English title", "date": "date",
    "author": "author",
}  # fmt: skip


_AUTHOR = f"The {_NAMES['author']} is"
"""How the message on an author begins, of whom the check of names tells more gravely."""


def check_variants(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """One work is cited with different titles, dates or authors in different notes."""
    for works in _works(units_of(reading)):
        for finding in _of_work(works, _NAMES, glossary):
            yield replace(finding, severity="info") if finding.message.startswith(_AUTHOR) else finding
    yield from _short_forms(reading, units_of(reading))


def other_authors(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """One work has another author in another note: of the kind ``name``."""
    for works in _works(units_of(reading)):
        found = _of_work(works, ("author",), glossary)
        yield from (replace(one, kind="name") for one in found if one.severity != "info")


def _works(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The citations of each work that more than one note cites."""
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        page = same_page(unit.addresses[0].target) if unit.addresses else None
        if page and unit.title and not _link_differs(unit):
            groups.setdefault(page, []).append(unit)
    named: dict[tuple[str, str], list[list[Unit]]] = {}
    for group in groups.values():
        for key in {key for unit in group for key in _keys(unit)}:
            named.setdefault(key, []).append(group)
    for unit in units:
        if unit.addresses or not unit.title:
            continue
        found = next((named[key] for key in _keys(unit) if key in named), None)
        if found is None:
            group = [unit]
            groups[f"{unit.place} {unit.start}"] = group
            for key in _keys(unit):
                named.setdefault(key, []).append(group)
        elif len({id(group) for group in found}) == 1:
            found[0].append(unit)
    books = [group for group in groups.values() if not any(unit.addresses for unit in group)]
    for one, other in combinations(books, 2):
        if one and other and _one_book(one[0], other[0]):
            other.extend(one)
            one.clear()
    for group in groups.values():
        if len({unit.place for unit in group}) > 1:
            yield sorted(group, key=lambda unit: (unit.place, unit.start))


_SHORT_FORM = re.compile(
    r"\W*(?:see\s+)?(?P<author>[^,“‘\"]{2,60}),\s+[*_]?[“‘\"]?(?P<title>[^”\"*_]{6,}?)[,.]?(?:[”’\"]|[*_])\W*"
    r"(?:pp?\.\s*)?[\d–,\s-]*\W*"
)
"""A name and a title, and a page at most: what a later note cites a work by."""


def _short_forms(reading: Reading, units: Sequence[Unit]) -> Iterator[Finding]:
    """Short forms that have another word in the title of the one work that they can mean."""
    authored: dict[str, list[Unit]] = {}
    for unit in units:
        for name in set(_WORD.findall(unit.author.text.casefold())) if unit.author else ():
            authored.setdefault(name, []).append(unit)
    for noted in reading.citations:
        note, place = noted.note, (noted.note.series, noted.note.number)
        short = _SHORT_FORM.fullmatch(note.text)
        if short is None:
            continue
        names, title = set(_WORD.findall(short["author"].casefold())), short["title"].translate(_STRAIGHT)
        works = [each for name in names for each in authored.get(name, ()) if each.place < place]
        alike = [each for each in works if _misquotes(title, each)]
        if alike and not any(_cuts_short(title, each) for each in works):
            start, length = note.wording.span(*short.span("title"))
            full = alike[0].title.text if alike[0].title else ""
            message = f"The short form misquotes the title “{full}” of note {alike[0].place[1]}."
            yield Finding(
                "title-variant", "warning", place, short["title"], (start, start + length), message,
                others=tuple(dict.fromkeys(each.place for each in alike)),
            )  # fmt: skip


def _titles(unit: Unit) -> list[str]:
    return [value for field in ("original", "english", "romanised") if (value := _value(unit, field))]


def _cuts_short(title: str, unit: Unit) -> bool:
    """Whether a title is that of a work or a part of it."""
    words = set(_WORD.findall(_folded(title, spaced=True)))
    return any(words <= set(_WORD.findall(_folded(full, spaced=True))) for full in _titles(unit))


def _misquotes(title: str, unit: Unit) -> bool:
    """Whether a title is nearly that of a work."""
    return any(_likeness(title, full) >= _SAME_BOOK for full in _titles(unit))


def _one_book(one: Unit, other: Unit) -> bool:
    """Whether two citations are of one work under two titles: of one author, year and publisher, and alike.

    Volumes of a work, told apart by a number, are two; articles are of one volume of a periodical.
    """
    imprints = [_IMPRINT.match(unit.outlet.text) if unit.outlet else None for unit in (one, other)]
    names = [_sorted_words(unit.author.text) if unit.author else "" for unit in (one, other)]
    if not names[0] or names[0] != names[1] or one.edtf != other.edtf:
        return False
    if imprints[0] and imprints[1]:
        if _folded(imprints[0][0]) != _folded(imprints[1][0]):
            return False
    elif not _one_issue(one, other):
        return False
    titles = [
        _folded(piece.text, spaced=True) if (piece := unit.original or unit.english) else ""
        for unit in (one, other)
    ]
    numbers = [_NUMBERS.findall(title) for title in titles]
    return all(titles) and numbers[0] == numbers[1] and _likeness(*titles) >= _SAME_BOOK


def _link_differs(unit: Unit) -> bool:
    """Whether an address is shown as another: then it is the address that is wrong."""
    label = unit.addresses[0].label
    words = unit.wording.text[slice(*label)] if label else ""
    return words.startswith("http") and same_page(words) != same_page(unit.addresses[0].target)


def _keys(unit: Unit) -> Iterator[tuple[str, str]]:
    """What tells a work without an address: its title with its author's names in any order."""
    author = _sorted_words(unit.author.text) if unit.author else ""
    for piece in (unit.original, unit.english):
        if piece and author and (piece is unit.original or len(_WORD.findall(piece.text)) >= _LONG_ENOUGH):
            yield author, _folded(piece.text)


def _of_work(units: Sequence[Unit], fields: Iterable[str], glossary: Glossary) -> Iterator[Finding]:
    """The findings of one work: for each field one at every note that prints another wording than the right.

    Where two original titles can hardly be of one work, what else differs goes without saying.
    """
    apart: set[Place] = set()
    for field in fields:
        told: set[Place] = set(apart)
        readings = [(unit, value) for unit in units if (value := _value(unit, field)) is not None]
        votes: dict[str, set[Place]] = {}
        for unit, value in readings:
            votes.setdefault(value, set()).add(unit.place)
        right = _right(field, readings, votes, glossary) if len(votes) > 1 else None
        for unit, value in readings:
            others = [
                (u, v) for u, v in readings
                if v != value and u.place != unit.place and not _is_transcribed(field, v, value)
            ]  # fmt: skip
            if not others or unit.place in told:
                continue
            there = max(others, key=lambda one: (len(votes[one[1]]), -one[0].place[0], -one[0].place[1]))
            if field == "original" and _likeness(value, there[1]) < _SAME_WORK:
                apart.add(unit.place)
            told.add(unit.place)
            if value == right:
                yield _pointer(field, unit, there[0], [u.place for u, _ in others])
                continue
            first = right is None and unit.place == units[0].place
            yield _finding(field, unit, there[0], [u.place for u, _ in others], likelier=first)


def _right(
    field: str, readings: Sequence[tuple[Unit, str]], votes: dict[str, set[Place]], glossary: Glossary
) -> str | None:
    """The wording that is likelier right: that of most notes; None where more than two are as common.

    Of two it is the one against which its own note speaks less, else the earlier.
    """
    most = max(len(places) for places in votes.values())
    leaders = [value for value, places in votes.items() if len(places) == most]
    if len(leaders) == 1:
        return leaders[0]
    if len(leaders) > _RIVALS:
        return None
    doubts = [
        min(against(unit, field, glossary) for unit, value in readings if value == leader)
        for leader in leaders
    ]
    return leaders[1] if doubts[0] - doubts[1] >= _DOUBT else leaders[0]


_RIVALS = 2
"""Wordings that are as common as each other, of which one can be told from the other."""
_DOUBT = 2
"""By how much more a note must speak against its own wording than a later one against another."""


def _is_transcribed(field: str, one: str, other: str) -> bool:
    """Whether an author is printed in script in the one note and in Latin letters in the other."""
    return field == "author" and is_latin(one) is not is_latin(other)


def _value(unit: Unit, field: str) -> str | None:
    """What a note prints, markup, white space and the form of its marks apart; of a date its EDTF."""
    if field == "date":
        return unit.edtf
    piece: Piece | None = getattr(unit, field)
    return " ".join((plain(piece.text) or "").translate(_STRAIGHT).split()) if piece else None


def _finding(field: str, here: Unit, there: Unit, others: Iterable[Place], *, likelier: bool) -> Finding:
    """The finding at one note; ``likelier`` if another note seems rather to be wrong."""
    piece: Piece = getattr(here, field)
    other: Piece = getattr(there, field)
    severity = _severity(field, here, there, likelier=likelier)
    places = tuple(dict.fromkeys(others))
    note = f"note {there.place[1]}"
    what = f"The {_NAMES[field]} is “{piece.text}” here and “{other.text}” in {note}"
    same = "the same address" if here.addresses and there.addresses else "the same work"
    message = f"{what}, for {same}."
    return Finding("title-variant", severity, here.place, piece.text, piece.span, message, others=places)


def _pointer(field: str, here: Unit, there: Unit, others: Iterable[Place]) -> Finding:
    """A word at the note that is likelier right, so that who reads it knows of the other."""
    piece: Piece = getattr(here, field)
    other: Piece = getattr(there, field)
    same = "the same address" if here.addresses and there.addresses else "the same work"
    message = f"Note {there.place[1]} prints the {_NAMES[field]} “{other.text}” for {same}."
    places = tuple(dict.fromkeys(others))
    return Finding("title-variant", "info", here.place, piece.text, piece.span, message, others=places)


def _severity(field: str, here: Unit, there: Unit, *, likelier: bool) -> Severity:
    """How grave a difference is: a trifle of punctuation, other words, another work altogether."""
    first, second = _value(here, field) or "", _value(there, field) or ""
    if field == "date":
        open_ = "XXXX" in first + second or first in second or second in first
        editions = not (here.addresses and there.addresses) and len(first) == len(second) == 4
        editions = editions and not _one_issue(here, there)
        return "info" if open_ or editions else "warning"
    if _folded(first) == _folded(second) or (
        field == "author" and _sorted_words(first) == _sorted_words(second)
    ):
        return "info"
    if field == "author":
        return "warning" if _likeness(first, second) >= _SLIP or not _shares_name(first, second) else "info"
    if field == "original" and _folded(_as_hiragana(first)) == _folded(_as_hiragana(second)):
        return "info"
    other_work = not likelier and field != "romanised" and _likeness(first, second) < _SAME_WORK
    return "error" if other_work else "warning"


def _one_issue(here: Unit, there: Unit) -> bool:
    """Whether two citations are of one volume of a periodical, which came out in one year."""
    outlets = [_folded(unit.outlet.text) if unit.outlet else "" for unit in (here, there)]
    return outlets[0] == outlets[1] and outlets[0][-1:].isdigit()


def _likeness(first: str, second: str) -> float:
    """How alike two wordings are, 0 to 1: by their words, or by their letters where those have no spaces."""
    one, other = (_WORD.findall(_folded(text, spaced=True)) for text in (first, second))
    if len(one) < 2 and len(other) < 2:
        return SequenceMatcher(None, _folded(first), _folded(second), autojunk=False).ratio()
    letters = SequenceMatcher(None, _folded(first), _folded(second), autojunk=False).ratio()
    words = len(set(one) & set(other)) / len(set(one) | set(other))
    return words if min(len(one), len(other)) > _LONG_ENOUGH else max(letters, words)


def _shares_name(first: str, second: str) -> bool:
    """Whether one list of authors is a part of the other, as with ``et al.``."""
    one, other = (set(_WORD.findall(text.casefold())) for text in (first, second))
    return one <= other or other <= one


def _folded(text: str, *, spaced: bool = False) -> str:
    """Wording without punctuation, capitals, marks over letters and, if not ``spaced``, white space."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in text if c.isalnum() or (spaced and (c.isspace() or c in "-’'")))


def _sorted_words(text: str) -> str:
    """The names of an author in an order of their own."""
    return " ".join(sorted(_WORD.findall(unicodedata.normalize("NFKD", text).casefold())))


def _as_hiragana(text: str) -> str:
    """Katakana as hiragana."""
    return "".join(chr(ord(c) - 0x60) if "\u30a1" <= c <= "\u30f6" else c for c in text)

"""Countries, regions and cities of original titles against those of their English.

In comes a title with its English and the glossary; out come findings where the English names another place or
leaves out a country, and the places that it leaves out for the check of omissions.
"""

import re
from collections.abc import Iterator, Sequence

from srcxlate.checks import Finding
from srcxlate.checks.leaders import is_named, leaders_in_full
from srcxlate.checks.places import (
    OWN,
    PLACES,
    Found,
    find_english,
    in_pair,
    is_seat,
    lettered,
    may_mean,
    named_in,
)
from srcxlate.checks.rendered import Rendered, hints_at, places_named
from srcxlate.glossary import Glossary
from srcxlate.layout import Span

_GENERAL = re.compile(
    r"\b(?i:(?:prefect|provinc|region|cit(?:y|ies)\b|metropoli|municipal|local|town|village|district"
    r"|count(?:y|ies)\b"
    r"|capital|area|rural|island|coast|north|south|east|west|state|government|authorit|governor|mayor"
    r"|here\b))"
    r"|\b[A-Z]{2,}\b|(?<=[a-z,;:’] )[A-Z][a-z]"
)
"""General words that may stand for a place, and names, of which one may hold it."""


def wrong(title: Rendered, span: Span, told: str, other: str, at_issue: Span) -> Finding:
    """That the English names something else, at a span of it, than the original does at one of its own."""
    printed = title.english[slice(*span)]
    message = f"The original names {told}, not {other}."
    return Finding(
        "name", "error", title.place, printed, title.span(*span), message, title.original, at_issue
    )


def missing(title: Rendered, span: Span, told: str, at_issue: Span) -> Finding:
    """That the English, or a span of it, lacks what the original names."""
    printed = title.english[slice(*span)]
    message = f"The original names {told}; the English does not."
    return Finding(
        "name", "warning", title.place, printed, title.span(*span), message, title.original, at_issue
    )


# -- another place -----------------------------------------------------------------------------------


def countries(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Countries that the original surely names and the English does not, and places that stand for others."""
    people = [leader.span for leader, _ in leaders_in_full(title.original)]  # 韓國瑜 is no 韓國
    named = [
        one for one in places_named(title, glossary)
        if not any(a <= one.span[0] and one.span[1] <= b for a, b in people)
    ]  # fmt: skip
    lost = _lost(title, named) or _strict(title, named, glossary)
    told = [
        finding
        for city in (False, True)
        if (gone := [one for one in lost if PLACES[one.name].city is city])
        for finding in _other_place(title, gone, named, glossary, city=city)
    ]
    told = told or list(_other_korea(title, named))
    yield from told
    if not told and not any(one for one in lost if not PLACES[one.name].city):
        yield from by_letter(title, glossary)


_NORTHWARD = re.compile(r"\b[Nn]orth")
_NORTH = re.compile(r"\b(?:North|N\.? Korea|Pyongyang|DPRK|Kim|Koreas|inter-Korean)")
_SOUTH_SIGNS = re.compile("[韓韩한남南]|우리|서울|尹|文|윤")


def _other_korea(title: Rendered, named: Sequence[Found]) -> Iterator[Finding]:
    """South Korea in the English of an original that names North Korea alone."""
    north = next((one for one in named if one.name == "North Korea"), None)
    south = re.search(r"\bSouth Korea\w*|\bSeoul\b", title.outside)
    if north and south and not _NORTH.search(title.outside) and not _SOUTH_SIGNS.search(title.original):
        yield wrong(title, south.span(), north.name, "South Korea", north.span)


def _lost(title: Rendered, named: Sequence[Found]) -> list[Found]:
    """The places that the English does not name, nor a city of theirs, nor another that is written alike."""
    kept = {one.span for one in named if may_mean(title.english, one.name)}
    said = {place.name for place in find_english(title.english)}
    regions = {PLACES[name].region for name in said} - {""}
    return [
        one for one in named
        if one.span not in kept and one.name not in regions and not may_mean(title.english, one.name)
        and not (PLACES[one.name].region and may_mean(title.english, PLACES[one.name].region))
    ]  # fmt: skip


def _strict(title: Rendered, named: Sequence[Found], glossary: Glossary) -> list[Found]:
    """The regions that the English does not name, where it names another of their country beside a city."""
    gone = [
        one for one in named
        if PLACES[one.name].city and not PLACES[one.name].region and not may_mean(title.english, one.name)
        and not any(other.span == one.span and other.name != one.name for other in named)
    ]  # fmt: skip
    strangers = (PLACES[name] for name, _ in _strangers(title, named, glossary, city=True))
    lands = {place.land for place in strangers if not place.region}
    return [one for one in gone if PLACES[one.name].land in lands]


def _other_place(
    title: Rendered, lost: Sequence[Found], named: Sequence[Found], glossary: Glossary, *, city: bool
) -> Iterator[Finding]:
    """Another place in the stead of those that are lost; else that a country is missing.

    A city may be left out, and a writer's own country goes without saying.
    """
    told = " and ".join(one.name for one in lost)
    other = next(_strangers(title, named, glossary, city=city), None)
    if other:
        yield wrong(title, other[1], told, other[0], lost[0].span)
    elif not city and not (len(lost) > 1 and _TOGETHER.search(title.english)) and any(
        OWN.get(title.language) != one.name and not PLACES[one.name].spelled_out
        and not _FIRM.match(title.original, one.span[1]) and not _by_leader(title, one)
        and not (one.name == "North Korea" and _NORTHWARD.search(title.english))
        for one in lost
    ):  # fmt: skip
        yield missing(title, (0, len(title.english)), told, lost[0].span)


_TOGETHER = re.compile(
    r"\b(?:(?:bi|tri|multi)lateral|(?:two|three)[- ]way|neighbou?rs|allies"
    r"|(?:both|two|three) (?:countries|nations|sides|capitals|governments|leaders))\b", re.I,
)  # fmt: skip
"""What may stand for several countries at once."""


def _by_leader(title: Rendered, country: Found) -> bool:
    """Whether the English names the leader before whose name the country stands: 日本首相高市早苗."""
    return any(
        0 <= leader.span[0] - country.span[1] <= _OFFICE and is_named(title.english, spellings)
        for leader, spellings in leaders_in_full(title.original)
    )


_OFFICE = 6
"""Characters of the office between a country and who holds it."""
_FIRM = re.compile("[社紙誌勢A-Z]")
"""What a country's name may stand before where English has a firm's name alone: カナダ社, 中国TCL."""


def _strangers(
    title: Rendered, named: Sequence[Found], glossary: Glossary, *, city: bool
) -> Iterator[tuple[str, Span]]:
    """The places of the English that nothing in the original hints at."""
    known = {one.name for one in named}
    known |= {PLACES[name].region for name in known}
    for name in dict.fromkeys(place.name for place in find_english(title.outside)):
        span = named_in(title.outside, name)
        if (
            span and name not in known and PLACES[name].city is city
            and not hints_at(title, name, glossary)
        ):  # fmt: skip
            yield name, span


_RICE = re.compile(r"\b(?:rice|grain|paddy|crop)", re.I)


def by_letter(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """A country of which the original has no sign, where it abbreviates another by a letter: 米の貨物."""
    other = next(_strangers(title, [], glossary, city=False), None)
    if other is None:
        return
    for span, letters in in_pair(title.original, title.language):
        gone = [names for names in letters if not any(may_mean(title.english, name) for name in names)]
        if gone and len(gone) < len(letters):
            at = letters.index(gone[0]) + span[0]
            yield wrong(title, other[1], gone[0][0], other[0], (at, at + 1))
            return
    for one in lettered(title.original, title.language):
        rice = title.original[slice(*one.span)] == "米" and _RICE.search(title.english)
        if not rice and not may_mean(title.english, one.name):
            yield wrong(title, other[1], one.name, other[0], one.span)
            return


# -- left out ----------------------------------------------------------------------------------------


def dropped(title: Rendered, glossary: Glossary) -> Iterator[Found]:
    """The regions and cities that the original names and an English without any name does not."""
    if title.language == "und" or _GENERAL.search(title.english):
        return
    named = [one for one in places_named(title, glossary) if PLACES[one.name].city]
    yield from (one for one in _lost(title, named) if not is_seat(one.name))

"""Printed dates against the dates inside the addresses beside them.

In comes a report, out come findings of two kinds: ``date-url``, a printed date that its own address
contradicts, and ``date-missing``, a citation with no date, or none with a year, where one can be expected.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from srcxlate.addresses import same_page
from srcxlate.checks import Finding, Severity
from srcxlate.checks.address_dates import AddressDate, find_address_dates
from srcxlate.checks.units import Unit, units_of
from srcxlate.dates import find_dates
from srcxlate.glossary import Glossary
from srcxlate.quantities.figures import MONTHS
from srcxlate.reports import Reading

_SURE = ("day", "within")
_LATEST = 2049
_TOO_MANY = 3
_NEAR = 3
"""Days within which a date over the turn of a month is no other month's."""
_ZONE = 1
"""Days by which the date of an article differs between time zones, and between print and the web."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """A printed date beside the date in its address."""

    unit: Unit
    inside: AddressDate
    days: int
    """How far apart they are; of months and years, from the nearest day that both could mean."""


def check_dates(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A printed date and the date inside its address do not agree, or the citation prints none."""
    units = units_of(reading)
    latest = _latest(units)
    dated = [(unit, find_address_dates(unit.addresses[0].target, latest)) for unit in units if unit.addresses]
    compared = [_compare(unit, inside) for unit, inside in dated if unit.edtf and inside and not unit.updated]
    sites = _sites(compared)
    for each in compared:
        finding = _contradiction(each, sites[_site(each.unit), each.inside.way])
        if finding:
            yield finding
    yield from _missing(units, {id(unit): inside for unit, inside in dated}, sites)


def _latest(units: Sequence[Unit]) -> int:
    """The year after which no source can be: the last that is printed as a date, with a year to spare."""
    years = [int(unit.edtf[:4]) for unit in units if unit.edtf and unit.edtf[:4].isdecimal()]
    years += [
        int(d.edtf[:4]) for u in units if u.accessed for d in find_dates(u.accessed.text) if d.edtf[0] != "X"
    ]
    return min(max(years, default=_LATEST) + 1, _LATEST)


def _site(unit: Unit) -> str:
    """The host of a unit's address."""
    return unit.addresses[0].target.split("/")[2].lower().removeprefix("www.")


def _compare(unit: Unit, inside: Sequence[AddressDate]) -> _Compared:
    """The printed date beside that of the address, of several the nearest among the surest."""
    inside = [each for each in inside if each.day or not _is_issue(unit, each)] or inside
    written_out = [each for each in inside if each.day and each.way != "short"] or inside
    return min(
        (_Compared(unit, each, _days_apart(unit.edtf or "", each)) for each in written_out),
        key=lambda one: one.days,
    )


def _is_issue(unit: Unit, inside: AddressDate) -> bool:
    """Whether what looks like a month is the number of the issue that the citation prints."""
    return re.search(rf"(?:\b[Nn]o\.\s?|\b[Ii]ssue\s|第|제)0?{inside.month}(?!\d)", unit.text) is not None


def _days_apart(edtf: str, inside: AddressDate) -> int:
    """Days between a printed date and that of an address; 0 where one leaves open what the other says."""
    year, month, day = ([int(p) if p.isdecimal() else None for p in edtf.split("-")] + [None, None])[:3]
    first, last = _reach(year or inside.year, month, day)
    start, end = _reach(inside.year, inside.month, inside.day)
    return max((start - last).days, (first - end).days, 0)


def _reach(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day that a date may mean; February 29 of a common year counts as the 28th."""
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), date.fromordinal(following.toordinal() - 1)
    day = 28 if (month, day) == (2, 29) and year % 4 else day
    return date(year, month, day), date(year, month, day)


def _sites(compared: Iterable[_Compared]) -> Mapping[tuple[str, str], list[bool]]:
    """Of each site and each way of writing dates, whether its pages agree with what is printed."""
    pages: dict[tuple[str, str], dict[str, bool]] = defaultdict(dict)
    for each in compared:
        target = each.unit.addresses[0].target
        page = same_page(target) or target
        agree = pages[_site(each.unit), each.inside.way]
        agree[page] = agree.get(page, False) or each.days <= _ZONE
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    found.update({site: list(agree.values()) for site, agree in pages.items()})
    return found


def _trusted(way: str, pages: Sequence[bool]) -> bool:
    """Whether dates written so mean the day of publication at a site.

    A day that agrees with what is printed does not do so by chance: one page bears out six figures, and a day
    in full holds until three pages contradict it and none agrees. A month may agree by chance.
    """
    if way == "short":
        return any(pages)
    if way in _SURE:
        return any(pages) or len(pages) < _TOO_MANY
    return pages.count(False) < 2 or pages.count(True) > pages.count(False)


def _contradiction(each: _Compared, pages: Sequence[bool]) -> Finding | None:
    """The finding that a printed date contradicts its address, if it does."""
    unit, inside = each.unit, each.inside
    if (
        not each.days
        or unit.date is None
        or (not inside.day and _is_issue(unit, inside))
        or (inside.way == "short" and not any(pages))
    ):
        return None
    severity = _severity(each, pages)
    told = f"{_worded(inside)} ({inside.written})"
    if each.days == _ZONE:
        message = f"The note prints {unit.date.text}, one day apart from {told} in the address."
    else:
        message = f"The note prints {unit.date.text}, but the address carries {told}."
    return Finding("date-url", severity, unit.place, unit.date.text, unit.date.span, message)


def _severity(each: _Compared, pages: Sequence[bool]) -> Severity:
    """How grave it is: a day apart may be the time zone, another month or year is a wrong date."""
    year, month = (*(each.unit.edtf or "").split("-"), "")[:2]
    other_month = (month and int(month) != each.inside.month) or (
        year.isdecimal() and abs(int(year) - each.inside.year) > (0 if month else 1)
    )
    if each.days <= _ZONE or not _trusted(each.inside.way, pages):
        return "info"
    if each.inside.way == "upload" or (each.inside.way == "within" and not any(pages)):
        return "warning"
    return "error" if other_month and each.days > _NEAR else "warning"


def _worded(inside: AddressDate) -> str:
    month = MONTHS[inside.month - 1]
    return f"{month} {inside.day}, {inside.year}" if inside.day else f"{month} {inside.year}"


# -- no date ---------------------------------------------------------------------------------------


def _missing(
    units: Sequence[Unit],
    inside: Mapping[int, Sequence[AddressDate]],
    sites: Mapping[tuple[str, str], list[bool]],
) -> Iterator[Finding]:
    """Citations without a date, or without its year."""
    outlets = {unit.outlet.text.casefold() for unit in units if unit.outlet and unit.edtf}
    for unit in units:
        if not unit.addresses or not unit.title:
            continue
        carried = next(
            (each for each in inside[id(unit)] if _trusted(each.way, sites[_site(unit), each.way])), None
        )
        if unit.edtf is None and not (carried and carried.way in _SURE):
            known = unit.outlet is not None and unit.outlet.text.casefold() in outlets
            if unit.accessed and not known:
                continue  # the page of a body may have none
            printed = unit.accessed or unit.title
            message = "The citation prints no date of publication" + (
                f", where others of {unit.outlet.text} have one." if known and unit.outlet else "."
            )
        elif unit.edtf is None and carried:
            printed = unit.accessed or unit.title
            message = f"The citation prints no date, where its address carries {_worded(carried)}."
        elif unit.edtf and unit.edtf.startswith("XXXX") and unit.date:
            printed = unit.date
            message = f"The date {unit.date.text} has no year" + (
                f"; the address carries {_worded(carried)}." if carried else "."
            )
        else:
            continue
        yield Finding("date-missing", "warning", unit.place, printed.text, printed.span, message)

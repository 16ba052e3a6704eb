"""The dates that web addresses carry: ``…/2023/05/16/…``, ``…/20230220/…``, ``…-2023-08-31``.

In comes an address, out come :class:`AddressDate` values, each with how it is written: some ways are a date
wherever they stand, others (six figures before a word, a date that runs on into more figures) only where
other addresses of the site bear them out. Hashes, identifiers and the day of an archive's copy are no dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import unquote

from srcxlate.addresses import parts_of

Way = Literal["day", "within", "short", "month", "upload"]

_ARCHIVED = re.compile(r"^https?://.*/(?=https?://)|^https?://[^/]+/info:ndljp/pid/\d+/", re.I)
"""What stands before an address that an archive holds."""
_YEAR = r"(?P<y>19[5-9]\d|20[0-4]\d)"
_MONTH = r"(?P<m>0[1-9]|1[0-2])"
_DAY = r"(?P<d>0[1-9]|[12]\d|3[01])"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_START = r"(?<![0-9A-Za-z])"
_UPLOADED = re.compile(r"upload|/files?/|/assets?/|/images?/|/content/dam/|/documents?/|/media/", re.I)
_WRITTEN: tuple[tuple[Way, str], ...] = (
    ("day", rf"{_START}{_YEAR}/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?![0-9A-Za-z])"),
    ("day", rf"(?<![0-9]){_YEAR}([-_.]){_MONTH}\2{_DAY}(?![0-9])"),
    ("day", rf"{_START}{_YEAR}{_MONTH}/{_DAY}(?![0-9])"),
    ("day", rf"{_START}{_YEAR}/{_MONTH}[-_]?{_DAY}(?![0-9])"),
    ("day", rf"(?<![0-9]){_YEAR}{_MONTH}{_DAY}(?![0-9A-Za-z])"),
    ("day", rf"{_START}{_DAY}(?P<name>{'|'.join(_NAMES)})[a-z]*(?P<y>\d\d(?:\d\d)?)(?![0-9A-Za-z])"),
    ("within", rf"(?<![0-9]){_YEAR}{_MONTH}{_DAY}(?=[0-9A-Za-z])"),
    ("short", rf"(?<=/){_DAY}{_MONTH}{_YEAR}(?=/|\Z)"),
    ("short", rf"(?<![0-9])(?P<y>\d\d){_MONTH}{_DAY}(?![0-9])"),
    ("month", rf"{_START}{_YEAR}/(?P<m>0[1-9]|1[0-2])(?=/|\Z)"),
    ("month", rf"(?<=/){_YEAR}-?{_MONTH}(?=/|\Z)"),
)
_WAYS = tuple((way, re.compile(pattern, re.I)) for way, pattern in _WRITTEN)
_HASH = re.compile(
    r"(?<![0-9A-Za-z])(?=[0-9a-f-]*[a-f])(?=[0-9a-f-]*\d)[0-9a-f]{12,}(?![0-9A-Za-z])"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b",
    re.I,
)
"""A digest or a UUID."""


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A date inside an address."""

    way: Way
    """``day``: in full, set apart; ``within``: in full, in an identifier; ``short``: six figures, the year
    in two, or eight with the day first, which may be a number; ``month``: no day; ``upload``: when a file was
    put there."""
    year: int
    month: int
    day: int | None
    written: str
    """As the address has it."""

    @property
    def date(self) -> date | None:
        """The day, None if the address tells the month only."""
        return date(self.year, self.month, self.day) if self.day else None


def find_address_dates(target: str, latest: int) -> list[AddressDate]:
    """The dates in an address, the surest way of writing them first.

    :param latest: the last year that can be meant.
    """
    parts = parts_of(_ARCHIVED.sub("", target))
    text = unquote(parts.path + ("?" + parts.query if parts.query else ""))
    text = _HASH.sub(lambda found: "x" * len(found[0]), text)
    found: list[AddressDate] = []
    taken = bytearray(len(text))
    for way, pattern in _WAYS:
        for match in pattern.finditer(text):
            read = None if any(taken[slice(*match.span())]) else _read(way, match, latest)
            if read is None:
                continue
            taken[slice(*match.span())] = b"\x01" * len(match[0])
            found.append(read)
    found = [each for each in found if each.way != "short" or not _stated(each, found)] or found
    return list(_surer(found, text))


def _read(way: Way, match: re.Match[str], latest: int) -> AddressDate | None:
    """A match as a date; None if there is no such day, or it lies ahead."""
    parts = match.groupdict()
    year = int(parts["y"])
    if year < 100:
        year += 2000 if year + 2000 <= latest else 1900
    month = _NAMES.index(parts["name"].lower()) + 1 if parts.get("name") else int(parts["m"])
    day = int(parts["d"]) if parts.get("d") else None
    if year > latest or (way == "short" and year < 1990):
        return None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return AddressDate(way, year, month, day, match[0].strip("/"))


def _stated(short: AddressDate, found: list[AddressDate]) -> bool:
    """Whether six figures stand beside a date that is written out."""
    return any(each.way in {"day", "within"} for each in found) and short.way == "short"


def _surer(found: list[AddressDate], text: str) -> Iterator[AddressDate]:
    """The dates, with what bears each out taken into account: its year in a segment, a folder of uploads."""
    for each in found:
        way = each.way
        if way == "short" and re.search(rf"(?<![0-9A-Za-z]){each.year}(?![0-9A-Za-z])", text):
            way = "day"  # /2023/c230301eng.html
        if way == "month" and _UPLOADED.search(text):
            way = "upload"
        yield AddressDate(way, each.year, each.month, each.day, each.written)

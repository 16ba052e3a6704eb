"""Dates as they are printed in notes, to EDTF: ``2023-05-17``, ``2023-05``, ``2023``, ``XXXX-05-16``.

In comes wording, out come the dates in it with their places. Own patterns rather than a library's:
dateparser was tried; it completes a bare year with today's month and day, takes a page number for a day
and knows no eras, and a date that a citation does not give must stay open. Reference: Extended Date/Time
Format, ISO 8601-2:2019, level 1.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = {
    name: number
    for number, names in enumerate(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"], 1)
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"

ERAS = {
    "明治": 1868, "明治時代": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019,
    "民國": 1912, "民国": 1912, "단기": -2332,
}  # fmt: skip
"""The first year (Gregorian) of the eras that notes use; 단기 counts from 2333 BC."""

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_LAST_YEAR = 2199
"""No source of a report is dated later; 令和 500年 is a slip."""

_ERA = "|".join(sorted(ERAS, key=len, reverse=True))
_FIGURES = "〇零一二三四五六七八九十百"
_DAY = rf"(?:\d{{1,2}}|[{_FIGURES}]{{1,4}})"
_ERA_YEAR = rf"(?P<era>{_ERA})\s*(?P<erayear>元|\d{{1,4}}|[{_FIGURES}]{{1,5}})\s*[年년]"
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_PATTERNS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_ERA_YEAR}(?:\s*(?P<m>{_DAY})\s*[月월](?:\s*(?P<d>{_DAY})\s*[日일])?)?",
        rf"(?P<year>[一二][〇零一二三四五六七八九]{{3}})\s*年(?:\s*(?P<m>{_DAY})\s*月(?:\s*(?P<d>{_DAY})\s*日)?)?",
        rf"(?<!\d){_YEAR}\s*[年년](?:\s*(?P<m>\d{{1,2}})\s*[月월](?:\s*(?P<d>\d{{1,2}})\s*[日일])?)?",
        rf"(?<![\d.\-/]){_YEAR}(?P<sep>[.\-/．])\s?(?P<m>\d{{1,2}})(?P=sep)\s?(?P<d>\d{{1,2}})(?![\d\-/])",
        rf"(?<![\d.\-/]){_YEAR}[.．]\s?(?P<m>0?[1-9]|1[0-2])(?![\d.\-/])",
        rf"(?<![\d.\-/])(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}(?![\d\-/])",
        rf"(?<![\d.\-/])(?P<d>1[3-9]|2\d|3[01])/(?P<m>\d{{1,2}})/{_YEAR}(?![\d\-/])",
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{{1,2}})?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*[–-]\s*\d{{1,2}})?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH}(?:\s*[–/-]\s*\w+)?,?\s+{_YEAR}(?!\d)",
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})\s+{_MONTH}(?!\s+\d)",
        rf"(?<![\d./\-])\d{{1,2}}/{_YEAR}(?![\d\-/])",
        rf"(?<![\d.\-/:〔]){_YEAR}(?![\d\-/:.]\d|\d)",
    )
)
_BEFORE_ACCESS = re.compile(
    r"(?:accessed|retrieved|viewed|last checked|閲覧|열람|访问|瀏覽)\s*+(?:on|:)?\s*+\Z", re.I
)
"""What says, before a date or after it, that it is the day on which a page was read."""
_NEAR = 24
"""Characters before a date in which it is looked for."""
_AFTER_ACCESS = re.compile(r"\s*(?:に)?(?:最終)?(?:閲覧|アクセス|열람|검색|访问|瀏覽)")


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text."""

    edtf: str
    start: int
    end: int
    accessed: bool
    """Whether it says when the page was read, not when it was published."""


def find_dates(text: str) -> Iterator[Date]:
    """The dates in a text, in its order, none inside another; the most exact reading of each place.

    Impossible dates (month 13, February 30) are none.
    """
    text = text.translate(_FULL_WIDTH)
    found: list[Date] = []
    taken = bytearray(len(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            edtf = _edtf(match.groupdict())
            if edtf:
                before = _BEFORE_ACCESS.search(text[max(0, start - _NEAR) : start])
                accessed = before is not None or _AFTER_ACCESS.match(text, end) is not None
                found.append(Date(edtf, start, end, accessed))
                taken[start:end] = b"\x01" * (end - start)
    yield from sorted(found, key=lambda date: date.start)


def can_be_one(one: str, other: str) -> bool:
    """Whether two dates in EDTF can be the same, as far as both go: 2023-05 and 2023-05-17."""
    return one.startswith(other) or other.startswith(one)


def _edtf(parts: dict[str, str | None]) -> str | None:
    """The date that a pattern's groups say, None if there is no such day."""
    year: int | None = _figure(parts["year"]) if parts.get("year") else None
    era = parts.get("era")
    if era:
        counted = parts["erayear"]
        year = ERAS[era] - 1 + (1 if counted == "元" else _figure(counted))
    month_name = parts.get("month")
    month = _MONTHS[month_name.casefold()] if month_name else _figure(parts.get("m"))
    day = _figure(parts.get("d"))
    if month > 12 or day > 31 or (month == 2 and day > 29) or (day == 31 and month in (4, 6, 9, 11)):
        return None
    if year is not None and not 1 <= year <= _LAST_YEAR:
        return None
    if (parts.get("m") is not None and month == 0) or (parts.get("d") is not None and day == 0):
        return None
    written = f"{year:04d}" if year is not None else "XXXX"
    return written + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _figure(written: str | None) -> int:
    """The value of a year, month or day in digits or Han figures (九十三, 二〇二三); 0 for none."""
    if not written:
        return 0
    if written.isdecimal():
        return int(written)
    if not any(unit in written for unit in "十百"):
        return int("".join(str(int(unicodedata.numeric(figure))) for figure in written))
    total = digit = 0
    for value in (int(unicodedata.numeric(figure)) for figure in written):
        if value >= 10:
            total, digit = total + max(digit, 1) * value, 0
        else:
            digit = value
    return total + digit

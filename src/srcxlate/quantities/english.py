"""The quantities of an English text, as values that can be compared with those of an original.

In comes English, out come :class:`Quantity` values of the kinds and units that Japanese, Korean and
Chinese text
has: ``¥350bn`` is what 3,500億円 is, ``eight consecutive falls`` what 八连跌 is. ``english`` is the
wording as it
stands. What may be something else is left out: a second, a third term, no one, G7.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import cast

from srcxlate.dates import find_dates
from srcxlate.quantities.counters import SAID_IN_ENGLISH, SINGULAR, UNITS
from srcxlate.quantities.figures import MONTHS, Approximate, Kind, Quantity
from srcxlate.quantities.numerals import (
    ARABIC,
    ENGLISH,
    LONGEST,
    MAGNITUDES,
    ORDINALS,
    SPELLED,
    TENS,
    read_english,
)

_MAGNITUDE = "thousand|million|billion|trillion"
_NUMBER = rf"(?:{ARABIC}|(?:an?|{ENGLISH})(?=[ -](?:{_MAGNITUDE}|hundred)\b)|{ENGLISH})"
_SHORT = r"\s?(?:bn|trn?|tn|mn|[mkb])\b"
_GREAT = rf"(?:\s|-)(?:hundred\b(?:[ -](?:{_MAGNITUDE})\b)?|(?:{_MAGNITUDE})\b)"
_AMOUNT = rf"{_NUMBER}(?:{_GREAT}|\s?(?:bn|trn?|tn|mn)\b)?"
_SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD", "NT$": "TWD", "C$": "CAD", "$": "USD",
    "¥": "JPY", "€": "EUR",
    "£": "GBP", "₩": "KRW", "RMB": "CNY", "CNY": "CNY", "JPY": "JPY", "USD": "USD", "KRW": "KRW",
    "EUR": "EUR",
}  # fmt: skip
_CURRENCIES = {
    r"(?:japanese )?yen": "JPY", r"(?:south )?(?:korean )?won": "KRW", r"(?:chinese )?yuan|renminbi"
    r"|rmb": "CNY",
    r"(?:new )?taiwan dollars?": "TWD", r"hong kong dollars?": "HKD", r"australian dollars?": "AUD",
    r"canadian dollars?": "CAD", r"(?:us "
    r"|u\.s\. )?dollars?": "USD", r"euros?": "EUR", r"pounds?(?: sterling)?": "GBP",
    r"rou?bles?": "RUB", r"rupees?": "INR",
}  # fmt: skip
_COUNTS = {
    wording: unit
    for table in UNITS.values()
    for meaning in table.values()
    if meaning.kind == "count" and (unit := meaning.unit) and unit not in {"times", "items"}
    for wording in (unit, SINGULAR.get(unit, unit.removesuffix("s")))
} | {"firms": "companies", "nations": "countries", "tonnes": "tons", "men and women": "people"}  # fmt: skip
_SPANS = r"(?P<span>year|month|week|day|hour|minute|second|quarter|decade|trading day|term)"


def _words(wordings: dict[str, str]) -> str:
    return "|".join(sorted(wordings, key=len, reverse=True))


_UNIT = re.compile(
    rf"(?P<share>[\s-]?(?:%|percent\b|per ?cent\b|pct\b)(?![ -]points?)(?P<off> off\b)?)"
    rf"|\s?(?P<points>(?:%|(?:percentage|percent|per cent|basis)?)[ -]points?\b)"
    rf"|[\s-](?P<money>{_words(_CURRENCIES)})\b"
    rf"|[ -](?:consecutive|straight|successive) (?P<row>\w+)"
    rf"|[ -]{_SPANS}s?(?: in a row| running)\b(?P<running>)"
    rf"|(?P<age>[ -]years?[ -](?:old|of age)\b)"
    rf"|[ -]{_SPANS.replace('span', 'time')}s?\b"
    rf"|[\s-](?P<count>{_words(_COUNTS)})\b"
    rf"|(?P<times>-fold\b|\stimes(?= as\b| (?:more|larger|higher|bigger|greater|the|over)\b))",
    re.I,
)
_BEFORE = re.compile(
    r"(?:\b(?P<about>about|around|roughly|approximately|some)|\b(?P<justunder>just under|nearly|almost"
    r"|close to)"
    r"|\b(?P<over>more than|over|at least|exceeding)|\b(?P<under>less than|fewer than|under|below"
    r"|at most)) \Z", re.I,
)  # fmt: skip
_SYMBOL = rf"(?P<symbol>{'|'.join(map(re.escape, sorted(_SYMBOLS, key=len, reverse=True)))})\s?"
_SCANNED = re.compile(
    rf"(?<![\w.])(?<![A-Za-z]-)(?<!\w['’/:])(?:{_SYMBOL}(?P<sum>{_NUMBER}(?:{_SHORT}"
    rf"|[ -](?:{_MAGNITUDE})\b)?)"
    rf"|(?P<amount>{_AMOUNT})(?:(?:\s?[–~-]\s?|%?[ -]to[ -])(?P<upto>{_AMOUNT}))?)",
    re.I,
)
_NTH = "|".join(sorted(ORDINALS, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<figures>\d+)(?:st|nd|rd|th)|(?:(?P<tens>{'|'.join(TENS)})-)?(?P<word>{_NTH}))\b"
    r"(?!-(?!generation|term|largest|biggest|highest))"
    rf"(?:[ -](?:consecutive|straight|successive) (?P<row>\w+)| {_SPANS} (?:in a row|running)\b"
    r"| (?P<part>quarter|half|century)\b(?! final))?",
    re.I,
)
_DENOMINATORS = {"half": 2, "third": 3, "quarter": 4} | {
    word: number for word, number in ORDINALS.items() if 5 <= number <= 10 or number in {20, 100}
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<part>an?|one|two|three|four|five|six|seven|eight|nine)[ -]"
    rf"(?P<whole>{'|'.join(_DENOMINATORS)})"
    r"s?\b(?![ -]?(?:final|year|month|time|hour))(?P<next>\s+(?:of|to|from|in|since|more|less)\b|[.,;]|\Z)?",
    re.I,
)
_TENS_WORD = "|".join(TENS)
_WORD_ONE = "|".join(word for word in SPELLED if word not in TENS and word != "zero")
_ONE_WORD = rf"(?:\d{{1,3}}|(?:{_TENS_WORD})(?:[ -](?:{_WORD_ONE}))?|{_WORD_ONE}|hundred)"
_OUT_OF = re.compile(
    rf" (?:in|out of)(?: every| each)? (?P<whole>{_ONE_WORD})\b(?![-,.\d]\w| ?%| (?:hundred|thousand|million"
    rf"|billion"
    r"|per ?cent|points?)"
    rf"| (?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|quarters?|centuries|terms?"
    rf"|generations?)\b)",
    re.I,
)
_PART_OF = re.compile(rf"(?<![\w-])(?P<part>{_ONE_WORD})(?: (?!to\b|and\b)[a-z]{{1,14}}){{0,2}}\Z", re.I)
_LONGEST_PART = 48
"""Three in ten, one in every five households, nine cases out of ten."""
_CENTURY = re.compile(
    r"(?<![\w-])(?:a )?(?:(?P<half>half)[ -](?:a[ -])?|quarter[ -](?:of a[ -])?|quarter of the )centur(?:y"
    r"|ies)\b",
    re.I,
)
_WHOLES = {
    r"half\b(?![ -](?:a|an|hour|year|time|life)\b)": ("share", Fraction(1, 2)),
    r"doubl(?:ed?|es|ing)\b|two-?fold\b|twice\b": ("times", Fraction(2)),
    r"(?:tripl|trebl)(?:ed?|es|ing)\b|three-?fold\b": ("times", Fraction(3)),
    r"four-?fold\b|quadrupl(?:ed?|es|ing)\b": ("times", Fraction(4)),
    r"halv(?:ed?|es|ing)\b": ("times", Fraction(1, 2)),
    r"half[ -](?:a[ -])?year\b": ("duration", Fraction(1, 2)),
}  # fmt: skip
_WHOLE = [
    (re.compile(rf"(?<![\w-])(?:{word})", re.I), kind, value) for word, (kind, value) in _WHOLES.items()
]
_FIRST_IN = re.compile(rf"(?:for the )?\bfirst(?: time)? in (?P<amount>{_AMOUNT})[ -]{_SPANS}s?\b", re.I)
_SOME = re.compile(
    r"(?<![\w-])(?P<size>dozens|(?:(?P<many>tens|hundreds) of )?(?P<great>hundred|thousand|million"
    r"|billion|trillion)s) of"
    rf"(?:\s(?P<money>{_words(_CURRENCIES)})|\s(?P<count>{_words(_COUNTS)}))?\b",
    re.I,
)
_FISCAL = re.compile(r"\b(?:fiscal(?: year)? |FY ?)(?P<year>20\d\d|19\d\d)\b", re.I)
_DECADE = re.compile(r"\b(?P<decade>1[6-9]\d0|20\d0)s\b")
_IN_MONTH = re.compile(
    rf"\b(?:in|since|until|till|by|from|of|for|during|through|to|early|late|mid|last|next|this)[ -]"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!\.?,?\s+\d|[- ][A-Z])"
)
"""A month by itself, as the word before it shows: in May."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_HIDDEN = "\x00"


def find_english(text: str) -> tuple[Quantity, ...]:
    """The quantities of an English text, in its order, none inside another."""
    # one character for one, unlike casefold
    hidden = list(text)
    found: list[Quantity] = []
    for address in _ADDRESS.finditer(text):
        hidden[address.start() : address.end()] = _HIDDEN * len(address[0])
    for reader in (_years, _intervals, _parts, _fractions, _vague, _ordinals, _wholes, _amounts):
        for quantity in reader("".join(hidden)):
            hidden[quantity.start : quantity.end] = _HIDDEN * (quantity.end - quantity.start)
            found.append(replace(quantity, english=text[quantity.start : quantity.end]))
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _years(text: str) -> Iterator[Quantity]:
    """Dates, years, fiscal years and decades."""
    end = 0
    for match in _FISCAL.finditer(text):
        year = Fraction(match["year"])
        yield Quantity(match.start(), match.end(), "year", year, year, "fiscal")
    for match in _IN_MONTH.finditer(text):
        month = Fraction(MONTHS.index(match["month"]) + 1)
        yield Quantity(match.start("month"), match.end("month"), "month", month, month)
    taken = {match.start("year") for match in _FISCAL.finditer(text)}
    for date in find_dates(text):
        if date.start < end or date.start in taken:
            continue
        if len(date.edtf) > 4:
            yield Quantity(date.start, date.end, "date", None, None, date.edtf)
        elif text[date.start : date.end] == date.edtf and _is_year(text, date.start, date.end):
            year = Fraction(date.edtf)
            yield Quantity(date.start, date.end, "year", year, year)
        else:
            continue
        end = date.end
    for match in _DECADE.finditer(text):
        decade = Fraction(match["decade"])
        yield Quantity(match.start(), match.end(), "decade", decade, decade)


def _is_year(text: str, start: int, end: int) -> bool:
    """Whether four figures stand as a year: no sum, no count, no part of a code."""
    beside = text[max(0, start - 4) : start]
    return (
        not re.search(r"[\w$¥€£₩.,'’/-]\Z|RMB ?\Z", beside)
        and _UNIT.match(text, end) is None
        and not re.match(rf"\w|[-/.,]\w|\s?(?:{_MAGNITUDE})", text[end : end + 10])
    )


def _intervals(text: str) -> Iterator[Quantity]:
    for match in _FIRST_IN.finditer(text):
        number = _number(match["amount"])
        if number is not None:
            yield Quantity(match.start(), match.end(), "interval", number, number, match["span"].casefold())


def _fractions(text: str) -> Iterator[Quantity]:
    """A third of, two-thirds, three quarters; not a third term, nor "a quarter" alone."""
    for match in _FRACTION.finditer(text):
        part, whole = match["part"].casefold(), match["whole"].casefold()
        if part in {"a", "an"} and match["next"] is None and not _BEFORE.search(text[: match.start()]):
            continue
        share = (read_english(part) or Fraction(1)) / _DENOMINATORS[whole]
        if share <= 1:
            yield Quantity(
                match.start(), match.start("next") if match["next"] else match.end(), "share", share, share
            )


def _parts(text: str) -> Iterator[Quantity]:
    """A part of a whole number: three in ten; of a century, which is a length of time."""
    for match in _CENTURY.finditer(text):
        years = Fraction(50 if match["half"] else 25)
        yield Quantity(match.start(), match.end(), "duration", years, years, "year")
    for match in _OUT_OF.finditer(text):
        since = max(0, match.start() - _LONGEST_PART)
        before = _PART_OF.search(text[since : match.start()])
        part = read_english(before["part"]) if before else None
        whole = read_english(match["whole"])
        if before and part and whole and part < whole:
            start = since + before.start()
            yield Quantity(start, match.end(), "share", part / whole, part / whole)


def _vague(text: str) -> Iterator[Quantity]:
    """Dozens, tens of thousands, hundreds of billions of yen: from two to ten of them."""
    for match in _SOME.finditer(text):
        many = {"tens": 10, "hundreds": 100}.get((match["many"] or "").casefold(), 1)
        great = (match["great"] or "").casefold()
        size = Fraction(10 if not great else many * (100 if great == "hundred" else MAGNITUDES[great]))
        kind: Kind = "money" if match["money"] else "count" if match["count"] else "number"
        unit = _code(match["money"]) if match["money"] else _COUNTS.get((match["count"] or "").casefold(), "")
        yield Quantity(match.start(), match.end(), kind, 2 * size, 10 * size, unit)


def _ordinals(text: str) -> Iterator[Quantity]:
    """First, 21st, and what is counted so: the second quarter, the third consecutive year."""
    for match in _ORDINAL.finditer(text):
        if (match["word"] or "").casefold() == "second" and re.search(
            r"\b(?:a|per|each|every|split) \Z", text[: match.start()][-7:], re.I
        ):
            continue
        if match["figures"] and len(match["figures"]) > LONGEST:
            continue
        number = Fraction(match["figures"] or ORDINALS[match["word"].casefold()])
        number += read_english(match["tens"]) or 0 if match["tens"] else 0
        kind, unit = cast(Kind, (match["part"] or "ordinal").casefold()), ""
        if match["row"] or match["span"]:
            kind, unit = "streak", _singular(match["row"] or match["span"])
        yield Quantity(match.start(), match.end(), kind, number, number, unit)


def _wholes(text: str) -> Iterator[Quantity]:
    for pattern, kind, value in _WHOLE:
        for match in pattern.finditer(text):
            unit = "year" if kind == "duration" else ""
            yield _about(Quantity(match.start(), match.end(), cast(Kind, kind), value, value, unit), text)


def _amounts(text: str) -> Iterator[Quantity]:
    """A number with what is counted, a sum of money, a share; both numbers of ``from 78 to 71 percent``."""
    match = _SCANNED.search(text)
    while match:
        quantity = _fallen(text, match) or _amount(text, match)
        if quantity is not None:
            yield _about(quantity, text)
        second = " to " in match[0] and (quantity is None or quantity.end <= match.end("amount"))
        after = match.start("upto") if second else max(match.end(), quantity.end if quantity else 0)
        match = _SCANNED.search(text, after)


def _fallen(text: str, match: re.Match[str]) -> Quantity | None:
    """The first number of a fall: the 78 of ``78 to 71 percent``, by what the second says."""
    if " to " not in match[0]:
        return None
    unit, high, low = _UNIT.match(text, match.end()), _number(match["amount"]), _number(match["upto"])
    if unit is None or high is None or low is None or high <= low:
        return None
    found = _with_unit(unit, match.start(), high, high)
    return found and replace(found, end=match.end("amount"))


def _amount(text: str, match: re.Match[str]) -> Quantity | None:
    low = _number(match["sum"] or match["amount"])
    if low is None:
        return None
    start, end, high = match.start(), match.end(), low
    if match["symbol"]:
        return Quantity(start, end, "money", low, low, _SYMBOLS[match["symbol"].upper()])
    upto = _number(match["upto"]) if match["upto"] else None
    unit = _UNIT.match(text, end)
    if match["upto"] and (upto is None or upto <= low or unit is None):  # 7-1, "to" of a verb
        end, upto = match.end("amount"), None
        unit = None if text[end : end + 1] in "–~-" else _UNIT.match(text, end)
    high = low if upto is None else upto
    quantity = _with_unit(unit, start, low, high) if unit else None
    if quantity is not None:
        return quantity
    plain = not re.match(r"\w|[-/:.–~]\w|[\u0300-\u036f]", text[end : end + 2])
    one = text[start:end].casefold() in {"one", "a", "an"}
    return Quantity(start, end, "number", low, low) if plain and not one and upto is None else None


def _with_unit(unit: re.Match[str], start: int, low: Fraction, high: Fraction) -> Quantity | None:
    said = {name: wording for name, wording in unit.groupdict().items() if wording is not None}
    end = unit.end()
    if "share" in said:
        return Quantity(start, end, "share", low / 100, high / 100, "off" if "off" in said else "")
    if "points" in said:
        scale = 100 if "basis" in said["points"].casefold() else 1
        return Quantity(start, end, "points", low / scale, high / scale)
    if "money" in said:
        return Quantity(start, end, "money", low, high, _code(said["money"]))
    if "row" in said or "running" in said:
        return Quantity(start, end, "streak", low, high, _singular(said.get("row") or said["span"]))
    if "age" in said:
        return Quantity(start, end, "age", low, high)
    if "time" in said:
        return Quantity(start, end, "duration", low, high, said["time"].casefold())
    if "count" in said:
        return Quantity(start, end, "count", low, high, _COUNTS[said["count"].casefold()])
    return Quantity(start, end, "times", low, high)


def _about(quantity: Quantity, text: str) -> Quantity:
    """The quantity with the words before it that make it less exact."""
    before = _BEFORE.search(text[max(0, quantity.start - 20) : quantity.start])
    if not before or not before.lastgroup:
        return quantity
    approximate = cast(Approximate, SAID_IN_ENGLISH[before.lastgroup])
    return replace(quantity, start=quantity.start - len(before[0]), approximate=approximate)


def _number(wording: str) -> Fraction | None:
    return None if len(wording) > 2 * LONGEST else read_english(wording)


def _code(wording: str) -> str:
    return next(code for words, code in _CURRENCIES.items() if re.fullmatch(words, wording, re.I))


def _singular(word: str) -> str:
    """Of a regular plural: falls, losses, years."""
    word = word.casefold()
    return re.sub(r"(?<=[sx])es\Z|(?<=[^s])s\Z", "", word)

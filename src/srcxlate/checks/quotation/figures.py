"""The numbers of a quotation and of an original as values that can be held against each other.

In comes a text, out come :class:`Figure` values: its quantities, and the numerals beside them that say
no known quantity. A numeral of an original's own script that stands alone (一, 두) may be part of a word:
it can bear out a number of the quotation, and does not ask for one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from srcxlate.checks.quotation.spoken import spoken
from srcxlate.layout import Span
from srcxlate.quantities import Quantity, find, find_english
from srcxlate.quantities.counted import with_words_round
from srcxlate.quantities.figures import figure as printed
from srcxlate.quantities.numerals import fold, numerals

_SPANS = {"year": Fraction(1), "decade": Fraction(10), "month": Fraction(1, 12), "quarter": Fraction(1, 4)}
"""Lengths of time in years."""
_SHORT_SPANS = {"week": Fraction(7), "day": Fraction(1), "hour": Fraction(1, 24), "minute": Fraction(1, 1440)}
"""Shorter ones in days; never a number of the longer ones."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text."""

    span: Span
    kind: str
    """As a quantity has it; ``bare`` for a numeral of which nothing more is known."""
    low: Fraction
    high: Fraction
    unit: str
    approximate: str
    firm: bool
    """Whether it surely is a number that a translation must have."""


def of_original(text: str, language: str) -> list[Figure]:
    """The numbers of an original in its order."""
    return list(_of_original(text, language))


@lru_cache(maxsize=1_000)
def _of_original(text: str, language: str) -> tuple[Figure, ...]:
    quantities = find(text, language)
    found = [_recent(figure, text) for each in quantities for figure in _figures(each)]
    for start, end, values in numerals(text, language):
        if not any(each.start < end and start < each.end for each in quantities):
            bare = with_words_round(Quantity(start, end, "number", *values), fold(text, language), language)
            firm = fold(text[start:end], language).strip()[:1].isdigit()
            found.append(Figure((start, end), "bare", *values, "", bare.approximate, firm))
    for each in spoken(text, language):
        around = [one for one in quantities if one.start < each.end and each.start < one.end]
        if all(each.start <= one.start and one.end < each.end for one in around):
            if each.approximate or around:  # 760 and 亿 are no numbers here, nor is the hour of 1시간 반
                found = [one for one in found if one.span[1] <= each.start or each.end <= one.span[0]]
            found += (replace(figure, firm=False) for figure in _figures(each))
    return tuple(sorted(found, key=lambda figure: figure.span))


def _recent(figure: Figure, text: str) -> Figure:
    """A length of time; 近十年 is the last ten years, where 近百人 is nearly a hundred people."""
    near = figure.kind == "duration" and re.match("(?<![将將])近", text[figure.span[0] :])
    return replace(figure, approximate="") if near else figure


def of_english(text: str) -> list[Figure]:
    """The numbers of an English text in its order."""
    found = [
        figure for each in find_english(text) for figure in _figures(each)
        if not _DOUBLE_AS.match(text, each.start)
    ]  # fmt: skip
    for more in _said_in_words(text):
        start, end = more.span
        if not any(one.span[0] <= start and end <= one.span[1] for one in found):
            found = [*(one for one in found if one.span[1] <= start or end <= one.span[0]), more]
    return sorted(found, key=lambda figure: figure.span)


_DOUBLE_AS = re.compile(r"double[sd]?(?: up)? as\b", re.I)
"""Serves as two things, which counts nothing."""
_HYPHENED = re.compile(
    r"(?<![\w.,-])(?:(?P<figures>\d+)|(?P<nth>first|second|third|fourth|fifth))-(?=[a-z]{3})"
)
"""6-nanometre, third-party."""
_TWENTIES = re.compile(r"\b(?P<tens>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", re.I)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_NTHS = ("first", "second", "third", "fourth", "fifth")
_COUNT = r"an?|one|two|three|four|five|six|seven|eight|nine|ten"
_ONCE = re.compile(r"\bonce(?=\s+(?:an?|per|every|in)\b|\s*[,.;]|\s*\Z)", re.I)
_DOZEN = re.compile(rf"\b(?:(?P<half>half a)|(?P<count>{_COUNT}))\s+dozen\b", re.I)
_PORTION = re.compile(
    rf"\b(?P<count>{_COUNT})[\s-](?P<part>half|quarter|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"(?!\s+(?:time|part|year|quarter|day|month|round|generation|century|consecutive|straight)|-)",
    re.I,
)
_PORTIONS = {"half": 2, "quarter": 4, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
             "eighth": 8, "ninth": 9, "tenth": 10}  # fmt: skip
_THOUSAND_MILLION = re.compile(rf"\b(?P<count>{_COUNT}|[\d.,]*\d)\s+thousand\s+million\b", re.I)
_QUARTERS = re.compile(rf"\b(?:first|last|next|past|previous)\s+(?P<count>{_COUNT})\s+quarters\b", re.I)
_HALF_A = re.compile(r"\bhalf[\s-](?:an?[\s-])?(?P<unit>minute|hour|day|month|year|decade|century)\b", re.I)
_AND_A_HALF = re.compile(
    rf"\b(?:(?P<count>{_COUNT})\s+)?(?:(?P<unit>year|month|week|day|hour|decade)s?\s+and\s+a\s+half\b"
    r"|(?<=\s)and\s+a\s+half\s+times\b)",
    re.I,
)


def _said_in_words(text: str) -> Iterator[Figure]:
    """Numbers that are said by words which are no numerals: once, a dozen, a year and a half."""
    for match in _ONCE.finditer(text):
        yield Figure(match.span(), "times", Fraction(1), Fraction(1), "", "", False)
    for match in _DOZEN.finditer(text):
        dozen = Fraction(6) if match["half"] else 12 * _counted(match["count"])
        yield Figure(match.span(), "number", dozen, dozen, "", "", True)
    for match in _HYPHENED.finditer(text):
        number = Fraction(int(match["figures"]) if match["figures"] else _NTHS.index(match["nth"]) + 1)
        yield Figure(match.span(), "number", number, number, "", "", False)
    for match in re.finditer(r"\bdecade\b", text, re.I):
        yield Figure(match.span(), "duration", Fraction(1), Fraction(1), "decade", "", False)
    for match in _TWENTIES.finditer(text):
        tens = Fraction(10 * (_TENS.index(match["tens"].lower()) + 2))
        yield Figure(match.span(), "number", tens, tens, "", "", False)
    for match in _PORTION.finditer(text):
        part = _counted(match["count"]) / _PORTIONS[match["part"].lower()]
        yield Figure(match.span(), "share", part, part, "", "", False)
    for match in _THOUSAND_MILLION.finditer(text):
        written = match["count"].replace(",", "")
        much = 10**9 * (Fraction(written) if written[0].isdigit() else _counted(written))
        yield Figure(match.span(), "number", much, much, "", "", True)
    for match in _QUARTERS.finditer(text):
        yield Figure(match.span(), "duration", *(_counted(match["count"]),) * 2, "quarter", "", True)
    for match in _HALF_A.finditer(text):
        unit = match["unit"].lower()
        much, unit = (Fraction(50), "year") if unit == "century" else (Fraction(1, 2), unit)
        yield Figure(match.span(), "duration", much, much, unit, "", False)
    for match in _AND_A_HALF.finditer(text):
        much = _counted(match["count"] or "one") + Fraction(1, 2)
        unit = (match["unit"] or "").lower()
        yield Figure(match.span(), "duration" if unit else "times", much, much, unit, "", True)


def _counted(word: str) -> Fraction:
    """The value of a small number in words; an article is one."""
    return Fraction(max(1, _COUNT.split("|").index(word.lower() if len(word) > 2 else "one")))


def _figures(quantity: Quantity) -> Iterator[Figure]:
    span = quantity.start, quantity.end
    if quantity.low is not None and quantity.high is not None:
        firm = not (quantity.kind in {"ordinal", "count", "number"} and quantity.low <= _SMALL)
        firm = firm and not (quantity.kind == "duration" and quantity.low == quantity.high == 1)
        yield Figure(
            span, quantity.kind, quantity.low, quantity.high, quantity.unit, quantity.approximate, firm
        )
        return
    for kind, part in zip(("year", "month", "day"), quantity.unit.split("-"), strict=False):
        if part.isdigit():
            number = Fraction(int(part))
            yield Figure(span, kind, number, number, "", "", kind != "year")


_SMALL = 3
"""Up to here a number may be said by a word that is none: both, the two sides, a first meeting."""


_APART = {"money", "share", "points", "times", "duration", "age", "decade", "century"}
"""Kinds of which one is never said by another."""


def same(english: Figure, original: Figure) -> bool:
    """Whether a number of English is one of an original, however each is put."""
    calendar = {"year", "month", "day"}
    if english.kind != original.kind and {english.kind, original.kind} <= calendar | _APART:
        return False
    units = {english.unit, original.unit}
    if units & _SPANS.keys() and units & _SHORT_SPANS.keys():
        return False
    ends = {original.low, original.high}
    for scale in _scales(english, original):
        low, high = english.low * scale, english.high * scale
        if (low, high) == (original.low, original.high) or (low == high and low in ends):
            return True
    if english.kind == "times" and original.kind == "bare":
        return english.low in ends or english.low - 1 in ends
    return english.low != english.high and original.low in {english.low, english.high}


def _scales(english: Figure, original: Figure) -> list[Fraction]:
    """What a value of the English may be multiplied by to be one of the original."""
    one = Fraction(1)
    if english.kind == "share" and original.kind != "share":
        return [one, Fraction(100), Fraction(10)]
    if original.kind == "share" and english.kind in {"number", "bare"}:
        return [Fraction(1, 100), one]
    if english.kind == "duration" and english.unit in _SPANS:
        if original.kind == "duration" and original.unit in _SPANS:
            return [_SPANS[english.unit] / _SPANS[original.unit]]
        return [one, _SPANS[english.unit]]
    if english.unit in _SHORT_SPANS and original.unit in _SHORT_SPANS:
        return [_SHORT_SPANS[english.unit] / _SHORT_SPANS[original.unit]]
    return [one]


_IN_ENGLISH = {
    "over": r"more than|\bover\b|at (?:the )?(?:very )?least|or more|and more|exceed|upward|above"
    r"|\bplus\b|no less|no fewer|odd\b|beyond|top|minimum"
    r"|older|or later|and up|or up|from|surpass|past|in excess|greater than|not less|some|about"
    r"|or longer|and a bit|\bjust over|from",
    "under": r"less than|under|below|at (?:the )?(?:very )?most|or less|or fewer|up to|maximum|no more|within"
    r"|no longer than|not more"
    r"|almost|nearly|close to|short of|fewer|shy of|or under|not exceed|as much as|as many as|not even",
    "about": r"about|around|rough|approximat|\bsome\b|near|almost|close to|or so|circa|in the (?:region"
    r"|order) of|nigh|odd\b"
    r"|more or less|just (?:over|under)|some(?:what|thing)|estimated|slightly",
    "nearly": r"near|almost|close to|just under|about|around|some|approach|rough|approximat|up to|less than"
    r"|not quite|verg",
}
_CONTRARY = {"over": r"less than|fewer than|at (?:the )?(?:very )?most|up to|or less|no more than|just under"
r"|nearly|almost",
             "under": r"more than|at (?:the )?(?:very )?least|or more|upward|in excess|(?<!just )\bover\b"
             r"|exceed(?<!not exceed)"}  # fmt: skip
_REACH = 30
"""Characters on both sides of an English number in which a word makes it less exact."""


def bounded_otherwise(english: Figure, original: Figure, text: str) -> bool:
    """Whether the English says at most where the original says at least, or the other way round.

    :param text: the English text that the number stands in.
    """
    contrary = _CONTRARY.get(original.approximate)
    around = _around(english, text)
    expected = _IN_ENGLISH.get(original.approximate)
    return bool(
        contrary
        and expected
        and re.search(contrary, around, re.I)
        and not re.search(expected, re.sub(contrary, "", around, flags=re.I), re.I)
    )


def loses_approximation(english: Figure, original: Figure, text: str) -> bool:
    """Whether the original bounds a number or makes it less exact, and the English has no word for it."""
    expected = _IN_ENGLISH.get(original.approximate)
    return bool(expected and not re.search(expected, _around(english, text), re.I))


def _around(english: Figure, text: str) -> str:
    return text[max(0, english.span[0] - _REACH) : english.span[1] + _REACH]


def plain(figure: Figure) -> str:
    """A number of an original for a reader of English."""
    scale = 100 if figure.kind == "share" else 1
    ends = dict.fromkeys(printed(end * scale) for end in (figure.low, figure.high))
    return " to ".join(ends) + (" percent" if figure.kind == "share" else "")

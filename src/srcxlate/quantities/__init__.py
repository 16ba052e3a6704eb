"""The quantities of a Japanese, Korean or Chinese text as values, and how English prints them.

In comes text, out come :class:`Quantity` values in its order, none inside another: what each says, its
offsets, and its English. A small language model gets 億 and 조 wrong in half of all cases; :func:`rewritten`
names what is better put into English before it sees the text.

Numerals with the words round them are read by ``counted``; here are dates, years and the words that are a
quantity by themselves.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import cast

from srcxlate.dates import ERAS, find_dates
from srcxlate.quantities import counters
from srcxlate.quantities.counted import counted, with_words_round
from srcxlate.quantities.english import find_english
from srcxlate.quantities.figures import Kind, Quantity, dated
from srcxlate.quantities.numerals import PATTERNS, fold, value
from srcxlate.quantities.parts import parts

__all__ = ["RULES", "Quantity", "find", "find_english", "rewritten"]

RULES = 5
"""Raised with every change of what :func:`rewritten` gives: it is part of an engine's identity."""
_HIDDEN = "\x00"
"""Stands in the folded text for what is read already and for addresses."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_WHOLE = {
    each: [(re.compile(word), *said) for word, said in counters.WHOLE[each].items()] for each in PATTERNS
}
_MONTH_DAY = re.compile(
    r"(?<![\d一二三四五六七八九十.])(\d{1,2}|十?[一二]|[三四五六七八九十])\s?[月월]\s?"
    r"(\d{1,2}|[二三]?十?[一二三四五六七八九]|[二三]?十)\s?[日号號일](?![本間간])"
)
_SHORT_YEAR = re.compile(r"'(\d\d)[年년](?![代度間])")
_FISCAL = re.compile(r"[度]|도(?![가-힣])")
_DIRECTIONS = {
    "ja": (
        (re.compile(r"減(?![^\W\dぁ-んァ-ヶ])"), "decrease"),
        (re.compile(r"増(?![^\W\dぁ-んァ-ヶ])"), "increase"),
    ),
    "ko": (
        (re.compile(r"\s?(?:감소|하락|급감)"), "decrease"),
        (re.compile(r"\s?(?:증가|상승|급증)"), "increase"),
    ),
    "zh": ((re.compile(r"的?(?:下降|减少|減少|下滑|跌幅|降幅)"), "decrease"),
           (re.compile(r"的?(?:增长|增長|增加|上升|涨幅|漲幅|增幅)"), "increase")),
}  # fmt: skip
"""What follows a share right away and says where it went."""
_LIKE_TIME = re.compile(r"\d[分時月日年秒]\w")
"""A counter that begins like a unit of time: 35分野 are no 35 minutes."""
_SCRIPT = re.compile(r"[〇一二三四五六七八九十百千万億兆京廿卅数수십백천만억조]")


def find(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text, in its order, none inside another.

    :param language: ``ja``, ``ko`` or ``zh``; a text in any other has none that could be read here.
    """
    if language not in PATTERNS:
        return ()
    folded = list(fold(text, language))
    found: list[Quantity] = []
    for address in _ADDRESS.finditer(text):
        folded[address.start() : address.end()] = _HIDDEN * len(address[0])
    for reader in (_dates, _days, parts, _wholes):
        for quantity in reader("".join(folded), language):
            found.append(quantity)
            folded[quantity.start : quantity.end] = _HIDDEN * (quantity.end - quantity.start)
    found += (
        _with_currency(each, text[each.start : each.end]) for each in counted("".join(folded), language)
    )
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def rewritten(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities that are better put into English before a model drafts the text.

    Those with a numeral or a magnitude in script (3,500億円, 三割, 数十, 令和6年), a number of times,
    a streak, an interval, a share that is not written with %, or with its rise or fall (15.3%減), a day of a
    month. Not ``35%`` and ``35``, which it knows.
    """
    found = [_with_direction(each, text, language) for each in find(text, language)]
    return tuple(each for each in found if _worth(each, text[each.start : each.end]))


def _with_direction(quantity: Quantity, text: str, language: str) -> Quantity:
    """A share with the rise or fall that is written right behind it: 15.3%減 is a 15.3 percent decrease."""
    if quantity.kind != "share":
        return quantity
    for wording, english in _DIRECTIONS[language]:
        if match := wording.match(text, quantity.end):
            return replace(quantity, end=match.end(), english=f"{quantity.english} {english}")
    return quantity


def _with_currency(quantity: Quantity, wording: str) -> Quantity:
    """元 in traditional characters may be of China or of Taiwan: it has no code."""
    open_ = (
        quantity.unit == "CNY"
        and wording.endswith("元")
        and "人民" not in wording
        and re.search("[億萬]", wording)
    )
    return replace(quantity, unit="") if open_ else quantity


def _worth(quantity: Quantity, wording: str) -> bool:
    if quantity.kind in {"times", "streak", "interval", "date", "half", "quarter"}:
        return True
    if quantity.english.endswith((" decrease", " increase")):
        return True
    if quantity.english.endswith(" major"):
        return True
    if quantity.kind == "share" and "%" not in wording and "％" not in wording:
        return True
    if quantity.kind == "count" and _LIKE_TIME.search(wording):
        return True
    return _SCRIPT.search(fold(wording, "zh")) is not None or any(era in wording for era in ERAS)


def _dates(folded: str, language: str) -> Iterator[Quantity]:
    """Days, months of a year and years, eras among them; none that is written in Latin letters."""
    end = 0
    for date in find_dates(folded):
        wording = folded[date.start : date.end]
        if date.start < end or not (
            wording[-1] in "年月日년월일" or re.fullmatch(r"\d{4}([-./])\s?\d+\1\s?\d+", wording)
        ):
            continue
        end = date.end
        if len(date.edtf) > 4:
            yield Quantity(date.start, end, "date", None, None, date.edtf, "", dated(date.edtf))
        elif folded[end : end + 1] not in {"代", "대", "間", "간"}:
            year, fiscal = Fraction(date.edtf), _FISCAL.match(folded, end)
            end = fiscal.end() if fiscal else end
            english = f"fiscal {date.edtf}" if fiscal else date.edtf
            yield Quantity(date.start, end, "year", year, year, "fiscal" if fiscal else "", "", english)
        else:
            end = 0


def _days(folded: str, language: str) -> Iterator[Quantity]:
    """Days of a month without their year, and years of two figures behind an apostrophe."""
    for match in _MONTH_DAY.finditer(folded):
        month, day = (int(value(part) or 0) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            edtf = f"XXXX-{month:02d}-{day:02d}"
            yield Quantity(match.start(), match.end(), "date", None, None, edtf, "", dated(edtf))
    for match in _SHORT_YEAR.finditer(folded):
        year = Fraction(int(match[1]) + (2000 if int(match[1]) < 50 else 1900))
        yield Quantity(match.start(), match.end(), "year", year, year, "", "", str(year))


def _wholes(folded: str, language: str) -> Iterator[Quantity]:
    """Words that say a quantity without a numeral: 半数, 절반, 翻番."""
    for pattern, kind, number, unit, english in _WHOLE[language]:
        for match in pattern.finditer(folded):
            bare = Quantity(match.start(), match.end(), cast(Kind, kind), number, number, unit, "", english)
            yield with_words_round(bare, folded, language)

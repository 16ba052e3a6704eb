"""Numbers of an original that its quantities leave out: 七百六十多亿, 半小時, 90分, 이틀.

In comes a text, out come :class:`Quantity` values. They are needed to hold a quotation against, where an
hour may be sixty minutes; what a draft is given is none of their business.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from srcxlate.quantities.figures import Quantity
from srcxlate.quantities.numerals import fold, numerals

_SCALES = {
    "百": 100, "千": 1_000, "万": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12, "백": 100, "천": 1_000,
    "만": 10**4, "억": 10**8, "조": 10**12,
}  # fmt: skip
_ODD = {
    "ja": re.compile("(?:余り?|数)(?P<scale>[千万亿億兆])(?!能|葉)"),
    "ko": re.compile(r"(?:여|몇)\s?(?P<scale>[백천만억조])(?=\s|[가-힣])"),
    "zh": re.compile("(?:多|余|餘|来|來|几|幾)(?P<scale>[千万亿億兆]{1,2})"),
}
"""What stands within a number and says that it is a little more: 三十余万."""
_UNITS = {
    "ja": {"分": "minute", "時間": "hour", "日": "day", "週間": "week", "年": "year", "世紀": "century"},
    "ko": {"분": "minute", "시간": "hour", "일": "day", "주": "week", "년": "year", "세기": "century",
           "달": "month", "해": "year"},
    "zh": {"分钟": "minute", "分鐘": "minute", "小时": "hour", "小時": "hour", "个小时": "hour",
           "個小時": "hour", "个钟头": "hour", "天": "day", "周": "week", "週": "week", "星期": "week",
           "个星期": "week", "個星期": "week", "年": "year", "个月": "month", "個月": "month",
           "世纪": "century", "世紀": "century", "个世纪": "century", "個世紀": "century"},
}  # fmt: skip
_PATTERNS = {
    language: re.compile(r"\s?(?P<unit>" + "|".join(sorted(units, key=len, reverse=True))
                         + r")\s?(?P<half>半|반(?![복응대면]))?(?!野|の|科|会|権|主|化)")
    for language, units in _UNITS.items()
}  # fmt: skip
_HALVES = {
    language: re.compile("[半반]\\s?(?P<unit>" + "|".join(sorted(units, key=len, reverse=True)) + ")")
    for language, units in _UNITS.items()
}
_CLOCK = frozenset("時시点點第")
"""What stands before a numeral of a time of day: 3時15分."""
_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}
_DAY = re.compile(rf"(?<![가-힣])(?:{'|'.join(_DAYS)})")
_MONTHS = re.compile(r"(?<![가-힣])(?P<count>[석서넉너])\s?달")
"""Native numerals as they stand before a month: three and four."""


def spoken(text: str, language: str) -> Iterator[Quantity]:
    """Numbers with a word for “more” before their scale, and lengths of time, also of a half."""
    units, odd = _UNITS.get(language, {}), _ODD.get(language)
    if odd is None:
        return
    folded = fold(text, language)
    for start, end, (low, _) in numerals(text, language):
        if match := odd.match(folded, end):
            scale = Fraction(1)
            for one in match["scale"]:
                scale *= _SCALES[one]
            yield Quantity(start, match.end(), "number", low * scale, low * scale, approximate="over")
        elif (match := _PATTERNS[language].match(text, end)) and text[start - 1 : start] not in _CLOCK:
            much = low + Fraction(1, 2) * bool(match["half"])
            yield _length(start, match.end(), much, units[match["unit"]])
    for match in _HALVES[language].finditer(text):
        if not text[match.start() - 1 : match.start()].isdigit():
            yield _length(match.start(), match.end(), Fraction(1, 2), units[match["unit"]])
    if language == "ko":
        for match in _DAY.finditer(text):
            yield _length(match.start(), match.end(), Fraction(_DAYS[match[0]]), "day")
        for match in _MONTHS.finditer(text):
            yield _length(match.start(), match.end(), Fraction(3 if match["count"] in "석서" else 4), "month")


def _length(start: int, end: int, much: Fraction, unit: str) -> Quantity:
    if unit == "century":
        much, unit = 100 * much, "year"
    return Quantity(start, end, "duration", much, much, unit)

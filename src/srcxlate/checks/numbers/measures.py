"""Measures in a text, by their size: 2.5亿千瓦 and 250 gigawatts, 30坪 and 100 square metres.

In comes text, out come :class:`Measure` values in its order, each in watts, watt hours, metres, square metres
or kilograms.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType

from srcxlate.layout import Span
from srcxlate.quantities.numerals import MAGNITUDES, fold, read_english, value

_PREFIXES = {
    10**3: "キロ 千 킬로 k kilo", 10**6: "メガ 兆 百萬 메가 M mega", 10**9: "ギガ 吉 기가 G giga",
    10**12: "テラ 太 테라 T tera",
}  # fmt: skip
_WATT = "ワット 瓦 와트 W watt"
_HOURS = ("時", "时", "시", "시간", "小時", "小时", "h", "-hour", " hour")
_SIZES = MappingProxyType({
    "power": {"1000": "瓩", "1000000": "千瓩"},
    "area": {
        "1": "㎡ 平方米 平米 平方公尺 平方メートル 제곱미터 square_meter square_metre",
        "3.3058": "坪 평 ping pyeong tsubo",
        "666.7": "亩 mu", "1e4": "公顷 公頃 ヘクタール 헥타르 hectare", "9699": "甲", "4046.9": "acre",
        "1e6": "平方公里 平方キロ 平方キロメートル 제곱킬로미터 square_kilometer square_kilometre",
        "2.59e6": "square_mile", "0.0929": "square_foot square_feet",
    },
    "length": {
        "1": "米 公尺 メートル 미터 meter metre m",
        "1000": "公里 キロメートル キロ 킬로미터 km kilometer kilometre",
        "500": "里", "1852": "海里 浬 해리 カイリ nautical_mile", "1609.3": "mile", "0.3048": "foot feet",
    },
    "weight": {
        "1": "公斤 キログラム 킬로그램 kg kilogram kilo", "0.5": "斤", "0.6": "근", "0.4536": "pound",
        "1000": "トン 吨 噸 公噸 톤 ton tonne t",
    },
})  # fmt: skip
"""The sizes of units in metres, square metres, watts and kilograms: the SI's, and the customary ones of Japan
and Korea (坪, 평: 400/121 square metres), of the PRC (亩: 1/15 hectare; 里, 斤) and of Taiwan (甲)."""
_ROUNDED = 0.06
"""The part by which two measures in other units may be apart."""
_EXACT = 1e-6
_SIGNS = r"\d〇一二三四五六七八九两兩十百千万萬億亿兆만억조천백"
"""What a numeral is written with; 千 begins a unit as well: 千瓦."""
_ABSURD = 10**30
"""A number that measures nothing."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit."""

    span: Span
    measured: str
    """``power``, ``energy``, ``area``, ``length`` or ``weight``."""
    size: float
    unit: float
    """The size of the unit."""

    def agrees(self, other: "Measure") -> bool:
        """Whether two measures are one, rounded if their units differ."""
        apart = abs(self.size - other.size) / max(self.size, other.size, _EXACT)
        return self.measured == other.measured and apart <= (_EXACT if self.unit == other.unit else _ROUNDED)


def find_measures(text: str, *, english: bool) -> Iterator[Measure]:
    """The measures of an English text, or of a Japanese, Korean or Chinese one."""
    for match in _measure(english=english).finditer(text):
        number = _english(match) if english else value(fold(match["number"].replace(",", ""), "zh"))
        if number is not None and number < _ABSURD:
            measured, size = _units()[re.sub("[- ]", "_", match["unit"])]
            yield Measure(match.span(), measured, float(number) * size, size)


def _english(match: re.Match[str]) -> Fraction | None:
    number = match["number"].casefold()
    size = Fraction(MAGNITUDES[match["great"]]) if match["great"] else Fraction(1)
    read = Fraction(1) if number in {"a", "an"} else read_english(number)
    return None if read is None else read * size


@cache
def _units() -> dict[str, tuple[str, float]]:
    """Each wording of a unit, ``_`` for a space or a hyphen, with what it measures and its size."""
    units: dict[str, tuple[str, float]] = {}
    for watt in _WATT.split():
        prefixed = {watt: 1}
        prefixed |= {prefix + watt: size for size, them in _PREFIXES.items() for prefix in them.split()}
        units |= {name: ("power", float(size)) for name, size in prefixed.items()}
        units |= {
            name + re.sub("[- ]", "_", hour): ("energy", float(size))
            for name, size in prefixed.items() for hour in _HOURS
        }  # fmt: skip
    for measured, table in _SIZES.items():
        units |= {name: (measured, float(size)) for size, names in table.items() for name in names.split()}
    return units


@cache
def _measure(*, english: bool) -> re.Pattern[str]:
    names = sorted(_units(), key=len, reverse=True)
    if not english:
        number = rf"(?<![{_SIGNS},.])[{_SIGNS}][{_SIGNS},.]*?"
        return re.compile(rf"(?P<number>{number})[余餘多여 ]?(?P<unit>{'|'.join(names)})")
    latin = "|".join(name.replace("_", "[- ]") for name in names if name.isascii())
    return re.compile(
        rf"(?<![\w.])(?P<number>\d[\d,]*(?:\.\d+)?|An?|[a-z]+)(?: (?P<great>{'|'.join(MAGNITUDES)}))?[ -]?"
        rf"(?P<unit>{latin})s?\b"
    )

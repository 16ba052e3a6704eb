"""A quantity, and how an English newspaper prints it: 350 billion yen, two thirds, the 21st century.

In come values with their kind and unit, out goes wording. One to nine and first to ninth are words, except in
sums of money and percentages; so are millions and more.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from srcxlate.quantities.counters import CURRENCIES, SINGULAR
from srcxlate.quantities.numerals import ONES, ORDINALS

Kind = Literal[
    "number", "share", "points", "times", "money", "count", "age", "ordinal", "streak", "interval",
    "duration",
    "date", "day", "month", "quarter", "half", "year", "decade", "century",
]  # fmt: skip
Approximate = Literal["", "about", "over", "under", "nearly"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text."""

    start: int
    end: int
    """Offsets in the text as given; words such as 約 and 以上 are within them."""
    kind: Kind
    low: Fraction | None
    high: Fraction | None
    """The least and the greatest value: equal for 35, 3 and 5 for 3~5, 20 and 100 for 数十; None for dates.

    30 percent is 3/10, a rise by 0.5 percentage points 1/2, a doubling 2, the 1990s 1990.
    """
    unit: str = ""
    """A currency's ISO 4217 code, what is counted (in English), of a date its EDTF; empty if not known."""
    approximate: Approximate = ""
    english: str = ""
    """As a newspaper prints it: "350 billion yen", "one third"; of an English text its own wording."""

    @property
    def value(self) -> Fraction | None:
        """The exact value; None for a range, for 数十 and for dates."""
        return self.low if self.low == self.high else None

    @property
    def months(self) -> Fraction | None:
        """Its length in months: 6 for half a year. None for what is no length of time, for weeks and less."""
        if self.kind == "half":
            return Fraction(6)
        size = _MONTHS_IN.get(self.unit) if self.kind in {"duration", "interval"} else None
        return None if size is None or self.value is None else self.value * size


_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def figure(number: Fraction) -> str:
    """A number as a newspaper prints it: 12, 1,200, 3.5, 350 billion, 1,200 trillion.

    Millions and more in words where three decimals say it exactly, else in figures.
    """
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if number >= size and (number / size * 1000).denominator == 1:
            return f"{_decimal(number / size)} {name}"
    return _decimal(number)


def _decimal(number: Fraction) -> str:
    if number.denominator == 1:
        return f"{number.numerator:,}"
    places = next((places for places in range(1, 12) if (number * 10**places).denominator == 1), 3)
    whole, part = divmod(round(number * 10**places), 10**places)
    return f"{whole:,}.{part:0{places}}"


def spelled(number: Fraction) -> str:
    """Like :func:`figure`, but in a word from one to nine."""
    return ONES[int(number)] if number.denominator == 1 and 0 < number < 10 else figure(number)


def ordinal(number: Fraction) -> str:
    """``first`` to ``ninth``, then 10th, 21st."""
    if 0 < number < 10:
        return next(word for word, each in ORDINALS.items() if each == number)
    last, tens = int(number) % 10, int(number) // 10 % 10
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return f"{int(number):,}{ending}"


def some(unit: Fraction) -> str:
    """What 数 with a magnitude says: several, dozens, hundreds, tens of thousands of, millions of."""
    if unit == 1:
        return "several"
    power = len(str(int(unit))) - 1
    name = ("", "thousands", "millions", "billions", "trillions")[min(power // 3, 4)]
    times = ("", "tens", "hundreds")[power % 3]
    return "dozens of" if power == 1 else " of ".join(part for part in (times, name) if part) + " of"


def printed(kind: Kind, unit: str, low: Fraction, high: Fraction, vague: str) -> str:
    """A quantity as a newspaper prints it.

    :param vague: what stands for a value that is not known, as :func:`some` gives it; else empty.
    """
    one = low == high == 1
    amount = vague or (figure(low) if low == high else f"{figure(low)} to {figure(high)}")
    few = vague or (spelled(low) if low == high else f"{spelled(low)} to {spelled(high)}")
    if kind == "money":
        return f"{amount} {CURRENCIES[unit][0 if one else 1]}"
    if kind == "share":
        share = f"{vague} percent" if vague else percent(low, high)
        return f"{share} {unit}".strip()
    if kind == "points":
        amount = percent(low, high).removesuffix(" percent") if unit == "basis" and not vague else amount
        return f"{amount} {unit} points".replace("  ", " ")
    if kind == "times":
        return "twice" if low == high == 2 else f"{few} times"
    if kind == "count":
        counted = SINGULAR.get(unit, unit.removesuffix("s")) if one else unit
        return f"{few} {counted}".strip().removesuffix(" of")
    if kind == "age":
        return f"{figure(low)} years old"
    if kind == "duration":
        return few + f" {unit}" + ("" if one else "s")
    if kind == "month":
        return " to ".join(dict.fromkeys(MONTHS[int(number) - 1] for number in (low, high)))
    if kind in {"ordinal", "day", "quarter", "century"}:
        named = {"quarter": " quarter", "century": " century"}.get(kind, f" {unit}" if unit else "")
        return " to ".join(dict.fromkeys((ordinal(low), ordinal(high)))) + named
    if kind == "decade":
        return f"{low}s"
    if kind == "year":
        return f"fiscal {low}"
    return amount


def percent(low: Fraction, high: Fraction) -> str:
    """A share, or two, of which 1 is the whole, as percent."""
    return " to ".join(dict.fromkeys(figure(100 * share) for share in (low, high))) + " percent"


def fraction(part: Fraction, whole: Fraction) -> str:
    """Two thirds, three quarters, 5/12."""
    if part == 1 and whole == 2:
        return "half"
    if part.denominator == whole.denominator == 1 and 0 < part < 10 and 2 < whole <= 10:
        name = "quarter" if whole == 4 else {10: "tenth"}.get(int(whole), ordinal(whole))
        return many(part, name)
    return f"{figure(part)}/{figure(whole)}"


def many(number: Fraction, unit: str) -> str:
    """So many of a unit with a regular plural."""
    return f"{spelled(number)} {unit}" + ("" if number == 1 else "s")


def length(low: Fraction, high: Fraction, unit: str) -> str:
    """A length of time: several years, two to three weeks, four years and nine months."""
    if low != high:
        amount = "several" if low == 2 and high == 10 else f"{spelled(low)} to {spelled(high)}"
        return f"{amount} {unit}s"
    if low > 1 and low.denominator == 2:
        return f"{spelled(low - Fraction(1, 2))} and a half {unit}s"
    years, months = divmod(low * 12, 12)
    if unit == "year" and months and months.denominator == 1:
        return f"{many(Fraction(years), 'year')} and {many(months, 'month')}"
    return many(low, unit)


def dated(edtf: str) -> str:
    """A date of a day or a month: May 3, 2024; May 2024; May 3 for XXXX-05-03."""
    year, month, day = (edtf + "--").split("-")[:3]
    wording = MONTHS[int(month) - 1] + (f" {int(day)}" if day else "")
    return wording if year == "XXXX" else f"{wording}{',' if day else ''} {year}"

"""A numeral with the words round it, as a quantity: 約3,500億円, 3割5分, 4年ぶり, 8개월 연속, 两三成, 八连跌.

In comes folded Japanese, Korean or Chinese text, out come :class:`Quantity` values. What is not surely one is
left out: a numeral in script counts only with a unit, a counter or a great magnitude beside it (一部, 四国,
일본 and 三星 are none), and figures count for nothing in a name (G7, F-35, 5G).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

from srcxlate.quantities import counters
from srcxlate.quantities.figures import (
    Approximate,
    Kind,
    Quantity,
    fraction,
    length,
    many,
    ordinal,
    percent,
    printed,
    some,
    spelled,
)  # fmt: skip
from srcxlate.quantities.numerals import PATTERNS, Span, read, value


@dataclass(frozen=True, slots=True)
class _Numeral:
    """A numeral, or two with "to" between them."""

    start: int
    end: int
    written: str
    values: Span

    @property
    def arabic(self) -> bool:
        return self.written[0] in "0123456789"


_NEAR = 16
"""Characters before a numeral in which words that belong to it are looked for."""


def _units(language: str) -> re.Pattern[str]:
    """A language's units, the longest first, none that is the beginning of another word."""
    forbidden = counters.NOT_BEFORE[language]
    words = sorted(counters.UNITS[language], key=len, reverse=True)
    wordings = [
        re.escape(word) + (f"(?![{forbidden[word]}])" if forbidden.get(word) else "") for word in words
    ]
    return re.compile(rf"(?P<more>\s?(?:{counters.BETWEEN[language]}))?\s?(?P<unit>{'|'.join(wordings)})")


_UNIT = {language: _units(language) for language in PATTERNS}
_LEAD = {
    each: re.compile(rf"(?:(?:{counters.BEFORE[each]})\s?)?(?:(?:{counters.LEADS[each]})\s?)?\Z")
    for each in PATTERNS
}
_TRAIL = {each: re.compile(rf"\s?(?:{counters.AFTER[each]})") for each in PATTERNS}
_STREAK = {
    each: re.compile(rf"{'연' if each == 'ko' else '[連连]'}(?P<what>{'|'.join(counters.STREAKS[each])})")
    for each in PATTERNS
}
_IN_A_ROW = {each: re.compile(counters.IN_A_ROW[each]) for each in PATTERNS}
_FIRST_IN = {each: re.compile(counters.FIRST_IN[each]) for each in PATTERNS}
_FRACTION = {each: re.compile(counters.FRACTION[each]) for each in PATTERNS}
_MONTHS_TOO = {
    "ja": re.compile(r"(\d{1,2})[カかヶヵケ箇]月"), "ko": re.compile(r"\s?(\d{1,2})개월"),
         "zh": re.compile("(?!)"),
}  # fmt: skip
_HALF = re.compile(r"半(?![年数])|\s반(?![가-힣])")
_SUPERLATIVE = re.compile(r"の?[最高安低円大]|\s?(?:처음|최[고저대소악]|가장)")
_AFTER_NTH = re.compile(r"\s?(?:[回次届屆代]目?|[차회대기](?![가-힣])|[차회대기](?=에|의|는|를))")
_TIMES_NTH = re.compile(r"目(?![的標指立次前])|번째")
_PARTS = {
    "割": re.compile(r"(?:([\d一二三四五六七八九])分)?(?:([\d一二三四五六七八九])厘)?"),
    "成": re.compile("([一二三四五六七八九半])?"),
}
_JOIN = re.compile(r"\s?([~至到、-])\s?")
_LARGE_END = re.compile("[千万億兆만억조천]+$")
_NAME_BEFORE = re.compile(
    r"[A-Za-z0-9_][-./:・·~']?\Z|[-・·/.]\Z|(?<![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]):\Z"
)
_NAME_AFTER = re.compile(r"[-/.:・·]?[A-Za-z0-9_]")
_WORD_AFTER = {
    "ja": re.compile(r"[\u30a1-\u30fa\u3400-\u9fff]"), "zh": re.compile(r"[\u3400-\u9fff]"),
    "ko": re.compile(r"(?!(?:은|는|이|가|을|를|로|으로|의|에|와|과|도|만|부터|까지)(?![가-힣]))[가-힣]"),
}  # fmt: skip


def counted(folded: str, language: str) -> Iterator[Quantity]:
    """What a numeral and the words round it say."""
    end = 0
    for match in PATTERNS[language].finditer(folded):
        if match.start() >= end:
            quantity = _quantity(folded, match, language)
            if quantity:
                end = quantity.end
                yield quantity


def _quantity(folded: str, match: re.Match[str], language: str) -> Quantity | None:
    numeral = _numeral(folded, match, language)
    if numeral is None:
        return None
    before = {name: said for name, said in _lead(folded, numeral.start, language).groupdict().items() if said}
    quantity = _fraction(folded, numeral, language) or _streak(folded, numeral, language)
    if quantity is None and "nth" in before:
        quantity = _ordinal(folded, numeral, language)
    elif quantity is None:
        quantity = _with_unit(folded, numeral, language, before)
    if quantity is None:
        quantity = _bare(numeral, language, _currency(before))
    if quantity is None or not _is_surely(quantity, numeral, folded, language, before):
        return None
    return with_words_round(quantity, folded, language)


def _numeral(folded: str, match: re.Match[str], language: str) -> _Numeral | None:
    """The numeral found, with the one that it is joined to: 3~5, 30万円〜50万円, 二、三."""
    values = read(match[0], language)
    if values is None:
        return None
    first = _Numeral(match.start(), match.end(), match[0], values)
    unit = _UNIT[language].match(folded, first.end)
    for place in (first.end, unit.end() if unit else None):
        join = _JOIN.match(folded, place) if place is not None else None
        second = PATTERNS[language].match(folded, join.end()) if join else None
        last = read(second[0], language) if second else None
        if not join or not second or not last or last[0] != last[1] or values[0] != values[1]:
            continue
        if unit and place == unit.end() and not folded.startswith(unit["unit"], second.end()):
            continue
        magnitude = _LARGE_END.search(second[0])
        scale = read(magnitude[0], language) if magnitude and not _LARGE_END.search(first.written) else None
        low = values[0] * scale[0] if scale and values[0] * scale[0] < last[0] else values[0]
        small = low + 1 == last[0] < 10 and "." not in match[0]
        if low < last[0] and (
            join[1] in "~至到" or (join[1] == "、" and small) or (join[1] == "-" and first.arabic)
        ):
            return replace(first, end=second.end(), values=(low, last[0]))
    return first


def _fraction(folded: str, numeral: _Numeral, language: str) -> Quantity | None:
    """3分の1, 三分之一, 百分之六十."""
    of = _FRACTION[language].match(folded, numeral.end)
    part = PATTERNS[language].match(folded, of.end()) if of else None
    parts = read(part[0], language) if part else None
    whole = numeral.values[0]
    if part is None or parts is None or parts[0] != parts[1] or whole != numeral.values[1] or not whole:
        return None
    share = parts[0] / whole
    english = percent(share, share) if whole in {100, 1000, 10000} else fraction(parts[0], whole)
    return Quantity(numeral.start, part.end(), "share", share, share, "", "", english)


def _streak(folded: str, numeral: _Numeral, language: str) -> Quantity | None:
    """八连跌, 三連敗, 3연승."""
    row = _STREAK[language].match(folded, numeral.end)
    if not row or numeral.values[0] != numeral.values[1] or numeral.values[0] < 2:
        return None
    unit = counters.STREAKS[language][row["what"]]
    number = numeral.values[0]
    english = f"{ordinal(number)} straight {unit}" if unit else f"{spelled(number)} in a row"
    return Quantity(numeral.start, row.end(), "streak", number, number, unit, "", english)


def _ordinal(folded: str, numeral: _Numeral, language: str) -> Quantity | None:
    """What follows 第: 第3回, 제21대, 第2四半期, 第九条."""
    number = numeral.values[0]
    if number != numeral.values[1] or number.denominator != 1 or number < 1:
        return None
    counted = _AFTER_NTH.match(folded, numeral.end)
    unit = _UNIT[language].match(folded, numeral.end)
    said = counters.UNITS[language][unit["unit"]] if unit else None
    if unit and said and said.kind in {"quarter", "century"}:
        return Quantity(numeral.start, unit.end(), cast(Kind, said.kind), number, number, "", "",
                        f"{ordinal(number)} {said.kind}")  # fmt: skip
    if unit and said and said.kind == "clause":
        return Quantity(
            numeral.start, unit.end(), "ordinal", number, number, said.unit, "", f"{said.unit} {number}"
        )
    if not counted and not numeral.arabic:
        return None
    end = counted.end() if counted else numeral.end
    return Quantity(numeral.start, end, "ordinal", number, number, "", "", ordinal(number))


def _currency(before: dict[str, str]) -> str:
    """The code of the sign or name before a sum; empty without one."""
    symbol = before.get("symbol", "")
    return counters.SYMBOLS.get(symbol, "TWD") if symbol else ""


def _with_unit(folded: str, numeral: _Numeral, language: str, before: dict[str, str]) -> Quantity | None:
    """A numeral with a unit behind it, and with what follows on that: 3割5分, 4年ぶり, 3年連続, 3回目."""
    match = _UNIT[language].match(folded, numeral.end)
    if match is None:
        return None
    unit = counters.UNITS[language][match["unit"]]
    if not numeral.arabic and match["unit"] in counters.ONLY_AFTER_FIGURES:
        return None
    low, high = (number * unit.scale for number in numeral.values)
    end = match.end()
    if match["unit"] in _PARTS and low == high:
        parts = _PARTS[match["unit"]].match(folded, end)
        if parts and parts[0]:
            end = parts.end()
            extra = sum(_part(part) / 10**place for place, part in enumerate(parts.groups(), 2) if part)
            low, high = low + extra, high + extra
    if match["unit"] == "折":
        low = high = 1 - numeral.values[0] / (10 if numeral.values[0] < 10 else 100)
        if not 0 < low < 1 or folded[numeral.start - 1 : numeral.start] == "波":  # 一波三折
            return None
    bare = Quantity(numeral.start, end, cast(Kind, unit.kind), low, high, unit.unit)
    if bare.kind == "money":
        bare = replace(bare, unit=_currency(before) or bare.unit)
    else:
        bare = _followed(folded, bare, language, before) or bare
    quantity = bare if bare.english else _said(bare, numeral, folded)
    if quantity is not None and match["more"] and not quantity.approximate:
        quantity = replace(quantity, approximate="over", english=f"more than {quantity.english}")
    return quantity


def _part(written: str) -> Fraction:
    return Fraction(5) if written == "半" else value(written) or Fraction(0)


def _followed(folded: str, quantity: Quantity, language: str, before: dict[str, str]) -> Quantity | None:
    """The quantity as a streak, an interval or an ordinal, if what stands round it makes it one."""
    if quantity.kind not in {"duration", "count", "run", "day", "quarter"}:
        return None
    low, high = cast(Span, (quantity.low, quantity.high))
    unit = quantity.unit.removesuffix("s") if quantity.kind == "count" else quantity.unit or quantity.kind
    months = _MONTHS_TOO[language].match(folded, quantity.end) if unit == "year" else None
    half = _HALF.match(folded, quantity.end) if quantity.kind == "duration" and not months else None
    longer = months or half
    if longer:
        more = Fraction(int(months[1]), 12) if months else Fraction(1, 2)
        low, high = low + more, high + more
        quantity = replace(quantity, end=longer.end(), low=low, high=high)
    if row := _IN_A_ROW[language].match(folded, quantity.end):
        what = {"伸": "rise", "騰": "rise", "落": "fall"}.get(folded[row.end() : row.end() + 1], "")
        what, end = (what, row.end() + 1) if row[0] == "続" else (unit, row.end())
        english = f"{ordinal(low)} straight {what}"
        return replace(quantity, kind="streak", unit=what, end=end, english=english)
    if "inarow" in before:
        nth = before["inarow"].endswith("第")
        several = many(low, f"straight {unit}")
        english = f"{ordinal(low)} straight {unit}" if nth else several
        return replace(quantity, kind="streak", unit=unit, english=english)
    first = _FIRST_IN[language].match(folded, quantity.end)
    if first or "after" in before:
        end = first.end() if first else quantity.end
        english = _interval(folded, end, first[0].strip() if first else "", length(low, high, unit))
        return replace(quantity, kind="interval", unit=unit, end=end, english=english)
    if nth_ := _TIMES_NTH.match(folded, quantity.end):
        return replace(quantity, kind="ordinal", unit="", end=nth_.end(), english=ordinal(low))
    return replace(quantity, english=length(low, high, unit)) if longer else None


def _interval(folded: str, end: int, word: str, time: str) -> str:
    """After so long, or for the first time in so long; what is the highest in so long says so itself."""
    if word.endswith("의") or (word and _SUPERLATIVE.match(folded, end)):
        return f"in {time}"
    return f"for the first time in {time}" if word and not word.startswith("만") else f"after {time}"


def _bare(numeral: _Numeral, language: str, currency: str) -> Quantity | None:
    """A numeral with no unit: figures, or script with a great magnitude (五億)."""
    great = re.search("[万億兆京만억]", numeral.written) is not None
    if not numeral.arabic and (language == "ko" or not great):
        return None
    if not great and not currency and numeral.written[-1] == "조":  # 3조 is as often a third group
        return None
    if not currency and re.fullmatch("19[0-9]{2}|20[0-9]{2}", numeral.written):
        year = numeral.values[0]
        return Quantity(numeral.start, numeral.end, "year", year, year, "", "", numeral.written)
    kind: Kind = "money" if currency else "number"
    return _said(Quantity(numeral.start, numeral.end, kind, *numeral.values, currency), numeral, "")


def _is_surely(
    quantity: Quantity, numeral: _Numeral, folded: str, language: str, before: dict[str, str]
) -> bool:
    """Whether what was read is a quantity, not a name or a word that looks like one."""
    kind, written = quantity.kind, numeral.written
    beside = folded[max(0, numeral.start - 2) : numeral.start]
    if numeral.arabic:
        exact = kind in {"share", "money", "points", "times"}
        if _NAME_BEFORE.search(beside) and not (exact and (beside[-1].isalpha() or beside[-1] == "-")):
            return False
        if kind != "number" and quantity.end > numeral.end:
            return True
        plain = written[-1] in "0123456789"
        return not _NAME_AFTER.match(folded, numeral.end) and not (
            plain and quantity.end == numeral.end and _WORD_AFTER[language].match(folded, numeral.end)
        )
    if re.match("[万億兆京만억조]", written) or written in {"百", "千", "백", "천"}:
        return (
            kind == "money" and len(written) == 1 and written in "百千万백천만"
        ) or quantity.english.endswith(("percent", "th"))
    if written in {"一", "한"}:
        lead = before.keys() & {"nth", "after", "inarow"}
        return (
            bool(lead)
            or kind in {"share", "interval", "money"}
            or (written == "한" and quantity.unit in {"month", "hour"})
        )
    if language == "ko":
        return _is_surely_korean(quantity, written, folded[numeral.end : numeral.end + 3])
    return True


def _is_surely_korean(quantity: Quantity, written: str, after: str) -> bool:
    """Whether a numeral in hangul is one: 세 종 is three kinds, 세종 a king; 이천 a city."""
    sino = re.fullmatch("[수일이삼사오육륙칠팔구십백천만억조]+", written)
    if sino:
        return re.search("[십백천만억조]", written) is not None and quantity.kind in {
            "money", "count", "duration", "interval", "streak", "times", "share",
        }  # fmt: skip
    apart = after.startswith((" ", "번째", "명", "달", "가지", "사람", "나라", "시간"))
    return apart and quantity.kind in {"count", "duration", "interval", "streak", "times", "age", "ordinal"}


def _lead(folded: str, start: int, language: str) -> re.Match[str]:
    """The words before a place that may belong to what begins there; an empty match if there are none."""
    match = _LEAD[language].search(folded[max(0, start - _NEAR) : start])
    return cast(re.Match[str], match)  # the pattern matches the empty end too


def with_words_round(quantity: Quantity, folded: str, language: str) -> Quantity:
    """The quantity with the words before and behind it that belong to it: about, at least, US$."""
    lead = _lead(folded, quantity.start, language)
    before = {name for name, said in lead.groupdict().items() if said}
    if before:
        quantity = replace(quantity, start=quantity.start - len(lead[0]))
    if quantity.kind not in {"number", "share", "points", "times", "money", "count", "age", "duration"}:
        return quantity
    said = next((name for name in before if name in counters.SAID), None)
    trail = _TRAIL[language].match(folded, quantity.end) if not said and not quantity.approximate else None
    if trail:
        said = trail.lastgroup
        quantity = replace(quantity, end=trail.end())
    if said is None:
        return quantity
    approximate, words = counters.SAID[said]
    if words == "less than" and quantity.kind == "count":
        words = "fewer than"
    return replace(
        quantity, approximate=cast(Approximate, approximate), english=f"{words} {quantity.english}"
    )


def _said(quantity: Quantity, numeral: _Numeral, folded: str) -> Quantity | None:
    """The quantity with its English; None where its kind forbids the value (a 14th month)."""
    fitting = _fitting(quantity, numeral, folded)
    if fitting is None or fitting.english:
        return fitting
    low, high = cast(Span, (fitting.low, fitting.high))
    return replace(fitting, english=printed(fitting.kind, fitting.unit, low, high, _vague(numeral)),
                   unit="" if fitting.unit in {"percentage", "basis"} else fitting.unit)  # fmt: skip


def _fitting(quantity: Quantity, numeral: _Numeral, folded: str) -> Quantity | None:
    """The quantity as the kind that its value and what stands round it make it."""
    kind: str = quantity.kind
    low, high = numeral.values
    figures = numeral.written if re.fullmatch("[0-9]+", numeral.written) and low == high else ""
    if kind in {"run", "clause"}:
        return None
    if kind == "major":
        ranked = low == high and 2 <= low <= 10 and low.denominator == 1
        if folded[quantity.end - 1] == "대" and ranked:
            before = folded[max(0, numeral.start - 4) : numeral.start].rstrip()
            ranked = (
                before.endswith(counters.RANKED_IN) or counters.RANKED.match(folded, quantity.end) is not None
            )
        return replace(quantity, kind="count", english=f"{spelled(low)} major") if ranked else None
    if kind == "duration" and quantity.unit == "year" and folded[quantity.end - 1] in "年년":
        if len(figures) == 4:
            return replace(quantity, kind="year", unit="", english=figures)
        if figures and (13 <= low <= 39 or 80 <= low <= 99):  # 23年 may be 2023
            return None
    if kind == "decade":
        if figures and len(figures) == 2 and low >= 30:
            low = high = low + 1900
        return replace(quantity, low=low, high=high) if 1000 <= low == high and low % 10 == 0 else None
    if (
        kind == "quarter" and folded[max(0, numeral.start - 1) : numeral.start] == "前"
    ):  # 前三季度, three of them
        return replace(quantity, kind="duration", unit="quarter")
    greatest = {"month": 12, "day": 31, "quarter": 4, "century": 30, "year": 2199}.get(kind)
    whole = low.denominator == 1 and high.denominator == 1
    if greatest and not (whole and 1 <= low <= high <= greatest and numeral.written[0] != "数"):
        return None
    if kind == "share" and numeral.written[0] == "数" and folded[numeral.end] != "%":
        return None
    if kind == "ordinal" and not (whole and low == high):
        return None
    return replace(quantity, unit="fiscal") if kind == "year" else quantity


def _vague(numeral: _Numeral) -> str:
    """What 数十, 수백 and 十数 say in words; empty for every other numeral."""
    if numeral.written[0] in "数수":
        return some(numeral.values[0] / 2)
    if numeral.written.endswith("十数"):
        tens = numeral.values[0] - 1
        return "a dozen or so" if tens == 10 else f"{tens}-odd"
    return ""

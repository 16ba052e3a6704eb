"""Numbers that an original and its English say in ways that no reader of quantities takes for one.

In come an original and its English, out come pairs of spans that agree, one on each side: 3・11, March 11;
2.5亿千瓦, 250 gigawatts; 4～6月期, the second quarter; 十四五, the Fourteenth Five-Year Plan.
Where the English need not say anything (the six of 六ヶ所村, the ten of 十人十色) its span is empty.
"""

import re
from collections.abc import Collection, Iterator
from fractions import Fraction

from srcxlate.checks.numbers.measures import find_measures
from srcxlate.checks.numbers.small_numbers import AGES
from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.quantities import find_english
from srcxlate.quantities.figures import MONTHS, Quantity
from srcxlate.quantities.numerals import ORDINALS, value
from srcxlate.words import cedict

_Pair = tuple[Span, Span]
_NOTHING = (0, 0)
_HAN_DIGITS = "〇一二三四五六七八九"
_MONTH = "|".join(sorted((f"{month}|{month[:3]}\\.?|Sept\\.?" for month in MONTHS), key=len, reverse=True))
_NTH = "|".join(ORDINALS)
_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}}|(?i:{_NTH}))(?:st|nd|rd|th)?\b|"
    rf"\b(?P<day_before>\d{{1,2}})\s(?P<month_after>{_MONTH})\b"
)
_SLASHED = re.compile(r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])")
_QUARTER = re.compile(
    r"\b(?P<nth>first|second|third|fourth)[ -](?:fiscal[ -])?quarter\b|\bQ(?P<q>[1-4])\b", re.I
)
_QUARTER_MONTHS = re.compile(
    r"(?<!\d)(?P<from>1|4|7|10)\s?[月월]?\s?[~〜～\-–―－至]\s?(?P<to>3|6|9|12)\s?[月월](?:期|기)?"
)
_PLAN = re.compile(
    r"(?<![一-九十])十(?P<unit>[一二三四五六七八九])五(?![一-九十年月])|제?(?P<ko>\d{1,2})차\s?5개년"
)
_PLAN_IN_ENGLISH = re.compile(rf"\b(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|(?:{_NTH})) (?:Five|5)[- ]Year", re.I)
_CLOCK = tuple(
    (re.compile(figures), re.compile(rf"\b(?:{words})\b", re.I))
    for figures, words in (
        (
            r"(?:24|二十四)\s?(?:時間|小[时時]|시간)",
            r"a?round[- ]the[- ]clock|day and night|24/7|all day(?: long)?",
        ),
        (r"(?<!\d)(?:30|三十)\s?[分분]|半小[时時]|半時間|반시간", "half(?: an|-an)?[- ]hour|half-hourly"),
        (r"(?<!\d)(?:0|零|〇)\s?[時时시点點]", "midnight"),
        (r"(?<!\d)(?:12|十二)\s?[時时시点點]", "midnight|noon|midday"),
    )
)
_YEARS = re.compile(r"(?<![\d.])(?P<years>\d{1,3})\s?[年년](?![代대度度])")
_EVENT = re.compile(
    r"(?<![\d.])(?P<month>\d{1,2})[·・･.](?P<day>\d{1,2})\s?(?:전쟁|운동|혁명|사태|사건|사변|총선|대선|지방선거|선거|"
    r"계엄|합의|선언|공동선언|정상회담|회담|대책|부동산|조치|쿠데타|민주|항쟁|테러|참사|경축사|기념|절|연설|담화|"
    r"事件|運動|事变|事變|革命|戦争)"
)
_BEFORE_THE_REPUBLIC = 1911
"""The year before the first of Taiwan's calendar."""
_SHARE_BY_TENS = re.compile(
    r"(?<![\d.])(?P<tens>[1-9])(?:0\s?(?:%|퍼센트|パーセント)\s?(?:대|台|代|多)|割台)"
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.])(?P<year>\d\d|1[01]\d)\s?[年년](?:度|도(?![가-힣]))?(?!代|대|間|간|ぶり|連|连|來|来|前|後|后|の|만|전|후|여|째)"
)
_YEAR = re.compile(r"\b(?:fiscal(?: year)? |FY ?)?(?P<year>(?:19|20)\d\d)\b(?!s)", re.I)
_DECADE = re.compile(r"\b(?P<year>(?:1[89]|20)\d0)s\b")
_ERA_DECADE = re.compile(
    r"(?P<era>明治|大正|昭和|平成|令和|民[国國])\s?(?P<year>[\d〇一二三四五六七八九十]{1,3})年代"
)
_ERA_BEGINS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民国": 1911,
    "民國": 1911,
}
_BY_ONE = re.compile(
    r"(?:[涨漲增升高长長多加]|增长|增加|上[涨漲升])(?:了|逾|近|約|约|超|超过|超過)?"
    r"(?P<times>[一二两兩三四五六七八九\d]+)倍"
)
_TIMES = {
    2: r"doubl\w*|two-?fold|twice|100 percent|100%", 3: r"tripl\w*|trebl\w*|three-?fold|three times",
    4: r"quadrupl\w*|four-?fold|four times", 5: r"quintupl\w*|five-?fold|five times",
}  # fmt: skip
_HALF_OF = re.compile(
    r"\b(?P<whole>\w+ and )?(?:a )?(?P<part>half|quarter)(?: of)? an? "
    r"(?P<unit>percentage point|point|percent|million|billion|trillion)\b",
    re.I,
)
_NUMERALS = f"{_HAN_DIGITS}十百千万萬"
_NUMERAL_IN_WORD = re.compile(f"[{_NUMERALS}][{HAN}]+|[{HAN}]+[{_NUMERALS}][{HAN}]*")
_NUMBER = re.compile(rf"[{_NUMERALS}\d]")
_NO_IDIOM = f"{_NUMERALS}年月日時时分円元割点點成倍人名社国國か個个"
_WORD = f"(?![{_NO_IDIOM}])[{HAN}]"
_IDIOM = re.compile(
    rf"(?<![{_NUMERALS}\d])[{_NUMERALS}](?:{_WORD}|人(?=十))[{_NUMERALS}]{_WORD}(?![{_NUMERALS}])|六[ヶケヵ]所"
)
"""Two numerals, each with a word of one character: 十人十色, 一石二鳥; and a village."""


def equivalents(original: str, english: str, language: str) -> Iterator[_Pair]:
    """Pairs of spans, in the original and in the English, that say one number.

    :param original: with its figures at their usual width.
    :param language: the original's: ``ja``, ``ko`` or ``zh``.
    """
    for rule in (
        _days,
        _quarters,
        _plans,
        _measures,
        _short_years,
        _decades,
        _grown,
        _halves,
        _clock,
        _spans,
        _tens,
        _events,
    ):
        yield from rule(original, english)
    yield from _sayings(original, english, language)


def _days(original: str, english: str) -> Iterator[_Pair]:
    """A day of the year written without its signs: 3・11, 12·3, 513, 九三, 五四."""
    for found in (*_DAY.finditer(english), *_SLASHED.finditer(english)):
        groups = found.groupdict()
        name, number = groups["month"] or groups["month_after"], groups["day"] or groups["day_before"]
        month = int(name) if name.isdecimal() else _month(name)
        day = int(number) if number.isdecimal() else int(ORDINALS[number.casefold()])
        if not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        bare = "" if found.re is _SLASHED else "?"  # 1/2 may be a half, and is no 12
        ways = (
            f"0?{month}[·・･.．/‧ ]{bare}0?{day}", f"{_han(month)}[·・･‧]{bare}{_han(day)}",
            f"{_by_digits(month)}[·・･‧]{bare}{_by_digits(day)}",
        )  # fmt: skip
        written = "|".join(ways)
        after = rf"(?![\d.月%％])(?![{_HAN_DIGITS}十](?![{_NUMERALS}]*[周週]))"
        match = re.search(rf"(?<![\d.{_HAN_DIGITS}十])(?:{written}){after}", original)
        if match:
            yield match.span(), found.span()


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].title()))


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _HAN_DIGITS[tens]) + ("十" if tens else "") + (_HAN_DIGITS[ones] if ones else "")
    )


def _by_digits(number: int) -> str:
    return "".join(_HAN_DIGITS[int(digit)] for digit in str(number))


def _quarters(original: str, english: str) -> Iterator[_Pair]:
    """4～6月期 as the second quarter of the year, or the first of Japan's fiscal year."""
    for months in _QUARTER_MONTHS.finditer(original):
        first, last = int(months["from"]), int(months["to"])
        if last - first != 2:
            continue
        calendar = (first + 2) // 3
        for found in _QUARTER.finditer(english):
            said = int(found["q"] or 0) or int(ORDINALS[found["nth"].casefold()])
            if said in (calendar, (calendar + 2) % 4 + 1):
                yield months.span(), found.span()


def _plans(original: str, english: str) -> Iterator[_Pair]:
    """China's and South Korea's plans of five years by their numbers: 十四五."""
    for plan in _PLAN.finditer(original):
        number = int(plan["ko"]) if plan["ko"] else 10 + _HAN_DIGITS.index(plan["unit"])
        for found in _PLAN_IN_ENGLISH.finditer(english):
            said = found["nth"].casefold()
            if (ORDINALS.get(said) or int(re.sub(r"\D", "", said) or 0)) == number:
                yield plan.span(), found.span()


def _short_years(original: str, english: str) -> Iterator[_Pair]:
    """A year by two figures, or Taiwan's: 30年度, '24年, 113年; in Han characters that of 九二共識."""
    for found in _YEAR.finditer(english):
        year = found["year"]
        for match in _SHORT_YEAR.finditer(original):
            if match["year"] in (year[2:], str(int(year) - _BEFORE_THE_REPUBLIC)):
                yield match.span(), found.span()
        han = _by_digits(int(year[2])) + _by_digits(int(year[3]))
        in_han = re.search(rf"(?<![{_NUMERALS}]){han}(?=[{HAN}])(?![{_NUMERALS}億亿])", original)
        if in_han and year not in original:
            yield in_han.span(), found.span()


def _decades(original: str, english: str) -> Iterator[_Pair]:
    """A decade of an era lies in two of ours: 昭和五十年代 is 1975 to 1984."""
    for match in _ERA_DECADE.finditer(original):
        begin = _ERA_BEGINS[match["era"]] + int(value(match["year"]) or 0)
        for found in _DECADE.finditer(english):
            if int(found["year"]) in (begin // 10 * 10, (begin + 9) // 10 * 10):
                yield match.span(), found.span()


def _grown(original: str, english: str) -> Iterator[_Pair]:
    """What rises by one time doubles: 漲一倍, 增加两倍."""
    for match in _BY_ONE.finditer(original):
        times = 2 if match["times"] in "两兩" else int(value(match["times"]) or 0)
        word = _TIMES.get(times + 1)
        found = re.search(rf"\b(?:{word})\b", english, re.I) if word else None
        if found:
            yield match.span(), found.span()


def _halves(original: str, english: str) -> Iterator[_Pair]:
    """Half a point, a quarter of a million."""
    for found in _HALF_OF.finditer(english):
        part = 0.5 if found["part"].casefold() == "half" else 0.25
        unit = found["unit"].casefold()
        size = {"million": 10**6, "billion": 10**9, "trillion": 10**12}.get(unit, 1)
        for match in re.finditer(r"\d[\d,]*(?:\.\d+)?(?P<great>[万萬만億亿억兆조]?)", original):
            scale = {"": 1, **dict.fromkeys("万萬만", 10**4), **dict.fromkeys("億亿억", 10**8)}.get(
                match["great"], 10**12
            )
            number = float(match[0].rstrip("万萬만億亿억兆조").replace(",", "")) * scale
            if abs(number % size - part * size) < size / 1000 and (found["whole"] or number < size):
                yield match.span(), found.span()


def _clock(original: str, english: str) -> Iterator[_Pair]:
    for figures, words in _CLOCK:
        match, found = figures.search(original), words.search(english)
        if match and found:
            yield match.span(), found.span()


def _tens(original: str, english: str) -> Iterator[_Pair]:
    """A share by its tens: 30%대, 三割台, in the thirties."""
    for match in _SHARE_BY_TENS.finditer(original):
        word = AGES.get(match["tens"] + "0", "")
        found = re.search(rf"\b(?:{word}|{match['tens']}0s)\b", english, re.I) if word else None
        if found:
            yield match.span(), found.span()


def _spans(original: str, english: str) -> Iterator[_Pair]:
    """Years that may be a date or a length of time, as a length: 20年で in two decades."""
    for said in find_english(english):
        for match in _YEARS.finditer(original) if said.months else ():
            if int(match["years"]) * 12 == said.months:
                yield match.span(), (said.start, said.end)


def _events(original: str, english: str) -> Iterator[_Pair]:
    """Days that name an event, which English may name otherwise: 6·25 전쟁, the Korean War."""
    for match in _EVENT.finditer(original):
        if 1 <= int(match["month"]) <= 12 and 1 <= int(match["day"]) <= 31 and not re.search(r"\d", english):
            yield match.span(), _NOTHING


def _measures(original: str, english: str) -> Iterator[_Pair]:
    """One measure in two units: 2.5亿千瓦 is 250 gigawatts, 30坪 about 100 square metres."""
    ours = list(find_measures(original, english=False))
    for theirs in find_measures(english, english=True):
        yield from ((our.span, theirs.span) for our in ours if our.agrees(theirs))


# -- sayings --------------------------------------------------------------------------------------


def _sayings(original: str, english: str, language: str) -> Iterator[_Pair]:
    """Numerals in idioms and in names of places, which English says or not: 十户九空, 十人十色, 六ヶ所."""
    found = [match.span() for match in _IDIOM.finditer(original)]
    if language == "zh":
        runs = (
            match.start() + at for match in _NUMERAL_IN_WORD.finditer(original) for at in range(len(match[0]))
        )
        found += [
            (at, at + size) for at in runs if not _NUMBER.match(original, max(0, at - 1), at)
            for size in (4, 3, 2) if _names(original[at : at + size])
        ]  # fmt: skip
    for start, end in found:
        values = {number for sign in original[start:end] if (number := value(sign)) is not None}
        said = [each for each in find_english(english) if each.low in values or _share_of(each, values)]
        for span in [(each.start, each.end) for each in said] or [_NOTHING]:
            yield (start, end), span


def _names(word: str) -> bool:
    """Whether a word with a numeral is a name in the dictionary: 三峡, 五台山; 十一 alone is a number."""
    told = _NUMERAL_IN_WORD.search(word) and re.search(rf"[^{_NUMERALS}]", word)
    return bool(told) and any(entry.syllables[0][:1].isupper() for entry in cedict.entries(word))


def _share_of(said: Quantity, values: Collection[Fraction]) -> bool:
    """Whether a share is that of two numerals: nine in ten for 十户九空."""
    return said.kind == "share" and any(
        one / other == said.low for one in values for other in values if other
    )

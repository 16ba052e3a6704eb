"""By what a number is counted: eight hours a day, three in every thousand.

In come an original title and its English, out come the words at issue on both sides where each names one
period, or one number of people, and they are not the same.
"""

import re
from collections.abc import Iterator

from srcxlate.layout import Span
from srcxlate.quantities.numerals import fold, read_english, value

_PERIODS = (
    ("hour", "hourly", "[時时시]", "毎時|時速|[每毎]小[时時]|时速|시간당|시속"),
    ("day", "daily", "[日天]|일|하루|날",
     "1日(?!から|まで|に発|付)|一日[にあ]|毎日|每[天日]|日均|하루|매일|일평균"),
    ("week", "weekly", "[週周]|주", "[每毎][週周]|1週間に|일주일에|매주|주당"),
    ("month", "monthly", "月|월|달", "[毎每]月|月に|月額|月薪|月收|ひと月|매월|매달|한 달|월평균"),
    ("year", "yearly|annual(?:ly)?", "[年歳歲]|년|연|해",
     "[毎每]年|年に|年間|年均|매년|해마다|연간|연평균"),
)  # fmt: skip
"""Each period: its adverb, what says it anywhere in an original, and what counts by it there."""
_RATES = tuple(
    (period, re.compile(rf"\b(?:an?|per|each|every) {period}\b|\b(?:{adverb})\b", re.I), re.compile(said),
     re.compile(rate))
    for period, adverb, said, rate in _PERIODS
)  # fmt: skip
_EACH = re.compile(
    r"\b(?:per|every|each) (?P<each>(?:ten |a )?(?:hundred|thousand|million)|ten|\d[\d,]*)\b", re.I
)
_EACH_IN_ORIGINAL = re.compile(
    r"每(?P<zh>[十百千万萬億亿\d]+)(?=[名人個个户戶位])|"
    r"(?<![十百千万億\d])(?P<ja>[十百千万億\d]++)(?:人|世帯|戸|件)?(?:あたり|当たり|につき)|"
    r"(?<![십백천만\d])(?P<ko>[십백천만\d]++)\s?(?:명|가구|건|인)?\s?당(?![가-힣])"
)


def rates_apart(original: str, english: str) -> Iterator[tuple[Span, Span, str]]:
    """The words at issue in the English and in the original, and what is wrong, as a sentence."""
    for period, by, said, _ in _RATES:
        found = by.search(english)
        if not found or said.search(original):
            continue
        for other, by_other, _, rate in _RATES:
            match = rate.search(original)
            if other != period and match and not by_other.search(english):
                yield found.span(), match.span(), _apart(found[0], match[0])
    found, match = _EACH.search(english), _EACH_IN_ORIGINAL.search(original)
    if found and match:
        ours = value(fold(match["zh"] or match["ja"] or match["ko"], "ko" if match["ko"] else "zh"))
        theirs = read_english(found["each"].removeprefix("a "))
        if ours and theirs and ours != theirs:
            yield found.span(), match.span(), _apart(found[0], match[0])


def _apart(english: str, original: str) -> str:
    return f"The English has {english}, where the original has {original}."

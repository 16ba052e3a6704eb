"""A part of a whole that is counted out: 3人に1人, 열에 셋, 十有八九, 每三家有一家.

In comes folded Japanese, Korean or Chinese text, out come :class:`Quantity` values of the kind share.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from srcxlate.quantities.figures import Quantity, spelled
from srcxlate.quantities.numerals import value

_NUMERAL = "[0-9]{1,4}|[一二三四五六七八九十百]{1,4}"
_THINGS = {
    "ja": "人|社|世帯|戸|軒|件|台|組|校|店|カ所|か所|ヶ所|自治体|市町村|つ|回|本|名|家庭|隻|県|駅",
    "ko": "명|곳|가구|개|집|대|건|채|기업|마리|사람|척|회|개사|팀|학교|번",
    "zh": "人|家|个人|個人|个|個|户|戶|所|名|位|间|間|辆|輛|座|次|件|对|對",
}
_NATIVE = {"하나": 1, "둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
           "열": 10,
    "백": 100,
           "한": 1, "두": 2, "세": 3, "네": 4, "스물": 20}  # fmt: skip
_KOREAN = f"[0-9]{{1,4}}|{'|'.join(sorted(_NATIVE, key=len, reverse=True))}"
_PATTERNS = {
    "ja": re.compile(
        rf"(?P<whole>{_NUMERAL})(?P<of>{_THINGS['ja']})(?:に|中|のうち|当たり"
        rf"|あたり)(?:約)?(?P<part>{_NUMERAL})(?P=of)"
    ),
    "ko": re.compile(
        rf"(?<![가-힣0-9.])(?P<whole>{_KOREAN})(?:\s?(?:{_THINGS['ko']}))?(?:\s?(?:중에?|가운데|당)\s?|에\s)"
        rf"(?P<part>{_KOREAN})(?:\s?(?:{_THINGS['ko']}))?(?![가-힣]{{3}})"
    ),
    "zh": re.compile(
        rf"(?:每"
        rf"|平均)?(?P<whole>{_NUMERAL})(?P<of>{_THINGS['zh']})(?:之?[中里裡]?就?有?)(?P<part>{_NUMERAL})(?P=of)"
    ),
}
_SAYINGS = re.compile("十[有之中]八九|十中八九|십중팔구")


def parts(folded: str, language: str) -> Iterator[Quantity]:
    """The parts of a whole in a text; 十有八九 is eight or nine in ten."""
    for match in _SAYINGS.finditer(folded):
        low, high = Fraction(8, 10), Fraction(9, 10)
        yield Quantity(*match.span(), "share", low, high, "", "about", "nine times out of ten")
    for match in _PATTERNS[language].finditer(folded):
        whole, part = (_number(match[name]) for name in ("whole", "part"))
        if whole and part and part < whole <= 1000:
            share = part / whole
            yield Quantity(
                *match.span(), "share", share, share, "", "", f"{spelled(part)} in {spelled(whole)}"
            )


def _number(written: str) -> Fraction | None:
    return Fraction(_NATIVE[written]) if written in _NATIVE else value(written)

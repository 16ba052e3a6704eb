"""Leaders whom headlines name by their surname alone: 尹, 文 대통령, 岸田首相.

In comes an original, out come the leaders in it, each with the ways in which English writes the surname.
"""

import re
from collections.abc import Iterator

from srcxlate.checks.places import ALONE, KOREAN, Found
from srcxlate.checks.surnames import HANJA, SPELLINGS
from srcxlate.languages import HAN, HANGUL
from srcxlate.layout import Span

_OTHERS = {
    "習": "xi", "习": "xi", "蔡": "tsai cai", "頼": "lai", "賴": "lai", "岸田": "kishida", "安倍": "abe",
    "菅": "suga kan", "石破": "ishiba", "高市": "takaichi",
}  # fmt: skip
SURNAMES = {
    surname: tuple(spellings.split())
    for surname, spellings in (
        *_OTHERS.items(),
        *((hanja, SPELLINGS[name]) for hanja, name in HANJA.items()),
        *((name, SPELLINGS[name]) for name in "윤문박김"),
    )
}
"""Surnames of leaders as headlines have them, with the ways they are written in English."""
LEADERS = frozenset((
    "yoon", "moon", "park", "lee", "roh", "kishida", "abe", "suga", "ishiba", "takaichi", "xi", "tsai",
    "biden", "trump", "obama", "putin", "hatoyama", "noda", "aso", "fukuda", "koizumi", "hu", "jiang",
))  # fmt: skip
"""Surnames in English that are a leader's where they stand beside an original that names another."""
_HONOUR = "大統領|大统领|総統|总统|總統|대통령|大總統|首相|総理|总理|總理|총리|主席|总书记|総書記"
_TITLED = re.compile(
    rf"(?:(?<![{HAN}{HANGUL}])(?P<one>[윤문박김尹文朴李盧金習习蔡頼賴菅安])"
    rf"|(?P<more>岸田|安倍|石破|高市))\s?(?:{_HONOUR})"
)
_PEOPLE_ALONE = frozenset("尹文朴李盧曺黃秋")
"""Those that mean a person where they stand alone in a Korean headline; 金 and 安 are words as well."""


def leaders_named(original: str) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """The leaders whom an original names by surname alone: where, and how the surname is written."""
    spans: list[Span] = []
    for match in _TITLED.finditer(original):
        surname = match["one"] or match["more"]
        spans.append(match.span())
        yield Found(match.group(), match.span()), SURNAMES[surname]
    if not KOREAN.search(original):
        return
    for match in ALONE.finditer(original):
        if match["sign"] in _PEOPLE_ALONE and not any(a <= match.start() < b for a, b in spans):
            yield Found(match["sign"], match.span("sign")), SURNAMES[match["sign"]]

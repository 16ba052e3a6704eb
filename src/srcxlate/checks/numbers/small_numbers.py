"""How small numbers are said inside other words: two tables for each side, as patterns.

``numbers`` asks them before it calls a number missing or added.
"""

from fractions import Fraction
from types import MappingProxyType

SAID_IN_ORIGINAL = MappingProxyType({
    Fraction(0): "[零〇無无없]",
    Fraction(1): "[一壹初首単单獨独唯元첫한단]|하나|유일|제일|ぶり|먼저|先|まず|만의|만 |"
                 "만에|以来|来の|前[几数0-9一二三四五六七八九十\x00]",
    Fraction(2): "[二两兩両双雙再次副복양쌍둘두]|버금|일석이조|이중|이모작",
    Fraction(3): "[三参參셋삼]|세 ", Fraction(1, 2): "[半반折절]|腰[斩斬]",
})  # fmt: skip
"""How a small number may be said in script where the reader of quantities takes it for part of a word."""
SAID_IN_ENGLISH = MappingProxyType({
    Fraction(1): r"an?|one|single|once|first|the|each|every|per|another|extra|annual(?:ly)?|yearly|daily|"
                 r"monthly|sole|only",
    Fraction(2): r"two|both|twin|pair|couple|bilateral|second|twice|double[ds]?|dual|between|either|another",
    Fraction(3): r"three|trilateral|trio|tripartite|third|triple[ds]?|threefold|triangle",
    Fraction(4): r"four|quad\w*|fourth|quarters?|fourfold|quadrupled?", Fraction(5): r"five|fifth",
    Fraction(6): r"six|sixth|half-year|half-dozen", Fraction(7): r"seven|seventh|weeks?",
    Fraction(8): r"eight|eighth",
    Fraction(9): r"nine|ninth", Fraction(10): r"ten|tenth|decades?|double-digit|double digits",
    Fraction(12): r"twelve|dozen|year", Fraction(20): r"twenty|two decades|score",
    Fraction(100): r"hundred\w*|century|centenary|centennial|centuries",
    Fraction(1000): r"thousands?|millennium", Fraction(1, 4): r"quarter",
    Fraction(1, 2): r"half|halves|halved?|mid\w*|semi\w*|hemisphere|peninsula",
})  # fmt: skip
HALVES = MappingProxyType({
    Fraction(1): "前半|上半|上期|前期|전반|상반|초반|전기|초기|前一半",
    Fraction(2): "[後后下]半|下期|後期|后期|하반|후반|후기|[后後]一半",
})
"""The halves of a year, a journey or a match."""
AGES = MappingProxyType({
    "10": r"teen\w*", "20": "twenties", "30": "thirties", "40": "forties", "50": "fifties", "60": "sixties",
    "70": "seventies", "80": "eighties", "90": "nineties",
})  # fmt: skip
"""The people of a decade of ages: 20代."""

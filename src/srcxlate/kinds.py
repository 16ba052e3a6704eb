"""What a string in original script is when it is no title: a date, a person's name, the name of a body.

In comes a string, with the Latin words beside it where they tell, out comes yes or no.
"""

import re

from srcxlate.dates import ERAS
from srcxlate.languages import BODY_WORDS, HAN, HANGUL, KANA, ORGANISATION_ENDS
from srcxlate.wording import LATIN_WORD

_KANA, _HANGUL = re.compile(f"[{KANA}]"), re.compile(f"[{HANGUL}]")
_PERIODICAL = re.compile(
    r"(?:新聞|新闻|日報|日报|晚报|晩報|週刊|周刊|月刊|月報|月报|新報|新报|時報|时报|雑誌|杂志|신문|일보|저널|뉴스|매일|주간|월간)\Z"
)
"""How newspapers and journals end, which are as short as names."""
SMALL_WORDS = frozenset(["of", "for", "the", "and", "de", "ŭi", "ui", "no"])
"""Words that a name may hold without a capital."""
_BODY_HEAD = re.compile(
    "|".join(
        word
        for word in BODY_WORDS
        if word not in ("of", "for", "the", "online", "shimbun", "news", "times", "daily")
    ),
    re.I,
)
"""The noun that heads the English name of a body; outlets are none."""
_DATE_ONLY = re.compile(
    rf"(?:{'|'.join(ERAS)})?\s*(?:[\d０-９元〇一二三四五六七八九十]+\s*[年년月월日일号號期호卷巻권년条조頁页쪽章절節版]\s*[前後초말]?\s*)+|"
    r"[第제]\s*[\d０-９一二三四五六七八九十]+\s*[年月日号號期호卷巻권년条條조頁页쪽章절節版回차輯]\S{0,6}"
)
"""A date, or the number of a volume, an issue, an article or a page."""


def is_date(original: str) -> bool:
    """Whether a string is a date or a figure with its counter and nothing else."""
    return bool(_DATE_ONLY.fullmatch(original.strip()[:60]))


def names_body(english: str) -> bool:
    """Whether English words name an office, an institute or a company: ``Agency for Children’s Places``."""
    head = re.split(r"\s(?:of|for|on|in|to)\b", english)[0].split()
    return bool(head) and _BODY_HEAD.fullmatch(head[-1]) is not None


def is_name(original: str, latin: str | None) -> bool:
    """Whether a string is a person's name: short, and two or three capitalised words beside it."""
    bare = re.sub(r"[\s・·]", "", original)
    words = LATIN_WORD.findall(latin or "")
    if not words or len(words) > 3 or _PERIODICAL.search(bare):
        return False
    capitals = all(word[0].isupper() for word in words)
    titled = all(word[0].isupper() or word in SMALL_WORDS for word in words)
    if _KANA.search(bare):
        kana = re.fullmatch(r"[ァ-ヴー]+", bare) and len(bare) <= 12
        given = re.fullmatch(rf"[{HAN}]{{1,3}}[ぁ-んァ-ヴー]{{1,3}}", bare)
        return bool((kana or given) and capitals and len(words) >= 2)
    return titled and len(bare) <= (4 if _HANGUL.search(bare) else 5)


def is_periodical(original: str) -> bool:
    """Whether a string ends as the names of newspapers and journals do."""
    return bool(_PERIODICAL.search(original))


def is_body(original: str) -> bool:
    """Whether a string ends as the names of publishers, offices and institutes do."""
    return original.endswith(tuple(ORGANISATION_ENDS)) and not re.search(r"[ぁ-ん]", original)


def names_someone(original: str, romanised: str) -> bool:
    """Whether a string with its romanised form is a person, or a body whose name is all in capitals."""
    capitals = all(word[0].isupper() or word in SMALL_WORDS for word in LATIN_WORD.findall(romanised))
    return is_name(original, romanised) or (is_body(original) and capitals)

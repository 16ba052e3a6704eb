"""Korean family names in the spellings that custom has given them.

One table: ``names`` asks whether an original can hold a name, ``leaders`` how a headline's surname is
spelled, ``readings`` what may be printed for one.
"""

from types import MappingProxyType

SPELLINGS = MappingProxyType({
    "강": "kang", "계": "kye", "고": "ko", "공": "kong", "곽": "kwak", "구": "koo ku", "권": "kwon",
    "금": "keum", "길": "kil", "김": "kim", "나": "na", "남궁": "namkung", "노": "roh noh",
    "도": "doh", "류": "ryoo", "문": "moon mun", "박": "park pak", "배": "pae", "백": "paik paek",
    "변": "byun", "서": "suh", "선": "sun", "성": "sung", "송": "sung", "신": "shin", "심": "shim",
    "안": "ahn an", "여": "yuh", "오": "oh", "우": "woo", "유": "yoo", "윤": "yoon yun",
    "이": "lee yi rhee ri li", "임": "lim rim", "전": "chun", "정": "jung chung", "조": "cho jo",
    "주": "choo", "최": "choi", "추": "choo chu", "한": "han", "허": "huh", "현": "hyun",
    "황": "hwang",
})  # fmt: skip
"""Each family name in hangul with its customary spellings, parted by spaces."""
HANJA = MappingProxyType(dict(zip("尹文朴李盧金曺安黃秋", "윤문박이노김조안황추", strict=True)))
"""Family names of presidents and ministers in the hanja of headlines."""


def hangul_of(spelling: str) -> str | None:
    """The family name that a spelling is one of, in hangul; None for any other word."""
    return _BY_SPELLING.get(spelling.casefold())


_BY_SPELLING = {spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings.split()}

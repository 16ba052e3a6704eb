"""Japanese, Korean and Chinese as data: what is written in which script.

Facts only; every rule that uses them says why where it stands. Ranges: the Unicode blocks of kana,
hangul and Han, the supplementary planes included.
"""

from types import MappingProxyType
from typing import Literal

Language = Literal["ja", "ko", "zh", "und"]
Script = Literal["zh-Hans", "zh-Hant"]

NAMES = MappingProxyType({"ja": "Japanese", "ko": "Korean", "zh": "Chinese", "und": "open"})
"""The languages' English names, for people."""

KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9d"
HANGUL = "\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\ud7b0-\ud7ff"
HAN = "\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
ORIGINAL = KANA + HANGUL + HAN + "\u30fb\uff9e\uff9f"
"""Everything that is written in an original script, marks such as 。 and 「 not counted."""

CJK_PUNCTUATION = "\u3000-\u3004\u3008-\u3020\u302a-\u303f\u30a0\u30fb\uff01-\uff65\uffe0-\uffee\u2500\u2015"
TITLE_BRACKETS = MappingProxyType({
    "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "【": "】", "≪": "≫", "＜": "＞", "｢": "｣",
})  # fmt: skip
"""Marks that are set round titles."""
QUOTE_MARKS = MappingProxyType({"“": "”", "‘": "’", '"': '"', "'": "'", "„": "”", "＂": "＂"})

ORGANISATION_ENDS = (
    "会", "會", "院", "所", "省", "部", "庁", "廳", "局", "社", "署", "委", "協会", "協會", "协会",
    "学会", "學會", "大学", "大學", "研究会", "出版", "出版社", "書店", "書房", "新聞社", "银行",
    "銀行", "公司", "中心", "基金", "財団", "机构", "機構", "編集部", "课", "課", "係", "院生", "書院",
    "书店", "문화사", "출판", "출판사", "출판부", "연구원", "연구소", "연구회", "협회", "학회", "부",
    "청", "원", "처", "회", "사", "국", "위원회", "대학교", "대학", "센터", "은행", "재단", "서점",
    "모임", "신문사", "팀", "실", "단", "社中", "センター", "グループ", "館", "馆", "堂", "閣", "舎",
    "房", "室", "組合",
)  # fmt: skip
"""How the names of bodies and publishers end in the three languages."""

BODY_WORDS = (
    "of", "for", "the", "online", "organi[sz]ation", "shimbun", "news", "times", "daily", "office",
    "ministry", "institute", "association", "center", "centre", "bank", "agency", "bureau",
    "council", "section", "university", "committee", "commission", "federation", "foundation",
    "society", "union", "fund", "party", "government", "assembly", "press", "department",
    "division", "embassy", "secretariat", "company", "corporation", "research", "ltd", "inc",
)  # fmt: skip
"""Words in English names of bodies and outlets, as patterns; no person's name holds one."""

FAMILY_NAMES = frozenset((
    "kim", "lee", "park", "choi", "jung", "jeong", "kang", "cho", "yoon", "yun", "jang", "lim", "oh", "seo",
    "shin", "kwon", "hwang", "ahn", "yoo", "hong", "moon", "bae", "baek", "heo", "nam", "noh", "ryu",
    "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "zhu", "guo", "gao",
    "luo", "zheng", "liang", "xie", "tang", "deng", "feng", "cao", "peng", "zeng", "xiao", "yuan", "jiang",
))  # fmt: skip
"""Common Korean and Chinese family names, romanised; none is a common given name elsewhere."""

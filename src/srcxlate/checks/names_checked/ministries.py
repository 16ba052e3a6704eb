"""Ministries by what they are in charge of: 環境省 printed Ministry of Economy.

In come an original and its English, out come the places where the English names a ministry, or its minister,
for fields that are none of those of the ministries in the original. A translator may name one field of
several; any of them will do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from srcxlate.layout import Span

_TABLE = """
foreign diplomatic diplomacy diplomat 外務[省相大]|外[相长長]|外交[部官]|외교부|외교(?:통상부)?\\s?장관
    |외무[성상]|외교수장
finance treasury fiscal financial 財務[省相大]|財相|大蔵|财政部|財政部|财长|財長|재무[부성상]|재무장관
economy economic finance strategy planning budget 기획재정부|기재부|재정경제부|재경부|경제부총리
planning budget 기획예산처
economy trade industry industrial economic commerce 経済産業[省相大]|経産[省相]|通産[省相]|통상산업부
    |경제산업[성상]|경산성
trade industry industrial energy commerce resources 산업통상(?:자원)?부|산업부|산자부|통상교섭본부
health labor labour welfare 厚生労働[省相大]|厚労[省相]|후생노동성
health welfare 厚生省|보건복지부|복지부|衛福部|衛生福利部|衛生署
health family 卫健委|卫生健康委|卫生部|卫计委|衛健委|国家卫健
labor labour employment work 労働省|고용노동부|고용부|노동부|勞動部|劳动部|勞委會
human social labor labour 人社部|人力资源和社会保障部|人力資源
education science culture sports technology 文部科学[省相大]|文科[省相]|문부과학성
education 文部省|教育部|교육부|교육인적자원부
land infrastructure transport transportation tourism construction 国土交通[省相大]|国交[省相]
    |국토교통[부성]|국토부|국토해양부|건설교통부|건교부
transport transportation communications traffic 運輸省|交通部|交通运输部|交通運輸部
construction 建設省
agriculture agricultural farm farming forestry fisheries 農林水産[省相大]|農水[省相]|農相|농림수산성
agriculture agricultural farm food rural 농림축산식품부|농식품부|농림부|农业农村部|农业部|農業部|農委會
oceans fisheries maritime marine 해양수산부|해수부
environment environmental ecology 環境[省相大]|環境[部庁]|환경부|환경[성상]|생태환경부|生态环境部|环保部
    |環保署
climate energy environment 기후에너지환경부|기후부
internal communications interior home 総務[省相大]|총무[성상]|自治省
interior safety security home administration 행정안전부|행안부|행정자치부|안전행정부|안행부|行政安全部
interior home 內政部|内政部|内務省
justice law 法務[省相大]|法相|法務部|司法部|司法省|법무부|법무[성상]|법무장관
defense defence military 防衛[省相大]|国防[部省]|國防部|国防総省|国防相|防[长長]|국방부|국방장관|방위[성상]
unification 통일부|統一[部相]|统一部
science ict technology 과학기술정보통신부|과기정통부|과기부|미래창조과학부|科技部|科学技术部|科學技術部
    |国科會|國科會|科学技術庁
small smes startups start-ups start-up venture smaller 중소벤처기업부|중기부
culture sports sport tourism cultural 문화체육관광부|문체부|文化和旅游部|文旅部|文化部|문화관광부
gender women family equality 여성가족부|여가부|여성부|성평등가족부
patriots veterans 국가보훈부|보훈부|退役军人事务部|退役军人部|退輔會
public police 公安部|공안부
state security 国家安全部|国安部|國安部|국가안전부
civil 民政部
natural land resources 自然资源部|国土资源部|自然資源部|国土部
water 水利部
housing construction 住建部|住房和城乡建设部|住房城乡建设部|建设部
industry industrial technology information 工信部|工业和信息化部|工業和信息化部|공업정보화부
commerce trade commercial 商务部|商務[部省]|상무[부성장]|商務長官
emergency 应急管理部|应急部|應急管理部
railways railway rail 铁道部|鐵道部
economy economic economics 經濟部|经济部
digital 數位發展部|數位部|數發部|デジタル相|디지털상
posts communications telecommunications 郵政省|정보통신부
state 国務省|国務長官|國務院|国务卿|國務卿|국무부|국무장관
energy エネルギー省|能源部|에너지부
homeland 国土安全保障省|국토안보부|国土安全部
"""
"""One ministry a line: the words for its fields, in lower case, then its names in the three languages."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A ministry in the stead of others."""

    english: Span
    original: Span
    """Where the original names one of its own."""
    fields: str
    """What the original's is in charge of, in a word or two."""


_LIST = r"[A-Z][\w-]+(?:(?:,? and |, | )[A-Z][\w-]+)*"
_MINISTRY = re.compile(
    rf"\b(?:Ministry|Department|[Mm]inister|Secretary) (?:of|for) (?:the )?(?P<of>{_LIST})"
    r"|(?<![\w-])(?P<before>(?:[A-Za-z-]+(?:, | and | & | ))?(?:[A-Za-z-]+(?:, | and | & | ))?[A-Za-z-]+) "
    r"(?:[Mm]inist(?:ry|er)(?:’s|'s|s)?|[Mm]inistries|[Dd]epartment)\b"
)


def misplaced(original: str, english: str) -> Iterator[Misplaced]:
    """The ministries of an English text whose fields are those of none in the original."""
    there = [(row, match.span()) for row in _rows() for match in row.named.finditer(original)]
    if not there:
        return
    allowed = {field for row, _ in there for field in row.fields}
    said = [
        (match.span(), fields)
        for match in _MINISTRY.finditer(english)
        if (fields := _known() & set(re.findall(r"[a-z-]+", (match["of"] or match["before"]).casefold())))
    ]
    if any(fields & allowed for _, fields in said):
        return
    for span, _ in said:
        row, at = there[0]
        start = next(_start(english, span))
        yield Misplaced((start, span[1]), at, " and ".join(row.fields[:2]))
        return


_HEADS = ("Ministry", "Department", "Minister", "Secretary")


def _start(english: str, span: Span) -> Iterator[int]:
    """Where a ministry's name begins: at the first of its words that says what it is in charge of."""
    for word in re.finditer(r"[A-Za-z-]+", english[slice(*span)]):
        if word.group().casefold() in _known() or word.group() in _HEADS:
            yield span[0] + word.start()
    yield span[0]


@dataclass(frozen=True, slots=True)
class _Row:
    fields: tuple[str, ...]
    named: re.Pattern[str]


@cache
def _rows() -> tuple[_Row, ...]:
    rows = []
    for line in _TABLE.replace("\n    ", "").strip().splitlines():
        words = line.split(" ")
        fields = [word for word in words if re.fullmatch("[a-z-]+", word)]
        rows.append(_Row(tuple(fields), re.compile(" ".join(words[len(fields) :]))))
    return tuple(rows)


@cache
def _known() -> frozenset[str]:
    return frozenset(field for row in _rows() for field in row.fields)

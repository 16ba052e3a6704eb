"""Countries and well-known places: how English says them, and how Japanese, Korean and Chinese write them.

In comes a text, out come the places in it. Facts only, a closed list: a place that is not here is not known,
which proves nothing. The names of a country, its people and its capital as a word for its government stand
together, since one translation may say the one for the other (中国: the PRC, China, Chinese, Beijing).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from srcxlate.layout import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place that stands in a text."""

    name: str
    """Its English name, which is its key."""
    span: Span


_COUNTRIES = (
    # English names, then the words of all three languages; a country's letter in compounds at the end
    ("China|PRC|People’s Republic|Chinese|Mainland", "中国|中國|中华|中華|중국|中共|大陆|大陸|中方|华|본토",
    "中华華중"),
    ("Japan|Japanese|Nippon", "日本|일본|日方|日元|日圆|日圓|엔화|일제", "日일"),
    ("South Korea|South Korean|Korea|Korean|ROK|Republic of Korea", "韓国|韩国|韓國|한국|韩方|大韓民国"
    "|대한민국|우리나라", "韓韩한"),
    ("North Korea|North Korean|DPRK|Pyongyang", "北朝鮮|북한|朝鲜|朝鮮|平壌|평양|북측", "朝北북"),
    ("Taiwan|Taiwanese|Taipei", "台湾|臺灣|台灣|대만|타이완|타이베이|台北|臺北", "台臺"),
    ("United States|US|USA|America|American|Americans", "米国|美国|美國|미국|アメリカ|美方|미측|全米|北米",
    "米美미"),
    ("Russia|Russian|Moscow|Kremlin", "ロシア|俄罗斯|俄羅斯|러시아|モスクワ|모스크바|莫斯科|俄方", "露俄러"),
    ("Britain|British|UK|United Kingdom|England|London", "英国|英國|영국|イギリス|ロンドン|런던|伦敦|倫敦",
    "英영"),
    ("Germany|German|Berlin", "ドイツ|德国|德國|독일|ベルリン|베를린|柏林", "独德독"),
    ("France|French|Paris", "フランス|法国|法國|프랑스|パリ|파리|巴黎", "仏法"),
    ("India|Indian|New Delhi|Delhi", "インド(?!ネシア)|印度(?!尼)|인도(?!네시아)|新德里|뉴델리|ニューデリー",
    "印"),
    ("Australia|Australian|Canberra", "オーストラリア|豪州|澳大利亚|澳大利亞|澳洲|호주|堪培拉|캔버라",
    "豪澳호"),
    ("Netherlands|Dutch|Holland", "オランダ|荷兰|荷蘭|네덜란드", "蘭荷"),
    ("Vietnam|Vietnamese|Hanoi", "ベトナム|越南|베트남|ハノイ|하노이|河内", "越"),
    ("Indonesia|Indonesian|Jakarta", "インドネシア|印尼|印度尼西亚|인도네시아|ジャカルタ|자카르타|雅加达",
    ""),
    ("Philippines|Philippine|Filipino|Manila", "フィリピン|菲律宾|菲律賓|필리핀|マニラ|마닐라|马尼拉",
    "比菲"),
    ("Thailand|Thai|Bangkok", "タイ(?:国|王国|政府|と|の|で|へ|や|、)|泰国|泰國|태국|バンコク|방콕|曼谷",
    "泰"),
    ("Malaysia|Malaysian", "マレーシア|马来西亚|馬來西亞|말레이시아", "马"),
    ("Singapore|Singaporean", "シンガポール|新加坡|싱가포르", ""),
    ("Mongolia|Mongolian", "モンゴル|蒙古|몽골", ""),
    ("Ukraine|Ukrainian|Kyiv|Kiev", "ウクライナ|乌克兰|烏克蘭|우크라이나", ""),
    ("Canada|Canadian|Ottawa", "カナダ|加拿大|캐나다", "加"),
    ("Italy|Italian|Rome", "イタリア|意大利|義大利|이탈리아", "伊"),
    ("Mexico|Mexican", "メキシコ|墨西哥|멕시코", ""),
    ("Brazil|Brazilian", "ブラジル|巴西|브라질", ""),
    ("Iran|Iranian|Tehran", "イラン|伊朗|이란(?=의|과|은|이|에)", ""),
    ("Israel|Israeli", "イスラエル|以色列|이스라엘", ""),
    ("Saudi Arabia|Saudi", "サウジ|沙特|沙烏地|사우디", ""),
    ("Turkey|Turkish|Türkiye", "トルコ|土耳其|튀르키예|터키", ""),
    ("Europe|European|Europeans|EU|European Union", "欧州|欧洲|歐洲|欧盟|歐盟|유럽|ヨーロッパ|EU", "欧歐"),
    ("Southeast Asia|Southeast Asian|ASEAN", "東南アジア|东南亚|東南亞|동남아|ASEAN|アセアン|东盟|東盟"
    "|아세안", ""),
    ("Hong Kong", "香港|홍콩", ""),
    ("Tokyo", "東京|东京|도쿄|동경", ""),
    ("Beijing|Peking", "北京|베이징|북경", ""),
    ("Seoul", "ソウル|首尔|首爾|서울|漢城", ""),
    ("Washington", "ワシントン|华盛顿|華盛頓|워싱턴|華府", ""),
    ("Shanghai", "上海|상하이|상해", ""), ("Osaka", "大阪|오사카", ""), ("Kyoto", "京都|교토", ""),
    ("Nagoya", "名古屋|나고야", ""), ("Yokohama", "横浜|橫濱|横滨|요코하마", ""), ("Kobe", "神戸|神戶|神户"
    "|고베", ""),
    ("Fukuoka", "福岡|福冈|후쿠오카", ""), ("Hiroshima", "広島|廣島|广岛|히로시마", ""),
    ("Nagasaki", "長崎|长崎|나가사키", ""), ("Sapporo", "札幌|삿포로", ""), ("Hokkaido", "北海道|홋카이도",
    ""),
    ("Okinawa", "沖縄|沖繩|冲绳|오키나와", ""), ("Kumamoto", "熊本|구마모토|쿠마모토", ""), ("Kyushu",
    "九州|규슈|큐슈", ""),
    ("Sendai", "仙台|센다이", ""), ("Nara", "奈良|나라현", ""), ("Niigata", "新潟|니가타", ""),
    ("Fukushima", "福島|福岛|후쿠시마", ""), ("Busan|Pusan", "釜山|プサン|부산", ""), ("Incheon", "仁川"
    "|インチョン|인천", ""),
    ("Daegu|Taegu", "大邱|テグ|대구", ""), ("Daejeon", "大田|テジョン|대전", ""), ("Gwangju", "光州"
    "|クァンジュ|광주", ""),
    ("Ulsan", "蔚山|ウルサン|울산", ""), ("Jeju|Cheju", "済州|济州|濟州|チェジュ|제주", ""), ("Yongin",
    "龍仁|龙仁|용인", ""),
    ("Geoje", "巨済|巨济|거제", ""), ("Pohang", "浦項|浦项|포항", ""), ("Suwon", "水原|수원", ""),
    ("Guangzhou|Canton", "広州|广州|廣州|광저우", ""), ("Guangdong", "広東|广东|廣東|광둥", ""),
    ("Shenzhen", "深圳|深セン|선전", ""), ("Tianjin", "天津|톈진", ""), ("Chongqing", "重慶|重庆|충칭", ""),
    ("Chengdu", "成都|청두", ""), ("Wuhan", "武漢|武汉|우한", ""), ("Nanjing|Nanking", "南京|난징", ""),
    ("Qingdao", "青島|青岛|칭다오", ""), ("Dalian", "大連|大连|다롄", ""), ("Xi’an", "西安|시안", ""),
    ("Hangzhou", "杭州|항저우", ""), ("Suzhou", "蘇州|苏州|쑤저우", ""), ("Shenyang", "瀋陽|沈阳|선양", ""),
    ("Harbin", "哈爾濱|哈尔滨|ハルビン|하얼빈", ""), ("Kaohsiung", "高雄|가오슝", ""), ("Hsinchu", "新竹"
    "|신주", ""),
    ("Taichung", "台中|臺中|타이중", ""), ("Tainan", "台南|臺南|타이난", ""), ("Macau|Macao", "澳門|澳门"
    "|마카오|マカオ", ""),
    ("Xinjiang", "新疆|신장", ""), ("Tibet|Tibetan", "西藏|チベット|티베트", ""), ("Brussels",
    "ブリュッセル|布鲁塞尔|브뤼셀", ""),
    ("New York", "ニューヨーク|纽约|紐約|뉴욕", ""), ("California", "カリフォルニア|加州|캘리포니아", ""),
)  # fmt: skip
_GOVERNMENTS = MappingProxyType({
    "Beijing": "China", "Tokyo": "Japan", "Seoul": "South Korea", "Washington": "United States",
    "Brussels": "Europe",
})  # fmt: skip
"""Capitals that stand for a government."""
_ITSELF = MappingProxyType({
    "ja": ("Japan", r"わが国|我が国|我国|自国|本邦|国内|邦人"),
    "ko": ("South Korea", r"우리나라|우리 정부|국내|자국|본국"),
    "zh": ("China|Taiwan", r"我国|我國|本国|本國|国内|國內|国产|國產|自国"),
})  # fmt: skip
"""How a writer speaks of the own country: the only ones in whose language it may be meant."""

_LETTERS = "".join(letters for _, _, letters in _COUNTRIES)
_SIDES = "側企産製系資軍側国國政方外經经経"


def _key(english: str) -> str:
    return english.partition("|")[0]


def _original(words: str, letters: str) -> str:
    if not letters:
        return words
    one = f"[{letters}]"
    return (
        rf"{words}|(?<=[{_LETTERS}・]){one}(?![\d本曜月年間间时時元])|{one}(?=[{_LETTERS}・])(?![本])"
        rf"|(?<=[対对對訪访赴駐驻在反親亲嫌抗来來滞대방주친반재]){one}(?![\d曜])|{one}(?=[{_SIDES}])(?!外"
        rf"|方[面法式向])"
    )


_WORDS = {_key(english): english for english, _, _ in _COUNTRIES}
_ENGLISH = re.compile(
    r"(?<!\w)(?:the )?(?:"
    + "|".join(
        f"(?P<p{number}>{pattern})"
        for number, pattern in sorted(
            ((number, english) for number, (english, _, _) in enumerate(_COUNTRIES)),
            key=lambda each: (not each[1].startswith(("South", "North", "New")), each[0]),
        )
    ).replace("’", "[’']")
    + r")(?:’s|'s|s)?(?!\w|\s+(?:dollars?|yen|won|yuan)\b)|\bU\.S\.(?:A\.)?"
)
_ORIGINALS = tuple(
    (_key(english), re.compile(_original(words, letters))) for english, words, letters in _COUNTRIES
)
_NAMES = tuple(_key(english) for english, _, _ in _COUNTRIES)


def find_english(text: str) -> Iterator[Place]:
    """The places of an English text, in its order."""
    for match in _ENGLISH.finditer(text):
        group = match.lastgroup
        yield Place(_NAMES[int(group[1:])] if group else "United States", match.span())


def find(text: str, language: str) -> Iterator[Place]:
    """The places of an original text; a country in a compound (日中, 대중) is one of them."""
    for name, pattern in _ORIGINALS:
        match = pattern.search(text)
        if match:
            yield Place(name, match.span())


def stands(name: str, found: set[str], text: str, language: str) -> bool:
    """Whether a text can be meant where English names a place.

    :param found: the names of the places that :func:`find` finds in the text.
    """
    if name in found or _GOVERNMENTS.get(name) in found:
        return True
    if name == "South Korea" and "North Korea" in found:
        return True
    own, pattern = _ITSELF.get(language, ("", "\\Z\\A"))
    return name in own.split("|") and re.search(pattern, text) is not None


def same_words(name: str) -> str:
    """All English words for a place, parted by ``|``."""
    return _WORDS[name]

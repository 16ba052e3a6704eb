"""Countries and well-known cities: how English says them, and how Japanese, Korean and Chinese write them.

In comes a text, out come :class:`Found` places of it. Facts only, a closed list: a place that is not here is
not known, which proves nothing. How sure a sign is differs: a full name means its country; a letter in a
compound (日中, 대중) nearly always does; a single character, a leader or a capital may hint at it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from srcxlate.checks.countries import COUNTRIES
from srcxlate.checks.regions import TABLES
from srcxlate.languages import HAN, HANGUL
from srcxlate.layout import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A place that stands in a text."""

    name: str
    """Its name in house style, which is its key."""
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A country or a city as the press names it."""

    name: str
    """In house style: the PRC, Osaka."""
    plain: str
    """Its names and adjectives in English, as patterns parted by ``|``."""
    named: str
    """Its full names in the three languages: where one stands the place is meant."""
    loose: str = ""
    """More English that may mean it."""
    seat: str = ""
    """Of a country the city that stands for its government."""
    also: str = ""
    """Other words of the three languages that mean it."""
    letters: str = ""
    """Characters that abbreviate it in compounds, hangul among them."""
    alone: str = ""
    """Characters that mean it where they stand alone in a headline."""
    weak: str = ""
    """Characters that may abbreviate it."""
    told: str = ""
    """People and bodies that tell of it."""
    city: bool = False
    region: str = ""
    """Of a city the prefecture or province that it lies in."""
    spelled_out: bool = False
    """Of a country whether headlines have no letter for it; English may have its capital instead."""
    land: str = ""
    """Of a region or city the table that it stands in, which is its country's."""


def _places(land: str, table: str, *, city: bool = True) -> Iterator[Place]:
    """The places of a table of :mod:`regions` or :mod:`countries`."""
    for line in table.replace("\n    ", "").strip().splitlines():
        line, _, region = line.partition(" @")
        english, named = line.split(" ", 1)
        spelled = english.replace("_", " ").split("|")
        plain = "|".join(name.replace("’", "[’']") for name in spelled if "'" not in name)
        name = spelled[0].removesuffix("n?")
        region = region.replace("_", " ")
        yield Place(name, plain, named, city=city, spelled_out=not city, region=region, land=land)


_COUNTRIES = (
    Place("the PRC", "PRC|China(?! Sea)|Chinese|Sino|People[’']s Republic", "中国|中國|중국|チャイナ",
          loose="[Mm]ainland|Ch[uū]goku", seat="Beijing", also="中华|中華|중화|中共|大陆|大陸|本土|中方|본토",
          letters="中华華중", alone="中", told="[两兩]岸|양안|習近平|习近平|시진핑|上海|상하이|人民元|"
          "위안|人民币"),
    Place("South Korea", r"(?:South |S\.? ?)?(?<!North )(?<!N\. )(?<!N )Korea(?:ns?)?|ROK|Republic of Korea",
          "韓国|韓國|韩国|한국|대한민국", seat="Seoul", also="韩方|大韓民国|우리나라", letters="韓韩한",
          alone="韓", weak="朝", told="尹|文在寅|윤석열|문재인|박근혜|이재명|한반도|朝鮮半島|조선|고려|광복"
          "|청와대|青瓦台|코리아"),
    Place("North Korea", r"(?:North |N\.? ?)Korea(?:ns?)?|DPRK", "北朝鮮|北朝鲜|朝鲜|朝鮮|북한|北韓",
          loose="Koreas?|Koreans?", seat="Pyongyang", also="북측", letters="朝北북", alone="北",
          told="북|金正恩|김정은|남북|한반도|朝鮮半島|朝鲜半岛"),
    Place("Japan", "Japan|Japanese|Japan-", "(?<!全)日本|일본|ニッポン|にっぽん|ジャパン", loose="Nippon",
          seat="Tokyo", also="日方|日元|日圆|日圓|엔화|일제", letters="日일", alone="日", weak="和邦倭",
          told="岸田|安倍|石破|高市|기시다|아베|이시바|自民党|자민당|自衛隊|자위대"),
    Place("the US", r"US|U\.S\.(?:A\.)?|USA|United States|Americans?|America",
          "米国|美国|美國|미국|アメリカ", seat="Washington", also="美方|미측|全米|北米", letters="米美미",
          alone="米美", told="国務|國務|国务卿|국무부|국무장관|白宮|白宫|백악관|ホワイトハウス|월가|トランプ"
          "|バイデン|特朗普|川普|拜登|트럼프|바이든"),
    Place("Taiwan", "Taiwan|Taiwanese", "台湾|台灣|臺灣|대만|타이완", seat="Taipei", letters="台臺",
          told="[两兩]岸|양안|海[峡峽]|해협"),
    Place("Russia", "Russians?|Russia|Russo", "ロシア|러시아|俄罗斯|俄羅斯", seat="Moscow", also="俄方",
          letters="露俄러", alone="露", told="プーチン|푸틴|普京|普丁"),
    Place("Ukraine", "Ukraine|Ukrainians?", "ウクライナ|우크라이나|乌克兰|烏克蘭", seat="Kyiv",
          weak="宇烏乌"),
    Place("the UK", "UK|Britain|British|United Kingdom|England", "イギリス|英国|영국|英國", seat="London",
          letters="英영", alone="英"),
    Place("Germany", "Germany|Germans?", "ドイツ|독일|德国|德國", seat="Berlin", letters="独獨德독",
          alone="独獨"),
    Place("France", "France|French", "フランス|프랑스|法国|法國", seat="Paris", letters="仏法불",
          alone="仏佛", weak="佛"),
    Place("India", "Indians?|India", "インド(?!ネシア|太平洋)|인도(?!네시아|태평양|적)|印度(?!尼)",
          loose="Indo", seat="New Delhi", letters="印", alone="印"),
    Place("Australia", "Australians?|Australia", "オーストラリア|호주|澳大利亚|澳大利亞|澳洲|豪州",
          seat="Canberra", letters="豪澳호", alone="豪濠", weak="濠"),
    Place("the Netherlands", "Netherlands|Dutch|Holland", "オランダ|네덜란드|荷兰|荷蘭", letters="蘭荷"),
    Place("Vietnam", "Vietnam|Vietnamese", "ベトナム|베트남|越南", seat="Hanoi", letters="越"),
    Place("Indonesia", "Indonesians?|Indonesia", "インドネシア|인도네시아|印度尼西亚|印度尼西亞|印尼",
          seat="Jakarta"),
    Place("the Philippines", "Philippines?|Filipinos?", "フィリピン|필리핀|菲律宾|菲律賓", seat="Manila",
          letters="比菲"),
    Place("Thailand", "Thailand|Thai", "タイ(?:国|王国)|태국|泰国|泰國", seat="Bangkok",
          also="タイ(?=政府|と|の|で|へ|や|、)", letters="泰", weak="タ"),
    Place("Malaysia", "Malaysians?|Malaysia", "マレーシア|말레이시아|马来西亚|馬來西亞", letters="马",
          weak="馬"),
    Place("Singapore", "Singapore|Singaporeans?", "シンガポール|싱가포르|新加坡", weak="星新"),
    Place("Mongolia", "(?<!Inner )Mongolia(?:ns?)?", "(?<![内內])(?:モンゴル|蒙古)|(?<!내)몽골"),
    Place("Italy", "Italy|Italians?", "イタリア|이탈리아|意大利|義大利", seat="Rome", letters="伊",
          weak="意"),
    Place("Mexico", "Mexicans?|Mexico", "メキシコ|멕시코|墨西哥", weak="墨"),
    Place("Brazil", "Brazilians?|Brazil", "ブラジル|브라질|巴西"),
    Place("Iran", "Iranians?|Iran", "イラン|(?<![가-힣])이란(?![고며이다서])|伊朗", seat="Tehran", weak="伊"),
    Place("Israel", "Israelis?|Israel", "イスラエル|이스라엘|以色列", weak="以"),
    Place("Saudi Arabia", "Saudi(?: Arabia)?|Saudis", "サウジ|사우디|沙特|沙烏地"),
    Place("Turkey", "Turkey|Türkiye|Turkish", "トルコ|土耳其|튀르키예|터키"),
    Place("Canada", "Canadians?|Canada", "カナダ|캐나다|加拿大", seat="Ottawa", letters="加"),
    Place("Europe", "Europeans?|Europe|EU|European Union", "欧州|欧洲|歐洲|欧盟|歐盟|유럽|ヨーロッパ|EU",
          loose="[Ee]uro(?:zone)?", seat="Brussels", letters="欧歐"),
    Place("Southeast Asia", "South[- ]?[Ee]ast Asians?|South[- ]?[Ee]ast Asia|ASEAN",
          "東南アジア|东南亚|東南亞|동남아|ASEAN|アセアン|东盟|東盟|아세안"),
)  # fmt: skip
_OTHERS = tuple(_places("", COUNTRIES, city=False))
_CITIES = tuple(place for land, table in TABLES.items() for place in _places(land, table))
PLACES = MappingProxyType({place.name: place for place in (*_COUNTRIES, *_OTHERS, *_CITIES)})
"""Every place by its name in house style, the countries first."""
OWN = MappingProxyType({"ja": "Japan", "ko": "South Korea", "zh": "the PRC"})
"""The country that a language's press calls its own."""
_SEATS = MappingProxyType({country.seat: country.name for country in _COUNTRIES if country.seat})
_AT_HOME = re.compile(
    "国内|國內|국내|우리|我国|我國|自国|本国|本國|当国|国产|国産|국산|국민|わが国|我が国|邦人|全国|전국"
    "|政府|정부|内需|내수|邦画|방화|[国國][片军軍语語剧劇漫货貨旅]"
)
"""Words that may say the speaker's own country without its name."""
_OURS = MappingProxyType({
    "ja": (("Japan",), re.compile("わが国|我が国|我国|自国|本邦|国内|邦人")),
    "ko": (("South Korea",), re.compile("우리나라|우리 정부|국내|자국|본국")),
    "zh": (("the PRC", "Taiwan"), re.compile("我国|我國|本国|本國|国内|國內|国产|國產|自国")),
})  # fmt: skip
"""How a writer surely speaks of the own country, and which it then is."""

# -- patterns ----------------------------------------------------------------------------------------

_NO_COUNTRY = (
    "(?!地方|電力|新聞|新闻|日報|日报|共同社|経済新聞|经济新闻|橋|山地|山脈|自動車道|横断|縦貫|道(?=[路、の]|\\Z)"
    "|[5５五]県|[・、]?四国|(?:財務|運輸|農政|経済産業|地方整備|総合通信|管区警察)局|放送|勝山|醸造|木材"
    "|高速|バス|交通|セルラー|アルプス|海(?![洋軍军运運警関关關底])|酒|刀|庭園|シリーズ|脳炎)"
)
"""What makes a country's name another name: the Chugoku region, newspapers, the Sea of Japan."""
_NO_SUM = r"(?!\w|\s+(?:dollars?|yen|won|yuan)\b)"
"""What makes a country's adjective a sum of money."""
_LETTERS = "".join(country.letters for country in _COUNTRIES)
_SIDES = "側企産製系資軍側国國政方外經经経"
_PARTICLE = "(?:과|와|에|의|은|는|이|가|도|을|를|측|로|서|엔|만)"
_FOLLOWED = rf"(?=[,，、·…‥\s'’\"”]|{_PARTICLE}(?![{HANGUL}])|과의|에서|에게|으로|\Z)"
ALONE = re.compile(rf"(?<![{HAN}\d])(?P<sign>[{HAN}]){_FOLLOWED}")
"""A Han character that stands alone, as abbreviations do in Korean headlines: ``日, 韓과의``."""
_ALONE_JAPANESE = re.compile(
    r"(?:(?<=[\s、,，…「])|\A)(?P<sign>[米韓露英仏独豪])(?=[、が])|\A(?P<first>[中北])(?=、)"
)
_SIGNS = MappingProxyType({sign: country.name for country in _COUNTRIES for sign in country.alone})
_LETTER = {
    "ja": re.compile(
        r"(?:(?<=[、，,…「『（(\s・：])|\A)(?P<sign>[米英仏独露印豪加伊比越泰蘭韓中台])"
        r"(?=[のがはをにでとも、政首外国軍議企産当連財州系製兵空海艦税系大]|\Z)"
    ),
    "ko": re.compile(
        r"(?:(?<=[\s,'‘’“”\"·…])"
        r"|\A)(?P<sign>[미영일중러독불북日美中英佛獨露北濠])(?=[\s·,과와의서])"
    ),
    "zh": re.compile(
        r"(?:(?<=[，、：:；\s“「])|\A)(?P<sign>[美英法德俄印日韩韓朝越泰澳加欧歐])"
        r"(?=[政国國军軍方媒企总總防前官议議财財央最高，、将將拟擬对對與与和宣]|\Z)"
    ),
}
KOREAN = re.compile(f"[{HANGUL}]")
_LETTER_PAIRS = {
    "the PRC": "中", "South Korea": "韓韩", "North Korea": "朝", "Japan": "日", "the US": "米美",
    "Taiwan": "台臺", "Russia": "露俄", "the UK": "英", "Germany": "独獨德", "France": "仏法佛", "India": "印",  # noqa: E501
    "Australia": "豪澳", "the Netherlands": "蘭荷", "Vietnam": "越", "the Philippines": "比菲",
    "Thailand": "泰", "Italy": "伊意", "Iran": "伊", "Canada": "加", "Europe": "欧歐", "Israel": "以",
    "Mexico": "墨",
}  # fmt: skip
_SYLLABLE_PAIRS = {
    "the PRC": "중", "South Korea": "한", "North Korea": "북", "Japan": "일", "the US": "미", "Russia": "러",
    "the UK": "영", "Germany": "독", "France": "불", "India": "인", "Australia": "호", "Vietnam": "베",
}  # fmt: skip


def _by_sign(letters: dict[str, str]) -> dict[str, tuple[str, ...]]:
    signs = "".join(letters.values())
    return {sign: tuple(name for name, own in letters.items() if sign in own) for sign in signs}


_PAIRED, _SYLLABLES = _by_sign(_LETTER_PAIRS), _by_sign(_SYLLABLE_PAIRS)
_BETWEEN_THEM = "首関關关間间両兩两共联聯声聲签簽発发發结結合協协貿贸安同防軍军経經经領领会會外政対対交友租自投犯国國元峰战戰高部財财商"  # noqa: E501
_PAIR = re.compile(
    rf"(?<![{HAN}])(?!朝日|台中|越中|日中[はもに]"
    rf"|[欧歐][米美]|米[欧歐]|中[欧歐](?!(?:班列|[关關投峰领領])|[、の間首])"
    rf"|中美(?=洲)|比日|日加[減减])"
    rf"[{''.join(_PAIRED)}]{{2,3}}(?=[^{HAN}]|\Z|[{_BETWEEN_THEM}])"
)
_PAIR_KOREAN = re.compile(
    rf"(?<![{HANGUL}])(?=[한미중일북러영])(?!북미|북한|중독|중미|영미|영일|일한|일중독|미중년|미인|일인|중인)"
    rf"(?:한인(?=[ ·]?(?:정상|수교|외교|FTA|협정))|(?!한인)[{''.join(_SYLLABLES)}]{{2,3}})"
    rf"(?=[^{HANGUL}]|\Z|정상|관계|협정|양국|회담|외교|무역|공동|수교|동맹|[과와의](?![{HANGUL}]))"
)
_CLOSED_UP = re.compile("[·・‧]")


def _in_compounds(letters: str) -> str:
    """Where a country's letter stands in a compound: 日中, 対日, 中方, 대중."""
    one = f"[{letters}]"
    return (
        rf"(?<=[{_LETTERS}・]){one}(?![\d本曜月年間间日时時元])|{one}(?=[{_LETTERS}・])(?![本])"
        rf"|(?<=[対对對訪访赴駐驻在反親亲嫌抗来來滞대방주친반재]){one}(?![\d曜])|{one}(?=[{_SIDES}])(?!外"
        rf"|方[面法式向]|[国國](?:地方|電力|新聞|新闻|日報|橋))"
    )


def _korean_compounds(letters: str) -> str:
    """Where a syllable may abbreviate a country: in a compound of two, or alone."""
    one = f"[{letters}]"
    return f"[한미일중대방반친주재남북러탈혐영독불호]{one}|{one}[한미일중북러영]|(?<![가-힣]){one}(?![가-힣])"


@dataclass(frozen=True, slots=True)
class _Patterns:
    named: re.Pattern[str]
    meant: re.Pattern[str]
    """Its names, other words for it, its letters in compounds."""
    hinted: re.Pattern[str]
    """All that may stand for it."""
    plain: re.Pattern[str]
    english: re.Pattern[str]


def _patterns(place: Place) -> _Patterns:
    letters, hangul = place.letters, "".join(KOREAN.findall(place.letters))
    signs = "".join(sign for sign in letters + place.weak if sign not in hangul)
    named = place.named if place.city else f"(?:{place.named}){_NO_COUNTRY}"
    seat = PLACES.get(place.seat)
    meant = (named, place.also, _in_compounds(letters) if letters else "")
    hints = (
        *meant, place.named, place.told, f"[{signs}]" if signs else "",
        _korean_compounds(hangul) if hangul else "", seat.named if seat else "",
    )  # fmt: skip
    english = "|".join(filter(None, (place.plain, place.loose, place.seat)))
    return _Patterns(
        re.compile(named),
        re.compile("|".join(filter(None, meant))),
        re.compile("|".join(filter(None, hints))),
        re.compile(rf"(?<![\w.])(?:{place.plain}){_NO_SUM}"),
        re.compile(rf"(?<![\w.])(?:{english})(?!\w)"),
    )


_BY_NAME = {name: _patterns(place) for name, place in PLACES.items()}
_FIRST = ("North", "South", "New", "Inner")
_ORDER = sorted(PLACES.values(), key=lambda place: not place.name.startswith(_FIRST))
_ENGLISH = re.compile(
    r"(?<![\w.])(?=(?:the )?[A-Z])(?:the )?(?:"
    + "|".join(f"(?P<p{at}>{place.plain})" for at, place in enumerate(_ORDER))
    + rf")(?:’s|'s|s)?{_NO_SUM}"
)

# -- English -----------------------------------------------------------------------------------------


def find_english(text: str) -> Iterator[Found]:
    """The places that an English text names, in its order; a capital is a place of its own."""
    for match in _ENGLISH.finditer(text):
        yield Found(_ORDER[int((match.lastgroup or "p0")[1:])].name, match.span())


@lru_cache(maxsize=20_000)
def countries_in(english: str) -> frozenset[str]:
    """The countries whose plain names stand in English wording."""
    return frozenset(one.name for one in _COUNTRIES if _BY_NAME[one.name].plain.search(english))


def named_in(english: str, name: str) -> Span | None:
    """Where English names a place plainly; None if it does not."""
    match = _BY_NAME[name].plain.search(english)
    return match.span() if match else None


def may_mean(english: str, name: str) -> bool:
    """Whether English has any word that may mean a place, its capital among them."""
    return _BY_NAME[name].english.search(english) is not None


@lru_cache(maxsize=20_000)
def without_countries(english: str) -> str:
    """English wording with all that may mean a country blanked."""
    for country in _COUNTRIES:
        english = _BY_NAME[country.name].english.sub(" ", english)
    return english


def words_for(name: str) -> str:
    """The English words for a place, parted by spaces."""
    return " ".join(re.findall(r"[A-Za-z’]{2,}", PLACES[name].plain))


# -- originals ---------------------------------------------------------------------------------------


def named(original: str, language: str) -> list[Found]:
    """All places that an original surely names, each time, in no order; abbreviations among them."""
    found = [Found(name, m.span()) for name, one in _BY_NAME.items() for m in one.named.finditer(original)]
    if KOREAN.search(original):
        alone = (match.span("sign") for match in ALONE.finditer(original))
    elif language == "ja":
        alone = (match.span(match.lastgroup or 0) for match in _ALONE_JAPANESE.finditer(original))
    else:
        return found
    return found + [Found(_SIGNS[original[a:b]], (a, b)) for a, b in alone if original[a:b] in _SIGNS]


def is_seat(name: str) -> bool:
    """Whether a city stands for a country's government."""
    return name in _SEATS


def lettered(original: str, language: str) -> Iterator[Found]:
    """The countries that a letter at the head of a title or behind a mark may abbreviate: 米の, 영 총리."""
    for match in _LETTER[language].finditer(original) if language in _LETTER else ():
        for country in _COUNTRIES:
            if match["sign"] in country.letters + country.alone:
                yield Found(country.name, match.span("sign"))


def in_pair(original: str, language: str) -> Iterator[tuple[Span, list[tuple[str, ...]]]]:
    """Compounds of two and three letters of countries (日伊, 中日韓, 한불), the countries of each letter.

    What is another word, or an area of the world (朝日, 欧米, 北미), is none.
    """
    pattern, signs = (_PAIR_KOREAN, _SYLLABLES) if language == "ko" else (_PAIR, _PAIRED)
    for match in pattern.finditer(original):
        yield match.span(), [signs[letter] for letter in match.group()]
    if language == "ko":
        for match in _PAIR.finditer(original):
            yield match.span(), [_PAIRED[letter] for letter in match.group()]


def letter_of(name: str, original: str, span: Span) -> Span:
    """The character that abbreviates a country within a compound (the 日 of 日韓); else the compound."""
    at = next((at for at in range(*span) if original[at] in PLACES[name].letters), None)
    return span if at is None else (at, at + 1)


def find(original: str) -> Iterator[Found]:
    """The places that an original means, each once; a country in a compound (日中, 대중) is one of them."""
    for name, one in _BY_NAME.items():
        match = one.meant.search(original)
        if match:
            yield Found(name, match.span())


def hinted(original: str, name: str, language: str) -> bool:
    """Whether an original has any sign of a place: its name, a letter, a person, its own home."""
    if any(_BY_NAME[name].hinted.search(text) for text in (original, _CLOSED_UP.sub("", original))):
        return True
    if name in _SEATS and hinted(original, _SEATS[name], language):
        return True
    own = OWN.get(language) == name or (language == "zh" and name == "Taiwan")
    return own and _AT_HOME.search(original) is not None


def stands(name: str, found: set[str], original: str, language: str) -> bool:
    """Whether an original can be meant where English names a place.

    :param found: the names of the places that :func:`find` finds in the original.
    """
    if same_as(name, found):
        return True
    if name == "South Korea" and "North Korea" in found:
        return True
    own, pattern = _OURS.get(language, ((), re.compile("(?!)")))
    return name in own and pattern.search(original) is not None


def same_as(name: str, others: set[str]) -> bool:
    """Whether a place is among others, a government's seat taken for its country and the other way round."""
    seat = PLACES[name].seat
    return name in others or _SEATS.get(name) in others or (bool(seat) and seat in others)

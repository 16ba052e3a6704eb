"""What originals name, and what their English does: countries, leaders, and the names of the glossary.

In comes a report as it was read; out come its titles with their English, and what both of them name.
Facts and the comparisons that need nothing else: which countries a headline names, by whatever sign, and
which the English does; whose surname 文 may be. Tables as they stand in house style and in the press.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks import Place
from srcxlate.checks.units import titles_of
from srcxlate.glossary import Glossary
from srcxlate.languages import HAN, HANGUL, Language
from srcxlate.layout import Joined, Span
from srcxlate.reports import Reading


@dataclass(frozen=True, slots=True)
class Country:
    """A country as the press names it."""

    name: str
    """In house style."""
    english: re.Pattern[str]
    """Its names and adjectives in English, capitals among them."""
    plain: re.Pattern[str]
    """The same without the capitals and words that may mean something else."""
    named: re.Pattern[str]
    """Its full names in the three languages: where one stands the country is meant."""
    hinted: re.Pattern[str]
    """All that may stand for it, abbreviations in compounds among it."""


_NO_COUNTRY = "(?!地方|電力|新聞|新闻|日報|日报|共同社|経済新聞|经济新闻|橋)"
"""What makes a country's name another name: the Chugoku region, newspapers."""


def _country(
    name: str, plain: str, named: str, *, loose: str = "", signs: str = "", joined: str = "", told: str = ""
) -> Country:
    """A country of the table.

    :param loose: English that may mean it.
    :param signs: Han characters that abbreviate it.
    :param joined: the syllable that does so in hangul.
    :param told: people and places that tell of it.
    """
    syllable = f"[{joined}]" if joined else ""
    beside = "한미일중대방반친주재남북러탈혐영독불호"
    after = "한미일중북러영"
    compounds = (
        f"[{beside}]{syllable}|{syllable}[{after}]|(?<![가-힣]){syllable}(?![가-힣])" if joined else ""
    )
    hints = "|".join(part for part in (named, f"[{signs}]" if signs else "", compounds, told) if part)
    english = f"{plain}|{loose}" if loose else plain
    return Country(
        name,
        re.compile(rf"(?<![\w.])(?:{english})(?!\w)"),
        re.compile(rf"(?<![\w.])(?:{plain})(?!\w)"),
        re.compile(f"(?:{named}){_NO_COUNTRY}"),
        re.compile(hints),
    )


COUNTRIES = (
    _country("the PRC", r"PRC|China(?! Sea)|Chinese|Sino", "中国|中國|중국|チャイナ", loose=
        "Beijing|mainland",
             signs="中华華", joined="중", told="習近平|习近平|시진핑|北京|베이징|上海|상하이|人民元"
                 "|위안|人民币"),
    _country("South Korea", r"(?:South |S\.? ?)?(?<!North )(?<!N\. )(?<!N )Korea(?:ns?)?|ROK",
        "韓国|韓國|韩国|한국|대한민국", loose="Seoul", signs="韓韩朝", joined="한",
             told="尹|文在寅|윤석열|문재인|박근혜|이재명|서울|ソウル|首尔|首爾|한반도|朝鮮半島|조선"
                 "|고려|광복|청와대|青瓦台|코리아"),
    _country("North Korea", r"(?:North |N\.? ?)Korea(?:ns?)?|DPRK", "北朝鮮|北朝鲜|朝鲜|朝鮮|북한|北韓",
             loose="Pyongyang|Koreas?|Koreans?", signs="北朝", joined="북",
             told="북|金正恩|김정은|平壌|평양|平壤|남북|한반도|朝鮮半島|朝鲜半岛"),
    _country("Japan", "Japan|Japanese|Japan-", "(?<!全)日本|일본|ニッポン|にっぽん|ジャパン", loose=
        "Tokyo|Nippon",
             signs="日和邦倭", joined="일",
             told="岸田|安倍|石破|高市|기시다|아베|이시바|東京|도쿄|东京|自民党|자민당|自衛隊|자위대"),
    _country("the US", r"US|U\.S\.(?:A\.)?|USA|United States|Americans?|America",
        "米国|美国|美國|미국|アメリカ",
             loose="Washington", signs="米美", joined="미",
             told="国務|國務|国务卿|국무부|국무장관|白宮|白宫|백악관|ホワイトハウス|월가|トランプ"
                 "|バイデン|特朗普|川普|拜登|트럼프|바이든"),
    _country("Taiwan", "Taiwan|Taiwanese", "台湾|台灣|臺灣|대만|타이완", loose="Taipei", signs="台臺"),
    _country("Russia", "Russians?|Russia|Russo", "ロシア|러시아|俄罗斯|俄羅斯", loose="Moscow", signs=
        "露俄", joined="러", told="プーチン|푸틴|普京|普丁"),
    _country("Ukraine", "Ukraine|Ukrainians?", "ウクライナ|우크라이나|乌克兰|烏克蘭", signs="宇烏乌"),
    _country("Australia", "Australians?|Australia", "オーストラリア|호주|澳大利亚|澳洲|豪州", loose=
        "Canberra", signs="豪澳濠",
             joined="호"),
    _country("India", "Indians?|India", "インド(?!ネシア|太平洋)|인도(?!네시아|태평양)|印度(?!尼西亚"
        "|尼西亞)", signs="印", loose="Indo"),
    _country("Indonesia", "Indonesians?|Indonesia", "インドネシア|인도네시아|印度尼西亚|印尼"),
    _country("Vietnam", "Vietnam|Vietnamese", "ベトナム|베트남|越南", signs="越"),
    _country("the Philippines", "Philippines?|Filipinos?", "フィリピン|필리핀|菲律宾|菲律賓", signs="比菲"),
    _country("Thailand", "Thailand|Thai", "タイ(?:国|王国)|태국|泰国|泰國", signs="泰タ"),
    _country("Malaysia", "Malaysians?|Malaysia", "マレーシア|말레이시아|马来西亚", signs="馬马"),
    _country("Singapore", "Singapore|Singaporeans?", "シンガポール|싱가포르|新加坡", signs="星新"),
    _country("Germany", "Germany|Germans?", "ドイツ|독일|德国|德國", loose="Berlin", signs="独德獨",
        joined="독"),
    _country("France", "France|French", "フランス|프랑스|法国|法國", loose="Paris", signs="仏佛法",
        joined="불"),
    _country("the UK", "UK|Britain|British|United Kingdom", "イギリス|英国|영국|英國", loose="London",
        signs="英", joined="영"),
    _country("the Netherlands", "Netherlands|Dutch|Holland", "オランダ|네덜란드|荷兰|荷蘭", signs="蘭荷"),
    _country("Italy", "Italy|Italians?", "イタリア|이탈리아|意大利", signs="伊意"),
    _country("Mexico", "Mexicans?|Mexico", "メキシコ|멕시코|墨西哥", signs="墨"),
    _country("Iran", "Iranians?|Iran", "イラン|(?<![가-힣])이란(?![고며이다서])|伊朗", signs="伊"),
    _country("Israel", "Israelis?|Israel", "イスラエル|이스라엘|以色列", signs="以"),
    _country("Canada", "Canadians?|Canada", "カナダ|캐나다|加拿大", signs="加"),
)  # fmt: skip
"""Countries that reports on East Asia name."""

OWN: dict[str, str] = {"ja": "Japan", "ko": "South Korea", "zh": "the PRC"}
"""The country that a language's press calls its own."""
AT_HOME = re.compile(
    "国内|國內|국내|우리|我国|我國|自国|本国|当国|国产|国産|국산|국민|わが国|我が国|邦人|全国|전국|政府"
    "|정부|内需|내수"
)
"""Words that say the speaker's own country without its name."""
_PARTICLE = "(?:과|와|에|의|은|는|이|가|도|을|를|측|로|서|엔|만)"
_FOLLOWED = rf"(?=[,，、·…‥\s'’\"”]|{_PARTICLE}(?![{HANGUL}])|과의|에서|에게|으로|\Z)"
_ALONE = re.compile(rf"(?<![{HAN}\d])(?P<sign>[{HAN}]){_FOLLOWED}")
"""A Han character that stands alone, as abbreviations do in Korean headlines: ``日, 韓과의``."""
_ALONE_JAPANESE = re.compile(
    r"(?:(?<=[\s、,，…「])|\A)(?P<sign>[米韓露英仏独豪])(?=[、が])|\A(?P<first>[中北])(?=、)"
)
_SIGNS = {
    "中": "the PRC", "韓": "South Korea", "北": "North Korea", "日": "Japan", "美": "the US",
    "米": "the US",
    "露": "Russia", "英": "the UK", "獨": "Germany", "独": "Germany", "佛": "France", "仏": "France",
    "豪": "Australia", "濠": "Australia", "印": "India",
}  # fmt: skip
_BY_NAME = {country.name: country for country in COUNTRIES}
_KOREAN = re.compile(f"[{HANGUL}]")

SURNAMES: dict[str, tuple[str, ...]] = {
    "尹": ("yoon", "yun"), "윤": ("yoon", "yun"), "文": ("moon", "mun"), "문": ("moon", "mun"),
    "朴": ("park", "pak"), "박": ("park", "pak"), "李": ("lee", "yi", "rhee", "li"), "盧": ("roh", "noh"),
    "金": ("kim",), "김": ("kim",), "習": ("xi",), "习": ("xi",), "蔡": ("tsai", "cai"), "頼": ("lai",),
    "賴": ("lai",), "岸田": ("kishida",), "安倍": ("abe",), "菅": ("suga", "kan"), "石破": ("ishiba",),
    "高市": ("takaichi",), "曺": ("cho", "jo"), "安": ("ahn", "an"), "黃": ("hwang",), "秋": ("choo",
    "chu"),
}  # fmt: skip
"""Surnames of leaders as headlines have them, with the ways they are written in English."""
LEADERS = frozenset(
    ["yoon", "moon", "park", "lee", "roh", "kishida", "abe", "suga", "ishiba", "takaichi", "xi", "tsai",
        "biden",
     "trump", "obama", "putin", "hatoyama", "noda", "aso", "fukuda", "koizumi", "hu", "jiang"]
)  # fmt: skip
_HONOUR = "大統領|大统领|総統|总统|總統|대통령|大總統|首相|総理|总理|總理|총리|主席|总书记|総書記"
_TITLED = re.compile(
    rf"(?:(?<![{HAN}{HANGUL}])(?P<one>[윤문박김尹文朴李盧金習习蔡頼賴菅安])|(?P<more>岸田|安倍|石破"
    rf"|高市))\s?(?:{_HONOUR})"
)
_PEOPLE_ALONE = frozenset("尹文朴李盧曺黃秋")
"""Those that mean a person where they stand alone in a Korean headline; 金 and 安 are words as well."""


@dataclass(frozen=True, slots=True)
class Named:
    """A country or a person that an original names, and where."""

    name: str
    start: int
    end: int


def countries_named(original: str, language: Language, glossary: Glossary) -> list[Named]:
    """The countries that an original surely names, each once at its first place, in the order of the text."""
    hits = glossary.find(original, language) if language != "und" else []
    names = [hit for hit in hits if is_proper(hit.entry.english)]
    found: list[Named] = []
    for country in COUNTRIES:
        found += (
            Named(country.name, *match.span())
            for match in country.named.finditer(original)
            if not any(hit.start <= match.start() < hit.end for hit in names)  # a bank's or a paper's name
        )
    if _KOREAN.search(original):
        found += (
            Named(_SIGNS[match["sign"]], *match.span())
            for match in _ALONE.finditer(original)
            if match["sign"] in _SIGNS
        )
    elif language == "ja":
        found += (
            Named(_SIGNS[match["sign"] or match["first"]], *match.span())
            for match in _ALONE_JAPANESE.finditer(original)
        )
    for hit in hits:
        if hit not in names:
            found += (Named(name, hit.start, hit.end) for name in sorted(countries_in(hit.entry.english)))
    first: dict[str, Named] = {}
    for one in sorted(found, key=lambda named: (named.start, named.name)):
        first.setdefault(one.name, one)
    return list(first.values())


def countries_in(english: str) -> set[str]:
    """The countries whose plain names stand in English wording."""
    return {country.name for country in COUNTRIES if country.plain.search(english)}


def country(name: str) -> Country:
    """A country by its name in house style."""
    return _BY_NAME[name]


def hints_at(original: str, name: str, language: Language, glossary: Glossary) -> bool:
    """Whether an original has any sign of a country: its name, a compound, a person, a term, its own home."""
    closed_up = re.sub("[·・‧]", "", original)
    if any(_BY_NAME[name].hinted.search(text) for text in (original, closed_up)):
        return True
    if OWN.get(language) == name and AT_HOME.search(original) is not None:
        return True
    hits = glossary.find(original, language) if language != "und" else []
    return any(name in countries_in(hit.entry.english) for hit in hits)


def leaders_named(original: str) -> Iterator[tuple[Named, tuple[str, ...]]]:
    """The leaders whom an original names by surname alone: where, and how the surname is written."""
    spans: list[Span] = []
    for match in _TITLED.finditer(original):
        surname = match["one"] or match["more"]
        spans.append(match.span())
        yield Named(match.group(), *match.span()), SURNAMES[surname]
    if not _KOREAN.search(original):
        return
    for match in _ALONE.finditer(original):
        if match["sign"] in _PEOPLE_ALONE and not any(a <= match.start() < b for a, b in spans):
            yield Named(match["sign"], *match.span()), SURNAMES[match["sign"]]


@dataclass(frozen=True, slots=True)
class Rendered:
    """An original title with the English that a note prints for it."""

    place: Place
    wording: Joined
    """The wording of the note."""
    original: str
    romanised: str | None
    language: Language
    english: str
    at: int
    """Offset of the English in the note's wording."""

    @property
    def outside(self) -> str:
        """The English with what the authors set in square brackets blanked: additions marked as such."""
        return re.sub(r"\[[^\[\]]*\]", lambda match: " " * len(match.group()), self.english)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place of a part of the English in the report."""
        last = len(self.english) if end is None else end
        offset, length = self.wording.span(self.at + start, self.at + last)
        return offset, offset + length


def rendered_titles(reading: Reading) -> Iterator[Rendered]:
    """The titles that are printed with their English, in the order of the notes."""
    for noted in reading.citations:
        text = noted.note.text
        for spans, index in titles_of(noted):
            citation, route = noted.citations[index], noted.routes[index]
            if citation.role == "mention" or "english" not in spans:
                continue
            original, english = text[slice(*spans["original"])], text[slice(*spans["english"])]
            yield Rendered(
                (noted.note.series, noted.note.number), noted.note.wording, original,
                citation.romanised, route.language, english, spans["english"][0],
            )  # fmt: skip


_SMALL = frozenset(["of", "for", "the", "and", "on", "in", "to", "a", "an", "at", "with", "de", "by"])
_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")


def is_proper(english: str) -> bool:
    """Whether a term's English is a proper name and no country's: its words begin with capitals."""
    words = [word for word in _WORD.findall(english) if word not in _SMALL]
    if not words or not all(word[0].isupper() or word[0].isdigit() for word in words):
        return False
    bare = english
    for one in COUNTRIES:
        bare = one.english.sub(" ", bare)
    return any(word not in _SMALL and len(word) > 1 for word in _WORD.findall(bare))


def key_words(english: str) -> set[str]:
    """The words that tell a name from others: no small words, no countries, in lower case."""
    bare = english
    for one in COUNTRIES:
        bare = one.english.sub(" ", bare)
    return {word.casefold() for word in _WORD.findall(bare) if word not in _SMALL and len(word) > 2}


def initials(english: str) -> str:
    """The initials of a name: METI for Ministry of Economy, Trade and Industry."""
    return "".join(word[0] for word in _WORD.findall(english) if word not in _SMALL)

"""Units, counters and currencies of Japanese, Korean and Chinese, as data.

For each language the wording that follows a numeral and what it says; and words that are a quantity by
themselves. Facts only; ``quantities`` says how they are used.
"""

import re
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple


class Unit(NamedTuple):
    """What a wording behind a numeral makes of it."""

    kind: str
    """A kind of quantity; ``run`` counts only in a streak (5営業日連続)."""
    unit: str = ""
    """In English: of a count in the plural, of a time in the singular; of money the ISO 4217 code."""
    scale: Fraction = Fraction(1)
    """What the numeral is multiplied by: 割 is a tenth."""


CURRENCIES = MappingProxyType({
    "JPY": ("yen", "yen"), "USD": ("dollar", "dollars"), "KRW": ("won", "won"), "CNY": ("yuan", "yuan"),
    "TWD": ("Taiwan dollar", "Taiwan dollars"), "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "AUD": ("Australian dollar", "Australian dollars"), "CAD": ("Canadian dollar", "Canadian dollars"),
    "EUR": ("euro", "euros"), "GBP": ("pound", "pounds"), "RUB": ("rouble", "roubles"),
    "INR": ("rupee", "rupees"), "": ("yuan", "yuan"),
})  # fmt: skip
"""The English of each code, one and several. No code: 元 in traditional characters, Chinese or Taiwanese."""

_TENTH, _HUNDREDTH = Fraction(1, 10), Fraction(1, 100)


def _units(
    money: dict[str, str], counts: dict[str, str], spans: dict[str, str], **others: str
) -> dict[str, Unit]:
    """One table of a language's units. The wordings of each meaning are parted by a space."""
    found = {word: Unit("money", code) for code, words in money.items() for word in words.split()}
    found |= {word: Unit("count", unit) for unit, words in counts.items() for word in words.split()}
    found |= {word: Unit("duration", unit) for unit, words in spans.items() for word in words.split()}
    found |= {word: Unit(kind) for kind, words in others.items() for word in words.split()}
    return found


_PERCENT = Unit("share", "", _HUNDREDTH)

_JAPANESE = _units(
    {"JPY": "円 日本円", "USD": "ドル 米ドル", "KRW": "ウォン", "CNY": "人民元 元", "TWD": "台湾ドル",
     "HKD": "香港ドル",
     "AUD": "豪ドル", "CAD": "カナダドル", "EUR": "ユーロ", "GBP": "ポンド", "RUB": "ルーブル",
     "INR": "ルピー"},
    {"people": "人 名", "companies": "社", "cases": "件", "places": "カ所 か所 ヶ所 箇所 ヵ所", "": "個 つ",
     "countries": "カ国 か国 ヶ国 ヵ国 ケ国 箇国 カ国・地域", "units": "台", "ships": "隻", "aircraft": "機",
     "schools": "校", "shops": "店 店舗", "times": "回", "votes": "票", "seats": "議席", "tons": "トン",
     "households": "世帯 戸", "kinds": "種類", "sheets": "枚", "copies": "冊", "head": "頭",
     "buildings": "棟",
     "organisations": "団体", "institutions": "機関", "municipalities": "自治体 市町村", "cities": "都市",
     "prefectures": "都道府県 都府県", "fields": "分野", "items": "項目", "rounds": "発",
     "km": "キロメートル km",
     "kg": "キログラム kg", "metres": "メートル", "generations": "世代", "tournaments": "大会"},
    {"year": "年 年間 カ年 か年", "month": "カ月 か月 ヶ月 ヵ月 ケ月 箇月 カ月間 か月間 ヶ月間 ヵ月間",
     "week": "週 週間",
     "day": "日間", "hour": "時間", "minute": "分間", "second": "秒 秒間"},
    times="倍", age="歳 才", day="日", month="月", year="年度", decade="年代", century="世紀",
    quarter="四半期", major="大",
) | {
    "%": _PERCENT, "パーセント": _PERCENT, "割": Unit("share", "", _TENTH), "割引": Unit("share", "off",
    _TENTH),
    "ポイント": Unit("points"), "%ポイント": Unit("points", "percentage"),
    "パーセントポイント": Unit("points", "percentage"),
    "周年": Unit("ordinal", "anniversary"), "位": Unit("ordinal"), "番目": Unit("ordinal"),
    "度目": Unit("ordinal"),
    "期": Unit("run", "term"), "営業日": Unit("run", "trading day"), "試合": Unit("run", "match"),
    "日": Unit("day"), "条": Unit("clause", "Article"), "章": Unit("clause", "Chapter"),
}  # fmt: skip

_KOREAN = _units(
    {"KRW": "원", "USD": "달러 미국달러 불", "JPY": "엔", "CNY": "위안 위안화", "TWD": "대만달러",
     "HKD": "홍콩달러",
     "AUD": "호주달러", "EUR": "유로", "GBP": "파운드", "RUB": "루블", "INR": "루피"},
    {"people": "명 인 사람", "companies": "개사 개기업", "": "개", "countries": "개국 나라",
     "places": "곳 개소", "cases": "건",
     "times": "회 차례", "units": "대", "ships": "척", "seats": "석", "votes": "표", "households": "가구",
     "kinds": "가지 종",
     "tons": "톤", "head": "마리", "rounds": "발", "km": "km 킬로미터", "kg": "kg 킬로그램",
     "institutions": "개기관",
     "cities": "개도시", "universities": "개대학", "items": "개항목"},
    {"year": "년 년간 개년", "month": "개월 개월간 달", "week": "주 주간 주일", "day": "일간 거래일간",
     "hour": "시간",
     "minute": "분 분간", "second": "초"},
    times="배", age="세 살", month="월", year="년도", decade="년대", century="세기", quarter="분기",
    major="대",
) | {
    "%": _PERCENT, "퍼센트": _PERCENT, "프로": _PERCENT,
    "%p": Unit("points", "percentage"), "%포인트": Unit("points", "percentage"),
    "퍼센트포인트": Unit("points", "percentage"),
    "포인트": Unit("points"), "주년": Unit("ordinal", "anniversary"), "위": Unit("ordinal"),
    "번째": Unit("ordinal"),
    "일": Unit("day"), "거래일": Unit("run", "trading day"), "경기": Unit("run", "match"),
    "조": Unit("clause", "Article"),
}  # fmt: skip

_CHINESE = _units(
    {"CNY": "元 人民币 人民幣 元人民币 元人民幣 块钱 元钱", "": "塊錢", "USD": "美元 美金",
     "JPY": "日元 日圆 日圓",
     "KRW": "韩元 韓元 韩圆 韓圓 韓圜",
     "TWD": "台币 台幣 臺幣 新台币 新台幣 新臺幣 元新台币 元新台幣", "HKD": "港元 港币 港幣",
     "AUD": "澳元", "CAD": "加元",
     "EUR": "欧元 歐元", "GBP": "英镑 英鎊", "RUB": "卢布 盧布", "INR": "卢比 盧比"},
    {"people": "人 名 位", "countries": "个国家 個國家 個国家 国 國", "": "个 個 家", "cases": "起 件",
     "ships": "艘",
     "aircraft": "架", "vehicles": "辆 輛", "tons": "吨 噸", "votes": "票", "seats": "席",
     "kinds": "种 種", "items": "项 項",
     "times": "次", "visits": "人次", "households": "户 戶", "rounds": "枚", "km": "公里",
     "companies": "家企业 家公司 家企業",
     "kg": "公斤", "metres": "米", "cities": "个城市 個城市"},
    {"year": "年 年间", "month": "个月 個月", "week": "周 週 星期 个星期 個星期", "day": "天",
     "hour": "小时 小時 个小时 個小時",
     "minute": "分钟 分鐘", "second": "秒"},
    times="倍", age="岁 歲", day="日 号 號", month="月 月份", year="年度", decade="年代", century="世纪 世紀",
    quarter="季度", major="大",
) | {
    "%": _PERCENT, "成": Unit("share", "", _TENTH), "折": Unit("share", "off", _TENTH),
    "个百分点": Unit("points", "percentage"), "個百分點": Unit("points", "percentage"),
    "个百分點": Unit("points", "percentage"),
    "百分点": Unit("points", "percentage"), "个基点": Unit("points", "basis", _HUNDREDTH),
    "個基點": Unit("points", "basis", _HUNDREDTH), "周年": Unit("ordinal", "anniversary"),
    "個交易日": Unit("run", "trading day"), "个交易日": Unit("run", "trading day"), "场": Unit("run",
    "match"),
    "條": Unit("clause", "Article"), "条": Unit("clause", "Article"), "章": Unit("clause", "Chapter"),
    "个季度": Unit("duration", "quarter"), "個季度": Unit("duration", "quarter"),
}  # fmt: skip

UNITS = MappingProxyType({"ja": _JAPANESE, "ko": _KOREAN, "zh": _CHINESE})

NOT_BEFORE = MappingProxyType({
    "ja": {"人": "口称工気種材事権格類民", "社": "会交宅", "名": "古称前", "円": "卓形熟滑",
         "元": "日年旦首素帥老大にの々気号",
           "台": "湾風北頭本所車", "回": "答復転収線路避廊帰顧", "機": "関会能械構種密", "校": "長舎庭",
           "店": "長頭員",
           "戸": "籍惑建田", "枚": "挙", "頭": "部取脳", "才": "能", "年": "金齢々賀号次生初少輩長頭末始",
           "月": "額給刊面曜光経", "日": "本経産銀米中韓系程露曜刊新", "大": "学統臣会陸型湖隊工規量阪",
           "位": "置",
           "期": "待限間日", "条": "件約例", "発": "表電言射見生展明令", "割": "引合当", "つ": "いまど",
           "ドル": "建",
           "週": "刊末", "個": "人別性", "秒": "速", "章": "典"},
    "ko": {"원": "칙자심점", "배": "럴송치달열점당터우급", "명": "예령칭단", "인": "방권민종구터류",
           "개": "혁발방선편헌", "건": "설강물국축", "대": "통학표회기륙", "세": "계금력기대", "년": "도대",
           "월": "급세드요간", "주": "년요권", "분": "기석야단", "석": "유탄", "표": "현준",
           "종": "합교전목", "일": "본",
           "살": "인상", "초": "등", "회": "장담사", "곳": "곳", "발": "표전생사", "달": "러성",
           "불": "법", "가지": "고",
           "위": "원안기성", "조": "치건사선", "엔": "진", "시간": "표", "사람": "들", "루피": "아"},
    "zh": {"人": "口民工才类類均事大權权", "名": "单單义義字古", "位": "置于於", "个": "人性体体",
         "個": "人性體",
           "家": "庭族长長里具喻", "起": "来來诉訴草源点點义飞飛", "架": "构構空", "所": "有以谓得",
           "种": "族植子",
           "種": "族植子", "项": "目", "次": "第于序数要日年元", "席": "位卷", "国": "会语", "国家": "",
           "年": "度轻輕龄齡底初轮",
           "月": "亮球饼", "日": "本元圆圓报報方军軍", "天": "然津下堂安", "周": "年边邊末期恩",
           "成": "不员員立为為功本果长長人都交年绩",
           "大": "学學会會陆陸臣型使小量连戰战", "折": "扣磨", "元": "首素旦老年锂鋰正材",
           "号": "召码线楼文房机",
           "號": "召碼線樓文房機", "倍": "感受",
           "条": "件约例款", "條": "件約例款", "场": "面所合", "米": "国歇", "章": "程", "票": "房",
           "起来": ""},
})  # fmt: skip
"""The characters that make another word of a unit before them: 3人権, 5社会, 2개혁."""

ONLY_AFTER_FIGURES = frozenset("日号號国國台機校店発期位분월일조석년")
"""Units too often part of a name or a word behind a numeral in script (四日市, 四国, 六本木)."""

_NATIVE_DAYS = {
    "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
}  # fmt: skip
_NUMBER_WORDS = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "10",
}  # fmt: skip
_NATIVE_MONTHS = {"석": 3, "넉": 4}
WHOLE = MappingProxyType({
    "ja": {
        "四半世紀": ("duration", Fraction(25), "year", "a quarter of a century"),
        "(?<!四)半世紀": ("duration", Fraction(50), "year", "half a century"),
        r"(?<!過)半数"
        r"|半分": ("share", Fraction(1, 2), "", "half"), "半減(?!期)": ("times", Fraction(1, 2), "",
        "halved"),
        "(?<![上下])半年(?!度)": ("duration", Fraction(1, 2), "year", "half a year"),
        "倍増": ("times", Fraction(2), "", "doubled"),
        "上半期": ("half", Fraction(1), "", "first half"), "下半期": ("half", Fraction(2), "", "second half"),
    },
    "ko": {
        "사반세기|(?<![가-힣])4반세기": ("duration", Fraction(25), "year", "a quarter of a century"),
        "(?<![사4])반세기": ("duration", Fraction(50), "year", "half a century"),
        "절반": ("share", Fraction(1, 2), "", "half"),
        "(?<![가-힣])반년": ("duration", Fraction(1, 2), "year", "half a year"),
        "배증": ("times", Fraction(2), "", "doubled"),
        "반토막": ("times", Fraction(1, 2), "", "halved"),
        "상반기": ("half", Fraction(1), "", "first half"), "하반기": ("half", Fraction(2), "", "second half"),
    } | {
        rf"(?<![\d.]){number}기(?=\s?(?:신도시|정부|내각|행정부|체제|집권|지도부|시대|출범))":
            ("ordinal", Fraction(number), "", ordinal)
        for number, ordinal in enumerate(("first", "second", "third", "fourth", "fifth"), 1)
    } | {
        rf"(?<![가-힣]){word}{after}": (kind, Fraction(days), "day", f"{_NUMBER_WORDS[days]} {told}")
        for word, days in _NATIVE_DAYS.items()
        for after, kind, told in ((r"(?:\s?(?:연속|내리)|째)", "streak", "days in a row"),
                                  (r"\s?만에", "interval", "days later"),
                                  (r"(?=간|\s|의|에|,|\Z)(?!\s?(?:연속|내리|만에))", "duration", "days"))
    } | {
        rf"(?<![가-힣]){word}\s?달{after}":
            (kind, Fraction(months), "month", f"{_NUMBER_WORDS[months]} {told}")
        for word, months in _NATIVE_MONTHS.items()
        for after, kind, told in ((r"(?:\s?(?:연속|내리)|째)", "streak", "months in a row"),
                                  (r"\s?만에", "interval", "months later"),
                                  (r"(?!째|\s?(?:연속|내리|만에))", "duration", "months"))
    },
    "zh": {
        "四分之一[个個]?世[纪紀]|四半世[纪紀]": ("duration", Fraction(25), "year", "a quarter of a century"),
        "半[个個]?世[纪紀]": ("duration", Fraction(50), "year", "half a century"),
        "(?<![上下大小两兩])半年": ("duration", Fraction(1, 2), "year", "half a year"),
        "一半": ("share", Fraction(1, 2), "", "half"), "[减減]半": ("times", Fraction(1, 2), "", "halved"),
        "倍增|加倍|翻了?(?:一番|番|倍)": ("times", Fraction(2), "", "doubled"), "翻了?[两二兩]番": ("times",
        Fraction(4), "", "quadrupled"),
        "上半年": ("half", Fraction(1), "", "first half"), "下半年": ("half", Fraction(2), "", "second half"),
    },
})  # fmt: skip
"""Words that are a quantity without a numeral."""

STREAKS = MappingProxyType({
    "ja": {"敗": "loss", "勝": "win", "覇": "title", "騰": "rise", "伸": "rise", "落": "fall"},
    "ko": {"승": "win", "패": "", "홈런": "home run"},
    "zh": {"跌": "fall", "降": "fall", "涨": "rise", "漲": "rise", "升": "rise", "阳": "rise", "阴": "fall",
           "胜": "win", "勝": "win", "败": "loss", "敗": "loss", "冠": "title"},
})  # fmt: skip
"""What is done in a row: 八連敗, 3연승; 패 is a loss or a title."""

BEFORE = {
    "ja": r"(?P<about>(?<![条契公規盟予制婚誓])約|およそ|ほぼ)|(?P<atleast>少なくとも)",
    "ko": r"(?P<about>약|대략)|(?P<nearly>거의)|(?P<atleast>최소|적어도)",
    "zh": r"(?P<about>大?(?<![条條契公盟合预預签簽违違纽紐北])[约約])|(?P<nearly>(?<![附最邻鄰])[将將接]?近)"
    r"|(?P<over>超[过過]?|逾)|(?P<atleast>至少|最少)",
}
AFTER = {
    "ja": r"(?P<atleast>以上)|(?P<atmost>以下)|(?P<under>未満)|(?P<over>を?超(?:える|え)?"
    r"|余(?![裕剰地波儀])り?|あまり)"
    r"|(?P<justunder>弱(?![体小者点]))|(?P<justover>強(?![化制調ま力]))|(?P<nearly>近く)|(?P<about>前後"
    r"|程度|ほど)",
    "ko": r"(?P<atleast>이상)|(?P<atmost>이하)|(?P<under>미만)|(?P<over>초과|여(?![가-힣])|남짓)"
    r"|(?P<about>가량|정도|안팎|내외)",
    "zh": r"(?P<atleast>以上)|(?P<atmost>以下)|(?P<over>[余餘多])|(?P<about>左右|上下)",
}
BETWEEN = {"ja": "余り?", "ko": r"여(?=\s?[가-힣])", "zh": "[余餘多]"}
"""More than, between numeral and unit: 300余家, 2조여원."""
SAID: dict[str, tuple[str, str]] = {
    "about": ("about", "about"), "nearly": ("nearly", "nearly"), "over": ("over", "more than"),
    "atleast": ("over", "at least"), "atmost": ("under", "at most"), "under": ("under", "less than"),
    "justunder": ("nearly", "just under"), "justover": ("over", "just over"),
}  # fmt: skip
LEADS = {
    "ja": r"(?P<nth>第)|(?P<symbol>(?:US|A|HK|NT)?\$|¥|€|£|₩)",
    "ko": r"(?P<nth>(?<![가-힣])제)|(?P<symbol>(?:US|A|HK|NT)?\$|¥|€|£|₩)",
    "zh": r"(?P<after>[时時]隔)|(?P<inarow>(?:连续|連續)第?)|(?P<nth>第)"
    r"|(?P<symbol>(?:US|A|HK|NT)?\$|¥|€|£|₩|人民[币幣]|新?[台臺][币幣])",
}
SYMBOLS = {"¥": "JPY", "€": "EUR", "£": "GBP", "₩": "KRW", "$": "USD", "US$": "USD", "A$": "AUD",
"HK$": "HKD",
            "NT$": "TWD", "人民币": "CNY", "人民幣": "CNY"}  # fmt: skip
IN_A_ROW = {"ja": r"連続|続(?=[伸落騰])", "ko": r"\s?연속", "zh": "(?!)"}
FIRST_IN = {"ja": "ぶり", "ko": r"\s?만[에의]", "zh": r"[来來]首次"}
FRACTION = {"ja": "分の", "ko": r"분의\s?", "zh": "分之"}

SAID_IN_ENGLISH = {name: approximate for name, (approximate, _) in SAID.items()}

SINGULAR = {"people": "person", "countries": "country", "companies": "company", "cities": "city", "": "",
            "universities": "university", "municipalities": "municipality", "copies": "copy", "head": "head",
            "aircraft": "aircraft", "km": "km", "kg": "kg"}  # fmt: skip
"""Of units whose singular is not the plural without its s."""
RANKED_IN = ("세계", "국내", "글로벌", "주요", "아시아")
RANKED = re.compile(
    r"\s?(?:그룹|은행|기업|강국|과제|산업|도시|시장|증권|금융|거래소|로펌|국정|원칙|핵심|의혹|메이저|제약"
    r"|악|권역|전략|분야|개혁|품목|공약)"
)
"""Before and behind 5대 it means the five greatest; elsewhere five vehicles."""

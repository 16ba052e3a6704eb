"""Leaders whom originals name: in full (문재인, 习近平), or by their surname in headlines (尹, 岸田首相).

In comes an original, out come the leaders in it, each with the ways in which English writes the surname.
Facts only, 2000 to 2026: who is not here is not known, which proves nothing.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache
from unicodedata import combining, normalize

from srcxlate.checks.places import ALONE, KOREAN, Found
from srcxlate.checks.surnames import HANJA, SPELLINGS
from srcxlate.languages import HAN, HANGUL
from srcxlate.layout import Span

_JAPANESE = r"""
mori 森喜朗;koizumi 小泉純一郎 小泉進次郎;abe 安倍晋三;fukuda 福田康夫;aso 麻生太郎;hatoyama 鳩山由紀夫
kan 菅直人
noda 野田佳彦;suga 菅義偉;kishida 岸田文雄;ishiba 石破茂;takaichi 高市早苗;kono 河野太郎 河野洋平
motegi 茂木敏充
hayashi 林芳正;kamikawa 上川陽子;koike 小池百合子;edano 枝野幸男;izumi 泉健太;tamaki 玉木雄一郎 玉城デニー
shii 志位和夫
tamura 田村智子;nikai 二階俊博;ueda 植田和男;kuroda 黒田東彦;kato 加藤勝信;kihara 木原誠二 木原稔
yoshimura 吉村洋文
nishimura 西村康稔;hagiuda 萩生田光一;seko 世耕弘成;amari 甘利明;iwaya 岩屋毅;nakatani 中谷元
hamada 浜田靖一
katayama 片山さつき;takemi 武見敬三;saito 斎藤健 斎藤鉄夫 斎藤元彦;yamaguchi 山口那津男;ishihara 石原慎太郎
inose 猪瀬直樹;masuzoe 舛添要一;hashimoto 橋下徹;tanigaki 谷垣禎一;okada 岡田克也;maehara 前原誠司
akazawa 赤沢亮正;machimura 町村信孝;komura 高村正彦;nakasone 中曽根康弘 中曽根弘文 中曾根康弘
gemba|genba 玄葉光一郎
onodera 小野寺五典;inada 稲田朋美;kishi 岸信介 岸信夫;sato 佐藤栄作;ikeda 池田勇人
tanaka 田中角栄 田中眞紀子
ohira 大平正芳;miki 三木武夫;takeshita 竹下登;murayama 村山富市;obuchi 小渕恵三;miyazawa 宮沢喜一
yoshida 吉田茂
shirakawa 白川方明;matsuno 松野博一;yosano 与謝野馨;hosokawa 細川護熙
kono 고노\s?다로 고노\s?요헤이;hayashi 하야시(?=\s?요시마사|\s외무상);motegi 모테기;kishida 기시다
ishiba 이시바;suga 스가(?=\s?요시히데|\s총리)
takaichi 다카이치;abe 아베(?=\s?신조|\s총리);kamikawa 가미카와;koizumi 고이즈미;aso 아소\s?다로
noda 노다\s?요시히코
suga 菅义伟;koizumi 小泉纯一郎 小泉进次郎;kamikawa 上川阳子;hatoyama 鸠山由纪夫;kuroda 黑田东彦
"""
_OTHERS = r"""
kim 김대중 김정은 김정일 김여정 김부겸 김민석 김종인 김문수
kim 金大中 金正恩 金正日 金与正 金與正 金総書記 金委員長
roh|noh 노무현 노태우 盧武鉉 卢武铉;lee 이명박 이재명 이낙연 이준석 이창용 李明博 李在明
park 박근혜 박원순 朴槿恵 朴槿惠
moon 문재인 文在寅;yoon|yun 윤석열 尹錫悦 尹锡悦 尹錫悅;han 한덕수 한동훈 韓悳洙;cho|jo 조국 조태열
choi 최상목
hwang 황교안;chung|jeong|jung 정세균 정청래 정몽준 정의용;ahn|an 안철수;hong 홍준표;oh 오세훈
yoo|yu 유승민 유시민
sim|shim 심상정;na 나경원;won 원희룡;choo|chu 추경호 추미애;kang 강경화 강훈식;woo 우원식;ban 반기문 潘基文
xi 习近平 習近平 시진핑;jiang 江泽民 江沢民 江澤民 장쩌민;hu 胡锦涛 胡錦濤 후진타오;zhu 朱镕基
wen 温家宝 溫家寶 원자바오
li 李克强 李強 李强 李克強 리커창 리창 李尚福;wang 王毅 왕이(?=[\s,가는]) 王岐山 王沪宁 汪洋 王文濤 王文涛
yang 杨洁篪 楊潔篪
qin 秦刚 秦剛;zhao 赵乐际;cai 蔡奇;ding 丁薛祥;he 何立峰;liu 刘鹤 劉鶴;dong 董军;han 韩正 韓正;zhou 周小川
yi 易纲
pan 潘功胜;chen|shui-bian 陳水扁 陈水扁;ma 馬英九 马英九 마잉주;tsai|cai 蔡英文 차이잉원
lai 賴清德 赖清德 頼清徳 라이칭더
hsiao|xiao 蕭美琴;su 蘇貞昌;cho|jho 卓榮泰;chen 陳建仁 陳其邁 陳時中;chu|zhu 朱立倫;hou 侯友宜
ko|ke 柯文哲;han 韓國瑜
wu 吳釗燮;lin 林佳龍;cheng 鄭麗文;you|yu 游錫堃;huang 黃國昌;chiang|jiang 蔣萬安;lu 盧秀燕;soong|song 宋楚瑜
bush ブッシュ 布什 布希 부시;obama オバマ 奥巴马 歐巴馬 오바마;trump トランプ(?!ス) 特朗普 川普 트럼프
clinton クリントン 클린턴 克林顿
biden バイデン 拜登 바이든;harris ハリス副 해리스 哈里斯 賀錦麗;putin プーチン 普京 普丁 普廷 푸틴
medvedev メドベージェフ 梅德韦杰夫
zelensky|zelenskyy|zelenskiy ゼレンスキー 泽连斯基 澤倫斯基 젤렌스키;merkel メルケル 默克尔 梅克爾 메르켈
merz メルツ 默茨 메르츠
scholz ショルツ 朔尔茨 蕭茲 숄츠;macron マクロン 马克龙 馬克宏 마크롱;sarkozy サルコジ 萨科齐 사르코지
hollande オランド 奥朗德
johnson ジョンソン 约翰逊 존슨;sunak スナク 苏纳克 수낵;truss トラス首相 特拉斯;cameron キャメロン 卡梅伦
starmer スターマー 斯塔默 스타머
modi モディ 莫迪 모디;albanese アルバニージー 阿尔巴尼斯 앨버니지;morrison モリソン 莫里森
trudeau トルドー 特鲁多 杜魯道 트뤼도
carney カーニー首相 卡尼 카니;marcos マルコス 马科斯 小馬可仕 마르코스
duterte ドゥテルテ 杜特尔特 杜特蒂 두테르테;widodo|jokowi ジョコ 佐科 조코
prabowo|subianto プラボウォ 普拉博沃 프라보워;erdogan|erdoğan エルドアン 埃尔多安 에르도안
netanyahu ネタニヤフ 内塔尼亚胡 納坦雅胡 네타냐후
lula ルラ 卢拉 룰라;meloni メローニ 梅洛尼 멜로니;orban|orbán オルバン 欧尔班 오르반
leyen フォンデアライエン 冯德莱恩 폰데어라이엔
blinken ブリンケン 布林肯 블링컨;pelosi ペロシ 佩洛西 裴洛西 펠로시;yellen イエレン 耶伦 葉倫 옐런
powell パウエル 鲍威尔 鮑爾 파월
rubio ルビオ 鲁比奥 盧比歐 루비오;bessent ベッセント 贝森特 베선트;anwar アンワル 安瓦尔
wong 黄循财 ウォン首相;hun フン・セン 洪森 훈센
park 박진(?=[\s,]) 박정희 朴正煕 朴正熙;chun 전두환 全斗煥 全斗焕;rhee|lee 이승만 李承晩 李承晚
kim 김영삼 김관진 김성한 金泳三;yun 윤병세
lee 이종섭 이인영;suh|seo 서욱;shin 신원식;kwon 권영세;chung|jeong 정동영 정경두;cho|jo 조현(?=\s장관)
mao 毛泽东 毛澤東 毛沢東 마오쩌둥;deng|teng 邓小平 鄧小平 鄧小平 덩샤오핑;zhou|chou 周恩来 周恩來 저우언라이
liu 刘少奇 劉少奇
hua 华国锋 華國鋒;zhao 赵紫阳 趙紫陽;hu 胡耀邦;li 李鹏 李鵬 李肇星;wei 魏凤和 魏鳳和;xie 谢锋 謝鋒
cui 崔天凯
chiang 蒋介石 蔣介石 蔣中正 蒋经国 蔣經國 장제스;lee 李登輝 李登辉;lien|lian 連戰 连战
sun 孙中山 孫中山 孫文
kerry ケリー国務 克里(?=[访訪国國，、]) 케리;tillerson ティラーソン 蒂勒森 提勒森 틸러슨
pompeo ポンペオ 蓬佩奥 龐佩奧 폼페이오
sullivan サリバン 沙利文 蘇利文 설리번;austin オースティン 奥斯汀 奧斯汀 오스틴
hegseth ヘグセス 赫格塞思 赫格塞斯 헤그세스
vance バンス副 万斯 范斯 밴스;raimondo レモンド 雷蒙多 러몬도;lutnick ラトニック 卢特尼克 盧特尼克 러트닉
mnuchin ムニューシン 姆努钦 므누신;bolton ボルトン 博尔顿 波頓 볼턴;pence ペンス副 彭斯 펜스
borrell ボレル 博雷利 보렐;baerbock ベアボック 贝尔伯克 베어보크;colonna 科隆纳 콜로나
barrot バロ外相 巴罗(?=[，、访将]|$)
lavrov ラブロフ 拉夫罗夫 拉夫羅夫 라브로프;shoigu ショイグ 绍伊古 쇼이구;lammy ラミー外相 拉米(?=[访，、])
jaishankar ジャイシャンカル 苏杰生 자이샨카르;guterres グテレス 古特雷斯 구테흐스
stoltenberg ストルテンベルグ 斯托尔滕贝格 스톨텐베르그
rutte ルッテ 吕特 뤼터;grossi グロッシ 格罗西 그로시;tedros テドロス 谭德塞 譚德塞
"""
_TABLE = tuple(
    (tuple(names.split("|")), tuple(forms))
    for entry in re.split(r"[;\n]", f"{_JAPANESE}{_OTHERS}".strip())
    if (parts := entry.split(" ")) and len(parts) > 1
    for names, *forms in [parts]
)
_FAMILIES = {
    "森": "mori", "小泉": "koizumi", "安倍": "abe", "福田": "fukuda", "麻生": "aso", "鳩山": "hatoyama",
    "菅": "suga kan", "野田": "noda", "岸田": "kishida", "石破": "ishiba", "高市": "takaichi",
}  # fmt: skip
_HEADLINE = {"習": "xi", "习": "xi", "蔡": "tsai cai", "頼": "lai", "賴": "lai", "赖": "lai", "馬": "ma"}
SURNAMES = {
    surname: tuple(spellings.split())
    for surname, spellings in (
        *_HEADLINE.items(),
        *((hanja, SPELLINGS[name]) for hanja, name in HANJA.items()),
        *((name, SPELLINGS[name]) for name in "윤문박김이노"),
        *_FAMILIES.items(),
    )
}
"""Surnames of leaders as headlines have them, with the ways they are written in English."""
_WORDS = frozenset((
    "he", "na", "oh", "an", "you", "hun", "yi", "won", "austin", "pence", "sun", "wei", "hua",
))  # fmt: skip
LEADERS = frozenset(name for names, _ in _TABLE for name in names) - _WORDS
"""Surnames in English that are a leader's where they stand beside an original that names another."""
_HONOUR = "大統領|大统领|総統|总统|總統|대통령|大總統|首相|総理|总理|總理|총리|主席|总书记|総書記"
_TITLED = re.compile(
    rf"(?<![{HAN}{HANGUL}])(?P<one>[윤문박김이노尹文朴李盧金習习蔡頼賴赖馬])\s?(?:{_HONOUR})"
)
_FAMILY_TITLED = re.compile(rf"(?<![{HAN}])(?P<one>{'|'.join(_FAMILIES)})(?:[元前]?(?:首相|総理))")
_PEOPLE_ALONE = frozenset("尹文朴李盧曺黃秋")
"""Those that mean a person where they stand alone in a Korean headline; 金 and 安 are words as well."""


def leaders_named(original: str) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """The leaders whom an original names by surname alone: where, and how the surname is written."""
    spans: list[Span] = []
    for match in (*_TITLED.finditer(original), *_FAMILY_TITLED.finditer(original)):
        spans.append(match.span())
        yield Found(match.group(), match.span()), SURNAMES[match["one"]]
    if not KOREAN.search(original):
        return
    for match in ALONE.finditer(original):
        if match["sign"] in _PEOPLE_ALONE and not any(a <= match.start() < b for a, b in spans):
            yield Found(match["sign"], match.span("sign")), SURNAMES[match["sign"]]


def leaders_in_full(original: str) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """The leaders whom an original names in full: where, and how the surname is written."""
    for pattern, names in _patterns():
        for match in pattern.finditer(original):
            yield Found(match.group(), match.span()), names


def is_named(english: str, spellings: Collection[str]) -> bool:
    """Whether English has a surname in one of its spellings, with or without its accents."""
    plain = "".join(one for one in normalize("NFD", english) if not combining(one))
    return any(word.casefold() in spellings for word in _CAPITAL.findall(plain))


_CAPITAL = re.compile(r"[A-Z][^\W\d_]+")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile("|".join(forms)), names) for names, forms in _TABLE)


def may_stand(surname: str, original: str) -> bool:
    """Whether an original may name a leader of an English surname: in full, or by a Han family name."""
    forms = [form for names, each in _TABLE if surname in names for form in each]
    if any(form in original for form in forms):
        return True
    families = {form[0] for form in forms if re.match(f"[{HAN}]", form)}
    return not KOREAN.search(original) and any(sign in original for sign in families)


IMPLIES_LEADER = re.compile(
    r"\b(?:presiden\w+|prime minister|premier|leaders?|chairman|PM|he|his|government|administration)\b", re.I
)
"""General words that may stand for a leader whom the original names."""
_HOLDS = re.compile(r"\s?(?:총리|대통령|총재|장관|외무상|首相|総理|大統領|总理|总统|總統|總理|主席|外相)")
"""An office behind a name, by which English may name its holder."""
_HEADS_FIRM = re.compile(
    r"의?の?\s?(?:共同)?(?:創辦人|创始人|创办人|創業者|会長|會長|社長|회장|사장"
    "|董事長|董事长|CEO|창업자)"
)
_FULL_NAME = re.compile(r"\b[A-Z][^\W\d_]+ [A-Z][\w-]+")


def by_its_holder(original: str, end: int, english: str) -> bool:
    """Whether English may name a leader by the office, or a firm by its founder, behind a name.

    :param end: where the name ends in the original.
    """
    if _HOLDS.match(original, end):
        return IMPLIES_LEADER.search(english) is not None
    return bool(_HEADS_FIRM.match(original, end) and _FULL_NAME.search(english))

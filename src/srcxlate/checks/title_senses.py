"""Qualifiers that a translator of titles drops or adds: may, forecast, elderly, secret, new; closed lists.

In comes a title or its English, out comes what it says of the lists. What is dropped is looked for by signs
that are narrow in the originals and wide in English; what is added the other way round.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from srcxlate.checks.circumstances import PLACES, TIMES
from srcxlate.checks.qualifiers import QUALIFIERS, Dropped
from srcxlate.layout import Span

_ASKED = {
    "ja": "なぜ|どう|何|誰|だれ|どこ|いつ|いかに|いかな|どの|いくら|どちら|どれ|どんな|べき",
    "ko": "왜|어떻|어떤|무엇|무슨|뭘|뭐|누가|누구|어디|언제|몇|얼마|어느|어찌",
}
"""Words of a question that English puts with what, how or who."""
_POSSIBLE = (
    r"\?|may\b|might|could|can\b|whether|if\b|possib|likel|risk|fear|perhaps|danger|potential|probab|chance"
    r"|would|should"
    r"|appear|seem|said\b|says\b|report|alleg|believed|thought|worr|concern|expect|prospect|suspect|unlikely"
    r"|sees?\b|seen\b"
    r"|set to|uncertain|doubt|odds|hope|hint|threat|outlook|question|debate|maybe|rumou?r|poised|face[sd]?\b"
    r"|loom|brink"
    r"|verge|near|eye[sd]?\b|mull|consider|plan|forecast|anticipat|about to|heading|what|how|why|who|when"
    r"|where|is\b|are\b"
    r"|do\b|does\b|did\b|will\b[^.]*\?"
)
_FORECAST = (
    r"\bto\b|will\b|would|forecast|project|predict|expect|outlook|sees?\b|seen\b|prospect|estimate|anticipat"
    r"|likel|may\b"
    r"|could|might|\bset\b|due\b|loom|ahead|next|future|upcoming|poised|fac(?:e|es|ing)\b|head|plan|view"
    r"|hope|promis|fear"
    r"|look|eye|soon|shall|going|poll|survey|possib|prophe|warn|think|believ|\?|tomorrow|by (?:20|the)"
)


DROPPED = (
    Dropped(
        "that something is only possible", _POSSIBLE,
        rf"\A(?!.*(?:{_ASKED['ja']}))[^？?]*(?:[るたうくすむぐぶつい]|(?<![豊静確僅愚遥微細暖厳朗])[一-鿿]"
        rf"|[ァ-ヶー])か\Z|かも\Z"
        "|公算|恐れ(?=も|$)",
        rf"\A(?!.*(?:{_ASKED['ko']}))[^?]*까(?=[?]|\Z)|[가-힣]\s듯(?=[\s,…]|\Z)|[가-힣]듯(?=[,…]|\Z)"
        rf"|수도(?=\Z| 있)|관측(?!소|위성|기)",
        r"(?<![一-鿿])或(?=[将將可会會致成引面受遭被影再于於])"
        r"|(?<=[一-鿿]{2})或(?=[将將可会會致成引面受遭被影再于於])|恐[将將]|恐(?=[成致遭面影难難再引])"
        "|有望|疑(?=遭|为|為|似)|能否|可否|会不会|會不會|是否",
    ),
    Dropped(
        "that it is only forecast", _FORECAST,
        "見通し|見込み(?!違)|予想(?!外|以上|屋)|予測(?!不)",
        "전망(?!대|이 밝|좋은)|예상(?!치|밖|외)|것으로 보", "[预預][计計期测測](?!不)|料[将將]",
    ),
    Dropped(
        "that it is planned", r"plan|to\b|will\b|scheme|project|propos|intend|intent|schedul|program|set\b"
            r"|aim|eye|blueprint|roadmap"
        r"|draft|envisag|seek|going|would|may\b|design|strateg|target|consider|mull|move|upcoming|next"
        r"|future|ambition|due\b|vision"
        r"|prepar|idea|bid|for\b|goal|promis|pledge|map|policy|measure",
        "計画(?!経済|停電|的)|予定(?!外|調和)|方針(?!転)", "계획(?!경제)|예정|방침", "[计計][划劃](?!生育"
            "|[经經])|[拟擬](?=[建设設推将將在于於对對])",
    ),
    Dropped(
        "that it is about the elderly", r"old|elder|senior|ag(?:e|ed|eing|ing)\b|grey|gray|silver|pension"
            r"|retire|\d0s|centenar|grand"
        r"|later life|veteran|long-lived|demograph|care",
        "高齢(?!化社会)|お年寄り|老人|シニア", "노인|고령(?!화)|어르신", "老人|老年|[长長]者|[银銀][发髮]",
    ),
    Dropped(
        "that it is about children", r"child|kid|infant|bab(?:y|ies)|young|youth|pupil|school|boy|girl|son\b"
            r"|daughter|parent|toddler"
        r"|minor|juvenile|teen|birth|nurser|kinder|famil|student|paedia|pedia|next generation",
        "子ども|子供|こども|児童", "어린이|아동|아이들", "[儿兒]童|孩子",
    ),
    Dropped(
        "that it is about foreigners", r"foreign|overseas|non-|migra|immigra|international|abroad|expat"
            r"|alien|outsid|guest|visitor|touris"
        r"|inbound|multi|external|global|asian|[A-Z][a-z]+(?:an|ese|ish)s?\b|resident|world",
        "外国人|外国籍|外国企業", "외국인|외국계", "外[国國]人|外籍|外[国國]企",
    ),
    Dropped(
        "that someone no longer is in office", r"former|ex-|late\b|old\b|past|one-time|onetime|previous"
            r"|retired|then-|previously|outgoing"
        r"|predecessor|once|emerit|ousted|served|veteran|departed",
        "(?<![一-鿿])[元前](?=首相|総理|大統領|会長|社長|長官|大臣|市長|知事|議員|総裁|議長|官僚|外相)",
        r"(?<![가-힣])전 (?=대통령|총리|장관|의원|대표|회장|사장|시장|지사|위원장|총장)|전직",
        "前(?=[总總][统統]|首相|[总總]理|部[长長]|市[长長]|主席|外[长長]|[书書][记記]|高官)",
    ),
    Dropped(
        "that it is secret", r"secre|covert|hidden|clandestin|classif|confiden|private|behind|undercover"
            r"|quiet|undisclos|conceal|closed"
        r"|under wraps|furtive|stealth|hush|back-?room|shadow|unknown|cover",
        "極秘|秘密(?!保)|密約", "극비|비밀(?!번호)|밀약|몰래", "秘密|[绝絕]密|密[约約]",
    ),
    Dropped(
        "that it is against the law", r"illeg|unlaw|illicit|crim|irregular|unauthor|unlicen|law|black|fraud"
            r"|undocument|bootleg|pirat|wrong"
        r"|violat|breach|improper|banned|prohib|poach|smuggl|squat|rogue|traffick|corrupt|abus|outlaw|stolen"
        r"|underground|shady|bid-rig|secret",
        "違法(?!性)|不法|違憲", "불법|위법|위헌", "非法|[违違]法|[违違][规規]",
    ),
    Dropped(
        "that it is an emergency", r"emergen|urgen|crisis|rapid|immediate|swift|hast|quick|rush|prompt|alarm"
            r"|rescue|alert|pressing|extraordinary"
        r"|speed|contingen|scrambl|snap|ad hoc|fast|stopgap|instant|dire|martial",
        "緊急", "긴급|비상(?=사태|대책|체제|계엄|경영|회의| )", "[紧緊]急|[应應]急",
    ),
    Dropped(
        "that it costs nothing", r"free|gratis|no[- ](?:charge|cost|fee|fare)|without (?:charge|fare|fee"
            r"|payment|cost)|nothing|complimentary|waive"
        r"|zero|abolish|scrap|pay|fare-?less|cost|charge|donat|toll|subsid|gift|give",
        "無料|無償|タダ", "무료|무상(?=[급보교 ]|$)|공짜", "免[费費]|[无無][偿償]",
    ),
    Dropped(
        "that it is run without people", r"unman|unstaff|driver|self-|autom|no one|nobody|without|no\b|drone"
            r"|robot|staff|unattend|desert|uninhab"
        r"|empty|remote|crew|unguard|abandon|unoccup|pilot|human|vacant|machine|contactless|UAV|people",
        "無人", "무인(?=[가-힣 ]|$)", "[无無]人(?![问問知晓曉敢能不])",
    ),
    Dropped(
        "that it is new", r"new|next|fresh|novel|latest|another|modern|nascent|corona|covid|build|open"
            r"|launch|start|first|found|creat|young"
        r"|emerging|recent|set up|additional|renew|innovat|reborn|reviv|coming|establish|begin|successor"
        r"|replac|introduc|second|re-|rookie|reform"
        r"|complet|plan|unveil|debut|inaug|more\b|extra|greenfield|add|future|advanc|change",
        "新(?=駅|路線|工場|空港|制度|型車|社長|会社|大統領|首相|税|政権|庁舎|校舎|車両|航路|条約|法案|党首"
        "|知事|市長)",
        "(?<![가-힣])새 (?=[가-힣])", "新(?=[车車]站|[线線]路|工[厂廠]|[机機][场場]|[总總][统統]|首相|政府"
            "|市[长長]|[航規规])",
    ),
    Dropped(
        "that it is the last", r"last|final|end|ultimate|clos|remaining|sole|only|farewell|goodbye|surviv"
            r"|extinct|left|definitive|eleventh|conclu"
        r"|parting|dying|death|late|terminal|no more|latest",
        "最後の(?!審判)|最終(?=便|列車|日|回|章|局面|戦)", "마지막|최후의", "最[后後](?=[一的])|末班",
    ),
    Dropped(
        "that someone gives time unpaid", r"volunt|unpaid|pro bono|help|service|charit|goodwill|amateur|aid"
            r"|civic|citizen",
        "ボランティア", "자원봉사|봉사자", "志[愿願]者|志工|[义義]工",
    ),
    Dropped(
        "that it is military", r"milit|army|armed|defen|forces|troop|war\b|soldier|navy|naval|air force"
            r"|weapon|arms|security|martial|strateg|missile"
        r"|base|drill|exercis|conflict|battle|uniform",
        "軍事(?!政)|軍需", "군사(?!정)|군비", "[军軍]事(?!法)",
    ),
    Dropped(
        "that it is about nuclear matters", r"nuclear|atom|reactor|radia|fission|fusion|uraniu|plutoni|NPT"
            r"|missile|denuclear|warhead|bomb"
        r"|power (?:plant|station)|A-bomb|hibakusha|TEPCO|Fukushima|Chernobyl|weapon",
        "核(?=兵器|武装|実験|燃料|軍縮|抑止|合意|開発|廃絶|のごみ)|原発|原子力", "핵(?=무기|실험|연료|무장"
            "|개발|폐기물|합의|미사일)|원전|원자력",
        "核(?=武器|[试試][验驗]|[电電]|[废廢]|[协協]|[弹彈])|核[电電]",
    ),
)  # fmt: skip
"""What translators of titles drop besides the senses of ``senses``."""

ADDED = MappingProxyType({
    r"elderly|old people|older people|aged(?! \d)|senior citizens?|pensioners?|octogenarians?":
        "高齢|老|シニア|年寄|シルバー|年配|長寿|介護|年金|お?[じば]い?さん|[6789六七八九][0０十]|歳"
        "|노(?![동력선조트출원])|고령|어르신|할|실버|황혼|연금"
        "|경로|長|长|[银銀]|[发髮]|阿[嬤公]|敬|古|旧|舊|爺|爷|奶|婆|岁|歲",
    r"young|youthful|teenagers?|teenage|juvenile": "若|青|少|子|学|學|児|童|ヤング|Z|[12一二１２][0０十]|청"
        "|젊|소년|아동|어린|학생|MZ"
        "|세대|[后後]|孩|幼|生|新人|新世|ジュニア|高校|キャンパス|캠퍼스|대학",
    r"wom[ae]n(?:[’']s)?|female|girls?|mothers?|housewi\w+": "女|婦|妇|母|主婦|妻|娘|ママ|여|엄마|어머|주부"
        "|딸|할머|妈|媽|姐|姑|嫁|彼女"
        "|レディ|위안|慰安|걸|누나|언니|아내|부인|産|出产|フェミ|ジェンダ|페미|젠더|맘|嫂|妹|夫",
    r"immigrants?|migrants?|foreigners?|foreign workers?|overseas": "外|海|移|異|외|해외|이[주민]|인종"
        "|다문화|다국|洋|境|국적|在日|입국|輸|世界"
        "|세계|国際|國際|国际|국제|渡|旅|僑|侨|グローバル|글로벌|留|実習|民工|農民|农民|務工|务工|유학|異|异"
        "|출국|客",
    r"foreign(?= (?!minist|affair|polic|exchange|secretar|office|trade|"
    r"currenc|relation|reserve|aid\b|minister)"
    r"[a-z])": "外|海|異|异|외|해외|다국|洋|境|世界|세계|国|國|국|際|输|輸|渡|来|訪"
        "|グローバル|글로벌|留|移|他"
        "|[米英仏独露印豪韓中日美法德俄欧歐]|이주|다문화|이국|수입|バイヤー|진출",
    r"former|ex-(?=[a-z])": "元|前|旧|舊|원로|전|옛|구|曾|退|OB|ＯＢ|出身|출신|故|先|昔|去|離|离|역대|歴|历"
        "|卸",
    r"secret(?!ar)|secretly|covert|clandestine": "秘|密|비밀|극비|몰래|밀|内緒|裏|隠|暗|비공개|非公|비선"
        "|물밑|이면|潜|隐|隱|スパイ|스파이|忍|内幕"
        "|黑幕|闇|影|特|ひそか|ステルス",
    r"illegal(?:ly)?|unlawful(?:ly)?|illicit": "違|不法|法|불법|위법|무허가|무단|밀|非|违|闇|不正|密|盗|盜"
        "|犯|罪|黒|黑|偽|伪|ヤミ|汚|贪|부정|비리|탈",
    r"free of charge|for free|free (?=bus|meal|lunch|school|tuition|ride|transport|fare|public transport"
    r"|care)":
        "無料|無償|ただ|タダ|フリー|무료|무상|공짜|免|白|[0０零]円|0원|ゼロ|제로|送|公益",
    r"emergency|urgent(?:ly)?": "急|緊|危|非常|긴급|비상|응급|시급|급|위기|紧|应|應|災|灾|재난|有事|119"
        "|１１９|110|救|警|구급|사태",
    r"nuclear|atomic": "核|原|핵|원|ウラン|プルト|广岛|広島|長崎|廃炉|NPT|福島|ニュークリア|우라늄|[北북]",
    r"military": "軍|军|군|武|兵|防衛|自衛|국방|방위|战|戦|戰|미사일|ミサイル|국|防|安保|안보|將|将|陸|海|空"
        "|基地|기지|征|전",
    r"permanent(?:ly)?|perpetual": "恒|永|常|무기한|항구|영|長久|长久|久|無期|終身|ずっと|정식|定|固|고정"
        "|完全|완전",
    r"temporary|temporarily|interim|provisional": "暫|暂|臨|临|仮|一時|一时|当面|임시|잠정|일시|단기|短|当分"
        "|過渡|过渡|과도|代|つなぎ|当座|임|가",
    r"deadly|fatal|lethal": "死|致|命|亡|사망|치명|숨|犠|희생|殺|杀|살|猛|毒|惨|참|危|凶",
    r"controversial|contentious|disputed": "争|論|논란|논쟁|議|疑|批|問|반발|賛否|物議|爭|论|물의|쟁점|갈등"
        "|議|议|対立|분쟁|係|抗|反|揺|의혹|波",
    r"unprecedented|historic(?!al)": "史|前例|空前|未曾有|初|유례|역사|사상|전례|처음|첫|最|画期|劃|歴|異例"
        "|이례|破|首|무이|前所|없",
    r"sudden(?:ly)?|abrupt(?:ly)?": "急|突|いきなり|にわか|갑|급|돌|기습|느닷|忽|猛|激|暴|骤|驟|電撃|전격"
        "|一転|一夜|不意|ふと|閃|闪|순간|하루아침",
    r"unanimous(?:ly)?": "全会|満場|一致|만장|전원|全員|全票|全体|口を|총의|異口",
    r"jobless|unemployed": "失業|失|無職|実業|실업|실직|백수|无业|失业|下岗|ニート|취준|仕事|離職|待业|待業"
        "|구직|求職",
    r"homeless": "ホームレス|路上|野宿|노숙|流浪|無家|无家|游民|遊民|家を失|住まい|쪽방|街友|집 없|무주택",
    r"disabled|handicapped": "障|장애|残|殘|身心|車いす|휠체어|バリア|輪椅|轮椅|盲|聾",
    r"billionaires?|wealthy|millionaires?": "富|金持|豊|裕|부[유자촌]|有钱|土豪|所得|소득|長者|资|資|財|财"
        "|억|億|亿|セレブ|재벌|豪",
    r"impoverished|destitute": "貧|贫|困|窮|穷|乏|가난|빈|저소득|低|苦|生活",
    r"may(?= [a-z])|might|could": "可能|かも|か|恐|おそれ|懸念|見|予|も|까|듯|수|전망|가능|우려|예상|관측|或"
        "|有望|会|會|能|将|將|疑|案|論|論|説|へ|検討"
        "|うる|得|推|はず|だろう|う|검토|설|론|되나|나|면|던|하나|れば|たら|なら|if|若|如|할|될|을|를|위기"
        "|危|リスク|위험|風険|风险|预|預|計|计|拟|擬|と$|"
        "기로|조짐|兆|망|조만|곧|料|难|難|不|れる|待|機|要|应|應",
    r"(?:this|last|next) week|yesterday|tomorrow": "週|周|주|日|天|어제|오늘|내일|曜|모레|전날|翌|明|昨|今"
        "|あす|きょう|きのう|次|来|先|다음|지난|이번|近",
    r"this month|last month|next month": r"月|달|월|次|来|先|다음|지난|이번|近|今|本|上|下",
})  # fmt: skip
"""English that says more than a title may, with all of an original that may lead to it."""

_TITLE_CASE = 0.8
"""The share of longer words with capitals from which on a title sets all of them so."""
_NAMES = frozenset({"May", "Young"})
"""What is a month or a name where it has a capital."""
_EVERY = (*DROPPED, *TIMES, *PLACES, *QUALIFIERS)
_SAYS = {
    (language, sense): re.compile(getattr(sense, language))
    for sense in _EVERY
    for language in ("ja", "ko", "zh")
}
_MAY_SAY = {sense: re.compile(rf"(?<!\w)(?:{sense.english})", re.I) for sense in _EVERY}
_ADDS = [
    (re.compile(rf"(?<![\w-])(?:{english})(?!\w)"), re.compile(hints)) for english, hints in ADDED.items()
]


def dropped(original: str, english: str, language: str) -> Iterator[tuple[str, Span]]:
    """What an original says and its English has no word for, with its place in the original."""
    for sense in _EVERY:
        pattern = _SAYS.get((language, sense))
        match = pattern.search(original) if pattern else None
        if match and not _MAY_SAY[sense].search(english):
            yield sense.told, match.span()


def added(english: str, original: str, language: str) -> Iterator[Span]:
    """The words of an English title that nothing in the original can have led to."""
    if language not in ("ja", "ko", "zh"):
        return
    lowered = english[:1].lower() + english[1:]
    words = re.findall(r"\b[A-Za-z][a-z]{3,}", english)
    capitals = sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)
    for exact, hints in _ADDS:
        match = exact.search(lowered) or (exact.search(english.lower()) if capitals else None)
        if match and english[match.start() : match.end()] not in _NAMES and not hints.search(original):
            yield match.span()

"""Qualifiers that a translator of titles drops or adds: may, forecast, elderly, secret, new; closed lists.

In comes a title or its English, out comes what it says of the lists. What is dropped is looked for by signs
that are narrow in the originals and wide in English; what is added the other way round.
"""

import re
from collections.abc import Iterator

from srcxlate.checks.omissions.additions import ADDED
from srcxlate.checks.omissions.circumstances import PLACES, TIMES
from srcxlate.checks.omissions.degrees import DEGREES
from srcxlate.checks.omissions.qualifiers import QUALIFIERS, Dropped
from srcxlate.checks.omissions.whole_words import crosses
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
_MAYBE = (
    r"\?|may\b|might|could|can\b|cannot|whether|if\b|or\b|possib|likel|risk|fear|perhaps|danger|potential"
    r"|probab|chance|would|should"
    r"|(?<!cease )(?<!continue )(?<!start )(?<!begin )(?<!need )(?<!fail )(?<!want )to\b "
    r"(?!the\b|an?\b|its\b)[a-z]|appear|seem|said\b|report|alleg|believed|thought|worr|concern|expect|prospect"
    r"|suspect|uncertain|doubt|odds|hope|hint|threat|outlook|question|debate|rumou?r|poised|face[sd]?\b|facing"
    r"|loom|brink|verge|near|eye[sd]?\b|eyeing|mull|consider|plan(?!t|e)|forecast|anticipat|predict"
    r"|project(?:ed|ion)|promis|look|ask|unclear|speculat|on the cards|sees?\b|seen\b|soon|brac|warn|vulnerab"
)
"""What renders 或 and its like; a plain verb does not, as it does a question."""
_FORECAST = (
    r"\bto\b|will\b|would|forecast|project|predict|expect|outlook|sees?\b|seen\b|prospect|estimate|anticipat"
    r"|likel|may\b"
    r"|could|might|\bset\b|due\b|loom|ahead|next|future|upcoming|poised|fac(?:e|es|ing)\b|head|plan|view"
    r"|hope|promis|fear"
    r"|look|eye|soon|shall|going|poll|survey|possib|prophe|warn|think|believ|\?|tomorrow|by (?:20|the)"
)


_VERBS_OF_MAY = (
    "将將可会會致成引面受遭被影再于於上下调調涨漲升降跌减減增加提收暂暫停推扩擴延缓緩放开開关關启啟撤退迎达達超破创創重恢继繼"
    "持结結终終出进進入转轉赴访訪参參设設建裁罢罷违違涉卖賣买買并併拆换換失丢丟缺无無难難让讓允禁取征徵改修更有逾触觸突"
    "爆陷走落获獲需须須要在为為与與加"
)
"""Characters with which the verbs begin before which 或 is may, where the English has no *or*."""

DROPPED = (
    Dropped(
        "that something is only possible", _POSSIBLE,
        rf"\A(?!.*(?:{_ASKED['ja']}|か[、，　 ]))[^？?]*(?:[るたうくすむぐぶつい]|"
        rf"(?<![豊静確僅愚遥微細暖厳朗])[一-鿿]"
        rf"|[ァ-ヶー]|[一-鿿][れげりきちみせけえ])(か)\Z|かも\Z"
        "|公算|恐れ(?=も|$)",
        rf"\A(?!.*(?:{_ASKED['ko']}))[^?]*(까)(?=[?]|\Z)|[가-힣]\s듯(?=[\s,…]|\Z)|[가-힣]듯(?=[,…]|\Z)"
        rf"|\A(?!.*(?:{_ASKED['ko']}))[^?]*(?:[가-힣]{{2}}(?:하|되|시키)|"
        rf"(?<![가-힣])(?:오르|내리|나서|줄|늘|멈추|바뀌|사라지)|[었았였했됐겠있없])(나)(?=[?…,]|\Z)"
        rf"|수도(?=\Z| 있)|관측(?!소|위성|기)",
        "(?!)",
    ),
    Dropped(
        "that something is only possible", _MAYBE, "(?!)", "(?!)",
        rf"(?<![抑甚间間])或(?=[{_VERBS_OF_MAY}])|恐[将將]|恐(?=[成致遭面影难難再引掀衝冲爆延])"
        "|[有可]望(?!不可|而)|疑(?=遭|为|為|似|因|涉)|能否|可否|会不会|會不會|是否",
    ),
    Dropped(
        "that it is only suspected",
        r"suspe|suspicio|alleg|accus|charg|over\b|for\b|on\b|in\b|prob|investigat|indict|prosecut|case|"
        r"scandal|tried"
        r"|trial|fac(?:e|es|ing)\b|claim|implicat|purport|believ|thought|possib|question|under|after|"
        r"with\b|link|doubt"
        r"|said|may\b|might|could|appear|seem|potential|likely|apparent|report|\?|cleared|acquit",
        r"(?:容疑|疑い)(?=で|の|が|[、も]|\Z)(?!者)(?!がな|の[なあ]い|が晴)",
        "(?<![무가-힣])혐의(?!없)", "涉嫌",
    ),
    Dropped(
        "that it is only forecast", _FORECAST,
        "見通し|見込み(?!違)|予想(?!外|以上|屋)|予測(?!不)",
        "전망(?!대|이 밝|좋은)|예상(?!치|밖|외)|것으로 보", "[预預][计計期测測](?!不)|料[将將]",
    ),
    Dropped(
        "that it is planned", r"plan(?!t|e)|to\b|will\b|scheme|project|propos|intend|intent|schedul|"
        r"program|set\b"
            r"|aim|eye|blueprint|roadmap"
        r"|draft|envisag|seek|going|would|may\b|design|strateg|target|consider|mull|move|upcoming|next"
        r"|future|ambition|due\b|vision"
        r"|prepar|idea|bid|for\b|goal|promis|pledge|map|policy|measure|decid|decision|stance|position|line\b",
        "計画(?!経済|停電|的)|予定(?!外|調和)|方針(?!転)", "계획(?!경제)|예정|방침", "[计計][划劃](?!生育"
            "|[经經])|(?<![模虚虛比])[拟擬](?=[建设設推将將在于於对對立修出提禁取增收实實引赴与與向对對])",
    ),
    Dropped(
        "that it is about the elderly", r"old|elder|senior|ag(?:e|es|ed|eing|ing)\b|grey|gray|silver|pension"
            r"|retire|\d0s|centenar|grand"
        r"|later life|veteran|long-lived|demograph|care|octogen|nonagen",
        "高齢(?!化社会)|お年寄り|老人|シニア", "노인|고령(?!화)|어르신", "老人|老年|[长長]者|[银銀][发髮]",
    ),
    Dropped(
        "that it is about children", r"child|kid|infant|bab(?:y|ies)|young|youth|pupil|school|boy|girl|son\b"
            r"|daughter|parent|toddler"
        r"|minor|juvenile|teen|birth|nurser|kinder|famil|student|paedia|pedia|next generation|day[- ]?care",
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
        r"|underground|shady|bid-rig|secret|unconstitution|constitution",
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
        "(?<![가-힣])(?<![년달월주일] )새 (?=[가-힣])",
        "新(?=[车車]站|[线線]路|工[厂廠]|[机機][场場]|[总總][统統]|首相|政府"
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
        r"|plants?\b|power|units?\b|phase\b|A-bomb|hibakusha|TEPCO|Fukushima|Chernobyl|weapon",
        "核(?=兵器|武装|実験|燃料|軍縮|抑止|合意|開発|廃絶|のごみ)|原発|原子力", "핵(?=무기|실험|연료|무장"
            "|개발|폐기물|합의|미사일)|원전|원자력",
        "核(?=武器|[试試][验驗]|[电電]|[废廢]|[协協]|[弹彈])|核[电電]",
    ),
)  # fmt: skip
"""What translators of titles drop besides the senses of ``senses``."""

_TITLE_CASE = 0.8
"""The share of longer words with capitals from which on a title sets all of them so."""
_NAMES = frozenset({"May", "Young"})
"""What is a month or a name where it has a capital."""
_EVERY = (*DROPPED, *TIMES, *PLACES, *QUALIFIERS, *DEGREES)
_SAYS = {
    (language, sense): re.compile(getattr(sense, language))
    for sense in _EVERY
    for language in ("ja", "ko", "zh")
}
_MAY_SAY = {sense: re.compile(rf"(?:(?<!\w)|(?=\?))(?:{sense.english})", re.I) for sense in _EVERY}
_ADDS = [
    (re.compile(rf"(?<![\w-])(?:{english})(?!\w)"), re.compile(hints)) for english, hints in ADDED.items()
]


def dropped(original: str, english: str, language: str) -> Iterator[tuple[str, Span]]:
    """What an original says and its English has no word for, with its place in the original."""
    for sense in _EVERY:
        pattern = _SAYS.get((language, sense))
        if pattern is None or _MAY_SAY[sense].search(english):
            continue
        for match in pattern.finditer(original):
            span = match.span(match.lastindex or 0)
            if not crosses(original, span, language):
                yield sense.told, span
                break


def added(english: str, original: str, language: str) -> Iterator[Span]:
    """The words of an English title that nothing of the lists in the original can have led to."""
    if language not in ("ja", "ko", "zh"):
        return
    lowered = english[:1].lower() + english[1:]
    words = re.findall(r"\b[A-Za-z][a-z]{3,}", english)
    capitals = sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)
    for exact, hints in _ADDS:
        match = exact.search(lowered) or (exact.search(english.lower()) if capitals else None)
        if match and english[match.start() : match.end()] not in _NAMES and not hints.search(original):
            yield match.span()

"""Whether a text denies something: closed lists of negation for Japanese, Korean, Chinese and English.

In comes a text, out come the places of its negations. Idioms that hold the word and deny
nothing (なければならない, 뿐만 아니라, 不仅, not only) are no negations. Words that deny without one (避ける,
부족, 拒绝, lack) lean to it: a good translation may say them with a *not*, and a negation with
them.
"""

import re
from types import MappingProxyType

from srcxlate.layout import Span

_IDIOMS = MappingProxyType({
    "ja": (
        r"な(?:ければ|くては|いと)(?:なら|いけ|なり)(?:な[いくか]|ませ|ず)|ねばなら(?:な[いくか]|ず|ぬ)"
        r"|ざるを[得え]な[いくか]"
        r"|かもしれ(?:な[いくか]|ませ)|違いな[いく]|[他ほ]か?なら(?:な[いくか]|ず)|[過す]ぎ(?:な[いくか]|ず"
        r"|ませ)"
        r"|(?:だけ|のみ|ばかり)(?:で[はも]?|じゃ)な[くい]|のみならず|限らず|問わず|かかわらず|関わらず"
        r"|少なからず"
        r"|少なく(?:な[いくか]|とも)|とどまら(?:ず|な[いくか])|しか[^。、]{0,20}?(?:な[いくか]|ませ|ず)"
        r"|欠か(?:せ|す[^。、]{0,6})(?:な[いくか]|ず)|やむを[得え](?:な|ず)|余儀なく|間もなく|まもなく"
        r"|絶え(?:間な|ず)"
        r"|相変わらず|必ず|(?<![一-鿿])まず|思わず|とりあえず|ひとまず|おのずと|いずれ|わずか|みずか|はず"
        r"|ずつ|むずかし"
        r"|では?な(?:い|かろう)か|じゃないか|限りな[いく]|なくな[っらりるれ]|危な[いくか]|少な[いくか]"
        r"|切な[いく]"
    ),
    "ko": (
        r"뿐(?:만)?\s?아니[라고]|지\s?않(?:을|으면)\s?(?:수\s?없|안\s?[되된돼될])|(?:수)?밖에\s?(?:없|안"
        r"|못)|적지\s?않|못지\s?않"
        r"|틀림\s?없|다름\s?없|변함\s?없|끊임\s?없|어김\s?없|상관\s?없|관계\s?없|없[애앤앨앴]|머지\s?않"
        r"|에\s?못\s?미치|잘못|못지"
        r"|아니냐|않[을나느]까|않느냐"
    ),
    "zh": (
        r"不[仅僅但只止单單光]|不[断斷久同少过過管论論妨禁愧已等一明幸平安]|[无無][论論疑线線人数數核偿償]"
        r"|不得不"
        r"|不[可能][不缺或]|不[无無]"
        r"|未[来來成]|非[常洲政营營凡]|[没沒]收|不[动動][产產]|差不多|[说說]不定|了不起|不[亚亞]于|不[外由]"
        r"|莫[过過]|[是能可]否|否[则則]"
        r"|除非|不[足满滿利振]|(.)不\1|[无無]所不|不失[为為]|不[良当當便]|不[适適]"
    ),
    "en": (
        r"\bnot (?:only|just|merely|simply|solely|least|until|a few|uncommon\w*|infrequent\w*"
        r"|insignificant\w*)\b"
        r"|\bno (?:more|less|fewer|later|sooner|earlier|greater|better|doubt|matter|wonder)\b"
        r"|\bnothing (?:but|less|more)\b|\bnone other\b|\bNos?\.\s?\d"
    ),
})  # fmt: skip
_DENIED = MappingProxyType({
    "ja": (
        r"な(?:い|かっ|く(?=て|、|と|も|は)|けれ|さそう)|ませ[んぬ]"
        r"|(?<=[かがさたなばまらわえけげせてねべめれじにりいきしみ得])"
        r"ず(?=に|、|。|も|\Z)|ざる|ぬ(?=[。、]|まま)|まい(?=[。、と])"
    ),
    "ko": (
        r"않|못(?=[하한할함해했]|\s|[가-힣])|없|아니(?=[다라었며고지]|\s|\Z)|아닌|아닐|아님|아닙"
        r"|(?<![가-힣])안\s(?=[되된될돼하한할했합해])|(?<![가-힣])안\s(?=[가-힣]{0,2}(?:낳|팔|먹|받|믿|읽|"
        r"쓰|찾|가|오|사|보|주|내"
        r"|나|열|듣|통하|줄|늘|변하|바뀌|떠나|끝나|풀리|잡히|들리|걷히|지키|살)(?:[는은을]\s|다\b|고\b|"
        r"지\b|[아어았었]|면\b))"
        r"|(?<![가-힣])안\s(?=(?:[간갈갔온올왔본볼봤준줄줬낸낼냈쓴쓸썼산난날판팔]|팔린|팔릴|열린|풀린|잡힌|"
        r"보인|늘어난|줄어든|바뀐|변한|끝난)\s)"
        r"|(?<=[가-힣] )불가(?=\Z|[,\s…”’\"'])"
        r"|[지서]는?\s?(?:말아야|말라|마라)"
    ),
    "zh": r"不|[没沒](?=有|[^落])|[无無](?!锡|錫)|未|非(?=[一-鿿])|[勿毋]|[别別](?=再|让|讓|把|去)",
    "en": (
        r"\b(?:not|cannot|never|no|none|nothing|nobody|nowhere|neither|nor)\b|no[- ]one\b"
        r"|(?<=\w)n['’]t\b"
    ),
})  # fmt: skip
_LEANING = MappingProxyType({
    "ja": (
        r"不|無|未|非|否|拒|避|禁|難|困|にく[いか]|欠|足り|しか|とどま|控え|慎|防|止|やめ|失|少な|乏し"
        r"|限[らっ]|満た|反対|反し|外"
        r"|迷|悩|惑|疑|ゼロ|零|空|免|脱|廃|断|絶|タダ|離れ|なし|乾|枯|消え|去|欠"
        r"|なくな|なく|な(?:ければ|くては)|過ぎ|すぎ|だけ|のみ|な(?=[」』！。]|\Z)"
    ),
    "ko": (
        r"불가|불[법허확안공투분]|무[관효산]|미[흡달정비완]|비공|비[판합]|거부|거절|금지|반대|어렵|어려"
        r"|힘[들든]|피[하했]|막[았는아]"
        r"|부족|그[치쳤친]|중단|드[물문]|모르|모른|몰[라랐]|삼[가갔]|실패|뿐|밖에|못지|적지|부인|부정|반박"
        r"|멈[추췄]|제로|공짜|무[료상인]|전무|텅|빈(?![가-힣]{2})|비어|사라|탈[가-힣]|폐지|면제|끊|끝|결석|"
        r"소멸|외면|배제|제외"
    ),
    "zh": (
        r"零|空|光|断|斷|绝|絕|脱|脫|离|離|废|廢|弃|棄|消|难|難|拒|避|禁|缺|否|反[对對]|停|免|少|失|"
        r"[仅僅只才]|直到|除|不|[无無]|未|非|困|罕|低于|低於|[没沒]"
    ),
    "en": (
        r"\b(?:fail\w*|unable|lack\w*|little|few|hardly|scarcely|barely|rarely|seldom|refus\w+|refrain\w*"
        r"|avoid\w*|den(?:y|ie)\w*"
        r"|reject\w*|oppos\w+|prohibit\w*|ban(?:s|ned)?|forb[ai]d\w*|prevent\w*|impossible|absent|absence"
        r"|stop\w*|ceas\w+"
        r"|rather than|instead of|short(?:age|fall)?|far from|yet to|neglect\w*|exclud\w+|except|unless"
        r"|doubt\w*|beyond"
        r"|regardless|irrespective|too \w+ to|without|fewer|less|below|no (?:more|less|fewer)|not (?:only"
        r"|just|until)"
        r"|in(?:a(?:bilit|cc|ction|ctiv|deq|dmis|pp|rtic|tten|ud)|c(?:ap|ess|oh|omp[alr]|onc|ons|orr|"
        r"ur(?!r))|de(?:l|sc|str)|disc"
        r"|e(?:ff|lig|qual|quit|sc|v|x(?!i))|f(?:all|ert|lex|req)|hum|operat|s(?:ec|ens|ep|ol|uff)|tang|"
        r"tol|val|vis|vuln)\w*"
        r"|im(?:m(?:at|ob|or|un|ut)|pass|pen|perf|perm|polit|possib|pot|pract|prec|prop|prud)\w*|"
        r"dis(?:agree|allow|approv|continu)\w*|non-?\w+|missing"
        r"|miss(?:ed|es)?"
        r"|un(?!ion|it|ite|ites|ited|ity|iver|der|til|ique|iform|anim)\w{3,})\b"
    ),
})  # fmt: skip

_IN_HEADLINES = re.compile(
    r"\w{3,}less\b|[- ]free\b|\b(?:anti-?|dis(?:a|band|card|connect|continu|engag|hono|like|loy|miss|"
    r"obey|order"
    r"|own|pla?c|qualif|regard|repair|satisf|sent|solv|sua|trust|unit|us)\w*|de-?nuclear|hard|difficult|"
    r"struggl|uncertain|withh|zero"
    r"|empty|vanish"
    r"|gone|remain|stay\b|stays\b|stayed|persist|linger|despite|(?:hold|stand)(?:s|ing)? (?:off|back|out|"
    r"firm|steady|still|pat|high|on)|held|keep(?:s|ing)?\b|kept\b|out[- ]of[- ]|too\b|lag|trail|behind|"
    r"wait|await|pending|"
    r"backlog|quit|reluctan|hesita|evad|dodg|gutted|outpac|outstrip|still|impass|freez|end(?:s|ed|ing)?\b|"
    r"halt|drop|scrap|ban\b|"
    r"bans\b|want\b(?! to)|wanting"
    r"|stall"
    r"|stuck|idle|dr(?:y|ies|ied)\b|r[au]n(?:s|ning)? out|broke\b|penniless|vacan|alone|bar(?:s|red)?\b"
    r"|bereft|devoid"
    r"|depriv|deadlock|stalemate|los(?:es?|t|ing)\b|elu(?:de|sive)|defy|defie|resist|shun|spurn|skip"
    r"|leave[s]? out"
    r"|left out|cut off|open to\b|unlike|nil\b|scarc|dearth|paucity|wither|fad(?:e|ing)|die[sd]?\b|dead\b"
    r"|dying|blind|deaf|mute"
    r"|silen|orphan|widow|ghost|abandon|forgot|forget|neglig|ignor|unaware|innocent|immune|invisib|irre\w+"
    r"|il(?:legal|legib|licit)\w*|mis(?:s(?:ed|es|ing)\b|match|fit|handl|judg)|disappoint|slow|postpon|delay"
    r"|put off|shelv|suspend|cancel|call off)",
    re.I,
)
"""What else may put a negation in a headline's English, which is freer."""
_NEGATIVE = tuple(
    (re.compile(original), re.compile(rf"\b(?:{english})\w*|"
    rf"\b(?:{once_more})\b", re.I), re.compile(rf"\b(?:{kept})", re.I))
    for original, english, once_more, kept in (
        (
            "廃[止線校業棄炉]|[中停休]止|終[了わ結]|打ち切|撤[廃退去]|中断|閉[鎖店校]|やめ|폐[지쇄교기업]|"
            "중[단지]|종료|끝|멈|휴[업교]|철[회수거]"
            "|그만|[废廢][止除弃棄]|停|[终終][止结結]|[结結]束|[关關][闭閉]|取消|撤",
            "abolish|scrap|ceas|clos|terminat|discontinu|suspend|cancel|shelv|quit|withdr|halt|stop|drop",
            "end(?:s|ed|ing)?|call(?:s|ed|ing)? off",
            r"keep|kept|retain|continu|maintain|preserv|stay|stand|surviv|sav|spare|remain|go(?:es)? on|"
            r"carr\w+ on|resum",
        ),
        ("禁[止じ]|금지|禁", "prohibit|forb[ai]d|barred", "ban(?:s|ned)?|bars?", "allow|permit|let|legal"),
        ("減|削|縮|감[축소원]|삭감|줄[어이]|[减減]", "reduc|slash|slow|few|drop|shr[iu]nk", "cuts?|"
        "cutting|less|below",
         "keep|kept|maintain|hold|held|stay|spare|protect|intact|remain|rise|grow"),
        ("反対|拒|반대|거[부절]|反[对對]", "oppos|reject|refus|den[iy]", "(?!)", "accept|agree|back|"
        "support|approv|let"),
        ("遅|延|先送り|지연|연기|미[루뤄]|推[迟遲]", "delay|postpon|slow|late", "put off", "time|"
        "punctual|prompt|schedul|soon"),
        ("不足|足り(?!な|ず|ぬ|ん|ませ)|欠|부족|모자라|缺", "lack|scarc|dearth|miss|short", "(?!)",
            "enough|suffic|ampl|plent"),
        ("難し|困難|어려|힘들|难|難", "hard|difficult|struggl", "(?!)", "eas|simpl|possib"),
        ("失|잃|실패|실직|[丢失]", "fail", "los(?:es?|t|ing)", "keep|kept|succe|surviv|retain"),
        ("忘|잊", "forg[eo]t", "(?!)", "remember|recall"),
        ("無[料償]|무[료상]|공짜|免[费費]", "free", "(?!)", "pay|cost|charg|fee"),
        ("否[定認认]|부[인정]", "den[iy]|dispute|disavow", "(?!)",
         "accept|admit|acknowl|confirm|conced|possib"),
        ("排除|배제|除外|제외", "exclu|dismiss", "rul(?:e|es|ed|ing) out",
         "includ|possib|open|may\b|leav|left"),
        ("回避|避け|회피|피하|[规規]避|避免", "avoid|avert|evad|dodg|prevent", "(?!)",
         "fac(?:e|ing)|fail|accept"),
        ("断念|放棄|放[弃棄]|포기|見送", "abandon|relinquish|renounc|forgo|forsw",
         "giv(?:e|es|ing) up|drops?",
         "keep|kept|pursu|insist|press|continu|hold|fight"),
        ("却下|棄却|기각|각하|[驳駁]回", "dismiss|reject|refus", "turns? down", "accept|hear|uphold|grant"),
        ("破棄|파기|撤[销銷]|취소|取り消|覆", "overturn|quash|scrap|annul|revers|revok|cancel", "(?!)",
         "uphold|upheld|keep|kept|maintain|confirm|stand"),
        ("死|亡|사망|죽", "d(?:ea[dt]|ie|ying)", "(?!)", "alive|surviv|live"),
    )
)  # fmt: skip
"""Words of originals that deny something by themselves; the English that renders just them and so no negation
of them; and the English of what is so denied: not to end is to keep."""
_IDIOM = {language: re.compile(pattern, re.I) for language, pattern in _IDIOMS.items()}
_DENIAL = {language: re.compile(pattern, re.I) for language, pattern in _DENIED.items()}
_LEANS = {language: re.compile(pattern, re.I) for language, pattern in _LEANING.items()}


def find(text: str, language: str) -> tuple[Span, ...]:
    """The places of a text's negations, in order.

    :param language: ``ja``, ``ko``, ``zh`` or ``en``; any other has none that is known here.
    """
    if language not in _DENIAL:
        return ()
    plain = _IDIOM[language].sub(lambda match: "\x00" * len(match[0]), text)
    return tuple(match.span() for match in _DENIAL[language].finditer(plain))


def leans(text: str, language: str) -> bool:
    """Whether a text has a negation, or a word or idiom that a translation may well put as one."""
    return bool(language in _LEANS and (_LEANS[language].search(text) or find(text, language)))


def one_of_two(headline: str, original: str, language: str) -> bool:
    """Whether an original denies a thing and says something negative of it, and its English only one of both.

    A book that is not read and is not to be thrown away: *Do not throw away a book that is read*.
    """
    if language not in _OF_A_THING:
        return False
    said = [
        match.start() for pattern in (_DENIAL["en"], _LEANS["en"], _IN_HEADLINES)
        for match in pattern.finditer(headline)
    ]  # fmt: skip
    return len(set(said)) == 1 and not _BAD.search(headline) and bool(_OF_A_THING[language].search(original))


_OF_A_THING = {
    "ja": re.compile(
        "(?<![つらきしけの切危少幼])(?<!くだら)(?<!見知ら)(?<!変わら)(?<!かけがえの)(?<!たまら)(?<!かまわ)(?<!いけ)(?<!なら)"
        "(?:(?<=[かがさたなばまらわえけげせてねべめれにりびみ])|で[きか])(?:ない|なかった|"
        "ぬ)(?=[一-鿿ァ-ヶー])"
        "[^、。：！？]*(?:[うくすつぬむるぐぶ]な(?=\\Z|[」』！])|"
        "(?<=[かがさたなばまらわえけげせてねべめれき])(?:ない|ません|ず)(?=\\Z|[」』！]))"
    ),
    "ko": re.compile(
        "(?:[가-힣]지 않는|[가-힣] 수 없는|[가-힣]지 못하는) [가-힣][^,:?!]*"
        "(?:지 (?:마라|말라|말자|말아야|않는다|않겠다|못한다)|금지)(?=\\Z|[”’\"'!])"
    ),
}
"""A thing that something is denied of, and a negation of what is done with it: 売れない土地を残すな."""
_BAD = re.compile(
    r"\b(?:stay|far\b|waste|dormant|useless|worthless|broken|old|strange|unsold|barren|idle|bad|poor|dud|"
    r"hopeless"
    r"|wrong|impossible|tough|cold|dull|problem)",
    re.I,
)
"""What says of a thing that something is not so of it, without a word that denies."""


def may_be_denied(headline: str, original: str = "") -> bool:
    """Whether a headline's English has anything that may render a negation of its original.

    What renders a word of the original that is negative by itself does not: ``end`` is 廃止 in 廃止しない.
    """
    for negative, english, kept in _NEGATIVE:
        if negative.search(original):
            if kept.search(headline):
                return True
            headline = english.sub("", headline)
    return leans(headline, "en") or _IN_HEADLINES.search(headline) is not None

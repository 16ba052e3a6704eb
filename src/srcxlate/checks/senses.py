"""What a text can say that bounds its claim: if, in principle, only, first, next year; by what they mean.

In comes an original or its English, out comes what it says of a closed list. A free rendering says the same
in other words, so the lists of English are wide and those of the originals narrow: a sense is missing only
where no way of saying it is there. Negation has a module of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.layout import Span

_MONTHS = (
    r"january|february|march|april|may\b|june|july|august|september|october|november|december|\d{4}|20\d\d"
)


@dataclass(frozen=True, slots=True)
class Sense:
    """Something that a text can say, in the original languages and in English."""

    told: str
    """What it is, for people."""
    english: str
    """The beginnings of all English words that may render it."""
    ja: str = ""
    """What surely says it in Japanese; so for the other languages."""
    ko: str = ""
    zh: str = ""
    binding: bool = False
    """Whether an ellipsis may not drop it: without it the sentence claims more."""
    titles: bool = True
    """Whether a translator of a title may not drop it either."""
    adds: str = ""
    """English that surely says it; empty where English may well say more."""
    hinted: str = ""
    """All of an original that may lead to such English."""


SENSES = (
    Sense(
        "a condition ('if')",
        "(?:if|provided|providing|unless|in (?:the )?(?:case|event)|(?:as|so) long as|on condition"
        r"|once|only|should (?!be\b)\w+|when(?:ever)?|where|subject to|depend\w*|conditional\w*"
        r"|assuming|supposing|given|were|without|any(?:one|body)|whoever|those who|requires?)\b",
        ja="(?:もし|仮に)[^。、]{0,40}|[^。、]{0,20}(?:場合(?!によっ)(?:に(?:は|限)|、)|ない限り"
        "|限りにおいて|(?<!によ)(?<!とす)(?<!とい)(?:れば|えば|けば|せば|めば)、|(?:なら|ならば"
        "|たら)、)",
        ko="(?:만약|만일)[^.,]{0,30}|[^.,]{0,20}(?:경우|[다라]면|[으하되리지나]면|[가-힣]려면|하는 한"
        r"|조건으로|한해)(?=[\s,])",
        zh="(?:如果|假如|倘若|若(?![干是])|只要|只有|除非|一旦|要是|假[设設])[^。，,；]{0,30}",
        binding=True, titles=False,
    ),
    Sense(
        "'in principle'",
        "princip|as a rule|general|normal|usual|basic|ordinar|typical|by default|in theory|broad|outline"
        r"|prelim|framework|initial|tentativ|memorandum|mou\b|large|most|provision|deal|pact|accord|almost|near|close"
        "|set to|plan",
        ja="原則(?!論)|基本合意|大筋(?=で?(?:合意|一致|了承|認|妥結))",
        ko="원칙(?=적으로|적인|상|,| )", zh="原[则則](?:上|通[过過]|同意|批准|支持)",
        binding=True,
    ),
    Sense(
        "'except'",
        r"except|other than|apart|exclu|aside|beside|but\b|save|beyond|outside|without|not\b|only"
        r"|in addition|non-|bar\b|minus",
        ja="を除[いきく]|以外", ko="(?<=을 |를 |은 |는 )제외|이외",
        zh="除[了去]?[^。，]{1,20}(?:外|之外)|以外",
        binding=True,
    ),
    Sense(
        "that something is only possible",
        r"may\b|might|could|can\b|possib|likel|risk|fear|perhaps|danger|potential|probab|chance|would"
        "|appear|seem|said|report|alleg|apparent|believed|thought|worr|concern|expect|prospect"
        r"|suspect|conceivabl|unlikely|sees?\b|seen\b|set to|uncertain|doubt|odds|hope|hint|threat"
        r"|outlook|\?",
        ja="可能性(?!を?(?:排除|否定))|かもしれ|[恐お]それ|とみられ|とされ(?!て)|もよう|模様",
        ko="가능성(?! ?(?:배제|부인))|지도 모[르른]|[을ㄹ] 듯|우려",
        zh="(?<!不排除)(?<!不排除有)可能(?!性)?|或[許许]|也[許许]|恐怕|[据據][说說称稱]|疑似",
        binding=True,
    ),
    Sense(
        "'some' or 'in part'",
        r"(?<!take )(?<!takes )(?<!took )(?<!taking )part(?:s|ly|ial\w*)?\b|some|certain|few|several"
        "|select|limited|portion|section|handful|only|sub|minor|one of|degree|extent|number|local"
        r"|bit\b",
        ja="一部(?!始終|の?隙|上場)|ある程度|一定程度|部分的",
        ko="(?<![가-힣])일부(?!러|터)|어느 정도|일정 부분|부분적|부분(?= (?:동결|파업|개방|해제|재개|수정|"
        "개편|휴업|중단))",
        zh="一定程度|[个個][别別](?=[一-鿿])|部分(?![析地]|省)|某些|一些",
        binding=True,
    ),
    Sense(
        "'almost' or 'most'",
        "most|almost|near|virtual|practical|about|rough|all but|close|some|around|approach|verge"
        "|brink|large|majority|main|broad|hard|scarce|more or less|overwhelm|bulk|essential|general"
        r"|on the whole|by and large|substantial|basic|approximate|vast|many|few\b",
        ja="ほとんど|大半|おおむね|概ね|ほぼ",
        ko=r"(?<![가-힣])대부분|(?<![가-힣])거의(?![가-힣])|대체로|(?<![가-힣])약 (?=\d)",
        zh="大多|大部分|几乎|幾乎|基本(?:上|(?=[实實完建解得消]))|大体上|大致|近乎",
    ),
    Sense(
        "'only'",
        r"only|just|mere|sole|alone|no more|nothing|confine|limit|exclusiv|simpl|single|but\b|stop"
        r"|remain|stay|one\b|pure|as (?:little|few|low)|at (?:the )?most|unless|until|bare|solitary"
        r"|never|all\b|solo|little|scant|hardly|scarce|few|less\b|under|not even|up to|restrict|last\b"
        r"|reserved|small|slight|the one|enough|suffic",
        ja="(?:だけ|のみ)(?!で(?:は|も)?な)(?!じゃ)(?!なら)(?!込)|しか(?=[^。、]{0,20}(?:な[いくか]"
        "|ませ))|に(?:とどま(?!ら)|[過す]ぎな)",
        ko=r"(?<=[가-힣])뿐(?!\s?(?:만\s?)?(?:아니|더))(?!만)|오직|불과|그[쳤친치](?!지)|밖에 (?:없|안"
        "|못)",
        zh="只(?!要)(?=有|能|是|在)|[仅僅](?![仅僅次])(?<!不[仅僅])|唯一",
        binding=True,
    ),
    Sense(
        "'first'",
        r"first|\b1st|maiden|debut|inaugura|initial|new|unprecedent|never|pioneer|open|since",
        ja="初めて|はじめて|初の|史上初|(?<![年月当最])初(?=[のめ、])",
        ko="(?<![가-힣])첫(?![가-힣]{2,})|최초|처음", zh="首次|首个|首個|首艘|首度|第一次",
        adds="for the first time|first ever|first-ever",
        hinted="[初首一１1]|첫|최초|처음|만에|ぶり|이래|以来|以來",
    ),
    Sense(
        "'most' or 'largest'",
        r"\w+est\b|most|up to|as much as|as many as|at least|record|high|peak|top|max|lead|biggest"
        r"|no\.? ?1|number one|first|unmatched|all[- ]time|low|worst|best|least|supreme|ceiling",
        ja="最大(?!限)|最多|過去最(?:高|低|多)|最悪",
        ko="최대(?!한|치)|최다|역대|최고(?!인민|위원|경영|법원)|최악",
        zh="最大(?!限)|最多|最高(?!法|人民)|最差",
    ),
    Sense(
        "'for the time being'",
        r"temp\b|temporar|acting|makeshift|provisional|interim|time being|for now|tentative|ad hoc|"
        r"extraordinary|current|now\b"
        r"|present|moment|today|so far|as yet|yet\b|while|immediate|to date|short|brief|until|stopgap"
        "|suspend|pause|halt|postpon|delay|hold off|put off|special|emergency|casual|transition"
        "|caretaker|pro tem",
        ja="一時的|一時(?=凍結|停止|中断|休|閉)|暫定|臨時|当面|当分の?間|さしあたり|差し当たり", ko="잠정|"
        "임시|일시적|당분간",
        zh="[暂暫](?:[时時]|(?=[不无無未缓緩免]))|[临臨][时時]|目前",
        binding=True,
    ),
    Sense(
        "'gradually'",
        "gradual|phase|stage|step|progressive|by degrees|slow|increasing|bit by bit|over time"
        "|little by little|steadi|one by one|more and more",
        ja="段階的|徐々に|次第に", ko="단계적|점차|서서히", zh="逐步|逐[渐漸]|分[阶階]段|[渐漸]",
    ),
    Sense(
        "that it is unofficial",
        "informal|unofficial|privat|record|closed|behind|secret|undisclosed|non-?public|confidential",
        ja="非公式|非公開", ko="비공식|비공개", zh="非正式|非公[开開]|私下",
        binding=True,
    ),
    Sense(
        "'next year'",
        f"next|coming|following|ahead|new year|year after|upcoming|to come|year later|{_MONTHS}",
        ja="来年|明年|来年度", ko="(?<![가-힣])내년|명년", zh="明年|来年",
        adds="next year",
        hinted=r"[來来翌明次新]|내년|이듬해|명년|다음|\d",
    ),
    Sense(
        "'last year'",
        r"last|previous|prior|past|year before|year[- ]on|y-?o-?y|annual|compar|earlier|ago\b"
        f"|year[- ]earlier|preceding|{_MONTHS}",
        ja="昨年|去年|一昨年|前年", ko="지난해|작년|재작년", zh="去年|前年|上年",
        adds="last year",
        hinted=r"[昨去前旧]|지난|작년|전년|\d",
    ),
    Sense(
        "'this year'",
        rf"year|annual|now\b|current|so far|to date|{_MONTHS}",
        ja="[今本]年(?!代)|[今本]年度", ko="올해|금년", zh="今年|本年",
        titles=False,
    ),
    Sense(
        "the month ('last month', 'this month')",
        f"month|{_MONTHS}",
        ja="[先今来本翌]月", ko=r"지난달|이달|다음\s?달|내달",
        zh="上个?個?月|本月|下个?個?月|[这這][个個]月",
        titles=False,
    ),
    Sense(
        "the day ('yesterday', 'the same day')",
        r"(?:yesterday|today|tomorrow|day\w*|daily|(?:mon|tues|wednes|thurs|fri|satur|sun)day|eve"
        r"|night|\d{1,2}(?:st|nd|rd|th)?|evening|morning|earlier|next)\b",
        ja="昨日|今日(?!的)|明日|同日|翌日|前日", ko="어제|오늘(?!날)|내일|같은 날|전날|이튿날",
        zh="昨[天日]|今[天日]|明[天日]|同日|次日|前一天|[当當]天",
        titles=False,
    ),
    Sense(
        "'second half of the year'",
        "second[- ]half|latter half|2H|H2|half|halves|later (?:this|in the) year|end of|autumn|winter"
        "|july|late|second six months|six months|quarters?",
        ja="下半期|下期", ko="하반기", zh="下半年",
        adds="second half|latter half",
        hinted="[下後后半]|하반|후반|2",
    ),
    Sense(
        "'first half of the year'",
        "first[- ]half|1H|H1|half|halves|six months|early|earlier|january|mid|spring|summer|quarters?",
        ja="上半期|上期", ko="상반기", zh="上半年",
        adds="first half",
        hinted="[上前半]|상반|전반|1",
    ),
    Sense(
        "'long term'",
        "long|lasting|sustained|future|decade|distant|perpetual|mid- to|far",
        ja="長期(?!化)", ko="(?<![가-힣])장기(?=[적 ]|간)|중장기", zh="长期(?!化)|長期(?!化)",
        adds="long[- ]term",
        hinted="[長长久遠]|장기|오래|영구|긴",
    ),
    Sense(
        "'medium term'",
        "medium|mid|intermediate|middle",
        ja="中長?期(?!限)(?=[のに経計見展的])", ko="중장?기(?=[적 ])", zh="中长?期(?=[的规目])",
    ),
    Sense(
        "'exports'",
        r"export|shipment|sales|ships?\b|shipp|overseas|sell|sold|foreign market|outbound|exit|way out",
        ja="輸出(?!入銀行)", ko="수출(?!입은행)", zh="出口(?!成章)",
        adds="exports?",
        hinted="[輸出口销銷売賣貿贸]|수출|무역|판매",
    ),
    Sense(
        "'imports'",
        "import|purchas|buy|bought|inbound|trade|shipment|foreign|income|earn|revenue",
        ja="輸入", ko=r"(?<!구)수입(?=[ ,…국품량액관규금제산]|\Z)(?! 자동차)|수출입", zh="进口|進口",
        adds="imports?",
        hinted="[輸入進进口購购買买貿贸]|수입|무역|구매",
    ),
    Sense(
        "that it is about the economy",
        r"\w*econom|financ|business|industr|growth|gdp\b|market|trade|commerc|fiscal|monetar|recession"
        r"|bubble|corporate|money|invest|compan|\w*nomics|chaebol|tax|price|wealth|rcep|cptpp|ipef"
        "|oecd|apec|keizai|stimul|relief|spending|livelihood|jobs",
        ja="(?<!日本)経済(?!産業|新聞|団体|同友|連|財政|学|部|研|部|社)",
        ko="(?<![가-힣])경제(?!부|인|연구|신문|학|사회|단체)",
        zh="(?<!中)[经經][济濟](?!部|学|學|研|日|導|导|参|參)",
    ),
    Sense(
        "that it is about security or defence",
        r"\w*secur|defen[cs]e|defend|militar|strateg|alliance|safe|threat|geopolit|deter|peace|weapon"
        r"|army|arms|nuclear|missile|war\b|nsc\b",
        ja="安全保障(?!理|会|局|貿)|安保(?!理|法)", ko="(?<![가-힣])안보(?!리|실|회)",
        zh="国家安全|國家安全|安保",
    ),
    Sense(
        "that it is in the regions, outside the big cities",
        "region|rural|local|provinc|prefect|countryside|outside|count(?:y|ies)|municipal|area|town"
        "|village|periph|sub-?nation|hinterland|district|state|cit(?:y|ies)"
        "|communit|hometown|depopul|outlying|small|tokyo|seoul",
        ja=r"地方(?=[でにのはもへ都創圏、，・]|\Z)(?!裁|検|選|公務|銀|議)",
        ko="(?<![가-힣])지방(?=에서|의| |은|도|,)",
    ),
    Sense(
        "that it has ended or will end",
        r"end|finish|conclu|clos|over\b|expir|ceas|stop|halt|terminat|complet|lift|final|no longer"
        "|phase|wrap|finali|bring|resolv|settle|abolish|scrap|drop|remov|gone|dead|death|demise"
        r"|farewell|goodbye|former|post-?|discontinu|suspend|withdraw|exit|done\b|call(?:s|ed|ing)? off|"
        r"cancel"
        r"|cut\b|cuts\b|break|pull|axe|quit|fade",
        ja="終了|終わり|終わる|終わった|終焉|終結|打ち切り",
        ko="끝난|끝났|끝나다|끝날|(?<![가-힣])종료|종식|종결", zh="[终終][结結止]|[结結]束",
    ),
    Sense(
        "'again'",
        r"again|re(?!port|gion|gul|al|ad|cord|venue|sult|search|spon|latio|serv|source|public|quir|main|nt|duc"
        r"|sid|tail|tir|mot|lig)\w|once more|another|anew|back|second|third|fresh|new|further|return|yet|also"
        r"|more\b|extra|addition|latest|still|keep|continu|string|row|success|consecut",
        ja="再び|ふたたび|再度|またも|またしても", ko="(?<![가-힣])(?:다시|또다시|재차|또(?= ))(?![가-힣])",
        zh="再次|再度|[重从從]新|[再又](?=[涨漲升降跌遭陷添调調爆])",
    ),
    Sense(
        "'still' or 'not yet'",
        r"still|yet|remain|continu|so far|ongoing|persist|keep|even now|linger|no(?:t|ne|body)?\b|never"
        "|await|far from|pending",
        ja="(?:いまだ|未だ|依然|なお(?=[、も])|まだ)", ko="(?<![가-힣])(?:아직|여전히)",
        zh="[仍尚](?=然|未|在|[无無])",
    ),
    Sense(
        "'in effect' or 'de facto'",
        "de facto|effective|in effect|virtual|practical|essential|in fact|actual|all but|real"
        "|tantamount|as good as|quasi|amount|mean|equivalent|little more than",
        ja="事実上|実質的", ko="사실상|실질적", zh="事[实實]上|[实實][质質]上|形同",
    ),
    Sense(
        "that it is only being considered",
        r"consider|examin|mull|weigh|review|stud(?:y|ies)|look|explor|may\b|might|could|discuss|think"
        "|debat|assess|investigat|eye|plan|ponder|contemplat|possib|mooted|option|eyes|eyeing|inquir"
        "|deliberat|rethink|re-?evaluat|reapprais|revisit|propos|seek|scrutin",
        ja="検討(?!会|委)", ko="(?<![가-힣])검토(?!보고)",
        zh="考[虑慮]|研[议議]|[拟擬](?=[对對将將]|制定|加征)",
    ),
    Sense(
        "that it is a joint matter",
        "joint|together|co-?|shared?|common|collab|collectiv|both|alliance|partner|ally|allied|mutual"
        r"|team|consorti|combin|unit|trilateral|bilateral|with\b|and\b|between|union|unite|group|same",
        ja="共同(?!体|通信|社|組合|富裕)", ko="(?<![가-힣])(?:공동(?!체|위)|합작)",
        zh="[联聯]合(?!国|國|早|[报報])|共同(?!体|體|富)",
    ),
    Sense(
        "that it is private, not the state's",
        "private|civil|non-?govern|business|compan|commercial|people|corporate|firm|industry|track"
        "|citizen|popular",
        ja="民間", ko="(?<![가-힣])민간", zh="民[营營间間](?![故音])",
    ),
    Sense(
        "that it is state-owned",
        "state|govern|public|nation|soe|central|crown|sasac|official",
        ja="(?<![一-鿿])国[有営](?!名|無)", ko="(?<![가-힣])국(?:영(?![화어업])|유(?!감|명))",
        zh="(?<![一-鿿])[国國](?:有(?![一-鿿]{0,2}[个個人])|[营營]|企)|央企",
    ),
    Sense(
        "that it is about small and medium-sized firms",
        "small|sme|medium|minor|mid|mom|start-?ups?|local firms",
        ja="中小(?=企業|メ|製|零)", ko="(?<![가-힣])중소", zh="中小(?!学|學)",
    ),
    Sense(
        "that it is about the young",
        r"young|youth|teen|child|kid|student|generation|gen\b|mz\b|\d0s|twent|thirt|junior|school"
        "|millenni|under",
        ja="若者|若年|若手", ko="(?<![가-힣])(?:청년|젊은)", zh="青年|年[轻輕]人|青少年",
    ),
    Sense(
        "that it is about women",
        r"wom[ae]n|female|girl|she\b|her\b|gender|mother|lad(?:y|ies)|feminin|wife|wives|actress",
        ja="女性|女子|女(?=医|記者|教師|社長|市長|船長)", ko="(?<![가-힣])여성(?!가족)",
        zh="女性|[妇婦]女|女(?=[科司警兵议議作医醫律教企记記宇飞飛][一-鿿])",
    ),
    Sense(
        "'worldwide'",
        r"world|glob|international|planet|universal|universe|earth|no\.? ?1|every|humanity|g\d"
        "|overseas|abroad|foreign",
        ja="世界(?!観|的|貿易|遺産|銀行|保健|史|情勢)", ko="(?<![가-힣])(?:전 ?세계|글로벌)",
        zh="全球|全世界",
    ),
    Sense(
        "'domestic'",
        r"domestic|home|nation|countr|internal|local|inland|in-?house|made|own\b|indigen|within|inside"
        r"|japan|korea|chin|prc|rok|taiwan|us\b|u\.s\.|onshore|seoul|tokyo|beijing|here\b|hallyu|citizen",
        ja="国内(?!総)|国産", ko="(?<![가-힣])(?:국내(?!총)|국산)", zh="[国國][内內产產](?!生[产產]|卫|衛)",
    ),
    Sense(
        "'unilateral'",
        r"unilateral|one-?sided|alone|single-?handed|own\b|without",
        ja="一方的|単独(?!首位|で)", ko="일방적|(?<![가-힣])단독(?![가-힣])",
        zh="[单單]方面|[单單][边邊]|[单單][独獨]",
    ),
    Sense(
        "'sharply' or 'suddenly'",
        "sharp|steep|rapid|sudden|surg|soar|plung|plumm|jump|leap|spik|crash|slump|tumbl|rocket|quick"
        "|fast|big|huge|hard|great|drastic|dramatic|boom|explod|explos|swift|strong|significant"
        "|substantial|heav|massive|considerable|abrupt|nosediv|collaps|dive|slash|accelerat|urgent"
        "|skyrocket|double|tripl|upsurge|wave|mushroom|proliferat|balloon|deep|shot up|shoot|swell"
        r"|fall|fell|drop|rise|rising|rose|gr[eo]w|increas|declin|decreas|down|up\b|multipl|emerg"
        "|record",
        ja="急(?:増|減|落|騰|伸|拡大|成長|上昇|低下|速)", ko="급[증감락등]|급성장|급상승|급하락|폭[락등증]",
        zh="[骤驟急剧劇暴猛](?=[增减減跌升降涨漲])",
    ),
)  # fmt: skip
"""What translators drop; the words of each language are listed, nothing is guessed."""
CONDITION = SENSES[0]

_ORIGINALS = {
    (language, sense): re.compile(words, re.I)
    for language in ("ja", "ko", "zh")
    for sense in SENSES
    if (words := getattr(sense, language))
}
_ENGLISH = {sense: re.compile(rf"(?:(?<!\w)|(?=\?))(?:{sense.english})", re.I) for sense in SENSES}
_ADDS = {sense: re.compile(rf"\b(?:{sense.adds})\b", re.I) for sense in SENSES if sense.adds}


def find(text: str, language: str) -> Iterator[tuple[Sense, Span]]:
    """What an original says of the list, each sense where it is said first.

    :param language: ``ja``, ``ko`` or ``zh``; any other says nothing that is known here.
    """
    for sense in SENSES:
        pattern = _ORIGINALS.get((language, sense))
        match = pattern.search(text) if pattern else None
        if match:
            yield sense, match.span()


def said(sense: Sense, english: str) -> bool:
    """Whether English has anything that may render a sense."""
    return _ENGLISH[sense].search(english) is not None


def added(english: str, original: str, language: str) -> Iterator[tuple[Sense, Span]]:
    """What English surely says and nothing in the original can have led to."""
    for sense, pattern in _ADDS.items():
        there = _ORIGINALS.get((language, sense))
        match = pattern.search(english)
        if match and there and not there.search(original) and not re.search(sense.hinted, original):
            yield sense, match.span()

"""Which stretches of a Japanese, Korean or Chinese text are a speaker's own words.

In comes a text, out come the stretches inside quotation marks that somebody says there. House style is off in
them: a minister who says 中国 says China. Quotation marks also stand round titles, names and words that are
held up for a look (「急所」, 「K-반도체 전략」); a quotation is speech if one of these holds:

* a verb of saying belongs to it: behind it in Japanese (「…」と述べた), a quotative particle behind it in
  Korean ("…"라고), before or behind it in Chinese (表示：“…”, “…”，他说); and no verb of naming does
  (「…」と呼ぶ);
* it has a sentence in it: a sentence mark at its end, or in Korean the end of a verb;
* it ends a headline and a speaker stands before it (首相「…が必要」, 산업연구원 "내년 생산 증가").
"""

import re
import unicodedata
from collections.abc import Iterator
from types import MappingProxyType

from srcxlate.glossary.folding import Span, compose
from srcxlate.languages import HANGUL

_QUOTATION = re.compile(
    "「((?:[^「」]|「[^「」]*」)*)」|“([^“”]*)”|\"([^\"]*)\"|＂([^＂]*)＂|‘([^‘’]*)’|｢([^｢｣]*)｣|(?<!\\w)'([^']*)'"
)
"""Marks that speech stands in; 『…』 and 《…》 hold titles. One 「」 may stand in another."""
_HAS_MARK = re.compile("[「“\"＂‘｢']")


def spoken(text: str, language: str) -> tuple[Span, ...]:
    """Where a speaker's own words stand in a text, without their quotation marks."""
    rule = _RULES.get(language)
    if rule is None or not _HAS_MARK.search(text):
        return ()
    if not unicodedata.is_normalized("NFC", text):
        composed, spans = compose(text)
        return tuple((spans[a][0], spans[b - 1][1]) for a, b in spoken(composed, language))
    return tuple(span for span in _quotations(text) if rule(text, *span))


def _quotations(text: str) -> Iterator[Span]:
    for found in _QUOTATION.finditer(text):
        group = found.lastindex
        if group and found.start(group) < found.end(group):
            yield found.span(group)


_HEADLINE = 200
"""Characters of the longest headline."""
_NEAR = 80
"""Characters before and behind a quotation in which what belongs to it stands."""


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands in, before and behind a quotation, its marks left out."""
    return text[start:end], text[max(0, start - 1 - _NEAR) : start - 1], text[end + 1 : end + 1 + _NEAR]


def _ends_headline(text: str, end: int) -> bool:
    """Whether nothing but a closing mark and white space follows, in a text that has no sentence mark."""
    return len(text) <= _HEADLINE and not text[end + 1 :].strip() and not re.search(r"[。．]", text)


# -- Japanese ----------------------------------------------------------------------------------------

_JA_SAYS = re.compile(
    "[、，]?(?:などと|とも|とは|との|と)(?P<between>[^。「」]{0,40}?)"
    "(?:述べ|語[っりる]|話[しす]|言[っいうわ]|いった|説明|指摘|発言|強調|主張|表明|批判|非難|反論|訴え|警告|コメント|答え|回答|断言|"
    "宣言|呼び掛け|呼びかけ|明言|断じ|嘆[いく]|漏ら|打ち明け|振り返|釘を刺|くぎを刺|つぶや|書[いき]|記[しす]|寄稿|談話|声明|"
    "評価し|見通し|みる|分析|演説|見方を示|考えを示|認識を示|見解を示|立場を示|期待を|懸念を|不満を|歓迎|一蹴|質[しす]|聞[いく]|尋ね|問[いう])"
)
_JA_NAMES = re.compile(
    "(?:などと|とも|と)(?:は|も)?(?:呼(?!び掛|びか)|称[しさすせ]|名付|名づ|位置[付づ]|みな[しさす]|見な[しさす]|題[しさす]|銘打|される|され、|された"
    "|いう|いった|いわれ|言われ|言う(?!。)|言った(?!。|\\Z)|する|なる|なっ|並)"
)
_JA_SPEAKER = re.compile(
    "(?:氏|さん|首相|総理|大統領|主席|総書記|長官|大臣|外相|相|会長|社長|議長|議員|知事|総裁|総長|報道官|代表|大使|教授|幹部|"
    "担当者|関係者|筋|専門家|政府|省|庁|局|委員会|党|紙|米|中国|韓国|北朝鮮|台湾|EU|ＥＵ|[CＣ][EＥ][OＯ])\\s*[、:：]?\\s*\\Z"
)
_JA_CLAUSE = re.compile("[はがをにへもでと]|[ぁ-ん]{2}|ない|べき|だ\\Z|る\\Z|た\\Z|発表|必要|反対|可能")

_JA_PARTICLE = re.compile("[はがをにも]")
_JA_ENDS = tuple("るたいだうすんねよ")
"""How Japanese sentences end."""
_HEAD = 16
"""Characters of the longest name and office that end a headline."""


def _japanese(text: str, start: int, end: int) -> bool:
    inside, before, after = _around(text, start, end)
    if _JA_NAMES.match(after):
        return False
    if _JA_SAYS.match(after) or inside.endswith("。"):
        return True
    if inside.endswith(_JA_ENDS) and _JA_PARTICLE.search(inside) and re.match("と(?!は)|。", after):
        return True
    if not before.strip() and _JA_SPEAKER.search(after) and _JA_CLAUSE.search(inside):
        return len(after) <= _HEAD
    if not _ends_headline(text, end):
        return False
    if inside[-1:] in "！!？?" and not _JA_SPEAKER.search(before):
        return False
    head = re.split("[、　 :：]", before, maxsplit=1)
    speaks = _JA_SPEAKER.search(before) or (
        len(head) == 2 and _JA_SPEAKER.search(head[0]) and not re.search("[のなをがはにでとも]\\Z", before)
    )
    return bool(speaks and _JA_CLAUSE.search(inside))


# -- Korean ------------------------------------------------------------------------------------------

_KO_QUOTES = re.compile(
    '(?:이?라고|이?라며|이?라면서|이?라고도|고도|고는|고|며|면서|는|이?라는|이?란)(?![가-힣])(?P<after>[^.。"“”]{0,30})'
)
_KO_NAMES = re.compile(
    "\\s*(?:[가-힣]+\\s+)?(?:부르|불리|불린|불렀|불러|부른|칭하|칭했|칭한|일컫|일컬|명명|이름|규정|표현되|쓰인|적힌|적혀)"
)
_KO_WORDS = re.compile(
    "\\s*(?:\\S+\\s+)?(?:발언|지적|입장|주장|우려|반응|말|뜻|의견|설명|평가|해명|목소리|비판|관측|분석|전망|취지|답변|경고)"
)
_KO_SPEAKER = re.compile("[^ ,·…:의한인은는을를][ ,…:]+\\Z")
"""A speaker before a quotation, and no word that the quotation completes."""
_KO_VERB = re.compile("[가-힣](?:다|까|까요|요|죠|자)[.?!]*\\Z")


def _korean(text: str, start: int, end: int) -> bool:
    inside, before, after = _around(text, start, end)
    double = text[start - 1] in '“"＂'
    quotes = _KO_QUOTES.match(after)
    if quotes:
        if _KO_NAMES.match(quotes["after"]):
            return False
        if re.match("(?:이?라는|이?란|는)", after):
            return bool(_KO_WORDS.match(quotes["after"])) and (double or bool(_KO_VERB.search(inside)))
        return double or bool(_KO_VERB.search(inside))
    if not double:
        return False
    if _KO_VERB.search(inside):
        return True
    speaks = bool(_KO_SPEAKER.search(before)) and " " in inside
    return speaks and _ends_headline(text, end) and bool(re.search(f"[{HANGUL}] ?[{HANGUL}]", inside))


# -- Chinese -----------------------------------------------------------------------------------------

_ZH_VERBS = (
    "说|說|表示|称|稱|指出|强调|強調|认为|認為|问|問|答|道|写道|寫道|直言|坦言|宣布|声明|聲明|警告|批评|批評|回应|回應|重申|透露|介绍|介紹|"
    "呼吁|呼籲|解释|解釋|反问|反問|补充|補充|感叹|感嘆|抱怨|承诺|承諾|主张|主張|告诉[^，。：“「]{1,8}|告訴[^，。：“「]{1,8}|喊话|喊話|谈到|談到|发文|發文"
)
_ZH_BEFORE = re.compile(f"(?:{_ZH_VERBS})[^，。；：:“”「」]{{0,3}}[，,：:]?\\s*\\Z")
_ZH_NAMING = re.compile(
    "(?:被|所|简|簡|自|俗|号|號|统|統|合|并|並|通|名|堪|人|美其名)[称稱][为為作]?\\s*\\Z"
    "|[称稱](?:之)?[为為作]\\s*\\Z|所谓\\s*\\Z|所謂\\s*\\Z"
)
_ZH_AFTER = re.compile(f"[，,]?(?:[^，。；：“”「」、]{{1,14}}?)?(?:{_ZH_VERBS})(?![为為作])")
_ZH_COLON = re.compile("[：:]\\s*\\Z")


def _chinese(text: str, start: int, end: int) -> bool:
    inside, before, after = _around(text, start, end)
    if _ZH_NAMING.search(before):
        return False
    sentence = inside.endswith(("。", "！", "？", "!", "?", "；", "，", "……"))
    if _ZH_BEFORE.search(before):
        return sentence or before.rstrip().endswith(("：", ":", "，", ",")) or len(inside) > _SHORT
    if _ZH_COLON.search(before) and (sentence or _ends_headline(text, end)):
        return True
    if inside.endswith(("，", "。", ",")):
        return True
    if sentence or (after[:1] in ("，", ",") and (not before.strip() or before.endswith(("。", "，", "；")))):
        return bool(_ZH_AFTER.match(after)) and (sentence or len(inside) > _SHORT)
    return False


_SHORT = 6
"""Characters up to which Chinese wording in quotation marks is rather a name than what somebody says."""

_RULES = MappingProxyType({"ja": _japanese, "ko": _korean, "zh": _chinese})

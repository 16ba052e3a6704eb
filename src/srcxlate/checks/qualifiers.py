"""Words that bound what a sentence says: if, in principle, only, partly, last year; by what they mean.

In comes a text of one language, out come its :class:`Qualifier` values. Each kind has a closed list for
each original language and a wide one for English, so that a kind is missing only where no way of saying
it is there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from srcxlate.layout import Span


class Kind(NamedTuple):
    """One kind of qualifier."""

    plain: str
    """What it says, in English, for people."""
    binding: bool
    """Whether an ellipsis may not drop it: without it the sentence claims more."""
    ja: str
    ko: str
    zh: str
    en: str
    """What says it in English, or near enough."""


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier in a text."""

    kind: Kind
    span: Span


KINDS = (
    Kind(
        "a condition (“if”)", True,
        r"(?:もし|仮に)[^。、]{0,40}|[^。、]{0,20}(?:場合(?!によっ)(?:に(?:は|限)|、)|ない限り|限りにおいて"
        r"|(?<!によ)(?<!とす)(?<!とい)"
        r"(?:れば|えば|けば|せば|めば)、|(?:なら|ならば|たら)、)",
        r"(?:만약|만일)[^.,]{0,30}|[^.,]{0,20}(?:경우|[다라]면|[으하되리지나]면|[가-힣]려면|하는 한"
        r"|조건으로|한해)(?=[\s,])",
        r"(?:如果|假如|倘若|若(?![干是])|只要|只有|除非|一旦|要是|假[设設])[^。，,；]{0,30}",
        r"\b(?:if|provided|providing|unless|in (?:the )?(?:case|event)|(?:as|so) long as|on condition|once"
        r"|only"
        r"|should (?!be\b)\w+|when(?:ever)?|where|subject to|depend\w*|conditional\w*|assuming|supposing"
        r"|given|were|without"
        r"|any(?:one|body)|whoever|those who|requires?)\b",
    ),
    Kind("“in principle”", True, "原則", "원칙", "原[则則]",
         r"\b(?:princip\w+|as a rule|general(?:ly)?|normal(?:ly)?|basic(?:ally)?|usual(?:ly)?|in theory)\b"),
    Kind("“except”", True, "を除[いきく]|以外", "제외|이외", "除[了去]?[^。，]{1,20}(?:外|之外)|以外",
         r"\b(?:except\w*|other than|apart|exclu\w+|aside|beside\w*|but|save|beyond|outside|without|not"
         r"|only|in addition)\b"),
    Kind("that something is only possible", True,
         "可能性|かもしれ|[恐お]それ|とみられ|とされ(?!て)|もよう|模様", "가능성|지도 모[르른]|[을ㄹ] 듯"
         "|우려",
         "可能(?!性)?|或[许許]|也[许許]|恐怕|[据據][说說称稱]|疑似",
         r"\b(?:may|might|could|can|possib\w+|likel\w+|risk\w*|fear\w*|perhaps|danger\w*|potential\w*"
         r"|probab\w+|chance\w*|would"
         r"|appear\w*|seem\w*|said|report\w*|alleged\w*|apparent\w*|believed|thought|worr\w+|concern\w*"
         r"|expect\w*|prospect\w*"
         r"|suspect\w*|conceivabl\w+|unlikely|sees?|seen)\b"),
    Kind("that it is so only in part", True, "一部|ある程度|一定程度|部分的", "일부|어느 정도|일정 부분"
    "|부분적",
         "一定程度|部分(?!析)|某些|一些",
         r"\b(?:some\w*|part\w*|portion|certain|degree|extent|sections?|a few|several|number|local\w*"
         r"|bit)\b"),
    Kind("“almost” or “most”", False, "ほとんど|大半|おおむね|概ね|ほぼ", "대부분|거의|대체로",
         "大多|大部分|几乎|幾乎|基本上|大体上|大致",
         r"\b(?:most\w*|almost|near\w*|large\w*|majority|main\w*|broad\w*|hard\w*|scarce\w*|virtual\w*"
         r"|practical\w*|roughly|more or"
         r" less|all but|overwhelming\w*|bulk|essential\w*|general\w*|on the whole|by and large"
         r"|substantial\w*|basic\w*"
         r"|approximate\w*|about|vast|many|few|close)\b"),
    Kind("“only”", True, "(?:だけ|のみ)(?!で(?:は|も)?な)(?!なら)|しか(?=[^。、]{0,20}(?:な[いくか]|ませ))"
    "|に(?:とどま(?!ら)|[過す]ぎな)",
         "(?:뿐)(?!\\s?(?:만\\s?)?아니)|오직|불과|그[쳤친치](?!지)|밖에 (?:없|안|못)", "只(?!要|有)"
         "|[仅僅](?<!不[仅僅])|唯一",
         r"\b(?:only|just|mere\w*|sole\w*|alone|no more|nothing|confine\w*|limit\w*|exclusive\w*"
         r"|simpl[ey]\w*|single|but|stop\w*"
         r"|remain\w*|stay\w*|one|purely|as (?:little|few|low)|at (?:the )?most|a mere|unless|until|barely"
         r"|solitary|never)\b"),
    Kind("“for the first time”", False, "初めて|はじめて", "처음|최초", "首次|第一次|首度",
         r"\b(?:first\w*|never|initial\w*|inaugura\w+|maiden|unprecedented|debut\w*|new\w*)\b"),
    Kind("“for the time being”", True, "一時的|暫定|臨時|当面", "잠정|임시|일시적|당분간", "[暂暫][时時]"
    "|[临臨][时時]|目前",
         r"\b(?:temporar\w*|provisional\w*|interim|time being|for now|tentative\w*|ad hoc|extraordinary"
         r"|current\w*|now|present\w*"
         r"|moment|today|so far|as yet|while|immediate\w*|to date)\b"),
    Kind("“gradually”", False, "段階的|徐々に|次第に", "단계적|점차|서서히", "逐步|逐[渐漸]|分[阶階]段"
    "|[渐漸]",
         r"\b(?:gradual\w*|phase\w*|stage\w*|step\w*|progressive\w*|by degrees|slow\w*|increasing\w*"
         r"|bit by bit|over time"
         r"|little by little|steadily|one by one|more and more)\b"),
    Kind("that it is unofficial", True, "非公式|非公開", "비공식|비공개", "非正式|非公[开開]|私下",
         r"\b(?:informal\w*|unofficial\w*|privat\w*|record|closed|behind|secret\w*|undisclosed|non-?public"
         r"|confidential\w*)\b"),
    Kind("the year (“last year”, “this year”)", False,
         "[昨去今来本明]年(?!代)|一昨年|前年|[来今昨本]年度", "지난해|작년|올해|내년|재작년|금년",
         "[去今明前]年|上年|本年",
         r"\b(?:year\w*|annual\w*|(?:19|20)\d\d|twelve-?month|january|february|march|april|may|june|july"
         r"|august|september"
         r"|october|november|december)\b"),
    Kind("the month (“last month”, “this month”)", False, "[先今来本翌]月", "지난달|이달|다음\\s?달|내달",
    "上个?個?月|本月|下个?個?月|[这這][个個]月",
         r"\b(?:months?\w*|january|february|march|april|may|june|july|august|september|october|november"
         r"|december)\b"),
    Kind("the day (“yesterday”, “the same day”)", False, "昨日|今日(?!的)|明日|同日|翌日|前日", "어제"
    "|오늘(?!날)|내일|같은 날|전날|이튿날",
         "昨[天日]|今[天日]|明[天日]|同日|次日|前一天|[当當]天",
         r"\b(?:yesterday|today|tomorrow|day\w*|daily|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
         r"|\d{1,2}(?:st|nd|rd|th)?|eve|night|"
         r"evening|morning|earlier|next)\b"),
    Kind("which half of the year", False, "上半期|下半期|[上下]期(?!的)", "상반기|하반기", "上半年|下半年",
         r"\b(?:half|halves|months|autumn|spring|summer|winter|later|earlier|quarters?|h[12])\b"),
)  # fmt: skip

_PATTERNS = {
    language: tuple((kind, re.compile(getattr(kind, language), re.I)) for kind in KINDS)
    for language in ("ja", "ko", "zh")
}
_ENGLISH = {kind: re.compile(kind.en, re.I) for kind in KINDS}
CONDITION = KINDS[0]


def find(text: str, language: str) -> Iterator[Qualifier]:
    """The qualifiers of an original text, the first of each kind.

    :param language: ``ja``, ``ko`` or ``zh``; any other has none that is known here.
    """
    for kind, pattern in _PATTERNS.get(language, ()):
        match = pattern.search(text)
        if match:
            yield Qualifier(kind, match.span())


def said(kind: Kind, english: str) -> bool:
    """Whether an English text has anything that says a kind of qualifier."""
    return _ENGLISH[kind].search(english) is not None

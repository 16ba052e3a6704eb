"""What the English of a title drops of the original, or adds to it: negations, qualifiers, times, countries.

In comes a report as it was read; out come findings from closed lists: a sign in the original and the English
words that can render it. A free rendering says the same in other words, so the lists of English are wide and
those of the originals narrow. What the authors set in square brackets is theirs and marked so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks import Finding
from srcxlate.checks.proper import (
    OWN,
    Rendered,
    countries_in,
    countries_named,
    country,
    hints_at,
    rendered_titles,
)
from srcxlate.glossary import Glossary
from srcxlate.layout import Span
from srcxlate.reports import Reading


@dataclass(frozen=True, slots=True)
class _Sense:
    """Something that a title can say, in the original languages and in English."""

    told: str
    """What it is, for the message."""
    originals: dict[str, re.Pattern[str]]
    """By language, what surely says it."""
    english: re.Pattern[str]
    """All that may render it."""
    adds: re.Pattern[str] | None = None
    """English that surely says it; None where English may well say more."""
    hinted: re.Pattern[str] | None = None
    """All of an original that may lead to such English."""


def _sense(
    told: str, english: str, *, ja: str = "", ko: str = "", zh: str = "", adds: str = "", hinted: str = ""
) -> _Sense:
    patterns = {name: re.compile(p) for name, p in (("ja", ja), ("ko", ko), ("zh", zh)) if p}
    return _Sense(
        told, patterns, re.compile(rf"\b(?:{english})", re.I),
        re.compile(rf"\b(?:{adds})\b", re.I) if adds else None, re.compile(hinted) if hinted else None,
    )  # fmt: skip


_SENSES = (
    _sense(
        "a negation",
        r"not\b|no\b|never|non|without|un(?!i|d?er)\w|in(?:ability|capab|action|valid|suffic|dep|s?ecur"
        r"|complete|visib|effect)"
        r"|im(?:possib|poss|probab)|il(?:legal|licit)|dis\w|fail|lack|den(?:y|ie)|refus|reject|cannot"
        r"|\w+n['’]t|neither|nor\b"
        r"|nothing|none|nobody|nowhere|few\b|little|hardly|scarcely|absen|miss|rather than|instead"
        r"|avoid|stop|end(?:s|ed)?\b"
        r"|halt|zero|against|ban|anti|\w+less\b|free\b|far from|yet to|still|drop|scrap|oppos|prohibit"
        r"|withh|exclud|short|only"
        r"|hard|difficult|struggl|uncertain|doubt|barely|beyond|out of|empty|gone|vanish|away|remain"
        r"|cease|freez|impass|every|all\b",
        ja=r"(?<=[わらたかさばまなきけせてべめれえいしだ])ない(?![か者い])(?!と(?:いけ|なら))|ません"
            r"|なし(?!遂)|無し|せず|できず|えず|れず|わず"
        r"|ならず(?!者)|ずに|不可能|不要",
        ko=r"없(?!애)|않|못(?!지)|아니(?!라)|말라|말아야|안 (?:한|된|돼|했|되|하|가|할|될|온|팔)|불가능"
            r"|(?<![가-힣])불가(?![가-힣])|무산",
        zh=r"没有|沒有"
            r"|不(?![断斷仅僅但同久少过過料错錯良足动動锈鏽景确確安满滿平公正法明丹懈凡限惜妨论論如得利当當稳穩便])"
            r"|无(?:法|望|缘)"
        r"|無(?:法|望|緣)|未(?:能|有|曾|获)",
        adds=r"not|never|no longer|cannot|\w+n['’]t|without",
        hinted=r"[不未非無无没沒別别否反脱離难難違止禁停欠免拒抜ぬずな失零空]|없|않|못|안 |아니"
            r"|말[라아]|[불비미탈][가-힣]|무산|무효|무관|반대|어렵|어려|난항|금지|중단|제외|거부|부인"
            r"|부정|실패|뿐|밖에",
    ),
    _sense(
        "'first'", r"first|\b1st|maiden|debut|inaugura|initial|new|unprecedent|never before|pioneer"
        r"|open|since",
        ja=r"初めて|初の|史上初|(?<![年月当最])初(?=[のめ、])", ko=r"(?<![가-힣])첫(?![가-힣]{2,})|최초"
            r"|처음", zh=r"首次|首个|首個|首艘|首度|第一次",
        adds=r"for the first time|first ever|first-ever", hinted=r"[初首一１1]|첫|최초|처음|만에|ぶり"
            r"|이래|以来|以來",
    ),
    _sense(
        "'most' or 'largest'",
        r"\w+est\b|most|up to|as much as|as many as|at least|record|high|peak|top|max|lead|biggest"
        r"|no\.? ?1|number one|first|unmatched|all[- ]time|low|worst|best|least|best",
        ja=r"最大(?!限)|最多|過去最(?:高|低|多)|最悪", ko=r"최대(?!한|치)|최다|역대|최고(?!인민|위원"
            r"|경영|법원)|최악", zh=r"最大(?!限)|最多|最高(?!法|人民)|最差",
    ),
    _sense(
        "'some' or 'in part'", r"(?<!take )(?<!takes )(?<!took )(?<!taking )part(?:s|ly|ial\w*)?\b|some"
        r"|certain|few|several|select|limited|portion|section|handful|only|sub|minor|one of",
        ja=r"一部(?!始終|の?隙|上場)", ko=r"(?<![가-힣])일부(?!러|터)", zh=r"部分(?!地区|省)|一部分|某些",
    ),
    _sense(
        "'almost'", r"almost|near|virtual|practical|about|most|roughly|all but|close|some|around"
        r"|approach|verge|brink|largely",
        ja=r"ほぼ|ほとんど", ko=r"(?<![가-힣])거의(?![가-힣])|(?<![가-힣])약 (?=\d)", zh=r"几乎|幾乎|近乎",
    ),
    _sense(
        "'only'", r"only|just|alone|sole|exclusive|mere|solely|but\b|limited|purely|single|all|solo",
        ja=r"だけ(?!で(?:な|は)|じゃ)|のみ(?!なら|込)", ko=r"(?<=[가-힣])뿐(?!만|더|아니)|오직", zh=
            r"只有|仅(?!仅|次)|僅(?!僅|次)|唯一",
    ),
    _sense(
        "'in principle'", r"in principle|as a rule|principle|general|normal|usual|basic|ordinar|typical"
        r"|by default",
        ja=r"原則として|原則的に", ko=r"원칙적으로|원칙적인", zh=r"原则上|原則上",
    ),
    _sense(
        "'next year'", r"next year|coming year|following year|year ahead|\d{4}|20\d\d|new year|next",
        ja=r"来年", ko=r"(?<![가-힣])내년|명년", zh=r"明年|来年",
        adds=r"next year", hinted=r"[来來翌明次新]|내년|이듬해|명년|다음|\d",
    ),
    _sense(
        "'last year'", r"last year|previous year|prior year|past year|year before|20\d\d|\d{4}"
        r"|year[- ]on|y-?o-?y|annual|compar|last|earlier",
        ja=r"昨年|去年", ko=r"지난해|작년", zh=r"去年",
        adds=r"last year", hinted=r"[昨去前旧]|지난|작년|전년|\d",
    ),
    _sense(
        "'second half of the year'", r"second[- ]half|latter half|2H|H2|half|later (?:this|in the) year"
        r"|end of|autumn|July|late",
        ja=r"下半期|下期", ko=r"하반기", zh=r"下半年", adds=r"second half|latter half", hinted=
            r"[下後后半]|하반|후반|2",
    ),
    _sense(
        "'first half of the year'", r"first[- ]half|1H|H1|half|six months|early|January|mid",
        ja=r"上半期|上期", ko=r"상반기", zh=r"上半年", adds=r"first half", hinted=r"[上前半]|상반|전반|1",
    ),
    _sense(
        "'long term'", r"long|lasting|sustained|future|decade|distant|perpetual|mid- to|far",
        ja=r"長期(?!化)", ko=r"(?<![가-힣])장기(?=[적 ]|간)|중장기", zh=r"长期(?!化)|長期(?!化)",
        adds=r"long[- ]term", hinted=r"[長长久遠]|장기|오래|영구|긴",
    ),
    _sense(
        "'medium term'", r"medium|mid|intermediate|middle",
        ja=r"中長?期(?!限)(?=[のに経計見展的])", ko=r"중장?기(?=[적 ])", zh=r"中长?期(?=[的规目])",
    ),
    _sense(
        "'exports'", r"export|shipment|sales|ships?\b|overseas|sell|sold|foreign market|outbound",
        ja=r"輸出(?!入銀行)", ko=r"수출(?!입은행)", zh=r"出口(?!成章)", adds=r"exports?", hinted=
            r"[輸出口销銷売賣貿贸]|수출|무역|판매",
    ),
    _sense(
        "'imports'", r"import|purchas|buy|bought|inbound|trade|shipment|foreign",
        ja=r"輸入", ko=r"(?<!구)수입(?=[ ,…국품량액관규금제산]|\Z)(?! 자동차)|수출입", zh=r"进口|進口",
            adds=r"imports?",
        hinted=r"[輸入進进口購购買买貿贸]|수입|무역|구매",
    ),
)  # fmt: skip
"""What titles say and translators drop; the words of each language are listed, nothing is guessed."""
_NO_NEGATION = re.compile(
    "欠かせ(?:ない|ず|ません)|かもしれ(?:ない|ません)|に(?:違い|ちがい)ない|しか(?:ない|なく)"
    "|ざるを得(?:ない|ず)|やむを得(?:ない|ず)"
    "|(?:だけ|のみ|ばかり)(?:で(?:は)?|じゃ)?なく|のみならず|少な(?:くない|からず)|な(?:ければ|くては"
    "|いと)(?:なら|いけ)ない|ねばならない|思わず|必ず|まず|はず"
    "|뿐(?:만)? 아니|수밖에 없|틀림없|끊임없|어쩔 수 없|변함없|다름없|상관없|아낌없|못지않|않을까"
    "|지 않으면 안|마지않"
    "|不断|不斷|不仅|不僅|不但|不得不|不可避免|不可或缺|不约而同|没有不"
)
"""Negations in form that negate nothing: must, indispensable, not only."""


def check_omissions(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A title's English drops a negation, a qualifier or a time of the original, or adds one."""
    for title in rendered_titles(reading):
        yield from _dropped(title)
        yield from _added(title)
        yield from _added_countries(title, glossary)


def _dropped(title: Rendered) -> Iterator[Finding]:
    """All that a title's English drops, as one finding."""
    dropped: list[tuple[str, Span]] = []
    original = _NO_NEGATION.sub(lambda match: "＿" * len(match.group()), title.original)
    for sense in _SENSES:
        sign = sense.originals.get(title.language)
        found = sign.search(original) if sign else None
        if found is not None and not sense.english.search(title.english):
            dropped.append((sense.told, found.span()))
    if dropped:
        told = " and ".join(what for what, _ in dropped)
        at_issue = min(start for _, (start, _) in dropped), max(end for _, (_, end) in dropped)
        yield Finding(
            "omission", "warning", title.place, title.english, title.span(),
            f"The English drops {told}, which the original has.", title.original, at_issue,
        )  # fmt: skip


def _added(title: Rendered) -> Iterator[Finding]:
    """What a title's English says and nothing in the original does."""
    for sense in _SENSES:
        added = sense.adds.search(title.outside) if sense.adds and title.language in sense.originals else None
        if added is None or sense.originals[title.language].search(title.original):
            continue
        if sense.hinted is not None and not sense.hinted.search(title.original):
            yield Finding(
                "omission", "warning", title.place, added.group(), title.span(*added.span()),
                f"The English has {sense.told}, and nothing in the original has.", title.original,
            )  # fmt: skip


def _added_countries(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Countries that the English adds; one that stands for another is a wrong name, not an addition."""
    named = countries_named(title.original, title.language, glossary)
    if any(not country(one.name).english.search(title.english) for one in named) or title.language == "und":
        return
    for name in sorted(countries_in(title.outside)):
        if hints_at(title.original, name, title.language, glossary):
            continue
        match = country(name).plain.search(title.outside)
        if match and not (OWN[title.language] == name and named):
            start = re.compile(r"(?:(?:to|in|from|of|with|by|for|on)\s+)?(?:the\s+)?\Z").search(
                title.outside[: match.start()]
            )
            first = start.start() if start else match.start()
            yield Finding(
                "omission", "warning", title.place, title.english[first : match.end()], title.span(first,
                match.end()),
                f"The English names {name}, and nothing in the original does.", title.original,
            )  # fmt: skip

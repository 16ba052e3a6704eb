"""Words of an original that bound what it claims, and that a quotation drops: if, mainly, so far.

In comes a :class:`Pair`, out come :class:`Difference` values. Lists of senses, wide in English and narrow in
the originals; the common one of ``senses``, and one of more that count in running text alone.
"""

import re
from collections.abc import Iterator

from srcxlate.checks import senses
from srcxlate.checks.likeness import akin, words
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.checks.senses import Sense
from srcxlate.layout import Span

_MORE = (
    Sense(
        "'mainly'",
        "main|chief|large|primar|most|principal|above all|centr|predominant|notabl|especial|particular"
        "|focus|core|led"
        "|lead|around|mostly|bulk|key|major",
        ja="主に|おもに|主として|を中心に",
        ko="(?<![가-힣])주로(?![가-힣])|(?<=[을를] )중심으로|위주로",
        zh="主要(?=是|[为為由在])|[为為]主",
    ),
    Sense(
        "'so far'",
        "so far|to date|until|till|up to|yet|thus|hitherto|as of|now|present|still|already|ever|since"
        "|before|past"
        "|current|over the|has|have|had|at this|today|moment",
        ja="これまで|現時点|今のところ|いまのところ",
        ko="지금까지|현재까지|아직까지|현재로서는|이제까지",
        zh="迄今|至今|到目前[为為]止|截至目前|截至[现現]在",
        binding=True,
    ),
    Sense(
        "'often' or 'sometimes'",
        "often|many|most|usual|general|frequen|common|tend|sometimes|occasional|at times|some|case"
        "|typical|not always"
        r"|may\b|can\b|now and|regular|rare|instance|not un|prone|liable|likely|more",
        ja="ことが多い|場合が多い|しばしば|ことがある|ことも多い|傾向",
        ko="경우가 많|(?<![가-힣])종종|[을ㄹ] 때가 (?:있|많)|곤 한|경향(?!신문)",
        zh="往往|常常|[时時]常|有[时時]|大多|[经經]常",
        binding=True,
    ),
    Sense(
        "'to some extent' or 'relatively'",
        r"extent|degree|somewhat|relativ|compar|rather|fair|quite|part|some|more|less|\w+er\b|measure"
        r"|slight|bit|little",
        ja="ある程度|比較的|多少|やや|いくぶん|若干",
        ko="(?<![가-힣])다소|어느 정도|비교적|상대적으로|(?<![가-힣])약간|(?<![가-힣])조금",
        zh="比[较較](?![，。])|相[对對](?=[较較而来來于於])|多少(?=有)|略(?=[有微]|[为為])|稍",
    ),
    Sense(
        "'at least' or 'at most'",
        r"least|most|minimum|maximum|more|over|up to|less|fewer|no later|exceed|above|below|under"
        r"|within|beyond"
        r"|not even|no (?:more|less|fewer)|or (?:so|over|above|up|under)|only|limit|cap\b|upward|plus|from",
        ja="少なくとも|最低でも|最大で|せいぜい|多くて",
        ko="(?<![가-힣])적어도|최소한|(?<![가-힣])최[소대] |기껏해야|많아야",
        zh=r"至少|最少|至多|最多(?=\d)|不少[于於]",
        binding=True,
    ),
    Sense(
        "that it is somebody's plan or aim",
        r"plan|aim|intend|intent|propos|expect|hope|want|will|would|seek|target|goal|look|going to"
        r"|set to|due|schedul"
        r"|envisag|prepar|design|strive|polic|should|try|eye|consider|may\b|\bto\b|wish|about to"
        r"|thought|be\b|shall",
        ja="方針(?=だ|を|で|と)|見通し|見込み|計画(?=だ|で|と)",
        ko="방침|전망|계획(?=이|으로|을 )",
        zh="[计計][划劃](?=[将將在于於])|[拟擬]|[预預][计計]|有望",
        binding=True,
    ),
    Sense(
        "whose word it is",
        r"accord|sa(?:y|id|id)|report|told|tell|claim|state|announce|note|find|found|show|survey|data"
        r"|figure|cit|explain"
        r"|reveal|point|estimate|believe|think|thought|view|alleg|admit|quot|statistic|by\b|study"
        r"|indicat|suggest|see"
        r"|[\"“”:]|acknowledg|add|argue|concede|confirm|declare|emphasi|stress|insist|warn|word|hold"
        r"|put|describ|disclos"
        r"|poll|calculat|complain|maintain|recall|criti|mention|express|call|from|account|question|list"
        r"|of the",
        ja="に[よ依]ると|によれば",
        ko="에 따르면|에 의하면",
        zh="[据據](?![悉点點此守])[^，。]{2,16}，|[称稱]，|表示，",
    ),
)
"""What else bounds a claim; headlines have it otherwise."""
_GOES_WITHOUT_SAYING = ("'this year'",)
"""What a quotation may leave to its context."""
_IF = re.compile(
    r"\b(?:if|unless|provided|when|as long as|in case|once|only if|\Ato)\b(?P<clause>[^,.;]*)", re.I
)
_PLAINLY_IF = re.compile("もし|仮に|場合|限り|만약|만일|경우|如果|只要|除非|一旦|[假倘若]")


def qualifiers(pair: Pair) -> Iterator[Difference]:
    """Conditions and other words that bound what the original says, and that the quotation drops."""
    if not pair.whole and not any(part.cut for part in pair.parts):
        return
    for sense, span in (*senses.find(pair.support.text, pair.language), *_find_more(pair)):
        if pair.language == "zh" and pair.support.cuts(span):
            continue
        if sense.told in _GOES_WITHOUT_SAYING:
            continue
        if _said(sense, pair.text) or not (pair.whole or sense.binding):
            continue
        if sense is senses.CONDITION and _said_otherwise(pair, span):
            continue
        written = pair.support.text[slice(*span)]
        message = f"The quotation drops {sense.told}, which the original has ({written})."
        yield Difference("omission", message, None, span)


def _said_otherwise(pair: Pair, span: Span) -> bool:
    """Whether the quotation has the words of a condition, if not its “if”: violations are punishable."""
    clause = _IF.search(pair.support.draft)
    wanted = [word.text for word in words(clause["clause"])] if clause else []
    if not wanted:
        return not _PLAINLY_IF.search(pair.support.text, *span)
    said = [word.text for word in words(pair.text)]
    return 2 * sum(any(akin(word, other) for other in said) for word in wanted) >= len(wanted)


def _find_more(pair: Pair) -> Iterator[tuple[Sense, Span]]:
    for sense in _MORE:
        pattern = {"ja": sense.ja, "ko": sense.ko, "zh": sense.zh}.get(pair.language)
        match = re.search(pattern, pair.support.text) if pattern else None
        if match:
            yield sense, match.span()


def _said(sense: Sense, english: str) -> bool:
    if sense in _MORE:
        return re.search(rf"(?<!\w)(?:{sense.english})", english, re.I) is not None
    return senses.said(sense, english)

"""A person, a body or a paper in the place of a source's own that the report cites nowhere.

In comes a statement, out come the names that stand where a sentence says who wrote, issued or carried its
source, and that are not the note's. A person's name counts where it shares a word with the author's or is
spelt nearly like it; a body's where the note's author is a body too; a paper's where its name holds a word
for a paper.
"""

import calendar
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import permutations

from srcxlate.checks import Severity
from srcxlate.checks.bodies_checked import swapped
from srcxlate.checks.body.attribution import SILENT, WORKS, Ascribed, authors_of, outlet_of, says
from srcxlate.checks.body.publishing import folded
from srcxlate.checks.body.statements import BODY, Statement, telling
from srcxlate.checks.leaders import LEADERS
from srcxlate.checks.units import Unit
from srcxlate.glossary import make_glossary
from srcxlate.languages import BODY_WORDS, FAMILY_NAMES
from srcxlate.wording import is_latin
from srcxlate.words import gloss

WORD = r"[A-ZÀ-ÞĀ-Ž][^\W\d_]*(?:[-’'](?!s\b)[^\W\d_]+)*"
_TWO = re.compile(rf"(?=(?<![\w’'-])(?P<name>(?P<one>{WORD}) (?P<two>{WORD})))")
OFFICE = re.compile(
    r"\b(?:President|Premier|Minister|Governor|Mayor|Ambassador|Secretary|General|Admiral|Chair(?:man"
    r"|woman)?|CEO|King|Queen|Emperor|Prince(?:ss)?|Judge|Justice|Senator|Representative|Chancellor"
    r"|Commissioner|Director|Speaker|lawmaker|legislator|spokes(?:man|woman|person)|director|minister"
    r"|president|premier|mayor|governor|actor|actress|singer|head|chief|leader|candidate|founder|owner"
    r"|farmer|official|chair(?:man|woman)?|executive|activist) \Z"
)
"""Who has an office is spoken of, as a rule, and did not write."""
NO_NAME = frozenset((
    "In", "On", "As", "The", "When", "And", "But", "While", "By", "For", "To", "At", "From", "With", "If",
    "So", "It", "A", "An", "This", "That", "Writing", "According", "Its", "His", "Her", "Their", "Here",
    "There", "Then", "Until", "Mr", "Mrs", "Ms", "Dr", "Professor", "Prof", "President", "Minister", "Prime",
    "Foreign", "Colonel", "Captain", *calendar.month_name, *calendar.day_name,
))  # fmt: skip
"""Capitals that begin no person's name."""
_LEADING = re.compile(r"(?:(?:In|On|As|The|When|And|But|While|For|By|Yet) )?(?:the |The )?")
_NEAR = 0.7
"""From which likeness on, over both halves, two spellings are taken for one name miswritten."""
_SLIP = 0.6
"""The same for one half where the other half is nearly or wholly the author's."""
ORGAN = re.compile(
    rf"\b(?:{'|'.join(sorted({*BODY_WORDS} - {'of', 'for', 'the', 'online', 'research'}))}|Alliance"
    r"|Federation|Network|Coalition|Trust|Forum|League|Observatory|Authority|Court|Board|Administration"
    r"|Service|Guild|Academy|Chamber|Museum|Library|Hospital|School|College|Cabinet|Inspectorate|Police"
    r"|Guard|Union|Confederation|Congress|Parliament|Diet|(?:Executive|Legislative|Control|Judicial"
    r"|Examination) Yuan|Headquarters"
    r"|Exchange)\b",
    re.I,
)
_PART = rf"(?:{WORD}(?:[’']s(?= [A-Z]))?|[A-Z]{{2,}})"
_BODY_NAME = re.compile(rf"{_PART}(?:,? (?:(?:of|for|and|&|the|on) ){{0,3}}{_PART}){{0,8}}")
_ISSUED = (
    r"(?:found|finds?|counted|counts?|puts?|estimate[sd]?|calculate[sd]?|reckon(?:s|ed)|conclude[sd]?|shows?"
    r"|showed|measure[sd]|project(?:s|ed)|forecasts?|gave|gives|list(?:s|ed)|sets?|ask(?:s|ed)|told|tells"
    r"|said|says|announce[sd]|publish(?:es|ed)|issue[sd]|release[sd]|report(?:s|ed)|note[sd]|warn(?:s|ed)"
    r"|explain(?:s|ed)|state[sd]|declare[sd]|repl(?:ies|ied)|answer(?:s|ed)|den(?:ies|ied)|confirm(?:s|ed)"
    r"|describe[sd]|call(?:s|ed)|poll(?:s|ed)|survey(?:s|ed)|dr[ae]w(?:s|n)? up|c[ao]me to|disagrees?"
    r"|insist(?:s|ed)|argue[sd]|wrote|writes|recommend(?:s|ed)|advise[sd]|propose[sd]|acknowledge[sd]"
    r"|admit(?:s|ted)|maintain(?:s|ed)|observe[sd]|record(?:s|ed)|predict(?:s|ed)|expects?|expected"
    r"|define[sd]|document(?:s|ed)|sent out|put out|brought out|sent round|revise[sd]|update[sd]|rank(?:s"
    r"|ed)|compare[sd]|add(?:s|ed)|speaks of|complain(?:s|ed)|circulate[sd]|distribute[sd])"
)
_OFTEN = r"(?:(?:has|have|had|itself|also|then|once|later|first|now|still|even|already|[a-z]+ly),? ){0,3}"
_DEPENDENT = re.compile(
    r"\b(?:unlike|contrary to|than|against|of|to|from|with|about|on|by) (?:the )?\Z", re.I
)
_OF_THE_BODY = re.compile(
    rf"\b(?:according to|in the words of|(?:comes?|came|are|is|was|were) (?:from|by)|{WORKS} (?:by|from"
    rf"|of)|(?:issued"
    rf"|published|compiled|released"
    r"|drawn up) by)"
    r" (?:the )?\Z", re.I
)  # fmt: skip
_BODY_SAYS = re.compile(rf"(?:,[^,.;]{{3,60}},|,)? {_OFTEN}{_ISSUED}\b|[’']s? (?:[\w’-]+ ){{0,3}}?{WORKS}\b")
_ELLIPSIS = re.compile(r"[’']s?\W*\Z")
"""The end of a sentence that says whose a work is: ``the best inquiry is the Harbour Institute’s``."""
_PAPERS = (
    r"Shimbun|Shinbun|Shimp[oō]|Nipp[oō]|Nichinichi|Jih[oō]|Ilbo|Sinmun|Shinmun|Times|Daily|Weekly|Monthly"
    r"|Quarterly|Post|Herald|Journal|Review|Gazette|Tribune|Ribao|Zhoubao|Zhoukan|Wanbao|Chenbao|Zaobao"
    r"|Shibao|Bao|Ledger|Keizai|Kyungje|Gyeongje|Maeil|News|Chronicle|Observer|Mail|Courier|Magazine|Digest"
    r"|Pinglun|Telegraph|Wire|Record|Sh[uū]h[oō]|Jihyō|Tsūshin|Tongsin|Express|Dispatch|Letters|Papers"
    r"|Studies|Annals|Proceedings|Transactions|Bulletin|Forum|Examiner|Commentator|Mercury|Argus"
    r"|Morning Post"
)
_PAPER = re.compile(
    rf"(?P<name>(?:{WORD} ){{1,3}}(?:{_PAPERS})(?: of {WORD}(?:(?: and| and the|,) {WORD})*)?"
    rf"|(?:Journal|Review|Annals) of {WORD}(?:(?: {WORD}|,? and(?: the)? {WORD}))*|(?:Asahi|Yomiuri"
    r"|Mainichi|Sankei|Nikkei|Hankyoreh|Xinhua|Caixin|Yonhap|Economist))(?![\w-])"
)
_CARRIED = (
    r"(?:wrote|reported|reports|printed|prints|ran|carried|carries|published|noted|called|put|said|counted"
    r"|told|gave|had|devoted|asked|argued|thought|described|covered|summed|sent|took|listed|came to|came up)"
)
_CARRIES = re.compile(rf"(?: (?:of|for|in) [^,;.]{{3,25}}|,[^,;.]{{3,50}},)? {_CARRIED}\b")


def other_person(statement: Statement) -> Iterator[Ascribed]:
    """A name that is nearly the author's: Ueki Haruto for Ueki Masato, Beatrix Lowe for Beatrice Low."""
    authors = [name for unit in statement.units for name in authors_of(unit)]
    if not authors or not all(authors_of(unit) for unit in statement.units):
        return
    clause, wording = statement.clause, _flat(" ".join(unit.text for unit in statement.units))
    found = [match for match in _TWO.finditer(clause) if not {match["one"], match["two"]} & NO_NAME]
    if any(_same(match["name"], author) for match in found for author in authors):
        return
    for match in found:
        name = match["name"]
        if OFFICE.search(clause[: match.start()]) or BODY.search(name) or is_leader(name):
            continue
        others = [word for word in name.split() if _flat(word) not in wording]
        author = next((author for author in authors if _alike(name, author)), None)
        if author and others and _writes(match, clause, author):
            yield Ascribed((match.start(), match.start() + len(name)), name, author, "error")
            return


def other_body(statement: Statement) -> Iterator[Ascribed]:
    """Another body than the one that issued the source."""
    unit = statement.units[0]
    author = unit.author
    if len(statement.units) != 1 or author is None:
        return
    script = unit.author_in_script.text if unit.author_in_script else ""
    script = script or ("" if is_latin(author.text) else author.text)
    for swap in swapped(script, statement.clause) if script else ():
        start, end = _whole(statement.clause, *swap.english)
        if _issues(statement.clause, start, end):
            yield Ascribed((start, end), statement.clause[start:end], author.text, "error")
            return
    romanised = not ORGAN.search(author.text) and is_body(unit)
    if not is_latin(author.text) or not (ORGAN.search(author.text) or romanised) or _named(statement):
        return
    wording = unit.text.casefold()
    for match in _BODY_NAME.finditer(statement.clause):
        start = match.start() + _lead(match[0])
        name = statement.clause[start : match.end()]
        words = telling(name)
        if not ORGAN.search(name) or any(word in wording for word in words) or not (words or " of " in name):
            continue
        if (words or _distinct(name, author.text)) and _issues(statement.clause, start, match.end()):
            severity: Severity | None = "error" if words else "warning"
            if romanised:
                severity = _how_sure(statement.clause[:start], name, script, unit.language or "")
            if severity is None:
                continue
            yield Ascribed((start, match.end()), name, author.text, severity)
            return


_ENDS = {
    "Ministr|Department": "部省부",
    "Bank": "銀行 银行 은행",
    "Institut|Cent(?:er|re)|Academ|Laborator|Research|Office|House": (
        "所 院 연구소 연구원 연구실 センター 센터 総研"
    ),
    "Associat|Societ|Council|Committee|Commission|Federation|Union|Congress|Assembl|Board|League":
        "会 會 회 조합 組合 委",
    "Agenc|Bureau|Administration|Service|Office|Department|Authorit": "庁 廳 厅 局 청 처",
    "Universit|College|School": "大学 大學 대학 대학교",
    "Foundation|Corporation|Organi[sz]ation|Trust|Compan": (
        "財団 财团 財團 재단 공단 공사 公社 機構 机构 社 団"
    ),
}  # fmt: skip
"""The English of bodies, and how their names end in script."""
_ENDINGS = {english: tuple(ends.split() if " " in ends else ends) for english, ends in _ENDS.items()}
_SHORTEST_BODY = 4
"""Characters from which a name with such an ending is no person's."""


def is_body(unit: Unit) -> bool:
    """Whether the author of a citation is a body: by its English, or by the end of its name in script."""
    if unit.author is None:
        return False
    script = (unit.author_in_script or unit.author).text
    named = len(script) >= _SHORTEST_BODY or (script != unit.author.text and " " not in unit.author.text)
    return ORGAN.search(unit.author.text) is not None or (
        named and any(script.endswith(ends) for ends in _ENDINGS.values())
    )


def _how_sure(before: str, name: str, script: str, language: str) -> Severity | None:
    """How surely an English name is not a body's in script; None where it may be: a bank is no institute.

    Bodies of one sort are told apart by a dictionary alone, and who acts may be spoken of.
    """
    sorts = [english for english, ends in _ENDINGS.items() if script.endswith(ends)]
    words = [
        word for gloss_ in gloss(script, language, _NO_GLOSSARY) for word in _plain_words(gloss_.english)
    ]
    own = {word for word in telling(name) if ORGAN.fullmatch(word)}
    if any(word[:_STEM] == other[:_STEM] for word in words for other in telling(name) - own):
        return None
    if sorts and not any(re.search(rf"\b(?:{english})", name) for english in sorts):
        return "warning" if _OF_THE_BODY.search(before) else "info"
    return "info" if words else None


def _plain_words(english: str | None) -> list[str]:
    return [folded(word).casefold() for word in re.findall(r"[^\W\d_]{4,}", english or "")]


_STEM = 5
"""Letters by which words of one stem are known: region, regional."""
_NO_GLOSSARY = make_glossary([])


def other_paper(statement: Statement) -> Iterator[Ascribed]:
    """Another newspaper or journal than the one in which the source appeared."""
    outlets = [outlet_of(unit) for unit in statement.units]
    if not all(outlets) or SILENT.search(statement.clause):
        return
    printed = [_capitals(name) for name in outlets]
    wording = _capitals(" ".join(unit.text for unit in statement.units))
    said = _capitals(statement.clause)
    if any(words <= said for words in printed):
        return
    for match in _PAPER.finditer(statement.clause):
        start = match.start() + _lead(match["name"])
        name = statement.clause[start : match.end()]
        words = _capitals(name)
        telling_it = {word for word in words if not _PAPER_WORD.fullmatch(word)}
        if not telling_it or words <= wording or not all(words - own and own - words for own in printed):
            continue  # a short form of the outlet's name, or one that the note prints besides
        carries = _CARRIES.match(statement.clause, match.end())
        if carries or (" " in name and says(name, statement.clause, outlet=True)):
            yield Ascribed((start, match.end()), name, outlets[0], "warning")
            return


_NO_VERB = (
    r"(?:and|or|but|of|in|on|at|for|from|to|by|with|about|as|is|are|was|were|be|been|than|the|a|an|who|whom"
    r"|whose|that|which|when|where|while|after|before|since|if|also|too|not|had|has|have|into|over|under"
    r"|between)\b"
)


def _writes(match: re.Match[str], clause: str, author: str) -> bool:
    """Whether a name that is nearly the author's stands where one who writes is named."""
    if says(match["name"], clause, outlet=False):
        return True
    if {match["one"].casefold(), match["two"].casefold()} & FAMILY_NAMES:
        return False
    if _slip(match["name"], author):
        return True
    after = clause[match.end("name") :]
    return bool(
        re.match(rf"(?: of [^,.;:]{{3,40}}?|,[^,.;:]{{3,60}},)? {_OFTEN}(?!{_NO_VERB})[a-z]{{3,}}\b", after)
    )


def _flat(name: str) -> str:
    return re.sub(r"[-’'ʻ]", "", folded(name)).casefold()


def _words(name: str) -> list[str]:
    return [word for word in re.sub(r"[.,]", "", _flat(name)).split() if len(word) > 1]


def _same(name: str, author: str) -> bool:
    """Whether two names are one person's: in either order, with a middle name more, run together."""
    one, other = _words(name), _words(author)
    orders = {"".join(order) for order in permutations(other)}
    return set(one) <= set(other) or set(other) <= set(one) or "".join(one) in orders


def _alike(name: str, author: str) -> bool:
    """Whether a name shares a word with another, or is spelt nearly like it."""
    one, other = _words(name), _words(author)
    if len(one) != 2 or len(other) != 2:
        return False
    if set(one) & set(other):
        return True
    likenesses = [
        [SequenceMatcher(None, *pair).ratio() for pair in zip(one, order, strict=True)]
        for order in permutations(other)
    ]
    return any(min(each) >= _SLIP and sum(each) / len(each) >= _NEAR for each in likenesses)


def _slip(name: str, author: str) -> bool:
    """Whether of two names that share a word the other words are spelt alike: Joo Ye-won, Joo Ye-rin."""
    one, other = _words(name), _words(author)
    rest = [word for word in one if word not in other], [word for word in other if word not in one]
    return all(len(words) == 1 for words in rest) and (
        SequenceMatcher(None, rest[0][0], rest[1][0]).ratio() >= _SLIP
    )


def is_leader(name: str) -> bool:
    """Whether a name is a leader's, of whom a text speaks and who wrote none of it."""
    words = set(_words(name))
    return bool(words & LEADERS and words & _LEADERS_GIVEN) or bool(words & _OF_OLD)


_LEADERS_GIVEN = frozenset((
    "sukyeol", "jaein", "geunhye", "jaemyung", "myungbak", "moohyun", "fumio", "shinzo", "yoshihide",
    "shigeru", "sanae", "jinping", "ingwen", "chingte", "jintao", "zemin", "joe", "donald", "barack",
    "kimoon", "kyungwha", "cheolsoo", "sehoon", "joonpyo", "seungmin", "junseok", "nakyon", "ducksoo",
    "taeyul",
    "tsengchang", "chienjen", "wenje", "yuih", "chimai", "jaw", "chaushiung", "kuoyu", "chulun", "keqiang",
    "vladimir", "taro", "junichiro",
))  # fmt: skip
"""Given names of those leaders, without hyphens."""
_OF_OLD = frozenset((
    "jongun", "jongil", "ilsung", "yojong", "syngman", "chunghee", "doohwan", "taewoo", "youngsam", "daejung",
    "sunshin", "sunsin", "jungkeun", "zedong", "tsetung", "xiaoping", "enlai", "shaoqi", "yaobang", "ziyang",
    "rongji", "jiabao", "keqiang", "qishan", "kaishek", "chingkuo", "tenghui", "shuibian", "yingjeou",
    "yatsen",
    "kakuei", "yasuhiro", "eisaku", "nobusuke", "hirobumi", "yukichi", "aritomo", "hideyoshi", "ieyasu",
    "nobunaga", "noboru", "kiichi", "tomiichi", "morihiro", "ryutaro",
    "hirohito", "naruhito", "akihito", "xun", "mishima", "murakami", "soseki", "kawabata",
))  # fmt: skip
"""Names of those before them, and of writers whom everybody quotes; none is common."""


def _named(statement: Statement) -> bool:
    """Whether the sentence names the body that issued the source."""
    words = {word.casefold() for word in re.findall(r"[A-Z][\w’'-]+", statement.clause)}
    own = {word for unit in statement.units if unit.author for word in telling(unit.author.text)}
    return bool(own & words) or bool(statement.known & words & own)


def _distinct(name: str, author: str) -> bool:
    """Whether two bodies without telling words have other words than each other: Bank of Korea, Institute."""
    first, second = ({word.casefold() for word in re.findall(r"[A-Z]\w+", text)} for text in (name, author))
    return bool(first - second) and bool(second - first)


def _whole(clause: str, start: int, end: int) -> tuple[int, int]:
    """The whole name of which a part was found: its words before and behind, a possessive left off."""
    for match in _BODY_NAME.finditer(clause):
        if match.start() <= start and end <= match.end():
            return min(match.start() + _lead(match[0]), start), match.end()
    return start, end


def _lead(name: str) -> int:
    """How many characters before a name begin the sentence: ``In the``."""
    leading = _LEADING.match(name)
    return leading.end() if leading else 0


def _issues(clause: str, start: int, end: int) -> bool:
    """Whether the words at a place are said to have issued or said something."""
    before, after = clause[:start], clause[end:]
    if _DEPENDENT.search(before):
        return _OF_THE_BODY.search(before) is not None
    return _BODY_SAYS.match(after) is not None or (
        _ELLIPSIS.match(after) is not None
        and re.search(r"\b(?:is|was|are|were) (?:the )?\Z", before) is not None
    )


def _capitals(wording: str) -> set[str]:
    """The words that begin with a capital, folded."""
    return {word.casefold() for word in re.findall(r"[A-Z][\w’'-]+", folded(wording)) if word != "The"}


_PAPER_WORD = re.compile(rf"{_PAPERS}|Jihyo|Tsushin|Asian?|Japan|Korea|China|Taiwan", re.I)

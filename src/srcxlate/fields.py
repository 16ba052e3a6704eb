"""Who wrote and published a cited work, when, on which pages, at which address.

In come the wording before and after a title inside its unit, out comes a :class:`Fields`. A name is kept as
it is printed, script and romanised form together; what the note does not print stays None.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from srcxlate.addresses import Address
from srcxlate.dates import find_dates
from srcxlate.elements import Element
from srcxlate.glosses import PLACE_AND_PUBLISHER
from srcxlate.kinds import is_date
from srcxlate.languages import ORIGINAL
from srcxlate.wording import CAPITAL, HIDDEN, LATIN_WORD, OPENING_MARKS, ORIGINAL_CHARACTER, plain

_BLANKED = "\x00"
"""Stands for the strings of other titles while a work's own fields are read."""
_FURTHEST = 1000
"""Characters on each side of a title in which its fields are looked for."""
_LONGEST_NAME = 200

_LEAD_IN = re.compile(
    r"(?:^|.*?[\s(（\-–—])(?:see(?:\s+also)?|see,?\s+e\.\s?g\.|for\s+example|e\.\s?g\.|cf\.?|compare|consult|read|"
    r"(?:cited|quoted|found|reprinted|reproduced|reported|discussed|advertisement|appeared|published|printed)"
    r"\s+(?:\w+\s+){0,2}?(?:in|from|by)|(?:is|are|was|were)\s+in|"
    r"translated\s+(?:\w+\s+){0,3}?from|according\s+to|chapter\s+\d+\s+of|part\s+\d+\s+of|参照|参见|参見|參見|같은)"
    r"\s*[,:：]?\s+",
    re.I,
)
"""Words that lead to an author: ``see, e.g.,``, ``reprinted in``, ``参見``."""
_LEAD_IN_ORIGINAL = re.compile(
    r"[^「『《〈“‘]*?(?:として|たとえば|例えば|同旨|ついては|으로|로서|에 대해서는)(?:[、,]\s*|\s+)"
)
_LEAD_IN_ABOUT = re.compile(
    r"(?:on|for|about|regarding|concerning)\s+(?:the\s+)?[a-z][^,]{0,80},\s+(?=[A-ZÀ-Þ])", re.I
)
_LEFT_OVER = re.compile(r"[\s,，、;；.(（–—-]*(?:see|and|also|in|by|e\.g\.,?)\b\s*", re.I)
_EDITOR_SIGN = re.compile(r"\s*(?:編著?|编著?|著|譯|訳|지음|엮음|ed\.|eds\.|\(eds?\.?\))\s*[,，、]?\s*\Z")
_GENRE = re.compile(r"\s*(?:보도자료|報道資料|報道発表|プレスリリース|新闻稿|新聞稿)\s*[,，、]?\s*\Z")
_UNSIGNED = re.compile(
    r"(?:.*\b(?:the|an?|unsigned|anonymous)\s+)?(?:editorial|column|article|advertisement)|for\s+example|[A-Z]|"
    r"it\s+appears\b.*",
    re.I,
)
"""What stands before a title that nobody signed."""
_ISSUED = re.compile(
    r"\s*[,，]?\s*[(（](?P<date>[^()（）]{0,20}\b(?P<year>(?:1[6-9]|20)\d\d))[a-z]?[)）][\s,，.:：]*\Z"
)
"""The year or the day after the author: ``Kuramoto, S. (2014)``, ``Kuramoto, S. (5 May 2014)``."""
_AFTER_PAGES = re.compile(r"[^\w(（]*(?:[(（][^()（）]*[)）])?[^A-Za-z]*\d\s*,\s+and\s+(?=[A-ZÀ-Þ])")
"""The date and pages of the work before, where ``and`` leads to another's author."""
_CASE = re.compile(r"[A-Z][a-z]+:\s+(?=[A-Z][^:]*:?\s*\Z)")
"""A word that says what a work is cited for: ``Generous: Baek Seo-jun 백서준: …``."""
_ABBREVIATED = re.compile(r"(?:\b(?<!-)\w|\b(?:co|inc|ltd|corp|eds?|jr|sr|al|dr|trans))\.\Z", re.I)
"""A full stop that belongs to the author's name."""
_TRAILING_IN = re.compile(r"[,，、:：]?\s+(?:in|part\s+\d+.{0,40})\s*\Z")
_EDITED_BY = re.compile(
    rf"\b[Ee]d(?:s?\.|ited)(?:\s+by)?\s+(?P<name>[A-ZÀ-Þ{ORIGINAL}][^(（,，;；{_BLANKED}]{{1,80}}?)\s*(?=[(（,，;；.]|\Z)"
)
_LAST_NAME = re.compile(
    rf"(?:^|[\s(（])((?:[A-ZÀ-Þ][\w’'.\-]*)(?:\s+(?:[A-ZÀ-Þ][\w’'.\-]*|of|for|and|de|the)){{0,8}}(?:\s+[{ORIGINAL}]{{2,12}})?)[,\s]*\Z"
)
"""The capitalised words that end a stretch of prose, with the name's script."""
_PROSE_START = re.compile(r"(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Tt]hese|[Hh]is|[Hh]er|[Tt]heir)\s+[a-z]")
_PROSE_VERB = re.compile(r"\b(?:is|was|are|were|has|have|had|that|which|who|said|can|be)\b")
_IN_NAMES = frozenset([
    "of", "for", "and", "the", "de", "von", "van", "der", "et", "al", "in", "on", "to", "eds", "ed",
    "pseud", "no", "ŭi", "ui", "la", "le", "du",
])

_PAGES = re.compile(
    r"\b[Pp]{1,2}\.?\s*(?P<a>\d[\d\s,\-–~ivxlc]{0,40}\d|\d|[ivxlc]+\b)"
    r"|第?\s*(?P<b>\d[\d\-–~～、,]{0,40})\s*(?:頁|页|ページ|쪽|면)|頁\s*(?P<c>\d[\d\-–~～]{0,40})"
    r"|[)\d]:\s*(?P<d>\d[\d\-–]{0,40})(?=[\s.,;]|$)|,\s(?P<e>\d{1,4}(?:[–-]\d{1,4})?)\s*(?=[.;,]?\s*$)"
)
_BRACKET = re.compile(r"[(（]([^()（）]*+)[)）]")
_DATED_BRACKET = re.compile(r"\s*[(（][^()（）]*?\d{4}[^()（）]*+[)）]")
_PUBLISHER_AND_DATE = re.compile(
    rf"(?P<publisher>[^、,，\d]{{0,40}}[{ORIGINAL}][^、,，\d]{{0,40}})[、,，]\s*(?=[^、,，]*[年년])"
)
"""``（青海書房、2019年）``."""
_OUTLET_AND_DATE = re.compile(
    rf"(?P<publisher>[{CAPITAL}][^,，:：;；\d]{{2,60}})[,，]\s+(?P<date>[^()（）]{{3,20}})"
)
"""``(Saebyeok Ilbo, March 2023)``."""
_CONTAINED = re.compile(rf"(?:载|載|收入|收於|收于|所収|\bin\b)[^{_BLANKED}]{{0,120}}(?={_BLANKED})")
_AVAILABLE = re.compile(r"[.,;\s*_]*\b(?:available|retrieved|accessed)\s+(?:at|from)\b.*", re.I | re.S)
"""Where a work can be read, which is no publisher."""
_NAMED_PLACE = re.compile(r"[^:：]{1,30}[:：]\s*(?P<publisher>\S.*)")
"""``Osaka: Yodogawa Shuppan``, ``臺北：大埕文化``."""
PLACES = frozenset([
    "Tokyo", "Osaka", "Kyoto", "Nagoya", "Kobe", "Yokohama", "Sapporo", "Fukuoka", "Sendai",
    "Hiroshima", "Naha", "Seoul", "Busan", "Incheon", "Daegu", "Daejeon", "Gwangju", "Ulsan", "Sejong",
    "Suwon", "Jeju", "Pyongyang", "Beijing", "Peking", "Shanghai", "Guangzhou", "Shenzhen", "Nanjing",
    "Wuhan", "Chengdu", "Chongqing", "Tianjin", "Hangzhou", "Shenyang", "Dalian", "Harbin", "Changsha",
    "Xiamen", "Qingdao", "Taipei", "Taichung", "Tainan", "Kaohsiung", "Hsinchu", "Macau", "Singapore",
    "London", "Washington", "Geneva", "Brussels", "Sydney", "Canberra", "東京", "大阪", "京都", "서울",
    "부산", "세종", "北京", "上海", "广州", "臺北", "台北", "高雄", "香港",
]) | {"Hong Kong", "New York", "Washington DC"}
"""Places of publication that stand before a date without a publisher."""
_NO_PUBLISHER = re.compile(
    r"\W*|[\d\W]+|(?:pp?|vols?|nos?|arts?|ch|chap|sec|part|chapter|section|volume|issue)\.?\s*\d.*|"
    r".*\b(?:accessed|retrieved|updated|last modified|morning edition|evening edition|press release|"
    r"particularly|"
    r"especially)\b.*|\d+\s*[(（].*|[第제].*|.*[号號期호卷巻권]\W*\d*|.*\d\s*(?:頁|页|쪽|면).*|and|(?:ed|eds|trans|edited|"
    r"translated)\b.*|.*\bno\.\s*\d.*|"
    r".*\b(?:decision|order) of|\d+(?:st|nd|rd|th)\s.*"
    r"|act\s+no\b.*|(?:spring|summer|autumn|fall|winter)\b.*|see\b.*|for\b.*|.*(?:参照|參照|참조|見よ)",
    re.I,
)
"""What follows a title and is no publisher: pages, volumes, editions, editors, cross-references."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a note prints about a work; None where it prints nothing."""

    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    pages: str | None = None


def read_fields(
    text: str, begin: int, end: int, work: Element, others: Sequence[Element], addresses: Sequence[Address]
) -> Fields:
    """The fields of a work from the wording round it.

    :param begin: where the wording before it begins; :param end: where the unit or the next work begins.
    :param others: the other strings of its unit between those places.
    """
    end = min(end, work.end + _FURTHEST)
    begin = max(begin, work.start - _FURTHEST)
    date = next((d for d in find_dates(text[work.end : end].replace(HIDDEN, "\n")) if not d.accessed), None)
    kept = _without_titles(text, work.end, end, others)
    pages = _PAGES.search(kept)
    edited = _EDITED_BY.search(text[work.end : end])
    issued = _ISSUED.search(text[begin : work.start].rstrip(" " + OPENING_MARKS))
    first = next((d.edtf for d in find_dates(issued["date"])), issued["year"]) if issued else None
    day = date.edtf if date and (first is None or date.edtf.startswith(first)) else first
    return Fields(
        author=_author(text[begin : work.start]) or (plain(edited["name"]) if edited else None),
        publisher=_publisher(kept),
        date=day,
        url=next((a.target for a in addresses if work.original_at < a.end <= end), None),
        pages=next((group.strip(" ,") for group in pages.groups() if group), None) if pages else None,
    )


def of_container(fields: Fields) -> Fields:
    """What a container shows of its work's fields when the work stands in the same unit."""
    return replace(fields, author=None, url=None, pages=None)


def _without_titles(text: str, start: int, end: int, others: Sequence[Element]) -> str:
    """A stretch of a unit with the other strings' romanised forms, script and English blanked.

    A bare string in brackets is left: it is a publisher's name in script.
    """
    characters = list(text[start:end])
    depth, at = 0, start
    for element in others:
        if not start <= element.start < end:
            continue
        for character in text[at : element.start]:
            depth += (character in "(（") - (character in ")）")
        at = element.start
        if depth > 0 and not element.marks:
            continue
        stop = min(element.end, end)
        characters[element.start - start : stop - start] = _BLANKED * (stop - element.start)
    return "".join(characters)


# -- author ----------------------------------------------------------------------------------------


def _author(before: str) -> str | None:
    """The names before a title, without the words that lead to them; None if only prose leads."""
    wording = before.replace(HIDDEN, " ").rstrip(" [（(" + OPENING_MARKS)
    further = _AFTER_PAGES.match(wording)
    wording = wording[further.end() :] if further else wording
    wording = _ISSUED.sub("", wording + ")" if _ISSUED.search(wording + ")") else wording)
    lead = _LEAD_IN.match(wording)
    while lead:
        wording = wording[lead.end() :]
        lead = _LEAD_IN.match(wording)
    for pattern in (_LEAD_IN_ORIGINAL, _LEAD_IN_ABOUT, _LEFT_OVER):
        lead = pattern.match(wording)
        wording = wording[lead.end() :] if lead else wording
    for pattern in (_EDITOR_SIGN, _TRAILING_IN, _GENRE):
        wording = pattern.sub("", wording)
    if re.match(r"[\s,.;:)）–—-]+", wording):
        wording = re.sub(r"^\W*\d*\W*(?=\w)", "", wording)
    author = plain(wording)
    if author is None or _UNSIGNED.fullmatch(author):
        return None
    author = _CASE.sub("", author, count=1) if _CASE.match(author) else author
    author = author.removesuffix(".") if not _ABBREVIATED.search(author) else author
    if re.match(r"[a-z]", author) or len(author) > _LONGEST_NAME or not re.search(r"\w", author):
        return _last_name(author)
    return _last_name(author) if _is_prose(author) else author


def _is_prose(wording: str) -> bool:
    """Whether wording reads as a sentence rather than as names."""
    if _PROSE_START.match(wording):
        return True
    lower = [word for word in LATIN_WORD.findall(wording) if word[0].islower() and word not in _IN_NAMES]
    return len(lower) > 2 or bool(_PROSE_VERB.search(wording))


def _last_name(prose: str) -> str | None:
    tail = _LAST_NAME.search(prose[-_LONGEST_NAME:])
    return plain(tail.group(1)) if tail and len(tail.group(1)) > 1 else None


# -- publisher -------------------------------------------------------------------------------------


def _publisher(kept: str) -> str | None:
    """Who published a work: in brackets, else the first words that are no figures."""
    for match in _BRACKET.finditer(kept):
        named = _in_brackets(match.group(1).strip())
        if named:
            return named
    kept = _DATED_BRACKET.sub(" ", kept).lstrip(HIDDEN).split(HIDDEN)[0]
    kept = re.sub(f"{_BLANKED}+", _BLANKED, _CONTAINED.sub("", _AVAILABLE.sub("", kept)))
    names: list[str] = []
    for part in re.split(rf"[,，、]\s*|[。]|(?<={_BLANKED})\.\s+", kept):
        wording = plain(part.replace("<", "").strip(" .\t"))
        if wording is None or _BLANKED in wording or len(wording) > _LONGEST_NAME:
            if names:
                break
            continue
        dated = next(iter(find_dates(wording)), None)
        if dated:
            rest = plain(wording[: dated.start])
            if (
                rest
                and not names
                and not _NO_PUBLISHER.fullmatch(rest)
                and len(rest) > 2
                and not rest[0].islower()
            ):
                names.append(rest)
            break
        if _NO_PUBLISHER.fullmatch(wording) or re.match(r"[a-z]", wording) or is_date(wording):
            if names:
                break
            continue
        placed = _NAMED_PLACE.fullmatch(wording)
        names.append(placed["publisher"] if placed else wording)
    return ", ".join(name for name in names if name not in PLACES) or None


def _in_brackets(inner: str) -> str | None:
    """The publisher in a bracket such as ``Tokyo: Iwanami Shoten, 1988`` or ``岩波書店、1988年``."""
    place = PLACE_AND_PUBLISHER.fullmatch(inner)
    if place and (re.search(r"[A-Za-zÀ-ɏ]|[年]", inner)):
        named = place["publisher"]
        dated = next(iter(find_dates(named)), None)
        return plain(named[: dated.start] if dated else named)
    outlet = _OUTLET_AND_DATE.fullmatch(inner)
    if outlet and outlet["publisher"] not in PLACES and any(
        date.end == len(outlet["date"]) and "-" in date.edtf for date in find_dates(outlet["date"])
    ):
        return plain(outlet["publisher"])
    bare = _PUBLISHER_AND_DATE.match(inner)
    if bare and ORIGINAL_CHARACTER.search(bare["publisher"]) and not is_date(bare["publisher"]):
        return plain(bare["publisher"])
    return None

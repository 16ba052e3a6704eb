"""From one note to its citations: every original-script title or mention, with what belongs to it.

In comes a note's wording in one line, out come :class:`Citation` values in its order. Two ways of
citing are read. In the English frame a title stands between its romanised form and its English
(``'Zōsen no kiki' 造船の危機 (The shipbuilding crisis), Nikkei, …``); in the original frame titles
are known by their brackets (``田中宏「造船の危機」『海運』``) and the script around them is author,
publisher or date. A string in original script that is a name, a publisher or a date is no title.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from srcxlate.addresses import Address, find_addresses
from srcxlate.dates import ERAS, find_dates
from srcxlate.languages import CJK_PUNCTUATION, HAN, HANGUL, KANA, ORGANISATION_ENDS, ORIGINAL, QUOTE_MARKS, TITLE_BRACKETS

Role = Literal["work", "container", "mention"]

_HIDDEN = "\ue000"
"""Stands for each character of an address while the wording round it is read."""

_ORIGINAL = re.compile(f"[{ORIGINAL}]")
_RUN = re.compile(f"[{ORIGINAL}{CJK_PUNCTUATION}]*[{ORIGINAL}][{ORIGINAL}{CJK_PUNCTUATION}]*")
_KANA = re.compile(f"[{KANA}]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’ʼ'\-]*")
_MARKUP = re.compile(r"</?(?:i|em|b|strong|cite|u)>|\*{1,3}|(?<![\w])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\w])", re.I)

_OPEN, _CLOSE = "([（［〔", ")]）］〕"
_OPENING_MARKS = "".join([*TITLE_BRACKETS, *QUOTE_MARKS])
_CLOSING_MARKS = "".join([*TITLE_BRACKETS.values(), *QUOTE_MARKS.values()])
_SEPARATORS = ",，、;；:：.．。"

_SENTENCE_END = re.compile(r"[.?!][’”'\"*)\]]*\s+(?=[A-Z‘“'\"*<「『《〈]|[^\x00-\x7f\ue000])|[。]\s*|[;；]\s*|[?!]\s+(?=[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|pp|p|vols?|nos?|eds?|trans|e\.g|i\.e|cf|Co|Inc|Ltd|Corp|Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|art|arts|ch|chap|sec|fig|n|nn|rev|repr|et al|ca|no)|\b(?:[A-Z]\.)+[A-Z])\.\Z"
)
_CITED_IN = re.compile(
    r"\b(?:cited|quoted|reprinted|reproduced|translated|reported|discussed|excerpted)\s+(?:\w+\s+)?(?:in|from|by)\s+", re.I)
_LEAD_IN = re.compile(
    r"(?:^|.*?[\s(（\-–—])(?:see(?:\s+also)?|see,?\s+e\.\s?g\.|for\s+example|e\.\s?g\.|cf\.?|compare|consult|read|"
    r"(?:cited|quoted|found|reprinted|reproduced|reported|discussed|advertisement|appeared|published|printed)\s+(?:\w+\s+){0,2}?(?:in|from|by)|"
    r"translated\s+(?:\w+\s+)*?from|according\s+to|chapter\s+\d+\s+of|part\s+\d+\s+of|参照|参见|参見|參見|같은)\s*[,:：]?\s+",
    re.I | re.S,
)
_LOWER_LEAD = re.compile(
    r"(?:in|the|of|see|by|from|also|and|under|title|titled|entitled|called|monthly|weekly|daily|newsletter|journal|magazine|"
    r"newspaper|e\.g\.|his|her|its|their|on|at|as|with|for|concept|word|term|brochure|report|book|column)", re.I)
_NOT_ENGLISH = re.compile(
    r"\b(?:published|periodical|hereafter|hereinafter|ed\.|eds\.|edited|trans\.|translated|in (?:Japanese|Korean|Chinese)|pseud)\b|"
    r"^\s*(?:n|nn|note|notes|p|pp|vol|no|chap|sec)\.?\s*\d|^\s*[\d\s\-–,./]+$|^\s*(?:accessed|retrieved)\b", re.I)
_PLACE = re.compile(r"^[^():：]{2,40}[:：]\s*(?P<publisher>[^()]+)$")
_PLACE_AND_DATE = re.compile(r"^[A-ZÀ-Þ][\w .\-]*,\s*(?:\w+\s+)?(?:\d{1,2},?\s+)?\d{4}$|^(?:\w+\s+)?(?:\d{1,2},?\s+)?\d{4}$")
_PAGES = re.compile(
    r"\b[Pp]{1,2}\.?\s*(?P<a>\d[\d\s,\-–~ivxlc]*\d|\d|[ivxlc]+\b)|第?\s*(?P<b>\d[\d\-–~～、,]*)\s*(?:頁|页|ページ|쪽|면)|頁\s*(?P<c>\d[\d\-–~～]*)"
    r"|[)\d]:\s*(?P<d>\d[\d\-–]*)(?=[\s.,;]|$)|,\s(?P<e>\d{1,4}(?:[–-]\d{1,4})?)\s*(?=[.;,]?\s*$)"
)
_IN_NAMES = frozenset("of for and the de von van der et al in on to eds ed pseud no ŭi ui la le du".split())
_NO_PUBLISHER = re.compile(
    r"^(?:\W*|[\d\W]+|(?:pp?|vols?|nos?|arts?|ch|chap|sec|part|chapter|section|volume|issue)\.?\s*\d.*|.*\b(?:accessed|retrieved|updated|"
    r"last modified|morning edition|evening edition|press release|particularly|especially)\b.*|\d+\s*[(（].*|[第제].*|.*[号號期호卷巻권]\W*\d*|and|"
    r"(?:ed|eds|trans|edited|translated)\b.*|act\s+no\b.*|(?:spring|summer|autumn|fall|winter)\b.*|see\b.*|for\b.*)$", re.I)
_DATE_ONLY = re.compile(
    rf"(?:{'|'.join(ERAS)})?\s*(?:[\d０-９元〇一二三四五六七八九十]+\s*[年年월月日일号號期호卷巻권년条조頁页쪽章절節版]\s*[前後초말]?\s*)+|"
    r"[第제]\s*[\d０-９一二三四五六七八九十]+\s*[年月日号號期호卷巻권년条條조頁页쪽章節절版回차輯]\S*")


@dataclass(frozen=True, slots=True)
class Citation:
    """One string in original script, with what the note prints about it; None where it prints nothing."""

    role: Role
    original: str
    """As printed, without the marks that the note sets round it."""
    romanised: str | None
    english: str | None
    """The authors' own English, without its brackets."""
    author: str | None
    publisher: str | None
    """Publisher or outlet, as printed."""
    date: str | None
    """Date of publication in EDTF; a date of access is none."""
    url: str | None
    pages: str | None
    part_of: str | None
    """The original title of the container that this stands in."""
    start: int = field(compare=False)
    """Offset of :attr:`original` in the note's wording, from 0."""
    evidence: tuple[str, ...] = field(compare=False)
    """Why it was read so, a few words each."""


@dataclass(frozen=True, slots=True)
class _Element:
    """A string in original script with its romanised form before and its English after."""

    start: int
    """Where its romanised form or first mark begins."""
    end: int
    """Where its English or last mark ends."""
    original: str
    original_at: int
    romanised: str | None = None
    english: str | None = None
    marks: str = ""
    """``quote``, ``italic``, or the bracket set round the title; empty if it stands bare."""
    evidence: tuple[str, ...] = ()


def find_citations(wording: str) -> list[Citation]:
    """The original-script titles and mentions of one note, in its order.

    :param wording: the note's text in one line (see :class:`srcxlate.notes.Note`).
    """
    addresses = find_addresses(wording)
    hidden = _hide(wording, addresses)
    elements = list(_elements(hidden))
    citations: list[Citation] = []
    for start, end in _units(hidden, elements):
        inside = [e for e in elements if start <= e.original_at < end]
        if inside:
            citations += _read_unit(hidden, start, end, inside, addresses)
    return sorted(citations, key=lambda citation: citation.start)


def title_extents(wording: str) -> list[tuple[int, int]]:
    """Where the titles and mentions of a note stand, romanised form and English included: (start, end)."""
    return [(e.start, e.end) for e in _elements(_hide(wording, find_addresses(wording)))]


def plain(text: str | None) -> str | None:
    """Wording without the markup of italics and the separators left at its ends; None for nothing."""
    if text is None:
        return None
    stripped = _MARKUP.sub("", text).strip().strip(",，、;；:：").strip()
    return stripped or None


def _hide(wording: str, addresses: Sequence[Address]) -> str:
    parts, at = [], 0
    for address in addresses:
        parts += [wording[at : address.start], _HIDDEN * (address.end - address.start)]
        at = address.end
        if address.label and _ORIGINAL.search(wording, *address.label):  # a title that is itself the link
            first, last = address.label
            parts[-1] = _HIDDEN * (first - address.start) + wording[first:last] + _HIDDEN * (at - last)
    return "".join([*parts, wording[at:]])


# -- strings in original script ------------------------------------------------------------------


def _elements(text: str) -> Iterator[_Element]:
    """The strings in original script, those that are names, publishers or dates among them."""
    floor = 0
    for start, end in _clusters(text):
        if end <= floor:
            continue
        for element in _read_cluster(text, max(start, floor), end, floor):
            yield element
            floor = max(floor, element.end)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Runs of original script, joined over what can stand inside a title."""
    current: tuple[int, int] | None = None
    for match in _RUN.finditer(text):
        start = match.start()
        while text[start] in "\u3000）］】〕、。，；：！？" or (text[start] in TITLE_BRACKETS.values() and _closes(text, start)):
            start += 1
        if current and _joins(text, current, match.start()):
            current = (current[0], match.end())
        else:
            if current:
                yield current
            current = (start, match.end())
    if current:
        yield current


def _closes(text: str, at: int) -> bool:
    """Whether the closing mark at ``at`` has an opening one before it."""
    opening = next(left for left, right in TITLE_BRACKETS.items() if right == text[at])
    return text.count(opening, 0, at) > text.count(text[at], 0, at)


def _joins(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the wording between two runs can stand inside one title."""
    glue = text[before[1] : start]
    if _HIDDEN in glue or "<" in glue or "*" in glue or len(glue) > 40 or re.search(r"[;；]", text[before[1] - 1 : start]):
        return False
    words = _LATIN_WORD.findall(glue)
    if not words:
        return not re.search(r"[.]\s+$", glue) or "..." in glue
    if re.search(r"[(（\[［]\s*[A-Za-zÀ-ɏ‘“\"']", text[before[1] - 1 : start + 1]) or len(words) > 3:
        return False
    attached = not glue[0].isspace() or not glue[-1].isspace()
    return all(word.isupper() and len(word) <= 8 for word in words) or (attached and len(glue.strip()) <= 16 and "," not in glue)


def _read_cluster(text: str, start: int, end: int, floor: int) -> Iterator[_Element]:
    """The elements of one cluster: one in the English frame, as many as it has fields in the original frame."""
    opening = _leftmost(text, start, floor)
    romanised = _romanised(text, opening, floor)
    if romanised is None:
        yield from _original_frame(text, opening, end, floor)
        return
    rom_start, rom_text, rom_marks = romanised
    commas = rom_text.count(",") + rom_text.count("，")
    end = _cut_at_comma(text, opening, end, commas if rom_marks else 0)
    stop = _rightmost(text, opening, end)
    original_at, original = _trim_original(text, opening, stop)
    after, english = _gloss(text, stop)
    evidence = [f"romanised before it{', in ' + ('italics' if rom_marks == 'italic' else 'quotation marks') if rom_marks else ''}"]
    if english:
        evidence.append("English in brackets after it")
    yield _Element(rom_start, after, original, original_at, rom_text, english, rom_marks, tuple(evidence))


def _leftmost(text: str, start: int, floor: int) -> int:
    """Where a title begins: digits, Latin letters and opening marks set close to the script belong to it."""
    at = start
    while at > floor and text[at - 1] not in " \t" + _SEPARATORS + _CLOSE + "*>" + _HIDDEN:
        character = text[at - 1]
        if character.isalpha() and not character.isascii() and not _ORIGINAL.match(character):
            break  # a romanised word that lost its own closing mark
        if character.isascii() and character.isalpha() and re.search(r"[À-ɏḀ-ỿ][a-z]*$", text[floor:at]):
            break
        if character in _CLOSING_MARKS and character not in "\"'’" and character not in _OPENING_MARKS:
            break
        if character in "\"'’”" and at >= 2 and (text[at - 2].isalnum() or text[at - 2] in ".…?!)]"):
            break  # a mark that closes the romanised form, set close
        if character in _OPEN:
            closing = text.find(_CLOSE[_OPEN.index(character)], start)
            if closing < 0 or not _ORIGINAL.search(text, closing, closing + 3):
                break
        at -= 1
    token = re.search(r"(?:^|[\s’”\"'*>)])((?:\d{1,4}|[A-Z][A-Z0-9\-]{1,7})%?) $", text[floor:at])
    if token and at == start - (start - at):
        before = text[floor : floor + token.start(1)].rstrip()
        if before and (before[-1] in _CLOSING_MARKS + "*>" or token.group(1) in before.split()[-12:]):
            return floor + token.start(1)
    return at


def _romanised(text: str, at: int, floor: int) -> tuple[int, str, str] | None:
    """The romanised form that ends before ``at``: where it begins, its wording, its marks."""
    before = text[floor:at]
    stripped = before.rstrip(" \t,，")
    if not stripped or stripped[-1] in ";；.。:：、([（［" + _CLOSE + _HIDDEN:
        return None
    last = stripped[-1]
    markup = re.search(r"(?:\*{1,3}|</(?:i|em|b|cite)>|(?<=\w)_{1,2})$", stripped, re.I)
    if markup:
        inner = stripped[: markup.start()]
        opening = max(inner.rfind("*"), inner.lower().rfind("<i>"), inner.lower().rfind("<em>"), inner.rfind(" _"))
        if opening < 0:
            return None
        wording = plain(inner[opening:].replace("<i>", "").replace("<em>", "").lstrip("*_ "))
        if wording and _is_latin(wording):
            return floor + opening, _unquote(wording), "italic"
        return None
    if last in QUOTE_MARKS.values() and len(before) - len(before.rstrip(" \t,，")) <= 3:
        opening = _opening_quote(stripped)
        if opening is not None:
            wording = stripped[opening + 1 : -1].strip()
            if wording and _is_latin(wording) and not _ORIGINAL.search(wording):
                return floor + opening, _balance(stripped[opening], wording, last), "quote"
    if before.rstrip(" \t") != stripped or not _is_latin(stripped[-24:].split()[-1]):
        return None
    return _bare_romanised(text, floor, stripped)


def _is_latin(text: str) -> bool:
    return bool(_LATIN_WORD.search(text)) and not _ORIGINAL.search(text)


def _opening_quote(text: str) -> int | None:
    """The mark that opens the quotation which ends ``text``: after a comma or at the start rather than inside."""
    closing = text[-1]
    openers = {"’": "‘'", "”": "“\"„", "'": "'‘", '"': '"“'}.get(closing, closing)
    fallback: int | None = None
    for at in range(len(text) - 2, -1, -1):
        if text[at] in openers and at + 1 < len(text) and not text[at + 1].isspace():
            lead = text[:at].rstrip()
            if not lead or lead[-1] in ",，、;；:：([（［—–*>。" or text[at] in "‘“„":
                if text[at] == "‘" and at and not text[at - 1].isspace() and text[at - 1] not in "(（“\"[*":
                    continue
                if lead and lead[-1] not in ",，、;；:：([（［—–*>。" and not re.search(r"\b[a-z]+[,.]?$", lead):
                    fallback = at  # an inner quotation: the title's own mark stands further left
                    continue
                if at and text[at - 1] in "‘“\"'" and text[at] in "‘“\"'":
                    return at - 1
                return at
            if text[at - 1].isspace():
                if re.search(r"\b(?:see|also|e\.g\.,?|of|in|from|by|and|cf\.?|to)$", lead, re.I):
                    return at
                fallback = at
    return fallback


def _balance(opening: str, wording: str, closing: str) -> str:
    """A romanised title whose inner quotation shares its mark with the outer one gets its half back."""
    for left, right in (("“", "”"), ("‘", "’")):
        if wording.count(left) > len(re.findall(rf"{right}(?!\w)", wording)) and closing == right:
            return wording + right
    if opening == closing and opening in "'\"":
        edges = re.findall(rf"(?:(?<=\s)|^)\{opening}(?=\S)", wording), re.findall(rf"(?<=\S)\{opening}(?=[\s,.;:?!]|\w{{1,3}}\s|$)", wording)
        if len(edges[0]) > len(edges[1]):
            return wording + closing
        if len(edges[1]) > len(edges[0]):
            return opening + wording
    return wording


def _bare_romanised(text: str, floor: int, stripped: str) -> tuple[int, str, str] | None:
    """A romanised form without marks: back to the last separator, less the English words that lead to it."""
    italic = None
    opened = max(stripped.rfind("*"), stripped.lower().rfind("<i>") + 2 if "<i>" in stripped.lower() else -1)
    boundary = max((m.end() for m in re.finditer(r"[(（][^():：]{2,40}[:：]\s*|[,，;；。(（\[［]\s*|[.?!][’”'\"]?\s+(?=[A-Z‘“'\"])|[" + _HIDDEN + r"]\W*", stripped)), default=0)
    if opened >= boundary or (opened >= 0 and "*" not in stripped[opened + 1 :] and stripped.count("*") % 2):
        boundary, italic = opened + 1, True
    phrase = stripped[boundary:]
    if not italic:
        words = list(re.finditer(r"\S+", phrase))
        leads = [i for i, word in enumerate(words) if _LOWER_LEAD.fullmatch(word.group())]
        first = leads[-1] + 1 if leads else 0
        while first < len(words) and not re.match(r"[‘“\"'\[]*[A-ZÀ-Þ\d]|[‘“]", words[first].group()):
            first += 1
        if first >= len(words):
            return None
        boundary += words[first].start()
        phrase = stripped[boundary:]
    wording = plain(phrase)
    if not wording or not _is_latin(wording):
        return None
    return floor + boundary, _unquote(wording), "italic" if italic else ""


def _unquote(wording: str) -> str:
    """Wording without a pair of marks round the whole of it."""
    if len(wording) > 2 and QUOTE_MARKS.get(wording[0]) == wording[-1] and wording[0] not in wording[1:-1]:
        return wording[1:-1].strip()
    return wording


def _cut_at_comma(text: str, start: int, end: int, commas: int) -> int:
    """The end of a title before a comma that leads on to the next field: its romanised form has no such comma."""
    depth = 0
    for at in range(start, end):
        character = text[at]
        if character in TITLE_BRACKETS or character in "(（[［":
            depth += 1
        elif character in TITLE_BRACKETS.values() or character in ")）]］":
            depth -= 1
        elif depth <= 0 and character in ",，" and text[at + 1 : at + 2] in (" ", "") and commas <= 0:
            return at
        elif depth <= 0 and character in ",，":
            commas -= 1
    return end


def _rightmost(text: str, start: int, end: int) -> int:
    """Where a title ends: what is set close to the script, and short words before its English, belong to it."""
    opened = [QUOTE_MARKS.get(c) or TITLE_BRACKETS.get(c) or "" for c in text[start:end]]
    while end < len(text):
        character = text[end]
        if character.isalnum() or character in "%％?？!！…・·":
            end += 1
        elif text.startswith("...", end):
            end += 3
        elif character in _CLOSING_MARKS and character in "".join(opened):
            end += 1
        elif character in _CLOSE and _unclosed(text[start:end], character):
            end += 1
        else:
            break
    tail = re.match(r"((?:\s[A-Z0-9][\w.%\-]{0,7}){1,2})\s*[(（\[［]", text[end:])
    return end + tail.end(1) if tail and _gloss(text, end + tail.end(1))[1] else end


def _unclosed(text: str, closing: str) -> bool:
    """Whether a bracket stands open that ``closing`` would close."""
    return text.count(_OPEN[_CLOSE.index(closing)]) > text.count(closing)


def _trim_original(text: str, start: int, end: int) -> tuple[int, str]:
    """The title itself without marks round the whole, separators at its end and a mark that closes nothing."""
    original = text[start:end]
    lead = len(original) - len(original.lstrip(" \t" + "、。，,;:：；*"))
    original = original[lead:].rstrip(" \t、。，,;:：；*.") + ("..." if original.rstrip().endswith("...") else "")
    start += lead
    if not original:
        return start, original
    pairs = {**TITLE_BRACKETS, **QUOTE_MARKS}
    if len(original) > 2 and pairs.get(original[0]) == original[-1] and _encloses(original, original[0], original[-1]):
        return start + 1, original[1:-1].strip()
    if original[-1:] in "'\"" and original.count(original[-1]) % 2:
        original = original[:-1].rstrip()
    elif original[-1:] in ("’", "”") and original.count(original[-1]) > original.count({"’": "‘", "”": "“"}[original[-1]]):
        original = original[:-1].rstrip()
    return start, original


def _encloses(text: str, opening: str, closing: str) -> bool:
    """Whether the pair of marks at the ends of ``text`` is one pair."""
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for at, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0 and at < len(text) - 1:
            return False
    return depth == 0


def _gloss(text: str, at: int) -> tuple[int, str | None]:
    """The authors' English in brackets after a title: where it ends, and its wording."""
    lead = re.match(r"(?:\s|[,，、]|\*+|</(?:i|em)>|\ue000(?=[\ue000\s]*[(（\[［])|[’”'\"」』》〉](?=\s?[(（\[［]))*", text[at:])
    opening = at + (lead.end() if lead else 0)
    if opening >= len(text) or text[opening] not in "([（［":
        return at, None
    closing = _matching(text, opening)
    inner = text[opening + 1 : closing] if closing else ""
    wording = plain(inner)
    if not closing or not wording or _HIDDEN in inner or not _english(wording):
        return at, None
    end = closing + 1
    tail = re.match(r"\*+|</(?:i|em)>", text[end:])
    return end + (tail.end() if tail else 0), _unquote_wholly(wording)


def _unquote_wholly(wording: str) -> str:
    closing = QUOTE_MARKS.get(wording[0])
    if closing == wording[-1] and len(wording) > 2:
        inner = wording[1:-1]
        if wording[0] not in inner and not (closing == "’" and re.search(r"’(?!\w)", inner)):
            return inner.strip()
    return wording


def _english(wording: str) -> bool:
    if _ORIGINAL.search(wording) or _NOT_ENGLISH.search(wording):
        return False
    if (_PLACE.match(wording) and re.search(r",\s*(?:\w+\s+)?(?:1[6-9]|20)\d\d$", wording)) or _PLACE_AND_DATE.match(wording):
        return False
    return bool(_LATIN_WORD.search(wording))


def _matching(text: str, opening: int) -> int | None:
    """The bracket that closes the one at ``opening``; brackets of other kinds inside are passed over."""
    left = text[opening]
    right = _CLOSE[_OPEN.index(left)]
    depth = 0
    for at in range(opening, min(len(text), opening + 1500)):
        if text[at] == left:
            depth += 1
        elif text[at] == right:
            depth -= 1
            if depth == 0:
                return at
    return None


# -- the original frame --------------------------------------------------------------------------

_FIELD_BEFORE = re.compile(rf"(?:^|[\s{re.escape(_SEPARATORS)})）】」』》〉\]～~・]|[{HAN}{KANA}{HANGUL}A-Za-z\d])$")
_FIELD_AFTER = re.compile(rf"\s*(?:$|[{re.escape(_SEPARATORS)}(（\[［\d「『《〈<*{_HIDDEN}]|第|제|所収|収録|編|vol|[A-Z]|\s)", re.I)


def _original_frame(text: str, start: int, end: int, floor: int) -> Iterator[_Element]:
    """Titles known by their brackets, or by the English after them, where no romanised form leads."""
    end = min(len(text), end + 1) if text[end : end + 1] in _CLOSING_MARKS else end
    at = start
    found = False
    while at < end:
        closing = _title_end(text, at, end)
        if closing is None or not _ORIGINAL.search(text, at, closing):
            at += 1
            continue
        found = True
        after, english = _gloss(text, closing + 1)
        evidence = (f"title marks {text[at]}{text[closing]}", *(("English in brackets after it",) if english else ()))
        yield _Element(at, after, text[at + 1 : closing].strip(), at + 1, None, english, text[at], evidence)
        at = max(after, closing + 1)
    if not found:
        yield from _unmarked(text, start, end)


def _title_end(text: str, at: int, end: int) -> int | None:
    """The closing mark, if a title mark opens at ``at`` and the pair stands where a field can."""
    opening = text[at]
    closing_mark = TITLE_BRACKETS.get(opening) or (QUOTE_MARKS.get(opening) if opening in "‘“'\"" else None)
    if closing_mark is None:
        return None
    depth = 0
    for position in range(at, min(len(text), end + 60)):
        if text[position] == opening and (opening != closing_mark or position == at):
            depth += 1
        elif text[position] == closing_mark:
            depth -= 1
            if depth == 0:
                before = text[:at]
                if opening in "‘“'\"" and not re.search(rf"(?:^|[\s(（{re.escape(_SEPARATORS)}])$", before):
                    return None
                return position if _FIELD_AFTER.match(text, position + 1) and _FIELD_BEFORE.search(before[-2:]) else None
    return None


def _unmarked(text: str, start: int, end: int) -> Iterator[_Element]:
    """A field without marks or romanised form: a title only if English follows it and it is no name."""
    stop = _rightmost(text, start, end)
    pieces = re.split(r"(?<=[,，、])", text[start:stop])
    at = start + sum(map(len, pieces[:-1]))
    at += len(text[at:stop]) - len(text[at:stop].lstrip())
    original_at, original = _trim_original(text, at, stop)
    after, english = _gloss(text, stop)
    if original and english and not _is_name(original, english) and not _is_date(original):
        yield _Element(original_at, after, original, original_at, None, english, "", ("English in brackets after it",))


def _is_date(original: str) -> bool:
    return bool(_DATE_ONLY.fullmatch(original.strip()))


def _is_name(original: str, latin: str | None) -> bool:
    """Whether a string is a person's or a body's name: short and written like one beside a capitalised form."""
    bare = re.sub(r"[\s・·]", "", original)
    words = _LATIN_WORD.findall(latin or "")
    titled = bool(words) and all(word[0].isupper() or word in {"of", "for", "the", "and", "de", "ŭi", "ui", "no"} for word in words)
    person = len(bare) <= (4 if re.search(f"[{HANGUL}]", bare) else 5) and not _KANA.search(bare) and len(words) <= 3 and titled
    katakana_person = bool(re.fullmatch(r"[ァ-ヴー]+", bare)) and 2 <= len(words) <= 3 and titled and len(bare) <= 12
    return person or katakana_person


def _is_body(original: str) -> bool:
    return original.endswith(tuple(ORGANISATION_ENDS)) and not re.search(r"[ぁ-ん]", original)


# -- units: one citation, or a work and its containers -----------------------------------------------


def _units(text: str, elements: Sequence[_Element]) -> list[tuple[int, int]]:
    """The note cut at the semicolons and full stops that separate works, not at those inside titles."""
    covered = bytearray(len(text) + 1)
    for element in elements:
        covered[element.start : element.end] = b"\x01" * (element.end - element.start)
    cuts = [0]
    depth = _depths(text)
    for match in _SENTENCE_END.finditer(text):
        if covered[match.start()] or depth[match.start()] > 0:
            continue
        if re.match(r"(?!see\b|cf\b|compare\b|also\b)[a-z]", text[match.end() : match.end() + 8]) and not any(
            e.start >= match.end() for e in elements
        ):
            continue  # "; video at …" goes on with the same work
        if text[match.start()] == "." and _ABBREVIATION.search(text[: match.start() + 1][-16:]):
            continue
        cuts.append(match.end())
    for match in _CITED_IN.finditer(text):
        if any(e.end <= match.start() for e in elements) and not covered[match.start()]:
            cuts.append(match.start())
    cuts += _own_brackets(text, elements, covered)
    return list(pairwise(sorted({*cuts, len(text)})))


def _depths(text: str) -> list[int]:
    """For each character, how many round or square brackets are open; a bracket never closed opens nothing."""
    depth = [0] * (len(text) + 1)
    at = 0
    while at < len(text):
        if text[at] in "([（［":
            closing = _matching(text, at)
            if closing:
                for inner in range(at, closing):
                    depth[inner] = 1
                at = closing
        at += 1
    return depth


def _own_brackets(text: str, elements: Sequence[_Element], covered: bytearray) -> Iterator[int]:
    """Brackets that hold a citation of their own: it begins and ends with them."""
    for element in elements:
        opening = max(text.rfind(mark, 0, element.start) for mark in "(（")
        while opening > 0 and covered[opening]:
            opening = max(text.rfind(mark, 0, opening) for mark in "(（")
        if opening < 0 or covered[opening]:
            continue
        closing = _matching(text, opening)
        if (closing is None or closing > element.start) and not re.match(
            r"[(（](?:volume|vol\.|part|in)\b", text[opening : opening + 12], re.I
        ) and not re.match(r"[^()（）]{0,40}[:：]\s*$", text[opening + 1 : element.start]):
            yield opening
            if closing is not None:
                yield closing + 1


# -- fields --------------------------------------------------------------------------------------


def _read_unit(
    text: str, start: int, end: int, elements: Sequence[_Element], addresses: Sequence[Address]
) -> Iterator[Citation]:
    """The citations of one unit: each work with its containers and its fields, and the mentions."""
    roles = _roles(text, start, end, elements)
    works = [i for i, role in enumerate(roles) if role == "work"]
    containers = [i for i, role in enumerate(roles) if role == "container"]
    lead = min([*works, *containers], default=None)
    for index, (element, role) in enumerate(zip(elements, roles, strict=True)):
        if role == "mention":
            yield _citation(element, "mention")
        elif role in ("work", "container"):
            following = next((i for i in works if i > index), None)
            stop = elements[following].start if following is not None else end
            within = next((i for i in containers if i > index and (following is None or i < following)), None)
            owner = max((i for i in works if i <= index), default=index)
            begin = start if owner == lead else max((elements[i].end for i in [*works, *containers] if i < owner), default=start)
            others = [e for i, e in enumerate(elements) if i != owner]
            fields = _fields(text, begin, stop, elements[owner], others, addresses)
            fields["part_of"] = elements[within].original if within is not None else None
            if role == "container" and owner != index:
                fields = {"date": fields["date"], "publisher": fields["publisher"], "part_of": fields["part_of"]}
            yield _citation(element, role, **fields)


def _citation(element: _Element, role: Role, **fields: str | None) -> Citation:
    empty: dict[str, str | None] = dict.fromkeys(("author", "publisher", "date", "url", "pages", "part_of"))
    return Citation(role, element.original, element.romanised, element.english, **{**empty, **fields},
                    start=element.original_at, evidence=element.evidence)


def _roles(text: str, start: int, end: int, elements: Sequence[_Element]) -> list[str]:
    """What each string of a unit is: work, container, mention, or nothing that is kept (a name)."""
    roles = ["" for _ in elements]
    marked = [i for i, e in enumerate(elements) if e.marks and e.romanised is None or e.marks in ("quote", "italic")]
    for i, element in enumerate(elements):
        before = text[start : element.start]
        if _is_mention(text, element, end, before):
            roles[i] = "mention"
        elif not _names_something(text, element, before, later=any(j > i for j in range(len(elements))), marked_later=any(j > i for j in marked)):
            works = [j for j in range(i) if roles[j] == "work"]
            if not works and element.marks not in TITLE_BRACKETS and re.search(r"\bin\s+[*_]*(?:<i>)?$", before):
                roles[i] = "container"
                continue
            roles[i] = "container" if works and _holds(text, elements[i - 1], element) else "work"
    return roles


def _is_mention(text: str, element: _Element, end: int, before: str) -> bool:
    """A word in the prose of a note: common nouns, and titles that are spoken of, not cited."""
    following = text[element.end : end].lstrip(" *")
    if element.romanised and element.romanised[0].islower() and not element.romanised[0].isdigit() and len(element.romanised.split()) <= 3:
        return True
    runs_on = re.match(r"[a-z]{2,}\s", following) is not None and not re.match(r"(?:in|and|ed|trans|translated|edited|by)\b", following)
    prose = re.search(r"(?:\b[a-z]+\s+){2,}[*_‘“\"']?$", before[-60:]) is not None
    bare_end = not re.search(rf"\d|{_HIDDEN}", following)
    cited = re.search(r"(?:\b(?:see|in|cf\.|from|by|also|consult|of)\s+[*_‘“\"']*|[,:：]\s*[*_‘“\"']*)$", before, re.I)
    return (runs_on or prose) and bare_end and not (cited and not prose)


def _names_something(text: str, element: _Element, before: str, *, later: bool, marked_later: bool) -> bool:
    """Whether a bare string is an author, an editor, a publisher or a date rather than a title."""
    if element.marks:
        return False
    if _is_date(element.original):
        return True
    if re.search(r"(?:\b(?:eds?|trans|edited|translated)\.?(?:\s+by)?|[(（][^()（）]{0,40}[:：])\s*$", before, re.I):
        return True
    following = text[element.end : element.end + 3]
    if _is_name(element.original, element.romanised) and (later or element.english is None) and re.match(r"\s*(?:[,，:：(（]|and|\W*$)", following + " "):
        words = _LATIN_WORD.findall(element.romanised or "")
        return marked_later or later or (len(words) >= 2 and all(word[0].isupper() for word in words))
    if later and (marked_later or _is_body(element.original)):
        first = not re.search(r"[‘“\"'*「『《〈]", before)
        return first and (_is_body(element.original) or element.romanised is None or _title_case(element.romanised))
    return False


def _title_case(romanised: str) -> bool:
    words = _LATIN_WORD.findall(romanised)
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= len(words) - 1


def _holds(text: str, before: _Element, element: _Element) -> bool:
    """Whether a title is what the work before it stands in, not another work."""
    between = text[before.end : element.start]
    return len(between) < 120 and not re.search(r"[;；。]|\.\s", between) and _HIDDEN not in between


def _fields(
    text: str, start: int, end: int, work: _Element, others: Sequence[_Element], addresses: Sequence[Address]
) -> dict[str, str | None]:
    """Author, publisher, date, address and pages of a work, from the wording round it in its unit."""
    after = text[work.end : end]
    url = next((a.target for a in addresses if work.original_at < a.end <= end), None)
    date = next((d for d in find_dates(after.replace(_HIDDEN, "\n")) if not d.accessed), None)
    kept = _without_titles(text, work.end, end, others)
    pages = next((m for m in _PAGES.finditer(kept)), None)
    return {
        "author": _author(text[start : work.start]),
        "publisher": _publisher(kept, text, work.end, end, others),
        "date": date.edtf if date else None,
        "url": url,
        "pages": next((g.strip(" ,") for g in pages.groups() if g), None) if pages else None,
    }


def _without_titles(text: str, start: int, end: int, others: Sequence[_Element]) -> str:
    """A stretch of a unit with the other strings' romanised forms, script and English blanked."""
    characters = list(text[start:end])
    for element in others:
        if start <= element.start < end and not _in_brackets(text, start, element):
            for at in range(element.start, min(element.end, end)):
                characters[at - start] = "\x00"
    return "".join(characters)


def _in_brackets(text: str, start: int, element: _Element) -> bool:
    before = text[start : element.start]
    return before.count("(") + before.count("（") > before.count(")") + before.count("）") and not element.marks


def _author(before: str) -> str | None:
    """The names before a title, without the words that lead to them; None if only prose leads."""
    wording = before.replace(_HIDDEN, " ").rstrip(" [（(" + _OPENING_MARKS)
    lead = _LEAD_IN.match(wording)
    while lead:
        wording = wording[lead.end() :]
        lead = _LEAD_IN.match(wording)
    wording = re.sub(r"^[\s,，、;；.(（–—-]*(?:see|and|also|in|by|e\.g\.,?)\b\s*", "", wording, flags=re.I)
    wording = re.sub(r"\s*(?:編著?|编著?|著|譯|訳|지음|엮음|ed\.|eds\.|\(eds?\.?\))\s*[,，、]?\s*$", "", wording)
    wording = re.sub(r"[,，、:：]?\s+(?:in|part\s+\d+.*)\s*$", "", wording)
    author = plain(re.sub(r"^\W*\d*\W*(?=\w)", "", wording) if re.match(r"[\s,.;:)）–—-]+", wording) else wording)
    if not author or re.match(r"[a-z]", author) or len(author) > 200 or not re.search(r"\w", author):
        return _last_name(author or "")
    return _last_name(author) if _is_prose(author) else author


def _is_prose(wording: str) -> bool:
    """Whether wording reads as a sentence rather than as names."""
    if re.match(r"(?:the|an?|this|that|these|his|her|their)\s+[a-z]", wording, re.I):
        return True
    lower = [word for word in _LATIN_WORD.findall(wording) if word[0].islower() and word not in _IN_NAMES]
    return len(lower) > 2 or bool(re.search(r"\b(?:is|was|are|were|has|have|had|that|which|who|said|can|be)\b", wording))


def _last_name(prose: str) -> str | None:
    """The capitalised words that end a stretch of prose."""
    tail = re.search(r"(?:^|\s)((?:[A-ZÀ-Þ][\w’'.\-]*)(?:\s+(?:[A-ZÀ-Þ][\w’'.\-]*|of|for|and|de|the))*)[,\s]*$", prose)
    return plain(tail.group(1)) if tail else None


def _publisher(kept: str, text: str, start: int, end: int, others: Sequence[_Element]) -> str | None:
    """Who published a work: in brackets after a place, else the first words after the title that are no figures."""
    for match in re.finditer(r"[(（]([^()（）]*)[)）]", kept):
        place = _PLACE.match(match.group(1).strip())
        if place and re.search(r"[A-Za-zÀ-ɏ]|[年]", match.group(1)):
            named = place["publisher"]
            dated = next(find_dates(named), None)
            return plain(named[: dated.start] if dated else named)
    kept = re.sub(r"\s*[(（][^()（）]*\d{4}[^()（）]*[)）]", " ", kept).lstrip(_HIDDEN).split(_HIDDEN)[0]
    kept = re.sub(r"(?:载|載|收入|收於|收于|所収|\bin\b)[^\x00]*(?=\x00)", "", kept)
    names: list[str] = []
    for part in re.split(r"[,，、]\s*|[。]", re.sub(r"\x00+", "\x00", kept)):
        wording = plain(part.replace("<", "").strip(" .\t"))
        if wording is None or "\x00" in wording:
            if names:
                break
            continue
        dated = next(find_dates(wording), None)
        if dated:
            rest = plain(wording[: dated.start])
            if rest and not names and not _NO_PUBLISHER.match(rest) and len(rest) > 2 and not rest[0].islower():
                names.append(rest)
            break
        if _NO_PUBLISHER.match(wording) or re.match(r"[a-z]", wording) or _is_date(wording):
            if names:
                break
            continue
        colon = re.match(r"[^:：]{1,12}[:：]\s*(.+)", wording)
        names.append(colon.group(1) if colon and _ORIGINAL.search(wording) else wording)
    return ", ".join(names) or None



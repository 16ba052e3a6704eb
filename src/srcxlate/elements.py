"""The strings in original script of a note, each with its romanised form and its English.

In comes a :class:`Wording`, out come its :class:`Element` values in order: titles, and the names,
publishers and dates among them, which citations tell apart. Two ways of citing are read. In the English
frame a title stands between its romanised form and its English (``'Zōsen no kiki' 造船の危機 (The
shipbuilding crisis)``); in the original frame it is known by its brackets (``田中宏「造船の危機」『海運』``).
Where the English leads, the script stands in brackets or after a comma (``“The Crisis” [造船の危機]``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from srcxlate.dates import ERAS
from srcxlate.glosses import gloss_after
from srcxlate.languages import (
    BODY_WORDS,
    CJK_PUNCTUATION,
    HAN,
    HANGUL,
    KANA,
    ORIGINAL,
    QUOTE_MARKS,
    TITLE_BRACKETS,
)
from srcxlate.romanised import Romanised, named_before, romanised_before
from srcxlate.wording import (
    CLOSE,
    CLOSING_MARKS,
    HIDDEN,
    LATIN_WORD,
    OPEN,
    OPENING_MARKS,
    ORIGINAL_CHARACTER,
    SEPARATORS,
    Wording,
    looks_romanised,
    reads_english,
)

_RUN = re.compile(f"(?<![{CJK_PUNCTUATION}])[{CJK_PUNCTUATION}]*+[{ORIGINAL}][{ORIGINAL}{CJK_PUNCTUATION}]*+")
"""Original script with its punctuation."""
_NO_START = "\u3000）］】〕、。，；：！？"
_WIDEST_GLUE = 40
"""Characters of other script that may stand inside one title."""
_NEW_FIELD = re.compile(r"[:：]\s+[“‘]|\s[(（](?:1[89]|20)\d\d[a-z]?[)）]\s")
"""What ends an author's name: a colon and a title's mark, or a year in brackets."""
_BRACKET_END = re.compile(r"[)）\]］][,，:：.;；]\s")
_LONGEST_TOKEN = 100
_WIDEST_BRACKET = 300
"""Characters before a name in which the bracket it stands in opens."""
_LEADING_TOKEN = re.compile(r"(?:^|[\s’”\"'*>)])((?:\d{1,4}|[A-Z][A-Z0-9\-]{1,7})%?) \Z")
"""Digits or capitals before the script that may belong to a title: ``5 대 …``, ``EV 시장``."""
_TRAILING_WORDS = re.compile(r"((?:\s[A-Z0-9][\w.%\-]{0,7}){1,2})\s*[(（\[［]")
_FIELD_BEFORE = re.compile(rf"[\s{re.escape(SEPARATORS)})）】」』》〉\]～~・{HAN}{KANA}{HANGUL}A-Za-z\d]")
"""What may stand before a title mark in the original frame."""
_BARE_JOURNAL = re.compile(
    rf"(?P<title>[{HAN}{KANA}{HANGUL}・ー]{{2,40}}?)\s*(?:第|제)?\s*[\d０-９一二三四五六七八九十]{{1,5}}\s*[巻卷号號期輯集권호집]"
)
"""A journal without title marks between an article's title and its volume: ``「論文」海法研究12巻``."""
_COMMA_JOURNAL = re.compile(
    rf"[,，]\s+(?P<title>[{HAN}{KANA}{HANGUL}・ー]{{2,40}})(?=[,，]\s*(?:nos?|vol)\.\s*\d)"
)
"""The same between commas: ``「論文」, 海法研究, no. 12``."""
_FIELD_AFTER = re.compile(
    rf"\s*(?:\Z|[{re.escape(SEPARATORS)}(（\[［\d「『《〈<*{HIDDEN}]|第|제|所収|収録|編|vol|[A-Z]|\s)"
    rf"|[{HAN}ァ-ヴー・＝=]{{1,24}}[編编著訳『「]",
    re.I,
)
"""What may stand after it: a separator, a bracket, a figure, an editor; a particle of a sentence may not."""
_PARTICLE = re.compile(
    r"(?:에서?는?|은|는|이|가|을|를|의|와|과|도|は|が|を|に|の|も|では|には)(?![^\s\W]*[\d])"
)
"""A particle of a sentence after a title mark: the title is spoken of, not cited."""
_KANA, _HANGUL = re.compile(f"[{KANA}]"), re.compile(f"[{HANGUL}]")
_PERIODICAL = re.compile(
    r"(?:新聞|新闻|日報|日报|晚报|晩報|週刊|周刊|月刊|月報|月报|新報|新报|時報|时报|雑誌|杂志|신문|일보|저널|뉴스|매일|주간|월간)\Z"
)
"""How newspapers and journals end, which are as short as names."""
_SMALL_WORDS = frozenset(["of", "for", "the", "and", "de", "ŭi", "ui", "no"])
_IN_BEFORE = re.compile(r"\bin:?\s+\Z", re.I)
_DATE_AFTER = re.compile(r"[,，]\s*(?:(?:nos?|vol)\.\s*)?\d")
"""What follows the bare name of a newspaper or journal."""
_OPENED = re.compile(rf"[(（\[［](?:[{re.escape(OPENING_MARKS)}\s]|[0-9A-Z\-]){{0,20}}\Z")
"""A bracket that opens before script, with what may stand between them."""
_PUBLISHED = re.compile(r"[,，、]\s*(?:1[89]|20)\d\d\s*(?:[年년].*)?\Z")
"""A publisher's date at the end of a bracket."""
_NUMBERED = re.compile(r"\d\s*[号號호]\Z")
_NUMBERED_LATIN = re.compile(r"\bNo\.?\s*\d", re.I)
"""The number of an order or a circular, which is no title."""
_BODY_HEAD = re.compile(
    "|".join(
        word
        for word in BODY_WORDS
        if word not in ("of", "for", "the", "online", "shimbun", "news", "times", "daily")
    ),
    re.I,
)
"""The noun that heads the English name of a body; outlets are none."""
_DATE_ONLY = re.compile(
    rf"(?:{'|'.join(ERAS)})?\s*(?:[\d０-９元〇一二三四五六七八九十]+\s*[年년月월日일号號期호卷巻권년条조頁页쪽章절節版]\s*[前後초말]?\s*)+|"
    r"[第제]\s*[\d０-９一二三四五六七八九十]+\s*[年月日号號期호卷巻권년条條조頁页쪽章절節版回차輯]\S{0,6}"
)
"""A date, or the number of a volume, an issue, an article or a page."""


@dataclass(frozen=True, slots=True)
class Element:
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
    """``quote``, ``italic``, ``comma`` (bare English, a comma, the script) or the bracket set round the
    title; empty if it stands bare."""
    spoken_of: bool = False
    """Whether a sentence runs on after its marks: it is named, not cited."""
    journal: bool = False
    """Whether it stands bare before the number of a volume, as journals do."""
    bracketed: bool = False
    """Whether it stands in brackets after a name or title in Latin letters."""
    evidence: tuple[str, ...] = ()


def find_elements(wording: Wording) -> Iterator[Element]:
    """The strings in original script, those that are names, publishers or dates among them."""
    floor = 0
    for start, end in _clusters(wording):
        if end <= floor:
            continue
        bracketed = _in_brackets(wording, start, floor)
        if bracketed:
            yield bracketed
            floor = bracketed.end
            continue
        for element in _read_cluster(wording, max(start, floor), end, floor):
            yield element
            floor = max(floor, element.end)


def is_date(original: str) -> bool:
    """Whether a string is a date or a figure with its counter and nothing else."""
    return bool(_DATE_ONLY.fullmatch(original.strip()[:60]))


def names_body(english: str) -> bool:
    """Whether English words name an office, an institute or a company: ``Agency for Children’s Places``."""
    head = re.split(r"\s(?:of|for|on|in|to)\b", english)[0].split()
    return bool(head) and _BODY_HEAD.fullmatch(head[-1]) is not None


def is_name(original: str, latin: str | None) -> bool:
    """Whether a string is a person's name: short, and two or three capitalised words beside it."""
    bare = re.sub(r"[\s・·]", "", original)
    words = LATIN_WORD.findall(latin or "")
    if not words or len(words) > 3 or _PERIODICAL.search(bare):
        return False
    capitals = all(word[0].isupper() for word in words)
    titled = all(word[0].isupper() or word in _SMALL_WORDS for word in words)
    if _KANA.search(bare):
        kana = re.fullmatch(r"[ァ-ヴー]+", bare) and len(bare) <= 12
        given = re.fullmatch(rf"[{HAN}]{{1,3}}[ぁ-んァ-ヴー]{{1,3}}", bare)
        return bool((kana or given) and capitals and len(words) >= 2)
    return titled and len(bare) <= (4 if _HANGUL.search(bare) else 5)


def _clusters(wording: Wording) -> Iterator[tuple[int, int]]:
    """Runs of original script, joined over what can stand inside a title."""
    text = wording.text
    current: tuple[int, int] | None = None
    for match in _RUN.finditer(text):
        start = match.start()
        while text[start] in _NO_START or (
            text[start] in TITLE_BRACKETS.values() and wording.closes_one(start)
        ):
            start += 1
        if current and not _closed(text, *current) and _joins(text, current[1], match.start()):
            current = (current[0], match.end())
        else:
            if current:
                yield current
            current = (start, match.end())
    if current:
        yield current


def _closed(text: str, start: int, end: int) -> bool:
    """Whether a run fills a bracket and a separator follows: ``Mori Chinatsu (森千夏), …``."""
    return start > 0 and text[start - 1] in OPEN and bool(_BRACKET_END.match(text, end))


def _joins(text: str, end: int, start: int) -> bool:
    """Whether the wording between two runs can stand inside one title."""
    if start - end > _WIDEST_GLUE:
        return False
    glue = text[end:start]
    if _NEW_FIELD.search(glue):
        return False
    if any(sign in glue for sign in (HIDDEN, "<", "*")) or re.search(r"[;；]", text[end - 1 : start]):
        return False
    words = LATIN_WORD.findall(glue)
    if not words:
        return not re.search(r"[.]\s+$", glue) or "..." in glue
    if len(words) > 3 or re.search(r"[(（\[［]\s*[A-Za-zÀ-ɏ‘“\"']", text[end - 1 : start + 1]):
        return False
    attached = not glue[0].isspace() or not glue[-1].isspace()
    return all(word.isupper() and len(word) <= 8 for word in words) or (
        attached and len(glue.strip()) <= 16 and "," not in glue
    )


# -- the English before its script -------------------------------------------------------------------


def _in_brackets(wording: Wording, start: int, floor: int) -> Element | None:
    """The script that fills the brackets around ``start``, with the English or romanised form before them."""
    text = wording.text
    lead = _OPENED.search(text, max(floor, start - _LONGEST_TOKEN), start)
    closing = wording.closing(lead.start()) if lead else None
    if lead is None or closing is None:
        return None
    at, inner = lead.start() + 1, text[lead.start() + 1 : closing]
    latin = named_before(wording, lead.start(), floor)
    if (
        latin is None
        or not _is_script(inner)
        or (not latin.marks and _inside_bracket(wording, latin.start, floor))
    ):
        return None
    if _NUMBERED.search(inner) and _NUMBERED_LATIN.search(latin.wording):
        return None
    name = latin.wording.rstrip(",， ")
    english = name if not looks_romanised(name, italic=True) or reads_english(name, inner) else None
    gloss = gloss_after(wording, closing + 1)
    if english:
        gloss = replace(gloss, end=closing + 1)
    return Element(
        latin.start, gloss.end, inner.strip(), at + len(inner) - len(inner.lstrip()),
        None if english else name, english or gloss.english, latin.marks, bracketed=not latin.marks,
        evidence=(f"in brackets after its {'English' if english else 'romanised form'}",),
    )  # fmt: skip


def _is_script(inner: str) -> bool:
    """Whether what stands in brackets is a name or title in script: no date, publisher or remark."""
    words = LATIN_WORD.findall(inner)
    return not (
        HIDDEN in inner
        or is_date(inner)
        or _PUBLISHED.search(inner)
        or any(not word.isupper() for word in words)
        or not ORIGINAL_CHARACTER.search(inner)
    )


def _inside_bracket(wording: Wording, at: int, floor: int) -> bool:
    """Whether a place stands in round brackets: a publisher named there is no title."""
    floor = max(floor, at - _WIDEST_BRACKET)
    opening = max(wording.text.rfind(mark, floor, at) for mark in "(（")
    closing = wording.closing(opening) if opening >= 0 else None
    return closing is not None and closing > at


def _after_comma(wording: Wording, opening: int, floor: int) -> Romanised | None:
    """The bare English before a comma and the script: no body's name, and more than a name's words."""
    if not re.search(r"[,，]\s+\Z", wording.text[max(floor, opening - 4) : opening]):
        return None
    found = named_before(wording, opening, floor)
    if found is None or found.marks or _inside_bracket(wording, found.start, floor):
        return None
    words = found.wording.split()
    phrase = len(words) >= 4 or (len(words) >= 2 and any(w.lower() in _SMALL_WORDS for w in words))
    if not phrase or names_body(found.wording) or not reads_english(found.wording, ""):
        return None
    return replace(found, marks="comma")


def _read_cluster(wording: Wording, start: int, end: int, floor: int) -> Iterator[Element]:
    """The elements of one cluster: one in the English frame, one a field in the original frame."""
    opening = _leftmost(wording, start, floor)
    romanised = romanised_before(wording, opening, floor) or _after_comma(wording, opening, floor)
    if romanised is None or _is_remark(wording.text, opening, romanised):
        yield from _original_frame(wording, opening, end)
        return
    commas = romanised.wording.count(",") + romanised.wording.count("，")
    end = _cut_at_comma(wording.text, opening, end, commas if romanised.marks else 0)
    stop = _rightmost(wording, opening, end)
    original_at, original = _trimmed(wording.text, opening, stop)
    gloss = gloss_after(wording, stop)
    if not original or (romanised.marks == "comma" and is_date(original)):
        return
    if romanised.marks and not gloss.english and reads_english(romanised.wording, original):
        yield Element(
            romanised.start, gloss.end, original, original_at, gloss.romanised,
            romanised.wording.rstrip(",， "), romanised.marks, evidence=("English before it",),
        )  # fmt: skip
        return
    yield Element(
        romanised.start, gloss.end, original, original_at, romanised.wording.rstrip(",，"), gloss.english,
        romanised.marks,
        evidence=(_told(romanised), *(("English in brackets after it",) if gloss.english else ())),
    )  # fmt: skip


def _is_remark(text: str, opening: int, before: Romanised) -> bool:
    """Whether one bare word before a title in quotation marks says what it is: ``Editorial “…”``."""
    bare = not before.marks and " " not in before.wording and before.wording.isascii()
    return bare and text[opening] in "“‘"


def _told(romanised: Romanised) -> str:
    marks = {"italic": ", in italics", "quote": ", in quotation marks"}
    return "romanised before it" + marks.get(romanised.marks, "")


# -- where a title begins and ends -------------------------------------------------------------------


def _leftmost(wording: Wording, start: int, floor: int) -> int:
    """Where a title begins: digits, Latin letters and opening marks set close to the script belong to it."""
    text = wording.text
    at = start
    floor = max(floor, start - _LONGEST_TOKEN)
    while at > floor and text[at - 1] not in " \t" + SEPARATORS + CLOSE + "*>" + HIDDEN:
        if _stops(wording, at, start, floor):
            break
        at -= 1
    token = _LEADING_TOKEN.search(text[floor:at])
    if token:
        before = text[floor : floor + token.start(1)].rstrip()
        if before and (before[-1] in CLOSING_MARKS + "*>" or token.group(1) in before.split()[-12:]):
            return floor + token.start(1)
    return at


def _stops(wording: Wording, at: int, start: int, floor: int) -> bool:
    """Whether the character before ``at`` is no part of the title that goes on at ``at``."""
    text = wording.text
    character = text[at - 1]
    if character.isalpha() and not character.isascii() and not ORIGINAL_CHARACTER.match(character):
        return True  # a romanised word that lost its own closing mark
    if (
        character.isascii()
        and character.isalpha()
        and re.search(r"[À-ɏḀ-ỿ][a-z]*\Z", text[max(floor, at - 40) : at])
    ):
        return True
    if character in CLOSING_MARKS and character not in "\"'’" and character not in OPENING_MARKS:
        return True
    if character in "\"'’”" and at >= 2 and (text[at - 2].isalnum() or text[at - 2] in ".…?!)]"):
        return True  # a mark that closes the romanised form, set close
    if character in OPEN:
        closing = wording.closing(at - 1)
        return closing is None or closing < start or not ORIGINAL_CHARACTER.search(text, closing, closing + 3)
    return False


def _rightmost(wording: Wording, start: int, end: int) -> int:
    """Where a title ends: what is set close to it, and short words before its English, belong to it."""
    text = wording.text
    opened = [QUOTE_MARKS.get(c) or TITLE_BRACKETS.get(c) or "" for c in text[start:end]]
    expected = set(opened)
    brackets = {c: text.count(OPEN[i], start, end) - text.count(c, start, end) for i, c in enumerate(CLOSE)}
    while end < len(text):
        character = text[end]
        if text.startswith("...", end):
            end += 3
        elif (
            character.isalnum()
            or character in "%％?？!！…・·"
            or (character in CLOSING_MARKS and character in expected)
        ):
            end += 1
        elif brackets.get(character, 0) > 0:
            brackets[character] -= 1
            end += 1
        else:
            break
    tail = _TRAILING_WORDS.match(text, end)
    return tail.end(1) if tail and gloss_after(wording, tail.end(1)).english else end


def _cut_at_comma(text: str, start: int, end: int, commas: int) -> int:
    """The end of a title before a comma that its romanised form does not have: the next field's."""
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, str]:
    """The title without marks round the whole, separators at its ends and a mark that closes nothing."""
    original = text[start:end]
    lead = len(original) - len(original.lstrip(" \t、。，,;:：；*"))
    original = original[lead:].rstrip(" \t、。，,;:：；*.") + (
        "..." if original.rstrip().endswith("...") else ""
    )
    start += lead
    if not original:
        return start, original
    pairs = {**TITLE_BRACKETS, **QUOTE_MARKS}
    if len(original) > 2 and pairs.get(original[0]) == original[-1] and _encloses(original):
        return start + 1, original[1:-1].strip()
    last = original[-1]
    if (last in "'\"" and original.count(last) % 2) or (
        last in "’”" and original.count(last) > original.count("‘“"["’”".index(last)])
    ):
        original = original[:-1].rstrip()
    return start, original


def _encloses(text: str) -> bool:
    """Whether the marks at the two ends of ``text`` are one pair."""
    opening, closing = text[0], text[-1]
    if opening == closing:
        return text.count(opening) == 2
    depth = 0
    for at, character in enumerate(text):
        depth += (character == opening) - (character == closing)
        if depth == 0 and at < len(text) - 1:
            return False
    return depth == 0


# -- the original frame ------------------------------------------------------------------------------


def _original_frame(wording: Wording, start: int, end: int) -> Iterator[Element]:
    """Titles known by their brackets, or by the English after them, where no romanised form leads."""
    text = wording.text
    end = min(len(text), end + 1) if text[end : end + 1] in CLOSING_MARKS else end
    at = start
    found = False
    while at < end:
        closing = _title_end(wording, at, end)
        if closing is None or not ORIGINAL_CHARACTER.search(text, at, closing):
            at += 1
            continue
        found = True
        gloss = gloss_after(wording, closing + 1)
        evidence = (
            f"title marks {text[at]}{text[closing]}",
            *(("English in brackets after it",) if gloss.english else ()),
        )
        spoken_of = not _FIELD_AFTER.match(text, closing + 1) and bool(_PARTICLE.match(text, closing + 1))
        yield Element(
            at, gloss.end, text[at + 1 : closing].strip(), at + 1, gloss.romanised, gloss.english, text[at],
            spoken_of, evidence=evidence,
        )  # fmt: skip
        at = max(gloss.end, closing + 1)
        journal = (
            _BARE_JOURNAL.match(text, at) or _COMMA_JOURNAL.match(text, at)
            if text[closing] in "」”’" and not is_date(text[at : at + 40])
            else None
        )
        if journal:
            at = journal.start("title")
            yield Element(at, journal.end("title"), journal["title"], at, journal=True,
                          evidence=("between a title and a volume",))  # fmt: skip
            at = journal.end("title")
    if not found:
        yield from _unmarked(wording, start, end)


def _title_end(wording: Wording, at: int, end: int) -> int | None:
    """The closing mark, if a title mark opens at ``at`` and the pair stands where a field can."""
    text = wording.text
    opening = text[at]
    if opening in "'\"":
        closing: int | None = text.find(opening, at + 1, end + 60)
        closing = None if closing == -1 else closing
    elif opening in TITLE_BRACKETS or opening in "‘“":
        closing = wording.closing(at)
    else:
        return None
    if closing is None or closing >= end + 60:
        return None
    if opening in "‘“'\"" and at and not re.match(rf"[\s(（{re.escape(SEPARATORS)}]", text[at - 1]):
        return None
    if at and not _FIELD_BEFORE.match(text[at - 1]):
        return None
    after = closing + 1
    if _FIELD_AFTER.match(text, after) or (text[closing] in "」”" and _BARE_JOURNAL.match(text, after)):
        return closing
    return closing if opening in "『《" and _PARTICLE.match(text, after) else None


def _unmarked(wording: Wording, start: int, end: int) -> Iterator[Element]:
    """A field without marks or romanised form before it: a title if English or its romanised form follows."""
    text = wording.text
    stop = _rightmost(wording, start, end)
    pieces = re.split(r"(?<=[,，、])", text[start:stop])
    at = start + sum(map(len, pieces[:-1]))
    at += len(text[at:stop]) - len(text[at:stop].lstrip())
    original_at, original = _trimmed(text, at, stop)
    gloss = gloss_after(wording, stop)
    latin = gloss.english or gloss.romanised
    if not original or is_date(original):
        return
    placed = _IN_BEFORE.search(text, max(0, original_at - 8), original_at)
    if not latin and placed and _DATE_AFTER.match(text, stop):
        yield Element(original_at, stop, original, original_at, journal=True,
                      evidence=("after in, before a date or a number",))  # fmt: skip
    elif latin and (placed or not is_name(original, latin)):
        evidence = "English in brackets after it" if gloss.english else "romanised in brackets after it"
        yield Element(
            original_at,
            gloss.end,
            original,
            original_at,
            gloss.romanised,
            gloss.english,
            evidence=(evidence,),
        )

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

from srcxlate.enclosed import Enclosed, enclosed, inside_bracket
from srcxlate.extents import cut_at_comma, leftmost, rightmost, trimmed
from srcxlate.glosses import can_render, gloss_after
from srcxlate.kinds import SMALL_WORDS, is_date, is_name, is_periodical, names_body, names_someone
from srcxlate.languages import HAN, HANGUL, KANA, TITLE_BRACKETS
from srcxlate.romanised import Lead, bracket_before, field_before, named_before, romanised_before
from srcxlate.runs import runs
from srcxlate.wording import (
    CLOSING_MARKS,
    HIDDEN,
    LATIN_WORD,
    ORIGINAL_CHARACTER,
    SEPARATORS,
    Wording,
    nearer,
    plain,
    reads_english,
    told_apart,
)

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
_IN_BEFORE = re.compile(r"\bin:?\s+\Z", re.I)
_ITALIC_BEFORE = re.compile(r"(?:\*|<(?:i|em)>)\Z", re.I)
_DATE_AFTER = re.compile(r"[,，]\s*(?:(?:nos?|vol)\.\s*)?\d")
"""What follows the bare name of a newspaper or journal."""
_COMMA = re.compile(r"[,，]\s+\Z")
_COMMA_AND_SPACE = re.compile(r"[,，]\s")
_MARKED_AFTER = {
    "quote": re.compile(
        r"[,，]\s+(?:“([^“”]+)”|‘([^‘]+?)’(?!\w)|「([^「」]+)」|\"([^\"]+)\"|'((?:[^']|'(?=\w))+)'(?!\w))"
    ),
    "italic": re.compile(r"[,，]\s+(?:\*([^*]+)\*|<(?:i|em)>([^<>]+)</(?:i|em)>)", re.I),
}


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
    for start, end in runs(wording):
        if end <= floor:
            continue
        inside = enclosed(wording, start, end, floor)
        if inside:
            yield _of_enclosed(inside)
            floor = inside.end
            continue
        for element in _read_cluster(wording, max(start, floor), end, floor):
            yield element
            floor = max(floor, element.end)


def _of_enclosed(one: Enclosed) -> Element:
    return Element(
        one.start, one.end, one.original, one.original_at, one.romanised, one.english, one.marks,
        bracketed=not one.marks,
        evidence=(f"in brackets after its {'English' if one.english else 'romanised form'}",),
    )  # fmt: skip


# -- the English frame -------------------------------------------------------------------------------


def _read_cluster(wording: Wording, start: int, end: int, floor: int) -> Iterator[Element]:
    """The elements of one cluster: one in the English frame, one a field in the original frame."""
    opening = leftmost(wording, start, floor)
    script = wording.text[opening:end]
    two = bracket_before(wording, opening, floor, script)
    two = two or _bracketed_or_field(wording, opening, floor, script)
    lead = romanised_before(wording, opening, floor, script) or _after_comma(wording, opening, floor)
    lead = None if lead and _is_remark(wording.text, opening, lead) else lead
    both = (_led_by_two(wording, opening, end, one) for one in (two, lead) if one)
    element = next(filter(None, both), None)
    bare = element is not None and element.marks in ("", "comma")
    if element and not (bare and names_someone(element.original, element.romanised or "")):
        yield element
    elif lead:
        yield from _led_by_one(wording, opening, end, lead)
    else:
        yield from _original_frame(wording, opening, end)


def _led_by_two(wording: Wording, opening: int, end: int, lead: Lead) -> Element | None:
    """A title with two Latin wordings, one of them before it, of which one romanises and one renders it.

    It goes as far as its script does if its romanised form has as many commas, else to the first comma
    that its lead has not.
    """
    commas = len(_COMMA_AND_SPACE.findall(wording.text, opening, end))
    for allowed in (commas, _commas(lead)) if commas > _commas(lead) else (commas,):
        element = _beside_two(wording, opening, end, lead, allowed)
        if element is None:
            continue
        sound = element.romanised or ""
        shorter = _title(wording, opening, end, _commas(lead))[1]
        if (
            allowed <= _commas(lead)
            or sound.count(",") >= allowed
            or (sound == lead.wording and nearer(sound, element.original, shorter))
        ):
            return element
    return None


def _beside_two(wording: Wording, opening: int, end: int, lead: Lead, commas: int) -> Element | None:
    """The title up to its last allowed comma with the wording before it and a second one.

    The second stands in brackets after the title or before it, or in marks of its own after a comma.
    """
    original_at, original, stop = _title(wording, opening, end, commas)
    gloss = gloss_after(wording, stop, original, before=lead.wording)
    second, after = lead.second, stop if lead.second else gloss.end
    if not second and not (gloss.english and gloss.romanised):
        second = gloss.english or gloss.romanised
    sentence = lead.marks or (_is_sentence(lead.wording) and not is_periodical(original))
    if not second and gloss.end == stop and sentence:
        second, after = _marked_after(wording, stop, lead.marks)
    name = lead.wording.rstrip(",， ")
    pair = told_apart(name, second, original) if original and second else None
    if pair is None or is_date(original):
        return None
    first = pair[0] == name
    if first and lead.marks == "comma" and not _is_sentence(name):
        return None  # the name of an author or an outlet
    told = (_told(lead), "English in brackets after it") if first else ("English before it",)
    return Element(lead.start, after, original, original_at, *pair, lead.marks, evidence=told)


def _led_by_one(wording: Wording, opening: int, end: int, lead: Lead) -> Iterator[Element]:
    """A title after its romanised form, or after its English."""
    original_at, original, stop = _title(wording, opening, end, _commas(lead))
    gloss = gloss_after(wording, stop, original, before=lead.wording)
    if not original or (lead.marks == "comma" and is_date(original)):
        return
    if lead.marks and not gloss.english and reads_english(lead.wording, original):
        yield Element(
            lead.start, gloss.end, original, original_at, gloss.romanised, lead.wording.rstrip(",， "),
            lead.marks, evidence=("English before it",),
        )  # fmt: skip
        return
    yield Element(
        lead.start, gloss.end, original, original_at, lead.wording.rstrip(",，"), gloss.english, lead.marks,
        evidence=(_told(lead), *(("English in brackets after it",) if gloss.english else ())),
    )  # fmt: skip


def _title(wording: Wording, opening: int, end: int, commas: int) -> tuple[int, str, int]:
    """Where a title in script begins, the title, and where it ends: at a comma more than it may have."""
    stop = rightmost(wording, opening, cut_at_comma(wording.text, opening, end, commas))
    return *trimmed(wording.text, opening, stop), stop


def _commas(lead: Lead) -> int:
    return lead.wording.count(",") + lead.wording.count("，")


def _is_sentence(wording: str) -> bool:
    """Whether Latin wording has words in small letters, as titles have and the names of outlets have not."""
    words = LATIN_WORD.findall(wording)
    return len(words) > 1 and any(word[0].islower() and word not in SMALL_WORDS for word in words)


def _marked_after(wording: Wording, stop: int, marks: str) -> tuple[str | None, int]:
    """The Latin wording in marks after a title and a comma, and where it ends; None if there is none."""
    match = _MARKED_AFTER["italic" if marks == "italic" else "quote"].match(wording.text, stop)
    inner = plain(next(filter(None, match.groups()), None)) if match else None
    return (inner, match.end()) if match and inner and can_render(inner) else (None, stop)


def _bracketed_or_field(wording: Wording, opening: int, floor: int, script: str) -> Lead | None:
    """Latin wording in the marks of a title in script, or the bare field before a comma."""
    if wording.text[floor:opening].rstrip(" ,，")[-1:] in TITLE_BRACKETS.values():
        return named_before(wording, opening, floor)
    if not _COMMA.search(wording.text, max(floor, opening - 4), opening):
        return None
    found = field_before(wording, opening, floor, script)
    return replace(found, marks="comma") if found else None


def _after_comma(wording: Wording, opening: int, floor: int) -> Lead | None:
    """The bare English before a comma and the script: no body's name, and more than a name's words."""
    if not _COMMA.search(wording.text, max(floor, opening - 4), opening):
        return None
    found = named_before(wording, opening, floor)
    if found is None or found.marks or inside_bracket(wording, found.start, floor):
        return None
    words = found.wording.split()
    phrase = len(words) >= 4 or (len(words) >= 2 and any(w.lower() in SMALL_WORDS for w in words))
    if not phrase or names_body(found.wording) or not reads_english(found.wording, ""):
        return None
    return replace(found, marks="comma")


def _is_remark(text: str, opening: int, before: Lead) -> bool:
    """Whether one bare word before a title in quotation marks says what it is: ``Editorial “…”``."""
    bare = not before.marks and " " not in before.wording and before.wording.isascii()
    return bare and text[opening] in "“‘"


def _told(lead: Lead) -> str:
    marks = {"italic": ", in italics", "quote": ", in quotation marks"}
    return "romanised before it" + marks.get(lead.marks, "")


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
        gloss = gloss_after(wording, closing + 1, text[at + 1 : closing])
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
    stop = rightmost(wording, start, end)
    italic = _ITALIC_BEFORE.search(text, max(0, start - 4), start)
    at = start if italic else stop - len(_last_field(wording, start, stop))
    at += len(text[at:stop]) - len(text[at:stop].lstrip())
    original_at, original = trimmed(text, at, stop)
    gloss = gloss_after(wording, stop, original)
    latin = gloss.romanised or gloss.english
    if not original or is_date(original):
        return
    placed = _IN_BEFORE.search(text, max(0, original_at - 8), original_at)
    if not latin and placed and _DATE_AFTER.match(text, stop):
        yield Element(original_at, stop, original, original_at, journal=True,
                      evidence=("after in, before a date or a number",))  # fmt: skip
    elif latin and (placed or italic or not is_name(original, latin)):
        evidence = "English in brackets after it" if gloss.english else "romanised in brackets after it"
        yield Element(
            original_at,
            gloss.end,
            original,
            original_at,
            gloss.romanised,
            gloss.english,
            "italic" if italic else "",
            evidence=(evidence,),
        )


def _last_field(wording: Wording, start: int, stop: int) -> str:
    """The last field of a stretch of script, with the commas that its romanised form after it has."""
    pieces = re.split(r"(?<=[,，、])", wording.text[start:stop])
    for number in reversed(range(len(pieces))):
        field = "".join(pieces[-1 - number :])
        sound = gloss_after(wording, stop, field.lstrip()).romanised
        if sound and len(re.findall("[,，]", sound)) == number:
            return field
    return pieces[-1]

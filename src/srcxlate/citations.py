"""From one note to its citations: every original-script title or mention, with what belongs to it.

In comes a note's wording in one line, out come :class:`Citation` values in its order. The note is cut into
units, one for each work with its containers; in a unit each string in original script is a work, a
container, a mention, or a name, a publisher or a date, and those are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from srcxlate.addresses import Address, find_addresses
from srcxlate.dates import find_dates
from srcxlate.elements import Element, find_elements
from srcxlate.fields import PLACES, Fields, of_container, read_fields
from srcxlate.kinds import is_body, is_date, is_name, names_body, names_someone
from srcxlate.languages import ORIGINAL, TITLE_BRACKETS
from srcxlate.wording import (
    CAPITAL,
    HIDDEN,
    LATIN_WORD,
    Wording,
    covered,
    looks_romanised,
    plain,
    read_wording,
)

__all__ = ["Citation", "Role", "find_citations", "plain", "title_extents"]

Role = Literal["work", "container", "mention"]

_SENTENCE_END = re.compile(
    r"[.?!][’”'\"*)\]]*+\s+(?=[A-Z‘“'\"*<「『《〈]|[^\x00-\x7f\ue000])|[。]\s*|[;；]\s*|[?!]\s+(?=[A-Z])"
)
"""Where one work may end and another begin."""
ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|pp|p|vols?|nos?|eds?|trans|e\.g|i\.e|cf|Co|Inc|Ltd|Corp|Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|Jan|Feb|Mar|"
    r"Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|art|arts|ch|chap|sec|fig|n|nn|rev|repr|et al|ca|no)|"
    r"\b(?:[A-Z]\.)+[A-Z])\.\Z"
)
_GOES_ON = re.compile(r"(?!see\b|cf\b|compare\b|also\b)[a-z]")
"""A clause in lower case goes on about the same work, unless it points at another."""
_CITED_IN = re.compile(
    r"\b(?:cited|quoted|reprinted|reproduced|translated|reported|discussed|excerpted)\s+(?:\w+\s+)?(?:in|from|by)\s+",
    re.I,
)
_OF_A_PART = re.compile(r"[(（](?:volume|vol\.|part|in)\b", re.I)
_PLACE_BEFORE = re.compile(r"[^()（）]{0,40}[:：]\s*\Z")
_EDITOR_BEFORE = re.compile(
    r"(?:\b(?:eds?|trans|edited|translated)\.?(?:\s+by)?|[(（][^()（）]{0,40}[:：])\s*\Z", re.I
)
_AND_BEFORE = re.compile(r"\d\W*,\s+and\s+(?:see\s+(?:also\s+)?)?\Z")
_INITIAL = re.compile(r"\b(?:[A-Z]|eds?|trans|nos?|vol)\.")
"""Full stops that end no sentence between a work and what it stands in."""
_IMPRINT = re.compile(rf"(?:{'|'.join(sorted(PLACES))}):\s|(?:available|accessed|retrieved)\b", re.I)
"""A sentence that goes on about the work before it: where it was published, where it can be read."""
_AUTHOR = re.compile(
    rf"\s*(?:[Ss]ee\s+)?(?:(?:[{CAPITAL}][\w’'\-]*,?\s+){{1,3}}[{CAPITAL}][\w’'\-]*"
    rf"(?P<script>\s+[(（\[［]?[{ORIGINAL}]{{2,6}}[)）\]］]?)?|(?P<alone>[{ORIGINAL}]{{2,4}}))",
)
"""A person's name that stands alone before a full stop: its title follows."""
_TITLE_MARK = re.compile(rf"\s*[‘“\"'*<「『《〈{ORIGINAL}]")
_OUTLET = re.compile(
    rf"(?:[*_]*[{CAPITAL}][\w’'\-]*[*_]*[,，]?\s+|(?:of|the|and|no)\s+){{1,6}}(?:no\.\s*\d+,\s+)?"
)
"""The name of a newspaper or journal, before its date."""
_OUTLET_BEFORE = re.compile(
    r"\b(?:in|from|monthly|weekly|daily|quarterly|journal|magazine|newspaper|newsletter)\s+\Z", re.I
)
_ISSUE_AFTER = re.compile(r"(?:\s+\d{1,4})?,\s+nos?\.\s*\d")
_FILED = re.compile(rf"[{ORIGINAL}]{{1,5}}\s*\d[\d\-‐–]*")
"""The number of an application or a case, such as 特願2017-990412."""
_IN_BEFORE = re.compile(r"\bin:?\s+[*_]*(?:<i>)?\Z")
_NAME_GOES_ON = re.compile(r"\s*(?:[,，:：(（＝=・/]|and|\W*\Z)")
_RUNS_ON = re.compile(r"(?!(?:in|and|ed|trans|translated|edited|by|no|vol|pp?)\b)[a-z]{2,}\s")
"""A sentence that runs on after a title."""
_PROSE_BEFORE = re.compile(r"(?:\b[a-z]+\s+){2,}[*_‘“\"']?\Z")
_CITED_BEFORE = re.compile(
    r"(?:\b(?:see|in|cf\.|from|by|also|consult|of)\s+[*_‘“\"']*|[,:：]\s*[*_‘“\"']*)\Z", re.I
)
_FACTS = re.compile(rf"\d|{HIDDEN}")
_NUMBERED = re.compile(r"\s*(?:第|제)?\s*[\d０-９]{1,5}\s*[巻卷号號期輯集권호]")
"""The number of a volume or issue straight after a title, as after a journal's."""
_FACTS_AFTER = re.compile(r"[\s,，]*(?:(?:no|vol)\.\s*)?\d|[\s,，]+(?:[A-Z][a-z]{2,8}\.?\s+)?\d")
_DATE_LONG = 30
"""Characters in which a date ends."""
_NEAR = 120
"""Characters before a string that tell its role."""
_FURTHEST = 1000
"""Characters after it that do."""


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


def find_citations(wording: str) -> list[Citation]:
    """The original-script titles and mentions of one note, in its order.

    :param wording: the note's text in one line (see :class:`srcxlate.notes.Note`).
    """
    addresses = find_addresses(wording)
    hidden = read_wording(wording, addresses)
    elements = [_as_printed(element, wording) for element in find_elements(hidden)]
    citations: list[Citation] = []
    first = 0
    for start, end in _units(hidden, elements):
        last = first
        while last < len(elements) and elements[last].original_at < end:
            last += 1
        if first < last:
            citations += _Unit(hidden.text, start, end, elements[first:last]).citations(addresses)
        first = last
    return sorted(citations, key=lambda citation: citation.start)


def _as_printed(element: Element, wording: str) -> Element:
    """An element with the quotation marks inside its original as the note has them."""
    if HIDDEN in element.original:
        return element
    end = element.original_at + len(element.original)
    return replace(element, original=wording[element.original_at : end])


def title_extents(wording: str) -> list[tuple[int, int]]:
    """Where the titles and mentions of a note stand, romanised form and English included: (start, end)."""
    return [(e.start, e.end) for e in find_elements(read_wording(wording, find_addresses(wording)))]


# -- units: one citation, or a work and its containers -----------------------------------------------


def _units(wording: Wording, elements: Sequence[Element]) -> list[tuple[int, int]]:
    """The note cut at the semicolons and full stops that separate works, not at those inside titles."""
    text = wording.text
    taken = covered(len(text), ((e.start, e.end) for e in elements))
    depth = wording.depths()
    last_element = elements[-1].start if elements else -1
    first_end = elements[0].end if elements else len(text)
    cuts = {0, len(text)}
    for match in _SENTENCE_END.finditer(text):
        at = match.start()
        if taken[at] or depth[at]:
            continue
        if _IMPRINT.match(text, match.end()) or _goes_on_with_outlet(text, match, elements):
            continue
        if text[at] == "." and _ends_author(text, max(cuts - {len(text)}), match):
            continue
        if _GOES_ON.match(text, match.end()) and last_element < match.end():
            continue  # "; video at …" goes on with the same work
        if text[at] == "." and ABBREVIATION.search(text[max(0, at - 15) : at + 1]):
            continue
        cuts.add(match.end())
    cuts.update(
        m.start() for m in _CITED_IN.finditer(text) if first_end <= m.start() and not taken[m.start()]
    )
    cuts.update(_own_brackets(wording, elements, taken))
    return list(pairwise(sorted(cuts)))


def _ends_author(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a full stop ends the author of the title after it: ``Mori Chinatsu 森千夏. “Who …”``."""
    author = _AUTHOR.fullmatch(text, begin, stop.start())
    return author is not None and bool(author["script"] or _TITLE_MARK.match(text, stop.end()))


def _goes_on_with_outlet(text: str, stop: re.Match[str], elements: Sequence[Element]) -> bool:
    """Whether a full stop after a title leads to its outlet and date: ``“…” [造船]. Kaiji, 3 May 2019``."""
    if not any(element.end == stop.start() for element in elements):
        return False
    outlet = _OUTLET.match(text, stop.end())
    if outlet is None:
        return False
    return any(date.start == 0 for date in find_dates(text[outlet.end() : outlet.end() + _DATE_LONG]))


def _own_brackets(wording: Wording, elements: Sequence[Element], taken: bytearray) -> Iterator[int]:
    """Brackets that hold a citation of their own: it begins and ends with them."""
    text = wording.text
    openings = [m.start() for m in re.finditer("[(（]", text) if not taken[m.start()]]
    position = 0
    for element in elements:
        while position < len(openings) and openings[position] < element.start:
            position += 1
        if not position:
            continue
        opening = openings[position - 1]
        closing = wording.closing(opening)
        if closing is not None and closing <= element.start:
            continue
        between = text[opening + 1 : min(element.start, opening + 60)]
        placed = element.start - opening < 60 and _PLACE_BEFORE.match(between)
        if not _OF_A_PART.match(text, opening) and not placed:
            yield opening
            if closing is not None:
                yield closing + 1


# -- one unit ----------------------------------------------------------------------------------------


class _Unit:
    """A work with its containers, or several that the note does not separate."""

    def __init__(self, text: str, start: int, end: int, elements: Sequence[Element]) -> None:
        self._text, self._start, self._end, self._elements = text, start, end, elements
        marked = [i for i, e in enumerate(elements) if e.marks]
        self._last_marked = marked[-1] if marked else -1
        self._first_title_mark = re.compile(r"[‘“\"'*「『《〈]").search(text, start, end)
        self._roles = self._read_roles()

    def citations(self, addresses: Sequence[Address]) -> Iterator[Citation]:
        """The works with their containers and their fields, and the mentions."""
        kept = [i for i, role in enumerate(self._roles) if role in ("work", "container")]
        groups = self._groups(kept)
        inside = [a for a in addresses if self._start <= a.start < self._end]
        before = self._start
        for group, following in pairwise([*groups, []]):
            stop = self._elements[following[0]].start if following else self._end
            work = self._elements[group[0]]
            between = slice(group[0] + 1, following[0] if following else None)
            others = [
                element
                for element, role in zip(self._elements[between], self._roles[between], strict=True)
                if role or not element.bracketed
            ]
            fields = read_fields(self._text, before, stop, work, others, inside)
            for index, within in pairwise([*group, None]):
                if index is not None:
                    part_of = self._elements[within].original if within is not None else None
                    shown = fields if index == group[0] else of_container(fields)
                    yield _citation(self._elements[index], self._roles[index], shown, part_of)
            before = max(self._elements[i].end for i in group)
        for element, role in zip(self._elements, self._roles, strict=True):
            if role == "mention":
                yield _citation(element, role, Fields())

    def _groups(self, kept: Sequence[int]) -> list[list[int]]:
        """Each work with the containers after it; containers that no work leads are a group."""
        groups: list[list[int]] = []
        for index in kept:
            if groups and self._roles[index] == "container":
                groups[-1].append(index)
            else:
                groups.append([index])
        return groups

    def _read_roles(self) -> list[Role | None]:
        """What each string is: work, container, mention, or nothing that is kept (a name)."""
        roles: list[Role | None] = []
        worked = False
        for index, element in enumerate(self._elements):
            before = self._text[max(self._start, element.start - _NEAR) : element.start]
            previous = self._elements[index - 1] if index else None
            held = worked and previous is not None and self._holds(previous, element)
            if held and previous and roles[-1] is None:  # an author of its own, led by and
                held = not _AND_BEFORE.search(self._text[max(0, previous.start - 40) : previous.start])
            role: Role | None
            if self._is_name(index, before, held=held):
                role = None
            elif self._is_mention(element, before):
                role = "mention"
            elif held or (not worked and self._is_lone_container(element, before)):
                role = "container"
            else:
                role = "work"
            worked = worked or role == "work"
            roles.append(role)
        return roles

    def _is_lone_container(self, element: Element, before: str) -> bool:
        """Whether a title without a work before it is what something unnamed stands in."""
        if element.marks in TITLE_BRACKETS:  # a decision and its date, then the reports that print it
            dated = any(date.end == len(before) for date in find_dates(before))
            return dated and bool(_NUMBERED.match(self._text, element.end))
        bare = element.romanised is not None and not element.marks
        if bare and not before.strip() and _ISSUE_AFTER.match(self._text, element.end):
            return True  # a periodical cited without an article
        if element.bracketed and _OUTLET_BEFORE.search(before):
            return True
        return element.marks != "quote" and bool(_IN_BEFORE.search(before))

    def _is_mention(self, element: Element, before: str) -> bool:
        """A word in the prose of a note: common nouns, and titles that are spoken of, not cited."""
        if element.spoken_of:
            return True
        romanised = element.romanised or ""
        if romanised[:1].islower() and len(romanised.split()) <= 3:
            return True
        following = self._text[element.end : min(self._end, element.end + _FURTHEST)].lstrip(" *")
        runs_on = _RUNS_ON.match(following) is not None
        prose = _PROSE_BEFORE.search(before[-60:]) is not None
        if runs_on and not _FACTS.search(following[:40]):
            return prose or not _CITED_BEFORE.search(before)
        return prose and not _FACTS.search(following)

    def _is_name(self, index: int, before: str, *, held: bool) -> bool:
        """Whether a bare string is an author, an editor, a publisher or a date rather than a title."""
        element = self._elements[index]
        if element.marks or element.journal:
            return False
        if is_date(element.original) or _EDITOR_BEFORE.search(before) or _FILED.fullmatch(element.original):
            return True
        if element.bracketed:
            return self._names_someone(element, before, held=held)
        body = is_body(element.original)
        if held and not body and _FACTS_AFTER.match(self._text, element.end):
            return False  # right after a work, with a date or a volume after it: its journal
        later = index + 1 < len(self._elements)
        marked_later = index < self._last_marked
        following = self._text[element.end : min(self._end, element.end + 4)]
        goes_on = _NAME_GOES_ON.match(following) or (later and following.startswith(". "))
        if is_name(element.original, element.romanised) and (later or element.english is None) and goes_on:
            words = LATIN_WORD.findall(element.romanised or "")
            return later or (len(words) >= 2 and all(word[0].isupper() for word in words))
        if later and (marked_later or body):
            mark = self._first_title_mark
            first = mark is None or mark.start() >= element.start
            return first and (body or element.romanised is None or _title_case(element.romanised))
        return False

    def _names_someone(self, element: Element, before: str, *, held: bool) -> bool:
        """Whether bare Latin words with their script in brackets name a person or a body, not a title."""
        if element.romanised and element.english:
            return names_someone(element.original, element.romanised)
        if is_body(element.original) or names_body(element.english or ""):
            return True
        if _OUTLET_BEFORE.search(before) or (held and _FACTS_AFTER.match(self._text, element.end)):
            return False
        people = re.split(r"[、,，·&]", element.original)
        names = re.split(r",\s+|\s+(?:and|&)\s+", element.romanised or element.english or "")
        return len(people) == len(names) and all(
            is_name(person, name) and looks_romanised(name, italic=True)
            for person, name in zip(people, names, strict=True)
        )

    def _holds(self, before: Element, element: Element) -> bool:
        """Whether a title is what the work before it stands in, not another work."""
        between = _INITIAL.sub("", self._text[before.end : element.start])
        return (
            len(between) < _NEAR and not re.search(r"[;；。]|\.\s|\bsee\b", between) and HIDDEN not in between
        )


def _citation(element: Element, role: Role | None, fields: Fields, part_of: str | None = None) -> Citation:
    return Citation(
        role=role or "mention",
        original=element.original,
        romanised=element.romanised,
        english=element.english,
        author=fields.author,
        publisher=fields.publisher,
        date=fields.date,
        url=fields.url,
        pages=fields.pages,
        part_of=part_of,
        start=element.original_at,
        evidence=element.evidence,
    )


def _title_case(romanised: str) -> bool:
    words = LATIN_WORD.findall(romanised)
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= len(words) - 1

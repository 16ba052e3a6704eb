"""From a report's body and notes to its quoted passages, each with the notes that carry it.

In come the report's text, its notes and marks; out come :class:`Quote` values in the order of the text.
A title of a cited work in a note is no quoted passage.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from srcxlate.addresses import find_addresses
from srcxlate.citations import title_extents
from srcxlate.layout import Joined, Span, join
from srcxlate.notes import Mark, Note, Notes
from srcxlate.quotation_marks import MARK, TITLE, Quotation, find_quotations
from srcxlate.wording import with_curly_marks

Place = tuple[int, int]
"""A note's (series, number)."""

_SAYING = (
    r"(?:say|said|write|wrote|written|writing|tell|told|argu|add|not(?:e|ing)|explain|observ|repl[iy]|ask|recall|insist|warn|declar|"
    r"stat(?:e|ing)|report|remark|conced|continu|conclud|complain|admit|claim|put|runs?|goes)"
)
_SAID = re.compile(rf"[^.!?]{{0,90}}\b{_SAYING}[a-z]*\b[^.!?]{{0,70}}", re.I)
"""Words such as ``one of them told her`` that stand inside a split quotation."""
_SENTENCE_END = re.compile(
    r"(?<![.!?。])(?<![A-Z.]\.)(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bMr)(?<!\bDr)[.!?。]++[”’\"')\]」』]*+"
    r"(?:[,\s]*+\ue001++)*+(?=\s|\Z|[^\x00-\x7f])"
)
"""The end of a sentence with its closing marks and the marks that call notes; initials and e.g. end none."""
_SIDE_BY_SIDE = re.compile(r"[\s,，、;⁻–-]*")
_A_PASSAGE = 4
"""Words from which on a quotation is taken for a passage rather than a term."""
_SAME_SUBJECT = re.compile(r"\s*(?:This|These|Those|That|It|He|She|They|Such|His|Her|Its|Their)\b")
"""How a sentence begins that goes on about what the one before it said."""
_ANNOUNCED = re.compile(
    r"\b(?:said|says|state[sd]|wrote|writes|reads?|concluded?s?|noted?s?|argued?s?|described?|reported?|declared?|adds|added|held)"
    r"[^.:]{0,80}:\s*\ue001*\s*\Z"
)
"""The end of a paragraph that announces a block quotation."""
_SHORTEST_BLOCK = 60
_PROSE_BEFORE = re.compile(
    r"\b(?:that|as|is|was|are|were|to|of|their|its|his|her|said|says|between|by|called|noted|states?|stated|term|word|the|an?|"
    r"on|with|adds|added|and|or|has|had|reported|concern over|announced)\Z"
)
"""Words that lead to a quotation in a note's prose, never to a title."""
_LED_BY = re.compile(r"\b(?:see|see also|cf\.?|e\.g\.,?|in)\Z", re.I)
_FACTS = re.compile(r",\s*(?:in\s+)?(?:[*_\d<]|[A-ZÀ-Þ]|p|accessed|updated|\ue002)|\s*[<\ue002]")
_DATED = re.compile(r"[,\s][^.;]{0,80}(?:\b(?:19|20)\d\d\b|https?:)")
_NEAR = 160
"""Characters on each side of a quotation in a note that tell whether it is a title."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in quotation marks, or set off as a block."""

    text: str
    """The wording inside the marks, line breaks joined, marks that call notes left out."""
    start: int
    """Offset of its first character in the report, from 0."""
    length: int
    """Characters of the report up to the closing mark."""
    kind: str
    """``single``, ``double``, ``corner`` or ``block``."""
    nested: bool
    """Whether it stands inside another quoted passage."""
    group: int | None
    """Passages with one number are one, split by words such as "he said"."""
    in_note: Place | None
    """The note (series, number) in whose prose it stands; None for the body."""
    notes: tuple[Place, ...]
    """The notes that carry it, as (series, number)."""
    open: bool = field(default=False)
    """Whether its closing mark is missing."""


def find_quotes(text: str, notes: Notes) -> list[Quote]:
    """The quoted passages of a report, its body's and its notes', in the order of the text.

    :param text: the report as it was decoded; :param notes: what was found of notes in it.
    """
    quotes: list[Quote] = []
    before: _Paragraph | None = None
    starts = [mark.start for mark in notes.marks]
    for spans in notes.body:
        marks = notes.marks[bisect_left(starts, spans[0][0]) : bisect_left(starts, spans[-1][1])]
        paragraph = _Paragraph(join(text, spans), marks)
        block = _block(text, spans, paragraph, before)
        quotes += [block] if block else _in_body(paragraph)
        before = paragraph
    for note in notes.notes:
        quotes += _in_note(note)
    return sorted(quotes, key=lambda quote: (quote.start, -quote.length))


class _Paragraph:
    """A paragraph of the body with the marks in it."""

    def __init__(self, wording: Joined, marks: Sequence[Mark]) -> None:
        self.wording = wording
        self.marks = marks
        self.places = [
            (bisect_left(wording.offsets, m.start), bisect_left(wording.offsets, m.end)) for m in marks
        ]
        self.masked = _masked(wording.text, self.places, MARK)
        self.ends = [match.end() for match in _SENTENCE_END.finditer(self.masked)]

    def sentence(self, start: int, end: int) -> Span:
        """The sentence in which a passage ends, with the marks set after its full stop."""
        before = bisect_right(self.ends, start - 1)
        after = bisect_right(self.ends, end)
        return self.ends[before - 1] if before else 0, self.ends[after] if after < len(self.ends) else len(
            self.masked
        )

    def numbers(self, first: int) -> tuple[Place, ...]:
        """The notes of a mark and of those that stand side by side with it."""
        last = first
        while last + 1 < len(self.marks) and _SIDE_BY_SIDE.fullmatch(
            self.masked, self.places[last][1], self.places[last + 1][0]
        ):
            last += 1
        return tuple((mark.series, mark.number) for mark in self.marks[first : last + 1])


def _masked(text: str, places: Sequence[Span], sign: str) -> str:
    """The wording with some of it made unreadable and its quotation marks alike, its length kept."""
    characters = list(text)
    for start, end in places:
        characters[start:end] = sign * (end - start)
    return with_curly_marks("".join(characters))


# -- passages in marks -----------------------------------------------------------------------------


def _in_body(paragraph: _Paragraph) -> Iterator[Quote]:
    found = [_without_mark(paragraph.masked, span) for span in find_quotations(paragraph.masked)]
    groups = _groups(paragraph.masked, found, paragraph.wording)
    carriers = _carriers(paragraph, found)
    together: dict[int, tuple[Place, ...]] = {}
    for span, carried in zip(found, carriers, strict=True):
        if span.start in groups and carried:
            together.setdefault(groups[span.start], carried)
    for span, carried in zip(found, carriers, strict=True):
        group = groups.get(span.start)
        shared = together.get(group, carried) if group is not None and not carried else carried
        yield from _quote(paragraph.wording, paragraph.masked, span, group, None, shared)


def _in_note(note: Note) -> Iterator[Quote]:
    """The passages in a note's prose; titles of works are none, nor what is quoted in them."""
    wording = note.text
    hidden = [*title_extents(wording), *((a.start, a.end) for a in find_addresses(wording))]
    masked = _masked(wording, hidden, TITLE)
    found: list[Quotation] = []
    title_end = 0
    for span in find_quotations(masked):
        if span.depth == 0 and _is_title(masked, span):
            title_end = span.end
        elif span.end > title_end:
            found.append(span)
    groups = _groups(masked, found, note.wording)
    place = (note.series, note.number)
    for span in found:
        yield from _quote(note.wording, masked, span, groups.get(span.start), place, (place,))


def _quote(
    wording: Joined,
    masked: str,
    span: Quotation,
    group: int | None,
    in_note: Place | None,
    carried: tuple[Place, ...],
) -> Iterator[Quote]:
    """The quote of one pair of marks; none if nothing stands in it."""
    inside = wording.text[span.start : span.end]
    text = "".join(c for c, m in zip(inside, masked[span.start : span.end], strict=True) if m != MARK).strip()
    if text:
        first = span.start + len(inside) - len(inside.lstrip())
        start, length = wording.span(first, span.start + len(inside.rstrip()))
        kind = "single" if span.mark in "'‘" else "corner" if span.mark in "「『" else "double"
        yield Quote(text, start, length, kind, span.depth > 0, group, in_note, carried, span.open)


def _without_mark(masked: str, span: Quotation) -> Quotation:
    """A quotation without the mark that was set inside its closing mark, and the full stop after that."""
    inside = masked[span.start : span.end]
    short = inside.rstrip(" .,;:!?。、，" + MARK)
    cut = inside.find(MARK, len(short))
    return replace(span, end=span.start + cut) if cut >= 0 else span


def _groups(masked: str, found: Sequence[Quotation], wording: Joined) -> dict[int, int]:
    """The passages that are one, split by words such as "he said": their starts and a number for each group.

    The first part stops at a comma, and what stands between holds a verb of saying.
    """
    groups: dict[int, int] = {}
    outer = [span for span in found if span.depth == 0 and not span.open]
    for first, second in pairwise(outer):
        between = masked[first.end + 1 : second.start - 1].replace(MARK, "")
        inside = masked[first.end - 1] in ",—" if first.end else False
        paused = inside or between.lstrip().startswith((",", "—"))
        said = between.rstrip()
        if first.mark != second.mark or not paused or len(said) > 180:
            continue
        leads_on = said.endswith((",", ";", ":", "—")) or (inside and said.endswith("."))
        if leads_on and _SAID.fullmatch(said[:-1]):
            groups.setdefault(first.start, wording.offsets[first.start])
            groups[second.start] = groups[first.start]
    return groups


def _carriers(paragraph: _Paragraph, found: Sequence[Quotation]) -> list[tuple[Place, ...]]:
    """The notes that carry each passage of a paragraph; a passage inside another has those of the outer."""
    places = paragraph.places
    ends = [span.end for span in found if span.depth == 0]
    carried: list[tuple[Place, ...]] = []
    outer: tuple[Place, ...] = ()
    for span in found:
        if span.depth == 0:
            mark = _carrier(paragraph, span, ends)
            outer = paragraph.numbers(mark) if mark is not None else ()
        else:
            inner = _first(places, span.end, span.end + 1)
            carried.append(paragraph.numbers(inner) if inner is not None else outer)
            continue
        carried.append(outer)
    return carried


def _carrier(paragraph: _Paragraph, span: Quotation, ends: Sequence[int]) -> int | None:
    """The index of the mark that carries a passage: the first after it in its sentence, else the last there.

    A passage whose sentence has no mark goes on to the paragraph's next one, if that stands in the sentence
    of another quotation, as a writer gives the source once for several, or if the next sentence goes on about
    the same (This …, He …). A word or two in quotation marks go on only so: they are often the writer's own.
    """
    places = paragraph.places
    low, high = paragraph.sentence(span.start, span.end)
    after = _first(places, span.end, high)
    if after is not None:
        return after
    before = bisect_right(places, (span.start, 0)) - 1
    if before >= 0 and places[before][0] >= low:
        return before
    following = _first(places, span.end, len(paragraph.masked))
    if following is None:
        return None
    if _SAME_SUBJECT.match(paragraph.masked, high):
        return following
    if len(paragraph.masked[span.start : span.end].split()) < _A_PASSAGE:
        return None
    first, last = paragraph.sentence(places[following][0], places[following][0])
    quoted = bisect_left(ends, max(first, span.end + 1))
    return following if quoted < len(ends) and ends[quoted] <= last else None


def _first(places: Sequence[Span], low: int, high: int) -> int | None:
    """The index of the first mark that begins between two offsets."""
    index = bisect_left(places, (low, 0))
    return index if index < len(places) and places[index][0] <= high else None


def _is_title(text: str, span: Quotation) -> bool:
    """Whether a quotation in a note is a work's title: an author or a see before it, facts after it."""
    after = text[span.end + 1 : span.end + 1 + _NEAR]
    before = text[max(0, span.start - 1 - _NEAR) : span.start - 1].rstrip(" *_(")
    if _PROSE_BEFORE.search(before):
        return False
    if re.match(r"\s*\[[A-Z]|\s*\([A-Z]", after):
        return True
    if not before or before[-1] in ",;.(:’'" + TITLE or _LED_BY.search(before):
        if _FACTS.match(after) or _DATED.match(after):
            return True
        ends_inside = text[span.end - 1 : span.end] in (".", ",")
        return not before.endswith(":") and (ends_inside or bool(re.match(r"\.?\s*\Z", after)))
    return bool(re.match(r",\s*(?:\*|_|<i>)", after))


# -- blocks ----------------------------------------------------------------------------------------


def _block(
    text: str, spans: Sequence[Span], paragraph: _Paragraph, before: _Paragraph | None
) -> Quote | None:
    """A block quotation; None if the paragraph is none.

    Every line is indented or led by ``>``; or, where indentation was lost, the paragraph before announces
    it (``… said:``).
    """
    lines = [line for span in spans for line in _lines(text, span)]
    printed = [text[start:end] for start, end in lines]
    quoted = all(line.lstrip().startswith(">") for line in printed)
    indented = all(re.match(r"(?: {4,}|\t|\u3000{2,})\S", line) for line in printed)
    announced = before is not None and bool(
        _ANNOUNCED.search(before.masked, max(0, len(before.masked) - 200))
    )
    listed = not printed or re.match(r"\s*(?:[-*•‘“\"']|\d+[.)]|\|)", printed[0])
    if not quoted and (
        not (indented or announced) or listed or len(paragraph.wording.text) <= _SHORTEST_BLOCK
    ):
        return None
    wording = join(text, list(_inside(text, lines, paragraph.marks, quoted=quoted)))
    if not wording.text.strip():
        return None
    start, length = wording.span(0, len(wording.text.rstrip()))
    carried = tuple((mark.series, mark.number) for mark in paragraph.marks) or _introduced(before)
    return Quote(wording.text.strip(), start, length, "block", False, None, None, carried)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The printed lines of a stretch of the report."""
    for match in re.compile(r"[^\r\n]+").finditer(text, *span):
        if match.group().strip():
            yield match.span()


def _inside(text: str, lines: Sequence[Span], marks: Sequence[Mark], *, quoted: bool) -> Iterator[Span]:
    """The wording of a block's lines, without ``>`` and the marks that call notes."""
    lead = re.compile(r"\s*(?:>\s*)*" if quoted else r"\s*")
    position = 0
    for start, end in lines:
        match = lead.match(text, start, end)
        at = match.end() if match else start
        while position < len(marks) and marks[position].start < end:
            if at < marks[position].start:
                yield at, marks[position].start
            at = max(at, marks[position].end)
            position += 1
        if at < end:
            yield at, end


def _introduced(before: _Paragraph | None) -> tuple[Place, ...]:
    """The mark that ends the paragraph before a block, or its last one if it ends with a colon."""
    if before is None or not before.marks:
        return ()
    rest = before.masked[before.places[-1][1] :].strip()
    last = before.marks[-1]
    return ((last.series, last.number),) if len(rest) <= 2 or rest.endswith(":") else ()

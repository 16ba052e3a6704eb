"""From a report's body and notes to its quoted passages, each with the notes that carry it.

In come the report's text, its notes and marks; out come :class:`Quote` values in the order of the text.
A title of a cited work in a note is no quoted passage; a possessive (nations') is no closing mark.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from srcxlate.addresses import find_addresses
from srcxlate.citations import title_extents
from srcxlate.notes import Joined, Mark, Note, Notes, join

_CURLY = {"“": "”", "‘": "’", "„": "”", "「": "」", "『": "』"}
_STRAIGHT = "\"'"
_BEFORE_OPEN = re.compile(r"(?:^|[\s(（\[［{—–\-/“‘「『\"'>*_，、：；])$")
_AFTER_CLOSE = re.compile(r"(?:$|[\s.,;:!?)）\]］}—–\-/”’」』\"'*_<\[\ue001\ue002…、。，；：（(]|s\b)")
_MARK, _TITLE = "\ue001", "\ue002"
"""Stand for the characters of a mark that calls a note, and of a title or an address in a note."""
_SAID = re.compile(r"^[,.]?[”’\"'\s,]*(?:[^.!?“‘\"']{0,90}?)\b(?:said|says|wrote|writes|argued|argues|added|adds|noted|notes|explained|observed|told|replied|asked|recalled|insisted|warned|declared|stated)\b[^.!?“‘\"']{0,60}[,;]\s*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in quotation marks, or set off as a block."""

    text: str
    """The wording inside the marks, line breaks joined."""
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
    in_note: tuple[int, int] | None
    """The note (series, number) in whose prose it stands; None for the body."""
    notes: tuple[tuple[int, int], ...]
    """The notes that carry it, as (series, number)."""
    open: bool = field(default=False)
    """Whether its closing mark is missing."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    mark: str
    depth: int
    open: bool = False


def find_quotes(text: str, notes: Notes) -> list[Quote]:
    """The quoted passages of a report, its body's and its notes', in the order of the text.

    :param text: the report as it was decoded; :param notes: what was found of notes in it.
    """
    quotes: list[Quote] = []
    paragraphs = [join(text, [span]) for span in notes.body]
    before = ""
    for index, (paragraph, span) in enumerate(zip(paragraphs, notes.body, strict=True)):
        marks = [m for m in notes.marks if span[0] <= m.start < span[1]]
        block = _block(text, span, paragraph, marks, before)
        before = _masked(paragraph.text, [(_index(paragraph, m.start), _index(paragraph, m.end)) for m in marks], None)
        if block:
            carried = tuple((m.series, m.number) for m in marks) or _introduced(notes, paragraphs, index)
            quotes.append(Quote(block[0], block[1], block[2], "block", False, None, None, carried))
            continue
        quotes += _in_paragraph(paragraph, marks, None)
    for note in notes.notes:
        quotes += _in_paragraph(note.wording, (), note)
    return sorted(quotes, key=lambda quote: (quote.start, -quote.length))


def _in_paragraph(paragraph: Joined, marks: Sequence[Mark], note: Note | None) -> Iterator[Quote]:
    places = [(_index(paragraph, m.start), _index(paragraph, m.end), m) for m in marks]
    text = _masked(paragraph.text, [(start, end) for start, end, _ in places], note)
    spans = [replace(s, end=len(text[: s.end].rstrip(_MARK))) for s in _spans(text)]  # a mark set inside the quotation
    if note is not None:
        titles = [s for s in spans if s.depth == 0 and _is_title(text, s)]
        spans = [s for s in spans if not any(t.start <= s.start and s.end <= t.end for t in titles)]
    groups: dict[int, int] = {}
    for first, second in pairwise(s for s in spans if s.depth == 0):
        if first.mark == second.mark and _SAID.match(text[first.end : second.start - 1].lstrip(_MARK)[1:]):
            groups.setdefault(first.start, paragraph.offsets[first.start])
            groups[second.start] = groups[first.start]
    for span in spans:
        wording = paragraph.text[span.start : span.end]
        lead = len(wording) - len(wording.lstrip())
        if not wording.strip():
            continue
        start, length = paragraph.span(span.start + lead, span.start + len(wording.rstrip()))
        carried = ((note.series, note.number),) if note else _carriers(text, span, places)
        yield Quote(wording.strip(), start, length, _kind(span.mark), span.depth > 0, groups.get(span.start),
                    (note.series, note.number) if note else None, carried, span.open)


def _masked(text: str, marks: Sequence[tuple[int, int]], note: Note | None) -> str:
    """The wording with marks that call notes, and in a note the titles and addresses, made unreadable."""
    hidden = [(start, end, _MARK) for start, end in marks]
    if note is not None:
        hidden += [(start, end, _TITLE) for start, end in title_extents(text)]
        hidden += [(a.start, a.end, _TITLE) for a in find_addresses(text)]
    characters = list(text)
    for start, end, sign in hidden:
        characters[start:end] = sign * (end - start)
    return "".join(characters)


def _kind(mark: str) -> str:
    return "single" if mark in "'‘" else "corner" if mark in "「『" else "double"


def _index(paragraph: Joined, offset: int) -> int:
    """The place in the joined wording of an offset in the report."""
    return bisect_left(paragraph.offsets, offset)


def _spans(text: str) -> Iterator[_Span]:
    """The quotations of one paragraph, each inside its marks; the outer before the inner."""
    closers = {at for at in range(len(text)) if _can_close(text, at)}
    stack: list[tuple[int, str, str]] = []  # (offset inside the mark, mark, its closing mark)
    found: list[_Span] = []
    at = 0
    while at < len(text):
        character = text[at]
        if stack and character == stack[-1][2] and at in closers and at > stack[-1][0] and not _possessive(text, at, closers, stack):
            start, mark, _ = stack.pop()
            found.append(_Span(start, at, mark, len(stack)))
        elif _can_open(text, at) and len(stack) < 4 and _has_close(text, at, closers):
            stack.append((at + 1, character, _CURLY.get(character, character)))
        elif len(stack) > 1 and character == stack[-2][2] and at in closers and stack[-1][2] != character:
            stack.pop()  # an inner mark that never closed
            continue
        at += 1
    found += [_Span(start, _sentence_end(text, start), mark, depth, True) for depth, (start, mark, _) in enumerate(stack) if depth == 0]
    yield from sorted(found, key=lambda span: (span.start, -span.end))


def _can_open(text: str, at: int) -> bool:
    character = text[at]
    if character in "「『":
        return True
    if character not in _CURLY and character not in _STRAIGHT:
        return False
    following = text[at + 1 : at + 2]
    if not following or (following.isspace() and character not in "“„"):
        return False
    if character == "'" and re.match(r"'(?:\d0s\b|s\b|tis\b|twas\b)", text[at : at + 6]):
        return False
    before = text[max(0, at - 1) : at]
    return bool(_BEFORE_OPEN.search(before)) or (character in "“„" ) or (character == "‘" and not before.isalnum())


def _can_close(text: str, at: int) -> bool:
    character = text[at]
    if character in "」』":
        return True
    if character not in "”’\"'" or at == 0 or (text[at - 1].isspace() and character in "'\"’"):
        return False
    return bool(_AFTER_CLOSE.match(text[at + 1 : at + 3]))


def _has_close(text: str, at: int, closers: set[int]) -> bool:
    """Whether a mark of the right kind closes later, or the mark can only open one."""
    closing = _CURLY.get(text[at], text[at])
    position = text.find(closing, at + 2)
    while position >= 0:
        if position in closers:
            return True
        position = text.find(closing, position + 1)
    return text[at] in "“"


def _possessive(text: str, at: int, closers: set[int], stack: Sequence[tuple[int, str, str]]) -> bool:
    """Whether a mark after an s is a possessive: a surer closing mark follows before the next opening one."""
    character = text[at]
    if character not in "’'":
        return False
    if text[at + 1 : at + 2] == "s" and not text[at + 2 : at + 3].isalpha():
        return True
    if not (text[at - 1] == "s" and re.match(r"\s+[a-z]", text[at + 1 :])):
        return False
    for position in range(at + 1, len(text)):
        if text[position] == character and position in closers and not (text[position - 1] == "s" and re.match(r"\s+[a-z]", text[position + 1 :])):
            return not any(_can_open(text, p) and _CURLY.get(text[p], text[p]) == character for p in range(at + 1, position))
        if position > at + 600:
            break
    return False


def _sentence_end(text: str, start: int) -> int:
    match = re.search(r"[.!?。](?=\s|$|\ue001)", text[start:])
    return start + match.end() if match else len(text)


def _carriers(
    text: str, span: _Span, marks: Sequence[tuple[int, int, Mark]]
) -> tuple[tuple[int, int], ...]:
    """The notes that carry a passage: the first mark after it in its sentence, else the last before it there.

    Several marks side by side all carry it. A passage whose sentence has no mark goes on to the
    paragraph's next one, as a writer gives the source once for several quotations; a word or two in
    quotation marks do not, for they are more often the writer's own.
    """
    low, high = _sentence(text, span)
    chosen = [i for i, (at, _, _) in enumerate(marks) if span.end <= at <= high][:1]
    chosen = chosen or [i for i, (at, _, _) in enumerate(marks) if low <= at <= span.start][-1:]
    if not chosen and len(text[span.start : span.end].split()) >= _A_PASSAGE:
        chosen = [i for i, (at, _, _) in enumerate(marks) if at >= span.end][:1]
    if not chosen:
        return ()
    run = chosen[0]
    carried = [marks[run][2]]
    while run + 1 < len(marks) and re.fullmatch(r"[\s,，、;⁻–-]*", text[marks[run][1] : marks[run + 1][0]]):
        run += 1
        carried.append(marks[run][2])
    return tuple((m.series, m.number) for m in carried)


_A_PASSAGE = 4
"""Words from which on a quotation is taken for a passage rather than a term."""
_END = re.compile(
    r"(?<![A-Z.]\.)(?<!\b[A-Z])(?<!\be\.g)(?<!\bi\.e)(?<!\bMr)(?<!\bDr)[.!?。]+[”’\"')\]」』]*(?:[,\s]*\ue001+)*(?=\s|$|[^\x00-\x7f])"
)


def _sentence(text: str, span: _Span) -> tuple[int, int]:
    """The sentence in which a passage ends, with the marks set after its full stop."""
    low = 0
    for match in _END.finditer(text):
        if match.end() <= span.start - 1:
            low = match.end()
        elif match.end() > span.end:
            return low, match.end()
    return low, len(text)


def _is_title(text: str, span: _Span) -> bool:
    """Whether a quotation in a note is a work's title: an author or a see before it, facts after it."""
    after = text[span.end + 1 :]
    before = text[: span.start - 1].rstrip(" *_(")
    if _PROSE_BEFORE.search(before):
        return False
    if re.match(r"\s*\[[A-Z]|\s*\([A-Z]", after):
        return True
    led = not before or before[-1] in ",;.(:’'" + _TITLE or re.search(r"\b(?:see|see also|cf\.?|e\.g\.,?|in)$", before, re.I)
    if led:
        inside = text[span.end - 1 : span.end] in ",."
        facts = re.match(r",\s*(?:in\s+)?(?:[*_\d<]|[A-ZÀ-Þ]|p|accessed|updated|\ue002)|\s*[<\ue002]|\.?\s*$", after)
        return bool(facts or inside or _dated(after))
    return bool(re.match(r",\s*(?:\*|_|<i>)", after))


_PROSE_BEFORE = re.compile(
    r"\b(?:that|as|is|was|are|were|to|of|their|its|his|her|said|says|between|by|called|noted|states?|stated|term|word|the|an?|"
    r"on|with|adds|added|and|or|reported|concern over|announced)$")


def _dated(after: str) -> bool:
    return bool(re.match(r"[,\s][^.;]{0,80}(?:\b(?:19|20)\d\d\b|https?:)", after))


def _block(
    text: str, span: tuple[int, int], paragraph: Joined, marks: Sequence[Mark], before: str
) -> tuple[str, int, int] | None:
    """A block quotation: its wording, offset and length in the report; None if the paragraph is none.

    Every line is indented or led by ``>``; or, where indentation was lost, the paragraph before announces
    it (``… said:``).
    """
    lines = [line for line in re.split(r"\r\n|\r|\n", text[span[0] : span[1]]) if line.strip()]
    quoted = all(re.match(r"\s*>", line) for line in lines)
    indented = all(re.match(r"(?: {4,}|\t|\u3000{2,})\S", line) for line in lines)
    listed = lines and re.match(r"\s*(?:[-*•‘“\"']|\d+[.)]|\|)", lines[0])
    announced = bool(_ANNOUNCED.search(before))
    if not lines or not (quoted or ((indented or announced) and len(paragraph.text) > 60 and not listed)):
        return None
    spans, at = [], span[0]
    for line in re.split(r"(\r\n|\r|\n)", text[span[0] : span[1]]):
        lead = re.match(r"\s*(?:>\s*)*" if quoted else r"\s*", line)
        begin, end = at + (lead.end() if lead else 0), at + len(line)
        stops = [m for m in marks if begin <= m.start < end]
        if stops and not text[stops[-1].end : end].strip():
            end = stops[0].start
        if begin < end:
            spans.append((begin, end))
        at += len(line)
    wording = join(text, spans)
    if not wording.text.strip():
        return None
    start, length = wording.span(0, len(wording.text.rstrip()))
    return wording.text.strip(), start, length


_ANNOUNCED = re.compile(
    r"\b(?:said|says|state[sd]|wrote|writes|reads?|concluded?s?|noted?s?|argued?s?|described?|reported?|declared?|adds|added)"
    r"[^.:]{0,80}:\s*\ue001*\s*$"
)


def _introduced(notes: Notes, paragraphs: Sequence[Joined], index: int) -> tuple[tuple[int, int], ...]:
    """The mark at the end of the paragraph that introduces a block quotation, if it ends with one."""
    if index == 0:
        return ()
    span = notes.body[index - 1]
    before = [m for m in notes.marks if span[0] <= m.start < span[1]]
    if before and span[1] - before[-1].end <= 3:
        return ((before[-1].series, before[-1].number),)
    return ()

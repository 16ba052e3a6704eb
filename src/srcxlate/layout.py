"""How a report lies on its pages: its lines, its paragraphs, and wording joined over their breaks.

In comes the text of a report as it was decoded; out comes a :class:`Layout` that knows which lines are
blank, which are page furniture (page numbers, running heads, rules over footnotes), where paragraphs end,
and a :class:`Joined` for any stretch of it: one line of wording with the way back to the report.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]
"""A stretch of the report: offsets of its first character and of the one after its last."""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, zero-width and bidirectional characters: printed by nobody, meant by nobody."""

_INVISIBLE_CHARACTER = re.compile(f"[{INVISIBLE}]")
_BREAKS = "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_UNSPACED = re.compile(
    r"[\u3001-\u3003\u3005-\u3011\u3014-\u301f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U000323af]"
)
"""A character of the scripts that are written without spaces, and their punctuation."""
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>「」『』()（）]*\Z")
_LONGEST_ADDRESS = 400

_PAGE_NUMBER = re.compile(
    r"[\s\-–—|]*(?:page|p\.|頁|页|쪽)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[\s\-–—|]*", re.I
)
"""A line that is a page's number and nothing else: ``- 12 -``, ``Page 3 of 40``."""
_RULE = re.compile(r"\s*(?:[_\-–—=─━*]\s?){5,}\s*")
"""A rule drawn over footnotes."""
_EDGE_NUMBER = re.compile(r"^\s*\d{1,4}(?:\s{2,}|\s*\|\s*)(?=\S)|(?<=\S)(?:\s{2,}|\s*\|\s*)\d{1,4}\s*$")
"""A page number set apart at an edge of a running head."""
_LONG = 160
"""Characters from which on a paragraph is no heading: if it stops short, a page ended."""
_FINISHED = re.compile(r"[.。．!?！？>)）」』”’\"'*\]][\s*_]*$")


@dataclass(frozen=True, slots=True)
class Joined:
    """Wording put together from its lines, with the way back to the report."""

    text: str
    """One line: line breaks and runs of space are single spaces, invisible characters are gone."""
    offsets: tuple[int, ...] = field(repr=False, compare=False)
    """For each character of :attr:`text`, its offset in the report (characters from 0)."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the report of ``text[start:end]`` as (offset from 0, length)."""
        if start >= end:
            return (self.offsets[start] if start < len(self.offsets) else 0, 0)
        first = self.offsets[start]
        return first, self.offsets[end - 1] + 1 - first


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report, its line break left out."""

    start: int
    end: int
    blank: bool
    """Whether nothing is printed in it."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A report's lines and what is known of them; made by :func:`lay_out`."""

    text: str
    lines: tuple[Line, ...]
    furniture: frozenset[int]
    """Indices of the lines that are page numbers, running heads or rules."""
    rules: tuple[int, ...]
    """Indices of the rules among them, in order."""
    _starts: tuple[int, ...] = field(repr=False)
    _paragraph_ends: tuple[int, ...] = field(repr=False)

    def index_at(self, offset: int) -> int:
        """The index of the line in which an offset lies."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def wording(self, index: int) -> str:
        """One line as it is printed, invisible characters left out."""
        line = self.lines[index]
        return _INVISIBLE_CHARACTER.sub("", self.text[line.start : line.end]).strip()

    def first_printed(self, line: Line) -> int:
        """The offset of the first character of a line that is not invisible."""
        at = line.start
        while at < line.end and _INVISIBLE_CHARACTER.match(self.text, at):
            at += 1
        return at

    def end_of_paragraph(self, offset: int) -> int:
        """The offset where the paragraph around an offset ends."""
        return self._paragraph_ends[self.index_at(offset)] if self.lines else 0

    def rule_between(self, first: int, end: int) -> int | None:
        """The first rule after line ``first`` that stands before the offset ``end``."""
        position = bisect_right(self.rules, first)
        if position < len(self.rules) and self.lines[self.rules[position]].start < end:
            return self.rules[position]
        return None

    def finished(self, end: int, start: int = 0) -> bool:
        """Whether the wording before an offset ends as a sentence or a citation does."""
        return bool(_FINISHED.search(self.text, max(start, end - 8), end))

    def paragraphs(self, taken: Sequence[Span]) -> tuple[tuple[Span, ...], ...]:
        """The paragraphs of the report, furniture left out and the taken spans cut out.

        A paragraph that a page break cuts (it stops short, and is long or goes on in lower case) is one.

        :param taken: what belongs to the notes: sorted, apart from each other.
        """
        paragraphs: list[tuple[Span, ...]] = []
        for paragraph in self._pieces(taken):
            if paragraphs and self._goes_on(paragraphs[-1], paragraph):
                paragraphs[-1] += paragraph
            else:
                paragraphs.append(paragraph)
        return tuple(paragraphs)

    def _pieces(self, taken: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
        """What is printed without a blank line, furniture or a taken span in it."""
        current: Span | None = None
        position = 0
        for index, line in enumerate(self.lines):
            if line.blank or index in self.furniture:
                if current:
                    yield (current,)
                current = None
                continue
            at = line.start
            while position < len(taken) and taken[position][1] <= at:
                position += 1
            while at < line.end:
                cut = position < len(taken) and taken[position][0] < line.end
                end = max(at, taken[position][0]) if cut else line.end
                if at < end:
                    current = (current[0], end) if current else (at, end)
                if cut:
                    if current:
                        yield (current,)
                    current, at = None, taken[position][1]
                    position += taken[position][1] <= line.end
                else:
                    at = end
        if current:
            yield (current,)

    def _goes_on(self, before: Sequence[Span], after: Sequence[Span]) -> bool:
        begin, end = after[0]
        start, stop = before[-1]
        beginning = _INVISIBLE_CHARACTER.sub("", self.text[begin : min(end, begin + 20)])
        last = self.text[max(start, stop - 8) : stop].rstrip()[-1:]
        if not (last.isalpha() or last in (",", "，", "、")):
            return False
        return beginning.lstrip()[:1].islower() or (
            stop - start > _LONG and not re.match(r"\s|>|[-*•#]", beginning)
        )


def lay_out(text: str) -> Layout:
    """The lines of a text, with its furniture and the ends of its paragraphs."""
    lines = tuple(_lines(text))
    ends = [line.end for line in lines]
    for index in range(len(lines) - 2, -1, -1):
        if not lines[index].blank and not lines[index + 1].blank:
            ends[index] = ends[index + 1]
    rules = tuple(
        index
        for index, line in enumerate(lines)
        if not line.blank and _RULE.fullmatch(text, line.start, min(line.end, line.start + 200))
    )
    furniture = _furniture(text, lines) | frozenset(rules)
    return Layout(text, lines, furniture, rules, tuple(line.start for line in lines), tuple(ends))


def _lines(text: str) -> Iterator[Line]:
    for match in _LINE.finditer(text):
        if match.start() == match.end():
            break
        content = match.group().rstrip("\r\n")
        blank = not content.strip() or not _INVISIBLE_CHARACTER.sub("", content).strip()
        yield Line(match.start(), match.start() + len(content), blank)


def _furniture(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The lines that are page numbers or running heads.

    A running head is a short line that stands alone again and again: twice with a page number set apart
    at its edge, else three times.
    """
    short = {
        index: text[line.start : line.end]
        for index, line in enumerate(lines)
        if not line.blank and line.end - line.start <= 100
    }
    heads = {
        index: " ".join(_EDGE_NUMBER.sub("", wording).split()).casefold() for index, wording in short.items()
    }
    often = Counter(heads.values())
    return frozenset(
        index
        for index, wording in short.items()
        if _PAGE_NUMBER.fullmatch(wording)
        or (
            len(heads[index]) > 3
            and often[heads[index]] >= (2 if _EDGE_NUMBER.search(wording) else 3)
            and _alone(lines, index)
        )
    )


def _alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a blank line, or nothing, stands on one side of a line."""
    return (index == 0 or lines[index - 1].blank) or (index + 1 == len(lines) or lines[index + 1].blank)


def join(text: str, spans: Sequence[Span]) -> Joined:
    """The wording in ``spans`` of ``text`` as one line.

    A line break becomes a space, except after a soft hyphen, inside an address, and between
    characters of scripts that are written without spaces (hangul is written with them).
    """
    characters: list[str] = []
    offsets: list[int] = []
    word = 0  # where the last word begins in ``characters``
    gap: int | None = None  # offset of white space that is still to be written
    broken = hyphen = False
    for start, end in spans:
        for at in range(start, end):
            character = text[at]
            if character.isspace():
                gap = at if gap is None else gap
                broken = broken or character in _BREAKS
                continue
            if _INVISIBLE_CHARACTER.match(character):
                hyphen = hyphen or character == "\u00ad"
                continue
            if gap is not None:
                if characters and not (broken and (hyphen or _closed_up(characters, word, character))):
                    characters.append(" ")
                    offsets.append(gap)
                    word = len(characters)
                gap, broken = None, False
            hyphen = False
            characters.append(character)
            offsets.append(at)
        if start < end:
            gap, broken = (end, True) if gap is None else (gap, True)
    return Joined("".join(characters), tuple(offsets))


def _closed_up(characters: Sequence[str], word: int, following: str) -> bool:
    """Whether what was broken at a line end is written without a space."""
    if _UNSPACED.match(characters[-1]) and _UNSPACED.match(following):
        return True
    tail = "".join(characters[max(word, len(characters) - _LONGEST_ADDRESS) :])
    return bool(_OPEN_ADDRESS.search(tail)) and characters[-1] not in ".,;" and not following.isupper()

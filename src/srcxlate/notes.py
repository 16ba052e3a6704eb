"""From a report's text to its notes: number, wording, place.

In comes the text of a report as it was decoded, untouched; out come its :class:`Note` values and the
marks in the body that call them. A note is found by its number: a marker that continues the sequence
starts a note wherever it stands, so a note that ran on in the line of the one before is found as well.
Nothing is lost: every character between a note's marker and its end is in :attr:`Note.spans`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, zero-width and bidirectional characters: printed by nobody, meant by nobody."""

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_SPACE = r"[ \t\u00a0\u3000]"
_NUMBER = r"(?P<n>\d{1,4})"
_STYLES = {
    name: re.compile(rf"{_SPACE}*(?:>{_SPACE}*)?(?:{form})")
    for name, form in {
        "footnote": rf"\[\^{_NUMBER}\]:{_SPACE}*",
        "word": rf"[（(［\[]?{_SPACE}*(?:注|註|脚注|腳註|주|각주){_SPACE}*{_NUMBER}{_SPACE}*[)）\]］:：.]*{_SPACE}*",
        "bullet": rf"[-*•–]{_SPACE}+{_NUMBER}[.)]?{_SPACE}+(?=\S)",
        "superscript": rf"(?P<s>[⁰¹²³⁴-⁹]{{1,4}}|<sup>\d{{1,4}}</sup>){_SPACE}*",
        "square": rf"[\[［〔【]{_NUMBER}[\]］〕】]{_SPACE}*(?![(（])",
        "round": rf"[(（]{_NUMBER}[)）]{_SPACE}*",
        "half": rf"{_NUMBER}[)）]{_SPACE}*",
        "dot": rf"{_NUMBER}[.．、]{_SPACE}*(?=[^\d\s])",
        "bare": rf"{_NUMBER}{_SPACE}+(?=[^\d\s])",
    }.items()
}
_INLINE = re.compile(
    r"(?<=[.。>)\]”’\"'」』】）])[ \t]?(?P<n>\d{1,4})[.)]?[ \t]+"
    r"(?=[A-Z‘“'\"「『《〈*<\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
"""A marker in the line of the note before it: after the end of a sentence, before the start of one."""

_HEADING = re.compile(
    r"^[\s#*_=\d.\-–—:：【〔\[]*(?:(?:end|foot)?notes?|(?:notes|references)\b.{0,40}|references|sources|citations|"
    r"(?:尾|脚|腳|後|后)?[注註][釈释釋记記]?|参考文献|參考文獻|参考资料|미주|각주|주석?|참고\s?문헌)"
    r"[\s*_=\-–—:：】〕\]]*$",
    re.I,
)
_CITING = re.compile(
    r"https?://|doi|\b(?:18|19|20)\d\d\b|[Ii]bid|\b[Ss]ee\b|\bid\.|\bpp?\.\s?\d|\bop\. ?cit|"
    r"[「『《〈]|[年년頁页쪽]|[‘“\"'*_]\S|[注註]\d"
)
_FINISHED = re.compile(r"[.。．!?！？>)）」』”’\"'*\]][\s*_]*$")
_GOES_ON = re.compile(r"^[a-zß-ÿ,;:)\]”’」』》〉、。,%&(（<\[\d\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_PAGE_NUMBER = re.compile(r"^[\s\-–—|\f]*(?:page|p\.|頁|页|쪽)?\s*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[\s\-–—|\f]*$", re.I)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MARK = re.compile(
    r"(?P<super>[⁰¹²³⁴-⁹]{1,4})|<sup>\s*\[?(?P<html>\d{1,4})\]?\s*</sup>|\[\^(?P<foot>\d{1,4})\](?!:)"
    r"|(?P<word>[（(［\[]\s*(?:注|註|주)\s*(?P<wordn>\d{1,4})\s*[)）\]］])"
    r"|[\[［〔](?P<square>\d{1,4})[\]］〕](?![(（])"
    r"|(?<=[^\s\d(（])[(（](?P<round>\d{1,4})[)）]"
    r"|(?<=[^\s\d(（])(?P<half>\d{1,4})[)）]"
    r"|(?:(?<=[.,;:!?”’\"'」』。、])|(?<=\d, )|(?<=\d,))(?P<plain>\d{1,3})(?=[\s”’\"']|,\s?\d{1,3}\b|\Z)"
)
_MARKS_OF_STYLE = {"square": ("square",), "round": ("round",), "half": ("half",), "word": ("wordn", "half")}


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
class Note:
    """One note of a report."""

    series: int
    """Counted from 1: numbering that restarts at 1 opens a new series."""
    number: int
    wording: Joined
    line: int = field(compare=False)
    """The line of the report where the marker stands, from 1."""
    column: int = field(compare=False)
    """The column of the first character of the wording, from 1."""
    spans: tuple[tuple[int, int], ...] = field(compare=False)
    """The note's characters in the report as (start, end), marker and page furniture left out."""

    @property
    def text(self) -> str:
        """The note's wording in one line."""
        return self.wording.text


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in the body that calls a note."""

    series: int
    number: int
    start: int
    """Offset in the report of the sign's first character, from 0."""
    end: int


@dataclass(frozen=True, slots=True)
class Notes:
    """All that was found of notes in one report."""

    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    body: tuple[tuple[int, int], ...]
    """The rest of the report as (start, end): its paragraphs, in order."""
    warnings: tuple[str, ...]
    """Jumps and repeats in the numbering, one sentence each."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A place where a note may start."""

    style: str
    number: int
    at: int
    """Offset of the marker."""
    text_at: int
    """Offset of the first character after it."""
    weight: float


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    """Without the line break."""
    blank: bool


def parse_notes(text: str) -> Notes:
    """The notes of a report, for any text: a text without notes gives none.

    :param text: the decoded report; line ends of any kind, a byte-order mark is let through.
    """
    lines = _lines(text)
    series = _choose(text, lines, _candidates(text, lines))
    if not series:
        return Notes((), (), _paragraphs_outside(lines, ()), ())
    series = [_fill_gaps(text, lines, starts) for starts in series]
    notes, warnings = _cut(text, lines, series)
    taken = [(s.at, s.text_at) for starts in series for s in starts]
    taken += [span for note in notes for span in note.spans]
    body = _paragraphs_outside(lines, sorted(taken))
    return Notes(tuple(notes), _marks(text, body, series), body, tuple(warnings))


def join(text: str, spans: Sequence[tuple[int, int]]) -> Joined:
    """The wording in ``spans`` of ``text`` as one line.

    A line break becomes a space, except after a soft hyphen, inside an address, and between
    characters of scripts that are written without spaces (hangul is written with them).
    """
    characters: list[str] = []
    offsets: list[int] = []
    gap: int | None = None  # offset of white space that is still to be written
    broken = hyphen = False
    for start, end in spans:
        for at in range(start, end):
            character = text[at]
            if character.isspace() or character == "\u3000":
                gap = at if gap is None else gap
                broken = broken or character in "\r\n\x0b\x0c\x85\u2028\u2029"
                continue
            if _INVISIBLE_CHARACTER.match(character):
                hyphen = hyphen or character == "\u00ad"
                continue
            if gap is not None:
                if characters and not (broken and (hyphen or _closed_up(characters, character))):
                    characters.append(" ")
                    offsets.append(gap)
                gap, broken = None, False
            hyphen = False
            characters.append(character)
            offsets.append(at)
        gap, broken = (end, True) if gap is None else (gap, True)
    return Joined("".join(characters), tuple(offsets))


_INVISIBLE_CHARACTER = re.compile(f"[{INVISIBLE}]")
_UNSPACED = re.compile(r"[\u3001-\u3003\u3005-\u3011\u3014-\u301f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]")
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>「」『』()（）]*\Z")


def _closed_up(characters: list[str], following: str) -> bool:
    """Whether what was broken at a line end is written without a space."""
    if _UNSPACED.match(characters[-1]) and _UNSPACED.match(following):
        return True
    tail = "".join(characters[-400:])
    return bool(_OPEN_ADDRESS.search(tail)) and characters[-1] not in ".,;" and not following.isupper()


def _lines(text: str) -> list[_Line]:
    lines = []
    for match in _LINE.finditer(text):
        if match.start() == match.end():
            break
        content = match.group().rstrip("\r\n")
        blank = not content.strip() or not _INVISIBLE_CHARACTER.sub("", content).strip()
        lines.append(_Line(match.start(), match.start() + len(content), blank))
    return lines


def _candidates(text: str, lines: Sequence[_Line]) -> dict[str, list[_Start]]:
    """Every line that begins with a marker, by the marker's style."""
    found: dict[str, list[_Start]] = {name: [] for name in _STYLES}
    finished, after_blank = True, True
    for line in lines:
        if line.blank:
            after_blank = True
            continue
        at = line.start
        while at < line.end and _INVISIBLE_CHARACTER.match(text, at):
            at += 1
        for start in _markers_at(text, at, line.end, 1 + 0.05 * finished + 0.05 * after_blank):
            found[start.style].append(start)
        finished, after_blank = bool(_FINISHED.search(text, max(line.start, line.end - 8), line.end)), False
    return found


def _markers_at(text: str, at: int, end: int, weight: float) -> Iterator[_Start]:
    """The readings of one line's beginning as a marker: one for each style that fits."""
    for name, pattern in _STYLES.items():
        match = pattern.match(text, at, end)
        if match:
            digits = match.groupdict().get("n") or re.sub(r"</?sup>", "", match["s"]).translate(SUPERSCRIPTS)
            yield _Start(name, int(digits), at, match.end(), weight)


def _choose(text: str, lines: Sequence[_Line], candidates: dict[str, list[_Start]]) -> list[list[_Start]]:
    """The series of notes of a report, in the order of the text.

    Each style of marker gives its best chains; a chain is believed if a heading stands over it, if the
    body calls its numbers, or, for want of such, if most of its notes read like citations. A sign in
    the body calls one note, so a table of contents finds its numbers already spent on the real notes.
    """
    called = Counter(int(m[1].translate(SUPERSCRIPTS)) for m in re.finditer(r"([⁰¹²³⁴-⁹]{1,4})", text))
    called.update(int(m[1] or m[2]) for m in re.finditer(r"\[\^(\d{1,4})\](?!:)|<sup>\[?(\d{1,4})\]?</sup>", text))
    strong: list[list[_Start]] = []
    weak: list[list[_Start]] = []
    chains = [chain for starts in candidates.values() for chain in _series(_best_chain(starts))]
    for chain in sorted(chains, key=len, reverse=True):
        belief = _belief(text, lines, chain, called)
        if belief == "strong" and _apart(chain, strong):
            strong.append(chain)
            called.subtract({start.number for start in chain})
        elif belief == "weak" and _apart(chain, weak):
            weak.append(chain)
    return sorted(strong or weak, key=lambda chain: chain[0].at)


def _apart(chain: Sequence[_Start], others: Sequence[Sequence[_Start]]) -> bool:
    """Whether a chain lies wholly before or after each of the others."""
    return all(chain[-1].at < other[0].at or chain[0].at > other[-1].at for other in others)


_RESTART, _JUMP, _REPEAT = 0.5, 1.2, 0.7
_WIDEST_JUMP = 10


def _best_chain(starts: Sequence[_Start]) -> list[_Start]:
    """The heaviest sequence of markers in which a number follows the one before it.

    Each marker weighs about 1; restarting at 1, a jump forward (up to ten) and a repeated number cost
    something, so that a stray number is passed over and a real gap is bridged. Linear in ``starts``.
    """
    best: dict[int, tuple[float, int]] = {}  # number -> (weight of the best chain that ends in it, marker)
    before: list[int | None] = []
    top: tuple[float, int] = (0.0, -1)
    for index, start in enumerate(starts):
        n = start.number
        options: list[tuple[float, int | None]] = [(0.0 if n == 1 else -_JUMP, None)]
        if n == 1 and top[1] >= 0:
            options.append((top[0] - _RESTART, top[1]))
        if n - 1 in best:
            options.append(best[n - 1])
        if n in best:
            options.append((best[n][0] - _REPEAT, best[n][1]))
        options += [
            (best[k][0] - _JUMP - 0.1 * (n - k), best[k][1])
            for k in range(max(1, n - _WIDEST_JUMP), n - 1)
            if k in best
        ]
        weight, previous = max(options, key=lambda option: option[0])
        before.append(previous)
        weight += start.weight
        if n not in best or weight >= best[n][0]:
            best[n] = (weight, index)
        if weight >= top[0]:
            top = (weight, index)
    chain: list[_Start] = []
    at: int | None = top[1] if top[1] >= 0 else None
    while at is not None:
        chain.append(starts[at])
        at = before[at]
    return chain[::-1]


def _series(chain: Sequence[_Start]) -> Iterator[list[_Start]]:
    """The chain cut where the numbering restarts."""
    current: list[_Start] = []
    for start in chain:
        if current and start.number < current[-1].number:
            yield current
            current = []
        current.append(start)
    if current:
        yield current


def _belief(text: str, lines: Sequence[_Line], chain: Sequence[_Start], called: Counter[int]) -> str:
    """``strong``, ``weak`` or nothing: whether a chain of markers is a series of notes."""
    if chain[0].style == "footnote":
        return "strong"
    ends = [min(_end_of_paragraph(lines, a.at), b.at if b else len(text)) for a, b in pairwise([*chain, None]) if a]
    citing = sum(
        bool(_CITING.search(text, start.text_at, end)) for start, end in zip(chain, ends, strict=True)
    ) / len(chain)
    if citing >= 0.3 and _under_heading(text, lines, chain[0].at):
        return "strong"
    in_body = sum(called[start.number] > 0 for start in chain) / len(chain)
    if len(chain) >= 2 and in_body >= 0.5 and citing >= 0.3:
        return "strong"
    return "weak" if citing >= 0.6 and len(chain) >= 2 and chain[0].number <= 2 else ""


def _under_heading(text: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether one of the last three lines of print before ``at`` is a heading such as Notes or 注."""
    seen = 0
    for index in range(bisect_left(lines, at, key=lambda line: line.end) - 1, -1, -1):
        line = lines[index]
        if line.blank:
            continue
        if _HEADING.match(text[line.start : line.end][:80]):
            return True
        seen += 1
        if seen == 3:
            break
    return False


def _fill_gaps(text: str, lines: Sequence[_Line], starts: list[_Start]) -> list[_Start]:
    """The series with the numbers that its style missed: in another style, or inside another's line."""
    filled: list[_Start] = []
    after_last = _end_of_paragraph(lines, starts[-1].at)
    for start, following in pairwise([*starts, None]):
        assert start is not None  # pairwise puts None last only
        filled.append(start)
        end = following.at if following else after_last
        last = following.number if following else start.number + 20
        at = start.text_at
        for number in range(start.number + 1, last):
            found = _find_number(text, number, at, end)
            if found is None:
                if following is None:
                    break
                continue
            filled.append(found)
            at = found.text_at
    return filled


def _find_number(text: str, number: int, start: int, end: int) -> _Start | None:
    """The first marker of ``number`` between two offsets: at a line's beginning, else inside a line."""
    for match in re.finditer(rf"(?<![\d.])0*{number}(?!\d)", text[start:end]):
        line_start = max(text.rfind("\n", 0, start + match.start()), text.rfind("\r", 0, start + match.start())) + 1
        if line_start > start and start + match.start() - line_start < 12:
            for marker in _markers_at(text, line_start, end, 1):
                if marker.number == number and marker.style != "bare":
                    return marker
    for match in _INLINE.finditer(text, start, end):
        if int(match["n"]) == number:
            return _Start("inline", number, match.start("n"), match.end(), 1)
    return None


def _end_of_paragraph(lines: Sequence[_Line], at: int) -> int:
    """The offset where the paragraph around ``at`` ends."""
    index = bisect_left(lines, at, key=lambda line: line.end)
    while index + 1 < len(lines) and not lines[index + 1].blank:
        index += 1
    return lines[index].end


def _cut(text: str, lines: Sequence[_Line], series: Sequence[Sequence[_Start]]) -> tuple[list[Note], list[str]]:
    """The notes between their markers, and a warning for each number that does not follow."""
    furniture = _furniture(text, lines)
    starts = sorted(((start, number) for number, group in enumerate(series, 1) for start in group),
                    key=lambda pair: pair[0].at)
    interleaved = _interleaved(text, lines, [start for start, _ in starts])
    beginnings = [line.start for line in lines]
    notes: list[Note] = []
    warnings: list[str] = []
    for (start, group), following in pairwise([*starts, None]):
        end = following[0].at if following else len(text)
        last = following is None or following[1] != group
        index = bisect_right(beginnings, start.at) - 1
        spans = _extent(text, lines, index, start, end, furniture, loose=last or interleaved)
        notes.append(Note(group, start.number, join(text, spans), index + 1,
                          start.text_at - lines[index].start + 1, tuple(spans)))
        if following and following[1] == group and following[0].number != start.number + 1:
            what = "is repeated" if following[0].number == start.number else f"follows {start.number}"
            line = bisect_right(beginnings, following[0].at)
            warnings.append(f"line {line}: note {following[0].number} {what}")
    return notes, warnings


def _extent(
    text: str, lines: Sequence[_Line], first: int, start: _Start, end: int, furniture: frozenset[int], *, loose: bool
) -> list[tuple[int, int]]:
    """The characters of one note: its first paragraph, and each later one that goes on with it.

    :param loose: whether text that is no note may follow before ``end`` (the last note of a series, or
        notes at the foot of pages): then a paragraph belongs only if the wording before it is unfinished.
    """
    spans: list[tuple[int, int]] = []
    pending_break = False
    for index in range(first, len(lines)):
        line = lines[index]
        if line.start >= end:
            break
        low, high = max(line.start, start.text_at), min(line.end, end)
        if line.blank:
            pending_break = True
            continue
        if index != first and index in furniture:
            pending_break = True
            continue
        if pending_break and spans and loose and not _continues(text, start, spans[-1], low, high):
            break
        pending_break = False
        if low < high:
            spans.append((low, high))
    return spans


def _continues(text: str, start: _Start, last: tuple[int, int], low: int, high: int) -> bool:
    """Whether a paragraph takes up an unfinished note."""
    if start.style == "footnote" and text[low:low + 4].isspace() and low + 4 <= high:
        return True
    paragraph = _INVISIBLE_CHARACTER.sub("", text[low:high]).strip()
    finished = _FINISHED.search(text, max(last[0], last[1] - 8), last[1])
    return not finished and bool(_GOES_ON.match(paragraph))


def _furniture(text: str, lines: Sequence[_Line]) -> frozenset[int]:
    """The lines that are page numbers or running heads: digits alone, or the same short line again and again."""
    plain = {
        index: re.sub(r"[\d\s|\f]+", " ", text[line.start : line.end]).strip()
        for index, line in enumerate(lines)
        if not line.blank and line.end - line.start <= 80
    }
    often = Counter(wording for wording in plain.values() if wording)
    return frozenset(
        index
        for index, wording in plain.items()
        if _PAGE_NUMBER.match(text[lines[index].start : lines[index].end])
        or (often[wording] >= 3 and len(wording) > 3 and _alone(lines, index))
    )


def _alone(lines: Sequence[_Line], index: int) -> bool:
    return (index == 0 or lines[index - 1].blank) or (index + 1 == len(lines) or lines[index + 1].blank)


def _interleaved(text: str, lines: Sequence[_Line], starts: Sequence[_Start]) -> bool:
    """Whether body text stands between notes: paragraphs without a marker that call notes themselves."""
    markers = {start.at for start in starts}
    first, last = starts[0].at, starts[-1].at
    called = plain = 0
    new_paragraph = True
    for line in lines:
        if line.blank:
            new_paragraph = True
            continue
        if first < line.start < last and new_paragraph and not any(
            at in markers for at in range(line.start, min(line.end, line.start + 12))
        ):
            plain += 1
            called += bool(re.search(r"\S(?:[⁰¹²³⁴-⁹]|\[\^?\d+\](?!:)|<sup>|[(（\[](?:注|주)?\d+[)）\]])", text[line.start:line.end]))
        new_paragraph = False
    return called >= 2 and called * 4 >= plain


def _paragraphs_outside(lines: Sequence[_Line], taken: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The paragraphs of the report with the taken spans (sorted, apart from each other) cut out."""
    paragraphs: list[tuple[int, int]] = []
    position = 0
    open_end = -1  # where the paragraph that is being built ended so far, -1 for none
    for line in lines:
        if line.blank:
            open_end = -1
            continue
        at = line.start
        while position < len(taken) and taken[position][1] <= at:
            position += 1
        look = position
        while at < line.end:
            covered = look < len(taken) and taken[look][0] < line.end
            end = max(at, taken[look][0]) if covered else line.end
            if at < end:
                if open_end >= 0 and at == line.start:
                    paragraphs[-1] = (paragraphs[-1][0], end)
                else:
                    paragraphs.append((at, end))
                open_end = end if end == line.end else -1
            if covered:
                open_end = -1
                at = taken[look][1]
                look += 1
            else:
                at = line.end
    return tuple(paragraphs)


def _marks(text: str, body: Sequence[tuple[int, int]], series: Sequence[Sequence[_Start]]) -> tuple[Mark, ...]:
    """The signs in the body that call notes, each with its series.

    Superscripts and ``[^1]`` are always signs. A number in brackets is one only where the notes are
    numbered so, and a bare number after a full stop only where nothing else calls the notes.
    """
    styles = {start.style for starts in series for start in starts}
    allowed = {"super", "html", "foot", *(kind for style in styles for kind in _MARKS_OF_STYLE.get(style, ()))}
    numbers = [{start.number for start in starts} for starts in series]
    known = set().union(*numbers)
    found: list[tuple[int, int, int]] = []
    plain: list[tuple[int, int, int]] = []
    for low, high in body:
        for match in _MARK.finditer(text, low, high):
            kind = match.lastgroup if match.lastgroup != "word" else "wordn"
            if kind is None or (kind not in allowed and kind != "plain"):
                continue
            for number in _numbers(match[kind].translate(SUPERSCRIPTS), known):
                (plain if kind == "plain" else found).append((number, match.start(), match.end()))
    if not found:
        found = _in_sequence(plain)
    return tuple(_with_series(found, series))


def _numbers(digits: str, known: set[int]) -> list[int]:
    """The notes that a run of digits calls: one, or two whose numbers were set without a space."""
    if int(digits) in known:
        return [int(digits)]
    for cut in range(1, len(digits)):
        first, second = int(digits[:cut]), int(digits[cut:])
        if second == first + 1 and {first, second} <= known:
            return [first, second]
    return []


def _in_sequence(marks: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Bare numbers that could be marks, kept only if they count up from 1 without a hole."""
    kept: list[tuple[int, int, int]] = []
    for mark in marks:
        if mark[0] == len(kept) + 1:
            kept.append(mark)
    return kept if len(kept) > 2 else []


def _with_series(
    marks: Sequence[tuple[int, int, int]], series: Sequence[Sequence[_Start]]
) -> Iterator[Mark]:
    """Each mark with its series: the next one printed after it, else counted by the marks' own restarts."""
    ends = [starts[-1].at for starts in series]
    printed_between = any(start > ends[0] for _, start, _ in marks)
    current, previous = 1, 0
    for number, start, end in marks:
        if printed_between:
            current = min(bisect_left(ends, start), len(series) - 1) + 1
        elif number <= 2 < previous and current < len(series):
            current += 1
        previous = number
        yield Mark(current, number, start, end)

"""From a report's text to its notes: number, wording, place.

In comes the text of a report as it was decoded, untouched; out come its :class:`Note` values and the
marks in the body that call them. A note is found by its number: a marker that continues the sequence
starts a note wherever it stands, so a note that ran on in the line of the one before is found as well.
Nothing is lost: every character between a note's marker and its end is in :attr:`Note.spans`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from srcxlate.layout import INVISIBLE, Joined, Layout, Span, join, lay_out
from srcxlate.marks import SUPERSCRIPTS, Mark, Numbering, called_anywhere, find_marks
from srcxlate.numbering import heaviest, roman

__all__ = ["INVISIBLE", "Joined", "Mark", "Note", "Notes", "join", "parse_notes"]

_SPACE = r"[ \t\u00a0\u3000]"
_NUMBER = r"(?P<n>\d{1,4})"
_STYLES = {
    name: re.compile(rf"{_SPACE}*+(?:>{_SPACE}*+)?(?:{form})")
    for name, form in {
        "footnote": rf"\[\^{_NUMBER}\]:{_SPACE}*",
        "word": rf"[（(［\[]?{_SPACE}*(?:注|註|脚注|腳註|주|각주){_SPACE}*{_NUMBER}{_SPACE}*"
        rf"[)）\]］:：.]*{_SPACE}*",
        "bullet": rf"[-*•–]{_SPACE}+{_NUMBER}[.)]?{_SPACE}+(?=\S)",
        "superscript": rf"(?P<s>[⁰¹²³⁴-⁹]{{1,4}}|<sup>\d{{1,4}}</sup>){_SPACE}*",
        "square": rf"[\[［〔【]{_NUMBER}[\]］〕】]{_SPACE}*(?![(（])",
        "roman square": rf"\[(?P<r>[ivxlc]{{1,9}})\]{_SPACE}*(?![(（])",
        "roman dot": rf"(?P<r>[ivxlc]{{1,9}})\.{_SPACE}+(?=\S)",
        "round": rf"[(（]{_NUMBER}[)）]{_SPACE}*",
        "half": rf"{_NUMBER}[)）]{_SPACE}*",
        "dot": rf"{_NUMBER}[.．、](?:{_SPACE}+(?=\S)|(?=\D)|\Z){_SPACE}*",
        "bare": rf"{_NUMBER}{_SPACE}+(?=[^\d\s])",
    }.items()
}
"""The ways to number notes, as a line begins: ``[^64]:``, ``注4)``, ``- 64``, ``⁶⁴``, ``[64]``, ``[iv]``,
``iv.``, ``(64)``, ``64)``, ``64.``, ``64``."""
_INLINE = re.compile(
    r"(?<=[.。>)\]”’\"'」』】）])[ \t]{0,8}(?P<n>\d{1,4})[.)]?[ \t]+"
    r"(?=[A-Z‘“'\"「『《〈*<\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
"""A marker in the line of the note before it: after the end of a sentence, before the start of one."""
_HEADING = re.compile(
    r"[\s#*_=\d.\-–—:：【〔\[]*+(?:(?:end|foot)?notes?|n\so\st\se\ss|(?:notes|references)\b.{0,40}|references|sources|"
    r"citations|(?:尾|脚|腳|後|后)?[注註][釈释釋记記]?|参考文献|參考文獻|参考资料|미주|각주|주석?|참고\s?문헌)"
    r"(?:\s*[(（](?:(?:end|foot)?notes?|references)[)）])?[\s*_=\-–—:：】〕\]]*",
    re.I,
)
"""A heading over notes: ``Notes``, ``## Endnotes``, ``N O T E S``, ``【注】``, ``주석 (Notes)``."""
_CITING = re.compile(
    r"https?://|doi|\b(?:18|19|20)\d\d\b|[Ii]bid|\b[Ss]ee\b|\bid\.|\bpp?\.\s?\d|\bop\. ?cit|"
    r"[「『《〈]|[년年頁页쪽]|[‘“\"'*_]\S|[注註]\d"
)
"""What a note that cites holds, and a numbered list of arguments mostly does not."""
_GOES_ON = re.compile(r"[a-zß-ÿ,;:)\]”’」』》〉、。,%&(（<\[\d\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""How a paragraph begins that takes up an unfinished one."""
_CALLING = re.compile(
    r"\S(?:[⁰¹²³⁴-⁹]|\[(?:\^?\d{1,4}|[ivxlc]{1,9})\](?!:)|<sup>|[(（\[](?:注|주)?\d{1,4}[)）\]]"
    r"| \[\d{1,3}\](?![:(（]))"
)
"""A sign that calls a note, in running text; behind a space, four digits in brackets are a year."""
_BEYOND_LAST = 20
"""How many numbers after the last marker are looked for inside its paragraph."""
_MISSING = 3
"""How many of them may be missing in a row."""


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
    spans: tuple[Span, ...] = field(compare=False)
    """The note's characters in the report as (start, end), marker and page furniture left out."""

    @property
    def text(self) -> str:
        """The note's wording in one line."""
        return self.wording.text


@dataclass(frozen=True, slots=True)
class Notes:
    """All that was found of notes in one report."""

    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    body: tuple[tuple[Span, ...], ...]
    """The rest of the report: its paragraphs in order, each as the spans that a page break leaves of it."""
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


def parse_notes(text: str) -> Notes:
    """The notes of a report, for any text: a text without notes gives none.

    :param text: the decoded report; line ends of any kind, a byte-order mark is let through.
    """
    layout = lay_out(text)
    series = [_fill_gaps(layout, starts) for starts in _choose(layout, _candidates(layout))]
    if not series:
        return Notes((), (), layout.paragraphs(()), ())
    notes, warnings = _cut(layout, series)
    taken = [(start.at, start.text_at) for starts in series for start in starts]
    taken += [span for note in notes for span in note.spans]
    body = layout.paragraphs(sorted(taken))
    return Notes(
        tuple(notes), find_marks(text, body, [_numbering(starts) for starts in series]), body, tuple(warnings)
    )


def _numbering(starts: Sequence[_Start]) -> Numbering:
    return Numbering(frozenset(s.style for s in starts), frozenset(s.number for s in starts), starts[-1].at)


# -- markers -------------------------------------------------------------------------------------


def _candidates(layout: Layout) -> dict[str, list[_Start]]:
    """Every line that begins with a marker, by the marker's style."""
    found: dict[str, list[_Start]] = {name: [] for name in _STYLES}
    finished, after_blank = True, True
    for index, line in enumerate(layout.lines):
        if line.blank or index in layout.furniture:
            after_blank = True
            continue
        weight = 1 + 0.05 * finished + 0.05 * after_blank
        for start in _markers_at(layout.text, layout.first_printed(line), line.end, weight):
            found[start.style].append(start)
        finished, after_blank = layout.finished(line.end, line.start), False
    return found


def _markers_at(text: str, at: int, end: int, weight: float) -> Iterator[_Start]:
    """The readings of one line's beginning as a marker: one for each style that fits."""
    for name, pattern in _STYLES.items():
        match = pattern.match(text, at, end)
        if match:
            number = _number(match)
            if number is not None:
                yield _Start(name, number, at, match.end(), weight)


def _number(match: re.Match[str]) -> int | None:
    """The number of a marker; None for Roman letters that are no numeral."""
    groups = match.groupdict()
    if groups.get("r"):
        return roman(groups["r"]) or None
    return int(groups.get("n") or re.sub(r"</?sup>", "", match["s"]).translate(SUPERSCRIPTS))


def _choose(layout: Layout, candidates: dict[str, list[_Start]]) -> list[list[_Start]]:
    """The series of notes of a report, in the order of the text.

    Each style of marker gives its best chains; a chain is believed if a heading stands over it, if the
    body calls its numbers, or, for want of such, if most of its notes read like citations. A sign in
    the body calls one note, so a table of contents finds its numbers already spent on the real notes.
    """
    called = Counter(called_anywhere(layout.text))
    strong, weak = _Apart(), _Apart()
    chains = [chain for starts in candidates.values() for chain in _series(starts)]
    for chain in sorted(chains, key=len, reverse=True):
        belief = _belief(layout, chain, called)
        if belief == "strong" and strong.add(chain):
            called.subtract({start.number for start in chain})
        elif belief == "weak":
            weak.add(chain)
    return strong.chains or weak.chains


class _Apart:
    """Chains of markers in the order of the text, each wholly before or after each other."""

    def __init__(self) -> None:
        self.chains: list[list[_Start]] = []

    def add(self, chain: list[_Start]) -> bool:
        """Takes a chain in, unless it overlaps one that is there; whether it did."""
        position = bisect_left(self.chains, chain[0].at, key=lambda other: other[0].at)
        if position and self.chains[position - 1][-1].at >= chain[0].at:
            return False
        if position < len(self.chains) and self.chains[position][0].at <= chain[-1].at:
            return False
        self.chains.insert(position, chain)
        return True


def _series(starts: Sequence[_Start]) -> Iterator[list[_Start]]:
    """The heaviest chain of markers of one style, cut where the numbering restarts."""
    current: list[_Start] = []
    for index in heaviest([(start.number, start.weight) for start in starts]):
        if current and starts[index].number < current[-1].number:
            yield current
            current = []
        current.append(starts[index])
    if current:
        yield current


def _belief(layout: Layout, chain: Sequence[_Start], called: Counter[int]) -> str:
    """``strong``, ``weak`` or nothing: whether a chain of markers is a series of notes."""
    if chain[0].style == "footnote":
        return "strong"
    nexts = [*(start.at for start in chain[1:]), len(layout.text)]
    citing = sum(
        bool(_CITING.search(layout.text, start.text_at, min(layout.end_of_paragraph(start.at), following)))
        for start, following in zip(chain, nexts, strict=True)
    ) / len(chain)  # fmt: skip
    if citing >= 0.3 and _under_heading(layout, chain[0].at):
        return "strong"
    in_body = sum(called[start.number] > 0 for start in chain) / len(chain)
    if len(chain) >= 2 and in_body >= 0.5 and citing >= 0.3:
        return "strong"
    return "weak" if citing >= 0.6 and len(chain) >= 2 and chain[0].number <= 2 else ""


def _under_heading(layout: Layout, at: int) -> bool:
    """Whether one of the last three printed lines before ``at`` is a heading such as Notes or 注."""
    seen = 0
    for index in range(layout.index_at(at) - 1, max(-1, layout.index_at(at) - 50), -1):
        if layout.lines[index].blank:
            continue
        if _HEADING.fullmatch(layout.wording(index)[:80]):
            return True
        seen += 1
        if seen == 3:
            break
    return False


def _fill_gaps(layout: Layout, starts: list[_Start]) -> list[_Start]:
    """The series with the numbers that its style missed: in another style, or inside another's line."""
    filled: list[_Start] = []
    for position, start in enumerate(starts):
        following = starts[position + 1] if position + 1 < len(starts) else None
        filled.append(start)
        end = following.at if following else layout.end_of_paragraph(start.at)
        last = following.number if following else start.number + _BEYOND_LAST
        at, missing = start.text_at, 0
        for number in range(start.number + 1, last):
            found = _find_number(layout, number, at, end)
            if found:
                filled.append(found)
                at, missing = found.text_at, 0
            else:
                missing += 1
            if missing == _MISSING and not following:
                break
    return filled


def _find_number(layout: Layout, number: int, start: int, end: int) -> _Start | None:
    """The first marker of ``number`` between two offsets: at a line's beginning, else inside a line."""
    for match in re.compile(rf"(?<![\d.])0*{number}(?!\d)").finditer(layout.text, start, end):
        line = layout.lines[layout.index_at(match.start())]
        if line.start > start and match.start() - line.start < 12:
            for marker in _markers_at(layout.text, line.start, min(line.end, end), 1):
                if marker.number == number and marker.style != "bare":
                    return marker
    for match in _INLINE.finditer(layout.text, start, end):
        if int(match["n"]) == number:
            return _Start("inline", number, match.start("n"), match.end(), 1)
    return None


# -- extents -------------------------------------------------------------------------------------


def _cut(layout: Layout, series: Sequence[Sequence[_Start]]) -> tuple[list[Note], list[str]]:
    """The notes between their markers, and a warning for each number that does not follow."""
    starts = sorted(
        ((start, number) for number, group in enumerate(series, 1) for start in group),
        key=lambda pair: pair[0].at,
    )
    interleaved = _interleaved(layout, [start for start, _ in starts])
    notes: list[Note] = []
    warnings: list[str] = []
    for position, (start, group) in enumerate(starts):
        following, next_group = starts[position + 1] if position + 1 < len(starts) else (None, 0)
        end = following.at if following else len(layout.text)
        spans = tuple(_extent(layout, start, end, loose=next_group != group or interleaved))
        index = layout.index_at(start.at)
        column = start.text_at - layout.lines[index].start + 1
        notes.append(Note(group, start.number, join(layout.text, spans), index + 1, column, spans))
        if following and next_group == group and following.number != start.number + 1:
            what = "is repeated" if following.number == start.number else f"follows {start.number}"
            warnings.append(f"line {layout.index_at(following.at) + 1}: note {following.number} {what}")
    return notes, warnings


def _extent(layout: Layout, start: _Start, end: int, *, loose: bool) -> Iterator[Span]:
    """The characters of one note: its first paragraph, and each later one that goes on with it.

    :param loose: whether text that is no note may follow before ``end`` (the last note of a series, or
        notes at the foot of pages): then a paragraph belongs only if the wording before it is unfinished.
        Where a rule stands over the notes of a page, what is left of a note stands under the next rule.
    """
    first = index = layout.index_at(start.at)
    so_far: Span | None = None
    broken = False
    while index < len(layout.lines) and layout.lines[index].start < end:
        line = layout.lines[index]
        if line.blank or (index != first and index in layout.furniture):
            broken = True
            index += 1
            continue
        low, high = max(line.start, start.text_at), min(line.end, end)
        if broken and so_far and loose:
            rule = layout.rule_between(index, end)
            if rule is not None and not layout.finished(so_far[1]):
                index, broken = rule + 1, False
                continue
            if rule is not None or not _continues(layout, start, so_far, (low, high)):
                return
        broken = False
        if low < high:
            yield low, high
            so_far = (so_far[0] if so_far else low, high)
        index += 1


def _continues(layout: Layout, start: _Start, so_far: Span, paragraph: Span) -> bool:
    """Whether a paragraph takes up an unfinished note."""
    low, high = paragraph
    if start.style == "footnote" and layout.text[low : low + 4].isspace() and low + 4 <= high:
        return True  # Markdown: the indented paragraphs under a footnote are its own
    if layout.finished(so_far[1]):
        return False
    opened = layout.text[so_far[0] : so_far[1]][-2000:]
    if any(opened.count(left) > opened.count(right) for left, right in ("[]", "()", "「」", "『』")):
        return True
    return bool(
        _GOES_ON.match(layout.text[layout.first_printed(layout.lines[layout.index_at(low)]) : high].lstrip())
    )


def _interleaved(layout: Layout, starts: Sequence[_Start]) -> bool:
    """Whether body text stands between notes: paragraphs without a marker that call notes themselves."""
    markers = {layout.index_at(start.at) for start in starts}
    called = plain = 0
    paragraph: list[int] = []
    for index in range(layout.index_at(starts[0].at), layout.index_at(starts[-1].at) + 1):
        if not layout.lines[index].blank and index not in layout.furniture:
            paragraph.append(index)
        elif paragraph:
            if markers.isdisjoint(paragraph):
                first, last = layout.lines[paragraph[0]], layout.lines[paragraph[-1]]
                plain += 1
                called += bool(_CALLING.search(layout.text, first.start, last.end))
            paragraph = []
    return called >= 2 and called * 4 >= plain

"""What the body says of a source against what its note says: who wrote it, which body issued it, and when.

In comes a report as it was read; out come findings for the statements of the body, and of the prose in notes,
whose date or name the source that is cited for them does not bear out. A statement is the wording since the
mark before, its last sentence above all; what stands in quotation marks is the source's and is not looked at.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from srcxlate.checks import Finding, Place
from srcxlate.checks.proper import key_words
from srcxlate.checks.units import Unit, units_of
from srcxlate.dates import Date, find_dates
from srcxlate.glossary import Glossary
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Joined, Span, join
from srcxlate.quotation_marks import find_quotations
from srcxlate.reports import Reading
from srcxlate.wording import is_latin

_SENTENCE_END = re.compile(r"[.?!][’”'\")]*\s*(?=\ue000|\s[A-Z‘“'\"(]|\Z)\ue000*\s*")
_MARK = "\ue000"
_PUBLISHED = re.compile(
    r"\b(?:articles?|reports?|reported|papers?|study|studies|pieces?|essays?|columns?|brief|statement|notice|wrote|writes|"
    r"published|printed|carried|argued|described|issued|speech|summary)\b"
)
"""Words with which a sentence speaks of its source's publication."""
_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) to|to be|plan|plans|planned|expected|by|until|from|scheduled|slated"
    r"|due|forecast|set to|upcoming|target)\b",
    re.I,
)
"""Words that let a date lie after its source."""
_DATED_WORK = re.compile(r"\b(?P<year>(?:19|20)\d\d) (?:report|study|paper|article|essay|statement|speech)\b")
_NAME = r"(?:[A-Z][\w’'\-]+)(?:(?: of| for| and)?(?: the)?,? [A-Z][\w’'\-]+){1,7}"
_WORK = r"(?:report|study|paper|survey|article|essay|analysis|statement|speech|piece|column|brief|bulletin)s?"
_ASCRIBED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_WORK}\b[^.;,]{{0,40}}?\b(?:by|from) (?:the )?(?P<name>{_NAME})",
        rf"(?P<name>{_NAME}) (?:has |had )?(?:wrote|writes|argued|argues|sets? out|reported|reports)\b",
        rf"(?P<name>{_NAME})['’]s? (?:\w+ ){{0,3}}?{_WORK}\b",
    )
)
"""How a sentence names who a source is by."""
_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)})\b", re.I)
_LAST_YEAR = re.compile(r"\blast year\b")
_THAT_YEAR = re.compile(r"\b(?:later|earlier|in) (?:that|the same) (?:same )?year\b")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d)")
_FRONT = 20_000
"""Characters at the beginning of a report in which its own date is looked for."""


@dataclass(frozen=True)
class _Statement:
    """What is said of the sources of a note, in the body or in the note's own prose."""

    place: Place
    units: tuple[Unit, ...]
    """The sources that are cited for it."""
    joined: Joined
    text: str
    """The wording of the paragraph, marks and quotations blanked."""
    since: int
    """Where it begins: after the mark before."""
    start: int
    """Where its last sentence begins."""
    end: int

    def span(self, start: int, end: int) -> Span:
        offset, length = self.joined.span(start, end)
        return offset, offset + length

    @property
    def clause(self) -> str:
        """Its last sentence, as far as the mark before leaves it."""
        return self.text[self.start : self.end]

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        """The dates that its sources print."""
        return tuple(
            Date(unit.edtf, unit.date.start, unit.date.end, False)
            for unit in self.units
            if unit.edtf and unit.date and unit.edtf[:4].isdecimal()
        )

    @cached_property
    def said(self) -> tuple[Date, ...]:
        """The dates of its last sentence, to the month at least; offsets in the paragraph."""
        found = find_dates(self.clause)
        return tuple(
            Date(d.edtf, d.start + self.start, d.end + self.start, False)
            for d in found
            if len(d.edtf) >= len("2023-05") and d.edtf[:4].isdecimal()
        )

    @cached_property
    def names_source(self) -> bool:
        """Whether its last sentence names an author or a publisher of its sources."""
        words = {word.casefold() for word in re.findall(r"[A-Z][^\W_]+", self.clause)}
        return any(
            words & _telling(piece.text)
            for unit in self.units
            for piece in (unit.author, unit.outlet)
            if piece
        )


def check_body(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """The body names another author, body, month or year for a source than the note that it cites."""
    units: dict[Place, list[Unit]] = {}
    for unit in units_of(reading):
        units.setdefault(unit.place, []).append(unit)
    written = _written(reading)
    for statement in (*_in_body(reading, units), *_in_notes(reading, units)):
        found = next(
            (finding for rule in (_ascribed, _published, _other_year, _after_its_source, _that_year)
             for finding in rule(statement)),
            None,
        )  # fmt: skip
        if found is None and written is not None:
            found = next(_last_year(statement, written), None)
        if found is not None:
            yield found


# -- statements --------------------------------------------------------------------------------------


def _in_body(reading: Reading, units: dict[Place, list[Unit]]) -> Iterator[_Statement]:
    """What the body says where a mark calls a note."""
    marks = reading.notes.marks
    starts = [mark.start for mark in marks]
    for spans in reading.notes.body:
        low, high = bisect_left(starts, spans[0][0]), bisect_right(starts, spans[-1][1])
        if low >= high:
            continue
        wording = join(reading.text, spans)
        places = [
            (bisect_left(wording.offsets, mark.start), bisect_left(wording.offsets, mark.end))
            for mark in marks[low:high]
        ]
        text = _blanked(wording.text, places)
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        since = 0
        for mark, (at, after) in zip(marks[low:high], places, strict=True):
            place = (mark.series, mark.number)
            if place in units and len(text[since:at].split()) > 2:
                stop = len(text[:at].rstrip(" .,;:’”'\")"))
                earlier = bisect_right(ends, stop)
                start = max(since, ends[earlier - 1] if earlier else 0)
                yield _Statement(place, tuple(units[place]), wording, text, since, start, at)
            since = after


def _in_notes(reading: Reading, units: dict[Place, list[Unit]]) -> Iterator[_Statement]:
    """What a note says before it points at a source: ``A poll of 2021 found … See …``."""
    for noted in reading.notes.notes:
        since = 0
        cited = units.get((noted.series, noted.number), [])
        text = _blanked(noted.text, [])
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        for unit in cited:
            title = min(
                (p.start for p in (unit.author, unit.english, unit.romanised, unit.original) if p),
                default=unit.end,
            )
            lead = re.compile(r"\bSee\b(?! also)").search(text, since, title)
            if lead and len(text[since : lead.start()].split()) > 4:
                stop = len(text[: lead.start()].rstrip(" .,;:’”'\")"))
                earlier = bisect_right(ends, stop)
                start = max(since, ends[earlier - 1] if earlier else 0)
                yield _Statement(unit.place, (unit,), noted.wording, text, since, start, stop)
            since = unit.end


def _blanked(text: str, places: Sequence[Span]) -> str:
    """Wording with its marks made signs and its quotations blank, its length kept."""
    characters = list(text)
    for quotation in find_quotations(text):
        if not quotation.open and not quotation.depth:
            characters[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    for start, end in places:
        characters[start:end] = _MARK * (end - start)
    return "".join(characters)


def _written(reading: Reading) -> datetime.date | None:
    """When the report itself is from: the first month that its opening pages print alone."""
    first = reading.notes.marks[0].start if reading.notes.marks else 0
    for line in reading.text[: min(first, _FRONT)].splitlines():
        for found in find_dates(line):
            if (
                len(found.edtf) >= len("2023-05")
                and found.edtf[:4].isdecimal()
                and len(line) - (found.end - found.start) < 60
            ):
                return _day(found.edtf)
    return None


# -- rules -------------------------------------------------------------------------------------------


def _ascribed(statement: _Statement) -> Iterator[Finding]:
    """Somebody else is named as the author of the source."""
    if statement.names_source:
        return
    wording = " ".join(unit.text for unit in statement.units).casefold()
    authors = [unit.author for unit in statement.units if unit.author and is_latin(unit.author.text)]
    for pattern in _ASCRIBED:
        for match in pattern.finditer(statement.clause):
            name = re.sub(r"^(?:In|On|As|The|When|And|But|While) ", "", match["name"])
            words = _telling(name)
            body = _BODY.search(name) is not None
            alike = [author for author in authors if (_BODY.search(author.text) is not None) is body]
            if len(name.split()) < 2 or not words or not alike or any(word in wording for word in words):
                continue
            start = statement.start + match.end("name") - len(name)
            yield _finding(
                statement,
                "error",
                (start, start + len(name)),
                f"ascribes this to {name}; the note names {alike[0].text}",
            )


def _published(statement: _Statement) -> Iterator[Finding]:
    """The source is named, with another month of publication than its note prints."""
    if not statement.dates or not statement.names_source:
        return
    if statement.said and _PUBLISHED.search(statement.clause) and len(statement.said) == 1:
        said = statement.said[0]
        if not any(_agree(said.edtf, printed.edtf) for printed in statement.dates):
            yield _dated(statement, "error", said)
        return
    work = _DATED_WORK.search(statement.clause)
    if work and not statement.said and all(printed.edtf[:4] != work["year"] for printed in statement.dates):
        span = statement.start + work.start(), statement.start + work.end()
        yield _dated(statement, "warning", Date(work["year"], *span, False))


def _other_year(statement: _Statement) -> Iterator[Finding]:
    """The very day that is told of, in another year."""
    for said in find_dates(statement.text[statement.since : statement.end]):
        if len(said.edtf) < len("2023-05-17") or not said.edtf[:4].isdecimal():
            continue
        for printed in statement.dates:
            if printed.edtf[4:] == said.edtf[4:] and printed.edtf[:4] != said.edtf[:4]:
                moved = Date(said.edtf, said.start + statement.since, said.end + statement.since, False)
                yield _dated(statement, "error", moved, printed)


def _after_its_source(statement: _Statement) -> Iterator[Finding]:
    """What is told happened after the source had appeared."""
    if len(statement.dates) < len(statement.units) or not statement.dates:
        return
    latest = max(statement.dates, key=lambda printed: _day(printed.edtf, last=True))
    for said in statement.said:
        before = statement.text[max(statement.start, said.start - 60) : said.start]
        if _TO_COME.search(before) or _day(said.edtf) <= _day(latest.edtf, last=True):
            continue
        apart = (_day(said.edtf) - _day(latest.edtf, last=True)).days
        if apart > 1:
            yield _dated(statement, "warning", said, latest)


def _that_year(statement: _Statement) -> Iterator[Finding]:
    """``later that year``, of a source from another year."""
    found = _THAT_YEAR.search(statement.clause)
    if found is None or not statement.dates:
        return
    at = statement.start + found.start()
    years = _YEAR.findall(statement.joined.text[max(0, at - 1500) : at])
    if years and all(printed.edtf[:4] != years[-1] for printed in statement.dates):
        yield _dated(statement, "warning", Date(years[-1], at, at + len(found.group()), False))


def _last_year(statement: _Statement, written: datetime.date) -> Iterator[Finding]:
    """``last year``, of a source from another year than the one before the report's own."""
    found = _LAST_YEAR.search(statement.clause)
    if found is None or not statement.dates or not statement.names_source:
        return
    if all(int(printed.edtf[:4]) != written.year - 1 for printed in statement.dates):
        at = statement.start + found.start()
        yield _dated(statement, "warning", Date(str(written.year - 1), at, at + len(found.group()), False))


def _telling(name: str) -> set[str]:
    """The words of a name that tell it from others: not ``Institute``, not the country, no figures."""
    return {word for word in key_words(name) if not word.isdigit() and not _BODY.fullmatch(word)}


# -- findings ----------------------------------------------------------------------------------------


def _dated(statement: _Statement, severity: str, said: Date, printed: Date | None = None) -> Finding:
    shown = printed or statement.dates[0]
    dates = (unit.date for unit in statement.units if unit.date and unit.date.start == shown.start)
    return _finding(
        statement,
        severity,
        (said.start, said.end),
        f"dates this {_told(said, statement)}; the note dates its source {next(dates).text}",
    )


def _told(said: Date, statement: _Statement) -> str:
    """A date as the body has it, and the year that it means where it names none."""
    wording = statement.joined.text[said.start : said.end]
    return wording if said.edtf[:4] in wording else f"{wording} ({said.edtf[:4]})"


def _finding(statement: _Statement, severity: str, where: Span, says: str) -> Finding:
    return Finding(
        "body-note", "error" if severity == "error" else "warning", statement.place,
        statement.joined.text[slice(*where)], statement.span(*where), f"The text {says}.",
    )  # fmt: skip


def _agree(one: str, other: str) -> bool:
    """Whether two dates in EDTF can be the same, as far as both go."""
    return one.startswith(other) or other.startswith(one)


def _day(edtf: str, *, last: bool = False) -> datetime.date:
    """The first day of a date in EDTF, or its last, a month counted as 28 days."""
    parts = [int(part) for part in edtf.split("-")]
    month = parts[1] if len(parts) > 1 else 12 if last else 1
    return datetime.date(parts[0], month, parts[2] if len(parts) > 2 else 28 if last else 1)

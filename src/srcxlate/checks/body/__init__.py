"""What the body says of a source against what its note says: who wrote it, which body issued it, and when.

In comes a report as it was read; out come findings for the statements of the body, and of the prose in notes,
whose date or name the source that is cited for them does not bear out. A statement is the wording since the
mark before, its last sentence above all; what stands in quotation marks is the source's and is not looked at.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

from srcxlate.checks import Finding, Place, Severity, names
from srcxlate.checks.body import ascribed, publishing, retold, writers
from srcxlate.checks.body.attribution import Ascribed, Sources, another_author, another_outlet, sources_of
from srcxlate.checks.body.statements import BODY, Statement, in_body, in_notes, telling
from srcxlate.checks.units import Unit, units_of
from srcxlate.dates import Date, can_be_one, find_dates
from srcxlate.glossary import Glossary
from srcxlate.layout import Span
from srcxlate.reports import Reading
from srcxlate.wording import is_latin

_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are) to|to be|plan|plans|planned|expected|by|until|from|scheduled|slated"
    r"|due|forecast|set to|upcoming|target)\b",
    re.I,
)
"""Words that let a date lie after its source."""
_ANNIVERSARY = re.compile(
    r"\banniversar\w+|\byears? (?:later|on|after|earlier|before|ago|since)\b|\bremember\w*|\bmemor\w+", re.I
)
"""Words with which a text looks back to the same day of another year."""
_LAST_YEAR = re.compile(r"\blast year\b")
_THAT_YEAR = re.compile(r"\b(?:later|earlier|in) (?:that|the same) (?:same )?year\b")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?!\d)")
_FRONT = 20_000
"""Characters at the beginning of a report in which its own date is looked for."""


def check_body(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """The body names another author, body, month or year for a source than the note that it cites."""
    units: dict[Place, list[Unit]] = {}
    for unit in units_of(reading):
        units.setdefault(unit.place, []).append(unit)
    written, sources = _written(reading), sources_of(units_of(reading))
    for statement in (*in_body(reading, units), *in_notes(reading, units)):
        statement = replace(statement, known=_glossed(statement, glossary))
        if statement.is_of_another or not (statement.first or statement.names_source):
            continue  # of several notes that are called at one place the first stands for all
        found = next(
            (finding for rule in _RULES for finding in rule(statement)),
            None,
        )
        found = found or next(_otherwise(statement, sources), None)
        if found is None and written is not None:
            found = next(_last_year(statement, written), None)
        if found is not None:
            yield found


def _glossed(statement: Statement, glossary: Glossary) -> frozenset[str]:
    """The telling words of the glossary's English for authors and publishers in script."""
    scripts = {
        (piece.text, unit.language)
        for unit in statement.units
        for piece in (unit.author, unit.outlet)
        if piece and unit.language and unit.language != "und" and not is_latin(piece.text)
    }
    hits = [hit for text, language in scripts for hit in glossary.find(text, language)]
    return frozenset(word for hit in hits for word in telling(hit.entry.english))


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


def _ascribed(statement: Statement) -> Iterator[Finding]:
    """Somebody else is named as the author of the source."""
    for name in ascribed.named_otherwise(statement):
        yield _misnamed(statement, name)


def _otherwise(statement: Statement, sources: Sources) -> Iterator[Finding]:
    """Another author or outlet of the report, or a number or a place that is not the title's."""
    for rule in (another_author, another_outlet):
        for name in rule(statement, sources):
            yield _misnamed(statement, name)
    for of_itself in (writers.other_person, writers.other_body, writers.other_paper, ascribed.stranger):
        for name in of_itself(statement):
            yield _misnamed(statement, name)
    for told in (*retold.another_number(statement), *retold.another_place(statement)):
        where = statement.start + told.span[0], statement.start + told.span[1]
        yield _finding(statement, "warning", where, told.says)


def _misnamed(statement: Statement, name: Ascribed) -> Finding:
    where = statement.start + name.span[0], statement.start + name.span[1]
    says = f"ascribes this to {name.name}; the note names {name.printed}"
    return _finding(statement, name.severity, where, says)


_SAID = (
    r"(?:said|says|speaking|spoke|remarked|told|stated|explained|declared|announced|argued|insisted|warned"
    r"|put it|added)"
)
_SPEAKER = re.compile(
    rf"(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)?,? (?:(?:who|then|the|a|in|at"
    rf"|as)\b[^.;]{{0,60}},? )?{_SAID}\b"
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|government|office|cabinet|embassy|parliament|assembly|commission|agency|council|department|party"
    r"|bureau|secretariat|presiden\w+|bank of)\b",
    re.I,
)
"""Who publishes what its own people say."""
_SPOKEN = re.compile(
    r"\b(?:speech|remarks|address|statement|press conference|interview|testimony|talk"
    r"|lecture)\b",
    re.I,
)


def _speaker(statement: Statement) -> Iterator[Finding]:
    """Somebody speaks whom the source does not name, where it is one person's own speech."""
    if len(statement.units) != 1 or statement.names_source:
        return
    unit = statement.units[0]
    outlet, author = unit.outlet.text if unit.outlet else "", unit.author
    own = _OFFICIAL.search(outlet) or _SPOKEN.search(f"{outlet} {unit.title.text if unit.title else ''}")
    if author is None or not own or not is_latin(author.text) or BODY.search(author.text):
        return
    for match in _SPEAKER.finditer(statement.clause):
        name = match["name"]
        if BODY.search(name) or any(word in unit.text.casefold() for word in telling(name)):
            continue
        if not all(names.romanised(word) or not names.is_common(word) for word in name.split()):
            continue
        start = statement.start + match.start("name")
        yield _finding(
            statement, "warning", (start, start + len(name)),
            f"ascribes this to {name}; the note names {author.text}",
        )  # fmt: skip


def _announced(statement: Statement) -> Iterator[Finding]:
    """What a source announces as still to come is told of a year before it."""
    if len(statement.units) != 1 or len(statement.dates) != 1 or statement.units[0].title is None:
        return
    title, printed = statement.units[0].title.text, statement.dates[0]
    years = list(_YEAR.finditer(statement.clause))
    if not _HEADLINE_TO_COME.search(title) or len(years) != 1 or years[0][0] in title:
        return
    before = statement.clause[max(0, years[0].start() - 4) : years[0].start()]
    if before.strip().lower() == "in" and years[0][0] < printed.edtf[:4]:
        start = statement.start + years[0].start()
        yield _dated(statement, "warning", Date(years[0][0], start, start + 4, False))


_HEADLINE_TO_COME = re.compile(r"^(?:[A-Z][\w.’'-]*,? ){1,5}(?:to|will|plans? to) [a-z]+")
"""A headline that says what somebody is going to do."""


def _published(statement: Statement) -> Iterator[Finding]:
    """The source has another date of publication than its note prints."""
    for told in publishing.published(statement):
        span = statement.start + told.span[0], statement.start + told.span[1]
        yield _dated(statement, "error" if told.sure else "warning", Date(told.year, *span, False))


def _other_year(statement: Statement) -> Iterator[Finding]:
    """The very day that is told of, in another year."""
    if _ANNIVERSARY.search(statement.clause):
        return
    for said in find_dates(statement.text[statement.since : statement.end]):
        if len(said.edtf) < len("2023-05-17") or not said.edtf[:4].isdecimal():
            continue
        for printed in statement.dates:
            if printed.edtf[4:] == said.edtf[4:] and printed.edtf[:4] != said.edtf[:4]:
                moved = Date(said.edtf, said.start + statement.since, said.end + statement.since, False)
                yield _dated(statement, "error", moved, printed)


def _after_its_source(statement: Statement) -> Iterator[Finding]:
    """What is told happened after the source had appeared."""
    if len(statement.dates) < len(statement.units) or not statement.dates:
        return
    if any(can_be_one(said.edtf, printed.edtf) for said in statement.said for printed in statement.dates):
        return  # it tells its source's own date besides
    latest = max(statement.dates, key=lambda printed: _day(printed.edtf, last=True))
    for said in statement.said:
        before = statement.text[max(statement.start, said.start - 60) : said.start]
        if _TO_COME.search(before) or _day(said.edtf) <= _day(latest.edtf, last=True):
            continue
        apart = (_day(said.edtf) - _day(latest.edtf, last=True)).days
        if apart > 1:
            yield _dated(statement, "warning", said, latest)


def _that_year(statement: Statement) -> Iterator[Finding]:
    """``later that year``, of a source from another year."""
    found = _THAT_YEAR.search(statement.clause)
    if found is None or not statement.dates or _YEAR.search(statement.clause[: found.start()]):
        return  # an event's year in the same sentence is not the source's
    at = statement.start + found.start()
    years = _YEAR.findall(statement.joined.text[max(0, at - 1500) : at])
    if years and all(printed.edtf[:4] != years[-1] for printed in statement.dates):
        yield _dated(statement, "warning", Date(years[-1], at, at + len(found.group()), False))


def _last_year(statement: Statement, written: datetime.date) -> Iterator[Finding]:
    """``last year``, of a source from another year than the one before the report's own."""
    found = _LAST_YEAR.search(statement.clause)
    if found is None or not statement.dates or not statement.names_source:
        return
    if all(int(printed.edtf[:4]) != written.year - 1 for printed in statement.dates):
        at = statement.start + found.start()
        yield _dated(statement, "warning", Date(str(written.year - 1), at, at + len(found.group()), False))


_RULES = (_ascribed, _speaker, _published, _other_year, _after_its_source, _that_year, _announced)
"""In the order in which they are asked: the first that finds something is told."""


# -- findings ----------------------------------------------------------------------------------------


def _dated(statement: Statement, severity: Severity, said: Date, printed: Date | None = None) -> Finding:
    shown = printed or statement.dates[0]
    dates = (unit.date for unit in statement.units if unit.date and unit.date.start == shown.start)
    return _finding(
        statement,
        severity,
        (said.start, said.end),
        f"dates this {_told(said, statement)}; the note dates its source {next(dates).text}",
    )


def _told(said: Date, statement: Statement) -> str:
    """A date as the body has it, and the year that it means where it names none."""
    wording = statement.joined.text[said.start : said.end]
    return wording if not said.edtf or said.edtf[:4] in wording else f"{wording} ({said.edtf[:4]})"


def _finding(statement: Statement, severity: Severity, where: Span, says: str) -> Finding:
    return Finding(
        "body-note", severity, statement.place,
        statement.joined.text[slice(*where)], statement.span(*where), f"The text {says}.",
    )  # fmt: skip


def _day(edtf: str, *, last: bool = False) -> datetime.date:
    """The first day of a date in EDTF, or its last, a month counted as 28 days."""
    parts = [int(part) for part in edtf.split("-")]
    month = parts[1] if len(parts) > 1 else 12 if last else 1
    return datetime.date(parts[0], month, parts[2] if len(parts) > 2 else 28 if last else 1)

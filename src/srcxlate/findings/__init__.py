"""The editor's list: what the checks found in a report, what was said of it before, and what is new.

In come a report as it was read, the works, their texts, the glossary and what people judged; out comes a
:class:`Listing`, which :mod:`srcxlate.findings.rows` turns into rows for every way of printing it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from srcxlate.checks import Finding, Place
from srcxlate.checks.every import check_citations
from srcxlate.checks.quoted import Ids, Passage, Quoted, quotation_findings, quoted_passages
from srcxlate.checks.units import Unit, units_of
from srcxlate.glossary import Glossary
from srcxlate.merging import merge
from srcxlate.reports import Reading
from srcxlate.sources import Source


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a finding or a quotation; it holds until either wording changes."""

    state: Literal["dismissed", "signed-off"]
    who: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as an editor's list has it."""

    finding: Finding
    id: str | None
    """The work that it is about; None for one that is cited in English alone, and for the body."""
    language: str | None
    """That of its original."""
    news: Literal["new", "kept"] | None = None
    """Against an earlier version; None: there is none."""
    dismissed: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with all that the checks found in it."""

    reading: Reading
    findings: tuple[Listed, ...]
    """By note and place; those of the quotations behind them."""
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """All that an editor is told of a report."""

    reading: Reading
    findings: tuple[Listed, ...]
    gone: tuple[Listed, ...]
    """What the earlier version had and this one has no more."""
    quoted: tuple[Quoted, ...]
    signed: Mapping[str, Judgement]
    """What was signed off, by the quotations' keys."""


def check_report(
    reading: Reading, records: Sequence[Source], passages: Mapping[str, Passage], glossary: Glossary
) -> Checked:
    """Runs every check over a report; changes nothing.

    :param records: the works that are known; what the report cites beyond them is checked as well.
    :param passages: the texts at hand, by the work's id.
    """
    ids = merge(records, reading.name, reading.cited).homes
    quoted = quoted_passages(reading, ids, passages, glossary)
    findings = [
        *_of_citations(reading, ids, glossary),
        *(
            Listed(finding, one.work.id if one.work else None, one.passage.language if one.passage else None)
            for one in quoted
            for finding in quotation_findings(reading, one)
        ),
    ]
    return Checked(reading, tuple(findings), quoted)


def listing_of(
    checked: Checked, judgements: Mapping[str, Judgement], before: Checked | None = None
) -> Listing:
    """An editor's list.

    :param judgements: what people said, by the key of a finding or a quotation.
    :param before: an earlier version of the report, checked in the same way.
    """
    left = Counter(one.finding.key for one in before.findings) if before else Counter()
    listed = []
    for one in checked.findings:
        key = one.finding.key
        said = judgements.get(key)
        dismissed = said if said and said.state == "dismissed" else None
        news: Literal["new", "kept"] = "kept" if left[key] else "new"
        left[key] -= left[key] > 0
        listed.append(replace(one, dismissed=dismissed, news=news if before else None))
    gone = []
    for one in reversed(before.findings if before else ()):  # of several alike the last ones are gone
        if left[one.finding.key]:
            left[one.finding.key] -= 1
            gone.append(one)
    signed = {key: said for key, said in judgements.items() if said.state == "signed-off"}
    return Listing(checked.reading, tuple(listed), tuple(reversed(gone)), checked.quoted, signed)


def _of_citations(reading: Reading, ids: Ids, glossary: Glossary) -> Iterator[Listed]:
    """The findings of all checks but the quotations', each with the work that it is about."""
    works = {
        (one.locator.series, one.locator.note, one.work.start): ids[one.locator, one.work.start]
        for one in reading.cited
    }
    languages = {
        citation.original: found.language
        for noted in reading.citations
        for citation, found in zip(noted.citations, noted.routes, strict=True)
    }
    units: dict[Place, list[Unit]] = {}
    for unit in units_of(reading):
        units.setdefault(unit.place, []).append(unit)
    for finding in check_citations(reading, glossary):
        there = units.get(finding.place, []) if finding.place else []
        about = next((unit for unit in there if _within(finding, unit)), None)
        work = works.get((*about.place, about.citation.start)) if about and about.citation else None
        language = languages.get(finding.original or "") or (about.language if about else None)
        yield Listed(finding, work, language)


def _within(finding: Finding, unit: Unit) -> bool:
    start, end = unit.piece(unit.start, unit.end).span
    return start <= finding.span[0] <= end

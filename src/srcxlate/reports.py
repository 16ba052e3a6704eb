"""From a report's file to all that is read from it: notes, citations, references, quotations.

The stages in their order, and the rows that ``extract --json`` prints.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from srcxlate.addresses import find_addresses
from srcxlate.citations import Citation, find_citations
from srcxlate.citing import Cited, cite, relocated
from srcxlate.errors import Fault, Place
from srcxlate.files import read_text
from srcxlate.notes import Note, Notes, parse_notes
from srcxlate.quotes import Quote, find_quotes
from srcxlate.references import Reference, find_references
from srcxlate.route import Context, Route, route
from srcxlate.sources import Locator
from srcxlate.workspace import Workspace

LARGEST = 16 * 1024 * 1024
"""Bytes of a report; the text of a 1,000-page book is about 3 MB."""


@dataclass(frozen=True, slots=True)
class NoteCitations:
    """A note with the citations in it and their routes, in step."""

    note: Note
    citations: tuple[Citation, ...]
    routes: tuple[Route, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it was read."""

    name: str
    """The report's name in locators: its file's name without the ending."""
    text: str
    notes: Notes
    citations: tuple[NoteCitations, ...]
    references: tuple[Reference, ...]
    cited: tuple[Cited, ...]
    """Each work as each note cites it; a note that points at another cites its work."""


def open_report(path: Path, encoding: str = "utf-8") -> Reading:
    """Reads a report's file.

    :raises Fault: the file cannot be read, is empty, or no notes are found in it.
    """
    place = Place(str(path))
    if not path.stem.isprintable():
        raise Fault(f"the name {path.stem!r} cannot stand in a record", mend="Rename the file.", place=place)
    text = read_text(path, encoding=encoding, largest=LARGEST)
    if not text.strip("\ufeff \t\r\n"):
        raise Fault("is empty", mend="Name the report's text.", place=place)
    reading = read_report(text, path.stem)
    if not reading.notes.notes:
        raise Fault(
            "no notes were found in it",
            place=place,
            mend="Notes are known by numbers at the start of a line: '1. …', '- 1 …', '[^1]: …', '[1] …'.",
        )
    return reading


def open_report_of(workspace: Workspace, path: Path | None, encoding: str = "utf-8") -> Reading | None:
    """Reads the report that is named, or the workspace's own; None if it has none, or none that is here.

    :raises Fault: as :func:`open_report` does.
    """
    path = path or workspace.report
    return open_report(path, encoding) if path else None


def read_report(text: str, name: str) -> Reading:
    """Reads a report's text; any text will do."""
    notes = parse_notes(text)
    found = tuple(_citations(note) for note in notes.notes)
    references = tuple(find_references(notes.notes))
    cited = [
        one
        for noted in found
        for one in cite(name, noted.note.series, noted.note.number, noted.citations, noted.routes)
    ]
    return Reading(name, text, notes, found, references, tuple(_with_pointers(cited, found, references)))


def _citations(note: Note) -> NoteCitations:
    citations = tuple(find_citations(note.text))
    routes = tuple(route(c.original, Context(c.romanised, c.url, c.publisher)) for c in citations)
    return NoteCitations(note, citations, routes)


def _with_pointers(
    cited: Sequence[Cited], found: Sequence[NoteCitations], references: Sequence[Reference]
) -> list[Cited]:
    """The works of the notes, and those of the notes that they point at, in the order of the notes."""
    by_note: dict[tuple[int, int], list[Cited]] = {}
    for one in cited:
        by_note.setdefault((one.locator.series, one.locator.note), []).append(one)
    wording = {(n.note.series, n.note.number): n.note.text for n in found}
    all_cited = list(cited)
    for reference in references:
        works = by_note.get(reference.target, [])
        pointing = wording[reference.series, reference.note]
        if reference.kind == "ibid":
            works = [
                w for w in works[-1:] if len(find_addresses(wording[reference.target][w.work.start :])) <= 1
            ]
        elif len(works) > 1:
            named = [
                w
                for w in works
                if any(n and n.split()[-1] in pointing for n in (w.work.author, w.work.romanised))
            ]
            works = named or works
        all_cited += [relocated(w, reference.series, reference.note) for w in works]
    return sorted(all_cited, key=lambda one: (one.locator.series, one.locator.note))


def citation_rows(reading: Reading, homes: Mapping[tuple[Locator, int], str]) -> list[dict[str, Any]]:
    """What ``extract --json`` prints: a row for each original-script string, in the order of the notes.

    :param homes: the source record of each citation, by its locator and offset.
    """
    ids = {(at.series, at.note, start): identifier for (at, start), identifier in homes.items()}
    rows: list[dict[str, Any]] = []
    for noted in reading.citations:
        owner: str | None = None
        for citation, found in zip(noted.citations, noted.routes, strict=True):
            place = (noted.note.series, noted.note.number, citation.start)
            owner = ids.get(place, owner if citation.role == "container" else None)
            rows.append(
                {
                    "id": owner,
                    "report": reading.name,
                    "series": noted.note.series,
                    "note": noted.note.number,
                    "language": found.language,
                    "script": found.script,
                    "role": citation.role,
                    "part_of": citation.part_of,
                    "original": citation.original,
                    "romanised": citation.romanised,
                    "english": citation.english,
                    "author": citation.author,
                    "publisher": citation.publisher,
                    "date": citation.date,
                    "url": citation.url,
                    "evidence": [*citation.evidence, *found.evidence],
                }
            )
    return rows


def note_rows(reading: Reading) -> list[dict[str, Any]]:
    """What ``extract --quotes --json`` prints of the notes: number, place, and all that each points at."""
    pointers: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for reference in reading.references:
        series, note = reference.target
        pointed = {"kind": reference.kind, "series": series, "note": note}
        pointers.setdefault((reference.series, reference.note), []).append(pointed)
    return [
        {
            "series": note.series,
            "note": note.number,
            "line": note.line,
            "text": note.text,
            "refers": pointers.get((note.series, note.number), []),
        }
        for note in reading.notes.notes
    ]


def quote_rows(reading: Reading) -> list[dict[str, Any]]:
    """What ``extract --quotes --json`` prints of the quoted passages."""
    return [_quote_row(quote) for quote in find_quotes(reading.text, reading.notes)]


def _quote_row(quote: Quote) -> dict[str, Any]:
    def places(pairs: Sequence[tuple[int, int]]) -> list[dict[str, int]]:
        return [{"series": series, "note": note} for series, note in pairs]

    return {
        "text": quote.text,
        "start": quote.start,
        "length": quote.length,
        "kind": quote.kind,
        "nested": quote.nested,
        "group": quote.group,
        "in_note": places([quote.in_note])[0] if quote.in_note else None,
        "notes": places(quote.notes),
        "open": quote.open,
    }

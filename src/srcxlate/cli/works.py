"""The commands of the stages: a report into records, records into drafts, drafts into the queue."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srcxlate.cli.common import Encoding, EngineOption, Json, Who, desk_here, remark, workspace_here
from srcxlate.errors import Fault, Place

if TYPE_CHECKING:
    from srcxlate.sources import Source


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workspace's folder.")] = Path(),
) -> None:
    """Make a new workspace."""
    from srcxlate.workspace import make_workspace

    workspace = make_workspace(folder)
    remark(f"{workspace.root} is a workspace. Next: srcxlate run REPORT")
    if not any(workspace.glossary.glob("*.yaml")):
        remark(f"its glossary is empty: drafts are better with term files in {workspace.glossary}")


def run(
    report: Annotated[
        Path | None, typer.Argument(metavar="[REPORT]", help="The report's text; else the workspace's own.")
    ] = None,
    engine: EngineOption = "auto",
    encoding: Encoding = "utf-8",
    who: Who = None,
    json: Json = False,
) -> None:
    """Do all of it: extract, route, draft, queue; then a summary."""
    from srcxlate import show as screen
    from srcxlate.engines.choose import how_to_serve
    from srcxlate.people import acting_or_program
    from srcxlate.reports import open_report_of

    here = workspace_here()
    person = acting_or_program(who, here.settings.people)
    reading = open_report_of(here, report, encoding)
    if reading is None:
        remark("no report is named or here; the records are used as they are")
    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        with screen.progress() as tell:
            summary = runs.run(workspace, reading, person, wanted=engine, progress=tell)
        if json:
            screen.print_json(screen.run_row(summary, listing.counts()))
        else:
            screen.console().print(screen.summary_table(listing.counts_by_language()))
    for line in screen.run_lines(summary):
        remark(line)
    if summary.unserved:
        remark(how_to_serve(summary.unserved))


def extract(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's text.")],
    into: Annotated[
        Path | None, typer.Option("--into", metavar="sources", help="Write the records into this folder.")
    ] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Notes and quoted passages too.")] = False,
    encoding: Encoding = "utf-8",
    json: Json = False,
) -> None:
    """Print the citations in a report's notes."""
    from srcxlate import show as screen
    from srcxlate.merging import merge
    from srcxlate.reports import citation_rows, note_rows, open_report, quote_rows
    from srcxlate.sources import read_sources, write_sources

    reading = open_report(report, encoding)
    known = read_sources(into) if into else _known_sources()
    merged = merge(known, reading.name, reading.cited)
    citations = citation_rows(reading, merged.homes)
    if into:
        changed = write_sources(into, merged.records, known)
        remark(f"{len(merged.added)} works added, {changed} files written under {into}")
        for difference in merged.differences:
            remark(str(difference))
    for warning in reading.notes.warnings:
        remark(f"{report}: {warning}")
    passages = quote_rows(reading) if quotes else []
    if json and quotes:
        screen.print_json({"notes": note_rows(reading), "citations": citations, "quotes": passages})
    elif json:
        screen.print_json(citations)
    else:
        out = screen.console()
        out.print(screen.citation_table(citations))
        if quotes:
            out.print(screen.quote_table(passages))
    found = f"{len(reading.notes.notes)} notes, {len(citations)} strings in original script"
    remark(f"{found}, {len(merged.homes)} citations of works")


def _known_sources() -> "list[Source]":
    """The records of the workspace around, if there is one: ids in a listing should be those on disk."""
    from srcxlate.sources import read_sources
    from srcxlate.workspace import SETTINGS

    here = Path.cwd()
    if any((folder / SETTINGS).is_file() for folder in (here, *here.parents)):
        workspace = workspace_here()
        return read_sources(workspace.sources, workspace.cache)
    return []


def route(
    decide: Annotated[
        tuple[str, str] | None,
        typer.Option("--set", metavar="ID LANG", help="Decide the language of an open work."),
    ] = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Find the language of each line of stdin, with the evidence; or decide it for a work."""
    if decide:
        _decide(*decide, who)
        return
    from srcxlate import show as screen
    from srcxlate.route import route as find_route

    found = (find_route(line) for line in _lines())
    if json:
        for one in found:
            screen.print_json(screen.route_row(one), lines=True)
    else:
        screen.console().print(screen.route_table(found))


def _decide(identifier: str, language: str, who: str | None) -> None:
    from srcxlate.cli.mend import carry_out
    from srcxlate.mending import move_work

    carry_out(who, lambda records, name: move_work(records, identifier, language, name))
    remark(f"'srcxlate draft {identifier}' drafts it")


def _lines() -> Iterator[str]:
    """The lines of stdin as they come, without their ends."""
    if sys.stdin.isatty():
        remark("one text a line; end with Ctrl-D")
    for number, data in enumerate(sys.stdin.buffer, 1):
        try:
            yield data.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} (0x{data[error.start]:02x}) is not utf-8"
            raise Fault(message, mend="Send UTF-8.", place=Place("stdin", number)) from error


def draft(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Source records; else all.")
    ] = None,
    engine: EngineOption = "auto",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be drafted.")] = False,
    json: Json = False,
) -> None:
    """Draft what has no current draft."""
    from srcxlate import show as screen
    from srcxlate.engines.choose import how_to_serve

    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        if dry_run:
            drafting = runs.foresee(workspace, ids or (), wanted=engine)
        else:
            with screen.progress() as tell:
                drafting = runs.redraft(workspace, ids or (), wanted=engine, progress=tell)
        segments = listing.segments((*drafting.segments, *drafting.reused))
        rows = (
            screen.foreseen_rows(drafting, segments, runs.reasons(drafting))
            if dry_run
            else [screen.draft_row(s) for s in segments]
        )
    screen.print_segments(rows, as_json=json)
    remark(f"{len(rows)} segments {'would be' if dry_run else 'were'} drafted")
    if drafting.unserved:
        remark(how_to_serve(drafting.unserved))


def queue(
    language: Annotated[str | None, typer.Option(help="Only ja, ko, zh or und.")] = None,
    status: Annotated[
        str | None, typer.Option(help="Only undecided, undrafted, drafted, corrected, approved or published.")
    ] = None,
    json: Json = False,
) -> None:
    """List the review queue: what wants a person first."""
    from srcxlate import show as screen

    with desk_here():
        from srcxlate.desk import listing as desk

        rows = [screen.segment_row(s, desk.risks(s)) for s in desk.listing(language=language, status=status)]
    screen.print_segments(rows, as_json=json)
    if not rows:
        remark("nothing is there: 'srcxlate run REPORT' fills the queue, 'srcxlate load' rebuilds a lost one")


def show(
    what: Annotated[
        str, typer.Argument(metavar="NOTE|ID", help="A note's number (in series 2: 2.14), or a source's id.")
    ],
    report: Annotated[str | None, typer.Option(help="The report, if the workspace knows several.")] = None,
    json: Json = False,
) -> None:
    """Show what a note cites, or a source: original, romanised, printed and reviewed English, citation."""
    from srcxlate import show as screen
    from srcxlate.sources import cited_at, read_sources

    with desk_here() as workspace:
        from srcxlate.desk import listing as desk

        records = desk.known_records(read_sources(workspace.sources, workspace.cache))
        rows = []
        for record in cited_at(records, what, report):
            segments = desk.find(record.id)
            rows.append(screen.source_row(record, segments, {s.pk: desk.past(s) for s in segments}))
    if json:
        screen.print_json(rows)
    else:
        out = screen.console()
        for row in rows:
            out.print(screen.source_card(row))
            out.print(screen.citation_line(row), soft_wrap=True)

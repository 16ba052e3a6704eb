"""The commands of the glossary: look terms up, check them, add them, exchange them with other programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srcxlate.cli.common import FailOn, FailOnOption, Json, complain, remark, workspace_here

if TYPE_CHECKING:
    from srcxlate.glossary.entries import Entry
    from srcxlate.glossary.termlists import TermList
    from srcxlate.workspace import Workspace

app = typer.Typer(
    rich_markup_mode=None,
    help="The glossary: look terms up, check them, add them, exchange them with other programs.",
)


File = Annotated[Path, typer.Argument(metavar="FILE", help="A .tbx, .csv or .tsv file.")]


@app.command("list")
def glossary_list(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="Part of an original or its English.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Only ja, ko or zh.")] = None,
    json: Json = False,
) -> None:
    """List the terms that hold all the words, in the original, its variants or the English."""
    from srcxlate import show as screen
    from srcxlate.glossary.exchange import search

    entries = search(_entries(workspace_here(), language), words or ())
    if json:
        screen.print_json([screen.term_row(entry) for entry in entries])
    elif entries:
        screen.console().print(screen.terms_shown(entries))
    remark(f"{len(entries):,} {'term' if len(entries) == 1 else 'terms'}")


def _entries(workspace: "Workspace", language: str | None) -> "Sequence[Entry]":
    """The terms of a workspace in its files' order, of one language or of all."""
    from srcxlate.glossary import read_glossary
    from srcxlate.glossary.termlists import language_named

    wanted = None if language is None else language_named(language)
    entries = read_glossary(workspace.glossary, workspace.cache).entries
    return [entry for entry in entries if wanted in (None, entry.language)]


@app.command("check")
def glossary_check(
    fail_on: FailOnOption = FailOn.ERROR,
    json: Json = False,
) -> None:
    """Check the glossary: terms that contradict each other, or cannot be found in a text."""
    from srcxlate import show as screen
    from srcxlate.glossary import check

    workspace = workspace_here()
    findings = check(workspace.glossary)
    if json:
        screen.print_json([screen.finding_row(finding) for finding in findings])
    else:
        out = screen.console()
        for finding in findings:
            out.print(screen.finding_card(finding, str(workspace.root)))
    remark(f"{len(findings):,} {'finding' if len(findings) == 1 else 'findings'}")
    if fail_on.is_reached(finding.severity for finding in findings):
        raise typer.Exit(1)


@app.command("add")
def glossary_add(
    original: Annotated[str, typer.Argument(metavar="ORIGINAL", help="The term in its script.")],
    english: Annotated[str, typer.Argument(metavar="ENGLISH", help="Its English.")],
    language: Annotated[str, typer.Option(help="ja, ko or zh.")],
    variant: Annotated[
        list[str] | None, typer.Option(help="Another way to write it; may be repeated.")
    ] = None,
    avoid: Annotated[list[str] | None, typer.Option(help="English not wanted; may be repeated.")] = None,
    scope: Annotated[str | None, typer.Option(help="house-style: can be turned off.")] = None,
    note: Annotated[str | None, typer.Option(help="What others should know.")] = None,
    authority: Annotated[str | None, typer.Option(help="Where the English comes from.")] = None,
    json: Json = False,
) -> None:
    """Add a term."""
    from srcxlate import show as screen
    from srcxlate.glossary import add_entry
    from srcxlate.glossary.termlists import language_named, make_entry

    workspace = workspace_here()
    entry = make_entry(
        {
            "original": original,
            "language": language_named(language),
            "english": english,
            "variants": variant or (),
            "avoid": avoid or (),
            "scope": scope,
            "note": note,
            "authority": authority,
        }
    )
    path = add_entry(workspace.glossary, entry)
    if json:
        screen.print_json([screen.term_row(entry)])
    remark(f"{entry.original} is added to {path.relative_to(workspace.root)}")


@app.command("import")
def glossary_import(
    file: File,
    into: Annotated[
        str, typer.Option("--into", metavar="NAME.yaml", help="The file under glossary/ to add to.")
    ] = "imported.yaml",
    format: Annotated[
        str | None, typer.Option("--format", metavar="tbx|csv|tsv", help="Else told by the file's ending.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="ja, ko or zh, for a table without languages.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be added.")] = False,
    skip_broken: Annotated[
        bool, typer.Option("--skip-broken", help="Take in the rest where some entries are broken.")
    ] = False,
    json: Json = False,
) -> None:
    """Take in what is new in a file of terms: TBX, CSV, or an OmegaT glossary.

    A term that the glossary has with the same English is known; one that it has with another is told and
    not taken. Exit status 1 where there are such. Nothing is taken in from a file with broken entries,
    unless --skip-broken says so.
    """
    from srcxlate import show as screen
    from srcxlate.glossary import exchange, read_glossary
    from srcxlate.glossary.termlists import language_named

    workspace = workspace_here()
    exchange.glossary_file(workspace.glossary, into)
    found = exchange.read_terms(
        file,
        format=exchange.format_of(file, format),
        language=None if language is None else language_named(language),
    )
    _tell_broken(found, file, skip=skip_broken)
    intake = exchange.compare(found, read_glossary(workspace.glossary, workspace.cache).entries)
    written = None
    if intake.added and not dry_run:
        path = exchange.take_in(workspace.glossary, into, intake.added)
        written = str(path.relative_to(workspace.root))
    if json:
        screen.print_json(screen.intake_row(str(file), written, found, intake))
    elif dry_run and intake.added:
        screen.console().print(screen.terms_shown(intake.added))
    _tell([f"{conflict.place}: {conflict}" for conflict in intake.conflicts])
    for what, count in found.left_out.items():
        remark(f"left out: {count:,} {what}")
    remark(screen.intake_line(intake, len(found.broken), written))
    if intake.conflicts:
        raise typer.Exit(1)


def _tell_broken(found: "TermList", file: Path, *, skip: bool) -> None:
    """Tells the broken entries of a file.

    :raises Faults: there are some, and nobody said that they may be left out.
    """
    from srcxlate.errors import Fault, Faults, Place
    from srcxlate.show import MOST_TOLD

    if skip or not found.broken:
        _tell([str(fault) for fault in found.broken])
        return
    count, whole = len(found.broken), len(found.broken) + len(found.entries)
    message = f"{count:,} of {whole:,} entries cannot be read; nothing was taken in"
    mend = "Mend the file, or take in the rest with --skip-broken."
    raise Faults([*found.broken[:MOST_TOLD], Fault(message, mend=mend, place=Place(str(file)))])


def _tell(lines: Sequence[str]) -> None:
    """Says on stderr what was not taken in, the first lines of it."""
    from srcxlate.show import MOST_TOLD

    for line in lines[:MOST_TOLD]:
        complain(line)
    if len(lines) > MOST_TOLD:
        complain(f"and {len(lines) - MOST_TOLD:,} more; --json tells all")


@app.command("export")
def glossary_export(
    file: File,
    format: Annotated[
        str | None, typer.Option("--format", metavar="tbx|csv", help="Else told by the file's ending.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Only ja, ko or zh.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    json: Json = False,
) -> None:
    """Write the glossary as TBX (version 3, TBX-Basic) or CSV; 'import' reads back the same terms."""
    from srcxlate import show as screen
    from srcxlate.glossary import exchange

    entries = _entries(workspace_here(), language)
    form = exchange.format_of(file, format)
    exchange.write_terms(file, entries, format=form, replace=force)
    if json:
        screen.print_json({"file": str(file), "format": form, "terms": len(entries)})
    remark(f"{len(entries):,} {'term is' if len(entries) == 1 else 'terms are'} in {file}")

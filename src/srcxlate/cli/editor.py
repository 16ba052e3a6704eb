"""The editor's commands: the text of a source, the check of a report, and what is said of its findings."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from srcxlate.cli.common import (
    Encoding,
    EngineOption,
    FailOn,
    FailOnOption,
    Json,
    Who,
    desk_here,
    remark,
    who_acts,
)
from srcxlate.errors import Fault, Place

if TYPE_CHECKING:
    from srcxlate.findings.rows import Row
    from srcxlate.workspace import Workspace

_SHOWN = 30
"""Sentences up to which a text is printed when it was added; 'show' prints longer ones."""
_LONG = 300_000
"""Characters of a text from which on a person is told that it takes a while."""
Text = Annotated[str, typer.Argument(metavar="FILE", help="Its text, or a passage; - for what is pasted.")]


def add(
    work: Annotated[str, typer.Argument(metavar="ID", help="A work.")],
    file: Text,
    engine: EngineOption = "auto",
    encoding: Annotated[
        str, typer.Option(help="The text's encoding, e.g. utf-8, cp932, euc-kr, gb18030, big5.")
    ] = "utf-8",
    no_draft: Annotated[bool, typer.Option("--no-draft", help="Only queue its sentences.")] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Though it is in another language than its work.")
    ] = False,
    who: Who = None,
    json: Json = False,
) -> None:
    """Add the text of a source: its sentences are drafted and reviewed, and quotations compared with them."""
    from srcxlate import show as screen

    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        name, origin = who_acts(who, workspace), "stdin" if file == "-" else file
        text = _text(file, encoding)
        if not anyway:
            _check_language(text, origin, work, {segment.language for segment in listing.find(work)[:1]})
        with screen.progress() as tell:
            if len(text) >= _LONG:
                remark(f"taking in {len(text):,} characters; 'srcxlate run' goes on where it is interrupted")
                tell(0, 1, "taking in")
            new = runs.add(workspace, work, text, origin, name)
        if not no_draft:
            with screen.progress() as tell:
                drafting = runs.redraft(workspace, [work], wanted=engine, progress=tell)
        there = listing.of_texts(work)
        shown = there if json or len(there) <= _SHOWN else []
        rows = [screen.segment_row(s, listing.risks(s)) for s in shown]
    if shown or json:
        screen.print_segments(rows, as_json=json)
    remark(f"{work} has {len(there):,} sentences" + ("" if new else "; this text was there already"))
    if not no_draft and drafting.unserved:
        from srcxlate.engines.choose import how_to_serve

        remark(how_to_serve(drafting.unserved))


def _check_language(text: str, origin: str, work: str, languages: set[str]) -> None:
    """Looks whether a text may be that of a work.

    :param languages: that of the work; empty: there is no such work.
    :raises Fault: its script proves another language.
    """
    from srcxlate.languages import NAMES
    from srcxlate.texts import evident_language

    found = evident_language(text)
    if found and languages and not languages & {found, "und"}:
        (own,) = languages
        mend = (
            f"Name the work whose text it is; if the work is {NAMES[found]}: 'srcxlate route --set {work} "
            f"{found}'; --anyway adds it all the same."
        )
        message = f"is in {NAMES[found]}, and {work} in {NAMES[own]}"
        raise Fault(message, mend=mend, place=Place(origin))


def _text(file: str, encoding: str) -> str:
    """A text from a file or from stdin.

    :raises Fault: it cannot be read, is too large, or is not in the encoding.
    """
    from srcxlate.files import decode, read_text
    from srcxlate.texts import LARGEST

    if file != "-":
        return read_text(Path(file), encoding=encoding, largest=LARGEST)
    if sys.stdin.isatty():
        remark("paste the passage; end with Ctrl-D on a line of its own")
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"is larger than {LARGEST / 1e6:.0f} MB, the most that is read"
        raise Fault(message, mend="Add it in parts.", place=Place("stdin"))
    return decode(data, encoding, "stdin")


# -- the check -----------------------------------------------------------------------------------

Report = Annotated[
    Path | None, typer.Argument(metavar="[REPORT]", help="The report's text; else the workspace's own.")
]
Of = Annotated[
    Path | None, typer.Option("--report", metavar="REPORT", help="The report; else the workspace's own.")
]
Keys = Annotated[list[str], typer.Argument(metavar="KEY...", help="As 'check' prints them.")]


def check(
    report: Report = None,
    since: Annotated[
        Path | None, typer.Option("--since", metavar="FILE", help="An earlier version of the report.")
    ] = None,
    fail_on: FailOnOption = FailOn.ERROR,
    write: Annotated[
        list[Path] | None,
        typer.Option("--write", metavar="FILE", help="Write the list into FILE too: .docx, .md or .json."),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="What was dismissed too, quotations without a text, and with --since what is not new.",
        ),
    ] = False,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="Only this kind; may be repeated.")] = None,
    least: Annotated[
        FailOn, typer.Option("--least", help="Only findings of this severity and graver ones.")
    ] = FailOn.INFO,
    encoding: Encoding = "utf-8",
    json: Json = False,
) -> None:
    """Check a report's citations and quotations against the originals, for the editor."""
    from srcxlate import show as screen
    from srcxlate.checks import KINDS
    from srcxlate.files import write_bytes

    if unknown := set(kind or ()) - set(KINDS):
        raise Fault(f"no kind of finding is called {min(unknown)!r}", mend=f"Use one of {', '.join(KINDS)}.")
    writers = [(path, _writer(path)) for path in write or ()]
    with desk_here() as workspace:
        from srcxlate.desk import checking

        there = checking.look(workspace, _report(workspace, report), encoding, since)
        ended = checking.ended(there)
    rows = dict(there.rows)
    left = [row["severity"] for row in rows["findings"] if not row["dismissed"]]
    rows["findings"] = [
        row
        for row in rows["findings"]
        if row["kind"] in (kind or (row["kind"],)) and least.is_reached([row["severity"]])
    ]
    for path, writer in writers:
        write_bytes(path, writer(rows))
    if json:
        screen.print_json(rows)
    else:
        from srcxlate.findings.screen import shown

        out = screen.console()
        news = [row for row in rows["findings"] if everything or row["news"] != "kept"]
        for part in shown(rows | {"findings": news}, everything=everything):
            out.print(part)
        if kept := len(rows["findings"]) - len(news):
            remark(f"{kept} findings are as they were in {since}; --all shows them")
    for warning in there.warnings:
        remark(f"{rows['report']}: {warning}")
    for row in ended:
        remark(f"{row['key']} was signed off without a text and is now compared: {row['quote']}")
    if there.undrafted:
        remark(f"{there.undrafted} sentences of the texts have no English yet: 'srcxlate draft' drafts them")
    if fail_on.is_reached(left):
        raise typer.Exit(1)


def _report(workspace: "Workspace", named: Path | None) -> Path:
    """The report that is named, or the workspace's own.

    :raises Fault: there is none.
    """
    from srcxlate.workspace import SETTINGS

    if path := named or workspace.report:
        return path
    mend = f"Name one, or say which is its own: a line 'report: FILE' in {workspace.root / SETTINGS}."
    raise Fault("no report is named, and the workspace's own is not here", mend=mend)


def _writer(path: Path) -> "Callable[[Row], bytes]":
    """What makes a file of an editor's list, by the ending of its name.

    :raises Fault: no such ending, or no such folder.
    """
    ending = path.suffix.lower()
    if not path.parent.is_dir():
        raise Fault("there is no such folder", mend="Check the path.", place=Place(str(path)))
    if ending == ".docx":
        from srcxlate.findings.word import docx

        return docx
    if ending in (".md", ".markdown"):
        from srcxlate.findings.markdown import markdown

        return lambda rows: markdown(rows).encode()
    if ending == ".json":
        from srcxlate.show import as_json

        return lambda rows: as_json(rows).encode()
    message = f"no way to write a list into a file that ends in {ending or 'nothing'}"
    raise Fault(message, mend="Use .docx, .md or .json.", place=Place(str(path)))


# -- what is said of findings ----------------------------------------------------------------------

findings = typer.Typer(
    help="Say what becomes of findings; it holds until their wording changes.", no_args_is_help=True
)


@findings.command()
def dismiss(
    keys: Keys,
    reason: Annotated[str, typer.Option("--reason", help="Why it is no fault; others read it.")],
    report: Of = None,
    encoding: Encoding = "utf-8",
    who: Who = None,
) -> None:
    """Mark findings as no faults: they are left out, and make no exit status."""
    with desk_here() as workspace:
        from srcxlate.desk import checking

        there = checking.look(workspace, _report(workspace, report), encoding)
        done = checking.dismiss(there, keys, who_acts(who, workspace), reason)
    for one in done:
        remark(f"dismissed {one['key']}: {one['message']}")


@findings.command()
def signoff(
    keys: Annotated[list[str] | None, typer.Argument(metavar="[KEY]...", help="Of quotations.")] = None,
    faithful: Annotated[bool, typer.Option("--faithful", help="All that surely are faithful.")] = False,
    remarks: Annotated[str, typer.Option("--remark", help="What others should know.")] = "",
    report: Of = None,
    encoding: Encoding = "utf-8",
    who: Who = None,
) -> None:
    """Sign quotations off: their wording was compared, and may be printed."""
    with desk_here() as workspace:
        from srcxlate.desk import checking

        there = checking.look(workspace, _report(workspace, report), encoding)
        sure = (one for one in there.rows["quotes"] if one["verdict"] == "faithful" and one["sure"])
        chosen = [*(keys or ()), *(one["key"] for one in sure if faithful)]
        if not chosen:
            raise Fault(
                "no quotation is named", mend="Name keys that 'srcxlate check' prints, or --faithful."
            )
        done = checking.sign_off(there, chosen, who_acts(who, workspace), remarks)
    for one in done:
        remark(f"signed off {one['key']}: {one['quote']}")


@findings.command()
def reopen(
    keys: Keys,
    reason: Annotated[str, typer.Option("--reason", help="Why; others read it.")] = "",
    who: Who = None,
) -> None:
    """Take back what was said of findings or quotations."""
    with desk_here() as workspace:
        from srcxlate.desk import checking

        done = checking.reopen(keys, who_acts(who, workspace), reason)
    for row in done:
        remark(f"open again {row.key}: {row.message or row.printed}")


@findings.command("list")
def findings_list(json: Json = False) -> None:
    """List all that was said of findings and quotations, the oldest first."""
    from srcxlate import show as screen

    with desk_here():
        from srcxlate.desk import checking

        rows = [checking.judgement_row(row) for row in checking.said()]
    if json:
        screen.print_json(rows)
        return
    out = screen.console()
    for row in rows:
        head = f"{row['at'][:16].replace('T', ' ')}  {row['who']}  {row['state']}  {row['key']}"
        lines = [("printed", row["printed"]), ("original", row["original"]), ("finding", row["message"])]
        out.print(screen.card(head, [*lines, ("reason", row["reason"])]))
    remark(
        f"{len(rows)} said" if rows else "nothing was said yet: 'srcxlate findings dismiss KEY --reason …'"
    )

"""The editor's commands: the text of a source, the check of a report, and what is said of its findings."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from srcxlate.cli.common import Encoding, EngineOption, Json, Who, desk_here, remark, who_acts
from srcxlate.errors import Fault, Place

Text = Annotated[str, typer.Argument(metavar="FILE", help="Its text, or a passage; - for what is pasted.")]


def add(
    work: Annotated[str, typer.Argument(metavar="ID", help="A work.")],
    file: Text,
    engine: EngineOption = "auto",
    encoding: Encoding = "utf-8",
    no_draft: Annotated[bool, typer.Option("--no-draft", help="Only queue its sentences.")] = False,
    who: Who = None,
    json: Json = False,
) -> None:
    """Add the text of a source: its sentences are drafted and reviewed, and quotations compared with them."""
    from srcxlate import show as screen

    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        name = who_acts(who, workspace)
        new = runs.add(workspace, work, _text(file, encoding), "stdin" if file == "-" else file, name)
        if not no_draft:
            with screen.progress() as tell:
                drafting = runs.redraft(workspace, [work], wanted=engine, progress=tell)
        rows = [screen.segment_row(s, listing.risks(s)) for s in listing.passages_of(work)]
    screen.print_segments(rows, as_json=json)
    remark(f"{work} has {len(rows)} sentences" + ("" if new else "; this text was there already"))
    if not no_draft and drafting.unserved:
        from srcxlate.engines.choose import how_to_serve

        remark(how_to_serve(drafting.unserved))


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

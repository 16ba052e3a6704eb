"""The commands that mend what extraction got wrong: what a person did is kept across every later run."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from srcxlate.cli.common import Who, desk_here, remark, who_acts

if TYPE_CHECKING:
    from srcxlate.mending import Mended
    from srcxlate.sources import Source

app = typer.Typer(help="Mend what extraction got wrong; no later run undoes it.", no_args_is_help=True)

Work = Annotated[str, typer.Argument(metavar="ID", help="A work.")]


def carry_out(who: str | None, change: "Callable[[Sequence[Source], str], Mended]") -> None:
    """Mends the workspace here and says what was done.

    :param change: from the records and the name of who acts to what becomes of them.
    """
    with desk_here() as workspace:
        from srcxlate.desk.mend import mend
        from srcxlate.desk.runs import reviewer

        name = who_acts(who, workspace)
        said = mend(workspace, lambda records: change(records, name), reviewer(workspace, name))
    remark(said)


@app.command()
def merge(
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The work that stays.")],
    others: Annotated[list[str], typer.Argument(metavar="ID...", help="The works that become part of it.")],
    who: Who = None,
) -> None:
    """Make one work of several: its notes and wordings are those of all."""
    from srcxlate.mending import merge_works

    carry_out(who, lambda records, name: merge_works(records, keep, others))


@app.command()
def split(
    work: Work,
    notes: Annotated[list[str], typer.Argument(metavar="NOTE...", help="70, or 2.14 in series 2.")],
    report: Annotated[str | None, typer.Option(help="The report of these notes.")] = None,
    who: Who = None,
) -> None:
    """Make a work of its own of what some notes cite."""
    from srcxlate.mending import split_work

    carry_out(who, lambda records, name: split_work(records, work, notes, report=report))


@app.command()
def edit(
    work: Work,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="title, romanised, english, author, date, …")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Its new value; '' for none.")],
    who: Who = None,
) -> None:
    """Change a fact of a work."""
    from srcxlate.mending import edit_work

    carry_out(who, lambda records, name: edit_work(records, work, field, value))


@app.command()
def move(
    work: Work,
    language: Annotated[str, typer.Argument(metavar="LANG", help="ja, ko, zh, zh-Hans, zh-Hant or und.")],
    who: Who = None,
) -> None:
    """Say which language a work is in; und opens it again."""
    from srcxlate.mending import move_work

    carry_out(who, lambda records, name: move_work(records, work, language, name))


@app.command()
def ignore(
    work: Work,
    reason: Annotated[str, typer.Option("--reason", help="Why; others read it.")],
    who: Who = None,
) -> None:
    """Leave a work out of the queue."""
    from datetime import UTC, datetime

    from srcxlate.mending import ignore_work

    now = datetime.now(UTC)
    carry_out(who, lambda records, name: ignore_work(records, work, reason, name, now))


@app.command()
def restore(work: Work, who: Who = None) -> None:
    """Take a work that was ignored into the queue again."""
    from srcxlate.mending import restore_work

    carry_out(who, lambda records, name: restore_work(records, work))

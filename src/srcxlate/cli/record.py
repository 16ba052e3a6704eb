"""The commands of the record beside the originals: read it back, mark what is final."""

from typing import Annotated

import typer

from srcxlate.cli.common import Json, Who, complain, desk_here, remark, who_acts


def load(who: Who = None, json: Json = False) -> None:
    """Take in what the files under sources/ hold; rebuild a queue that was lost from them."""
    from srcxlate import show as screen

    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        loaded = runs.load(workspace, who_acts(who, workspace))
        rows = [screen.segment_row(s, listing.risks(s)) for s in listing.chosen() if s.correction is not None]
    if json:
        screen.print_json(rows)
    for fault in loaded.faults:
        complain(str(fault))
    for line in screen.loaded_lines(loaded, len(rows)):
        remark(line)
    if loaded.faults:
        raise typer.Exit(2)


def publish(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Works; else all that is approved.")
    ] = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Mark approved English as final: the reader and the exports carry it."""
    from srcxlate import show as screen

    with desk_here() as workspace:
        from srcxlate.desk import listing, runs

        published, left = runs.publish(workspace, ids or (), who_acts(who, workspace))
        rows = [screen.segment_row(item.segment, listing.risks(item.segment)) for item in published]
    if json:
        screen.print_json(rows)
    for fault in left:
        complain(str(fault))
    remark(f"published: {len(rows)}" + (f"; not published: {len(left)}" if left else ""))
    if left:
        raise typer.Exit(2)

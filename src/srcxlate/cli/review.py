"""``srcxlate review``: the queue on a terminal, for the people who correct and approve."""

import sys
from typing import Annotated

import typer

from srcxlate.cli.common import Json, Who, desk_here, who_acts


def review(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID|NOTE]...", help="Works or notes to review; else all that waits."),
    ] = None,
    language: Annotated[str | None, typer.Option(help="Only ja, ko, zh or und.")] = None,
    who: Who = None,
    json: Json = False,
) -> None:
    """Review the queue on a terminal: accept, edit, return; a key for each decision."""
    from srcxlate import show as screen
    from srcxlate.keyboard import check_terminal, open_keyboard
    from srcxlate.terminal import Conversation

    talk = sys.stderr if json else sys.stdout
    check_terminal(talk)
    with desk_here() as workspace:
        from srcxlate.desk import listing
        from srcxlate.desk.review import Review

        sitting = Review(workspace, who_acts(who, workspace))
        wanted = [*(what or ()), *([language] if language else ())]
        if wanted:
            sitting.choose(*wanted)
        try:
            with open_keyboard(talk) as keyboard:
                Conversation(sitting, keyboard, screen.console(stderr=json)).hold()
        finally:
            sitting.close()
            if json:
                decided = listing.segments(set(sitting.decided))
                screen.print_json([screen.segment_row(s, listing.risks(s)) for s in decided])

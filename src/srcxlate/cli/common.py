"""What the commands share: options, remarks on stderr, the workspace here with its queue, who acts."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from srcxlate.workspace import Workspace

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


class FailOn(StrEnum):
    """From which severity on findings make the exit status 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"

    def is_reached(self, severities: Iterable[str]) -> bool:
        """Whether a finding is as grave; for ``never`` none is."""
        grave = [one.value for one in FailOn][list(FailOn).index(self) :]
        return any(severity in grave for severity in severities)


FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="The least severity that makes the exit status 1.")
]


def complain(lines: str) -> None:
    """Says on stderr what is wrong, each line under the program's name."""
    for line in lines.splitlines():
        remark(f"srcxlate: {line}")


def remark(line: str) -> None:
    """Says something on stderr; what could move the cursor is escaped."""
    from srcxlate.show import visible

    sys.stderr.write(visible(line) + "\n")


def workspace_here() -> "Workspace":
    """The workspace around the current folder."""
    from srcxlate.workspace import find_workspace

    return find_workspace(Path.cwd())


@contextmanager
def desk_here() -> "Iterator[Workspace]":
    """The workspace here with its queue open."""
    from srcxlate.desk.database import open_desk

    workspace = workspace_here()
    with open_desk(workspace):
        yield workspace


def who_acts(named: str | None, workspace: "Workspace") -> str:
    """The name of who acts, as the workspace records it; on a terminal the person is asked at need.

    :param named: what ``--as`` says.
    """
    from srcxlate.people import acting

    ask = (lambda: str(typer.prompt("Your name, for the record", err=True))) if sys.stdin.isatty() else None
    return acting(named, workspace.settings.people, ask=ask)

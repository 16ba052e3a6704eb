"""Who acts: a name for the record of what a person did.

In come what the command was told and the environment, out comes a name. Whether that person may do it is
not asked here.
"""

import os
import subprocess
from collections.abc import Callable

from srcxlate.errors import Fault

LONGEST = 100
"""Characters of a name."""
PROGRAM = "srcxlate"
"""Who acts where no person is known and none is needed."""


def acting(named: str | None, *, ask: Callable[[], str] | None = None) -> str:
    """The name: as given, else SRCXLATE_USER, else git's user name, else what the person answers.

    :raises Fault: nobody says who acts, or the name is none.
    """
    ways: tuple[Callable[[], str], ...] = (
        lambda: named or "",
        lambda: os.environ.get("SRCXLATE_USER", ""),
        _git_name,
        ask or (lambda: ""),
    )
    for way in ways:
        name = " ".join(way().split())
        if len(name) > LONGEST or not name.isprintable():
            mend = f"Use up to {LONGEST} printable characters."
            raise Fault(f"{name[:LONGEST]!r} cannot be a person's name", mend=mend)
        if name:
            return name
    raise Fault("nobody says who acts", mend="Give your name with --as NAME, or set SRCXLATE_USER.")


def acting_or_program(named: str | None) -> str:
    """The name, or the program's own where nobody says who acts."""
    return acting(named, ask=lambda: PROGRAM)


def _git_name() -> str:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - git is where the person has it
            capture_output=True,
            text=True,
            errors="replace",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout

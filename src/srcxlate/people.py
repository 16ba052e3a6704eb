"""Who acts: a name for the record of what a person did.

In come what the command was told, the environment and the names that the workspace knows, out comes a
name. Whether that person may do it is not asked here, save what must be known for it: whether two names
are one person's.
"""

import os
import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from typing import Annotated

from pydantic import AfterValidator, Field

from srcxlate.errors import Fault
from srcxlate.records import Record, Unfit

LONGEST = 100
"""Characters of a name."""
PROGRAM = "srcxlate"
"""Who acts where no person is known and none is needed."""


def person_name(text: str) -> str:
    """A name as it is kept: composed characters (NFC), single spaces; empty for nothing but spaces.

    :raises Unfit: it is too long, or holds characters that do not show (control and bidi characters among
        them): two names that look the same must not be two people.
    """
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if len(name) > LONGEST or not name.isprintable():
        raise Unfit("cannot be a person's name", f"Use up to {LONGEST} printable characters.")
    return name


PersonName = Annotated[str, Field(min_length=1), AfterValidator(person_name)]
"""A name in a file."""


class Person(Record):
    """Someone who goes by several names: in git, on the command line, in another script."""

    name: PersonName
    """The name that is recorded."""
    also: tuple[PersonName, ...] = ()


def known_name(name: str, people: Iterable[Person]) -> str:
    """The name under which a person is recorded: that of the settings, where they list it; else as given."""
    plain = _plain(name)
    for person in people:
        if plain in map(_plain, (person.name, *person.also)):
            return person.name
    return name


def same_person(one: str, other: str, people: Iterable[Person] = ()) -> bool:
    """Whether two names are one person's: by the settings, or written alike but for case and width."""
    people = tuple(people)
    return _plain(known_name(one, people)) == _plain(known_name(other, people))


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def acting(
    named: str | None, people: Iterable[Person] = (), *, ask: Callable[[], str] | None = None
) -> str:
    """The name: as given, else SRCXLATE_USER, else git's user name, else what the person answers.

    :param people: those whom the workspace knows by several names.
    :raises Fault: nobody says who acts, or the name is none.
    """
    ways: tuple[Callable[[], str], ...] = (
        lambda: named or "",
        lambda: os.environ.get("SRCXLATE_USER", ""),
        _git_name,
        ask or (lambda: ""),
    )
    for way in ways:
        told = way()
        try:
            name = person_name(told)
        except Unfit as unfit:
            raise Fault(f"{told[:LONGEST]!r} {unfit.message}", mend=unfit.mend) from unfit
        if name:
            return known_name(name, people)
    raise Fault("nobody says who acts", mend="Give your name with --as NAME, or set SRCXLATE_USER.")


def acting_or_program(named: str | None, people: Iterable[Person] = ()) -> str:
    """The name, or the program's own where nobody says who acts."""
    return acting(named, people, ask=lambda: PROGRAM)


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

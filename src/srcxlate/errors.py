"""What goes wrong, said to a person: where, what, and how to mend it.

A :class:`Fault` stops the work (exit status 2). Several faults of one file are collected and raised
together as :class:`Faults`, so that a person mends a file once, not once for each fault.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault lies: a file (or another name for an input) and, when known, its line."""

    file: str
    line: int | None = None
    """Counted from 1; None where the fault is the file's as a whole."""
    column: int | None = None
    """Counted from 1 in characters; None where the whole line is meant."""

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


class Fault(Exception):  # noqa: N818  # the word that the program and its users use
    """Something in the input, the call or the machine that a person can mend.

    :param message: what is wrong, without a full stop.
    :param mend: what to do about it; a whole sentence or none.
    :param place: where it lies.
    """

    def __init__(self, message: str, *, mend: str = "", place: Place | None = None) -> None:
        self.message, self.mend, self.place = message, mend, place
        super().__init__(message)

    @property
    def each(self) -> tuple["Fault", ...]:
        """The single faults: this one, or those that were collected."""
        return (self,)

    def __str__(self) -> str:
        """One line, ``file:line: what is wrong. The mend.``, safe to send to a terminal."""
        where = f"{self.place}: " if self.place else ""
        mend = f". {self.mend}" if self.mend else ""
        return visible(" ".join(f"{where}{self.message}{mend}".split()))


class Faults(Fault):
    """All the faults of a file in one go; :attr:`each` holds them in the file's order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.message for fault in self.faults))

    @property
    def each(self) -> tuple[Fault, ...]:
        """The single faults that were collected."""
        return self.faults

    def __str__(self) -> str:
        """One line for each fault."""
        return "\n".join(str(fault) for fault in self.faults)


def visible(line: str) -> str:
    """A line whose characters all show: those that move a cursor or turn the writing round are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in line)

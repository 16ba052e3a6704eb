"""The glossary in exchange with other programs: their files read and compared with it, its terms written.

In comes a file (TBX, CSV, an OmegaT glossary), out comes an :class:`Intake`: what is new in it, what the
glossary has already, and what contradicts it. Nothing is taken in before a person has seen that; what is
new is added at the end of a file under ``glossary/``, in which what a person wrote stays byte for byte.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from srcxlate.errors import Fault, Place
from srcxlate.files import from_os, read_text, write_text
from srcxlate.glossary import lengthened
from srcxlate.glossary.entries import HOUSE_STYLE, Entry
from srcxlate.glossary.folding import compared, squeezed
from srcxlate.glossary.tables import parse_table, render_table
from srcxlate.glossary.tbx import parse_tbx, render_tbx
from srcxlate.glossary.termlists import LARGEST, TermList
from srcxlate.records import read_yaml

Format = Literal["tbx", "csv", "tsv"]
"""``csv`` is read with commas, semicolons or tabs; ``tsv``, as OmegaT has it, with tabs alone."""

IMPORTED = "imported.yaml"
"""The file under ``glossary/`` that takes in what has no other."""
_ENDINGS: Mapping[str, Format] = {
    ".tbx": "tbx", ".xml": "tbx", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".txt": "tsv", ".utf8": "tsv",
}  # fmt: skip
_CHUNK = 1 << 16
"""Bytes of a TBX file that are read at one time."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that is not taken in: a form of it means something else in the glossary."""

    entry: Entry
    place: Place
    there: Entry
    """What has the form already: an entry of the glossary, or an earlier one of the file."""

    def __str__(self) -> str:
        """What contradicts what, in one line without a place."""
        new, there = self.entry, self.there
        under = "" if there.original == new.original else f" (under {there.original})"
        return f"{new.original} ({new.language}) is {there.english!r} already{under}, not {new.english!r}"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file of terms would do to a glossary."""

    added: tuple[Entry, ...]
    """What is new, in the file's order."""
    known: int
    """Entries that the glossary, or the file before, has with the same English."""
    conflicts: tuple[Conflict, ...]


def format_of(path: Path, named: str | None = None) -> Format:
    """A file's format: the one that a person names, else that of its ending.

    :raises Fault: no such format, or the ending tells none.
    """
    if named is None and (found := _ENDINGS.get(path.suffix.lower())):
        return found
    for known in get_args(Format):
        if named == known:
            return known  # type: ignore[no-any-return]
    if named is None:
        mend = f"Say which: --format {', '.join(get_args(Format))}."
        raise Fault("has an ending that tells no format", mend=mend, place=Place(str(path)))
    raise Fault(f"no format is called {named!r}", mend=f"Say {', '.join(get_args(Format))}.")


# -- in ------------------------------------------------------------------------------------------------


def read_terms(path: Path, *, format: Format, language: str | None = None) -> TermList:
    """The terms in a file.

    :param language: that of entries which name none; for tables.
    :raises Fault: the file cannot be read or understood.
    """
    if format == "tbx":
        return parse_tbx(_chunks(path), str(path))
    between = "\t" if format == "tsv" else "\t;,"
    mend = "Save it as UTF-8, in a spreadsheet as 'CSV UTF-8'."
    text = read_text(path, encoding=_encoding(path), largest=LARGEST, mend=mend)
    return parse_table(text, str(path), between=between, language=language)


def _chunks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, piece by piece.

    :raises Fault: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise from_os(error, path) from error


def _encoding(path: Path) -> str:
    """UTF-16 where a file begins with its mark, else UTF-8.

    :raises Fault: the file cannot be read.
    """
    begin = next(_chunks(path), b"")
    return "utf-16" if begin.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


def compare(found: TermList, entries: Iterable[Entry]) -> Intake:
    """What the entries of a file would do to a glossary.

    An entry is known where its original has the same English already, and in conflict where its original
    or a variant has another. Inside a file an original may have a second English where one of the two is
    house style.

    :param entries: those of the glossary.
    """
    there, before = _Forms(scoped=False), _Forms(scoped=True)
    for entry in entries:
        there.add(entry)
    added: list[Entry] = []
    conflicts: list[Conflict] = []
    known = 0
    for entry, place in found.entries:
        same = [*there.meanings(entry, entry.original), *before.meanings(entry, entry.original)]
        if any(one.english == entry.english for one in same):
            known += 1
            continue
        held = [*same, *(one for form in entry.variants for one in there.meanings(entry, form))]
        held += (one for form in entry.variants for one in before.meanings(entry, form))
        against = next((one for one in held if one.english != entry.english), None)
        if against:
            conflicts.append(Conflict(entry, place, against))
        else:
            added.append(entry)
            before.add(entry)
    return Intake(tuple(added), known, tuple(conflicts))


class _Forms:
    """Written forms and the entries that have them, as original or as variant."""

    def __init__(self, *, scoped: bool) -> None:
        """:param scoped: whether a form of house style is another than the same form without."""
        self._scoped = scoped
        self._entries: dict[tuple[str, bool, str], list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Adds the forms of an entry."""
        for form in (entry.original, *entry.variants):
            self._entries.setdefault(self._key(entry, form), []).append(entry)

    def meanings(self, entry: Entry, form: str) -> list[Entry]:
        """The entries that have a form of an entry already."""
        return self._entries.get(self._key(entry, form), [])

    def _key(self, entry: Entry, form: str) -> tuple[str, bool, str]:
        house = self._scoped and entry.scope == HOUSE_STYLE
        return entry.language, house, squeezed(compared(form, entry.language))


def take_in(folder: Path, name: str, entries: Sequence[Entry]) -> Path:
    """Adds entries at the end of a file of the glossary, which is made where there is none; gives its path.

    :param name: the file's name, such as ``ministries.yaml``.
    :raises Fault: the name is none of a glossary file, the file has faults or ends in a way that nothing
        can be added to, or the disk will not take it.
    """
    path = glossary_file(folder, name)
    text = read_yaml(path) if path.exists() else ""
    longer = lengthened(text, entries, str(path))
    if longer is None:
        mend = "Write the list with one '- ' a line and no brackets round it, or name another file."
        raise Fault("cannot be added to after its last entry", mend=mend, place=Place(str(path)))
    write_text(path, longer)
    return path


def glossary_file(folder: Path, name: str) -> Path:
    """The path of a file of the glossary by its name.

    :raises Fault: the name is a path, or has another ending than ``.yaml``.
    """
    if not re.fullmatch(r"[^/\\.][^/\\]*\.yaml", name) or not name.isprintable():
        message = f"{name!r:.60} is no name of a glossary file"
        raise Fault(message, mend="Give a name without folders that ends in .yaml.")
    return folder / name


# -- looking terms up ----------------------------------------------------------------------------------


def search(entries: Sequence[Entry], words: Iterable[str]) -> list[Entry]:
    """The entries that hold all words in their original, a variant or their English, in their order.

    Compared as terms are compared with a text, so full width, old characters and case are no hindrance.
    """
    words = tuple(words)
    return [entry for entry in entries if all(_holds(entry, word) for word in words)]


def _holds(entry: Entry, word: str) -> bool:
    forms = (entry.original, *entry.variants, entry.english)
    wanted, *held = (squeezed(compared(form, entry.language)) for form in (word, *forms))
    return any(wanted in form for form in held)


# -- out -----------------------------------------------------------------------------------------------


def write_terms(path: Path, entries: Sequence[Entry], *, format: Format, replace: bool = False) -> None:
    """Puts entries in a file of another program's format.

    :param replace: whether a file that is there may be written over.
    :raises Fault: the file is there, the format is only read, an entry holds what no file can, or the disk
        will not take it.
    """
    if format == "tsv":
        raise Fault("tsv is only read", mend="Write tbx or csv.", place=Place(str(path)))
    text = render_tbx(entries) if format == "tbx" else "\ufeff" + render_table(entries)
    if not replace and path.exists():
        mend = "Name another file, or write over it with --force."
        raise Fault("is there already", mend=mend, place=Place(str(path)))
    write_text(path, text)

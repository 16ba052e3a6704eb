"""The folder that people work in: where settings, glossary, sources and the queue lie.

In comes a path, out comes a :class:`Workspace`; nothing here reads more than ``srcxlate.yaml``.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from srcxlate.errors import Fault, Place
from srcxlate.files import read_text, write_text
from srcxlate.people import Person
from srcxlate.records import Record, read_record, render_value

SETTINGS = "srcxlate.yaml"


class Settings(Record):
    """``srcxlate.yaml``: what holds for a whole workspace."""

    report: str | None = None
    """The report that commands mean when none is named: a path, relative to the workspace."""
    house_style: bool = True
    """Whether glossary terms of the scope ``house-style`` are used."""
    quotation_marks: Literal["single", "double"] | None = None
    """How drafts print quotation marks; None: as the engine does."""
    approve_own: bool = True
    """Whether one may approve one's own work; then accepting a text approves it in the same step."""
    people: tuple[Person, ...] = ()
    """Those who go by several names."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace's folders; none of them is made by asking for it."""

    root: Path
    settings: Settings

    @property
    def report(self) -> Path | None:
        """The report that its settings name; None where they name none, or none that is here."""
        own = self.root / self.settings.report if self.settings.report else None
        return own if own and own.exists() else None

    @property
    def sources(self) -> Path:
        """``sources/<language>/<id>.yaml``."""
        return self.root / "sources"

    @property
    def glossary(self) -> Path:
        """``glossary/*.yaml``."""
        return self.root / "glossary"

    @property
    def private(self) -> Path:
        """``.srcxlate``: the queue, the texts of sources and reports, the cache."""
        return self.root / ".srcxlate"

    @property
    def texts(self) -> Path:
        """``.srcxlate/texts/<id>/``: the texts of sources that a user added."""
        return self.private / "texts"

    @property
    def cache(self) -> Path:
        """What record files held when they were last read; may be deleted at any time."""
        return self.private / "cache" / "records.sqlite3"

    @property
    def database(self) -> Path:
        """The queue and its history."""
        return self.private / "desk.sqlite3"


def find_workspace(start: Path) -> Workspace:
    """The workspace around a folder: the nearest one upwards that holds ``srcxlate.yaml``.

    :raises Fault: there is none, or its settings are wrong.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        settings = folder / SETTINGS
        if settings.exists():
            return Workspace(folder, read_record(settings, Settings))
    message = f"no workspace here: {SETTINGS} is in no folder from here up"
    raise Fault(message, mend="Make one with 'srcxlate init'.", place=Place(str(start)))


def make_workspace(root: Path) -> Workspace:
    """A new workspace in a folder, which may exist and hold other files.

    An existing workspace is kept as it is. The settings are written last, so that what was interrupted can
    be done again.

    :raises Fault: the folder may not be written, or the settings that are there are wrong.
    """
    if (root / SETTINGS).exists():
        return find_workspace(root)
    for folder in (root / "glossary", *(root / "sources" / language for language in ("ja", "ko", "zh"))):
        if not folder.is_dir():
            write_text(folder / ".gitkeep", "")
    _ignore_private(root / ".gitignore")
    write_text(root / SETTINGS, render_value({"house_style": True, "approve_own": True}))
    return find_workspace(root)


def _ignore_private(path: Path) -> None:
    """Keeps texts and queue out of a repository: a line is added to what a person wrote."""
    text = read_text(path) if path.exists() else ""
    if not any(line.strip().strip("/") == ".srcxlate" for line in text.splitlines()):
        write_text(path, text + ("" if not text or text.endswith("\n") else "\n") + "/.srcxlate/\n")

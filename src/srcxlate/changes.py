"""Several files changed together, or after a crash the next time.

In come the texts of files and the files to remove; out comes a workspace in which all of it is done. What
is to be done is first written to a journal, in one piece: a change that was cut short before that has
touched nothing, and one that was cut short later is finished by :func:`finish` from the journal.
"""

import contextlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NoReturn

from srcxlate.errors import Fault, Place
from srcxlate.files import from_os, write_text


def prepare(
    workspace_root: Path,
    journal: Path,
    writes: Mapping[Path, str],
    removals: Sequence[Path],
    token: str = "",
) -> None:
    """Writes down what :func:`finish` is to do, and touches no file yet; nothing where nothing is to be done.

    :param workspace_root: the folder that all the files lie in.
    :param journal: where it is written down; in the workspace's private folder. A change that is written
        down there from before is finished first.
    :param writes: each file's text; a file that is to be written is not removed.
    :param removals: files that go; one that is not there is no fault.
    :param token: by which ``finish`` may ask whether the change is wanted: a name of what goes with it.
    :raises Fault: a file lies outside the workspace, the journal of a change before is damaged, or the disk
        is full or a folder may not be written; nothing is written down then.
    """
    finish(workspace_root, journal)
    texts = {_inside(workspace_root, path): text for path, text in writes.items()}
    gone = [inside for path in removals if (inside := _inside(workspace_root, path)) not in texts]
    if not (texts or gone):
        return
    told = {"token": token, "writes": texts, "removals": gone}
    write_text(journal, json.dumps(told, ensure_ascii=False))


def finish(root: Path, journal: Path, wanted: Callable[[str], bool] = lambda _: True) -> bool:
    """Does what a journal says that was left by a change cut short; says whether it did.

    :param wanted: asked with the journal's token; where it says no, the journal goes and no file is touched.
    :raises Fault: the journal is damaged or leads outside the workspace; nothing is done then. Or the disk
        is full or a folder may not be written; the journal stays then.
    """
    if not journal.exists():
        return False
    token, writes, removals = _read_journal(journal)
    if not wanted(token):
        _remove(journal)
        return False
    for written in (*writes, *removals):
        if not _leads_inside(root, written):
            _refuse(journal, f"leads outside the workspace, to {written!r:.200}")
    _carry_out(root, journal, writes, removals)
    return True


def _read_journal(journal: Path) -> tuple[str, dict[str, str], list[str]]:
    """The token, and what is to be written and removed; paths are relative to the workspace, with slashes."""
    try:
        data = json.loads(journal.read_bytes())
    except OSError as error:
        raise from_os(error, journal) from error
    except (ValueError, RecursionError):
        _refuse(journal, "is no journal of changes")
    told = data if isinstance(data, dict) else {}
    token, writes, removals = told.get("token", ""), told.get("writes"), told.get("removals")
    if not (isinstance(writes, dict) and isinstance(removals, list)):
        _refuse(journal, "is no journal of changes")
    if not all(isinstance(value, str) for value in (token, *writes.values(), *removals)):
        _refuse(journal, "is no journal of changes")
    return token, writes, removals


def _refuse(journal: Path, message: str) -> NoReturn:
    mend = "Look at the files that it names, then remove it."
    raise Fault(message, mend=mend, place=Place(str(journal)))


def _inside(root: Path, path: Path) -> str:
    """A file's path as a journal has it.

    :raises Fault: it lies outside the workspace.
    """
    with contextlib.suppress(ValueError):
        written = path.relative_to(root).as_posix()
        if _leads_inside(root, written):
            return written
    mend = "Files that are changed together lie in one workspace."
    raise Fault("lies outside the workspace", mend=mend, place=Place(str(path)))


def _leads_inside(root: Path, written: str) -> bool:
    """Whether a path in a journal is one of a file in the workspace, wherever links lead."""
    path = PurePosixPath(written)
    if not path.parts or path.is_absolute() or ".." in path.parts or not written.isprintable():
        return False
    file = root / path
    return all(found.is_relative_to(root.resolve()) for found in (file.resolve(), file.parent.resolve()))


def _carry_out(root: Path, journal: Path, writes: Mapping[str, str], removals: Sequence[str]) -> None:
    """Writes and removes, then takes the journal away; can be done again at any time."""
    for written, text in writes.items():
        write_text(root / written, text)
    for written in removals:
        _remove(root / written)
    _remove(journal)


def _remove(path: Path) -> None:
    """Removes a file for good: through a loss of power, too."""
    try:
        path.unlink(missing_ok=True)
        with contextlib.suppress(FileNotFoundError):  # its folder is not there either
            folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        raise from_os(error, path) from error

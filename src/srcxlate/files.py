"""Text files, in and out: what a person may mend is told, and what is written is there whole or not at all.

Writing is atomic: a temporary file in the same folder, fsync, rename; a file is either the old one or the
new one.
"""

import codecs
import contextlib
import errno
import os
import re
import secrets
import stat
import time
from pathlib import Path

from srcxlate.errors import Fault, Place

LARGEST = 64 * 1024 * 1024
"""Bytes; a larger file is refused."""
_NO_TEXT = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "a rich-text file",
}
"""How files begin that people take for text."""
_HALF = ".tmp"
_LEFT = re.compile(rf"\..+\.[0-9a-f]{{12}}{re.escape(_HALF)}")
"""The names of files that are being written."""


def read_text(
    path: Path,
    *,
    encoding: str = "utf-8",
    largest: int = LARGEST,
    mend: str = "Give the file's encoding, e.g. --encoding cp932.",
) -> str:
    """The text of a file, line ends untouched.

    :param largest: bytes; a larger file is refused.
    :param mend: what to do where it is not in the encoding.
    :raises Fault: no such file, a folder, not readable, too large, or not in the encoding (the byte is
        named).
    """
    return decode(_read_bytes(path, largest), encoding, str(path), mend=mend)


def decode(
    data: bytes, encoding: str, name: str, *, mend: str = "Give its encoding, e.g. --encoding cp932."
) -> str:
    """Bytes as text, line ends untouched.

    :param name: where they come from, for faults; :param mend: as :func:`read_text` has it.
    :raises Fault: they are no plain text, or not in the encoding (the byte is named).
    """
    for beginning, kind in _NO_TEXT.items():
        if data.startswith(beginning):
            mend = "Save its text as plain text (UTF-8)."
            raise Fault(f"is {kind}, not plain text", mend=mend, place=Place(name))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = Place(name, data.count(b"\n", 0, error.start) + 1)
        found = f"byte {error.start + 1} (0x{data[error.start]:02x}) is not {encoding}"
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            mend = "It begins like utf-16: save it as UTF-8, or name that encoding where one can be named."
        raise Fault(found, mend=mend, place=place) from error
    except (LookupError, ValueError) as error:
        mend = "Try utf-8, cp932, euc-kr, gb18030 or big5."
        raise Fault(f"no encoding of text is called {encoding!r}", mend=mend) from error


def _read_bytes(path: Path, largest: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise from_os(error, path) from error
    if len(data) > largest:
        found = f"is larger than {largest / 1e6:.0f} MB, the most that is read"
        raise Fault(found, mend="Check that it is the right file.", place=Place(str(path)))
    return data


def from_os(error: OSError, path: Path | str) -> Fault:
    """A system error as a fault: what it means and what to do."""
    place = Place(str(path))
    if error.errno == errno.ENOENT:
        return Fault("no such file or folder", mend="Check the path.", place=place)
    if error.errno == errno.EISDIR:
        return Fault("is a folder", mend="Name a file.", place=place)
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return Fault("leads through a file where a folder should be", mend="Check the path.", place=place)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Fault("may not be read or written here", mend="Check its permissions.", place=place)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        mend = "Make room and run the command again; nothing was lost."
        return Fault("the disk is full", mend=mend, place=place)
    return Fault(error.strerror or str(error), mend="Check the path and the disk.", place=place)


def write_text(path: Path, text: str) -> bool:
    """Puts a text in a file at once or not at all; says whether anything changed.

    A link is followed; a file that is there keeps its permissions.

    :raises Fault: the disk is full, the folder may not be written.
    """
    return write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> bool:
    """As :func:`write_text`, for what is no text."""
    try:
        path = Path(os.path.realpath(path))
        mode = None
        with contextlib.suppress(FileNotFoundError):
            if path.read_bytes() == data:
                return False
            mode = stat.S_IMODE(path.stat().st_mode)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, mode)
    except OSError as error:
        raise from_os(error, path) from error
    return True


def clear_leftovers(folder: Path) -> None:
    """Removes what processes that were killed left half-written in the folders below.

    What is younger than a minute stays: somebody may be writing it.

    :raises Fault: a folder may not be written.
    """
    try:
        for path in folder.glob(f"*/.*{_HALF}"):
            if _LEFT.fullmatch(path.name) and time.time() - path.stat().st_mtime > 60:
                path.unlink(missing_ok=True)
    except FileNotFoundError:  # its writer has just renamed it
        return
    except OSError as error:
        raise from_os(error, folder) from error


def _replace(path: Path, data: bytes, mode: int | None) -> None:
    """Writes a temporary file beside a file and renames it; a name with a dot in front, ending in .tmp."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}{_HALF}")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None:
                os.fchmod(handle, mode)
            os.fsync(handle)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    folder = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)  # makes the rename last through a loss of power
    finally:
        os.close(folder)

"""A stranger's zip archive, looked through before anything of it is written, and counted while it is.

What comes in is a path; what goes out is an :class:`Archive` whose entries have harmless names and kinds.
What an archive says of its sizes proves nothing: the bytes that really come out are counted. Entries
are written under names that the caller chooses, never under their own.
"""

import errno
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from srcxlate.errors import Fault, Place

MOST_ENTRIES = 1_000
"""Files and folders in an archive; Argos's packages have about ten, with a sentence splitter thirty."""
MOST_BYTES = 2_000_000_000
"""Of all files unpacked, and of an archive; Argos's packages have about 0.1 GB."""
MOST_RATIO = 50
"""Times that the unpacked files may be as long as the archive; a model's weights hardly shrink at all,
and the test packages of this project, which are mostly vocabulary, reach 2."""
LONGEST_NAME = 200
"""Characters of an entry's path; a file system takes 255 bytes of each part."""

_CHUNK = 1 << 20
_CENTRAL_ENTRY = b"PK\x01\x02"
_WHOLE = "Get the file again; a copy that was cut short looks like this"
_HOSTILE = "Do not use this archive: nothing of it was installed"

# What zipfile raises for archives that are broken in one way or another (its documentation names only
# the first).
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was looked through."""

    path: Path
    files: Mapping[str, zipfile.ZipInfo]
    """Its files, without its folders, by their path in it."""
    _zip: zipfile.ZipFile

    def beginning(self, name: str, most: int) -> bytes:
        """A file's first bytes, as many as `most`.

        :raises Fault: if the archive is damaged there.
        """
        with _zip_faults(self.path), self._zip.open(self.files[name]) as file:
            return file.read(most)

    def unpack(self, names: Mapping[str, str], target: Path) -> None:
        """Writes files into a folder; `names` has the path of each there, and that in the archive.

        :raises Fault: if the archive is damaged, or if more bytes come out than its bounds allow.
        """
        most = min(MOST_BYTES, MOST_RATIO * self.path.stat().st_size)
        total = 0
        for new, old in names.items():
            (target / new).parent.mkdir(parents=True, exist_ok=True)
            with (
                _zip_faults(self.path),
                self._zip.open(self.files[old]) as packed,
                (target / new).open("xb") as unpacked,
            ):
                while chunk := packed.read(_CHUNK):
                    total += len(chunk)
                    if total > most:
                        message = (
                            f"the archive unpacks to more than {most:,} bytes, {MOST_RATIO} times its own"
                        )
                        raise Fault(message, mend=_HOSTILE, place=Place(str(self.path)))
                    unpacked.write(chunk)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive, after a look at all its entries; it is closed when the block is left.

    :raises Fault: if it is not a whole zip archive, or if one of its entries is hostile.
    """
    with _zip_faults(path):
        _check_entry_count(path)
        opened_zip = zipfile.ZipFile(path)
    with opened_zip:
        entries = opened_zip.infolist()
        _check_entries(entries, Place(str(path)))
        yield Archive(path, {info.filename: info for info in entries if not info.is_dir()}, opened_zip)


def shown(name: str) -> str:
    """A name from outside as it can be shown on one line: quoted, escaped, not long."""
    escaped = ascii(name)
    return escaped if len(escaped) <= 80 else f"{escaped[:80]}…"


def _check_entry_count(path: Path) -> None:
    """Refuses an archive whose list of contents would take long to read, before it is read."""
    place = Place(str(path))
    if path.stat().st_size > MOST_BYTES:
        raise Fault(f"the archive is longer than {MOST_BYTES:,} bytes", mend=_HOSTILE, place=place)
    count, before = 0, b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            # Each entry of the list begins with this mark; in compressed data it is all but unknown.
            count += (before + chunk).count(_CENTRAL_ENTRY)
            before = chunk[-(len(_CENTRAL_ENTRY) - 1) :]
    if count > MOST_ENTRIES:
        raise Fault(f"the archive has more than {MOST_ENTRIES:,} entries", mend=_HOSTILE, place=place)


def _check_entries(entries: Sequence[zipfile.ZipInfo], place: Place) -> None:
    """Refuses an archive for the first of its entries that is hostile, or for its size unpacked."""
    seen: set[str] = set()
    for info in entries:
        # Names that a file system may take for one: Æ and æ, and two ways to write é.
        key = unicodedata.normalize("NFC", info.orig_filename).casefold().rstrip("/")
        if objection := "is there twice" if key in seen else _objection(info):
            raise Fault(f"the entry {shown(info.orig_filename)} {objection}", mend=_HOSTILE, place=place)
        seen.add(key)
    files = {info.filename for info in entries if not info.is_dir()}
    for info in entries:
        if any(str(parent) in files for parent in PurePosixPath(info.filename).parents):
            message = f"the entry {shown(info.filename)} is in a folder that is a file as well"
            raise Fault(message, mend=_HOSTILE, place=place)
    if sum(info.file_size for info in entries) > MOST_BYTES:
        raise Fault(f"the archive unpacks to more than {MOST_BYTES:,} bytes", mend=_HOSTILE, place=place)


def _objection(info: zipfile.ZipInfo) -> str | None:
    """What is wrong with an entry's name or kind; None if nothing is."""
    name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
    parts = name.removesuffix("/").split("/")
    objections = (
        # Control characters and marks that turn the direction of writing: they hide what a name is.
        (any(unicodedata.category(each) in {"Cc", "Cf", "Cs"} for each in name), "has control characters"),
        ("\\" in name, "has a backslash in its name"),
        (name.startswith("/") or re.match("[A-Za-z]:", name) is not None, "has an absolute path"),
        (not {"", ".", ".."}.isdisjoint(parts), "leads out of its folder or has no name"),
        (len(name) > LONGEST_NAME, f"has a name of more than {LONGEST_NAME} characters"),
        (
            max(len(part.encode(errors="replace")) for part in parts) > 255,
            "has a name of more than 255 bytes",
        ),
        (kind not in {0, stat.S_IFREG, stat.S_IFDIR}, "is a link or another special file"),
        (kind == stat.S_IFDIR and not info.is_dir(), "is a folder by its mode and a file by its name"),
        (bool(info.flag_bits & 0x2041), "is encrypted"),
        (
            info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED},
            "is compressed in an unusual way",
        ),
    )
    return next((words for wrong, words in objections if wrong), None)


@contextmanager
def _zip_faults(path: Path) -> Iterator[None]:
    """Turns what a broken archive raises into a fault; a refusal by the disk passes."""
    try:
        yield
    except (*_BROKEN_ZIP, OSError) as error:
        # An archive that names a place before its own beginning is "invalid" to the system.
        if isinstance(error, OSError) and error.errno != errno.EINVAL:
            raise
        why = str(error) or type(error).__name__
        message = f"the file is not a whole zip archive ({why[:200]})"
        raise Fault(message, mend=_WHOLE, place=Place(str(path))) from error

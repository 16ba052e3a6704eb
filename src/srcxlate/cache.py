"""What files held when they were last read, so that only changed ones are parsed again.

In comes a path and a way to parse its text, out comes what the file holds: as it was kept where the file's
times, size and inode are those of then, or else where its SHA-256 is; parsed anew elsewhere. YAML is slow
(100,000 glossary entries take 11 s), and a folder of sources has a file for each work.

The cache is a database of its own that may be deleted at any time. One that is damaged, locked or on a full
disk costs time and nothing else: the files themselves are what counts. What it holds is validated like them.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from srcxlate import __version__

T = TypeVar("T")

_RACY = 2_000_000_000
"""Nanoseconds: a file that was changed so shortly before it was read may be changed again within one tick of
the file system's clock, to the same size. It is kept the next time."""
_TABLE = """CREATE TABLE IF NOT EXISTS parsed (path TEXT PRIMARY KEY, version TEXT NOT NULL,
 stamp TEXT NOT NULL, digest TEXT NOT NULL, content BLOB NOT NULL) WITHOUT ROWID"""


class Cache:
    """An open cache; :func:`opened` gives one."""

    def __init__(self, database: sqlite3.Connection | None, root: Path) -> None:
        """:param database: None: nothing is kept, all is parsed."""
        self._database, self._root = database, root

    def parsed(
        self,
        path: Path,
        kind: str,
        adapter: TypeAdapter[T],
        read: Callable[[], str],
        parse: Callable[[str], T],
    ) -> T:
        """What a file holds.

        :param kind: what it is parsed as; kept content of another kind is not used.
        :param read: gives the file's text; called where its times or size are not those of the kept content.
        :param parse: called where its text is not either. What both raise is raised.
        """
        if self._database is None:
            return parse(read())
        name, version = os.path.relpath(path, self._root), f"{__version__} {kind}"
        with suppress(OSError):  # whoever reads the file next says what is wrong with it
            return self._parsed(name, version, os.stat(path), adapter, read, parse)
        return parse(read())

    def _parsed(
        self,
        name: str,
        version: str,
        status: os.stat_result,
        adapter: TypeAdapter[T],
        read: Callable[[], str],
        parse: Callable[[str], T],
    ) -> T:
        stamp = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"
        kept = self._row(name, version)
        if kept and kept[0] == stamp:
            with suppress(ValidationError):
                return adapter.validate_json(kept[2])
        text = read()
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        value: T | None = None
        if kept and kept[1] == digest:
            with suppress(ValidationError):
                value = adapter.validate_json(kept[2])
        if value is None:
            value = parse(text)
        if time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > _RACY:
            self._keep(name, version, stamp, digest, adapter.dump_json(value, exclude_defaults=True))
        return value

    def _row(self, name: str, version: str) -> Any:
        if self._database is None:
            return None
        try:
            found = self._database.execute(
                "SELECT stamp, digest, content FROM parsed WHERE path = ? AND version = ?", (name, version)
            )
            return found.fetchone()
        except sqlite3.Error:
            self._give_up()
            return None

    def _keep(self, *row: str | bytes) -> None:
        if self._database is None:
            return
        try:
            self._database.execute("INSERT OR REPLACE INTO parsed VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.Error:
            self._give_up()

    def _give_up(self) -> None:
        """From here on files are parsed: the cache is locked, damaged or has no room."""
        if self._database is not None:
            self._database.close()
        self._database = None

    def close(self) -> None:
        """Writes what is new, and forgets files that are gone."""
        if self._database is None:
            return
        try:
            if self._database.in_transaction:
                names = self._database.execute("SELECT path FROM parsed").fetchall()
                gone = [name for name in names if not (self._root / name[0]).exists()]
                self._database.executemany("DELETE FROM parsed WHERE path = ?", gone)
            self._database.commit()
        except sqlite3.Error:
            pass  # what could not be written is parsed again next time
        self._give_up()


NO_CACHE = Cache(None, Path())


@contextmanager
def opened(path: Path | None) -> Iterator[Cache]:
    """The cache in that file; it is made, or made anew where it is damaged.

    :param path: ``<workspace>/.srcxlate/cache/<name>``; None, or where nothing can be written: no cache.
    """
    if path is None:
        yield NO_CACHE
        return
    cache = Cache(_connect(path), path.parents[2])
    try:
        yield cache
    finally:
        cache.close()


def _connect(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
        database = None
        try:
            database = sqlite3.connect(path, timeout=1)
            database.execute(_TABLE)
        except sqlite3.OperationalError:  # locked, not writable, a full disk
            if database:
                database.close()
            return None
        except sqlite3.DatabaseError:  # not a database any more
            if database:
                database.close()
            with suppress(OSError):
                path.unlink()
        else:
            return database
    return None

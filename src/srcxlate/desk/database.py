"""Opens a workspace's queue: starts Django, brings the database up to date, refuses a newer one."""

import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from srcxlate.changes import finish
from srcxlate.errors import Fault, Place
from srcxlate.files import from_os
from srcxlate.workspace import Workspace

JOURNAL = "changes.json"
"""Under the private folder: what several files were about to become; see :mod:`srcxlate.changes`."""
_BUSY = "another srcxlate is writing here and did not finish"


@contextmanager
def open_desk(workspace: Workspace) -> Iterator[None]:
    """The desk's models work on this workspace's database inside the block.

    Makes the database at the first use and migrates an older one.

    :raises Fault: the database is from a newer version, is no database, is locked or cannot be written.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "srcxlate.settings")
    import django
    from django.apps import apps
    from django.db import connection, utils

    if not apps.ready:
        django.setup()
    path = workspace.database
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, path.parent) from error
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        _migrate(workspace)
        yield
    except utils.Error as error:
        raise _fault(error, path) from error
    finally:
        connection.close()


@contextmanager
def exclusively(workspace: Workspace, *, finishing: bool = True) -> Iterator[None]:
    """Inside the block no other process changes the workspace's files and queue together.

    The lock ends with the process that holds it, however that ends; a change of several files that it did
    not finish is finished by the next one.

    :param finishing: whether the database is ready to tell what is to be finished.

    :raises Fault: another process holds it for longer than a writer of the database is waited for.
    """
    from srcxlate.settings import WAIT

    path = workspace.private / "lock"
    last = time.monotonic() + WAIT
    try:
        file = path.open("ab")
    except OSError as error:
        raise from_os(error, path) from error
    with file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() > last:
                    raise Fault(_BUSY, mend="Try again.", place=Place(str(path))) from error
                time.sleep(0.05)
        if finishing:
            finish(workspace.root, workspace.private / JOURNAL, _is_committed)
        yield


def _is_committed(token: str) -> bool:
    """Whether the queue has the change that a journal of files goes with."""
    from srcxlate.desk.models import Change

    return Change.objects.filter(token=token).exists()


def _migrate(workspace: Workspace) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    disk = executor.loader.disk_migrations
    unknown = sorted(name for app, name in executor.loader.applied_migrations if (app, name) not in disk)
    if unknown:
        raise Fault(
            f"is from a newer version of srcxlate (it knows {unknown[-1]})",
            mend="Update srcxlate, or restore a backup of the older version.",
            place=Place(str(workspace.database)),
        )
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        with exclusively(workspace, finishing=False):  # of two processes the second finds nothing left to do
            call_command("migrate", verbosity=0, interactive=False)


def _fault(error: Exception, path: Path) -> Fault:
    """A database error in words: what it means, what to do."""
    cause = error.__cause__
    place = Place(str(path))
    code = getattr(cause, "sqlite_errorname", "") if isinstance(cause, sqlite3.Error) else ""
    if code.startswith("SQLITE_FULL") or (code.startswith("SQLITE_IOERR") and _is_full(path.parent)):
        return Fault(
            "the disk is full", mend="Make room and run the command again; nothing was lost.", place=place
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Fault("cannot be written", mend="Check the permissions of its folder.", place=place)
    if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return Fault(
            "is no database, or a damaged one",
            place=place,
            mend="Restore a backup, or move it away: the files under sources/ are kept.",
        )
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Fault(_BUSY, mend="Try again.", place=place)
    return Fault(f"the database says: {error}", place=place)


def _is_full(folder: Path) -> bool:
    """Whether there is no room for the smallest write; SQLite tells of it as of any other disk error."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


_LEAST_ROOM = 64 * 1024
"""Bytes; SQLite's shared memory file alone takes 32 kB."""

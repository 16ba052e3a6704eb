"""Opens a workspace's queue: starts Django, brings the database up to date, refuses a newer one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from srcxlate.errors import Fault, Place
from srcxlate.records import from_os
from srcxlate.workspace import Workspace


@contextmanager
def open_desk(workspace: Workspace) -> Iterator[None]:
    """The desk's models work on this workspace's database inside the block.

    Makes the database at the first use and migrates an older one.

    :raises Fault: the database is from a newer version, is no database, or cannot be written.
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
        _migrate(path)
        yield
    except utils.DatabaseError as error:
        raise _fault(error, path) from error
    finally:
        connection.close()


def _migrate(path: Path) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    unknown = sorted(
        name for app, name in executor.loader.applied_migrations if app == "desk" and (app, name) not in executor.loader.disk_migrations
    )
    if unknown:
        raise Fault(f"is from a newer version of srcxlate (it knows {unknown[-1]})",
                    mend="Update srcxlate, or restore a backup of the older version.", place=Place(str(path)))
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def _fault(error: Exception, path: Path) -> Fault:
    cause = error.__cause__
    place = Place(str(path))
    code = getattr(cause, "sqlite_errorname", "") if isinstance(cause, sqlite3.Error) else ""
    if code.startswith("SQLITE_FULL") or "disk is full" in str(error):
        return Fault("the disk is full", mend="Make room and run the command again; nothing was lost.", place=place)
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Fault("cannot be written", mend="Check the permissions of its folder.", place=place)
    if code.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return Fault("is no database, or a damaged one", mend="Restore a backup, or move it away: the files under sources/ are kept.",
                     place=place)
    if code.startswith("SQLITE_BUSY"):
        return Fault("another srcxlate is writing and did not finish", mend="Try again.", place=place)
    return Fault(f"the database says: {error}", place=place)

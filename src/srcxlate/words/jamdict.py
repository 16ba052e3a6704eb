"""The dictionaries that the package ``jamdict-data`` brings in one SQLite file: JMdict, JMnedict, KANJIDIC.

In comes a query, out come the values of its first column; none where the package is not installed.
"""

import sqlite3
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any


def ask(query: str, *values: object) -> tuple[Any, ...]:
    """The first column of each row that a query gives, in order: text, or the number of an entry."""
    database = _database()
    return tuple(row[0] for row in database.execute(query, values)) if database else ()


@cache
def _database() -> sqlite3.Connection | None:
    """The file, read only and never locked; it may be asked from any thread."""
    package = find_spec("jamdict_data")
    if package is None or package.origin is None:
        return None
    path = Path(package.origin).with_name("jamdict.db")
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)

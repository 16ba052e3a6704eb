"""Databases of earlier versions, kept as SQL: each opens, is brought up to date and loses nothing."""

import sqlite3
from pathlib import Path

import pytest

DATABASES = sorted((Path(__file__).parents[1] / "data" / "databases").glob("desk-*.sql"))


@pytest.mark.parametrize("dump", DATABASES, ids=lambda path: path.stem)
def test_an_older_database_is_taken_on(empty, dump):
    (empty.folder / ".srcxlate").mkdir()
    with sqlite3.connect(empty.folder / ".srcxlate" / "desk.sqlite3") as database:
        database.executescript(dump.read_text(encoding="utf-8"))
        before = database.execute("SELECT source, key, original FROM desk_segment").fetchall()
        drafts = database.execute("SELECT count(*) FROM desk_draft").fetchone()[0]
        steps = database.execute("SELECT count(*) FROM desk_revision").fetchone()[0]
    database.close()

    done = empty.run("queue", "--json")

    assert done.status == 0, done.err
    assert sorted((row["id"], row["segment"], row["original"]) for row in done.json) == sorted(before)
    assert all(row["status"] == "drafted" and row["draft"] for row in done.json)
    with sqlite3.connect(empty.folder / ".srcxlate" / "desk.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM desk_draft").fetchone()[0] == drafts > 0
        assert database.execute("SELECT count(*) FROM desk_revision").fetchone()[0] == steps > 0
    database.close()


def test_there_is_one_of_each_version():
    assert DATABASES

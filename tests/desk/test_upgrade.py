"""Databases of earlier versions, kept as SQL: each opens, is brought up to date and loses nothing."""

import sqlite3
from pathlib import Path

import pytest

from srcxlate.engines.argos import options_digest

from ..conftest import DRAFT, REPORT

DATABASES = sorted((Path(__file__).parents[1] / "data" / "databases").glob("desk-*.sql"))

KEPT = ("desk_draft", "desk_revision")
"""Tables that only grow, in every version."""


@pytest.mark.parametrize("dump", DATABASES, ids=lambda path: path.stem)
def test_an_older_database_is_taken_on(empty, dump):
    (empty.folder / ".srcxlate").mkdir()
    with sqlite3.connect(empty.folder / ".srcxlate" / "desk.sqlite3") as database:
        database.executescript(dump.read_text(encoding="utf-8"))
        before = database.execute("SELECT source, key, original, status FROM desk_segment").fetchall()
        kept = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in KEPT}
    database.close()

    done = empty.run("queue", "--json")

    assert done.status == 0, done.err
    rows = [(row["id"], row["segment"], row["original"], row["status"]) for row in done.json]
    assert sorted(rows) == sorted(before)
    assert all(row["draft"] for row in done.json)
    with sqlite3.connect(empty.folder / ".srcxlate" / "desk.sqlite3") as database:
        older = database.execute(
            "SELECT count(*) FROM desk_segment JOIN desk_draft ON desk_draft.id = draft_id"
            " WHERE status = 'drafted' AND options != ?",
            (options_digest(),),
        ).fetchone()
    database.close()
    again = empty.run("run", REPORT, "--json", *DRAFT)
    # the engine may be asked otherwise now than that version asked it
    assert (again.status, again.json["drafted"]) == (0, older[0]), again.err
    again = empty.run("run", REPORT, "--json", *DRAFT)
    assert (again.status, again.json["drafted"]) == (0, 0), again.err
    reviewed = {(row["id"], row["segment"]) for row in done.json if row["corrected"]}
    files = [path.read_text() for path in (empty.folder / "sources").glob("*/*.en.yaml")]
    assert sum(text.count("english: ") for text in files) == len(reviewed)
    with sqlite3.connect(empty.folder / ".srcxlate" / "desk.sqlite3") as database:
        for table, count in kept.items():
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() >= count > (0,)
            with pytest.raises(sqlite3.IntegrityError, match="is never changed"):
                database.execute(f"UPDATE {table} SET id = id + 1000")
    database.close()


def test_there_is_one_of_each_version():
    assert DATABASES

"""What files held is kept, and never believed where the file says otherwise."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate import records
from srcxlate.cache import opened
from srcxlate.errors import Fault
from srcxlate.glossary import Entry, read_glossary
from srcxlate.records import read_records

ENTRY = "- {original: 中国, language: ja, english: %s}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "glossary").mkdir()
    return tmp_path


def write(path: Path, text: str, *, age: float = 10) -> None:
    path.write_text(text)
    os.utime(path, (time.time() - age,) * 2)


def count_as_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed this moment counts as old: a test cannot set a file's change time."""
    monkeypatch.setattr("srcxlate.cache._RACY", -1)


def english(root: Path, cache: Path | None) -> list[str]:
    with opened(cache) as kept:
        path = root / "glossary" / "a.yaml"
        return [entry.english for entry, _ in read_records(path, Entry, kept)]


def kept(cache: Path) -> list[tuple[str, str]]:
    database = sqlite3.connect(cache)
    rows = database.execute("SELECT path, stamp FROM parsed").fetchall()
    database.close()
    return rows


def test_an_unchanged_file_is_not_parsed_again(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    write(desk / "glossary" / "a.yaml", ENTRY % "one")
    assert english(desk, cache) == ["one"]
    assert [row[0] for row in kept(cache)] == ["glossary/a.yaml"]

    def refuse(text: str, file: str) -> None:
        raise AssertionError

    monkeypatch.setattr("srcxlate.records._parse", refuse)
    assert english(desk, cache) == ["one"]
    os.utime(desk / "glossary" / "a.yaml")  # touched, and the same text
    assert english(desk, cache) == ["one"]
    write(desk / "glossary" / "a.yaml", ENTRY % "two")
    with pytest.raises(AssertionError):
        english(desk, cache)


def test_an_unchanged_glossary_is_not_parsed_again(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    for name in "ab":
        write(desk / "glossary" / f"{name}.yaml", (ENTRY % name).replace("中国", f"中国{name}"))
    first = read_glossary(desk / "glossary", cache)
    assert [entry.english for entry in first.entries] == ["a", "b"]
    parsed: list[str] = []
    parse = records._parse

    def counted(text: str, file: str) -> tuple[Any, list[Fault]]:
        parsed.append(Path(file).name)
        return parse(text, file)

    monkeypatch.setattr("srcxlate.records._parse", counted)
    assert read_glossary(desk / "glossary", cache) == first
    assert parsed == []
    write(desk / "glossary" / "b.yaml", ENTRY % "changed")
    assert [entry.english for entry in read_glossary(desk / "glossary", cache).entries] == ["a", "changed"]
    assert parsed == ["b.yaml"]


def test_a_changed_file_of_the_same_size_and_time_is_noticed(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    path = desk / "glossary" / "a.yaml"
    write(path, ENTRY % "one")
    english(desk, cache)
    status = path.stat()
    path.write_text(ENTRY % "two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert english(desk, cache) == ["two"]


def test_what_was_changed_a_moment_ago_is_not_kept(desk):
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    write(desk / "glossary" / "a.yaml", ENTRY % "one", age=0)
    assert english(desk, cache) == ["one"]
    assert kept(cache) == []


def test_a_file_that_went_is_forgotten(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    for name in "ab":
        write(desk / "glossary" / f"{name}.yaml", ENTRY % name)
    with opened(cache) as opening:
        for name in "ab":
            read_records(desk / "glossary" / f"{name}.yaml", Entry, opening)
    assert len(kept(cache)) == 2
    (desk / "glossary" / "b.yaml").unlink()
    write(desk / "glossary" / "a.yaml", ENTRY % "new")
    assert english(desk, cache) == ["new"]
    assert len(kept(cache)) == 1


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 99, None])
def test_a_damaged_cache_costs_time_and_nothing_else(desk, monkeypatch, damage):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    write(desk / "glossary" / "a.yaml", ENTRY % "one")
    english(desk, cache)
    if damage is None:
        database = sqlite3.connect(cache)
        database.execute("UPDATE parsed SET content = '[[{\"original\": 1}, 1]]'")
        database.commit()
        database.close()
    else:
        cache.write_bytes(damage)
    assert english(desk, cache) == ["one"]
    assert english(desk, cache) == ["one"]
    assert len(kept(cache)) == 1


def test_a_cache_that_someone_else_writes_is_passed_by(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    write(desk / "glossary" / "a.yaml", ENTRY % "one")
    english(desk, cache)
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert english(desk, cache) == ["one"]
    other.execute("ROLLBACK")
    other.close()


def test_where_nothing_can_be_written_all_is_parsed(desk):
    (desk / ".srcxlate").write_text("a file in the way")
    write(desk / "glossary" / "a.yaml", ENTRY % "one")
    assert english(desk, desk / ".srcxlate" / "cache" / "records.sqlite3") == ["one"]


def test_faults_are_told_again_each_time(desk, monkeypatch):
    count_as_old(monkeypatch)
    cache = desk / ".srcxlate" / "cache" / "records.sqlite3"
    write(desk / "glossary" / "a.yaml", "- {original: 中国}\n")
    for _ in range(2):
        with pytest.raises(Fault, match="english"):
            english(desk, cache)
    (desk / "glossary" / "a.yaml").unlink()
    with pytest.raises(Fault, match="no such file"):
        english(desk, cache)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1), max_size=5))
def test_what_is_kept_is_what_was_parsed(tmp_path_factory, words):
    root = tmp_path_factory.mktemp("desk")
    (root / "glossary").mkdir()
    entries = [
        Entry(original=f"中{word}", language="ja", english=f"x{word}", variants=(word,)) for word in words
    ]
    from srcxlate.records import render_value

    path = root / "glossary" / "a.yaml"
    path.write_text(render_value([entry.model_dump(mode="json") for entry in entries]) if entries else "")
    cache = root / ".srcxlate" / "cache" / "records.sqlite3"
    with pytest.MonkeyPatch.context() as patched:
        count_as_old(patched)
        with opened(None) as none:
            plain = read_records(path, Entry, none)
        for _ in range(2):
            with opened(cache) as opening:
                assert read_records(path, Entry, opening) == plain

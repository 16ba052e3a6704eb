"""Tests of changes: several files become new together, or none does, whatever happens on the way."""

import json
import os
import random
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.changes import finish, prepare
from srcxlate.errors import Fault

NAMES = [f"sources/ja/work-{number}.yaml" for number in range(12)]
GONE = [f"sources/zh/old-{number}.yaml" for number in range(4)]


def apply(root: Path, journal: Path, writes: Mapping[Path, str], removals: Sequence[Path]) -> None:
    """A change from its beginning to its end."""
    prepare(root, journal, writes, removals)
    finish(root, journal)


def texts(root: Path) -> dict[str, str]:
    """All files of a workspace but those of the private folder and the temporary ones."""
    return {
        str(path.relative_to(root)): path.read_text()
        for path in sorted(root.rglob("*.yaml"))
        if ".srcxlate" not in path.parts
    }


def begun(root: Path, names: list[str]) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"old {name}\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    begun(folder, [*NAMES[:2], *GONE[:1]])
    return folder


@pytest.fixture
def journal(root: Path) -> Path:
    return root / ".srcxlate" / "changes.json"


def test_files_are_written_and_removed(root: Path, journal: Path) -> None:
    writes = {root / NAMES[0]: "  new 造船\r\n\n", root / "sources/ko/first.yaml": "\u2028 한국\n"}
    apply(root, journal, writes, [root / GONE[0], root / "sources/none/at-all.yaml"])

    assert (root / NAMES[0]).read_bytes() == "  new 造船\r\n\n".encode()
    assert set(texts(root)) == {*NAMES[:2], "sources/ko/first.yaml"}
    assert not journal.exists()
    assert finish(root, journal) is False


def test_a_file_that_is_written_is_not_removed(root: Path, journal: Path) -> None:
    apply(root, journal, {root / NAMES[0]: "new"}, [root / NAMES[0]])

    assert (root / NAMES[0]).read_text() == "new"


def test_no_change_leaves_no_trace(root: Path, journal: Path) -> None:
    apply(root, journal, {}, [])

    assert not journal.parent.exists()


@pytest.mark.parametrize("done", range(4), ids=["nothing", "one file", "all files", "all but the journal"])
def test_what_was_left_is_finished(root: Path, journal: Path, done: int) -> None:
    left = {"writes": {NAMES[0]: "new 0", NAMES[1]: "new 1"}, "removals": [GONE[0]]}
    journal.parent.mkdir()
    journal.write_text(json.dumps(left))
    for number in range(min(done, 2)):
        (root / NAMES[number]).write_text(f"new {number}")
    if done == 3:
        (root / GONE[0]).unlink()

    assert finish(root, journal) is True
    assert texts(root) == {NAMES[0]: "new 0", NAMES[1]: "new 1"}
    assert finish(root, journal) is False


def test_a_change_that_was_left_is_finished_before_the_next(root: Path, journal: Path) -> None:
    journal.parent.mkdir()
    journal.write_text(json.dumps({"writes": {NAMES[0]: "first", NAMES[1]: "first"}, "removals": []}))
    apply(root, journal, {root / NAMES[1]: "second"}, [])

    assert [(root / name).read_text() for name in NAMES[:2]] == ["first", "second"]


def test_what_fails_on_the_way_is_finished_the_next_time(root: Path, journal: Path) -> None:
    blocked = root / "sources" / "ko"
    blocked.write_text("a file where a folder should be")
    with pytest.raises(Fault, match="leads through a file where a folder should be"):
        apply(root, journal, {root / NAMES[0]: "new", blocked / "a.yaml": "new"}, [root / GONE[0]])
    assert journal.exists()
    blocked.unlink()

    assert finish(root, journal) is True
    assert (blocked / "a.yaml").read_text() == (root / NAMES[0]).read_text() == "new"
    assert not (root / GONE[0]).exists()


# -- what is not obeyed ------------------------------------------------------------------------------

OUTSIDE = ["../outside.yaml", "/outside.yaml", "sources/../../outside.yaml", "", ".", "link/a.yaml", "file"]


@pytest.fixture
def links(root: Path) -> Path:
    """A folder beside the workspace, to which a link in it leads."""
    outside = root.parent / "elsewhere"
    outside.mkdir()
    (outside / "a.yaml").write_text("untouched")
    (root / "link").symlink_to(outside)
    (root / "file").symlink_to(outside / "a.yaml")
    return outside


@pytest.mark.parametrize("where", OUTSIDE)
@pytest.mark.parametrize("what", ["writes", "removals"])
def test_a_journal_that_leads_outside_is_refused(
    root: Path, journal: Path, links: Path, where: str, what: str
) -> None:
    before = texts(root)
    left = {
        "writes": {NAMES[0]: "new"} | ({where: "x"} if what == "writes" else {}),
        "removals": [GONE[0]] + ([where] if what == "removals" else []),
    }
    journal.parent.mkdir()
    journal.write_text(json.dumps(left))

    for attempt in (lambda: finish(root, journal), lambda: apply(root, journal, {root / NAMES[1]: "x"}, [])):
        with pytest.raises(Fault, match=r"leads outside the workspace.* Look at the files"):
            attempt()
    assert texts(root) == before
    assert (links / "a.yaml").read_text() == "untouched"
    assert sorted(path.name for path in root.parent.iterdir()) == ["elsewhere", "workspace"]


@pytest.mark.parametrize("where", [path for path in OUTSIDE if path not in ("", ".")])
def test_a_file_outside_is_not_written(root: Path, journal: Path, links: Path, where: str) -> None:
    for writes, removals in (({root / where: "x"}, []), ({}, [root / where])):
        with pytest.raises(Fault, match="lies outside the workspace"):
            apply(root, journal, {root / NAMES[0]: "new", **writes}, removals)
    assert (root / NAMES[0]).read_text() == f"old {NAMES[0]}\n"
    assert not journal.exists()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"writes": {}}',
        b'{"writes": [], "removals": []}',
        b'{"writes": {"sources/ja/a.yaml": 1}, "removals": []}',
        b'{"writes": {}, "removals": [["a"]]}',
    ],
    ids=range(10),
)
def test_a_damaged_journal_is_refused(root: Path, journal: Path, damaged: bytes) -> None:
    journal.parent.mkdir()
    journal.write_bytes(damaged)
    before = texts(root)

    with pytest.raises(Fault, match="is no journal of changes"):
        finish(root, journal)
    assert texts(root) == before
    assert journal.read_bytes() == damaged


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_journal_is_finished_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.mktemp("any")
    (root / "journal").write_bytes(data)
    with pytest.raises(Fault):
        finish(root, root / "journal")


# -- killed on the way -------------------------------------------------------------------------------

OLD = {name: f"old {name}\n" for name in [*NAMES[:6], *GONE]}
NEW = {name: f"new {name} 造船\n" * 200 for name in NAMES}


def change_killed(root: Path, after: float | None, *, journalled: bool = False) -> float:
    """Changes the workspace in a process of its own; kills it some seconds after it began, or never.

    Gives the seconds up to the end of the process.

    :param journalled: count from when the journal is there.
    """
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        try:
            writes = {root / name: text for name, text in NEW.items()}
            apply(root, root / ".srcxlate" / "changes.json", writes, [root / name for name in GONE])
        finally:
            os._exit(0)
    if after is not None:
        while journalled and not (root / ".srcxlate" / "changes.json").exists():
            if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                break  # it was quicker
            time.sleep(0.0002)
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return time.perf_counter() - began


def test_a_change_that_is_killed_is_whole_or_not_there(tmp_path: Path) -> None:
    def workspace(name: str) -> Path:
        begun(tmp_path / name, list(OLD))
        assert texts(tmp_path / name) == OLD
        return tmp_path / name

    whole = change_killed(workspace("whole"), None)
    assert texts(tmp_path / "whole") == NEW
    moments, states = random.Random(7), {"nothing": 0, "cut": 0, "all": 0}
    for number in range(60):
        root = workspace(str(number))
        change_killed(root, moments.uniform(0, whole), journalled=number % 2 == 1)
        found = texts(root)
        states["nothing" if found == OLD else "all" if found == NEW else "cut"] += 1
        left = finish(root, root / ".srcxlate" / "changes.json")
        assert left or found in (OLD, NEW)
        assert texts(root) == (NEW if left else found)
        assert finish(root, root / ".srcxlate" / "changes.json") is False
    assert states["cut"] >= 5, states


def test_a_change_that_is_killed_again_and_again_is_done_in_the_end(tmp_path: Path) -> None:
    begun(tmp_path, list(OLD))
    for _ in range(10):
        change_killed(tmp_path, 0, journalled=True)  # the next finishes it before it begins
    finish(tmp_path, tmp_path / ".srcxlate" / "changes.json")

    assert texts(tmp_path) == NEW

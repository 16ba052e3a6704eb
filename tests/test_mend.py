"""Mending by command: records, files, queue and reviewed English change together, and later runs keep it."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import Any

import pytest
import yaml

from srcxlate.desk.database import open_desk
from srcxlate.workspace import find_workspace

from .conftest import DRAFT, REPORT, Shell

HAYASHI, MORI = "hayashi-2020-godo-ka-kyumin", "mori-2018-innoshima-no-saigo"
OPEN = "Notes\n\n1. 「東京大阪」, 2020.\n\n2. Kim, ‘Chosŏn sanŏp’ 조선산업 (Shipbuilding), 2021.\n"
KAIJI, LU = "kaiji-2021-zosen-kiban-no", "lu-2022-zaochuanye-de-yacangshi"


@pytest.fixture
def drafted(drafted: Shell) -> Shell:
    drafted.changes["SRCXLATE_USER"] = "Kim"
    return drafted


@contextmanager
def review(shell: Shell, *what: str, who: str = "Kim") -> Any:
    """A sitting in this process."""
    workspace = find_workspace(shell.folder)
    with open_desk(workspace):
        from srcxlate.desk.review import Review

        sitting = Review(workspace, who)
        sitting.choose(*what)
        yield sitting
        sitting.close()


def correct(shell: Shell, work: str, english: str, segment: str = "title") -> None:
    with review(shell, work) as sitting:
        while item := sitting.next():
            if item.segment.key == segment:
                sitting.correct(item, english)
                return
    raise AssertionError(f"{work} {segment} did not come")


def record(shell: Shell, work: str, ending: str = ".yaml") -> Any:
    (path,) = (shell.folder / "sources").glob(f"*/{work}{ending}")
    return yaml.safe_load(path.read_text())


def english(shell: Shell, work: str) -> dict[str, str]:
    return {e["segment"]: e["english"] for e in record(shell, work, ".en.yaml")["segments"] if "english" in e}


def files(shell: Shell) -> dict[str, str]:
    folder = shell.folder / "sources"
    return {str(p.relative_to(folder)): p.read_text() for p in folder.glob("*/*.yaml")}


def kept_by_a_run(shell: Shell) -> None:
    """The same report again changes no file and no segment."""
    before, queue = files(shell), shell("queue", "--json").json
    done = shell("run", REPORT, "--json", *DRAFT)
    assert done.status == 0, done.err
    assert files(shell) == before
    again = {(row["id"], row["segment"]): row["original"] for row in shell("queue", "--json").json}
    assert {(row["id"], row["segment"]): row["original"] for row in queue} == again


class TestMerge:
    def test_one_work_of_two(self, drafted):
        done = drafted("mend", "merge", HAYASHI, MORI)
        assert done.lines == [f"{MORI} became part of {HAYASHI}, cited in notes 7 and 15 now"]
        assert not list((drafted.folder / "sources").glob(f"*/{MORI}*"))
        assert [row["id"] for row in drafted("show", "15", "--json").json] == [HAYASHI]
        kept_by_a_run(drafted)

    def test_english_of_the_same_text_goes_along_with_its_name_and_time(self, drafted):
        drafted("mend", "edit", MORI, "container", "地域産業の変容")
        correct(drafted, MORI, "Regional Industries", "container")
        theirs = next(e for e in record(drafted, MORI, ".en.yaml")["segments"] if e["segment"] == "container")
        assert drafted("mend", "merge", HAYASHI, MORI, "--as", "Lee").status == 0
        ours = next(
            e for e in record(drafted, HAYASHI, ".en.yaml")["segments"] if e["segment"] == "container"
        )
        assert ours == theirs

    def test_english_of_another_text_is_remarked_on(self, drafted):
        correct(drafted, MORI, "The Last Launch")
        drafted("mend", "merge", HAYASHI, MORI)
        assert "title" not in english(drafted, HAYASHI)
        (row,) = drafted("show", HAYASHI, "--json").json
        told = f"Kim remarked: {MORI}, part of this work now, has for '因島の最後の進水式': The Last Launch"
        assert any(line.endswith(told) for line in row["segments"][0]["history"])

    def test_what_cannot_be_merged(self, drafted):
        before = files(drafted)
        for words in ((HAYASHI, "nobody"), (HAYASHI, HAYASHI), ("nobody", MORI)):
            done = drafted("mend", "merge", *words)
            assert (done.status, len(done.lines)) == (2, 1)
        assert files(drafted) == before


class TestSplit:
    def test_a_merge_taken_apart(self, drafted):
        drafted("mend", "merge", HAYASHI, MORI)
        done = drafted("mend", "split", HAYASHI, "15")
        assert (done.status, done.lines[0].split()[0]) == (0, MORI)
        assert record(drafted, MORI)["title"] == "因島の最後の進水式"
        kept_by_a_run(drafted)

    def test_the_container_s_english_goes_to_both(self, drafted):
        drafted("mend", "merge", HAYASHI, MORI)
        correct(drafted, HAYASHI, "Regional Industries", "container")
        drafted("mend", "split", HAYASHI, "15")
        assert english(drafted, HAYASHI) == {"container": "Regional Industries"}
        assert english(drafted, MORI) == {"container": "Regional Industries"}


class TestEdit:
    def test_a_title_makes_its_english_stale(self, drafted):
        correct(drafted, KAIJI, "Rethinking the Base")
        done = drafted("mend", "edit", KAIJI, "title", "造船基盤の再々検討")
        assert done.lines == [f"{KAIJI}: title is '造船基盤の再々検討' now"]
        (row,) = [r for r in drafted("queue", "--json").json if (r["id"], r["segment"]) == (KAIJI, "title")]
        assert row["status"] == "approved"
        assert row["checks"] == ["stale: the original changed after this English was written"]
        with review(drafted) as sitting:
            item = sitting.next()
            assert item.segment.source == KAIJI
            pieces = sitting.details(item).stale
            assert "".join(p.text for p in pieces if p.kind != "new") == "造船基盤の再検討"
            assert "".join(p.text for p in pieces if p.kind != "gone") == "造船基盤の再々検討"
        told = drafted("run", REPORT, *DRAFT).lines
        assert any("note 1 prints title '造船基盤の再検討'" in line for line in told)
        kept_by_a_run(drafted)

    def test_comments_of_a_person_stay(self, drafted):
        (path,) = (drafted.folder / "sources").glob(f"ja/{KAIJI}.yaml")
        path.write_text("# mine\n" + path.read_text())
        drafted("mend", "edit", KAIJI, "date", "2022")
        assert path.read_text().startswith("# mine\n")
        assert record(drafted, KAIJI)["date"] == "2022"

    @pytest.mark.parametrize(
        ("field", "value", "told"),
        [
            ("date", "soon", "is no date"),
            ("colour", "red", "colour"),
            ("title", "", "title"),
            ("url", "x", "address"),
        ],
    )
    def test_what_a_field_cannot_hold(self, drafted, field, value, told):
        before = files(drafted)
        done = drafted("mend", "edit", KAIJI, field, value)
        assert (done.status, len(done.lines)) == (2, 1)
        assert told in done.err
        assert files(drafted) == before


class TestMove:
    def test_reviewed_english_goes_along(self, drafted):
        correct(drafted, LU, "Ballast")
        before = record(drafted, LU, ".en.yaml")
        assert drafted("mend", "move", LU, "ja").status == 0
        assert not list((drafted.folder / "sources" / "zh").glob(f"{LU}*"))
        assert record(drafted, LU)["language"] == "ja"
        assert record(drafted, LU, ".en.yaml") == before
        kept_by_a_run(drafted)

    def test_a_person_s_english_is_never_left_without_a_home(self, drafted):
        correct(drafted, LU, "Ballast")
        before = files(drafted)
        done = drafted("mend", "move", LU, "und")
        assert (done.status, done.lines) == (
            2,
            [
                f"srcxlate: {LU} has a person's English; its language cannot be open. "
                "Move it to ja, ko or zh, or take the English back first."
            ],
        )
        assert files(drafted) == before


class TestIgnore:
    def test_it_leaves_the_queue_and_comes_back(self, drafted):
        correct(drafted, KAIJI, "Rethinking the Base")
        done = drafted("mend", "ignore", KAIJI, "--reason", "an example only")
        assert done.lines == [f"{KAIJI} is ignored: an example only"]
        assert KAIJI not in {row["id"] for row in drafted("queue", "--json").json}
        kept_by_a_run(drafted)
        assert drafted("run", REPORT, *DRAFT).lines == [
            "nothing new: every work is known and every segment has its draft"
        ]
        card = re.sub(r" +", " ", drafted("show", KAIJI).out)
        assert " ignored an example only (Kim)\n" in card.replace(" \n", "\n")
        assert drafted("mend", "restore", KAIJI).status == 0
        rows = [row for row in drafted("queue", "--json").json if row["id"] == KAIJI]
        assert [(row["segment"], row["status"]) for row in rows] == [
            ("container", "drafted"),
            ("title", "approved"),
        ]

    def test_a_reason_is_asked_for(self, drafted):
        assert drafted("mend", "ignore", KAIJI, "--reason", " ").status == 2
        assert drafted("mend", "ignore", KAIJI).status == 2

    def test_a_work_of_open_language(self, empty):
        (empty.folder / "open.txt").write_text(OPEN)
        empty("run", "open.txt", *DRAFT)
        (row,) = empty("queue", "--status", "undecided", "--json").json
        assert empty("mend", "ignore", row["id"], "--reason", "no title").status == 0
        assert empty("run", "open.txt", "--json", *DRAFT).json["undetermined"] == 0
        assert empty("mend", "restore", row["id"]).status == 0
        assert empty("run", "open.txt", "--json", *DRAFT).json["undetermined"] == 1


class TestKilled:
    """At any moment of a change: all of it, or nothing."""

    MERGE = """
import os, sys
from pathlib import Path
from srcxlate import changes
from srcxlate.desk.database import open_desk
from srcxlate.workspace import find_workspace

workspace, where = find_workspace(Path.cwd()), sys.argv[1]
with open_desk(workspace):
    from srcxlate.desk import mend, runs
    from srcxlate.mending import merge_works

    def dies(*_, **__):
        os._exit(9)

    if where == "in the queue":
        mend._carry = dies
    elif where == "before the commit":
        prepare = changes.prepare
        changes.prepare = lambda *words: (prepare(*words), dies())
    elif where == "before the files":
        changes.finish = lambda root, journal, *rest: dies() if journal.exists() else False
    else:
        changes._remove = dies
    by = runs.reviewer(workspace, "Kim")
    mend.mend(workspace, lambda records: merge_works(records, sys.argv[2], [sys.argv[3]]), by)
"""

    @pytest.mark.parametrize("where", ["in the queue", "before the commit"])
    def test_nothing_of_it(self, drafted, where):
        self.two_with_one_container(drafted)
        before = files(drafted)
        self.kill(drafted, where)
        assert drafted("load").status == 0
        assert files(drafted) == before
        kept_by_a_run(drafted)

    @pytest.mark.parametrize("where", ["before the files", "among the files"])
    def test_all_of_it(self, drafted, where):
        self.two_with_one_container(drafted)
        self.kill(drafted, where)
        assert drafted("load").status == 0
        assert not list((drafted.folder / "sources").glob(f"*/{MORI}*"))
        assert english(drafted, HAYASHI) == {"container": "Regional Industries"}
        assert [row["id"] for row in drafted("show", "15", "--json").json] == [HAYASHI]
        kept_by_a_run(drafted)

    def two_with_one_container(self, shell: Shell) -> None:
        shell("mend", "edit", MORI, "container", "地域産業の変容")
        correct(shell, MORI, "Regional Industries", "container")

    def kill(self, shell: Shell, where: str) -> None:
        done = subprocess.run(
            [sys.executable, "-c", self.MERGE, where, HAYASHI, MORI],
            cwd=shell.folder,
            env={**os.environ, **shell.environment},
            check=False,
        )
        assert done.returncode == 9

"""The command line as people and programs use it: what it prints where, and with which exit status."""

import json
import os
import pty
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from .conftest import DRAFT, ENGINE, REPORT, REPORTS, Done, Shell

# The keys that the contract gives each command's JSON.
RUN = {"sources", "segments", "drafted", "reused", "undetermined", "engine", "seconds", "queue"}
CITATION = {
    "id", "report", "series", "note", "language", "script", "role", "part_of", "original", "romanised",
    "english", "author", "publisher", "date", "url", "evidence",
}  # fmt: skip
ROUTE = {"text", "language", "script", "confidence", "evidence"}
DRAFTED = {"id", "segment", "original", "draft", "engine", "terms"}
QUEUED = {
    "id",
    "segment",
    "language",
    "status",
    "original",
    "draft",
    "corrected",
    "terms",
    "engine",
    "checks",
}
SHOWN = {"id", "original", "romanised", "printed", "reviewed", "status", "citation"}

GLOSSARY = "- original: 造船\n  language: ja\n  english: shipbuilding\n"


def rows(shell: Shell, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(shell.folder / ".srcxlate" / "desk.sqlite3")) as database:
        return list(database.execute(query))


def check_drafts(shell: Shell) -> None:
    """Each segment has exactly one current draft, and its history says so once."""
    queue = shell("queue", "--json").json
    assert len(queue) == 20
    assert {row["status"] for row in queue} == {"drafted"}
    assert all(row["draft"] and row["engine"].startswith("argos argos-test-") for row in queue)
    steps = rows(shell, "SELECT segment_id, now, count(*) FROM desk_revision GROUP BY 1, 2")
    assert len(steps) == 40
    assert {count for *_, count in steps} == {1}
    assert rows(shell, "SELECT count(*) FROM desk_revision WHERE now = 'drafted' AND draft_id IS NULL") == [
        (0,)
    ]


class TestRun:
    def test_a_named_test_package_drafts_everything(self, empty):
        done = empty.run("run", REPORT, "--json", *DRAFT)
        assert (done.status, done.json["engine"]) == (
            0,
            "argos-test-ja-en-0.1, argos-test-ko-en-0.1, argos-test-zh-en-0.1",
        )
        assert done.json.keys() == RUN
        assert done.json["queue"] == {"drafted": 20}
        assert (done.json["sources"], done.json["segments"], done.json["drafted"]) == (12, 20, 20)
        assert (done.json["reused"], done.json["undetermined"]) == (0, 0)
        check_drafts(empty)
        files = {path.name for path in (empty.folder / "sources").glob("*/*.yaml")}
        assert len([name for name in files if not name.endswith(".en.yaml")]) == 12

    def test_auto_never_takes_a_test_package(self, empty):
        done = empty.run("run", REPORT, "--json")
        assert done.status == 0
        assert done.json["queue"] == {"undrafted": 20}
        assert (done.json["drafted"], done.json["engine"]) == (0, None)
        (line,) = [line for line in done.lines if "engine" in line]
        assert line == (
            "20 segments have no draft: no engine is installed. Get one: 'uv sync --extra local' and "
            "'srcxlate models pull local', or 'srcxlate models pull argos', "
            "or 'srcxlate models add FILE.argosmodel'."
        )

    def test_auto_leaves_the_drafts_of_a_test_package(self, drafted):
        done = drafted.run("run", REPORT, "--json")
        assert done.json["queue"] == {"drafted": 20}
        assert done.lines[-1].startswith("nothing new")

    def test_a_second_run_adds_and_drafts_nothing_and_says_so(self, drafted):
        before = drafted("queue", "--json").json
        done = drafted.run("run", REPORT, "--json", *DRAFT)
        assert (done.status, done.json["drafted"], done.json["reused"]) == (0, 0, 0)
        assert done.lines == ["nothing new: every work is known and every segment has its draft"]
        assert drafted("queue", "--json").json == before

    def test_a_second_run_takes_less_than_five_seconds_with_its_start(self, drafted):
        def seconds() -> float:
            began = time.monotonic()
            assert drafted.run("run", REPORT, *DRAFT).status == 0
            return time.monotonic() - began

        assert min(seconds() for _ in range(2)) < 5

    def test_a_table_for_people(self, drafted):
        done = drafted("run", REPORT, *DRAFT)
        assert re.search(r"Japanese\s+10\s+10", done.out)
        assert re.search(r"Chinese\s+7\s+7", done.out)

    def test_the_workspace_s_own_report(self, empty):
        (empty.folder / "reports").mkdir()
        (empty.folder / "reports" / "own.txt").write_bytes(REPORT.read_bytes())
        with (empty.folder / "srcxlate.yaml").open("a") as settings:
            settings.write("report: reports/own.txt\n")
        assert empty("run", "--json", *DRAFT).json["sources"] == 12
        (empty.folder / "reports" / "own.txt").unlink()
        done = empty("run", "--json", *DRAFT)
        assert (done.status, done.json["sources"]) == (0, 12)
        assert done.lines[0] == "no report is named or here; the records are used as they are"

    def test_two_reports_are_one_queue(self, drafted):
        done = drafted("run", REPORTS / "04-short-forms.txt", "--json", *DRAFT)
        assert done.json["sources"] > 12
        assert (
            drafted("show", "7", "--report", REPORT.stem, "--json").json[0]["id"]
            == "hayashi-2020-godo-ka-kyumin"
        )

    def test_a_changed_title_is_drafted_again(self, drafted):
        (path,) = (drafted.folder / "sources").glob("ja/2021-zosengyo*.yaml")
        path.write_text(path.read_text().replace("造船業継続支援基金法", "造船業継続支援法"))
        done = drafted("run", "--json", *DRAFT)
        assert (done.json["drafted"], done.json["segments"]) == (1, 20)
        history = rows(
            drafted,
            "SELECT was, now, reason FROM desk_revision WHERE segment_id IN "
            f"(SELECT id FROM desk_segment WHERE source = '{path.stem}') ORDER BY id",
        )
        assert history == [
            ("", "undrafted", ""),
            ("undrafted", "drafted", ""),
            ("drafted", "drafted", "the original was: 造船業継続支援基金法"),
            ("drafted", "undrafted", "the original changed"),
            ("undrafted", "drafted", ""),
        ]


class TestGlossary:
    def test_an_edit_redrafts_exactly_the_touched_segments(self, drafted):
        before = {(row["id"], row["segment"]): row for row in drafted("queue", "--json").json}
        (drafted.folder / "glossary" / "ships.yaml").write_text(GLOSSARY)
        done = drafted("draft", "--json", *DRAFT)
        touched = {(row["id"], row["segment"]) for row in done.json}
        assert touched == {
            place for place, row in before.items() if row["language"] == "ja" and "造船" in row["original"]
        }
        assert len(touched) == 5
        for row in done.json:
            assert [(term["original"], term["english"]) for term in row["terms"]] == [
                ("造船", "shipbuilding")
            ]
        after = {(row["id"], row["segment"]): row for row in drafted("queue", "--json").json}
        assert all(after[place] == before[place] for place in before.keys() - touched)
        lost = [row for row in after.values() if any(not term["kept"] for term in row["terms"])]
        assert all("term 造船 should be 'shipbuilding'" in row["checks"] for row in lost)

    def test_taking_it_back_reuses_the_first_drafts(self, drafted):
        before = drafted("queue", "--json").json
        (drafted.folder / "glossary" / "ships.yaml").write_text(GLOSSARY)
        drafted("draft", *DRAFT)
        (drafted.folder / "glossary" / "ships.yaml").unlink()
        done = drafted("run", REPORT, "--json", *DRAFT)
        assert (done.json["drafted"], done.json["reused"]) == (0, 5)
        assert drafted("queue", "--json").json == before


class TestDraft:
    def test_a_text_that_is_there_twice_is_drafted_once(self, drafted):
        (path,) = (drafted.folder / "sources").glob("ja/2021-zosengyo*.yaml")
        copy = path.with_name("another.yaml")
        copy.write_text(path.read_text().replace(f"id: {path.stem}", "id: another"))
        done = drafted("run", "--json", *DRAFT)
        assert (done.json["drafted"], done.json["reused"], done.json["segments"]) == (0, 1, 21)
        one, two = (
            drafted("show", name, "--json").json[0]["segments"][0]["draft"] for name in (path.stem, "another")
        )
        assert one == two

    def test_two_new_segments_with_one_text_are_one_job(self, empty):
        record = "id: {}\nlanguage: ja\ntitle: 造船の危機\n"
        for name in ("one", "two"):
            (empty.folder / "sources" / "ja" / f"{name}.yaml").write_text(record.format(name))
        assert empty("run", "--json", *DRAFT).json["drafted"] == 2
        assert rows(empty, "SELECT count(*) FROM desk_draft") == [(1,)]

    def test_only_the_works_that_are_named(self, empty):
        empty.run("run", REPORT)
        done = empty("draft", "hayashi-2020-godo-ka-kyumin", "--json", *DRAFT)
        assert {(row["id"], row["segment"]) for row in done.json} == {
            ("hayashi-2020-godo-ka-kyumin", "title"),
            ("hayashi-2020-godo-ka-kyumin", "container"),
        }
        assert [row.keys() for row in done.json] == [DRAFTED] * 2
        assert done.lines == ["2 segments were drafted"]

    def test_a_dry_run_changes_nothing(self, empty):
        empty.run("run", REPORT)
        (empty.folder / "glossary" / "ships.yaml").write_text(GLOSSARY)
        before = list(dump(empty))
        done = empty.run("draft", "--dry-run", "--json", *DRAFT)
        assert [row.keys() for row in done.json] == [DRAFTED | {"why"}] * 20
        assert {row["why"] for row in done.json} == {"it has no draft"}
        assert {row["draft"] for row in done.json} == {None}
        assert {row["engine"] for row in done.json} == {
            f"argos argos-test-{code}-en-0.1" for code in ("ja", "ko", "zh")
        }
        assert {"original": "造船", "english": "shipbuilding", "kept": None} in [
            t for row in done.json for t in row["terms"]
        ]
        assert done.lines == ["20 segments would be drafted"]
        assert list(dump(empty)) == before

    def test_without_an_engine(self, empty):
        empty.run("run", REPORT)
        done = empty.run("draft", "--json")
        assert (done.status, done.json) == (0, [])
        assert done.lines[1].startswith("20 segments have no draft: no engine is installed. Get one:")


def dump(shell: Shell) -> list[str]:
    """All that the database holds, as SQL."""
    with closing(sqlite3.connect(shell.folder / ".srcxlate" / "desk.sqlite3")) as database:
        return list(database.iterdump())


class TestJson:
    """stdout is JSON alone, whatever is said on stderr."""

    def test_extract(self, empty):
        done = empty.run("extract", REPORT, "--json")
        assert done.status == 0
        assert done.json
        assert all(row.keys() == CITATION for row in done.json)
        assert done.lines[-1].endswith("citations of works")
        whole = empty.run("extract", REPORT, "--json", "--quotes").json
        assert whole.keys() == {"notes", "citations", "quotes"}
        assert whole["citations"] == done.json

    def test_extract_into_a_folder(self, empty, tmp_path):
        done = empty("extract", REPORT, "--into", tmp_path / "records", "--json")
        assert len(list((tmp_path / "records").glob("*/*.yaml"))) == 12
        assert done.lines[0].startswith("12 works added, 12 files written")
        again = empty("extract", REPORT, "--into", tmp_path / "records", "--json")
        assert again.lines[0].startswith("0 works added, 0 files written")
        assert again.json == done.json

    def test_extract_needs_no_workspace(self, tmp_path, environment):
        assert Shell(tmp_path, environment)("extract", REPORT, "--json").status == 0

    def test_route_prints_one_object_a_line(self, empty):
        texts = ["中国が技術を", "한일 관계 개선", "六大主要出口市场", "東京大阪", "English"]
        done = empty.run("route", "--json", stdin="\ufeff" + "\n".join(texts) + "\n")
        found = [json.loads(line) for line in done.out.splitlines()]
        assert [row["text"] for row in found] == texts
        assert [row["language"] for row in found] == ["ja", "ko", "zh", "und", "und"]
        assert [row["script"] for row in found] == [None, None, "zh-Hans", None, None]
        assert all(row.keys() == ROUTE and row["evidence"] for row in found)
        assert done.err == ""

    def test_queue_and_its_order(self, drafted):
        done = drafted.run("queue", "--json")
        assert [row.keys() for row in done.json] == [QUEUED] * 20
        risky = [bool(row["checks"]) for row in done.json]
        assert risky == sorted(risky, reverse=True)
        assert {row["language"] for row in drafted("queue", "--language", "ko", "--json").json} == {"ko"}
        assert drafted("queue", "--status", "undrafted", "--json").json == []

    @pytest.mark.parametrize("what", ["7", "1.7", "hayashi-2020-godo-ka-kyumin"])
    def test_show(self, drafted, what):
        (row,) = drafted.run("show", what, "--json").json
        assert row.keys() >= SHOWN
        assert (row["id"], row["original"]) == (
            "hayashi-2020-godo-ka-kyumin",
            "「合同」か「休眠」か―瀬戸内の三造船所",
        )
        assert row["status"] == "drafted"
        assert [segment["segment"] for segment in row["segments"]] == ["title", "container"]

    def test_models(self, empty):
        done = empty.run("models", "list", "--json")
        assert [row["name"] for row in done.json] == [
            f"argos-test-{code}-en-0.1" for code in ("ja", "ko", "zh")
        ]
        assert {row["test"] for row in done.json} == {True}

    def test_control_characters_are_escaped(self, empty):
        done = empty("route", "--json", stdin="中国\x1b]0;x\x07\x9b31m\u202eが\n")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out)
        assert done.json["text"] == "中国\x1b]0;x\x07\x9b31m\u202eが"


class TestInterrupted:
    """What was stored stays; the next run goes on; each segment has one current draft."""

    def test_ctrl_c_while_drafting(self, empty):
        long_titles(empty)
        with empty.start("run", *DRAFT) as process:
            wait_for_drafts(empty, process)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
        assert process.returncode == 130
        assert err.splitlines()[-1].startswith("srcxlate: interrupted; what is finished is kept, and")
        assert "Traceback" not in err
        assert out == ""
        (stored,) = rows(empty, "SELECT count(*) FROM desk_draft")[0]
        assert 0 < stored < MANY
        done = empty("run", "--json", *DRAFT)
        assert done.json["drafted"] == MANY - stored
        assert done.json["queue"] == {"drafted": MANY}
        assert rows(empty, "SELECT count(*) FROM desk_revision") == [(2 * MANY,)]

    def test_kill_at_random_moments(self, empty):
        random.seed(7)
        for _ in range(10):
            with empty.start("run", REPORT, *DRAFT) as process:
                time.sleep(random.uniform(0.1, 2.0))
                process.kill()
        assert rows_or_none(empty) in (None, "ok")
        assert empty("run", REPORT, "--json", *DRAFT).status == 0
        check_drafts(empty)
        assert not list((empty.folder).rglob("*.tmp"))

    def test_kill_while_drafting(self, empty):
        long_titles(empty)
        with empty.start("run", *DRAFT) as process:
            wait_for_drafts(empty, process)
            process.kill()
        assert empty("run", "--json", *DRAFT).json["queue"] == {"drafted": MANY}
        assert rows(empty, "SELECT count(*) FROM desk_revision") == [(2 * MANY,)]


MANY = 1500


def long_titles(shell: Shell) -> None:
    """Records that take an engine some seconds."""
    for number in range(MANY):
        title = f"第{number}回 " + "半導体の輸出規制と経済安全保障をめぐる日中韓の関係" * 3
        record = f"id: work-{number}\nlanguage: ja\ntitle: {title}\n"
        (shell.folder / "sources" / "ja" / f"work-{number}.yaml").write_text(record)


def wait_for_drafts(shell: Shell, process: "subprocess.Popen[str]") -> None:
    path = shell.folder / ".srcxlate" / "desk.sqlite3"
    for _ in range(600):
        assert process.poll() is None
        if path.exists():
            try:
                if rows(shell, "SELECT count(*) FROM desk_draft") > [(0,)]:
                    return
            except sqlite3.OperationalError:
                pass  # no tables yet
        time.sleep(0.02)
    raise AssertionError("nothing was drafted in time")


def rows_or_none(shell: Shell) -> object:
    if not (shell.folder / ".srcxlate" / "desk.sqlite3").exists():
        return None
    return rows(shell, "PRAGMA integrity_check")[0][0]


class TestTwoAtOnce:
    def test_two_runs_on_one_new_workspace(self, empty):
        first, second = (empty.start("run", REPORT, "--json", *DRAFT) for _ in range(2))
        with first, second:
            told = [process.communicate(timeout=120) for process in (first, second)]
        assert [process.returncode for process in (first, second)] == [0, 0], told
        assert sum(json.loads(out)["drafted"] for out, _ in told) == 20
        check_drafts(empty)

    def test_two_reports_keep_all_their_notes(self, empty):
        reports = [REPORT, REPORTS / "04-short-forms.txt"]
        processes = [empty.start("run", report, *DRAFT) for report in reports]
        for process in processes:
            with process:
                process.communicate(timeout=120)
            assert process.returncode == 0
        alone = Shell(empty.folder.parent / "alone", empty.environment)
        alone.folder.mkdir()
        alone("init")
        for report in reports:
            alone("run", report, *DRAFT)
        assert {row["id"] for row in empty("queue", "--json").json} == {
            row["id"] for row in alone("queue", "--json").json
        }


class TestUndecided:
    """A work whose language is open waits in the queue until a person decides."""

    REPORT = "Notes\n\n1. 「東京大阪」, 2020.\n\n2. Kim, ‘Chosŏn sanŏp’ 조선산업 (Shipbuilding), 2021.\n"

    @pytest.fixture
    def open_work(self, empty):
        (empty.folder / "open.txt").write_text(self.REPORT)
        assert empty("run", "open.txt", "--json", *DRAFT).json["undetermined"] == 1
        return empty

    def test_it_has_no_file_and_survives_a_rerun(self, open_work):
        (row,) = open_work("queue", "--status", "undecided", "--json").json
        assert (row["language"], row["original"], row["draft"]) == ("und", "東京大阪", None)
        assert not list((open_work.folder / "sources").rglob(f"{row['id']}.yaml"))
        done = open_work("run", "open.txt", "--json", *DRAFT)
        assert (done.json["undetermined"], done.lines) == (
            1,
            ["nothing new: every work is known and every segment has its draft"],
        )
        assert open_work("queue", "--status", "undecided", "--json").json == [row]
        assert open_work("show", "1", "--json").json[0]["status"] == "undecided"

    def test_deciding_writes_its_file(self, open_work):
        (row,) = open_work("queue", "--language", "und", "--json").json
        done = open_work("route", "--set", row["id"], "zh", "--as", "Lee")
        assert (done.status, done.out) == (0, "")
        path = open_work.folder / "sources" / "zh" / f"{row['id']}.yaml"
        assert "by: Lee" in path.read_text()
        assert open_work("run", "open.txt", "--json", *DRAFT).json["queue"] == {"drafted": 2}
        history = rows(open_work, "SELECT was, now, who, reason FROM desk_revision WHERE was = 'undecided'")
        assert history == [("undecided", "undrafted", "Lee", "its language is zh")]

    def test_a_decision_can_be_decided_otherwise(self, open_work):
        (row,) = open_work("queue", "--language", "und", "--json").json
        open_work("route", "--set", row["id"], "ja")
        done = open_work("route", "--set", row["id"], "zh-Hant", "--as", "Lee")
        assert (done.status, done.lines[0]) == (0, f"{row['id']} is Chinese (zh-Hant) now")
        assert not list((open_work.folder / "sources" / "ja").glob("*.yaml"))
        assert open_work("run", "open.txt", "--json", *DRAFT).json["queue"] == {"drafted": 2}
        assert open_work("route", "--set", row["id"], "und").status == 0
        assert open_work("run", "open.txt", "--json", *DRAFT).json["undetermined"] == 1

    def test_removing_the_file_opens_it_again(self, open_work):
        (row,) = open_work("queue", "--language", "und", "--json").json
        open_work("route", "--set", row["id"], "ja")
        open_work("run", "open.txt", *DRAFT)
        (open_work.folder / "sources" / "ja" / f"{row['id']}.yaml").unlink()
        assert open_work("run", "open.txt", "--json", *DRAFT).json["undetermined"] == 1
        assert open_work("queue", "--status", "undecided", "--json").json == [row]


class TestWhoActs:
    @pytest.fixture
    def open_work(self, empty):
        (empty.folder / "open.txt").write_text(TestUndecided.REPORT)
        empty("run", "open.txt", *DRAFT)
        return empty

    @pytest.fixture
    def nobody(self, open_work, tmp_path, monkeypatch):
        """Nothing says who acts."""
        for name in ("HOME", "XDG_CONFIG_HOME"):
            monkeypatch.setenv(name, str(tmp_path))
        monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        open_work.changes["SRCXLATE_USER"] = ""
        return open_work

    def decide(self, shell: Shell, *words: str) -> Done:
        (row,) = shell("queue", "--language", "und", "--json").json
        return shell.run("route", "--set", row["id"], "ja", *words)

    def decided_by(self, shell: Shell) -> list[tuple[Any, ...]]:
        return rows(shell, "SELECT who FROM desk_revision WHERE was = 'undecided'")

    def test_as_comes_first(self, open_work):
        assert self.decide(open_work, "--as", " Lee  Min ").status == 0
        assert self.decided_by(open_work) == [("Lee Min",)]

    def test_then_the_environment(self, open_work):
        assert self.decide(open_work).status == 0
        assert self.decided_by(open_work) == [("Kim",)]

    def test_then_git(self, nobody, tmp_path):
        (tmp_path / ".gitconfig").write_text("[user]\n\tname = Park\n")
        assert self.decide(nobody).status == 0
        assert self.decided_by(nobody) == [("Park",)]

    def test_then_nobody_decides(self, nobody):
        done = self.decide(nobody)
        assert (done.status, done.lines) == (
            2,
            ["srcxlate: nobody says who acts. Give your name with --as NAME, or set SRCXLATE_USER."],
        )
        assert self.decided_by(nobody) == []

    def test_on_a_terminal_it_asks_once(self, nobody):
        (row,) = nobody("queue", "--language", "und", "--json").json
        ours, theirs = pty.openpty()
        with nobody.start("route", "--set", row["id"], "ja", stdin=theirs) as process:
            os.write(ours, b"Choi\n")
            _, err = process.communicate(timeout=60)
        os.close(ours)
        os.close(theirs)
        assert (process.returncode, err.count("Your name")) == (0, 1)
        assert self.decided_by(nobody) == [("Choi",)]

    def test_a_run_asks_nobody(self, nobody):
        assert nobody.run("run", "open.txt").status == 0

    def test_a_name_must_be_one(self, open_work):
        done = self.decide(open_work, "--as", "Lee\x1b[31m")
        assert (done.status, self.decided_by(open_work)) == (2, [])
        assert done.lines == [
            r"srcxlate: 'Lee\x1b[31m' cannot be a person's name. Use up to 100 printable characters."
        ]


class TestHelp:
    def test_it_imports_neither_django_nor_an_engine_nor_tables(self):
        script = (
            "import sys\nsys.argv = ['srcxlate', '--help']\n"
            "from srcxlate.cli import main\n"
            "try:\n    main()\nfinally:\n    print(*sorted(sys.modules), file=sys.stderr)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        loaded = set(done.stderr.split())
        assert "Usage: srcxlate" in done.stdout
        heavy = "django yaml pydantic rich.table ctranslate2 argostranslate sentencepiece tokenizers numpy"
        heavy += " opencc wordfreq langdetect pycld2 hanja ahocorasick"
        assert not loaded & set(heavy.split())
        assert not {name for name in loaded if name.startswith(("srcxlate.engines", "srcxlate.desk"))}

    def test_no_command_is_a_call_for_help(self, empty):
        done = empty()
        assert done.status == 0
        assert done.out.startswith("Usage: srcxlate")

    def test_version(self, empty):
        assert re.fullmatch(r"srcxlate \d+\.\d+\.\d+\n", empty("--version").out)


class TestModels:
    @pytest.fixture
    def store(self, empty, tmp_path):
        empty.environment = {**empty.environment, "SRCXLATE_MODELS": str(tmp_path / "models")}
        return empty

    def test_add_verify_and_remove(self, store):
        package = Path(__file__).parent / "packages" / "translate-ja_en-0_1.argosmodel"
        assert store("models", "add", package, "--json").json[0]["name"] == ENGINE
        assert store("models", "verify").lines == ["1 model is sound"]
        model = Path(store.environment["SRCXLATE_MODELS"]) / ENGINE / "model" / "model.bin"
        data = bytearray(model.read_bytes())
        data[1000] ^= 1
        model.write_bytes(data)
        damaged = store("models", "verify")
        assert damaged.status == 2
        assert "the file is not what was installed" in damaged.err
        assert store("models", "remove", ENGINE).status == 0
        empty = store("models", "list")
        assert (empty.status, empty.out) == (0, "")
        assert empty.lines[0].startswith("no model is installed in ")

    def test_pull_knows_argos_and_local_alone(self, store):
        done = store("models", "pull", "marian")
        assert (done.status, done.lines) == (
            2,
            [
                "srcxlate: nothing is pulled for 'marian'. "
                "Use 'models pull argos', 'models pull local', or 'models add FILE' for a file."
            ],
        )


def test_a_reader_that_leaves_early_is_no_fault(drafted):
    for words in (("queue", "--json"), ("queue",)):
        with drafted.start(*words) as process:
            process.stdout.close()
            err = process.stderr.read()
        assert (process.returncode, err) == (0, "")

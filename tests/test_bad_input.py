"""Wrong input, calls and machines: one clear line a fault, exit status 2, nothing lost or half-written."""

import contextlib
import fcntl
import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from .conftest import DRAFT, REPORT, REPORTS, Done, Shell


def files(folder: Path) -> dict[str, str]:
    """Every file under a folder with its digest, the database's own left out."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("desk.sqlite3") and path.name != "lock"
    }


def held(shell: Shell) -> list[str]:
    """All that the database holds, as SQL; nothing if there is none."""
    path = shell.folder / ".srcxlate" / "desk.sqlite3"
    if not path.exists():
        return []
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return list(database.iterdump())


@contextlib.contextmanager
def nothing_changes(shell: Shell) -> Iterator[None]:
    before = files(shell.folder), held(shell)
    yield
    assert (files(shell.folder), held(shell)) == before


def check(done: Done, *lines: str) -> None:
    """Exit status 2, nothing on stdout, and these lines alone on stderr."""
    assert (done.status, done.out) == (2, "")
    assert done.lines == [f"srcxlate: {line}" for line in lines]


def assert_place(line: str, place: str, what: str) -> None:
    assert place in line
    assert what in line


REPORT_FAULTS = [
    ("missing.txt", None, "missing.txt: no such file or folder. Check the path."),
    (".", None, "is a folder."),
    ("empty.txt", b"", "empty.txt: is empty. Name the report's text."),
    ("blank.txt", "\ufeff \r\n\n".encode(), "blank.txt: is empty. Name the report's text."),
    (
        "plain.txt",
        b"A report without notes.\nNothing is cited in it.\n",
        "plain.txt: no notes were found in it. Notes are known by numbers at the start of a line: "
        "'1. …', '- 1 …', '[^1]: …', '[1] …'.",
    ),
    (
        "japanese.txt",
        "Notes\n\n1. 中国が技術を\n".encode("cp932"),
        "japanese.txt:3: byte 11 (0x92) is not utf-8. Give the file's encoding, e.g. --encoding cp932.",
    ),
    ("long.txt", b"1. " + b"x" * 50_000_000, "17 MB"),
    ("binary.txt", bytes(range(256)), "binary.txt:2: byte 129 (0x80) is not utf-8."),
]

STATUSES = "undecided, undrafted, drafted, corrected, approved, published"
LISTED = "'srcxlate queue' lists them; 'srcxlate run' fills it."
CALL_FAULTS = [
    (["queue", "--status", "done"], f"no status is called 'done'. Use one of {STATUSES}."),
    (["queue", "--language", "en"], "no language is called 'en'. Use one of ja, ko, zh, und."),
    (
        ["draft", "nobody", "nothing", *DRAFT],
        f"no work in the queue is called 'nobody'. {LISTED}",
        f"no work in the queue is called 'nothing'. {LISTED}",
    ),
    (
        ["show", "99"],
        "note 99 cites no source in original script that is known here. "
        "'srcxlate run REPORT' reads a report's notes; 'srcxlate queue' lists what is known.",
    ),
    (["show", "hayashi"], "no source is called 'hayashi'. Did you mean hayashi-2020-godo-ka-kyumin?"),
    (["show", "x\x1b[2J"], r"no source is called 'x\x1b[2J'. 'srcxlate queue' lists them."),
    (
        ["route", "--set", "nobody", "ja"],
        "no source is called 'nobody'. 'srcxlate queue' lists them.",
    ),
    (
        ["route", "--set", "hayashi-2020-godo-ka-kyumin", "en"],
        "no language that sources have is called 'en'. Write ja, ko, zh, zh-Hans, zh-Hant or und.",
    ),
    (
        ["run", REPORT, "--engine", "argos"],
        "no model is installed for the engine argos. "
        "Get one: 'srcxlate models pull argos', or 'srcxlate models add FILE.argosmodel'.",
    ),
    (["frobnicate"], "No such command 'frobnicate'. See 'srcxlate --help'."),
    (["run", "--frobnicate"], "No such option: --frobnicate. See 'srcxlate run --help'."),
    (["show"], "Missing argument 'NOTE|ID'. See 'srcxlate show --help'."),
    (["queue", "--status"], "Option '--status' requires an argument."),
    (["models"], "Missing command. See 'srcxlate models --help'."),
]


class TestReport:
    """What is wrong with a report's file."""

    @pytest.mark.parametrize("command", ["run", "extract"])
    @pytest.mark.parametrize(("name", "data", "line"), REPORT_FAULTS, ids=[case[0] for case in REPORT_FAULTS])
    def test_faults(self, drafted, tmp_path, command, name, data, line):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with nothing_changes(drafted):
            done = drafted(command, path)
        assert (done.status, done.out, len(done.lines)) == (2, "", 1)
        assert line in done.err
        assert str(path) in done.err

    def test_with_its_encoding_it_works(self, empty):
        text = "Notes\n\n1. 「中国が技術を手に入れる」『日経』2020年。\n"
        (empty.folder / "report.txt").write_bytes(text.encode("cp932"))
        done = empty("extract", "report.txt", "--encoding", "cp932", "--json")
        assert done.status == 0
        assert done.json[0]["original"] == "中国が技術を手に入れる"

    def test_an_unknown_encoding(self, empty):
        done = empty("extract", REPORT, "--encoding", "klingon")
        assert (done.status, done.out, len(done.lines)) == (2, "", 1)
        assert "'klingon'. Try utf-8, cp932, euc-kr, gb18030 or big5." in done.err

    def test_a_name_that_cannot_be_written(self, empty):
        path = empty.folder / os.fsdecode(b"report-\xff.txt")
        path.write_bytes(REPORT.read_bytes())
        done = empty.run("run", path, *DRAFT)
        assert (done.status, len(done.lines)) == (2, 1)
        assert r"the name 'report-\udcff' cannot stand in a record. Rename the file." in done.err
        assert not list((empty.folder / "sources").rglob("*.yaml"))


class TestWorkspace:
    def test_none_is_here(self, tmp_path, environment):
        shell = Shell(tmp_path, environment)
        for words in (("queue",), ("run", REPORT), ("draft",), ("show", "1"), ("route", "--set", "a", "ja")):
            check(
                shell(*words),
                f"{tmp_path}: no workspace here: srcxlate.yaml is in no folder from here up. "
                "Make one with 'srcxlate init'.",
            )
        assert list(tmp_path.iterdir()) == []

    def test_broken_settings(self, drafted):
        path = drafted.folder / "srcxlate.yaml"
        path.write_text("house_style: perhaps\nreprot: a.txt\n")
        with nothing_changes(drafted):
            for words in (("queue",), ("run", REPORT), ("extract", REPORT)):
                done = drafted(*words)
                assert (done.status, done.out, len(done.lines)) == (2, "", 2)
                assert_place(done.lines[0], f"{path}:1: ", "'perhaps'")
                assert_place(done.lines[1], f"{path}:2: ", "'reprot'")

    def test_all_faults_of_all_records_in_one_go(self, drafted):
        files = sorted((drafted.folder / "sources").glob("*/*.yaml"))
        one, two, three = [path for path in files if not path.stem.endswith(".en")][:3]
        one.write_text("id: " + one.stem + "\nlanguage: xx\ntitle: ''\nurl: nowhere\n")
        two.write_text("not: [closed\n")
        three.write_text(three.read_text() + "colour: red\ntitle: again\n")
        with nothing_changes(drafted):
            done = drafted("run", REPORTS / "04-short-forms.txt", *DRAFT)
            assert (done.status, done.out) == (2, "")
            assert all(line.startswith(f"srcxlate: {drafted.folder}/sources/") for line in done.lines)
            for place, what in [
                (f"{one}:2: ", "'xx'"),
                (f"{one}:3: ", "title"),
                (f"{one}:4: ", "'nowhere'"),
                (f"{two}:2", "YAML"),
                (f"{three}:", "'title' stands twice"),
            ]:
                assert any(place in line and what in line for line in done.lines), (place, what)

    def test_a_broken_glossary(self, drafted):
        (drafted.folder / "glossary" / "a.yaml").write_text("- original: 中国\n  language: ja\n")
        (drafted.folder / "glossary" / "b.yaml").write_text(
            "- original: 日本\n  language: jp\n  english: Japan\n"
        )
        with nothing_changes(drafted):
            for words in (("run", REPORTS / "04-short-forms.txt", *DRAFT), ("draft", *DRAFT)):
                done = drafted(*words)
                assert (done.status, done.out, len(done.lines)) == (2, "", 2)
                assert_place(done.lines[0], "a.yaml:1: ", "'english'")
                assert_place(done.lines[1], "b.yaml:2: ", "'jp'")

    def test_no_report_at_all(self, empty):
        done = empty("run", *DRAFT)
        assert (done.status, done.lines[-1]) == (
            2,
            "srcxlate: no report is named, and there are no records. Name one: srcxlate run REPORT.",
        )


class TestCalls:
    @pytest.mark.parametrize(
        "case", CALL_FAULTS, ids=[" ".join(map(str, case[0][:2])) for case in CALL_FAULTS]
    )
    def test_faults(self, drafted, case):
        with nothing_changes(drafted):
            check(drafted(*case[0]), *case[1:])

    @pytest.mark.parametrize("words", [("run", REPORT), ("draft",), ("draft", "--dry-run")])
    def test_an_unknown_model(self, drafted, words):
        with nothing_changes(drafted):
            done = drafted(*words, "--engine", "gpt")
        assert (done.status, len(done.lines)) == (2, 1)
        assert "there is no model called gpt (installed: argos-test-ja-en-0.1," in done.err

    def test_the_local_engine_without_a_model(self, drafted):
        check(
            drafted.run("draft", "--engine", "local"),
            "no model is installed for the engine local. "
            "Get one: 'uv sync --extra local' and 'srcxlate models pull local'.",
        )

    def test_stdin_in_another_encoding(self, empty):
        done = empty("route", "--json", stdin="中国が\n".encode() + "中国が\n".encode("cp932"))
        assert (done.status, done.lines) == (
            2,
            ["srcxlate: stdin:2: byte 1 (0x92) is not utf-8. Send UTF-8."],
        )
        assert done.json["text"] == "中国が"


class TestDatabase:
    def path(self, shell: Shell) -> Path:
        return shell.folder / ".srcxlate" / "desk.sqlite3"

    def everything(self, shell: Shell) -> Iterator[Done]:
        yield shell("queue")
        yield shell("run", REPORT, *DRAFT)
        yield shell("draft", *DRAFT)
        yield shell("show", "7")

    def test_from_a_newer_version(self, drafted):
        with closing(sqlite3.connect(self.path(drafted))) as database, database:
            later = ("desk", "0099_later", "2030-01-01")
            database.execute("INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, ?)", later)
        with nothing_changes(drafted):
            for done in self.everything(drafted):
                check(
                    done,
                    f"{self.path(drafted)}: is from a newer version of srcxlate (it knows 0099_later). "
                    "Update srcxlate, or restore a backup of the older version.",
                )

    @pytest.mark.parametrize(
        "garbage", [b"this is no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000]
    )
    def test_garbage(self, drafted, garbage):
        for side in ("-wal", "-shm"):
            self.path(drafted).with_name(f"desk.sqlite3{side}").unlink(missing_ok=True)
        self.path(drafted).write_bytes(garbage)
        before = files(drafted.folder)
        for done in self.everything(drafted):
            check(
                done,
                f"{self.path(drafted)}: is no database, or a damaged one. "
                "Restore a backup, or move it away: the files under sources/ are kept.",
            )
            assert self.path(drafted).read_bytes() == garbage
        assert files(drafted.folder) == before

    def test_a_folder_in_its_place(self, empty):
        self.path(empty).mkdir(parents=True)
        check(empty("queue"), f"{self.path(empty)}: cannot be written. Check the permissions of its folder.")

    def test_locked(self, drafted):
        drafted.changes["SRCXLATE_WAIT"] = "0.3"
        with closing(sqlite3.connect(self.path(drafted), isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            done = drafted.run("run", REPORTS / "04-short-forms.txt", *DRAFT)
            other.execute("ROLLBACK")
        check(done, f"{self.path(drafted)}: another srcxlate is writing here and did not finish. Try again.")
        assert drafted("run", REPORTS / "04-short-forms.txt", *DRAFT).status == 0

    def test_another_run_that_does_not_end(self, drafted):
        drafted.changes["SRCXLATE_WAIT"] = "0.3"
        lock = drafted.folder / ".srcxlate" / "lock"
        with lock.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            done = drafted.run("run", REPORTS / "04-short-forms.txt", *DRAFT)
            assert drafted.run("queue").status == 0
        check(done, f"{lock}: another srcxlate is writing here and did not finish. Try again.")

    def test_moved_away_the_files_make_it_again(self, drafted):
        before = [(row["id"], row["original"], row["draft"]) for row in drafted("queue", "--json").json]
        self.path(drafted).unlink()
        assert drafted("run", REPORT, *DRAFT).status == 0
        assert [
            (row["id"], row["original"], row["draft"]) for row in drafted("queue", "--json").json
        ] == before


@pytest.fixture
def small_disk(tmp_path: Path, environment: dict[str, str]) -> Iterator[Shell]:
    """A workspace on a disk of its own, drafted, with 4 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"a small disk cannot be mounted here: {mounted.stderr.strip()}")
    try:
        shell = Shell(folder, environment)
        shell("init")
        assert shell("run", REPORT, *DRAFT).status == 0
        yield shell
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


class TestDisk:
    OTHER = REPORTS / "04-short-forms.txt"

    def test_full(self, small_disk):
        before = small_disk("queue", "--json").json
        records = files(small_disk.folder / "sources")
        filler = small_disk.folder / "filler"
        with contextlib.suppress(OSError), filler.open("wb") as file:
            while True:
                file.write(b"\0" * 4096)
                file.flush()
        done = small_disk.run("run", self.OTHER, *DRAFT)
        assert (done.status, len(done.lines), done.out) == (2, 1, "")
        assert "the disk is full. Make room and run the command again; nothing was lost." in done.err
        filler.unlink()
        assert not list(small_disk.folder.rglob("*.tmp"))
        now = files(small_disk.folder / "sources")
        assert now.keys() >= records.keys()
        assert small_disk("queue", "--json").json == before
        assert small_disk("run", self.OTHER, *DRAFT).status == 0
        assert len(small_disk("queue", "--json").json) > len(before)

    @pytest.mark.parametrize("spare", [100, 300, 600])
    def test_full_half_way(self, small_disk, spare):
        """Room for some of it: whatever was done is whole, and the next run goes on."""
        filler = small_disk.folder / "filler"
        usage = os.statvfs(small_disk.folder)
        filler.write_bytes(b"\0" * (usage.f_bavail * usage.f_frsize - spare * 1024))
        done = small_disk.run("run", self.OTHER, *DRAFT)
        assert done.status in (0, 2)
        assert "Traceback" not in done.err
        assert len([line for line in done.lines if line.startswith("srcxlate:")]) == (1 if done.status else 0)
        filler.unlink()
        assert held(small_disk)
        again = small_disk("run", self.OTHER, "--json", *DRAFT)
        assert (again.status, list(again.json["queue"])) == (0, ["drafted"])

    def test_read_only(self, small_disk):
        before = small_disk("queue", "--json").json, files(small_disk.folder)
        subprocess.run(["mount", "-o", "remount,ro", small_disk.folder], check=True)
        try:
            done = small_disk.run("run", self.OTHER, *DRAFT)
            assert (done.status, len(done.lines), done.out) == (2, 1, "")
            assert "Check" in done.err
            assert "permissions" in done.err
        finally:
            subprocess.run(["mount", "-o", "remount,rw", small_disk.folder], check=True)
        assert (small_disk("queue", "--json").json, files(small_disk.folder)) == before

    @pytest.mark.usefixtures("permissions_bind")
    def test_a_folder_that_may_not_be_written(self, empty):
        empty.folder.chmod(0o555)
        try:
            done = empty("run", REPORT, *DRAFT)
            assert (done.status, len(done.lines)) == (2, 1)
        finally:
            empty.folder.chmod(0o755)


class TestOurOwnMistakes:
    def test_even_then_one_line(self, empty):
        """A value that nothing foresees: the wait is no number."""
        empty.changes["SRCXLATE_WAIT"] = "soon"
        done = empty.run("queue")
        assert (done.status, len(done.lines)) == (2, 1)
        assert "Traceback" not in done.err

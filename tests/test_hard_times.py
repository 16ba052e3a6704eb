"""Review when something is in the way: a full disk, files that cannot be written, locks, clocks, odd names.

Whatever happens, what a person decided is in the queue or refused in one line, and no file is half written.
"""

import contextlib
import fcntl
import re
import sqlite3
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from srcxlate.desk.database import open_desk
from srcxlate.errors import Fault
from srcxlate.workspace import find_workspace

from .conftest import REPORT, Shell

WORK = "mori-2018-innoshima-no-saigo"
"""A work with a title and a container, and so with a file from the start."""
LONE = "ogawa-2019-hosho-no-nedan"


@contextmanager
def sitting(shell: Shell, who: str = "Kim") -> Iterator[Any]:
    from srcxlate.desk.review import Review

    workspace = find_workspace(shell.folder)
    with open_desk(workspace):
        review = Review(workspace, who)
        yield review
        review.close()


def item(source: str = WORK, key: str = "title") -> Any:
    from srcxlate.desk import decisions
    from srcxlate.desk.models import Segment

    return decisions.item(Segment.objects.get(source=source, key=key).pk)


def english(shell: Shell, source: str = WORK, key: str = "title") -> str | None:
    with open_desk(find_workspace(shell.folder)):
        return item(source, key).text  # type: ignore[no-any-return]


def path(shell: Shell, source: str = WORK) -> Path:
    return shell.folder / "sources" / "ja" / f"{source}.en.yaml"


def one_line(shell: Shell, *words: object, told: str) -> None:
    """A command in a process of its own says in one line what is in the way."""
    done = shell.run(*words)
    assert (done.status, len(done.lines), done.out) == (2, 1, ""), done.err
    assert re.search(told, done.err), done.err


# -- a full disk -------------------------------------------------------------------------------------


@pytest.fixture
def disks(drafted: Shell, tmp_path: Path) -> Iterator[Shell]:
    """A drafted workspace whose queue and whose files of Japanese works each lie on a small disk."""
    places = (drafted.folder / ".srcxlate", drafted.folder / "sources" / "ja")
    mounted = []
    try:
        for folder in places:
            held = {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}
            command = ["mount", "-t", "tmpfs", "-o", "size=2m", "srcxlate-test", str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
            mounted.append(folder)
            for name, data in held.items():
                (folder / name).write_bytes(data)
        yield drafted
    finally:
        for folder in mounted:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    return filler


class TestFullDisk:
    FULL = "the disk is full. Make room and run the command again; nothing was lost"

    def test_at_the_file(self, disks):
        """It is decided; nothing else comes up before its file is written."""
        from srcxlate.desk.review import Unwritten

        before = path(disks).read_bytes()
        with sitting(disks) as review:
            filler = fill(disks.folder / "sources" / "ja")
            with pytest.raises(Unwritten, match="its file the disk is full") as told:
                review.correct(item(), "The last launching")
            assert told.value.done.item.text == "The last launching"
            with pytest.raises(Fault, match="the disk is full"):
                review.next()
            with pytest.raises(Fault, match="the disk is full"):
                review.correct(item(key="container"), "Annals")
            assert path(disks).read_bytes() == before
            assert item(key="container").text is None
            filler.unlink()
            assert review.next() is not None
        assert "english: The last launching\n" in path(disks).read_text()
        assert not list(disks.folder.rglob("*.tmp"))

    def test_at_the_file_and_the_process_ends(self, disks):
        from srcxlate.desk.review import Unwritten

        with sitting(disks) as review:
            filler = fill(disks.folder / "sources" / "ja")
            with pytest.raises(Unwritten):
                review.correct(item(), "The last launching")
        done = disks.run("load")
        assert (done.status, len(done.lines), done.out) == (2, 2, "")
        assert self.FULL in done.lines[0]
        filler.unlink()
        done = disks("load")
        assert done.lines == ["1 segments have a person's English; 1 files written"]
        assert "english: The last launching\n" in path(disks).read_text()

    @pytest.mark.parametrize("at", ["the commit", "both"])
    def test_at_the_commit(self, disks, at):
        """Nothing is decided, and the file is as it was."""
        from django.db.utils import Error

        def decide_on_and_on(review: Any, seen: Any) -> None:
            for number in range(20):  # there may be room in the log for one or two
                seen = review.correct(seen, f"The last launching {number}" + " of all" * 3_000).item

        before = path(disks).read_bytes()
        fillers = []
        with sitting(disks) as review:
            seen = item()
            fillers.append(fill(disks.folder / ".srcxlate"))
            if at == "both":
                fillers.append(fill(disks.folder / "sources" / "ja"))
            with pytest.raises(Error, match=r"is full|disk I/O"):
                decide_on_and_on(review, seen)
        for filler in fillers:
            filler.unlink()
        assert disks("load").status == 0
        held = english(disks)
        assert (held is None) == (path(disks).read_bytes() == before)
        if held is not None:
            assert f"english: {held}\n" in path(disks).read_text()
        with sitting(disks) as review:
            review.correct(item(), "Afterwards")
        assert "english: Afterwards\n" in path(disks).read_text()

    def test_publish(self, disks):
        with sitting(disks) as review:
            review.accept(item())
            review.accept(item(key="container"))
        filler = fill(disks.folder / "sources" / "ja")
        one_line(disks, "publish", WORK, told=self.FULL)
        filler.unlink()
        assert disks("load").status == 0
        assert path(disks).read_text().count("published_by: Kim\n") == 2


# -- what cannot be written ----------------------------------------------------------------------------


@pytest.mark.usefixtures("permissions_bind")
class TestReadOnly:
    def test_a_file(self, drafted):
        """A new file takes its place, with its permissions: it is the folder that must be writable."""
        path(drafted).chmod(0o444)
        with sitting(drafted) as review:
            review.correct(item(), "The last launching")
        assert "english: The last launching\n" in path(drafted).read_text()
        assert path(drafted).stat().st_mode & 0o777 == 0o444

    def test_a_folder(self, drafted):
        from srcxlate.desk.review import Unwritten

        folder = path(drafted).parent
        folder.chmod(0o555)
        try:
            with sitting(drafted) as review:
                with pytest.raises(Unwritten, match=r"its file may not be read or written here"):
                    review.correct(item(), "The last launching")
                assert item().text == "The last launching"
            done = drafted("load")
            assert (done.status, len(done.lines)) == (2, 2)
            assert (
                f"{path(drafted)}: may not be read or written here. Check its permissions." in done.lines[0]
            )
        finally:
            folder.chmod(0o755)
        assert drafted("load").status == 0
        assert "english: The last launching\n" in path(drafted).read_text()

    def test_a_file_that_may_not_be_read(self, drafted):
        path(drafted).chmod(0)
        try:
            done = drafted("load")
            assert (done.status, len(done.lines)) == (2, 2)
            assert "may not be read or written here" in done.lines[0]
        finally:
            path(drafted).chmod(0o644)
        assert drafted("load").status == 0

    def test_the_folder_of_the_queue(self, drafted):
        folder = drafted.folder / ".srcxlate"
        folder.chmod(0o555)
        try:
            done = drafted("load")
            assert (done.status, len(done.lines)) == (2, 1), done.err
            assert "Check" in done.err
        finally:
            folder.chmod(0o755)


def test_an_immutable_file(drafted):
    done = subprocess.run(["chattr", "+i", str(path(drafted))], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no file can be made immutable here: {done.stderr.strip()}")
    from srcxlate.desk.review import Unwritten

    before = path(drafted).read_bytes()
    try:
        with (
            sitting(drafted) as review,
            pytest.raises(Unwritten, match="its file may not be read or written"),
        ):
            review.correct(item(), "The last launching")
        assert path(drafted).read_bytes() == before
    finally:
        subprocess.run(["chattr", "-i", str(path(drafted))], check=True)
    assert drafted("load").status == 0
    assert "english: The last launching\n" in path(drafted).read_text()


# -- locks -------------------------------------------------------------------------------------------


class TestLocks:
    BUSY = "another srcxlate is writing here and did not finish. Try again."

    @pytest.fixture
    def approved(self, drafted: Shell) -> Shell:
        with sitting(drafted) as review:
            review.correct(item(LONE), "The price of guarantees")
        drafted.changes["SRCXLATE_WAIT"] = "0.2"
        return drafted

    @pytest.mark.parametrize("words", [("load",), ("publish",)])
    def test_another_process_has_the_lock(self, approved, words):
        with (approved.folder / ".srcxlate" / "lock").open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            one_line(approved, *words, told=self.BUSY)
        assert approved("publish").lines == ["published: 1"]

    @pytest.mark.parametrize("words", [("load",), ("publish",)])
    def test_another_process_writes_the_queue(self, approved, words):
        database = approved.folder / ".srcxlate" / "desk.sqlite3"
        with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            one_line(approved, *words, told=self.BUSY)
            other.execute("ROLLBACK")
        assert approved("publish").lines == ["published: 1"]
        assert english(approved, LONE) == "The price of guarantees"


# -- clocks ------------------------------------------------------------------------------------------


@contextmanager
def clock(patched: pytest.MonkeyPatch, **back: float) -> Iterator[None]:
    """The clock shows an earlier time."""
    from django.utils import timezone

    true = timezone.now
    with patched.context() as inside:
        inside.setattr(timezone, "now", lambda: true() - timedelta(**back))
        yield


class TestClock:
    def test_a_lease_of_the_future_holds_nothing(self, drafted, monkeypatch):
        from srcxlate.desk import decisions

        with open_desk(find_workspace(drafted.folder)):
            pk = item().segment.pk
            assert decisions.claim(pk, "one", "Kim")
            assert decisions.claim(pk, "two", "Lee") is None
            with clock(monkeypatch, hours=3):
                assert decisions.claim(pk, "two", "Lee")
                assert decisions.claim(pk, "one", "Kim") is None

    def test_the_last_step_is_the_last_that_was_done(self, drafted, monkeypatch):
        with sitting(drafted) as review:
            review.correct(item(), "First")
            with clock(monkeypatch, days=400):
                review.correct(item(), "Second")
            assert item().text == "Second"
            told = review.details(item()).history
        assert [line.split(": ", 1)[1] for line in told[-4::2]] == [
            "edited the draft: First",
            "wrote: Second",
        ]
        assert told[-1] < told[0]
        assert "english: Second\n" in path(drafted).read_text()
        state = path(drafted).read_text()
        assert drafted("load").lines == ["1 segments have a person's English; 0 files written"]
        assert (english(drafted), path(drafted).read_text()) == ("Second", state)

    def test_an_edit_with_an_earlier_time(self, drafted):
        with sitting(drafted) as review:
            review.correct(item(), "First")
        text = re.sub(r"(\w+_at): .*", r"\1: 1999-01-01T00:00:00Z", path(drafted).read_text())
        path(drafted).write_text(text.replace("First", "Second"))
        assert drafted("load").status == 0
        assert english(drafted) == "Second"
        with sitting(drafted, "Lee") as review:
            review.correct(item(), "Third")
        assert english(drafted) == "Third"
        for database in (drafted.folder / ".srcxlate").glob("desk.sqlite3*"):
            database.unlink()
        assert drafted("load").status == 0
        assert english(drafted) == "Third"


# -- people's names ------------------------------------------------------------------------------------

SAME = ["kim", "ＫＩＭ", " Kim ", "Kim L."]
"""Kim, where the settings say that Kim L. is Kim, too."""


class TestNames:
    @pytest.fixture
    def strict(self, drafted: Shell) -> Shell:
        """One may not approve one's own; Kim has corrected a title and Åsa (NFC) a container."""
        settings = drafted.folder / "srcxlate.yaml"
        text = settings.read_text().replace("approve_own: true", "approve_own: false")
        settings.write_text(text + "people:\n  - name: Kim\n    also: [Kim L.]\n")
        for who, key in (("Kim", "title"), ("Åsa", "container")):
            with sitting(drafted, who) as review:
                review.correct(item(key=key), "English")
        return drafted

    PAIRS = (*((who, "title") for who in SAME), ("A\u030asa", "container"))

    def test_two_names_of_one_person(self, strict):
        from srcxlate.people import acting

        for who, key in self.PAIRS:
            name = acting(who, find_workspace(strict.folder).settings.people)
            with sitting(strict, name) as review, pytest.raises(Fault, match="own work"):
                review.accept(item(key=key))
        with sitting(strict, "Lee") as review:
            for key in ("title", "container"):
                assert review.accept(item(key=key)).item.segment.status == "approved"

    def test_two_names_of_one_person_in_a_file(self, strict):
        before = path(strict).read_text()
        for who, key in self.PAIRS:
            head, title, container = re.split(r"(?=  - segment)", before)
            raised = f"status: approved\n    approved_by: '{who}'"
            if key == "title":
                title = title.replace("status: corrected", raised)
            else:
                container = container.replace("status: corrected", raised)
            path(strict).write_text(head + title + container)
            done = strict("load", "--as", "Lee")
            shown = unicodedata.normalize("NFC", who.strip())
            assert done.lines[0] == (
                f"not taken in: {WORK} {key}: {shown} corrected it and cannot approve it; it stays corrected"
            )
            assert path(strict).read_text() == before

    BAD = ("Kim\u202eeeL", "Kim\u200b", "Kim\x1b[2J", "K" * 101, "Kim\u2066")

    @pytest.mark.parametrize("who", BAD)
    def test_a_name_that_does_not_show_on_the_command_line(self, empty, who):
        for words in (("load",), ("publish",), ("run", REPORT)):
            done = empty(*words, "--as", who)
            assert (done.status, len(done.lines)) == (2, 1)
            assert "cannot be a person's name. Use up to 100 printable characters." in done.err
            assert done.err.isascii()

    def test_in_a_file(self, strict):
        before = path(strict).read_text()
        for who in self.BAD:
            text = before.replace("corrected_by: Kim", f"corrected_by: {quoted(who)}")
            path(strict).write_text(text)
            done = strict("load")
            assert (done.status, len(done.lines)) == (2, 2)
            assert re.search(r"\.en\.yaml:8: .*cannot be a person's name\.", done.lines[0])
            assert path(strict).read_text() == text

    @pytest.mark.parametrize("who", BAD)
    @pytest.mark.parametrize("told", ["name: {}", "name: Lee\n    also: [{}]"])
    def test_in_the_settings(self, empty, who, told):
        with (empty.folder / "srcxlate.yaml").open("a") as settings:
            settings.write("people:\n  - " + told.format(quoted(who)) + "\n")
        done = empty("queue")
        assert (done.status, len(done.lines)) == (2, 1)
        assert re.search(r"srcxlate\.yaml:\d+: .*cannot be a person's name\.", done.err)


def quoted(text: str) -> str:
    """A text as YAML, all that does not show escaped."""
    return '"' + "".join(c if c.isascii() and c.isprintable() else f"\\u{ord(c):04x}" for c in text) + '"'


# -- what people write ---------------------------------------------------------------------------------


class TestTexts:
    BIDI = "The \u202elast\u202c launching\u200b"

    def test_control_characters_are_refused(self, drafted):
        before = path(drafted).read_bytes()
        told = r"the English holds the control character U\+00\w\w. Take it out."
        with sitting(drafted) as review:
            for bad in ("a\x1b[31mb", "a\x07b", "a\x00b", "a\x85b", "a\tb"):
                with pytest.raises(Fault, match=told):
                    review.correct(item(), bad)
            for bad in ("a\x1b[31mb", "a\x07b", "a\x00b"):
                with pytest.raises(Fault, match="cannot be kept as a reason"):
                    review.give_back(item(), bad)
                with pytest.raises(Fault, match="cannot be kept as a comment"):
                    review.comment(item(), bad)
            assert item().segment.status == "drafted"
        assert path(drafted).read_bytes() == before

    def test_marks_of_direction_are_kept_and_told(self, drafted):
        with sitting(drafted) as review:
            review.correct(item(), self.BIDI)
            review.give_back(item(), "Why \u202eso?")
        held = path(drafted).read_text()
        assert re.search("english: .*launching", held)
        for database in (drafted.folder / ".srcxlate").glob("desk.sqlite3*"):
            database.unlink()
        assert drafted("load").status == 0
        assert (english(drafted), path(drafted).read_text()) == (self.BIDI, held)

        told = "the English holds characters that do not show: \\u202e, \\u202c, \\u200b"
        row = next(r for r in drafted("queue", "--json").json if (r["id"], r["segment"]) == (WORK, "title"))
        assert row["corrected"] == self.BIDI
        assert row["checks"][0].startswith("returned: Why")
        assert told in row["checks"]
        for words in (("queue",), ("queue", "--json"), ("show", WORK), ("show", WORK, "--json"), ("load",)):
            done = drafted(*words)
            assert done.status == 0
            assert not set("\u202e\u202c") & set(done.out + done.err), words

    def test_files_with_odd_names(self, drafted):
        """They are no work's: they are named, with what does not show escaped, and left."""
        for name in ("\u202eevil.en.yaml", "a b.en.yaml", ".en.yaml", "中国.en.yaml", "-x.en.yaml"):
            odd = path(drafted).with_name(name)
            odd.write_text("id: work\n")
            done = drafted("load")
            assert done.status == 0
            assert "\u202e" not in done.err
            assert (len(done.lines), odd.read_text()) == (1 if name.startswith(".") else 2, "id: work\n")
            odd.unlink()

    def test_a_folder_and_a_link_in_the_place_of_a_file(self, drafted):
        path(drafted).unlink()
        path(drafted).mkdir()
        done = drafted("load")
        assert (done.status, len(done.lines)) == (2, 2)
        assert f"{path(drafted)}: is a folder. Name a file." in done.lines[0]
        path(drafted).rmdir()
        real = drafted.folder / "real.yaml"
        path(drafted).symlink_to(real)
        with sitting(drafted) as review:
            review.correct(item(), "The last launching")
        assert path(drafted).is_symlink()
        assert "english: The last launching\n" in real.read_text()

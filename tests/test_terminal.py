"""The review on a terminal, as a person sees and drives it: a real pseudo-terminal, a real workspace."""

import json
import os
import shlex
import signal
import sqlite3
import stat
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from .conftest import DRAFT, Shell
from .terminals import KEYS, REVIEW, Person

WORK = "hayashi-2020-godo-ka-kyumin"
"""A work with a title and a container."""
BOUND = "\x1b[200~{}\x1b[201~"
"""A pasted text as a terminal sends it that was asked to."""


def query(shell: Shell, text: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(shell.folder / ".srcxlate" / "desk.sqlite3")) as database:
        return list(database.execute(text))


def statuses(shell: Shell) -> dict[str, int]:
    return dict(query(shell, "SELECT status, count(*) FROM desk_segment GROUP BY 1"))


def claims(shell: Shell) -> int:
    return int(query(shell, "SELECT count(*) FROM desk_segment WHERE claim != ''")[0][0])


def english(shell: Shell, work: str = WORK) -> str:
    (path,) = (shell.folder / "sources").glob(f"*/{work}.en.yaml")
    return path.read_text()


def steps(shell: Shell, work: str = WORK, key: str = "title") -> list[tuple[Any, ...]]:
    return query(
        shell,
        "SELECT r.was, r.now, r.who, r.text FROM desk_revision r JOIN desk_segment s ON s.id = r.segment_id "
        f"WHERE s.source = '{work}' AND s.key = '{key}' AND r.was NOT IN ('', 'undrafted') ORDER BY r.id",
    )


class TestDecisions:
    def test_accept_is_one_key_and_the_file_has_it_at_once(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees("1 of 2 · ja · drafted", "draft (argos)", KEYS)
            person.presses("a", f"{WORK} title: accepted and approved by Kim", "2 of 2", KEYS)
            assert "english: " in english(drafted)
            assert statuses(drafted) == {"approved": 1, "drafted": 19}
            person.presses("q", "1 segment decided in this sitting")
            assert person.ended() == 0

    def test_edit_in_place_starts_with_the_draft_and_takes_wide_characters(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("\x15造船", "造船")  # Ctrl-U: the line anew
            person.rest()
            row = person.screen.cursor.y
            assert (person.lines[row], person.screen.cursor.x) == ("English: 造船", len("English: ") + 4)
            person.presses("\x1b[D\x1b[D3割の\r", "corrected and approved by Kim", KEYS)
        assert "english: 3割の造船\n" in english(drafted)
        assert steps(drafted)[0] == ("drafted", "corrected", "Kim", "3割の造船")

    def test_an_unchanged_text_is_accepted(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("\r", "accepted and approved by Kim", KEYS)
            person.presses("u", "taken back", KEYS)
            person.presses("h", "accepted the draft unchanged", KEYS)

    @pytest.mark.parametrize("key", ["\x1b", "\x03"])
    def test_escape_and_ctrl_c_give_up_the_edit_alone(self, drafted, key):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("words", "words")
            person.presses(key, "given up: nothing is changed")
            assert statuses(drafted) == {"drafted": 20}
            person.presses("s", "skipped", "container", KEYS)

    def test_a_text_of_several_lines(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("\x15one\x1b\rtwo", "two")
            person.presses(BOUND.format("\r\nthree"), "three")
            person.presses("\r", "corrected and approved by Kim", KEYS)
        assert [step[3] for step in steps(drafted)] == ["one\ntwo\nthree", None]

    def test_return_needs_a_reason(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("r", "Returned because:")
            person.presses("\r", "not returned")
            person.presses("r", "Returned because:")
            person.presses("too literal\r", "returned by Kim", KEYS)
        with Person(drafted, WORK, "--as", "Lee") as person:
            person.sees("returned", "Kim", "too literal", KEYS)
            assert "look at" not in person.plain

    def test_a_comment_is_there_for_the_next(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("c", "Comment:")
            person.presses("which yard is meant?\r", "the comment is kept")
        with Person(drafted, WORK, "--as", "Lee") as person:
            person.sees("comment", "Kim: which yard is meant?", KEYS)

    def test_undo_shows_its_item_and_then_the_one_before_it(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            assert "u undo" not in person.plain
            person.presses("u", "nothing of this sitting is left to take back")
            person.presses("a", "container", "u undo", KEYS)
            person.presses("u", f"taken back: {WORK} title is drafted again", "1 of 2", KEYS)
            assert statuses(drafted) == {"drafted": 20}
            person.presses("s", "skipped", "container", KEYS)

    def test_at_the_end_the_last_decision_can_be_taken_back(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("a", "container", KEYS)
            person.presses("a", "nothing is left to review here", "u undo · g go to · q quit")
            person.presses("u", "taken back", "container", KEYS)
            person.presses("a", "nothing is left", KEYS)
            person.presses("q", "2 segments decided in this sitting")
            assert person.ended() == 0

    def test_go_to(self, drafted):
        with Person(drafted) as person:
            person.sees("1 of 20 · ja", KEYS)
            person.presses("g", "Go to (")
            person.presses("nowhere-1999\r", "no source is called 'nowhere-1999'", "lists them")
            person.presses("g", "Go to (")
            person.presses("ko\r", "from now on: ko", " · ko · drafted", KEYS)
            assert claims(drafted) == 1
            person.presses("g", "Go to (")
            person.presses("7\r", "from now on: 7", WORK, KEYS)

    def test_the_same_text_elsewhere(self, drafted):
        (path,) = (drafted.folder / "sources").glob(f"ja/{WORK}.yaml")
        path.with_name("another.yaml").write_text(path.read_text().replace(f"id: {WORK}", "id: another"))
        assert drafted("run", *DRAFT).status == 0
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses(
                "\x15Merged or idled\r", "the same original waits at another title", "y yes · n no"
            )
            person.presses("x", "x is no key here: press y or n")
            person.presses("y", "1 more: corrected and approved by Kim", "container", KEYS)
        assert "english: Merged or idled\n" in english(drafted, "another")

    def test_one_s_own_work_where_another_must_approve(self, drafted):
        (drafted.folder / "srcxlate.yaml").write_text("approve_own: false\n")
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("a", f"{WORK} title: accepted by Kim", KEYS)
        with Person(drafted, WORK) as person:
            person.sees("ja · corrected", "e edit", KEYS)
            person.presses("a", "this is your own work: another person approves it")
        with Person(drafted, WORK, "--as", "Lee") as person:
            person.sees(KEYS)
            person.presses("a", "accepted and approved by Kim and Lee")


class TestCard:
    """What a person sees before deciding."""

    def test_terms(self, drafted):
        terms = "- original: 造船\n  language: ja\n  english: shipbuilding\n"
        (drafted.folder / "glossary" / "ships.yaml").write_text(terms)
        assert drafted("draft", *DRAFT).status == 0
        with Person(drafted, WORK) as person:
            person.sees("term 造船 = shipbuilding (lost)", KEYS)
            assert "look at" not in person.plain
            person.presses("e", "English:")
            person.presses("\x15Three shipbuilding yards\r", "corrected and approved", KEYS)
            person.presses("g", "Go to")
            person.presses(f"{WORK}\r", "from now on", "term 造船 = shipbuilding (kept)", KEYS)

    def test_similar_texts_and_a_key_that_takes_one(self, drafted):
        (path,) = (drafted.folder / "sources").glob(f"ja/{WORK}.yaml")
        text = path.read_text()
        for name, yards in (("another", "四造船所"), ("third", "五造船所")):
            changed = text.replace(f"id: {WORK}", f"id: {name}").replace("三造船所", yards)
            path.with_name(f"{name}.yaml").write_text(changed)
        assert drafted("run", *DRAFT).status == 0
        with Person(drafted, WORK, "another", "third") as person:
            person.sees("another", KEYS)
            person.presses("m", "the memory has nothing for this one")
            person.presses("e", "English:")
            person.presses("\x15Four yards\r", "corrected and approved by Kim", KEYS)
            person.presses("g", "Go to (")
            person.presses(f"{WORK}\r", "from now on", "alike", "Four yards", "approved by Kim")
            person.sees("another title)", "[-四-]{+三+}", "m similar", KEYS)
            person.presses("m", "English:", "Four yards")
            person.presses("\r", f"{WORK} title: corrected and approved by Kim", KEYS)
            person.presses("g", "Go to (")
            person.presses("third\r", "from now on", "1:", "alike", KEYS)
            person.presses("m", "which one?", "n none")
            person.presses("n", "given up: nothing is changed")
            person.presses("m", "which one?", "n none")
            person.presses("2", "English:", "Four yards")
            person.presses("\x1b", "given up: nothing is changed")
            person.presses("m", "which one?", "n none")
            person.presses("1", "English:", "Four yards")
            person.presses("\x7f" * 10 + "Five yards\r", "third title: corrected and approved by Kim", KEYS)
        assert "english: Four yards\n" in english(drafted)
        assert "english: Five yards\n" in english(drafted, "third")
        shown = drafted("show", WORK, "--json").json[0]["segments"][0]["history"]
        assert any("(as in another title)" in line for line in shown), shown

    def test_the_original_changed_after_it_was_approved(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("a", "container", KEYS)
        (path,) = (drafted.folder / "sources").glob(f"ja/{WORK}.yaml")
        path.write_text(path.read_text().replace("三造船所", "四造船所"))
        assert drafted("run", *DRAFT).status == 0
        with Person(drafted) as person:
            person.sees("ja · approved", "changed", "[-三-]{+四+}造船所", "a accept", KEYS)
            person.presses("a", "accepted and approved by Kim", KEYS)

    def test_a_fault_is_said_and_the_item_stays(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            path = drafted.folder / "sources" / "ja" / f"{WORK}.en.yaml"
            path.write_text("id: [\n")
            person.presses("e", "English:")
            person.presses("\x15Merged or idled\r", f"{WORK}.en.yaml:")
            person.rest()
            assert statuses(drafted) == {"drafted": 20}
            path.unlink()
            person.presses("e", "English: Merged or idled")
            person.presses("\r", "corrected and approved by Kim", KEYS)
        assert "english: Merged or idled\n" in english(drafted)


class TestUndecided:
    @pytest.fixture
    def open_work(self, empty):
        (empty.folder / "open.txt").write_text("Notes\n\n1. 「東京大阪」, 2020.\n")
        assert empty("run", "open.txt", *DRAFT).status == 0
        return empty

    def test_a_language_is_decided_and_its_title_written(self, open_work):
        with Person(open_work) as person:
            person.sees("und · undecided", "東京大阪", "j Japanese · k Korean · z Chinese", KEYS)
            person.presses("a", "a (accept) means nothing here: this one is undecided")
            person.presses("j", "is Japanese now", "1 of 1 · ja · undrafted", "d draft", KEYS)
            person.presses("d", "drafting …", "no engine")
            person.presses("e", "English:")
            person.presses("Tokyo and Osaka\r", "corrected and approved by Kim", "nothing is left", KEYS)
            person.process.send("q")
            assert person.ended() == 0
        assert statuses(open_work) == {"approved": 1}


class TestTerms:
    """What is corrected again and again is offered as a term for the glossary."""

    TITLES = (
        ("半導体の輸出規制が強化", "Stronger export controls on semiconductors"),
        ("日米、半導体で協力", "Japan and the US cooperate on semiconductors"),
        ("台湾の半導体工場を誘致", "Inviting a Taiwanese semiconductor plant"),
    )

    @pytest.fixture
    def titles(self, empty):
        for number, (original, _) in enumerate(self.TITLES):
            record = f"id: work-{number}\nlanguage: ja\ntitle: {original}\n"
            (empty.folder / "sources" / "ja" / f"work-{number}.yaml").write_text(record)
        assert empty("run", *DRAFT).status == 0
        return empty

    @pytest.mark.parametrize(
        ("key", "said", "term"),
        [("y", "is in", "semiconductor"), ("n", "no term", None), ("e", "is in", "chip")],
    )
    def test_a_proposal(self, titles, key, said, term):
        with Person(titles, "work-0", "work-1", "work-2") as person:
            for _, text in self.TITLES:
                person.sees("· ja · drafted", KEYS)
                person.presses("e", "English:")
                person.presses(f"\x15{text}\r", "corrected and approved by Kim")
            person.sees("A term for the glossary? 半導体 = ", "y add it · e add another English · n no")
            person.process.send(key)
            if key == "e":
                person.sees("English for 半導体:")
                person.process.send("\x15chip\r")
            person.sees(said)
        terms = "".join(path.read_text() for path in (titles.folder / "glossary").glob("*.yaml"))
        assert ("半導体" in terms) == (term is not None)
        assert term is None or f"english: {term}\n" in terms


class TestEnter:
    def test_it_shows_the_item_again(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees("original", KEYS)
            person.presses("?", "keys", KEYS)
            person.presses("\r", WORK, "original", KEYS)
        assert statuses(drafted) == {"drafted": 20}


class TestHeld:
    def test_what_another_sitting_holds_is_told(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees("1 of 2", KEYS)
            with Person(drafted, WORK) as other:
                other.sees("container", KEYS)
                other.presses("s", f"{WORK} title is held by Kim until ", "nothing is left to review here")


class TestKeys:
    """What is no deliberate key decides nothing."""

    NO_KEYS = (
        ("x", "x is no key here"),
        ("\x1b", "escape is no key here"),
        ("\x1b[A", "up is no key here"),
        ("あ", "あ is no key here"),
        (BOUND.format("a\nsay\n"), "pasted text is no key"),
        (BOUND.format("a\n" * 3000), "pasted text is no key"),
        ("say\n", "more than one key at once is no key"),
        ("aa", "more than one key at once is no key"),
    )

    def test_no_key(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            for sent, said in self.NO_KEYS:
                person.presses(sent, said)
                person.rest()
            assert statuses(drafted) == {"drafted": 20}
            person.presses("s", "skipped", "container", KEYS)

    def test_keys_typed_ahead_are_dropped(self, drafted):
        with Person(drafted, WORK) as person:
            person.process.send("aaaa")
            person.sees("1 of 2", KEYS)
            assert statuses(drafted) == {"drafted": 20}
            person.presses("s", "skipped", "container", KEYS)

    def test_a_key_held_down_decides_at_most_once(self, drafted):
        """On a busy machine the first press may come with others, and then decides nothing."""
        with Person(drafted) as person:
            person.sees("1 of 20", KEYS)
            person.process.send("a")
            time.sleep(0.1)
            for _ in range(20):
                person.process.send("a")
                time.sleep(0.04)
            time.sleep(1)
            person.rest()
            assert statuses(drafted) in ({"approved": 1, "drafted": 19}, {"drafted": 20})
            person.presses("s", "skipped", KEYS)

    def test_help_tells_every_key(self, drafted):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("?", "take the last decision back", KEYS)


class TestEnd:
    @pytest.mark.parametrize(("sent", "status"), [("q", 0), ("\x04", 0), ("\x03", 130)])
    def test_leaving_gives_back_the_claim(self, drafted, sent, status):
        with Person(drafted) as person:
            person.sees(KEYS)
            assert claims(drafted) == 1
            person.process.send(sent)
            assert person.ended() == status
        assert claims(drafted) == 0
        assert "Traceback" not in person.raw

    @pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
    @pytest.mark.parametrize("key", ["", "e", "c"])
    def test_a_hangup(self, drafted, number, key):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            if key:
                person.presses(key, ":")
                person.rest()
            person.killed(number)
            assert person.ended() == 0
        assert claims(drafted) == 0
        assert statuses(drafted) == {"drafted": 20}
        assert "Traceback" not in person.raw

    @pytest.mark.parametrize("key", ["", "e"])
    def test_the_terminal_goes(self, drafted, key):
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            if key:
                person.presses(key, "English:")
            person.leaves()
        assert person.process.signalstatus is None
        assert claims(drafted) == 0

    def test_the_terminal_is_as_it_was(self, drafted):
        """A shell's own echo comes back: what is typed after the review shows."""
        script = 'review() { "$@"; }; review "$@"; stty -a'
        with Person(drafted, command=["bash", "-c", script, "sh", *REVIEW]) as person:
            person.sees(KEYS)
            person.presses("q", " icanon", " echo ")

    def test_it_can_be_stopped_and_goes_on(self, drafted):
        with Person(drafted, command=["bash", "--norc", "-i"], changes={"PS1": "ready> "}) as person:
            person.sees("ready>")
            person.presses(f"{shlex.join([*REVIEW, WORK])}\n", "1 of 2", KEYS)
            person.rest()
            person.presses("\x1a", "Stopped", "ready>")
            person.presses("fg\n", "review")
            person.rest(1)
            person.presses("s", "skipped", "container", KEYS)
            person.presses("q", "decided in this sitting", "ready>")

    def test_without_a_terminal(self, drafted):
        done = drafted.run("review")
        assert (done.status, done.out) == (2, "")
        assert done.lines == [
            "srcxlate: a review needs a terminal, to read keys from and to write to. "
            "Run it in one, without a pipe; 'srcxlate queue --json' is for programs."
        ]

    def test_nothing_waits(self, drafted):
        with Person(drafted, "--language", "und") as person:
            person.sees("nothing is left to review here", "0 segments decided in this sitting")
            assert person.ended() == 0


class TestJson:
    def test_stdout_has_the_rows_and_nothing_else(self, drafted, tmp_path):
        out = tmp_path / "rows.json"
        command = ["bash", "-c", f'"$@" > {out}', "sh", *REVIEW]
        with Person(drafted, WORK, "--json", command=command) as person:
            person.sees(KEYS)
            person.presses("a", "container", KEYS)
            person.presses("s", "nothing is left", KEYS)
            person.presses("q", "1 segment decided")
            assert person.ended() == 0
        (row,) = json.loads(out.read_text())
        assert (row["id"], row["segment"], row["status"]) == (WORK, "title", "approved")

    def test_ctrl_c_gives_the_rows_too(self, drafted, tmp_path):
        out = tmp_path / "rows.json"
        script = f'trap : INT; "$@" > {out}; echo "status $?" >&2'
        with Person(drafted, WORK, "--json", command=["bash", "-c", script, "sh", *REVIEW]) as person:
            person.sees(KEYS)
            person.presses("a", "container", KEYS)
            person.presses("\x03", "status 130")
        assert [row["segment"] for row in json.loads(out.read_text())] == ["title"]


class TestConflict:
    """Someone else writes while the person edits: no text is lost, the person chooses."""

    MINE, THEIRS = "Merge or idle: three yards", "Merged or idled, three yards"

    @pytest.fixture
    def conflict(self, drafted):
        free = {"SRCXLATE_LEASE": "0"}
        with Person(drafted, WORK, changes=free) as mine:
            mine.sees(KEYS)
            mine.presses("e", "English:")
            with Person(drafted, WORK, "--as", "Lee", changes=free) as theirs:
                theirs.sees(KEYS)
                theirs.presses("e", "English:")
                theirs.presses(f"\x15{self.THEIRS}\r", "corrected and approved by Lee")
            mine.presses(f"\x15{self.MINE}\r", "changed meanwhile by Lee", "theirs", self.THEIRS)
            mine.sees("yours", self.MINE, "difference", "k keep mine · t take theirs · e edit mine")
            yield mine

    def test_keep_mine(self, drafted, conflict):
        conflict.presses("k", "corrected and approved by Kim", KEYS)
        assert f"english: '{self.MINE}'\n" in english(drafted)
        assert [step[3] for step in steps(drafted) if step[3]] == [self.THEIRS, self.MINE]

    def test_take_theirs(self, drafted, conflict):
        conflict.presses("t", "theirs stays as it is", "approved", KEYS)
        assert f"english: {self.THEIRS}\n" in english(drafted)

    def test_edit_mine(self, drafted, conflict):
        conflict.presses("e", f"English: {self.MINE}")
        conflict.presses(" in Setouchi\r", "corrected and approved by Kim", KEYS)
        assert f"{self.MINE} in Setouchi" in english(drafted)


EDITOR = """\
import os, stat, sys
path = sys.argv[-1]
text = open(path).read()
print("modes", *(oct(stat.S_IMODE(os.stat(p).st_mode)) for p in (path, os.path.dirname(path))))
print("below", text.split("not read ----")[1].split())
{}
"""


class TestEditor:
    @pytest.fixture
    def edit(self, drafted, tmp_path):
        """Opens the editor, which is a script; gives the person at the terminal."""
        people = []

        def opened(script: str) -> Person:
            (tmp_path / "editor.py").write_text(EDITOR.format(script))
            (tmp_path / "private").mkdir()
            changes = {
                "VISUAL": f"{sys.executable} '{tmp_path / 'editor.py'}'",
                "TMPDIR": str(tmp_path / "private"),
            }
            person = Person(drafted, WORK, changes=changes)
            people.append(person)
            person.sees(KEYS)
            person.process.send("E")
            return person

        yield opened
        for person in people:
            person.process.close(force=True)

    @staticmethod
    def left(tmp_path: Path) -> list[Path]:
        return [path for path in (tmp_path / "private").rglob("*") if path.is_file()]

    def test_what_is_written_above_the_mark_counts(self, drafted, edit, tmp_path):
        person = edit("open(path, 'w').write('Merged or idled\\n' + text[text.index('# ----'):])")
        person.sees("modes 0o600 0o700", "original:", "corrected and approved by Kim", KEYS)
        assert "english: Merged or idled\n" in english(drafted)
        assert self.left(tmp_path) == []

    def test_an_unchanged_file_decides_nothing(self, drafted, edit):
        """As one leaves an editor that was opened by mistake."""
        edit("").sees("unchanged: nothing is done")
        assert statuses(drafted) == {"drafted": 20}

    @pytest.mark.parametrize(
        ("script", "said"),
        [
            ("open(path, 'w').write('')", "nothing is written, nothing changed"),
            ("os.unlink(path)", "nothing is written, nothing changed"),
            ("sys.exit(1)", "ended with status 1. Nothing is taken over."),
        ],
    )
    def test_nothing_is_taken_over(self, drafted, edit, tmp_path, script, said):
        person = edit(script)
        person.sees(said)
        person.presses("s", "skipped", KEYS)
        assert statuses(drafted) == {"drafted": 20}
        assert self.left(tmp_path) == []

    @pytest.mark.parametrize(
        "script",
        [
            "open(path, 'w').write('My words'); os.abort()",
            "open(path, 'wb').write(b'My words \\xff')",
        ],
    )
    def test_words_are_not_lost_with_the_editor(self, drafted, edit, tmp_path, script):
        person = edit(script)
        person.sees("Nothing is taken over", "in this file")
        assert statuses(drafted) == {"drafted": 20}
        (path,) = self.left(tmp_path)
        assert path.read_bytes().startswith(b"My words")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert str(path) in person.plain.replace(" ", "")

    def test_words_are_not_lost_with_the_terminal(self, drafted, edit, tmp_path):
        person = edit(
            "open(path, 'w').write('My words'); print('saved', flush=True); __import__('time').sleep(60)"
        )
        person.sees("saved")
        os.kill(person.process.pid, signal.SIGHUP)
        assert person.ended() == 0
        assert claims(drafted) == 0
        (path,) = self.left(tmp_path)
        assert path.read_text() == "My words"

    def test_no_such_editor(self, drafted):
        with Person(drafted, WORK, changes={"EDITOR": "no-such-editor --wait"}) as person:
            person.sees(KEYS)
            person.presses("E", "the editor 'no-such-editor' does not start")
            person.presses("s", "skipped", KEYS)


EIGHTY = [
    "1 of 2 · ja · drafted · hayashi-2020-godo-ka-kyumin",
    "  original       「合同」か「休眠」か―瀬戸内の三造船所",
    "  romanised      ‘Gōdō’ ka ‘kyūmin’ ka: Setouchi no san zōsenjo",
    "  printed        To Merge or to Sleep: Three Yards on the Inland Sea",
    "  draft (argos)  Singapore: competition with Mexico: competition with Italy",
    "  work           Hayashi Kōji 林浩二, Setouchi Gakujutsu Shuppan 瀬戸内学術出版,",
    "                 2020",
    "  cited in       01-numbered-list note 7",
    "",
    "a accept · e edit · E editor · r return · s skip · c comment · h history",
    "g go to · ? help · q quit",
]
FORTY = [
    "1 of 2 · ja · drafted ·",
    "hayashi-2020-godo-ka-kyumin",
    "  original       「合同」か「休眠」か―瀬",
    "                 戸内の三造船所",
    "  romanised      ‘Gōdō’ ka ‘kyūmin’ ka:",
    "                 Setouchi no san zōsenjo",
    "  printed        To Merge or to Sleep:",
    "                 Three Yards on the",
    "                 Inland Sea",
    "  draft (argos)  Singapore: competition",
    "                 with Mexico:",
    "                 competition with Italy",
    "  work           Hayashi Kōji 林浩二,",
    "                 Setouchi Gakujutsu",
    "                 Shuppan 瀬戸内学術出版,",
    "                 2020",
    "  cited in       01-numbered-list note 7",
    "",
    "a accept · e edit · E editor · r return",
    "s skip · c comment · h history · g go to",
    "? help · q quit",
]


class TestScreens:
    @pytest.mark.parametrize(
        ("columns", "changes", "card"),
        [(80, {}, EIGHTY), (40, {}, FORTY), (80, {"TERM": "dumb"}, EIGHTY), (80, {"NO_COLOR": "1"}, EIGHTY)],
    )
    def test_a_card(self, drafted, columns, changes, card):
        with Person(drafted, WORK, size=(30, columns), changes=changes) as person:
            person.sees(KEYS)
            person.rest()
            assert person.lines[1 : len(card) + 1] == card

    def test_wide_characters_wrap_whole_while_they_are_edited(self, drafted):
        with Person(drafted, WORK, size=(40, 40)) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("\x15" + BOUND.format("造" * 20 + "!"), "!")
            person.rest()
            end = person.screen.cursor.y
            assert person.lines[end - 1 : end + 1] == ["English: " + "造" * 15, " " * 9 + "造" * 5 + "!"]
            assert person.screen.cursor.x == 9 + 2 * 5 + 1

    def test_a_dumb_terminal_gets_plain_lines(self, drafted):
        with Person(drafted, WORK, changes={"TERM": "dumb"}) as person:
            person.sees(KEYS)
            person.presses("e", "English: ", "Enter alone gives up")
            person.presses("\n", "given up: nothing is changed")
            person.presses("e", "Enter alone gives up) ")
            person.presses("Merged or idled\n", "corrected and approved by Kim", KEYS)
            person.process.send("q")
            assert person.ended() == 0
        assert "\x1b" not in person.raw
        assert "english: Merged or idled\n" in english(drafted)

    def test_no_color(self, drafted):
        with Person(drafted, WORK, changes={"NO_COLOR": "1"}) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.rest()
            assert not [
                part for part in person.raw.split("\x1b[")[1:] if part[:2] in ("31", "32", "38", "48")
            ]

    def test_what_could_move_the_cursor_is_shown(self, drafted):
        (path,) = (drafted.folder / "sources").glob(f"ja/{WORK}.yaml")
        path.write_text(
            path.read_text()
            .replace("title: 「合同", 'title: "A\\u202EB\\x1b[2J」')
            .replace("三造船所", '三造船所"', 1)
        )
        assert drafted("run", *DRAFT).status == 0
        with Person(drafted, WORK) as person:
            person.sees(KEYS)
            person.presses("e", "English:")
            person.presses("\x15" + BOUND.format("C\u202ed\u2066e\x9b2J"), "e")
            person.rest()
            for character in "\u202e\u2066\x9b":
                assert character not in person.raw
            assert r"C\u202ed\u2066e\x9b2J" in "".join(person.lines)

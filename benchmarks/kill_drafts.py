"""Kills `srcxlate draft` at random moments: each segment ends with the one draft that it would have had.

In: how many segments and kills, and a seed. Titles are made up, the small test packages draft them, a
glossary holds for many. The command runs in a process of its own and gets SIGKILL, at a random time, once
the engine has given some number of sentences, or as soon as the database shows another draft; then it is run
again, until it is done. Three stories take turns: the first drafts; drafts made anew where a glossary
changed; and a glossary that is another one at each restart. Out: where the kills fell, what was drafted
twice, and what differs from runs that nobody disturbed; exit status 1 unless nothing does::

    python benchmarks/kill_drafts.py --segments 2000 --times 50

Looked at with plain sqlite3. After each kill, in a copy: the database is whole, no draft that was there is
gone, no segment is half drafted. At the end of a story: each segment has one current draft; its status, key
and history are those of the undisturbed run (where the glossary changes at restarts, not the history);
another `draft` drafts nothing. A draft's wording may differ: it depends on the batch that a text is in.
"""

import argparse
import json
import os
import random
import shutil
import signal
import site
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
_tests = ModuleType("tests")  # some installed package is called so, too
_tests.__path__ = [str(ROOT / "tests")]
sys.modules["tests"] = _tests

from tests.packages.pairs import pairs  # noqa: E402

from srcxlate.desk.database import open_desk  # noqa: E402
from srcxlate.engines import packages  # noqa: E402
from srcxlate.sources import Source  # noqa: E402
from srcxlate.workspace import find_workspace, make_workspace  # noqa: E402

ENGINE = "argos-test-ja-en-0.1"
TERMS = {"中国": "the PRC", "半導体": "integrated circuit", "自由貿易": "open trade", "政府": "cabinet"}
CHANGED = TERMS | {"中国": "mainland China", "輸出": "shipment"}
STORIES = ("first drafts", "another glossary", "one at each restart")
AIMS = ("at a random time", "while it drafts", "at the commit")
WHERE = ("before a draft", "between drafts", "after the last")
LONGEST = 120
"""Seconds after which a command is taken to hang."""
PROGRAM = """
import json, os
from srcxlate.cli import main
from srcxlate.engines.argos import ArgosEngine
seen = os.open(os.environ["SENTENCES_SEEN"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
gives = ArgosEngine.draft
def draft(self, requests):
    for drafted in gives(self, requests):
        request = requests[drafted.index]
        told = [request.text, *(f"{term.original}: {term.english}" for term in request.terms)]
        os.write(seen, (json.dumps(told, ensure_ascii=False) + "\\n").encode())
        yield drafted
ArgosEngine.draft = draft
main()
"""
"""The command, which also tells each sentence that the engine gives, at once."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is in a database."""

    faults: tuple[str, ...]
    segments: dict[str, tuple[str, str | None]]
    """Status and current draft's key, by source."""
    histories: dict[str, tuple[tuple[str, str], ...]]
    """The statuses before and after each step, by source."""
    drafts: dict[str, str]
    """Texts by key."""
    bases: tuple[tuple[str, int], ...]
    """What all drafts rest on, and as of which step."""


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """A run that nobody killed."""

    found: Found
    seen: Counter[str]
    """How often the engine gave a sentence."""
    seconds: float


def main() -> int:
    """Prints two tables; 1 unless nothing is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, default=2000)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        kills = Kills(Path(folder), told.segments, random.Random(told.seed))
        while kills.number < told.times:
            kills.tell(STORIES[kills.told % 3], most=min(told.times - kills.number, max(1, told.times // 8)))
    kills.print_tables(time.monotonic() - began)
    return bool(kills.faults)


class Kills:
    """Drafting that is killed again and again."""

    def __init__(self, folder: Path, segments: int, chance: random.Random) -> None:
        self.folder, self.chance, self.count = folder, chance, segments
        self.number = self.told = 0
        self.fell: Counter[tuple[str, str]] = Counter()
        self.counts: Counter[str] = Counter()
        self.most_again = 0
        self.faults: list[str] = []
        self.environment = {
            **os.environ,
            "SRCXLATE_MODELS": str(folder / "models"),
            "SRCXLATE_USER": "Kim",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *site.getsitepackages()]),
        }
        os.environ["SRCXLATE_MODELS"] = self.environment["SRCXLATE_MODELS"]
        packages.add(ROOT / "tests" / "packages")
        self.undrafted = make_undrafted(folder / "undrafted", segments)
        self.drafted, self.first = self.undisturbed("drafted", self.undrafted, TERMS)
        _, self.anew = self.undisturbed("anew", self.drafted, CHANGED)
        self.changes = sum(self.first.found.segments[s] != now for s, now in self.anew.found.segments.items())

    def undisturbed(self, name: str, begun: Path, terms: dict[str, str]) -> tuple[Path, Undisturbed]:
        """Drafts a copy of a workspace in one go."""
        root = self.folder / name
        shutil.copytree(begun, root)
        write_terms(root, terms)
        began = time.monotonic()
        self.draft(root)
        return root, Undisturbed(look(root), seen(root), time.monotonic() - began)

    def start(self, root: Path) -> "subprocess.Popen[bytes]":
        """Starts the command."""
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, "draft", "--engine", ENGINE, "--json"],
            cwd=root,
            env=self.environment | {"SENTENCES_SEEN": str(root / "seen")},
            stdout=(root / "out").open("wb"),  # no pipe, which nobody would read before the kill
            stderr=(root / "told").open("wb"),
        )

    def draft(self, root: Path) -> int:
        """Runs the command to its end; gives how many segments it says it drafted."""
        with self.start(root) as process:
            process.wait(timeout=LONGEST)
        if process.returncode:
            raise SystemExit((root / "told").read_text())
        return len(json.loads((root / "out").read_text()))

    def tell(self, story: str, most: int) -> None:
        """One story: so many kills at most, each followed by a restart, then a run to the end."""
        self.told += 1
        root = self.folder / f"story-{self.told}"
        shutil.copytree(self.drafted if story == STORIES[1] else self.undrafted, root)
        (root / "seen").unlink(missing_ok=True)
        terms = TERMS if story == STORIES[0] else CHANGED
        for _ in range(self.chance.randint(1, most)):
            if story == STORIES[2]:
                terms = TERMS if terms is CHANGED else CHANGED
            write_terms(root, terms)
            before = look(root)
            aim = self.chance.choice(AIMS)
            if not self.kill(root, aim):
                break
            self.found_dead(story, aim, root, before)
            self.number += 1
        self.draft(root)
        self.compare(story, root, terms)
        shutil.rmtree(root)

    def kill(self, root: Path, aim: str) -> bool:
        """Starts the command and kills it; False if it was done before."""
        left = self.left(root)
        process = self.start(root)
        if aim == AIMS[0]:
            last = time.monotonic() + self.first.seconds * self.chance.uniform(0, 1)
            wait(process, lambda: time.monotonic() > last)
        elif aim == AIMS[1]:
            path = root / "seen"
            size = path.stat().st_size if path.exists() else 0
            size += round(self.chance.uniform(0, 1) * left)
            wait(process, lambda: path.exists() and path.stat().st_size > size)
        else:
            self.wait_for_the_commit(root, process)
        killed = process.poll() is None
        if killed:
            process.send_signal(signal.SIGKILL)
        process.wait(timeout=LONGEST)
        return killed and process.returncode == -signal.SIGKILL

    def left(self, root: Path) -> float:
        """Bytes that the sentences still to come make in the file of those seen, about."""
        share = sum(status != "drafted" for status, _ in look(root).segments.values()) / self.count
        whole = (self.folder / "drafted" / "seen").stat().st_size
        return whole * (share or self.changes / self.count)

    def wait_for_the_commit(self, root: Path, process: "subprocess.Popen[bytes]") -> None:
        """Waits until the database has more drafts, some number of times, and up to 4 ms."""
        with closing(sqlite3.connect(root / ".srcxlate" / "desk.sqlite3")) as database:

            def newest() -> int:
                return int(database.execute("SELECT max(id) FROM desk_revision").fetchone()[0])

            for _ in range(self.chance.randint(1, 12)):
                before = newest()
                wait(process, lambda before=before: newest() > before)  # type: ignore[misc]
            time.sleep(self.chance.uniform(0, 0.004))

    def found_dead(self, story: str, aim: str, root: Path, before: Found) -> None:
        """Before the restart, in a copy: nothing is half done, and nothing that was there is gone."""
        found = look(root)
        self.faults += [f"{story}, after a kill: {fault}" for fault in found.faults]
        if gone := before.drafts.items() - found.drafts.items():
            self.faults.append(f"{story}: {len(gone)} drafts are gone or changed after a kill")
        made = found.histories != before.histories
        done = found.bases != before.bases
        self.fell[aim, WHERE[2] if done else WHERE[1] if made else WHERE[0]] += 1

    def compare(self, story: str, root: Path, terms: dict[str, str]) -> None:
        """After the last restart: all as in the undisturbed run, and nothing left to draft."""
        found, wanted = look(root), self.first if terms is TERMS else self.anew
        faults = list(found.faults)
        for source, now in wanted.found.segments.items():
            if found.segments[source] != now:
                faults.append(f"{source} is {found.segments[source]}, undisturbed {now}")
        if story != STORIES[2]:
            for source, steps in wanted.found.histories.items():
                if found.histories[source] != steps:
                    faults.append(f"{source} has the history {found.histories[source]}, undisturbed {steps}")
            if found.drafts.keys() != wanted.found.drafts.keys():
                faults.append(f"{len(found.drafts)} drafts stored, undisturbed {len(wanted.found.drafts)}")
        if [basis for basis, _ in found.bases] != [basis for basis, _ in wanted.found.bases]:
            faults.append("what all drafts rest on is not what they rest on undisturbed")
        again = self.draft(root)
        if again or look(root) != found:
            faults.append(f"another draft changes something: {again} segments")
        self.faults += [f"{story}: {fault}" for fault in faults]
        self.count_work(story, root, found, wanted)

    def count_work(self, story: str, root: Path, found: Found, wanted: Undisturbed) -> None:
        """Counts what the engine was asked more than once, but for terms alone, which each run asks."""
        usual = self.first.seen | self.anew.seen
        texts = {told: times - usual[told] for told, times in seen(root).items() if not is_term(told)}
        self.counts["sentences drafted"] += sum(seen(root)[told] for told in texts)
        again = sum(more for more in texts.values() if more > 0)
        self.counts["of them again, lost with a kill"] += again
        self.most_again = max(self.most_again, again)
        self.counts["drafts stored"] += len(found.drafts)
        self.counts["whose wording is another than undisturbed"] += sum(
            text != wanted.found.drafts.get(key, text) for key, text in found.drafts.items()
        )
        steps = {source: len(of) - 2 - (story == STORIES[1]) for source, of in found.histories.items()}
        if story == STORIES[2]:
            self.counts["drafts replaced as the glossary changed"] += sum(n for n in steps.values() if n > 0)

    def print_tables(self, seconds: float) -> None:
        """Where the kills fell, what was done twice, what was wrong."""
        print(f"{'killed':22}" + "".join(f"{name:>18}" for name in WHERE))
        for aim in AIMS:
            print(f"{aim:22}" + "".join(f"{self.fell[aim, name]:18}" for name in WHERE))
        print(f"{'all':22}" + "".join(f"{sum(self.fell[a, name] for a in AIMS):18}" for name in WHERE) + "\n")
        self.counts |= {
            "segments": self.count,
            "segments that the other glossary touches": self.changes,
            "most again in a story": self.most_again,
            "kills": self.number,
            "stories": self.told,
            "seconds of an undisturbed first run": round(self.first.seconds),
            "seconds": round(seconds),
        }
        for name, number in self.counts.items():
            print(f"{name:44}{number:8,}")
        print("\n" + "".join(f"WRONG: {fault}\n" for fault in self.faults) + f"{len(self.faults)} faults")


def make_undrafted(root: Path, segments: int) -> Path:
    """A workspace whose titles have no draft: some are of several sentences, some say what another says."""
    workspace = make_workspace(root)
    titles = [pair.original for pair in pairs("ja", segments, seed=7)]
    for number in range(0, segments - 1, 10):
        titles[number] = f"{titles[number]}。{titles[number + 1]}。"
    for number in range(15, segments, 20):
        titles[number] = titles[number - 10]
    with open_desk(find_workspace(root)):
        from srcxlate.desk import queue

        works = [
            Source(id=f"work-{n}", language="ja", title=title, cited=()) for n, title in enumerate(titles)
        ]
        queue.sync(works, "Kim")
    return workspace.root


def write_terms(root: Path, terms: dict[str, str]) -> None:
    """Makes a workspace's glossary."""
    lines = [f"- {{original: {term}, language: ja, english: {said}}}\n" for term, said in terms.items()]
    (root / "glossary" / "terms.yaml").write_text("".join(lines))


def wait(process: "subprocess.Popen[bytes]", done: Callable[[], bool]) -> None:
    """Waits until something is so, or the process has ended."""
    last = time.monotonic() + LONGEST
    while process.poll() is None and not done():
        if time.monotonic() > last:
            process.kill()
            raise SystemExit("the command hangs")
        time.sleep(0.0005)


def seen(root: Path) -> Counter[str]:
    """How often the engine gave each sentence under its terms; a line that a kill cut short is none."""
    path = root / "seen"
    return Counter(path.read_text(errors="replace").split("\n")[:-1]) if path.exists() else Counter()


def is_term(told: str) -> bool:
    """Whether the engine was asked for a term alone."""
    text, *terms = json.loads(told)
    return not terms and text in CHANGED


def look(root: Path) -> Found:
    """What is in a workspace's database, in a copy: the next run must find it as the last one left it."""
    with tempfile.TemporaryDirectory() as folder:
        for path in (root / ".srcxlate").glob("desk.sqlite3*"):
            shutil.copy(path, folder)
        with closing(sqlite3.connect(Path(folder) / "desk.sqlite3")) as database:
            return _look(database)


def _look(database: sqlite3.Connection) -> Found:
    rows = database.execute
    faults = [told for (told,) in rows("PRAGMA integrity_check") if told != "ok"]
    faults += [f"a reference without its row: {row}" for row in rows("PRAGMA foreign_key_check")]
    texts = dict(rows("SELECT key, text FROM desk_draft"))
    segments: dict[str, tuple[str, str | None]] = {}
    histories: dict[str, tuple[tuple[str, str], ...]] = {}
    query = """SELECT s.source, s.status, d.key, s.digest = d.digest FROM desk_segment s
               LEFT JOIN desk_draft d ON d.id = s.draft_id"""
    for source, status, key, same in rows(query):
        segments[source] = status, key
        if (status == "drafted") != bool(same) or (key is None) != (status == "undrafted"):
            faults.append(f"{source} is {status} with the draft {key}")
    query = """SELECT s.source, r.was, r.now FROM desk_revision r
               JOIN desk_segment s ON s.id = r.segment_id ORDER BY r.id"""
    for source, was, now in rows(query):
        histories[source] = (*histories.get(source, ()), (was, now))
    for source, steps in histories.items():
        if steps[-1][1] != segments[source][0]:
            faults.append(f"{source} is {segments[source][0]}; its history says {steps[-1][1]}")
    bases = tuple(rows("SELECT dumped, step FROM desk_basis"))
    return Found(tuple(faults), segments, histories, texts, bases)


if __name__ == "__main__":
    sys.exit(main())

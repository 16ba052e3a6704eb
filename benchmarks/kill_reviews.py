"""Kills the review at random moments of a day's work: what was confirmed stands, once, in queue and file.

In: how many times, and a seed. A person at a pseudo-terminal goes on as in `tests/test_day.py`; the program
gets SIGKILL at a random time, some time after a deciding key, or as soon as the database shows the decision,
which is before its file is written. Then it is started again, which puts files and queue in order. Out: where
the kills fell, and what was lost or doubled; exit status 1 unless nothing was::

    python benchmarks/kill_reviews.py --times 100

After each kill, with plain sqlite3 and yaml: what the terminal had confirmed is in the queue and, before the
restart already, in the file, and in the history once; what was sent and not confirmed is wholly there or not
at all; no lease of the dead sitting is left, and its item comes up at once.
"""

import argparse
import os
import random
import shutil
import signal
import site
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
_tests = ModuleType("tests")  # some installed package is called so, too
_tests.__path__ = [str(ROOT / "tests")]
sys.modules["tests"] = _tests

from tests.book import Book, Found, Place, look, unlike  # noqa: E402
from tests.conftest import Shell  # noqa: E402
from tests.day import Day, Gone, fill  # noqa: E402

AIMS = ("at a random time", "after a key", "at the commit")
WHERE = ("nothing under way", "before the commit", "between commit and file", "after the file")
KINDS = ("lost", "doubled", "changed")
WAITING = ("undecided", "undrafted", "drafted")
FEWEST = 8
"""Items that wait; with fewer a new day begins."""
LONGEST = 30
"""Seconds after which a sitting is killed that was missed."""
_NUMBERS = count()


def main() -> int:
    """Prints two tables; 1 unless nothing was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    chance = random.Random(told.seed)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        kills = Kills(Path(folder), chance)
        for number in range(told.times):
            kills.kill(AIMS[number % 3] if told.times > 2 else AIMS[2 - number])
        kills.end()
    kills.print_tables(time.monotonic() - began)
    return bool(kills.faults)


class Kills:
    """A day that is killed again and again."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        environment = {
            "SRCXLATE_MODELS": str(folder / "models"),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *site.getsitepackages()]),
            "SRCXLATE_USER": "Kim",
            "SRCXLATE_WAIT": "30",
        }
        shell = Shell(folder / "template", environment)
        shell.folder.mkdir()
        assert shell("init").status == 0
        self.template = fill(shell, folder / "models")
        self.days = 0
        self.fell: Counter[tuple[str, str]] = Counter()
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.took: list[float] = []
        self.last: Place | None = None
        self.day = self.new_day()

    def new_day(self) -> Day:
        """The same workspace as at the beginning, in another folder."""
        self.days += 1
        self.last = None
        root = self.folder / f"day-{self.days}"
        shutil.copytree(self.template.folder, root)
        tools = self.folder / f"tools-{self.days}"
        tools.mkdir()
        return Day(
            Shell(root, self.template.environment), "Kim", tools, Book.begin(root), terms=[("y", "")] * 9
        )

    def kill(self, aim: str) -> None:
        """Goes on with the day until it is killed, and looks at what is found."""
        if sum(now.status in WAITING for now in self.day.book.standing.values()) < FEWEST:
            self.end()
            self.day = self.new_day()
        day = self.day
        day.sent = lambda: None
        try:
            if aim == AIMS[0]:  # while it starts, too
                threading.Timer(self.chance.uniform(0.3, 12), self.shoot, [day, None]).start()
            day.sit()
            self.after_restart(day)
            if aim != AIMS[0]:
                self.take_aim(day, aim)
            last = time.monotonic() + LONGEST
            while True:
                if time.monotonic() > last:  # it was missed
                    self.shoot(day, day.person)
                act(day, self.chance)
        except Gone:
            self.found_dead(day, aim)
        except AssertionError as error:
            lines = str(error).splitlines()
            self.faults += [line if line.startswith(KINDS) else f"other: {line}" for line in lines]
            self.end()
            self.day = self.new_day()

    def take_aim(self, day: Day, aim: str) -> None:
        """The kill comes on one of the next deciding keys."""
        left = self.chance.randrange(4)
        usual = statistics.median(day.took or [0.2])

        def sent() -> None:
            nonlocal left
            left -= 1
            if left >= 0 or day.sent is not sent:
                return
            day.sent = lambda: None
            if aim == AIMS[1]:
                threading.Timer(self.chance.uniform(0, 1.3 * usual), self.shoot, [day, day.person]).start()
            else:
                pause = self.chance.uniform(0, 0.004)
                threading.Thread(target=self.shoot_at_the_commit, args=[day, pause]).start()

        day.sent = sent

    def shoot_at_the_commit(self, day: Day, pause: float) -> None:
        """Kills once the database has another step of history; a comment or a term has none."""
        person, last = day.person, time.monotonic() + 2
        with closing(sqlite3.connect(day.shell.folder / ".srcxlate" / "desk.sqlite3")) as database:
            newest = "SELECT max(id) FROM desk_revision"
            (before,) = database.execute(newest).fetchone()
            while database.execute(newest).fetchone() == (before,) and time.monotonic() < last:
                time.sleep(0.0002)
        time.sleep(pause)
        self.shoot(day, person)

    def shoot(self, day: Day, person: object) -> None:
        """SIGKILL, unless that sitting is over."""
        with suppress(AssertionError, ProcessLookupError):
            for _ in range(100):
                if person or not day.person.process.terminated:
                    break
                time.sleep(0.05)  # it has not started yet
            if person in (None, day.person) and not day.person.process.terminated:
                os.kill(day.person.process.pid, signal.SIGKILL)

    def found_dead(self, day: Day, aim: str) -> None:
        """Before the restart: where it fell, and that what was confirmed stands."""
        day.person.process.wait()
        found = look(day.shell.folder)
        book = day.book
        under_way = {place[0] for place in book.sent}
        behind = {fault.partition(":")[0] for fault in found.faults}
        self.fell[aim, where(book, found, under_way & behind)] += 1
        self.counts["leases left by the dead"] += sum(row["claim"] != "" for row in found.rows.values())
        for place, mine in book.standing.items():
            if place not in book.sent and found.standing.get(place) != mine:
                self.faults.append(f"{unlike(mine, found.standing.get(place))}: {place}, before the restart")
        self.faults += [
            f"lost: {fault}" for fault in found.faults if fault.partition(":")[0] not in under_way
        ]
        self.last = day.card.place if day.card else None

    def after_restart(self, day: Day) -> None:
        """`sit` has looked at files, queue and book; here are the leases."""
        claims = {row["claim"] for row in look(day.shell.folder).rows.values()} - {""}
        if [claim.split(":")[-2] for claim in claims] != [str(day.person.process.pid)]:
            self.faults.append(f"other: process {day.person.process.pid}, leases {claims}")
        place, self.last = self.last, None
        if place and day.book.standing[place].status in ("drafted", "undrafted"):
            day.go_to(place[0])
            while day.card and day.place != place:
                day.skip()
            if not day.card:
                self.faults.append(f"other: {place} does not come up again")
            self.counts["items of the dead that came up at once"] += 1
            day.go_to("all")

    def end(self) -> None:
        """Ends a day; counts what was confirmed in it."""
        self.day.close()
        steps = [step for now in self.day.book.standing.values() for step in now.steps]
        self.counts["steps confirmed or found whole"] += len(steps)
        self.counts["texts among them"] += sum(step[3] is not None for step in steps)
        self.took += self.day.took
        self.counts["temporary files left"] += len(look(self.day.shell.folder).rest)

    def print_tables(self, seconds: float) -> None:
        """Where the kills fell, what was looked at, what was found."""
        print(f"{'killed':20}" + "".join(f"{name:>26}" for name in WHERE))
        for aim in AIMS:
            print(f"{aim:20}" + "".join(f"{self.fell[aim, name]:26}" for name in WHERE))
        print(f"{'all':20}" + "".join(f"{sum(self.fell[a, name] for a in AIMS):26}" for name in WHERE) + "\n")
        for name, number in self.counts.items():
            print(f"{name:42}{number:6}")
        print(f"{'days':42}{self.days:6}")
        print(
            f"{'median ms from a key to its confirmation':42}{statistics.median(self.took or [0]) * 1e3:6.0f}"
        )
        print(f"{'seconds':42}{seconds:6.0f}\n")
        for fault in self.faults:
            print(f"WRONG: {fault}")
        kinds = Counter(fault.partition(":")[0] for fault in self.faults)
        print(
            ", ".join(
                f"{kinds[kind]} {kind}" for kind in ("lost", "doubled", *(kinds.keys() - {"lost", "doubled"}))
            )
        )


def where(book: Book, found: Found, behind: set[str]) -> str:
    """Where a kill fell, by what is found before the restart.

    :param behind: works under way whose file does not say what the queue says.
    """
    if not book.sent and not book.sent_fact:
        return WHERE[0]
    done = any(found.standing[place] == after for place, after in book.sent.items())
    if book.sent_fact:
        done = found.facts[book.sent_fact] > book.facts[book.sent_fact]
    if not done:
        return WHERE[1]
    return WHERE[2] if behind else WHERE[3]


def act(day: Day, chance: random.Random) -> None:
    """One thing that a person does at the item that is shown."""
    number = next(_NUMBERS)
    if not day.card:
        day.undo() if day.undoable else day.quit()
        return
    status, text = day.now.status, f"Text {number}: 造船 in 3割"
    if day.undoable and chance.random() < 0.12:
        day.undo()
    elif chance.random() < 0.08:
        day.comment(f"remark {number}")
    elif chance.random() < 0.08 and (
        done := [p for p, now in day.book.standing.items() if now.status == "approved"]
    ):
        day.go_to(chance.choice(done)[0])
        day.edit(text)
        day.go_to("all")
    elif status == "undecided":
        day.decide(chance.choice("jkz"))
    elif status == "undrafted":
        day.draft() if chance.random() < 0.5 else day.edit(text)
    else:
        deeds = [
            day.accept,
            lambda: day.edit(text),
            lambda: day.insert(f"{number}: "),
            lambda: day.in_editor(text),
        ]
        if status != "approved":
            deeds.append(lambda: day.give_back(f"reason {number}"))
        if status == "approved":
            deeds = deeds[1:]
        chance.choices(deeds, [4, 3, 2, 1, 1][: len(deeds)])[0]()


if __name__ == "__main__":
    sys.exit(main())

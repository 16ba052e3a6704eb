"""Two people at one queue at once: nothing is given to both, nothing lost, every conflict seen and resolved.

In: how many segments, and a seed; works with one title each are made up and drafted. Two processes, Kim's and
Lee's, review them through :class:`srcxlate.desk.review.Review` until nothing waits: each accepts, corrects,
returns and skips as the seed says, and now and then looks at an item until its lease is over, so that the
other takes it. Each writes a log of what it was given and what it was told. Out: a table, and what the logs,
the queue (read with sqlite3) and the files (read with yaml) say of it; exit status 1 if anything is wrong::

    python benchmarks/two_reviewers.py --items 2000
"""

import argparse
import json
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import yaml

PEOPLE = ("Kim", "Lee")
SLOW = 40.0
"""Milliseconds for a decision; what takes longer wants a look."""

Line = dict[str, Any]
"""A line of a log: what happened (`given`, `done`, `conflict`), when, and to which item."""


def main() -> int:
    """Prints a table; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--items", type=int, default=2000, help="segments that are made up")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lease", type=float, default=0.6, help="seconds that a claim holds")
    parser.add_argument(
        "--slow", type=int, help="how many items each looks at for too long; a 50th unless told"
    )
    parser.add_argument("--review", nargs=2, metavar=("FOLDER", "WHO"), help=argparse.SUPPRESS)
    told = parser.parse_args()
    slow = max(2, told.items // 50) if told.slow is None else told.slow
    if told.review:
        review(Path(told.review[0]), told.review[1], told.seed, slow / told.items * 2)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, told.items)
        began = time.monotonic()
        both = [start(root, who, told) for who in PEOPLE]
        failed = [process.wait() for process in both]
        seconds = time.monotonic() - began
        logs = {who: list(read_log(root, who)) for who in PEOPLE}
        faults = [
            f"{who}'s process ended with {status}"
            for who, status in zip(PEOPLE, failed, strict=True)
            if status
        ]
        faults += [
            *given_to_both(logs),
            *wrong_at_the_end(root, logs, told.items),
            *unresolved(logs),
            *unseen(logs),
        ]
        print_table(logs, told.items, seconds)
    for fault in faults:
        print(f"WRONG: {fault}")
    print(f"\n{len(faults)} faults")
    return bool(faults)


def start(root: Path, who: str, told: argparse.Namespace) -> "subprocess.Popen[bytes]":
    """One person's process."""
    words = [sys.executable, __file__, "--review", str(root), who, "--items", str(told.items)]
    words += ["--seed", str(told.seed)] + (["--slow", str(told.slow)] if told.slow is not None else [])
    return subprocess.Popen(words, env={**os.environ, "SRCXLATE_LEASE": str(told.lease)})


# -- a workspace ----------------------------------------------------------------------------------


def fill(root: Path, items: int) -> None:
    """A workspace with that many drafted segments, a work each."""
    from queue_growth import made_up, signed

    from srcxlate.desk.database import open_desk
    from srcxlate.sources import write_sources
    from srcxlate.workspace import make_workspace

    workspace = make_workspace(root)
    records = [made_up(number) for number in range(items)]
    write_sources(workspace.sources, records, [])
    with open_desk(workspace):
        from srcxlate.desk import queue

        queue.sync(records, "Kim")
        queue.keep_drafts([signed(text.text, text.segment) for text in queue.draftable()])


# -- one person -----------------------------------------------------------------------------------


def review(root: Path, who: str, seed: int, slow: float) -> None:
    """Reviews until nothing waits; what was skipped or is held by the other comes up again."""
    from srcxlate.desk.database import open_desk
    from srcxlate.workspace import find_workspace

    chance = random.Random(f"{seed} {who}")
    with open_desk(find_workspace(root)), (root / f"{who}.log").open("w") as log:
        from srcxlate.desk.review import Review

        sitting = Review(find_workspace(root), who)
        while waiting():
            while item := sitting.next():
                sit_at(
                    sitting, item, chance, slow, lambda **line: print(json.dumps(line), file=log, flush=True)
                )
            sitting.choose("all")
            time.sleep(0.1)
        sitting.close()


def waiting() -> bool:
    """Whether a draft waits for anybody: not what was returned, which waits for another day."""
    from srcxlate.desk.models import Segment, Status

    return Segment.objects.filter(status=Status.DRAFTED, returned="").exists()


def sit_at(sitting: Any, item: Any, chance: random.Random, slow: float, log: Any) -> None:
    """One item: looked at, for too long now and then, and decided."""
    from srcxlate.desk.decisions import LEASE, Conflict

    lease, late = LEASE.total_seconds(), chance.random() < slow
    place = item.segment.source
    log(did="given", item=place, at=time.time(), until=item.segment.claimed_until.timestamp(), late=late)
    if late:
        time.sleep(lease * (1.5 + chance.random()))
    began = time.perf_counter()
    kind = chance.choices(("accept", "correct", "return", "skip"), (50, 35, 5, 10))[0]
    text = f"{sitting.who}'s text of {place}, no. {chance.randrange(10**9)}"
    left = time.time()
    if kind == "skip":
        sitting.skip(item)
        log(did="skipped", item=place, at=left)
        return
    try:
        if kind == "accept":
            done = sitting.accept(item)
        elif kind == "return":
            done = sitting.give_back(item, "too literal")
        else:
            done = sitting.correct(item, text)
    except Conflict as conflict:
        settle(sitting, conflict, text, place, chance, log)
        return
    seconds = time.perf_counter() - began
    log(did="done", item=place, at=left, kind=kind, text=done.item.text, seconds=seconds)


def settle(sitting: Any, conflict: Any, mine: str, place: str, chance: random.Random, log: Any) -> None:
    """The other decided meanwhile: their text is seen, and mine kept or theirs taken."""
    while True:
        left = time.time()
        keep, theirs = chance.random() < 0.5, conflict.now.text
        log(
            did="conflict",
            item=place,
            at=left,
            theirs=theirs,
            mine=mine,
            keep=keep,
            said=str(conflict),
        )
        if not keep:
            log(did="taken", item=place, at=time.time(), text=theirs)
            return
        try:
            done = sitting.correct(conflict.now, mine)
        except type(conflict) as another:
            conflict = another
            continue
        log(did="done", item=place, at=left, kind="keep mine", text=done.item.text, seconds=None)
        return


# -- what came of it ------------------------------------------------------------------------------


def read_log(root: Path, who: str) -> Iterator[Line]:
    """A person's log."""
    for line in (root / f"{who}.log").read_text().splitlines():
        yield {**json.loads(line), "who": who}


def given_to_both(logs: dict[str, list[Line]]) -> Iterator[str]:
    """Items that one was given while the other held them: a claim ends when its item is left, or in time."""
    held: dict[str, tuple[str, float]] = {}
    lines = sorted((line for log in logs.values() for line in log), key=lambda line: line["at"])
    for line in lines:
        holder, until = held.get(line["item"], ("", 0.0))
        if line["did"] == "given":
            if holder not in ("", line["who"]) and line["at"] < until:
                yield f"{line['item']} was given to {line['who']} while {holder} had it"
            held[line["item"]] = (line["who"], line["until"])
        elif holder == line["who"]:
            del held[line["item"]]


def unseen(logs: dict[str, list[Line]]) -> Iterator[str]:
    """Items on which both decided, each without having seen what the other did."""
    spans: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for who, log in logs.items():
        for given, after in pairwise(log):
            if given["did"] == "given" and after["did"] == "done":
                spans[given["item"]].append((given["at"], after["at"], who))
    for item, found in spans.items():
        for (began, ended, who), (later, last, other) in combinations(sorted(found), 2):
            if who != other and later < ended and began < last:
                yield f"{item}: {who} and {other} decided at once, and neither was told"


def unresolved(logs: dict[str, list[Line]]) -> Iterator[str]:
    """Conflicts that do not show what the other wrote, or after which nothing follows."""
    wrote = {(line["item"], line["text"]) for log in logs.values() for line in log if line["did"] == "done"}
    for log in logs.values():
        for line, after in zip(log, [*log[1:], {}], strict=True):
            if line["did"] != "conflict":
                continue
            if "changed meanwhile by" not in line["said"]:
                yield f"a conflict on {line['item']} says {line['said']!r}"
            if (line["item"], line["theirs"]) not in wrote:
                yield f"a conflict on {line['item']} shows {line['theirs']!r}, which nobody wrote"
            if after.get("item") != line["item"]:
                yield f"a conflict on {line['item']} was not resolved"


def wrong_at_the_end(root: Path, logs: dict[str, list[Line]], items: int) -> Iterator[str]:
    """Where the history, what stands and the files are not what the two were told."""
    with closing(sqlite3.connect(root / ".srcxlate" / "desk.sqlite3")) as database:
        rows = {
            row[0]: row[1:]
            for row in database.execute(
                "SELECT s.source, s.status, c.text, c.who, a.who, s.claim FROM desk_segment s "
                "LEFT JOIN desk_revision c ON c.id = s.correction_id "
                "LEFT JOIN desk_revision a ON a.id = s.approval_id"
            )
        }
        history: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for source, who, text in database.execute(
            "SELECT s.source, r.who, r.text FROM desk_revision r JOIN desk_segment s ON s.id = r.segment_id "
            "WHERE r.text IS NOT NULL"
        ):
            history[source][who, text] += 1
    if len(rows) != items:
        yield f"{len(rows)} segments, {items} were made"
    wrote: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    last: dict[str, tuple[float, str]] = {}
    for line in (line for log in logs.values() for line in log if line["did"] == "done"):
        if line["kind"] != "return":
            wrote[line["item"]][line["who"], line["text"]] += 1
            last[line["item"]] = max(last.get(line["item"], (0.0, "")), (line["at"], line["text"]))
    for source, (status, text, who, approver, claim) in rows.items():
        if history[source] != wrote[source]:
            yield f"{source}: confirmed {dict(wrote[source])}, the history has {dict(history[source])}"
        if source in last and status in ("approved", "corrected") and text != last[source][1]:
            yield f"{source}: {last[source][1]!r} was confirmed last, {text!r} stands"
        if claim:
            yield f"{source} is still held by {claim}"
        path = root / "sources" / "ja" / f"{source}.en.yaml"
        entry = yaml.load(path.read_text(), yaml.BaseLoader)["segments"][0] if path.exists() else {}
        told = (entry.get("english"), entry.get("corrected_by"), entry.get("approved_by"))
        if told != (text, who, approver):
            yield f"{source}: the file says {told}, the queue {(text, who, approver)}"


def print_table(logs: dict[str, list[Line]], items: int, seconds: float) -> None:
    """Counts and times."""
    lines = sorted((line for log in logs.values() for line in log), key=lambda line: line["at"])
    done = [line for line in lines if line["did"] == "done"]
    costs = [line["seconds"] * 1e3 for line in done if line["seconds"]]
    conflicts = sum(line["did"] == "conflict" for line in lines)
    kept = sum(line["did"] == "done" and line["kind"] == "keep mine" for line in lines)
    waits = sum(line.get("late") or False for line in lines)
    print(f"{'segments':28} {items:8,}")
    for who, log in logs.items():
        print(f"{f'decisions of {who}':28} {sum(line['did'] == 'done' for line in log):8,}")
    print(f"{'items looked at too long':28} {waits:8,}")
    print(f"{'conflicts':28} {conflicts:8,}   ({kept} kept mine, {conflicts - kept} took theirs)")
    print(f"{'seconds':28} {seconds:8.1f}")
    print(f"{'items a second':28} {len(done) / seconds:8.1f}")
    for name, some in (("all", costs), ("the first 100", costs[:100]), ("the last 100", costs[-100:])):
        note = "   more than a person should wait" if median(some) > SLOW else ""
        print(f"{f'ms a decision, {name}':28} {median(some):8.1f}{note}")


def median(some: Sequence[float]) -> float:
    """The median; 0 of nothing."""
    return statistics.median(some) if some else 0.0


if __name__ == "__main__":
    sys.exit(main())

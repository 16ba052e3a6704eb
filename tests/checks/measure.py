"""What the checks find against what readers found, in the real report and in planted ones.

A finding and an entry of the truth agree if note and kind are the same. Of the truth, errors and warnings are
to be found; an entry marked doubtful counts neither as missed nor, if it is found, as a false alarm. Run as a
script, it prints the figures of each kind, then every miss and every false alarm::

    python tests/checks/measure.py even b
"""

import json
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from srcxlate.checks import Check, Finding
from srcxlate.checks.body import check_body
from srcxlate.checks.dates_checked import check_dates
from srcxlate.checks.links import check_links
from srcxlate.checks.marks_checked import check_marks
from srcxlate.checks.names_checked import check_names
from srcxlate.checks.numbers import check_numbers
from srcxlate.checks.omissions import check_omissions
from srcxlate.checks.romanisation import check_romanisation
from srcxlate.checks.variants import check_variants
from srcxlate.glossary import Glossary, read_glossary
from srcxlate.reports import Reading, open_report

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
DATA = HERE.parent / "data"
REAL_REPORT = REPOSITORY.parent / "shared" / "report" / "acri-2024-10.txt"

CHECKS: dict[str, tuple[Check, ...]] = {
    "number": (check_numbers,),
    "date-url": (check_dates,),
    "date-missing": (check_dates,),
    "url": (check_links,),
    "quote-mark": (check_marks,),
    "title-variant": (check_variants,),
    "romanisation": (check_romanisation,),
    "name": (check_names,),
    "omission": (check_omissions,),
    "body-note": (check_body,),
}
"""The checks that find each kind."""
Half = Literal[
    "even", "odd", "a", "b", "c", "d", "f", "e-odd", "e-even", "g-odd", "g-even", "h-odd", "h-even", "i-odd",
    "i-even",
]  # fmt: skip
"""The notes of the real report with even and with odd numbers, and the reports with planted mistakes."""
_SERIOUS = ("error", "warning")


@dataclass(frozen=True)
class Entry:
    """What a careful reader found."""

    note: int
    kind: str
    severity: str
    why: str
    doubtful: bool = False


@dataclass(frozen=True)
class Truth:
    """What is to be found in a report, or in the half of one."""

    reading: Reading
    entries: tuple[Entry, ...]
    notes: frozenset[int]
    """The notes that count."""
    clean: frozenset[int]
    """Of the planted reports, the notes that must raise no alarm."""


@dataclass(frozen=True)
class Measured:
    """How well the checks of some kinds do."""

    precision: float
    recall: float
    misses: tuple[Entry, ...]
    false: tuple[Finding, ...]
    """Errors and warnings that no entry bears out; in a planted report, those on clean notes."""

    @property
    def alarmed(self) -> int:
        """How many notes raise a false alarm."""
        return len({finding.place for finding in self.false})


@cache
def truth(half: Half) -> Truth:
    """The truth of one half; the other half's is not opened."""
    if half in ("even", "odd"):
        lines = (DATA / "acri" / f"findings-{half}.jsonl").read_text("utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        reading = open_report(REAL_REPORT)
        numbers = {note.number for note in reading.notes.notes}
        notes = frozenset(number for number in numbers if number % 2 == (half == "odd"))
        entries = tuple(Entry(r["note"], r["kind"], r["severity"], r["why"], r["doubtful"]) for r in rows)
        return Truth(reading, entries, notes, frozenset())
    told: Mapping[str, Any] = yaml.safe_load((DATA / "planted" / f"{half}.truth.yaml").read_text("utf-8"))
    report, _, parity = half.partition("-")
    reading = open_report(DATA / "planted" / f"{report}.txt")
    entries = tuple(Entry(m["note"], m["kind"], m["severity"], m["why"]) for m in told["mistakes"])
    numbers = {note.number for note in reading.notes.notes}
    notes = frozenset(number for number in numbers if not parity or number % 2 == (parity == "odd"))
    return Truth(reading, entries, notes, frozenset(told["clean"]))


@cache
def _glossary() -> Glossary:
    return read_glossary(REPOSITORY / "glossary")


@cache
def findings(check: Check, half: Half) -> tuple[Finding, ...]:
    """All that one check finds in the report of a half, the notes of the other half left out."""
    there = truth(half)
    found = check(there.reading, _glossary())
    return tuple(f for f in found if f.place is None or f.place[1] in there.notes)


def measure(kinds: Collection[str], half: Half) -> Measured:
    """Precision and recall of the checks of some kinds, with every miss and every false alarm.

    In a planted report an alarm is false on a clean note alone, as a mistake there may show in two ways.
    """
    there = truth(half)
    entries = [entry for entry in there.entries if entry.kind in kinds]
    checks = dict.fromkeys(check for kind in kinds for check in CHECKS[kind])
    found = [f for check in checks for f in findings(check, half) if f.kind in kinds]
    alarms = [f for f in found if f.severity in _SERIOUS and f.place is not None]
    if there.clean:
        sought = {(e.note, e.kind) for e in entries}
        raised = {(f.place[1], f.kind) for f in found if f.place}
    else:
        sought = {(e.note, e.kind) for e in entries if e.severity in _SERIOUS and not e.doubtful}
        raised = {(f.place[1], f.kind) for f in alarms if f.place}
    known = {(e.note, e.kind) for e in entries}
    doubtful = {(e.note, e.kind) for e in entries if e.doubtful} - {
        (e.note, e.kind) for e in entries if not e.doubtful
    }
    false = tuple(
        f for f in alarms
        if f.place and (f.place[1], f.kind) not in known and (not there.clean or f.place[1] in there.clean)
    )  # fmt: skip
    counted = {(f.place[1], f.kind) for f in alarms if f.place} - doubtful
    wrong = {(f.place[1], f.kind) for f in false if f.place}
    return Measured(
        precision=1 - len(wrong) / len(counted) if counted else 1.0,
        recall=len(sought & raised) / len(sought) if sought else 1.0,
        misses=tuple(e for e in entries if (e.note, e.kind) in sought - raised),
        false=false,
    )  # fmt: skip


def main(halves: Collection[Half]) -> None:
    """Prints the figures of each kind, then the misses and the false alarms."""
    for half in halves:
        for kinds in [[kind] for kind in CHECKS] + [list(CHECKS)]:
            told = measure(kinds, half)
            name = kinds[0] if len(kinds) == 1 else "all kinds"
            figures = f"precision {told.precision:.2f}  recall {told.recall:.2f}  alarmed {told.alarmed}"
            print(f"{half:5} {name:14} {figures}")
            if len(kinds) == 1:
                for entry in told.misses:
                    print(f"      missed {entry.note} {entry.severity}: {entry.why}")
                for finding in told.false:
                    print(f"      false  {finding.place} {finding.severity}: {finding.message}")


if __name__ == "__main__":
    main([half for half in get_args(Half) if half in sys.argv[1:]])

"""What a workspace holds, and what a person must find in it.

:func:`look` reads a workspace with plain sqlite3 and plain yaml, never through the code that is tried, and
says where files and queue do not agree. A :class:`Book` keeps what the terminal confirmed to a person, by
rules of its own for what each decision comes to.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

Place = tuple[str, str]
"""A work's id and a segment's key."""
Step = tuple[str, str, str, str | None]
"""What a person did: the status before, after, who, and the English where there was one."""
Fact = tuple[str, ...]
"""What stands beside the segments: a comment, a term, a term that was declined."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A segment as the queue has it, or as a person must find it."""

    status: str
    english: str | None = None
    corrected_by: str | None = None
    approved_by: str | None = None
    returned: str = ""
    steps: tuple[Step, ...] = ()
    """What people did with it, the oldest first."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a workspace holds."""

    standing: Mapping[Place, Standing]
    rows: Mapping[Place, Mapping[str, Any]]
    """The queue's segments with the steps that made their English."""
    last: Mapping[Place, datetime]
    """When the last step of each history was made."""
    facts: Counter[Fact]
    faults: tuple[str, ...]
    """Where files and queue, or a segment and its history, do not agree."""
    rest: tuple[str, ...]
    """Temporary files that nobody took away."""


_ROWS = """
SELECT s.source, s.key, s.language, s.original AS present, s.status, s.returned, s.claim,
       d.text AS draft, c.text AS english, c.original, c.digest, c.who AS corrected_by, c.at AS corrected_at,
       a.who AS approved_by, a.at AS approved_at, p.who AS published_by, p.at AS published_at
FROM desk_segment s LEFT JOIN desk_draft d ON d.id = s.draft_id
     LEFT JOIN desk_revision c ON c.id = s.correction_id LEFT JOIN desk_revision a ON a.id = s.approval_id
     LEFT JOIN desk_revision p ON p.id = s.publication_id
ORDER BY s.source, s."order" """
_STEPS = """
SELECT s.source, s.key, r.at, r.was, r.now, r.who, r.text
FROM desk_revision r JOIN desk_segment s ON s.id = r.segment_id ORDER BY r.id"""
_FACTS = """
SELECT 'comment', s.source, s.key, c.who, c.text
FROM desk_comment c JOIN desk_segment s ON s.id = c.segment_id
UNION ALL SELECT 'declined', original, english, who, '' FROM desk_declinedterm"""
_TOLD = (
    *("original", "digest", "english", "status", "corrected_by", "corrected_at"),
    *("approved_by", "approved_at", "published_by", "published_at", "returned"),
)


def look(folder: Path) -> Found:
    """Reads a workspace: the queue with sqlite3, the files with yaml."""
    with closing(sqlite3.connect(folder / ".srcxlate" / "desk.sqlite3", timeout=30)) as database:
        database.execute("BEGIN")  # one state, whatever is written meanwhile
        database.row_factory = sqlite3.Row
        rows = {(row["source"], row["key"]): dict(row) for row in database.execute(_ROWS)}
        steps: dict[Place, list[Step]] = defaultdict(list)
        last: dict[Place, datetime] = {}
        for source, key, at, was, now, who, text in database.execute(_STEPS):
            steps[source, key].append((was, now, who, text))
            last[source, key] = datetime.fromisoformat(f"{at[:19]}+00:00")
        facts: Counter[Fact] = Counter(tuple(row) for row in database.execute(_FACTS))
    facts.update(_terms(folder))
    files = {
        path.name.removesuffix(".en.yaml"): _entries(path) for path in folder.glob("sources/*/*.en.yaml")
    }
    faults = [*_split(rows, files), *_broken(rows, steps)]
    standing = {place: _standing(row, steps[place]) for place, row in rows.items()}
    rest = tuple(sorted(str(path.relative_to(folder)) for path in folder.rglob(".*.tmp")))
    return Found(standing, rows, last, facts, tuple(faults), rest)


def _standing(row: Mapping[str, Any], steps: Sequence[Step]) -> Standing:
    people = tuple(step for step in steps if step[0] and not step[2].startswith("argos "))
    return Standing(
        row["status"], row["english"], row["corrected_by"], row["approved_by"], row["returned"], people
    )


def _terms(folder: Path) -> Iterator[Fact]:
    """The terms that came into the glossary by a review."""
    for path in folder.glob("glossary/*.yaml"):
        for entry in yaml.load(path.read_text(), yaml.CBaseLoader):
            if entry.get("authority", "").endswith(", in review"):
                yield "term", entry["original"], entry["english"]


def _entries(path: Path) -> tuple[str, list[dict[str, str]]]:
    record = yaml.load(path.read_text(), yaml.CBaseLoader)
    assert record["id"] == path.name.removesuffix(".en.yaml")
    return path.parent.name, record["segments"]


def told(row: Mapping[str, Any]) -> dict[str, str]:
    """A segment's entry as its file must have it, by the queue."""
    entry = {"segment": row["key"]}
    if row["english"] is not None:
        values = {name: row[name] for name in _TOLD if row[name]}
        entry |= {name: _written(value) if name.endswith("_at") else value for name, value in values.items()}
    return entry


def _written(moment: str) -> str:
    return moment.replace(" ", "T")[:19] + "Z"


def _split(
    rows: Mapping[Place, Mapping[str, Any]], files: Mapping[str, tuple[str, list[dict[str, str]]]]
) -> Iterator[str]:
    """Where a file and the queue do not say the same."""
    works: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for (source, _), row in rows.items():
        works[source].append(row)
    for source in files.keys() - works.keys():
        yield f"{source}: a file, and no such work in the queue"
    for source, segments in works.items():
        entries = [told(row) for row in segments]
        if source not in files:
            if any(len(entry) > 1 for entry in entries):
                yield f"{source}: no file holds {entries}"
            continue
        language, written = files[source]
        if language != segments[0]["language"]:
            yield f"{source}: is {segments[0]['language']}, its file lies in {language}"
        if written != entries:
            yield f"{source}: the file says {written}, the queue {entries}"


def _broken(rows: Mapping[Place, Mapping[str, Any]], steps: Mapping[Place, Sequence[Step]]) -> Iterator[str]:
    """Where a history is no chain that leads to the status and the English that stand."""
    for place, row in rows.items():
        was = ""
        for step in steps[place]:
            if step[0] != was:
                yield f"{place}: {step} follows on {was!r}"
            was = step[1]
        if was != row["status"]:
            yield f"{place}: is {row['status']}, its history ends with {was!r}"


# -- what the person was told ---------------------------------------------------------------------


@dataclass(slots=True)
class Book:
    """What the terminal confirmed, and what was sent and is not confirmed yet."""

    standing: dict[Place, Standing]
    facts: Counter[Fact]
    when: dict[Place, tuple[str | None, str | None]]
    """When each text was corrected and approved."""
    sent: dict[Place, Standing] = field(default_factory=dict)
    sent_fact: Fact | None = None
    since: datetime = field(default_factory=lambda: _second(datetime.now(UTC)))
    """When that was sent."""
    fresh: dict[Place, datetime] = field(default_factory=dict)
    """What was confirmed since the last look, and when it was sent."""

    @classmethod
    def begin(cls, folder: Path) -> "Book":
        """A new book on what stands."""
        found = look(folder)
        return cls(dict(found.standing), Counter(found.facts), _times(found))

    def send(self, after: Mapping[Place, Standing], fact: Fact | None = None) -> None:
        """Notes what must stand once it is confirmed."""
        self.sent, self.sent_fact = dict(after), fact
        self.since = _second(datetime.now(UTC))

    def confirm(self) -> None:
        """The terminal said so."""
        self.standing |= self.sent
        self.fresh |= dict.fromkeys(self.sent, self.since)
        if self.sent_fact:
            self.facts[self.sent_fact] += 1
        self.send({})

    def settle(self, found: Found) -> None:
        """What was sent and not confirmed may be there or not: taken as it is found, each segment."""
        if self.sent_fact:
            self.facts[self.sent_fact] += found.facts[self.sent_fact] == self.facts[self.sent_fact] + 1
        for place, after in self.sent.items():
            if found.standing[place] == after:
                self.standing[place] = after
                self.fresh[place] = self.since
        self.sent, self.sent_fact = {}, None

    def faults(self, found: Found) -> list[str]:
        """Where the workspace is not what was confirmed; what was just confirmed is of just now."""
        faults = list(found.faults)
        for place in found.standing.keys() | self.standing.keys():
            mine, theirs = self.standing.get(place), found.standing.get(place)
            if mine != theirs:
                faults.append(f"{unlike(mine, theirs)}: {place}: confirmed {mine}, found {theirs}")
        faults += [f"lost: {fact}" for fact in self.facts - found.facts]
        faults += [f"doubled: {fact}" for fact in found.facts - self.facts]
        times, moment = _times(found), datetime.now(UTC)
        for place, moments in times.items():
            if place in self.fresh and not self.fresh[place] <= found.last[place] <= moment:
                faults.append(f"{place}: sent at {self.fresh[place]}, done at {found.last[place]}")
            if place not in self.fresh and moments != self.when[place]:
                faults.append(f"{place}: was of {self.when[place]}, is of {moments}")
        self.when = times
        self.fresh.clear()
        return faults


def unlike(mine: Standing | None, theirs: Standing | None) -> str:
    """What became of a segment that is not as it was confirmed: lost, doubled, changed."""
    confirmed, found = Counter(mine.steps if mine else ()), Counter(theirs.steps if theirs else ())
    if theirs is None or confirmed - found:
        return "lost"
    return "doubled" if found - confirmed else "changed"


def _second(moment: datetime) -> datetime:
    return moment.replace(microsecond=0)


def _times(found: Found) -> dict[Place, tuple[str | None, str | None]]:
    return {place: (row["corrected_at"], row["approved_at"]) for place, row in found.rows.items()}


def written(now: Standing, text: str, who: str, *, own: bool) -> Standing:
    """A segment after a person's text; approved too where one may approve one's own work."""
    steps: list[Step] = [(now.status, "corrected", who, text)]
    if own:
        steps.append(("corrected", "approved", who, None))
    return Standing(steps[-1][1], text, who, who if own else None, steps=(*now.steps, *steps))


def approved(now: Standing, who: str) -> Standing:
    """A corrected segment after it was approved."""
    step: Step = ("corrected", "approved", who, None)
    return replace(now, status="approved", approved_by=who, returned="", steps=(*now.steps, step))


def given_back(now: Standing, reason: str, who: str) -> Standing:
    """A segment after it was returned."""
    status = "drafted" if now.status == "drafted" else "corrected"
    step: Step = (now.status, status, who, None)
    return replace(now, status=status, approved_by=None, returned=reason, steps=(*now.steps, step))


def taken_back(now: Standing, before: Standing, who: str) -> Standing:
    """A segment after a decision was taken back: as before, and the history knows both."""
    way = [now.status, before.status]
    if now.status == "approved" and before.status in ("drafted", "undrafted"):
        way.insert(1, "corrected")
    steps: list[Step] = [(was, to, who, None) for was, to in pairwise(way)]
    return replace(before, steps=(*now.steps, *steps))

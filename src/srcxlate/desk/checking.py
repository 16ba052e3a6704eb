"""The check of a report at the desk: with the texts at hand, and with what people said before.

In come a workspace and a report, out comes the editor's list; and what a person says of a finding or a
quotation is kept, with their name, until either wording changes. Nothing here drafts. What the last check of
a report saw is kept in the cache, for as long as nothing that it rests on is another: so a dismissal need not
check anew, and never names a finding that is not there any more.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal, TypeVar

from django.db import transaction
from pydantic import TypeAdapter

import srcxlate
from srcxlate.cache import opened
from srcxlate.checks.quotations import Original
from srcxlate.checks.quoted import Passage
from srcxlate.desk import listing, models
from srcxlate.desk.models import Segment
from srcxlate.errors import Fault, Faults
from srcxlate.files import read_text
from srcxlate.findings import Checked, Judgement, Listing, check_report, listing_of
from srcxlate.findings.rows import Row, judged, listing_rows
from srcxlate.glossary import read_glossary
from srcxlate.reports import LARGEST, Reading, open_report
from srcxlate.sources import Source, read_sources
from srcxlate.workspace import Workspace

T = TypeVar("T")
State = models.Judgement.State
SHORTEST = 6
"""Digits of a key that must be given, if they are enough to tell it from the others."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a check of a report saw, as plain values."""

    rows: dict[str, Any]
    """As :func:`srcxlate.findings.rows.listing_rows` gives them."""
    warnings: tuple[str, ...]
    """What is odd about the report's notes."""
    undrafted: int
    """How many sentences, of the texts that quotations were compared with, have no English."""


_SEEN = TypeAdapter(Seen)


def look(workspace: Workspace, report: Path, encoding: str = "utf-8", since: Path | None = None) -> Seen:
    """Checks a report, or gives what its last check saw where all that it rests on is as it was.

    :param since: an earlier version, against which findings are new, kept or gone; it is checked every time.
    :raises Fault: a report cannot be read; something is wrong with a record or the glossary.
    """

    def checked(before: Reading | None = None) -> Seen:
        reading = open_report(report, encoding)
        there = examine(workspace, reading, before)
        rows = listing_rows(there, read_glossary(workspace.glossary, workspace.cache))
        return Seen(rows, tuple(map(str, reading.notes.warnings)), undrafted(there))

    if since:
        seen = checked(open_report(since, encoding))
    else:
        with opened(workspace.cache.with_name("checks.sqlite3")) as known:
            seen = known.parsed(
                report.absolute(),
                f"check {encoding} {_rests_on(workspace)}",
                _SEEN,
                lambda: read_text(report, encoding=encoding, largest=LARGEST),
                lambda _: checked(),
            )
    return Seen(judged(seen.rows, judgements()), seen.warnings, seen.undrafted)


def _rests_on(workspace: Workspace) -> str:
    """A digest of all that a check rests on but the report: works, texts and their English, terms, code."""
    whole = sha256()
    for path in sorted(workspace.glossary.glob("*.yaml")):
        whole.update(path.read_bytes() + b"\0")
    for record in _records(workspace):
        whole.update(record.model_dump_json().encode() + b"\0")
    for source, passage in sorted(_passages().items()):
        whole.update(f"{source}\0{passage.language}\0".encode())
        for sentence in passage.sentences:
            whole.update(f"{sentence.text}\0{sentence.draft}\0".encode())
    for line in _code():
        whole.update(f"{line}\0".encode())
    return whole.hexdigest()


def _code() -> list[str]:
    """The program and the dictionaries that it uses: its files as they stand, and the packages' versions."""
    own = Path(srcxlate.__file__).parent
    files = ((path.relative_to(own), path.stat()) for path in own.rglob("*") if path.suffix != ".pyc")
    told = [f"{name} {status.st_size} {status.st_mtime_ns}" for name, status in files if name.suffix]
    folders = (Path(entry) for entry in sys.path if entry.endswith("-packages"))
    return sorted([*told, *(path.name for folder in folders for path in folder.glob("*.dist-info"))])


def _records(workspace: Workspace) -> list[Source]:
    """The works that are known."""
    return listing.known_records(read_sources(workspace.sources, workspace.cache))


def examine(workspace: Workspace, reading: Reading, before: Reading | None = None) -> Listing:
    """Checks a report as it was read, whatever a check saw before.

    :param before: an earlier version, against which findings are new, kept or gone.
    :raises Fault: something is wrong with a record or the glossary.
    """
    glossary = read_glossary(workspace.glossary, workspace.cache)
    records = _records(workspace)
    passages = _passages()

    def checked(version: Reading) -> Checked:
        return check_report(version, records, passages, glossary)

    return listing_of(checked(reading), judgements(), checked(before) if before else None)


def _passages() -> dict[str, Passage]:
    """The texts at hand, by work: each sentence with a person's English if there is one, or its draft."""
    found: dict[str, list[Segment]] = {}
    for segment in listing.of_texts():
        found.setdefault(segment.source, []).append(segment)
    return {
        source: Passage(segments[0].language, tuple(map(_original, segments)))
        for source, segments in found.items()
    }


def _original(segment: Segment) -> Original:
    draft = segment.draft.text if segment.draft else ""
    english = None if segment.stale else segment.english
    return Original(segment.original, english or draft)


def undrafted(there: Listing) -> int:
    """How many sentences, of the texts that quotations were compared with, have no English."""
    compared = {one.work.id: one.passage for one in there.quoted if one.work and one.passage}
    return sum(not sentence.draft for passage in compared.values() for sentence in passage.sentences)


def ended(there: Seen) -> list[Row]:
    """The quotations whose sign-off ended when their work's text came: now they can be compared."""
    known = {row["key"] for row in there.rows["quotes"]}
    before = {
        row.printed
        for row in _last().values()
        if row.state == State.SIGNED_OFF and row.message.startswith("no-text") and row.key not in known
    }
    return [
        row
        for row in there.rows["quotes"]
        if row["quote"] in before and row["verdict"] != "no-text" and not row["signed_off"]
    ]


# -- what people said ------------------------------------------------------------------------------


def judgements() -> dict[str, Judgement]:
    """What holds, by key."""
    return {key: _as_it_holds(row) for key, row in _last().items() if row.state != State.REOPENED}


def _last() -> dict[str, models.Judgement]:
    """What was said last, by key."""
    return {row.key: row for row in said()}


def _as_it_holds(row: models.Judgement) -> Judgement:
    state: Literal["dismissed", "signed-off"] = "signed-off"
    if row.state == State.DISMISSED:
        state = "dismissed"
    return Judgement(state, row.who, row.at, row.reason)


def said() -> list[models.Judgement]:
    """All that was ever said, the oldest first."""
    return list(models.Judgement.objects.order_by("pk"))


def judgement_row(row: models.Judgement) -> dict[str, str]:
    """What ``findings list --json`` prints of one."""
    names = ("key", "state", "who", "reason", "kind", "printed", "original", "message")
    return {"at": row.at.isoformat(), **{name: getattr(row, name) for name in names}}


def dismiss(there: Seen, keys: Sequence[str], who: str, reason: str) -> list[Row]:
    """Marks findings as no faults; gives their rows.

    :param keys: of findings, each whole or its first digits.
    :raises Faults: a key that none or several have; no reason.
    """
    if not reason.strip():
        raise Fault("a dismissal wants a reason: others read it", mend="Give one: --reason '…'.")
    found = _chosen(keys, {row["key"]: row for row in there.rows["findings"]}, "finding", "srcxlate check")
    same = ("key", "kind", "printed", "message")
    _keep(
        models.Judgement(
            state=State.DISMISSED,
            who=who,
            reason=reason.strip(),
            original=row["original"] or "",
            **{name: row[name] for name in same},
        )
        for row in found
    )
    return found


def sign_off(there: Seen, keys: Sequence[str], who: str, remark: str = "") -> list[Row]:
    """Marks quotations as compared and fit for print; gives their rows.

    :param keys: of quotations, each whole or its first digits.
    :raises Faults: a key that none or several have.
    """
    known = {row["key"]: row for row in there.rows["quotes"]}
    found = _chosen(keys, known, "quotation", "srcxlate check --all")
    _keep(_signed_off(row, who, remark.strip()) for row in found)
    return found


def _signed_off(row: Row, who: str, remark: str) -> models.Judgement:
    title = row["original_title"]
    return models.Judgement(
        key=row["key"],
        state=State.SIGNED_OFF,
        who=who,
        reason=remark,
        kind="quotation",
        printed=row["quote"],
        original=" ".join(sentence["original"] for sentence in row["sentences"]),
        message=f"{row['verdict']}: {title}" if title else row["verdict"],
    )


def reopen(keys: Sequence[str], who: str, reason: str = "") -> list[models.Judgement]:
    """Takes back what was said; gives what held until then.

    :param reason: why; kept with it.
    :raises Faults: a key of which nothing is said.
    """
    standing = {key: row for key, row in _last().items() if row.state != State.REOPENED}
    found = _chosen(keys, standing, "judgement that holds", "srcxlate findings list")
    same = ("key", "kind", "printed", "original", "message")
    _keep(
        models.Judgement(
            state=State.REOPENED,
            who=who,
            reason=reason.strip(),
            **{name: getattr(row, name) for name in same},
        )
        for row in found
    )
    return found


def _chosen(keys: Sequence[str], known: Mapping[str, T], what: str, where: str) -> list[T]:
    """What has these keys, each once.

    :param where: the command that lists them.

    :raises Faults: for each key that none has, or several.
    """
    faults: list[Fault] = []
    found: dict[str, T] = {}
    for key in keys:
        like = [name for name in known if name.startswith(key.lower())]
        if len(like) == 1 and len(key) >= SHORTEST:
            found[like[0]] = known[like[0]]
        elif like:
            mend = f"Give its first {SHORTEST} digits or more, so many that no other begins alike."
            faults.append(Fault(f"{key!r} is too short to name one {what}", mend=mend))
        else:
            mend = f"'{where}' lists them; a key is another one once its wording changed."
            faults.append(Fault(f"no {what} has the key {key!r}", mend=mend))
    if faults:
        raise Faults(faults)
    return list(found.values())


@transaction.atomic
def _keep(rows: Iterable[models.Judgement]) -> None:
    models.Judgement.objects.bulk_create(rows)

"""The check of a report at the desk: with the texts at hand, and with what people said before.

In come a workspace and a report as it was read, out comes the editor's list; and what a person says of a
finding or a quotation is kept, with their name, until either wording changes. Nothing here drafts.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeVar

from django.db import transaction

from srcxlate.checks.quotations import Original
from srcxlate.checks.quoted import Passage, Quoted
from srcxlate.desk import listing, models
from srcxlate.desk.models import Segment
from srcxlate.errors import Fault, Faults
from srcxlate.findings import Checked, Judgement, Listed, Listing, check_report, listing_of
from srcxlate.glossary import read_glossary
from srcxlate.reports import Reading
from srcxlate.sources import read_sources
from srcxlate.workspace import Workspace

T = TypeVar("T")
State = models.Judgement.State
SHORTEST = 6
"""Digits of a key that must be given, if they are enough to tell it from the others."""


def examine(workspace: Workspace, reading: Reading, before: Reading | None = None) -> Listing:
    """Checks a report.

    :param before: an earlier version, against which findings are new, kept or gone.
    :raises Fault: something is wrong with a record or the glossary.
    """
    glossary = read_glossary(workspace.glossary, workspace.cache)
    records = listing.known_records(read_sources(workspace.sources, workspace.cache))
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


# -- what people said ------------------------------------------------------------------------------


def judgements() -> dict[str, Judgement]:
    """What holds, by key."""
    last = {row.key: row for row in models.Judgement.objects.order_by("pk")}
    return {key: _as_it_holds(row) for key, row in last.items() if row.state != State.REOPENED}


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


def dismiss(there: Listing, keys: Sequence[str], who: str, reason: str) -> list[Listed]:
    """Marks findings as no faults.

    :param keys: of findings, each whole or its first digits.
    :raises Faults: a key that none or several have; no reason.
    """
    if not reason.strip():
        raise Fault("a dismissal wants a reason: others read it", mend="Give one: --reason '…'.")
    found = _chosen(keys, {one.finding.key: one for one in there.findings}, "finding", "srcxlate check")
    _keep(_of_finding(one, State.DISMISSED, who, reason.strip()) for one in found)
    return found


def sign_off(there: Listing, keys: Sequence[str], who: str, remark: str = "") -> list[Quoted]:
    """Marks quotations as compared and fit for print.

    :param keys: of quotations, each whole or its first digits.
    :raises Faults: a key that none or several have.
    """
    found = _chosen(keys, {one.key: one for one in there.quoted}, "quotation", "srcxlate check --json")
    _keep(_of_quotation(one, State.SIGNED_OFF, who, remark.strip()) for one in found)
    return found


def reopen(keys: Sequence[str], who: str) -> list[models.Judgement]:
    """Takes back what was said; gives what held until then.

    :raises Faults: a key of which nothing is said.
    """
    last = {row.key: row for row in said()}
    standing = {key: row for key, row in last.items() if row.state != State.REOPENED}
    found = _chosen(keys, standing, "judgement that holds", "srcxlate findings list")
    same = ("key", "kind", "printed", "original", "message")
    _keep(
        models.Judgement(state=State.REOPENED, who=who, **{name: getattr(row, name) for name in same})
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


def _of_finding(one: Listed, state: str, who: str, reason: str) -> models.Judgement:
    finding = one.finding
    return models.Judgement(
        key=finding.key,
        state=state,
        who=who,
        reason=reason,
        kind=finding.kind,
        printed=finding.printed,
        original=finding.original or "",
        message=finding.message,
    )


def _of_quotation(one: Quoted, state: str, who: str, reason: str) -> models.Judgement:
    return models.Judgement(
        key=one.key,
        state=state,
        who=who,
        reason=reason,
        kind="quotation",
        printed=one.quote.text,
        original=" ".join(sentence.text for sentence in one.sentences),
        message=f"{one.verdict}: {one.work.title}" if one.work else one.verdict,
    )


@transaction.atomic
def _keep(rows: Iterable[models.Judgement]) -> None:
    models.Judgement.objects.bulk_create(rows)

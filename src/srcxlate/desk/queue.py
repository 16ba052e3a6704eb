"""The queue's rules, and the only code that changes a segment's status.

In come source records, drafts and decisions; out come the segments as they stand. Every change is a
transaction that adds a :class:`~srcxlate.desk.models.Revision`. A move that the table does not hold is
refused with a sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Count

from srcxlate.desk.models import Draft, EngineChoice, Revision, Segment, Status
from srcxlate.errors import Fault
from srcxlate.sources import Source

MOVES: Mapping[str, frozenset[str]] = {
    Status.UNDECIDED: frozenset({Status.UNDRAFTED}),
    Status.UNDRAFTED: frozenset({Status.DRAFTED}),
    Status.DRAFTED: frozenset({Status.CORRECTED, Status.DRAFTED, Status.UNDRAFTED}),
    Status.CORRECTED: frozenset({Status.APPROVED, Status.CORRECTED}),
    Status.APPROVED: frozenset({Status.PUBLISHED, Status.CORRECTED}),
    Status.PUBLISHED: frozenset({Status.CORRECTED}),
}
"""From each status, where it may go. A draft is redrafted in place when what it was made from changes,
and is no current draft any more (undrafted) when its original changes."""

_BATCH = 500
"""Rows to one statement; SQLite takes 32,766 parameters."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A segment as the sources hold it."""

    source: str
    key: str
    order: int
    language: str
    script: str
    original: str
    romanised: str
    printed: str
    record: dict[str, Any] | None

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the original."""
        return digest(self.original)


@dataclass(frozen=True, slots=True)
class Synced:
    """What bringing the queue in line with the sources changed; counts of segments."""

    added: int
    changed: int
    unlisted: int


@dataclass(frozen=True, slots=True)
class Made:
    """A draft to keep, for all segments that wait for it."""

    key: str
    text: str
    engine: str
    model: str
    model_digest: str
    options: str
    terms: list[dict[str, Any]]
    flags: list[str]


def digest(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def segments_of(source: Source) -> Iterator[Wanted]:
    """The segments of a source record: its title, and the titles of what it stands in."""
    record = source.model_dump(mode="json", exclude_defaults=True) if source.language == "und" else None
    parts = [("title", source.title, source.romanised, source.english)]
    parts += [
        ("container" if number == 1 else f"container-{number}", c.title, c.romanised, c.english)
        for number, c in enumerate(source.containers, 1)
    ]
    for order, (key, original, romanised, english) in enumerate(parts):
        yield Wanted(source.id, key, order, source.language, source.script or "", original, romanised or "", english or "", record)


@transaction.atomic
def sync(records: Iterable[Source], who: str) -> Synced:
    """Brings the queue in line with the source records: adds, updates and unlists segments.

    An original that changed loses a draft that nobody corrected; a person's text stays and is stale.
    """
    wanted = {(w.source, w.key): w for record in records for w in segments_of(record)}
    present = {(s.source, s.key): s for s in Segment.objects.filter(key__regex=r"^(title|container)")}
    new = [
        Segment(source=w.source, key=w.key, status=Status.UNDECIDED if w.language == "und" else Status.UNDRAFTED, **_facts(w))
        for place, w in wanted.items()
        if place not in present
    ]
    for segment in Segment.objects.bulk_create(new, batch_size=_BATCH):
        _note(segment, who, "", segment.status)
    changed = 0
    for place, w in wanted.items():
        segment = present.get(place)
        if segment is None or all(getattr(segment, name) == value for name, value in {**_facts(w), "listed": True}.items()):
            continue
        changed += 1
        reworded = segment.digest != w.digest
        for name, value in _facts(w).items():
            setattr(segment, name, value)
        segment.listed = True
        if segment.status == Status.UNDECIDED and w.language != "und":
            _move(segment, Status.UNDRAFTED, who, reason=f"language: {w.language}")
        elif segment.status == Status.DRAFTED and reworded:
            segment.draft = None
            _move(segment, Status.UNDRAFTED, who, reason="the original changed")
        else:
            segment.save()
    gone = [s.pk for place, s in present.items() if place not in wanted and s.listed]
    Segment.objects.filter(pk__in=gone).update(listed=False)
    return Synced(len(new), changed, len(gone))


def _facts(w: Wanted) -> dict[str, Any]:
    return {"order": w.order, "language": w.language, "script": w.script, "original": w.original, "digest": w.digest,
            "romanised": w.romanised, "printed": w.printed, "record": w.record}


def _move(segment: Segment, to: str, who: str, *, text: str | None = None, reason: str = "") -> None:
    """Changes a segment's status and adds the revision; both or neither.

    :raises Fault: the table does not hold the move.
    """
    if to not in MOVES[segment.status]:
        raise Fault(f"{segment.source} {segment.key} is {segment.status}; it cannot become {to}",
                    mend=f"From {segment.status} it can become {' or '.join(sorted(MOVES[segment.status]))}.")
    with transaction.atomic():
        was, segment.status = segment.status, to
        segment.save()
        _note(segment, who, was, to, text=text, reason=reason)


def _note(segment: Segment, who: str, was: str, now: str, *, text: str | None = None, reason: str = "") -> None:
    Revision.objects.create(segment=segment, who=who, was=was, now=now, text=text, draft=segment.draft, reason=reason)


def open_records() -> list[Source]:
    """The works whose language is open: they have no file, the queue holds their records."""
    held = Segment.objects.filter(status=Status.UNDECIDED, key="title", listed=True, record__isnull=False)
    return [Source.model_validate(segment.record) for segment in held]


def find(source: str) -> list[Segment]:
    """A source's segments in their order."""
    return list(Segment.objects.filter(source=source, listed=True).select_related("draft").order_by("order"))


def listing(*, language: str | None = None, status: str | None = None, sources: Sequence[str] = ()) -> list[Segment]:
    """The segments of the queue: those that want a person first, then by source and order."""
    found = Segment.objects.filter(listed=True).select_related("draft")
    if language:
        found = found.filter(language=language)
    if status:
        found = found.filter(status=status)
    if sources:
        found = found.filter(source__in=sources)
    ranks = {status: rank for rank, status in enumerate(Status.values)}
    return sorted(found, key=lambda s: (ranks[s.status], -len(risks(s)), s.source, s.order))


def risks(segment: Segment) -> list[str]:
    """Why a person should look at a draft early: the engine's flags and the terms it lost, in words."""
    if segment.draft is None:
        return []
    lost = [f"term {term['original']} should be {term['english']!r}" for term in segment.draft.terms if not term["kept"]]
    return [_FLAGS.get(flag, flag) for flag in segment.draft.flags] + lost


_FLAGS = {
    "cut": "the draft was cut: the text is too long for the model",
    "loop": "the draft repeated itself and was cut",
    "refusal": "the model refused",
    "leftover": "original script is left in the draft",
    "empty": "the draft is empty",
}


def counts() -> dict[str, int]:
    """How many listed segments have each status; statuses without any are left out."""
    rows = Segment.objects.filter(listed=True).values_list("status").annotate(Count("pk"))
    found = dict(rows)
    return {status: found[status] for status in Status.values if status in found}


def counts_by_language() -> dict[str, dict[str, int]]:
    """How many listed segments each language has in each status; languages without any are left out."""
    table: dict[str, dict[str, int]] = {}
    rows = Segment.objects.filter(listed=True).values_list("language", "status").annotate(Count("pk"))
    for language, status, number in rows:
        table.setdefault(language, {})[status] = number
    return {language: table[language] for language in ("ja", "ko", "zh", "und") if language in table}


def draftable(sources: Sequence[str] = ()) -> list[Segment]:
    """The segments that may get a draft: undrafted, or drafted by an engine and touched by nobody."""
    found = Segment.objects.filter(listed=True, status__in=(Status.UNDRAFTED, Status.DRAFTED)).select_related("draft")
    if sources:
        found = found.filter(source__in=sources)
    return list(found.order_by("source", "order"))


def known_drafts(keys: Iterable[str]) -> dict[str, Draft]:
    """The stored drafts among the keys."""
    wanted = list(keys)
    found: dict[str, Draft] = {}
    for start in range(0, len(wanted), _BATCH):
        found.update({d.key: d for d in Draft.objects.filter(key__in=wanted[start : start + _BATCH])})
    return found


@transaction.atomic
def keep_drafts(made: Iterable[tuple[Made, Sequence[int]]]) -> int:
    """Stores drafts and makes each the current one of its segments (by primary key).

    A segment that a person took meanwhile keeps the person's text. Gives how many segments were drafted.
    """
    drafted = 0
    for one, segments in made:
        draft, _ = Draft.objects.get_or_create(key=one.key, defaults={
            "text": one.text, "engine": one.engine, "model": one.model, "model_digest": one.model_digest,
            "options": one.options, "terms": one.terms, "flags": one.flags})
        drafted += attach(draft, segments)
    return drafted


@transaction.atomic
def attach(draft: Draft, segments: Sequence[int]) -> int:
    """Makes a stored draft the current one of segments (by primary key) that wait for one."""
    drafted = 0
    waiting = (Status.UNDRAFTED, Status.DRAFTED)
    for segment in Segment.objects.filter(pk__in=segments, status__in=waiting).exclude(draft=draft):
        segment.draft = draft
        _move(segment, Status.DRAFTED, f"{draft.engine} {draft.model}")
        drafted += 1
    return drafted


def chosen_engines() -> dict[str, str]:
    """The model that drafts each language here, as it was resolved."""
    return dict(EngineChoice.objects.values_list("language", "model"))


@transaction.atomic
def choose_engines(choice: Mapping[str, str]) -> None:
    """Keeps which model drafts which language."""
    for language, model in choice.items():
        EngineChoice.objects.update_or_create(language=language, defaults={"model": model})

"""The queue's rules, and the only code that changes a segment's status.

In come source records, drafts and decisions; out come the segments as they stand. Every change is a
transaction that adds a :class:`~srcxlate.desk.models.Revision`. A move that the table does not hold is
refused with a sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction
from django.db.models import Count, Q

from srcxlate.desk.models import Draft, EngineChoice, Revision, Segment, Status
from srcxlate.drafts import SignedDraft, Text
from srcxlate.errors import Fault
from srcxlate.languages import NAMES
from srcxlate.sources import Source

MOVES: Mapping[str, frozenset[str]] = {
    Status.UNDECIDED: frozenset({Status.UNDRAFTED}),
    Status.UNDRAFTED: frozenset({Status.DRAFTED, Status.UNDECIDED}),
    Status.DRAFTED: frozenset({Status.CORRECTED, Status.DRAFTED, Status.UNDRAFTED, Status.UNDECIDED}),
    Status.CORRECTED: frozenset({Status.APPROVED, Status.CORRECTED}),
    Status.APPROVED: frozenset({Status.PUBLISHED, Status.CORRECTED}),
    Status.PUBLISHED: frozenset({Status.CORRECTED}),
}
"""From each status, where it may go. A draft is redrafted in place when what it was made from changes, is
no current draft any more (undrafted) when its original changes, and waits for a decision again (undecided)
when a person removed the file of a work whose language nothing else tells. A person's text stays."""

_WAITING = (Status.UNDRAFTED, Status.DRAFTED)
"""Where an engine may still write."""
_PERSON_S = (Status.CORRECTED, Status.APPROVED, Status.PUBLISHED)
"""Where a person's text is."""
_BATCH = 500
"""Rows to one statement; SQLite takes 32,766 parameters."""
_FACTS = ("order", "language", "script", "original", "digest", "romanised", "printed", "record", "listed")
"""The fields of a segment that its source record tells."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What bringing the queue in line with the sources changed; counts of segments."""

    added: int
    changed: int
    unlisted: int


def digest(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


# -- from the sources ----------------------------------------------------------------------------


def segments_of(source: Source) -> Iterator[Segment]:
    """The segments of a source record, not saved: its title, and the titles of what it stands in."""
    is_open = source.language == "und"
    record = source.model_dump(mode="json", exclude_defaults=True) if is_open else None
    parts = [("title", source.title, source.romanised, source.english)]
    parts += [
        ("container" if number == 1 else f"container-{number}", c.title, c.romanised, c.english)
        for number, c in enumerate(source.containers, 1)
    ]
    for order, (key, original, romanised, english) in enumerate(parts):
        yield Segment(
            source=source.id,
            key=key,
            order=order,
            language=source.language,
            script=source.script or "",
            original=original,
            digest=digest(original),
            romanised=romanised or "",
            printed=english or "",
            record=record if key == "title" else None,
            status=Status.UNDECIDED if is_open else Status.UNDRAFTED,
        )


@transaction.atomic
def sync(records: Iterable[Source], who: str) -> Synced:
    """Brings the queue in line with the source records: adds, updates and unlists segments.

    An original that changed loses a draft that nobody corrected; a person's text stays and is stale, and
    tells the language where nothing else does.
    """
    wanted = {(s.source, s.key): s for record in records for s in segments_of(record)}
    titles = Q(key="title") | Q(key__startswith="container")
    present = {(s.source, s.key): s for s in Segment.objects.select_for_update().filter(titles)}
    new = [segment for place, segment in wanted.items() if place not in present]
    added = Segment.objects.bulk_create(new, batch_size=_BATCH)
    history = [_revision(segment, who, "", "") for segment in added]
    changed: list[Segment] = []
    for place, segment in present.items():
        now = wanted.get(place)
        if now is not None and now.language == "und" and segment.status in _PERSON_S:
            now.language, now.script = segment.language, segment.script
        if now is None and segment.listed:
            segment.listed = False
            history.append(_note(segment, who, "its source does not hold it any more"))
            changed.append(segment)
        elif now is not None and any(getattr(segment, name) != getattr(now, name) for name in _FACTS):
            history += _follow(segment, now, who)
            changed.append(segment)
    _save(changed, (*_FACTS, "status", "draft"), history)
    unlisted = sum(not segment.listed for segment in changed)
    return Synced(len(new), len(changed) - unlisted, unlisted)


def _follow(segment: Segment, now: Segment, who: str) -> Iterator[Revision]:
    """Gives a segment the facts of its source; what comes out is for its history."""
    was, original, relisted = segment.status, segment.original, not segment.listed
    reworded = segment.digest != now.digest
    for name in _FACTS:
        setattr(segment, name, getattr(now, name))
    if relisted:
        yield _note(segment, who, "its source holds it again")
    if reworded:
        yield _note(segment, who, f"the original was: {original}")
    if now.status == Status.UNDECIDED and was in _WAITING:
        yield _move(segment, Status.UNDECIDED, who, "its language is open again")
    elif was == Status.UNDECIDED != now.status:
        yield _move(segment, Status.UNDRAFTED, who, f"its language is {now.language}")
    elif was == Status.DRAFTED and reworded:
        yield _move(segment, Status.UNDRAFTED, who, "the original changed")


# -- the one writer of statuses ------------------------------------------------------------------


def _move(segment: Segment, to: str, who: str, reason: str = "") -> Revision:
    """Changes a segment's status; gives the revision that is to be saved with it.

    :raises Fault: the table does not hold the move.
    """
    if to not in MOVES[segment.status]:
        allowed = " or ".join(sorted(MOVES[segment.status]))
        raise Fault(
            f"{segment.source} {segment.key} is {segment.status}; it cannot become {to}",
            mend=f"From {segment.status} it can become {allowed}.",
        )
    was, segment.status = segment.status, to
    if to in (Status.UNDECIDED, Status.UNDRAFTED):
        segment.draft = None
    return _revision(segment, who, was, reason)


def _note(segment: Segment, who: str, reason: str) -> Revision:
    """A step in a segment's history that leaves its status as it is."""
    return _revision(segment, who, segment.status, reason)


def _revision(segment: Segment, who: str, was: str, reason: str) -> Revision:
    return Revision(
        segment=segment,
        who=who,
        was=was,
        now=segment.status,
        digest=segment.digest,
        draft_id=segment.draft_id,
        reason=reason,
    )


@transaction.atomic
def _save(segments: Sequence[Segment], fields: Sequence[str], history: Sequence[Revision]) -> None:
    """Writes segments and their history; both or neither.

    An insert that becomes an update where the row is there: ten times as fast as ``bulk_update``, whose
    statement has a case for each row and field.
    """
    Segment.objects.bulk_create(
        segments, update_conflicts=True, unique_fields=["id"], update_fields=fields, batch_size=_BATCH
    )
    Revision.objects.bulk_create(history, batch_size=_BATCH)


# -- drafts --------------------------------------------------------------------------------------


def draftable(sources: Sequence[str] = ()) -> list[Text]:
    """The texts that may get a draft: undrafted, or drafted by an engine and touched by nobody.

    :param sources: only those of these sources; none: all.
    """
    found = Segment.objects.filter(listed=True, status__in=_WAITING)
    if sources:
        found = found.filter(source__in=sources)
    rows = found.order_by("source", "order").values_list("pk", "original", "language", "script", "draft__key")
    return [Text(pk, original, language, script or None, key) for pk, original, language, script, key in rows]


def known_drafts(keys: Iterable[str]) -> dict[str, Draft]:
    """The stored drafts among the keys."""
    wanted = list(keys)
    found: dict[str, Draft] = {}
    for start in range(0, len(wanted), _BATCH):
        found.update({d.key: d for d in Draft.objects.filter(key__in=wanted[start : start + _BATCH])})
    return found


@transaction.atomic
def keep_drafts(made: Sequence[SignedDraft]) -> int:
    """Stores drafts and makes each the current one of its job's segments; gives how many were drafted.

    A segment that a person took meanwhile keeps the person's text, and of two drafts under one key the
    first stays.
    """
    rows = [
        Draft(
            key=one.job.key,
            digest=digest(one.job.request.text),
            text=one.text,
            engine=one.identity.engine,
            model=one.identity.model,
            model_digest=one.identity.digest,
            options=one.identity.options,
            terms=list(one.terms),
            flags=list(one.flags),
        )
        for one in made
    ]
    Draft.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_BATCH)
    drafts = known_drafts(one.job.key for one in made)
    return attach((drafts[one.job.key], one.job.segments) for one in made)


@transaction.atomic
def attach(drafts: Iterable[tuple[Draft, Sequence[int]]]) -> int:
    """Makes stored drafts the current ones of segments (by primary key) that wait for one; gives how many.

    A segment whose original changed meanwhile goes on waiting.
    """
    wanted = {pk: draft for draft, segments in drafts for pk in segments}
    keys = list(wanted)
    changed: list[Segment] = []
    history: list[Revision] = []
    for start in range(0, len(keys), _BATCH):
        waiting = Segment.objects.select_for_update().filter(
            pk__in=keys[start : start + _BATCH], status__in=_WAITING
        )
        for segment in waiting:
            draft = wanted[segment.pk]
            if segment.draft_id != draft.pk and segment.digest == draft.digest:
                segment.draft = draft
                history.append(_move(segment, Status.DRAFTED, draft.signature))
                changed.append(segment)
    _save(changed, ("status", "draft"), history)
    return len(changed)


def chosen_engines() -> dict[str, str]:
    """The model that drafts each language here, as it was resolved."""
    return dict(EngineChoice.objects.values_list("language", "model"))


@transaction.atomic
def choose_engines(choice: Mapping[str, str]) -> None:
    """Keeps which model drafts which language."""
    for language, model in choice.items():
        EngineChoice.objects.update_or_create(language=language, defaults={"model": model})


# -- looking -------------------------------------------------------------------------------------


def open_records() -> list[Source]:
    """The works whose language is open: they have no file, the queue holds their records."""
    held = Segment.objects.filter(key="title", listed=True, record__isnull=False).order_by("source")
    return [Source.model_validate(record) for record in held.values_list("record", flat=True)]


def find(source: str) -> list[Segment]:
    """A source's segments in their order."""
    return list(Segment.objects.filter(source=source, listed=True).select_related("draft").order_by("order"))


def segments(keys: Iterable[int]) -> list[Segment]:
    """The segments with these primary keys, by source and order."""
    wanted = list(keys)
    found: list[Segment] = []
    for start in range(0, len(wanted), _BATCH):
        found += Segment.objects.filter(pk__in=wanted[start : start + _BATCH]).select_related("draft")
    return sorted(found, key=lambda segment: (segment.source, segment.order))


def unknown(sources: Iterable[str]) -> list[str]:
    """Which of these ids no listed segment has."""
    wanted = list(dict.fromkeys(sources))
    known = set(Segment.objects.filter(source__in=wanted, listed=True).values_list("source", flat=True))
    return [source for source in wanted if source not in known]


def listing(*, language: str | None = None, status: str | None = None) -> list[Segment]:
    """The segments of the queue: those that want a person first, then by source and order.

    :raises Fault: no such language or status.
    """
    found = Segment.objects.filter(listed=True).select_related("draft")
    for name, value, allowed in (
        ("language", language, tuple(NAMES)),
        ("status", status, tuple(Status.values)),
    ):
        if value is not None and value not in allowed:
            raise Fault(f"no {name} is called {value!r}", mend=f"Use one of {', '.join(allowed)}.")
        if value is not None:
            found = found.filter(**{name: value})
    ranks = {status: rank for rank, status in enumerate(Status.values)}
    return sorted(found, key=lambda s: (ranks[s.status], -len(risks(s)), s.source, s.order))


def risks(segment: Segment) -> list[str]:
    """Why a person should look early, in words: an open language, the engine's flags, the terms it lost."""
    if segment.status == Status.UNDECIDED:
        return [f"language open: decide with 'srcxlate route --set {segment.source} ja' (or ko, zh)"]
    draft = segment.draft
    if draft is None:
        return []
    lost = [
        f"term {term['original']} should be {term['english']!r}" for term in draft.terms if not term["kept"]
    ]
    return [_FLAGS.get(flag, flag) for flag in draft.flags] + lost


_FLAGS = {
    "cut": "the draft was cut: the text is too long for the model",
    "loop": "the draft repeated itself and was cut",
    "refusal": "the model refused",
    "leftover": "original script is left in the draft",
    "empty": "the engine gave no English for a sentence",
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

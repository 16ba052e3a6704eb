"""What comes into the queue by itself: segments from source records and texts, drafts from engines.

In come records and drafts, out come segments as they stand. A person's text is never touched here; what a
person decides is in ``desk/decisions.py``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.db import transaction
from django.db.models import F, Q, QuerySet

from srcxlate.basis import Basis
from srcxlate.desk import models
from srcxlate.desk.models import PERSON_S, Draft, EngineChoice, Revision, Segment, Status
from srcxlate.desk.moves import BATCH, FIELDS, add, digest, move, note, save
from srcxlate.drafts import MEMORY, SignedDraft, Text
from srcxlate.engines.choose import route_name
from srcxlate.memory import Approved
from srcxlate.sources import Source, container_keys
from srcxlate.texts import keyed, sentences

_OPEN_TO_ENGINES = (Status.UNDRAFTED, Status.DRAFTED)
"""Where an engine may still write."""
APPROVED = (Status.APPROVED, Status.PUBLISHED)
"""What the memory holds."""
_TOLD = (
    "original",
    "language",
    "correction__text",
    "approval__who",
    "approval__at",
    "source",
    "key",
    "script",
)
_FACTS = ("order", "language", "script", "original", "digest", "romanised", "printed", "record", "listed")
"""The fields of a segment that its source record tells."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What bringing the queue in line with the sources changed; counts of segments."""

    added: int
    changed: int
    unlisted: int


# -- from the sources ----------------------------------------------------------------------------


def segments_of(source: Source, texts: Sequence[str] = ()) -> Iterator[Segment]:
    """The segments of a work, not saved: its title, the titles of what it stands in, its texts' sentences.

    Those of a work that a person ignores are not listed.
    """
    is_open = source.language == "und"
    record = source.model_dump(mode="json", exclude_defaults=True) if is_open else None
    parts = [("title", source.title, source.romanised, source.english)]
    parts += [
        (key, c.title, c.romanised, c.english)
        for key, c in zip(container_keys(source), source.containers, strict=True)
    ]
    parts += [(key, text, None, None) for key, text in keyed(sentences(texts, source.language)).items()]
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
            listed=source.ignored is None,
            status=Status.UNDECIDED if is_open else Status.UNDRAFTED,
        )


@transaction.atomic
def sync(
    records: Iterable[Source], who: str, texts: Mapping[str, Sequence[str]] = MappingProxyType({})
) -> Synced:
    """Brings the queue in line with the works: adds, updates and unlists segments.

    An original that changed loses a draft that nobody corrected; a person's text stays and is stale, and
    tells the language where nothing else does.

    :param texts: the texts of works, by id.
    """
    wanted = {
        (s.source, s.key): s for record in records for s in segments_of(record, texts.get(record.id, ()))
    }
    present = {(s.source, s.key): s for s in Segment.objects.select_for_update()}
    new = [segment for place, segment in wanted.items() if place not in present]
    add(new, who)
    history: list[Revision] = []
    changed: list[Segment] = []
    for place, segment in present.items():
        now = wanted.get(place)
        if now is not None and now.language == "und" and segment.status in PERSON_S:
            now.language, now.script = segment.language, segment.script
        if now is None and segment.listed:
            segment.listed = False
            history.append(note(segment, who, "its source does not hold it any more"))
            changed.append(segment)
        elif now is not None and any(getattr(segment, name) != getattr(now, name) for name in _FACTS):
            history += _follow(segment, now, who)
            changed.append(segment)
    save(changed, (*_FACTS, *FIELDS), history)
    unlisted = sum(not segment.listed for segment in changed)
    return Synced(len(new), len(changed) - unlisted, unlisted)


def _follow(segment: Segment, now: Segment, who: str) -> Iterator[Revision]:
    """Gives a segment the facts of its source; what comes out is for its history."""
    was, original, was_listed = segment.status, segment.original, segment.listed
    reworded = segment.digest != now.digest
    rerouted = (segment.language, segment.script) != (now.language, now.script)
    for name in _FACTS:
        setattr(segment, name, getattr(now, name))
    if now.listed != was_listed:
        yield note(segment, who, "its source holds it again" if now.listed else "its source is ignored")
    if reworded:
        yield note(segment, who, f"the original was: {original}")
    if now.status == Status.UNDECIDED and was in _OPEN_TO_ENGINES:
        yield move(segment, Status.UNDECIDED, who, reason="its language is open again")
    elif was == Status.UNDECIDED != now.status:
        yield move(segment, Status.UNDRAFTED, who, reason=f"its language is {now.language}")
    elif was in PERSON_S and rerouted:
        yield note(segment, who, f"its language is {now.script or now.language}")
    elif was == Status.DRAFTED and (reworded or rerouted):
        reason = "the original changed" if reworded else f"its language is {now.script or now.language}"
        yield move(segment, Status.UNDRAFTED, who, reason=reason)


# -- drafts --------------------------------------------------------------------------------------


def draftable(sources: Sequence[str] = (), *, after: int | None = None) -> list[Text]:
    """The texts that may get a draft: undrafted, or drafted by an engine and touched by nobody.

    :param sources: only those of these sources; none: all.
    :param after: of the drafted ones only those whose history, or that of a segment of the same original, has
        a later step than this.
    """
    found = _open_to_engines(sources)
    if after is not None:
        # a text that was approved or taken back may be the draft of others that say the same
        later = Segment.objects.filter(revisions__pk__gt=after).values("digest")
        found = found.filter(Q(status=Status.UNDRAFTED) | Q(digest__in=later))
    rows = found.order_by("source", "order").values_list("pk", "original", "language", "script", "draft__key")
    return [Text(pk, original, language, script or None, key) for pk, original, language, script, key in rows]


def routes(sources: Sequence[str] = ()) -> list[str]:
    """The routes of the texts that may get a draft; those of some sources, or of all."""
    rows = _open_to_engines(sources).order_by().values_list("language", "script").distinct()
    return sorted({route_name(language, script or None) for language, script in rows})


def _open_to_engines(sources: Sequence[str]) -> QuerySet[Segment]:
    found = Segment.objects.filter(listed=True, status__in=_OPEN_TO_ENGINES)
    return found.filter(source__in=sources) if sources else found


def last_step() -> int:
    """The last step in any segment's history; 0 if there is none."""
    return Revision.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def steps_after(step: int) -> int:
    """How many steps came after one, in all histories."""
    return Revision.objects.filter(pk__gt=step).count()


def kept_basis() -> tuple[Basis, int] | None:
    """What all drafts rested on when they were last looked at, and the last step of then."""
    row = models.Basis.objects.first()
    return (Basis.load(row.dumped), row.step) if row else None


@transaction.atomic
def keep_basis(basis: Basis, step: int, before: tuple[Basis, int] | None) -> None:
    """Keeps what all drafts rest on now; forgets it if it was kept anew since ``before`` was read.

    Two that draft at once with two glossaries may each have undone some of the other's drafts: then all are
    looked at again next time.
    """
    undisturbed = kept_basis() == before
    models.Basis.objects.all().delete()
    if undisturbed:
        models.Basis.objects.create(dumped=basis.dump(), step=step)


def memory(texts: Iterable[Text]) -> dict[tuple[str, str], Approved]:
    """The approved English of the very same originals, by language and original; of several the latest."""
    digests = list(dict.fromkeys(digest(text.text) for text in texts))
    found: dict[tuple[str, str], Approved] = {}
    for start in range(0, len(digests), BATCH):
        same = Q(digest__in=digests[start : start + BATCH])
        found.update({(one.language, one.original): one for one in approved(only=same)})
    return found


def approved(start: int = 0, *, after: int = 0, only: Q | None = None) -> Iterator[Approved]:
    """What is approved or published, listed and not stale, in the order of the approvals.

    :param start: from which on, by number, the first being 0.
    :param after: only what was approved by a later step than this.
    """
    found = Segment.objects.filter(only or Q(), listed=True, status__in=APPROVED, approval__gt=after)
    found = found.filter(correction__digest=F("digest"), correction__text__isnull=False)
    rows = found.order_by("approval_id").values_list(*_TOLD)
    for original, language, english, who, at, source, key, script in rows[start:].iterator():
        yield Approved(original, language, english, who, at, place_of(source, key), script or None)


def place_of(source: str, key: str) -> str:
    """A segment for people, and told apart from every other."""
    return f"{source} {key}"


def known_drafts(keys: Iterable[str]) -> dict[str, Draft]:
    """The stored drafts among the keys."""
    wanted = list(keys)
    found: dict[str, Draft] = {}
    for start in range(0, len(wanted), BATCH):
        found.update({d.key: d for d in Draft.objects.filter(key__in=wanted[start : start + BATCH])})
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
            flags=[*one.flags, *_wrong_numbers(one)],
        )
        for one in made
    ]
    Draft.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
    drafts = known_drafts(one.job.key for one in made)
    return attach((drafts[one.job.key], one.job.segments) for one in made)


def _wrong_numbers(one: SignedDraft) -> list[str]:
    """What a draft's numbers say otherwise than its original's, in words; an approved text is let be."""
    from srcxlate.checks.numbers import numbers_apart  # its word lists are for those who draft alone

    request = one.job.request
    return [] if one.identity.engine == MEMORY else numbers_apart(request.text, one.text, request.language)


@transaction.atomic
def attach(drafts: Iterable[tuple[Draft, Sequence[int]]]) -> int:
    """Makes stored drafts the current ones of segments (by primary key) that wait for one; gives how many.

    A segment whose original changed meanwhile goes on waiting.
    """
    wanted = {pk: draft for draft, segments in drafts for pk in segments}
    keys = list(wanted)
    changed: list[Segment] = []
    history: list[Revision] = []
    for start in range(0, len(keys), BATCH):
        waiting = Segment.objects.select_for_update().filter(
            pk__in=keys[start : start + BATCH], status__in=_OPEN_TO_ENGINES
        )
        for segment in waiting:
            draft = wanted[segment.pk]
            if segment.draft_id != draft.pk and segment.digest == draft.digest:
                segment.draft = draft
                history.append(move(segment, Status.DRAFTED, draft.signature))
                changed.append(segment)
    save(changed, FIELDS, history)
    return len(changed)


def chosen_engines() -> dict[str, str]:
    """The model that drafts each language here, as it was resolved."""
    return dict(EngineChoice.objects.values_list("language", "model"))


@transaction.atomic
def choose_engines(choice: Mapping[str, str]) -> None:
    """Keeps which model drafts which language."""
    for language, model in choice.items():
        EngineChoice.objects.update_or_create(language=language, defaults={"model": model})

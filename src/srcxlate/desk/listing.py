"""Looks into the queue: what is there, in which order a person should see it, and why.

In come filters and segments, out come segments, counts and words. Nothing is changed here.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from srcxlate.bench import OWN, PRINTED, Reference
from srcxlate.desk.models import PERSON_S, Comment, Revision, Segment, Status
from srcxlate.desk.moves import BATCH
from srcxlate.engines import Term
from srcxlate.errors import Fault, visible
from srcxlate.glossary import kept
from srcxlate.languages import NAMES
from srcxlate.sources import Source

_WITH = ("draft", "correction", "approval", "publication")
"""What is read with a segment."""
_TITLES = Q(key="title") | Q(key__startswith="container")
"""The segments that a source's record tells; the others are those of its texts."""
_FLAGS = {
    "cut": "the draft was cut: the text is too long for the model",
    "loop": "the draft repeated itself and was cut",
    "refusal": "the model refused",
    "leftover": "original script is left in the draft",
    "lines": "the model answered in several lines: wording may be lost",
    "length": "far too short or too long for its original",
    "empty": "the engine gave no English for a sentence",
}
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters of a person's English that do not show: joiners, marks of direction, soft hyphens."""


def open_records() -> list[Source]:
    """The works whose language is open, ignored ones among them: the queue holds their records."""
    kept_here = Q(listed=True) | Q(record__has_key="ignored")
    held = Segment.objects.filter(kept_here, key="title", record__isnull=False).order_by("source")
    return [Source.model_validate(record) for record in held.values_list("record", flat=True)]


def known_records(on_disk: Sequence[Source]) -> list[Source]:
    """All works: those that have a file, and those whose language is open."""
    ids = {record.id for record in on_disk}
    return [*on_disk, *(record for record in open_records() if record.id not in ids)]


def find(source: str) -> list[Segment]:
    """A source's segments in their order."""
    return list(Segment.objects.filter(source=source, listed=True).select_related(*_WITH).order_by("order"))


def of_texts(source: str | None = None) -> list[Segment]:
    """The sentences of a source's texts, or of those of all whose language is known, in their order."""
    found = Segment.objects.filter(listed=True).exclude(_TITLES).select_related(*_WITH)
    found = found.filter(source=source) if source else found.exclude(language="und")
    return list(found.order_by("source", "order"))


def segments(keys: Iterable[int]) -> list[Segment]:
    """The segments with these primary keys, by source and order."""
    wanted = list(keys)
    found: list[Segment] = []
    for start in range(0, len(wanted), BATCH):
        found += Segment.objects.filter(pk__in=wanted[start : start + BATCH]).select_related(*_WITH)
    return sorted(found, key=lambda segment: (segment.source, segment.order))


def unknown(sources: Iterable[str]) -> list[str]:
    """Which of these ids no listed segment has."""
    wanted = list(dict.fromkeys(sources))
    known = set(Segment.objects.filter(source__in=wanted, listed=True).values_list("source", flat=True))
    return [source for source in wanted if source not in known]


def chosen(
    *, language: str | None = None, status: str | None = None, sources: Collection[str] | None = None
) -> QuerySet[Segment]:
    """The listed segments that filters leave.

    :param sources: only those of these sources.
    :raises Fault: no such language or status.
    """
    found = Segment.objects.filter(listed=True).select_related(*_WITH)
    for name, value, allowed in (
        ("language", language, tuple(NAMES)),
        ("status", status, tuple(Status.values)),
    ):
        if value is not None and value not in allowed:
            raise Fault(f"no {name} is called {value!r}", mend=f"Use one of {', '.join(allowed)}.")
        if value is not None:
            found = found.filter(**{name: value})
    return found if sources is None else found.filter(source__in=sources)


def listing(*, language: str | None = None, status: str | None = None) -> list[Segment]:
    """The segments of the queue: those that want a person first, then by source and order.

    :raises Fault: no such language or status.
    """
    return sorted(chosen(language=language, status=status), key=urgency)


def urgency(segment: Segment) -> tuple[Any, ...]:
    """The order of the queue: what was given back, then what is stale, then by status and risks."""
    rank = _RANKS[segment.status]
    return not segment.returned, not segment.stale, rank, -len(risks(segment)), segment.source, segment.order


_RANKS = {status: rank for rank, status in enumerate(Status.values)}


def risks(segment: Segment) -> list[str]:
    """Why a person should look early, in words: what stands now is judged, draft or a person's text."""
    found = []
    if segment.returned:
        found.append(f"returned: {segment.returned}")
    if segment.stale:
        found.append("stale: the original changed after this English was written")
    if segment.status == Status.UNDECIDED:
        found.append(f"language open: decide with 'srcxlate route --set {segment.source} ja' (or ko, zh)")
    draft, english = segment.draft, segment.english
    told = draft.terms if draft else []
    if english is not None:
        told = terms(told, english)
        if hidden := _UNSEEN.findall(english):
            shown = ", ".join(dict.fromkeys(map(visible, hidden)))
            found.append(f"the English holds characters that do not show: {shown}")
    elif draft:
        found += [_FLAGS.get(flag, flag) for flag in draft.flags]
    lost = (term for term in told if not term["kept"])
    return found + [f"term {term['original']} should be {term['english']!r}" for term in lost]


def terms(told: Iterable[Mapping[str, Any]], english: str) -> list[dict[str, Any]]:
    """Terms of an original, each with whether an English text has it."""
    return [
        {
            "original": term["original"],
            "english": term["english"],
            "kept": kept(Term(term["original"], term["english"]), english),
        }
        for term in told
    ]


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


def references() -> list[Reference]:
    """The originals that have an English which no draft has coloured.

    That is the authors' own, as printed, and what a person wrote where there had never been a draft.
    """
    decided = Segment.objects.filter(listed=True).exclude(status=Status.UNDECIDED)
    drafted = Revision.objects.filter(draft__isnull=False).values("segment")
    own = decided.filter(status__in=PERSON_S).exclude(pk__in=drafted).select_related(*_WITH)
    return [
        *(_reference(s, s.printed, PRINTED) for s in decided.exclude(printed="")),
        *(_reference(s, s.english or "", OWN) for s in own if not s.stale),
    ]


def _reference(segment: Segment, english: str, kind: str) -> Reference:
    return Reference(segment.original, segment.language, segment.script or None, english, kind)


def history(segment: Segment) -> list[Revision]:
    """A segment's steps, the oldest first, each with the draft of that time."""
    return list(segment.revisions.select_related("draft").order_by("pk"))


def past(segment: Segment) -> list[str]:
    """What happened to a segment, in words: its steps, then what people remarked."""
    remarks = Comment.objects.filter(segment=segment)
    return [*told(history(segment)), *(f"{c.at:%Y-%m-%d %H:%M} {c.who} remarked: {c.text}" for c in remarks)]


def told(steps: Sequence[Revision]) -> list[str]:
    """A segment's steps in words, each with when, who and why: what was edited and then approved says so."""
    return [f"{step.at:%Y-%m-%d %H:%M} {step.who}: {_deed(step)}" for step in steps]


def _deed(step: Revision) -> str:
    reason = f" ({step.reason})" if step.reason else ""
    if step.text is not None:
        if step.draft and step.draft.text == step.text:
            return f"accepted the draft unchanged{reason}"
        wrote = "edited the draft" if step.was == Status.DRAFTED else "wrote"
        return f"{wrote}: {step.text}{reason}"
    if step.was == step.now and step.reason:
        return step.reason
    if step.now == Status.DRAFTED and step.draft and not step.reason:
        return f"drafted: {step.draft.text}"
    if not step.was:
        return f"found it, {step.now}"
    return f"{step.now}{reason}"

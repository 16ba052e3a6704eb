"""Mending: what a person does to records that extraction got wrong.

In come the records and what a person wants; out comes a :class:`Mended`: the records as they should be
then, and which files that concerns. Nothing is lost by it: a wording that a record no longer has stands in
a variant at the notes that print it, and by these the next reading of a report finds its notes again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, get_args

from srcxlate.errors import Fault, Faults, Place
from srcxlate.languages import NAMES
from srcxlate.naming import comparable, make_id
from srcxlate.records import parse_record, render_value
from srcxlate.sources import (
    FIELDS,
    Decision,
    Locator,
    Source,
    Variant,
    decide,
    in_order,
    named,
    note_place,
    wording_of,
)

CONTAINER = {"container": "title", "container-romanised": "romanised", "container-english": "english"}
"""Names of what can be edited in the innermost container, and its fields."""
EDITABLE = (*FIELDS, "script", *CONTAINER)
"""The names of what a person may edit."""

Wording = Mapping[str, str]
"""Values by the names of :data:`FIELDS`."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The records after a person mended some, and what became of them."""

    records: tuple[Source, ...]
    """All of them, by id."""
    changed: tuple[Source, ...]
    """Those that are new or changed."""
    gone: tuple[Source, ...]
    """Those whose file goes, as they were: merged into another, moved to another language, open again."""
    said: str
    """What was done, in one line."""


# -- one work or two --------------------------------------------------------------------------------


def merge_works(records: Sequence[Source], keep: str, others: Sequence[str]) -> Mended:
    """Several works become one: it has all their citations, and is known by all their wordings.

    What the kept record has stays; what it lacks comes from the others, in their order: facts,
    containers, and a language if its own is open.

    :raises Fault: no such work, or nothing to merge.
    """
    kept = named(records, keep)
    merged = [named(records, identifier) for identifier in dict.fromkeys(others)]
    if not merged or kept in merged:
        mend = "Name the work to keep, and those that become part of it."
        raise Fault(f"{keep} is merged with nothing" if not merged else f"{keep} is named twice", mend=mend)
    whole = kept
    for other in merged:
        whole = whole.model_copy(update=_lacking(whole, other))
    printed = [*_printed(kept)]
    for other in merged:
        printed += [*_printed(other), (wording_of(other), None)]
    cited = in_order(kept.cited, [*kept.cited, *(at for other in merged for at in other.cited)])
    whole = whole.model_copy(update={"cited": cited, "variants": _variants(whole, printed)})
    said = f"{_listed(other.id for other in merged)} became part of {keep}, cited in {_notes(cited)} now"
    return _mended(records, [whole], merged, said)


def _lacking(record: Source, other: Source) -> dict[str, Any]:
    """What a record lacks and another has."""
    fields = [*FIELDS, "containers"]
    if record.language == "und" and other.language != "und":
        return {field: getattr(other, field) for field in ("language", "script", "route")} | {
            field: getattr(other, field) for field in fields if not getattr(record, field)
        }
    if record.language == other.language == "zh" and not record.script:
        fields.append("script")
    return {field: getattr(other, field) for field in fields if not getattr(record, field)}


def split_work(
    records: Sequence[Source], identifier: str, notes: Sequence[str], *, report: str | None = None
) -> Mended:
    """The citations in some of a work's notes become a work of their own, with the wording of these notes.

    A romanised title and an English are taken along where the title is the same; of another title only
    those that its notes print.

    :param notes: ``70``, or ``2.14`` for note 14 of series 2.
    :param report: the report of these notes; needed where several cite the work in such a note.
    :raises Fault: no such work, a note that does not cite it, or all that do.
    """
    record = named(records, identifier)
    taken = {at for note in notes for at in _cited_in(record, note, report)}
    if not taken or taken == set(record.cited):
        mend = f"Name some of {_notes(record.cited)}."
        what = "all notes that cite it are named" if taken else "no note is named"
        raise Fault(f"{identifier} cannot be split: {what}", mend=mend)
    order = list(in_order((), taken))
    theirs = sorted(
        ((_told(record, wording), at) for wording, at in _printed(record) if at in taken),
        key=lambda one: order.index(one[1]),
    )
    facts = dict(theirs[0][0])
    for wording, _ in theirs:
        if comparable(wording["title"]) == comparable(facts["title"]):
            facts = {**wording, **facts}
    new = Source(
        id=make_id(facts, (one.id for one in records)), language=record.language, script=record.script,
        **facts, containers=record.containers, route=record.route, cited=tuple(order),
    )  # fmt: skip
    new = new.model_copy(update={"variants": _variants(new, theirs)})
    left = [at for at in record.cited if at not in taken]
    ours = [(wording, at) for wording, at in _printed(record) if at not in taken]
    rest = record.model_copy(update={"cited": tuple(left), "variants": _variants(record, ours)})
    said = f"{new.id} is a work of its own, cited in {_notes(order)}; {identifier} keeps {_notes(left)}"
    if not any(at and wording["title"] == record.title for wording, at in ours):
        said += ", where its title is printed otherwise"
    return _mended(records, [rest, new], [], said)


def _cited_in(record: Source, note: str, report: str | None) -> list[Locator]:
    """The locators of a record in a note."""
    place = note_place(note)
    if place is None:
        raise Fault(f"{note!r} is no note", mend="Write 70, or 2.14 for note 14 of series 2.")
    found = [at for at in record.cited if (at.series, at.note) == place and report in (None, at.report)]
    if not found:
        mend = f"It is cited in {_notes(record.cited)}." if record.cited else "No report cites it."
        raise Fault(f"note {note} does not cite {record.id}", mend=mend)
    reports = sorted({at.report for at in found})
    if len(reports) > 1:
        raise Fault(f"note {note} of {_listed(reports)} cites {record.id}", mend="Name the report.")
    return found


def _told(record: Source, wording: Wording) -> Wording:
    """A wording of a record without the romanised title and the English of another title."""
    if comparable(wording["title"]) == comparable(record.title):
        return wording
    others = {"romanised": record.romanised, "english": record.english}
    return {field: value for field, value in wording.items() if others.get(field) != value}


# -- what a record has ------------------------------------------------------------------------------


def edit_work(records: Sequence[Source], identifier: str, field: str, value: str) -> Mended:
    """A work with another value in a field.

    :param field: one of :data:`EDITABLE`.
    :param value: empty for none; without the title of its container a work loses that container.
    :raises Fault: no such work or field, or the field cannot hold the value.
    """
    record = named(records, identifier)
    if field not in EDITABLE:
        near = get_close_matches(field, EDITABLE, 1)
        mend = f"Did you mean {near[0]}?" if near else f"Write {_listed(EDITABLE, 'or')}."
        raise Fault(f"no field of a work that can be edited is called {field!r}", mend=mend)
    value = value.strip()
    fields = record.model_dump(mode="json", exclude_defaults=True)
    if field in CONTAINER:
        fields["containers"] = _with_container(fields.get("containers", []), CONTAINER[field], value)
    else:
        fields[field] = value
    kept = ("title",)  # cannot be empty, which the record says
    edited = _validated({name: told for name, told in fields.items() if told or name in kept}, identifier)
    if field in FIELDS:
        edited = edited.model_copy(update={"variants": _after_edit(record, edited, field)})
    said = f"{identifier}: {field} is {value!r} now" if value else f"{identifier} has no {field} now"
    return _mended(records, [edited], [], said)


def _with_container(containers: Sequence[Mapping[str, str]], field: str, value: str) -> list[dict[str, str]]:
    inner, *outer = [dict(container) for container in containers] or [{}]
    if field == "title" and not value:
        return outer
    inner[field] = value
    return [{name: told for name, told in inner.items() if told}, *outer]


def _after_edit(before: Source, edited: Source, field: str) -> tuple[Variant, ...]:
    """The variants of a record with another value in a field.

    A note that had no other title or date is taken to print the one that the record had; an address so
    only where the title is another, since it is by this then that the note is known.
    """
    old = getattr(before, field)

    def kept(differing: Wording) -> bool:
        if field in differing or not old:
            return False
        return field in ("title", "date") or (field == "url" and "title" in differing)

    differing = (
        ({**wording, field: old} if at and kept(wording) else wording, at)
        for wording, at in _differing(before)
    )
    return _variants(edited, differing)


def move_work(records: Sequence[Source], identifier: str, language: str, who: str) -> Mended:
    """A work in the language that a person decides.

    :param language: ja, ko, zh, zh-Hans, zh-Hant, or und: open again, without a file.
    :raises Fault: no such work or language.
    """
    record = named(records, identifier)
    for decision in get_args(Decision):
        if decision == language:
            moved = decide(record, decision, who)
            break
    else:
        mend = f"Write {_listed(get_args(Decision), 'or')}."
        raise Fault(f"no language that sources have is called {language!r}", mend=mend)
    leaves = record.language not in ("und", moved.language)
    script = f" ({moved.script})" if moved.script else ""
    said = f"{identifier} is {NAMES[moved.language]}{script} now"
    return _mended(records, [moved], [record] if leaves else [], said)


# -- left aside -------------------------------------------------------------------------------------


def ignore_work(records: Sequence[Source], identifier: str, reason: str, who: str, at: datetime) -> Mended:
    """A work that is neither drafted nor reviewed from now on; it keeps its file, and follows its reports.

    :raises Fault: no such work, or no reason.
    """
    record = named(records, identifier)
    if not reason.strip():
        raise Fault(f"{identifier} is ignored without a reason", mend="Say why in a few words.")
    ignored = {"reason": reason, "by": who, "at": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}
    fields = record.model_dump(mode="json", exclude_defaults=True) | {"ignored": ignored}
    said = f"{identifier} is ignored: {reason.strip()}"
    return _mended(records, [_validated(fields, identifier)], [], said)


def restore_work(records: Sequence[Source], identifier: str) -> Mended:
    """A work that was ignored, and is no more.

    :raises Fault: no such work, or it is not ignored.
    """
    record = named(records, identifier)
    if record.ignored is None:
        raise Fault(f"{identifier} is not ignored", mend="There is nothing to restore.")
    restored = record.model_copy(update={"ignored": None})
    return _mended(records, [restored], [], f"{identifier} is drafted and reviewed again")


# -- wordings and where they stand ----------------------------------------------------------------------


def _differing(record: Source) -> Iterator[tuple[Wording, Locator | None]]:
    """What each note prints otherwise than the record has it; None for a wording without a note."""
    otherwise = {at for variant in record.variants for at in variant.at}
    yield from (({}, at) for at in record.cited if at not in otherwise)
    for variant in record.variants:
        yield from ((wording_of(variant), at) for at in variant.at or (None,))


def _printed(record: Source) -> Iterator[tuple[Wording, Locator | None]]:
    """What each note prints; a fact that it leaves out is told as the record has it."""
    own = wording_of(record)
    yield from ((own | dict(differing), at) for differing, at in _differing(record))


def _variants(record: Source, printed: Iterable[tuple[Wording, Locator | None]]) -> tuple[Variant, ...]:
    """The variants of a record whose notes print such wordings."""
    places: dict[tuple[tuple[str, str], ...], list[Locator]] = {}
    for wording, at in printed:
        differing = [(f, wording[f]) for f in FIELDS if wording.get(f) not in (None, getattr(record, f))]
        if differing:
            places.setdefault(tuple(differing), []).extend([at] if at else [])
    return tuple(Variant(at=in_order((), at), **dict(wording)) for wording, at in places.items())


# -- the result -------------------------------------------------------------------------------------


def _mended(
    records: Sequence[Source], changed: Sequence[Source], gone: Sequence[Source], said: str
) -> Mended:
    before = {record.id: record for record in records}
    after = before | {record.id: record for record in changed}
    for record in gone:
        if after[record.id] == record:  # not one that moved
            del after[record.id]
    differing = tuple(record for record in changed if before.get(record.id) != record)
    return Mended(tuple(after[identifier] for identifier in sorted(after)), differing, tuple(gone), said)


def _validated(fields: Mapping[str, Any], identifier: str) -> Source:
    """A record of these fields.

    :raises Faults: what reading them from a file would tell, without the line.
    """
    try:
        return parse_record(render_value(fields), Source, identifier)
    except Fault as fault:
        raise Faults(
            Fault(each.message, mend=each.mend, place=Place(identifier)) for each in fault.each
        ) from fault


def _notes(cited: Iterable[Locator]) -> str:
    """Where a work is cited, for people: note 5; notes 59, 115 and 2.14; no note."""
    several = [f"{at.series}.{at.note}" if at.series > 1 else str(at.note) for at in cited]
    several = list(dict.fromkeys(several))
    return f"note{'s' if len(several) > 1 else ''} {_listed(several)}" if several else "no note"


def _listed(names: Iterable[str], word: str = "and") -> str:
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last

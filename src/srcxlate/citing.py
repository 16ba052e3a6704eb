"""What a report prints of works: citations as one work each, and the records that they make.

In come the citations of a note, out come :class:`Cited` values; from them a new record, a known record as
it should be after a report was read, and what differs from a person's wording.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from srcxlate.citations import Citation
from srcxlate.route import Route
from srcxlate.sources import (
    ADDRESS,
    EDTF,
    FIELDS,
    Container,
    Locator,
    Routed,
    Source,
    Variant,
    in_order,
    wording_of,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One work as one note cites it."""

    locator: Locator
    work: Citation
    containers: tuple[Citation, ...]
    """The inner one first."""
    route: Route


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a report prints otherwise than the record has it; told once for each wording."""

    id: str
    field: str
    kept: str | None
    printed: str
    locator: Locator
    """The first note that prints it."""

    def __str__(self) -> str:
        series = f" (series {self.locator.series})" if self.locator.series > 1 else ""
        kept = "the record has none" if self.kept is None else f"kept {self.kept!r}"
        return f"{self.id}: note {self.locator.note}{series} prints {self.field} {self.printed!r}; {kept}"


# -- citations to works ----------------------------------------------------------------------------


def cite(
    report: str, series: int, note: int, citations: Sequence[Citation], routes: Sequence[Route]
) -> list[Cited]:
    """The works that one note cites, each with its containers and its route.

    A container cited without a work in it is a work of its own.

    :param routes: the citations' routes, in step with them.
    """
    works: list[tuple[Citation, Route, list[Citation]]] = []
    for citation, found in zip(citations, routes, strict=True):
        if citation.role == "work" or (citation.role == "container" and not works):
            works.append((citation, found, []))
        elif citation.role == "container":
            works[-1][2].append(citation)
    return [
        Cited(Locator(report=report, series=series, note=note, pages=work.pages), work, tuple(held), found)
        for work, found, held in works
    ]


def relocated(one: Cited, series: int, note: int) -> Cited:
    """The same work as another note cites it by pointing at this one (Ibid., See note N)."""
    locator = one.locator.model_copy(update={"series": series, "note": note, "pages": None})
    return replace(one, locator=locator)


# -- what a report prints of it -------------------------------------------------------------------------


def facts_of(one: Cited) -> dict[str, str | None]:
    """What a note prints of a work, under the names of a record's fields."""
    return {"title": one.work.original} | {field: getattr(one.work, field) for field in FIELDS[1:]}


def printed_by(one: Cited) -> dict[str, str]:
    """What a note prints of a work, as a record would hold it; what is no address or no date is left out."""
    facts = facts_of(one)
    for field, form in (("url", ADDRESS), ("date", EDTF)):
        if not form.fullmatch(facts[field] or ""):
            facts[field] = None
    return wording_of(Variant(**facts))


def new_record(identifier: str, report: str, notes: Sequence[Cited]) -> Source:
    """A new record: each fact from the first note that prints it, the language from the first that tells."""
    facts: dict[str, str] = {}
    for one in notes:
        facts = printed_by(one) | facts
    held = next((one.containers for one in notes if one.containers), ())
    route = next((one.route for one in notes if one.route.language != "und"), notes[0].route)
    record = Source(
        id=identifier, language=route.language, script=route.script, **facts,
        containers=tuple(Container(title=c.original, romanised=c.romanised, english=c.english) for c in held),
        route=Routed(confidence=route.confidence, evidence=route.evidence),
    )  # fmt: skip
    return relisted(record, report, notes)


def relisted(record: Source, report: str, notes: Sequence[Cited]) -> Source:
    """A record with the locators and variants of this report as they are now."""
    elsewhere = [at for at in record.cited if at.report != report]
    cited = in_order(record.cited, [*elsewhere, *(one.locator for one in notes)])
    places: dict[tuple[tuple[str, str], ...], list[Locator]] = {}
    for variant in record.variants:
        at = [at for at in variant.at if at.report != report]
        if at:
            places.setdefault(tuple(wording_of(variant).items()), []).extend(at)
    for one in notes:
        differing = tuple((f, v) for f, v in printed_by(one).items() if v != getattr(record, f))
        if differing:
            places.setdefault(differing, []).append(one.locator)
    known = {tuple(wording_of(variant).items()): variant for variant in record.variants}
    variants = {
        wording: Variant(at=in_order(known[wording].at if wording in known else (), at), **dict(wording))
        for wording, at in places.items()
    }
    variants |= _unplaced(record, variants)
    ordered = [variants[wording] for wording in known if wording in variants]
    ordered += [variant for wording, variant in variants.items() if wording not in known]
    return record.model_copy(update={"cited": cited, "variants": tuple(ordered)})


def _unplaced(
    record: Source, placed: Mapping[tuple[tuple[str, str], ...], Variant]
) -> dict[tuple[tuple[str, str], ...], Variant]:
    """Variants that no note prints: wordings that nothing else keeps, and those written without a place."""
    printed = {pair for wording in placed for pair in wording}
    kept: dict[tuple[tuple[str, str], ...], Variant] = {}
    for variant in record.variants:
        wording = wording_of(variant)
        lost = {f: v for f, v in wording.items() if (f, v) not in printed and v != getattr(record, f)}
        if lost and tuple(wording.items()) not in placed:
            left = lost if variant.at else wording
            kept[tuple(left.items())] = Variant(**left)
    return kept


def differences_of(record: Source, report: str, notes: Sequence[Cited]) -> Iterator[Difference]:
    """Where this report prints otherwise than a known record has it.

    Told at every reading while no note prints what the record has, for then it is a person's wording;
    else once, when the other wording first appears.
    """
    printed = [(one.locator, printed_by(one)) for one in notes]
    for field in FIELDS:
        kept = getattr(record, field)
        known = {getattr(variant, field) for variant in record.variants}
        otherwise = {at for variant in record.variants if getattr(variant, field) for at in variant.at}
        borne_out = any(wording.get(field) == kept for _, wording in printed if field in wording) or any(
            at.report != report and at not in otherwise for at in record.cited
        )
        told = {kept}
        for locator, wording in printed:
            value = wording.get(field)
            if value and value not in told and not (borne_out and value in known):
                told.add(value)
                yield Difference(record.id, field, kept, value, locator)

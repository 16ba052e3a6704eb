"""Source records: our file on each cited work, and how citations become works.

In come the citations of a report and the records that are there; out come the records as they should
be, and what differs from a person's wording. One work is one record ``sources/<language>/<id>.yaml``;
it keeps every printed variant with its locators, and a field that a person edited wins ever after.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from srcxlate.addresses import same_page
from srcxlate.citations import Citation
from srcxlate.errors import Fault, Faults, Place
from srcxlate.languages import NAMES
from srcxlate.records import Record, parse_record, read_text, render_record, write_text
from srcxlate.route import Route, route

LANGUAGES = ("ja", "ko", "zh")
_EDTF = r"^(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?$"
_FIELDS = ("title", "romanised", "english", "author", "publisher", "date", "url")
"""What a note prints of a work, in the order of a record."""


class Locator(Record):
    """Where in a report a work is cited."""

    report: str
    series: Annotated[int, Field(ge=1)] = 1
    note: Annotated[int, Field(ge=0)]
    pages: str | None = None
    """The pages that this note cites."""


class Container(Record):
    """The journal or book that a work stands in."""

    title: Annotated[str, Field(min_length=1)]
    romanised: str | None = None
    english: str | None = None


class Variant(Record):
    """What notes print otherwise than the record has it; a field left out is printed as in the record."""

    at: Annotated[tuple[Locator, ...], Field(min_length=1)]
    title: str | None = None
    romanised: str | None = None
    english: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None


class Routed(Record):
    """How the work's language was found."""

    confidence: Annotated[float, Field(ge=0, le=1)]
    evidence: tuple[str, ...] = ()
    by: str | None = None
    """The person who decided, if one did."""


class Source(Record):
    """A cited work: bibliographic facts, how it was routed, where it is cited."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
    language: Literal["ja", "ko", "zh", "und"]
    script: Literal["zh-Hans", "zh-Hant"] | None = None
    title: Annotated[str, Field(min_length=1)]
    romanised: str | None = None
    english: str | None = None
    """The English that the report prints."""
    author: str | None = None
    publisher: str | None = None
    date: Annotated[str, Field(pattern=_EDTF)] | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    containers: tuple[Container, ...] = ()
    """The inner one first."""
    route: Routed | None = None
    cited: tuple[Locator, ...] = ()
    variants: tuple[Variant, ...] = ()

    @model_validator(mode="after")
    def _script_is_chinese(self) -> "Source":
        if self.script and self.language != "zh":
            raise ValueError(f"script {self.script} is Chinese, but the language is {self.language}")
        return self


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
    """A field that a person set, where the report prints something else."""

    id: str
    field: str
    kept: str | None
    printed: str | None
    locator: Locator

    def __str__(self) -> str:
        return f"{self.id}: note {self.locator.note} prints {self.field} {self.printed!r}; kept {self.kept!r}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The records after a report was read, and what happened."""

    records: tuple[Source, ...]
    added: tuple[str, ...]
    differences: tuple[Difference, ...]
    homes: Mapping[tuple[Locator, int], str]
    """For each citation (locator and offset in its note), the id of its record."""


# -- files ---------------------------------------------------------------------------------------


def source_path(folder: Path, source: Source) -> Path:
    """Where a record's file lies under ``sources/``."""
    return folder / source.language / f"{source.id}.yaml"


def read_sources(folder: Path) -> list[Source]:
    """All records of a workspace, by id.

    :raises Faults: everything wrong with any of them; a file in the wrong place is a fault too.
    """
    records: dict[str, Source] = {}
    faults: list[Fault] = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.yaml")):
            if path.name.endswith(".en.yaml") or path.name.startswith("."):
                continue
            try:
                record = parse_record(read_text(path), Source, str(path))
            except Faults as several:
                faults += several.faults
                continue
            except Fault as fault:
                faults.append(fault)
                continue
            faults += _misplaced(record, path, language, records)
            records[record.id] = record
    if faults:
        raise Faults(faults)
    return sorted(records.values(), key=lambda record: record.id)


def _misplaced(record: Source, path: Path, language: str, others: Mapping[str, Source]) -> Iterator[Fault]:
    if record.id != path.stem:
        yield Fault(f"the id is {record.id!r}, the file's name {path.stem!r}", mend="Make them the same.", place=Place(str(path)))
    if record.language != language:
        yield Fault(f"the language is {record.language!r}, the folder {language!r}", mend=f"Move the file to {record.language}/.",
                    place=Place(str(path)))
    if record.id in others:
        yield Fault(f"the id {record.id!r} is taken by another file", mend="Give one of them another id.", place=Place(str(path)))


def write_sources(folder: Path, records: Iterable[Source], before: Iterable[Source] = ()) -> int:
    """Writes the records that differ from their files; records of open language are not written.

    :param before: the records as they were read; one equal to its file is not touched, so a file that a
        person laid out otherwise stays as it is.
    :returns: how many files changed.
    """
    known = {record.id: record for record in before}
    changed = 0
    for record in records:
        if record.language != "und" and known.get(record.id) != record:
            changed += write_text(source_path(folder, record), render_record(record))
    return changed


# -- citations to works ----------------------------------------------------------------------------


def cite(
    report: str, series: int, note: int, citations: Sequence[Citation], routes: Sequence[Route]
) -> list[Cited]:
    """The works that one note cites, each with its containers and its route.

    A container cited without a work in it is a work of its own.

    :param routes: the citations' routes, in step with them.
    """
    cited: list[Cited] = []
    owner: Citation | None = None
    by_work: dict[int, list[Citation]] = {}
    for citation in citations:
        if citation.role == "work" or (citation.role == "container" and owner is None):
            owner = citation
            by_work[citation.start] = []
        elif citation.role == "container" and owner is not None:
            by_work[owner.start].append(citation)
    for citation, found in zip(citations, routes, strict=True):
        if citation.start in by_work:
            locator = Locator(report=report, series=series, note=note, pages=citation.pages)
            cited.append(Cited(locator, citation, tuple(by_work[citation.start]), found))
    return cited


def merge(records: Sequence[Source], report: str, cited: Sequence[Cited]) -> Merged:
    """The records after reading one report: found again, added, given new locators and variants.

    Locators of this report that are no longer there go; a record keeps its fields whatever is printed.
    """
    index = _Index(records)
    grouped: dict[str, list[Cited]] = {}
    homes: dict[tuple[Locator, int], str] = {}
    added: list[str] = []
    for one in cited:
        record = index.find(one)
        if record is None:
            record = _new(one, index.ids)
            index.add(record)
            added.append(record.id)
        index.learn(record.id, one)
        grouped.setdefault(record.id, []).append(one)
        homes[one.locator, one.work.start] = record.id
    differences: list[Difference] = []
    merged: list[Source] = []
    for identifier in sorted(index.by_id):
        record = index.by_id[identifier]
        updated, found = _update(record, report, grouped.get(identifier, []), new=identifier in added)
        merged.append(updated)
        differences += found
    return Merged(tuple(merged), tuple(added), tuple(differences), homes)


class _Index:
    """Which record a citation belongs to: by address, else by title and year."""

    def __init__(self, records: Iterable[Source]) -> None:
        self.by_id: dict[str, Source] = {}
        self.ids: set[str] = set()
        self._pages: dict[str, str] = {}
        self._titles: dict[str, list[tuple[str | None, str]]] = {}
        for record in records:
            self.add(record)

    def add(self, record: Source) -> None:
        self.by_id[record.id] = record
        self.ids.add(record.id)
        for printed in (record, *record.variants):
            self._learn(record.id, printed.title or record.title, printed.date or record.date, printed.url)

    def learn(self, identifier: str, one: Cited) -> None:
        self._learn(identifier, one.work.original, one.work.date, one.work.url)

    def _learn(self, identifier: str, title: str, date: str | None, url: str | None) -> None:
        page = same_page(url) if url else None
        if page:
            self._pages.setdefault(page, identifier)
        entry = (_year(date), identifier)
        entries = self._titles.setdefault(comparable(title), [])
        if entry not in entries:
            entries.append(entry)

    def find(self, one: Cited) -> Source | None:
        page = same_page(one.work.url) if one.work.url else None
        if page in self._pages:
            return self.by_id[self._pages[page]]
        year = _year(one.work.date)
        for other, identifier in self._titles.get(comparable(one.work.original), ()):
            if other == year or other is None or year is None:
                return self.by_id[identifier]
        return None


def comparable(title: str) -> str:
    """A title for comparing: NFKC, case folded, without punctuation, spaces and invisible characters."""
    return "".join(c for c in unicodedata.normalize("NFKC", title).casefold() if unicodedata.category(c)[0] in "LNM")


def _year(date: str | None) -> str | None:
    return date[:4] if date and date[:4].isdigit() else None


def _printed(one: Cited) -> dict[str, str | None]:
    work = one.work
    return {"title": work.original, "romanised": work.romanised, "english": work.english, "author": work.author,
            "publisher": work.publisher, "date": work.date, "url": work.url}


def _new(one: Cited, taken: set[str]) -> Source:
    found = one.route
    return Source(
        id=make_id(one, taken), language=found.language, script=found.script, **_checked(_printed(one)),
        containers=tuple(Container(title=c.original, romanised=c.romanised, english=c.english) for c in one.containers),
        route=Routed(confidence=found.confidence, evidence=found.evidence),
    )  # fmt: skip


def _checked(printed: dict[str, str | None]) -> dict[str, Any]:
    """What a note prints, less an address that is none."""
    if printed["url"] and not re.match(r"^https?://\S+$", printed["url"]):
        return {**printed, "url": None}
    return dict(printed)


def _update(record: Source, report: str, cited: Sequence[Cited], *, new: bool) -> tuple[Source, list[Difference]]:
    """One record with the locators and variants of this report as they are now."""
    known = {(at.series, at.note) for variant in record.variants for at in variant.at if at.report == report}
    before = {(at.series, at.note) for at in record.cited if at.report == report}
    locators = tuple(dict.fromkeys([*(at for at in record.cited if at.report != report), *(one.locator for one in cited)]))
    groups: dict[tuple[tuple[str, str], ...], list[Locator]] = {}
    differences: list[Difference] = []
    filled = _fill(record, cited) if cited and not new else record
    for one in cited:
        printed = {f: v for f, v in _printed(one).items() if v is not None and v != getattr(filled, f)}
        if not printed:
            continue
        groups.setdefault(tuple(printed.items()), []).append(one.locator)
        place = (one.locator.series, one.locator.note)
        if place in before and place not in known:
            differences += [Difference(record.id, f, getattr(filled, f), v, one.locator) for f, v in printed.items()]
    kept = tuple(
        variant.model_copy(update={"at": at})
        for variant in record.variants
        if (at := tuple(at for at in variant.at if at.report != report))
    )
    variants = kept + tuple(Variant(at=tuple(at), **dict(printed)) for printed, at in groups.items())
    return filled.model_copy(update={"cited": locators, "variants": variants}), differences


def _fill(record: Source, cited: Sequence[Cited]) -> Source:
    """A record with the fields it lacks from notes that did not cite it before; what is there stays."""
    before = {(at.report, at.series, at.note) for at in record.cited}
    lacking = {f for f in _FIELDS if getattr(record, f) is None}
    found: dict[str, str] = {}
    for one in cited:
        if (one.locator.report, one.locator.series, one.locator.note) not in before:
            printed = _checked(_printed(one))
            found.update({f: printed[f] for f in lacking - found.keys() if printed[f] is not None})
    return record.model_copy(update=found) if found else record


# -- ids -----------------------------------------------------------------------------------------

_BODY_WORDS = re.compile(r"\b(?:of|for|the|online|organi[sz]ation|shimbun|news|times|daily|office|ministry|institute|association|center|centre|bank|agency|bureau|council|section)\b", re.I)
_COUNTRY = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?:Japan|Republic of Korea|(?:South )?Korea|China|People.s Republic of China|Taiwan)$", re.I)


def make_id(one: Cited, taken: set[str]) -> str:
    """An id from author or publisher, year and the first three romanised words; a collision adds ``-2``.

    Made once and stored; a work without a romanised title takes a digest of its title instead.
    """
    work = one.work
    words = _ascii(work.romanised or "").split()[:3] or [sha256(comparable(work.original).encode()).hexdigest()[:8]]
    parts = [_name(work.author or work.publisher or ""), _year(work.date) or "", *words]
    base = "-".join(part for part in parts if part)[:70].strip("-")
    for number in range(1, len(taken) + 2):
        identifier = base if number == 1 else f"{base}-{number}"
        if identifier not in taken:
            return identifier
    raise AssertionError("more collisions than ids")  # cannot be: one number more than ids taken


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in folded if not unicodedata.combining(c)).lower()))


def _name(author: str) -> str:
    """A family name, or a body's initials or first two words."""
    author = re.sub(r"[(（\[].*?[)）\]]", " ", author)
    latin = _COUNTRY.sub("", re.sub(r"[^\x00-\u024f\u1e00-\u1eff]+", " ", author)).strip()
    if not _ascii(latin):
        return ""
    if _BODY_WORDS.search(latin):
        capitals = [w for w in re.findall(r"[A-Za-z]+", latin) if w[0].isupper()]
        return "".join(w[0] for w in capitals).lower() if len(capitals) > 2 else _ascii(latin).replace(" ", "-")
    person = re.split(r",|\band\b|;", latin)[0].split()
    if not person:
        return ""
    # Korean and Chinese names often print the family name first; a hyphen marks the given name
    family = person[0] if len(person) > 1 and "-" in person[-1] else person[-1]
    return _ascii(family).replace(" ", "-")


def decide(record: Source, language: Literal["ja", "ko", "zh"], person: str) -> Source:
    """A record with the language that a person decided."""
    script = route(record.title).script if language == "zh" else None
    if language == "zh" and script is None:
        script = "zh-Hant" if any(_traditional(c) for c in record.title) else "zh-Hans"
    evidence = record.route.evidence if record.route else ()
    decided = Routed(confidence=1.0, evidence=(*evidence, f"{NAMES[language]}: decided by {person}"), by=person)
    return record.model_copy(update={"language": language, "script": script, "route": decided})


def _traditional(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def counts(records: Iterable[Source]) -> Counter[str]:
    """How many records each language has."""
    return Counter(record.language for record in records)


def relocated(one: Cited, series: int, note: int) -> Cited:
    """The same work as another note cites it by pointing at this one (Ibid., See note N)."""
    return replace(one, locator=one.locator.model_copy(update={"series": series, "note": note, "pages": None}))


def cited_at(records: Sequence[Source], what: str, report: str | None = None) -> list[Source]:
    """The works that a note cites (``70``, or ``2.14`` for note 14 of series 2), or the one with an id.

    :raises Fault: there is none.
    """
    place = re.fullmatch(r"(?:(\d+)\.)?(\d+)", what)
    if place:
        series, note = int(place[1] or 1), int(place[2])
        found = [r for r in records
                 if any((at.series, at.note) == (series, note) and report in (None, at.report) for at in r.cited)]
        if found:
            return found
        raise Fault(f"note {what} cites no source in original script that is known here",
                    mend="'srcxlate run REPORT' reads a report's notes; 'srcxlate queue' lists what is known.")
    named = [r for r in records if r.id == what]
    if named:
        return named
    near = [r.id for r in records if what.lower() in r.id][:3]
    raise Fault(f"no source is called {what!r}", mend=f"Did you mean {' or '.join(near)}?" if near else "'srcxlate queue' lists them.")

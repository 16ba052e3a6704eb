"""Source records: our file on each cited work, and how citations become works.

In come the citations of a report and the records that are there; out come the records as they should
be, and what differs from a person's wording. One work is one record ``sources/<language>/<id>.yaml``.

Who owns what: ``cited`` and ``variants`` say what reports print, and follow each report when it is read
again; all other fields are filled when a record is made and are a person's from then on. No later
reading changes, fills or empties them; it reports what is printed otherwise. A variant that no report
prints any more keeps its wording without a place, and a record stays when its last citation goes.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from srcxlate.addresses import same_page
from srcxlate.citations import Citation
from srcxlate.errors import Fault, Faults, Place
from srcxlate.languages import BODY_WORDS, FAMILY_NAMES, NAMES, ORIGINAL
from srcxlate.records import Record, Unfit, read_record, write_record, written_as
from srcxlate.route import Route, chinese_script

LANGUAGES = ("ja", "ko", "zh")
_FIELDS = ("title", "romanised", "english", "author", "publisher", "date", "url")
"""What a note prints of a work, in the order of a record."""
_EDTF = re.compile(r"(?:[0-9]{4}|XXXX)(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_ADDRESS = re.compile(r"https?://\S+")

Identifier = Annotated[
    str,
    written_as(
        r"[a-z0-9][a-z0-9-]{0,79}",
        "is no id",
        "Use a to z, figures and hyphens, at most 80; the file has the same name.",
    ),
]
Date = Annotated[
    str, written_as(_EDTF.pattern, "is no date", "Write it as 2023-07-20, 2023-07, 2023 or XXXX-07-20.")
]
Url = Annotated[
    str, written_as(_ADDRESS.pattern, "is no address", "Begin it with http:// or https://; no spaces.")
]


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

    at: tuple[Locator, ...] = ()
    """None where no report prints it (any more): a wording that is kept, and by which a work is known."""
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

    id: Identifier
    language: Literal["ja", "ko", "zh", "und"]
    script: Literal["zh-Hans", "zh-Hant"] | None = None
    title: Annotated[str, Field(min_length=1)]
    romanised: str | None = None
    english: str | None = None
    """The English that the report prints."""
    author: str | None = None
    publisher: str | None = None
    date: Date | None = None
    url: Url | None = None
    containers: tuple[Container, ...] = ()
    """The inner one first."""
    route: Routed | None = None
    cited: tuple[Locator, ...] = ()
    variants: tuple[Variant, ...] = ()

    @model_validator(mode="after")
    def _script_is_chinese(self) -> "Source":
        if self.script and self.language != "zh":
            raise Unfit(
                f"is {self.language}, but has the script {self.script}", "Remove the script; only zh has one."
            )
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
    for language in (*LANGUAGES, "und"):
        for path in sorted((folder / language).glob("*.[yY]*")):
            of_ours = path.suffix.lower() in (".yaml", ".yml") and not path.stem.endswith(".en")
            if path.name.startswith(".") or not of_ours:
                continue
            try:
                record = read_record(path, Source)
            except Fault as fault:
                faults += fault.each
                continue
            faults += _misplaced(record, path, language, records)
            records[record.id] = record
    if faults:
        raise Faults(faults)
    return sorted(records.values(), key=lambda record: record.id)


def _misplaced(record: Source, path: Path, folder: str, others: Mapping[str, Source]) -> Iterator[Fault]:
    place = Place(str(path), 1)
    if path.suffix != ".yaml":
        yield Fault(f"the file's name ends in {path.suffix}", mend="Let it end in .yaml.", place=place)
    if record.id != path.stem:
        message = f"the id is {record.id!r}, the file's name {path.stem!r}"
        yield Fault(message, mend="Make them the same.", place=place)
    if record.language == "und":
        mend = "Write ja, ko or zh, and put the file in the folder of that name."
        yield Fault("the language is open", mend=mend, place=place)
    elif record.language != folder:
        message = f"the language is {record.language!r}, the folder {folder!r}"
        mend = f"Move the file to {record.language}/, or mend the language."
        yield Fault(message, mend=mend, place=place)
    if record.id in others:
        mend = "Give one of them another id."
        yield Fault(f"the id {record.id!r} is taken by another file", mend=mend, place=place)


def write_sources(folder: Path, records: Iterable[Source], before: Iterable[Source] = ()) -> int:
    """Writes the records that differ from their files; records of open language are not written.

    :param before: the records as they were read; one equal to its file is not touched, and of one that
        changed only the fields that changed are written, so a file that a person laid out stays as it is.
    :returns: how many files changed.
    """
    known = {record.id: record for record in before}
    changed = 0
    for record in records:
        if record.language != "und" and known.get(record.id) != record:
            changed += write_record(source_path(folder, record), record, known.get(record.id))
    return changed


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


def merge(records: Sequence[Source], report: str, cited: Sequence[Cited]) -> Merged:
    """The records after reading one report: found again, added, given new locators and variants.

    Reading the same report again changes nothing and adds nothing.
    """
    known = {record.id: record for record in records}
    found, merged = _settled(known, report, cited)
    notes = _by_record(cited, found)
    homes: dict[tuple[Locator, int], str] = {}
    for one, identifier in zip(cited, found, strict=True):
        homes.setdefault((one.locator, one.work.start), identifier)
    differences = [
        difference
        for identifier, record in sorted(known.items())
        for difference in _differences(record, report, notes.get(identifier, []))
    ]
    added = tuple(identifier for identifier in notes if identifier not in known)
    return Merged(tuple(merged), added, tuple(differences), homes)


def _settled(
    known: Mapping[str, Source], report: str, cited: Sequence[Cited]
) -> tuple[list[str], list[Source]]:
    """The id of each citation's work, and the records, so that another reading would change neither.

    What a later note prints may tell where an earlier one belongs (a title without a year), so that
    citations are assigned again with the records that came of them; mostly twice.
    """
    current = sorted(known.values(), key=lambda record: record.id)
    for _ in range(_ROUNDS):
        found = _assign(_Index(current), report, cited)
        notes = _by_record(cited, found)
        records = [_relisted(record, report, notes.get(record.id, [])) for record in known.values()]
        records += [
            _new(identifier, report, notes[identifier]) for identifier in notes if identifier not in known
        ]
        before, current = current, sorted(records, key=lambda record: record.id)
        if current == before:
            break
    return found, current


_ROUNDS = 10
"""Most readings of one report in a merge; two or three do, save for notes that contradict each other."""


def _by_record(cited: Sequence[Cited], found: Sequence[str]) -> dict[str, list[Cited]]:
    notes: dict[str, list[Cited]] = {}
    for one, identifier in zip(cited, found, strict=True):
        notes.setdefault(identifier, []).append(one)
    return notes


# -- which work it is ------------------------------------------------------------------------------


def comparable(title: str) -> str:
    """A title for comparing: NFKC, case folded, without punctuation, spaces and invisible characters."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LNM")


def _year(date: str | None) -> str | None:
    return date[:4] if date and date[:4].isdigit() else None


class _Index:
    """What the known works are known by: addresses, titles with years, and where they are cited."""

    def __init__(self, records: Iterable[Source]) -> None:
        self.by_id: dict[str, Source] = {}
        self._pages: dict[str, list[str]] = {}
        self._titles: dict[str, list[str]] = {}
        self._years: dict[str, set[str]] = {}
        for record in sorted(records, key=lambda record: record.id):
            self.add(record)

    def add(self, record: Source) -> None:
        self.by_id[record.id] = record
        self._years[record.id] = set()
        for printed in _wordings(record):
            self._learn(record.id, printed.get("title"), printed.get("date"), printed.get("url"))

    def learn(self, identifier: str, one: Cited) -> None:
        """From now on the work is known by what this note prints, too."""
        self._learn(identifier, one.work.original, one.work.date, one.work.url)

    def _learn(self, identifier: str, title: str | None, date: str | None, url: str | None) -> None:
        page = same_page(url) if url else None
        if page and identifier not in self._pages.setdefault(page, []):
            self._pages[page].append(identifier)
        plain = comparable(title) if title else ""
        if plain and identifier not in self._titles.setdefault(plain, []):
            self._titles[plain].append(identifier)
        year = _year(date)
        if year:
            self._years[identifier].add(year)

    def find(self, one: Cited) -> str | None:
        """The work of the same address, else of the same title and year; None if no work can be told.

        Of several the one that was cited in this place wins: that is how a person splits a record.
        """
        page = same_page(one.work.url) if one.work.url else None
        same = self._pages.get(page, []) if page else []
        if same:
            return min(same, key=lambda identifier: self._rank(identifier, one))
        same = self._titles.get(comparable(one.work.original), [])
        agreeing = [identifier for identifier in same if self.years_agree(identifier, one)]
        if not agreeing:
            return None
        best = min(agreeing, key=lambda identifier: self._rank(identifier, one))
        sure = len(agreeing) == 1 or self._year_rank(best, one) == 0 or self.cited_at(best, one.locator)
        return best if sure else None

    def years_agree(self, identifier: str, one: Cited) -> bool:
        """Whether nothing speaks against the year: it is the same, or one of both has none."""
        year = _year(one.work.date)
        return not year or not self._years[identifier] or year in self._years[identifier]

    def cited_at(self, identifier: str, locator: Locator) -> bool:
        """Whether the record says that it is cited in this note."""
        place = (locator.report, locator.series, locator.note)
        return any((at.report, at.series, at.note) == place for at in self.by_id[identifier].cited)

    def _year_rank(self, identifier: str, one: Cited) -> int:
        year, known = _year(one.work.date), self._years[identifier]
        return 0 if (year in known if year else not known) else 1

    def _rank(self, identifier: str, one: Cited) -> tuple[Any, ...]:
        other_title = comparable(self.by_id[identifier].title) != comparable(one.work.original)
        elsewhere = not self.cited_at(identifier, one.locator)
        return elsewhere, self._year_rank(identifier, one), other_title, identifier


def _assign(index: _Index, report: str, cited: Sequence[Cited]) -> list[str]:
    """The work of each citation.

    First those that agree with a record, then those of records that a person reworded, then new ones.
    """
    found = [index.find(one) for one in cited]
    for identifier, one in zip(found, cited, strict=True):
        if identifier:
            index.learn(identifier, one)
    missed = _missed(index, report, cited, found)
    assigned: list[str] = []
    for identifier, one in zip(found, cited, strict=True):
        identifier = identifier or index.find(one) or _reworded(index, missed, one)
        if identifier is None:
            identifier = make_id(one, index.by_id)
            index.add(_new(identifier, report, [one]))
        index.learn(identifier, one)
        missed.get(identifier, set()).discard((one.locator.series, one.locator.note))
        assigned.append(identifier)
    return assigned


def _missed(
    index: _Index, report: str, cited: Sequence[Cited], found: Sequence[str | None]
) -> dict[str, set[tuple[int, int]]]:
    """For each record the notes of this report, by series and number, that seem to cite it no more."""
    places = {(i, one.locator.series, one.locator.note) for i, one in zip(found, cited, strict=True)}
    return {
        record.id: {
            (at.series, at.note)
            for at in record.cited
            if at.report == report and (record.id, at.series, at.note) not in places
        }
        for record in index.by_id.values()
    }


def _reworded(index: _Index, missed: Mapping[str, set[tuple[int, int]]], one: Cited) -> str | None:
    """The record that a note cites though address, title or year were changed by hand.

    Looked for among the records that the report cited and that are missed in a note now. The id says
    what was printed when it was made; or else romanised or English title agree, or the note is the same
    and the title similar.
    """
    place = (one.locator.series, one.locator.note)
    base = _id_base(one.work)
    ranked: list[tuple[bool, bool, str]] = []
    for identifier, places in missed.items():
        if not places:
            continue
        same_id = identifier == base or bool(re.fullmatch(re.escape(base) + r"-\d+", identifier))
        alike = index.years_agree(identifier, one) and _alike(index.by_id[identifier], one, place in places)
        if same_id or alike:
            ranked.append((not same_id, place not in places, identifier))
    return min(ranked)[2] if ranked else None


def _alike(record: Source, one: Cited, same_place: bool) -> bool:
    work = one.work
    author, other = comparable(work.author or ""), comparable(record.author or "")
    if author and other and author != other:
        return False
    for printed in _wordings(record):
        for mine, theirs in (
            (work.romanised, printed.get("romanised")),
            (work.english, printed.get("english")),
        ):
            if mine and theirs and comparable(mine) == comparable(theirs):
                return True
    titles = comparable(work.original), comparable(record.title)
    return same_place and SequenceMatcher(None, *titles).ratio() >= _SIMILAR


_SIMILAR = 0.6
"""Share of two titles' characters that stand in both in the same order; half is common by chance."""


# -- what a report prints of it -------------------------------------------------------------------------


def _printed(one: Cited) -> dict[str, str]:
    """What a note prints of a work, as a record would hold it; what is no address or no date is left out."""
    work = one.work
    printed = Variant(
        title=work.original, romanised=work.romanised, english=work.english, author=work.author,
        publisher=work.publisher, url=work.url if _ADDRESS.fullmatch(work.url or "") else None,
        date=work.date if _EDTF.fullmatch(work.date or "") else None,
    )  # fmt: skip
    return _wording(printed)


def _wording(printed: Source | Variant) -> dict[str, str]:
    return {field: value for field in _FIELDS if (value := getattr(printed, field))}


def _wordings(record: Source) -> Iterator[dict[str, str]]:
    """What the record has, then what its variants have otherwise."""
    yield _wording(record)
    yield from map(_wording, record.variants)


def _new(identifier: str, report: str, notes: Sequence[Cited]) -> Source:
    """A new record: each fact from the first note that prints it, the language from the first that tells."""
    facts: dict[str, str] = {}
    for one in notes:
        facts = _printed(one) | facts
    held = next((one.containers for one in notes if one.containers), ())
    route = next((one.route for one in notes if one.route.language != "und"), notes[0].route)
    record = Source(
        id=identifier, language=route.language, script=route.script, **facts,
        containers=tuple(Container(title=c.original, romanised=c.romanised, english=c.english) for c in held),
        route=Routed(confidence=route.confidence, evidence=route.evidence),
    )  # fmt: skip
    return _relisted(record, report, notes)


def _relisted(record: Source, report: str, notes: Sequence[Cited]) -> Source:
    """A record with the locators and variants of this report as they are now."""
    elsewhere = [at for at in record.cited if at.report != report]
    cited = _in_order(record.cited, [*elsewhere, *(one.locator for one in notes)])
    places: dict[tuple[tuple[str, str], ...], list[Locator]] = {}
    for variant in record.variants:
        at = [at for at in variant.at if at.report != report]
        if at:
            places.setdefault(tuple(_wording(variant).items()), []).extend(at)
    for one in notes:
        differing = tuple((f, v) for f, v in _printed(one).items() if v != getattr(record, f))
        if differing:
            places.setdefault(differing, []).append(one.locator)
    known = {tuple(_wording(variant).items()): variant for variant in record.variants}
    variants = {
        wording: Variant(at=_in_order(known[wording].at if wording in known else (), at), **dict(wording))
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
        wording = _wording(variant)
        lost = {f: v for f, v in wording.items() if (f, v) not in printed and v != getattr(record, f)}
        if lost and tuple(wording.items()) not in placed:
            left = lost if variant.at else wording
            kept[tuple(left.items())] = Variant(**left)
    return kept


def _in_order(before: tuple[Locator, ...], now: Iterable[Locator]) -> tuple[Locator, ...]:
    """Locators by report, series and note, each once; as they were if they are the same."""
    unique = dict.fromkeys(now)
    if set(before) == unique.keys():
        return before
    return tuple(sorted(unique, key=lambda at: (at.report, at.series, at.note, at.pages or "")))


def _differences(record: Source, report: str, notes: Sequence[Cited]) -> Iterator[Difference]:
    """Where this report prints otherwise than a known record has it.

    Told at every reading while no note prints what the record has, for then it is a person's wording;
    else once, when the other wording first appears.
    """
    printed = [(one.locator, _printed(one)) for one in notes]
    for field in _FIELDS:
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


# -- ids -----------------------------------------------------------------------------------------

_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)})\b", re.I)
_COUNTRY = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:Japan|Republic of Korea|(?:South )?Korea|China|People.s Republic of China|Taiwan)$",
    re.I,
)
_ORIGINAL = re.compile(f"[{ORIGINAL}]")
_BETWEEN_AUTHORS = re.compile(r"[,;&、，・·/]|\b(?:and|with|et al|eds?)\b")


def make_id(one: Cited, taken: Iterable[str]) -> str:
    """An id from author or publisher, year and the first three romanised words; a collision adds ``-2``.

    Made once and stored; a work without a romanised title takes a digest of its title instead.
    """
    base, used = _id_base(one.work), set(taken)
    identifier, number = base, 1
    while identifier in used:
        number += 1
        identifier = f"{base}-{number}"
    return identifier


def _id_base(work: Citation) -> str:
    words = _ascii(work.romanised or "").split()[:3]
    if not words:
        words = [sha256(comparable(work.original).encode()).hexdigest()[:8]]
    parts = [_name(work.author or "") or _name(work.publisher or ""), _year(work.date) or "", *words]
    return "-".join(part for part in parts if part)[:70].strip("-")


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _name(author: str) -> str:
    """A family name, or a body's initials or first words; empty if there is nothing in Latin letters."""
    author = unicodedata.normalize("NFKC", author)
    unbracketed = re.sub(r"[(\[].*?[)\]]", " ", author)
    outside = _latin(unbracketed)
    latin = outside or _latin(author)
    if _BODY.search(latin):
        capitals = [w for w in re.findall(r"[A-Za-z]+", latin) if w[0].isupper()]
        if len(capitals) > 2:
            return "".join(w[0] for w in capitals).lower()
        return "-".join(_ascii(latin).split()[:4])
    person = next((words for part in _BETWEEN_AUTHORS.split(latin) if (words := part.split())), [])
    beside = not outside or _ORIGINAL.search(unbracketed) is not None  # in the order of 小川美奈子 beside it
    return _ascii(_family(person, original_order=beside)).replace(" ", "-") if person else ""


def _latin(text: str) -> str:
    """What stands in Latin letters in a text, without brackets and without the country of a body."""
    latin = re.sub(r"[^\x00-\u024f\u1e00-\u1eff’]+|[()\[\]]", " ", text)
    return _COUNTRY.sub("", latin.strip()) if _ascii(latin) else ""


def _family(words: Sequence[str], *, original_order: bool) -> str:
    """The family name among a person's names.

    That set in capitals; else the first if a hyphen marks the given name after it (Kim Min-ji), if the
    name stands beside its original script, or if it is a common family name and the last is none; else
    the last.
    """
    first, last = words[0], words[-1]
    capitals = [word for word in words if len(word) > 1 and word.isalpha() and word.isupper()]
    if capitals and len(capitals) < len(words):
        return capitals[0]
    names = [word.strip(".-").lower() in FAMILY_NAMES for word in (first, last)]
    if "-" in last or original_order or names == [True, False]:
        return first
    return last


# -- decisions and questions --------------------------------------------------------------------------


def decide(record: Source, language: Literal["ja", "ko", "zh"], person: str) -> Source:
    """A record with the language that a person decided."""
    script = chinese_script(record.title, record.url) if language == "zh" else None
    evidence = record.route.evidence if record.route else ()
    decided = Routed(
        confidence=1.0, evidence=(*evidence, f"{NAMES[language]}: decided by {person}"), by=person
    )
    return record.model_copy(update={"language": language, "script": script, "route": decided})


def cited_at(records: Sequence[Source], what: str, report: str | None = None) -> list[Source]:
    """The works that a note cites (``70``, or ``2.14`` for note 14 of series 2), or the one with an id.

    :raises Fault: there is none.
    """
    place = re.fullmatch(r"(?:([0-9]{1,9})\.)?([0-9]{1,9})", what)
    if place:
        asked = int(place[1] or 1), int(place[2])
        found = [
            record
            for record in records
            if any((at.series, at.note) == asked and report in (None, at.report) for at in record.cited)
        ]
        if found:
            return found
        mend = "'srcxlate run REPORT' reads a report's notes; 'srcxlate queue' lists what is known."
        raise Fault(f"note {what} cites no source in original script that is known here", mend=mend)
    named = [record for record in records if record.id == what]
    if named:
        return named
    near = [record.id for record in records if what.lower() in record.id][:3]
    mend = f"Did you mean {' or '.join(near)}?" if near else "'srcxlate queue' lists them."
    raise Fault(f"no source is called {what!r}", mend=mend)

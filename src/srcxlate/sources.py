"""Source records: our file on each cited work.

In come the files ``sources/<language>/<id>.yaml``, out come records; and the files that a change of records
writes. One work is one record.

Who owns what: ``cited`` and ``variants`` say what reports print, and follow each report when it is read
again; all other fields are filled when a record is made and are a person's from then on. No later
reading changes, fills or empties them; it reports what is printed otherwise. A variant that no report
prints any more keeps its wording without a place, and a record stays when its last citation goes. A note
that prints what a record says it prints there is that record's, whatever else is known by the same
address or title: so a person's merging and splitting holds.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srcxlate.cache import opened
from srcxlate.errors import Fault, Faults, Place
from srcxlate.files import read_text
from srcxlate.languages import NAMES
from srcxlate.people import PersonName
from srcxlate.records import (
    Moment,
    Record,
    Unfit,
    read_record,
    render_over,
    render_record,
    write_record,
    written_as,
)
from srcxlate.route import chinese_script

LANGUAGES = ("ja", "ko", "zh")
FIELDS = ("title", "romanised", "english", "author", "publisher", "date", "url")
"""What a note prints of a work, in the order of a record."""
EDTF = re.compile(r"(?:[0-9]{4}|XXXX)(?:-[0-9]{2}(?:-[0-9]{2})?)?")
"""A date as records write it."""
ADDRESS = re.compile(r"https?://\S+")
"""An address as records write it."""

Identifier = Annotated[
    str,
    written_as(
        r"[a-z0-9][a-z0-9-]{0,79}",
        "is no id",
        "Use a to z, figures and hyphens, at most 80; the file has the same name.",
    ),
]
Date = Annotated[
    str, written_as(EDTF.pattern, "is no date", "Write it as 2023-07-20, 2023-07, 2023 or XXXX-07-20.")
]
Url = Annotated[
    str, written_as(ADDRESS.pattern, "is no address", "Begin it with http:// or https://; no spaces.")
]


class Locator(Record):
    """Where in a report a work is cited."""

    report: str
    series: Annotated[int, Field(ge=1)] = 1
    note: Annotated[int, Field(ge=0)]
    pages: str | None = None
    """The pages that this note cites."""

    @property
    def place(self) -> tuple[str, int, int]:
        """The note: report, series, number."""
        return self.report, self.series, self.note

    def __str__(self) -> str:
        series = f" (series {self.series})" if self.series > 1 else ""
        return f"{self.report} note {self.note}{series}"


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


class Ignored(Record):
    """Why a work is neither drafted nor reviewed, and who said so."""

    reason: Annotated[str, Field(min_length=1)]
    by: PersonName
    at: Moment


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
    ignored: Ignored | None = None
    cited: tuple[Locator, ...] = ()
    variants: tuple[Variant, ...] = ()

    @model_validator(mode="after")
    def _script_is_chinese(self) -> "Source":
        if self.script and self.language != "zh":
            raise Unfit(
                f"is {self.language}, but has the script {self.script}", "Remove the script; only zh has one."
            )
        return self


# -- files ---------------------------------------------------------------------------------------


def source_path(folder: Path, source: Source) -> Path:
    """Where a record's file lies under ``sources/``."""
    return folder / source.language / f"{source.id}.yaml"


def read_sources(folder: Path, cache: Path | None = None) -> list[Source]:
    """All records of a workspace, by id.

    :param cache: where what the files held is kept, so that only changed ones are parsed.
    :raises Faults: everything wrong with any of them; a file in the wrong place is a fault too.
    """
    records: dict[str, Source] = {}
    faults: list[Fault] = []
    with opened(cache) as kept:
        for path in _files(folder):
            try:
                record = read_record(path, Source, kept)
            except Fault as fault:
                faults += fault.each
                continue
            faults += _misplaced(record, path, path.parent.name, records)
            records[record.id] = record
    if faults:
        raise Faults(faults)
    return sorted(records.values(), key=lambda record: record.id)


def _files(folder: Path) -> Iterator[Path]:
    """The record files, those of reviewed English left out."""
    for language in (*LANGUAGES, "und"):
        for path in sorted((folder / language).glob("*.[yY]*")):
            of_ours = path.suffix.lower() in (".yaml", ".yml") and not path.stem.endswith(".en")
            if of_ours and not path.name.startswith("."):
                yield path


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


def files_of(
    folder: Path, changed: Iterable[Source], before: Iterable[Source], gone: Iterable[Source] = ()
) -> tuple[dict[Path, str], list[Path]]:
    """The files under ``sources/`` that a change of several records writes and removes; nothing is touched.

    :param changed: the records that are new or changed; one of open language has no file.
    :param before: the records as they were read. A file that a person laid out changes in the fields that
        change alone, and takes its comments with it when its record moves to another language.
    :param gone: the records whose file goes, those that moved among them, as they were.
    :returns: the text of each file to write, and the files to remove.
    :raises Faults: a file became faulty meanwhile.
    """
    known = {record.id: record for record in before}
    writes: dict[Path, str] = {}
    for record in changed:
        if record.language != "und":
            was = known.get(record.id)
            path = source_path(folder, was) if was else None
            if was and path and path.exists():
                text = render_over(read_text(path), record, was, str(path))
            else:
                text = render_record(record)
            writes[source_path(folder, record)] = text
    paths = (source_path(folder, record) for record in gone if record.language != "und")
    return writes, [path for path in paths if path not in writes and path.exists()]


# -- what a record says ---------------------------------------------------------------------------


def wording_of(printed: Source | Variant) -> dict[str, str]:
    """What a record or a variant has of what notes print; empty fields are left out."""
    return {field: value for field in FIELDS if (value := getattr(printed, field))}


def wordings_of(record: Source) -> Iterator[dict[str, str]]:
    """What the record has, then what its variants have instead; what they leave out is as it has it."""
    own = wording_of(record)
    yield own
    yield from (own | wording_of(variant) for variant in record.variants)


def in_order(before: tuple[Locator, ...], now: Iterable[Locator]) -> tuple[Locator, ...]:
    """Locators by report, series and note, each once; as they were if they are the same."""
    unique = dict.fromkeys(now)
    if set(before) == unique.keys():
        return before
    return tuple(sorted(unique, key=lambda at: (at.report, at.series, at.note, at.pages or "")))


def container_keys(source: Source) -> tuple[str, ...]:
    """The keys of the segments that a work's containers are, in their order."""
    numbers = range(1, len(source.containers) + 1)
    return tuple("container" if number == 1 else f"container-{number}" for number in numbers)


# -- decisions and questions --------------------------------------------------------------------------


Decision = Literal["ja", "ko", "zh", "zh-Hans", "zh-Hant", "und"]
"""A language that a person may set: Chinese with or without its script, or open again."""


def decide(record: Source, decision: Decision, person: str) -> Source:
    """A record with the language that a person decided; ``zh`` alone takes the script of the title."""
    language, _, form = decision.partition("-")
    script = decision if form else None
    if decision == "zh":
        script = chinese_script(record.title, record.url)
    evidence = record.route.evidence if record.route else ()
    told = f"{NAMES[language]}{f' ({script})' if form else ''}: decided by {person}"
    confidence = 0.0 if language == "und" else 1.0
    decided = Routed(confidence=confidence, evidence=(*evidence, told), by=person)
    return record.model_copy(update={"language": language, "script": script, "route": decided})


def note_place(what: str) -> tuple[int, int] | None:
    """Series and note of ``70`` or ``2.14``; None of what is neither."""
    place = re.fullmatch(r"(?:([0-9]{1,9})\.)?([0-9]{1,9})", what)
    return (int(place[1] or 1), int(place[2])) if place else None


def cited_at(records: Sequence[Source], what: str, report: str | None = None) -> list[Source]:
    """The works that a note cites (``70``, or ``2.14`` for note 14 of series 2), or the one with an id.

    :raises Fault: there is none.
    """
    asked = note_place(what)
    if asked:
        found = [
            record
            for record in records
            if any((at.series, at.note) == asked and report in (None, at.report) for at in record.cited)
        ]
        if found:
            return found
        mend = "'srcxlate run REPORT' reads a report's notes; 'srcxlate queue' lists what is known."
        raise Fault(f"note {what} cites no source in original script that is known here", mend=mend)
    return [named(records, what)]


def named(records: Sequence[Source], identifier: str) -> Source:
    """The work with an id.

    :raises Fault: there is none; it tells those with ids that are near.
    """
    for record in records:
        if record.id == identifier:
            return record
    wanted = identifier.lower()
    near = [record.id for record in records if wanted in record.id]
    near = (near or get_close_matches(wanted[:100], [record.id for record in records]))[:3]
    mend = f"Did you mean {' or '.join(near)}?" if near else "'srcxlate queue' lists them."
    raise Fault(f"no source is called {identifier!r}", mend=mend)

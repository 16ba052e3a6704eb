"""The reviewed English of a work, segment by segment, beside its record: ``sources/<lang>/<id>.en.yaml``.

In come files and what the desk keeps, out come :class:`Reviewed` records and the text of a file. A file has
an entry for each segment in the order of the source and a line for each field, so that two people's work
on different segments of one file merges by itself; a work of several segments has its file from the start.
In a file that a person laid out only the lines that change are written anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, model_validator

from srcxlate.errors import Fault, Faults, Place
from srcxlate.people import PersonName
from srcxlate.records import Moment, Record, Unfit, parse_plain, parse_record, render_value, written_as
from srcxlate.sources import LANGUAGES, Identifier

ENDING = ".en.yaml"
LONGEST = 100_000
"""Characters of a segment's English."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def fit_english(text: str) -> str:
    """A person's English as it is kept: line ends as one character, no white space at its ends.

    :raises Unfit: it is empty, too long, or holds control characters.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        raise Unfit("is empty", "Write the English, or leave the segment as it is.")
    if len(text) > LONGEST:
        raise Unfit(f"is longer than {LONGEST:,} characters", "Shorten it.")
    _refuse_control(text.replace("\n", " "))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unfit("holds half a character", "Write it anew.") from None
    return text


def _refuse_control(text: str) -> str:
    if bad := _CONTROL.search(text):
        raise Unfit(f"holds the control character U+{ord(bad[0]):04X}", "Take it out.")
    return text


Digest = Annotated[str, written_as(r"[0-9a-f]{64}", "is no SHA-256", "Leave the line out.")]
Key = Annotated[
    str,
    written_as(
        r"(?:title|container|[0-9a-f]{12})(?:-[1-9][0-9]*)?", "is no segment's key", "Use title or container."
    ),
]


class Entry(Record):
    """One segment's reviewed English; a segment on which no person wrote has its key alone."""

    segment: Key
    original: str | None = None
    """The text that the English renders; where it is no longer the source's, the English is stale."""
    digest: Digest | None = None
    """SHA-256 of that text."""
    english: Annotated[str, AfterValidator(fit_english)] | None = None
    status: Literal["corrected", "approved", "published"] | None = None
    corrected_by: PersonName | None = None
    corrected_at: Moment | None = None
    approved_by: PersonName | None = None
    approved_at: Moment | None = None
    published_by: PersonName | None = None
    published_at: Moment | None = None
    returned: Annotated[str, AfterValidator(_refuse_control)] | None = None
    """Why it was given back to its translator."""

    @model_validator(mode="after")
    def _belongs_together(self) -> "Entry":
        told = (self.status, self.corrected_by, self.approved_by, self.published_by, self.returned)
        if self.english is None and any(told):
            raise Unfit("has no English", "Add a line 'english: …', or take its other lines out.")
        if self.original and self.digest and sha256(self.original.encode()).hexdigest() != self.digest:
            raise Unfit(
                f"{self.segment} has another original than its digest says",
                "Put the line back, or take both out: then the English is for the original as it is now.",
            )
        return self


class Reviewed(Record):
    """The reviewed English of one work."""

    id: Identifier
    segments: tuple[Entry, ...] = ()
    """In the order of the source."""

    @model_validator(mode="after")
    def _once(self) -> "Reviewed":
        seen: set[str] = set()
        for entry in self.segments:
            if entry.segment in seen:
                raise Unfit(f"holds the segment {entry.segment} twice", "Keep one of them.")
            seen.add(entry.segment)
        return self

    def entry(self, key: str) -> Entry:
        """A segment's entry; one without English where there is none."""
        return next((entry for entry in self.segments if entry.segment == key), Entry(segment=key))


# -- files ---------------------------------------------------------------------------------------

_MARKER = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: |$)|={7}$)", re.MULTILINE)
"""What git leaves at the head of a line where two people changed the same ones."""


def reviewed_path(folder: Path, language: str, source: str) -> Path:
    """Where a work's reviewed English lies under ``sources/``."""
    return folder / language / f"{source}{ENDING}"


def reviewed_files(folder: Path) -> dict[str, Path]:
    """All files of reviewed English, by the id in their names; the first where there are two."""
    found: dict[str, Path] = {}
    for language in LANGUAGES:
        for path in sorted((folder / language).glob(f"[!.]*{ENDING}")):
            found.setdefault(path.name.removesuffix(ENDING), path)
    return found


def parse_reviewed(text: str, file: str, source: str) -> Reviewed:
    """The record in a file's text.

    :param file: the name to use in faults.
    :param source: the id that it must have.
    :raises Faults: everything that is wrong with it, each fault with its line.
    """
    plain = text.replace("\r\n", "\n")
    if marker := _MARKER.search(plain):
        line = plain.count("\n", 0, marker.start()) + 1
        mend = "Make one of the two sides, and take out the lines <<<<<<<, ======= and >>>>>>>."
        raise Fault("holds two sides that git could not merge", mend=mend, place=Place(file, line))
    try:
        reviewed = parse_record(text, Reviewed, file)
    except Fault as fault:
        raise Faults(_with_their_lines(fault, text, file)) from fault
    if reviewed.id != source:
        message = f"the id is {reviewed.id!r}, the file's name {source + ENDING!r}"
        place = Place(file, parse_plain(text, file).lines["id"])
        raise Fault(message, mend="Make them the same.", place=place)
    return reviewed


def _with_their_lines(faults: Fault, text: str, file: str) -> Iterator[Fault]:
    """Faults, that of a segment which stands twice with the line of the second."""
    for fault in faults.each:
        if twice := re.search(r"holds the segment (\S+) twice$", fault.message):
            entries = parse_plain(text, file)["segments"]
            lines = [line for e, line in zip(entries, entries.lines, strict=True) if e["segment"] == twice[1]]
            message = f"{twice[0]} (first in line {lines[0]})"
            yield Fault(message, mend=fault.mend, place=Place(file, lines[1]))
        else:
            yield fault


def render_reviewed(reviewed: Reviewed, over: str = "") -> str:
    """The text of a file: entries in their order, one line a field.

    :param over: the file's present text; what a person laid out there is kept save in lines that change.
    """
    with suppress(Fault):  # what is there holds no record: nothing of it can be kept
        there = parse_record(over, Reviewed, "")
        text = over if there == reviewed else _laid_over(over, there, reviewed)
        if text and parse_record(text, Reviewed, "") == reviewed:
            return text
    return render_value({"id": reviewed.id, "segments": [_values(entry) for entry in reviewed.segments]})


def _values(entry: Entry) -> dict[str, Any]:
    return entry.model_dump(mode="json", exclude_none=True)


# -- a file that a person laid out --------------------------------------------------------------------

_Chunk = tuple[str, list[str]]
"""A field's name and its lines; without a name comments and empty lines, which belong to what follows."""


@dataclass(frozen=True, slots=True)
class _Block:
    """An entry in a file."""

    above: list[str]
    """The comments over it."""
    chunks: list[_Chunk]
    """Its lines, the first with its dash."""

    @property
    def lines(self) -> list[str]:
        return [line for _, lines in self.chunks for line in lines]


def _laid_over(text: str, there: Reviewed, wanted: Reviewed) -> str | None:
    """The text with the wanted entries, those that agree untouched; None where it has no lines for each."""
    lines = text.splitlines(keepends=True)
    found = _blocks(lines, parse_plain(text, ""))
    if found is None:
        return None
    head, blocks, tail = found
    end = "\r\n" if "\r\n" in text else "\n"
    known = {entry.segment: (entry, block) for entry, block in zip(there.segments, blocks, strict=True)}
    indent = blocks[0].lines[0].partition("-")[0] if blocks else "  "
    written = head
    for entry in wanted.segments:
        if entry.segment in known:
            old, block = known.pop(entry.segment)
            written += [
                *block.above,
                *(block.lines if old == entry else _with_fields(block, old, entry, end)),
            ]
        else:
            written += _rendered([_values(entry)], indent, end)
    written += [line for _, block in known.values() for line in block.above]
    written = [line if line.endswith(("\n", "\r")) else line + end for line in (*written, *tail)]
    if lines[-1] + end == written[-1]:
        written[-1] = lines[-1]
    return "".join(written)


def _blocks(lines: Sequence[str], layout: Any) -> tuple[list[str], list[_Block], list[str]] | None:
    """The lines before the entries, the entries, and the lines after; None where it has no lines for each."""
    entries = layout.get("segments")
    if not entries:
        at = layout.lines.get("segments", len(lines) + 1) - 1
        return [*lines[:at], "segments:"], [], list(lines[at + 1 :])
    starts = [at for line in entries.lines if (at := _dash(lines, line - 1)) is not None]
    if len(starts) < len(entries):
        return None
    ends = (line - 1 for line in layout.lines.values() if line > entries.lines[-1])
    stop = min([*ends, *(at for at, line in enumerate(lines) if line.startswith("...")), len(lines)])
    blocks: list[_Block] = []
    above: list[str] = []
    for entry, start, behind in zip(entries, starts, [*starts[1:], stop], strict=True):
        chunks = _chunks(lines, entry.lines, start, behind)
        below = chunks.pop()[1]
        blocks.append(_Block(above, chunks))
        above = below
    return list(lines[: starts[0]]), blocks, [*above, *lines[stop:]]


def _dash(lines: Sequence[str], at: int) -> int | None:
    """The line with the dash of an entry whose first field is in a line; None where it has none."""
    while at >= 0 and not re.match(r" *-\s", lines[at]):
        if not re.match(r"\s", lines[at]):
            return None
        at -= 1
    return at if at >= 0 else None


def _chunks(lines: Sequence[str], fields: Mapping[str, int], start: int, behind: int) -> list[_Chunk]:
    """An entry's lines, field by field; the last chunk is what belongs to the entry after it.

    Fields in braces or in one line are one chunk without a name.
    """
    places = {line - 1: name for name, line in fields.items()}
    named = len(places) == len(fields) and not re.match(r"[ -]*\{", lines[min(places)])
    chunks: list[_Chunk] = [("", list(lines[start : min(places)]))]
    bounds = [*sorted(places), behind] if named else [min(places), behind]
    for at, following in pairwise(bounds):
        stop = _end(lines, at, following) if named else max(_end(lines, at, following), max(places) + 1)
        chunks += [(places[at] if named else "", list(lines[at:stop])), ("", list(lines[stop:following]))]
    return [chunks[0], *chunks[1:]] if chunks[0][1] else chunks[1:]


def _end(lines: Sequence[str], start: int, behind: int) -> int:
    """Where a field's lines end: comments and empty lines before what follows belong to that."""
    column = len(re.match(r"[ -]*", lines[start])[0])  # type: ignore[index]
    is_block = re.search(r":\s+[|>][-+0-9]*\s*(?:\s#.*)?$", lines[start])  # there a line with # may be text
    comment = re.compile(rf"\s*$| {{0,{column}}}#" if is_block else r"\s*(?:#|$)")
    while behind > start + 1 and comment.match(lines[behind - 1]):
        behind -= 1
    return behind


def _with_fields(block: _Block, there: Entry, wanted: Entry, end: str) -> list[str]:
    """An entry's lines with the fields that differ replaced, added or taken out."""
    old, new = _values(there), _values(wanted)
    chunks = [(name, list(lines)) for name, lines in block.chunks]
    dash = re.match(r" *- +", block.lines[0])
    if dash is None or not old.keys() <= {name for name, _ in chunks}:
        indent = block.lines[0].partition("-")[0]
        return _rendered([new], indent, end)
    indent = " " * len(dash[0])
    chunks[0][1][0] = indent + chunks[0][1][0][len(indent) :]
    behind = 0  # where a field goes that was not there: behind the one before it
    for field in Entry.model_fields:
        at = next((at for at, (name, _) in enumerate(chunks) if name == field), None)
        fresh = _rendered({field: new[field]}, indent, end) if field in new else []
        if at is not None and old.get(field) != new.get(field):
            chunks[at] = (field, fresh)
        elif at is None and fresh:
            at = behind
            chunks.insert(at, (field, fresh))
        behind = behind if at is None else max(behind, at + 1)
    written = [line for _, lines in chunks for line in lines]
    first = next(at for at, line in enumerate(written) if line.strip() and not line.lstrip().startswith("#"))
    written[first] = dash[0] + written[first][len(indent) :]
    return written


def _rendered(value: Any, indent: str, end: str) -> list[str]:
    return [indent + line + end for line in render_value(value).splitlines()]

"""YAML files to validated records and back: one door for every file that people edit.

Reading makes strings of all scalars and lets pydantic type them (YAML's own typing reads ``no`` as
false and ``12:30`` as 750; here ``~`` and ``null`` are words too, and only an empty value is None),
refuses what such files never need (aliases, tags, directives) and tells every fault of a file in one
go, each with its line. White space at both ends of a value is no part of it, in a file as in a record
that the program makes. A file that a person laid out is changed only in the fields that change.
"""

import contextlib
import difflib
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
)

from srcxlate.cache import NO_CACHE, Cache
from srcxlate.errors import Fault, Faults, Place
from srcxlate.files import read_text, write_text

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 100,000 entries: 11 s against 45
_DEEPEST = 32
_MOST_FAULTS = 50
_MOST_VALUES = 3_000_000
"""Values and names of fields in a file; a glossary of 100,000 entries has about half as many."""

R = TypeVar("R", bound=BaseModel)


class Record(BaseModel):
    """What a record file holds: unknown fields are faults, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Unfit(ValueError):  # noqa: N818  # told as a Fault, never as an error
    """A value that a field cannot hold, raised by a record's own rules.

    :param message: what is wrong, to follow the field's name and value.
    :param mend: what to write instead; a whole sentence.
    """

    def __init__(self, message: str, mend: str) -> None:
        self.message, self.mend = message, mend
        super().__init__(message)


def written_as(pattern: str, message: str, mend: str) -> AfterValidator:
    """A rule for a string field: the whole value matches a pattern, or it is :class:`Unfit`."""
    whole = re.compile(pattern)

    def check(value: str) -> str:
        if not whole.fullmatch(value):
            raise Unfit(message, mend)
        return value

    return AfterValidator(check)


_TIME = "%Y-%m-%dT%H:%M:%SZ"


def _read_moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.strptime(str(value), _TIME).replace(tzinfo=UTC)
    except ValueError:
        raise Unfit("is no time", "Write it in UTC as 2026-11-22T02:10:05Z.") from None


def _render_moment(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


Moment = Annotated[datetime, BeforeValidator(_read_moment), PlainSerializer(_render_moment)]
"""A moment to the second, in UTC."""


# -- reading -------------------------------------------------------------------------------------


def read_record(path: Path, model: type[R], cache: Cache = NO_CACHE) -> R:
    """The record in a file.

    :raises Fault: the file cannot be read.
    :raises Faults: everything that is wrong in it, each fault with its line.
    """
    read, parse = partial(read_yaml, path), partial(parse_record, model=model, file=str(path))
    record: R = cache.parsed(path, model.__name__, _one(model), read, parse)
    return record


def read_records(path: Path, model: type[R], cache: Cache = NO_CACHE) -> list[tuple[R, int]]:
    """The list of records in a file, each with its line.

    :raises Fault: the file cannot be read.
    :raises Faults: everything that is wrong in it, each fault with its line.
    """
    read, parse = partial(read_yaml, path), partial(parse_records, model=model, file=str(path))
    name = f"list of {model.__name__}"
    records: list[tuple[R, int]] = cache.parsed(path, name, _list_of(model), read, parse)
    return records


@functools.cache
def _one(model: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


@functools.cache
def _list_of(model: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(list[tuple[model, int]])  # type: ignore[valid-type]


def read_yaml(path: Path) -> str:
    """The text of a file of records, line ends untouched.

    :raises Fault: the file cannot be read, or is not UTF-8.
    """
    return read_text(path, mend="Save the file as UTF-8.")


def parse_record(text: str, model: type[R], file: str) -> R:
    """One record from YAML text; an empty text is a record of defaults, where all fields have one.

    :param file: the name to use in faults.
    :raises Faults: everything that is wrong with it, each fault with its line.
    """
    value, faults = _parse(text, file)
    if value is None and not faults:
        value = _Map()
        if any(field.is_required() for field in model.model_fields.values()):
            faults.append(Fault("is empty", mend="Write one 'field: value' a line.", place=Place(file, 1)))
    elif not isinstance(value, _Map):
        mend = "Write one 'field: value' a line."
        faults.append(Fault("holds no fields with values", mend=mend, place=Place(file, 1)))
    else:
        try:
            record = model.model_validate(value)
        except ValidationError as error:
            faults += _elsewhere(_explain(error, value, model, file), faults)
        else:
            if not faults:
                return record
    if faults:
        _raise(faults, file)
    return model()


def parse_records(text: str, model: type[R], file: str) -> list[tuple[R, int]]:
    """A list of records from YAML text, each with its line; an empty file is an empty list.

    :raises Faults: everything that is wrong with them, each fault with its line.
    """
    value, faults = _parse(text, file)
    records: list[tuple[R, int]] = []
    if isinstance(value, _List):
        found: list[Fault] = []
        for entry, line in zip(value, value.lines, strict=True):
            try:
                records.append((model.model_validate(entry), line))
            except ValidationError as error:
                found += _explain(error, entry, model, file, line)
                if len(found) > _MOST_FAULTS:
                    break
        faults += _elsewhere(found, faults)
    elif value is not None:
        mend = "Begin each entry with '- '."
        faults.append(Fault("holds no list of entries", mend=mend, place=Place(file, 1)))
    if faults:
        _raise(faults, file)
    return records


def parse_plain(text: str, file: str) -> Any:
    """The values of YAML text as they stand: strings, None, and mappings and lists that know their lines.

    :raises Faults: what is no YAML, or more than such files need.
    """
    value, faults = _parse(text, file)
    if faults:
        _raise(faults, file)
    return value


def _elsewhere(more: Iterable[Fault], faults: Sequence[Fault]) -> list[Fault]:
    """Faults on lines that are not at fault already: one mistake is told once."""
    told = {fault.place.line for fault in faults if fault.place}
    return [fault for fault in more if not (fault.place and fault.place.line in told)]


def _raise(faults: Sequence[Fault], file: str) -> NoReturn:
    ordered = sorted(faults, key=lambda fault: (fault.place and fault.place.line) or 0)
    if len(ordered) > _MOST_FAULTS:
        more = Fault("has more faults than these", mend="Mend these first.", place=Place(file))
        ordered = [*ordered[:_MOST_FAULTS], more]
    raise Faults(ordered)


# -- YAML ------------------------------------------------------------------------------------------

_INVISIBLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow as it is, and the line ends that no editor shows as such."""
_DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*%")


class _Map(dict[str, Any]):
    """A YAML mapping that knows the lines of its keys."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, int] = {}


class _List(list[Any]):
    """A YAML sequence that knows the lines of its entries."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


def _parse(text: str, file: str) -> tuple[Any, list[Fault]]:
    """The values of one YAML document, all scalars strings, empty ones None; and what should not be there.

    :raises Faults: what follows cannot be understood.
    """
    text = text.removeprefix("\ufeff")
    _refuse_invisible(text, file)
    builder = _Builder(text, file)
    try:
        whole = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        builder.faults.append(_no_yaml(error, text, file))
        whole = False
    if not whole:
        _raise(builder.faults, file)
    return builder.value, builder.faults


def _no_yaml(error: yaml.MarkedYAMLError, text: str, file: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    line = text.splitlines()[mark.line : mark.line + 1] if mark else []
    if line and re.match(r"\s*\t", line[0]):
        mend = "Indent with spaces, not with tabs."
    elif "end of stream" in (error.problem or ""):
        mend = "Close the quotation mark."
    else:
        mend = "Quote values that hold ': ' or begin with one of - ? : [ { & * ! | > ' \" % @ `."
    return Fault(f"is no valid YAML: {error.problem or error.context}", mend=mend, place=place)


def _refuse_invisible(text: str, file: str) -> None:
    """Refuses characters that YAML does not allow, and directives: a thousand of them take its parser long.

    :raises Faults: there are some.
    """
    faults: list[Fault] = []
    line, counted = 1, 0
    for found in _INVISIBLE.finditer(text):
        at = found.start()
        line, counted = line + text.count("\n", counted, at), at
        place = Place(file, line, at - text.rfind("\n", 0, at))
        mend = "Remove it; in a quoted value it can be written as an escape."
        faults.append(Fault(f"holds the character U+{ord(found[0]):04X}", mend=mend, place=place))
        if len(faults) > _MOST_FAULTS:
            break
    directive = _DIRECTIVE.match(text)
    if directive:
        place = Place(file, text.count("\n", 0, directive.end()) + 1)
        faults.append(Fault("begins a line with %", mend="Remove the line, or quote the value.", place=place))
    if faults:
        _raise(faults, file)


class _Builder:
    """Builds the value that a stream of YAML events describes, without recursion: depth cannot harm."""

    def __init__(self, text: str, file: str) -> None:
        self.value: Any = None
        self.faults: list[Fault] = []
        self._text, self._file = text, file
        self._stack: list[tuple[_Map | _List, str | None]] = []
        """The open collections, each mapping with the key that waits for its value."""
        self._values = 0

    def build(self, events: Iterable[Any]) -> bool:
        """Takes the events; says whether it came to the end of the document, or saw no sense in going on."""
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent):
                mark: Any = event.end_mark
                self._refuse_rest(mark.line)
                break
            if not self._take(event, event.start_mark.line + 1) or len(self.faults) > _MOST_FAULTS:
                return False
        return True

    def _take(self, event: Any, line: int) -> bool:
        """Takes one event; says whether to go on."""
        if isinstance(event, yaml.NodeEvent):
            self._values += 1
            if self._values > _MOST_VALUES:
                self._fault(f"holds more than {_MOST_VALUES:,} values", "Cut it into several files.", line)
                return False
            self._refuse_properties(event, line)
        if isinstance(event, yaml.AliasEvent):
            self._put("", line)
        elif isinstance(event, yaml.ScalarEvent):
            empty = not event.value and not event.style and not self._wants_key()
            self._put(None if empty else event.value, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self._stack) >= _DEEPEST:
                self._fault(f"is nested more than {_DEEPEST} deep", "Take brackets or indents away.", line)
                return False
            opened = _Map() if isinstance(event, yaml.MappingStartEvent) else _List()
            self._put(opened, line)
            self._stack.append((opened, None))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._stack.pop()
        return True

    def _fault(self, message: str, mend: str, line: int) -> None:
        self.faults.append(Fault(message, mend=mend, place=Place(self._file, line)))

    def _refuse_properties(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            self._fault("uses an anchor or alias (& or *)", "Write the value out, or quote it.", line)
        if getattr(event, "tag", None) is not None:
            self._fault(f"uses the tag {event.tag:.60}", "Write a plain value, or quote it.", line)

    def _refuse_rest(self, first: int) -> None:
        """A second document is a fault; what stands in it is not looked at."""
        for line, rest in enumerate(self._text.splitlines()[first:], first + 1):
            if rest.strip() not in ("", "...") and not rest.lstrip().startswith("#"):
                self._fault("holds a second document", "Remove the line '---'.", line)
                return

    def _wants_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1][0], _Map) and self._stack[-1][1] is None

    def _put(self, value: Any, line: int) -> None:
        if not self._stack:
            self.value = value
            return
        collection, key = self._stack[-1]
        if isinstance(collection, _List):
            collection.append(value)
            collection.lines.append(line)
        elif key is None:
            self._stack[-1] = (collection, self._key(value, collection, line))
        else:
            collection.setdefault(key, value)
            self._stack[-1] = (collection, None)

    def _key(self, value: Any, collection: _Map, line: int) -> str:
        if not isinstance(value, str):
            self._fault("the name of a field must be a word", "Write 'field: value', or quote it.", line)
            value = f"\0{line}"  # a name that no field has
        if value in collection:
            first = collection.lines[value]
            self._fault(f"{value!r:.60} stands twice (first in line {first})", "Keep one of them.", line)
        collection.lines.setdefault(value, line)
        return str(value)


# -- what pydantic finds, in words -------------------------------------------------------------------

_WORDS = {
    "string_type": ("is no single value", "Write one value after the colon."),
    "tuple_type": ("is no list", "Write each entry on a line of its own, after '- '."),
    "model_type": ("holds no fields with values", "Write 'field: value' lines under it, indented."),
    "int_parsing": ("is no whole number", "Write it in figures."),
    "int_from_float": ("is no whole number", "Write it in figures."),
    "int_type": ("is no whole number", "Write it in figures."),
    "float_parsing": ("is no number", "Write it in figures."),
    "float_type": ("is no number", "Write it in figures."),
    "bool_parsing": ("is neither true nor false", "Write true or false."),
    "bool_type": ("is neither true nor false", "Write true or false."),
    "string_too_short": ("is empty", "Write a value."),
    "string_unicode": ("holds half a character", "Write the value anew."),
    "greater_than_equal": ("is too small", "Write {ge:g} or more."),
    "less_than_equal": ("is too large", "Write {le:g} or less."),
    "literal_error": ("is none of the values that it may have", "Write {expected}."),
}


def _explain(
    error: ValidationError, value: Any, model: type[BaseModel], file: str, line: int = 1
) -> Iterator[Fault]:
    for detail in error.errors(include_url=False):
        place = Place(file, _line_of(value, detail["loc"], line))
        field = ".".join(str(part) for part in detail["loc"])
        kind, given, context = detail["type"], detail.get("input"), detail.get("ctx", {})
        if kind == "extra_forbidden":
            near = difflib.get_close_matches(field, model.model_fields, 1)
            mend = f"Did you mean {near[0]!r}?" if near else "Remove it, or check its spelling."
            yield Fault(f"unknown field {field!r:.60}", mend=mend, place=place)
            continue
        if kind == "missing":
            yield Fault(f"the field {field!r} is missing", mend=f"Add a line '{field}: …'.", place=place)
            continue
        unfit = context.get("error")
        if isinstance(unfit, Unfit):
            message, mend = unfit.message, unfit.mend
        elif given is None:
            message, mend = "is empty", "Write a value, or remove the line."
        else:
            message, mend = _WORDS.get(kind, (detail["msg"], "Correct the value."))
            mend = mend.format_map(context)
        shown = f" {given!r:.60}" if isinstance(given, str) and given else ""
        yield Fault(f"{field or 'the entry'}{shown} {message}", mend=mend, place=place)


def _line_of(value: Any, path: tuple[int | str, ...], line: int) -> int:
    for part in path:
        if isinstance(value, _Map) and part in value:
            line, value = value.lines[str(part)], value[str(part)]
        elif isinstance(value, _List) and isinstance(part, int) and part < len(value):
            line, value = value.lines[part], value[part]
        else:
            break
    return line


# -- writing -------------------------------------------------------------------------------------


def render_record(record: BaseModel) -> str:
    """A record as YAML: fields in their order, one to a line, empty ones left out.

    Parses back to the same record.
    """
    return render_value(record.model_dump(mode="json", exclude_defaults=True))


def render_value(value: Any) -> str:
    """A plain value as YAML in the layout of the workspace's files."""
    return yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf"),
        default_flow_style=False,
    )  # fmt: skip


class _Dumper(yaml.SafeDumper):
    """Writes scalars so that a reader of strings gets the same strings back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Strings with line ends or characters that do not show are quoted and escaped."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=None if text.isprintable() else '"')


def _represent_nothing(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:null", "")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(type(None), _represent_nothing)


def write_record(path: Path, record: R, before: R | None = None) -> bool:
    """Puts a record in its file; says whether anything changed.

    :param before: the record as it was read; a file that is there is changed as :func:`render_over` says.
    :raises Fault: the disk is full, the folder may not be written, or the file became faulty meanwhile.
    """
    if before is None or not path.exists():
        return write_text(path, render_record(record))
    return write_text(path, render_over(read_yaml(path), record, before, str(path)))


def render_over(text: str, record: R, before: R, file: str) -> str:
    """A file's text with the record in it: only the fields that differ from before are written anew.

    They stand in their place: comments and layout stay, and so does what a person changed in the file
    meanwhile.

    :param before: the record as it was read from the file.
    :param file: the name to use in faults.
    :raises Faults: the file became faulty meanwhile.
    """
    changed = [f for f in type(record).model_fields if getattr(before, f) != getattr(record, f)]
    there = parse_record(text, type(record), file)
    wanted = there.model_copy(update={field: getattr(record, field) for field in changed})
    for field in changed:
        text = _with_field(text, field, wanted)
    with contextlib.suppress(Fault):
        if parse_record(text, type(record), file) == wanted:
            return text
    return render_record(wanted)


def _with_field(text: str, field: str, record: BaseModel) -> str:
    """A file's text with one field of the record as it is now: replaced, removed, or added at the end."""
    values = record.model_dump(mode="json", exclude_defaults=True, include={field})
    block = render_value(values) if values else ""
    if "\r\n" in text:
        block = block.replace("\n", "\r\n")
    lines = text.splitlines(keepends=True)
    start = next((at for at, line in enumerate(lines) if re.match(rf"{field}\s*:(?:\s|$)", line)), None)
    if start is None:
        return text + ("" if not text or text.endswith("\n") else "\n") + block
    end = start + 1
    while end < len(lines) and re.match(r"[\s#-]", lines[end]):
        end += 1
    while re.match(r"\s*(?:#|$)", lines[end - 1]):  # what stands before the next field belongs to it
        end -= 1
    return "".join([*lines[:start], block, *lines[end:]])

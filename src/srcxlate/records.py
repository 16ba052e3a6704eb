"""YAML files to validated records and back: one door for every file that people edit.

Reading makes strings of all scalars and lets pydantic type them (YAML's own typing reads ``no`` as
false and ``12:30`` as 750), refuses what such files never need (aliases, tags, merge keys) and tells
every fault of a file in one go, each with its line. Writing is atomic: a temporary file in the same
folder, fsync, rename; a file is either the old one or the new one.
"""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from srcxlate.errors import Fault, Faults, Place

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser: 11 s against 45 for 100,000 entries
_LARGEST = 64 * 1024 * 1024
_DEEPEST = 32
_MOST_FAULTS = 50

R = TypeVar("R", bound=BaseModel)


class Record(BaseModel):
    """What a record file holds: unknown fields are faults, values do not change once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _Map(dict[str, Any]):
    """A YAML mapping that knows the lines of its keys."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line, self.lines = line, {}


class _List(list[Any]):
    """A YAML sequence that knows the lines of its entries."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line: int = line
        self.lines: list[int] = []


# -- reading -------------------------------------------------------------------------------------


def read_text(path: Path, *, encoding: str = "utf-8", largest: int = _LARGEST) -> str:
    """The text of a file, line ends untouched.

    :param largest: bytes; a larger file is refused.
    :raises Fault: no such file, a folder, not readable, too large, or not in the encoding (the byte is named).
    """
    place = Place(str(path))
    try:
        if path.is_dir():
            raise Fault("is a folder", mend="Name a text file.", place=place)
        size = path.stat().st_size
        if size > largest:
            raise Fault(f"is {size / 1e6:.0f} MB; at most {largest / 1e6:.0f} MB are read", place=place,
                        mend="Check that it is the right file.")
        data = path.read_bytes()
    except OSError as error:
        raise from_os(error, path) from error
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Fault(f"byte {error.start + 1} (0x{data[error.start]:02x}) is not {encoding}", place=Place(str(path), line),
                    mend="Give the file's encoding, e.g. --encoding cp932.") from error
    except LookupError as error:
        raise Fault(f"no encoding is called {encoding!r}", mend="Try utf-8, cp932, euc-kr, gb18030 or big5.") from error


def from_os(error: OSError, path: Path | str) -> Fault:
    """A system error as a fault: what it means and what to do."""
    place = Place(str(path))
    if isinstance(error, FileNotFoundError):
        return Fault("no such file or folder", mend="Check the path.", place=place)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Fault("may not be read or written here", mend="Check its permissions.", place=place)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Fault("the disk is full", mend="Make room and run the command again; nothing was lost.", place=place)
    return Fault(error.strerror or str(error), place=place)


def parse_record(text: str, model: type[R], file: str) -> R:
    """One record from YAML text.

    :param file: the name to use in faults.
    :raises Faults: everything that is wrong with it, each fault with its line.
    """
    value = _parse(text, file)
    if not isinstance(value, _Map):
        raise Faults([Fault("holds no mapping of fields", mend="Write one 'field: value' a line.", place=Place(file, 1))])
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise Faults(_explain(error, value, file)) from error


def parse_records(text: str, model: type[R], file: str) -> list[tuple[R, int]]:
    """A list of records from YAML text, each with its line; an empty file is an empty list.

    :raises Faults: everything that is wrong with them, each fault with its line.
    """
    value = _parse(text, file)
    if value is None:
        return []
    if not isinstance(value, _List):
        raise Faults([Fault("holds no list of entries", mend="Begin each entry with '- '.", place=Place(file, 1))])
    records: list[tuple[R, int]] = []
    faults: list[Fault] = []
    for index, entry in enumerate(value):
        try:
            records.append((model.model_validate(entry), value.lines[index]))
        except ValidationError as error:
            faults += _explain(error, entry, file, value.lines[index])
            if len(faults) > _MOST_FAULTS:
                break
    if faults:
        raise Faults(faults)
    return records


def _parse(text: str, file: str) -> Any:
    """The values of one YAML document, all scalars strings, empty ones None."""
    faults: list[Fault] = []
    try:
        value = _build(yaml.parse(text, Loader=_LOADER), file, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        faults.append(Fault(f"is no valid YAML: {error.problem or error.context}", place=place,
                            mend="Quote values that hold ': ' or begin with one of - ? : [ { & * ! | > ' \" % @ `."))
        raise Faults(faults) from error
    except yaml.YAMLError as error:
        raise Faults([Fault(f"is no valid YAML: {str(error).splitlines()[0]}", place=Place(file))]) from error
    if faults:
        raise Faults(faults)
    return value


def _build(events: Iterable[Any], file: str, faults: list[Fault]) -> Any:
    """The value that a stream of YAML events describes; without recursion, so that depth cannot harm."""
    root: list[Any] = []
    stack: list[tuple[Any, str | None]] = []  # a collection, and the key that waits for its value

    def put(value: Any, line: int) -> None:
        if not stack:
            root.append(value)
            return
        collection, key = stack[-1]
        if isinstance(collection, _List):
            collection.append(value)
            collection.lines.append(line)
        elif key is None:
            if not isinstance(value, str):
                faults.append(Fault("a field's name must be a word", place=Place(file, line)))
                value = repr(value)
            elif value in collection:
                faults.append(Fault(f"{value!r} stands twice (first in line {collection.lines[value]})",
                                    mend="Keep one of them.", place=Place(file, line)))
            stack[-1] = (collection, value)
        else:
            collection.setdefault(key, value)
            collection.lines.setdefault(key, line)
            stack[-1] = (collection, None)

    documents = 0
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                faults.append(Fault("holds a second document", mend="Remove the line '---'.", place=Place(file, line)))
                break
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            faults.append(Fault("uses an anchor or alias (& or *)", mend="Write the value out, or quote it.", place=Place(file, line)))
            break  # what follows an alias means nothing without it
        elif getattr(event, "tag", None) not in (None, "!"):
            faults.append(Fault(f"uses the tag {event.tag}", mend="Write plain values without tags.", place=Place(file, line)))
            break
        elif isinstance(event, yaml.ScalarEvent):
            empty = event.style is None and event.value in ("", "~", "null")
            put(None if empty and not (stack and isinstance(stack[-1][0], _Map) and stack[-1][1] is None) else event.value, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(stack) >= _DEEPEST:
                faults.append(Fault(f"is nested more than {_DEEPEST} deep", place=Place(file, line)))
                break
            collection = _Map(line) if isinstance(event, yaml.MappingStartEvent) else _List(line)
            put(collection, line)
            stack.append((collection, None))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            stack.pop()
    return root[0] if root else None


def _explain(error: ValidationError, value: Any, file: str, line: int = 1) -> Iterator[Fault]:
    for detail in error.errors(include_url=False, include_context=True):
        place = Place(file, _line_of(value, detail["loc"], line))
        field = ".".join(str(part) for part in detail["loc"])
        kind, given = detail["type"], detail.get("input")
        if kind == "extra_forbidden":
            yield Fault(f"unknown field {field!r}", mend="Remove it, or check its spelling.", place=place)
        elif kind == "missing":
            yield Fault(f"the field {field!r} is missing", place=place)
        else:
            shown = f" ({given!r:.60})" if isinstance(given, str | int | None) else ""
            yield Fault(f"{field or 'entry'}{shown}: {detail['msg'][0].lower()}{detail['msg'][1:]}", place=place)


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
    """A record as YAML: fields in their order, one to a line, empty ones left out; parses back to the same."""
    return render_value(record.model_dump(mode="json", exclude_defaults=True))


def render_value(value: Any) -> str:
    """A plain value as YAML in the layout of the workspace's files."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000, default_flow_style=False)


class _Dumper(yaml.SafeDumper):
    """Writes scalars so that a reader of strings gets the same strings back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def write_text(path: Path, text: str) -> bool:
    """Puts a text in a file at once or not at all; says whether anything changed.

    :raises Fault: the disk is full, the folder may not be written.
    """
    data = text.encode()
    try:
        with contextlib.suppress(FileNotFoundError):
            if path.read_bytes() == data:
                return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise from_os(error, path) from error
    return True


def _sync_folder(folder: Path) -> None:
    """Makes a rename last through a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

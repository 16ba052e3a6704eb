"""A GGUF file's header: what a model says of itself, and where its tensors lie.

What comes in is the path of a file that nobody vouches for; what goes out is a :class:`Gguf` in which
every length was held against the file's size before anything was read by it. The `gguf` package has a
reader too, but it takes the header at its word (a count of 2**60 makes it run until memory is gone),
so only its tables of block sizes and its dequantisation are used, here and in the conversion.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (versions 2 and 3, little-endian).
"""

import os
import stat
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from pathlib import Path
from typing import IO

from srcxlate.errors import Fault, Place

Scalar = int | float | bool | str
Value = Scalar | tuple[Scalar, ...]

# More than any published model has: 455,000 elements, 339 tensors and 6 MB of header are usual here.
MOST_ELEMENTS = 1_500_000
"""Of all lists of the metadata together."""
MOST_HEADER = 64_000_000  # bytes
MOST_TENSORS = 20_000
MOST_KEYS = 10_000
LONGEST_NAME = 65_535  # bytes; the format's own limit for a key
LONGEST_TEXT = 1 << 20  # bytes; chat templates have some 10,000
_LONGEST_MESSAGE = 400  # characters; it may quote what the file says

_GET_ANOTHER = "The file is damaged or none of a publisher's: get it again"

_STRING, _ARRAY = 8, 9
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor's numbers lie."""

    name: str
    kind: int
    """The number of its quantisation in GGML's list."""
    shape: tuple[int, ...]
    """Outermost dimension first, as numpy has it: rows, then the length of a row."""
    offset: int
    """In bytes from the beginning of the file."""
    size: int
    """In bytes, as stored."""


@dataclass(frozen=True, slots=True)
class Gguf:
    """A GGUF file whose header was read and is consistent with the file's size."""

    path: Path
    metadata: Mapping[str, Value]
    tensors: Mapping[str, Tensor]
    stamp: tuple[int, ...]
    """Which file was read: its device, number, size and the time of its last change."""

    def fault(self, message: str, mend: str = _GET_ANOTHER) -> Fault:
        """A fault of this file."""
        return _fault(message, mend, Place(str(self.path)))

    def check_unchanged(self) -> None:
        """Holds the file against what it was when its header was read.

        :raises Fault: if it is another file by now, or was written to.
        """
        if _stamp(os.stat(self.path)) != self.stamp:
            raise self.fault("the file changed while it was read", "Try again when nothing writes to it")

    def text(self, key: str, default: str | None = None) -> str:
        """A text of the metadata; without a default it must be there."""
        value = self.metadata.get(key, default)
        if not isinstance(value, str):
            raise self.fault(f"its metadata has no text {key}")
        return value

    def whole(self, key: str, low: int, high: int) -> int:
        """A whole number of the metadata between two limits, both allowed."""
        value = self.metadata.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.fault(f"its metadata has {key} = {value!r}, not a whole number from {low} to {high}")
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """A number of the metadata between two limits, both allowed."""
        value = self.metadata.get(key)
        if not isinstance(value, int | float) or not low <= value <= high:
            raise self.fault(f"its metadata has {key} = {value!r}, not a number from {low} to {high}")
        return float(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts of the metadata."""
        value = self.metadata.get(key)
        if not isinstance(value, tuple) or not all(isinstance(each, str) for each in value):
            raise self.fault(f"its metadata has no list of texts {key}")
        return tuple(each for each in value if isinstance(each, str))

    def wholes(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers of the metadata."""
        value = self.metadata.get(key)
        if not isinstance(value, tuple) or not all(isinstance(each, int) for each in value):
            raise self.fault(f"its metadata has no list of whole numbers {key}")
        return tuple(each for each in value if isinstance(each, int))


def read(path: Path) -> Gguf:
    """Reads a GGUF file's header and checks that the file holds all the tensors it names.

    :raises Fault: if it is no GGUF file, of another version or byte order, cut short, or if its
        header contradicts itself.
    :raises OSError: if the machine does not let it be read.
    """
    place = Place(str(path))
    told = path.stat()
    # A pipe would be waited for, and a device has no end; a folder is refused by the system.
    if not stat.S_ISREG(told.st_mode) and not stat.S_ISDIR(told.st_mode):
        raise Fault("this is a pipe, a device or another special file", mend="Name a .gguf file", place=place)
    with path.open("rb") as file:
        # Read and not mapped: a mapped file that becomes shorter ends the program.
        told = os.fstat(file.fileno())
        if told.st_size < 24:
            raise Fault("this is not a GGUF file: it is too short", mend="Name a .gguf file", place=place)
        header = _Header(file, told.st_size, place)
        tensor_count, key_count = header.opening()
        metadata = header.metadata(key_count)
        tensors = header.tensors(tensor_count, _alignment(metadata, place))
    return Gguf(path, metadata, tensors, _stamp(told))


def _stamp(told: os.stat_result) -> tuple[int, ...]:
    return told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns


def _fault(message: str, mend: str, place: Place) -> Fault:
    shown = message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"
    return Fault(shown, mend=mend, place=place)


def _alignment(metadata: Mapping[str, Value], place: Place) -> int:
    value = metadata.get("general.alignment", 32)
    if not isinstance(value, int) or not 1 <= value <= 1 << 20 or value & (value - 1):
        raise _fault(f"general.alignment is {value!r}, not a power of two", _GET_ANOTHER, place)
    return value


class _Header:
    """A place in the header that moves forward, and never past the end of the file."""

    def __init__(self, file: IO[bytes], size: int, place: Place) -> None:
        self.file, self.size, self.place = file, size, place
        self.at = 0
        self.elements = 0
        """Of all lists so far."""

    def fault(self, message: str, mend: str = _GET_ANOTHER) -> Fault:
        return _fault(message, mend, self.place)

    def take(self, length: int, what: str) -> bytes:
        if length > self.size - self.at:
            raise self.fault(
                f"the file ends inside {what}: {length:,} bytes are announced at byte {self.at:,},"
                f" {self.size - self.at:,} are left",
                mend="The download was cut short or the file is damaged: get it again",
            )
        if self.at + length > MOST_HEADER:
            raise self.fault(f"its header is longer than {MOST_HEADER:,} bytes")
        taken = self.file.read(length)
        if len(taken) != length:
            raise self.fault("the file changed while it was read", "Try again when nothing writes to it")
        self.at += length
        return taken

    def whole(self, letter: str, what: str) -> int:
        value = struct.unpack("<" + letter, self.take(struct.calcsize("<" + letter), what))[0]
        return int(value)

    def count(self, most: int, smallest: int, what: str) -> int:
        """A count of things that take `smallest` bytes each at least."""
        value = self.whole("Q", what)
        if value > most or value * smallest > self.size - self.at:
            raise self.fault(f"its header announces {value:,} {what}, more than can be there")
        return value

    def string(self, longest: int, what: str) -> str:
        length = self.whole("Q", what)
        if length > longest:
            raise self.fault(f"its header announces {what} of {length:,} bytes, more than {longest:,}")
        try:
            return self.take(length, what).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.fault(f"{what} is not UTF-8") from error

    def opening(self) -> tuple[int, int]:
        """The number of tensors and of metadata keys."""
        if self.take(4, "the first bytes") != b"GGUF":
            raise self.fault("this is not a GGUF file: it does not begin with GGUF", "Name a .gguf file")
        version = self.whole("I", "the version")
        if version & 0xFFFF == 0:
            raise self.fault("this GGUF file is for big-endian machines", "Get the little-endian one")
        if version not in (2, 3):
            raise self.fault(f"this is GGUF version {version}; versions 2 and 3 can be read")
        return self.count(MOST_TENSORS, 24, "tensors"), self.count(MOST_KEYS, 13, "metadata keys")

    def metadata(self, count: int) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for _ in range(count):
            key = self.string(LONGEST_NAME, "a metadata key")
            kind = self.whole("I", f"the type of {key}")
            if key in found:
                raise self.fault(f"its metadata has {key} twice")
            found[key] = self.array(key) if kind == _ARRAY else self.scalar(kind, key)
        return found

    def scalar(self, kind: int, key: str) -> Scalar:
        if kind == _STRING:
            return self.string(LONGEST_TEXT, key)
        letter = _SCALARS.get(kind)
        if letter is None:
            raise self.fault(f"its metadata has {key} of the unknown type {kind}")
        value: Scalar = struct.unpack("<" + letter, self.take(struct.calcsize("<" + letter), key))[0]
        return value

    def array(self, key: str) -> tuple[Scalar, ...]:
        kind = self.whole("I", f"the type of {key}")
        letter = _SCALARS.get(kind)
        smallest = struct.calcsize("<" + letter) if letter else 8
        count = self.count(MOST_ELEMENTS - self.elements, smallest, f"elements of {key}")
        self.elements += count
        if letter:
            return struct.unpack(f"<{count}{letter}", self.take(count * smallest, key))
        return tuple(self.scalar(kind, key) for _ in range(count))

    def tensors(self, count: int, alignment: int) -> dict[str, Tensor]:
        told = [self.tensor() for _ in range(count)]
        begin = -(-self.at // alignment) * alignment
        found: dict[str, Tensor] = {}
        for name, kind, shape, offset in told:
            tensor = Tensor(name, kind, shape, begin + offset, self.stored_size(name, kind, shape))
            if name in found:
                raise self.fault(f"it has the tensor {name} twice")
            if tensor.offset + tensor.size > self.size:
                raise self.fault(
                    f"the file ends before its tensor {name}: it has {self.size:,} bytes"
                    f" and should have {tensor.offset + tensor.size:,} or more",
                    mend="The download was cut short: get it again",
                )
            if offset % alignment:
                raise self.fault(f"its tensor {name} begins at byte {offset:,}, no multiple of {alignment}")
            found[name] = tensor
        in_order = sorted(found.values(), key=lambda tensor: tensor.offset)
        for one, other in pairwise(in_order):
            if one.offset + one.size > other.offset:
                raise self.fault(f"its tensors {one.name} and {other.name} lie in one place")
        return found

    def tensor(self) -> tuple[str, int, tuple[int, ...], int]:
        name = self.string(LONGEST_NAME, "a tensor's name")
        dimensions = self.whole("I", f"the shape of {name}")
        if not 1 <= dimensions <= 4:
            raise self.fault(f"its tensor {name} has {dimensions} dimensions, not 1 to 4")
        shape = struct.unpack(f"<{dimensions}Q", self.take(8 * dimensions, f"the shape of {name}"))
        return name, self.whole("I", name), shape[::-1], self.whole("Q", name)

    def stored_size(self, name: str, kind: int, shape: tuple[int, ...]) -> int:
        from gguf import GGML_QUANT_SIZES, GGMLQuantizationType  # imports numpy: only for a conversion

        try:
            block, size = GGML_QUANT_SIZES[GGMLQuantizationType(kind)]
        except (ValueError, KeyError) as error:
            raise self.fault(
                f"its tensor {name} is quantised in the unknown way {kind}",
                mend="Get the model in another quantisation, or a newer gguf package",
            ) from error
        if 0 in shape or shape[-1] % block:
            raise self.fault(f"its tensor {name} has the shape {shape}, which does not fit blocks of {block}")
        return prod(shape) // int(block) * int(size)

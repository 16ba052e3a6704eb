"""Memory: what a local model needs, and what this machine has left for it.

What comes in is a converted model's ``model.bin``, what Linux tells of its memory, and the limits of
the control groups that this process is in; what goes out is how many tokens a batch may have, or a fault.
A model that does not fit is told before it is loaded: the kernel else ends the program, or another,
without a word.

Only Linux is asked. psutil would tell of other systems what is free, but not of a group's limit, which is
what binds in a container; there nothing is checked.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from srcxlate.errors import Fault

PROC = Path("/proc")
CGROUPS = Path("/sys/fs/cgroup")
MEND = "Close other programs, use a smaller model (`srcxlate models add FILE.gguf`), or a larger machine"

_BESIDE = 450_000_000  # bytes for interpreter, libraries, tokenizer and a step's numbers
_KEY_VALUE = 4  # bytes: keys and values are float32, whatever the weights are
_VERSION = 6  # of the form of model.bin
_LIMITS = (
    # usage, limits, and the file pages that the kernel gives back when they are wanted; version 2, then 1
    ("memory.current", ("memory.max", "memory.high"), ("active_file", "inactive_file")),
    (
        "memory.usage_in_bytes",
        ("memory.limit_in_bytes",),
        ("total_active_file", "total_inactive_file"),
    ),
)


@dataclass(frozen=True, slots=True)
class Need:
    """What a model needs, in bytes."""

    loaded: int
    """With no text in it."""
    token: int
    """For each token of a batch, of the prompts and of the answers."""


def read_need(path: Path) -> Need:
    """What the model in CTranslate2's ``model.bin`` needs.

    Each layer keeps a key and a value for each token, which are the rows that its first matrix has beside
    those of the query. Measured on a model of 1.5 billion weights: 2.80 GB at the peak of a run with
    batches of long texts, where this says 2.91 for the largest batch.

    :raises OSError: the file cannot be read.
    :raises ValueError: it ends too early.
    """
    numbers = 0
    with path.open("rb") as file:
        for name, shape in _shapes(file):
            if name.endswith("/self_attention/linear_0/weight") and len(shape) == 2:
                rows, width = shape
                numbers += max(0, rows - width)
    return Need(path.stat().st_size + _BESIDE, numbers * _KEY_VALUE)


def batch_tokens(name: str, need: Need, free: int | None, most: int, least: int) -> int:
    """The tokens that a batch may have: `most`, or as many as fit.

    :param name: the model's, for the fault.
    :param free: bytes; None: not known, so not checked.
    :param least: the tokens without which a single long text could not be drafted.
    :raises Fault: not even so many fit.
    """
    if free is None:
        return most
    if need.loaded + least * need.token > free:
        wanted = _gigabytes(need.loaded + least * need.token)
        raise Fault(f"the model {name} needs {wanted} of memory, and {_gigabytes(free)} is free", mend=MEND)
    return min(most, (free - need.loaded) // need.token) if need.token else most


def lacking(name: str) -> Fault:
    """The fault for a model whose runtime asked for memory and got none."""
    return Fault(f"there was not enough memory for the model {name}", mend=MEND)


def is_lack(error: BaseException) -> bool:
    """Whether a runtime asked for memory and got none.

    Seen of CTranslate2 and its libraries: MemoryError, and RuntimeError with ``std::bad_alloc`` or
    ``mkl_malloc: failed to allocate memory``. (Threads that cannot start end the program at once.)
    """
    return isinstance(error, MemoryError) or "alloc" in str(error)


def free(proc: Path = PROC, cgroups: Path = CGROUPS) -> int | None:
    """The bytes that this process can still take without swapping; None where that cannot be told.

    Swap is not counted: each token wants all the weights, so that a model in swap does not get on.
    """
    try:
        machine = _fields(proc / "meminfo")["MemAvailable:"] * 1024
    except (OSError, KeyError):
        return None
    return max(0, min([machine, *_left_in_groups(proc, cgroups)]))


def _left_in_groups(proc: Path, cgroups: Path) -> Iterator[int]:
    """What each control group with a limit on memory leaves: of the process's own up to the root."""
    try:
        lines = (proc / "self" / "cgroup").read_text().splitlines()
    except OSError:
        return
    for line in lines:
        # "0::/a/b" is version 2; "4:memory:/a/b" is the memory group of version 1. Where the group is the
        # container's own root, the path may be that outside the container, which is not seen inside.
        _, controllers, path = line.split(":", 2)
        names = controllers.split(",")
        if controllers and "memory" not in names:
            continue
        top = cgroups / "memory" if controllers else cgroups
        group = top / path.strip("/")
        for folder in (group, *(parent for parent in group.parents if parent.is_relative_to(top))):
            yield from _left(folder)


def _left(folder: Path) -> Iterator[int]:
    for usage, limits, reclaimed in _LIMITS:
        try:
            used = int((folder / usage).read_text())
            stat = _fields(folder / "memory.stat")
        except OSError:
            continue  # a group of the other version, or the root, which has no limit
        kept = used - sum(stat.get(name, 0) for name in reclaimed)
        for limit in limits:
            try:
                words = (folder / limit).read_text().strip()
            except OSError:
                continue
            if words != "max":
                yield int(words) - kept


def _fields(path: Path) -> dict[str, int]:
    """The first number behind each name of a file of lines, as ``MemAvailable:  24175252 kB``."""
    lines = (line.split() for line in path.read_text().splitlines())
    return {words[0]: int(words[1]) for words in lines if len(words) > 1 and words[1].isdecimal()}


def _shapes(file: IO[bytes]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Name and shape of each matrix in ``model.bin``; the numbers themselves are passed over.

    Source of the form: ``ModelSpec._serialize`` in CTranslate2's ``specs/model_spec.py``.
    """

    def read(form: str) -> tuple[int, ...]:
        data = file.read(struct.calcsize(form))
        try:
            return struct.unpack(form, data)
        except struct.error as error:
            raise ValueError(f"{file.name} ends too early") from error

    def text() -> str:
        (length,) = read("<H")
        return file.read(length).rstrip(b"\0").decode()

    if read("<I") != (_VERSION,):
        return  # a form that is not known here: what texts need is not known then
    text()  # the kind of model
    _, count = read("<II")
    for _ in range(count):
        name = text()
        (dimensions,) = read("<B")
        shape = read(f"<{dimensions}I")
        _, size = read("<BI")
        file.seek(size, 1)
        yield name, shape


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.2f} GB"

"""The memory's shelf: approved translations by the million in one file, those nearest to a text at once.

In come approved translations, out goes one file that is mapped into memory, never read as a whole; of a text
it gives the same and the most similar ones. It is written whole or not at all; nothing in it is executed.

**How it is searched.** Each text has a signature: each of its characters, and each repeat of one as a
character of its own, sets one of 512 bits. A bit that only one of two texts has stands for a character
without a partner in the other. So with I bits in common, the longest common subsequence of two texts is at
most I plus the smaller of their spares (characters less bits), and their similarity at most twice that over
both lengths. numpy computes this bound for every text of a fitting length; those that reach the threshold are
compared by rapidfuzz, highest bound first, until no bound reaches the worst of the best. So the answer is
that of comparing with all.

**What else was tried**, on the made-up texts of ``benchmarks/memory_search.py``. rapidfuzz over all texts:
0.4 s a million of one language. tantivy (character bigrams, its best 100 by BM25 compared) is as fast, but
among 100,000 titles after one pattern it misses the best of one text in eleven. simstring-rust is faster on
mixed titles, but holds its index in memory alone (30 s to build a million), takes 85 ms for 100,000 titles
after one pattern, and its measure, the cosine of bigrams, proves nothing of this one. Bigrams bound less
than characters: at 70 % two texts of 20 characters need not share more than one.
"""

import contextlib
import json
import mmap
import os
import secrets
import time
import unicodedata
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from srcxlate.errors import Fault, Place
from srcxlate.files import from_os
from srcxlate.languages import Script

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MAGIC = b"srcxlate memory 1\n"
"""The form of the file; another form has another number, and the file is made anew."""
_WORDS = 8
"""64-bit words in a signature."""
_BLOCK = 1 << 16
"""Texts whose bounds are computed at one time: so many fit the processor's cache."""
_ROUNDING = 1e-9
_LONGEST_HEADER = 1 << 16  # bytes


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved translation."""

    original: str
    language: str
    english: str
    who: str
    """Who approved it."""
    at: datetime
    """When; it knows its time zone."""
    where: str
    """Its work and segment, for people."""
    script: Script | None = None
    """For Chinese, where it is known."""


def sameness(text: str) -> str:
    """What of a text counts when texts are compared: NFKC, without white space at both ends.

    So full and half width are the same (ＡＢＣ１２３, ｶﾀｶﾅ), decomposed and composed hangul and kana, and the
    ideographic space and a plain one; not so traditional and simplified forms, capitals, punctuation, or
    white space inside.
    """
    return unicodedata.normalize("NFKC", text).strip()


def newest(approved: Iterable[Approved]) -> list[Approved]:
    """Translations of one text, newest first; of those with the same English only the newest."""
    kept: dict[str, Approved] = {}
    for one in sorted(approved, key=lambda one: one.at, reverse=True):
        kept.setdefault(one.english, one)
    return list(kept.values())


def nearest(key: str, keys: list[str], least: float, most: int) -> list[tuple[str, float]]:
    """The most similar of some texts, best first: each with its similarity, which is at least so high."""
    from rapidfuzz import fuzz, process

    # not Indel.normalized_similarity, the same in 0 to 1: near the cutoff it says 0 for 6 of 20 at 0.3
    cutoff = max(least - _ROUNDING, 0) * 100
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=cutoff, limit=most)
    return [(near, ratio / 100) for near, ratio, _ in found]


class Shelf:
    """The file, mapped: rows are distinct texts, in the order of language and length."""

    def __init__(self, header: dict[str, Any], arrays: "dict[str, NDArray[Any]]") -> None:
        self.count: int = header["count"]
        """Approved translations that were given when it was made."""
        self._ranges: dict[str, list[int]] = header["ranges"]
        self._signatures = arrays["signatures"]
        self._lengths, self._spares = arrays["lengths"], arrays["spares"]
        self._text, self._text_ends = arrays["text"].data, arrays["text_ends"]
        self._record, self._record_ends = arrays["record"].data, arrays["record_ends"]

    def exact(self, key: str, language: str) -> list[Approved]:
        """What was approved for a text."""
        import numpy as np

        start, end = self._fitting(language, len(key), len(key))
        if start == end:
            return []
        same = np.ones(end - start, bool)
        for words, word in zip(self._signatures, _sign([key])[:, 0], strict=True):
            same &= words[start:end] == word
        rows = start + np.flatnonzero(same)
        return [
            one
            for row, text in zip(rows.tolist(), self._texts(rows), strict=True)
            if text == key
            for one in self._approved(row, key, language)
        ]

    def similar(self, key: str, language: str, least: float, most: int) -> list[tuple[str, float]]:
        """The most similar texts, best first, each with its similarity."""
        import numpy as np

        rows, bounds = self._bounded(key, language, least)
        order = np.argsort(-bounds, kind="stable")
        best: list[tuple[str, float]] = []
        at, size = 0, 64
        while at < len(order):
            worst = best[-1][1] if len(best) == most else least
            if bounds[order[at]] < worst - _ROUNDING:
                break
            best += nearest(key, self._texts(rows[order[at : at + size]]), worst, most)
            best = sorted(best, key=lambda one: -one[1])[:most]
            at, size = at + size, size * 2
        return best

    def _bounded(self, key: str, language: str, least: float) -> "tuple[NDArray[Any], NDArray[Any]]":
        """The rows whose texts may be at least so similar, and the most that each can be."""
        import numpy as np

        length, signature = len(key), _sign([key])[:, 0]
        spare = length - int(np.bitwise_count(signature).sum())
        shortest = int(np.ceil(length * least / (2 - least) - _ROUNDING))
        start, end = self._fitting(language, shortest, int(length * (2 - least) / least + _ROUNDING))
        rows, bounds = [np.zeros(0, np.int64)], [np.zeros(0)]
        for first in range(start, end, _BLOCK):
            block = slice(first, min(first + _BLOCK, end))
            shared = np.minimum(self._spares[block], spare)
            for words, word in zip(self._signatures, signature, strict=True):
                shared += np.bitwise_count(words[block] & word)
            bound = shared / (self._lengths[block] + length) * 2
            fit = np.flatnonzero(bound >= least - _ROUNDING)
            rows.append(fit + first)
            bounds.append(bound[fit])
        return np.concatenate(rows), np.concatenate(bounds)

    def _fitting(self, language: str, shortest: int, longest: int) -> tuple[int, int]:
        """The rows of a language whose texts have from so many to so many characters."""
        start, end = self._ranges.get(language, (0, 0))
        lengths = self._lengths[start:end]
        return start + int(lengths.searchsorted(shortest)), start + int(
            lengths.searchsorted(longest, "right")
        )

    def _texts(self, rows: "NDArray[Any]") -> list[str]:
        begins, ends = self._text_ends[rows].tolist(), self._text_ends[rows + 1].tolist()
        return [_decode(self._text[a:b]) for a, b in zip(begins, ends, strict=True)]

    def _approved(self, row: int, key: str, language: str) -> list[Approved]:
        begin, end = self._record_ends[row : row + 2].tolist()
        return [
            Approved(original or key, language, english, who, datetime.fromisoformat(at), where, script)
            for original, english, who, at, where, script in json.loads(_decode(self._record[begin:end]))
        ]


def _sign(texts: list[str]) -> "NDArray[Any]":
    """The signatures of texts: a column of words for each."""
    import numpy as np

    lengths = np.array([len(text) for text in texts], np.int64)
    characters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(
        np.uint64
    )
    rows = np.repeat(np.arange(len(texts), dtype=np.uint64), lengths)
    ordered = np.sort(rows << np.uint64(21) | characters)  # a character has 21 bits
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    repeat = np.arange(len(ordered)) - np.repeat(first, np.diff(first, append=len(ordered)))
    element = (ordered & np.uint64(0x1FFFFF)) + (repeat.astype(np.uint64) << np.uint64(21))
    bit = (element * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(55)  # Fibonacci hashing to 512
    bits = np.zeros((len(texts), _WORDS * 64), bool)
    bits[ordered >> np.uint64(21), bit] = True
    return np.ascontiguousarray(np.packbits(bits, axis=1).view("<u8").T)


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decode(data: memoryview) -> str:
    return str(data, "utf-8", "surrogatepass")


def build(path: Path, stamp: str, entries: Iterable[Approved]) -> Shelf:
    """Writes the file and gives it, mapped.

    A million translations take 17 s, 1.5 GB of memory meanwhile and 300 MB of disk.

    :raises Fault: the disk is full, or the folder may not be written.
    """
    import numpy as np

    texts: dict[tuple[str, int, str], list[Approved]] = {}
    count = 0
    for one in entries:
        count += 1
        key = sameness(one.original)
        if key:
            texts.setdefault((one.language, len(key), key), []).append(one)
    rows = sorted(texts)
    signatures = [
        _sign([key for *_, key in rows[at : at + _BLOCK]]) for at in range(0, len(rows) or 1, _BLOCK)
    ]
    arrays: dict[str, NDArray[Any]] = {"signatures": np.concatenate(signatures, axis=1)}
    arrays["lengths"] = np.array([length for _, length, _ in rows], np.int32)
    arrays["spares"] = arrays["lengths"] - np.bitwise_count(arrays["signatures"]).sum(0, dtype=np.int32)
    for name, blobs in (
        ("text", [_encode(key) for *_, key in rows]),
        ("record", [_record(row[-1], texts[row]) for row in rows]),
    ):
        arrays[name] = np.frombuffer(b"".join(blobs), np.uint8)
        arrays[f"{name}_ends"] = np.cumsum([0, *map(len, blobs)], dtype=np.int64)
    languages = [language for language, *_ in rows]
    ranges = {one: [bisect_left(languages, one), bisect_right(languages, one)] for one in set(languages)}
    return _write(path, {"stamp": stamp, "count": count, "ranges": ranges}, arrays)


def _record(key: str, approved: list[Approved]) -> bytes:
    fields = []
    for one in newest(approved):
        original = "" if one.original == key else one.original
        fields.append((original, one.english, one.who, one.at.isoformat(), one.where, one.script))
    return _encode(json.dumps(fields, ensure_ascii=False))


def _write(path: Path, header: dict[str, Any], arrays: "dict[str, NDArray[Any]]") -> Shelf:
    """Magic, header's length and checksum, header; then the arrays, each from a multiple of 64 bytes on."""
    places, at = {}, 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, array.shape, at)
        at += -(-array.nbytes // 64) * 64
    total = sum(_total(array) for array in arrays.values()) % 2**64
    told = json.dumps({**header, "arrays": places, "bytes": at, "total": total}).encode()
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear_leftovers(path)
        with temporary.open("xb") as file:
            file.write(_MAGIC + len(told).to_bytes(8, "big") + zlib.crc32(told).to_bytes(4, "big") + told)
            for array in arrays.values():
                _pad(file)
                array.tofile(file)
            _pad(file)
            file.flush()
            os.fsync(file.fileno())
        shelf = load(temporary, header["stamp"])
        if shelf is None:
            raise Fault("does not hold what was written", mend="Check the disk.", place=Place(str(path)))
        os.replace(temporary, path)
        return shelf
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            raise from_os(error, path) from error
        raise


def _clear_leftovers(path: Path) -> None:
    """Removes what a process that was killed left half-written; a younger one is being written."""
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        with contextlib.suppress(FileNotFoundError):  # another has just renamed or removed it
            if time.time() - left.stat().st_mtime > 60:
                left.unlink()


def load(path: Path, stamp: str) -> Shelf | None:
    """The file, mapped; None where it is of another stamp or version, or damaged.

    :raises Fault: it cannot be read.
    """
    import numpy as np

    try:
        with path.open("rb") as file:
            header = _header(file)
            if header is None or header["stamp"] != stamp:
                return None
            start = file.tell() + -file.tell() % 64
            if os.fstat(file.fileno()).st_size != start + header["bytes"]:
                return None
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise from_os(error, path) from error
    body = np.frombuffer(mapped, np.uint8, offset=start)
    if _total(body) != header["total"]:
        return None
    arrays = {}
    for name, (kind, shape, at) in header["arrays"].items():
        array = np.frombuffer(mapped, kind, count=int(np.prod(shape)), offset=start + at)
        arrays[name] = array.reshape(shape)
    return Shelf(header, arrays)


def _header(file: IO[bytes]) -> Any:
    """The header; None where it is of another version or damaged."""
    if file.read(len(_MAGIC)) != _MAGIC:
        return None
    size, checksum = int.from_bytes(file.read(8), "big"), int.from_bytes(file.read(4), "big")
    told = file.read(min(size, _LONGEST_HEADER))
    return json.loads(told) if zlib.crc32(told) == checksum and told else None


def _pad(file: IO[bytes]) -> None:
    file.write(bytes(-file.tell() % 64))


def _total(array: "NDArray[Any]") -> int:
    """The sum of an array's 64-bit words, its end filled with zeros: 30 ms where a CRC takes 300."""
    import numpy as np

    data = array.reshape(-1).view(np.uint8)
    whole = len(data) // 8 * 8
    rest = int.from_bytes(data[whole:].tobytes(), "little")
    return (int(data[:whole].view("<u8").sum()) + rest) % 2**64

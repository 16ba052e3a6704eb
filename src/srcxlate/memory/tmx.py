"""TMX 1.4b, the format in which translation memories are exchanged: out and in.

Out go approved translations (:func:`render_tmx`), in come the units of anybody's file (:func:`read_tmx`), one
after the other: a file of any size takes the memory of its largest unit.

A file is read with expat, as a stream of tags: no tree is built, nothing outside the file is opened, and one
that declares entities or elements of its own is refused, so nothing is expanded. (lxml's iterparse builds a
tree and has to be told to forget it; hypomnema needs Python 3.13.) The constants below bound all sizes.

**Inline elements.** ``bpt``, ``ept``, ``ph``, ``it`` and ``ut`` hold codes of another program, not text: they
are left out with all that is in them, ``sub`` too, which is text of another place, such as a footnote. ``hi``
marks text: its text is kept, as is that of an element that TMX does not know. What is left out is counted.

**Characters that XML cannot hold** (most control characters, U+FFFE, U+FFFF, halves of surrogate pairs) are
written in a segment as ``<ph type="x-character" x="11">U+000B</ph>``, x being the character's number, and
read back from that. In a name or a note they are refused. A carriage return is written as ``&#13;``, else XML
would make a line feed of it. So a segment comes back character for character, and a time to the second.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from xml.parsers import expat

from srcxlate import __version__
from srcxlate.errors import Fault, Place
from srcxlate.files import from_os, write_text
from srcxlate.languages import Script
from srcxlate.memory import Approved

LARGEST_UNIT = 1_000_000
"""Characters in a unit, each tag counted as 100; a larger one is skipped."""
LARGEST_TAG = 1_000_000
"""Bytes in a tag or a comment; a file with a larger one is refused. expat holds it in memory as a whole."""
DEEPEST = 64
"""Elements in elements; TMX itself needs no more than 8 or so."""
_CHUNK = 1 << 16  # bytes

_ENCODINGS = frozenset({"utf-8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "iso-8859-1"})
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
_CHARACTER = "x-character"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_IN_ATTRIBUTES = {**_REFERENCES, '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}

_LANGUAGES: dict[str, Literal["ja", "ko", "zh", "en"]] = {
    "ja": "ja", "jpn": "ja", "jp": "ja", "ko": "ko", "kor": "ko", "kr": "ko", "en": "en", "eng": "en",
    "zh": "zh", "zho": "zh", "chi": "zh", "cmn": "zh",
}  # fmt: skip
"""By the first part of a tag: ISO 639-1 and -2, Mandarin, and two countries that are taken for languages."""
_SCRIPTS: dict[str, Script] = {
    "hans": "zh-Hans", "chs": "zh-Hans", "cn": "zh-Hans", "sg": "zh-Hans", "my": "zh-Hans",
    "hant": "zh-Hant", "cht": "zh-Hant", "tw": "zh-Hant", "hk": "zh-Hant", "mo": "zh-Hant",
}  # fmt: skip
"""By a later part of a Chinese tag: the script itself, or the region by which it is known."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A translation that a file holds."""

    original: str
    language: str
    script: Script | None
    """For Chinese, where the tag tells it."""
    english: str
    who: str
    """Who changed the English last, else who made it; empty where the file does not say."""
    at: datetime | None
    """When."""
    note: str
    """The unit's notes, a line each; for what :func:`render_tmx` wrote, where it stands."""
    line: int = field(default=0, compare=False)
    """Where the unit begins in the file, from 1."""


# -- out ------------------------------------------------------------------------------------------


def write_tmx(path: Path, approved: Iterable[Approved]) -> bool:
    """Puts approved translations in a TMX file, at once or not at all; says whether anything changed.

    :raises Fault: as :func:`render_tmx`; or the disk is full, or the folder may not be written.
    """
    return write_text(path, "".join(render_tmx(approved)))


def render_tmx(approved: Iterable[Approved]) -> Iterator[str]:
    """A TMX file, to be encoded in UTF-8, piece by piece: a unit for each translation.

    :raises Fault: a name or a place holds a character that XML cannot.
    """
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="srcxlate" creationtoolversion="{__version__}" segtype="block" '
        'o-tmf="srcxlate" adminlang="en" srclang="*all*" datatype="plaintext"/>\n<body>\n'
    )
    for one in approved:
        yield _render_unit(one)
    yield "</body>\n</tmx>\n"


def _render_unit(one: Approved) -> str:
    for name, value in (("who approved it", one.who), ("its place", one.where)):
        unfit = _UNFIT.search(value)
        if unfit:
            found = f"{one.where}: {name} holds the character U+{ord(unfit[0]):04X}, which XML cannot hold"
            raise Fault(found, mend="Take it out.")
    language = one.script or one.language
    when = re.sub("[-:]", "", one.at.astimezone(UTC).isoformat())[:15] + "Z"
    who = "".join(_IN_ATTRIBUTES.get(character, character) for character in one.who)
    note = f"<note>{_escape(one.where)}</note>\n" if one.where else ""
    return (
        f'<tu srclang="{language}" creationid="{who}" creationdate="{when}" '
        f'changeid="{who}" changedate="{when}">\n{note}'
        f'<tuv xml:lang="{language}"><seg>{_escape(one.original)}</seg></tuv>\n'
        f'<tuv xml:lang="en"><seg>{_escape(one.english)}</seg></tuv>\n</tu>\n'
    )


def _escape(text: str) -> str:
    text = re.sub("[&<>\r]", lambda found: _REFERENCES[found[0]], text)
    code = f'<ph type="{_CHARACTER}" x="{{0}}">U+{{0:04X}}</ph>'
    return _UNFIT.sub(lambda found: code.format(ord(found[0])), text)


# -- in -------------------------------------------------------------------------------------------


def read_tmx(path: Path) -> "Reading":
    """The units of a TMX file in UTF-8 or UTF-16, read while they are asked for."""
    return Reading(_chunks(path), str(path))


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except OSError as error:
        raise from_os(error, path) from error


@dataclass(slots=True)
class Skipped:
    """Units that were left out for one reason."""

    count: int
    line: int
    """Where the first begins, from 1."""


class Reading:
    """The units of a file, once, in its order; what was left out is known when it ends.

    :param chunks: the file's bytes, in pieces of any size.
    :param file: the name to use in faults.
    """

    def __init__(self, chunks: Iterable[bytes], file: str) -> None:
        self.units = 0
        """Units that were given so far; one that holds two of our languages counts twice."""
        self.skipped: dict[str, Skipped] = {}
        """By the reason, to follow the words 'a unit'."""
        self.reduced = 0
        """Segments from which inline codes were left out."""
        self._chunks, self._file = chunks, file
        self._parser = _make_parser(self)
        self._ready: list[Unit] = []
        self._depth = 0
        self._unit: dict[str, str] | None = None  # the open unit's attributes
        self._line, self._size = 0, 0
        self._variants: list[tuple[dict[str, str], list[str]]] = []  # attributes and text of each
        self._notes: list[list[str]] = []
        self._into: list[str] | None = None  # where text goes, None where it is left out
        self._closes = 0  # the depth of the element that holds this text
        self._code = 0  # the depth of the outermost code that is open, 0 for none
        self._cut = False  # a code was left out of this segment

    def __iter__(self) -> Iterator[Unit]:
        """The units.

        :raises Fault: the file cannot be read, or is no TMX from some place on: with the line, and how many
            units came before it. They have been given by then.
        """
        fed = 0
        for chunk in self._chunks:
            fed += len(chunk)
            yield from self._feed(chunk, final=False)
            if fed - self._parser.CurrentByteIndex > LARGEST_TAG + len(chunk):
                raise self.fault(f"holds a tag or comment of more than {LARGEST_TAG:,} bytes", "Take it out.")
        yield from self._feed(b"", final=True)

    def _feed(self, chunk: bytes, *, final: bool) -> Iterator[Unit]:
        fault = None
        try:
            self._parser.Parse(chunk, final)
        except Fault as found:
            fault = found
        except expat.ExpatError as error:
            told = expat.ErrorString(error.code)
            fault = self.fault(f"is no valid XML: {told}", "Export it anew, or mend it there in an editor.")
        for unit in self._ready:
            self.units += 1
            yield unit
        self._ready = []
        if fault:
            raise fault

    def fault(self, message: str, mend: str) -> Fault:
        """A fault at the place that is being read, with the number of units that came before it."""
        place = Place(self._file, max(self._parser.CurrentLineNumber, 1))
        return Fault(f"{message}; units before it: {self.units + len(self._ready):,}", mend=mend, place=place)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth == 1 and name != "tmx":
            raise self.fault(f"begins with the element {name:.40}, so it is no TMX", "Check the file.")
        if self._depth > DEEPEST:
            raise self.fault(f"holds elements more than {DEEPEST} deep", "Export it anew.")
        if name == "tu":
            if self._unit is not None:
                self._skip("holds another unit")
            self._unit, self._line, self._size = attributes, self._parser.CurrentLineNumber, 0
            self._variants, self._notes, self._into, self._code = [], [], None, 0
        if self._unit is None:
            return
        self._grow(100 + sum(map(len, attributes.values())))
        if self._into is not None:
            self._start_inline(name, attributes)
        elif name == "tuv":
            self._variants.append((attributes, []))
        elif name == "seg" and self._variants:
            self._into, self._closes, self._cut = self._variants[-1][1], self._depth, False
        elif name == "note":
            self._notes.append([])
            self._into, self._closes, self._cut = self._notes[-1], self._depth, False

    def _start_inline(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _CODES or self._code:
            return
        self._code = self._depth
        number = attributes.get("x", "")
        if attributes.get("type") == _CHARACTER and re.fullmatch("[0-9]{1,7}", number):
            character = chr(min(int(number), 0x10FFFF))
            if _UNFIT.match(character) and self._into is not None:
                self._into.append(character)
                return
        self._cut = True

    def text(self, data: str) -> None:
        """Text, or a piece of it."""
        if self._into is not None and not self._code:
            self._into.append(data)
            self._grow(len(data))

    def end(self, name: str) -> None:
        """An element ends."""
        if self._depth == self._code:
            self._code = 0
        elif self._into is not None and self._depth == self._closes:
            self._into = None
            self.reduced += self._cut
        self._depth -= 1
        if name == "tu" and self._unit is not None:
            self._ready += self._made(self._unit)
            self._unit = None

    def _grow(self, size: int) -> None:
        """Counts what a unit holds; one that is too large is forgotten at once."""
        self._size += size
        if self._size > LARGEST_UNIT and self._unit is not None:
            self._skip(f"is larger than {LARGEST_UNIT:,} characters")
            self._unit, self._into, self._code, self._variants, self._notes = None, None, 0, [], []

    def _skip(self, reason: str) -> None:
        self.skipped.setdefault(reason, Skipped(0, self._line)).count += 1

    def _made(self, unit: dict[str, str]) -> Iterator[Unit]:
        """The translations of a unit into English: the first English that it holds."""
        variants = [
            (*_language(attributes), "".join(text), attributes) for attributes, text in self._variants
        ]
        worded = [each for each in variants if each[2].strip()]
        english = [(text, attributes) for language, _, text, attributes in worded if language == "en"]
        originals = [each for each in worded if each[0] in ("ja", "ko", "zh")]
        if not english:
            self._skip("has no English")
        elif not originals:
            self._skip("has no Japanese, Korean or Chinese")
        else:
            text, attributes = english[0]
            told = (attributes, unit)
            who = next(_values(told, "changeid", "creationid"), "")
            moments = (_moment(value) for value in _values(told, "changedate", "creationdate"))
            at = next((moment for moment in moments if moment), None)
            note = "\n".join("".join(each) for each in self._notes)
            for language, script, original, _ in originals:
                yield Unit(original, language, script, text, who, at, note, self._line)


def _make_parser(reading: Reading) -> Any:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reading.start, reading.end
    parser.CharacterDataHandler = reading.text

    def declared(version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in _ENCODINGS:
            raise reading.fault(f"is in the encoding {encoding:.40}", "Save it as UTF-8.")

    def doctype(name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal:
            mend = "Take out what stands between [ and ] in its DOCTYPE."
            raise reading.fault("declares entities or elements of its own, which are not read", mend)

    def unknown(name: str, is_parameter: bool) -> None:
        mend = "Write the character itself, or its number as &#160; is written."
        raise reading.fault(f"uses the entity &{name:.40};, which XML does not know", mend)

    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = declared, doctype
    parser.SkippedEntityHandler = unknown  # else expat leaves it out where a DOCTYPE is given
    return parser


def _language(attributes: dict[str, str]) -> tuple[str, Script | None]:
    """The language of a variant, empty where it is none of ours, and for Chinese the script."""
    tag = attributes.get("xml:lang") or attributes.get("lang", "")
    first, *rest = re.split("[-_]", tag.strip().lower())
    language = _LANGUAGES.get(first, "")
    scripts = [_SCRIPTS[part] for part in rest if part in _SCRIPTS] if language == "zh" else []
    return language, scripts[0] if scripts else None


def _values(told: Iterable[dict[str, str]], *names: str) -> Iterator[str]:
    """The attributes of these names that say something, those of the English before those of the unit."""
    return (attributes[name] for attributes in told for name in names if attributes.get(name))


def _moment(value: str) -> datetime | None:
    """A time as TMX writes it, 20240531T235959Z; None for another."""
    try:
        return datetime.strptime(value.strip(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None

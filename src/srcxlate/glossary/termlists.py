"""What a list of terms from another program holds, whatever its format.

In come the fields that a reader of a format found, out comes a :class:`TermList`: the entries that are
sound, each with its place, the faults of those that are not, and what was left out. Such files are from
anywhere: a value that is too long, or holds a character that moves a cursor or turns the writing round, is
a fault of its entry.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from srcxlate.errors import Fault, Place
from srcxlate.glossary.entries import Entry

COLUMNS = ("original", "language", "english", "variants", "avoid", "scope", "note", "authority")
"""The fields of an entry, in the order of a table's columns."""
LISTS = ("variants", "avoid")
"""The fields that hold several values."""
LARGEST = 128_000_000
"""Bytes of a file; 100,000 entries with notes are 77 MB of TBX, 10 MB of CSV."""
MOST_ENTRIES = 100_000
LONGEST = 10_000
"""Characters of a value."""
MOST_FORMS = 200
"""Values of a list."""

Fields = Mapping[str, str | Sequence[str] | None]

_LANGUAGES: Mapping[str, Literal["ja", "ko", "zh", "en"]] = {
    "ja": "ja", "jpn": "ja", "ko": "ko", "kor": "ko", "zh": "zh", "zho": "zh", "chi": "zh", "cmn": "zh",
    "en": "en", "eng": "en",
}  # fmt: skip
"""First parts of language tags (BCP 47, ISO 639) and the language that is meant."""
_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Controls but for tab and line ends, what turns the writing round, and what XML cannot hold."""


@dataclass(frozen=True, slots=True)
class TermList:
    """What was read of a file."""

    entries: tuple[tuple[Entry, Place], ...]
    broken: tuple[Fault, ...]
    """A fault for each entry that cannot be taken in."""
    left_out: Mapping[str, int]
    """What a glossary has no place for, in words, and how often it was there."""


class Gathering:
    """Gathers what a reader finds in a file."""

    def __init__(self, file: str) -> None:
        """:param file: the name to use in faults."""
        self.file = file
        self._entries: list[tuple[Entry, Place]] = []
        self._broken: list[Fault] = []
        self._left_out: Counter[str] = Counter()

    def take(self, line: int, fields: Fields) -> None:
        """Takes the fields of an entry that begins in a line.

        :raises Fault: the file holds more entries than are read.
        """
        place = Place(self.file, line)
        try:
            self._entries.append((make_entry(fields, place), place))
        except Fault as fault:
            self._broken.append(fault)
        self._count()

    def refuse(self, line: int, message: str, mend: str) -> None:
        """Notes that the entry in a line is broken.

        :raises Fault: the file holds more entries than are read.
        """
        self._broken.append(Fault(message, mend=mend, place=Place(self.file, line)))
        self._count()

    def leave_out(self, what: str, count: int = 1) -> None:
        """Notes what is no fault, and has no place in a glossary."""
        self._left_out[what] += count

    def gathered(self) -> TermList:
        """All that was found."""
        return TermList(tuple(self._entries), tuple(self._broken), dict(self._left_out))

    def _count(self) -> None:
        if len(self._entries) + len(self._broken) > MOST_ENTRIES:
            message = f"holds more than {MOST_ENTRIES:,} entries"
            raise Fault(message, mend="Cut it into several files.", place=Place(self.file))


def language_of(tag: str) -> Literal["ja", "ko", "zh", "en"] | None:
    """The language of a tag such as ``zh-Hant-TW`` or ``ja_JP``: ja, ko, zh or en; None for another."""
    return _LANGUAGES.get(re.split("[-_]", tag.strip().lower(), maxsplit=1)[0])


def language_named(name: str) -> Literal["ja", "ko", "zh"]:
    """The language that a person names.

    :raises Fault: it is none of a glossary.
    """
    found = language_of(name)
    if found is None or found == "en":
        raise Fault(f"language {name!r:.40} is none of ja, ko and zh", mend="Say ja, ko or zh.")
    return found


def make_entry(fields: Fields, place: Place | None = None) -> Entry:
    """An entry of the fields that have a value; white space round a value is no part of it.

    :raises Fault: the first thing that is wrong with it.
    """
    values: dict[str, str | tuple[str, ...]] = {}
    for name in COLUMNS:
        given = fields.get(name) or ""
        several = _stripped((given,) if isinstance(given, str) else given)
        for value in several:
            _refuse_unfit(name, value, place)
        if len(several) > MOST_FORMS:
            raise Fault(f"{name} holds more than {MOST_FORMS} values", mend="Leave some out.", place=place)
        if several:
            values[name] = several if name in LISTS else several[0]
    missing = [name for name in ("original", "english") if name not in values]
    if missing:
        known = f" of {values['original']:.40}" if "original" in values else ""
        raise Fault(f"{missing[0]}{known} is empty", mend="Write a value, or remove the entry.", place=place)
    tag = str(values.get("language", ""))
    language = language_of(tag)
    if language not in ("ja", "ko", "zh"):
        message = f"language {tag!r:.40} is none of ja, ko and zh" if tag else "has no language"
        mend = "Write ja, ko or zh; for a file without languages, say --language ja."
        raise Fault(message, mend=mend, place=place)
    return Entry.model_validate(values | {"language": language})


def refuse_unfit(entries: Iterable[Entry]) -> None:
    """Refuses entries that hold what could not be read back.

    :raises Fault: the first such value.
    """
    for entry in entries:
        for name, value in entry.model_dump(exclude_none=True).items():
            for one in (value,) if isinstance(value, str) else value:
                _refuse_unfit(f"{entry.original} ({entry.language}): {name}", one, None)


def _stripped(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(value.strip() for value in values if value.strip())


def _refuse_unfit(name: str, value: str, place: Place | None) -> None:
    found = _NEVER.search(value)
    if found:
        message = f"{name} holds U+{ord(found[0]):04X}, a control character"
        raise Fault(message, mend="Remove it.", place=place)
    if len(value) > LONGEST:
        message = f"{name} is longer than {LONGEST:,} characters"
        raise Fault(message, mend="Shorten it.", place=place)

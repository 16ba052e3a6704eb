"""The house glossary: which terms a text holds, and which of them a draft kept.

In come ``glossary/*.yaml``, out come :class:`Term` values and, for a text, its hits: longest first, at
the leftmost place, no term inside another. There are no word boundaries in Japanese or Chinese and
particles follow Korean words, so a term matches wherever it stands. One automaton finds all terms in one
pass over a text (pyahocorasick).
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from srcxlate.engines import Term as EngineTerm
from srcxlate.errors import Fault, Faults, Place
from srcxlate.records import Record, parse_records, read_text

HOUSE_STYLE = "house-style"


class Entry(Record):
    """A glossary entry as people write it."""

    original: Annotated[str, Field(min_length=1)]
    language: Literal["ja", "ko", "zh"]
    english: Annotated[str, Field(min_length=1)]
    variants: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    scope: str | None = None
    note: str | None = None
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A term where it stands in a text."""

    start: int
    end: int
    entry: Entry

    def term(self, text: str) -> EngineTerm:
        """What an engine is told: the written form found, and its English."""
        return EngineTerm(text[self.start : self.end], self.entry.english)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a workspace, ready to match."""

    entries: tuple[Entry, ...]
    _automata: dict[str, Any] = field(repr=False, compare=False)

    def find(self, text: str, language: str, *, house_style: bool = True) -> list[Hit]:
        """The terms in a text of a language, in its order; of two that overlap the longer, then the earlier."""
        automaton = self._automata.get(language)
        if automaton is None:
            return []
        folded, offsets = _fold(text)
        found = [
            Hit(offsets[end - len(form) + 1], offsets[end] + 1, entry)
            for end, (form, entry) in automaton.iter(folded)
            if house_style or entry.scope != HOUSE_STYLE
        ]
        chosen: list[Hit] = []
        for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start)):
            if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
                chosen.append(hit)
        return sorted(chosen, key=lambda hit: hit.start)


def read_glossary(folder: Path) -> Glossary:
    """All terms under ``glossary/``.

    :raises Faults: every fault of every file: bad entries, and one written form with two meanings.
    """
    entries: list[Entry] = []
    faults: list[Fault] = []
    seen: dict[tuple[str, str], tuple[Place, str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            read = parse_records(read_text(path), Entry, str(path))
        except Faults as several:
            faults += several.faults
            continue
        except Fault as fault:
            faults.append(fault)
            continue
        for entry, line in read:
            place = Place(str(path), line)
            known = seen.setdefault((entry.language, entry.original), (place, entry.english))
            if known[0] is not place:
                faults.append(Fault(f"{entry.original} ({entry.language}) stands already in {known[0]} as {known[1]!r}",
                                    mend="Keep one entry; make the other a variant.", place=place))
            entries.append(entry)
    if faults:
        raise Faults(faults)
    return make_glossary(entries)


def make_glossary(entries: Iterable[Entry]) -> Glossary:
    """A glossary of given entries; an original wins over another entry's variant."""
    import ahocorasick

    entries = tuple(entries)
    forms: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for form in entry.variants:
            forms.setdefault(entry.language, {}).setdefault(_fold(form)[0], entry)
    for entry in entries:
        forms.setdefault(entry.language, {})[_fold(entry.original)[0]] = entry
    automata = {}
    for language, words in forms.items():
        automaton = ahocorasick.Automaton()
        for form, entry in words.items():
            if form:
                automaton.add_word(form, (form, entry))
        automaton.make_automaton()
        automata[language] = automaton
    return Glossary(entries, automata)


def _fold(text: str) -> tuple[str, list[int]]:
    """A text with full-width and half-width forms made alike, and each character's place in the original."""
    folded: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        for part in unicodedata.normalize("NFKC", character).casefold():
            folded.append(part)
            offsets.append(at)
    return "".join(folded), offsets


def kept(term: EngineTerm, draft: str) -> bool:
    """Whether a draft has a term's English: case, articles, plurals and possessives aside."""
    words = _stems(term.english)
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(_stems(draft))} "


def _stems(english: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", english.replace("’", "'")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)?", re.sub(r"'s\b", "", plain))
    return [re.sub(r"(?<=[a-z]{3})(?:ies|y|es|s)$", "", word) for word in words if word not in {"the", "a", "an"}]


def terms_of(hits: Sequence[Hit], text: str) -> tuple[EngineTerm, ...]:
    """The terms to tell an engine, each once, in the order of the text."""
    return tuple(dict.fromkeys(hit.term(text) for hit in hits))

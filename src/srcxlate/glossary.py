"""The house glossary: which terms a text holds, and which of them a draft kept.

In come ``glossary/*.yaml``, out come :class:`Entry` values and, for a text, its hits: longest first, at
the leftmost place, no term inside another. There are no word boundaries in Japanese or Chinese and
particles follow Korean words, so a term matches wherever it stands; only Latin letters and figures at its
ends must not run on. One automaton finds all terms in one pass over a text (pyahocorasick).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from srcxlate.engines import Term as EngineTerm
from srcxlate.errors import Fault, Faults, Place
from srcxlate.files import read_text, write_text
from srcxlate.records import (
    Record,
    parse_records,
    read_records,
    render_value,
)

HOUSE_STYLE = "house-style"
FROM_REVIEW = "from-review.yaml"
"""The file under ``glossary/`` to which terms are added that came up in review."""


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
    forms: Mapping[str, Mapping[str, Entry]] = field(repr=False, compare=False)
    """By language, each written form as it is compared, and the entry that it means."""
    _automata: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """Made when a language is first asked for."""

    def find(self, text: str, language: str, *, house_style: bool = True) -> list[Hit]:
        """The terms in a text of a language, in its order; of two that overlap the longer, then the earlier.

        Compared in NFKC without case: a full-width, half-width or composed character is what it stands for
        (㈱, ﾃﾞ). A hit covers whole characters of the text as it was given.
        """
        forms = self.forms.get(language)
        if not forms:
            return []
        if language not in self._automata:
            self._automata[language] = _automaton(forms)
        folded, spans = _fold(text)
        found = [
            Hit(spans[last - len(form) + 1][0], spans[last][1], forms[form])
            for last, form in self._automata[language].iter(folded)
            if (house_style or forms[form].scope != HOUSE_STYLE)
            and _stands_alone(folded, last + 1 - len(form), last + 1)
        ]
        taken = bytearray(len(text))
        chosen: list[Hit] = []
        for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start)):
            if not any(taken[hit.start : hit.end]):
                taken[hit.start : hit.end] = bytes([1]) * (hit.end - hit.start)
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
            read = read_records(path, Entry)
        except Fault as fault:
            faults += fault.each
            continue
        for entry, line in read:
            place = Place(str(path), line)
            where, english = seen.setdefault(
                (entry.language, _fold(entry.original)[0]), (place, entry.english)
            )
            if where is not place:
                message = f"{entry.original} ({entry.language}) stands already in {where} as {english!r}"
                mend = "Keep one entry; make the other a variant."
                faults.append(Fault(message, mend=mend, place=place))
            entries.append(entry)
    if faults:
        raise Faults(faults)
    return make_glossary(entries)


def add_entry(folder: Path, entry: Entry) -> Path:
    """Adds an entry at the end of ``glossary/from-review.yaml``; gives the file's path.

    What a person wrote there stays as it is, byte for byte. The file is made where there is none.

    :raises Fault: a written form of the entry stands in a file of the folder already, the glossary has
        faults, the file ends in a way that nothing can be added to, or the disk will not take it.
    """
    path = folder / FROM_REVIEW
    _refuse_known(folder, entry)
    text = read_text(path) if path.exists() else ""
    wanted = [*(there for there, _ in parse_records(text, Entry, str(path))), entry]
    longer = _with_entry(text, entry)
    try:
        found = [there for there, _ in parse_records(longer, Entry, str(path))]
    except Fault:
        found = []
    if found != wanted:
        message = f"{entry.original} cannot be added after the last entry"
        mend = "Write the list with one '- ' a line and no brackets round it, and end it plainly."
        line = text.count("\n") + (not text.endswith("\n"))
        raise Fault(message, mend=mend, place=Place(str(path), line))
    write_text(path, longer)
    return path


def _refuse_known(folder: Path, entry: Entry) -> None:
    """Refuses an entry whose original or variant stands in the glossary as an original or a variant.

    :raises Fault: with the place of the entry that is there.
    """
    forms = {_fold(form)[0]: form for form in (*entry.variants, entry.original)}
    for path in sorted(folder.glob("*.yaml")):
        for there, line in read_records(path, Entry):
            if there.language != entry.language:
                continue
            for form in (there.original, *there.variants):
                if _fold(form)[0] in forms:
                    written = forms[_fold(form)[0]]
                    message = f"{written} ({entry.language}) means {there.english!r} here already"
                    mend = f"Change that entry, or leave {written} out of the new one."
                    raise Fault(message, mend=mend, place=Place(str(path), line))


_LIST_ITEM = re.compile(r"^([ ]*)-(?=\s|$)", re.MULTILINE)


def _with_entry(text: str, entry: Entry) -> str:
    """A file's text with an entry after its last, in the indent and with the line ends that are there."""
    block = render_value([entry.model_dump(mode="json", exclude_defaults=True)])
    first = _LIST_ITEM.search(text)
    block = "".join(f"{first[1] if first else ''}{line}" for line in block.splitlines(keepends=True))
    apart = "" if not text or text.endswith("\n") else "\n"
    added = apart + block
    return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)


def make_glossary(entries: Iterable[Entry]) -> Glossary:
    """A glossary of given entries.

    A form that is one entry's original and another's variant means the first; a variant of two entries
    means the earlier.
    """
    entries = tuple(entries)
    forms: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        for form in entry.variants:
            forms.setdefault(entry.language, {}).setdefault(_fold(form)[0], entry)
    for entry in entries:
        forms.setdefault(entry.language, {})[_fold(entry.original)[0]] = entry
    for words in forms.values():
        words.pop("", None)
    return Glossary(entries, forms)


class Finder:
    """Tells whether a text holds any of some written forms, wherever they stand in it."""

    def __init__(self, forms: Iterable[str]) -> None:
        """:param forms: as they are compared (:attr:`Glossary.forms`)."""
        self._automaton = _automaton(forms)

    def __call__(self, text: str) -> bool:
        """Whether the text holds one."""
        return next(self._automaton.iter(_fold(text)[0]), None) is not None


def _automaton(forms: Iterable[str]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return automaton


_CLUSTER = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f\u1160-\u11ff]*")
"""A character with the marks and the vowels and finals of hangul that are composed with it."""


def _fold(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text as it is compared, and for each of its characters its start and end in the original."""
    folded: list[str] = []
    spans: list[tuple[int, int]] = []
    for cluster in _CLUSTER.finditer(text):
        plain = unicodedata.normalize("NFKC", cluster[0]).casefold()
        folded.append(plain)
        spans += [cluster.span()] * len(plain)
    return "".join(folded), spans


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether Latin letters or figures at the ends of a hit do not run on: ``AI`` is not in ``TAIPEI``."""
    return not (
        (start > 0 and _runs_on(text[start - 1], text[start]))
        or (end < len(text) and _runs_on(text[end - 1], text[end]))
    )


def _runs_on(left: str, right: str) -> bool:
    return (left.isdigit() and right.isdigit()) or (_is_latin(left) and _is_latin(right))


def _is_latin(character: str) -> bool:
    return character.isalpha() and character < "\u0250"


# -- what a draft kept ---------------------------------------------------------------------------------

_UNCHANGED = frozenset(
    ["economics", "electronics", "gas", "logistics", "mathematics", "news", "physics", "politics"]
)
"""Words in s that are no plurals, where the word without it means something else."""
_IRREGULAR = {
    "analyses": "analysis", "crises": "crisis", "children": "child", "criteria": "criterion", "gases": "gas",
    "men": "man", "phenomena": "phenomenon", "theses": "thesis", "wives": "wife", "women": "woman",
}  # fmt: skip


def kept(term: EngineTerm, draft: str) -> bool:
    """Whether a draft has a term's English.

    Case, accents, articles, plurals and possessives aside, and whether words are joined, hyphenated or
    apart: ``start-up`` is kept in ``the startups'``. Whole words only: ``Japan`` is not in ``Japanese``.
    """
    wanted = "".join(_stems(term.english))
    words = _stems(draft)
    for start in range(len(words) if wanted else 0):
        joined = ""
        for word in words[start:]:
            joined += word
            if len(joined) >= len(wanted):
                break
        if joined == wanted:
            return True
    return False


def _stems(english: str) -> list[str]:
    """The words of an English text as they are compared; ``the``, ``a`` and ``an`` left out."""
    plain = unicodedata.normalize("NFKD", english.replace("’", "'")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", re.sub(r"'s?\b|'(?!\w)", "", plain))
    return [_stem(word) for word in words if word not in {"the", "a", "an"}]


def stem(word: str) -> str:
    """A word of English as it is compared: no case, accents, plural or possessive; empty for an article."""
    return "".join(_stems(word))


def _stem(word: str) -> str:
    """A word without what a plural changes: one for policy and policies, size and sizes, tax and taxes."""
    word = _IRREGULAR.get(word, word)
    if len(word) < 3 or word in _UNCHANGED or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    return word[:-1] + "y" if word.endswith("i") and len(word) > 2 else word


def terms_of(hits: Sequence[Hit], text: str) -> tuple[EngineTerm, ...]:
    """The terms to tell an engine, each once, in the order of the text."""
    return tuple(dict.fromkeys(hit.term(text) for hit in hits))

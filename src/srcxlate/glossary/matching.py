"""Which terms a text holds: longest first, at the leftmost place, no term inside another.

In come entries, out comes a :class:`Glossary` that finds them. One automaton finds all written forms in one
pass over a text (pyahocorasick), as it is compared (``folding``); what it finds is then looked at: whether it
stands there as a word (``standing``), and whether a speaker says it (``speech``).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from srcxlate.engines import Term as EngineTerm
from srcxlate.glossary.entries import HOUSE_STYLE, Entry
from srcxlate.glossary.folding import BREAK, LANGUAGES, Folded, Span, compared, fold, squeezed
from srcxlate.glossary.speech import spoken
from srcxlate.glossary.standing import Found, stands

_OFF = "\n"
"""Ends the key of a form's meaning where house style is off, if it has another where it is on."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A term where it stands in a text."""

    start: int
    end: int
    entry: Entry

    def term(self, text: str) -> EngineTerm:
        """What an engine is told: the written form found, and its English in one line."""
        return EngineTerm(text[self.start : self.end], _in_one_line(self.entry.english), self.entry.avoid)


def _in_one_line(english: str) -> str:
    if english.isprintable():
        return english
    return " ".join("".join(c if c.isprintable() else " " for c in english).split())


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a written form stands for."""

    entry: Entry
    """Where house style is on."""
    off: Entry | None
    """Where it is off."""
    within: frozenset[int]
    """The offsets before which the form is written with a space or a dot."""

    @property
    def styled(self) -> bool:
        """Whether it matters if house style is on."""
        return self.entry is not self.off


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms of a workspace, ready to match."""

    entries: tuple[Entry, ...]
    forms: Mapping[str, Mapping[str, Entry]] = field(repr=False, compare=False)
    """By language, each written form as it is compared, and the entry that it means; with a line end behind
    it, the form's other meaning where house style is off. Two glossaries that find different things in a
    text differ here, in a form that the text holds."""
    _meanings: Mapping[str, Mapping[str, _Meaning]] = field(repr=False, compare=False)
    """By language, each form as it stands in a folded text."""
    _automata: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """Made when a language is first asked for."""

    def find(self, text: str, language: str, *, house_style: bool = True) -> list[Hit]:
        """The terms in a text of a language, in its order; of two that overlap the longer, then the earlier.

        A hit covers whole characters of the text as it was given.

        :param house_style: whether entries of that scope are wanted; in a speaker's own words they never
            are, and what the form means without them is found there.
        """
        meanings = self._meanings.get(language)
        if not meanings:
            return []
        if language not in self._automata:
            self._automata[language] = _automaton(meanings)
        folded = fold(text, language)
        raw = _candidates(folded, self._automata[language])
        if not house_style:  # what house style has must not matter at all
            raw = [one for one in raw if meanings[one[-1]].off]
        if not raw:
            return []
        return _choose(text, language, house_style, folded, raw, meanings)


_Candidate = tuple[int, bool, int, str]
"""A form in a folded text: its length below zero, whether it has a break inside, its start, the form. In
order: the longer first, then one without a break (米・中国 is 中国, not 米・中), then the earlier."""


def _candidates(folded: Folded, automaton: Any) -> list[_Candidate]:
    """All forms in a folded text, wherever they stand; best first."""
    breaks = list(folded.breaks)
    return sorted(
        (-length, bool(breaks) and _crosses(breaks, last - length + 1, last), last - length + 1, form)
        for last, (length, form) in automaton.iter(folded.text)
    )


def _choose(
    text: str,
    language: str,
    house_style: bool,
    folded: Folded,
    raw: Sequence[_Candidate],
    meanings: Mapping[str, _Meaning],
) -> list[Hit]:
    """The hits among the candidates: each stands as a word, and no two overlap."""
    found = Found(folded, ((start, start - negative) for negative, _, start, _ in raw))
    styled = house_style and any(meanings[one[-1]].styled for one in raw)
    quoted = spoken(text, language) if styled else ()
    taken = bytearray(len(folded.text))
    chosen: list[Hit] = []
    for negative, _, start, form in raw:
        end = start - negative
        if taken.find(1, start, end) >= 0:
            continue
        meaning = meanings[form]
        first, last = folded.span(start, end)
        off = not house_style or _is_within(quoted, first, last)
        entry = meaning.off if off else meaning.entry
        if entry is not None and stands(found, start, end, language, meaning.within):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(Hit(first, last, entry))
    return _apart(sorted(chosen, key=_start))


def _is_within(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of some spans, in order and apart, holds a stretch."""
    at = bisect_right(spans, start, key=_first) - 1
    return at >= 0 and end <= spans[at][1]


def _first(span: Span) -> int:
    return span[0]


def _crosses(breaks: list[int], start: int, last: int) -> bool:
    """Whether something was left out between two characters."""
    return bisect_right(breaks, start) != bisect_right(breaks, last)


def _start(hit: Hit) -> int:
    return hit.start


def _apart(hits: list[Hit]) -> list[Hit]:
    """Hits of which no two are in one character (㍿ stands for 株式 and 会社); the first stays."""
    apart: list[Hit] = []
    for hit in hits:
        if not apart or apart[-1].end <= hit.start:
            apart.append(hit)
    return apart


def make_glossary(entries: Iterable[Entry]) -> Glossary:
    """A glossary of given entries.

    A form that is one entry's original and another's variant means the first; a form of two originals, or of
    two variants, means the earlier, but that one of scope house-style goes before the others.
    """
    entries = tuple(entries)
    ordered = sorted(entries, key=lambda entry: entry.scope != HOUSE_STYLE)
    written: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
    originals = [(entry.original, entry) for entry in ordered]
    variants = [(variant, entry) for entry in ordered for variant in entry.variants]
    for form, one in (*originals, *variants):
        key = compared(form, one.language)
        written.setdefault((one.language, squeezed(key)), []).append((key, one))
    forms: dict[str, dict[str, Entry]] = {}
    meanings: dict[str, dict[str, _Meaning]] = {}
    for (language, form), meant in written.items():
        if form:
            meanings.setdefault(language, {})[form] = meaning = _meaning(meant)
            forms.setdefault(language, {}).update(_shown(meaning, meant))
    return Glossary(entries, forms, meanings)


def _meaning(meant: Sequence[tuple[str, Entry]]) -> _Meaning:
    """What a form means, of the ways to write it and the entries that have it; the first goes before."""
    entry = meant[0][1]
    off = next((other for _, other in meant if other.scope != HOUSE_STYLE), None)
    within = {at for key, other in meant if other is entry or other is off for at in _offsets(key)}
    return _Meaning(entry, off, frozenset(within))


def _offsets(key: str) -> Iterator[int]:
    """The offsets in a form before which it has a space or a dot."""
    at = 0
    for part in key.split(BREAK)[:-1]:
        at += len(part)
        yield at


def _shown(meaning: _Meaning, meant: Sequence[tuple[str, Entry]]) -> Iterator[tuple[str, Entry]]:
    """What :attr:`Glossary.forms` holds of a form."""
    for key, entry in meant:
        if entry is meaning.entry:
            yield key, entry
        elif entry is meaning.off:
            yield key + _OFF, entry


class Finder:
    """Tells whether a text may hold any of some terms, in whatever language it is."""

    def __init__(self, forms: Iterable[str]) -> None:
        """:param forms: as :attr:`Glossary.forms` has them."""
        self._automaton = _automaton({squeezed(form.removesuffix(_OFF)) for form in forms})

    def __call__(self, text: str) -> bool:
        """Whether one of their forms is in the text, as it is compared in any of the languages."""
        texts = {fold(text, language).text for language in LANGUAGES}
        return any(next(self._automaton.iter(one), None) is not None for one in texts)


def _automaton(forms: Iterable[str]) -> Any:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for form in forms:
        automaton.add_word(form, (len(form), form))
    automaton.make_automaton()
    return automaton


def terms_of(hits: Sequence[Hit], text: str) -> tuple[EngineTerm, ...]:
    """The terms to tell an engine, each once, in the order of the text."""
    return tuple(dict.fromkeys(hit.term(text) for hit in hits))

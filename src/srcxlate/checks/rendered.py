"""The original titles of a report with the English that its notes print for them.

In comes a report as it was read, out come :class:`Rendered` values in the order of the notes: what the checks
of numbers, names and omissions compare.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks import Place
from srcxlate.checks.names import is_proper
from srcxlate.checks.places import Found, countries_in, hinted, letter_of, named
from srcxlate.checks.titles import titles_of
from srcxlate.glossary import Glossary, Hit
from srcxlate.languages import Language
from srcxlate.layout import Joined, Span
from srcxlate.reports import Reading


@dataclass(frozen=True, slots=True)
class Rendered:
    """An original title with the English that a note prints for it."""

    place: Place
    wording: Joined
    """The wording of the note."""
    original: str
    romanised: str | None
    language: Language
    english: str
    at: int
    """Offset of the English in the note's wording."""

    @property
    def outside(self) -> str:
        """The English with what the authors set in square brackets blanked: additions marked as such."""
        return re.sub(r"\[[^\[\]]*\]", lambda match: " " * len(match.group()), self.english)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The place of a part of the English in the report."""
        last = len(self.english) if end is None else end
        offset, length = self.wording.span(self.at + start, self.at + last)
        return offset, offset + length


def rendered_titles(reading: Reading) -> Iterator[Rendered]:
    """The titles that are printed with their English, in the order of the notes."""
    for noted in reading.citations:
        text = noted.note.text
        for spans, index in titles_of(noted):
            citation, route = noted.citations[index], noted.routes[index]
            if citation.role == "mention" or "english" not in spans:
                continue
            original, english = text[slice(*spans["original"])], text[slice(*spans["english"])]
            romanised, at = citation.romanised, spans["english"][0]
            before = _ROMANISED.match(english) if romanised is None else None
            if before:
                romanised, at = before["romanised"], at + before.end()
                english = english[before.end() :]
            yield Rendered(
                (noted.note.series, noted.note.number), noted.note.wording, original,
                romanised, route.language, english, at,
            )  # fmt: skip


_ROMANISED = re.compile(r"(?P<romanised>(?=[^;]*[āīūēōŏŭĀĪŪĒŌŎŬ])[^;]*+);\s+(?=\S)")
"""A romanised title before its English that was read as a part of it: 1-man 2000-en no shōkyū; A raise."""


def hits_of(title: Rendered, glossary: Glossary) -> list[Hit]:
    """The glossary's terms in an original title; none where its language is open."""
    return glossary.find(title.original, title.language) if title.language != "und" else []


def places_named(title: Rendered, glossary: Glossary) -> list[Found]:
    """The places that an original surely names, each once at its first place, in the order of the title.

    A country within a name of the glossary, as a bank's or a paper's, is not named.
    """
    hits = hits_of(title, glossary)
    names = [hit for hit in hits if is_proper(hit.entry.english)]
    found = [
        one for one in named(title.original, title.language)
        if not any(hit.start <= one.span[0] < hit.end for hit in names)
    ]  # fmt: skip
    for hit in hits:
        if hit not in names:
            found += (
                Found(name, letter_of(name, title.original, (hit.start, hit.end)))
                for name in sorted(countries_in(hit.entry.english))
            )
    first: dict[str, Found] = {}
    for one in sorted(found, key=lambda one: (one.span[0], one.name)):
        first.setdefault(one.name, one)
    return list(first.values())


def hints_at(title: Rendered, name: str, glossary: Glossary) -> bool:
    """Whether an original title has any sign of a place, the glossary's terms among them."""
    if hinted(title.original, name, title.language):
        return True
    return any(name in countries_in(hit.entry.english) for hit in hits_of(title, glossary))

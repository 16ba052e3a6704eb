"""Names in originals against names in their English: countries, leaders, ministries, companies.

In comes a report with the glossary; out come findings where the English of a title names another country,
person or body than its original does, or leaves one out, and where a name is spelled two ways in the notes
(``spellings``). What the English adds or drops besides names stands in ``omissions``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from srcxlate.checks import Finding
from srcxlate.checks.proper import (
    LEADERS,
    OWN,
    Rendered,
    countries_in,
    countries_named,
    country,
    hints_at,
    initials,
    is_proper,
    key_words,
    leaders_named,
    rendered_titles,
)
from srcxlate.checks.spellings import spelled_two_ways
from srcxlate.glossary import Glossary, Hit
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Span
from srcxlate.reports import Reading

_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS[1:])}|parliament|court|ministers?|chamber)\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_IMPLIES_LEADER = re.compile(
    r"\b(?:presiden\w+|prime minister|premier|leaders?|chairman|PM|he|his|government|administration)\b", re.I
)
_IMPLIES_BODY = re.compile(
    r"\b(?:ministr|minister|government|parliament|assembly|diet|congress|party|court|bank|agency|regulator|authorit|"
    r"administration|cabinet|office|commission|military|army|navy|forces|institute|business lobby)",
    re.I,
)
"""General words that may stand for a body which the original names."""
_GENERAL = re.compile(
    r"president|premier|parliament|congress|cabinet|diet|assembly|government|ministry|minister|party|court"
    r"|state|house|chairman|chancellor|foreign ministry|supreme court|national assembly|prime minister"
)
"""What is a name in the glossary and may stand for any other in English."""
_HONOUR = re.compile(r"(?:President|Prime Minister|Premier|Chairman|PM)\s+\Z")
_LONGEST = 9
"""Words of the longest name that is looked for."""
_STEM = 5
"""Characters by which two forms of a word are taken for one."""


def check_names(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """English titles name another country, person or body than the original, or notes spell one two ways."""
    known = _english_names(glossary)
    for title in rendered_titles(reading):
        told = [
            *_countries(title, glossary),
            *_leaders(title, glossary),
            *_known_names(title, glossary, known),
        ]
        yield from told
        if not told:
            yield from _added_names(title, glossary, known)
    yield from spelled_two_ways(reading, glossary)


def _wrong(title: Rendered, span: Span, told: str, other: str, at_issue: Span) -> Finding:
    printed = title.english[slice(*span)]
    message = f"The original names {told}, not {other}."
    return Finding(
        "name", "error", title.place, printed, title.span(*span), message, title.original, at_issue
    )


def _missing(title: Rendered, span: Span, told: str, at_issue: Span) -> Finding:
    printed = title.english[slice(*span)]
    message = f"The original names {told}; the English does not."
    return Finding(
        "name", "warning", title.place, printed, title.span(*span), message, title.original, at_issue
    )


# -- countries ---------------------------------------------------------------------------------------


def _countries(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Countries that the original surely names and the English does not."""
    named = countries_named(title.original, title.language, glossary)
    missing = [one for one in named if not country(one.name).english.search(title.english)]
    if not missing:
        return
    told = " and ".join(one.name for one in missing)
    at_issue = (missing[0].start, missing[0].end)
    for name in sorted(countries_in(title.outside) - {one.name for one in named}):
        match = country(name).plain.search(title.outside)
        if match and not hints_at(title.original, name, title.language, glossary):
            yield _wrong(title, match.span(), told, name, at_issue)
            return
    if any(OWN.get(title.language) != one.name for one in missing):  # its own country goes without saying
        yield _missing(title, (0, len(title.english)), told, at_issue)


# -- leaders -----------------------------------------------------------------------------------------


def _leaders(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Leaders whom the original names by their surname."""
    leaders = list(leaders_named(title.original))
    if not leaders:
        return
    words = [match for match in _WORD.finditer(title.english) if match.group()[0].isupper()]
    known = {word.casefold() for hit in _hits(title, glossary) for word in _WORD.findall(hit.entry.english)}
    known.update(spelling for _, spellings in leaders for spelling in spellings)
    for leader, spellings in leaders:
        if any(match.group().casefold() in spellings for match in words):
            continue
        span, told = (leader.start, leader.end), spellings[0].capitalize()
        other = next((m for m in words if m.group().casefold() in LEADERS - known), None)
        if other is not None:
            honour = _HONOUR.search(title.english[: other.start()])
            start = honour.start() if honour else other.start()
            yield _wrong(title, (start, other.end()), told, other.group(), span)
        elif not _IMPLIES_LEADER.search(title.english):
            yield _missing(title, (0, len(title.english)), told, span)


# -- names of the glossary ---------------------------------------------------------------------------


def _known_names(title: Rendered, glossary: Glossary, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Bodies, companies and people of the glossary that the original names and the English does not."""
    titled = [(leader.start, leader.end) for leader, _ in leaders_named(title.original)]
    hits = [
        hit
        for hit in _hits(title, glossary)
        if is_proper(hit.entry.english) and not any(a < hit.end and hit.start < b for a, b in titled)
    ]
    for name, hit in {hit.entry.english: hit for hit in hits}.items():
        if f" {_key(name)} " in f" {_key(title.english)} ":
            continue
        span = hit.start, hit.end
        other = _another(title, hit, hits, known)
        if other is not None:
            yield _wrong(title, other, _the(name), _the(title.english[slice(*other)]), span)
        elif not _meant(hit, title.english):
            yield _missing(title, _by_sound(title), _the(name), span)


def _hits(title: Rendered, glossary: Glossary) -> list[Hit]:
    return glossary.find(title.original, title.language) if title.language != "und" else []


def _another(
    title: Rendered, missing: Hit, hits: Sequence[Hit], known: Mapping[str, set[str]]
) -> Span | None:
    """Where the English has a name of the glossary, of the same class, for which the original has nothing."""
    wanted = missing.entry.english
    keys = key_words(wanted)
    named = {word for hit in hits if hit is not missing for word in key_words(hit.entry.english)}
    for span, key, forms in _names_in(title, known):
        theirs = key_words(key)
        shared = theirs & keys and not (theirs - keys and keys - theirs and _ministries(key, wanted))
        alike = bool(_BODY.search(key)) == bool(_BODY.search(wanted))
        if alike and not shared and not theirs & named and not any(form in title.original for form in forms):
            return span
    return None


def _added_names(title: Rendered, glossary: Glossary, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Names of the glossary in the English for which the original has nothing at all."""
    if title.language == "und":
        return
    hits = _hits(title, glossary)
    named = {word for hit in hits for word in key_words(hit.entry.english)}
    named.update(word.casefold() for word in _WORD.findall(title.romanised or ""))
    for span, key, forms in _names_in(title, known):
        if _GENERAL.fullmatch(key) or key_words(key) & named:
            continue
        if not any(form in title.original for form in forms):
            name = title.english[slice(*span)]
            yield Finding(
                "name", "warning", title.place, name, title.span(*span),
                f"The English names {_the(name)}; the original does not.", title.original,
            )  # fmt: skip


def _names_in(title: Rendered, known: Mapping[str, set[str]]) -> Iterator[tuple[Span, str, set[str]]]:
    """The names of the glossary in a title's English, the longest at each place, with their originals."""
    words = list(_WORD.finditer(title.outside))
    at = 0
    for first, word in enumerate(words):
        if word.start() < at or not word.group()[0].isupper():
            continue
        for last in range(min(len(words), first + _LONGEST), first, -1):
            span = word.start(), words[last - 1].end()
            key = _key(title.outside[slice(*span)])
            if key in known:
                at = span[1]
                yield span, key, known[key]
                break


def _ministries(one: str, other: str) -> bool:
    """Whether both are ministries: two that share words (Economy) are two none the less."""
    return one.casefold().startswith("ministry") and other.casefold().startswith("ministry")


def _meant(hit: Hit, english: str) -> bool:
    """Whether English may mean a name: by one of its words, by its initials, or in general."""
    stems = {word.casefold()[:_STEM] for word in _WORD.findall(english)}
    for name in (hit.entry.english, *hit.entry.avoid):
        short = initials(name)
        if len(short) > 1 and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", english):
            return True
        if any(key[:_STEM] in stems for key in key_words(name)):
            return True
    return bool(_BODY.search(hit.entry.english) and _IMPLIES_BODY.search(english))


def _by_sound(title: Rendered) -> Span:
    """The word of the English that only repeats the romanised title; else all of it."""
    romanised = set(_WORD.findall(title.romanised or ""))
    for match in _WORD.finditer(title.english):
        word = match.group()
        if len(word) > _STEM and word[0].isupper() and word in romanised:
            return match.span()
    return 0, len(title.english)


@lru_cache(maxsize=4_000)
def _key(english: str) -> str:
    """A name as it is compared: lower case, no possessives, no articles."""
    words = _WORD.findall(re.sub(r"[’']s\b", "", english.casefold()))
    return " ".join(word for word in words if word != "the")


def _english_names(glossary: Glossary) -> dict[str, set[str]]:
    """The proper names of the glossary's English, with every original form of each.

    A company's name of four words and more is known without its first as well: Hyundai Heavy Industries.
    """
    common = {word for entry in glossary.entries for word in _WORD.findall(entry.english) if word.islower()}
    known: dict[str, set[str]] = {}
    for entry in glossary.entries:
        if is_proper(entry.english):
            key = _key(entry.english)
            keys = [key] if key.count(" ") < 3 or _BODY.search(key) else [key, key.split(" ", 1)[1]]
            for one in keys:
                if one not in common:  # The Paper, where the house writes of papers
                    known.setdefault(one, set()).update((entry.original, *entry.variants))
    return known


def _the(name: str) -> str:
    """A name as it stands in a sentence."""
    return f"the {name}" if _BODY.search(name) and not name.startswith("the ") else name

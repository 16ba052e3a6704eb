"""Names in originals against names in their English: countries, leaders, ministries, companies.

In comes a report with the glossary; out come findings where the English of a title names another country,
person or body than its original does, or leaves one out, and where a name is spelled two ways in the notes
(``spellings``). What the English adds or drops besides names stands in ``omissions``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from srcxlate.checks import Finding
from srcxlate.checks.bodies_checked import borne_out, swapped
from srcxlate.checks.leaders import (
    IMPLIES_LEADER,
    LEADERS,
    by_its_holder,
    leaders_in_full,
    leaders_named,
    may_stand,
)
from srcxlate.checks.names import abbreviates, is_proper, key_words
from srcxlate.checks.names import romanised as romanised_name
from srcxlate.checks.names_checked.authors_in_script import misread, written_two_ways
from srcxlate.checks.names_checked.given_names import given_names
from srcxlate.checks.names_checked.institutions import in_title
from srcxlate.checks.names_checked.ministries import misplaced
from srcxlate.checks.names_checked.people_read import plain, stands
from srcxlate.checks.names_checked.proper_names import instead
from srcxlate.checks.names_checked.spellings import spelled_two_ways
from srcxlate.checks.places_checked import countries, missing, wrong
from srcxlate.checks.rendered import Rendered, hits_of, rendered_titles
from srcxlate.checks.units import Piece, Unit, both_ways, units_of
from srcxlate.checks.variants import other_authors
from srcxlate.glossary import Glossary, Hit, stem
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Span
from srcxlate.reports import Reading

_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS[1:])}|parliament|court|ministers?|chamber)\b", re.I)
_WORD = re.compile(r"[^\W_]+")
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
CJK = ("ja", "ko", "zh")
_LONGEST = 9
"""Words of the longest name that is looked for."""
_STEM = 5
"""Characters by which two forms of a word are taken for one."""


def check_names(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """English titles name another country, person or body than the original, or notes spell one two ways."""
    known = _english_names(glossary)
    for title in rendered_titles(reading):
        told = [
            *countries(title, glossary),
            *_leaders(title, glossary),
            *_known_names(title, glossary, known),
            *given_names(title),
        ]
        yield from told
        if not told:
            told = [*_bodies(title), *_ministry(title), *_proper_names(title, glossary)][:1]
            yield from told or list(_added_names(title, glossary, known))[:1]
    units = units_of(reading)
    apart = list(written_two_ways(units))
    yield from apart
    in_other_notes = {finding.place for finding in apart}
    other = [finding for finding in misread(units) if finding.place not in in_other_notes]
    yield from other
    told_of = {finding.span for finding in other}
    for unit in units:
        yield from (f for f in _both_ways(unit, glossary, known) if f.span not in told_of)
    yield from spelled_two_ways(reading, glossary)
    yield from other_authors(reading, glossary)


def _bodies(title: Rendered) -> Iterator[Finding]:
    """A well-known body in the English in the stead of another of its class."""
    for found in swapped(title.original, title.outside):
        other = title.english[slice(*found.english)]
        yield wrong(title, found.english, _the(found.named), _the(other), found.original)
    spans = in_title(title.original, title.outside)
    if spans:
        told = title.original[slice(*spans[0])]
        yield wrong(title, spans[1], told, title.english[slice(*spans[1])], spans[0])


def _ministry(title: Rendered) -> Iterator[Finding]:
    """A ministry in the English in the stead of another."""
    for found in misplaced(title.original, title.outside):
        other = title.english[slice(*found.english)]
        yield wrong(title, found.english, f"the ministry of {found.fields}", _the(other), found.original)


def _proper_names(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """A person or a place in the English in the stead of another."""
    if title.language not in CJK:
        return
    taken = tuple((hit.start, hit.end) for hit in hits_of(title, glossary))
    for found in instead(title.original, title.outside, title.language, taken):
        told = title.original[slice(*found.original)]
        yield wrong(title, found.english, told, title.english[slice(*found.english)], found.original)


# -- leaders -----------------------------------------------------------------------------------------


def _leaders(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Leaders whom the original names by their surname."""
    by_surname = list(leaders_named(title.original))
    leaders = [*by_surname, *leaders_in_full(title.original)]
    if not leaders:
        return
    words = [match for match in _WORD.finditer(title.english) if match.group()[0].isupper()]
    known = {word.casefold() for hit in hits_of(title, glossary) for word in _WORD.findall(hit.entry.english)}
    known.update(spelling for _, spellings in leaders for spelling in spellings)
    for leader, spellings in leaders:
        if any(plain(match.group()) in spellings for match in words):
            continue
        span, told = leader.span, spellings[0].capitalize()
        other = next(
            (
                m for m in words
                if plain(m.group()) in LEADERS - known
                and not may_stand(plain(m.group()), title.original)
            ),
            None,
        )  # fmt: skip
        if other is not None:
            honour = _HONOUR.search(title.english[: other.start()])
            start = honour.start() if honour else other.start()
            yield wrong(title, (start, other.end()), told, other.group(), span)
        elif (leader, spellings) in by_surname and not IMPLIES_LEADER.search(title.english):
            yield missing(title, (0, len(title.english)), told, span)


# -- bodies in script ---------------------------------------------------------------------------------


def _both_ways(unit: Unit, glossary: Glossary, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """An author or outlet in script, whose Latin form beside it is the glossary's name of another."""
    pairs = [(unit.author_in_script, unit.author), both_ways(unit.outlet) if unit.outlet else None]
    for script, latin in (pair for pair in pairs if pair):
        if script is None or latin is None:
            continue
        languages = [unit.language] if unit.language in CJK else CJK
        hits = [hit for one in languages for hit in glossary.find(script.text, one) if _is_whole(hit, script)]
        names = {name for hit in hits for name in (hit.entry.english, *hit.entry.avoid)}
        key = _key(latin.text)
        if not names or key not in known or script.text in known[key]:
            continue
        if not any(_telling(name) & _telling(latin.text) for name in names):
            told = f"The original names {_the(hits[0].entry.english)}, not {_the(latin.text)}."
            yield Finding(
                "name", "error", unit.place, latin.text, latin.span, told, script.text, (0, len(script.text))
            )


def _is_whole(hit: Hit, script: Piece) -> bool:
    return hit.end - hit.start == len(script.text) and is_proper(hit.entry.english)


def _telling(name: str) -> set[str]:
    """The words of a body's name that tell it from other bodies."""
    return {word for word in key_words(name) if not _BODY.fullmatch(word)}


# -- names of the glossary ---------------------------------------------------------------------------


def _known_names(title: Rendered, glossary: Glossary, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Bodies, companies and people of the glossary that the original names and the English does not."""
    titled = [leader.span for leader, _ in leaders_named(title.original)]
    hits = [
        hit
        for hit in hits_of(title, glossary)
        if is_proper(hit.entry.english) and not any(a < hit.end and hit.start < b for a, b in titled)
    ]
    for name, hit in {hit.entry.english: hit for hit in hits}.items():
        if f" {_key(name)} " in f" {_key(title.english)} " or _POST.fullmatch(_bare(name)):
            continue
        span = hit.start, hit.end
        other = _another(title, hit, hits, known) or _other_ministry(title, hits)
        if other is not None:
            yield wrong(title, other, _the(name), _the(title.english[slice(*other)]), span)
        elif (
            not _meant(hit, title.english)
            and not borne_out(title.original[hit.start : hit.end], title.english)
            and name not in _lead(title)
            and not by_its_holder(title.original, hit.end, title.english)
        ):
            yield missing(title, _by_sound(title), _the(name), span)


def _another(
    title: Rendered, missing: Hit, hits: Sequence[Hit], known: Mapping[str, set[str]]
) -> Span | None:
    """Where the English has a name of the glossary, of the same class, for which the original has nothing."""
    wanted = missing.entry.english
    keys = key_words(wanted)
    named = {word for hit in hits if hit is not missing for word in key_words(hit.entry.english)}
    for span, key, forms in _names_in(title, known):
        if _POST.fullmatch(key):
            continue
        theirs = key_words(key)
        shared = theirs & keys and not (theirs - keys and keys - theirs and _ministries(key, wanted))
        alike = bool(_BODY.search(key)) == bool(_BODY.search(wanted))
        if alike and not shared and not theirs & named and not any(form in title.original for form in forms):
            return span
    return None


_MINISTRY = re.compile(
    r"\b(?:Ministry|Department|Agency) (?:of|for) (?P<of>(?:the )?[A-Z][\w-]+(?:(?:,|,? and)? [A-Z][\w-]+)*)"
    r"|\b(?P<before>[A-Z][a-z]+) Ministry\b"
)
"""A ministry by its name, for what it is in charge of."""


def _other_ministry(title: Rendered, hits: Sequence[Hit]) -> Span | None:
    """Where the English names a ministry whose field is none of those of the bodies in the original."""
    meant = {
        stem(word)
        for hit in hits
        for name in (hit.entry.english, *hit.entry.avoid)
        for word in _telling(name)
    }
    for match in _MINISTRY.finditer(title.outside):
        field = {stem(word) for word in _telling(match["of"] or match["before"])}
        if field and not field & meant and any(_BODY.search(hit.entry.english) for hit in hits):
            return match.span()
    return None


_POST = re.compile(
    r"(?:party )?general secretary|secretary[ -]general|governor|mayor|first lady"
    r"|president|prime minister|premier|chairman|chancellor|foreign minister|minister", re.I,
)  # fmt: skip
"""Offices: English may name who holds one."""


_COUNTRY_BEFORE = re.compile(r"\A(?:the )?(?:us|uk|(?:south|north) korean?|japanese|chinese|taiwanese) ")


def _bare(name: str) -> str:
    """A name without the country before it: US President."""
    return _COUNTRY_BEFORE.sub("", name.casefold())


def _lead(title: Rendered) -> str:
    """What the note prints before a title's English: a speaker's name is not always read as part of it."""
    return title.wording.text[max(0, title.at - _BEFORE) : title.at]


_BEFORE = 40
_EXPLAINS = re.compile(r"(?:[’']s)? (?:co-?)?(?:founder|chief executive|CEO|boss)\b")
"""What makes a firm's name an explanation of who a person is."""

_ALSO = {
    "taiwan strait": "[両两兩]岸|海[峡峽]|해협|양안|台海|臺海", "korean peninsula": "半島|半岛|반도|"
    "南北|남북|朝鮮|朝鲜",
    "east china sea": "東シナ海|[东東]海|동중국해|尖閣|[钓釣][鱼魚]", "south china sea": "南シナ海|南海|"
    "남중국해|남해",
    "sea of japan": "日本海|東海|동해", "yellow sea": "黄海|서해|황해|西海", "senkaku islands": "尖閣|"
    "[钓釣][鱼魚]|센카쿠",
    "diaoyu islands": "尖閣|[钓釣][鱼魚]|댜오위", "dokdo": "独島|竹島|독도|獨島", "takeshima": "独島|"
    "竹島|독도|다케시마",
    "38th parallel": "38度線|三八線|38선|삼팔선|三八线", "demilitarized zone": "非武装|비무장|휴전선|"
    "非军事|DMZ",
}  # fmt: skip
"""What else originals have for places of the glossary."""


_DIRECTION = re.compile(r"(?:North|South|East|West)\w*\s[A-Z]")
"""A point of the compass in the name of something else: the West Sea."""


def _added_names(title: Rendered, glossary: Glossary, known: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Names of the glossary in the English for which the original has nothing at all."""
    if title.language == "und":
        return
    hits = hits_of(title, glossary)
    named = {word for hit in hits for word in key_words(hit.entry.english)}
    named.update(word.casefold() for word in _WORD.findall(title.romanised or ""))
    for span, key, forms in _names_in(title, known):
        if _GENERAL.fullmatch(_bare(key)) or key_words(key) & named:
            continue
        first = _WORD.findall(title.english[slice(*span)])[0]
        if first in title.wording.text.replace(title.english, " "):
            continue
        if romanised_name(first) and stands(first, title.original):
            continue
        if any(a < span[1] and span[0] < b for a, b in borne_out(title.original, title.english)):
            continue
        if key in _ALSO and re.search(_ALSO[key], title.original):
            continue
        if _EXPLAINS.match(title.english, span[1]) or _DIRECTION.match(title.english, span[0]):
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
        if any(abbreviates(word, name) for word in _CAPITALS.findall(english)):
            return True
        if any(key[:_STEM] in stems for key in key_words(name)):
            return True
    if hit.entry.english.partition(" ")[0] in _WORD.findall(english):
        return True  # a family name of two letters: Xi
    if "Force" in hit.entry.english and _TROOPS.search(english):
        return True
    return bool(_BODY.search(hit.entry.english) and _IMPLIES_BODY.search(english))


_TROOPS = re.compile(r"\b(?:troops|soldiers|military|army|navy|forces?)\b", re.I)
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)")


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

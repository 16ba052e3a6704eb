"""What the English of a title drops of the original, or adds to it: negations, qualifiers, times, countries.

In comes a report as it was read; out come findings from closed lists: a sign in the original and the English
words that can render it. A free rendering says the same in other words, so the lists of English are wide and
those of the originals narrow. A noun that only dictionaries show to be left out is told as a hint. What the
authors set in square brackets is theirs and marked so.
"""

import re
from collections.abc import Iterator
from types import MappingProxyType

from srcxlate.checks import Finding, Severity, negation, places_checked, senses
from srcxlate.checks.bodies_checked import borne_out
from srcxlate.checks.meanings import compare
from srcxlate.checks.omissions import title_senses
from srcxlate.checks.omissions.left_out import left_out, phrase_put_in, put_in
from srcxlate.checks.places import OWN, PLACES, countries_in, find_english, may_mean, named_in
from srcxlate.checks.rendered import Rendered, hints_at, places_named, rendered_titles
from srcxlate.checks.romanisation import mistakes
from srcxlate.glossary import Glossary
from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.reports import Reading
from srcxlate.words import gloss


def check_omissions(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A title's English drops a negation, a qualifier or a time of the original, or adds one."""
    for title in rendered_titles(reading):
        yield from _dropped(title, glossary)
        yield from _unread(title, glossary)
        yield from _added(title, glossary)
        yield from _added_countries(title, glossary)
        yield from _added_cities(title, glossary)


def _dropped(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """All that a title's English drops, as one finding."""
    denied = negation.find(title.original, title.language)
    dropped: list[tuple[str, Span]] = []
    if denied and (
        not negation.may_be_denied(title.english, title.original)
        or negation.one_of_two(title.english, title.original, title.language)
    ):
        dropped.append(("a negation", denied[0]))
    unsaid = [
        (sense.told, span)
        for sense, span in senses.find(title.original, title.language)
        if sense.titles and not senses.said(sense, title.english)
    ]
    known = {what for what, _ in (*dropped, *unsaid)}
    more = title_senses.dropped(title.original, title.english, title.language)
    unsaid += (one for one in more if one[0] not in known)
    if unsaid:
        both = compare(title.original, title.english, title.language, glossary)
        dropped += (one for one in unsaid if not both.renders(one[1]))
    dropped += ((f"the place ({one.name})", one.span) for one in places_checked.dropped(title, glossary))
    severity: Severity = "warning" if dropped else "info"
    if not dropped:
        dropped = [
            (f"the word {title.original[slice(*span)]}", span)
            for span in left_out(title.original, title.english, title.language, glossary)
        ][:1]
    if dropped:
        told = " and ".join(what for what, _ in dropped)
        at_issue = min(start for _, (start, _) in dropped), max(end for _, (_, end) in dropped)
        yield Finding(
            "omission", severity, title.place, title.english, title.span(),
            f"The English drops {told}, which the original has.", title.original, at_issue,
        )  # fmt: skip


def _unread(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """A word of the original that its romanised form leaves out whole: watashi no."""
    romanised = title.romanised or ""
    for one in mistakes(title.original, romanised, title.language) if romanised else ():
        inside = [
            word for word in gloss(title.original, title.language, glossary)
            if one.original[0] <= word.start and word.end <= one.original[1]
        ]  # fmt: skip
        printed = romanised[slice(*one.printed)].casefold()
        if len(inside) < _PHRASE or (inside[-1].reading or "").casefold() != printed:
            continue
        at_issue = one.original[0], inside[-1].start
        word = title.original[slice(*at_issue)]
        yield Finding(
            "omission", "warning", title.place, title.english, title.span(),
            f"The romanised title drops {word}, which the original has.", title.original, at_issue,
        )  # fmt: skip


_PHRASE = 3
"""A word, its particle and the word that follows: 私の仕事."""


def _added(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """What a title's English says and nothing in the original does."""
    told = [(sense.told, span) for sense, span in senses.added(title.outside, title.original, title.language)]
    taken = [span for _, span in told]
    listed = [*title_senses.added(title.outside, title.original, title.language)]
    if listed:
        both = compare(title.original, title.outside, title.language, glossary)
        listed = [span for span in listed if not both.accounts_for(span)]
    for span in (*listed, *put_in(title.original, title.outside, title.language, glossary)):
        if not any(a < span[1] and span[0] < b for a, b in taken):
            told.append((f"‘{title.outside[slice(*span)]}’", span))
            taken.append(span)
    denied = negation.find(title.outside, "en")
    if title.language != "und" and denied and not negation.leans(title.original, title.language):
        told.append(("a negation", denied[0]))
    severity: Severity = "warning" if told else "info"
    if not told:
        phrases = phrase_put_in(title.original, title.outside, title.language, glossary)
        told += ((f"‘{title.outside[slice(*span)]}’", span) for span in phrases)
    for what, span in told:
        yield Finding(
            "omission", severity, title.place, title.english[slice(*span)], title.span(*span),
            f"The English has {what}, and nothing in the original has.", title.original,
        )  # fmt: skip


def _added_countries(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """Countries that the English adds; one that stands for another is a wrong name, not an addition."""
    named = [one for one in places_named(title, glossary) if not PLACES[one.name].city]
    if any(not may_mean(title.english, one.name) for one in named) or title.language == "und":
        return
    if any(places_checked.by_letter(title, glossary)):
        return
    bodies = borne_out(title.original, title.outside)
    for name in sorted(countries_in(title.outside)):
        span = named_in(title.outside, name)
        if span and any(start <= span[0] < end for start, end in bodies):
            continue
        if span is None or hints_at(title, name, glossary) or OWN[title.language] == name:
            continue
        if name in _SHORT and _SHORT[name].search(title.original):
            continue
        start = _LEADS_TO.search(title.outside[: span[0]])
        first = start.start() if start else span[0]
        yield Finding(
            "omission", "warning", title.place, title.english[first : span[1]], title.span(first, span[1]),
            f"The English names {name}, and nothing in the original does.", title.original,
        )  # fmt: skip


def _added_cities(title: Rendered, glossary: Glossary) -> Iterator[Finding]:
    """A region or city that the English puts in, as *in Osaka*, where the original names no other.

    A place that the table lacks may lie in it, and then has a name of its own in the English.
    """
    named = places_named(title, glossary)
    if title.language == "und" or any(PLACES[one.name].city for one in named):
        return
    for one in find_english(title.outside):
        place = PLACES[one.name]
        into = _INTO.search(title.outside[: one.span[0]])
        if not place.city or not into or _OTHER_NAME.search(title.outside[one.span[1] :]):
            continue
        if _NAME_BEFORE.search(title.outside[: into.start()]) and _PLAIN.search(title.outside):
            continue
        signs = "".join(re.findall(f"[{HAN}]", place.named))
        if one.name in _CAPITALS and _CAPITAL.search(title.original):
            continue
        if hints_at(title, one.name, glossary) or (signs and re.search(f"[{signs}]", title.original)):
            continue
        if compare(title.original, title.outside, title.language, glossary).accounts_for(one.span):
            continue
        span = into.start(), one.span[1]
        yield Finding(
            "omission", "warning", title.place, title.english[slice(*span)], title.span(*span),
            f"The English names {one.name}, and nothing in the original does.", title.original,
        )  # fmt: skip


_INTO = re.compile(r"\b(?:in|near|outside|across|around|off)\s+\Z")
_OTHER_NAME = re.compile(r"\A(?:[’']s?)?,?\s+[A-Z]")
"""A name behind that of a city, which is of a place in it: Seoul’s Gangnam."""
_NAME_BEFORE = re.compile(r"\w\W+[A-Z][\w’'-]+\s+\Z")
_PLAIN = re.compile(r"\b[a-z]{4,}")
"""What shows that not all words of a title have capitals, but names alone."""
_CAPITALS = ("Tokyo", "Seoul", "Beijing", "Taipei")
_CAPITAL = re.compile(
    "首|都|京|市|区|區|城|中央|政府|国会|國會|永田|霞|수도|시내|도심|시장|강남|강북|여의도|한강|청와대|국회"
)
"""Words that may mean the capital of those who write."""
_SHORT = MappingProxyType({
    "South Korea": re.compile("コリアン|K-?(?:POP|ポップ)|케이팝|韓流|[韩韓]流"),
    "Japan": re.compile("抗[战戰]|항일|독립운동|光复|光復|降伏|終戦|종전"),
    "the PRC": re.compile(r"(?<![一-鿿])[陸陆中][客生資资配企方媒委官]|大[陸陆]|[两兩]岸|중국|양안"),
    "the US": re.compile("미군|미국|[美米][軍军]"),
})  # fmt: skip
"""Countries as words of their own shorten them: 陸客, 미군."""
_LEADS_TO = re.compile(r"(?:(?:to|in|from|of|with|by|for|on)\s+)?(?:the\s+)?\Z")
"""What goes with a country in English: to the."""

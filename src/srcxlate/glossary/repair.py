"""A term's English put into a draft that says it in other words.

In come a draft, the terms that it was to keep and what the engine calls them by itself; out comes the draft
with the house's words in place of those, or as it was. Nothing is added where nothing stands for the term,
and nothing else is written into a draft, no sign and no bracket: a term that is still missing is for a
person.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from srcxlate.engines import Term
from srcxlate.glossary.inflection import kept, stem

RULES = 1
"""Raised with every change here that changes drafts."""
_WORD = re.compile(r"[^\W_]+(?:['’](?:s\b)?)?")
_JOINED = re.compile(r"\s*[-–—/]\s*|\s+(?:and|with)\s+(?:the\s+)?|\s+")
"""What may stand between the words of one wording."""
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "our", "your", "their", "my"]
)
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|eu|one\b|ur[aeiou])", re.IGNORECASE)
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel: an F-35, a G7."""
_ADJECTIVES = {
    "China": "Chinese", "Japan": "Japanese", "Korea": "Korean", "South Korea": "South Korean",
    "North Korea": "North Korean", "Taiwan": "Taiwanese", "America": "American", "Russia": "Russian",
    "India": "Indian", "Vietnam": "Vietnamese", "Europe": "European", "Australia": "Australian",
}  # fmt: skip
"""A country that stands for a term may stand there as an adjective."""
_ENOUGH = 0.6
"""The share of a long term's words that must stand between its first and its last word."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    joint: str
    """What stands between its words if that is ``and``, else nothing."""


def repair(draft: str, terms: Sequence[Term], said: Mapping[str, str]) -> str:
    """The draft with terms that it lacks in place of what it says instead.

    Tried in this order: what the house avoids for the term, what the engine says for the term alone, the
    term's own words in another order or with some of them left out. Words that are part of another term that
    the draft kept stay.

    :param said: what the engine says for an original alone, for some of them.
    """
    for term in dict.fromkeys(terms):
        if kept(term, draft):
            continue
        others = [other for other in terms if other.english != term.english]
        guarded = [span for other in others for span in _standing(other.english, draft)]
        for spans in _candidates(term, draft, said.get(term.original, "")):
            free = [span for span in spans if not any(_overlap(span, other) for other in guarded)]
            if free:
                changed = _put(draft, free, term.english)
                if kept(term, changed):
                    draft = changed
                    break
    return draft


def _candidates(term: Term, draft: str, said: str) -> Iterator[list[_Span]]:
    for wording in (*term.avoid, said):
        yield _standing(wording, draft)
        if adjective := _ADJECTIVES.get(wording.removeprefix("the ")):
            yield _standing(adjective, draft)
    yield _reordered(term.english, draft)
    yield _shortened(term.english, draft)


def _words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as they are compared, with their offsets; articles are left out."""
    found = ((stem(match[0]), *match.span()) for match in _WORD.finditer(text))
    return [word for word in found if word[0]]


def _standing(wording: str, draft: str) -> list[_Span]:
    """Where a wording stands in a draft, inflected or not."""
    wanted = [word for word, *_ in _words(wording)]
    return list(_windows(draft, len(wanted), lambda stems: stems == wanted)) if wanted else []


def _reordered(english: str, draft: str) -> list[_Span]:
    """Where the same words stand in another order: South Korea-Japan, Japan-South Korea."""
    wanted = Counter(word for word, *_ in _words(english))
    count = sum(wanted.values())
    return list(_windows(draft, count, lambda stems: Counter(stems) == wanted)) if count > 1 else []


def _shortened(english: str, draft: str) -> list[_Span]:
    """Where a long term stands with its first and last word, and most of what is between them."""
    wanted = [word for word, *_ in _words(english)]
    if len(wanted) < 4:
        return []

    def near(stems: Sequence[str]) -> bool:
        common = (Counter(stems) & Counter(wanted)).total()
        return stems[0] == wanted[0] and stems[-1] == wanted[-1] and common >= _ENOUGH * len(wanted)

    found: list[_Span] = []
    for length in range(len(wanted) + 1, 2, -1):
        for span in _windows(draft, length, near, tight=False):
            if not any(_overlap(span, other) for other in found):
                found.append(span)
    return sorted(found, key=lambda span: span.start)


def _windows(
    draft: str, length: int, fits: Callable[[list[str]], bool], *, tight: bool = True
) -> Iterator[_Span]:
    """The runs of so many words that fit; none of them overlap.

    :param tight: nothing but a space, a hyphen or ``and`` stands between the words.
    """
    words = [word for word in _words(draft) if word[0] != "and"]
    at = 0
    while at + length <= len(words):
        run = words[at : at + length]
        between = [draft[one[2] : two[1]] for one, two in pairwise(run)]
        if fits([word for word, *_ in run]) and (not tight or all(map(_JOINED.fullmatch, between))):
            joint = " and " if any("and" in each for each in between) else ""
            yield _Span(run[0][1], run[-1][2], joint)
            at += length
        else:
            at += 1


def _overlap(one: _Span, other: _Span) -> bool:
    return one.start < other.end and other.start < one.end


def _put(draft: str, spans: Iterable[_Span], english: str) -> str:
    """The draft with a term's English in each of these places, fitted to what stands round it."""
    for span in sorted(spans, key=lambda span: -span.start):
        before, there, after = draft[: span.start], draft[span.start : span.end], draft[span.end :]
        draft = _fitted(before, there, after, english, span.joint)
    return draft


def _fitted(before: str, there: str, after: str, english: str, joint: str) -> str:
    words = english.replace("-", joint, 1) if joint and english.count("-") == 1 else english
    led = re.search(r"([^\W_]+(?:['’]s?)?\s+)?([^\W_]+(?:['’]s?)?)\s+$", before)
    nearest = [word.strip().lower() for word in led.groups() if word] if led else []
    if words.lower().startswith("the ") and any(
        word in _DETERMINERS or word.endswith(("'s", "’s")) for word in nearest
    ):
        words = words[4:]
    previous = led[2] if led else ""
    if previous.lower() in ("a", "an"):
        article = "an" if _begins_with_vowel(words) else "a"
        begin = before.rindex(previous)
        article = article.capitalize() if previous[0].isupper() else article
        before = before[:begin] + article + before[begin + len(previous) :]
    if possessive := re.search(r"(['’]s?)$", there):
        words += possessive[1] if not words.endswith("s") else "'"
    if not before.strip(" \"'“‘") and words[:1].islower():
        words = words[0].upper() + words[1:]
    return before + words + after


def _begins_with_vowel(words: str) -> bool:
    first = words.split(" ")[0].split("-")[0]
    if first.isupper():
        return first[0] in _LETTERS_WITH_VOWEL
    return words[:1].lower() in "aeiou" and not _SOUNDS_LIKE_YOU.match(words)

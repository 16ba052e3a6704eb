"""A term's English put into a draft that says it in other words.

In come a draft, the terms that it was to keep and what the engine calls them by itself; out comes the draft
with the house's words in place of those, or as it was. Nothing is added where nothing stands for the term,
and nothing else is written into a draft, no sign and no bracket: a term that is still missing is for a
person.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from srcxlate.engines import Term
from srcxlate.glossary.inflection import kept, stem
from srcxlate.glossary.plurals import is_plural, plural

RULES = 2
"""Raised with every change here that changes drafts."""
_WORD = re.compile(r"[^\W_]+(?:['’](?:s\b)?)?")
_JOINED = re.compile(r"\s*[-–—/]\s*|\s+(?:and|with)\s+(?:the\s+)?|\s+")
"""What may stand between the words of one wording."""
_LOOSELY_JOINED = re.compile(r"[^.;:!?()\[\]\"“”]*")
"""What may stand between those of a long one with some left out."""
_DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "our", "your", "their", "my"]
)
_QUALIFIERS = frozenset(
    ["mainland", "communist", "modern", "rising", "northern", "southern", "eastern", "western"]
)
"""Between these and a name stands no article."""
_NAMES_BEFORE = re.compile(
    r"\b(?:South|North|East|West|Latin|Central|Inner|Greater|United|[Oo]ne|(?:Republic|Bank|Party) of)[ -]$"
)
_NAMES_BEHIND = re.compile(
    r" (?:Sea|Straits?|Airlines|Airways|Daily|Times|Post|Telecom|Mobile|Unicom|Cup|Taipei|New Year"
    r"|(?i:language|characters?|medicine|cuisine|calendar))\b"
)
"""What makes a longer name of a word beside it, of a place, a bank, a newspaper, which no term is: the South
China Sea, the Republic of China, the Chinese language. There it stays; the term is missing, for a person."""
_FUNCTION_WORDS = frozenset(
    ["of", "it", "in", "to", "and", "is", "on", "for", "with", "he", "she", "they", "we", "i", "you", "by",
     "at", "from", "as", "be", "are", "was", "were", "not", "no", "or", "but", "who", "will", "would",
     "has", "have", "had", "can"]
)  # fmt: skip
"""Words that stand for no term, though an engine may give one for a term alone."""
_SENTENCE_START = re.compile(r"(?:^|[^\W_]{3,}[.!?][\"'”’)]*\s+|[:,]\s+(?=[\"“‘]))[\"'“‘(\s]*$")
_SOUNDS_LIKE_YOU = re.compile(r"(?:uni(?!n|m)|use|usu|eu|one\b|ur[aeiou])", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|heir|hono|honest)", re.IGNORECASE)
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
    adjective: bool = False
    """Whether it is the adjective of a country's name."""


def repair(draft: str, terms: Sequence[Term], said: Mapping[str, str]) -> str:
    """The draft with terms that it lacks in place of what it says instead.

    Tried in this order: what the house avoids for the term, what the engine says for the term alone, the
    term's own words in another order or with some of them left out. Words that are part of another term that
    the draft kept stay, and so do words of a longer name that no term is.

    :param said: what the engine says for an original alone, for some of them.
    """
    for term in dict.fromkeys(terms):
        if kept(term, draft):
            continue
        others = [other for other in terms if other.english != term.english]
        guarded = [span for other in others for span in _standing(other.english, draft)]
        for spans in _candidates(term, draft, said.get(term.original, "")):
            free = [
                span
                for span in spans
                if not any(_overlap(span, other) for other in guarded) and not _in_a_name(draft, span)
            ]
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
            yield _before_a_noun(adjective, draft)
    yield _reordered(term.english, draft)
    yield _shortened(term.english, draft)


def _words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as they are compared, with their offsets; articles are left out."""
    found = ((stem(match[0]), *match.span()) for match in _WORD.finditer(text))
    return [word for word in found if word[0]]


def _standing(wording: str, draft: str) -> list[_Span]:
    """Where a wording stands in a draft, inflected or not."""
    words = _words(wording)
    if all(wording[start:end].lower() in _FUNCTION_WORDS for _, start, end in words):
        return []
    wanted = [word for word, *_ in words if word != "and"]
    return list(_windows(draft, len(wanted), lambda stems: stems == wanted))


def _before_a_noun(adjective: str, draft: str) -> list[_Span]:
    """Where a country's adjective stands before what it belongs to; Koreans, or the Chinese, are people."""
    return [
        replace(span, adjective=True)
        for span in _standing(adjective, draft)
        if draft[span.start : span.end].lower() == adjective.lower()
        and (behind := re.match(r"(?: |-)([^\W_]+)", draft[span.end :]))
        and behind[1].lower() not in _FUNCTION_WORDS
    ]


def _in_a_name(draft: str, span: _Span) -> bool:
    """Whether the words are a part of a longer name."""
    return draft[span.start].isupper() and bool(
        _NAMES_BEFORE.search(draft[: span.start]) or _NAMES_BEHIND.match(draft[span.end :])
    )


def _reordered(english: str, draft: str) -> list[_Span]:
    """Where the same words stand in another order: South Korea-Japan, Japan-South Korea."""
    wanted = Counter(word for word, *_ in _words(english))
    count = sum(wanted.values())
    return list(_windows(draft, count, lambda stems: Counter(stems) == wanted)) if count > 1 else []


def _shortened(english: str, draft: str) -> list[_Span]:
    """Where a long term stands with its first and last word, and most of what is between them.

    No word of it stands there twice: the Ministry of Trade and the Ministry of Industry are two.
    """
    wanted = [word for word, *_ in _words(english)]
    if len(wanted) < 4:
        return []

    def near(stems: Sequence[str]) -> bool:
        common = (Counter(stems) & Counter(wanted)).total()
        whole = stems[0] == wanted[0] and stems[-1] == wanted[-1] and common >= _ENOUGH * len(wanted)
        return whole and (Counter(stems) - Counter(wanted)).keys().isdisjoint(wanted)

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

    :param tight: nothing but a space, a hyphen or ``and`` stands between the words; else, no end of a clause.
    """
    joined = _JOINED if tight else _LOOSELY_JOINED
    words = [word for word in _words(draft) if word[0] != "and"]
    at = 0
    while at + length <= len(words):
        run = words[at : at + length]
        between = [draft[one[2] : two[1]] for one, two in pairwise(run)]
        if fits([word for word, *_ in run]) and all(map(joined.fullmatch, between)):
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
        words = english.replace("-", span.joint, 1) if span.joint and english.count("-") == 1 else english
        before, there, after = draft[: span.start], draft[span.start : span.end], draft[span.end :]
        if words.lower().startswith("the ") and (span.adjective or _has_determiner(before)):
            words = words[4:]
        words = _inflected(words, there)
        if there[0].isupper() and words[:1].islower():
            words = _capitalised(words, there, begins=bool(_SENTENCE_START.search(before)))
        draft = _with_article(before, words) + words + after
    return draft


def _has_determiner(before: str) -> bool:
    """Whether no article may follow: there is one, or a possessive, or a hyphen."""
    if re.search(r"[^\W_][-‐‑–]$", before):
        return True
    led = re.search(r"([^\W_]+(?:['’]s?)?\s+)?([^\W_]+(?:['’]s?)?)\s+$", before)
    nearest = [word.strip().lower() for word in led.groups() if word] if led else []
    return any(word in _DETERMINERS or word.endswith(("'s", "’s")) for word in nearest) or (
        bool(nearest) and nearest[-1] in _QUALIFIERS
    )


def _inflected(words: str, there: str) -> str:
    """The words in the plural and with a possessive where what stands there has them."""
    possessive = re.search(r"['’]s?$", there)
    noun = there[: possessive.start()] if possessive else there
    if is_plural(noun):
        words = plural(words)
    if possessive:
        words += possessive[0][0] + ("" if is_plural(words) and words.islower() else "s")
    return words


def _capitalised(words: str, there: str, *, begins: bool) -> str:
    """The words with capitals as what stands there has them.

    :param begins: whether it stands at the beginning of a sentence, where a first capital tells nothing.
    """
    last = re.split(r"[\s-]+", there)[-1]
    if last[:1].isupper() and (last != there or not begins) and words == words.lower():
        return re.sub(r"(?<![^\W_]|['’])[^\W\d_](?=[^\W_]{3})", lambda first: first[0].upper(), words)
    return words[0].upper() + words[1:] if begins else words


def _with_article(before: str, words: str) -> str:
    """What stands before the words, with the right one of ``a`` and ``an``."""
    if not (found := re.search(r"\b(a)n?(\s+)$", before, re.IGNORECASE)):
        return before
    return before[: found.start()] + found[1] + ("n" if _begins_with_vowel(words) else "") + found[2]


def _begins_with_vowel(words: str) -> bool:
    first = words.split(" ")[0].split("-")[0]
    if first.isupper():
        return first[0] in _LETTERS_WITH_VOWEL
    if _SILENT_H.match(words):
        return True
    return words[:1].lower() in "aeiou" and not _SOUNDS_LIKE_YOU.match(words)

"""Whether what was found in a text stands there as a word, or is a piece of other words.

In come a folded text and the stretches of it that hold known terms, out comes a yes or no for each stretch.
Neither Japanese nor Chinese has spaces and Korean words carry particles, so nothing is refused for what
stands beside it alone: タイ is refused in タイミング and スタイル, which are no compounds of known words;
米中 in 全米中, which common words cut another way; 한미 in 무한미디어, where no word comes before it.
"""

import math
import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import pairwise

from srcxlate.glossary.folding import Folded
from srcxlate.languages import HAN, HANGUL

Span = tuple[int, int]

_OTHER, _LATIN, _FIGURE, _KATAKANA, _HANGUL, _HAN = range(6)
_RANGES = (
    (_FIGURE, re.compile(r"\d")),
    (_KATAKANA, re.compile("[\u30a1-\u30fa\u30fc-\u30ff]")),
    (_HANGUL, re.compile(f"[{HANGUL}]")),
    (_HAN, re.compile(f"[{HAN}]")),
    (_LATIN, re.compile("[^\\W\\d_\u0250-\U0010ffff]")),
)


class _Scripts(dict[str, int]):
    """The script of each character, worked out when it first comes up."""

    def __missing__(self, character: str) -> int:
        script = next((script for script, pattern in _RANGES if pattern.match(character)), _OTHER)
        self[character] = script
        return script


_SCRIPT = _Scripts()
_FARTHEST = 40
"""Characters on each side of a term that are looked at; no compound is that long."""
_LONGEST_WORD = 10
"""Characters of the longest word that compounds are made of."""
_BEGINS_NO_WORD = re.compile("[ー-ヿンァィゥェォッャュョヮ]")


class Found:
    """All that was found in a text, for what compounds are made of."""

    def __init__(self, folded: Folded, spans: Iterable[Span]) -> None:
        self.folded = folded
        self._by_start: dict[int, list[int]] = {}
        for start, end in spans:
            self._by_start.setdefault(start, []).append(end)

    def holds(self, start: int, end: int) -> bool:
        """Whether a known term stands at just this place."""
        return end in self._by_start.get(start, ())

    def tiles(self, start: int, end: int, words: Collection[str] = (), shortest: int = 2) -> bool:
        """Whether a stretch is made of known terms alone, or of them and given words.

        :param shortest: characters that a word must have to count.
        """
        text = self.folded.text
        reached = {start}
        for at in range(start, end):
            if at in reached:
                reached.update(stop for stop in self._by_start.get(at, ()) if stop <= end)
                stops = range(at + shortest, min(end, at + _LONGEST_WORD) + 1) if words else ()
                reached.update(stop for stop in stops if text[at:stop] in words)
        return end in reached

    def joined(self, at: int) -> bool:
        """Whether one script runs on over an offset, without a break."""
        text = self.folded.text
        if not 0 < at < len(text) or at in self.folded.breaks:
            return False
        script = _SCRIPT[text[at]]
        return script != _OTHER and _SCRIPT[text[at - 1]] == script

    def run(self, start: int, end: int) -> Span:
        """The stretch that goes on, in the scripts of both ends of another and without a break.

        No further than :data:`_FARTHEST` at each end.
        """
        first, last = start, end
        while self.joined(first) and start - first < _FARTHEST:
            first -= 1
        while self.joined(last) and last - end < _FARTHEST:
            last += 1
        return first, last


_STATES = {
    "ja": "日米中韓朝露英仏独伊印豪台欧北",
    "ko": "한미중일북러영독불인호대",
    "zh": "中美日韩朝俄英法德意印澳台欧",
}
"""States as headlines write them, a character each, in folded text."""
_DAY = "日일"
_NUMBER = re.compile(r"[\d一二三四五六七八九十数終毎]")
"""Before a day it counts days: 一日中 and 3日中に are not 日中."""


def stands(found: Found, start: int, end: int, language: str, within: frozenset[int]) -> bool:
    """Whether a term stands as a word between two offsets of the folded text.

    Latin letters and figures never run on: ``AI`` is not in ``TAIPEI``.

    :param within: the offsets in the term before which it is written with a space or a dot.
    """
    breaks, text = found.folded.breaks, found.folded.text
    if breaks and not _broken_as_compounds_are(found, start, end, within):
        return False
    if text[start] in _DAY and start - 1 not in breaks and _NUMBER.match(text[start - 1 : start]):
        return False
    if _is_tail_of_states(text, start, end, language) and start not in breaks:
        return False
    before, behind = found.joined(start), found.joined(end)
    if not before and not behind:
        return True
    scripts = {_SCRIPT[text[start]] if before else _OTHER, _SCRIPT[text[end - 1]] if behind else _OTHER}
    if _LATIN in scripts or _FIGURE in scripts:
        return False
    if language == "ko":
        return _HANGUL not in scripts or _korean(found, start, end)
    if _KATAKANA in scripts:
        return _katakana(found, start, end)
    return _HAN not in scripts or end - start not in (2, 3) or _han(found, start, end, language)


def _is_tail_of_states(text: str, start: int, end: int, language: str) -> bool:
    """Whether states go on to the left of a term that begins with two: 米中関係 in 日米中関係 is no term."""
    states = _STATES.get(language, "")
    return start > 0 and end - start > 1 and all(each in states for each in text[start - 1 : start + 2])


# -- spaces and dots inside ------------------------------------------------------------------------


def _broken_as_compounds_are(found: Found, start: int, end: int, within: frozenset[int]) -> bool:
    """Whether each space or dot inside a hit is one with which the term may be written.

    Where the term itself has one; between katakana (サプライ・チェーン); dots between abbreviations of one
    character (日・米・韓); a space between parts of two characters and more that begin a Korean word
    (지식 재산권): 위한 국가 does not hold 한국.
    """
    folded = found.folded
    cuts = [at for at in range(start + 1, end) if at in folded.breaks]
    other = [at for at in cuts if at - start not in within]
    if not other:
        return True
    text = folded.text
    edges = [start, *cuts, end]
    sizes = [after - before for before, after in pairwise(edges)]
    if all(_SCRIPT[text[at - 1]] == _SCRIPT[text[at]] == _KATAKANA for at in other):
        return not found.joined(start) and not found.joined(end)
    if all("・" in folded.breaks[at] for at in cuts):
        return set(sizes) == {1} and not found.joined(start)
    spaced = all(not folded.breaks[at].strip() for at in other)
    hangul = all(_HANGUL in (_SCRIPT[text[at - 1]], _SCRIPT[text[at]]) for at in other)
    return spaced and hangul and min(sizes) > 1 and not found.joined(start)


# -- katakana ----------------------------------------------------------------------------------------

_LONG_KATAKANA = 5
"""Characters from which a katakana term is itself wherever it stands, if what follows can begin a word."""
_SHORTEST_WORD = 3
"""Characters of katakana that a word must have to be taken for the other half of a compound."""


def _katakana(found: Found, start: int, end: int) -> bool:
    """Whether katakana that runs on is a compound: of known terms, or of the term and common words."""
    first, last = found.run(start, end)
    text = found.folded.text
    rests = [(a, b) for a, b in ((first, start), (end, last)) if a < b]
    if _BEGINS_NO_WORD.match(text[start]) or (end < last and _BEGINS_NO_WORD.match(text[end])):
        return False
    if all(found.tiles(a, b) for a, b in rests):
        return True
    if text[first:last] in _all_words("ja"):
        return False
    words = _words("ja")
    long = end - start >= _LONG_KATAKANA
    return all(found.tiles(a, b, words, _SHORTEST_WORD) or (long and b - a > 1) for a, b in rests)


# -- hangul ------------------------------------------------------------------------------------------

_AFTER = re.compile(
    "(?:들|측|간|내|외|발|산|제|식|형|계|군|팀|통|행|용|화|권|급|상|하|별|전|판|주|업계)?"
    "(?:은|는|이|가|을|를|의|에|에서|에게|에게서|에는|에도|에만|에서는|에서도|에서의|에의|로|으로|로는|로도|로의|으로는|으로도|으로의"
    "|로서|으로서|로써|으로써|로부터|으로부터|와|과|와는|과는|와의|과의|도|만|만이|만을|만의|까지|까지의|부터|보다|마다|처럼"
    "|만큼|조차|마저|나|이나|란|이란|라는|이라는|라고|이라고|라며|이라며|며|이며|고|이고|다|이다|인|인데|인가|인지|이었|였"
    "|임|일|이자|든|이든|야|라|이라|엔|선|서|냐|이냐)?"
)
"""What may follow a Korean noun in its word: a suffix of one syllable, a particle, a form of 'to be'."""
_COUNTRIES = frozenset("한중일미대북러")
"""How abbreviations of countries begin; adjectives and nouns that end so stand before them by chance."""
_BEFORE_COUNTRIES = frozenset("대반친탈주방재남북한미중일러")
_BEFORE = frozenset("고저무반탈대신구총순역초비친")
"""Prefixes of one syllable."""
_SURE_HANGUL = 3
"""Syllables from which a term is itself wherever a Korean word holds it."""


def _korean(found: Found, start: int, end: int) -> bool:
    """Whether a term stands in its Korean word as a noun does: see :data:`_AFTER` and :data:`_BEFORE`."""
    text = found.folded.text
    first, last = found.run(start, end)
    return (end == last or _may_follow(found, start, end, text[end:last])) and (
        start == first or _may_lead(found, start, end, text[first:start])
    )


def _may_follow(found: Found, start: int, end: int, rest: str) -> bool:
    """Whether the rest of a Korean word may follow a term in it."""
    if _is_ending(rest) or found.tiles(end, end + len(rest)):
        return True
    word = found.folded.text[end - 1 : end + 1]
    if found.holds(start, end - 1) and word in _words("ko") and _is_ending(rest[1:]):
        return False  # 중국산업 is 중국 and 산업, not 중국산
    if end - start == 1:
        return False
    return len(rest) > 1 or end - start >= _SURE_HANGUL


@lru_cache(maxsize=10_000)
def _is_ending(rest: str) -> bool:
    return bool(_AFTER.fullmatch(rest))


def _may_lead(found: Found, start: int, end: int, rest: str) -> bool:
    """Whether the beginning of a Korean word may come before a term in it."""
    text = found.folded.text
    if found.tiles(start - len(rest), start) or end - start >= _SURE_HANGUL:
        return True
    if end - start == 1:
        return False
    if text[start] in _COUNTRIES:
        return rest in _BEFORE_COUNTRIES and not _COUNTRIES.issuperset(text[start:end])  # 주한미군: no 한미
    return rest in _BEFORE or found.tiles(start - len(rest), start, _words("ko"))


# -- Chinese characters ------------------------------------------------------------------------------

_REACH = 3
"""Characters before and behind a term that are looked at."""
_SUFFIXES = tuple("間内側系産製発")
"""Japanese suffixes of one character, which stand behind countries: 日中間 is no 日 and 中間."""
_SURELY = 1.0
"""By how much (natural logarithm) words across a term's ends must be likelier for the term to be refused."""
_TERM = 1e-5
"""The frequency of a term at least: it is in the glossary because it is used."""
_UNKNOWN = 1e-8
"""The frequency of a character that is no word; the rarest words have as much."""
_LONGEST = 4


def _han(found: Found, start: int, end: int, language: str) -> bool:
    """Whether Chinese characters beside a term leave it whole: 集中国内 is 集中 and 国内, without 中国."""
    first, last = found.run(start, end)
    first, last = max(first, start - _REACH), min(last, end + _REACH)
    if language == "ja" and found.folded.text[end:last].startswith(_SUFFIXES):
        last = end
    return _left_whole(found.folded.text[first:last], start - first, end - first, language)


@lru_cache(maxsize=100_000)
def _left_whole(text: str, start: int, end: int, language: str) -> bool:
    """Whether a text cut into common words is likelier with a term in it than with words across its ends."""
    words = _all_words(language)
    term = math.log(max(words.get(text[start:end], _TERM), _TERM))
    whole = _cut(text[:start], words)[0] + term + _cut(text[end:], words)[0]
    straight, across = _cut(text, words, (start, end))
    return across - max(straight, whole) <= _SURELY


def _cut(text: str, words: dict[str, float], term: Span | None = None) -> tuple[float, float]:
    """The best cut of a text into words: the sum of their log frequencies, without and with a word across.

    :param term: a stretch that no word may hold whole; a word across has just one of its ends inside it.
    """
    best = [(0.0, -math.inf)] + [(-math.inf, -math.inf)] * len(text)
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            share = words.get(text[start:end], _UNKNOWN if end == start + 1 else 0.0)
            if not share or (term and start <= term[0] and end >= term[1]):
                continue
            weight = math.log(share)
            crosses = term is not None and (start < term[0] < end or start < term[1] < end)
            straight, across = best[start]
            without = -math.inf if crosses else straight + weight
            with_one = max(straight, across) + weight if crosses else across + weight
            best[end] = max(best[end][0], without), max(best[end][1], with_one)
    return best[-1]


@cache
def _words(language: str) -> dict[str, float]:
    """The common words of a language and their frequency."""
    from wordfreq import get_frequency_dict

    words: dict[str, float] = get_frequency_dict(language, "small")
    return words


@cache
def _all_words(language: str) -> dict[str, float]:
    """The words of a language, rare ones too, and their frequency (0.1 s)."""
    from wordfreq import get_frequency_dict

    words: dict[str, float] = get_frequency_dict(language, "best")
    return words

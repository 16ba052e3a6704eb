"""The words of a Korean text with their romanisation and, where something is sure, their English.

In come a text and the stretches of it to gloss, out come the words in them. No Korean–English dictionary is
to be had as a package: particles, counters and a few words that hold sentences together are named from
closed lists, Han characters by CC-CEDICT. All else stands with its reading alone.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import heappop, heappush

from srcxlate.checks.readings.korean import read_korean, syllables_of
from srcxlate.checks.readings.lattice import Lattice
from srcxlate.checks.readings.lattice import shown as shown_letters
from srcxlate.languages import HAN, HANGUL
from srcxlate.layout import Span
from srcxlate.words import chinese
from srcxlate.words.glossed import GRAMMAR, Glossed

_RUN = re.compile(f"(?P<hangul>[{HANGUL}]+)|(?P<han>[{HAN}]+)")
_PARTICLES = {
    "은": "topic", "는": "topic", "이": "subject", "가": "subject", "을": "object", "를": "object",
    "의": "of, ’s", "에": "in, at, to", "에서": "in, from", "에게": "to", "으로": "to, by, as",
    "로": "to, by, as", "와": "and, with", "과": "and, with", "도": "also, even", "만": "only",
    "까지": "until, up to", "부터": "from", "보다": "than", "처럼": "like", "에는": "in, at, to (topic)",
    "에도": "in, at, to (also)", "에서는": "in, from (topic)", "에서도": "in, from (also)",
    "에서의": "in, from (of)", "과의": "with (of)", "와의": "with (of)", "으로의": "to (of)",
    "로의": "to (of)", "에의": "to (of)", "으로부터": "from", "로부터": "from", "까지의": "until (of)",
    "으로서": "as", "로서": "as", "으로써": "by means of", "로써": "by means of", "뿐": "only",
    "뿐만": "not only", "이나": "or", "이라는": "called", "라는": "called", "이라고": "as quoted",
    "라고": "as quoted", "이라며": "saying", "라며": "saying", "측": "side",
}  # fmt: skip
_AFTER_FINAL = ("은", "이", "을", "과", "으로")
_AFTER_VOWEL = ("는", "가", "를", "와", "라")
"""How particles begin that stand only after a final consonant, or only after a vowel."""
_SURE = (
    "으로부터", "에서는", "에서도", "에서의", "과의", "와의", "까지", "에서", "에게",
    "으로", "처럼", "을", "를", "의", "에", "과", "와",
)  # fmt: skip
"""Particles that are split off a word nobody knows, the longer first; the others end words too."""
_NO_PARTICLE = re.compile(
    "(?:회의|주의|협의|합의|논의|정의|결의|동의|토의|강의|심의|문의|건의|발의|유의|임의|항의|상의|질의|"
    "불의|적의|의의|편의|명의|본의|고의|창의|호의|경의|신의|결과|효과|성과|통과|경과|초과|학과|내과|외과|"
    "사과|공과|인과|전과|부과|투과|여과|일과|앞으로|뒤따를|서두를|저지를|앞지를|치를|모를|다를|부를|누를|"
    "오를|이를|흐를|고를|따를|이르를|함께|가운데|때문에|[았었겠했됐렸졌쳤켰였]을|치의|정신과)\\Z"
)
"""Words that only look as if they ended in a particle."""
_SENTENCE = {
    "및": "and", "등": "and so on", "또는": "or", "그리고": "and", "하지만": "but", "그러나": "but",
    "위한": "for", "통한": "through", "통해": "through", "관한": "concerning", "왜": "why",
    "때문에": "because of", "만에": "after", "없다": "there is no", "없는": "without, no", "없이": "without",
    "없어": "there is no", "못해": "cannot, could not", "못한": "could not", "못하는": "cannot",
    "아닌": "not", "않는": "not", "않다": "not", "않아": "not", "않을": "not", "이미": "already",
    "다시": "again", "모두": "all", "올해": "this year", "내년": "next year", "지난해": "last year",
    "우리나라": "our country",
}  # fmt: skip
"""Words that hold a sentence together or turn what it says."""
_COUNTERS = {
    "년": "year, years", "년간": "for years", "개월": "months", "월": "month", "일": "day, days",
    "분기": "quarter", "조": "trillion; article", "억": "hundred million", "만": "ten thousand",
    "천": "thousand", "원": "won", "달러": "dollars", "엔": "yen", "위안": "yuan", "유로": "euros",
    "명": "people", "개": "items", "배": "times", "위": "rank", "건": "cases", "곳": "places",
    "회": "times, -th", "여": "some, over", "개국": "countries", "퍼센트": "percent", "째": "-th, in a row",
    "톤": "tonnes",
}  # fmt: skip
_COUNTED = re.compile("|".join(sorted(_COUNTERS, key=len, reverse=True)))
_ALSO_COUNTERS = frozenset(("이", "가", "도", "만", "측"))
"""Particles that may be the beginning of something else, or a counter, behind a number."""
_CLOSING = "’”'\"」』)）》〉]"
"""Marks that close what a particle follows: ``'참패'로``."""
_QUOTING = ("은", "는")
"""Particles that behind a quotation mark either name the topic or say what is quoted."""
_JOINED = 1e-6
"""What dividing a word costs in its reading, so that sounds change where they can."""


def words(text: str, gaps: Iterable[Span]) -> Iterator[Glossed]:
    """The words of hangul and Han characters in some stretches of a text."""
    for start, end in gaps:
        for run in _RUN.finditer(text, start, end):
            at = run.start()
            before = text[max(0, at - 4) : at].rstrip(_CLOSING)[-1:]
            if run["han"]:
                yield from _han(text, *run.span())
            elif before.isdigit():
                yield from _counted(text, *run.span())
            elif (before.isalnum() or before in tuple("%％")) and fits(run[0], before):
                open_matter = run[0] in _QUOTING and text[at - 1] in _CLOSING
                yield _glossed(text, *run.span(), None if open_matter else _PARTICLES[run[0]], GRAMMAR)
            else:
                yield from _hangul(text, *run.span())


def reading(text: str, start: int, end: int) -> str | None:
    """A stretch in the Revised Romanisation; None if it has neither hangul nor Han characters."""
    parts = [romanised(part) for part in text[start:end].split()]
    return " ".join(filter(None, parts)) or None


def fits(particle: str, before: str) -> bool:
    """Whether a run of hangul is a particle that may follow a character."""
    if particle not in _PARTICLES:
        return False
    syllables = syllables_of(before[-1:])
    if not syllables:
        return True
    final = (ord(syllables[0]) - 0xAC00) % 28
    if particle == "로" or particle.startswith(("로부", "로서", "로써", "로의")):
        return final in (0, 8)  # none, or ㄹ
    return not particle.startswith(_AFTER_VOWEL if final else _AFTER_FINAL)


def _glossed(text: str, start: int, end: int, english: str | None, authority: str) -> Glossed:
    word = text[start:end]
    return Glossed(word, start, end, romanised(word), english, authority if english else None)


def _hangul(text: str, start: int, end: int) -> Iterator[Glossed]:
    """A word that stands free, and the particle that surely ends it."""
    word = text[start:end]
    said = _SENTENCE.get(word)
    cut = None if said or _NO_PARTICLE.search(word) else _cut(word)
    if cut is None:
        yield _glossed(text, start, end, said, GRAMMAR)
        return
    stem = word[:cut]
    yield _glossed(text, start, start + cut, _SENTENCE.get(stem), GRAMMAR)
    yield _glossed(text, start + cut, end, _PARTICLES[word[cut:]], GRAMMAR)


def _cut(word: str) -> int | None:
    """Where the particle begins that a word of at least two syllables before it surely ends in."""
    for particle in _SURE:
        stem = word.removesuffix(particle)
        if stem != word and len(stem) > 1 and fits(particle, stem):
            return len(stem)
    return None


def _counted(text: str, start: int, end: int) -> Iterator[Glossed]:
    """What stands right behind a number: counters and a particle, or else a word that nobody knows."""
    parts: list[tuple[int, int, str]] = []
    at = start
    while at < end:
        rest = text[at:end]
        counter = _COUNTED.match(text, at, end)
        if fits(rest, text[at - 1]) and (at > start or rest not in _ALSO_COUNTERS):
            parts.append((at, end, _PARTICLES[rest]))
        elif counter:
            parts.append((*counter.span(), _COUNTERS[counter[0]]))
        else:
            yield _glossed(text, start, end, None, GRAMMAR)
            return
        at = parts[-1][1]
    for first, last, english in parts:
        yield _glossed(text, first, last, english, GRAMMAR)


def _han(text: str, start: int, end: int) -> Iterator[Glossed]:
    """Han characters in a Korean text: words that Chinese has too, read as Koreans do."""
    for word in chinese.words(text, [(start, end)]):
        yield Glossed(word.text, word.start, word.end, romanised(word.text), word.english, word.authority)


@lru_cache(maxsize=1 << 14)
def romanised(word: str) -> str | None:
    """Hangul and Han characters in the Revised Romanisation, with the changes of sounds that meet."""
    lattice = Lattice(word)
    read_korean(lattice)
    waiting: list[tuple[float, int, int, str]] = [(0.0, 0, 0, "")]
    seen: set[int] = set()
    step = 0
    while waiting:
        cost, _, state, letters = heappop(waiting)
        if state == lattice.last:
            return shown_letters(letters) or None
        if state in seen:
            continue
        seen.add(state)
        for arc in lattice.arcs[state]:
            step += 1
            more = arc.cost + _JOINED * (arc.letter == "|")
            heappush(waiting, (cost + more, step, arc.target, letters + arc.letter))
    return None

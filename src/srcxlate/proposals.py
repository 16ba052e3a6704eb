"""Terms that people correct again and again, proposed for the glossary.

In come :class:`Correction` values, one a segment: an original, the machine's draft and what a person made
of it. Out come :class:`Proposal` values: an English phrase that people wrote where drafts had another, and
the phrase of the originals that explains it. A phrase explains it if it stands in the originals where the
change was made and in next to none where people did without that English. The longest such phrase is
proposed; where two that do not overlap explain a change as well, none is: a further correction will tell.

Words of grammar, case, number and order are no terms, and what the glossary gives already is not proposed.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from srcxlate.glossary import Glossary, stem
from srcxlate.languages import HAN, ORIGINAL
from srcxlate.naming import comparable

LONGEST_ENGLISH = 8
"""Words of a term's English, and of what drafts had instead; what is longer is a sentence rewritten."""
LONGEST_ORIGINAL = 24
"""Characters of a term's original."""
_MOST_TRIED, _MOST_ALIKE = 20, 200
"""How far down the phrases that explain a change in ever fewer texts are looked at, and of those in as many
texts how many: a change that none of these explains is one of style."""
EXCEPTIONS = 0.25
"""How many originals may hold the phrase without the English, as a share of those where it was changed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person made of a draft."""

    language: Literal["ja", "ko", "zh"]
    original: str
    draft: str
    english: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that the glossary might have."""

    language: Literal["ja", "ko", "zh"]
    original: str
    """In NFKC, as glossary terms are compared."""
    english: str
    instead: tuple[str, ...]
    """What drafts had, the most frequent first."""
    count: int
    """Different originals in which people wrote the one for the other."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of an English text: where it stands, its possessive aside, and how it is compared."""

    start: int
    end: int
    stem: str


@dataclass(frozen=True, slots=True)
class _Use:
    """A phrase where a person wrote it: as it stands, and what the draft had."""

    english: str
    instead: str
    begins: bool
    """Whether it begins its text, where a capital tells nothing."""
    instead_begins: bool


@dataclass(slots=True)
class _Text:
    """An original with all that people wrote for it."""

    original: str
    finals: list[str] = field(default_factory=list)
    """The compared words of each English text, with a space round each word."""
    told: set[str] = field(default_factory=set)
    """The written forms in it that the glossary knows and whose English people kept."""


_Phrase = tuple[str, ...]
_Uses = dict[str, _Use]
"""The places of a phrase by the compared form of the original."""


def propose(
    corrections: Iterable[Correction],
    glossary: Glossary,
    declined: Collection[tuple[str, str, str]] = (),
    *,
    least: int = 3,
) -> list[Proposal]:
    """The terms that corrections speak for, the most frequent first.

    A term that the glossary has with other English is proposed too: the entry is what needs a look.

    :param declined: language, original and English of what nobody need be asked again.
    :param least: different originals in which the change must have been made.
    """
    refused = {(language, _plain(original), _compared(english)) for language, original, english in declined}
    by_language: dict[Literal["ja", "ko", "zh"], list[Correction]] = defaultdict(list)
    for correction in corrections:
        by_language[correction.language].append(correction)
    found: list[Proposal] = []
    for language, those in by_language.items():
        texts, phrases = _read(those, glossary)
        index = _Index(texts, language)
        of_language = [
            _proposal(language, original, uses)
            for phrase, every in _telling(phrases, least)
            for original, uses in _explained(phrase, every, index, least)
        ]
        found += _without_repeats(of_language)
    found = [p for p in found if (p.language, _plain(p.original), _compared(p.english)) not in refused]
    return sorted(found, key=lambda p: (-p.count, p.language, p.original))


# -- what people changed -------------------------------------------------------------------------------

_WORD = re.compile(r"([^\W_]+(?:['’](?!s\b)[^\W_]+)*)(?:['’]s\b)?")
_GRAMMAR = frozenset((
    "a", "about", "above", "across", "after", "against", "all", "also", "am", "amid", "among", "an", "and",
    "any", "are", "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "can",
    "concerning", "could", "did", "do", "does", "during", "each", "either", "for", "from", "had", "has",
    "have",
    "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "may", "me", "more", "most",
    "must",
    "my", "no", "nor", "not", "of", "off", "on", "onto", "or", "our", "out", "over", "per", "regarding",
    "shall",
    "she", "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "toward", "towards", "under", "until", "up", "upon",
    "us",
    "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "within", "without", "would", "you", "your",
))  # fmt: skip
"""English words that neither begin nor end a term."""
_JOINS = re.compile(r"(?:['’]s)?[\s\-‐‑–'’]*(?:(?:the|an?)\s+)?", re.IGNORECASE)
"""What may stand between two words of one phrase."""
_ARTICLE = re.compile(r"(?:^|(?<=\W))(?:the|an?)\s+$", re.IGNORECASE)


_stem = lru_cache(maxsize=50_000)(stem)


def _words(english: str) -> list[_Word]:
    """The words of an English text, articles left out."""
    words = (_Word(*found.span(1), _stem(found[1])) for found in _WORD.finditer(english))
    return [word for word in words if word.stem]


def _compared(english: str) -> str:
    return _joined(word.stem for word in _words(english))


def _joined(stems: Iterable[str]) -> str:
    return f" {' '.join(stems)} "


def _read(
    corrections: Iterable[Correction], glossary: Glossary
) -> tuple[dict[str, _Text], dict[_Phrase, _Uses]]:
    """The originals, each once however often it is cited, and the phrases that people put into drafts."""
    texts: dict[str, _Text] = {}
    phrases: dict[_Phrase, _Uses] = defaultdict(dict)
    for correction in corrections:
        key = comparable(correction.original)
        text = texts.setdefault(key, _Text(_plain(correction.original)))
        after = _words(correction.english)
        text.finals.append(_joined(word.stem for word in after))
        told = bytearray(len(after))
        for hit in glossary.find(correction.original, correction.language):
            if _mark(told, after, hit.entry.english):
                text.told.add(_plain(correction.original[hit.start : hit.end]))
        for phrase, use in _put_in(correction, after, told):
            phrases[phrase].setdefault(key, use)
    return texts, phrases


def _mark(told: bytearray, words: Sequence[_Word], english: str) -> bool:
    """Marks the words that are a term's English, joined or apart; says whether there are any."""
    wanted = "".join(word.stem for word in _words(english))
    found = False
    for start in range(len(words) if wanted else 0):
        end, joined = start, ""
        while end < len(words) and len(joined) < len(wanted):
            joined += words[end].stem
            end += 1
        if joined == wanted:
            told[start:end] = b"\x01" * (end - start)
            found = True
    return found


def _put_in(
    correction: Correction, after: Sequence[_Word], told: Sequence[int]
) -> Iterator[tuple[_Phrase, _Use]]:
    """The phrases of a person's text that take the place of others in the draft.

    A phrase holds a word that the draft has nowhere, or stands where the draft had a word more that is gone.
    """
    before = _words(correction.draft)
    stems, others = [word.stem for word in after], [word.stem for word in before]
    if stems == others:
        return
    first, last, gone = _counterparts(others, stems)
    news = [word.stem not in _GRAMMAR and word.stem not in others for word in after]
    grammar = [word.stem in _GRAMMAR for word in after]
    for start in range(len(after)):
        if grammar[start]:
            continue
        for end in range(start + 1, min(len(after), start + LONGEST_ENGLISH) + 1):
            if end > start + 1 and not _JOINS.fullmatch(
                correction.english, after[end - 2].end, after[end - 1].start
            ):
                break
            b1, b2 = first[start], last[end - 1]
            changed = any(news[at] and not told[at] for at in range(start, end)) or (
                any(gone[b1:b2]) and not all(told[start:end])
            )
            if grammar[end - 1] or not changed or not b1 < b2 <= b1 + LONGEST_ENGLISH:
                continue
            yield (
                tuple(stems[start:end]),
                _Use(
                    _phrase(correction, after[start], after[end - 1], before[b1]),
                    correction.draft[before[b1].start : before[b2 - 1].end],
                    after[start].start == 0,
                    before[b1].start == 0,
                ),
            )


def _counterparts(before: Sequence[str], after: Sequence[str]) -> tuple[list[int], list[int], list[bool]]:
    """For each word of the second text where its counterpart in the first begins, and where it ends.

    Words of the first that were left out count to the words on both sides. Third: for each word of the
    first, whether it is gone altogether.
    """
    first, last = [0] * len(after), [0] * len(after)
    steps = SequenceMatcher(None, before, after).get_opcodes()
    for tag, i1, i2, j1, j2 in steps:
        for at in range(j1, j2):
            first[at], last[at] = (i1 + at - j1, i1 + at - j1 + 1) if tag == "equal" else (i1, i2)
    for tag, i1, i2, j1, _ in steps:
        if tag == "delete":
            if j1 < len(after):
                first[j1] = i1
            if j1 > 0:
                last[j1 - 1] = i2
    left = set(after)
    return first, last, [word not in left and word not in _GRAMMAR for word in before]


def _phrase(correction: Correction, start: _Word, end: _Word, instead: _Word) -> str:
    """A phrase as a person wrote it, with the article if it was they who put that in."""
    text = correction.english[start.start : end.end]
    article = _ARTICLE.search(correction.english[: start.start])
    if article and not _ARTICLE.search(correction.draft[: instead.start]):
        return f"{article[0].lower()}{text}"
    return text


def _telling(phrases: Mapping[_Phrase, _Uses], least: int) -> Iterator[tuple[_Phrase, _Uses]]:
    """The phrases that were put in often enough; of two in the same texts, one in the other, the longer."""
    often = {phrase: uses for phrase, uses in phrases.items() if len(uses) >= least}
    inner = {
        phrase[start:end]
        for phrase, uses in often.items()
        for start in range(len(phrase))
        for end in range(start + 1, len(phrase) + 1)
        if end - start < len(phrase) and len(often.get(phrase[start:end], ())) == len(uses)
    }
    return ((phrase, uses) for phrase, uses in often.items() if phrase not in inner)


# -- what in the originals explains it -------------------------------------------------------------------


class _Index:
    """The originals by the pairs of characters in them, and by the words, also paired, of their English."""

    def __init__(self, texts: Mapping[str, _Text], language: str) -> None:
        self.texts, self.language = texts, language
        self._by_pair: dict[str, set[str]] = defaultdict(set)
        self._by_words: dict[_Phrase, set[str]] = defaultdict(set)
        self._holding: dict[str, set[str]] = {}
        self._having: dict[_Phrase, set[str]] = {}
        self._candidates: dict[str, frozenset[str]] = {}
        for key, text in texts.items():
            for pair in _pairs(text.original):
                self._by_pair[pair].add(key)
            for final in text.finals:
                words = final.split()
                for part in [*((word,) for word in words), *pairwise(words)]:
                    self._by_words[part].add(key)

    def without(self, original: str, phrase: _Phrase) -> int:
        """How many texts hold an original although people did without the phrase in all of their English."""
        if original not in self._holding:
            keys = min((self._by_pair.get(pair, set()) for pair in _pairs(original)), key=len)
            self._holding[original] = {key for key in keys if original in self.texts[key].original}
        if phrase not in self._having:
            self._having[phrase] = self._with(phrase)
        holding = self._holding[original]
        return len(holding) - len(holding & self._having[phrase])

    def _with(self, phrase: _Phrase) -> set[str]:
        if len(phrase) <= 2:
            return self._by_words.get(phrase, set())
        wanted = _joined(phrase)
        perhaps = min((self._by_words.get(pair, set()) for pair in pairwise(phrase)), key=len)
        return {key for key in perhaps if any(wanted in final for final in self.texts[key].finals)}

    def candidates(self, key: str) -> frozenset[str]:
        """The phrases of an original that may be terms."""
        if key not in self._candidates:
            self._candidates[key] = _candidates(self.texts[key], self.language)
        return self._candidates[key]


def _pairs(original: str) -> set[str]:
    return {original[at : at + 2] for at in range(len(original) - 1)}


def _explained(
    phrase: _Phrase, uses: Mapping[str, _Use], index: _Index, least: int
) -> Iterator[tuple[str, list[_Use]]]:
    """The phrases of originals that explain an English phrase, each with its uses."""
    held = {key: index.candidates(key) for key in uses}
    while len(held) >= least:
        original = _best(phrase, held, index, least)
        if original is None:
            return
        yield original, [uses[key] for key, every in held.items() if original in every]
        held = {key: every for key, every in held.items() if original not in every}


def _best(phrase: _Phrase, held: Mapping[str, frozenset[str]], index: _Index, least: int) -> str | None:
    """The phrase of originals that explains an English phrase in most of the texts.

    :param held: the phrases that each text holds.
    :return: None if no phrase explains it, or each has a rival that explains the same text as well.
    """
    counts = Counter(one for every in held.values() for one in every)
    by_count: dict[int, list[str]] = defaultdict(list)
    for original, count in counts.items():
        if count >= least:
            by_count[count].append(original)
    for count in sorted(by_count, reverse=True)[:_MOST_TRIED]:
        without = {one: index.without(one, phrase) for one in _outermost(by_count[count])}
        fewest = min(without.values())
        if fewest > count * EXCEPTIONS:
            continue
        best = {one for one, number in without.items() if number == fewest}
        rivals = {one for every in held.values() if len(best & every) > 1 for one in best & every}
        alone = sorted(best - rivals)
        return _inner(alone[0], phrase, counts, index) if alone else None
    return None


def _outermost(originals: Iterable[str]) -> list[str]:
    """Those that are in no other of them."""
    kept: list[str] = []
    for original in sorted(originals, key=lambda one: (-len(one), one))[:_MOST_ALIKE]:
        if not any(original in other for other in kept):
            kept.append(original)
    return kept


_PARTICLE = re.compile(rf"(?<=[{HAN}\u30a1-\u30fc])[のをはがにでと](?=[{HAN}\u30a1-\u30fc])|的")


def _inner(original: str, phrase: _Phrase, counts: Mapping[str, int], index: _Index) -> str | None:
    """Of 日本の半導体 for ``semiconductor`` 半導体; the whole where the English joins words too (``of``).

    None where both sides of the particle explain the English as well.
    """
    parts = _PARTICLE.split(original)
    if len(parts) == 1 or any(word in _GRAMMAR for word in phrase):
        return original
    limit = counts[original] * EXCEPTIONS
    telling = [p for p in parts if counts.get(p) == counts[original] and index.without(p, phrase) <= limit]
    return original if not telling else telling[0] if len(telling) == 1 else None


# -- phrases of an original --------------------------------------------------------------------------------

_NUMERAL = "0-9.,%〇一二三四五六七八九十百千万億兆亿萬億年月日년월일"
_WORDED = re.compile(f"[{ORIGINAL}]")
_NO_NUMERAL = re.compile(f"[^{_NUMERAL}\\s]")
_STRETCH = re.compile(rf"(?:[A-Za-z0-9&{ORIGINAL}]|(?<=\d)[.,](?=\d))+")
_HIRAGANA = re.compile("[\u3041-\u309f]+")
_FUNCTION = {
    "ja": frozenset((
        "ある", "いる", "いう", "から", "こと", "これ", "され", "して", "した", "しない", "する", "すぎ",
        "その", "それ",
        "ため", "たち", "だけ", "できる", "でき", "である", "という", "として", "とは", "ない", "ながら",
        "など", "なら",
        "なる", "について", "において", "における", "に対する", "による", "によって", "によると", "への",
        "べき", "まで",
        "もの", "より", "られ", "られる", "れる", "わけ", "をめぐる", "めぐる", "めぐり", "めぐって",
    )),
    "zh": frozenset("的了在和与與及对對是为為将將被把从從之等也就于於着過过所而但"),
}  # fmt: skip
"""Words that neither begin nor end a term."""
_LONGEST_WORD = 8
_UNKNOWN = math.log(1e-8)


def _plain(original: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", original).split())


def _candidates(text: _Text, language: str) -> frozenset[str]:
    """The phrases of an original that may be terms: whole words without particles at the ends."""
    phrases = _korean(text.original) if language == "ko" else _running(text.original, language)
    return frozenset(
        phrase
        for phrase in phrases
        if 2 <= len(phrase) <= LONGEST_ORIGINAL
        and _WORDED.search(phrase)
        and _NO_NUMERAL.search(phrase)
        and not any(phrase in told for told in text.told)
    )


def _running(original: str, language: str) -> Iterator[str]:
    """The phrases of Japanese or Chinese, which is written without spaces: it is cut by a word list."""
    for stretch in _STRETCH.finditer(original):
        words = _cut(stretch[0], language)
        may_end = [not _is_function(word, language) for word in words]
        for start in range(len(words)):
            phrase = ""
            for end in range(start, len(words) if may_end[start] else 0):
                phrase += words[end]
                if len(phrase) > LONGEST_ORIGINAL:
                    break
                if may_end[end]:
                    yield phrase


def _is_function(word: str, language: str) -> bool:
    if word in _FUNCTION[language] or word == "・":
        return True
    return bool(language == "ja" and len(word) <= 2 and _HIRAGANA.fullmatch(word))


def _cut(text: str, language: str) -> list[str]:
    """A text in words: those of the list, so that their frequencies multiplied are highest.

    Latin words, numbers and katakana are never cut.
    """
    frequencies = _word_list(language)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(-math.inf, 0)] * len(text)
    closed = _inside_runs(text)
    for end in range(1, len(text) + 1):
        if closed[end]:
            continue
        for start in range(end - 1, -1, -1):
            if closed[start]:
                continue
            word = text[start:end]
            weight = frequencies.get(
                word, _UNKNOWN if end - start == 1 or all(closed[start + 1 : end]) else -math.inf
            )
            best[end] = max(best[end], (best[start][0] + weight, start))
            if end - start >= _LONGEST_WORD:
                break
    words: list[str] = []
    end = len(text)
    while end:
        start = best[end][1]
        words.append(text[start:end])
        end = start
    return words[::-1]


_UNCUT = re.compile("[A-Za-z0-9&.,]+|[\u30a1-\u30fa\u30fc-\u30ff]+")


def _inside_runs(text: str) -> bytearray:
    """For each offset, whether it lies inside a Latin word, a number or a run of katakana."""
    inside = bytearray(len(text) + 1)
    for run in _UNCUT.finditer(text):
        inside[run.start() + 1 : run.end()] = b"\x01" * (run.end() - run.start() - 1)
    return inside


@cache
def _word_list(language: str) -> dict[str, float]:
    """The common words of a language and the natural logarithm of their frequency (0.1 s)."""
    from wordfreq import get_frequency_dict

    return {word: math.log(share) for word, share in get_frequency_dict(language, "small").items()}


_PARTICLES = re.compile(
    "(?:에게서|에서는|에서의|에서도|으로는|으로서|으로써|으로의|이라는|이라고|까지|부터|처럼|보다|에게|에는|에도|에서|으로"
    "|라는|라고|과의|와의|로의|로서|로써|이나|은|는|이|가|을|를|의|에|로|와|과|도|만|나)$"
)
_NOUN_ENDS = (
    "회의", "협의", "주의", "논의", "정의", "합의", "강의", "동의", "건의", "결의", "토의", "심의", "문의",
    "국가",
    "평가", "물가", "주가", "작가", "추가", "증가", "허가", "인가", "대가", "투자가", "전문가", "사업가",
    "한반도",
    "반도", "제도", "보도", "태도", "속도", "정도", "인도", "지도", "온도", "농도", "독도", "제주도", "선도",
    "주도", "의도", "시도", "도로", "경로", "진로", "통로", "항로", "선로", "활로", "효과", "결과", "성과",
    "통과",
    "초과", "차이", "사이", "하이", "대만", "불만", "마을", "가을",
)  # fmt: skip
"""Ends of nouns that look like particles."""


def _korean(original: str) -> Iterator[str]:
    """The phrases of Korean: up to four words, the particle of the last one left out."""
    for stretch in re.findall(rf"[A-Za-z0-9&{ORIGINAL} ]+", original):
        words = stretch.split()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + 4) + 1):
                yield " ".join([*words[start : end - 1], _bare(words[end - 1])])


def _bare(word: str) -> str:
    """A Korean word without its particle, where at least two characters are left."""
    if word.endswith(_NOUN_ENDS):
        return word
    bare = _PARTICLES.sub("", word)
    return bare if len(bare) >= 2 else word


# -- proposals ---------------------------------------------------------------------------------------------


def _proposal(language: Literal["ja", "ko", "zh"], original: str, uses: Sequence[_Use]) -> Proposal:
    instead: dict[str, list[_Use]] = defaultdict(list)
    for use in uses:
        instead[_compared(use.instead)].append(use)
    often: list[str] = []
    for compared in sorted(instead, key=lambda one: -len(instead[one])):
        if not any(part in compared for part in often):  # else a neighbour was changed in the same breath
            often.append(compared)
    forms = (_form((use.instead, use.instead_begins) for use in instead[one]) for one in often)
    return Proposal(language, original, _english(uses), tuple(forms), len(uses))


def _english(uses: Sequence[_Use]) -> str:
    """A phrase as it is mostly written: with its article if that was put in more often than not."""
    form = _form((re.sub(r"^(?:the|an?) ", "", use.english), use.begins) for use in uses)
    articled = sum(use.english.startswith("the ") for use in uses)
    return f"the {form}" if articled * 2 > len(uses) else form


def _form(forms: Iterable[tuple[str, bool]]) -> str:
    """One of several forms of a phrase: rather not at a text's beginning, the shortest, the most frequent."""
    counts = Counter(forms)
    return min(counts, key=lambda form: (form[1], len(form[0]), -counts[form], form[0]))[0]


def _without_repeats(proposals: Iterable[Proposal]) -> list[Proposal]:
    """One proposal for an original, and none that follows from another."""
    best: dict[str, Proposal] = {}
    for proposal in sorted(proposals, key=lambda p: (-p.count, -len(p.english.split()), p.english)):
        best.setdefault(proposal.original, proposal)
    kept: list[Proposal] = []
    for proposal in best.values():
        if not any(_follows(proposal, other) for other in kept):
            kept.append(proposal)
    return kept


def _follows(proposal: Proposal, other: Proposal) -> bool:
    """Whether a term is another one with words that were not changed: 半導体産業 of 半導体."""
    if other.original not in proposal.original:
        return False
    wanted, part = _compared(proposal.english), _compared(other.english)
    drafts = [_compared(instead) for instead in proposal.instead]
    return all(any(draft.replace(_compared(i), part) == wanted for i in other.instead) for draft in drafts)

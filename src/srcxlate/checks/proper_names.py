"""A proper name in an English title that stands for another in the original: 大津市 printed Osaka.

In come an original, its English and its language, out come :class:`Instead` values. A name of the original is
known by the dictionaries (UniDic and JMnedict for Japanese, CC-CEDICT for Chinese) or by the office that
follows it; it is told only where no word of the English is read or means so, and the English has a romanised
name that no part of the original is read as.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks import names
from srcxlate.checks.bodies_checked import borne_out
from srcxlate.checks.name_dictionary import named
from srcxlate.checks.people_read import may_be_read, plain, stands
from srcxlate.checks.places import PLACES, find_english, hinted
from srcxlate.checks.surnames import hangul_of
from srcxlate.languages import FAMILY_NAMES, HAN, HANGUL
from srcxlate.layout import Span
from srcxlate.words import cedict
from srcxlate.words.pieces import pieces_of

_WORD = re.compile(r"[A-Z][^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ANY_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHORTEST = 4
"""Letters of a name that is held to be a stranger."""
_HAN = re.compile(f"[{HAN}]{{2,}}")
_AREA = re.compile(rf"[{HAN}]{{1,4}}?[市県町村区郡島駅]")
_KOREAN_TITLES = (
    "대통령|총리|부총리|장관|차관|대표|의원|시장|지사|도지사|위원장|회장|사장|총장|교수|원장|후보|감독|작가|총재|검사|판사"
    "|대법관|선수|교육감|씨"
)
_KOREAN_PERSON = re.compile(
    rf"(?<![{HANGUL}])(?P<name>[강고공곽구권금길김나남노도류문민박반배백변서석설성소손송신심안양엄여오우원유윤이임장전정조주"
    rf"지진차채천최추하한함허현홍황][{HANGUL}]{{2}})\s?(?:전 |신임 )?(?:{_KOREAN_TITLES})(?![{HANGUL}]{{2}})"
)
_KOREAN_NAME = re.compile(r"\b(?P<family>[A-Z][a-z]{1,6}) (?P<given>[A-Z][a-z]{1,6}-[A-Za-z][a-z]{1,6})\b")
_TITLED = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Mm]ayor|[Gg]overnor|[Cc]hair(?:man|woman)?|[Pp]rofessor|[Jj]udge|[Pp]rosecutor|Mr|Ms"
    r"|[Pp]remier|[Dd]irector|[Ll]eader) (?P<name>[A-Z][^\W\d_]+(?:-[a-z]+)?)"
)


@dataclass(frozen=True, slots=True)
class Instead:
    """A name in the stead of another."""

    original: Span
    english: Span


def instead(original: str, english: str, language: str, taken: tuple[Span, ...]) -> Iterator[Instead]:
    """The first name of an English text that stands for another in its original, if any.

    :param taken: parts of the original that the glossary or the tables have, which other rules compare.
    """
    if language == "ko":
        yield from _korean(original, english)
    else:
        yield from _in_characters(original, english, language, taken)
    if not _OFFICE.search(original):
        yield from _people(original, english, language)


_OFFICE = re.compile(
    "대통령|총리|총비서|위원장|장관|차관|시장|지사|대표|총재|회장|사장|후보|당선인|여사|주석|의원|감독|정부|정상|首相|大臣"
    "|大統領|总书记|总理|主席|總統|总统|院長|院长|部長|部长|市長|市长|書記|书记|主任|局长|局長|董事長|會長|元首|领导人|[日韓美中北尹李文]$"
)
"""Who holds an office may be named by the English alone."""
_PAIR = re.compile(r"\b[A-Z][a-z]{1,5} [A-Z][a-z]{1,10}(?:-[a-z]{1,6})?\b")


def _people(original: str, english: str, language: str) -> Iterator[Instead]:
    """A Korean's or Chinese's full name as which no part of the original is read."""
    pattern = _KOREAN_NAME if language == "ko" else _PAIR
    if language not in ("ko", "zh"):
        return
    known = (*borne_out(original, english), *(place.span for place in find_english(english)))
    for match in pattern.finditer(english):
        family = match.group().split(" ")[0]
        if any(a < match.end() and match.start() < b for a, b in known) or not _is_family(family, language):
            continue
        parts = [part for size in (2, 3, 4) for part in _windows(original, size)]
        if parts and all(may_be_read(part, match.group(), language) is False for part in parts):
            yield Instead((0, len(original)), match.span())
            return


def _is_family(word: str, language: str) -> bool:
    """Whether a word is a family name of the language's people, as it is usually spelled."""
    if language == "ko":
        return word.casefold() in FAMILY_NAMES or hangul_of(word) is not None
    return word.casefold() in FAMILY_NAMES | _TAIWANESE


_TAIWANESE = frozenset((
    "yu", "kuo", "chu", "tsai", "hsu", "hsieh", "chang", "chiang", "cheng", "chou", "lin", "lai", "yeh",
    "su", "lo", "liao", "tseng", "hung", "chiu", "kao", "pan", "tu", "shih", "sun", "ma", "hu", "he",
    "fang", "song", "shen", "han", "jin", "lu", "ding", "wei", "yin", "ye", "du", "cai", "hsiao",
    "hsueh", "chien", "chuang", "ou", "pai", "yao", "tsao", "kung",
))  # fmt: skip
"""Family names of Taiwan and of China besides the commonest."""


# -- Korean ------------------------------------------------------------------------------------------


def _korean(original: str, english: str) -> Iterator[Instead]:
    people = [(match["name"], match.span("name")) for match in _KOREAN_PERSON.finditer(original)]
    words = [plain(word) for word in _WORD.findall(english)]
    lost = [span for name, span in people if not any(stands(word, name) for word in words if len(word) > 1)]
    if not lost:
        return
    for match in _KOREAN_NAME.finditer(english):
        windows = _windows(original, 3)
        if not any(may_be_read(window, match.group(), "ko") for window in windows):
            yield Instead(lost[0], match.span())
            return
    for match in _TITLED.finditer(english):
        if not stands(match["name"], original) and names.romanised(match["name"]):
            yield Instead(lost[0], match.span("name"))
            return


def _windows(original: str, size: int) -> Iterator[str]:
    for run in re.findall(f"[{HANGUL}]+|[{HAN}]+", original):
        yield from (run[at : at + size] for at in range(len(run) - size + 1))


# -- Japanese and Chinese ----------------------------------------------------------------------------


def _in_characters(original: str, english: str, language: str, taken: tuple[Span, ...]) -> Iterator[Instead]:
    strangers = list(_strangers(original, english))
    if not strangers:
        return
    own = list(_japanese_names(original) if language == "ja" else _chinese_names(original))
    words = [plain(word) for word in _ANY_WORD.findall(english)]
    said = set().union(*(meant for _, _, meant in own))
    strangers = [span for span in strangers if plain(english[slice(*span)]) not in said]
    for name, span, meant in own if strangers else ():
        if any(a < span[1] and span[0] < b for a, b in taken):
            continue
        if any(stands(word, name) or word in meant or word.startswith(tuple(meant)) for word in words):
            continue
        yield Instead(span, strangers[0])
        return


def _strangers(original: str, english: str) -> Iterator[Span]:
    """Romanised names that no part of the original is read as."""
    found = list(find_english(english))
    places = [
        place.span
        for place in found
        if PLACES[place.name].city
        and not (PLACES[place.name].region and hinted(original, PLACES[place.name].region, "und"))
    ]
    known = (*borne_out(original, english), *(place.span for place in found))
    spans = [
        (name.span[0] + match.start(), name.span[0] + match.end())
        for name in names.find(english)
        for match in _WORD.finditer(name.text)
        if not names.is_common(match.group())
    ]
    for start, end in [*(span for span in spans if not any(a <= span[0] < b for a, b in known)), *places]:
        word = english[start:end]
        if len(plain(word)) >= _SHORTEST and names.romanised(word) and not stands(word, original):
            yield start, end


def _japanese_names(original: str) -> Iterator[tuple[str, Span, frozenset[str]]]:
    """People and places of a Japanese title in kanji, and what else may be printed for them."""
    for piece in pieces_of(original):
        is_name = piece.speech[1] == "固有名詞" and piece.speech[2] in ("人名", "地名")
        if is_name and _HAN.fullmatch(piece.text):
            yield piece.text, (piece.start, piece.end), _glosses(piece.text)
    for match in _AREA.finditer(original):
        places = [one for one in named(match.group()) if "place" in one.kinds or "station" in one.kinds]
        if places:
            yield match.group()[:-1], match.span(), _glosses(match.group())


def _glosses(written: str) -> frozenset[str]:
    """The words by which the dictionary of names renders one."""
    words = {word for one in named(written) for said in one.english for word in said.split()}
    return frozenset(map(plain, words)) - {""}


def _chinese_names(original: str) -> Iterator[tuple[str, Span, frozenset[str]]]:
    """People and places of a Chinese title, as far as the dictionary has them."""
    for run in re.finditer(f"[{HAN}]+", original):
        for start, end in cedict.segment(run.group()):
            written = run.group()[start:end]
            entries = cedict.entries(written)
            if len(written) > 1 and entries and all(entry.proper for entry in entries):
                senses = (said for entry in entries for sense in entry.senses for said in sense)
                said = {plain(word) for each in senses for word in each.split()}
                meant = frozenset(word for word in said if len(word) >= _SHORTEST)
                yield written, (run.start() + start, run.start() + end), meant

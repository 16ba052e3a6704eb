"""A proper name in an English title that stands for another in the original: 大津市 printed Osaka.

In come an original, its English and its language, out come :class:`Instead` values. A name of the original is
known by the dictionaries (UniDic and JMnedict for Japanese, CC-CEDICT for Chinese) or by the office that
follows it; it is told only where no word of the English is read or means so, and the English has a romanised
name that no part of the original is read as.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from srcxlate.checks import names, western_names
from srcxlate.checks.bodies_checked import borne_out
from srcxlate.checks.names_checked.name_dictionary import named
from srcxlate.checks.names_checked.people_read import may_be_read, plain, stands
from srcxlate.checks.places import PLACES, find, find_english, hinted
from srcxlate.checks.surnames import CHINESE, KOREAN, hangul_of
from srcxlate.languages import FAMILY_NAMES, HAN, HANGUL
from srcxlate.layout import Span
from srcxlate.words import cedict
from srcxlate.words.pieces import pieces_of

_WORD = re.compile(r"[A-Z][^\W\d_]+(?:[-’'](?!s\b)[^\W\d_]+)*")
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
    rf"(?<![{HANGUL}])(?P<name>[강고공곽구권금길김나남노도류마맹명모문민박반방배백변봉서석설성소손송신심안양엄여오옥용우원유육윤"
    rf"은이인임장전정제조주지진차채천최추탁표피하한함허현홍황][{HANGUL}]{{2}})\s?(?:전 |신임 )?"
    rf"(?:[{HANGUL}]{{2,4}} (?=총재|회장|사장|대표|원장|위원장))?"
    rf"(?:[{HANGUL}]{{1,5}}(?=장관|차관|위원장|원장))?(?:{_KOREAN_TITLES})(?![{HANGUL}]{{2}})"
)
_KOREAN_NAME = re.compile(r"\b(?P<family>[A-Z][a-z]{1,6}) (?P<given>[A-Z][a-z]{0,6}-[A-Za-z][a-z]{1,6})\b")
_TITLED = re.compile(
    r"\b(?:[Mm]inister|[Pp]resident|[Mm]ayor|[Gg]overnor|[Cc]hair(?:man|woman)?|[Pp]rofessor|[Jj]udge|[Pp]rosecutor|Mr|Ms"
    r"|[Pp]remier|[Dd]irector|[Ll]eader|[Ss]ecretary|[Cc]hief|[Aa]mbassador|[Ss]peaker)"
    r" (?P<name>[A-Z][^\W\d_]+(?:-[a-z]+)?)"
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
    yield from _known_otherwise(original, english)
    if not _OFFICE.search(original) or _in_full(original, language):
        yield from _people(original, english, language)
    if language == "ja":
        yield from _given_otherwise(original, english)
        yield from _officed(original, english)


def _in_full(original: str, language: str) -> bool:
    """Whether an original has a person's full name before an office."""
    if language == "ko":
        return _KOREAN_PERSON.search(original) is not None
    found = _CHINESE_PERSON.finditer(original) if language == "zh" else ()
    return any(entry.surname for match in found for entry in cedict.entries(match["name"][0]))


_CHINESE_PERSON = re.compile(
    rf"(?<![{HAN}])(?P<name>[{HAN}]{{3}})(?:總統|总统|總理|总理|院長|院长|部長|部长|市長|市长|省长|省長|縣長|主席|書記|书记"
    "|導演|导演|董事長|董事长|教授|委員|委员|局長|局长|主任)"
)
_OFFICE = re.compile(
    "대통령|총리|총비서|위원장|장관|차관|시장|지사|대표|총재|회장|사장|후보|당선인|여사|주석|의원|감독|정부|정상|首相|大臣"
    "|大統領|总书记|总理|主席|總統|总统|院長|院长|部長|部长|市長|市长|書記|书记|主任|局长|局長|董事長|會長|元首|领导人|導演|导演|監督|創辦人|创始人|创办人|創業者|[日韓美中北尹李文]$"
)
"""Who holds an office may be named by the English alone."""
_PAIR = re.compile(r"\b[A-Z][a-z]{1,5} [A-Z][a-z]{1,10}(?:-[a-z]{1,6})?\b")


def _people(original: str, english: str, language: str) -> Iterator[Instead]:
    """A Korean's or Chinese's full name as which no part of the original is read."""
    pattern = _KOREAN_NAME if language == "ko" else _PAIR
    if language not in ("ko", "zh"):
        return
    known = (
        *_bodies(original, english), *(place.span for place in find_english(english)),
        *western_names.borne_out(original, english),
    )  # fmt: skip
    for match in pattern.finditer(english):
        family = match.group().split(" ")[0]
        if any(a < match.end() and match.start() < b for a, b in known) or not _is_family(family, language):
            continue
        sizes = (3, 4) if language == "ko" else (2, 3, 4)  # the pattern's Korean given names are of two
        parts = [part for size in sizes for part in _windows(original, size)]
        if parts and all(may_be_read(part, match.group(), language) is False for part in parts):
            yield Instead((0, len(original)), match.span())
            return


def _bodies(original: str, english: str) -> Iterator[Span]:
    """Where English names bodies that the original names too, without a person's name behind their office."""
    people = [match.span() for match in _TITLED.finditer(english)]
    for start, end in borne_out(original, english):
        yield start, min([end, *(a for a, b in people if start < b and a < end)])


def _known_otherwise(original: str, english: str) -> Iterator[Instead]:
    """People by the name that English has for them, of whom the original has nothing."""
    if not _OFFICE.search(original):
        for span in western_names.strangers(original, english):
            yield Instead((0, len(original)), span)
            return


def _given_otherwise(original: str, english: str) -> Iterator[Instead]:
    """A Japanese whose family name the original has beside another given name: 村上春樹, Murakami Ryū."""
    pieces = [piece for piece in pieces_of(original) if piece.speech[2] == "人名"]
    for family, given in pairwise(pieces):
        whole = original[family.start : given.end]
        if family.end != given.start or (family.speech[3], given.speech[3]) != ("姓", "名"):
            continue
        for match in _TWO_WORDS.finditer(english):
            first, second = match["first"], match["second"]
            for own, other in ((first, second), (second, first)):
                if (
                    stands(own, family.text) and not stands(other, original) and not names.is_common(other)
                    and names.romanised(other) and may_be_read(whole, match["both"], "ja") is False
                ):  # fmt: skip
                    yield Instead((family.start, given.end), match.span("both"))
                    return


_TWO_WORDS = re.compile(r"\b(?=(?P<both>(?P<first>[A-Z][^\W\d_]{2,}) (?P<second>[A-Z][^\W\d_]{2,})\b))")


def _officed(original: str, english: str) -> Iterator[Instead]:
    """The holder of the one office that a Japanese title names, by family name, with another's in English."""
    found = list(_JAPANESE_OFFICE.finditer(original))
    if len(found) != 1 or found[0]["name"] in _NO_FAMILIES:
        return
    name, span = found[0]["name"], found[0].span("name")
    governs = original.startswith("知事", span[1])  # a prefecture is mostly printed as one: 沖縄県知事
    if not any("surname" in one.kinds for one in named(name)) or any(
        piece.speech[2] == "地名" and piece.start < span[1] and span[0] < piece.end and not governs
        for piece in pieces_of(original)
    ):
        return
    if any(one.span[0] < span[1] and span[0] < one.span[1] for one in find(original)):
        return
    if any(stands(word, name) for word in map(plain, _ANY_WORD.findall(english)) if len(word) > 1):
        return
    for match in _TITLED.finditer(english):
        other = match["name"]
        if names.romanised(other) and not names.is_common(other) and not stands(other, original):
            yield Instead(span, match.span("name"))
            return


_NO_FAMILIES = frozenset("米英仏独露中韓豪印伊加台前元新現副次両各同日")
"""Characters that are something else before an office: 米外相, 前知事."""
_JAPANESE_OFFICE = re.compile(
    rf"(?<![{HAN}])(?:(?:前|元|新)(?=[{HAN}]{{3}}))?(?P<name>[{HAN}]{{1,3}}?)(?:外相|首相|総理|財務相|経産相|防衛相"
    r"|官房長官|厚労相|国交相|農相|環境相|法相|文科相|総務相|総裁|知事|市長|町長|村長|区長|長官|会長|社長|幹事長|委員長|議長"
    r"|大使|学長|教授)"
)


def _is_family(word: str, language: str) -> bool:
    """Whether a word is a family name of the language's people, as it is usually spelled."""
    if language == "ko":
        return word.casefold() in FAMILY_NAMES | KOREAN or hangul_of(word) is not None
    return word.casefold() in FAMILY_NAMES | CHINESE


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
        korean = names.romanised(match["name"]) or hangul_of(match["name"])
        if korean and not stands(match["name"], original):
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
        other = next((one for one in strangers if _alike(original, span, english, one)), None)
        if other:
            yield Instead(span, other)
            return


_HELD = re.compile("[都道府県市町村区]{0,2}(?:知事|市長|町長|村長|区長|首長)")


def _alike(original: str, name: Span, english: str, other: Span) -> bool:
    """Whether both may be of one class; a governor may be named by the place, and the other way round."""
    if not _HELD.match(original, name[1]) and not _HELD.match(original, name[1] - 1):
        return True
    is_place = any(
        piece.speech[2] == "地名" and piece.start <= name[0] < piece.end for piece in pieces_of(original)
    )
    if is_place:
        return not any(match.start("name") <= other[0] < match.end() for match in _TITLED.finditer(english))
    return not any(place.span[0] <= other[0] < place.span[1] for place in find_english(english))


def _strangers(original: str, english: str) -> Iterator[Span]:
    """Romanised names that no part of the original is read as."""
    found = list(find_english(english))
    places = [
        place.span
        for place in found
        if PLACES[place.name].city
        and not (PLACES[place.name].region and hinted(original, PLACES[place.name].region, "und"))
    ]
    known = (
        *_bodies(original, english), *(place.span for place in found),
        *western_names.borne_out(original, english),
    )  # fmt: skip
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
                senses = [said for entry in entries for sense in entry.senses for said in sense]
                said = [word for each in senses for word in each.split()]
                capital = [word for word in said if word[0].isupper()] or said
                telling = [word for word in capital if not names.is_common(word)] or capital
                meant = frozenset(word for word in map(plain, telling) if len(word) >= _SHORTEST)
                yield written, (run.start() + start, run.start() + end), meant

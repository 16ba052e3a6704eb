"""The possible readings of a text: one :class:`Lattice` for each system of romanisation.

In comes an original and its language, out come its lattices. What stands in it in Latin letters and digits
is read as it stands; numbers are read as words too, and numerals in Han characters as digits.
"""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import product

from srcxlate.checks.readings.chinese import pinyin_of, read_chinese
from srcxlate.checks.readings.japanese import letters_of, read_japanese, readings_of
from srcxlate.checks.readings.korean import read_korean, spelled, syllables_of
from srcxlate.checks.readings.lattice import POSSIBLE, UNLIKELY, Lattice
from srcxlate.languages import HAN

__all__ = ["SYSTEMS", "lattice_of", "read_foreign"]

SYSTEMS = {
    "ja": ("Hepburn", "Kunrei"),
    "ko": ("Revised Romanisation", "McCune-Reischauer"),
    "zh": ("pinyin", "Wade-Giles"),
}
"""The systems of romanisation of each language, the usual one first."""
_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]+")
_NUMERAL = re.compile("[〇零一二三四五六七八九十百千]+")
_HAN = re.compile(f"[{HAN}]")
_FIGURES = "〇一二三四五六七八九"
_LONGEST_NUMBER = 4
_LONGEST_NAME = 4
_DAYS = {"一": "tsuitachi", "二": "futsuka", "三": "miQka", "四": "yoQka", "五": "itsuka", "六": "muika",
         "七": "nanoka", "八": "yOka", "九": "kokonoka", "十": "tOka", "十四": "jUyoQka", "二十": "hatsuka",
         "二十四": "nijUyoQka"}  # fmt: skip
_LOAN = re.compile("[ァ-ヺー・]{2,}|[가-힣]{2,}")
_SHORTEST_LOAN = 2
_LONGEST_PHRASE = 3
_COMMON = 3.0
"""The frequency from which on a word is English: one in a million (Zipf's scale)."""
_ALIKE = 0.7
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("[AIUEOYJ~^|]", "a"), ("Q", ""), ("N", "n"), ("ck|q|c(?=[aouklrt]|$)", "k"), ("x", "ks"),
        ("c(?=[eiy])|th|sh|[zj]", "s"), ("ts", "t"), ("l", "r"), ("v", "b"), ("ph|f|wh", "h"),
        ("[aiueowy]", ""), (r"(.)\1+", r"\1"),
    )
]  # fmt: skip
_LETTER_NAMES = {
    "ja": {
        "A": "E eY", "B": "bI", "C": "shI", "D": "dI", "E": "I", "F": "efu", "G": "jI", "H": "eichi eQchi",
        "I": "ai", "J": "jE jY", "K": "kE kY", "L": "eru", "M": "emu", "N": "enu", "O": "O", "P": "pI",
        "Q": "kyU", "R": "Aru", "S": "esu", "T": "tI", "U": "yU", "V": "bui vI", "W": "daburyU",
        "X": "eQkusu", "Y": "wai", "Z": "zeQto",
    },
    "ko": {
        "A": "ei", "B": "bi", "C": "ssi", "D": "di", "E": "i", "F": "epeu", "G": "ji", "H": "eichi",
        "I": "ai", "J": "jei", "K": "kei", "L": "el", "M": "em", "N": "en", "O": "o", "P": "pi", "Q": "kyu",
        "R": "al", "S": "eseu", "T": "ti", "U": "yu", "V": "beui", "W": "deobeullyu", "X": "ekseu",
        "Y": "wai", "Z": "jeteu",
    },
}  # fmt: skip
"""Capital letters as they are spoken: EV may be printed Ībui."""
_SIGNS = {
    "%": {"ja": "pAsento", "ko": "peosenteu", "zh": "baifenzhi"},
    "&": {"ja": "ando", "ko": "aendeu", "zh": "he"},
    "+": {"ja": "purasu", "ko": "peulleoseu", "zh": "jia"},
}


def lattice_of(original: str, language: str, system: str) -> Lattice:
    """The readings of an original in one of :data:`SYSTEMS`."""
    text = "".join(_one(character) for character in original)
    lattice = Lattice(text)
    lattice.original = text
    if language == "ja":
        read_japanese(lattice, kunrei=system == "Kunrei")
        _read_names(lattice)
    elif language == "ko":
        read_korean(lattice, mccune=system == "McCune-Reischauer")
    else:
        read_chinese(lattice, wade_giles=system == "Wade-Giles")
    _read_figures(lattice, language)
    for at, character in enumerate(text):
        if character in _SIGNS:
            lattice.read(at, at + 1, _SIGNS[character][language], POSSIBLE)
        if not lattice.arcs[at] or character in _SIGNS:
            lattice.read(at, at + 1, "*" if _HAN.match(character) else "")
    return lattice


def _one(character: str) -> str:
    """A character without its width: one for one, so that places stay."""
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def _read_names(lattice: Lattice) -> None:
    """The names in a Japanese title as Koreans and Chinese read them: Busan for 釜山, Shanghai for 上海."""
    for start, end in lattice.names:
        if end - start > _LONGEST_NAME:
            continue
        name = lattice.original[start:end]
        for language in ("ko", "zh"):
            for letters in product(*(_spoken(character, language) for character in name)):
                lattice.read(start, end, "^" + "".join(letters), UNLIKELY)


def _read_figures(lattice: Lattice, language: str) -> None:
    """What stands in Latin letters, digits and numerals."""
    text = lattice.original
    for match in _LATIN.finditer(text):
        for at in range(*match.span()):
            lattice.read(at, at + 1, text[at].lower(), 0.0, match.span())
            if match[0].isupper() and language in _LETTER_NAMES:
                for name in _LETTER_NAMES[language].get(text[at], "").split():
                    lattice.read(at, at + 1, name, POSSIBLE, match.span())
    for match in _DIGITS.finditer(text):
        for at in range(*match.span()):
            lattice.read(at, at + 1, text[at])
        if len(match.group()) <= _LONGEST_NUMBER:
            one_by_one = "".join(_FIGURES[int(digit)] for digit in match.group())
            for numeral in dict.fromkeys((_in_words(int(match.group())), one_by_one)):
                _read_numeral(lattice, *match.span(), numeral, language)
                if language == "ja":
                    _read_counted(lattice, *match.span(), numeral)
    for match in _NUMERAL.finditer(text):
        value = _value(match.group())
        if language == "ja":
            _read_counted(lattice, *match.span(), match.group())
        if value is not None:
            lattice.read(*match.span(), str(value), POSSIBLE)


def _read_numeral(lattice: Lattice, start: int, end: int, numeral: str, language: str) -> None:
    """A number read as words, Han character by Han character."""
    at = start
    for index, character in enumerate(numeral):
        target = end if index == len(numeral) - 1 else lattice.state()
        for letters in _spoken(character, language):
            lattice.read(at, target, letters, POSSIBLE, (start, end))
        at = target


def _read_counted(lattice: Lattice, start: int, end: int, numeral: str) -> None:
    """A number with its counter where the two make one word: 1人 is hitori, 20日 hatsuka."""
    counter = lattice.original[end : end + 1]
    if counter.isalpha():
        spoken = {letters_of(kana) for kana, _ in readings_of(numeral + counter)}
        if counter == "日" and numeral in _DAYS:
            spoken.add(_DAYS[numeral])
        for letters in sorted(spoken):
            lattice.read(start, end + 1, letters, POSSIBLE)


@cache
def _spoken(character: str, language: str) -> tuple[str, ...]:
    if language == "ja":
        return tuple(dict.fromkeys(letters_of(kana) for kana, _ in readings_of(character)))
    if language == "zh":
        return pinyin_of(character)
    syllables = syllables_of("零" if character == "〇" else character)
    return tuple(dict.fromkeys(letters for syllable in syllables for letters in spelled(syllable)))


def _in_words(value: int) -> str:
    """A number below 10,000 in Han characters, as it is read: 35 is 三十五."""
    if value == 0:
        return "〇"
    words = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // unit % 10
        if figure:
            words += ("" if figure == 1 and sign else _FIGURES[figure]) + sign
    return words


def _value(numeral: str) -> int | None:
    """The number that Han numerals below 10,000 write; None if they write none."""
    numeral = numeral.replace("零", "〇")
    if all(sign in _FIGURES for sign in numeral):
        return int("".join(str(_FIGURES.index(sign)) for sign in numeral))
    total = figure = 0
    for sign in numeral:
        if sign in _FIGURES:
            figure = _FIGURES.index(sign)
        else:
            total += (figure or 1) * {"十": 10, "百": 100, "千": 1000}[sign]
            figure = 0
    return total + figure


def read_foreign(lattice: Lattice, printed: Sequence[str]) -> bool:
    """Adds the English words among printed ones as readings of the loan words that sound like them.

    サプライチェーン may be printed as supply chain, 크루즈 as cruise. Gives whether there are any.
    """
    english = [word if _is_english(word) else "" for word in printed]
    phrases = [
        english[start:end]
        for start in range(len(english))
        for end in range(start + 1, min(start + _LONGEST_PHRASE, len(english)) + 1)
        if all(english[start:end])
    ]
    added = False
    for match in _LOAN.finditer(lattice.original) if phrases else ():
        start, end = match.span()
        while end - start >= _SHORTEST_LOAN:
            sound = _sound(lattice.likely(start, end) or "")
            for letters in ("".join(phrase).lower() for phrase in phrases):
                if SequenceMatcher(None, sound, _sound(letters)).ratio() >= _ALIKE:
                    lattice.read(start, end, letters, UNLIKELY)
                    added = True
            end -= 1
    return added


def _is_english(word: str) -> bool:
    from wordfreq import zipf_frequency

    return word.isascii() and word.isalpha() and len(word) >= 3 and zipf_frequency(word, "en") >= _COMMON


def _sound(letters: str) -> str:
    """The consonants of a word, those as one that Japanese and Korean do not tell apart."""
    for pattern, sound in _SOUNDS:
        letters = pattern.sub(sound, letters)
    return letters

"""Whether a sentence's script can be read as a name that its English has.

In come a name's words and an original, out comes whether it is read so, or cannot be. Hangul and kana are
sounded out; of Han characters only the Chinese (pinyin, Wade-Giles) and Korean readings are known for sure,
so that only a name that looks Chinese is ever held to be another's.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from srcxlate.checks import names
from srcxlate.checks.quotation import japanese_names
from srcxlate.checks.readings.korean import spelled, syllables_of
from srcxlate.checks.surnames import hangul_of
from srcxlate.languages import HAN

_HAN_RUN = re.compile(f"[{HAN}]+")
_READ = 4
"""Letters of a word from which finding them in the readings proves something."""
_KANA = re.compile("[ァ-ヺー]{2,}")
_CONSONANTS = re.compile(r"[bcdfgjklmnpqrstvxz]+")
_TOLD = 3
"""Consonants of a name from which its sound tells it from others."""
_HEPBURN = re.compile(
    r"(?:(?:[ksthmrgzbpj]|[kgnhmrbp]y|sh|ch|ts|cch|ssh|tch|kk|ss|tt|pp|f|n|d|w|y)?[aeiou]|n(?![aeiouy]))+"
)
_PERSON = (2, 3)
"""Syllables of a Chinese person's name."""


def is_read(word: str, readings: str) -> bool:
    """Whether an original's readings have a word: 短観 is read tankan, 刘欣 Liú Xīn."""
    wanted = _letters(word)
    return len(wanted) >= _READ and wanted in _letters(readings)


def cannot_be(words: Sequence[str], original: str, language: str) -> bool:
    """Whether a romanised name surely stands nowhere in an original."""
    if not words or not all(names.romanised(word) for word in words):
        return False
    runs = _HAN_RUN.findall(original)
    if language == "ko" and not runs:
        return len(words) > 1 and _cannot_sound(words, original)
    if _is_japanese(words):
        return language == "ja" and _cannot_be_japanese(words, original)
    return _is_chinese(words) and not any(_reads(run, letters) for run in runs for letters in _orders(words))


_SHORTEST = 4
"""Letters of a Japanese name from which it is held to be one."""


def _is_japanese(words: Sequence[str]) -> bool:
    return all(_HEPBURN.fullmatch(_letters(word)) for word in words)


def _cannot_be_japanese(words: Sequence[str], original: str) -> bool:
    """Whether no characters are read as any word of a name, and no kana sound like one."""
    told = [word for word in words if len(_letters(word)) >= _SHORTEST and not names.is_common(word)]
    runs = japanese_names.RUN.findall(original)
    kana = _KANA.findall(original)
    return bool(told) and not any(
        japanese_names.reads(run, _letters(word)) or _reads(run, _letters(word))
        for word in words for run in runs
    ) and not any(names.may_sound(word, one) for word in told for one in kana)  # fmt: skip


def _cannot_sound(words: Sequence[str], original: str) -> bool:
    if any(family and family in original for family in map(hangul_of, words)):
        return False
    closed = re.sub(r"\W", "", original)
    return all(
        len(_CONSONANTS.findall(letters)) >= _TOLD and not names.sounds(letters, closed)
        for letters in _orders(words)
    )


def _orders(words: Sequence[str]) -> set[str]:
    """A name's letters with the family name first and last."""
    return {_letters("".join((*words[at:], *words[:at]))) for at in range(len(words))}


@lru_cache(maxsize=4_000)
def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if one.isascii() and one.isalpha())


def _is_chinese(words: Sequence[str]) -> bool:
    """Whether a name is a person's in pinyin, and neither Japanese nor anything else."""
    parsed = [_syllables(_letters(word)) for word in words]
    return (
        all(parsed)
        and (1 in parsed or len(parsed) == 1)
        and _PERSON[0] <= sum(parsed) <= _PERSON[1]
        and not _is_japanese(words)
    )


@lru_cache(maxsize=4_000)
def _syllables(letters: str) -> int:
    """How many syllables of pinyin letters are; 0 if they are none."""
    known = _pinyin_syllables()
    best = [0] + [0] * len(letters)
    for end in range(1, len(letters) + 1):
        ways = [
            best[start] + 1
            for start in range(max(0, end - 6), end)
            if letters[start:end] in known and (start == 0 or best[start])
        ]
        best[end] = min(ways, default=0)
    return best[-1]


@cache
def _pinyin_syllables() -> frozenset[str]:
    """The syllables of pinyin and of Wade-Giles, its apostrophes left out."""
    from pypinyin import Style
    from pypinyin.pinyin_dict import pinyin_dict
    from pypinyin.style import convert

    pinyin = {one for spoken in set(pinyin_dict.values()) for one in spoken.split(",")}
    wade_giles = {convert(one, Style.WADEGILES, strict=True) for one in pinyin}
    return frozenset(map(_letters, pinyin | wade_giles)) - {""}


def _reads(run: str, letters: str) -> bool:
    """Whether characters in a row can be read as letters, in Chinese or Korean."""
    for start in range(len(run)):
        ends = {0}
        for character in run[start : start + 4]:
            readings = _readings(character)
            if not readings:
                return True  # nobody knows
            ends = {
                end + len(one) for end in ends for one in readings if letters.startswith(one, end)
            }  # fmt: skip
            if len(letters) in ends:
                return True
    return False


@lru_cache(maxsize=1 << 14)
def _readings(character: str) -> frozenset[str]:
    from pypinyin import Style, pinyin
    from pypinyin.style import convert

    spoken = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    chinese = spoken[0] if spoken else []
    taiwanese = (convert(one, Style.WADEGILES, strict=True) for one in chinese)
    korean = (letters for syllable in syllables_of(character) for letters in spelled(syllable))
    return frozenset(map(_letters, (*chinese, *taiwanese, *korean)))

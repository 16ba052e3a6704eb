"""Whether a person's name in script can be read as the one in Latin letters beside it: 沈国强, Shen Guoqiang.

In come the script and the words of the Latin form, out comes whether it is read so; None where that cannot be
told. Pinyin is strict, Korean names are spelled in many ways, Taiwanese ones in several systems, and Japanese
names have every reading that a dictionary allows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from srcxlate.checks import names
from srcxlate.checks.names_checked.name_dictionary import named
from srcxlate.checks.quotation import japanese_names
from srcxlate.checks.readings.chinese import pinyin_of
from srcxlate.checks.readings.japanese import letters_of
from srcxlate.checks.readings.korean import syllables_of
from srcxlate.checks.surnames import SPELLINGS, hangul_of
from srcxlate.languages import HAN, HANGUL, KANA
from srcxlate.words.cedict import entries
from srcxlate.words.pieces import katakana

_HANGUL = re.compile(f"[{HANGUL}]+")
_SYLLABLES = re.compile("[가-힣]+")
_HAN = re.compile(f"[{HAN}]+")
_KANA = re.compile(f"[{KANA}]")
_KANA_ONLY = re.compile(f"[{KANA}]+")
_LONGEST = {"ko": 4, "zh": 4, "ja": 7}
"""Characters of the longest name of a person."""


def may_be_read(script: str, latin: str, language: str | None) -> bool | None:
    """Whether a person's name in script is read as a Latin one, in either order of its words.

    :param language: the language of the work beside it; a name in Han characters may be of another.
    """
    words = [one for word in re.split(r"[\s·・]+", latin) if (one := plain(word))]
    script = unicodedata.normalize("NFC", script)
    closed = re.sub(r"[\s·・]", "", script)
    if len(words) < 2:
        return None
    if _SYLLABLES.fullmatch(closed):
        return _korean(closed, words) if closed == script and len(closed) <= _LONGEST["ko"] else None
    if _KANA.search(closed) or language == "ja":
        return _japanese(closed, words) if len(closed) <= _LONGEST["ja"] else None
    if not _HAN.fullmatch(closed) or len(closed) > _LONGEST["zh"]:
        return None
    if language not in ("zh", "ko") and all(map(_HEPBURN.fullmatch, words)):
        return None
    return _chinese(closed, words, latin)


@lru_cache(maxsize=4_000)
def plain(text: str) -> str:
    """A name's letters in lower case, without accents, hyphens and apostrophes."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in folded if one.isascii() and one.isalpha())


def _turned(words: Sequence[str]) -> Iterator[list[str]]:
    """The words with the family name first and last."""
    yield list(words)
    yield [words[-1], *words[:-1]]
    if len(words) > 2:
        yield [*words[1:], words[0]]


# -- Korean ------------------------------------------------------------------------------------------

_INITIALS = (
    "k|g", "kk|k|g", "n|l|r", "d|t", "tt|d|t", "r|l|n|", "m", "b|p|v", "pp|b|p", "s|sh", "ss|s", "|y|r|l|n",
    "j|ch|z|c", "jj|j|ch", "ch|j|c", "k|kh", "t|th", "p|ph", "h|",
)
_VOWELS = (
    "a|ah|u", "ae|ai|e|ay|eh", "ya|ia|a", "yae|yai|ye", "eo|u|o|e|uh|au|er|ou", "e|eh|ae",
    "yeo|yu|you|yo|eo|yuh|yeu|u", "ye|yeh|e|ae|yae|ie", "o|oh", "wa|hwa|oa", "wae|uae|wai", "oe|oi|wei|we|oy",
    "yo|yoh|o", "u|oo|ou|woo|wu|uh|yu", "wo|weo|won|uo|woo|wu", "we|wei", "wi|ui|wee|wy|uy",
    "yu|yoo|you|u|ryu|yuh|ew", "eu|u|e|i|oo|uh", "ui|eui|i|ee|yi|uee|eu", "i|ee|yi|y|ie|ih|e|ea",
)  # fmt: skip
_FINALS = {
    **dict.fromkeys("ㄱㄲㄳㅋㄺ", "k|g|c|ck|gh|ng"), **dict.fromkeys("ㄴㄵㄶ", "n|l|ll"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "t|d|s|n|th|h|"), **dict.fromkeys("ㄹㄼㄽㄾㅀ", "l|r|n|ll|rl"),
    **dict.fromkeys("ㅁㄻ", "m"), **dict.fromkeys("ㅂㅄㄿㅍ", "p|b|m|f|bb"), "ㅇ": "ng|g",
}  # fmt: skip
_FINAL_SIGNS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
"""How people write the sounds of their names, each as a pattern; loose on purpose."""


def _korean(script: str, words: Sequence[str]) -> bool | None:
    for row in _turned(words):
        if re.fullmatch(_pattern(script), "".join(row)):
            return True
    family = [word for word in (words[0], words[-1]) if re.fullmatch(_family(script[0]), word)]
    given = [word for word in words if word not in family]
    if family and len(script) > 2 and any(re.fullmatch(_pattern(script[1:]), word) for word in given):
        return True  # a middle name or an initial besides
    if family and (len(script) < 3 or not all(map(_looks_korean, given))):
        return None  # an English given name, as many have
    if not family and not (hangul_of(words[0]) or hangul_of(words[-1]) or all(map(_looks_korean, words))):
        return None
    return False


@lru_cache(maxsize=4_000)
def _pattern(syllables: str) -> str:
    return _family(syllables[0]) + "".join(map(_syllable, syllables[1:]))


@cache
def _family(syllable: str) -> str:
    """The first syllable, in the spellings that custom gives a family name too."""
    custom = SPELLINGS.get(syllable, "").split()
    return f"(?:{'|'.join([_syllable(syllable), *custom])})"


@cache
def _syllable(syllable: str) -> str:
    """A hangul syllable in any spelling, as a pattern; a letter that is no whole one reads as nothing."""
    code = ord(syllable) - 0xAC00
    if not 0 <= code < len(_INITIALS) * 588:
        return "(?!)"
    final = _FINAL_SIGNS[code % 28]
    closed = f"(?:{_FINALS[final]})" if final else "(?:h|)"
    return f"(?:(?:{_INITIALS[code // 588]})(?:{_VOWELS[code // 28 % 21]}){closed})"


_KOREAN_WORD = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|sh|[gknrldtmbpsjh])?"
    r"(?:yeo|yae|wae|eo|eu|ae|ya|ye|yo|yu|wa|wo|we|wi|ui|oe|oo|ee|[aeiou])(?:ng|[kngtlmph](?![aeiouyw]))?){1,3}"
)


def _looks_korean(word: str) -> bool:
    """Whether a given name is a Korean one by its syllables, and no common word or name of English."""
    return _KOREAN_WORD.fullmatch(word) is not None and not names.is_common(word)


# -- Chinese -----------------------------------------------------------------------------------------

_FOLDED = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"shy|sy|hs|sh|x|s", "s"), (r"tch|jh|zh|ch|ts|tz|dz|[jqcz]", "z"), (r"b", "p"), (r"d", "t"),
        (r"ng(?![aeiou])", "N"), (r"g", "k"),
        (r"oo", "u"), (r"yueh|yue|ueh|ue", "ye"), (r"ien|ian|yan|yen", "yen"), (r"uei|wei|ui", "wi"),
        (r"iou|iu|yu|you", "yu"), (r"ung|oN|uN", "uN"), (r"uo|o", "o"), (r"eh|er|e|o", "o"),
        (r"ih|i|u|w|y|v", "i"),
        (r"h\Z", ""), (r"r", "z"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""What the systems of Taiwan write in different ways, as one."""


def _chinese(script: str, words: Sequence[str], latin: str) -> bool | None:
    if not all(map(pinyin_of, script)):
        return None
    syllables = _syllables_of(script)
    if any(_spelled(syllables, "".join(row)) for row in _turned(words)):
        return True
    pieces = [plain(one) for one in re.split(r"[\s·・\-‐–]+", latin) if plain(one)]
    if len(pieces) == len(script):
        spoken = [{_fold(one) for sound in each for one in _systems(sound)} for each in syllables]
        rows = ([_fold(one) for one in row] for row in _turned(pieces))
        if any(all(one in each for one, each in zip(row, spoken, strict=True)) for row in rows):
            return True
    if _korean_or_japanese(script, words):
        return True
    return False if all(_is_chinese(word) for word in words) else None


def _korean_or_japanese(script: str, words: Sequence[str]) -> bool:
    """Whether characters are a Korean's name or a Japanese one."""
    korean = [syllables_of(sign) for sign in script]
    if all(korean) and any(_korean("".join(one), words) for one in _products(korean)):
        return True
    return all(map(japanese_names.is_known, script)) and _japanese(script, words) is True


def _products(parts: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    from itertools import islice, product

    return islice(product(*parts), 400)


def _spelled(readings: Sequence[set[str]], letters: str) -> bool:
    """Whether letters are one reading of each character in a row."""
    ends = {0}
    for each in readings:
        ends = {end + len(one) for end in ends for one in each if letters.startswith(one, end)}
    return len(letters) in ends


def _syllables_of(script: str) -> list[set[str]]:
    """The syllables of each character in pinyin, of the first as a family name has it."""
    families = [
        {plain(syllable) for syllable in entry.syllables}
        for entry in entries(script[0])
        if entry.surname
    ]
    first = set().union(*families) or set(map(plain, pinyin_of(script[0])))
    first |= {plain(one) for one in ("lu", "lyu", "lv", "lue") if "lu" in first or "lv" in first}
    return [first, *({plain(one) for one in pinyin_of(sign)} for sign in script[1:])]


@lru_cache(maxsize=4_000)
def _systems(pinyin: str) -> frozenset[str]:
    """A syllable of pinyin in Wade-Giles as well, its apostrophes left out."""
    from pypinyin import Style
    from pypinyin.style import convert

    return frozenset({plain(pinyin), plain(convert(pinyin, Style.WADEGILES, strict=True))}) - {""}


@lru_cache(maxsize=1 << 14)
def _fold(letters: str) -> str:
    for pattern, folded in _FOLDED:
        letters = pattern.sub(folded, letters)
    return letters


@cache
def _syllables() -> frozenset[str]:
    from pypinyin.pinyin_dict import pinyin_dict

    pinyin = {one for spoken in set(pinyin_dict.values()) for one in spoken.split(",")}
    return frozenset(each for one in pinyin for each in _systems(plain(one)))


@lru_cache(maxsize=4_000)
def _is_chinese(word: str) -> bool:
    """Whether a word is made of one to three syllables of pinyin or Wade-Giles."""
    ends = {0}
    for _ in range(3):
        ends |= {
            end
            for start in ends
            for end in range(start + 1, len(word) + 1)
            if word[start:end] in _syllables()
        }
    return len(word) in ends


# -- Japanese ----------------------------------------------------------------------------------------

_HEPBURN = re.compile(
    r"(?:(?:[ksthmrgzbpj]|[kgnhmrbp]y|sh|ch|ts|cch|ssh|tch|kk|ss|tt|pp|f|n|d|w|y)?[aeiou]h?|n(?![aeiouy])|m(?=[bp]))+"
)
_WIDE = {"A": "a", "J": "i", "I": "i", "U": "u", "E": "e", "Y": "ei", "O": "o", "Q": "", "N": "n"}


def _japanese(script: str, words: Sequence[str]) -> bool | None:
    if len(words) != 2 or not all(map(_HEPBURN.fullmatch, words)) or len(script) < 2:
        return None
    mixed = _KANA.search(script) is not None
    for family, given in _turned(words):
        for cut in range(1, len(script)):
            if _read(script[:cut], family) and _read(script[cut:], given):
                return True
    return not mixed and len(script) < _LONGEST["ja"] - 2 and _as_neighbour(script, words)


def _as_neighbour(script: str, words: Sequence[str]) -> bool:
    """Whether a Japanese work is by a Chinese or a Korean."""
    if any(_spelled(_syllables_of(script), "".join(row)) for row in _turned(words)):
        return True
    korean = [syllables_of(sign) for sign in script]
    return all(korean) and any(_korean("".join(one), words) for one in _products(korean))


@lru_cache(maxsize=1 << 14)
def _read(written: str, word: str) -> bool:
    """Whether part of a name is read as a word; a reading that nobody knows is taken for granted."""
    wanted = japanese_names.folded(word)
    if _KANA_ONLY.fullmatch(written):
        return wanted == _latin(written)
    if any(wanted == _latin(kana) for one in named(written) for kana in one.kana):
        return True
    if _KANA.search(written):
        return any(
            wanted.startswith(_latin(run)) or _latin(run) in wanted for run in _KANA_ONLY.findall(written)
        )
    return japanese_names.reads(written, word) or not all(map(japanese_names.is_known, written))


@lru_cache(maxsize=1 << 14)
def _latin(kana: str) -> str:
    return japanese_names.folded("".join(_WIDE.get(one, one) for one in letters_of(katakana(kana))))


# -- anywhere in a text ------------------------------------------------------------------------------

_RUNS = re.compile(f"[{HANGUL}]+|[{HAN}{KANA}]+")
_WIDEST = 5
"""Characters of the longest part of a text that is read as one word."""


@lru_cache(maxsize=1 << 14)
def stands(word: str, original: str) -> bool:
    """Whether some characters of an original may be read as a word of Latin letters, in whatever language."""
    letters = plain(word)
    for run in _RUNS.findall(original):
        hangul = _HANGUL.match(run) is not None
        for start in range(len(run)):
            for end in range(start + 1, min(len(run), start + _WIDEST) + 1):
                part = run[start:end]
                if (_sounds_korean(part, letters) if hangul else _sounds_otherwise(part, letters)):
                    return True
        if _KANA.search(run) and names.sounds(word, run):
            return True
    return False


def _sounds_korean(part: str, letters: str) -> bool:
    return re.fullmatch(_pattern(part), letters) is not None


@lru_cache(maxsize=1 << 14)
def _as_japanese(sign: str) -> str:
    """A character that Japanese has not, as it writes it: 泽 as 沢."""
    return sign if japanese_names.is_known(sign) else _to_japanese()(sign)


@cache
def _to_japanese() -> Callable[[str], str]:
    """From the simplified characters of Chinese to those of Japanese."""
    import opencc

    traditional, japanese = opencc.OpenCC("s2t").convert, opencc.OpenCC("t2jp").convert
    return lambda sign: japanese(traditional(sign))


def _sounds_otherwise(part: str, letters: str) -> bool:
    """Whether characters are read so in Japanese, Chinese or Korean."""
    if not _HAN.fullmatch(part) and not _KANA_ONLY.fullmatch(part):
        wanted = japanese_names.folded(letters)
        return any(wanted == _latin(kana) for one in named(part) for kana in one.kana)
    if _KANA_ONLY.fullmatch(part) or _HEPBURN.fullmatch(letters):
        written = "".join(map(_as_japanese, part))
        known = all(map(japanese_names.is_known, written)) or not all(map(pinyin_of, part))
        if known and _read(written, letters):
            return True
    if not _HAN.fullmatch(part):
        return False
    spoken = [[one for one in map(plain, pinyin_of(sign)) if one] for sign in part]
    if all(spoken) and len(part) < 4:
        chinese = {one for row in _products(spoken) for one in ("".join(row), _fold("".join(row)))}
        if letters in chinese or _fold(letters) in chinese:
            return True
    korean = [syllables_of(sign) for sign in part]
    if len(part) >= _LONGEST["ko"] or not all(korean):
        return False
    return any(_sounds_korean("".join(one), letters) for one in _products(korean))

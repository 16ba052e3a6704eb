"""Numerals of Japanese, Korean, Chinese and English text, as exact values.

In comes the wording of one numeral (``3,500億``, ``三千五百``, ``3조 5천억``, ``열두``, ``two
hundred``), out come
the least and the greatest value that it can have: the same for ``35``, 20 and 100 for 数十, tens of.

No library reads them all. cn2an knows no 兆, no mixed ``1兆2千億`` and no thousands separator; kanjize
knows no
separator, no 萬, 亿 or 两, and refuses ``12億3千万``; text2num reads English words alone. Each would
need more
code round it than the grammar here has.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

Span = tuple[Fraction, Fraction]
"""The least and the greatest value."""

LONGEST = 40
"""Signs of a numeral; a longer run of them is a code or a table."""

_FIGURES = "〇一二三四五六七八九"
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
_MAGNITUDES = _SMALL | _LARGE
_SCORES = {"廿": 20, "卅": 30}

_FOLDED = str.maketrans(
    "０１２３４５６７８９％．，～〜∼–—＄￥’‘萬亿仟佰零○數几幾",
    "0123456789%.,~~~~~$¥''万億千百〇〇数数数",
)
_FORMAL = dict(zip("壱壹弐贰貳参叁參肆伍陆陸柒漆捌玖拾", "一一二二二三三三四五六六七七八九十", strict=True))
_FORMAL_RUN = re.compile(
    "(?<![大队隊])[壱壹弐贰貳参叁參肆伍陆陸柒漆捌玖](?=[拾佰仟百千万萬億亿兆])|(?<=[壱弐参壹贰叁貳參肆伍陆陸柒捌玖])拾"
)
_TWO = re.compile("[两兩]")

ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})++(?![0-9])|[0-9]++)(?:\.[0-9]++)?"
"""Figures with thousands separators and a decimal point; a comma elsewhere ends the numeral."""
_TOKEN = re.compile(rf"{ARABIC}|[{_FIGURES}]+(?:[・点點.][{_FIGURES}]+)?|.")
_HAN = (
    rf"(?:{ARABIC}(?:・\d+(?=[%億万兆倍割]))?|[{_FIGURES}](?!半期)(?:[・点點](?=[{_FIGURES}]))?|[十百廿卅]|千(?![伏瓦])"
    rf"|[万億兆]|(?<=[\d十百千{_FIGURES}])京(?!都)|(?<=十)数)"
)
_SOME = "(?<![人件多少複总総總指回倍整半点個个函係変次口額额基])数(?!{no})"
_HANGUL_MAGNITUDES = dict(zip("십백천만억조", "十百千万億兆", strict=True))
_HANGUL_FIGURES = dict(zip("일이삼사오육륙칠팔구", "一二三四五六六七八九", strict=True))
_HANGUL = str.maketrans(_HANGUL_MAGNITUDES | _HANGUL_FIGURES | {"수": "数", " ": ""})
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60,
"일흔": 70, "여든": 80, "아흔": 90}  # fmt: skip
_NATIVEONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE = rf"(?:(?:{'|'.join(_NATIVE_TENS)})(?:{'|'.join(_NATIVEONES)})?|{'|'.join(_NATIVEONES)})"
_KOREAN_PART = rf"{ARABIC}[십백천]*"

PATTERNS = MappingProxyType({
    language: re.compile(pattern)
    for language, pattern in {
        "ja": rf"(?:{_SOME.format(no='字')})?{_HAN}++|{_SOME.format(no='字')}",
        "zh": rf"(?:{_SOME.format(no='字')})?{_HAN}++|{_SOME.format(no='字')}",
        "ko": rf"{_KOREAN_PART}[만억조](?:\s?{_KOREAN_PART}[만억조])*+(?:\s?{_KOREAN_PART}(?![\d.]))?+"
        rf"|{_KOREAN_PART}|(?<![가-힣])[수일이삼사오육륙칠팔구십백천만억조]++|(?<![가-힣]){_NATIVE}",
    }.items()
})  # fmt: skip
"""What may be a numeral in a folded text: the longest run of its signs. Linear in the text's length."""


def numerals(text: str, language: str) -> Iterator[tuple[int, int, Span]]:
    """All that may be a numeral in a text, with its offsets: it may be part of a word or of a name."""
    for match in PATTERNS[language].finditer(fold(text, language)) if language in PATTERNS else ():
        values = read(match[0].strip(), language)
        if values is not None:
            yield *match.span(), values


def fold(text: str, language: str) -> str:
    """The text with full-width, formal (壱, 贰) and traditional numerals in one form; no offset changes."""
    text = _FORMAL_RUN.sub(lambda match: _FORMAL[match[0]], text).translate(_FOLDED)
    return _TWO.sub("二", text) if language == "zh" else text


@lru_cache(maxsize=4096)
def read(numeral: str, language: str) -> Span | None:
    """The values of a numeral that :data:`PATTERNS` found; None where its signs make none (十十, 万千)."""
    if len(numeral) > LONGEST:
        return None
    if language == "ko":
        native = re.fullmatch(rf"({'|'.join(_NATIVE_TENS)})?({'|'.join(_NATIVEONES)})?", numeral)
        if native:
            exact = Fraction(_NATIVE_TENS.get(native[1], 0) + _NATIVEONES.get(native[2], 0))
            return exact, exact
        numeral = re.sub(r"\s", "", numeral).translate(_HANGUL)
    if numeral.startswith("数"):
        unit = value(numeral[1:]) if numeral[1:] else Fraction(1)
        bare = not re.search(rf"[\d{_FIGURES}]", numeral)
        return (2 * unit, 10 * unit) if unit and bare else None
    if numeral.endswith("十数"):
        tens = value(numeral[:-1])
        return (tens + 1, tens + 9) if tens else None
    near = re.fullmatch(rf"([{_FIGURES}])([{_FIGURES}])([十百千万億兆]*)", numeral)
    if near and language == "zh" and _FIGURES.index(near[2]) == _FIGURES.index(near[1]) + 1 > 1:
        low, high = value(near[1] + near[3]), value(near[2] + near[3])
        return (low, high) if low is not None and high is not None else None
    exactly = value(numeral, shorthand=language == "zh")
    return None if exactly is None else (exactly, exactly)


def value(numeral: str, *, shorthand: bool = False) -> Fraction | None:
    """The value of figures and Han numerals in their folded form; None if they make no number.

    :param shorthand: whether a last figure may leave out its magnitude, as Chinese has it: 三万五 is 35,000.
    """
    total, section, current = Fraction(0), Fraction(0), None
    last_small, last_large, before, written = 10**4, 10**20, "", ""
    for written in _TOKEN.findall(numeral):
        if written in _SMALL:
            unit = _SMALL[written]
            if unit >= last_small or (current is not None and current >= 10 and before[-1:] in _FIGURES):
                return None
            section += (1 if current is None else current) * unit
            current, last_small = None, unit
        elif written in _LARGE:
            unit = _LARGE[written]
            amount = section + (current or 0)
            if before in _LARGE and unit > last_large:  # 3万亿: ten thousand times a hundred million
                total *= unit
            elif unit >= last_large or (before in _LARGE) or (before and current is None and not section):
                return None
            else:
                total += (amount if before else 1) * unit
            section, current, last_small, last_large = Fraction(0), None, 10**4, unit
        elif written in _SCORES:
            if current is not None or last_small <= 10:
                return None
            section, last_small = section + _SCORES[written], 10
        else:
            current = _figures(written) if current is None else None
            if current is None:
                return None
            if shorthand and len(written) == 1 and written in _FIGURES and before in _MAGNITUDES:
                magnitude = _MAGNITUDES[before]
                if magnitude > 10 and numeral.endswith(written) and numeral.count(written) == 1:
                    current = current * magnitude / 10
        before = written
    if current is not None and ((section and current >= last_small) or (total and current >= last_large)):
        return None
    return total + section + (current or 0) if written else None


def _figures(written: str) -> Fraction | None:
    """Of figures alone, Arabic or Han (二〇二四, 三・五); None for any other sign."""
    digits = "".join(
        str(_FIGURES.index(sign)) if sign in _FIGURES else sign for sign in written.replace(",", "")
    )
    digits = re.sub("[・点點]", ".", digits)
    return Fraction(digits) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits) else None


ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SPELLED = MappingProxyType(
    {word: number for number, word in enumerate(ONES)} | {word: 10 * ten for ten, word in enumerate(TENS, 2)}
)
_HUNDREDS = MappingProxyType({"hundred": 100, "thousand": 10**3})
MAGNITUDES = MappingProxyType({
    "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "m": 10**6,
    "billion": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "tn": 10**12, "trn": 10**12,
})  # fmt: skip
_ODD = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth", 12: "twelfth"}
ORDINALS = MappingProxyType(
    {_ODD.get(number) or re.sub("y$", "ie", word) + "th": number for word, number in SPELLED.items()}
)

_WORD = "|".join(sorted(SPELLED, key=len, reverse=True))
ENGLISH = rf"(?:{_WORD})\b(?:(?:[ -]and)?[ -](?:{_WORD}|hundred|thousand)\b)*+"
"""English number words up to the thousands."""


def read_english(words: str) -> Fraction | None:
    """The value of number words (``one hundred and five``) or figures with a magnitude (``2.3 trillion``).

    None where the words make no number: ``five six``.
    """
    total, section, last = Fraction(0), Fraction(0), 10**3
    for word in re.findall(rf"{ARABIC}|[a-z]+", words.casefold()):
        if word[0].isdigit():
            section, last = Fraction(word.replace(",", "")), 0
        elif word in SPELLED:
            number = SPELLED[word]
            if number >= last or (0 < section % 100 < 20):
                return None
            section, last = section + number, 10 if number >= 20 else 1
        elif word == "hundred":
            if section >= 100:
                return None
            section, last = max(section, Fraction(1)) * 100, 100
        elif word in MAGNITUDES:
            total, section, last = total + max(section, Fraction(1)) * MAGNITUDES[word], Fraction(0), 10**3
        elif word not in {"and", "a"}:
            return None
    return total + section

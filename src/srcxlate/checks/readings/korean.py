"""The readings of a Korean original in Latin letters.

In comes a title, out comes its :class:`Lattice`: hangul and hanja in the Revised Romanisation (2000) or in
McCune-Reischauer (1939), with the sound changes of the standard pronunciation; without them where the
printed form divides the word. Both systems are read without their breves and apostrophes.
"""

from functools import cache

from srcxlate.checks.readings.lattice import LIKELY, POSSIBLE, UNLIKELY, Lattice
from srcxlate.checks.surnames import SPELLINGS

_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
    "eu", "ui", "i",
)  # fmt: skip
_VOWELS_MR = (
    "a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
    "u", "ui", "i",
)  # fmt: skip
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_RR = {
    "ㄱ": "g", "ㄲ": "kk", "ㄴ": "n", "ㄷ": "d", "ㄸ": "tt", "ㄹ": "r", "ㅁ": "m", "ㅂ": "b", "ㅃ": "pp",
    "ㅅ": "s", "ㅆ": "ss", "ㅇ": "", "ㅈ": "j", "ㅉ": "jj", "ㅊ": "ch", "ㅋ": "k",
    "ㅌ": "t", "ㅍ": "p", "ㅎ": "h",
}  # fmt: skip
_MR = _RR | {"ㄱ": "k", "ㄷ": "t", "ㅂ": "p", "ㅈ": "ch", "ㅉ": "tch"}
_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
_CLOSED = {
    "": "", **dict.fromkeys("ㄱㄲㄳㅋ", "k"), **dict.fromkeys("ㄴㄵㄶ", "n"),
    **dict.fromkeys("ㄷㅅㅆㅈㅊㅌㅎ", "t"), **dict.fromkeys("ㄹㄽㄾㅀ", "l"), **dict.fromkeys("ㅁㄻ", "m"),
    **dict.fromkeys("ㅂㅄㄿㅍ", "p"), "ㅇ": "ng", "ㄺ": "kl", "ㄼ": "pl",
}  # fmt: skip
"""How each final sounds before a consonant or at the end; two letters where words differ (닭, 읽고)."""
_CARRIED = {
    "ㄳ": ("k", "ㅅ"), "ㄵ": ("n", "ㅈ"), "ㄺ": ("l", "ㄱ"), "ㄻ": ("l", "ㅁ"), "ㄼ": ("l", "ㅂ"),
    "ㄽ": ("l", "ㅅ"), "ㄾ": ("l", "ㅌ"), "ㄿ": ("l", "ㅍ"), "ㅄ": ("p", "ㅅ"),
}  # fmt: skip
"""Finals of two letters, the second of which is carried over to a vowel."""
_NASAL = {"k": "ng", "t": "n", "p": "m"}
_ASPIRATED = {"ㄱ": "k", "ㄷ": "t", "ㅈ": "ch"}
_FRONT = {i for i, vowel in enumerate(_VOWELS) if vowel[0] in "iy"}
_CUSTOMARY = {
    **SPELLINGS,
    "부산": "pusan",
    "삼성": "samsung",
    "서울": "seoul",
    "제주": "cheju",
    "조선": "chosun chosen",
    "평양": "pyongyang",
    "한겨레": "hankyoreh",
    "현대": "hyundai",
}
"""Names in the spelling that custom has given them."""

_LONGEST_NAME = 3
_A_NAME = 0.9
"""What a given name in a spelling of its own costs: less than one wrong letter."""


def read_korean(lattice: Lattice, *, mccune: bool = False) -> None:
    """Adds the readings of a title's hangul and hanja."""
    choices = [syllables_of(character) for character in lattice.original]
    vowels = {(at, one): lattice.state() for at, syllables in enumerate(choices) for one in syllables}
    for (at, one), here in vowels.items():
        initial, vowel, final = _parts(one)
        opening = _opening(initial, vowel, mccune=mccune)
        lattice.read(at, here, opening, _cost(choices[at], one), (at, at + 1))
        following = _next_syllables(choices, at)
        # across a space McCune-Reischauer writes each word as it begins; within one the sound comes first
        if following is not None and not (mccune and following > at + 1):
            for other in choices[following]:
                cost = _cost(choices[following], other)
                for letters in _joints(final, other, mccune=mccune):
                    lattice.read(here, vowels[following, other], letters, cost, (following, following + 1))
        for closed in _endings(final):
            lattice.read(here, at + 1, closed + ("|" if following == at + 1 else ""), 0.0, (at, at + 1))
    for name, spellings in _CUSTOMARY.items():
        at = lattice.original.find(name)
        while at >= 0:
            for spelling in spellings.split():
                lattice.read(at, at + len(name), "^" + spelling, UNLIKELY)
            at = lattice.original.find(name, at + 1)
    _find_words(lattice)
    for start, end in lattice.words:
        if end - start >= _LONGEST_NAME and lattice.original[start] in _CUSTOMARY:
            lattice.read(start + 1, start + _LONGEST_NAME, "^*", _A_NAME)


def _find_words(lattice: Lattice) -> None:
    start: int | None = None
    for at, character in enumerate(lattice.original + " "):
        if character.isalnum():
            start = at if start is None else start
        elif start is not None:
            lattice.words.append((start, at))
            start = None


def _next_syllables(choices: list[tuple[str, ...]], at: int) -> int | None:
    """The place of the next syllable, the next but one where a space stands between."""
    for following in (at + 1, at + 2):
        if following < len(choices) and choices[following]:
            return following
    return None


def _cost(syllables: tuple[str, ...], one: str) -> float:
    return LIKELY if syllables[0] == one else POSSIBLE


@cache
def syllables_of(character: str) -> tuple[str, ...]:
    """A hangul syllable, or the readings of a hanja: as it stands, and with the first sound that moves."""
    if "가" <= character <= "힣":
        return (character,)
    from hanja.table import hanja_table

    reading = hanja_table.get(character)
    if not reading or not "가" <= reading[0] <= "힣":
        return ()
    forms = (reading[0], *_with_moved_initial(reading[0]), *_OTHER_READINGS.get(character, ""))
    return tuple(dict.fromkeys(forms))


_OTHER_READINGS = {
    "北": "북", "金": "김금", "車": "차거", "樂": "락악", "不": "불부", "省": "성생", "宅": "댁택",
    "復": "복부", "殺": "살쇄", "易": "역이", "降": "강항", "更": "경갱", "率": "률율솔",
}  # fmt: skip


def _with_moved_initial(syllable: str) -> str:
    """The other forms of a syllable by the law of initials: 력 and 역, 녀 and 여, 로 and 노."""
    initial, vowel, final = _parts(syllable)
    if initial == "ㅇ" and vowel not in _FRONT:
        return ""
    rest = vowel * 28 + _FINALS.index(final)
    forms = {"ㄹ": "ㄴㅇ", "ㄴ": "ㄹㅇ", "ㅇ": "ㄹㄴ"}.get(initial, "")
    return "".join(chr(0xAC00 + _INITIALS.index(form) * 588 + rest) for form in forms)


def spelled(syllable: str) -> tuple[str, ...]:
    """A syllable that stands alone, in both systems."""
    initial, vowel, final = _parts(syllable)
    openings = (_opening(initial, vowel, mccune=False), _opening(initial, vowel, mccune=True))
    return tuple(dict.fromkeys(opening + closed for opening in openings for closed in _endings(final)))


def _parts(syllable: str) -> tuple[str, int, str]:
    code = ord(syllable) - 0xAC00
    return _INITIALS[code // 588], code // 28 % 21, _FINALS[code % 28]


def _opening(initial: str, vowel: int, *, mccune: bool) -> str:
    """A syllable's first letters where nothing stands before it."""
    if mccune:
        return ("sh" if initial == "ㅅ" and _VOWELS[vowel] == "wi" else _MR[initial]) + _VOWELS_MR[vowel]
    return _RR[initial] + _VOWELS[vowel]


def _endings(final: str) -> tuple[str, ...]:
    """A syllable's last letters where nothing stands after it."""
    closed = _CLOSED[final]
    return (closed,) if closed in ("", "ng") else tuple(closed)


@cache
def _joints(final: str, syllable: str, *, mccune: bool) -> tuple[str, ...]:
    """What a final and the syllable after it sound like together, vowel included; all that is right.

    After the standard pronunciation (표준발음법, 1988), sections 9 to 30, and the two systems' own rules.
    """
    initial, vowel, _ = _parts(syllable)
    table = _VOWELS_MR if mccune else _VOWELS
    sounds = _before_vowel(final, vowel) if initial == "ㅇ" else _before_consonant(final, initial, vowel)
    found: dict[str, None] = {}
    for closed, opened in sounds:
        for first in _letters(closed, opened, mccune=mccune):
            found[first + table[vowel]] = None
            if mccune and opened == "ㅅ" and _VOWELS[vowel] in ("wi", "i"):
                found[first[:-1] + "sh" + table[vowel]] = None
    return tuple(found)


def _letters(closed: str, opened: str, *, mccune: bool) -> tuple[str, ...]:
    if closed == "l" and opened == "ㄹ":
        return ("ll",)
    if not mccune:
        return (closed + _RR.get(opened, opened),)
    plain = closed + _MR.get(opened, opened)
    if opened in _VOICED and closed in ("", "n", "m", "ng", "l"):
        voiced = closed + _VOICED[opened]
        return (voiced, plain) if closed == "l" else (voiced,)
    return (plain,)


def _before_vowel(final: str, vowel: int) -> list[tuple[str, str]]:
    """A final before a vowel: carried over; closed first (첫인상); with an n put between (한여름, 서울역)."""
    closed = _CLOSED[final][:1] if _CLOSED[final] != "ng" else "ng"
    if final in ("", "ㅇ"):
        sounds = [(closed, "ㅇ")]
    elif final == "ㅎ":
        sounds = [("", "ㅇ")]
    elif final in ("ㄶ", "ㅀ"):
        sounds = [("", "ㄴ" if final == "ㄶ" else "ㄹ")]
    elif final in _CARRIED:
        sounds = [_CARRIED[final]]
    else:
        sounds = [("", final)]
    if final in ("ㅅ", "ㅈ", "ㅊ", "ㅌ", "ㅍ", "ㅋ"):
        sounds.append(("", {"p": "ㅂ", "k": "ㄱ", "t": "ㄷ"}[closed]))
    if vowel in _FRONT and final in ("ㄷ", "ㅌ", "ㄾ"):
        soft = ("l" if final == "ㄾ" else "", "ㅈ" if final == "ㄷ" else "ㅊ")
        sounds = [soft] if _VOWELS[vowel] == "i" else [soft, *sounds]  # 해돋이, 같이: section 17
    if vowel in _FRONT and closed:
        sounds.append(("l", "ㄹ") if closed == "l" else (_NASAL.get(closed, closed), "ㄴ"))
    return sounds


def _before_consonant(final: str, initial: str, vowel: int) -> list[tuple[str, str]]:
    """A final before a consonant: each way in which the two are spoken."""
    sounds: list[tuple[str, str]] = []
    if final in ("ㅎ", "ㄶ", "ㅀ"):
        rest = {"ㅎ": "", "ㄶ": "n", "ㅀ": "l"}[final]
        if initial in _ASPIRATED:
            return [(rest, {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}[initial])]
        if initial == "ㅅ":
            return [(rest, "ㅅ"), (rest, "ㅆ")]
        if initial == "ㄴ":
            return [("l", "ㄹ")] if rest == "l" else [("n", "ㄴ")]
        if initial in "ㅊㅋㅌㅍㄲㄸㅃㅆㅉ":
            sounds.append((rest, initial))  # 놓친: the h is not heard
    for closed in _endings(final):
        if initial in "ㄴㅁ":
            sounds.append((_NASAL.get(closed, closed), initial))
            if closed == "l" and initial == "ㄴ":
                sounds[-1] = ("l", "ㄹ")
        elif initial == "ㄹ":
            if closed in ("n", "l"):
                sounds.append(("l", "ㄹ"))
            if closed not in ("", "l"):
                sounds.append((_NASAL.get(closed, closed), "ㄴ"))
            if not closed:
                sounds.append(("", "ㄹ"))
        else:
            sounds.append((closed, initial))
    if initial == "ㅎ":
        sounds += _with_h(final, vowel)
    return sounds


def _with_h(final: str, vowel: int) -> list[tuple[str, str]]:
    """A stop and ㅎ grown into one: 잡혀, 닫혀, 앉혀; in nouns the system keeps the h."""
    closed = _CLOSED[final][:1]
    if final in ("ㅈ", "ㅊ", "ㄵ") or (final in ("ㄷ", "ㅌ") and vowel in _FRONT):
        return [("n" if final == "ㄵ" else "", "ㅊ")]
    if final in ("ㄺ", "ㄼ"):
        return [("l", "ㅋ" if final == "ㄺ" else "ㅍ")]
    return [(closed.upper(), "")] if closed in ("k", "t", "p") else []

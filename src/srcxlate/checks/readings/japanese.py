"""The readings of a Japanese original in Latin letters.

In comes a title, out comes its :class:`Lattice`: kana as they are spelled and as they are spoken, kanji in
every reading that UniDic has of the words they can be cut into. What the dictionary does not know, and names
of people, may read as anything.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from srcxlate.checks.readings.lattice import POSSIBLE, UNLIKELY, Lattice
from srcxlate.languages import HAN

if TYPE_CHECKING:
    from fugashi import GenericTagger, Node, Tagger

_LONGEST_WORD = 6
"""Characters of the longest word that is looked up beside those that the best reading of a title has."""
_A_NAME = 0.9
"""What a name in a reading of its own costs: less than one wrong letter."""
_FAMILY_NAMES = "習李尹文金朴崔鄭趙姜呉徐申権黄宋洪柳盧毛鄧胡温周王張劉陳楊蔡馬蔣蒋孫頼謝蘇蕭潘"
"""Korean and Chinese family names, as Japanese print has them."""
_BOUND = frozenset(("助動詞", "接尾辞", "接続助詞"))
"""Parts of speech in UniDic that are printed in one word with what stands before them."""
_KANA, _INITIAL = 17, 14
"""Fields of UniDic: reading, form of the first sound."""
_ROWS = {
    "": "アイウエオ", "k": "カキクケコ", "s": "サシスセソ", "t": "タチツテト", "n": "ナニヌネノ",
    "h": "ハヒフヘホ", "m": "マミムメモ", "y": "ヤ ユ ヨ", "r": "ラリルレロ", "w": "ワヰ ヱヲ",
    "g": "ガギグゲゴ", "z": "ザジズゼゾ", "d": "ダヂヅデド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
_SMALL = {
    "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o", "ャ": "ya", "ュ": "yu", "ョ": "yo", "ヮ": "wa",
}  # fmt: skip
_HEPBURN = {"シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヰ": "i",
            "ヱ": "e", "ヴ": "vu"}  # fmt: skip
_KUNREI = {"ヂ": "zi", "ヅ": "zu", "ヰ": "i", "ヱ": "e", "ヴ": "vu"}
_LONG = {"aア": "A", "iイ": "J", "uウ": "U", "eエ": "E", "eイ": "Y", "oオ": "O", "oウ": "O"}
_VOICED = dict(zip("カキクケコサシスセソタチツテト", "ガギグゲゴザジズゼゾダヂヅデド", strict=True))
_HALF_VOICED = dict(zip("ハヒフヘホ", "パピプペポ", strict=True))
_AFTER_N = re.compile("ン[ハヒフヘホ]")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_KATAKANA = re.compile("[ァ-ヺー]")
_MORA = re.compile("[ァ-ヺ][ァィゥェォャュョヮ]?(?P<long>[ーアイウエオ])?")
_HAN = re.compile(f"[{HAN}]")


def read_japanese(lattice: Lattice, *, kunrei: bool = False) -> None:
    """Adds the readings of a title's kana and kanji, in Hepburn or in Kunrei letters.

    は, へ and を are read both ways; a voiced first sound (がわ for 側) stands within a word, or where the
    dictionary's best reading of the whole title has it. 日 is ni in 日中, as many write it.
    """
    text = lattice.original.translate(_TO_KATAKANA)
    for at in range(len(text)):
        if _KATAKANA.match(text, at):
            _read_kana(lattice, text, at, kunrei=kunrei)
    known: set[int] = set()
    at = 0
    for node in _tagger()(lattice.original):
        at = lattice.original.find(node.surface, at)
        end = at + len(node.surface)
        _read_word(lattice, node, at, end, kunrei=kunrei)
        if not node.is_unk and end - at > 1:
            known.update(range(at, end))
        at = end
    for at in range(len(text)):
        if _HAN.match(text, at):
            _read_kanji(lattice, at, known, kunrei=kunrei)
            _read_person(lattice, at)


def _read_kana(lattice: Lattice, text: str, at: int, *, kunrei: bool) -> None:
    """One mora, with the vowel that lengthens it."""
    for source in ("ka", "ga", "ke") if text[at] in "ヶヵケ" else ():
        lattice.read(at, at + 1, source)
    mora = _MORA.match(text, at)
    if mora is None or text[at] in "ッ":
        lattice.read(at, at + 1, "Q" if text[at] == "ッ" else "")
        return
    end = mora.start("long") if mora["long"] else mora.end()
    if mora["long"]:
        longer = letters_of(text[at : end + 1], kunrei=kunrei)
        if mora["long"] == "ー" or longer[-1].isupper():
            lattice.read(at, end + 1, longer)
    if mora["long"] != "ー":
        lattice.read(at, end, letters_of(text[at:end], kunrei=kunrei))
    if text[at] in "ヲ":
        lattice.read(at, end, "o")


def _read_word(lattice: Lattice, node: "Node", at: int, end: int, *, kunrei: bool) -> None:
    """A word of the best reading of the title."""
    feature = node.feature
    if not any(character.isalnum() for character in node.surface):
        return
    lattice.words.append((at, end))
    if feature.pos1 not in _BOUND and feature.pos2 not in _BOUND:
        lattice.apart.add(at)
    in_kanji = _HAN.search(node.surface)
    if in_kanji and (node.is_unk or not feature.kana):
        lattice.read(at, end, "*", UNLIKELY)
    elif in_kanji:
        lattice.read(at, end, letters_of(feature.kana, kunrei=kunrei))
        if feature.pos2 == "固有名詞":
            lattice.names.append((at, end))
        if feature.pos3 == "人名":
            lattice.persons.append((at, end))
            lattice.read(at, end, "^*", _A_NAME)
    elif not node.is_unk and feature.pron and feature.pron[0] in "ワエオ" and len(node.surface) == 1:
        lattice.read(at, end, letters_of(feature.pron, kunrei=kunrei))


def _read_kanji(lattice: Lattice, at: int, known: set[int], *, kunrei: bool) -> None:
    """The words that begin with a kanji, in all the readings of the dictionary."""
    text = lattice.original
    found = False
    for end in range(at + 1, min(len(text), at + _LONGEST_WORD) + 1):
        if not text[end - 1].isalnum():
            break
        part = end == at + 1 and at in known
        for kana, voiced in readings_of(text[at:end]):
            found = True
            if part and voiced:
                continue  # the dictionary knows whether the word has the voiced sound
            letters = letters_of(kana, kunrei=kunrei)
            cost = UNLIKELY if part else POSSIBLE
            lattice.read(at, end, "~" + letters if voiced else letters, cost)
            if voiced and end - at > 1 and at and _HAN.match(text, at - 1):
                lattice.read(at, end, letters, UNLIKELY)  # 制作会社: printed gaisha, apart or not
            after_n = _AFTER_N.search(kana)
            if after_n:
                half = kana.replace(after_n.group(), "ン" + _HALF_VOICED[after_n.group()[1]])
                lattice.read(at, end, letters_of(half, kunrei=kunrei), UNLIKELY)
            if end == at + 1 and len(kana) > 1 and kana[-1] in "ツチクキ":
                lattice.read(at, end, letters_of(kana[:-1], kunrei=kunrei) + "Q", UNLIKELY)
            if at and text[at - 1].isalnum() and not _HAN.match(text, end - 1) and kana[0] in _VOICED:
                sound = letters_of(_VOICED[kana[0]] + kana[1:], kunrei=kunrei)
                lattice.read(at, end, sound, UNLIKELY)  # 台超え: printed goe, apart or not
            if end == at + 1 and not part and kana[0] in _HALF_VOICED:
                half = _HALF_VOICED[kana[0]] + kana[1:]
                lattice.read(at, end, "~" + letters_of(half, kunrei=kunrei), UNLIKELY)
    if text[at] == "日" and _HAN.match(text, at + 1):
        lattice.read(at, at + 1, "ni", POSSIBLE)
    if text[at] in "々〻" and at:
        for kana, _ in readings_of(text[at - 1]):
            lattice.read(at, at + 1, letters_of(kana, kunrei=kunrei), UNLIKELY)
    if not found:
        lattice.read(at, at + 1, "*", UNLIKELY)


def _read_person(lattice: Lattice, at: int) -> None:
    """A given name of two characters or one after a family name: it may read as anything."""
    text = lattice.original
    if text[at] in _FAMILY_NAMES and (at, at + 1) not in lattice.names:
        lattice.names.append((at, at + 1))
    elif not any(start <= at < end for start, end in lattice.persons):
        return
    for end in (at + 2, at + 3):
        if end <= len(text) and all(_HAN.match(character) for character in text[at:end]):
            lattice.read(at + 1, end, "^*", _A_NAME)


@lru_cache(maxsize=1 << 16)
def readings_of(word: str) -> tuple[tuple[str, bool], ...]:
    """The readings of a word in katakana, each with whether it is voiced by what stands before it."""
    found = {
        (node.feature[_KANA], "濁" in node.feature[_INITIAL])
        for path in _lookup().nbestToNodeList(f"{word}\t*\nEOS\n", 24)
        for node in path
        if not node.is_unk and len(node.feature) > _KANA and _KATAKANA.match(node.feature[_KANA])
    }
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def letters_of(kana: str, *, kunrei: bool = False) -> str:
    """Katakana in the letters of a lattice: ``ジッコウガク`` is jiQkOgaku."""
    morae = _morae(kunrei=kunrei)
    letters = ""
    at = 0
    while at < len(kana):
        size = 2 if kana[at : at + 2] in morae else 1
        here = kana[at : at + size]
        lengthened = letters[-1:] + here
        if here == "ー" and letters[-1:] in tuple("aiueo"):
            letters = letters[:-1] + letters[-1].upper()
        elif lengthened in _LONG:
            letters = letters[:-1] + _LONG[lengthened]
        else:
            letters += morae.get(here, "")
        at += size
    return letters


@cache
def _morae(*, kunrei: bool) -> dict[str, str]:
    """Each mora, of one sign or two, in letters."""
    vowels = "aiueo"
    morae = {
        sign: row + vowel for row, signs in _ROWS.items() for sign, vowel in zip(signs, vowels, strict=True)
    }
    morae |= (_KUNREI if kunrei else _HEPBURN) | {"ッ": "Q", "ン": "N", "ヲ": "wo", "ヵ": "ka", "ヶ": "ka"}
    pairs: dict[str, str] = {}
    for sign, letters in morae.items():
        if sign in "ッンヵヶ" or letters in tuple(vowels):
            continue
        for small, vowel in _SMALL.items():
            bare = letters[:-1]
            if len(vowel) == 2 and bare in ("sh", "ch", "j"):
                vowel = vowel[1:]
            pairs[sign + small] = bare + vowel
    for sign, row in (("ク", "kw"), ("グ", "gw")):
        pairs |= {sign + small: row + vowel for small, vowel in _SMALL.items() if len(vowel) == 1}
    pairs |= {"ウィ": "wi", "ウェ": "we", "ウォ": "wo", "イェ": "ye", "ヴュ": "vyu"}
    return morae | dict(_SMALL) | pairs


@cache
def _tagger() -> "Tagger":
    import fugashi
    import unidic_lite

    return fugashi.Tagger(f"-r /dev/null -d {unidic_lite.DICDIR}")


@cache
def _lookup() -> "GenericTagger":
    """The dictionary, asked for all that is known of one word."""
    import fugashi
    import unidic_lite

    return fugashi.GenericTagger(f"-p -r /dev/null -d {unidic_lite.DICDIR}")

"""What the wording of a note is made of: original script, Latin words, brackets, hidden addresses.

In comes a note's wording in one line; out comes a :class:`Wording` whose addresses can no longer be read
and whose brackets know their partners. All that reads citations works on it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from srcxlate.addresses import Address
from srcxlate.languages import HANGUL, KANA, ORIGINAL, QUOTE_MARKS, TITLE_BRACKETS

HIDDEN = "\ue000"
"""Stands for each character of an address while the wording round it is read."""
OPEN, CLOSE = "([（［〔", ")]）］〕"
OPENING_MARKS = "".join([*TITLE_BRACKETS, *QUOTE_MARKS])
CLOSING_MARKS = "".join([*TITLE_BRACKETS.values(), *QUOTE_MARKS.values()])
SEPARATORS = ",，、;；:：.．。"

_LOW_MARKS = (re.compile("„([^„“”]*)“"), re.compile("‚([^‚‘’]*)‘"))
"""„German quotation marks“, whose closing mark opens elsewhere."""

CAPITAL = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x250)) if letter.isupper())
"""Capital letters, those of names such as Ōno among them."""
ORIGINAL_CHARACTER = re.compile(f"[{ORIGINAL}]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’ʼ'\-]*")
_MARKUP = re.compile(
    r"</?(?:i|em|b|strong|cite|u)>|\*{1,3}|(?<![\w])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\w])", re.I
)
"""The marks of italics and bold in HTML and Markdown."""
_UNDERSCORED = re.compile(r"(?<![\w_])_(?=[^\s_])([^_]*[^\s_])_(?![\w_])")
"""``_Italics_`` of Markdown, which are read as ``*italics*``."""
_PARTNERS = {**dict(zip(OPEN, CLOSE, strict=True)), **TITLE_BRACKETS, "“": "”", "‘": "’"}
_OPENERS = {closing: opening for opening, closing in _PARTNERS.items()}
_WIDEST = 1500
"""Characters inside a bracket beyond which its partner is taken for another's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A note's wording with its addresses hidden; made by :func:`read_wording`."""

    text: str
    _closing: dict[int, int]
    _balanced: frozenset[int]

    def closing(self, opening: int) -> int | None:
        """Where the bracket at ``opening`` is closed, brackets of other kinds passed over; None if never."""
        closing = self._closing.get(opening)
        return closing if closing is not None and closing - opening <= _WIDEST else None

    def closes_one(self, at: int) -> bool:
        """Whether a closing bracket or mark has an opening one before it."""
        return at in self._balanced

    def depths(self) -> bytearray:
        """For each character, whether it stands in round or square brackets that are closed."""
        inside = bytearray(len(self.text) + 1)
        end = 0
        for opening in sorted(self._closing):
            closing = self.closing(opening)
            if self.text[opening] in "([（［" and closing and closing > end:
                inside[max(opening, end) : closing] = b"\x01" * (closing - max(opening, end))
                end = closing
        return inside


def read_wording(text: str, addresses: Sequence[Address] = ()) -> Wording:
    """A note's wording with the characters of its addresses hidden and its quotation marks alike.

    A title that is itself the words of a link stays readable.
    """
    parts: list[str] = []
    at = 0
    for address in addresses:
        parts += [text[at : address.start], HIDDEN * (address.end - address.start)]
        at = address.end
        if address.label and ORIGINAL_CHARACTER.search(text, *address.label):
            first, last = address.label
            parts[-1] = HIDDEN * (first - address.start) + text[first:last] + HIDDEN * (at - last)
    hidden = _UNDERSCORED.sub(r"*\1*", with_curly_marks("".join([*parts, text[at:]])))
    closing = _pairs(hidden)
    return Wording(hidden, closing, frozenset(closing.values()))


def with_curly_marks(text: str) -> str:
    """Text with »…«, ›…‹, «…», ‹…›, „…“ and ‚…‘ as “…” and ‘…’, its length kept.

    Which way guillemets point is told by the first of them.
    """
    for pattern, marks in zip(_LOW_MARKS, ("“”", "‘’"), strict=True):
        text = pattern.sub(rf"{marks[0]}\1{marks[1]}", text)
    first = re.search("[«»‹›]", text)
    if first is None:
        return text
    return text.translate(str.maketrans("»«›‹" if first.group() in "»›" else "«»‹›", "“”‘’"))


def _pairs(text: str) -> dict[int, int]:
    """Each opening bracket's partner; kinds do not mind each other, as brackets in notes often cross."""
    open_at: dict[str, list[int]] = {}
    closing: dict[int, int] = {}
    for at, character in enumerate(text):
        if character in _PARTNERS:
            open_at.setdefault(character, []).append(at)
        elif character in _OPENERS and open_at.get(_OPENERS[character]):
            closing[open_at[_OPENERS[character]].pop()] = at
    return closing


def plain(text: str | None) -> str | None:
    """Wording without the markup of italics and the separators left at its ends; None for nothing."""
    if text is None:
        return None
    stripped = _MARKUP.sub("", text).strip().strip(",，、;；:：").strip()
    return stripped or None


def is_latin(text: str) -> bool:
    """Whether a stretch holds a word in Latin letters and nothing in original script."""
    return bool(LATIN_WORD.search(text)) and not ORIGINAL_CHARACTER.search(text)


def covered(length: int, spans: Iterable[tuple[int, int]]) -> bytearray:
    """For each offset from 0 to ``length``, whether one of the spans covers it."""
    marks = bytearray(length + 1)
    for start, end in spans:
        marks[start:end] = b"\x01" * (end - start)
    return marks


# -- romanisation ----------------------------------------------------------------------------------

_VOWEL = r"[aeiouāēīōūâêîôûàáǎèéěìíǐòóǒùúǔüǖǘǚǜŏŭ]"
_SYLLABLES = (
    # Hepburn: (consonants) vowels, n and doubled consonants between them
    rf"(?:(?:k?k|s?s|s?sh|t?t|t?ch|cch|t?ts|h|f|m|y|r|w|g|z|j|d|b|p?p|v|n|[kghnmrbp]y)?{_VOWEL}{{1,2}}|n['’]?|m(?=[bp]))+",
    # Revised Romanisation and McCune-Reischauer: consonant, vowels, consonant
    rf"(?:(?:kk|tt|pp|ss|jj|ch['’]?|[ktp]['’]|[gkndtrlmbpsjh])?[yw]?{_VOWEL}{{1,3}}(?:ng|[kgntdlmpbr])?)+",
    # pinyin: initial, vowels, n, ng or r
    rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_VOWEL}{{1,3}}(?:ng|n|r)?['’]?)+",
    # Wade-Giles: initial, vowels, n, ng or h
    rf"(?:(?:(?:ts|tz|ch|[kpt])['’]?|hs|sh|ss|sz|[mfnlhjswy])?{_VOWEL}{{1,3}}(?:ng|n|h(?!{_VOWEL}))?)+",
)
_ROMANISED_WORD = re.compile("|".join(f"(?:{syllables})" for syllables in _SYLLABLES), re.I)
_ENGLISH = frozenset([
    "a", "an", "the", "of", "in", "on", "and", "for", "at", "by", "with", "from", "is", "are", "as",
    "or", "its", "it", "i", "we", "you", "he", "she", "they", "our", "my", "your", "his", "her",
    "their", "who", "why", "how", "what", "when", "be", "no", "not", "new",
])
"""Words that tell English from a romanised title whose other words could be either."""
_ALSO_ROMANISED = frozenset(["a", "i", "no", "he", "an", "you", "she", "we"])
"""Those that romanised titles hold too: ``Umi no hi``, ``Ta he wo``."""
_LONGEST_WORD = 40


def looks_romanised(text: str, *, italic: bool = False) -> bool:
    """Whether Latin wording reads as romanised Japanese, Korean or Chinese rather than as English.

    :param italic: whether it is set in italics, as foreign words are: then one word is enough.
    """
    words = [piece for word in LATIN_WORD.findall(text) for piece in word.split("-") if piece]
    if not words or not all(
        len(w) <= _LONGEST_WORD and _ROMANISED_WORD.fullmatch(w.rstrip("'’")) for w in words
    ):
        return False
    marked = italic or not text.isascii()
    return marked or (len(words) >= 2 and not _ENGLISH.intersection(w.lower() for w in words))


_WAYS = tuple(re.compile(syllables, re.I) for syllables in _SYLLABLES)
_MOSTLY = 0.7
"""How many of a romanised title's words keep to its syllables; the rest are names and letters: AI, NTT."""


def _pieces(text: str) -> list[str]:
    words = [word for word in LATIN_WORD.findall(text) if len(word) <= _LONGEST_WORD]
    return [piece for word in words for piece in word.split("-") if piece]


def _fitting(words: Iterable[str]) -> int:
    """How many words keep to the syllables of romanisation and are no plain English."""
    return sum(
        word.lower() not in _ENGLISH_ONLY and _ROMANISED_WORD.fullmatch(word.rstrip("'’")) is not None
        for word in words
    )


_ENGLISH_ONLY = frozenset([
    "the", "of", "for", "and", "with", "from", "by", "its", "their", "are", "was", "is", "how", "why",
    "what", "when", "who", "whose", "not", "without", "after", "before", "between", "must", "should",
])
"""Words that no romanised title holds."""
_FIRST_SOUNDS = (
    "gk", "k", "n", "td", "t", "rln", "m", "bp", "p", "sh", "s", "aeiouwy", "jc", "j", "c", "k", "t", "p", "h"
)  # fmt: skip
"""The letters that each initial of a hangul syllable may be romanised with, in the order of Unicode."""


def reads_english(text: str, original: str) -> bool:
    """Whether Latin wording beside a title in script renders it rather than romanises it.

    Its words do not keep to the syllables of romanisation, or one is plainly English, or it begins with
    a sound that the script's first syllable of hangul does not.
    """
    words = [word for word in LATIN_WORD.findall(text) if len(word) <= _LONGEST_WORD]
    if not words or any(word.lower() in _ENGLISH_ONLY for word in words):
        return bool(words)
    if not text.replace("’", "'").isascii():
        return False
    pieces = _pieces(text)
    fitting = _fitting(pieces)
    return fitting * 2 <= len(pieces) or not _sounds_alike(words[0], original)


def _sounds_alike(word: str, original: str) -> bool:
    """Whether a word can begin as a title does; where the title begins without hangul, it can."""
    syllable = ord(original[0]) - 0xAC00 if original else -1
    if not 0 <= syllable < 11172:
        return True
    return word[0].lower() in _FIRST_SOUNDS[syllable // 588]


# -- a title in script, and the Latin wordings beside it ---------------------------------------------

_HANGUL, _KANA = re.compile(f"[{HANGUL}]"), re.compile(f"[{KANA}]")
_SILENT = re.compile("[っッんンーゃゅょャュョぁぃぅぇぉァィゥェォうウ]")
"""Kana that may have no vowel of their own in a romanised form: ``きょう``, ``kyō``."""
_VOWELS = re.compile(f"{_VOWEL}+", re.I)
_FEWEST = 0.6
"""The vowels of a romanised form for each character of its title; fewer are the sound of something else."""


def romanises(text: str, original: str, *, share: float = _MOSTLY) -> bool:
    """Whether Latin wording can be the sound of a title in script.

    Its words keep to the syllables of one way to romanise the script, those that the title itself has in
    Latin letters left out; it begins as the title does; and it is as long as the title is when read aloud.

    :param share: how many of its words must keep to those syllables, from 0 to 1.
    """
    words = [word for word in LATIN_WORD.findall(text) if len(word) <= _LONGEST_WORD]
    if any(word.lower() in _ENGLISH_ONLY for word in words) or _share(text, original) < share:
        return False
    if not words or not _sounds_alike(words[0], original):
        return False
    korean = _HANGUL.search(original)
    vowels = sum(1 if korean else len(group) for group in _VOWELS.findall(text))
    return vowels >= _FEWEST * len(ORIGINAL_CHARACTER.findall(_SILENT.sub("", original))) - 1


def _share(text: str, original: str) -> float:
    """The share of a text's words that keep to the syllables of one way to romanise a title, 0 to 1.

    Words that the title itself has in Latin letters are left out.
    """
    pieces = [re.sub("['’ʼ]", "", piece) for piece in _pieces(text) if piece.lower() not in original.lower()]
    fitting = max(sum(way.fullmatch(piece) is not None for piece in pieces) for way in _ways(original))
    return fitting / len(pieces) if pieces else 0.0


def nearer(text: str, one: str, other: str) -> bool:
    """Whether a romanised form is rather as long as one title in script than as another, read aloud."""
    vowels = len(_VOWELS.findall(text))
    return abs(vowels - _syllables(one)) < abs(vowels - _syllables(other))


def _syllables(original: str) -> float:
    """About how many vowels a title has; a Han character of a Japanese one stands for nearly two."""
    plain = ORIGINAL_CHARACTER.findall(_SILENT.sub("", original))
    han = sum(not _HANGUL.match(sign) and not _KANA.match(sign) for sign in plain)
    return len(plain) + (_MORE_OF_HAN * han if _KANA.search(original) else 0)


_MORE_OF_HAN = 0.6


def sounds_like(text: str, original: str) -> bool:
    """Whether Latin wording alone beside a title is its sound: all its words can be, none is English."""
    words = {word.lower() for word in LATIN_WORD.findall(text)}
    if not original or words & (_ENGLISH - _ALSO_ROMANISED):
        return False
    return len(words) > 1 and romanises(text, original, share=1)


def told_apart(first: str, second: str, original: str) -> tuple[str, str] | None:
    """Of two Latin wordings of one title the romanised one and the English; None where that is open."""
    sounds = romanises(first, original), romanises(second, original)
    if sounds[0] == sounds[1] and sounds[0] and first.isascii() != second.isascii():
        sounds = not first.isascii(), not second.isascii()
    if all(sounds):
        shares = [_share(text, original) - _english(text) for text in (first, second)]
        if abs(shares[0] - shares[1]) >= _CLEARLY:
            sounds = shares[0] > shares[1], shares[1] > shares[0]
    if sounds[0] == sounds[1]:
        return None
    return (first, second) if sounds[0] else (second, first)


_CLEARLY = 0.1


def _english(text: str) -> float:
    """The share of words that tell English from romanisation, 0 to 1."""
    words = [word.lower() for word in LATIN_WORD.findall(text)]
    return sum(word in _ENGLISH - _ALSO_ROMANISED for word in words) / max(1, len(words))


def _ways(original: str) -> Sequence[re.Pattern[str]]:
    """The ways to romanise a title in this script: all of them, where it is in Han alone."""
    if _HANGUL.search(original):
        return _WAYS[1:2]
    return _WAYS[:1] if _KANA.search(original) else _WAYS

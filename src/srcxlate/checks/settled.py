"""Words of a Japanese title of which the dictionary settles how they are read: 献立表, 行方, 看取り, 防いだ.

In comes a title, out come its :class:`Settled` words with their readings in the letters of a lattice. The
lattice of a title takes any reading of each character, since names and rare words are read so; a word of the
dictionary is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks.readings.japanese import letters_of, readings_of
from srcxlate.checks.readings.lattice import Lattice
from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.words.jmdict import Entry, entries
from srcxlate.words.pieces import katakana

_RUN = re.compile(f"[{HAN}々][{HAN}々ぁ-ゖ]+")
_HAN = re.compile(f"[{HAN}]")
_PARTICLE = re.compile(f"[をはへとのがにで](?=[{HAN}])")
"""What joins the words of a phrase, which are settled one by one: 腰を上げる."""
_LONGEST = 6
_COUNTRIES = frozenset("日米中韓朝台露英仏独欧印豪越比伊加")
"""Characters that abbreviate countries, in compounds that people read as they like: Nichi-Chū for 日中."""
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万億兆")
_SHORT = str.maketrans({"A": "a", "I": "i", "U": "u", "E": "e", "O": "o", "Y": "ei", "J": "ii",
                        **dict.fromkeys("|~^", "")})  # fmt: skip
_VOICELESS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (("g", "k"), ("z|j", "s"), ("d", "t"), ("[bpf]", "h"), ("sh", "s"), ("ts|ch", "t"))
)
"""Sounds that words get within others, and those that they have alone."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A word with all its readings."""

    span: Span
    readings: tuple[str, ...]
    """In the letters of a lattice, the usual one first."""

    def allows(self, letters: str) -> bool:
        """Whether letters read so, lengths of vowels and voiced sounds apart."""
        return bare(letters) in map(bare, self.readings)


def bare(letters: str) -> str:
    """Letters without lengths, signs and voiced sounds."""
    plain = letters.translate(_SHORT)
    for pattern, sound in _VOICELESS:
        plain = pattern.sub(sound, plain)
    return plain


def settled(lattice: Lattice, *, kunrei: bool = False) -> Iterator[Settled]:
    """The words of a title that are no names and stand in no longer word, with their readings."""
    text = lattice.original
    cuts = {edge for word in lattice.words for edge in word}
    for run in _RUN.finditer(text):
        at = run.start()
        while at < run.end():
            word = next(
                (
                    found
                    for end in range(min(run.end(), at + _LONGEST), at + 1, -1)
                    if at in cuts and end in cuts and (found := _word(lattice, at, end, kunrei=kunrei))
                ),
                None,
            )
            if word and not any(a < word.span[1] and word.span[0] < b for a, b in lattice.names):
                yield word
            at = word.span[1] if word else at + 1


def _word(lattice: Lattice, start: int, end: int, *, kunrei: bool) -> Settled | None:
    """A word of the dictionary, or one as it is inflected; none that follows a number: 3割増."""
    text = lattice.original
    written = text[start:end]
    if not _HAN.match(written) or _PARTICLE.search(written):
        return None
    before = text[start - 1] if start else ""
    if _COUNTRIES.issuperset(written) or before.isdigit() or (before and before in _NUMERALS):
        return None
    found = entries(written, in_kana=False)
    common = [entry for entry in found if entry.weight]
    kana = [one for entry in common or found for one in _kana(entry)]
    if not kana:
        inflected = (start, end) in lattice.words and not _HAN.match(written, len(written) - 1)
        spelled = tuple(letters_of(one, kunrei=kunrei) for one, _ in readings_of(written) if inflected)
        return Settled((start, end), spelled) if spelled else None
    spoken = (*kana, *(one for one, _ in readings_of(written) if common or len(found) == 1))
    if common and len(found) > len(common):
        spoken = tuple(kana)
    known = {one for one, _ in readings_of(written)}
    if kana[0] in known:  # a rare reading that one of two dictionaries knows is hardly meant: rōho for 老舗
        spoken = tuple(one for one in spoken if one in known)
    return Settled((start, end), tuple(dict.fromkeys(letters_of(one, kunrei=kunrei) for one in spoken)))


def _kana(entry: Entry) -> tuple[str, ...]:
    return tuple(map(katakana, entry.kana))

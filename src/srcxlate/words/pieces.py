"""The pieces that UniDic cuts a Japanese text into, and how pieces are read in Hepburn.

In comes a text, out come its :class:`Piece` values: each with its part of speech, its dictionary form and its
reading.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from srcxlate.checks.readings.japanese import letters_of
from srcxlate.checks.readings.lattice import shown
from srcxlate.languages import HAN, KANA

if TYPE_CHECKING:
    from fugashi import Tagger

_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile(f"[{KANA}]+")
_CUSTOMARY = {"日本": "ニホン"}
"""How the press reads what UniDic reads in another way."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word as UniDic cuts it."""

    text: str
    start: int
    end: int
    speech: tuple[str, str, str, str]
    """Its part of speech, from the coarse to the fine; empty strings where UniDic does not know the word."""
    form: str
    """How it is inflected here."""
    base: str
    """Its dictionary form as it is written here."""
    lemma: str
    """Its dictionary form as UniDic writes it, with a loan word's origin: ``チェーン-chain``."""
    kana: str
    spoken: str
    """Its reading as it is spelled and as it is spoken, in katakana."""
    base_kana: str
    """The reading of its dictionary form as it is written here."""
    lemma_kana: str
    """That of its lemma: きく of 聞ける."""


def within(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch, cut in the light of the whole text unless a piece crosses its ends."""
    whole = pieces_of(text)
    if any(one.start < edge < one.end for one in whole for edge in (start, end)):
        apart = pieces_of(text[start:end])
        return [replace(one, start=one.start + start, end=one.end + start) for one in apart]
    return [one for one in whole if start <= one.start and one.end <= end]


@lru_cache(maxsize=64)
def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of a text in order; white space is in none of them."""
    safe = "".join(map(_one, text))
    found: list[Piece] = []
    at = 0
    for node in _tagger()(safe):
        at = safe.index(node.surface, at)
        end = at + len(node.surface)
        values = node.feature
        speech = [values.pos1, values.pos2, values.pos3, values.pos4]
        spelled = values.kana or (node.surface if _KANA.fullmatch(node.surface) else "")
        kana, spoken = katakana(spelled), katakana(values.pron or spelled)
        found.append(
            Piece(
                text[at:end],
                at,
                end,
                ("", "", "", "") if node.is_unk else tuple(one or "" for one in speech),  # type: ignore[arg-type]
                (values.cForm or "").partition("-")[0],
                values.orthBase or node.surface,
                values.lemma or node.surface,
                _CUSTOMARY.get(node.surface, kana),
                _CUSTOMARY.get(node.surface, spoken),
                katakana(values.kanaBase or spelled),
                katakana(values.lForm or spelled),
            )
        )
        at = end
    return tuple(found)


def _one(character: str) -> str:
    """A character without its width, or a space for what the tagger does not take: one for one."""
    if unicodedata.category(character) in ("Cc", "Cs", "Cf", "Cn", "Co"):
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character


def katakana(kana: str) -> str:
    """Kana in katakana, as UniDic gives its readings."""
    return "".join(chr(ord(one) + 0x60) if "ぁ" <= one <= "ゖ" else one for one in kana)


@cache
def _tagger() -> "Tagger":
    import fugashi
    import unidic_lite

    return fugashi.Tagger(f"-r /dev/null -d {unidic_lite.DICDIR}")


def romanised(row: Sequence[Piece]) -> str | None:
    """Pieces in Hepburn: endings and affixes close up, other pieces apart; names with a capital."""
    parts: list[tuple[str, str]] = []
    for index, piece in enumerate(row):
        if not piece.kana:
            return None
        kana = piece.spoken if piece.speech[0] == "助詞" and len(piece.text) == 1 else piece.kana
        attached = index > 0 and (
            piece.speech[0] in ("助動詞", "接尾辞")
            or row[index - 1].speech[0] == "接頭辞"
            or piece.speech[1] == "接続助詞"
            or (_is_one_kanji(piece) and row[index - 1].speech[0] != "助詞")
            or (_is_one_kanji(row[index - 1]) and piece.speech[0] != "助詞")
        )
        if attached and parts:
            before = parts[-1]
            parts[-1] = (before[0] + kana, before[1] + piece.spoken)
        else:
            parts.append((kana, piece.spoken))
    return as_name(row, " ".join(filter(None, (latin_of(*part) for part in parts)))) or None


def as_name(row: Sequence[Piece], latin: str) -> str:
    """With a capital where the first piece is a name."""
    return latin[:1].upper() + latin[1:] if row[0].speech[1] == "固有名詞" else latin


def _is_one_kanji(piece: Piece) -> bool:
    return len(piece.text) == 1 and _HAN.match(piece.text) is not None and piece.speech[0] != "動詞"


@lru_cache(maxsize=1 << 14)
def latin_of(kana: str, spoken: str) -> str:
    """Katakana in Hepburn; 思う keeps its two vowels, which are spoken apart, and 方向 has long ones."""
    cuts = [0]
    if len(kana) == len(spoken):
        cuts += (at for at in range(1, len(kana)) if kana[at] == spoken[at] == "ウ")
    cuts.append(len(kana))
    letters = [letters_of(kana[a:b]) for a, b in pairwise(cuts)]
    return "".join(shown(re.sub("N(?=[aiueoyAIUEOJY])", "N’", one)) for one in letters)

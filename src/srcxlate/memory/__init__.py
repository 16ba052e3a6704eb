"""The memory: what was approved for a text, and for texts like it.

In come approved translations, out go those of the same text (:meth:`Memory.exact`) and those of texts that
resemble it (:meth:`Memory.similar`), best first. What is approved is the caller's to say.

A few thousand are searched as they come: no file, no numpy. More are kept in one file between commands
(:meth:`Memory.kept`, :mod:`srcxlate.memory.shelf`), and only what was approved since is searched beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from srcxlate.memory.shelf import Approved, Shelf, build, load, nearest, newest, sameness

__all__ = ["FILE", "LEAST", "LOOSE", "Approved", "Match", "Memory", "sameness"]

LEAST = 0.70
"""The similarity below which a translation is little help; Trados's default too."""
LOOSE = 5_000
"""Translations that are searched one by one; 5,000 take some 2 ms. The file is made anew when more than
these, and more than a fiftieth of what it holds, were approved since."""

FILE = "memory.bin"


@dataclass(frozen=True, slots=True)
class Match:
    """An approved translation of a text that resembles the one asked for."""

    approved: Approved
    similarity: float
    """From 0 to 1; 1 for the same text."""


class Memory:
    """Approved translations, to be asked for a text's own and for those of similar texts.

    Similarity is one less the characters to delete and insert, as a share of the characters of both texts:
    rapidfuzz's ratio of what :func:`sameness` gives. It is twice the longest common subsequence over both
    lengths, so it can be bounded for a million texts at once. In texts of one length a changed character
    costs what it costs in OmegaT's score, an edit distance over the longer text. But characters are counted,
    not words: Japanese and Chinese have none without a tokenizer, whose cuts move with a character, and a
    Korean word holds its particles.

    :param approved: any number; all are searched one by one. :meth:`kept` is for many.
    """

    def __init__(self, approved: Iterable[Approved] = (), shelf: Shelf | None = None) -> None:
        self._loose: dict[str, dict[str, list[Approved]]] = {}
        self._shelf = shelf
        for one in approved:
            self.add(one)

    @classmethod
    def kept(cls, folder: Path, stamp: str, entries: Callable[[int], Iterable[Approved]]) -> "Memory":
        """A memory with its file in a cache folder; nothing is written while it is small.

        The file is made anew where it is damaged, of another version or of another stamp, and as
        :data:`LOOSE` says.

        :param folder: a cache: it may be deleted at any time.
        :param stamp: what the translations were when they were listed. While it is the same, more may have
            been approved, but those of before are there, in the same order; it changes when one is withdrawn.
        :param entries: gives the approved translations in that order, from a count on: 0 for all.
        :raises Fault: the folder cannot be read or written.
        """
        path = folder / FILE
        shelf: Shelf | None = None
        if path.exists():  # numpy is imported only then
            shelf = load(path, stamp)
        count = shelf.count if shelf else 0
        coming = iter(entries(count))
        loose = list(islice(coming, max(LOOSE, count // 50) + 1))
        if len(loose) > max(LOOSE, count // 50):
            shelf = build(path, stamp, entries(0) if count else chain(loose, coming))
            loose = []
        return cls(loose, shelf)

    def add(self, approved: Approved) -> None:
        """Takes in one more, for the life of this memory; its file is the caller's next :meth:`kept`."""
        key = sameness(approved.original)
        if key:
            self._loose.setdefault(approved.language, {}).setdefault(key, []).append(approved)

    def exact(self, text: str, language: str) -> tuple[Approved, ...]:
        """What was approved for this text, newest first; the same is what :func:`sameness` makes the same.

        Of several with the same English only the newest.
        """
        return tuple(self._of(sameness(text), language))

    def similar(self, text: str, language: str, least: float = LEAST, most: int = 5) -> list[Match]:
        """What was approved for texts that are at least so similar, best first; of equals the newest.

        The same text is among them, with similarity 1. No better match is overlooked: what the file leaves
        out is proved to be less similar.

        :param least: more than 0, at most 1.
        :param most: matches; 0 gives none.
        :raises ValueError: least is no such number.
        """
        if not 0 < least <= 1:
            raise ValueError(f"least must be more than 0 and at most 1, not {least}")
        key = sameness(text)
        if not key or most < 1:
            return []
        found = dict(self._similar(key, language, least, most))
        matches = [Match(one, found[near]) for near in found for one in self._of(near, language)]
        matches.sort(key=lambda match: (match.similarity, match.approved.at), reverse=True)
        return matches[:most]

    def _of(self, key: str, language: str) -> list[Approved]:
        kept = self._shelf.exact(key, language) if self._shelf else []
        return newest([*self._loose.get(language, {}).get(key, ()), *kept])

    def _similar(self, key: str, language: str, least: float, most: int) -> list[tuple[str, float]]:
        loose = self._loose.get(language)
        found = nearest(key, list(loose), least, most) if loose else []
        return found + self._shelf.similar(key, language, least, most) if self._shelf else found

"""The possible readings of an original, as a lattice.

A :class:`Lattice` has a state before each character of the original, one after the last, and more between
them; each :class:`Arc` from state to state is one letter of a reading. A path from the first state to the
last is one reading of the whole. What a letter may be printed as is the matter of ``alignment``.

Letters are ``a`` to ``z`` and digits, and these signs: ``A I U E O`` long vowels, ``Y`` えい, ``J`` いい,
``Q`` the small つ, ``N`` ん, ``K T P`` a Korean stop with an h that nouns keep; ``|`` a word or a part of one
ends here, ``~`` no word begins here, ``^`` a capital follows, ``*`` a word that nobody can know; the empty
string is nothing.
"""

from dataclasses import dataclass
from itertools import pairwise

from srcxlate.layout import Span

_SHOWN = str.maketrans({"A": "ā", "I": "ī", "U": "ū", "E": "ē", "O": "ō", "Y": "ei", "J": "ii", "N": "n",
                        "K": "kh", "T": "th", "P": "ph"})  # fmt: skip
LIKELY, POSSIBLE, UNLIKELY = 0.0, 0.02, 0.3
"""What a reading costs where a wrong letter costs 1: that of the context, of the dictionary, put together."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One letter of a reading."""

    letter: str
    target: int
    cost: float
    span: Span
    """The characters of the original that it helps to read."""


class Lattice:
    """The readings of one original; made by the modules of the languages."""

    def __init__(self, original: str) -> None:
        self.original = original
        self.last = len(original)
        """The state after the last character."""
        self.arcs: list[list[Arc]] = [[] for _ in range(len(original) + 1)]
        """The arcs out of each state."""
        self.words: list[Span] = []
        """The words of the original, as far as they are known."""
        self.names: list[Span] = []
        """Those among them that name people and places."""
        self.persons: list[Span] = []
        """Those among them that name people."""
        self.apart: set[int] = set()
        """Where a word begins that is printed apart: not the ending of a verb, not a suffix."""
        self._seen: set[tuple[int, int, str]] = set()

    def state(self) -> int:
        """A new state."""
        self.arcs.append([])
        return len(self.arcs) - 1

    def read(
        self,
        source: int,
        target: int,
        letters: str,
        cost: float = LIKELY,
        span: Span | None = None,
    ) -> None:
        """Adds a reading between two states; without a span they are places in the original."""
        if (source, target, letters) in self._seen:
            return
        self._seen.add((source, target, letters))
        span = span or (source, target)
        at = source
        for index, letter in enumerate(letters or [""]):
            following = target if index >= len(letters) - 1 else self.state()
            self.arcs[at].append(Arc(letter, following, cost if index == 0 else 0.0, span))
            at = following

    def likely(self, start: int, end: int) -> str | None:
        """The letters of the likeliest reading between two places of the original, if there is one."""
        waiting = [(start, "")]
        seen: set[int] = set()
        while waiting:
            state, letters = waiting.pop()
            if state == end:
                return letters
            if state not in seen:
                seen.add(state)
                likely = [arc for arc in self.arcs[state] if arc.cost == LIKELY]
                waiting += [(arc.target, letters + arc.letter) for arc in reversed(likely)]
        return None

    def usual(self, start: int, end: int) -> str | None:
        """The same, with a space before each word that stands apart: te ni suru."""
        whole = self.likely(start, end)
        cuts = [start, *(at for at in sorted(self.apart) if start < at < end), end]
        parts = [self.likely(a, b) for a, b in pairwise(cuts)]
        return whole if None in parts else " ".join(part for part in parts if part)

    def word_at(self, at: int) -> Span:
        """The word around a character, or the character alone."""
        return next((word for word in self.words if word[0] <= at < word[1]), (at, at + 1))


def shown(letters: str) -> str:
    """Letters of a reading as they are printed: ``jiQkOgaku`` is jikkōgaku."""
    printed: list[str] = []
    double = False
    for letter in letters:
        if letter == "Q":
            double = True
        elif letter not in "|~^*":
            printed.append(("t" if letter == "c" else letter) * double + letter.translate(_SHOWN))
            double = False
    return "".join(printed)

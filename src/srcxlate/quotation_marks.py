"""Which quotation marks of a paragraph belong together.

In comes a paragraph in one line, out come its :class:`Quotation` spans. A possessive (nations') is no
closing mark, a mark that never closes runs to the end of its sentence, and inner marks know their depth.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

MARK, TITLE = "\ue001", "\ue002"
"""Stand for the characters of a mark that calls a note, and of a title or an address in a note."""

_PAIRS = {"“": "”", "‘": "’", "„": "”", "「": "」", "『": "』", '"': '"', "'": "'"}
_OPENING = re.compile(r"[“‘„「『\"']")
_CLOSING = re.compile(r"[”’」』\"']")
_BEFORE_OPEN = re.compile(r"[\s(（\[［{—–\-/“‘「『\"'>*_，、：；]")
_AFTER_CLOSE = re.compile(r"\Z|[\s.,;:!?)）\]］}—–\-/”’」』\"'*_<\[\ue001\ue002…、。，；：（(]|s\b")
_CONTRACTION = re.compile(r"'(?:\d0s|s|tis|twas)\b")
_LOWER_WORD = re.compile(r".\s+[a-z]")
_SENTENCE_END = re.compile(r"[.!?。](?=\s|\Z|\ue001)")
_FAR = 600
"""Characters within which the sure closing mark after a possessive is looked for."""
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """Wording inside a pair of quotation marks."""

    start: int
    """Offset of the first character after the opening mark."""
    end: int
    """Offset of the closing mark."""
    mark: str
    """The opening mark."""
    depth: int
    """How many other quotations it stands in."""
    open: bool = False
    """Whether its closing mark is missing."""


def find_quotations(text: str) -> list[Quotation]:
    """The quotations of one paragraph, each inside its marks; the outer before the inner."""
    marks = _Marks(text)
    stack: list[tuple[int, str]] = []  # (offset inside the mark, the mark)
    found: list[Quotation] = []
    for at in marks.places:
        character = text[at]
        closes = at in marks.closing
        while closes and len(stack) > 1 and character == _PAIRS[stack[-2][1]] != _PAIRS[stack[-1][1]]:
            stack.pop()  # an inner mark that never closed
        inside = bool(stack) and character == _PAIRS[stack[-1][1]] and at > stack[-1][0]
        if inside and closes and not marks.possessive(at):
            start, mark = stack.pop()
            found.append(Quotation(start, at, mark, len(stack)))
        elif len(stack) < _DEEPEST and at in marks.opening and marks.has_close(at):
            stack.append((at + 1, character))
    if stack:
        start, mark = stack[0]
        found.append(Quotation(start, _sentence_end(text, start), mark, 0, True))
    return sorted(found, key=lambda span: (span.start, -span.end))


def _sentence_end(text: str, start: int) -> int:
    match = _SENTENCE_END.search(text, start)
    return match.end() if match else len(text)


class _Marks:
    """The quotation marks of one paragraph: which can open, which can close, which are possessives."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.places = [match.start() for match in re.finditer(r"[“‘„「『\"'”’」』]", text)]
        self.opening = set(filter(self._opens, self.places))
        """Those that can open a quotation where they stand."""
        self.closing = set(filter(self._closes, self.places))
        """Those that can close one."""
        self._closers: dict[str, list[int]] = {}
        self._openers: dict[str, list[int]] = {}
        for at in self.places:
            if at in self.closing:
                self._closers.setdefault(text[at], []).append(at)
            if at in self.opening:
                self._openers.setdefault(_PAIRS[text[at]], []).append(at)
        self._sure = {
            c: [at for at in places if not self._after_s(at) and not self._before_s(at)]
            for c, places in self._closers.items()
        }

    def _opens(self, at: int) -> bool:
        text, character = self._text, self._text[at]
        if character in "「『":
            return True
        following = text[at + 1 : at + 2]
        if not _OPENING.match(character) or not following or (following.isspace() and character not in "“„"):
            return False
        if character == "'" and _CONTRACTION.match(text, at):
            return False
        before = text[at - 1 : at] if at else ""
        return (
            not before
            or bool(_BEFORE_OPEN.match(before))
            or character in "“„"
            or (character == "‘" and not before.isalnum())
        )

    def _closes(self, at: int) -> bool:
        text, character = self._text, self._text[at]
        if character in "」』":
            return True
        if not _CLOSING.match(character) or at == 0 or (text[at - 1].isspace() and character in "'\"’"):
            return False
        return bool(_AFTER_CLOSE.match(text, at + 1))

    def has_close(self, at: int) -> bool:
        """Whether a mark of the right kind closes later, or the mark can only open one."""
        closers = self._closers.get(_PAIRS[self._text[at]], [])
        return bool(closers and closers[-1] >= at + 2) or self._text[at] == "“"

    def possessive(self, at: int) -> bool:
        """Whether a mark after an s is a possessive: a surer one follows before one opens."""
        character = self._text[at]
        if character not in "’'":
            return False
        if self._before_s(at):
            return True
        if not self._after_s(at):
            return False
        sure = self._sure[character]
        position = bisect_right(sure, at)
        if position == len(sure) or sure[position] > at + _FAR:
            return False
        openers = self._openers.get(character, [])
        return bisect_right(openers, at) == bisect_left(openers, sure[position])

    def _after_s(self, at: int) -> bool:
        return self._text[at - 1 : at] == "s" and bool(_LOWER_WORD.match(self._text, at))

    def _before_s(self, at: int) -> bool:
        return self._text[at + 1 : at + 2] == "s" and not self._text[at + 2 : at + 3].isalpha()

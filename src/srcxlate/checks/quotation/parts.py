"""A quotation as the stretches that are looked for one by one.

In comes a quotation as a report prints it, out come its :class:`Part` values: its sentences, and what stands
between two ellipses.
"""

import re
from dataclasses import dataclass

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*")
_END = re.compile(r"(?<![A-Z])[.!?][”’\"')]*\s+(?=[“‘\"'(]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a quotation that is looked for by itself."""

    text: str
    """As printed."""
    own: str
    """The same length, with what the report put into square brackets blanked: the original's words alone."""
    start: int
    """Where it stands in the quotation."""
    cut: bool
    """Whether an ellipsis stands before or after it."""


def parts(quotation: str) -> list[Part]:
    """A quotation cut at its ellipses and sentence ends; none for a quotation without a word."""
    own = without_brackets(quotation)
    cuts = sorted(
        [(match.start(), match.end(), True) for match in _ELLIPSIS.finditer(own)]
        + [(match.end(), match.end(), False) for match in _END.finditer(own)]
    )
    found: list[Part] = []
    start, after = 0, False
    for end, following, ellipsis in [*cuts, (len(quotation), len(quotation), False)]:
        if end < start:
            continue
        if re.search(r"\w", own[start:end]):
            found.append(Part(quotation[start:end], own[start:end], start, after or ellipsis))
        start, after = following, ellipsis
    return found


def without_brackets(text: str) -> str:
    """A quotation in the same length with the words in square brackets blanked; [T]he is The."""

    def blank(match: re.Match[str]) -> str:
        inside = match[1]
        if len(inside) == 1 and text[match.end() : match.end() + 1].isalpha():
            return f"  {inside}"
        return " " * len(match[0])

    return _BRACKETS.sub(blank, text)

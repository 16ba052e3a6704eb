"""What a check finds: where what a report prints and what its originals say do not agree.

In comes a report as it was read, with the glossary; out come :class:`Finding` values. Each check is a
function of its own, in a module of its own; none of them changes anything, loads a model or goes to the
network. The editor who reads a finding reads no Japanese, Korean or Chinese: it carries its proof.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

from srcxlate.glossary import Glossary
from srcxlate.layout import Span
from srcxlate.reports import Reading

Kind = Literal[
    "number",
    "name",
    "date-url",
    "date-missing",
    "romanisation",
    "title-variant",
    "url",
    "quote-mark",
    "omission",
    "body-note",
    "quotation",
]
KINDS: tuple[str, ...] = get_args(Kind)
Severity = Literal["error", "warning", "info"]
Place = tuple[int, int]
"""A note, as (series, number)."""


_NUMBERS = re.compile(r"\bnotes? \d+(?:\.\d+)?(?:(?:,| and) \d+(?:\.\d+)?)*")
"""How a message names other notes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an editor should look at."""

    kind: Kind
    severity: Severity
    """``error``: a fact is wrong; ``warning``: look at it; ``info``: a trifle, or likely right."""
    place: Place | None
    """The note; None for the body."""
    printed: str
    """The printed words at issue, as the report has them."""
    span: Span
    """Where they stand in the report's text, as (start, end) from 0; what is missing stands nowhere, and the
    words that lack it are meant."""
    message: str
    """One plain sentence that says what disagrees with what, for a reader of English alone."""
    original: str | None = None
    """The original words that prove it, whole (the title, the sentence), if any."""
    at_issue: Span | None = None
    """Which part of :attr:`original` is at issue, as (start, end)."""
    others: tuple[Place, ...] = ()
    """Other notes that it is compared with."""

    @property
    def key(self) -> str:
        """16 hex digits of SHA-256 over the kind and both wordings: a dismissal outlives renumbering."""
        compared = _NUMBERS.sub("", self.message) if self.others else ""
        part = self.original[slice(*self.at_issue)] if self.original and self.at_issue else ""
        parts = "\x00".join((self.kind, self.printed, self.original or "", part, compared))
        return sha256(parts.encode()).hexdigest()[:16]


Check = Callable[[Reading, Glossary], Iterable[Finding]]
"""A check of a whole report."""

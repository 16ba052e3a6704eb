"""What an engine is: something that drafts English, in batches, offline.

The rest of the program knows engines only by :class:`Engine`. An engine is imported when it is asked
for, never at start-up, and it never goes to the network.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term as it stands in a text: the written form found there and its English."""

    original: str
    english: str
    avoid: tuple[str, ...] = ()
    """English that the house does not use for it."""


@dataclass(frozen=True, slots=True)
class Request:
    """One text to draft, with all that the engine may know of it."""

    text: str
    language: str
    """``ja``, ``ko`` or ``zh``."""
    script: str | None = None
    """``zh-Hans`` or ``zh-Hant`` for Chinese, else None."""
    terms: tuple[Term, ...] = ()
    """The terms found in the text, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who made a draft, to the byte: nothing is drafted twice under one identity."""

    engine: str
    """``argos`` or ``local``."""
    model: str
    """The model's name and version, for people."""
    digest: str
    """SHA-256 (hex) of what the model was made from; for several models, of their digests joined."""
    options: str
    """SHA-256 (hex) of the prompt and the decoding options."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """An engine's English for one request."""

    index: int
    """The request's place in the sequence that was given, from 0."""
    text: str
    """One line of English; empty if the engine had nothing to say."""
    flags: tuple[str, ...] = ()
    """What a reviewer should know: ``cut`` (input or output was too long for the model),
    ``loop``, ``refusal``, ``leftover`` (original script in the English), ``lines`` (there were several,
    and wording may be lost), ``length`` (far too short or too long for the text), ``empty``."""


class Engine(Protocol):
    """Drafts texts of the languages it serves."""

    @property
    def identity(self) -> Identity:
        """The engine's identity; known without loading the model."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages it drafts from: of ``ja``, ``ko``, ``zh``, ``zh-Hans``, ``zh-Hant``."""

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        """Each request's English, batch by batch, in the order in which batches are done.

        Loads the model at the first call. The caller keeps what it was given so far, so that an
        interrupted run loses one batch at most.
        """


def cores() -> int:
    """The processor cores that this process may use; an engine's threads share them."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

"""A report's English quotation against the passage that it renders: what it changes, drops and adds.

In come a quotation and the sentences of a passage, each with its draft if there is one; out comes a
:class:`Verdict` for an editor who reads English alone. A person's translation is free, so only what can
be named is held against it: a number, a name, a negation, a qualifier, words that nothing in the original
bears out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from srcxlate.checks.quotation.alignment import Rendering, align
from srcxlate.checks.quotation.comparison import differences
from srcxlate.checks.quotation.pairs import Difference, Kind, Pair
from srcxlate.checks.quotation.parts import Part, parts
from srcxlate.checks.quotation.passages import Original, read_passage
from srcxlate.glossary import Glossary
from srcxlate.layout import Span

__all__ = ["Difference", "Kind", "Original", "Verdict", "compare"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing a quotation with a passage came to."""

    verdict: Literal["faithful", "differs", "not-found"]
    """``faithful``: nothing was found that differs, which is no proof that nothing does."""
    sentences: tuple[int, ...]
    """The sentences of the passage that it renders, as places from 0, in the order of the quotation."""
    differences: tuple[Difference, ...] = ()
    sure: bool = True
    """Whether enough of it stands in those sentences to be held against them; else nothing was compared."""
    message: str = ""
    """Where it was not found: one plain sentence that says so, and how far that can be relied on."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its differences, each once."""
        return tuple(dict.fromkeys(each.kind for each in self.differences))


def compare(quotation: str, passage: Sequence[Original], language: str, glossary: Glossary) -> Verdict:
    """Finds the sentences that a quotation renders and compares it with them.

    What stands in square brackets is the report's own. An ellipsis may drop words, but no negation and no
    condition.

    :param passage: the sentences of the original in their order; without drafts far less is found.
    :param language: the original's: ``ja``, ``ko`` or ``zh``.
    """
    known = read_passage(tuple(passage), language, glossary)
    renderings = align(parts(quotation), known)
    found = [each for each in renderings if each.sentences]
    if not found:
        return Verdict("not-found", (), message=_not_found(passage))
    told: list[Difference] = []
    sure = False
    for sentences, together in _together(found):
        if all(each.sure for each in together):
            sure = True
            said = tuple(each.part for each in together)
            beside = {at + step for at in sentences for step in (-1, 1)} - set(sentences)
            near = tuple(known.supports[at] for at in sorted(beside) if 0 <= at < len(passage))
            pair = Pair(said, known.support(sentences), language, glossary, near)
            told += [_in_place(each, sentences, passage) for each in differences(pair)]
    if known.drafted:
        told += (_lost(each.part) for each in renderings if not each.sentences and each.sure)
    places = tuple(dict.fromkeys(at for each in found for at in each.sentences))
    return Verdict("differs" if told else "faithful", places, tuple(told), sure or bool(told))


def _together(found: Sequence[Rendering]) -> Iterator[tuple[tuple[int, ...], list[Rendering]]]:
    """The sentences with all parts that render them."""
    by_sentences: dict[tuple[int, ...], list[Rendering]] = {}
    for each in found:
        by_sentences.setdefault(each.sentences, []).append(each)
    yield from by_sentences.items()


def _in_place(difference: Difference, sentences: tuple[int, ...], passage: Sequence[Original]) -> Difference:
    """A difference with its place in the sentence where it stands, if two were read as one."""
    sentence, span = sentences[0], difference.original
    beyond = len(passage[sentence].text) + 1
    if len(sentences) > 1 and span is not None and span[0] >= beyond:
        sentence, span = sentences[1], (span[0] - beyond, span[1] - beyond)
    return difference.placed(sentence, span)


def _lost(part: Part) -> Difference:
    span: Span = (part.start, part.start + len(part.text))
    message = f"Nothing in the original passage was found that says “{part.text.strip()}”."
    return Difference("addition", message, quoted=span)


def _not_found(passage: Sequence[Original]) -> str:
    bare = sum(not one.draft for one in passage)
    said = "No sentence of the original passage was found that this quotation renders"
    if not bare:
        return f"{said}."
    return f"{said}; {bare} of its {len(passage)} sentences have no draft, so it may be there all the same."

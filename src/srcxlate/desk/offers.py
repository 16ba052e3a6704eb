"""What a correction is good for beyond its own segment: the same text elsewhere, and terms for the glossary.

In come items and what people wrote so far, out come offers that a person takes or declines.
"""

from pathlib import Path
from typing import Literal, cast

from srcxlate.desk import decisions, listing
from srcxlate.desk.database import exclusively
from srcxlate.desk.decisions import Item
from srcxlate.desk.models import DeclinedTerm, Segment, Status
from srcxlate.engines import Term
from srcxlate.errors import Fault
from srcxlate.glossary import Entry, Glossary, add_entry, kept
from srcxlate.proposals import LONGEST_ENGLISH, Correction, Proposal, propose
from srcxlate.workspace import Workspace

_RECENT = 500
"""Corrections that are looked through for terms, the latest; that takes about a third of a second."""


def elsewhere(item: Item) -> list[Item]:
    """The identical texts that wait for a person."""
    segment = item.segment
    same = listing.chosen(language=segment.language).filter(
        digest=segment.digest, status__in=(Status.UNDRAFTED, Status.DRAFTED)
    )
    return decisions.items(same.exclude(pk=segment.pk).values_list("pk", flat=True))


def proposals(glossary: Glossary) -> list[Proposal]:
    """Terms that people correct again and again, that the glossary does not have and nobody declined."""
    latest = (
        Segment.objects.filter(correction__isnull=False, draft__isnull=False)
        .select_related("correction", "draft")
        .order_by("-correction")[:_RECENT]
    )
    corrections = [
        Correction(cast(Literal["ja", "ko", "zh"], s.language), s.original, s.draft.text, s.english or "")
        for s in latest
        if s.draft and not s.stale
    ]
    declined = set(DeclinedTerm.objects.values_list("language", "original", "english"))
    return [p for p in propose(corrections, glossary, declined) if not _of_another_term(p, glossary)]


def _of_another_term(proposal: Proposal, glossary: Glossary) -> bool:
    """Whether what people replaced is the English of another term: it is that one which they changed."""
    return any(
        kept(Term(entry.original, entry.english), instead)
        for entry in glossary.entries
        if entry.language == proposal.language and entry.original != proposal.original
        for instead in proposal.instead
    )


def add_term(workspace: Workspace, proposal: Proposal, english: str, who: str) -> Path:
    """Adds a proposed term to the glossary; gives the file.

    :raises Fault: it is a sentence, the glossary has it already, or the file cannot be written.
    """
    if len(english.split()) > LONGEST_ENGLISH or english.endswith(("?", "!", ".")):
        mend = f"Write a term: up to {LONGEST_ENGLISH} words, no sentence."
        raise Fault(f"{english[:60]!r} is no term", mend=mend)
    entry = Entry(
        original=proposal.original,
        language=proposal.language,
        english=english,
        authority=f"{who}, in review",
        note=f"corrected so in {proposal.count} texts",
    )
    with exclusively(workspace):
        return add_entry(workspace.glossary, entry)


def decline(proposal: Proposal, who: str) -> None:
    """Says that a proposed term is not wanted; it is not proposed again."""
    DeclinedTerm.objects.get_or_create(
        language=proposal.language,
        original=proposal.original,
        english=proposal.english,
        defaults={"who": who},
    )

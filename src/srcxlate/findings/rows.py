"""The rows of an editor's list: what ``check --json`` prints, and what every table and file is made of.

In comes a :class:`~srcxlate.findings.Listing`, out comes a mapping of plain values. Offsets are those of the
report's text, lines and offsets in originals too; lines count from 1.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from srcxlate.checks import Place
from srcxlate.checks.quotations import Difference
from srcxlate.checks.quoted import Quoted, texts_wanted
from srcxlate.findings import Judgement, Listed, Listing
from srcxlate.glossary import Glossary
from srcxlate.words import attribution, gloss

Row = dict[str, Any]
_NEAR = 30
"""Characters before a finding, and behind, whose words tell where it stands."""


def listing_rows(listing: Listing, glossary: Glossary) -> Row:
    """All of a list: findings, what is gone, quotations, the texts that are wanted, and whose data it shows.

    :param glossary: it is asked before any dictionary what a word says.
    """
    lines = _Lines(listing.reading.text)
    findings = [_finding(one, lines, _gloss(one, glossary)) for one in listing.findings]
    return {
        "report": listing.reading.name,
        "findings": findings,
        "gone": [_finding(one, None, ()) for one in listing.gone],
        "quotes": [_quotation(one, lines, listing.signed.get(one.key)) for one in listing.quoted],
        "texts_wanted": [
            {"id": work.id, "title": work.title, "quotes": count}
            for work, count in texts_wanted(listing.quoted)
        ],
        "attribution": attribution(word["authority"] for row in findings for word in row["gloss"]),
    }


def judged(rows: Row, judgements: Mapping[str, Judgement]) -> Row:
    """The rows of a list with what people said since it was made.

    :param judgements: what holds, by the key of a finding or a quotation.
    """

    def said(row: Row, state: str) -> Row | None:
        one = judgements.get(row["key"])
        return _judgement(one if one and one.state == state else None)

    found = [row | {"dismissed": said(row, "dismissed")} for row in rows["findings"]]
    quotes = [row | {"signed_off": said(row, "signed-off")} for row in rows["quotes"]]
    return rows | {"findings": found, "quotes": quotes}


def _gloss(one: Listed, glossary: Glossary) -> list[Row]:
    """The words of the part that is at issue; none where it holds no word."""
    original, part = one.finding.original, one.finding.at_issue
    if original is None or part is None or one.language is None:
        return []
    return [
        {"word": word.text, "reading": word.reading, "english": word.english, "authority": word.authority}
        for word in gloss(original, one.language, glossary, part)
        if word.reading or word.english
    ]


class _Lines:
    """Where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]

    def at(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._starts, offset)

    def near(self, offset: int) -> str:
        """Whole words of the report round an offset, a few before it and behind."""
        start, end = max(0, offset - _NEAR), offset + _NEAR
        words = self._text[start:end]
        if start:
            words = words.partition(" ")[2] or words
        if end < len(self._text):
            words = words.rpartition(" ")[0] or words
        return " ".join(words.split())


def _finding(one: Listed, lines: _Lines | None, gloss: Sequence[Row]) -> Row:
    """A finding; without lines one of another version, whose places say nothing here."""
    finding = one.finding
    return {
        "key": finding.key,
        "kind": finding.kind,
        "severity": finding.severity,
        **_place(finding.place),
        "line": lines.at(finding.span[0]) if lines else None,
        "start": finding.span[0] if lines else None,
        "length": finding.span[1] - finding.span[0] if lines else None,
        "near": lines.near(finding.span[0]) if lines else None,
        "id": one.id,
        "message": finding.message,
        "printed": finding.printed,
        "original": finding.original,
        "at_issue": list(finding.at_issue) if finding.at_issue else None,
        "language": one.language if finding.original else None,
        "gloss": list(gloss),
        "others": [_place(other) for other in finding.others],
        "news": one.news,
        "dismissed": _judgement(one.dismissed),
    }


def _quotation(one: Quoted, lines: _Lines, signed: Judgement | None) -> Row:
    return {
        "key": one.key,
        "quote": one.quote.text,
        "line": lines.at(one.quote.start),
        "start": one.quote.start,
        "length": one.quote.length,
        **_place(one.note),
        "resolved_series": one.resolved[0] if one.resolved else None,
        "resolved_note": one.resolved[1] if one.resolved else None,
        "id": one.work.id if one.work else None,
        "original_title": one.work.title if one.work else None,
        "language": one.work.language if one.work else None,
        "others": [work.id for work in one.works if work != one.work],
        "verdict": one.verdict,
        "sure": one.compared.sure if one.compared else None,
        "differences": [_difference(each, one) for each in one.differences],
        "sentences": [{"original": each.text, "english": each.draft or None} for each in one.sentences],
        "signed_off": _judgement(signed),
    }


def _difference(each: Difference, one: Quoted) -> Row:
    """What differs, with its span on both sides: in the quotation, and in one of its ``sentences``."""
    shown = one.compared.sentences if one.compared else ()
    sentence = shown.index(each.sentence) if each.sentence in shown else None
    original = one.sentences[sentence].text if sentence is not None else None
    return {
        "kind": each.kind,
        "message": each.message,
        "printed": one.quote.text[slice(*each.quoted)] if each.quoted else None,
        "span": list(each.quoted) if each.quoted else None,
        "sentence": sentence,
        "original": original[slice(*each.original)] if original and each.original else None,
        "original_span": list(each.original) if each.original else None,
    }


def _place(place: Place | None) -> Row:
    return {"series": place[0] if place else None, "note": place[1] if place else None}


def _judgement(said: Judgement | None) -> Row | None:
    return {"who": said.who, "at": said.at.isoformat(), "reason": said.reason or None} if said else None

"""An editor's list in plain words: ordered, counted and phrased, for the screen and for every kind of file.

In comes the mapping that :func:`srcxlate.findings.rows.listing_rows` gives, out comes a :class:`Sheet`. What
others wrote comes out in one line each and can do no harm on a terminal: what would move its cursor or turn
the direction of writing is shown as an escape, and so are :data:`OPENS` and :data:`CLOSES` where a report
has them itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from srcxlate.languages import ORIGINAL
from srcxlate.show import visible

Row = Mapping[str, Any]
Table = tuple[tuple[str, ...], ...]
"""Rows of cells; the first one is the head."""

OPENS, CLOSES = "⟦", "⟧"
"""What stands round the part of an original that is at issue, where there is no other way to mark it. These
are marks of mathematics: titles have 【…】 and 〔…〕, but not these."""
SHORTEST_KEY = 6
"""Digits of a key that are shown at least."""
SEVERITIES = {
    "error": "a fact is wrong",
    "warning": "look at it",
    "info": "a trifle, or likely right",
}
"""The gravest first, each with what it means."""
VERDICTS = {
    "differs": "says something else than the text",
    "not-found": "was not found in the text at hand",
    "no-text": "the work's text is not at hand",
    "no-work": "none of its notes cites a work in another language",
    "faithful": "agrees with the text",
    "signed-off": "a person stands for it",
}
"""What is said of quotations, what an editor should look at first, each with what it means."""
MOST_WANTED = 10
"""Texts that are asked for."""
GONE = "Gone since the earlier version"
WANTED = "Texts that would settle the most quotations"
CREDITS = "Sources of the words’ English"
"""Headings that stand over the same everywhere."""
UNKNOWN = "(in no dictionary at hand)"
NOTHING = "Nothing was found: the checks have nothing to say of this report."
HOW_TO_ADD = "srcxlate add ID FILE"
_LONGEST_LINE = 100
"""Characters of a quotation that is told in one line."""
_OWN_MARKS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in OPENS + CLOSES})
_BREAKS = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
_SCRIPT = re.compile(f"[{ORIGINAL}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an original."""

    text: str
    reading: str
    meaning: str
    """Its English between quotation marks, what it does in the sentence in brackets, or :data:`UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class Item:
    """A finding."""

    severity: str
    kind: str
    key: str
    """As many digits as tell it from all others."""
    news: str | None
    """``new`` or ``kept`` against an earlier version."""
    place: str
    """Its note and line."""
    line: str | None
    """Its line, with words that stand there, where it is not that of its whole group: a report that came from
    a PDF has other lines on paper."""
    message: str
    printed: str
    original: tuple[str, str, str] | None
    """What stands before the part at issue, that part, what stands behind."""
    language: str | None
    words: tuple[Word, ...]
    dismissed: str | None
    """By whom, when and why."""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a note, or of the text between the notes."""

    head: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage, held against its source."""

    verdict: str
    key: str
    place: str
    quote: str
    work: str | None
    """The original title of the work and its id."""
    language: str | None
    sentences: tuple[tuple[str, str | None], ...]
    """Each that it renders, with its English."""
    differences: tuple[str, ...]
    signed: str | None
    """By whom, when and why."""

    @property
    def brief(self) -> str:
        """The passage for one line, cut between words where it is long."""
        if len(self.quote) <= _LONGEST_LINE:
            return self.quote
        cut = self.quote[: _LONGEST_LINE - 2]
        return (cut.rpartition(" ")[0] or cut) + " …"


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that an editor is told of a report."""

    title: str
    headline: str
    """How many findings, by severity; or that there are none."""
    versions: str | None
    """What is new, kept and gone against an earlier version; None: there is none."""
    counts: Table
    """Findings by kind and severity; empty without findings."""
    groups: tuple[Group, ...]
    """All but what was dismissed."""
    dismissed: tuple[Item, ...]
    gone: tuple[Item, ...]
    quoted: str
    """How many passages are quoted."""
    verdicts: Table
    """How many there are of each, and what it means; without a head."""
    open_quotations: tuple[Quotation, ...]
    """Those that an editor should look at."""
    settled_quotations: tuple[Quotation, ...]
    """The faithful ones, and those that a person signed off."""
    waiting_quotations: tuple[Quotation, ...]
    """Those that no text is at hand for."""
    wanted: Table
    """The texts that would settle the most quotations."""
    more_wanted: int
    attribution: tuple[str, ...]


def sheet_of(rows: Row) -> Sheet:
    """An editor's list in plain words; what was dismissed is apart."""
    cut = _short_keys(row["key"] for part in ("findings", "gone", "quotes") for row in rows[part])
    found = sorted(rows["findings"], key=lambda row: (*_order(row), row["start"]))
    left = [row for row in found if not row["dismissed"]]
    quotations = _quotations(rows, cut)
    return Sheet(
        title=f"What does not agree in {plain(rows['report'])}",
        headline=_headline(left, len(found) - len(left)),
        versions=_versions(left, rows["gone"]),
        counts=_counts(left),
        groups=tuple(_groups(left, cut)),
        dismissed=tuple(_item(row, cut) for row in found if row["dismissed"]),
        gone=tuple(_item(row, cut) for row in sorted(rows["gone"], key=_order)),
        quoted=_quoted(len(quotations)),
        verdicts=_verdicts(quotations),
        open_quotations=tuple(one for one in quotations if one.verdict in ("differs", "not-found")),
        settled_quotations=tuple(one for one in quotations if one.verdict in ("faithful", "signed-off")),
        waiting_quotations=tuple(one for one in quotations if one.verdict in ("no-text", "no-work")),
        wanted=_wanted(rows["texts_wanted"][:MOST_WANTED]),
        more_wanted=max(0, len(rows["texts_wanted"]) - MOST_WANTED),
        attribution=tuple(map(plain, rows["attribution"])),
    )


def plain(text: str) -> str:
    """Text in one line that can do no harm on a terminal, and that has no mark of ours."""
    return visible(_BREAKS.sub(" ", text)).translate(_OWN_MARKS)


def legend(marked: str) -> tuple[str, ...]:
    """What the words and marks of the list mean.

    :param marked: how the part at issue is marked.
    """
    severities = "; ".join(f"{name}: {meaning}" for name, meaning in SEVERITIES.items())
    return (
        f"{severities}.",
        f"{marked} is the part of an original that is at issue; its words follow with their English.",
        "The digits behind a kind are the finding's key: srcxlate findings dismiss KEY --reason ….",
    )


# -- findings --------------------------------------------------------------------------------------


def _order(row: Row) -> tuple[int, int]:
    """By note; what stands between the notes comes first."""
    return row["series"] or 0, row["note"] or 0


def _groups(rows: Iterable[Row], cut: Callable[[str], str]) -> Iterator[Group]:
    for _, members in groupby(rows, key=_order):
        group = list(members)
        note = _note(group[0])
        lines = {row["line"] for row in group}
        shared = note is not None and len(lines) == 1
        head = f"{note.capitalize() if note else 'The text'}{f', line {lines.pop()}' if shared else ''}"
        yield Group(head, tuple(_item(row, cut, with_line=not shared) for row in group))


def _item(row: Row, cut: Callable[[str], str], *, with_line: bool = False) -> Item:
    return Item(
        severity=row["severity"],
        kind=row["kind"],
        key=cut(row["key"]),
        news=row["news"],
        place=_place(row),
        line=_line(row) if with_line else None,
        message=plain(row["message"]),
        printed=plain(row["printed"]),
        original=_marked(row["original"], row["at_issue"]) if row["original"] else None,
        language=row["language"],
        words=tuple(_words(row["gloss"])),
        dismissed=_said("Dismissed", row["dismissed"]) if row["dismissed"] else None,
    )


def _note(row: Row) -> str | None:
    if row["note"] is None:
        return None
    return f"note {row['note']}" + (f" (series {row['series']})" if row["series"] > 1 else "")


def _place(row: Row) -> str:
    line = (_line(row) if row["note"] is None else f"line {row['line']}") if row["line"] else None
    return ", ".join(filter(None, (_note(row), line))) or "the text"


def _line(row: Row) -> str:
    """A line, and some words that stand there: a quotation's own stand beside it anyhow."""
    return f"line {row['line']}" + (f", “{plain(row['near'])}”" if row.get("near") else "")


def _marked(original: str, at_issue: Sequence[int] | None) -> tuple[str, str, str]:
    start, end = at_issue or (0, 0)
    return plain(original[:start]), plain(original[start:end]), plain(original[end:])


def _words(gloss: Iterable[Row]) -> Iterator[Word]:
    """The words of a gloss; figures, Latin letters and punctuation need none."""
    for word in gloss:
        if word["reading"] is None and not _SCRIPT.search(word["word"]):
            continue
        meaning = UNKNOWN
        if word["english"]:
            opening, closing = "()" if word["authority"] == "grammar" else "“”"
            meaning = f"{opening}{plain(word['english'])}{closing}"
        yield Word(plain(word["word"]), plain(word["reading"] or ""), meaning)


def _said(what: str, judgement: Row) -> str:
    """What a person said, with the day (UTC) on which it was said."""
    reason = f": {plain(judgement['reason'])}" if judgement["reason"] else ", no reason given"
    return f"{what} by {plain(judgement['who'])} on {plain(judgement['at'])[:10]}{reason}"


def _short_keys(keys: Iterable[str]) -> Callable[[str], str]:
    """Cuts a key to the fewest digits that tell it from the others, but not below :data:`SHORTEST_KEY`."""
    shortest: Counter[str] = Counter()
    for one, other in pairwise(sorted(set(keys))):
        alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
        shortest[one] = max(shortest[one], alike + 1)
        shortest[other] = max(shortest[other], alike + 1)
    return lambda key: key[: max(SHORTEST_KEY, shortest[key])]


# -- counts ----------------------------------------------------------------------------------------


def _headline(left: Sequence[Row], dismissed: int) -> str:
    gone_by = f"{dismissed} dismissed" if dismissed else None
    if not left:
        return f"Nothing is left to look at: {gone_by}." if gone_by else NOTHING
    by_severity = Counter(row["severity"] for row in left)
    graded = ", ".join(_counted(by_severity[name], name) for name in SEVERITIES if by_severity[name])
    return f"{_counted(len(left), 'finding')}: {graded}" + (f"; {gone_by}." if gone_by else ".")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 or noun == 'info' else 's'}"


def _versions(left: Sequence[Row], gone: Sequence[Row]) -> str | None:
    news = Counter(row["news"] for row in left)
    if not (news["new"] or news["kept"] or gone):
        return None
    return f"Against the earlier version: {news['new']} new, {news['kept']} kept, {len(gone)} gone."


def _counts(left: Sequence[Row]) -> Table:
    """Findings by kind, the kinds with the most of the gravest first."""
    if not left:
        return ()
    kinds: dict[str, Counter[str]] = {}
    for row in left:
        kinds.setdefault(row["kind"], Counter()).update([row["severity"]])
    ordered = sorted(kinds.items(), key=lambda each: (*(-each[1][name] for name in SEVERITIES), each[0]))
    return (
        ("kind", *SEVERITIES),
        *((kind, *(str(counts[name] or "") for name in SEVERITIES)) for kind, counts in ordered),
    )


def _quoted(count: int) -> str:
    if not count:
        return "No quoted passage was found."
    return f"{_counted(count, 'quoted passage')}:"


def _verdicts(quotations: Iterable[Quotation]) -> Table:
    counts = Counter(one.verdict for one in quotations)
    return tuple((str(counts[name]), name, meaning) for name, meaning in VERDICTS.items() if counts[name])


def _wanted(rows: Iterable[Row]) -> Table:
    cells = tuple((str(row["quotes"]), plain(row["id"]), plain(row["title"])) for row in rows)
    return (("quotations", "ID", "original title"), *cells) if cells else ()


# -- quotations ------------------------------------------------------------------------------------


def _quotations(rows: Row, cut: Callable[[str], str]) -> list[Quotation]:
    """The quotations in the order of the report, those that differ first."""
    verdicts = list(VERDICTS)
    made = [_quotation(row, cut) for row in rows["quotes"]]
    return sorted(made, key=lambda one: verdicts.index(one.verdict))


def _quotation(row: Row, cut: Callable[[str], str]) -> Quotation:
    place = _place(row)
    target = {"series": row["resolved_series"], "note": row["resolved_note"]}
    if target["note"] is not None and target != {"series": row["series"], "note": row["note"]}:
        place += f", taken from the work of {_note(target)}"
    no_work = row["verdict"] == "no-text" and row["id"] is None
    return Quotation(
        verdict="signed-off" if row["signed_off"] else "no-work" if no_work else row["verdict"],
        key=cut(row["key"]),
        place=place,
        quote=plain(row["quote"]),
        work=f"{plain(row['original_title'])} ({plain(row['id'])})" if row["id"] else None,
        language=row["language"],
        sentences=tuple(
            (plain(each["original"]), plain(each["english"]) if each["english"] else None)
            for each in row["sentences"]
        ),
        differences=tuple(plain(each["message"]) for each in row["differences"]),
        signed=_said("signed off", row["signed_off"]) if row["signed_off"] else None,
    )

"""What commands print: tables and cards for people on a terminal, JSON for programs.

In come values, out come rows (for ``--json``) and Rich renderables; nothing is read or changed here. A
table has columns that fit 80 characters; what has more to tell is a card, so that ids stay in one piece.
"""

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from srcxlate.differences import marked
from srcxlate.languages import NAMES
from srcxlate.sources import Locator, Source, container_keys

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from srcxlate.bench import Difference, Score, Trial
    from srcxlate.desk.models import Segment
    from srcxlate.desk.recall import Imported, Suggestion
    from srcxlate.desk.record import Settled
    from srcxlate.desk.runs import Drafting, Loaded, Summary
    from srcxlate.engines.store import Model
    from srcxlate.glossary import Finding
    from srcxlate.glossary.entries import Entry
    from srcxlate.glossary.exchange import Intake
    from srcxlate.glossary.termlists import TermList
    from srcxlate.route import Route

Row = dict[str, Any]

_TELL_EVERY = 2.0
"""Seconds between two lines of progress where stderr is no terminal."""
_MOVES = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON lets through and a terminal obeys, or cannot write."""


# -- ways out ------------------------------------------------------------------------------------


def print_json(value: Any, *, lines: bool = False) -> None:
    """A value as JSON on stdout, and nothing else there.

    :param lines: in one line, for one object a line.
    """
    sys.stdout.write(as_json(value, plain="utf" in (sys.stdout.encoding or "").lower(), lines=lines))


def as_json(value: Any, *, plain: bool = True, lines: bool = False) -> str:
    """A value as JSON that cannot move a terminal's cursor, with a line end.

    :param plain: letters beyond ASCII as they are; :param lines: in one line.
    """
    text = json.dumps(value, ensure_ascii=not plain, indent=None if lines else 2)
    return _MOVES.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def console(*, stderr: bool = False) -> "Console":
    """A console for people; colour and width as the terminal has them, plain text elsewhere."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def visible(text: str) -> str:
    """Text that cannot move a terminal's cursor or turn its direction: what could is shown as an escape."""
    return "".join(
        c
        if c == "\n" or c.isprintable() or unicodedata.category(c) == "Zs"
        else c.encode("unicode_escape").decode()
        for c in text.replace("\t", " ")
    )


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """Progress on stderr, to be called with what is done, the whole, and what it is.

    A bar on a terminal; elsewhere a line now and then.
    """
    screen = console(stderr=True)
    if not screen.is_terminal:
        yield _in_lines(screen)
        return
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total, what: bar.update(
            task, completed=done, total=total, description=visible(what)
        )


def _in_lines(screen: "Console") -> Callable[[int, int, str], None]:
    last = time.monotonic()

    def tell(done: int, total: int, what: str) -> None:
        nonlocal last
        if time.monotonic() - last > _TELL_EVERY:
            last = time.monotonic()
            screen.print(f"{visible(what)}: {100 * done // max(total, 1)} %")

    return tell


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> "RenderableType":
    """A table of plain words: markup in a title is shown, not obeyed."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        made.add_column(name, overflow="fold")
    for row in rows:
        made.add_row(*(Text(visible(cell)) for cell in row))
    return made


def card(head: str, lines: Iterable[tuple[str, str | None]]) -> "RenderableType":
    """A head in one piece, and under it a line for each name that has a value."""
    from rich.console import Group
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in lines:
        if value:
            grid.add_row(name, Text(visible(value)))
    return Group(
        Text(visible(head), style="bold", overflow="fold"), Padding(grid, (0, 0, 1, 2), expand=False)
    )


# -- extract, route -----------------------------------------------------------------------------


def citation_table(rows: Iterable[Row]) -> "RenderableType":
    """The rows of ``extract``."""
    cells = [[str(r["note"]), r["language"], r["role"], r["original"], r["english"] or ""] for r in rows]
    return table(["note", "", "role", "original", "English as printed"], cells)


def quote_table(rows: Iterable[Row]) -> "RenderableType":
    """The quoted passages of ``extract --quotes``."""
    cells = [[" ".join(str(note["note"]) for note in row["notes"]) or "–", row["text"]] for row in rows]
    return table(["notes", "quoted passage"], cells)


def route_row(found: "Route") -> Row:
    """A text's language as ``route --json`` prints it."""
    return {
        "text": found.text,
        "language": found.language,
        "script": found.script,
        "confidence": found.confidence,
        "evidence": list(found.evidence),
    }


def route_table(routes: Iterable["Route"]) -> "RenderableType":
    """The languages of texts, with the evidence."""
    cells = [[r.text, r.script or r.language, f"{r.confidence:.2f}", "; ".join(r.evidence)] for r in routes]
    return table(["text", "language", "confidence", "evidence"], cells)


# -- segments ------------------------------------------------------------------------------------


def segment_row(segment: "Segment", risks: Sequence[str]) -> Row:
    """A segment as ``queue --json`` prints it."""
    draft = segment.draft
    return {
        "id": segment.source,
        "segment": segment.key,
        "language": segment.language,
        "status": segment.status,
        "original": segment.original,
        "draft": draft.text if draft else None,
        "corrected": segment.english,
        "terms": draft.terms if draft else [],
        "engine": draft.signature if draft else None,
        "checks": list(risks),
    }


def segment_card(row: Row) -> "RenderableType":
    """A row of ``queue`` or ``draft`` for people."""
    parts = (
        row["id"],
        "" if row["segment"] == "title" else row["segment"],
        row.get("language", ""),
        row.get("status", ""),
    )
    lines = [
        ("original", row["original"]),
        ("draft", row["draft"] if row.get("corrected") is None else None),
        (row.get("status", ""), row.get("corrected")),
    ]
    return card(
        "  ".join(part for part in parts if part),
        [*lines, ("why", row.get("why")), *(("look at", risk) for risk in row.get("checks", ()))],
    )


def draft_row(segment: "Segment") -> Row:
    """A segment that was drafted, as ``draft --json`` prints it."""
    draft = segment.draft
    return {
        "id": segment.source,
        "segment": segment.key,
        "original": segment.original,
        "draft": draft.text if draft else None,
        "engine": draft.signature if draft else None,
        "terms": draft.terms if draft else [],
    }


def foreseen_rows(drafting: "Drafting", segments: Iterable["Segment"], why: Mapping[int, str]) -> list[Row]:
    """The segments that would be drafted and why: whether a term will be kept nobody knows yet.

    :param why: by primary key.
    """
    jobs = {segment: job for job in drafting.jobs for segment in job.segments}
    rows = []
    for segment in segments:
        row = draft_row(segment)
        if job := jobs.get(segment.pk):
            terms = [
                {"original": term.original, "english": term.english, "kept": None}
                for term in job.request.terms
            ]
            identity = job.engine.identity
            row |= {
                "draft": None,
                "engine": f"{identity.engine} {identity.model}",
                "terms": terms,
                "why": why[segment.pk],
            }
        rows.append(row)
    return rows


# -- run -----------------------------------------------------------------------------------------


def run_row(summary: "Summary", counts: Mapping[str, int]) -> Row:
    """What a run did, as ``run --json`` prints it.

    :param counts: segments by status.
    """
    return {
        "sources": len(summary.merged.records),
        "segments": sum(counts.values()),
        "drafted": summary.drafted,
        "reused": summary.reused,
        "undetermined": counts.get("undecided", 0),
        "engine": ", ".join(summary.engines) or None,
        "seconds": round(summary.seconds, 2),
        "queue": dict(counts),
    }


def run_lines(summary: "Summary") -> Iterator[str]:
    """What a run did, for people."""
    yield from map(str, summary.merged.differences)
    yield from _settled_lines(summary.settled)
    made = {
        ("work", "added"): len(summary.merged.added),
        ("segment", "changed"): summary.synced.changed,
        ("segment", "gone from its source"): summary.synced.unlisted,
        ("segment", "drafted"): summary.drafted,
        ("draft", "reused"): summary.reused,
    }
    if any(made.values()):
        told = ", ".join(
            f"{count} {noun}{'' if count == 1 else 's'} {done}"
            for (noun, done), count in made.items()
            if count
        )
        waiting = ". Drafts wait for a person: srcxlate queue" if summary.drafted or summary.reused else ""
        yield f"{told} in {summary.seconds:.0f} s{waiting}"
    elif not summary.unserved:
        yield "nothing new: every work is known and every segment has its draft"


def _settled_lines(settled: "Settled") -> Iterator[str]:
    yield from settled.taken
    yield from (f"not taken in: {line}" for line in settled.left)


def loaded_lines(loaded: "Loaded", reviewed: int) -> Iterator[str]:
    """What was taken in from files, for people.

    :param reviewed: the segments that have a person's English now.
    """
    yield from _settled_lines(loaded.settled)
    yield f"{reviewed} segments have a person's English; {loaded.settled.written} files written"
    if loaded.rebuilt:
        yield (
            "not in any file, so not rebuilt: drafts and why they were returned (make them again with "
            "'srcxlate draft'), earlier versions, comments, declined terms, and works of open language "
            "(found again by 'srcxlate run REPORT'). A backup of .srcxlate has them."
        )


def print_segments(rows: Sequence[Row], *, as_json: bool) -> None:
    """Segments on stdout: as JSON, or a card each."""
    if as_json:
        print_json(rows)
        return
    out = console()
    for row in rows:
        out.print(segment_card(row))


def summary_table(per_language: Mapping[str, Mapping[str, int]]) -> "RenderableType":
    """Counts of segments by language and status."""
    statuses = [
        s
        for s in ("undecided", "undrafted", "drafted", "corrected", "approved", "published")
        if any(row.get(s) for row in per_language.values())
    ]
    rows = [
        [NAMES[language], str(sum(row.values())), *(str(row.get(s, 0)) for s in statuses)]
        for language, row in per_language.items()
    ]
    return table(["language", "segments", *statuses], rows)


# -- sources and models --------------------------------------------------------------------------


def citation(source: Source, reviewed: Mapping[str, str | None] = MappingProxyType({})) -> str:
    """A citation ready to paste: author, romanised and original title (English), publisher, date, address.

    :param reviewed: the reviewed English of its segments, by key; it is taken before what the report prints.
    """
    title = f"‘{source.romanised}’ {source.title}" if source.romanised else source.title
    meaning = reviewed.get("title") or source.english
    title += f" ({meaning})" if meaning else ""
    held = []
    for key, container in zip(container_keys(source), source.containers, strict=True):
        meaning = reviewed.get(key) or container.english
        words = " ".join(filter(None, (container.romanised, container.title)))
        held.append(f"in {words}" + (f" ({meaning})" if meaning else ""))
    parts = [part for part in (source.author, title, *held, source.publisher, source.date) if part]
    return ", ".join(parts) + (f" <{source.url}>" if source.url else "") + "."


def source_row(
    source: Source,
    segments: Sequence["Segment"],
    histories: Mapping[int, Sequence[str]] = MappingProxyType({}),
) -> Row:
    """A work as ``show --json`` prints it: all its forms side by side.

    :param histories: what happened to each segment, in words, by primary key.
    """
    reviewed = {s.key: None if s.stale else s.reviewed for s in segments}
    return {
        "id": source.id,
        "language": source.language,
        "script": source.script,
        "original": source.title,
        "romanised": source.romanised,
        "printed": source.english,
        "reviewed": reviewed.get("title"),
        "status": segments[0].status if segments else None,
        "segments": [
            {
                "segment": s.key,
                "original": s.original,
                "romanised": s.romanised or None,
                "printed": s.printed or None,
                "draft": s.draft.text if s.draft else None,
                "corrected": s.english,
                "reviewed": s.reviewed,
                "status": s.status,
                "stale": s.stale,
                "history": list(histories.get(s.pk, ())),
            }
            for s in segments
        ],
        "cited": [at.model_dump(mode="json") for at in source.cited],
        "variants": [v.model_dump(mode="json", exclude_none=True) for v in source.variants],
        "ignored": source.ignored.model_dump(mode="json") if source.ignored else None,
        "citation": citation(source, reviewed),
    }


def source_card(row: Row) -> "RenderableType":
    """A work for people: its forms one under the other, its status, its citation."""
    lines: list[tuple[str, str | None]] = []
    for segment in row["segments"] or [row]:
        inner = "" if segment.get("segment", "title") == "title" else f"{segment['segment']}: "
        lines += [
            (f"{inner}original", segment["original"]),
            ("romanised", segment["romanised"]),
            ("printed English", segment["printed"]),
            ("reviewed English", segment["reviewed"]),
            ("corrected, not approved", None if segment["reviewed"] else segment.get("corrected")),
            ("draft (unreviewed)", None if segment.get("corrected") else segment.get("draft")),
            ("status", _status(segment)),
        ]
        if segment.get("corrected"):
            lines.append(("history", "\n".join(segment["history"])))
    if row["ignored"]:
        lines.append(("ignored", f"{row['ignored']['reason']} ({row['ignored']['by']})"))
    lines.append(("cited in", "; ".join(str(Locator.model_validate(at)) for at in row["cited"])))
    for variant in row["variants"]:
        notes = ", ".join(str(at["note"]) for at in variant.get("at", ()))
        name = f"note {notes} prints" if notes else "also known as"
        lines.append((name, "; ".join(f"{k} {v}" for k, v in variant.items() if k != "at")))
    return card(f"{row['id']}  {row['language']}", lines)


def citation_line(row: Row) -> "Text":
    """A work's citation in one line, for pasting: print it without wrapping."""
    from rich.text import Text

    return Text(visible(row["citation"]) + "\n")


def _status(segment: Row) -> str | None:
    if segment["status"] is None:
        return None
    stale = "; stale: its original changed since" if segment.get("stale") else ""
    return f"{segment['status']}{stale}"


def model_row(model: "Model") -> Row:
    """A model as ``models … --json`` prints it."""
    return {
        "name": model.name,
        "engine": model.engine,
        "languages": list(model.languages),
        "version": model.version,
        "size": model.size,
        "licence": model.licence,
        "digest": model.digest,
        "origin": model.origin,
        "test": model.test,
    }


def model_card(model: "Model") -> "RenderableType":
    """An installed model for people."""
    head = f"{model.name}  {model.engine}  {' '.join(model.languages)}" + (
        "  (test package)" if model.test else ""
    )
    size = f"{model.size / 1e6:,.1f} MB"
    return card(
        head,
        [
            ("version", model.version),
            ("size", size),
            ("licence", model.licence),
            ("SHA-256", model.digest),
            ("from", model.origin),
        ],
    )


def score_row(score: "Score") -> Row:
    """A row of the comparison of engines, as ``models bench --json`` prints it."""
    return {
        "model": score.model,
        "language": score.language,
        "kind": score.kind,
        "terms_told": score.told,
        "texts": score.texts,
        "chrf2": round(score.chrf, 2),
        "signature": score.signature,
        "terms": score.terms,
        "kept": score.kept,
        "flagged": score.flagged,
        "flags": dict(score.flags),
        "sentences_per_second": round(score.sentences_per_second, 2),
    }


def score_tables(scores: Sequence["Score"]) -> Iterator["RenderableType"]:
    """The comparison of engines for people, a table a model; a share says what it is a share of."""
    columns = ("LANG", "English", "terms", "texts", "chrF2", "kept", "flagged", "sentences/s")
    for model in dict.fromkeys(score.model for score in scores):
        of_model = [score for score in scores if score.model == model]
        rows = (
            (
                score.language,
                score.kind,
                "told" if score.told else "untold",
                str(score.texts),
                f"{score.chrf:.1f}",
                f"{score.kept} of {score.terms}",
                str(score.flagged),
                f"{score.sentences_per_second:.1f}",
            )
            for score in of_model
        )
        yield card(model, ())
        yield table(columns, rows)


def trial_rows(trial: "Trial") -> Iterator[Row]:
    """The drafts that were compared with their references, as ``models bench --json`` prints them."""
    for reference, english, flags in zip(trial.references, trial.drafts, trial.flags, strict=True):
        yield {
            "model": trial.model,
            "language": trial.route,
            "kind": trial.kind,
            "terms_told": trial.told,
            "original": reference.text,
            "english": reference.english,
            "draft": english,
            "flags": list(flags),
        }


def difference_row(difference: "Difference") -> Row:
    """How two models differ on the same texts, as ``models bench --json`` prints it."""
    return {
        "language": difference.route,
        "kind": difference.kind,
        "better": difference.better,
        "worse": difference.worse,
        "points": round(difference.points, 2),
        "chance": round(difference.chance, 4),
        "texts": difference.texts,
        "advice": difference.advice,
    }


# -- the memory ------------------------------------------------------------------------------------


def percent(similarity: float) -> str:
    """A similarity for people; 100 % is said of the same text alone."""
    return f"{int(similarity * 100 + 1e-9)} %"


def origin(one: "Suggestion") -> str:
    """Whose a suggestion is, when and where it was made: 'approved by Kim, 2024-05-31, hayashi title'."""
    approved = one.approved
    date = f"{approved.at:%Y-%m-%d}" if approved.at.year > 1 else ""  # imported ones may have none
    deed = ("imported", approved.who) if one.imported else (f"approved by {approved.who}",)
    return ", ".join(filter(None, (*deed, date, approved.where)))


def suggestion_row(one: "Suggestion") -> Row:
    """A similar text as ``memory search --json`` prints it."""
    approved = one.approved
    return {
        "similarity": round(one.similarity, 4),
        "original": approved.original,
        "language": approved.language,
        "script": approved.script,
        "english": approved.english,
        "imported": one.imported,
        "who": approved.who or None,
        "at": approved.at.isoformat() if approved.at.year > 1 else None,
        "where": approved.where,
    }


def suggestion_card(one: "Suggestion") -> "RenderableType":
    """A similar text for people."""
    approved = one.approved
    lines = [("English", approved.english), ("from", origin(one)), ("difference", marked(one.difference))]
    head = f"{percent(one.similarity)}  {approved.script or approved.language}  {approved.original}"
    return card(head, lines)


def imported_row(file: str, into: str, imported: "Imported") -> Row:
    """What was taken in from a TMX file, as ``memory import --json`` prints it."""
    reading = imported.reading
    return {
        "file": file,
        "into": into,
        "translations": reading.units,
        "changed": imported.changed,
        "skipped": [
            {"reason": reason, "count": skipped.count, "line": skipped.line}
            for reason, skipped in reading.skipped.items()
        ],
        "reduced": reading.reduced,
    }


def imported_lines(into: str, imported: "Imported") -> Iterator[str]:
    """What was taken in from a TMX file, for people."""
    reading = imported.reading
    for reason, skipped in reading.skipped.items():
        yield f"left out: {_many(skipped.count, 'unit')} (the first in line {skipped.line}): a unit {reason}"
    if reading.reduced:
        yield f"inline codes were left out of {_many(reading.reduced, 'segment')}"
    count = _many(reading.units, "translation")
    yield f"{count} imported, as suggestions: {into}" if imported.changed else f"{count}, all known: {into}"


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


# -- the glossary ----------------------------------------------------------------------------------

MOST_CARDS = 10
"""Terms that are shown with all that is known of them; more are a table."""
MOST_TOLD = 20
"""Faults or conflicts of a file that are told one by one; JSON has all."""


def term_row(entry: "Entry") -> Row:
    """A glossary entry as ``glossary … --json`` prints it."""
    return entry.model_dump(mode="json")


def terms_shown(entries: Sequence["Entry"]) -> "RenderableType":
    """Glossary entries for people: a few with all that is known of them, more as a table."""
    from rich.console import Group

    if len(entries) > MOST_CARDS:
        rows = ([e.original, e.language, e.english, "; ".join(e.variants)] for e in entries)
        return table(["original", "", "English", "also written"], rows)
    return Group(*(_term_card(entry) for entry in entries))


def _term_card(entry: "Entry") -> "RenderableType":
    lines = [
        ("English", entry.english),
        ("also written", "; ".join(entry.variants)),
        ("avoid", "; ".join(entry.avoid)),
        ("scope", entry.scope),
        ("note", entry.note),
        ("authority", entry.authority),
    ]
    return card(f"{entry.original}  {entry.language}", lines)


def finding_row(finding: "Finding") -> Row:
    """A finding in the glossary, as ``glossary check --json`` prints it."""
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "kind": finding.kind,
        "severity": finding.severity,
        "message": finding.message,
        "mend": finding.mend,
    }


def finding_card(finding: "Finding", root: str) -> "RenderableType":
    """A finding in the glossary for people.

    :param root: the folder from which its file is named.
    """
    place = str(finding.place).removeprefix(f"{root}/")
    lines = [(finding.kind, finding.message), ("mend", finding.mend)]
    return card(f"{finding.severity}  {place}", lines)


def intake_row(file: str, into: str | None, found: "TermList", intake: "Intake") -> Row:
    """What was taken in from a file of terms, as ``glossary import --json`` prints it.

    :param into: the glossary file that was written, if one was.
    """
    return {
        "file": file,
        "into": into,
        "added": [term_row(entry) for entry in intake.added],
        "known": intake.known,
        "conflicts": [
            {
                "line": conflict.place.line,
                "original": conflict.entry.original,
                "language": conflict.entry.language,
                "english": conflict.entry.english,
                "there": conflict.there.english,
                "under": conflict.there.original,
            }
            for conflict in intake.conflicts
        ],
        "broken": [
            {"line": fault.place and fault.place.line, "message": fault.message, "mend": fault.mend}
            for fault in found.broken
        ],
        "left_out": dict(found.left_out),
    }


def intake_line(intake: "Intake", broken: int, into: str | None) -> str:
    """What was taken in from a file of terms, in one line.

    :param into: the glossary file that was written, if one was.
    """
    added = f"{len(intake.added):,} {'entry' if len(intake.added) == 1 else 'entries'}"
    parts = [
        f"{added} added to {into}" if into else f"{added} would be added" if intake.added else "nothing new",
        f"{intake.known:,} known" if intake.known else "",
        f"{len(intake.conflicts):,} in conflict, not taken" if intake.conflicts else "",
        f"{broken:,} broken, not taken" if broken else "",
    ]
    return ", ".join(part for part in parts if part)

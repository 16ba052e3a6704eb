"""What commands print: tables for people on a terminal, JSON for programs.

In come values, out come rows and Rich renderables; nothing is read or changed here.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from srcxlate.languages import NAMES
from srcxlate.sources import Source

if TYPE_CHECKING:
    from rich.console import Console

    from srcxlate.desk.models import Segment


def print_json(value: Any) -> None:
    """A value as JSON on stdout, and nothing else there."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def console(*, stderr: bool = False) -> "Console":
    """A console for people; colour and width as the terminal has them, plain text elsewhere."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr: call it with what is done and the whole; lines now and then if it is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    screen = console(stderr=True)
    if not screen.is_terminal:
        told = -1

        def tell(done: int, total: int) -> None:
            nonlocal told
            tenth = 10 * done // max(total, 1)
            if tenth != told:
                told = tenth
                screen.print(f"{what}: {done} of {total}", markup=False)

        yield tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Any:
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


def visible(text: str) -> str:
    """Text that cannot move a terminal's cursor or turn its direction: control characters are shown as escapes."""
    return "".join(
        c if c in "\n\t" or (c.isprintable() or c == "\u3000") else c.encode("unicode_escape").decode() for c in text
    )


def segment_row(segment: "Segment", risks: Sequence[str]) -> dict[str, Any]:
    """A segment as ``queue --json`` prints it."""
    draft = segment.draft
    return {
        "id": segment.source, "segment": segment.key, "language": segment.language, "status": segment.status,
        "original": segment.original, "draft": draft.text if draft else None, "corrected": None,
        "terms": draft.terms if draft else [], "engine": f"{draft.engine} {draft.model}" if draft else None, "checks": list(risks),
    }  # fmt: skip


def citation(source: Source, english: str | None = None) -> str:
    """A citation ready to paste: author, romanised title, original title (English), publisher, date <address>."""
    title = f"‘{source.romanised}’ {source.title}" if source.romanised else source.title
    meaning = english or source.english
    title += f" ({meaning})" if meaning else ""
    held = [f"in {c.romanised + ' ' if c.romanised else ''}{c.title}{f' ({c.english})' if c.english else ''}" for c in source.containers]
    parts = [part for part in (source.author, title, *held, source.publisher, source.date) if part]
    return ", ".join(parts) + (f" <{source.url}>" if source.url else "") + "."


def source_row(source: Source, segments: Sequence["Segment"], report: str | None = None, note: int | None = None) -> dict[str, Any]:
    """A work as ``show --json`` prints it: all its forms side by side."""
    return {
        "id": source.id, "language": source.language, "script": source.script, "original": source.title,
        "romanised": source.romanised, "printed": source.english, "reviewed": None,
        "status": segments[0].status if segments else None,
        "segments": [
            {"segment": s.key, "original": s.original, "romanised": s.romanised or None, "printed": s.printed or None,
             "draft": s.draft.text if s.draft else None, "reviewed": None, "status": s.status}
            for s in segments
        ],
        "cited": [at.model_dump(mode="json") for at in source.cited],
        "variants": [v.model_dump(mode="json", exclude_none=True) for v in source.variants],
        "citation": citation(source),
    }  # fmt: skip


def summary_table(per_language: Mapping[str, Mapping[str, int]]) -> Any:
    """Counts of segments by language and status."""
    statuses = [s for s in ("undecided", "undrafted", "drafted", "corrected", "approved", "published")
                if any(row.get(s) for row in per_language.values())]
    rows = [[NAMES[language], str(sum(row.values())), *(str(row.get(s, 0)) for s in statuses)]
            for language, row in per_language.items()]
    return table(["language", "segments", *statuses], rows)


def source_card(row: Mapping[str, Any]) -> Any:
    """A work for people: its forms one under the other, its status, its citation."""
    from rich.table import Table
    from rich.text import Text

    card = Table.grid(padding=(0, 2))
    card.add_column(style="dim", no_wrap=True)
    card.add_column(overflow="fold")

    def line(name: str, value: str | None) -> None:
        if value:
            card.add_row(name, Text(visible(value)))

    line("id", row["id"])
    for segment in row["segments"] or [row]:
        inner = "" if segment.get("segment", "title") == "title" else f"{segment['segment']}: "
        line(inner + "original", segment["original"])
        line("romanised", segment["romanised"])
        line("printed English", segment["printed"])
        line("reviewed English", segment["reviewed"])
        line("draft (unreviewed)", segment.get("draft"))
        line("status", segment["status"])
    line("cited in", ", ".join(f"{at['report']} note {at['note']}" + (f" (series {at['series']})" if at["series"] > 1 else "") for at in row["cited"]))
    for variant in row["variants"]:
        notes = ", ".join(str(at["note"]) for at in variant["at"])
        line(f"note {notes} prints", "; ".join(f"{k} {v}" for k, v in variant.items() if k != "at"))
    line("citation", row["citation"])
    card.add_row("", "")
    return card

"""An editor's list on a terminal.

In come the rows of a list, out come Rich renderables, one after the other; nothing is printed here.
"""

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, JustifyMethod, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table as Grid
from rich.text import Text

from srcxlate.findings.sheet import (
    CLOSES,
    CREDITS,
    GONE,
    HOW_TO_ADD,
    OPENS,
    WANTED,
    Item,
    Quotation,
    Row,
    Sheet,
    Table,
    Word,
    legend,
    sheet_of,
)

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_NUMBERS = frozenset({*_STYLES, "quotations"})
"""Columns of numbers."""


def shown(rows: Row, *, everything: bool = False) -> Iterator[RenderableType]:
    """A list for people: a summary, findings by note, quotations, texts that are wanted.

    :param everything: with what was dismissed, by whom, when and why, and quotations without a text.
    """
    sheet = sheet_of(rows)
    yield Text(sheet.title, style="bold")
    yield Text(sheet.headline)
    if sheet.versions:
        yield Text(sheet.versions)
    if sheet.counts:
        yield _table(sheet.counts)
        yield Text("\n".join(legend(f"{OPENS}…{CLOSES}")), style="dim")
    yield Text()
    for group in sheet.groups:
        yield from _section(group.head)
        yield from map(_finding, group.items)
    yield from _dismissed(sheet, everything=everything)
    if sheet.gone:
        yield from _section(GONE)
        yield from map(_brief, sheet.gone)
    yield from _quotations(sheet, everything=everything)
    if sheet.attribution:
        yield from _section(CREDITS)
        yield from map(Text, sheet.attribution)


def _section(title: str) -> Iterator[RenderableType]:
    yield Rule(Text(title, style="bold"), align="left", style="dim")


def _table(table: Table) -> RenderableType:
    """A table whose first row is its head; ids stay in one piece."""
    head, *rows = table
    drawn = Grid(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in head:
        justify: JustifyMethod = "right" if name in _NUMBERS else "left"
        drawn.add_column(name, overflow="fold", justify=justify, no_wrap=name == "ID")
    for row in rows:
        drawn.add_row(*map(Text, row))
    return drawn


# -- findings --------------------------------------------------------------------------------------


def _head(item: Item, *, place: str | None) -> Text:
    """Severity, kind, key, and what else tells a finding from others."""
    head = Text.assemble((item.severity, _STYLES[item.severity]), "  ", (item.kind, "bold"), "  ", item.key)
    if place:
        head.append(f"  {place}")
    if item.news:
        head.append(f"  {item.news}", style="bold green" if item.news == "new" else "dim")
    return head


def _finding(item: Item) -> RenderableType:

    lines: list[tuple[str, RenderableType]] = [("printed", Text(item.printed))]
    if item.original:
        before, part, behind = item.original
        marked = (f"{OPENS}{part}{CLOSES}", "bold underline") if part else ""
        lines.append(("original", Text.assemble(before, marked, behind)))
    if item.words:
        lines.append(("words", _words(item.words)))
    return _entry(_head(item, place=item.line), item.message, lines)


def _entry(head: Text, sentence: str | None, lines: Iterable[tuple[str, RenderableType]]) -> RenderableType:
    """A head, under it a sentence, and under that a line for each name."""
    grid = Grid.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in lines:
        grid.add_row(name, value)
    told = [Padding(Text(sentence), (0, 0, 0, 2))] if sentence else []
    return Group(head, *told, Padding(grid, (0, 0, 1, 2), expand=False))


def _words(words: Iterable[Word]) -> RenderableType:

    grid = Grid.grid(padding=(0, 2))
    for _ in range(3):
        grid.add_column(overflow="fold")
    for word in words:
        grid.add_row(Text(word.text), Text(word.reading, style="italic"), Text(word.meaning))
    return grid


def _brief(item: Item) -> RenderableType:
    """A finding in a few lines: where it was and what it said."""
    return _entry(_head(item, place=item.place), item.message, _whole(item))


def _whole(item: Item) -> Iterator[tuple[str, Text]]:

    yield "printed", Text(item.printed)
    if item.dismissed:
        yield "why", Text(item.dismissed)


def _dismissed(sheet: Sheet, *, everything: bool) -> Iterator[RenderableType]:

    if not sheet.dismissed:
        return
    if everything:
        yield from _section("Dismissed")
        yield from map(_brief, sheet.dismissed)
    else:
        yield Text(f"{len(sheet.dismissed):,} dismissed; --all shows them\n")


# -- quotations ------------------------------------------------------------------------------------


def _quotations(sheet: Sheet, *, everything: bool) -> Iterator[RenderableType]:

    yield from _section("Quotations")
    yield Text(sheet.quoted)
    for count, verdict, meaning in sheet.verdicts:
        yield Text(f"{count:>6}  {verdict}: {meaning}")
    yield Text()
    yield from map(_quotation, sheet.open_quotations)
    if sheet.settled_quotations:
        yield from map(_settled, sheet.settled_quotations)
        yield Text()
    if sheet.waiting_quotations and everything:
        yield from map(_settled, sheet.waiting_quotations)
        yield Text()
    elif sheet.waiting_quotations:
        yield Text("--all shows those without a text or a work too, with the keys for signoff\n")
    if sheet.wanted:
        yield from _section(WANTED)
        yield _table(sheet.wanted)
        more = f"; {sheet.more_wanted:,} more works are quoted" if sheet.more_wanted else ""
        yield Text(f"{HOW_TO_ADD} takes a text{more}\n")


def _quotation(one: Quotation) -> RenderableType:

    head = Text.assemble((one.verdict, _STYLES["warning"]), "  ", one.key, f"  {one.place}")
    lines: list[tuple[str, RenderableType]] = [("work", Text(one.work or ""))]
    for original, english in one.sentences:
        lines += [("original", Text(original)), ("English", Text(english or "(not drafted)"))]
    lines += [("differs", Text(message)) for message in one.differences]
    return _entry(head, f"“{one.quote}”", lines)


def _settled(one: Quotation) -> RenderableType:
    """A quotation in one line, cut at the terminal's width."""
    style = "green" if one.verdict in ("faithful", "signed-off") else "dim"
    line = Text.assemble((one.verdict, style), f"  {one.key}  {one.place}  “{one.brief}”")
    line.append(f"  {one.signed}" if one.signed else "")
    line.no_wrap, line.overflow = True, "ellipsis"
    return Group(line)  # a text alone is joined with others when it is printed, and wrapped

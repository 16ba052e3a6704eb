"""An editor's list as Markdown, for a folder or a pull request: read as it stands or rendered.

In come the rows of a list, out comes the text of a file, the same for the same rows. Words of the report
cannot become links, images, HTML, mentions or any other markup.
"""

import re
from collections.abc import Iterable, Iterator

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
    legend,
    sheet_of,
)

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|#\Z")
"""What CommonMark and GitHub obey in the middle of a line; what they obey at its start never stands there."""
_LIVE = re.compile(r"(?:(?:https?|ftp)://|www\.|mailto:|xmpp:)\S*|[@#]\w+|:[\w+-]+:", re.IGNORECASE)
"""What GitHub makes a link, a mention or a picture without being asked; in a code span it does not."""
_ENDS = ".,;:!?)]}”’»"
"""What stands behind an address in a sentence and is no part of it."""


def markdown(rows: Row) -> str:
    """A list as a Markdown file with a box to tick for each finding."""
    return "\n".join(_lines(sheet_of(rows))) + "\n"


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {_safe(sheet.title)}"
    yield from _block(sheet.headline)
    if sheet.versions:
        yield from _block(sheet.versions)
    if sheet.counts:
        yield from _table(sheet.counts)
        for line in legend(f"{OPENS}…{CLOSES}"):
            yield from _block(line)
        yield from ("", "## Findings")
    for group in sheet.groups:
        yield from ("", f"### {group.head}", "")
        for item in group.items:
            yield from _finding(item)
    yield from _list(GONE, map(_brief, sheet.gone))
    yield from _quotations(sheet)
    yield from _list("Dismissed", map(_brief, sheet.dismissed))
    yield from _list(CREDITS, (f"- {_safe(line)}" for line in sheet.attribution))


def _block(line: str) -> tuple[str, str]:
    """A paragraph of its own."""
    return "", _safe(line)


def _list(title: str, entries: Iterable[str]) -> Iterator[str]:
    """A section of entries; none without any."""
    told = list(entries)
    if told:
        yield from ("", f"## {title}", "", *told)


def _table(table: Table) -> Iterator[str]:
    """A table of our own words and figures."""
    head, *rows = table
    yield from ("", _row(head), _row("---" for _ in head))
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


# -- findings --------------------------------------------------------------------------------------


def _finding(item: Item) -> Iterator[str]:
    told = ", ".join(part for part in (item.news, item.line) if part)
    aside = f" ({_safe(told)})" if told else ""
    yield f"- [ ] **{item.severity}** {item.kind} {_code(item.key)}{aside}: {_safe(item.message)}"
    yield f"  - printed: {_code(item.printed)}"
    if item.original:
        yield f"  - original: {_original(item.original)}"
    if item.words:
        words = (_safe(" ".join(filter(None, (w.text, w.reading, w.meaning)))) for w in item.words)
        yield f"  - words: {' · '.join(words)}"


def _original(marked: tuple[str, str, str]) -> str:
    before, part, behind = map(_safe, marked)
    return before + (f"{OPENS}{part}{CLOSES}" if part else "") + behind


def _brief(item: Item) -> str:
    """A finding in one entry: where it was and what it said."""
    why = f" {_safe(item.dismissed)}." if item.dismissed else ""
    head = f"- **{item.severity}** {item.kind} {_code(item.key)} ({_safe(item.place)})"
    return f"{head}: {_safe(item.message)} Printed: {_code(item.printed)}.{why}"


# -- quotations ------------------------------------------------------------------------------------


def _quotations(sheet: Sheet) -> Iterator[str]:
    yield from ("", "## Quotations", *_block(sheet.quoted))
    if sheet.verdicts:
        yield ""
    yield from (f"- {count} **{verdict}**: {meaning}" for count, verdict, meaning in sheet.verdicts)
    if sheet.open_quotations:
        yield from ("", "### Quotations to look at", "")
    for one in sheet.open_quotations:
        yield from _quotation(one)
    if sheet.settled_quotations:
        yield from ("", "### Quotations that are settled", "")
    for one in sheet.settled_quotations:
        signed = f", {_safe(one.signed)}" if one.signed else ""
        yield f"- **{one.verdict}** {_code(one.key)} ({one.place}): “{_safe(one.brief)}”{signed}"
    if sheet.wanted:
        yield from ("", f"### {WANTED}", "")
        yield from (f"- {count}: {_code(work)} {_safe(title)}" for count, work, title in sheet.wanted[1:])
        more = f" {sheet.more_wanted:,} more works are quoted." if sheet.more_wanted else ""
        yield from ("", f"The number is that of quotations; `{HOW_TO_ADD}` takes a text.{more}")


def _quotation(one: Quotation) -> Iterator[str]:
    yield f"- [ ] **{one.verdict}** {_code(one.key)} ({one.place}): “{_safe(one.quote)}”"
    if one.work:
        yield f"  - work: {_safe(one.work)}"
    for original, english in one.sentences:
        yield f"  - original: {_safe(original)}"
        yield f"  - English: {_safe(english or '(not drafted)')}"
    yield from (f"  - differs: {_safe(message)}" for message in one.differences)


# -- what others wrote -----------------------------------------------------------------------------


def _safe(text: str) -> str:
    """Text that Markdown shows as it stands."""
    live: list[tuple[int, int]] = []
    for match in _LIVE.finditer(text):
        end = match.start() + len(match[0].rstrip(_ENDS))
        if live and live[-1][1] == match.start():  # two code spans side by side would be one
            live[-1] = live[-1][0], end
        else:
            live.append((match.start(), end))
    made, at = [], 0
    for start, end in live:
        made += [_MARKUP.sub(r"\\\g<0>", text[at:start]), _code(text[start:end])]
        at = end
    made.append(_MARKUP.sub(r"\\\g<0>", text[at:]))
    return "".join(made)


def _code(text: str) -> str:
    """Text as a code span: between more backticks than it has itself in a row."""
    most = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (most + 1)
    room = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") or not text else ""
    return f"{fence}{room}{text}{room}{fence}"

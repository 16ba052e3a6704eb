"""Lists of terms as tables: CSV as spreadsheets write it, and the glossaries of OmegaT, in and out.

In comes the text of a file, out comes a :class:`TermList`. The first line names the columns, with tabs,
semicolons or commas between them (spreadsheets write what their country does). Without such a line the
columns are original, English and note, as in OmegaT, and the language must be said. Several variants in one
cell stand apart by ``|``.

A cell that begins like a formula would be run by a spreadsheet, so it is written behind an apostrophe,
which reading takes away again (https://owasp.org/www-community/attacks/CSV_Injection; Japanese spreadsheets
take full-width signs, too).
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from srcxlate.errors import Fault, Place
from srcxlate.glossary.entries import Entry
from srcxlate.glossary.termlists import COLUMNS, LISTS, Fields, Gathering, TermList, refuse_unfit

_BETWEEN = "\t;,"
_OTHER_NAMES = {
    "source": "original", "term": "original", "target": "english", "translation": "english",
    "comment": "note", "notes": "note", "lang": "language",
}  # fmt: skip
"""What other programs call a column."""
_WITHOUT_HEADER = ("original", "english", "note")
_BARE, _BEHIND = re.compile(r"'*[=+\-@＝＋－＠]"), re.compile(r"'+[=+\-@＝＋－＠]")
"""How cells begin that a spreadsheet would run, bare and behind apostrophes."""


# -- in ------------------------------------------------------------------------------------------------


def parse_table(text: str, file: str, *, between: str = _BETWEEN, language: str | None = None) -> TermList:
    """The entries of a table; empty lines are no entries.

    :param file: the name to use in faults.
    :param between: what may stand between two cells.
    :param language: that of entries which name none.
    :raises Fault: the columns are not understood, a quotation mark is left open, or more than is read.
    """
    gathering = Gathering(file)
    text = text.removeprefix("\ufeff")
    sign, names = _header(text, between)
    if names is None:
        _parse_plain(text, between, language, gathering)
        return gathering.gathered()
    _refuse_columns(names, language, file)
    rows = _rows(text, file, delimiter=sign, strict=True)
    next(row for _, row in rows if any(row))
    unknown = [name for name in names if name and name not in COLUMNS]
    if unknown:
        gathering.leave_out(f"columns ({', '.join(unknown):.200})", len(unknown))
    for line, row in rows:
        if any(row[len(names) :]):
            gathering.refuse(line, f"has {len(row)} cells under {len(names)} columns", "Quote the cell.")
        elif any(row):
            cells = dict(zip(names, row, strict=False))
            gathering.take(line, _fields(cells, language))
    return gathering.gathered()


def _header(text: str, between: str) -> tuple[str, list[str] | None]:
    """What stands between cells, and the names of the columns; None where no line names them."""
    for sign in between:
        with io.StringIO(text, newline="") as lines:
            try:
                row = next((row for row in csv.reader(lines, delimiter=sign) if any(row)), [])
            except csv.Error:
                continue
        names = [_OTHER_NAMES.get(name, name) for name in (cell.strip().lower() for cell in row)]
        if {"original", "english"} <= set(names):
            return sign, names
    return between[0], None


def _refuse_columns(names: Sequence[str], language: str | None, file: str) -> None:
    twice = next((name for name in names if name in COLUMNS and names.count(name) > 1), None)
    if twice:
        raise Fault(f"has two columns {twice}", mend="Remove one.", place=Place(file, 1))
    if "language" not in names and language is None:
        mend = "Add one (ja, ko, zh), or say --language ja."
        raise Fault("has no column language", mend=mend, place=Place(file, 1))


def _parse_plain(text: str, between: str, language: str | None, gathering: Gathering) -> None:
    """Takes the entries of a table that names no columns.

    With tabs nothing is quoted and ``#`` begins a comment (OmegaT's manual, Glossaries), but a cell that
    stands in quotation marks as a whole comes from a spreadsheet.
    """
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    sign = next((sign for sign in between if sign in first), between[0])
    if first and (language is None or sign not in first):
        message = "does not begin with the names of columns"
        mend = f"Begin it with {','.join(COLUMNS[:3])}; for original and English alone say --language ja."
        raise Fault(message, mend=mend, place=Place(gathering.file, 1))
    tabs = sign == "\t"
    options: dict[str, Any] = {"quoting": csv.QUOTE_NONE} if tabs else {"strict": True}
    for line, row in _rows(text, gathering.file, delimiter=sign, **options):
        if not any(row) or (tabs and row[0].startswith("#")):
            continue
        if any(row[len(_WITHOUT_HEADER) :]):
            message = f"has {len(row)} cells where original, English and a note should be"
            gathering.refuse(line, message, "Quote the cell, or name the columns in the first line.")
            continue
        cells = [_unquoted(cell) for cell in row] if tabs else row
        gathering.take(line, _fields(dict(zip(_WITHOUT_HEADER, cells, strict=False)), language))


def _rows(text: str, file: str, **options: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table, each with the line in which it begins.

    :raises Fault: a quotation mark is left open, or a cell is too long.
    """
    with io.StringIO(text, newline="") as lines:
        reader = csv.reader(lines, **options)
        line = 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + 1
        except csv.Error as error:
            mend = 'Close the quotation mark; inside a quoted cell " is written "".'
            raise Fault(f"is no valid table: {error}", mend=mend, place=Place(file, line)) from error


def _fields(cells: dict[str, str], language: str | None) -> Fields:
    cells = {name: _run_again(cell) for name, cell in cells.items()}
    lists = {name: _split(cells[name]) for name in LISTS if name in cells}
    return cells | lists | {"language": cells.get("language") or language}


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if re.fullmatch(r'".*"', cell.strip()) and len(cell) > 1 else cell


def _run_again(cell: str) -> str:
    return cell[1:] if _BEHIND.match(cell) else cell


_PIECE = re.compile(r"((?:[^\\|]|\\[\\|]|\\)*+)(?:\||\Z)")


def _split(cell: str) -> list[str]:
    r"""The values of a list in a cell: ``|`` between them, ``\|`` and ``\\`` in them."""
    return [re.sub(r"\\([\\|])", r"\1", piece) for piece in _PIECE.findall(cell) if piece]


# -- out -----------------------------------------------------------------------------------------------


def render_table(entries: Sequence[Entry]) -> str:
    """Entries as CSV text: the columns of :data:`COLUMNS`, commas, lines that end as spreadsheets want it.

    :func:`parse_table` gives the same entries.

    :raises Fault: a value holds what a glossary cannot.
    """
    refuse_unfit(entries)
    with io.StringIO(newline="") as made:
        writer = csv.writer(made)
        writer.writerow(COLUMNS)
        for entry in entries:
            writer.writerow([_cell(getattr(entry, name)) for name in COLUMNS])
        return made.getvalue()


def _cell(value: str | Sequence[str] | None) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        value = "|".join(re.sub(r"[\\|]", r"\\\g<0>", one) for one in value if one)
    return f"'{value}" if _BARE.match(value) else value

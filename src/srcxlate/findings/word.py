"""An editor's list as a Word document: headings by note, a box to tick and room to write at each finding.

In come the rows of a list, out come the bytes of a .docx file, the same for the same rows. The part of an
original that is at issue is highlighted; words in Japanese, Korean and Chinese have fonts and a language of
their own, so that no proofing tool takes them for English. Tables are built from elements: through
python-docx's own a thousand findings would take minutes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import cast

from docx import Document
from docx.document import Document as Opened
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from srcxlate.findings.sheet import (
    CREDITS,
    GONE,
    HOW_TO_ADD,
    UNKNOWN,
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
from srcxlate.languages import ORIGINAL

_PAGE = 21.0, 29.7
_MARGIN = 2.0
_WIDTHS = 3.1, 9.9, 4.0
"""Of a page (A4), its margins and the three columns of a finding, in centimetres."""
_COUNTED = 3.6, 2.0, 2.0, 2.0
"""Of the columns of the table of counts, in centimetres."""
_TWIPS = 567
"""To a centimetre."""
_EAST_ASIAN = {
    "ja": ("Yu Mincho", "ja-JP"),
    "ko": ("Malgun Gothic", "ko-KR"),
    "zh": ("SimSun", "zh-CN"),
    None: ("Yu Mincho", None),
}
"""For each language its font and its tag; None: it is not known which it is."""
_SEVERITIES = {"error": "B00020", "warning": "8A5A00", "info": "2F5D8A"}
"""The colours of the words; each has a contrast of 5 to 1 or more on white."""
_HIGHLIGHT = "FFF2A8"
_GREY = "6B6B6B"
_RULE = "C8C8C8"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the first that ZIP knows."""
_LONGEST_PROPERTY = 255
"""Characters that a property of the file may have."""
_BOX = "☐"
_BOX_FONT = "MS Gothic"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_PARAGRAPHS = (
    ("Finding", 10, 2, 2),
    ("Proof", 9, 0, 2),
    ("Words", 9, 0, 0),
    ("Marks", 9, 2, 0),
    ("Remark", 9, 2, 2),
    ("Legend", 9, 2, 2),
    ("Count", 10, 0, 0),
)
"""Styles of paragraphs: size, room above and below, in points."""
_COLUMNS = {"Words": (2.4, 5.0), "Count": (1.2,)}
"""Where theirs begin, in centimetres; the last one goes on below itself."""
_COLOURS = _SEVERITIES | {"Key": _GREY, "Verbatim": None, "Reading": None, "At issue": None}
"""Styles of characters, and their colours."""
_BOLD = frozenset({*_SEVERITIES, "At issue"})
_VERBATIM = frozenset({"Verbatim", "Reading", "At issue"})
"""Styles that no proofing tool should look at."""
_SCRIPT = re.compile(f"[{ORIGINAL}]")

Run = tuple[str, str | None]
"""Words and the name of their character style."""


def docx(rows: Row) -> bytes:
    """A list as a Word document with a box to tick and room for a remark beside each finding."""
    sheet = sheet_of(rows)
    document = Document()
    _styles(document)
    _page(document, sheet.title)
    end = document.element.body.sectPr
    for element in _elements(sheet):
        end.addprevious(element)
    return _packed(document)


def _elements(sheet: Sheet) -> Iterator[Element]:
    """All of the document in its order."""
    yield _paragraph("Title", [(sheet.title, None)])
    yield _paragraph("Normal", [(sheet.headline, "Strong")])
    if sheet.versions:
        yield _paragraph("Normal", [(sheet.versions, None)])
    if sheet.counts:
        yield _counts(sheet.counts)
        for line in legend("What is highlighted"):
            yield _paragraph("Legend", [(line, None)])
        yield _paragraph("Heading 1", [("Findings", None)])
    for group in sheet.groups:
        yield _paragraph("Heading 2", [(group.head, None)])
        yield _table(_WIDTHS, map(_finding, group.items))
    yield from _section(GONE, map(_brief, sheet.gone))
    yield from _quotations(sheet)
    yield from _section("Dismissed", map(_brief, sheet.dismissed))
    credits = (_paragraph("Normal", [(line, None)]) for line in sheet.attribution)
    yield from _section(CREDITS, credits)


def _section(title: str, elements: Iterable[Element]) -> Iterator[Element]:
    """A heading and what stands under it; nothing without that."""
    told = list(elements)
    if told:
        yield _paragraph("Heading 1", [(title, None)])
        yield from told


# -- findings --------------------------------------------------------------------------------------


def _finding(item: Item) -> list[list[Element]]:
    """The three cells of a finding."""
    told = [_paragraph("Finding", [(item.message, None)], item.language)]
    told.append(_paragraph("Proof", [("Printed: ", "Key"), (item.printed, "Verbatim")], item.language))
    if item.original:
        before, part, behind = item.original
        runs = [("Original: ", "Key"), (before, "Verbatim"), (part, "At issue"), (behind, "Verbatim")]
        told.append(_paragraph("Proof", runs, item.language))
    told += [_paragraph("Words", _word(word), item.language) for word in item.words]
    key = f"{item.key} {item.news}" if item.news else item.key
    others = [(item.kind, "Strong"), (key, "Key"), (item.line or "", "Key")]
    return [_marks((item.severity, item.severity), others), told, [_remark()]]


def _word(word: Word) -> list[Run]:
    return [
        (f"{word.text}\t", "Verbatim"),
        (f"{word.reading}\t", "Reading"),
        (word.meaning, "Key" if word.meaning == UNKNOWN else None),
    ]


def _marks(first: Run, others: Iterable[Run]) -> list[Element]:
    """A box to tick, what kind of thing it is, and under it the rest, each in a line."""
    head = _paragraph("Marks", [])
    head.append(_tick())
    _fill(head, [(" ", None), first], None)
    return [head, *(_paragraph("Marks", [other]) for other in others if other[0])]


def _brief(item: Item) -> Element:
    """A finding in a paragraph: where it was and what it said."""
    runs = [
        (f"{item.severity} ", item.severity),
        (f"{item.kind} ", "Strong"),
        (f"{item.key}, {item.place}: ", "Key"),
        (item.message, None),
        (" Printed: ", "Key"),
        (item.printed, "Verbatim"),
        (f". {item.dismissed}." if item.dismissed else ".", None),
    ]
    return _paragraph("Normal", runs, item.language)


# -- quotations ------------------------------------------------------------------------------------


def _quotations(sheet: Sheet) -> Iterator[Element]:
    yield _paragraph("Heading 1", [("Quotations", None)])
    yield _paragraph("Normal", [(sheet.quoted, None)])
    for count, verdict, meaning in sheet.verdicts:
        yield _paragraph("Count", [(f"{count}\t", None), (verdict, "Strong"), (f": {meaning}", None)])
    if sheet.open_quotations:
        yield _paragraph("Heading 2", [("Quotations to look at", None)])
        yield _table(_WIDTHS, map(_quotation, sheet.open_quotations))
    if sheet.settled_quotations:
        yield _paragraph("Heading 2", [("Quotations that are settled", None)])
    for one in sheet.settled_quotations:
        place = (f"{one.key}, {one.place}: ", "Key")
        signed = (f", {one.signed}" if one.signed else "", None)
        yield _paragraph("Normal", [(f"{one.verdict} ", "Strong"), place, (f"“{one.brief}”", None), signed])
    if sheet.wanted:
        yield _paragraph("Heading 2", [(WANTED, None)])
        for count, work, title in sheet.wanted[1:]:
            yield _paragraph("Count", [(f"{count}\t", None), (title, "Verbatim"), (f" {work}", "Key")])
        more = f" {sheet.more_wanted:,} more works are quoted." if sheet.more_wanted else ""
        told = f"The number is that of quotations; {HOW_TO_ADD} takes a text.{more}"
        yield _paragraph("Legend", [(told, None)])


def _quotation(one: Quotation) -> list[list[Element]]:
    """The three cells of a quotation."""
    told = [_paragraph("Finding", [(f"“{one.quote}”", None)])]
    if one.work:
        told.append(_paragraph("Proof", [("Work: ", "Key"), (one.work, "Verbatim")], one.language))
    for original, english in one.sentences:
        told.append(_paragraph("Proof", [("Original: ", "Key"), (original, "Verbatim")], one.language))
        told.append(_paragraph("Proof", [("English: ", "Key"), (english or "(not drafted)", None)]))
    differences = ([("Differs: ", "Key"), (message, None)] for message in one.differences)
    told += [_paragraph("Proof", runs, one.language) for runs in differences]
    marks = _marks((one.verdict, "warning"), [(one.key, "Key"), (one.place, "Key")])
    return [marks, told, [_remark()]]


# -- elements --------------------------------------------------------------------------------------


def _element(name: str, **values: object) -> Element:
    """An element of WordprocessingML with its attributes."""
    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): str(value) for key, value in values.items()})


def _paragraph(style: str, runs: Iterable[Run], language: str | None = None) -> Element:
    """A paragraph.

    :param language: that of its Japanese, Korean or Chinese words.
    """
    made = _element("p")
    properties = _element("pPr")
    properties.append(_element("pStyle", val=_id(style)))
    made.append(properties)
    _fill(made, runs, language)
    return made


def _fill(paragraph: Element, runs: Iterable[Run], language: str | None) -> None:
    """Puts words behind what a paragraph has."""
    paragraph.extend(_run(text, style, language) for text, style in runs if text)


def _run(text: str, style: str | None, language: str | None) -> Element:
    """Words of one style; Word itself uses the East Asian font and language for those characters alone."""
    made, properties = _element("r"), _element("rPr")
    if style:
        properties.append(_element("rStyle", val=_id(style)))
    if _SCRIPT.search(text):
        font, tag = _EAST_ASIAN.get(language, _EAST_ASIAN[None])
        properties.append(_element("rFonts", eastAsia=font))
        if tag:
            properties.append(_element("lang", eastAsia=tag))
    if len(properties):
        made.append(properties)
    for at, piece in enumerate(text.split("\t")):
        if at:
            made.append(_element("tab"))
        words = _element("t")
        words.text = piece
        words.set(qn("xml:space"), "preserve")
        made.append(words)
    return made


def _table(widths: Iterable[float], rows: Iterable[list[list[Element]]]) -> Element:
    """A table ruled between its rows, none of which is cut by the end of a page.

    :param widths: of its columns, in centimetres.
    :param rows: the paragraphs of each cell.
    """
    columns = [round(width * _TWIPS) for width in widths]
    made, properties, grid = _element("tbl"), _element("tblPr"), _element("tblGrid")
    properties.append(_element("tblW", w=sum(columns), type="dxa"))
    borders = _element("tblBorders")
    borders.extend(_element(side, val="single", sz=4, color=_RULE) for side in ("top", "bottom", "insideH"))
    properties.extend([borders, _element("tblLayout", type="fixed")])
    grid.extend(_element("gridCol", w=width) for width in columns)
    made.extend([properties, grid])
    for cells in rows:
        row, unbroken = _element("tr"), _element("trPr")
        unbroken.append(_element("cantSplit"))
        row.append(unbroken)
        for width, paragraphs in zip(columns, cells, strict=True):
            cell, sized = _element("tc"), _element("tcPr")
            sized.append(_element("tcW", w=width, type="dxa"))
            cell.extend([sized, *paragraphs])
            row.append(cell)
        made.append(row)
    return made


def _counts(table: Table) -> Element:
    head, *rows = table
    cells = [[[_paragraph("Marks", [(cell, "Strong")])] for cell in head]]
    cells += [[[_paragraph("Marks", [(cell, None)])] for cell in row] for row in rows]
    return _table(_COUNTED, cells)


def _tick() -> Element:
    """A box that Word ticks on a click."""
    return parse_xml(
        f'<w:sdt xmlns:w="{_W}" xmlns:w14="{_W14}"><w:sdtPr><w:alias w:val="Done"/><w14:checkbox>'
        f'<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox></w:sdtPr><w:sdtContent>'
        f'<w:r><w:rPr><w:rFonts w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}" '
        f'w:hint="eastAsia"/></w:rPr><w:t>{_BOX}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _remark() -> Element:
    """Room for what the editor has to say."""
    return _paragraph("Remark", [("Remark: ", "Key")])


# -- the file --------------------------------------------------------------------------------------


def _styles(document: Opened) -> None:
    """The styles of the list, so that an editor can change how all of one sort look."""
    normal = cast(ParagraphStyle, document.styles["Normal"])
    title = cast(ParagraphStyle, document.styles["Title"])
    normal.font.name, normal.font.size, title.font.size = "Calibri", Pt(10), Pt(20)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(4), 1.1
    for name, size, above, below in _PARAGRAPHS:
        style = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style, style.font.size = normal, Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        columns = _COLUMNS.get(name, ())
        for column in columns:
            style.paragraph_format.tab_stops.add_tab_stop(Cm(column))
            style.paragraph_format.left_indent = Cm(columns[-1])
            style.paragraph_format.first_line_indent = Cm(-columns[-1])
    for name, colour in _COLOURS.items():
        of_words = cast(CharacterStyle, document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER))
        if colour:
            of_words.font.color.rgb = RGBColor.from_string(colour)
        of_words.font.bold = name in _BOLD or None
        of_words.font.italic = name == "Reading" or None
        of_words.font.no_proof = name in _VERBATIM or None
    shade = _element("shd", val="clear", color="auto", fill=_HIGHLIGHT)
    document.styles["At issue"].element.get_or_add_rPr().append(shade)


def _page(document: Opened, title: str) -> None:
    """The page, its number, and what the file says of itself: nothing of the machine or the day."""
    section = document.sections[0]
    section.page_width, section.page_height = map(Cm, _PAGE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN)
    foot = section.footer.paragraphs[0]._p
    _fill(foot, [(f"{title}, page ", "Key")], None)
    foot.append(_field("PAGE"))
    _fill(foot, [(" of ", "Key")], None)
    foot.append(_field("NUMPAGES"))
    told = document.core_properties
    told.title = title[:_LONGEST_PROPERTY]
    told.author, told.last_modified_by, told.comments = "srcxlate", "srcxlate", ""
    package = document.part.package
    dates = ("created", "modified")
    core = package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    for element in [each for each in core if each.tag.rpartition("}")[2] in dates]:
        core.remove(element)
    for name in [n for n, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[name]  # a picture of an empty page


def _field(name: str) -> Element:
    """A number that Word puts in."""
    made = _element("fldSimple", instr=name)
    _fill(made, [("1", "Key")], None)
    return made


def _packed(document: Opened) -> bytes:
    """The file, all of whose parts have the same date."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(packed, "w") as after:
        for part in before.infolist():
            same = zipfile.ZipInfo(part.filename, _DAY)
            after.writestr(same, before.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _id(style: str) -> str:
    """The id of a style in the document, from its name."""
    return style.replace(" ", "")

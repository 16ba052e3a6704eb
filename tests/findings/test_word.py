"""An editor's list as a Word document: opened again with python-docx, and the same bytes each time."""

import io
import time
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.findings.lists import HOSTILE, LACKS, LIST, Row, checked_list, finding, hostile_list, listing

from srcxlate.findings.sheet import NOTHING, plain
from srcxlate.findings.word import docx


def opened(rows: Row) -> Opened:
    return Document(io.BytesIO(docx(rows)))


def lines_of(document: Opened) -> list[str]:
    """Each paragraph with its style, those of tables behind the number of their cell."""
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for at, cell in enumerate(row.cells, 1):
                    lines += [f"  {at} {told(p)}" for p in cell.paragraphs]
        else:
            lines.append(told(block))
    return lines


def told(paragraph: Paragraph) -> str:
    return f"{paragraph.style and paragraph.style.name}: {paragraph.text}"


def runs_of(document: Opened) -> list[Any]:
    return list(document.element.body.iter(qn("w:r")))


def wording(run: Any) -> str:
    return "".join(piece.text or "" for piece in run.iter(qn("w:t")))


def test_the_whole_output(file_regression):
    file_regression.check("\n".join(lines_of(opened(LIST))) + "\n")


def test_a_report_without_findings():
    assert lines_of(opened(listing())) == [
        "Title: What does not agree in docks",
        f"Normal: {NOTHING}",
        "Heading 1: Quotations",
        "Normal: No quoted passage was found.",
    ]


def test_headings_are_there_to_navigate_by():
    lines = lines_of(opened(LIST))
    assert [line for line in lines if line.startswith("Heading 2: ")][:5] == [
        "Heading 2: The text",
        "Heading 2: Note 1, line 10",
        "Heading 2: Note 2, line 40",
        "Heading 2: Note 8",
        "Heading 2: Note 1 (series 2), line 90",
    ]


def test_each_finding_and_each_open_quotation_has_a_box_and_room_for_a_remark():
    document = opened(LIST)
    boxes = list(document.element.body.iter("{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"))
    assert len(boxes) == 6 + 2
    assert sum(wording(run) == "☐" for run in runs_of(document)) == 6 + 2
    assert sum(line == "  3 Remark: Remark: " for line in lines_of(document)) == 6 + 2


def test_only_the_part_at_issue_is_highlighted():
    document = opened(LIST)
    style = document.styles["At issue"]
    assert style.element.rPr.find(qn("w:shd")).get(qn("w:fill")) == "FFF2A8"
    marked = [wording(r) for r in runs_of(document) if r.style == style.style_id]
    assert marked == ["3割3分", "の体系的支援謎", "조선소"]


@pytest.mark.parametrize(
    ("language", "original", "font", "tag"),
    [
        ("ja", "造船の危機", "Yu Mincho", "ja-JP"),
        ("ko", "조선소", "Malgun Gothic", "ko-KR"),
        ("zh", "造船业", "SimSun", "zh-CN"),
        (None, "造船业", "Yu Mincho", None),
    ],
)
def test_original_words_have_their_font_and_language(language, original, font, tag):
    row = finding("a", message=f"The title’s {original} lacks it.", original=original, language=language)
    runs = [run for run in runs_of(opened(listing([row]))) if original in wording(run)]
    assert len(runs) == 2  # in the sentence and in the original
    for run in runs:
        assert run.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == font
        language_of_run = run.rPr.find(qn("w:lang"))
        assert (None if language_of_run is None else language_of_run.get(qn("w:eastAsia"))) == tag


def test_pages_have_numbers():
    foot = opened(LIST).sections[0].footer._element
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_file_says_what_it_is_and_nothing_of_the_machine():
    told = opened(LIST).core_properties
    assert (told.title, told.author, told.last_modified_by) == (
        "What does not agree in docks", "srcxlate", "srcxlate",
    )  # fmt: skip
    assert (told.comments, told.created, told.modified) == ("", None, None)


def test_two_runs_give_the_same_bytes():
    data = docx(LIST)
    assert data == docx(LIST)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_a_thousand_findings_take_seconds():
    rows = listing([LACKS | {"key": f"{at:016x}", "note": at} for at in range(1_000)])
    start = time.perf_counter()
    docx(rows)
    assert time.perf_counter() - start < 10


def test_the_rows_of_a_real_check():
    rows = checked_list()
    told = "\n".join(lines_of(opened(rows)))
    for row in rows["findings"]:
        assert plain(row["message"]) in told
        assert row["key"][:6] in told


def check_harmless(text: str) -> None:
    lines = lines_of(opened(hostile_list(text)))
    assert f"  2 Finding: {plain(f'Before {text} behind')}" in lines
    assert f"  2 Proof: Printed: {plain(text)}" in lines
    assert f"  2 Proof: Original: 海{plain(text)}海" in lines


@pytest.mark.parametrize("text", HOSTILE)
def test_a_file_holds_any_words(text):
    check_harmless(text)


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_a_file_holds_any_text(text):
    check_harmless(text)

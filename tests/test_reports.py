"""Reports: from a file to notes, citations and works, and the rows that are printed of them."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.errors import Fault
from srcxlate.merging import merge
from srcxlate.reports import citation_rows, note_rows, open_report, open_report_of, quote_rows, read_report
from srcxlate.workspace import Settings, Workspace

from .conftest import REPORT, REPORTS
from .extraction_truth import REAL_REPORT, needs_real_report, real_truth

ALL = sorted(
    path for path in REPORTS.iterdir() if path.suffix in (".txt", ".md") and path.name != "README.md"
)


@pytest.mark.parametrize("path", ALL, ids=[path.stem for path in ALL])
class TestEachReport:
    def test_all_its_notes_are_found(self, path):
        reading = open_report(path)
        truth = yaml.safe_load(path.with_suffix(".truth.yaml").read_text())["notes"]
        assert reading.name == path.stem
        assert [(n.series, n.number) for n in reading.notes.notes] == [
            (t["series"], t["note"]) for t in truth
        ]

    def test_a_work_is_cited_where_it_is_printed_or_pointed_at(self, path):
        reading = open_report(path)
        notes = {(n.series, n.number) for n in reading.notes.notes}
        places = [(one.locator.series, one.locator.note) for one in reading.cited]
        assert set(places) <= notes
        assert places == sorted(places)
        pointing = {(r.series, r.note) for r in reading.references}
        printing = {(n.note.series, n.note.number) for n in reading.citations if n.citations}
        assert set(places) <= pointing | printing

    def test_every_row_of_a_work_has_its_record(self, path):
        reading = open_report(path)
        merged = merge([], reading.name, reading.cited)
        ids = {record.id for record in merged.records}
        rows = citation_rows(reading, merged.homes)
        assert len(rows) == sum(len(noted.citations) for noted in reading.citations)
        for row in rows:
            assert row["id"] in ids or (row["id"] is None and row["role"] == "mention"), row

    def test_notes_and_quotations(self, path):
        reading = open_report(path)
        rows = note_rows(reading)
        assert [row["text"] for row in rows] == [note.text for note in reading.notes.notes]
        assert {tuple(row) for row in rows} == {("series", "note", "line", "text", "refers")}
        for row in quote_rows(reading):
            assert reading.text[row["start"] : row["start"] + row["length"]]


def test_one_report_read_twice_is_the_same():
    assert open_report(REPORT) == open_report(REPORT)


def test_ibid_cites_the_work_before_it():
    text = (
        "Notes\n\n1. Kim, ‘Chosŏn sanŏp’ 조선산업 (Shipbuilding), 2021.\n\n2. Ibid., 14.\n\n3. See note 1.\n"
    )
    reading = read_report(text, "r")
    assert [(one.locator.note, one.work.original) for one in reading.cited] == [
        (n, "조선산업") for n in (1, 2, 3)
    ]


class TestWhichReport:
    def workspace(self, folder: Path, report: str | None = None) -> Workspace:
        return Workspace(folder, Settings(report=report))

    def test_the_one_that_is_named(self, tmp_path):
        reading = open_report_of(self.workspace(tmp_path, "own.txt"), REPORT)
        assert reading is not None
        assert reading.name == REPORT.stem

    def test_else_the_workspace_s_own(self, tmp_path):
        (tmp_path / "own.txt").write_bytes(REPORT.read_bytes())
        reading = open_report_of(self.workspace(tmp_path, "own.txt"), None)
        assert reading is not None
        assert reading.name == "own"

    @pytest.mark.parametrize("own", [None, "gone.txt"])
    def test_else_none(self, tmp_path, own):
        assert open_report_of(self.workspace(tmp_path, own), None) is None

    def test_a_named_one_must_be_there(self, tmp_path):
        with pytest.raises(Fault, match="no such file"):
            open_report_of(self.workspace(tmp_path), tmp_path / "gone.txt")


@given(
    st.text(
        st.one_of(st.sampled_from("1234567890. \n「」『』()[]‘’“”,;造船한국中國aA<>:/"), st.characters()),
        max_size=200,
    )
)
def test_any_text_will_do(text):
    reading = read_report(text, "any")
    merged = merge([], "any", reading.cited)
    citation_rows(reading, merged.homes)
    note_rows(reading)
    quote_rows(reading)


@pytest.mark.report
@needs_real_report
def test_every_string_of_the_real_report_is_routed_right():
    reading = open_report(REAL_REPORT)
    found = [
        (noted.note.number, citation.original, one.language)
        for noted in reading.citations
        for citation, one in zip(noted.citations, noted.routes, strict=True)
    ]
    rows = [row for half in ("odd", "even") for row in real_truth(f"citations-{half}")]
    truth = [(row["note"], row["original"], row["language"]) for row in rows]
    assert sorted(found) == sorted(truth)

"""`srcxlate memory`: search, export, import, as a person or a program calls them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from srcxlate.memory import Approved
from srcxlate.memory.tmx import read_tmx, write_tmx

from .conftest import DRAFT, Shell

AT = datetime(2024, 5, 31, 23, 59, 59, tzinfo=UTC)


@pytest.fixture
def reviewed(empty: Shell) -> Shell:
    """A workspace with one approved title, as its file beside the original tells it."""
    folder = empty.folder / "sources" / "ja"
    (folder / "aoki.yaml").write_text("id: aoki\nlanguage: ja\ntitle: 造船の危機\n")
    (folder / "aoki.en.yaml").write_text(
        "id: aoki\nsegments:\n- segment: title\n  english: Crisis of shipbuilding\n  status: approved\n"
        "  corrected_by: Kim\n  approved_by: Lee\n  approved_at: '2024-05-31T12:00:00Z'\n"
    )
    done = empty("load")
    assert done.status == 0, done.err
    return empty


def theirs(path: Path, *originals: str) -> Path:
    write_tmx(path, [Approved(one, "ja", f"Theirs: {one}", "A. Writer", AT, "p. 3") for one in originals])
    return path


def test_search_tells_the_best_with_whose_they_are(reviewed, tmp_path):
    assert reviewed("memory", "import", theirs(tmp_path / "old.tmx", "造船の危幾")).status == 0
    done = reviewed("memory", "search", "造船の危機", "--json")
    assert done.status == 0, done.err
    ours, imported = done.json
    assert ours == {
        "similarity": 1.0,
        "original": "造船の危機",
        "language": "ja",
        "script": None,
        "english": "Crisis of shipbuilding",
        "imported": False,
        "who": "Lee",
        "at": "2024-05-31T12:00:00+00:00",
        "where": "aoki title",
    }
    assert (imported["similarity"], imported["imported"], imported["where"]) == (0.8, True, "old.tmx p. 3")
    assert done.lines == ["2 similar texts"]


def test_search_for_people(reviewed):
    done = reviewed("memory", "search", "造船の危幾")
    assert done.status == 0
    assert "80 %  ja  造船の危機" in done.out
    assert "approved by Lee, 2024-05-31, aoki title" in done.out
    assert "造船の危[-機-]{+幾+}" in done.out


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("造船の危幾",), 1),
        (("造船の危幾", "--least", "81"), 0),
        (("造船の危幾", "--language", "ko"), 0),
        (("危機", "--least", "50"), 1),
        (("造船の危幾", "--language", "ja", "--most", "1"), 1),
    ],
)
def test_search_takes_a_language_and_how_similar(reviewed, words, count):
    done = reviewed("memory", "search", *words, "--json")
    assert (done.status, len(done.json)) == (0, count)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("search", "危機", "--language", "fr"), "none of ja, ko and zh"),
        (("search", "危機", "--least", "0"), "--least"),
        (("export", "there.tmx"), "is there already"),
        (("export", "new.tmx", "--language", "xx"), "none of ja, ko and zh"),
        (("import", "nowhere.tmx"), "no such file"),
        (("import", "there.tmx"), "is no valid XML"),
    ],
)
def test_a_wrong_call_is_told_in_a_line(reviewed, words, said):
    (reviewed.folder / "there.tmx").write_text("no TMX")
    done = reviewed("memory", *words)
    assert (done.status, done.out, len(done.lines)) == (2, "", 1)
    assert said in done.err
    assert (reviewed.folder / "there.tmx").read_text() == "no TMX"


def test_what_is_exported_is_imported_elsewhere(reviewed, tmp_path):
    file = tmp_path / "out.tmx"
    done = reviewed("memory", "export", file, "--json")
    assert (done.status, done.json, done.lines) == (
        0,
        {"file": str(file), "translations": 1},
        [f"1 translation is in {file}"],
    )
    (unit,) = read_tmx(file)
    assert (unit.original, unit.english, unit.who) == ("造船の危機", "Crisis of shipbuilding", "Lee")
    done = reviewed("memory", "export", file, "--force", "--language", "ko")
    assert done.lines == [f"0 translations are in {file}"]


def test_import_tells_what_it_left_out(reviewed, tmp_path):
    file = theirs(tmp_path / "old.tmx", "造船", "海運")
    french = '<tu><tuv xml:lang="fr"><seg>crise</seg></tuv><tuv xml:lang="en"><seg>crisis</seg></tuv></tu>'
    file.write_text(file.read_text().replace("</body>", f"{french}</body>"))
    done = reviewed("memory", "import", file, "--json")
    assert done.status == 0, done.err
    row = done.json
    (skipped,) = row.pop("skipped")
    assert row == {
        "file": str(file),
        "into": ".srcxlate/memory/old.tmx",
        "translations": 2,
        "changed": True,
        "reduced": 0,
    }
    assert (skipped["reason"], skipped["count"]) == ("has no Japanese, Korean or Chinese", 1)
    assert done.lines == [
        f"left out: 1 unit (the first in line {skipped['line']}): a unit has no Japanese, Korean or Chinese",
        "2 translations imported, as suggestions: .srcxlate/memory/old.tmx",
    ]
    assert (
        reviewed("memory", "import", file).lines[-1] == "2 translations, all known: .srcxlate/memory/old.tmx"
    )
    done = reviewed("memory", "import", theirs(file, "造船"))
    assert (done.status, len(done.lines)) == (2, 1)
    assert "another old.tmx was imported before" in done.err
    assert reviewed("memory", "import", file, "--force").status == 0


def test_a_damaged_import_is_told_and_the_rest_found(reviewed):
    (reviewed.folder / ".srcxlate" / "memory").mkdir()
    (reviewed.folder / ".srcxlate" / "memory" / "old.tmx").write_text("<tmx>")
    done = reviewed("memory", "search", "造船の危機", "--json")
    assert (done.status, len(done.json)) == (2, 1)
    assert "old.tmx" in done.err


def test_an_imported_translation_is_no_draft(reviewed, tmp_path):
    folder = reviewed.folder / "sources" / "ja"
    (folder / "baba.yaml").write_text("id: baba\nlanguage: ja\ntitle: 海運の再編\n")
    assert reviewed("memory", "import", theirs(tmp_path / "old.tmx", "海運の再編")).status == 0
    assert reviewed("run", *DRAFT).status == 0
    (row,) = (row for row in reviewed("queue", "--json").json if row["id"] == "baba")
    assert row["engine"].startswith("argos")
    assert row["draft"] != "Theirs: 海運の再編"

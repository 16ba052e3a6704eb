"""Tests of the workspace: it is found from any folder in it, and made without harm to what is there."""

from pathlib import Path

import pytest

from srcxlate.errors import Fault, Faults
from srcxlate.glossary import read_glossary
from srcxlate.sources import read_sources
from srcxlate.workspace import SETTINGS, Settings, find_workspace, make_workspace


def tree(root: Path) -> dict[str, str]:
    return {
        str(path.relative_to(root)): path.read_text() for path in sorted(root.rglob("*")) if path.is_file()
    }


def test_a_new_workspace(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "new" / "desk")

    assert workspace.root == (tmp_path / "new" / "desk").resolve()
    assert workspace.settings == Settings(report=None, house_style=True, approve_own=True)
    assert tree(workspace.root) == {
        ".gitignore": "/.srcxlate/\n",
        "glossary/.gitkeep": "",
        "sources/ja/.gitkeep": "",
        "sources/ko/.gitkeep": "",
        "sources/zh/.gitkeep": "",
        "srcxlate.yaml": "house_style: true\napprove_own: true\n",
    }


def test_its_folders(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)

    assert workspace.sources == workspace.root / "sources"
    assert workspace.glossary == workspace.root / "glossary"
    assert (
        workspace.database
        == workspace.private / "desk.sqlite3"
        == workspace.root / ".srcxlate" / "desk.sqlite3"
    )
    assert not workspace.private.exists()


def test_an_existing_workspace_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_text("# mine\nhouse_style: no\n")
    (tmp_path / "report.txt").write_text("1. a")
    before = tree(tmp_path)

    assert make_workspace(tmp_path).settings.house_style is False
    assert tree(tmp_path) == before


def test_made_twice_is_made_once(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    before = tree(tmp_path)

    make_workspace(tmp_path)

    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("ignored", "after"),
    [
        ("*.pyc\n", "*.pyc\n/.srcxlate/\n"),
        ("*.pyc", "*.pyc\n/.srcxlate/\n"),
        ("", "/.srcxlate/\n"),
        (".srcxlate\n*.pyc\n", ".srcxlate\n*.pyc\n"),
        ("a\n/.srcxlate/\n", "a\n/.srcxlate/\n"),
    ],
)
def test_what_is_private_is_ignored_by_git(tmp_path: Path, ignored: str, after: str) -> None:
    (tmp_path / ".gitignore").write_text(ignored)

    make_workspace(tmp_path)

    assert (tmp_path / ".gitignore").read_text() == after


def test_files_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "a.yaml").write_text("- {original: 中国, language: ja, english: the PRC}\n")
    make_workspace(tmp_path)

    assert sorted(path.name for path in (tmp_path / "glossary").iterdir()) == ["a.yaml"]


def test_an_interrupted_making_can_be_done_again(tmp_path: Path) -> None:
    (tmp_path / "sources" / "ja").mkdir(parents=True)
    (tmp_path / "sources" / "ko").write_text("in the way")

    with pytest.raises(Fault, match="leads through a file where a folder should be"):
        make_workspace(tmp_path)
    (tmp_path / "sources" / "ko").unlink()

    assert make_workspace(tmp_path).settings == Settings()
    assert (tmp_path / "sources" / "zh").is_dir()


def test_a_file_is_no_place_for_a_workspace(tmp_path: Path) -> None:
    (tmp_path / "a").touch()

    with pytest.raises(Fault, match="leads through a file where a folder should be"):
        make_workspace(tmp_path / "a")


def test_it_is_found_from_any_folder_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outer = make_workspace(tmp_path)
    inner = make_workspace(tmp_path / "books" / "second")
    (tmp_path / "link").symlink_to(inner.sources, target_is_directory=True)

    assert find_workspace(outer.sources / "ja") == outer
    assert find_workspace(tmp_path / "books") == outer
    assert find_workspace(inner.glossary) == inner
    assert find_workspace(tmp_path / "link" / "ja") == inner
    monkeypatch.chdir(inner.sources)
    assert find_workspace(Path()) == inner


def test_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(
        Fault, match=r"no workspace here: srcxlate.yaml is in no folder .* Make one with 'srcxlate init'"
    ):
        find_workspace(tmp_path)


@pytest.mark.parametrize("text", ["", "\n", "# nothing set\n", "\ufeff", "---\n"])
def test_settings_may_be_empty(tmp_path: Path, text: str) -> None:
    (tmp_path / SETTINGS).write_text(text)

    assert find_workspace(tmp_path).settings == Settings()


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("house_style: no\napprove_own: off", Settings(house_style=False, approve_own=False)),
        ("house_style: 'true'\nreport: reports/2024.txt", Settings(report="reports/2024.txt")),
        ("report:\n", Settings()),
    ],
)
def test_settings(tmp_path: Path, text: str, settings: Settings) -> None:
    (tmp_path / SETTINGS).write_text(text)

    assert find_workspace(tmp_path).settings == settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hose_style: no", "srcxlate.yaml:1: unknown field 'hose_style'. Did you mean 'house_st"),
        ("house_style: no\nengine: x", "srcxlate.yaml:2: unknown field 'engine'. Remove it"),
        ("house_style: perhaps", "srcxlate.yaml:1: house_style 'perhaps' is neither true nor false"),
        ("house_style: no\nhouse_style: yes", "srcxlate.yaml:2: 'house_style' stands twice"),
        ("approve_own:", "srcxlate.yaml:1: approve_own is empty. Write a value, or remove the line"),
        ("report: [a, b]", "srcxlate.yaml:1: report is no single value"),
        ("report: a: b", "srcxlate.yaml:1:10: is no valid YAML"),
        ("- a", "srcxlate.yaml:1: holds no fields with values"),
    ],
)  # fmt: skip
def test_faults_of_settings(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / SETTINGS).write_text(text)

    with pytest.raises(Faults, match=told):
        find_workspace(tmp_path)
    with pytest.raises(Faults, match=told):
        make_workspace(tmp_path)
    assert (tmp_path / SETTINGS).read_text() == text


def test_settings_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / SETTINGS).write_bytes(b"report: \xff")
    with pytest.raises(Fault, match=r"srcxlate.yaml:1: byte 9 \(0xff\) is not utf-8. Save the file as UTF-8"):
        find_workspace(tmp_path)

    (tmp_path / SETTINGS).unlink()
    (tmp_path / SETTINGS).mkdir()
    with pytest.raises(Fault, match=r"srcxlate.yaml: is a folder"):
        find_workspace(tmp_path)


def test_the_repository_is_a_valid_workspace() -> None:
    root = Path(__file__).parents[1]
    workspace = find_workspace(Path(__file__).parent)

    assert workspace.root == root
    assert read_sources(workspace.sources)
    assert read_glossary(workspace.glossary).entries

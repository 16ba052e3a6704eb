"""`srcxlate glossary` as people and programs use it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from srcxlate.glossary import read_glossary

from .conftest import Shell

ROOT = Path(__file__).parents[1]
ENTRY = {"original", "language", "english", "variants", "avoid", "scope", "note", "authority"}
FINDING = {"file", "line", "kind", "severity", "message", "mend"}
INTAKE = {"file", "into", "added", "known", "conflicts", "broken", "left_out"}

HOUSE = """\
# Ours
- original: 中国   # not in names
  language: ja
  english: the PRC
  variants: [中國]
  scope: house-style
- original: 반도체
  language: ko
  english: semiconductor
  note: In all compounds
"""
TABLE = "original,language,english,variants\n半導体,ja,semiconductor,\n中國,ja,the PRC,\n"


@pytest.fixture
def shell(empty: Shell) -> Shell:
    """A workspace with two terms."""
    (empty.folder / "glossary" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    return empty


def write(shell: Shell, name: str, text: str) -> None:
    (shell.folder / name).write_text(text, encoding="utf-8")


def files(shell: Shell) -> dict[str, str]:
    return {path.name: path.read_text() for path in (shell.folder / "glossary").glob("*.yaml")}


# -- list --------------------------------------------------------------------------------------------------


def test_terms_are_listed(shell: Shell) -> None:
    done = shell("glossary", "list")

    assert done.status == 0
    assert "中国  ja" in done.out
    assert "the PRC" in done.out
    assert "In all compounds" in done.out
    assert done.lines == ["2 terms"]
    rows = shell("glossary", "list", "--json").json
    assert all(row.keys() == ENTRY for row in rows)
    assert [row["original"] for row in rows] == ["中国", "반도체"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("prc",), ["中国"]),
        (("中國",), ["中国"]),
        (("--language", "ko"), ["반도체"]),
        (("semi", "--language", "zh"), []),
        (("the", "prc"), ["中国"]),
        (("the", "semiconductor"), []),
    ],
)
def test_terms_are_looked_up(shell: Shell, words: tuple[str, ...], found: list[str]) -> None:
    done = shell("glossary", "list", *words, "--json")

    assert done.status == 0
    assert [row["original"] for row in done.json] == found


def test_the_list_fits_80_columns(shell: Shell) -> None:
    shutil.copytree(ROOT / "glossary", shell.folder / "glossary", dirs_exist_ok=True)
    for words in ((), ("経済産業省",), ("ministry", "of")):
        out = shell.run("glossary", "list", *words).out
        assert out
        assert max(sum(2 if ord(c) > 0x2E80 else 1 for c in line) for line in out.splitlines()) <= 80


def test_a_language_that_is_none_is_told(shell: Shell) -> None:
    done = shell("glossary", "list", "--language", "jp")

    assert (done.status, done.out) == (2, "")
    assert done.lines == ["srcxlate: language 'jp' is none of ja, ko and zh. Say ja, ko or zh."]


# -- check -------------------------------------------------------------------------------------------------


def test_a_sound_glossary_has_no_findings(shell: Shell) -> None:
    done = shell("glossary", "check", "--fail-on", "info")

    assert (done.status, done.out, done.lines) == (0, "", ["0 findings"])


CONTRADICTS = "- {original: 반도체, language: ko, english: chip}\n"
REPEATED = "- {original: 반도체, language: ko, english: semiconductor}\n"


@pytest.mark.parametrize(
    ("text", "fail_on", "status"),
    [
        (CONTRADICTS, None, 1),
        (CONTRADICTS, "never", 0),
        (REPEATED, None, 0),
        (REPEATED, "warning", 1),
        (REPEATED, "info", 1),
        (REPEATED, "error", 0),
        ("- original: 반도체\n", None, 1),
    ],
)
def test_findings_by_severity(shell: Shell, text: str, fail_on: str | None, status: int) -> None:
    write(shell, "glossary/more.yaml", text)
    options = ["--fail-on", fail_on] if fail_on else []
    done = shell("glossary", "check", *options, "--json")

    assert done.status == status
    assert done.json
    assert done.json[0].keys() == FINDING
    assert done.json[0]["file"].endswith("glossary/more.yaml")
    shown = shell("glossary", "check", *options)
    assert shown.status == status
    assert f"{done.json[0]['severity']}  glossary/more.yaml:1" in shown.out
    assert shown.lines == done.lines


def test_a_severity_that_is_none_is_told(shell: Shell) -> None:
    done = shell("glossary", "check", "--fail-on", "bad")

    assert done.status == 2
    assert "'info', 'warning', 'error', 'never'" in done.err


# -- add ---------------------------------------------------------------------------------------------------


def test_a_term_is_added(shell: Shell) -> None:
    done = shell(
        "glossary", "add", "半導体", "semiconductor", "--language", "ja", "--variant", "半導體",
        "--variant", "ＩＣ", "--avoid", "chip", "--scope", "trade", "--note", "=1: a", "--authority", "JIS",
        "--json",
    )  # fmt: skip

    assert done.status == 0
    assert done.json == [
        {
            "original": "半導体", "language": "ja", "english": "semiconductor",
            "variants": ["半導體", "ＩＣ"], "avoid": ["chip"], "scope": "trade",
            "note": "=1: a", "authority": "JIS",
        }
    ]  # fmt: skip
    assert done.lines == ["半導体 is added to glossary/from-review.yaml"]
    assert shell("glossary", "list", "半導体", "--json").json == done.json
    assert files(shell)["house.yaml"] == HOUSE


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("中國", "China", "--language", "ja"), "中國 (ja) means 'the PRC' here already"),
        (("半導体", " ", "--language", "ja"), "english of 半導体 is empty"),
        (("半導体", "chip", "--language", "en"), "language 'en' is none of ja, ko and zh"),
        (("半導体", "chip"), "Missing option '--language'"),
        (("半\x1b体", "chip", "--language", "ja"), "original holds U+001B, a control character"),
    ],
)
def test_a_term_that_cannot_be_added(shell: Shell, words: tuple[str, ...], told: str) -> None:
    done = shell("glossary", "add", *words)

    assert (done.status, done.out) == (2, "")
    assert len(done.lines) == 1
    assert told in done.err
    assert files(shell) == {"house.yaml": HOUSE}


# -- import ------------------------------------------------------------------------------------------------


def test_what_is_new_is_taken_in(shell: Shell) -> None:
    write(shell, "terms.csv", TABLE)
    tried = shell("glossary", "import", "terms.csv", "--dry-run")
    assert (tried.status, tried.lines) == (0, ["1 entry would be added, 1 known"])
    assert "半導体  ja" in tried.out
    assert files(shell) == {"house.yaml": HOUSE}

    done = shell("glossary", "import", "terms.csv", "--into", "house.yaml", "--json")
    assert done.status == 0
    assert done.json.keys() == INTAKE
    assert (done.json["into"], done.json["known"], done.json["conflicts"]) == ("glossary/house.yaml", 1, [])
    assert [row["original"] for row in done.json["added"]] == ["半導体"]
    assert done.lines == ["1 entry added to glossary/house.yaml, 1 known"]
    assert files(shell) == {
        "house.yaml": HOUSE + "- original: 半導体\n  language: ja\n  english: semiconductor\n"
    }
    again = shell("glossary", "import", "terms.csv")
    assert (again.status, again.out, again.lines) == (0, "", ["nothing new, 2 known"])


def test_conflicts_are_told_and_not_taken(shell: Shell) -> None:
    write(shell, "terms.csv", TABLE + "中国,ja,China,\n집적회로,ko,chip,반도체\n")
    done = shell("glossary", "import", "terms.csv")

    assert done.status == 1
    assert done.lines == [
        "srcxlate: terms.csv:4: 中国 (ja) is 'the PRC' already, not 'China'",
        "srcxlate: terms.csv:5: 집적회로 (ko) is 'semiconductor' already (under 반도체), not 'chip'",
        "1 entry added to glossary/imported.yaml, 1 known, 2 in conflict, not taken",
    ]
    assert [entry.english for entry in read_glossary(shell.folder / "glossary").entries] == [
        "the PRC", "semiconductor", "semiconductor"
    ]  # fmt: skip
    rows = shell("glossary", "import", "terms.csv", "--json").json["conflicts"]
    assert rows[0] == {
        "line": 4, "original": "中国", "language": "ja", "english": "China", "there": "the PRC",
        "under": "中国",
    }  # fmt: skip


def test_nothing_is_taken_from_a_broken_file_unless_somebody_says_so(shell: Shell) -> None:
    write(shell, "terms.csv", TABLE + "韓国,ja,,\n,ja,Korea,\n")
    done = shell("glossary", "import", "terms.csv")

    assert (done.status, done.out) == (2, "")
    assert done.lines == [
        "srcxlate: terms.csv:4: english of 韓国 is empty. Write a value, or remove the entry.",
        "srcxlate: terms.csv:5: original is empty. Write a value, or remove the entry.",
        "srcxlate: terms.csv: 2 of 4 entries cannot be read; nothing was taken in. Mend the file, or take in "
        "the rest with --skip-broken.",
    ]
    assert files(shell) == {"house.yaml": HOUSE}

    done = shell("glossary", "import", "terms.csv", "--skip-broken", "--json")
    assert done.status == 0
    assert [row["line"] for row in done.json["broken"]] == [4, 5]
    assert done.lines[-1] == "1 entry added to glossary/imported.yaml, 1 known, 2 broken, not taken"


def test_only_the_first_faults_of_many_are_told(shell: Shell) -> None:
    write(shell, "terms.csv", TABLE + "韓国,ja,,\n" * 1000)

    assert len(shell("glossary", "import", "terms.csv").lines) == 21
    done = shell("glossary", "import", "terms.csv", "--skip-broken")
    assert len(done.lines) == 22
    assert done.lines[20] == "srcxlate: and 980 more; --json tells all"


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        ("terms.csv", ("--into", "../x.yaml"), "'../x.yaml' is no name of a glossary file"),
        ("terms.csv", ("--format", "xls"), "no format is called 'xls'. Say tbx, csv, tsv."),
        ("terms.csv", ("--format", "tbx"), "terms.csv:1: is no valid XML: "),
        ("terms.doc", (), "terms.doc: has an ending that tells no format"),
        ("none.csv", (), "none.csv: no such file or folder. Check the path."),
        ("plain.csv", (), "plain.csv:1: does not begin with the names of columns."),
        (".", ("--format", "tbx"), "is a folder. Name a file."),
    ],
)
def test_what_cannot_be_imported(shell: Shell, name: str, words: tuple[str, ...], told: str) -> None:
    for file in ("terms.csv", "terms.doc"):
        write(shell, file, TABLE)
    write(shell, "plain.csv", "半導体,semiconductor\n")
    done = shell("glossary", "import", name, *words)

    assert (done.status, done.out) == (2, "")
    assert len(done.lines) == 1
    assert told in done.err
    assert files(shell) == {"house.yaml": HOUSE}


def test_an_omegat_glossary_is_taken_in(shell: Shell) -> None:
    write(shell, "omegat.txt", "# OmegaT\n半導体\tsemiconductor\tnot chip\n")
    done = shell("glossary", "import", "omegat.txt", "--language", "ja")

    assert done.status == 0
    assert files(shell)["imported.yaml"] == (
        "- original: 半導体\n  language: ja\n  english: semiconductor\n  note: not chip\n"
    )


# -- export ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["house.tbx", "house.csv"])
def test_the_house_terms_go_out_and_into_another_workspace(
    empty: Shell, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = Shell(tmp_path_factory.mktemp("other"), empty.environment)
    assert other("init").status == 0
    shutil.copytree(ROOT / "glossary", other.folder / "glossary", dirs_exist_ok=True)
    there = read_glossary(other.folder / "glossary").entries
    path = empty.folder / name

    done = other("glossary", "export", path, "--json")
    assert done.status == 0
    assert done.json == {"file": str(path), "format": name[-3:], "terms": len(there)}
    assert done.lines == [f"{len(there):,} terms are in {path}"]
    done = empty("glossary", "import", name)
    assert done.lines == [f"{len(there):,} entries added to glossary/imported.yaml"]
    assert read_glossary(empty.folder / "glossary").entries == there


def test_a_file_that_is_there_stays(shell: Shell) -> None:
    write(shell, "mine.csv", "mine")
    done = shell("glossary", "export", "mine.csv")
    assert (done.status, done.out) == (2, "")
    assert "mine.csv: is there already. Name another file, or write over it with --force." in done.err

    done = shell("glossary", "export", "mine.csv", "--force", "--language", "ko")
    assert done.lines == ["1 term is in mine.csv"]
    text = (shell.folder / "mine.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1:] == ["반도체,ko,semiconductor,,,,In all compounds,"]


def test_every_command_says_what_it_does(shell: Shell) -> None:
    done = shell("glossary", "--help")

    assert done.status == 0
    for command in ("list", "check", "add", "import", "export"):
        assert command in done.out
        assert shell("glossary", command, "--help").status == 0


def test_json_is_alone_on_stdout(shell: Shell) -> None:
    write(shell, "terms.csv", TABLE)
    calls: list[tuple[Any, ...]] = [
        ("list",), ("check",), ("add", "韓国", "South Korea", "--language", "ja"), ("import", "terms.csv"),
        ("export", "out.tbx"),
    ]  # fmt: skip
    for words in calls:
        json.loads(shell("glossary", *words, "--json").out)

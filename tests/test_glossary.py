"""Tests of the glossary: which terms stand in a text, and whether English kept them."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from srcxlate.engines import Term
from srcxlate.errors import Fault, Faults
from srcxlate.glossary import (
    FROM_REVIEW,
    Entry,
    add_entry,
    kept,
    read_glossary,
)
from srcxlate.naming import comparable
from srcxlate.sources import read_sources

ROOT = Path(__file__).parents[1]


def entry(original: str, english: str = "", *, language: Any = "ja", **more: Any) -> Entry:
    return Entry(original=original, language=language, english=english or original, **more)


# -- files ---------------------------------------------------------------------------------------


def test_all_faults_of_all_files_come_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {original: 中国, language: ja, english: the PRC}\n- original: 韓国\n")
    (tmp_path / "b.yaml").write_text("- {original: 中国, language: ja, english: China, varient: [x]}\n")
    (tmp_path / "c.yaml").write_text(": [")

    with pytest.raises(Faults) as caught:
        read_glossary(tmp_path)
    assert [
        (fault.place and Path(fault.place.file).name, fault.message) for fault in caught.value.faults[:3]
    ] == [
        ("a.yaml", "the field 'language' is missing"),
        ("a.yaml", "the field 'english' is missing"),
        ("b.yaml", "unknown field 'varient'"),
    ]
    assert Path(str(caught.value.faults[3].place)).name.startswith("c.yaml:1")


def test_of_two_meanings_the_first_holds(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {original: ＥＶ, language: ja, english: electric vehicle}\n")
    (tmp_path / "b.yaml").write_text(
        "- {original: EV, language: ko, english: EV}\n- {original: EV, language: ja, english: e-car}\n"
    )
    glossary = read_glossary(tmp_path)

    assert [hit.entry.english for hit in glossary.find("ＥＶとEV", "ja")] == ["electric vehicle"] * 2
    assert [hit.entry.english for hit in glossary.find("EV", "ko")] == ["EV"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {original: '', language: ja, english: a}", "original is empty. Write a value"),
        (
            "- {original: a, language: jp, english: a}",
            "language 'jp' is none of the values .* Write 'ja', 'ko' or 'zh'",
        ),
        ("- {original: a, language: ja, english: }", "english is empty. Write a value"),
        ("- {original: a, language: ja, english: a, variants: b}", "variants 'b' is no list"),
        ("original: a", "holds no list of entries. Begin each entry with '- '"),
    ],
)
def test_faults_of_entries(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.yaml").write_text(text)

    with pytest.raises(Faults, match=f"a.yaml:1: {told}"):
        read_glossary(tmp_path)


def test_a_glossary_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n")

    assert read_glossary(tmp_path).entries == read_glossary(tmp_path / "none").entries == ()


def test_the_repository_holds_a_valid_glossary() -> None:
    entries = read_glossary(ROOT / "glossary").entries
    languages = Counter(entry.language for entry in entries if entry.authority)

    assert languages.total() >= 150
    assert all(languages[language] >= 50 for language in ("ja", "ko", "zh"))
    assert all(kept(Term(entry.original, entry.english), entry.english) for entry in entries)


def test_no_term_is_a_whole_title_of_a_cited_work() -> None:
    titles = {comparable(record.title) for record in read_sources(ROOT / "sources")}
    forms = {
        form
        for entry in read_glossary(ROOT / "glossary").entries
        for form in (entry.original, *entry.variants)
    }

    assert titles
    assert not {form for form in forms if comparable(form) in titles}


# -- adding an entry -----------------------------------------------------------------------------------

CHIP = entry("半導体", "semiconductor", variants=("半導體",), note="From review: 4 titles")
WRITTEN = """\
- original: 半導体
  language: ja
  english: semiconductor
  variants:
    - 半導體
  note: 'From review: 4 titles'
"""


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = add_entry(tmp_path / "glossary", CHIP)

    assert path == tmp_path / "glossary" / FROM_REVIEW
    assert path.read_text() == WRITTEN
    assert read_glossary(tmp_path / "glossary").entries == (CHIP,)


ONE = "- original: 中国\n  language: ja\n  english: the PRC  # not in names\n"
INDENTED = "# Terms\n  - {original: 中国, language: ja, english: the PRC}\n"


@pytest.mark.parametrize(
    ("there", "added"),
    [
        ("", WRITTEN),
        ("# nothing yet\n\n", WRITTEN),
        ("# nothing yet", "\n" + WRITTEN),
        (ONE, WRITTEN),
        (ONE.rstrip("\n"), "\n" + WRITTEN),
        (ONE + "\n# to be gone over\n", WRITTEN),
        (ONE.replace("\n", "\r\n"), WRITTEN.replace("\n", "\r\n")),
        (ONE.replace("\n", "\r\n").rstrip(), "\r\n" + WRITTEN.replace("\n", "\r\n")),
        (INDENTED, "".join(f"  {line}" for line in WRITTEN.splitlines(keepends=True))),
        ("\ufeff" + ONE, WRITTEN),
        ("---\n" + ONE, WRITTEN),
        (ONE + "  note: |\n    - a list\n    - in a note\n", WRITTEN),
    ],
    ids=[
        "empty",
        "comments alone",
        "comment without a line end",
        "an entry",
        "no line end",
        "comment behind",
        "CRLF",
        "CRLF without the last",
        "indented",
        "byte order mark",
        "document mark",
        "block of text",
    ],
)
def test_what_a_person_wrote_stays(tmp_path: Path, there: str, added: str) -> None:
    path = tmp_path / FROM_REVIEW
    path.write_bytes(there.encode())
    before = read_glossary(tmp_path).entries

    add_entry(tmp_path, CHIP)
    assert path.read_bytes() == (there + added).encode()
    assert read_glossary(tmp_path).entries == (*before, CHIP)
    add_entry(tmp_path, entry("韓国", "South Korea"))
    assert len(read_glossary(tmp_path).entries) == len(before) + 2


@pytest.mark.parametrize(
    "more", [CHIP, entry("中国", "China"), entry("中國", "x"), entry("支那", variants=("ﾁｭｳｺﾞｸ",))]
)
def test_a_form_that_means_something_already_is_refused(tmp_path: Path, more: Entry) -> None:
    there = "# style\n- {original: 半導體, language: ja, english: chip}\n"
    there += ONE.replace("# not in names", "") + "  variants: [中國, チュウゴク]\n"
    (tmp_path / "style.yaml").write_text(there)
    (tmp_path / FROM_REVIEW).write_text("# mine\n")

    with pytest.raises(
        Fault, match=r"style.yaml:[23]: \S+ \(ja\) means '(chip|the PRC)' here already. Change that"
    ):
        add_entry(tmp_path, more)
    assert (tmp_path / FROM_REVIEW).read_text() == "# mine\n"
    assert (tmp_path / "style.yaml").read_text() == there


def test_a_form_of_another_language_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "style.yaml").write_text("- {original: 半導体, language: zh, english: chip}\n")

    add_entry(tmp_path, CHIP)
    assert len(read_glossary(tmp_path).entries) == 2


@pytest.mark.parametrize(
    ("there", "line"),
    [("[{original: 中国, language: ja, english: the PRC}]\n", 1), (ONE + "...\n", 4)],
    ids=["brackets", "end of document"],
)
def test_a_list_that_cannot_be_added_to_is_left(tmp_path: Path, there: str, line: int) -> None:
    (tmp_path / FROM_REVIEW).write_text(there)

    with pytest.raises(
        Fault, match=f"{FROM_REVIEW}:{line}: 半導体 cannot be added after the last entry. Write"
    ):
        add_entry(tmp_path, CHIP)
    assert (tmp_path / FROM_REVIEW).read_text() == there


def test_faults_of_the_files_are_told_first(tmp_path: Path) -> None:
    (tmp_path / FROM_REVIEW).write_text("- original: 中国\n")

    with pytest.raises(Faults, match="'language' is missing"):
        add_entry(tmp_path, CHIP)
    assert (tmp_path / FROM_REVIEW).read_text() == "- original: 中国\n"


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=12)), min_size=1, max_size=4
    ),
    st.sampled_from(["", "# head\n", ONE, ONE.rstrip("\n"), ONE.replace("\n", "\r\n"), INDENTED]),
)
@settings(max_examples=100, deadline=None)
def test_what_was_added_is_read_back(words: list[tuple[str, str]], there: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FROM_REVIEW).write_bytes(there.encode())
        for original, english in words:
            try:
                new = entry(original, english)
            except ValidationError:
                continue
            before = read_glossary(folder).entries
            try:
                add_entry(folder, new)
            except Fault as fault:
                assert "already" in fault.message  # noqa: PT017  # anything but a repeat is added
                continue
            assert read_glossary(folder).entries == (*before, new)
        assert (folder / FROM_REVIEW).read_bytes().startswith(there.encode())

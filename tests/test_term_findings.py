"""Tests of what is said of a glossary: contradictions and probable mistakes, each in one sentence."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.glossary import FROM_REVIEW, Entry, add_entry, check, read_glossary

ROOT = Path(__file__).parents[1]


def told(folder: Path, *lines: str) -> list[str]:
    """What is said of a file: line, kind and severity."""
    (folder / "a.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [f"{one.place.line} {one.kind} {one.severity}" for one in check(folder)]


ONE = "- {original: 経済, language: ja, english: economy}"


@pytest.mark.parametrize(
    ("lines", "findings"),
    [
        ([ONE], []),
        ([ONE, "- {original: 経済安全保障, language: ja, english: security}"], []),
        ([ONE, "- {original: 经济, language: zh, english: finance}"], []),
        ([ONE, "- {original: 経済, language: ja, english: the economy, scope: house-style}"], []),
        ([ONE, "- {original: 経済, language: ja, english: finance}"], ["2 two-meanings error"]),
        ([ONE, "- {original: 經濟, language: ja, english: finance}"], ["2 two-meanings error"]),
        ([ONE, ONE], ["2 repeated warning"]),
        (
            [ONE, "- {original: 景気, language: ja, english: boom, variants: [經濟]}"],
            ["2 variant-of-another warning"],
        ),
        ([ONE, "- {original: 景気, language: ja, english: economy, variants: [経済]}"], []),
        (
            [
                "- {original: 景気, language: ja, english: boom, variants: [好況]}",
                "- {original: 好況, language: ja, english: upturn, variants: [景気]}",
            ],
            ["1 cyclic-variants error"],
        ),
        (
            [
                "- {original: 景気, language: ja, english: boom, variants: [好況]}",
                "- {original: 繁栄, language: ja, english: prosperity, variants: [好況]}",
            ],
            ["2 shared-variant warning"],
        ),
        (["- {original: 国, language: ja, english: state}"], ["1 one-character info"]),
        (["- {original: ・, language: ja, english: dot}"], ["1 unmatchable warning"]),
        (
            ["- {original: 経済, language: ja, english: economy, avoid: [Economy]}"],
            ["1 avoids-itself warning"],
        ),
        (['- {original: 経済, language: ja, english: "eco\\nnomy"}'], ["1 line-break error"]),
        (['- {original: 経済, language: ja, english: "eco\\u0007nomy"}'], ["1 line-break error"]),
        (["- {original: '経済.*', language: ja, english: economy}"], ["1 markup warning"]),
        (["- {original: <b>経済</b>, language: ja, english: economy}"], ["1 markup warning"]),
        (["- {original: (株)トヨタ, language: ja, english: Toyota}"], []),
        (["- {original: 'C++', language: ja, english: C plus plus}"], []),
        (["- {original: 경제, language: ja, english: economy}"], ["1 script warning"]),
        (["- {original: エコ, language: ko, english: eco}"], ["1 script warning"]),
        (["- {original: エコ, language: zh, english: eco}"], ["1 script warning"]),
        (["- {original: 半导体, language: ja, english: semiconductor}"], ["1 script warning"]),
        (["- {original: 経済, language: zh, english: economy}"], ["1 script warning"]),
        (["- {original: 經濟, language: ko, english: economy}"], []),
        (["- {original: 朱镕基, language: zh, english: Zhu Rongji}"], []),
        (["- {original: AI, language: ja, english: AI}"], ["1 same-as-english info"]),
        (["- {original: ' 経済 ', language: ja, english: ' economy '}"], []),
        (["# nothing"], ["None empty-glossary warning", "None empty-file info"]),
        ([""], ["None empty-glossary warning", "None empty-file info"]),
        (["- {original: 経済, language: ja}"], ["1 unreadable error"]),
        ([": ["], ["1 unreadable error"]),
    ],
)
def test_what_is_said_of_a_file(tmp_path: Path, lines: list[str], findings: list[str]) -> None:
    assert told(tmp_path, *lines) == findings


def test_a_finding_says_where_the_other_is_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ONE, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(ONE.replace("economy", "finance"), encoding="utf-8")
    (finding,) = check(tmp_path)

    assert finding.place.file == str(tmp_path / "b.yaml")
    assert finding.message == f"経済 (ja) means 'finance' here and 'economy' in {tmp_path / 'a.yaml'}:1"
    assert finding.mend == "Keep one; until then the first holds."
    assert read_glossary(tmp_path).find("経済", "ja")[0].entry.english == "economy"


def test_a_folder_that_is_not_there_is_an_empty_glossary(tmp_path: Path) -> None:
    (finding,) = check(tmp_path / "none")

    assert (finding.kind, finding.severity) == ("empty-glossary", "warning")


def test_a_file_beyond_all_bounds_is_refused_in_one_line(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(200_000_000)
    (finding,) = check(tmp_path)

    assert (finding.kind, finding.severity) == ("unreadable", "error")
    assert finding.message == "is larger than 67 MB, the most that is read"


def test_what_is_added_in_review_is_looked_at_too(tmp_path: Path) -> None:
    add_entry(tmp_path, Entry(original="国", language="ja", english="state"))
    (finding,) = check(tmp_path)

    assert Path(finding.place.file).name == FROM_REVIEW


def test_the_repositorys_glossary_has_no_contradiction() -> None:
    assert {one.severity for one in check(ROOT / "glossary")} <= {"info"}


VALUES = st.text(st.sampled_from("経經済경AIあ.*[]<b>·・ \n\x07’"), max_size=5)


@given(
    st.lists(
        st.tuples(VALUES, st.sampled_from(["ja", "ko", "zh"]), VALUES, st.lists(VALUES, max_size=2)),
        max_size=4,
    )
)
@settings(max_examples=150, deadline=None)
def test_whatever_can_be_read_is_looked_at(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[str, str, str, list[str]]]
) -> None:
    folder = tmp_path_factory.mktemp("glossary")
    lines = [
        f"- {{original: {original!r}, language: {language}, english: {english!r}, variants: {variants!r}}}"
        for original, language, english, variants in entries
    ]
    (folder / "a.yaml").write_text("\n".join(lines), encoding="utf-8")

    findings = check(folder)
    assert all(one.message and one.mend.endswith(".") for one in findings)
    if not any(one.kind == "unreadable" for one in findings):
        glossary = read_glossary(folder)
        for entry in glossary.entries:
            glossary.find(f"の{entry.original}を", entry.language)

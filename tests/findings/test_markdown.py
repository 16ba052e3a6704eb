"""An editor's list as Markdown: read as it stands or rendered, and no markup but its own."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.findings.lists import HOSTILE, LIST, checked_list, finding, hostile_list, listing

from srcxlate.findings.markdown import markdown
from srcxlate.findings.sheet import NOTHING, plain

OURS = {"text", "code_inline", "strong_open", "strong_close"}
"""All that stands within a line."""
LIVE = re.compile(r"(?:https?|ftp)://|www\.|mailto:|xmpp:|[@#]\w|:[\w+-]+:", re.IGNORECASE)


def lines_of(rows) -> list[list[Token]]:
    """Each line of the rendered text in its pieces."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return [token.children or [] for token in reader.parse(markdown(rows)) if token.type == "inline"]


def wording(pieces: list[Token]) -> str:
    return " ".join("".join(piece.content for piece in pieces).split())


def test_the_whole_output(file_regression):
    file_regression.check(markdown(LIST), extension=".md")


def test_a_report_without_findings():
    assert markdown(listing()) == (
        f"# What does not agree in docks\n\n{NOTHING}\n\n## Quotations\n\nNo quoted passage was found.\n"
    )


def test_each_finding_and_each_open_quotation_has_a_box():
    assert len(re.findall(r"^- \[ \] ", markdown(LIST), re.MULTILINE)) == 6 + 2


def test_headings_and_the_table_are_rendered():
    html = MarkdownIt("commonmark").enable("table").render(markdown(LIST))
    assert html.count("<h3>") == 5 + 3
    assert html.count("<tr>") == 1 + 6
    assert "造船⟦の体系的支援謎⟧と「危機」" in html


def test_the_rows_of_a_real_check():
    rows = checked_list()
    told = "\n".join(map(wording, lines_of(rows)))
    for row in rows["findings"]:
        assert " ".join(plain(row["message"]).split()) in told


def check_harmless(text: str) -> None:
    lines = lines_of(hostile_list(text))
    assert {piece.type for pieces in lines for piece in pieces} <= OURS
    for pieces in lines:
        assert not LIVE.search("\x00".join(piece.content for piece in pieces if piece.type == "text"))
    told = [wording(pieces) for pieces in lines]
    (sentence,) = (line.partition(": ")[2] for line in told if line.startswith("[ ] error date-url abcdef"))
    assert sentence.split() == plain(f"Before {text} behind").split()
    words = [line.split() for line in told]
    assert f"What does not agree in {plain(text)}".split() == words[0]
    assert f"original: ⟦海{plain(text)}⟧海".split() in words
    for label in ("printed", "differs"):
        assert f"{label}: {plain(text)}".split() in words


@pytest.mark.parametrize("text", HOSTILE)
def test_words_of_a_report_are_no_markup(text):
    check_harmless(text)


def test_dollars_are_no_formulas():
    assert r"costs \$3 and \$5" in markdown(listing([finding("a", message="costs $3 and $5")]))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters() | st.sampled_from("`*_[]()<>|~$&#!\\:@/.w \n-+="), max_size=60))
def test_any_text_is_no_markup(text):
    check_harmless(text)


@pytest.mark.parametrize(
    "unit", ["`", "*", "海", "a", "[", "&", "#", "@", ":", ":a", "www.", "<", "\\", " `"]
)
def test_time_is_linear(unit):
    rows = listing([finding("a", message=unit * 100_000, printed=unit * 100_000)])
    start = time.perf_counter()
    markdown(rows)
    assert time.perf_counter() - start < 5

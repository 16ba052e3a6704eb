"""An editor's list on a terminal: aligned, in its width, and nothing that a terminal would obey."""

import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from tests.findings.lists import HOSTILE, LIST, SAID, checked_list, finding, hostile_list, listing, word

from srcxlate.findings.screen import shown
from srcxlate.findings.sheet import NOTHING


def printed(rows, *, width=80, everything=False) -> list[str]:
    """The lines of a list without the blanks at their ends, which Rich fills up with."""
    file = io.StringIO()
    console = Console(file=file, width=width, highlight=False, markup=False, emoji=False)
    for renderable in shown(rows, everything=everything):
        console.print(renderable)
    return [line.rstrip(" ") for line in file.getvalue().split("\n")]


@pytest.mark.parametrize(("width", "everything"), [(80, False), (120, True)], ids=["80", "120-all"])
def test_the_whole_output(width, everything, file_regression):
    file_regression.check("\n".join(printed(LIST, width=width, everything=everything)))


def test_a_report_without_findings():
    lines = printed(listing())
    assert NOTHING in lines
    assert "No quoted passage was found." in lines
    assert not any("KEY" in line or "Texts that" in line for line in lines)


def test_the_part_at_issue_is_marked_and_set_off():
    file = io.StringIO()
    console = Console(file=file, width=80, force_terminal=True, color_system="standard", legacy_windows=False)
    for renderable in shown(LIST):
        console.print(renderable)
    assert "\x1b[1;4m⟦の体系的支援謎⟧\x1b[0m" in file.getvalue()


def test_words_are_in_columns():
    words = [
        word("の", "no", "of", "grammar"),
        word("体系的", "taikeiteki", "systematic"),
        word("支援", "shien", None),
    ]
    lines = printed(listing([finding("a", original="海", at_issue=[0, 1], gloss=words)]))
    for parts in (
        (" no  ", " taikeiteki ", " shien "),
        ("(of)", "“systematic”", "(in no dictionary at hand)"),
    ):
        starts = {cell_len(line[: line.index(part)]) for part in parts for line in lines if part in line}
        assert len(starts) == 1


def test_what_was_dismissed_is_shown_on_demand():
    rows = listing([finding("a"), finding("b", printed="a harbour", dismissed=SAID)])
    lines = printed(rows)
    assert "1 dismissed; --all shows them" in lines
    assert not any("a harbour" in line for line in lines)
    everything = "\n".join(printed(rows, everything=True))
    assert "a harbour" in everything
    assert "Dismissed by Ann Lee on 2026-03-01: the author’s own spelling" in everything
    assert "--all" not in everything


def test_the_rows_of_a_real_check():
    rows = checked_list()
    text = " ".join(" ".join(printed(rows, everything=True)).split())
    for row in rows["findings"]:
        assert row["message"].split()[0] in text
        assert row["key"][:6] in text


def harmless(lines) -> bool:
    return all(c.isprintable() or unicodedata.category(c) == "Zs" for line in lines for c in line)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [80, 140])
def test_a_terminal_obeys_nothing(text, width):
    lines = printed(hostile_list(text), width=width, everything=True)
    assert harmless(lines)
    assert max(map(cell_len, lines)) <= width


def test_markup_is_shown_as_it_stands():
    assert any("[bold red]markup[/bold red] [/]" in line for line in printed(hostile_list(HOSTILE[2])))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_is_shown(text):
    lines = printed(hostile_list(text), everything=True)
    assert harmless(lines)
    assert max(map(cell_len, lines)) <= 80

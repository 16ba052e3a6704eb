"""What people see: aligned in 80 columns without colour, and nothing that a terminal would obey."""

import io
import json
import re
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from srcxlate import show
from srcxlate.sources import Container, Locator, Source

from .conftest import DRAFT, REPORT

SOURCE = Source(
    id="hayashi-2020-godo",
    language="ja",
    title="「合同」か「休眠」か",
    romanised="Gōdō ka kyūmin ka",
    english="To Merge or to Sleep",
    author="Hayashi Kōji 林浩二",
    publisher="Setouchi",
    date="2020",
    url="https://example.jp/a",
    containers=(Container(title="地域産業の変容", romanised="Chiiki sangyō no hen’yō"),),
    cited=(Locator(report="report", note=7), Locator(report="report", series=2, note=9)),
)


def printed(renderable) -> list[str]:
    file = io.StringIO()
    Console(file=file, width=80, highlight=False, markup=False).print(renderable)
    return file.getvalue().splitlines()


class TestVisible:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("造船　の\u00a0危機", "造船　の\u00a0危機"),
            ("a\x1b[31mb", "a\\x1b[31mb"),
            ("a\x9b31mb", "a\\x9b31mb"),
            ("a\u202eb\u200b", "a\\u202eb\\u200b"),
            ("a\rb\x07\tc\nd", "a\\rb\\x07 c\nd"),
            ("\ud800", "\\ud800"),
            ("[red]x[/red]", "[red]x[/red]"),
        ],
    )
    def test_known(self, text, shown):
        assert show.visible(text) == shown

    @given(st.text(st.characters()))
    def test_nothing_moves_the_cursor(self, text):
        assert not re.search(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", show.visible(text)
        )

    @given(st.text(st.characters()))
    def test_json_says_the_same_and_obeys_nothing(self, text):
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("sys.stdout", out)
            show.print_json({"text": text}, lines=True)
        out.flush()
        line = out.buffer.getvalue().decode()
        assert json.loads(line) == {"text": text}
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)

    def test_json_where_the_terminal_is_not_utf_8(self):
        out = io.TextIOWrapper(io.BytesIO(), "latin-1")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("sys.stdout", out)
            show.print_json({"text": "造船𠮷"}, lines=True)
        out.flush()
        assert out.buffer.getvalue() == b'{"text": "\\u9020\\u8239\\ud842\\udfb7"}\n'


class TestTable:
    def test_wide_characters_are_aligned(self):
        rows = [["造船", "x"], ["half", "x"], ["한국의 조선", "x"], ["ｶﾀｶﾅ", "x"]]
        lines = [line for line in printed(show.table(["title", "mark"], rows)) if line.rstrip().endswith("x")]
        assert len({cell_len(line[: line.index("x")]) for line in lines}) == 1

    def test_80_columns_hold_it(self):
        lines = printed(show.table(["a", "b"], [["東" * 100, "word " * 60]]))
        assert max(cell_len(line) for line in lines) <= 80
        assert sum(line.count("東") for line in lines) == 100

    def test_markup_is_shown_and_not_obeyed(self):
        assert any(
            "[bold]x[/bold] :smile:" in line
            for line in printed(show.table(["a"], [["[bold]x[/bold] :smile:"]]))
        )


class TestCards:
    def test_ids_stay_in_one_piece(self):
        head = "a" * 78
        assert printed(show.card(head, [("original", "造船")]))[0] == head

    def test_lines_without_a_value_are_left_out(self):
        assert "romanised" not in "".join(
            printed(show.card("id", [("original", "造船"), ("romanised", None)]))
        )

    def test_a_source(self):
        text = "\n".join(line.rstrip() for line in printed(show.source_card(show.source_row(SOURCE, []))))
        assert text.splitlines()[0] == "hayashi-2020-godo  ja"
        assert "  cited in         report note 7; report note 9 (series 2)" in text


@pytest.mark.parametrize(
    "command",
    [
        ["queue"],
        ["show", "7"],
        ["extract", REPORT],
        ["extract", REPORT, "--quotes"],
        ["models", "list"],
        ["run", REPORT, *DRAFT],
    ],
)
def test_every_command_is_readable_at_80_columns_without_colour(drafted, command):
    drafted.changes["NO_COLOR"] = "1"
    done = drafted.run(*command)
    assert done.status == 0
    works = drafted(*command, "--json").json if command[0] == "show" else []
    citations = {row["citation"] for row in works}
    lines = done.out.splitlines()
    assert citations <= set(lines)  # each in one line, for pasting
    assert max(cell_len(line) for line in lines if line not in citations) <= 80
    assert "\x1b" not in done.out + done.err


def test_the_queue_for_people(drafted):
    out = [line.rstrip() for line in drafted("queue").out.splitlines()]
    at = out.index("hayashi-2020-godo-ka-kyumin  ja  drafted")
    assert out[at + 1] == "  original  「合同」か「休眠」か―瀬戸内の三造船所"
    assert out[at + 2].startswith("  draft     ")


def test_hostile_titles_do_nothing_to_a_terminal(empty):
    path = empty.folder / "sources" / "ja" / "evil.yaml"
    path.write_text('id: evil\nlanguage: ja\ntitle: "造船\\e]0;owned\\a\\x9b31m\\u202e危機"\n')
    for words in (
        ["run", *DRAFT],
        ["queue"],
        ["queue", "--json"],
        ["show", "evil"],
        ["draft", "--dry-run", *DRAFT],
    ):
        done = empty(*words)
        assert done.status in (0, 2)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.out + done.err)


class TestCitation:
    def test_all_parts(self):
        assert show.citation(SOURCE) == (
            "Hayashi Kōji 林浩二, ‘Gōdō ka kyūmin ka’ 「合同」か「休眠」か (To Merge or to Sleep), "
            "in Chiiki sangyō no hen’yō 地域産業の変容, Setouchi, 2020 <https://example.jp/a>."
        )

    def test_reviewed_english_comes_first(self):
        assert "(Merge or Sleep?)" in show.citation(SOURCE, {"title": "Merge or Sleep?"})

    def test_a_bare_title(self):
        assert show.citation(Source(id="a", language="ja", title="造船")) == "造船."


class TestRunLines:
    def summary(self, **changes: Any) -> Any:
        facts = {"drafted": 0, "reused": 0, "unserved": {}, "seconds": 1.2}
        merged = SimpleNamespace(added=(), differences=())
        synced = SimpleNamespace(changed=0, unlisted=0)
        settled = SimpleNamespace(taken=[], left=[])
        return SimpleNamespace(**(facts | {"merged": merged, "synced": synced, "settled": settled} | changes))

    @pytest.mark.parametrize(
        ("changes", "lines"),
        [
            ({}, ["nothing new: every work is known and every segment has its draft"]),
            ({"unserved": {"ja": 1}}, []),
            ({"drafted": 3}, ["3 segments drafted in 1 s. Drafts wait for a person: srcxlate queue"]),
            (
                {"synced": SimpleNamespace(changed=2, unlisted=1)},
                ["2 segments changed, 1 segment gone from its source in 1 s"],
            ),
        ],
    )
    def test_lines(self, changes, lines):
        assert list(show.run_lines(self.summary(**changes))) == lines


def test_what_a_report_prints_otherwise_is_told(drafted):
    (path,) = (drafted.folder / "sources").glob("ja/hayashi-2020*-kyumin.yaml")
    path.write_text(re.sub(r"english: .*", "english: Merge or Sleep", path.read_text(), count=1))
    done = drafted("run", REPORT, *DRAFT)
    assert any("hayashi-2020-godo-ka-kyumin" in line and "Merge or Sleep" in line for line in done.lines)

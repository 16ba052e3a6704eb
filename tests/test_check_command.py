"""The editor's commands from the shell: check, its files and exit status, and what is said of findings."""

import json

import pytest
from tests.checks.test_quoted import MORI, REPORT

from .conftest import DRAFT, Shell

DATED = REPORT.replace("3 May 2023.", "3 May 2023, https://kaiji.example.jp/2023/07/09/0012.html.")
TEXT = "政府は造船所を支援するかどうか決めた。\n2023年の受注は3割減った。\n"


@pytest.fixture
def desk(empty: Shell) -> Shell:
    """A workspace with a report of five notes, drafted; one date in it is wrong."""
    (empty.folder / "docks.md").write_text(DATED, encoding="utf-8")
    empty.changes["SRCXLATE_USER"] = "Kim"
    assert empty("run", "docks.md", *DRAFT).status == 0
    return empty


def keys(shell: Shell) -> list[str]:
    return [row["key"] for row in shell("check", "docks.md", "--json").json["findings"]]


class TestAdd:
    def test_a_text_becomes_sentences_with_drafts(self, desk):
        done = desk("add", MORI, "-", "--json", *DRAFT, stdin=TEXT)
        assert done.status == 0, done.err
        assert [row["original"] for row in done.json] == TEXT.splitlines()
        assert all(row["status"] == "drafted" and row["draft"] for row in done.json)
        assert f"{MORI} has 2 sentences" in done.err
        (desk.folder / "again.txt").write_text(TEXT, encoding="utf-8")
        done = desk("add", MORI, "again.txt", "--json", *DRAFT)
        assert len(done.json) == 2
        assert "this text was there already" in done.err

    def test_only_queued(self, desk):
        done = desk("add", MORI, "-", "--json", "--no-draft", stdin=TEXT)
        assert [row["status"] for row in done.json] == ["undrafted"] * 2
        told = desk("check", "docks.md", "--json", "--fail-on", "never")
        assert "2 sentences of the texts have no English yet: 'srcxlate draft' drafts them" in told.err

    @pytest.mark.parametrize(
        ("words", "stdin", "told"),
        [
            (["nobody", "-"], TEXT, "no source is called 'nobody'"),
            ([MORI, "-"], "", "stdin: is empty"),
            ([MORI, "-"], "Hello.", "stdin: holds no Japanese, Korean or Chinese"),
            ([MORI, "nowhere.txt"], None, "nowhere.txt: no such file or folder"),
            ([MORI, "."], None, ".: is a folder"),
        ],
    )
    def test_what_is_no_text_of_a_work_is_refused_in_one_line(self, desk, words, stdin, told):
        done = desk("add", *words, stdin=stdin)
        assert done.status == 2
        assert told in done.err
        assert len(done.lines) == 1
        assert not (desk.folder / ".srcxlate" / "texts").exists()

    def test_another_encoding_is_named(self, desk):
        (desk.folder / "old.txt").write_bytes(TEXT.encode("cp932"))
        assert "--encoding" in desk("add", MORI, "old.txt").err
        assert desk("add", MORI, "old.txt", "--encoding", "cp932", "--no-draft").status == 0

    def test_a_text_in_another_language_is_refused_unless_told(self, desk):
        korean = "조선업의 불황이 길어지면서 국내 주요 조선소는 수주 감소에 직면해 있다."
        done = desk("add", MORI, "-", "--no-draft", stdin=korean)
        assert (done.status, len(done.lines)) == (2, 1)
        assert f"stdin: is in Korean, and {MORI} in Japanese" in done.err
        assert "route --set" in done.err
        assert "--anyway" in done.err
        assert not (desk.folder / ".srcxlate" / "texts").exists()
        assert desk("add", MORI, "-", "--no-draft", "--anyway", stdin=korean).status == 0

    def test_a_long_text_shows_that_it_is_being_taken_in(self, desk):
        text = "".join(f"第{n}隻の船は港を出て南へ向かった。\n" for n in range(16_000))
        done = desk("add", MORI, "-", "--no-draft", stdin=text)
        assert "taking in" in done.err
        assert "16,000 sentences" in done.err


class TestCheck:
    def test_findings_make_the_exit_status(self, desk):
        done = desk("check", "docks.md", "--json")
        assert done.status == 1
        (finding,) = done.json["findings"]
        assert (finding["kind"], finding["severity"], finding["note"]) == ("date-url", "error", 1)
        assert (finding["printed"], finding["id"]) == ("3 May 2023", MORI)
        assert DATED[finding["start"] :][: finding["length"]] == "3 May 2023"
        assert DATED.splitlines()[finding["line"] - 1].endswith("0012.html.")
        for limit, status in (("never", 0), ("error", 1), ("warning", 1), ("info", 1)):
            assert desk("check", "docks.md", "--json", "--fail-on", limit).status == status

    def test_quotes_have_their_sources(self, desk):
        rows = desk("check", "docks.md", "--json").json
        found = [(q["note"], q["resolved_note"], q["id"], q["verdict"]) for q in rows["quotes"]]
        sato = "yui-2022-minato-no-mirai"
        assert found == [
            (1, 1, MORI, "no-text"),
            (2, 1, MORI, "no-text"),
            (3, 3, sato, "no-text"),
            (4, 1, MORI, "no-text"),
            (5, 5, None, "no-text"),
        ]
        assert [(row["id"], row["quotes"]) for row in rows["texts_wanted"]] == [(MORI, 3), (sato, 1)]

    def test_an_earlier_version(self, desk):
        (desk.folder / "before.md").write_text(DATED.replace("3 May 2023", "5 May 2023"), encoding="utf-8")
        rows = desk("check", "docks.md", "--since", "before.md", "--json").json
        assert [row["news"] for row in rows["findings"]] == ["new"]
        assert [row["printed"] for row in rows["gone"]] == ["5 May 2023"]

    def test_only_what_is_new_is_shown_against_an_earlier_version(self, desk):
        (desk.folder / "before.md").write_text(DATED, encoding="utf-8")
        done = desk("check", "docks.md", "--since", "before.md")
        assert "3 May 2023" not in done.out
        assert "1 findings are as they were in before.md; --all shows them" in done.err
        assert "3 May 2023" in desk("check", "docks.md", "--since", "before.md", "--all").out

    def test_a_list_is_narrowed_and_the_exit_status_is_not(self, desk):
        for words in (["--kind", "name"], ["--kind", "url", "--kind", "number"]):
            done = desk("check", "docks.md", "--json", *words)
            assert (done.status, done.json["findings"]) == (1, [])
        done = desk("check", "docks.md", "--json", "--kind", "date-url", "--least", "error")
        assert len(done.json["findings"]) == 1
        done = desk("check", "docks.md", "--kind", "dates")
        assert (done.status, len(done.lines)) == (2, 1)
        assert "no kind of finding is called 'dates'" in done.err

    def test_no_folder_is_made_for_a_file(self, desk):
        done = desk("check", "docks.md", "--write", "nowhere/list.md")
        assert (done.status, len(done.lines)) == (2, 1)
        assert not (desk.folder / "nowhere").exists()

    def test_a_list_is_written_into_files(self, desk):
        written = ["--write", "list.json", "--write", "list.md", "--write", "list.docx"]
        done = desk("check", "docks.md", "--json", *written)
        assert done.status == 1
        assert json.loads((desk.folder / "list.json").read_text(encoding="utf-8")) == done.json
        assert "3 May 2023" in (desk.folder / "list.md").read_text(encoding="utf-8")
        assert (desk.folder / "list.docx").read_bytes().startswith(b"PK")

    def test_a_file_of_another_kind_is_refused_before_anything_is_checked(self, desk):
        done = desk("check", "docks.md", "--write", "list.pdf")
        assert (done.status, len(done.lines)) == (2, 1)
        assert "list.pdf: no way to write a list into a file that ends in .pdf" in done.err

    def test_the_workspace_s_own_report_is_meant_where_none_is_named(self, desk):
        done = desk("check", "--json")
        assert done.status == 2
        assert "no report is named, and the workspace's own is not here" in done.err
        settings = desk.folder / "srcxlate.yaml"
        settings.write_text(settings.read_text() + "report: docks.md\n")
        assert len(desk("check", "--json").json["findings"]) == 1

    def test_nothing_is_changed_by_a_check(self, desk):
        before = {path: path.read_bytes() for path in (desk.folder / "sources").glob("*/*")}
        queue = desk("queue", "--json").json
        desk("check", "docks.md", "--json")
        assert {path: path.read_bytes() for path in (desk.folder / "sources").glob("*/*")} == before
        assert desk("queue", "--json").json == queue

    def test_on_a_screen(self, desk):
        done = desk("check", "docks.md")
        assert done.status == 1
        assert "3 May 2023" in done.out
        assert MORI in done.out


class TestFindings:
    def test_a_dismissal_holds_and_is_taken_back(self, desk):
        (key,) = keys(desk)
        done = desk("findings", "dismiss", key[:8], "--reason", "the paper says so", "--report", "docks.md")
        assert done.status == 0, done.err
        assert done.err.startswith(f"dismissed {key}: ")
        done = desk("check", "docks.md", "--json")
        assert done.status == 0
        assert done.json["findings"][0]["dismissed"]["reason"] == "the paper says so"
        assert "3 May 2023" not in desk("check", "docks.md").out
        assert "3 May 2023" in desk("check", "docks.md", "--all").out
        assert desk("findings", "reopen", key, "--reason", "it does not").status == 0
        assert desk("check", "docks.md", "--json").status == 1
        told = desk("findings", "list", "--json").json
        assert [(row["state"], row["who"]) for row in told] == [("dismissed", "Kim"), ("reopened", "Kim")]
        assert "the paper says so" in desk("findings", "list").out

    def test_quotations_are_signed_off(self, desk):
        assert desk("add", MORI, "-", "--no-draft", stdin=TEXT).status == 0
        quotes = desk("check", "docks.md", "--json").json["quotes"]
        done = desk("findings", "signoff", quotes[2]["key"], "--report", "docks.md", "--as", "Ann")
        assert done.status == 0, done.err
        quotes = desk("check", "docks.md", "--json").json["quotes"]
        assert [bool(q["signed_off"]) for q in quotes] == [False, False, True, False, False]
        assert quotes[2]["signed_off"]["who"] == "Ann"

    def test_quotations_without_a_text_show_their_keys_when_asked(self, desk):
        bare = desk("check", "docks.md", "--json").json["quotes"]
        assert "--all shows" in desk("check", "docks.md").out
        shown = desk("check", "docks.md", "--all").out
        assert all(row["key"][:6] in shown for row in bare)

    def test_what_names_nothing_is_refused(self, desk):
        for words in (
            ["dismiss", "ffffff", "--reason", "x", "--report", "docks.md"],
            ["signoff", "ffffff", "--report", "docks.md"],
            ["signoff", "--report", "docks.md"],
            ["reopen", "ffffff"],
        ):
            done = desk("findings", *words)
            assert (done.status, len(done.lines)) == (2, 1), done.err

"""Tests of records: every mistake in a file is told with its line, and no file is ever half written."""

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from srcxlate import records
from srcxlate.errors import Fault, Faults
from srcxlate.files import from_os, read_text, write_text
from srcxlate.glossary import Entry
from srcxlate.records import (
    Record,
    Unfit,
    parse_record,
    parse_records,
    read_record,
    read_records,
    render_record,
    render_value,
    write_record,
    written_as,
)
from srcxlate.sources import Container, Locator, Routed, Source, Variant

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


class Part(Record):
    name: str
    number: Annotated[int, Field(ge=1, le=9)] = 1


class Sample(Record):
    title: str
    url: str | None = None
    year: Annotated[str, written_as(r"\d{4}", "is no year", "Write four figures.")] | None = None
    share: float | None = None
    open: bool = False
    parts: tuple[Part, ...] = ()
    words: tuple[str, ...] = ()


class Options(Record):
    loud: bool = True


def faults_of(text: str, model: type[Record] = Sample) -> list[str]:
    with pytest.raises(Faults) as caught:
        parse_record(text, model, "f.yaml")
    return str(caught.value).split("\n")


# -- what files may hold -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["no", "12:30", "0123", "1e3", "~", "null", "true", "2023-07-20", "=", "<<", "0x1F"]
)
def test_plain_values_stay_words(written: str) -> None:
    assert parse_record(f"title: {written}\n", Sample, "f").title == written


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("url:", None),
        ("url: ''", ""),
        ('url: "  "', ""),
        ("url:   # nothing", None),
        ("url: ' a '", "a"),
        ("url: |\n  a\n", "a"),
    ],
)
def test_only_an_empty_value_is_none(text: str, url: str | None) -> None:
    assert parse_record(f"title: a\n{text}\n", Sample, "f").url == url


@pytest.mark.parametrize(
    "text",
    [
        "title: 題\nwords: [a, b]\n",
        "\ufefftitle: 題\nwords: [a, b]\n",
        "title: 題\r\nwords:\r\n  - a\r\n  - b\r\n",
        "---\ntitle: 題 # a comment\nwords:\n- a\n- b\n...\n# the end\n",
        '# a comment\n\n"title":\t題\n? words\n: - a\n  - b\n',
        '{"title": "題", "words": ["a", "b"]}',
    ],
    ids=["flow", "byte-order mark", "CRLF", "markers", "explicit", "JSON"],
)
def test_layouts_of_one_record(text: str) -> None:
    assert parse_record(text, Sample, "f") == Sample(title="題", words=("a", "b"))


def test_pydantic_types_the_words() -> None:
    record = parse_record(
        "title: 1\nopen: yes\nshare: 1e-3\nparts:\n  - {name: 2, number: '3'}\n", Sample, "f"
    )

    assert record == Sample(title="1", open=True, share=0.001, parts=(Part(name="2", number=3),))


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n", "\ufeff", "---\n", "---\n...\n"])
def test_an_empty_text_is_defaults_or_a_fault(text: str) -> None:
    assert parse_record(text, Options, "f") == Options()
    assert parse_records(text, Part, "f") == []
    assert faults_of(text) == ["f.yaml:1: is empty. Write one 'field: value' a line."]


def test_a_list_knows_its_lines() -> None:
    found = parse_records("# parts\n- name: a\n\n-\n  name: b\n- {name: c}\n", Part, "f")

    assert [(part.name, line) for part, line in found] == [("a", 2), ("b", 5), ("c", 6)]


# -- what is wrong with them -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: a: b", "f.yaml:1:9: is no valid YAML: mapping values are not allowed .*Quote values"),
        ("title: 'a", "f.yaml:1:10: is no valid YAML: found unexpected end of stream. Close the quo"),
        ("title: a\n\turl: b", "f.yaml:2:1: is no valid YAML: .*Indent with spaces, not with tabs"),
        ("title:\n\t- b", "f.yaml:2:1: is no valid YAML: .*Indent with spaces"),
        ("title: @a", "f.yaml:1:8: is no valid YAML: found character that cannot start any token. Quote"),
        ('title: "\\uD800"', "f.yaml:1:11: is no valid YAML: found invalid Unicode"),
        ("title: a\n- b", "f.yaml:2:1: is no valid YAML"),
        ("title: a\nurl: b\ntitle: c", "f.yaml:3: 'title' stands twice .first in line 1.. Keep one of them"),
        ("title: a\nparts:\n  - name: b\n    name: c", "f.yaml:4: 'name' stands twice .first in line 3"),
        ("titel: a\ntitle: b", "f.yaml:1: unknown field 'titel'. Did you mean 'title'?"),
        ("title: a\nqqq: b", "f.yaml:2: unknown field 'qqq'. Remove it, or check its spelling"),
        ("title: a\nparts:\n  - {name: b, x: c}", "f.yaml:3: unknown field 'parts.0.x'"),
        ("title: &a b", "f.yaml:1: uses an anchor or alias .& or .*. Write the value out, or quote it"),
        ("title: a\nurl: *b", "f.yaml:2: uses an anchor or alias"),
        ("title: !!python/object/apply:os.system [id]", "f.yaml:1: uses the tag tag:yaml.org"),
        ("title: !important b", "f.yaml:1: uses the tag !important. Write a plain value, or quote it"),
        ("title: a\n!!python/name:os.system x: b", "f.yaml:2: uses the tag"),
        ("title: a\n<<: b", "f.yaml:2: unknown field '<<'"),
        ("title: a\n? [b, c]\n: d", "f.yaml:2: the name of a field must be a word. Write 'field: value'"),
        ("title: a\n{b: c}: d", "f.yaml:2: the name of a field must be a word"),
        ("title: a\n'': d", "f.yaml:2: unknown field ''"),
        ("title: a\n---\ntitle: b", "f.yaml:2: holds a second document. Remove the line '---'"),
        ("title: a\n...\ntitle: b", "f.yaml:3: holds a second document"),
        ("%YAML 1.2\n---\ntitle: a", "f.yaml:1: begins a line with %. Remove the line"),
        ("# a\n\n%TAG ! tag:a,2000:\n---\ntitle: a", "f.yaml:3: begins a line with %"),
        ("title: a\x07b", r"f.yaml:1:9: holds the character U\+0007. Remove it"),
        ("url: é\ntitle: a\0", r"f.yaml:2:9: holds the character U\+0000"),
        ("title: a\u2028b", r"f.yaml:1:9: holds the character U\+2028"),
        ("title: a\x85b", r"f.yaml:1:9: holds the character U\+0085"),
        ("title: \ud800", r"f.yaml:1:8: holds the character U\+D800"),
        ("just words", "f.yaml:1: holds no fields with values. Write one 'field: value' a line"),
        ("- title: a", "f.yaml:1: holds no fields with values"),
        ("url: a", "f.yaml:1: the field 'title' is missing. Add a line 'title: …'"),
        ("title:", "f.yaml:1: title is empty. Write a value, or remove the line"),
        ("title: [a]", "f.yaml:1: title is no single value. Write one value after the colon"),
        ("title: a\nyear: 23", "f.yaml:2: year '23' is no year. Write four figures"),
        ("title: a\nopen: maybe", "f.yaml:2: open 'maybe' is neither true nor false. Write true or false"),
        ("title: a\nshare: much", "f.yaml:2: share 'much' is no number. Write it in figures"),
        ("title: a\nwords: b", "f.yaml:2: words 'b' is no list. Write each entry on a line of its own"),
        ("title: a\nparts: [b]", "f.yaml:2: parts.0 'b' holds no fields .*lines under it"),
        ("title: a\nparts: [{name: b, number: 0}]", "f.yaml:2: parts.0.number '0' is too small. Write 1"),
        ("title: a\nparts: [{name: b, number: 10}]", "f.yaml:2: parts.0.number '10' is too large. Write 9"),
        ("title: a\nparts: [{name: b, number: 1.5}]", "f.yaml:2: parts.0.number '1.5' is no whole number"),
        ("title: a\nparts:\n  -\n    number: 2", "f.yaml:4: the field 'parts.0.name' is missing"),
        ("title: " + "[" * 100_000, "f.yaml:1: is nested more than 32 deep. Take brackets or indents away"),
        ("- " * 100_000, "f.yaml:1: is nested more than 32 deep"),
        ("{a: " * 100_000, "f.yaml:1: is nested more than 32 deep"),
    ],
)  # fmt: skip
def test_a_fault_names_line_and_mend(text: str, told: str) -> None:
    with pytest.raises(Faults, match=rf"^{told}") as caught:
        parse_record(text, Sample, "f.yaml")
    assert len(caught.value.faults) == 1
    assert caught.value.faults[0].mend


def test_all_faults_of_a_file_come_in_one_go() -> None:
    text = (
        "titel: a\nyear: x\nyear: y\nurl: *b\nparts:\n  - {number: 0}\n"
        "open: !!bool no\nwords: &c [d]\n? {}\n: e\n--- \n"
    )

    assert [line.split(". ")[0] for line in faults_of(text)] == [
        "f.yaml:1: the field 'title' is missing",
        "f.yaml:1: unknown field 'titel'",
        "f.yaml:2: year 'x' is no year",
        "f.yaml:3: 'year' stands twice (first in line 2)",
        "f.yaml:4: uses an anchor or alias (& or *)",
        "f.yaml:6: the field 'parts.0.name' is missing",
        "f.yaml:6: parts.0.number '0' is too small",
        "f.yaml:7: uses the tag tag:yaml.org,2002:bool",
        "f.yaml:8: uses an anchor or alias (& or *)",
        "f.yaml:9: the name of a field must be a word",
        "f.yaml:11: holds a second document",
    ]


def test_all_faults_of_a_list_come_in_one_go() -> None:
    with pytest.raises(Faults) as caught:
        parse_records("- name: a\n- nam: b\n- c\n- name: d\n  number: x\n", Part, "f.yaml")

    assert [str(fault.place) for fault in caught.value.faults] == [
        "f.yaml:2",
        "f.yaml:2",
        "f.yaml:3",
        "f.yaml:5",
    ]


def test_a_list_is_not_a_record() -> None:
    with pytest.raises(Faults, match=r"f:1: holds no list of entries. Begin each entry with '- '"):
        parse_records("name: a", Part, "f")


def test_faults_after_the_first_fifty_are_only_mentioned() -> None:
    with pytest.raises(Faults) as caught:
        parse_records("- x\n" * 1000, Part, "f.yaml")

    lines = str(caught.value).split("\n")
    assert len(lines) == 51
    assert lines[-1] == "f.yaml: has more faults than these. Mend these first."


def test_an_anchor_bomb_does_not_grow() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    lines = faults_of("\n".join(["a0: &a0 lol", *levels]))

    assert all("uses an anchor or alias" in line or "more faults" in line for line in lines)


def test_many_directives_are_refused_before_they_are_read() -> None:
    text = "".join(f"%TAG !a{n}! tag:a,2000:\n" for n in range(200_000)) + "---\ntitle: a\n"

    assert faults_of(text) == ["f.yaml:1: begins a line with %. Remove the line, or quote the value."]


def test_directives_of_a_second_document_are_not_read() -> None:
    text = "title: a\n...\n" + "".join(f"%TAG !a{n}! tag:a,2000:\n" for n in range(200_000)) + "---\na\n"

    assert faults_of(text) == ["f.yaml:3: holds a second document. Remove the line '---'."]


def test_a_file_of_too_many_values_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "_MOST_VALUES", 100)

    assert faults_of("title: [" + "a, " * 1000 + "]") == [
        "f.yaml:1: holds more than 100 values. Cut it into several files."
    ]


def test_fifty_megabytes_in_one_line() -> None:
    assert (
        faults_of("titel: " + "x" * 50_000_000)[1] == "f.yaml:1: unknown field 'titel'. Did you mean 'title'?"
    )
    assert all(len(line) < 200 for line in faults_of("title: a\nyear: " + "x" * 50_000_000))


def any_faults_of(text: str) -> list[Fault]:
    """What is wrong with a text as a record and as a list; anything but a fault goes through."""
    found: list[Fault] = []
    for parse in (parse_record, parse_records):
        try:
            parse(text, Sample, "f.yaml")
        except Fault as fault:
            found += fault.each
    return found


@given(st.text(st.characters(), max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_a_record_or_a_fault(text: str) -> None:
    for fault in any_faults_of(text):
        assert str(fault).startswith("f.yaml:")
        assert "\n" not in str(fault)


YAML_PIECES = st.sampled_from([
    "title", "parts", "name", ": ", ":", "\n", "\n  ", "- ", "[", "]", "{", "}", "&a", "*a", "!!set ", "!",
    "|\n", ">", "'", '"', "\\x", "%", "---\n", "...\n", "#", " ", "\t", "\r", "? ", ",", "@", "`", "a",
    "\ufeff", "\0", "<<",
])  # fmt: skip


@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_yaml_like_text_is_a_record_or_a_fault(text: str) -> None:
    for fault in any_faults_of(text):
        assert fault.mend
        assert fault.place
        assert fault.place.file == "f.yaml"


def test_the_plain_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.setattr(records, "_LOADER", yaml.SafeLoader)

    assert parse_record("title: 12:30\nparts: [{name: ~}]\nwords:\n- a\n", Sample, "f").title == "12:30"
    assert faults_of("title: a\x07b")[0].startswith("f.yaml:1:9: holds the character U+0007")
    assert faults_of("title: " + "[" * 100_000)[0].startswith("f.yaml:1: is nested more than 32 deep")
    assert faults_of("title: a: b")[0].startswith(
        "f.yaml:1:9: is no valid YAML: mapping values are not allowed"
    )


# -- files ---------------------------------------------------------------------------------------


def test_files_are_read_as_texts_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufefftitle: 題\r\n".encode())
    (tmp_path / "b").write_bytes(b"- name: x\n")

    assert read_record(tmp_path / "a", Sample) == Sample(title="題")
    assert read_records(tmp_path / "b", Part) == [(Part(name="x"), 1)]
    assert read_text(tmp_path / "a") == "\ufefftitle: 題\r\n"


def test_other_encodings_are_read_when_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("題".encode("cp932"))

    assert read_text(tmp_path / "a", encoding="cp932") == "題"


@pytest.mark.parametrize("encoding", ["klingon", "hex", "utf\0", "undefined"])
def test_no_such_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a").write_bytes(b"\xff..\xff")

    with pytest.raises(Fault, match=r"no encoding of text is called .*Try utf-8, cp932"):
        read_text(tmp_path / "a", encoding=encoding)


def test_a_byte_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"title: a\nurl: \x93\xfa\n")

    with pytest.raises(
        Fault, match=r"a:2: byte 15 \(0x93\) is not utf-8. Give the file's encoding, e.g. --encoding cp932"
    ):
        read_text(tmp_path / "a")
    with pytest.raises(Fault, match=r"a:2: byte 15 \(0x93\) is not utf-8. Save the file as UTF-8"):
        read_record(tmp_path / "a", Sample)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 2_000_001)

    with pytest.raises(
        Fault, match=r"a: is larger than 2 MB, the most that is read. Check that it is the right file"
    ):
        read_text(tmp_path / "a", largest=2_000_000)
    with pytest.raises(Fault, match="is larger than 2 MB"):
        read_text(Path("/dev/zero"), largest=2_000_000)


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=rf"{tmp_path.name}: is a folder. Name a file"):
        read_record(tmp_path, Sample)
    with pytest.raises(Fault, match=r"none: no such file or folder. Check the path"):
        read_record(tmp_path / "none", Sample)
    (tmp_path / "file").touch()
    with pytest.raises(Fault, match="file/x: leads through a file where a folder should be"):
        read_record(tmp_path / "file" / "x", Sample)
    with pytest.raises(Fault, match=r"[Ff]ile name too long. Check the path and the disk"):
        read_record(tmp_path / ("x" * 5000), Sample)


@pytest.mark.usefixtures("permissions_bind")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a").touch(mode=0)

    with pytest.raises(Fault, match=r"a: may not be read or written here. Check its permissions"):
        read_text(tmp_path / "a")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EACCES, "x: may not be read or written here. Check its permissions."),
        (errno.EROFS, "x: may not be read or written here. Check its permissions."),
        (errno.ENOSPC, "x: the disk is full. Make room and run the command again; nothing was lost."),
        (errno.EDQUOT, "x: the disk is full. Make room and run the command again; nothing was lost."),
        (errno.ENOENT, "x: no such file or folder. Check the path."),
        (errno.EIO, "x: Input/output error. Check the path and the disk."),
    ],
)
def test_system_errors_in_words(number: int, told: str) -> None:
    assert str(from_os(OSError(number, os.strerror(number)), "x")) == told


# -- there and back --------------------------------------------------------------------------------

ODD = "ab:-#'\"{}[]&*!|>%@`?, \n\t\r~=<\\\x00\x07\x1b\x7f\x85\u2028\u202e\u200b\ufeff\ufffe中ō😀\u3000"
MISREAD = [
    "no", "~", "null", "12:30", "0123", "1e3", "yes", "---", "...", "- a", "# comment", "a # b", "a: b", "<<",
    "=", "'", '"', "  both ends ", "!!str a", "2023-07-20", "0o7", ".inf", "x" * 5000, "長" * 3000, "a\nb",
    "? a", "\x85",
]  # fmt: skip
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text(st.sampled_from(ODD), max_size=12),
    st.sampled_from(MISREAD),
)
WORD = TEXT.filter(lambda text: bool(Part(name=text).name))
OPTIONAL = st.none() | TEXT


def some(strategy: st.SearchStrategy[Any], at_least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, min_size=at_least, max_size=2).map(tuple)


LOCATOR = st.builds(
    Locator, report=TEXT, series=st.integers(1, 10**6), note=st.integers(0, 10**6), pages=OPTIONAL
)
SOURCE = st.builds(
    Source,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True),
    language=st.sampled_from(["ja", "ko", "zh", "und"]),
    title=WORD,
    romanised=OPTIONAL,
    english=OPTIONAL,
    author=OPTIONAL,
    publisher=OPTIONAL,
    date=st.sampled_from([None, "2023", "2023-07", "2023-07-20", "XXXX-05-16"]),
    containers=some(st.builds(Container, title=WORD, romanised=OPTIONAL, english=OPTIONAL)),
    route=st.none() | st.builds(Routed, confidence=st.floats(0, 1), evidence=some(TEXT), by=OPTIONAL),
    cited=some(LOCATOR),
    variants=some(st.builds(Variant, at=some(LOCATOR, 1), title=OPTIONAL, english=OPTIONAL)),
)
ENTRY = st.builds(
    Entry,
    original=WORD,
    language=st.sampled_from(["ja", "ko", "zh"]),
    english=WORD,
    variants=some(WORD),
    avoid=some(WORD),
    scope=OPTIONAL,
    note=OPTIONAL,
    authority=OPTIONAL,
)


@given(SOURCE)
@settings(max_examples=400, deadline=None)
def test_a_source_comes_back_as_it_was(source: Source) -> None:
    assert parse_record(render_record(source), Source, "f") == source


@given(st.lists(ENTRY, max_size=3))
@settings(max_examples=300, deadline=None)
def test_glossary_entries_come_back_as_they_were(entries: list[Entry]) -> None:
    text = render_value([entry.model_dump(mode="json", exclude_defaults=True) for entry in entries])

    assert [entry for entry, _ in parse_records(text, Entry, "f")] == entries


def test_white_space_at_the_ends_is_no_part_of_a_value() -> None:
    assert Sample(title=" \u3000a b\n") == parse_record("title: '  a b '\n", Sample, "f")


def test_the_layout_of_a_file() -> None:
    sample = Sample(
        title="12:30", url="a: b", parts=(Part(name="題", number=2), Part(name="two\nlines")), words=("x",)
    )

    assert render_record(sample) == (
        "title: '12:30'\nurl: 'a: b'\nparts:\n  - name: 題\n    number: 2\n"
        '  - name: "two\\nlines"\nwords:\n  - x\n'
    )


def test_nothing_is_written_as_nothing() -> None:
    assert render_value({"a": None, "b": [None]}) == "a:\nb:\n  -\n"


def test_a_rule_of_a_field_tells_its_mend() -> None:
    with pytest.raises(Unfit, match="is no year") as caught:
        written_as(r"\d{4}", "is no year", "Write four figures.").func("20234")  # type: ignore[call-arg]
    assert caught.value.mend == "Write four figures."


# -- writing a record where a person wrote -------------------------------------------------------------

LAID_OUT = """\
# my remark
url: https://example.org   # checked in May
title:    "題"
words:   # in the order of the report
- a
- b

# about parts
parts: [{name: p}]
"""
WORDS = "words:   # in the order of the report\n- a\n- b\n"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, LAID_OUT),
        ({"words": ("a", "c")}, LAID_OUT.replace(WORDS, "words:\n  - a\n  - c\n")),
        ({"words": ()}, LAID_OUT.replace(WORDS, "")),
        ({"year": "2023"}, LAID_OUT + "year: '2023'\n"),
        ({"parts": (Part(name="q"),)}, LAID_OUT.replace(" [{name: p}]", "\n  - name: q")),
    ],
    ids=["nothing", "a list", "a list removed", "a field added", "the last field"],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_fields_that_change_are_written(
    tmp_path: Path, changes: dict[str, Any], text: str, newline: str
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(LAID_OUT.replace("\n", newline).encode())
    before = read_record(path, Sample)
    after = before.model_copy(update=changes)

    assert write_record(path, after, before) is bool(changes)
    assert path.read_bytes().decode() == text.replace("\n", newline)
    assert read_record(path, Sample) == after


def test_what_a_person_changes_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    before = Sample(title="a")
    path.write_text("title: b  # by hand\n")

    write_record(path, before.model_copy(update={"url": "x"}), before)

    assert path.read_text() == "title: b  # by hand\nurl: x\n"


def test_a_file_that_became_faulty_meanwhile_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("title: b\ntitle: c\n")

    with pytest.raises(Faults, match="'title' stands twice"):
        write_record(path, Sample(title="a", url="x"), Sample(title="a"))
    assert path.read_text() == "title: b\ntitle: c\n"


@pytest.mark.parametrize(
    "text", ["{title: a, words: [b]}", '"words": [b]\ntitle: a\n', "title: a\nwords: [b]\n..."]
)
def test_a_layout_that_cannot_be_kept_is_written_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    before = Sample(title="a", words=("b",))
    after = before.model_copy(update={"words": ("c",), "url": "x"})

    assert write_record(path, after, before)
    assert read_record(path, Sample) == after


def test_a_new_record_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.yaml"

    assert write_record(path, Sample(title="a"))
    assert not write_record(path, Sample(title="a"))
    assert path.read_text() == "title: a\n"


# -- at once or not at all ---------------------------------------------------------------------------


def test_a_text_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a"

    assert write_text(path, "題\r\n")
    assert path.read_bytes() == "題\r\n".encode()
    assert not write_text(path, "題\r\n")
    assert write_text(path, "b")
    assert os.listdir(path.parent) == ["a"]


def test_permissions_stay_and_new_files_follow_the_mask(tmp_path: Path) -> None:
    kept, new = tmp_path / "kept", tmp_path / "new"
    kept.touch()
    kept.chmod(0o640)
    before = os.umask(0o077)
    try:
        write_text(kept, "a")
        write_text(new, "a")
    finally:
        os.umask(before)

    assert kept.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("a")
    (tmp_path / "link").symlink_to("real")

    write_text(tmp_path / "link", "b")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "b"


def test_a_folder_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="is a folder"):
        write_text(tmp_path, "a")
    (tmp_path / "file").touch()
    with pytest.raises(Fault, match="leads through a file where a folder should be"):
        write_text(tmp_path / "file" / "a", "b")


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mounts a small file system of its own in the test's folder; skips where one may not."""
    mounts: list[Path] = []

    def mount(*arguments: str) -> Path:
        folder = tmp_path / "mounted"
        if folder not in mounts:
            folder.mkdir()
        done = (
            subprocess.run(["mount", *arguments, str(folder)], capture_output=True, check=False)
            if ROOT
            else None
        )
        if done is None or done.returncode:
            pytest.skip("may not mount a file system here")
        mounts.append(folder)
        return folder

    yield mount
    for folder in mounts:
        subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def test_a_full_disk_leaves_the_old_file(mounted: Callable[..., Path]) -> None:
    folder = mounted("-t", "tmpfs", "-o", "size=64k", "srcxlate-test")
    path = folder / "a"
    write_text(path, "old")

    with pytest.raises(
        Fault, match=r"a: the disk is full. Make room and run the command again; nothing was lost"
    ):
        write_text(path, "x" * 100_000)
    assert path.read_text() == "old"
    assert os.listdir(folder) == ["a"]


def test_a_file_size_limit_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    write_text(path, "old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(Fault, match="a: the disk is full"):
            write_text(path, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a"]


def test_a_folder_that_may_only_be_read(mounted: Callable[..., Path]) -> None:
    folder = mounted("-t", "tmpfs", "-o", "size=64k", "srcxlate-test")
    (folder / "a").write_text("old")
    mounted("-o", "remount,ro")

    for path in (folder / "a", folder / "b", folder / "c" / "d"):
        with pytest.raises(Fault, match=r"may not be read or written here. Check its permissions"):
            write_text(path, "new")
    assert not write_text(folder / "a", "old")


@pytest.mark.usefixtures("permissions_bind")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(Fault, match="may not be read or written here"):
        write_text(tmp_path / "a", "new")


WRITER = """
import sys
from pathlib import Path
from srcxlate.files import write_text
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in "ab":
        write_text(path, letter * 300_000)
"""


def test_a_kill_in_the_middle_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    kills = 50
    for number in range(kills):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(0.0007 * (number % 17))
            writer.send_signal(signal.SIGKILL)
        if path.exists():
            assert path.read_bytes() in (b"a" * 300_000, b"b" * 300_000)
    assert len([name for name in os.listdir(tmp_path) if name != "a"]) <= kills

    write_text(path, "c")

    assert path.read_text() == "c"


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
        (b"{\\rtf1", "a rich-text file"),
    ],
)
def test_what_people_take_for_text_is_told_by_its_kind(tmp_path: Path, beginning: bytes, kind: str) -> None:
    (tmp_path / "report.txt").write_bytes(beginning + b"\xff\x00")

    with pytest.raises(Fault, match=f"report.txt: is {kind}, not plain text. Save its text as plain text"):
        read_text(tmp_path / "report.txt", encoding="latin-1")


def test_utf_16_is_named(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("1. 造船", encoding="utf-16")

    with pytest.raises(Fault, match=r"is not utf-8\. It begins like utf-16"):
        read_text(tmp_path / "report.txt")
    assert read_text(tmp_path / "report.txt", encoding="utf-16") == "1. 造船"

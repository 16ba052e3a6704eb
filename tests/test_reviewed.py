"""The reviewed English of a work as a file: what is written is read, and a person's layout stays."""

import re
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.errors import Fault
from srcxlate.records import Unfit
from srcxlate.reviewed import (
    Entry,
    Reviewed,
    fit_english,
    parse_reviewed,
    render_reviewed,
    reviewed_files,
    reviewed_path,
)

T1 = datetime(2026, 11, 22, 2, 10, 5, tzinfo=UTC)
T2 = datetime(2026, 11, 23, 4, 5, 6, tzinfo=UTC)
ORIGINAL = "中国が「千年の古都」で繰り広げた豪華外交"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def entry(key: str = "title", english: str | None = "The PRC's lavish diplomacy", **fields: Any) -> Entry:
    if english is not None:
        fields = {"status": "corrected", "corrected_by": "Kim", "corrected_at": T1} | fields
    return Entry(segment=key, english=english, **fields)


def reviewed(*entries: Entry) -> Reviewed:
    return Reviewed(id="work", segments=entries)


# -- there and back --------------------------------------------------------------------------------

YAML = [
    '"',
    "'",
    ": ",
    " #",
    "- ",
    "# ",
    "\n",
    "\n\n",
    "? ",
    "| ",
    "> ",
    "{",
    "[",
    "&a",
    "*a",
    "!t",
    "%",
    "@",
    "`",
]
WORDS = [
    "~",
    "null",
    "no",
    "0123",
    "12:30",
    "<<<<<<< HEAD",
    "=======",
    "---",
    "...",
    "中国",
    "한국",
    "𠮷",
    "👩\u200d🚀",
]
UNSEEN = [
    "\u202e",
    "\u200f",
    "\u2066",
    "\u00ad",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\\",
    "\\n",
    "e\u0301",
    "word",
    " ",
]
PIECES = st.sampled_from([*YAML, *WORDS, *UNSEEN])
LETTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.just("\n")
TEXTS = st.lists(PIECES | LETTERS, min_size=1, max_size=12).map("".join).filter(str.strip)
NAMES = st.sampled_from(["Kim", "Lee, Ann", "O'Brien: editor", "- dash", "#1", "金 正", "null", "Åsa"])
TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(microsecond=0))
KEYS = ("title", "container", "container-2", "0123456789ab", "0123456789ab-2")


@st.composite
def entries(draw: Any, key: str) -> Entry:
    if not draw(st.booleans()):
        return Entry(segment=key)
    original = draw(TEXTS.map(str.strip).filter(bool) | st.none())
    told: dict[str, Any] = {"segment": key, "english": draw(TEXTS), "original": original}
    if original:
        told["digest"] = digest(Entry(segment=key, original=original).original or "")
    told["status"] = draw(st.sampled_from(["corrected", "approved", "published", None]))
    for deed in ("corrected", "approved", "published"):
        told[f"{deed}_by"], told[f"{deed}_at"] = draw(NAMES | st.none()), draw(TIMES | st.none())
    told["returned"] = draw(st.sampled_from([None, "Which ship?", "say: \u202ewhy", "# no"]))
    return Entry.model_validate(told)


@st.composite
def records(draw: Any) -> Reviewed:
    keys = draw(st.permutations(KEYS))[: draw(st.integers(0, 4))]
    return Reviewed(id="work", segments=tuple(draw(entries(key)) for key in keys))


@given(records())
def test_what_is_written_is_read(record):
    text = render_reviewed(record)

    assert parse_reviewed(text, "f", "work") == record
    assert render_reviewed(record, text) == text


@given(records(), records())
def test_over_what_was_written_it_is_what_is_wanted(before, wanted):
    assert parse_reviewed(render_reviewed(wanted, render_reviewed(before)), "f", "work") == wanted


@given(entries("title"))
def test_a_line_for_each_field(one):
    lines = render_reviewed(reviewed(one)).splitlines()

    assert len(lines) == 2 + len(one.model_dump(exclude_none=True))
    assert all(re.match(r"(id|segments| {2}- segment| {4}[a-z_]+):", line) for line in lines)


def test_a_file():
    record = reviewed(
        entry(
            original=ORIGINAL,
            digest=digest(ORIGINAL),
            status="published",
            approved_by="Lee",
            approved_at=T2,
            published_by="Lee",
            published_at=T2,
        ),
        Entry(segment="container"),
    )

    assert render_reviewed(record) == (
        "id: work\nsegments:\n  - segment: title\n"
        f"    original: {ORIGINAL}\n    digest: {digest(ORIGINAL)}\n"
        "    english: The PRC's lavish diplomacy\n    status: published\n"
        "    corrected_by: Kim\n    corrected_at: '2026-11-22T02:10:05Z'\n"
        "    approved_by: Lee\n    approved_at: '2026-11-23T04:05:06Z'\n"
        "    published_by: Lee\n    published_at: '2026-11-23T04:05:06Z'\n"
        "  - segment: container\n"
    )


# -- a person's English ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given_", "kept"),
    [(" a \n", "a"), ("a\r\nb\rc", "a\nb\nc"), ("\u3000a\u00a0", "a"), ("a\u202eb", "a\u202eb")],
)
def test_english_as_it_is_kept(given_, kept):
    assert fit_english(given_) == kept


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        (" \n\u3000", "is empty"),
        ("a\x1b[31mb", r"holds the control character U\+001B"),
        ("a\tb", r"holds the control character U\+0009"),
        ("a\x85b", r"holds the control character U\+0085"),
        ("a\x7f b", r"holds the control character U\+007F"),
        ("a\ud800", "holds half a character"),
        ("a" * 100_001, "is longer than 100,000 characters"),
    ],
)
def test_english_that_is_refused(text, told):
    with pytest.raises(Unfit, match=told):
        fit_english(text)


# -- faults ----------------------------------------------------------------------------------------

HEAD = "id: work\nsegments:\n"
GOOD = f"{HEAD}  - segment: title\n    english: Ships\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f:1: is empty"),
        ("- a\n", "f:1: holds no fields with values"),
        ("segments: []\n", "f:1: the field 'id' is missing. Add a line 'id: …'"),
        ("# mine\nid: other\n", "f:2: the id is 'other', the file's name 'work.en.yaml'. Make them the same"),
        (HEAD, "f:2: segments is empty. Write a value, or remove the line"),
        (GOOD + "    englsh: x\n", "f:5: unknown field 'segments.0.englsh'"),
        (GOOD + "    status: drafted\n", "f:5: segments.0.status 'drafted' is none of .* Write 'correc"),
        (GOOD + "    corrected_at: yesterday\n", "f:5: .*'yesterday' is no time. Write it in UTC as 2026-11"),
        (GOOD + "    corrected_at: 2026-02-30T00:00:00Z\n", "f:5: .* is no time"),
        (GOOD + "    corrected_at: 2026-11-22T02:10:05+09:00\n", "f:5: .* is no time. Write it in UTC"),
        (GOOD + "    corrected_by: ''\n", "f:5: segments.0.corrected_by is empty"),
        (GOOD + "    corrected_by: Kim\u202eeeL\n", "f:5: .* cannot be a person's name. Use up to 100"),
        (GOOD + '    corrected_by: "Kim\\e[2J"\n', "f:5: .* cannot be a person's name"),
        (GOOD + f"    corrected_by: {'K' * 101}\n", "f:5: .* cannot be a person's name"),
        (GOOD + "    digest: abc\n", "f:5: segments.0.digest 'abc' is no SHA-256. Leave the line out"),
        (GOOD + f"    original: 船\n    digest: {digest('造船')}\n", "f:3: .*title has another original"),
        (GOOD + '    returned: "\\e[31m"\n', r"f:5: .* holds the control character U\+001B. Take it out"),
        (f"{HEAD}  - segment: title\n    status: approved\n", "f:3: segments.0 has no English. Add a line"),
        (f"{HEAD}  - segment: title\n    corrected_by: Kim\n", "f:3: segments.0 has no English"),
        (f"{HEAD}  - segment: title\n    english: ''\n", "f:4: segments.0.english is empty. Write"),
        (f"{HEAD}  - segment: title\n    english:\n    status: corrected\n", "f:3: .* has no English"),
        (f'{HEAD}  - segment: title\n    english: "a\\x1bb"\n', r"f:4: .* the control character U\+001B"),
        (f"{HEAD}  - segment: heading\n", "f:3: segments.0.segment 'heading' is no segment's key"),
        (f"{HEAD}  - english: Ships\n", "f:3: the field 'segments.0.segment' is missing"),
        (GOOD + "  - segment: container\n  - segment: title\n", r"f:6: .* title twice \(first in line 3"),
        (GOOD + "    english: Boats\n", r"f:5: 'english' stands twice \(first in line 4\)"),
        (GOOD + "    status: a: b\n", "f:5:14: is no valid YAML"),
        (GOOD + "\tstatus: approved\n", "f:5:.* Indent with spaces"),
        (GOOD.replace("Ships", "a\x07b"), r"f:4:15: holds the character U\+0007"),
        (GOOD.replace("Ships", "a\u2028b"), r"f:4:15: holds the character U\+2028"),
    ],
)  # fmt: skip
def test_faults(text, told):
    with pytest.raises(Fault) as fault:
        parse_reviewed(text, "f", "work")

    assert re.match(told, str(fault.value)), str(fault.value)


def test_all_faults_of_a_file_come_in_one_go():
    text = (
        f"{HEAD}  - segment: title\n    englsh: x\n    status: done\n  - segment: container\n    digest: x\n"
    )

    with pytest.raises(Fault) as fault:
        parse_reviewed(text, "f", "work")

    assert [one.place.line for one in fault.value.each if one.place] == [4, 5, 7]


MERGED = (
    "id: work\nsegments:\n  - segment: title\n<<<<<<< HEAD\n    english: Ships\n"
    "=======\n    english: Boats\n>>>>>>> theirs\n  - segment: container\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", [MERGED, MERGED.replace("=======", "||||||| base\n=======")])
def test_what_git_could_not_merge(text, end):
    with pytest.raises(Fault) as fault:
        parse_reviewed(text.replace("\n", end), "f", "work")

    assert str(fault.value) == (
        "f:4: holds two sides that git could not merge. "
        "Make one of the two sides, and take out the lines <<<<<<<, ======= and >>>>>>>."
    )


# -- a file that a person laid out -------------------------------------------------------------------

LAID = """\
# the PRC's works; ask Lee before changing
id:   work
segments:

  # checked against the print edition
  - segment: title   # the title
    english: "Ships"   # as printed
    status: corrected
    # Kim did it by telephone
    corrected_by:   'Kim'
    corrected_at: 2026-11-22T02:10:05Z

  # the journal
  - english: >
      Annals of
      shipbuilding
    'segment': container
    "status": corrected
    corrected_by: Kim
    corrected_at: 2026-11-22T02:10:05Z
  - segment: container-2
    english: |
      First line
      # no comment
# the end
"""
THERE = parse_reviewed(LAID, "f", "work")


def over(text: str, *wanted: Entry) -> str:
    record = reviewed(*wanted)
    made = render_reviewed(record, text)
    assert parse_reviewed(made, "f", "work") == record
    return made


def change(record: Entry, **fields: Any) -> Entry:
    return Entry.model_validate(record.model_dump() | fields)


def test_what_is_read_there():
    title, container, second = THERE.segments

    assert (title.english, title.corrected_by) == ("Ships", "Kim")
    assert container.english == "Annals of shipbuilding"
    assert second.english == "First line\n# no comment"
    assert over(LAID, *THERE.segments) == LAID


def test_a_field_that_changes_changes_alone():
    title, *rest = THERE.segments

    made = over(LAID, change(title, status="approved", approved_by="Lee", approved_at=T2), *rest)

    when = re.search(r"approved_at: (.*)", made)
    assert when is not None
    assert made == LAID.replace(
        "    status: corrected\n    # Kim", "    status: approved\n    # Kim"
    ).replace("05Z\n\n  # the", f"05Z\n    approved_by: Lee\n    approved_at: {when[1]}\n\n  # the")


def test_folded_and_literal_texts_change_whole():
    title, container, second = THERE.segments

    made = over(LAID, title, change(container, english="Annals"), change(second, english="Second"))

    expected = LAID.replace(">\n      Annals of\n      shipbuilding\n", "Annals\n")
    assert made == expected.replace("|\n      First line\n      # no comment\n", "Second\n")


def test_the_first_field_of_an_entry_goes():
    title, container, second = THERE.segments

    made = over(LAID, title, Entry(segment=container.segment), second)

    assert "  - 'segment': container\n  - segment: container-2\n" in made
    assert made.startswith(LAID[: LAID.index("  - english")])


def test_entries_go_and_come():
    title, container, second = THERE.segments
    new = entry("0123456789ab", "New")

    made = over(LAID, container, second, new)

    title_lines = LAID[LAID.index("  - segment: title") : LAID.index("\n  # the journal")]
    assert made.startswith(LAID.replace(title_lines, "").split("# the end")[0])
    assert made.endswith("# the end\n")
    assert sorted(over(LAID, second, title, container).splitlines()) == sorted(LAID.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "- segment: title\n  english: Ships\n- segment: container\n",
        HEAD + "      -   segment: title\n          english: Ships\n      -   segment: container\n",
        HEAD + "  -\n    segment: title\n    english: Ships\n  -\n    segment: container\n",
        HEAD + "  - {segment: title, english: Ships}\n  - segment: container\n",
        HEAD + "  - { segment: title,\n      english: Ships }\n  - segment: container\n",
        "segments:\n  - segment: title\n    english: Ships\n  - segment: container\nid: work\n",
        '---\n"id": work\n"segments":\n- "segment": title\n  "english": Ships\n- segment: container\n...\n',
        "\ufeff" + GOOD + "  - segment: container\n",
        GOOD + "  - segment: container",
        GOOD + "\n\n  - segment: container\n\n\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_layouts(text, end):
    """What comes before the entry that changes, and what comes behind it, stays to the byte."""
    text = text.replace("\n", end)
    title, container = parse_reviewed(text, "f", "work").segments

    made = over(text, title, change(container, english="Annals", status="corrected"))
    assert made.startswith(text[: text.rindex("-", 0, text.index("container"))])
    assert made.count("\r\n") == (made.count("\n") if end == "\r\n" else 0)
    made = over(text, change(title, english="Boats"), container)
    assert made.endswith(text[text.index(end, text.index("Ships")) :])
    assert over(text, title, container) == text


@pytest.mark.parametrize("text", ["# mine\nid: work\n", "# mine\nid: work\nsegments: []\n"])
def test_no_entries_yet(text):
    made = over(text, entry())

    assert made.startswith("# mine\nid: work\nsegments:\n  - segment: title\n")


def test_without_a_last_line_end_it_stays_so_where_it_did_not_change():
    text = LAID.replace("# the end\n", "").rstrip("\n")
    title, *rest = THERE.segments

    assert over(text, change(title, english="Boats"), *rest) == text.replace(
        '"Ships"   # as printed', "Boats"
    )


def test_a_list_in_one_line_is_written_anew():
    text = "id: work\nsegments: [{segment: title, english: Ships}]\n"

    assert over(text, entry(english="Boats")).startswith(HEAD + "  - segment: title\n    english: Boats\n")


def test_what_is_no_record_is_written_anew():
    assert over("id: [", entry()).startswith(HEAD)


COMMENTS = st.sampled_from(["", "# a comment\n", "\n", "  # deeper\n", "      # deepest\n"])


@st.composite
def layouts(draw: Any) -> tuple[Reviewed, str, dict[str, str]]:
    """A record as a person might lay it out: any indents, quotes, blocks, comments, order of fields.

    With each entry's own lines.
    """
    record = draw(records())
    blocks: dict[str, str] = {}
    indent = " " * draw(st.integers(0, 4))
    gap = " " * draw(st.integers(1, 3))
    text = draw(COMMENTS.filter(lambda c: not c.startswith(" "))) + "id: work\nsegments:\n"
    for one in record.segments:
        told = render_reviewed(Reviewed(id="work", segments=(one,))).splitlines()[2:]
        fields = draw(st.permutations([line[4:] for line in told]))
        before = len(text)
        for number, line in enumerate(fields):
            quoted = draw(st.booleans())
            name, _, value = line.partition(":")
            shown = f"'{name}'" if quoted else name
            first = indent + "-" + gap if number == 0 else indent + " " + " " * len(gap)
            english = one.english or ""
            plain = re.fullmatch(r"[a-z中国한]+(?:\n[a-z#中国]+)*", english)
            if name == "english" and plain and draw(st.booleans()):
                body = "".join(f"{indent}        {part}\n" for part in english.split("\n"))
                text += f"{first}{shown}: |\n{body}"
            else:
                text += f"{first}{shown}:{value}\n"
            blocks[one.segment] = text[before:].rstrip()
            text += draw(COMMENTS)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    text = text if draw(st.booleans()) else text.rstrip("\n")
    text = text if record.segments else "id: work\n"
    return record, text.replace("\n", end), {key: block.replace("\n", end) for key, block in blocks.items()}


@given(layouts(), st.data())
def test_over_any_layout_it_is_what_is_wanted(laid, data):
    there, text, blocks = laid
    assert parse_reviewed(text, "f", "work") == there
    assert render_reviewed(there, text) == text
    kept = [one for one in there.segments if data.draw(st.booleans())]
    changed = {one.segment: data.draw(entries(one.segment)) for one in there.segments if one not in kept}
    wanted = Reviewed(id="work", segments=tuple(changed.get(e.segment, e) for e in there.segments))

    made = render_reviewed(wanted, text)

    assert parse_reviewed(made, "f", "work") == wanted
    for comment in re.findall(r"(?m)^#.*", text):
        assert comment.rstrip("\r") in made
    assert all(blocks[one.segment] in made for one in kept)
    if kept == list(there.segments):
        assert made == text


# -- where files lie ---------------------------------------------------------------------------------


def test_files_are_found_by_their_names(tmp_path: Path):
    for name in ("ja/a.en.yaml", "ko/b.en.yaml", "zh/a.en.yaml", "ja/a.yaml", "ja/.b.en.yaml.1.tmp"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert reviewed_files(tmp_path) == {
        "a": reviewed_path(tmp_path, "ja", "a"),
        "b": tmp_path / "ko" / "b.en.yaml",
    }

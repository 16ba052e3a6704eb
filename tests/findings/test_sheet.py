"""The words of an editor's list: order, counts, keys, places."""

import pytest
from tests.findings.lists import LIST, SAID, checked_list, finding, listing, quotation, word

from srcxlate.findings.sheet import NOTHING, UNKNOWN, plain, sheet_of


def test_findings_stand_under_their_notes_in_the_order_of_the_report():
    groups = [(group.head, [item.key for item in group.items]) for group in sheet_of(LIST).groups]
    assert groups == [
        ("The text", ["00aa11"]),
        ("Note 1, line 10", ["9f9f9f"]),
        ("Note 2, line 40", ["d449e2"]),
        ("Note 8", ["20dd1c0", "20dd1cf"]),
        ("Note 1 (series 2), line 90", ["7e3bf2"]),
    ]


def test_a_line_is_told_once_where_a_note_has_one_line():
    rows = [row | {"near": None} for row in LIST["findings"]]
    lines = [item.line for group in sheet_of(LIST | {"findings": rows}).groups for item in group.items]
    assert lines == ["line 5", None, None, "line 61", "line 62", None]


def test_words_stand_beside_a_line_that_a_reader_must_find():
    (group,) = sheet_of(listing([finding("a", note=None, series=None), finding("b", note=None)])).groups[:1]
    assert group.items[0].line == "line 40, “note of the docks, May 3”"


def test_quotations_findings_stand_with_those_of_their_note():
    sheet = sheet_of(listing([finding("a", start=90), finding("b", note=1), finding("c", start=20)]))
    assert [[item.key for item in group.items] for group in sheet.groups] == [
        ["b00000"],
        ["c00000", "a00000"],
    ]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["abcdef0123456789", "0123456789abcdef"], ["abcdef", "012345"]),
        (["abcdef0123456789", "abcdef1123456789"], ["abcdef0", "abcdef1"]),
        (["abcdef00000001", "abcdef00000002", "abcdef1"], ["abcdef00000001", "abcdef00000002", "abcdef1"]),
        (["abcdef0123456789", "abcdef0123456789"], ["abcdef", "abcdef"]),
    ],
)  # fmt: skip
def test_keys_are_as_short_as_they_can_be(keys, shown):
    sheet = sheet_of(listing([finding(key, note=at) for at, key in enumerate(keys)]))
    assert [item.key for group in sheet.groups for item in group.items] == shown


def test_keys_of_quotations_and_of_what_is_gone_count_as_well():
    gone = [finding("abcdef1", line=None)]
    sheet = sheet_of(listing([finding("abcdef0")], [quotation("abcdef2", verdict="differs")], gone=gone))
    shown = sheet.groups[0].items[0].key, sheet.open_quotations[0].key, sheet.gone[0].key
    assert shown == ("abcdef0", "abcdef2", "abcdef1")


@pytest.mark.parametrize(
    ("findings", "headline"),
    [
        ([], NOTHING),
        ([finding("a")], "1 finding: 1 error."),
        (
            [finding("a"), finding("b"), finding("c", severity="info"), finding("d", dismissed=SAID)],
            "3 findings: 2 errors, 1 info; 1 dismissed.",
        ),
        ([finding("a", dismissed=SAID)], "Nothing is left to look at: 1 dismissed."),
    ],
)
def test_the_headline_counts(findings, headline):
    sheet = sheet_of(listing(findings))
    assert sheet.headline == headline
    assert sheet.versions is None


def test_what_is_new_is_counted_where_there_is_an_earlier_version():
    assert sheet_of(LIST).versions == "Against the earlier version: 4 new, 2 kept, 1 gone."
    assert sheet_of(listing(gone=[finding("a", line=None)])).versions is not None


def test_kinds_are_counted_the_gravest_first():
    assert sheet_of(LIST).counts == (
        ("kind", "error", "warning", "info"),
        ("date-url", "1", "", ""),
        ("quotation", "1", "", ""),
        ("body-note", "", "1", ""),
        ("omission", "", "1", ""),
        ("romanisation", "", "1", ""),
        ("title-variant", "", "", "1"),
    )


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (word("体系的", "taikeiteki", "systematic"), [("体系的", "taikeiteki", "“systematic”")]),
        (word("の", "no", "of, ’s", "grammar"), [("の", "no", "(of, ’s)")]),
        (word("謎語", "meigo", None, None), [("謎語", "meigo", UNKNOWN)]),
        (word("謎語", None, None, None), [("謎語", "", UNKNOWN)]),
        (word("、", None, None, None), []),
        (word("AtoZ", None, None, None), []),
        (word("2023", None, "the year", "grammar"), []),
    ],
)
def test_words_have_their_reading_and_their_english(row, shown):
    sheet = sheet_of(listing([finding("a", original="海", at_issue=[0, 1], gloss=[row])]))
    words = sheet.groups[0].items[0].words
    assert [(each.text, each.reading, each.meaning) for each in words] == shown


@pytest.mark.parametrize(
    ("original", "at_issue", "parts"),
    [
        ("造船の危機", [2, 3], ("造船", "の", "危機")),
        ("造船の危機", None, ("", "", "造船の危機")),
        ("造\x1b船", [1, 2], ("造", "\\x1b", "船")),
        ("⟦造⟧船", [1, 2], ("\\u27e6", "造", "\\u27e7船")),
    ],
)
def test_the_part_at_issue_is_apart(original, at_issue, parts):
    sheet = sheet_of(listing([finding("a", original=original, at_issue=at_issue)]))
    assert sheet.groups[0].items[0].original == parts


def test_quotations_are_counted_by_what_is_said_of_them():
    sheet = sheet_of(LIST)
    assert sheet.quoted == "6 quoted passages:"
    assert [(count, verdict) for count, verdict, _ in sheet.verdicts] == [
        ("1", "differs"), ("1", "not-found"), ("1", "no-text"), ("1", "no-work"), ("1", "faithful"),
        ("1", "signed-off"),
    ]  # fmt: skip
    assert [one.key for one in sheet.open_quotations] == ["aaaa02", "aaaa03"]
    assert [one.key for one in sheet.settled_quotations] == ["aaaa01", "aaaa06"]


def test_a_quotation_tells_where_it_stands_and_where_its_work_is_named():
    differs, missing = sheet_of(LIST).open_quotations
    assert differs.place == "note 1, line 10, taken from the work of note 8"
    assert missing.place == "note 3, line 12"
    assert differs.language == "ja"  # as the findings of its work say
    body = quotation(
        "a", series=None, note=None, resolved_series=None, resolved_note=None, verdict="not-found"
    )
    assert sheet_of(listing(quotes=[body])).open_quotations[0].place == "line 12"


@pytest.mark.parametrize(
    ("quote", "brief"),
    [("short", "short"), ("word " * 30, "word " * 19 + "…"), ("海" * 120, "海" * 98 + " …")],
)
def test_a_long_quotation_is_cut_where_it_has_one_line(quote, brief):
    (one,) = sheet_of(listing(quotes=[quotation("a", quote=quote, verdict="faithful")])).settled_quotations
    assert one.brief == brief
    assert len(one.brief) <= 100


def test_ten_texts_are_asked_for():
    sheet = sheet_of(LIST)
    assert len(sheet.wanted) == 1 + 10
    assert sheet.more_wanted == 2


def test_judgements_tell_who_when_and_why():
    sheet = sheet_of(LIST)
    assert [item.dismissed for item in sheet.dismissed] == [
        "Dismissed by Ann Lee on 2026-03-01: the author’s own spelling"
    ]
    assert (
        sheet.settled_quotations[1].signed == "signed off by Ann Lee on 2026-03-01: the author’s own spelling"
    )
    silent = sheet_of(listing([finding("a", dismissed=SAID | {"reason": None})]))
    assert silent.dismissed[0].dismissed == "Dismissed by Ann Lee on 2026-03-01, no reason given"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n  lines", "two lines"),
        ("two \r\n\r\nlines", "two lines"),
        ("海　の", "海　の"),
        ("a\tb", "a b"),
        ("\x1b[0m\u202e\ud800", "\\x1b[0m\\u202e\\ud800"),
    ],
)
def test_text_is_in_one_line_and_does_no_harm(text, shown):
    assert plain(text) == shown


def test_what_the_checks_found_is_told():
    rows = checked_list()
    sheet = sheet_of(rows)
    told = [item for group in sheet.groups for item in group.items]
    assert len(told) + len(sheet.dismissed) == len(rows["findings"]) >= 3
    assert len(sheet.dismissed) == 1
    assert "quotation" in {item.kind for item in told}
    assert [one.verdict for one in sheet.open_quotations] == ["differs"]
    assert [row[2] for row in sheet.wanted[1:]] == ["港の未来"]

"""Tests of mending: what a person did to the records is there after the next reading of the report."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.errors import Fault
from srcxlate.mending import (
    EDITABLE,
    Mended,
    edit_work,
    ignore_work,
    merge_works,
    move_work,
    restore_work,
    split_work,
)
from srcxlate.merging import Merged, merge
from srcxlate.records import parse_record, render_record
from srcxlate.reports import Reading, open_report
from srcxlate.sources import (
    Container,
    Ignored,
    Locator,
    Routed,
    Source,
    Variant,
    files_of,
    named,
    read_sources,
    write_sources,
)

from .conftest import REPORTS

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
REPORT_FILES = [
    path
    for folder in (REPORTS, REPORTS.with_name("reports-second"))
    for path in sorted(folder.iterdir())
    if path.suffix in (".txt", ".md") and path.name != "README.md"
]


@cache
def read(path: Path) -> tuple[Reading, tuple[Source, ...]]:
    """A report, and the records of its first reading."""
    reading = open_report(path)
    return reading, merge([], reading.name, reading.cited).records


def facts(records: Sequence[Source]) -> list[Source]:
    """All that is a person's, and where each work is cited."""
    return [record.model_copy(update={"variants": ()}) for record in records]


def run(records: Sequence[Source], reading: Reading) -> Merged:
    """The next reading of the same report: adds no work, undoes nothing; another changes nothing."""
    merged = merge(records, reading.name, reading.cited)
    assert merged.added == ()
    assert facts(merged.records) == facts(records)
    again = merge(merged.records, reading.name, reading.cited)
    assert again.records == merged.records
    return merged


def notes_of(record: Source) -> list[str]:
    return list(dict.fromkeys(f"{at.series}.{at.note}" for at in record.cited))


# -- the measure: each invented report ---------------------------------------------------------------

EDITS = [
    ("title", "手で書いた題"),
    ("romanised", ""),
    ("english", "By hand"),
    ("author", "By Hand"),
    ("publisher", ""),
    ("date", "1999-12"),
    ("date", ""),
    ("url", "https://hand.example.com/9"),
    ("url", ""),
    ("container", "手の本"),
]


@pytest.mark.parametrize("path", REPORT_FILES, ids=[path.stem for path in REPORT_FILES])
class TestEachReport:
    def test_any_two_works_are_merged_and_stay_one(self, path: Path) -> None:
        reading, records = read(path)
        for number, pair in enumerate(combinations([record.id for record in records], 2)):
            keep, other = pair if number % 2 else pair[::-1]
            mended = merge_works(records, keep, [other])
            merged = run(mended.records, reading)

            assert len(merged.records) == len(records) - 1
            assert {at for one in records for at in one.cited} == {
                at for one in merged.records for at in one.cited
            }

    def test_any_note_is_split_off_and_stays_so(self, path: Path) -> None:
        reading, records = read(path)
        for record in records:
            notes = notes_of(record)
            for note in notes if len(notes) > 1 else ():
                mended = split_work(records, record.id, [note])
                merged = run(mended.records, reading)

                (new,) = {one.id for one in merged.records} - {one.id for one in records}
                assert notes_of(named(merged.records, new)) == [note]
                back = merge_works(merged.records, record.id, [new])
                assert run(back.records, reading).records == records

    def test_any_edit_stays_and_is_told(self, path: Path) -> None:
        reading, records = read(path)
        for record in records:
            for field, value in EDITS:
                merged = run(edit_work(records, record.id, field, value).records, reading)
                told = {(one.id, one.field) for one in merged.differences}
                if getattr(record, field, None):
                    assert (record.id, field) in told, (field, value)

    def test_moved_and_ignored_works_follow_the_report(self, path: Path) -> None:
        reading, records = read(path)
        for record in records:
            for language in ("ko", "zh-Hans", "und"):
                moved = move_work(records, record.id, language, "Kim").records
                assert named(run(moved, reading).records, record.id).language == language[:2].replace(
                    "un", "und"
                )
            ignored = ignore_work(records, record.id, "no source", "Kim", NOON).records
            after = run(ignored, reading).records
            assert restore_work(after, record.id).records == records


MENDS: dict[str, Callable[[Sequence[Source], str, Any], Mended]] = {
    "merge": lambda records, one, draw: merge_works(records, one, [draw([record.id for record in records])]),
    "split": lambda records, one, draw: split_work(records, one, [draw(notes_of(named(records, one)))]),
    "edit": lambda records, one, draw: edit_work(records, one, *draw(EDITS)),
    "move": lambda records, one, draw: move_work(records, one, draw(["ja", "zh", "und"]), "Kim"),
    "ignore": lambda records, one, draw: ignore_work(records, one, "no source", "Kim", NOON),
    "restore": lambda records, one, draw: restore_work(records, one),
}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_mends_and_runs_stays(data: st.DataObject) -> None:
    reading, records = read(data.draw(st.sampled_from(REPORT_FILES)))
    for _ in range(data.draw(st.integers(1, 8))):
        kind = data.draw(st.sampled_from([*MENDS, "run"]))
        if kind == "run":
            records = run(records, reading).records
            continue
        try:
            mended = MENDS[kind](
                records,
                data.draw(st.sampled_from([record.id for record in records])),
                lambda values: data.draw(st.sampled_from(values)),
            )
        except Fault:
            continue  # such as a split of a single note; what is refused is tested below
        records = mended.records
        assert [record.id for record in records] == sorted({record.id for record in records})
        assert all(parse_record(render_record(record), Source, "f") == record for record in mended.changed)
    run(records, reading)


# -- two works become one -----------------------------------------------------------------------------


def at(*notes: int, series: int = 1, report: str = "report") -> tuple[Locator, ...]:
    return tuple(Locator(report=report, series=series, note=note) for note in notes)


SHIPS = Source(
    id="tanaka-2023-zosen", language="ja", title="造船の危機", romanised="Zōsen no kiki", date="2023-05-17",
    url="https://kaiun.example.jp/17", cited=at(1, 5, 9), variants=(Variant(at=at(5), title="造船危機"),),
    route=Routed(confidence=0.9, evidence=("3 kana",)),
)  # fmt: skip
SHORT = Source(
    id="zosen", language="und", title="造船", author="Hiroshi Tanaka", date="2022", cited=at(3, 9),
    containers=(Container(title="海運"),),
)  # fmt: skip
OTHER = Source(id="keizai", language="ko", title="경제 전망", english="Outlook", cited=at(7))
ALL = (OTHER, SHIPS, SHORT)


def test_a_merged_work_keeps_its_own_and_takes_what_it_lacks() -> None:
    mended = merge_works(ALL, SHIPS.id, [SHORT.id, OTHER.id])

    (whole,) = mended.records
    assert mended.changed == (whole,)
    assert mended.gone == (SHORT, OTHER)
    assert mended.said == (
        "zosen and keizai became part of tanaka-2023-zosen, cited in notes 1, 3, 5, 7 and 9 now"
    )
    own = ("title", "romanised", "date", "url", "language", "route")
    assert [getattr(whole, field) for field in own] == [getattr(SHIPS, field) for field in own]
    assert (whole.author, whole.english) == ("Hiroshi Tanaka", "Outlook")
    assert whole.containers == SHORT.containers
    assert whole.variants == (
        Variant(at=at(5), title="造船危機"),
        Variant(at=at(3, 9), title="造船", date="2022"),
        Variant(at=at(7), title="경제 전망"),
    )


def test_an_open_work_takes_the_language_of_one_that_is_decided() -> None:
    (whole,) = merge_works(ALL, SHORT.id, [SHIPS.id]).changed

    assert (whole.language, whole.route, whole.title) == ("ja", SHIPS.route, "造船")


def test_the_wording_of_a_merged_work_stays_though_no_note_prints_it() -> None:
    edited = SHORT.model_copy(update={"title": "手で", "variants": (Variant(at=at(3, 9), title="造船"),)})
    (whole,) = merge_works([SHIPS, edited], SHIPS.id, [SHORT.id]).changed

    assert whole.variants[-1] == Variant(title="手で", date="2022")


@pytest.mark.parametrize(
    ("keep", "others", "told"),
    [
        ("zosen", [], "zosen is merged with nothing. Name the work to keep"),
        ("zosen", ["keizai", "zosen"], "zosen is named twice"),
        ("zose", ["keizai"], "no source is called 'zose'. Did you mean tanaka-2023-zosen or zosen?"),
        ("zosen", ["kiezai"], "no source is called 'kiezai'. Did you mean keizai?"),
    ],
)
def test_what_cannot_be_merged(keep: str, others: list[str], told: str) -> None:
    with pytest.raises(Fault, match=told.replace("?", r"\?")):
        merge_works(ALL, keep, others)


# -- one work becomes two -----------------------------------------------------------------------------


def test_a_split_work_has_the_wording_of_its_notes() -> None:
    mended = split_work(ALL, SHIPS.id, ["5"])

    rest, new = mended.changed
    assert (new.id, new.title, new.cited, new.variants) == ("2023-9441f676", "造船危機", at(5), ())
    assert (new.date, new.url, new.language) == (SHIPS.date, SHIPS.url, "ja")
    assert new.romanised is None  # it is that of the other title
    assert (rest.id, rest.cited, rest.variants) == (SHIPS.id, at(1, 9), ())
    assert mended.gone == ()
    assert mended.said == (
        "2023-9441f676 is a work of its own, cited in note 5; tanaka-2023-zosen keeps notes 1 and 9"
    )


def test_a_work_that_is_left_with_another_wording_keeps_its_own() -> None:
    mended = split_work(ALL, SHIPS.id, ["1", "1.9"])

    rest, new = mended.changed
    assert (new.id, new.title, new.romanised) == ("2023-zosen-no-kiki", SHIPS.title, SHIPS.romanised)
    assert (rest.title, rest.variants) == (SHIPS.title, SHIPS.variants)
    assert mended.said.endswith("keeps note 5, where its title is printed otherwise")


def test_series_and_reports_are_told_apart() -> None:
    both = SHIPS.model_copy(update={"cited": (*at(5, report="b"), *at(5), *at(5, series=2)), "variants": ()})

    assert split_work([both], both.id, ["2.5"]).changed[1].cited == at(5, series=2)
    assert split_work([both], both.id, ["5"], report="b").changed[1].cited == at(5, report="b")
    with pytest.raises(Fault, match=r"note 5 of b and report cites .*Name the report"):
        split_work([both], both.id, ["5"])


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (["1", "5", "9"], "cannot be split: all notes that cite it are named. Name some of notes 1, 5 and 9"),
        ([], "cannot be split: no note is named"),
        (["5", "7"], "note 7 does not cite tanaka-2023-zosen. It is cited in notes 1, 5 and 9"),
        (["2.5"], "note 2.5 does not cite"),
        (["five"], "'five' is no note. Write 70, or 2.14 for note 14 of series 2"),
    ],
)
def test_what_cannot_be_split(notes: list[str], told: str) -> None:
    with pytest.raises(Fault, match=told):
        split_work(ALL, SHIPS.id, notes)


def test_a_new_id_is_not_one_that_is_there() -> None:
    taken = OTHER.model_copy(update={"id": "2023-9441f676"})

    assert split_work([*ALL, taken], SHIPS.id, ["5"]).changed[1].id == "2023-9441f676-2"


# -- what a record has ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "May 2023", "date 'May 2023' is no date. Write it as 2023-07-20"),
        ("url", "a.jp", "url 'a.jp' is no address. Begin it with http"),
        ("title", " ", "title is empty. Write a value"),
        ("script", "zh-Hans", "is ja, but has the script zh-Hans. Remove the script"),
        ("script", "Hans", "script 'Hans' is none of the values"),
        ("container-english", "Sea", "the field 'containers.0.title' is missing"),
        ("titel", "x", "no field of a work that can be edited is called 'titel'. Did you mean title?"),
        ("id", "x", f"Write {', '.join(EDITABLE[:-1])} or {EDITABLE[-1]}"),
        ("cited", "x", "no field of a work that can be edited"),
    ],
)
def test_what_a_field_cannot_hold(field: str, value: str, told: str) -> None:
    with pytest.raises(Fault) as caught:
        edit_work(ALL, SHIPS.id, field, value)
    assert told in str(caught.value)


def test_a_fault_tells_what_reading_the_file_would_tell(tmp_path: Path) -> None:
    with pytest.raises(Fault) as edited:
        edit_work(ALL, SHIPS.id, "date", "May 2023")
    (tmp_path / "ja").mkdir()
    (tmp_path / "ja" / f"{SHIPS.id}.yaml").write_text(render_record(SHIPS).replace("2023-05-17", "May 2023"))
    with pytest.raises(Fault) as found:
        read_sources(tmp_path)

    assert [(f.message, f.mend) for f in edited.value.each] == [(f.message, f.mend) for f in found.value.each]
    assert str(edited.value).startswith("tanaka-2023-zosen: date")


def test_an_edited_title_leaves_the_old_one_where_it_is_printed() -> None:
    (edited,) = edit_work(ALL, SHIPS.id, "title", " 造船業の危機 ").changed

    assert edited.title == "造船業の危機"
    assert edited.variants == (Variant(at=at(1, 9), title="造船の危機"), Variant(at=at(5), title="造船危機"))
    back = edit_work([edited], SHIPS.id, "title", "造船の危機")
    assert back.changed == (SHIPS,)


def test_a_variant_that_is_taken_up_is_none_any_more() -> None:
    (edited,) = edit_work(ALL, SHIPS.id, "title", "造船危機").changed

    assert edited.variants == (Variant(at=at(1, 9), title="造船の危機"),)


@pytest.mark.parametrize("field", ["romanised", "english", "author", "publisher", "date", "url"])
def test_an_optional_field_is_emptied(field: str) -> None:
    mended = edit_work(ALL, SHIPS.id, field, "")

    assert getattr(named(mended.records, SHIPS.id), field) is None
    assert mended.said == f"tanaka-2023-zosen has no {field} now"
    assert bool(mended.changed) == bool(getattr(SHIPS, field))


def test_the_container_is_edited_and_removed() -> None:
    (first,) = edit_work(ALL, SHIPS.id, "container", "海運").changed
    (second,) = edit_work([first], SHIPS.id, "container-english", "Shipping").changed
    assert second.containers == (Container(title="海運", english="Shipping"),)
    (third,) = edit_work([second], SHIPS.id, "container-english", "").changed
    assert third == first
    assert edit_work([third], SHIPS.id, "container", "").changed == (SHIPS,)


@pytest.mark.parametrize("value", ["zh-Hant", ""])
def test_the_script_of_a_chinese_work_is_edited(value: str) -> None:
    chinese = SHIPS.model_copy(update={"language": "zh", "script": "zh-Hans"})

    assert edit_work([chinese], SHIPS.id, "script", value).records[0].script == (value or None)


# -- language and what is left aside ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "to", "language", "script", "leaves"),
    [
        (SHIPS, "zh", "zh", "zh-Hant", True),
        (SHIPS, "zh-Hans", "zh", "zh-Hans", True),
        (SHIPS, "ko", "ko", None, True),
        (SHIPS, "und", "und", None, True),
        (SHIPS, "ja", "ja", None, False),
        (SHORT, "ja", "ja", None, False),
    ],
)
def test_a_work_moves(was: Source, to: str, language: str, script: str | None, leaves: bool) -> None:
    was = was.model_copy(update={"title": "臺灣經濟"})
    mended = move_work([was], was.id, to, "Kim")

    (moved,) = mended.changed
    assert (moved.language, moved.script) == (language, script)
    assert mended.gone == ((was,) if leaves else ())
    assert moved.route is not None
    assert moved.route.by == "Kim"
    assert moved.route.evidence[-1].endswith("decided by Kim")
    assert moved.route.confidence == (0 if to == "und" else 1)


@pytest.mark.parametrize("language", ["en", "zh-TW", "", "JA"])
def test_no_other_language_is_taken(language: str) -> None:
    with pytest.raises(Fault, match="Write ja, ko, zh, zh-Hans, zh-Hant or und"):
        move_work(ALL, SHIPS.id, language, "Kim")


def test_a_work_is_ignored_for_a_reason() -> None:
    mended = ignore_work(ALL, SHIPS.id, " a blog post ", "Kim", NOON)

    (ignored,) = mended.changed
    assert ignored.ignored == Ignored(reason="a blog post", by="Kim", at="2026-11-22T12:00:00Z")
    assert parse_record(render_record(ignored), Source, "f") == ignored
    assert mended.gone == ()
    with pytest.raises(Fault, match=r"ignored without a reason. Say why"):
        ignore_work(ALL, SHIPS.id, " ", "Kim", NOON)
    with pytest.raises(Fault, match=r"is not ignored. There is nothing to restore"):
        restore_work(ALL, SHIPS.id)


# -- files ---------------------------------------------------------------------------------------


def carried_out(folder: Path, mended: Mended, before: Sequence[Source]) -> set[str]:
    """Does what the files of a mend say; gives the names of all files then."""
    writes, removals = files_of(folder, mended.changed, before, mended.gone)
    for path, text in writes.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    for path in removals:
        path.unlink()
    return {str(path.relative_to(folder)) for path in folder.rglob("*.yaml")}


def test_a_moved_file_keeps_its_comments(tmp_path: Path) -> None:
    write_sources(tmp_path, [SHIPS])
    path = tmp_path / "ja" / f"{SHIPS.id}.yaml"
    path.write_text(
        "# mine\n" + path.read_text().replace("title: 造船の危機", 'title:   "造船の危機"  # sic')
    )
    before = read_sources(tmp_path)

    names = carried_out(tmp_path, move_work(before, SHIPS.id, "zh-Hant", "Kim"), before)
    assert names == {f"zh/{SHIPS.id}.yaml"}
    text = (tmp_path / "zh" / f"{SHIPS.id}.yaml").read_text()
    assert text.startswith("# mine\nid: tanaka-2023-zosen\nlanguage: zh\n")
    assert 'title:   "造船の危機"  # sic\n' in text
    assert read_sources(tmp_path)[0].script == "zh-Hant"


def test_files_of_works_that_are_merged_split_and_opened(tmp_path: Path) -> None:
    write_sources(tmp_path, ALL)
    before = read_sources(tmp_path)
    assert [record.id for record in before] == ["keizai", SHIPS.id]  # the open one has no file

    assert carried_out(tmp_path, split_work(ALL, SHIPS.id, ["5"]), ALL) == {
        "ko/keizai.yaml", f"ja/{SHIPS.id}.yaml", "ja/2023-9441f676.yaml",
    }  # fmt: skip
    now = read_sources(tmp_path)
    assert carried_out(tmp_path, merge_works(now, SHIPS.id, ["2023-9441f676", "keizai"]), now) == {
        f"ja/{SHIPS.id}.yaml"
    }
    now = read_sources(tmp_path)
    assert carried_out(tmp_path, move_work(now, SHIPS.id, "und", "Kim"), now) == set()


def test_a_mend_writes_and_removes_nothing_itself(tmp_path: Path) -> None:
    write_sources(tmp_path, ALL)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    mended = merge_works(ALL, SHIPS.id, ["keizai"])

    writes, removals = files_of(tmp_path, mended.changed, ALL, mended.gone)
    assert set(writes) == {tmp_path / "ja" / f"{SHIPS.id}.yaml"}
    assert removals == [tmp_path / "ko" / "keizai.yaml"]
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before

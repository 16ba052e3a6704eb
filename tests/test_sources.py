"""Tests of sources: one work is one record, and what a person wrote in it stays."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.citations import Citation
from srcxlate.citing import Cited, cite, relocated
from srcxlate.errors import Fault, Faults
from srcxlate.merging import Merged, merge
from srcxlate.records import parse_record, render_record
from srcxlate.route import Route
from srcxlate.sources import (
    Container,
    Locator,
    Routed,
    Source,
    Variant,
    cited_at,
    decide,
    read_sources,
    source_path,
    write_sources,
)

REPORT = "report"
JA = Route("", "ja", None, 0.99, ("3 kana",))
OPEN = Route("", "und", None, 0.4, ("open: no language leads clearly",))
FACTS: dict[str, str | None] = {
    "romanised": "Zōsen no kiki",
    "english": "The crisis of shipbuilding",
    "author": "Hiroshi Tanaka",
    "publisher": "Kaiun",
    "date": "2023-05-17",
    "url": "https://kaiun.example.jp/articles/17",
}


def citation(original: str = "造船の危機", *, role: str = "work", start: int = 0, **facts: Any) -> Citation:
    given: dict[str, Any] = {**dict.fromkeys(FACTS), "pages": None, "part_of": None, **facts}
    return Citation(role=role, original=original, start=start, evidence=(), **given)  # type: ignore[arg-type]


def noted(
    note: int, original: str = "造船の危機", *, route: Route = JA, start: int = 0, **facts: Any
) -> Cited:
    """A work as a note cites it; all facts unless they are given."""
    report = facts.pop("report", REPORT)
    work = citation(original, start=start, **{**FACTS, **facts})
    return Cited(Locator(report=report, note=note, pages=work.pages), work, (), route)


def bare(note: int, original: str, **facts: Any) -> Cited:
    """A work as a note cites it; no facts but those given."""
    return noted(note, original, **{**dict.fromkeys(FACTS), **facts})


def at(*notes: int, report: str = REPORT) -> tuple[Locator, ...]:
    return tuple(Locator(report=report, note=note) for note in notes)


def edited(merged: Merged, **changes: Any) -> list[Source]:
    """The records after a person changed fields of the first."""
    first, *others = merged.records
    return [Source.model_validate(first.model_dump() | changes), *others]


def told(merged: Merged) -> list[str]:
    return [str(difference) for difference in merged.differences]


# -- one work ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (noted(1), noted(2)),
        (noted(1), noted(2, "別の題", url="http://www.kaiun.example.jp/articles/17/#top")),
        (noted(1), noted(2, url="https://elsewhere.example.com/a/17")),
        (bare(1, "「造船の危機」", date="2023"), bare(2, "造船の 危機！", date="2023-05-17")),
        (bare(1, "ＡＩと造船", date="2023"), bare(2, "AIと造船", date="2023")),
        (bare(1, "造船の危機"), bare(2, "造船の危機", date="2023")),
        (bare(1, "造船の危機", date="2023"), bare(2, "造船の危機")),
        (bare(1, "造船の危機", date="XXXX-05-17"), bare(2, "造船の危機", date="2023")),
        (bare(1, "か゛くしゃ"), bare(2, "か゛くしゃ")),
    ],
    ids=["all", "address", "title", "marks", "width", "no year", "no year later", "open year", "same"],
)
def test_two_citations_of_one_work(one: Cited, other: Cited) -> None:
    merged = merge([], REPORT, [one, other])

    assert len(merged.records) == len(merged.added) == 1
    assert merged.records[0].cited == at(1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (bare(1, "通商白書", date="2022"), bare(2, "通商白書", date="2023")),
        (bare(1, "造船の危機"), bare(2, "海運の危機")),
        (bare(1, "造船", url="https://meti.example.jp/"), bare(2, "海運", url="https://meti.example.jp/")),
        (bare(1, "造船", url="https://a.example.jp/news/"), bare(2, "海運", url="https://a.example.jp/news")),
        (
            bare(1, "造船", url="https://a.example.jp/v?id=1"),
            bare(2, "海運", url="https://a.example.jp/v?id=2"),
        ),
        (bare(1, "！"), bare(2, "？")),
    ],
    ids=["other year", "other title", "bare host", "list page", "other query", "marks alone"],
)
def test_two_citations_of_two_works(one: Cited, other: Cited) -> None:
    assert len(merge([], REPORT, [one, other]).records) == 2


def test_a_title_without_a_year_is_no_guess_among_several() -> None:
    notes = [bare(1, "通商白書", date="2022"), bare(2, "通商白書", date="2023"), bare(3, "通商白書")]
    merged = merge([], REPORT, notes)

    assert [record.date for record in merged.records] == ["2022", "2023", None]
    assert merge(merged.records, REPORT, notes).records == merged.records


def test_a_title_without_a_year_does_not_join_two_years() -> None:
    merged = merge(
        [], REPORT, [bare(1, "通商白書"), bare(2, "通商白書", date="2022"), bare(3, "通商白書", date="2023")]
    )

    assert {record.date: record.cited for record in merged.records} == {"2022": at(1, 2), "2023": at(3)}


def test_a_new_record_holds_what_any_of_its_notes_prints() -> None:
    short = bare(1, "造船の危機", author="H. Tanaka")
    held = citation("海運", role="container", romanised="Kaiun")
    full = Cited(at(5)[0], noted(5).work, (held,), JA)
    (record,) = merge([], REPORT, [short, full]).records

    assert record.author == "H. Tanaka"
    assert record.url == FACTS["url"]
    assert record.containers == (Container(title="海運", romanised="Kaiun"),)
    assert record.variants == (Variant(at=at(5), author="Hiroshi Tanaka"),)


def test_a_new_record_takes_the_language_of_the_note_that_tells_it() -> None:
    (record,) = merge([], REPORT, [bare(1, "東京大阪", route=OPEN), bare(2, "東京大阪")]).records

    assert record.language == "ja"
    assert record.route == Routed(confidence=0.99, evidence=("3 kana",))


@pytest.mark.parametrize("facts", [{"url": "kaiun.example.jp"}, {"date": "May 2023"}, {"url": "https://a b"}])
def test_what_a_record_cannot_hold_is_left_out(facts: dict[str, str]) -> None:
    merged = merge([], REPORT, [bare(1, "造船", **facts)])

    assert merged.records[0].url is merged.records[0].date is None
    assert merge(merged.records, REPORT, [bare(1, "造船", **facts)]).differences == ()


def test_white_space_makes_no_variant() -> None:
    (record,) = merge([], REPORT, [noted(1, author=" Hiroshi Tanaka "), noted(2)]).records

    assert record.variants == ()


def test_every_printed_variant_has_its_locators() -> None:
    merged = merge(
        [],
        REPORT,
        [noted(1), noted(3, "造船危機"), noted(4, "造船危機"), noted(7, publisher="KAIUN"), noted(9)],
    )

    assert merged.records[0].title == "造船の危機"
    assert merged.records[0].cited == at(1, 3, 4, 7, 9)
    assert merged.records[0].variants == (
        Variant(at=at(3, 4), title="造船危機"),
        Variant(at=at(7), publisher="KAIUN"),
    )


def test_each_citation_has_its_home() -> None:
    first = noted(1, start=40)
    merged = merge([], REPORT, [first, bare(2, "海運", start=3), relocated(first, 1, 2)])

    assert set(merged.homes.values()) == {record.id for record in merged.records}
    assert merged.homes[first.locator, 40] == "tanaka-2023-zosen-no-kiki"
    assert merged.records[1].cited == at(1, 2)


def test_a_pointer_does_not_take_the_home_of_what_stands_in_the_note() -> None:
    first, second = noted(1, start=3), bare(2, "海運", start=3)
    merged = merge([], REPORT, [first, second, relocated(first, 1, 2)])

    assert merged.homes[second.locator, 3] != merged.homes[first.locator, 3]


# -- a person's wording ------------------------------------------------------------------------------

BEFORE = [noted(1), noted(3, "造船危機", publisher="KAIUN"), noted(9)]
RENUMBERED = [noted(2), noted(5, "造船危機", publisher="KAIUN"), noted(11)]
TITLE_TOLD = "tanaka-2023-zosen-no-kiki: note {} prints title '造船の危機'; kept '造船業の危機'"


@pytest.mark.parametrize(
    ("field", "wording"),
    [
        ("title", "まったく別の題名"),
        ("romanised", "Betsu no dai"),
        ("romanised", None),
        ("english", "Shipbuilding in crisis"),
        ("english", None),
        ("author", "Tanaka Hiroshi"),
        ("publisher", "Kaiun Shimbun"),
        ("publisher", None),
        ("date", "2024-01-01"),
        ("date", None),
        ("url", "https://kaiun.example.jp/new"),
        ("url", None),
    ],
)
@pytest.mark.parametrize(
    "again",
    [BEFORE, RENUMBERED, BEFORE[:1], [*BEFORE, noted(12)]],
    ids=["same", "renumbered", "less", "more"],
)
@pytest.mark.parametrize(
    "facts", [{}, {"url": None}, {"url": None, "romanised": None}], ids=["all", "no url", "title"]
)
def test_an_edit_stays_and_is_told_at_every_reading(
    field: str, wording: str | None, again: Sequence[Cited], facts: dict[str, Any]
) -> None:
    def without(notes: Sequence[Cited]) -> list[Cited]:
        # without an address another title is another work
        titles = [one.work.original if "url" not in facts else "造船の危機" for one in notes]
        return [
            noted(one.locator.note, title, **{"publisher": one.work.publisher, **facts})
            for one, title in zip(notes, titles, strict=True)
        ]

    if field in facts:
        return
    records = edited(merge([], REPORT, without(BEFORE)), **{field: wording})
    for _ in range(3):
        merged = merge(records, REPORT, without(again))

        assert merged.added == ()
        assert getattr(merged.records[0], field) == wording
        assert field in {difference.field for difference in merged.differences}
        records = list(merged.records)
    assert [one.locator for one in without(again)] == list(records[0].cited)


def test_a_difference_is_told_once_a_reading_for_each_wording() -> None:
    records = edited(merge([], REPORT, BEFORE), title="造船業の危機")
    merged = merge(records, REPORT, BEFORE)

    assert told(merged) == [
        TITLE_TOLD.format(1),
        "tanaka-2023-zosen-no-kiki: note 3 prints title '造船危機'; kept '造船業の危機'",
    ]
    assert merged.records[0].variants == (
        Variant(at=at(3), title="造船危機", publisher="KAIUN"),
        Variant(at=at(1, 9), title="造船の危機"),
    )
    assert told(merge(merged.records, REPORT, BEFORE)) == told(merged)


def test_no_difference_is_told_of_what_reports_themselves_print_otherwise() -> None:
    merged = merge([], REPORT, BEFORE)

    assert merged.differences == ()
    assert merge(merged.records, REPORT, BEFORE).differences == ()
    assert merge(merged.records, REPORT, RENUMBERED).differences == ()


def test_an_edit_is_told_though_the_note_had_a_variant() -> None:
    notes = [noted(1), noted(3, "造船危機")]
    records = edited(merge([], REPORT, notes), author="Tanaka Hiroshi")

    merged = merge(records, REPORT, notes[1:])

    assert "author" in {difference.field for difference in merged.differences}


def test_taking_up_a_variant_is_told_once() -> None:
    records = edited(merge([], REPORT, BEFORE), title="造船危機")
    merged = merge(records, REPORT, RENUMBERED)

    assert told(merged) == ["tanaka-2023-zosen-no-kiki: note 2 prints title '造船の危機'; kept '造船危機'"]
    assert merge(merged.records, REPORT, RENUMBERED).differences == ()


def test_an_edit_taken_back_leaves_nothing() -> None:
    first = merge([], REPORT, BEFORE)
    away = merge(edited(first, title="造船業の危機"), REPORT, BEFORE)
    back = merge(edited(away, title="造船の危機"), REPORT, BEFORE)

    assert back.records == first.records
    assert back.differences == ()


def test_an_edited_title_and_a_changed_report() -> None:
    records = edited(merge([], REPORT, BEFORE), title="造船業の危機")
    merged = merge(records, REPORT, [noted(1, "造船の大危機"), *BEFORE[1:]])

    assert merged.records[0].title == "造船業の危機"
    assert "note 1 prints title '造船の大危機'" in told(merged)[0]


def test_a_deleted_field_stays_deleted_when_another_report_prints_it() -> None:
    records = edited(merge([], REPORT, BEFORE), english=None)
    merged = merge(records, "other", [noted(4, report="other"), noted(5, report="other", english="Else")])

    assert merged.records[0].english is None
    assert [(d.printed, d.kept) for d in merged.differences] == [
        ("The crisis of shipbuilding", None),
        ("Else", None),
    ]
    assert told(merged)[0].endswith("prints english 'The crisis of shipbuilding'; the record has none")


def test_another_report_adds_its_locators_and_variants() -> None:
    first = merge([], REPORT, BEFORE)
    both = merge(first.records, "other", [noted(4, "造船危機", report="other")])

    assert both.added == ()
    assert both.records[0].cited == at(4, report="other") + at(1, 3, 9)
    assert merge(both.records, REPORT, BEFORE).records == both.records
    assert merge(both.records, "other", [noted(4, "造船危機", report="other")]).records == both.records
    assert merge(both.records, "other", []).records[0].cited == first.records[0].cited


def test_locators_and_variants_of_other_reports_that_a_person_added_stay() -> None:
    by_hand = {
        "cited": (*at(1, 3, 9), *at(7, report="my book")),
        "variants": (Variant(at=at(7, report="my book"), title="X"),),
    }
    merged = merge(edited(merge([], REPORT, BEFORE), **by_hand), REPORT, RENUMBERED)

    assert merged.records[0].cited == at(7, report="my book") + at(2, 5, 11)
    assert merged.records[0].variants[0] == Variant(at=at(7, report="my book"), title="X")


@pytest.mark.parametrize("places", [(), at(1), at(77)])
def test_the_wording_of_a_variant_that_a_person_added_stays(places: tuple[Locator, ...]) -> None:
    variant = Variant(at=places, title="造船の大危機", url="https://mirror.example.com/a/1")
    merged = merge(edited(merge([], REPORT, [noted(1)]), variants=(variant,)), REPORT, [noted(1)])

    assert merged.records[0].variants == (variant.model_copy(update={"at": ()}),)
    again = merge(merged.records, REPORT, [bare(3, "造船の大危機")])
    assert again.added == ()


def test_a_variant_that_is_printed_no_more_keeps_its_wording() -> None:
    first = merge([], REPORT, [noted(1), noted(3, "造船危機")])
    mended = merge(first.records, REPORT, [noted(1), noted(3)])

    assert mended.records[0].variants == (Variant(title="造船危機"),)
    assert merge(mended.records, REPORT, [noted(1), noted(3, "造船危機")]).records == first.records


def test_a_record_stays_when_its_last_citation_goes() -> None:
    first = merge([], REPORT, [noted(1), bare(2, "海運")])
    merged = merge(first.records, REPORT, [])

    assert [record.id for record in merged.records] == [record.id for record in first.records]
    assert [record.cited for record in merged.records] == [(), ()]
    assert merge(merged.records, REPORT, [noted(1), bare(2, "海運")]).records == first.records


def test_works_that_change_places_keep_their_records() -> None:
    first = merge([], REPORT, [noted(1), bare(2, "海運の動向")])
    merged = merge(first.records, REPORT, [bare(1, "海運の動向"), noted(2)])

    assert merged.added == ()
    assert {record.title: record.cited for record in merged.records} == {
        "造船の危機": at(2),
        "海運の動向": at(1),
    }


def test_another_work_in_the_same_note_is_a_work_of_its_own() -> None:
    first = merge([], REPORT, [bare(1, "造船の危機", author="Hiroshi Tanaka", date="2023")])
    merged = merge(first.records, REPORT, [bare(1, "海運業の動向", author="Hiroshi Tanaka", date="2023")])

    assert len(merged.records) == 2


def test_a_person_splits_a_record() -> None:
    page = {"url": "https://kaiun.example.jp/articles/17"}
    notes = [bare(1, "造船の危機", **page), bare(2, "海運の危機", **page)]
    (joined,) = merge([], REPORT, notes).records
    split = [
        joined.model_copy(update={"cited": at(1), "variants": ()}),
        Source(id="kaiun-no-kiki", language="ja", title="海運の危機", url=page["url"], cited=at(2)),
    ]

    assert set(merge(split, REPORT, notes).records) == set(split)


def test_a_person_merges_two_records() -> None:
    notes = [bare(1, "造船の危機"), bare(2, "造船危機")]
    kept, _ = merge([], REPORT, notes).records
    kept = kept.model_copy(update={"variants": (Variant(title="造船の危機"), Variant(title="造船危機"))})
    merged = merge([kept], REPORT, notes)

    assert merged.added == ()
    assert merged.records[0].cited == at(1, 2)


def test_two_works_that_a_person_split_stay_apart_where_one_note_cites_both() -> None:
    notes = [bare(1, "造船の危機"), bare(2, "海運"), bare(2, "造船の危機", start=9)]
    whole = Source(
        id="a", language="ja", title="造船の危機", cited=at(1, 2), variants=(Variant(at=at(2), title="海運"),)
    )
    split = Source(id="b", language="ja", title="造船の危機", cited=at(2))

    assert set(merge([whole, split], REPORT, notes).records) == {whole, split}


def test_two_works_that_print_the_same_follow_their_notes_when_one_is_added() -> None:
    first = Source(id="b", language="ja", title="造船の危機", cited=at(3))
    split = Source(id="a", language="ja", title="造船の危機", cited=at(9))
    merged = merge([first, split], REPORT, [bare(4, "造船の危機"), bare(10, "造船の危機")])

    assert [record.cited for record in merged.records] == [at(10), at(4)]


@pytest.mark.parametrize("change", [{"title": "まったく別の題名"}, {"date": "1999"}, {"date": None}])
def test_what_a_person_split_stays_apart_when_it_is_reworded(change: dict[str, Any]) -> None:
    facts = {"author": "Hiroshi Tanaka", "date": "2023"}
    notes = [bare(1, "造船の危機", **facts), bare(5, "造船の危機", **facts)]
    (joined,) = merge([], REPORT, notes).records
    rest = joined.model_copy(update={"cited": at(1)})
    split = joined.model_copy(update={"id": f"{joined.id}-2", "cited": at(5), **change})
    merged = merge([rest, split], REPORT, notes)

    assert merged.added == ()
    assert [record.cited for record in merged.records] == [at(1), at(5)]
    assert {difference.id for difference in merged.differences} == {split.id}


def test_a_work_of_another_title_stays_merged_when_its_date_is_edited() -> None:
    notes = [bare(1, "造船の危機", date="2023"), bare(2, "海運", date="2023")]
    whole = Source(
        id="a", language="ja", title="造船の危機", date="1999", cited=at(1, 2),
        variants=(Variant(at=at(2), title="海運"),),
    )  # fmt: skip
    merged = merge([whole], REPORT, notes)

    assert merged.added == ()
    assert merged.records[0].cited == at(1, 2)


def test_another_year_of_a_work_that_moved_to_another_note_is_a_work_of_its_own() -> None:
    first = merge([], REPORT, [bare(5, "通商白書", date="2022")])
    merged = merge(
        first.records, REPORT, [bare(5, "通商白書", date="2024"), bare(6, "通商白書", date="2022")]
    )

    assert {record.date: record.cited for record in merged.records} == {"2022": at(6), "2024": at(5)}


def test_works_of_one_title_that_change_places_keep_their_years() -> None:
    years = ["2021", "2022", "2023"]
    first = merge([], REPORT, [bare(n, "通商白書", date=year) for n, year in enumerate(years, 1)])
    merged = merge(first.records, REPORT, [bare(n, "通商白書", date=year) for n, year in enumerate(years, 2)])

    assert merged.added == ()
    assert [record.cited for record in merged.records] == [at(2), at(3), at(4)]
    assert [record.variants for record in merged.records] == [(), (), ()]


def test_an_ignored_work_follows_its_report() -> None:
    ignored = {"reason": "a blog", "by": "Kim", "at": "2026-11-22T02:10:05Z"}
    merged = merge(edited(merge([], REPORT, BEFORE), ignored=ignored), REPORT, RENUMBERED)

    assert merged.records[0].ignored is not None
    assert merged.records[0].cited == at(2, 5, 11)


def test_a_language_decided_by_hand_stays() -> None:
    first = merge([], REPORT, [bare(1, "東京大阪", route=OPEN)])
    merged = merge([decide(first.records[0], "zh", "Mina")], REPORT, [bare(1, "東京大阪", route=JA)])

    assert merged.records[0].language == "zh"


# -- in any order ------------------------------------------------------------------------------------

TITLES = st.sampled_from(
    ["造船", "造船の危機", "海運", "通商白書", "경제 전망", "一带一路", "ＡＩ", "AI", "！"]
)
CITED = st.builds(
    bare,
    st.integers(1, 6),
    TITLES,
    start=st.integers(0, 3),
    romanised=st.sampled_from([None, "Zōsen", "Zōsen no kiki", "Tsūshō hakusho"]),
    english=st.sampled_from([None, "Ships", "White paper"]),
    author=st.sampled_from([None, "Hiroshi Tanaka", "METI"]),
    publisher=st.sampled_from([None, "Kaiun"]),
    date=st.sampled_from([None, "2022", "2023", "2023-05", "XXXX-05-01"]),
    url=st.sampled_from([None, "https://a.example.jp/1", "https://a.example.jp/2", "https://a.example.jp/"]),
    route=st.sampled_from([JA, OPEN]),
)


def in_report(report: str) -> st.SearchStrategy[list[Cited]]:
    def of(one: Cited) -> Cited:
        return Cited(one.locator.model_copy(update={"report": report}), one.work, one.containers, one.route)

    return st.lists(CITED.map(of), max_size=8).map(
        lambda notes: sorted(notes, key=lambda one: one.locator.note)
    )


@given(in_report(REPORT), st.randoms())
@settings(max_examples=300, deadline=None)
def test_merging_again_changes_nothing_and_order_does_not_matter(notes: list[Cited], random: Any) -> None:
    first = merge([], REPORT, notes)
    shuffled = list(first.records)
    random.shuffle(shuffled)
    again = merge(shuffled, REPORT, notes)

    assert again.added == ()
    assert again.records == first.records
    assert again.differences == ()


@given(in_report("a"), in_report("b"))
@settings(max_examples=200, deadline=None)
def test_no_locator_is_lost(one: list[Cited], other: list[Cited]) -> None:
    merged = merge(merge([], "a", one).records, "b", other)

    assert {at for record in merged.records for at in record.cited} == {c.locator for c in [*one, *other]}
    again = merge(merge(merged.records, "a", one).records, "b", other)
    assert {at for record in again.records for at in record.cited} == {c.locator for c in [*one, *other]}


EDIT = st.one_of(
    st.tuples(st.just("title"), st.sampled_from(["手で書いた題", "造船", "海運"])),
    st.tuples(
        st.sampled_from(["romanised", "english", "author", "publisher"]),
        st.sampled_from([None, "By hand", "Ships"]),
    ),
    st.tuples(st.just("date"), st.sampled_from([None, "2022", "1999-12"])),
    st.tuples(
        st.just("url"), st.sampled_from([None, "https://a.example.jp/1", "https://hand.example.com/9"])
    ),
    st.tuples(st.just("containers"), st.sampled_from([(), (Container(title="手"),)])),
)


@given(
    in_report("a"),
    st.lists(st.tuples(st.integers(0, 7), EDIT), max_size=5),
    st.lists(in_report("a") | in_report("b"), max_size=4),
)
@settings(max_examples=300, deadline=None)
def test_edits_outlive_any_merges(
    first: list[Cited], edits: list[tuple[int, Any]], later: list[list[Cited]]
) -> None:
    records = list(merge([], "a", first).records)
    for number, (field, wording) in edits:
        if records:
            place = number % len(records)
            records[place] = records[place].model_copy(update={field: wording})
    facts = {record.id: record.model_dump(exclude={"cited", "variants"}) for record in records}
    for notes in later:
        records = list(merge(records, notes[0].locator.report if notes else "a", notes).records)
        assert {r.id: r.model_dump(exclude={"cited", "variants"}) for r in records if r.id in facts} == facts


# -- ids -----------------------------------------------------------------------------------------


def test_a_collision_adds_a_number() -> None:
    notes = [bare(n, f"造船の危機 {n}", romanised="Zōsen no kiki", date="2023") for n in (1, 2, 3)]
    merged = merge([], REPORT, notes)

    assert merged.added == ("2023-zosen-no-kiki", "2023-zosen-no-kiki-2", "2023-zosen-no-kiki-3")


def test_ids_are_never_made_anew() -> None:
    records = edited(merge([], REPORT, [noted(1)]), author="Else", date="1999", romanised="Nani")

    assert [record.id for record in merge(records, REPORT, [noted(1)]).records] == [
        "tanaka-2023-zosen-no-kiki"
    ]


# -- from notes --------------------------------------------------------------------------------------


def test_a_note_cites_works_with_their_containers() -> None:
    citations = [
        citation("海の本", role="container"),
        citation("造船", start=5, pages="12"),
        citation("海運", role="container", start=9),
        citation("尹大統領", role="mention", start=12),
        citation("全集", role="container", start=15),
        citation("경제", start=20),
    ]
    works = cite(REPORT, 2, 7, citations, [JA] * len(citations))

    assert [(one.work.original, [c.original for c in one.containers]) for one in works] == [
        ("海の本", []),
        ("造船", ["海運", "全集"]),
        ("경제", []),
    ]
    assert works[1].locator == Locator(report=REPORT, series=2, note=7, pages="12")


def test_no_citations_no_works() -> None:
    assert cite(REPORT, 1, 1, [], []) == []
    assert merge([], REPORT, []).records == ()


# -- decisions and questions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "language", "script"),
    [
        ("东京大阪", "zh", "zh-Hans"),
        ("東京經濟", "zh", "zh-Hant"),
        ("中国——“AI”é😀", "zh", "zh-Hans"),
        ("大阪", "zh", "zh-Hans"),
        ("大阪", "ja", None),
        ("大阪", "ko", None),
        ("東京經濟", "zh-Hans", "zh-Hans"),
        ("东京大阪", "zh-Hant", "zh-Hant"),
        ("東京大阪", "und", None),
    ],
)
def test_a_person_decides(title: str, language: Any, script: str | None) -> None:
    record = Source(id="a", language="und", title=title, route=Routed(confidence=0.4, evidence=("open",)))
    decided = decide(record, language, "Mina")

    assert (decided.language, decided.script) == (language.partition("-")[0], script)
    assert decided.route is not None
    assert decided.route.by == "Mina"
    assert decided.route.evidence[0] == "open"
    assert decided.route.evidence[1].endswith("decided by Mina")


def test_works_are_found_by_note_or_id() -> None:
    series = Locator(report="b", series=2, note=7)
    a = Source(id="tanaka-2023-zosen", language="ja", title="造船", cited=at(7))
    b = Source(id="sato-2023-kaiun", language="ja", title="海運", cited=(series,))

    assert cited_at([a, b], "7") == [a]
    assert cited_at([a, b], "1.7", REPORT) == [a]
    assert cited_at([a, b], "2.7") == [b]
    assert cited_at([a, b], "sato-2023-kaiun") == [b]


@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("9", "note 9 cites no source .* 'srcxlate run REPORT'"),
        ("2.7", "note 2.7 cites no source"),
        ("zosen", "no source is called 'zosen'. Did you mean tanaka-2023-zosen?"),
        ("Zosen", "Did you mean tanaka-2023-zosen?"),
        ("tanaka-2023-zozen", "Did you mean tanaka-2023-zosen?"),
        ("x", "no source is called 'x'. 'srcxlate queue' lists them"),
        ("1" * 5000, "no source is called"),
        ("", "no source is called ''"),
    ],
)
def test_what_is_not_there_is_told(what: str, message: str) -> None:
    record = Source(id="tanaka-2023-zosen", language="ja", title="造船", cited=at(7))

    with pytest.raises(Fault, match=message):
        cited_at([record], what)


# -- files ---------------------------------------------------------------------------------------

SMALL = "id: a\nlanguage: ja\ntitle: 造船\n"
RECORD = Source(id="a", language="ja", title="造船", cited=at(1))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("ja/b.yaml", SMALL, "b.yaml:1: the id is 'a', the file's name 'b'. Make them the same"),
        ("ko/a.yaml", SMALL, "the language is 'ja', the folder 'ko'. Move the file to ja/, or mend"),
        ("ja/a.yaml", SMALL.replace("ja", "und"), "the language is open. Write ja, ko or zh, and put"),
        ("und/a.yaml", SMALL.replace("ja", "und"), "the language is open. Write ja, ko or zh, and put"),
        ("ja/a.yml", SMALL, "the file's name ends in .yml. Let it end in .yaml"),
        ("ja/a.yaml", SMALL.replace("id: a", "id: A b"), "a.yaml:1: id 'A b' is no id. Use a to z"),
        (
            "ja/a.yaml",
            SMALL + "date: May 2023",
            "a.yaml:4: date 'May 2023' is no date. Write it as 2023-07-20",
        ),
        ("ja/a.yaml", SMALL + "url: a.jp", "a.yaml:4: url 'a.jp' is no address. Begin it with http"),
        ("ja/a.yaml", SMALL + "script: zh-Hans", "the entry is ja, but has the script zh-Hans. Remove the"),
        (
            "ja/a.yaml",
            SMALL + "ignored: {by: Kim, at: 2026-11-22T02:10:05Z}",
            "a.yaml:4: the field 'ignored.reason' is missing",
        ),
        (
            "ja/a.yaml",
            SMALL + "ignored: {reason: a blog, by: Kim, at: today}",
            "ignored.at 'today' is no time. Write it in UTC",
        ),
        ("ja/a.yaml", "", "a.yaml:1: is empty"),
        ("ja/a.yaml", "id: \x93", "is not utf-8. Save the file as UTF-8"),
    ],
)
def test_faults_of_record_files(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(text, encoding="latin-1" if "\x93" in text else "utf-8")

    with pytest.raises(Faults, match=told):
        read_sources(tmp_path)


def test_faults_of_all_files_come_in_one_go(tmp_path: Path) -> None:
    for name, text in {
        "ja/a": "id: a",
        "ko/a": "id: a\nlanguage: ko\ntitle: 造船",
        "zh/a": "id: a\nlanguage: zh\ntitle: b",
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / f"{name}.yaml").write_text(text)

    with pytest.raises(Faults) as caught:
        read_sources(tmp_path)
    assert [fault.message for fault in caught.value.faults] == [
        "the field 'language' is missing",
        "the field 'title' is missing",
        "the id 'a' is taken by another file",
    ]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ja").mkdir()
    for name in (
        "a.en.yaml",
        ".a.yaml",
        ".a.yaml.0123.tmp",
        "a.yaml.bak",
        "a.yaml~",
        "notes.txt",
        ".gitkeep",
    ):
        (tmp_path / "ja" / name).write_text("neither: record\n")

    assert read_sources(tmp_path) == []
    assert read_sources(tmp_path / "none") == []


def test_records_are_written_and_read(tmp_path: Path) -> None:
    merged = merge(
        [],
        REPORT,
        [noted(1), bare(2, "東京", route=OPEN), bare(3, "경제 전망", route=Route("", "ko", None, 1, ()))],
    )

    assert write_sources(tmp_path, merged.records) == 2
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.yaml")) == [
        "ja/tanaka-2023-zosen-no-kiki.yaml",
        f"ko/{merged.added[2]}.yaml",
    ]
    assert read_sources(tmp_path) == [record for record in merged.records if record.language != "und"]
    assert write_sources(tmp_path, merged.records, read_sources(tmp_path)) == 0


def test_a_file_that_a_person_laid_out_is_not_touched(tmp_path: Path) -> None:
    write_sources(tmp_path, merge([], REPORT, BEFORE).records)
    path = next(tmp_path.rglob("*.yaml"))
    text = "# mine\n" + path.read_text().replace(
        "author: Hiroshi Tanaka", 'author:   "Hiroshi Tanaka"  # sic'
    )
    path.write_text(text)
    for notes in (BEFORE, RENUMBERED, BEFORE):
        known = read_sources(tmp_path)
        write_sources(tmp_path, merge(known, REPORT, notes).records, known)

    assert path.read_text() == text


def test_new_locators_are_written_round_what_a_person_wrote(tmp_path: Path) -> None:
    write_sources(tmp_path, [RECORD])
    path = source_path(tmp_path, RECORD)
    path.write_text(
        "id: a\n# by hand\nlanguage: ja\ntitle: 造船   # sic\ncited: [{report: report, note: 1}]\n"
    )
    known = read_sources(tmp_path)

    assert write_sources(tmp_path, merge(known, REPORT, [bare(2, "造船")]).records, known) == 1
    assert path.read_text() == (
        "id: a\n# by hand\nlanguage: ja\ntitle: 造船   # sic\ncited:\n  - report: report\n    note: 2\n"
    )


def test_a_file_that_a_person_moved_to_another_language_stays_there(tmp_path: Path) -> None:
    write_sources(tmp_path, [RECORD])
    (tmp_path / "zh").mkdir()
    moved = (tmp_path / "ja" / "a.yaml").rename(tmp_path / "zh" / "a.yaml")
    moved.write_text(moved.read_text().replace("language: ja", "language: zh"))
    known = read_sources(tmp_path)
    merged = merge(known, REPORT, [bare(1, "造船", author="Tanaka"), bare(8, "造船", author="Tanaka")])

    assert write_sources(tmp_path, merged.records, known) == 1
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.yaml")] == ["zh/a.yaml"]
    assert read_sources(tmp_path)[0].language == "zh"


def test_the_repository_holds_valid_records() -> None:
    folder = Path(__file__).parents[1] / "sources"
    records = read_sources(folder)

    assert {record.language for record in records} == {"ja", "ko", "zh"}
    assert all(parse_record(render_record(record), Source, "f") == record for record in records)

"""Units: every work that a note cites, with its author, titles, outlet, date and address."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.reports import report_of
from tests.extraction_truth import hostile_text

from srcxlate.checks.units import Piece, Unit, units_of
from srcxlate.reports import read_report


def units(note: str) -> list[Unit]:
    return [unit for unit in units_of(report_of(note, "Ibid.")) if unit.place == (1, 1)]


def text(piece: Piece | None) -> str | None:
    return piece.text if piece else None


JOHNSON = "Jo Johnson, 'The 'right' port', *Port News*, May 2 2023 <<https://port.example/2023/05/02/a>>"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (
            f"See, e.g., {JOHNSON}; 'Two tides', *BBC*, June 1 2023 <https://bbc.example/1>.",
            [
                ("Jo Johnson", "The 'right' port", "Port News", "2023-05-02"),
                (None, "Two tides", "BBC", "2023-06-01"),
            ],
        ),
        (
            "Amy Jones. 2019. “A Quiet Sea.” *Sea Review*, 3 March 2019. https://sea.example/a.",
            [("Amy Jones", "A Quiet Sea.", "Sea Review", "2019-03-03")],
        ),
        (
            "Ships sail in June 2020 unseen by us. See Ann Lee, “Ships; a Life,” Port Weekly, July 1, 2020.",
            [("Ann Lee", "Ships; a Life", "Port Weekly", "2020-07-01")],
        ),
        (
            "Ann Lee, “Ships,” Port Weekly, accessed July 1, 2020, https://port.example/ships.",
            [("Ann Lee", "Ships", "Port Weekly", None)],
        ),
        (
            "Lee Na, “Hwamul-i doraoda” 화물이 돌아오다 (Cargo comes back), Hankyoreh, July 24, 2023.",
            [("Lee Na", "Cargo comes back", "Hankyoreh", "2023-07-24")],
        ),
        (
            "王小明 Wang Xiaoming, 2023, 《六大港口》 Liu da gangkou [Six big ports], 2 June 2023.",
            [("Wang Xiaoming", "Six big ports", None, "2023-06-02")],
        ),
        ("A sentence that cites nothing, in 2020, 'as they say', and ends.", []),
    ],
    ids=["semicolon", "bibliography", "prose before it", "accessed", "original", "script first", "nothing"],
)
def test_reads_each_work(note: str, expected: list[tuple[str | None, ...]]) -> None:
    assert [(text(u.author), text(u.english), text(u.outlet), u.edtf) for u in units(note)] == expected


@pytest.mark.parametrize(
    ("author", "script", "latin"),
    [
        ("渡部沙織 (Watanabe Saori)", "渡部沙織", "Watanabe Saori"),
        ("Kwon Do-yoon [권도윤]", "권도윤", "Kwon Do-yoon"),
        ("Kwon Do-yoon (권도윤)", "권도윤", "Kwon Do-yoon"),
        ("王小明 Wang Xiaoming", "王小明", "Wang Xiaoming"),
        ("山本健", None, "山本健"),
    ],
)
def test_an_author_printed_both_ways(author: str, script: str | None, latin: str) -> None:
    (unit,) = units(
        f"{author}, 2023-05-25, 「港の本」 (*Minato no hon*) [The port book], https://port.example/1"
    )
    assert (text(unit.author_in_script), text(unit.author)) == (script, latin)


@pytest.mark.parametrize(
    "note",
    [
        "Ann Lee. (2023). _Minato no hon_ 港の本 ‘The port book’. Port News. 2 May 2023. <https://port.example/1>",
        "Ann Lee, “The port book” [港の本], Port News, May 2, 2023, https://port.example/1.",
        "Ann Lee, *Minato no hon* 「港の本」 (The port book), Port News, May 2, 2023, https://port.example/1.",
    ],
)
def test_the_english_of_a_title_wherever_it_stands(note: str) -> None:
    (unit,) = units(note)
    assert (text(unit.original), text(unit.english)) == ("港の本", "The port book")


def test_a_citation_in_brackets_is_its_own() -> None:
    found = units(
        f"{JOHNSON} (translated from Ann Lee, 'Ships', *BBC*, June 1 2023 <https://bbc.example/1>)."
    )
    assert [u.edtf for u in found] == ["2023-05-02", "2023-06-01"]


def test_figures_inside_a_title_do_not_part_it() -> None:
    note = "Yuk, “Jeomyuyul 3%p sangseung” 점유율 3%p 상승 (Share up by 3 points), Seoul Daily, May 2, 2023."
    (unit,) = units(note)
    assert (text(unit.original), text(unit.english)) == ("점유율 3%p 상승", "Share up by 3 points")


def test_an_author_behind_the_title_is_read_where_all_stand_there() -> None:
    dated = "4 March 2023, <https://port.example/{}>."
    found = units_of(report_of(
        "*Minato no uta*, 「港の歌」 (The port’s song), Tanabe Ai 田辺愛, Port Weekly, " + dated.format(1),
        "“Two cranes”, Jo Hart and Ann Lee, Port Weekly, " + dated.format(2),
        "“Three cranes”, by Jo Hart, Port Weekly, " + dated.format(3),
        "“Four cranes”, Harbour Review, Osaka, " + dated.format(4),
    ))  # fmt: skip
    authors = [(text(unit.author), text(unit.author_in_script), text(unit.outlet)) for unit in found]
    assert authors == [
        ("Tanabe Ai", "田辺愛", "Port Weekly"), ("Jo Hart and Ann Lee", None, "Port Weekly"),
        ("Jo Hart", None, "Port Weekly"), (None, None, "Harbour Review, Osaka"),
    ]  # fmt: skip


def test_an_outlet_and_its_city_are_no_author_where_authors_stand_before() -> None:
    (_, unit) = units_of(report_of(JOHNSON, "“Four cranes”, Korea Herald, Seoul, May 2, 2023."))
    assert (text(unit.author), text(unit.outlet)) == (None, "Korea Herald, Seoul")


def test_pieces_know_their_place_in_the_report() -> None:
    reading = report_of(JOHNSON, JOHNSON.replace("port.example", "sea.example"))
    for unit in units_of(reading):
        for piece in (unit.author, unit.english, unit.outlet, unit.date):
            assert piece is not None
            assert reading.text[slice(*piece.span)] == piece.text


@settings(deadline=None)
@given(st.lists(hostile_text, min_size=1, max_size=3))
def test_reads_any_text(notes: list[str]) -> None:
    reading = read_report("\n".join(f"[{n}] See {note}" for n, note in enumerate(notes, 1)), "any")
    for unit in units_of(reading):
        assert 0 <= unit.start < unit.end <= len(unit.wording.text)

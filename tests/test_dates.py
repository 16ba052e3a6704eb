"""Dates: every printed form to EDTF, and nothing that is not printed."""

import pytest
from hypothesis import given, settings
from tests.extraction_truth import LARGE, hostile_text, seconds

from srcxlate.dates import find_dates


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("2023年5月17日", "2023-05-17"),
        ("2023 年 5 月", "2023-05"),
        ("2019年", "2019"),
        ("2023년 5월 17일", "2023-05-17"),
        ("2023년", "2023"),
        ("令和5年5月17日", "2023-05-17"),
        ("令和元年6月", "2019-06"),
        ("平成31年4月1日", "2019-04-01"),
        ("昭和三年", "1928"),
        ("昭和六十四年一月七日", "1989-01-07"),
        ("明治45年", "1912"),
        ("民國九十三年四月二十一日", "2004-04-21"),
        ("民國110年", "2021"),
        ("단기 4356년", "2023"),
        ("二〇二三年五月", "2023-05"),
        ("17 May 2023", "2023-05-17"),
        ("17th of May 2023", "2023-05-17"),
        ("May 17, 2023", "2023-05-17"),
        ("May 17 2023", "2023-05-17"),
        ("Sept. 2021", "2021-09"),
        ("October 1956", "1956-10"),
        ("May 3–5, 2020", "2020-05-03"),
        ("2023.5.17", "2023-05-17"),
        ("2023. 5. 17.", "2023-05-17"),
        ("2023-05-17", "2023-05-17"),
        ("2023/5/17", "2023-05-17"),
        ("2023.05", "2023-05"),
        ("17.05.2023", "2023-05-17"),
        ("3. 5. 2023", "2023-05-03"),
        ("04.03.2022", "2022-03-04"),
        ("17/05/2023", "2023-05-17"),
        ("no. 4/2021", "2021"),
        ("２０２３年５月", "2023-05"),
        ("May 16", "XXXX-05-16"),
        ("16 May", "XXXX-05-16"),
        ("(1988)", "1988"),
        ("Spring 2011", "2011"),
        ("MAY 2023", "2023-05"),
        ("ſeptember 2023", "2023-09"),
    ],
)
def test_printed_dates(printed, edtf):
    assert [date.edtf for date in find_dates(f"Kim, {printed}, p. 3.")] == [edtf]


@pytest.mark.parametrize(
    "printed", ["12–14", "3301", "20230517", "令和500年", "May", "1.7", "0年", "no. 45", "第3号", "五月"]
)
def test_what_is_no_date(printed):
    assert list(find_dates(printed)) == []


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("February 30, 2023", "2023"),
        ("2023年13月", "2023"),
        ("2023.13.45", None),
        ("31 April 2023", "2023-04"),
    ],
)
def test_an_impossible_day_is_none(printed, edtf):
    assert [date.edtf for date in find_dates(printed)] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("printed", "accessed"),
    [
        ("accessed 17 May 2023", True),
        ("(retrieved on May 17, 2023)", True),
        ("2023年5月17日閲覧", True),
        ("最終閲覧2023年5月17日", True),
        ("2023년 5월 17일 검색", True),
        ("17 May 2023", False),
        ("updated 17 May 2023", False),
    ],
)
def test_the_day_of_access_is_no_date_of_publication(printed, accessed):
    assert [date.accessed for date in find_dates(printed)] == [accessed]


def test_dates_come_in_order_and_know_their_places():
    text = "Asahi, 3 May 2021, and 2019年, accessed 4 May 2022."
    assert [(d.edtf, text[d.start : d.end]) for d in find_dates(text)] == [
        ("2021-05-03", "3 May 2021"), ("2019", "2019年"), ("2022-05-04", "4 May 2022"),
    ]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(hostile_text)
def test_any_text_is_read(text):
    end = 0
    for date in find_dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
        year = date.edtf.split("-")[0]
        assert year == "XXXX" or 1 <= int(year) <= 2199


@pytest.mark.parametrize(
    "unit", ["12", "2023", "2023年", "May 5, ", "May", "令和", "1.", " ", "民國九", "accessed ", "2023.5."]
)
def test_time_is_linear(unit):
    text = (unit * LARGE)[:LARGE]
    assert seconds(lambda: list(find_dates(text))) < 2

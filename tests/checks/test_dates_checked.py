"""Printed dates against the dates inside addresses."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checks.reports import found_by, told

from srcxlate.checks.address_dates import find_address_dates
from srcxlate.checks.dates_checked import check_dates


@pytest.mark.parametrize(
    ("address", "way", "expected"),
    [
        ("https://a.example/2023/05/16/asia/x.html", "day", date(2023, 5, 16)),
        ("https://a.example/news/2023/6/7/x", "day", date(2023, 6, 7)),
        ("https://a.example/html/20230220/k1001.html", "day", date(2023, 2, 20)),
        ("https://a.example/talks-2023-08-31/", "day", date(2023, 8, 31)),
        ("https://a.example/statement/202409/06kaiken.html", "day", date(2024, 9, 6)),
        ("https://a.example/press/2023/0525_002.html", "day", date(2023, 5, 25)),
        ("https://a.example/news/2023/c230301eng.html", "day", date(2023, 3, 1)),
        ("https://a.example/disp_24mar23_e.htm", "day", date(2023, 3, 24)),
        ("https://a.example/news/24072023/ships/", "short", date(2023, 7, 24)),
        ("https://a.example/view/AKR20221215091200051", "within", date(2022, 12, 15)),
        ("https://a.example/ssqs/011214ssqs.html", "short", date(2001, 12, 14)),
        (
            "https://web.archive.org/web/20240103110245/https://a.example/2023/12/20/x",
            "day",
            date(2023, 12, 20),
        ),
    ],
)
def test_reads_the_day_in_an_address(address: str, way: str, expected: date) -> None:
    (found,) = find_address_dates(address, 2025)
    assert (found.way, found.date) == (way, expected)


def test_eight_figures_with_the_day_first_must_be_borne_out() -> None:
    note = "Anton Brezina, 3 April 2023, “A Kilogram”, Danube Letters, https://a.example/archive/20041987/gallium"
    assert told(check_dates, note, "Ibid.") == []


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/article/south-korea-2451347b173896fd04ea633d7fe3986e",
        "https://a.example/content/9e72a96f-5d92-460f-a154-0715c343e7c9",
        "https://a.example/article/DGXZQOCD042GB0U3A900C2000000/",
        "https://a.example/view.do?seq=320787",
        "https://a.example/gallery.es?mid=a20301000000",
        "https://a.example/articles/14725922",
        "https://a.example/20991231/x",
        "https://[broken",
    ],
)
def test_an_identifier_is_no_date(address: str) -> None:
    assert find_address_dates(address, 2025) == []


@settings(deadline=None)
@given(st.text(max_size=80))
def test_reads_any_address(tail: str) -> None:
    for found in find_address_dates("https://a.example/" + tail, 2025):
        assert 1 <= found.month <= 12
        assert found.year <= 2025


def cited(printed: str, path: str, host: str = "a.example") -> str:
    return f"Ann Lee, “A Long Day at Sea”, Port Weekly, {printed}, https://{host}/{path}."


@pytest.mark.parametrize(
    ("printed", "path", "expected"),
    [
        ("May 16, 2023", "2023/05/16/x", []),
        ("May 17, 2023", "2023/05/16/x", ["info"]),
        ("May 19, 2023", "2023/05/16/x", ["warning"]),
        ("June 16, 2023", "2023/05/16/x", ["error"]),
        ("May 16, 2024", "2023/05/16/x", ["error"]),
        ("June 1, 2023", "2023/05/31/x", ["info"]),
        ("May 2023", "2023/05/16/x", []),
        ("May 2023", "2023/07/16/x", ["error"]),
        ("May 16, 2023", "2023/05/x", []),
        ("May 16, 2023", "2023/07/x", ["error"]),
        ("May 16, 2023", "wp-content/uploads/2023/07/x.pdf", ["warning"]),
        ("no. 7 (May 2023)", "2023/07/x", []),
        ("updated May 16, 2023", "2022/01/02/x", []),
        ("2023", "2023/05/16/x", []),
    ],
)
def test_sets_the_printed_date_against_the_address(printed: str, path: str, expected: list[str]) -> None:
    assert [severity for _, severity in told(check_dates, cited(printed, path), "Ibid.")] == expected


def test_the_message_gives_both_dates() -> None:
    (finding,) = found_by(check_dates, cited("June 16, 2023", "2023/05/16/x"), "Ibid.")
    assert finding.printed == "June 16, 2023"
    assert "June 16, 2023" in finding.message
    assert "May 16, 2023" in finding.message


def test_six_figures_need_another_page_of_the_site() -> None:
    wrong, right = cited("September 12, 2003", "030314a.html"), cited("December 14, 2001", "011214a.html")
    assert told(check_dates, wrong, "Ibid.") == []
    assert told(check_dates, wrong, right) == [(1, "error")]


def test_a_site_whose_months_disagree_is_not_trusted() -> None:
    notes = [cited(f"July {day}, 2023", f"2023/0{month}/12{day}") for day, month in ((6, 9), (7, 8), (8, 7))]
    assert told(check_dates, *notes) == [(1, "info"), (2, "info")]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (cited("May 16", "2023/05/16/x"), ["warning"]),
        ("Ann Lee, “A Long Day at Sea”, Port Weekly, https://a.example/2023/05/16/x.", ["warning"]),
        ("Ann Lee, “A Long Day at Sea”, Sea Papers 22, https://b.example/22.", ["warning"]),
        ("Port Office, “Rules of the Quay”, accessed May 1, 2023, https://b.example/rules.", []),
        (
            "Ann Lee, “A Long Day at Sea”, Port Weekly, accessed May 1, 2023, https://a.example/1.",
            ["warning"],
        ),
        ("Ann Lee, “A Long Day at Sea”, Sea Papers 22.", []),
    ],
)
def test_tells_of_a_missing_date(note: str, expected: list[str]) -> None:
    found = found_by(check_dates, cited("May 2, 2023", "2"), note)
    assert [finding.severity for finding in found if finding.kind == "date-missing"] == expected

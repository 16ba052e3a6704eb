"""Addresses that are broken or lead elsewhere than they say."""

import pytest
from hypothesis import given, settings
from tests.checks.reports import found_by, told
from tests.extraction_truth import hostile_text

from srcxlate.checks.links import check_links
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report

LEAD = "Ann Lee, “A Long Day at Sea”, Port Weekly, May 2, 2023, "


@pytest.mark.parametrize(
    "address",
    [
        "https:///port.example/a",
        "http//port.example/a",
        "htps://port.example/a",
        "https://https://port.example/a",
        "https://port.example/ahttps://port.example/b",
        "<https://port.example/a><https://sea.example/b>",
        "<https://port.example/a><https://port.example/a>",
        "https://port.example/a|b.html",
        "https://www.po rt.example/read/4",
        "https://port.example/news/ article/123.html",
        "https://port.example/read/DGX12A1B0 S4A110C200/",
        "<<https://www.port>>",
        "<.",
        "[https://port.example/a](https://port.example/b)",
        "https://port.example/https://port.example/a",
        "https://www.port.example/www.port.example/a/b",
        "https://port.example/a/b</a>",
        "https://port.example//2023/a",
        "https://port.example:/2023/a",
        "https://port.example./2023/a",
        "https：//port.example/2023/a",
        "hhttps://port.example/2023/a",
        "https://port.example/2023/“a”",
        'https://port.example/2023/"a"',
        "https://port.example/2023/a]",
        "https://port.example/2023 /04/a",
        "https://port.example/2023/a, https://port.example/2023/a",
    ],
)
def test_a_broken_address(address: str) -> None:
    assert told(check_links, LEAD + address, "Ibid.") == [(1, "error")]


@pytest.mark.parametrize(
    "address",
    [
        "https://port.example/a_(b)",
        "<<https://port.example/a>>",
        "[https://port.example/a](https://www.port.example/a/)",
        "[port.example/a](https://port.example/a)",
        "[Port Weekly](https://port.example/a)",
        r"[https://port.example/\$FILE/a.pdf](https://port.example/$FILE/a.pdf)",
        "https://web.archive.org/web/20240103110245/https://port.example/a",
        "https://port.example/login?next=https://port.example/a",
        "https://archive.example/2020/https://port.example/a",
        "https://port.example/people/port.example-staff",
        "https://port.example/%E7%95%AA%E5%8F%B7",
        "https://port.example/港湾/統計",
        "https://port.example/a, https://sea.example/b",
        "http://192.0.2.7:8080/a",
        "https://port.example/a and so on",
    ],
)
def test_a_sound_address(address: str) -> None:
    assert told(check_links, LEAD + address, "Ibid.") == []


def test_a_space_at_the_end_of_a_line_is_no_space() -> None:
    assert told(check_links, LEAD + "https://www.port.example/news/\nArticle/123.html.", "Ibid.") == []


def test_the_end_of_a_page_cuts_an_address_in_two() -> None:
    note = LEAD + "<<https://www>>. [port.example/a-b/](https://www.port.example/a-b/)>."
    assert told(check_links, note, "Ibid.") == [(1, "info")]


def test_letters_of_a_romanised_word() -> None:
    (finding,) = found_by(check_links, LEAD + "https://port.example/hoshō/a.pdf", "Ibid.")
    assert finding.severity == "warning"
    assert "it may be o" in finding.message


PAGE = "https://port.example/ships/old-cranes"


@pytest.mark.parametrize(
    ("copy", "severity"),
    [
        ("https://web.archive.org/web/20210714093012/https://port.example/ships/new-cranes", "error"),
        ("https://web.archive.org/web/2021*/https://port.example/ships/new-cranes", "error"),
        ("https://web.archive.org/web/20210714093012id_/http://port.example/ferries", "error"),
        ("https://web.archive.org/web/20210714/https://other.example/ships/old-cranes", "error"),
        ("https://archive.ph/2021.07.14-093012/https://port.example/ships/new-cranes", "error"),
        ("https://archive.is/20210714093012/https://port.example/ships/new-cranes", "error"),
        ("https://arquivo.pt/wayback/20210714093012/https://port.example/ships/new-cranes", "error"),
        ("https://web.archive.org/web/20210714093012/https://port.example/ships/old-cranes", None),
        ("https://web.archive.org/web/20210714093012/http://www.port.example/ships/old-cranes/", None),
        ("https://web.archive.org/web/20210714093012if_/port.example/ships/old-cranes", None),
        ("https://archive.ph/AbCd1", None),
        ("https://archive.today/20210714093012/https://port.example/ships/old-cranes", None),
    ],
)
def test_an_archived_copy_is_of_the_page_beside_it(copy: str, severity: str | None) -> None:
    note = f"Ann Lee, “Old cranes”, Port Weekly, May 2, 2021, <{PAGE}>, archived at <{copy}>."
    assert told(check_links, note) == ([] if severity is None else [(1, severity)])


def test_tells_where_a_stray_address_belongs() -> None:
    stray = LEAD + "<https://port.example/a><https://sea.example/b>."
    (finding,) = found_by(check_links, stray, "Jo, “Sea”, May 2, 2023, https://sea.example/b.")
    assert finding.others == ((1, 2),)


def test_one_work_whose_address_is_misprinted_once() -> None:
    sound = "Jo, “Sea”, May 2, 2023, https://sea.example/read.do?no=24&id=KL_report_01."
    misprinted = sound.replace("KL_", "KI_")
    (finding,) = found_by(check_links, sound, "Ibid. 3.", misprinted, sound)
    assert (finding.place, finding.severity) == ((1, 3), "warning")
    assert finding.others == ((1, 1), (1, 4))
    numbered = sound.replace("no=24", "no=25")
    assert told(check_links, sound, numbered) == []


@settings(deadline=None)
@given(hostile_text)
def test_reads_any_text(text: str) -> None:
    reading = read_report(f"[1] {text}\n[2] See https://a.example/{text}", "any")
    for finding in check_links(reading, make_glossary([])):
        assert finding.span[0] <= finding.span[1]


@pytest.mark.parametrize(
    "host",
    ["wwwportweekly.example", "www-portweekly.example", "ww.portweekly.example", "wwww.portweekly.example",
     "www.portweekly.exmaple", "www.portwekly.example", "http.portweekly.example"],
)  # fmt: skip
def test_a_host_that_is_misspelled(host: str) -> None:
    notes = [f"{LEAD}https://www.portweekly.example/{page}" for page in ("tide", "crane")]
    found = told(check_links, *notes, f"{LEAD}https://{host}/harbour")
    assert found == [(3, "error")]


@pytest.mark.parametrize("host", ["m.portweekly.example", "en.portweekly.example", "portweekly.example"])
def test_another_host_of_an_outlet(host: str) -> None:
    notes = [f"{LEAD}https://www.portweekly.example/{page}" for page in ("tide", "crane")]
    assert told(check_links, *notes, f"{LEAD}https://{host}/harbour") == []


def test_a_note_that_is_an_address_alone() -> None:
    notes = [f"{LEAD}https://www.portweekly.example/{page}" for page in ("tide", "crane")]
    assert told(check_links, *notes, "<https://www.portweekly.example/harbour>.") == [(3, "error")]

"""Addresses: in whatever brackets they stand, and which two are one page."""

import pytest
from hypothesis import given, settings
from tests.extraction_truth import LARGE, hostile_text, seconds

from srcxlate.addresses import find_addresses, same_page


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("see https://a.org/x.", "https://a.org/x"),
        ("(https://a.org/x)", "https://a.org/x"),
        ("https://a.org/x_(y).", "https://a.org/x_(y)"),
        ("<https://a.org/x>", "https://a.org/x"),
        ("<<https://a.org/x>>", "https://a.org/x"),
        ("<https://a.org/x y>", "https://a.org/xy"),
        ("[text](https://a.org/x)", "https://a.org/x"),
        ("[text](https://a.org/x_(y))", "https://a.org/x_(y)"),
        ("[text](<https://a.org/x>)", "https://a.org/x"),
        ("https://a.org/x。", "https://a.org/x"),
        ("https://a.org/x、2頁", "https://a.org/x"),
        ("（https://a.org/x）", "https://a.org/x"),
        ("「https://a.org/x」", "https://a.org/x"),
        ("https://a.org/%E4%B8%AD%E5%9B%BD?q=1", "https://a.org/%E4%B8%AD%E5%9B%BD?q=1"),
        ("https://a.org/中国", "https://a.org/中国"),
        ("https://a.org/?a=1&amp;b=2", "https://a.org/?a=1&b=2"),
        (r"https://a.org/x\_y", "https://a.org/x_y"),
        ("www.a.org/x", "http://www.a.org/x"),
        ("doi: 10.1000/182.", "https://doi.org/10.1000/182"),
        ("<doi:10.1000/182>", "https://doi.org/10.1000/182"),
        ("“https://a.org/x”", "https://a.org/x"),
        ("*https://a.org/x*", "https://a.org/x"),
        ("https://a.org/x!?", "https://a.org/x"),
        ("HTTPS://A.org/x", "HTTPS://A.org/x"),
    ],
)
def test_printed_addresses(printed, target):
    (address,) = find_addresses(printed)
    assert address.target == target


@pytest.mark.parametrize(
    "printed", ["", "a.org/x", "http://", "[text](note 3)", "<b>", "10.1000/182", "doi", "https:// a.org"]
)
def test_what_is_no_address(printed):
    assert find_addresses(printed) == []


def test_an_address_cut_by_a_page_is_the_later_one():
    assert [a.target for a in find_addresses("<https://www>.<https://www.a.org/x>")] == [
        "https://www.a.org/x"
    ]


def test_the_words_of_a_link_are_known():
    text = "see [造船の危機](https://a.org/x), 3"
    (address,) = find_addresses(text)
    assert address.label is not None
    assert text[slice(*address.label)] == "造船の危機"
    assert text[address.start : address.end] == "[造船の危機](https://a.org/x)"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.org/x/", "http://a.org/x"),
        ("https://a.org/x#top", "https://A.org/x"),
        ("https://a.org/x?utm_source=y", "https://a.org/x"),
        ("https://a.org/%E4%B8%AD", "https://a.org/中"),
        ("https://a.org/x?b=2&a=1", "https://a.org/x?a=1&b=2"),
        ("https://web.archive.org/web/20230517000000/https://a.org/x", "https://a.org/x"),
    ],
)
def test_two_addresses_of_one_page(one, other):
    assert same_page(one) == same_page(other) is not None


@pytest.mark.parametrize(
    "url",
    [
        "https://a.org",
        "https://a.org/",
        "https://a.org/news/",
        "https://a.org/index.html",
        "http://[",
        "http://[::1",
        "",
        "x",
    ],
)
def test_an_address_that_names_no_work(url):
    assert same_page(url) is None


def test_a_query_names_a_work():
    assert same_page("https://a.org/list?id=3") == "a.org/list?id=3"


@settings(max_examples=300, deadline=None)
@given(hostile_text)
def test_any_text_is_read(text):
    end = 0
    for address in find_addresses(text):
        assert end <= address.start < address.end <= len(text)
        end = address.end
        same_page(address.target)
    same_page(text)


@pytest.mark.parametrize(
    "unit",
    [
        "https://a.b/",
        "https://a.b/ ",
        "http",
        "[",
        "[x](",
        "[x](http://a",
        "<http://a ",
        "(",
        ")",
        "doi ",
        "doi: 10.1000/1 ",
        "<",
        " ",
    ],
)
@pytest.mark.parametrize("head", ["", "[x](", "https://a.b/", "<http://a", "doi"])
def test_time_is_linear(unit, head):
    text = head + (unit * LARGE)[:LARGE]
    assert seconds(lambda: find_addresses(text)) < 2

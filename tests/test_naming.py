"""Tests of naming: titles that compare, and ids made of author, year and words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.naming import comparable, make_id
from srcxlate.sources import Source

FACTS: dict[str, str | None] = {
    "title": "造船の危機",
    "romanised": "Zōsen no kiki",
    "author": "Hiroshi Tanaka",
    "publisher": "Kaiun",
    "date": "2023-05-17",
}


def test_comparable_drops_marks_widths_and_case() -> None:
    assert comparable("「ＡＩ」と　造船――その１") == comparable("aiと造船 その1")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Masahiko Hosokawa", "hosokawa"),
        ("Hideo Ōhashi", "ohashi"),
        ("Hosokawa, Masahiko", "hosokawa"),
        ("HOSOKAWA Masahiko", "hosokawa"),
        ("J. R. Smith", "smith"),
        ("Kim Min-ji", "kim"),
        ("Min-ji Kim", "kim"),
        ("Kang Gueyeol", "kang"),
        ("Mina Kim", "kim"),
        ("Zhang Jing", "zhang"),
        ("Jing Zhang", "zhang"),
        ("Chi Hung Kwan", "kwan"),
        ("Yu Hanazono", "hanazono"),
        ("Lee Chi-hoon and Kim Ki-bong", "lee"),
        ("Kyouji Fukao and Yuan Tangjun", "fukao"),
        ("Kim Min-ji, Lee Su-jin et al.", "kim"),
        ("Tanaka & Sato", "tanaka"),
        ("田中一郎（Tanaka Ichirō）", "tanaka"),
        ("Ichirō Tanaka (田中一郎)", "tanaka"),
        ("김민지 (Kim Min-ji)", "kim"),
        ("ＮＨＫ", "nhk"),
        ("Cabinet Office of Japan", "cabinet-office"),
        ("Sankei Shimbun", "sankei-shimbun"),
        ("Ministry of Economy, Trade and Industry of Japan", "meti"),
        ("National Assembly Budget Office of the Republic of Korea", "nabo"),
        ("O’Brien", "obrien"),
    ],
)
def test_names_in_ids(author: str, name: str) -> None:
    assert make_id(FACTS | {"author": author}, ()) == f"{name}-2023-zosen-no-kiki"


@pytest.mark.parametrize(
    ("facts", "identifier"),
    [
        ({"author": "田中一郎"}, "kaiun-2023-zosen-no-kiki"),
        ({"author": None}, "kaiun-2023-zosen-no-kiki"),
        ({"author": None, "publisher": None}, "2023-zosen-no-kiki"),
        ({"author": None, "publisher": None, "date": None}, "zosen-no-kiki"),
        ({"date": "XXXX-05-17"}, "tanaka-zosen-no-kiki"),
        ({"romanised": "Nihon kigyō wo yusaburu"}, "tanaka-2023-nihon-kigyo-wo"),
        ({"romanised": "[Bundan] to ‘nisejōhō’"}, "tanaka-2023-bundan-to-nisejoho"),
        ({"romanised": None}, "tanaka-2023-6f1792a5"),
        ({"romanised": "造船"}, "tanaka-2023-6f1792a5"),
        ({"romanised": "x" * 200}, f"tanaka-2023-{'x' * 58}"),
    ],
)
def test_ids_are_made_of_author_year_and_words(facts: dict[str, str | None], identifier: str) -> None:
    assert make_id(FACTS | facts, ()) == identifier


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from([None, "2023"]))
@settings(max_examples=300, deadline=None)
def test_any_names_make_an_id(author: str, romanised: str, date: str | None) -> None:
    facts = {"title": "造船", "author": author, "romanised": romanised, "date": date}
    taken: list[str] = []
    for _ in range(3):
        taken.append(make_id(facts, taken))
        assert Source(id=taken[-1], language="ja", title="造船").id == taken[-1]
    assert len(set(taken)) == 3

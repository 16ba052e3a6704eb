"""Places: how English names them, and how sure a sign of an original is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.checks import places
from srcxlate.checks.surnames import SPELLINGS, hangul_of


@pytest.mark.parametrize(
    ("english", "names"),
    [
        ("China and the United States", ["the PRC", "the US"]),
        ("North Korea’s talks in Busan", ["North Korea", "Busan"]),
        ("Beijing told South Korea", ["Beijing", "South Korea"]),
        ("New York and the Kremlin", ["New York", "Moscow"]),
        ("the East China Sea, 300 million Taiwan dollars", []),
    ],
)
def test_places_of_english(english, names):
    assert [place.name for place in places.find_english(english)] == names


@pytest.mark.parametrize(
    ("original", "language", "named", "meant"),
    [
        ("中国の輸出", "ja", {"the PRC"}, {"the PRC"}),
        ("日中関係", "ja", set(), {"the PRC", "Japan"}),
        ("日, 韓과 협의", "ko", {"Japan", "South Korea"}, set()),
        ("대중 수출", "ko", set(), {"the PRC"}),
        ("中国電力の決算", "ja", set(), set()),
        ("釜山と上海", "ja", {"Busan", "Shanghai"}, {"Busan", "Shanghai"}),
        ("インドネシアの港", "ja", {"Indonesia"}, {"Indonesia"}),
    ],
)
def test_places_of_an_original(original, language, named, meant):
    assert {place.name for place in places.named(original, language)} == named
    assert {place.name for place in places.find(original)} == meant


@pytest.mark.parametrize(
    ("name", "original", "language", "hinted"),
    [
        ("the PRC", "中方の発表", "ja", True),
        ("Beijing", "中国の発表", "ja", True),
        ("Japan", "国内市場", "ja", True),
        ("the US", "トランプ氏の発言", "ja", True),
        ("the PRC", "ソウルの春", "ja", False),
        ("Osaka", "東京の春", "ja", False),
    ],
)
def test_what_hints_at_a_place(name, original, language, hinted):
    assert places.hinted(original, name, language) is hinted


def test_a_seat_of_government_stands_for_its_country():
    assert places.same_as("Beijing", {"the PRC"})
    assert places.same_as("Japan", {"Tokyo"})
    assert not places.same_as("Osaka", {"Japan"})
    assert places.may_mean("Tokyo's reply", "Japan")
    assert places.named_in("Tokyo's reply", "Japan") is None


@given(
    st.text("中韓日米国東京北 ,、과의대중한일US Korea", max_size=20),
    st.sampled_from(["ja", "ko", "zh", "und"]),
)
def test_what_is_found_is_hinted(original, language):
    for place in (*places.named(original, language), *places.find(original)):
        assert 0 <= place.span[0] < place.span[1] <= len(original)
        assert places.hinted(original, place.name, language)


def test_family_names():
    assert [hangul_of(word) for word in ("Park", "rhee", "Smith")] == ["박", "이", None]
    assert all(hangul_of(word) for spellings in SPELLINGS.values() for word in spellings.split())

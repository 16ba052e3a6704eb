"""Plurals of what terms are called in English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.glossary.inflection import stem
from srcxlate.glossary.plurals import is_plural, plural


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("chip", "chips"),
        ("supply chain", "supply chains"),
        ("policy", "policies"),
        ("key", "keys"),
        ("tax", "taxes"),
        ("business", "businesses"),
        ("meeting", "meetings"),
        ("mechanism", "mechanisms"),
        ("branch", "branches"),
        ("crisis", "crises"),
        ("woman", "women"),
        ("comfort woman", "comfort women"),
        ("member of parliament", "members of parliament"),
        ("right to know", "rights to know"),
        ("start-up", "start-ups"),
    ],
)
def test_plural(one, many):
    assert (plural(one), plural(many)) == (many, many)
    assert (is_plural(one), is_plural(many)) == (False, " of " not in one and " to " not in one)


@pytest.mark.parametrize(
    "same",
    ["the PRC", "TSMC", "Samsung Electronics", "equipment", "economic security", "aircraft", "shipbuilding",
     "economics", "F-35", "G7", "5G", "the Ministry of Defence", "", "-", "artificial intelligence"],
)  # fmt: skip
def test_what_has_none(same):
    assert plural(same) == same


@given(st.text(max_size=30))
def test_any_text_is_taken(english):
    assert plural(plural(english)) == plural(english)
    assert stem(plural(english)) == stem(english)

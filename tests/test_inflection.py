"""Tests of inflection: whether English kept a term, however it is inflected and spelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.engines import Term
from srcxlate.glossary.inflection import kept, stem


@pytest.mark.parametrize(
    ("english", "draft"),
    [
        ("supply chain", "Supply chains are long."),
        ("supply chain", "a supply-chain problem"),
        ("supply chain", "The SUPPLY  CHAIN"),
        ("alliance", "alliances"),
        ("vehicles", "vehicle"),
        ("policy", "policies"),
        ("subsidies", "a subsidy"),
        ("process", "processes"),
        ("database", "databases"),
        ("tax", "taxes"),
        ("size", "sizes"),
        ("crisis", "crises"),
        ("gas", "gases"),
        ("comfort women", "comfort woman"),
        ("the PRC", "PRC's exports"),
        ("the PRC", "the PRC’s"),
        ("PRC", "(the PRC)"),
        ("United States", "the United States’ exports"),
        ("people’s war", "a people's war"),
        ("start-up", "startups"),
        ("start-up", "start ups"),
        ("cyber security", "cybersecurity"),
        ("cybersecurity", "cyber-security"),
        ("Ōsaka", "Osaka"),
        ("Osaka", "Ōsaka"),
        ("3 nm", "3nm chips"),
        ("Ministry of Defence", "the Ministry of Defense said"),
        ("Minister of Defence", "ministers of defence"),
        ("World Trade Organization", "World Trade Organisation"),
        ("decarbonisation", "decarbonization"),
        ("labour shortage", "labor shortages"),
        ("research and development", "research & development"),
        ("three-nanometre", "3-nanometer"),
        ("Group of Seven", "the Group of 7"),
        ("semiconductor", "semi-conductors"),
        ("attorney general", "attorneys general"),
        ("programme", "the programs"),
        ("licence", "licenses"),
        ("fuelled", "fueled"),
        ("movie", "movies"),
        ("knife", "knives"),
        ("towards the PRC", "toward the PRC"),
        ("an embargo", "embargoes"),
        ("Ministry of Economy, Trade and Industry", "the Ministry of Economy Trade and Industry said"),
    ],
)
def test_english_that_is_kept(english: str, draft: str) -> None:
    assert kept(Term("x", english), draft)
    assert kept(Term("x", english), english)


@pytest.mark.parametrize(
    ("english", "draft"),
    [
        ("Japan", "Japanese exports"),
        ("the PRC", "China"),
        ("the US", "They use it."),
        ("news agency", "a new agency"),
        ("economics", "economic policy"),
        ("chip", "chipmakers"),
        ("price", "prizes"),
        ("offence", "office"),
        ("metre", "metric"),
        ("program", "programmer"),
        ("filed", "filled"),
        ("R&D", "research and development"),
        ("ship", "shipping"),
        ("supply chain", "chain supply"),
        ("supply chain", "supply of chain"),
        ("export controls", "export"),
        ("5G", "15G"),
        ("term", ""),
        ("the", "the"),
        ("—", "—"),
    ],
)
def test_english_that_is_not_kept(english: str, draft: str) -> None:
    assert not kept(Term("x", english), draft)


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None)
def test_any_draft_keeps_a_term_or_not(english: str, draft: str) -> None:
    assert kept(Term("x", english), draft) in (True, False)
    assert kept(Term("x", english), f"{draft} / {english} / {draft}") == kept(Term("x", english), english)


@pytest.mark.parametrize(
    ("word", "compared"), [("Policies", "policy"), ("PRC's", "prc"), ("The", ""), ("Ōsaka", "osaka")]
)
def test_a_word_as_it_is_compared(word: str, compared: str) -> None:
    assert stem(word) == stem(compared) == compared


def test_a_figure_is_one_word():
    assert not kept(Term("1.3", "1.3"), "it rose by 13.3 percent")
    assert not kept(Term("1.3", "1.3"), "1 and 3")
    assert kept(Term("1.3", "1.3 trillion"), "some 1.3 trillion won")

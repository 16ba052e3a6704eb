"""Terms put into drafts that say them in other words, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.engines import Term
from srcxlate.glossary.inflection import kept
from srcxlate.glossary.repair import repair

PRC = Term("中国", "the PRC", avoid=("China",))
ECONOMY = Term("中国経済", "the PRC economy")


@pytest.mark.parametrize(
    ("draft", "terms", "said", "repaired"),
    [
        ("Exports to China fell.", [PRC], {}, "Exports to the PRC fell."),
        ("China's exports fell.", [PRC], {}, "The PRC's exports fell."),
        ("The Chinese government", [PRC], {}, "The PRC government"),
        ("A Chinese firm and China", [PRC], {}, "A Chinese firm and the PRC"),
        ("A new China emerges", [PRC], {}, "A new PRC emerges"),
        ("The new China policy", [PRC], {}, "The new PRC policy"),
        ("The China policy", [PRC], {}, "The PRC policy"),
        ("Japan and China, China's neighbour", [PRC], {}, "Japan and the PRC, the PRC's neighbour"),
        (
            "China sails the East China Sea",
            [PRC, Term("東シナ海", "the East China Sea")],
            {},
            "The PRC sails the East China Sea",
        ),
        ("The Chinese economy grows", [ECONOMY], {"中国経済": "Chinese economy"}, "The PRC economy grows"),
        ("A Chinese economy", [ECONOMY], {"中国経済": "The Chinese economy"}, "A PRC economy"),
        (
            "An American F-35",
            [Term("米国", "US")],
            {"米国": "American"},
            "A US F-35",
        ),
        (
            "Trade between Japan and China grew",
            [Term("日中", "Japan-PRC")],
            {"日中": "Japan-China"},
            "Trade between Japan and PRC grew",
        ),
        (
            "Japan-South Korea relations improve",
            [Term("한일", "South Korea-Japan")],
            {},
            "South Korea-Japan relations improve",
        ),
        (
            "The Ministry of Economy and Industry said",
            [Term("経済産業省", "the Ministry of Economy, Trade and Industry")],
            {},
            "The Ministry of Economy, Trade and Industry said",
        ),
        ("Nothing of it", [Term("半導体", "semiconductor")], {"半導体": "chip"}, "Nothing of it"),
        ("semiconductors", [Term("半導体", "semiconductor")], {"半導体": "semiconductors"}, "semiconductors"),
    ],
)
def test_repaired(draft, terms, said, repaired):
    assert repair(draft, terms, said) == repaired


WORDS = st.lists(
    st.sampled_from(
        ["China", "China's", "the", "a", "and", "Chinese", "economy", "PRC", "-", ",", "Sea", "x"]
    ),
    max_size=12,
).map(" ".join)


@given(
    WORDS, st.lists(st.sampled_from([PRC, ECONOMY, Term("x", "economy of x", ("Sea",))]), max_size=3), WORDS
)
def test_no_kept_term_is_lost_and_nothing_strange_is_added(draft, terms, said):
    done = repair(draft, terms, {"中国経済": said})
    for term in terms:
        assert kept(term, done) or not kept(term, draft)
    assert set(done.lower()) <= set((draft + "the PRC economy of x's'").lower())
    assert repair(done, terms, {"中国経済": said}) == done


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=10), st.text(max_size=10))
def test_any_text_is_taken(draft, english, avoid, said):
    term = Term("語", english, (avoid,))
    done = repair(draft, [term], {"語": said})
    if kept(term, draft):
        assert done == draft

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


CHIP = Term("半導体", "semiconductor", ("chip",))
CIRCUIT = Term("半導体", "integrated circuit", ("chip",))
ROK = Term("韓国", "the ROK", ("South Korea",))
US = Term("米国", "the US", ("America",))
MINISTRY = Term("経済産業省", "the Ministry of Economy, Trade and Industry")


@pytest.mark.parametrize(
    ("draft", "term", "repaired"),
    [
        # the plural and the possessive that stand there
        ("Chips are scarce", CHIP, "Semiconductors are scarce"),
        ("a chip, these chips", CIRCUIT, "an integrated circuit, these integrated circuits"),
        ("Chips' prices and a chip's", CHIP, "Semiconductors' prices and a semiconductor's"),
        ("The measures' end", Term("政策", "policy", ("measure",)), "The policies' end"),
        ("Deputies met", Term("議員", "member of parliament", ("deputy",)), "Members of parliament met"),
        ("The analyses show", Term("研究", "study", ("analysis",)), "The studies show"),
        ("The analysis shows", Term("研究", "studies", ("analysis",)), "The studies shows"),
        ("Women work", Term("女士", "lady", ("woman",)), "Ladies work"),
        # what has no plural
        ("Tools were sold", Term("設備", "equipment", ("tool",)), "Equipment were sold"),
        ("Foreign investments rose", Term("x", "FDI", ("foreign investment",)), "FDI rose"),
        ("Firms rose", Term("x", "Samsung Electronics", ("firm",)), "Samsung Electronics rose"),
        # articles
        ("a wage", Term("時給", "hourly wage", ("wage",)), "an hourly wage"),
        ("An foreign chip", CIRCUIT, "An foreign integrated circuit"),
        ("an anti-China law and US-China trade", PRC, "an anti-PRC law and US-PRC trade"),
        ("mainland China, China", PRC, "mainland PRC, the PRC"),
        # adjectives take none; people are no country
        ("with Chinese firms", PRC, "with PRC firms"),
        ("Chinese-made cars", PRC, "PRC-made cars"),
        ("A South Korean firm", ROK, "An ROK firm"),
        ("South Koreans protest", ROK, None),
        ("The Chinese are many", PRC, None),
        ("Americans", US, None),
        # capitals
        ("It ended. China rose! China", PRC, "It ended. The PRC rose! The PRC"),
        ('He said: "China rises", and China', PRC, 'He said: "The PRC rises", and the PRC'),
        ("He works for Dr. China", PRC, "He works for Dr. the PRC"),
        ("the Chip War", CHIP, "the Semiconductor War"),
        ("chips/wafers", CHIP, "semiconductors/wafers"),
        ("Electric Cars Sell", Term("x", "electric vehicle", ("electric car",)), "Electric Vehicles Sell"),
        # longer names
        ("The South China Sea", PRC, None),
        ("China Airlines", PRC, None),
        ("the People's Bank of China", PRC, None),
        ("the Republic of China", PRC, None),
        ("the Chinese language", PRC, None),
        ("One China, the one-China principle", PRC, None),
        ("Latin America and South America", US, None),
        ("United States", Term("政府", "government", ("state",)), None),
        ("China Airlines leaves China", PRC, "China Airlines leaves the PRC"),
        ("the President of China", PRC, "the President of the PRC"),
        # other words
        ("Microchips and chipmakers", CHIP, None),
        ("of the government it was", Term("x", "cabinet", ("of the", "it", "was", "and")), None),
        ("Japan and China agree", Term("日中", "Japan-PRC", ("Japan and China",)), "Japan and PRC agree"),
        ("The Ministry of Trade, and the Ministry of Industry", MINISTRY, None),
        ("The Ministry of Economy. Of industry", MINISTRY, None),
    ],
)
def test_it_fits_where_it_is_put(draft, term, repaired):
    """None: nothing is changed."""
    assert repair(draft, [term], {}) == (draft if repaired is None else repaired)


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

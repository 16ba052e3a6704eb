"""Tests of proposals: terms that people correct again and again.

The truth was written by hand before the code: what a translator would want in the glossary after these
corrections, and where a proposal would be a nuisance.
"""

import random
import time
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.glossary import Entry, make_glossary
from srcxlate.proposals import Correction, Proposal, propose

NONE = make_glossary([])


def corrections(language: Any, *rows: tuple[str, str, str]) -> list[Correction]:
    return [Correction(language, *row) for row in rows]


def entry(language: Any, original: str, english: str, **more: Any) -> Entry:
    return Entry(original=original, language=language, english=english, **more)


SEMICONDUCTORS = corrections(
    "ja",
    (
        "半導体の輸出規制が強化",
        "Stronger export controls on semi-conductors",
        "Stronger export controls on semiconductors",
    ),
    (
        "日米、半導体で協力",
        "Japan and the US cooperate on semi-conductors",
        "Japan and the US cooperate on semiconductors",
    ),
    (
        "台湾の半導体工場を誘致",
        "Inviting a Taiwanese semi-conductor plant",
        "Inviting a Taiwanese semiconductor plant",
    ),
)
SECURITY = corrections(
    "ja",
    (
        "経済安全保障推進法の概要",
        "Summary of the Economic Security Law",
        "Summary of the Economic Security Promotion Act",
    ),
    (
        "経済安全保障推進法が成立",
        "Economic Security Law is passed",
        "Economic Security Promotion Act is passed",
    ),
    (
        "企業は経済安全保障推進法にどう備えるか",
        "How firms prepare for the Economic Security Law",
        "How firms prepare for the Economic Security Promotion Act",
    ),
)

PROPOSED = {
    "one word for a hyphenated one": (SEMICONDUCTORS, ("半導体", "semiconductor", ("semi-conductor",), 3)),
    "a name of several words": (
        SECURITY,
        ("経済安全保障推進法", "Economic Security Promotion Act", ("Economic Security Law",), 3),
    ),
    "katakana": (
        corrections(
            "ja",
            ("サプライチェーンの見直し", "Reviewing supply networks", "Reviewing supply chains"),
            (
                "強靱なサプライチェーンに向けて",
                "Towards resilient supply networks",
                "Towards resilient supply chains",
            ),
            (
                "中国依存のサプライチェーン",
                "A supply network that depends on China",
                "A supply chain that depends on China",
            ),
        ),
        ("サプライチェーン", "supply chain", ("supply network",), 3),
    ),
    "several wrong drafts": (
        corrections(
            "ja",
            ("対中投資の減少", "Decline in China investment", "Decline in investment in the PRC"),
            ("経済産業省が発表", "Ministry of Economy announces", "METI announces"),
            ("経済産業省の白書", "White paper of the Ministry of Industry", "White paper of METI"),
            (
                "補助金を巡り経済産業省と協議",
                "Talks with MITI about subsidies",
                "Talks with METI about subsidies",
            ),
        ),
        ("経済産業省", "METI", ("Ministry of Economy", "Ministry of Industry", "MITI"), 3),
    ),
    "a word put in": (
        corrections(
            "ja",
            ("日銀の金融政策", "The Bank of Japan's policy", "The Bank of Japan's monetary policy"),
            ("金融政策の正常化", "Normal policy", "Normal monetary policy"),
            ("米国の金融政策と円安", "US policy and the weak yen", "US monetary policy and the weak yen"),
        ),
        ("金融政策", "monetary policy", ("policy",), 3),
    ),
    "words left out": (
        corrections(
            "ja",
            (
                "尖閣諸島をめぐる対立",
                "Conflict over the disputed Senkaku island chain",
                "Conflict over the Senkaku Islands",
            ),
            (
                "尖閣諸島と日中関係",
                "The Senkaku island chain and Japan-China ties",
                "The Senkaku Islands and Japan-China ties",
            ),
            ("尖閣諸島周辺の海域", "Waters near the Senkaku island chain", "Waters near the Senkaku Islands"),
        ),
        ("尖閣諸島", "Senkaku Islands", ("Senkaku island chain",), 3),
    ),
    "an article that was put in": (
        corrections(
            "ja",
            ("中国経済の減速", "Slowdown of China's economy", "Slowdown of the PRC's economy"),
            ("減速する中国とアジア", "A slowing China and Asia", "A slowing PRC and Asia"),
            ("台頭する中国", "The rise of China", "The rise of the PRC"),
            ("自動車大国、中国へ", "China becomes a car power", "The PRC becomes a car power"),
        ),
        ("中国", "the PRC", ("China",), 4),
    ),
    "Korean, whatever the particle": (
        corrections(
            "ko",
            ("반도체의 수출 전망", "Outlook for chip exports", "Outlook for semiconductor exports"),
            ("정부, 반도체를 지원", "Government supports chips", "Government supports semiconductors"),
            (
                "한국 반도체는 어디로",
                "Where are Korea's chips going",
                "Where are Korea's semiconductors going",
            ),
        ),
        ("반도체", "semiconductor", ("chip",), 3),
    ),
    "a Korean term that ends like a particle": (
        corrections(
            "ko",
            ("한반도의 평화", "Peace on the Korean island", "Peace on the Korean Peninsula"),
            ("한반도 정세", "The situation of the Korean island", "The situation of the Korean Peninsula"),
            ("통일된 한반도를 향해", "Towards a united Korean island", "Towards a united Korean Peninsula"),
        ),
        ("한반도", "Korean Peninsula", ("Korean island",), 3),
    ),
    "two Korean words": (
        corrections(
            "ko",
            ("경제 안보와 기업", "Economy security and firms", "Economic security and firms"),
            ("미국의 경제 안보 정책", "US economy security policy", "US economic security policy"),
            (
                "일본은 경제 안보를 강화",
                "Japan strengthens economy security",
                "Japan strengthens economic security",
            ),
        ),
        ("경제 안보", "economic security", ("economy security",), 3),
    ),
    "Chinese": (
        corrections(
            "zh",
            (
                "中国半导体的未来",
                "The future of China's semi-conductors",
                "The future of China's semiconductors",
            ),
            (
                "韩国半导体出口下滑",
                "South Korea's semi-conductor exports fall",
                "South Korea's semiconductor exports fall",
            ),
            ("美国半导体法案", "The US semi-conductor bill", "The US semiconductor bill"),
        ),
        ("半导体", "semiconductor", ("semi-conductor",), 3),
    ),
    "traditional Chinese": (
        corrections(
            "zh",
            (
                "一帶一路與東南亞",
                "One Belt One Road and Southeast Asia",
                "The Belt and Road Initiative and Southeast Asia",
            ),
            (
                "日本如何看待一帶一路",
                "How Japan sees One Belt One Road",
                "How Japan sees the Belt and Road Initiative",
            ),
            (
                "一帶一路的挑戰",
                "Challenges for One Belt One Road",
                "Challenges for the Belt and Road Initiative",
            ),
        ),
        ("一帶一路", "the Belt and Road Initiative", ("One Belt One Road",), 3),
    ),
}


@pytest.mark.parametrize(("those", "expected"), PROPOSED.values(), ids=PROPOSED)
def test_a_translator_would_want_this_term(those: list[Correction], expected: tuple[Any, ...]) -> None:
    assert propose(those, NONE) == [Proposal(those[0].language, *expected)]


NOTHING = {
    "nothing at all": [],
    "twice is not yet again and again": SEMICONDUCTORS[:2],
    "nothing was changed": [Correction(c.language, c.original, c.english, c.english) for c in SEMICONDUCTORS],
    "one text in three works": [SEMICONDUCTORS[0]] * 3,
    "one text in three spellings": corrections(
        "ja",
        ("「半導体の未来」", "Future of semi-conductors", "Future of semiconductors"),
        ("半導体の未来", "Future of semi-conductors", "Future of semiconductors"),
        ("半導体の　未来", "The future of semi-conductors", "The future of semiconductors"),
    ),
    "words of grammar": corrections(
        "ja",
        ("半導体の輸出", "Exports for semiconductors", "Exports of semiconductors"),
        ("半導体の不足", "Shortage for semiconductors", "Shortage of semiconductors"),
        ("半導体の工場", "Plants for semiconductors", "Plants of semiconductors"),
    ),
    "case and number alone": corrections(
        "ja",
        ("半導体の輸出", "Exports of Semiconductors", "Exports of semiconductor"),
        ("半導体の不足", "Shortage of Semiconductors", "Shortage of semiconductor"),
        ("半導体の工場", "Plants for Semiconductors", "Plants for semiconductor"),
    ),
    "the order of words alone": corrections(
        "ja",
        ("半導体輸出", "Exports of semiconductors", "Semiconductor exports"),
        ("半導体不足", "Shortage of semiconductors", "Semiconductor shortage"),
        ("半導体工場", "Plants of semiconductors", "Semiconductor plants"),
    ),
    "no phrase in common": corrections(
        "ja",
        ("輸出が拡大", "Exports expand", "Exports grow"),
        ("新産業の成長", "Expanding new industries", "Growing new industries"),
        ("影響力を増す", "Influence expands", "Influence grows"),
    ),
    "one character in common": corrections(
        "ja",
        ("独禁法の改正", "Revision of the Antimonopoly Law", "Revision of the Antimonopoly Act"),
        ("外為法とは", "What is the Foreign Exchange Law", "What is the Foreign Exchange Act"),
        ("会社法の解説", "The Company Law explained", "The Company Act explained"),
    ),
    "figures in common": corrections(
        "ja",
        ("2023年の輸出", "Exports of 2023", "Exports in calendar 2023"),
        ("2023年、円安進む", "The yen falls through 2023", "The yen falls through calendar 2023"),
        ("米国と2023年", "The US and 2023", "The US and calendar 2023"),
    ),
    "a particle's phrase in common": corrections(
        "ja",
        ("貿易について", "Upon trade", "Regarding trade"),
        ("外交について", "Upon diplomacy", "Regarding diplomacy"),
        ("防衛について", "Upon defence", "Regarding defence"),
    ),
    "as often left as it was": [
        *SEMICONDUCTORS,
        *corrections(
            "ja",
            ("半導体市場の回復", "Semi-conductor market recovers", "Semi-conductor market recovers"),
            ("車載用半導体", "Semi-conductors for cars", "Semi-conductors for cars"),
        ),
    ],
    "two phrases explain it as well": corrections(
        "ja",
        ("造船と韓国", "Shipping and South Korea", "Shipbuilding and South Korea"),
        ("韓国が誇る造船", "South Korea is proud of shipping", "South Korea is proud of shipbuilding"),
        ("造船に賭ける韓国", "South Korea bets on shipping", "South Korea bets on shipbuilding"),
    ),
    "a rewritten sentence": corrections(
        "ja",
        (
            "半導体の明日",
            "It is a thing of the day after for half conductors now",
            "Tomorrow's semiconductors",
        ),
        (
            "半導体の昨日",
            "Half of all the bodies that lead came from the day before",
            "Semiconductors, yesterday",
        ),
        ("半導体の今日", "What people in that country do with half of a body today", "Semiconductors today"),
    ),
}


@pytest.mark.parametrize("those", NOTHING.values(), ids=NOTHING)
def test_nothing_to_propose(those: list[Correction]) -> None:
    assert propose(those, NONE) == []


# -- the glossary, and what was declined ---------------------------------------------------------------


def test_what_the_glossary_gives_already_is_not_proposed() -> None:
    assert propose(SEMICONDUCTORS, make_glossary([entry("ja", "半導体", "semiconductor")])) == []
    assert (
        propose(
            SECURITY,
            make_glossary([entry("ja", "経済安全保障推進法", "the Economic Security Promotion Act")]),
        )
        == []
    )


def test_an_entry_of_another_language_or_other_english_is_no_reason() -> None:
    other = make_glossary([entry("zh", "半導体", "semiconductor"), entry("ja", "半導体", "chip")])

    assert [p.english for p in propose(SEMICONDUCTORS, other)] == ["semiconductor"]


def test_a_part_that_the_glossary_has_leaves_the_whole_to_propose() -> None:
    glossary = make_glossary([entry("ja", "経済安全保障", "economic security"), entry("ja", "企業", "firm")])

    assert [p.original for p in propose(SECURITY, glossary)] == ["経済安全保障推進法"]


def test_a_form_that_the_glossary_does_not_know_is_proposed() -> None:
    other = [(c.original.replace("半導体", "チップ"), c) for c in SEMICONDUCTORS]
    old = [Correction("ja", original, c.draft, c.english) for original, c in other]
    glossary = make_glossary([entry("ja", "半導体", "semiconductor")])

    assert [p.original for p in propose([*SEMICONDUCTORS, *old], glossary)] == ["チップ"]


def test_what_the_glossary_explains_is_no_rival() -> None:
    two = NOTHING["two phrases explain it as well"]
    glossary = make_glossary([entry("ja", "韓国", "South Korea", scope="house-style")])

    assert [p.original for p in propose(two, glossary)] == ["造船"]


def test_what_was_declined_is_not_proposed_again() -> None:
    assert propose(SEMICONDUCTORS, NONE, [("ja", "半導体", "Semiconductors")]) == []
    assert propose(SEMICONDUCTORS, NONE, [("zh", "半導体", "semiconductor")])
    assert propose(SEMICONDUCTORS, NONE, [("ja", "半導体", "chip")])


# -- several proposals ---------------------------------------------------------------------------------


def test_the_most_frequent_comes_first_and_languages_stay_apart() -> None:
    korean = PROPOSED["Korean, whatever the particle"][0]
    china = PROPOSED["an article that was put in"][0]

    told = [(p.language, p.original, p.count) for p in propose([*korean, *china, *SEMICONDUCTORS], NONE)]
    assert told == [("ja", "中国", 4), ("ja", "半導体", 3), ("ko", "반도체", 3)]


def test_two_changes_in_one_title_are_two_terms() -> None:
    both = corrections(
        "ja",
        ("中国の半導体", "China's semi-conductors", "The PRC's semiconductors"),
        ("半導体を巡る攻防", "The battle for semi-conductors", "The battle for semiconductors"),
        ("半導体不足", "A semi-conductor shortage", "A semiconductor shortage"),
        ("中国の自動車", "China's cars", "The PRC's cars"),
        ("台頭する中国", "China rises", "The PRC rises"),
    )
    assert [(p.original, p.english) for p in propose(both, NONE)] == [
        ("中国", "the PRC"),
        ("半導体", "semiconductor"),
    ]


def test_what_follows_from_a_term_is_not_proposed_beside_it() -> None:
    industry = corrections(
        "ja",
        (
            "半導体産業の復活",
            "Revival of the semi-conductor industry",
            "Revival of the semiconductor industry",
        ),
        ("日本の半導体産業", "Japan's semi-conductor industry", "Japan's semiconductor industry"),
        (
            "半導体産業への補助金",
            "Subsidies for the semi-conductor industry",
            "Subsidies for the semiconductor industry",
        ),
    )
    assert [(p.original, p.english) for p in propose(industry, NONE)] == [
        ("半導体産業", "semiconductor industry")
    ]
    (one,) = propose([*industry, *SEMICONDUCTORS], NONE)
    assert (one.original, one.english, one.count) == ("半導体", "semiconductor", 6)


def test_one_english_may_be_that_of_two_originals() -> None:
    trade = corrections(
        "ja",
        ("供給網の再編", "Reordering supply webs", "Reordering supply chains"),
        ("供給網と中国", "Supply webs and China", "Supply chains and China"),
        ("車の供給網", "The supply web of cars", "The supply chain of cars"),
        ("サプライチェーン強靱化", "Stronger supply nets", "Stronger supply chains"),
        ("米国のサプライチェーン", "US supply nets", "US supply chains"),
        ("サプライチェーンとは", "What is a supply net", "What is a supply chain"),
    )
    assert [(p.original, p.instead) for p in propose(trade, NONE)] == [
        ("サプライチェーン", ("supply net",)),
        ("供給網", ("supply web",)),
    ]


def test_least_is_the_number_of_originals_asked_for() -> None:
    assert [p.count for p in propose(SEMICONDUCTORS[:2], NONE, least=2)] == [2]
    assert propose(SEMICONDUCTORS, NONE, least=4) == []


def test_forms_of_one_character_are_one() -> None:
    half = [
        Correction("ja", c.original.replace("サプライチェーン", "ｻﾌﾟﾗｲﾁｪｰﾝ"), c.draft, c.english)
        for c in PROPOSED["katakana"][0]
    ]

    assert [p.original for p in propose(half, NONE)] == ["サプライチェーン"]


# -- any corrections -----------------------------------------------------------------------------------

ORIGINALS = st.text(st.sampled_from("半導体の中国は経済データ・EV5、。 한국의"), max_size=12)
ENGLISH_WORDS = ["China", "the", "PRC", "semi-conductor", "semiconductors", "of", "’s", ":", "EV"]
ENGLISH = st.lists(st.sampled_from(ENGLISH_WORDS), max_size=6).map(" ".join)


@given(
    st.lists(
        st.builds(Correction, st.sampled_from(["ja", "ko", "zh"]), ORIGINALS, ENGLISH, ENGLISH), max_size=12
    )
)
@settings(max_examples=200, deadline=None)
def test_a_proposal_is_borne_out_by_the_corrections(those: list[Correction]) -> None:
    for proposal in propose(those, NONE, least=2):
        holding = {
            unicodedata.normalize("NFKC", c.original)
            for c in those
            if c.language == proposal.language
            and proposal.original in " ".join(unicodedata.normalize("NFKC", c.original).split())
            and c.draft != c.english
        }
        assert 2 <= proposal.count <= len(holding)
        assert len(proposal.original) >= 2
        assert proposal.english
        assert all(proposal.instead)


def many(number: int) -> list[Correction]:
    """Titles of made-up words round some terms that are corrected each time."""
    chance = random.Random(1)
    characters = [chr(0x4E00 + n) for n in range(0, 20_000, 13)]
    nouns = [("".join(chance.choices(characters, k=3)), f"noun{n}") for n in range(3_000)]
    made = []
    for _ in range(number):
        words = chance.choices(nouns, k=6)
        original = "の".join(word for word, _ in words)
        english = " ".join(word for _, word in words)
        draft = english.replace(words[0][1], "slip") if chance.random() < 0.5 else english
        made.append(Correction("ja", original, draft, english))
    return made


def test_ten_thousand_corrections_take_seconds() -> None:
    those = many(10_000)
    start = time.process_time()
    found = propose(those, NONE)

    assert time.process_time() - start < 10
    assert len(found) > 100

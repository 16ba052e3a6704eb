"""Tests of differences: two texts told apart for a person's eye."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.differences import Piece, compare, marked


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("A title", "A title", "A title"),
        ("", "A title", "{+A title+}"),
        ("A title", "", "[-A title-]"),
        ("China's exports", "the PRC's exports", "[-China-]{+the PRC+}'s exports"),
        (
            "China and the ROK",
            "the PRC and South Korea",
            "[-China-]{+the PRC+} and [-the ROK-]{+South Korea+}",
        ),
        (
            "Economic Security Law",
            "Summary of the Economic Security Promotion Act",
            "{+Summary of the +}Economic Security [-Law-]{+Promotion Act+}",
        ),
        ("semi-conductor exports", "semiconductor exports", "[-semi-conductor-]{+semiconductor+} exports"),
        ("a big red car", "a big, red, new car", "a big{+,+} red{+, new+} car"),
        ("fell 1,200 to 3.5", "fell 1,300 to 3.5", "fell [-1,200-]{+1,300+} to 3.5"),
        ("It doesn't grow", "It didn’t grow", "It [-doesn't-]{+didn’t+} grow"),
        ("President Moon: ‘Hope", "President Yoon: 'Hope", "President [-Moon: ‘-]{+Yoon: '+}Hope"),
    ],
)
def test_english_is_compared_by_words(before: str, after: str, told: str) -> None:
    assert marked(compare(before, after)) == told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("経済安全保障法の概要", "経済安全保障推進法の概要", "経済安全保障{+推進+}法の概要"),
        ("中国の半導体", "中国は半導体", "中国[-の-]{+は+}半導体"),
        ("한국은 반도체를", "한국이 반도체를", "한국[-은-]{+이+} 반도체를"),
        ("韩国出口七连跌", "韩国出口八连跌", "韩国出口[-七-]{+八+}连跌"),
        ("テ\u3099ータ", "テータ", "[-テ\u3099-]{+テ+}ータ"),
        ("EVの普及", "EV車の普及", "EV{+車+}の普及"),
        ("日本FTA戦略", "日本EPA戦略", "日本[-FTA-]{+EPA+}戦略"),
    ],
    ids=[
        "put in",
        "particle",
        "hangul",
        "one of many",
        "marks stay on their kana",
        "Latin beside Han",
        "Latin",
    ],
)
def test_original_script_is_compared_by_characters(before: str, after: str, told: str) -> None:
    assert marked(compare(before, after)) == told


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The state of the economy in Japan", "Reasons for the fall of exports in China"),
        ("경제 안보 전략", "산업 정책 방향"),
        ("中国半导体产业", "韩国汽车出口"),
        ("Prospects of the alliance", "What will become of ties"),
    ],
)
def test_what_has_next_to_nothing_in_common_is_told_whole(before: str, after: str) -> None:
    assert compare(before, after) == (Piece("gone", before), Piece("new", after))


def test_a_text_that_grew_is_not_told_whole() -> None:
    after = "A reintroduction to the Chinese economy for Japanese people who have read about it before"

    assert marked(compare("Chinese economy", after)).count("[-") == 0


def test_a_short_word_between_long_changes_is_no_island() -> None:
    pieces = compare(
        "Overview of investigations concerning the semiconductors of neighbours",
        "Overview of restrictions against the supercomputers of neighbours",
    )
    assert marked(pieces) == (
        "Overview of [-investigations concerning the semiconductors-]"
        "{+restrictions against the supercomputers+} of neighbours"
    )


TEXT = st.text(
    st.sampled_from("The the of PRC's 3,5-中国のデータ\u3099한국은.。!\n\r '’’ab\u0301"), max_size=60
)


@given(TEXT | st.text(max_size=30), TEXT | st.text(max_size=30))
@settings(max_examples=500, deadline=None)
def test_the_pieces_hold_both_texts(before: str, after: str) -> None:
    pieces = compare(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    assert all(piece.text for piece in pieces)
    kinds = [piece.kind for piece in pieces]
    assert not any(one == other for one, other in pairwise(kinds))
    if before == after:
        assert set(kinds) <= {"same"}


SENTENCE = "第{}回の会議で各国は半導体と自動車の輸出規制について話し合い、中国の立場を{}度確かめた。"
PERIODIC = "".join(chr(0x4E00 + n % 150) for n in range(20_000))
LONG = "".join(SENTENCE.format(n, n * 7919 % 1000) for n in range(450))


@pytest.mark.parametrize(
    ("before", "after", "least"),
    [
        (LONG, LONG.replace("中国", "韓国"), 900),
        (LONG, LONG.replace("第300回", "第三百回"), 2),
        (LONG, LONG.replace("第300回", "").replace("第200回の会議で各国は", "各国は会議で"), 2),
        (LONG, LONG[::-1], 2),
        (PERIODIC, PERIODIC[::7] * 7, 2),
        ("中国経済" * 5_000, "中国の経済" * 4_000, 2),
    ],
    ids=["everywhere", "once", "here and there", "nothing", "periodic", "repeated"],
)
def test_a_long_text_is_compared_at_once(before: str, after: str, least: int) -> None:
    start = time.process_time()
    pieces = compare(before, after)
    spent = time.process_time() - start

    assert len(before) > 19_000
    assert sum(piece.kind != "same" for piece in pieces) >= least
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
    assert spent < 1

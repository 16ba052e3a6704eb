"""Sentences: real ones in each language, and that no text is ever changed by splitting it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from srcxlate.segments import LONGEST_BRACKET, Sentence, rejoin, split

SENTENCES = [
    (
        "ja",
        "中国が輸出を規制した。日本は対応を急いでいる。",
        ["中国が輸出を規制した。", "日本は対応を急いでいる。"],
    ),
    ("ja", "「行く。」と言った。次の文。", ["「行く。」と言った。", "次の文。"]),
    ("ja", "「もう遅い。」彼は席を立った。", ["「もう遅い。」", "彼は席を立った。"]),
    (
        "ja",
        "新法（2021年成立。翌年施行。）は重要だ。以上。",
        ["新法（2021年成立。翌年施行。）は重要だ。", "以上。"],
    ),
    ("ja", "そう…だった。成長率は3.5%だ。", ["そう…だった。", "成長率は3.5%だ。"]),
    ("ja", "誰が勝つのか！？ 答えはまだない", ["誰が勝つのか！？ ", "答えはまだない"]),
    ("ja", "見出し\n本文。\r\n\r\n次の段落", ["見出し\n", "本文。\r\n", "\r\n次の段落"]),
    ("ja", "『「終わった。」』そして始まった。", ["『「終わった。」』そして始まった。"]),
    ("ja", "Apple Inc. の発表。続報。", ["Apple Inc. の発表。", "続報。"]),
    ("ko", "수출이 늘었다. 그러나 수입은 줄었다.", ["수출이 늘었다. ", "그러나 수입은 줄었다."]),
    ("ko", "수출이 늘었다.수입은 줄었다.", ["수출이 늘었다.", "수입은 줄었다."]),
    ("ko", "“늦었다.”고 말했다. 끝.", ["“늦었다.”고 말했다. ", "끝."]),
    ("ko", "2024. 5. 3. 발표한 자료이다. 3.5% 늘었다.", ["2024. 5. 3. 발표한 자료이다. ", "3.5% 늘었다."]),
    ("zh", "出口下降了。进口呢？不清楚！", ["出口下降了。", "进口呢？", "不清楚！"]),
    ("zh", "他说：“我不去。”大家都走了。", ["他说：“我不去。”", "大家都走了。"]),
    ("zh", "“是吗？”，他问。是的", ["“是吗？”，他问。", "是的"]),
    ("zh", "是吗?不知道", ["是吗?", "不知道"]),
    ("und", "東京。大阪", ["東京。", "大阪"]),
]

TITLES = [
    ("ja", "「合同」か「休眠」か―瀬戸内の三造船所"),
    ("ja", "中国が技術を…3割減"),
    ("ko", "한·일 관계 개선, 경제협력 'Win-Win'..."),
    ("ko", "[단독] 5대 신성장"),
    ("zh", "六大主要出口市场「八连跌」"),
    ("ja", "どうする？"),
    ("ja", "  前後に空白  "),
]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES)
def test_sentences(language, text, expected):
    assert [sentence.text for sentence in split(text, language)] == expected


@pytest.mark.parametrize(("language", "title"), TITLES)
def test_titles_stay_whole(language, title):
    assert split(title, language) == (Sentence(title, 0),)


def test_an_unclosed_bracket_holds_nothing_together():
    assert len(split("「始まった。続いた。終わった。", "ja")) == 3
    far = "「" + "あ" * LONGEST_BRACKET + "。い。」"
    assert len(split(far, "ja")) == 2


def test_nothing_gives_nothing():
    assert split("", "ja") == ()
    assert [s.text for s in split(" \n\n", "ja")] == [" \n\n"]


WRITTEN = st.text(
    st.one_of(
        st.sampled_from("。．.！？!?…「」『』（）()\"'“”\n\r \u3000あ한中aZ0\u2028\u0085"), st.characters()
    ),
    max_size=80,
)


@given(text=WRITTEN, language=st.sampled_from(["ja", "ko", "zh", "und"]))
@example(text="。\r\n。", language="ja")
@example(text="」）。「", language="ja")
def test_splitting_and_rejoining_are_inverses(text, language):
    sentences = split(text, language)
    assert rejoin(sentences) == text
    at = 0
    for sentence in sentences:
        assert sentence.start == at
        assert sentence.text
        at += len(sentence.text)
    if text.strip():
        assert all(sentence.text.strip() for sentence in sentences)


@given(st.lists(st.sampled_from(["出口下降了。", "进口呢？", "不清楚！", "他走了。\n"]), max_size=12))
def test_whole_sentences_come_apart_as_they_were_joined(sentences):
    assert [s.text for s in split("".join(sentences), "zh")] == sentences


def test_a_long_text_takes_no_longer_than_its_length():
    text = "「（" * 50_000 + "始まった。" * 50_000 + "」）" * 50_000
    assert rejoin(split(text, "ja")) == text

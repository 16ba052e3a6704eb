"""What bounds a claim, in the original languages and in English."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.checks import senses


def told(text: str, language: str) -> list[str]:
    return [sense.told for sense, _ in senses.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("原則として公開", "ja", "'in principle'"),
        ("原則論を批判", "ja", None),
        ("一部の企業", "ja", "'some' or 'in part'"),
        ("수출 회복", "ko", "'exports'"),
        ("首次公开", "zh", "'first'"),
        ("上半年业绩", "zh", "'first half of the year'"),
        ("日本経済新聞", "ja", None),
        ("経済効果", "ja", "that it is about the economy"),
        ("急増", "ja", "'sharply' or 'suddenly'"),
        ("Only a part", "en", None),
    ],
)
def test_what_an_original_says(text, language, expected):
    assert told(text, language) == ([expected] if expected else [])


@pytest.mark.parametrize("sense", senses.SENSES, ids=[sense.told for sense in senses.SENSES])
def test_each_sense_can_be_said(sense):
    assert sense.ja or sense.ko or sense.zh
    plain = next(
        word for word in sense.english.split("|") if len(word) > 2 and word.replace(" ", "").isalpha()
    )
    assert senses.said(sense, plain)
    assert not senses.said(sense, "xyz")


def test_what_is_added():
    assert [sense.told for sense, _ in senses.added("Built next year", "工場の建設", "ja")] == ["'next year'"]
    assert list(senses.added("Built next year", "来年の建設", "ja")) == []


@given(
    st.text("一部原則来年だけ初めて중국수출처음上半年首次only ", max_size=30),
    st.sampled_from(["ja", "ko", "zh", "und"]),
)
def test_what_is_found_stands_in_the_text(text, language):
    for _, (start, end) in senses.find(text, language):
        assert 0 <= start < end <= len(text)

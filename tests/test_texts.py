"""Texts of sources: kept as given, read as sentences under their keys."""

from hashlib import sha256
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.errors import Fault
from srcxlate.texts import add_text, evident_language, keyed, moved, read_texts, sentences


def test_a_text_is_kept_once_and_read_in_order(tmp_path):
    assert add_text(tmp_path, "mori-2021", "造船は不況だ。\r\n受注が減った。", "a.txt")
    assert add_text(tmp_path, "mori-2021", "港は静かだ。", "b.txt")
    assert not add_text(tmp_path, "mori-2021", "造船は不況だ。\n受注が減った。", "a.txt")
    assert read_texts(tmp_path) == {"mori-2021": ("造船は不況だ。\n受注が減った。", "港は静かだ。")}


def test_no_folder_no_texts(tmp_path):
    assert read_texts(tmp_path / "texts") == {}


def test_what_people_keep_beside_texts_is_not_read(tmp_path):
    add_text(tmp_path, "mori-2021", "造船は不況だ。", "a.txt")
    (tmp_path / "mori-2021" / "notes.txt").write_text("mine")
    (tmp_path / "README").write_text("mine")
    assert read_texts(tmp_path) == {"mori-2021": ("造船は不況だ。",)}


def test_ten_texts_stay_in_order(tmp_path):
    given_texts = tuple(f"第{n}報。" for n in range(1, 13))
    for text in given_texts:
        add_text(tmp_path, "mori-2021", text, "-")
    assert read_texts(tmp_path)["mori-2021"] == given_texts


@pytest.mark.parametrize(("text", "told"), [("", "is empty"), (" \n", "is empty"), ("Hello.", "holds no ")])
def test_a_text_without_original_script_is_refused(tmp_path, text, told):
    with pytest.raises(Fault, match=f"a.txt: {told}"):
        add_text(tmp_path, "mori-2021", text, "a.txt")
    assert read_texts(tmp_path) == {}


def test_what_nobody_sees_is_left_out(tmp_path):
    add_text(tmp_path, "mori-2021", "\ufeff造船は\x1b[31m不況\x00だ。\f港は静かだ。", "a.txt")
    assert read_texts(tmp_path) == {"mori-2021": ("造船は[31m不況だ。\n\n港は静かだ。",)}


def test_texts_go_with_their_work(tmp_path):
    for source, text in (("a", "甲は一。"), ("b", "乙は二。"), ("b", "乙は三。"), ("c", "丙は四。")):
        add_text(tmp_path, source, text, "-")
    writes, removals = moved(tmp_path, "a", ["b", "c", "nowhere"])
    assert [path.parent.name for path in writes] == ["a"] * 3
    for path, text in writes.items():
        path.write_text(text)
    for path in removals:
        path.unlink()
    assert read_texts(tmp_path) == {"a": ("甲は一。", "乙は二。", "乙は三。", "丙は四。")}


def test_sentences_are_those_with_original_script():
    text = "第一章\n\n造船は不況だ。受注が減った。\n***\nhttps://example.org/1\n港は静かだ。"
    assert sentences([text], "ja") == ["第一章", "造船は不況だ。", "受注が減った。", "港は静かだ。"]


def test_lines_broken_for_width_are_joined():
    ja = (
        "造船業の不況が長引き、国内の主要な造船所は\n"
        "受注の減少に直面している。政府は来年度の予\n"
        "算で支援を検討する。\n港は静かだ。"
    )
    assert sentences([ja], "ja") == [
        "造船業の不況が長引き、国内の主要な造船所は受注の減少に直面している。",
        "政府は来年度の予算で支援を検討する。",
        "港は静かだ。",
    ]
    ko = (
        "조선업의 불황이 길어지면서 국내 주요 조선소는 수주\n"
        "감소에 직면해 있다. 정부는 내년 예산에서 지원을\n검토한다."
    )
    assert sentences([ko], "ko") == [
        "조선업의 불황이 길어지면서 국내 주요 조선소는 수주 감소에 직면해 있다.",
        "정부는 내년 예산에서 지원을 검토한다.",
    ]


def test_headings_and_lists_stay_lines():
    text = (
        "造船業の不況が長引くなかで政府はどう動くか\n一　背景\n"
        "・受注の減少が長引き国内の造船所は苦しんでいる\n・鋼材の値上がり"
    )
    assert sentences([text], "ja") == [
        "造船業の不況が長引くなかで政府はどう動くか",
        "一　背景",
        "・受注の減少が長引き国内の造船所は苦しんでいる",
        "・鋼材の値上がり",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("政府は造船所を支援するかどうか決めた。", "ja"),
        ("조선업의 불황이 길어지면서 大手 조선소는 수주 감소에 직면해 있다.", "ko"),
        ("政府尚未决定是否支持造船厂，" * 6, "zh"),
        ("日本的「サービス」一词，" + "政府尚未决定是否支持造船厂，" * 6, None),
        ("日本の経済安全保障", "ja"),
        ("経済安全保障推進法", None),
        ("Hello.", None),
        ("", None),
    ],
)
def test_the_script_proves_a_language_or_leaves_it_open(text, language):
    assert evident_language(text) == language


def test_a_line_that_is_repeated_without_end_is_keyed_at_once():
    began = monotonic()
    assert len(keyed(["同上"] * 50_000)) == 50_000
    assert monotonic() - began < 10  # looking for a free key each time takes minutes


def test_keys_are_digests_and_repeats_are_counted():
    keys = keyed(["港は静かだ。", "船。", "港は静かだ。", "港は静かだ。"])
    first = sha256("港は静かだ。".encode()).hexdigest()[:12]
    assert list(keys) == [first, sha256("船。".encode()).hexdigest()[:12], f"{first}-2", f"{first}-3"]
    assert list(keys.values()) == ["港は静かだ。", "船。", "港は静かだ。", "港は静かだ。"]


LETTERS = st.sampled_from("あ漢가。.\n\r\f 　・a1」（")


@given(st.text(LETTERS, max_size=80), st.sampled_from(["ja", "ko", "zh", "und"]))
def test_no_character_in_original_script_is_lost(text, language):
    joined = "".join(sentences([text], language))
    for character in "あ漢가":
        assert joined.count(character) == text.count(character)

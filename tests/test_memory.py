"""The memory: what counts as the same, that no better match is overlooked, and a file that mends itself."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from srcxlate import memory as module
from srcxlate.errors import Fault
from srcxlate.memory import FILE, Approved, Match, Memory, sameness

START = datetime(2024, 10, 1, tzinfo=UTC)


def approved(
    original: str, english: str = "x", language: str = "ja", *, day: int = 0, where: str = "work title"
) -> Approved:
    return Approved(original, language, english, "A. Editor", START + timedelta(days=day), where)


def texts(matches: Sequence[Match]) -> list[str]:
    return [match.approved.original for match in matches]


class Listed:
    """Approved translations as a caller lists them, and how often they were listed from where."""

    def __init__(self, entries: Sequence[Approved]) -> None:
        self.entries, self.asked = list(entries), list[int]()

    def __call__(self, after: int) -> Iterator[Approved]:
        self.asked.append(after)
        return iter(self.entries[after:])


@pytest.fixture
def small(monkeypatch):
    """A file is made for more than three translations, so that it need not be large to be tested."""
    monkeypatch.setattr(module, "LOOSE", 3)


# -- exact ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("経済安全保障", "経済安全保障"),
        ("ＡＳＥＡＮ２０２３", "ASEAN2023"),
        ("ﾊﾟﾝﾃﾞﾐｯｸ", "パンデミック"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("\u3000日米韓　首脳会談\n", "日米韓 首脳会談"),
    ],
)
@pytest.mark.parametrize("shelved", [False, True])
def test_the_same_text_is_found_however_it_is_written(kept, asked, shelved, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LOOSE", 0 if shelved else 5)
    memory = Memory.kept(tmp_path, "1", Listed([approved(kept), approved("無関係")]))
    assert memory.exact(asked, "ja") == (approved(kept),)
    assert memory.similar(asked, "ja", 1.0) == [Match(approved(kept), 1.0)]


@pytest.mark.parametrize(
    ("kept", "asked"),
    [("经济安全", "經濟安全"), ("NATO", "Nato"), ("日米 首脳", "日米首脳"), ("終わり。", "終わり")],
)
def test_what_is_not_the_same(kept, asked):
    assert Memory([approved(kept)]).exact(asked, "ja") == ()


def test_another_language_is_another_text():
    memory = Memory([approved("東京大阪", language="zh")])
    assert memory.exact("東京大阪", "ja") == ()
    assert memory.similar("東京大阪", "ja") == []
    assert len(memory.exact("東京大阪", "zh")) == 1


@pytest.mark.parametrize("loose", [0, 2, 10])
def test_of_several_the_newest_comes_first_and_one_of_each_english(loose, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LOOSE", loose)
    entries = [
        approved("はじめに", "Introduction", day=1, where="a"),
        approved("はじめに", "Preface", day=2, where="b"),
        approved(" はじめに", "Introduction", day=3, where="c"),
        approved("はじめに", "Preface", day=0, where="d"),
    ]
    memory = Memory.kept(tmp_path, "1", Listed(entries))
    assert memory.exact("はじめに", "ja") == (entries[2], entries[1])
    assert [match.approved for match in memory.similar("はじめに", "ja")] == [entries[2], entries[1]]
    assert [match.approved for match in memory.similar("はじめに", "ja", most=1)] == [entries[2]]


# -- similar ----------------------------------------------------------------------------------------


def test_similarity_counts_the_characters_of_both_texts():
    memory = Memory([approved("尹大統領が訪日した")])
    (match,) = memory.similar("文大統領が訪日した", "ja")  # one of nine replaced: 1 - 2 / 18
    assert match.similarity == pytest.approx(8 / 9)
    (match,) = memory.similar("尹大統領が昨日訪日した", "ja")  # two added: 1 - 2 / 20
    assert match.similarity == pytest.approx(9 / 10)
    assert memory.similar("無関係な文章である", "ja") == []


def test_the_best_comes_first_and_no_more_than_wanted():
    memory = Memory([approved("一二三四五六七八九十" + "百" * more) for more in range(8)])
    found = memory.similar("一二三四五六七八九十", "ja", most=3)
    assert texts(found) == ["一二三四五六七八九十" + "百" * more for more in range(3)]
    assert memory.similar("一二三四五六七八九十", "ja", most=0) == []


def test_a_threshold_is_a_share():
    for least in (0, -1, 1.1, 70):
        with pytest.raises(ValueError, match="more than 0 and at most 1"):
            Memory().similar("x", "ja", least)


LETTERS = st.text(st.sampled_from("のにをはが中国日本経済安全保障韓関係政策\U00020089é"), max_size=40)


@settings(max_examples=150, deadline=None)
@example(["éééががが"], "é" * 14, 0.3, 1)  # 6 of 20
@given(
    st.lists(LETTERS, min_size=1, max_size=60),
    LETTERS,
    st.sampled_from([0.01, 0.3, 0.5, 0.7, 0.9, 1.0]),
    st.integers(1, 8),
)
def test_the_file_finds_what_comparing_with_all_finds(tmp_path_factory, kept, asked, least, most):
    folder = tmp_path_factory.mktemp("memory")
    entries = [approved(one, day=number) for number, one in enumerate(kept)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LOOSE", 0)
        memory = Memory.kept(folder, "1", Listed(entries))
    key = sameness(asked)
    distinct = {sameness(one) for one in kept} - {""}
    every = sorted((Indel.normalized_similarity(key, one) for one in distinct), reverse=True) if key else []
    wanted = [one for one in every if one >= least - 1e-9][:most]
    found = memory.similar(asked, "ja", least, most)
    assert [match.similarity for match in found] == pytest.approx(wanted)
    for match in found:
        own = Indel.normalized_similarity(key, sameness(match.approved.original))
        assert match.similarity == pytest.approx(own)
        assert match.approved in entries


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=20))
@example([("\ud800中国\x00", "\udfff"), ("ﷺ\U0010ffff", "\r\n"), ("", "nothing")])
def test_what_is_kept_comes_back_character_for_character(tmp_path_factory, pairs):
    folder = tmp_path_factory.mktemp("memory")
    entries = [
        replace(approved(original, english, "zh", day=number), script="zh-Hant")
        for number, (original, english) in enumerate(pairs)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LOOSE", 0)
        memory = Memory.kept(folder, "1", Listed(entries))
    for one in entries:
        if sameness(one.original):
            same = [each for each in entries if sameness(each.original) == sameness(one.original)]
            newest = [each for each in same if each.english == one.english][-1]
            assert newest in memory.exact(one.original, "zh")


def test_a_long_text_with_few_characters_is_found(small, tmp_path):
    entries = [approved("の" * 5000 + "中国", day=n, where=str(n)) for n in range(2)]
    entries += [approved("は" * 400), approved("が"), approved("を")]
    memory = Memory.kept(tmp_path, "1", Listed(entries))
    (match,) = memory.similar("の" * 4900 + "中国", "ja")
    assert match.approved == entries[1]


# -- the file ----------------------------------------------------------------------------------------

FIVE = [approved(f"第{number}章　中国の経済政策について", f"Chapter {number}") for number in "一二三四五"]


def test_nothing_is_written_for_a_few(tmp_path):
    memory = Memory.kept(tmp_path / "cache", "1", Listed(FIVE))
    assert len(memory.similar(FIVE[0].original, "ja")) == 5
    assert list(tmp_path.iterdir()) == []


def test_a_few_need_no_numpy(tmp_path):
    code = """if True:
        import sys
        from datetime import datetime, UTC
        from pathlib import Path
        from srcxlate.memory import Approved, Memory
        Memory.kept(Path(sys.argv[1]), "1", lambda after: ()).similar("中国", "ja")
        assert "rapidfuzz" not in sys.modules
        one = Approved("中国", "ja", "China", "A", datetime.now(UTC), "work title")
        memory = Memory.kept(Path(sys.argv[1]), "1", lambda after: [one] * 10)
        print(memory.similar("中国", "ja")[0].approved.english, "numpy" in sys.modules)
    """
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "China False\n"


def test_a_file_is_used_again_and_only_what_is_new_is_listed(small, tmp_path):
    listed = Listed(FIVE)
    Memory.kept(tmp_path, "1", listed)
    assert listed.asked == [0]
    written = (tmp_path / FILE).stat()
    listed.entries += [approved("後から承認された訳", "Approved later")]
    memory = Memory.kept(tmp_path, "1", listed)
    assert listed.asked == [0, 5]
    assert (tmp_path / FILE).stat().st_mtime_ns == written.st_mtime_ns
    assert texts(memory.similar("後から承認された", "ja")) == ["後から承認された訳"]
    assert len(memory.similar(FIVE[0].original, "ja")) == 5


def test_what_is_new_joins_the_file_when_it_grows(small, tmp_path):
    listed = Listed(FIVE)
    Memory.kept(tmp_path, "1", listed)
    listed.entries += [approved(f"後から承認された訳{number}") for number in range(4)]
    for asked in ([0, 5, 0], [0, 5, 0, 9]):
        memory = Memory.kept(tmp_path, "1", listed)
        assert listed.asked == asked
        assert texts(memory.similar("後から承認された訳2", "ja", most=1)) == ["後から承認された訳2"]
        assert len(memory.similar(FIVE[0].original, "ja")) == 5


def test_one_text_in_the_file_and_beside_it_is_one(small, tmp_path):
    Memory.kept(tmp_path, "1", Listed(FIVE))
    again = replace(FIVE[2], where="another", at=START + timedelta(days=9))
    memory = Memory.kept(tmp_path, "1", Listed([*FIVE, again]))
    assert memory.exact(again.original, "ja") == (again,)
    found = memory.similar(again.original, "ja")
    assert found[0] == Match(again, 1.0)
    assert len(found) == 5


def test_one_more_is_added_for_the_life_of_a_memory(small, tmp_path):
    memory = Memory.kept(tmp_path, "1", Listed(FIVE))
    memory.add(approved("日韓関係の改善"))
    assert texts(memory.similar("日韓関係の改善", "ja")) == ["日韓関係の改善"]


def test_another_stamp_makes_the_file_anew(small, tmp_path):
    Memory.kept(tmp_path, "1", Listed(FIVE))
    listed = Listed(FIVE[1:])
    memory = Memory.kept(tmp_path, "2", listed)
    assert listed.asked == [0]
    assert memory.exact(FIVE[0].original, "ja") == ()
    assert len(memory.exact(FIVE[1].original, "ja")) == 1


def damages() -> Iterator[tuple[str, int, bytes]]:
    yield "of another version", 16, b"0"
    yield "its header", 60, b"\x00"
    yield "the length of its header", 18, b"\xff" * 8
    yield "its arrays", 1200, b"\xaa\xbb"
    yield "its end", -70, b"\xee"


@pytest.mark.parametrize(
    ("at", "data"), [(at, data) for _, at, data in damages()], ids=[d[0] for d in damages()]
)
def test_a_damaged_file_is_made_anew(small, tmp_path, at, data):
    Memory.kept(tmp_path, "1", Listed(FIVE))
    path = tmp_path / FILE
    whole = path.read_bytes()
    at %= len(whole)
    path.write_bytes(whole[:at] + data + whole[at + len(data) :])
    listed = Listed(FIVE)
    memory = Memory.kept(tmp_path, "1", listed)
    assert listed.asked == [0]
    assert path.read_bytes() == whole
    assert len(memory.similar(FIVE[0].original, "ja")) == 5


@pytest.mark.parametrize("left", [0, 1, 20, 300, -1])
def test_a_file_that_was_cut_off_is_made_anew(small, tmp_path, left):
    Memory.kept(tmp_path, "1", Listed(FIVE))
    path = tmp_path / FILE
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    assert len(Memory.kept(tmp_path, "1", Listed(FIVE)).similar(FIVE[0].original, "ja")) == 5
    assert path.read_bytes() == whole


def test_a_memory_that_is_open_outlives_its_file(small, tmp_path):
    memory = Memory.kept(tmp_path, "1", Listed(FIVE))
    Memory.kept(tmp_path, "2", Listed(FIVE[:4]))
    assert len(memory.similar(FIVE[0].original, "ja")) == 5
    (tmp_path / FILE).unlink()
    assert len(memory.exact(FIVE[4].original, "ja")) == 1


def test_a_folder_that_cannot_be_is_a_fault(small, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(Fault, match="leads through a file"):
        Memory.kept(tmp_path / "file", "1", Listed(FIVE))
    (tmp_path / FILE).mkdir()
    with pytest.raises(Fault, match="is a folder"):
        Memory.kept(tmp_path, "1", Listed(FIVE))


def test_nothing_is_left_behind_when_writing_fails(small, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "replace", lambda *paths: (_ for _ in ()).throw(OSError(28, "no space")))
    with pytest.raises(Fault, match="the disk is full"):
        Memory.kept(tmp_path, "1", Listed(FIVE))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed(small, tmp_path):
    old, young = tmp_path / f".{FILE}.0123456789ab.tmp", tmp_path / f".{FILE}.ba9876543210.tmp"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    Memory.kept(tmp_path, "1", Listed(FIVE))
    assert sorted(tmp_path.iterdir()) == sorted([young, tmp_path / FILE])

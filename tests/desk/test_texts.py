"""Texts of works in the queue: sentences are segments, and go where their work goes.

Django must be set up before its models are imported, so that they are imported where they are used.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from srcxlate.errors import Fault
from srcxlate.mending import Mended, merge_works, move_work
from srcxlate.sources import Source, read_sources, write_sources
from srcxlate.texts import read_texts
from srcxlate.workspace import Workspace

TEXT = "造船は不況だ。受注が減った。\n造船は不況だ。"
SENTENCES = ["造船は不況だ。", "受注が減った。", "造船は不況だ。"]
WORKS = [
    Source(id="mori", language="ja", title="造船の危機"),
    Source(id="sato", language="ja", title="港湾の未来"),
]


@pytest.fixture
def works(desk: Workspace) -> Workspace:
    write_sources(desk.sources, WORKS, [])
    take_in(desk)
    return desk


def add(works: Workspace, identifier: str, text: str) -> bool:
    from srcxlate.desk import runs

    return runs.add(works, identifier, text, "a.txt", "Kim")


def take_in(works: Workspace) -> None:
    from srcxlate.desk import runs

    runs.take_in(works, None, "Kim")


def segments(identifier: str) -> list[Any]:
    from srcxlate.desk import listing

    return listing.find(identifier)


def mend(works: Workspace, change: Callable[[Sequence[Source]], Mended]) -> None:
    from srcxlate.desk import mend, runs

    mend.mend(works, change, runs.reviewer(works, "Kim"))


def originals(identifier: str) -> list[str]:
    return [segment.original for segment in segments(identifier)]


def test_sentences_stand_behind_the_title(works):
    assert add(works, "mori", TEXT)
    assert originals("mori") == ["造船の危機", *SENTENCES]
    assert {segment.status for segment in segments("mori")} == {"undrafted"}
    assert not add(works, "mori", TEXT)
    assert originals("mori") == ["造船の危機", *SENTENCES]


def test_a_second_text_goes_behind_the_first(works):
    add(works, "mori", TEXT)
    add(works, "mori", "港は静かだ。")
    assert originals("mori") == ["造船の危機", *SENTENCES, "港は静かだ。"]


def test_an_unknown_work_is_refused(works):
    with pytest.raises(Fault, match="no source is called 'nobody'"):
        add(works, "nobody", TEXT)
    assert read_texts(works.texts) == {}


def test_a_text_that_is_deleted_leaves_the_queue_and_comes_back(works):
    add(works, "mori", TEXT)
    (file,) = (works.texts / "mori").iterdir()
    text = file.read_text(encoding="utf-8")
    file.unlink()
    take_in(works)
    assert originals("mori") == ["造船の危機"]
    file.write_text(text, encoding="utf-8")
    take_in(works)
    assert originals("mori") == ["造船の危機", *SENTENCES]


def test_texts_of_works_that_become_one_are_one_s(works):
    add(works, "mori", TEXT)
    add(works, "sato", "港は静かだ。")
    mend(works, lambda records: merge_works(records, "sato", ["mori"]))
    assert originals("sato") == ["港湾の未来", "港は静かだ。", *SENTENCES]
    assert originals("mori") == []
    assert read_texts(works.texts) == {"sato": ("港は静かだ。", TEXT)}
    take_in(works)
    assert originals("sato") == ["港湾の未来", "港は静かだ。", *SENTENCES]


def test_sentences_follow_their_work_s_language(works):
    add(works, "mori", TEXT)
    mend(works, lambda records: move_work(records, "mori", "zh-Hant", "Kim"))
    assert {(segment.language, segment.script) for segment in segments("mori")} == {("zh", "zh-Hant")}


def test_a_queue_that_was_lost_has_the_sentences_again(works):
    add(works, "mori", TEXT)
    from srcxlate.desk import queue, runs

    queue.sync(read_sources(works.sources), "Kim")
    assert originals("mori") == ["造船の危機"]
    runs.load(works, "Kim")
    assert originals("mori") == ["造船の危機", *SENTENCES]

"""The record beside the originals: of file, queue and what both were, no change is lost and none is silent.

Django must be set up before its models are imported, so that they are imported where they are used.
"""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from srcxlate.drafts import Job, SignedDraft
from srcxlate.engines import Identity, Request
from srcxlate.errors import Fault, Faults
from srcxlate.reviewed import Entry, parse_reviewed
from srcxlate.sources import Container, Source
from srcxlate.workspace import Workspace

IDENTITY = Identity("argos", "test 1", "ab" * 32, "cd" * 32)
THEN = datetime(2025, 5, 5, 5, 5, 5, tzinfo=UTC)
WORK = Source(id="work", language="ja", title="造船の危機", containers=(Container(title="年報"),))
ALONE = Source(id="alone", language="zh", title="船厂的风险")
OTHER = Source(id="other", language="ko", title="조선 산업", containers=(Container(title="연보"),))


@pytest.fixture
def kept(desk: Workspace) -> Workspace:
    """A queue of three works, all drafted but the container of the third; the title of the first approved."""
    from srcxlate.desk import queue
    from srcxlate.desk.models import Segment

    queue.sync([WORK, ALONE, OTHER], "srcxlate")
    made = []
    for segment in Segment.objects.exclude(source="other", key="container"):
        request = Request(segment.original, segment.language)
        key = sha256(str(segment.pk).encode()).hexdigest()
        job = Job(key, request, (), (segment.pk,), None)  # type: ignore[arg-type]
        made.append(SignedDraft(job, IDENTITY, "A draft", (), ()))
    queue.keep_drafts(made)
    settle(desk)
    correct("work", "title", "Base", "Kim")
    settle(desk)
    return desk


def by(name: str = "Ann", **told: Any) -> Any:
    from srcxlate.desk.decisions import Reviewer

    return Reviewer(name, **told)


def settle(desk: Workspace, *sources: str, **told: Any) -> Any:
    from srcxlate.desk import record
    from srcxlate.desk.database import exclusively

    with exclusively(desk):
        return record.settle(desk, by(**told), sources or None)


def item(source: str, key: str = "title") -> Any:
    from srcxlate.desk import decisions
    from srcxlate.desk.models import Segment

    return decisions.item(Segment.objects.get(source=source, key=key).pk)


def correct(source: str, key: str, text: str, who: str, **told: Any) -> None:
    """A decision in the queue alone: as if the process ended before the file was written."""
    from srcxlate.desk import decisions

    decisions.correct(item(source, key), text, by(who, **told))


def state(source: str = "work", key: str = "title") -> Entry:
    """What the queue has."""
    from srcxlate.desk.record import entry_of

    return entry_of(item(source, key).segment)


def status(source: str = "work", key: str = "title") -> str:
    return str(item(source, key).segment.status)


def history(source: str = "work", key: str = "title") -> list[tuple[str, str, str | None, str]]:
    steps = item(source, key).segment.revisions.order_by("pk")
    return [(step.who, step.now, step.text, step.reason) for step in steps]


def path(desk: Workspace, source: str = "work") -> Path:
    language = {"work": "ja", "alone": "zh", "other": "ko"}[source]
    return desk.sources / language / f"{source}.en.yaml"


def edit(desk: Workspace, old: str, new: str, source: str = "work") -> str:
    """Changes a file as a person does."""
    text = path(desk, source).read_text()
    found = re.search(old, text)
    assert found, (old, text)
    text = text[: found.start()] + new + text[found.end() :]
    path(desk, source).parent.mkdir(parents=True, exist_ok=True)
    path(desk, source).write_text(text)
    return text


def one(desk: Workspace) -> None:
    """File and queue say the same, and settling again changes nothing."""
    from srcxlate.desk.models import Revision

    for source in ("work", "alone", "other"):
        if path(desk, source).exists():
            there = parse_reviewed(path(desk, source).read_text(), "f", source)
            assert [state(source, e.segment) for e in there.segments] == list(there.segments)
    before = Revision.objects.count()
    again = settle(desk)
    assert (again.taken, again.left, again.written) == ([], [], 0)
    assert Revision.objects.count() == before


def test_what_there_is_at_first(kept):
    assert (
        path(kept)
        .read_text()
        .startswith("id: work\nsegments:\n  - segment: title\n    original: 造船の危機\n")
    )
    assert path(kept).read_text().endswith("  - segment: container\n")
    assert (
        path(kept, "other").read_text()
        == "id: other\nsegments:\n  - segment: title\n  - segment: container\n"
    )
    assert not path(kept, "alone").exists()
    assert history()[-2:] == [("Kim", "corrected", "Base", ""), ("Kim", "approved", None, "")]
    one(kept)


# -- three ways --------------------------------------------------------------------------------------

TITLE = r"(?s)  - segment: title\n.*?(?=  - segment: container)"
EDITS: dict[str, tuple[str, str]] = {
    "untouched": ("id", "id"),
    "english": ("english: Base", "english: Edited"),
    "english and name": (
        "(?s)english: Base(.*?)corrected_by: Kim",
        "english: Edited\n    status: approved\n    corrected_by: Lee",
    ),
    "name": ("corrected_by: Kim", "corrected_by: Lee"),
    "date": ("corrected_at: .*", "corrected_at: 2025-05-05T05:05:05Z"),
    "approver": ("approved_by: Kim", "approved_by: Lee"),
    "raised": ("status: approved", "status: published"),
    "lowered": ("status: approved", "status: corrected"),
    "no status": ("    status: approved\n", ""),
    "entry out": (TITLE, ""),
    "english out": (TITLE, "  - segment: title\n"),
    "returned": ("status: approved", "status: approved\n    returned: Which ship?"),
}  # fmt: skip
"""What a person does to the file, where the queue and it say that Kim wrote and approved 'Base'."""

TRUTH: dict[str, tuple[str, str | None, str | None, str | None]] = {
    "untouched": ("approved", "Base", "Kim", "Kim"),
    "english": ("approved", "Edited", "Ann", "Ann"),
    "english and name": ("approved", "Edited", "Lee", "Lee"),
    "name": ("approved", "Base", "Lee", "Kim"),
    "date": ("approved", "Base", "Kim", "Kim"),
    "approver": ("approved", "Base", "Kim", "Lee"),
    "raised": ("published", "Base", "Kim", "Kim"),
    "lowered": ("corrected", "Base", "Kim", None),
    "no status": ("corrected", "Base", "Kim", None),
    "entry out": ("drafted", None, None, None),
    "english out": ("drafted", None, None, None),
    "returned": ("corrected", "Base", "Kim", None),
}
"""The status, the English, who wrote and who approved it then."""


@pytest.mark.parametrize("how", EDITS)
def test_the_file_alone_changed(kept, how):
    edit(kept, *EDITS[how])

    done = settle(kept)

    now = state()
    assert (status(), now.english, now.corrected_by, now.approved_by) == TRUTH[how]
    assert len(done.taken) == (how != "untouched")
    assert not done.left
    assert ("Kim", "corrected", "Base", "") in history()
    if how == "date":
        assert now.corrected_at == THEN
    if how == "raised":
        assert now.published_by == "Ann"
    assert now.returned == ("Which ship?" if how == "returned" else None)
    one(kept)


TEXTS = {"untouched", "english", "english and name"}
"""Edits that have nothing to do with the text that the queue had at first, or bring one of their own."""


@pytest.mark.parametrize("how", EDITS)
def test_the_queue_changed_too(kept, how):
    next_second()
    correct("work", "title", "Queue", "Lee")
    edit(kept, *EDITS[how])

    done = settle(kept)

    now = state()
    if how in ("english", "english and name"):
        assert (status(), now.english, now.corrected_by, now.approved_by) == TRUTH[how]
    else:
        assert (status(), now.english, now.corrected_by, now.approved_by) == (
            "approved",
            "Queue",
            "Lee",
            "Lee",
        )
    texts = [text for _, _, text, _ in history() if text]
    assert texts[:2] == ["Base", "Queue"]
    stands = "work title: its English was changed in the queue meanwhile; that stands"
    assert done.left == ([] if how in TEXTS else [stands])
    if how == "returned":
        assert history()[-1][3] == "its file returned the text before: Which ship?"
    one(kept)


def test_the_queue_alone_changed(kept):
    correct("work", "container", "Annals", "Lee")
    done = settle(kept)

    assert (done.taken, done.left, done.written) == ([], [], 1)
    assert "english: Base" in path(kept).read_text()
    assert "english: Annals" in path(kept).read_text()
    one(kept)


def test_different_segments_changed_in_both(kept):
    correct("work", "container", "Annals", "Lee")
    edit(kept, "english: Base", "english: Edited")

    assert settle(kept).taken == ["work title: approved, as its file says"]
    assert (state().english, state(key="container").english) == ("Edited", "Annals")
    one(kept)


@pytest.mark.parametrize("gone", ["deleted", "emptied"])
@pytest.mark.parametrize("queue", [False, True])
def test_a_file_that_is_gone_is_written_again(kept, queue, gone):
    if queue:
        correct("work", "title", "Queue", "Lee")
    if gone == "deleted":
        path(kept).unlink()
    else:
        path(kept).write_text("")

    assert settle(kept).taken == [f"{path(kept)} was gone; it is written again"]
    assert state().english == ("Queue" if queue else "Base")
    one(kept)


@pytest.mark.parametrize(
    ("source", "key", "before"), [("work", "container", "drafted"), ("other", "container", "undrafted")]
)
@pytest.mark.parametrize(
    ("told", "after"),
    [
        ("english: By hand", ("corrected", "Ann", None)),
        ("english: By hand\n    status: approved", ("approved", "Ann", "Ann")),
        ("english: By hand\n    corrected_by: Lee", ("corrected", "Lee", None)),
        (
            "english: By hand\n    status: published\n    corrected_by: Lee\n    approved_by: Kim",
            ("published", "Lee", "Kim"),
        ),
    ],
)  # fmt: skip
def test_new_english_by_hand(kept, source, key, before, told, after):
    assert status(source, key) == before
    edit(kept, f"- segment: {key}", f"- segment: {key}\n    {told}", source)

    assert settle(kept).taken == [f"{source} {key}: {after[0]}, as its file says"]

    now = state(source, key)
    assert (now.english, now.status, now.corrected_by, now.approved_by) == ("By hand", *after)
    one(kept)


def test_a_new_file_by_hand(kept):
    path(kept, "alone").parent.mkdir()
    path(kept, "alone").write_text("# mine\nid: alone\nsegments:\n- segment: title\n  english: Risk # yes\n")

    settle(kept)

    assert (status("alone"), state("alone").english) == ("corrected", "Risk")
    text = path(kept, "alone").read_text()
    assert text.startswith("# mine\nid: alone\nsegments:\n- segment: title\n")
    assert "  english: Risk # yes\n" in text
    one(kept)


def test_a_name_and_a_time_that_stayed_are_those_of_the_text_before(kept):
    """Kim corrects again in another place: only the time is another, and it is Kim's all the same."""
    text = edit(kept, "english: Base", "english: Better")
    path(kept).write_text(re.sub("(corrected|approved)_at: .*", r"\1_at: 2025-05-05T05:05:05Z", text))

    settle(kept, name="Lee")

    now = state()
    assert (now.english, now.corrected_by, now.corrected_at) == ("Better", "Kim", THEN)
    assert (now.status, now.approved_by, now.approved_at) == ("approved", "Kim", THEN)
    one(kept)


def test_a_stale_text_is_for_the_present_original_where_the_file_says_so(kept):
    from srcxlate.desk import queue

    queue.sync([WORK.model_copy(update={"title": "造船の好況"}), ALONE, OTHER], "srcxlate")
    settle(kept)
    assert item("work").segment.stale
    edit(kept, "english: Base", "english: Edited")
    settle(kept)
    assert (item("work").segment.stale, state().original) == (True, "造船の危機")

    edit(kept, "    original: .*\n    digest: .*\n", "")
    settle(kept)

    assert (item("work").segment.stale, state().original) == (False, "造船の好況")
    one(kept)


def test_what_was_taken_out_of_a_file_waits_with_no_draft_of_an_older_original(kept):
    from srcxlate.desk import queue

    queue.sync([WORK.model_copy(update={"title": "造船の好況"}), ALONE, OTHER], "srcxlate")
    settle(kept)
    edit(kept, *EDITS["english out"])
    settle(kept)

    assert (status(), item("work").segment.draft) == ("undrafted", None)
    one(kept)


# -- one may not approve one's own ---------------------------------------------------------------------


@pytest.fixture
def strict(kept: Workspace) -> Callable[..., Any]:
    """Settles where one may not approve one's own work; Lee has corrected a container."""
    correct("work", "container", "Annals", "Lee", approve_own=False)
    settle(kept, approve_own=False)
    return lambda name="Ann": settle(kept, name=name, approve_own=False)


REFUSED = "work container: {} corrected it and cannot approve it; it stays corrected"
STATUS = "english: Annals\n    status: "


def test_another_s_approval_in_a_file(kept, strict):
    edit(kept, STATUS + "corrected", STATUS + "approved")
    assert strict().left == []
    assert (state(key="container").status, state(key="container").approved_by) == ("approved", "Ann")
    one(kept)


@pytest.mark.parametrize("more", ["", "\n    approved_by: Lee", "\n    approved_by: ＬＥＥ"])
def test_one_s_own_approval_in_a_file(kept, strict, more):
    edit(kept, STATUS + "corrected", STATUS + "approved" + more)
    done = strict("Lee")
    assert done.left == [REFUSED.format("ＬＥＥ" if "Ｌ" in more else "Lee")]
    assert status(key="container") == "corrected"
    assert STATUS + "corrected" in path(kept).read_text()
    one(kept)


def test_an_edit_of_what_was_approved_is_corrected_again(kept, strict):
    edit(kept, "english: Base", "english: Edited")
    strict()
    assert (state().status, state().corrected_by) == ("corrected", "Ann")
    one(kept)


def test_new_english_with_one_s_own_approval(kept, strict):
    told = "english: Hand\n    status: approved\n    corrected_by: Bo\n    approved_by: Bo"
    edit(kept, "segment: container", f"segment: container\n    {told}", "other")
    assert strict().left == ["other container: Bo corrected it and cannot approve it; it stays corrected"]
    assert status("other", "container") == "corrected"


def test_a_name_that_makes_an_approval_one_s_own(kept, strict):
    edit(kept, STATUS + "corrected", STATUS + "approved")
    strict()
    edit(kept, "corrected_by: Lee", "corrected_by: Ann")
    assert strict().left == [REFUSED.format("Ann")]
    assert (state(key="container").status, state(key="container").corrected_by) == ("corrected", "Ann")
    one(kept)


def test_what_was_approved_before_the_rule_stays(kept, strict):
    assert (state().status, state().approved_by) == ("approved", "Kim")
    edit(kept, "status: approved", "status: published")
    strict()
    assert (state().status, state().approved_by, state().published_by) == ("published", "Kim", "Ann")


# -- crashes -----------------------------------------------------------------------------------------


def next_second() -> None:
    """What comes now bears another time than what was before."""
    time.sleep(1.001 - time.time() % 1)


def before_kept(desk: Workspace) -> None:
    """As if the process ended behind the file and before the queue knew of it."""
    from srcxlate.desk.models import Kept

    was = Kept.objects.get(pk="work")
    settle(desk)
    was.save()


@pytest.mark.parametrize("text", ["Queue", "  lines\nand: 'quotes' # 中国  "])
def test_between_the_commit_and_the_file(kept, text):
    correct("work", "title", text, "Lee")
    assert settle(kept).written == 1
    assert (state().english, state().corrected_by) == (text.strip(), "Lee")
    one(kept)


def test_between_the_file_and_the_end(kept):
    correct("work", "title", "Queue", "Lee")
    before_kept(kept)
    done = settle(kept)
    assert (done.taken, done.left, done.written) == ([], [], 0)
    one(kept)


@pytest.mark.parametrize("how", EDITS)
def test_between_the_file_and_the_end_and_edited(kept, how):
    next_second()
    correct("work", "title", "Base", "Kim")
    before_kept(kept)
    edit(kept, *EDITS[how])
    settle(kept)
    now = state()
    assert (status(), now.english, now.corrected_by, now.approved_by) == TRUTH[how]
    one(kept)


def test_what_a_file_says_is_in_the_queue_once_the_file_agrees(kept, permissions_bind):
    """A file that cannot be written: nothing of it is taken in twice, and nothing is lost."""
    before = history()
    text = edit(kept, "english: Base", "english: Edited")
    path(kept).parent.chmod(0o555)
    for _ in range(2):
        with pytest.raises(Fault, match="may not be read or written here"):
            settle(kept)
        assert (history(), path(kept).read_text()) == (before, text)
    path(kept).parent.chmod(0o755)
    settle(kept)
    assert [step[2] for step in history()][-2:] == ["Edited", None]
    one(kept)


# -- faulty files ------------------------------------------------------------------------------------

FAULTY = {
    "english line out": ("    english: Base\n", "", "work.en.yaml:3: segments.0 has no English"),
    "half a conflict": ("    english: Base\n", "<<<<<<< HEAD\n", "yaml:6: holds two sides that git"),
    "two texts": ("english: Base", "english: Base\n    english: B", "work.en.yaml:7: 'english' stands twice"),
    "the original": ("original: 造船の危機", "original: 造船", "yaml:3: .* title has another original"),
    "the id": ("id: work", "id: worm", "work.en.yaml:1: the id is 'worm', the file's name 'work.en.yaml'"),
    "a name": ("corrected_by: Kim", "corrected_by: K\u202eim", "en.yaml:8: .* cannot be a person's name"),
    "white space": ("(?s).*", "\n", "work.en.yaml:1: is empty"),
}  # fmt: skip


@pytest.mark.parametrize("how", FAULTY)
@pytest.mark.parametrize("queue", [False, True])
def test_a_faulty_file(kept, how, queue):
    """It stays to the byte, what was decided waits for it, and all other works go on."""
    from srcxlate.desk import decisions
    from srcxlate.desk.record import keeping

    if queue:
        correct("work", "container", "Annals", "Lee")
    good = path(kept).read_text()
    old, new, told = FAULTY[how]
    text = edit(kept, old, new)
    edit(kept, "segment: title", "segment: title\n    english: Industry", "other")
    before = history(), history(key="container")

    with pytest.raises(Faults, match=told):
        settle(kept)
    assert state("other").english == "Industry"
    with pytest.raises(Faults, match=told), keeping(kept, by(), "work"):
        decisions.correct(item("work"), "Never", by())
    with keeping(kept, by("Bo"), "alone"):
        decisions.correct(item("alone"), "Risk", by("Bo"))
    assert path(kept).read_text() == text
    assert "english: Risk" in path(kept, "alone").read_text()
    assert (history(), history(key="container")) == before

    path(kept).write_text(good)
    settle(kept)
    assert state(key="container").english == ("Annals" if queue else None)
    assert state().english == "Base"
    one(kept)


def test_a_file_that_is_no_utf_8(kept):
    path(kept).write_bytes(path(kept).read_text().encode("cp932"))
    with pytest.raises(Faults, match=r"work.en.yaml:4: byte .* is not utf-8. Save the file as UTF-8"):
        settle(kept)


@pytest.mark.parametrize("queue", [False, True])
def test_a_file_in_the_folder_of_another_language(kept, queue):
    if queue:
        correct("work", "title", "Queue", "Lee")
    wrong = kept.sources / "zh" / "work.en.yaml"
    wrong.parent.mkdir(exist_ok=True)
    path(kept).rename(wrong)
    text = wrong.read_text()
    with pytest.raises(
        Faults, match=r"zh/work.en.yaml: lies in zh/, its work in ja/. Move it to .*ja/work.en"
    ):
        settle(kept)
    assert (wrong.read_text(), path(kept).exists()) == (text, False)
    wrong.rename(path(kept))
    settle(kept)
    assert state().english == ("Queue" if queue else "Base")


@pytest.mark.parametrize("sources", [(), ("work",)])
def test_files_for_two_languages(kept, sources):
    wrong = kept.sources / "zh" / "work.en.yaml"
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text(path(kept).read_text())
    correct("alone", "title", "Risk", "Lee")
    with pytest.raises(
        Faults, match=r"zh/work.en.yaml: is reviewed English of one work twice. Keep one of it and"
    ):
        settle(kept, *sources)
    assert path(kept, "alone").exists() is not bool(sources)


def test_a_file_of_a_work_that_is_gone(kept):
    from srcxlate.desk import queue

    queue.sync([ALONE, OTHER], "srcxlate")
    text = edit(kept, "english: Base", "english: Edited")
    assert settle(kept).left == [f"{path(kept)}: no work in the queue is called 'work'"]
    assert path(kept).read_text() == text
    queue.sync([WORK, ALONE, OTHER], "srcxlate")
    settle(kept)
    assert state().english == "Edited"
    one(kept)


def test_english_of_a_segment_that_the_queue_does_not_have_stays_in_the_file(kept):
    """A container that the record lost before this queue was made: its English is somebody's work."""
    from srcxlate.desk import queue

    lost = "  - segment: container-2\n    english: Yearbook\n    status: approved\n    corrected_by: Kim\n"
    edit(kept, r"\Z", lost)
    for number in range(2):
        assert settle(kept).left == [
            f"{path(kept)}: work has no segment container-2; its English is kept there"
        ]
        correct("work", "title", f"Queue {number}", "Lee")
    settle(kept)
    assert "english: Queue 1\n" in path(kept).read_text()
    assert lost in path(kept).read_text()

    more = (*WORK.containers, Container(title="年鑑"))
    queue.sync([WORK.model_copy(update={"containers": more}), ALONE, OTHER], "srcxlate")
    settle(kept)
    assert (status(key="container-2"), state(key="container-2").english) == ("approved", "Yearbook")
    one(kept)


def test_english_of_a_segment_that_is_unlisted(kept):
    from srcxlate.desk import queue

    queue.sync([WORK.model_copy(update={"containers": ()}), ALONE, OTHER], "srcxlate")
    edit(kept, "- segment: container", "- segment: container\n    english: Annals")
    settle(kept)
    assert state(key="container").english == "Annals"
    assert "english: Annals" in path(kept).read_text()
    one(kept)


# -- a queue that is made again ------------------------------------------------------------------------


def test_what_the_files_say_is_what_was(kept, new_desk):
    """With one's own approvals, too: they were given when that was allowed."""
    from srcxlate.desk import queue

    correct("other", "title", "Industry", "Bo")
    settle(kept)
    texts = {source: path(kept, source).read_text() for source in ("work", "other")}
    states = [state(), state("other")]
    with new_desk() as desk:
        queue.sync([WORK, ALONE, OTHER], "srcxlate")
        for source, text in texts.items():
            path(desk, source).parent.mkdir(parents=True)
            path(desk, source).write_text(text)
        settle(desk, approve_own=False)
        assert [state(), state("other")] == states
        assert texts == {source: path(desk, source).read_text() for source in ("work", "other")}
        one(desk)


def test_many_works_are_quick(kept):
    """Nothing to do for 300 works: well under the second that a person waits for."""
    import time

    from srcxlate.desk import queue

    works = [WORK.model_copy(update={"id": f"work-{n}"}) for n in range(300)]
    queue.sync(works, "srcxlate")
    settle(kept)
    began = time.monotonic()
    settle(kept)
    assert time.monotonic() - began < 2

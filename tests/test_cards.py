"""The pure parts of a review on a terminal: keys for an item, lines of keys."""

from datetime import UTC, datetime
from typing import Any

import pytest
from rich.cells import cell_len

from srcxlate import cards
from srcxlate.differences import compare
from srcxlate.memory import Approved
from srcxlate.show import percent

DRAFT = {"key": "k", "digest": "d", "text": "A draft", "engine": "argos", "model": "m"}


@pytest.fixture(scope="module", autouse=True)
def django():
    """The desk's models can be made, not kept."""
    import os

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "srcxlate.settings")
    from django.apps import apps

    if not apps.ready:
        import django

        django.setup()


def item(status: str, *, draft: str | None = None, english: str | None = None, stale: bool = False) -> Any:
    from srcxlate.desk.decisions import Item
    from srcxlate.desk.models import Draft, Revision, Segment

    segment = Segment(source="a-work", key="title", status=status, language="ja", digest="d", original="原文")
    if draft is not None:
        segment.draft = Draft(**(DRAFT | {"text": draft}))
    if english is not None:
        segment.correction = Revision(text=english, digest="older" if stale else "d")
    return Item(segment, 1)


@pytest.mark.parametrize(
    ("made", "keys"),
    [
        ({"status": "undecided"}, "jkzschg?q"),
        ({"status": "undrafted"}, "eEdschg?q"),
        ({"status": "drafted", "draft": "A draft"}, "aeErschg?q"),
        ({"status": "drafted", "draft": " "}, "eErschg?q"),
        ({"status": "corrected", "english": "A text"}, "aeErschg?q"),
        ({"status": "approved", "english": "A text"}, "eErschg?q"),
        ({"status": "approved", "english": "A text", "stale": True}, "aeErschg?q"),
        ({"status": "published", "english": "A text"}, "eErschg?q"),
    ],
)
def test_only_keys_that_make_sense(made, keys):
    assert "".join(cards.keys_for(item(**made), undo=False)) == keys
    assert set(cards.keys_for(item(**made), undo=True)) == {*keys, "u"}


def test_the_same_key_accepts_a_draft_and_approves_a_text():
    assert cards.keys_for(item("drafted", draft="A draft"), undo=False)["a"] == "accept"
    assert cards.keys_for(item("corrected", english="A text"), undo=False)["a"] == "approve"
    assert cards.keys_for(item("corrected", english="A text", stale=True), undo=False)["a"] == "accept"


@pytest.mark.parametrize("columns", [10, 24, 40, 80, 200])
def test_a_key_and_its_word_stay_together(columns):
    lines = cards.key_line(cards.ALL, columns).plain.split("\n")
    assert " · ".join(lines).split(" · ") == [f"{key} {label}" for key, label in cards.ALL.items()]
    assert all(cell_len(line) <= columns for line in lines)


@pytest.mark.parametrize("status", ["undecided", "undrafted", "drafted", "corrected", "published"])
def test_the_keys_of_an_item_take_two_lines_at_most(status):
    made = item(status, draft="A draft", english="A text")
    lines = cards.key_line(cards.keys_for(made, undo=True, similar=True), 80).plain.split("\n")
    assert len(lines) <= 2


@pytest.mark.parametrize(
    "status", ["undecided", "undrafted", "drafted", "corrected", "approved", "published"]
)
def test_the_memory_has_a_key_where_a_text_can_be_written_and_something_is_similar(status):
    made = item(status, draft="A draft", english="A text")
    assert ("m" in cards.keys_for(made, undo=False, similar=True)) == (status != "undecided")
    assert "m" not in cards.keys_for(made, undo=False)


def suggestion(
    original: str, english: str, *, asked: str, similarity: float, imported: bool = False, year: int = 2024
) -> Any:
    from srcxlate.desk.recall import Suggestion

    at = datetime(year, 5, 31, tzinfo=UTC)
    one = Approved(original, "ja", english, "A. Editor", at, "hayashi-2020 title")
    return Suggestion(one, similarity, imported, compare(original, asked) if original != asked else ())


def test_a_suggestion_tells_its_english_whose_it_is_and_how_the_originals_differ():
    one = suggestion("造船業の危機", "A crisis", asked="造船業の再編", similarity=2 / 3)
    assert cards.suggested(one) == (
        "A crisis\n(approved by A. Editor, 2024-05-31, hayashi-2020 title)\n造船業の[-危機-]{+再編+}"
    )


def test_an_imported_suggestion_is_called_so_and_may_have_no_date():
    one = suggestion("危機", "A crisis", asked="危機", similarity=1, imported=True, year=1)
    assert cards.suggested(one) == "A crisis\n(imported, A. Editor, hayashi-2020 title)"


@pytest.mark.parametrize(
    ("similarity", "told"), [(1, "100 %"), (0.9999, "99 %"), (0.7, "70 %"), (0.29, "29 %"), (2 / 3, "66 %")]
)
def test_only_the_same_text_is_100_percent_alike(similarity, told):
    assert percent(similarity) == told


def test_the_help_tells_of_every_key():
    told = {key for keys, _ in cards.HELP for key in keys.split()}
    assert told == cards.ALL.keys() - {"?"} | {"Enter"}

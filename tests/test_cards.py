"""The pure parts of a review on a terminal: keys for an item, lines of keys."""

from typing import Any

import pytest
from rich.cells import cell_len

from srcxlate import cards

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
    assert columns < 80 or len(lines) <= 2


def test_the_help_tells_of_every_key():
    told = {key for keys, _ in cards.HELP for key in keys.split()}
    assert told == cards.ALL.keys() - {"?"} | {"Enter"}

"""What a review shows on a terminal: a card for an item, its keys, a conflict, the help.

In come items with all that is known of them, out come renderables and words; nothing is read or changed.
All that others wrote goes through :func:`srcxlate.show.visible`.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from srcxlate.differences import compare, marked
from srcxlate.show import card, origin, percent

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from srcxlate.desk.decisions import Item
    from srcxlate.desk.recall import Suggestion
    from srcxlate.desk.review import Details

Keys = Mapping[str, str]
"""What each key does, in a word, in the order in which they are shown."""

CONFLICT: Keys = {"k": "keep mine", "t": "take theirs", "e": "edit mine"}
END: Keys = {"u": "undo", "g": "go to", "q": "quit"}
AGAIN: Keys = {"r": "try again", "q": "quit"}
YES_NO: Keys = {"y": "yes", "n": "no"}
PROPOSAL: Keys = {"y": "add it", "e": "add another English", "n": "no"}

ALL: Keys = {
    "a": "accept",
    "e": "edit",
    "E": "editor",
    "m": "similar",
    "d": "draft",
    "j": "Japanese",
    "k": "Korean",
    "z": "Chinese",
    "r": "return",
    "s": "skip",
    "u": "undo",
    "c": "comment",
    "h": "history",
    "g": "go to",
    "?": "help",
    "q": "quit",
}
"""All keys of an item."""
_FOR: Mapping[str, str] = {
    "undecided": "jkz",
    "undrafted": "deE",
    "drafted": "aeEr",
    "corrected": "aeEr",
    "approved": "eEr",
    "published": "eEr",
}
"""The keys that decide an item, by its status."""
_ALWAYS = "such?gq"

_TOLD = ("language open", "returned", "stale", "term ")
"""How those checks begin that a card tells by other lines."""

HELP = (
    ("a", "accept the draft as it stands, or approve a corrected text"),
    ("e", "edit here: Enter keeps it, Alt-Enter begins a line, Escape gives up; unchanged is accepted"),
    ("E", "edit in the editor that VISUAL or EDITOR names; unchanged is left as it is"),
    ("m", "edit the English of a similar text, approved here or imported, as e edits what stands"),
    ("r", "return it with a reason, which its translator sees first"),
    ("d", "draft it now"),
    ("j k z", "decide an open language: Japanese, Korean, Chinese"),
    ("s", "skip it in this sitting"),
    ("u", "take the last decision back, and show its item again"),
    ("c", "comment, for whoever comes next"),
    ("h", "its history: when, who, what"),
    ("g", "go to a language (ja ko zh und), a status, a note (70, 2.14), an id, or all"),
    ("Enter", "show it again"),
    ("q", "quit; what is decided is kept (Ctrl-D, Ctrl-C too)"),
)
"""What each key does, in words."""


def keys_for(item: "Item", *, undo: bool, approve: bool = True, similar: bool = False) -> Keys:
    """The keys that make sense for an item.

    :param undo: whether there is a decision to take back.
    :param approve: whether this person may approve it.
    :param similar: whether the memory has something for it.
    """
    segment = item.segment
    deciding = _FOR[segment.status]
    if segment.stale and "a" not in deciding:
        deciding = f"a{deciding}"
    if segment.status == "drafted" and not (segment.draft and segment.draft.text.strip()):
        deciding = deciding.replace("a", "")
    chosen = {*deciding, *_ALWAYS} - ({"u"} if not undo else set())
    if similar and "e" in chosen:
        chosen.add("m")
    labels = {key: label for key, label in ALL.items() if key in chosen}
    if segment.status == "corrected" and not segment.stale:
        labels["a"] = "approve"
        if not approve:
            del labels["a"]
    return labels


def key_line(keys: Keys, width: int) -> "Text":
    """The keys in as few lines as a width (columns) takes; a key and its word stay together."""
    from rich.text import Text

    line, used = Text(), 0
    for key, label in keys.items():
        room = len(f"{key} {label}")
        if used and used + len(" · ") + room > width:
            line.append("\n")
            used = 0
        elif used:
            line.append(" · ", style="dim")
            used += len(" · ")
        line.append(key, style="bold").append(f" {label}")
        used += room
    return line


def item_card(details: "Details", done: int, behind: int) -> "RenderableType":
    """All that a person should see before deciding: forms, draft, terms, checks, what others said.

    :param done: how many were decided in this sitting.
    :param behind: how many wait behind this one.
    """
    segment = details.item.segment
    key = "" if segment.key == "title" else segment.key
    place = f"{done + 1} of {done + 1 + behind}"
    head = " · ".join(
        part
        for part in (place, segment.script or segment.language, segment.status, segment.source, key)
        if part
    )
    return card(head, _lines(details))


def _lines(details: "Details") -> Iterator[tuple[str, str | None]]:
    segment, work = details.item.segment, details.work
    yield "original", segment.original
    yield "romanised", segment.romanised
    yield "printed", segment.printed
    if segment.draft:
        yield f"draft ({segment.draft.engine})", segment.draft.text or "(empty)"
    yield "English", details.item.text
    if details.stale:
        yield "changed", marked(details.stale)
    for number, one in enumerate(details.similar, 1):
        yield f"{number}: {percent(one.similarity)} alike", suggested(one)
    for term in details.terms:
        told = {True: "kept", False: "lost"}.get(term["kept"], "")
        yield "term", f"{term['original']} = {term['english']}{told and f' ({told})'}"
    for check in details.checks:
        if not check.startswith(_TOLD):
            yield "look at", check
    if segment.returned:
        yield "returned", _returned(details)
    title = None if segment.key == "title" else work.title
    yield "work", ", ".join(filter(None, (title, work.author, work.publisher, work.date)))
    yield "address", work.url
    yield "cited in", "; ".join(details.notes)
    if segment.status == "undecided" and work.route:
        yield "evidence", "; ".join(work.route.evidence)
    for at, who, text in details.comments:
        yield "comment", f"{at} {who}: {text}"


def _returned(details: "Details") -> str:
    """The reason for which it was returned, with when and by whom as the history tells it."""
    reason = details.item.segment.returned
    return next((line for line in reversed(details.history) if f"returned: {reason}" in line), reason)


def suggested(one: "Suggestion") -> str:
    """The English of a similar text, whose it is, and how its original differs from the present one."""
    return "\n".join(filter(None, (one.approved.english, f"({origin(one)})", marked(one.difference))))


def conflict_card(now: "Item", mine: str) -> "RenderableType":
    """A text that someone else wrote meanwhile beside the person's own, and how they differ."""
    theirs = now.text or (now.segment.draft.text if now.segment.draft else "")
    lines = (("theirs", theirs), ("yours", mine), ("difference", marked(compare(theirs, mine))))
    return card(f"{now.segment.source} {now.segment.key} is {now.segment.status} now", lines)


def history_card(details: "Details") -> "RenderableType":
    """An item's history, the oldest step first."""
    segment = details.item.segment
    return card(f"history of {segment.source} {segment.key}", (("", line) for line in details.history))


def help_card() -> "RenderableType":
    """What each key does."""
    return card("keys", HELP)

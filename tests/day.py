"""A day of review: a person at a terminal who keeps book of what the terminal confirms.

The :class:`Day` presses keys and waits for what it is told, as a person does, and after each step compares
files and queue with its :class:`~tests.book.Book`. `tests/test_day.py` goes through a whole day;
`benchmarks/kill_reviews.py` kills the program in the middle of it.
"""

import json
import re
import shutil
import stat
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from .book import Book, Fact, Place, Standing, Step, approved, given_back, look, taken_back, written
from .conftest import HERE, REPORTS, Shell
from .terminals import ENOUGH, KEYS, Person

PACKAGES = HERE / "packages"
OWN = """\
A DAY OF REVIEW

Notes

1. 「韓国の電池産業の研究」, 2019, https://example.jp/a/1.

2. 「電池産業への投資」, 2020, https://example.jp/a/2.

3. 「タイと電池産業」, 2021, https://example.jp/a/3.

4. 「電池産業、インドに進出」, 2022, https://example.jp/a/4.

5. 「日本の造船業の研究」, 2018, https://example.jp/b/1.

6. 「日本の造船業の研究」, 2021, https://example.jp/b/2.

7. 「日本の造船業の研究」, 2023, https://example.jp/b/3.

8. 「東京大阪」, 2020.

9. 「海事法務」, 2021.

10. 「農政白書」, 2022.
"""
"""A report of our own: a term in four titles, one title of three works, three works of open language."""
TERM = "電池産業"
TITLE = "日本の造船業の研究"
GLOSSARY = """\
- original: 造船業
  language: ja
  english: shipbuilding industry
- original: 造船
  language: ja
  english: shipbuilding
"""
INVENTED = ("01-numbered-list.txt", "03-cjk-brackets.txt", "11-korean-government.txt")

EDITOR = """\
#!/bin/sh
# An editor that another file names: one that writes what a third file says, or a real one.
here=$(dirname "$0")
case $(cat "$here/which") in
ed) exec ed -p '*' "$1" ;;
vi) TERM=vt100 exec vi -u NONE -i NONE -n "$1" ;;
esac
{ cat "$here/text"; echo; sed -n '/^# ---- /,$p' "$1"; } > "$here/new" && cat "$here/new" > "$1"
"""


def fill(shell: Shell, models: Path) -> Shell:
    """Puts some of the invented reports and our own into an empty workspace, drafted by the test packages.

    :param models: a folder for the packages; they are installed there as any others, so that a key drafts.
    """
    there = replace(shell, environment={**shell.environment, "SRCXLATE_MODELS": str(models)})
    with TemporaryDirectory() as folder:
        for archive in PACKAGES.glob("*.argosmodel"):
            with ZipFile(archive) as package:
                package.extractall(folder)
        for metadata in Path(folder).glob("*/metadata.json"):
            told = json.loads(metadata.read_text())
            del told["srcxlate"]  # what marks it as a test package
            metadata.write_text(json.dumps(told))
            done = there("models", "add", metadata.parent)
            assert done.status == 0, done.err
    (shell.folder / "glossary" / "trade.yaml").write_text(GLOSSARY)
    (shell.folder / "own.txt").write_text(OWN)
    for report in (*(REPORTS / name for name in INVENTED), "own.txt"):
        done = there("run", report)
        assert done.status == 0, done.err
    return there


# -- the person -----------------------------------------------------------------------------------


class Gone(Exception):  # noqa: N818  # no error
    """The program has ended."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the terminal shows of an item."""

    language: str
    status: str
    place: Place


_CARD = re.compile(
    r"\d+ of \d+ · (\S+) · (undecided|undrafted|drafted|corrected|approved|published) · (\S+)"
    r"(?: · (container\S*))? original "
)
_ELSEWHERE, _TERM, _OPEN = (
    "y yes · n no",
    "y add it · e add another English · n no",
    "the same original waits at ",
)
_LEFT = "nothing is left to review here"


@dataclass(slots=True)
class Day:
    """A person's review of a workspace, key by key; what the terminal confirms is in the book."""

    shell: Shell
    who: str
    tools: Path
    """A folder for the editor."""
    book: Book
    own: bool = True
    """Whether one may approve one's own work here."""
    sent: Callable[[], None] = lambda: None
    """Told of a key that decides something, right after it was sent."""
    same: str = "y"
    """What is answered where the same text waits elsewhere."""
    terms: list[tuple[str, str]] = field(default_factory=list)
    """What is answered to terms, one after the other: a key, and the English of `e`; then no."""
    card: Card | None = None
    """What the terminal shows; None at the end."""
    pressed: Counter[str] = field(default_factory=Counter)
    reviewed: Counter[Place] = field(default_factory=Counter)
    offered: list[str] = field(default_factory=list)
    """Terms that were offered."""
    undoable: list[dict[Place, Standing]] = field(default_factory=list)
    """For each decision of this sitting what was before it."""
    took: list[float] = field(default_factory=list)
    """Seconds between a deciding key and its confirmation."""
    _person: Person | None = None
    _from: int = 0
    _sent_at: float = 0.0

    @property
    def person(self) -> Person:
        assert self._person is not None
        return self._person

    @property
    def now(self) -> Standing:
        """The item shown, as the book has it."""
        return self.book.standing[self.place]

    @property
    def place(self) -> Place:
        assert self.card is not None
        return self.card.place

    @property
    def standing_text(self) -> str:
        """What an edit begins with."""
        row = look(self.shell.folder).rows[self.place]
        return row["english"] if row["english"] is not None else row["draft"] or ""

    # -- a sitting --------------------------------------------------------------------------------

    def sit(self, *words: str) -> None:
        """Starts a review and waits for its first card."""
        editor = self.tools / "editor"
        if not editor.exists():
            editor.write_text(EDITOR)
            editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
        self.undoable.clear()
        changes = {"VISUAL": str(editor), "LC_ALL": "C.UTF-8", "SRCXLATE_USER": self.who}
        self._from = 0
        self._person = Person(self.shell, *words, size=(50, 220), changes=changes)
        self._waits(KEYS)
        self.book.settle(look(self.shell.folder))  # what was sent to a program that was killed
        self._read_card()

    def quit(self) -> None:
        """Leaves with q."""
        self._press("q")
        self._waits("in this sitting")
        assert self.person.ended() == 0
        self._check()

    def close(self) -> None:
        """Ends the program, if it goes on."""
        if self._person:
            self._person.process.close(force=True)

    # -- keys that change nothing ------------------------------------------------------------------

    def help(self) -> None:
        self._press("?")
        self._waits("take the last decision back", KEYS)

    def history(self) -> None:
        """Looks at the history; every text that a person wrote for this item is in it."""
        self._press("h")
        self._waits("history of", KEYS)
        told = self.person.plain[self._from : self.person.seen]
        for text in (step[3] for step in self.now.steps):
            shown = None if text is None else " ".join(text.split())
            assert shown is None or shown in told or "accepted the draft unchanged" in told

    def skip(self) -> None:
        self._press("s")
        self._waits("skipped")
        self._shown()

    def go_to(self, what: str) -> None:
        self._press("g")
        self._waits("Go to (")
        self._type(what)
        self._waits("from now on:")
        self._shown()

    # -- keys that decide --------------------------------------------------------------------------

    def accept(self) -> None:
        """Accepts a draft, or approves a corrected text."""
        if self.now.status == "corrected":
            after = approved(self.now, self.who)
        else:
            after = written(self.now, self.standing_text, self.who, own=self.own)
        self._press("a", {self.place: after})
        self._decided()

    def edit(self, text: str) -> None:
        """Types a text in the place of what stands."""
        self._press("e")
        self._waits("English:")
        self._type("\x15" + text.replace("\n", "\x1b\r"), self._written(text))
        self._decided()

    def take(self, text: str) -> None:
        """Takes the English of a similar text as it is."""
        self._press("m")
        self._waits("English:")
        self._type("", self._written(text))
        self._decided()

    def insert(self, text: str) -> None:
        """Puts words in front of what stands."""
        standing = self.standing_text
        self._press("e")
        self._waits("English:")
        self._type("\x01" + text, self._written(f"{text}{standing}"))
        self._decided()

    def in_editor(self, text: str, editor: str = "script") -> None:
        """Writes a text in an editor: `script`, `ed` or `vi`."""
        (self.tools / "which").write_text(editor)
        (self.tools / "text").write_text(text)
        after = self._written(text)
        if editor == "script":
            self._press("E", after)
        else:
            self._press("E")
            self._waits(*{"ed": ["*"], "vi": ["what stands below", "~ ~"]}[editor])
            self.book.send(after)
            self._sent_at = time.monotonic()
            keys = {"ed": f"1c\r{text}\r.\rw\rq\r", "vi": f"1GS{text}\x1b:wq\r"}[editor]
            self.person.process.send(keys)
        self._decided()

    def give_back(self, reason: str) -> None:
        self._press("r")
        self._waits("Returned because:")
        self._type(reason, {self.place: given_back(self.now, reason, self.who)})
        self._waits(f"{' '.join(self.place)}: returned by {self.who}")
        self._confirmed()
        self._shown()

    def decide(self, key: str) -> None:
        """Decides the language of the item's work: j, k or z."""
        work = [place for place in self.book.standing if place[0] == self.place[0]]
        step: Step = ("undecided", "undrafted", self.who, None)
        now = {place: self.book.standing[place] for place in work}
        after = {p: replace(s, status="undrafted", steps=(*s.steps, step)) for p, s in now.items()}
        self._press(key, after)
        self._waits({"j": "is Japanese", "k": "is Korean", "z": "is Chinese"}[key])
        self._confirmed()
        self._shown()

    def draft(self) -> None:
        """Drafts the item's work now."""
        work = [place for place in self.book.standing if place[0] == self.place[0]]
        open_ = {place: self.book.standing[place] for place in work}
        after = {p: replace(s, status="drafted") for p, s in open_.items() if s.status == "undrafted"}
        self._press("d", after)
        self._waits("drafting …")
        since = self.person.seen
        self._shown(confirm=True)
        assert "no engine" not in self.person.plain[since:]

    def undo(self) -> None:
        """Takes the last decision back."""
        before = self.undoable[-1]
        after = {p: taken_back(self.book.standing[p], was, self.who) for p, was in before.items()}
        self._press("u", after)
        self._waits("taken back: ")
        self.undoable.pop()
        self._confirm()
        self._shown()

    def comment(self, text: str) -> None:
        self._press("c")
        self._waits("Comment:")
        self._type(text, fact=("comment", *self.place, self.who, text))
        self._waits("the comment is kept")
        self._confirm()
        self._check()

    # -- inside ------------------------------------------------------------------------------------

    def _written(self, text: str) -> dict[Place, Standing]:
        return {self.place: written(self.now, text, self.who, own=self.own)}

    def _press(
        self, key: str, after: Mapping[Place, Standing] | None = None, *, fact: Fact | None = None
    ) -> None:
        """Presses a key once the one before it was answered."""
        self._from = self.person.seen
        self.pressed[key] += 1
        self._send(key, after, fact)

    def _type(
        self, text: str, after: Mapping[Place, Standing] | None = None, *, fact: Fact | None = None
    ) -> None:
        """Types a line."""
        self._send(f"{text}\r", after, fact)

    def _send(
        self, keys: str, after: Mapping[Place, Standing] | None = None, fact: Fact | None = None
    ) -> None:
        if after or fact:
            self.book.send(after or {}, fact)
            self._sent_at = time.monotonic()
        try:
            self.person.process.send(keys)
        except OSError as error:  # the terminal is gone with the program
            raise Gone from error
        if after or fact:
            self.sent()

    def _waits(self, *texts: str) -> None:
        for text in texts:
            self._first(text)

    def _first(self, *texts: str) -> str:
        """Waits until one of the texts comes; gives it.

        :raises Gone: the program ended before.
        """
        person, last = self.person, time.monotonic() + ENOUGH
        plain = person.plain
        while True:
            come = {at: text for text in texts if (at := plain.find(text, person.seen)) >= 0}
            if come:
                at = min(come)
                person.seen = at + len(come[at])
                return come[at]
            alive = person.process.isalive()
            if person.rest(0.001):
                plain = person.plain
            elif not alive:
                raise Gone(plain[person.seen :])
            assert time.monotonic() < last, f"{texts} did not come: {plain[person.seen :]!r}"

    def _decided(self) -> None:
        """Waits for what a text or an approval comes to, answers the offers, and waits for the next card."""
        (after,) = self.book.sent.values()
        names = dict.fromkeys(n for n in (after.corrected_by, after.approved_by) if n)
        approved = " and approved" if after.status == "approved" else ""
        done = f"{approved} by {' and '.join(names)}"
        self._first(*(f"{' '.join(self.place)}: {deed}{done}" for deed in ("corrected", "accepted")))
        self._confirmed()
        self._shown()

    def _confirmed(self) -> None:
        """What was sent is confirmed: a decision, which can be taken back."""
        self.undoable.append({place: self.book.standing[place] for place in self.book.sent})
        self.reviewed[self.place] += 1
        self._confirm()

    def _confirm(self) -> None:
        self.took.append(time.monotonic() - self._sent_at)
        self.book.confirm()

    def _shown(self, *, confirm: bool = False) -> None:
        """Answers offers until a card or the end is shown, and looks whether all is as it must be."""
        while (come := self._first(_ELSEWHERE, _TERM, KEYS)) != KEYS:
            if come == _TERM:
                self._answer_term()
            else:
                self._answer_elsewhere()
        if confirm:
            self._confirm()
        self._read_card()

    def _read_card(self) -> None:
        plain = self.person.plain[self._from : self.person.seen]
        cards = list(_CARD.finditer(plain))
        left = plain.rfind(_LEFT)
        if cards and cards[-1].start() > left:
            language, status, source, key = cards[-1].groups()
            self.card = Card(language, status, (source, key or "title"))
            assert self.now.status == status, (self.card, self.now)
        else:
            assert left >= 0, f"neither a card nor the end: {plain!r}"
            self.card = None
        self._check()

    def _answer_elsewhere(self) -> None:
        """Every place where the same original waits must be offered, and no other."""
        rows = look(self.shell.folder).rows
        mine = rows[self.place]
        same = {
            place
            for place, row in rows.items()
            if row["present"] == mine["present"]
            and row["language"] == mine["language"]
            and row["status"] in ("drafted", "undrafted")
        }
        told = (
            self.person.plain[self._from : self.person.seen]
            .rpartition(_OPEN)[2]
            .partition(": this English")[0]
        )
        assert {tuple(place.split()) for place in told.split(", ")} == same
        text = mine["english"]
        assert text is not None
        standing = self.book.standing
        after = {p: written(standing[p], text, self.who, own=self.own) for p in same}
        self._press(self.same, after if self.same == "y" else None)
        if self.same == "y":
            self._waits(f"{len(same)} more: corrected")
            self.undoable.append({place: standing[place] for place in same})
            self.reviewed.update(same)
            self._confirm()

    def _answer_term(self) -> None:
        told = self.person.plain[self._from : self.person.seen]
        offer = re.findall(_OFFER, told)[-1]
        original, english, count = offer
        assert int(count) >= 3
        self.offered.append(original)
        key, another = self.terms.pop(0) if self.terms else ("n", "")
        if key == "n":
            self._press("n", fact=("declined", original, english, self.who, ""))
            self._waits("no term;")
        else:
            if key == "y":
                another = english
                self._press("y", fact=("term", original, english))
            else:
                self._press("e")
                self._waits("English for ")
                self._type(f"\x15{another}", fact=("term", original, another))
            if self._first(f"{original} = {another} is in", "here already") == "here already":
                self.book.send({})  # the glossary has it with other English: a person must change that entry
        self._confirm()

    def _check(self) -> None:
        faults = self.book.faults(look(self.shell.folder))
        assert not faults, "\n".join(faults)


_OFFER = r"A term for the glossary\? (.+?) = ‘(.+?)’ \((\d+) texts; drafts had"
"""How a term is offered."""


def editors() -> list[str]:
    """The real editors that are here."""
    return [name for name in ("ed", "vi") if shutil.which(name)]

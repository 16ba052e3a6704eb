"""The review on a terminal: a conversation over the queue, one item after the other, a key for a decision.

In come a person's sitting (:class:`srcxlate.desk.review.Review`), a keyboard and a console; what is decided
goes to the sitting, which is the only one to change anything. A card is printed for each item, under it the
keys; what happened is said in one line, and all of it stays readable in the terminal's scrollback.
"""

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from srcxlate import cards
from srcxlate.errors import Fault
from srcxlate.keyboard import BURST, ENTER, PASTE, HungUp, Keyboard
from srcxlate.show import percent, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from srcxlate.desk.decisions import Conflict, Item
    from srcxlate.desk.recall import Suggestion
    from srcxlate.desk.review import Done, Review

STAY: Final = "stay"
NEXT: Final = "next"
"""What may follow on a key, if no item is to be shown: the same keys again, or the next item."""


class _Quit(Exception):  # noqa: N818  # no error
    """The person has had enough."""


@dataclass(slots=True)
class Conversation:
    """One person's review on one terminal."""

    review: "Review"
    keyboard: Keyboard
    console: "Console"
    waiting: "list[Item]" = field(default_factory=list)
    """Items that were shown when the person went back to another; the last comes next."""
    mine: str | None = None
    """What the person wrote for the present item and what could not be kept yet."""
    similar: "tuple[Suggestion, ...]" = ()
    """What the memory has for the present item, as its card shows it."""

    def hold(self) -> None:
        """Goes on until nothing is left, or the person leaves (``q``, Ctrl-D) or is gone.

        :raises KeyboardInterrupt: Ctrl-C.
        :raises Fault: the next item cannot be had.
        """
        try:
            self._talk()
        except HungUp:
            return
        except OSError as error:
            if error.errno != errno.EIO:  # what a terminal answers that is gone
                raise

    def _talk(self) -> None:
        for line in (*self.review.settled.taken, *self.review.settled.left):
            self._say(line)
        try:
            item = self._next()
            while item:
                item = self._sit_at(item)
        except (_Quit, EOFError):
            pass
        count = len(set(self.review.decided))
        self._say(f"{count} {'segment' if count == 1 else 'segments'} decided in this sitting")

    # -- one item after the other ----------------------------------------------------------------

    def _next(self) -> "Item | None":
        """The next item of what was chosen; at its end the person may go elsewhere, or leave."""
        self.mine = None
        while True:
            if self.waiting:
                return self.review.reread(self.waiting.pop())
            try:
                item = self.review.next()
            except Fault as fault:  # nothing comes before what was decided is in its file
                if self._choice(str(fault), cards.AGAIN) == "q":
                    raise _Quit from fault
                continue
            if item:
                return item
            for line in self.review.held():
                self._say(line)
            if not self.review.undoable:
                self._say("nothing is left to review here")
                return None
            key = self._choice("nothing is left to review here", cards.END)
            if key == "q":
                return None
            if key == "u" and (item := self._taken_back()):
                return item
            if key == "g":
                self._go_to(None)

    def _sit_at(self, item: "Item") -> "Item | None":
        """Shows an item and takes keys until it is decided; gives the item to be shown next."""
        self._show(item)
        while True:
            keys = self._keys_for(item)
            step = self._press(item, keys, self.keyboard.key())
            if step == NEXT:
                return self._next()
            if not isinstance(step, str):
                return step

    def _keys_for(self, item: "Item") -> cards.Keys:
        return cards.keys_for(
            item,
            undo=self.review.undoable > 0,
            approve=self.review.may_approve(item),
            similar=bool(self.similar),
        )

    def _show(self, item: "Item") -> None:
        self.keyboard.settle()
        self.similar = ()
        try:
            done = len({*self.review.decided} - {item.segment.pk})
            behind = self.review.progress.left + len(self.waiting)
            details = self.review.details(item)
            self.similar = details.similar
            self._print("")
            self._print(cards.item_card(details, done, behind))
        except Fault as fault:
            self._say(str(fault))
        self._keys(self._keys_for(item))

    def _press(self, item: "Item", keys: cards.Keys, key: str) -> "Item | str":
        from srcxlate.desk.review import Conflict, Unwritten

        if key == ENTER:
            return item
        if key not in keys:
            self._say(self._no_key(item, key))
            return STAY
        try:
            return self._meanings[key](item)
        except Conflict as conflict:
            self._say(str(conflict))
            return conflict.now
        except Unwritten as unwritten:  # decided; the file is written before the next item comes
            self._say(str(unwritten))
            return NEXT
        except Fault as fault:
            self._say(str(fault))
            return STAY

    @staticmethod
    def _no_key(item: "Item", key: str) -> str:
        if key in (PASTE, BURST):
            return f"{key} is no key; nothing is done"
        if key == "a" and item.segment.status == "corrected":
            return "this is your own work: another person approves it"
        if key == "m":
            return "the memory has nothing for this one"
        if key == "u":
            return "nothing of this sitting is left to take back"
        if key in cards.ALL:
            return f"{key} ({cards.ALL[key]}) means nothing here: this one is {item.segment.status}"
        return f"{key} is no key here; ? tells all"

    @property
    def _meanings(self) -> "dict[str, Callable[[Item], Item | str]]":
        return {
            "a": self._accept,
            "e": lambda item: self._edit(item, lambda text: self.keyboard.ask("English: ", text)),
            "E": lambda item: self._edit(item, lambda text: self._in_editor(item, text), in_place=False),
            "m": self._from_memory,
            "d": self._draft,
            "j": lambda item: self._decide(item, "ja"),
            "k": lambda item: self._decide(item, "ko"),
            "z": lambda item: self._decide(item, "zh"),
            "r": self._give_back,
            "s": self._skip,
            "u": self._undo,
            "c": self._comment,
            "h": self._history,
            "g": lambda item: NEXT if self._go_to(item) else STAY,
            "?": self._help,
            "q": self._quit,
        }

    # -- what the keys do ------------------------------------------------------------------------

    def _accept(self, item: "Item") -> "Item | str":
        return self._finish(self.review.accept(item))

    def _decide(self, item: "Item", language: str) -> "Item | str":
        done = self.review.decide(item, language)
        self._say(done.said)
        return done.item  # it may be drafted now, or written

    def _draft(self, item: "Item") -> "Item | str":
        self._say("drafting …")
        return self.review.draft_now(item, None)

    def _skip(self, item: "Item") -> "Item | str":
        self.review.skip(item)
        self._say("skipped")
        return NEXT

    def _give_back(self, item: "Item") -> "Item | str":
        reason = self.keyboard.ask("Returned because: ")
        if not (reason and reason.strip()):
            self._say("not returned: there is no reason")
            return STAY
        return self._finish(self.review.give_back(item, reason))

    def _comment(self, item: "Item") -> "Item | str":
        words = self.keyboard.ask("Comment: ")
        if not (words and words.strip()):
            self._say("no comment")
            return STAY
        self.review.comment(item, words)
        self._say("the comment is kept")
        return STAY

    def _history(self, item: "Item") -> "Item | str":
        self._print(cards.history_card(self.review.details(item)))
        self._keys(self._keys_for(item))
        return STAY

    def _help(self, item: "Item") -> "Item | str":
        self._print(cards.help_card())
        self._keys(self._keys_for(item))
        return STAY

    def _quit(self, _: "Item") -> "Item | str":
        raise _Quit

    def _undo(self, item: "Item") -> "Item | str":
        back = self._taken_back()
        if back is None:
            return STAY
        if item.segment.pk != back.segment.pk:  # a language that was just decided is open again
            self.waiting.append(item)
        return back

    def _taken_back(self) -> "Item | None":
        """Takes the last decision back; gives its item."""
        from srcxlate.desk.review import Unwritten

        try:
            item = self.review.undo()
        except Unwritten as unwritten:
            self._say(str(unwritten))
            return unwritten.done.item
        except Fault as fault:
            self._say(f"not taken back: {fault}")
            return None
        if item is None:
            self._say("there is nothing to take back")
            return None
        self._say(f"taken back: {item.segment.source} {item.segment.key} is {item.segment.status} again")
        return item

    def _go_to(self, item: "Item | None") -> bool:
        """Asks what is to be reviewed from now on; whether the person said it. The present item is left."""
        what = self.keyboard.ask("Go to (ja ko zh und, a status, a note, an id, risk, all): ")
        if not (what and what.strip()):
            return False
        try:
            self.review.choose(*what.split())
        except Fault as fault:
            self._say(str(fault))
            return False
        for one in (*self.waiting, *([item] if item else [])):
            self.review.skip(one)
        self.waiting.clear()
        self._say(self.review.choose(*what.split()))  # what was left just now may come again
        return True

    # -- a person's text -------------------------------------------------------------------------

    def _edit(
        self, item: "Item", ask: "Callable[[str], str | None]", *, in_place: bool = True
    ) -> "Item | str":
        """Lets the person change what stands, or what could not be kept before, and keeps it."""
        standing = _standing(item)
        text = ask(standing if self.mine is None else self.mine)
        if text is None or not text.strip():
            self._say(
                "given up: nothing is changed" if text is None else "nothing is written, nothing changed"
            )
            return STAY
        if text.strip() == standing:
            if in_place and "a" in cards.keys_for(item, undo=False):
                return self._accept(item)
            self._say("unchanged: nothing is done")
            return STAY
        return self._correct(item, text.strip())

    def _from_memory(self, item: "Item") -> "Item | str":
        """Lets the person make the English of a similar text that of this one, as it is or changed."""
        number = "1"
        if len(self.similar) > 1:
            keys = {str(n): percent(one.similarity) for n, one in enumerate(self.similar, 1)}
            number = self._choice("which one?", {**keys, "n": "none"})
        chosen = self.similar[int(number) - 1] if number != "n" else None
        text = self.keyboard.ask("English: ", chosen.approved.english) if chosen else None
        if chosen is None or text is None or not text.strip():
            self._say("given up: nothing is changed")
            return STAY
        unchanged = text.strip() == chosen.approved.english
        return self._correct(item, text.strip(), f"as in {chosen.approved.where}" if unchanged else "")

    def _in_editor(self, item: "Item", text: str) -> str:
        segment = item.segment
        shown = {
            "original": segment.original,
            "romanised": segment.romanised,
            "printed": segment.printed,
            "draft": segment.draft.text if segment.draft else "",
        }
        return self.keyboard.in_editor(text, [f"{name}: {value}" for name, value in shown.items() if value])

    def _correct(self, item: "Item", text: str, reason: str = "") -> "Item | str":
        from srcxlate.desk.decisions import Conflict

        self.mine = text
        try:
            done = self.review.correct(item, text, reason=reason)
        except Conflict as conflict:
            return self._settle_conflict(conflict)
        self.mine = None
        self._finish(done)
        try:
            self._offer_elsewhere(done.item)
            self._offer_terms()
        except Fault as fault:  # the decision stands all the same
            self._say(str(fault))
        return NEXT

    def _settle_conflict(self, conflict: "Conflict") -> "Item | str":
        """The person's text and another's: which one stands is the person's choice."""
        mine = self.mine or ""
        while True:
            key = self._choice(str(conflict), cards.CONFLICT, cards.conflict_card(conflict.now, mine))
            if key == "t":
                self.mine = None
                self._say("theirs stays as it is")
                return conflict.now
            text = mine if key == "k" else self.keyboard.ask("English: ", mine)
            if text and text.strip():
                try:
                    return self._correct(conflict.now, text.strip())
                except Fault as fault:
                    self._say(str(fault))

    def _finish(self, done: "Done") -> str:
        self._say(done.said)
        return NEXT

    def _offer_elsewhere(self, item: "Item") -> None:
        """Where the same text waits elsewhere, the person may take the same English there."""
        same = self.review.elsewhere(item)
        if not same:
            return
        places = ", ".join(f"{one.segment.source} {one.segment.key}" for one in same)
        if self._choice(f"the same original waits at {places}: this English there too?", cards.YES_NO) == "y":
            self._finish(self.review.accept_elsewhere(item, same))

    def _offer_terms(self) -> None:
        """What was corrected again and again may become a term of the glossary."""
        for proposal in self.review.proposals():
            instead = " or ".join(f"‘{words}’" for words in proposal.instead)
            term = f"{proposal.original} = ‘{proposal.english}’"
            seen = f"{proposal.count} texts; drafts had {instead}"
            key = self._choice(f"A term for the glossary? {term} ({seen})", cards.PROPOSAL)
            if key == "n":
                self.review.decline(proposal)
                self._say("no term; it is not proposed again")
                continue
            english: str | None = proposal.english
            if key == "e":
                english = self.keyboard.ask(f"English for {visible(proposal.original)}: ", proposal.english)
            if english and english.strip():
                path = self.review.add_term(proposal, english.strip())
                self._say(f"{proposal.original} = {english.strip()} is in {path}; undo does not reach it")
            else:
                self._say("no term this time")

    # -- speaking --------------------------------------------------------------------------------

    def _choice(self, question: str, keys: cards.Keys, card: "RenderableType" = "") -> str:
        """One of the keys, asked for until it is pressed."""
        self.keyboard.settle()
        self._say(question)
        if card:
            self._print(card)
        self._keys(keys)
        while (key := self.keyboard.key()) not in keys:
            self._say(f"{key} is no key here: press {' or '.join(keys)}")
        return key

    def _say(self, line: str) -> None:
        from rich.text import Text

        self._print(Text(visible(line)))

    def _keys(self, keys: cards.Keys) -> None:
        self._print(cards.key_line(keys, self.console.width))

    def _print(self, shown: "RenderableType") -> None:
        self.console.print(shown)


def _standing(item: "Item") -> str:
    """The English that stands: a person's, else the draft."""
    draft = item.segment.draft
    return item.text or (draft.text if draft else "")

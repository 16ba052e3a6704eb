"""What a person types on a terminal: one key, a line, a text edited in place or in an editor.

In come questions, out come keys and texts; what they mean is decided elsewhere. The terminal keeps scrolling:
nothing here takes the whole screen, and what was typed stays readable above.
"""

import codecs
import os
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import termios
import tty
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from srcxlate.errors import Fault, Place
from srcxlate.show import visible

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
    from prompt_toolkit.layout.processors import Processor

MARK = "# ---- what stands below this line is not read ----"
"""In an editor's file, the line after the person's text."""
ENTER = "Enter"
PASTE = "pasted text"
BURST = "more than one key at once"

_AT_ONCE = 0.05
"""Seconds within which a key that was pressed before is here, over a slow line too."""
_QUIET = 0.25
"""Seconds without input after which keys typed ahead, or held down, have come to an end; a keyboard repeats
a key each 30 to 100 ms."""
_BURST = 0.02
"""Seconds within which keys came together: a person presses them further apart."""
_ESCAPE = 0.1
"""Seconds after which Escape is a key of its own, and not the beginning of one."""


class HungUp(SystemExit):
    """The terminal is gone, or the machine ends the program.

    A SystemExit, because an event loop passes on nothing else that a signal raises in it.
    """


class Keyboard:
    """The terminal's keys; made by :func:`open_keyboard`."""

    def __init__(self, screen: TextIO) -> None:
        self.screen = screen
        """Where questions are written: a terminal."""
        self.fd = sys.stdin.fileno()
        self.given = termios.tcgetattr(self.fd)
        """The modes that the terminal had."""
        self.dumb = os.environ.get("TERM", "").lower() in ("", "dumb", "unknown")
        """Whether the terminal can do nothing but write one line after the other."""

    def silence(self) -> None:
        """Keys come one by one and are not shown; Ctrl-C still interrupts."""
        with suppress(termios.error, OSError):  # the terminal is gone: the next key tells
            tty.setcbreak(self.fd, termios.TCSADRAIN)

    def restore(self) -> None:
        """The terminal's modes as they were."""
        with suppress(termios.error, OSError):
            termios.tcsetattr(self.fd, termios.TCSADRAIN, self.given)

    def settle(self) -> None:
        """Drops what was typed ahead and waits until a key held down is let go."""
        wait = _AT_ONCE
        while select.select([self.fd], [], [], wait)[0]:
            if not os.read(self.fd, 4096):
                raise EOFError
            wait = _QUIET

    def key(self) -> str:
        """The next key: a character, or words for what is none (an arrow, pasted text).

        Several characters at once are no key: that is text, pasted on a terminal that does not say so.

        :raises EOFError: Ctrl-D, or the terminal is gone.
        :raises KeyboardInterrupt: Ctrl-C.
        """
        with self._pastes_told():
            pressed = self._presses()
        if len(pressed) > 1:
            self.settle()
            return BURST
        return pressed[0]

    def _presses(self) -> list[str]:
        from prompt_toolkit.input.vt100_parser import Vt100Parser
        from prompt_toolkit.key_binding import KeyPress

        pressed: list[KeyPress] = []
        parser = Vt100Parser(pressed.append)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        wait = None
        while True:
            if select.select([self.fd], [], [], wait)[0]:
                data = os.read(self.fd, 4096)
                if not data:
                    raise EOFError
                parser.feed(decode(data))
                wait = _BURST
            else:
                parser.flush()
                if pressed:
                    return [_name(press.key, press.data) for press in pressed]
                wait = None  # in the middle of a long paste

    @contextmanager
    def _pastes_told(self) -> Iterator[None]:
        """Inside the block the terminal marks pasted text, and a program that was stopped goes on silent."""
        before = signal.signal(signal.SIGCONT, lambda *_: self.silence())
        self._write("" if self.dumb else "\x1b[?2004h")
        try:
            yield
        finally:
            signal.signal(signal.SIGCONT, before)
            with suppress(OSError):
                self._write("" if self.dumb else "\x1b[?2004l")

    def _write(self, text: str) -> None:
        self.screen.write(text)
        self.screen.flush()

    def ask(self, question: str, default: str = "") -> str | None:
        """A text that the person types or edits in place; None where it was given up.

        Enter ends it, Alt-Enter begins a new line, Escape and Ctrl-C give it up. A dumb terminal cannot edit:
        there the whole is typed anew, and nothing gives it up.

        :raises EOFError: Ctrl-D on an empty line, or the terminal is gone.
        """
        if self.dumb:
            return self._ask_plainly(question)
        session = _session(question, self.screen)
        try:
            return session.prompt(default=default)
        except KeyboardInterrupt:
            return None
        finally:
            self.silence()

    def _ask_plainly(self, question: str) -> str | None:
        self._write(f"{question}(the whole text, then Enter; Enter alone gives up) ")
        self.restore()
        try:
            data = os.read(self.fd, 65536)
        except KeyboardInterrupt:
            self._write("\n")
            return None
        finally:
            self.silence()
        if not data:
            raise EOFError
        return data.decode(errors="replace").strip() or None

    def in_editor(self, text: str, below: Sequence[str]) -> str:
        """A text as the person left it in the editor that VISUAL or EDITOR names.

        :param below: lines that are shown under the text and not read.
        :raises Fault: there is no editor, or it failed; what was written stays in a file that is named.
        """
        command = _editor()
        folder = Path(tempfile.mkdtemp(prefix="srcxlate-"))  # nobody else may look into it
        path = folder / "english.txt"
        comments = [MARK, *(f"# {line}" for whole in below for line in visible(whole).splitlines())]
        before = "\n".join([text, "", *comments, ""]).encode()
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(before)
        status = self._run([*command, str(path)])
        return _written(path, before, comments, status, command[0])

    def _run(self, words: Sequence[str]) -> int:
        """Runs a program on the terminal to its end; Ctrl-C is the program's own meanwhile."""
        self.restore()
        interrupt = signal.signal(signal.SIGINT, lambda *_: None)
        try:
            return subprocess.Popen(words, stdout=self.screen).wait()  # noqa: S603 - the person's own words
        except OSError as error:
            mend = "Set VISUAL or EDITOR to a program that is there."
            raise Fault(f"the editor {words[0]!r} does not start: {error.strerror}", mend=mend) from error
        finally:
            signal.signal(signal.SIGINT, interrupt)
            self.silence()


def check_terminal(screen: TextIO) -> None:
    """Sees that there is a person to talk to.

    :param screen: where questions are written: stdout or stderr.
    :raises Fault: stdin or the screen is no terminal.
    """
    if not (sys.stdin.isatty() and screen.isatty()):
        raise Fault(
            "a review needs a terminal, to read keys from and to write to",
            mend="Run it in one, without a pipe; 'srcxlate queue --json' is for programs.",
        )


@contextmanager
def open_keyboard(screen: TextIO) -> Iterator[Keyboard]:
    """The keys of the terminal that stdin is; its modes are given back in the end.

    Inside the block a hangup and a call to end (SIGHUP, SIGTERM) raise :class:`HungUp`.

    :param screen: where questions are written: a terminal.
    """
    keyboard = Keyboard(screen)
    before = {name: signal.signal(name, _hang_up) for name in (signal.SIGHUP, signal.SIGTERM)}
    try:
        keyboard.silence()
        yield keyboard
    finally:
        keyboard.restore()
        for name, handler in before.items():
            signal.signal(name, handler)


def _hang_up(signal_number: int, _: object) -> NoReturn:
    signal.signal(signal_number, signal.SIG_IGN)  # once is enough: what follows is tidying up
    raise HungUp(0)


def _name(key: str, data: str) -> str:
    """A key as a person knows it.

    :raises EOFError: it is Ctrl-D.
    """
    from prompt_toolkit.keys import Keys

    if key == Keys.ControlD:
        raise EOFError
    if key == Keys.BracketedPaste:
        return PASTE
    if key in (Keys.ControlM, Keys.ControlJ):
        return ENTER
    if len(data) == 1 and data.isprintable():
        return data
    return str(getattr(key, "value", key))


# -- editing in place ----------------------------------------------------------------------------


def _session(question: str, screen: TextIO) -> "PromptSession[str]":
    """A prompt that never asks the terminal for anything: answers would be read as keys afterwards."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.history import DummyHistory
    from prompt_toolkit.input import create_input
    from prompt_toolkit.output.vt100 import Vt100_Output

    def size() -> Size:
        columns, rows = os.get_terminal_size(screen.fileno())
        return Size(rows=rows or 24, columns=columns or 80)

    session: PromptSession[str] = PromptSession(
        question,
        multiline=True,
        prompt_continuation=lambda width, *_: " " * width,
        key_bindings=_bindings(),
        input_processors=[_escapes()],
        history=DummyHistory(),
        reserve_space_for_menu=0,
        input=create_input(sys.stdin),
        output=Vt100_Output(screen, size, term=os.environ.get("TERM"), enable_cpr=False),
    )
    session.app.timeoutlen = session.app.ttimeoutlen = _ESCAPE
    return session


def _bindings() -> "KeyBindings":
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("enter")
    @bindings.add("c-j")
    def _(event: "KeyPressEvent") -> None:
        event.current_buffer.validate_and_handle()

    @bindings.add("escape", "enter")
    def _(event: "KeyPressEvent") -> None:
        event.current_buffer.insert_text("\n")

    @bindings.add("escape")
    def _(event: "KeyPressEvent") -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-z")
    def _(event: "KeyPressEvent") -> None:
        """Nothing: left alone it would become a character of the text."""

    return bindings


def _escapes() -> "Processor":
    """Shows as an escape what could move the cursor or turn the writing round; the text stays as it is."""
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
    from prompt_toolkit.layout.utils import explode_text_fragments

    class Escapes(Processor):
        def apply_transformation(self, given: TransformationInput) -> Transformation:
            shown: StyleAndTextTuples = []
            starts = [0]
            for fragment in explode_text_fragments(given.fragments):
                shown.append((fragment[0], visible(fragment[1])))
                starts.append(starts[-1] + len(shown[-1][1]))
            last = len(starts) - 1
            return Transformation(
                shown, lambda at: starts[min(at, last)], lambda at: min(bisect_right(starts, at) - 1, last)
            )

    return Escapes()


# -- an editor -----------------------------------------------------------------------------------


def _editor() -> list[str]:
    """The person's editor as the words of a command."""
    for name in ("VISUAL", "EDITOR"):
        if told := os.environ.get(name, "").strip():
            try:
                return shlex.split(told)
            except ValueError as error:
                raise Fault(f"{name} is no command: {told}", mend="Check its quotation marks.") from error
    for name in ("nano", "vi"):
        if found := shutil.which(name):
            return [found]
    raise Fault("no editor is named, and neither nano nor vi is here", mend="Set VISUAL or EDITOR.")


def _written(path: Path, before: bytes, comments: Sequence[str], status: int, editor: str) -> str:
    """What the editor left; the file goes once it is read whole, and stays where something went wrong."""
    place = Place(str(path))
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if status and data not in (before, b""):
        mend = "Nothing is taken over; what you wrote is in this file."
        raise Fault(f"{editor} ended with status {status}", mend=mend, place=place)
    if not status:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            mend = "Nothing is taken over; save it as UTF-8. What you wrote is in this file."
            raise Fault("is not UTF-8", mend=mend, place=place) from error
    shutil.rmtree(path.parent, ignore_errors=True)  # an editor's own copies are private too
    if status:
        raise Fault(f"{editor} ended with status {status}", mend="Nothing is taken over.")
    return _text(text, comments)


def _text(written: str, comments: Sequence[str]) -> str:
    """A person's text without the lines that were put under it."""
    above = written.partition(MARK)[0].splitlines()
    return "\n".join(line.rstrip() for line in above if line not in comments).strip()

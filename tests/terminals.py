"""A person at a terminal: `srcxlate review` in a pseudo-terminal, its screen as pyte draws it."""

import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any

import pexpect
import pyte

from .conftest import Shell

KEYS = "q quit"
"""What ends the line of keys."""
ENOUGH = 20.0
"""Seconds after which what a test waits for does not come."""
REVIEW = [sys.executable, "-S", "-c", "from srcxlate.cli import main; main()", "review"]


class Person:
    """Starts a review and talks with it; waits for what it prints before it sends a key."""

    def __init__(
        self,
        shell: Shell,
        *words: str,
        size: tuple[int, int] = (24, 80),
        changes: Mapping[str, str] | None = None,
        command: Sequence[str] = REVIEW,
    ) -> None:
        environment = {**os.environ, **shell.environment, **shell.changes, "TERM": "xterm-256color"}
        for name in ("COLUMNS", "LINES", "NO_COLOR", "VISUAL", "EDITOR"):
            environment.pop(name, None)
        self.process = pexpect.spawn(
            command[0],
            [*command[1:], *words],
            cwd=str(shell.folder),
            env={**environment, **(changes or {})},
            dimensions=size,
            encoding="utf-8",
        )
        self.process.delaybeforesend = None
        self.screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        """All that came, escapes included."""
        self.seen = 0
        """How much of it was waited for."""

    def __enter__(self) -> "Person":
        return self

    def __exit__(self, *_: Any) -> None:
        self.process.close(force=True)

    def sees(self, *texts: str) -> None:
        """Waits until each text has come, one after the other; where its lines break does not matter."""
        for text in texts:
            last = time.monotonic() + ENOUGH
            while text not in (new := self.plain[self.seen :]):
                assert time.monotonic() < last, f"{text!r} did not come: {new!r}"
                if not self._read(0.5):
                    assert text in self.plain[self.seen :], f"{text!r} did not come, it ended: {new!r}"
            self.seen = self.plain.index(text, self.seen) + len(text)

    def presses(self, keys: str, *texts: str) -> None:
        """Sends keys and waits for texts."""
        self.process.send(keys)
        self.sees(*texts)

    def _read(self, seconds: float) -> bool:
        try:
            come = self.process.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += come
        self._stream.feed(come)
        return True

    def rest(self, seconds: float = 0.3) -> str:
        """What else comes within a time."""
        before = len(self.raw)
        last = time.monotonic() + seconds
        while time.monotonic() < last and self._read(0.05):
            pass
        return self.raw[before:]

    def ended(self) -> int | None:
        """The exit status, once the program has ended; a signal's number as a negative one."""
        last = time.monotonic() + ENOUGH
        while self._read(0.5):
            assert time.monotonic() < last, f"it goes on: {self.plain[self.seen :]!r}"
        self.process.wait()
        signalled: int | None = self.process.signalstatus
        return self.process.exitstatus if signalled is None else -signalled

    def killed(self, number: int) -> None:
        """Sends the program a signal."""
        process: Any = self.process.pid
        os.kill(process, number)

    def leaves(self) -> None:
        """Closes the terminal under the program, and waits for its end."""
        terminal: Any = getattr(self.process, "ptyproc")  # noqa: B009 - not in the library's stubs
        terminal.fileobj.close()
        self.process.wait()

    @property
    def lines(self) -> list[str]:
        """The screen as a person sees it; a wide character once."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def plain(self) -> str:
        """The words of all that came: without escape sequences, with single spaces."""
        return re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>78]", "", self.raw))

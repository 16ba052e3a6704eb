"""The command line: one command a stage, each a thin skin over the library.

stdout holds what was asked for, JSON alone with ``--json``; progress and remarks go to stderr. Exit
status: 0 done, 1 findings, 2 wrong input, call or machine, 130 interrupted. Heavy modules are imported
inside the commands, so that ``--help`` is quick and loads neither Django nor an engine.
"""

import os
import sys
import threading
from contextlib import suppress
from typing import Annotated, NoReturn

import typer

from srcxlate import __version__
from srcxlate.cli import editor, glossary, memory, mend, models, record, review, works
from srcxlate.cli.common import complain
from srcxlate.errors import Fault

app = typer.Typer(
    name="srcxlate",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="A translation desk for research that cites Japanese, Korean and Chinese sources.",
)
for _command in (
    works.init,
    works.run,
    works.extract,
    works.route,
    works.draft,
    works.queue,
    review.review,
    record.publish,
    record.load,
    works.show,
    editor.add,
    editor.check,
):
    app.command()(_command)
app.add_typer(mend.app, name="mend")
app.add_typer(editor.findings, name="findings")
app.add_typer(models.app, name="models")
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")


def main() -> None:
    """The console script: runs a command and turns a fault into one line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app(prog_name="srcxlate", standalone_mode=False) or 0
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        status = 130
    except (BrokenPipeError, SystemExit):  # the reader of stdout has left; Typer makes that an exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        status = 0
    except Exception as error:
        complain(_said(error))
        status = 2
    if status == 130:  # Typer gives this back for an interrupted command
        complain("interrupted; what is finished is kept, and the same command goes on with the rest")
    _leave(status)


def _said(error: Exception) -> str:
    """What went wrong, for people; a line for each fault."""
    if isinstance(error, Fault):
        return str(error)
    if hasattr(error, "format_message"):  # a wrong call, told by the option parser
        context = getattr(error, "ctx", None)
        hint = f" See '{context.command_path} --help'." if context else ""
        return " ".join(f"{error.format_message().rstrip('.')}.{hint}".split())
    if isinstance(error, OSError):
        from srcxlate.files import from_os

        return str(from_os(error, str(error.filename or "the system")))
    if os.environ.get("SRCXLATE_DEBUG"):
        raise error
    name = type(error).__name__
    told = " ".join(str(error).split())[:200]
    mend = "Please report it; SRCXLATE_DEBUG=1 shows where it is."
    return f"this is a mistake in srcxlate itself ({name}: {told}). {mend}"


def _leave(status: int) -> NoReturn:
    """Ends the process; a model that still computes in the background is not waited for."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    if any(thread.daemon for thread in threading.enumerate()):
        os._exit(status)
    sys.exit(status)


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"srcxlate {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())

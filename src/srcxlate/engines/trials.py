"""A new model's first sentence, in a process of its own: one that does not draft is never installed.

What comes in is a folder with a model's files and the code that drafts with them; what goes out is why that
failed, in a few words. The runtime is C++: a crafted file that gets past the checks may end the process, or
hold it for ever, and then it is not this one.
"""

import subprocess
import sys
from pathlib import Path

LONGEST = 300
"""Seconds until a model must have drafted its first sentence."""


def objection(code: str, folder: Path, *words: str, seconds: float = LONGEST) -> str:
    """Why a model does not draft; empty if it does.

    :param code: Python that loads the model and drafts; it ends with one line on standard error if it cannot.
        The folder and the words are its arguments.
    """
    command = [sys.executable, "-P", "-c", code, str(folder), *words]
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter and code
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it took more than {seconds} seconds over one sentence"
    if done.returncode == 0:
        return ""
    told = done.stderr.decode(errors="replace").strip().splitlines()[-1:] if done.returncode > 0 else []
    return told[0].replace(f"{folder}/", "")[:300] if told else f"it ended the program ({done.returncode})"

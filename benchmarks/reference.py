"""Argos Translate itself in an environment of its own, for the drafting benchmark to compare with.

In: a folder for the environment, models of the store, sentences. Out: what Argos makes of them, and the
seconds it took. The environment is made with uv, once: 219 MB with links into uv's cache.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from srcxlate.engines import Engine, Request, argos, cores, store
from srcxlate.engines.packages import METADATA
from srcxlate.errors import Fault

PROJECT = Path(__file__).parents[1] / "pyproject.toml"

English = dict[str, str]
"""The English of each text."""
Asked = Sequence[tuple[Engine, Request]]
"""Sentences, each with the engine that gets it."""


class Reference:
    """Argos Translate in a process of its own, which answers a turn at a time."""

    def __init__(self, python: Path, models: Sequence[store.Model], folder: Path) -> None:
        self.codes: dict[str, str] = {}
        packages = folder / "packages"
        packages.mkdir()
        for model in models:
            (packages / model.name).symlink_to(model.path)
            code = json.loads((model.path / METADATA).read_bytes())["from_code"]
            self.codes |= dict.fromkeys(model.languages, code)
        settings = {f"XDG_{name}_HOME": str(folder) for name in ("DATA", "CONFIG", "CACHE")} | {
            "ARGOS_PACKAGES_DIR": str(packages),
            "ARGOS_CHUNK_TYPE": "MINISBD",
            "ARGOS_INTRA_THREADS": str(cores()),
            "ARGOS_BEAM_SIZE": str(argos.DECODING["beam_size"]),
            "ARGOS_COMPUTE_TYPE": argos.COMPUTE_TYPE,
        }
        others = {key: value for key, value in os.environ.items() if not key.startswith("ARGOS_")}
        self.process = subprocess.Popen(
            [python, Path(__file__).with_name("reference_argos.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=others | settings,
        )
        self.importing = self._answer()["seconds"]

    def translate(self, asked: Asked) -> tuple[float, English]:
        """The seconds that it took for the texts, and their English."""
        texts: dict[str, list[str]] = {}
        for _, request in asked:
            code = self.codes.get(request.script or "") or self.codes[request.language]
            texts.setdefault(code, []).append(request.text)
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(texts) + "\n")
        self.process.stdin.flush()
        answer = self._answer()
        pairs = (
            (text, line)
            for code in texts
            for text, line in zip(texts[code], answer["english"][code], strict=True)
        )
        return answer["seconds"], dict(pairs)

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise Fault(f"Argos Translate ended with status {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer


def environment(folder: Path) -> Path:
    """The Python of an environment with the same Argos Translate and runtime, made unless it is there.

    What Argos wants for cutting sentences, PyTorch with it, is left out, as in this project's environment.
    """
    if not (uv := shutil.which("uv")):
        raise Fault("Argos Translate needs an environment, and uv is not here", mend="Use --no-reference")
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, folder], check=True)
    project = tomllib.loads(PROJECT.read_text())
    overrides = folder / "overrides.txt"
    overrides.write_text("\n".join(project["tool"]["uv"]["override-dependencies"]))
    wanted = [f"{name}=={version(name)}" for name in ("argostranslate", "ctranslate2", "sentencepiece")]
    options = ["--quiet", "--python", str(python), "--overrides", str(overrides)]
    subprocess.run([uv, "pip", "install", *options, *wanted], check=True)
    return python

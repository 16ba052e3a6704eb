"""Kills installs of models at random moments: what was there goes on working, and the next try ends well.

In: how many times, and a seed. Three kinds of install are killed in turn with SIGKILL, each the real command
or the function behind it in a process of its own: the conversion of a published model (made up, of 9 million
weights; with ``--real`` the published one, from the packages of the extra ``local``), the download of an
Argos package from a server on the loopback, and the unpacking of one. Half of the kills fall anywhere, half
once something lies in the store. Out: where they fell, and what was wrong; exit status 1 unless nothing was::

    python benchmarks/kill_installs.py --times 100

After each kill: every model that the store lists is sound to the byte and drafts, the old one among them; the
same install, run again, ends well; and nothing of the dead one is left beside the models.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import site
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
_tests = ModuleType("tests")  # some installed package is called so, too
_tests.__path__ = [str(ROOT / "tests")]
sys.modules["tests"] = _tests

from tests.engines import tiny  # noqa: E402
from tests.engines.test_index import PACKAGES, Served, Site, entry, serving  # noqa: E402
from tests.engines.test_published import Registry  # noqa: E402

from srcxlate.engines import Request, store  # noqa: E402
from srcxlate.engines.choose import add, make_engines  # noqa: E402
from srcxlate.engines.published import PUBLISHED, Published  # noqa: E402

KINDS = ("conversion", "download", "unpacking")
WHERE = ("nothing in the store yet", "half in the store", "installed")
SIZE = tiny.Size(layers=4, width=384, inner=1536, heads=6, key_heads=2)
NAME = "argos-test-ja-en-0.1"
_CLI = "from srcxlate.cli import main; main()"
_PULL = (
    "import json, sys; from srcxlate.engines import published; told = json.loads(sys.argv[1]);"
    "told['parts'] = tuple(map(tuple, told['parts']));"
    "published.pull(published=published.Published(**told))"
)


def main() -> int:
    """Prints a table; 1 unless nothing was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--times", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--real", action="store_true", help="convert the published model: about a minute each"
    )
    told = parser.parse_args()
    began = time.monotonic()
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]  # the server is on the loopback
    with tempfile.TemporaryDirectory() as folder, serving() as site_:
        kills = Kills(Path(folder), site_, random.Random(told.seed), real=told.real)
        for number in range(told.times):
            kills.kill(KINDS[number % 3], aimed=number // 3 % 2 == 0)
    kills.print_table(time.monotonic() - began)
    return bool(kills.faults)


class Install:
    """A kind of install: what the store holds before, how it is run, what it leaves when it is whole."""

    def __init__(self, command: list[str], before: Path, new: str, digest: str) -> None:
        self.command, self.before, self.new, self.digest = command, before, new, digest
        self.seconds = 2.0
        """What a whole run takes; a guess until there was one."""


class Kills:
    """The installs, and what was found after each kill."""

    def __init__(self, folder: Path, site_: Site, chance: random.Random, *, real: bool) -> None:
        self.folder, self.chance, self.real = folder, chance, real
        self.site = site_
        self.store = folder / "store"
        self.environment = os.environ | {
            "SRCXLATE_MODELS": str(self.store),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(folder / "site"), *site.getsitepackages()]),
        }
        self.fell: Counter[tuple[str, str]] = Counter()
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        makers: dict[str, Callable[[], Install]] = {
            "conversion": self.conversion,
            "download": self.download,
            "unpacking": self.unpacking,
        }
        self.installs = {kind: makers[kind]() for kind in KINDS}

    # -- the three kinds -----------------------------------------------------------------------------

    def conversion(self) -> Install:
        """A pull over a model of the same name that was made from something else."""
        published = PUBLISHED if self.real else self.made_up()
        before = self.folder / "before-conversion"
        old = tiny.write(self.folder / f"{published.name}.gguf", weights=tiny.tensors(seed=3))
        with self.stored_in(before):
            add(old)
        command = [_CLI, "models", "pull", "local"] if self.real else [_PULL, json.dumps(asdict(published))]
        return Install(command, before, published.name, published.digest)

    def made_up(self) -> Published:
        """A model that is large enough to be killed in its conversion, in packages of its own."""
        place = self.folder / "site"
        place.mkdir()
        registry = Registry(place)
        whole = tiny.write(place / "whole.gguf", size=SIZE, weights=tiny.tensors(SIZE)).read_bytes()
        cut = len(whole) // 3 + 1
        for number in (1, 2, 3):
            registry.put(number, whole[(number - 1) * cut : number * cut])
        return replace(registry.published, size=len(whole), digest=hashlib.sha256(whole).hexdigest())

    def download(self) -> Install:
        """A pull of a package of which an older version is installed."""
        package = (PACKAGES / "translate-ja_en-0_1.argosmodel").read_bytes()
        self.site.served["/ja.argosmodel"] = Served(package, etag='"1"', pause=0.05)
        self.site.offer(entry("ja", "0.1", self.site.link("ja")))
        before = self.folder / "before-download"
        with self.stored_in(before):
            add(self.changed("0.0.9"))
        command = [_CLI, "models", "pull", "argos", "ja", "--index", self.site.index]
        return Install(command, before, NAME, hashlib.sha256(package).hexdigest())

    def unpacking(self) -> Install:
        """A package over another one of the same name."""
        package = PACKAGES / "translate-ja_en-0_1.argosmodel"
        before = self.folder / "before-unpacking"
        with self.stored_in(before):
            add(self.changed("0.1"))
        return Install([_CLI, "models", "add", str(package)], before, NAME, store.sha256(package))

    def changed(self, version: str) -> Path:
        """The Japanese test package with another version, or at least other bytes."""
        path = self.folder / f"changed-{version}.argosmodel"
        with (
            zipfile.ZipFile(PACKAGES / "translate-ja_en-0_1.argosmodel") as old,
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for info in old.infolist():
                data = old.read(info)
                if info.filename.endswith("/metadata.json"):
                    data = json.dumps(json.loads(data) | {"package_version": version}, indent=7).encode()
                new.writestr(info.filename, data)
        return path

    # -- killing -------------------------------------------------------------------------------------

    def kill(self, kind: str, *, aimed: bool) -> None:
        """Kills an install and looks at what is found.

        :param aimed: whether it waits until something lies in the store.
        """
        install = self.installs[kind]
        shutil.rmtree(self.store, ignore_errors=True)
        shutil.copytree(install.before, self.store)
        process = self.start(install)
        if aimed:
            while process.poll() is None and not self.begun():
                time.sleep(0.001)
            pause = self.chance.uniform(0, 0.5 * install.seconds)
        else:
            pause = self.chance.uniform(0, 1.1 * install.seconds)
        end = time.monotonic() + pause
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        self.counts["killed" if process.returncode == -signal.SIGKILL else "too late: it had ended"] += 1
        self.look(kind, install)
        self.end_well(kind, install)

    def start(self, install: Install) -> "subprocess.Popen[str]":
        """The install, running."""
        return subprocess.Popen(
            [sys.executable, "-c", *install.command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def begun(self) -> bool:
        """Whether something unfinished lies in the store."""
        downloads = self.store / ".downloads"
        half = downloads.exists() and any(path.suffix == ".part" for path in downloads.iterdir())
        return half or any(path.name.startswith(".installing-") for path in self.store.iterdir())

    def look(self, kind: str, install: Install) -> None:
        """What is there after a kill: models that work, the old one or the new one among them."""
        with self.stored_in(self.store):
            models = {model.name: model for model in store.installed()}
        with self.stored_in(install.before):
            old = store.installed()[0]
        there = models.get(install.new)
        new = there is not None and there.digest == install.digest
        self.fell[kind, WHERE[2] if new else WHERE[1] if self.begun() else WHERE[0]] += 1
        if not new and models.get(old.name) != replace(old, path=self.store / old.name):
            # Between two renames the old one is beside its place: the next install puts it back.
            aside = any(path.name.startswith(".replaced-") for path in self.store.iterdir())
            self.counts["old model aside until the next install"] += aside
            if not aside:
                self.faults.append(f"{kind}: the old model is gone")
        self.check_models(kind)

    def end_well(self, kind: str, install: Install) -> None:
        """The same install again: it ends well, and nothing else is left."""
        began = time.monotonic()
        process = self.start(install)
        _, told = process.communicate()
        install.seconds = time.monotonic() - began
        if process.returncode:
            self.faults.append(f"{kind}: run again it ends with {process.returncode}: {told.strip()[-300:]}")
        with self.stored_in(self.store):
            models = {model.name: model for model in store.installed()}
        if install.new not in models or models[install.new].digest != install.digest:
            self.faults.append(f"{kind}: run again it does not install {install.new}")
        self.check_models(kind)
        downloads = self.store / ".downloads"
        left = [path.name for path in self.store.iterdir() if path.name not in models]
        left += [path.name for path in downloads.iterdir()] if downloads.exists() else []
        usual = {".lock", ".downloads", "trusted.json"}
        if rest := [name for name in left if name not in usual and not name.endswith(".lock")]:
            self.faults.append(f"{kind}: left behind: {', '.join(rest)}")

    def check_models(self, kind: str) -> None:
        """Every model that is listed is sound and drafts."""
        with self.stored_in(self.store):
            faults = [
                *store.broken(),
                *(fault for model in store.installed() for fault in store.verify(model)),
            ]
            self.faults += [f"{kind}: {fault}" for fault in faults]
            for model in store.installed():
                (engine,) = make_engines({"ja": model}).values()
                drafted = list(engine.draft([Request("これは試験です。", "ja")]))
                self.counts["models that verified and drafted"] += len(drafted) == 1

    @contextmanager
    def stored_in(self, folder: Path) -> Iterator[None]:
        """Makes a folder the store of this process."""
        before = os.environ.get("SRCXLATE_MODELS")
        os.environ["SRCXLATE_MODELS"] = str(folder)
        try:
            yield
        finally:
            del os.environ["SRCXLATE_MODELS"]
            if before is not None:
                os.environ["SRCXLATE_MODELS"] = before

    def print_table(self, seconds: float) -> None:
        """Where the kills fell, and what was found."""
        print(f"{'killed with':14}" + "".join(f"{where:>26}" for where in WHERE) + f"{'a whole run, s':>18}")
        for kind in KINDS:
            row = "".join(f"{self.fell[kind, where]:26}" for where in WHERE)
            print(f"{kind:14}{row}{self.installs[kind].seconds:18.1f}")
        print()
        for name, number in self.counts.items():
            print(f"{name:42}{number:6}")
        print(f"{'seconds':42}{seconds:6.0f}")
        for fault in self.faults:
            print(f"WRONG: {fault}")
        print(f"{len(self.faults)} wrong")


if __name__ == "__main__":
    sys.exit(main())

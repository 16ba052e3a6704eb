"""Installs of local models on a full disk, and when they are killed: the old model goes on working."""

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path

import pytest

pytest.importorskip("gguf", reason="the extra `local` is not installed")
pytest.importorskip("tokenizers", reason="the extra `local` is not installed")

from tests.engines import tiny
from tests.engines.test_folders import make
from tests.engines.test_published import Registry, left

from srcxlate.engines import Request, store
from srcxlate.engines.choose import add, make_engines
from srcxlate.engines.published import pull
from srcxlate.errors import Fault

pytestmark = pytest.mark.local


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    return Registry(site)


def old_one(tmp_path: Path) -> store.Model:
    """Another model under the name that the pulled one will have."""
    path = tiny.write(tmp_path / "tiny.gguf", weights=tiny.tensors(seed=9))
    return add(path)[0]


def works(model: store.Model) -> bool:
    """Whether it is installed as it was, sound, and drafts."""
    there = store.find(model.name)
    drafts = list(make_engines({"zh": there})["zh"].draft([Request("技术", "zh", "zh-Hans")]))
    return there == model and store.verify(there) == () and len(drafts) == 1 and store.broken() == ()


class TestFullDisk:
    @pytest.fixture
    def disk(self, store_folder: Path) -> Iterator[Path]:
        """A store on a disk of its own."""
        store_folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=8m", "srcxlate-test", str(store_folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
        try:
            yield store_folder
        finally:
            subprocess.run(["umount", "-l", str(store_folder)], check=True)

    def leave(self, disk: Path, room: int) -> Path:
        """Fills the disk but for some bytes."""
        filler = disk / ".filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        os.truncate(filler, filler.stat().st_size - room)
        return filler

    @pytest.fixture
    def unreserved(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the look at the free room that comes before, which would refuse all."""
        monkeypatch.setattr(store, "_check_room", lambda *_: None)

    @pytest.mark.usefixtures("unreserved")
    @pytest.mark.parametrize(
        "room",
        [4096 * n for n in (6, 30, 32, 36, 40)],
    )
    def test_pull(self, disk, registry, tmp_path, room):
        """In the join (29 pages), in the conversion, and at the manifest."""
        old = old_one(tmp_path)
        filler = self.leave(disk, room)
        with pytest.raises(Fault, match="the disk is full") as caught:
            pull(published=registry.published)
        assert "\n" not in str(caught.value)
        assert "Free some space" in caught.value.mend
        assert left(disk) == [".filler", "tiny"]
        assert works(old)
        filler.unlink()
        assert works(pull(published=registry.published))

    @pytest.mark.usefixtures("unreserved")
    @pytest.mark.parametrize("kind", ["gguf", "folder"])
    @pytest.mark.parametrize("room", [4096 * n for n in (2, 9)])
    def test_add(self, disk, tmp_path, kind, room):
        old = old_one(tmp_path)
        source = tiny.write(tmp_path / "new.gguf") if kind == "gguf" else make(tmp_path / "new")
        filler = self.leave(disk, room)
        with pytest.raises(Fault, match="the disk is full"):
            add(source)
        assert left(disk) == [".filler", "tiny"]
        assert works(old)
        filler.unlink()
        assert works(add(source)[0])

    @pytest.mark.parametrize("kind", ["gguf", "folder"])
    def test_the_command_line(self, disk, tmp_path, kind):
        """Refused before anything is written: in one line, with the status of a wrong machine."""
        source = tiny.write(tmp_path / "new.gguf") if kind == "gguf" else make(tmp_path / "new")
        code = "from srcxlate.cli import main; main()"
        command = [sys.executable, "-c", code, "models", "add", str(source)]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
        # On a busy machine lines of progress may come before.
        told = [line for line in done.stderr.splitlines() if not line.endswith(" %")]
        assert (done.returncode, done.stdout, len(told)) == (2, "", 1)
        assert "the install needs" in told[0]
        assert left(disk) == []


KILLED = """
    import json, os, signal, sys
    from pathlib import Path
    from srcxlate.engines import published
    from srcxlate.engines.choose import add

    what, part, source = sys.argv[1], float(sys.argv[2]), sys.argv[3]

    def tell(done, total, words):
        if words.startswith(what) and done >= part * total:
            os.kill(os.getpid(), signal.SIGKILL)

    if source.startswith("{"):
        told = json.loads(source)
        told["parts"] = tuple(map(tuple, told["parts"]))
        published.pull(tell, published=published.Published(**told))
    else:
        add(Path(source), tell)
    print("not killed")
"""


def killed(what: str, part: float, source: str, path: Path) -> None:
    """Runs an install that gets SIGKILL when its progress says this."""
    command = [sys.executable, "-c", textwrap.dedent(KILLED), what, str(part), source]
    environment = os.environ | {"PYTHONPATH": f"{path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


class TestKilled:
    @pytest.mark.parametrize(
        ("what", "part"),
        [
            ("joining", 0.1),
            ("converting", 0),
            ("converting", 0.5),
            ("converting", 1),
            ("reading model.bin", 0.7),
            ("reading", 1),
        ],
    )
    def test_pull(self, store_folder, registry, tmp_path, what, part):
        old = old_one(tmp_path)
        killed(what, part, json.dumps(asdict(registry.published)), registry.site)
        assert works(old)
        assert len(left(store_folder)) == 2
        assert works(pull(published=registry.published))
        assert left(store_folder) == ["tiny"]

    @pytest.mark.parametrize(
        ("kind", "what", "part"),
        [
            ("gguf", "reading", 0),
            ("gguf", "converting", 0.5),
            ("gguf", "reading vocab", 1),
            ("folder", "reading", 0),
            ("folder", "reading vocab", 1),
        ],
    )
    def test_add(self, store_folder, tmp_path, kind, what, part):
        old = old_one(tmp_path)
        source = tiny.write(tmp_path / "new.gguf") if kind == "gguf" else make(tmp_path / "new")
        killed(what, part, str(source), tmp_path)
        assert works(old)
        assert works(add(source)[0])
        assert left(store_folder) == ["new", "tiny"]


def test_what_is_refused_leaves_the_old_one(store_folder, registry, tmp_path):
    """A wrong digest, a missing part, a damaged one."""
    old = old_one(tmp_path)
    wrong = replace(registry.published, digest="0" * 64)
    with pytest.raises(Fault, match="not the published model"):
        pull(published=wrong)
    piece = registry.part(2).read_bytes()
    registry.part(2).write_bytes(piece[:-1] + bytes([piece[-1] ^ 1]))
    with pytest.raises(Fault, match="the part is damaged"):
        pull(published=registry.published)
    registry.part(2).unlink()
    with pytest.raises(Fault, match="has lost its part"):
        pull(published=registry.published)
    assert left(store_folder) == ["tiny"]
    assert works(old)


def test_a_model_that_does_not_draft_is_not_installed(store_folder, tmp_path, monkeypatch):
    """The checks cannot know all that makes a runtime fail: the trial does."""
    from srcxlate.engines import conversion

    old = old_one(tmp_path)
    before = conversion.convert

    def breaking(header, out, progress=None):
        before(header, out, progress)
        (out / "model.bin").write_bytes((out / "model.bin").read_bytes()[:-2_000])

    monkeypatch.setattr(conversion, "convert", breaking)
    with pytest.raises(Fault, match="the model does not draft: "):
        add(tiny.write(tmp_path / "new.gguf"))
    assert left(store_folder) == ["tiny"]
    assert works(old)

"""The store of models: what is installed whole, and what never looks so."""

import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from srcxlate.engines import store
from srcxlate.errors import Fault

DIGEST = "ab" * 32
FACTS: dict[str, Any] = {
    "engine": "argos",
    "languages": ("ja",),
    "version": "1.1",
    "licence": "CC0-1.0",
    "digest": DIGEST,
    "origin": "ja.argosmodel",
}


def installing(name: str = "ja-en", **changes: Any) -> AbstractContextManager[Path]:
    return store.installing(name, **(FACTS | changes))


def install(name: str = "ja-en", content: bytes = b"weights", **changes: Any) -> store.Model:
    with installing(name, **changes) as folder:
        (folder / "model").mkdir()
        (folder / "model" / "model.bin").write_bytes(content)
        (folder / "README.md").write_text("read me")
    return store.find(name)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {".lock"}


def run(folder: Path, script: str, **options: Any) -> subprocess.Popen[str]:
    """A process of its own that installs as `FACTS` say."""
    begin = f"from srcxlate.engines import store\nFACTS = {FACTS!r}\n"
    return subprocess.Popen(
        [sys.executable, "-c", begin + textwrap.dedent(script)],
        env=os.environ | {"SRCXLATE_MODELS": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )


STOPS_HALF_WAY = """
    with store.installing("ja-en", **FACTS) as folder:
        (folder / "model.bin").write_bytes(b"half")
        print("ready", flush=True)
        input()
    print("done", flush=True)
"""


class TestFolder:
    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({"SRCXLATE_MODELS": "/models", "XDG_DATA_HOME": "/data"}, "/models"),
            ({"SRCXLATE_MODELS": "~/models"}, "/home/kim/models"),
            ({"SRCXLATE_MODELS": "", "XDG_DATA_HOME": "/data"}, "/data/srcxlate/models"),
            ({"XDG_DATA_HOME": "data"}, "/home/kim/.local/share/srcxlate/models"),
            ({}, "/home/kim/.local/share/srcxlate/models"),
        ],
    )
    def test_choice(self, environment, expected, monkeypatch):
        for name in ("SRCXLATE_MODELS", "XDG_DATA_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"HOME": "/home/kim"} | environment).items():
            monkeypatch.setenv(name, value)
        assert store.folder() == Path(expected)

    def test_asking_makes_nothing(self, store_folder):
        assert store.installed() == ()
        assert store.broken() == ()
        assert not store_folder.exists()

    def test_listing_loads_no_runtime(self):
        script = (
            "import sys, srcxlate.engines.store, srcxlate.engines.published, srcxlate.engines.local\n"
            "print({'numpy', 'gguf', 'ctranslate2', 'tokenizers', 'torch'} & sys.modules.keys())"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "set()"


class TestInstalling:
    def test_model(self, store_folder):
        model = install("ja-en", languages=("ja",), test=True)
        assert model == store.Model(
            name="ja-en",
            engine="argos",
            languages=("ja",),
            version="1.1",
            size=14,
            licence="CC0-1.0",
            digest=DIGEST,
            origin="ja.argosmodel",
            test=True,
            path=store_folder / "ja-en",
        )
        assert store.installed() == (model,)
        assert names(store_folder) == {"ja-en"}

    def test_sorted_by_name(self, store_folder):
        for name in ("zh-en", "ja-en", "ko-en"):
            install(name)
        assert [model.name for model in store.installed()] == ["ja-en", "ko-en", "zh-en"]

    def test_not_there_until_the_end(self, store_folder):
        with installing() as folder:
            (folder / "model.bin").write_bytes(b"half")
            assert store.installed() == ()
        assert len(store.installed()) == 1

    def test_replaces_the_older(self, store_folder):
        install(content=b"old", version="1.0")
        model = install(content=b"new", version="1.1")
        assert model.version == "1.1"
        assert (model.path / "model" / "model.bin").read_bytes() == b"new"
        assert names(store_folder) == {"ja-en"}

    @pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, Fault])
    def test_error_leaves_nothing(self, store_folder, error):
        install(content=b"old")

        def fail(folder: Path) -> None:
            (folder / "model.bin").write_bytes(b"half")
            raise error("stop")

        with pytest.raises(error, match="stop"), installing() as folder:
            fail(folder)
        assert names(store_folder) == {"ja-en"}
        assert (store.find("ja-en").path / "model" / "model.bin").read_bytes() == b"old"

    @pytest.mark.parametrize(
        "name", ["", ".", "..", ".hidden", "a/b", "../a", "a b", "日本語", "a" * 101, "-a"]
    )
    def test_name(self, store_folder, name):
        with pytest.raises(Fault, match="cannot be a model's name"), installing(name):
            pass
        assert not store_folder.exists()

    def test_progress(self, store_folder):
        told: list[tuple[int, int, str]] = []
        with installing(progress=lambda *each: told.append(each)) as folder:
            (folder / "a").write_bytes(b"1234")
            (folder / "b").write_bytes(b"56")
        assert told == [(4, 6, "reading a"), (6, 6, "reading b")]

    def test_killed_half_way(self, store_folder):
        process = run(store_folder, STOPS_HALF_WAY)
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert store.installed() == ()
        assert store.broken() == ()
        with pytest.raises(Fault, match="no model called ja-en"):
            store.find("ja-en")
        assert len(names(store_folder)) == 1
        install("ko-en")
        assert names(store_folder) == {"ko-en"}

    def test_two_at_once(self, store_folder):
        process = run(store_folder, STOPS_HALF_WAY)
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        install(content=b"ours")  # takes the other for alive, and lets it be
        assert store.find("ja-en").size == len(b"ours") + 7
        out, _ = process.communicate("go on\n")
        assert (out, process.returncode) == ("done\n", 0)
        assert store.find("ja-en").size == len(b"half")
        assert store.verify(store.find("ja-en")) == ()
        assert names(store_folder) == {"ja-en"}

    def test_killed_while_replacing(self, store_folder):
        """Between the two renames of a replacement the old model goes back to its place."""
        install(content=b"old")
        (store_folder / "ja-en").rename(store_folder / ".replaced-ja-en-0a1b2c3d")
        (store_folder / ".removed-zh-en-0a1b2c3d").mkdir()
        install("ko-en")
        assert [model.name for model in store.installed()] == ["ja-en", "ko-en"]
        assert names(store_folder) == {"ja-en", "ko-en"}


class TestMachine:
    def test_too_little_room(self, store_folder):
        words = r"needs 1000\.\d\d GB and .* are free"
        with pytest.raises(Fault, match=words) as raised, installing(expected=10**12):
            pass
        assert "SRCXLATE_MODELS" in raised.value.mend
        assert names(store_folder) == set()

    def test_file_in_the_way(self, tmp_path, monkeypatch):
        (tmp_path / "file").touch()
        monkeypatch.setenv("SRCXLATE_MODELS", str(tmp_path / "file" / "models"))
        with pytest.raises(Fault, match="a file is in the way"):
            install()
        assert store.installed() == ()

    def test_file_too_large(self, store_folder):
        script = """
            import resource
            from srcxlate.errors import Fault
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            try:
                with store.installing("ja-en", **FACTS) as folder:
                    (folder / "model.bin").write_bytes(bytes(2000))
            except Fault as fault:
                print(fault)
        """
        out, _ = run(store_folder, script).communicate()
        assert "larger than is allowed" in out
        assert names(store_folder) == set()

    @pytest.fixture
    def small_disk(self, tmp_path: Path) -> Iterator[Path]:
        disk = tmp_path / "disk"
        disk.mkdir()
        mount = shutil.which("mount")
        if os.geteuid() or not mount:
            pytest.skip("only root can mount a small disk")
        options = ["-t", "tmpfs", "-o", "size=80m", "tmpfs", str(disk)]
        if subprocess.run([mount, *options], capture_output=True).returncode:
            pytest.skip("this machine lets nobody mount a small disk")
        yield disk
        subprocess.run(["umount", str(disk)], check=True)

    def test_full_disk(self, small_disk, monkeypatch):
        monkeypatch.setenv("SRCXLATE_MODELS", str(small_disk / "models"))
        with pytest.raises(Fault, match="the disk is full") as raised, installing() as folder:
            (folder / "model.bin").write_bytes(bytes(100_000_000))
        assert "Free some space" in raised.value.mend
        assert names(small_disk / "models") == set()

    @pytest.mark.usefixtures("permissions_bind")
    def test_no_permission(self, store_folder):
        store_folder.mkdir(mode=0o500)
        with pytest.raises(Fault, match="no permission"):
            install()


class TestBroken:
    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"format": 2}, "format 2, and this srcxlate knows none above 1"),
            ({"engine": "marian"}, r"manifest is broken \(engine: Input should be 'argos' or 'local'"),
            ({"languages": []}, "languages"),
            ({"languages": ["en"]}, r"languages\.0"),
            ({"digest": "12"}, "digest"),
            ({"files": {"a": {"size": -1, "sha256": "x"}}}, r"files\.a\.size.*files\.a\.sha256"),
            ({"name": "other"}, "the model is called other, its folder is not"),
        ],
    )
    def test_manifest(self, store_folder, change, words):
        install("ko-en")
        manifest = install().path / "model.json"
        manifest.write_text(json.dumps(json.loads(manifest.read_text()) | change))
        (fault,) = store.broken()
        with pytest.raises(Fault, match=words):
            raise fault
        assert fault.place
        assert fault.place.file == str(manifest)
        assert fault.mend
        assert [model.name for model in store.installed()] == ["ko-en"]
        with pytest.raises(Fault, match=words):
            store.find("ja-en")

    @pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b"3"])
    def test_no_manifest_at_all(self, store_folder, content):
        (install().path / "model.json").write_bytes(content)
        assert store.installed() == ()
        assert len(store.broken()) == 1

    def test_foreign_folders_are_let_be(self, store_folder):
        install()
        (store_folder / "notes").mkdir()
        (store_folder / "notes.txt").touch()
        install("ko-en")
        assert names(store_folder) == {"ja-en", "ko-en", "notes", "notes.txt"}
        assert store.broken() == ()


class TestFind:
    def test_lists_what_is_there(self, store_folder):
        install("ja-en")
        install("ko-en")
        with pytest.raises(Fault, match=r"no model called zh-en \(installed: ja-en, ko-en\)"):
            store.find("zh-en")

    @pytest.mark.parametrize("name", ["zh-en", "..", "/etc"])
    def test_nothing_installed(self, store_folder, name):
        with pytest.raises(Fault, match="none is installed") as raised:
            store.find(name)
        assert "srcxlate models pull" in raised.value.mend


class TestRemove:
    def test_whole(self, store_folder):
        install("ja-en")
        install("ko-en")
        store.remove("ja-en")
        assert names(store_folder) == {"ko-en"}

    def test_broken(self, store_folder):
        (install().path / "model.json").write_text("{")
        store.remove("ja-en")
        assert names(store_folder) == set()

    @pytest.mark.parametrize("name", ["zh-en", "../outside", "", "notes"])
    def test_only_models(self, store_folder, name):
        install()
        outside = store_folder.parent / "outside"
        for folder in (outside, store_folder / "notes"):
            folder.mkdir()
        (outside / "model.json").touch()
        with pytest.raises(Fault, match="there is no model called"):
            store.remove(name)
        assert outside.exists()
        assert names(store_folder) == {"ja-en", "notes"}


class TestVerify:
    def test_whole(self, store_folder):
        told: list[tuple[int, int, str]] = []
        assert store.verify(install(), lambda *each: told.append(each)) == ()
        assert told[-1][:2] == (14, 14)

    def test_every_fault_in_one_go(self, store_folder):
        model = install(content=b"weights")
        with installing("ko-en") as folder:
            for name in "abc":
                (folder / name).write_bytes(b"12345")
        model = store.find("ko-en")
        (model.path / "a").write_bytes(b"12346")
        (model.path / "b").write_bytes(b"1234")
        (model.path / "c").unlink()
        faults = store.verify(model)
        assert [fault.message for fault in faults] == [
            "the file is not what was installed",
            "the file has 4 bytes, not 5",
            "the file is missing",
        ]
        assert [Path(fault.place.file).name for fault in faults if fault.place] == ["a", "b", "c"]


class TestSha256:
    def test_known_answer(self, tmp_path):
        path = tmp_path / "abc"
        path.write_bytes(b"abc")
        assert store.sha256(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @pytest.mark.parametrize(("name", "words"), [("missing", "no such file"), (".", "this is a folder")])
    def test_faults(self, tmp_path, name, words):
        with pytest.raises(Fault, match=words):
            store.sha256(tmp_path / name)

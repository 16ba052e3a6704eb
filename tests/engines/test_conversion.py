"""GGUF files, read and converted for real; and files made to do harm."""

# ruff: noqa: E402 -- the imports below need the extra, and the module is skipped where it is missing

import json
import struct
from pathlib import Path
from typing import Any

import pytest

gguf_package = pytest.importorskip("gguf", reason="the extra `local` is not installed")
pytest.importorskip("tokenizers", reason="the extra `local` is not installed")

import ctranslate2
import numpy as np
from tests.engines import tiny

from srcxlate.engines import conversion, gguf
from srcxlate.errors import Fault

pytestmark = pytest.mark.local
Q8 = gguf_package.GGMLQuantizationType.Q8_0
F16 = gguf_package.GGMLQuantizationType.F16


def convert(path: Path, out: Path) -> Path:
    out.mkdir()
    conversion.convert(gguf.read(path), out)
    return out


def fault_of(path: Path) -> Fault:
    with pytest.raises(Fault) as raised:
        convert(path, path.with_suffix(".out"))
    assert raised.value.place
    assert raised.value.place.file == str(path)
    return raised.value


def converted_logits(out: Path, ids: list[int]) -> Any:
    generator = ctranslate2.Generator(str(out), compute_type="int8")
    return np.array(generator.forward_batch([ids]))[0]


class TestConvert:
    @pytest.mark.parametrize("output", [False, True], ids=["one matrix", "two matrices"])
    @pytest.mark.parametrize("key_heads", [1, 2, 4])
    def test_same_network(self, tmp_path, output, key_heads):
        """The converted model gives what a plain computation from the weights gives, up to int8."""
        size = tiny.Size(key_heads=key_heads)
        weights = tiny.tensors(size, output=output)
        out = convert(tiny.write(tmp_path / "tiny.gguf", size=size, weights=weights), tmp_path / "out")
        ids = [40, 7, 100, 256, 258, 3, 3, 90, 200, 12]
        ours, plain = converted_logits(out, ids), tiny.logits(weights, ids, size)
        assert np.corrcoef(ours.ravel(), plain.ravel())[0, 1] > 0.995
        up, gate = "blk.1.ffn_up.weight", "blk.1.ffn_gate.weight"
        wrong = tiny.logits(weights | {up: weights[gate], gate: weights[up]}, ids, size)
        assert np.corrcoef(ours.ravel(), wrong.ravel())[0, 1] < 0.99

    @pytest.mark.parametrize("kind", [Q8, F16], ids=["Q8_0", "F16"])
    def test_quantised_files(self, tmp_path, kind):
        weights = tiny.tensors()
        coarse = {name: kind for name in weights if name.endswith("weight") and "norm" not in name}
        out = convert(tiny.write(tmp_path / "tiny.gguf", weights=weights, coarse=coarse), tmp_path / "out")
        ids = list(range(20, 40))
        ours, plain = converted_logits(out, ids), tiny.logits(weights, ids)
        assert np.corrcoef(ours.ravel(), plain.ravel())[0, 1] > 0.99

    def test_one_matrix_stored_twice_is_kept_once(self, tmp_path):
        weights = tiny.tensors()
        twice = weights | {"output.weight": weights["token_embd.weight"]}
        coarse = {"token_embd.weight": Q8}
        plain = convert(tiny.write(tmp_path / "a.gguf", weights=weights), tmp_path / "a")
        both = convert(tiny.write(tmp_path / "b.gguf", weights=twice, coarse=coarse), tmp_path / "b")
        other = tiny.write(tmp_path / "c.gguf", weights=tiny.tensors(output=True))
        assert (both / "model.bin").read_bytes() == (plain / "model.bin").read_bytes()
        size = (plain / "model.bin").stat().st_size
        assert (convert(other, tmp_path / "c") / "model.bin").stat().st_size > size + 266 * 32

    def test_rows_at_a_time(self, tmp_path, monkeypatch):
        path = tiny.write(tmp_path / "tiny.gguf")
        whole = convert(path, tmp_path / "whole")
        monkeypatch.setattr(conversion, "_AT_ONCE", 100)
        pieces = convert(path, tmp_path / "pieces")
        assert (pieces / "model.bin").read_bytes() == (whole / "model.bin").read_bytes()

    def test_progress_and_size(self, tmp_path):
        header = gguf.read(tiny.write(tmp_path / "tiny.gguf"))
        out = tmp_path / "out"
        out.mkdir()
        told: list[tuple[int, int, str]] = []
        conversion.convert(header, out, lambda *each: told.append(each))
        assert told[-1] == (told[-1][1], told[-1][1], "converting the model")
        assert told == sorted(told)
        assert sum(path.stat().st_size for path in out.iterdir()) < conversion.size_of(header)
        assert json.loads((out / "config.json").read_text())["context_length"] == 512


class TestTokenizer:
    def test_known_tokens(self, tmp_path):
        tokenizer = conversion.build_tokenizer(gguf.read(tiny.write(tmp_path / "tiny.gguf")))
        assert tokenizer.encode("the the<|im_end|>の").tokens == ["t", "he", "Ġthe", "<|im_end|>", "ãģ®"]

    @pytest.mark.parametrize(
        "text", ["中国の技術、35分野", "한일 관계 “현상”", "it's 2,024!\n\n x", "𠮷野家 🙂"]
    )
    def test_nothing_is_lost(self, tmp_path, text):
        tokenizer = conversion.build_tokenizer(gguf.read(tiny.write(tmp_path / "tiny.gguf")))
        assert tokenizer.decode(tokenizer.encode(text).ids) == text


class TestRefused:
    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"tokenizer.ggml.model": "llama"}, "its tokenizer is llama with qwen2"),
            ({"tokenizer.ggml.pre": "gpt-2"}, "its tokenizer is gpt2 with gpt-2"),
            ({"tokenizer.ggml.pre": None}, "its tokenizer is gpt2 with none"),
            ({"tokenizer.ggml.merges": ["a bc"]}, r"1 merges of its tokenizer are of unknown tokens"),
            ({"tokenizer.ggml.merges": ["ab"]}, "unknown tokens"),
            ({"tokenizer.ggml.merges": None}, "no list of texts tokenizer.ggml.merges"),
            ({"tokenizer.ggml.tokens": [*tiny.TOKENS[:-1], "a"]}, "not all different"),
            ({"tokenizer.ggml.token_type": [1, 1]}, "or do not all have a kind"),
            ({"tokenizer.ggml.token_type": ["a"]}, "no list of whole numbers"),
            ({"tokenizer.ggml.eos_token_id": 999}, "eos_token_id = 999, not a whole number from 0 to 265"),
            ({"qwen2.block_count": None}, "qwen2.block_count = None, not a whole number from 1 to 512"),
            ({"qwen2.block_count": 4_000_000_000}, "block_count = 4000000000"),
            ({"qwen2.block_count": 3}, "the file lacks 12 tensors: blk.2.attn_k.bias"),
            ({"qwen2.block_count": 1}, "a Qwen2 model has not, 12 tensors"),
            ({"qwen2.embedding_length": 64}, "in another shape 26 tensors"),
            ({"qwen2.attention.head_count": 3}, "3 attention heads and 2 key heads do not fit a width of 32"),
            ({"qwen2.attention.head_count": 0}, "head_count = 0"),
            ({"qwen2.rope.freq_base": float("nan")}, "freq_base = nan"),
            ({"qwen2.rope.scaling.type": "yarn"}, "stretches its context"),
            ({"split.count": 3}, "one part of a model in several files"),
        ],
    )
    def test_metadata(self, tmp_path, changes, words):
        assert words in str(fault_of(tiny.write(tmp_path / "tiny.gguf", changes=changes)))

    def test_other_family(self, tmp_path):
        fault = fault_of(tiny.write(tmp_path / "tiny.gguf", family="llama"))
        assert "a model of the family 'llama'" in str(fault)
        assert "Qwen2.5" in fault.mend

    def test_missing_and_foreign_tensors(self, tmp_path):
        weights = tiny.tensors()
        lacking = {name: tensor for name, tensor in weights.items() if name != "blk.1.ffn_up.weight"}
        path = tiny.write(tmp_path / "a.gguf", weights=lacking)
        assert "lacks 1 tensors: blk.1.ffn_up.weight" in str(fault_of(path))
        more = weights | {"blk.0.attn_q_norm.weight": np.ones(8, np.float32)}
        assert "1 tensors: blk.0.attn_q_norm.weight" in str(
            fault_of(tiny.write(tmp_path / "b.gguf", weights=more))
        )

    @pytest.mark.parametrize("value", [np.nan, np.inf])
    @pytest.mark.parametrize("name", ["blk.0.ffn_up.weight", "output_norm.weight"])
    def test_not_a_number(self, tmp_path, name, value):
        weights = tiny.tensors()
        weights[name].flat[5] = value
        fault = fault_of(tiny.write(tmp_path / "tiny.gguf", weights=weights))
        assert f"its tensor {name} holds what is not a number" in str(fault)


class TestHostile:
    """A header is never believed before it was held against the file's size."""

    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "too short"),
            (b"PK\x03\x04" + bytes(100), "does not begin with GGUF"),
            (b"GGUF" + struct.pack(">I", 3) + bytes(100), "for big-endian machines"),
            (b"GGUF" + struct.pack("<I", 9) + bytes(100), "GGUF version 9"),
            (b"GGUF" + struct.pack("<IQQ", 3, 2**60, 0) + bytes(100), "1,152,921,504,606,846,976 tensors"),
            (b"GGUF" + struct.pack("<IQQ", 3, 0, 2**64 - 1) + bytes(100), "metadata keys, more than can be"),
            (b"GGUF" + struct.pack("<IQQ", 3, 0, 9) + bytes(100), "metadata keys, more than can be there"),
            (b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 2**63) + bytes(100), "a metadata key of 9,223,372"),
            (
                b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 999) + bytes(100),
                "the file ends inside a metadata key",
            ),
            (b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 2) + b"\xff\xff" + bytes(100), "is not UTF-8"),
        ],
    )
    def test_opening(self, tmp_path, content, words):
        path = tmp_path / "bad.gguf"
        path.write_bytes(content)
        assert words in str(fault_of(path))

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (struct.pack("<I", 77), "of the unknown type 77"),
            (struct.pack("<IQ", 8, 2**40), "announces key of 1,099,511,627,776 bytes"),
            (struct.pack("<IQ", 8, 5_000), "the file ends inside key"),
            (struct.pack("<IIQ", 9, 4, 2**62), "elements of key, more than can be there"),
            (struct.pack("<IIQ", 9, 8, 100_000), "100,000 elements of key, more than can be there"),
            (struct.pack("<IIQ", 9, 9, 1), "of the unknown type 9"),
            (
                struct.pack("<IB", 7, 1) + struct.pack("<Q", 3) + b"key" + struct.pack("<IB", 7, 1),
                "key twice",
            ),
        ],
    )
    def test_metadata(self, tmp_path, value, words):
        path = tmp_path / "bad.gguf"
        head = b"GGUF" + struct.pack("<IQQQ", 3, 0, 2, 3) + b"key"
        path.write_bytes(head + value + bytes(200))
        assert words in str(fault_of(path))

    @pytest.mark.parametrize(
        ("tensor", "words"),
        [
            (struct.pack("<I", 5), "has 5 dimensions, not 1 to 4"),
            (struct.pack("<I", 2**32 - 1), "4294967295 dimensions"),
            (struct.pack("<IQIQ", 1, 2**63, 0, 0), "the file ends before its tensor a"),
            (struct.pack("<IQIQ", 1, 8, 0, 2**64 - 1), "the file ends before its tensor a"),
            (struct.pack("<IQIQ", 1, 8, 99, 0), "quantised in the unknown way 99"),
            (struct.pack("<IQIQ", 1, 0, 0, 0), "has the shape (0,)"),
            (struct.pack("<IQIQ", 1, 33, 8, 0), "does not fit blocks of 32"),
        ],
    )
    def test_tensors(self, tmp_path, tensor, words):
        path = tmp_path / "bad.gguf"
        path.write_bytes(b"GGUF" + struct.pack("<IQQQ", 3, 1, 0, 1) + b"a" + tensor + bytes(200))
        assert words in str(fault_of(path))

    def test_cut_short_anywhere(self, tmp_path):
        """A download that broke off is told, wherever it did."""
        whole = tiny.write(tmp_path / "tiny.gguf").read_bytes()
        path = tmp_path / "cut.gguf"
        for length in [*range(0, 400, 7), *range(400, len(whole), 997), len(whole) - 64]:
            path.write_bytes(whole[:length])
            with pytest.raises(Fault, match=r"ends|too short|more than can be there"):
                gguf.read(path)

    @pytest.mark.parametrize("alignment", [0, 3, 2**31])
    def test_alignment(self, tmp_path, alignment):
        path = tiny.write(tmp_path / "tiny.gguf", changes={"general.alignment": alignment})
        assert "not a power of two" in str(fault_of(path))

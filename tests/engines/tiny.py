"""A language model of the Qwen2 family that is real and tiny: random weights, a vocabulary of bytes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf
import numpy as np

from srcxlate.engines.local import byte_letters

LETTERS = [letter for letter, _ in sorted(byte_letters().items(), key=lambda item: item[1])]
MERGES = ["Ġ t", "h e", "Ġt he", "a n", "E n", "ã ģ", "ãģ ®"]
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
TOKENS = [*LETTERS, *(merge.replace(" ", "") for merge in MERGES), *SPECIAL]
KINDS = [1] * (len(TOKENS) - len(SPECIAL)) + [3] * len(SPECIAL)

Tensors = dict[str, np.ndarray[Any, np.dtype[np.float32]]]


@dataclass(frozen=True)
class Size:
    layers: int = 2
    width: int = 32
    inner: int = 64
    heads: int = 4
    key_heads: int = 2
    context: int = 512

    @property
    def key_width(self) -> int:
        return self.width // self.heads * self.key_heads


def tensors(size: Size = Size(), seed: int = 0, *, output: bool = False) -> Tensors:
    """Random weights; `output` gives the projection a matrix that is not the embedding's."""
    random = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {"token_embd.weight": (len(TOKENS), size.width)}
    if output:
        shapes["output.weight"] = (len(TOKENS), size.width)
    for layer in range(size.layers):
        for name, shape in {
            "attn_q": (size.width, size.width),
            "attn_k": (size.key_width, size.width),
            "attn_v": (size.key_width, size.width),
            "attn_output": (size.width, size.width),
            "ffn_gate": (size.inner, size.width),
            "ffn_up": (size.inner, size.width),
            "ffn_down": (size.width, size.inner),
        }.items():
            shapes[f"blk.{layer}.{name}.weight"] = shape
            if name in ("attn_q", "attn_k", "attn_v"):
                shapes[f"blk.{layer}.{name}.bias"] = shape[:1]
    made = {name: random.normal(0, 0.3, shape).astype(np.float32) for name, shape in shapes.items()}
    norms = ["output_norm", *(f"blk.{n}.{kind}_norm" for n in range(size.layers) for kind in ("attn", "ffn"))]
    return made | {f"{norm}.weight": np.full(size.width, 1.1, np.float32) for norm in norms}


def metadata(size: Size = Size()) -> dict[str, object]:
    return {
        "general.name": "Tiny",
        "general.license": "CC0-1.0",
        "qwen2.block_count": size.layers,
        "qwen2.context_length": size.context,
        "qwen2.embedding_length": size.width,
        "qwen2.feed_forward_length": size.inner,
        "qwen2.attention.head_count": size.heads,
        "qwen2.attention.head_count_kv": size.key_heads,
        "qwen2.rope.freq_base": 10_000.0,
        "qwen2.attention.layer_norm_rms_epsilon": 1e-6,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "qwen2",
        "tokenizer.ggml.tokens": TOKENS,
        "tokenizer.ggml.token_type": KINDS,
        "tokenizer.ggml.merges": MERGES,
        "tokenizer.ggml.eos_token_id": TOKENS.index("<|im_end|>"),
    }


def write(
    path: Path,
    *,
    family: str = "qwen2",
    size: Size = Size(),
    changes: Mapping[str, object] = {},
    weights: Tensors | None = None,
    coarse: Mapping[str, gguf.GGMLQuantizationType] = {},
) -> Path:
    """A GGUF file; `changes` are to its metadata (None leaves a key out), `coarse` names quantisations."""
    writer = gguf.GGUFWriter(path, family)
    for key, value in (metadata(size) | dict(changes)).items():
        if isinstance(value, str):
            writer.add_string(key, value)
        elif isinstance(value, bool):
            writer.add_bool(key, value)
        elif isinstance(value, int):
            writer.add_uint32(key, value) if value >= 0 else writer.add_int32(key, value)
        elif isinstance(value, float):
            writer.add_float32(key, value)
        elif isinstance(value, list):
            writer.add_array(key, value)
    for name, tensor in (tensors(size) if weights is None else weights).items():
        kind = coarse.get(name)
        stored = tensor if kind is None else gguf.quants.quantize(tensor, kind)
        writer.add_tensor(name, stored, raw_dtype=kind)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def logits(weights: Tensors, ids: list[int], size: Size = Size()) -> Any:
    """What a Qwen2 network gives for these tokens, computed plainly: one row a token."""
    hidden = weights["token_embd.weight"][ids]
    for layer in range(size.layers):
        part = {
            name[len(f"blk.{layer}.") :]: w for name, w in weights.items() if name.startswith(f"blk.{layer}.")
        }
        hidden = hidden + _attention(part, _normed(hidden, part["attn_norm.weight"]), size)
        inner = _normed(hidden, part["ffn_norm.weight"])
        gate = inner @ part["ffn_gate.weight"].T
        hidden = (
            hidden
            + (gate / (1 + np.exp(-gate)) * (inner @ part["ffn_up.weight"].T)) @ part["ffn_down.weight"].T
        )
    projection = weights.get("output.weight", weights["token_embd.weight"])
    return _normed(hidden, weights["output_norm.weight"]) @ projection.T


def _normed(hidden: Any, gamma: Any) -> Any:
    return hidden / np.sqrt((hidden**2).mean(axis=-1, keepdims=True) + 1e-6) * gamma


def _attention(part: Tensors, hidden: Any, size: Size) -> Any:
    length, head = len(hidden), size.width // size.heads
    query, key, value = (
        (hidden @ part[f"attn_{x}.weight"].T + part[f"attn_{x}.bias"]).reshape(length, -1, head)
        for x in "qkv"
    )
    query, key = _turned(query), _turned(key)
    key, value = (np.repeat(x, size.heads // size.key_heads, axis=1) for x in (key, value))
    scores = np.einsum("qhd,khd->hqk", query, key) / np.sqrt(head)
    scores = np.where(np.tril(np.ones((length, length), bool)), scores, -np.inf)
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return np.einsum("hqk,khd->qhd", shares, value).reshape(length, -1) @ part["attn_output.weight"].T


def _turned(x: Any) -> Any:
    """Rotary positions: the first half of a head with its second half."""
    length, _, head = x.shape
    angles = np.outer(np.arange(length), 10_000.0 ** (-np.arange(0, head, 2) / head))[:, None, :]
    one, two = x[..., : head // 2], x[..., head // 2 :]
    return np.concatenate(
        [one * np.cos(angles) - two * np.sin(angles), two * np.cos(angles) + one * np.sin(angles)], axis=-1
    )


def speaking(*steps: tuple[str, str], width: int = 288) -> tuple[Size, Tensors]:
    """A model that says what the steps tell: after the token on the left comes the one on the right.

    Of two steps from one token the first is liked better. Each token has a dimension of its own, and no
    layer adds anything, so that the last token alone decides.
    """
    size = Size(layers=1, width=width)
    weights = {
        name: tensor if "norm" in name else np.zeros_like(tensor)
        for name, tensor in tensors(size, output=True).items()
    }
    weights["token_embd.weight"] = np.eye(len(TOKENS), width, dtype=np.float32)
    for place, (before, after) in enumerate(steps):
        weights["output.weight"][TOKENS.index(after), TOKENS.index(before)] = 1 - place / (2 * len(steps))
    return size, weights

"""A GGUF file of the Qwen2 family as a CTranslate2 model, without PyTorch.

What comes in is a GGUF header (:mod:`srcxlate.engines.gguf`) and a folder; what goes out are the files
CTranslate2 loads (``model.bin`` with int8 weights, ``config.json``, ``vocabulary.json``) and
``tokenizer.json``. GGUF is the form in which such models are published and passed on; CTranslate2 is
the runtime that the other engine uses already, and in batches it is five times as fast as one by one.

The numbers go from the file's blocks to float32 and on to int8 a few thousand rows at a time, so that
memory holds the int8 model and little else. Measured: with the rounding to float16 that the usual way
through PyTorch makes, the outputs of both ways were equal on 12 of 12 sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from srcxlate.engines.gguf import Gguf, Tensor
from srcxlate.engines.store import Progress

if TYPE_CHECKING:
    import numpy as np
    from tokenizers import Tokenizer

    Array = np.ndarray[Any, np.dtype[Any]]

# How Qwen2's tokenizer cuts a text before the merges; it is not in the GGUF file, which only names it
# ("qwen2"). Source: tokenizer.json of Qwen/Qwen2.5-Coder-1.5B-Instruct. Measured: with it, the token
# numbers of 9,990 lines were those of the publisher's own tokenizer.
QWEN2_SPLIT = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*"
    r"|\s*[\r\n]+|\s+(?!\S)|\s+"
)
SPECIAL_KINDS = (3, 4)
"""GGUF's numbers for control tokens and for user-defined ones."""

_AT_ONCE = 12_000_000  # numbers dequantised at a time: 48 MB of float32
_SAMPLE = 128  # rows compared to tell whether two matrices are one
MOST_TOKENS = 400_000  # of a vocabulary; Qwen2.5 has 151,936
_OTHER_FAMILY = "Only models of the Qwen2 family (Qwen2, Qwen2.5 and their Coder kin) can be used"


@dataclass(frozen=True, slots=True)
class Dimensions:
    """What the metadata says of the network's size."""

    layers: int
    width: int
    inner: int
    heads: int
    key_heads: int
    vocabulary: int
    context: int
    """The longest text with its answer that the model was made for, in tokens."""
    rope_base: float
    epsilon: float

    @property
    def key_width(self) -> int:
        """The rows of the key matrix and of the value matrix."""
        return self.width // self.heads * self.key_heads


def convert(header: Gguf, out: Path, progress: Progress | None = None) -> None:
    """Writes the CTranslate2 model and its tokenizer into a folder that exists.

    Measured on 1.5 billion weights and 2 cores: 29 s, 1.8 GiB of memory; see :func:`size_of` for the disk.

    :param progress: told the bytes of the GGUF file that are converted.
    :raises Fault: if the file is of another family, or lacks a part, or holds what is not a number.
    """
    dimensions = read_dimensions(header)
    _check_tensors(header, dimensions)
    # Written here and not by its own save(), which tells of a full disk as of any other error.
    (out / "tokenizer.json").write_text(build_tokenizer(header).to_str(), encoding="utf-8")
    spec = _Conversion(header, dimensions, progress).spec()
    spec.save(str(out))


def size_of(header: Gguf) -> int:
    """The bytes that the converted model will have on disk, at most: one for each number."""
    from math import prod

    return sum(prod(tensor.shape) for tensor in header.tensors.values()) + 20_000_000


def read_dimensions(header: Gguf) -> Dimensions:
    """The network's dimensions.

    :raises Fault: if the model is of another family, cut into files, or of impossible size.
    """
    family = header.text("general.architecture")
    if family != "qwen2":
        raise header.fault(f"this is a model of the family {family!r}", _OTHER_FAMILY)
    if header.metadata.get("split.count", 1) != 1:
        raise header.fault("this is one part of a model in several files", "Merge them with gguf-split")
    if header.metadata.get("qwen2.rope.scaling.type", "none") != "none":
        raise header.fault("the model stretches its context (rope scaling)", "Get it without")
    found = Dimensions(
        layers=header.whole("qwen2.block_count", 1, 512),
        width=header.whole("qwen2.embedding_length", 8, 65_536),
        inner=header.whole("qwen2.feed_forward_length", 8, 1_048_576),
        heads=header.whole("qwen2.attention.head_count", 1, 1_024),
        key_heads=header.whole("qwen2.attention.head_count_kv", 1, 1_024),
        vocabulary=len(header.texts("tokenizer.ggml.tokens")),
        context=header.whole("qwen2.context_length", 1, 1 << 24),
        rope_base=header.number("qwen2.rope.freq_base", 1.0, 1e12),
        epsilon=header.number("qwen2.attention.layer_norm_rms_epsilon", 0.0, 1.0),
    )
    if found.vocabulary > MOST_TOKENS:
        raise header.fault(f"its vocabulary has {found.vocabulary:,} tokens, more than {MOST_TOKENS:,}")
    if found.width % found.heads or found.heads % found.key_heads or found.width // found.heads % 2:
        heads = f"{found.heads} attention heads and {found.key_heads} key heads"
        raise header.fault(f"{heads} do not fit a width of {found.width}")
    return found


def build_tokenizer(header: Gguf) -> Tokenizer:
    """The tokenizer that the file describes.

    :raises Fault: if it is another tokenizer than Qwen2's, or contradicts itself.
    """
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers

    named = header.text("tokenizer.ggml.model"), header.text("tokenizer.ggml.pre", "none")
    if named != ("gpt2", "qwen2"):
        raise header.fault(f"its tokenizer is {named[0]} with {named[1]}", _OTHER_FAMILY)
    tokens, kinds = header.texts("tokenizer.ggml.tokens"), header.wholes("tokenizer.ggml.token_type")
    numbers = {token: number for number, token in enumerate(tokens)}
    if not len(numbers) == len(tokens) == len(kinds):
        raise header.fault("its tokens are not all different, or do not all have a kind")
    pairs = [(one, two) for one, _, two in (m.partition(" ") for m in header.texts("tokenizer.ggml.merges"))]
    wrong = [pair for pair in pairs if not {*pair, "".join(pair)} <= numbers.keys()]
    if wrong:
        raise header.fault(f"{len(wrong)} merges of its tokenizer are of unknown tokens, as {wrong[0]}")
    tokenizer = Tokenizer(models.BPE(numbers, pairs))
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(QWEN2_SPLIT), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    special = (token for token, kind in zip(tokens, kinds, strict=True) if kind in SPECIAL_KINDS)
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in special])
    return tokenizer


def _wanted(d: Dimensions) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The tensors that a Qwen2 model has, with their shapes; ``output.weight`` may be missing."""
    yield "token_embd.weight", (d.vocabulary, d.width)
    yield "output_norm.weight", (d.width,)
    shapes = {
        "attn_norm.weight": (d.width,),
        "attn_q.weight": (d.width, d.width),
        "attn_q.bias": (d.width,),
        "attn_k.weight": (d.key_width, d.width),
        "attn_k.bias": (d.key_width,),
        "attn_v.weight": (d.key_width, d.width),
        "attn_v.bias": (d.key_width,),
        "attn_output.weight": (d.width, d.width),
        "ffn_norm.weight": (d.width,),
        "ffn_gate.weight": (d.inner, d.width),
        "ffn_up.weight": (d.inner, d.width),
        "ffn_down.weight": (d.width, d.inner),
    }
    for layer in range(d.layers):
        for name, shape in shapes.items():
            yield f"blk.{layer}.{name}", shape


def _check_tensors(header: Gguf, dimensions: Dimensions) -> None:
    """Holds the tensors that are there against those that should be: none more, none less."""
    wanted = dict(_wanted(dimensions))
    if "output.weight" in header.tensors:
        wanted["output.weight"] = (dimensions.vocabulary, dimensions.width)
    shapes = {name: tensor.shape for name, tensor in header.tensors.items()}
    for words, names in (
        ("lacks", wanted.keys() - shapes.keys()),
        ("has, and a Qwen2 model has not,", shapes.keys() - wanted.keys()),
        ("has in another shape", {n for n in wanted if n in shapes and shapes[n] != wanted[n]}),
    ):
        if names:
            shown = ", ".join(sorted(names)[:3])
            raise header.fault(f"the file {words} {len(names)} tensors: {shown}", _OTHER_FAMILY)


class _Conversion:
    """One run over a file's tensors."""

    def __init__(self, header: Gguf, dimensions: Dimensions, progress: Progress | None) -> None:
        self.header, self.dimensions, self.progress = header, dimensions, progress
        self.total = sum(tensor.size for tensor in header.tensors.values())
        self.done = 0

    def spec(self) -> Any:
        """The whole model as CTranslate2's specification, ready to be saved."""
        from ctranslate2.specs import TransformerDecoderModelSpec, common_spec

        d = self.dimensions
        spec = TransformerDecoderModelSpec.from_config(
            d.layers,
            d.heads,
            activation=common_spec.Activation.SWISH,
            ffn_glu=True,
            rms_norm=True,
            rotary_dim=0,  # 0: all of each head
            rotary_interleave=False,
            rotary_base=d.rope_base,
            quant_type=common_spec.Quantization.CT2,
            num_heads_kv=None if d.key_heads == d.heads else d.key_heads,
        )
        spec.decoder.scale_embeddings = False
        spec.decoder.layer_norm.gamma = self.vector("output_norm.weight")
        one_matrix = self.matrices(spec.decoder)
        for number, layer in enumerate(spec.decoder.layer):
            self.layer(layer, f"blk.{number}.")
        self.configure(spec)
        spec.validate()
        if one_matrix:
            # Only after validate(), which would take the name for a text to be stored: an alias
            # makes the file name the matrix twice and hold it once.
            for part in ("weight", "weight_scale"):
                setattr(spec.decoder.projection, part, f"decoder/embeddings/{part}")
        return spec

    def matrices(self, decoder: Any) -> bool:
        """Sets the embedding and the projection; True if one matrix serves for both.

        Most small models have one matrix for both, and quantisers store it twice: coarsely for the
        embedding, finely for the projection. Then the fine one is used for both.
        """
        names = ["token_embd.weight", "output.weight"]
        fine = names[-1] if names[-1] in self.header.tensors else names[0]
        self.linear(decoder.projection, fine)
        if fine == names[0] or self.is_same(*names):
            decoder.embeddings.weight = decoder.projection.weight
            decoder.embeddings.weight_scale = decoder.projection.weight_scale
            self.done += self.header.tensors[names[0]].size if fine != names[0] else 0
            return True
        self.linear(decoder.embeddings, names[0])
        return False

    def layer(self, layer: Any, begin: str) -> None:
        layer.self_attention.layer_norm.gamma = self.vector(f"{begin}attn_norm.weight")
        layer.ffn.layer_norm.gamma = self.vector(f"{begin}ffn_norm.weight")
        attention = [f"{begin}attn_{letter}" for letter in "qkv"]
        self.linear(layer.self_attention.linear[0], *(f"{name}.weight" for name in attention))
        layer.self_attention.linear[0].bias = self.vector(*(f"{name}.bias" for name in attention))
        self.linear(layer.self_attention.linear[1], f"{begin}attn_output.weight")
        self.linear(layer.ffn.linear_0, f"{begin}ffn_gate.weight")
        self.linear(layer.ffn.linear_0_noact, f"{begin}ffn_up.weight")
        self.linear(layer.ffn.linear_1, f"{begin}ffn_down.weight")

    def configure(self, spec: Any) -> None:
        tokens = self.header.texts("tokenizer.ggml.tokens")
        last = len(tokens) - 1
        end = tokens[self.header.whole("tokenizer.ggml.eos_token_id", 0, last)]
        spec.register_vocabulary(tokens)
        # Qwen2 has no token for the beginning; CTranslate2 wants the name of one, and never adds it.
        spec.config.bos_token = spec.config.eos_token = end
        spec.config.unk_token = ""
        spec.config.layer_norm_epsilon = self.dimensions.epsilon
        spec.config.add_attribute("context_length", self.dimensions.context)

    def linear(self, layer: Any, *names: str) -> None:
        """Sets a layer's weights from one matrix or from several, one below the other."""
        layer.weight, layer.weight_scale = self.int8(*names)

    def int8(self, *names: str) -> tuple[Array, Array]:
        """Matrices as int8 with one scale a row, as CTranslate2 quantises them itself."""
        import numpy as np

        tensors = [self.header.tensors[name] for name in names]
        rows = sum(tensor.shape[0] for tensor in tensors)
        weights = np.empty((rows, tensors[0].shape[1]), np.int8)
        scales = np.empty(rows, np.float32)
        row = 0
        for tensor in tensors:
            for block in self.rows(tensor):
                peak = np.abs(block).max(axis=1)
                peak[peak == 0] = 127.0
                scale = np.float32(127.0) / np.maximum(peak, np.float32(1e-30))
                block *= scale[:, None]
                np.rint(block, out=block)
                weights[row : row + len(block)] = block
                scales[row : row + len(block)] = scale
                row += len(block)
        return weights, scales

    def vector(self, *names: str) -> Array:
        """Tensors of one dimension as float32, one behind the other."""
        import numpy as np

        tensors = [self.header.tensors[name] for name in names]
        return np.concatenate([block for tensor in tensors for block in self.rows(tensor)])

    def rows(self, tensor: Tensor) -> Iterator[Array]:
        """A tensor's numbers as float32, some rows at a time; a vector comes whole."""
        count = tensor.shape[0] if len(tensor.shape) > 1 else 1
        step = max(1, _AT_ONCE // tensor.shape[-1])
        for first in range(0, count, step):
            block = self.numbers(tensor, first, min(step, count - first))
            self.done += tensor.size * len(block) // tensor.shape[0]
            if self.progress:
                self.progress(min(self.done, self.total), self.total, "converting the model")
            yield block

    def numbers(self, tensor: Tensor, first: int, count: int) -> Array:
        """Rows of a tensor as float32, read from the file.

        Read and not mapped: mapped pages would count as this process's memory, all 1.1 GB of them.
        """
        import numpy as np
        from gguf import GGMLQuantizationType, dequantize

        row = tensor.size // (tensor.shape[0] if len(tensor.shape) > 1 else 1)
        stored = np.fromfile(self.header.path, np.uint8, count * row, offset=tensor.offset + first * row)
        kind = GGMLQuantizationType(tensor.kind)
        if stored.size != count * row:
            raise self.header.fault("the file became shorter while it was read")
        if len(tensor.shape) > 1:
            stored = stored.reshape(count, row)
        try:
            numbers = np.array(dequantize(stored, kind), np.float32)
        except NotImplementedError as error:
            raise self.header.fault(
                f"its tensor {tensor.name} is quantised as {kind.name}, which cannot be converted",
                "Get the model in another quantisation: Q4_K_M, Q6_K or Q8_0",
            ) from error
        if not np.isfinite(numbers).all():
            raise self.header.fault(f"its tensor {tensor.name} holds what is not a number")
        return numbers

    def is_same(self, one: str, other: str) -> bool:
        """Whether two matrices are the same one, quantised in two ways; told by a sample of rows.

        Measured: rows of one matrix as Q4_K and as Q6_K have a cosine of 0.997, other rows 0.16.
        """
        import numpy as np

        a, b = self.header.tensors[one], self.header.tensors[other]
        step = max(1, a.shape[0] // _SAMPLE)
        cosines = []
        for row in range(0, a.shape[0], step):
            x, y = self.numbers(a, row, 1)[0], self.numbers(b, row, 1)[0]
            lengths = float(np.linalg.norm(x) * np.linalg.norm(y))
            if lengths > 0:
                cosines.append(float(x @ y) / lengths)
        return bool(cosines) and float(np.median(cosines)) > 0.95

"""A ``model.bin`` of CTranslate2: which variables it holds, and whether they are those of a Qwen2 model.

What comes in is the path of a file that nobody vouches for; what goes out is a :class:`Weights` in which
every length was held against the file's size. CTranslate2's own reader takes the file at its word.

The format: ``ModelSpec._serialize`` in CTranslate2's ``specs/model_spec.py``, version 6 (what version 4 of
CTranslate2 writes). Which variables a Qwen2 model has: ``Qwen2Loader`` in its ``converters/transformers.py``.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite, prod
from pathlib import Path
from typing import IO

from srcxlate.errors import Fault, Place

BINARY_VERSION = 6
SPEC = "TransformerDecoderSpec"
REVISION = 8
"""The newest revision of the specification that the runtime here loads."""

MOST_VARIABLES = 50_000  # 489 in a model of 28 layers
LONGEST_NAME = 500  # bytes
MOST_LAYERS = 512
_FLOAT, _INT8, _INT16, _INT32, _HALF, _BRAIN = range(6)
_SIZES = {_FLOAT: 4, _INT8: 1, _INT16: 2, _INT32: 4, _HALF: 2, _BRAIN: 2}
_LETTERS = {_FLOAT: "f", _INT8: "b", _INT16: "h", _INT32: "i", _HALF: "e"}
_AT_ONCE = 8 << 20  # bytes looked at for what is no number
_AGAIN = "The file is damaged or was made by another version of CTranslate2: convert the model again"
_OTHER_FAMILY = "Only models of the Qwen2 family (Qwen2, Qwen2.5 and their Coder kin) can be used"


@dataclass(frozen=True, slots=True)
class Variable:
    """Where a variable's numbers lie."""

    kind: int
    """The number of its type in CTranslate2's list: float32, int8, int16, int32, float16, bfloat16."""
    shape: tuple[int, ...]
    """Empty for a single number."""
    offset: int
    """In bytes from the beginning of the file."""
    value: float | None
    """What a single number is; None for the others."""

    @property
    def size(self) -> int:
        """In bytes."""
        return prod(self.shape) * _SIZES[self.kind]


@dataclass(frozen=True, slots=True)
class Weights:
    """A file whose variables were read and fit into it."""

    path: Path
    variables: Mapping[str, Variable]
    """By name; a name for another's numbers stands here like any other."""

    def fault(self, message: str, mend: str = _OTHER_FAMILY) -> Fault:
        """A fault of this file."""
        return Fault(message[:400], mend=mend, place=Place(str(self.path)))


def read(path: Path) -> Weights:
    """Reads which variables a file holds.

    :raises Fault: if it is no such file, of another version or kind, cut short, or if it contradicts itself.
    :raises OSError: if the machine does not let it be read.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(0)
        return Weights(path, _Reader(file, size, Place(str(path))).variables())


class _Reader:
    """A place in the file that moves forward, and never past its end."""

    def __init__(self, file: IO[bytes], size: int, place: Place) -> None:
        self.file, self.size, self.place = file, size, place

    def fault(self, message: str) -> Fault:
        return Fault(message[:400], mend=_AGAIN, place=self.place)

    def variables(self) -> dict[str, Variable]:
        """All variables, behind a look at what the file is."""
        if (version := self.whole("I")) != BINARY_VERSION:
            raise self.fault(f"this is no model.bin of version {BINARY_VERSION} (it says {version})")
        if (spec := self.name()) != SPEC:
            raise Fault(f"this is a model of the kind {spec}", mend=_OTHER_FAMILY, place=self.place)
        if not 1 <= (revision := self.whole("I")) <= REVISION:
            raise self.fault(f"its specification has revision {revision}, and none above {REVISION} is known")
        found: dict[str, Variable] = {}
        for _ in range(self.count("variables")):
            name = self.name()
            self.put(found, name, self.variable(name))
        for _ in range(self.count("second names")):
            alias, name = self.name(), self.name()
            if name not in found:
                raise self.fault(f"{alias} is another name for {name}, which is not there")
            self.put(found, alias, found[name])
        if self.file.tell() != self.size:
            raise self.fault(f"the file goes on for {self.size - self.file.tell():,} bytes behind its end")
        return found

    def put(self, found: dict[str, Variable], name: str, variable: Variable) -> None:
        if name in found:
            raise self.fault(f"it has {name} twice")
        found[name] = variable

    def take(self, length: int) -> bytes:
        if length > self.size - self.file.tell():
            raise self.fault(f"the file ends at byte {self.size:,}, and should go on")
        return self.file.read(length)

    def whole(self, letter: str) -> int:
        return int(struct.unpack("<" + letter, self.take(struct.calcsize("<" + letter)))[0])

    def count(self, what: str) -> int:
        """A count of things that have a name, and so take three bytes each at least."""
        value = self.whole("I")
        if value > MOST_VARIABLES or 3 * value > self.size - self.file.tell():
            raise self.fault(f"it announces {value:,} {what}, more than can be there")
        return value

    def name(self) -> str:
        length = self.whole("H")
        if not 2 <= length <= LONGEST_NAME:
            raise self.fault(f"it announces a name of {length} bytes")
        data = self.take(length)
        if data[-1] or not all(0x21 <= byte < 0x7F for byte in data[:-1]):
            raise self.fault(f"it has the name {data[:100]!r}")
        return data[:-1].decode("ascii")

    def variable(self, name: str) -> Variable:
        rank = self.whole("B")
        if rank > 2:
            raise self.fault(f"{name} has {rank} dimensions, and no more than 2 are known")
        shape = tuple(self.whole("I") for _ in range(rank))
        kind, told, offset = self.whole("B"), self.whole("I"), self.file.tell()
        if kind not in _SIZES:
            raise self.fault(f"{name} has numbers of the unknown type {kind}")
        if 0 in shape or told != prod(shape) * _SIZES[kind]:
            raise self.fault(f"{name} has the shape {shape}, which does not fit its {told:,} bytes")
        if told > self.size - offset:
            raise self.fault(f"the file ends inside {name}: {told:,} bytes, {self.size - offset:,} are left")
        value = None
        if not shape and kind in _LETTERS:
            value = float(struct.unpack("<" + _LETTERS[kind], self.take(told))[0])
        self.file.seek(offset + told)
        return Variable(kind, shape, offset, value)


# -- the Qwen2 family ------------------------------------------------------------------------------

# Single numbers that make the network another one, and what they are in this family.
_FIXED = {
    "activation": 2,  # SWISH
    "pre_norm": 1,
    "alibi": 0,
    "scale_embeddings": 0,
    "start_from_zero_embedding": 0,
}
_FIXED_IN_LAYER = {"rotary_interleave": 0, "rotary_dim": 0}
_FREE = {"alibi_use_positive_positions", "alignment_heads", "alignment_layer", "scale_alibi", "num_heads"}
_FREE_IN_LAYER = {"num_heads_kv", "rotary_base"}
_MUST = ("decoder/activation", "decoder/pre_norm", "decoder/scale_embeddings", "decoder/num_heads")
_LAYER = "decoder/layer_{}/"
_ATTENTION = "self_attention/"


def check_qwen2(weights: Weights, tokens: int) -> None:
    """Holds the variables against those that a Qwen2 model has: none more, none less, each of its shape.

    :param tokens: how many its vocabulary has.
    :raises Fault: if it is another network, or holds what is not a number.
    """
    layers = _layers(weights)
    single = {name for name, variable in weights.variables.items() if not variable.shape}
    scales = {name for name in weights.variables if name.endswith("/weight_scale")}
    _check_single(weights, layers, single - scales)
    wanted = dict(_wanted(weights, layers, tokens))
    for name in sorted(weights.variables.keys() - single - scales - wanted.keys()):
        raise weights.fault(f"it has {name}, and a Qwen2 model has not")
    for name, shape in wanted.items():
        _check_matrix(weights, name, shape)
    for name in sorted(scales):
        if name.removesuffix("_scale") not in wanted:
            raise weights.fault(f"it has {name}, and nothing that this scales")
    _check_numbers(weights)


def _layers(weights: Weights) -> int:
    count = 0
    while count < MOST_LAYERS and f"{_LAYER.format(count)}ffn/linear_0/weight" in weights.variables:
        count += 1
    if not count:
        raise weights.fault("it has no layer with a feed-forward network")
    return count


def _check_single(weights: Weights, layers: int, names: set[str]) -> None:
    parts = [f"{_LAYER.format(number)}{_ATTENTION}" for number in range(layers)]
    fixed = {f"decoder/{name}": value for name, value in _FIXED.items()}
    fixed |= {f"{part}{name}": value for part in parts for name, value in _FIXED_IN_LAYER.items()}
    free = {f"decoder/{name}" for name in _FREE} | {
        f"{part}{name}" for part in parts for name in _FREE_IN_LAYER
    }
    for name in (*_MUST, *(f"{part}rotary_dim" for part in parts)):
        if name not in names:
            raise weights.fault(f"it lacks {name}")
    for name in sorted(names):
        value = weights.variables[name].value
        if name not in free and name not in fixed:
            raise weights.fault(f"it has {name}, and a Qwen2 model has not")
        if value is None or not isfinite(value) or value != fixed.get(name, value):
            raise weights.fault(
                f"{name} is {value:g}, not {fixed[name]}" if name in fixed else f"{name} is {value}"
            )


def _wanted(weights: Weights, layers: int, tokens: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The matrices and vectors, without their scales, with their shapes."""
    variables = weights.variables
    inner, width = _matrix(weights, f"{_LAYER.format(0)}ffn/linear_0/weight")
    heads = int(variables["decoder/num_heads"].value or 0)
    if heads < 1 or width % heads or width // heads % 2:
        raise weights.fault(f"{heads} attention heads do not fit a width of {width}")
    yield "decoder/embeddings/weight", (tokens, width)
    yield "decoder/projection/weight", (tokens, width)
    yield "decoder/layer_norm/gamma", (width,)
    for number in range(layers):
        layer = _LAYER.format(number)
        told = variables.get(f"{layer}{_ATTENTION}num_heads_kv")
        key_heads = heads if told is None else int(told.value or 0)
        if key_heads < 1 or heads % key_heads:
            raise weights.fault(f"{key_heads} key heads do not fit {heads} attention heads")
        rows = width + 2 * (width // heads) * key_heads
        yield f"{layer}{_ATTENTION}layer_norm/gamma", (width,)
        yield f"{layer}{_ATTENTION}linear_0/weight", (rows, width)
        yield f"{layer}{_ATTENTION}linear_0/bias", (rows,)
        yield f"{layer}{_ATTENTION}linear_1/weight", (width, width)
        yield f"{layer}ffn/layer_norm/gamma", (width,)
        yield f"{layer}ffn/linear_0/weight", (inner, width)
        yield f"{layer}ffn/linear_0_noact/weight", (inner, width)
        yield f"{layer}ffn/linear_1/weight", (width, inner)


def _matrix(weights: Weights, name: str) -> tuple[int, int]:
    shape = weights.variables[name].shape
    if len(shape) != 2:
        raise weights.fault(f"{name} has the shape {shape}, not that of a matrix")
    return shape[0], shape[1]


def _check_matrix(weights: Weights, name: str, shape: tuple[int, ...]) -> None:
    if (variable := weights.variables.get(name)) is None:
        raise weights.fault(f"it lacks {name}")
    if variable.shape != shape:
        raise weights.fault(f"{name} has the shape {variable.shape}, not {shape}")
    scale = weights.variables.get(f"{name}_scale")
    whole = variable.kind in (_INT8, _INT16)
    fits = scale is not None and scale.kind == _FLOAT and scale.shape in ((), shape[:1])
    if variable.kind == _INT32 or whole != (scale is not None) or (whole and not fits):
        raise weights.fault(f"{name} is quantised in a way that is not known here")


def _check_numbers(weights: Weights) -> None:
    """Refuses floating-point variables that hold what is not a number; weights of int8 cannot."""
    import numpy as np

    with weights.path.open("rb") as file:
        for name, variable in weights.variables.items():
            if variable.kind not in (_FLOAT, _HALF, _BRAIN):
                continue
            file.seek(variable.offset)
            for begin in range(0, variable.size, _AT_ONCE):
                data = file.read(min(_AT_ONCE, variable.size - begin))
                if variable.kind == _BRAIN:
                    sound = bool(((np.frombuffer(data, "<u2") & 0x7F80) != 0x7F80).all())
                else:
                    numbers = np.frombuffer(data, "<f4" if variable.kind == _FLOAT else "<f2")
                    sound = bool(np.isfinite(numbers).all())
                if not sound:
                    raise weights.fault(f"{name} holds what is not a number", _AGAIN)

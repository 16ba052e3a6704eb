"""A folder with a CTranslate2 model of the Qwen2 family, from the user's disk into the store.

What comes in is a folder as CTranslate2's own converter leaves it (``model.bin``, ``config.json``, a
vocabulary) together with Hugging Face's ``tokenizer.json``; what goes out is an installed model. Nobody
vouches for the folder: each file is held against what it must be, these four alone are copied, and nothing is
installed that does not draft a sentence in a process of its own.
"""

import hashlib
import json
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import IO, Any

from srcxlate.engines import Request, published, store, weights
from srcxlate.engines.conversion import MOST_TOKENS
from srcxlate.engines.local import LocalEngine, byte_letters
from srcxlate.engines.store import Model, Progress
from srcxlate.errors import Fault, Place

WEIGHTS, CONFIG, TOKENIZER = "model.bin", "config.json", "tokenizer.json"
VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
"""The runtime takes the first of them that is there."""

CONTEXT = 32_768
"""Tokens that every published model of the family was made for at least; the converter writes down none."""
TRIAL = Request("这是一个测试。", "zh", "zh-Hans")

_MOST = {CONFIG: 100_000, TOKENIZER: 32_000_000} | dict.fromkeys(VOCABULARIES, 16_000_000)  # bytes
_CHUNK = 4 << 20
_CONVERT = (
    "Make the folder with ct2-transformers-converter --quantization int8 --copy_files tokenizer.json"
    " from a model of the Qwen2 family"
)


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder that was looked through."""

    files: Mapping[str, Path]
    """The four files to install, by name."""
    config: Mapping[str, object]
    """What is installed as ``config.json``."""


def is_one(path: Path) -> bool:
    """Whether a folder looks like a language model's, and not like one of Argos packages."""
    names = {each.name for each in path.iterdir()} if path.is_dir() else set()
    argos = any(name.endswith(".argosmodel") for name in names) or "metadata.json" in names
    return not argos and not names.isdisjoint({WEIGHTS, CONFIG, TOKENIZER, *VOCABULARIES})


def add(path: Path, progress: Progress | None = None) -> Model:
    """Installs a CTranslate2 model of the Qwen2 family that the user has; the folder stays as it is.

    The model is called after the folder. If a model of the same digest is installed, it is given back. The
    digest is the SHA-256 of the lines ``digest name`` of the four files, in order of name.

    :raises Fault: if a file is missing, damaged, or not what it must be; if another model has the name.
    """
    path = path.absolute()
    with store.machine_faults(path):
        folder = _look_through(path)
        digests = {name: store.sha256(file, progress) for name, file in sorted(folder.files.items())}
        digest = hashlib.sha256("".join(f"{each} {n}\n" for n, each in digests.items()).encode()).hexdigest()
        if there := published.installed(digest):
            return there
        name = published.free_name(path.name, path)
        facts = published.Facts(name, digest[:8], "unknown", digest, path.name)
        size = sum(file.stat().st_size for file in folder.files.values())
        with published.installing(facts, size, progress) as target:
            for each, file in folder.files.items():
                _copy(file, target / each, digests[each])
            (target / CONFIG).write_text(json.dumps(dict(folder.config), indent=2), encoding="utf-8")
            published.try_out(target, Place(str(path)))
    return store.find(name)


def trial() -> None:
    """Drafts a sentence with the model in the folder that is on the command line.

    It is run in a process of its own, for a model that is not trusted yet. A failure ends that process
    with one line on standard error.
    """
    model = Model("being tried", "local", ("zh",), "", 0, "", "", "", test=False, path=Path(sys.argv[1]))
    try:
        list(LocalEngine(model).draft([TRIAL]))
    except Exception as error:
        why = error.message if isinstance(error, Fault) else str(error)
        sys.exit(" ".join(why.split()) or type(error).__name__)


# -- looking through -------------------------------------------------------------------------------


def _look_through(path: Path) -> _Folder:
    """The files to install, each held against what it must be."""
    vocabulary = next((name for name in VOCABULARIES if (path / name).exists()), VOCABULARIES[0])
    files = {name: path / name for name in (WEIGHTS, CONFIG, vocabulary, TOKENIZER)}
    if lacking := [name for name, file in files.items() if not file.exists()]:
        raise Fault(f"the folder lacks {', '.join(lacking)}", mend=_CONVERT, place=Place(str(path)))
    for name, file in files.items():
        told = file.stat()
        if not stat.S_ISREG(told.st_mode):
            raise _fault(file, "this is no file, but a folder, a pipe or a device")
        if told.st_size > _MOST.get(name, told.st_size):
            raise _fault(file, f"it has {told.st_size:,} bytes, more than {_MOST[name]:,}")
    tokens = _vocabulary(files[vocabulary])
    _check_tokenizer(files[TOKENIZER], tokens)
    found = weights.read(files[WEIGHTS])
    weights.check_qwen2(found, len(tokens))
    return _Folder(files, _config(files[CONFIG]))


def _fault(file: Path, message: str) -> Fault:
    return Fault(message[:400], mend=_CONVERT, place=Place(str(file)))


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        raise _fault(file, "it is not JSON") from error


def _vocabulary(file: Path) -> list[str]:
    """The tokens by their number."""
    if file.suffix == ".json":
        tokens = _json(file)
    else:
        try:
            tokens = file.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
        except UnicodeDecodeError as error:
            raise _fault(file, "it is not UTF-8") from error
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise _fault(file, "it is not a list of tokens")
    if len(set(tokens)) != len(tokens):
        one = next(one for one, other in pairwise(sorted(tokens)) if one == other)
        raise _fault(file, f"it has the token {one[:50]!r} twice")
    if len(tokens) > MOST_TOKENS:
        raise _fault(file, f"it has {len(tokens):,} tokens, more than {MOST_TOKENS:,}")
    return tokens


def _check_tokenizer(file: Path, vocabulary: list[str]) -> None:
    """Holds the tokenizer against the vocabulary: the same token under each number, and those of a chat."""
    told = _json(file)
    model = told.get("model") if isinstance(told, dict) else None
    numbers = model.get("vocab") if isinstance(model, dict) else None
    added = told.get("added_tokens") if isinstance(told, dict) else None
    if not isinstance(model, dict) or not isinstance(numbers, dict) or not isinstance(added, list):
        raise _fault(file, "it is no tokenizer with a vocabulary")
    if model.get("type", "BPE") != "BPE" or not byte_letters().keys() <= numbers.keys():
        raise _fault(file, "the tokenizer is not one of bytes and their merges, as Qwen2's is")
    special = {}
    for token in added:
        content = token.get("content") if isinstance(token, dict) else None
        if not isinstance(content, str):
            raise _fault(file, "its added tokens are not a list of tokens")
        numbers[content] = token.get("id")
        special[content] = token.get("special") is True
    for token, number in numbers.items():
        if not isinstance(number, int) or not 0 <= number < len(vocabulary) or vocabulary[number] != token:
            raise _fault(
                file, f"its token {token[:50]!r} has the number {number!r}, in the vocabulary another"
            )
    if missing := [token for token in published.SPECIAL if not special.get(token)]:
        message = f"its special tokens have no {' and no '.join(missing)}: the model follows no instructions"
        raise _fault(file, message)


def _config(file: Path) -> dict[str, object]:
    """The configuration, of which nothing is taken over but what is known, with the length of the context."""
    told = _json(file)
    if not isinstance(told, dict):
        raise _fault(file, "it is no JSON object")
    if told.get("quantization_type"):
        raise _fault(
            file, f"the model is quantised in an unusual way ({str(told['quantization_type'])[:50]})"
        )
    kinds = {"bos_token": str, "eos_token": str, "unk_token": str, "multi_query_attention": bool}
    found: dict[str, object] = {}
    for name, kind in kinds.items():
        value = told.get(name, kind())
        if not isinstance(value, kind) or len(str(value)) > 200:
            raise _fault(file, f"its {name} is {str(value)[:50]!r}")
        found[name] = value
    epsilon, context = told.get("layer_norm_epsilon"), told.get("context_length", CONTEXT)
    if not isinstance(epsilon, int | float) or not 0 < epsilon <= 1e-2:
        raise _fault(file, f"its layer_norm_epsilon is {str(epsilon)[:50]}, not a small number")
    if not isinstance(context, int) or isinstance(context, bool) or not 1 <= context <= 1 << 24:
        raise _fault(file, f"its context_length is {str(context)[:50]}, not a whole number")
    return found | {"layer_norm_epsilon": epsilon, "context_length": context}


# -- copying ---------------------------------------------------------------------------------------


def _copy(file: Path, target: Path, digest: str) -> None:
    """Copies a file that is still what was looked at."""
    copied = hashlib.sha256()
    with _opened(file) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            copied.update(chunk)
            out.write(chunk)
    if copied.hexdigest() != digest:
        mend = "Try again when nothing writes to it"
        raise Fault("the file changed while it was read", mend=mend, place=Place(str(file)))


def _opened(file: Path) -> IO[bytes]:
    """A file for reading; a pipe that took its place is not waited for."""
    return os.fdopen(os.open(file, os.O_RDONLY | os.O_NONBLOCK), "rb")

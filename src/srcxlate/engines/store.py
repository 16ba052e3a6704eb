"""Models on disk: what is installed, and the way in and out of the store.

What comes in are files that an engine's own code unpacks or converts; what goes out are
:class:`Model` values that an engine can load. The store is one folder, used by all workspaces of a
person, since a model has a hundred megabytes to several gigabytes. Each model is a folder of its own
with a manifest, ``model.json``, that is written last: a folder without one is not a model, so an
install that was killed is never taken for a finished one.

Nothing here imports a model's runtime: listing models must stay fast.
"""

import errno
import fcntl
import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Annotated, Literal, overload

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from srcxlate.errors import Fault, Place

Progress = Callable[[int, int, str], None]
"""Called with what is done and what is to do, both in bytes, and a few words that say what it is."""

EngineName = Literal["argos", "local"]
Source = Literal["ja", "ko", "zh", "zh-Hans", "zh-Hant"]

MANIFEST = "model.json"
FORMAT = 1
"""The manifest's format; a newer one is refused, never half understood."""

_LOCK = ".lock"
_DOWNLOADS = ".downloads"
_UNFINISHED = ".installing-"
_REPLACED = ".replaced-"
_REMOVED = ".removed-"
_CHUNK = 4 << 20
_SPARE = 64_000_000  # bytes to leave free beside what an install says it needs
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_HEX = re.compile(r"[0-9a-f]{64}")
_ENOUGH_ROOM = "Free some space, or set SRCXLATE_MODELS to a folder on a larger disk"
_RIGHTS = "Give yourself the right to it; SRCXLATE_MODELS names another folder for models"

# What the machine, not the program, is to blame for: the words and the mend.
_MACHINE = {
    errno.ENOSPC: ("the disk is full", _ENOUGH_ROOM),
    errno.EDQUOT: ("the disk quota is used up", _ENOUGH_ROOM),
    errno.EFBIG: ("the file would be larger than is allowed here", "Raise the limit (ulimit -f)"),
    errno.EACCES: ("no permission", _RIGHTS),
    errno.EPERM: ("no permission", _RIGHTS),
    errno.EROFS: ("the disk can only be read", "Set SRCXLATE_MODELS to a folder that can be written"),
    errno.ENOENT: ("there is no such file or folder", "Look at its spelling"),
    errno.EISDIR: ("this is a folder, not a file", "Name a file in it"),
    errno.ENOTDIR: ("a file is in the way of this folder", "Set SRCXLATE_MODELS to another folder"),
    errno.EEXIST: ("a file is in the way of this folder", "Set SRCXLATE_MODELS to another folder"),
    errno.ELOOP: ("the link leads to itself", "Name the file itself"),
    errno.ENAMETOOLONG: ("the name is too long for the disk", "Use a shorter one"),
    errno.EIO: ("the disk reports an error", "Look at the disk's health, then try again"),
}


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is installed whole."""

    name: str
    engine: EngineName
    languages: tuple[Source, ...]
    """The source languages; a model of Chinese in both scripts says ``zh``."""
    version: str
    size: int
    """Bytes on disk, without the manifest."""
    licence: str
    """An SPDX expression, or ``unknown``."""
    digest: str
    """SHA-256 (hex) of the one file that the model was made from."""
    origin: str
    """Where it came from, for people."""
    test: bool
    """A test package: listed as such, never chosen unless asked for by name."""
    path: Path


class _File(BaseModel):
    """A file as it was when the model was installed."""

    model_config = ConfigDict(strict=True, extra="ignore")

    size: Annotated[int, Field(ge=0)]
    sha256: Annotated[str, Field(pattern=_HEX)]


class _Manifest(BaseModel):
    """What ``model.json`` holds; tuples and literals come from JSON lists and strings."""

    model_config = ConfigDict(extra="ignore")

    format: int
    name: str
    engine: EngineName
    languages: Annotated[tuple[Source, ...], Field(min_length=1)]
    version: str
    licence: str
    digest: Annotated[str, Field(pattern=_HEX)]
    origin: str
    test: bool = False
    files: dict[str, _File]


def folder() -> Path:
    """The folder of models: ``$SRCXLATE_MODELS``, or the user's data folder; asking does not make it.

    A relative ``$XDG_DATA_HOME`` is ignored, as its specification asks.
    """
    if chosen := os.environ.get("SRCXLATE_MODELS"):
        return Path(chosen).expanduser().absolute()
    data = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (data if data.is_absolute() else Path.home() / ".local" / "share") / "srcxlate" / "models"


def installed() -> tuple[Model, ...]:
    """The models that can be loaded, by name; what is broken is told by :func:`broken`."""
    return tuple(model for model, _ in _entries() if model is not None)


def broken() -> tuple[Fault, ...]:
    """The folders whose manifest cannot be read, as faults that name the file and the mend."""
    return tuple(fault for _, fault in _entries() if fault is not None)


def find(name: str) -> Model:
    """The model of that name.

    :raises Fault: if it is not there (the fault lists what is), or if its manifest is broken.
    """
    models = {model.name: model for model in installed()}
    if name in models:
        return models[name]
    if _NAME.fullmatch(name) and (folder() / name / MANIFEST).exists():
        _read(folder() / name)
    there = ", ".join(models) or "none is installed"
    raise Fault(
        f"there is no model called {name} (installed: {there})",
        mend="`srcxlate models list` shows the models, `srcxlate models pull` gets one",
        place=Place(str(folder())),
    )


@contextmanager
def installing(
    name: str,
    *,
    engine: EngineName,
    languages: tuple[Source, ...],
    version: str,
    licence: str,
    digest: str,
    origin: str,
    test: bool = False,
    expected: int = 0,
    progress: Progress | None = None,
) -> Iterator[Path]:
    """Gives an empty folder to put a model's files into; leaving the block without an error installs them.

    An older model of that name is replaced. If the block raises, nothing is left behind; what a
    killed process left is cleared away by the next install. Two processes may install at once, also
    the same model: the later one to finish stays.

    :param digest: SHA-256 (hex) of the file that the model is made from.
    :param expected: bytes that the install needs at its peak, temporary files among them; 0: unknown,
        so that only a disk with almost nothing left is refused.
    :param progress: told while the finished files are digested.
    :raises Fault: for a name that cannot be a folder's, and for a disk that is full or not writable.
    """
    _check_name(name)
    store = folder()
    with machine_faults(store):
        store.mkdir(parents=True, exist_ok=True)
        _check_room(store, expected)
        with _locked(store / _LOCK):
            _clear_leftovers(store)
            unfinished, alive = _begin(store, name)
        try:
            yield unfinished / "model"
            manifest = _Manifest(
                format=FORMAT,
                name=name,
                engine=engine,
                languages=languages,
                version=version,
                licence=licence,
                digest=digest,
                origin=origin,
                test=test,
                files=_digest_files(unfinished / "model", progress),
            )
            _write_manifest(unfinished / "model", manifest)
            with _locked(store / _LOCK):
                _put_in_place(unfinished / "model", store / name)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
            alive.close()


@contextmanager
def downloading(name: str, progress: Progress | None = None) -> Iterator[Path]:
    """Gives the path at which a model's download is kept until it is installed, also across a kill.

    One process has it at a time: another that asks for the same name waits until the block is left.

    :raises Fault: for a name that cannot be a folder's, and for a disk that is full or not writable.
    """
    _check_name(name)
    downloads = folder() / _DOWNLOADS
    with machine_faults(downloads):
        downloads.mkdir(parents=True, exist_ok=True)
        lock = _lock_of(downloads, name, wait=False)
        if lock is None:
            if progress:
                progress(0, 1, f"waiting for another process that gets {name}")
            lock = _lock_of(downloads, name, wait=True)
        with lock:
            yield downloads / f"{name}.part"


def kept_downloads() -> tuple[str, ...]:
    """The names for which something of a download is kept, or was."""
    return tuple(sorted(path.stem for path in (folder() / _DOWNLOADS).glob("*.lock")))


def drop_download(name: str) -> None:
    """Clears away what is kept of a download, unless a process has it just now."""
    downloads = folder() / _DOWNLOADS
    with machine_faults(downloads):
        if lock := _lock_of(downloads, name, wait=False):
            with lock:
                for ending in ("part", "json", "lock"):
                    (downloads / f"{name}.{ending}").unlink(missing_ok=True)


def check_room(expected: int) -> None:
    """Refuses what the disk has no room for.

    :param expected: bytes that will be written into the store's folder, which is there.
    :raises Fault: if they and a reserve do not fit.
    """
    _check_room(folder(), expected)


@contextmanager
def locked() -> Iterator[None]:
    """Holds the lock of the store's folder, which is there; only for moments."""
    with _locked(folder() / _LOCK):
        yield


def remove(name: str) -> None:
    """Removes a model, also one whose manifest is broken.

    :raises Fault: if it is not there, or may not be removed.
    """
    path = folder() / name
    if not _NAME.fullmatch(name) or not (path / MANIFEST).exists():
        find(name)
    with machine_faults(path), _locked(folder() / _LOCK):
        # Renamed first: a removal that is killed half-way leaves nothing that looks whole.
        gone = folder() / f"{_REMOVED}{name}-{secrets.token_hex(4)}"
        path.rename(gone)
        shutil.rmtree(gone)


def verify(model: Model, progress: Progress | None = None) -> tuple[Fault, ...]:
    """Reads every file of the model again; gives a fault for each that is missing or was changed."""
    files = _read(model.path)[1].files
    total, done = sum(file.size for file in files.values()), 0
    faults = []
    mend = f"`srcxlate models remove {model.name}`, then install it again"
    for name, file in sorted(files.items()):
        path = model.path / name
        place = Place(str(path))
        if not path.is_file():
            faults.append(Fault("the file is missing", mend=mend, place=place))
        elif (size := path.stat().st_size) != file.size:
            faults.append(Fault(f"the file has {size:,} bytes, not {file.size:,}", mend=mend, place=place))
        elif sha256(path, shifted(progress, done, total)) != file.sha256:
            faults.append(Fault("the file is not what was installed", mend=mend, place=place))
        done += file.size
    return tuple(faults)


def sha256(path: Path, progress: Progress | None = None) -> str:
    """The SHA-256 (hex) of a file; ``progress`` is called after every 4 MiB.

    :raises Fault: if the machine does not let the file be read.
    """
    with machine_faults(path), path.open("rb") as file:
        return _sha256(file, os.fstat(file.fileno()).st_size, path.name, progress)


def _sha256(file: IO[bytes], total: int, what: str, progress: Progress | None) -> str:
    digest, done = hashlib.sha256(), 0
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        done += len(chunk)
        if progress:
            progress(done, total, f"reading {what}")
    return digest.hexdigest()


def shifted(progress: Progress | None, before: int, total: int) -> Progress | None:
    """The progress of one part as that of the whole, ``before`` of which is done."""
    if progress is None:
        return None
    return lambda done, _, what: progress(before + done, total, what)


def _entries() -> Iterator[tuple[Model | None, Fault | None]]:
    """Each folder with a manifest, by name: the model, or why there is none."""
    try:
        paths = sorted(path for path in folder().iterdir() if not path.name.startswith("."))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield None, _machine_fault(error, folder())
        return
    for path in paths:
        if (path / MANIFEST).is_file():
            try:
                yield _read(path)[0], None
            except Fault as fault:
                yield None, fault


def _read(path: Path) -> tuple[Model, _Manifest]:
    """A model and its manifest.

    :raises Fault: if the manifest is unreadable, broken, or of a newer format.
    """
    place = Place(str(path / MANIFEST))
    again = f"`srcxlate models remove {path.name}`, then install it again"
    try:
        data = json.loads((path / MANIFEST).read_bytes())
    except OSError as error:
        raise _machine_fault(error, path / MANIFEST) from error
    except ValueError as error:
        raise Fault("the manifest is not JSON", mend=again, place=place) from error
    if isinstance(data, dict) and isinstance(data.get("format"), int) and data["format"] > FORMAT:
        raise Fault(
            f"the manifest has format {data['format']}, and this srcxlate knows none above {FORMAT}",
            mend="Install a newer srcxlate, or remove the model and install it again",
            place=place,
        )
    try:
        manifest = _Manifest.model_validate(data)
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'all'}: {e['msg']}" for e in error.errors())
        raise Fault(f"the manifest is broken ({told})", mend=again, place=place) from error
    if manifest.name != path.name:
        mend = f"Rename the folder back to {manifest.name}"
        raise Fault(f"the model is called {manifest.name}, its folder is not", mend=mend, place=place)
    return _model(manifest, path), manifest


def _model(manifest: _Manifest, path: Path) -> Model:
    return Model(
        name=manifest.name,
        engine=manifest.engine,
        languages=manifest.languages,
        version=manifest.version,
        size=sum(file.size for file in manifest.files.values()),
        licence=manifest.licence,
        digest=manifest.digest,
        origin=manifest.origin,
        test=manifest.test,
        path=path,
    )


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise Fault(
            f"{name!r} cannot be a model's name",
            mend="Use up to 100 letters, digits, '.', '_', '+' and '-', beginning with a letter or digit",
        )


def _check_room(store: Path, expected: int) -> None:
    free = shutil.disk_usage(store).free
    if free < expected + _SPARE:
        needed = (expected + _SPARE) / 1e9
        message = f"the install needs {needed:.2f} GB and {free / 1e9:.2f} GB are free"
        # The cause says that the machine is to blame, not the package.
        no_room = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        raise Fault(message, mend=_ENOUGH_ROOM, place=Place(str(store))) from no_room


@overload
def _lock_of(downloads: Path, name: str, *, wait: Literal[True]) -> IO[bytes]: ...
@overload
def _lock_of(downloads: Path, name: str, *, wait: Literal[False]) -> IO[bytes] | None: ...
def _lock_of(downloads: Path, name: str, *, wait: bool) -> IO[bytes] | None:
    """A download's lock, held until it is closed; None if another process has it and is not waited for."""
    path = downloads / f"{name}.lock"
    while True:
        lock = path.open("ab")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            lock.close()
            return None
        # Who had it may have removed the file: then this is the lock of nothing.
        if _is_at(lock, path):
            return lock
        lock.close()


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _begin(store: Path, name: str) -> tuple[Path, IO[bytes]]:
    """A new unfinished install and its lock, which lives as long as the process that installs."""
    unfinished = store / f"{_UNFINISHED}{name}-{secrets.token_hex(4)}"
    (unfinished / "model").mkdir(parents=True)
    alive = (unfinished / "lock").open("wb")
    fcntl.flock(alive, fcntl.LOCK_EX)
    return unfinished, alive


def _clear_leftovers(store: Path) -> None:
    """Clears away what killed processes left; the store's lock is held.

    An unfinished install is dead if nobody holds its lock. A replaced model whose successor never
    came into its place goes back there.
    """
    for path in store.glob(f"{_UNFINISHED}*"):
        if _is_dead(path):
            shutil.rmtree(path, ignore_errors=True)
    for path in store.glob(f"{_REPLACED}*"):
        home = store / path.name.removeprefix(_REPLACED).rpartition("-")[0]
        if not home.exists():
            path.rename(home)
    for path in (*store.glob(f"{_REPLACED}*"), *store.glob(f"{_REMOVED}*")):
        shutil.rmtree(path, ignore_errors=True)


def _is_dead(unfinished: Path) -> bool:
    try:
        with (unfinished / "lock").open("rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return not (unfinished / "lock").exists()
    return True


def _digest_files(path: Path, progress: Progress | None) -> dict[str, _File]:
    """The files under a folder, by their path in it, each written through to the disk."""
    paths = sorted(each for each in path.rglob("*") if each.is_file())
    total, done = sum(each.stat().st_size for each in paths), 0
    files = {}
    for each in paths:
        size = each.stat().st_size
        with each.open("rb") as file:
            digest = _sha256(file, size, each.name, shifted(progress, done, total))
            os.fsync(file.fileno())
        files[str(PurePosixPath(each.relative_to(path)))] = _File(size=size, sha256=digest)
        done += size
    return files


def _write_manifest(path: Path, manifest: _Manifest) -> None:
    with (path / MANIFEST).open("w", encoding="utf-8") as file:
        json.dump(manifest.model_dump(mode="json"), file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path)


def _put_in_place(new: Path, home: Path) -> None:
    """Renames a finished model into the store; the store's lock is held."""
    old = home.with_name(f"{_REPLACED}{home.name}-{secrets.token_hex(4)}")
    if home.exists():
        home.rename(old)
    new.rename(home)
    _sync_folder(home.parent)
    shutil.rmtree(old, ignore_errors=True)


def _sync_folder(path: Path) -> None:
    """Writes a folder's own entries through to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the store's lock, which is only ever held for moments; waits for it."""
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def machine_faults(path: Path) -> Iterator[None]:
    """Turns what the machine refuses (room, rights) into a fault; other errors pass."""
    try:
        yield
    except OSError as error:
        if error.errno not in _MACHINE:
            raise
        raise _machine_fault(error, path) from error


def _machine_fault(error: OSError, path: Path) -> Fault:
    words, mend = _MACHINE.get(error.errno or 0, (error.strerror or str(error), ""))
    return Fault(words, mend=mend, place=Place(str(error.filename or path)))

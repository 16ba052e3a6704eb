"""Argos's index of packages, and the way from it into the store.

What comes in is the address of an index: a JSON list with an object for each package. What goes out are
:class:`Offer` values, the newest version for each language that is served here, and installed models.
Neither the index nor a package is signed, so a package's SHA-256 is written down when it is first installed,
in a file of the store that outlives the model, and another file under the same name is refused ever after.

The format and the index's address are those of argostranslate 1.11 (``IPackage.load_metadata_from_json`` in
its ``package.py``; ``package_index`` and ``remote_package_index`` in its ``settings.py``, which is not
imported, since that makes folders in the home directory). The published index also lists links of other
schemes (``ipfs:``), which are passed over.
"""

import errno
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from srcxlate.engines import downloads, packages, store
from srcxlate.engines.downloads import Unreachable, is_web
from srcxlate.engines.store import Model, Progress, Source
from srcxlate.errors import Fault, Faults, Place

ADDRESS = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
VARIABLE = "SRCXLATE_ARGOS_INDEX"
TRUSTED = "trusted.json"

MOST_INDEX = 5_000_000  # bytes; Argos's own has some 32,000
MOST_PACKAGE = 2_000_000_000  # bytes; Argos's own have 70 to 160 million
MOST_LINKS = 5  # of a package, that are tried

_CODES: dict[str, str] = {code: code for code in packages.SERVED} | {"zh-Hans": "zh", "zh-Hant": "zt"}
_ELSEWHERE = "get the file elsewhere and 'srcxlate models add FILE'"
_NETWORK = f"Look at the network and try again (what was downloaded is kept), or {_ELSEWHERE}"
_OTHER_INDEX = f"Name an index with --index or {VARIABLE}, or {_ELSEWHERE}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index offers."""

    code: str
    """Argos's code of the source language: ``ja``, ``ko``, ``zh`` or ``zt`` (traditional Chinese)."""
    version: str
    links: tuple[str, ...]
    """Where it is, in the index's order; http and https alone."""

    @property
    def name(self) -> str:
        """What the installed model is called, unless it is a test package."""
        return f"argos-{self.code}-en-{self.version}"

    @property
    def languages(self) -> tuple[Source, ...]:
        """The source languages, as a model tells them."""
        return packages.SERVED[self.code]

    def installed(self) -> Model | None:
        """The model of this package, if it is installed."""
        names = (self.name, self.name.replace("argos-", "argos-test-", 1))
        return next((model for model in store.installed() if model.name in names), None)


@dataclass(frozen=True, slots=True)
class Index:
    """What an index offers for the languages served here."""

    address: str
    offers: tuple[Offer, ...]
    """The newest version for each language, in the order ja, ko, zh, zt."""
    faults: tuple[Fault, ...]
    """The entries for these languages that cannot be used."""

    def find(self, code: str) -> Offer:
        """The offer for a language.

        :raises Fault: there is none.
        """
        for offer in self.offers:
            if offer.code == code:
                return offer
        why = "".join(f"; {fault.message}" for fault in self.faults)
        message = f"the index offers no package from {code} to en{why}"
        raise Fault(message, mend=_OTHER_INDEX, place=Place(self.address))


class _Entry(BaseModel):
    """An entry of the index, as far as it matters here."""

    model_config = ConfigDict(strict=True, extra="ignore")

    package_version: Annotated[str, Field(pattern=rf"^{packages.VERSION}$")]
    links: Annotated[list[str], Field(max_length=100)]


class _Known(BaseModel):
    """A package's file as it was when it was first installed."""

    model_config = ConfigDict(strict=True, extra="ignore")

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    origin: str


class _Trusted(BaseModel):
    """What ``trusted.json`` holds."""

    model_config = ConfigDict(strict=True, extra="ignore")

    format: Literal[1] = 1
    packages: dict[str, _Known] = {}


def fetch_index(address: str = "") -> Index:
    """Gets an index and reads it: the one call here, beside :func:`pull`, that goes to the network.

    :param address: the index's; empty: what ``SRCXLATE_ARGOS_INDEX`` says, else Argos's own.
    :raises Fault: it cannot be had, or is none.
    """
    address = address or os.environ.get(VARIABLE, "") or ADDRESS
    if not is_web(address):
        message = f"{address[:200]!r} is no address of an index"
        raise Fault(message, mend="Give the http or https address of an index.json, without a password in it")
    try:
        data = downloads.get(address, most=MOST_INDEX)
    except Unreachable as fault:
        message = f"the index of packages cannot be had: {fault.message}"
        raise Fault(
            message, mend=f"Look at the network and try again, or {_ELSEWHERE}", place=fault.place
        ) from fault
    return parse_index(data, address)


def parse_index(data: bytes, address: str) -> Index:
    """What an index offers. Entries for other languages are not looked at any further.

    :raises Fault: it is no JSON list.
    """
    try:
        entries = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Fault("the index is not JSON", mend=_OTHER_INDEX, place=Place(address)) from error
    if not isinstance(entries, list):
        raise Fault("the index is not a list of packages", mend=_OTHER_INDEX, place=Place(address))
    newest: dict[str, Offer] = {}
    faults: list[Fault] = []
    for number, entry in enumerate(entries, 1):
        if (code := _served(entry)) is None:
            continue
        try:
            offer = _offer(code, entry)
        except ValidationError as error:
            told = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
            faults.append(_unusable(number, code, told, address))
            continue
        if not offer.links:
            faults.append(_unusable(number, code, "it has no http or https link", address))
        elif code not in newest or _order(newest[code].version) < _order(offer.version):
            newest[code] = offer
    return Index(address, tuple(newest[code] for code in packages.SERVED if code in newest), tuple(faults))


def pull(
    languages: Sequence[str] = (), *, address: str = "", progress: Progress | None = None
) -> Iterator[tuple[Model, bool]]:
    """Installs the newest package for each language: each model as it is ready, and whether it is new.

    A package that is installed whole is not downloaded again. What a download brought stays in the store
    until the package is installed, so that the next call goes on with it; two processes do not meet.

    :param languages: ``ja``, ``ko``, ``zh`` (or ``zh-Hans``), ``zt`` (or ``zh-Hant``); none: all.
    :param address: as for :func:`fetch_index`.
    :raises Fault: at the end, for what could not be installed; at once, for a language that is not served.
    """
    codes = [_code(language) for language in dict.fromkeys(languages)]
    index = fetch_index(address)
    offers = [index.find(code) for code in dict.fromkeys(codes)] if codes else list(index.offers)
    if not offers:
        index.find(next(iter(packages.SERVED)))
    lacking, refused = [], []
    for offer in offers:
        try:
            result = _install(offer, progress)
        except _NoneWorked as fault:
            lacking.append(fault.message)
            continue
        except _AnotherFile as fault:
            refused.append(fault)
            continue
        yield result
    together = [Fault("; ".join(lacking), mend=_NETWORK)] if lacking else []
    if faults := [*refused, *together]:
        raise faults[0] if len(faults) == 1 else Faults(faults)


# -- reading the index -----------------------------------------------------------------------------


def _served(entry: object) -> str | None:
    """The language of an entry that translates it to English; None for another."""
    if not isinstance(entry, dict) or entry.get("type", "translate") != "translate":
        return None
    code = entry.get("from_code")
    return (
        code if isinstance(code, str) and code in packages.SERVED and entry.get("to_code") == "en" else None
    )


def _offer(code: str, entry: object) -> Offer:
    read = _Entry.model_validate(entry)
    links = tuple(dict.fromkeys(link for link in read.links if is_web(link)))
    return Offer(code, read.package_version, links[:MOST_LINKS])


def _unusable(number: int, code: str, why: str, address: str) -> Fault:
    message = f"its entry {number}, for {code}, cannot be used ({why})"
    return Fault(message, mend=_OTHER_INDEX, place=Place(address))


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _code(language: str) -> str:
    if language not in _CODES:
        raise Fault(
            f"Argos's packages are not pulled for {language!r}", mend=f"Name some of {', '.join(_CODES)}"
        )
    return _CODES[language]


# -- getting a package -----------------------------------------------------------------------------


class _NoneWorked(Fault):
    """None of a package's links gave it."""


class _AnotherFile(Fault):
    """A package is not the file that was installed first under its name."""


def _install(offer: Offer, progress: Progress | None) -> tuple[Model, bool]:
    with store.downloading(offer.name, progress) as part:
        if (there := offer.installed()) and not store.verify(there, progress):
            if is_web(there.origin):  # pulled, and perhaps killed before its digest was written down
                _trust(offer.name, _Known(sha256=there.digest, origin=there.origin))
            downloads.discard(part)
            _drop_older(offer)
            return there, False
        failed = []
        # What was begun is gone on with, before another link is begun.
        for link in sorted(offer.links, key=lambda link: not downloads.is_begun(link, part)):
            try:
                model = _install_from(link, offer, part, progress)
            except Unreachable as fault:
                failed.append(f"{link}: {fault.message}")
            else:
                _drop_older(offer)
                return model, True
        raise _NoneWorked(f"{offer.name} cannot be had ({'; '.join(failed)})")


def _drop_older(offer: Offer) -> None:
    """Clears away what was begun of the package's older versions: no index offers them again."""
    begin = offer.name.removesuffix(offer.version)
    for name in store.kept_downloads():
        version = name.removeprefix(begin)
        older = re.fullmatch(packages.VERSION, version) and _order(version) < _order(offer.version)
        if name.startswith(begin) and older:
            store.drop_download(name)


def _install_from(link: str, offer: Offer, part: Path, progress: Progress | None) -> Model:
    """Downloads a package and installs it.

    :raises Unreachable: the link gives it not, or gives no package.
    :raises Fault: it has another digest than before; the disk is full.
    """
    known = _read_trusted()
    downloads.download(link, part, most=MOST_PACKAGE, what=f"getting {offer.name}", progress=progress)
    digest = store.sha256(part)
    _check_known(offer, known, digest, link, part)
    try:
        (model,) = packages.add(part, origin=link, promised=(offer.code, offer.version), progress=progress)
    except Fault as fault:
        if _is_the_machines(fault):
            raise
        downloads.discard(part)
        raise Unreachable(fault.message, link) from fault
    _trust(offer.name, _Known(sha256=digest, origin=link))
    downloads.discard(part)
    return model


def _is_the_machines(fault: Fault) -> bool:
    """Whether the disk is to blame, not the download; EINVAL is what a broken archive gives."""
    return isinstance(fault.__cause__, OSError) and fault.__cause__.errno != errno.EINVAL


# -- trust on first use ----------------------------------------------------------------------------


def _check_known(offer: Offer, known: _Trusted, digest: str, link: str, part: Path) -> None:
    """Refuses another file under the name of one that was installed before, and throws it away."""
    before = known.packages.get(offer.name)
    if before is None or before.sha256 == digest:
        return
    downloads.discard(part)
    raise _AnotherFile(
        f"{offer.name} is not the file that was installed first: SHA-256 {digest}, and it was {before.sha256}"
        f" (from {before.origin})",
        mend="Do not use it, unless its publisher says that it was replaced: then take its entry out of "
        f"{store.folder() / TRUSTED} and pull again",
        place=Place(link),
    )


def _read_trusted() -> _Trusted:
    """The digests of what was installed; none where nothing was.

    :raises Fault: they cannot be read: nothing is installed then, since nothing could be compared.
    """
    path = store.folder() / TRUSTED
    mend = "Mend it, or remove it if you trust what the index offers now"
    try:
        with store.machine_faults(path):
            data = path.read_bytes() if path.exists() else b"{}"
        return _Trusted.model_validate_json(data)
    except ValidationError as error:
        told = re.sub(r"\s+", " ", error.errors()[0]["msg"])
        message = f"the digests of the packages installed before cannot be read ({told})"
        raise Fault(message, mend=mend, place=Place(str(path))) from error


def _trust(name: str, known: _Known) -> None:
    """Writes down the digest of a package that was installed: temporary file, through to the disk, rename."""
    path = store.folder() / TRUSTED
    with store.machine_faults(path), store.locked():
        trusted = _read_trusted()
        if name in trusted.packages:
            return
        trusted.packages[name] = known
        new = path.with_name(f".{TRUSTED}.new")
        with new.open("w", encoding="utf-8") as file:
            file.write(trusted.model_dump_json(indent=2) + "\n")
            file.flush()
            os.fsync(file.fileno())
        new.rename(path)

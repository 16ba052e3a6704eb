"""What is got over HTTP: a small document into memory, or a file that goes on where it stopped.

What comes in is an address of a stranger's server; what goes out are bytes below a limit, or a file beside
which it is written down from which version of the address it comes, so that a download that was interrupted
or killed goes on only if the server still has that version. Nothing but http and https is followed, also
after a redirection. Proxies are those that the environment names (``https_proxy``, ``no_proxy``).
"""

import http.client
import io
import json
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from srcxlate import __version__
from srcxlate.engines.store import Progress, check_room
from srcxlate.errors import Fault, Place

TIMEOUT = 30.0  # seconds that a server may be silent
LONGEST_GET = 60.0  # seconds that a small document may take in all
LONGEST_WAIT = 60.0
"""Seconds of waiting for the server in which :data:`LEAST` bytes must come, headers and all."""
LEAST = 60_000
"""A thousand bytes a second: at that rate a package of 100 MB takes a day."""
MOST_REDIRECTIONS = 5
_CHUNK = 1 << 18
_REDIRECTIONS = {301, 302, 303, 307, 308}
_RANGE_REFUSED = 416


class Unreachable(Fault):
    """An address that does not give what it should; another address may."""

    def __init__(self, message: str, url: str, *, code: int = 0) -> None:
        super().__init__(message, place=Place(url))
        self.code = code
        """The status that the server answered with; 0 if it is another matter."""


def is_web(url: str) -> bool:
    """Whether an address is one of the web, of printable ASCII and without a password in it."""
    if len(url) > 2_000 or not re.fullmatch(r"[!-~]+", url):
        return False
    try:
        parts = urlsplit(url)
        host = parts.hostname if parts.port != 0 else None  # asking for the port finds one that is none
        return parts.scheme in {"http", "https"} and bool(host) and "@" not in parts.netloc
    except ValueError:
        return False


def get(url: str, *, most: int) -> bytes:
    """What an address holds.

    :param most: bytes at which it is refused.
    :raises Unreachable: it cannot be had, whole, in time and below the limit.
    """
    end, data = time.monotonic() + LONGEST_GET, bytearray()
    with _told(url), _open(url, {}) as response:
        size = _length(response)
        while chunk := response.read1(_CHUNK):
            data += chunk
            if len(data) > most:
                raise Unreachable(f"it is longer than {most:,} bytes", url)
            if time.monotonic() > end:
                raise Unreachable(f"it is not whole after {LONGEST_GET:.0f} seconds", url)
    _check_whole(url, len(data), size)
    return bytes(data)


def download(url: str, part: Path, *, most: int, what: str, progress: Progress | None = None) -> None:
    """Gets a file, going on from what is kept of it.

    :param part: where the file is kept while it grows, and after; beside it lies a note of its version.
    :param most: bytes at which it is refused.
    :param what: a few words for the progress.
    :raises Unreachable: it cannot be had whole; what came of it is kept.
    :raises Fault: there is no room for it on the store's disk.
    :raises OSError: the machine does not let it be written.
    """
    kept = _kept(part, url)
    if kept and kept.size == _size(part):
        return
    response, done = _ask(url, kept, _size(part))
    with response:
        version = _version(url, response, done)
        if (version.size or 0) > most:
            raise Unreachable(f"it has {version.size:,} bytes, which is too large", url)
        check_room(max((version.size or 0) - done, 0))
        if not done:
            part.write_bytes(b"")  # first, so that the note is never one of other bytes
            _note(part).write_text(json.dumps(asdict(version)), encoding="utf-8")
        with part.open("ab") as file:
            for chunk in _chunks(url, response, version.size, done):
                file.write(chunk)
                file.flush()
                done += len(chunk)
                if done > most:
                    discard(part)
                    raise Unreachable(f"it is longer than {most:,} bytes", url)
                if progress:
                    progress(done, version.size or done, what)
    _check_whole(url, done, version.size)


def is_begun(url: str, part: Path) -> bool:
    """Whether something of this address is kept."""
    return _kept(part, url) is not None


def discard(part: Path) -> None:
    """Removes what is kept of a download."""
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)


# -- going on --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Version:
    """Which version of an address a file, or the beginning of one, is from."""

    url: str
    etag: str
    modified: str
    size: int | None
    """Bytes of the whole; None where the server does not tell."""

    def asking(self, done: int) -> dict[str, str]:
        """The headers that ask for the rest, if it is still the same; a weak ETag cannot ask that."""
        same = self.etag if self.etag.startswith('"') else self.modified
        return {"Range": f"bytes={done}-"} | ({"If-Range": same} if same else {})

    def is_that_of(self, part: "_Version") -> bool:
        """Whether a part that came is of this version; a server need not tell everything again."""
        pairs = ((self.etag, part.etag), (self.modified, part.modified))
        same = all(mine == theirs for mine, theirs in pairs if mine and theirs)
        return same and self.size in (None, part.size)


def _kept(part: Path, url: str) -> _Version | None:
    """The version of what is kept; None if nothing is, or of another address, or if nothing tells it."""
    try:
        note = json.loads(_note(part).read_bytes())
        version = _Version(**note)
    except (FileNotFoundError, ValueError, TypeError):  # none, or cut short by a kill
        return None
    if version.url != url or not all(isinstance(note[name], str) for name in ("etag", "modified")):
        return None
    told = version.etag or version.modified or version.size is not None
    return version if told and _size(part) else None


def _ask(url: str, kept: _Version | None, done: int) -> tuple[Any, int]:
    """A response with the rest of what is kept, or with the whole: and how many bytes are before it."""
    if kept:
        try:
            response = _open(url, kept.asking(done))
        except Unreachable as fault:
            if fault.code != _RANGE_REFUSED:
                raise
        else:
            if response.status != http.HTTPStatus.PARTIAL_CONTENT:
                return response, 0
            if _begins(response) == done and kept.is_that_of(_version(url, response, done)):
                return response, done
            response.close()
    response = _open(url, {})
    if response.status != http.HTTPStatus.OK:
        response.close()
        raise Unreachable(f"it answers with a part that was not asked for ({response.status})", url)
    return response, 0


def _version(url: str, response: Any, done: int) -> _Version:
    rest = _length(response)
    size = _whole(response) if done else rest
    return _Version(url, response.headers.get("ETag", ""), response.headers.get("Last-Modified", ""), size)


def _content_range(response: Any) -> re.Match[str] | None:
    return re.fullmatch(r"bytes (\d{1,15})-\d{1,15}/(\d{1,15})", response.headers.get("Content-Range", ""))


def _begins(response: Any) -> int | None:
    """The byte that a part begins with, counted from 0."""
    told = _content_range(response)
    return int(told[1]) if told else None


def _whole(response: Any) -> int | None:
    """Bytes of the whole that a part is of."""
    told = _content_range(response)
    return int(told[2]) if told else None


def _length(response: Any) -> int | None:
    told = response.headers.get("Content-Length", "")
    return int(told) if re.fullmatch(r"\d{1,15}", told) else None


def _chunks(url: str, response: Any, size: int | None, done: int) -> Iterator[bytes]:
    """The bytes as they come, none of them beyond the promised size."""
    while size is None or done < size:
        with _told(url):
            chunk = response.read1(_CHUNK if size is None else min(_CHUNK, size - done))
        if not chunk:
            return
        done += len(chunk)
        yield chunk


def _check_whole(url: str, done: int, size: int | None) -> None:
    if size is not None and done < size:
        raise Unreachable(f"it ended after {done:,} of {size:,} bytes", url)


def _note(part: Path) -> Path:
    return part.with_name(part.name.removesuffix(".part") + ".json")


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


# -- asking ----------------------------------------------------------------------------------------


def _open(url: str, headers: dict[str, str]) -> Any:
    """The response of an address, behind its redirections.

    urllib's own way to follow them reads the body of each without a limit, and allows ftp.

    :raises Unreachable: there is none, or it is no success.
    """
    opener, at = _opener(), url
    for _ in range(MOST_REDIRECTIONS + 1):
        if not is_web(at):
            raise Unreachable(f"it redirects to {at[:200]}, which is not followed", url)
        if urlsplit(url).scheme == "https" != urlsplit(at).scheme:
            raise Unreachable(f"it redirects from https to {at[:200]}, which is not followed", url)
        asked = urllib.request.Request(at, headers={"User-Agent": f"srcxlate/{__version__}"} | headers)  # noqa: S310 -- is_web
        try:
            with _told(url):
                response = opener.open(asked, timeout=TIMEOUT)
        except urllib.error.HTTPError as error:
            with error:
                location = error.headers.get("Location")
                if error.code not in _REDIRECTIONS or not location:
                    words = f"it answers {error.code} {error.reason}".strip()[:100]
                    raise Unreachable(words, url, code=error.code) from None
                at = urljoin(at, location)
            continue
        if (encoding := response.headers.get("Content-Encoding", "identity")) != "identity":
            response.close()
            raise Unreachable(f"it comes encoded ({encoding[:50]}), which was not asked for", url)
        return response
    raise Unreachable(f"it redirects more than {MOST_REDIRECTIONS} times", url)


def _opener() -> urllib.request.OpenerDirector:
    """What opens addresses: through the environment's proxies, and no file, no ftp, no redirection."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        _HTTPHandler(),
        _HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


class _TooSlowError(OSError):
    """The server gives a little now and then."""


class _Paced(io.RawIOBase):
    """A connection's bytes, as long as enough of them come.

    The socket's own limit begins anew with each byte, so that a server can go on for ever. Only the time
    spent waiting is counted, not what is done with the bytes.
    """

    def __init__(self, raw: Any) -> None:
        self.raw, self.bytes, self.waited = raw, 0, 0.0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        begin = time.monotonic()
        count = int(self.raw.readinto(buffer))
        self.waited += time.monotonic() - begin
        self.bytes += count
        if self.bytes >= LEAST or not count:
            self.bytes, self.waited = 0, 0.0
        elif self.waited > LONGEST_WAIT:
            raise _TooSlowError(
                f"it gave {self.bytes:,} bytes in {self.waited:.0f} seconds, too few to go on"
            )
        return count

    def close(self) -> None:
        self.raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    """An answer whose bytes are paced from the first of its headers on."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        self.fp = io.BufferedReader(_Paced(self.fp.detach()))


class _Pacing:
    """What both kinds of handler share: how they connect."""

    def do_open(self, http_class: Any, req: Any, **options: Any) -> Any:
        def connect(*words: Any, **more: Any) -> Any:
            connection = http_class(*words, **more)
            connection.response_class = _Response
            return connection

        return super().do_open(connect, req, **options)  # type: ignore[misc]


class _HTTPHandler(_Pacing, urllib.request.HTTPHandler):
    """Opens http."""


class _HTTPSHandler(_Pacing, urllib.request.HTTPSHandler):
    """Opens https."""


@contextmanager
def _told(url: str) -> Iterator[None]:
    """Turns what the network does into a fault; an answer that is no success passes."""
    try:
        yield
    except urllib.error.HTTPError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise Unreachable(_words(reason), url) from error


def _words(error: object) -> str:
    """What the network did, in a few words."""
    match error:
        case socket.gaierror():
            return f"the name of the server is not found ({error.strerror})"
        case ssl.SSLCertVerificationError():
            return f"the server's certificate is not trusted ({error.verify_message})"
        case ssl.SSLError():
            return f"no secure connection ({error.reason or error})"
        case _TooSlowError():
            return str(error)
        case TimeoutError():
            return f"no answer within {TIMEOUT:g} seconds"
        case http.client.RemoteDisconnected():
            return "the server ended the connection without an answer"
        case http.client.IncompleteRead():
            return "the connection broke off"
        case http.client.HTTPException():
            return f"the answer is not HTTP ({type(error).__name__})"
        case OSError():
            return (error.strerror or str(error)).lower()[:200]
    return f"the address or the proxy's cannot be used ({str(error)[:200]})"

"""Argos's index and its packages, got from a real server on the loopback that serves them well and badly."""

import http.server
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from srcxlate.engines import downloads, store
from srcxlate.engines.choose import add, choose
from srcxlate.engines.index import ADDRESS, TRUSTED, Index, Offer, fetch_index, parse_index, pull
from srcxlate.errors import Fault, Faults, Place

PACKAGES = Path(__file__).parents[1] / "packages"
LANGUAGES = ("ja", "ko", "zh")
NAMES = [f"argos-test-{code}-en-0.1" for code in LANGUAGES]


@cache
def package(code: str) -> bytes:
    return (PACKAGES / f"translate-{code}_en-0_1.argosmodel").read_bytes()


def entry(code: str, version: str = "0.1", *links: str, **more: Any) -> dict[str, Any]:
    told = {"package_version": version, "argos_version": "1.0", "from_code": code, "to_code": "en"}
    return told | {"from_name": code, "to_name": "English", "links": list(links)} | more


# -- the server ------------------------------------------------------------------------------------


@dataclass
class Served:
    """What the server has at an address, and how it gives it."""

    data: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    modified: str = ""
    ranges: bool = True
    length: int | None = -1
    """What it promises: -1: the truth; None: nothing."""
    cut: int | None = None
    """Bytes after which it ends the connection."""
    pause: float = 0.0
    """Seconds before each 64 KiB."""
    chunked: bool = False
    drip: float = 0.0
    """Seconds before each single byte."""
    silent: float = 0.0
    """Seconds before it ends the connection."""


@dataclass
class Site:
    """A server with what it serves and a log of what it was asked."""

    address: str
    served: dict[str, Served] = field(default_factory=dict)
    log: list[tuple[str, str | None, int]] = field(default_factory=list)
    """Path, Range, status."""
    agents: set[str] = field(default_factory=set)

    @property
    def index(self) -> str:
        return f"{self.address}/index.json"

    def link(self, code: str) -> str:
        return f"{self.address}/{code}.argosmodel"

    def offer(self, *entries: Any) -> None:
        self.served["/index.json"] = Served(json.dumps(entries).encode())

    def asked(self, path: str) -> list[tuple[str | None, int]]:
        return [(wanted, status) for each, wanted, status in self.log if each == path]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Site

    def log_message(self, *_: Any) -> None:
        """Says nothing: the site's own log is read by the tests."""

    def do_GET(self) -> None:
        path = self.path.removeprefix(self.site.address)  # a proxy is asked for the whole address
        served = self.site.served.get(path, Served(b"none here", status=404))
        wanted = self.headers.get("Range") if served.ranges and served.status == 200 else None
        if (same := self.headers.get("If-Range")) and same not in (served.etag, served.modified):
            wanted = None
        begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0
        status = served.status if not wanted else 206 if begin < len(served.data) else 416
        self.site.log.append((path, self.headers.get("Range"), status))
        self.site.agents.add(self.headers.get("User-Agent", ""))
        self.close_connection = True
        with suppress(BrokenPipeError, ConnectionResetError):  # the other side has enough, or was killed
            self._answer(served, begin, status)

    def _answer(self, served: Served, begin: int, status: int) -> None:
        data = b"" if status == 416 else served.data[begin:]
        self.send_response(status)
        if status == 206:
            whole = len(served.data)
            self.send_header("Content-Range", f"bytes {begin}-{whole - 1}/{whole}")
        for name, value in {"ETag": served.etag, "Last-Modified": served.modified, **served.headers}.items():
            if value:
                self.send_header(name, value)
        if served.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif served.length is not None:
            self.send_header("Content-Length", str(len(data) if served.length < 0 else served.length))
        self.end_headers()
        size = 1 if served.drip else 1 << 16
        data = data if served.cut is None else data[: max(served.cut - begin, 0)]
        for start in range(0, len(data), size):
            time.sleep(served.drip or served.pause)
            piece = data[start : start + size]
            self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if served.chunked else piece)
            self.wfile.flush()
        time.sleep(served.silent)
        if served.chunked and served.cut is None:
            self.wfile.write(b"0\r\n\r\n")


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    class Own(Handler):
        pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Own)
    Own.site = Site(f"http{'s' if context else ''}://127.0.0.1:{server.server_port}")
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.handle_error = lambda *_: None  # type: ignore[method-assign]  # handshakes fail here on purpose
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield Own.site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    """The three test packages and an index of them."""
    with serving() as site:
        for code in LANGUAGES:
            site.served[f"/{code}.argosmodel"] = Served(package(code), etag=f'"{code}-1"')
        site.offer(*(entry(code, "0.1", site.link(code)) for code in LANGUAGES))
        yield site


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of this machine, and no index of its own."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy") or name == "SRCXLATE_ARGOS_INDEX":
            monkeypatch.delenv(name)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second of patience with a server that is silent."""
    monkeypatch.setattr(downloads, "TIMEOUT", 1.0)


def got(site: Site, *languages: str) -> list[tuple[str, bool]]:
    return [(model.name, new) for model, new in pull(languages, address=site.index)]


def refused(site: Site, *languages: str) -> str:
    """The one line with which a pull is refused."""
    with pytest.raises(Fault) as caught:
        got(site, *languages)
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.mend
    return line


def kept(folder: Path) -> dict[str, int]:
    """What lies in the folder of downloads, beside the locks, and its sizes."""
    return {
        path.name: path.stat().st_size
        for path in (folder / ".downloads").iterdir()
        if path.suffix not in {".lock", ".json"}
    }


def clean(folder: Path) -> bool:
    """Whether nothing half-installed lies in the store."""
    unfinished = [path for path in folder.iterdir() if path.name.startswith((".installing", ".replaced"))]
    return not unfinished and store.broken() == ()


# -- reading an index ------------------------------------------------------------------------------

URL = "https://example.org/index.json"
A, B = "https://example.org/a", "http://example.org/b"


def parsed(*entries: Any) -> Index:
    return parse_index(json.dumps(entries).encode(), URL)


class TestParse:
    def test_the_languages_served_here(self):
        index = parsed(
            entry("zt", "1.9", A),
            entry("ja", "1.1", A, B),
            entry("de", "1.0", A),
            entry("en", "1.1", A, to_code="ja"),
            entry("ja", "9.9", A, type="sbd"),
            entry("ko", "1.1", A, "ipfs://Qm", "ftp://example.org/x", B),
        )
        assert index == Index(
            URL,
            (Offer("ja", "1.1", (A, B)), Offer("ko", "1.1", (A, B)), Offer("zt", "1.9", (A,))),
            (),
        )
        assert [offer.name for offer in index.offers] == [
            "argos-ja-en-1.1",
            "argos-ko-en-1.1",
            "argos-zt-en-1.9",
        ]
        assert index.find("zt").languages == ("zh-Hant",)

    @pytest.mark.parametrize(
        ("versions", "newest"),
        [
            (["1.9", "1.10", "1.2"], "1.10"),
            (["2", "1.99"], "2"),
            (["1.0", "1.0.1"], "1.0.1"),
            (["1.1", "1.1"], "1.1"),
        ],
    )
    def test_the_newest_version(self, versions, newest):
        assert parsed(*(entry("ja", each, A) for each in versions)).find("ja").version == newest

    @pytest.mark.parametrize(
        "data", [b"", b"{", b"\xff", b"[" * 200_000, b"<!DOCTYPE html>", b"[1" + b"1" * 10_000 + b"]"]
    )
    def test_no_json(self, data):
        with pytest.raises(Fault, match="the index is not JSON") as caught:
            parse_index(data, URL)
        assert caught.value.place == Place(URL)
        assert "--index" in caught.value.mend

    @pytest.mark.parametrize("data", [b"{}", b"null", b"3", b'"index"'])
    def test_no_list(self, data):
        with pytest.raises(Fault, match="not a list of packages"):
            parse_index(data, URL)

    def test_what_is_no_entry_is_passed_over(self):
        odd: list[Any] = [None, 3, "ja", [], {}, {"from_code": 5}, {"from_code": ["ja"], "to_code": "en"}]
        assert parsed(*odd, entry("ja", "1.1", A)) == parsed(entry("ja", "1.1", A))

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"package_version": 1.1}, "package_version: Input should be a valid string"),
            ({"package_version": "../../x"}, "package_version: String should match"),
            ({"package_version": "1.1\n"}, "package_version: String should match"),
            ({"package_version": "9" * 50}, "package_version: String should match"),
            ({"package_version": None}, "package_version"),
            ({"links": A}, "links: Input should be a valid list"),
            ({"links": [A, 5]}, r"links\.1: Input should be a valid string"),
            ({"links": [A] * 101}, "links: List should have at most 100"),
            ({"links": []}, "it has no http or https link"),
            ({"links": ["file:///etc/passwd", "ipfs://Qm", "javascript:x"]}, "it has no http or https link"),
            ({"links": ["https://kim:secret@example.org/a"]}, "it has no http or https link"),
            (
                {"links": ["https://", "http:///a", "//example.org/a", "https://[::1"]},
                "no http or https link",
            ),
            (
                {"links": ["https://example.org/a\r\nHost: b", "https://日本.example/a"]},
                "no http or https link",
            ),
            ({"links": ["https://example.org/\udc80", "https://e.org/" + "a" * 3000]}, "links|no http"),
        ],
    )
    def test_an_entry_that_cannot_be_used(self, change, words):
        index = parsed(entry("ko", "1.0", A), entry("ja", "1.1", A, **change))
        assert [offer.code for offer in index.offers] == ["ko"]
        (fault,) = index.faults
        with pytest.raises(Fault, match=words):
            raise fault
        with pytest.raises(
            Fault, match="offers no package from ja to en; its entry 2, for ja, cannot be used"
        ):
            index.find("ja")

    def test_another_version_stands_in_for_it(self):
        assert parsed(entry("ja", "1.0", A), entry("ja", "1.1")).find("ja").version == "1.0"

    def test_links_are_few_and_different(self):
        links = [f"{A}/{number // 2}" for number in range(90)]
        assert parsed(entry("ja", "1.1", *links)).find("ja").links == tuple(f"{A}/{n}" for n in range(5))

    def test_the_address_is_that_of_argos(self):
        """Argos's settings are read as text: importing them makes folders in the home directory."""
        import argostranslate

        settings = (Path(argostranslate.__path__[0]) / "settings.py").read_text(encoding="utf-8")
        assert f'default="{ADDRESS.removesuffix("index.json")}"' in settings
        assert 'remote_package_index = package_index + "index.json"' in settings


# -- pulling ---------------------------------------------------------------------------------------


class TestPull:
    def test_all_that_is_offered(self, site, store_folder):
        told: list[tuple[int, int, str]] = []
        models = list(pull(address=site.index, progress=lambda *each: told.append(each)))
        assert [(model.name, new) for model, new in models] == [(name, True) for name in NAMES]
        assert [model.origin for model, _ in models] == [site.link(code) for code in LANGUAGES]
        assert store.installed() == tuple(model for model, _ in models)
        assert [store.verify(model) for model in store.installed()] == [(), (), ()]
        assert kept(store_folder) == {}
        size = len(package("ja"))
        assert (size, size, "getting argos-ja-en-0.1") in told
        trusted = json.loads((store_folder / TRUSTED).read_text())
        assert trusted["packages"]["argos-ja-en-0.1"] == {
            "sha256": models[0][0].digest,
            "origin": site.link("ja"),
        }
        assert all(agent.startswith("srcxlate/") for agent in site.agents)

    def test_again(self, site, store_folder):
        got(site)
        site.log.clear()
        assert got(site) == [(name, False) for name in NAMES]
        assert [path for path, _, _ in site.log] == ["/index.json"]

    @pytest.mark.parametrize(
        ("wanted", "names"), [(["zh", "ja", "zh"], [NAMES[2], NAMES[0]]), (["zh-Hans"], [NAMES[2]])]
    )
    def test_some(self, site, store_folder, wanted, names):
        assert got(site, *wanted) == [(name, True) for name in names]

    def test_a_language_that_is_not_served(self, site, store_folder):
        assert "not pulled for 'de'. Name some of ja, ko, zh, zt, zh-Hans, zh-Hant" in refused(
            site, "ja", "de"
        )
        assert site.log == []

    def test_a_language_that_is_not_offered(self, site, store_folder):
        assert f"{site.index}: the index offers no package from zt to en" in refused(site, "zh-Hant")
        site.offer()
        assert "offers no package from ja" in refused(site)

    def test_the_environment_names_the_index(self, site, store_folder, monkeypatch):
        monkeypatch.setenv("SRCXLATE_ARGOS_INDEX", site.index)
        assert fetch_index().address == site.index
        site.served["/other.json"] = site.served["/index.json"]
        assert fetch_index(f"{site.address}/other.json").address == f"{site.address}/other.json"

    @pytest.mark.parametrize(
        "address", ["file:///etc/passwd", "ftp://example.org/i", "index.json", "https://"]
    )
    def test_an_address_that_is_none(self, store_folder, address):
        with pytest.raises(Fault, match="is no address of an index"):
            fetch_index(address)

    def test_the_next_link_is_tried(self, site, store_folder):
        site.served["/page"] = Served(b"<!DOCTYPE html>please log in" * 100)
        site.offer(entry("ja", "0.1", f"{site.address}/gone", f"{site.address}/page", site.link("ja")))
        assert got(site) == [(NAMES[0], True)]
        assert [path for path, _, _ in site.log] == ["/index.json", "/gone", "/page", "/ja.argosmodel"]
        assert store.installed()[0].origin == site.link("ja")

    def test_one_that_fails_does_not_hold_up_the_others(self, site, store_folder):
        del site.served["/ja.argosmodel"]
        del site.served["/zh.argosmodel"]
        line = refused(site)
        assert f"argos-ja-en-0.1 cannot be had ({site.link('ja')}: it answers 404 Not Found)" in line
        assert "argos-zh-en-0.1 cannot be had" in line
        assert "'srcxlate models add FILE'" in line
        assert [model.name for model in store.installed()] == [NAMES[1]]

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            (("ko", "0.1"), "the package is ko 0.1, and ja 0.1 was promised"),
            (("ja", "0.2"), "the package is ja 0.1, and ja 0.2 was promised"),
        ],
    )
    def test_another_package_than_promised(self, site, store_folder, wrong, words):
        code, version = wrong
        site.offer(entry("ja", version, site.link(code)))
        assert words in refused(site)
        assert store.installed() == ()
        assert kept(store_folder) == {}

    def test_a_damaged_one_is_got_again(self, site, store_folder):
        got(site, "ja")
        (store.find(NAMES[0]).path / "sentencepiece.model").write_bytes(b"")
        assert got(site, "ja") == [(NAMES[0], True)]
        assert store.verify(store.find(NAMES[0])) == ()

    def test_the_newer_one_drafts(self, argos_models, store_folder):
        for version in ("1.1", "1.9", "1.10"):
            name = f"argos-ja-en-{version}"
            shutil.copytree(argos_models[0].path, store_folder / name)
            manifest = store_folder / name / store.MANIFEST
            told = json.loads(manifest.read_text()) | {"name": name, "version": version, "test": False}
            manifest.write_text(json.dumps(told))
        assert choose(["ja"])["ja"].version == "1.10"
        assert choose(["ja"], stored={"ja": "argos-ja-en-1.9"})["ja"].version == "1.9"


class TestTrust:
    def other(self, site: Site, tmp_path: Path) -> None:
        """Puts another package of the same name in its place."""
        path = tmp_path / "other.argosmodel"
        path.write_bytes(package("ja"))
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("translate-ja_en-0_1/notes.txt", "other")
        site.served["/ja.argosmodel"] = Served(path.read_bytes())

    def test_another_file_is_refused(self, site, store_folder, tmp_path):
        got(site, "ja")
        first = store.find(NAMES[0]).digest
        store.remove(NAMES[0])
        self.other(site, tmp_path)
        line = refused(site, "ja")
        second = store.sha256(tmp_path / "other.argosmodel")
        assert f"SHA-256 {second}, and it was {first} (from {site.link('ja')})" in line
        assert f"take its entry out of {store_folder / TRUSTED}" in line
        assert (store.installed(), kept(store_folder)) == ((), {})
        # The others are installed all the same.
        assert refused(site) == line
        assert [model.name for model in store.installed()] == NAMES[1:]
        # And a person may decide that it is right.
        told = json.loads((store_folder / TRUSTED).read_text())
        del told["packages"]["argos-ja-en-0.1"]
        (store_folder / TRUSTED).write_text(json.dumps(told))
        assert got(site, "ja") == [(NAMES[0], True)]
        assert store.find(NAMES[0]).digest == second

    def test_the_first_file_is_taken_again(self, site, store_folder):
        got(site, "ja")
        store.remove(NAMES[0])
        assert got(site, "ja") == [(NAMES[0], True)]

    def test_both_kinds_of_failure_are_told(self, site, store_folder, tmp_path):
        got(site, "ja")
        store.remove(NAMES[0])
        self.other(site, tmp_path)
        del site.served["/ko.argosmodel"]
        with pytest.raises(Faults) as caught:
            got(site)
        assert [len(str(fault).splitlines()) for fault in caught.value.each] == [1, 1]

    def test_killed_before_the_digest_was_written_down(self, site, store_folder, tmp_path):
        got(site, "ja")
        (store_folder / TRUSTED).unlink()
        assert got(site, "ja") == [(NAMES[0], False)]
        store.remove(NAMES[0])
        self.other(site, tmp_path)
        assert "is not the file that was installed first" in refused(site, "ja")

    @pytest.mark.parametrize("data", [b"{", b"[]", b'{"format": 2}', b'{"packages": {"a": {"sha256": "x"}}}'])
    def test_digests_that_cannot_be_read(self, site, store_folder, data):
        store_folder.mkdir()
        (store_folder / TRUSTED).write_bytes(data)
        assert f"{store_folder / TRUSTED}: the digests of the packages" in refused(site, "ja")
        assert (store_folder / TRUSTED).read_bytes() == data
        assert store.installed() == ()


# -- a network as it is ----------------------------------------------------------------------------


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def answering(data: bytes) -> Iterator[str]:
    """A server that answers each connection with these bytes and ends it; without any it holds it."""
    held: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            held.append(connection)
            if data:
                connection.recv(10_000)
                connection.sendall(data)
                connection.shutdown(socket.SHUT_RDWR)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()
            for connection in held:
                connection.close()


@contextmanager
def dripping(begin: bytes) -> Iterator[str]:
    """A server that answers with these bytes, and then with one now and then."""
    done = threading.Event()

    def serve() -> None:
        with suppress(OSError):
            connection, _ = server.accept()
            with connection:
                connection.sendall(begin)
                while not done.wait(0.05):
                    connection.sendall(b"H")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}"
        finally:
            done.set()
            thread.join()


BAD = {
    "404": (Served(b"none", status=404), "it answers 404 Not Found"),
    "500": (Served(b"oh", status=500), "it answers 500 Internal Server Error"),
    "403": (Served(b"", status=403), "it answers 403 Forbidden"),
    "to a file": (Served(status=302, headers={"Location": "file:///etc/passwd"}), "redirects to file:///etc"),
    "to ftp": (Served(status=301, headers={"Location": "ftp://127.0.0.1/x"}), "redirects to ftp://127"),
    "to data": (Served(status=307, headers={"Location": "data:,x"}), "redirects to data:,x"),
    "in a circle": (Served(status=302, headers={"Location": "/bad"}), "redirects more than 5 times"),
    "nowhere": (Served(status=302), "it answers 302 Found"),
    "shorter": (Served(b"[]" * 50, length=1000), "it ended after 100 of 1,000 bytes"),
    "cut chunks": (Served(b"[]" * 50, chunked=True, cut=50), "the connection broke off"),
    "encoded": (Served(b"[]", headers={"Content-Encoding": "gzip"}), "it comes encoded (gzip)"),
    "terminal": (
        Served(status=302, headers={"Location": "http://x/\x1b[2J"}),
        r"redirects to http://x/\x1b[2J",
    ),
}


class TestNetwork:
    @pytest.mark.parametrize("kind", BAD)
    @pytest.mark.parametrize("what", ["index", "package"])
    def test_a_bad_answer(self, site, store_folder, argos_models, kind, what):
        site.served["/bad"], words = BAD[kind]
        if what == "index":
            with pytest.raises(Fault) as caught:
                fetch_index(f"{site.address}/bad")
            line = str(caught.value)
        else:
            site.offer(entry("ja", "0.1", f"{site.address}/bad"))
            line = refused(site)
            assert clean(store_folder)
        assert words in line
        assert f"{site.address}/bad" in line
        assert "'srcxlate models add FILE'" in line
        assert "\n" not in line
        assert store.installed() == ()

    def test_a_redirection_is_followed(self, site, store_folder):
        site.served["/old"] = Served(status=302, headers={"Location": "/ja.argosmodel"})
        site.offer(entry("ja", "0.1", f"{site.address}/old"))
        assert got(site) == [(NAMES[0], True)]
        assert store.installed()[0].origin == f"{site.address}/old"

    @pytest.mark.parametrize(
        ("address", "words"),
        [
            ("http://127.0.0.1:{closed}/i", "connection refused"),
            ("http://nowhere.invalid/i", "the name of the server is not found"),
            ("https://127.0.0.1:{open}/i", "no secure connection"),
        ],
    )
    def test_no_connection(self, site, store_folder, address, words):
        """Every one of them with an installed model that goes on working."""
        got(site, "ja")
        port = site.address.rpartition(":")[2]
        with pytest.raises(Fault, match=words) as caught:
            fetch_index(address.format(closed=closed_port(), open=port))
        assert "the index of packages cannot be had" in str(caught.value)
        assert store.verify(store.find(NAMES[0])) == ()

    @pytest.mark.usefixtures("impatient")
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"", "no answer within 1 seconds"),
            (b"\r\n\r\n", "the answer is not HTTP"),
            (b"SSH-2.0-OpenSSH\r\n", "the answer is not HTTP"),
            (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[", "it ended after 1 of 50 bytes"),
            (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500, "the answer is not HTTP"),
        ],
    )
    def test_what_is_no_web_server(self, store_folder, data, words):
        with answering(data) as address, pytest.raises(Fault, match=words):
            fetch_index(f"{address}/index.json")

    def test_no_route(self, store_folder, tmp_path):
        before = ("unshare", "-rn") if os.geteuid() else ("unshare", "-n")
        if not shutil.which("unshare") or subprocess.run([*before, "true"], capture_output=True).returncode:
            pytest.skip("no network name space can be made here")
        command = [*before, *COMMAND, "pull", "argos", "--index", "http://203.0.113.1/index.json"]
        done = subprocess.run(command, env=environment(store_folder), capture_output=True, text=True)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "cannot be had: network is unreachable. Look at the network and try again" in done.stderr

    def test_a_certificate_that_nobody_vouches_for(self, store_folder, tmp_path):
        key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
        made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
        more = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
        if not shutil.which("openssl"):
            pytest.skip("no openssl to make a certificate with")
        subprocess.run([*made, *more], capture_output=True, check=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        with serving(context) as site, pytest.MonkeyPatch.context() as patched:
            site.offer(entry("ja", "0.1", A))
            with pytest.raises(Fault, match="certificate is not trusted"):
                fetch_index(site.index)
            patched.setenv("SSL_CERT_FILE", str(certificate))
            assert fetch_index(site.index).find("ja").links == (A,)
            site.served["/down"] = Served(status=302, headers={"Location": "http://127.0.0.1/index.json"})
            with pytest.raises(Fault, match="it redirects from https to http://127"):
                fetch_index(f"{site.address}/down")

    def test_a_huge_index(self, site, store_folder):
        site.served["/index.json"] = Served(b" " * 5_000_001)
        assert "it is longer than 5,000,000 bytes" in refused(site)

    def test_an_index_that_drips(self, site, store_folder, monkeypatch):
        monkeypatch.setattr(downloads, "LONGEST_GET", 0.5)
        site.served["/index.json"] = Served(b" " * 4_000_000, pause=0.2)
        assert "it is not whole after 0 seconds" in refused(site)

    @pytest.mark.parametrize("chunked", [False, True])
    def test_a_package_that_drips(self, site, store_folder, monkeypatch, chunked):
        """Each byte comes in time, and the whole would take weeks."""
        monkeypatch.setattr(downloads, "LONGEST_WAIT", 0.5)
        served = site.served["/ja.argosmodel"]
        served.drip, served.chunked = 0.05, chunked
        began = time.monotonic()
        assert re.search(r"it gave \d+ bytes in 1 seconds, too few to go on", refused(site, "ja"))
        assert time.monotonic() - began < 5
        assert 0 < kept(store_folder)[PART] < 50
        served.drip, served.chunked = 0.0, False
        assert got(site, "ja") == [(NAMES[0], True)]

    @pytest.mark.parametrize("begin", [b"", b"HTTP/1.1 200 OK\r\nA: "])
    @pytest.mark.parametrize("what", ["index", "package"])
    def test_headers_that_drip(self, site, store_folder, monkeypatch, begin, what):
        monkeypatch.setattr(downloads, "LONGEST_WAIT", 0.5)
        with dripping(begin) as address:
            site.offer(entry("ja", "0.1", f"{address}/ja.argosmodel"))
            with pytest.raises(Fault, match="too few to go on"):
                fetch_index(address) if what == "index" else got(site)

    def test_a_slow_one_is_waited_for(self, site, store_folder, monkeypatch):
        """What is slow and fast enough; the time that our own work takes is not the server's."""
        monkeypatch.setattr(downloads, "LONGEST_WAIT", 0.5)
        site.served["/ja.argosmodel"].pause = 0.2  # 64 KiB each
        told = pull(["ja"], address=site.index, progress=lambda *_: time.sleep(0.1))
        assert [(model.name, new) for model, new in told] == [(NAMES[0], True)]

    @pytest.mark.parametrize(
        ("length", "words"), [(-1, "which is too large"), (None, "it is longer than 100,000 bytes")]
    )
    def test_a_huge_package(self, site, store_folder, monkeypatch, length, words):
        monkeypatch.setattr("srcxlate.engines.index.MOST_PACKAGE", 100_000)
        site.served["/ja.argosmodel"].length = length
        assert words in refused(site, "ja")
        assert kept(store_folder) == {}
        assert store.installed() == ()

    def test_a_proxy_of_the_environment(self, site, store_folder, monkeypatch):
        monkeypatch.setenv("http_proxy", site.address)
        site.served["http://packages.invalid/index.json"] = site.served.pop("/index.json")
        assert fetch_index("http://packages.invalid/index.json").find("ja").version == "0.1"
        monkeypatch.setenv("no_proxy", "packages.invalid")
        with pytest.raises(Fault, match="the name of the server is not found"):
            fetch_index("http://packages.invalid/index.json")

    @pytest.mark.parametrize("proxy", ["http://", "ftp://127.0.0.1/", "http://127.0.0.1:x"])
    def test_a_proxy_that_is_none(self, site, store_folder, monkeypatch, proxy):
        monkeypatch.setenv("http_proxy", proxy)
        assert "the index of packages cannot be had" in refused(site)


# -- going on --------------------------------------------------------------------------------------

SIZE = len(package("ja"))
PART = "argos-ja-en-0.1.part"
MODIFIED = {"modified": "Sat, 21 Nov 2026 00:00:00 GMT"}


class TestResume:
    @pytest.mark.parametrize(
        "told", [{"etag": '"1"'}, MODIFIED, {}, {"etag": 'W/"1"'}, {"etag": 'W/"1"'} | MODIFIED]
    )
    def test_it_goes_on(self, site, store_folder, told):
        served = site.served["/ja.argosmodel"] = Served(package("ja"), cut=300_000, length=SIZE, **told)
        assert f"it ended after 300,000 of {SIZE:,} bytes" in refused(site, "ja")
        assert kept(store_folder) == {PART: 300_000}
        served.cut, served.length = None, -1
        assert got(site, "ja") == [(NAMES[0], True)]
        assert site.asked("/ja.argosmodel") == [(None, 200), ("bytes=300000-", 206)]
        assert store.verify(store.find(NAMES[0])) == ()
        assert kept(store_folder) == {}

    @pytest.mark.parametrize(
        ("before", "after", "asked"),
        [
            ({"etag": '"1"'}, {"etag": '"2"'}, [("bytes=300000-", 200)]),
            (MODIFIED, {"modified": "Sun, 22 Nov 2026 00:00:00 GMT"}, [("bytes=300000-", 200)]),
            ({"etag": 'W/"1"'}, {"etag": 'W/"2"'}, [("bytes=300000-", 206), (None, 200)]),
            ({"etag": '"1"'}, {"etag": '"1"', "ranges": False}, [("bytes=300000-", 200)]),
        ],
    )
    def test_it_starts_anew(self, site, store_folder, before, after, asked):
        """Another version, or a server that knows no ranges: the old bytes are of no use."""
        other = bytes(SIZE)
        site.served["/ja.argosmodel"] = Served(other, cut=300_000, length=SIZE, **before)
        refused(site, "ja")
        site.served["/ja.argosmodel"] = Served(package("ja"), **after)
        assert got(site, "ja") == [(NAMES[0], True)]
        # A zip archive may have anything before it: the digest tells that nothing old is.
        assert store.find(NAMES[0]).digest == store.sha256(PACKAGES / "translate-ja_en-0_1.argosmodel")
        assert site.asked("/ja.argosmodel") == [(None, 200), *asked]

    def test_another_size(self, site, store_folder):
        site.served["/ja.argosmodel"] = Served(package("ja") + b"more", cut=300_000, length=SIZE + 4)
        refused(site, "ja")
        site.served["/ja.argosmodel"] = Served(package("ja"))
        assert got(site, "ja") == [(NAMES[0], True)]
        assert site.asked("/ja.argosmodel") == [(None, 200), ("bytes=300000-", 206), (None, 200)]

    def test_more_is_kept_than_there_is(self, site, store_folder):
        site.served["/ja.argosmodel"] = Served(package("ja") * 2, cut=SIZE + 5, length=SIZE * 2)
        refused(site, "ja")
        site.served["/ja.argosmodel"] = Served(package("ja"))
        assert got(site, "ja") == [(NAMES[0], True)]
        assert site.asked("/ja.argosmodel") == [(None, 200), (f"bytes={SIZE + 5}-", 416), (None, 200)]

    def test_the_link_that_was_begun_comes_first(self, site, store_folder):
        site.offer(entry("ja", "0.1", f"{site.address}/first", site.link("ja")))
        served = site.served["/ja.argosmodel"]
        served.cut, served.length = 300_000, SIZE
        assert "/first: it answers 404" in refused(site)
        served.cut, served.length = None, -1
        site.log.clear()
        assert got(site) == [(NAMES[0], True)]
        assert site.log[1:] == [("/ja.argosmodel", "bytes=300000-", 206)]

    @pytest.mark.parametrize(
        "note", ["", "{", "[]", '{"url": 1}', '{"url": "URL", "etag": 5, "modified": "", "size": 9}']
    )
    def test_a_note_that_cannot_be_read(self, site, store_folder, note):
        served = site.served["/ja.argosmodel"]
        served.cut, served.length = 300_000, SIZE
        refused(site, "ja")
        (store_folder / ".downloads" / "argos-ja-en-0.1.json").write_text(
            note.replace("URL", site.link("ja"))
        )
        served.cut, served.length = None, -1
        assert got(site, "ja") == [(NAMES[0], True)]
        assert site.asked("/ja.argosmodel") == [(None, 200), (None, 200)]

    def test_a_length_that_nobody_promised(self, site, store_folder):
        site.served["/ja.argosmodel"] = Served(package("ja"), length=None)
        site.served["/ko.argosmodel"] = Served(package("ko"), chunked=True)
        assert got(site, "ja", "ko") == [(NAMES[0], True), (NAMES[1], True)]

    @pytest.mark.usefixtures("impatient")
    def test_a_server_that_falls_silent(self, site, store_folder):
        site.served["/ja.argosmodel"] = Served(package("ja"), cut=131_072, length=SIZE, etag='"1"')
        site.served["/ja.argosmodel"].silent = 3.0
        assert "no answer within 1 seconds" in refused(site, "ja")
        assert kept(store_folder) == {PART: 131_072}

    def test_what_an_added_file_makes_needless_is_removed(self, site, store_folder):
        served = site.served["/ja.argosmodel"]
        served.cut, served.length = 300_000, SIZE
        refused(site, "ja")
        add(PACKAGES / "translate-ja_en-0_1.argosmodel")
        assert got(site, "ja") == [(NAMES[0], False)]
        assert kept(store_folder) == {}
        assert not (store_folder / TRUSTED).exists()

    @pytest.mark.parametrize("new", [True, False])
    def test_what_is_left_of_older_versions_is_cleared(self, site, store_folder, new):
        """And nothing else: neither newer ones, nor other languages, nor one that is being got."""
        folder = store_folder / ".downloads"
        folder.mkdir(parents=True)
        if not new:
            add(PACKAGES / "translate-ja_en-0_1.argosmodel")
        before = ["argos-ja-en-0.0.9", "argos-ja-en-0.2", "argos-ko-en-0.0.9", "argos-ja-en-0.0.8"]
        for name in before:
            for ending in ("lock", "part", "json"):
                (folder / f"{name}.{ending}").write_text("{}")
        with store.downloading("argos-ja-en-0.0.8"):
            assert got(site, "ja") == [(NAMES[0], new)]
        kept_there = {
            path.name for path in folder.iterdir() if not path.name.startswith(NAMES[0][:6] + "test")
        }
        left = [f"{name}.{ending}" for name in before[1:] for ending in ("lock", "part", "json")]
        assert kept_there == {*left, "argos-ja-en-0.1.lock"}

    def test_a_part_that_nobody_asked_for(self, site, store_folder):
        site.served["/ja.argosmodel"] = Served(package("ja"), status=206)
        assert "it answers with a part that was not asked for (206)" in refused(site, "ja")


# -- a machine as it is ----------------------------------------------------------------------------

CODE = """
import signal
from srcxlate.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
main()
"""
COMMAND = [sys.executable, "-c", CODE, "models"]


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "SRCXLATE_MODELS": str(folder), "COLUMNS": "200"}


def start(site: Site, folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [*COMMAND, "pull", "argos", *words, "--index", site.index],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_half(folder: Path) -> None:
    part, end = folder / ".downloads" / PART, time.monotonic() + 30
    while not (part.exists() and part.stat().st_size > 100_000):
        assert time.monotonic() < end
        time.sleep(0.01)


class TestMachine:
    @pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
    def test_stopped_in_the_middle(self, site, store_folder, number, status):
        served = site.served["/ja.argosmodel"]
        served.pause = 0.2
        with start(site, store_folder, "ja") as process:
            wait_for_half(store_folder)
            process.send_signal(number)
            _, err = process.communicate(timeout=30)
        assert process.returncode == status
        assert err.count("\n") == (status == 130)
        half = kept(store_folder)[PART]
        assert 100_000 < half < SIZE
        assert store.installed() == ()
        served.pause = 0.0
        with start(site, store_folder, "ja") as process:
            _, err = process.communicate(timeout=60)
        assert process.returncode == 0
        # On a busy machine a line of progress may come before.
        assert err.splitlines()[-1].startswith(f"{NAMES[0]} is ready (")
        asked = [each for each in site.asked("/ja.argosmodel") if each[1]]
        assert asked == [(None, 200), (f"bytes={half}-", 206)]
        assert store.verify(store.find(NAMES[0])) == ()
        assert clean(store_folder)

    def test_killed_after_the_last_byte(self, site, store_folder, monkeypatch):
        def killed(*_: Any, **__: Any) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("srcxlate.engines.packages.add", killed)
            with pytest.raises(KeyboardInterrupt):
                got(site, "ja")
        assert kept(store_folder) == {PART: SIZE}
        site.log.clear()
        assert got(site, "ja") == [(NAMES[0], True)]
        assert [path for path, _, _ in site.log] == ["/index.json"]

    def test_two_at_once(self, site, store_folder):
        site.served["/ja.argosmodel"].pause = 0.1
        with start(site, store_folder, "ja") as first:
            wait_for_half(store_folder)
            with start(site, store_folder, "ja", "--json") as second:
                out, err = second.communicate(timeout=60)
            _, told = first.communicate(timeout=60)
        assert (first.returncode, second.returncode) == (0, 0)
        assert told.splitlines()[-1].startswith(f"{NAMES[0]} is ready (")
        assert err.splitlines()[-1].startswith(f"{NAMES[0]} is there already (")
        assert [row["name"] for row in json.loads(out)] == [NAMES[0]]
        assert site.asked("/ja.argosmodel") == [(None, 200)]
        assert clean(store_folder)

    @pytest.fixture
    def small_store(self, store_folder: Path) -> Iterator[Path]:
        """A store on a disk of 300 kB."""
        store_folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(store_folder)]
        if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a small disk can be mounted by root alone")
        try:
            yield store_folder
        finally:
            subprocess.run(["umount", str(store_folder)], check=True)

    def test_a_disk_without_room(self, site, small_store):
        line = refused(site, "ja")
        assert f"{small_store}: the install needs" in line
        assert "Free some space" in line
        assert kept(small_store) == {}

    def test_a_disk_that_fills_up(self, site, small_store):
        """A server that promises no length cannot be refused before."""
        site.served["/ja.argosmodel"].length = None
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(store, "_check_room", lambda *_: None)
            line = refused(site, "ja")
            assert "the disk is full. Free some space" in line
            assert store.installed() == ()
            subprocess.run(["mount", "-o", "remount,size=8m", str(small_store)], check=True)
            site.served["/ja.argosmodel"].length = -1
            assert got(site, "ja") == [(NAMES[0], True)]
        assert clean(small_store)

    def test_no_room_to_unpack_keeps_the_download(self, site, small_store):
        subprocess.run(["mount", "-o", "remount,size=900k", str(small_store)], check=True)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(store, "_check_room", lambda *_: None)
            assert "the disk is full" in refused(site, "ja")
            assert kept(small_store) == {PART: SIZE}
            subprocess.run(["mount", "-o", "remount,size=8m", str(small_store)], check=True)
            assert got(site, "ja") == [(NAMES[0], True)]
        assert site.asked("/ja.argosmodel") == [(None, 200)]

    @pytest.mark.usefixtures("permissions_bind")
    def test_no_permission(self, site, store_folder):
        store_folder.mkdir(mode=0o500)
        assert "no permission" in refused(site, "ja")


class TestCommand:
    def run(self, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*COMMAND, *words], env=environment(folder), capture_output=True, text=True)

    def test_what_is_available(self, site, store_folder):
        got(site, "ja")
        site.offer(*(entry(code, "0.1", site.link(code)) for code in LANGUAGES), entry("zt", "bad", A))
        done = self.run(store_folder, "list", "--available", "--index", site.index, "--json")
        told = json.loads(done.stdout)
        assert [row["name"] for row in told["installed"]] == [NAMES[0]]
        assert [(row["name"], row["installed"]) for row in told["available"]] == [
            ("argos-ja-en-0.1", True),
            ("argos-ko-en-0.1", False),
            ("argos-zh-en-0.1", False),
        ]
        assert "its entry 4, for zt, cannot be used" in done.stderr
        done = self.run(store_folder, "list", "--available", "--index", site.index)
        assert (done.returncode, len(done.stderr.splitlines())) == (0, 1)
        (line,) = [line for line in done.stdout.splitlines() if "argos-ko-en-0.1" in line]
        assert line.split() == ["argos-ko-en-0.1", "ko", "no", site.link("ko")]

    def test_only_then_the_network_is_asked(self, site, store_folder, monkeypatch):
        monkeypatch.setenv("SRCXLATE_ARGOS_INDEX", site.index)
        assert "'srcxlate models pull argos'" in self.run(store_folder, "list").stderr
        assert self.run(store_folder, "verify").returncode == 0
        assert site.log == []
        assert self.run(store_folder, "list", "--available").returncode == 0
        assert [path for path, _, _ in site.log] == ["/index.json"]

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            (("list", "--index", URL), "--index is for what is available. Add --available"),
            (("pull", "local", "ja"), "the local model serves every language and is in no index."),
            (
                ("pull", "marian"),
                "nothing is pulled for 'marian'. Use 'models pull argos', 'models pull local'",
            ),
        ],
    )
    def test_wrong_calls(self, store_folder, words, line):
        done = self.run(store_folder, *words)
        assert done.returncode == 2
        assert done.stderr.startswith(f"srcxlate: {line}")
        assert done.stderr.count("\n") == 1


def test_reading_the_command_line_loads_no_network():
    code = "import sys, srcxlate.cli, srcxlate.engines.choose; assert 'urllib.request' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)

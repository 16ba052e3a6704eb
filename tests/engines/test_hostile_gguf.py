"""GGUF files made to do harm: refused in one line or a model that loads, soon and in little memory."""

import json
import os
import struct
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest

pytest.importorskip("gguf", reason="the extra `local` is not installed")
pytest.importorskip("tokenizers", reason="the extra `local` is not installed")

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import tiny
from tests.engines.test_published import left

from srcxlate.engines import gguf, store
from srcxlate.engines.choose import add
from srcxlate.errors import Fault

pytestmark = pytest.mark.local


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for many files, and a whole one in it."""
    scratch = tmp_path_factory.mktemp("scratch")
    tiny.write(scratch / "whole.gguf")
    return scratch


def refused(path: Path, words: str) -> str:
    """The one line with which a file is refused; nothing of it stays."""
    with pytest.raises(Fault) as caught:
        add(path)
    line = str(caught.value)
    assert words in line
    assert "\n" not in line
    assert len(line) < 1_000
    assert caught.value.mend
    assert left(store.folder()) == []
    return line


def text(data: str | bytes) -> bytes:
    data = data.encode() if isinstance(data, str) else data
    return struct.pack("<Q", len(data)) + data


def key(name: str, value: str | int | float | bytes) -> bytes:
    """A key of the metadata; bytes are a type and a value, ready made."""
    match value:
        case str():
            return text(name) + struct.pack("<I", 8) + text(value)
        case int():
            return text(name) + struct.pack("<II", 4, value)
        case float():
            return text(name) + struct.pack("<If", 6, value)
    return text(name) + value


def header(*keys: bytes, tensors: tuple[bytes, ...] = (), behind: bytes = bytes(4096)) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(keys)) + b"".join((*keys, *tensors)) + behind


def tensor(name: str | bytes, offset: int = 0, count: int = 8, kind: int = 0) -> bytes:
    return text(name) + struct.pack("<IQIQ", 1, count, kind, offset)


@pytest.mark.parametrize(
    ("family", "more"),
    [
        ("llama", {"llama.vocab_size": 32_000, "llama.rope.dimension_count": 128}),
        ("gemma", {"gemma.attention.key_length": 256}),
        ("gemma3", {}),
        ("qwen2moe", {"qwen2moe.expert_count": 60}),
        ("qwen3", {}),
        ("bert", {}),
        ("../../etc/passwd\0", {}),
        ("x" * 100_000, {}),
    ],
)
def test_other_families(store_folder, tmp_path, family, more):
    path = tmp_path / "other.gguf"
    keys = {"general.architecture": family, "general.name": "Other", f"{family[:50]}.block_count": 32, **more}
    sizes = {f"{family[:50]}.context_length": 8192, f"{family[:50]}.embedding_length": 4096}
    path.write_bytes(
        header(*(key(*each) for each in (keys | sizes).items()), tensors=(tensor("token_embd.weight"),))
    )
    refused(path, f"this is a model of the family {family!r}"[:200])


class TestHeader:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (header(key("general.alignment", 0)), "general.alignment is 0, not a power of two"),
            (header(key("general.alignment", 2**31)), "general.alignment is 2147483648"),
            (header(key("general.alignment", "x" * 5_000)), "general.alignment is 'xxx"),
            (header(key("a", 1), key("a", 1)), "its metadata has a twice"),
            (header(key("a", struct.pack("<IIQ", 9, 9, 2) + bytes(24))), "has a of the unknown type 9"),
            (header(key("a", struct.pack("<IIQ", 9, 4, 2**63))), "elements of a, more than can be there"),
            (
                header(key("a", struct.pack("<IIQ", 9, 7, 1_500_001)), behind=bytes(1_600_000)),
                "1,500,001 elements",
            ),
            (
                header(
                    *(key(f"a{n}", struct.pack("<IIQ", 9, 7, 600_000) + bytes(600_000)) for n in range(3))
                ),
                "600,000 elements of a2, more than can be there",
            ),
            (header(key("a", struct.pack("<IQ", 8, 100_000_000))), "announces a of 100,000,000 bytes"),
            (header(*(key(f"k{n}", 1) for n in range(10_001))), "10,001 metadata keys, more than can be"),
            (b"GGUF" + struct.pack("<IQQ", 3, 0, 10**6) + bytes(20 * 10**6), "1,000,000 metadata keys"),
            (b"GGUF" + struct.pack("<IQQ", 3, 10**6, 0) + bytes(30 * 10**6), "1,000,000 tensors"),
            (header(tensors=(tensor("a"), tensor("a", 32))), "the tensor a twice"),
            (header(tensors=(tensor("a"), tensor("b"))), "its tensors a and b lie in one place"),
            (header(tensors=(tensor("a", 0, 64), tensor("b", 224))), "its tensors a and b lie in one place"),
            (header(tensors=(tensor("a"), tensor("b", 33))), "b begins at byte 33, no multiple of 32"),
            (header(tensors=(tensor("a", 2**64 - 32),)), "the file ends before its tensor a"),
            (header(tensors=(tensor("a", 0, 2**64 - 32),)), "the file ends before its tensor a"),
            (
                header(tensors=(text("a") + struct.pack("<IQQQQIQ", 4, *[2**63] * 4, 0, 0),)),
                "the file ends before its tensor a",
            ),
            (header(tensors=(tensor("blk.0\0../../x"),)), "no text general.architecture"),
            (header(tensors=(tensor(b"\xff\0"),)), "a tensor's name is not UTF-8"),
            (header(key("\x1b[2J\r\n", struct.pack("<I", 99))), r"\x1b[2J of the unknown type 99"),
            (header(key("k" * 60_000, struct.pack("<I", 99))), "kkk"),
        ],
        ids=range(23),
    )
    def test_refused(self, store_folder, tmp_path, data, words):
        path = tmp_path / "bad.gguf"
        path.write_bytes(data)
        refused(path, words)

    def test_a_header_without_end(self, store_folder, tmp_path):
        path = tmp_path / "bad.gguf"
        path.write_bytes(header(*(key(f"k{n}", "x" * (1 << 20)) for n in range(64))))
        refused(path, "its header is longer than 64,000,000 bytes")

    @pytest.mark.parametrize(
        ("name", "value", "words"),
        [
            ("qwen2.block_count", ["x"] * 100_000, "its metadata has qwen2.block_count = ('x', 'x'"),
            ("qwen2.block_count", "y" * 100_000, "qwen2.block_count = 'yyy"),
            ("tokenizer.ggml.merges", ["t h" * 30_000], "1 merges of its tokenizer are of unknown tokens"),
            ("tokenizer.ggml.merges", ["t" * 500_000 + " h"], "unknown tokens"),
            ("tokenizer.ggml.merges", [""], "unknown tokens"),
            ("tokenizer.ggml.merges", ["a", " b", "c "], "3 merges"),
            ("tokenizer.ggml.tokens", [str(n) for n in range(400_001)], "400,001 tokens, more than 400,000"),
            ("tokenizer.ggml.tokens", ["\0", "a/../b"], "no <|im_end"),
        ],
        ids=range(8),
    )
    def test_tokens(self, store_folder, tmp_path, name, value, words):
        path = tiny.write(tmp_path / "bad.gguf", changes={name: value})
        line = refused(path, "")
        assert words in line

    def test_a_licence_of_any_length(self, store_folder, tmp_path):
        path = tiny.write(tmp_path / "a.gguf", changes={"general.license": "free\n" * 10_000})
        assert add(path)[0].licence == " ".join(["free"] * 20)
        other = tiny.write(tmp_path / "b.gguf", changes={"general.license": 5}, weights=tiny.tensors(seed=1))
        assert add(other)[0].licence == "unknown"

    def test_deep_merges(self, store_folder, tmp_path):
        """A chain of merges, each of which needs all before it."""
        chain = ["t" * length for length in range(2, 300)]
        changes = {
            "tokenizer.ggml.tokens": [*tiny.LETTERS, *chain, *tiny.SPECIAL],
            "tokenizer.ggml.token_type": [1] * (256 + len(chain)) + [3] * 3,
            "tokenizer.ggml.merges": [f"{token[:-1]} t" for token in chain],
            "tokenizer.ggml.eos_token_id": 256,
        }
        weights = tiny.tensors()
        size = (256 + len(chain) + 3, 32)
        weights["token_embd.weight"] = weights["token_embd.weight"].repeat(3, 0)[: size[0]]
        assert weights["token_embd.weight"].shape == size
        model = add(tiny.write(tmp_path / "deep.gguf", changes=changes, weights=weights))[0]
        assert store.verify(model) == ()


class TestPrefixes:
    """A download that broke off is never taken for a whole one, wherever it did."""

    def test_every_one_of_the_header(self, scratch):
        whole = (scratch / "whole.gguf").read_bytes()
        path = scratch / "cut.gguf"
        end = min(each.offset for each in gguf.read(scratch / "whole.gguf").tensors.values())
        for length in (*range(300), *range(300, end, 7), end):
            path.write_bytes(whole[:length])
            with pytest.raises(Fault, match=r"ends|too short|more than can be there"):
                gguf.read(path)

    @given(st.data())
    @settings(max_examples=300, deadline=None)
    def test_any_of_the_rest(self, scratch, data):
        whole = (scratch / "whole.gguf").read_bytes()
        told = gguf.read(scratch / "whole.gguf").tensors.values()
        length = data.draw(st.integers(0, len(whole)))
        (scratch / "cut.gguf").write_bytes(whole[:length])
        if length >= max(each.offset + each.size for each in told):  # what is behind is padding
            assert len(gguf.read(scratch / "cut.gguf").tensors) == len(told)
        else:
            with pytest.raises(Fault):
                gguf.read(scratch / "cut.gguf")


class TestFiles:
    """What is called .gguf and is no file of its own."""

    @pytest.mark.parametrize(
        ("make", "words"),
        [
            (os.mkfifo, "a pipe, a device or another special file"),
            (lambda path: path.symlink_to("/dev/zero"), "a pipe, a device or another special file"),
            (lambda path: path.symlink_to("/dev/null"), "a pipe, a device or another special file"),
            (lambda path: path.symlink_to(path), "the link leads to itself"),
            (lambda path: path.symlink_to(path.parent / "gone"), "there is no such file"),
            (lambda path: path.mkdir(), "there is no .argosmodel file"),
            (lambda path: path.touch(), "too short"),
        ],
        ids=["pipe", "zero", "null", "loop", "dangling", "folder", "empty"],
    )
    def test_special(self, store_folder, tmp_path, make, words):
        path = tmp_path / "special.gguf"
        make(path)
        with pytest.raises(Fault) as caught:
            add(path)
        assert words in str(caught.value)
        assert "\n" not in str(caught.value)
        assert left(store_folder) == []

    def test_a_link_to_a_file(self, store_folder, tmp_path):
        """Hugging Face's cache has one for each file."""
        blob = tiny.write(tmp_path / "blob")
        (tmp_path / "model.gguf").symlink_to(blob)
        (model,) = add(tmp_path / "model.gguf")
        blob.unlink()
        assert store.verify(model) == ()

    @pytest.mark.parametrize(
        ("what", "how"),
        [
            ("reading", lambda path: path.write_bytes(path.read_bytes())),
            ("reading", lambda path: os.truncate(path, 20_000)),
            ("converting the model", lambda path: os.truncate(path, 20_000)),
            ("converting the model", lambda path: path.write_bytes(bytes(200_000))),
            ("converting the model", lambda path: os.replace(tiny.write(path.with_suffix(".new")), path)),
            ("converting the model", lambda path: path.unlink()),
        ],
    )
    def test_it_changes_while_it_is_read(self, store_folder, tmp_path, what, how):
        path = tiny.write(tmp_path / "tiny.gguf")
        calls = 0

        def tell(done: int, total: int, words: str) -> None:
            nonlocal calls
            calls += words.startswith(what)
            if calls == 1 and words.startswith(what):
                calls += 1
                how(path)

        with pytest.raises(Fault) as caught:
            add(path, tell)
        line = str(caught.value)
        assert any(
            words in line
            for words in ("changed while it was", "became shorter", "no such file", "not a number")
        )
        assert "\n" not in line
        assert left(store_folder) == []


FUZZ = r"""
    import random, re, sys, time
    from collections import Counter
    from pathlib import Path
    import ctranslate2, json
    from srcxlate.engines import conversion, gguf
    from srcxlate.errors import Fault

    whole_path, seed, times = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    whole = whole_path.read_bytes()
    head = min(each.offset for each in gguf.read(whole_path).tensors.values())
    path, out = whole_path.with_name("changed.gguf"), whole_path.with_name("out")
    out.mkdir(exist_ok=True)
    chance, counts, longest = random.Random(seed), Counter(), 0.0
    for number in range(times):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 1, 1, 2, 4, 16])):
            at = chance.randrange(head if chance.random() < 0.85 else len(data))
            data[at] = chance.choice([0, 255, data[at] ^ 1 << chance.randrange(8), chance.randrange(256)])
        path.write_bytes(data)
        begin = time.process_time()
        try:
            conversion.convert(gguf.read(path), out)
            ctranslate2.Generator(str(out), compute_type="int8")
            counts["loads"] += 1
        except Fault as fault:
            counts["refused" if len(str(fault).splitlines()) == 1 else "more than one line"] += 1
        except BaseException as error:
            counts[f"{number}: {type(error).__name__} {error}"[:200]] += 1
        longest = max(longest, time.process_time() - begin)
    # not ru_maxrss: it begins with the peak of the process that started this one
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
    print(json.dumps([counts, longest, peak / 1024]))
"""


def changed_at_random(folder: Path, seed: int, times: int) -> tuple[dict[str, int], float, float]:
    """How many changed files are refused and load; the longest in seconds, the peak of memory in MiB."""
    path = tiny.write(folder / "whole.gguf")
    command = [sys.executable, "-c", textwrap.dedent(FUZZ), str(path), str(seed), str(times)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    counts, longest, peak = json.loads(done.stdout)
    return counts, longest, peak


def test_random_changes(tmp_path):
    """Tiny files with bytes flipped, in a process that a crash would end."""
    counts, longest, peak = changed_at_random(tmp_path, seed=7, times=500)
    assert counts.keys() == {"refused", "loads"}
    assert min(counts.values()) > 25
    assert longest < 2
    assert peak < 500


def test_the_worst_header_that_is_read(tmp_path):
    """As many elements and bytes as are taken at all: in memory and time that any machine has."""
    path = tmp_path / "large.gguf"
    strings = b"".join(text(f"token number {n}") for n in range(1_490_000))
    path.write_bytes(header(key("tokens", struct.pack("<IIQ", 9, 8, 1_490_000) + strings)))
    script = (
        "import re, sys, time; from pathlib import Path; from srcxlate.engines.choose import add\n"
        "begin = time.process_time()\n"
        "try: add(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)\n"
        "peak = int(re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1])\n"
        "print(peak / 1024, time.process_time() - begin)"
    )
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told, figures = done.stdout.splitlines()
    assert told.startswith("Fault ")
    peak, seconds = map(float, figures.split())
    assert peak < 500
    assert seconds < 10


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_behind_a_right_beginning(scratch, data):
    path = scratch / "any.gguf"
    path.write_bytes(b"GGUF" + struct.pack("<I", 3) + data)
    with suppress(Fault):
        assert gguf.read(path).tensors is not None

"""What a model needs and what a machine has left, from files as kernels write them, and for real."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.engines import memory
from srcxlate.engines.memory import Need, batch_tokens, free
from srcxlate.errors import Fault

MEMINFO = """\
MemTotal:       24684092 kB
MemFree:        22989668 kB
MemAvailable:   24172848 kB
Buffers:           48404 kB
HugePages_Total:       0
"""
MACHINE = 24_172_848 * 1024
UNLIMITED = "9223372036854771712\n"
"""What version 1 says of a group without a limit."""
VERSION_1 = "9:name=systemd:/\n8:pids:/\n4:memory:/work/job\n1:cpu:/\n0::/\n"
VERSION_2 = "0::/user.slice/session.scope\n"


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_text(content)
    return folder


class Machine:
    """The two folders that a kernel tells of memory in."""

    def __init__(self, folder: Path, groups: str | None, meminfo: str | None = MEMINFO) -> None:
        self.proc, self.cgroups = write(folder / "proc"), write(folder / "cgroup")
        if meminfo is not None:
            write(self.proc, meminfo=meminfo)
        if groups is not None:
            write(self.proc / "self", cgroup=groups)

    def version_1(self, path: str, limit: str, used: int, cache: int = 0) -> "Machine":
        stat = f"cache {cache}\nactive_file 1\ntotal_inactive_file {cache - cache // 4}\n"
        write(
            self.cgroups / "memory" / path,
            memory__limit_in_bytes=limit,
            memory__usage_in_bytes=f"{used}\n",
            memory__stat=f"{stat}total_active_file {cache // 4}\n",
        )
        return self

    def version_2(self, path: str, limit: str, used: int, cache: int = 0, **more: str) -> "Machine":
        stat = f"anon {used - cache}\nfile {cache}\ninactive_file {cache - cache // 4}\n"
        write(
            self.cgroups / path,
            memory__max=limit,
            memory__current=f"{used}\n",
            memory__stat=f"{stat}active_file {cache // 4}\n",
            **more,
        )
        return self

    @property
    def free(self) -> int | None:
        return free(self.proc, self.cgroups)


class TestFree:
    def test_without_groups(self, tmp_path):
        assert Machine(tmp_path, None).free == MACHINE

    @pytest.mark.parametrize("meminfo", [None, "", "MemTotal: 24684092 kB\n", "MemAvailable:\n"])
    def test_not_told(self, tmp_path, meminfo):
        """As on another system, or before Linux 3.14."""
        assert Machine(tmp_path, VERSION_2, meminfo).free is None

    def test_version_1_without_a_limit(self, tmp_path):
        machine = Machine(tmp_path, VERSION_1).version_1("work/job", UNLIMITED, 5_000_000)
        assert machine.version_1("", UNLIMITED, 9_000_000).free == MACHINE

    def test_version_1(self, tmp_path):
        machine = Machine(tmp_path, VERSION_1).version_1("work/job", "2000000000\n", 700_000_000, 500_000_000)
        assert machine.free == 1_800_000_000

    def test_version_1_among_others(self, tmp_path):
        groups = VERSION_1.replace(":memory:", ":cpu,memory:")
        assert Machine(tmp_path, groups).version_1("work/job", "2000\n", 500).free == 1500

    def test_version_2(self, tmp_path):
        machine = Machine(tmp_path, VERSION_2)
        machine.version_2("user.slice/session.scope", "3000000000\n", 1_000_000_000, 400_000_000)
        assert machine.free == 2_400_000_000

    def test_version_2_without_a_limit(self, tmp_path):
        assert Machine(tmp_path, VERSION_2).version_2("user.slice/session.scope", "max\n", 1).free == MACHINE

    def test_version_2_slows_down_first(self, tmp_path):
        machine = Machine(tmp_path, VERSION_2)
        machine.version_2("user.slice/session.scope", "3000\n", 500, memory__high="2000\n")
        assert machine.free == 1500

    @pytest.mark.parametrize("groups", [VERSION_1, VERSION_2])
    def test_the_tightest_group_above_counts(self, tmp_path, groups):
        machine = Machine(tmp_path, groups)
        if groups == VERSION_1:
            machine.version_1("work/job", UNLIMITED, 10).version_1("work", "1000\n", 300)
        else:
            machine.version_2("user.slice/session.scope", "max\n", 10).version_2("user.slice", "1000\n", 300)
        assert machine.free == 700

    def test_in_a_container_the_path_is_not_seen(self, tmp_path):
        """Version 1 without a namespace of its own: the path is the host's, the folder the container's."""
        assert Machine(tmp_path, "4:memory:/docker/0a1b\n").version_1("", "1000\n", 300).free == 700

    def test_in_a_container_of_version_2(self, tmp_path):
        assert Machine(tmp_path, "0::/\n").version_2("", "1000\n", 300).free == 700

    def test_a_group_that_is_full(self, tmp_path):
        assert Machine(tmp_path, "0::/\n").version_2("", "1000\n", 1300).free == 0

    def test_other_groups_do_not_count(self, tmp_path):
        machine = Machine(tmp_path, VERSION_2).version_2("other", "1000\n", 300)
        assert machine.version_2("user.slice/session.scope", "max\n", 10).free == MACHINE

    @pytest.mark.skipif(not Path("/proc/meminfo").exists(), reason="only Linux is asked")
    def test_this_machine(self):
        total = memory._fields(Path("/proc/meminfo"))["MemTotal:"] * 1024
        left = free()
        assert left is not None
        assert 0 < left < total


class TestBatchTokens:
    NEED = Need(1_000_000_000, 50_000)

    @pytest.mark.parametrize(
        ("left", "tokens"),
        [
            (None, 16_000),
            (9_000_000_000, 16_000),
            (1_800_000_000, 16_000),
            (1_799_999_999, 15_999),
            (1_400_000_000, 8_000),
            (1_200_000_000, 4_000),
        ],
    )
    def test_as_many_as_fit(self, left, tokens):
        assert batch_tokens("tiny", self.NEED, left, 16_000, 4_000) == tokens

    @pytest.mark.parametrize("left", [0, 1_199_999_999])
    def test_does_not_fit(self, left):
        with pytest.raises(Fault) as raised:
            batch_tokens("tiny", self.NEED, left, 16_000, 4_000)
        line = str(raised.value)
        assert line.startswith(
            f"the model tiny needs 1.20 GB of memory, and {left / 1e9:.2f} GB is free. Close other programs,"
        )
        assert "\n" not in line

    @given(st.integers(0, 10**13), st.integers(0, 10**12), st.integers(0, 10**7))
    def test_what_is_given_fits(self, left, loaded, token):
        try:
            tokens = batch_tokens("tiny", Need(loaded, token), left, 16_000, 4_000)
        except Fault:
            assert loaded + 4_000 * token > left
        else:
            assert 4_000 <= tokens <= 16_000
            assert loaded + tokens * token <= left

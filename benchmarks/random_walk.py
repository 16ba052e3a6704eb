"""Walks the desk at random: records, drafts, people, files edited by hand, processes that die.

In: how many steps to walk at least. Out: how many were walked, on how many new desks, in how many seconds,
and how many of the things that always hold were found broken; the first is shown with the shortest walk to
it, and the exit status is 1 then::

    python benchmarks/random_walk.py --steps 10000

The walk and what always holds are those of ``tests/desk/test_states.py``, where a short one is a test.
"""

import argparse
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from srcxlate.desk.database import open_desk
from srcxlate.workspace import Settings, Workspace

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "desk"))

from test_states import Desk, walk  # type: ignore[import-not-found]

LONGEST = 100
"""Steps on one desk."""
AT_ONCE = 20
"""Desks between two looks at how far it is."""


def main() -> int:
    """Prints the counts; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--steps", type=int, default=10_000, help="steps to walk at least")
    least = parser.parse_args().steps
    began, broken = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        Desk.new_desk = staticmethod(_desks(Path(folder)))
        while Desk.steps < least and not broken:
            try:
                walk(AT_ONCE, LONGEST)
                print(f"{Desk.steps:,} steps", file=sys.stderr, flush=True)
            except Exception:
                traceback.print_exc()
                broken += 1
    seconds = time.monotonic() - began
    print(f"{Desk.steps:,} steps on {Desk.examples:,} desks in {seconds:.0f} s; broken: {broken}")
    return 1 if broken else 0


def _desks(folder: Path) -> Callable[[], AbstractContextManager[Workspace]]:
    """What opens a new, empty desk: a copy of one that is made once."""
    first = Workspace(folder / "first", Settings())
    with open_desk(first):
        pass

    @contextmanager
    def opened() -> Iterator[Workspace]:
        root = Path(tempfile.mkdtemp(dir=folder))
        shutil.copytree(first.private, root / ".srcxlate")
        with open_desk(Workspace(root, Settings())):
            yield Workspace(root, Settings())
        shutil.rmtree(root)

    return opened


if __name__ == "__main__":
    sys.exit(main())

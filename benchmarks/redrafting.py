"""What `srcxlate draft` costs when nothing or little changed, by the command itself.

In: nothing but the number of segments; titles are made up, a rare word stands in 37 of them. They are drafted
once with the small test packages, then the command is run again: with nothing changed, after a term for the
rare word came, with nothing changed again, and after a term came that no title holds. Out: seconds of each
command in a process of its own, what it drafted, and whether it loaded a model's runtime::

    python benchmarks/redrafting.py --segments 10000 100000
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from srcxlate.desk.database import open_desk
from srcxlate.engines import packages
from srcxlate.sources import Source
from srcxlate.workspace import find_workspace, make_workspace

PACKAGES = Path(__file__).parents[1] / "tests" / "packages"
RARE, HOLDING = "黒鉛電極", 37
PAIRS = "中国日本経済産業政策輸出投資安全保障技術企業貿易協力規制戦略市場改革競争"
WORDS = [PAIRS[at : at + 2] for at in range(0, len(PAIRS), 2)]
ENGINE = "argos-test-ja-en-0.1"
PROGRAM = """
import sys
from srcxlate.cli import main
try:
    main()
finally:
    print("runtime loaded" if "ctranslate2" in sys.modules else "no runtime", file=sys.stderr)
"""


def main() -> None:
    """Prints a line for each command and size, then how the costs grew."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, nargs="+", default=[10_000, 100_000])
    sizes = parser.parse_args().segments
    print(f"{'segments':>9} {'step':34} {'seconds':>8} {'drafted':>8}  {'engine':14}")
    costs = {size: measure(size) for size in sizes}
    first, last = sizes[0], sizes[-1]
    if first != last:
        for step in costs[first]:
            ratio = costs[last][step] / costs[first][step]
            print(f"{step}: {ratio:.1f} times as long for {last / first:.0f} times as many")


def measure(size: int) -> dict[str, float]:
    """Seconds of each step."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SRCXLATE_MODELS": f"{folder}/models", "SRCXLATE_USER": "Kim"}
        packages.add(PACKAGES)
        workspace = make_workspace(Path(folder) / "workspace")
        with open_desk(find_workspace(workspace.root)):
            from srcxlate.desk import queue

            queue.sync([made_up(number, size) for number in range(size)], "Kim")
        terms = workspace.glossary / "terms.yaml"
        terms.write_text(term("黒竜江省", "Heilongjiang"))
        costs = {}

        def step(name: str) -> None:
            began = time.monotonic()
            told = draft(workspace.root)
            costs[name] = time.monotonic() - began
            print(f"{size:9,} {name:34} {costs[name]:8.2f} {told[0]:8,}  {told[1]:14}", flush=True)

        step("the first drafts")
        step("nothing changed")
        terms.write_text(terms.read_text() + term(RARE, "graphite electrode"))
        step(f"a term that {HOLDING} hold")
        step("nothing changed after it")
        terms.write_text(terms.read_text() + term("半導体製造装置", "chipmaking equipment"))
        step("a term that none holds")
        return costs


def term(original: str, english: str) -> str:
    """An entry of a glossary."""
    return f"- {{original: {original}, language: ja, english: {english}}}\n"


def made_up(number: int, size: int) -> Source:
    """A work whose title no other has; 37 of them hold the rare word, spread evenly."""
    digits = [number // len(WORDS) ** place % len(WORDS) for place in range(4)]
    title = "の".join(WORDS[digit] for digit in digits) + f"{number}"
    if number % (size // HOLDING) == 0 and number // (size // HOLDING) < HOLDING:
        title = RARE + title
    return Source(id=f"work-{number}", language="ja", title=title, cited=())


def draft(folder: Path) -> tuple[int, str]:
    """Runs the command: how many segments were drafted, and whether the runtime was loaded."""
    words = [sys.executable, "-c", PROGRAM, "draft", "--engine", ENGINE, "--json"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    loaded = "loaded" if "runtime loaded" in done.stderr else "not loaded"
    return len(json.loads(done.stdout)), loaded


if __name__ == "__main__":
    main()

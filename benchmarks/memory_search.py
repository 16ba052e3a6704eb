"""What the memory costs as it grows to a million approved translations, and that it overlooks nothing.

In: how many segments and probes. The segments are made up of words of Japanese, Korean and Chinese, each as
often as it is in use (wordfreq), a tenth of them after another with a word or two changed. The probes are
copies of segments, edited copies with a twentieth to half of them changed, and texts of their own. Out, for
each size: seconds to build, the most megabytes that this took, megabytes on disk, seconds to load, megabytes
in memory after all probes, milliseconds for the best match of a probe when warm, and against it to compare
with all segments, for how many probes both find the same similarity, and how many have a match at all::

    python benchmarks/memory_search.py --segments 1000000 --probes 1000

It ends with status 1 where a probe of them found less.
"""

import argparse
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path

from rapidfuzz import fuzz, process
from wordfreq import get_frequency_dict

from srcxlate.memory import FILE, LEAST, Approved, Memory, sameness

LANGUAGES = ("ja", "ko", "zh")
WORDS = 30_000
SMALLEST = 10_000


class Writer:
    """Makes up texts of one language, each word as often as it is in use."""

    def __init__(self, language: str, chance: random.Random) -> None:
        self.language, self.chance = language, chance
        self.space = " " if language == "ko" else ""
        shares = sorted(get_frequency_dict(language).items(), key=lambda item: (-item[1], item[0]))[:WORDS]
        self.words = [word for word, _ in shares]
        self.weights = list(accumulate(share for _, share in shares))

    def text(self) -> list[str]:
        """The words of a title, now and then with a year, or of a sentence."""
        title = self.chance.random() < 0.4
        words = self.some(self.chance.randint(4, 12) if title else self.chance.randint(9, 32))
        if self.chance.random() < 0.2:
            words.insert(self.chance.randrange(len(words)), str(self.chance.randint(1950, 2026)))
        return words if title else [*words, "." if self.language == "ko" else "。"]

    def edited(self, words: Sequence[str], share: float) -> list[str]:
        """A text with a share of its words, one at least, replaced, taken out or added to."""
        edited = list(words)
        for _ in range(max(1, round(share * len(words)))):
            at = self.chance.randrange(len(edited))
            edited[at : at + self.chance.randint(0, 1)] = self.some(self.chance.randint(0, 1)) or [""]
        return edited

    def some(self, count: int) -> list[str]:
        """So many words."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def joined(self, words: Sequence[str]) -> str:
        """The text of some words."""
        return self.space.join(filter(None, words))


def segments(count: int, languages: Sequence[str], seed: int) -> Iterator[Approved]:
    """So many approved translations, the same for a seed; a shorter list begins a longer one."""
    chance = random.Random(seed)
    writers = [Writer(language, chance) for language in languages]
    recent: dict[str, list[list[str]]] = {language: [] for language in languages}
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(count):
        writer = writers[number % len(writers)]
        known = recent[writer.language]
        if known and chance.random() < 0.1:
            words = writer.edited(chance.choice(known), 0.1)
        else:
            words = writer.text()
            known[:] = [*known[-99:], words]
        english = f"English of segment {number}, about as long as a title is"
        where = f"work-{number // 20} {number % 20}"
        at = start + timedelta(seconds=number)
        yield Approved(writer.joined(words), writer.language, english, "A. Translator", at, where)


def probes(count: int, approved: Sequence[Approved], seed: int) -> list[tuple[str, str]]:
    """Texts to look for, with their languages: a tenth as they are, a fifth of their own, the rest edited."""
    chance = random.Random(seed)
    writers = {one: Writer(one, chance) for one in {each.language for each in approved}}
    made = []
    for number in range(count):
        one = chance.choice(approved)
        writer = writers[one.language]
        characters = one.original.split(" ") if writer.space else list(one.original)
        if number % 10 == 0:
            text = one.original
        elif number % 10 < 3:
            text = writer.joined(writer.text())
        else:
            text = writer.joined(writer.edited(characters, chance.choice((0.05, 0.1, 0.2, 0.3, 0.5))))
        made.append((text, one.language))
    return made


def main() -> int:
    """Prints a line for each size; 1 where something was overlooked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--segments", type=int, default=1_000_000)
    parser.add_argument("--probes", type=int, default=1_000)
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, choices=LANGUAGES)
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        build(given.build, given.segments, given.languages)
        return 0
    sizes = [size for size in (SMALLEST, 100_000) if size < given.segments] + [given.segments]
    print(
        " segments  build s  peak MB  disk MB  load s  held MB  best ms    p95  worst  all ms  agree  found"
    )
    return max([measure(size, given.probes, given.languages) for size in sizes])


def build(folder: Path, size: int, languages: Sequence[str]) -> None:
    """Builds the file in a process of its own, and prints the seconds and the most megabytes that it took."""
    list(islice(segments(size, languages, 1), 1))  # the words are loaded before the clock runs
    spent = 0.0

    def timed(after: int) -> Iterator[Approved]:
        nonlocal spent
        coming = segments(size, languages, 1)
        while True:
            begin = time.perf_counter()
            one = next(coming, None)
            spent += time.perf_counter() - begin
            if one is None:
                return
            if after:
                after -= 1
            else:
                yield one

    begin = time.perf_counter()
    Memory.kept(folder, "stamp", timed)
    print(time.perf_counter() - begin - spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)


def measure(size: int, count: int, languages: Sequence[str]) -> int:
    """Prints the figures of one size; 1 where a probe found less than comparing with all does."""
    approved = list(segments(size, languages, 1))
    texts: dict[str, list[str]] = {language: [] for language in languages}
    for one in approved:
        texts[one.language].append(sameness(one.original))
    wanted = probes(count, approved, 2)
    del approved
    with tempfile.TemporaryDirectory() as name:
        call = [sys.executable, __file__, "--build", name, "--segments", str(size), "--languages", *languages]
        built = subprocess.run(call, check=True, capture_output=True, text=True).stdout.split()
        disk = (Path(name) / FILE).stat().st_size / 1e6
        before = resident()
        begin = time.perf_counter()
        memory = Memory.kept(Path(name), "stamp", lambda after: iter(()))
        loaded = time.perf_counter() - begin
        memory.similar(*wanted[0], most=1)
        spent, best = search(memory, wanted)
        held = resident() - before
    agree, alone = compare(texts, wanted, best)
    ordered = sorted(spent)
    seconds, peak = map(float, built)
    median, p95, worst = statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1]
    print(f"{size:9,} {seconds:8.1f} {peak:8.0f} {disk:8.0f} {loaded:7.3f} {held:8.0f}", end=" ")
    print(
        f"{median:8.1f} {p95:6.1f} {worst:6.1f} {alone:7.0f} {agree:6} {sum(one > 0 for one in best):6}",
        flush=True,
    )
    return int(agree < count)


def search(memory: Memory, wanted: Sequence[tuple[str, str]]) -> tuple[list[float], list[float]]:
    """For each probe the milliseconds, and the best similarity; 0 where nothing is similar."""
    spent, best = [], []
    for text, language in wanted:
        begin = time.perf_counter()
        found = memory.similar(text, language, most=1)
        spent.append((time.perf_counter() - begin) * 1e3)
        best.append(found[0].similarity if found else 0.0)
    return spent, best


def compare(
    texts: dict[str, list[str]], wanted: Sequence[tuple[str, str]], best: Sequence[float]
) -> tuple[int, float]:
    """For how many probes comparing with all finds the same, and the median milliseconds that it takes."""
    agree, spent = 0, []
    for (text, language), similarity in zip(wanted, best, strict=True):
        begin = time.perf_counter()
        found = process.extractOne(
            sameness(text), texts[language], scorer=fuzz.ratio, score_cutoff=LEAST * 100
        )
        spent.append((time.perf_counter() - begin) * 1e3)
        agree += abs((found[1] / 100 if found else 0.0) - similarity) < 1e-9
    return agree, statistics.median(spent)


def resident() -> float:
    """Megabytes of this process that are in memory, the file's mapped pages among them."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * resource.getpagesize() / 1e6


if __name__ == "__main__":
    raise SystemExit(main())

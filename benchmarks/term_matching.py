"""What finding terms costs as the glossary grows: reading it, making it ready, and a pass over the texts.

In: how many terms and texts to try; both are made up of the words of the three languages (wordfreq). A text
has nine words, three of them terms of every glossary; the other terms of a glossary are in no text. Out:
seconds for each step at 1,000, 10,000 and 100,000 terms, and what a text costs against the smallest glossary
(1.0: not a bit more)::

    python benchmarks/term_matching.py --terms 100000 --segments 10000

``first`` is the first pass, with all that is loaded and remembered in it; ``match`` the best of three more:
others may be using the machine. The last line has the largest glossary of terms that are in the texts.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from srcxlate.glossary import FROM_REVIEW, Entry, Glossary, read_glossary
from srcxlate.records import render_value

SIZES = (1_000, 10_000, 100_000)
LANGUAGES = ("ja", "ko", "zh")
T = TypeVar("T")


def main() -> None:
    """Prints a line for each size of glossary."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--terms", type=int, default=SIZES[-1], help="the largest glossary to try")
    parser.add_argument("--segments", type=int, default=10_000, help="texts to look at")
    given = parser.parse_args()
    words = {language: common_words(language) for language in LANGUAGES}
    core = min(given.terms, SIZES[0]) // len(LANGUAGES)
    texts = made_up_texts(words, core, given.segments)
    heads = ("read", "ready", "first", "match", "µs each", "growth", "hits")
    print("    terms", *(f"{head:>8}" for head in heads))
    smallest = 0.0
    for size in sorted({size for size in SIZES if size < given.terms} | {given.terms}):
        each = measure(made_up_terms(words, core, size), texts, smallest)
        smallest = smallest or each
    common = {(language, word) for language in LANGUAGES for word in words[language][: given.terms // 3]}
    measure(common, texts, smallest)


def measure(terms: set[tuple[str, str]], texts: Sequence[tuple[str, str]], smallest: float) -> float:
    """Prints what each step costs with a glossary of some terms; gives the seconds that a text takes.

    :param smallest: the same with the smallest glossary; 0 where this is the smallest.
    """
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / FROM_REVIEW).write_text(made_up_glossary(terms), encoding="utf-8")
        read, glossary = timed(lambda: read_glossary(Path(folder)))
    ready, _ = timed(lambda: [glossary.find("", language) for language in LANGUAGES])
    first, hits = timed(lambda: match(glossary, texts))
    best = min(timed(lambda: match(glossary, texts))[0] for _ in range(3))
    each = best / len(texts)
    seconds = " ".join(f"{one:8.2f}" for one in (read, ready, first, best))
    growth = each / (smallest or each)
    print(f"{len(terms):9,} {seconds} {each * 1e6:8.1f} {growth:8.2f} {hits:8,}", flush=True)
    return each


def common_words(language: str) -> Sequence[str]:
    """A language's words of two characters and more in its own script, the most common first."""
    from wordfreq import get_frequency_dict

    ordered = sorted(get_frequency_dict(language, "small").items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in ordered if len(word) > 1 and not word.isascii() and word.isalpha()]


def made_up_terms(words: Mapping[str, Sequence[str]], core: int, size: int) -> set[tuple[str, str]]:
    """Terms with their languages: the most common words, and for the rest three words together each."""
    chance = random.Random(size)  # made-up data, the same each time
    terms = {(language, word) for language in LANGUAGES for word in words[language][:core]}
    while len(terms) < size:
        language = LANGUAGES[len(terms) % len(LANGUAGES)]
        terms.add((language, "".join(chance.choices(words[language], k=3))))
    return terms


def made_up_glossary(terms: set[tuple[str, str]]) -> str:
    """A glossary as YAML."""
    entries = [
        Entry(original=term, language=language, english=f"term {n}")
        for n, (language, term) in enumerate(sorted(terms))
    ]
    return render_value([entry.model_dump(exclude_defaults=True) for entry in entries])


def made_up_texts(words: Mapping[str, Sequence[str]], core: int, count: int) -> list[tuple[str, str]]:
    """Texts with their languages: nine words, three of them among the most common, Korean with spaces."""
    chance = random.Random(0)  # made-up data, the same each time
    texts = []
    for n in range(count):
        language = LANGUAGES[n % len(LANGUAGES)]
        chosen = chance.choices(words[language][:core], k=3) + chance.choices(words[language], k=6)
        chance.shuffle(chosen)
        texts.append(((" " if language == "ko" else "").join(chosen), language))
    return texts


def match(glossary: Glossary, texts: Sequence[tuple[str, str]]) -> int:
    """How many terms the texts hold."""
    return sum(len(glossary.find(text, language)) for text, language in texts)


def timed(step: Callable[[], T]) -> tuple[float, T]:
    """The seconds that a step took, and what it gave."""
    begun = time.perf_counter()
    gave = step()
    return time.perf_counter() - begun, gave


if __name__ == "__main__":
    main()

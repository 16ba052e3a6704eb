"""What batching is worth: the argos engine against the bare runtime, and against one text at a time.

In: nothing but the number of texts. They are generated (``tests/packages/pairs.py``) and drafted with the
small test packages, or with an installed package that is named with ``--model``. Out: texts a second of
three ways over the same texts, medians of several runs that take turns, with ratios to the engine::

    python benchmarks/argos_batches.py --texts 2000

Tokens are made, and put into words again, within the time of each way. `raw` is one call of
``translate_batch`` with all texts, which CTranslate2 sorts and cuts into batches of as many tokens itself.
`alone` takes the first tenth of the texts, one call for each.
"""

import argparse
import importlib.util
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from srcxlate.engines import Request, argos, store
from srcxlate.engines.store import Model

PACKAGES = Path(__file__).parents[1] / "tests" / "packages"
SHARE_ALONE = 10


def main() -> None:
    """Prints one line for each language and way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--texts", type=int, default=1000, help="texts a language")
    parser.add_argument("--runs", type=int, default=5, help="runs of each way; the median counts")
    parser.add_argument(
        "--model", action="append", help="an installed model's name, instead of the test packages"
    )
    given = parser.parse_args()
    print(f"{given.texts} texts a language, median of {given.runs} runs, {os.cpu_count()} cores")
    if given.model:
        measure_all([store.find(name) for name in given.model], given.texts, given.runs)
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SRCXLATE_MODELS"] = folder
        measure_all(argos.add(PACKAGES), given.texts, given.runs)


def measure_all(models: Sequence[Model], count: int, runs: int) -> None:
    """Measures and prints, model by model."""
    print(f"{'model':24} {'way':7} {'texts/s':>9} {'of engine':>10}")
    for model in models:
        language = model.languages[0][:2]
        texts = [pair.original for pair in _pairs().pairs(language, count, seed=11)]
        speeds = measure(model, texts, runs)
        for way, speed in speeds.items():
            print(f"{model.name:24} {way:7} {speed:9.0f} {speed / speeds['engine']:10.2f}")


def measure(model: Model, texts: Sequence[str], runs: int) -> dict[str, float]:
    """Texts a second of each way, the median of the runs."""
    engine = argos.ArgosEngine([model])
    requests = [Request(text, model.languages[0][:2]) for text in texts]
    next(engine.draft(requests[:1]))  # loads the model
    package = engine._package(model.name)
    few = texts[: max(1, len(texts) // SHARE_ALONE)]
    ways: dict[str, tuple[Callable[[], object], int]] = {
        "engine": (lambda: list(engine.draft(requests)), len(texts)),
        "raw": (lambda: raw(package, texts), len(texts)),
        "alone": (lambda: [raw(package, [text]) for text in few], len(few)),
    }
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(runs):
        for way, (run, _count) in ways.items():
            began = time.perf_counter()
            run()
            times[way].append(time.perf_counter() - began)
    return {way: count / statistics.median(times[way]) for way, (_, count) in ways.items()}


def raw(package: Any, texts: Sequence[str]) -> list[str]:
    """The texts' English by the bare runtime, with the engine's options."""
    results = package.translator.translate_batch(
        [package.tokenizer.encode(text) for text in texts],
        max_batch_size=argos.BATCH_TOKENS,
        batch_type="tokens",
        max_decoding_length=argos.ANSWER_LEAST,
        **argos.DECODING,
    )
    return [package.tokenizer.decode(result.hypotheses[0]) for result in results]


def _pairs() -> ModuleType:
    """The generator of texts, which lies among the tests and is no part of the program."""
    spec = importlib.util.spec_from_file_location("pairs", PACKAGES / "pairs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()

"""What drafting costs beside the engine's bare runtime, and what batches are worth.

In: nothing but numbers. Out: for each engine texts a second of several ways over the same texts, medians of
runs that take turns, so that what else the machine does hits all ways alike, with their ratios::

    python benchmarks/drafting_speed.py --engine argos --texts 3000

The ways, each from text to text, tokens made and put into words again within its time:

- ``draft``: the program's own, as ``srcxlate draft`` goes but for the database: terms are looked for, texts
  cut into sentences, drafted, and signed.
- ``raw``: CTranslate2's own ``translate_batch`` or ``generate_batch``, called with the same tokens, batches
  and options; the calls that the program makes are noted in a first run, which does not count.
- ``alone``: the same runtime, called once for each text, with all cores for it (as the runtime is set up by
  itself, and Argos Translate sets it up).
- ``argostranslate``: ``argostranslate.translate.translate``, once for each text, as it was published but for
  its sentence splitter (``reference_argos.py``), in an environment of its own that is made with uv, with as
  many threads, the same beam and the same packages.

Argos's texts are generated (``tests/packages/pairs.py``) and drafted with the small test packages. The local
model gets the titles of this repository's ``sources/``, and generated sentences once those are used up.
"""

import argparse
import importlib.util
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import ctranslate2
from reference import Asked, English, Reference, environment

from srcxlate.drafts import Job, Text, draft, plan
from srcxlate.engines import Engine, Request, argos, cores, store
from srcxlate.engines.answers import tidy
from srcxlate.engines.argos import ArgosEngine
from srcxlate.engines.choose import choose, make_engines
from srcxlate.engines.local import LocalEngine
from srcxlate.errors import Fault
from srcxlate.glossary import Glossary, make_glossary, read_glossary
from srcxlate.sources import read_sources

ROOT = Path(__file__).parents[1]
PACKAGES = ROOT / "tests" / "packages"
ROUTES = ("ja", "ko", "zh-Hans", "zh-Hant")
USUAL = {"argos": (1200, 7), "local": (60, 3)}
"""Texts and runs for each engine, if none are asked for."""
SETTLED = 0.3
"""Seconds between two ways: OpenMP's threads go on spinning for 0.2 s when their work is done."""
WANTED = {"raw": 0.95, "alone": 4.0, "argostranslate": 10.0}
"""The ratios that drafting is held to: its throughput against theirs."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to draft, to be timed."""

    name: str
    texts: int
    run: Callable[[], tuple[float, English]]
    """Gives the seconds it took, and the English."""
    against: str = ""
    """The way of the program that drafts the same texts; empty: this is it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An engine and what it drafts here."""

    engine: str
    models: tuple[store.Model, ...]
    engines: Mapping[str, Engine]
    glossary: Glossary
    texts: tuple[Text, ...]
    origin: str
    """What the texts are."""

    def jobs(self, texts: Sequence[Text]) -> tuple[Job, ...]:
        """The plan of some of the texts."""
        return plan(texts, self.glossary, self.engines, house_style=True).jobs

    def asked(self, texts: Sequence[Text]) -> Asked:
        """The sentences of some of the texts, each with the engine that gets it."""
        pieces = ((job.engine, piece) for job in self.jobs(texts) for piece in job.pieces)
        return [(engine, piece) for engine, piece in pieces if isinstance(piece, Request)]


def main() -> None:
    """Measures one engine or both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--engine", choices=["argos", "local", "both"], default="both")
    parser.add_argument("--model", help="an installed model, instead of the test packages or the local model")
    parser.add_argument("--texts", type=int, help="texts of all languages (argos: 1,200; local: 60)")
    parser.add_argument("--runs", type=int, help="runs of each way (argos: 7; local: 3)")
    parser.add_argument("--no-reference", action="store_true", help="without Argos Translate itself")
    parser.add_argument(
        "--environment", type=Path, default=_cache() / "srcxlate" / "argos-reference", help="its environment"
    )
    given = parser.parse_args()
    packages = ", ".join(f"{name} {version(name)}" for name in ("srcxlate", "ctranslate2", "argostranslate"))
    print(f"{cores()} cores, Python {sys.version.split()[0]}, {packages}")
    engines = ["argos", "local"] if given.engine == "both" else [given.engine]
    if given.model:
        engines = [store.find(given.model).engine]
    elif given.engine == "both" and not any(model.engine == "local" for model in store.installed()):
        print("no local model is installed ('srcxlate models pull local'): argos alone")
        engines.remove("local")
    for engine in engines:
        texts, runs = (
            asked or usual for asked, usual in zip((given.texts, given.runs), USUAL[engine], strict=True)
        )
        with models(engine, given.model) as wanted, tempfile.TemporaryDirectory() as folder:
            subject = prepare(engine, wanted, texts)
            if engine == "argos" and not given.no_reference:
                reference = Reference(environment(given.environment), subject.models, Path(folder))
                with reference.process:
                    measure(subject, runs, reference)
            else:
                measure(subject, runs, None)


def _cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


# -- what is drafted ----------------------------------------------------------------------------------


@contextmanager
def models(engine: str, named: str | None) -> Iterator[str]:
    """What to ask `choose` for; the test packages are installed for as long as they are used."""
    if named or engine == "local":
        yield named or engine
        return
    before = os.environ.get("SRCXLATE_MODELS")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SRCXLATE_MODELS"] = folder
        try:
            yield argos.add(PACKAGES)[0].name
        finally:
            del os.environ["SRCXLATE_MODELS"]
            if before is not None:
                os.environ["SRCXLATE_MODELS"] = before


def prepare(engine: str, wanted: str, count: int) -> Subject:
    """The engine of each route, and that many texts of the languages that it serves."""
    chosen = choose(ROUTES, wanted=wanted)
    served = tuple(dict.fromkeys(route[:2] for route in chosen))
    texts = list({text.text: text for text in titles(served)}.values())[:count] if engine == "local" else []
    origin = [f"{len(texts)} titles of sources/"] if texts else []
    if count > len(texts):
        origin.append(f"{count - len(texts):,} generated sentences")
        texts += generated(served, count - len(texts))
    installed = tuple({model.name: model for model in chosen.values()}.values())
    # Argos Translate knows no glossary: with one its texts could not be equal.
    glossary = read_glossary(ROOT / "glossary") if engine == "local" else make_glossary(())
    return Subject(engine, installed, make_engines(chosen), glossary, tuple(texts), " and ".join(origin))


def titles(languages: Sequence[str]) -> Iterator[Text]:
    """The titles of the works in this repository, and of what they stand in."""
    for record in read_sources(ROOT / "sources"):
        for title in (record.title, *(container.title for container in record.containers)):
            if record.language in languages and record.ignored is None:
                yield Text(0, title, record.language, record.script, None)


def generated(languages: Sequence[str], count: int) -> Iterator[Text]:
    """Generated texts, as many of each language, but for one, and the same ones each time."""
    module = _module("pairs", PACKAGES / "pairs.py")
    for place, language in enumerate(languages):
        share = (count + place) // len(languages)
        for pair in module.pairs(language, share, seed=11):
            yield Text(0, pair.original, language, pair.script, None)


def _module(name: str, path: Path) -> ModuleType:
    """A module that lies among the tests and is no part of the program."""
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


# -- the ways -----------------------------------------------------------------------------------------


def drafted(subject: Subject, texts: Sequence[Text]) -> English:
    """The program's own way, from texts to signed drafts."""
    return {signed.job.request.text: signed.text for come in draft(subject.jobs(texts)) for signed in come}


def load(asked: Asked) -> English:
    """One text for each engine, so that its model is loaded."""
    return {request.text: made.text for engine, request in asked for made in engine.draft([request])}


@dataclass(frozen=True, slots=True)
class Call:
    """A batch that the program gave to the runtime, and all that repeating it takes."""

    run: Callable[..., Any]
    """``translate_batch`` or ``generate_batch``."""
    run_alone: Callable[..., Any]
    """The same of a runtime that has all cores for one batch."""
    texts: tuple[str, ...]
    encode: Callable[[str], list[str]]
    decode: Callable[[Any], str]
    options: Mapping[str, Any]


class Recorder:
    """Stands before a translator or a generator, and notes each batch that it passes on."""

    def __init__(self, runtime: Any, of_one: Any, tokenizer: Any, calls: list[Call]) -> None:
        self.runtime, self.of_one, self.tokenizer, self.calls = runtime, of_one, tokenizer, calls

    def __getattr__(self, name: str) -> Any:
        return getattr(self.runtime, name)

    def translate_batch(self, tokens: list[list[str]], **options: Any) -> Any:
        """Passes on a batch of Argos's."""
        run, tokenizer = self.runtime.translate_batch, self.tokenizer
        texts = tuple(tokenizer.decode(each).strip() for each in tokens)
        run_alone = self.of_one.translate_batch
        self.calls.append(Call(run, run_alone, texts, tokenizer.encode, self._translation, options))
        return run(tokens, **options)

    def generate_batch(self, tokens: list[list[str]], **options: Any) -> Any:
        """Passes on a batch of the local model's."""
        run, number = self.runtime.generate_batch, self.tokenizer.token_to_id
        texts = (self.tokenizer.decode(list(map(number, each)), skip_special_tokens=False) for each in tokens)
        run_alone = self.of_one.generate_batch
        self.calls.append(Call(run, run_alone, tuple(texts), self._prompt, self._answer, options))
        return run(tokens, **options)

    def _prompt(self, text: str) -> list[str]:
        self.tokenizer.encode_special_tokens = False
        tokens: list[str] = self.tokenizer.encode(text).tokens
        return tokens

    def _translation(self, result: Any) -> str:
        line: str = self.tokenizer.decode(result.hypotheses[0])
        return " ".join(line.split())

    def _answer(self, result: Any) -> str:
        text: str = self.tokenizer.decode(result.sequences_ids[0], skip_special_tokens=True)
        return text


def recorded(subject: Subject) -> list[Call]:
    """All batches that drafting the texts comes to."""
    calls: list[Call] = []
    owners: list[tuple[Any, str, Any]] = []
    paths = {model.name: model.path for model in subject.models}
    for engine, _ in _by_engine(subject.asked(subject.texts)):
        if isinstance(engine, LocalEngine):
            owners.append((engine._runtime, "generator", engine._runtime.generator))
        elif isinstance(engine, ArgosEngine):
            for name, package in engine._packages.items():
                of_one = ctranslate2.Translator(str(paths[name] / "model"), intra_threads=cores())
                owners.append((package, "translator", of_one))
    before = [getattr(owner, name) for owner, name, _ in owners]
    for owner, name, of_one in owners:
        setattr(owner, name, Recorder(getattr(owner, name), of_one, owner.tokenizer, calls))
    drafted(subject, subject.texts)
    for (owner, name, _), runtime in zip(owners, before, strict=True):
        setattr(owner, name, runtime)
    return calls


def raw(calls: Sequence[Call]) -> English:
    """The bare runtime's outputs for the same batches; each stands for itself."""
    waiting = [(call, call.run([call.encode(text) for text in call.texts], **call.options)) for call in calls]
    lines = [call.decode(_awaited(result)) for call, results in waiting for result in results]
    return dict.fromkeys(lines, "")


def alone(calls: Sequence[Call]) -> English:
    """The bare runtime's outputs for the same texts, one in each call, all cores for it."""
    lines = [
        call.decode(_awaited(call.run_alone([call.encode(text)], **call.options)[0]))
        for call in calls
        for text in call.texts
    ]
    return dict.fromkeys(lines, "")


def _awaited(result: Any) -> Any:
    return result.result() if hasattr(result, "result") else result


def _by_engine(asked: Asked) -> Iterator[tuple[Engine, list[Request]]]:
    """The requests of each engine; an engine has one model."""
    for engine in {id(engine): engine for engine, _ in asked}.values():
        yield engine, [request for other, request in asked if other is engine]


# -- the measurement ----------------------------------------------------------------------------------


def ways_of(subject: Subject, calls: Sequence[Call], reference: Reference | None) -> Iterator[Way]:
    """All the ways, with the texts that each drafts."""
    texts = subject.texts
    yield Way("draft", len(texts), partial(timed, partial(drafted, subject, texts)))
    yield Way("raw", len(texts), partial(timed, partial(raw, calls)), "draft")
    yield Way("alone", len(texts), partial(timed, partial(alone, calls)), "draft")
    if reference:
        yield Way("argostranslate", len(texts), partial(reference.translate, subject.asked(texts)), "draft")


def timed(run: Callable[[], English]) -> tuple[float, English]:
    """The seconds that it takes, and what it gives."""
    began = time.perf_counter()
    english = run()
    return time.perf_counter() - began, english


def measure(subject: Subject, runs: int, reference: Reference | None) -> None:
    """Measures the ways in turns, and prints a line for each."""
    print(f"\n{subject.engine}: {', '.join(model.name for model in subject.models)}")
    asked = subject.asked(subject.texts)
    one_each = list({id(engine): (engine, request) for engine, request in asked}.values())
    loads = [f"loaded in {timed(partial(load, one_each))[0]:.1f} s"]
    if reference:
        loads.append(f"Argos Translate in {reference.importing + reference.translate(one_each)[0]:.1f} s")
    print(f"{len(subject.texts):,} texts: {subject.origin}; {', '.join(loads)}; {runs} runs in turns")
    calls = recorded(subject)
    print(f"{len(calls)} batches of {sum(len(call.texts) for call in calls):,} sentences", flush=True)
    ways = list(ways_of(subject, calls, reference))
    turns: list[dict[str, tuple[float, English]]] = []
    for turn in range(runs):
        taken = {}
        for way in ways[:: 1 if turn % 2 == 0 else -1]:
            time.sleep(SETTLED)
            taken[way.name] = way.run()
            print(f"  {way.name} {taken[way.name][0]:.2f} s", end="", flush=True)
        print()
        turns.append(taken)
    whole = {job.request.text for job in subject.jobs(subject.texts) if len(job.pieces) == 1}
    for way in ways:
        speed = way.texts / median(way.name, turns)
        print(
            f"  {way.name:16} {way.texts:6,} texts {speed:9.1f} texts/s{compared(way, turns, whole)}",
            flush=True,
        )


def median(name: str, turns: Sequence[Mapping[str, tuple[float, English]]]) -> float:
    """The median of a way's seconds."""
    return statistics.median(taken[name][0] for taken in turns)


def compared(way: Way, turns: Sequence[Mapping[str, tuple[float, English]]], whole: Set[str]) -> str:
    """How the program's own way compares with another, and how many texts of one sentence are equal."""
    if not way.against:
        return ""
    ratio = median(way.name, turns) / median(way.against, turns)
    ratios = [taken[way.name][0] / taken[way.against][0] for taken in turns]
    ours = {text: line for text, line in turns[-1][way.against][1].items() if text in whole}
    theirs = turns[-1][way.name][1]
    if way.name in (
        "raw",
        "alone",
    ):  # its outputs do not tell their texts; the local model's are not tidied yet
        equal = sum(
            line in theirs or line in {tidy(answer, text)[0] for answer in theirs}
            for text, line in ours.items()
        )
    else:
        equal = sum(line == theirs[text] for text, line in ours.items())
    return (
        f"   draft {ratio:6.2f} x (in single turns {min(ratios):.2f} to {max(ratios):.2f}),"
        f" wanted {WANTED[way.name]:g}; {equal:,} of {len(ours):,} texts equal"
    )


if __name__ == "__main__":
    try:
        main()
    except Fault as fault:
        sys.exit(str(fault))

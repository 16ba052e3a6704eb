"""How good the installed engines are on what a workspace has in English: a measure, never a switch.

In come references (an original and an English that was not made from a draft of it), the glossary and the
engines; out come scores: chrF2 by sacrebleu with its signature, terms kept, the share of drafts that an
engine flagged, sentences a second. Drafts that are made here are compared and thrown away.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, groupby
from typing import Any

from srcxlate.drafts import Job, SignedDraft, Text, draft, plan
from srcxlate.engines import Engine, Request
from srcxlate.engines.choose import route_name
from srcxlate.engines.store import Progress, shifted
from srcxlate.glossary import Glossary, kept, make_glossary, terms_of

PRINTED, OWN = "printed", "own"
"""Where a reference's English is from: the authors printed it, or a person wrote it without a draft."""
MOST = 200
"""References of a language and kind that are measured unless more are asked for."""
LEAST = 10
"""References below which nothing is advised."""
SAMPLES = 1_000
"""Times that references are drawn anew, to tell a difference from chance."""
CHANCE = 0.05
"""The probability from which on a difference may be chance: nothing is advised."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A text with an English that no draft of it has coloured."""

    text: str
    language: str
    script: str | None
    english: str
    kind: str
    """:data:`PRINTED` or :data:`OWN`."""

    @property
    def route(self) -> str:
        """What an engine is chosen for."""
        return route_name(self.language, self.script)


@dataclass(frozen=True, slots=True)
class Trial:
    """What one model made of one route's references of one kind, in one way."""

    model: str
    route: str
    kind: str
    told: bool
    """Whether the engine was told the glossary's terms."""
    references: tuple[Reference, ...]
    drafts: tuple[str, ...]
    """In the order of the references."""
    flags: tuple[tuple[str, ...], ...]
    """What the engine flagged, for each draft."""
    terms: int
    """Glossary terms in the originals."""
    kept: int
    """Those whose English is in the draft."""
    sentences: int
    seconds: float
    """Without loading the model."""


@dataclass(frozen=True, slots=True)
class Score:
    """One row of the table: one trial, or several of one model and kind together."""

    model: str
    language: str
    """A route, or ``all``."""
    kind: str
    told: bool
    texts: int
    chrf: float
    """chrF2, 0 to 100, over all texts together."""
    signature: str
    """sacrebleu's, which says how it was computed."""
    terms: int
    kept: int
    flagged: int
    """Drafts with any flag."""
    flags: Mapping[str, int]
    sentences_per_second: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Two models on the same texts, and whether the difference may be chance."""

    route: str
    kind: str
    better: str
    worse: str
    points: float
    """chrF2 points between them."""
    chance: float
    """The probability that it is chance (paired bootstrap)."""
    texts: int

    @property
    def advice(self) -> str | None:
        """One line for a person; None where the difference may be chance or the texts are too few."""
        if self.texts < LEAST or self.chance >= CHANCE:
            return None
        ahead = f"{self.better} is {self.points:.1f} chrF2 points ahead of {self.worse}"
        on = f"{self.texts} texts ({self.kind}, p = {self.chance:.3f})"
        return f"{self.route}: {ahead} on {on}; 'srcxlate draft --engine {self.better}' drafts with it"


def sample(references: Iterable[Reference], most: int = MOST) -> list[Reference]:
    """At most so many references of each route and kind: the same ones each time, each pair of texts once."""
    unlike = {(one.route, one.kind, one.text, one.english): one for one in references}
    ordered = sorted(unlike.values(), key=_group)
    found: list[Reference] = []
    for _, group in groupby(ordered, key=_group):
        found += sorted(group, key=lambda one: sha256(f"{one.text}\n{one.english}".encode()).digest())[:most]
    return found


def _group(reference: Reference) -> tuple[str, str]:
    return reference.route, reference.kind


def trials(
    references: Sequence[Reference],
    glossary: Glossary,
    engines: Sequence[tuple[str, Engine, frozenset[str]]],
    *,
    told: Sequence[bool] = (True,),
    house_style: bool,
    marks: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Trial]:
    """Drafts the references with each engine that serves their route.

    :param references: as :func:`sample` gives them.
    :param engines: a model's name, its engine, and the routes that it serves.
    :param told: the ways to measure: with the glossary's terms told, without, or both.
    :raises Fault: what an engine raises.
    """
    groups = [(key, list(group)) for key, group in groupby(references, key=_group)]
    total = len(told) * sum(
        len(group) for (route, _), group in groups for *_, serves in engines if route in serves
    )
    done = 0
    for name, engine, serves in engines:
        mine = [(key, group) for key, group in groups if key[0] in serves]
        if mine:
            _load(engine, mine[0][1][0])
        for _, group in mine:
            for tell in told:
                telling = shifted(progress, done, total)
                yield _trial(name, engine, group, glossary, tell, house_style, marks, telling)
                done += len(group)


def _load(engine: Engine, reference: Reference) -> None:
    """Drafts one text, so that loading the model is in no one's time."""
    for _ in engine.draft([Request(reference.text, reference.language, reference.script)]):
        pass


def _trial(
    name: str,
    engine: Engine,
    references: Sequence[Reference],
    glossary: Glossary,
    told: bool,
    house_style: bool,
    marks: str | None,
    progress: Progress | None,
) -> Trial:
    route, kind = references[0].route, references[0].kind
    texts = [Text(number, one.text, one.language, one.script, None) for number, one in enumerate(references)]
    known = glossary if told else make_glossary(())
    jobs = plan(texts, known, {route: engine}, house_style=house_style, marks=marks).jobs
    made: dict[int, SignedDraft] = {}
    began = time.monotonic()
    for come in draft(jobs):
        made |= {segment: signed for signed in come for segment in signed.job.segments}
        if progress:
            progress(len(made), len(references), f"measuring {name}")
    seconds = time.monotonic() - began
    drafts = [made[number].text for number in range(len(references))]
    terms = [
        (term, english)
        for one, english in zip(references, drafts, strict=True)
        for term in terms_of(glossary.find(one.text, one.language, house_style=house_style), one.text)
    ]
    return Trial(
        model=name,
        route=route,
        kind=kind,
        told=told,
        references=tuple(references),
        drafts=tuple(drafts),
        flags=tuple(made[number].flags for number in range(len(references))),
        terms=len(terms),
        kept=sum(kept(term, english) for term, english in terms),
        sentences=sum(_sentences(job) for job in jobs),
        seconds=seconds,
    )


def _sentences(job: Job) -> int:
    return sum(isinstance(piece, Request) for piece in job.pieces)


def scores(made: Sequence[Trial]) -> list[Score]:
    """A row for each trial, and after those of one model, kind and way one for all its languages together."""
    rows: list[Score] = []
    ordered = sorted(made, key=lambda trial: (trial.kind, trial.model, not trial.told, trial.route))
    for _, group in groupby(ordered, key=lambda trial: (trial.kind, trial.model, trial.told)):
        of_one = list(group)
        rows += [_score([trial], trial.route) for trial in of_one]
        if len(of_one) > 1:
            rows.append(_score(of_one, "all"))
    return rows


def _score(made: Sequence[Trial], language: str) -> Score:
    metric = _chrf()
    drafts = [english for trial in made for english in trial.drafts]
    flags = [each for trial in made for each in trial.flags]
    printed = [one.english for trial in made for one in trial.references]
    chrf = metric.corpus_score(drafts, [printed]).score
    return Score(
        model=made[0].model,
        language=language,
        kind=made[0].kind,
        told=made[0].told,
        texts=len(drafts),
        chrf=chrf,
        signature=str(metric.get_signature()),
        terms=sum(trial.terms for trial in made),
        kept=sum(trial.kept for trial in made),
        flagged=sum(map(bool, flags)),
        flags={
            flag: sum(flag in each for each in flags) for flag in sorted({f for each in flags for f in each})
        },
        sentences_per_second=sum(trial.sentences for trial in made)
        / max(1e-9, sum(trial.seconds for trial in made)),
    )


def differences(made: Sequence[Trial]) -> list[Difference]:
    """Each two models that drafted the same texts; the clearest difference first.

    Where terms were told and untold both, told is what counts: that is how drafts are made.
    """
    found: list[Difference] = []

    def same(trial: Trial) -> tuple[str, str]:
        return trial.route, trial.kind

    counting = [trial for trial in made if trial.told] or made
    for _, group in groupby(sorted(counting, key=same), key=same):
        found += [_compared(one, other) for one, other in combinations(group, 2)]
    return sorted(found, key=lambda difference: (difference.chance, -difference.points))


def _compared(one: Trial, other: Trial) -> Difference:
    """The better of two against the other.

    Paired bootstrap resampling (Koehn 2004) by sacrebleu: how often the difference on texts drawn anew is as
    far from its mean as the one seen is from nothing.
    """
    from sacrebleu.significance import PairedTest

    ends = [_score([trial], trial.route).chrf for trial in (one, other)]
    better, worse = (one, other) if ends[0] >= ends[1] else (other, one)
    chance = 1.0
    if better.drafts != worse.drafts:
        printed = [[reference.english for reference in one.references]]
        test = PairedTest(
            [(worse.model, list(worse.drafts)), (better.model, list(better.drafts))],
            {"chrF2": _chrf(printed)},
            references=None,
            test_type="bs",
            n_samples=SAMPLES,
        )
        chance = float(test()[1]["chrF2"][1].p_value or 0.0)
    return Difference(
        one.route, one.kind, better.model, worse.model, abs(ends[0] - ends[1]), chance, len(one.drafts)
    )


def _chrf(references: Sequence[Sequence[str]] | None = None) -> Any:
    from sacrebleu.metrics import CHRF

    return CHRF(references=references)

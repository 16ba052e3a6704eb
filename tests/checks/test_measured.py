"""The checks measured against what careful readers found: none may fall behind what it reached."""

from pathlib import Path
from time import process_time

import pytest
from tests.checks.measure import CHECKS, DATA, Half, measure, truth
from tests.extraction_truth import needs_real_report

from srcxlate.glossary import make_glossary
from srcxlate.reports import open_report

SOUND = [
    path
    for folder, names in (("reports", "0[13579]-*.txt"), ("reports", "11-*.txt"), ("reports-second", "*.txt"))
    for path in sorted((DATA / folder).glob(names))
]


def floors(half: Half) -> None:
    told = measure(list(CHECKS), half)
    assert told.recall >= 0.94, told.misses
    assert told.precision >= 0.95, told.false


@pytest.mark.parametrize(
    "half",
    ["a", "b", "c", "d", "e-odd", "e-even", "f", "g-odd", "g-even", "h-odd", "h-even", "i-odd", "i-even"],
)
def test_the_planted_mistakes_are_found(half: Half) -> None:
    told = measure(list(CHECKS), half)
    assert told.recall >= 0.94, told.misses
    assert told.alarmed <= 1, told.false


@pytest.mark.report
@needs_real_report
@pytest.mark.parametrize("half", ["even", "odd"])
def test_the_real_report(half: Half) -> None:
    floors(half)


@pytest.mark.report
@needs_real_report
def test_the_real_report_takes_few_seconds() -> None:
    reading, glossary = truth("even").reading, make_glossary([])
    start = process_time()
    for check in dict.fromkeys(check for kind in CHECKS for check in CHECKS[kind]):
        list(check(reading, glossary))
    assert process_time() - start < 10


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_no_error_in_a_sound_report(path: Path) -> None:
    reading, glossary = open_report(path), make_glossary([])
    checks = dict.fromkeys(check for kind in CHECKS for check in CHECKS[kind])
    errors = [f for check in checks for f in check(reading, glossary) if f.severity == "error"]
    assert errors == []

"""Which of two citations of one work is the likelier to be wrong.

In comes a citation with the field in which it differs from another, out comes how much of the note itself
speaks against what it prints there: the date in its address, the title that its romanised form does not
read, the words that its English does not render.
"""

import re

from srcxlate.checks.address_dates import find_address_dates
from srcxlate.checks.meanings import compare
from srcxlate.checks.readings import SYSTEMS
from srcxlate.checks.romanisation import mistakes
from srcxlate.checks.units import Unit
from srcxlate.dates import can_be_one
from srcxlate.glossary import Glossary

_LATEST = 2100
"""A year after which no source is dated."""
_DIGITS = re.compile(r"\d+")


def against(unit: Unit, field: str, glossary: Glossary) -> int:
    """How much of a note speaks against what it prints in a field; 0 where nothing does."""
    if field == "date":
        return _against_date(unit)
    if field in ("original", "romanised"):
        return _against_reading(unit)
    return _against_english(unit, glossary) if field == "english" else 0


def _against_date(unit: Unit) -> int:
    """As much as for two words of a title, if the work's own address has other dates alone."""
    if not unit.edtf or not unit.addresses:
        return 0
    inside = find_address_dates(unit.addresses[0].target, _LATEST)
    worded = [f"{one.year}-{one.month:02}" if one.month else f"{one.year}" for one in inside]
    worded = [f"{text}-{one.day:02}" if one.day else text for text, one in zip(worded, inside, strict=True)]
    return 2 if worded and not any(can_be_one(text, unit.edtf) for text in worded) else 0


def _against_reading(unit: Unit) -> int:
    """The letters in which the romanised title is no reading of the original one."""
    if unit.original is None or unit.romanised is None or unit.language not in SYSTEMS:
        return 0
    return sum(one.weight for one in mistakes(unit.original.text, unit.romanised.text, unit.language))


def _against_english(unit: Unit, glossary: Glossary) -> int:
    """The words and figures of the English that the original has not, and the original's that it lacks."""
    if unit.original is None or unit.english is None or unit.language not in SYSTEMS:
        return 0
    compared = compare(unit.original.text, unit.english.text, unit.language, glossary)
    figures = set(_DIGITS.findall(unit.english.text)) - set(_DIGITS.findall(unit.original.text))
    return len(compared.left) + sum(not one.borne_out for one in compared.meanings) + len(figures)

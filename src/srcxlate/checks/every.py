"""All checks of a report's citations, in one call.

In come a report as it was read and the glossary, out come findings in the order of the notes.
"""

from srcxlate.checks import Check, Finding
from srcxlate.checks.body import check_body
from srcxlate.checks.dates_checked import check_dates
from srcxlate.checks.links import check_links
from srcxlate.checks.marks_checked import check_marks
from srcxlate.checks.names_checked import check_names
from srcxlate.checks.numbers import check_numbers
from srcxlate.checks.omissions import check_omissions
from srcxlate.checks.romanisation import check_romanisation
from srcxlate.checks.variants import check_variants
from srcxlate.glossary import Glossary
from srcxlate.reports import Reading

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_names,
    check_dates,
    check_romanisation,
    check_variants,
    check_links,
    check_marks,
    check_omissions,
    check_body,
)
_NOWHERE = (0, 0)
"""Where a finding of the body stands in the order: before the notes."""


def check_citations(reading: Reading, glossary: Glossary) -> tuple[Finding, ...]:
    """What every check finds, each finding once for each note, by note and place."""
    found = {(f.place, f.key): f for check in CHECKS for f in check(reading, glossary)}
    return tuple(sorted(found.values(), key=lambda f: (f.place or _NOWHERE, f.span, f.kind)))

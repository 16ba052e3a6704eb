"""Authors in script against their Latin forms: 沈国强 printed Chen Guoqiang, 林淑芳 beside 林淑芬.

In come a report's citations as units; out come findings where a person's name is not read as its Latin form
says, where an institution's English is another's, and where two notes differ in one character of a name that
has one Latin form. Old and new forms of one character are no difference.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from srcxlate.checks import Finding
from srcxlate.checks.bodies_checked import swapped
from srcxlate.checks.names_checked.institutions import is_another
from srcxlate.checks.names_checked.people_read import may_be_read
from srcxlate.checks.units import Piece, Unit, both_ways
from srcxlate.glossary.folding import compared
from srcxlate.languages import BODY_WORDS, ORGANISATION_ENDS

_FEWEST = 3
"""Characters of a name that two people of one Latin form hardly share but for one."""
_BODY = re.compile(
    rf"\b(?:{'|'.join(BODY_WORDS)}|library|museum|court|service|authority|guard|forces?|forum|academy|board|administration|laborator(?:y|ies))\b",
    re.I,
)
_Named = list[tuple[Unit, Piece]]


def written_two_ways(units: Sequence[Unit]) -> Iterator[Finding]:
    """Authors whom other notes write with another character; of two forms as common the later is told."""
    names: dict[str, dict[str, _Named]] = {}
    for unit in units:
        script = unit.author_in_script
        if unit.author and script and len(script.text) >= _FEWEST:
            latin = " ".join(sorted(unit.author.text.casefold().split()))
            form = compared(compared(script.text, "zh"), "ja")
            names.setdefault(latin, {}).setdefault(form, []).append((unit, script))
    for forms in names.values():
        for (first, ours), (second, theirs) in combinations(forms.items(), 2):
            if _one_character_apart(first, second):
                rarer, commoner = (ours, theirs) if len(ours) < len(theirs) else (theirs, ours)
                yield from _told(rarer, commoner)


def _one_character_apart(first: str, second: str) -> bool:
    """Whether two names of one family name and length differ in one character."""
    differing = sum(a != b for a, b in zip(first, second, strict=False))
    return len(first) == len(second) and differing == 1 and first[0] == second[0]


def _told(rarer: _Named, commoner: _Named) -> Iterator[Finding]:
    """The findings at the rarer form."""
    others = tuple(dict.fromkeys(unit.place for unit, _ in commoner))
    for unit, script in rarer:
        message = f"The name is written {commoner[0][1].text} in note {others[0][1]}."
        yield Finding("name", "warning", unit.place, script.text, script.span, message, others=others)


def misread(units: Sequence[Unit]) -> Iterator[Finding]:
    """Authors and outlets printed both ways of which the Latin form is another's than the script."""
    for unit in units:
        script, latin = unit.author_in_script, unit.author
        if script and latin:
            told = _misread_author(script.text, latin.text, unit.language)
            if told:
                yield _finding(unit, script, latin, told)
        outlet = both_ways(unit.outlet) if unit.outlet else None
        if outlet and any(swapped(outlet[0].text, outlet[1].text)):
            yield _finding(unit, *outlet, _ANOTHER)


_ANOTHER = "{script} is the name of another than {latin}."
_UNREAD = "{script} is not read {latin}."


def _misread_author(script: str, latin: str, language: str | None) -> str | None:
    if _BODY.search(latin) or (len(script) > _FEWEST and script.endswith(ORGANISATION_ENDS)):
        return _ANOTHER if is_another(script, latin) else None
    return _UNREAD if may_be_read(script, latin, language) is False else None


def _finding(unit: Unit, script: Piece, latin: Piece, told: str) -> Finding:
    message = told.format(script=script.text, latin=latin.text)
    whole = 0, len(script.text)
    return Finding("name", "error", unit.place, latin.text, latin.span, message, script.text, whole)

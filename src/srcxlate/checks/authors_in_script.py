"""Authors of one name in Latin letters whose names in script differ by one character: 林淑芳, 林淑芬.

In come a report's citations as units; out comes a finding at each of the rarer forms. Old and new forms of
one character are no difference, and names of two characters prove nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from srcxlate.checks import Finding
from srcxlate.checks.units import Piece, Unit
from srcxlate.glossary.folding import compared

_FEWEST = 3
"""Characters of a name that two people of one Latin form hardly share but for one."""
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

"""Small reports for the tests of checks: notes in, a report as it is read out."""

import re
from collections.abc import Callable, Iterable

from srcxlate.checks import Finding
from srcxlate.glossary import Glossary, make_glossary
from srcxlate.reports import Reading, read_report

Check = Callable[[Reading, Glossary], Iterable[Finding]]


def report_of(*notes: str) -> Reading:
    """A report whose notes are those given, numbered from 1."""
    body = " ".join(f"Something was said.[{number}]" for number, _ in enumerate(notes, 1))
    lines = (f"[{number}] {note}" for number, note in enumerate(notes, 1))
    return read_report("\n\n".join((body, "Notes", *lines)) + "\n", "report")


def found_by(check: Check, *notes: str) -> list[Finding]:
    """What a check finds in a report of these notes; each finding's words must stand at its place."""
    reading = report_of(*notes)
    assert len(reading.notes.notes) == len(notes)
    found = list(check(reading, make_glossary([])))
    for finding in found:
        assert reading.text[slice(*finding.span)] == finding.printed
    return found


def told(check: Check, *notes: str) -> list[tuple[int, str]]:
    """The note and the severity of each finding."""
    return [(f.place[1], f.severity) for f in found_by(check, *notes) if f.place]


def titled(original: str, english: str) -> str:
    """A note that cites one work by its original title."""
    kana, hangul = re.search("[ぁ-ヿ]", original), re.search("[가-힣]", original)
    romanised = "Kore wa hitotsu" if kana else "Sori naneun geot" if hangul else "Zheshi yige biaoti"
    romanised = romanised.replace(" ", ", ", 1) if re.search("[,，、]", original) else romanised
    outlet = "Nikkei" if kana else "Maeil Ilbo" if hangul else "Xin Bao"
    return f"Hong Mi-na, “{romanised}” {original} ({english}), {outlet}, May 4, 2023, https://example.com/1."

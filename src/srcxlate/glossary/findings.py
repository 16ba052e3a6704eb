"""What a person should know of a glossary: entries that contradict each other, and what looks like a mistake.

In come the files under ``glossary/``, out come :class:`Finding` values in the order of the files. A glossary
with findings can be read, but for faults of a file itself; nothing here stops the work.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from srcxlate.errors import Fault, Place
from srcxlate.glossary.entries import Entry
from srcxlate.glossary.folding import compared, squeezed
from srcxlate.languages import HAN, HANGUL, KANA, NAMES
from srcxlate.records import read_records

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the glossary that a person should look at."""

    place: Place
    kind: str
    """``unreadable``, ``two-meanings``, ``repeated``, ``cyclic-variants``, ``variant-of-another``,
    ``shared-variant``, ``one-character``, ``line-break``, ``unmatchable``, ``avoids-itself``, ``markup``,
    ``script``, ``same-as-english``, ``empty-file`` or ``empty-glossary``."""
    severity: Severity
    """``error``: a term is lost or no file can be read; ``warning``: probably a mistake; ``info``: may be."""
    message: str
    """What it is, without a full stop."""
    mend: str
    """What to do about it; a whole sentence."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry, where it stands, and its written forms as they are compared."""

    entry: Entry
    place: Place
    original: str
    variants: tuple[str, ...]


def check(folder: Path) -> list[Finding]:
    """What a person should know of the glossary in a folder, in the order of its files and lines.

    A term inside a longer one (中国 in 中国経済) is no finding: the longer one is found first.
    """
    findings: list[Finding] = []
    placed: list[_Placed] = []
    paths = sorted(folder.glob("*.yaml"))
    for path in paths:
        try:
            read = read_records(path, Entry)
        except Fault as fault:
            findings += [_unreadable(one, path) for one in fault.each]
            continue
        if not read:
            message, mend = "holds no entry", "Add one, or remove the file."
            findings.append(Finding(Place(str(path)), "empty-file", "info", message, mend))
        for entry, line in read:
            placed.append(_place(entry, Place(str(path), line)))
            findings += _alone(placed[-1])
    if not placed and not any(finding.severity == "error" for finding in findings):
        message, mend = "the glossary is empty", "Write terms into a file NAME.yaml of this folder."
        findings.append(Finding(Place(str(folder)), "empty-glossary", "warning", message, mend))
    findings += _contradictions(placed)
    return sorted(findings, key=lambda finding: (finding.place.file, finding.place.line or 0))


def _unreadable(fault: Fault, path: Path) -> Finding:
    place = fault.place or Place(str(path))
    return Finding(place, "unreadable", "error", fault.message, fault.mend or "Correct the file.")


def _place(entry: Entry, place: Place) -> _Placed:
    forms = (squeezed(compared(form, entry.language)) for form in (entry.original, *entry.variants))
    original, *variants = forms
    others = tuple(form for form in dict.fromkeys(variants) if form != original)
    return _Placed(entry, place, original, others)


# -- an entry by itself ------------------------------------------------------------------------------

_MARKUP = re.compile(r"\.[*+]|\\[dswbDSW]|\[\^|\(\?|\[[^\]]+\][*+]|</?[a-z]+>|\*\*|__|\$$|^\^")
"""What is written in patterns and in marked-up text, and hardly in a term."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HAN = re.compile(f"[{HAN}]")
_FOREIGN = {
    "ja": (f"[{HANGUL}]", "hangul"),
    "ko": (f"[{KANA}]", "kana"),
    "zh": (f"[{KANA.replace('ー', '')}{HANGUL}]", "kana or hangul"),
}
"""For each language the script that it is not written in."""


def _alone(placed: _Placed) -> Iterator[Finding]:
    """What is to be said of one entry."""
    entry, place = placed.entry, placed.place
    shown = f"{entry.original!r:.40} ({entry.language})"

    def finding(kind: str, severity: Severity, message: str, mend: str) -> Finding:
        return Finding(place, kind, severity, message, mend)

    for field, value in (("original", entry.original), ("english", entry.english)):
        if _CONTROL.search(value):
            message = f"the {field} of {shown} holds a line break or a control character"
            yield finding("line-break", "error", message, "Write it on one line.")
    seen: set[str] = set()
    for form in (entry.original, *entry.variants):
        compare = squeezed(compared(form, entry.language))
        if not any(character.isalnum() for character in compare):
            message = f"the form {form!r:.40} of {shown} holds no letter or figure"
            yield finding("unmatchable", "warning", message, "Write a word, or remove it.")
        elif len(compare) == 1 and compare not in seen:
            message = f"the form {form!r} of {shown} is one character and may be found in other words"
            yield finding("one-character", "info", message, "Use a longer form, or leave it if it is rare.")
        seen.add(compare)
        if _MARKUP.search(form):
            message = f"the form {form!r:.40} of {shown} looks like a pattern or markup"
            yield finding("markup", "warning", message, "Write it plainly: it is found letter for letter.")
    if entry.english.casefold() in {one.casefold() for one in entry.avoid}:
        message = f"{shown} avoids its own English, {entry.english!r:.60}"
        yield finding("avoids-itself", "warning", message, "Take it out of avoid, or correct the English.")
    yield from _script(placed, shown)
    if compared(entry.english, entry.language) == compared(entry.original, entry.language):
        message = f"the English of {shown} is the original itself"
        yield finding("same-as-english", "info", message, "Leave it if the name stays as it is.")


def _script(placed: _Placed, shown: str) -> Iterator[Finding]:
    """Forms in a script or in characters that the entry's language is not written in."""
    entry = placed.entry
    pattern, script = _FOREIGN[entry.language]
    for form in (entry.original, *entry.variants):
        wrong = script if re.search(pattern, form) else _foreign_characters(form, entry.language)
        if wrong:
            message = f"the form {form!r:.40} of {shown} holds {wrong}; {NAMES[entry.language]} has none"
            yield Finding(placed.place, "script", "warning", message, "Correct the language or the form.")
            return


def _foreign_characters(form: str, language: str) -> str:
    """Chinese characters of the simplified set in Japanese or Korean, of the new Japanese set in Chinese."""
    return next(filter(None, (_foreign_character(one, language) for one in _HAN.findall(form))), "")


@cache
def _foreign_character(character: str, language: str) -> str:
    simplified, japanese = _written_in(character, "gb2312"), _written_in(character, "cp932")
    traditional = _written_in(character, "big5") or _written_in(character, "cp949")
    if language != "zh" and simplified and not (japanese or traditional):
        return f"the simplified character {character}"
    if language == "zh" and japanese and not (simplified or traditional):
        return f"the Japanese character {character}"
    return ""


def _written_in(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


# -- entries against each other ----------------------------------------------------------------------


def _contradictions(placed: Iterable[_Placed]) -> Iterator[Finding]:
    """Written forms that mean two things in one language and scope."""
    placed = list(placed)
    originals: dict[tuple[str, str | None, str], _Placed] = {}
    for one in placed:
        first = originals.setdefault((one.entry.language, one.entry.scope, one.original), one)
        if first is not one:
            yield _second(one, first)
    variants: dict[tuple[str, str | None, str], _Placed] = {}
    told: set[tuple[int, int]] = set()
    for one in placed:
        for form in one.variants:
            key = (one.entry.language, one.entry.scope, form)
            other = originals.get(key)
            if other is None:
                other = variants.setdefault(key, one)
            pair = (min(id(one), id(other)), max(id(one), id(other)))
            if other is one or other.entry.english == one.entry.english or pair in told:
                continue
            told.add(pair)
            yield _variant(one, other, form)


def _second(one: _Placed, first: _Placed) -> Finding:
    """An original that stands in the same scope already."""
    shown = f"{one.entry.original} ({one.entry.language})"
    if one.entry.english == first.entry.english:
        message = f"{shown} stands already in {first.place}"
        return Finding(one.place, "repeated", "warning", message, "Remove one of the two entries.")
    message = f"{shown} means {one.entry.english!r} here and {first.entry.english!r} in {first.place}"
    return Finding(one.place, "two-meanings", "error", message, "Keep one; until then the first holds.")


def _variant(one: _Placed, other: _Placed, form: str) -> Finding:
    """A variant that is another entry's original or variant, with another English."""
    entry = one.entry
    shown = f"{entry.original} ({entry.language})"
    there = f"{other.entry.original}, {other.entry.english!r}, in {other.place}"
    if form != other.original:
        message = f"{form!r} is a variant of {shown} and of {there}"
        return Finding(one.place, "shared-variant", "warning", message, "Leave it with one of them.")
    if one.original in other.variants:
        message = f"{shown} and {there} are variants of each other with different English"
        return Finding(one.place, "cyclic-variants", "error", message, "Take them out of the variants.")
    message = f"the variant {form!r} of {shown} is an entry of its own: {there}"
    return Finding(one.place, "variant-of-another", "warning", message, "Take it out of the variants.")

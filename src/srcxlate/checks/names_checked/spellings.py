"""One author, publisher or institution that the notes spell two ways.

In come a report's citations as units, with the glossary; out comes a finding at each of the rarer spellings,
and one where a work's own address spells the name otherwise. Either order of a name, hyphens, articles and
``Organisation`` beside ``Organization`` are no two spellings to speak of.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import combinations

from srcxlate.addresses import parts_of
from srcxlate.checks import Finding, Place
from srcxlate.checks.names import BETWEEN
from srcxlate.checks.units import Piece, Unit, both_ways, piece_of, units_of
from srcxlate.glossary import Glossary, stem
from srcxlate.languages import BODY_WORDS, FAMILY_NAMES, HANGUL
from srcxlate.reports import NoteCitations, Reading

_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)}|house|editors?|newsroom|group|initiative)\b", re.I)
_NAME = re.compile(r"(?:[^\W\d_][\w.'’\-]*)(?: [^\W\d_][\w.'’\-]*){1,3}")
_FIELD = re.compile(r"[^,，:：*()（）<>\[\]]+")
_SMALL = frozenset(["the", "and", "of", "for", "on", "in", "to", "a", "an", "at", "co", "ltd", "inc"])
_LINKS = frozenset(["of", "for", "on", "in", "to"])
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.65
"""How alike two words are that stand for each other in a longer name: Minerals and Materials."""
_ALIKE_FROM = 5
_SHORTEST = 8
"""Letters that a name must have to be compared with an address, and a pair of words to differ by two."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name as one citation prints it."""

    text: str
    piece: Piece
    unit: Unit
    person: bool
    words: tuple[str, ...] = field(compare=False)
    """In lower case, without accents, hyphens, articles and linking words; of bodies in American spelling."""
    script: str | None = None
    """The same name in script, where the note prints it beside this one."""

    @property
    def place(self) -> Place:
        """The note."""
        return self.unit.place


def spelled_two_ways(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """An author, a publisher or an institution is spelled otherwise in other notes or in its address."""
    units = units_of(reading)
    found = [spelled for unit in units for spelled in _spelled(unit)]
    known = {entry.english for entry in glossary.entries}
    told: list[Finding] = []
    for finding in (
        *_pairs(found, known),
        *_against_addresses(found),
        *_in_wording(found, reading),
        *_avoided(reading, glossary),
        *_against_glossary(found, known),
    ):
        if not any(finding.span[0] < other.span[1] and other.span[0] < finding.span[1] for other in told):
            told.append(finding)
    yield from sorted(told, key=lambda finding: finding.span)


def _spelled(unit: Unit) -> Iterator[Spelled]:
    """The names of a citation: its authors, one by one, and its outlets."""
    if unit.author is not None:
        body = _BODY.search(unit.author.text) is not None
        script = unit.author_in_script.text if unit.author_in_script else None
        whole = (unit.author.start, unit.author.end)
        for start, end in [whole] if body else _parts(unit.author, BETWEEN):
            piece = piece_of(unit.wording, start, end)
            if body or _NAME.fullmatch(piece.text):
                yield _made(piece, unit, person=not body, script=script)
    both = both_ways(unit.outlet) if unit.outlet else None
    if both is not None:
        yield _made(both[1], unit, person=False, script=both[0].text)
    elif unit.outlet is not None:
        for match in _FIELD.finditer(unit.outlet.text):
            text = match.group().strip(" .'’‘“”\"")
            if text[:1].isupper() and not re.search(r"\d|[^\x00-\u024f–—’‘“”]", text) and len(text) < 90:
                start = unit.outlet.start + match.start() + match.group().index(text)
                yield _made(piece_of(unit.wording, start, start + len(text)), unit, person=False)


def _parts(piece: Piece, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for match in [*separator.finditer(piece.text), None]:
        end = match.start() if match else len(piece.text)
        if end > at:
            yield piece.start + at, piece.start + end
        at = match.end() if match else end


def _made(piece: Piece, unit: Unit, *, person: bool, script: str | None = None) -> Spelled:
    words = [_plain(word) for word in (piece.text.split() if person else _WORD.findall(piece.text))]
    if not person:
        words = [stem(word) for word in words if word not in _SMALL]
    return Spelled(piece.text, piece, unit, person, tuple(word for word in words if word), script)


def _plain(word: str) -> str:
    """A word in lower case without accents, hyphens and a possessive."""
    decomposed = unicodedata.normalize("NFKD", re.sub(r"[’']s\Z", "", word).casefold())
    return "".join(c for c in decomposed if c.isalnum())


# -- across notes ------------------------------------------------------------------------------------


def _pairs(found: Sequence[Spelled], known: set[str]) -> Iterator[Finding]:
    """Names of which another spelling is commoner; of two as common the later stands to be looked at."""
    spellings: dict[tuple[bool, str], list[Spelled]] = {}
    for one in found:
        spellings.setdefault((one.person, one.text.removeprefix("The ")), []).append(one)
    for ours, theirs in combinations(spellings.values(), 2):
        if ours[0].person is not theirs[0].person or not _same_name(ours[0], theirs[0]):
            continue
        if ours[0].person and any(_one_work(a.unit, b.unit) for a in ours for b in theirs):
            continue  # an author of one work is told with its other fields
        rarer, commoner = (
            (ours, theirs) if _standing(ours, known) < _standing(theirs, known) else (theirs, ours)
        )
        for one in rarer:
            yield _finding(one, commoner[0].text, tuple(dict.fromkeys(o.place for o in commoner)))


def _standing(spelled: Sequence[Spelled], known: set[str]) -> tuple[int, bool, tuple[int, ...]]:
    """How good a spelling is: printed more often, in the glossary, printed earlier."""
    first = spelled[0]
    often = len({one.place for one in spelled})
    return often, first.text in known, tuple(-n for n in (*first.place, first.piece.start))


def _finding(one: Spelled, other: str, others: tuple[Place, ...]) -> Finding:
    where = "elsewhere in this note" if others == (one.place,) else f"in note {others[0][1]}"
    where = f"in notes {', '.join(str(number) for _, number in others[:4])}" if len(others) > 1 else where
    return Finding(
        "name", "warning", one.place, one.text, one.piece.span,
        f"The name is spelled {other} {where}.", others=tuple(o for o in others if o != one.place),
    )  # fmt: skip


def _one_work(one: Unit, other: Unit) -> bool:
    if one.original and other.original and one.original.text == other.original.text:
        return True
    return bool(one.addresses and other.addresses and one.addresses[0].target == other.addresses[0].target)


def _same_name(one: Spelled, other: Spelled) -> bool:
    """Whether two names are likely one, spelled two ways."""
    if one.script and one.script == other.script:
        korean = one.person and _HANGUL_NAME.fullmatch(one.script) is not None
        return _one_word_otherwise(one, other) or (korean and sorted(one.words) != sorted(other.words))
    if one.person:
        return _same_person(one, other)
    return _same_body(one, other)


_HANGUL_NAME = re.compile(f"[{HANGUL}]{{3,}}")


def _one_word_otherwise(one: Spelled, other: Spelled) -> bool:
    """Whether two renderings of one name in script have a word in common and another not: Nippō, Nichihō."""
    ours, theirs = sorted(one.words), sorted(other.words)
    return "".join(ours) != "".join(theirs) and len(ours) == len(theirs) and bool({*ours} & {*theirs})


# -- people ------------------------------------------------------------------------------------------


def _same_person(one: Spelled, other: Spelled) -> bool:
    ours, theirs = one.words, other.words
    if "".join(ours) == "".join(theirs):
        return False  # hyphens, spaces and accents alone
    if len(ours) != len(theirs):
        return False
    if sorted(ours) == sorted(theirs):  # in another order, which alone says nothing
        return ("-" in one.text) is not ("-" in other.text)
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        turned = (*ours[1:], ours[0])
        differing = [pair for pair in zip(turned, theirs, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    a, b = differing[0]
    if a[0] != b[0]:
        return False
    if _east_asian(one) or _east_asian(other):
        return len(ours) == 2 and len(a) > 3 and _by_ear(a) == _by_ear(b)
    return _distance(a, b) == 1 and max(len(a), len(b)) > 3 and sum(map(len, ours)) > _SHORTEST


def _east_asian(one: Spelled) -> bool:
    """Whether a name is Korean or Chinese: one letter makes another person there."""
    ends = {one.words[0], one.words[-1]}
    syllables = re.search(r"\b[A-Z][a-z]{1,5}-[A-Za-z][a-z]{1,5}\b", one.text)
    return bool(ends & FAMILY_NAMES) or syllables is not None


_EAR = tuple(
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"hyeon|hyun", "hyon"), (r"y?eong|young|yung", "yong"), (r"(?<=[scj])(?:eo|u)(?=ng|k)", "o"),
        (r"sh", "s"), (r"ch", "j"), (r"oo|eu", "u"), (r"eo", "o"), (r"ae", "e"), (r"k(?!$)", "g"),
        (r"t(?!$)", "d"), (r"p(?!$)", "b"),
    )
)  # fmt: skip
"""Ways to write one Korean sound in Latin letters."""


def _by_ear(word: str) -> str:
    for pattern, spelt in _EAR:
        word = pattern.sub(spelt, word)
    return word


def _distance(one: str, other: str) -> int:
    """Letters to put in, take out, change or swap between two words."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


# -- bodies ------------------------------------------------------------------------------------------


def _same_body(one: Spelled, other: Spelled) -> bool:
    ours, theirs = one.words, other.words
    if len(ours) != len(theirs):
        return False
    if ours == theirs:
        links = [[w for w in map(str.casefold, _WORD.findall(s.text)) if w in _LINKS] for s in (one, other)]
        return len(ours) > 2 and len(links[0]) == len(links[1]) and links[0] != links[1]
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(differing) == 1 and len(ours) > 2 and _one_word_apart(*differing[0]):
        return True
    if (
        len(differing) == 1
        and (len(ours) > 3 or (len(ours) == 2 and differing[0][0][0] == differing[0][1][0]))
        and len(differing[0][0]) > 3
        and _host(one.unit) == _host(other.unit) != ""
    ):
        return True
    return len(differing) <= 2 and all(_near(a, b) for a, b in differing)


def _near(a: str, b: str) -> bool:
    """Whether two words differ by a slip of the pen: one letter, or two in a long word."""
    longest = max(len(a), len(b))
    if a[1:] == b or b[1:] == a:
        return longest > _ALIKE_FROM  # the first letter is lost: Arrow for Harrow
    return longest > 4 and a[0] == b[0] and _distance(a, b) <= (2 if longest > _SHORTEST else 1)


def _one_word_apart(a: str, b: str) -> bool:
    """Whether two words are alike enough for one to stand for the other in a name of three and more."""
    return a[0] == b[0] and min(len(a), len(b)) > 6 and SequenceMatcher(None, a, b).ratio() >= _ALIKE


def _host(unit: Unit) -> str:
    """The host of a work's own address, without www."""
    if not unit.addresses:
        return ""
    return (parts_of(unit.addresses[0].target).hostname or "").removeprefix("www.")


def _in_wording(found: Sequence[Spelled], reading: Reading) -> Iterator[Finding]:
    """A body whose name stands otherwise by one word in the wording of a note, as in a title."""
    bodies: dict[str, list[Spelled]] = {}
    for one in found:
        if not one.person and len(one.words) in (3, 4) and one.text.count(" ") == len(one.words) - 1:
            bodies.setdefault(one.text, []).append(one)
    for text, places in bodies.items():
        words = text.split()
        for index, word in enumerate(words):
            if len(word) < _SHORTEST:
                continue
            hole = [re.escape(w) for w in words]
            hole[index] = rf"({re.escape(word[0])}\w{{6,}})"
            pattern = re.compile(rf"\b{' '.join(hole)}\b")
            for noted in reading.notes.notes:
                for match in pattern.finditer(noted.text):
                    if (
                        match[1] != word
                        and stem(match[1]) != stem(word)
                        and _one_word_apart(stem(match[1]), stem(word))
                        and match.group() not in bodies
                    ):
                        for one in places:
                            yield _finding(one, match.group(), ((noted.series, noted.number),))


# -- against the address -----------------------------------------------------------------------------


def _against_addresses(found: Sequence[Spelled]) -> Iterator[Finding]:
    """Names that the work's own address spells with another letter."""
    for one in found:
        squeezed = "".join(_plain(word) for word in _WORD.findall(one.text) if word.casefold() != "the")
        if len(squeezed) < _SHORTEST or not one.unit.addresses:
            continue
        orders = {squeezed, "".join(reversed(one.words))} if one.person else {squeezed}
        for part in _address_parts(one):
            if part in orders:
                break
            if any(_distance(part, order) == 1 and part[0] == order[0] for order in orders):
                yield Finding(
                    "name", "warning", one.place, one.text, one.piece.span,
                    f"The address of the work spells the name {part}.",
                )  # fmt: skip
                break


def _address_parts(one: Spelled) -> Iterator[str]:
    """The parts of an address that may hold a name: of an outlet the host, of an author the path."""
    split = parts_of(one.unit.addresses[0].target)
    labels = (split.hostname or "").split(".")[:-1]
    if not one.person:
        yield from (_plain(label) for label in labels if len(label) >= _SHORTEST - 1)
    else:
        yield from (_plain(part) for part in split.path.split("/") if len(part) >= _SHORTEST - 1)


# -- against the glossary ----------------------------------------------------------------------------


def _against_glossary(found: Sequence[Spelled], known: set[str]) -> Iterator[Finding]:
    """Institutions whose name the glossary has with another letter: Korean Institute for Korea Institute."""
    official = [
        (name, tuple(stem(word) for word in map(_plain, _WORD.findall(name)) if word not in _SMALL))
        for name in sorted(known)
        if _BODY.search(name) and name[0].isupper()
    ]
    names = {words for _, words in official}
    for one in found:
        if one.person or len(one.words) < 3 or one.words in names:
            continue
        for name, words in official:
            differing = [pair for pair in zip(one.words, words, strict=False) if pair[0] != pair[1]]
            if len(words) == len(one.words) and len(differing) == 1 and _near(*differing[0]):
                yield Finding(
                    "name", "warning", one.place, one.text, one.piece.span,
                    f"The house glossary spells the name {name}.",
                )  # fmt: skip


def _avoided(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A person's name in a spelling that the glossary avoids, where other notes have the one it keeps."""
    kept: dict[str, set[str]] = {}
    for entry in glossary.entries:
        for avoided in entry.avoid:
            if _respelled(avoided, entry.english):
                kept.setdefault(avoided, set()).add(entry.english)
    if not kept:
        return
    pattern = re.compile("|".join(rf"\b{re.escape(text)}\b" for text in sorted(kept, key=len, reverse=True)))
    texts = [(noted.note, _without_romanised(noted)) for noted in reading.citations]
    for note, text in texts:
        for match in pattern.finditer(text):
            for good in sorted(kept[match.group()]):
                others = tuple((n.series, n.number) for n, t in texts if good in t)
                if others:
                    piece = piece_of(note.wording, *match.span())
                    yield Finding(
                        "name", "warning", (note.series, note.number), piece.text, piece.span,
                        f"The name is spelled {good} in note {others[0][1]}, as the house glossary has it.",
                        others=others,
                    )  # fmt: skip


def _without_romanised(noted: NoteCitations) -> str:
    """A note's wording with its romanised titles blanked: they follow the sound, not the house."""
    text = noted.note.text
    for citation in noted.citations:
        if citation.romanised:
            text = text.replace(citation.romanised, " " * len(citation.romanised))
    return text


def _respelled(avoided: str, english: str) -> bool:
    """Whether an avoided form spells the same name with other letters, in the same order."""
    ours, theirs = ([_plain(word) for word in re.split(r"[\s\-]+", form)] for form in (avoided, english))
    if not (avoided[:1].isupper() and english[:1].isupper()) or len(ours) < 2 or len(ours) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if stem(a) != stem(b)]
    return bool(differing) and len(differing) < len(ours) and all(a[:1] == b[:1] for a, b in differing)

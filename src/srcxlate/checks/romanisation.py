"""The printed romanised title against the readings of its original.

In comes a report as it was read; out comes a finding for each printed word that no reading of the original
gives, for what is missing and for what is added. A title is held against each system of romanisation of its
language, and the one that it keeps best counts.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, groupby

from srcxlate.checks import Finding, Severity
from srcxlate.checks.readings import SYSTEMS, lattice_of, read_foreign
from srcxlate.checks.readings.alignment import WRONG, Printed, Step, align, is_reading, read_printed
from srcxlate.checks.readings.japanese import letters_of, readings_of
from srcxlate.checks.readings.lattice import POSSIBLE, UNLIKELY, Arc, Lattice, shown
from srcxlate.checks.settled import settled
from srcxlate.checks.titles import titles_of
from srcxlate.citations import Citation
from srcxlate.glossary import Glossary
from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.notes import Note
from srcxlate.reports import NoteCitations, Reading

__all__ = ["Mistake", "check_romanisation", "mistakes"]

_MISSING = -1
_FAR = 0.4
"""The share of wrong letters from which on a title is taken to be no romanisation of its original."""
_WORD = re.compile(r"\w+")
_KATAKANA = re.compile("[ァ-ヺー]+")
_ENDS = " 、。，．,.…・·:;：；?？!！[]（(「」『』‘’“”'\"–—-"
"""What a word of the original does not end with."""
_BETWEEN = 40
"""Characters between two strings of script that may be parts of one title."""


Named = tuple[int, int, str]
"""Start and end of a name in an original, and letters in which it may be printed."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A place where a romanised title is no reading of its original."""

    printed: Span
    """The words at issue in the romanised title."""
    original: Span
    """What they stand for in the original; empty for what is added."""
    message: str
    severity: Severity
    weight: int
    """How many letters are wrong."""


def check_romanisation(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """Words of a romanised title that its original does not read, words left out and words put in."""
    for noted in reading.citations:
        yield from _in_note(noted, glossary)


def _in_note(noted: NoteCitations, glossary: Glossary) -> Iterator[Finding]:
    note = noted.note
    done = 0
    titles = {index: spans for spans, index in titles_of(noted)}
    for index, (citation, routed) in enumerate(zip(noted.citations, noted.routes, strict=True)):
        at = _place(note, citation) or titles.get(index, {}).get("romanised")
        if at is None or citation.start < done:
            continue
        romanised = note.text[slice(*at)]
        original = note.text[slice(*titles[index]["original"])] if index in titles else citation.original
        found = mistakes(original, romanised, routed.language)
        named = _named(original, romanised, routed.language, glossary) if found else ()
        found = mistakes(original, romanised, routed.language, named) if named else found
        for whole in _longer(note, citation, noted.citations[index + 1 :]) if found else ():
            of_whole = mistakes(whole, romanised, routed.language, named)
            if _weight(of_whole) < _weight(found):
                original, found = whole, of_whole
        done = citation.start + len(original)
        if not found and routed.language == "ja":
            found = tuple(_read_otherwise(original, romanised, citation.english or ""))
        for mistake in found:
            word = romanised[slice(*mistake.printed)]
            brand = citation.role == "container" and _is_brand(word, routed.language)
            start, length = note.wording.span(at[0] + mistake.printed[0], at[0] + mistake.printed[1])
            yield Finding(
                kind="romanisation",
                severity="info" if brand else mistake.severity,
                place=(note.series, note.number),
                printed=word,
                span=(start, start + length),
                message=mistake.message,
                original=original,
                at_issue=mistake.original if mistake.original[0] < mistake.original[1] else None,
            )


def _named(original: str, romanised: str, language: str, glossary: Glossary) -> tuple[Named, ...]:
    """Names of the glossary that a romanised title prints as English does: Moon Jae-in for 文在寅."""
    printed = _letters(romanised)
    hits = glossary.find(original, language) if language in SYSTEMS else []
    names = ((hit.start, hit.end, _letters(hit.term(original).english)) for hit in hits)
    return tuple(name for name in names if name[2] and name[2] in printed)


_KANJI = re.compile(f"[{HAN}]+")
_NAME = re.compile(r"\b[A-ZĀĪŪĒŌ][a-zāīūēō]{3,}")


def _read_otherwise(original: str, romanised: str, english: str) -> Iterator[Mistake]:
    """A name that a romanised title and the English read in two ways, both of which are readings of it."""
    names = [span for run in _KANJI.finditer(original) for span in combinations(range(*run.span()), 2)]
    for said in _NAME.finditer(english):
        if _letters(said[0]) in _letters(romanised):
            continue
        for start, last in names:
            end = last + 1
            readings = {_letters(shown(letters_of(kana))) for kana, _ in readings_of(original[start:end])}
            for word in _NAME.finditer(romanised) if _letters(said[0]) in readings else ():
                if _letters(word[0]) in readings and _letters(word[0]) not in _letters(english):
                    message = f"The romanised title reads {word[0]}, where the English has {said[0]}."
                    yield Mistake(word.span(), (start, end), message, "warning", 1)


def _letters(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if c.isascii() and c.isalpha())


def _is_brand(word: str, language: str) -> bool:
    """Whether an outlet may spell a word its own way: JoongAng, Kyunghyang; Japanese ones hardly do."""
    return (language != "ja" and word[:1].isupper()) or re.search(r"[a-z][A-Z]", word) is not None


def _longer(note: Note, citation: Citation, following: Sequence[Citation]) -> Iterator[str]:
    """An original together with what stands close after it: a title may hold Latin letters and figures."""
    end = citation.start + len(citation.original)
    for other in following:
        if other.start - end > _BETWEEN:
            return
        end = max(end, other.start + len(other.original))
        yield note.text[citation.start : end]


def _weight(found: Sequence[Mistake]) -> int:
    return sum(mistake.weight for mistake in found)


def _place(note: Note, citation: Citation) -> Span | None:
    """Where a citation's romanised form stands in its note: the nearest before it, else the first after."""
    if citation.romanised is None:
        return None
    words = [re.escape(word) for word in _WORD.findall(citation.romanised)]
    pattern = re.compile(r"[^\w]*?".join(words))
    before = [m.span() for m in pattern.finditer(note.text, 0, citation.start)]
    if before:
        return before[-1]
    after = pattern.search(note.text, citation.start + len(citation.original))
    return after.span() if after else None


@lru_cache(maxsize=1024)
def mistakes(
    original: str, romanised: str, language: str, named: tuple[Named, ...] = ()
) -> tuple[Mistake, ...]:
    """Where a romanised title is no reading of its original; none if it is a reading or something else.

    :param language: ``ja``, ``ko`` or ``zh``; an open one, ``und``, is that of which alone it is nearly one.
    :param named: names in the original that may be printed in other letters than theirs.
    """
    languages = SYSTEMS if language == "und" else (language,)
    tried = [_nearest(original, romanised, one, named) for one in languages]
    near = [found for found in tried if found is not None]
    if len(near) == 1 and _weight(near[0]) < _SWAPPED:
        return near[0]
    swapped = _swapped(original, romanised, language) if language in SYSTEMS else None
    return (swapped,) if swapped else near[0] if len(near) == 1 else ()


_SWAPPED = 6
"""Wrong letters from which on two words of a title may have changed places."""
_FEWEST, _MOST = 3, 12
"""Words of a title in which that is looked for."""


def _swapped(original: str, romanised: str, language: str) -> Mistake | None:
    """Two words of a romanised title that stand in each other's places: jimaku to kantoku for 監督と字幕."""
    words = [match.span() for match in re.finditer(r"[^\W\d_][\w’'\-]*", romanised)]
    lattices = [lattice_of(original, language, system) for system in SYSTEMS[language]]
    usual = lattices[0].likely(0, lattices[0].last)
    if not _FEWEST <= len(words) <= _MOST or usual is None:
        return None
    printed = sorted(read_printed(romanised, language).letters.lower())
    apart = Counter(printed)
    apart.subtract(shown(usual).translate(_PLAIN).lower())
    if sum(map(abs, apart.values())) > _UNLIKE * len(printed):
        return None
    for (a, b), (c, d) in combinations(words, 2):
        turned = romanised[:a] + romanised[c:d] + romanised[b:c] + romanised[a:b] + romanised[d:]
        if _can_be_read(lattices, turned, language) and _nearest(original, turned, language) == ():
            second, first = romanised[c:d].lower(), romanised[a:b].lower()
            message = f"The title has {second} before {first}; printed is {romanised[a:d]}."
            return Mistake((a, d), (0, len(original)), message, "warning", 1)
    return None


def _can_be_read(lattices: Sequence[Lattice], romanised: str, language: str) -> bool:
    """Whether any system can have a romanised title letter for letter; where none can, it has mistakes."""
    printed = read_printed(romanised, language)
    words = [romanised[slice(*word)] for word in printed.words]
    for lattice in lattices:
        read_foreign(lattice, words)
    return any(is_reading(lattice, printed) for lattice in lattices)


_UNLIKE = 0.15
"""The share of letters by which a title with words in other places may differ from its reading."""
_PLAIN = str.maketrans("āīūēō", "aiueo")


def _nearest(
    original: str, romanised: str, language: str, named: Sequence[Named] = ()
) -> tuple[Mistake, ...] | None:
    """The mistakes by the system that a title keeps best; None if it is far from every reading."""
    printed = read_printed(romanised, language)
    found: list[tuple[Mistake, ...]] = []
    for system in SYSTEMS[language] if printed.letters else ():
        lattice = lattice_of(original, language, system)
        for start, end, letters in named:
            lattice.read(start, end, "^" + letters, POSSIBLE)
        steps = align(lattice, printed)
        if steps and _wrong(steps) and read_foreign(lattice, [romanised[slice(*w)] for w in printed.words]):
            steps = align(lattice, printed)
        if steps is None or _wrong(steps) > max(2, _FAR * len(printed.letters)):
            continue
        told = tuple(_mistakes(lattice, printed, steps))
        found.append((*told, *(_misread(lattice, printed, steps, told, system) if language == "ja" else ())))
        if not found[-1]:
            break
    best = min(found, key=_weight, default=None)
    if best is None:
        return None
    others = [
        other
        for other in found
        if other is not best and (language != "zh" or _weight(other) <= _weight(best) + _AS_GOOD)
    ]
    return tuple(_doubted(mistake, others) for mistake in best)


_AS_GOOD = 1
"""Wrong letters by which a Chinese title may keep another system worse and still be taken to mean it:
Wade-Giles has most letters of pinyin for other sounds, and nobody mixes the two."""


def _wrong(steps: Sequence[Step]) -> int:
    return sum(step.change in WRONG for step in steps)


def _doubted(mistake: Mistake, others: Sequence[Sequence[Mistake]]) -> Mistake:
    """A mistake as a trifle if another system of romanisation would have the word so."""
    start, end = mistake.printed
    for other in others:
        if not any(m.printed[0] < end and start < m.printed[1] for m in other):
            return replace(mistake, severity="info")
    return mistake


def _mistakes(lattice: Lattice, printed: Printed, steps: Sequence[Step]) -> Iterator[Mistake]:
    """The wrong steps of an alignment, word by word."""
    steps = [step for step in steps if step.change != "same" or (step.arc and step.arc.letter)]
    owners = _owners(lattice, printed, steps)
    wrong = set(WRONG) | ({"long", "short", "bare"} if _marked(printed) else {"bare"})
    for owner, group in groupby(zip(owners, steps, strict=True), key=lambda pair: pair[0]):
        mine = [step for _, step in group]
        if any(step.change in wrong and not _customary(lattice, step) for step in mine):
            yield _mistake(lattice, printed, mine, owner)


def _misread(
    lattice: Lattice, printed: Printed, steps: Sequence[Step], told: Sequence[Mistake], system: str
) -> Iterator[Mistake]:
    """Words in a reading of their characters that the word does not have: ichishoku for 一食."""
    for word in settled(lattice, kunrei=system == "Kunrei"):
        start, end = word.span
        mine = [step for step in steps if step.arc and start <= step.arc.span[0] and step.arc.span[1] <= end]
        if not mine or any(m.original[0] < end and start < m.original[1] for m in told):
            continue
        letters = "".join(step.arc.letter for step in mine if step.arc)
        if "*" in letters or word.allows(letters) or any(step.change not in _SOUND for step in mine):
            continue
        owners = sorted({printed.word_of[step.at] for step in mine if step.until > step.at})
        if not owners:
            continue
        place = printed.words[owners[0]][0], printed.words[owners[-1]][1]
        place = _trimmed(printed.text, place)
        written, reading = lattice.original[start:end], shown(word.readings[0])
        message = f"The title's {written} reads {reading}; printed is {printed.text[slice(*place)]}."
        yield Mistake(place, (start, end), message, "warning", 1)


def _customary(lattice: Lattice, step: Step) -> bool:
    """Whether a vowel has another length by custom: short in a name (Tokyo), long in コンピュータ."""
    if step.arc is None:
        return False
    start, end = step.arc.span
    if step.change == "short":
        return any(first <= start < last for first, last in lattice.names)
    return step.change == "long" and bool(_KATAKANA.fullmatch(lattice.original[start:end]))


def _marked(printed: Printed) -> bool:
    """Whether a title writes long vowels with a sign anywhere."""
    return any(letter.isupper() for letter in printed.letters)


def _owners(lattice: Lattice, printed: Printed, steps: Sequence[Step]) -> list[int]:
    """The printed word of each step; -1 where a word of the original is missing."""
    owners: list[int | None] = []
    held: dict[Span, set[int]] = {}
    for step in steps:
        word = printed.word_of[step.at] if step.until > step.at else None
        if word is None and not printed.begins_word(step.at):
            word = printed.word_of[step.at]
        owners.append(word)
        if word is not None and step.arc and step.change in ("same", "long", "short"):
            held.setdefault(lattice.word_at(step.arc.span[0]), set()).add(word)
    settled: list[int] = []
    for step, owner in zip(steps, owners, strict=True):
        if owner is None and step.arc:
            word_at = lattice.word_at(step.arc.span[0])
            before = printed.word_of[step.at - 1] if step.at else -1
            after = printed.word_of[step.at] if step.at < len(printed.letters) else -1
            holding = held.get(word_at, set())
            if step.change == "missing" and not holding & {before, after}:
                owner = _MISSING
            elif step.change == "missing" and before not in holding:
                owner = after
            else:
                owner = before if before >= 0 else after
        settled.append(_MISSING if owner is None else owner)
    return settled


def _mistake(lattice: Lattice, printed: Printed, steps: Sequence[Step], owner: int) -> Mistake:
    """One printed word, or one place where a word is missing, with what the original has for it."""
    arcs = [step.arc for step in steps if step.arc]
    start, end = (min(a.span[0] for a in arcs), max(a.span[1] for a in arcs)) if arcs else (0, 0)
    end = start + len(lattice.original[start:end].rstrip(_ENDS))
    words = lattice.original[start:end]
    weight = _wrong(steps)
    reading = _reading(lattice, arcs, (start, end), far=2 * weight >= len(steps))
    if owner == _MISSING:
        first = printed.word_of[max(0, steps[0].at - 1)]
        last = printed.word_of[min(steps[0].at, len(printed.letters) - 1)]
        message = f"The title has {words}, read {reading}; the romanised title lacks it."
        if words.isdigit():
            message = f"The title has {words}; the romanised title lacks it."
        severity: Severity = "info" if words.isdigit() else "warning"
        place = printed.words[first][0], printed.words[last][1]
        return Mistake(place, (start, end), message, severity, weight)
    place = _trimmed(printed.text, printed.words[owner])
    wording = printed.text[slice(*place)]
    differs = f"The title's {words} reads {reading}; printed is {wording}."
    message = differs if arcs else f"Nothing in the title reads {wording}."
    severity = "warning" if weight or any(step.change == "long" for step in steps) else "info"
    return Mistake(place, (start, end), message, severity, weight)


def _reading(lattice: Lattice, arcs: Sequence[Arc], span: Span, *, far: bool) -> str:
    """What the original reads, for people: as usual, or as is nearest where that is far from it."""
    letters = "".join(arc.letter for arc in arcs)
    usual = lattice.usual(*span)
    if usual is None:
        return shown(letters)
    far_fetched = far or any(arc.cost >= UNLIKELY or arc.letter == "~" for arc in arcs)
    return shown(usual if far_fetched or _near(usual, letters) else letters)


_SOUND = ("same", "long", "short")
"""What an alignment has where the printed letters are those of the reading that it takes."""


def _near(usual: str, letters: str) -> bool:
    """Whether the usual reading is so much like another that the misprint may be of either."""
    from rapidfuzz.distance import Levenshtein

    plain = usual.replace(" ", "")
    return Levenshtein.distance(plain, letters) <= max(3, len(plain) // 2)


def _trimmed(text: str, word: Span) -> Span:
    """A printed word without the marks around it."""
    start, end = word
    inner = text[start:end].strip("'’‘`,.")
    start += text[start:end].find(inner)
    return start, start + len(inner)

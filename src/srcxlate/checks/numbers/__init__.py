"""Quantities of an original title against those of its English, both ways.

In comes a report, out come findings of the kind ``number``. Each quantity of the one side is looked for on
the other by what it says, not by how it is written: 5大 is ``five major``, 4年ぶり ``after four years``,
翻一番 ``doubles``. What the readers of quantities leave out (names such as G7, common words such as 両国) is
looked for as figures and as words before anything is called missing or added.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import cast

from srcxlate.checks import Finding, Severity
from srcxlate.checks.numbers.equivalents import equivalents
from srcxlate.checks.numbers.rates import rates_apart
from srcxlate.checks.numbers.small_numbers import AGES, HALVES, SAID_IN_ENGLISH, SAID_IN_ORIGINAL
from srcxlate.checks.rendered import Rendered, rendered_titles
from srcxlate.glossary import Glossary
from srcxlate.languages import Language
from srcxlate.layout import Span, join
from srcxlate.quantities import Quantity, find, find_english
from srcxlate.quantities.figures import MONTHS
from srcxlate.quantities.numerals import numerals
from srcxlate.reports import Reading

_SHARES = frozenset({"share", "points"})
_LIKE = (
    frozenset({"number", "count", "ordinal", "age", "duration", "interval", "streak", "times", "half",
               "quarter", "century", "decade", "day", "month", "money"}),
    frozenset({"share", "times", "half", "quarter"}),
    frozenset({"year", "number", "date", "count", "decade"}),
    frozenset({"date", "day", "month"}),
)  # fmt: skip
"""Kinds that one quantity may be of in two languages."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")
_ONE_COIN = re.compile(r"\b(?:an?|one|single|per)[ -](?:yen|won|yuan|dollar|euro|pound|cent|coin)\b", re.I)
_VAGUE = re.compile(
    r"\b(?:several|few|some|many|dozens|tens|scores|hundreds|thousands|millions|billions|trillions)\b", re.I
)
"""How English says a quantity that the original leaves open: 数十, 수백."""
_OPPOSED = {("over", "under"), ("under", "over"), ("over", "nearly"), ("nearly", "over")}
_EXACTLY = re.compile(r"\b(?:exactly|precisely)\s+\Z", re.I)


_Told = tuple[Severity, Span, Span | None, str]
"""How grave, the words of the English and the part of the original at issue, what is wrong."""


def check_numbers(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """A quantity of the original title and its English say different things, or one of the two lacks it."""
    for title in rendered_titles(reading):
        for severity, shown, at_issue, message in _read(title):
            yield Finding(
                "number", severity, title.place, title.english[slice(*shown)], title.span(*shown), message,
                original=title.original, at_issue=at_issue,
            )  # fmt: skip


_HIDDEN = "\x00"
_NO_NOTE = (0, 0)
"""Where a text stands that no note prints."""


def numbers_apart(original: str, english: str, language: str) -> list[str]:
    """What the quantities of a text and of its English do not agree in, a sentence each; none if they agree.

    :param language: the text's: ``ja``, ``ko``, ``zh`` or ``und``.
    """
    title = Rendered(_NO_NOTE, join("", ()), original, None, cast("Language", language), english, 0)
    return [message for severity, _, _, message in _read(title) if severity != "info"]


def _read(title: Rendered) -> list[_Told]:
    """What a title's quantities do not agree in; in an open language, as the likelier of two reads them."""
    if title.language != "und":
        return list(_compare(title))
    return min((list(_compare(replace(title, language=language))) for language in ("ja", "zh")), key=len)


def _compare(title: Rendered) -> Iterator[_Told]:
    """What one title's quantities do not agree in."""
    title, englishes = _unsaid(title)
    originals = list(find(title.original, title.language))
    for original in list(originals):
        partner = next((e for e in englishes if _equal(original, e)), None)
        partner = partner or next((e for e in englishes if _same_length(original, e)), None)
        partner = partner or next((e for e in englishes if _same_value(original, e)), None)
        if partner:
            originals.remove(original)
            englishes.remove(partner)
            if original.kind == "half" != partner.kind:  # the first six months
                englishes = [e for e in englishes if (e.kind, e.low) != ("ordinal", original.low)]
            yield from _less_exact(title, original, partner)
    yield from _by_other_units(title, originals, englishes)
    originals, englishes = _without_parts(originals, englishes), _without_parts(englishes, originals)
    for original in list(originals):
        at = _printed_alike(original, title.english)
        if at is not None:
            originals.remove(original)
            end = at + len(original.english)
            englishes = [e for e in englishes if e.end <= at or e.start >= end]
    originals = [each for each in originals if not _said_in_english(each, title)]
    englishes = [each for each in englishes if not _said_in_original(each, title)]
    yield from _wrong(title, originals, englishes)
    yield from _figures(title)
    for shown, at_issue, message in rates_apart(title.original, title.english):
        yield "error", shown, at_issue, message


def _unsaid(title: Rendered) -> tuple[Rendered, list[Quantity]]:
    """A title without what both sides say in ways of their own, and the quantities left of the English."""
    original, english = title.original, title.english
    for ours, theirs in equivalents(original.translate(_FULL_WIDTH), english, title.language):
        original, english = _blanked(original, ours), _blanked(english, theirs)
    return replace(title, original=original, english=english), list(find_english(english))


def _blanked(text: str, span: Span) -> str:
    """Text of the same length with a stretch that no reader reads."""
    start, end = span
    return text[:start] + _HIDDEN * (end - start) + text[end:]


def _by_other_units(title: Rendered, originals: list[Quantity], englishes: list[Quantity]) -> Iterator[_Told]:
    """One number of two units of time: nine months, nine years; both are taken off the lists."""
    for original in list(originals):
        partner = next((e for e in englishes if e.low == original.low and _other_lengths(original, e)), None)
        if partner:
            originals.remove(original)
            englishes.remove(partner)
            yield _value_apart(title, original, partner)


def _value_apart(title: Rendered, original: Quantity, english: Quantity) -> _Told:
    written = f"{_worded(original)} ({_of(title, original)})"
    message = f"The English has {english.english}, where the original has {written}."
    return "error", (english.start, english.end), (original.start, original.end), message


def _wrong(title: Rendered, originals: list[Quantity], englishes: list[Quantity]) -> Iterator[_Told]:
    """What is left on both sides is a wrong value; on one, missing or added."""
    for original in list(originals):
        partner = next((e for e in englishes if e.kind == original.kind), None)
        partner = partner or next((e for e in englishes if _comparable(original, e)), None)
        if partner is None:
            continue
        originals.remove(original)
        englishes.remove(partner)
        yield _value_apart(title, original, partner)
    for original in originals:
        message = (
            f"The original has {_worded(original)} ({_of(title, original)}), which the English does not say."
        )
        yield "warning", (0, len(title.english)), (original.start, original.end), message
    for english in englishes:
        if _in_square_brackets(title.english, english.start):
            continue
        message = f"The English has {english.english}, which the original does not say."
        yield "warning", (english.start, english.end), None, message


def _worded(original: Quantity) -> str:
    """A quantity in English; four figures that may be a year as one prints them."""
    return re.sub(r"\A([12]),(\d{3})\Z", r"\1\2", original.english) or "another value"


def _of(title: Rendered, quantity: Quantity) -> str:
    return title.original[quantity.start : quantity.end]


def _in_square_brackets(text: str, at: int) -> bool:
    """Whether a place stands in what the translator added."""
    return text.count("[", 0, at) > text.count("]", 0, at)


# -- alike -----------------------------------------------------------------------------------------


def _equal(original: Quantity, english: Quantity) -> bool:
    """Whether two quantities are of one kind and say the same."""
    if original.kind != english.kind or (original.low, original.high) != (english.low, english.high):
        return False
    if original.kind == "date":
        return _dates_agree(original.unit, english.unit)
    if _other_lengths(original, english):
        return False
    return original.kind != "money" or not (original.unit and english.unit) or original.unit == english.unit


def _dates_agree(first: str, second: str) -> bool:
    """Whether two dates in EDTF say nothing that the other denies."""
    pairs = zip(first.split("-"), second.split("-"), strict=False)
    return all(one == other or "XXXX" in (one, other) for one, other in pairs)


def _same_value(original: Quantity, english: Quantity) -> bool:
    """Whether two quantities of different kinds can be one: three years' time, the third year."""
    if original.kind == english.kind:
        return original.kind == "year" and original.low == english.low
    if "date" in (original.kind, english.kind):
        return _date_and_part(original, english) or _date_and_part(english, original)
    if (original.low, original.high) != (english.low, english.high):
        return _longer(original, english)
    return _comparable(original, english) and not _other_lengths(original, english)


def _date_and_part(date: Quantity, part: Quantity) -> bool:
    """Whether a day or year is that of a date."""
    if date.kind != "date" or part.low is None:
        return False
    year, month, day = (date.unit + "--").split("-")[:3]
    number = str(int(part.low))
    return number in {"year": {year}, "month": {month.lstrip("0")}, "day": {day.lstrip("0")}}.get(
        part.kind, set()
    )


def _same_length(original: Quantity, english: Quantity) -> bool:
    """Whether both are one length of time: a decade for ten years, six months for half a year."""
    return original.months is not None and original.months == english.months


_LENGTHS = frozenset({"duration", "interval"})


def _other_lengths(original: Quantity, english: Quantity) -> bool:
    """Whether both are lengths of time by other units: nine months, nine years."""
    units = {original.unit, english.unit}
    return {original.kind, english.kind} <= _LENGTHS and len(units) == 2 and "" not in units


def _longer(original: Quantity, english: Quantity) -> bool:
    """Whether both say one thing by other units: ten for a decade, a rise to double for 100 percent."""
    sizes = {"decade": 10, "century": 100}
    if original.low is None or english.low is None:
        return False
    if original.kind == "share" and english.kind == "times":
        return english.low in (original.low, original.low + 1)
    if original.kind == "times" and english.kind == "share":
        return original.low in (english.low, english.low + 1)
    return original.low * sizes.get(original.unit, 1) == english.low * sizes.get(english.unit, 1)


def _comparable(original: Quantity, english: Quantity) -> bool:
    """Whether two quantities may be meant to be one, so that a difference between them is a mistake."""
    kinds = {original.kind, english.kind}
    return kinds <= _SHARES or any(kinds <= like for like in _LIKE)


def _less_exact(title: Rendered, original: Quantity, english: Quantity) -> Iterator[_Told]:
    """What one side says to be about, over or under, and the other exactly so, or the opposite."""
    before = title.english[: english.start]
    said = (original.approximate, english.approximate)
    exactly = _EXACTLY.search(before) if original.approximate else None
    if exactly:
        shown = exactly.start(), english.end
    elif said in _OPPOSED:
        shown = english.start, english.end
    else:
        return
    wording = title.english[slice(*shown)]
    message = (
        f"The English has {wording}, where the original has {_worded(original)} ({_of(title, original)})."
    )
    yield "warning", shown, (original.start, original.end), message


_APART = 12
"""Characters that may stand between a part and its whole: seven of the ten, 12校のうち9."""


def _without_parts(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> list[Quantity]:
    """Quantities without those that say the other side's the other way: seven of ten, a share of 0.7."""
    return [
        one for one in ours
        if not (one.kind == "share" and any(_part(*two) == one.low for two in pairwise(theirs)))
        and not any(
            one in two and share.kind == "share" and _part(*two) == share.low
            for two in pairwise(ours) for share in theirs
        )
    ]  # fmt: skip


def _part(one: Quantity, other: Quantity) -> Fraction | None:
    """The share that two counts side by side make, the smaller of the greater; None if they make none."""
    low, high = sorted((one.low or Fraction(0), other.low or Fraction(0)))
    counted = {one.kind, other.kind} <= {"number", "count"}
    return low / high if counted and low and low < high and other.start - one.end <= _APART else None


# -- what the readers of quantities leave out -------------------------------------------------------


def _printed_alike(original: Quantity, text: str) -> int | None:
    """Where the English prints a quantity word for word: three and a half years, a dozen or so people."""
    found = (
        re.search(rf"(?<!\w){re.escape(original.english)}(?!\w)", text, re.I) if original.english else None
    )
    return found.start() if found else None


def _said_in_english(original: Quantity, title: Rendered) -> bool:
    """Whether the English says a quantity in figures, or in a word that its reader does not count as one."""
    text = title.english
    if original.low is None or original.low != original.high:
        vague = original.low is not None and _VAGUE.search(text) is not None
        return vague or _has_figures(title.original[original.start : original.end], text)
    word = SAID_IN_ENGLISH.get(original.low)
    if original.kind == "money" and original.low == 1 and _ONE_COIN.search(text):
        return True
    if original.kind == "month":
        word = MONTHS[int(original.low) - 1]
    if (
        word
        and original.kind not in ("share", "points", "money")
        and re.search(rf"\b(?:{word})\b", text, re.I)
    ):
        return True
    return original.kind not in ("money", "share", "points") and _has_figures(str(original.low), text)


def _said_in_original(english: Quantity, title: Rendered) -> bool:
    """Whether the original says a quantity of the English in figures or in a numeral inside a word."""
    text = title.original.translate(_FULL_WIDTH)
    if english.low is None:
        return _has_figures(english.english, text)
    if "quarter" in english.english and re.search("季度|四半期|분기", text):
        return True
    if english.kind in ("share", "points", "money") and english.low != Fraction(1, 2):
        return False
    word = (HALVES if english.kind == "half" else SAID_IN_ORIGINAL).get(english.low)
    if word and re.search(word, text):
        return True
    values = {value for *_, span in numerals(title.original, title.language) for value in span}
    return english.low in values or _has_figures(english.english, text)


def _has_figures(wording: str, text: str) -> bool:
    """Whether all figures of some wording stand in a text as well, and there are any."""
    there = {found.replace(",", "") for found in _FIGURES.findall(text.translate(_FULL_WIDTH))}
    wanted = {found.replace(",", "") for found in _FIGURES.findall(wording.translate(_FULL_WIDTH))}
    return bool(wanted) and wanted <= there


def _figures(title: Rendered) -> Iterator[_Told]:
    """Figures in names and bare years, which are no quantities: on both sides the same."""
    original, english = title.original.translate(_FULL_WIDTH), title.english
    left, right = (_names(text, found) for text, found in (
        (original, find(original, title.language)), (english, find_english(english)),
    ))  # fmt: skip
    for at, figures in left:
        if (
            figures in {f for _, f in right}
            or _has_figures(figures, english)
            or _spelled_out(figures, english)
        ):
            continue
        other = next(
            ((e, f) for e, f in right if len(f) == len(figures) and not _has_figures(f, original)), None
        )
        span = (at, at + len(figures))
        if other:
            shown = other[0], other[0] + len(other[1])
            yield "error", shown, span, f"The English has {other[1]}, where the original has {figures}."
        else:
            yield (
                "warning",
                (0, len(title.english)),
                span,
                f"The original has {figures}, which the English does not say.",
            )


def _spelled_out(figures: str, english: str) -> bool:
    """Whether the English says figures in a word."""
    if not figures.isdecimal():
        return any(
            found.low is not None and str(float(found.low)) == figures for found in find_english(english)
        )
    number = Fraction(int(figures))
    word = SAID_IN_ENGLISH.get(number)
    if re.search(rf"\b(?:{figures}s|{AGES.get(figures, figures)})\b", english, re.I):
        return True
    return bool(word and re.search(rf"\b(?:{word})\b", english, re.I)) or any(
        number in (found.low, found.high) for found in find_english(english)
    )


def _names(text: str, found: Sequence[Quantity]) -> list[tuple[int, str]]:
    """The figures of a text that are no quantities, with their offsets."""
    return [
        (match.start(), match[0].replace(",", ""))
        for match in _FIGURES.finditer(text)
        if not any(each.start <= match.start() < each.end for each in found)
    ]

"""What a quotation and the sentence that it renders do not have in common.

In comes a :class:`Pair`, out come :class:`Difference` values. The original itself proves numbers, places,
terms, negations and qualifiers; its draft, a small model's, bears out the quotation's other words but
proves nothing alone: a word is held to be added only beside others, and where the draft has no words left
that it could render.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from srcxlate.checks import names, negation, places, senses
from srcxlate.checks.likeness import Word, akin, held, words
from srcxlate.checks.quotation import figures
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.checks.quotation.strangers import abbreviates, overlap, strange_names, unplaced
from srcxlate.layout import Span
from srcxlate.words import cedict


def differences(pair: Pair) -> Iterator[Difference]:
    """All that differs between a sentence and the parts of a quotation that render it."""
    named = list(strange_names(pair))
    yield from _numbers(pair)
    yield from named
    if not pair.sure:
        return
    yield from _negations(pair)
    yield from _additions(pair, [each for each in named if each.kind == "addition"])
    if pair.whole:
        yield from _dropped(pair)
    yield from _qualifiers(pair)


# -- numbers -----------------------------------------------------------------------------------------


def _numbers(pair: Pair) -> Iterator[Difference]:
    """Numbers that are others, that are bounded otherwise, or that only one side has."""
    originals = list(pair.support.numbers)
    lone: list[figures.Figure] = []
    matched: set[figures.Figure] = set()
    for english in pair.figures:
        pairs = [each for each in originals if figures.same(english, each)]
        matched.update(pairs)
        if not pairs:
            lone.append(english)
        elif not any(_as_exact(english, each, pair.own) for each in pairs):
            quoted = pair.own[english.span[0] : english.span[1]]
            message = f"“{quoted}” does not say what the original says of it: {_bound(pairs[0].approximate)}."
            yield Difference("number", message, pair.span(*english.span), pairs[0].span)
    missing = [each for each in originals if each.firm and each not in matched]
    for english in lone:
        quoted = pair.own[english.span[0] : english.span[1]]
        against = _counterpart(english, missing)
        if against is not None:
            missing.remove(against)
            message = f"The quotation has “{quoted}” where the original has {_shown(against, pair)}."
            yield Difference("number", message, pair.span(*english.span), against.span)
        elif english.firm and not _drafted(english, pair) and not _is_half(english, pair):
            message = f"The quotation has “{quoted}”; the original has no such number."
            yield Difference("number", message, pair.span(*english.span))
    if pair.whole and pair.sure:
        for each in missing:
            if each.low == _HALF and _MOST.search(pair.text):
                continue
            message = f"The original has {_shown(each, pair)}; the quotation has no such number."
            yield Difference("omission", message, None, each.span)


_HALF = Fraction(1, 2)
_MOST = re.compile(r"\b(?:majority|most)\b", re.I)
"""How English says more than half without a number."""


def _is_half(english: figures.Figure, pair: Pair) -> bool:
    """Whether the original says a half with a character that is no numeral by itself: 半數."""
    return english.low == _HALF and re.search("半|반", pair.support.text) is not None


def _as_exact(english: figures.Figure, original: figures.Figure, text: str) -> bool:
    return not (
        figures.bounded_otherwise(english, original, text)
        or figures.loses_approximation(english, original, text)
    )


def _bound(approximate: str) -> str:
    return {
        "over": "that much or more", "under": "that much or less", "nearly": "nearly that much",
    }.get(approximate, "about that much")  # fmt: skip


def _counterpart(english: figures.Figure, missing: list[figures.Figure]) -> figures.Figure | None:
    """The number of the original in whose place another stands: of its kind if there is one."""
    alike_ones = [each for each in missing if each.kind == english.kind]
    loose = [each for each in missing if "bare" in (each.kind,) or english.kind in {"number", "count"}]
    return next(iter((*alike_ones, *loose)), None)


def _drafted(english: figures.Figure, pair: Pair) -> bool:
    return any(figures.same(english, each) for each in figures.of_english(pair.support.draft))


def _shown(figure: figures.Figure, pair: Pair) -> str:
    """A number of the original for a reader of English."""
    written = pair.support.text[figure.span[0] : figure.span[1]]
    return f"{figures.plain(figure)} ({written})"


# -- negations ---------------------------------------------------------------------------------------

_ENOUGH = 0.6
"""The share of the draft's words from which a fragment takes in the sentence's negation."""


def _negations(pair: Pair) -> Iterator[Difference]:
    """A negation that stands on one side alone."""
    original = list(_denials(pair))
    english = negation.find(pair.own, "en")
    lost = original and not english and not (negation.leans(pair.text, "en") or _WITHOUT.search(pair.text))
    if lost and _takes_in(pair):
        span = _denied(pair)
        quoted = pair.own[span[0] : span[1]].strip()
        message = f"The original denies what the quotation says: “{quoted}” has lost its “not”."
        yield Difference("negation", message, pair.span(*span), original[0])
    elif english and not original and not negation.leans(pair.support.text, pair.language):
        if pair.support.draft and negation.find(pair.support.draft, "en"):
            return
        span = _clause(pair.own, english[0])
        quoted = pair.own[span[0] : span[1]].strip()
        message = f"The quotation denies (“{quoted}”) what the original says: it has no “not”."
        yield Difference("negation", message, pair.span(*span), (0, len(pair.support.text)))


_WITHOUT = re.compile(r"\b(?!regard|none|never)\w{3,}less\b", re.I)
"""Words that deny at their end: sleepless."""


def _denials(pair: Pair) -> Iterator[Span]:
    """The negations of the original; in Chinese none that is part of a word which denies nothing: 淹没."""
    text = pair.support.text
    for start, end in negation.find(text, pair.language):
        whole = next((one for one in pair.support.glossed if one.start <= start and end <= one.end), None)
        sunk = text[start] in "没沒" and bool(cedict.entries(text[max(0, start - 1) : start + 1]))
        longer = whole is not None and end - start < whole.end - whole.start
        harmless = longer and whole is not None and not negation.leans(whole.english or "", "en")
        if pair.language != "zh" or not ((sunk and start) or harmless):
            yield start, end


def _takes_in(pair: Pair) -> bool:
    """Whether the parts are the whole sentence, or enough of it for its negation to belong to them."""
    if pair.whole or any(part.cut for part in pair.parts):
        return True
    said = pair.support.drafted
    return bool(said) and len(said) - len(pair.undrafted) >= _ENOUGH * len(said)


def _denied(pair: Pair) -> Span:
    """The words of the quotation that the draft's negation stands before; all of it where there is none."""
    places_ = negation.find(pair.support.draft, "en")
    if places_:
        after = [word.text for word in words(pair.support.draft[places_[0][1] :])[:3]]
        inside = [word.span for word in words(pair.own) if held(word.text, after)]
        if inside:
            return inside[0][0], _clause(pair.own, inside[0])[1]
    return 0, len(pair.own.rstrip(' .”"’'))


def _clause(text: str, span: Span) -> Span:
    """From a little before a place to the end of its clause."""
    end = re.compile(r"[,;:.—]").search(text, span[1])
    return span[0], end.start() if end else len(text)


# -- what is added and dropped -----------------------------------------------------------------------

_RUN = 2
"""Words in a row that nothing bears out from which they are held to be added."""
_SURPLUS = 2
"""How many more such words the quotation must have than it leaves unsaid: of the draft, of the original."""
_LONG, _SHORT = 1.2, 0.75
"""From and up to which length a translation is likely to have more, or less, than its original."""
_VERY_LONG = 1.35
"""From here on one word more is enough."""
_BREAK = re.compile(r"[,;:—]")


def _additions(pair: Pair, told: list[Difference]) -> Iterator[Difference]:
    """Words in a row that neither the original's terms nor its draft bear out."""
    unsaid = min(len(pair.undrafted), pair.unheard)
    surplus = len({word.text for word in pair.unknown}) - unsaid
    enough = _SURPLUS if pair.length < _VERY_LONG else 1
    if not pair.support.drafted or surplus < enough or pair.length < _LONG:
        return
    for run in _runs(pair):
        span = pair.span(run[0].span[0], run[-1].span[1])
        quoted = pair.own[run[0].span[0] : run[-1].span[1]]
        if any(each.quoted and overlap(each.quoted, span) for each in told):
            continue
        message = f"The quotation has “{quoted}”; nothing in the original was found that says it."
        yield Difference("addition", message, span)


def _runs(pair: Pair) -> Iterator[list[Word]]:
    """Two and more unknown words with none that is known between them, and no mark; none before “that”."""
    run: list[Word] = []
    unknown = set(pair.unknown)
    for word in [*pair.words, None]:
        goes_on = word is not None and word in unknown
        if run and (not goes_on or word is None or _BREAK.search(pair.own, run[-1].span[1], word.span[0])):
            attributes = re.match(r"\s+that\b", pair.own[run[-1].span[1] :])
            strange = any(not pair.support.is_near(word.text) for word in run)
            if len({word.text for word in run}) >= _RUN and strange and not attributes:
                yield run
            run = []
        if goes_on and word is not None:
            run.append(word)


_LOST = 3
"""Words in a row of the draft that must be unsaid for a clause to be held dropped."""


def _dropped(pair: Pair) -> Iterator[Difference]:
    """Terms of the original, or words in a row of its draft, that the quotation has no words for."""
    said = [word.text for word in words(pair.text)]
    spare = len(pair.unknown)
    for hit in pair.support.hits:
        wanted = [word.text for word in words(hit.entry.english)]
        short = any(abbreviates(word, hit.entry.english) for word in said)
        known = short or not wanted or any(held(word, said) for each in (hit.entry.english, *hit.entry.avoid)
                                  for word in (one.text for one in words(each)))  # fmt: skip
        if known or spare >= len(wanted) or _is_place(hit.entry.english):
            continue
        message = f"The original has “{hit.entry.english}”; the quotation does not."
        yield Difference("omission", message, None, (hit.start, hit.end))
        return
    if len(pair.undrafted) - spare < _LOST or pair.length > _SHORT:
        return
    run: list[Word] = []
    unsaid = set(pair.undrafted)
    for word in words(pair.support.draft):
        apart = run and re.search(r"\d", pair.support.draft[run[-1].span[1] : word.span[0]])
        run = [*([] if apart else run), word] if word.text in unsaid and word.text.islower() else []
        if len(run) == _LOST:
            about = pair.support.draft[run[0].span[0] : run[-1].span[1]]
            message = f"The original says more than the quotation: about “{about}”, by its draft."
            yield Difference("omission", message, None, (0, len(pair.support.text)))
            return


def _is_place(english: str) -> bool:
    """Whether a term is a place and no more: those are told by their own rule."""
    return any(True for _ in places.find_english(english)) and not unplaced(names.Name(english, (0, 0)))


_GOES_WITHOUT_SAYING = ("'this year'",)
"""What a quotation may leave to its context."""
_IF = re.compile(
    r"\b(?:if|unless|provided|when|as long as|in case|once|only if|\Ato)\b(?P<clause>[^,.;]*)", re.I
)
_PLAINLY_IF = re.compile("もし|仮に|場合|限り|만약|만일|경우|如果|只要|除非|一旦|[假倘若]")


def _qualifiers(pair: Pair) -> Iterator[Difference]:
    """Conditions and other words that bound what the original says, and that the quotation drops."""
    if not pair.whole and not any(part.cut for part in pair.parts):
        return
    for sense, span in senses.find(pair.support.text, pair.language):
        if sense.told in _GOES_WITHOUT_SAYING:
            continue
        if senses.said(sense, pair.text) or not (pair.whole or sense.binding):
            continue
        if sense is senses.CONDITION and _said_otherwise(pair, span):
            continue
        written = pair.support.text[slice(*span)]
        message = f"The quotation drops {sense.told}, which the original has ({written})."
        yield Difference("omission", message, None, span)


def _said_otherwise(pair: Pair, span: Span) -> bool:
    """Whether the quotation has the words of a condition, if not its “if”: violations are punishable."""
    clause = _IF.search(pair.support.draft)
    wanted = [word.text for word in words(clause["clause"])] if clause else []
    if not wanted:
        return not _PLAINLY_IF.search(pair.support.text, *span)
    said = [word.text for word in words(pair.text)]
    return 2 * sum(any(akin(word, other) for other in said) for word in wanted) >= len(wanted)

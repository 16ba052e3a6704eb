"""The numbers of a quotation beside those of its original, each with what it says there.

In comes a :class:`Pair`, out come :class:`Difference` values: another number, one that is bounded otherwise,
one that only one side has, and a fall by so much that is given as a fall to so much.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from srcxlate.checks.quotation import figures
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.layout import Span


def amounts(pair: Pair) -> Iterator[Difference]:
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
        elif all(_other_end(english, each, pair) for each in pairs):
            message = f"The original has {_shown(pairs[0], pair)} otherwise: by so much, or to so much."
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
        elif (small := _small(english, originals, matched, pair)) is not None:
            message = f"The quotation has “{quoted}” where the original has {_shown(small, pair)}."
            yield Difference("number", message, pair.span(*english.span), small.span)
    if pair.whole and pair.sure:
        for each in missing:
            if each.low <= _NO_NUMBER and each.kind in {"bare", "ordinal", "count", "number", "quarter"}:
                continue
            if each.low == _HALF and _MOST.search(pair.text):
                continue
            message = f"The original has {_shown(each, pair)}; the quotation has no such number."
            yield Difference("omission", message, None, each.span)


_NO_NUMBER = 3
"""Up to here English may say a number without one: the front page, the latter."""
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


_LESS = 2
"""The least number in words that is held against another: one may be an article, or anybody."""


def _small(
    english: figures.Figure, originals: list[figures.Figure], matched: set[figures.Figure], pair: Pair
) -> figures.Figure | None:
    """The small number in the place of another one, if the original counts with it: 四所 and two."""
    if english.kind not in {"number", "count"} or not _LESS <= english.low < _SMALL:
        return None
    for each in originals:
        counts = each.kind in {"bare", "count", "number"} and _LESS <= each.low < _SMALL
        if counts and each not in matched and _stands_alone(each.span, pair):
            return each
    return None


_SMALL = 10


def _stands_alone(span: Span, pair: Pair) -> bool:
    """Whether a numeral is no part of a word: 四 in 四所, not in 四川."""
    around = [one for one in pair.support.glossed if one.start < span[1] and span[0] < one.end]
    return all(span[0] <= one.start and one.end <= span[1] for one in around)


_TO_ENGLISH = re.compile(
    r"(?:\b(?:fall|fell|fallen|falling|drop\w*|decreas\w+|declin\w+|r[io]s\w+|increas\w+|gr[eo]w\w*|cut"
    r"|reduc\w+"
    r"|rais\w+|lower\w*|shr[aiu]nk\w*|climb\w*|down|up|slump\w*|plung\w+|jump\w*|slip\w*)\s+"
    r"(?:\w+\s+){0,2}?)(?P<way>by|to)\s+(?:(?:about|around|nearly|almost|some|roughly|only|just|over"
    r"|under|a|the"
    r"|more|less|than|as|much|little|record)\s+){0,3}\Z", re.I
)  # fmt: skip
"""What says before a number that something rises or falls by it, or to it."""
_BY = re.compile(
    r"\s*(?:[%％]|パーセント|퍼센트|포인트|ポイント|个?個?百分点|[가-힣一-鿿]{0,2})(?:以上|余り?|近く"
    r"|여|가량|이상|多|左右)?\s*"
    r"(?:も|ほど|程度|정도|이나|가|이|を|가까이)?\s*"
    r"(?:減|増|下落|上昇|低下|落ち|下が|上が|伸び|감소|증가|하락|상승|줄|늘|떨어|올[라랐]|낮아|높아)"
)
"""What says behind a number that something changes by it."""
_BY_BEFORE = re.compile(
    r"(?:减少|減少|增加|下降|上升|下跌|上涨|上漲|增长|增長|降低|提高|回落)了?(?:约|約|近|超过|超過)?\Z"
)
_TO = re.compile(
    r"\s*(?:[%％]|パーセント|퍼센트|[万億兆만억]?[円人件台戸校社か所원명건대곳개채가구]{0,2})(?:台|대"
    r"|까지|まで)?\s*"
    r"(?:に(?=[減増下上低落伸縮拡])|まで|にまで|へと?(?=[減増下上低落伸縮拡])"
    r"|[으]?로\s?(?=[감증하상줄늘떨올낮높]))"
)
_TO_BEFORE = re.compile(
    r"(?:[减減降增升跌涨漲提回][少加低高落长長]?|下[降跌滑]|上[升涨漲])(?:至|到|为|為)(?:约|約)?\Z"
)


def _other_end(english: figures.Figure, original: figures.Figure, pair: Pair) -> bool:
    """Whether the quotation says by how much where the original says to how much, or the other way round."""
    way = _TO_ENGLISH.search(pair.own[: english.span[0]])
    if way is None:
        return False
    text, (start, end) = pair.support.text, original.span
    numeral = re.match(r"[\d.,]*[^\d]{0,1}", text[start:end])
    inside = start + (numeral.end() - 1 if numeral and numeral.end() > 1 else end - start)
    by = _BY.match(text, end) or _BY.match(text, inside) or _BY_BEFORE.search(text[:start])
    to = _TO.match(text, end) or _TO.match(text, inside) or _TO_BEFORE.search(text[:start])
    if bool(by) == bool(to):
        return False
    return (way["way"].lower() == "to") == bool(by)

"""What a quotation and the sentence that it renders do not have in common.

In comes a :class:`Pair`, out come :class:`Difference` values. The original itself proves numbers, places,
terms, negations and qualifiers; its draft, a small model's, bears out the quotation's other words but
proves nothing alone: a word is held to be added only beside others, and where the draft has no words left
that it could render.
"""

import re
from collections.abc import Iterator

from srcxlate.checks import names, places
from srcxlate.checks.likeness import Word, akin, held, weight, words
from srcxlate.checks.quotation.amounts import amounts
from srcxlate.checks.quotation.denials import denials
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.checks.quotation.qualifiers import qualifiers
from srcxlate.checks.quotation.strangers import abbreviates, overlap, strange_names, unplaced
from srcxlate.layout import Span


def differences(pair: Pair) -> Iterator[Difference]:
    """All that differs between a sentence and the parts of a quotation that render it."""
    named = list(strange_names(pair))
    yield from amounts(pair)
    yield from named
    if not pair.sure:
        return
    yield from denials(pair)
    named = [each for each in named if each.kind == "addition"]
    added = list(_additions(pair, named))
    yield from added
    yield from _added_phrases(pair, [*named, *added])
    if pair.whole:
        yield from _dropped(pair)
    yield from qualifiers(pair)


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
_TELLING = 1.2
"""What a word of them must weigh at least."""


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
            strange = any(not pair.support.is_near(word.text) for word in run) and not all(
                pair.beside(word.text) for word in run
            )
            telling = {word.text for word in run if weight(word.text) >= _TELLING}
            if len(telling) >= _RUN and strange and not attributes:
                yield run
            run = []
        if goes_on and word is not None:
            run.append(word)


_PHRASES = re.compile(
    r"[,;:—()]|\b(?=(?:and|or|but|with|at|in|on|by|for|from|under|because|which|who|while|after|before"
    r"|despite|as"
    r"|where|when|though|although|than)\b)", re.I
)  # fmt: skip
"""Where a phrase of English begins."""
_LONGER = 1.15
"""From here on a translation may have a phrase more than its original."""
_TELLS, _ALONE = 3.3, 2.4
"""What the words of a phrase must weigh together, and a single one, to be held added."""
_LEFT_OVER, _LEFT_ALONE = 5, 2
"""How many words of the original may then be without English in the quotation."""


def _added_phrases(pair: Pair, told: list[Difference]) -> Iterator[Difference]:
    """Phrases that the original has nothing for, and no words left that they could render."""
    if not pair.support.drafted or pair.length < _LONGER:
        return
    for start, end in _phrases(pair.own):
        inside = [word for word in pair.words if start <= word.span[0] < end]
        others = [at for at, _ in pair.taken if start <= at < end]
        strange = [word for word in inside if word in pair.unknown]
        if not strange or others or any(_is_borne_out(word.text, pair) for word in inside):
            continue
        worth = sum(weight(word.text) for word in inside)
        alone = len(inside) == 1
        left = pair.unheard + pair.mute
        if worth < (_ALONE if alone else _TELLS) or left > (_LEFT_ALONE if alone else _LEFT_OVER):
            continue
        span = pair.span(start, end)
        if any(each.quoted and overlap(each.quoted, span) for each in told):
            continue
        quoted = pair.own[start:end].strip()
        message = f"The quotation has “{quoted}”; nothing in the original was found that says it."
        yield Difference("addition", message, span)


def _phrases(text: str) -> Iterator[Span]:
    start = 0
    for match in [*_PHRASES.finditer(text), None]:
        end = match.start() if match else len(text)
        if re.search(r"\w", text[start:end]):
            yield start, len(text[:end].rstrip())
        start = match.end() if match else end


_VAGUE = 20
"""Words of English from which on a word of the original means too many things to bear one out."""


def _is_borne_out(word: str, pair: Pair) -> bool:
    """Whether the original, its draft or a sentence beside it says a word, or one that people say for it."""
    there = pair.support
    plain = (meaning for meaning in there.meanings if len(meaning) <= _VAGUE)
    said = (*there.drafted, *there.terms, *(one for meaning in plain for one in meaning))
    return any(akin(word, other) for other in said) or there.is_near(word) or pair.beside(word)


_FAR_SHORTER = 0.6
"""Up to this length a translation of a whole sentence surely leaves something out."""
_COUPLED = {
    "ja": re.compile("(?<=[一-鿿ァ-ヺー])(?:や|と|及び|および|並びに)(?=[一-鿿ァ-ヺ])"),
    "ko": re.compile(r"(?<=[가-힣])(?:와|과|및|이나|하고)\s(?!함께|같|달리|관련|비교)"),
    "zh": re.compile("[和与與及、]|以及"),
}
"""Between two things of one kind."""
_AND = re.compile(
    r"\b(?:and|or|both|as well as|with|plus|between|along|together|nor|pair|two|alike|each other"
    r"|one another)\b|,|&",
    re.I,
)


def _one_of_two(pair: Pair) -> Iterator[Difference]:
    """One of two things that the original and its draft couple, where the quotation couples nothing."""
    coupled = _COUPLED[pair.language].search(pair.support.text) if pair.language in _COUPLED else None
    if coupled and re.search(r"\band\b", pair.support.draft) and not _AND.search(pair.text):
        message = "The original couples two things; the quotation has but one of them."
        yield Difference("omission", message, None, coupled.span())


_FULL = 0.95
"""From here on a translation is long enough to have all terms in words of its own."""
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
        if not names.is_proper(hit.entry.english) and pair.length > _FULL:
            continue
        if known or spare >= len(wanted) or _is_place(hit.entry.english):
            continue
        message = f"The original has “{hit.entry.english}”; the quotation does not."
        yield Difference("omission", message, None, (hit.start, hit.end))
        return
    if pair.length <= _FAR_SHORTER and pair.unheard >= _LEFT_ALONE and len(pair.undrafted) >= _LEFT_ALONE:
        message = "The original says much more than the quotation, which has no ellipsis."
        yield Difference("omission", message, None, (0, len(pair.support.text)))
        return
    yield from _one_of_two(pair)
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

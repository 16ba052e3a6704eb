"""What a quotation denies and its original does not, or the other way round.

In comes a :class:`Pair`, out come :class:`Difference` values. A negation belongs to a word: where the
original's dictionary says what that word means, the quotation's clause with the word must deny too, be it
by a word that leans to it (unable, fewer) or by the word's contrary (common for not rare).
"""

import re
from collections.abc import Iterator

from srcxlate.checks import negation
from srcxlate.checks.likeness import base, held, is_empty, words
from srcxlate.checks.quotation import contraries
from srcxlate.checks.quotation.korean_words import may_mean
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.layout import Span
from srcxlate.words import cedict
from srcxlate.words.glossed import GRAMMAR, Glossed

_ENOUGH = 0.6
"""The share of the draft's words from which a fragment takes in the sentence's negation."""


def denials(pair: Pair) -> Iterator[Difference]:
    """Negations that stand on one side alone, and what is said by its contrary."""
    told = False
    for each in contraries.find(pair.own, pair.support.text, pair.language):
        told = told or each.kind == "negation"
        quoted, original = (pair.own[slice(*each.quoted)], pair.support.text[slice(*each.original)])
        message = f"The quotation has “{quoted}”; the original says the contrary ({original})."
        yield Difference(each.kind, message, pair.span(*each.quoted), each.original)
    if not told:
        yield from _negations(pair)


def _negations(pair: Pair) -> Iterator[Difference]:
    original = list(_denials(pair))
    english = negation.find(pair.own, "en")
    lost = original and not english and not _leans(pair.text) and not _by_contrary(pair, original[0])
    if lost and _takes_in(pair):
        span = _denied(pair)
        yield _lost(pair, span, original[0])
    elif english and not original and not negation.leans(pair.support.text, pair.language):
        if pair.support.draft and negation.find(pair.support.draft, "en"):
            return
        if _MAY_DENY.search(pair.support.text):
            return
        span = _clause(pair.own, english[0])
        quoted = pair.own[span[0] : span[1]].strip()
        message = f"The quotation denies (“{quoted}”) what the original says: it has no “not”."
        yield Difference("negation", message, pair.span(*span), (0, len(pair.support.text)))
    elif original and english and len(original) > _leaning_clauses(pair.own):
        yield from _one_lost(pair, original)


def _lost(pair: Pair, span: Span, original: Span) -> Difference:
    quoted = pair.own[span[0] : span[1]].strip()
    message = f"The original denies what the quotation says: “{quoted}” has lost its “not”."
    return Difference("negation", message, pair.span(*span), original)


_MAY_DENY = re.compile(r"없|않|못|ず(?=\W|\Z|に)|ぬ(?=\W|\Z)|[不无無未非没沒]")
"""What may deny within a word or at a headline's end: 変えず, 변함없다."""
_WITHOUT = re.compile(r"\b(?!regard|none|never)\w{3,}less\b", re.I)
"""Words that deny at their end: sleepless."""


def _leans(english: str) -> bool:
    return negation.leans(english, "en") or _WITHOUT.search(english) is not None


def _denials(pair: Pair) -> Iterator[Span]:
    """The negations of the original; in Chinese none that is part of a word which denies nothing: 淹没."""
    text = pair.support.text
    for start, end in negation.find(text, pair.language):
        whole = next((one for one in pair.support.glossed if one.start <= start and end <= one.end), None)
        sunk = text[start] in "没沒" and bool(cedict.entries(text[max(0, start - 1) : start + 1]))
        longer = whole is not None and end - start < whole.end - whole.start and whole.text != "不是"
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


# -- the word that is denied -------------------------------------------------------------------------

_CLAUSES = re.compile(
    r"[,;:.—]|\b(?:and|but|while|whereas|although|though|because|since|which|who|that|when|if|so)\b", re.I
)
"""What stands between two clauses of English."""
_CONTRARIES = (
    (
        "rare unusual uncommon scarce strange unique curious novel",
        "common usual often frequent ordinary many familiar",
    ),
    ("many much numerous enough sufficient", "few little scarce short"),
    ("big large great long far", "small short near slight little"),
    ("easy simple", "hard difficult"),
    ("safe", "dangerous risky"),
    ("strong powerful", "weak"),
    ("high", "low"),
    ("good well", "bad poor"),
    ("true right correct", "false wrong"),
    ("same", "different"),
    ("possible", "impossible"),
    ("change alter differ shift", "keep remain stay same hold maintain continue still"),
    ("end stop cease finish break interrupt", "continue remain still go stay keep last"),
    ("exist have there", "lack absent empty free"),
    ("know", "secret unclear"),
    ("late", "early"),
    ("accept receive admit agree", "refuse reject decline turn"),
    ("decide settle fix", "open pending undecided"),
    ("disappear vanish forget lose", "remain keep remember stay"),
    ("old", "new young"),
    ("include contain", "exclude omit except"),
    ("allow permit admit", "ban forbid bar"),
    ("fail lose", "win succeed"),
)
"""Words by which English says that another is not so."""


def _by_contrary(pair: Pair, denial: Span) -> bool:
    """Whether the quotation says what is denied by its contrary: common for not rare."""
    meant = {base(word) for word in _denied_words(pair, denial)}
    said = {base(word) for word in re.findall(r"[a-z]+", pair.text.casefold())}
    return any(
        meant & {base(word) for word in one.split()} and said & {base(word) for word in other.split()}
        for row in _CONTRARIES for one, other in (row, row[::-1])
    )  # fmt: skip


def _leaning_clauses(english: str) -> int:
    """How many words of English deny, or lean to it."""
    return sum(_leans(word) for word in re.findall(r"[\w’'-]+", english)) + len(
        re.findall(r"rather than|instead of|far from|yet to|no longer", english)
    )


def _one_lost(pair: Pair, original: list[Span]) -> Iterator[Difference]:
    """The negation that the quotation has lost, where it has others: by the word that it belongs to."""
    clauses = list(_clauses(pair.own))
    for denial in original:
        meant = [word for word in _denied_words(pair, denial) if not is_empty(word)]
        for start, end in clauses:
            found = [word for word in words(pair.own[start:end]) if held(word.text, meant)]
            if found and not _leans(pair.own[start:end]) and not _by_contrary(pair, denial):
                others = [
                    one for one in clauses if one != (start, end)
                    and any(held(word.text, meant) for word in words(pair.own[slice(*one)]))
                ]  # fmt: skip
                if not others:
                    yield _lost(pair, (start + found[0].span[0], end), denial)
                    return


def _clauses(text: str) -> Iterator[Span]:
    start = 0
    for match in _CLAUSES.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


_NEAR = 3
"""Words from a negation among which the one is looked for that it denies."""


def _denied_words(pair: Pair, denial: Span) -> frozenset[str]:
    """What the word means that a negation belongs to: in Chinese the next, else the one before or in it."""
    row = [one for one in pair.support.glossed if one.authority != GRAMMAR]
    if pair.language == "zh":
        near = [one for one in row if one.end > denial[1]][:1]
    else:
        near = [one for one in row if one.start < denial[1]][::-1][:_NEAR]
    for one in near:
        said = _meaning(one, pair.language)
        if not said & _GENERAL:
            return frozenset(word for word in said if not is_empty(word))
    return frozenset()


_GENERAL = frozenset(
    [
        "able",
        "ready",
        "possible",
        "exist",
        "nonexistent",
        "being",
        "unowned",
        "thing",
        "way",
        "means",
        "case",
        "do",
    ]
)
"""Words of glosses that say no more than that something is or can be."""


_SENSES = 1
"""Senses of a word that is denied: only the first surely is meant."""


def _meaning(word: Glossed, language: str) -> frozenset[str]:
    english = re.sub(r"\([^()]*\)", "", word.english or "")
    found = {one for said in english.split(";")[:_SENSES] for one in re.findall(r"[a-z-]+", said)} - {"to"}
    if language == "ko" and not found:
        found = {each for part in may_mean(word.text) for each in part}
    return frozenset(found)

"""Which sentence of a passage each part of a quotation renders: found by what both sides say.

In come parts and a passage, out come :class:`Rendering` values. Numbers, names, places and terms that few
sentences have weigh most; a quotation's parts mostly follow the order of what they render.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log

from srcxlate.checks import names, negation
from srcxlate.checks.likeness import alike, is_empty, weight, words
from srcxlate.checks.quotation import figures
from srcxlate.checks.quotation.parts import Part
from srcxlate.checks.quotation.passages import Passage
from srcxlate.checks.quotation.read_names import is_read


@dataclass(frozen=True, slots=True)
class Rendering:
    """A part of a quotation, and the sentences that it renders."""

    part: Part
    sentences: tuple[int, ...]
    """Their places in the passage, from 0: one, or two neighbours that were made one; none if it
    renders none."""
    sure: bool = False
    """Whether it can be relied on: what the two do not have in common is then a difference, and what
    renders no sentence stands in none."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a part."""

    text: str
    worth: float
    name: tuple[str, ...]
    """The words of the name that it belongs to."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a part of a quotation says, weighed for one passage."""

    part: Part
    words: tuple[_Word, ...]
    """Its words; none that belongs to a number."""
    numbers: tuple[figures.Figure, ...]
    denies: bool

    @property
    def length(self) -> int:
        """Words that carry something, and numbers."""
        return sum(not is_empty(word.text) for word in self.words) + len(self.numbers)


def align(parts: Sequence[Part], passage: Passage) -> list[Rendering]:
    """For each part the sentence that it renders best, or the two neighbours that it joins.

    The sentences of all parts are chosen together: each for itself, and one after the other.
    """
    if not parts or not passage.sentences:
        return [Rendering(part, ()) for part in parts]
    said = [_said(part, passage) for part in parts]
    scores = [[_score(one, at, passage) for at in range(len(passage.sentences))] for one in said]
    chosen = _in_order(scores)
    found = [_rendering(said[at], scores[at], chosen, at, passage) for at in range(len(parts))]
    return _beside(found, said)


# -- which sentence ----------------------------------------------------------------------------------

_FOLLOWS = 0.1
"""What it is worth that a part renders the sentence of the part before it, or the next one."""
_AFTER = 0.03
"""What it is worth that it renders a later one."""


def _in_order(scores: Sequence[Sequence[float]]) -> list[int]:
    """The sentence of each part by which all score best together."""
    best = list(scores[0])
    back: list[list[int]] = []
    for row in scores[1:]:
        far = max(range(len(best)), key=best.__getitem__)
        came: list[int] = []
        following: list[float] = []
        earlier = 0  # the best up to here, for sentences that come after it
        for at, score in enumerate(row):
            earlier = max(earlier, at, key=best.__getitem__)
            near = max((one for one in (at - 1, at) if one >= 0), key=best.__getitem__)
            ways = [(best[near] + _FOLLOWS, near), (best[earlier] + _AFTER, earlier), (best[far], far)]
            value, source = max(ways)
            came.append(source)
            following.append(value + score)
        back.append(came)
        best = following
    chosen = [max(range(len(best)), key=best.__getitem__)]
    for came in reversed(back):
        chosen.append(came[chosen[-1]])
    return chosen[::-1]


_LEAST, _EACH, _MOST = 0.22, 0.025, 0.45
"""The score from which a sentence is taken for the one that a part renders: with each word more of it."""
_SURE = 0.5
_AHEAD = 1.4
"""A sentence is surely the right one from that score on, or if it has so many times that of the next best."""
_LEAD = 0.05
"""What being so far ahead is worth."""
_LONG = 8
"""Words from which on a part says enough to tell its sentence from others."""
_WHOLE = 0.95
"""From here on a sentence says all of a part, and no neighbour is asked."""
_GAIN = 0.25
"""How much more of a part two neighbours must support than one, for both to be meant."""


_ENOUGH = 3
"""Words from which on a part must have more than one in common with its sentence."""
_COMMON = 1.5
"""How much it must have: one word for sure and another half."""


def _in_common(said: _Said, best: int, passage: Passage) -> bool:
    """Whether a part shares more with a sentence than one word."""
    borne_out = sum(_borne_out(word, (best,), passage) for word in said.words if not is_empty(word.text))
    numbers = passage.supports[best].numbers
    same = sum(any(figures.same(each, other) for other in numbers) for each in said.numbers)
    return said.length < _ENOUGH or borne_out + same >= _COMMON


_MORE = 2
"""Words of the part that the neighbour must have and the sentence not."""


def _rendering(
    said: _Said, scores: Sequence[float], chosen: Sequence[int], at: int, passage: Passage
) -> Rendering:
    best = chosen[at]
    score = scores[best]
    beside = any(abs(best - chosen[near]) <= 1 for near in (at - 1, at + 1) if 0 <= near < len(chosen))
    second = max((one for place, one in enumerate(scores) if place != best), default=0.0)
    if said.length <= _SHORT and score < _SURE and len(chosen) > 1:
        return Rendering(said.part, ())
    sure = score >= _SURE or score >= _AHEAD * second or _has_its_number(said, best, passage)
    sure = sure and not any(
        score < _AHEAD * other and place != best and _has_its_number(said, place, passage)
        for place, other in enumerate(scores)
    )
    needed = min(_MOST, _LEAST + _EACH * said.length)
    reached = score + _FOLLOWS * beside + _LEAD * (score >= _AHEAD * second)
    told = sure or beside or said.length < _LONG
    if not score or reached < needed or not told or not _in_common(said, best, passage):
        return Rendering(said.part, (), score < _ABSENT and said.length >= _TELLING)
    sentences = _with_neighbour(said, best, passage) if score < _WHOLE else (best,)
    return Rendering(said.part, sentences, sure)


_TELLS = 10
"""Numbers above this one tell a sentence from others where only one has them."""


def _has_its_number(said: _Said, best: int, passage: Passage) -> bool:
    """Whether a sentence, and no other, has a number of a part that is not to be found by chance."""
    for number in said.numbers:
        if number.firm and number.low > _TELLS and number.kind not in {"year", "day"}:
            having = [
                at for at, one in enumerate(passage.supports)
                if any(figures.same(number, each) for each in one.numbers)
            ]  # fmt: skip
            if having == [best]:
                return True
    return False


def _with_neighbour(said: _Said, best: int, passage: Passage) -> tuple[int, ...]:
    """A sentence, with a neighbour if the two support much more of the part than the one."""
    alone = _covered(said, (best,), passage)
    ways: list[tuple[float, tuple[int, ...]]] = [(0.0, (best,))]
    for first in (best - 1, best):
        if first >= 0 and first + 1 < len(passage.sentences):
            two = first, first + 1
            gain = _covered(said, two, passage) - alone
            more = sum(
                _borne_out(word, two, passage) > _borne_out(word, (best,), passage)
                for word in said.words
                if not is_empty(word.text)
            )
            if (gain >= _GAIN and more >= _MORE) or (gain >= _SOME and _takes_up(said, best, two, passage)):
                ways.append((gain, two))
    return max(ways)[1]


_SOME = 0.08
"""The same where the neighbour says most of what the sentence does not."""
_HALF = 0.5
_LACKING, _TAKEN_UP = 3, 0.6
"""How many words that must be at least, and which share of those that the sentence does not say."""


def _takes_up(said: _Said, best: int, two: tuple[int, ...], passage: Passage) -> bool:
    """Whether a neighbour says most of what a sentence does not say of a part."""
    lacking = [
        word for word in said.words if not is_empty(word.text) and not _borne_out(word, (best,), passage)
    ]
    other = tuple(at for at in two if at != best)
    found = sum(_borne_out(word, other, passage) >= _HALF for word in lacking)
    return found >= _LACKING and found >= _TAKEN_UP * len(lacking)


_ABSENT = 0.3
"""Below this score of its best sentence a part stands nowhere in the passage."""
_TELLING = 4
"""Words of a part from which its absence can be told."""


def _beside(found: Sequence[Rendering], said: Sequence[_Said]) -> list[Rendering]:
    """Parts that render nothing by themselves, and are too short or doubtful to be lost, go with others."""
    result = list(found)
    for at, each in enumerate(found):
        if not each.sentences and not each.sure:
            near = [found[one] for one in (at - 1, at + 1) if 0 <= one < len(found)]
            there = next((one for one in near if one.sentences), None)
            if there is not None:
                result[at] = replace(there, part=each.part, sure=there.sure and said[at].length <= _SHORT)
    return result


_SHORT = 2
"""Words up to which a part proves nothing by itself and belongs to the part beside it."""


# -- how well a sentence fits ------------------------------------------------------------------------

_NUMBER = 4.0
"""What a number is worth: as much as a rare word."""
_SMALL_NUMBER = 1.0
"""The same of one that may be part of a word in the original: 一, 두."""
_NEGATION = 1.0
_NAMED = 0.5
"""How much less a word of a name is worth: it says of whom, not what."""
_NOWHERE = 1.5
"""How much more a word is worth that no sentence of the passage has."""
_MEANT = 0.9
"""The most that it is worth, as a share, that only a dictionary has a word."""
_VAGUE, _PLAIN = 0.4, 4.0
"""What that is worth of a word with very many meanings, and how that grows with fewer."""
_NEAR = 0.6
"""The same where only a word is there for which people also say it."""
_BACK = 0.3
"""The share that the other way round has in a score: how much of the sentence the part says."""


def _said(part: Part, passage: Passage) -> _Said:
    """What a part says. A rare word is worth more, and so is one that few sentences of the passage have."""
    numbers = figures.of_english(part.own)
    named = [(name.span, tuple(name.words)) for name in names.find(part.own)]
    weighed: list[_Word] = []
    for word in words(part.own, light=True):
        if any(number.span[0] <= word.span[0] < number.span[1] for number in numbers):
            continue
        having = len(passage.said.having(word.text).keys() | passage.meant.having(word.text).keys())
        worth = weight(word.text)
        name = next((said for span, said in named if span[0] <= word.span[0] < span[1]), ())
        if having:
            worth *= 1 + log((len(passage.sentences) + 1) / (having + 1)) / 2
        elif not name:  # a name may be the very thing that is altered
            worth *= _NOWHERE
        weighed.append(_Word(word.text, worth * _NAMED if name else worth, name))
    return _Said(part, tuple(weighed), tuple(numbers), bool(negation.find(part.own, "en")))


def _score(said: _Said, at: int, passage: Passage) -> float:
    """How much of what a part says a sentence supports, and the other way round; from 0 to 1."""
    covered = _covered(said, (at,), passage)
    one = passage.supports[at]
    if not covered:
        return 0.0
    shares: list[float] = []
    if one.drafted:
        worths = [(word, weight(word)) for word in one.drafted]
        heard = sum(worth for word, worth in worths if any(alike(word, other.text) for other in said.words))
        shares.append(heard / sum(worth for _, worth in worths))
    if one.meanings:
        meant = {number for word in said.words for number in passage.meant.having(word.text).get(at, ())}
        shares.append(len(meant) / len(one.meanings))
    return (1 - _BACK) * covered + _BACK * sum(shares) / max(1, len(shares))


def _covered(said: _Said, places: tuple[int, ...], passage: Passage) -> float:
    """The share of what a part says, by its worth, that sentences support."""
    total = matched = 0.0
    there = [passage.supports[at] for at in places]
    for word in said.words:
        total += word.worth
        matched += word.worth * _borne_out(word, places, passage)
    lacking = 0.0
    for number in said.numbers:
        has = [other for one in there for other in one.numbers if figures.same(number, other)]
        worth = _NUMBER if any(each.firm for each in has) or not has else _SMALL_NUMBER
        matched += worth * bool(has)
        total += worth
        elsewhere = number.firm and any(figures.same(number, each) for each in passage.firm)
        lacking = lacking if has or elsewhere else _NUMBER / 2
    total -= lacking  # one may be the very thing that is altered
    if said.denies:
        denied = any(negation.find(one.text, passage.language) for one in there)
        total += _NEGATION if denied else _NEGATION / 2
        matched += _NEGATION * denied
    return matched / total if total else 0.0


def _borne_out(word: _Word, places: tuple[int, ...], passage: Passage) -> float:
    """How surely sentences say a word, from 0 to 1."""
    drafted = passage.said.having(word.text)
    there = [passage.supports[at] for at in places]
    if any(at in drafted for at in places) or any(names.sounds(word.text, one.text) for one in there):
        return 1.0
    if any(is_read(part, one.readings) for part in word.name for one in there):
        return 1.0
    meant = passage.meant.having(word.text)
    sizes = [len(passage.supports[at].meanings[one]) for at in places for one in meant.get(at, ())]
    if sizes:
        return min(_MEANT, _VAGUE + _PLAIN / min(sizes))
    return _NEAR * any(one.is_near(word.text) for one in there)

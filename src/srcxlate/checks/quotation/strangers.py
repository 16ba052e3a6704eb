"""Names and places of a quotation that its original does not have.

In comes a :class:`Pair`, out come :class:`Difference` values: a name in the place of another, or one that
stands in words that are added. A romanised name beside Chinese characters gets the benefit of the doubt,
unless a name of the glossary is missing in its place.
"""

import re
from collections.abc import Iterator

from srcxlate.checks import names, places
from srcxlate.checks.likeness import Word, akin, held, is_empty, words
from srcxlate.checks.quotation.pairs import Difference, Pair
from srcxlate.checks.quotation.read_names import cannot_be, is_read
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Span


def strange_names(pair: Pair) -> Iterator[Difference]:
    """Places and names that the original does not have."""
    told: list[Span] = []
    for place in places.find_english(pair.own):
        if _is_there(place, pair) or any(_inside(place.span, span) for span in told):
            continue
        instead = _missing_place(pair)
        if instead is None and place.name in _OWN.get(pair.language, ()):
            continue  # a text's own country goes without saying, and English says it
        told.append(place.span)
        yield _strange(pair, place.span, instead)
    for name in pair.names:
        if any(overlap(name.span, span) for span in told) or _is_home(name, pair):
            continue
        instead = _missing_name(pair)
        if _is_strange(name, pair) or (instead is not None and _is_doubtful(name, pair)):
            told.append(name.span)
            yield _strange(pair, name.span, instead)
        elif (missing := _missing_place(pair)) and _is_other_place(name, pair):
            told.append(name.span)
            yield _strange(pair, name.span, missing)


def _is_home(name: names.Name, pair: Pair) -> bool:
    """Whether a name is that of the text's own country or capital, and no more."""
    found = {place.name for place in places.find_english(name.text)}
    return not unplaced(name) and bool(found) and found <= set(_OWN.get(pair.language, ()))


def _strange(pair: Pair, span: Span, instead: places.Found | None) -> Difference:
    quoted = pair.own[span[0] : span[1]]
    if instead is None and _phrase(pair, span) is not None:
        message = f"The quotation has “{quoted}”; the original names nothing of the kind."
        return Difference("addition", message, pair.span(*_phrase_span(pair, span)))
    if instead is None:
        message = f"The quotation has “{quoted}”; the original does not have this name."
        return Difference("name", message, pair.span(*span))
    message = f"The quotation has “{quoted}” where the original has {instead.name}."
    return Difference("name", message, pair.span(*span), instead.span)


def _inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


_OWN = {"ja": ("Japan", "Tokyo"), "ko": ("South Korea", "Seoul"),
        "zh": ("the PRC", "Beijing", "Taiwan", "Taipei")}  # fmt: skip
_AT_HOME = re.compile(
    "地方|首都|[全本我国國][国國]|国内|國內|中央|政府|[数수]도|지방|전국|국내|중앙|정부|우리|국민|[国國]民"
)
"""Words by which a text means its own country or capital: lawyers in the 지방 are those outside Seoul."""


def _is_there(place: places.Found, pair: Pair) -> bool:
    """Whether the original, its terms or its draft have a place."""
    there = pair.support
    if places.stands(place.name, set(there.places), there.text, pair.language):
        return True
    if place.name in _OWN.get(pair.language, ()) and _AT_HOME.search(there.text):
        return True
    said = " ; ".join(english for hit in there.hits for english in (hit.entry.english, *hit.entry.avoid))
    return any(each.name == place.name for each in places.find_english(f"{said} ; {there.draft}"))


def _missing_place(pair: Pair) -> places.Found | None:
    """A place of the original that the quotation does not have."""
    said = {place.name for place in places.find_english(pair.text)}
    longer = [(hit.start, hit.end) for hit in pair.support.hits if hit.entry.english not in places.PLACES]
    return next(
        (
            each for each in places.find(pair.support.text)
            if not places.same_as(each.name, said) and not any(_inside(each.span, span) for span in longer)
            and not pair.support.cuts(each.span)
        ),
        None,
    )  # fmt: skip


def _missing_name(pair: Pair) -> places.Found | None:
    """A name of the glossary in the original that the quotation does not have, or has in part."""
    said = [word.text for word in words(pair.text)]
    for hit in pair.support.hits:
        named = [
            word for whole in unplaced(names.Name(hit.entry.english, (0, 0)))
            for word in _WORD.findall(whole)
            if not (_GENERAL.fullmatch(word) or is_empty(word))
        ]  # fmt: skip
        proper = bool(named) and all(word[0].isupper() for word in named)
        short = any(abbreviates(word, hit.entry.english) for word in said)
        if proper and not short and not all(held(word, said) for word in named):
            return places.Found(hit.entry.english, (hit.start, hit.end))
    return None


_CLOSE = 80
"""How alike (percent) two spellings of a name must be: a small model romanises with mistakes."""
_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)}|chamber|board|commerce|industry|court)\b", re.I)
_WORD = re.compile(r"[^\W_]+")
_GENERAL = re.compile(
    rf"(?:{'|'.join(BODY_WORDS)}|affairs?|general|national|state|central|administration|authority|board)s?",
    re.I,
)
"""Words that names of bodies have in common: only the others tell one from another."""
_STRANGE = 0.4
"""The share of a name's words that must be strange for the name to be."""


def _is_strange(name: names.Name, pair: Pair) -> bool:
    """Whether nothing of the original can be a name."""
    if _in_a_term(name, pair):
        return False
    body = _BODY.search(name.text) is not None
    if body and _has_unknown_body(pair):
        return False
    if _known_other(name, pair):
        return True
    own = unplaced(name)
    if not body and cannot_be(own, pair.support.text, pair.language):
        return not any(_said(word, pair) for word in own)
    if not pair.support.drafted or (not body and _may_be_rendered(name, own, pair)):
        return False
    if body:
        own = [
            word for word in _WORD.findall(name.text) if word[0].isupper() and not _GENERAL.fullmatch(word)
        ]
    strange = [word for word in own if not _borne_out(word, pair, body=body)]
    if body and all(pair.support.is_near(word) for word in strange):
        return False
    return len(strange) >= _STRANGE * len(own) and bool(strange)


_BODIES = {
    "ja": re.compile("[一-鿿]{2,}(?:協会|委員会|審議会|学会|連盟|連合|機構|研究所|組合|財団|庁|省|局)"),
    "ko": re.compile(
        "[가-힣]{2,}(?:협회|위원회|학회|연맹|연합|연구[원소]|노조|조합|재단|공[사단]|센터|의회|청)"
    ),
    "zh": re.compile(
        "[一-鿿]{2,}(?:[协協委学學][会會]|委员会|委員會|联盟|聯盟|研究[院所]|基金[会會]|公司|集[团團]"
        "|局|[厅廳]|署)"
    ),
}  # fmt: skip
"""What may be the name of a body."""


def _has_unknown_body(pair: Pair) -> bool:
    """Whether the original has what may be a body's name and is no term: nobody knows its English."""
    pattern = _BODIES.get(pair.language)
    return pattern is not None and any(
        not any(overlap(match.span(), (hit.start, hit.end)) for hit in pair.support.hits)
        for match in pattern.finditer(pair.support.text)
    )


def _may_be_rendered(name: names.Name, own: list[str], pair: Pair) -> bool:
    """Whether a name is made of letters or of common English: what it renders is nobody's guess.

    A single common word is a name within a sentence (Denmark), and perhaps none at its head (Localisation).
    """
    letters = all(word.isupper() for word in own)
    common = all(any(names.is_common(part) for part in word.split("-")) for word in own)
    head = not re.search(r"\w[^.!?:“\"]*\Z", pair.own[: name.span[0]])
    hyphened = any("-" in word for word in own)
    if len(own) == 1 and head and not names.romanised(own[0]):
        return True
    return letters or (common and (len(own) > 1 or hyphened))


def _in_a_term(name: names.Name, pair: Pair) -> bool:
    """Whether a name is part of a term that the original has: Made, of Made in China 2025."""
    return any(name.text.casefold() in hit.entry.english.casefold() for hit in pair.support.hits)


def _said(word: str, pair: Pair) -> bool:
    """Whether the original's terms or its draft have a word, or another spelling of it."""
    known = (*pair.support.terms, *pair.support.drafted)
    return any(akin(word, each) or (each[0].isupper() and _close(word, each)) for each in known)


def _is_doubtful(name: names.Name, pair: Pair) -> bool:
    """Whether nothing bears a name out but that it may be romanised."""
    own = unplaced(name)
    return (
        bool(own)
        and not _in_a_term(name, pair)
        and not any(
            _said(word, pair) or names.sounds(word, pair.support.text) or is_read(word, pair.support.readings)
            for word in own
        )
    )


def _is_other_place(name: names.Name, pair: Pair) -> bool:
    """Whether a name that stands where a place is missing may be another's: 九州 is no Shikoku."""
    own = unplaced(name)
    return len(own) == 1 and _is_doubtful(name, pair)


_TITLE = re.compile(
    r"(?:vice|deputy|under|assistant|co|ex)-\w+|directors?|spokes\w+|chiefs?|commissioner|representative"
    r"|senator|justice|judge|captain|colonel|admiral|marshal|doctor|dean|rector|chair\w*|CEO|head|speaker"
    r"|leader|comrade|officer|researcher|analyst|economist|editor|reporter|founder|sir|madam|lady|lord",
    re.I,
)
"""What people are called by besides their names."""


def unplaced(name: names.Name) -> list[str]:
    """The words of a name that are no place's, and no titles."""
    text = name.text
    for place in list(places.find_english(text)):
        text = text[: place.span[0]] + " " * (place.span[1] - place.span[0]) + text[place.span[1] :]
    left = " ".join(_WORD.findall(text)).split()
    return [
        word for word in name.words
        if not _TITLE.fullmatch(word) and any(part in left for part in _WORD.findall(word))
    ]  # fmt: skip


def _known_other(name: names.Name, pair: Pair) -> bool:
    """Whether it is the glossary's name of something else, which the original does not have."""
    said = {word.casefold() for word in name.words}
    known = {word.casefold() for word in (*pair.support.terms, *pair.support.drafted)}
    named = (
        {word.text.casefold() for word in words(each.english)}
        for each in pair.glossary.entries
        if each.language == pair.language and each.english[0].isupper()
    )
    return any(each and each <= said and not each & known for each in named) and not any(
        names.sounds(word, pair.support.text) or is_read(word, pair.support.readings) for word in name.words
    )


def _borne_out(word: str, pair: Pair, *, body: bool) -> bool:
    """Whether an original can have a word of a name.

    :param body: whether it is the name of a body: then it is English, and romanises nothing.
    """
    there = pair.support
    if _said(word, pair) or there.means(word) or any(True for _ in places.find_english(word)):
        return True
    if names.sounds(word, there.text) or is_read(word, there.readings):
        return True
    if any(abbreviates(word, one) for one in (there.draft, *(hit.entry.english for hit in there.hits))):
        return True
    return not body and not word.isupper() and names.may_sound(word, there.text)


def _close(one: str, other: str) -> bool:
    """Whether two spellings may be of one name."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one.casefold(), other.casefold()) >= _CLOSE


def abbreviates(word: str, english: str) -> bool:
    """Whether a word is made of the beginnings of a name's words: KEPCO (Korea Electric Power Corp.)."""
    row = [each.casefold() for each in _WORD.findall(english) if each[0].isupper()]
    if word.isupper() and len(word) == len(row) > _BEGINNING and word[0].casefold() == row[0][0]:
        misses = [letter for letter, each in zip(word.casefold(), row, strict=True) if letter != each[0]]
        if len(misses) <= 1 and all(one in "".join(row) for one in misses):
            return True  # JAXA: eXploration
    return word.isupper() and any(_made(word.casefold(), row[at:], 0) for at in range(len(row)))


def _made(letters: str, row: list[str], used: int) -> bool:
    if not letters:
        return used > 1
    return bool(row) and any(
        letters.startswith(row[0][:size]) and _made(letters[size:], row[1:], used + 1)
        for size in range(1, min(_BEGINNING, len(row[0])) + 1)
    )


_BEGINNING = 3
"""Letters that an abbreviation takes of one word at most: MOFCOM."""


def _phrase(pair: Pair, span: Span) -> Word | None:
    """An unknown word shortly before a name, by which it stands in words that are added."""
    before = [word for word in pair.unknown if word.span[1] <= span[0]]
    last = before[-1] if before else None
    if last is None or not pair.support.drafted:
        return None
    between = pair.own[last.span[1] : span[0]]
    return last if not words(between) and not re.search(r"[.;:—]", between) else None


def _phrase_span(pair: Pair, span: Span) -> Span:
    word = _phrase(pair, span)
    return (word.span[0], span[1]) if word else span

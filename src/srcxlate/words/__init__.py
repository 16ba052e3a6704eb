"""What each word of an original says, for an editor who reads no Japanese, Korean or Chinese.

In come a text, its language and the glossary, out come its words in order, each with its reading, its English
and who says so. The glossary goes before the dictionaries, our lists of places and leaders before them too
where they name just that word; what nobody knows is shown without English: a wrong word is worse than none.

The dictionaries are read when a word first needs one: JMdict is asked on disk, CC-CEDICT takes 0.4 s.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType, ModuleType

from srcxlate.glossary import Glossary
from srcxlate.languages import HAN, HANGUL, KANA, ORIGINAL
from srcxlate.layout import Span
from srcxlate.words.glossed import Glossed

__all__ = ["Glossed", "attribution", "gloss"]

GLOSSARY, PLACES, LEADERS = "glossary", "places", "leaders"
_SOURCES = MappingProxyType({
    "JMdict": "Japanese: JMdict, © the Electronic Dictionary Research and Development Group, used under "
    "CC BY-SA 3.0 (https://www.edrdg.org/edrdg/licence.html)",
    "CC-CEDICT": "Chinese: CC-CEDICT, © MDBG and its contributors, used under CC BY-SA 4.0 "
    "(https://cc-cedict.org)",
    "UniDic": "Japanese kinds of names, origins of loan words: UniDic, © the UniDic Consortium, used under "
    "the BSD licence",
})  # fmt: skip
"""What must be said where a dictionary's words are shown."""
_PLAIN = re.compile(
    rf"\d+(?:[.,]\d+)*|(?:(?![\d_{ORIGINAL}])\w)+(?:['’.&-](?:(?![\d_{ORIGINAL}])\w)+)*"
    rf"|[{HAN}]+|[{KANA}]+|[{HANGUL}]+|(?P<mark>\S)(?P=mark)*"
)
"""What stands for itself: numbers, Latin words, marks, and script that the language does not have."""
_SIGNS = MappingProxyType({
    "ko": re.compile(rf"(?<![{HAN}{HANGUL}\d])(?:[日美韓英佛獨露]|中(?!인|이|에))(?=[{HANGUL}])"),
    "zh": re.compile("[美俄韩韓]"),
})  # fmt: skip
"""Where one character is a country: before a Korean word (日기시다, not 中인), and as a Chinese word."""
_UNPAIRED = re.compile("[\ud800-\udfff]")
"""Halves of characters, which damaged text has and no tokenizer takes."""
_ALSO_WORDS = frozenset(("선전", "신장", "대전", "상해", "용인", "수원", "동경", "신주", "인도"))
"""Places that are common Korean words as well: propaganda, extension, a great war, handing over."""
_BEGIN_WORDS = frozenset(("한국", "일본", "중국", "미국", "북한"))
"""Places that Korean words begin with: 중국수출."""


def gloss(text: str, language: str, glossary: Glossary, span: Span | None = None) -> tuple[Glossed, ...]:
    """The words of a text in order; together they hold all of it but the white space.

    :param language: ``ja``, ``ko`` or ``zh``; in any other nothing is known of Han characters and kana.
    :param span: gives only the words that this part of the text touches, as a whole.
    """
    module = _module(language)
    given, text = text, _UNPAIRED.sub("\ufffd", text)
    known: list[Glossed] = []
    if module is not None:
        known = [
            _word(text, module, hit.start, hit.end, hit.term(text).english, GLOSSARY)
            for hit in glossary.find(text, language)
        ]
        named = _named(text, language)
        if language == "ko":  # no dictionary cuts Korean words, so a name is a word wherever it may be one
            known += [
                _word(text, module, *at, *said)
                for at, said in sorted(named.items())
                if not any(one.start < at[1] and at[0] < one.end for one in known)
            ]
        known.sort(key=_start)
        known = sorted((*known, *_from_dictionary(text, module, known, named)), key=_start)
    words = tuple(
        word if text == given else replace(word, text=given[word.start : word.end])
        for word in _filled(text, known)
    )
    if span is None:
        return words
    return tuple(word for word in words if max(word.start, span[0]) < min(word.end, span[1]))


def attribution(authorities: Iterable[str | None]) -> list[str]:
    """What must be said on screen of the dictionaries among some authorities: a line for each."""
    used = set(authorities)
    return [line for name, line in _SOURCES.items() if name in used]


def _module(language: str) -> ModuleType | None:
    """What glosses a language."""
    if language == "ja":
        from srcxlate.words import japanese

        return japanese
    if language == "ko":
        from srcxlate.words import korean

        return korean
    if language == "zh":
        from srcxlate.words import chinese

        return chinese
    return None


def _word(text: str, module: ModuleType, start: int, end: int, english: str, authority: str) -> Glossed:
    return Glossed(text[start:end], start, end, module.reading(text, start, end), english, authority)


def _from_dictionary(
    text: str, module: ModuleType, known: Sequence[Glossed], named: Mapping[Span, tuple[str, str]]
) -> Iterator[Glossed]:
    """The words between those that are known; one that names just a place or a leader says that."""
    edges = [0, *(edge for word in known for edge in (word.start, word.end)), len(text)]
    gaps = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
    for word in module.words(text, gaps):
        said = named.get((word.start, word.end))
        yield _word(text, module, word.start, word.end, *said) if said else word


def _named(text: str, language: str) -> dict[Span, tuple[str, str]]:
    """The places and leaders that a text surely names: what they are called, and who says so."""
    from srcxlate.checks.leaders import SURNAMES, leaders_named
    from srcxlate.checks.places import find, named

    places = named(text, language)
    places += (place for place in find(text) if place.span[1] - place.span[0] == 1)
    found = {place.span: (place.name, PLACES) for place in places if "[" not in place.name}
    for leader, surnames in leaders_named(text):
        start = leader.span[0]
        form = next(form for form in SURNAMES if text.startswith(form, start))
        found[start, start + len(form)] = (surnames[0].capitalize(), LEADERS)
    if language == "ko":
        found = {span: said for span, said in found.items() if _stands_free(text, span)}
    sign = _SIGNS.get(language)
    return found | _signs(text, sign) if sign else found


def _signs(text: str, sign: re.Pattern[str]) -> dict[Span, tuple[str, str]]:
    """The Han characters that abbreviate a country where a pattern finds them."""
    from srcxlate.checks.places import PLACES as KNOWN

    names = {letter: place.name for place in KNOWN.values() for letter in place.letters + place.alone}
    return {match.span(): (names[match[0]], PLACES) for match in sign.finditer(text) if match[0] in names}


def _stands_free(text: str, span: Span) -> bool:
    """Whether a name in a Korean text begins a word, and what follows in it does not make it another."""
    from srcxlate.words.korean import fits

    start, end = span
    if text[start:end] in _ALSO_WORDS or re.match(f"[{HANGUL}]", text[max(0, start - 1) : start]):
        return False
    if text[start:end] in _BEGIN_WORDS:
        return True
    rest = re.match(f"[{HANGUL}]*", text[end:])
    return rest is None or not rest[0] or fits(rest[0], text[start:end])


def _filled(text: str, known: Iterable[Glossed]) -> Iterator[Glossed]:
    """Known words with all that stands between them."""
    at = 0
    for word in known:
        yield from _plain(text, at, word.start)
        yield word
        at = word.end
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Glossed]:
    for match in _PLAIN.finditer(text, start, end):
        yield Glossed(match[0], *match.span())


def _start(word: Glossed) -> int:
    return word.start

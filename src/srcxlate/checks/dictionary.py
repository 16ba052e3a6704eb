"""All the English of a glossed word: every sense of it, where a gloss shows the first few.

In comes a word as :func:`srcxlate.words.gloss` gives it, out come the words of its English.
"""

import re
from collections.abc import Iterable, Iterator

from srcxlate.checks.likeness import words
from srcxlate.languages import HAN
from srcxlate.words import GLOSSARY, LEADERS, PLACES, cedict, jmdict
from srcxlate.words.glossed import Glossed
from srcxlate.words.pieces import pieces_of

_OURS = (GLOSSARY, PLACES, LEADERS)
_HAN = re.compile(f"[{HAN}]")
_ENDING = re.compile(r"\s*\([^()]*\)\Z")
"""What a gloss says of a word's form: (past), (not)."""


def english_of(word: Glossed, text: str, language: str) -> frozenset[str]:
    """The words of all that a glossed word may mean; what our own lists say of it holds alone.

    :param text: what it was glossed in; :param language: that text's.
    """
    if word.authority in _OURS:
        return plain_words([word.english or ""])
    if language == "ja":
        return plain_words([_ENDING.sub("", word.english or ""), *_japanese(word, text)])
    return plain_words(said for entry in cedict.entries(word.text) for one in entry.senses for said in one)


def plain_words(english: Iterable[str]) -> frozenset[str]:
    """The words of some English that say something."""
    return frozenset(one.text for said in english for one in words(said, light=True))


def _japanese(word: Glossed, text: str) -> Iterator[str]:
    """What JMdict says of a word in the form in which it stands, and in its dictionary form."""
    forms = {word.text}
    for piece in pieces_of(text):
        if word.start <= piece.start < word.end:
            forms.add(text[word.start : piece.start] + piece.base)
    for form in forms:
        for entry in jmdict.entries(form, in_kana=not _HAN.search(form)):
            for sense in entry.senses:
                yield from sense.words

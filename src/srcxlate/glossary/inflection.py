"""Whether an English text has a term: words compared without what inflection and spelling change in them.

In come a term and a draft, out comes a yes or no. Whole words only; nothing here knows what a word means.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from srcxlate.engines import Term

_UNCHANGED = frozenset(
    ["economics", "electronics", "gas", "logistics", "mathematics", "news", "physics", "politics"]
)
"""Words in s that are no plurals, where the word without it means something else."""
_IRREGULAR = {
    "analyses": "analysis", "crises": "crisis", "children": "child", "criteria": "criterion", "gases": "gas",
    "halves": "half", "hypotheses": "hypothesis", "indices": "index", "knives": "knife", "leaves": "leaf",
    "lives": "life", "matrices": "matrix", "men": "man", "phenomena": "phenomenon", "selves": "self",
    "shelves": "shelf", "theses": "thesis", "thieves": "thief", "wives": "wife", "wolves": "wolf",
    "women": "woman",
}  # fmt: skip
_SPELLINGS = tuple(
    (re.compile(pattern), spelt)
    for pattern, spelt in (
        (r"^adviser", "advisor"),
        (r"^(arm|behavi|col|endeav|fav|fl|harb|hon|hum|lab|neighb|rig|rum|sav|vap|vig)our", r"\1or"),
        (r"(?<=.{3})is(?=(?:e[drs]?|ers|ing|ations?|able)$)", "iz"),
        (r"(?<=[al])ys(?=(?:e[drs]?|ers|ing)$)", "yz"),
        (r"^(defen|offen|preten|licen)ce", r"\1se"),
        (r"^((?:kilo|centi|milli|micro|nano)?met|cent|fib|lit|spect|theat|calib|manoeuv)re(?=s?$)", r"\1er"),
        (r"^((?:cancel|channel|counsel|dial|fuel|label|level|model|signal|total|travel|tunnel))l(?=ed$|ing$|ers?$)",
         r"\1"),
        (r"^(program)me(?=s?$)", r"\1"),
        (r"^(analog|catalog|dialog)ue(?=s?$)", r"\1"),
        (r"^aluminium", "aluminum"), (r"^sulph", "sulf"), (r"^ageing$", "aging"),
        (r"^grey", "gray"), (r"^tyre(?=s?$)", "tire"), (r"^judgement", "judgment"), (r"^towards$", "toward"),
    )
)  # fmt: skip
"""British spelling to American; any of the two is as good as the other here."""
_FIGURES = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "first": "1st", "second": "2nd",
    "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th",
    "ninth": "9th", "tenth": "10th",
}  # fmt: skip


def kept(term: Term, draft: str) -> bool:
    """Whether a draft has a term's English.

    Case, accents, articles, plurals and possessives aside, British or American spelling, ``&`` or ``and``,
    figures or words up to twelve, and whether words are joined, hyphenated or apart: ``start-up`` is kept in
    ``the startups'``, and ``Japan-PRC`` in ``Japan and the PRC``.
    Whole words only: ``Japan`` is not in ``Japanese``, ``chip`` not in ``chipmaker``.
    """
    wanted = "".join(_stems(term.english))
    words = _stems(draft)
    if "-" in term.english and "and" in words and "and" not in _stems(term.english):
        return _stand(wanted, words) or _stand(wanted, [word for word in words if word != "and"])
    return _stand(wanted, words)


def _stand(wanted: str, words: Sequence[str]) -> bool:
    """Whether some of the words, put together, are what is wanted."""
    for start in range(len(words) if wanted else 0):
        joined = ""
        for word in words[start:]:
            joined += word
            if len(joined) >= len(wanted):
                break
        if joined == wanted:
            return True
    return False


@lru_cache(maxsize=10_000)
def _stems(english: str) -> tuple[str, ...]:
    """The words of an English text as they are compared; ``the``, ``a`` and ``an`` left out.

    A draft is asked for each of its terms, by the engine, when it is mended and when it is signed.
    """
    plain = unicodedata.normalize("NFKD", english.replace("’", "'").replace("&", " and ")).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.findall(r"\d+(?:[.,]\d+)+|[^\W_]+", re.sub(r"'s?\b|'(?!\w)", "", plain))
    return tuple(_stem(word) for word in words if word not in {"the", "a", "an"})


def stem(word: str) -> str:
    """A word of English as it is compared: no case, accents, plural or possessive; empty for an article."""
    return "".join(_stems(word))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A word without what a plural changes: one for policy and policies, size and sizes, tax and taxes."""
    if not word.isalpha():
        return word
    word = _FIGURES.get(word, _IRREGULAR.get(word, word))
    if len(word) < 3 or word in _UNCHANGED or not word.isalpha():
        return word
    for pattern, spelt in _SPELLINGS:
        word = pattern.sub(spelt, word)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
        return word[:-1] + "y" if word.endswith("i") else word
    return word

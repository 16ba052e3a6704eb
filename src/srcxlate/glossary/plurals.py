"""A term's English in the plural, where an English draft has a plural in its place.

In comes English, out comes its plural, or the same where it has none: names, words in capitals and what is
not counted stay as they are. A word not known here takes an s.
"""

import re

from srcxlate.glossary.inflection import stem

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "half": "halves", "knife": "knives",
    "leaf": "leaves", "life": "lives", "self": "selves", "shelf": "shelves", "thief": "thieves",
    "wife": "wives", "wolf": "wolves", "criterion": "criteria", "phenomenon": "phenomena",
    "matrix": "matrices",
}  # fmt: skip
_PLURALS = frozenset(_IRREGULAR.values())
_SINGULARS_IN_S = frozenset(
    ["economics", "electronics", "gas", "logistics", "mathematics", "news", "physics", "politics", "series",
     "species", "means", "lens", "bias", "atlas", "canvas"]
)  # fmt: skip
_NOT_COUNTED = re.compile(
    r"(?:advice|agriculture|aluminium|aluminum|coal|commerce|cooperation|copper|cyberspace|data|"
    r"defence|defense|democracy|diplomacy|disinformation|electricity|employment|energy|"
    r"equipment|espionage|evidence|expertise|finance|freight|furniture|gold|guidance|health|"
    r"information|infrastructure|intelligence|iron|knowledge|labor|labour|legislation|lithium|"
    r"machinery|manpower|money|oil|people|personnel|police|power|privacy|progress|"
    r"propaganda|prosperity|protection|research|security|silicon|stability|staff|steel|stock|"
    r"success|tourism|trade|traffic|transport|transportation|unemployment|water|wealth|"
    r"welfare|wheat|work|"
    r"(?:bank|engineer|farm|financ|fish|fund|lend|lobby|manufactur|market|min|plann|process|"
    r"(?:ship|peace)build|train)ing|.*(?:craft|(?<!mechan)(?<!organ)ism|(?<!busi)(?<!wit)ness|ware))",
)
"""What is not counted, or has no plural of its own."""
_HEAD = re.compile(r".+?(?= (?:of|for|in|on|to|at|by|with|against|from|between)\b)|.+")


def is_plural(english: str) -> bool:
    """Whether the last word is a plural; nothing in capitals is."""
    word = re.split(r"[\s-]+", english)[-1]
    if word.isupper() or len(word) < 3:
        return word.lower() in _PLURALS
    word = word.lower()
    return word in _PLURALS or (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _SINGULARS_IN_S
    )


def plural(english: str) -> str:
    """The plural of a common noun, with what is behind it: members of parliament.

    The same if it is a plural or a name, or is not counted.
    """
    head = _HEAD.match(english)
    before, word = re.fullmatch(r"(.*?)(\w*)", head[0] if head else "", re.DOTALL).groups()  # type: ignore[union-attr]
    fixed = is_plural(word) or word in _SINGULARS_IN_S or _NOT_COUNTED.fullmatch(word)
    if fixed or not (word.islower() and word.isalpha()):
        return english
    many = _many(word)
    return f"{before}{many}{english[len(before) + len(word) :]}" if stem(many) == stem(word) else english


def _many(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("sis"):
        return word[:-2] + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(?:s|x|z|ch|sh)$", word) else "s")

"""People in an English title whose given name is another's than in the romanised title beside it.

In comes a title with its English, out come the findings.
"""

import re
import unicodedata
from collections.abc import Iterator

from srcxlate.checks import Finding
from srcxlate.checks.names import is_common, sounds_like
from srcxlate.checks.names import romanised as romanised_name
from srcxlate.checks.rendered import Rendered

_WORD = re.compile(r"[^\W_]+")


def given_names(title: Rendered) -> Iterator[Finding]:
    """People whose family name the romanised title has too, beside a given name that sounds otherwise."""
    romanised = dict(_capital_pairs(title.romanised or ""))
    words = set(_WORD.findall(title.romanised or ""))
    for (family, at), given in _capital_pairs(title.outside):
        other = next((name for (first, _), name in romanised.items() if first == family), None)
        if (
            other is None or given in words or other in title.english or sounds_like(given, other)
            or is_common(given) or not romanised_name(given)
        ):  # fmt: skip
            continue
        span = at, at + len(family) + 1 + len(given)
        message = f"The romanised title names {family} {other}, not {family} {given}."
        yield Finding(
            "name", "error", title.place, title.english[slice(*span)], title.span(*span), message,
            title.original,
        )  # fmt: skip


_CAPITAL_PAIR = re.compile(r"\b(?P<family>[A-Z][a-z]+)(?= (?P<given>[A-Z][a-z’'-]+[a-z])\b)")


def _capital_pairs(text: str) -> Iterator[tuple[tuple[str, int], str]]:
    """Two words with capitals that stand side by side: the first with its place, and the second."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    for match in _CAPITAL_PAIR.finditer(plain if len(plain) == len(text) else text):
        yield (match["family"], match.start()), match["given"]

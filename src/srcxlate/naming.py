"""The names of works: titles for comparing, and ids.

In come the facts of a work as a note or a record has them; out comes a title that compares, a year, or an
id such as ``hosokawa-2023-chugoku-ga-gijutsu``. Ids are made once and stored, never recomputed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from srcxlate.languages import BODY_WORDS, FAMILY_NAMES, ORIGINAL

_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS)})\b", re.I)
_COUNTRY = re.compile(
    r"\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:Japan|Republic of Korea|(?:South )?Korea|China|People.s Republic of China|Taiwan)$",
    re.I,
)
_ORIGINAL = re.compile(f"[{ORIGINAL}]")
_BETWEEN_AUTHORS = re.compile(r"[,;&、，・·/]|\b(?:and|with|et al|eds?)\b")


def comparable(title: str) -> str:
    """A title for comparing: NFKC, case folded, without punctuation, spaces and invisible characters."""
    plain = unicodedata.normalize("NFKC", title).casefold()
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LNM")


def year_of(date: str | None) -> str | None:
    """The year of a date in EDTF; None where it has none (``XXXX-05-16``)."""
    return date[:4] if date and date[:4].isdigit() else None


def make_id(facts: Mapping[str, str | None], taken: Iterable[str]) -> str:
    """An id from author or publisher, year and the first three romanised words; a collision adds ``-2``.

    Made once and stored; a work without a romanised title takes a digest of its title instead.

    :param facts: ``title``, and ``romanised``, ``author``, ``publisher`` and ``date`` where they are known.
    """
    base, used = id_base(facts), set(taken)
    identifier, number = base, 1
    while identifier in used:
        number += 1
        identifier = f"{base}-{number}"
    return identifier


def id_base(facts: Mapping[str, str | None]) -> str:
    """An id without the number that a collision adds."""
    words = _ascii(facts.get("romanised") or "").split()[:3]
    if not words:
        words = [sha256(comparable(facts.get("title") or "").encode()).hexdigest()[:8]]
    name = _name(facts.get("author") or "") or _name(facts.get("publisher") or "")
    parts = [name, year_of(facts.get("date")) or "", *words]
    return "-".join(part for part in parts if part)[:70].strip("-")


def _ascii(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _name(author: str) -> str:
    """A family name, or a body's initials or first words; empty if there is nothing in Latin letters."""
    author = unicodedata.normalize("NFKC", author)
    unbracketed = re.sub(r"[(\[].*?[)\]]", " ", author)
    outside = _latin(unbracketed)
    latin = outside or _latin(author)
    if _BODY.search(latin):
        capitals = [w for w in re.findall(r"[A-Za-z]+", latin) if w[0].isupper()]
        if len(capitals) > 2:
            return "".join(w[0] for w in capitals).lower()
        return "-".join(_ascii(latin).split()[:4])
    person = next((words for part in _BETWEEN_AUTHORS.split(latin) if (words := part.split())), [])
    beside = not outside or _ORIGINAL.search(unbracketed) is not None  # in the order of 小川美奈子 beside it
    return _ascii(_family(person, original_order=beside)).replace(" ", "-") if person else ""


def _latin(text: str) -> str:
    """What stands in Latin letters in a text, without brackets and without the country of a body."""
    latin = re.sub(r"[^\x00-\u024f\u1e00-\u1eff’]+|[()\[\]]", " ", text)
    return _COUNTRY.sub("", latin.strip()) if _ascii(latin) else ""


def _family(words: Sequence[str], *, original_order: bool) -> str:
    """The family name among a person's names.

    That set in capitals; else the first if a hyphen marks the given name after it (Kim Min-ji), if the
    name stands beside its original script, or if it is a common family name and the last is none; else
    the last.
    """
    first, last = words[0], words[-1]
    capitals = [word for word in words if len(word) > 1 and word.isalpha() and word.isupper()]
    if capitals and len(capitals) < len(words):
        return capitals[0]
    names = [word.strip(".-").lower() in FAMILY_NAMES for word in (first, last)]
    if "-" in last or original_order or names == [True, False]:
        return first
    return last

"""Another author or outlet of the same report named for a source than the one that its note gives.

In come the works that a report cites, as units, out come the people and outlets that it knows; and for a
statement the name that its note does not bear out. Only names that the report itself cites elsewhere are
looked for, and only where a sentence says that they wrote, said or carried what it tells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from srcxlate.checks import Severity
from srcxlate.checks.body.statements import BODY, Statement, telling, whole_words
from srcxlate.checks.leaders import LEADERS
from srcxlate.checks.names import BETWEEN, is_common
from srcxlate.checks.units import Unit
from srcxlate.languages import FAMILY_NAMES, HAN, HANGUL, KANA
from srcxlate.layout import Span
from srcxlate.wording import is_latin

_SCRIPT = re.compile(rf"\s*[(（\[]?[{HAN}{HANGUL}{KANA}][{HAN}{HANGUL}{KANA}\s・·]*[)）\]]?")
"""A name in script beside its Latin form."""
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.’'ʻ-]+(?: [A-ZÀ-Þ][\w.’'ʻ-]*){1,3}")
_INVERTED = re.compile(
    r"(?P<family>[A-ZÀ-Þ][\w’'ʻ-]+), (?P<given>[A-ZÀ-Þ][\w’'ʻ.-]*(?: [A-ZÀ-Þ][\w’'ʻ.-]*)?)(?:,? (?:and"
    r"|&) (?P<rest>.+))?"
)
"""The first author of a list with the family name in front: ``Ostrow, Hannah``."""
_OUTLET = re.compile(r"(?:The |the )?(?P<name>[A-ZÀ-Þ][\w’'-]*(?: (?:of |the |for |and )*[A-ZÀ-Þ][\w’'-]*)*)")
_SHORTEST = 5
"""Letters of a family name that may stand alone for an author."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Whom a report cites."""

    people: frozenset[str]
    """The full names of its authors."""
    families: frozenset[str]
    """Words of those names that belong to one author alone and are no English words."""
    outlets: frozenset[str]
    """The names of periodicals of two words and more, without an article."""


@dataclass(frozen=True, slots=True)
class Ascribed:
    """A name in a sentence that is not its source's."""

    span: Span
    """Offsets in the statement's clause."""
    name: str
    printed: str
    """Who or what the note has."""
    severity: Severity


def sources_of(units: Sequence[Unit]) -> Sources:
    """The people and the outlets that a report cites."""
    people = {name for unit in units for name in authors_of(unit)}
    owners: dict[str, set[str]] = {}
    for name in people:
        for word in name.split():
            owners.setdefault(word, set()).add(_sorted(name))
    families = {
        word for word, names in owners.items()
        if len(names) == 1 and len(word) >= _SHORTEST and word.casefold() not in FAMILY_NAMES | LEADERS
        and not is_common(word)
    }  # fmt: skip
    people |= {" ".join(reversed(name.split())) for name in people if name.count(" ") == 1}
    outlets = {name for unit in units if (name := outlet_of(unit)) and name.count(" ")}
    return Sources(frozenset(people), frozenset(families), frozenset(outlets))


def authors_of(unit: Unit) -> list[str]:
    """The people whom a citation names as its authors, in Latin letters."""
    text = _SCRIPT.sub("", unit.author.text) if unit.author else ""
    if not text or not is_latin(text) or BODY.search(text):
        return []
    inverted = _INVERTED.fullmatch(text)
    written = f"{inverted['given']} {inverted['family']}" if inverted else ""
    written += f", {inverted['rest']}" if inverted and inverted["rest"] else ""
    return [name for name in BETWEEN.split(written or text) if _PERSON.fullmatch(name)]


def outlet_of(unit: Unit) -> str:
    """The periodical of a citation, without its article, volume and place; empty if it has none."""
    printed = re.split(r"[)\]）］][,.]?\s+", unit.outlet.text)[-1].lstrip("*_") if unit.outlet else ""
    match = _OUTLET.match(printed)
    return match["name"] if match and not printed[match.end() :].startswith(":") else ""


def _sorted(name: str) -> str:
    return " ".join(sorted(name.casefold().split()))


# -- grammar -----------------------------------------------------------------------------------------

SAYS = (
    r"(?!(?:readers|reporters|editors|members|workers|viewers|listeners|subscribers|leaders|writers|numbers|papers"
    r"|officers|owners|makers)\b)(?:saw|found|finds?|wrote|writes?|asked|asks?|said|says?|told|tells?|gave|gives|thought|thinks?|put"
    r"|puts|set|sets|held|holds|made|makes|took|takes|went|came|heard|met|spoke|saw|sees|drew|draws|began"
    r"|begins|showed|shows|knew|knows|did|does|was (?:there|present|among|in|at|on)|were (?:there|present)"
    r"|sat|ate|slept|paid|stayed|followed|travel\w+|toured|bought|rode|shown|written|given|drawn|seen|read"
    r"|reads|spent|stood|kept|keeps|[a-z]{2,}(?:ed|izes|ises|ates|ains|ues|ests|orts|erts|otes|ers|rns|nds"
    r"|bes|ibes|sses|ects|aims|als|kes|rms|udes|ims|ows|nts|cts|ms))"
)
"""What a sentence lets the author of a source do."""
_AUX = (
    r"(?:(?:has|have|had|would|does|did|also|once|later|then|too|in turn|for (?:his|her) part,?"
    r"|[a-z]+ly),? ){0,2}"
)
_BETWEEN = (
    r"(?:,? (?:[a-z]+ing|who|then|of|from|in|on|at|by|with|for|no|himself|herself|a|an|the)\b[^.;:]{0,60}?,"
    r"| (?:of|at|from) (?:the )?[^,.;:]{3,40}?)?"
)
WORKS = (
    r"(?:reports?|reporting|reportage|stud(?:y|ies)|papers?|articles?|essays?|analys[ei]s|columns?|pieces?"
    r"|books?|accounts?|chapters?|reviews?|commentar(?:y|ies)|interviews?|surveys?|editorials?|histor(?:y"
    r"|ies)|monographs?|memoirs?|profiles?|portraits?|dispatch(?:es)?|despatch(?:es)?|features?|obituar(?:y"
    r"|ies)|dissertation|thesis|handbook|textbook|manual|guide|guidelines?|chronology|chronicle|coverage"
    r"|bulletins?|statements?|notices?|announcements?|circular|(?:press )?releases?|white papers?|yearbook"
    r"|census|brief(?:ing)?s?|memo(?:randum)?|documents?|polls?|counts?|estimates?|figures|numbers|data"
    r"|statistics|findings|tables?|maps?|lists?|inventory|reckonings?|calculations?|forecasts?|outlook"
    r"|projections?|letters?|notes?|blog(?: post)?|post|translation|summary|description|discussion|treatment"
    r"|critique|verdict|opinion|view|argument|question|reading|telling|words?|phrase|stor(?:y|ies)|sequel"
    r"|series|instal(?:l)?ments?|volumes?|reply|answer|lament|diary|speech|lecture|address|decision|judgment"
    r"|ruling|warning|plea|appeal|complaint|attack|defence|proposal)"
)
"""Words for works, and for what somebody tells in one."""
_COMPARED = re.compile(
    r"\b(?:unlike|like|against|contrary|contrast\w*|than|compar\w+|similar\w*|echo\w*|follow\w*|after|pace"
    r"|disput\w+|answer\w*|repl\w+|respon\w+|both|neither|agree\w*|disagree\w*|differ\w*|borrow\w*|quot\w+"
    r"|cit(?:es|ed|ing)|criti\w+|about|of|on"
    r"|with|from|to|beside|besides|since)(?: (?:the|what|that|those|of))* \Z",
    re.I,
)
"""Words before a name that let it stand beside the source's own."""


SILENT = re.compile(
    r"\b(?:not a (?:word|line)|nothing|no (?:word|mention|trace|line)|silent|silence"
    r"|nowhere)\b",
    re.I,
)
"""What a sentence says of a paper that did not carry it."""
_GIVEN_NAME = re.compile(
    r"(?<!\A)\b[A-ZÀ-Þ][\w’'-]+ \Z|\A(?!(?:As|And|But|Yet|When|While|Where|Or|In|For) )[A-Z][\w’'-]+ \Z"
)
"""A word before a family name that makes it another person's, or was looked for with it."""


@lru_cache(maxsize=512)
def _patterns(name: str, *, outlet: bool) -> tuple[re.Pattern[str], ...]:
    """The ways to say that someone wrote, or something carried, what a sentence tells."""
    who = rf"(?P<name>{re.escape(name)})"
    said = (
        rf"(?<![\w’'-]){who}{_BETWEEN},? {_AUX}{SAYS}\b",
        rf"(?<![\w’'-]){who}[’']s? (?:[\w’-]+ ){{0,4}}?{WORKS}\b",
        rf"\b(?i:according to|in the words of|as told (?:to|by)|per) (?:the )?{who}(?!\w)",
        rf"\b(?:{SAYS}|{WORKS}) (?:[\w-]+ ){{0,3}}?by (?:[^.;:]{{0,30}}, )?(?:the )?{who}(?!\w)",
        rf"\b(?:wrote|writes|argue[sd]|note[sd]|report(?:s|ed)|claim(?:s|ed)) (?:[A-Z]\w+ )?{who}(?!\w)",
        rf"\b(?:that|those|the one|the ones) (?:of|by|from) {who}(?!\w)",
    )
    carried = (
        rf"\b(?:{SAYS}|{WORKS})\b[^.;:]{{0,60}}? (?:in|for|to|on) (?:the )?{who}(?!\w)",
        rf"\b(?:[Rr]eaders?|subscribers?|pages?|columns?|reporters?|correspondents?|editors?|editorials?"
        r"|website|issues?"
        rf"|audience|viewers?|listeners?) (?:of|at|for|in) (?:the )?{who}(?!\w)",
        rf"(?<![\w’'-]){who}[’']s? (?:\w+ )?(?:readers?|reporters?|correspondents?|editors?|editorials?|"
        rf"website)\b",
        rf"\A(?:\W*)(?:(?:As|And|But|Yet|Or) )?(?:[Ii]n|[Ff]or) (?:the )?{who}"
        r"(?: (?:of|for|in) [A-Z\d]\w*)*(?:,| (?:there|it|one|the)\b)",
        rf"[,(] (?:in|for) (?:the )?{who}(?!\w)",
        rf"\A\W*(?:Writing |Also )?(?:[Ii]n|[Ff]or) (?:the )?{who} (?:of|for|in|on) (?:the )?(?:[A-Z\d]"
        r"|same)",
        rf"\b[Ww]riting (?:in|for) (?:the )?{who}(?!\w)",
    )
    return tuple(re.compile(pattern) for pattern in (*said, *(carried if outlet else ())))


# -- rules -------------------------------------------------------------------------------------------


def another_author(statement: Statement, sources: Sources) -> Iterator[Ascribed]:
    """An author of other notes, where the source has authors of its own whom the sentence does not name."""
    authors = [authors_of(unit) for unit in statement.units]
    if not all(authors):
        return
    wording = whole_words(" ".join(unit.text for unit in statement.units))
    own = {word.casefold() for names in authors for name in names for word in name.split()}
    if own & {word.casefold() for word in re.findall(r"[^\W\d_][\w’'-]+", statement.clause)}:
        return
    if _SPOKEN.search(statement.clause) and _outlet_named(statement):
        return  # whom the paper of the note talked to
    ways: tuple[tuple[frozenset[str], Severity], ...] = (
        (sources.people, "error"), (sources.families, "warning"),
    )  # fmt: skip
    for names, severity in ways:
        for name in sorted(names):
            if name not in statement.clause or any(word.casefold() in wording for word in name.split()):
                continue
            span = says(name, statement.clause, outlet=False) or _acts(name, statement.clause)
            if span:
                yield Ascribed(span, name, authors[0][0], severity)
                return


_FUNCTION = (
    r"(?:and|or|but|nor|of|in|on|at|for|from|to|by|with|about|as|than|the|an?|who|whom|whose|that|which|when"
    r"|where|while|after|before|since|if|not|into|over|under|between|is|are|be|been|was|were|has|had|died|born)"
)
_ACTS = (
    rf",? {_AUX}(?!{_FUNCTION}\b)[a-z]{{3,}}(?<!ing)\b(?! [^.;,]{{0,20}}\bby\b)"
    r"|[’']s?\W*\Z| (?:is|remains) (?:the|a|one of|more|less|among)\b| has [a-z]{3,}"
)


def _acts(name: str, clause: str) -> Span | None:
    """Where an author of the report begins a clause, or what is his ends it: ``Jo Hart calls it so``."""
    if " " not in name:
        return None
    for match in re.finditer(rf"(?<![\w’'-]){re.escape(name)}(?:{_ACTS})", clause):
        before = clause[: match.start()]
        if not _COMPARED.search(before) and re.search(
            r"(?:\A|[,;:–—] ?|\b(?:[Aa]s|and|but|that|what|how) )\W*\Z", before
        ):
            return match.start(), match.start() + len(name)
    return None


_SPOKEN = re.compile(r"\b(?:interview\w*|told|tells|spoke|speaking|talk(?:ed|ing)?)\b")


def _outlet_named(statement: Statement) -> bool:
    words = {word.casefold() for word in re.findall(r"[A-ZÀ-Þ][\w’'-]+", statement.clause)}
    return any(words & telling(outlet_of(unit)) for unit in statement.units)


def another_outlet(statement: Statement, sources: Sources) -> Iterator[Ascribed]:
    """A periodical of other notes, where the source has one of its own that the sentence does not name."""
    outlets = [outlet_of(unit) for unit in statement.units]
    if not all(outlets):
        return
    if SILENT.search(statement.clause):
        return
    wording = " ".join(unit.text for unit in statement.units).casefold()
    own = {word for name in outlets for word in telling(name)}
    if own & {word.casefold() for word in re.findall(r"[A-ZÀ-Þ][\w’'-]+", statement.clause)}:
        return
    for name in sorted(sources.outlets, key=len, reverse=True):
        words = telling(name)
        if name not in statement.clause or not words or any(word in wording for word in words):
            continue
        span = says(name, statement.clause, outlet=True)
        if span:
            yield Ascribed(span, name, outlets[0], "error")
            return


def says(name: str, clause: str, *, outlet: bool) -> Span | None:
    """Where a sentence says that a name wrote or carried something."""
    for pattern in _patterns(name, outlet=outlet):
        for match in pattern.finditer(clause):
            before = clause[: match.start("name")].removesuffix("the ").removesuffix("The ")
            plain = match.start() == match.start("name")
            given = " " not in name and _GIVEN_NAME.search(before)
            if not given and not (plain and _COMPARED.search(before)):
                return match.span("name")
    return None

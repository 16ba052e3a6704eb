"""When a sentence says that its source was published: ``In May 2023 Sugita wrote``, ``his essay of 2019``.

In comes a statement, out come the dates in it that speak of the source, not of what the source tells. A date
does so only where the sentence's grammar ties it to the source: it stands with the verb of the author, the
outlet or the body that issued the source, or behind a word for a work that is theirs. Months and days without
a year count as far as they go.
"""

import calendar
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from srcxlate.checks.body.attribution import WORKS, outlet_of
from srcxlate.checks.body.statements import BODY, Statement, telling
from srcxlate.dates import find_dates
from srcxlate.layout import Span
from srcxlate.wording import is_latin

_MONTHS = tuple(calendar.month_name)[1:]
_MONTH_ALONE = re.compile(
    rf"(?<=\b[Ii]n )(?:{'|'.join(_MONTHS)})\b(?!\s+\d)|(?<=\b[Tt]hat )(?:{'|'.join(_MONTHS)})\b(?!\s+\d)"
    rf"|\b(?:{'|'.join(_MONTHS)})(?= (?:issue|number|edition)\b)"
)
_YEAR_ALONE = re.compile(r"(?<![\d,.’'–-])(?:19|20)\d\d(?![\d–-]|s\b)")
_DATE, _SOURCE, _OUTLET = "\ue001", "\ue002", "\ue003"
"""The signs that stand for a date, for who the source is by, and for what it appeared in."""
_STOP = (
    r"who|whose|which|that|what|when|where|while|as|after|before|since|until|because|although|though|if|once"
    r"|than|how|why|whether|by|of|from"
)
_GAP = rf"(?:(?!(?:{_STOP})\b)[^\s,;:.(){_DATE}]+ ){{0,9}}?"
"""Words within one simple clause."""
_OF_IT = r"(?:(?:of|about|from|by) (?:it|them|this|that|him|her|both|all) )?"
"""The same clause goes on: ``had written of it``."""
_ASIDE = (
    r"(?:(?:before|for|in|with|like|among|even|long|well|years)\b(?:(?!\b(?:was|were|had|is|are|began|came)\b)"
    rf"[^,.;:{_DATE}]){{2,40}}, )?"
)
"""Words between commas that are no clause: ``before anyone else``."""
_LEAD = _GAP.replace(r")\b)", r"|and|but|yet|or)\b)", 1)
"""The same before the author: another clause's subject stands on the other side of an ``and``."""
_AUX = (
    r"(?:(?:has|have|had|would|could|did|does|also|already|again|then|later|once|first|still|since|too"
    r"|[a-z]+ly),? ){0,3}"
)
_WENT = (
    r"(?:went|came|met|was|were|lived|visited|stayed|sat|slept|ate|drank|rode|spent|stood|bought|heard|travell?ed"
    r"|toured|interviewed|attended|watched|followed|joined|walked|worked|waited|returned|paid|kept|sent|took|boarded"
    r"|drove|flew|sailed|entered|climbed|crossed|knocked|queued|talked|spoke|listened|camped|arrived|landed|filmed"
    r"|photographed|accompanied|shadowed|marched|knelt|cycled|swam|rowed|dived|witnessed|moved|left)"
)
"""What an author may have done some weeks before the source appeared."""
TELLS = (
    r"(?!(?:and|or|but|nor|of|in|on|at|for|from|to|by|with|about|as|than|the|a|an|who|whom|whose|that|which"
    r"|when|where|while|after|before|since|if|not|also|into|over|under|between|is|are|be|been|was|were|died"
    r"|retired|moved|resigned|founded|joined|left|became|born|asked for)\b)"
    rf"(?!{_WENT}\b)(?!ha[ds] (?!(?:an?|the|its|it) ))(?!(?:seen|gone|known|grown|begun|slept|first|once"
    rf"|later|then|since|again)\b)[a-z]{{3,}}"
)
"""What the author of a source does in it, as against what he did to write it."""
_REPORTED = (
    r"(?:wrote|asked|reported|argued|noted|counted|called|found|described|explained|published|printed"
    r"|reviewed|answered|replied|confirmed|denied|announced|admitted|conceded|repeated|returned to)"
)
_IN = (
    r"(?:[Ii]n|[Oo]n|[Dd]uring|[Tt]hat|[Tt]his|[Ii]n (?:early|late|mid-)|(?:[Ee]arly|[Ll]ate|[Bb]ack"
    r"|[Aa]gain|[Aa]lready|[Oo]nly|[Aa]s early as|[Aa]s late as) (?:in|on)"
    r"|[Aa]s (?:early|late) as)"
)
_THEIR = rf"(?:{_SOURCE}+(?:[’']s?)?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_OF = rf"(?: (?:of|from|at) (?:the )?(?:{_OUTLET}+|[A-Z][\w’-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w’-]*)*))?"
"""Of the Harbour Times."""
_BESIDES = r"(?:,? (?:of|who|for|in|writing)\b[^.;:]{0,50}?,)?"
_WHO = f"(?:{_SOURCE}|{_OUTLET})+"
_WHOSE = rf"{_THEIR} (?:[\w’'-]+ ){{0,4}}?(?:{WORKS}|next|latest)\b"
_A_WORK = rf"(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne) (?:[\w’'-]+ ){{0,2}}?{WORKS}\b,? (?:of|from|dated) DATE"
_APPEARED = (
    r"(?:appeared|came out|(?:was|were) (?:first )?(?:published|printed|issued|released)|published|printed"
    r"|dated?|is from|dates from)"
)
_THERE = rf"(?: (?:in|for) (?:the )?{_OUTLET}+,?)?"
_AT_ITS_HEAD = r"(?:\A\W*|[;:,–—] (?:and |but |yet )?|\b(?:and|but|yet|as|where|while|that) )"
"""Where a clause begins: ``The ports merged in May, Sugita wrote`` says of the ports when."""
_PATTERNS = tuple(
    (re.compile(pattern.replace("DATE", f"(?P<date>{_DATE}+)")), sure)
    for pattern, sure in (
        # In May 2023, in the Harbour Times, her colleague Sugita Naoki had written
        (rf"{_AT_ITS_HEAD}{_IN} ?DATE,{_THERE} {_ASIDE}{_LEAD}{_WHO},?{_OF},? {_AUX}{TELLS}\b", True),
        (rf"{_IN} ?DATE{_THERE} {_LEAD}{_WHO},?{_OF},? {_AUX}{TELLS}\b", True),
        (rf"{_AT_ITS_HEAD}{_IN} ?DATE,? {_LEAD}{_WHO} {_AUX}(?P<went>{_WENT})\b", True),
        (rf"{_IN} ?DATE (?:he|she|they|it) {_AUX}{_REPORTED}\b", False),
        # Sugita, of the Harbour Times, wrote of it in May 2023
        (rf"(?<![{_SOURCE}{_OUTLET}])(?<!that )(?<!which )(?<!whom ){_WHO}{_OF}{_BESIDES}"
         rf" {_AUX}{TELLS},? {_OF_IT}{_GAP}(?:from [A-Z][a-z]+ )?{_IN} ?DATE", True),
        (rf"{_WHO} {_AUX}(?P<went>{_WENT}) {_GAP}{_IN} ?DATE", True),
        (rf"\b(?:[Hh]e|[Ss]he) {_AUX}{_REPORTED} {_GAP}(?:[a-z]+, )?{_IN} ?DATE", False),
        # Writing in May 2023, the author
        (rf"\b[Ww]riting (?:{_GAP}|from [^,;:.]{{3,30}} )(?:in|on) DATE,? {_LEAD}{_SOURCE}", True),
        # Sugita's essay of May 2023; in its survey of 2019; her column, of 3 July; Sugita (2019)
        (rf"{_WHOSE}(?: (?:on|about|for) [^,.;:]{{3,50}}?)?,? (?:of|from|in|dated|published (?:in|on))"
         rf" (?:late |early )?DATE", True),
        (rf"{_WHOSE} \(DATE\)", True),
        (rf"{_SOURCE}+(?:[’']s)? (?:of|from|\() ?DATE", True),
        (rf"{_THEIR} DATE (?:[\w’'-]+ )?{WORKS}\b", True),
        (rf"\b{_A_WORK},? (?:by )?(?:the )?{_SOURCE}", True),
        (rf"{_SOURCE}[^.;:]{{0,90}}? in {_A_WORK}", True),
        (rf"{_WHO} {_AUX}(?:had|has|ran|printed|carried|published|gave|wrote) {_A_WORK}", True),
        # The best account, of May 2023, is that of Sugita
        (rf"{WORKS}\b,? (?:of|from|dated) DATE,? (?:is|was|comes from|remains|came from) (?:still )?"
         rf"(?:that |the one )?(?:of |by )?(?:the )?{_SOURCE}", True),
        # Its critics were answered by Sugita in May 2023
        (rf"\b(?:[a-z]+ed|written|told|shown|found|drawn|put|made|given) by {_SOURCE}+ "
         rf"(?:back |again |already |first |only )?{_IN} ?DATE", True),
        # which appeared in May 2023
        (rf"{WORKS}\b(?:(?!\b(?:that|which) (?:an?|the) )[^.;:]){{0,50}}?,? (?:which "
         rf"|that )?{_APPEARED}(?: back)? (?:in |on |to |from )?DATE",
         True),
        # the Harbour Times of 3 May 2023; in the Harbour Times for May; the June issue
        (rf"{_OUTLET}+(?:[’']s?)?,? (?:of|for|from|in|\()(?: (?:early|late|its))? ?DATE", True),
        (r"DATE (?:issue|number|edition)\b", False),
        (r"\b(?:issue|number|edition),? (?:for|of|from) DATE", False),
        (rf"{_OUTLET}+[’']s (?:[\w-]+ ){{0,2}}?{WORKS}\b (?:of|from|in) DATE", True),
    )
)  # fmt: skip
"""How a date is tied to a source, and whether it is so beyond doubt."""
_HEAD = re.compile(r"Ministry|Agency|Commission|Council|Office|Bank|Court|Board|Administration|Authority")
"""By what a body is named again: the ministry."""
_WEEKS = 100
"""Days for which an author's journey may lie before his text."""


@dataclass(frozen=True, slots=True)
class Told:
    """A date that a sentence gives its source."""

    span: Span
    """Offsets in the statement's clause."""
    year: str
    """Empty where none is told, as the month and the day may be."""
    month: str
    day: str
    sure: bool
    went: bool
    """Whether it may be when the author was there, not when he wrote."""

    def agrees(self, edtf: str) -> bool:
        """Whether it can be a printed date, as far as both go."""
        parts = edtf.split("-")
        if len(parts) > 1 and not "01" <= parts[1] <= "12":
            parts = parts[:1]
        return all(
            not one or one == other
            for one, other in zip((self.year, self.month, self.day), parts, strict=False)
        )

    def lies_before(self, edtf: str) -> bool:
        """Whether it lies some weeks before a printed date, at most."""
        if not self.year or len(edtf) < len("2023-05"):
            return self.year in ("", edtf[:4], str(int(edtf[:4]) - 1))
        months = (int(edtf[:4]) - int(self.year)) * 12 + int(edtf[5:7]) - int(self.month or edtf[5:7])
        return 0 <= months * 30 <= _WEEKS


def published(statement: Statement) -> Iterator[Told]:
    """The dates that a sentence gives its source and that no printed date agrees with."""
    if len(statement.dates) < len({unit.start for unit in statement.units}) or not statement.dates:
        return
    clause = statement.clause
    dates = list(_dates(clause))
    masked = _masked(statement, [told.span for told in dates])
    seen: set[Span] = set()
    for pattern, sure in _PATTERNS:
        for match in pattern.finditer(masked):
            told = next(told for told in dates if told.span[0] <= match.start("date") < told.span[1])
            if told.span in seen:
                continue
            seen.add(told.span)
            went = bool(match.groupdict().get("went"))
            told = Told(told.span, told.year, told.month, told.day, sure, went)
            printed = [date.edtf for date in statement.dates]
            if not told.month and any(other.agrees(edtf) for other in dates for edtf in printed):
                continue  # a work of 2015 in the edition of 2021
            if any(told.agrees(edtf) or (went and told.lies_before(edtf)) for edtf in printed):
                continue
            yield told


def _dates(clause: str) -> Iterator[Told]:
    """The dates of a sentence, with months, days and years that stand alone."""
    taken: list[Span] = []
    for found in find_dates(clause):
        year, month, day = (*found.edtf.split("-"), "", "")[:3]
        if month and not "01" <= month <= "12":
            continue
        if year.isdecimal() or year == "XXXX":
            taken.append((found.start, found.end))
            yield Told((found.start, found.end), year if year.isdecimal() else "", month, day, True, False)
    for match in _MONTH_ALONE.finditer(clause):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Told(match.span(), "", f"{_MONTHS.index(match[0]) + 1:02}", "", True, False)
    for match in _YEAR_ALONE.finditer(clause):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield Told(match.span(), match[0], "", "", True, False)


def folded(text: str) -> str:
    """Letters without their marks, the length kept: ō as o."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def _masked(statement: Statement, dates: list[Span]) -> str:
    """The sentence with its dates, its source's author and its outlet made signs, the length kept."""
    characters = list(statement.clause)
    plain = folded(statement.clause)
    named = [(_OUTLET, outlet_of(unit)) for unit in statement.units]
    named += [(_SOURCE, unit.author.text) for unit in statement.units if unit.author]
    for sign, name in named:
        if name[:1].isupper() and is_latin(name):
            for pattern in _ways(name):
                for match in re.finditer(pattern, plain):
                    characters[match.start() : match.end()] = sign * (match.end() - match.start())
    if any(word in statement.known for word in map(str.casefold, re.findall(r"[A-Z]\w+", plain))):
        for match in re.finditer(r"(?:[A-Z]\w+(?:,? (?:and |of |the |for )*)?)+(?<! )", plain):
            if telling(match[0]) and telling(match[0]) <= statement.known:
                characters[match.start() : match.end()] = _SOURCE * (match.end() - match.start())
    for start, end in dates:
        characters[start:end] = _DATE * (end - start)
    return "".join(characters)


def _ways(name: str) -> Iterator[str]:
    """Patterns for the ways to name an author or an outlet: whole, and each word of a person's name."""
    name = folded(re.sub(r"^[Tt]he ", "", name))
    yield rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    if BODY.search(name):
        head = _HEAD.search(name)
        if head:
            yield rf"(?<=[Tt]he ){head[0].casefold()}\b"
        return
    words = re.findall(r"[A-Z][\w’'-]+", name)
    if len(words) > 1:
        either = "|".join(re.escape(word) for word in words)
        yield rf"(?<![\w-])(?:{either})(?: (?:{either}))*(?![\w-])"

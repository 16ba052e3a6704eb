"""A report's citations as units: every work that a note cites, in English only as well.

In comes a report as it was read; out come :class:`Unit` values in the order of the notes. A note is cut at
the semicolons and full stops that separate works, never inside a title, a quotation or brackets; a unit knows
its author, its titles, its outlet, its date and its address, each as a :class:`Piece` with its place in the
report. Wording that cites nothing makes no unit.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from srcxlate.addresses import Address, find_addresses
from srcxlate.checks import Place
from srcxlate.checks.titles import titles_of
from srcxlate.citations import ABBREVIATION, Citation
from srcxlate.dates import Date, find_dates
from srcxlate.languages import BODY_WORDS
from srcxlate.layout import Joined, Span
from srcxlate.quotation_marks import Quotation, find_quotations
from srcxlate.reports import NoteCitations, Reading
from srcxlate.route import Route
from srcxlate.wording import HIDDEN, ORIGINAL_CHARACTER, Wording, covered, read_wording

_SEPARATOR = re.compile(
    rf"[;；]\s*|。\s*|[.?!][’”'\"*)\]]*+\s+(?=[A-Z‘“'\"*<「『《〈]|[^\x00-\x7f{HIDDEN}])|(?<={HIDDEN})\.?\s+(?=[A-Z])"
)
"""Where one work may end and another begin."""
_BRACKET_AFTER = re.compile(rf"{HIDDEN}[>\s]*(?P<bracket>[(（])")
"""A bracket after an address, that may hold a citation of its own."""
_IMPRINT = re.compile(r"(?:available|accessed|retrieved|https?:|www\.|doi\b)|[^.;]{2,30}:\s", re.I)
"""What goes on about the work before a full stop: where it was published, where it can be read."""
_ITALIC = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*]{2,300}?)\*(?![\w*])|<i>(.{2,300}?)</i>|(?<!\w)_(?=\S)([^_]{2,300}?)_(?!\w)"
)
_LEAD_IN = re.compile(
    r".*(?:\b(?:see(?:\s+(?:also|especially|e\.\s?g\.))?,?(?:\s+e\.\s?g\.,?)?|"
    r"e\.\s?g\.,?|cf\.|quoting|citing|quoted\s+in|cited\s+in|"
    r"analysis\s+see|by\s+contrast,?)|\bsee,)\s+(?:respectively,\s+)?|^\s*(?:and|also)\s+",
    re.I,
)
_TITLE_BEFORE = re.compile(
    r"(?:\A|[,，:：.(（\[]|\b(?:see|in|by|and|e\.g\.,?|of|’s|'s)|[)）])\s*[*_]*\Z", re.I
)
_TITLE_AFTER = re.compile(rf"[’”'\"*]?\s*(?:[,，.(（\[<;；:)）{HIDDEN}]|\Z|in\b|[*_])")
_UPDATED = re.compile(r"\b(?:updated|revised|modified|as of)(?:\s+on)?:?\s*\Z", re.I)
_SENTENCE = re.compile(r"(?:\b[a-z]{2,}[ ,]+){3}|\b(?:see|cf)\b", re.ASCII)
_POINTS = re.compile(r"(?:see|cf|compare|for|also|on)\b", re.I)
_LONGEST_AUTHOR = 120
_SCRIPT = rf"(?:{ORIGINAL_CHARACTER.pattern})(?:[\s·・]?(?:{ORIGINAL_CHARACTER.pattern}))*"
_LETTERS = "A-Za-zÀ-ɏḀ-ỿ"
_LATIN = rf"[{_LETTERS}][{_LETTERS}\s\d.,&'’ʼ–-]*[{_LETTERS}][.’']?"
_BOTH_WAYS = re.compile(
    rf"(?P<script>{_SCRIPT})\s*[(（\[［]?[*_]*(?P<inside>{_LATIN})[*_]*[)）\]］]?"
    rf"|(?P<before>{_LATIN}?)\s*[(（\[［]?(?P<behind>{_SCRIPT})[)）\]］]?"
)
"""A name in script with its Latin form in brackets, or the other way round."""
_PAGES = re.compile(r"\bpp?\.\s?\Z|第\Z")
_EDGE = " \t,，、;；:：.。*_<>()（）[]「」『』《》〈〉"
_DATED = re.compile(r"[a-z]?[)）\]][,.:]?\s*(?:[*_‘“'\"]|<i>)*")
_BEFORE_ACCESS = re.compile(r"[\s,(（]*(?:last\s+)?(?:accessed|retrieved|viewed)(?:\s+on)?[\s:]*\Z", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a citation, as it is printed."""

    text: str
    start: int
    """Offset in the note's wording, from 0."""
    end: int
    wording: Joined = field(repr=False, compare=False)
    """The wording of the whole note."""

    @property
    def span(self) -> Span:
        """Where it stands in the report's text, as (start, end) from 0."""
        offset, length = self.wording.span(self.start, self.end)
        return offset, offset + length

    def part(self, start: int, end: int) -> "Piece":
        """A part of it, by offsets in its own text."""
        return piece_of(self.wording, self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Unit:
    """One work as one note cites it; None for what the note does not print of it."""

    place: Place
    start: int
    """Offsets in the note's wording."""
    end: int
    wording: Joined
    """The wording of the whole note."""
    author: Piece | None
    """Who is named before the title; in Latin letters where the name is printed both ways."""
    author_in_script: Piece | None
    """The author's name in script where it is printed both ways."""
    original: Piece | None
    romanised: Piece | None
    english: Piece | None
    """The English title: of a work in another language the authors' translation, without its brackets."""
    outlet: Piece | None
    """What is printed between the title and the date: a periodical, a publisher, a series."""
    date: Piece | None
    """The printed date of publication; a date of access is none."""
    edtf: str | None
    """The same in EDTF; ``XXXX`` for a year that is not printed."""
    updated: bool
    """Whether the note says that the date is the page's last change."""
    accessed: Piece | None
    """The day on which the page was read."""
    addresses: tuple[Address, ...]
    """Offsets in the note's wording; the first is the work's own."""
    citation: Citation | None
    """What was read of its original title, if it has one."""
    language: str | None
    """The original title's language; None for a work cited in English only."""

    @property
    def text(self) -> str:
        """The unit's own wording."""
        return self.wording.text[self.start : self.end]

    @property
    def title(self) -> Piece | None:
        """The title that a reader of English knows it by: English, else romanised, else original."""
        return self.english or self.romanised or self.original

    def piece(self, start: int, end: int) -> Piece:
        """A part of the note's wording, with its place in the report."""
        return piece_of(self.wording, start, end)


def piece_of(wording: Joined, start: int, end: int) -> Piece:
    """A part of a note's wording, with its place in the report."""
    return Piece(wording.text[start:end], start, end, wording)


def both_ways(piece: Piece) -> tuple[Piece, Piece] | None:
    """The name in script and the Latin one of a piece that prints a name both ways; None for any other."""
    match = _BOTH_WAYS.fullmatch(piece.text)
    if match is None:
        return None
    script, latin = ("script", "inside") if match["script"] else ("behind", "before")
    return piece.part(*match.span(script)), piece.part(*match.span(latin))


@lru_cache(maxsize=2)
def units_of(reading: Reading) -> tuple[Unit, ...]:
    """The works that notes cite, each time; where hardly any names an author before the title, one behind."""
    units = tuple(unit for noted in reading.citations for unit in _of_note(noted))
    behind = tuple(_with_author_behind(unit) for unit in units)
    before, after = (sum(unit.author is not None for unit in each) for each in (units, behind))
    return behind if before <= _SELDOM * len(units) < after - before else units


_SELDOM = 0.2  # the share of a report's notes up to which something in them is no custom of it
_GIVEN = r"[A-ZÀ-ÞĀ-Ž][\w.’'ʻ-]*"
_AUTHORS = re.compile(
    rf"(?:by )?(?P<authors>{_GIVEN}(?: (?:(?:de|van|von|der|al|bin) )?{_GIVEN}){{1,3}}"
    rf"(?:(?:,? and | & ){_GIVEN}(?: {_GIVEN}){{1,3}})?"
    rf"(?:\s?[(（]?(?:{_SCRIPT}){{1,7}}[)）]?)?)[,，]\s*(?=\S)"
)
"""Who is named behind a title, with another field after."""
_BODY = re.compile(rf"\b(?:{'|'.join(BODY_WORDS[1:])}|journal|review|monitor)\b", re.I)


def _with_author_behind(unit: Unit) -> Unit:
    """A unit whose first field behind the title is a person's name, with that as its author."""
    match = _AUTHORS.match(unit.outlet.text) if unit.outlet and not unit.author else None
    if unit.outlet is None or match is None or _BODY.search(match["authors"]):
        return unit
    author = unit.outlet.part(*match.span("authors"))
    script, latin = both_ways(author) or (None, author)
    outlet = unit.outlet.part(match.end(), len(unit.outlet.text))
    return replace(unit, outlet=outlet, author=latin, author_in_script=script)


def _of_note(noted: NoteCitations) -> Iterator[Unit]:
    """The units of one note."""
    addresses = find_addresses(noted.note.text)
    hidden = read_wording(noted.note.text, addresses)
    titles = titles_of(noted)
    quotations = list(_quotations(hidden.text, addresses))
    reader = _Reader(noted, hidden, addresses, titles, quotations)
    for start, end in reader.cuts():
        unit = reader.unit(start, end)
        if unit is not None:
            yield unit


def _quotations(text: str, addresses: Sequence[Address]) -> Iterator[Quotation]:
    """The quotations of a note that close, looked for between its addresses, which none runs across."""
    bounds = [0, *(address.end for address in addresses), len(text)]
    for start, end in pairwise(bounds):
        for found in find_quotations(text[start:end]):
            if not found.open:
                yield Quotation(start + found.start, start + found.end, found.mark, found.depth)


class _Reader:
    """One note while its units are read."""

    def __init__(
        self, noted: NoteCitations, hidden: Wording, addresses: Sequence[Address],
        titles: Sequence[tuple[dict[str, Span], int]], quotations: Sequence[Quotation],
    ) -> None:  # fmt: skip
        self._noted, self._hidden, self._addresses = noted, hidden, addresses
        self._titles, self._quotations = titles, quotations
        extents = [_extent(each.values()) for each, _ in titles]
        quoted = [(q.start - 1, q.end + 1) for q in quotations]
        self._italics = [match.span() for match in _ITALIC.finditer(hidden.text)]
        self._taken = covered(len(hidden.text), [*extents, *quoted, *self._italics])

    def cuts(self) -> Iterator[Span]:
        """The note cut between its works."""
        text, depth = self._hidden.text, self._hidden.depths()
        cuts = {0: True}
        for match in _SEPARATOR.finditer(text):
            at = match.start()
            if self._taken[at] or depth[at]:
                continue
            if text[at] == "." and ABBREVIATION.search(text[max(0, at - 15) : at + 1]):
                continue
            sure = text[at] in ";；"
            if not sure and (
                _IMPRINT.match(text, match.end()) or text[match.end() : match.end() + 1] == HIDDEN
            ):
                continue
            cuts[match.end()] = sure
        brackets = (m.start("bracket") for m in _BRACKET_AFTER.finditer(text) if HIDDEN in text[m.end() :])
        cuts |= dict.fromkeys([*brackets, len(text)], True)
        places = sorted(cuts)
        start = 0
        for at, following in pairwise([*places[1:], len(text)]):
            if cuts[at] or not self._goes_on(start, at, following):
                yield start, at
                start = at

    def _goes_on(self, start: int, at: int, end: int) -> bool:
        """Whether a full stop parts fields of one work: author from title, title from outlet."""
        if HIDDEN in self._hidden.text[start:at] or _POINTS.match(self._hidden.text, at):
            return False
        if not self._has_title(start, at) and any(start <= italic[0] < at for italic in self._italics):
            return False
        if not self._has_title(start, at):
            return at - start < _LONGEST_AUTHOR and not self._is_prose(start, at)
        if self._has_title(at, end) or self._is_prose(at, end):
            return False
        return HIDDEN in self._hidden.text[at:end] or not self._is_dated(start, at)

    def _is_dated(self, start: int, end: int) -> bool:
        """Whether a date follows the last title between two places."""
        titles = [spans["original"][1] for spans, _ in self._titles if start <= spans["original"][0] < end]
        titles += [q.end for q in self._quotations if start <= q.start < end]
        return any(date.start >= max(titles) for date in self._dates(start, end))

    def _has_title(self, start: int, end: int) -> bool:
        """Whether a title in script or in quotation marks stands between two places."""
        script = any(start <= spans["original"][0] < end for spans, _ in self._titles)
        return script or any(start <= q.start < end for q in self._quotations if not q.depth)

    def _is_prose(self, start: int, end: int) -> bool:
        """Whether the words between two places, titles apart, make a sentence."""
        words = zip(self._hidden.text[start:end], self._taken[start:end], strict=True)
        return (
            _SENTENCE.search("".join(" " if taken else character for character, taken in words)) is not None
        )

    def unit(self, start: int, end: int) -> Unit | None:
        """What stands between two cuts, if it cites something: by a title with a date or an address."""
        inside = [a for a in self._addresses if start <= a.start < end]
        read = next(((spans, at) for spans, at in self._titles if self._is_work(spans, at, start, end)), None)
        citation = self._noted.citations[read[1]] if read else None
        route: Route | None = self._noted.routes[read[1]] if read else None
        spans = read[0] if read else {"english": self._english(start, end)}
        titles = {name: span for name, span in spans.items() if span}
        dates = self._dates(start, end)
        published = _published(dates, self._hidden.text, inside)
        if not inside and not (
            titles and published and (citation or self._dates_work(published, titles["english"]))
        ):
            return None
        accessed = next((d for d in dates if d.accessed), None)
        first, last = _extent(titles.values()) if titles else (end, start)
        stop = min(
            [d.start for d in dates if d.start >= last] + [a.start for a in inside if a.start >= last] + [end]
        )
        author = self._author(citation, start, first) if titles else None
        both = both_ways(author) if author else None
        untimed = _BEFORE_ACCESS.search(self._hidden.text, last, stop) if titles else None
        return Unit(
            place=(self._noted.note.series, self._noted.note.number), start=start, end=end,
            wording=self._noted.note.wording,
            author=both[1] if both else author, author_in_script=both[0] if both else None,
            original=self._piece(titles.get("original")), romanised=self._piece(titles.get("romanised")),
            english=self._piece(titles.get("english")),
            outlet=self._trimmed(last, untimed.start() if untimed else stop) if titles else None,
            date=self._piece((published.start, published.end)) if published else None,
            edtf=published.edtf if published else None,
            updated=bool(published and _UPDATED.search(self._hidden.text, start, published.start)),
            accessed=self._piece((accessed.start, accessed.end)) if accessed else None,
            addresses=tuple(inside), citation=citation, language=route.language if route else None,
        )  # fmt: skip

    def _dates_work(self, date: Date, title: Span) -> bool:
        """Whether a date stands behind an English title, or in brackets before it: Lee (2020) ‘A’."""
        return date.start > title[1] or bool(_DATED.fullmatch(self._hidden.text, date.end, title[0]))

    def _is_work(self, spans: dict[str, Span], at: int, start: int, end: int) -> bool:
        """Whether a title stands between two cuts and is cited, not mentioned."""
        return start <= spans["original"][0] < end and self._noted.citations[at].role != "mention"

    def _piece(self, span: Span | None) -> Piece | None:
        return piece_of(self._noted.note.wording, *span) if span else None

    def _english(self, start: int, end: int) -> Span | None:
        """The title of a work cited in English: the first quotation, else italics, that stands as a field."""
        text = self._hidden.text
        quoted = [(q.start, q.end, 1) for q in self._quotations if not q.depth]
        italic = [
            (a + _mark(text, a), b - _mark(text, a, closing=True), _mark(text, a)) for a, b in self._italics
        ]
        for candidates in (quoted, italic):
            for first, last, mark in candidates:
                if not start <= first < end or (candidates is italic and text[first].islower()):
                    continue
                inside = text[last - 1] in ",.?!"  # “Title,” Outlet
                before = text[max(start, first - mark - 12) : first - mark]
                if _TITLE_BEFORE.search(before) and (inside or _TITLE_AFTER.match(text, last, end)):
                    return first, last - (text[last - 1] == ",")
        return None

    def _author(self, citation: Citation | None, start: int, title: int) -> Piece | None:
        """Who is named before the title, without a date that follows."""
        text = self._hidden.text
        at = text.find(citation.author, start) if citation is not None and citation.author else -1
        if citation is not None and citation.author:
            if at < 0:
                return None
            start, title = at, at + len(citation.author)
        else:
            lead = _LEAD_IN.match(text, start, title)
            start = lead.end() if lead else start
        dated = min((d.start for d in self._dates(start, title) if d.start > start), default=title)
        piece = self._trimmed(start, dated, marks="‘“'\"")
        if piece is None or (at < 0 and (len(piece.text) >= 200 or re.match(r"[a-z]", piece.text))):
            return None
        return piece

    def _trimmed(self, start: int, end: int, marks: str = "’”'\"") -> Piece | None:
        """A stretch without the separators, brackets, marks and italics at its ends."""
        edge = rf"(?:[{re.escape(_EDGE + marks + HIDDEN)}]|</?(?:i|em|b)>)"
        found = re.compile(rf"{edge}*(.*?){edge}*", re.S).fullmatch(self._hidden.text, start, end)
        return self._piece(found.span(1)) if found and found[1] else None

    def _dates(self, start: int, end: int) -> list[Date]:
        """The dates of a unit that stand in no title and count no pages."""
        text = self._hidden.text
        masked = "".join(
            " " if taken or character == HIDDEN else character
            for character, taken in zip(text[start:end], self._taken[start:end], strict=True)
        )
        moved = (Date(d.edtf, start + d.start, start + d.end, d.accessed) for d in find_dates(masked))
        return [d for d in moved if not _PAGES.search(text[max(start, d.start - 6) : d.start])]


def _mark(text: str, at: int, *, closing: bool = False) -> int:
    """How many characters set italics at a place."""
    return (4 if closing else 3) if text.startswith("<i>", at) else 1


def _extent(spans: Iterable[Span]) -> Span:
    """From the first character of the spans to the last."""
    spans = list(spans)
    return min(start for start, _ in spans), max(end for _, end in spans)


def _published(dates: Sequence[Date], text: str, addresses: Sequence[Address]) -> Date | None:
    """The date of publication: the most exact, and of two alike the nearest to the address.

    A day and a month whose year stands elsewhere in the unit are one date with it.
    """
    dates = [date for date in dates if not date.accessed]
    if not dates:
        return None
    at = addresses[0].start if addresses else len(text)
    before = [date for date in dates if date.end <= at] or dates
    longest = max(len(date.edtf) for date in before)
    date = next(date for date in reversed(before) if len(date.edtf) == longest)
    year = next((d.edtf for d in before if len(d.edtf) == 4 and d.edtf.isdecimal()), None)
    if date.edtf.startswith("XXXX") and year:
        return Date(year + date.edtf[4:], date.start, date.end, False)
    return date

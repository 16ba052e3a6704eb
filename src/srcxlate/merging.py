"""How citations become works: which work each of them is, and all records after a report was read.

In come the records that are there and what a report cites; out comes a :class:`Merged`. One work is one
record; what a person settled (an address, a title, a note) comes before what is only alike.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import inf
from typing import Any

from srcxlate.addresses import same_page
from srcxlate.citing import Cited, Difference, differences_of, facts_of, new_record, printed_by, relisted
from srcxlate.naming import comparable, id_base, make_id, year_of
from srcxlate.sources import Locator, Source, wording_of, wordings_of


@dataclass(frozen=True, slots=True)
class Merged:
    """The records after a report was read, and what happened."""

    records: tuple[Source, ...]
    added: tuple[str, ...]
    differences: tuple[Difference, ...]
    homes: Mapping[tuple[Locator, int], str]
    """For each citation (locator and offset in its note), the id of its record."""


def merge(records: Sequence[Source], report: str, cited: Sequence[Cited]) -> Merged:
    """The records after reading one report: found again, added, given new locators and variants.

    Reading the same report again changes nothing and adds nothing.
    """
    known = {record.id: record for record in records}
    found, merged = _settled(known, report, cited)
    notes = _by_record(cited, found)
    homes: dict[tuple[Locator, int], str] = {}
    for one, identifier in zip(cited, found, strict=True):
        homes.setdefault((one.locator, one.work.start), identifier)
    differences = [
        difference
        for identifier, record in sorted(known.items())
        for difference in differences_of(record, report, notes.get(identifier, []))
    ]
    added = tuple(identifier for identifier in notes if identifier not in known)
    return Merged(tuple(merged), added, tuple(differences), homes)


def _settled(
    known: Mapping[str, Source], report: str, cited: Sequence[Cited]
) -> tuple[list[str], list[Source]]:
    """The id of each citation's work, and the records, so that another reading would change neither.

    What a later note prints may tell where an earlier one belongs (a title without a year), so that
    citations are assigned again with the records that came of them; mostly twice.
    """
    current = sorted(known.values(), key=lambda record: record.id)
    settled = _as_recorded(_Index(current), cited)
    for _ in range(_ROUNDS):
        found = _assign(_Index(current), report, cited, settled)
        notes = _by_record(cited, found)
        records = [relisted(record, report, notes.get(record.id, [])) for record in known.values()]
        records += [
            new_record(identifier, report, notes[identifier])
            for identifier in notes
            if identifier not in known
        ]
        before, current = current, sorted(records, key=lambda record: record.id)
        if current == before:
            break
    return found, current


_ROUNDS = 10
"""Most readings of one report in a merge; two or three do, save for notes that contradict each other."""


def _by_record(cited: Sequence[Cited], found: Sequence[str]) -> dict[str, list[Cited]]:
    notes: dict[str, list[Cited]] = {}
    for one, identifier in zip(cited, found, strict=True):
        notes.setdefault(identifier, []).append(one)
    return notes


# -- which work it is ------------------------------------------------------------------------------


class _Index:
    """What the known works are known by: addresses, titles with years, and where they are cited."""

    def __init__(self, records: Iterable[Source]) -> None:
        self.by_id: dict[str, Source] = {}
        self._pages: dict[str, list[str]] = {}
        self._titles: dict[str, list[str]] = {}
        self._years: dict[str, set[str]] = {}
        for record in sorted(records, key=lambda record: record.id):
            self.add(record)

    def add(self, record: Source) -> None:
        self.by_id[record.id] = record
        self._years[record.id] = set()
        for printed in wordings_of(record):
            self._learn(record.id, printed.get("title"), printed.get("date"), printed.get("url"))

    def learn(self, identifier: str, one: Cited) -> None:
        """From now on the work is known by what this note prints, too."""
        self._learn(identifier, one.work.original, one.work.date, one.work.url)

    def _learn(self, identifier: str, title: str | None, date: str | None, url: str | None) -> None:
        page = same_page(url) if url else None
        if page and identifier not in self._pages.setdefault(page, []):
            self._pages[page].append(identifier)
        plain = comparable(title) if title else ""
        if plain and identifier not in self._titles.setdefault(plain, []):
            self._titles[plain].append(identifier)
        year = year_of(date)
        if year:
            self._years[identifier].add(year)

    def find(self, one: Cited) -> str | None:
        """The work of the same address, else of the same title and year; None if no work can be told.

        Of several the one that was cited in this place wins: that is how a person splits a record.
        """
        page = same_page(one.work.url) if one.work.url else None
        same = self._pages.get(page, []) if page else []
        if same:
            return min(same, key=lambda identifier: self._rank(identifier, one))
        same = self._titles.get(comparable(one.work.original), [])
        agreeing = [identifier for identifier in same if self.years_agree(identifier, one)]
        if not agreeing:
            return None
        best = min(agreeing, key=lambda identifier: self._rank(identifier, one))
        years = {frozenset(self._years[identifier]) for identifier in agreeing}
        sure = len(years) == 1 or self._year_rank(best, one) == 0 or self.cited_at(best, one.locator)
        return best if sure else None

    def best(self, identifiers: Iterable[str], one: Cited) -> str | None:
        """Of several works the one that fits a citation best; None of none."""
        return min(identifiers, key=lambda identifier: self._rank(identifier, one), default=None)

    def known(self, identifier: str, one: Cited) -> bool:
        """Whether the work is known by the title or the address of a citation, or has the id it would get."""
        page = same_page(one.work.url) if one.work.url else None
        return (
            identifier in self._titles.get(comparable(one.work.original), [])
            or (page is not None and identifier in self._pages.get(page, []))
            or _has_id_of(identifier, one)
        )

    def years_agree(self, identifier: str, one: Cited) -> bool:
        """Whether nothing speaks against the year: it is the same, or one of both has none."""
        year = year_of(one.work.date)
        return not year or not self._years[identifier] or year in self._years[identifier]

    def cited_at(self, identifier: str, locator: Locator) -> bool:
        """Whether the record says that it is cited in this note."""
        return any(at.place == locator.place for at in self.by_id[identifier].cited)

    def _year_rank(self, identifier: str, one: Cited) -> int:
        year, known = year_of(one.work.date), self._years[identifier]
        return 0 if (year in known if year else not known) else 1

    def _rank(self, identifier: str, one: Cited) -> tuple[Any, ...]:
        record = self.by_id[identifier]
        other_title = comparable(record.title) != comparable(one.work.original)
        elsewhere, year = not self.cited_at(identifier, one.locator), self._year_rank(identifier, one)
        return elsewhere, year, other_title, _distance(record, one), _away(record, one), identifier


def _as_recorded(index: _Index, cited: Sequence[Cited]) -> list[str | None]:
    """For each citation the record that has it just so: cited in this note, and known by what is printed.

    One that says so of this very note comes first.
    """
    cited_in: dict[tuple[str, int, int], list[Source]] = {}
    for record in index.by_id.values():
        for place in {at.place for at in record.cited}:
            cited_in.setdefault(place, []).append(record)
    found: list[str | None] = []
    for one in cited:
        place = one.locator.place
        here = [(record, _wordings_at(record, place)) for record in cited_in.get(place, ())]
        just_so = [record.id for record, wordings in here if _prints(wordings, one)]
        known = (record.id for record, _ in here if _prints(wordings_of(record), one))
        found.append(index.best(just_so or known, one))
    return found


def _wordings_at(record: Source, place: tuple[str, int, int]) -> list[dict[str, str]]:
    """What the record says that a note prints."""
    otherwise = [v for v in record.variants if any(at.place == place for at in v.at)]
    return [wording_of(record) | wording_of(v) for v in otherwise] or [wording_of(record)]


def _prints(wordings: Iterable[Mapping[str, str]], one: Cited) -> bool:
    """Whether title, date and address of a citation, so far as it prints them, stand in a wording."""
    printed = printed_by(one)
    told = {field: printed[field] for field in ("title", "date", "url") if field in printed}
    return any(told.items() <= wording.items() for wording in wordings)


def _distance(record: Source, one: Cited) -> int:
    """How many facts a citation prints otherwise than the record's nearest wording, or one of them alone."""
    printed = printed_by(one)
    return min(len(printed.items() ^ wording.items()) for wording in wordings_of(record))


def _away(record: Source, one: Cited) -> float:
    """How many notes a citation is away from where the record is cited: notes move when others are added."""
    series = one.locator.place[:2]
    notes = (at.note for at in record.cited if at.place[:2] == series)
    return min((abs(note - one.locator.note) for note in notes), default=inf)


def _assign(index: _Index, report: str, cited: Sequence[Cited], settled: Sequence[str | None]) -> list[str]:
    """The work of each citation.

    First those that a record has just so, then those that agree with one, then those of records that a
    person reworded, then new ones.
    """
    found = _stayed(index, report, cited, settled)
    for likely, one in zip(found, cited, strict=True):
        if likely:
            index.learn(likely, one)
    missed = _missed(index, report, cited, found)
    assigned: list[str] = []
    in_note: dict[tuple[int, int], list[str]] = {}
    for likely, one in zip(found, cited, strict=True):
        here = in_note.setdefault((one.locator.series, one.locator.note), [])
        identifier = likely or index.find(one) or _reworded(index, missed, one)
        identifier = identifier or index.best(
            (i for i in here if _prints(wordings_of(index.by_id[i]), one)), one
        )
        if identifier is None:
            identifier = make_id(facts_of(one), index.by_id)
            index.add(new_record(identifier, report, [one]))
        index.learn(identifier, one)
        missed.get(identifier, set()).discard((one.locator.series, one.locator.note))
        assigned.append(identifier)
        here.append(identifier)
    return assigned


def _stayed(
    index: _Index, report: str, cited: Sequence[Cited], settled: Sequence[str | None]
) -> list[str | None]:
    """The record that each citation agrees with, None where there is none.

    A record that the note is missed in, that is cited nowhere new and known by the same title, address or
    id comes before one that has all of its own, and before none: a person gave it another date or title.
    """
    found = [record or index.find(one) for record, one in zip(settled, cited, strict=True)]
    missed = _missed(index, report, cited, settled)
    moved = {
        identifier
        for identifier, sure, one in zip(found, settled, cited, strict=True)
        if identifier and not sure and missed[identifier] and not index.cited_at(identifier, one.locator)
        and _prints(wordings_of(index.by_id[identifier]), one)
    }  # fmt: skip
    stayed: dict[tuple[int, int], list[str]] = {}
    for identifier in missed.keys() - moved:
        for place in missed[identifier]:
            stayed.setdefault(place, []).append(identifier)
    for at, (likely, one) in enumerate(zip(found, cited, strict=True)):
        here = stayed.get((one.locator.series, one.locator.note), [])
        if here and not settled[at] and likely not in {*moved, *here}:
            found[at] = index.best((i for i in here if index.known(i, one)), one) or likely
    return found


def _missed(
    index: _Index, report: str, cited: Sequence[Cited], found: Sequence[str | None]
) -> dict[str, set[tuple[int, int]]]:
    """For each record the notes of this report, by series and number, that seem to cite it no more."""
    places = {(i, one.locator.series, one.locator.note) for i, one in zip(found, cited, strict=True)}
    return {
        record.id: {
            (at.series, at.note)
            for at in record.cited
            if at.report == report and (record.id, at.series, at.note) not in places
        }
        for record in index.by_id.values()
    }


def _reworded(index: _Index, missed: Mapping[str, set[tuple[int, int]]], one: Cited) -> str | None:
    """The record that a note cites though address, title or year were changed by hand.

    Looked for among the records that the report cited and that are missed in a note now. The id says
    what was printed when it was made; or else romanised or English title agree, or the note is the same
    and the title similar.
    """
    place = (one.locator.series, one.locator.note)
    ranked: list[tuple[bool, bool, str]] = []
    for identifier, places in missed.items():
        if not places:
            continue
        same_id = _has_id_of(identifier, one)
        alike = index.years_agree(identifier, one) and _alike(index.by_id[identifier], one, place in places)
        if same_id or alike:
            ranked.append((not same_id, place not in places, identifier))
    return min(ranked)[2] if ranked else None


def _has_id_of(identifier: str, one: Cited) -> bool:
    """Whether an id is the one that a record of this citation would get, but for a number at its end."""
    return re.fullmatch(re.escape(id_base(facts_of(one))) + r"(?:-\d+)?", identifier) is not None


def _alike(record: Source, one: Cited, same_place: bool) -> bool:
    work = one.work
    author, other = comparable(work.author or ""), comparable(record.author or "")
    if author and other and author != other:
        return False
    for printed in wordings_of(record):
        for mine, theirs in (
            (work.romanised, printed.get("romanised")),
            (work.english, printed.get("english")),
        ):
            if mine and theirs and comparable(mine) == comparable(theirs):
                return True
    titles = comparable(work.original), comparable(record.title)
    return same_place and SequenceMatcher(None, *titles).ratio() >= _SIMILAR


_SIMILAR = 0.6
"""Share of two titles' characters that stand in both in the same order; half is common by chance."""

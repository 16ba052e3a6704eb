"""Addresses against each other: misprinted ones of a work or a site, and archived copies of another page.

In come a report's citations as units, out come findings of the kind ``url``.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from srcxlate.addresses import clean, parts_of, same_page
from srcxlate.checks import Finding
from srcxlate.checks.units import Unit


def check_pairs(units: Sequence[Unit]) -> Iterator[Finding]:
    """An address differs by a letter or two from another of its work or outlet, a copy from its page."""
    yield from _misprinted(units)
    yield from _misspelled_hosts(units)
    yield from _archived(units)


def alike(first: str, second: str) -> bool:
    """Whether two addresses are one, but for scheme, case of the host and a closing slash."""
    one, other = (
        same_page(each) or re.sub(r"^https?://(?:www\.)?", "", each).rstrip("/") for each in (first, second)
    )
    return one == other


_COPY = re.compile(
    r"https?://(?:web\.archive\.org/(?:web/)?(?:\d{1,14}|\*)[a-z_*]*|(?:www\.)?webcitation\.org/[^/?]*\?url="
    r"|archive\.(?:today|ph|is|li|md|vn|fo)/(?:\d{4}[\d.-]*|newest|o/\w+|\w+)|timetravel\.mementoweb\.org/memento/\d+"
    r"|(?:www\.)?(?:webarchive\.\w+(?:\.\w+)*|warp\.\w+(?:\.\w+)*|arquivo\.pt/wayback)/\d+"
    r"|webcache\.googleusercontent\.com/search\?q=cache:\w*:?)/?(?=https?:/|https?%3A|www\.)",
    re.I,
)
"""What an archive puts before the address of the page that it keeps."""


def _archived(units: Sequence[Unit]) -> Iterator[Finding]:
    """Archived copies of another page than the one whose address stands beside them."""
    for unit in units:
        pages = [address for address in unit.addresses if not _COPY.match(address.target)]
        for copy in unit.addresses if len(pages) == 1 else ():
            match = _COPY.match(copy.target)
            kept = unquote(copy.target[match.end() :]) if match else ""
            kept = clean(re.sub(r"^(https?:)/(?!/)", r"\1//", kept))
            if not kept or alike(kept, pages[0].target):
                continue
            printed = unit.piece(copy.start, copy.end)
            message = f"The archived copy is of another page, {kept}, than the address beside it."
            yield Finding("url", "error", unit.place, printed.text, printed.span, message)


_LIKE = 2
"""Letters in which two addresses of one work may differ for one of them to be misprinted."""


def _misprinted(units: Sequence[Unit]) -> Iterator[Finding]:
    """Works whose address differs by a letter or two from the one that other notes print for them."""
    works: dict[tuple[str, str, str], dict[str, list[Unit]]] = {}
    for unit in units:
        if unit.title and unit.edtf and unit.addresses:
            key = unit.title.text.casefold(), unit.edtf, parts_of(unit.addresses[0].target).netloc
            page = same_page(unit.addresses[0].target) or unit.addresses[0].target
            works.setdefault(key, {}).setdefault(page, []).append(unit)
    for pages in works.values():
        (usual, kept), *others = sorted(
            pages.items(), key=lambda page: (-len({u.place for u in page[1]}), page[1][0].place)
        )
        for page, printed in others:
            if not _misprints(page, usual):
                continue
            for unit in printed:
                address = unit.piece(unit.addresses[0].start, unit.addresses[0].end)
                notes = tuple(dict.fromkeys(each.place for each in kept))
                other = kept[0].addresses[0].target
                message = f"The address of the same work is {other} in note {notes[0][1]}."
                yield Finding("url", "warning", unit.place, address.text, address.span, message, others=notes)


def _misprints(one: str, other: str) -> bool:
    """Whether two addresses differ in a letter or two, figures apart: those number pages and parts."""
    from rapidfuzz.distance import OSA

    figures = [re.findall(r"\d+", each) for each in (one, other)]
    return figures[0] == figures[1] and 0 < OSA.distance(one, other) <= _LIKE


_HEAD = re.compile(r"(?:w{2,4}|https?)[._-]|www(?=[a-z0-9]{4})", re.I)
"""The head of a host, sound or broken: www., ww., www-, http."""
_SHORTEST = 8
"""Letters from which on two hosts that differ by one may be one."""


def _misspelled_hosts(units: Sequence[Unit]) -> Iterator[Finding]:
    """Hosts that differ by a letter or two from the one at which other notes have the same outlet."""
    outlets: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
    for unit in units:
        host = parts_of(unit.addresses[0].target).hostname if unit.addresses else None
        if host and unit.outlet:
            outlets[unit.outlet.text.casefold()].append((host, unit))
    for printed in outlets.values():
        counts = Counter(host for host, _ in printed)
        usual, often = counts.most_common(1)[0]
        for host, unit in printed:
            if counts[host] > 1 or often < 2 or not _misspells(host, usual):
                continue
            address = unit.piece(unit.addresses[0].start, unit.addresses[0].end)
            others = tuple(dict.fromkeys(each.place for at, each in printed if at == usual))
            message = f"The host is {usual} in note {others[0][1]}, of the same outlet."
            yield Finding("url", "error", unit.place, address.text, address.span, message, others=others)


def _misspells(host: str, usual: str) -> bool:
    """Whether a host is another one misspelled; m., en. and other countries' ends are hosts of their own."""
    from rapidfuzz.distance import OSA

    names = [_HEAD.sub("", each, count=1) for each in (host, usual)]
    if names[0] == names[1]:
        return _HEAD.match(host) is not None and not host.startswith(("www.", usual))
    ends = [name.rsplit(".", 1)[-1] for name in names]
    if min(map(len, names)) < _SHORTEST or (ends[0] != ends[1] and min(map(len, ends)) == 2):
        return False
    return len(names[0].split(".")) == len(names[1].split(".")) and OSA.distance(*names) <= _LIKE

"""Web addresses in notes: found in whatever brackets they stand, cleaned, compared.

In comes a note's wording, out come :class:`Address` values with what a reader's browser needs.
:func:`same_page` says when two addresses are one page, which is how two citations become one work.
"""

import re
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

_LINK = re.compile(
    r"<{0,2}\[(?P<label>[^\[\]]*+)\]\(\s*+<?(?P<target>[^()\s<>]*+(?:\([^()\s]*+\)[^()\s<>]*+)*+)[^()\s]*+\)>{0,2}"
)
"""``[words](https://…)``, with one pair of brackets allowed in the address."""
_ANGLED = re.compile(r"<{1,2}\s*+(?P<target>(?:https?://|www\.|doi:)[^<>]*+)>{1,2}", re.I)
"""``<https://…>``, which a line break may stand in."""
_BARE = re.compile(
    r"(?P<target>(?:https?://|www\.)[^\s<>\"“”‘’「」『』《》〈〉【】（），、。；：！？｜]++)", re.I
)
"""An address up to the first character that no address holds."""
_DOI = re.compile(r"\bdoi\s*+[:：]?\s*+(?P<target>10\.\d{4,9}/[^\s<>\"“”「」『』（），、。；]++)", re.I)
"""``doi: 10.1000/182``."""
_TRAILING = ".,;:!?'\"*_’”"
"""What ends a sentence or a quotation, not an address."""
_ESCAPED = re.compile(r"\\+([\\`*_{}\[\]()#+\-.!$&~|<>])")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|MRO_P|ref|ref_src|cmpid|mc_cid|mc_eid|spm)$", re.I)
_ARCHIVE = re.compile(
    r"^https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]*/|archive\.(?:today|ph|is)/\d+/)(?=https?://)", re.I
)
_LIST_PAGE = re.compile(
    r"(?:^|/)(?:index|default|home|list|search|archive|news|top|main)?(?:\.\w{2,5})?/?$", re.I
)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address as it stands in a text."""

    target: str
    start: int
    end: int
    """The end of all that belongs to it, its brackets included."""
    label: tuple[int, int] | None = None
    """Where the words of a Markdown link stand, if it is one."""


def find_addresses(text: str) -> list[Address]:
    """The addresses in a text, in its order.

    Read in this order: Markdown links (the target counts, not the label), angle brackets, single or
    double, DOIs, bare addresses up to the first character that no address holds. An address broken by
    the end of a page (``<https://www>.`` and the rest as a link after it) is one, the later.
    """
    found: list[Address] = []
    taken = bytearray(len(text))
    for pattern in (_LINK, _ANGLED, _DOI, _BARE):
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            target, end = match["target"], match.end()
            if pattern in (_BARE, _DOI):
                cut = _trim(target)
                end -= len(target) - len(cut)
                target = cut
            target = clean(target, doi=pattern is _DOI)
            if target:
                label = match.span("label") if pattern is _LINK else None
                found.append(Address(target, match.start(), end, label))
                taken[match.start() : end] = b"\x01" * (end - match.start())
    found.sort(key=lambda address: address.start)
    return [
        address
        for address, following in pairwise([*found, None])
        if address and not (following and following.start - address.end < 8 and _cut_short(address.target))
    ]


def _cut_short(target: str) -> bool:
    """Whether an address stops before its host has a dot."""
    host = re.match(r"https?://(?:www\.)?([^/?#]*)", target, re.I)
    return host is not None and "." not in host[1]


def clean(target: str, *, doi: bool = False) -> str:
    """An address as a browser needs it: no escapes of Markdown, no white space, a scheme in front.

    Nothing if it holds no host.
    """
    target = _ESCAPED.sub(r"\1", unescape("".join(target.split()))).strip("<>")
    if doi or target.lower().startswith("doi:"):
        return "https://doi.org/" + re.sub(r"^doi:", "", target, flags=re.I)
    if target.lower().startswith("www."):
        target = "http://" + target
    return target if re.match(r"https?://[^/\s]", target, re.I) else ""


def _trim(target: str) -> str:
    """A bare address without the sentence's own punctuation after it."""
    open_more = {
        closing: target.count(closing) - target.count(opening) for opening, closing in ("()", "[]", "{}")
    }
    end = len(target)
    while end:
        last = target[end - 1]
        if last in open_more and open_more[last] > 0:
            open_more[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return target[:end]


def parts_of(url: str) -> SplitResult:
    """An address in its parts; empty ones for brackets in the host that are no IPv6 address."""
    try:
        parts = urlsplit(url)
        parts.hostname  # noqa: B018  (it is read here or nowhere)
    except ValueError:
        return urlsplit("")
    return parts


def same_page(url: str) -> str | None:
    """What two addresses of one page have in common; None if the address names no single work.

    Without scheme, ``www.``, fragment, an archive's prefix, tracking parameters and a closing slash;
    percent-encoding and host case are made alike. A bare host or a list page (a path that is empty or
    ends in index, list, news, …, with no query) names no work.
    """
    parts = parts_of(_ARCHIVE.sub("", url))
    host = (parts.hostname or "").removeprefix("www.")
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)]
    if not host or (not query and _LIST_PAGE.search(path)):
        return None
    return host + path + ("?" + urlencode(sorted(query)) if query else "")

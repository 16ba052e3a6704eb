"""Addresses that cannot be followed, or lead elsewhere than they say.

In comes a report, out come findings of the kind ``url``: link words and target that differ, broken or
doubled schemes and addresses, archived copies of another page, addresses without a citation, and characters
that stand in no address. Nothing is looked up on the network: an address may be sound and its page be gone.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from srcxlate.addresses import Address, clean, find_addresses, parts_of, same_page
from srcxlate.checks import Finding, Place, Severity
from srcxlate.checks.address_pairs import alike, check_pairs
from srcxlate.checks.units import units_of
from srcxlate.glossary import Glossary
from srcxlate.notes import Note
from srcxlate.reports import NoteCitations, Reading

_SCHEME = re.compile(
    r"https?://|(?<![a-z0-9])(?:h*t{1,3}ps?|hxxps?|htps?|https?s)\s?"
    r"(?:[:;：]\s?[/／]+|/{2,}|:(?=\w))\s?", re.I,
)  # fmt: skip
"""The beginning of an address, sound or broken."""
_SOUND = re.compile(r"https?://", re.I)
_RUN = re.compile(r"[^\s<>\"“”‘’「」『』《》〈〉【】（），、。；：！？｜]*")
_EMPTY = re.compile(r"<{1,2}\s*(?:>{1,2}|(?=[.;,)]|\Z))")
"""Angle brackets that hold nothing."""
_STRAY = re.compile(r"[|\\^`{}“”‘’–—…。、，；！？]")
"""Characters that stand in no host and no path."""
_LENGTHENED = re.compile(r"[āēīōūĀĒĪŌŪŏŭŎŬǎěǐǒǔ]")
"""Vowels of a romanised word, which an address has without their marks."""
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(
    r"(?:[\w\u00a1-\uffff](?:[\w\u00a1-\uffff-]*[\w\u00a1-\uffff])?\.)+[^\W\d_][\w-]*\.?(?::\d+)?|"
    r"\[[0-9a-f:.]+\]|\d+(?:\.\d+){3}(?::\d+)?|localhost(?::\d+)?",
    re.I,
)
_REST = re.compile(
    r"\s(?P<rest>[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s<>,;]*)?|"
    r"[\w%.-]*/[\w%./?=&-]+|[\w%-]+\.(?:html?|pdf|php|aspx?|jsp|shtml)\b[^\s<>,;]*)"
)
"""What goes on after a space as the rest of an address would."""
_END_OF_IT = re.compile(
    r"\s(?P<rest>(?=\w*[A-Za-z])(?=\w*\d)[\w%-]{6,}/?"
    r"|[\w%-]*\w/"
    r"|(?!(?:accessed|archived|retrieved|online|only|and|or|see|via|with|in|here)\b)"
    r"[a-z][a-z0-9-]+(?=[>)\]]*\.?\s*\Z))"
    r"(?=[>)\]]*[.;,。、；]?\s*\Z|[>;。；])"
)
"""The same at the end of a citation, where it looks like a code, ends in a slash or is one small word."""
_TEXT_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*", re.I)
"""Words of a link that are an address themselves."""
_NEAR = 8
"""Characters between two addresses, one of which a page break may have cut off."""


def check_links(reading: Reading, glossary: Glossary) -> Iterator[Finding]:
    """An address is broken, or leads elsewhere than it says."""
    cited = _places(reading)
    for noted in reading.citations:
        yield from _of_note(noted, reading.text, cited)
    yield from _alone(reading)
    yield from check_pairs(units_of(reading))


def _places(reading: Reading) -> Mapping[str, list[Place]]:
    """The notes that print each page, so that a stray address can be told where it belongs."""
    found: dict[str, list[Place]] = {}
    for noted in reading.citations:
        for address in find_addresses(noted.note.text):
            page = same_page(address.target)
            if page:
                found.setdefault(page, []).append((noted.note.series, noted.note.number))
    return found


def _of_note(noted: NoteCitations, report: str, cited: Mapping[str, list[Place]]) -> Iterator[Finding]:
    """The findings of one note, each address told once."""
    text = noted.note.text
    addresses = find_addresses(text)
    told = bytearray(len(text) + 1)
    for start, end, severity, message in (
        *_links(text, addresses), *_schemes(text), *_glued(text, addresses), *_spaced(text, report, noted),
        *_characters(text, addresses), *_signs(text, addresses), *_hosts(text, addresses), *_empty(text),
    ):  # fmt: skip
        if any(told[start:end]):
            continue
        told[start:end] = b"\x01" * (end - start)
        place = (noted.note.series, noted.note.number)
        offset, length = noted.note.wording.span(start, end)
        page = same_page(text[start:end].strip("<>")) or ""
        others = tuple(dict.fromkeys(each for each in cited.get(page, ()) if each != place))
        yield Finding(
            "url", severity, place, text[start:end], (offset, offset + length), message, others=others
        )


_Fault = tuple[int, int, Severity, str]
"""Start and end in the note's wording, how grave, what is wrong."""


def _links(text: str, addresses: Sequence[Address]) -> Iterator[_Fault]:
    """Links whose words are another address than their target."""
    for address in addresses:
        if address.label is None:
            continue
        words = text[slice(*address.label)].strip()
        if not _TEXT_ADDRESS.fullmatch(words):
            continue
        full = clean(words) or clean("http://" + words)
        target = address.target
        cut = _CUT.search(text[max(0, address.start - 60) : address.start])
        if alike(full, target) or (cut and alike(clean(cut["cut"] + "." + words), target)):
            continue
        yield address.start, address.end, "error", f"The link shows {words} but leads to {target}."


_CUT = re.compile(r"<{0,2}(?P<cut>https?://[\w.-]+)>{0,2}\.?\s*\Z", re.I)
"""The beginning of an address that a page break cut off."""


def _schemes(text: str) -> Iterator[_Fault]:
    """Addresses that begin in a broken way, or twice."""
    for tagged in _TAGGED.finditer(text):
        yield *tagged.span(), "error", "The signs < and > cannot stand in the address."
    for twice in _BARE_TWICE.finditer(text):
        yield *twice.span(), "error", "The host stands in the address twice."
    for match in _SCHEME.finditer(text):
        end = max(match.end(), _RUN.match(text, match.end()).end())  # type: ignore[union-attr]
        if not _SOUND.fullmatch(match[0]):
            yield (
                match.start(),
                end,
                "error",
                f"The address begins with {match[0].strip()}, which is no scheme.",
            )
        elif text.startswith("/", match.end()):
            yield (
                match.start(),
                end,
                "error",
                "The address begins with more than two slashes after its scheme.",
            )
        else:
            before = text[max(0, match.start() - 1) : match.start()]
            inside = re.search(
                r"https?://[^\s<>()\[\]]*\Z", text[max(0, match.start() - 400) : match.start()]
            )
            if inside and before not in ("/", "=", ":", "|", "?", "&"):
                yield match.start(), end, "error", "A second address is stuck to the one before it."
            elif inside and _has_host(inside[0], text[match.end() : end]):
                yield (
                    match.start() - len(inside[0]),
                    end,
                    "error",
                    "The head of the address is printed twice.",
                )
            elif inside and _SOUND.fullmatch(inside[0]):
                yield (
                    match.start() - len(inside[0]),
                    end,
                    "error",
                    "The address begins with its scheme twice.",
                )


_BARE_TWICE = re.compile(
    r"https?://(?P<host>(?:[\w-]+\.)+[a-z]{2,})/(?:[\w./~-]*/)?(?P=host)(?=/)[^\s<>]*", re.I
)
"""An address with its host once more in its path: an archive's copies of itself are none that one cites."""


_TAGGED = re.compile(r"https?://[^\s<>]+(?:</?(?!https?:|www\.)[a-z][^\s<>]*>?|"
r">(?=[\w/])(?!https?:)[^\s<>]+)", re.I)
"""An address with a tag of HTML, or another sign in angle brackets, stuck to it."""


def _has_host(before: str, after: str) -> bool:
    """Whether an address stands in the path of another one of the same host, and is no part of a query."""
    outer, inner = parts_of(before), parts_of("https://" + after)
    return "?" not in before and bool(outer.hostname) and outer.hostname == inner.hostname


_BESIDE = 4
"""Characters that may stand between two addresses of one citation."""


def _glued(text: str, addresses: Sequence[Address]) -> Iterator[_Fault]:
    """Addresses that follow another without a word or a mark between, and so without a citation."""
    for first, second in pairwise(addresses):
        between = text[first.end : second.start]
        same = same_page(first.target) == same_page(second.target)
        if second.start - first.end <= _BESIDE and not between.strip(" <>,;" if same else " <>"):
            message = (
                "The address is printed twice." if same
                else "The address follows another directly and has no citation of its own."
            )  # fmt: skip
            yield second.start, second.end, "warning" if " " in between and not same else "error", message


_WORDLESS = re.compile(r"\W*(?:(?:see|available at|accessed|retrieved from|at|url)\b\W*)*", re.I)
_RARE = 0.1
"""The share of notes without words up to which they are no custom of the report."""


def _alone(reading: Reading) -> Iterator[Finding]:
    """Notes that are an address and nothing else, in a report whose notes cite."""
    addressed = [noted.note for noted in reading.citations if find_addresses(noted.note.text)]
    bare: list[tuple[Note, Address]] = []
    for note in addressed:
        addresses = find_addresses(note.text)
        rest = note.text[: addresses[0].start] + note.text[addresses[-1].end :]
        if len(addresses) == 1 and addresses[0].label is None and _WORDLESS.fullmatch(rest):
            bare.append((note, addresses[0]))
    if len(bare) > max(1, _RARE * len(addressed)):
        return
    for note, address in bare:
        start, length = note.wording.span(address.start, address.end)
        printed = note.text[address.start : address.end]
        message = "The note is an address and nothing else: it cites nothing."
        yield Finding("url", "error", (note.series, note.number), printed, (start, start + length), message)


def _spaced(text: str, report: str, noted: NoteCitations) -> Iterator[_Fault]:
    """Addresses with a space inside that is no end of a line."""
    for match in re.finditer(r"(?:https?://|www\.)[^\s<>\"“”‘’「」『』（）、。]*", text):
        code = _END_OF_IT.match(text, match.end())
        rest = code or _REST.match(text, match.end())
        target = match[0]
        if rest is None or target[-1:] in ".,;:)]" or rest["rest"].startswith("www."):
            continue
        offset = noted.note.wording.offsets[match.end()]
        if any(mark in report[offset : noted.note.wording.offsets[match.end() + 1]] for mark in "\r\n\x0c"):
            continue
        host = re.sub(r"^(?:https?://)?(?:www\.)?", "", target)
        if (
            code is None
            and "/" in host
            and not re.search(
                r"[/.?=&-]\Z"
                r"|\A[\w%.-]*[/.]",
                rest["rest"] + target[-1:],
            )
        ):
            continue
        yield (
            match.start(),
            rest.end(),
            "error",
            f"A space stands inside the address: {match[0]}{rest[0]}".rstrip(".") + ".",
        )


def _characters(text: str, addresses: Sequence[Address]) -> Iterator[_Fault]:
    """Addresses with characters that stand in no address."""
    for address in addresses:
        path = re.split(r"[?#]", address.target, maxsplit=1)[0]
        stray, long, percent = (pattern.search(path) for pattern in (_STRAY, _LENGTHENED, _PERCENT))
        if stray:
            message = f"The character {stray[0]} cannot stand in the address."
            severity: Severity = "warning" if stray[0] in "“”‘’–—…" else "error"
            yield address.start, address.end, severity, message
        elif long and path.replace(long[0], "").encode("ascii", "ignore"):
            message = (
                f"The address has the letter {long[0]}, as romanised words do; it may be {_bare(long[0])}."
            )
            yield address.start, address.end, "warning", message
        elif percent:
            message = "A percent sign in the address is not followed by two digits."
            yield address.start, address.end, "warning", message


def _bare(letter: str) -> str:
    """A vowel without its mark."""
    return unicodedata.normalize("NFD", letter)[0]


_AFTER_HOST = re.compile(r"<?https?://(?:[\w-]+\.)+[a-z]{2,}(?P<signs>:(?=/)|//+|\.(?=/))", re.I)
"""What stands between a host and its path, and is more than one slash."""
_BEHIND = re.compile(
    r"[\"“”‘’](?=[\w“”‘’\"])|[\])](?=[.,;\s]|\Z)|<(?!https?:)|"
    r"[。．、，](?=(?:html?|shtml|pdf|php|aspx?|jsp)\b|[a-z0-9-]+/)"
)
"""Signs right behind an address that are part of it, or that nothing before it opened."""


def _signs(text: str, addresses: Sequence[Address]) -> Iterator[_Fault]:
    """Addresses that a quotation mark or a stray bracket cuts off."""
    for address in addresses:
        sign = _BEHIND.match(text, address.end)
        if sign is None or text[address.end - 1] == ">":
            continue
        if sign[0] in "])" and text.count("[" if sign[0] == "]" else "(", 0, address.end) >= text.count(
            sign[0], 0, sign.end()
        ):
            continue
        yield address.start, sign.end(), "error", f"The sign {sign[0]} cannot stand in the address."


def _hosts(text: str, addresses: Sequence[Address]) -> Iterator[_Fault]:
    """Addresses that break off in the host, or whose host cannot be one."""
    for address in addresses:
        wrong = _AFTER_HOST.match(text, address.start)
        if wrong:
            yield address.start, address.end, "error", f"The signs {wrong['signs']} cannot follow the host."
    for match in _SOUND.finditer(text):
        end = _RUN.match(text, match.end()).end()  # type: ignore[union-attr]
        host = re.match(r"[^/?#\\)\]>]*", text[match.end() : end])[0].rstrip(".,;:")  # type: ignore[index]
        if not host or (_HOST.fullmatch(host) and "." in host.removeprefix("www.")):
            continue
        following = next((a for a in addresses if 0 <= a.start - end < _NEAR and a.label), None)
        if following and alike(
            clean(f"{match[0]}{host}.{text[slice(*following.label or (0, 0))]}"), following.target
        ):
            yield (
                match.start(),
                end,
                "info",
                f"The address {match[0]}{host} is cut in two by the end of a page.",
            )
        else:
            yield (
                match.start(),
                end,
                "error",
                f"The address breaks off in the name of its host: {match[0]}{host}.",
            )


def _empty(text: str) -> Iterator[_Fault]:
    """Angle brackets where an address should stand."""
    for match in _EMPTY.finditer(text):
        if text[max(0, match.start() - 1) : match.start()] in (" ", ""):
            yield match.start(), match.end(), "error", "The citation ends in an empty address."

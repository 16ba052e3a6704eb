"""Where the titles of a note's citations stand: in script, romanised, in English.

In comes a note with its citations, out come the offsets of each title in the note's wording. What the
citation knows of it is looked for beside the original; what it does not, in marks of its own directly before
or after.
"""

import re

from srcxlate.citations import Citation
from srcxlate.layout import Span
from srcxlate.reports import NoteCitations
from srcxlate.wording import ORIGINAL_CHARACTER, looks_romanised

_SCRIPT_FIRST = re.compile(
    r"[」』》〉”’\"']?\s+[(（*_“‘\"]*(?P<romanised>[A-Za-zÀ-ɏ][^\[\]()（）]{2,200}?)[*_”’\")）,，]*\s+"
    r"[\[［](?P<english>[^\[\]［］]*[a-z]{2}[^\[\]［］]*)[\]］]"
)
"""The romanised form and the English in square brackets, after a title in script that comes first."""
_TITLE_WORDS = r"[A-ZÀ-Þ\d][^“”‘\"<>\[\]()（）*_]{3,200}?[^\s,;:]"
_MARKED_BEFORE = re.compile(
    rf"(?:[“‘\"'*_](?P<marked>{_TITLE_WORDS})[.,?!]?(?P<closed>[”’\"'*_]*)[.,]?\s*[\[(（]?\s*|[\[(（])"
    rf"(?:[“‘\"'*_]*(?P<bracketed>{_TITLE_WORDS})[”’\"'*_]*[,:;]?\s*)?[「『《〈“‘\"'*_]*\Z"
)
"""A title in marks before one in script, and one that stands with it in brackets."""
_MARKED_AFTER = re.compile(
    rf"[」』》〉”’\"']*[,:;=]?\s*(?:[“‘\"*_](?P<marked>{_TITLE_WORDS})[.,?!]?[”’\"*_]"
    rf"|[(（\[][“‘\"'*_]*(?P<bracketed>{_TITLE_WORDS})[”’\"'*_]*[)）\]])"
)
_CUT_AT_COMMA = re.compile(
    rf"[“‘\"](?P<latin>[^“”‘\"「」『』《》\[\]()（）]*[a-zà-ɏ]\s+)"
    rf"(?P<more>{ORIGINAL_CHARACTER.pattern}[^“”‘’\"「」『』《》\[\]()（）a-zA-Z]*[、,，:：…]\s*)\Z"
)
"""The part before a comma of a title in script that stands in one pair of marks with its romanised form."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\Z")
_LONGEST_TITLE = 450
_FIGURES = re.compile(r"\S*[\d%]\S*\s*")
_LAST_FIGURES = re.compile(
    r"\s?(?P<figures>\d+(?:[.,]\d+)*)\s?(?:[%％]p?)?"
    r"(?=\s*[)）\]］」』》〉”’\"'*\[(（])"
)
_INSIDE_TITLE = re.compile(r"[\w%.\-–~ ]{0,12}\w[\w%.\-–~ ]{0,6}")


def titles_of(noted: NoteCitations) -> list[tuple[dict[str, Span], int]]:
    """Where the titles of a note stand, each with the index of its citation.

    Two strings of script that a few figures or letters part, such as 3%p, the last translated, are one title.
    """
    text = noted.note.text
    found: list[tuple[dict[str, Span], int]] = []
    for index, citation in enumerate(noted.citations):
        spans = _title_spans(text, citation)
        before = found[-1][0] if found else {}
        between = text[before["original"][1] : spans["original"][0]] if before else ""
        if before and "english" not in before and _INSIDE_TITLE.fullmatch(between):
            before["original"] = (before["original"][0], spans["original"][1])
            before.update({name: span for name, span in spans.items() if name == "english"})
            continue
        found.append((spans, index))
    return found


def _title_spans(text: str, citation: Citation) -> dict[str, Span]:
    """Where a citation's original, romanised and English title stand in the note's wording."""
    start, end = citation.start, citation.start + len(citation.original)
    cut = (
        _CUT_AT_COMMA.search(text, max(0, start - _LONGEST_TITLE), start) if citation.role == "work" else None
    )
    start = cut.start("more") if cut else start
    found = {"original": (start, end)}
    for name, wording in (("romanised", citation.romanised), ("english", citation.english)):
        if not wording:
            continue
        before = text.rfind(wording, max(0, start - len(wording) - 60), start)
        after = text.find(wording, end, end + len(wording) + len(citation.romanised or "") + 60)
        at = before if before >= 0 and (name == "romanised" or after < 0) else after
        at = at if at >= 0 else text.find(wording, end)  # behind an address, as in a Markdown link
        if at >= 0:
            found[name] = (at, at + len(wording))
    after_it = _SCRIPT_FIRST.match(text, end) if "romanised" not in found else None
    if after_it and found.get("english", after_it.span("romanised")) != after_it.span("romanised"):
        after_it = None  # the English stands elsewhere
    if after_it and not ORIGINAL_CHARACTER.search(after_it[0]):
        found |= {"romanised": after_it.span("romanised"), "english": after_it.span("english")}
    found["original"] = _with_figures(text, found)
    return _with_titles_beside(text, found) if citation.role == "work" else found


def _with_figures(text: str, found: dict[str, Span]) -> Span:
    """A title in script with the figures that end it, if its romanised form ends in them too: 점유율 84%."""
    start, end = found["original"]
    last = _LAST_FIGURES.match(text, end)
    romanised = text[slice(*found["romanised"])] if "romanised" in found else ""
    if last and re.search(rf"(?<!\d){re.escape(last['figures'])}\D*\Z", romanised):
        return start, last.end()
    return start, end


def _is_doubtful(match: re.Match[str], name: str) -> bool:
    """Whether English beside a title may be more than its English: marks that never close, an imprint."""
    if match.re is _MARKED_BEFORE:
        return name == "marked" and not match["closed"]
    return name == "bracketed" and _YEAR.search(match[name]) is not None


def _with_titles_beside(text: str, found: dict[str, Span]) -> dict[str, Span]:
    """The spans of a title with those of titles directly beside it in marks of their own.

    ``“English” [Romanised: 原題]``, ``_Romanised_ 原題 ‘English’``; what reads as romanised is no English.
    """
    start, end = found["original"]
    before = _MARKED_BEFORE.search(text, max(0, start - _LONGEST_TITLE), start)
    after = _MARKED_AFTER.match(text, end)
    beside = [(before, "marked"), (before, "bracketed"), (after, "marked"), (after, "bracketed")]
    for match, name in beside:
        words = (match[name] or "") if match else ""
        if match is None or not words or ORIGINAL_CHARACTER.search(words):
            continue
        span = match.span(name)
        if any(span[0] < stop and begin < span[1] for begin, stop in found.values()):
            continue
        if looks_romanised(_FIGURES.sub("", words), italic=True):
            found.setdefault("romanised", span)
        elif not _is_doubtful(match, name):
            found.setdefault("english", span)
    return found

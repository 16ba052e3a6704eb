"""TBX, in which termbases change hands (ISO 30042:2019, dialect TBX-Basic), in and out.

In come the bytes of a file, out comes a :class:`TermList`: version 3 in both its styles, DCA (the kind of a
datum is an attribute) and DCT (it is the element's name), and version 2 (``martif``). Entries become the
text of a file of version 3 in DCA style.

Each Japanese, Korean or Chinese section of a concept that has English is an entry. Its preferred term, else
its first, is the original, the others are variants; the English that is deprecated or superseded is to be
avoided. What a glossary has no place for (definitions, contexts, parts of speech) is left out.

A file is from anywhere: entities, the network and document types are not for it to use, and its size, depth
and elements have bounds. It is read as a stream; what was understood is let go.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from srcxlate.errors import Fault, Place
from srcxlate.glossary.entries import Entry
from srcxlate.glossary.termlists import LARGEST, Gathering, TermList, language_of, refuse_unfit

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ROOTS = ("tbx", "martif")
_CONCEPTS = ("conceptEntry", "termEntry")
_SECTIONS = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_GROUPS = ("termGrp", "termNoteGrp", "adminGrp")
"""What only holds together data of what it stands in; a ``descripGrp`` has a source of its own."""
_KINDS = ("admin", "descrip", "termNote")
"""Elements whose kind is their attribute ``type``."""
_STATUS = ("administrativeStatus", "normativeAuthorization")
_PREFERRED = re.compile("preferred", re.I)
_AVOIDED = re.compile("deprecated|superseded|notRecommended|obsolete|forbidden", re.I)
_DEEPEST = 64
_MOST_ELEMENTS = 5_000_000
_MOST_IN_CONCEPT = 20_000
_MOST_SILENT = 1_000_000
"""Bytes without the start or end of an element: no tag, text or document type is that long."""
_SPACE = re.compile("[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of a concept, with what is said of it."""

    text: str
    language: str
    status: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def avoided(self) -> bool:
        return bool(_AVOIDED.search(self.status))


# -- in ------------------------------------------------------------------------------------------------


def parse_tbx(chunks: Iterable[bytes], file: str) -> TermList:
    """The entries of a TBX file.

    :param chunks: the file's bytes, in any pieces; its first lines say the encoding.
    :param file: the name to use in faults.
    :raises Fault: the file is no TBX, no XML, or more than is read.
    """
    gathering = Gathering(file)
    concept: Element | None = None
    for event, element in _events(chunks, file):
        if event == "start":
            if concept is None and _name(element) in _CONCEPTS:
                concept = element
        elif concept is None:
            _let_go(element)
        elif element is concept:
            _read_concept(element, gathering)
            _let_go(element)
            concept = None
    return gathering.gathered()


def _events(chunks: Iterable[bytes], file: str) -> "Iterator[tuple[str, Element]]":
    """The starts and ends of elements; a concept is whole when it ends.

    :raises Fault: the file is no TBX, no XML, or more than is read.
    """
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    bounds = _Bounds(file)
    size = silent = 0
    try:
        for chunk in chunks:
            size += len(chunk)
            if size > LARGEST:
                bounds.refuse(f"is larger than {LARGEST / 1e6:.0f} MB", None)
            parser.feed(chunk)
            _refuse_faulty(parser.feed_error_log, file)
            silent += len(chunk)
            for event, element in parser.read_events():
                silent = 0
                bounds.see(event, element)
                yield event, element
            if silent > _MOST_SILENT:
                bounds.refuse("holds more than a list of terms needs", None)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _no_xml(error.msg or "it is empty", error.lineno, file) from error


def _refuse_faulty(log: Any, file: str) -> None:
    """Refuses a file at its first error: the parser takes what follows some for another document.

    :raises Fault: there is an error.
    """
    errors: Sequence[Any] = log.filter_from_errors() if len(log) else ()
    if len(errors):
        raise _no_xml(errors[0].message, errors[0].line, file)


def _no_xml(told: str, line: int | None, file: str) -> Fault:
    place = Place(file, line or None)
    if "HUGE" in told or "amplification" in told:  # the parser's own bounds, told to programmers
        mend = "Check that it is the right file."
        return Fault("holds more than a list of terms needs", mend=mend, place=place)
    told = re.sub(r"\.?,? line \d+, column \d+\Z", "", told)
    return Fault(f"is no valid XML: {told}", mend="Export it anew.", place=place)


class _Bounds:
    """Holds a file to what a list of terms needs."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._depth = self._elements = self._in_concept = 0
        self._concept_at = 0
        """The depth of the open concept; 0 between two."""

    def see(self, event: str, element: "Element") -> None:
        """:raises Fault: the file is no TBX, or goes beyond the bounds."""
        if event == "end":
            self._concept_at = self._concept_at if self._depth != self._concept_at else 0
            self._depth -= 1
            return
        name = _name(element)
        if element.getparent() is None:
            self._see_root(element, name)
        self._depth, self._elements = self._depth + 1, self._elements + 1
        if self._concept_at:
            self._in_concept += 1
        elif name in _CONCEPTS:
            self._concept_at, self._in_concept = self._depth, 0
        if self._depth > _DEEPEST:
            self.refuse(f"is nested more than {_DEEPEST} deep", element)
        if self._elements > _MOST_ELEMENTS or self._in_concept > _MOST_IN_CONCEPT:
            self.refuse("holds more elements than a list of terms needs", element)

    def _see_root(self, element: "Element", name: str) -> None:
        if name not in _ROOTS:
            message = f"is no TBX: it begins with <{name:.40}>"
            raise Fault(message, mend="Export it as TBX-Basic.", place=Place(self._file, element.sourceline))
        types = element.getroottree().docinfo.internalDTD
        if types is not None and next(iter(types.iterentities()), None) is not None:
            message, mend = "declares entities", "Remove them, or export it anew."
            raise Fault(message, mend=mend, place=Place(self._file, 1))

    def refuse(self, message: str, element: "Element | None") -> None:
        """:raises Fault: always."""
        place = Place(self._file, None if element is None else element.sourceline)
        raise Fault(message, mend="Check that it is the right file.", place=place)


def _let_go(element: "Element") -> None:
    """Frees an element that was read and all that stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _read_concept(concept: "Element", gathering: Gathering) -> None:
    from lxml import etree

    line = concept.sourceline or 1
    if (reference := next(concept.iter(etree.Entity), None)) is not None:
        gathering.refuse(line, f"uses the entity {reference.text:.40}", "Write the character itself.")
        return
    terms = list(_terms(concept))
    english = [term for term in terms if term.language == "en"]
    languages = dict.fromkeys(term.language for term in terms if term.language != "en")
    if not languages:
        gathering.leave_out("concepts without a Japanese, Korean or Chinese term")
    wanted = _preferred_first([term for term in english if not term.avoided])
    if languages and wanted[1:]:
        gathering.leave_out("further English terms", len(wanted) - 1)
    about = _about(concept)
    for language in languages:
        own = _preferred_first([term for term in terms if term.language == language])
        if not wanted:
            message = f"{own[0].text:.40} has no English that may be used"
            gathering.refuse(line, message, 'Give it a term in a section with xml:lang="en".')
            continue
        used = [wanted[0], *own]
        gathering.take(
            line,
            {
                "original": own[0].text,
                "language": language,
                "english": wanted[0].text,
                "variants": [term.text for term in own[1:]],
                "avoid": [term.text for term in english if term.avoided],
                "scope": next(iter(about["x-scope"] or about["subjectField"]), None),
                "note": "; ".join(dict.fromkeys([*about["note"], *(n for t in used for n in t.notes)])),
                "authority": next(iter([*about["source"], *(s for t in used for s in t.sources)]), None),
            },
        )


def _preferred_first(terms: Sequence[_Term]) -> list[_Term]:
    """The terms in their order, but for the first that is preferred: it leads."""
    return sorted(terms, key=lambda term: term is not next(filter(_is_preferred, terms), terms[0]))


def _is_preferred(term: _Term) -> bool:
    return bool(_PREFERRED.search(term.status))


def _terms(concept: "Element") -> Iterator[_Term]:
    """The terms of a concept in the languages that count, those without a word left out."""
    for section in concept:
        language = language_of(section.get(f"{_XML}lang") or section.get("lang") or "")
        if _name(section) not in _SECTIONS or language is None:
            continue
        of_section = _about(section)
        for held in section:
            if _name(held) not in _TERMS:
                continue
            about = _about(held)
            status = next((word for kind in _STATUS for word in about[kind]), "")
            notes = (*of_section["note"], *about["note"])
            sources = (*about["source"], *of_section["source"])
            for text in about["term"][:1]:
                yield _Term(text, language, status, notes, sources)


class _About(dict[str, list[str]]):
    """What is said of something, by its kind; nothing of a kind that is not there."""

    def __missing__(self, kind: str) -> list[str]:
        return []


def _about(element: "Element") -> _About:
    """What an element says of what it stands for, by kind, in its order."""
    found = _About()
    for child in element:
        name = _name(child)
        if name in _GROUPS:
            for kind, words in _about(child).items():
                found.setdefault(kind, []).extend(words)
        elif name not in _SECTIONS and name not in _TERMS:
            kind = (child.get("type") or name) if name in _KINDS else name
            if text := _text(child):
                found.setdefault(kind, []).append(text)
    return found


def _name(element: "Element") -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _text(element: "Element") -> str:
    """An element's wording; white space is as it is printed, unless the element says that it counts."""
    text = "".join(element.itertext())
    return text.strip() if element.get(f"{_XML}space") == "preserve" else _printed(text)


def _printed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


# -- out -----------------------------------------------------------------------------------------------


_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{_NAMESPACE}">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Glossary</title></titleStmt>
      <sourceDesc><p>Written by srcxlate</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_FOOT = """\
    </body>
  </text>
</tbx>
"""


def render_tbx(entries: Sequence[Entry]) -> str:
    """Entries as the text of a TBX file (version 3, TBX-Basic, DCA style), a concept each.

    :func:`parse_tbx` gives the same entries.

    :raises Fault: a value holds what XML or a glossary cannot.
    """
    refuse_unfit(entries)
    return "".join([_HEAD, *(_concept(entry, number) for number, entry in enumerate(entries, 1)), _FOOT])


def _concept(entry: Entry, number: int) -> str:
    inner = [
        _element("descrip", entry.scope, "subjectField"),
        _element("note", entry.note),
        _element("admin", entry.authority, "source"),
        *_section(entry.language, entry.original, entry.variants, "admittedTerm-admn-sts"),
        *_section("en", entry.english, entry.avoid, "deprecatedTerm-admn-sts"),
    ]
    lines = [f'<conceptEntry id="c{number}">', *(f"  {line}" for line in inner if line), "</conceptEntry>"]
    return "".join(f"      {line}\n" for line in lines)


def _section(language: str, first: str, others: Iterable[str], status: str) -> Iterator[str]:
    yield f'<langSec xml:lang="{language}">'
    for text, word in ((first, "preferredTerm-admn-sts"), *((other, status) for other in others)):
        if text:
            note = _element("termNote", word, "administrativeStatus")
            yield f"  <termSec>{_element('term', text)}{note}</termSec>"
    yield "</langSec>"


def _element(name: str, text: str | None, kind: str = "") -> str:
    """An element with a text; empty where there is none."""
    if not text:
        return ""
    kept = ' xml:space="preserve"' if _printed(text) != text else ""  # XML 1.0, 2.10: white space that counts
    written = html.escape(text, quote=False).replace("\r", "&#13;")
    return f"<{name}" + (f' type="{kind}"' if kind else "") + f"{kept}>{written}</{name}>"

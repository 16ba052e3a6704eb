"""The house glossary as it lies in files: reading it, adding to it, and all that others use of it.

In come ``glossary/*.yaml``, out comes a :class:`Glossary`. How its terms are found in a text stands in
``matching``, whether a draft kept them in ``inflection``, how they are put into one in ``repair``, what a
person should know of the files in ``findings``, and how glossaries are exchanged in ``exchange``.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from srcxlate.cache import opened
from srcxlate.errors import Fault, Faults, Place
from srcxlate.files import read_text, write_text
from srcxlate.glossary.entries import HOUSE_STYLE, Entry
from srcxlate.glossary.findings import Finding, check
from srcxlate.glossary.folding import compared, squeezed
from srcxlate.glossary.inflection import kept, stem
from srcxlate.glossary.matching import Finder, Glossary, Hit, make_glossary, terms_of
from srcxlate.records import parse_records, read_records, render_value

__all__ = [
    "FROM_REVIEW", "HOUSE_STYLE", "Entry", "Finder", "Finding", "Glossary", "Hit", "add_entry", "check",
    "kept", "lengthened", "make_glossary", "read_glossary", "stem", "terms_of",
]  # fmt: skip

FROM_REVIEW = "from-review.yaml"
"""The file under ``glossary/`` to which terms are added that came up in review."""


def read_glossary(folder: Path, cache: Path | None = None) -> Glossary:
    """All terms under ``glossary/``, in the order of the files' names.

    Of two entries with one written form the first holds: a contradiction is told by :func:`check`, and
    does not stop a day's work.

    :param cache: where what the files held is kept, so that only changed ones are parsed.
    :raises Faults: every fault of every file.
    """
    entries: list[Entry] = []
    faults: list[Fault] = []
    with opened(cache) as known:
        for path in sorted(folder.glob("*.yaml")):
            try:
                entries += (entry for entry, _ in read_records(path, Entry, known))
            except Fault as fault:
                faults += fault.each
    if faults:
        raise Faults(faults)
    return make_glossary(entries)


def add_entry(folder: Path, entry: Entry) -> Path:
    """Adds an entry at the end of ``glossary/from-review.yaml``; gives the file's path.

    What a person wrote there stays as it is, byte for byte. The file is made where there is none.

    :raises Fault: a written form of the entry stands in a file of the folder already, the glossary has
        faults, the file ends in a way that nothing can be added to, or the disk will not take it.
    """
    path = folder / FROM_REVIEW
    _refuse_known(folder, entry)
    text = read_text(path) if path.exists() else ""
    longer = lengthened(text, [entry], str(path))
    if longer is None:
        message = f"{entry.original} cannot be added after the last entry"
        mend = "Write the list with one '- ' a line and no brackets round it, and end it plainly."
        line = text.count("\n") + (not text.endswith("\n"))
        raise Fault(message, mend=mend, place=Place(str(path), line))
    write_text(path, longer)
    return path


def _refuse_known(folder: Path, entry: Entry) -> None:
    """Refuses an entry whose original or variant stands in the glossary as an original or a variant.

    :raises Fault: with the place of the entry that is there.
    """
    forms = {_form(form, entry.language): form for form in (*entry.variants, entry.original)}
    for path in sorted(folder.glob("*.yaml")):
        for there, line in read_records(path, Entry):
            if there.language != entry.language:
                continue
            for form in (there.original, *there.variants):
                if _form(form, entry.language) in forms:
                    written = forms[_form(form, entry.language)]
                    message = f"{written} ({entry.language}) means {there.english!r} here already"
                    mend = f"Change that entry, or leave {written} out of the new one."
                    raise Fault(message, mend=mend, place=Place(str(path), line))


def _form(written: str, language: str) -> str:
    return squeezed(compared(written, language))


_LIST_ITEM = re.compile(r"^([ ]*)-(?=\s|$)", re.MULTILINE)


def lengthened(text: str, entries: Sequence[Entry], file: str) -> str | None:
    """A glossary file's text with entries behind its last; what is there stays, byte for byte.

    They get the indent and the line ends that are there.

    :returns: None where the file ends in a way that nothing can be added to.
    :raises Faults: what is wrong in the text as it is.
    """
    block = render_value([entry.model_dump(mode="json", exclude_defaults=True) for entry in entries])
    first = _LIST_ITEM.search(text)
    added = "".join(f"{first[1] if first else ''}{line}" for line in block.splitlines(keepends=True))
    if text and not text.endswith("\n"):
        added = "\n" + added
    longer = text + (added.replace("\n", "\r\n") if "\r\n" in text else added)
    wanted = [*(there for there, _ in parse_records(text, Entry, file)), *entries]
    try:
        found = [there for there, _ in parse_records(longer, Entry, file)]
    except Fault:
        return None
    return longer if found == wanted else None

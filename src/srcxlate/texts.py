"""The texts of sources that a user added: kept as they were given, read as sentences.

In come plain texts, out come files under ``.srcxlate/texts/<id>/``, and from them the sentences that are
drafted and that quotations are compared with. A work may have several texts, such as two pasted passages;
their files are numbered in the order in which they came. Deleting a file takes its text away.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from srcxlate.errors import Fault, Place
from srcxlate.files import read_text, write_text
from srcxlate.languages import HAN, HANGUL, KANA, ORIGINAL
from srcxlate.segments import split

LARGEST = 16 * 1024 * 1024
"""Bytes of a text; a book of 1,000 pages is about 3 MB."""
_NAME = re.compile(r"(?P<number>\d{1,6})-(?P<digest>[0-9a-f]{12})\.txt")
_PAGE_END = re.compile("[\f\v\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
"""What cannot stand in a text: nobody sees it, and terminals obey it."""
_ORIGINAL = re.compile(f"[{ORIGINAL}]")
_KANA, _HANGUL, _HAN = (re.compile(f"[{script}]") for script in (KANA, HANGUL, HAN))
_SCRIPT_S_SHARE = 0.1
"""Of the characters of a text, from which on kana make it Japanese and hangul Korean: plain prose has 0.3 and
more, and what a text quotes from another language less."""
_HAN_ALONE = 50
"""Characters of Han from which on a text without kana and hangul is Chinese: a heading may do without."""
_ENDED = re.compile(r"[。｡！？!?．.…」』”’）)】]\s*\Z")
_BEGINS = re.compile(
    r"\s*(?:[•・●■◆○□▶※*\-–—①-⑳]|\d{1,3}[.)、．]\s|[(（]\d{1,2}[)）]|[一二三四五六七八九十]{1,3}[　、．])"
    r"|[　 ]{1,4}\S"
)
"""How a line begins that goes on with none before it: a list's entry, an indented paragraph."""
_RAGGED = {"ja": 2, "zh": 2, "ko": 12}
"""By how many characters a line that was broken for width may be shorter than the longest beside it: Korean
breaks between words, Japanese and Chinese between any two characters."""
_NARROWEST = 12
"""Characters in a line below which no text is set."""
_SEVERAL = 2


def read_texts(folder: Path) -> dict[str, tuple[str, ...]]:
    """All texts, by the id of their work, each work's in the order in which they came.

    :param folder: ``.srcxlate/texts``; it need not exist.
    :raises Fault: a file cannot be read, or is no UTF-8.
    """
    if not folder.is_dir():
        return {}
    found = {path.name: _files(path) for path in sorted(folder.iterdir()) if path.is_dir()}
    return {source: tuple(map(_read, paths)) for source, paths in found.items() if paths}


def add_text(folder: Path, source: str, text: str, name: str) -> bool:
    """Keeps a text of a work; says whether it is new.

    Characters that nobody sees are left out; line ends become one character.

    :param source: the id of a work that exists.
    :param name: where it comes from, for faults.
    :raises Fault: it holds no Japanese, Korean or Chinese; it cannot be written.
    """
    text = _cleaned(text)
    if not _ORIGINAL.search(text):
        message = "holds no Japanese, Korean or Chinese" if text.strip() else "is empty"
        raise Fault(message, mend="Name the text of the source itself.", place=Place(name))
    there = _files(folder / source)
    if any(_read(path) == text for path in there):
        return False
    return write_text(_path(folder, source, _last(there) + 1, text), text)


def evident_language(text: str) -> str | None:
    """The language that its script proves, ``ja``, ``ko`` or ``zh``; None where it is too little to tell."""
    kana, hangul, han = (len(script.findall(text)) for script in (_KANA, _HANGUL, _HAN))
    least = _SCRIPT_S_SHARE * (kana + hangul + han)
    if max(kana, hangul) > least:
        return "ja" if kana > hangul else "ko"
    return "zh" if han >= _HAN_ALONE and not (kana or hangul) else None


def moved(folder: Path, source: str, others: Iterable[str]) -> tuple[dict[Path, str], list[Path]]:
    """What is to be written and what to be removed for a work to get the texts of others behind its own."""
    removals = [path for other in others for path in _files(folder / other)]
    texts = enumerate(map(_read, removals), _last(_files(folder / source)) + 1)
    return {_path(folder, source, number, text): text for number, text in texts}, removals


def sentences(texts: Sequence[str], language: str) -> list[str]:
    """The sentences of a work's texts in their order, those without a character in original script left out.

    Lines that were broken for width, as in what is pasted from a PDF, are joined first.

    :param language: ``ja``, ``ko`` or ``zh``; any other gives the rules that all three share.
    """
    whole = (_unbroken(text, language) for text in texts)
    found = (one.text.strip() for text in whole for one in split(text, language))
    return [sentence for sentence in found if _ORIGINAL.search(sentence)]


def keyed(found: Iterable[str]) -> Mapping[str, str]:
    """Sentences under their segments' keys, in their order.

    A key is the first 12 hex digits of the SHA-256 of the sentence; a repeat has ``-2`` behind it, and so on.
    """
    segments: dict[str, str] = {}
    times: Counter[str] = Counter()  # counted, not looked for: a table repeats a line thousands of times
    for sentence in found:
        first = sha256(sentence.encode()).hexdigest()[:12]
        times[first] += 1
        segments[first if times[first] == 1 else f"{first}-{times[first]}"] = sentence
    return segments


def _files(folder: Path) -> list[Path]:
    """The files of a work's texts in their order; what people keep beside them is not read."""
    if not folder.is_dir():
        return []
    named = [(match, path) for path in folder.iterdir() if (match := _NAME.fullmatch(path.name))]
    return [path for _, path in sorted(named, key=lambda one: (int(one[0]["number"]), one[1].name))]


def _path(folder: Path, source: str, number: int, text: str) -> Path:
    return folder / source / f"{number:03}-{sha256(text.encode()).hexdigest()[:12]}.txt"


def _last(paths: Sequence[Path]) -> int:
    return int(paths[-1].name.partition("-")[0]) if paths else 0


def _read(path: Path) -> str:
    return _cleaned(read_text(path, largest=LARGEST, mend="Delete it and add the text again."))


def _cleaned(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", _PAGE_END.sub("\n\n", text))


def _unbroken(text: str, language: str) -> str:
    """A text without the line ends that are there for width.

    Such lines are about as long as the longest, two of them at least, and end in no sentence's end.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    ragged = _RAGGED.get(language, 2)
    widths = [len(line) for line in lines if _ORIGINAL.search(line)]
    full = max(widths, default=0) - ragged
    if full < _NARROWEST or sum(width >= full for width in widths) < _SEVERAL:
        return "\n".join(lines)
    joined = lines[0]
    for before, line in pairwise(lines):
        if len(before) < full or _ENDED.search(before) or not line or _BEGINS.match(line):
            joined += "\n" + line
        else:
            latin = before[-1].isascii() and line[0].isascii()
            joined += (" " if language == "ko" or latin else "") + line
    return joined

"""What a language model answered, as a draft: one line of English and what is wrong with it.

What comes in is the text that a model wrote and the source it was asked to translate; what goes out is
the line that a person sees, with flags. A model of this size wraps its answer, repeats itself or
refuses now and then (measured: 1 refusal in 1,080), and rules mend or tell that better than a longer
prompt does.
"""

import re
from collections.abc import Iterable, Iterator

RULES = 3
"""Raised with every change here that changes drafts: it is part of the engine's identity."""

FLAGS = ("lines", "loop", "cut", "length", "leftover", "refusal", "empty")
"""All that can be wrong with a draft, the mildest first."""
MOST, MOST_BESIDE = 8, 16
"""English has at most so many letters and digits for each of the source's, and so many more. Measured on
472 titles and sentences with their English: 1.4 to 6.2 for each, and 8 for a title of three letters; in the
model's English of 90 titles: 1.4 to 7, and 10 where it invented the half."""
ENOUGH_TO_TELL = 10
"""English with fewer letters and digits than the source has beyond ASCII has lost something, if those are
so many: people wrote 1.4 for each at least. Where the model took the source for a command ("put into French:
the weather is fine") and gave the rest of it alone, it wrote 0.4 to 0.9."""

_WRAPPER = re.compile(
    r"(?:(?:sure|certainly|of course)\W+)?(?:here(?:'s|’s| is) )?(?:"
    r"(?:the |an? )?(?:english )?translation(?: of (?:the|this)[^:\"“]{0,60})?(?: in(?:to)? english)?"
    r"(?: is| would be| reads)?(?: as follows)?"
    r"|(?:the |this )?(?:given )?(?:japanese |korean |chinese )?(?:sentence|title|text|phrase)"
    r" (?:translates|is translated|can be translated)(?: in(?:to)? english)?(?: to| as)?(?: english)?(?: as)?"
    r")(?:\s*:\s*|\s+(?=[\"“]))|(?:in )?english(?: translation)?\s*:\s*",
    re.IGNORECASE,
)
_REFUSAL = re.compile(
    r"(?:i['’]m sorry|i am sorry|sorry, (?:but )?i|i apologi[sz]e"
    r"|i can(?:not|['’]t) (?:assist|help|translate)"
    r"|i['’]m unable|i am unable|i['’]m not able|as an ai|unfortunately, i)\b",
    re.IGNORECASE,
)
_ORIGINAL_SCRIPT = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)
_COMMENT = re.compile(
    r"\W*(?:notes?|explanation|comment|translator['’]s note|please note|this (?:translation|sentence)"
    r"|i hope|let me know)\b",
    re.IGNORECASE,
)
_FULL_STOP = re.compile(r"(?!.*[.!?]\s)(?!.*\b(?:[A-Za-z]|Co|al|Jr|Sr|Ltd|Inc|etc)\.$).*[^.]\.")
_ENDED = re.compile(r"[。．.｡…!?！？][\W_]*$")
_QUOTES = {'"': '"', "“": "”", "'": "'", "‘": "’", "«": "»"}
_OPENING = "「『《〈“‘\"'«＂"
_CHARACTER_LOOP = re.compile(r"([^\d\s]{1,20}?)\1{7,}\Z")
_WORD_LOOPS = 3  # a tail said three times is a loop; a single word five times


def tidy(answer: str, source: str) -> tuple[str, tuple[str, ...]]:
    """The model's answer as one line of English, and what a reviewer should know of it.

    Of several lines the first counts, unless it is too short for the source and all of them are not: then
    they are a list, made one line. A wrapper ("The translation is: …") and quotation marks that the source
    does not have are taken off, and so is the full stop of a single sentence whose source ends without a
    mark; a tail that repeats itself is kept once; the first letter is large.
    """
    flags = []
    lines = list(filter(None, (_unwrapped(line, source) for line in answer.splitlines())))
    lines = lines[:1] + [line for line in lines[1:] if not _COMMENT.match(line)]
    if len(lines) > 1:
        flags.append("lines")
        if _is_short(lines[0], source) and not _is_long(" ".join(lines), source):
            lines = [" ".join(lines)]
    text, looped = _without_loop(lines[0] if lines else "")
    if re.match(r"[a-z]+\b", text):  # a term that was written into the source begins small; iPhone stays
        text = text[0].upper() + text[1:]
    if looped:
        flags.append("loop")
    if _REFUSAL.match(text):
        flags.append("refusal")
    elif _FULL_STOP.fullmatch(text) and not _ENDED.search(source):
        text = text[:-1]  # a title has none
    if _ORIGINAL_SCRIPT.search(text):
        flags.append("leftover")
    if not text:
        flags.append("empty")
    elif _is_short(text, source) or _is_long(text, source):
        flags.append("length")
    return text, tuple(flags)


def faults_of(text: str) -> Iterator[str]:
    """The flags that any engine's English may earn by itself: ``loop``, ``leftover``."""
    if _without_loop(text)[1]:
        yield "loop"
    if _ORIGINAL_SCRIPT.search(text):
        yield "leftover"


def severity(flags: Iterable[str]) -> int:
    """How much is wrong with a draft: 0 is nothing; more flags and worse ones count more."""
    return sum(FLAGS.index(flag) + 1 for flag in flags)


def _is_short(text: str, source: str) -> bool:
    foreign = sum(character.isalnum() and not character.isascii() for character in source)
    return foreign >= ENOUGH_TO_TELL and _letters(text) < foreign


def _is_long(text: str, source: str) -> bool:
    return _letters(text) > MOST * _letters(source) + MOST_BESIDE


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _unwrapped(line: str, source: str) -> str:
    line, before = line.strip(), None
    while line != before:
        before = line
        line = line[match.end() :].strip() if (match := _WRAPPER.match(line)) else line
        closing = _QUOTES.get(line[:1])
        inside = line[1:-1]
        if closing and line.endswith(closing) and len(line) > 1 and source.strip()[:1] not in _OPENING:
            # A mark that closes inside belongs to two quotations, "A" and "B"; an apostrophe does not.
            line = line if re.search(rf"{closing}\W*\s", inside) else inside.strip()
    return line


def _without_loop(text: str) -> tuple[str, bool]:
    """The text with a repeated tail kept once, and whether there was one."""
    if match := _CHARACTER_LOOP.search(text):
        return (text[: match.start()] + match[1]).strip(), True
    words = text.split()
    bare = [word.strip(".,;:!?—–-'\"").lower() for word in words]
    if len(bare) - len(set(bare)) < _WORD_LOOPS - 1:
        return text, False  # no word is said often enough
    for length in range(1, len(words) // _WORD_LOOPS + 1):
        # The last round may have been broken off after `rest` words, the last of them in the middle;
        # of several readings the one that leaves least is right.
        kept = [end for rest in range(length + 1) if (end := _end_of_first_round(bare, length, rest))]
        if kept:
            return " ".join(words[: min(kept)]).rstrip(",;"), True
    return text, False


def _end_of_first_round(words: list[str], length: int, rest: int) -> int:
    """Where the first round of a tail ends that says `length` words over and over; 0 if none does."""
    end = len(words) - rest
    unit = words[end - length : end]
    start = end - length
    while start >= length and words[start - length : start] == unit:
        start -= length
    enough = _WORD_LOOPS if length > 1 else _WORD_LOOPS + 2
    broken_off = words[end:-1] == unit[: rest - 1] and unit[rest - 1].startswith(words[-1]) if rest else True
    return start + length if broken_off and (end - start) // length >= enough else 0

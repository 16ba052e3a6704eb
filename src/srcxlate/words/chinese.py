"""The words of a Chinese text with their pinyin and their English.

In come a text and the stretches of it to gloss, out come the words of their Han characters. The dictionary
cuts them; pypinyin tells which pronunciation a text means, and so which entry.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from srcxlate.languages import HAN
from srcxlate.layout import Span
from srcxlate.words.cedict import NAME, Entry, entries, join_pinyin, segment
from srcxlate.words.glossed import GRAMMAR, Glossed, in_short

_RUN = re.compile(f"[{HAN}]+")
_FUNCTION = {
    "的": "of, ’s", "之": "of", "了": "(done)", "在": "in, at", "和": "and", "与": "and, with",
    "與": "and, with", "及": "and", "同": "with; same", "并": "and", "並": "and", "或": "or; may",
    "而": "and, but", "但": "but", "对": "toward, on", "對": "toward, on", "将": "will", "將": "will",
    "把": "object", "被": "by (passive)", "遭": "suffers", "让": "let, make", "讓": "let, make",
    "使": "let, make", "不": "not", "无": "no, without", "無": "no, without", "没": "not, has not",
    "沒": "not, has not", "未": "not yet", "非": "not, non-", "勿": "do not", "为": "for; is",
    "為": "for; is", "以": "with, in order to", "从": "from", "從": "from", "自": "from, self",
    "由": "by, from", "于": "in, at", "於": "in, at", "向": "toward", "到": "to, until", "至": "to, until",
    "是": "is", "有": "has, there is", "就": "on, about; then", "也": "also", "还": "still, also",
    "還": "still, also", "都": "all", "又": "again", "再": "again", "已": "already", "可": "can", "能": "can",
    "会": "will, can", "會": "will, can", "要": "will, must", "应": "should", "應": "should",
    "该": "should; this", "該": "should; this", "更": "more", "最": "most", "时": "when, time",
    "時": "when, time", "后": "after", "後": "after", "前": "before; former", "内": "within", "內": "within",
    "外": "outside, foreign", "因": "because of", "若": "if", "如": "if, like", "等": "and others",
    "其": "its, their", "此": "this", "各": "each", "每": "each", "称": "says", "稱": "says", "说": "says",
    "說": "says", "据": "according to",
}  # fmt: skip
"""Characters that hold a sentence together."""
_ALWAYS = frozenset("的了在和与與及对對不是被把将將让讓没沒未")
"""Those among them that are hardly ever part of a name or of a shortened compound (自贸)."""
_HEADLINES = frozenset(
    "大新上中下年月日首第零〇一二三四五六七八九十百千万萬亿億两兩半多少高低个個位家国國看谈談人全美俄"
    "韩韓华華访訪拟擬欲盼吁籲促斥批赴抵签簽禁限停增减減升降涨漲跌超破连連三邊边厂廠额額率次党黨军軍"
)
"""Other characters that are words in headlines. One that is in neither list is rarely a word, and rather part
of the name of a person or a body: it is left open, and so are those of this list beside it."""


def words(text: str, gaps: Iterable[Span]) -> Iterator[Glossed]:
    """The words of Han characters in some stretches of a text."""
    for start, end in gaps:
        for run in _RUN.finditer(text, start, end):
            yield from _run(run[0], run.start())


def reading(text: str, start: int, end: int) -> str | None:
    """The pinyin of a stretch, word by word; None if it has no Han character."""
    parts = [word.reading for word in words(text, [(start, end)]) if word.reading]
    return " ".join(parts) or None


def _run(run: str, offset: int) -> Iterator[Glossed]:
    spoken = _syllables(run)
    spans = list(segment(run))
    unsure = _unsure(run, spans)
    for start, end in spans:
        word = run[start:end]
        said = spoken[start:end]
        ordered = _in_order(word, said)
        pinyin = ordered[0].pinyin if ordered else join_pinyin(said)
        english, authority = _FUNCTION.get(word), GRAMMAR
        if english is None:
            english, authority = _english(word, ordered), NAME
        if english is None or (start, end) in unsure:
            yield Glossed(word, offset + start, offset + end, pinyin or None)
        else:
            yield Glossed(word, offset + start, offset + end, pinyin or None, english, authority)


def _in_order(word: str, said: Sequence[str]) -> list[Entry]:
    """A word's entries, the likeliest first: as it is said here, a common word before a name alike."""

    def unlikely(entry: Entry) -> tuple[bool, bool, bool]:
        differs = bool(said) and [one.lower() for one in entry.syllables] != list(said)
        return not entry.senses, differs, entry.proper and len(word) == 1

    return sorted(entries(word), key=unlikely)


def _english(word: str, ordered: Sequence[Entry]) -> str | None:
    """The senses of the likeliest entry; of a single character also what it abbreviates: 中 is China too."""
    if not ordered:
        return None
    senses = list(ordered[0].senses)
    if len(word) == 1:
        alike = [entry.syllables[0].lower() for entry in ordered[:1]]
        names = [
            one for one in ordered[1:] if one.proper and one.senses and one.syllables[0].lower() in alike
        ]
        senses = [*senses[:2], *(one.senses[0] for one in names)] if names else senses
    return in_short(senses, most=3)


def _unsure(run: str, spans: Sequence[Span]) -> set[Span]:
    """The single characters that may be part of a name, and those beside them."""
    found: set[Span] = set()
    row: list[Span] = []
    for start, end in [*spans, (0, 0)]:
        if end - start == 1 and run[start] not in _ALWAYS:
            row.append((start, end))
            continue
        if any(run[at] not in _HEADLINES and run[at] not in _FUNCTION for at, _ in row):
            found.update(row)
        row = []
    return found


def _syllables(run: str) -> tuple[str, ...]:
    """How each character is said in this run, with the tone's number; none where pypinyin does not know."""
    from pypinyin import Style, lazy_pinyin

    said = lazy_pinyin(run, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True)
    return tuple(one if one[-1:].isdigit() else "" for one in said) if len(said) == len(run) else ()

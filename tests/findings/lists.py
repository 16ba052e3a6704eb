"""Lists for the tests of printing: invented rows, and those that the checks make of an invented report."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from srcxlate.checks.quotations import Original
from srcxlate.checks.quoted import Passage
from srcxlate.findings import Judgement, check_report, listing_of
from srcxlate.findings.rows import listing_rows
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report

Row = dict[str, Any]


def finding(key: str, **changes: Any) -> Row:
    """The row of a finding; of a date in note 2 unless told otherwise."""
    return {
        "key": key.ljust(16, "0"),
        "kind": "date-url",
        "severity": "error",
        "series": 1,
        "note": 2,
        "line": 40,
        "start": 1000,
        "length": 10,
        "near": "note of the docks, May 3",
        "id": None,
        "message": "The note prints May 3 2023, but the address carries May 3, 2022 (2022/05/03).",
        "printed": "May 3 2023",
        "original": None,
        "at_issue": None,
        "language": None,
        "gloss": [],
        "others": [],
        "news": None,
        "dismissed": None,
    } | changes


def quotation(key: str, **changes: Any) -> Row:
    """The row of a quotation; without a text unless told otherwise."""
    return {
        "key": key.ljust(16, "0"),
        "quote": "the docks are quiet",
        "line": 12,
        "start": 200,
        "length": 19,
        "series": 1,
        "note": 3,
        "resolved_series": 1,
        "resolved_note": 3,
        "id": "sato-2022-minato-no-mirai",
        "original_title": "港の未来",
        "language": "ja",
        "others": [],
        "verdict": "no-text",
        "sure": None,
        "differences": [],
        "sentences": [],
        "signed_off": None,
    } | changes


def listing(findings: Iterable[Row] = (), quotes: Iterable[Row] = (), **changes: Any) -> Row:
    """The rows of a list."""
    empty: Row = {"report": "docks", "gone": [], "texts_wanted": [], "attribution": []}
    return empty | {"findings": list(findings), "quotes": list(quotes)} | changes


def word(text: str, reading: str | None, english: str | None, authority: str | None = "jmdict") -> Row:
    return {"word": text, "reading": reading, "english": english, "authority": authority}


SAID = {"who": "Ann Lee", "at": "2026-03-01T09:30:00+00:00", "reason": "the author’s own spelling"}
LACKS = finding(
    "20dd1c",
    kind="omission",
    severity="warning",
    note=8,
    line=61,
    start=2100,
    id="mori-2023-zosen",
    message="The English drops ‘systematic’, which the original has.",
    printed="The Shipbuilding Crisis",
    original="造船の体系的支援謎と「危機」",
    at_issue=[2, 9],
    language="ja",
    gloss=[
        word("の", "no", "of, ’s", "grammar"),
        word("体系的", "taikeiteki", "systematic"),
        word("、", None, None, None),
        word("支援謎", "shien-nazo", None, None),
    ],
    news="new",
)
LIST = listing(
    [
        finding("d449e2", news="kept"),
        LACKS,
        finding(
            "20dd1cf",
            kind="romanisation",
            severity="warning",
            note=8,
            line=62,
            start=2200,
            message="The title's 조선소 reads joseonso; printed is josonso.",
            printed="josonso",
            original="조선소의 미래",
            at_issue=[0, 3],
            language="ko",
            news="kept",
        ),
        finding(
            "7e3bf2",
            kind="title-variant",
            severity="info",
            series=2,
            note=1,
            line=90,
            message="The Chinese title is 造船业 here and 造船業 in note 8.",
            printed="造船业",
            original="造船业",
            language="zh",
            news="new",
        ),
        finding("1a2b3c", note=9, line=70, start=3000, news="kept", dismissed=SAID),
        finding(
            "00aa11",
            kind="body-note",
            severity="warning",
            series=None,
            note=None,
            line=5,
            start=50,
            message="The text dates this last year; the note dates its source June 9 2022.",
            printed="last year",
            news="new",
        ),
        finding(
            "9f9f9f",
            kind="quotation",
            note=1,
            line=10,
            start=150,
            message="The quotation says 30 per cent; the sentence says 3割3分 (33 per cent).",
            printed="30 per cent",
            original="2023年の受注は3割3分減った。",
            at_issue=[9, 13],
            language="ja",
            id="mori-2023-zosen",
            news="new",
        ),
    ],
    [
        quotation("aaaa01", quote="the yards will close", verdict="faithful", note=2, line=11),
        quotation(
            "aaaa02",
            quote="orders fell by 30 per cent in 2023",
            verdict="differs",
            note=1,
            line=10,
            resolved_note=8,
            id="mori-2023-zosen",
            original_title="造船の体系的支援謎と「危機」",
            differences=[
                {
                    "kind": "number",
                    "message": "The quotation says 30 per cent; the sentence says 3割3分 (33 per cent).",
                    "printed": "30 per cent",
                }
            ],
            sentences=[
                {"original": "2023年の受注は3割3分減った。", "english": "Orders in 2023 fell by 33%."},
                {"original": "港は静かだ。", "english": None},
            ],
        ),
        quotation("aaaa03", quote="no yard has closed since the war", verdict="not-found"),
        quotation("aaaa04"),
        quotation("aaaa05", id=None, original_title=None, language=None, series=None, note=None)
        | {"resolved_series": None, "resolved_note": None},
        quotation("aaaa06", quote="a harbour without ships", verdict="differs", signed_off=SAID),
    ],
    gone=[finding("c0ffee", line=None, start=None, length=None, note=4)],
    texts_wanted=[
        {"id": f"sato-{2000 + at}-minato-no-mirai", "title": f"港の未来 第{at}巻", "quotes": 30 - at}
        for at in range(12)
    ],
    attribution=["JMdict: Electronic Dictionary Research and Development Group, CC BY-SA 4.0"],
)  # fmt: skip
"""A list with something of everything."""

HOSTILE = (
    "\x1b[31mred\x1b[0m\x07\r",
    "turned \u202e round\u2066",
    "[bold red]markup[/bold red] [/] [link=https://evil.example]x[/link]",
    "**bold** _thin_ `code` ``more`` | cell | ~~gone~~ $x$",
    "[text](https://evil.example) ![picture](https://evil.example/a.png) <https://evil.example>",
    "<script>alert(1)</script> <img src=x> &lt; &#60; <!-- -->",
    "see https://evil.example/a_b_c, www.evil.example and mail@evil.example @someone #12 :smile:",
    "\\* \\` \\[ ``` ` \\",
    "# head\n- item\n1. one\n> quote\n\n    code\n---\n",
    "\x00\x0b\x0c\x85\ufffe\uffff\ud800\u2028",
    "⟦mine⟧ ␛ ]]>",
    "`",
    "``a",
    "the sign #",
    "x" * 500,
    "造船の危機" * 60,
    "@0#0",
)
"""What a report may hold to harm a terminal, a page or a file."""


def hostile_list(text: str) -> Row:
    """A list that has a text wherever a report or a person may put one."""
    row = finding(
        "abcdef",
        message=f"Before {text} behind",
        printed=text,
        original=f"海{text}海",
        at_issue=[0, 1 + len(text)],
        language="ja",
        gloss=[word("海" + text, text, text), word(text, text, None, None)],
        near=text,
    )
    body = finding("234567", series=None, note=None, near=text)
    said = {"who": text, "at": "2026-03-01T09:30:00+00:00", "reason": text}
    quote = quotation(
        "fedcba",
        quote=text,
        verdict="differs",
        original_title=text,
        differences=[{"kind": "number", "message": text, "printed": text}],
        sentences=[{"original": text, "english": text}],
    )
    return listing(
        [row, finding("123456", message=text, printed=text, dismissed=said), body],
        [quote, quotation("fedcbb", quote=text, verdict="faithful", signed_off=said)],
        report=text,
        gone=[row | {"key": "0" * 16, "line": None, "start": None, "length": None}],
        texts_wanted=[{"id": "a-1", "title": text, "quotes": 2}],
        attribution=[text],
    )


# -- a real one ------------------------------------------------------------------------------------

_REPORT = """# Quiet docks

“The government has not yet decided whether it will support the yards”.[^1] Orders fell.[^2] A union said
that “the docks are quiet”.[^3]

[^1]: Mori Ken, *Zōsen no gigi* 造船の危機 [The shipbuilding crisis], Kaiji Shimbun, 3 May 2023,
https://kaiji.example/2023/05/13/zosen.

[^2]: Ibid.

[^3]: Sato Yui, *Minato no mirai* 港の未来 [The future of the port], Kōwan, June 2022.
"""
_TEXT = Passage(
    "ja",
    (
        Original(
            "政府は造船所を支援するかどうか決めた。",
            "The government has decided whether to support the yards.",
        ),
        Original("港湾の労働者は待っている。", "Port workers are waiting."),
    ),
)  # fmt: skip


def checked_list() -> Row:
    """What the checks find in an invented report, its first finding dismissed."""
    reading, glossary = read_report(_REPORT, "docks"), make_glossary([])
    bare = check_report(reading, (), {}, glossary)
    work = next(one.work.id for one in bare.quoted if one.work)
    checked = check_report(reading, (), {work: _TEXT}, glossary)
    at = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    judged = {
        checked.findings[0].finding.key: Judgement("dismissed", "Ann Lee", at, "as the author wants it")
    }
    return listing_rows(listing_of(checked, judged), glossary)

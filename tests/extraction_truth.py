"""What the tests of notes, citations, references and quotations read: reports with their hand-made truth."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st

from srcxlate.notes import Notes, parse_notes

HERE = Path(__file__).resolve().parent
REAL_REPORT = HERE.parent.parent / "shared" / "report" / "acri-2024-10.txt"

needs_real_report = pytest.mark.skipif(
    not REAL_REPORT.exists(),
    reason="the real report is no part of the repository: ../shared/report is not there",
)
"""For tests marked ``report``: skips, and says so, where the report is not beside the repository."""


@dataclass(frozen=True)
class InventedReport:
    name: str
    text: str
    notes: Notes
    truth: dict[str, Any]


@cache
def invented_reports(folder: str = "reports") -> tuple[InventedReport, ...]:
    """The reports of a folder of ``tests/data``: ``reports``, or ``reports-second``, written later."""
    found = []
    for path in sorted((HERE / "data" / folder).glob("*.truth.yaml")):
        name = path.name.removesuffix(".truth.yaml")
        (report,) = (p for p in path.parent.glob(f"{name}.*") if p.suffix in (".txt", ".md"))
        text = report.read_bytes().decode("utf-8")
        truth = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.append(InventedReport(name, text, parse_notes(text), truth))
    return tuple(found)


@cache
def real_report() -> tuple[str, Notes]:
    text = REAL_REPORT.read_bytes().decode("utf-8")
    return text, parse_notes(text)


def real_truth(name: str) -> list[dict[str, Any]]:
    lines = (HERE / "data" / "acri" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def closed_up(text: object) -> str:
    """Wording without white space, for comparing what line breaks split; None is empty."""
    return "" if text is None else "".join(str(text).split())


def seconds(call: Callable[[], object]) -> float:
    """The processor time of a call; other work on the machine does not count."""
    start = process_time()
    call()
    return process_time() - start


LARGE = 200_000
"""Characters of a report that means harm."""

_PIECES = [
    "1. ", "2. ", "- 3 ", "[^4]: ", "[5] ", "6) ", "（7）", "注8) ", "⁹ ", "10", "¹", "²³", "[^1]",
    "(2)", "<sup>3</sup>", "“", "”", "‘", "’", '"', "'", "「", "」", "『", "』", "《", "》", "(",
    ")", "[", "]", "（", "）", "<", ">", "*", "_", "`", "造船", "の危機", "조선", "위기", "船厂", "年",
    "月", "日", "号", "第", "頁", "ー", "・", "、", "。", "，", "；", "：", "Zōsen ", "no kiki ", "Kim ",
    "see ", "See ", "Ibid. ", "ibid", "op. cit.", "同上", "前掲注1", "위의 글", "앞의 책", "각주 2) ",
    "note 1", "ed. ", "in ", "p. 3", "pp. 4–5", ", ", "; ", ". ", ": ", "... ", "2023年5月17日",
    "令和5年", "17 May 2023", "2023.5.17", "20230517", "99", "https://", "http://[", "www.",
    "example.org/a", "%E4%B8%AD", "doi: 10.1000/1", "](", "accessed ", "Notes", "\n", "\n", "\r\n", "\r",
    "\n\n", "\t", "    ", " ", "\u00a0", "\u3000", "\x0c", "\x00", "\x1c", "\u00ad", "\u200b", "\u200f",
    "\u202e", "\u2066", "\ufeff", "\u2028", "\ue000", "\ue001", "\ud7ff", "𠮟", "ſ", "K", "٣", "３",
    "_____", "»", "«", "›", "‹", "„", "[i] ", "[iv]", "ii. ", "endnote vi", "(2014) ", " [造船]", " (조선), ",
    "17.05.2023", "in: ", "Ministry of Yards",
]  # fmt: skip
"""What markers, titles, dates, addresses and page breaks are made of, and what breaks readers of them."""

hostile_text = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60).map("".join)

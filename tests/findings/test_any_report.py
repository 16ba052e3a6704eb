"""Whatever a report holds, the check ends, and what it says stands where it says."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.findings import check_report, listing_of
from srcxlate.findings.rows import listing_rows
from srcxlate.glossary import read_glossary
from srcxlate.reports import read_report

GLOSSARY = read_glossary(Path(__file__).parents[2] / "glossary")
PARTS = st.sampled_from(
    [
        "Mori Ken, *Zōsen no kiki* 造船の危機 [The shipbuilding crisis], Kaiji, 3 May 2023",
        "‘Chosŏn sanŏp’ 조선산업 3조원 (Shipbuilding of 3 trillion won), 5.6.2021",
        "“八连跌”《船厂》 (Eight falls in a row), Xinhua, 2023",
        "Ibid., p. 4",
        "See note 1",
        "https://example.jp/2023/05/09/12.html",
        "<[https://a.example/20230101](http://[::1/x)>",
        "http://[55]/20211341",
        "尹大統領 (President Moon)",
        "「",
        "』",
        "(",
        "]",
        "“",
        "'",
        "*",
        "\u202e",
        "\x00",
        "３割",
        "百分之",
        "not",
        ".",
        ";",
        ", ",
        "\n",
    ]
)


WORDS = st.lists(PARTS, max_size=8).map(" ".join)


@settings(deadline=None)  # word lists are read on the first call
@given(st.lists(WORDS, min_size=1, max_size=5), WORDS)
def test_any_report_is_checked(notes, body):
    marks = "".join(f" said “{body}”.[^{number}]" for number, _ in enumerate(notes, 1))
    text = "\n\n".join([marks, *(f"[^{number}]: {note}" for number, note in enumerate(notes, 1))])
    reading = read_report(text, "any")
    listing = listing_of(check_report(reading, (), {}, GLOSSARY), {})
    rows = listing_rows(listing, GLOSSARY)
    for row in rows["findings"]:
        assert 0 <= row["start"] <= row["start"] + row["length"] <= len(text)
        assert row["at_issue"] is None or 0 <= row["at_issue"][0] < row["at_issue"][1] <= len(row["original"])
        assert row["near"] in " ".join(text.split())
        assert row["message"].endswith((".", "”", "?", "!"))
    assert len({(row["key"], row["series"], row["note"]) for row in rows["findings"]}) == len(
        rows["findings"]
    )
    assert [row["start"] for row in rows["quotes"]] == sorted(row["start"] for row in rows["quotes"])

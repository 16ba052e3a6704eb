"""Quoted passages with their sources: followed through notes, held against the texts at hand."""

import re

import pytest

from srcxlate.checks.quotations import Original
from srcxlate.checks.quoted import Passage, quotation_findings, quoted_passages, texts_wanted
from srcxlate.findings import check_report, listing_of
from srcxlate.findings.rows import listing_rows
from srcxlate.glossary import make_glossary
from srcxlate.merging import merge
from srcxlate.reports import Reading, read_report

REPORT = """# Quiet docks

Orders fell, and “the government has not yet decided whether it will support the yards”.[^1] The paper adds
that “orders fell by 30 per cent in 2023”.[^2] A union said that “the docks are quiet”.[^3] Elsewhere the mood
was better: “no yard has closed since the war”.[^4] The yards are “open for business as usual”.[^5]

[^1]: Mori Ken, *Zōsen no kiki* 造船の危機 [The shipbuilding crisis], Kaiji Shimbun, 3 May 2023.

[^2]: Ibid.

[^3]: Sato Yui, *Minato no mirai* 港の未来 [The future of the port], Kōwan, June 2022.

[^4]: Mori, *Zōsen no kiki*.

[^5]: Jane Bell, “Yards that stay open”, The Dock, 4 March 2022.
"""
MORI, SATO = "ken-2023-zosen-no-kiki", "yui-2022-minato-no-mirai"
GLOSSARY = make_glossary([])
TEXT = Passage(
    "ja",
    (
        Original(
            "政府は造船所を支援するかどうか決めた。",
            "The government has decided whether to support the yards.",
        ),
        Original("2023年の受注は3割減った。", "Orders in 2023 fell by 30 per cent."),
        Original("港湾の労働者は新しい契約を待っている。", "Port workers are waiting for a new contract."),
    ),
)


def quoted(reading: Reading, passages):
    ids = merge((), reading.name, reading.cited).homes
    return quoted_passages(reading, ids, passages, GLOSSARY)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_report(REPORT, "docks")


def test_each_passage_has_its_source(reading):
    found = [(one.note, one.resolved, one.work and one.work.id) for one in quoted(reading, {})]
    assert found == [
        ((1, 1), (1, 1), MORI),
        ((1, 2), (1, 1), MORI),
        ((1, 3), (1, 3), SATO),
        ((1, 4), (1, 1), MORI),
        ((1, 5), (1, 5), None),
    ]
    assert {one.verdict for one in quoted(reading, {})} == {"no-text"}


def test_texts_that_would_settle_the_most_come_first(reading):
    wanted = [(work.id, work.title, count) for work, count in texts_wanted(quoted(reading, {}))]
    assert wanted == [(MORI, "造船の危機", 3), (SATO, "港の未来", 1)]
    assert [work.id for work, _ in texts_wanted(quoted(reading, {MORI: TEXT}))] == [SATO]


def test_quotations_are_held_against_the_text(reading):
    verdicts = [one.verdict for one in quoted(reading, {MORI: TEXT})]
    assert verdicts == ["differs", "faithful", "no-text", "not-found", "no-text"]


def test_findings_carry_both_wordings(reading):
    denied, faithful, _, missing, _ = quoted(reading, {MORI: TEXT})
    (finding,) = quotation_findings(reading, denied)
    assert (finding.kind, finding.severity, finding.place) == ("quotation", "error", (1, 1))
    assert finding.original == "政府は造船所を支援するかどうか決めた。"
    assert "not" in finding.printed
    assert not list(quotation_findings(reading, faithful))
    (finding,) = quotation_findings(reading, missing)
    assert (finding.severity, finding.place, finding.original) == ("warning", (1, 4), None)
    assert reading.text[slice(*finding.span)] == "no yard has closed since the war"


def test_printed_words_stand_where_they_are_said_to(reading):
    for one in quoted(reading, {MORI: TEXT}):
        for finding in quotation_findings(reading, one):
            there = " ".join(reading.text[slice(*finding.span)].split())
            assert finding.printed in there


def test_a_key_outlives_renumbering_and_dies_with_either_wording(reading):
    keys = [one.key for one in quoted(reading, {MORI: TEXT})]
    assert len(set(keys)) == len(keys)
    later = re.sub(r"\[\^(\d)\]", lambda match: f"[^{int(match[1]) + 1}]", REPORT)
    one_more = later.replace("Orders fell,", "It rained.[^1] Orders fell,")
    again = read_report(one_more.replace("[^2]: Mori", "[^1]: Ann Lee, A Book, 2001.\n\n[^2]: Mori"), "docks")
    assert quoted(again, {})[0].note == (1, 2)
    assert [one.key for one in quoted(again, {MORI: TEXT})] == keys
    reworded = read_report(REPORT.replace("the docks are quiet", "the docks are silent"), "docks")
    assert [a == b.key for a, b in zip(keys, quoted(reworded, {MORI: TEXT}), strict=True)] == [
        True, True, False, True, True,
    ]  # fmt: skip
    other = Passage(
        "ja", (*TEXT.sentences[:1], Original("2023年の受注は3割も減った。", TEXT.sentences[1].draft))
    )
    assert quoted(reading, {MORI: other})[1].key != keys[1]


def test_of_several_works_the_one_that_has_the_words_is_taken():
    text = REPORT.replace(
        "3 May 2023.", "3 May 2023; Sato Yui, *Minato no mirai* 港の未来, Kōwan, June 2022."
    )
    reading = read_report(text, "docks")
    empty = Passage("ja", (Original("港は静かだ。", "The port is quiet."),))
    first = quoted(reading, {MORI: TEXT, SATO: empty})[0]
    assert (first.work and first.work.id, first.verdict) == (MORI, "differs")
    first = quoted(reading, {SATO: TEXT})[0]
    assert (first.work and first.work.id, first.verdict) == (SATO, "differs")
    (finding,) = quotation_findings(reading, quoted(reading, {SATO: empty})[0])
    assert finding.message.endswith("Its note cites other works as well, such as 造船の危機.")


def test_nothing_is_faithful_to_a_sentence_without_english(reading):
    bare = Passage("ja", tuple(Original(sentence.text) for sentence in TEXT.sentences))
    found = quoted(reading, {MORI: bare})[1]
    assert found.verdict == "not-found"
    assert found.compared
    assert "has no English yet" in found.compared.message


def test_rows_have_the_spans_of_both_sides(reading):
    listing = listing_of(check_report(reading, (), {MORI: TEXT}, GLOSSARY), {})
    (row, *_) = listing_rows(listing, GLOSSARY)["quotes"]
    (difference,) = row["differences"]
    assert (difference["kind"], difference["sentence"]) == ("negation", 0)
    assert row["sentences"][0]["original"] == "政府は造船所を支援するかどうか決めた。"
    start, end = difference["span"]
    assert row["quote"][start:end] == difference["printed"]

"""What the English of a title drops or adds."""

import re
from pathlib import Path

import pytest
from tests.checks import measure
from tests.checks.reports import report_of

from srcxlate.checks.omissions import check_omissions
from srcxlate.glossary import Glossary, read_glossary

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return read_glossary(REPOSITORY / "glossary")


def found(glossary: Glossary, original: str, english: str) -> list[tuple[str, str]]:
    """The printed words and the message of each finding on a title."""
    japanese = re.search("[ぁ-ヿ]", original)
    romanised, outlet = ("Kore wa hitotsu", "Nikkei") if japanese else ("Sori naneun geot", "Maeil Ilbo")
    reading = report_of(
        f"Hong Mi-na, “{romanised}” {original} ({english}), {outlet}, May 4, 2023, https://example.com/1."
    )
    findings = list(check_omissions(reading, glossary))
    assert all(reading.text[slice(*finding.span)] == finding.printed for finding in findings)
    assert {finding.severity for finding in findings} <= {"warning", "info"}
    return [(finding.printed, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("original", "english", "told"),
    [
        ("합의는 없다", "Agreement in sight", "a negation"),
        ("対話は始まらない", "Dialogue begins", "a negation"),
        ("政府不支持新税", "Government supports new tax", "a negation"),
        ("内年 대신 내년 하반기 완공", "Completion", "'next year' and 'second half of the year'"),
        ("一部の企業が撤退", "Firms withdraw", "'some' or 'in part'"),
        ("수출 회복의 신호", "Signs of recovery", "'exports'"),
        ("中長期的な課題", "Medium-term tasks", "'long term'"),
        ("史上初の女性市長", "A woman becomes mayor", "'first'"),
        ("规模最大的工厂", "A factory", "'most' or 'largest'"),
        ("原則として公開", "Records and archives", "'in principle'"),
        ("移転の計画、進まず", "Plans for relocation move ahead", "a negation"),
        ("海運の経済効果", "The effects of shipping", "that it is about the economy"),
        (
            "電子決済の普及、地方で遅れ",
            "Uptake of electronic payment lags",
            "that it is in the regions, outside the big cities",
        ),
        ("3년 만에 끝난 협상", "Negotiations, after three years", "that it has ended or will end"),
        ("新しい税を検討", "A new tax", "that it is only being considered"),
        ("再び値上げ", "Prices go up", "'again'"),
        ("図書館、休館しない方針", "Library plans to close", "a negation"),
        ("파업 끝내지 않기로", "Union to end strike", "a negation"),
        ("値下げをせず", "Distributors to cut prices", "a negation"),
        ("夏休みの図書館", "The library", "that it is in the vacations"),
        ("심야 버스 노선 확대", "Bus routes expand", "that it is at night"),
        ("山区学校的老师", "Teachers at school", "that it is in the mountains"),
        ("섬마을 진료소의 의사", "The doctor of the clinic", "that it is on an island"),
        ("사립 유치원 원장", "Head of kindergarten", "that it is private"),
        ("冷凍食品の価格", "The price of food", "that it is frozen or chilled"),
        ("북미 시장 진출", "Entering the market", "that it is in North America"),
        ("試験的な運行", "Buses to run", "that it is a trial"),
        ("画家の弟子と将棋盤", "The pupil and the board of shogi", "the word 画家"),
    ],
)
def test_what_is_dropped_is_told(glossary, original, english, told):
    assert found(glossary, original, english) == [
        (english, f"The English drops {told}, which the original has.")
    ]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("합의는 없다", "There is no agreement"),
        ("対話は欠かせない", "Dialogue is a must"),
        ("不断扩大的市场", "A growing market"),
        ("뿐만 아니라 함께", "Together and more"),
        ("来年の課題", "Tasks for 2025"),
        ("最大3割の減税", "Tax cut of up to 30 percent"),
        ("수출 회복의 신호", "Signs that shipments recover"),
        ("한중 관계", "South Korea-PRC relations"),
        ("국내 산업", "Industry in South Korea"),
        ("公正取引委員会の調査", "Japan Fair Trade Commission inquiry"),
        ("東シナ海の波", "Waves of the East China Sea"),
        ("新しい航路", "A new route [to the PRC]"),
        ("まず港から", "First, the port"),
        ("無核化の交渉", "Talks on denuclearisation"),
        ("无刷电机的研究", "A study of brushless motors"),
        ("税制の再検討", "Rethinking the tax system"),
    ],
)
def test_what_is_rendered_is_not_told(glossary, original, english):
    assert found(glossary, original, english) == []


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("새로운 항로", "A new route to the PRC", "to the PRC"),
        ("회담은 다시 시작됐다", "The talks have not begun again", "not"),
        ("工場の建設", "The factory is to be built next year", "next year"),
    ],
)
def test_what_is_added_is_told(glossary, original, english, printed):
    assert [words for words, _ in found(glossary, original, english)] == [printed]


def test_a_word_dropped_from_the_romanised_form_is_told(glossary):
    note = "Kubo Ayano, “{}” 母の介護と私の仕事 (Mother’s care and my work), Nikkei, July 4, 2023, https://example.com/1."
    told = [
        [finding.message for finding in check_omissions(report_of(note.format(romanised)), glossary)]
        for romanised in ("Haha no kaigo to shigoto", "Haha no kaigo to watashi no shigoto")
    ]
    assert told == [["The romanised title drops 私の, which the original has."], []]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("首相、辞任を否定せず", "Prime minister denies resigning"),
        ("여당 특검법 수용 불가", "Ruling party accepts special prosecutor bill"),
        ("知事、増税を排除しない", "Governor rules out tax rise"),
        ("대법원 원심 파기하지 않아", "Supreme Court overturns lower ruling"),
    ],
)
def test_a_denied_denial_is_told(glossary, original, english):
    assert [told for _, told in found(glossary, original, english)] == [
        "The English drops a negation, which the original has."
    ]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("売れない土地を子どもに残すな", "Do not leave land that sells to your children"),
        ("使わない薬を捨てるな", "Do not throw away medicine that you use"),
        ("読まない本は買わない", "I do not buy books that I read"),
        ("쓰지 않는 물건 버리지 말자", "Let us not throw away things that we use"),
        ("아이 안 낳는 사회", "A society that has children"),
    ],
)
def test_one_negation_of_two_is_told(glossary, original, english):
    assert [told for _, told in found(glossary, original, english)] == [
        "The English drops a negation, which the original has."
    ]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("売れない土地を子どもに残すな", "Do not leave unsellable land to your children"),
        ("知らない人について行くな", "Never go with strangers"),
        ("動かない車は売れない", "Broken-down cars will not sell"),
        ("終わらない戦争を忘れない", "Never forget the endless war"),
        ("治らない病と生きる", "Living with an incurable illness"),
        ("献血者が足りない", "Blood donors in short supply"),
        ("救急車を呼ぶべきか迷ったら", "When you are not sure whether to call an ambulance"),
        ("안 쓰는 교실의 변신", "Unused classrooms find a new life"),
    ],
)
def test_what_says_both_negations_is_not_told(glossary, original, english):
    assert found(glossary, original, english) == []


@pytest.mark.skipif(not measure.REAL_REPORT.exists(), reason="the real report is not here")
def test_the_real_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "omission", (check_omissions,))
    told = measure.measure(["omission"], "even")
    assert told.precision >= 0.8
    assert told.recall >= 0.8


def test_the_planted_report(monkeypatch):
    monkeypatch.setitem(measure.CHECKS, "omission", (check_omissions,))
    told = measure.measure(["omission"], "b")
    assert told.recall >= 0.85
    assert told.alarmed == 0

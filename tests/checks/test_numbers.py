"""Quantities of original titles against those of their English."""

import pytest
from hypothesis import given, settings
from tests.checks.reports import found_by, titled, told
from tests.extraction_truth import hostile_text

from srcxlate.checks.numbers import check_numbers
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report


def cited(romanised: str, original: str, english: str) -> str:
    return f"Ann Lee, “{romanised}” {original} ({english}), Port Weekly, May 2, 2023, https://port.example/a."


@pytest.mark.parametrize(
    ("romanised", "original", "english"),
    [
        ("Segye 5dae hangman", "세계 5대 항만", "The five major ports of the world"),
        ("Kimpo, yonen-buri", "金浦、4年ぶりの再開", "Gimpo reopens after four years"),
        ("3nyeon man-e choedae", "3년 만에 최대", "At a three-year high"),
        ("Joseon 3sa", "국내 조선 3사", "Three domestic shipbuilders"),
        ("Reiwa 4-nendo", "令和4年度の海運白書", "White paper on shipping for fiscal 2022"),
        ("Ichioku en", "港湾に3,500億円を投資", "350 billion yen to be put into ports"),
        ("San-wari gen", "日本車は3割減", "Japanese cars down by 30 percent"),
        ("Jeolban-euro", "운임 절반으로 하락", "Rates are halved"),
        ("Dingdan fan yi fan", "韩国造船订单翻一番", "Shipbuilding orders double"),
        ("Ryōkoku no minato", "両国の港をめぐって", "The ports of the two countries"),
        ("Cheot chulhang", "선박의 첫 출항", "First voyage of a ship"),
        ("G7 to fune", "G7と船のゆくえ", "The G7 and ships"),
        ("Senryaku 2014", "自動車産業の戦略2014", "Car industry strategy 2014"),
        ("8.2GW", "해상풍력, 전남 8.2GW", "Offshore wind: 8.2 gigawatts in South Jeolla"),
        ("Gonghang 8nyeon", "어업협정 공백 8년", "[The first] eight years without a fisheries agreement"),
        ("Sangatsu no nigiwai", "港の三月のにぎわい", "A port in a busy March"),
        ("1nyeon", "섬 주민의 1년", "A year in the life of islanders"),
        ("10nyeon", "조선업의 10년", "A decade of shipbuilding"),
        ("Kamihanki no minato", "上半期の港の統計", "Port statistics for the first six months"),
        ("Hannen no fune", "船の半年", "Six months of a ship"),
        ("20dae-ui baram", "20대의 바람", "What people in their twenties want"),
    ],
)  # fmt: skip
def test_what_agrees(romanised: str, original: str, english: str) -> None:
    assert told(check_numbers, cited(romanised, original, english), "Ibid.") == []


@pytest.mark.parametrize(
    ("original", "english", "severity", "said"),
    [
        ("세계 5대 항만", "The four major ports of the world", "error", "five"),
        ("金浦、4年ぶりの再開", "Gimpo reopens after three years", "error", "four"),
        ("港湾に3,500億円を投資", "35 billion yen to be put into ports", "error", "350 billion yen"),
        ("수입 2억 달러 감소", "Imports down by 200 million won", "error", "200 million dollars"),
        ("日本車は3割減", "Japanese cars down by a third", "error", "30 percent"),
        ("점유율 3%p 상승", "Share up by 3 percent", "error", "3 percentage points"),
        ("令和4年度の海運白書", "White paper on shipping for fiscal 2021", "error", "2022"),
        ("自動車産業の戦略2014", "Car industry strategy 2015", "error", "2014"),
        ("여객 100여 명 출발의 날", "Exactly 100 passengers leave", "warning", "more than 100"),
        ("日本車は減", "Japanese cars down by 30 percent", "warning", "30 percent"),
        ("日本車は3割減", "Japanese cars lose ground", "warning", "30 percent"),
    ],
)
def test_what_does_not(original: str, english: str, severity: str, said: str) -> None:
    romanised = "Jeomyuyul 3%p sangseung" if "3%p" in original else "Abc no fune"
    (finding,) = found_by(check_numbers, cited(romanised, original, english), "Ibid.")
    assert finding.at_issue is None or finding.at_issue[1] <= len(original)
    assert (finding.severity, finding.original) == (severity, original)
    assert said in finding.message


@settings(deadline=None)
@given(hostile_text, hostile_text)
def test_reads_any_text(original: str, english: str) -> None:
    reading = read_report(f"[1] See x\n[2] Lee, “Abc” 船{original} ({english}), May 2, 2023.", "any")
    for finding in check_numbers(reading, make_glossary([])):
        assert finding.span[0] <= finding.span[1]


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("500億円規模の基金", "A 50-billion-yen fund"),
        ("30兆ウォンの予算", "A thirty-trillion-won budget"),
        ("200억 달러 투자", "A 20-billion-dollar investment"),
        ("12%減税へ", "A 12-percent tax cut"),
        ("3人に1人が高齢者", "One in three people is elderly"),
        ("10곳 중 7곳 미흡", "Seven of ten fall short"),
        ("10곳 중 7곳 미흡", "Seven of the ten ports fall short"),
        ("5社に1社が赤字", "One company in five loses money"),
        ("열에 아홉은 비정규직", "Nine out of ten are irregular workers"),
        ("청년 3명 중 1명 실업", "A third of young people out of work"),
        ("열 가구 가운데 셋 빚더미", "Thirty percent of households in debt"),
        ("每三家有一家倒闭", "One in three goes bankrupt"),
        ("십중팔구 실패", "Nine times out of ten it fails"),
        ("两块钱的公交车", "The two-yuan bus"),
        ("一円の重み", "The weight of one yen"),
        ("一块钱的早餐", "Breakfast for a yuan"),
        ("改革的后半程", "The second half of reform"),
        ("シーズン後半戦へ", "Into the second half of the season"),
        ("경기 후반의 역전", "A turnaround in the second half"),
        ("上半场的失误", "Mistakes of the first half"),
        ("일석이조 효과", "Killing two birds with one stone"),
        ("四半世紀の歩み", "A quarter of a century"),
        ("港區面積倍增", "Port area doubles"),
        ("예산 배증 요구", "Call to double the budget"),
    ],
)
def test_other_ways_to_say_a_quantity_agree(original, english):
    assert found_by(check_numbers, titled(original, english)) == []


@pytest.mark.parametrize(
    ("original", "english", "printed"),
    [
        ("80億円の橋", "An eighty-billion-yen bridge", "eighty-billion-yen"),
        ("3人に1人が反対", "One in four opposed", "One in four"),
        ("열에 셋은 적자", "Four in ten run at a loss", "Four in ten"),
        ("两块钱的公交车", "The three-yuan bus", "three-yuan"),
        ("后半程的考验", "The first half of the test", "first half"),
        ("四半世紀の歩み", "Half a century", "Half a century"),
    ],
)
def test_another_quantity_said_so_is_told(original, english, printed):
    assert [f.printed for f in found_by(check_numbers, titled(original, english))] == [printed]


def test_figures_that_end_a_title_are_its_own() -> None:
    titles = "‘Ships Full to 72 Percent’ (*Seonbak jeongwon 72%* 선박 정원 72%)"
    note = f"Baek Ju [백주] (4 May 2023) {titles}, *Port News*, https://port.example/a."
    assert found_by(check_numbers, note) == []
    assert [f.printed for f in found_by(check_numbers, note.replace("72 Per", "27 Per"))] == ["27 Percent"]

"""Quotation marks and brackets of titles: which lack their partner."""

import pytest
from hypothesis import given, settings
from tests.checks.reports import found_by, told
from tests.extraction_truth import hostile_text

from srcxlate.checks.marks_checked import check_marks
from srcxlate.glossary import make_glossary
from srcxlate.reports import read_report

TAIL = ", *Port News*, May 2 2023 <https://port.example/a>."


@pytest.mark.parametrize(
    "title",
    [
        "'Japan's 'key' ports and the nations' ships'",
        "'Leaders' joint statement on ships'",
        "'Ports despite having 'right optics''",
        "'Kim reveals \"a ship\"'",
        "'A theory of *seonjingu*'",
        "‘Japan’s strategy was ‘just to sail’ in the ’90s’",
        "“Ships: ‘a life’”",
        "“P'ansori wa han'gŭl” 판소리와 한글 (P'ansori and han'gŭl)",
        "“Shin'ichi no fune” 新一の「船」 (Shin'ichi's ship)",
        "“Bukgeuk 'kkum'” 북극 '꿈' (An Arctic 'dream')",
        "'The world of the *fune* 船'",
        "「『船』の一生」",
        "“Fune (jō)” 船（上） (The ship, part 1)",
    ],
)
def test_sound_marks(title: str) -> None:
    assert told(check_marks, "Ann Lee, " + title + TAIL, "Ibid.") == []


def test_an_asterisk_without_its_partner() -> None:
    sound = "Ann Lee, “Fune” 船 (*Ships*), *Port News*, May 2 2023 <https://port.example/a>."
    half = "Ann Lee, 《船》 (*Chuan de lishi) [A history of ships], *Port News*, May 3 2023, https://port.example/b."
    assert told(check_marks, sound, half, sound) == [(2, "warning")]
    assert told(check_marks, half, "Ibid.") == []  # no report that sets italics so
    assert told(check_marks, sound, half.replace("lishi)", "lishi*)"), sound) == []


@pytest.mark.parametrize(
    "title",
    [
        "'Ships 'key' and 'sound to all",
        "'K-Plan' to be the largest by 2030'",
        "“Bukgeuk kkum, 8.2GW 북극 꿈, 8.2GW (An Arctic dream)",
        "“Bukgeuk 'kkum'” 북극 '꿈 (An Arctic 'dream')",
        "“Bukgeuk kkum” 북극 꿈 (An Arctic dream: ships",
        "「船の一生」 Fune no isshō [Life of a ship",
        "‘“Fune wo” miru’ 」船を」見る (Seeing ‘ships’)",
        "'Champae'ro ppajin jeongchi' 참패'로 빠진 정치 (Fallen by 'defeat')",
        "“Fune no issei” 「船』の一生 (Life of a ship)",
    ],
)
def test_marks_without_a_partner(title: str) -> None:
    found = told(check_marks, "Ann Lee, " + title + TAIL, "Ibid.")
    assert found
    assert set(found) == {(1, "warning")}


def test_says_which_mark_closes_another() -> None:
    (finding,) = found_by(check_marks, "Ann Lee, “Fune” 「船』の一生 (Life)" + TAIL, "Ibid.")
    assert "「" in finding.message
    assert "closed by 』" in finding.message


@settings(deadline=None)
@given(hostile_text)
def test_reads_any_text(text: str) -> None:
    reading = read_report(f"[1] {text}\n[2] 'A b, {text}', *C*, May 2 2023.", "any")
    for finding in check_marks(reading, make_glossary([])):
        assert finding.span[0] <= finding.span[1]


HARVARD = (
    "Park Na-ri [박나리] (3 May 2022) ‘Who Owns the Sea?’ (*Badaui juineun nuguinga* "
    "바다의 주인은 누구인가), *Port News*. Available at: https://port.example/a (accessed 1 June 2023)."
)
OTHERS = [HARVARD.replace("example/a", f"example/{n}").replace("3 May", f"{n} May") for n in range(4, 9)]


@pytest.mark.parametrize(
    ("sound", "broken"),
    [("누구인가),", "누구인가,"), ("[박나리] (", "[박나리 ("), ("(*Bada", "*Bada"), ("[박나리]", "박나리]")],
)
def test_brackets_of_a_citation_that_lack_their_partner(sound: str, broken: str) -> None:
    assert told(check_marks, HARVARD, *OTHERS) == []
    assert (1, "warning") in told(check_marks, HARVARD.replace(sound, broken), *OTHERS)

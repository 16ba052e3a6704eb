"""Quantities of originals and of English: known answers, none, and numbers in every notation."""

import csv
import re
import time
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.quantities import Quantity, find, find_english, rewritten
from srcxlate.quantities.figures import figure
from srcxlate.quantities.numerals import numerals

DATA = Path(__file__).parent / "data" / "quantities"
FILES = {"ja": "japanese", "ko": "korean", "zh": "chinese", "en": "english"}


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def truth() -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Each text once, with all of its quantities."""
    texts: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for language, name in FILES.items():
        for row in rows(name):
            texts.setdefault((language, row["text"]), []).append(tuple(row.values())[1:])
    return [(language, text, quantities) for (language, text), quantities in texts.items()]


TRUTH = truth()
NONE = [(row["language"], row["text"]) for row in rows("none")]


def read(text: str, language: str) -> tuple[Quantity, ...]:
    return find_english(text) if language == "en" else find(text, language)


def told(text: str, quantity: Quantity, language: str) -> tuple[str, ...]:
    value = ""
    if quantity.low is not None:
        value = str(quantity.low) + ("" if quantity.value is not None else f"..{quantity.high}")
    english = "" if language == "en" else quantity.english
    wording = text[quantity.start : quantity.end]
    return wording, quantity.kind, value, quantity.unit, quantity.approximate, english


@pytest.mark.parametrize(("language", "text", "expected"), TRUTH, ids=[text for _, text, _ in TRUTH])
def test_known_quantities(language, text, expected):
    assert [told(text, quantity, language) for quantity in read(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), NONE, ids=[text for _, text in NONE])
def test_what_only_looks_like_a_quantity(language, text):
    assert read(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ja", "支持率35%、5社、2024年に3,500億円", ["350 billion yen"]),
        ("ja", "令和6年5月3日、三割が反対", ["May 3, 2024", "30 percent"]),
        ("ja", "4年ぶりに3倍", ["for the first time in four years", "three times"]),
        ("ko", "2024년 35% 증가, 3조5천억 원", ["35 percent increase", "3.5 trillion won"]),
        ("ko", "세계 5대 시장에서 3년 연속", ["five major", "third straight year"]),
        ("zh", "民國113年六成企業", ["2024", "60 percent"]),
        ("zh", "35人、5%、八连跌", ["eighth straight fall"]),
        ("und", "3,500億円", []),
    ],
)
def test_what_is_rewritten(language, text, expected):
    assert [quantity.english for quantity in rewritten(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "original", "english"),
    [
        ("ja", "3,500億円", "¥350bn"),
        ("ja", "3割", "30 per cent"),
        ("ja", "3分の2", "two-thirds"),
        ("ko", "8개월 연속", "eight consecutive months"),
        ("ko", "3조5천억 달러", "US$3.5 trillion"),
        ("zh", "八连跌", "eight consecutive falls"),
        ("zh", "四年来首次", "for the first time in four years"),
        ("zh", "數百萬人", "millions of people"),
        ("ja", "令和6年5月3日", "3 May 2024"),
    ],
)
def test_an_original_and_its_english_compare_equal(language, original, english):
    (one,), (other,) = find(original, language), find_english(english)
    assert (one.kind, one.low, one.high, one.unit) == (other.kind, other.low, other.high, other.unit)


WHOLE = st.integers(1, 10**16 - 1)
MAGNITUDES = {"ja": "万億兆", "zh": "万亿兆", "ko": "만억조"}


def han(number: int) -> str:
    """A number in Han numerals, as 三千五百."""
    written = ""
    for place, magnitude in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        part = number // place % 10**4
        small = ""
        for size, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = part // size % 10
            small += ("一二三四五六七八九"[digit - 1] + sign) if digit else ""
        written += small + magnitude if small else ""
    return written


def mixed(number: int, magnitudes: str) -> str:
    """As newspapers write: 1兆2000億3000."""
    written = ""
    for place, magnitude in zip((10**12, 10**8, 10**4, 1), (*reversed(magnitudes), ""), strict=True):
        part = number // place % 10**4
        written += f"{part}{magnitude}" if part else ""
    return written


def only(text: str, language: str) -> Quantity:
    (quantity,) = read(text, language)
    assert (quantity.start, quantity.end) == (0, len(text))
    return quantity


@given(number=WHOLE, unit=st.sampled_from(["ja 円", "ko 원", "zh 美元"]))
def test_mixed_notation_reads_back(number, unit):
    language, currency = unit.split()
    written = mixed(number, MAGNITUDES[language])
    assert only(written + currency, language).value == number
    full_width = written.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    assert only(full_width + currency, language).value == number


@given(number=WHOLE)
def test_thousands_separators_read_back(number):
    assert only(f"{number:,}円", "ja").value == number
    assert only(f"{number:,} yen", "en").value == number


@given(number=WHOLE)
def test_han_numerals_read_back(number):
    assert only(han(number) + "円", "ja").value == number


@given(number=st.integers(0, 10**5), places=st.integers(1, 3), magnitude=st.sampled_from("万億兆"))
def test_decimals_before_a_magnitude_read_back(number, places, magnitude):
    size = {"万": 10**4, "億": 10**8, "兆": 10**12}[magnitude]
    written = f"{number // 10**places}.{number % 10**places:0{places}}"
    assert only(f"{written}{magnitude}円", "ja").value == Fraction(written) * size


@given(number=WHOLE)
def test_the_english_of_a_quantity_reads_back(number):
    original = only(f"{number}円", "ja")
    assert only(original.english, "en").value == number
    assert only(f"{figure(Fraction(number))} yen", "en").unit == "JPY"


@given(share=st.integers(1, 1000).map(lambda tenths: Fraction(tenths, 10)))
def test_percentages_compare(share):
    written = f"{float(share):g}"
    assert only(f"{written}%", "ja").value == only(f"{written} percent", "en").value == share / 100


SIGNS = "0123456789,.，．０５・~〜-、%％ 　〇一二三四五六七八九十百千万億兆京萬亿両两廿数几"
SIGNS += "第年月日円元人割分の之成折倍連続ぶり約超以上"
SIGNS += "만억조천백십수일이삼다섯열두 명원년연속만에제번째여 $¥thirdfivehundredmillionyenpercent"


@given(
    text=st.text() | st.text(SIGNS, max_size=40), language=st.sampled_from(["ja", "ko", "zh", "en", "und"])
)
def test_any_text_is_read_in_order(text, language):
    end = 0
    for quantity in read(text, language):
        assert end <= quantity.start < quantity.end <= len(text)
        low, high = quantity.low, quantity.high
        assert low is high is None or (low is not None and high is not None and low <= high)
        assert quantity.english
        end = quantity.end


@pytest.mark.parametrize("language", ["ja", "ko", "zh", "en"])
@pytest.mark.parametrize("sign", ["三", "9", "数", "1,234,", "만", "일", "点", "three ", "第", "連続"])
def test_a_long_run_is_read_in_time(sign, language):
    text = (sign * 100_000)[:100_000]
    began = time.process_time()
    read(text, language)
    assert time.process_time() - began < 10


def test_the_truth_is_large_enough():
    counts = {language: sum(one == language for one, _, _ in TRUTH) for language in FILES}
    assert counts["ja"] + counts["ko"] + counts["zh"] >= 150
    assert counts["en"] >= 80
    assert len(NONE) >= 60
    assert not any(re.search(r"\s\Z", text) for _, text, _ in TRUTH)


@pytest.mark.parametrize(
    ("language", "text", "english"),
    [
        ("ja", "投資実行額は前年比15.3%減", ["15.3 percent decrease"]),
        ("ja", "3割減の見通し", ["30 percent decrease"]),
        ("ja", "5％増、2割増", ["5 percent increase", "20 percent increase"]),
        ("ja", "3%減税する", []),
        ("ja", "3%の賃上げ", []),
        ("ko", "수출 8% 감소", ["8 percent decrease"]),
        ("ko", "12.5%증가했다", ["12.5 percent increase"]),
        ("ko", "12.5%의 증가", []),
        ("zh", "4.5%的增长", ["4.5 percent increase"]),
        ("zh", "增长4.5%", []),
        ("zh", "两成下降", ["20 percent decrease"]),
        ("ja", "35分野の技術", ["35 fields"]),
        ("ja", "35分の遅れ", []),
    ],
)
def test_rewritten_with_what_follows(language, text, english):
    assert [quantity.english for quantity in rewritten(text, language)] == english


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ja", "上半期", "six months"),
        ("ko", "10년", "a decade"),
        ("zh", "两年", "24 months"),
        ("ja", "18カ月", "18 months"),
    ],
)
def test_lengths_of_time_in_months(language, one, other):
    (original,), english = find(one, language), find_english(other)
    lengths = [each.months for each in english] or [Fraction(120)]
    assert original.months is not None
    assert original.months in lengths


def test_a_share_has_no_length():
    assert [each.months for each in find_english("30 percent in three weeks")] == [None, None]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("一度だけ两国", "zh", [1, 2]),
        ("두 나라 3개", "ko", [2, 3]),
        ("G7と2、5社", "ja", [7, 2, 5]),
        ("abc 3", "und", []),
    ],
)
def test_all_that_may_be_a_numeral(text, language, values):
    assert [low for _, _, (low, _) in numerals(text, language)] == values

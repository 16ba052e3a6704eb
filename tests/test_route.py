"""Tests of routing: the language on evidence, open where the evidence leaves it open."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate import route as module
from srcxlate.route import Context, Route, chinese_script, route

HEADLINES = Path(__file__).parent / "data" / "headlines"


@cache
def headlines(name: str) -> list[tuple[str, str]]:
    """The strings of a file and their languages; ``tune`` and ``open`` were tuned on, ``held`` never."""
    lines = (HEADLINES / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(text, language) for text, language, *_ in (line.split("\t") for line in lines)]


@cache
def counts(name: str) -> Counter[tuple[str, str]]:
    """How many strings of each language were routed right, wrong or left open."""
    told: Counter[tuple[str, str]] = Counter()
    for text, language in headlines(name):
        found = route(text).language
        told[language, "open" if found == "und" else "right" if found == language else "wrong"] += 1
    return told


# -- measured ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
@pytest.mark.parametrize("name", ["tune", "held"])
def test_headlines_are_rarely_wrong_and_seldom_open(name: str, language: str) -> None:
    told = counts(name)
    every = sum(number for (of, _), number in told.items() if of == language)

    assert every >= 100
    assert told[language, "wrong"] <= 0.01 * every
    assert told[language, "open"] <= 0.10 * every


def test_what_is_good_in_several_languages_is_open() -> None:
    assert len(headlines("open")) >= 50
    assert {text: found for text, _ in headlines("open") if (found := route(text).language) != "und"} == {}


def test_evidence_is_never_empty() -> None:
    for name in ("tune", "held", "open"):
        assert all(route(text).evidence for text, _ in headlines(name))


# -- the witnesses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "script", "says"),
    [
        ("中国が技術を手にする", "ja", None, "5 kana"),
        ("5대 신성장", "ko", None, "4 hangul"),
        ("日本の対韓投資", "ja", None, "1 kana"),
        ("韓日關係의 展望", "ko", None, "1 hangul"),
        ("六大主要目的地全下滑, 韩国出口八连跌", "zh", "zh-Hans", "character forms not ja: 韩连"),
        ("臺灣與韓國半導體產業之競爭", "zh", "zh-Hant", "character forms not ja"),
        ("経済安全保障推進法", "ja", None, "character forms not ko: 経済; not zh: 経済"),
        ("2024 report", "und", None, "no original script"),
        ("", "und", None, "no original script"),
        ("東京大阪", "und", None, "open: no language leads clearly"),
    ],
)
def test_known_answers(text: str, language: str, script: str | None, says: str) -> None:
    found = route(text)

    assert (found.text, found.language, found.script) == (text, language, script)
    assert any(said.startswith(says) for said in found.evidence), found.evidence


@pytest.mark.parametrize(
    ("context", "language"),
    [
        (Context(romanised="Tōkyō Ōsaka"), "ja"),
        (Context(romanised="Dongjing Daban"), "zh"),
        (Context(romanised="Donggyeong Daepan", url="https://a.example.co.kr/1", publisher="Yonhap"), "ko"),
        (Context(url="https://www.example.jp/1", publisher="Nikkei"), "ja"),
        (Context(romanised="Dōngjīng Dàbǎn"), "zh"),
        (Context(romanised="Tonggyŏng Taep'an", url="https://a.example.co.kr/1", publisher="Yonhap"), "ko"),
        (Context(url="https://www.example.com.cn/1", publisher="Xinhua"), "und"),
        (Context(), "und"),
        (Context(romanised="", url="", publisher=""), "und"),
        (Context(romanised="Dongjing Daban", url="https://www.example.jp/1", publisher="Nikkei"), "und"),
    ],
    ids=[
        "Hepburn",
        "pinyin",
        "Korean",
        "Japan",
        "tones",
        "older Korean",
        "China",
        "nothing",
        "empty",
        "contradiction",
    ],
)
def test_what_is_printed_round_it_decides_an_open_string(context: Context, language: str) -> None:
    assert route("東京大阪", context).language == language


@pytest.mark.parametrize(
    ("context", "says"),
    [
        (Context(romanised="Tōkyō Ōsaka"), "romanised as Japanese"),
        (Context(romanised="Dongjing Daban"), "romanised as pinyin"),
        (Context(romanised="Dōngjīng Dàbǎn"), "romanised as pinyin"),
        (Context(romanised="Donggyeong Daepan"), "romanised as Korean"),
        (Context(romanised="Gyeongje anjeonbojang"), "romanised as Korean"),
        (Context(url="https://a.example.co.jp/x"), "address in .jp"),
        (Context(url="http://a.example.kr:80/x.jp"), None),
        (Context(url="a.example.com.tw"), "address in .tw"),
        (Context(publisher="Seoul Economic Daily"), "publisher Seoul Economic Daily"),
        (Context(publisher="Japan and China Review"), None),
    ],
)
def test_what_is_printed_round_it_is_named(context: Context, says: str | None) -> None:
    said = [
        one for one in route("東京大阪", context).evidence if re.match("romanised|address|publisher", one)
    ]

    assert said == ([says] if says else [])


@pytest.mark.parametrize(
    ("text", "url", "script"),
    [
        ("东京大阪", None, "zh-Hans"),
        ("東京經濟", None, "zh-Hant"),
        ("大阪", None, "zh-Hans"),
        ("大阪", "https://www.example.com.tw/", "zh-Hant"),
        ("大阪", "https://www.example.hk", "zh-Hant"),
        ("——", None, "zh-Hans"),
    ],
)
def test_the_script_of_chinese(text: str, url: str | None, script: str) -> None:
    assert chinese_script(text, url) == script


# -- any text --------------------------------------------------------------------------------------

SCRIPTS = st.text(
    st.sampled_from("日本韓国中國经济の한ア、，「」《》〇々𠮷\u3000 aé1.\n\x00\x1b\u202e\ufffe\ud800"),
    max_size=30,
)
ANY = st.text(max_size=60) | SCRIPTS
MAYBE = (
    st.none()
    | st.text(max_size=30)
    | st.sampled_from(["Tōkyō", "Beijing ribao", "anga" * 100, "http://[", "x.cn"])
)
AROUND = st.none() | st.builds(Context, romanised=MAYBE, url=MAYBE, publisher=MAYBE)


@given(ANY, AROUND)
@settings(max_examples=500, deadline=None)
def test_any_text_has_a_route(text: str, context: Context | None) -> None:
    found = route(text, context)

    assert isinstance(found, Route)
    assert found.text == text
    assert found.evidence
    assert 0 <= found.confidence <= 1
    assert (found.script is not None) == (found.language == "zh")
    no_lead = found.evidence[-1] in ("no original script", "open: no language leads clearly")
    assert (found.language == "und") == no_lead
    assert route(text, context) == found


@pytest.mark.parametrize(
    "text", ["中国经济增长放缓" * 12_500, "東京大阪\n" * 20_000, "日本の" * 33_000, "word " * 20_000]
)
def test_of_long_texts_only_the_beginning_is_looked_at(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    fit, detectors = module._fit, module._detectors

    def watched_fit(text: str, language: str) -> float:
        seen.append(len(text))
        return fit(text, language)

    def watched_detectors(text: str, weight: float) -> object:
        seen.append(len(text))
        return detectors(text, weight)

    monkeypatch.setattr(module, "_fit", watched_fit)
    monkeypatch.setattr(module, "_detectors", watched_detectors)

    assert route(text, Context(romanised=text)).evidence
    assert all(length <= 2_000 for length in seen)


def test_long_words_do_not_hold_up_the_patterns() -> None:
    assert route("東京大阪", Context(romanised="anga" * 25_000)).language == "und"


# -- at start, and again -----------------------------------------------------------------------------


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip
    return done.stdout


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = "import sys, srcxlate.route; print(*sorted({name.partition('.')[0] for name in sys.modules}))"

    heavy = {"opencc", "wordfreq", "langdetect", "pycld2", "hanja", "pydantic", "yaml", "django", "numpy"}
    assert not heavy & set(run(code).split())


def test_answers_repeat_in_every_process() -> None:
    texts = [text for name in ("tune", "open") for text, _ in headlines(name)][::3]
    code = f"from srcxlate.route import route\nfor text in {texts!r}: print(route(text))"
    here = "".join(f"{route(text)}\n" for text in texts)

    assert here == "".join(f"{route(text)}\n" for text in texts)
    assert run(code, PYTHONHASHSEED="1") == here
    assert run(code, PYTHONHASHSEED="4242") == here


REAL_TITLES = [
    json.loads(line)
    for half in ("odd", "even")
    for line in (HEADLINES.parent / "acri" / f"citations-{half}.jsonl").read_text("utf-8").splitlines()
]
"""The original-script strings in the notes of a real report, read by hand."""


def test_no_title_of_a_real_report_goes_wrong_alone():
    answers = [(route(row["original"]).language, row["language"]) for row in REAL_TITLES]
    assert len(answers) == 75
    assert [pair for pair in answers if pair[0] not in (pair[1], "und")] == []


def test_its_institutes_name_is_simplified_chinese():
    found = route("澳中关系研究院")
    assert (found.language, found.script) == ("zh", "zh-Hans")

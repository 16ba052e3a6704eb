"""The check of romanised titles: known answers, what libraries romanise, reports with known mistakes."""

import json
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.checks import Finding
from srcxlate.checks.romanisation import check_romanisation, mistakes
from srcxlate.glossary import make_glossary
from srcxlate.reports import open_report, read_report

DATA = Path(__file__).parents[1] / "data"
REPORT = Path(__file__).parents[3] / "shared" / "report" / "acri-2024-10.txt"


@pytest.mark.parametrize(
    ("language", "original", "romanised", "printed", "at_issue"),
    [
        ("ja", "雇用に及ぼす影響", "koyō ni oyobosu eigyō", "eigyō", "影響"),
        ("ja", "世界の海", "segai no umi", "segai", "世界"),
        ("ja", "産業の空洞化懸念に及ぼす", "sangyō no kūdōka ni oyobosu", "ni", "懸念に"),
        ("ja", "75%が回答した", "75% kaitō shita", "75% kaitō", "が"),
        ("ja", "終戦の日の港", "Shūsen kinen-bi no minato", "kinen-bi", "の日"),
        ("ja", "港湾の統計", "kōwan no tokei", "tokei", "統計"),
        ("ja", "港の協力", "Kōwan no kyōryōku", "kyōryōku", "協力"),
        ("ko", "수출 선박 중량은 줄었다", "Suchul seonbak jungnyang-eun juleotda", "juleotda", "줄었다"),
        ("ko", "이미 전환 수출", "imi jeonhwa suchul", "jeonhwa", "전환"),
        ("zh", "韩国造船订单", "Hanguo zhaochuan dingdan", "zhaochuan", "造船"),
    ],
)
def test_a_mistake_has_its_place(language, original, romanised, printed, at_issue):
    found = [
        one for one in mistakes(original, romanised, language) if romanised[slice(*one.printed)] == printed
    ]
    assert [original[slice(*one.original)] for one in found] == [at_issue]


def test_a_finding_says_what_the_original_reads():
    (one,) = mistakes("震災の影響", "Shinsai no eigyō", "ja")
    assert one.message == "The title's 影響 reads eikyō; printed is eigyō."
    (one,) = mistakes("日本の海の道", "Nihon no no michi", "ja")
    assert one.message == "The title has 海, read umi; the romanised title lacks it."
    (one,) = mistakes("日本の道", "Nihon no umi michi", "ja")
    assert one.message == "Nothing in the title reads umi."


@pytest.mark.parametrize(
    ("language", "original", "romanised", "severity"),
    [
        ("ja", "港湾統計", "kōwan tokei", "info"),  # a sign left out where others are written
        ("ja", "港湾統計", "kowan tokei", None),  # a title without signs
        ("ja", "東京の港湾", "Tokyo no kōwan", None),  # a place
        ("ja", "自動車産業戦略2014", "Jidōsha sangyō senryaku", "info"),
        ("ja", "産業の協力", "Sangyō no kyōryōku", "warning"),
        ("ko", "국회 통과", "gukoe tonggwa", "info"),
        (
            "ko",
            "관계 현상 유지 가능성",
            "gwangye hyonsang yuji ganeungseong",
            "info",
        ),  # right in another system
        ("ko", "관계 정치 유지", "gwangye jongchi yuji", "warning"),
        ("ja", "サプライチェーンの再編", "Supply chain no saihen", None),
        ("ja", "サプライチェーンの再編", "Separai chēn no saihen", "warning"),
        ("ko", "크루즈 귀환", "Cruise gwihwan", None),
        (
            "ja",
            "海底ケーブルと浜辺――房総陸揚局をめぐる聞き書き",
            "Kaitei kēburu to hamabe",
            None,
        ),  # no subtitle
        ("ja", "日本の海", "The Sea of Japan in Winter", None),  # no romanisation at all
        ("ja", "EV販売の伸び", "Ībui hanbai no nobi", None),
        ("ja", "EV販売の伸び", "EV hanbai no nobi", None),
        ("ja", "100万台超えの輸出", "100-man-dai goe no yushutsu", None),
        ("ja", "船の行方", "Fune no ikikata", "warning"),
        ("ja", "船の行方", "Fune no yukue", None),
        ("ja", "一食の値段", "Ichishoku no nedan", "warning"),
        ("ja", "造船会社の再建", "Zōsen gaisha no saiken", None),
        ("ja", "人手不足の港", "Hitode fusoku no minato", None),
        ("ja", "日中の海", "Nichi-Chū no umi", None),
        ("ja", "船長と機関士の仕事", "Kikanshi to senchō no shigoto", "warning"),
        ("und", "海運白書", "kaiun hakusho", None),
        ("und", "海運白書の歴史", "kaiun hakusyo no rekisi", None),
        ("und", "海運白書之歴史", "kaiun makusho no rekishi", "warning"),
    ],
)
def test_severity(language, original, romanised, severity):
    found = [one.severity for one in mistakes(original, romanised, language)]
    assert found == ([severity] if severity else [])


NOTE = """Text.

Notes

1. Kuno Aya, “Shinsai no eigyō” 震災の影響 (The effect of the disaster), Mainichi, May 1, 2023.
2. Kuno Aya, “Umi no kyōryoku” 海の協力 (Help at sea), Mainichi, May 2, 2023.
"""


def test_a_finding_stands_where_the_word_is_printed():
    reading = read_report(NOTE, "r")
    (finding,) = check_romanisation(reading, make_glossary(()))
    assert NOTE[slice(*finding.span)] == finding.printed == "eigyō"
    assert finding.place == (1, 1)
    assert finding.original is not None
    assert finding.at_issue is not None
    assert finding.original[slice(*finding.at_issue)] == "影響"


def test_outlets_spell_their_names_their_own_way():
    note = "Han Ji-woo, “Silla-buteo” 신라부터 (From Silla), 중앙일보 (JoongAng Ilbo), June 29, 2023."
    found = check_romanisation(
        read_report(f"Text.\n\nNotes\n\n1. {note}\n2. Ibid.\n", "r"), make_glossary(())
    )
    assert {finding.severity for finding in found} <= {"info"}


def headlines(language: str) -> list[str]:
    """Titles in one language alone."""
    rows = [line.split("\t") for line in (DATA / "headlines" / "tune.tsv").read_text("utf-8").splitlines()]
    return [row[0] for row in rows if len(row) > 1 and row[1] == language]


def romanised_by_libraries(language: str) -> list[tuple[str, str]]:
    """Headlines as libraries romanise them, in each of their systems."""
    if language == "ko":
        hanja, koroman = pytest.importorskip("hanja"), pytest.importorskip("koroman")
        return [(t, koroman.romanize(hanja.translate(t, "substitution"))) for t in headlines("ko")]
    if language == "zh":
        pypinyin = pytest.importorskip("pypinyin")
        styles = (pypinyin.Style.NORMAL, pypinyin.Style.TONE, pypinyin.Style.WADEGILES)
        return [
            (t, " ".join(pypinyin.lazy_pinyin(t, style=style)).replace("v", "ü"))
            for t in headlines("zh")
            for style in styles
        ]
    fugashi = pytest.importorskip("fugashi")
    tagger = fugashi.Tagger()
    return [(title, _spoken(tagger, title)) for title in headlines("ja")]


SYLLABLES = {
    **dict(zip("アイウエオン", "aiueon", strict=True)),
    **{
        sign: row + vowel
        for row, signs in (
            ("k", "カキクケコ"), ("s", "サシスセソ"), ("t", "タチツテト"), ("n", "ナニヌネノ"),
            ("h", "ハヒフヘホ"), ("m", "マミムメモ"), ("r", "ラリルレロ"), ("g", "ガギグゲゴ"),
            ("z", "ザジズゼゾ"), ("d", "ダヂヅデド"), ("b", "バビブベボ"), ("p", "パピプペポ"),
        )
        for sign, vowel in zip(signs, "aiueo", strict=True)
    },
    "シ": "shi", "チ": "chi", "ツ": "tsu", "フ": "fu", "ジ": "ji", "ヂ": "ji", "ヅ": "zu", "ヤ": "ya",
    "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "wo",
}  # fmt: skip


def _spoken(tagger: Any, title: str) -> str:
    """A title as MeCab reads it, by a table of the test's own; empty if it holds a sign of another kind."""
    words = []
    for node in tagger(title):
        kana = getattr(node.feature, "kana", None) or ""
        if any(character.isalnum() for character in node.surface):
            if not kana or any(sign not in SYLLABLES for sign in kana):
                return ""
            words.append("".join(SYLLABLES[sign] for sign in kana))
    return " ".join(words)


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
def test_what_libraries_romanise_has_no_mistake(language):
    pairs = [(t, r) for t, r in romanised_by_libraries(language) if re.search("[a-z]", r)]
    assert len(pairs) >= 10
    wrong = [(t, r, one) for t, r in pairs for one in mistakes(t, r, language)]
    if language == "ko":  # koroman drops the h that nouns keep: a trifle
        wrong = [one for one in wrong if one[2].severity != "info"]
    assert wrong == []


OTHERS = {
    "ja": ["ka", "ki", "ke", "sa", "so", "ta", "te", "na", "mo", "ra", "ru", "ga", "go", "ba", "de"],
    "ko": ["gan", "nam", "dak", "man", "bak", "san", "jang", "cheon", "hak", "geo", "rim", "sil"],
    "zh": ["ba", "dang", "ma", "shi", "zhong", "guo", "li", "xin", "jing", "lu", "qi", "mei"],
}


@pytest.mark.parametrize("language", ["ja", "ko", "zh"])
def test_a_changed_syllable_is_seen(language):
    choose = random.Random(7)
    seen: list[bool] = []
    for title, romanised in romanised_by_libraries(language):
        if len(re.findall("[a-z]", romanised)) < 8:
            continue
        spans = [m.span() for m in re.finditer("[bcdfghjklmnprstwxyz]*[aeiouü]", romanised.lower())]
        if not spans:
            continue
        start, end = choose.choice(spans)
        other = choose.choice(OTHERS[language])
        if other == romanised[start:end].lower():
            continue
        seen.append(bool(mistakes(title, romanised[:start] + other + romanised[end:], language)))
    assert len(seen) >= 10
    assert sum(seen) / len(seen) >= 0.95


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(["ja", "ko", "zh", "und"]))
def test_any_two_texts_can_be_compared(original, romanised, language):
    for one in mistakes(original, romanised, language):
        assert 0 <= one.printed[0] <= one.printed[1] <= len(romanised)
        assert 0 <= one.original[0] <= one.original[1] <= len(original)


def figures(found: Iterable[Finding], truth: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    """Recall and precision by note, over what is worse than a trifle; doubtful entries count for nothing."""
    wanted = {t["note"] for t in truth if t["severity"] != "info" and not t.get("doubtful")}
    allowed = {t["note"] for t in truth}
    notes = {f.place[1] for f in found if f.place and f.severity != "info"}
    return len(wanted & notes) / len(wanted), len(notes & allowed) / len(notes)


def test_the_planted_mistakes_are_found_and_nothing_else():
    truth = yaml.safe_load((DATA / "planted" / "b.truth.yaml").read_text("utf-8"))
    wrong = [m for m in truth["mistakes"] if m["kind"] == "romanisation"]
    found = list(check_romanisation(open_report(DATA / "planted" / "b.txt"), make_glossary(())))
    recall, precision = figures(found, wrong)
    assert recall >= 0.85
    assert precision == 1
    assert {f.place[1] for f in found if f.place} & set(truth["clean"]) == set()


@pytest.mark.parametrize("folder", ["reports", "reports-second"])
def test_sound_reports_have_no_findings(folder):
    paths = sorted(p for p in (DATA / folder).iterdir() if p.suffix in (".txt", ".md") and p.stem != "README")
    assert paths
    assert [f for path in paths for f in check_romanisation(open_report(path), make_glossary(()))] == []


@pytest.mark.report
@pytest.mark.skipif(not REPORT.exists(), reason="`report`: the real report is not here")
def test_the_real_report():
    rows = (DATA / "acri" / "findings-even.jsonl").read_text("utf-8").splitlines()
    truth = [row for row in map(json.loads, rows) if row["kind"] == "romanisation"]
    found = check_romanisation(open_report(REPORT), make_glossary(()))
    even = [f for f in found if f.place and f.place[1] % 2 == 0]
    recall, precision = figures(even, truth)
    assert recall >= 0.8
    assert precision >= 0.9


@pytest.mark.parametrize(
    ("original", "romanised", "reading"),
    [
        ("重庆的茶馆", "Zhongqing de chaguan", "chongqing"),
        ("销量增长放缓", "Xiaoliang zengchang fanghuan", "zengzhang"),
        ("银行改革之路", "Yinxing gaige zhi lu", "yinhang"),
        ("会计制度的变迁", "Huiji zhidu de bianqian", "kuaiji"),
        ("厦门的渔港", "Shamen de yugang", "xiamen"),
        ("长沙的夜市", "Zhangsha de yeshi", "changsha"),
        ("都市更新计划", "Doushi gengxin jihua", "dushi"),
        ("水平参差不齐", "Shuiping canchai buqi", "cenci"),
        ("長大以後的選擇", "Changda yihou de xuanze", "zhangda"),
        ("重新出发的小镇", "Zhongxin chufa de xiaozhen", "chongxin"),
        ("金融行业观察", "Jinrong xingye guancha", "hangye"),
    ],
)
def test_a_character_reads_as_its_word_does(original, romanised, reading):
    (one,) = mistakes(original, romanised, "zh")
    assert f"reads {reading};" in one.message
    assert one.severity == "warning"


@pytest.mark.parametrize(
    ("original", "romanised"),
    [
        ("重庆的茶馆", "Chongqing de chaguan"), ("银行家的重任", "Yinhangjia de zhongren"),
        ("还款压力", "Huankuan yali"), ("台灣銀行業", "Taiwan yinhangye"),
        ("主要角色", "Zhuyao jiaose"),
        ("研究生命科学", "Yanjiu shengming kexue"), ("一行白鹭", "Yixing bailu"),
        ("南京市长江大桥", "Nanjing shi Changjiang daqiao"),
        ("单田芳的书场", "Shan Tianfang de shuchang"),
        ("長大的孩子", "Zhangda de haizi"), ("便宜的房子", "Pianyi de fangzi"),
        ("鐵道之旅", "T'ieh-tao chih lü"),
    ],
)  # fmt: skip
def test_a_reading_of_the_word_is_sound(original, romanised):
    assert mistakes(original, romanised, "zh") == ()


@pytest.mark.parametrize(
    ("original", "romanised", "reading"),
    [
        ("自由を手にする", "Jiyū o shinisuru", "te ni suru"),
        ("自由を手にする", "Jiyū o chi ni suru", "te"),
        ("会議を行った", "Kaigi o okonata", "okonatta"),
        ("声を聞く", "koi o kiku", "koe"),
    ],
)
def test_the_usual_reading_is_shown(original, romanised, reading):
    (one,) = mistakes(original, romanised, "ja")
    assert f"reads {reading};" in one.message

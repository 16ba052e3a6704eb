"""Tests of the word-by-word gloss: real headlines, what a dictionary must say of their words, and what not.

The lists were written before the dictionaries were asked. What must stand in the English of a word is given
as alternatives parted by ``|``; an empty string says that nothing may be claimed of the word.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from srcxlate.glossary import Entry, Glossary, make_glossary, read_glossary
from srcxlate.sources import read_sources
from srcxlate.words import Glossed, attribution, gloss
from srcxlate.words.glossed import in_short

ROOT = Path(__file__).parents[1]
EMPTY = make_glossary(())
LANGUAGES = ("ja", "ko", "zh")

JAPANESE = [
    ("経済安全保障推進法の概要", {"の": "of", "概要": "outline|summary", "推進": "propulsion|promotion"}),
    ("2023年の日本の対中投資実行額は前年比15.3%減",
     {"日本": "Japan", "対中": "China", "投資": "invest", "は": "topic", "前年比": "year", "減": "decrease",
      "年": "year"}),
    ("中国で日本車が独り負け EV出遅れで3割減",
     {"中国": "PRC|China", "独り負け": "loser", "割": "10%|ten per", "が": "subject"}),
    ("まさかの逆転、日本の技術はなぜ中国に抜かれたのか",
     {"逆転": "revers", "技術": "techn", "なぜ": "why", "抜かれた": "passive", "に": "to"}),
    ("空洞化を乗り越えるための方策",
     {"空洞化": "hollow", "を": "object", "乗り越える": "over", "方策": "plan|scheme|means"}),
    ("中国が技術を手にする巧妙手口、「分断」と「偽情報」で日本企業を揺さぶる",
     {"手にする": "obtain|own|hold", "巧妙": "clever|ingenious|skil", "手口": "method|trick|modus|way",
      "分断": "divid|divis", "日本企業": "Japanese compan|Japanese firm", "揺さぶる": "shake"}),
    ("中国の輸入停止、国際法違反 経済的威圧にどう向き合う",
     {"輸入": "import", "停止": "stop|halt|suspen", "国際法": "international law", "違反": "violat|breach",
      "威圧": "coerc|oppress|intimid|overpower", "どう": "how", "向き合う": "fac"}),
    ("日本の自動車メーカーに危機感", {"自動車": "automobile|car", "メーカー": "maker|manufact",
     "危機感": "crisis|danger"}),
    ("研究者は日本の2倍、研究費は1.4倍", {"研究者": "researcher", "倍": "twice|times|double|-fold"}),
    ("今すぐ着手すべきこと",
     {"今すぐ": "now|once", "着手": "start", "すべき": "should", "こと": "thing|matter"}),
    ("米、対中規制を強化",
     {"米": "the US", "規制": "regulat|control", "強化": "strengthen|reinforce|intensif"}),
    ("景気への影響は出ない", {"影響": "influence|effect|impact", "出ない": "not", "への": "to"}),
    ("サプライチェーン構築への協力を期待",
     {"サプライチェーン": "supply chain", "構築": "construct|build", "協力": "cooperat|co-operat",
      "期待": "expect|hope"}),
    ("日韓世論調査で8割", {"世論調査": "opinion poll"}),
    ("尖閣国有化10年、日中は対話を絶やすな", {"日中": "Japan", "対話": "dialogue", "な": "do not"}),
    ("対中デリスキングは不可能 8割に回復", {"デリス": "", "キング": "", "割": "10%", "回復": "recover"}),
    ("補完し合う日中関係", {"関係": "relation", "日中": "Japan"}),
]  # fmt: skip
KOREAN = [
    ("日, 韓과의 관계 현상 유지 가능성 [日 자민당 참패]",
     {"日": "Japan", "韓": "South Korea", "과의": "with", "참패": "", "유지": ""}),
    ("한국을 방문한 일본 총리", {"한국": "South Korea", "을": "object", "일본": "Japan"}),
    ("도쿄에서 열린 정상회의", {"도쿄": "Tokyo", "에서": "in", "정상회의": ""}),
    ("수출규제의 영향과 민주주의를 위한 대책",
     {"수출규제": "", "의": "of", "민주주의": "", "를": "object", "영향": "", "과": "and", "위한": "for"}),
    ("우리나라의對중국수출위축원인분석및시사점", {"對": "toward", "중국": "PRC|China"}),
    ("尹, 日 총리와 회담", {"尹": "Yoon", "日": "Japan", "와": "and"}),
    ("윤 대통령, 日기시다 총리와 회담…수출 12개월째 감소",
     {"日": "Japan", "와": "and", "개월": "month", "감소": ""}),
    ("2024년 및 중기 경제전망", {"년": "year", "및": "and", "중기": ""}),
]  # fmt: skip
CHINESE = [
    ("六大主要目的地全下滑, 韩国出口八连跌",
     {"六": "six", "主要": "main|principal", "目的地": "destination", "下滑": "slide|decline|slip",
      "韩国": "South Korea", "出口": "export", "八": "eight"}),
    ("中美經濟貿易戰升級", {"經濟": "econom", "貿易戰": "trade war", "升級": "escalat|upgrade"}),
    ("外交部发言人回应美国制裁", {"外交部": "Foreign", "发言人": "spokes", "回应": "respon",
     "美国": "the US|United States", "制裁": "sanction|punish"}),
    ("重要的银行行长重新上任", {"重要": "important", "的": "of", "银行": "bank", "行长": "president|governor",
     "重新": "again|anew"}),
    ("研究生命起源", {"研究": "research|study", "生命": "life", "起源": "origin"}),
    ("半导体产业链与供应链安全", {"半导体": "semiconductor", "产业链": "chain", "与": "and|with",
     "安全": "safe|secur"}),
    ("国务院关于促进外资增长的意见", {"国务院": "State Council", "关于": "about|concern|regard",
     "促进": "promot", "外资": "foreign", "增长": "grow|increase", "意见": "opinion|idea|view"}),
    ("三星在西安的工厂或将停产",
     {"三星": "Samsung", "西安": "Xi'an", "工厂": "factory", "停产": "stop production"}),
    ("岸田文雄访韩 日企去中国化", {"岸": "", "田文": "", "雄": "", "韩": "South Korea", "日": "Japan"}),
    ("江浩泽在北京会见记者",
     {"江": "", "浩": "", "泽": "", "在": "in|at", "北京": "Beijing", "记者": "reporter|journalist"}),
]  # fmt: skip
READINGS = [
    ("ja", "技術", "gijutsu"), ("ja", "日本", "Nihon"), ("ja", "企業", "kigyō"), ("ja", "思う", "omou"),
    ("ja", "方向", "hōkō"), ("ja", "政策", "seisaku"), ("ja", "大きい", "ōkii"), ("ja", "は", "wa"),
    ("ja", "金融", "kin’yū"), ("ja", "実行", "jikkō"), ("ja", "ビジネス", "bijinesu"),
    ("ko", "신라", "silla"), ("ko", "독립문", "dongnimmun"), ("ko", "참패", "champae"), ("ko", "尹", "yun"),
    ("ko", "한국", "hanguk"), ("ko", "협력", "hyeomnyeok"),
    ("zh", "银行", "yínháng"), ("zh", "重新", "chóngxīn"), ("zh", "經濟", "jīngjì"), ("zh", "旅行", "lǚxíng"),
    ("zh", "北京", "Běijīng"), ("zh", "目的地", "mùdìdì"),
]  # fmt: skip


@cache
def house() -> Glossary:
    return read_glossary(ROOT / "glossary")


def by_word(words: tuple[Glossed, ...]) -> dict[str, Glossed]:
    found: dict[str, Glossed] = {}
    for word in words:
        found.setdefault(word.text, word)
    return found


@pytest.mark.parametrize(
    ("language", "headline", "expected"),
    [(language, *case) for language, cases in zip(LANGUAGES, (JAPANESE, KOREAN, CHINESE), strict=True)
     for case in cases],
)  # fmt: skip
def test_the_words_of_a_headline(language: str, headline: str, expected: dict[str, str]) -> None:
    words = by_word(gloss(headline, language, EMPTY))
    for text, wanted in expected.items():
        assert text in words, (text, list(words))
        english = words[text].english
        if wanted:
            assert english, text
            assert any(one.lower() in english.lower() for one in wanted.split("|")), (text, english)
        else:
            assert (english, words[text].authority) == (None, None), text


@pytest.mark.parametrize(("language", "text", "reading"), READINGS)
def test_readings(language: str, text: str, reading: str) -> None:
    assert [word.reading for word in gloss(text, language, EMPTY)] == [reading]


def test_what_a_verb_says_with_its_endings() -> None:
    for text, said in [("抜かれた", "passive, past"), ("行かない", "not"), ("食べさせる", "causative"),
                       ("守りたい", "want to"), ("進んでいる", "ongoing"), ("行こう", "let us"),
                       ("行けば", "if"),
                       ("行われなければならない", "must"), ("聞けない", "can, not"),
                       ("見られた", "past")]:  # fmt: skip
        words = gloss(text, "ja", EMPTY)
        assert words[0].english is not None
        assert said in words[0].english, words


def test_the_glossary_goes_before_the_dictionaries() -> None:
    glossary = make_glossary(
        [Entry(original="経済安全保障推進法", language="ja", english="Economic Security Promotion Act"),
         Entry(original="强制劳动", language="zh", english="coerced labour"),
         Entry(original="수출규제", language="ko", english="export restrictions")]
    )  # fmt: skip
    japanese = gloss("経済安全保障推進法の概要", "ja", glossary)
    assert [word.text for word in japanese] == ["経済安全保障推進法", "の", "概要"]
    assert (japanese[0].english, japanese[0].authority) == ("Economic Security Promotion Act", "glossary")
    assert japanese[0].reading == "keizai anzen hoshō suishin hō"
    assert gloss("反对强制劳动", "zh", glossary)[-1].english == "coerced labour"
    korean = gloss("수출규제는", "ko", glossary)
    assert [(word.text, word.authority) for word in korean] == [("수출규제", "glossary"), ("는", "grammar")]


def test_a_person_of_the_glossary_is_no_title_of_another() -> None:
    words = by_word(
        gloss("日本の財界人と面会した尹大統領「韓日サプライチェーン構築への協力を期待」", "ja", house())
    )
    assert words["尹大統領"].english == "President Yoon"
    assert words["財界人"].authority == "glossary"
    assert words["面会"].authority == "JMdict"


WHOLE = "회의 합의 국회의 민주주의 결과 새로 있을 서두를 전문가 발표는 도로 전문의 마을 인도 5대"
PARTED = ["경제 를", "반도체 의", "중국 과의", "한국 은", "일본 이", "공장 에서", "일본 으로부터",
          "3 억 달러 를", "38 % 로", "2030 년 까지", "G 7 과", "참패 ’ 로"]  # fmt: skip


@pytest.mark.parametrize("text", WHOLE.split())
def test_no_particle_is_split_off_where_that_is_not_sure(text: str) -> None:
    words = [word for word in gloss(text, "ko", EMPTY) if not word.text.isdigit()]
    assert [(word.text, word.english) for word in words] == [(text.lstrip("5"), None)]


@pytest.mark.parametrize("parts", PARTED)
def test_particles_are_split_off_where_that_is_sure(parts: str) -> None:
    words = gloss(parts.replace(" ", ""), "ko", EMPTY)
    assert [word.text for word in words] == parts.split()
    assert words[-1].authority == "grammar"


def test_what_has_no_reading_has_no_english_either() -> None:
    words = by_word(gloss("EV出遅れで3割減、「FTA」15.3%", "ja", EMPTY))
    for text in ("EV", "3", "、", "「", "FTA", "15.3"):
        assert (words[text].reading, words[text].english, words[text].authority) == (None, None, None)


def test_a_word_that_no_dictionary_knows_is_shown_all_the_same() -> None:
    assert gloss("참패", "ko", EMPTY) == (Glossed("참패", 0, 2, "champae", None, None),)
    unknown = gloss("ズグビョンキ", "ja", EMPTY)
    assert [(word.text, word.english) for word in unknown] == [("ズグビョンキ", None)]
    assert unknown[0].reading == "zugubyonki"
    rare = gloss("\U0002a6a5\U0002a6a5", "zh", EMPTY)
    assert "".join(word.text for word in rare) == "\U0002a6a5\U0002a6a5"
    assert {word.english for word in rare} == {None}


def test_names_are_not_glossed_with_words_that_look_like_them() -> None:
    words = by_word(gloss("細川昌彦が解説する", "ja", EMPTY))
    assert words["細川"].reading == "Hosokawa"
    assert words["細川"].english in (None, "family name")
    assert words["昌彦"].english in (None, "given name")


def test_korean_and_chinese_names_in_japanese_print_are_left_open() -> None:
    for text, name in [
        ("金正恩総書記が訪露", "金正恩"),
        ("李在明氏が当選", "李在明"),
        ("韓国・文在寅大統領", "文在寅"),
    ]:
        words = by_word(gloss(text, "ja", EMPTY))
        assert words[name] == Glossed(name, text.index(name), text.index(name) + len(name))
    assert by_word(gloss("金融会長、文部大臣", "ja", EMPTY))["金融"].authority == "JMdict"
    assert by_word(gloss("日韓首脳会談、尹大統領と岸田首相", "ja", EMPTY))["岸田"].english == "Kishida"


def test_long_definitions_are_cut_where_they_make_sense() -> None:
    assert by_word(gloss("西安", "zh", EMPTY))["西安"].english in ("Xi'an; …", "Xi’an; …", "Xi'an")
    assert in_short([["a" * 30 + ", " + "b" * 40], ["c"]]) == "a" * 30
    assert in_short([["one (aside)", "two"], ["three"]]) == "one; two; three"
    assert in_short([["one"], ["two"], ["three"]]) == "one; two; …"
    assert in_short([["10^8", "hundred million"]]) == "hundred million"
    assert in_short([["word " * 20]]) == "word " * 11 + "word …"
    assert in_short([]) is None


def test_a_span_gives_the_whole_words_that_it_touches() -> None:
    text = "中国の輸入停止、国際法違反"
    at = text.index("際")
    assert [word.text for word in gloss(text, "ja", EMPTY, (at, at + 1))] == ["国際法"]
    assert [word.text for word in gloss(text, "ja", EMPTY, (at, at + 3))] == ["国際法", "違反"]
    assert gloss(text, "ja", EMPTY, (0, len(text))) == gloss(text, "ja", EMPTY)
    assert gloss(text, "ja", EMPTY, (3, 3)) == ()


def test_each_dictionary_is_named_once_and_only_if_it_was_used() -> None:
    assert attribution([]) == []
    assert attribution([None, "glossary", "grammar"]) == []
    lines = attribution(["JMdict", "glossary", "CC-CEDICT", "JMdict"])
    assert len(lines) == 2
    assert "JMdict" in lines[0]
    assert "Electronic Dictionary Research and Development Group" in lines[0]
    assert "CC-CEDICT" in lines[1]
    assert all("CC BY-SA" in line for line in lines)


def check(text: str, language: str, glossary: Glossary) -> None:
    """Words stand in order, as they stand in the text, and hold all that is no white space once."""
    at = 0
    for word in gloss(text, language, glossary):
        assert text[at : word.start].strip() == ""
        assert word.start < word.end
        assert text[word.start : word.end] == word.text
        assert not word.text.isspace()
        assert (word.english is None) == (word.authority is None)
        assert word.english is None or word.english.strip()
        assert word.reading is None or word.reading.strip()
        at = word.end
    assert text[at:].strip() == ""


SIGNS = (
    "日本中国韓米の技術はを抜かれたする経済安全保障、「」。３割減EV한국을과의수출参六大主要出口重新尹對"
    "Łé\u3099\u200b々ーっンㄱ㍿①〇"
)


@settings(deadline=None, max_examples=300)
@given(
    st.text(max_size=30) | st.text(st.sampled_from(SIGNS + " \u3000\n"), max_size=30),
    st.sampled_from([*LANGUAGES, "und"]),
)
@example("\x00\ud800日本", "ja")
@example("日本\u3000中国", "ja")
@example("が\u3099っっー", "ja")
@example("한국", "ko")
@example("𠀀中", "zh")
def test_any_text_is_covered_once_and_in_order(text: str, language: str) -> None:
    check(text, language, EMPTY)
    check(text, language, house())


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.sampled_from(SIGNS), max_size=20),
    st.integers(-3, 25),
    st.integers(-3, 25),
    st.sampled_from(LANGUAGES),
)
def test_a_span_is_a_part_of_the_whole(text: str, start: int, end: int, language: str) -> None:
    whole = gloss(text, language, EMPTY)
    assert gloss(text, language, EMPTY, (start, end)) == tuple(
        word for word in whole if max(word.start, start) < min(word.end, end)
    )


def test_most_words_of_the_cited_titles_are_known() -> None:
    """A floor for each language, below what was seen: the share of words with a reading that have English."""
    shares = {}
    for language in LANGUAGES:
        words = [
            word
            for source in read_sources(ROOT / "sources")
            if source.language == language
            for word in gloss(source.title, language, house())
            if word.reading
        ]
        assert words
        shares[language] = sum(word.english is not None for word in words) / len(words)
        assert all(len(word.english) <= 70 for word in words if word.english and word.authority != "glossary")
    assert shares["ja"] > 0.9, shares
    assert shares["zh"] > 0.9, shares
    assert shares["ko"] > 0.4, shares


def test_the_command_line_starts_without_the_dictionaries() -> None:
    code = (
        "import re, sys, srcxlate.cli; "
        "print([name for name in sys.modules if re.search('srcxlate.words|cedict|jamdict', name)])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""Tests of matching: which terms stand in a text, where, and what they mean there."""

import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.engines import Term
from srcxlate.glossary.entries import HOUSE_STYLE, Entry
from srcxlate.glossary.matching import Finder, Glossary, make_glossary, terms_of
from srcxlate.records import read_records

ROOT = Path(__file__).parents[1]


def entry(original: str, english: str = "", *, language: Any = "ja", **more: Any) -> Entry:
    return Entry(original=original, language=language, english=english or original, **more)


def found(text: str, *entries: Entry | str, language: str = "ja", house_style: bool = True) -> list[str]:
    glossary = make_glossary(
        one if isinstance(one, Entry) else entry(one, language=language) for one in entries
    )
    return [text[hit.start : hit.end] for hit in glossary.find(text, language, house_style=house_style)]


@pytest.mark.parametrize(
    ("text", "terms", "hits"),
    [
        ("中国経済の減速", ["中国", "経済", "中国経済"], ["中国経済"]),
        ("中国と韓国", ["韓国", "中国"], ["中国", "韓国"]),
        ("中国中国", ["中国"], ["中国", "中国"]),
        ("経済安全保障法", ["経済安全", "安全保障法"], ["安全保障法"]),
        ("国際会議場", ["国際会議", "会議場"], ["国際会議"]),
        ("日中韓", ["日中", "中韓"], ["日中"]),
        ("人人人", ["人人"], ["人人"]),
        ("半導体", ["導"], ["導"]),
        ("", ["中国"], []),
        ("何もない", ["中国"], []),
    ],
    ids=[
        "longest",
        "order",
        "twice",
        "longer of two",
        "longer first",
        "leftmost",
        "itself",
        "inside",
        "empty",
        "none",
    ],
)
def test_longest_first_then_leftmost(text: str, terms: list[str], hits: list[str]) -> None:
    assert found(text, *terms) == hits


@pytest.mark.parametrize(
    ("text", "term", "hit"),
    [
        ("(株)トヨタ", "㈱", "(株)"),
        ("㈱トヨタ自動車", "トヨタ自動車", "トヨタ自動車"),
        ("㈱トヨタ", "株", "㈱"),
        ("ﾃﾞｰﾀの移転", "データ", "ﾃﾞｰﾀ"),
        ("超ﾃﾞｰﾀｾﾝﾀｰ群", "データセンター", "ﾃﾞｰﾀｾﾝﾀｰ"),
        ("データ", "ﾃﾞｰﾀ", "データ"),
        ("テ\u3099ータの", "データ", "テ\u3099ータ"),
        ("は\u309aん", "ぱん", "は\u309aん"),
        ("ＥＶの普及", "EV", "ＥＶ"),
        ("evの普及", "ＥＶ", "ev"),
        ("㌔と㍍", "メートル", "㍍"),
        ("Ⅲ型", "III", "Ⅲ"),
        ("ﬁnance", "finance", "ﬁnance"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8 경제", "한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
    ],
)
def test_forms_of_one_character_are_alike_and_offsets_are_the_texts_own(
    text: str, term: str, hit: str
) -> None:
    assert found(text, term) == [hit]


def test_a_character_that_stands_for_several_is_one_hit() -> None:
    assert found("㌔㌔", "キロ") == ["㌔", "㌔"]
    assert found("㍿", "株式", "会社") == ["㍿"]


@pytest.mark.parametrize(
    ("text", "term", "hits"),
    [
        ("TAIPEIの", "AI", []),
        ("生成AIの", "AI", ["AI"]),
        ("AI", "AI", ["AI"]),
        ("2030年", "30年", []),
        ("第30年", "30年", ["30年"]),
        ("35G", "5G", []),
        ("5Gと6G", "5G", ["5G"]),
        ("SK하이닉스는", "SK하이닉스", ["SK하이닉스"]),
        ("RISK하이닉스", "SK하이닉스", []),
    ],
)
def test_letters_and_figures_do_not_run_on(text: str, term: str, hits: list[str]) -> None:
    assert found(text, term) == hits


@pytest.mark.parametrize(
    "text", ["한국은", "한국에서는", "한국의 대중국 수출", "주한국대사관", "(한국)", "한국"]
)
def test_particles_follow_korean_words(text: str) -> None:
    assert found(text, entry("한국", "South Korea", language="ko"), language="ko") == ["한국"]


def test_variants_mean_their_entry() -> None:
    term = entry("半導体", "semiconductor", variants=("半導體", "ﾊﾝﾄﾞｳﾀｲ"))
    (hit,) = make_glossary([term]).find("この半導體は", "ja")

    assert (hit.start, hit.end, hit.entry) == (2, 5, term)
    assert hit.term("この半導體は") == Term("半導體", "semiconductor")
    assert found("ハンドウタイ", term) == ["ハンドウタイ"]


def test_an_original_wins_over_a_variant_and_the_earlier_variant_over_the_later() -> None:
    terms = [
        entry("甲", "one", variants=("乙", "丙")),
        entry("乙", "two"),
        entry("丁", "four", variants=("丙",)),
    ]
    hits = make_glossary(terms).find("乙丙", "ja")

    assert [hit.entry.english for hit in hits] == ["two", "one"]


def test_house_style_can_be_off() -> None:
    terms = [
        entry("中国", "the PRC", scope=HOUSE_STYLE),
        entry("国", "state"),
        entry("韓国", "ROK", scope="direct"),
    ]

    assert found("中国と韓国", *terms) == ["中国", "韓国"]
    assert found("中国と韓国", *terms, house_style=False) == ["国", "韓国"]


def test_terms_are_those_of_the_language() -> None:
    glossary = make_glossary([entry("中国", "the PRC"), entry("中国", "the PRC", language="zh")])

    assert len(glossary.find("中国", "ja")) == len(glossary.find("中国", "zh")) == 1
    assert glossary.find("中国", "ko") == glossary.find("中国", "und") == []
    assert make_glossary([]).find("中国", "ja") == []


def test_an_engine_is_told_each_term_once() -> None:
    text = "中国と韓国と中国"
    hits = make_glossary([entry("中国", "the PRC"), entry("韓国", "South Korea")]).find(text, "ja")

    assert terms_of(hits, text) == (Term("中国", "the PRC"), Term("韓国", "South Korea"))


class Counting:
    """An automaton that counts the passes over texts."""

    def __init__(self, automaton: Any) -> None:
        self.automaton, self.passes, self.characters = automaton, 0, 0

    def iter(self, text: str) -> Any:
        self.passes += 1
        self.characters += len(text)
        return self.automaton.iter(text)


def test_each_text_is_passed_over_once_however_many_terms_there_are() -> None:
    terms = [entry("".join(chr(0x4E00 + (n // 20**k) % 20) for k in range(4))) for n in range(100_000)]
    glossary = make_glossary(terms)
    glossary.find("", "ja")  # makes the automaton
    counting = Counting(glossary._automata["ja"])
    texts = ["".join(chr(0x4E00 + (n * 7 + k) % 23) for k in range(30)) for n in range(1000)]

    watched = Glossary(glossary.entries, glossary.forms, glossary._meanings, {"ja": counting})
    assert [watched.find(text, "ja") for text in texts] == [glossary.find(text, "ja") for text in texts]
    assert (counting.passes, counting.characters) == (1000, 30_000)


def test_a_long_text_full_of_terms() -> None:
    text = "中国経済" * 25_000

    assert found(text, "中国", "中国経済", "経済") == ["中国経済"] * 25_000


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("ko", '"중국 정부는 크다"고 '), ("ja", "タイ"), ("ja", "「中国は大きい」と述べた "), ("ja", "米中"),
        ("zh", "“中国"), ("ko", "중국"), ("ja", "「「中国"), ("zh", "说“中国，”"), ("ja", "タイ・"),
        ("ja", "ﾃﾞ "),
    ],
)  # fmt: skip
def test_a_long_text_takes_no_more_than_its_length(language: Any, piece: str) -> None:
    words = ("中国", "중국", "米中", "タイ", "デ")
    glossary = make_glossary(entry(word, language=language, scope=HOUSE_STYLE) for word in words)
    glossary.find(piece * 1000, language)

    def least(times: int) -> float:
        taken = []
        for _ in range(3):
            begun = time.process_time()
            glossary.find(piece * times, language)
            taken.append(time.process_time() - begun)
        return min(taken)

    assert least(8000) < 8 * 2 * (least(1000) + 0.01)  # twice what it should be; 64 times if by the square


FORMS = st.text(st.sampled_from("中国経済ア゛ﾃﾞｰ㈱A1a한국\u3099\u1161 。ß"), min_size=1, max_size=4)


@given(
    st.lists(FORMS, max_size=8),
    st.text(st.sampled_from("中国経済ア゛ﾃﾞｰ㈱A1a한국\u3099\u1161 。ß"), max_size=30),
)
@settings(max_examples=300, deadline=None)
def test_hits_are_in_order_apart_and_inside_the_text(forms: list[str], text: str) -> None:
    hits = make_glossary(entry(form) for form in forms if form.strip()).find(text, "ja")

    ends = [0, *(hit.end for hit in hits)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, hits, strict=False))


# -- the forms of characters, and what stands between them -------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "term", "hit"),
    [
        ("ja", "經濟の減速", "経済", "經濟"),
        ("ja", "経済の減速", "經濟", "経済"),
        ("ja", "辯護士會", "弁護士会", "辯護士會"),
        ("ja", "髙市早苗氏", "高市早苗", "髙市早苗"),
        ("ja", "臺灣海峽の", "台湾海峡", "臺灣海峽"),
        ("zh", "半導體產業", "半导体", "半導體"),
        ("zh", "半导体产业", "半導體", "半导体"),
        ("zh", "臺灣問題", "台湾问题", "臺灣問題"),
        ("zh", "喬·拜登訪問", "乔·拜登", "喬·拜登"),
        ("zh", "乔・拜登访问", "乔·拜登", "乔・拜登"),
        ("zh", "乔拜登访问", "乔·拜登", "乔拜登"),
        ("ja", "サプライ・チェーンの", "サプライチェーン", "サプライ・チェーン"),
        ("ja", "サプライ チェーンの", "サプライチェーン", "サプライ チェーン"),
        ("ja", "ｻﾌﾟﾗｲ･ﾁｪｰﾝの", "サプライチェーン", "ｻﾌﾟﾗｲ･ﾁｪｰﾝ"),
        ("ja", "サプライチェーンの", "サプライ・チェーン", "サプライチェーン"),
        ("ja", "ジャン＝ピエール氏", "ジャン・ピエール", "ジャン＝ピエール"),
        ("ja", "日・米・韓の協力", "日米韓", "日・米・韓"),
        ("ja", "日・米首脳会談", "日米", "日・米"),
        ("ko", "한·미·일 협력", "한미일", "한·미·일"),
        ("ko", "한ㆍ미ㆍ일 협력", "한미일", "한ㆍ미ㆍ일"),
        ("zh", "中·美关系", "中美", "中·美"),
        ("ko", "중국정부는", "중국 정부", "중국정부"),
        ("ko", "지식 재산권을", "지식재산권", "지식 재산권"),
        ("ko", "전략적모호성", "전략적 모호성", "전략적모호성"),
        ("ko", "SK 하이닉스의", "SK하이닉스", "SK 하이닉스"),
        ("ko", "AI반도체", "AI 반도체", "AI반도체"),
        ("ko", "미 의회에서", "미 의회", "미 의회"),
        ("ko", "미의회에서", "미 의회", "미의회"),
        ("ko", "소재ㆍ부품ㆍ장비", "소재·부품·장비", "소재ㆍ부품ㆍ장비"),
    ],
)
def test_ways_to_write_one_term(language: str, text: str, term: str, hit: str) -> None:
    assert found(text, term, language=language) == [hit]


@pytest.mark.parametrize(
    ("language", "text", "terms", "hits"),
    [
        ("ko", "위한 국가", ["한국"], []),
        ("ko", "한 미국인", ["한미"], []),
        ("ko", "대한 민국", ["한민국"], []),
        ("ko", "공급 망", ["공급망"], []),
        ("ko", "중국·한국", ["국한"], []),
        ("ja", "米・中国", ["米中", "中国"], ["中国"]),
        ("ja", "経済・産業省", ["経済産業"], []),
        ("ja", "日本 中国", ["本中"], []),
        ("ja", "ロシア・インド", ["アイ"], []),
        ("ja", "中国・タイ・インド", ["タイ", "インド"], ["タイ", "インド"]),
        ("zh", "产业·金融", ["业金"], []),
        ("ja", "后", ["後"], []),
        ("ko", "經濟", ["経済"], []),
    ],
)
def test_words_that_stand_apart_stay_apart(
    language: str, text: str, terms: list[str], hits: list[str]
) -> None:
    assert found(text, *terms, language=language) == hits


# -- pieces of other words ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("ja", "タイミングを計る", "タイ"),
        ("ja", "経営スタイル", "タイ"),
        ("ja", "タイトルとタイヤ", "タイ"),
        ("ja", "インドネシア政府", "インド"),
        ("ja", "インドア", "インド"),
        ("ja", "ラテンアメリカ諸国", "アメリカ"),
        ("ja", "ブライランの", "イラン"),
        ("ja", "テロリスト", "リスト"),
        ("ja", "ライセンサー", "センサー"),
        ("ja", "メモリアル", "メモリ"),
        ("ja", "アイドルの", "ドル"),
        ("ja", "ハンドル操作", "ドル"),
        ("ja", "全米中の店", "米中"),
        ("ja", "本日中に", "日中"),
        ("ja", "絶対中立の立場", "対中"),
        ("ja", "今日朝に", "日朝"),
        ("ja", "休日中の", "日中"),
        ("ja", "一日中続く", "日中"),
        ("ja", "3日中に", "日中"),
        ("zh", "集中国内力量", "中国"),
        ("zh", "其中方案之一", "中方"),
        ("zh", "集中国有资本", "中国"),
        ("zh", "面对日益严峻", "对日"),
        ("zh", "发展中国家", "中国"),
        ("ko", "무한미디어", "한미"),
        ("ko", "최대일 것이다", "대일"),
        ("ko", "주한미군", "한미"),
        ("ko", "신중한중재", "한중"),
        ("ko", "중요한일이다", "한일"),
        ("ko", "심각한국가 위기", "한국"),
        ("ko", "집중국면", "중국"),
        ("ko", "제일본부", "일본"),
        ("ko", "해외교포", "외교"),
        ("ko", "불안보다", "안보"),
        ("ko", "내수면 어업", "내수"),
        ("ko", "국내수요", "내수"),
        ("ko", "태양산업", "양산"),
    ],
)
def test_a_piece_of_another_word_is_no_term(language: str, text: str, term: str) -> None:
    assert found(text, term, language=language) == []


@pytest.mark.parametrize(
    ("language", "text", "terms", "hits"),
    [
        (
            "ja",
            "半導体サプライチェーンリスク",
            ["半導体", "サプライチェーン"],
            ["半導体", "サプライチェーン"],
        ),
        ("ja", "サプライチェーンリスク", ["サプライチェーン", "リスク"], ["サプライチェーン", "リスク"]),
        ("ja", "グローバルサプライチェーン", ["サプライチェーン"], ["サプライチェーン"]),
        ("ja", "トランプショック", ["トランプ"], ["トランプ"]),
        ("ja", "イメージセンサー", ["センサー"], ["センサー"]),
        ("ja", "タイ政府とタイ・バーツ", ["タイ"], ["タイ", "タイ"]),
        ("ja", "EVシフト", ["EV"], ["EV"]),
        ("ja", "日中間の貿易", ["日中"], ["日中"]),
        ("ja", "米中関係と日中首脳会談", ["米中", "日中"], ["米中", "日中"]),
        ("ja", "中国産業界", ["中国"], ["中国"]),
        ("ja", "対中輸出規制", ["対中輸出"], ["対中輸出"]),
        ("zh", "中国内部与中国内需", ["中国"], ["中国", "中国"]),
        ("zh", "中美关系", ["中美"], ["中美"]),
        ("zh", "对日出口", ["对日"], ["对日"]),
        ("zh", "在中国市场", ["中国"], ["中国"]),
        ("ko", "반도체공급망", ["반도체", "공급망"], ["반도체", "공급망"]),
        ("ko", "대미수출", ["대미"], ["대미"]),
        ("ko", "대미수출규제", ["대미", "수출규제"], ["대미", "수출규제"]),
        ("ko", "공급망을 산업부는", ["공급망", "산업부"], ["공급망", "산업부"]),
        ("ko", "상호관세와 보복관세로", ["관세"], ["관세", "관세"]),
        ("ko", "고관세 무관세", ["관세"], ["관세", "관세"]),
        ("ko", "한미일간", ["한미일"], ["한미일"]),
        ("ko", "반도체주", ["반도체"], ["반도체"]),
        ("ko", "중국산업의 중국산은", ["중국", "중국산"], ["중국", "중국산"]),
        ("ko", "한국인데 한국인은", ["한국", "한국인"], ["한국", "한국인"]),
        ("ko", "반한감정과 탈중국", ["한국", "중국"], ["중국"]),
        ("ko", "尹·기시다 회담", ["尹", "기시다"], ["尹", "기시다"]),
    ],
)
def test_compounds_hold_their_terms(language: str, text: str, terms: list[str], hits: list[str]) -> None:
    assert found(text, *terms, language=language) == hits


# -- house style ----------------------------------------------------------------------------------------

PRC = entry("中国", "the PRC", scope=HOUSE_STYLE)
CHINA = entry("中国", "China")


def meant(text: str, *entries: Entry, house_style: bool = True) -> list[str]:
    hits = make_glossary(entries).find(text, "ja", house_style=house_style)
    return [hit.entry.english for hit in hits]


@pytest.mark.parametrize("entries", [(PRC, CHINA), (CHINA, PRC)])
def test_a_form_of_two_scopes(entries: tuple[Entry, ...]) -> None:
    text = "中国は「中国の発展は続く」と述べた。『中国』の「中国脅威論」"

    assert meant(text, *entries) == ["the PRC", "China", "the PRC", "the PRC"]
    assert meant(text, *entries, house_style=False) == ["China"] * 4


def test_house_style_is_off_in_a_speakers_words() -> None:
    market = entry("中国市場", "the PRC market", scope=HOUSE_STYLE)

    assert meant("「中国市場は大きい」と語った。", market, entry("市場", "market")) == ["market"]
    assert meant("「中国市場」という言葉", market, entry("市場", "market")) == ["the PRC market"]


def test_the_sentences_hold_the_terms_that_are_listed() -> None:
    names = ("institutions", "people", "security", "semiconductors", "style", "trade", "vehicles")
    files = [ROOT / "glossary" / f"{name}.yaml" for name in names]  # those whose terms the sentences list
    glossary = make_glossary(one for file in files for one, _ in read_records(file, Entry))
    right = wrong = missed = 0
    for language in ("ja", "ko", "zh"):
        path = ROOT / "tests" / "data" / "sentences" / f"{language}-open.yaml"
        for one in yaml.safe_load(path.read_text(encoding="utf-8")):
            hits = {hit.entry.original for hit in glossary.find(one["original"], language)}
            wanted = set(one["terms"]) - set(one.get("quoted", ()))
            right, wrong = right + len(hits & wanted), wrong + len(hits - wanted)
            missed += len(wanted - hits)

    assert right > 250
    assert right / (right + wrong) > 0.99
    assert right / (right + missed) > 0.99


# -- what changed --------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    ["中国", "中國", "米中", "日米", "日・米", "タイ", "サプライチェーン", "サプライ・チェーン", "チェーン",
     "市場", "中国 市場", "経済", "經濟", "AI", "AI 市場", "全米", "国内"]
)  # fmt: skip
ENTRIES = st.builds(
    lambda original, variants, english, scope: entry(
        original, english, variants=tuple(variants), scope=scope
    ),
    WORDS, st.lists(WORDS, max_size=2), st.sampled_from(["a", "b"]), st.sampled_from([None, HOUSE_STYLE]),
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(WORDS, st.sampled_from(["「", "」と述べた", "・", " ", "の", "ング", "集", "内"])), max_size=8
).map("".join)


def shown(glossary: Glossary, house_style: bool) -> dict[str, str]:
    """What is kept of a glossary, to know which texts a change of it may touch."""
    return {
        form: f"{entry.english}/{entry.scope}"
        for form, entry in glossary.forms.get("ja", {}).items()
        if house_style or entry.scope != HOUSE_STYLE
    }


@given(st.lists(ENTRIES, max_size=4), st.lists(ENTRIES, max_size=4), TEXTS, st.booleans())
@settings(max_examples=600, deadline=None)
def test_what_finds_other_things_in_a_text_shows_in_a_form_that_the_text_holds(
    some: list[Entry], others: list[Entry], text: str, house_style: bool
) -> None:
    one, two = make_glossary(some), make_glossary(others)

    def told(glossary: Glossary) -> list[tuple[int, int, str]]:
        hits = glossary.find(text, "ja", house_style=house_style)
        return [(hit.start, hit.end, hit.entry.english) for hit in hits]

    if told(one) != told(two):
        before, now = shown(one, house_style), shown(two, house_style)
        differ = {form for form in before.keys() | now.keys() if before.get(form) != now.get(form)}
        assert Finder(differ)(text)


def test_a_finder_folds_as_matching_does() -> None:
    for language, term, text in (
        ("ja", "経済", "經濟"), ("zh", "半导体", "半導體"), ("ko", "중국 정부", "중국정부는"),
        ("ja", "サプライチェーン", "サプライ・チェーン"), ("ja", "データ", "ﾃﾞｰﾀ"),
    ):  # fmt: skip
        forms = make_glossary([entry(term, language=language)]).forms[language]
        assert Finder(forms)(text)
        assert not Finder(forms)("何もない")


def test_an_english_of_two_lines_is_told_in_one() -> None:
    text = "半導体"
    (hit,) = make_glossary([entry(text, "semi\x07\nconductor")]).find(text, "ja")

    assert hit.term(text) == Term(text, "semi conductor")


@given(TEXTS, st.lists(ENTRIES, max_size=4))
@settings(max_examples=200, deadline=None)
def test_decomposed_text_holds_the_same_terms(text: str, entries: list[Entry]) -> None:
    glossary, other = make_glossary(entries), unicodedata.normalize("NFD", text)

    def told(written: str) -> list[tuple[str, str]]:
        return [
            (unicodedata.normalize("NFC", written[hit.start : hit.end]), hit.entry.english)
            for hit in glossary.find(written, "ja")
        ]

    assert told(other) == told(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("language", "text", "terms", "hits"),
    [
        ("ja", "日米中関係の展望", ["日米中", "米中関係"], ["日米中"]),
        ("ja", "米中関係の展望", ["日米中", "米中関係"], ["米中関係"]),
        ("ja", "日米豪の協力", ["米豪"], []),
        ("ja", "訪日米国人", ["日米", "米国"], ["米国"]),
        ("ko", "한미일 관계", ["미일 관계", "한미일"], ["한미일"]),
        ("ko", "북한미사일", ["한미"], []),
        ("zh", "中美日关系", ["美日关系", "中美日"], ["中美日"]),
    ],
)
def test_states_in_a_row_are_one_term(language: str, text: str, terms: list[str], hits: list[str]) -> None:
    assert found(text, *terms, language=language) == hits

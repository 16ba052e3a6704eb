"""Tests of the glossary: which terms stand in a text, and whether English kept them."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from srcxlate.engines import Term
from srcxlate.errors import Fault, Faults
from srcxlate.glossary import (
    FROM_REVIEW,
    HOUSE_STYLE,
    Entry,
    Glossary,
    add_entry,
    kept,
    make_glossary,
    read_glossary,
    stem,
    terms_of,
)
from srcxlate.naming import comparable
from srcxlate.sources import read_sources

ROOT = Path(__file__).parents[1]


def entry(original: str, english: str = "", *, language: Any = "ja", **more: Any) -> Entry:
    return Entry(original=original, language=language, english=english or original, **more)


def found(text: str, *entries: Entry | str, language: str = "ja", house_style: bool = True) -> list[str]:
    glossary = make_glossary(one if isinstance(one, Entry) else entry(one) for one in entries)
    return [text[hit.start : hit.end] for hit in glossary.find(text, language, house_style=house_style)]


# -- matching ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "terms", "hits"),
    [
        ("中国経済の減速", ["中国", "経済", "中国経済"], ["中国経済"]),
        ("中国と韓国", ["韓国", "中国"], ["中国", "韓国"]),
        ("中国中国", ["中国"], ["中国", "中国"]),
        ("経済安全保障法", ["経済安全", "安全保障法"], ["安全保障法"]),
        ("国際会議場", ["国際会議", "会議場"], ["国際会議"]),
        ("日中韓", ["日中", "中韓"], ["日中"]),
        ("アアア", ["アア"], ["アア"]),
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

    watched = Glossary(glossary.entries, glossary.forms, {"ja": counting})
    assert [watched.find(text, "ja") for text in texts] == [glossary.find(text, "ja") for text in texts]
    assert (counting.passes, counting.characters) == (1000, 30_000)


def test_a_long_text_full_of_terms() -> None:
    text = "中国経済" * 25_000

    assert found(text, "中国", "中国経済", "経済") == ["中国経済"] * 25_000


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


# -- what a draft kept ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("english", "draft"),
    [
        ("supply chain", "Supply chains are long."),
        ("supply chain", "a supply-chain problem"),
        ("supply chain", "The SUPPLY  CHAIN"),
        ("alliance", "alliances"),
        ("vehicles", "vehicle"),
        ("policy", "policies"),
        ("subsidies", "a subsidy"),
        ("process", "processes"),
        ("database", "databases"),
        ("tax", "taxes"),
        ("size", "sizes"),
        ("crisis", "crises"),
        ("gas", "gases"),
        ("comfort women", "comfort woman"),
        ("the PRC", "PRC's exports"),
        ("the PRC", "the PRC’s"),
        ("PRC", "(the PRC)"),
        ("United States", "the United States’ exports"),
        ("people’s war", "a people's war"),
        ("start-up", "startups"),
        ("start-up", "start ups"),
        ("cyber security", "cybersecurity"),
        ("cybersecurity", "cyber-security"),
        ("Ōsaka", "Osaka"),
        ("Osaka", "Ōsaka"),
        ("3 nm", "3nm chips"),
        ("an embargo", "embargoes"),
        ("Ministry of Economy, Trade and Industry", "the Ministry of Economy Trade and Industry said"),
    ],
)
def test_english_that_is_kept(english: str, draft: str) -> None:
    assert kept(Term("x", english), draft)
    assert kept(Term("x", english), english)


@pytest.mark.parametrize(
    ("english", "draft"),
    [
        ("Japan", "Japanese exports"),
        ("the PRC", "China"),
        ("the US", "They use it."),
        ("news agency", "a new agency"),
        ("economics", "economic policy"),
        ("chip", "chipmakers"),
        ("ship", "shipping"),
        ("supply chain", "chain supply"),
        ("supply chain", "supply of chain"),
        ("export controls", "export"),
        ("5G", "15G"),
        ("term", ""),
        ("the", "the"),
        ("—", "—"),
    ],
)
def test_english_that_is_not_kept(english: str, draft: str) -> None:
    assert not kept(Term("x", english), draft)


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None)
def test_any_draft_keeps_a_term_or_not(english: str, draft: str) -> None:
    assert kept(Term("x", english), draft) in (True, False)
    assert kept(Term("x", english), f"{draft} / {english} / {draft}") == kept(Term("x", english), english)


# -- files ---------------------------------------------------------------------------------------


def test_all_faults_of_all_files_come_in_one_go(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {original: 中国, language: ja, english: the PRC}\n- original: 韓国\n")
    (tmp_path / "b.yaml").write_text("- {original: 中国, language: ja, english: China, varient: [x]}\n")
    (tmp_path / "c.yaml").write_text(": [")

    with pytest.raises(Faults) as caught:
        read_glossary(tmp_path)
    assert [
        (fault.place and Path(fault.place.file).name, fault.message) for fault in caught.value.faults[:3]
    ] == [
        ("a.yaml", "the field 'language' is missing"),
        ("a.yaml", "the field 'english' is missing"),
        ("b.yaml", "unknown field 'varient'"),
    ]
    assert Path(str(caught.value.faults[3].place)).name.startswith("c.yaml:1")


def test_one_written_form_has_one_meaning(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("- {original: ＥＶ, language: ja, english: electric vehicle}\n")
    (tmp_path / "b.yaml").write_text(
        "- {original: EV, language: ko, english: EV}\n- {original: EV, language: ja, english: EV}\n"
    )

    with pytest.raises(
        Faults, match=r"b.yaml:2: EV \(ja\) stands already in .*a.yaml:1 as 'electric vehicle'. Keep one"
    ):
        read_glossary(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {original: '', language: ja, english: a}", "original is empty. Write a value"),
        (
            "- {original: a, language: jp, english: a}",
            "language 'jp' is none of the values .* Write 'ja', 'ko' or 'zh'",
        ),
        ("- {original: a, language: ja, english: }", "english is empty. Write a value"),
        ("- {original: a, language: ja, english: a, variants: b}", "variants 'b' is no list"),
        ("original: a", "holds no list of entries. Begin each entry with '- '"),
    ],
)
def test_faults_of_entries(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "a.yaml").write_text(text)

    with pytest.raises(Faults, match=f"a.yaml:1: {told}"):
        read_glossary(tmp_path)


def test_a_glossary_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# nothing yet\n")

    assert read_glossary(tmp_path).entries == read_glossary(tmp_path / "none").entries == ()


def test_the_repository_holds_a_valid_glossary() -> None:
    entries = read_glossary(ROOT / "glossary").entries
    languages = Counter(entry.language for entry in entries if entry.authority)

    assert languages.total() >= 150
    assert all(languages[language] >= 50 for language in ("ja", "ko", "zh"))
    assert all(kept(Term(entry.original, entry.english), entry.english) for entry in entries)


def test_no_term_is_a_whole_title_of_a_cited_work() -> None:
    titles = {comparable(record.title) for record in read_sources(ROOT / "sources")}
    forms = {
        form
        for entry in read_glossary(ROOT / "glossary").entries
        for form in (entry.original, *entry.variants)
    }

    assert titles
    assert not {form for form in forms if comparable(form) in titles}


# -- adding an entry -----------------------------------------------------------------------------------

CHIP = entry("半導体", "semiconductor", variants=("半導體",), note="From review: 4 titles")
WRITTEN = """\
- original: 半導体
  language: ja
  english: semiconductor
  variants:
    - 半導體
  note: 'From review: 4 titles'
"""


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = add_entry(tmp_path / "glossary", CHIP)

    assert path == tmp_path / "glossary" / FROM_REVIEW
    assert path.read_text() == WRITTEN
    assert read_glossary(tmp_path / "glossary").entries == (CHIP,)


ONE = "- original: 中国\n  language: ja\n  english: the PRC  # not in names\n"
INDENTED = "# Terms\n  - {original: 中国, language: ja, english: the PRC}\n"


@pytest.mark.parametrize(
    ("there", "added"),
    [
        ("", WRITTEN),
        ("# nothing yet\n\n", WRITTEN),
        ("# nothing yet", "\n" + WRITTEN),
        (ONE, WRITTEN),
        (ONE.rstrip("\n"), "\n" + WRITTEN),
        (ONE + "\n# to be gone over\n", WRITTEN),
        (ONE.replace("\n", "\r\n"), WRITTEN.replace("\n", "\r\n")),
        (ONE.replace("\n", "\r\n").rstrip(), "\r\n" + WRITTEN.replace("\n", "\r\n")),
        (INDENTED, "".join(f"  {line}" for line in WRITTEN.splitlines(keepends=True))),
        ("\ufeff" + ONE, WRITTEN),
        ("---\n" + ONE, WRITTEN),
        (ONE + "  note: |\n    - a list\n    - in a note\n", WRITTEN),
    ],
    ids=[
        "empty",
        "comments alone",
        "comment without a line end",
        "an entry",
        "no line end",
        "comment behind",
        "CRLF",
        "CRLF without the last",
        "indented",
        "byte order mark",
        "document mark",
        "block of text",
    ],
)
def test_what_a_person_wrote_stays(tmp_path: Path, there: str, added: str) -> None:
    path = tmp_path / FROM_REVIEW
    path.write_bytes(there.encode())
    before = read_glossary(tmp_path).entries

    add_entry(tmp_path, CHIP)
    assert path.read_bytes() == (there + added).encode()
    assert read_glossary(tmp_path).entries == (*before, CHIP)
    add_entry(tmp_path, entry("韓国", "South Korea"))
    assert len(read_glossary(tmp_path).entries) == len(before) + 2


@pytest.mark.parametrize(
    "more", [CHIP, entry("中国", "China"), entry("中國", "x"), entry("支那", variants=("ﾁｭｳｺﾞｸ",))]
)
def test_a_form_that_means_something_already_is_refused(tmp_path: Path, more: Entry) -> None:
    there = "# style\n- {original: 半導體, language: ja, english: chip}\n"
    there += ONE.replace("# not in names", "") + "  variants: [中國, チュウゴク]\n"
    (tmp_path / "style.yaml").write_text(there)
    (tmp_path / FROM_REVIEW).write_text("# mine\n")

    with pytest.raises(
        Fault, match=r"style.yaml:[23]: \S+ \(ja\) means '(chip|the PRC)' here already. Change that"
    ):
        add_entry(tmp_path, more)
    assert (tmp_path / FROM_REVIEW).read_text() == "# mine\n"
    assert (tmp_path / "style.yaml").read_text() == there


def test_a_form_of_another_language_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "style.yaml").write_text("- {original: 半導体, language: zh, english: chip}\n")

    add_entry(tmp_path, CHIP)
    assert len(read_glossary(tmp_path).entries) == 2


@pytest.mark.parametrize(
    ("there", "line"),
    [("[{original: 中国, language: ja, english: the PRC}]\n", 1), (ONE + "...\n", 4)],
    ids=["brackets", "end of document"],
)
def test_a_list_that_cannot_be_added_to_is_left(tmp_path: Path, there: str, line: int) -> None:
    (tmp_path / FROM_REVIEW).write_text(there)

    with pytest.raises(
        Fault, match=f"{FROM_REVIEW}:{line}: 半導体 cannot be added after the last entry. Write"
    ):
        add_entry(tmp_path, CHIP)
    assert (tmp_path / FROM_REVIEW).read_text() == there


def test_faults_of_the_files_are_told_first(tmp_path: Path) -> None:
    (tmp_path / FROM_REVIEW).write_text("- original: 中国\n")

    with pytest.raises(Faults, match="'language' is missing"):
        add_entry(tmp_path, CHIP)
    assert (tmp_path / FROM_REVIEW).read_text() == "- original: 中国\n"


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=12)), min_size=1, max_size=4
    ),
    st.sampled_from(["", "# head\n", ONE, ONE.rstrip("\n"), ONE.replace("\n", "\r\n"), INDENTED]),
)
@settings(max_examples=100, deadline=None)
def test_what_was_added_is_read_back(words: list[tuple[str, str]], there: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / FROM_REVIEW).write_bytes(there.encode())
        for original, english in words:
            try:
                new = entry(original, english)
            except ValidationError:
                continue
            before = read_glossary(folder).entries
            try:
                add_entry(folder, new)
            except Fault as fault:
                assert "already" in fault.message  # noqa: PT017  # anything but a repeat is added
                continue
            assert read_glossary(folder).entries == (*before, new)
        assert (folder / FROM_REVIEW).read_bytes().startswith(there.encode())


@pytest.mark.parametrize(
    ("word", "compared"), [("Policies", "policy"), ("PRC's", "prc"), ("The", ""), ("Ōsaka", "osaka")]
)
def test_a_word_as_it_is_compared(word: str, compared: str) -> None:
    assert stem(word) == stem(compared) == compared

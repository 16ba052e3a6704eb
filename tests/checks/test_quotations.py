"""Quotations against their passages: the invented ones of ``tests/data/quotations``, and single rules."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from srcxlate.checks import negation
from srcxlate.checks.likeness import alike, base
from srcxlate.checks.quotation import contraries
from srcxlate.checks.quotation.figures import of_english, of_original, same
from srcxlate.checks.quotation.japanese_names import reads
from srcxlate.checks.quotation.korean_words import may_mean
from srcxlate.checks.quotation.parts import parts, without_brackets
from srcxlate.checks.quotation.read_names import cannot_be
from srcxlate.checks.quotation.related import related
from srcxlate.checks.quotation.strangers import abbreviates
from srcxlate.checks.quotations import Original, Verdict, compare
from srcxlate.glossary import make_glossary, read_glossary
from srcxlate.segments import split

TESTS = Path(__file__).parents[1]
DATA = TESTS / "data" / "quotations"
GLOSSARY = read_glossary(TESTS.parent / "glossary")


def read(name: str) -> Any:
    return yaml.load((DATA / name).read_text(encoding="utf-8"), yaml.CSafeLoader)


SETS = ("open", "held", "fresh", "third", "fourth")
ENTRIES = [entry for name in SETS for entry in read(f"{name}.yaml")]
DRAFTS = {text: draft for name in SETS for text, draft in read(f"drafts-{name}.yaml").items()}


def passage(entry: dict[str, Any], drafts: dict[str, str]) -> list[Original]:
    texts = [sentence.text.strip() for sentence in split(entry["passage"], entry["language"])]
    return [Original(text, drafts.get(text, "")) for text in texts]


Found = dict[str, tuple[dict[str, Any], Verdict, list[str]]]


def verdicts(drafts: dict[str, str]) -> Found:
    found: Found = {}
    for entry in ENTRIES:
        originals = passage(entry, drafts)
        verdict = compare(entry["quoted"], originals, entry["language"], GLOSSARY)
        found[entry["id"]] = entry, verdict, [originals[at].text for at in verdict.sentences]
    return found


@pytest.fixture(scope="module")
def drafted() -> Found:
    return verdicts(DRAFTS)


def test_every_sentence_has_its_draft():
    assert all(one.draft for entry in ENTRIES for one in passage(entry, DRAFTS))


def test_the_right_sentences_are_found(drafted):
    wrong = [key for key, (entry, _, found) in drafted.items() if found != entry["renders"]]
    assert len(wrong) <= len(ENTRIES) // 20, wrong


def test_what_was_altered_is_told_with_its_kind(drafted):
    altered = {key: each for key, each in drafted.items() if each[0]["verdict"] == "differs"}
    told = [key for key, (entry, verdict, _) in altered.items() if set(entry["kinds"]) & set(verdict.kinds)]
    assert len(told) >= 0.85 * len(altered), sorted(altered.keys() - told)


def test_faithful_quotations_are_left_alone(drafted):
    accused = [
        key
        for key, (entry, verdict, _) in drafted.items()
        if entry["verdict"] == "faithful" and verdict.verdict != "faithful"
    ]
    assert len(accused) <= 2, accused


def test_what_is_in_no_sentence_is_not_found(drafted):
    missed = [
        key
        for key, (entry, verdict, _) in drafted.items()
        if entry["verdict"] == "not-found" and verdict.verdict != "not-found"
    ]
    assert len(missed) <= 2, missed


def test_spans_stand_where_they_say(drafted):
    for entry, verdict, found in drafted.values():
        for difference in verdict.differences:
            assert difference.message.endswith(".")
            if difference.quoted:
                start, end = difference.quoted
                assert 0 <= start < end <= len(entry["quoted"])
            if difference.original:
                sentence = found[verdict.sentences.index(difference.sentence)]
                start, end = difference.original
                assert 0 <= start < end <= len(sentence)


def test_words_at_issue_are_those_that_were_altered(drafted):
    _, verdict, _ = drafted["o25"]
    (difference,) = verdict.differences
    quoted = drafted["o25"][0]["quoted"]
    assert quoted[slice(*difference.quoted)] == "58 billion dollars"
    assert difference.message == (
        "The quotation has “58 billion dollars” where the original has 5.8 billion (58억 달러)."
    )


def test_without_drafts_nothing_faithful_is_accused():
    found = verdicts({})
    accused = [
        key for key, (entry, verdict, _) in found.items()
        if entry["verdict"] == "faithful" and verdict.verdict == "differs"
    ]  # fmt: skip
    assert len(accused) <= 1, accused
    assert "differs" in {verdict.verdict for _, verdict, _ in found.values()}


def test_without_drafts_not_found_says_that_it_proves_little():
    verdict = compare("It rained.", [Original("会談は終わった。")], "ja", GLOSSARY)
    assert verdict.verdict == "not-found"
    assert "1 of its 1 sentences have no draft" in verdict.message


def one(quotation: str, text: str, draft: str, language: str) -> Verdict:
    return compare(quotation, [Original(text, draft)], language, GLOSSARY)


@pytest.mark.parametrize(
    ("quotation", "text", "draft", "language", "kinds"),
    [
        ("The sum came to 60 billion yen.", "総額は6000億円に達した。", "The sum was 600 billion yen.", "ja",
        {"number"}),
        ("The sum came to ¥600bn.", "総額は6000億円に達した。", "The sum was 600 billion yen.", "ja", set()),
        ("Prices fell by under 20 percent.", "価格は20%以上下落した。", "Prices fell more than 20%.", "ja",
        {"number"}),
        ("Prices fell by at least 20 percent.", "価格は20%以上下落した。", "Prices fell more than 20%.", "ja",
        set()),
        ("The talks will be held in Busan.", "회담은 서울에서 열린다.", "The talks will be held in Seoul.",
        "ko", {"name"}),
        ("Talks with the Chinese side will follow.", "中国との協議が続く。", "Talks with the PRC follow.",
        "ja", set()),
        ("The statement was published.", "声明は公表されなかった。", "The statement was not published.", "ja",
        {"negation"}),
        ("The statement … was published.", "声明は公表されなかった。", "The statement was not published.",
        "ja",
         {"negation"}),
        ("The statement must be published.", "声明は公表しなければならない。",
        "The statement must be published.", "ja",
         set()),
        ("The statement was [not] published.", "声明は公表されなかった。", "The statement was not published.",
        "ja", set()),
        ("Exports will be licensed.", "只要符合规定，出口就会得到许可。",
         "As long as it meets the rules, exports will be licensed.", "zh", {"omission"}),
        ("Exports … will be licensed.", "只要符合规定，出口就会得到许可。",
         "As long as it meets the rules, exports will be licensed.", "zh", {"omission"}),
    ],
)  # fmt: skip
def test_one_sentence(quotation, text, draft, language, kinds):
    assert set(one(quotation, text, draft, language).kinds) == kinds


def test_a_fragment_need_not_have_the_whole_sentence():
    text = "昨年、政府は原則として輸出を認めた。"
    draft = "Last year the government in principle permitted exports."
    assert one("permitted exports", text, draft, "ja").verdict == "faithful"
    assert one("The government permitted exports.", text, draft, "ja").verdict == "differs"


def test_two_sentences_joined_by_an_ellipsis():
    originals = [
        Original("輸出は増えた。", "Exports increased."), Original("天気は良かった。",
        "The weather was good."),
        Original("輸入は減った。", "Imports decreased."),
    ]  # fmt: skip
    verdict = compare("Exports rose … [while] imports fell.", originals, "ja", make_glossary([]))
    assert (verdict.verdict, verdict.sentences) == ("faithful", (0, 2))


def test_sentences_are_found_without_drafts():
    found = verdicts({})
    drafted = [each for each in found.values() if each[0]["renders"]]
    right = sum(sentences == entry["renders"] for entry, _, sentences in drafted)
    assert right >= 0.9 * len(drafted)


STREET = (
    Original(
        "市は商店街の空き店舗を借り上げ、起業する若者に貸す。", "The city rents vacant shops to young people."
    ),
    Original("家賃は最初の1年半は無料だ。", "It is free for the first half of the year."),
    Original("これまでに5人に1人が店を閉めた。", "So far, one of the five people has closed."),
    Original("商工会は支援が足りないと訴える。", "The chamber says that support is not enough."),
)


@pytest.mark.parametrize(
    ("quotation", "verdict", "sentences"),
    [
        ("No rent is charged for the first year and a half.", "faithful", (1,)),
        ("No rent is charged for the first two and a half years.", "differs", (1,)),
        ("One in five has shut up shop so far.", "faithful", (2,)),
        ("20 percent have shut up shop so far.", "faithful", (2,)),
        ("one in five has shut up shop … the support does not suffice", "faithful", (2, 3)),
        ("The support suffices, complains the chamber of commerce.", "differs", (3,)),
        ("A fire destroyed two warehouses near the harbour in March.", "not-found", ()),
    ],
)
def test_a_passage_whose_drafts_are_poor(quotation, verdict, sentences):
    found = compare(quotation, STREET, "ja", GLOSSARY)
    assert (found.verdict, found.sentences) == (verdict, sentences)


@pytest.mark.parametrize(
    ("quotation", "text", "draft", "language", "kinds"),
    [
        ("Liu Haifeng signed the contract.", "刘海峰签署了合同。", "Liu signed the contract.", "zh", set()),
        ("Zhou Minghua signed the contract.", "刘海峰签署了合同。", "Liu signed the contract.", "zh",
         {"name"}),
        ("Deng Zhonghan will visit Busan.", "왕샤오홍은 부산을 방문한다.", "The king will visit Busan.", "ko",
         {"name"}),
        ("Wang Xiaohong will visit Busan.", "왕샤오훙은 부산을 방문한다.", "The king will visit Busan.", "ko",
         set()),
        ("METI's Keihin survey was published.", "経済産業省の京浜調査が公表された。",
         "The survey of the Ministry of Economy, Trade and Industry was published.", "ja", set()),
        ("Floods submerged the village.", "洪水淹没了村庄。", "The flood drowned the village.", "zh", set()),
        ("For the last ten years prices have been stable.", "近十年来价格稳定。",
         "Prices have been stable for nearly ten years.", "zh", set()),
        ("Work was stopped for three weeks.", "作業は3か月間止まった。", "Work was stopped for 3 months.",
         "ja",
         {"number"}),
        ("A dozen ships were lost.", "船12隻が失われた。", "Twelve ships were lost.", "ja", set()),
        ("Doctors outside Seoul are few.", "지방의 의사는 적다.", "There are few local doctors.", "ko",
         set()),
        ("The majority were women.", "절반을 넘는 사람이 여성이었다.", "More than half were women.", "ko",
         set()),
    ],
)  # fmt: skip
def test_one_sentence_of_other_kinds(quotation, text, draft, language, kinds):
    assert set(one(quotation, text, draft, language).kinds) == kinds


@pytest.mark.parametrize(
    ("word", "english"),
    [("비행기가", "airplane"), ("협력이", "cooperation"), ("떨어졌다", "fall"), ("학교에서는", "school"),
    ("새로운", "new")],
)  # fmt: skip
def test_what_a_korean_word_may_mean(word, english):
    assert any(alike(english, other) for part in may_mean(word) for other in part)


def test_a_word_that_nobody_knows_means_nothing():
    assert may_mean("뷁뷁") == []


def test_words_are_related_that_render_one_word():
    assert "livestock" in related("cattle")
    assert base("applicants") in related("candidate")
    assert not related("the")


@pytest.mark.parametrize(
    ("name", "original", "language", "other"),
    [
        ("Chen Wenbo", "陈文博主任", "zh", False), ("Wenbo Chen", "陈文博主任", "zh", False), ("Cheng Ta-wei",
         "鄭大衛說", "zh", False),
        ("Sun Lijun", "陈文博主任", "zh", True), ("Kishida Fumio", "陈文博主任", "zh", False),
        ("Park Min-woo", "박민우 감독은", "ko", False), ("Deng Xiaolan", "박민우 감독은", "ko", True),
    ],
)  # fmt: skip
def test_names_that_stand_nowhere(name, original, language, other):
    assert cannot_be(name.split(), original, language) is other


@pytest.mark.parametrize(
    ("text", "language", "denies"),
    [
        ("まだ決まっていない。", "ja", True), ("決めなければならない。", "ja", False), ("そうかもしれない。",
        "ja", False),
        ("経済だけでなく安全保障も重要だ。", "ja", False), ("一度しか使われていない。", "ja", False),
        ("결정되지 않았다.", "ko", True), ("경제뿐만 아니라 안보도 중요하다.", "ko", False),
        ("안 장관이 말했다.", "ko", False),
        ("措施不针对任何国家。", "zh", True), ("他们没有提到。", "zh", True), ("不仅如此。", "zh", False),
        ("未来可期。", "zh", False), ("必须不断努力。", "zh", False),
        ("It did not happen.", "en", True), ("It wasn’t so.", "en", True), ("not only now", "en", False),
        ("no more than once", "en", False), ("a notable knot", "en", False),
    ],
)  # fmt: skip
def test_negation(text, language, denies):
    assert bool(negation.find(text, language)) is denies


@pytest.mark.parametrize(
    ("english", "original", "language"),
    [
        ("two decades", "20년 이하", "ko"), ("from 78 to 71 percent", "71%로", "ko"), ("doubled",
        "增加了一倍", "zh"),
        ("thirty minutes", "半小时", "zh"), ("48 hours", "이틀", "ko"), ("eighteen months", "一年半", "zh"),
        ("seven days", "一週間", "ja"), ("three months", "석 달", "ko"), ("two billion", "二十多亿", "zh"),
        ("100,000", "10여만 명", "ko"), ("a thousand million", "十亿", "zh"),
        ("twelve kilometres", "約12キロ", "ja"), ("3.13 million", "313만 명", "ko"), ("in August", "八月",
        "zh"),
    ],
)  # fmt: skip
def test_numbers_that_are_the_same(english, original, language):
    numbers = of_original(original, language)
    assert any(same(each, other) for each in of_english(english) for other in numbers)


def test_brackets_are_the_reports_own():
    assert without_brackets("[T]he leaders [have] met.") == "  The leaders        met."


@given(st.text(alphabet="Ab .…[]“”!?,3", max_size=60))
def test_parts_stand_where_they_say(quotation):
    for part in parts(quotation):
        assert quotation[part.start : part.start + len(part.text)] == part.text
        assert len(part.own) == len(part.text)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="The PRC not … [is] 30 percent, Tokyo. ", max_size=60),
    st.text(alphabet="中国は30%不ない。の東京", max_size=30),
    st.sampled_from(["ja", "ko", "zh", "und"]),
)
def test_any_text_gets_a_verdict(quotation, text, language):
    verdict = compare(quotation, [Original(text, "The PRC is 30 percent.")], language, GLOSSARY)
    assert (verdict.verdict == "differs") == bool(verdict.differences)
    for difference in verdict.differences:
        for span, whole in ((difference.quoted, quotation), (difference.original, text)):
            assert span is None or 0 <= span[0] <= span[1] <= len(whole)


def test_one_sentence_of_english_that_joins_two():
    originals = [
        Original("輸出は増えた。", "Exports of steel increased."),
        Original("農産物の輸入は減った。", "Imports of farm products decreased."),
        Original("天気は良かった。", "The weather was good."),
    ]
    quotation = "Steel exports increased, while imports of farm products decreased."
    verdict = compare(quotation, originals, "ja", make_glossary([]))
    assert (verdict.verdict, verdict.sentences) == ("faithful", (0, 1))


@pytest.mark.parametrize(
    ("quotation", "text", "draft", "language", "kinds"),
    [
        ("Output has fallen to 34 percent.", "生産は34%減少した。", "Production fell by 34 percent.", "ja",
         {"number"}),
        ("Output has fallen by 34 percent.", "生産は34%に減少した。", "Production fell to 34 percent.", "ja",
         {"number"}),
        ("Output has fallen to 34 percent.", "产量降至34%。", "Production fell to 34 percent.", "zh", set()),
        ("Output has fallen by 34 percent.", "생산은 34% 감소했다.",
         "Production fell by 34 percent.", "ko", set()),
        ("Of the six schools two have no gym.", "六所学校中，有四所没有体育馆。",
         "Of six schools, there is no gym.", "zh", {"number"}),
        ("None of the members were in agreement.", "すべての委員が同意したわけではない。",
         "Not all members agreed.", "ja", {"negation"}),
        ("Not all of the members were in agreement.", "すべての委員が同意したわけではない。",
         "Not all members agreed.", "ja", set()),
        ("Housing is the sole means.", "住宅不是唯一手段。", "Housing is not the only means.", "zh",
         {"negation"}),
        ("The plan need not end in words.", "계획은 말에 그칠 수밖에 없다.",
         "The plan can only end in words.", "ko", {"negation", "omission"}),
        ("The members opposed the bill.", "委員は法案に賛成した。", "Members approved of the bill.", "ja",
         {"negation"}),
        ("It is common for teachers to leave.", "教員が辞めるのは珍しくない。",
         "It is not rare for teachers to leave.", "ja", set()),
        ("The producers of Hokkaido and Shikoku object.", "北海道や九州の生産者が反対する。",
         "The producers of Hokkaido and Okinawa object.", "ja", {"name"}),
        ("The spokesperson, Lin Kuo-tung, denied it.", "發言人陳怡君否認。", "Spokesperson Chen denied it.",
         "zh", {"name"}),
        ("The satellite will observe red tides.", "위성은 미세먼지와 적조를 관측한다.",
         "The satellite will observe fine dust and red tide.", "ko", {"omission"}),
        ("In the city 300 jobs vanished, most of them at subcontractors.",
         "도시에서 일자리 300개가 사라졌다.",
         "In the city 300 jobs vanished.", "ko", {"addition"}),
        ("Over half of the staff is fifty or older.", "五十岁以上的职工过半。",
         "More than half of the staff is over 50.", "zh", set()),
    ],
)  # fmt: skip
def test_one_sentence_by_what_is_altered(quotation, text, draft, language, kinds):
    assert set(one(quotation, text, draft, language).kinds) == kinds


@pytest.mark.parametrize(
    ("quotation", "text", "draft", "language", "kinds"),
    [
        ("Repairs took ninety minutes.", "수리에는 1시간 반이 걸렸다.", "The repair took time.", "ko", set()),
        ("Repairs took ninety minutes.", "수리에는 2시간 반이 걸렸다.", "The repair took time.", "ko",
         {"number"}),
        ("The fee is only a third as high.", "费用只有三分之一。", "The cost is one-third.", "zh", set()),
        ("Over 400,000 people applied.", "四十余万人报名。", "More than 40 people signed up.", "zh", set()),
        ("Over 4 million people applied.", "四十余万人报名。", "More than 40 people signed up.", "zh",
         {"number"}),
        ("Sales rose in the first three quarters.", "前三季度销售额增长。", "Sales rose in the first three.",
         "zh", set()),
        ("The Korea Heritage Service apologised.", "유산청은 사과했다.", "The office apologized.", "ko",
         set()),
        ("The Korean Nurses Association objected.", "대한간호협회는 반대했다.", "The society objected.", "ko",
         set()),
        ("Petitions were handed over.", "청원서가 전달됐다.", "The document was delivered.", "ko", set()),
        ("No change to the schedule was made.", "日程は変えず、作業を進める。", "The schedule stays.", "ja",
         set()),
    ],
)  # fmt: skip
def test_what_a_faithful_rendering_says_in_other_words(quotation, text, draft, language, kinds):
    assert set(one(quotation, text, draft, language).kinds) == kinds


@pytest.mark.parametrize(
    ("run", "letters", "read"),
    [
        ("九州", "kyushu", True), ("九州", "shikoku", False), ("大谷", "ohtani", True),
        ("三上", "tanaka", False),
        ("日本橋", "nihombashi", True), ("別府", "beppu", True), ("霞が関", "kasumigaseki", True),
    ],
)  # fmt: skip
def test_japanese_names_by_their_characters(run, letters, read):
    assert reads(run, letters) is read


@pytest.mark.parametrize(
    ("quoted", "original", "language", "kinds"),
    [
        ("Sales increased.", "売上高は減少した。", "ja", ["negation"]),
        ("Sales increased.", "売上高は減少しなかった。", "ja", []),
        ("They joined after the vote.", "他们在表决之前加入。", "zh", ["number"]),
        ("The ruling party refused.", "야당은 거부했다.", "ko", ["name"]),
        ("It must not be opened.", "열지 않아도 된다.", "ko", ["negation"]),
        ("It does not have to be opened.", "열지 않아도 된다.", "ko", []),
    ],
)  # fmt: skip
def test_contraries(quoted, original, language, kinds):
    assert [each.kind for each in contraries.find(quoted, original, language)] == kinds


@pytest.mark.parametrize(
    ("word", "english", "made"),
    [
        ("JAXA", "Japan Aerospace Exploration Agency", True),
        ("KEPCO", "Korea Electric Power Corporation", True),
        ("NASA", "Japan Aerospace Exploration Agency", False),
    ],
)  # fmt: skip
def test_abbreviations(word, english, made):
    assert abbreviates(word, english) is made


def test_good_translations_are_left_alone():
    """Each is its own draft here: what is told then is told by the original against a true rendering."""
    told = []
    for language in ("ja", "ko", "zh"):
        path = TESTS / "data" / "sentences" / f"{language}-open.yaml"
        for pair in yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader):
            english = pair["english"].rstrip(".") + "."
            verdict = compare(english, [Original(pair["original"], english)], language, GLOSSARY)
            told += [each.message for each in verdict.differences]
    assert len(told) <= 2, told

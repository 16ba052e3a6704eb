"""Drafting: what an engine is given, how its sentences become a draft, and what a draft's key holds."""

import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srcxlate.addresses import find_addresses
from srcxlate.drafts import Job, Text, draft, draft_key, pieces_of, plan, with_marks
from srcxlate.engines import Drafted, Engine, Identity, Request, Term
from srcxlate.engines.choose import choose, make_engines
from srcxlate.errors import Fault
from srcxlate.glossary import Entry, Glossary, make_glossary

from .conftest import ENGINE

GLOSSARY = make_glossary(
    [
        Entry(original="造船", language="ja", english="shipbuilding"),
        Entry(original="中国", language="ja", english="the PRC", scope="house-style"),
        Entry(original="経済安全保障", language="ja", english="economic security"),
    ]
)


@pytest.fixture
def engines(models_folder, monkeypatch):
    """The real engine with the real test packages."""
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    return make_engines(choose(["ja", "ko", "zh-Hans", "zh-Hant"], wanted=ENGINE))


SHOUTING = Identity("argos", "shouting", "0" * 64, "0" * 64)


@dataclass
class Shouting:
    """An engine that tells what it was asked, and gives it back in capitals, the last one first."""

    flags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: list[list[Request]] = field(default_factory=list)
    fails_at: int = -1
    pause: float = 0.0
    identity: Identity = SHOUTING
    languages: frozenset[str] = frozenset({"ja"})

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        self.asked.append(list(requests))
        for index in reversed(range(len(requests))):
            if index == self.fails_at:
                raise Fault("the model cannot be loaded")
            time.sleep(self.pause)
            text = requests[index].text
            yield Drafted(index, text.upper(), self.flags.get(text, ()))


def job(text: str, engine: Engine, *segments: int, glossary: Glossary = GLOSSARY) -> Job:
    (made,) = plan(
        [Text(n, text, "ja", None, None) for n in segments or (1,)],
        glossary,
        {"ja": engine},
        house_style=True,
    ).jobs
    return made


def words(text: str, language: str = "ja") -> list[str]:
    """The pieces of a text: what the engine gets in capitals' place, marked."""
    pieces = pieces_of(Request(text, language), GLOSSARY.find(text, language))
    return [f"[{piece.text}]" if isinstance(piece, Request) else piece for piece in pieces]


class TestPieces:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("中国が技術を…3割減", ["[中国が技術を…3割減]"]),
            (" 造船の危機 ", ["[造船の危機]"]),
            ("始まった。終わった。", ["[始まった。]", "[終わった。]"]),
            ("始まった。\n\n――\n終わった。", ["[始まった。]", "――", "[終わった。]"]),
            ("※※", ["※※"]),
            (" \n ", []),
            (
                "詳細は https://example.jp/造船?a=b。 を見よ。",
                ["[詳細は]", "https://example.jp/造船?a=b", "。", "[を見よ。]"],
            ),
            ("https://example.jp/a.", ["https://example.jp/a", "."]),
            (
                "参照：[造船の白書](https://example.jp/w)。続く。",
                ["[参照：]", "[", "[造船の白書]", "](https://example.jp/w)", "。", "[続く。]"],
            ),
            (
                "[https://example.jp/w](https://example.jp/w)",
                ["[https://example.jp/w](https://example.jp/w)"],
            ),
        ],
    )
    def test_what_an_engine_is_given(self, text, expected):
        assert words(text) == expected

    def test_each_sentence_has_its_own_terms(self):
        text = "中国の造船。経済安全保障の時代。造船と中国。"
        pieces = pieces_of(Request(text, "ja"), GLOSSARY.find(text, "ja"))
        assert [tuple(t.original for t in piece.terms) for piece in pieces if isinstance(piece, Request)] == [
            ("中国", "造船"),
            ("経済安全保障",),
            ("造船", "中国"),
        ]

    @given(st.text(st.one_of(st.sampled_from("造船。！\n https://a.jp/x)(]["), st.characters()), max_size=60))
    def test_no_address_and_nothing_without_a_word(self, text):
        pieces = pieces_of(Request(text, "ja"), [])
        for piece in pieces:
            if isinstance(piece, Request):
                assert piece.text == piece.text.strip()
                assert any(character.isalnum() for character in piece.text) or not piece.text.isascii()
        together = "".join(piece.text if isinstance(piece, Request) else piece for piece in pieces)
        assert "".join(together.split()) == "".join(text.split())

    @given(
        st.lists(
            st.sampled_from(["造船の危機。", "https://example.jp/a?b=1", " ", "東京", "www.example.jp/x"]),
            max_size=8,
        )
    )
    def test_addresses_never_reach_an_engine(self, parts):
        text = " ".join(parts)
        for piece in pieces_of(Request(text, "ja"), []):
            if isinstance(piece, Request):
                assert not find_addresses(piece.text)
                assert "example" not in piece.text


class TestDraft:
    def test_the_real_engine(self, engines):
        text = "中国が輸出を規制した。 https://example.jp/a 日本は対応を急いでいる。"
        ((made,),) = draft([job(text, engines["ja"])])
        assert made.identity.model == ENGINE
        before, address, after = made.text.partition(" https://example.jp/a ")
        assert address
        assert before
        assert after
        assert made.text.isascii()

    def test_a_title_is_drafted_as_it_is(self, engines):
        title = "「合同」か「休眠」か―瀬戸内の三造船所"
        ((made,),) = draft([job(title, engines["ja"], glossary=make_glossary([]))])
        (alone,) = engines["ja"].draft([Request(title, "ja")])
        assert (made.text, made.flags) == (alone.text, alone.flags)

    def test_each_job_once_whatever_the_order(self):
        engine = Shouting()
        jobs = [
            job("a。b。c", engine, 1),
            job("d", engine, 2, 3),
            job("※", engine, 4),
            job("e。https://x.jp/。f", engine, 5),
        ]
        made = {one.job.segments: one.text for batch in draft(jobs) for one in batch}
        assert made == {(1,): "A。 B。 C", (2, 3): "D", (4,): "※", (5,): "E。 https://x.jp/ 。 F"}
        assert [[request.text for request in asked] for asked in engine.asked] == [
            ["d"],
            ["a。", "b。", "c", "e。", "f"],
        ]

    def test_long_texts_do_not_wait_for_each_other(self):
        engine = Shouting()
        jobs = [job(f"a{n}。" * 100, engine, n) for n in range(10)]
        assert sum(len(batch) for batch in draft(jobs)) == 10
        assert [len(asked) for asked in engine.asked] == [300, 300, 300, 100]

    def test_flags_are_united(self):
        engine = Shouting(flags={"a。": ("cut",), "b。": ("loop", "cut")})
        ((made,),) = draft([job("a。b。c。", engine)])
        assert made.flags == ("cut", "loop")

    def test_terms_are_those_of_the_text(self):
        ((made,),) = draft([job("造船。SHIPBUILDING。中国。", Shouting())])
        assert made.terms == (
            {"original": "造船", "english": "shipbuilding", "kept": True, "state": "kept"},
            {"original": "中国", "english": "the PRC", "kept": True, "state": "repaired"},
        )
        assert "THE PRC" in made.text.upper()  # the engine calls 中国 the same in the text and alone

    def test_nothing_to_do(self):
        assert list(draft([])) == []

    def test_a_fault_of_the_engine_comes_through_after_what_was_made(self):
        engine = Shouting(fails_at=0)
        made = draft([job("a", engine, 1), job("b", engine, 2)])
        with pytest.raises(Fault, match="the model cannot be loaded"):
            assert [one.text for batch in made for one in batch] == ["B"]
        assert not [thread for thread in threading.enumerate() if thread.name == "drafting"]

    def test_whoever_stops_early_stops_the_engine(self):
        engine = Shouting(pause=0.01)
        made = draft([job(f"題{n}", engine, n) for n in range(1000)])
        assert next(made)
        made.close()  # type: ignore[attr-defined]
        for _ in range(100):
            if not [thread for thread in threading.enumerate() if thread.name == "drafting"]:
                return
            time.sleep(0.01)
        raise AssertionError("the engine goes on")


class TestPlan:
    def test_same_text_same_job(self):
        texts = [
            Text(1, "造船", "ja", None, None),
            Text(2, "造船", "ja", None, None),
            Text(3, "海運", "ja", None, None),
        ]
        planned = plan(texts, GLOSSARY, {"ja": Shouting()}, house_style=True)
        assert [(one.request.text, one.segments) for one in planned.jobs] == [
            ("造船", (1, 2)),
            ("海運", (3,)),
        ]

    def test_a_current_draft_is_left_alone(self):
        key = job("造船", Shouting()).key
        assert (
            plan([Text(1, "造船", "ja", None, key)], GLOSSARY, {"ja": Shouting()}, house_style=True).jobs
            == ()
        )

    def test_what_no_engine_serves(self):
        texts = [
            Text(1, "조선", "ko", None, None),
            Text(2, "造船", "zh", "zh-Hant", None),
            Text(3, "海", "ko", None, "a draft"),
        ]
        planned = plan(texts, GLOSSARY, {"ja": Shouting()}, house_style=True)
        assert (planned.jobs, planned.unserved) == ((), {"ko": 1, "zh-Hant": 1})

    def test_house_style_is_part_of_the_key(self):
        with_style, without = (
            plan([Text(1, "中国", "ja", None, None)], GLOSSARY, {"ja": Shouting()}, house_style=on).jobs[0]
            for on in (True, False)
        )
        assert with_style.key != without.key

    @pytest.mark.parametrize(
        "change",
        [
            {"text": "造船業"},
            {"language": "zh"},
            {"script": "zh-Hans"},
            {"terms": (Term("造船", "ship-building"),)},
            {"terms": (Term("造", "shipbuilding"),)},
            {"terms": ()},
        ],
    )
    def test_the_key_holds_all_that_went_into_it(self, change):
        request = Request("造船", "ja", None, (Term("造船", "shipbuilding"),))
        identity = Shouting().identity
        assert draft_key(request, identity) == draft_key(replace(request), replace(identity))
        assert draft_key(replace(request, **change), identity) != draft_key(request, identity)
        for name in ("engine", "digest", "options"):
            assert draft_key(request, replace(identity, **{name: "other"})) != draft_key(request, identity)
        assert draft_key(request, replace(identity, model="another name")) == draft_key(request, identity)


@pytest.mark.parametrize(
    ("marks", "text", "printed"),
    [
        ("single", 'The "key" area', "The 'key' area"),
        ("single", "“Made in” and “by”", "'Made in' and 'by'"),
        ("single", "Japan's \"key\" firms' aim", "Japan's 'key' firms' aim"),
        ("single", "He said 'no \"key\" now'", "He said 'no \"key\" now'"),
        ("single", 'An open "mark', 'An open "mark'),
        ("double", "The 'key' area, Japan's firms' aim", "The \"key\" area, Japan's firms' aim"),
        ("double", "'Don't go', he said", '"Don\'t go", he said'),
        ("double", 'A "double" one\'s', 'A "double" one\'s'),
        (None, 'The "key" area', 'The "key" area'),
    ],
)
def test_quotation_marks_in_the_house_s_way(marks, text, printed):
    assert with_marks(text, marks) == printed


@given(st.text(st.sampled_from("ab '\"“”s-.,")), st.sampled_from(["single", "double"]))
def test_marks_alone_change(text, marks):
    bare = re.sub("['\"“”]", "", text)
    once = with_marks(text, marks)
    assert re.sub("['\"“”]", "", once) == bare
    assert len(once) == len(text)

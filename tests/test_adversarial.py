"""Hostile texts by the real path: no mark of ours is ever left in a draft, and nothing is added but terms.

An engine is given pieces of the text as they are, and a draft is mended by putting English in place of
English. A scheme that hides terms behind marks and puts them back would leave some: texts that look like such
marks are drafted here, and the checks are shown to catch ten such schemes.
"""

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pytest

from srcxlate.drafts import SignedDraft, Text, draft, plan
from srcxlate.engines import Drafted, Engine, Identity, Request, store
from srcxlate.engines.choose import choose, make_engines, route_name
from srcxlate.engines.local import LocalEngine
from srcxlate.glossary import Entry, kept, make_glossary, repair
from srcxlate.glossary.plurals import plural

from .conftest import ENGINE

TERMS = {
    "ja": {
        "中国": "the PRC",
        "半導体": "integrated circuit",
        "経済安全保障": "economic security",
        "米": "US",
    },
    "ko": {
        "중국": "the PRC",
        "반도체": "integrated circuit",
        "경제안보": "economic security",
        "한일": "ROK-Japan",
    },
    "zh": {
        "中国": "the PRC",
        "半导体": "integrated circuit",
        "经济安全": "economic security",
        "台积电": "TSMC",
    },
}
GLOSSARY = make_glossary(
    Entry(original=original, language=language, english=english, avoid=("China",) if "PRC" in english else ())
    for language, terms in TERMS.items()
    for original, english in terms.items()
)
WORDS = {
    "ja": ["の輸出", "、", "が増加。", "政府は", "3割", "2024年", "を発表", "と", "技術", "！", "「", "」"],
    "ko": [
        "의 수출",
        ", ",
        "이 증가했다. ",
        "정부는 ",
        "3할 ",
        "2024년 ",
        "을 발표",
        "과 ",
        "기술 ",
        "! ",
        "‘",
        "’",
    ],
    "zh": ["的出口", "，", "增加。", "政府", "3成", "2024年", "发布", "和", "技术", "！", "“", "”"],
}
MARKS = [
    "{0}", "{}", "{{1}}", "%s", "%1$s", "<b>", "</b>", "<br/>", "[[1]]", "⟦T1⟧", "⟦0⟧", "$1", "\\1", "&amp;",
    '<x id="1"/>', "<!-- 1 -->", "**", "__", "`1`", "# ", "[1](2)", "(?P<a>.*)", "[^]]+", ".*?", "^$", "|",
    "\x00", "\x07", "\x1b[0m", "\x85", "\x1c", "\u200b", "\u200d", "\ufeff", "\u2028", "\u202e", "\u200f",
    "\u2067", "\U0001f600", "\U0001f469\u200d\U0001f4bb", "\ue000", "\uf8ff", "\U000f0000", "【", "】",
    "〔1〕", "＜t1＞", "｛0｝", "\t", "\n", "\r\n", "\u3000", "7", "１２", "TERM1", "__T0__", "@@1@@",
    "##", "~", "«", "»", "\\", "\ufffd", "\ufffc", "▁", "<|im_end|>", "<unk>", "</s>", "⁇", "e\u0301",
    "http://x.jp/{0}", "null", "''", '"',
]  # fmt: skip
PLAIN = set(" .,:;!?'\"’‘“”-–—…%&()/")
"""Signs of plain English."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)", re.IGNORECASE)


def texts(count: int, seed: int) -> Iterator[Text]:
    """Texts in turns of languages: terms, words and marks side by side, or marks alone, or long runs."""
    chance = random.Random(seed)
    for number in range(count):
        language = ("ja", "ko", "zh")[number % 3]
        words = [*TERMS[language]] * 3 + WORDS[language] + chance.sample(MARKS, 12)
        made = "".join(chance.choice(words) for _ in range(chance.randint(1, 14)))
        if number % 25 == 0:
            made = "".join(chance.choice(MARKS) for _ in range(chance.randint(1, 8)))
        elif number % 50 == 1:
            made += chance.choice([*MARKS, *TERMS[language], "ー"]) * 60
        script = chance.choice(["zh-Hans", "zh-Hant"]) if language == "zh" else None
        yield Text(number, made, language, script, None)


@dataclass
class Watched:
    """An engine with what it was asked and what it gave."""

    engine: Engine
    hide: str = ""
    """How a term is hidden from the engine; nothing puts it back."""
    given: dict[str, set[str]] = field(default_factory=dict)

    @property
    def identity(self) -> Identity:
        return self.engine.identity

    @property
    def languages(self) -> frozenset[str]:
        return self.engine.languages

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        for drafted in self.engine.draft(requests):
            one, text = requests[drafted.index], drafted.text
            if self.hide and one.terms:
                text = f"{text} {self.hide}"
            self.given.setdefault(one.text, set()).add(text)
            yield Drafted(drafted.index, text, drafted.flags)


def drafts_of(wanted: Sequence[Text], engines: dict[str, Watched]) -> list[SignedDraft]:
    planned = plan(wanted, GLOSSARY, dict(engines), house_style=True)
    assert not planned.unserved
    made = [one for batch in draft(planned.jobs) for one in batch]
    assert len(made) == len(planned.jobs)
    return made


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def strange(text: str, source: str) -> list[str]:
    """What stands in a draft and is neither English nor from its source: signs, and words with figures in."""
    wanted, known = source + folded(source), folded(source)
    signs = [
        c
        for c in text
        if not (c in PLAIN or (c.isalnum() and unicodedata.name(c, "").startswith(("LATIN", "DIGIT"))))
        and c not in wanted
        and folded(c) not in known
    ]
    if any(map(str.isdecimal, source)):
        return signs  # an engine may put a figure of its source to a word
    words = re.findall(r"[^\W_]+", text)
    mixed = [word for word in words if re.search(r"[^\W\d]\d|\d[^\W\d]", word)]
    return signs + [word for word in mixed if not ORDINAL.fullmatch(word)]


def faults(one: SignedDraft, given: dict[str, set[str]]) -> list[str]:
    """All that is wrong with a draft."""
    source, terms = one.job.request.text, one.job.request.terms
    english = " ".join(term.english for term in terms)
    wrong = [f"strange: {sign!r}" for sign in strange(one.text, f"{source} {english}")]
    if len(one.text.splitlines()) > 1 or one.text != one.text.strip():
        wrong.append("not one line")
    for piece in one.job.pieces:
        asked = piece.text if isinstance(piece, Request) else piece
        if asked not in source:
            wrong.append(f"not of the source: {asked!r}")
    wrong += [f"added: {word!r}" for word in added(one, given)]
    if [(told["original"], told["english"]) for told in one.terms] != [
        (t.original, t.english) for t in terms
    ]:
        wrong.append("other terms")
    for told, term in zip(one.terms, terms, strict=True):
        there = kept(term, one.text)
        if told["kept"] is not there or told["state"] not in (
            ("kept", "repaired") if there else ("missing",)
        ):
            wrong.append(f"{term.english} is {told['state']}")
    return wrong


def added(one: SignedDraft, given: dict[str, set[str]]) -> set[str]:
    """The words and signs of a draft that the engine did not give, but for terms' English and articles."""
    engine_s = [given[piece.text] if isinstance(piece, Request) else {piece} for piece in one.job.pieces]
    english = [form for term in one.job.request.terms for form in (term.english, plural(term.english))]
    known = {token.casefold() for texts in (*engine_s, english) for text in texts for token in tokens(text)}
    return {
        token for token in tokens(one.text) if token.casefold() not in known | {"a", "an", "'", "'s", "’s"}
    }


def tokens(text: str) -> list[str]:
    """Words, and all other characters one by one."""
    return re.findall(r"['’]s\b|[^\W_]+|[^\s\w]|_", text)


@pytest.fixture
def engines(models_folder, monkeypatch) -> dict[str, Watched]:
    """The real engine with the real test packages."""
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    made = make_engines(choose(["ja", "ko", "zh-Hans", "zh-Hant"], wanted=ENGINE))
    given: dict[str, set[str]] = {}
    watched = {id(engine): Watched(engine, given=given) for engine in made.values()}
    return {route: watched[id(engine)] for route, engine in made.items()}


def test_a_thousand_texts(engines):
    made = drafts_of(list(texts(1000, 1)), engines)
    assert len(made) > 950
    given = next(iter(engines.values())).given
    wrong = {one.job.request.text: told for one in made if (told := faults(one, given))}
    assert not wrong, (len(wrong), list(wrong.items())[:5])
    states = [told["state"] for one in made for told in one.terms]
    assert all(states.count(state) > 20 for state in ("kept", "repaired", "missing"))


def test_a_term_is_found_between_marks(engines):
    """What the texts are about is there: most of them hold terms right beside a mark."""
    made = plan(texts(1000, 1), GLOSSARY, dict(engines), house_style=True).jobs
    assert sum(bool(job.request.terms) for job in made) > 700


SCHEMES = ["⟦0⟧", "[[0]]", "{0}", "<t0>", "\ue000", "TERM1", "__0__", "%1$s", "#1", "\u200b0\u200b"]


@pytest.mark.parametrize("mark", SCHEMES)
def test_a_mark_that_an_engine_leaves_is_caught(engines, mark):
    wanted = [Text(n, f"{term}の輸出が増加", "ja", None, None) for n, term in enumerate(TERMS["ja"])]
    watched = Watched(engines["ja"].engine, hide=mark)
    made = drafts_of(wanted, {"ja": watched})
    assert len(made) == 4
    for one in made:
        assert any(fault.startswith("strange") for fault in faults(one, watched.given)), one.text


@pytest.mark.parametrize("mark", SCHEMES)
def test_a_mark_that_mending_leaves_is_caught(engines, mark, monkeypatch):
    monkeypatch.setattr(repair, "repair", lambda text, terms, said: f"{text} {mark}")
    made = drafts_of([Text(1, "経済安全保障の米の半導体", "ja", None, None)], engines)
    assert any(fault.startswith("added") for fault in faults(made[0], engines["ja"].given))


@pytest.mark.real_model
def test_the_local_model_leaves_no_mark():
    models = [model for model in store.installed() if model.engine == "local" and not model.test]
    if not models:
        pytest.skip("no local model is installed: `srcxlate models pull local`")
    watched = Watched(LocalEngine(models[0]))
    wanted = list(texts(9, 2))
    made = drafts_of(wanted, {route_name(text.language, text.script): watched for text in wanted})
    wrong = {one.job.request.text: told for one in made if (told := faults(one, watched.given))}
    assert not wrong

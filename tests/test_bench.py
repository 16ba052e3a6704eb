"""Engines measured against English that no draft has coloured; nothing stored, nothing switched."""

from sacrebleu.metrics import CHRF

from srcxlate import bench
from srcxlate.bench import OWN, PRINTED, Reference
from srcxlate.engines.choose import make_each
from srcxlate.glossary import Entry, make_glossary

from .conftest import DRAFT, ENGINE, REPORT, Shell

KOREAN = "argos-test-ko-en-0.1"
TEXTS = ["日本は輸出を増やす。", "中国の半導体産業", "米国の関税", "日本の投資"]


def reference(
    text: str, english: str = "Japan increases exports.", language: str = "ja", kind: str = PRINTED
) -> Reference:
    return Reference(text, language, "zh-Hans" if language == "zh" else None, english, kind)


def ledger(drafted: Shell) -> list[tuple[str, ...]]:
    """All that a bench must leave as it is."""
    done = drafted("queue", "--json")
    return [(row["id"], row["segment"], row["status"], row["draft"], row["engine"]) for row in done.json]


def test_a_sample_is_the_same_each_time_and_holds_each_pair_once():
    many = [reference(f"日本の投資{number}") for number in range(50)]
    first = bench.sample([*many, *many], 10)
    assert len(first) == 10
    assert bench.sample(reversed(many), 10) == first
    other = reference("한국의 수출", language="ko")
    own = reference("日本の投資0", kind=OWN)
    assert len(bench.sample([*many, other, own], 10)) == 12


def test_scores_are_sacrebleu_s_and_terms_are_counted(models_folder, monkeypatch):
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    references = bench.sample(reference(text, text) for text in TEXTS)
    glossary = make_glossary(
        [
            Entry(original="日本", language="ja", english="Japan"),
            Entry(original="半導体", language="ja", english="zyzzyva"),
        ]
    )
    (trial,) = bench.trials(references, glossary, make_each([ENGINE]), house_style=True)
    (score,) = bench.scores([trial])
    expected = CHRF().corpus_score(list(trial.drafts), [[one.english for one in references]]).score
    assert score.chrf == expected
    assert score.signature.startswith("nrefs:1|case:mixed|eff:yes|nc:6|nw:0")
    assert score.texts == 4
    assert score.terms == 3
    assert score.kept == sum("japan" in draft.lower() for draft in trial.drafts)
    assert score.sentences_per_second > 0


def test_an_engine_that_says_what_the_reference_says_has_all_points(models_folder, monkeypatch):
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    engines = make_each([ENGINE])
    first = list(
        bench.trials(bench.sample(map(reference, TEXTS)), make_glossary(()), engines, house_style=True)
    )
    said = zip(first[0].references, first[0].drafts, strict=True)
    again = bench.sample(reference(one.text, draft) for one, draft in said)
    scores = bench.scores(list(bench.trials(again, make_glossary(()), engines, house_style=True)))
    assert [round(score.chrf) for score in scores] == [100]


def test_only_a_difference_beyond_chance_is_advised():
    references = tuple(reference(f"日本{n}", f"Japan sells {n} cars to the world") for n in range(12))

    def trial(model: str, drafts: tuple[str, ...]) -> bench.Trial:
        flags = ((),) * len(references)
        return bench.Trial(model, "ja", PRINTED, True, references, drafts, flags, 0, 0, 12, 1.0)

    good = trial("good", tuple(one.english for one in references))
    bad = trial("bad", ("nothing",) * 12)
    near = trial("near", (*good.drafts[:-1], "Japan sells 11 car to the world"))
    assert [(d.better, d.worse) for d in bench.differences([bad, good])] == [("good", "bad")]
    (clear,) = bench.differences([bad, good])
    assert clear.chance < 0.05
    assert clear.advice is not None
    assert "good" in clear.advice
    assert [d.advice for d in bench.differences([near, good])] == [None]
    assert [d.advice for d in bench.differences([good, trial("same", good.drafts)])] == [None]


def test_the_command_stores_nothing_and_switches_nothing(drafted):
    before = ledger(drafted)
    done = drafted("models", "bench", ENGINE, KOREAN, "--json", "--terms", "both")
    assert done.status == 0
    rows = done.json["scores"]
    assert {(row["model"], row["terms_told"]) for row in rows} >= {(ENGINE, True), (ENGINE, False)}
    assert {row["kind"] for row in rows} == {"printed"}
    assert ledger(drafted) == before


def test_what_a_person_wrote_without_a_draft_is_a_reference_of_its_own(empty):
    empty("extract", REPORT, "--into", empty.folder / "sources")
    empty("load")
    waiting = [row for row in empty("queue", "--json").json if row["language"] == "ja"]
    assert {row["status"] for row in waiting} == {"undrafted"}
    work = waiting[0]["id"]
    written = f"id: {work}\nsegments:\n  - segment: title\n    english: My own words.\n"
    (empty.folder / "sources" / "ja" / f"{work}.en.yaml").write_text(written)
    assert empty("load").status == 0
    rows = empty("models", "bench", ENGINE, "--json").json["drafts"]
    assert [row["english"] for row in rows if row["kind"] == "own"] == ["My own words."]

    empty("draft", *DRAFT)  # what is corrected from a draft now is no measure of drafts
    other = next(row["id"] for row in waiting if row["id"] != work)
    written = f"id: {other}\nsegments:\n  - segment: title\n    english: Words after a draft.\n"
    (empty.folder / "sources" / "ja" / f"{other}.en.yaml").write_text(written)
    assert empty("load").status == 0
    rows = empty("models", "bench", ENGINE, "--json").json["drafts"]
    assert [row["english"] for row in rows if row["kind"] == "own"] == ["My own words."]


def test_table_and_signature_for_people(drafted):
    done = drafted("models", "bench", ENGINE)
    assert done.status == 0
    assert ENGINE in done.out
    assert "chrF2 by sacrebleu: nrefs:1" in done.err


def test_what_cannot_be_measured_is_told_in_one_line(empty):
    for words, told in (
        (("nothing",), "there is no model called nothing"),
        ((ENGINE,), "no English to compare with"),
        ((), "no model is installed"),
        ((ENGINE, "--terms", "maybe"), "told, untold or both"),
    ):
        done = empty("models", "bench", *words)
        assert (done.status, len(done.lines)) == (2, 1)
        assert told in done.err

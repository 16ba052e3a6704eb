"""What drafting looks at: no less than what changed, and nothing twice."""

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from srcxlate.glossary import Entry, make_glossary, repair
from srcxlate.sources import Source

from ..conftest import DRAFT, ENGINE, Shell

WORDS = ("中国", "経済", "造船", "半導体", "輸出", "投資", "日本", "危機", "産業", "政策")
WORDS_KO = ("한국", "조선", "수출", "정책", "산업", "경제", "일본", "중국")


def source(name: str, title: str, language: Any = "ja") -> Source:
    return Source(
        id=name, language=language, script="zh-Hans" if language == "zh" else None, title=title, cited=()
    )


class Desk:
    """A desk on which things happen at random."""

    def __init__(self, workspace: Any, seed: int) -> None:
        self.workspace, self.random = workspace, random.Random(seed)
        self.terms: dict[str, Entry] = {}
        self.records = {
            f"w{number}": source(f"w{number}", self.title(), self.random.choice(["ja", "zh", "ko", "und"]))
            for number in range(12)
        }
        self.sync()

    def title(self) -> str:
        return "の".join(self.random.choices(WORDS, k=self.random.randint(1, 3)))

    def sync(self) -> None:
        from srcxlate.desk import queue

        queue.sync(list(self.records.values()), "Kim")

    @property
    def glossary(self) -> Any:
        return make_glossary(self.terms.values())

    def prepare(self, *sources: str, dry_run: bool = False) -> Any:
        from srcxlate.desk.runs import prepare

        return prepare(self.workspace, self.glossary, ENGINE, sources, dry_run=dry_run)

    # -- what may happen ----------------------------------------------------------------------------------

    def a_term_comes_or_changes(self) -> None:
        word = self.random.choice(WORDS) + self.random.choice(["", "", *WORDS])
        self.terms[word] = Entry(
            original=word,
            language=self.random.choice(["ja", "zh"]),
            english=self.random.choice(["one", "two"]),
            scope=self.random.choice([None, "house-style"]),
            avoid=self.random.choice([(), (), ("three",)]),
        )

    def a_term_goes(self) -> None:
        if self.terms:
            del self.terms[self.random.choice(sorted(self.terms))]

    def house_style_is_turned(self) -> None:
        settings = self.workspace.settings
        changed = settings.model_copy(update={"house_style": not settings.house_style})
        self.workspace = replace(self.workspace, settings=changed)

    def a_person_decides(self) -> None:
        from srcxlate.desk import decisions
        from srcxlate.desk.models import Segment

        by = decisions.Reviewer("Kim")
        segment = self.random.choice(list(Segment.objects.exclude(status="undecided")))
        before = decisions.item(segment.pk)
        after = decisions.correct(before, self.random.choice(["a text", "another"]), by)
        if self.random.random() < 0.3:
            decisions.take_back(after, before, "Kim")

    def a_title_changes(self) -> None:
        name = self.random.choice(sorted(self.records))
        self.records[name] = self.records[name].model_copy(update={"title": self.title()})
        self.sync()

    def a_language_is_decided_anew(self) -> None:
        name = self.random.choice(sorted(self.records))
        language = self.random.choice(["ja", "ko", "zh", "und"])
        self.records[name] = source(name, self.records[name].title, language)
        self.sync()

    def a_work_goes_or_comes(self) -> None:
        name = f"w{self.random.randrange(14)}"
        if name in self.records and len(self.records) > 3:
            del self.records[name]
        else:
            self.records[name] = source(name, self.title())
        self.sync()

    def all_is_drafted(self) -> None:
        from srcxlate.desk.runs import carry_out

        carry_out(self.prepare())

    def drafting_is_interrupted(self) -> None:
        from srcxlate.desk.runs import carry_out

        def stop(done: int, total: int, what: str) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt) if (drafting := self.prepare()).jobs else _nothing():
            carry_out(drafting, stop)

    def one_work_is_drafted(self) -> None:
        from srcxlate.desk.runs import carry_out

        carry_out(self.prepare(self.random.choice(sorted(self.records))))

    def step(self) -> None:
        happenings = [
            self.a_term_comes_or_changes,
            self.a_term_comes_or_changes,
            self.a_term_goes,
            self.house_style_is_turned,
            self.a_person_decides,
            self.a_title_changes,
            self.a_language_is_decided_anew,
            self.a_work_goes_or_comes,
            self.all_is_drafted,
            self.all_is_drafted,
            self.drafting_is_interrupted,
            self.one_work_is_drafted,
        ]
        self.random.choice(happenings)()


def _nothing() -> Any:
    from contextlib import nullcontext

    return nullcontext()


def jobs(drafting: Any) -> Counter[tuple[str, tuple[int, ...]]]:
    made = Counter((job.key, tuple(sorted(job.segments))) for job in drafting.jobs)
    return made + Counter(("reused", (segment,)) for segment in drafting.reused)


@pytest.mark.parametrize("seed", range(6))
def test_a_look_at_what_changed_finds_what_a_look_at_all_finds(new_desk, models_folder, monkeypatch, seed):
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    found = 0
    with new_desk() as workspace:
        from srcxlate.desk import models

        desk = Desk(workspace, seed)
        for _ in range(40):
            desk.step()
            some = jobs(desk.prepare(dry_run=True))
            kept = list(models.Basis.objects.values())
            models.Basis.objects.all().delete()
            assert some == jobs(desk.prepare(dry_run=True))
            models.Basis.objects.bulk_create([models.Basis(**row) for row in kept])
            found += len(some)
    assert found


def test_what_is_avoided_and_how_drafts_are_mended_are_looked_at(new_desk, models_folder, monkeypatch):
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    with new_desk() as workspace:
        desk = Desk(workspace, 1)
        desk.terms["中国"] = Entry(original="中国", language="ja", english="the PRC")
        desk.records = {"a": source("a", "中国の投資"), "b": source("b", "日本の投資")}
        desk.sync()
        desk.all_is_drafted()
        assert desk.prepare().jobs == ()
        desk.terms["中国"] = Entry(original="中国", language="ja", english="the PRC", avoid=("China",))
        assert [job.request.text for job in desk.prepare(dry_run=True).jobs] == ["中国の投資"]
        desk.all_is_drafted()
        assert desk.prepare().jobs == ()
        monkeypatch.setattr(repair, "RULES", repair.RULES + 1)
        assert [job.request.text for job in desk.prepare(dry_run=True).jobs] == ["中国の投資"]


def count(shell: Shell) -> int:
    return len(shell("draft", *DRAFT, "--json").json)


def test_a_changed_term_redrafts_what_holds_it_and_no_corrected_text(drafted):
    folder = drafted.folder / "glossary"
    assert count(drafted) == 0
    rows = [row for row in drafted("queue", "--json").json if row["language"] == "ko"]
    word = max(WORDS_KO, key=lambda word: sum(word in row["original"] for row in rows))
    holding = [row for row in rows if word in row["original"]]
    assert 1 < len(holding) < len(rows)
    term = f"- {{original: {word}, language: ko, english: %s}}\n"
    (folder / "terms.yaml").write_text(term % "one")
    foreseen = drafted("draft", *DRAFT, "--dry-run", "--json").json
    assert {row["id"] for row in foreseen} == {row["id"] for row in holding}
    assert {row["why"] for row in foreseen} == {f"{word} is a term now"}
    assert count(drafted) == len(holding)
    assert count(drafted) == 0

    mine = holding[0]
    written = f"id: {mine['id']}\nsegments:\n  - segment: {mine['segment']}\n    english: Mine.\n"
    (drafted.folder / "sources" / "ko" / f"{mine['id']}.en.yaml").write_text(written)
    assert drafted("load").status == 0
    (folder / "terms.yaml").write_text(term % "two")
    foreseen = drafted("draft", *DRAFT, "--dry-run", "--json").json
    assert {(row["id"], row["why"]) for row in foreseen} == {
        (row["id"], f"{word} is 'two' now") for row in holding[1:]
    }
    assert count(drafted) == len(holding) - 1
    now = {(row["id"], row["segment"]): row for row in drafted("queue", "--json").json}
    assert now[mine["id"], mine["segment"]]["corrected"] == "Mine."


def test_a_look_costs_no_model_and_no_text_when_nothing_changed(drafted):
    assert count(drafted) == 0
    done = drafted.run("draft", *DRAFT)
    assert (done.status, done.err) == (0, "0 segments were drafted\n")


def test_an_approved_text_is_the_draft_of_the_same_original(new_desk, models_folder, monkeypatch):
    monkeypatch.setenv("SRCXLATE_MODELS", str(models_folder))
    with new_desk() as workspace:
        from srcxlate.desk import decisions, listing, queue
        from srcxlate.desk.runs import carry_out, prepare, reasons

        def drafting() -> Any:
            return prepare(workspace, make_glossary(()), ENGINE)

        def draft_of(name: str) -> tuple[str, str]:
            draft = listing.find(name)[0].draft
            assert draft is not None
            return draft.text, draft.signature

        records = [source("first", "造船の危機"), source("other", "造船")]
        queue.sync(records, "Kim")
        carry_out(drafting())
        kim = decisions.Reviewer("Kim", approve_own=False)
        item = decisions.correct(decisions.item(listing.find("first")[0].pk), "As we said.", kim)
        queue.sync([*records, source("twin", "造船の危機")], "Kim")
        carry_out(drafting())
        assert draft_of("twin")[1].startswith("argos")  # corrected is not approved

        item = decisions.approve(item, decisions.Reviewer("Lee", approve_own=False))
        twin = listing.find("twin")[0]
        assert reasons(drafting())[twin.pk].startswith("it was drafted by argos")
        carry_out(drafting())
        text, signature = draft_of("twin")
        assert text == "As we said."
        assert signature.startswith("memory Lee 20")
        assert signature.endswith(", first title")
        assert drafting().jobs == ()

        again = decisions.correct(item, "As we say now.", kim)
        carry_out(drafting())
        assert draft_of("twin")[1].startswith("argos")  # nothing approved stands any more
        decisions.approve(again, decisions.Reviewer("Lee", approve_own=False))
        carry_out(drafting())
        assert draft_of("twin")[0] == "As we say now."

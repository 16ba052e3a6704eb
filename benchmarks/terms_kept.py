"""What a glossary is worth: terms kept and chrF2 with and without it, for each installed engine.

In: the titles of this repository's sources with the English that the report prints, and the sentences of
``tests/data/sentences``, each of which lists the terms in it. Out: for each engine and set, without and with
the terms told, the share of listed terms that the drafts have (kept or repaired), those repaired, and chrF2
with its signature::

    python benchmarks/terms_kept.py --sentences open
    python benchmarks/terms_kept.py --engine argos-test-ja-en-0.1 --most 20

A listed term counts as had if its English stands in the draft, inflected or not. For titles, where nobody
listed them, the terms are those that the program finds.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sacrebleu.metrics import CHRF

from srcxlate.drafts import SignedDraft, Text, draft, plan
from srcxlate.engines import Engine, Term
from srcxlate.engines.choose import make_each, route_name
from srcxlate.errors import Fault
from srcxlate.glossary import Glossary, kept, make_glossary, read_glossary, terms_of
from srcxlate.sources import read_sources
from srcxlate.workspace import find_workspace

ROOT = Path(__file__).parents[1]
MARKS = find_workspace(ROOT).settings.quotation_marks
"""As the repository's own workspace has them."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A text with its English and the terms in it."""

    text: str
    language: str
    script: str | None
    english: str
    terms: tuple[Term, ...]


def main() -> None:
    """Prints a line for each engine, set and way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--engine", action="append", help="an installed model; else all but test packages")
    parser.add_argument("--sentences", choices=["open", "held", "all", "none"], default="open")
    parser.add_argument("--no-titles", action="store_true")
    parser.add_argument("--told-only", action="store_true", help="not without the glossary")
    parser.add_argument("--most", type=int, default=10_000, help="texts of each set")
    parser.add_argument("--drafts", type=Path, help="write the drafts as JSON lines into this file")
    given = parser.parse_args()
    glossary = read_glossary(ROOT / "glossary")
    sets: dict[str, list[Reference]] = {}
    if not given.no_titles:
        sets["titles"] = titles(glossary)
    if given.sentences != "none":
        half = "*" if given.sentences == "all" else given.sentences
        sets[f"sentences ({given.sentences})"] = sentences(glossary, half)
    engines = make_each(given.engine or ())
    print(f"{'engine':28} {'set':17} {'terms':7} {'texts':>5} {'had':>11} {'repaired':>8} {'chrF2':>6}")
    for name, engine, serves in engines:
        for what, references in sets.items():
            served = [one for one in references if route_name(one.language, one.script) in serves]
            for told in (True,) if given.told_only else (False, True):
                if served:
                    measure(
                        name, engine, what, served[: given.most], glossary if told else None, given.drafts
                    )
    if engines:
        metric = CHRF()
        metric.corpus_score(["a"], [["a"]])
        print(f"chrF2 by sacrebleu: {metric.get_signature()}")


def titles(glossary: Glossary) -> list[Reference]:
    """The titles that the report prints in English, each pair once."""
    found = {}
    for record in read_sources(ROOT / "sources"):
        for part in (record, *record.containers):
            if part.english:
                terms = terms_of(glossary.find(part.title, record.language), part.title)
                one = Reference(part.title, record.language, record.script, part.english, terms)
                found[part.title, part.english] = one
    return list(found.values())


def sentences(glossary: Glossary, half: str) -> list[Reference]:
    """The sentences of one half, or of both, with the terms that are listed for them."""
    english = {(entry.language, entry.original): entry for entry in glossary.entries}
    found = []
    for path in sorted((ROOT / "tests" / "data" / "sentences").glob(f"*-{half}.yaml")):
        language = path.name[:2]
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            said = set(row.get("quoted", ()))
            entries = [english[language, term] for term in row["terms"] if term not in said]
            terms = tuple(Term(entry.original, entry.english) for entry in entries)
            found.append(Reference(row["original"], language, row.get("script"), row["english"], terms))
    return found


def measure(
    name: str,
    engine: Engine,
    what: str,
    references: Sequence[Reference],
    glossary: Glossary | None,
    out: Path | None,
) -> None:
    """Drafts a set in one way and prints its line."""
    drafts = drafted(engine, references, glossary or make_glossary(()))
    listed = [
        (term, one.text)
        for one, one_draft in zip(references, drafts, strict=True)
        for term in one.terms
        if kept(term, one_draft.text)
    ]
    count = sum(len(one.terms) for one in references)
    repaired = sum(term["state"] == "repaired" for one in drafts for term in one.terms)
    chrf = CHRF().corpus_score([one.text for one in drafts], [[one.english for one in references]])
    had = f"{len(listed)}/{count} {100 * len(listed) / max(1, count):.1f}%"
    way = "told" if glossary else "untold"
    print(
        f"{name:28} {what:17} {way:7} {len(references):5} {had:>14} {repaired:5} {chrf.score:6.1f}",
        flush=True,
    )
    if out:
        with out.open("a", encoding="utf-8") as file:
            for row in rows(references, drafts, name, way):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def drafted(engine: Engine, references: Sequence[Reference], glossary: Glossary) -> list[SignedDraft]:
    """The drafts, in the order of the references."""
    texts = [Text(n, one.text, one.language, one.script, None) for n, one in enumerate(references)]
    engines = {route_name(one.language, one.script): engine for one in references}
    jobs = plan(texts, glossary, engines, house_style=True, marks=MARKS).jobs
    made = {n: signed for come in draft(jobs) for signed in come for n in signed.job.segments}
    return [made[n] for n in range(len(references))]


def rows(
    references: Sequence[Reference], drafts: Sequence[SignedDraft], name: str, way: str
) -> Iterator[dict[str, Any]]:
    """What was drafted, for reading."""
    for one, made in zip(references, drafts, strict=True):
        missing = [f"{term.original}: {term.english}" for term in one.terms if not kept(term, made.text)]
        yield {
            "engine": name,
            "way": way,
            "original": one.text,
            "english": one.english,
            "draft": made.text,
            "flags": made.flags,
            "missing": missing,
            "terms": made.terms,
        }


if __name__ == "__main__":
    try:
        main()
    except Fault as fault:
        sys.exit(str(fault))

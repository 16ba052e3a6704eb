"""The one-way order of imports: a module imports only from modules above it, lazily or not.

The order is that of the data's way. So every stage can be read, tested and changed without those behind it,
and a command loads no more than it needs.
"""

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "srcxlate"

ORDER = [
    # what everything may use
    "",  # the version
    "errors",
    "languages",
    "files",
    "cache",
    "records",
    "people",
    "workspace",
    "changes",
    # a report's text: from its smallest parts to its citations
    "dates",
    "addresses",
    "quantities.numerals",
    "quantities.counters",
    "quantities.figures",
    "quantities.counted",
    "quantities.parts",
    "quantities.english",
    "quantities",
    "segments",
    "texts",
    "differences",
    "memory.shelf",
    "memory",
    "memory.tmx",
    "layout",
    "numbering",
    "marks",
    "notes",
    "wording",
    "kinds",
    "glosses",
    "romanised",
    "extents",
    "enclosed",
    "runs",
    "elements",
    "fields",
    "citations",
    "references",
    "quotation_marks",
    "quotes",
    # what is cited, and in which language
    "route",
    "naming",
    "sources",
    "citing",
    "merging",
    "mending",
    "reviewed",
    "reports",
    # what drafts it
    "engines",
    "glossary.entries",
    "glossary.folding",
    "glossary.standing",
    "glossary.speech",
    "glossary.matching",
    "glossary.inflection",
    "glossary.plurals",
    "glossary.repair",
    "glossary.findings",
    "glossary",
    "proposals",
    "glossary.termlists",
    "glossary.tbx",
    "glossary.tables",
    "glossary.exchange",
    "engines.store",
    "engines.trials",
    "engines.archives",
    "engines.packages",
    "engines.downloads",
    "engines.index",
    "engines.gguf",
    "engines.conversion",
    "engines.published",
    "engines.answers",
    "engines.argos",
    "engines.memory",
    "engines.local",
    "engines.weights",
    "engines.folders",
    "engines.choose",
    "drafts",
    "basis",
    "bench",
    # what an editor is told
    "checks",
    "checks.titles",
    "checks.units",
    "checks.address_dates",
    "checks.dates_checked",
    "checks.address_pairs",
    "checks.links",
    "checks.marks_checked",
    "checks.word_groups",
    "checks.likeness",
    "checks.regions",
    "checks.countries",
    "checks.places",
    "checks.bodies",
    "checks.agencies",
    "checks.companies",
    "checks.bodies_checked",
    "checks.surnames",
    "checks.leaders",
    "checks.names",
    "checks.negation",
    "checks.senses",
    "checks.rendered",
    "checks.places_checked",
    "words.jamdict",
    "words.cedict",
    "checks.readings.lattice",
    "checks.readings.japanese",
    "words.pieces",
    "checks.omissions.whole_words",
    "checks.numbers.small_numbers",
    "checks.numbers.measures",
    "checks.numbers.equivalents",
    "checks.numbers.rates",
    "checks.numbers",
    "checks.names_checked.spellings",
    "checks.omissions.qualifiers",
    "checks.omissions.additions",
    "checks.omissions.circumstances",
    "checks.omissions.degrees",
    "checks.omissions.title_senses",
    "checks.body.statements",
    "checks.body.attribution",
    "checks.body.publishing",
    "checks.body.retold",
    "checks.readings.chinese",
    "checks.readings.korean",
    "checks.readings",
    "checks.readings.alignment",
    "words.glossed",
    "words.jmdict",
    "checks.settled",
    "checks.romanisation",
    "words.japanese",
    "words.chinese",
    "words.korean",
    "words",
    "checks.body.writers",
    "checks.body.ascribed",
    "checks.body",
    "checks.quotation",
    "checks.quotation.spoken",
    "checks.quotation.figures",
    "checks.quotation.parts",
    "checks.quotation.korean_words",
    "checks.quotation.related",
    "checks.dictionary",
    "checks.meanings",
    "checks.likelier",
    "checks.variants",
    "checks.omissions.left_out",
    "checks.omissions",
    "checks.quotation.japanese_names",
    "checks.names_checked.given_names",
    "checks.names_checked.name_dictionary",
    "checks.names_checked.people_read",
    "checks.names_checked.institutions",
    "checks.names_checked.ministries",
    "checks.western_names",
    "checks.names_checked.proper_names",
    "checks.names_checked.authors_in_script",
    "checks.names_checked",
    "checks.quotation.read_names",
    "checks.quotation.passages",
    "checks.quotation.alignment",
    "checks.quotation.pairs",
    "checks.quotation.strangers",
    "checks.quotation.contrary_words",
    "checks.quotation.contraries",
    "checks.quotation.denials",
    "checks.quotation.amounts",
    "checks.quotation.qualifiers",
    "checks.quotation.comparison",
    "checks.quotations",
    "checks.quoted",
    "checks.every",
    "findings",
    "findings.rows",
    # who corrects it
    "settings",
    "desk",
    "desk.models",
    "desk.migrations",
    "desk.migrations.0001_first",
    "desk.migrations.0002_review",
    "desk.migrations.0003_basis",
    "desk.migrations.0004_judgements",
    "desk.database",
    "desk.moves",
    "desk.queue",
    "desk.listing",
    "desk.checking",
    "desk.decisions",
    "desk.record",
    "desk.mend",
    "desk.runs",
    "desk.offers",
    "desk.recall",
    "desk.review",
    # the two ends
    "show",
    "findings.sheet",
    "findings.screen",
    "findings.markdown",
    "findings.word",
    "keyboard",
    "cards",
    "terminal",
    "cli.common",
    "cli.models",
    "cli.glossary",
    "cli.memory",
    "cli.mend",
    "cli.works",
    "cli.editor",
    "cli.review",
    "cli.record",
    "cli",
    "cli.__main__",
]
"""Every module, the one that may be imported by all first."""

HEAVY = {
    "django": {
        "desk.models",
        "desk.moves",
        "desk.queue",
        "desk.listing",
        "desk.decisions",
        "desk.record",
        "desk.mend",
        "desk.recall",
        "desk.migrations.0001_first",
        "desk.migrations.0002_review",
        "desk.migrations.0003_basis",
        "desk.migrations.0004_judgements",
        "desk.checking",
    },
    "yaml": {"records"},
    "pydantic": {
        "cache",
        "desk.checking",
        "records",
        "people",
        "sources",
        "reviewed",
        "glossary.entries",
        "engines.store",
        "engines.packages",
        "engines.index",
    },
    "typer": {
        "cli",
        "cli.common",
        "cli.editor",
        "cli.glossary",
        "cli.memory",
        "cli.models",
        "cli.works",
        "cli.record",
        "cli.review",
        "cli.mend",
    },
    "rich": {"findings.screen"},
    "docx": {"findings.word"},
    "prompt_toolkit": set(),
    "ctranslate2": set(),
    "argostranslate": set(),
    "sentencepiece": set(),
    "tokenizers": set(),
    "gguf": set(),
    "numpy": set(),
    "rapidfuzz": set(),
    "opencc": set(),
    "wordfreq": set(),
    "hanja": set(),
    "langdetect": set(),
    "pycld2": set(),
    "ahocorasick": set(),
    "sacrebleu": set(),
    "fugashi": set(),
    "unidic_lite": set(),
    "pypinyin": set(),
    "lxml": set(),
}
"""Libraries that take long to load, and the modules that may import each at their head."""


def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str) -> set[str]:
    """Our own modules that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            if node.module and node.module.partition(".")[0] == "srcxlate":
                base = node.module.removeprefix("srcxlate").removeprefix(".")
                inner = {f"{base}.{alias.name}".removeprefix(".") for alias in node.names}
                found |= inner & MODULES.keys() or {base}
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names if alias.name.startswith("srcxlate")]
            found |= {name.removeprefix("srcxlate").removeprefix(".") for name in names}
    return found


def at_the_head(module: str) -> set[str]:
    """The libraries that a module imports as soon as it is imported itself."""
    found: set[str] = set()
    waiting: list[ast.AST] = list(tree(module).body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        elif isinstance(node, ast.If | ast.Try | ast.ClassDef | ast.With):
            waiting += ast.iter_child_nodes(node)
    return found


def test_every_module_has_its_place():
    assert [module for module in MODULES if module not in ORDER] == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_go_one_way(module):
    place = ORDER.index(module)
    assert [name for name in sorted(imported(module)) if ORDER.index(name) >= place] == []


@pytest.mark.parametrize("library", sorted(HEAVY))
def test_heavy_libraries_are_imported_when_they_are_needed(library):
    assert {module for module in MODULES if library in at_the_head(module)} <= HEAVY[library]


def test_the_graph_is_seen_whole():
    assert "desk.runs" in imported("cli.works")
    assert "engines.local" in imported("engines.choose")
    assert "errors" in imported("records")
    assert "django" in at_the_head("desk.models")

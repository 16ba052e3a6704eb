"""Which engine drafts which language: Argos where it is installed, else the local model, or what was said.

In come the routes that are wanted and what was chosen before; out come models and engines over them.
Engines are imported when they are made, never before.
"""

from collections.abc import Iterable, Mapping

from srcxlate.engines import Engine
from srcxlate.engines.store import Model, find, installed
from srcxlate.errors import Fault

AUTO = "auto"


def route_name(language: str, script: str | None) -> str:
    """What a model is chosen for: ``ja``, ``ko``, ``zh-Hans`` or ``zh-Hant``."""
    return script or ("zh-Hans" if language == "zh" else language)


def choose(routes: Iterable[str], *, wanted: str = AUTO, stored: Mapping[str, str] | None = None) -> dict[str, Model]:
    """A model for each route; a route that nothing serves is left out.

    :param wanted: ``auto``, an engine's name, or a model's name. A test package drafts only by its own name.
    :param stored: what was chosen before, by route; kept under ``auto`` as long as the model is there.
    :raises Fault: a model is asked for by name and is not there.
    """
    models = installed()
    chosen: dict[str, Model] = {}
    if wanted not in (AUTO, "argos", "local"):
        named = find(wanted)
        # packages of one make go together: one name stands for the others of its kind
        models = tuple(m for m in models if m.name == named.name or (m.engine, m.test) == (named.engine, named.test) == ("argos", True))
    else:
        models = tuple(m for m in models if not m.test and wanted in (AUTO, m.engine))
    for route in routes:
        before = next((m for m in models if stored and m.name == stored.get(route)), None)
        serving = [m for m in models if _serves(m, route)]
        ranked = sorted(serving, key=lambda m: (m.engine != "argos", route not in m.languages, m.name))
        if before and wanted == AUTO:
            chosen[route] = before
        elif ranked:
            chosen[route] = ranked[0]
    return chosen


def _serves(model: Model, route: str) -> bool:
    """A Chinese model of one script takes the other too, for want of its own."""
    return route in model.languages or (route.startswith("zh") and any(language.startswith("zh") for language in model.languages))


def make_engines(chosen: Mapping[str, Model]) -> dict[str, Engine]:
    """An engine for each route of a choice; routes that share an engine share one object."""
    argos = tuple({m.name: m for m in chosen.values() if m.engine == "argos"}.values())
    made: dict[str, Engine] = {}
    engines: dict[str, Engine] = {}
    for route, model in chosen.items():
        name = "argos" if model.engine == "argos" else model.name
        if name not in made:
            if model.engine == "argos":
                from srcxlate.engines.argos import ArgosEngine

                made[name] = ArgosEngine(argos)
            else:
                from srcxlate.engines.local import LocalEngine

                made[name] = LocalEngine(model)
        engines[route] = made[name]
    return engines


def none_installed() -> Fault:
    """The one line that says how to get an engine."""
    return Fault("no engine is installed, so nothing was drafted",
                 mend="Get one: 'uv sync --extra local' and 'srcxlate models pull local', or 'srcxlate models add FILE.argosmodel'.")

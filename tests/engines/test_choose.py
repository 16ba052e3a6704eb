"""Which model drafts which language; the models are real, the packages of `tests/packages` among them."""

import json
import shutil
from typing import Any

import pytest

from srcxlate.engines import store
from srcxlate.engines.choose import (
    HOW_TO_GET,
    add,
    choose,
    how_to_serve,
    make_engines,
    make_ready,
    pull,
    route_name,
)
from srcxlate.errors import Fault

ROUTES = ["ja", "ko", "zh-Hans", "zh-Hant"]


@pytest.fixture
def models(argos_models, store_folder):
    """A store in which the test packages stand under names of their own: a copy each, marked as one likes."""

    def make(name, kind="argos", languages=("ja",), *, test=False):
        manifest = json.loads((argos_models[0].path / store.MANIFEST).read_text())
        manifest |= {"name": name, "engine": kind, "languages": languages, "test": test}
        shutil.copytree(argos_models[0].path, store_folder / name)
        (store_folder / name / store.MANIFEST).write_text(json.dumps(manifest))

    return make


def names(**options: Any) -> dict[str, str]:
    return {route: model.name for route, model in choose(ROUTES, **options).items()}


@pytest.mark.parametrize(
    ("language", "script", "route"),
    [
        ("ja", None, "ja"),
        ("ko", None, "ko"),
        ("zh", "zh-Hant", "zh-Hant"),
        ("zh", "zh-Hans", "zh-Hans"),
        ("zh", None, "zh-Hans"),
    ],
)
def test_route_names(language, script, route):
    assert route_name(language, script) == route


class TestChoose:
    def test_nothing_is_installed(self, store_folder):
        assert choose(ROUTES) == {}

    def test_argos_before_local(self, models):
        models("argos-ja", "argos", ["ja"])
        models("big", "local", ["ja", "ko", "zh"])
        assert names() == {"ja": "argos-ja", "ko": "big", "zh-Hans": "big", "zh-Hant": "big"}
        assert names(wanted="local") == dict.fromkeys(ROUTES, "big")
        assert names(wanted="argos") == {"ja": "argos-ja"}
        assert names(wanted="big") == dict.fromkeys(ROUTES, "big")

    def test_each_script_its_own_where_there_is_one(self, models):
        models("argos-zh", "argos", ["zh"])
        assert names() == {"zh-Hans": "argos-zh", "zh-Hant": "argos-zh"}
        models("argos-a-zt", "argos", ["zh-Hant"])
        assert names() == {"zh-Hans": "argos-zh", "zh-Hant": "argos-a-zt"}

    def test_what_was_chosen_stays(self, models):
        models("big", "local", ["ja", "ko", "zh"])
        stored = {"ja": "big"}
        models("argos-ja", "argos", ["ja"])
        assert names(stored=stored)["ja"] == "big"
        assert names(stored=stored, wanted="argos")["ja"] == "argos-ja"
        assert names(stored={"ja": "gone"})["ja"] == "argos-ja"

    def test_a_test_package_only_by_its_name(self, models):
        models("test-ja", "argos", ["ja"], test=True)
        models("test-ko", "argos", ["ko"], test=True)
        models("test-other-ja", "argos", ["ja"], test=True)
        assert names() == {}
        assert names(stored={"ja": "test-ja"}) == {}
        assert names(wanted="test-ja") == {"ja": "test-ja", "ko": "test-ko"}
        assert names(wanted="test-other-ja") == {"ja": "test-other-ja", "ko": "test-ko"}
        with pytest.raises(Fault, match="no model is installed for the engine argos"):
            choose(ROUTES, wanted="argos")

    @pytest.mark.parametrize("wanted", ["argos", "local", "nobody"])
    def test_what_is_asked_for_and_not_there(self, store_folder, wanted):
        with pytest.raises(Fault, match=wanted):
            choose(ROUTES, wanted=wanted)
        if wanted != "local":  # its parts may be installed here, and then it is made
            with pytest.raises(Fault, match=wanted):
                make_ready(wanted)

    def test_one_engine_a_model(self, models):
        """So that a package for another language changes no identity, and nothing is drafted again."""
        models("argos-ja", "argos", ["ja"])
        models("argos-zh", "argos", ["zh"])
        before = make_engines(choose(ROUTES))
        assert before["zh-Hans"] is before["zh-Hant"]
        models("argos-ko", "argos", ["ko"])
        after = make_engines(choose(ROUTES))
        assert {route: after[route].identity for route in before} == {
            route: engine.identity for route, engine in before.items()
        }
        assert after["ko"].identity.model == "argos-ko"


class TestGetting:
    def test_a_model_that_is_there_is_not_pulled(self, models):
        models("argos-ja", "argos", ["ja"])
        make_ready("auto")
        assert [model.name for model in store.installed()] == ["argos-ja"]

    def test_pull_knows_argos_and_local_alone(self):
        with pytest.raises(Fault, match="nothing is pulled for 'marian'"):
            list(pull("marian"))

    def test_add_takes_a_package_or_a_gguf(self, store_folder, tmp_path):
        with pytest.raises(Fault, match=r"a\.gguf"):
            add(tmp_path / "a.gguf")
        with pytest.raises(Fault, match=r"a\.argosmodel"):
            add(tmp_path / "a.argosmodel")

    def test_how_to_serve(self, models):
        assert (
            how_to_serve({"ja": 2, "zh-Hans": 1, "zh-Hant": 4})
            == f"7 segments have no draft: no engine is installed. {HOW_TO_GET}"
        )
        models("argos-ja", "argos", ["ja"])
        assert (
            how_to_serve({"ko": 1})
            == f"1 segment has no draft: no installed engine drafts Korean. {HOW_TO_GET}"
        )
        assert "drafts Korean and Chinese." in how_to_serve({"ko": 1, "zh-Hans": 1, "zh-Hant": 1})

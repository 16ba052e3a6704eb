"""The real, small Argos packages of `tests/packages`, installed once for a test run."""

from pathlib import Path

import pytest

from srcxlate.engines import argos
from srcxlate.engines.store import Model

PACKAGES = Path(__file__).parents[1] / "packages"


@pytest.fixture(scope="session")
def argos_models(tmp_path_factory: pytest.TempPathFactory) -> tuple[Model, ...]:
    """The test packages for ja, ko and zh, in a store of their own."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SRCXLATE_MODELS", str(tmp_path_factory.mktemp("models")))
        return argos.add(PACKAGES)


@pytest.fixture
def store_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty store for one test; the folder is not made yet."""
    folder = tmp_path / "store"
    monkeypatch.setenv("SRCXLATE_MODELS", str(folder))
    return folder

"""An open desk on a workspace of its own."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from srcxlate.desk.database import open_desk
from srcxlate.workspace import Settings, Workspace

Desks = Callable[[], AbstractContextManager[Workspace]]


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    """Opens a new, empty desk: a copy of one that was made once."""
    first = Workspace(tmp_path_factory.mktemp("first"), Settings())
    with open_desk(first):
        pass

    @contextmanager
    def opened() -> Iterator[Workspace]:
        folder: Path = tmp_path_factory.mktemp("desk")
        shutil.copytree(first.private, folder / ".srcxlate")
        workspace = Workspace(folder, Settings())
        with open_desk(workspace):
            yield workspace
        shutil.rmtree(folder)

    return opened


@pytest.fixture
def desk(new_desk: Desks) -> Iterator[Workspace]:
    with new_desk() as workspace:
        yield workspace

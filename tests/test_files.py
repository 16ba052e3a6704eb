"""What killed processes left half-written goes; nothing else does."""

import os
import time
from pathlib import Path

from srcxlate.files import clear_leftovers


def test_leftovers(tmp_path: Path) -> None:
    folder = tmp_path / "ja"
    folder.mkdir()
    old, young = ".a.en.yaml.0123456789ab.tmp", ".b.yaml.0123456789ab.tmp"
    others = [young, "a.yaml", ".a.swp.tmp", "a.0123456789ab.tmp", ".a.0123456789AB.tmp"]
    for name in (old, *others):
        (folder / name).write_text(name)
        if name != young:
            os.utime(folder / name, (time.time() - 61,) * 2)
    clear_leftovers(tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(others)
    clear_leftovers(tmp_path / "nowhere")

"""Argos Translate itself, as the drafting benchmark measures it; run by the Python of its own environment.

In: on standard input, a line of JSON for each turn, with texts for each of Argos's language codes. Out: on
standard output, a line of JSON for each turn, with the English in the same order and the seconds that
``argostranslate.translate`` took, after a first line with the seconds of its import. Its settings come by
environment variables, its packages by the folder that ``ARGOS_PACKAGES_DIR`` names.

All of Argos runs as it was published but the part that cuts a text into sentences: the modules that do it
(stanza, with PyTorch, and minisbd, whose models are downloaded at first use) are not installed, and what
stands here in their place gives a text back whole.
"""

import json
import sys
import time
from types import ModuleType, SimpleNamespace


class Whole:
    """A sentence splitter that finds one sentence in every text."""

    def __init__(self, language: str, use_gpu: bool) -> None:
        pass

    def sentences(self, text: str) -> list[str]:
        """The text."""
        return [text]


def main() -> None:
    """Answers each line of standard input, until it ends."""
    sys.modules["stanza"] = ModuleType("stanza")
    splitter = ModuleType("minisbd")
    vars(splitter).update(
        SBDetect=Whole, models=SimpleNamespace(list_models=lambda: ["en", "ja", "ko", "zh-hans", "zh-hant"])
    )
    sys.modules["minisbd"] = splitter
    began = time.perf_counter()
    from argostranslate.translate import translate

    _tell({"seconds": time.perf_counter() - began})
    for line in sys.stdin:
        asked: dict[str, list[str]] = json.loads(line)
        began = time.perf_counter()
        english = {code: [translate(text, code, "en") for text in texts] for code, texts in asked.items()}
        _tell({"seconds": time.perf_counter() - began, "english": english})


def _tell(answer: dict[str, object]) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

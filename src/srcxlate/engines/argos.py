"""The `argos` engine: Argos Translate packages, decoded by CTranslate2 in batches.

What comes in are requests and installed packages, one for a language; what goes out is one line of English
for each request, with flags for what went wrong. The package's own tokenizer and Argos's decoding
options are kept, so that a draft reads as Argos Translate's own would; ``argostranslate.translate``
itself is not used, since it imports PyTorch and a sentence splitter, asks the network for a model of
the latter, and takes twelve times as long for 300 sentences by decoding them in small batches.

``argostranslate.tokenizer`` is the one module of Argos that is imported, and it imports SentencePiece alone.
``argostranslate.settings``, which makes folders in the home directory as soon as it is imported, is never
reached from there; a test holds that.

Argos cannot be told terms: of a text that has some, the hypothesis that keeps most of them is taken, the best
of those. What is still missing is for the caller to mend. Nothing is imported or loaded before the first text
is drafted.
"""

import hashlib
import json
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from srcxlate.engines import Drafted, Identity, Request, Term, cores
from srcxlate.engines.answers import faults_of
from srcxlate.engines.packages import METADATA, TOKENIZERS, Metadata, add, parse_metadata
from srcxlate.engines.store import Model
from srcxlate.errors import Fault, Place
from srcxlate.glossary.inflection import kept

__all__ = ["ArgosEngine", "add", "options_digest"]

DECODING: dict[str, Any] = {
    "beam_size": 4,
    "length_penalty": 0.2,
    "replace_unknowns": True,
    "num_hypotheses": 1,
    "max_input_length": 0,
}
"""As ``argostranslate.translate`` decodes, but that CTranslate2 cuts no input: it would at 1,024 tokens
without a word. An unknown token becomes the source token that was looked at most, as in Argos."""
COMPUTE_TYPE = "auto"
"""The fastest type that the model and the machine have: int8 for Argos's packages."""
BATCH_TOKENS = 512
"""Source tokens in a batch, padding counted; Argos's have 32. Measured at the size of a real package, in ms a
text: 61 to 66 with 2,048, 47 with 1,024, 40 to 44 with 512; the texts are the same."""
LONGEST = 2_048
"""Source tokens of one text; what is longer is cut there and flagged. Argos's models count positions up
to 5,000, input and output alike, and were trained on sentences."""
ANSWER_LEAST, ANSWER_ROOM, ANSWER_FACTOR = 256, 32, 2
"""An output may have 32 tokens and two for each of the input, and 256 (Argos's limit) in any case;
English takes about one. What reaches the limit is flagged: it is a loop more often than a long text."""
TRIAL = {"ja": "これは試験です。", "ko": "이것은 시험입니다.", "zh": "这是一个测试。", "zt": "這是一個測試。"}


@dataclass(frozen=True, slots=True)
class _Source:
    """A request as the model sees it."""

    index: int
    text: str
    tokens: list[str]
    cut: bool
    terms: tuple[Term, ...] = ()


class ArgosEngine:
    """Drafts with installed packages, one for each language; loads each when its first text comes."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.models = tuple(sorted(models, key=lambda model: model.name))
        self._by_language: dict[str, Model] = {}
        if not models:
            raise Fault("the argos engine needs a package", mend="`srcxlate models pull` gets one")
        for model in self.models:
            if model.engine != "argos":
                raise Fault(f"the model {model.name} is for the engine {model.engine}, not for argos")
            for language in model.languages:
                if (other := self._by_language.setdefault(language, model)) is not model:
                    raise Fault(f"{other.name} and {model.name} are both for {language}", mend="Choose one")
        self._packages: dict[str, _Package] = {}

    @cached_property
    def identity(self) -> Identity:
        """The engine's identity; no package is loaded for it."""
        digests = "\n".join(sorted(model.digest for model in self.models))
        names = ", ".join(model.name for model in self.models)
        return Identity("argos", names, hashlib.sha256(digests.encode()).hexdigest(), options_digest())

    @property
    def languages(self) -> frozenset[str]:
        """The languages it drafts from, as the packages have them."""
        return frozenset(self._by_language)

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        """Each request's English, language by language, batch by batch, longest texts first.

        Traditional Chinese goes to a package of its own where there is one; a package for one script
        takes the other too, for want of its own. Terms are not looked at.

        :raises Fault: for a language that no package serves, and if a package cannot be loaded.
        """
        routed = [(self._route(request).name, index) for index, request in enumerate(requests)]
        for name, group in groupby(sorted(routed), key=lambda route: route[0]):
            package = self._package(name)
            sources = []
            for _, index in group:
                source = package.source(index, requests[index].text, requests[index].terms)
                if source.tokens:
                    sources.append(source)
                else:
                    yield Drafted(index, "", ("empty",))
            yield from package.draft(sources)

    def _route(self, request: Request) -> Model:
        """The model for the text's script, else for its language, else for the other script of Chinese."""
        others = ("zh-Hans", "zh-Hant") if request.language == "zh" else ()
        for language in (request.script, request.language, *others):
            if language in self._by_language:
                return self._by_language[language]
        served = ", ".join(sorted(self.languages))
        raise Fault(f"the argos engine does not draft from {request.language!r}, only from {served}")

    def _package(self, name: str) -> "_Package":
        if name not in self._packages:
            model = next(model for model in self.models if model.name == name)
            try:
                self._packages[name] = _Package(model.path)
            except (OSError, RuntimeError, ValueError) as error:
                raise Fault(
                    f"the model {name} cannot be loaded ({error})",
                    mend=f"`srcxlate models verify {name}` tells what is damaged",
                    place=Place(str(model.path)),
                ) from error
        return self._packages[name]


def options_digest() -> str:
    """SHA-256 (hex) of all that shapes a draft beside the model."""
    limits = [BATCH_TOKENS, LONGEST, ANSWER_LEAST, ANSWER_ROOM, ANSWER_FACTOR, COMPUTE_TYPE]
    options = [DECODING, limits, "of a text with terms the best of all hypotheses"]
    return hashlib.sha256(json.dumps(options, sort_keys=True).encode()).hexdigest()


def trial() -> None:
    """Loads the package whose folder and language code are on the command line; drafts one sentence.

    It is run in a process of its own, for a package that is not trusted yet. A failure ends that process
    with one line on standard error.
    """
    folder, code = sys.argv[1:3]
    try:
        package = _Package(Path(folder), threads=1)
        list(package.draft([package.source(0, TRIAL[code])]))
    except Exception as error:
        sys.exit(" ".join(str(error).split()) or type(error).__name__)


class _Package:
    """A loaded package: its tokenizer and its translator."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Loads it.

        :param threads: cores to use; 0: all that this process may.
        :raises RuntimeError: from the runtime, if a file is damaged.
        """
        import ctranslate2

        self.metadata = _metadata(folder)
        self.tokenizer = _tokenizer(folder, self.metadata)
        # A batch for each core. Measured on 300 texts and 2 cores: 1.6 times as fast with a small model
        # as both cores for one batch, which then wait for each other, and as fast with one of real size.
        self.workers = threads or cores()
        self.translator: Any = ctranslate2.Translator(
            str(folder / "model"),
            device="cpu",
            compute_type=COMPUTE_TYPE,
            inter_threads=self.workers,
            intra_threads=1,
        )

    def source(self, index: int, text: str, terms: tuple[Term, ...] = ()) -> _Source:
        """A text in tokens, without line ends; no tokens if there is nothing in it."""
        line = " ".join(text.split())
        tokens = list(self.tokenizer.encode(line)) if line else []
        return _Source(index, line, tokens[:LONGEST], len(tokens) > LONGEST, terms)

    def draft(self, sources: Sequence[_Source]) -> Iterator[Drafted]:
        """The sources' English; while one batch is put into words the next ones are being decoded."""
        waiting: deque[tuple[list[_Source], int, list[Any]]] = deque()
        for batch in _batches(sources):
            most = max(ANSWER_LEAST, ANSWER_ROOM + ANSWER_FACTOR * len(batch[0].tokens))
            waiting.append((batch, most, self._decode(batch, most)))
            if len(waiting) > self.workers:
                yield from self._drafted(*waiting.popleft())
        while waiting:
            yield from self._drafted(*waiting.popleft())

    def _decode(self, batch: Sequence[_Source], most: int) -> list[Any]:
        prefix = self.metadata.target_prefix
        decoded: list[Any] = self.translator.translate_batch(
            [source.tokens for source in batch],
            target_prefix=[[prefix]] * len(batch) if prefix else None,
            max_decoding_length=most,
            asynchronous=True,
            **DECODING | ({"num_hypotheses": DECODING["beam_size"]} if any(s.terms for s in batch) else {}),
        )
        return decoded

    def _drafted(self, batch: Sequence[_Source], most: int, decoded: Sequence[Any]) -> Iterator[Drafted]:
        for source, result in zip(batch, decoded, strict=True):
            tokens, text = self._best(result.result().hypotheses, source)
            flags = ["cut"] if source.cut or len(tokens) >= most else []
            # A language model's wrappers and refusals are not Argos's: the text stays as it is.
            flags += faults_of(text)
            yield Drafted(source.index, text, tuple(flags) if text else (*flags, "empty"))

    def _best(self, hypotheses: Sequence[list[str]], source: _Source) -> tuple[list[str], str]:
        """The hypothesis that keeps most of the text's terms, the likeliest of several, with its English."""
        made = [(tokens, self._text(tokens, source.text)) for tokens in hypotheses]
        return max(made, key=lambda one: sum(kept(term, one[1]) for term in source.terms))

    def _text(self, tokens: list[str], source: str) -> str:
        """The English of the output's tokens, as Argos puts it together.

        Argos makes a space of each ``_``, for models that write spaces so. Where the source has ``_``
        itself, it stays.
        """
        processor = getattr(self.tokenizer, "processor", None)
        if processor is not None and "_" in source:
            text = processor.decode_pieces(tokens).replace("\u2581", " ")
        else:
            text = self.tokenizer.decode(tokens)
        return " ".join(text.removeprefix(self.metadata.target_prefix).split())


def _metadata(folder: Path) -> Metadata:
    path = folder / METADATA
    return parse_metadata(path.read_bytes(), Place(str(path)))


def _tokenizer(folder: Path, metadata: Metadata) -> Any:
    """The package's tokenizer, chosen as Argos chooses it."""
    from argostranslate.tokenizer import BPETokenizer, SentencePieceTokenizer

    pieces, pairs = (folder / name for name in TOKENIZERS)
    if pieces.exists():
        tokenizer = SentencePieceTokenizer(pieces)
        tokenizer.lazy_processor()  # loads the file: a broken one is told now, not at the first text
        return tokenizer
    tokenizer = BPETokenizer(pairs, metadata.from_code, metadata.to_code)
    tokenizer.lazy_load()
    return tokenizer


def _batches(sources: Sequence[_Source]) -> Iterator[list[_Source]]:
    """Sources of like length together, the longest first, up to :data:`BATCH_TOKENS` with padding."""
    batch: list[_Source] = []
    for source in sorted(sources, key=lambda source: (-len(source.tokens), source.index)):
        if batch and (len(batch) + 1) * len(batch[0].tokens) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(source)
    if batch:
        yield batch

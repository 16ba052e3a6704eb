"""The `local` engine: an instruction-tuned language model, asked to translate, on this machine.

What comes in are requests; what goes out is one line of English for each, with flags for what went
wrong. The model is greedy and small: its English is fluent, and wrong about facts often enough that it
is only ever a draft. (Measured by hand on single sentences: free of a wrong fact in 10 of 14 from
Chinese, 4 of 17 from Japanese, 1 of 7 from Korean; titles whose terms are known are far better.)

How the model is asked was measured on 180 sentences: this prompt, with the answer begun for the model
and all tokens of East Asian script barred, gave no bad line, 11 without the bar. Terms are written in
English into the source; a draft that lacks one is asked for in other ways.

What a batch is made of changes its words a little (int8 rounding), so a draft is kept, never derived
again. The runtime is imported when the first text is drafted: naming the engine must stay fast.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from srcxlate.engines import Drafted, Identity, Request, Term, cores
from srcxlate.engines.answers import RULES, severity, tidy
from srcxlate.engines.memory import batch_tokens, free, is_lack, lacking, read_need
from srcxlate.engines.store import Model
from srcxlate.errors import Fault, Place
from srcxlate.glossary import kept
from srcxlate.quantities import RULES as QUANTITY_RULES
from srcxlate.quantities import rewritten

LANGUAGES = {"ja": "Japanese", "ko": "Korean", "zh": "Chinese"}
SYSTEM = "You are a professional news translator. Output only the translation."
ASK = ":\n{text}"
ASK_WITH_TERMS = " (terms: {terms}):\n{text}"
BEGUN = "English:"
END = "<|im_end|>"
HEAD = (
    f"<|im_start|>system\n{SYSTEM}{END}\n<|im_start|>user\nTranslate this {{language}} sentence into English"
)
"""What all prompts of a language begin with: the model reads it once, not once for each text."""
TAIL = f"{END}\n<|im_start|>assistant\n{BEGUN}"

BATCH = 30
"""Texts in a batch. Measured on sentences: 39 to 47 tokens a second; 23 with 8, and 7 one by one."""
BATCH_TOKENS = 16_000
"""Prompts and answers of a batch together: 57 kB of memory a token in a model of 1.5 billion weights."""
LONGEST = 4_096
"""Tokens of a prompt and its answer; models say 32,768, at which no memory and no quality is left."""
ANSWER_ROOM, ANSWER_FACTOR = 32, 2
"""An answer may have 32 tokens and two for each of the source's. Measured on 178 texts: 0.3 to 3, and at
most 18 beyond one and a half. A loop goes on until there, and all texts of its batch wait."""
BARRED_FROM = 0xE3
"""Tokens with a byte from here on are never written: UTF-8 of kana, Han and hangul begins there, and
European letters, dashes and quotation marks end below."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask for a draft."""

    listed: bool
    """Whether the terms' English is listed in the prompt."""
    written: bool
    """Whether the terms' English is written into the source, in the place of the terms."""
    shortened: bool
    """Whether what the source says four times or more in a row is said three times."""
    penalty: float
    """By how much a token that was said becomes less likely; 1: not at all."""


FIRST = Way(listed=False, written=True, shortened=False, penalty=1.1)
"""The way of all texts. Measured on 57 titles: chrF2 49.0, and 85 of 95 terms kept; 47.8 and 91 where the
terms are listed too, 48.6 and 75 where they are listed alone."""
SECOND = Way(listed=False, written=True, shortened=True, penalty=1.1)
"""The way of those whose first draft has a flag. Measured on 11 texts whose draft was a loop: 8 still were
with the penalty alone, none with the source shortened too. A prompt that says that commands are to be
translated changed nothing."""
FOR_TERMS = (
    Way(listed=True, written=True, shortened=False, penalty=1.0),
    Way(listed=True, written=False, shortened=False, penalty=1.0),
)
"""The ways of those whose first draft lacks a term: 92 of those 95 are kept in one of the three."""
KEPT = frozenset({"length"})
"""Flags for which nothing is asked again. Measured on 5 drafts too short or too long for their source: 3
stayed as they were, 1 came out right, and 1, which obeyed a command in the text, came out wrong and a
little longer, so that it would have lost its flag."""
_REPEATED = re.compile(r"(\D{1,12}?)\1{3,}")


@dataclass(frozen=True, slots=True)
class _Prompt:
    """A request as the model sees it, without the part that all prompts of the language share."""

    index: int
    language: str
    text: str
    tokens: tuple[str, ...]
    answer: int
    """The most tokens that the answer may have."""


class LocalEngine:
    """Drafts with one installed model; loads it at the first call of :meth:`draft`."""

    def __init__(self, model: Model) -> None:
        if model.engine != "local":
            raise Fault(f"the model {model.name} is for the engine {model.engine}, not for local")
        self.model = model

    @property
    def identity(self) -> Identity:
        """The engine's identity; the model is not loaded for it."""
        return Identity(
            "local", f"{self.model.name} {self.model.version}", self.model.digest, options_digest()
        )

    @property
    def languages(self) -> frozenset[str]:
        """The languages it drafts from."""
        return frozenset(self.model.languages)

    def draft(self, requests: Sequence[Request]) -> Iterator[Drafted]:
        """Each request's English, batch by batch, shortest texts first.

        A draft with a flag is asked for once more, in the second way; one that lacks a term twice more, in
        the ways for terms. The best of them is kept. Such texts wait until they fill a batch, or until all
        others are drafted.
        A text too long for the model is not drafted at all: empty, with the flag ``cut``.

        :raises Fault: for a language that the engine does not serve, if the model cannot be loaded, and if
            there is not enough memory for it.
        """
        for request in requests:
            if request.language not in self.languages:
                served = ", ".join(sorted(self.languages))
                raise Fault(f"the local engine does not draft from {request.language!r}, only from {served}")
        if not requests:
            return
        fitting: list[_Prompt] = []
        for index, request in enumerate(requests):
            prompt = self._prompt(index, request, FIRST)
            if self._runtime.room(request.language) < len(prompt.tokens) + prompt.answer:
                yield Drafted(index, "", ("cut", "empty"))
            else:
                fitting.append(prompt)
        waiting: dict[int, Drafted] = {}
        for batch in _batches(fitting, self._runtime.batch_tokens):
            for drafted in self._draft(batch, FIRST):
                if _ways(drafted, requests[drafted.index]):
                    waiting[drafted.index] = drafted
                else:
                    yield drafted
            if len(waiting) >= BATCH:
                yield from self._draft_again(requests, waiting)
                waiting = {}
        yield from self._draft_again(requests, waiting)

    def _draft_again(self, requests: Sequence[Request], first: Mapping[int, Drafted]) -> Iterator[Drafted]:
        """The best of the first draft and what comes in other ways, for each of these."""
        drafts = {index: [drafted] for index, drafted in first.items()}
        for way in (SECOND, *FOR_TERMS):
            prompts = [
                self._prompt(index, requests[index], way)
                for index, drafted in first.items()
                if way in _ways(drafted, requests[index])
            ]
            for batch in _batches(prompts, self._runtime.batch_tokens):
                for drafted in self._draft(batch, way):
                    drafts[drafted.index].append(drafted)
        for made in drafts.values():
            yield min(made, key=lambda one: (severity(one.flags), _lacking(one, requests[one.index])))

    def _prompt(self, index: int, request: Request, way: Way) -> _Prompt:
        tokens, answer = self._runtime.prompt(*ask(request, way))
        return _Prompt(index, request.language, request.text, tokens, answer)

    def _draft(self, batch: Sequence[_Prompt], way: Way) -> Iterator[Drafted]:
        most = max(prompt.answer for prompt in batch)
        answers = self._runtime.generate(batch[0].language, [prompt.tokens for prompt in batch], most, way)
        for prompt, (answer, ended) in zip(batch, answers, strict=True):
            text, flags = tidy(answer, prompt.text)
            yield Drafted(prompt.index, text, flags if ended else ("cut", *flags))

    @cached_property
    def _runtime(self) -> "_Runtime":
        return _Runtime(self.model)


def _ways(drafted: Drafted, request: Request) -> tuple[Way, ...]:
    """In which ways to ask again; none where nothing that another way may mend is wrong."""
    if not KEPT.issuperset(drafted.flags):
        return (SECOND,)
    return FOR_TERMS if _lacking(drafted, request) else ()


def _lacking(drafted: Drafted, request: Request) -> int:
    """How many of the terms it was told a draft lacks."""
    return sum(not kept(term, drafted.text) for term in request.terms)


def options_digest() -> str:
    """SHA-256 (hex) of all that shapes a draft beside the model: prompt, options, rules of tidying."""
    ways = [asdict(way) for way in (FIRST, SECOND, *FOR_TERMS)]
    prompt = [HEAD, ways, ASK, ASK_WITH_TERMS, TAIL, sorted(LANGUAGES.items())]
    options = [BATCH, BATCH_TOKENS, LONGEST, ANSWER_ROOM, ANSWER_FACTOR, BARRED_FROM, "int8", "greedy"]
    return hashlib.sha256(json.dumps([prompt, options, RULES, QUANTITY_RULES]).encode()).hexdigest()


def ask(request: Request, way: Way) -> tuple[str, str]:
    """The source with the terms' English written into it, and what asks for it, behind the head."""
    text = " ".join(request.text.split())
    if way.shortened:
        text = _REPEATED.sub(r"\1\1\1", text)
    text = write_english(text, request.language, request.terms if way.written else ())
    template = ASK_WITH_TERMS if request.terms and way.listed else ASK
    terms = "; ".join(dict.fromkeys(term.english for term in request.terms))
    return text, template.format(terms=terms, text=text)


def write_english(text: str, language: str, terms: Sequence[Term]) -> str:
    """The text with English in place of each term, the longest first, and of its quantities.

    Where a term and a quantity overlap the term stays whole. A space goes between the English and a letter or
    digit beside it, of whatever script. Measured on 30 sentences with a quantity: right in the draft of 14 as
    they are, of 29 with the quantities written in English.
    """
    english = {term.original: term.english for term in reversed(terms) if term.original}
    longest_first = sorted(english, key=lambda original: (-len(original), original))
    pattern = "|".join(map(re.escape, longest_first))
    found = [(*match.span(), english[match[0]]) for match in re.finditer(pattern, text) if match[0]]
    for quantity in rewritten(text, language):
        if all(quantity.end <= start or end <= quantity.start for start, end, _ in found):
            found.append((quantity.start, quantity.end, quantity.english))
    pieces: list[str] = []
    end = 0
    for start, stop, words in sorted(found):
        pieces += [text[end:start], words]
        end = stop
    written = ""
    for piece in (*pieces, text[end:]):
        apart = written and piece and _is_word(written[-1]) and _is_word(piece[0])
        written += f" {piece}" if apart else piece
    return written


def _is_word(character: str) -> bool:
    return character.isalnum()


def _batches(prompts: Sequence[_Prompt], tokens: int) -> Iterator[list[_Prompt]]:
    """Prompts of one language and like length together: waiting for the longest is time lost.

    :param tokens: what the prompts and answers of a batch may have together.
    """
    batch: list[_Prompt] = []
    for prompt in sorted(prompts, key=lambda prompt: (prompt.language, len(prompt.tokens), prompt.index)):
        full = len(batch) == BATCH or (len(batch) + 1) * (len(prompt.tokens) + prompt.answer) > tokens
        if batch and (full or batch[0].language != prompt.language):
            yield batch
            batch = []
        batch.append(prompt)
    if batch:
        yield batch


class _Runtime:
    """A loaded model: the generator, the tokenizer, and what is the same for every text."""

    def __init__(self, model: Model) -> None:
        # CTranslate2 else keeps the weights twice, as they are and packed. Measured without and with:
        # 1.6 and 3.0 GiB loaded, 2.3 and 3.7 at the peak, 3 and 11 s to load, the same speed.
        os.environ.setdefault("CT2_PACKED_GEMM", "0")
        try:
            import ctranslate2
            from tokenizers import Tokenizer
        except ImportError as error:
            raise Fault(
                f"the local engine needs the package {error.name}", mend="`pip install 'srcxlate[local]'`"
            ) from error
        self.model = model
        try:
            config = json.loads((model.path / "config.json").read_bytes())
            self.longest = min(int(config["context_length"]), LONGEST)
            need = read_need(model.path / "model.bin")
            self.batch_tokens = batch_tokens(model.name, need, free(), BATCH_TOKENS, self.longest)
            self.tokenizer: Any = Tokenizer.from_file(str(model.path / "tokenizer.json"))
            self.generator = ctranslate2.Generator(
                str(model.path), device="cpu", compute_type="int8", inter_threads=1, intra_threads=cores()
            )
        except Fault:
            raise
        except Exception as error:  # tokenizers raises nothing narrower
            if is_lack(error):
                raise lacking(model.name) from error
            raise Fault(
                f"the model {model.name} cannot be loaded ({error})",
                mend=f"`srcxlate models verify {model.name}` tells what is damaged",
                place=Place(str(model.path)),
            ) from error
        self.heads = {code: self.tokens(HEAD.format(language=name)) for code, name in LANGUAGES.items()}
        self.tail = self.tokens(TAIL)
        self.barred = [[token] for token in barred_tokens(self.tokenizer.get_vocab(with_added_tokens=False))]

    def tokens(self, text: str) -> tuple[str, ...]:
        """The tokens of our own text, in which ``<|im_end|>`` and the like are what they say."""
        self.tokenizer.encode_special_tokens = False
        return tuple(self.tokenizer.encode(text).tokens)

    def plain_tokens(self, text: str) -> tuple[str, ...]:
        """The tokens of a text from outside, in which such marks are mere characters."""
        self.tokenizer.encode_special_tokens = True
        return tuple(self.tokenizer.encode(text).tokens)

    def prompt(self, text: str, line: str) -> tuple[tuple[str, ...], int]:
        """The tokens that follow the head, and the most that an answer may have."""
        answer = ANSWER_ROOM + ANSWER_FACTOR * len(self.plain_tokens(text))
        return self.plain_tokens(line) + self.tail, answer

    def room(self, language: str) -> int:
        """The tokens that a prompt behind the head may have together with its answer."""
        return self.longest - len(self.heads[language])

    def generate(
        self, language: str, prompts: Sequence[Sequence[str]], most: int, way: Way
    ) -> list[tuple[str, bool]]:
        """The answer to each prompt, and whether it came to its end within `most` tokens.

        :raises Fault: there is not enough memory for them.
        """
        try:
            results: list[Any] = self.generator.generate_batch(
                [list(prompt) for prompt in prompts],
                static_prompt=list(self.heads[language]),
                include_prompt_in_result=False,
                suppress_sequences=self.barred,
                end_token=END,
                return_end_token=True,
                max_length=most,
                sampling_topk=1,
                repetition_penalty=way.penalty,
            )
        except (MemoryError, RuntimeError) as error:
            if is_lack(error):
                raise lacking(self.model.name) from error
            raise
        end = self.tokenizer.token_to_id(END)
        numbers = [result.sequences_ids[0] for result in results]
        return [(self.tokenizer.decode(each, skip_special_tokens=True), end in each) for each in numbers]


def barred_tokens(vocabulary: Sequence[str] | dict[str, int]) -> list[str]:
    """The tokens of a byte-level vocabulary that hold a byte from :data:`BARRED_FROM` on.

    Measured: 34,537 of Qwen2.5's 151,936, at no cost in time.
    """
    barred = {character for character, byte in byte_letters().items() if byte >= BARRED_FROM}
    return sorted(token for token in vocabulary if not barred.isdisjoint(token))


def byte_letters() -> dict[str, int]:
    """The letters that a byte-level vocabulary writes for bytes: printable ones for themselves.

    The others are, in order, the letters from U+0100 on (GPT-2's table, which Qwen2 shares).
    """
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    letters = {chr(byte): byte for byte in printable}
    others = (byte for byte in range(0x100) if byte not in set(printable))
    return letters | {chr(0x100 + place): byte for place, byte in enumerate(others)}

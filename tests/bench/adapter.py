"""A class set's texts and the labels decided so far in, groups to look at out: the product's learner, for benches.

`propose` is what a bench of a teacher's actions asks after every decision. Groups do not depend on the texts' order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.embed import load_embedder
from pipeline.learn import Outlook, look_at_texts, offer_groups
from pipeline.settings import FindingSettings

_VECTORS: dict[str, NDArray[np.float32]] = {}


def propose(texts: list[str], labels: dict[int, str], context: Mapping[str, str]) -> list[tuple[list[int], str | None]]:
    """Return groups that between them hold every undecided piece, best first, each with its likeliest label."""
    order = sorted(range(len(texts)), key=lambda piece: (texts[piece], labels.get(piece, "")))
    references = tuple(one.strip() for one in context.get("reference", "").split(" || ") if one.strip())
    outlook = _look(tuple(texts[piece] for piece in order), context.get("question", ""), references)
    decided = {place: labels[piece] for place, piece in enumerate(order) if piece in labels}
    groups = offer_groups(outlook, decided)
    return [(sorted(order[place] for place in group.places), group.label) for group in groups]


@lru_cache(maxsize=8)
def _look(texts: tuple[str, ...], question: str, references: tuple[str, ...]) -> Outlook:
    return look_at_texts(texts, question, references, _embed)


def _embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return unit rows for `texts`, each embedded once a run."""
    keys = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in _VECTORS}
    if missing:
        embedder = load_embedder(FindingSettings().embedder)
        _VECTORS.update(zip(missing, embedder.embed(list(missing.values())), strict=True))
    return np.array([_VECTORS[key] for key in keys])

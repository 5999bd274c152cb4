"""A class set's texts and the labels decided so far in, groups to look at out: the product's learner, for benches.

`propose` is what a bench of a teacher's actions asks after every decision. Groups do not depend on the texts' order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.learn import Outlook, look_at_texts, offer_groups
from pipeline.learn.offer import forecast_by_name
from pipeline.settings import FindingSettings
from pipeline.walk.find import VectorShelf, embed_once
from tests.bench.shelf import FolderShelf

Key = tuple[tuple[str, ...], str, tuple[str, ...]]


class Learner:
    """Learns as the product does, on the vectors of `embedder`; texts on the `shelf` are not embedded again."""

    def __init__(self, embedder: str, shelf: VectorShelf) -> None:
        self._embedder, self._shelf, self._known = embedder, shelf, dict[Key, Outlook]()

    def propose(
        self, texts: list[str], labels: dict[int, str], context: Mapping[str, str]
    ) -> list[tuple[list[int], str | None]]:
        """Return groups that between them hold every undecided piece, best first, each with its likeliest label."""
        order = _order(texts, labels)
        groups = offer_groups(self._look([texts[piece] for piece in order], context), _place(order, labels))
        return [(sorted(order[place] for place in group.places), group.label) for group in groups]

    def tell(
        self, texts: list[str], labels: dict[int, str], context: Mapping[str, str]
    ) -> dict[int, dict[str | None, float]]:
        """Return for each undecided piece the probability of each label met so far, and of another one (None)."""
        order = _order(texts, labels)
        names, forecast = forecast_by_name(
            self._look([texts[piece] for piece in order], context), _place(order, labels)
        )
        rows = zip(forecast.places, forecast.probabilities.tolist(), strict=True)
        return {order[place]: dict(zip([*names, None], row, strict=True)) for place, row in rows}

    def _look(self, texts: Sequence[str], context: Mapping[str, str]) -> Outlook:
        references = tuple(one.strip() for one in context.get("reference", "").split(" || ") if one.strip())
        key = (tuple(texts), context.get("question", ""), references)
        if key not in self._known:
            self._known = {key: look_at_texts(*key, self._embed)}  # the same set is asked of again and again
        return self._known[key]

    def _embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return embed_once(texts, self._embedder, self._shelf)[1]


def _order(texts: Sequence[str], labels: Mapping[int, str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda piece: (texts[piece], labels.get(piece, "")))


def _place(order: Sequence[int], labels: Mapping[int, str]) -> dict[int, str]:
    return {place: labels[piece] for place, piece in enumerate(order) if piece in labels}


propose = Learner(FindingSettings().embedder, FolderShelf(None)).propose

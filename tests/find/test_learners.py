"""The same idea in fluent English, in learners' English, and with Spanish words in it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from pipeline.find.spaces import build_passage_rows
from pipeline.records.patterns import ClassSet

Pairs = list[tuple[str, ...]]


def _measure_agreement(pairs: Pairs, make_class_set: Callable[..., ClassSet]) -> float:
    """Share of sentences whose nearest idea (among the others' fluent wordings) is that of their fluent wording."""
    same = []
    for task in dict.fromkeys(pair[0] for pair in pairs):
        asked = [pair for pair in pairs if pair[0] == task]
        texts = {f"{kind}{at:02d}": pair[k] for k, kind in ((2, "F"), (3, "L")) for at, pair in enumerate(asked)}
        class_set = make_class_set(texts, task, embedder="all-minilm-l6-v2")
        rows = dict(zip((one.piece for one in class_set.passages), build_passage_rows(class_set), strict=True))
        fluent = np.array([rows[f"F{at:02d}"] for at in range(len(asked))])
        ideas = np.array([pair[1] for pair in asked])
        for at in range(len(asked)):
            near = [
                _find_nearest(rows[f"{kind}{at:02d}"], np.delete(fluent, at, 0), np.delete(ideas, at)) for kind in "FL"
            ]
            same.append(near[0] == near[1])
    return float(np.mean(same))


def _find_nearest(row: np.ndarray, rows: np.ndarray, ideas: np.ndarray) -> str:
    return max(sorted(set(ideas.tolist())), key=lambda idea: float((rows[ideas == idea] @ row).mean()))


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("learners.txt", 0.95),
        ("spanish.txt", 0.8),  # the embedder knows little Spanish: what the English words around it carry
    ],
)
def test_learners_share_the_ideas_of_fluent_writers(
    name: str, share: float, read_pairs: Callable[[str], Pairs], make_class_set: Callable[..., ClassSet]
) -> None:
    """A sentence belongs to the same idea with its slips as without."""
    assert _measure_agreement(read_pairs(name), make_class_set) >= share

"""What benches ask of the learner after every decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np
import pytest
from numpy.typing import NDArray

from pipeline.embed import load_embedder
from tests.bench import adapter
from tests.learn.conftest import ANSWERS, QUESTION

CONTEXT = {"question": QUESTION, "reference": "Water leaves through the leaves. || The soil is dry."}
LABELS = {0: "leaves", 2: "leaves", 4: "roots"}
ORDER = [5, 0, 7, 2, 6, 1, 4, 3]


@pytest.fixture(autouse=True)
def hashed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the embedder that needs no weights stand in; nothing of it is kept."""
    monkeypatch.setattr(adapter, "_embed", load_embedder("hashed").embed)
    adapter._look.cache_clear()
    yield
    adapter._look.cache_clear()


@pytest.mark.parametrize("labels", [{}, LABELS, dict.fromkeys(range(7), "all"), dict.fromkeys(range(8), "all")])
def test_groups_hold_every_undecided_piece_once(labels: dict[int, str]) -> None:
    """From the first look until nothing is left."""
    groups = adapter.propose(list(ANSWERS), labels, CONTEXT)
    assert sorted(chain.from_iterable(pieces for pieces, _ in groups)) == sorted({*range(8)} - labels.keys())


@pytest.mark.parametrize("labels", [{}, LABELS])
@pytest.mark.parametrize("context", [{}, CONTEXT])
def test_shuffled_texts_give_the_same_groups(labels: dict[int, str], context: dict[str, str]) -> None:
    """The same texts together under the same labels, in the same turn."""
    shuffled = [ANSWERS[at] for at in ORDER]
    moved = {place: labels[at] for place, at in enumerate(ORDER) if at in labels}
    found = [
        (sorted(ORDER[place] for place in pieces), label) for pieces, label in adapter.propose(shuffled, moved, context)
    ]
    assert found == adapter.propose(list(ANSWERS), labels, context)


def test_model_answers_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bars stand between them, and what is empty is none."""
    seen: list[list[str]] = []

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        seen.append([*texts])
        return load_embedder("hashed").embed(texts)

    monkeypatch.setattr(adapter, "_embed", embed)
    adapter.propose(list(ANSWERS), LABELS, {"reference": "One. ||  || Two. "})
    assert seen[0] == [*sorted(ANSWERS), "One.", "Two."]

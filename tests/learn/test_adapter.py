"""What benches ask of the learner after every decision."""

from __future__ import annotations

from itertools import chain

import pytest

from pipeline.embed import load_embedder
from pipeline.walk.find import hash_text
from tests.bench.adapter import Learner
from tests.bench.shelf import FolderShelf
from tests.learn.conftest import ANSWERS, QUESTION

CONTEXT = {"question": QUESTION, "reference": "Water leaves through the leaves. || The soil is dry."}
LABELS = {0: "leaves", 2: "leaves", 4: "roots"}
ORDER = [5, 0, 7, 2, 6, 1, 4, 3]


@pytest.fixture
def learner() -> Learner:
    """A learner on the embedder that needs no weights."""
    return Learner("hashed", FolderShelf(None))


@pytest.mark.parametrize("labels", [{}, LABELS, dict.fromkeys(range(7), "all"), dict.fromkeys(range(8), "all")])
def test_groups_hold_every_undecided_piece_once(learner: Learner, labels: dict[int, str]) -> None:
    """From the first look until nothing is left."""
    groups = learner.propose(list(ANSWERS), labels, CONTEXT)
    assert sorted(chain.from_iterable(pieces for pieces, _ in groups)) == sorted({*range(8)} - labels.keys())


@pytest.mark.parametrize("labels", [{}, LABELS])
@pytest.mark.parametrize("context", [{}, CONTEXT])
def test_shuffled_texts_give_the_same_groups(learner: Learner, labels: dict[int, str], context: dict[str, str]) -> None:
    """The same texts together under the same labels, in the same turn."""
    shuffled = [ANSWERS[at] for at in ORDER]
    moved = {place: labels[at] for place, at in enumerate(ORDER) if at in labels}
    found = [
        (sorted(ORDER[place] for place in pieces), label) for pieces, label in learner.propose(shuffled, moved, context)
    ]
    assert found == learner.propose(list(ANSWERS), labels, context)


def test_model_answers_are_told_apart() -> None:
    """Two bars stand between them, and what is empty is none."""
    shelf = FolderShelf(None)
    Learner("hashed", shelf).propose(list(ANSWERS), LABELS, {"reference": "One. ||  || Two. "})
    keys = [hash_text(text) for text in (*ANSWERS, "One.", "Two.", "", " ")]
    assert len(shelf.load(load_embedder("hashed").fingerprint, keys)) == len(ANSWERS) + 2


def test_what_is_told_sums_to_one() -> None:
    """For every undecided piece, over the labels met and another one."""
    told = Learner("hashed", FolderShelf(None)).tell(list(ANSWERS), LABELS, CONTEXT)
    assert told.keys() == {*range(8)} - LABELS.keys()
    for row in told.values():
        assert row.keys() == {"leaves", "roots", None}
        assert sum(row.values()) == pytest.approx(1)

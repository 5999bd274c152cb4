"""Never fluent nonsense: pages without a word give none, and the words beside a drawing are read all the same."""

from __future__ import annotations

import pytest

from pipeline.reading.ppocr import PpocrEngine
from tests.reading.doodles import DOODLES, EMPTY, WRITTEN, make_doodle

SEEDS = (0, 1)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", DOODLES)
def test_a_page_without_words_gives_none(ppocr: PpocrEngine, kind: str, seed: int) -> None:
    """No line; a person looks at what was drawn, and at no blank page."""
    reading = ppocr.read(make_doodle(kind, seed))
    assert reading.lines == ()
    assert reading.needs_eyes is (kind not in EMPTY)
    assert reading.confidence == float(kind in EMPTY)


@pytest.mark.parametrize("kind", DOODLES)
def test_words_beside_a_drawing_are_read(ppocr: PpocrEngine, kind: str) -> None:
    """Two written lines come out first; after them at most a sign that the drawing has the shape of, such as V."""
    texts = [line.text for line in ppocr.read(make_doodle(kind, SEEDS[0], WRITTEN)).lines]
    assert texts[:2] == list(WRITTEN)
    assert all(len(text) <= 2 for text in texts[2:])


def test_a_page_drawn_twice_is_the_same() -> None:
    """A kind and a seed make one page; another seed makes another."""
    first, second, other = make_doodle("plant", 3), make_doodle("plant", 3), make_doodle("plant", 4)
    assert first.image is not None
    assert second.image is not None
    assert other.image is not None
    assert first.image.tobytes() == second.image.tobytes() != other.image.tobytes()

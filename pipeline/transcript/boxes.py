"""Boxes come in; the box around them, the room for words between them and how far two overlap go out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.records.reading import Box, Word


def surround(boxes: Sequence[Box]) -> Box:
    """Return the smallest box around all of `boxes` (at least one)."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def surround_words(words: Iterable[Word]) -> Box | None:
    """Return the box around those of the words that have a place, None where none has."""
    boxes = [word.box for word in words if word.box is not None]
    return surround(boxes) if boxes else None


def spread_words(room: Box | None, words: Sequence[str]) -> list[Box | None]:
    """Return a box for each word, side by side in the room, each as wide as its share of the characters."""
    if room is None:
        return [None] * len(words)
    step = (room.x1 - room.x0) / max(1, len(" ".join(words)))
    boxes: list[Box | None] = []
    x0 = room.x0
    for word in words:
        boxes.append(Box(x0, room.y0, x0 + step * len(word), room.y1))
        x0 += step * (len(word) + 1)
    return boxes


def measure_cover(one: Box, other: Box) -> float:
    """Return how much of the smaller of two boxes the other one covers, 0..1."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / min((box.x1 - box.x0) * (box.y1 - box.y0) for box in (one, other))

"""Typed texts in, findings out."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.settings import FindingSettings, Settings
from pipeline.walk.find import Rows, find_in_texts, find_in_transcripts, type_transcript

LEAVES = "The water goes out through the tiny holes in the leaves of the plant."
ROOTS = "The roots could not drink enough water because the soil was dry."
SUN = "The sun was very hot and dried the plant from the outside."


def make_texts() -> dict[str, str]:
    """Fifteen short answers, three ideas of five children each, worded a little differently."""
    endings = ["", " I saw it.", " It was wilted.", " That is why.", " My plant did this too."]
    ideas = {"a": LEAVES, "b": ROOTS, "c": SUN}
    return {f"{letter}{n}": text + ending for letter, text in ideas.items() for n, ending in enumerate(endings)}


def test_every_quote_is_in_the_text(settings: Settings) -> None:
    """Offsets count characters of the text given."""
    texts = make_texts()
    findings = find_in_texts(texts, "Why did the plant wilt?", settings)
    spans = [e for c in findings.candidates for m in c.members for e in m.evidence if not e.is_whole_piece]
    assert findings.candidates
    assert spans
    assert all(texts[e.piece][e.start : e.end] == e.quote for e in spans)


def test_the_same_answer_in_any_order(settings: Settings) -> None:
    """Shuffled files give the same findings."""
    texts = make_texts()
    shuffled = list(texts.items())
    random.Random(1).shuffle(shuffled)  # noqa: S311 a fixed order, not a secret
    assert find_in_texts(dict(shuffled), "", settings) == find_in_texts(texts, "", settings)


class CountingShelf:
    """Remembers vectors and how many it was asked to keep."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.saved = 0

    def load(self, fingerprint: str, keys: Sequence[str]) -> Rows:  # noqa: ARG002 the protocol's names
        """Return the rows there are."""
        return {key: self.rows[key] for key in keys if key in self.rows}

    def save(self, fingerprint: str, rows: Mapping[str, NDArray[np.float32]]) -> None:  # noqa: ARG002 same
        """Keep and count."""
        self.rows |= rows
        self.saved += len(rows)


def test_a_text_is_embedded_once(settings: Settings) -> None:
    """The second look takes every vector from the shelf."""
    transcripts = [type_transcript(piece, text) for piece, text in make_texts().items()]
    shelf, finding = CountingShelf(), FindingSettings(embedder="hashed", resamples=20)
    first = find_in_transcripts(transcripts, "", finding, shelf)
    saved = shelf.saved
    assert find_in_transcripts(transcripts, "", finding, shelf) == first
    assert shelf.saved == saved > 0

"""Typed texts in, findings out."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.records.reference import Verdict
from pipeline.settings import FindingSettings, Settings
from pipeline.walk.find import Rows, assemble_set, find_in_texts, find_in_transcripts, hash_text, type_transcript

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


def test_a_model_answer_comes_back_idea_by_idea() -> None:
    """Its sentences are ideas, each with a verdict on every piece; without one there are none."""
    transcripts = [type_transcript(piece, text) for piece, text in make_texts().items()]
    finding = FindingSettings(embedder="hashed", resamples=20)
    found = find_in_transcripts(transcripts, "", finding, model_answer=f"{LEAVES} {SUN}")
    assert [idea.text for idea in found.model_ideas] == [LEAVES, SUN]
    shared = {one.piece for one in found.model_ideas[0].pieces if one.verdict is Verdict.SHARES}
    assert shared == {"a0", "a1", "a2", "a3", "a4"}
    assert find_in_transcripts(transcripts, "", finding).model_ideas == ()


def test_long_pieces_are_embedded_by_their_passages_only(settings: Settings) -> None:
    """Short answers are compared whole, longer pieces are not: their own texts need no vector."""
    texts = {piece: " ".join([text] * 12) for piece, text in make_texts().items()}
    transcripts = [type_transcript(piece, text) for piece, text in texts.items()]
    shelf = CountingShelf()
    find_in_transcripts(transcripts, "", settings.finding, shelf)
    assert shelf.rows
    assert {hash_text(text) for text in texts.values()} & shelf.rows.keys() == set()
    find_in_transcripts([type_transcript(*one) for one in make_texts().items()], "", settings.finding, shelf)
    assert shelf.saved >= len(set(make_texts().values()))


def test_passages_are_compared_as_what_they_most_likely_say() -> None:
    """Two passages misread in different words lie at one place, and are still quoted as they were read."""
    right = "The plant needs light to grow well."
    texts = {"K07": right, "B11": right.replace("plant", "plaut"), "C02": right.replace("needs", "nceds")}
    transcripts = [type_transcript(piece, text) for piece, text in texts.items()]
    made = assemble_set(transcripts, "What happened?", FindingSettings(embedder="hashed"))
    _, second, third = made.passage_vectors.matrix
    assert (second == third).all()
    assert [passage.text for passage in made.passages] == [*texts.values()]

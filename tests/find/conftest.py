"""Class sets to find in: made of texts with the hashed embedder, or with the model that ships."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pipeline.embed import load_embedder
from pipeline.language import find_words
from pipeline.passages import split_passages
from pipeline.records.patterns import ClassSet, ObservationKind, Observed, Vectors
from pipeline.records.reading import Transcript, TranscriptWord

MakeClassSet = Callable[..., ClassSet]


def _make_transcript(piece: str, text: str, confidence: float = 1.0) -> Transcript:
    words = tuple(TranscriptWord(word.start, word.end, 0, 0, None, confidence) for word in find_words(text))
    return Transcript(piece, text, words, confidence, needs_eyes=False)


@pytest.fixture(scope="session")
def make_typed() -> Callable[..., Transcript]:
    """Code, text and the confidence of each word in, a transcript out."""
    return _make_transcript


@pytest.fixture(scope="session")
def make_class_set() -> MakeClassSet:
    """Texts by code in, a class set out; `embedder` by name, `traits` as strengths by kind and code."""

    def make(
        texts: Mapping[str, str],
        task: str = "",
        *,
        embedder: str = "hashed",
        traits: Mapping[str, Mapping[str, float]] | None = None,
    ) -> ClassSet:
        model = load_embedder(embedder)
        transcripts = tuple(_make_transcript(piece, text) for piece, text in texts.items())
        passages = tuple(passage for one in transcripts for passage in split_passages(one))
        ids = tuple(f"{one.piece}:{one.start}:{one.end}" for one in passages)
        kinds = tuple(ObservationKind(key, "words", f"has {key}", f"lacks {key}", "test") for key in traits or {})
        return ClassSet(
            task=task,
            transcripts=transcripts,
            passages=passages,
            piece_vectors=Vectors(tuple(texts), model.embed(list(texts.values())), model.fingerprint),
            passage_vectors=Vectors(ids, model.embed([one.text for one in passages]), model.fingerprint),
            observed=tuple(
                Observed(piece, key, by_piece[piece], ()) for key, by_piece in (traits or {}).items() for piece in texts
            ),
            kinds=kinds,
        )

    return make


FRUIT = ("apples", "pears", "plums", "grapes")
TOOLS = ("hammer", "drill", "wrench", "pliers")


@pytest.fixture(scope="session")
def fruit_and_tools() -> dict[str, str]:
    """Twenty-four short answers: a dozen about fruit, a dozen about tools, in a mixed order of codes."""
    texts = {}
    for at in range(12):
        one, other = FRUIT[at % 4], FRUIT[(at // 4 + at + 1) % 4]
        texts[f"F{at:02d}"] = f"Ripe {one} and sweet {other} grow in the orchard in the garden."
        one, other = TOOLS[at % 4], TOOLS[(at // 4 + at + 1) % 4]
        texts[f"T{at:02d}"] = f"The {one} and the {other} hang above my bench at the workshop."
    return texts

"""Transcripts in, findings out: passages, vectors and observations are made on the way, vectors once a text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.embed import load_embedder
from pipeline.find import find_candidates
from pipeline.observe import KINDS, observe_pieces
from pipeline.passages import split_passages
from pipeline.records.patterns import ClassSet, Findings, Passage, Vectors
from pipeline.records.reading import Transcript, TranscriptWord
from pipeline.settings import FindingSettings, Settings

Rows = dict[str, NDArray[np.float32]]


class VectorShelf(Protocol):
    """Keeps vectors between runs, by the embedder's fingerprint and the text's hash."""

    def load(self, fingerprint: str, keys: Sequence[str]) -> Rows:
        """Return the rows there are."""
        ...

    def save(self, fingerprint: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep these rows."""
        ...


class NoShelf:
    """Keeps nothing: for typed texts that come once."""

    def load(self, fingerprint: str, keys: Sequence[str]) -> Rows:  # noqa: ARG002 the protocol's names
        """Return no rows."""
        return {}

    def save(self, fingerprint: str, rows: Mapping[str, NDArray[np.float32]]) -> None:
        """Keep nothing."""


def find_in_transcripts(
    transcripts: Sequence[Transcript], task: str, settings: FindingSettings, shelf: VectorShelf | None = None
) -> Findings:
    """Return the candidates in these transcripts; raises ModelMissing where the embedder's weights are not there."""
    return find_candidates(assemble_set(transcripts, task, settings, shelf), settings)


def assemble_set(
    transcripts: Sequence[Transcript], task: str, settings: FindingSettings, shelf: VectorShelf | None = None
) -> ClassSet:
    """Return all that finding works on; only texts whose vectors are not on the shelf are embedded."""
    passages = tuple(passage for transcript in transcripts for passage in split_passages(transcript))
    texts = [transcript.text for transcript in transcripts] + [passage.text for passage in passages]
    fingerprint, matrix = _embed_once(texts, settings.embedder, shelf or NoShelf())
    count = len(transcripts)
    return ClassSet(
        task=task,
        transcripts=tuple(transcripts),
        passages=passages,
        piece_vectors=Vectors(tuple(t.piece for t in transcripts), matrix[:count], fingerprint),
        passage_vectors=Vectors(tuple(_name_passage(p) for p in passages), matrix[count:], fingerprint),
        observed=observe_pieces(transcripts, task),
        kinds=KINDS,
    )


def find_in_texts(texts: Mapping[str, str], task: str, settings: Settings) -> Findings:
    """Return the candidates in texts that are already typed, by their ids."""
    return find_in_transcripts([type_transcript(i, text) for i, text in texts.items()], task, settings.finding)


def hash_text(text: str) -> str:
    """Return the key under which a text's vector is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def type_transcript(piece: str, text: str) -> Transcript:
    """Return a typed text as a transcript: every word certain, none on a scan."""
    words, end = [], 0
    for token in text.split():
        start = text.index(token, end)
        end = start + len(token)
        words.append(TranscriptWord(start, end, 0, 0, None, 1.0))
    return Transcript(piece, text, tuple(words), 1.0, needs_eyes=False)


def _name_passage(passage: Passage) -> str:
    return f"{passage.piece}:{passage.start}:{passage.end}"


def _embed_once(texts: Sequence[str], embedder: str, shelf: VectorShelf) -> tuple[str, NDArray[np.float32]]:
    """Give the embedder's fingerprint and one row a text; only texts that are not on the shelf are embedded."""
    embed = load_embedder(embedder)
    fingerprint = embed.fingerprint
    keys = [hash_text(text) for text in texts]
    rows = shelf.load(fingerprint, sorted(set(keys)))
    missing = sorted({key: text for key, text in zip(keys, texts, strict=True) if key not in rows}.items())
    if missing:
        fresh = embed.embed([text for _, text in missing])
        new_rows = {key: row for (key, _), row in zip(missing, fresh, strict=True)}
        shelf.save(fingerprint, new_rows)
        rows = {**rows, **new_rows}
    return fingerprint, np.stack([rows[key] for key in keys]) if keys else np.zeros((0, 1), np.float32)

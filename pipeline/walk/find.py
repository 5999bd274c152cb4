"""Transcripts in, findings out: passages, vectors and observations are made on the way, vectors once a text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.embed import finish_rows, load_embedder
from pipeline.find import are_short, find_candidates
from pipeline.language import WordAt, find_sentences, find_words, repair_words
from pipeline.observe import CONVENTION_KINDS, KINDS, observe_pieces
from pipeline.passages import split_passages
from pipeline.records.patterns import ClassSet, Findings, Passage, Vectors
from pipeline.records.reading import Transcript, TranscriptWord
from pipeline.records.reference import ModelAnswer
from pipeline.settings import FindingSettings, Settings

SURELY_READ = 0.97
"""Median confidence of the pieces from which conventions can be looked at."""

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
    transcripts: Sequence[Transcript],
    task: str,
    settings: FindingSettings,
    shelf: VectorShelf | None = None,
    model_answer: str = "",
) -> Findings:
    """Return the candidates in these transcripts, and what became of the ideas of `model_answer`, if there is one.

    Raises ModelMissing where the embedder's weights are not there.
    """
    return find_candidates(assemble_set(transcripts, task, settings, shelf, model_answer), settings)


def assemble_set(
    transcripts: Sequence[Transcript],
    task: str,
    settings: FindingSettings,
    shelf: VectorShelf | None = None,
    model_answer: str = "",
) -> ClassSet:
    """Return all that finding works on; only texts whose vectors are not on the shelf are embedded."""
    passages = tuple(passage for transcript in transcripts for passage in split_passages(transcript))
    pieces = tuple(transcript.piece for transcript in transcripts)
    ideas = tuple(model_answer[start:end] for start, end in find_sentences(model_answer))
    # A misread letter moves a short text's vector far: texts are compared as what they most likely say.
    words = dict(zip(pieces, repair_words([transcript.text for transcript in transcripts], task), strict=True))
    is_whole = _are_compared_whole(transcripts, settings)
    whole = [" ".join(word.text for word in words[piece]) for piece in pieces] if is_whole else []
    texts = [*whole, *(_repair_passage(passage, words[passage.piece]) for passage in passages), *ideas]
    fingerprint, matrix = embed_once(texts, settings.embedder, shelf or NoShelf())
    wholes, rows, told = np.split(matrix, [len(whole), len(whole) + len(passages)])
    kinds = (*KINDS, *CONVENTION_KINDS) if settings.conventions and is_read_surely(transcripts) else KINDS
    return ClassSet(
        task=task,
        transcripts=tuple(transcripts),
        passages=passages,
        piece_vectors=Vectors(pieces, wholes if is_whole else _average_rows(pieces, passages, rows), fingerprint),
        passage_vectors=Vectors(tuple(_name_passage(p) for p in passages), rows, fingerprint),
        observed=observe_pieces(transcripts, task, kinds),
        kinds=kinds,
        model_answer=ModelAnswer(ideas, told, fingerprint) if ideas else None,
    )


def is_read_surely(transcripts: Sequence[Transcript]) -> bool:
    """Whether so little is misread that a slip is the writer's: from 3 % of the letters, misreadings look like it."""
    return bool(transcripts) and float(np.median([one.confidence for one in transcripts])) >= SURELY_READ


def find_in_texts(texts: Mapping[str, str], task: str, settings: Settings, model_answer: str = "") -> Findings:
    """Return the candidates in texts that are already typed, by their ids, and what became of a model answer."""
    transcripts = [type_transcript(i, text) for i, text in texts.items()]
    return find_in_transcripts(transcripts, task, settings.finding, model_answer=model_answer)


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


def _are_compared_whole(transcripts: Sequence[Transcript], settings: FindingSettings) -> bool:
    """Whether `find` compares pieces by their vectors: short answers only, longer ones by what is observed."""
    written = [transcript for transcript in transcripts if find_words(transcript.text)]
    return bool(written) and are_short(written, settings)


def _repair_passage(passage: Passage, words: Sequence[WordAt]) -> str:
    """Return the passage's words, of its piece's `words` set right; as it stands where they are what was read."""
    inside = [word.text for word in words if passage.start <= word.start < passage.end]
    return passage.text if inside == [word.text for word in find_words(passage.text)] else " ".join(inside)


def _average_rows(pieces: Sequence[str], passages: Sequence[Passage], rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a row a piece, the mean of its passages' `rows` by their lengths: far cheaper than embedding it."""
    place = {piece: at for at, piece in enumerate(pieces)}
    summed = np.zeros((len(pieces), rows.shape[1]))
    for passage, row in zip(passages, rows, strict=True):
        summed[place[passage.piece]] += len(passage.text) * row
    return finish_rows(summed)


def _name_passage(passage: Passage) -> str:
    return f"{passage.piece}:{passage.start}:{passage.end}"


def embed_once(texts: Sequence[str], embedder: str, shelf: VectorShelf) -> tuple[str, NDArray[np.float32]]:
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

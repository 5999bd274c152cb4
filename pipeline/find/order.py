"""Order in, order out: the same order of pieces whatever the order of files, and candidates best first."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from pipeline.errors import InputError
from pipeline.language import list_words
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Member, Vectors

TURNS_SHORT = (CandidateKind.IDEA, CandidateKind.IDEA, CandidateKind.PILE, CandidateKind.IDEA, CandidateKind.CRAFT)
TURNS_LONG = (
    CandidateKind.IDEA,
    CandidateKind.CRAFT,
    CandidateKind.IDEA,
    CandidateKind.IDEA,
    CandidateKind.CRAFT,
    CandidateKind.IDEA,
    CandidateKind.IDEA,
    CandidateKind.PILE,
    CandidateKind.IDEA,
    CandidateKind.IDEA,
)


def sort_class_set(class_set: ClassSet) -> ClassSet:
    """Return `class_set` with its pieces by the hash of their text, then by code, and everything else in that order.

    Raises InputError where piece and passage vectors come from two embedders.
    """
    if class_set.piece_vectors.fingerprint != class_set.passage_vectors.fingerprint:
        raise InputError("The vectors of pieces and passages come from two embedders.", "Find the patterns again.")
    transcripts = sorted(class_set.transcripts, key=lambda one: (_hash_text(one.text), one.piece))
    place = {transcript.piece: at for at, transcript in enumerate(transcripts)}
    passage_order = sorted(
        range(len(class_set.passages)),
        key=lambda at: (place[class_set.passages[at].piece], class_set.passages[at].start),
    )
    return ClassSet(
        task=class_set.task,
        transcripts=tuple(transcripts),
        passages=tuple(class_set.passages[at] for at in passage_order),
        piece_vectors=_take_rows(class_set.piece_vectors, [transcript.piece for transcript in transcripts]),
        passage_vectors=_take_places(class_set.passage_vectors, passage_order),
        observed=tuple(sorted(class_set.observed, key=lambda one: (place[one.piece], one.kind))),
        kinds=class_set.kinds,
        model_answer=class_set.model_answer,
        facts=class_set.facts,
    )


def keep_written(class_set: ClassSet) -> ClassSet:
    """Return `class_set` with only the pieces that have a word on them, in the same order."""
    written = {transcript.piece for transcript in class_set.transcripts if list_words(transcript.text)}
    rows = [at for at, piece in enumerate(class_set.piece_vectors.ids) if piece in written]
    passages = [at for at, passage in enumerate(class_set.passages) if passage.piece in written]
    return ClassSet(
        task=class_set.task,
        transcripts=tuple(one for one in class_set.transcripts if one.piece in written),
        passages=tuple(class_set.passages[at] for at in passages),
        piece_vectors=_take_places(class_set.piece_vectors, rows),
        passage_vectors=_take_places(class_set.passage_vectors, passages),
        observed=tuple(one for one in class_set.observed if one.piece in written),
        kinds=class_set.kinds,
        model_answer=class_set.model_answer,
        facts=class_set.facts,
    )


def name_content(kind: CandidateKind, rule: str, members: Sequence[Member]) -> str:
    """Return a candidate's id: a hash of its kind, its rule, who belongs to it and by which places in the text."""
    shown = (f"{m.piece} {' '.join(f'{one.start}-{one.end}' for one in m.evidence)}" for m in members)
    content = "\n".join([kind.value, rule, *sorted(shown)])
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def share_pieces(one: Candidate, other: Candidate) -> float:
    """Return the Jaccard of the two candidates' pieces, 0..1."""
    pieces, others = ({member.piece for member in candidate.members} for candidate in (one, other))
    return len(pieces & others) / len(pieces | others) if pieces | others else 0.0


def order_candidates(candidates: Sequence[Candidate], *, is_short: bool) -> tuple[Candidate, ...]:
    """Return `candidates` best first: the kinds take turns, and within a kind the reliable come before the weak.

    Each kind has a null of its own, some stricter than others, so "reliable" doesn't rank one kind above another.
    Within a kind the given order holds otherwise. The first ten hold the best of each kind.
    """
    turns = TURNS_SHORT if is_short else TURNS_LONG
    return tuple(_take_turns(sorted(candidates, key=lambda one: not one.is_reliable), turns))


def _take_turns(candidates: list[Candidate], turns: Sequence[CandidateKind]) -> list[Candidate]:
    waiting = {kind: [one for one in candidates if one.kind is kind] for kind in CandidateKind}
    ordered: list[Candidate] = []
    while any(waiting.values()):
        ordered += [waiting[kind].pop(0) for kind in turns if waiting[kind]]
    return ordered


def _hash_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _take_rows(vectors: Vectors, ids: list[str]) -> Vectors:
    row = {name: at for at, name in enumerate(vectors.ids)}
    return _take_places(vectors, [row[name] for name in ids])


def _take_places(vectors: Vectors, places: list[int]) -> Vectors:
    matrix = vectors.matrix[np.asarray(places, dtype=np.intp)]
    return Vectors(tuple(vectors.ids[at] for at in places), matrix, vectors.fingerprint)

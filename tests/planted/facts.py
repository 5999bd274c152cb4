"""Class sets whose pieces differ in how they were handed in, with a pattern that follows one of these, or none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.records.patterns import (
    Candidate,
    CandidateKind,
    ClassSet,
    Evidence,
    Member,
    PieceFacts,
    Steadiness,
    Vectors,
)
from pipeline.records.reading import PageLook, Transcript, TranscriptWord

_ENGLISH_TEXT = "the water went away because it was warm and dry outside so it was gone in the morning"
_SPANISH_TEXT = "el agua se fue porque hacía calor y todo estaba seco afuera por la mañana ya no quedaba"
ENGLISH, SPANISH = _ENGLISH_TEXT.split(), _SPANISH_TEXT.split()
STEADY = Steadiness("share", 1.0, "null", 0.0, 0.5, 0.01, "holds")
FOLLOWED = ("length", "confidence", "size", "grey", "ruled", "squared", "kind", "language")
KEPT = 0.9
"""So many of a planted pattern's pieces have what it follows, and so many of the others do not."""

_NO_VECTORS = Vectors((), np.zeros((0, 1), np.float32), "none")


@dataclass(frozen=True, slots=True)
class FollowedSet:
    """A class set, and the pattern of it that follows what was asked for."""

    class_set: ClassSet
    candidate: Candidate


def make_followed(pieces: int, follows: str, rng: np.random.Generator) -> FollowedSet:
    """Return a set of `pieces` with a pattern that follows one of FOLLOWED; "" for one that follows nothing."""
    is_member = rng.permutation(pieces) < max(3, round(float(rng.uniform(0.2, 0.5)) * pieces))
    has = {name: rng.random(pieces) < rng.uniform(0.2, 0.6) for name in FOLLOWED}
    if follows:
        has[follows] = np.where(rng.random(pieces) < KEPT, is_member, ~is_member)
    codes = [f"P{at:03d}" for at in range(pieces)]
    made = [_make_piece(code, {name: bool(of[at]) for name, of in has.items()}, rng) for at, code in enumerate(codes)]
    class_set = ClassSet(
        "", tuple(one for one, _ in made), (), _NO_VECTORS, _NO_VECTORS, (), (), facts=tuple(one for _, one in made)
    )
    shown = (Evidence(code, 0, 0, "", is_whole_piece=True) for code in codes)
    members = tuple(Member(one.piece, 1.0, (one,)) for one, inside in zip(shown, is_member, strict=True) if inside)
    return FollowedSet(class_set, Candidate("id", CandidateKind.IDEA, "", "", "", members, STEADY, is_reliable=True))


def _make_piece(code: str, has: dict[str, bool], rng: np.random.Generator) -> tuple[Transcript, PieceFacts]:
    count = int(rng.integers(60, 90)) if has["length"] else int(rng.integers(12, 62))
    text = " ".join(rng.choice(SPANISH if has["language"] else ENGLISH, count))
    confidence = float(rng.uniform(0.86, 0.99) if has["confidence"] else rng.uniform(0.6, 0.88))
    words = (TranscriptWord(0, len(text), 0, 0, None, confidence),)
    look = PageLook(
        grey_share=float(rng.uniform(0.8, 1.0) if has["grey"] else rng.uniform(0.0, 0.1)),
        level_share=float(rng.uniform(0.05, 0.15) if has["ruled"] else rng.uniform(0.0, 0.01)),
        upright_share=float(rng.uniform(0.05, 0.15) if has["squared"] else rng.uniform(0.0, 0.01)),
    )
    side_px = int(rng.integers(2900, 3100) if has["size"] else rng.integers(1500, 1700))
    facts = PieceFacts(code, "pdf" if has["kind"] else "jpg", side_px, look)
    return Transcript(code, text, words, round(confidence, 4), needs_eyes=False), facts

"""A teacher's name for a pattern of their own comes in, with what shows it; its beginning, as a candidate, goes out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count

from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Member, Steadiness

BY_HAND = Steadiness(
    statistic="none: made by hand",
    value=0.0,
    null="none",
    null_mean=0.0,
    null_95=0.0,
    p=1.0,
    sentence="You made it: what is in it, you saw.",
)


def begin_pattern(name: str, known: Sequence[str], evidence: Sequence[Evidence] = ()) -> Candidate:
    """Return a teacher's own pattern; `known` are the ids of all patterns there ever were, so that its own is new.

    evidence: the places it is begun with, each piece's together; a pattern can begin without any.
    """
    members = tuple(
        Member(piece, 1.0, tuple(one for one in evidence if one.piece == piece))
        for piece in dict.fromkeys(one.piece for one in evidence)
    )
    return Candidate(
        id=_find_free_id(name, frozenset(known)),
        kind=CandidateKind.OWN,
        group="the teacher's own",
        name=name,
        basis="Begun by you.",
        members=members,
        steadiness=BY_HAND,
        is_reliable=True,
        rule="by hand",
    )


def _find_free_id(name: str, known: frozenset[str]) -> str:
    """Return an id that no other pattern has: two patterns may have one name, one after the other."""
    made = (f"own-{hashlib.sha256(f'{name} {number}'.encode()).hexdigest()[:16]}" for number in count())
    return next(one for one in made if one not in known)

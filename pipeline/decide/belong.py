"""The first sort's confirmed patterns come in, with who probably belongs to them; they go out with those added.

What joins this way is a suggestion like any other: unchecked, and never who was taken out or split off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.records.decisions import Pattern, PatternMember, PatternStatus
from pipeline.records.patterns import CandidateKind, Evidence


def label_pieces(patterns: Sequence[Pattern]) -> dict[str, str]:
    """Return the pattern of the first sort that each checked piece is in; in two, the one decided first."""
    labels: dict[str, str] = {}
    for pattern in patterns:
        if pattern.kind is CandidateKind.PILE and pattern.status is PatternStatus.CONFIRMED:
            for member in pattern.members:
                if member.is_checked:
                    labels.setdefault(member.piece, pattern.id)
    return labels


def join_belonging(patterns: Sequence[Pattern], belonging: Mapping[str, str]) -> tuple[Pattern, ...]:
    """Return the patterns with the pieces of `belonging` (piece -> pattern) as suggested members, in its order."""
    return tuple(_join(pattern, [piece for piece, of in belonging.items() if of == pattern.id]) for pattern in patterns)


def _join(pattern: Pattern, pieces: Sequence[str]) -> Pattern:
    known = {member.piece for member in pattern.members} | {*pattern.taken_out, *pattern.split_off}
    new = [
        PatternMember(piece, (Evidence(piece, 0, 0, "", is_whole_piece=True),), is_checked=False)
        for piece in pieces
        if piece not in known
    ]
    return replace(pattern, members=(*pattern.members, *new)) if new else pattern

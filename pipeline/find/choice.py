"""All that was found in, what is worth a teacher's time out: few candidates, nothing twice, weak ones only if near."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.find.order import share_pieces
from pipeline.find.phrase_ideas import is_termed
from pipeline.records.patterns import FOUND_KINDS, Candidate, CandidateKind

MOST_CANDIDATES = 20
MOST_IDEAS_LONG, MOST_CRAFT = 10, 5
MOST_WEAK_CRAFT, MOST_WEAK_IDEAS = 3, 4
NEAR_P, WEAK_SHARE = 0.3, 1 / 3
"""A weak idea in short answers is a place to start when it is near its null's edge and not about everybody."""

SAME_PIECES = 0.7


def choose_candidates(candidates: Sequence[Candidate], pieces: int, *, is_short: bool) -> tuple[Candidate, ...]:
    """Return those of `candidates` (best first within a kind) worth showing, in the same order.

    Piles all stay: together they are the first sort. Twenty words are too few to say how somebody writes, so of short
    answers only reliable ways of writing are shown. The last that are too many go, reliable or not.
    """
    piles, ideas, craft = (_list_kind(candidates, kind) for kind in FOUND_KINDS)
    if is_short:
        ideas = [one for one in ideas if one.is_reliable or _is_start(one, pieces)]
        craft = [one for one in craft if one.is_reliable]
    else:
        ideas = _take_weak(ideas, MOST_WEAK_IDEAS)[:MOST_IDEAS_LONG]
        craft = _take_weak(craft, MOST_WEAK_CRAFT)
    craft = craft[:MOST_CRAFT]
    ideas = _drop_twice([one for one in ideas if not _is_shown(one, piles)], craft)
    ideas = ideas[: max(MOST_CANDIDATES - len(piles) - len(craft), 0)]
    kept = {one.id for one in (*piles, *ideas, *craft)}
    return tuple(one for one in candidates if one.id in kept)


def _list_kind(candidates: Sequence[Candidate], kind: CandidateKind) -> list[Candidate]:
    return [one for one in candidates if one.kind is kind]


def find_repeated_piles(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Return the ids of weak piles whose pieces a reliable candidate of another kind already shows."""
    steady = [one for one in candidates if one.is_reliable and one.kind is not CandidateKind.PILE]
    weak = [one for one in candidates if one.kind is CandidateKind.PILE and not one.is_reliable]
    return frozenset(one.id for one in weak if any(share_pieces(one, other) >= SAME_PIECES for other in steady))


def _is_start(idea: Candidate, pieces: int) -> bool:
    is_near = is_termed(idea) or idea.steadiness.p <= NEAR_P
    return is_near and len(idea.members) <= WEAK_SHARE * pieces


def _is_shown(idea: Candidate, piles: Sequence[Candidate]) -> bool:
    like = [pile for pile in piles if share_pieces(idea, pile) >= SAME_PIECES]
    return any(pile.is_reliable or not idea.is_reliable for pile in like)


def _drop_twice(ideas: Sequence[Candidate], craft: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for idea in ideas:
        others = [*kept, *(one for one in craft if _quotes_same(idea, one))]
        if all(share_pieces(idea, other) < SAME_PIECES for other in others):
            kept.append(idea)
    return kept


def _quotes_same(idea: Candidate, craft: Candidate) -> bool:
    places = {(one.piece, one.start) for member in craft.members for one in member.evidence}
    shown = [(one.piece, one.start) for member in idea.members for one in member.evidence]
    return sum(place in places for place in shown) > len(shown) / 2


def _take_weak(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    weak = [one.id for one in candidates if not one.is_reliable][most:]
    return [one for one in candidates if one.id not in weak]

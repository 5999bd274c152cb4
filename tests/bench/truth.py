"""Findings and what was planted in, how much of it was found and how much of what was found is true out.

A found idea is a planted one when their pieces agree with an F1 of at least SAME; a pile that does so shows the idea as
well, but isn't counted as a false idea where it does not. A way of writing is true when what it says of its members is
true of TRUE_SHARE of them (LACK_SHARE where it says what they lack, which is true of most pieces anyway), or when its
members are the holders of a planted way: chained sentences are long ones, too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields

from pipeline.records.patterns import Candidate, CandidateKind, Findings
from tests.planted.sets import PlantedSet

SAME, TRUE_SHARE, LACK_SHARE = 0.5, 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for one kind. `sure` are found by a reliable candidate, `claimed` the reliable candidates, `true` of them.

    `shown` and `shown_true` count all candidates, weak ones too. `parts` are the reliable candidates that show at
    least a part of something planted: TRUE_SHARE of their members hold it, though they may be few of those who do.
    """

    planted: int = 0
    found: int = 0
    sure: int = 0
    claimed: int = 0
    true: int = 0
    shown: int = 0
    shown_true: int = 0
    parts: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Tally)))


def tally_ideas(findings: Findings, planted: PlantedSet) -> Tally:
    """Count the planted ideas that were found, and the candidate ideas that were planted."""
    truth = [idea.holders.keys() for idea in planted.ideas]
    shown = [one for one in findings.candidates if one.kind is not CandidateKind.CRAFT]
    ideas = [one for one in shown if one.kind is CandidateKind.IDEA]
    return _tally(truth, shown, ideas, [any(_is_same(one, held) for held in truth) for one in ideas])


def tally_ways(findings: Findings, planted: PlantedSet) -> Tally:
    """Count the planted ways of writing that were found, and the candidate ways that are true."""
    truth = [way.holders for way in planted.ways]
    shown = [one for one in findings.candidates if one.kind is CandidateKind.CRAFT]
    return _tally(truth, shown, shown, [_is_true_way(one, planted) for one in shown])


def list_members(candidate: Candidate) -> frozenset[str]:
    """Return the codes of the pieces in `candidate`."""
    return frozenset(member.piece for member in candidate.members)


def _tally(
    truth: Sequence[AbstractSet[str]],
    shown: list[Candidate],
    claims: list[Candidate],
    is_true: list[bool],
) -> Tally:
    sure = [one for one in shown if one.is_reliable]
    return Tally(
        planted=len(truth),
        found=sum(any(_is_same(one, held) for one in shown) for held in truth),
        sure=sum(any(_is_same(one, held) for one in sure) for held in truth),
        claimed=sum(one.is_reliable for one in claims),
        true=sum(true and one.is_reliable for one, true in zip(claims, is_true, strict=True)),
        shown=len(claims),
        shown_true=sum(is_true),
        parts=sum(
            one.is_reliable and (true or _is_part(one, truth)) for one, true in zip(claims, is_true, strict=True)
        ),
    )


def _is_same(candidate: Candidate, held: AbstractSet[str]) -> bool:
    members = list_members(candidate)
    return 2 * len(members & held) >= SAME * (len(members) + len(held)) > 0


def _is_part(candidate: Candidate, truth: Sequence[AbstractSet[str]]) -> bool:
    members = list_members(candidate)
    return any(len(members & held) >= TRUE_SHARE * len(members) for held in truth)


def _is_true_way(candidate: Candidate, planted: PlantedSet) -> bool:
    members, rule = list_members(candidate), json.loads(candidate.rule)
    if any(_is_same(candidate, way.holders) for way in planted.ways):
        return True
    for part in rule["parts"]:
        for way in planted.ways:
            if way.key == part["key"]:
                is_like = way.direction == part["direction"]
                right = members & way.holders if is_like else members - way.holders
                return len(right) >= (TRUE_SHARE if is_like else LACK_SHARE) * len(members)
    return False

"""Findings and what was planted in, how much of it was found and how much of what was found is true out.

A found idea is a planted one when they agree with an F1 of at least SAME. A piece counts as right when what is quoted
from it as evidence stands where that idea was planted: in a class where everybody says something, pieces alone agree by
luck. Quotes, examples and openings that several put in are no planted ideas and no false ones: who finds them is not
counted. A pile whose pieces agree shows the idea as well where pieces are short, and is never a false one. A way of
writing is true when what it says of its members is true of TRUE_SHARE of them (LACK_SHARE where it says what they lack,
which is true of most pieces anyway), or when its members are the holders of a planted way: chained sentences are long
ones, too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields

from pipeline.records.patterns import Candidate, CandidateKind, Findings, Member
from tests.planted.sets import PlantedIdea, PlantedSet

SAME, TRUE_SHARE, LACK_SHARE = 0.5, 0.6, 0.9
SHORT_WORDS = 80


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
    shown = [one for one in findings.candidates if one.kind is not CandidateKind.CRAFT]
    ideas = [one for one in shown if one.kind is CandidateKind.IDEA]
    claims = [one for one in ideas if not any(_is_idea(one, echo, planted) for echo in planted.echoes)]
    pairs = {(one.id, idea.key): _is_idea(one, idea, planted) for one in shown for idea in planted.ideas}
    true = [any(pairs[one.id, idea.key] for idea in planted.ideas) for one in claims]
    parts = [any(_is_part(one, idea) for idea in planted.ideas) for one in claims]
    found = [[one.is_reliable for one in shown if pairs[one.id, idea.key]] for idea in planted.ideas]
    return Tally(
        planted=len(planted.ideas),
        found=sum(map(bool, found)),
        sure=sum(map(any, found)),
        claimed=sum(one.is_reliable for one in claims),
        true=sum(is_true and one.is_reliable for one, is_true in zip(claims, true, strict=True)),
        shown=len(claims),
        shown_true=sum(true),
        parts=sum(one.is_reliable and (told or part) for one, told, part in zip(claims, true, parts, strict=True)),
    )


def tally_groups(groups: Sequence[AbstractSet[str]], planted: PlantedSet) -> Tally:
    """Count the same for groups of pieces that say nothing of how sure they are."""
    truth = [idea.holders.keys() for idea in planted.ideas]
    return Tally(
        planted=len(truth),
        found=sum(any(_agree(group, held) for group in groups) for held in truth),
        shown=len(groups),
        shown_true=sum(any(_agree(group, held) for held in truth) for group in groups),
    )


def tally_ways(findings: Findings, planted: PlantedSet) -> Tally:
    """Count the planted ways of writing that were found, and the candidate ways that are true."""
    truth = [way.holders for way in planted.ways]
    shown = [one for one in findings.candidates if one.kind is CandidateKind.CRAFT]
    return _tally(truth, shown, [_is_true_way(one, planted) for one in shown])


def list_members(candidate: Candidate) -> frozenset[str]:
    """Return the codes of the pieces in `candidate`."""
    return frozenset(member.piece for member in candidate.members)


def _tally(truth: Sequence[AbstractSet[str]], claims: list[Candidate], is_true: list[bool]) -> Tally:
    sure = [one for one in claims if one.is_reliable]
    right = sum(true and one.is_reliable for one, true in zip(claims, is_true, strict=True))
    return Tally(
        planted=len(truth),
        found=sum(any(_is_same(one, held) for one in claims) for held in truth),
        sure=sum(any(_is_same(one, held) for one in sure) for held in truth),
        claimed=len(sure),
        true=right,
        shown=len(claims),
        shown_true=sum(is_true),
        parts=right,
    )


def _is_same(candidate: Candidate, held: AbstractSet[str]) -> bool:
    return _agree(list_members(candidate), held)


def _agree(members: AbstractSet[str], held: AbstractSet[str]) -> bool:
    return 2 * len(members & held) >= SAME * (len(members) + len(held)) > 0


def _is_idea(candidate: Candidate, idea: PlantedIdea, planted: PlantedSet) -> bool:
    right = sum(_is_shown(member, idea, planted) for member in candidate.members)
    return 2 * right >= SAME * (len(candidate.members) + len(idea.holders)) > 0


def _is_shown(member: Member, idea: PlantedIdea, planted: PlantedSet | None = None) -> bool:
    """Whether one of the quoted stretches stands where the idea was planted; a whole short piece stands there, too."""
    spans = idea.holders.get(member.piece, ())
    for one in member.evidence:
        if one.is_whole_piece and planted and len(planted.texts[member.piece].split()) <= SHORT_WORDS and spans:
            return True
        if any(_share_place((one.start, one.end), span) >= SAME for span in spans):
            return True
    return False


def _share_place(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return how much of the shorter stretch lies in the longer one, 0..1."""
    shorter = max(min(one[1] - one[0], other[1] - other[0]), 1)
    return max(min(one[1], other[1]) - max(one[0], other[0]), 0) / shorter


def _is_part(candidate: Candidate, idea: PlantedIdea) -> bool:
    return sum(_is_shown(member, idea) for member in candidate.members) >= TRUE_SHARE * len(candidate.members)


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

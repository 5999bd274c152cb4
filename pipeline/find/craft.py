"""A class set in, candidate ways of writing out: named observations that several pieces show, or plainly lack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.craft_join import join_ways
from pipeline.find.craft_rule import HIGH, RulePart, apply_rule, write_rule
from pipeline.find.craft_steadiness import Judged, judge_kinds
from pipeline.find.craft_table import FEWEST_MEMBERS, MOST_SHARE, CraftTable, Way, find_ways, tabulate_craft
from pipeline.find.families import find_family_ways, leave_out_members
from pipeline.find.order import name_content, sort_class_set
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member
from pipeline.settings import FindingSettings

__all__ = ["apply_rule", "find_ways_of_writing", "list_members"]

MOST_SPANS = 4
MOST_WAYS = 20
"""Nobody reads further, and what comes after is the other end of what was shown before."""


def find_ways_of_writing(class_set: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    """Return the ways of writing in `class_set`, best first: () below `settings.fewest_pieces` pieces.

    An observation gives a pattern by those who show it and, where it has an opposite, by those who plainly lack it: by
    presence where many lack it, else by the clear top group with length held constant. Ways that the same pieces show
    become one pattern. Members are at least three and at most 60 % of the set.
    """
    count = len(class_set.transcripts)
    if count < settings.fewest_pieces or count * MOST_SHARE < FEWEST_MEMBERS:
        return ()
    ordered = sort_class_set(class_set)
    table = tabulate_craft(ordered)
    kinds = [*table.kinds.values()]
    judged = judge_kinds(ordered, kinds, table.strengths, table.log_words, settings)
    ways = _find_all(table, judged, settings)
    evidence = {(one.piece, one.kind): one.evidence for one in ordered.observed}
    pieces = [transcript.piece for transcript in ordered.transcripts]
    return tuple(
        _suggest(way, table, _find_best(way, judged), list_members(way, pieces, evidence))
        for way in _rank_ways(ways, table, judged)[:MOST_WAYS]
    )


def _find_all(table: CraftTable, judged: Mapping[str, Judged], settings: FindingSettings) -> list[Way]:
    # Twenty words are too few to show several observations at once: families are for longer pieces.
    is_long = np.median(table.log_words) > np.log1p(settings.short_answer_words)
    broad = find_family_ways(table) if is_long else []
    single = join_ways(table, find_ways(table), {key: one.clearness for key, one in judged.items()})
    return [*broad, *leave_out_members(single, broad)]


def _find_best(way: Way, judged: Mapping[str, Judged]) -> Judged:
    return min((judged[key] for key in way.rule.keys), key=lambda one: (one.adjusted_p, -one.clearness))


def _rank_ways(ways: Sequence[Way], table: CraftTable, judged: Mapping[str, Judged]) -> list[Way]:
    """Best first: steady before weak, families before single observations, and the groups take turns.

    The other end of an observation waits its turn.
    """
    seen: set[str] = set()
    turns: Counter[tuple[bool, str]] = Counter()
    ranked: list[tuple[tuple[bool, bool, int], Way]] = []
    ends: list[tuple[bool, Way]] = []
    for way in sorted(ways, key=lambda way: _rank(way, _find_best(way, judged))):
        ends.append((bool(seen & set(way.rule.keys)), way))
        seen |= set(way.rule.keys)
    for _, way in sorted(ends, key=lambda end: end[0]):
        place = not _find_best(way, judged).is_reliable, table.kinds[way.rule.parts[0].key].group
        ranked.append(((place[0], not way.name, turns[place]), way))
        turns[place] += 1
    return [way for _, way in sorted(ranked, key=lambda one: one[0])]


def _rank(way: Way, judged: Judged) -> tuple[float, float, str, str]:
    tail = float(np.round(np.mean(way.scores**3), 6))
    return -judged.clearness, -tail, way.rule.parts[0].key, way.rule.parts[0].direction


def _suggest(way: Way, table: CraftTable, judged: Judged, members: tuple[Member, ...]) -> Candidate:
    lead = table.kinds[way.rule.parts[0].key]
    names = [_name_part(part, table) for part in way.rule.parts]
    basis = " ".join(dict.fromkeys(table.kinds[part.key].source for part in way.rule.parts))
    return Candidate(
        id=name_content(
            CandidateKind.CRAFT, " ".join(f"{part.key} {part.direction}" for part in way.rule.parts), members
        ),
        kind=CandidateKind.CRAFT,
        group=lead.group,
        name=way.name or " and ".join(names[:2]),
        basis=f"{basis} Set beside the others of this class set, length held constant.",
        members=members,
        steadiness=judged.steadiness,
        is_reliable=judged.is_reliable,
        rule=write_rule(way.rule),
    )


def _name_part(part: RulePart, table: CraftTable) -> str:
    kind = table.kinds[part.key]
    return kind.name if part.direction == HIGH else kind.opposite


def list_members(
    way: Way, pieces: Sequence[str], evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
) -> tuple[Member, ...]:
    """Return who shows a way of writing, the clearest first; `evidence` is by piece and observation."""
    clearness = _measure_clearness(way.scores)
    rows = sorted(np.flatnonzero(way.members).tolist(), key=lambda row: (-clearness[row], pieces[row]))
    return tuple(
        Member(pieces[row], float(clearness[row]), _gather_evidence(way.rule.parts, pieces[row], evidence))
        for row in rows
    )


def _measure_clearness(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.stats import rankdata

    return np.round(np.asarray(rankdata(scores), dtype=np.float64) / len(scores), 6)


def _gather_evidence(
    parts: Sequence[RulePart], piece: str, evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
) -> tuple[Evidence, ...]:
    shown = [evidence.get((piece, part.key), ()) for part in parts if part.direction == HIGH]
    spans: list[Evidence] = []
    for turn in range(MOST_SPANS):
        spans += [one[turn] for one in shown if turn < len(one) and not one[turn].is_whole_piece]
    apart = [one for at, one in enumerate(spans) if all(one.end <= e.start or e.end <= one.start for e in spans[:at])]
    return tuple(apart[:MOST_SPANS]) or (Evidence(piece, 0, 0, "", is_whole_piece=True),)

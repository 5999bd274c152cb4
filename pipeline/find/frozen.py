"""Ways of writing that were confirmed and a class set come in; who shows them now, by the same thresholds, goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from pipeline.find.craft import list_members
from pipeline.find.craft_rule import CraftRule, read_rule, score_rule
from pipeline.find.craft_table import CraftTable, Way
from pipeline.find.order import keep_written, sort_class_set
from pipeline.find.spaces import count_words, tabulate_strengths
from pipeline.records.patterns import Candidate, ClassSet, Evidence, Member


def apply_frozen(class_set: ClassSet, frozen: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the frozen ways of writing with the pieces that their rules take in now, the clearest first.

    Whoever hands in late is measured by what made a member when the pattern was found, not by the set as it is now. A
    rule that can't be read, or that asks for what is not observed here, is left out.
    """
    ordered = keep_written(sort_class_set(class_set))
    table = _tabulate(ordered)
    pieces = [transcript.piece for transcript in ordered.transcripts]
    evidence = {(one.piece, one.kind): one.evidence for one in ordered.observed}
    rules = [(candidate, _read(candidate.rule, table)) for candidate in frozen]
    return tuple(
        replace(candidate, members=_list_members(rule, table, pieces, evidence)) for candidate, rule in rules if rule
    )


def _tabulate(class_set: ClassSet) -> CraftTable:
    """Return the table of all observations: one that differs no more between the pieces is still a rule's."""
    strengths, kinds = tabulate_strengths(class_set), class_set.kinds
    return CraftTable(
        {kind.key: kind for kind in kinds},
        {kind.key: strengths[:, at] for at, kind in enumerate(kinds)},
        np.log1p(count_words(class_set.transcripts)),
    )


def _read(rule: str, table: CraftTable) -> CraftRule | None:
    try:
        read = read_rule(rule)
    except (ValueError, TypeError, KeyError):
        return None
    return read if all(key in table.kinds for key in read.keys) else None


def _list_members(
    rule: CraftRule, table: CraftTable, pieces: Sequence[str], evidence: Mapping[tuple[str, str], tuple[Evidence, ...]]
) -> tuple[Member, ...]:
    """Return who reaches the threshold; a piece too short to measure any of it is not among them."""
    scores = score_rule(rule.parts, table.strengths, table.log_words)
    can = np.any([table.can_belong(part) for part in rule.parts], axis=0)
    return list_members(Way(rule, scores, (scores >= rule.threshold) & can), pieces, evidence)

"""Decisions about two patterns at once come in; the second pattern, as it stood then, goes out, and is written so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import TypeAdapter

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind
from pipeline.records.patterns import Candidate

_CANDIDATE = TypeAdapter(Candidate)
_PARTING = {DecisionKind.SPLIT, DecisionKind.MERGE}


def write_part(candidate: Candidate) -> str:
    """Return a candidate as the value of a split or a merge keeps it."""
    return _CANDIDATE.dump_json(candidate).decode()


def read_part(decision: Decision) -> Candidate:
    """Return what was split off or merged in; raises ValueError where the value is none."""
    return _CANDIDATE.validate_json(decision.value)


def list_seen(decision: Decision, here: dict[str, Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Yield (pattern id, candidate as the decision saw it), the pattern it is about first; `here`: found now."""
    base = decision.snapshot or here.get(decision.pattern)
    if base:
        yield decision.pattern, base
    if decision.kind in _PARTING:
        part = read_part(decision)
        yield part.id, part


def list_frozen(decisions: Sequence[Decision]) -> tuple[Candidate, ...]:
    """Return the candidates behind confirmed patterns, each as it was when it was first confirmed, with its rule.

    What was split or merged is not among them: its rule speaks of other pieces than its teacher does.
    """
    force = keep_in_force(decisions)
    frozen: dict[str, Candidate] = {}
    for decision in force:
        if decision.kind is DecisionKind.CONFIRM and decision.snapshot:
            frozen.setdefault(decision.pattern, replace(decision.snapshot, id=decision.pattern))
        elif decision.kind is DecisionKind.SET_ASIDE:
            frozen.pop(decision.pattern, None)
    parted = {one for d in force if d.kind in _PARTING for one in (d.pattern, read_part(d).id)}
    return tuple(candidate for pattern, candidate in frozen.items() if pattern not in parted)


def keep_begun(decisions: Sequence[Decision], in_force: Sequence[Decision]) -> list[Decision]:
    """Return the decisions in force that are not about a pattern whose beginning (split, seed) was taken back."""
    gone = _list_begun(decisions) - _list_begun(in_force)
    return [d for d in in_force if d.pattern not in gone and not (d.kind in _PARTING and read_part(d).id in gone)]


def _list_begun(decisions: Sequence[Decision]) -> set[str]:
    split = {read_part(decision).id for decision in decisions if decision.kind is DecisionKind.SPLIT}
    return split | {decision.pattern for decision in decisions if decision.kind is DecisionKind.SEED}

"""Piles as rows in, what a teacher sees of each out: its name, who belongs how clearly, and the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_task_stems
from pipeline.find.doubt import measure_passages
from pipeline.find.name import NamedGroup, suggest_names, tell_apart
from pipeline.find.spaces import make_unit, tabulate_strengths, take_length_out
from pipeline.find.trust import learn_trust
from pipeline.records.patterns import ClassSet, Evidence, Member, ObservationKind, Passage

MOST_SPANS = 3
MOST_TRAITS = 2
CLEARLY_LONGER = 0.5


@dataclass(frozen=True, slots=True)
class PileView:
    """A pile made ready to be shown: `basis` is a sentence of its own, or ""."""

    name: str
    basis: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Trait:
    """An observation that sets a pile apart; `is_high` where its pieces show it more than the others."""

    kind: ObservationKind
    is_high: bool

    @property
    def name(self) -> str:
        """What a teacher would say of the pile."""
        return self.kind.name if self.is_high else self.kind.opposite


def describe_by_words(
    class_set: ClassSet, rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]]
) -> list[PileView]:
    """Return a view of each pile of short answers: the passage nearest the pile's centre shows why a piece is in it."""
    strengths = measure_strengths(rows, groups)
    shown = [_find_central(class_set, group) for group in groups]
    named = [NamedGroup(tuple(sorted(passages, key=lambda one: -passages[one]))) for passages in shown]
    stems = find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts])
    names = suggest_names(named, class_set.passages, stems, learn_trust(class_set.transcripts))
    views = []
    for group, passages, name, clear in zip(groups, shown, names, strengths, strict=True):
        evidence = {one.piece: (Evidence(one.piece, one.start, one.end, one.text),) for one in passages}
        begins = "answers like" if name.startswith("\u201c") else "answers about"
        views.append(PileView(f"{begins} {name}", "", _make_members(class_set, group, clear, evidence)))
    return views


def describe_by_observations(
    class_set: ClassSet, rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]]
) -> list[PileView]:
    """Return a view of each pile of longer pieces: the observations that set it apart name it and show it."""
    strengths = measure_strengths(rows, groups)
    traits = [_find_traits(class_set, group) for group in groups]
    names = tell_apart([", ".join(trait.name for trait in some) or "not like the others" for some in traits])
    views = []
    for group, some, name, clear in zip(groups, traits, names, strengths, strict=True):
        evidence = _gather_spans(class_set, some)
        basis = f"What sets this pile apart most: {'; '.join(trait.name for trait in some)}." if some else ""
        views.append(PileView(name, basis, _make_members(class_set, group, clear, evidence)))
    return views


def describe_growth(
    class_set: ClassSet, rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]]
) -> list[PileView]:
    """Return a view of each pile of longer pieces; `rows` (n, 2) have in their second column how much was written."""
    views = describe_by_observations(class_set, rows, groups)
    leads = [_tell_length(float(rows[group, 1].mean())) for group in groups]
    names = tell_apart([f"{lead}{view.name.split(' (')[0]}" for lead, view in zip(leads, views, strict=True)])
    return [replace(view, name=name) for view, name in zip(views, names, strict=True)]


def _tell_length(away: float) -> str:
    return "" if abs(away) < CLEARLY_LONGER else "longer pieces: " if away > 0 else "shorter pieces: "


def measure_strengths(rows: NDArray[np.float64], groups: Sequence[NDArray[np.intp]]) -> list[NDArray[np.float64]]:
    """Return how clearly each member belongs to its group, 0..1: one half where another centre is as near."""
    if not groups:
        return []
    centres = np.array([rows[group].mean(axis=0) for group in groups])
    strengths = []
    for at, group in enumerate(groups):
        apart = np.linalg.norm(rows[group][:, None, :] - centres[None, :, :], axis=2)
        others = np.delete(apart, at, axis=1)
        nearest = others.min(axis=1) if others.size else np.ones(len(group))
        strengths.append(np.round(nearest / np.maximum(nearest + apart[:, at], 1e-9), 3))
    return strengths


def _make_members(
    class_set: ClassSet,
    group: NDArray[np.intp],
    strengths: NDArray[np.float64],
    evidence: Mapping[str, tuple[Evidence, ...]],
) -> tuple[Member, ...]:
    members = []
    for row, strength in zip(group, strengths, strict=True):
        piece = class_set.transcripts[row].piece
        whole = (Evidence(piece, 0, 0, "", is_whole_piece=True),)
        members.append(Member(piece, float(strength), evidence.get(piece) or whole))
    return tuple(sorted(members, key=lambda member: (-member.strength, member.piece)))


def _find_central(class_set: ClassSet, group: NDArray[np.intp]) -> dict[Passage, float]:
    pieces = {class_set.transcripts[row].piece for row in group}
    centre = make_unit(class_set.piece_vectors.matrix[group].astype(np.float64).mean(axis=0, keepdims=True))[0]
    nearness = np.round(class_set.passage_vectors.matrix @ centre * np.array(measure_passages(class_set)), 5)
    best: dict[str, tuple[float, Passage]] = {}
    for passage, near in zip(class_set.passages, nearness, strict=True):
        if passage.piece in pieces and near > best.get(passage.piece, (-2.0, passage))[0]:
            best[passage.piece] = (float(near), passage)
    return {passage: near for near, passage in best.values()}


def _find_traits(class_set: ClassSet, group: NDArray[np.intp]) -> list[Trait]:
    from scipy.stats import rankdata

    ranks = take_length_out(np.asarray(rankdata(tabulate_strengths(class_set), axis=0)), class_set.transcripts)
    inside = np.zeros(len(ranks), dtype=np.bool_)
    inside[group] = True
    if inside.all():
        return []
    gap = (ranks[inside].mean(axis=0) - ranks[~inside].mean(axis=0)) / np.maximum(ranks.std(axis=0), 1e-9)
    order = sorted(range(len(gap)), key=lambda at: (-abs(round(float(gap[at]), 6)), at))
    traits = [Trait(class_set.kinds[at], bool(gap[at] > 0)) for at in order]
    return [trait for trait in traits if trait.name][:MOST_TRAITS]


def _gather_spans(class_set: ClassSet, traits: Sequence[Trait]) -> dict[str, tuple[Evidence, ...]]:
    if not traits or not traits[0].is_high:
        return {}
    key = traits[0].kind.key
    return {one.piece: one.evidence[:MOST_SPANS] for one in class_set.observed if one.kind == key}

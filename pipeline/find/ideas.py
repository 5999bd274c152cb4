"""A class set in, shared ideas out: passages of several students that say the same thing, in whatever words.

Passages grow into a tree by average linkage; every branch that enough students share is a possible idea, and the best
are taken: many students, close together. Passages that speak against each other are kept apart before the tree is
grown. A piece may share several ideas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_content, find_task_stems, learn_wording, measure_specificity
from pipeline.find.contrast import find_contrasts
from pipeline.find.name import NamedGroup, suggest_names
from pipeline.find.order import keep_written, name_content, share_pieces, sort_class_set
from pipeline.find.phrase_ideas import find_phrase_ideas
from pipeline.find.spaces import build_passage_rows, is_short_set
from pipeline.find.steadiness import (
    CovarianceNull,
    compress_rows,
    is_above,
    judge,
    learn_null,
    measure_holding,
    say_looks,
)
from pipeline.find.tree import grow_average, list_branches
from pipeline.find.trust import learn_trust
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Passage, Steadiness, Vectors
from pipeline.settings import FindingSettings

MOST_IDEAS = 10
MOST_SPANS = 3
MOST_SHARE = 0.6
"""What more than this share of the pieces say is the task's subject, not an idea that some share."""

COHESION_FLOOR, SPECIFICITY_FLOOR = 0.05, 0.2
GROW_SHARE, GROW_DEVIATIONS = 0.8, 2.0
"""Passages join an idea whose mean cosine with it is this share of its own passages' mean, and far from usual."""

LEAST_USUAL = 0.05

CONTRAST_FROM, CONTRAST_COSINE = 0.4, -0.5
SAME_PIECES = 0.5
"""Two ideas with so much of their pieces in common (Jaccard) are one."""

RULE = "passages alike"


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A group of passages as the tree holds it: `places` (k,) ascending, mean cosine, number of students."""

    places: NDArray[np.intp]
    cohesion: float
    students: int


@dataclass(frozen=True, slots=True, eq=False)
class Idea:
    """A branch and the passages that join it: `places` (k,) ascending, `nearness` (k,) their mean cosine with it."""

    branch: Branch
    places: NDArray[np.intp]
    nearness: NDArray[np.float64]


def find_shared_ideas(class_set: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    """Return at most MOST_IDEAS ideas, best first; none below `settings.fewest_pieces` pieces with words on them.

    In short answers those that share a term come first, and of the others those that are not the same again.
    """
    everything = keep_written(sort_class_set(class_set))
    if len(everything.transcripts) < settings.fewest_pieces:
        return ()
    termed = find_phrase_ideas(everything, settings) if is_short_set(everything, settings) else ()
    alike = _find_alike(keep_own_wording(everything), settings)
    steady = [one for one in termed if one.is_reliable]
    fresh = [one for one in alike if all(share_pieces(one, other) < SAME_PIECES for other in steady)]
    return (*termed, *fresh)[:MOST_IDEAS]


def _find_alike(written: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    if len(written.passages) <= settings.fewest_students_an_idea:
        return ()
    rows = build_passage_rows(written)
    owners = _number_owners(written.passages)
    similarity = rows @ rows.T
    contrasts = find_contrasts([passage.text for passage in written.passages], similarity, CONTRAST_FROM)
    similarity = np.where(contrasts, CONTRAST_COSINE, similarity)
    stems = find_task_stems(written.task, [transcript.text for transcript in written.transcripts])
    specificity = np.array([measure_specificity(passage.text, stems) for passage in written.passages])
    most = max(settings.fewest_students_an_idea, round(MOST_SHARE * len(written.transcripts)))
    span = (settings.fewest_students_an_idea, most)
    ideas = choose_ideas(similarity, owners, span, specificity)
    steadiness = _measure_ideas(rows, similarity, owners, ideas, span, settings)
    return _make_candidates(written, ideas, steadiness)


def keep_own_wording(class_set: ClassSet) -> ClassSet:
    """Return `class_set` without the passages that only say the task again, or say nothing of their own."""
    stems = find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts])
    wording = learn_wording(class_set.task)
    kept = [
        at
        for at, passage in enumerate(class_set.passages)
        if find_content(passage.text, stems) and not wording.is_repeated(passage.text)
    ]
    vectors = class_set.passage_vectors
    matrix = vectors.matrix[np.asarray(kept, dtype=np.intp)]
    return replace(
        class_set,
        passages=tuple(class_set.passages[at] for at in kept),
        passage_vectors=Vectors(tuple(vectors.ids[at] for at in kept), matrix, vectors.fingerprint),
    )


def choose_ideas(
    similarity: NDArray[np.float64],
    owners: NDArray[np.intp],
    students: tuple[int, int],
    specificity: NDArray[np.float64],
) -> list[Idea]:
    """Return the best groups of passages that do not share one at their core, best first.

    `similarity` (n, n); `owners` (n,) the number of each passage's piece; `students` the fewest and the most that an
    idea may have; `specificity` (n,) how special each passage's words are. A group's score is its number of students
    times its mean cosine (less COHESION_FLOOR) times its mean specificity (plus SPECIFICITY_FLOOR).
    """
    branches = list_shared(grow_average(similarity), owners, students)
    scored = [(_score_branch(branch, specificity), branch) for branch in branches]
    used: set[int] = set()
    ideas: list[Idea] = []
    for score, branch in sorted(scored, key=lambda one: (-one[0], one[1].places.tolist())):
        if len(ideas) == MOST_IDEAS or score <= 0:
            break
        if used.isdisjoint(branch.places.tolist()):
            used.update(branch.places.tolist())
            ideas.append(_grow_idea(similarity, branch))
    return ideas


def _score_branch(branch: Branch, specificity: NDArray[np.float64]) -> float:
    special = float(specificity[branch.places].mean()) + SPECIFICITY_FLOOR
    return round((branch.cohesion - COHESION_FLOOR) * branch.students * special, 6)


def list_shared(merges: NDArray[np.float64], owners: NDArray[np.intp], students: tuple[int, int]) -> list[Branch]:
    """Return the branches of `merges` (average linkage over 1 - cosine) that so many `students` share.

    A merge's height is the mean over the pairs it joins, so the cosines inside a branch add up along the tree.
    """
    leaves = len(owners)
    sums = np.zeros(leaves + len(merges))
    sizes = np.ones(leaves + len(merges))
    shared = []
    for at, places in enumerate(list_branches(merges), start=leaves):
        first, second = merges[at - leaves, :2].astype(int)
        pairs = sizes[first] * sizes[second]
        sizes[at] = sizes[first] + sizes[second]
        sums[at] = sums[first] + sums[second] + pairs * (1.0 - merges[at - leaves, 2])
        count = len(np.unique(owners[places]))
        if students[0] <= count <= students[1]:
            shared.append(Branch(places, float(sums[at] / (sizes[at] * (sizes[at] - 1) / 2)), count))
    return shared


def _grow_idea(similarity: NDArray[np.float64], branch: Branch) -> Idea:
    nearness = np.round(similarity[:, branch.places].mean(axis=1), 6)
    outside = np.delete(nearness, branch.places)
    far = outside.mean() + GROW_DEVIATIONS * outside.std() if len(outside) else 0.0
    joins = nearness >= max(GROW_SHARE * nearness[branch.places].mean(), far)
    joins[branch.places] = True
    grown = np.flatnonzero(joins)
    return Idea(branch, grown, nearness[grown])


def _number_owners(passages: Sequence[Passage]) -> NDArray[np.intp]:
    numbers = {piece: at for at, piece in enumerate(dict.fromkeys(passage.piece for passage in passages))}
    return np.array([numbers[passage.piece] for passage in passages], dtype=np.intp)


def _measure_ideas(
    rows: NDArray[np.float64],
    similarity: NDArray[np.float64],
    owners: NDArray[np.intp],
    ideas: list[Idea],
    students: tuple[int, int],
    settings: FindingSettings,
) -> list[Steadiness]:
    if not ideas:
        return []
    rng = np.random.default_rng(settings.seed)
    like = learn_null(compress_rows(rows))
    best = np.array([_find_null_best(like, owners, students, rng) for _ in range(max(20, settings.resamples // 2))])
    usual = np.maximum(best.mean(axis=0), LEAST_USUAL)
    null = (best / usual).max(axis=1)

    def group_again(seen: NDArray[np.intp]) -> list[NDArray[np.intp]]:
        merges = grow_average(similarity[np.ix_(seen, seen)])
        return [branch.places for branch in list_shared(merges, owners[seen], students)]

    holding = measure_holding(len(rows), [idea.branch.places for idea in ideas], group_again, rng)
    values = [float(idea.branch.cohesion / usual[idea.branch.students]) for idea in ideas]
    return [_describe_steadiness(value, one, null) for value, one in zip(values, holding, strict=True)]


def _find_null_best(
    like: CovarianceNull, owners: NDArray[np.intp], students: tuple[int, int], rng: np.random.Generator
) -> NDArray[np.float64]:
    drawn = like.draw(rng)
    drawn /= np.linalg.norm(drawn, axis=1, keepdims=True)
    best = np.zeros(students[1] + 1)
    for branch in list_shared(grow_average(drawn @ drawn.T), owners, students):
        best[branch.students] = max(best[branch.students], branch.cohesion)
    # The best of at least so many students: a group of nine is also a chance for a group of eight.
    return np.asarray(np.maximum.accumulate(best[::-1])[::-1])


def _describe_steadiness(value: float, holding: NDArray[np.float64], null: NDArray[np.float64]) -> Steadiness:
    mean, high, share = judge(value, null)
    strength = "closer than chance brings passages together" if value > high else "chance could do as much: weak"
    looks = say_looks(holding)
    return Steadiness(
        statistic="mean cosine of its passages over the best that chance usually does with as many students",
        value=round(value, 4),
        null="the best group among passages with the same covariance, dealt to the same students",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence=f"{looks[0].upper()}{looks[1:]}; {strength}.",
    )


def _make_candidates(class_set: ClassSet, ideas: list[Idea], steadiness: list[Steadiness]) -> tuple[Candidate, ...]:
    passages = class_set.passages
    central = [idea.places[np.argsort(-idea.nearness, kind="stable")] for idea in ideas]
    groups = [NamedGroup(tuple(passages[at] for at in places)) for places in central]
    stems = find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts])
    names = suggest_names(groups, passages, stems, learn_trust(class_set.transcripts))
    return tuple(
        _make_candidate(name, _make_members(passages, idea), one)
        for name, idea, one in zip(names, ideas, steadiness, strict=True)
    )


def _make_candidate(name: str, members: tuple[Member, ...], steadiness: Steadiness) -> Candidate:
    return Candidate(
        id=name_content(CandidateKind.IDEA, RULE, members),
        kind=CandidateKind.IDEA,
        group="ideas",
        name=name,
        basis=f"Passages of {len(members)} pieces that say something alike, the task's own words left out.",
        members=members,
        steadiness=steadiness,
        is_reliable=is_above(steadiness),
        rule=RULE,
    )


def _make_members(passages: Sequence[Passage], idea: Idea) -> tuple[Member, ...]:
    spans: dict[str, list[tuple[float, Passage]]] = {}
    for at, near in zip(idea.places, idea.nearness, strict=True):
        spans.setdefault(passages[at].piece, []).append((float(near), passages[at]))
    nearest = max(float(idea.nearness.max()), 1e-9)
    members = []
    for piece, found in spans.items():
        best = sorted(found, key=lambda one: (-one[0], one[1].start))[:MOST_SPANS]
        evidence = tuple(Evidence(piece, one.start, one.end, one.text) for _, one in sorted(best, key=_place))
        members.append(Member(piece, round(min(max(best[0][0] / nearest, 0.0), 1.0), 3), evidence))
    return tuple(sorted(members, key=lambda member: (-member.strength, member.piece)))


def _place(found: tuple[float, Passage]) -> int:
    return found[1].start

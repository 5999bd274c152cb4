"""A class set in, shared ideas out: passages of several students that say the same thing, in whatever words.

Passages grow into a tree by average linkage; every branch that enough students share is a possible idea, and the best
are taken: many students, close together. Passages that speak against each other are kept apart before the tree is
grown. A piece may share several ideas. In large sets the tree is grown of some of the passages, and the others join.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_content, find_task_stems, learn_wording, measure_specificity
from pipeline.find.idea_branches import Branch, Idea, list_shared
from pipeline.find.idea_growth import draw_passages, grow_idea, grow_over_all, part_contrasts
from pipeline.find.idea_steadiness import measure_ideas
from pipeline.find.name import NamedGroup, suggest_names
from pipeline.find.order import keep_written, name_content, share_pieces, sort_class_set
from pipeline.find.phrase_ideas import find_phrase_ideas
from pipeline.find.spaces import build_passage_rows, is_short_set
from pipeline.find.steadiness import is_above
from pipeline.find.tree import grow_average
from pipeline.find.trust import learn_trust
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Passage, Steadiness, Vectors
from pipeline.settings import FindingSettings

MOST_IDEAS = 10
MOST_SPANS = 3
MOST_SHARE = 0.6
"""What more than this share of the pieces say is the task's subject, not an idea that some share."""

COHESION_FLOOR, SPECIFICITY_FLOOR = 0.05, 0.2
SAME_PIECES = 0.5
"""Two ideas with so much of their pieces in common (Jaccard) are one."""

RULE = "passages alike"


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
    texts = [passage.text for passage in written.passages]
    looked = draw_passages(len(rows), settings.seed)
    seen, seen_owners = rows[looked], owners[looked]
    similarity = part_contrasts([texts[at] for at in looked], seen @ seen.T)
    stems = find_task_stems(written.task, [transcript.text for transcript in written.transcripts])
    specificity = np.array([measure_specificity(texts[at], stems) for at in looked])
    most = max(settings.fewest_students_an_idea, round(MOST_SHARE * len(written.transcripts)))
    span = (settings.fewest_students_an_idea, most)
    ideas = choose_ideas(similarity, seen_owners, span, specificity)
    steadiness = measure_ideas(seen, similarity, seen_owners, ideas, span, settings)
    if len(looked) < len(rows):
        ideas = [grow_over_all(idea, looked, rows, texts) for idea in ideas]
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
            ideas.append(grow_idea(similarity, branch))
    return ideas


def _score_branch(branch: Branch, specificity: NDArray[np.float64]) -> float:
    special = float(specificity[branch.places].mean()) + SPECIFICITY_FLOOR
    return round((branch.cohesion - COHESION_FLOOR) * branch.students * special, 6)


def _number_owners(passages: Sequence[Passage]) -> NDArray[np.intp]:
    numbers = {piece: at for at, piece in enumerate(dict.fromkeys(passage.piece for passage in passages))}
    return np.array([numbers[passage.piece] for passage in passages], dtype=np.intp)


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

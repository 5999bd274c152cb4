"""A class set in, shared ideas out: passages of several students that say the same thing, in whatever words.

Passages that are each other's nearest over pieces fall into communities (find/idea_groups.py), and the best are taken:
many students, close together. Passages that speak against each other are kept apart before. A piece may share several
ideas. In large sets some of the passages are looked at, and the others join.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.content import find_content, find_task_stems, learn_wording, measure_specificity
from pipeline.find.doubt import measure_passages
from pipeline.find.idea_groups import Idea, find_groups
from pipeline.find.idea_growth import draw_passages, grow_over_all, part_contrasts
from pipeline.find.idea_steadiness import Judged, lay_ground, measure_ideas
from pipeline.find.name import NamedGroup, suggest_names
from pipeline.find.order import keep_written, name_content, sort_class_set
from pipeline.find.phrase_ideas import find_phrase_ideas
from pipeline.find.spaces import build_passage_rows, is_short_set
from pipeline.find.trust import learn_trust
from pipeline.language import repair_words
from pipeline.language.folding import NUMBERS
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Passage, Vectors
from pipeline.settings import FindingSettings

MOST_IDEAS = 10
MOST_SPANS = 3
MOST_SHARE = 0.6
"""What more than this share of the pieces say is the task's subject, not an idea that some share."""

COHESION_FLOOR, SPECIFICITY_FLOOR = 0.05, 0.2
LEAST_COHESION = 0.17
"""The mean cosine of a group's pairs of passages from which it may be an idea: below, one group in twenty is one (in 32
planted sets of essays) or one in ten (of short answers), from there to .37 three in five and three in four."""

PART_SHARE = 0.5
"""A term is a part of an idea that quotes so much of what the term quotes."""

ALL_SHARE = 0.7
"""Of so many of an idea's pieces a term is all of the idea."""

RULE = "passages alike"


def find_shared_ideas(class_set: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    """Return at most MOST_IDEAS ideas, best first; none below `settings.fewest_pieces` pieces with words on them.

    In short answers there are those that share a term, too.
    """
    everything = keep_written(sort_class_set(class_set))
    if len(everything.transcripts) < settings.fewest_pieces:
        return ()
    alike = _find_alike(keep_own_wording(everything), settings)
    if not is_short_set(everything, settings):
        return alike
    return join_terms(alike, find_phrase_ideas(everything, settings))[:MOST_IDEAS]


def join_terms(ideas: Sequence[Candidate], terms: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return `ideas` and those `terms` that are no part of one, steady ones first and steady terms before all.

    What is known of a steady term is known of the idea that is little more than it: several students bring these words
    together more than chance does.
    """
    joined = []
    for idea in ideas:
        inside = [term for term in terms if term.is_reliable and is_part(term, idea)]
        known = not idea.is_reliable and inside
        joined.append(replace(idea, steadiness=inside[0].steadiness, is_reliable=True) if known else idea)
    apart = [term for term in terms if not any(is_part(term, idea) for idea in ideas)]
    steady = [term for term in apart if term.is_reliable]
    weak = [term for term in apart if not term.is_reliable]
    return tuple(sorted([*steady, *joined, *weak], key=lambda one: not one.is_reliable))


def is_part(term: Candidate, idea: Candidate) -> bool:
    """Whether `term` stands in `idea` and adds nothing: a steady term of far fewer pieces is an idea of its own."""
    is_all = len(term.members) > ALL_SHARE * len(idea.members)
    return (is_all or not term.is_reliable) and stands_in(term, idea)


def stands_in(term: Candidate, idea: Candidate) -> bool:
    """Whether most of what `term` quotes stands in what `idea` quotes."""
    places = {member.piece: member.evidence for member in idea.members}
    quoted = [one for member in term.members for one in member.evidence]
    inside = [
        any(one.start < other.end and other.start < one.end for other in places.get(one.piece, ())) for one in quoted
    ]
    return sum(inside) >= PART_SHARE * len(inside)


def _find_alike(written: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    if len(written.passages) <= settings.fewest_students_an_idea:
        return ()
    rows = build_passage_rows(written)
    owners = _number_owners(written.passages)
    texts = [passage.text for passage in written.passages]
    looked = draw_passages(len(rows), settings.seed)
    similarity = part_contrasts([texts[at] for at in looked], rows[looked] @ rows[looked].T)
    most = max(settings.fewest_students_an_idea, round(MOST_SHARE * len(written.transcripts)))
    span = (settings.fewest_students_an_idea, most)
    stems = find_task_stems(written.task, [transcript.text for transcript in written.transcripts])
    sureness = measure_passages(written)
    special = np.array([sureness[at] * measure_specificity(texts[at], stems) for at in looked])
    ideas = choose_ideas(find_groups(similarity, owners[looked], settings.seed), owners[looked], span, special)
    content = _list_content(written)
    judged = measure_ideas(lay_ground([content[at] for at in looked], owners[looked], similarity), ideas)
    if len(looked) < len(rows):
        ideas = [grow_over_all(idea, looked, rows, texts) for idea in ideas]
    return _make_candidates(written, ideas, judged)


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
    groups: Sequence[Idea], owners: NDArray[np.intp], students: tuple[int, int], specificity: NDArray[np.float64]
) -> list[Idea]:
    """Return the best of `groups`, best first.

    `owners` (n,) are the numbers of the passages' pieces, `students` the fewest and the most that an idea may have,
    `specificity` (n,) how special each passage's words are. A group's score is its number of students times its mean
    cosine (less COHESION_FLOOR) times its mean specificity (plus SPECIFICITY_FLOOR); below LEAST_COHESION it is none.
    """
    counted = [(len(np.unique(owners[group.places])), group) for group in groups]
    scored = [
        (_score_group(group, count, specificity), group)
        for count, group in counted
        if students[0] <= count <= students[1] and group.cohesion >= LEAST_COHESION
    ]
    best = sorted(scored, key=lambda one: (-one[0], one[1].places.tolist()))
    return [group for score, group in best if score > 0][:MOST_IDEAS]


def _score_group(group: Idea, students: int, specificity: NDArray[np.float64]) -> float:
    special = float(specificity[group.places].mean()) + SPECIFICITY_FLOOR
    return round((group.cohesion - COHESION_FLOOR) * students * special, 6)


def _list_content(class_set: ClassSet) -> list[list[str]]:
    """Return the content stems of each passage that are not the task's nor numbers, likely misreadings set right."""
    texts = [transcript.text for transcript in class_set.transcripts]
    stems = find_task_stems(class_set.task, texts)
    repaired = repair_words(texts, class_set.task)
    words = {one.piece: told for one, told in zip(class_set.transcripts, repaired, strict=True)}
    inside = [[word.text for word in words[p.piece] if p.start <= word.start < p.end] for p in class_set.passages]
    telling = (" ".join(w for w in told if w not in NUMBERS and not w.isdigit()) for told in inside)
    return [find_content(text, stems) for text in telling]


def _number_owners(passages: Sequence[Passage]) -> NDArray[np.intp]:
    numbers = {piece: at for at, piece in enumerate(dict.fromkeys(passage.piece for passage in passages))}
    return np.array([numbers[passage.piece] for passage in passages], dtype=np.intp)


def _make_candidates(class_set: ClassSet, ideas: list[Idea], judged: list[Judged]) -> tuple[Candidate, ...]:
    passages = class_set.passages
    central = [idea.places[np.argsort(-idea.nearness, kind="stable")] for idea in ideas]
    groups = [NamedGroup(tuple(passages[at] for at in places)) for places in central]
    stems = find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts])
    names = suggest_names(groups, passages, stems, learn_trust(class_set.transcripts))
    return tuple(
        _make_candidate(name, _make_members(passages, idea), one)
        for name, idea, one in zip(names, ideas, judged, strict=True)
    )


def _make_candidate(name: str, members: tuple[Member, ...], judged: Judged) -> Candidate:
    return Candidate(
        id=name_content(CandidateKind.IDEA, RULE, members),
        kind=CandidateKind.IDEA,
        group="ideas",
        name=name,
        basis=f"Passages of {len(members)} pieces that say something alike, the task's own words left out.",
        members=members,
        steadiness=judged.steadiness,
        is_reliable=judged.is_sure,
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

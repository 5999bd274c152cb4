"""A class set and a model answer in, idea by idea out: which pieces share it, where it isn't there, who says otherwise.

How near a passage comes to an idea is its cosine and the share of the idea's content words, the task's left out, that
it uses (as the overlap measures of short-answer grading: Mohler et al. 2011; Dzikovska et al. 2013). That it says
otherwise is heard from opposites, denials, numbers and roles (`contrast.py`), never from a low cosine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from pipeline.errors import InputError
from pipeline.find.content import find_content, find_task_stems, learn_wording
from pipeline.language import find_sentences
from pipeline.language.contrast import is_turned_round, measure_covered, measure_same_matter
from pipeline.language.stance import Stance, find_stance
from pipeline.records.patterns import ClassSet, Passage
from pipeline.records.reference import IdeaInPiece, ModelIdea, Verdict

WORDS_WEIGHT = 0.8
"""What the share of the idea's words adds to the cosine."""

SHARES_FROM = 0.47
"""So near, of at most 1, shares the idea."""

OTHERWISE_COSINE, OTHERWISE_COVER = 0.5, 0.8
"""Only what is about the same can say otherwise: by cosine, and by the share of the idea's claims it speaks of."""

KIN = 0.3
"""Two ideas of a model answer with more than this of their content in common are about the same."""

LONGEST_MISSPELT_APART, SHORTEST_MISSPELT = 1, 4


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What pieces say: texts, each whole piece after its passages; `matrix` (n, d); `passages` where each is shown."""

    texts: tuple[str, ...]
    matrix: NDArray[np.float64]
    pieces: tuple[str, ...]
    passages: tuple[Passage, ...]


def compare_with_model(class_set: ClassSet) -> tuple[ModelIdea, ...]:
    """Return every idea of the class set's model answer, and what each piece with passages does with it.

    Ideas that only say the task again are left out. Nothing comes back where there is no model answer.
    Raises InputError where its vectors come from another embedder.
    """
    model, told = class_set.model_answer, _list_told(class_set)
    if model is None or not told.texts:
        return ()
    if model.fingerprint != class_set.passage_vectors.fingerprint:
        raise InputError("The vectors of the model answer come from another embedder.", "Find the patterns again.")
    kept = _keep_own(model.ideas, class_set.task)
    ideas = [model.ideas[at] for at in kept]
    cosines = told.matrix @ model.matrix[kept].T.astype(np.float64)
    nearness = measure_nearness(told.texts, ideas, cosines, _find_stems(class_set))
    against = find_against(told.texts, ideas, cosines, nearness)
    return tuple(_judge(idea, told, nearness[:, at], against[:, at]) for at, idea in enumerate(ideas))


def measure_nearness(
    texts: Sequence[str], ideas: Sequence[str], cosines: NDArray[np.float64], task_stems: frozenset[str]
) -> NDArray[np.float64]:
    """Return how near each text comes to each idea, 0..1, shape (texts, ideas), from their `cosines` of that shape."""
    words = [set(find_content(text, task_stems)) for text in texts]
    wanted = [set(find_content(idea, task_stems)) or set(find_content(idea, frozenset())) for idea in ideas]
    covers = np.array([[_measure_cover(used, told) for told in wanted] for used in words])
    return np.asarray(np.clip((cosines + WORDS_WEIGHT * covers) / (1 + WORDS_WEIGHT), 0.0, 1.0))


def find_against(
    texts: Sequence[str], ideas: Sequence[str], cosines: NDArray[np.float64], nearness: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which texts speak against which ideas, shape (texts, ideas).

    A text that agrees with another idea about the same speaks against none: the model answer itself may say that the
    floor's surface is larger and the cup's smaller.
    """
    stances, models = [find_stance(text) for text in texts], [find_stance(idea) for idea in ideas]
    turned = np.array([[_turns(stance, model) for model in models] for stance in stances], dtype=np.bool_)
    is_kin = np.array([[measure_same_matter(one, other) > KIN for other in models] for one in models])
    agrees = ~turned & (nearness >= SHARES_FROM)
    return np.asarray(turned & (cosines >= OTHERWISE_COSINE) & ~((agrees @ is_kin) > 0))


def _turns(stance: Stance, model: Stance) -> bool:
    return measure_covered(model, stance) > OTHERWISE_COVER and is_turned_round(stance, model)


def _measure_cover(used: set[str], wanted: set[str]) -> float:
    return sum(_is_used(word, used) for word in wanted) / len(wanted) if wanted else 0.0


def _is_used(word: str, used: set[str]) -> bool:
    """Whether `word` is among `used`, a letter more, fewer or other allowed in a longer one."""
    if word in used:
        return True
    return len(word) >= SHORTEST_MISSPELT and any(
        Levenshtein.distance(word, other, score_cutoff=LONGEST_MISSPELT_APART) <= LONGEST_MISSPELT_APART
        for other in used
        if len(other) >= SHORTEST_MISSPELT
    )


def _keep_own(ideas: Sequence[str], task: str) -> list[int]:
    """Return the places of the ideas that do more than say a sentence of the task again; all where none does.

    A short idea in the task's words ("10 to 20 milliliters") says something; one that says a whole sentence doesn't.
    """
    sentences = [task[start:end] for start, end in find_sentences(task)]
    worded = [at for at, idea in enumerate(ideas) if find_content(idea, frozenset())]
    return [at for at in worded if not any(_says_again(ideas[at], one) for one in sentences)] or worded


def _says_again(idea: str, sentence: str) -> bool:
    return learn_wording(sentence).is_repeated(idea) and learn_wording(idea).is_repeated(sentence)


def _find_stems(class_set: ClassSet) -> frozenset[str]:
    return find_task_stems(class_set.task, [transcript.text for transcript in class_set.transcripts])


def _list_told(class_set: ClassSet) -> _Told:
    """Return the passages, and each piece of several as a whole, shown by the first of them."""
    passages, whole = (
        class_set.passages,
        dict(zip(class_set.piece_vectors.ids, class_set.piece_vectors.matrix, strict=True)),
    )
    texts = {transcript.piece: transcript.text for transcript in class_set.transcripts}
    first = {passage.piece: passage for passage in reversed(passages)}
    rows = [*class_set.passage_vectors.matrix, *(whole[piece] for piece in first)]
    return _Told(
        texts=(*(passage.text for passage in passages), *(texts[piece] for piece in first)),
        matrix=np.asarray(rows, dtype=np.float64),
        pieces=(*(passage.piece for passage in passages), *first),
        passages=(*passages, *first.values()),
    )


def _judge(idea: str, told: _Told, nearness: NDArray[np.float64], against: NDArray[np.bool_]) -> ModelIdea:
    places: dict[str, list[int]] = {}
    for at, piece in enumerate(told.pieces):
        places.setdefault(piece, []).append(at)
    return ModelIdea(idea, tuple(_judge_piece(told, own, nearness, against) for own in places.values()))


def _judge_piece(told: _Told, own: list[int], nearness: NDArray[np.float64], against: NDArray[np.bool_]) -> IdeaInPiece:
    turned = [at for at in own if against[at]]
    best = max(turned or own, key=lambda at: (round(float(nearness[at]), 6), -at))
    shown = told.passages[best]
    near = round(float(nearness[best]), 3)
    verdict = Verdict.OTHERWISE if turned else Verdict.SHARES if near >= SHARES_FROM else Verdict.ABSENT
    return IdeaInPiece(shown.piece, verdict, near, shown.start, shown.end, shown.text)

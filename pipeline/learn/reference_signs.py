"""Answers and model answers in, signs of how an answer stands to them out: one column a sign, z-scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.language import find_words
from pipeline.learn.signs import NEGATIONS, TINY, Rows, list_content, standardise


def find_reference_signs(
    repaired: Sequence[str], references: Sequence[str], question: str, likeness: Rows, nearness: Rows
) -> dict[str, Rows]:
    """Return the signs against model answers, each (n,).

    `likeness` are the cosines (n, references) of meaning, `nearness` those of meaning and spelling added.
    """
    answers = [set(list_content(text)) for text in repaired]
    weigh = _weigh_rarity(answers)
    asked = set(list_content(question))
    models = [set(list_content(text)) for text in references]
    return {
        "near all": standardise(likeness.mean(axis=1)),
        "new recall": standardise([max(_share(weigh, model - asked, own) for model in models) for own in answers]),
        "precision": standardise([max(_share(weigh, own, model) for model in models) for own in answers]),
        "negation": _find_negation_apart(repaired, references, nearness.argmax(axis=1)),
    }


def _weigh_rarity(answers: Sequence[set[str]]) -> dict[str, float]:
    counts = Counter(word for own in answers for word in own)
    rarest = float(np.log(len(answers) + 1)) + 1
    return {word: rarest - float(np.log(1 + count)) for word, count in sorted(counts.items())} | {"": rarest}


def _share(weigh: dict[str, float], wanted: set[str], found: set[str]) -> float:
    weights = {word: weigh.get(word, weigh[""]) for word in sorted(wanted)}
    return sum(weight for word, weight in weights.items() if word in found) / max(TINY, sum(weights.values()))


def _find_negation_apart(repaired: Sequence[str], references: Sequence[str], nearest: NDArray[np.intp]) -> Rows:
    own = np.array([_is_negated(text) for text in repaired])
    model = np.array([_is_negated(text) for text in references])
    return standardise((own != model[nearest]).astype(np.float64))


def _is_negated(text: str) -> bool:
    return any(word.text in NEGATIONS for word in find_words(text))

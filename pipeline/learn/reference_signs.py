"""Answers and model answers in, signs of how an answer stands to them out: one column a sign, z-scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.language import find_words
from pipeline.language.contrast import is_turned_round, measure_same_matter
from pipeline.language.stance import find_stance
from pipeline.learn.signs import NEGATIONS, TINY, Likenesses, Rows, list_content, list_telling, standardise

Places = NDArray[np.intp]


def find_reference_signs(
    repaired: Sequence[str], references: Sequence[str], question: str, across: Likenesses
) -> dict[str, Rows]:
    """Return the signs against model answers, each (n,); `across` are the likenesses (n, references) to them."""
    nearest = (across.meaning + across.spelling).argmax(axis=1)
    return {
        "near asked": standardise(across.asked.mean(axis=1)),
        "negation": _find_negation_apart(repaired, references, nearest),
        **_find_shares(repaired, references, set(list_content(question))),
        **_find_claimed(repaired, references, nearest),
    }


def _find_shares(repaired: Sequence[str], references: Sequence[str], asked: set[str]) -> dict[str, Rows]:
    """Return how much of the best model answer is said, and where an answer's own words come from."""
    answers, models = [[set(list_content(text)) for text in texts] for texts in (repaired, references)]
    told, models_told = [[set(list_telling(text)) for text in texts] for texts in (repaired, references)]
    weigh = _weigh_rarity(answers)
    known = asked.union(*models)
    return {
        "new recall": standardise([max(_share(weigh, model - asked, own) for model in models) for own in answers]),
        "telling recall": standardise([max(_count_share(model, own) for model in models_told) for own in told]),
        "from question": standardise([_count_share(own, asked) for own in answers]),
        "foreign": standardise([_count_share(own, own - known) for own in answers]),
    }


def _find_claimed(repaired: Sequence[str], references: Sequence[str], nearest: Places) -> dict[str, Rows]:
    """Return whether an answer agrees with the model answers on what both speak of, or says otherwise."""
    stances, models = [[find_stance(text) for text in texts] for texts in (repaired, references)]
    turned = np.array([[is_turned_round(own, model) for model in models] for own in stances], dtype=np.float64)
    matter = np.array([[measure_same_matter(own, model) for model in models] for own in stances])
    return {
        "agreeing": standardise(((1 - turned) * matter).max(axis=1) - (turned * matter).max(axis=1)),
        "turned": standardise(turned[np.arange(len(stances)), nearest]),
    }


def _weigh_rarity(answers: Sequence[set[str]]) -> dict[str, float]:
    counts = Counter(word for own in answers for word in own)
    rarest = float(np.log(len(answers) + 1)) + 1
    return {word: rarest - float(np.log(1 + count)) for word, count in sorted(counts.items())} | {"": rarest}


def _share(weigh: dict[str, float], wanted: set[str], found: set[str]) -> float:
    weights = {word: weigh.get(word, weigh[""]) for word in sorted(wanted)}
    return sum(weight for word, weight in weights.items() if word in found) / max(TINY, sum(weights.values()))


def _count_share(wanted: set[str], found: set[str]) -> float:
    return len(wanted & found) / max(1, len(wanted))


def _find_negation_apart(repaired: Sequence[str], references: Sequence[str], nearest: Places) -> Rows:
    own = np.array([_is_negated(text) for text in repaired])
    model = np.array([_is_negated(text) for text in references])
    return standardise((own != model[nearest]).astype(np.float64))


def _is_negated(text: str) -> bool:
    return any(word.text in NEGATIONS for word in find_words(text))

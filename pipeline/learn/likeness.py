"""A class set's texts, vectors and task in, how alike two labels are likely to be out: two covariances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.language.repair import repair_texts
from pipeline.learn import numbers
from pipeline.learn.compare import NOTHING, compare_texts, keep_across, keep_pieces
from pipeline.learn.reference_signs import find_reference_signs
from pipeline.learn.signs import TINY, Likenesses, Rows, find_signs, standardise

Embed = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True, eq=False)
class Covariance:
    """How labels vary together: `rows` (n, n) between pieces, `noise` on top for each piece's own."""

    rows: Rows
    noise: float


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """What is known before a decision: how labels that judge, and labels that name meanings, vary together.

    `odd` are the pieces to look at before anything is decided, ascending; none where model answers tell more.
    `naming` takes the place of `meaning` once there are more labels than judging needs; `meaning_prior` is how likely
    labels name meanings.
    """

    judging: Covariance
    meaning: Covariance
    naming: Covariance
    odd: NDArray[np.intp]
    meaning_prior: float


def look_at_texts(texts: Sequence[str], question: str, references: Sequence[str], embed: Embed) -> Outlook:
    """Return the outlook on `texts`, with model answers where there are `references`."""
    repaired = [text or NOTHING for text in repair_texts(texts, " ".join([question, *references]))]
    everything = [*texts, *references]
    spelt = [*repaired, *(one.lower() or NOTHING for one in references)]
    alike = compare_texts(spelt, embed(everything), embed(_ask_first(question, everything)), len(texts))
    own = keep_pieces(alike, len(texts))
    signs = find_signs(texts, repaired, own)
    if references:
        signs |= find_reference_signs(repaired, references, question, keep_across(alike, len(texts)))
    parts = _list_parts(signs, own, is_with_reference=bool(references))
    judging = numbers.JUDGING_WITH_REFERENCE if references else numbers.JUDGING
    meaning, naming = (_add_parts(parts, weights) for weights in (numbers.MEANING, numbers.NAMING))
    odd = find_odd(own.meaning, 0 if references else numbers.ODD_SHARE)
    prior = numbers.MEANING_PRIOR_WITH_REFERENCE if references else numbers.MEANING_PRIOR
    return Outlook(_add_parts(parts, judging), meaning, naming, odd, prior)


def find_odd(meaning: Rows, share: float) -> NDArray[np.intp]:
    """Return the `share` of pieces least like all others by their cosines (n, n), ascending: they show most labels."""
    order = np.argsort(np.round(meaning.mean(axis=0), 9), kind="stable")
    return np.sort(order[: round(share * len(order))])


def _ask_first(question: str, texts: Sequence[str]) -> list[str]:
    asked = question[-numbers.QUESTION_CHARACTERS :]
    return [f"{asked} {text}" if asked else text for text in texts]


def _list_parts(signs: dict[str, Rows], alike: Likenesses, *, is_with_reference: bool) -> dict[str, Rows]:
    axis = _place_on_axis(signs, numbers.AXIS_WITH_REFERENCE if is_with_reference else numbers.AXIS)
    against = {"against": _span(_place_on_axis(signs, numbers.AGAINST))} if is_with_reference else {}
    return against | {
        "any": np.ones((len(axis), len(axis))),
        "axis": _span(axis),
        "meaning": _centre(alike.meaning),
        "asked": _centre(alike.asked),
        "spelling": _centre(alike.spelling),
        "words": _centre(alike.words),
        "claims": _centre(alike.claims),
        "topics": find_topics(alike.words, numbers.TOPICS),
        "near meaning": _narrow(alike.meaning),
        "near asked": _narrow(_turn_unit(_centre(alike.asked))),
        "near words": _narrow(alike.words),
        "near pairs": _narrow(alike.pairs),
        "near claims": _narrow(alike.claims),
    }


def _place_on_axis(signs: dict[str, Rows], weights: dict[str, float]) -> Rows:
    return standardise(np.sum([weight * signs[name] for name, weight in weights.items()], axis=0))


def _span(axis: Rows) -> Rows:
    return np.outer(axis, axis)


def _centre(cosines: Rows) -> Rows:
    mean = cosines.mean(axis=0)
    centred = cosines - mean - mean[:, None] + mean.mean()
    return np.asarray(centred / max(float(np.trace(centred)) / len(centred), TINY))


def find_topics(cosines: Rows, most: int) -> Rows:
    """Return how alike texts are (n, n) in the `most` directions along which words go together, by `cosines` of words.

    Latent semantic analysis (Deerwester et al. 1990). Directions as strong as the last one kept are kept with it.
    """
    strengths, directions = np.linalg.eigh(cosines)
    kept = strengths >= max(strengths[-most:].min(), 0.0) - TINY
    products = (directions[:, kept] * np.maximum(strengths[kept], 0.0)) @ directions[:, kept].T
    return _turn_unit(products)


def _turn_unit(products: Rows) -> Rows:
    lengths = np.sqrt(np.maximum(np.diag(products), TINY**2))
    return np.asarray(products / lengths[:, None] / lengths)


def _narrow(cosines: Rows) -> Rows:
    return np.asarray(np.exp(-np.maximum(0.0, 1.0 - cosines) / numbers.REACH))


def _add_parts(parts: dict[str, Rows], weights: dict[str, float]) -> Covariance:
    rows = np.sum([weight * parts[name] for name, weight in weights.items() if name != "noise"], axis=0)
    size = float(np.diag(rows).mean()) + weights["noise"]
    return Covariance(np.round(rows / size, 9), weights["noise"] / size)

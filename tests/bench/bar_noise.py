"""Class sets in, how much of their first sort stays when letters are misread out: ours and the peers'.

Agreement is the adjusted Rand index between the piles of the clean text and those of the text as misread, pieces in no
pile alone. It is 0 unless both have at least three piles with a tenth of the pieces in each: one big pile agrees with
itself whatever was read.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from sklearn.metrics import adjusted_rand_score

from pipeline.find.piles import find_first_sort
from tests.bench.bars import OURS, Line, average
from tests.bench.bench import Bench, cut_by_piles, list_piece_job, stand_alone
from tests.bench.peers import Cut
from tests.bench.tables import JudgedSet, draw_essays, load_answers
from tests.planted.misread import misread

CERS = ((0.05, ">= .65"), (0.1, ">= .50"))
ESSAYS, FEWEST_ANSWERS = 60, 40


def measure_noise(bench: Bench) -> Iterator[Line]:
    """Yield a line for each kind of work and each rate of misread letters."""
    essays = draw_essays(bench.data / "essays" / "ellipse.csv", ESSAYS, bench.effort.essay_seeds)
    yield from _measure_kind(bench, f"{ESSAYS} essays", list(essays))
    for name, file in (("Beetle", "beetle.csv"), ("SciEntsBank", "scientsbank.csv")):
        sets = [one for one in load_answers(bench.data / "answers" / file) if len(one.texts) >= FEWEST_ANSWERS]
        yield from _measure_kind(bench, f"answers, {name}", sets[:: bench.effort.noise_every])


def misread_set(judged: JudgedSet, cer: float) -> JudgedSet:
    """Return the set with about cer of its letters misread, page by page."""
    rng = random.Random(f"{judged.name} {cer}")  # noqa: S311 - no secret
    return replace(judged, texts=tuple(misread(text, cer, rng).text for text in judged.texts))


def measure_agreement(clean: Cut, noisy: Cut) -> float:
    """Return the adjusted Rand index, 0 where either is no sort into three piles."""
    if not (_is_sorted(clean) and _is_sorted(noisy)):
        return 0.0
    return float(adjusted_rand_score(stand_alone(clean), stand_alone(noisy)))


def _measure_kind(bench: Bench, name: str, sets: Sequence[JudgedSet]) -> Iterator[Line]:
    clean = _cut_all(bench, sets)
    for cer, bar in CERS:
        noisy = _cut_all(bench, [misread_set(one, cer) for one in sets])
        figures = {
            column: average([measure_agreement(*pair) for pair in zip(clean[column], noisy[column], strict=True)])
            for column in clean
        }
        yield Line(f"piles of {name}, {cer:.0%} misread: agreement, {len(sets)} sets", bar, figures)


def _cut_all(bench: Bench, sets: Sequence[JudgedSet]) -> dict[str, list[Cut]]:
    assembled = [bench.assemble(one.texts, one.question) for one in sets]
    ours = [
        cut_by_piles(find_first_sort(class_set, bench.settings)[0], judged.codes)
        for class_set, judged in zip(assembled, sets, strict=True)
    ]
    return {OURS: ours, **bench.peers.cut([list_piece_job(one) for one in assembled])}


def _is_sorted(cut: Cut) -> bool:
    _, sizes = np.unique(cut[cut >= 0], return_counts=True)
    return int((sizes >= len(cut) / 10).sum()) >= 3

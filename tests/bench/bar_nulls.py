"""Sets in which there is nothing in, the share of them in which something is called reliable out, for each kind."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.bars import OURS, Line, count_sets
from tests.bench.bench import Bench
from tests.bench.nulls import SIZES, TRIALS, Trial

BAR = "<= .05"


def measure_nulls(bench: Bench) -> Iterator[Line]:
    """Yield a line for each null over all sizes; no peer says what is reliable."""
    settings = bench.settings.model_copy(update={"embedder": "hashed"})
    for name, attempt in TRIALS.items():
        trials = [
            Trial(pieces, seed, settings, bench.shelf)
            for pieces, sets in zip(SIZES, bench.effort.null_sets, strict=True)
            for seed in range(sets)
        ]
        found = sum(attempt(trial) for trial in trials)
        yield Line(
            f"null {name}: false reliable share, {len(trials)} sets", BAR, {OURS: count_sets(found, len(trials))}
        )

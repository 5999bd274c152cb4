"""How often a pattern is said to follow something it does not, and how often it is said where it does.

Sets of drawn pieces (tests/planted/facts.py) with a pattern of a fifth to a half of them. `null`: it follows nothing,
and any warning is a false alarm. Else it follows one thing, by nine tenths of its pieces.

    python -m tests.bench.artefacts [--sets 400 200 100]
"""

from __future__ import annotations

import argparse

import numpy as np
from scipy.stats import binomtest

from pipeline.find import artefacts
from tests.planted.facts import FOLLOWED, make_followed

SIZES = (25, 60, 120)
SAME_LETTERS = 25
"""A sentence about the same thing begins with the same letters."""

SAID = {
    "length": artefacts.LONGER,
    "confidence": artefacts.EASIER,
    "size": artefacts.LARGER,
    "grey": artefacts.GREYER,
    "ruled": artefacts.RULED,
    "squared": artefacts.SQUARED,
    "kind": artefacts.KIND.format("PDF"),
    "language": artefacts.LANGUAGE.format("Spanish"),
}


def try_set(pieces: int, follows: str, seed: int) -> tuple[bool, bool]:
    """Say whether the right thing was said of a set, and whether anything else was."""
    number = FOLLOWED.index(follows) if follows else len(FOLLOWED)
    made = make_followed(pieces, follows, np.random.default_rng([seed, pieces, number]))
    (warned,) = artefacts.add_warnings([made.candidate], made.class_set)
    right = SAID.get(follows, "")
    # Who came as PDF did not come as JPG: the other end of the same thing is no false alarm.
    others = [one for one in warned.warnings if not right or one[:SAME_LETTERS] != right[:SAME_LETTERS]]
    return right in warned.warnings, bool(others)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sets", type=int, nargs=len(SIZES), default=[400, 200, 100], help="so many sets a size")
    options = parser.parse_args()
    print(f"{'follows':<12} {'pieces':>6} {'sets':>5} {'said %':>7} {'false alarm %':>14}  95 % interval")
    for follows in ("", *FOLLOWED):
        for pieces, sets in zip(SIZES, options.sets, strict=True):
            found = [try_set(pieces, follows, seed) for seed in range(sets)]
            said, false = (sum(one[at] for one in found) for at in (0, 1))
            low, high = binomtest(false, sets).proportion_ci()
            told = f"{100 * said / sets:7.1f}" if follows else f"{'':>7}"
            share = f"{100 * false / sets:14.1f}  {100 * low:.1f}-{100 * high:.1f}"
            print(f"{follows or 'null':<12} {pieces:>6} {sets:>5} {told} {share}")


if __name__ == "__main__":
    main()

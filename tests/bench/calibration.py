"""Tables of answers in, how far the learner's probabilities can be believed out: what was said beside what was so.

    python -m tests.bench.calibration DATA [--every 1] [--embedder NAME] [--cache FOLDER] [--fitting]

A simulated teacher decides what the learner offers; after 5, 10, 20 and 40 decisions (a group looked at is cut short at
random) the probabilities of all other pieces are taken. Only every second question counts, those on which the learner's
numbers were not fitted (--fitting: the others). The table has a line for each tenth of the likeliest label's
probability: pieces, what was said, what was so, 90 % interval over questions. ECE is the mean distance of the two by
pieces (Guo et al. 2017), Brier the squared distance of all labels' probabilities (Brier 1950).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.settings import FindingSettings
from tests.bench.adapter import Learner
from tests.bench.score import bound_over_pages
from tests.bench.shelf import FolderShelf
from tests.bench.sorting import decide_by_tool
from tests.bench.tables import JudgedSet, load_answers

DECIDED = (5, 10, 20, 40)
BINS = 10
FEWEST_LEFT = 5


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One question after `decided` decisions: for each other piece the likeliest label's probability, and the truth.

    `is_so` says whether the piece carries the likeliest label; `brier` is its squared distance over all labels.
    """

    decided: int
    said: NDArray[np.float64]
    is_so: NDArray[np.bool_]
    brier: NDArray[np.float64]


def tell_after_decisions(judged: JudgedSet, learner: Learner, *, is_with_reference: bool) -> Iterator[Told]:
    """Yield what the learner says of a question after so many decisions, as long as pieces are left."""
    context = {"question": judged.question} | ({"reference": judged.reference} if is_with_reference else {})
    for decided in _cut_short(judged, learner, is_with_reference=is_with_reference):
        yield _compare(judged, learner.tell(list(judged.texts), decided, context), len(decided))


def measure_ece(told: Sequence[Told]) -> float:
    """Return the expected calibration error of the likeliest label."""
    said, is_so = _pool(told)
    tenths = _find_tenth(said)
    gaps = [(tenths == tenth).mean() * _gap(said, is_so, tenths == tenth) for tenth in np.unique(tenths)]
    return float(np.sum(gaps))


def draw_reliability(told: Sequence[Told]) -> Iterator[str]:
    """Yield the lines of the diagram."""
    said, is_so = _pool(told)
    tenths = _find_tenth(said)
    for tenth in np.unique(tenths):
        own = tenths == tenth
        low, high = bound_over_pages(
            len(told), lambda draw, tenth=tenth: _share_so([told[k] for k in draw], tenth), 300
        )
        pair = f"{said[own].mean():6.3f} {is_so[own].mean():6.3f}"
        yield f"{tenth / BINS:6.1f} {own.sum():7} {pair} ({low:.2f}-{high:.2f})"


def write_line(name: str, told: Sequence[Told]) -> str:
    """Return a line: pieces, the likeliest label's probability and how often it was so, ECE, Brier."""
    said, is_so = _pool(told)
    brier = float(np.concatenate([one.brier for one in told]).mean())
    return f"{name:34} {len(said):7} {said.mean():6.3f} {is_so.mean():6.3f} {measure_ece(told):6.3f} {brier:6.3f}"


def main() -> None:
    """Print the lines of each table, then the diagram of all."""
    options = read_options()
    learner, everything = Learner(options.embedder, FolderShelf(options.cache)), list[Told]()
    print(f"{'':34} {'pieces':>7} {'said':>6} {'was':>6} {'ECE':>6} {'Brier':>6}")
    for file in ("beetle", "scientsbank"):
        sets = load_answers(options.data / "answers" / f"{file}.csv")[0 if options.fitting else 1 :: 2 * options.every]
        for is_with in (False, True):
            told = [one for each in sets for one in tell_after_decisions(each, learner, is_with_reference=is_with)]
            print(write_line(f"{file}{', with model answers' if is_with else ''}", told), flush=True)
            everything += told
    for count in DECIDED:
        print(write_line(f"all, {count} decided", [one for one in everything if one.decided == count]))
    print(write_line("all", everything), "\n\n  from  pieces   said    was  90 %")
    print(*draw_reliability(everything), sep="\n")


def read_options() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1, help="every how-manieth of these questions")
    parser.add_argument("--embedder", default=FindingSettings().embedder)
    parser.add_argument("--cache", type=Path, help="keep vectors here")
    parser.add_argument("--fitting", action="store_true", help="the questions the numbers were fitted on")
    return parser.parse_args()


def _cut_short(judged: JudgedSet, learner: Learner, *, is_with_reference: bool) -> Iterator[dict[int, str]]:
    rng, before = np.random.default_rng(0), dict[int, str]()
    wanted = [count for count in DECIDED if count <= len(judged.texts) - FEWEST_LEFT]
    for decided in decide_by_tool(judged, learner.propose, is_with_reference=is_with_reference):
        fresh = rng.permutation(sorted(decided.keys() - before.keys())).tolist()
        while wanted and len(decided) >= wanted[0]:
            kept = [*before, *fresh][: wanted.pop(0)]
            yield {piece: judged.labels[piece] for piece in kept}
        if not wanted:
            return
        before = decided


def _compare(judged: JudgedSet, told: dict[int, dict[str | None, float]], decided: int) -> Told:
    said, is_so, brier = [], [], []
    for piece, row in told.items():
        carried = judged.labels[piece] if judged.labels[piece] in row else None
        best = max(row, key=lambda label: row[label])
        said.append(row[best])
        is_so.append(best == carried)
        brier.append(sum((share - (label == carried)) ** 2 for label, share in row.items()))
    return Told(decided, np.array(said), np.array(is_so), np.array(brier))


def _pool(told: Sequence[Told]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.concatenate([one.said for one in told]), np.concatenate([one.is_so for one in told])


def _find_tenth(said: NDArray[np.float64]) -> NDArray[np.intp]:
    return np.minimum((said * BINS).astype(np.intp), BINS - 1)


def _gap(said: NDArray[np.float64], is_so: NDArray[np.bool_], own: NDArray[np.bool_]) -> float:
    return abs(float(said[own].mean() - is_so[own].mean()))


def _share_so(told: Sequence[Told], tenth: int) -> float:
    said, is_so = _pool(told)
    own = _find_tenth(said) == tenth
    return float(is_so[own].mean()) if own.any() else float("nan")


if __name__ == "__main__":
    main()

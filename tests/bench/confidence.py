"""Folders of pages come in; how well the confidence of a word tells right words from wrong ones goes out.

    python -m tests.bench.confidence FOLDER... [--cache FOLDER] [--workers 2] [--alone]

A read word is right where the alignment of the page's words with the truth's (fewest edits; case ignored, punctuation
kept) sets it beside the same word. Thresholds and the fitted curve (isotonic regression, Zadrozny & Elkan 2002) come
from one half of the pages, by the hash of their images, and the figures from the other half. Words that were not read
at all have no confidence: they are counted apart. Intervals are 90 % bootstrap intervals over pages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import roc_auc_score

from pipeline.records.reading import Reading, Word
from pipeline.settings import Settings
from tests.bench.kept import read_kept, settle_class
from tests.bench.pages import TruePage, list_pages
from tests.bench.score import bound_over_pages, normalise

SHARES = (0.1, 0.2, 0.3)
BINS = 10


@dataclass(frozen=True, slots=True, eq=False)
class PageWords:
    """One page's read words: `said` their confidences, `right` whether they are the truth's; shape (words,) both."""

    folder: str
    is_fitting: bool
    said: NDArray[np.float64]
    right: NDArray[np.bool_]
    unread: int


def list_words(reading: Reading) -> list[Word]:
    """Return the words of the student's own lines, in reading order."""
    return [word for line in reading.lines for word in line.own]


def mark_words(truth: Sequence[str], read: Sequence[str]) -> tuple[NDArray[np.bool_], int]:
    """Return which of the read words are right, shape (len(read),), and how many of the truth were not read at all."""
    right, unread = np.zeros(len(read), bool), 0
    for step in Levenshtein.opcodes(truth, read):
        if step.tag == "equal":
            right[step.dest_start : step.dest_end] = True
        elif step.tag == "delete":
            unread += step.src_end - step.src_start
    return right, unread


def judge_page(page: TruePage, reading: Reading) -> PageWords:
    """Return the page's words against its truth."""
    words = [word for word in list_words(reading) if normalise(word.text)]
    right, unread = mark_words(normalise(page.truth).split(), [normalise(word.text) for word in words])
    is_fitting = int(page.sha256[:8], 16) % 2 == 0
    said = np.array([word.confidence for word in words], float)
    return PageWords(page.folder, is_fitting, said, right, unread)


def measure_auroc(pages: Sequence[PageWords]) -> float:
    """Return how often a right word is surer than a wrong one (AUROC, ties by half); NaN where all are of one kind."""
    said, right = _pool(pages)
    return float(roc_auc_score(right, said)) if len(set(right.tolist())) > 1 else float("nan")


def measure_catch(fitting: Sequence[PageWords], pages: Sequence[PageWords], share: float) -> tuple[float, float]:
    """Return the shares of the words and of the wrong words of `pages` that lie in the least sure `share` of `fitting`.

    Where many words stand on the threshold itself, as many of them count as make up the share.
    """
    learnt, _ = _pool(fitting)
    said, right = _pool(pages)
    limit = float(np.quantile(learnt, share))
    on_limit = (share - (learnt < limit).mean()) / max((learnt == limit).mean(), 1e-12)
    weight = (said < limit) + np.clip(on_limit, 0, 1) * (said == limit)
    wrong = ~right
    return float(weight.mean()), float(weight[wrong].sum() / max(1, wrong.sum()))


def draw_reliability(fitting: Sequence[PageWords], pages: Sequence[PageWords]) -> Iterator[str]:
    """Yield ten rows of equally many words: what was said, what the fitted curve makes of it, and the share right."""
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(*_pool(fitting))
    said, right = _pool(pages)
    order = np.argsort(said, kind="stable")
    for part in np.array_split(order, BINS):
        fitted = curve.predict(said[part]).mean()
        yield f"{said[part[0]]:6.3f} {len(part):6} {said[part].mean():6.3f} {fitted:7.3f} {right[part].mean():6.3f}"


def describe_set(name: str, pages: Sequence[PageWords]) -> str:
    """Return a row: words, share wrong, words not read, AUROC with its interval."""
    said, right = _pool(pages)
    low, high = bound_over_pages(len(pages), lambda draw: measure_auroc([pages[k] for k in draw]), draws=300)
    unread = sum(page.unread for page in pages)
    wrong, auroc = 100 * (1 - right.mean()), measure_auroc(pages)
    return f"{name:14} {len(pages):5} {len(said):6} {wrong:6.1f} {unread:6}  {auroc:.3f} {low:.3f}-{high:.3f}"


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path, help="keep readings here")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--alone", action="store_true", help="leave out what the pages of a folder learn together")
    options = parser.parse_args(arguments)
    pages = [page for folder in options.folders for page in list_pages(folder)]
    readings = read_kept(pages, options.cache, options.workers)
    if not options.alone:
        for folder in dict.fromkeys(page.folder for page in pages):
            shas = [page.sha256 for page in pages if page.folder == folder and page.sha256 in readings]
            readings |= settle_class({sha: readings[sha] for sha in shas}, Settings())
    judged = [judge_page(page, readings[page.sha256]) for page in pages if page.sha256 in readings]
    print_tables([page for page in judged if len(page.said)])


def print_tables(judged: Sequence[PageWords]) -> None:
    """Print the sets, what the least sure words hold, and the reliability table."""
    print("set            pages  words wrong% unread  AUROC 90 %")
    for name in dict.fromkeys(page.folder for page in judged):
        print(describe_set(name, [page for page in judged if page.folder == name]))
    print(describe_set("all", judged))
    fitting, other = ([page for page in judged if page.is_fitting is half] for half in (True, False))
    if not (fitting and other):
        print("All pages fall into one half: nothing to calibrate on.")
        return
    print(describe_set("fitting half", fitting))
    print(describe_set("other half", other))
    print("\nleast sure (threshold from one half)   words of the other   its wrong words")
    for share in SHARES:
        words, wrong = measure_catch(fitting, other, share)
        low, high = bound_over_pages(
            len(other), lambda draw, share=share: measure_catch(fitting, [other[k] for k in draw], share)[1], draws=300
        )
        print(f"{share:38.0%} {words:20.1%} {wrong:17.1%}  ({low:.0%}-{high:.0%})")
    print("\n  from  words   said  fitted  right   (other half)")
    for row in draw_reliability(fitting, other):
        print(row)


def _pool(pages: Sequence[PageWords]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.concatenate([page.said for page in pages]), np.concatenate([page.right for page in pages])


if __name__ == "__main__":
    main(sys.argv[1:])

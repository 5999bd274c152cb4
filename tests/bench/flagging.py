"""Folders of pages come in; how well "needs your eyes" finds the pages that were read badly goes out.

    python -m tests.bench.flagging FOLDER... [--cache FOLDER] [--workers 2] [--worse 2] [--apart iam]

The pool is every page of the folders and, of each, some worse versions (tests/bench/worse.py), their ways and grades
drawn by the hash of the page. A page is bad where its CER is over 10 %. Half of the pages, by their hash and with all
their versions, is for choosing: the table over thresholds is theirs. The other half is reported. Sets named with
`--apart` are in neither half, and are reported by themselves. `--fit` prints the curve from the mean confidence of a
page's words to whether it is bad (pipeline/reading/confidence.py), fitted on the half for choosing.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from scipy.stats import spearmanr
from sklearn.linear_model import LogisticRegression

from pipeline.records.reading import Reading
from tests.bench.kept import read_kept
from tests.bench.pages import TruePage, list_pages
from tests.bench.score import score_page
from tests.bench.worse import GRADES, WAYS

BAD_CER = 10.0
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
_JPEG_QUALITY = 95
_SURENESS_RANGE = (0.02, 0.99)


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """A page of the pool: its set, its half, its CER in percent, and what its reading says about itself."""

    folder: str
    name: str
    is_for_choosing: bool
    cer: float
    sureness: float
    confidence: float
    needs_eyes: bool


def make_worse(page: TruePage, versions: int, folder: Path) -> Iterator[TruePage]:
    """Yield `versions` worse versions of a page, each in another way, as JPEG files in `folder`."""
    rng = np.random.default_rng(int(page.sha256[:12], 16))
    for number in rng.permutation(len(WAYS))[:versions]:
        way, grade = WAYS[number], int(rng.choice(GRADES))
        path = folder / f"{page.sha256[:16]}-{way.__name__}-{grade}.jpg"
        if not path.is_file():
            upright = cv2.imread(str(page.image), cv2.IMREAD_COLOR_RGB)
            worse = way(np.asarray(upright, np.uint8), grade, rng)
            cv2.imwrite(str(path), worse[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        yield replace(page, name=f"{page.name}-{way.__name__}-{grade}", image=path, sha256=sha256)


def list_pool(folders: Sequence[Path], versions: int, worse: Path) -> list[tuple[TruePage, bool]]:
    """Return all pages and their worse versions, kept in the folder `worse`, each with whether it is for choosing."""
    worse.mkdir(parents=True, exist_ok=True)
    pages = [page for folder in folders for page in list_pages(folder)]
    return [
        (version, int(page.sha256[:8], 16) % 2 == 0)
        for page in pages
        for version in (page, *make_worse(page, versions, worse))
    ]


def judge_reading(page: TruePage, reading: Reading, *, is_for_choosing: bool) -> JudgedPage:
    """Return how badly the student's lines were read, beside what the reading says."""
    cer = score_page(page.name, page.truth, "\n".join(line.text for line in reading.lines)).cer
    words = [word for line in reading.lines for word in line.own]
    letters = sum(len(word.text) for word in words)
    sureness = sum(word.confidence * len(word.text) for word in words) / max(1, letters)
    return JudgedPage(page.folder, page.name, is_for_choosing, cer, sureness, reading.confidence, reading.needs_eyes)


def describe_flags(name: str, pages: Sequence[JudgedPage], below: float | None = None) -> str:
    """Return a row: bad pages and others, and the share of each that is flagged, as shipped or `below` a confidence."""
    flags = np.array([page.needs_eyes if below is None else page.confidence < below for page in pages], bool)
    is_bad = np.array([page.cer > BAD_CER for page in pages], bool)
    shares = [100 * flags[kind].mean() if kind.any() else float("nan") for kind in (is_bad, ~is_bad)]
    return f"{name:22} {is_bad.sum():5} {(~is_bad).sum():6} {shares[0]:8.1f} {shares[1]:8.1f}"


def draw_tables(pages: Sequence[JudgedPage], apart: Sequence[str]) -> Iterator[str]:
    """Yield the thresholds on the choosing half, then the rule as shipped on the other half, by set, and apart."""
    together = [page for page in pages if page.folder not in apart]
    choosing, others = ([page for page in together if page.is_for_choosing is half] for half in (True, False))
    yield "                         bad others flagged% of the others%"
    yield from (describe_flags(f"choosing, below {below}", choosing, below) for below in THRESHOLDS)
    yield describe_flags("choosing, as shipped", choosing)
    yield from _describe_half("reported", others)
    for name in dict.fromkeys(page.folder for page in others):
        yield describe_flags(f"  {name}", [page for page in others if page.folder == name])
    for name in apart:
        yield from _describe_half(name, [page for page in pages if page.folder == name])


def _describe_half(name: str, pages: Sequence[JudgedPage]) -> Iterator[str]:
    if not pages:
        return
    rank = spearmanr([page.confidence for page in pages], [page.cer for page in pages]).statistic
    yield f"{describe_flags(f'{name}, as shipped', pages)}   Spearman of confidence with CER {rank:.2f}"


def describe_curve(pages: Sequence[JudgedPage]) -> str:
    """Return the logistic curve of being bad over the log odds against a page's words, for pages with words."""
    fitting = [page for page in pages if page.sureness > 0]
    sureness = np.clip([page.sureness for page in fitting], *_SURENESS_RANGE)
    curve = LogisticRegression(C=3.0).fit(np.log(1 / sureness - 1)[:, None], [page.cer > BAD_CER for page in fitting])
    return f"{len(fitting)} pages: intercept {curve.intercept_[0]:.2f}, doubt {curve.coef_[0, 0]:.2f}"


def list_mistakes(pages: Sequence[JudgedPage]) -> Iterator[str]:
    """Yield the pages on which the flag is wrong, the worst read first."""
    wrong = [page for page in pages if page.needs_eyes is not (page.cer > BAD_CER)]
    for page in sorted(wrong, key=lambda page: -page.cer):
        flag = "flagged" if page.needs_eyes else "missed"
        yield f"{page.cer:6.1f} {page.confidence:6.3f} {flag:8} {page.folder} {page.name}"


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path, help="keep worse versions and readings here")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--worse", type=int, default=2, help="worse versions of each page")
    parser.add_argument("--apart", action="append", default=[], help="a set that is only reported")
    parser.add_argument("--fit", action="store_true", help="fit the curve on the half for choosing")
    parser.add_argument("--mistakes", action="store_true", help="list the pages on which the flag is wrong")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        pool = list_pool(options.folders, options.worse, (options.cache or Path(scratch)) / "worse")
        readings = read_kept([page for page, _ in pool], options.cache, options.workers)
    judged = [
        judge_reading(page, readings[page.sha256], is_for_choosing=half)
        for page, half in pool
        if page.sha256 in readings
    ]
    for row in draw_tables(judged, options.apart):
        print(row)
    if options.fit:
        print(describe_curve([page for page in judged if page.is_for_choosing and page.folder not in options.apart]))
    if options.mistakes:
        print("\n".join(list_mistakes(judged)))


if __name__ == "__main__":
    main(sys.argv[1:])

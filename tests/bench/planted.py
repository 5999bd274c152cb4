"""How much of what was planted is found, and how much of what is found was planted.

    python -m tests.bench.planted [--seeds 3] [--first 0] [--sizes 25 60 120] [--cers 0 0.05 0.1] [--embedder NAME]

A line for each size, kind of piece, misreading rate and kind of pattern, over all tasks of the bank in turn: recall
(any candidate shown), sure (a reliable one), precision of the reliable candidates, how many of them show at least a
part of what was planted, and precision of all that are shown.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.find import find_candidates
from pipeline.records.patterns import ClassSet
from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, type_transcript
from tests.bench.shelf import FolderShelf
from tests.bench.truth import Tally, tally_ideas, tally_ways
from tests.planted.bank import TASKS
from tests.planted.sets import PlantedSet, SetSpec, make_set

HEAD = "pieces kind     cer pattern  sets recall  sure  prec.  parts  shown"


def measure_cell(
    size: int, cer: float, seeds: range, settings: FindingSettings, shelf: FolderShelf, *, is_short: bool
) -> tuple[Tally, Tally]:
    """Return the tallies of ideas and of ways over the sets of `seeds`, each on the next task."""
    ideas, ways = Tally(), Tally()
    for seed in seeds:
        planted = make_set(SetSpec(TASKS[seed % len(TASKS)], size, is_short, cer, seed))
        findings = find_candidates(assemble_planted(planted, settings, shelf), settings)
        ideas += tally_ideas(findings, planted)
        ways += tally_ways(findings, planted)
    return ideas, ways


def assemble_planted(planted: PlantedSet, settings: FindingSettings, shelf: FolderShelf) -> ClassSet:
    """Return all that finding works on in a planted set."""
    transcripts = [type_transcript(code, text) for code, text in planted.texts.items()]
    return assemble_set(transcripts, planted.task, settings, shelf)


def write_line(size: int, cer: float, seeds: int, pattern: str, tally: Tally, *, is_short: bool) -> str:
    """Return a line of the table."""
    kind = "answers" if is_short else "essays"
    recall, sure = _share(tally.found, tally.planted), _share(tally.sure, tally.planted)
    precision, parts = _share(tally.true, tally.claimed), _share(tally.parts, tally.claimed)
    shown = _share(tally.shown_true, tally.shown)
    return (
        f"{size:>6} {kind:<7} {cer:>4.2f} {pattern:<8} {seeds:>4}"
        f" {recall:>6} {sure:>5} {precision:>6} {parts:>6} {shown:>6}"
        f"   {tally.found} and {tally.sure} of {tally.planted}; {tally.true} of {tally.claimed}"
    )


def main() -> None:
    """Print the table."""
    options = read_options()
    settings = FindingSettings(embedder=options.embedder)
    shelf = FolderShelf(options.cache)
    print(HEAD)
    for size in options.sizes:
        for is_short in (True, False):
            for cer in options.cers:
                seeds = range(options.first, options.first + options.seeds)
                tallies = measure_cell(size, cer, seeds, settings, shelf, is_short=is_short)
                for pattern, tally in zip(("ideas", "ways"), tallies, strict=True):
                    print(write_line(size, cer, options.seeds, pattern, tally, is_short=is_short), flush=True)


def read_options() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first", type=int, default=0, help="the first seed: later ones nothing was chosen on")
    parser.add_argument("--sizes", type=int, nargs="+", default=[25, 60, 120])
    parser.add_argument("--cers", type=float, nargs="+", default=[0.0, 0.05, 0.1])
    parser.add_argument("--embedder", default="all-minilm-l6-v2")
    parser.add_argument("--cache", type=Path)
    return parser.parse_args()


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


if __name__ == "__main__":
    main()

"""A folder of data in, one table of all bars of finding out: ours, BERTopic's and plain k-means' in the same run.

    python -m tests.bench.finding DATA [--quick] [--bars NAME …] [--cache FOLDER] [--embedder NAME] [--without-bertopic]

DATA holds answers/beetle.csv and answers/scientsbank.csv (task, id, question, reference, text, label) and
essays/ellipse.csv (task, id, text, and a column for each trait). All get the same vectors, of short answers under noise
those of the text as finding repairs it. Figures are means over sets with 90 % intervals (sets drawn with replacement;
of nulls the exact one). "BERTopic" is with all its defaults, "friendly" with topics as small as fit a class set and
every piece in one; "k-means" takes the number of groups from 3 to 8 (of passages to 20) by silhouette. A dash stands
where a peer has no notion of what is measured: none learns from decisions, uses a model answer, hears a way of writing
or says what is reliable. Pieces in no topic count as one pile when sorting (what is best for the peer), elsewhere
alone. --quick measures a few sets of each: a look, no verdict.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.settings import FindingSettings
from tests.bench.bar_costs import measure_costs
from tests.bench.bar_essays import measure_essays
from tests.bench.bar_noise import measure_noise
from tests.bench.bar_nulls import measure_nulls
from tests.bench.bar_planted import measure_planted
from tests.bench.bar_sorting import measure_sorting
from tests.bench.bars import Line, write_head
from tests.bench.bench import FULL, QUICK, Bench
from tests.bench.peers import Peers
from tests.bench.shelf import FolderShelf

BARS: dict[str, Callable[[Bench], Iterator[Line]]] = {
    "sorting": measure_sorting,
    "essays": measure_essays,
    "noise": measure_noise,
    "planted": measure_planted,
    "nulls": measure_nulls,
    "costs": measure_costs,
}


def print_table(bench: Bench, names: list[str]) -> None:
    """Print a line as soon as it is measured."""
    print(write_head(), flush=True)
    for name in names:
        for line in BARS[name](bench):
            print(line, flush=True)


def main() -> None:
    """Print the table; what was not to be kept is deleted."""
    options = read_options()
    with tempfile.TemporaryDirectory() as passing:
        kept = options.cache or Path(passing)
        bench = Bench(
            data=options.data,
            cache=kept / "vectors",
            settings=FindingSettings(embedder=options.embedder),
            shelf=FolderShelf(kept / "vectors"),
            peers=Peers(None if options.without_bertopic else kept / "peers"),
            effort=QUICK if options.quick else FULL,
        )
        print_table(bench, options.bars)


def read_options() -> argparse.Namespace:
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--quick", action="store_true", help="a few sets of each")
    parser.add_argument("--bars", nargs="+", choices=[*BARS], default=[*BARS])
    parser.add_argument("--cache", type=Path, help="keep vectors and the peers' environment here")
    parser.add_argument("--embedder", default=FindingSettings().embedder)
    parser.add_argument("--without-bertopic", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()

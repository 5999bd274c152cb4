"""The bars of sorting short answers in one run: actions saved with the learner, and with piles that don't learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.walk.find import embed_once
from tests.bench.adapter import Learner
from tests.bench.bars import OURS, Figure, Line, average
from tests.bench.bench import Bench
from tests.bench.mixed import mix_answers
from tests.bench.peers import Job
from tests.bench.sorting import measure_saved, measure_saved_by_cut
from tests.bench.tables import JudgedSet, load_answers

TABLES = (("Beetle", "beetle.csv", ">= .17, low .12", ">= .20"), ("SciEntsBank", "scientsbank.csv", ">= .07", ">= .10"))


def measure_sorting(bench: Bench) -> Iterator[Line]:
    """Yield what is saved on Beetle, SciEntsBank and mixed questions; model answers are nothing a peer can use."""
    tool = Learner(bench.settings.embedder, bench.shelf).propose
    folder = bench.data / "answers"
    for name, file, bar, bar_with in TABLES:
        sets = load_answers(folder / file)[:: bench.effort.every_task]
        ours = average([measure_saved(one, tool) for one in sets])
        yield Line(
            f"sorting, {name}: actions saved, {len(sets)} tasks", bar, {OURS: ours, **_save_by_peers(bench, sets)}
        )
        ours = average([measure_saved(one, tool, is_with_reference=True) for one in sets])
        yield Line(f"sorting, {name}, with model answers: saved", bar_with, {OURS: ours})
    mixed = mix_answers(folder / "beetle.csv", folder / "scientsbank.csv", bench.effort.mixed_sets)
    ours = average([measure_saved(one, tool) for one in mixed])
    what = f"sorting, {len(mixed)} sets of mixed questions by question: saved"
    yield Line(what, ">= .40", {OURS: ours, **_save_by_peers(bench, mixed)})


def _save_by_peers(bench: Bench, sets: Sequence[JudgedSet]) -> dict[str, Figure]:
    embedder, shelf = bench.settings.embedder, bench.shelf
    cuts = bench.peers.cut([Job(one.texts, embed_once(one.texts, embedder, shelf)[1]) for one in sets])
    return {
        peer: average([measure_saved_by_cut(one, cut) for one, cut in zip(sets, own, strict=True)])
        for peer, own in cuts.items()
    }

"""Class sets with planted patterns in, how much of them is found and how much of what is found is true out.

A peer's topics of passages stand for its ideas: the pieces that have a passage in a topic. A peer knows no way of
writing, and none says what is reliable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from pipeline.find import find_candidates
from pipeline.records.patterns import ClassSet
from tests.bench.bars import OURS, Figure, Line, divide, keep_known
from tests.bench.bench import Bench
from tests.bench.peers import Cut, Job
from tests.bench.planted import assemble_planted
from tests.bench.truth import Tally, tally_groups, tally_ideas, tally_ways
from tests.planted.bank import TASKS
from tests.planted.sets import PlantedSet, SetSpec, make_set

SIZES, CERS = (25, 60, 120), (0.0, 0.05, 0.1)
RECALL_BAR, RECALL_AT = ">= .70", (60, 0.05)
PASSAGE_PILES = (4, 6, 8, 11, 15, 20)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """Sets of one size, kind of piece and rate of misread letters, on each task of the bank in turn."""

    where: str
    bar: str
    planted: tuple[PlantedSet, ...]
    assembled: tuple[ClassSet, ...]

    @property
    def jobs(self) -> list[Job]:
        """The passages of each set, for the peers."""
        return [
            Job(tuple(one.text for one in each.passages), each.passage_vectors.matrix, PASSAGE_PILES)
            for each in self.assembled
        ]


def measure_planted(bench: Bench) -> Iterator[Line]:
    """Yield the lines of every cell."""
    cells = [make_cell(bench, *spec) for spec in product(SIZES, (True, False), CERS)]
    jobs = [job for cell in cells for job in cell.jobs]
    cuts = {peer: iter(own) for peer, own in bench.peers.cut(jobs).items()}  # one start of BERTopic for all cells
    for cell in cells:
        by_peer = {peer: [next(own) for _ in cell.planted] for peer, own in cuts.items()}
        yield from _measure_cell(bench, cell, by_peer)


def make_cell(bench: Bench, pieces: int, is_short: bool, cer: float) -> Cell:  # noqa: FBT001 as `product` gives it
    """Return the sets of a cell and all that finding works on in them."""
    seeds = range(bench.effort.planted_seeds)
    planted = tuple(make_set(SetSpec(TASKS[seed % len(TASKS)], pieces, is_short, cer, seed)) for seed in seeds)
    assembled = tuple(assemble_planted(one, bench.settings, bench.shelf) for one in planted)
    where = f"{pieces} {'answers' if is_short else 'essays'} at {cer:.0%}"
    return Cell(where, RECALL_BAR if (pieces, cer) == RECALL_AT else "", planted, assembled)


def _measure_cell(bench: Bench, cell: Cell, cuts: dict[str, list[Cut]]) -> Iterator[Line]:
    planted, where, bar = cell.planted, cell.where, cell.bar
    findings = [find_candidates(one, bench.settings) for one in cell.assembled]
    ideas = [tally_ideas(*pair) for pair in zip(findings, planted, strict=True)]
    ways = [tally_ways(*pair) for pair in zip(findings, planted, strict=True)]
    by_column = {OURS: ideas} | {peer: _tally_peer(cell, own) for peer, own in cuts.items()}
    recall = {column: _share(tallies, "found", "planted") for column, tallies in by_column.items()}
    shown = {column: _share(tallies, "shown_true", "shown") for column, tallies in by_column.items()}
    yield Line(f"planted ideas, {where}: recall", bar, keep_known(recall))
    yield Line(f"planted ideas, {where}: precision of those shown", "", keep_known(shown))
    yield from _write_ours(f"planted ideas, {where}", ideas)
    yield Line(f"planted ways, {where}: recall", bar, keep_known({OURS: _share(ways, "found", "planted")}))
    yield from _write_ours(f"planted ways, {where}", ways)


def _write_ours(what: str, tallies: Sequence[Tally]) -> Iterator[Line]:
    precision, sure = _share(tallies, "true", "claimed"), _share(tallies, "claimed", "shown")
    yield Line(f"{what}: precision of the reliable", "", keep_known({OURS: precision}))
    yield Line(f"{what}: reliable share of those shown", "", keep_known({OURS: sure}))


def _share(tallies: Sequence[Tally], part: str, whole: str) -> Figure | None:
    return divide([getattr(one, part) for one in tallies], [getattr(one, whole) for one in tallies])


def _tally_peer(cell: Cell, cuts: Sequence[Cut]) -> list[Tally]:
    sets = zip(cell.assembled, cuts, cell.planted, strict=True)
    return [tally_groups(_list_holders(class_set, cut), truth) for class_set, cut, truth in sets]


def _list_holders(class_set: ClassSet, cut: Cut) -> list[frozenset[str]]:
    """Return the pieces with a passage in each topic; a topic of one piece is shared by nobody."""
    owners = np.array([passage.piece for passage in class_set.passages])
    holders = [frozenset(owners[cut == topic].tolist()) for topic in np.unique(cut[cut >= 0])]
    return [held for held in holders if len(held) > 1]

"""Essays scored by trained raters in, the bars of what is found in them out: piles, ways, what is reliable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.find import find_candidates
from pipeline.records.patterns import Candidate, CandidateKind
from tests.bench.bars import OURS, Figure, Line, average
from tests.bench.bench import Bench, cut_by_piles, list_piece_job, stand_alone
from tests.bench.peers import Job
from tests.bench.tables import JudgedSet, draw_essays
from tests.bench.traits import explain_traits, measure_craft_gain

PILE_BARS = {60: ">= .18", 120: ">= .22"}


@dataclass(frozen=True, slots=True, eq=False)
class FoundEssays:
    """A set of essays, what was found in it without and with conventions, and its job for the peers."""

    judged: JudgedSet
    plain: tuple[Candidate, ...]
    with_conventions: tuple[Candidate, ...]
    job: Job


def measure_essays(bench: Bench) -> Iterator[Line]:
    """Yield the lines for sets of 60, then of 120 essays, prompt by prompt and seed by seed."""
    for pieces in PILE_BARS:
        drawn = draw_essays(bench.data / "essays" / "ellipse.csv", pieces, bench.effort.essay_seeds)
        found = [find_in_essays(bench, judged) for judged in drawn]
        yield _write_piles(bench, found, pieces)
        yield from _write_ways(found, pieces)
        yield from _write_reliable(found, pieces)


def find_in_essays(bench: Bench, judged: JudgedSet) -> FoundEssays:
    """Return what is found in a set, at the settings' default and with conventions looked at."""
    on = bench.settings.model_copy(update={"conventions": True})
    plain = bench.assemble(judged.texts, judged.question)
    found = find_candidates(plain, bench.settings).candidates
    found_on = find_candidates(bench.assemble(judged.texts, judged.question, on), on).candidates
    return FoundEssays(judged, found, found_on, list_piece_job(plain))


def _write_piles(bench: Bench, found: Sequence[FoundEssays], pieces: int) -> Line:
    ours = [explain_traits(stand_alone(cut_by_piles(one.plain, one.judged.codes)), one.judged.traits) for one in found]
    figures = {OURS: average(ours)}
    for peer, cuts in bench.peers.cut([one.job for one in found]).items():
        told = [explain_traits(stand_alone(cut), one.judged.traits) for one, cut in zip(found, cuts, strict=True)]
        figures[peer] = average(told)
    return Line(f"piles of {pieces} essays: eta2 of traits, {len(found)} sets", PILE_BARS[pieces], figures)


def _write_ways(found: Sequence[FoundEssays], pieces: int) -> Iterator[Line]:
    for said, bar, is_on in (("off", ">= .08", False), ("on", ">= .10", True)):
        gains = [
            measure_craft_gain(
                one.with_conventions if is_on else one.plain, one.judged.codes, one.judged.texts, one.judged.traits
            )
            for one in found
        ]
        yield Line(f"ways of writing, {pieces} essays, conventions {said}: craft_gain", bar, {OURS: average(gains)})


def _write_reliable(found: Sequence[FoundEssays], pieces: int) -> Iterator[Line]:
    for kind, name in ((CandidateKind.PILE, "piles"), (CandidateKind.IDEA, "ideas"), (CandidateKind.CRAFT, "ways")):
        yield Line(
            f"reliable {name} a set of {pieces} real essays", "", {OURS: _count(found, kind, only_reliable=True)}
        )
        yield Line(f"shown {name} a set of {pieces} real essays", "", {OURS: _count(found, kind, only_reliable=False)})


def _count(found: Sequence[FoundEssays], kind: CandidateKind, *, only_reliable: bool) -> Figure:
    counts = [
        float(np.sum([one.kind is kind and (one.is_reliable or not only_reliable) for one in each.plain]))
        for each in found
    ]
    return average(counts, decimals=1)

"""`python -m tests.bench.copier [FIRST LAST]` comes in; one table of how well class stacks are cut goes out.

Seeds 0 to 27 and 36 were tuned on or looked at; 37 and on are for reporting. A join is wrong where pages of two pieces
lie in one, a split where pages of one piece lie in two; it is silent where no page of it is marked odd and the cut
isn't called weak. "After a look" takes what is marked odd as put right by hand and counts what is still wrong.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import pikepdf
from PIL import Image

from pipeline.intake.stack.looks import look_at_side
from pipeline.intake.stack.propose import propose_cut
from pipeline.intake.stack.sides import look_through
from pipeline.records.stack import CutPiece, LeafRole, StackCut
from pipeline.records.work import SourcePage
from pipeline.settings import IntakeSettings
from tests.bench.batches import KINDS
from tests.bench.stacked import Batch, Side

REPORTED = (37, 40)
WORKERS = 4
TIMED_SIDES, TIMED_DPI = 240, 200


@dataclass(slots=True)
class Score:
    """Counts over the batches of one kind."""

    batches: int = 0
    pieces: int = 0
    silent_joins: int = 0
    silent_splits: int = 0
    wrong: int = 0
    odd: int = 0
    lost: int = 0
    weak: int = 0
    in_weak: int = 0

    def add(self, other: Score) -> None:
        """Add another's counts."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def judge(batch: Batch, cut: StackCut) -> Score:
    """Return how a proposed cut compares with the truth."""
    if batch.slips > 1:
        return _judge_slips(batch, cut)
    score = Score(1, len(set(batch.truth) - {-1}), weak=int(cut.is_weak))
    homes: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for number, piece in enumerate(cut.pieces):
        inside = {batch.truth[cut.leaves[place].side] for place in piece.pages} - {-1}
        is_marked = cut.is_weak or bool(piece.odds)
        score.odd += is_marked
        score.wrong += len(inside) > 1
        score.silent_joins += len(inside) > 1 and not is_marked
        for one in inside:
            homes[one].append((number, is_marked))
    score.in_weak = len(cut.pieces) if cut.is_weak else 0
    for places in homes.values():
        score.wrong += len(places) > 1
        score.silent_splits += len(places) > 1 and not any(is_marked for _, is_marked in places)
    dropped = [leaf.side for leaf in cut.leaves if leaf.role is not LeafRole.PAGE and batch.truth[leaf.side] >= 0]
    score.lost = len(dropped)
    return score


def _measure(batch: tuple[str, int]) -> Score:
    kind, seed = batch
    made = KINDS[kind](kind, seed)
    score = judge(made, propose_cut([look_at_side(side) for side in made.sides]))
    if score.silent_joins or score.silent_splits:
        print(f"silent: {kind}, seed {seed}", flush=True)
    return score


def _judge_slips(batch: Batch, cut: StackCut) -> Score:
    score = Score(1, sum(batch.truth), weak=int(cut.is_weak))
    by_side: dict[int, list[CutPiece]] = defaultdict(list)
    for piece in cut.pieces:
        by_side[cut.leaves[piece.pages[0]].side].append(piece)
    for side, wanted in enumerate(batch.truth):
        found = by_side.get(side, [])
        is_marked = cut.is_weak or any(piece.odds for piece in found)
        score.odd += is_marked
        score.wrong += len(found) != wanted
        score.silent_joins += len(found) < wanted and not is_marked
        score.silent_splits += len(found) > wanted and not is_marked
    return score


def measure_seconds(sides: list[Side], folder: Path) -> float:
    """Return the processor seconds that a PDF of TIMED_SIDES sides at TIMED_DPI takes, from file to cut."""
    path = _write_pdf([sides[at % len(sides)] for at in range(TIMED_SIDES)], folder / "stack.pdf")
    pages = [SourcePage(path, "", index) for index in range(TIMED_SIDES)]
    started = time.process_time()
    propose_cut([look_at_side(picture) for picture in look_through(pages, IntakeSettings())])
    return time.process_time() - started


def _write_pdf(sides: list[Side], path: Path) -> Path:
    size_px = (round(8.27 * TIMED_DPI), round(11.69 * TIMED_DPI))
    with pikepdf.new() as pdf:
        for side in sides:
            held = io.BytesIO()
            large = cv2.resize(side, size_px, interpolation=cv2.INTER_CUBIC)
            Image.fromarray(large).save(held, "JPEG", quality=80)
            page, image = pdf.add_blank_page(page_size=(595, 842)), pdf.make_stream(held.getvalue())
            image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            image.Width, image.Height = size_px
            image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
            image.Filter = pikepdf.Name.DCTDecode
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=image))
            page.obj.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
        pdf.save(path)
    return path


def run(first: int, last: int) -> int:
    """Print the table over seeds `first` to `last`; return 1 where a bar is missed."""
    total = Score()
    print(f"{'kind':26} batches pieces  joins* splits*  wrong  odd  lost  weak   (* silent)")
    batches = [(kind, seed) for kind in KINDS for seed in range(first, last + 1)]
    scores = {kind: Score() for kind in KINDS}
    with ProcessPoolExecutor(WORKERS) as pool:
        for (kind, _), score in zip(batches, pool.map(_measure, batches), strict=True):
            scores[kind].add(score)
    for kind, score in scores.items():
        total.add(score)
        _print_row(kind, score)
    _print_row("all", total)
    left = 100 * (total.silent_joins + total.silent_splits) / total.pieces
    sides = [side for kind in ("form, both sides", "duplex, blank backs") for side in KINDS[kind](kind, first).sides]
    with tempfile.TemporaryDirectory() as folder:
        seconds = measure_seconds(sides, Path(folder))
    print(f"silent wrong joins {total.silent_joins} (bar 0); silent wrong splits {total.silent_splits}")
    print(f"wrong cuts a 100 pieces after the odd ones were looked at {left:.2f} (bar 1)")
    print(
        f"marked odd, a 100 pieces {100 * (total.odd - total.in_weak) / total.pieces:.1f}; {total.in_weak} pieces in "
        f"{total.weak} stacks whose whole cut is said to be weak"
    )
    print(f"written sides taken for blank {total.lost}")
    print(f"processor seconds for {TIMED_SIDES} sides at {TIMED_DPI} dots an inch {seconds:.1f} (bar 20)")
    return int(total.silent_joins > 0 or left > 1 or seconds > 20)


def _print_row(kind: str, score: Score) -> None:
    counts = (score.batches, score.pieces, score.silent_joins, score.silent_splits, score.wrong, score.odd, score.lost)
    print(f"{kind:26} {counts[0]:7} {counts[1]:6} " + "".join(f"{count:7}" for count in counts[2:]) + f"{score.weak:6}")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]] or list(REPORTED)
    sys.exit(run(given[0], given[-1]))

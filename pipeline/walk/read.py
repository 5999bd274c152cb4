"""An intake plan in, each piece's readings out: transcription alone, without a home."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.records.reading import Reading
from pipeline.records.work import IntakePlan, PlannedPiece, Refusal
from pipeline.settings import Settings
from pipeline.walk.settle import settle_set
from pipeline.workers.local import PageRead, PageTask, read_pages


@dataclass(frozen=True, slots=True)
class PieceRead:
    """A piece whose pages are all done: its readings in page order, and refusals of the pages that couldn't be read."""

    piece: PlannedPiece
    readings: tuple[Reading, ...]
    refusals: tuple[Refusal, ...]


def read_plan(plan: IntakePlan, settings: Settings) -> Iterator[PieceRead]:
    """Yield each piece of the plan as soon as its last page is done; raises ModelMissing or EngineMissing."""
    pieces = {piece.stem: piece for piece in plan.pieces}
    tasks = [PageTask(piece.stem, n, page) for piece in plan.pieces for n, page in enumerate(piece.pages)]
    done: dict[str, list[PageRead]] = defaultdict(list)
    for page in read_pages(tasks, settings):
        stem = page.task.piece
        done[stem].append(page)
        if len(done[stem]) == len(pieces[stem].pages):
            yield _close_piece(pieces[stem], done.pop(stem))


def settle_pieces(reads: Sequence[PieceRead], languages: tuple[str, ...]) -> tuple[PieceRead, ...]:
    """Return the pieces in their order as all of them together tell them (settle.py)."""
    readings = {read.piece.stem: read.readings for read in reads}
    settled = settle_set(readings, "", {}, languages).readings
    return tuple(replace(read, readings=settled[read.piece.stem]) for read in reads)


def _close_piece(piece: PlannedPiece, pages: list[PageRead]) -> PieceRead:
    pages = sorted(pages, key=lambda page: page.task.number)
    readings = tuple(page.reading for page in pages if page.reading)
    return PieceRead(piece, readings, tuple(page.refusal for page in pages if page.refusal))

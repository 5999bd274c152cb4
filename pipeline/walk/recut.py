"""A class set whose stack was read comes in; the stack, to be cut anew, and what the new cut changed, go out."""

from __future__ import annotations

from pipeline.errors import AlreadyReading, InputError
from pipeline.intake import plan_pieces
from pipeline.intake.plan import name_apart
from pipeline.intake.stack import find_stacks
from pipeline.intake.stack.stacks import LONG_PAGES, make_piece
from pipeline.records.stack import Recut, Stack, StackCut
from pipeline.settings import IntakeSettings
from pipeline.store.cuts import load_cuts
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.store.recuts import has_pages_of, keep_recut, list_long_sources


def may_have_stacks(home: Home, collection_id: str) -> bool:
    """Whether a stack of this class set was cut or one of its files is as long as a class's; nothing is opened."""
    return bool(load_cuts(home, collection_id) or list_long_sources(home, collection_id, LONG_PAGES))


def find_read_stacks(home: Home, collection_id: str, settings: IntakeSettings) -> tuple[Stack, ...]:
    """Return the stacks of a class set that can be cut anew: those that were cut, and long files that were not.

    Raises InputError where their files are no longer where they were.
    """
    cuts = load_cuts(home, collection_id)
    sources = list_long_sources(home, collection_id, 1 if cuts else LONG_PAGES)
    there = [source for source in sources if source.is_file()]
    if not there:
        hint = "Add the same file to this class set from where it is now, then cut it anew."
        raise InputError("The stack's file is no longer where it was.", hint)
    stacks = find_stacks(plan_pieces(there, settings))
    return tuple(stack for stack in stacks if stack.sha256 in cuts or len(stack.sides) >= LONG_PAGES)


def is_read(home: Home, collection_id: str, stack: Stack) -> bool:
    """Whether the stack's pages are in the class set already, so that another cut is a new one."""
    return has_pages_of(home, collection_id, stack)


def cut_anew(home: Home, collection_id: str, stack: Stack, cut: StackCut) -> Recut:
    """Cut a stack that was read another way, as one decision; no page that was read is read again.

    Raises AlreadyReading while the class set is read, InputError where nothing would change, DiskFull.
    """
    job = load_job(home, collection_id)
    if job and job.is_alive:
        raise AlreadyReading("This class set is being read.", "Wait until it is read, or stop the reading first.")
    pieces = name_apart([make_piece(stack, cut, piece) for piece in cut.pieces])
    return keep_recut(home, collection_id, stack, cut, pieces)

"""A stack and a class set come in; a proposed cut, and plans with the cuts that were kept, go out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.errors import UnknownCollection
from pipeline.intake.stack import cut_plan, find_stacks
from pipeline.intake.stack.stacks import make_piece
from pipeline.records.stack import Stack, StackCut
from pipeline.records.work import IntakePlan
from pipeline.settings import IntakeSettings
from pipeline.store.collections import find_collection
from pipeline.store.cuts import check_uncut, keep_cut, load_cuts
from pipeline.store.home import Home

if TYPE_CHECKING:
    from pipeline.intake.stack.looks import SideLook


def propose_for(stack: Stack, settings: IntakeSettings) -> StackCut:
    """Return the proposed cut of a stack; nothing is kept."""
    from pipeline.intake.stack.propose import propose_cut

    return propose_cut(list(look_at_sides(stack, settings)))


def cut_by_count(stack: Stack, pages_each: int, settings: IntakeSettings) -> StackCut:
    """Return the cut into pieces of that many pages each, with blank sides left out and what looks odd about it."""
    from pipeline.intake.stack.propose import cut_looks_every

    return cut_looks_every(list(look_at_sides(stack, settings)), pages_each)


def look_at_sides(stack: Stack, settings: IntakeSettings) -> Iterator[SideLook]:
    """Yield what is seen of each side of a stack."""
    from pipeline.intake.stack.looks import look_at_side
    from pipeline.intake.stack.sides import look_through

    return (look_at_side(picture) for picture in look_through(stack.sides, settings))


def confirm_cut(home: Home, collection_id: str, stack: Stack, cut: StackCut) -> None:
    """Keep the cut for this stack and class set; raises InputError where its pages are there, cut another way."""
    pieces = [make_piece(stack, cut, piece) for piece in cut.pieces]
    check_uncut(home, collection_id, stack, pieces)
    keep_cut(home, collection_id, stack, cut)


def apply_kept_cuts(home: Home, collection: str, plan: IntakePlan) -> IntakePlan:
    """Return the plan with the stacks cut as the class set (its name or id) has them; one that isn't there has none.

    Raises InputError where pages of a cut stack come again among others, so that they would count twice.
    """
    try:
        collection_id = find_collection(home, collection).id
    except UnknownCollection:
        return plan
    cuts = load_cuts(home, collection_id)
    cut = cut_plan(plan, cuts)
    for stack in find_stacks(cut) if cuts else ():
        sides = {(page.source, page.index) for page in stack.sides}
        mine = [piece for piece in cut.pieces if (piece.pages[0].source, piece.pages[0].index) in sides]
        check_uncut(home, collection_id, stack, mine)
    return cut


def find_uncut(plan: IntakePlan) -> tuple[Stack, ...]:
    """Return the long files of a plan that may each hold a whole class."""
    return tuple(stack for stack in find_stacks(plan) if stack.is_long)

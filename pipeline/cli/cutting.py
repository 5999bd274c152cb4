"""A plan with long files and what was asked for come in; the plan with its stacks cut, or what to choose, goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from pipeline.cli.speech import show_name
from pipeline.errors import InputError

if TYPE_CHECKING:
    from pipeline.records.stack import Stack, StackCut
    from pipeline.settings import Settings
    from pipeline.store.home import Home
    from pipeline.walk.add import AddRequest

MOST_PAGES_EACH = 50
_CHOOSE = (
    "Give --pages-per-piece N, or --cut auto to take this cut, or --cut none for one piece; or look at it on the "
    "screen: patternwork review, Add work."
)


@dataclass(frozen=True, slots=True)
class CutChoice:
    """What to do with long files: take the proposed cut, leave each one piece, or cut every so many pages; else ask."""

    is_auto: bool = False
    is_none: bool = False
    pages_each: int = 0


def read_choice(given: str) -> CutChoice:
    """Return what --cut or --pages-per-piece says; raises InputError for anything but auto, none and 1 to 50."""
    if given.isascii() and given.isdigit() and 1 <= int(given) <= MOST_PAGES_EACH:
        return CutChoice(pages_each=int(given))
    if given not in {"", "auto", "none"}:
        raise InputError(f"A stack can't be cut like that: {show_name(given)}.", _CHOOSE)
    return CutChoice(is_auto=given == "auto", is_none=given == "none")


def cut_request(home: Home, request: AddRequest, choice: CutChoice, settings: Settings) -> AddRequest:
    """Return the request with its stacks cut: as they were before, else as chosen, and keep that.

    Raises InputError where a long file is there and nothing says how it is to be cut.
    """
    from dataclasses import replace

    from pipeline.walk.add import open_collection
    from pipeline.walk.cut import apply_kept_cuts, confirm_cut, find_uncut

    plan = apply_kept_cuts(home, request.name, request.plan)
    stacks = find_uncut(plan) if not choice.is_none else ()
    if stacks:
        cuts = [(stack, _cut(stack, choice, settings)) for stack in stacks]
        collection = open_collection(home, request.name, request.task)
        for stack, cut in cuts:
            confirm_cut(home, collection.id, stack, cut)
        plan = apply_kept_cuts(home, collection.id, plan)
    return replace(request, plan=plan)


def _cut(stack: Stack, choice: CutChoice, settings: Settings) -> StackCut:
    from pipeline.walk.cut import cut_by_count, propose_for

    if choice.pages_each:
        cut = cut_by_count(stack, choice.pages_each, settings.intake)
    else:
        cut = propose_for(stack, settings.intake)
    for line in say_cut(stack, cut):
        typer.echo(line)
    if not choice.pages_each and (cut.is_weak or not choice.is_auto):
        raise InputError(f"{show_name(stack.name)} may hold a whole class.", _CHOOSE)
    return cut


def say_cut(stack: Stack, cut: StackCut) -> Iterator[str]:
    """Yield what a cut comes to, what it rests on, and each odd piece."""
    from pipeline.intake.stack.words import describe_basis, describe_cut, describe_rest, list_odd

    yield f"{show_name(stack.name)}: {describe_cut(cut)}"
    yield from (f"  {line}" for line in (describe_basis(cut), describe_rest(cut)) if line)
    yield from (f"  look at {line}" for line in list_odd(cut))

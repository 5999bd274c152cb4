"""A folder comes in; what would become which piece goes out, before anything is read, with a way to undo every join."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from pipeline.errors import HomeError, InputError
from pipeline.intake import PageRefused, open_page, plan_pieces
from pipeline.intake.stack import find_stacks
from pipeline.records.work import IntakePlan
from pipeline.store.pieces import list_unknown
from pipeline.views.cut_stack import open_cutting
from pipeline.views.frame import find_home, find_settings, go_to, say, write_html
from pipeline.views.pictures import PagePicture, picture_page
from pipeline.views.words import (
    count_nouns,
    describe_plan,
    escape_label,
    make_refusal_table,
    make_table,
    name_stack,
)
from pipeline.walk.cut import apply_kept_cuts
from pipeline.walk.drafts import ForeseenDrafts, foresee_drafts

PLAN_KEPT_S = 600
NAMES_SHOWN = 200
MOST_OFFERED = 4


@dataclass(frozen=True, slots=True)
class Previewed:
    """What the preview came to: whether one file is one piece, and whether a long file should rather be cut first."""

    one_file_one_piece: bool
    asks_to_cut: bool


def draw_preview(folder: Path, collection_id: str) -> Previewed | None:
    """Draw the plan for a folder or file that goes into a class set, zips in it unpacked, long files cut as they were.

    Return what it came to, or None where there is nothing to read.
    """
    one_file_one_piece = bool(st.session_state.get("one-file-one-piece"))
    try:
        staging = find_home().name_uploads(collection_id)
        whole = _plan_once(str(folder), str(staging), one_file_one_piece=one_file_one_piece)
        plan = apply_kept_cuts(find_home(), collection_id, whole)
    except (InputError, HomeError) as error:
        say(error.message, error.hint, is_error=True)
        return None
    _draw_plan(plan, foresee_drafts(find_home(), collection_id, plan))
    _tell_known(plan, collection_id)
    asks_to_cut = _offer_cut(whole, plan, collection_id)
    if plan.joined_count or one_file_one_piece:
        st.checkbox("One file is one piece", key="one-file-one-piece", help="Undo every join shown above.")
    return Previewed(one_file_one_piece, asks_to_cut)


@st.cache_data(show_spinner="Looking at the files …", ttl=PLAN_KEPT_S, max_entries=8)
def _plan_once(folder: str, staging: str, *, one_file_one_piece: bool) -> IntakePlan:
    return plan_pieces(
        [Path(folder)], find_settings().intake, one_file_one_piece=one_file_one_piece, staging=Path(staging)
    )


@st.cache_data(show_spinner="Opening the first page …", ttl=PLAN_KEPT_S, max_entries=2)
def _peek_once(folder: str, staging: str) -> PagePicture | None:
    plan = _plan_once(folder, staging, one_file_one_piece=False)
    opened = open_page(plan.pieces[0].pages[0], find_settings().intake) if plan.pieces else None
    return None if opened is None or opened.image is None else picture_page(opened.image)


def forget_plans() -> None:
    """Look at files anew from now on: a folder may hold more than when it was looked at before."""
    _plan_once.clear()
    _peek_once.clear()


def peek_page(folder: Path, collection_id: str) -> PagePicture | None:
    """Return the picture of the first page to be read from a folder, None where it is typed or can't be opened."""
    try:
        return _peek_once(str(folder), str(find_home().name_uploads(collection_id)))
    except (InputError, HomeError, PageRefused):
        return None


def _draw_plan(plan: IntakePlan, drafts: ForeseenDrafts) -> None:
    counts = describe_plan(plan.files_seen, len(plan.pieces), plan.joined_count)
    left_out = f", {count_nouns(plan.sides_left_out, 'side')} left out" if plan.sides_left_out else ""
    pages = count_nouns(plan.page_count, "page")
    write_html(f"<h2>{counts}</h2><p class='pw-small'>{pages} to read{left_out}</p>")
    _draw_joins(plan)
    _draw_hand_ins(plan)
    _tell_drafts(drafts)
    _draw_same_files(plan)
    _draw_refusals(plan)
    with st.expander("All pieces"):
        rows = [(piece.stem, count_nouns(len(piece.pages), "page")) for piece in plan.pieces[:NAMES_SHOWN]]
        write_html(make_table(("piece", "pages"), rows))


def _offer_cut(whole: IntakePlan, plan: IntakePlan, collection_id: str) -> bool:
    """Ask of each long file whether it is a whole class, and offer to cut whatever can be cut, or is cut, again.

    Return whether one was asked about.
    """
    has_asked = False
    stacks, uncut = find_stacks(whole), {stack.sha256 for stack in find_stacks(plan)}
    if len(stacks) > MOST_OFFERED:
        stacks = tuple(stack for stack in stacks if stack.is_long)
    for number, stack in enumerate(stacks):
        is_asked = stack.is_long and stack.sha256 in uncut
        has_asked |= is_asked
        if is_asked:
            pages = count_nouns(len(stack.sides), "page")
            say(f"{stack.name} has {pages}: a whole class, perhaps.", "Cut it into pieces, or it is read as one.")
        label = f"Cut {escape_label(name_stack(stack))} into pieces" if stack.sha256 in uncut else "Change the cut"
        kind: Literal["primary", "tertiary"] = "primary" if is_asked else "tertiary"
        if st.button("Cut it into pieces" if is_asked else label, key=f"cut-{number}", type=kind):
            open_cutting(stack, collection_id, "add")
            go_to("cut")
    return has_asked


def _draw_joins(plan: IntakePlan) -> None:
    rows = [
        (piece.stem, ", ".join(source.name for source in piece.sources)) for piece in plan.pieces if piece.is_joined
    ]
    if rows:
        write_html(make_table(("joined into one piece", "files"), rows))


def _draw_hand_ins(plan: IntakePlan) -> None:
    """Draw what a class platform says: who was late, and which drafts a newer one takes the place of."""
    if plan.late_count:
        late = (piece for piece in plan.pieces if piece.handed and piece.handed.is_late)
        names = ", ".join(piece.stem for piece in late)
        say(f"Handed in late, as the class platform says: {names}.")
    rows = [
        (piece.sources[-1].name, ", ".join(path.name for path in piece.older_drafts))
        for piece in plan.pieces
        if piece.older_drafts
    ]
    if rows:
        write_html(make_table(("the newest draft, to be read", "older drafts, kept unread"), rows))


def _tell_known(plan: IntakePlan, collection_id: str) -> None:
    """Say how many of the pieces the class set has already: they are not read again."""
    known = len(plan.pieces) - len(list_unknown(find_home(), collection_id, plan))
    if known:
        are = "1 of them is" if known == 1 else f"{known} of them are"
        say(f"{are} in this class set already.", "Nothing is read twice, and what you decided stays.")


def _tell_drafts(drafts: ForeseenDrafts) -> None:
    """Say which pieces are drafts of what is in the class set already: newer ones, and older ones."""
    if drafts.newer:
        count = "1 newer draft" if len(drafts.newer) == 1 else f"{len(drafts.newer)} newer drafts"
        kept = "Each takes the place of the older one, which is kept and can be put back."
        say(f"{count} of work that is in this class set: {', '.join(drafts.newer)}.", kept)
    if drafts.older:
        count = "1 older draft" if len(drafts.older) == 1 else f"{len(drafts.older)} older drafts"
        kept = "The newer ones go on to count; the older ones are kept and can be put back."
        say(f"{count} of work that is in this class set: {', '.join(drafts.older)}.", kept)


def _draw_same_files(plan: IntakePlan) -> None:
    for same in plan.same_files:
        names = ", ".join(source.name for source in same.sources)
        say(f"These files are the same, byte for byte: {names}.", "All are kept. Take one out if it came in twice.")


def _draw_refusals(plan: IntakePlan) -> None:
    if plan.refusals:
        count = count_nouns(len(plan.refusals), "file")
        write_html(f"<p class='pw-text'>Couldn't open {count}. Everything else goes on.</p>")
        write_html(make_refusal_table(plan.refusals))

"""A stack that is about to be read comes in; its contact sheet with the cut, and the cut that was confirmed, go out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from pipeline.imaging import encode_webp, shrink_image
from pipeline.intake.stack.words import describe_basis
from pipeline.records.stack import Stack, StackCut
from pipeline.records.work import Region
from pipeline.settings import IntakeSettings
from pipeline.store.collections import find_collection
from pipeline.store.cuts import load_cuts
from pipeline.views.components.cut import Thumbnail, draw_cut
from pipeline.views.frame import find_home, find_settings, go_to, guard, make_address, open_set, say_empty, write_html
from pipeline.views.head import draw_head
from pipeline.views.reading import start_again
from pipeline.views.words import escape_html, name_stack
from pipeline.walk.cut import confirm_cut
from pipeline.walk.recut import cut_anew, is_read

CUTTING_KEY = "cutting"
DONE_KEY = "cut-done"
THUMBNAIL_PX = 300
THUMBNAIL_QUALITY = 55
KEPT_STACKS = 4
HOMELESS = ("sets", "add")
"""Pages without a class set in hand."""
HOW = "Press between two pages to cut or to join; drag a mark to move it."
HOW_BY_KEY = "Or go there with the arrow keys and press C."
HOW_FIRST = "Nothing is read yet."
HOW_ANEW = "It is read already: no page that was read is read again, and Undo on the desk brings the old cut back."
WHAT_RESTS = (
    "Pieces that stay as they are keep their code and all you decided. A piece that changes gets a new code; what you "
    "decided about the old one rests, and once something is decided the new one waits as not looked at. Corrected "
    "words, boxes and better photos go with their pages. Patterns are looked for anew."
)


@dataclass(frozen=True, slots=True)
class Cutting:
    """The stack in hand and the class set it goes into, or is in: then it `is_read`, and is cut anew.

    `way_back` is the page that it was taken in hand on.
    """

    stack: Stack
    collection_id: str
    is_read: bool
    way_back: str


def open_cutting(stack: Stack, collection_id: str, way_back: str) -> None:
    """Take a stack in hand on the page `way_back`; the page is turned to by the run that follows."""
    has_been_read = is_read(find_home(), collection_id, stack)
    st.session_state[CUTTING_KEY] = Cutting(stack, collection_id, has_been_read, way_back)


def draw_cutting() -> None:
    """Draw the stack in hand, or the way to add one."""
    cutting: Cutting | None = st.session_state.get(CUTTING_KEY)
    if st.session_state.pop(DONE_KEY, False) and cutting:
        _leave(cutting)
    draw_head("cut")
    write_html("<h1>Cut the stack</h1>")
    if cutting is None:
        say_empty("No stack is in hand.")
        if st.button("Add work", type="primary", key="to-add"):
            go_to("add")
        return
    _tell_how(cutting)
    _draw_sheet(cutting)
    if st.button("Back without cutting", key="uncut"):
        st.session_state.pop(CUTTING_KEY)
        if cutting.way_back not in HOMELESS:
            open_set(cutting.collection_id)
        go_to(cutting.way_back)


def _tell_how(cutting: Cutting) -> None:
    """Say how a cut is made; what becomes of decisions is there for who wants to know it."""
    how = f'{HOW} <span class="pw-by-key">{HOW_BY_KEY}</span> {HOW_ANEW if cutting.is_read else HOW_FIRST}'
    more = f"<details class='pw-more'><summary>What becomes of what I decided?</summary><p>{WHAT_RESTS}</p></details>"
    write_html(
        f"<p class='pw-text'>{escape_html(name_stack(cutting.stack))}</p><p class='pw-small'>{how}</p>"
        f"{more if cutting.is_read else ''}"
    )


def _leave(cutting: Cutting) -> None:
    """Turn to what comes next: the preview, or the desk of a class set whose stack was cut anew."""
    st.session_state.pop(CUTTING_KEY, None)
    if not cutting.is_read:
        go_to("add")
    open_set(cutting.collection_id)
    go_to("unsorted" if find_collection(find_home(), cutting.collection_id).is_read_by_hand else "patterns")


def _draw_sheet(cutting: Cutting) -> None:
    proposed, pictures = _look_once(cutting.stack.sha256, cutting.stack, find_settings().intake)
    kept = load_cuts(find_home(), cutting.collection_id).get(cutting.stack.sha256)
    cut = kept if kept and all((leaf.side, leaf.region) in pictures for leaf in kept.leaves) else proposed
    shown = [pictures[leaf.side, leaf.region] for leaf in cut.leaves]
    draw_cut(cutting.stack.sha256, cut, shown, describe_basis(cut), lambda done: guard(_confirm, cutting, done))


def _confirm(cutting: Cutting, cut: StackCut) -> None:
    home = find_home()
    if cutting.is_read:
        cut_anew(home, cutting.collection_id, cutting.stack, cut)
        start_again(home, cutting.collection_id)
    else:
        confirm_cut(home, cutting.collection_id, cutting.stack, cut)
    st.session_state[DONE_KEY] = True


@st.cache_data(show_spinner="Looking through the stack …", max_entries=KEPT_STACKS)
def _look_once(
    sha256: str,  # noqa: ARG001 what the stack is known by
    _stack: Stack,
    _settings: IntakeSettings,
) -> tuple[StackCut, dict[tuple[int, Region | None], Thumbnail]]:
    """Return the proposed cut and a thumbnail of each side, or of each slip on it."""
    from pipeline.intake.stack.looks import look_at_side
    from pipeline.intake.stack.propose import propose_cut
    from pipeline.intake.stack.sides import look_through

    looks, small = [], []
    for picture in look_through(_stack.sides, _settings):
        looks.append(look_at_side(picture))
        small.append(picture)
    cut = propose_cut(looks)
    return cut, {(leaf.side, leaf.region): _make_thumbnail(small[leaf.side], leaf.region) for leaf in cut.leaves}


def _make_thumbnail(picture: NDArray[np.uint8], region: Region | None) -> Thumbnail:
    height, width = picture.shape[:2]
    if region:
        rows = slice(round(region.y0 * height), round(region.y1 * height))
        picture = np.ascontiguousarray(picture[rows, round(region.x0 * width) : round(region.x1 * width)])
    small = shrink_image(picture, THUMBNAIL_PX)
    return Thumbnail(make_address(encode_webp(small, THUMBNAIL_QUALITY)), round(small.shape[1] / small.shape[0], 3))

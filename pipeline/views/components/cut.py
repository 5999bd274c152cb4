"""A proposed cut with its sides' pictures comes in as a contact sheet; the cut as a teacher leaves it goes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pipeline.records.stack import LeafRole, StackCut
from pipeline.views.components.said import load_component

KEY = "cut"
BY_YOU = "cut by you"


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A side's picture as a data address, and its width over its height."""

    address: str
    shape: float


def draw_cut(
    stack: str, cut: StackCut, pictures: Sequence[Thumbnail], told: str, on_done: Callable[[StackCut], None]
) -> None:
    """Draw the contact sheet of a stack (known by `stack`); `on_done` gets the cut when the teacher says it is right.

    pictures: one a leaf. told: what the cut rests on.
    """
    shown = {
        "key": stack,
        "leaves": [
            {
                "side": leaf.side,
                "role": leaf.role.value,
                "label": leaf.label,
                "turned": leaf.is_upside_down,
                "picture": picture.address,
                "shape": picture.shape,
            }
            for leaf, picture in zip(cut.leaves, pictures, strict=True)
        ],
        "starts": sorted(cut.starts),
        "why": {str(place): why for place, why in cut.starts.items()},
        "odds": {str(place): odd for place, odd in cut.odds.items()},
        "told": told,
        "byYou": BY_YOU,
        "weak": cut.is_weak,
        "each": max(1, round(len(cut.leaves) / max(1, len(cut.pieces)))),
    }

    def tell() -> None:
        done = st.session_state[KEY].get("done")
        if done:
            on_done(change_cut(cut, done["starts"], done["out"], done["odds"]))

    component = load_component("cut", "keyboard", "said", "cut")
    component(key=KEY, data=shown, on_done_change=tell)


def change_cut(cut: StackCut, starts: Sequence[int], left_out: Sequence[int], odds: Sequence[int]) -> StackCut:
    """Return the cut as a teacher left it: begun at `starts`, without the places `left_out`, still odd at `odds`.

    Only a piece that begins and ends as proposed keeps what was said of why it begins there.
    """
    out = set(left_out)
    leaves = tuple(
        leaf if (place in out) == (leaf.role is not LeafRole.PAGE) else replace(leaf, role=_turn_role(leaf.role))
        for place, leaf in enumerate(cut.leaves)
    )
    proposed, spans = _span(cut.starts, len(leaves)), _span(starts, len(leaves))
    begun = {
        first: cut.starts.get(first, BY_YOU) if proposed.get(first) == end else BY_YOU for first, end in spans.items()
    }
    basis = cut.basis if any(why != BY_YOU for why in begun.values()) else "you"
    kept_odds = {at: cut.odds[at] for at in odds if at in cut.odds}
    return replace(cut, leaves=leaves, starts=begun, odds=kept_odds, basis=basis, is_weak=False)


def _span(starts: Iterable[int], count: int) -> dict[int, int]:
    """Return where each piece that begins at one of `starts` ends, of `count` leaves."""
    firsts = sorted({0, *map(int, starts)})
    return dict(zip(firsts, [*firsts[1:], count], strict=True))


def _turn_role(role: LeafRole) -> LeafRole:
    return LeafRole.BLANK if role is LeafRole.PAGE else LeafRole.PAGE

"""A proposed cut with its sides' pictures comes in as a contact sheet; the cut as a teacher leaves it goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pipeline.records.stack import LeafRole, StackCut
from pipeline.views.components.said import load_component

KEY = "cut"


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
    """Return the cut as a teacher left it: begun at `starts`, without the places `left_out`, still odd at `odds`."""
    out = set(left_out)
    leaves = tuple(
        leaf if (place in out) == (leaf.role is not LeafRole.PAGE) else replace(leaf, role=_turn_role(leaf.role))
        for place, leaf in enumerate(cut.leaves)
    )
    begun = {int(place): cut.starts.get(int(place), "cut by you") for place in sorted({0, *starts})}
    return replace(
        cut, leaves=leaves, starts=begun, odds={at: cut.odds[at] for at in odds if at in cut.odds}, is_weak=False
    )


def _turn_role(role: LeafRole) -> LeafRole:
    return LeafRole.BLANK if role is LeafRole.PAGE else LeafRole.PAGE

"""A pattern that holds two things comes in; the two sides it falls into go out, and the decision to part them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import streamlit as st

from pipeline.find.describe import PileView
from pipeline.find.split import FEWEST_TO_SPLIT, split_group
from pipeline.records.decisions import Pattern, PatternMember
from pipeline.records.patterns import Candidate
from pipeline.views.deciding import make_snapshot, split_pattern
from pipeline.views.desk import OpenDesk
from pipeline.views.evidence import make_figure
from pipeline.views.frame import guard, write_html
from pipeline.views.ground import find_ground
from pipeline.views.panel_head import draw_panel_head
from pipeline.views.words import count_nouns, escape_html, hint_key

SHOWN = 2


def draw_split(table: OpenDesk, pattern: Pattern) -> None:
    """Draw the two sides, each with two of its pieces, or say why there are none."""
    draw_panel_head("Are these two things?")
    sides = split_group(find_ground(table), [member.piece for member in pattern.members])
    if sides is None:
        is_few = len(pattern.members) < FEWEST_TO_SPLIT
        why = f"It takes {FEWEST_TO_SPLIT} pieces or more." if is_few else "It does not fall into two."
        write_html(f'<p class="pw-small">{why} Take single pieces out instead.</p>')
        return
    with st.container(key="panel-shown"):
        for column, side in zip(st.columns(2, gap="medium"), sides, strict=True):
            with column:
                _draw_side(table, pattern, side)
    arguments = (split_pattern, table, pattern, _make_part(table, pattern, sides[1]))
    st.button(hint_key("Split it so", "⏎"), key="split-now", type="primary", on_click=guard, args=arguments)


def _draw_side(table: OpenDesk, pattern: Pattern, side: PileView) -> None:
    count = count_nouns(len(side.members), "piece")
    write_html(f'<p><b>{escape_html(side.name)}</b> <span class="pw-small">{count}</span></p>')
    for member in _list_members(pattern, side)[:SHOWN]:
        write_html(make_figure(table, member))


def _list_members(pattern: Pattern, side: PileView) -> list[PatternMember]:
    """Return the pattern's members on this side, the clearest first, as the pattern shows them."""
    own = {member.piece: member for member in pattern.members}
    return [own[member.piece] for member in side.members]


def _make_part(table: OpenDesk, pattern: Pattern, side: PileView) -> Candidate | None:
    """Return the side that goes off as a candidate of its own, with the evidence it has in the pattern."""
    snapshot = make_snapshot(table.desk, pattern)
    if snapshot is None:
        return None
    pieces = {member.piece for member in side.members}
    members = tuple(member for member in snapshot.members if member.piece in pieces)
    name = hashlib.sha256("\n".join([pattern.id, *sorted(pieces)]).encode()).hexdigest()[:16]
    basis = f"Split off by you. {snapshot.basis}"
    return replace(snapshot, id=f"split-{name}", name=side.name, basis=basis, members=members)

"""The open desk comes in; it goes out with what the decisions so far teach about the other pieces."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pipeline.decide import join_belonging, label_pieces
from pipeline.learn import Outlook, find_belonging
from pipeline.views.desk import OpenDesk, open_desk
from pipeline.views.ground import find_ground
from pipeline.walk.ground import load_outlook

OUTLOOK_KEY = "outlook"


def open_learnt_desk() -> OpenDesk | None:
    """Return the desk of the class set in hand as its decisions have taught it, None where no set is open."""
    table = open_desk()
    return learn_from_decisions(table) if table else None


def learn_from_decisions(table: OpenDesk) -> OpenDesk:
    """Return the desk with pieces suggested for the first sort's confirmed patterns.

    Only short answers: whose pile a longer piece is in says little about where another one belongs.
    """
    decided = label_pieces(table.desk.patterns)
    if not decided:
        return table
    ground = find_ground(table)
    if not ground.is_short:
        return table
    pieces = [transcript.piece for transcript in ground.class_set.transcripts]
    labels = {place: decided[piece] for place, piece in enumerate(pieces) if piece in decided}
    groups = find_belonging(find_outlook(table), labels)
    belonging = {pieces[group.places[0]]: str(group.label) for group in groups}
    return replace(table, desk=replace(table.desk, patterns=join_belonging(table.desk.patterns, belonging)))


def find_outlook(table: OpenDesk) -> Outlook:
    """Return how alike the labels of the set's pieces are likely to be, made once for as long as no text changes."""
    ground = find_ground(table)
    kept = st.session_state.get(OUTLOOK_KEY)
    if kept and kept[0] is ground:
        outlook: Outlook = kept[1]
        return outlook
    outlook = load_outlook(table.home, table.collection.id, ground)
    st.session_state[OUTLOOK_KEY] = (ground, outlook)
    return outlook

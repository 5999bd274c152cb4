"""The open desk comes in; what its pieces are sorted by goes out, made once for as long as no text changes."""

from __future__ import annotations

import streamlit as st

from pipeline.find.split import Ground
from pipeline.views.desk import OpenDesk
from pipeline.walk.ground import load_ground

GROUND_KEY = "ground"


def find_ground(table: OpenDesk) -> Ground:
    """Return the ground of the class set in hand; raises ModelMissing where texts can't be embedded."""
    transcripts = tuple(table.desk.transcripts.values())
    state = (
        table.collection.id,
        table.collection.model_answer,
        table.desk.printed,
        tuple((one.piece, one.text) for one in transcripts),
    )
    kept = st.session_state.get(GROUND_KEY)
    if kept and kept[0] == state:
        ground: Ground = kept[1]
        return ground
    ground = load_ground(table.home, table.collection.id, transcripts, table.collection.task)
    st.session_state[GROUND_KEY] = (state, ground)
    return ground

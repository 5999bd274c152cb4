"""A collection in the home in; where most of its pages have a line for the name, as a box, out."""

from __future__ import annotations

from pipeline.form import propose_name_box
from pipeline.records.boxes import PageBox
from pipeline.store.home import Home
from pipeline.store.pages import load_readings


def find_header(home: Home, collection_id: str) -> PageBox | None:
    """Return a box over the header line that most pages share, None where there is none."""
    return propose_name_box(load_readings(home, collection_id))

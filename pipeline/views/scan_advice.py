"""What makes a scan good goes out, in a quiet expander; and where scans lose pencil, that is said once it is seen."""

from __future__ import annotations

import streamlit as st

from pipeline.store.home import Home
from pipeline.views.frame import say, write_html
from pipeline.views.server import UPLOAD_LIMIT_MB
from pipeline.views.words import count_nouns
from pipeline.walk.scans import BrokenScans, find_broken_scans

LOOK_EVERY_S = 15
_ADVICE = (
    ("Grey or colour, not black and white.", "A copier that knows black and white only loses pencil for good."),
    ("150 to 300 dots an inch (dpi).", "Less loses small letters; more only takes longer."),
    ("Staples out, corners flat, the right way up if you can.", "Pages upside down are turned by themselves."),
    ("One piece after the other.", "All pages of one student, then all of the next."),
    ("A phone will do.", "From straight above, in daylight, the whole page in the picture, no shadow of the hand."),
)
_UPLOADS = (
    f"Through the browser, up to {UPLOAD_LIMIT_MB / 1000:g} GB a file. For more, give the path of the folder or zip on "
    "this computer: then it does not go through the browser."
)


def draw_scan_advice() -> None:
    """Draw the advice, closed until somebody asks."""
    with st.expander("What makes a good scan?"):
        rows = "".join(f"<li><b>{what}</b> {why}</li>" for what, why in _ADVICE)
        write_html(f'<ul class="pw-text">{rows}</ul><hr class="pw-rule"><p class="pw-small">{_UPLOADS}</p>')


def draw_scan_warning(home: Home, collection_id: str) -> None:
    """Say that scans of this set lose pencil, where enough of the pages read so far show it."""
    found = _find_once(home, str(home.path), collection_id)
    if found:
        say(
            f"Thin strokes are broken up on {found.broken} of the {count_nouns(found.pages, 'page')} read so far: "
            "black-and-white scans lose pencil.",
            "Scan in grey if you still can, and add those scans instead: what a scan has lost nobody can read.",
        )


@st.cache_data(show_spinner=False, ttl=LOOK_EVERY_S)
def _find_once(_home: Home, path: str, collection_id: str) -> BrokenScans | None:  # noqa: ARG001 part of what is cached
    return find_broken_scans(_home, collection_id)

"""The home comes in; where it is, how large it is, and how it is backed up and moved, go out, in a quiet expander."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from pipeline.store.home import Home
from pipeline.store.place import HomeSize, measure_home
from pipeline.views.frame import write_html
from pipeline.views.words import count_nouns, escape_html

MEASURED_FOR_S = 60
WHAT = "Whatever Patternwork keeps is in this folder and nowhere else; your own files stay where they are."
BACKUP = "patternwork backup FILE"
RESTORE = "patternwork restore FILE --home NEW"


def draw_home_place(home: Home) -> None:
    """Draw where everything is kept; what is unwise about the place stands in the head of the page already."""
    with st.expander("Where everything is kept"):
        size = _measure(str(home.path))
        kept = f"{size.kept_bytes / 1e6:,.0f} MB in {count_nouns(size.files, 'file')}"
        write_html(
            f'<p class="pw-text"><code>{escape_html(str(home.path))}</code></p><p class="pw-small">{kept}. {WHAT}</p>'
            f'<p class="pw-small"><code>{BACKUP}</code> writes all of it into one file that only your passphrase '
            f"opens; <code>{RESTORE}</code> puts it back, on this computer or another.</p>"
        )


@st.cache_data(show_spinner=False, ttl=MEASURED_FOR_S)
def _measure(path: str) -> HomeSize:
    return measure_home(Path(path))

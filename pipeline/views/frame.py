"""The frame around every page: the home, the class set in hand, the look, the head line, and the guard.

A page's drawing function comes in; the page with its head, or a sentence that says what to do now, goes out.
Pictures reach the page in one way only: as base64 data addresses (`make_address`), so that nothing is served by path.
"""

from __future__ import annotations

import base64
import logging
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pipeline.errors import PatternworkError, UnknownCollection
from pipeline.records.work import Collection
from pipeline.settings import Settings, load_settings
from pipeline.store.collections import find_collection
from pipeline.store.home import Home, open_home
from pipeline.store.place import find_home_warnings
from pipeline.views.components.keys import count_runs, listen_at_least
from pipeline.views.server import HOME_FLAG
from pipeline.views.words import escape_html

SET_PARAMETER = "set"
PAGES_KEY = "pages"
TROUBLE_KEY = "trouble"
UNFORESEEN = "Something went wrong that we did not foresee."

_HERE = Path(__file__).parent
_FONTS = (
    ("Atkinson Hyperlegible", 400, "atkinson-hyperlegible-latin-400-normal.woff2"),
    ("Atkinson Hyperlegible", 700, "atkinson-hyperlegible-latin-700-normal.woff2"),
    ("Literata", 400, "literata-latin-400-normal.woff2"),
)
_log = logging.getLogger(__name__)


def find_settings() -> Settings:
    """Return the settings of the home the server was started for (its --home= argument, else the user's own)."""
    given = [argument.removeprefix(HOME_FLAG) for argument in sys.argv[1:] if argument.startswith(HOME_FLAG)]
    return load_settings(Path(given[-1]) if given else None)


@st.cache_resource(show_spinner=False)
def _open_home_once(path: str) -> Home:
    return open_home(Path(path))


def find_home() -> Home:
    """Return the open home; raises HomeError and its kinds."""
    return _open_home_once(str(find_settings().home))


def find_open_set(home: Home) -> Collection | None:
    """Return the class set in hand (from the address, else the session), or None where none was opened."""
    wanted = st.query_params.get(SET_PARAMETER) or st.session_state.get(SET_PARAMETER)
    if not wanted:
        return None
    try:
        collection = find_collection(home, wanted)
    except UnknownCollection:
        close_set()
        return None
    open_set(collection.id)
    if st.query_params.get(SET_PARAMETER) != collection.id:
        st.query_params[SET_PARAMETER] = collection.id
    return collection


def open_set(collection_id: str) -> None:
    """Take a class set in hand."""
    st.session_state[SET_PARAMETER] = collection_id


def close_set() -> None:
    """Put the class set in hand away."""
    st.session_state.pop(SET_PARAMETER, None)
    st.query_params.pop(SET_PARAMETER, None)


def go_to(page: str) -> None:
    """Turn to another page by its name in `pages.PAGES`; ends this run."""
    collection = st.session_state.get(SET_PARAMETER)
    st.switch_page(get_page(page), query_params={SET_PARAMETER: collection} if collection else None)


def get_page(page: str) -> StreamlitPage:
    """Return the page of that name, as the navigation of this run knows it."""
    pages: dict[str, StreamlitPage] = st.session_state[PAGES_KEY]
    return pages[page]


def write_html(body: str) -> None:
    """Write our own HTML; every text of a student or teacher in it has gone through `escape_html`."""
    st.html(body)


def write_inline(body: str) -> None:
    """Write our own HTML, as wide as it needs to be, among other things on a line."""
    st.html(body, width="content")


def say(message: str, hint: str = "", *, is_error: bool = False) -> None:
    """Say a sentence that matters, and under it what to do now."""
    role, look = ("alert", " pw-error") if is_error else ("status", "")
    second = f"<p>{escape_html(hint)}</p>" if hint else ""
    write_html(f'<div class="pw-said{look}" role="{role}"><p>{escape_html(message)}</p>{second}</div>')


def say_empty(sentence: str) -> None:
    """Write an empty page's one sentence; the page puts one button under it."""
    write_html(f'<p class="pw-empty">{escape_html(sentence)}</p>')


def show_page(draw: Callable[[], None]) -> None:
    """Draw a page inside the look and the guard: whatever goes wrong is said in words, never as a traceback."""
    _load_look()
    _tell_trouble()
    run_before = count_runs()
    draw_guarded(draw)
    listen_at_least(run_before)


def draw_guarded(draw: Callable[..., None], *args: object) -> None:
    """Draw a page, or a part that is drawn by itself, and say in its place what went wrong."""
    trouble = _try(draw, *args)
    if trouble:
        say(*trouble, is_error=True)


def guard(act: Callable[..., None], *args: object) -> None:
    """Run a widget's callback; what goes wrong in it is said at the top of the page that follows."""
    trouble = _try(act, *args)
    if trouble:
        st.session_state[TROUBLE_KEY] = trouble


def make_address(picture: bytes, kind: str = "webp") -> str:
    """Return a picture's bytes as a data address for our own HTML and components."""
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode('ascii')}"


@st.cache_data(show_spinner=False)
def warn_of_place(path: str) -> tuple[str, ...]:
    """Return what is unwise about where the home lies (a synced or network folder)."""
    return find_home_warnings(Path(path))


def _try(act: Callable[..., None], *args: object) -> tuple[str, str] | None:
    """Run `act`; return what went wrong, as a message and what to do now, or None."""
    try:
        act(*args)
    except PatternworkError as error:
        return error.message, error.hint
    except Exception as error:  # noqa: BLE001 the outermost boundary of the screen: a teacher never meets a traceback
        _log.error("unforeseen on screen: %s", _place_error(error))
        return UNFORESEEN, PatternworkError.default_hint
    return None


def _tell_trouble() -> None:
    """Say what went wrong in the last press, above the page and in sight wherever it is scrolled to.

    The place is there also when all went well: a page that moves down by one would lose its tabs and what is open.
    """
    trouble = st.session_state.pop(TROUBLE_KEY, None)
    with st.container(key="trouble"):
        if trouble:
            say(*trouble, is_error=True)


def _place_error(error: BaseException) -> str:
    """Return an error's kind and the line it came from: no message, for that may quote a student."""
    place, step = "?", error.__traceback__
    while step:
        place, step = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}", step.tb_next
    return f"{type(error).__name__} at {place}"


def _load_look() -> None:
    write_html(f"<style>{_read_style()}</style>")


@lru_cache(maxsize=1)
def _read_style() -> str:
    faces = [
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f"src:url(data:font/woff2;base64,{base64.b64encode((_HERE / 'fonts' / name).read_bytes()).decode('ascii')}) "
        f'format("woff2")}}'
        for family, weight, name in _FONTS
    ]
    return "\n".join([*faces, (_HERE / "style.css").read_text(encoding="utf-8")])

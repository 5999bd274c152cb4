"""The home comes in; the class sets in it go out: each with its counts, its progress, and the way to its patterns."""

from __future__ import annotations

import streamlit as st

from pipeline.records.work import Collection, Refusal
from pipeline.store.away import list_left_out
from pipeline.store.collections import delete_collection, list_collections
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.store.pieces import list_pieces
from pipeline.store.refusals import forget_refusal, list_refusals
from pipeline.views.add_work import add_to, draw_way_to_add
from pipeline.views.classes import draw_classes
from pipeline.views.desk import forget_shown
from pipeline.views.frame import close_set, draw_guarded, find_home, go_to, guard, open_set, say_empty, write_html
from pipeline.views.head import draw_head
from pipeline.views.home_place import draw_home_place
from pipeline.views.reading import draw_progress, is_working
from pipeline.views.recut import draw_recut
from pipeline.views.sample_note import note_sample
from pipeline.views.scan_advice import draw_scan_warning
from pipeline.views.words import count_nouns, escape_html, make_refusal_table, shorten

ASKED_KEY = "asked-to-delete"
WAITING_KEY = "waiting-for-first-set"
TASK_CHARACTERS = 160
NO_PAPERS = "No papers yet"
REFUSALS_APART = 20
"""Of more files one by one nobody decides."""
LOOK_EVERY_S = 2.0

HomeState = tuple[tuple[str, str, bool], ...]


def draw_class_sets() -> None:
    """Draw the list of class sets, or the sentence and the button of an empty home."""
    home = find_home()
    close_set()
    draw_head("sets")
    collections = list_collections(home)
    _watch(home, _describe_home(home))
    if not collections:
        say_empty("No papers yet. Add scans, photos, PDFs or typed files, or a zip from your class page.")
        if st.button("Add work", type="primary", key="add-work"):
            go_to("add")
        draw_classes(home)
        draw_home_place(home)
        return
    _draw_list(home, collections)
    draw_classes(home)
    draw_home_place(home)
    _open_first_ready(home)


@st.fragment(run_every=LOOK_EVERY_S)
def _watch(home: Home, seen: HomeState) -> None:
    """Draw the page anew when a class set appears, is read, or is done: somebody else may be adding them."""
    draw_guarded(_look_again, home, seen)


def _look_again(home: Home, seen: HomeState) -> None:
    if _describe_home(home) != seen:
        st.rerun()


def _describe_home(home: Home) -> HomeState:
    jobs = {collection.id: load_job(home, collection.id) for collection in list_collections(home)}
    return tuple((collection_id, job.state if job else "", is_working(job)) for collection_id, job in jobs.items())


def _draw_list(home: Home, collections: tuple[Collection, ...]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        write_html("<h1>Class sets</h1>")
        if st.button("Add work", key="add-work"):
            go_to("add")
    for collection in collections:
        with st.container(key=f"classset-{collection.id}"):
            _draw_set(home, collection)


def _draw_set(home: Home, collection: Collection) -> None:
    words, acts = st.columns([3, 1], vertical_alignment="center")
    with words:
        write_html(_describe_set(home, collection))
        draw_progress(home, collection.id)
        if not is_working(load_job(home, collection.id)):
            draw_scan_warning(home, collection.id)
        _draw_refusals(home, collection)
    with acts, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
        is_busy = is_working(load_job(home, collection.id))
        _draw_way_in(home, collection, is_busy=is_busy)
        draw_recut(home, collection, "sets", is_busy=is_busy)
        st.button("Delete", key=f"delete-{collection.id}", disabled=is_busy, on_click=_ask, args=(collection.id,))
    if st.session_state.get(ASKED_KEY) == collection.id:
        _draw_question(home, collection)


def _draw_way_in(home: Home, collection: Collection, *, is_busy: bool) -> None:
    """Draw the way to a set's patterns, or, where nothing was added to it yet, to adding work."""
    if not is_busy and not list_pieces(home, collection.id):
        if st.button("Add work to it", key=f"add-to-{collection.id}", type="primary"):
            add_to(collection.id)
        return
    if st.button("Open", key=f"open-{collection.id}", type="secondary" if is_busy else "primary"):
        open_set(collection.id)
        go_to("patterns")
    draw_way_to_add(collection.id, is_busy=is_busy)


def _describe_set(home: Home, collection: Collection) -> str:
    gone = list_left_out(home, collection.id)
    pieces = [piece for piece in list_pieces(home, collection.id) if piece.code not in gone]
    pages = sum(piece.page_count for piece in pieces)
    counts = (
        [f"{count_nouns(len(pieces), 'piece')} handed in", count_nouns(pages, "page")]
        if pieces or gone
        else [NO_PAPERS]
    )
    task = f'<p class="pw-text">{escape_html(shorten(collection.task, TASK_CHARACTERS))}</p>' if collection.task else ""
    told = "".join(f'<p class="pw-small">{line}</p>' for line in (" · ".join(counts), note_sample(collection)) if line)
    return f"<h2>{escape_html(collection.name)}</h2>{task}{told}"


def _draw_refusals(home: Home, collection: Collection) -> None:
    refusals = list_refusals(home, collection.id)
    if refusals:
        with st.expander(f"Couldn't open {count_nouns(len(refusals), 'file')}"):
            for number, refusal in enumerate(refusals[:REFUSALS_APART]):
                _draw_refusal(home, collection, refusal, number)
            if len(refusals) > REFUSALS_APART:
                write_html(make_refusal_table(refusals[REFUSALS_APART:]))


def _draw_refusal(home: Home, collection: Collection, refusal: Refusal, number: int) -> None:
    """Draw a file that couldn't be opened, why, and what to do; it is no longer counted once it does not matter."""
    words, act = st.columns([5, 1], vertical_alignment="center")
    with words:
        why = escape_html(f"{refusal.reason} {refusal.hint}".strip())
        write_html(f'<p class="pw-text">{escape_html(refusal.source_name)}</p><p class="pw-small">{why}</p>')
    with act:
        key, tip = f"forget-{collection.id}-{number}", "It is counted no more. Added again, it is looked at again."
        arguments = (forget_refusal, home, collection.id, refusal)
        st.button("Forget it", key=key, type="tertiary", help=tip, on_click=guard, args=arguments)


def _ask(collection_id: str) -> None:
    st.session_state[ASKED_KEY] = collection_id


def _draw_question(home: Home, collection: Collection) -> None:
    write_html(
        f'<p class="pw-text" role="alert">Delete “{escape_html(collection.name)}” for good? Its pages, transcriptions, '
        "patterns and decisions are erased from this computer. Your own files stay where they are.</p>"
    )
    with st.container(horizontal=True):
        st.button("Keep it", key="keep", on_click=_ask, args=("",))
        st.button("Delete for good", key="delete-for-good", on_click=guard, args=(_delete, home, collection.id))


def _delete(home: Home, collection_id: str) -> None:
    """Delete, and show nothing of it any more, also where a file of it is in use."""
    try:
        delete_collection(home, collection_id)
    finally:
        st.session_state[ASKED_KEY] = ""
        forget_shown()


def _open_first_ready(home: Home) -> None:
    """Whoever waits here for the very first set is brought to its patterns as soon as they are found, once."""
    states = _describe_home(home)
    ready = [collection_id for collection_id, state, _ in states if state == "done"]
    if not ready and any(is_at_work for _, _, is_at_work in states):
        st.session_state[WAITING_KEY] = True
    elif ready and st.session_state.pop(WAITING_KEY, False):
        open_set(ready[0])
        go_to("patterns")

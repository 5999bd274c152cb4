"""A class set comes in; how far its reading is goes out, live, with a way to stop it and to go on."""

from __future__ import annotations

import time

import streamlit as st

from pipeline.store.collections import find_collection
from pipeline.store.home import Home
from pipeline.store.jobs import JobStatus, load_job, request_stop
from pipeline.views.desk import DESK_KEY
from pipeline.views.frame import draw_guarded, guard, say, write_html
from pipeline.views.launch import Launch, launch_resume
from pipeline.views.scan_advice import draw_scan_warning
from pipeline.views.words import describe_pace, escape_html

LOOK_EVERY_S = 1.0
LAUNCHES_KEY = "launches"
WORKING = ("reading", "finding")


def is_working(job: JobStatus | None) -> bool:
    """Whether a living process reads this set or finds patterns in it."""
    return job is not None and job.is_alive and job.state in WORKING


def is_starting(job: JobStatus | None, launch: Launch | None) -> bool:
    """Whether a reading was started here that has not begun yet."""
    return launch is not None and launch.is_starting(job.started if job else 0.0)


def is_under_way(collection_id: str, job: JobStatus | None) -> bool:
    """Whether this set is read, or patterns are looked for in it, or either was started here and is about to begin."""
    return is_working(job) or is_starting(job, find_launch(collection_id))


def remember_launch(collection_id: str, launch: Launch) -> None:
    """Keep hold of a started reading, so that it can be shown before its first page."""
    launches: dict[str, Launch] = st.session_state.setdefault(LAUNCHES_KEY, {})
    launches[collection_id] = launch


def find_launch(collection_id: str) -> Launch | None:
    """Return the reading this session started for the set, if any."""
    launches: dict[str, Launch] = st.session_state.get(LAUNCHES_KEY, {})
    return launches.get(collection_id)


def start_again(home: Home, collection_id: str) -> None:
    """Go on reading, or find again: both are the same command."""
    remember_launch(collection_id, launch_resume(home, collection_id))


def draw_progress(home: Home, collection_id: str, drawn: JobStatus | None = None) -> None:
    """Show a running job until it ends, then draw the page anew; say how a job ended that isn't running.

    drawn: the job as the page's desk knows it. One that has ended since leaves a desk without what it found.
    """
    job, launch = load_job(home, collection_id), find_launch(collection_id)
    if is_working(drawn) and job and job.state not in WORKING:
        st.session_state.pop(DESK_KEY, None)
        st.rerun()
    if is_under_way(collection_id, job):
        _watch(home, collection_id, is_working(job))
    elif launch and launch.has_failed and (words := launch.take_last_words()):
        say("The reading stopped.", words, is_error=True)
    elif job and job.state in (*WORKING, "stopped", "failed"):
        _offer_to_go_on(home, collection_id, job)


@st.fragment(run_every=LOOK_EVERY_S)
def _watch(home: Home, collection_id: str, has_begun: bool) -> None:  # noqa: FBT001 a fragment keeps what it was given
    draw_guarded(_draw_running, home, collection_id, has_begun)


def _draw_running(home: Home, collection_id: str, has_begun: bool) -> None:  # noqa: FBT001 as above
    """Draw how far it is; when it begins and when it ends, the page around it is drawn anew, for its counts change."""
    job = load_job(home, collection_id)
    if job is not None and is_working(job):
        if not has_begun:
            st.rerun()
        is_by_hand = find_collection(home, collection_id).is_read_by_hand
        with st.container(horizontal=True, vertical_alignment="center", key="progress"):
            _draw_bar(job, "Opening" if is_by_hand else "Reading")
            st.button("Stop", key=f"stop-{collection_id}", on_click=guard, args=(request_stop, home, collection_id))
        draw_scan_warning(home, collection_id)
    elif is_starting(job, find_launch(collection_id)):
        write_html('<p class="pw-small" role="status">Getting ready …</p>')
    else:
        st.rerun()


def _draw_bar(job: JobStatus, doing: str) -> None:
    share = 100 * job.pages_done / job.pages_total if job.pages_total else 0
    told = describe_pace(job.pages_done, job.pages_total, measure_seconds(job)) if job.state == "reading" else ""
    sentence = f"{doing} · {told}" if told else "Every page is there. Looking for patterns …"
    write_html(
        f'<div role="status"><p class="pw-text">{escape_html(sentence)}</p>'
        f'<div class="pw-progress"><i style="width:{share:.1f}%"></i></div></div>'
    )


def _offer_to_go_on(home: Home, collection_id: str, job: JobStatus) -> None:
    done = f"{job.pages_done} of {job.pages_total} pages are read and kept."
    if job.state == "failed":
        say(job.message or "The reading stopped.", done, is_error=True)
    else:
        say("The reading was stopped before its end.", done)
    st.button("Go on reading", key=f"go-on-{collection_id}", on_click=guard, args=(start_again, home, collection_id))


def measure_seconds(job: JobStatus) -> float:
    """Return for how many seconds a running job has been at work."""
    return max(0.0, time.time() - job.started)

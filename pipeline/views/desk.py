"""The class set in hand comes in, its desk goes out, loaded anew only when something about it has changed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.work import Collection
from pipeline.store.decisions import list_decisions
from pipeline.store.engine import reading_together
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.store.rosters import describe_people
from pipeline.views.frame import find_home, find_open_set
from pipeline.views.words import describe_left_out, describe_set, describe_set_by_hand, escape_html
from pipeline.walk.desk import Desk, list_needing_eyes, list_unsorted, load_desk

DESK_KEY = "desk"
MOST_SHOWN = 7


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """The home, the class set in hand and its desk: what every page of a class set draws from."""

    home: Home
    desk: Desk

    @property
    def collection(self) -> Collection:
        """The class set in hand."""
        return self.desk.collection


def open_desk() -> OpenDesk | None:
    """Return the desk of the class set in hand, or None where no set is open; raises HomeError."""
    home = find_home()
    with reading_together(home.engine):
        return _open_desk(home)


def _open_desk(home: Home) -> OpenDesk | None:
    collection = find_open_set(home)
    if collection is None:
        return None
    state = _describe_state(home, collection)
    kept = st.session_state.get(DESK_KEY)
    if kept and kept[0] == state:
        return OpenDesk(home, kept[1])
    desk = load_desk(home, collection.id)
    st.session_state[DESK_KEY] = (state, desk)
    return OpenDesk(home, desk)


def forget_shown() -> None:
    """Forget every desk and picture that this server still holds: what is deleted must be on no screen."""
    st.session_state.pop(DESK_KEY, None)
    st.cache_data.clear()


def list_suggestions(desk: Desk) -> tuple[Pattern, ...]:
    """Return the patterns nobody has decided on yet, in the desk's order."""
    return tuple(pattern for pattern in desk.patterns if pattern.status is PatternStatus.SUGGESTED)


def list_decided(desk: Desk) -> tuple[Pattern, ...]:
    """Return the confirmed patterns, then those set aside."""
    confirmed = [pattern for pattern in desk.patterns if pattern.status is PatternStatus.CONFIRMED]
    aside = [pattern for pattern in desk.patterns if pattern.status is PatternStatus.SET_ASIDE]
    return (*confirmed, *aside)


def tell_desk(desk: Desk) -> str:
    """Return the head line's counts for a desk."""
    if desk.collection.is_read_by_hand:
        told = describe_set_by_hand(len(desk.pieces), len(list_unsorted(desk)), len(desk.refusals))
    else:
        counts = len(desk.pieces), len(desk.transcripts), len(list_needing_eyes(desk)), len(desk.refusals)
        told = describe_set(*counts)
    newcomers = f"{len(desk.newcomers)} not looked at" if desk.newcomers else ""
    return " · ".join(filter(None, (told, newcomers, escape_html(describe_left_out(desk.left_out)))))


def has_words(desk: Desk) -> bool:
    """Whether there is anything to look for in the texts: drawings that a teacher reads have none."""
    return not desk.collection.is_read_by_hand or any(one.text for one in desk.transcripts.values())


def tell_newcomers(desk: Desk, pattern: Pattern) -> str:
    """Return how many of a pattern's suggested members are pieces that nobody looked at yet, "" for none."""
    count = sum(member.piece in desk.newcomers for member in pattern.members if not member.is_checked)
    return f"{count} not looked at" if count else ""


def _describe_state(home: Home, collection: Collection) -> tuple[object, ...]:
    """Return what changes whenever a desk does: its decisions, its last run, and its people."""
    decisions = list_decisions(home, collection.id)
    job = load_job(home, collection.id)
    run = (job.state, job.pages_done, job.started) if job else None
    return (str(home.path), collection, len(decisions), run, describe_people(home, collection.id))

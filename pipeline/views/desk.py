"""The class set in hand comes in, its desk goes out, loaded anew only when something about it has changed."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.work import Collection
from pipeline.store.decisions import list_decisions
from pipeline.store.home import Home
from pipeline.store.jobs import load_job
from pipeline.views.frame import find_home, find_open_set
from pipeline.views.words import describe_set
from pipeline.walk.desk import Desk, load_desk

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


def list_suggestions(desk: Desk) -> tuple[Pattern, ...]:
    """Return the patterns nobody has decided on yet, in the desk's order."""
    return tuple(pattern for pattern in desk.patterns if pattern.status is PatternStatus.SUGGESTED)


def list_decided(desk: Desk) -> tuple[Pattern, ...]:
    """Return the confirmed patterns, then those set aside."""
    confirmed = [pattern for pattern in desk.patterns if pattern.status is PatternStatus.CONFIRMED]
    aside = [pattern for pattern in desk.patterns if pattern.status is PatternStatus.SET_ASIDE]
    return (*confirmed, *aside)


def list_unsorted(desk: Desk) -> tuple[str, ...]:
    """Return the codes of the pieces that are sorted nowhere yet: by no person, and by the machine in no live pattern.

    Pieces the first sort left over stay here until a person puts them somewhere, whatever ideas they share; unread
    pieces are here too, for a person can sort them all the same.
    """
    live = [pattern for pattern in desk.patterns if pattern.status is not PatternStatus.SET_ASIDE]
    members = [member for pattern in live for member in pattern.members]
    by_person = {member.piece for member in members if member.is_checked}
    left_over = set(desk.findings.not_sorted) if desk.findings else set()
    by_machine = {member.piece for member in members} - left_over
    return tuple(piece.code for piece in desk.pieces if piece.code not in by_person | by_machine)


def tell_desk(desk: Desk) -> str:
    """Return the head line's counts for a desk."""
    needs_eyes = sum(transcript.needs_eyes for transcript in desk.transcripts.values())
    return describe_set(len(desk.pieces), len(desk.transcripts), needs_eyes, len(desk.refusals))


def _describe_state(home: Home, collection: Collection) -> tuple[object, ...]:
    """Return what changes whenever a desk does: its decisions and its last run."""
    decisions = list_decisions(home, collection.id)
    job = load_job(home, collection.id)
    run = (job.state, job.pages_done, job.started) if job else None
    return (str(home.path), collection, len(decisions), run)

"""The open desk comes in; it goes out with what saves most looking first, and what a look at each would settle.

The order changes with a decision and never under the teacher's hand: the pattern in focus stays where it is, and so
does what stands above it; only what is still to come is put in order anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pipeline.decide import label_pieces
from pipeline.learn import measure_worth
from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.records.patterns import CandidateKind
from pipeline.views.desk import OpenDesk, list_suggestions
from pipeline.views.focus import FOCUS_KEY
from pipeline.views.ground import find_ground
from pipeline.views.learning import find_outlook
from pipeline.views.words import count_nouns

ORDER_KEY, WORTH_KEY = "suggestions-order", "suggestions-worth"


@dataclass(frozen=True, slots=True)
class Saving:
    """What a look settles: `own` pieces of the pattern that nobody has checked yet, and so many `others`' worth."""

    own: int
    others: float

    def tell(self) -> str:
        """Return it as a sentence, "" where it settles nothing."""
        others = round(self.others)
        own = f"{count_nouns(self.own, 'piece')} nobody has checked yet" if self.own else ""
        more = f"about {count_nouns(others, 'other')} like them" if others else ""
        told = " and ".join(part for part in (own, more) if part)
        return f"Looking at this settles {told}." if told else ""


def put_in_order(table: OpenDesk) -> tuple[OpenDesk, Mapping[str, Saving]]:
    """Return the desk with its suggestions in order, and what a look at each saves; as they are before any decision."""
    suggestions = list_suggestions(table.desk)
    if all(pattern.status is PatternStatus.SUGGESTED for pattern in table.desk.patterns):
        st.session_state.pop(ORDER_KEY, None)
        return table, {}
    savings = _find_savings(table, suggestions)
    ordered = _order(table, suggestions, savings)
    rest = [pattern for pattern in table.desk.patterns if pattern.status is not PatternStatus.SUGGESTED]
    return replace(table, desk=replace(table.desk, patterns=(*ordered, *rest))), savings


def order_pieces(table: OpenDesk, codes: Sequence[str]) -> tuple[tuple[str, ...], Mapping[str, Saving]]:
    """Return the codes of pieces, those whose look settles most about others first, and what each settles."""
    worths = _measure(table, [[code] for code in codes])
    savings = {code: Saving(0, worth) for code, worth in zip(codes, worths, strict=True)}
    return tuple(sorted(codes, key=lambda code: -savings[code].others)), savings


def rank_on(before: Sequence[str], focused: str, ranked: Sequence[str]) -> list[str]:
    """Return `ranked` with everything up to the focused one as it was `before`."""
    here = [one for one in before if one in ranked]
    kept = here[: here.index(focused) + 1] if focused in here else []
    return [*kept, *(one for one in ranked if one not in kept)]


def _order(table: OpenDesk, suggestions: Sequence[Pattern], savings: Mapping[str, Saving]) -> list[Pattern]:
    state = table.collection.id, len(table.desk.decisions), frozenset(savings)
    kept_state, kept = st.session_state.get(ORDER_KEY, (None, []))
    by_id = {pattern.id: pattern for pattern in suggestions}
    if kept_state == state:
        return [by_id[one] for one in kept]
    places = {pattern.id: at for at, pattern in enumerate(suggestions)}

    def rank(pattern: Pattern) -> tuple[bool, bool, float, int]:
        saving = savings[pattern.id]
        return pattern.rests_on_doubt, not pattern.is_reliable, -saving.own - round(saving.others), places[pattern.id]

    ranked = [pattern.id for pattern in sorted(suggestions, key=rank)]
    before = kept if kept_state and kept_state[0] == table.collection.id else list(places)
    ids = rank_on(before, str(st.session_state.get(FOCUS_KEY, "")), ranked)
    st.session_state[ORDER_KEY] = (state, ids)
    return [by_id[one] for one in ids]


def _find_savings(table: OpenDesk, suggestions: Sequence[Pattern]) -> dict[str, Saving]:
    """Return what a look at each suggestion saves: its own pieces, and of the first sort those it teaches about."""
    by_person = {member.piece for pattern in table.desk.patterns for member in pattern.members if member.is_checked}
    own = {one.id: [m.piece for m in one.members if m.piece not in by_person] for one in suggestions}
    piles = [one.id for one in suggestions if one.kind is CandidateKind.PILE]
    worths = dict(zip(piles, _measure(table, [own[one] for one in piles]), strict=True))
    return {one.id: Saving(len(own[one.id]), worths.get(one.id, 0.0)) for one in suggestions}


def _measure(table: OpenDesk, groups: Sequence[Sequence[str]]) -> list[float]:
    """Return how many others each group of pieces would settle: of short answers with something decided, else 0."""
    decided = label_pieces(table.desk.patterns)
    if not decided or not groups:
        return [0.0] * len(groups)
    ground = find_ground(table)
    if not ground.is_short:
        return [0.0] * len(groups)
    state = id(ground), tuple(sorted(decided.items())), tuple(map(tuple, groups))
    kept = st.session_state.get(WORTH_KEY)
    if kept and kept[0] == state:
        worths: list[float] = kept[1]
        return worths
    row = {transcript.piece: at for at, transcript in enumerate(ground.class_set.transcripts)}
    labels = {row[piece]: label for piece, label in decided.items() if piece in row}
    worths = measure_worth(find_outlook(table), labels, [[row[one] for one in group if one in row] for group in groups])
    st.session_state[WORTH_KEY] = (state, worths)
    return worths

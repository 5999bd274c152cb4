"""What a teacher looks for comes in (a pattern, a passage, a typed sentence); the passages to show next go out.

What was said to belong is read off the pattern that grows of it, so that an undo takes it back here too; what was said
not to belong is kept by the browser's session.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from pipeline.decide import keep_in_force
from pipeline.find import Alike, AlikeGround, lay_alike, rank_alike, rank_by_rule
from pipeline.find.split import Ground
from pipeline.records.decisions import Pattern
from pipeline.records.patterns import CandidateKind, Evidence, Passage
from pipeline.store.decisions import list_decisions
from pipeline.views.deciding import begin_own_pattern, make_snapshot, put_in_evidence
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import go_to
from pipeline.views.ground import find_ground
from pipeline.views.words import shorten
from pipeline.walk.ground import embed_sentence

SEARCH_KEY, GROUND_KEY, CHOOSING_KEY = "search", "search-ground", "search-choosing"
NAME_CHARACTERS = 80
FEW_PASSAGES = 3
"""A piece that a pattern holds as a whole says what is sought only where it is this short."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A passage that was said not to belong, and how many decisions were in force: so that Undo knows its turn."""

    passage: Passage
    decisions: int


@dataclass(slots=True)
class Search:
    """One search: what is sought, the pattern that grows (its id, "" before the first find), and what was refused."""

    collection: str
    text: str = ""
    passage: Passage | None = None
    pattern: str = ""
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NextUp:
    """What a search has come to: the pattern so far, and the passages still to be shown, best first.

    `is_whole`: nothing is shown, for the pattern rests on whole pieces and says of no passage that it is sought.
    """

    pattern: Pattern | None
    waiting: tuple[Alike, ...]
    is_whole: bool = False


def look_for_more(table: OpenDesk, pattern: Pattern) -> None:
    """Turn to the passages most like a pattern's; what was refused before in this search stays so."""
    search = find_search(table)
    if search is None or search.pattern != pattern.id:
        begin_search(Search(table.collection.id, pattern=pattern.id))
    _turn(choosing="")


def look_for_sentence(piece: str = "") -> None:
    """Turn to the box for a typed sentence, or to the choice among the sentences of a piece."""
    begin_search(None)
    _turn(choosing=piece)


def find_search(table: OpenDesk) -> Search | None:
    """Return the search in hand, None where none was begun in this class set."""
    search: Search | None = st.session_state.get(SEARCH_KEY)
    return search if search and search.collection == table.collection.id else None


def begin_search(search: Search | None) -> None:
    """Take a search in hand, or put away the one that is."""
    st.session_state[SEARCH_KEY] = search


def find_pattern(table: OpenDesk, search: Search) -> Pattern | None:
    """Return the pattern a search adds to, None before there is one (and where its beginning was taken back)."""
    return next((pattern for pattern in table.desk.patterns if pattern.id == search.pattern), None)


def look_on(table: OpenDesk, search: Search) -> NextUp:
    """Return what to show next; raises ModelMissing where a typed sentence can't be embedded."""
    pattern = find_pattern(table, search)
    ground = find_ground(table)
    liked = _list_liked(ground, search, pattern)
    pieces_out = {member.piece for member in pattern.members} | set(pattern.taken_out) if pattern else set()
    if search.passage:
        pieces_out.add(search.passage.piece)
    if pattern and pattern.kind is CandidateKind.CRAFT:
        return NextUp(pattern, _rank_craft(table, ground, search, pattern, pieces_out))
    sought = _find_sought(table, ground, search, liked)
    if sought is None:
        return NextUp(pattern, (), is_whole=True)
    return NextUp(pattern, rank_alike(sought, liked, [one.passage for one in search.refused], pieces_out=pieces_out))


def take_in(table: OpenDesk, search: Search, passage: Passage) -> None:
    """Let a passage belong: it joins the pattern, or begins one with the passage that was asked from."""
    pattern, evidence = find_pattern(table, search), make_evidence(passage)
    if pattern:
        put_in_evidence(table, pattern, evidence)
        return
    first = (make_evidence(search.passage),) if search.passage else ()
    begin_own_pattern(table, shorten(search.text, NAME_CHARACTERS), (*first, evidence))
    search.pattern = list_decisions(table.home, table.collection.id)[-1].pattern


def refuse(table: OpenDesk, search: Search, passage: Passage) -> None:
    """Say that a passage does not belong."""
    search.refused.append(Refused(passage, len(keep_in_force(table.desk.decisions))))


def find_last_refused(table: OpenDesk, search: Search) -> Refused | None:
    """Return the refusal that Undo takes back, None where a decision was made after it."""
    last = search.refused[-1] if search.refused else None
    return last if last and last.decisions == len(keep_in_force(table.desk.decisions)) else None


def make_evidence(passage: Passage) -> Evidence:
    """Return a passage as evidence."""
    return Evidence(passage.piece, passage.start, passage.end, passage.text)


def _turn(choosing: str) -> None:
    st.session_state[CHOOSING_KEY] = choosing
    go_to("alike")


def _rank_craft(
    table: OpenDesk, ground: Ground, search: Search, pattern: Pattern, pieces_out: set[str]
) -> tuple[Alike, ...]:
    """Return who comes next by a way of writing's own rule: what is counted is not found by what is said."""
    snapshot = make_snapshot(table.desk, pattern)
    refused = {one.passage.piece for one in search.refused}
    return rank_by_rule(ground.class_set, snapshot.rule if snapshot else "", pieces_out | refused)


def _list_liked(ground: Ground, search: Search, pattern: Pattern | None) -> list[Passage]:
    spans = [evidence for member in pattern.members for evidence in member.evidence] if pattern else []
    liked = [search.passage] if search.passage else []
    return liked + [one for span in spans for one in _find_passages(ground, span)]


def _find_passages(ground: Ground, span: Evidence) -> list[Passage]:
    own = [one for one in ground.class_set.passages if one.piece == span.piece]
    if span.is_whole_piece:
        return own if len(own) <= FEW_PASSAGES else []
    return [one for one in own if one.start < span.end and span.start < one.end]


def _find_sought(table: OpenDesk, ground: Ground, search: Search, liked: list[Passage]) -> AlikeGround | None:
    """Return what this search ranks by, laid once; None where nothing says what is sought."""
    asked = search.passage or (liked[0] if liked and not search.text else None)
    text = asked.text if asked else search.text
    if not text:
        return None
    kept = st.session_state.get(GROUND_KEY)
    if kept and kept[0] is ground and kept[1] is search:
        sought: AlikeGround = kept[2]
        return sought
    passages = ground.class_set.passages
    if asked in passages:
        vector = ground.class_set.passage_vectors.matrix[passages.index(asked)]
    else:
        vector = embed_sentence(table.home, table.collection.id, text)
    sought = lay_alike(ground.class_set, text, vector)
    st.session_state[GROUND_KEY] = (ground, search, sought)
    return sought

"""What the teacher confirmed teaches where the other papers probably belong."""

from __future__ import annotations

from dataclasses import replace

import pytest
import streamlit as st

from pipeline.records.decisions import DecisionKind, PatternStatus
from pipeline.records.patterns import Candidate, CandidateKind
from pipeline.settings import load_settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.findings import save_findings
from pipeline.store.home import Home
from pipeline.views.desk import OpenDesk
from pipeline.views.savings import order_pieces
from pipeline.walk.collect import collect_set, hash_inputs
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen


def _make_pile(drawn: DrawnHome, word: str) -> Candidate:
    """Let the answers with this word be a pile of the first sort; return it."""
    desk = load_desk(drawn.home, drawn.collection_id)
    assert desk.findings is not None
    idea = next(one for one in desk.findings.candidates if one.id == f"word-{word}")
    pile = replace(idea, id=f"pile-{word}", kind=CandidateKind.PILE)
    found = replace(desk.findings, candidates=(*desk.findings.candidates, pile))
    inputs = hash_inputs(collect_set(drawn.home, drawn.collection_id), load_settings(drawn.home.path).finding)
    save_findings(drawn.home, drawn.collection_id, found, inputs)
    return pile


def _confirm(drawn: DrawnHome, pile: Candidate, without: int = 0) -> str:
    """Confirm a pile with all but its last `without` members; return the first of those left out."""
    kept = replace(pile, members=pile.members[: len(pile.members) - without])
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.CONFIRM, pile.id, "", kept))
    return pile.members[len(kept.members)].piece if without else ""


def _show(drawn: DrawnHome, pile: Candidate) -> list[str]:
    """Return the pieces on the card of a pile."""
    app = open_page("patterns", drawn.collection_id)
    app.session_state["focus"] = pile.id
    app.run()
    check(app)
    assert "suggested" in read_screen(app) or "checked by you" in read_screen(app)
    return [str(button.key).removeprefix("take-out-") for button in app.button if "take-out-" in str(button.key)]


def test_a_like_answer_is_suggested_for_a_confirmed_pile(drawn: DrawnHome) -> None:
    """Of four answers about leaves three were confirmed, beside three about roots: the fourth belongs to the leaves."""
    leaves, roots = _make_pile(drawn, "leaves"), _make_pile(drawn, "roots")
    left = _confirm(drawn, leaves, without=1)
    _confirm(drawn, roots)
    assert left in _show(drawn, leaves)
    assert left not in _show(drawn, roots)
    stored = {pattern.id: pattern for pattern in load_desk(drawn.home, drawn.collection_id).patterns}
    assert stored[leaves.id].status is PatternStatus.CONFIRMED
    assert left not in {member.piece for member in stored[leaves.id].members if member.is_checked}


def test_a_piece_taken_out_is_not_suggested_again(drawn: DrawnHome) -> None:
    """However like the others it is: the teacher has said no."""
    leaves = _make_pile(drawn, "leaves")
    left = _confirm(drawn, leaves, without=1)
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.TAKE_OUT, leaves.id, left, leaves))
    assert left not in _show(drawn, leaves)


def test_without_a_confirmed_pile_nothing_is_learnt(drawn: DrawnHome, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then no vectors are asked for either."""

    def refuse(*_: object) -> Home:
        raise AssertionError("the ground was laid for nothing")

    monkeypatch.setattr("pipeline.views.learning.find_ground", refuse)
    pile = _make_pile(drawn, "leaves")
    assert set(_show(drawn, pile)) == {member.piece for member in pile.members}
    assert OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id)).desk.patterns


def test_a_piece_that_says_most_about_others_is_offered_first(
    drawn: DrawnHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two sad plants and one who does not know, a sad plant says most about who is left."""
    monkeypatch.setattr(st, "session_state", {})
    _confirm(drawn, _make_pile(drawn, "leaves"))
    _confirm(drawn, _make_pile(drawn, "roots"))
    table = OpenDesk(drawn.home, load_desk(drawn.home, drawn.collection_id))
    texts = {code: one.text for code, one in table.desk.transcripts.items()}
    left = [code for code, text in texts.items() if "sad" in text or "know" in text]
    ordered, savings = order_pieces(table, left)
    assert sorted(ordered) == sorted(left)
    assert "sad" in texts[ordered[0]]
    assert savings[ordered[0]].others > savings[ordered[-1]].others >= 0
    assert order_pieces(table, ()) == ((), {})

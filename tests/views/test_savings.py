"""What saves most looking comes first, and nothing moves under the teacher's hand."""

from __future__ import annotations

import pytest

from pipeline.records.decisions import DecisionKind
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.views.savings import Saving, rank_on
from pipeline.walk.desk import load_desk
from tests.views.drawing import WORDS, DrawnHome, check, open_page, read_screen


def list_rail(drawn: DrawnHome, focus: str = "") -> tuple[list[str], str]:
    """Return the ids of the patterns on the rail in order, and what the screen says."""
    app = open_page("patterns", drawn.collection_id)
    if focus:
        app.session_state["focus"] = focus
        check(app.run())
    ids = [str(button.key).removeprefix("look-") for button in app.button if str(button.key).startswith("look-word")]
    return ids, read_screen(app)


def confirm(drawn: DrawnHome, pattern_id: str) -> None:
    desk = load_desk(drawn.home, drawn.collection_id)
    assert desk.findings is not None
    seen = next(one for one in desk.findings.candidates if one.id == pattern_id)
    append_decision(drawn.home, drawn.collection_id, NewDecision(DecisionKind.CONFIRM, pattern_id, "", seen))


def test_before_any_decision_the_order_is_the_findings(drawn: DrawnHome) -> None:
    """Nothing is known yet of what the teacher sorts by."""
    ids, screen = list_rail(drawn)
    assert ids == [f"word-{word}" for word in WORDS[: len(ids)]]
    assert "Looking at this settles" not in screen


def test_afterwards_what_settles_most_comes_first_and_says_so(drawn: DrawnHome) -> None:
    """With the leaves confirmed, "plant" has as many other pieces as none else of those to look at."""
    confirm(drawn, "word-leaves")
    patterns = {one.id: one for one in load_desk(drawn.home, drawn.collection_id).patterns}
    sorted_by_person = {one.piece for one in patterns["word-leaves"].members if one.is_checked}
    open_pieces = {
        key: len({one.piece for one in pattern.members} - sorted_by_person)
        for key, pattern in patterns.items()
        if key != "word-leaves"
    }
    ids, screen = list_rail(drawn)
    counts = [open_pieces[one] for one in ids if one in open_pieces]
    assert counts == sorted(counts, reverse=True)
    assert f"Looking at this settles {counts[0]} pieces nobody has checked yet." in screen


def test_the_pattern_in_focus_and_what_stands_above_it_stay() -> None:
    """Only what is still to come is put in order anew."""
    assert rank_on(["a", "b", "c", "d"], "b", ["d", "c", "b", "a"]) == ["a", "b", "d", "c"]
    assert rank_on(["a", "b", "c"], "", ["c", "b", "a"]) == ["c", "b", "a"]
    assert rank_on(["a", "gone", "b"], "b", ["new", "b", "a"]) == ["a", "b", "new"]


@pytest.mark.parametrize(
    ("saving", "sentence"),
    [
        (Saving(0, 0.4), ""),
        (Saving(1, 0.0), "Looking at this settles 1 piece nobody has checked yet."),
        (Saving(3, 1.6), "Looking at this settles 3 pieces nobody has checked yet and about 2 others like them."),
    ],
)
def test_a_saving_is_told_in_a_sentence(saving: Saving, sentence: str) -> None:
    """What is less than half of a piece is not spoken of."""
    assert saving.tell() == sentence

"""The pieces beside a model answer, idea by idea."""

from __future__ import annotations

import pytest

from pipeline.records.decisions import DecisionKind, PatternStatus
from pipeline.records.patterns import Findings
from pipeline.settings import load_settings
from pipeline.store.collections import find_collection, set_model_answer
from pipeline.store.decisions import list_decisions
from pipeline.walk.collect import find_again
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen

MODEL = "The water goes out of the leaves. The roots can not reach any water."


@pytest.fixture
def compared(drawn: DrawnHome) -> DrawnHome:
    """Give the drawn home with a model answer that was compared."""
    set_model_answer(drawn.home, drawn.collection_id, MODEL)
    _find(drawn)
    return drawn


def _find(drawn: DrawnHome) -> Findings:
    return find_again(drawn.home, drawn.collection_id, load_settings(drawn.home.path).finding)


def test_each_idea_is_counted_of_all_and_shown_on_the_scan(compared: DrawnHome) -> None:
    """So many of all under each of three verdicts, the lines that show it, and how far that can be trusted."""
    app = open_page("model", compared.collection_id)
    screen = read_screen(app)
    assert "The water goes out of the leaves." in screen
    assert "It is no mark." in screen
    assert "<img" in screen
    labels = [app.button(key=f"verdict-{number}").label for number in (1, 2, 3)]
    assert [label.split("  ")[1] for label in labels] == ["share this idea", "not there", "say otherwise"]
    counts = [int(label.split(" of 10")[0]) for label in labels]
    assert sum(counts) == 10
    assert counts[0] > 0


def test_one_idea_after_the_other_and_one_verdict_after_the_other(compared: DrawnHome) -> None:
    """J turns to the next idea, 2 to the pieces where it is not there."""
    app = open_page("model", compared.collection_id)
    app.button(key="next-idea").click().run()
    assert "The roots can not reach any water." in read_screen(check(app))
    app.button(key="verdict-2").click().run()
    assert "it may be there in other words" in read_screen(check(app))
    app.button(key="next-idea").click().run()
    assert "<h2>“The water goes" in read_screen(check(app))


def test_who_shares_an_idea_can_become_a_pattern(compared: DrawnHome) -> None:
    """Begun by the teacher with the places that show it, and gone by one undo."""
    app = open_page("model", compared.collection_id)
    app.button(key="begin-from-idea").click().run()
    check(app)
    decision = list_decisions(compared.home, compared.collection_id)[-1]
    assert decision.kind is DecisionKind.SEED
    pattern = next(
        one for one in load_desk(compared.home, compared.collection_id).patterns if one.id == decision.pattern
    )
    assert pattern.status is PatternStatus.CONFIRMED
    assert all(evidence.quote for member in pattern.members for evidence in member.evidence)
    app.button(key="undo").click().run()
    ids = {one.id for one in load_desk(compared.home, compared.collection_id).patterns}
    assert pattern.id not in ids


def test_a_set_without_one_asks_for_it(drawn: DrawnHome) -> None:
    """The box is there at once, and what is written is kept; findings are older than that."""
    app = open_page("model", drawn.collection_id)
    app.text_area(key=f"model-text-{drawn.collection_id}").set_value(f"  {MODEL}  ")
    app.button(key="FormSubmitter:model-form-Lay the pieces beside it").click().run()
    check(app)
    assert find_collection(drawn.home, drawn.collection_id).model_answer == MODEL


def test_findings_follow_the_model_answer(compared: DrawnHome) -> None:
    """Another one makes them stale; taken away, its ideas go, and the patterns are what they were."""
    before = load_desk(compared.home, compared.collection_id)
    assert not before.is_stale
    set_model_answer(compared.home, compared.collection_id, "")
    assert load_desk(compared.home, compared.collection_id).is_stale
    found = _find(compared)
    assert found.model_ideas == ()
    assert before.findings is not None
    assert [one.id for one in found.candidates] == [one.id for one in before.findings.candidates]

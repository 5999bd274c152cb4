"""Late work meets a confirmed way of writing: it stays as it was confirmed, and who is like its members joins it."""

from __future__ import annotations

from pathlib import Path

from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.records.patterns import CandidateKind
from pipeline.settings import Settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.walk.add import AddRequest, add_work
from pipeline.walk.desk import load_desk

SAYS = (
    *("The dog ran to the river.", "My uncle sold a red bicycle.", "We watched the boats in town."),
    *("A girl painted the garden gate.", "The farmer found two letters.", "Somebody lost a map on Monday."),
    *("Our class carried the bread.", "The old man repaired a clock."),
)
ASKS = ("Why did the dog run?", "Who sold it?", "What did we see?", "Where was the gate?")


def _write(number: int, *, asks: bool) -> str:
    """Return a piece of eight to eleven sentences, a question after every second one where it `asks`."""
    said = [SAYS[(number + place * (1 + number % 3)) % 8] for place in range(8 + number % 4)]
    behind = [ASKS[(number + place) % 4] if asks and place % 2 else "" for place in range(len(said))]
    return " ".join(f"{one} {other}".strip() for one, other in zip(said, behind, strict=True))


def _add(home: Home, folder: Path, texts: list[str], settings: Settings) -> str:
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{folder.name}{number}x.txt").write_text(text)
    request = AddRequest(plan_pieces([folder], settings.intake), "Stories")
    return add_work(home, request, settings, lambda _: None).collection.id


def test_late_work_joins_by_the_threshold_that_was_confirmed(tmp_path: Path, settings: Settings) -> None:
    """The set has changed by then: no member of Sunday's is lost and none is added, and late ones wait unchecked."""
    home = open_home(settings.home)
    collection = _add(home, tmp_path / "sunday", [_write(n, asks=n < 5) for n in range(14)], settings)
    sunday = load_desk(home, collection)
    assert sunday.findings is not None
    way = next(one for one in sunday.findings.candidates if one.kind is CandidateKind.CRAFT)
    append_decision(home, collection, NewDecision(DecisionKind.CONFIRM, way.id, snapshot=way))
    _add(home, tmp_path / "monday", [_write(n + 2, asks=n < 6) for n in range(8)], settings)
    monday = load_desk(home, collection)
    assert monday.findings is not None
    assert next(one.rule for one in monday.findings.candidates if one.id == way.id) == way.rule
    (pattern,) = (one for one in monday.patterns if one.id == way.id)
    checked = {member.piece for member in pattern.members if member.is_checked}
    late = {member.piece for member in pattern.members} - checked
    assert checked == {member.piece for member in way.members}
    assert late
    assert late <= set(monday.newcomers)

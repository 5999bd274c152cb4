"""Pieces that come on Monday change nothing that was decided on Sunday, and are counted until they are looked at."""

from __future__ import annotations

from pathlib import Path

from pipeline.decide import write_left_out
from pipeline.intake import plan_pieces
from pipeline.records.decisions import DecisionKind
from pipeline.settings import Settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.walk.add import AddRequest, add_work, resume_collection
from pipeline.walk.desk import load_desk
from tests.walk.test_desk import ANSWERS

LATE = ("The water leaves through the leaves of it.", "No idea at all.")


def _add(home: Home, folder: Path, answers: tuple[str, ...], settings: Settings) -> str:
    folder.mkdir()
    for number, answer in enumerate(answers):
        (folder / f"{folder.name}{number}x.txt").write_text(answer)
    request = AddRequest(plan_pieces([folder], settings.intake), "Plants", "Why did it wilt?")
    return add_work(home, request, settings, lambda _: None).collection.id


def test_who_comes_late_joins_and_is_counted(tmp_path: Path, settings: Settings) -> None:
    """Members confirmed before stay as they were; the two late pieces are newcomers, and no others."""
    home = open_home(settings.home)
    collection = _add(home, tmp_path / "sunday", tuple(ANSWERS), settings)
    sunday = load_desk(home, collection)
    assert sunday.newcomers == ()
    own = NewDecision(DecisionKind.PUT_IN, "p", sunday.pieces[0].code)
    append_decision(home, collection, own)
    _add(home, tmp_path / "monday", LATE, settings)
    monday = load_desk(home, collection)
    assert monday.decisions == load_desk(home, collection).decisions
    late = {piece.code for piece in monday.pieces} - {piece.code for piece in sunday.pieces}
    assert set(monday.newcomers) == late
    assert len(late) == len(LATE)
    append_decision(home, collection, NewDecision(DecisionKind.LOOK_AT, value=monday.newcomers[0]))
    assert load_desk(home, collection).newcomers == monday.newcomers[1:]


def test_a_piece_taken_out_counts_nowhere(tmp_path: Path, settings: Settings) -> None:
    """It is in no count, text or finding; put back, all is as before without reading again."""
    home = open_home(settings.home)
    collection = _add(home, tmp_path / "sunday", tuple(ANSWERS), settings)
    before = load_desk(home, collection)
    code = before.pieces[0].code
    out = NewDecision(DecisionKind.LEAVE_OUT, value=write_left_out("Absent the day of the task", code))
    append_decision(home, collection, out)
    without = load_desk(home, collection)
    assert (code in without.transcripts, len(without.pieces), without.is_stale) == (False, len(ANSWERS) - 1, True)
    assert not [p for p in without.patterns if code in {member.piece for member in p.members}]
    resume_collection(home, collection, settings, lambda _: None)
    found = load_desk(home, collection)
    assert found.findings is not None
    assert code not in found.findings.pieces
    append_decision(home, collection, NewDecision(DecisionKind.BRING_BACK, value=code))
    assert load_desk(home, collection).transcripts == before.transcripts

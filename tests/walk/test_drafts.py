"""A later download with a newer draft: it counts, the older one is kept but left out, and nothing is lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.records.decisions import DecisionKind
from pipeline.records.pages import NEWER_DRAFT, LeftOut
from pipeline.records.roster import RosterEntry
from pipeline.records.work import HandIn
from pipeline.settings import Settings
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.home import Home, open_home
from pipeline.store.pieces import list_labels, list_stems
from pipeline.store.rosters import create_class, join_class, keep_roster
from pipeline.store.sections import say_sections
from pipeline.walk.add import AddRequest, AddSummary, add_work, plan_work
from pipeline.walk.desk import load_desk
from pipeline.walk.drafts import ForeseenDrafts, foresee_drafts
from pipeline.walk.people import load_people, match_surely, plan_matches
from pipeline.walk.report import build_report

SUNDAY = {"leeann_7001_20_Essay.txt": "Water goes.", "raybo_LATE_7002_21_Essay.txt": "It dries."}
MONDAY = {"leeann_7001_31_Essay-1.txt": "Water goes up into the air.", "raybo_LATE_7002_21_Essay.txt": "It dries."}


@pytest.fixture
def home(settings: Settings) -> Home:
    """An empty home."""
    return open_home(settings.home)


def zip_up(path: Path, files: dict[str, str]) -> Path:
    """Zip the files as a class platform does."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def add_download(
    home: Home, path: Path, files: dict[str, str], settings: Settings, *, apart: bool = False, name: str = "Essays"
) -> AddSummary:
    """Zip the files and add the zip to the class set of that name; nobody has to read typed work."""
    plan = plan_work(home, zip_up(path, files), name, settings, one_file_one_piece=apart)
    return add_work(home, AddRequest(plan, name, engine="none"), settings, lambda _: None)


def find_piece(home: Home, collection_id: str, stem: str) -> str:
    return next(code for code, its in list_stems(home, collection_id).items() if its == stem)


def test_the_newest_draft_counts_and_the_older_one_is_kept(home: Home, settings: Settings, tmp_path: Path) -> None:
    """It is left out with its reason, the same download again changes nothing, and undo brings it back for good."""
    add_download(home, tmp_path / "sunday.zip", SUNDAY, settings)
    for expected in (1, 0):
        added = add_download(home, tmp_path / "monday.zip", MONDAY, settings)
        assert len(added.older_drafts) == expected
    collection = added.collection.id
    old = find_piece(home, collection, "leeann_7001_20_Essay")
    new = find_piece(home, collection, "leeann_7001_31_Essay-1")
    desk = load_desk(home, collection)
    assert desk.left_out == (LeftOut(old, NEWER_DRAFT),)
    assert [transcript.text for transcript in desk.transcripts.values() if transcript.piece == new] == [
        "Water goes up into the air."
    ]
    assert desk.hand_ins[new] == HandIn(draft=2, drafts=2)
    late = find_piece(home, collection, "raybo_LATE_7002_21_Essay")
    assert desk.hand_ins[late].told == "late"
    undo = NewDecision(DecisionKind.UNDO, value=str(desk.decisions[-1].id))
    append_decision(home, collection, undo)
    add_download(home, tmp_path / "monday.zip", MONDAY, settings)
    assert {piece.code for piece in load_desk(home, collection).pieces} == {old, new, late}


def test_the_older_drafts_of_a_class_go_by_one_decision(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Two students hand in a newer draft; one undo has both older ones back in the set."""
    for day, number in (("sunday", 20), ("monday", 30)):
        names = (f"leeann_7001_{number}_Essay.txt", f"raybo_7002_{number + 1}_Essay.txt")
        files = {name: f"Water goes, says {name}." for name in names}
        added = add_download(home, tmp_path / f"{day}.zip", files, settings)
    desk = load_desk(home, added.collection.id)
    assert (len(added.older_drafts), len(desk.left_out), len(desk.decisions)) == (2, 2, 1)
    append_decision(home, added.collection.id, NewDecision(DecisionKind.UNDO, value=str(desk.decisions[-1].id)))
    assert load_desk(home, added.collection.id).left_out == ()


def test_what_a_download_would_do_is_foreseen(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Which of its drafts are newer than what is there, or older; nothing is added by looking, nor told twice."""
    for first, second, newer, older in (
        ("sunday", "monday", ("leeann_7001_31_Essay-1",), ()),
        ("monday", "sunday", (), ("leeann_7001_20_Essay",)),
    ):
        days = {"sunday": SUNDAY, "monday": MONDAY}
        collection = add_download(home, tmp_path / f"{first}.zip", days[first], settings, name=f"{first} first")
        path = zip_up(tmp_path / f"{second}.zip", days[second])
        plan = plan_work(home, path, collection.collection.id, settings, one_file_one_piece=False)
        assert foresee_drafts(home, collection.collection.id, plan) == ForeseenDrafts(newer, older)
        assert len(load_desk(home, collection.collection.id).pieces) == 2
        add_download(home, path, days[second], settings, name=f"{first} first")
        assert foresee_drafts(home, collection.collection.id, plan) == ForeseenDrafts()


def test_an_older_download_that_comes_later_is_still_the_older(home: Home, settings: Settings, tmp_path: Path) -> None:
    """The platform's numbers say so."""
    add_download(home, tmp_path / "monday.zip", MONDAY, settings)
    added = add_download(home, tmp_path / "sunday.zip", SUNDAY, settings)
    assert added.older_drafts == (find_piece(home, added.collection.id, "leeann_7001_20_Essay"),)


def test_a_folder_that_moodle_names_is_the_same_in_every_download(
    home: Home, settings: Settings, tmp_path: Path
) -> None:
    """It has no numbers of files: what came later is newer."""
    for day, text in (("sunday", "Water goes."), ("monday", "Water goes up.")):
        files = {
            "Ann Lee_9_assignsubmission_file_/essay.txt": text,
            "Bo Ray_8_assignsubmission_file_/essay.txt": "Dry.",
        }
        added = add_download(home, tmp_path / f"{day}.zip", files, settings)
    desk = load_desk(home, added.collection.id)
    assert len(added.older_drafts) == 1
    assert sorted(transcript.text for transcript in desk.transcripts.values()) == ["Dry.", "Water goes up."]


def test_files_kept_apart_are_drafts_only_under_one_title(home: Home, settings: Settings, tmp_path: Path) -> None:
    """A plan stays beside the essay whose newer draft came; files of one download never push each other out."""
    first = SUNDAY | {"leeann_7001_19_Plan.txt": "First the water."}
    assert not add_download(home, tmp_path / "sunday.zip", first, settings, apart=True).older_drafts
    added = add_download(home, tmp_path / "monday.zip", MONDAY, settings, apart=True)
    assert added.older_drafts == (find_piece(home, added.collection.id, "leeann_7001_20_Essay"),)


def test_a_teachers_own_numbers_are_nobodys_drafts(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Of files that no platform named, a later one is a piece of its own."""
    for name in ("essay_1", "essay_2"):
        added = add_download(home, tmp_path / f"{name}.zip", {f"{name}.txt": f"{name} says so."}, settings)
    assert (added.older_drafts, load_desk(home, added.collection.id).hand_ins) == ((), {})


def test_the_newer_draft_is_the_same_students(home: Home, settings: Settings, tmp_path: Path) -> None:
    """It has the student, the plain code and the section of the older one, also where only a person knew them."""
    collection = add_download(home, tmp_path / "sunday.zip", SUNDAY, settings).collection.id
    made = create_class(home, "Science")
    keep_roster(home, made.id, (RosterEntry("Ann", "Lee"), RosterEntry("Bo", "Ray")))
    join_class(home, collection, made.id)
    match_surely(home, collection, plan_matches(home, collection, {}, list_labels(home, collection)))
    old = find_piece(home, collection, "leeann_7001_20_Essay")
    say_sections(home, collection, {old: "Period 2"})
    code = load_people(home, collection).codes[old]
    add_download(home, tmp_path / "monday.zip", MONDAY, settings)
    people, new = load_people(home, collection), find_piece(home, collection, "leeann_7001_31_Essay-1")
    assert (people.codes[new], people.codes[old]) == (code, f"{code}-2")
    assert people.sections[new] == "Period 2"
    assert plan_matches(home, collection, {}).questions == ()
    report = build_report(home, collection)
    assert report.left_out == (LeftOut(f"{code}-2", NEWER_DRAFT),)
    assert report.hand_ins[code] == HandIn(draft=2, drafts=2)
    assert "leeann" not in repr(report)

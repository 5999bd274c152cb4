"""Whose piece is whose, and what a piece is shown as; nothing of the class's names is in what leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.intake import plan_pieces
from pipeline.records.roster import Match, MatchHow, RosterEntry
from pipeline.records.work import IntakePlan, PlannedPiece, Region, SourcePage
from pipeline.settings import Settings
from pipeline.store.collections import create_collection
from pipeline.store.home import Home, open_home
from pipeline.store.matches import append_matches, undo_matches
from pipeline.store.pieces import add_pieces, list_stems
from pipeline.store.rosters import create_class, join_class, keep_roster
from pipeline.store.sections import say_sections
from pipeline.walk.people import (
    find_folders,
    list_in_order,
    load_people,
    match_surely,
    plan_in_order,
    plan_matches,
)

CLASS = (
    RosterEntry("Ann", "Lee", section="Period 1"),
    RosterEntry("Bartholomew", "Oyelaran", section="Period 2"),
    RosterEntry("Carla", "Diaz", section="Period 2"),
)


@pytest.fixture
def home(settings: Settings) -> Home:
    """An empty home."""
    return open_home(settings.home)


def add_files(home: Home, folder: Path, settings: Settings, names: list[str]) -> str:
    """Add typed pieces under these names as a new collection of the class; return its id."""
    for name in names:
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Water, says {folder.name} {name}.")
    collection = create_collection(home, folder.name, "Why?")
    add_pieces(home, collection.id, plan_pieces([folder], settings.intake))
    return collection.id


def make_class(home: Home) -> str:
    made = create_class(home, "Science")
    keep_roster(home, made.id, CLASS)
    return made.id


def find_pieces(home: Home, collection_id: str) -> dict[str, str]:
    return {stem: code for code, stem in list_stems(home, collection_id).items()}


def test_a_student_has_one_code_in_every_set_of_the_class(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Two collections, the same students: other pieces, shown under the same codes; names of pieces never change."""
    class_id = make_class(home)
    shown = []
    for day in ("monday", "friday"):
        collection = add_files(home, tmp_path / day, settings, ["ann_lee", "carla diaz"])
        own = set(list_stems(home, collection))
        join_class(home, collection, class_id)
        match_surely(home, collection, plan_matches(home, collection, {}))
        people = load_people(home, collection)
        assert set(people.codes) == own
        shown.append({people.find_name(piece).full: code for piece, code in people.codes.items()})  # type: ignore[union-attr]
        assert [people.roster.names[one.id].given for one in people.missing if people.roster] == ["Bartholomew"]
    assert shown[0] == shown[1]
    assert set(shown[0]) == {"Ann Lee", "Carla Diaz"}


def test_a_second_piece_of_a_student_is_numbered(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Both are shown under the student's code, and stay apart; unmatched pieces keep their own."""
    collection = add_files(home, tmp_path / "monday", settings, ["a", "b", "c"])
    join_class(home, collection, make_class(home))
    people = load_people(home, collection)
    assert people.roster is not None
    ann = people.roster.students[0]
    first, second, third = sorted(people.codes)
    append_matches(home, collection, [Match(one, ann.id, MatchHow.HAND) for one in (first, second)])
    assert load_people(home, collection).codes == {first: ann.code, second: f"{ann.code}-2", third: third}


def test_a_match_taken_back_is_asked_for(home: Home, settings: Settings, tmp_path: Path) -> None:
    """It is not made again behind the teacher's back."""
    collection = add_files(home, tmp_path / "monday", settings, ["ann_lee"])
    join_class(home, collection, make_class(home))
    match_surely(home, collection, plan_matches(home, collection, {}))
    undo_matches(home, collection)
    plan = plan_matches(home, collection, {})
    assert plan.certain == ()
    assert len(plan.questions[0].candidates) == 1


def test_a_label_tells_whose_it_is(home: Home, settings: Settings, tmp_path: Path) -> None:
    """What came with a piece, such as the code on a separator sheet."""
    collection = add_files(home, tmp_path / "monday", settings, ["stack_1"])
    join_class(home, collection, make_class(home))
    people = load_people(home, collection)
    assert people.roster is not None
    (piece,) = people.codes
    (match,) = plan_matches(home, collection, {}, {piece: people.roster.students[1].code}).certain
    assert match == Match(piece, people.roster.students[1].id, MatchHow.LABEL)


def test_a_stack_in_the_order_of_the_list(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Who was absent is passed over; numbers that don't fit are refused; scan 10 comes after scan 2."""
    collection = add_files(home, tmp_path / "monday", settings, ["scan 10", "scan 2"])
    join_class(home, collection, make_class(home))
    people = load_people(home, collection)
    assert people.roster is not None
    ann, bart, carla = (student.id for student in people.roster.students)
    with pytest.raises(InputError):
        plan_in_order(home, collection, [])
    pieces = find_pieces(home, collection)
    assert list_in_order(home, collection) == [pieces["scan 2"], pieces["scan 10"]]
    assert plan_in_order(home, collection, [bart]) == (
        Match(pieces["scan 2"], ann, MatchHow.ORDER),
        Match(pieces["scan 10"], carla, MatchHow.ORDER),
    )


def test_slips_on_one_sheet_lie_in_reading_order(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Eight slips, two columns of four: row by row, so that the second student has the upper right one."""
    sheet = tmp_path / "sheet.pdf"
    rows, columns = [k / 4 for k in range(4)], [0.0, 0.5]
    regions = [Region(x, y, x + 0.5, y + 0.25) for y in rows for x in columns]
    slips = [
        PlannedPiece(f"sheet p01{letter}", (sheet,), (SourcePage(sheet, "aa", 0, region),))
        for letter, region in zip("abcdefgh", regions, strict=True)
    ]
    collection = create_collection(home, "Slips", "Why?").id
    add_pieces(home, collection, IntakePlan(tuple(slips), (), (), files_seen=1))
    stems = list_stems(home, collection)
    assert [stems[code] for code in list_in_order(home, collection)] == [slip.stem for slip in slips]


def test_sections_come_from_the_list_and_by_hand(home: Home, settings: Settings, tmp_path: Path) -> None:
    """What a person said counts more than the list."""
    collection = add_files(home, tmp_path / "monday", settings, ["ann_lee", "carla_diaz"])
    join_class(home, collection, make_class(home))
    match_surely(home, collection, plan_matches(home, collection, {}))
    pieces = find_pieces(home, collection)
    people = load_people(home, collection)
    assert people.sections == {pieces["ann_lee"]: "Period 1", pieces["carla_diaz"]: "Period 2"}
    assert people.has_sections
    say_sections(home, collection, {pieces["ann_lee"]: "Period 2"})
    assert not load_people(home, collection).has_sections


def test_sub_folders_are_offered_as_sections(home: Home, settings: Settings, tmp_path: Path) -> None:
    """Two or more with several pieces each; one folder, or folders of single pieces, say nothing."""
    names = ["period 1/a", "period 1/b", "period 2/c", "period 2/d"]
    collection = add_files(home, tmp_path / "monday", settings, names)
    assert sorted(find_folders(home, collection).values()) == ["period 1", "period 1", "period 2", "period 2"]
    alone = add_files(home, tmp_path / "friday", settings, ["ann/water", "bo/water", "cy/water", "di/water"])
    assert find_folders(home, alone) == {}


def test_work_from_two_drives_is_in_no_common_folder(home: Home) -> None:
    """A stick and the computer's own disk have no folder above both: no sections are offered, and nothing breaks."""
    places = [Path("/scans/a.pdf"), Path("/scans/b.pdf"), Path("D:/stick/c.pdf"), Path("D:/stick/d.pdf")]
    pieces = [PlannedPiece(path.stem, (path,), (SourcePage(path, path.stem, 0),)) for path in places]
    collection = create_collection(home, "Two drives", "Why?").id
    add_pieces(home, collection, IntakePlan(tuple(pieces), (), (), files_seen=4))
    assert find_folders(home, collection) == {}

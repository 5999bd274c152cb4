"""Classes, codes and names: a student keeps the code, names lie in one table, and what is deleted leaves no byte."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from pipeline.errors import InputError, UnknownCollection
from pipeline.records.roster import Match, MatchHow, RosterEntry, SchoolClass
from pipeline.store.codes import choose_student_code
from pipeline.store.collections import create_collection, delete_class, delete_collection, list_collections
from pipeline.store.engine import reading
from pipeline.store.home import Home, open_home
from pipeline.store.matches import append_matches, load_matches, undo_matches
from pipeline.store.pieces import add_pieces
from pipeline.store.rosters import (
    create_class,
    find_class,
    forget_names,
    join_class,
    keep_roster,
    list_class_sets,
    list_classes,
    load_roster,
)
from pipeline.store.sections import load_said_sections, say_sections
from tests.store.conftest import Kept, piece_of, plan_of
from tests.store.test_collections import list_files_with

ANN = RosterEntry("Zephyrine", "Quillfeather", ("S4821",), "Period 1")
BO = RosterEntry("Bartholomew", "Oyelaran", ("S4822",), "Period 2")


@pytest.fixture
def science(kept: Kept) -> SchoolClass:
    """A class of two, whose work the kept collection is."""
    made = create_class(kept.home, "Science")
    keep_roster(kept.home, made.id, [ANN, BO])
    join_class(kept.home, kept.collection.id, made.id)
    return made


def list_codes(home: Home, class_id: str) -> dict[str, str]:
    """Each student's code by name."""
    roster = load_roster(home, class_id)
    return {roster.names[student.id].full: student.code for student in roster.students}


def test_codes_are_short_drawn_by_lot_and_never_a_pieces_code() -> None:
    """Two letters one can say and a digit; five hundred students need a second one."""
    taken: set[str] = set()
    for _ in range(600):
        taken.add(choose_student_code(taken))
    assert len(taken) == 600
    assert all(re.fullmatch(r"[B-Z][AEU][0-9]{1,2}", code) for code in taken)


def test_students_keep_their_codes_when_a_newer_list_comes(kept: Kept, science: SchoolClass) -> None:
    """Known again by number though the name changed, and by name though the number is new; the rest stay, unlisted."""
    before = list_codes(kept.home, science.id)
    married = RosterEntry("Zephyrine", "Oyelaran", ("S4821",), "Period 2")
    keep_roster(kept.home, science.id, [RosterEntry("Cy", "Dow"), married])
    roster = load_roster(kept.home, science.id)
    after = {roster.names[student.id].full: student for student in roster.students}
    assert after["Zephyrine Oyelaran"].code == before["Zephyrine Quillfeather"]
    assert after["Zephyrine Oyelaran"].section == "Period 2"
    assert not after["Bartholomew Oyelaran"].is_listed
    assert [roster.names[student.id].given for student in roster.listed] == ["Cy", "Zephyrine"]
    keep_roster(kept.home, science.id, [RosterEntry("Bartholomew", "Oyelaran")])
    assert list_codes(kept.home, science.id)["Bartholomew Oyelaran"] == before["Bartholomew Oyelaran"]


def test_two_of_one_name_are_not_mixed_up(kept: Kept, science: SchoolClass) -> None:
    """Without a number, a name that stands twice is nobody who was there before."""
    before = set(list_codes(kept.home, science.id).values())
    twice = RosterEntry(ANN.given, ANN.family)
    keep_roster(kept.home, science.id, [twice, twice])
    assert not before.intersection(student.code for student in load_roster(kept.home, science.id).listed)


def test_names_lie_in_one_table(kept: Kept, science: SchoolClass) -> None:
    """No other table of the database has a part of a name."""
    with reading(kept.home.engine) as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        held = {
            table
            for table in tables
            for row in connection.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608 our own tables
            if "Quillfeather" in repr(row) or "S4821" in repr(row)
        }
    assert held == {"names"}


@pytest.mark.parametrize("name", ["Science", "  "])
def test_a_class_has_a_name_of_its_own(kept: Kept, science: SchoolClass, name: str) -> None:
    """A name taken, or none, is refused."""
    with pytest.raises(InputError):
        create_class(kept.home, name)


def test_matches_are_undone_batch_by_batch(kept: Kept, science: SchoolClass) -> None:
    """The last word on a piece counts; undo takes back what was made at once; what was touched is remembered."""
    ann, bo = (student.id for student in load_roster(kept.home, science.id).students)
    home, collection = kept.home, kept.collection.id
    append_matches(home, collection, [Match("A01", ann, MatchHow.FILE_NAME), Match("B02", bo, MatchHow.FILE_NAME)])
    append_matches(home, collection, [Match("A01", None, MatchHow.NOBODY)])
    assert load_matches(home, collection).current["A01"].student is None
    undo_matches(home, collection)
    record = load_matches(home, collection)
    assert {piece: match.student for piece, match in record.current.items()} == {"A01": ann, "B02": bo}
    assert len(record.last) == 2
    undo_matches(home, collection)
    undo_matches(home, collection)
    record = load_matches(home, collection)
    assert (dict(record.current), record.touched, record.last) == ({}, {"A01", "B02"}, ())


def test_another_class_knows_nothing_of_these_matches(kept: Kept, science: SchoolClass) -> None:
    """A set that was put into the wrong class starts anew in the right one."""
    ann = load_roster(kept.home, science.id).students[0].id
    append_matches(kept.home, kept.collection.id, [Match("A01", ann, MatchHow.HAND)])
    join_class(kept.home, kept.collection.id, science.id)
    assert load_matches(kept.home, kept.collection.id).current
    join_class(kept.home, kept.collection.id, create_class(kept.home, "Art").id)
    assert not load_matches(kept.home, kept.collection.id).current
    assert list_class_sets(kept.home, science.id) == ()


def test_a_section_is_said_and_taken_back(kept: Kept) -> None:
    """By hand, for several pieces at once."""
    say_sections(kept.home, kept.collection.id, {"A01": " Period  2 ", "B02": "Period 2"})
    say_sections(kept.home, kept.collection.id, {"B02": ""})
    assert load_said_sections(kept.home, kept.collection.id) == {"A01": "Period 2"}


def test_forgotten_names_leave_no_byte_and_codes_stay(kept: Kept, science: SchoolClass) -> None:
    """Database and write-ahead log: the name is in neither."""
    codes = [student.code for student in load_roster(kept.home, science.id).students]
    assert list_files_with(kept.home.path, b"Quillfeather")
    forget_names(kept.home, science.id)
    assert list_files_with(kept.home.path, b"Quillfeather") == []
    roster = load_roster(kept.home, science.id)
    assert ([student.code for student in roster.students], roster.names) == (codes, {})


def fill(kept: Kept, science: SchoolClass) -> None:
    """Everything that a class set has of its class."""
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece_of("Quillfeather", "aa")))
    ann = load_roster(kept.home, science.id).students[0].id
    append_matches(kept.home, kept.collection.id, [Match(code, ann, MatchHow.HAND)])
    say_sections(kept.home, kept.collection.id, {code: "Quillfeather"})


def test_a_deleted_set_leaves_the_class_and_nothing_of_its_own(kept: Kept, science: SchoolClass) -> None:
    """Matches and sections go with the set; the list is the class's."""
    fill(kept, science)
    delete_collection(kept.home, kept.collection.id)
    assert list_class_sets(kept.home, science.id) == ()
    assert load_roster(kept.home, science.id).names
    forget_names(kept.home, science.id)
    assert list_files_with(kept.home.path, b"Quillfeather") == []


def test_a_deleted_class_goes_with_all_its_sets_and_no_byte_is_left(kept: Kept, science: SchoolClass) -> None:
    """Another set and another class stay; the deletion is finished at the next opening where it was cut short."""
    other = create_collection(kept.home, "Period 3", "stays")
    create_class(kept.home, "Art")
    fill(kept, science)
    delete_class(kept.home, science.id)
    assert list_files_with(kept.home.path, b"Quillfeather") == []
    assert [one.id for one in list_collections(kept.home)] == [other.id]
    assert [one.name for one in list_classes(kept.home)] == ["Art"]
    assert find_class(kept.home, kept.collection.id) is None
    with pytest.raises(UnknownCollection):
        load_roster(kept.home, science.id)


def test_a_class_marked_for_deletion_is_gone_at_once(
    kept: Kept, science: SchoolClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut short before anything was erased, it is in no list, and the next opening erases it."""
    from pipeline.store import deletion

    with monkeypatch.context() as patch:
        patch.setattr(deletion, "empty_logs", _cut_short)
        with pytest.raises(KeyboardInterrupt):
            delete_class(kept.home, science.id)
    assert list_classes(kept.home) == ()
    open_home(kept.home.path)
    assert list_files_with(kept.home.path, b"Quillfeather") == []


def _cut_short(*_: object) -> None:
    raise KeyboardInterrupt

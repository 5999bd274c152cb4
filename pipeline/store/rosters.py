"""Classes and their students come in and go out; names are written to one table, and read from it, here alone."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from pipeline.errors import InputError, UnknownCollection
from pipeline.records.roster import Roster, RosterEntry, SchoolClass, Student
from pipeline.roster.people import fold
from pipeline.store.codes import choose_student_code
from pipeline.store.deletion import empty_logs, squeeze
from pipeline.store.engine import reading, writing
from pipeline.store.home import Home
from pipeline.store.tables import CLASS_SETS, CLASSES, DELETING_CLASSES, NAMES, PIECE_STUDENTS, STUDENTS


def list_classes(home: Home) -> tuple[SchoolClass, ...]:
    """Return all classes in the order of their names; one that is being deleted is gone already."""
    kept = CLASSES.c.id.not_in(select(DELETING_CLASSES.c["class"]))
    with reading(home.engine) as connection:
        rows = connection.execute(select(CLASSES).where(kept).order_by(CLASSES.c.name))
        return tuple(SchoolClass(row.id, row.name) for row in rows)


def create_class(home: Home, name: str) -> SchoolClass:
    """Make a class and return it; raises InputError where one of that name is there, or the name is empty."""
    plain = " ".join(name.split())
    if not plain:
        raise InputError("The class has no name.", "Give it one, such as the period or the year.")
    made = SchoolClass(secrets.token_hex(4), plain)
    with writing(home.engine) as connection:
        if connection.execute(select(CLASSES.c.id).where(CLASSES.c.name == plain)).first():
            raise InputError("There is a class of that name already.", "Choose it from the list, or another name.")
        connection.execute(insert(CLASSES).values(id=made.id, name=made.name))
    return made


def find_class(home: Home, collection_id: str) -> SchoolClass | None:
    """Return the class whose work a collection is, None where nobody has said so."""
    query = select(CLASSES).join(CLASS_SETS).where(CLASS_SETS.c.collection == collection_id)
    with reading(home.engine) as connection:
        row = connection.execute(query).first()
    return SchoolClass(row.id, row.name) if row else None


def has_names(home: Home, collection_id: str) -> bool:
    """Whether the class of this collection has any names."""
    query = select(NAMES.c.student).join(STUDENTS).join(CLASS_SETS, CLASS_SETS.c["class"] == STUDENTS.c["class"])
    with reading(home.engine) as connection:
        return connection.execute(query.where(CLASS_SETS.c.collection == collection_id).limit(1)).first() is not None


def describe_people(home: Home, collection_id: str) -> tuple[object, ...]:
    """Return what changes whenever anything of a collection's students does: class, list, names, matches."""
    of_set = CLASS_SETS.c.collection == collection_id
    students = select(STUDENTS, NAMES.c.given, NAMES.c.family, NAMES.c.ids).outerjoin(NAMES)
    listed = students.join(CLASS_SETS, CLASS_SETS.c["class"] == STUDENTS.c["class"]).where(of_set)
    last = select(func.max(PIECE_STUDENTS.c.id)).where(PIECE_STUDENTS.c.collection == collection_id)
    with reading(home.engine) as connection:
        told = [connection.execute(query).all() for query in (select(CLASS_SETS).where(of_set), listed, last)]
    return tuple(tuple(map(tuple, rows)) for rows in told)


def list_class_sets(home: Home, class_id: str) -> tuple[str, ...]:
    """Return the ids of a class's collections."""
    query = select(CLASS_SETS.c.collection).where(CLASS_SETS.c["class"] == class_id)
    with reading(home.engine) as connection:
        return tuple(connection.execute(query).scalars())


def join_class(home: Home, collection_id: str, class_id: str) -> None:
    """Say that a collection is this class's work; what was matched to students of another class goes."""
    with writing(home.engine) as connection:
        before = connection.execute(select(CLASS_SETS).where(CLASS_SETS.c.collection == collection_id)).first()
        if before and before[1] == class_id:
            return
        connection.execute(delete(PIECE_STUDENTS).where(PIECE_STUDENTS.c.collection == collection_id))
        connection.execute(delete(CLASS_SETS).where(CLASS_SETS.c.collection == collection_id))
        connection.execute(insert(CLASS_SETS).values({"collection": collection_id, "class": class_id}))


def load_roster(home: Home, class_id: str) -> Roster:
    """Return a class with its students, those of the latest list first; raises UnknownCollection where it is gone."""
    of_class = STUDENTS.c["class"] == class_id
    with reading(home.engine) as connection:
        found = connection.execute(select(CLASSES).where(CLASSES.c.id == class_id)).first()
        students = connection.execute(
            select(STUDENTS).where(of_class).order_by(STUDENTS.c.is_listed.desc(), STUDENTS.c.place)
        )
        rows = students.all()
        names = connection.execute(select(NAMES).join(STUDENTS).where(of_class)).all()
    if found is None:
        raise UnknownCollection("That class isn't there any more.")
    return Roster(
        SchoolClass(found.id, found.name),
        tuple(Student(row.id, row.code, row.section, bool(row.is_listed)) for row in rows),
        {row.student: _read_name(row, rows) for row in names},
    )


def keep_roster(home: Home, class_id: str, entries: Sequence[RosterEntry]) -> None:
    """Keep a class list in place of the one before.

    A student who was there keeps the code: known again by a number or login of theirs, else by a name that only one
    student has, before and now. Who is on the list no more stays with their work, but is not counted as missing.
    """
    roster = load_roster(home, class_id)
    known = _find_known(roster, entries)
    with writing(home.engine) as connection:
        taken = {student.code for student in roster.students}
        connection.execute(update(STUDENTS).where(STUDENTS.c["class"] == class_id).values(is_listed=0))
        for place, entry in enumerate(entries):
            kept = {"section": entry.section, "place": place, "is_listed": 1}
            if place in known:
                connection.execute(update(STUDENTS).where(STUDENTS.c.id == known[place]).values(**kept))
                _write_name(connection, known[place], entry)
            else:
                code = choose_student_code(taken)
                taken.add(code)
                made = connection.execute(insert(STUDENTS).values({"class": class_id, "code": code, **kept}))
                _write_name(connection, made.inserted_primary_key[0], entry)  # type: ignore[index]  # an insert gives one


def forget_names(home: Home, class_id: str) -> None:
    """Erase the names of a class so that no byte of them is left; codes, sections and whose piece is whose stay."""
    of_class = select(STUDENTS.c.id).where(STUDENTS.c["class"] == class_id)
    with writing(home.engine) as connection:
        connection.execute(delete(NAMES).where(NAMES.c.student.in_(of_class)))
    empty_logs(home.path)
    squeeze(home.engine)


def _find_known(roster: Roster, entries: Sequence[RosterEntry]) -> dict[int, int]:
    """Return the student behind each entry, by its place in the list, where one is known again."""
    by_id = {one: student for student, name in roster.names.items() for one in name.ids}
    by_name = {fold(name.full): student for student, name in roster.names.items()}
    before = Counter(fold(name.full) for name in roster.names.values())
    now = Counter(fold(entry.full) for entry in entries)
    known: dict[int, int] = {}
    for place, entry in enumerate(entries):
        name = fold(entry.full)
        student = next((by_id[one] for one in entry.ids if one in by_id), None)
        if student is None and before[name] == now[name] == 1:
            student = by_name[name]
        if student is not None and student not in known.values():
            known[place] = student
    return known


def _write_name(connection: Connection, student: int, entry: RosterEntry) -> None:
    connection.execute(delete(NAMES).where(NAMES.c.student == student))
    row = {"student": student, "given": entry.given, "family": entry.family, "ids": "\n".join(entry.ids)}
    connection.execute(insert(NAMES).values(**row))


def _read_name(row: Row[tuple[int, str, str, str]], students: Sequence[Row[tuple[object, ...]]]) -> RosterEntry:
    section = next(student.section for student in students if student.id == row.student)
    return RosterEntry(row.given, row.family, tuple(one for one in row.ids.split("\n") if one), section)

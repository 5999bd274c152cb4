"""Words that head the columns of class lists, by what the column holds: sets of folded words; nothing comes in.

From the exports of Canvas (gradebook, SIS), Google Classroom, Moodle, PowerSchool and Infinite Campus as they name
their columns, and the same in Spanish, French and German.
"""

from __future__ import annotations

from enum import StrEnum

from pipeline.roster.people import fold


class Column(StrEnum):
    """What a column of a list holds, as it is said on screen."""

    NAME = "whole name"
    GIVEN = "given name"
    FAMILY = "family name"
    ID = "number or login"
    SECTION = "section"
    NOTHING = "not used"


def _fold_all(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split("|")))


HEADERS = {
    Column.NAME: _fold_all(
        "student|students|name|names|student name|full name|fullname|learner|pupil|pupil name|display name|user|"
        "schüler|schülername|nom complet|élève|nombre completo|estudiante|alumno|alumna|alumno/a"
    ),
    Column.GIVEN: _fold_all(
        "first name|firstname|first|given name|given|forename|student first name|user first name|preferred name|"
        "vorname|prénom|nombre|nombres|nombre(s)"
    ),
    Column.FAMILY: _fold_all(
        "last name|lastname|last|surname|family name|family|student last name|user last name|nachname|familienname|"
        "nom|nom de famille|apellido|apellidos|apellido(s)"
    ),
    Column.ID: _fold_all(
        "id|student id|studentid|sis user id|sis id|user id|userid|student number|student no|id number|local id|"
        "canvas user id|username|login|login id|sis login id|email|email address|e-mail|mail|numéro|matrikelnummer"
    ),
    Column.SECTION: _fold_all(
        "section|sections|section name|period|class|class name|group|groups|homeroom|home room|hour|block|"
        "klasse|gruppe|groupe|classe|grupo|clase|sección"
    ),
}

NOBODY = _fold_all(
    "points possible|student, test|test student|student test|date|points|class average|average|overall average|total|"
    "teacher|no students"
)
"""What stands in the column of names without being a student (Canvas's and Google Classroom's exports)."""


def find_column(header: str) -> Column:
    """Return what a column of that header holds."""
    folded = fold(header)
    return next((column for column, words in HEADERS.items() if folded in words), Column.NOTHING)

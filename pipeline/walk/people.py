"""A collection in the home in; whose piece is whose, under which code each is shown, and its section, out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.intake.files import order_key
from pipeline.records.roster import Match, MatchHow, PieceSign, Roster, RosterEntry, Student
from pipeline.records.work import SourcePage
from pipeline.roster import MatchPlan, NameMask, build_mask, match_pieces
from pipeline.store.away import list_left_out
from pipeline.store.home import Home
from pipeline.store.matches import append_matches, load_matches
from pipeline.store.pieces import list_pieces, list_stems
from pipeline.store.rosters import find_class, load_roster
from pipeline.store.sections import list_sources, load_said_sections

OPENING_WORDS = 14
_FEWEST_IN_A_FOLDER = 2


@dataclass(frozen=True, slots=True)
class People:
    """What is known of the students behind a collection's pieces.

    `roster`: their class, None where nobody has said which. `matches`: whose piece it is, by the piece's own code.
    `codes`: what every piece is shown as, by its own code. `sections`: of those that count, "" for none.
    """

    roster: Roster | None
    matches: Mapping[str, Match]
    codes: Mapping[str, str]
    sections: Mapping[str, str]

    @property
    def missing(self) -> tuple[Student, ...]:
        """Students on the list of whom no piece is in the set: none is known, or all were taken out of it."""
        there = {match.student for piece, match in self.matches.items() if piece in self.sections}
        return tuple(student for student in self.roster.listed if student.id not in there) if self.roster else ()

    @property
    def taken_out(self) -> frozenset[int]:
        """Ids of the missing students of whom a piece came, that was taken out of the set."""
        missing = {student.id for student in self.missing}
        return frozenset(match.student for match in self.matches.values() if match.student in missing)

    @property
    def has_sections(self) -> bool:
        """Whether there are at least two sections to tell apart."""
        return len({section for section in self.sections.values() if section}) > 1

    def find_name(self, piece: str) -> RosterEntry | None:
        """Return the name of the piece's student: for the owner's screen alone."""
        match = self.matches.get(piece)
        return self.roster.names.get(match.student) if match and match.student and self.roster else None


def load_people(home: Home, collection_id: str) -> People:
    """Return what is known of a collection's students; raises HomeError.

    Of a student's pieces those that count come first, so that an older draft is not what is shown under the plain code.
    """
    gone = list_left_out(home, collection_id)
    pieces = sorted((piece.code for piece in list_pieces(home, collection_id)), key=lambda code: (code in gone, code))
    school_class = find_class(home, collection_id)
    roster = load_roster(home, school_class.id) if school_class else None
    current = {piece: match for piece, match in load_matches(home, collection_id).current.items() if piece in pieces}
    students = {student.id: student for student in roster.students} if roster else {}
    owners = {piece: students[match.student] for piece, match in current.items() if match.student in students}
    said = load_said_sections(home, collection_id)
    counted = [piece for piece in pieces if piece not in gone]
    sections = {piece: said.get(piece) or (owners[piece].section if piece in owners else "") for piece in counted}
    return People(roster, current, _show_codes(pieces, owners), sections)


def load_mask(home: Home, collection_id: str, task: str) -> NameMask:
    """Return the names to hide in a collection's texts; `task` is the task's text with what is printed on a form."""
    school_class = find_class(home, collection_id)
    names = load_roster(home, school_class.id).names if school_class else {}
    return build_mask(list(names.values()), task)


def plan_matches(
    home: Home, collection_id: str, openings: Mapping[str, str], labels: Mapping[str, str] | None = None
) -> MatchPlan:
    """Return whose piece each surely is, and what to ask, for the pieces that nobody is matched to.

    `openings` are the pieces' texts (only their first words are looked at), `labels` what came with a piece from a
    platform or a separator sheet: a number, a login or a printed code.
    """
    people = load_people(home, collection_id)
    if people.roster is None:
        return MatchPlan((), ())
    stems, labels = list_stems(home, collection_id), labels or {}
    signs = [
        PieceSign(piece, stems.get(piece, ""), labels.get(piece, ""), _take_opening(openings.get(piece, "")))
        for piece in list_in_order(home, collection_id)
        if piece not in people.matches
    ]
    gone = list_left_out(home, collection_id)
    held = {piece: match.student for piece, match in people.matches.items() if piece not in gone}
    taken = {student for student in held.values() if student is not None}
    return match_pieces(signs, people.roster, taken, load_matches(home, collection_id).touched)


def match_surely(home: Home, collection_id: str, plan: MatchPlan) -> None:
    """Keep a plan's sure matches as one batch."""
    if plan.certain:
        append_matches(home, collection_id, plan.certain)


def plan_in_order(home: Home, collection_id: str, absent: Sequence[int]) -> tuple[Match, ...]:
    """Return the pieces that have no student yet, in the order of their files and pages, by the order of the list.

    `absent` are students to pass over. Raises InputError where there are not as many pieces as students.
    """
    people = load_people(home, collection_id)
    pieces = [piece for piece in list_in_order(home, collection_id) if piece not in people.matches]
    students = [student for student in people.missing if student.id not in absent]
    if not pieces or len(pieces) != len(students):
        raise InputError(
            f"{len(pieces)} pieces without a student, but {len(students)} students to give them to.",
            "Tick who was absent until both are the same.",
        )
    return tuple(Match(piece, one.id, MatchHow.ORDER) for piece, one in zip(pieces, students, strict=True))


def list_in_order(home: Home, collection_id: str) -> list[str]:
    """Return the pieces that count in the order of their files, of the pages within a file, and of slips on a page."""
    sources, gone = list_sources(home, collection_id), list_left_out(home, collection_id)
    return sorted(sources.keys() - gone, key=lambda piece: _find_place(sources[piece]))


def _find_place(page: SourcePage) -> tuple[object, ...]:
    """Return what pages are sorted by: slips stand row by row, as they were cut (intake/stack/slips.py)."""
    slip = (page.region.y0, page.region.x0) if page.region else ()
    return order_key(page.source), page.index, slip


def find_folders(home: Home, collection_id: str) -> dict[str, str]:
    """Return the sub-folder each piece's file lies in, {} unless there are several that each hold several pieces."""
    sources = {piece: page.source for piece, page in list_sources(home, collection_id).items()}
    if len(sources) < _FEWEST_IN_A_FOLDER * 2:
        return {}
    try:
        root = Path(os.path.commonpath([path.parent for path in sources.values()]))
    except ValueError:  # on two drives, which have nothing in common
        return {}
    folders = {piece: path.relative_to(root).parts[0] for piece, path in sources.items() if path.parent != root}
    counts = Counter(folders.values())
    is_sorted = len(folders) == len(sources) and min(counts.values(), default=0) >= _FEWEST_IN_A_FOLDER
    return folders if is_sorted and len(counts) > 1 else {}


def _show_codes(pieces: Sequence[str], owners: Mapping[str, Student]) -> dict[str, str]:
    """Return a piece's student's code, numbered from the second piece on; without a student its own."""
    seen: Counter[str] = Counter()
    shown = {}
    for piece in pieces:
        code = owners[piece].code if piece in owners else piece
        seen[code] += 1
        shown[piece] = code if seen[code] == 1 else f"{code}-{seen[code]}"
    return shown


def _take_opening(text: str) -> str:
    return " ".join(text.split()[:OPENING_WORDS])

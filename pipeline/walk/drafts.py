"""A collection in the home in; how its pieces were handed in, and older drafts left out for newer ones, out.

A class platform's names say whose a piece is. Its files of one student are of the last hand-in, so that pieces of one
student from two downloads are drafts of one another; where files were kept apart, only those of one title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.decide import collect_left_out, read_left_out, write_left_out, write_sections
from pipeline.intake import find_handed, find_title
from pipeline.intake.files import normalise_name
from pipeline.records.decisions import DecisionKind
from pipeline.records.pages import NEWER_DRAFT
from pipeline.records.roster import Match
from pipeline.records.work import Handed, HandIn, IntakePlan, PlannedPiece
from pipeline.store.decisions import NewDecision, list_decisions
from pipeline.store.home import Home
from pipeline.store.matches import append_together, load_matches
from pipeline.store.pieces import find_codes, list_labels, list_stems, list_unknown
from pipeline.store.sections import list_sources, load_said_sections


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece that a platform named: what its name says, its file's title and number, and the download it is of."""

    code: str
    handed: Handed
    title: str
    number: int
    download: Path


@dataclass(frozen=True, slots=True)
class ForeseenDrafts:
    """What adding work would do: stems of pieces that take an older draft's place, and of those that come too late."""

    newer: tuple[str, ...] = ()
    older: tuple[str, ...] = ()


def list_hand_ins(home: Home, collection_id: str) -> dict[str, HandIn]:
    """Return how each piece that a class platform named was handed in, by code.

    A draft is counted by the platform's number in the name, or by the drafts that are here, whichever is more.
    """
    hand_ins = {}
    for chain in _list_chains(_list_named(home, collection_id)):
        counted = [max(place, piece.handed.draft + 1) for place, piece in enumerate(chain, start=1)]
        for piece, draft in zip(chain, counted, strict=True):
            hand_ins[piece.code] = HandIn(piece.handed.is_late, draft, max(counted))
    return hand_ins


def leave_out_older(home: Home, collection_id: str, plan: IntakePlan) -> tuple[str, ...]:
    """Leave out the older drafts of what the plan added, by one decision; a second run leaves nothing out.

    Newer is what the platform numbers higher, or what came later. The newest draft belongs to the same student and
    section as the older one: kept together or not at all. What was put back once is not left out again, and pieces of
    one plan stay side by side. Returns the codes of what was left out.
    """
    mine = find_codes(home, collection_id, plan)
    heirs = _find_heirs(home, collection_id, _list_named(home, collection_id), mine)
    if heirs:
        out = NewDecision(DecisionKind.LEAVE_OUT, value=write_left_out(NEWER_DRAFT, *heirs))
        matches, said = _pass_on(home, collection_id, heirs)
        append_together(home, collection_id, matches, (*said, out))
    return tuple(heirs)


def foresee_drafts(home: Home, collection_id: str, plan: IntakePlan) -> ForeseenDrafts:
    """Return what adding the plan would do to drafts, before anything is added; raises HomeError."""
    fresh = [piece for piece in list_unknown(home, collection_id, plan) if piece.handed]
    coming = [_name_planned(piece, piece.handed) for piece in fresh if piece.handed]
    mine = {piece.code for piece in coming}
    heirs = _find_heirs(home, collection_id, [*_list_named(home, collection_id), *coming], mine)
    newer = tuple(piece.stem for piece in fresh if piece.stem in heirs.values())
    return ForeseenDrafts(newer, tuple(piece.stem for piece in fresh if piece.stem in heirs))


def _find_heirs(home: Home, collection_id: str, pieces: Iterable[_Piece], mine: Collection[str]) -> dict[str, str]:
    """Return by its code the newest draft of each older one to be left out, where one of the two is of `mine`."""
    decisions = list_decisions(home, collection_id, [DecisionKind.LEAVE_OUT, DecisionKind.BRING_BACK])
    gone = {left.piece for left in collect_left_out(decisions)}
    outs = (read_left_out(one.value) for one in decisions if one.kind is DecisionKind.LEAVE_OUT)
    once_gone = {left.piece for out in outs for left in out}
    heirs: dict[str, str] = {}
    for chain in _list_chains(pieces):
        *older, newest = (piece.code for piece in chain)
        if newest not in gone:
            heirs |= {code: newest for code in older if code not in once_gone and (code in mine) != (newest in mine)}
    return heirs


def _name_planned(piece: PlannedPiece, handed: Handed) -> _Piece:
    """Return a piece that is not added yet, known by its stem."""
    source = piece.sources[0]
    return _Piece(piece.stem, handed, *find_title(piece.stem, source), _find_download(source))


def _pass_on(home: Home, collection_id: str, heirs: dict[str, str]) -> tuple[list[Match], list[NewDecision]]:
    """Return what gives the newest drafts the student and the section that were said of the older ones."""
    matches, sections = load_matches(home, collection_id).current, load_said_sections(home, collection_id)
    owned = {new: matches[old] for old, new in heirs.items() if old in matches and new not in matches}
    said = {new: sections[old] for old, new in heirs.items() if old in sections and new not in sections}
    told = [NewDecision(DecisionKind.SAY_SECTION, value=write_sections(said))] if said else []
    return [Match(new, match.student, match.how) for new, match in owned.items()], told


def _list_named(home: Home, collection_id: str) -> Iterator[_Piece]:
    """Yield the pieces that a platform named, who joined first first; the number kept with a piece vouches for that."""
    labels, sources = list_labels(home, collection_id), list_sources(home, collection_id)
    for code, stem in list_stems(home, collection_id).items():
        handed = find_handed(stem)
        if handed and handed.platform_id == labels.get(code) and code in sources:
            source = sources[code].source
            yield _Piece(code, handed, *find_title(stem, source), _find_download(source))


def _find_download(source: Path) -> Path:
    """Return the folder of a whole download, above the folders that the platform makes for students."""
    return next(folder for folder in source.parents if not find_handed(folder.name))


def _list_chains(pieces: Iterable[_Piece]) -> Iterator[Sequence[_Piece]]:
    """Yield the drafts of one piece of work, the oldest first."""
    students: dict[tuple[str, str], list[_Piece]] = defaultdict(list)
    for piece in pieces:
        students[piece.handed.platform_id, normalise_name(piece.handed.label)].append(piece)
    for mine in students.values():
        is_apart = len({piece.download for piece in mine}) < len(mine)
        works: dict[str, list[_Piece]] = defaultdict(list)
        for piece in mine:
            works[piece.title if is_apart else ""].append(piece)
        for drafts in works.values():
            are_numbered = all(piece.number for piece in drafts)
            yield sorted(drafts, key=lambda piece: piece.number) if are_numbered else drafts

"""Folders or files come in; which file becomes which piece, and what couldn't be opened, go out. Nothing is decoded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path

from pipeline.errors import NothingToRead
from pipeline.intake.archives import unpack_archives
from pipeline.intake.errors import PageRefused
from pipeline.intake.files import FoundFile, list_files, normalise_name, order_key
from pipeline.intake.formats import Format, sniff_format
from pipeline.intake.handed import group_handed
from pipeline.intake.joins import Group, join_files
from pipeline.intake.pages import list_pages, refusing_all
from pipeline.records.work import IntakePlan, PlannedPiece, Refusal, SameFile, SourcePage
from pipeline.settings import IntakeSettings


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file that can be opened: its pages and whether equal bytes in it mean the same scan."""

    pages: tuple[SourcePage, ...]
    is_scan: bool


def plan_pieces(
    paths: Sequence[Path], settings: IntakeSettings, *, one_file_one_piece: bool = False, staging: Path | None = None
) -> IntakePlan:
    """Return which files in `paths` and below become which piece, in one order whatever the order of `paths`.

    One file is one piece; joins.py says when files are joined, and `one_file_one_piece` undoes it. Two pieces never
    share a stem: the second becomes NAME__2. Files that can't be opened are refusals; links are not followed.
    Byte-identical pictures and PDFs are kept and listed in `same_files`. Zips are unpacked into `staging` where it is
    given, and are refusals where it is not; names that a class platform gave are heard (handed.py).
    Raises NothingToRead where there is no file at all, InputError where one of `paths` is not there.
    """
    files, refused = list_files(paths)
    if not files and not refused:
        raise NothingToRead("There is no student work in this folder.")
    if staging:
        files, unpacking = unpack_archives(files, staging, settings)
        refused += unpacking
    opened, refusals = _open_all(files, settings)
    pieces = _make_pieces(files, _group_files(files, opened, one_file_one_piece=one_file_one_piece), opened)
    return IntakePlan(name_apart(pieces), (*refused, *refusals), _find_same(opened), len(files) + len(refused))


def _group_files(
    files: Sequence[FoundFile], opened: dict[Path, _Opened], *, one_file_one_piece: bool
) -> tuple[Group, ...]:
    """Return the groups: by what a class platform's names say, then by what other names and folders say.

    Of drafts only those count that can be opened: where the newest can't be, the one before is better than none.
    """
    readable = [file for file in files if file.path in opened]
    handed = group_handed(readable, one_file_one_piece=one_file_one_piece)
    if one_file_one_piece:
        return handed
    known = {file.path for group in handed for file in (*group.files, *group.older)}
    return (*handed, *join_files([file for file in files if file.path not in known]))


def _open_all(files: Sequence[FoundFile], settings: IntakeSettings) -> tuple[dict[Path, _Opened], list[Refusal]]:
    opened: dict[Path, _Opened] = {}
    refusals: list[Refusal] = []
    for file in files:
        try:
            opened[file.path] = _open_file(file.path, settings)
        except PageRefused as error:
            refusals.append(replace(error.refusal, source_name=file.shown_name, source=file.path))
    return opened, refusals


def _open_file(path: Path, settings: IntakeSettings) -> _Opened:
    with refusing_all(path):
        kind = sniff_format(path)
        indexes = list_pages(path, kind, settings)
        with path.open("rb") as file:
            sha256 = file_digest(file, "sha256").hexdigest()
    pages = tuple(SourcePage(path, sha256, index) for index in indexes)
    return _Opened(pages, kind.is_picture or kind is Format.PDF)


def _make_pieces(
    files: Sequence[FoundFile], groups: Sequence[Group], opened: dict[Path, _Opened]
) -> list[PlannedPiece]:
    """Return the pieces in the order of their first file; a page of a joined piece that can't be opened is left out."""
    joined = {file.path for group in groups for file in (*group.files, *group.older)}
    alone = [Group(file.path.stem, (file,)) for file in files if file.path not in joined]
    pieces = []
    for group in sorted([*groups, *alone], key=lambda group: order_key(group.files[0].path)):
        sources = tuple(file.path for file in group.files if file.path in opened)
        pages = tuple(page for source in sources for page in opened[source].pages)
        if pages:
            older = tuple(file.path for file in group.older)
            pieces.append(PlannedPiece(group.stem, sources, pages, group.handed, older))
    return pieces


def name_apart(pieces: Sequence[PlannedPiece]) -> tuple[PlannedPiece, ...]:
    """Give every piece a stem of its own, also where a disk takes capitals and small letters for the same."""
    taken = {normalise_name(piece.stem) for piece in pieces}
    seen: set[str] = set()
    named = []
    for piece in pieces:
        stem, count = piece.stem, 1
        if normalise_name(stem) in seen:
            while normalise_name(stem) in taken:
                count += 1
                stem = f"{piece.stem}__{count}"
        seen.add(normalise_name(stem))
        taken.add(normalise_name(stem))
        named.append(replace(piece, stem=stem))
    return tuple(named)


def _find_same(opened: dict[Path, _Opened]) -> tuple[SameFile, ...]:
    """Equal scans are one sheet copied twice; equal typed texts are two children."""
    by_hash: dict[str, list[Path]] = defaultdict(list)
    for path, file in opened.items():
        if file.is_scan:
            by_hash[file.pages[0].source_sha256].append(path)
    return tuple(SameFile(tuple(paths)) for paths in by_hash.values() if len(paths) > 1)

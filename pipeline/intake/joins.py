"""Files come in, by name and folder; groups of files that are one piece go out. In doubt, one file is one piece.

Two things join files, and nothing else:

- a folder per student: a folder whose sub-folders (two or more, with no folders inside them) all carry what may be a
  student's name or code, and each hold one file or pages of one another: pictures or PDFs, at most twelve, of one name
  and numbered 1, 2, … without a gap; or named by a camera or scanner, as long as there are no more of them in any one
  sub-folder than there are sub-folders. One sub-folder that doesn't fit, and none is joined;
- parts: in one folder, at least two different names that each have parts 1, 2, … (at most twelve) without a gap or a
  double, where the name is no camera's, scanner's, class's or date, and no file carries the name alone (a file
  "anna" beside "anna-1" and "anna-2" is a first hand-in and two later ones).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.intake.files import FoundFile, normalise_name
from pipeline.intake.names import Part, find_part, is_machine_name, may_be_student
from pipeline.records.work import Handed

MOST_PARTS = 12

_PAGE_SUFFIXES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".bmp", ".pdf"}
_TYPED_SUFFIXES = {".docx", ".odt", ".rtf", ".txt", ".md"}
_DIGITS = re.compile(r"[0-9]+")
_FEWEST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are one piece, in page order; `stem` is the name they share, `older` are drafts they replace."""

    stem: str
    files: tuple[FoundFile, ...]
    handed: Handed | None = None
    older: tuple[FoundFile, ...] = ()


def join_files(files: Sequence[FoundFile]) -> tuple[Group, ...]:
    """Return the groups among `files`; whatever is in none of them is a piece of its own.

    A file alone in its student's folder is a group where its own name ("essay") tells no student.
    """
    by_folder: dict[tuple[str, ...], list[FoundFile]] = defaultdict(list)
    for file in files:
        if file.path.suffix.lower() in _PAGE_SUFFIXES | _TYPED_SUFFIXES:
            by_folder[file.folder].append(file)
    joined = _join_folders(by_folder)
    parts = [_join_parts(held) for folder, held in by_folder.items() if folder not in joined]
    return (
        *(group for group in joined.values() if len(group.files) > 1 or not may_be_student(group.files[0].path.stem)),
        *(group for groups in parts for group in groups),
    )


def _join_folders(by_folder: dict[tuple[str, ...], list[FoundFile]]) -> dict[tuple[str, ...], Group]:
    """Return the group of each folder that belongs to a row of folders per student."""
    rows: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for folder in by_folder:
        for depth in range(2, len(folder) + 1):
            if folder[:depth] not in rows[folder[: depth - 1]]:
                rows[folder[: depth - 1]].append(folder[:depth])
    groups: dict[tuple[str, ...], Group] = {}
    for folders in rows.values():
        is_leaf_row = not any(folder in rows for folder in folders)
        if is_leaf_row and _is_row_of_students(folders, by_folder):
            groups |= {folder: _group_folder(folder, by_folder[folder]) for folder in folders}
    return groups


def _is_row_of_students(folders: Sequence[tuple[str, ...]], by_folder: dict[tuple[str, ...], list[FoundFile]]) -> bool:
    return len(folders) >= _FEWEST_NAMES and all(
        may_be_student(folder[-1]) and _is_one_hand(by_folder[folder], len(folders)) for folder in folders
    )


def _is_one_hand(files: Sequence[FoundFile], folder_count: int) -> bool:
    """Whether files of one folder are pages of one another."""
    stems = [file.path.stem for file in files]
    if len(files) == 1:
        return True
    if len(files) > MOST_PARTS or any(file.path.suffix.lower() not in _PAGE_SUFFIXES for file in files):
        return False
    return _are_numbered(stems) or (_are_machines(stems) and len(files) <= folder_count)


def _are_numbered(stems: Sequence[str]) -> bool:
    """Whether names are parts 1, 2, … of one name that no camera gives."""
    parts = [find_part(stem) for stem in stems]
    names = {part.name for part in parts if part}
    return len(names) == 1 and _are_gapless(parts) and not is_machine_name(*names)


def _are_machines(stems: Sequence[str]) -> bool:
    """Whether names are a camera's or scanner's and differ in their digits only."""
    shapes = {_DIGITS.sub("#", normalise_name(stem)) for stem in stems}
    return len(shapes) == 1 and is_machine_name(stems[0])


def _are_gapless(parts: Iterable[Part | None]) -> bool:
    numbers = sorted(part.number if part else 0 for part in parts)
    return numbers == list(range(1, len(numbers) + 1))


def _group_folder(folder: tuple[str, ...], files: Sequence[FoundFile]) -> Group:
    """Name the group by what its files share or, where that is only "page" or a camera's name, by its folder."""
    part = find_part(files[0].path.stem)
    stem = part.written if part and may_be_student(part.name) else folder[-1]
    ordered = sorted(files, key=_number_of) if part else files
    return Group(stem, tuple(ordered))


def _number_of(file: FoundFile) -> int:
    part = find_part(file.path.stem)
    return part.number if part else 0


def _join_parts(files: Sequence[FoundFile]) -> tuple[Group, ...]:
    names: dict[str, list[tuple[Part, FoundFile]]] = defaultdict(list)
    for file in files:
        part = find_part(file.path.stem)
        if part and may_be_student(part.name):
            names[part.name].append((part, file))
    alone = {normalise_name(file.path.stem) for file in files}
    whole = [held for name, held in names.items() if name not in alone and _is_whole(held)]
    return tuple(_group_parts(held) for held in whole) if len(whole) >= _FEWEST_NAMES else ()


def _is_whole(held: Sequence[tuple[Part, FoundFile]]) -> bool:
    return 1 < len(held) <= MOST_PARTS and _are_gapless(part for part, _ in held)


def _group_parts(held: Sequence[tuple[Part, FoundFile]]) -> Group:
    ordered = sorted(held, key=lambda pair: pair[0].number)
    return Group(ordered[0][0].written, tuple(file for _, file in ordered))

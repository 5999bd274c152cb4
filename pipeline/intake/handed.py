"""Files come in, by name and folder; those a class platform named go out as one piece a student, of the newest drafts.

- Canvas, "download submissions" (lib/content_zipper.rb of canvas-lms): "leeann_LATE_1234_56789_Essay-1.docx" is the
  sortable name, LATE where it was, the user's number, the file's number, and the file as the student named it;
  "leeann_1234_text.html" is typed into Canvas, "anon_x1Y2z_…" hides the name. All files of a student are of the last
  hand-in. Canvas ends a name in -1, -2 where the student had used it before: of documents that is a newer draft, of
  pictures ("image-1.jpg") another page.
- Moodle, "download all submissions": the folder "Ann Lee_1234_assignsubmission_file_", or a file that begins so.

A folder counts as Canvas's only where nearly all names in it are of that form, no two files have one number, each
user's number goes with one name and nearly each name with one number, and there is more than one user: a folder of
"digging_2025_11_anna" and "digging_2025_12_ben" is a teacher's own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.intake.files import FoundFile, normalise_name
from pipeline.intake.joins import Group
from pipeline.intake.names import is_machine_name, may_be_student
from pipeline.records.work import Handed

_CANVAS = re.compile(
    r"(?:(?P<label>[^A-Z]+?)_)?(?P<late>LATE_)?(?P<id>[0-9]+|anon_[A-Za-z0-9]+)"
    r"_(?:(?P<file>[0-9]+)_(?P<title>.+)|text|link)"
)
_MOODLE = re.compile(r"(?P<label>.+?)_(?P<id>[0-9]+)_assignsubmission_(?:file|onlinetext)(?:_(?P<title>.*))?")
_DRAFT = re.compile(r"(?P<title>.+?)-(?P<draft>[0-9]{1,2})")
_PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".heif", ".bmp"}
_LEAST_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class _Named:
    """A file whose name a platform gave: who, the name it is known by, the file's own title and number in order."""

    file: FoundFile
    handed: Handed
    stem: str
    title: str
    number: int


def group_handed(files: Sequence[FoundFile], *, one_file_one_piece: bool = False) -> tuple[Group, ...]:
    """Return one group a student of the files that a class platform named, or one a file where that is asked for."""
    by_folder: dict[tuple[str, ...], list[FoundFile]] = defaultdict(list)
    for file in files:
        by_folder[file.folder].append(file)
    named = [found for held in by_folder.values() for found in _name_folder(held)]
    if one_file_one_piece:
        return tuple(Group(one.file.path.stem, (one.file,), one.handed) for one in named)
    students: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for one in named:
        students[one.file.folder[0], one.handed.platform_id, normalise_name(one.handed.label)].append(one)
    return tuple(_group_student(held) for held in students.values())


def find_handed(name: str) -> Handed | None:
    """Return what a name (a file's stem, or a folder) in a platform's form says of a hand-in, or None.

    It takes one name at its word; whether a whole folder is Canvas's is `group_handed`'s to tell.
    """
    moodle = _MOODLE.fullmatch(name)
    if moodle:
        return Handed(moodle["id"], moodle["label"])
    canvas = _CANVAS.fullmatch(name)
    if canvas is None or not (canvas["label"] or canvas["id"].startswith("anon_")):
        return None
    label = canvas["label"] or ""
    if label and (label.isnumeric() or is_machine_name(label) or not may_be_student(label)):
        return None
    return Handed(canvas["id"], label, bool(canvas["late"]), _split_draft(canvas["title"] or "")[1])


def find_title(stem: str, source: Path) -> tuple[str, int]:
    """Return what a piece's first file is called without the number of its draft, and the platform's number of it.

    `stem` is the piece's; the number is 0 where the platform gives none.
    """
    canvas = _CANVAS.fullmatch(stem)
    title = (canvas["title"] if canvas else None) or source.stem
    name = title if _is_page(source, title) else _split_draft(title)[0]
    return normalise_name(name), int(canvas["file"] or 0) if canvas else 0


def _name_folder(files: Sequence[FoundFile]) -> Iterator[_Named]:
    """Yield the named files of one folder: all of Moodle's, Canvas's where the whole folder is."""
    own = {file.path: find_handed(file.path.stem) for file in files}
    is_canvas = _is_canvas(files, own)
    for file in files:
        handed, above = own[file.path], _find_above(file)
        if handed is not None and (is_canvas or _MOODLE.fullmatch(file.path.stem)):
            yield _name_file(file, handed)
        elif above is not None:
            name, handed = above
            yield _Named(file, handed, name, file.path.stem, 0)


def _is_canvas(files: Sequence[FoundFile], own: dict[Path, Handed | None]) -> bool:
    """Whether a folder's names are all of one download: users and files numbered as Canvas does."""
    users = {(handed.platform_id, handed.label) for handed in own.values() if handed}
    named = [file.path.stem for file in files if own[file.path]]
    numbers = [match["file"] for match in map(_CANVAS.fullmatch, named) if match and match["file"]]
    ids, labels = {user for user, _ in users}, {label for _, label in users if label}
    is_class = len(ids) == len(users) and (len(users) > 1 or len(files) == 1)
    are_named_apart = not labels or len(labels) >= _LEAST_SHARE * len(users)  # two students may have one name
    return (
        is_class and are_named_apart and len(set(numbers)) == len(numbers) and len(named) >= _LEAST_SHARE * len(files)
    )


def _name_file(file: FoundFile, handed: Handed) -> _Named:
    canvas = _CANVAS.fullmatch(file.path.stem)
    number = int(canvas["file"] or 0) if canvas else 0
    title = (canvas["title"] if canvas else None) or file.path.stem
    if _is_page(file.path, title):
        return _Named(file, replace(handed, draft=0), file.path.stem, title, number)
    return _Named(file, handed, file.path.stem, _split_draft(title)[0], number)


def _is_page(file: Path, title: str) -> bool:
    """Whether a number at the end of its name counts pages, not drafts: a picture, or a PDF that a scanner named."""
    suffix = file.suffix.lower()
    return suffix in _PICTURES or (suffix == ".pdf" and is_machine_name(title))


def _find_above(file: FoundFile) -> tuple[str, Handed] | None:
    """Return the nearest folder that a platform named for a student, and what its name says."""
    for folder in reversed(file.folder[1:]):
        handed = find_handed(folder)
        if handed:
            return folder.rstrip("_ "), handed
    return None


def _group_student(held: Sequence[_Named]) -> Group:
    """Return a student's newest files in the order in which they were handed in, and the drafts they replace."""
    newest: dict[tuple[str, str], _Named] = {}
    for one in held:
        key = (normalise_name(one.title), str(one.file.path) if _is_page(one.file.path, one.title) else "")
        newest[key] = max(newest.get(key, one), one, key=lambda draft: (draft.handed.draft, draft.number))
    kept = sorted(newest.values(), key=lambda one: one.number)
    older = tuple(one.file for one in held if one not in kept)
    first = kept[0]
    handed = Handed(
        first.handed.platform_id,
        first.handed.label,
        any(one.handed.is_late for one in kept),
        max(one.handed.draft for one in kept),
    )
    return Group(first.stem, tuple(one.file for one in kept), handed, older)


def _split_draft(title: str) -> tuple[str, int]:
    """Return a title without the number of its draft, and the number: 0 for the first."""
    match = _DRAFT.fullmatch(title)
    return (match["title"], int(match["draft"])) if match else (title, 0)

"""Found files come in; every zip among them is unpacked, and the files it holds stand in its place when they go out.

A zip inside a zip is unpacked too, a third one is not. Drive cuts a large folder into several zips
("Essays-20251101T120000Z-001.zip", "…-002.zip"): their folders count as one.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from pipeline.errors import PatternworkError
from pipeline.intake import reasons
from pipeline.intake.entries import Entry, Refused, is_locked, list_entries
from pipeline.intake.files import FoundFile, list_files
from pipeline.intake.reasons import Reason
from pipeline.intake.safenames import clean_name
from pipeline.intake.unpack import unpack_once
from pipeline.intake.zips import find_zip_kind
from pipeline.records.work import Refusal
from pipeline.settings import IntakeSettings

ZIP_SUFFIX = ".zip"
_ZIP_SIGNS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_DRIVE_PART = re.compile(r"(?P<name>.+)-(?P<date>[0-9]{8}T[0-9]{6}Z?)-(?P<part>[0-9]{1,3})(?P<rest>(?:-[0-9]{3})?)")
_LONGEST_STEM = 60
_DIGEST_SIGNS = 10
_MEGABYTE = 1_000_000
_ZIPS_IN_ZIPS = 1


@dataclass(slots=True)
class _Run:
    """What one run may still unpack, where to, beside which folders, and what it refused."""

    staging: Path
    settings: IntakeSettings
    bytes_left: int
    files_left: int
    folders: set[tuple[str, ...]]
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, name: str, reason: Reason) -> None:
        """Keep a refusal."""
        self.refusals.append(Refusal(name, reason.sentence, reason.hint))


def is_archive(path: Path) -> bool:
    """Whether the file is a zip of files, whole or damaged, and no document in zip's clothes."""
    if path.suffix.lower() != ZIP_SUFFIX or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            is_zip = file.read(4) in _ZIP_SIGNS
    except OSError:  # whoever opens it as a document says why it can't be read
        return False
    return is_zip and find_zip_kind(path) in {"archive", "damaged"}


def has_archives(paths: Sequence[Path]) -> bool:
    """Whether there is a zip to unpack in `paths` or below; raises InputError where one of them is not there."""
    return any(is_archive(file.path) for file in list_files(paths)[0])


def unpack_archives(
    files: Sequence[FoundFile], staging: Path, settings: IntakeSettings
) -> tuple[tuple[FoundFile, ...], tuple[Refusal, ...]]:
    """Return `files` with the files of each zip in its place, and what was refused; the zips stay as they are.

    Each zip is unpacked into a folder of its own in `staging`, named by the zip and its content: the same zip is
    unpacked once. Nothing is written anywhere else. Raises DiskFull, HomeError.
    """
    folders = {file.folder[:depth] for file in files for depth in range(2, len(file.folder) + 1)}
    run = _Run(staging, settings, settings.max_zip_mb * _MEGABYTE, settings.max_zip_files, folders)
    kept = tuple(found for file in files for found in _open_all(file, run, 0))
    run.refusals.extend(_find_missing_parts(files))
    return kept, tuple(run.refusals)


def _open_all(file: FoundFile, run: _Run, depth: int) -> Iterator[FoundFile]:
    """Yield the file, or the files in it where it is a zip."""
    if not is_archive(file.path):
        yield file
    elif depth > _ZIPS_IN_ZIPS:
        run.refuse(file.shown_name, reasons.ZIP_IN_ZIP)
    elif (*file.folder, file.path.stem) in run.folders:
        run.refuse(file.shown_name, reasons.UNPACKED_ALREADY)
    else:
        for found in _open_zip(file, run):
            yield from _open_all(found, run, depth + 1)


def _open_zip(file: FoundFile, run: _Run) -> tuple[FoundFile, ...]:
    try:
        with zipfile.ZipFile(file.path) as archive:
            entries, refused = list_entries(archive.infolist(), run.settings)
            reason = _judge(archive.infolist(), entries, refused, run)
            if reason:
                run.refuse(file.shown_name, reason)
                return ()
            folder = run.staging / _name_folder(file.path)
            unpack_once(archive, entries, folder)
    except PatternworkError:
        raise
    except Exception:  # noqa: BLE001 zipfile raises anything on a list that is damaged or made to harm
        run.refuse(file.shown_name, reasons.DAMAGED_ZIP)
        return ()
    for one in refused:
        run.refuse(f"{file.shown_name}/{one.name}", one.reason)
    return tuple(_find_unpacked(file, entries, folder, run))


def _judge(
    infos: Sequence[zipfile.ZipInfo], entries: Sequence[Entry], refused: Sequence[Refused], run: _Run
) -> Reason | None:
    """Return why nothing of the zip is unpacked, or None; then it is taken off what the run may still unpack."""
    unpacked_bytes = sum(entry.info.file_size for entry in entries)
    if len(infos) > run.files_left:
        return reasons.TOO_MANY_FILES
    if is_locked(infos):
        return reasons.ZIP_PASSWORD
    if unpacked_bytes > run.bytes_left:
        return reasons.TOO_LARGE_ZIP
    run.files_left -= len(infos)
    run.bytes_left -= unpacked_bytes
    return None if entries or refused else reasons.EMPTY_ZIP


def _name_folder(path: Path) -> str:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return f"{clean_name(path.stem[:_LONGEST_STEM])}-{digest[:_DIGEST_SIGNS]}"


def _find_unpacked(file: FoundFile, entries: Sequence[Entry], folder: Path, run: _Run) -> Iterator[FoundFile]:
    part = _DRIVE_PART.fullmatch(file.path.stem)
    inside = (*file.folder, part["name"] if part else file.path.stem)
    for entry in entries:
        shown_name = "/".join((file.shown_name, *entry.place))
        path = folder.joinpath(*entry.place)
        if path.is_file():
            yield FoundFile(path, shown_name, (*inside, *entry.place[:-1]))
        else:
            run.refuse(shown_name, reasons.DAMAGED_IN_ZIP)


def _find_missing_parts(files: Sequence[FoundFile]) -> Iterator[Refusal]:
    """Yield a refusal for each part that a higher one among `files` says there must be."""
    series: dict[tuple[tuple[str, ...], str, str, str], set[int]] = defaultdict(set)
    for file in files:
        part = _DRIVE_PART.fullmatch(file.path.stem)
        if part and file.path.suffix.lower() == ZIP_SUFFIX:
            series[file.folder, part["name"], part["date"], part["rest"]].add(int(part["part"]))
    for (_, name, date, rest), parts in series.items():
        for number in sorted(set(range(1, max(parts))) - parts):
            written = f"{name}-{date}-{number if rest else f'{number:03}'}{rest}{ZIP_SUFFIX}"
            yield Refusal(written, reasons.MISSING_PART.sentence, reasons.MISSING_PART.hint)

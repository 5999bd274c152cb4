"""A zip's list of files comes in; those to unpack, each with a safe place, and refusals of the others go out.

Only the list is read. Names lead nowhere but into the folder a zip is unpacked into: a name that would lead out of it
(absolute, with a drive, with ".."), a link and a special file are refused, all other names are made plain file names.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipInfo

from pipeline.intake import reasons
from pipeline.intake.files import is_passed_over
from pipeline.intake.foreign import find_package_reason
from pipeline.intake.reasons import Reason
from pipeline.intake.safenames import choose_name
from pipeline.settings import IntakeSettings

MOST_FOLDERS = 12
HARMLESS_BYTES = 10_000_000
_LONGEST_FOLDER_NAME = 60
_IS_ENCRYPTED = 0x1
_IS_UTF8 = 0x800
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_MADE_ON_UNIX = {3, 19}  # APPNOTE.TXT 4.4.2: Unix and macOS keep a file's kind in the high half of external_attr


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip: as the zip lists it, and the safe names of the folders and the file it becomes."""

    info: ZipInfo
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file in a zip that is not unpacked, by the name the zip gives it."""

    name: str
    reason: Reason


def list_entries(infos: Sequence[ZipInfo], settings: IntakeSettings) -> tuple[tuple[Entry, ...], tuple[Refused, ...]]:
    """Return the files to unpack and those that are refused; folders and what computers put beside work are neither.

    Equal lists give equal places, so that what was unpacked once is found again.
    """
    places = _Places()
    entries: list[Entry] = []
    refused: dict[str, Reason] = {}
    for info in infos:
        name = decode_name(info).replace("\\", "/")
        parts = [part for part in name.split("/") if part not in ("", ".")]
        if name.endswith("/") or not parts:
            continue
        unwanted = _find_unwanted(info, name, parts, settings)
        if unwanted:
            refused[unwanted.name] = unwanted.reason
        elif not any(is_passed_over(part) for part in parts):
            entries.append(Entry(info, places.choose(parts)))
    return tuple(entries), tuple(Refused(name, reason) for name, reason in refused.items())


def decode_name(info: ZipInfo) -> str:
    """Return an entry's name: UTF-8 also where the zip forgets to say so (macOS does), else cp437 as the format asks.

    APPNOTE.TXT 4.4.4 bit 11 and appendix D.
    """
    if info.flag_bits & _IS_UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return info.filename


def is_locked(infos: Sequence[ZipInfo]) -> bool:
    """Whether any file of the zip needs a password."""
    return any(info.flag_bits & _IS_ENCRYPTED for info in infos)


def _find_unwanted(info: ZipInfo, name: str, parts: Sequence[str], settings: IntakeSettings) -> Refused | None:
    """Return why a file is not unpacked; all files of a folder that macOS shows as one document are that document."""
    if _ABSOLUTE.match(name) or ".." in parts:
        return Refused(name, reasons.LEADS_OUT)
    for depth, part in enumerate(parts[:-1], 1):
        package = find_package_reason(Path(part))
        if package:
            return Refused("/".join(parts[:depth]), package)
    reason = reasons.TOO_DEEP if len(parts) > MOST_FOLDERS else _find_special(info) or _find_inflated(info, settings)
    return Refused(name, reason) if reason else None


def _find_special(info: ZipInfo) -> Reason | None:
    kind = stat.S_IFMT(info.external_attr >> 16) if info.create_system in _MADE_ON_UNIX else 0
    if not kind or stat.S_ISREG(kind):
        return None
    return reasons.LINK if stat.S_ISLNK(kind) else reasons.NOT_A_FILE


def _find_inflated(info: ZipInfo, settings: IntakeSettings) -> Reason | None:
    is_inflated = info.file_size > settings.max_zip_ratio * max(1, info.compress_size)
    return reasons.ZIP_BOMB if is_inflated and info.file_size > HARMLESS_BYTES else None


class _Places:
    """Safe places chosen so far: no two files share one, also where a disk takes capitals and small letters for one."""

    def __init__(self) -> None:
        self._folders: dict[tuple[str, ...], tuple[str, ...]] = {(): ()}
        self._taken: dict[tuple[str, ...], set[str]] = {}

    def choose(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Return the place of a file, by its folders' names and its own."""
        return self._add(self._find_folder(tuple(parts[:-1])), parts[-1])

    def _find_folder(self, raw: tuple[str, ...]) -> tuple[str, ...]:
        if raw not in self._folders:
            self._folders[raw] = self._add(self._find_folder(raw[:-1]), raw[-1][:_LONGEST_FOLDER_NAME])
        return self._folders[raw]

    def _add(self, folder: tuple[str, ...], raw: str) -> tuple[str, ...]:
        taken = self._taken.setdefault(folder, set())
        name = choose_name(raw, taken)
        taken.add(name.casefold())
        return (*folder, name)

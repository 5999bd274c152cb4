"""Folders and files come in; every file under them, in one fixed order, and what was not followed, go out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.intake import reasons
from pipeline.intake.foreign import find_package_reason
from pipeline.intake.reasons import Reason
from pipeline.records.work import Refusal

_PASSED_OVER = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "@eadir", "$recycle.bin"}
_PASSED_OVER_BEGINNINGS = (".", "~$", "~lock.")
_PASSED_OVER_SUFFIXES = (".aae",)  # an iPhone's notes on how a photo was edited
_NUMBERS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file: `shown_name` from the given folder on; `folder`, of which that folder is the first part."""

    path: Path
    shown_name: str
    folder: tuple[str, ...]


def list_files(paths: Sequence[Path]) -> tuple[tuple[FoundFile, ...], tuple[Refusal, ...]]:
    """Return every file in `paths` and below, numbers in names counted as numbers, and refusals of links and the like.

    A file reached twice is listed once. What computers put beside work (.DS_Store, Thumbs.db, ~$lock) and all hidden
    files are passed over. Raises InputError where one of `paths` is not there.
    """
    found: dict[Path, FoundFile] = {}
    refusals: list[Refusal] = []
    given = {path.absolute() for path in paths}
    for path in sorted(given, key=order_key):
        if not os.path.lexists(path):
            raise InputError("There is no such file or folder.", "Check the path and try again.")
        if given.isdisjoint(path.parents):
            for entry in _list_given(path):
                if isinstance(entry, Refusal):
                    refusals.append(entry)
                else:
                    found.setdefault(entry.path.resolve(), entry)
    return tuple(sorted(found.values(), key=lambda file: order_key(file.path))), tuple(refusals)


def _list_given(path: Path) -> Iterator[FoundFile | Refusal]:
    if path.is_dir() and find_package_reason(path) is None:
        return _walk(path, (str(path),), "")
    return _judge(path, (str(path.parent),), path.name)


def order_key(path: Path) -> tuple[object, ...]:
    """Return what paths are sorted by: part for part, numbers as numbers, case left out, and the path itself last."""
    return (*(_split_numbers(normalise_name(part)) for part in path.parts), ((2, 0, str(path)),))


def _split_numbers(name: str) -> tuple[tuple[int, int, str], ...]:
    runs = (run for run in _NUMBERS.split(name) if run)
    return tuple((0, int(run), "") if _NUMBERS.fullmatch(run) else (1, 0, run) for run in runs)


def normalise_name(name: str) -> str:
    """Return `name` as it is compared: composed (NFC), in lower case, without marks of writing direction."""
    kept = (sign for sign in unicodedata.normalize("NFC", name) if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", "".join(kept).casefold())


def _walk(folder: Path, parts: tuple[str, ...], shown: str) -> Iterator[FoundFile | Refusal]:
    try:
        paths = sorted(folder.iterdir(), key=order_key)
    except OSError:
        yield _refuse(folder, shown or folder.name, reasons.NOT_ALLOWED)
        return
    for path in paths:
        shown_name = f"{shown}/{path.name}" if shown else path.name
        if is_passed_over(path.name):
            continue
        if path.is_dir() and not path.is_symlink() and find_package_reason(path) is None:
            yield from _walk(path, (*parts, path.name), shown_name)
        else:
            yield from _judge(path, parts, shown_name)


def _judge(path: Path, parts: tuple[str, ...], shown_name: str) -> Iterator[FoundFile | Refusal]:
    if is_passed_over(path.name):
        return
    if path.is_symlink():
        yield _refuse(path, shown_name, reasons.LINK)
    elif path.is_dir():
        yield _refuse(path, shown_name, find_package_reason(path) or reasons.NOT_A_FILE)
    elif not path.is_file():
        yield _refuse(path, shown_name, reasons.NOT_A_FILE)
    else:
        yield FoundFile(path, shown_name, parts)


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of that name is what computers put beside work, or hidden."""
    lower = name.lower()
    return lower in _PASSED_OVER or lower.startswith(_PASSED_OVER_BEGINNINGS) or lower.endswith(_PASSED_OVER_SUFFIXES)


def _refuse(path: Path, shown_name: str, reason: Reason) -> Refusal:
    return Refusal(shown_name, reason.sentence, reason.hint, path)

"""Names in a zip lead nowhere but into its own folder, and are read as they were written."""

from __future__ import annotations

import stat
from zipfile import ZipInfo

import pytest

from pipeline.intake import reasons
from pipeline.intake.entries import decode_name, is_locked, list_entries
from pipeline.intake.reasons import Reason
from pipeline.settings import IntakeSettings


def make_infos(*names: str) -> list[ZipInfo]:
    """Return a zip's list with these names, nothing read into them."""
    infos = [ZipInfo("x") for _ in names]
    for info, name in zip(infos, names, strict=True):
        info.filename = name
    return infos


def list_places(*names: str) -> list[str]:
    """Return where these files of a zip are unpacked."""
    return ["/".join(entry.place) for entry in list_entries(make_infos(*names), IntakeSettings())[0]]


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "Anna/../../evil.txt",
        "/etc/passwd",
        "C:/Windows/evil.txt",
        "..\\evil.txt",
        "\\\\server\\evil.txt",
    ],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    """Up, from the root, from a drive, from a server: none is unpacked, the file beside it is."""
    entries, refused = list_entries(make_infos(name, "ok.txt"), IntakeSettings())
    assert [entry.place for entry in entries] == [("ok.txt",)]
    assert [one.reason for one in refused] == [reasons.LEADS_OUT]


def test_links_and_special_files_are_refused() -> None:
    """A link could show another file of this computer as student work."""
    infos = make_infos("link.txt", "pipe.txt", "plain.txt")
    for info, kind in zip(infos, (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFREG), strict=True):
        info.create_system, info.external_attr = 3, kind << 16
    entries, refused = list_entries(infos, IntakeSettings())
    assert [entry.place for entry in entries] == [("plain.txt",)]
    assert [one.reason for one in refused] == [reasons.LINK, reasons.NOT_A_FILE]


def test_safe_names_survive_and_others_are_made_safe() -> None:
    """Folders stay, since they tell whose work it is; no two files share a place, whatever their capitals."""
    assert list_places("Ann Lee/Essay (2).docx", "./a\\b.txt", "Q: why?.txt", "CON.txt") == [
        "Ann Lee/Essay (2).docx",
        "a/b.txt",
        "Q_ why_.txt",
        "file_CON.txt",
    ]
    assert list_places("Essay.docx", "essay.docx", "Ann/1.jpg", "ann/1.jpg", "Ann/2.jpg") == [
        "Essay.docx",
        "essay (2).docx",
        "Ann/1.jpg",
        "ann (2)/1.jpg",
        "Ann/2.jpg",
    ]


def test_what_computers_put_beside_work_is_passed_over() -> None:
    """A Mac packs a shadow of every file."""
    assert list_places("__MACOSX/._a.jpg", "Ann/.DS_Store", "Ann/", "Thumbs.db", "Ann/a.jpg") == ["Ann/a.jpg"]


def test_a_name_is_utf_8_or_cp437() -> None:
    """With the mark; without it where the bytes are UTF-8 all the same; else as the format says."""
    marked, unmarked, old = make_infos("Zoë.txt", "Zoë.txt".encode().decode("cp437"), "Zoë.txt")
    marked.flag_bits = 0x800
    assert [decode_name(info) for info in (marked, unmarked, old)] == ["Zoë.txt"] * 3


@pytest.mark.parametrize(
    ("name", "size", "packed", "reason"),
    [
        ("bomb.txt", 20_000_000, 20_000, reasons.ZIP_BOMB),
        ("blank.bmp", 9_000_000, 9_000, None),
        ("/".join(["a"] * 20), 1, 1, reasons.TOO_DEEP),
    ],
)
def test_what_is_out_of_proportion_is_refused(name: str, size: int, packed: int, reason: Reason | None) -> None:
    """A file of a thousand times its packed size, or twenty folders deep; a small white page is neither."""
    (info,) = make_infos(name)
    info.file_size, info.compress_size = size, packed
    assert [one.reason for one in list_entries([info], IntakeSettings())[1]] == ([reason] if reason else [])


def test_one_locked_file_locks_the_zip() -> None:
    """Bit 0 of the flags."""
    infos = make_infos("a.txt", "b.txt")
    assert not is_locked(infos)
    infos[1].flag_bits = 1
    assert is_locked(infos)

"""Where a home had better not lie, and how large it is."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from pipeline.store.place import HomeSize, Mount, find_home_warnings, measure_home, warn_of_place

LOCAL = Mount("/", "ext4", "rw")


@pytest.mark.parametrize(
    ("place", "service"),
    [
        (PurePosixPath("/home/ann/OneDrive - Lincoln School/pw"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\ann\OneDrive\Documents\pw"), "OneDrive"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/OneDrive-Lincoln/pw"), "OneDrive"),
        (PurePosixPath("/Users/ann/Library/Mobile Documents/pw"), "iCloud"),
        (PureWindowsPath(r"C:\Users\ann\iCloudDrive\pw"), "iCloud"),
        (PurePosixPath("/home/ann/Dropbox/pw"), "Dropbox"),
        (PurePosixPath("/home/ann/Dropbox (Lincoln)/pw"), "Dropbox"),
        (PurePosixPath("/Users/ann/Library/CloudStorage/GoogleDrive-ann@lincoln.org/pw"), "Google Drive"),
        (PurePosixPath("/Users/ann/Google Drive/My Drive/pw"), "Google Drive"),
        (PureWindowsPath(r"G:\Shared drives\Year 4\pw"), "Google Drive"),
    ],
)
def test_synced_places_are_named(place: PurePath, service: str) -> None:
    """Student work in a synced folder leaves the computer: that is said, once."""
    (warning,) = warn_of_place(place, [LOCAL])
    assert service in warning


def test_a_plain_place_has_no_warning(tmp_path: Path) -> None:
    """A folder that only sounds alike is none; this machine's own disks are asked for, whatever they are."""
    assert warn_of_place(PurePosixPath("/home/ann/onedriver/box/pw"), [LOCAL]) == ()
    assert not [warning for warning in find_home_warnings(tmp_path) if "synced" in warning]


@pytest.mark.parametrize(
    ("place", "mounts"),
    [
        (PurePosixPath("/mnt/share/pw"), [LOCAL, Mount("/mnt/share", "cifs")]),
        (PurePosixPath("/home/ann/pw"), [LOCAL, Mount("/home", "nfs4")]),
        (PureWindowsPath(r"H:\pw"), [Mount("C:\\", "NTFS", "rw,fixed"), Mount("H:\\", "NTFS", "rw,remote")]),
        (PureWindowsPath(r"\\server\share\pw"), [Mount("C:\\", "NTFS", "rw,fixed")]),
    ],
)
def test_a_network_drive_is_named(place: PurePath, mounts: list[Mount]) -> None:
    """The innermost mount counts: a school's share inside a local disk."""
    (warning,) = warn_of_place(place, mounts)
    assert "network drive" in warning


def test_a_homes_size_is_that_of_its_files(tmp_path: Path) -> None:
    """Links count as themselves."""
    (tmp_path / "home" / "pages").mkdir(parents=True)
    (tmp_path / "home" / "a.db").write_bytes(b"12345")
    (tmp_path / "home" / "pages" / "b.webp").write_bytes(b"123")
    assert measure_home(tmp_path / "home") == HomeSize(2, 8)

"""Whole files or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from pipeline.errors import DiskFull, InputError
from pipeline.export.files import write_whole


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path) -> None:
    """Only the file itself stands in its folder afterwards."""
    write_whole(tmp_path / "new" / "out.csv", b"a")
    write_whole(tmp_path / "new" / "out.csv", b"b")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out.csv"]
    assert (tmp_path / "new" / "out.csv").read_bytes() == b"b"


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="can't be written"):
        write_whole(tmp_path / "file" / "out.csv", b"a")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full in the middle of writing: the old file stays whole, and no half one beside it."""
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")

    def fill_disk(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_disk)
    with pytest.raises(DiskFull):
        write_whole(out, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert out.read_bytes() == b"old"

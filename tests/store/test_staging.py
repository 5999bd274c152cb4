"""Unpacked zips stay as long as pages come from them."""

from __future__ import annotations

from pathlib import Path

from pipeline.store.pieces import add_pieces
from pipeline.store.staging import remove_unused
from tests.store.conftest import Kept, piece_of, plan_of


def make_folder(path: Path) -> Path:
    """Make a folder with one file in it."""
    path.mkdir(parents=True)
    (path / "anna.pdf").write_bytes(b"x")
    return path


def test_only_what_was_never_read_goes(kept: Kept) -> None:
    """And what an unpacking cut short has left; files given through the browser are somebody else's to remove."""
    uploads = kept.home.name_uploads(kept.collection.id)
    remove_unused(kept.home, kept.collection.id)
    used, given = make_folder(uploads / "period2-0123456789"), make_folder(uploads / "a1b2c3d4")
    for name in ("period3-abcdef0123", "period2-0123456789.a1b2c3d4.part"):
        make_folder(uploads / name)
    add_pieces(kept.home, kept.collection.id, plan_of(piece_of("anna", "c1", folder=str(used))))
    remove_unused(kept.home, kept.collection.id)
    assert set(uploads.iterdir()) == {used, given}

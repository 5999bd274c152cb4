"""Names of files survive whatever they are made of."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.names import read_path, write_name, write_path
from pipeline.store.pages import list_unread_pages
from pipeline.store.pieces import add_pieces, list_stems
from tests.store.conftest import Kept, piece_of, plan_of


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_a_path_comes_back_as_it_was(name: str) -> None:
    """Percent signs, emoji, marks of direction: all are only a name."""
    path = Path("/work") / name
    assert read_path(write_path(path)) == path


@pytest.mark.parametrize("raw", [b"\xff\xfe.jpg", "späte Arbeit.jpg".encode("latin-1")])
def test_a_name_that_is_no_text_is_kept(kept: Kept, raw: bytes) -> None:
    """An old stick has names in another encoding: the page is found again, and the name can be shown."""
    stem = os.fsdecode(raw)
    piece = piece_of(stem, "aa")
    (code,) = add_pieces(kept.home, kept.collection.id, plan_of(piece))
    (page,) = list_unread_pages(kept.home, kept.collection.id, "ppocr 1")
    assert page.source == piece.pages[0]
    assert list_stems(kept.home, kept.collection.id)[code] == write_name(stem)
    assert add_pieces(kept.home, kept.collection.id, plan_of(piece)) == ()

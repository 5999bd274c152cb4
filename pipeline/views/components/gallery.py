"""Pieces and patterns come in; a gallery in which pieces are sorted by hand, and what was sorted, go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from pipeline.views.components.said import find_heard, load_component, take_said

KEY = "gallery-sheets"


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """A piece in the gallery, called `name`: `picture` is its first page as a data address, "" for typed text.

    `patterns` are the ids of those it is in, `checked` of those that a person has put it into.
    """

    code: str
    name: str
    picture: str
    text: str
    caption: str
    pages: int
    patterns: tuple[str, ...]
    checked: tuple[str, ...]
    is_unsorted: bool


@dataclass(frozen=True, slots=True)
class ShownTag:
    """A pattern that pieces can be put into: `key` is the number that does it, "" where there is none.

    `sign` is its mark's; `is_own` tells the teacher's own and confirmed ones from suggestions.
    """

    id: str
    name: str
    count: int
    key: str
    sign: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Sorted:
    """What a teacher did with pieces: put them into a pattern (`is_on`), took them out, or began one of that name."""

    pieces: tuple[str, ...]
    pattern: str
    name: str
    is_on: bool


def show_gallery(
    pieces: Sequence[ShownPiece],
    tags: Sequence[ShownTag],
    on_sorted: Callable[[Sorted], None],
    on_opened: Callable[[str], None],
) -> None:
    """Show pieces; `on_sorted` gets one after the other what is done, `on_opened` the piece to be shown large."""
    shown = {
        "pieces": [_describe_piece(piece) for piece in pieces],
        "tags": [_describe_tag(tag) for tag in tags],
        "heard": find_heard(KEY),
    }

    def tell() -> None:
        for entry in take_said(KEY):
            pieces = tuple(str(code) for code in entry["pieces"])
            on_sorted(Sorted(pieces, str(entry["pattern"]), str(entry["name"]), is_on=bool(entry["isOn"])))

    def tell_opened() -> None:
        opened = st.session_state[KEY].get("opened")
        if opened:
            on_opened(str(opened["piece"]))

    component = load_component("gallery", "keyboard", "said", "sheets", "gallery")
    component(key=KEY, data=shown, on_said_change=tell, on_opened_change=tell_opened)


def _describe_piece(piece: ShownPiece) -> dict[str, object]:
    return {
        "code": piece.code,
        "name": piece.name,
        "picture": piece.picture,
        "text": piece.text,
        "caption": piece.caption,
        "pages": piece.pages,
        "patterns": list(piece.patterns),
        "checked": list(piece.checked),
        "isUnsorted": piece.is_unsorted,
    }


def _describe_tag(tag: ShownTag) -> dict[str, object]:
    return {
        "id": tag.id,
        "name": tag.name,
        "count": tag.count,
        "key": tag.key,
        "sign": tag.sign,
        "isOwn": tag.is_own,
    }

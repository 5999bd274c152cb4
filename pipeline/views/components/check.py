"""Words that someone should look at come in; one after the other is shown large, and what they say goes out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

from pipeline.records.reading import WordRole
from pipeline.views.components.said import find_heard, load_component, take_said
from pipeline.views.components.scan import Said

KEY = "check"


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word to look at: where it stands, its picture as a data address, and the words of its line around it."""

    piece: str
    code: str
    page: int
    line: int
    slot: int
    text: str
    others: tuple[str, ...]
    before: str
    after: str
    picture: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a teacher said of a word of a piece; `is_skipped` where it could not be told."""

    piece: str
    said: Said
    is_skipped: bool


def ask_words(
    words: Sequence[AskedWord],
    on_answered: Callable[[Answer], None],
    on_opened: Callable[[str, int], None],
    *,
    is_test: bool,
) -> None:
    """Ask for one word after the other; `on_answered` gets what is said of each.

    `on_opened` gets the piece and the page (from 0) that the teacher wants to see whole.
    """
    shown = {"words": [asdict(word) for word in words], "isTest": is_test, "heard": find_heard(KEY)}

    def tell() -> None:
        for e in take_said(KEY):
            said = Said(int(e["page"]), int(e["line"]), int(e["slot"]), e["text"], WordRole.STUDENT)
            on_answered(Answer(str(e["piece"]), said, is_skipped=bool(e["isSkipped"])))

    def tell_opened() -> None:
        opened = st.session_state[KEY].get("opened")
        if opened:
            on_opened(str(opened["piece"]), int(opened["page"]))

    component = load_component("check", "keyboard", "said", "check")
    component(key=KEY, data=shown, on_said_change=tell, on_opened_change=tell_opened)

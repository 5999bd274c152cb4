"""What components say is heard once, however often it comes, and comes again where a callback was broken off."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from pipeline.records.patterns import Ring
from pipeline.records.reading import WordRole
from pipeline.views.components.said import find_heard, take_said
from pipeline.views.components.scan import Circled, Said, pass_on


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Give a browser's session of our own."""
    kept: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def say(session: dict[str, Any], *numbers: int, stream: str = "a") -> None:
    session["scan"] = {"said": {"stream": stream, "entries": [{"number": number} for number in numbers]}}


def hear() -> list[int]:
    return [entry["number"] for entry in take_said("scan")]


def test_an_entry_that_comes_again_is_heard_once(session: dict[str, Any]) -> None:
    """The component repeats what it doesn't know to be heard; only what is new of it counts."""
    say(session, 1, 2)
    assert hear() == [1, 2]
    say(session, 1, 2, 3)
    assert hear() == [3]
    assert find_heard("scan") == {"stream": "a", "number": 3}


def test_a_component_begun_anew_is_heard_from_its_start(session: dict[str, Any]) -> None:
    """Numbers count within a stream: the first entry of another one is new."""
    say(session, 1, 2)
    hear()
    say(session, 1, stream="b")
    assert hear() == [1]


def test_what_was_not_dealt_with_comes_again(session: dict[str, Any]) -> None:
    """Broken off at the second of three entries, the next run hears the second and the third."""
    say(session, 1, 2, 3)
    entries = take_said("scan")
    assert [next(entries)["number"], next(entries)["number"]] == [1, 2]
    entries.close()
    assert hear() == [2, 3]


def test_nothing_said_is_nothing_heard(session: dict[str, Any]) -> None:
    """A run without a trigger yields nothing, and nothing was heard."""
    session["scan"] = {}
    assert hear() == []
    assert find_heard("scan") == {}


def test_what_comes_late_is_of_the_piece_it_was_said_of() -> None:
    """A press on the next piece came first: a word and a circle said of the one before are still of that one."""
    word = {"piece": "K07", "page": 1, "line": 2, "slot": 0, "text": "roots", "role": "student"}
    circle = {"piece": "K07", "page": 1, "ring": [0.1, 0.2, 0.3, 0.4], "pattern": "p1", "name": ""}
    heard: list[tuple[str, object]] = []
    for entry in (word, circle):
        pass_on(entry, lambda *said: heard.append(said), lambda *circled: heard.append(circled))
    assert heard == [
        ("K07", Said(1, 2, 0, "roots", WordRole.STUDENT)),
        ("K07", Circled(Ring(1, 0.1, 0.2, 0.3, 0.4), "p1", "")),
    ]

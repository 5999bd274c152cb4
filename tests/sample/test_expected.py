"""Rules of what was planted in the essays and found in the answers."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

FIRST, REVISED = "essays-first", "essays-revised"


@pytest.fixture
def patterns(sample_path: Path) -> list[dict[str, Any]]:
    """Give the planted patterns as declared."""
    return list(tomllib.loads((sample_path / "essays" / "expected.toml").read_text(encoding="utf-8"))["pattern"])


def _load_texts(sample_path: Path, folder: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (sample_path / "truth" / folder).glob("*.txt")}


def _cut_sentences(text: str) -> set[str]:
    parts = re.split(r'(?<=[.!?])"?\s+|\n+', text)
    return {" ".join(re.findall(r"\w+", part.lower())) for part in parts} - {""}


def test_enough_of_both_kinds_is_planted(patterns: list[dict[str, Any]]) -> None:
    """At least three shared ideas and three ways of writing, with successes and challenges among them."""
    kinds = Counter(pattern["kind"] for pattern in patterns)
    assert kinds.keys() == {"idea", "craft"}
    assert min(kinds.values()) >= 3
    assert {"success", "challenge"} <= {pattern["mark"] for pattern in patterns}


def test_every_pattern_is_worded_in_six_ways(patterns: list[dict[str, Any]]) -> None:
    """At least six first drafts show each pattern, and no two of them in the same words."""
    for pattern in patterns:
        members = [member for member in pattern["members"] if member["set"] == FIRST]
        quotes = [quote for member in members for quote in member["quotes"]]
        assert len({member["piece"] for member in members}) >= 6, pattern["id"]
        assert len({" ".join(re.findall(r"\w+", quote.lower())) for quote in quotes}) == len(quotes)


def test_quotes_stand_in_the_texts_once(patterns: list[dict[str, Any]], sample_path: Path) -> None:
    """The words that show a pattern are in that piece, exactly, and only once."""
    for folder in (FIRST, REVISED):
        texts = _load_texts(sample_path, folder)
        for pattern in patterns:
            for member in pattern["members"]:
                if member["set"] == folder:
                    assert [texts[member["piece"]].count(quote) for quote in member["quotes"]] == [1] * len(
                        member["quotes"]
                    )


def test_first_drafts_are_as_long_as_children_write(sample_path: Path) -> None:
    """170 to 330 words each."""
    lengths = [len(text.split()) for text in _load_texts(sample_path, FIRST).values()]
    assert 170 <= min(lengths) <= 190
    assert 310 <= max(lengths) <= 330


def test_no_two_children_share_a_sentence(sample_path: Path) -> None:
    """A sentence belongs to one child; only that child's own revision may repeat it."""
    writers: defaultdict[str, set[str]] = defaultdict(set)
    for folder in (FIRST, REVISED):
        for stem, text in _load_texts(sample_path, folder).items():
            for sentence in _cut_sentences(text):
                writers[sentence].add(stem)
    assert not {sentence: stems for sentence, stems in writers.items() if len(stems) > 1}


def test_revisions_change_what_was_planted(patterns: list[dict[str, Any]], sample_path: Path) -> None:
    """Every essay is revised, and in at least 12 a pattern comes or goes."""
    first, revised = _load_texts(sample_path, FIRST), _load_texts(sample_path, REVISED)
    assert first.keys() == revised.keys()
    assert all(first[stem] != revised[stem] for stem in first)
    held: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {FIRST: set(), REVISED: set()})
    for pattern in patterns:
        for member in pattern["members"]:
            held[member["piece"]][member["set"]].add(pattern["id"])
    assert sum(ids[FIRST] != ids[REVISED] for ids in held.values()) >= 12


def test_ideas_of_the_short_answers_come_back(sample_path: Path) -> None:
    """The hand-sorted ideas name answers that exist, and cover most of them."""
    content = tomllib.loads((sample_path / "answers" / "expected.toml").read_text(encoding="utf-8"))
    members = {(member["set"], member["piece"]) for pattern in content["pattern"] for member in pattern["members"]}
    answers = {
        (folder, stem) for folder in ("answers-first", "answers-second") for stem in _load_texts(sample_path, folder)
    }
    assert members <= answers
    assert len(members) > 0.9 * len(answers)

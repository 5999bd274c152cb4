"""Warnings about what a pattern follows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.find.artefacts import LONGER, add_warnings
from pipeline.language.tongues import guess_language
from pipeline.records.patterns import ClassSet
from tests.bench.artefacts import SAID, try_set
from tests.planted.facts import FOLLOWED, FollowedSet, make_followed

NULL_SETS = 120


def make(follows: str, seed: int = 0, pieces: int = 40) -> FollowedSet:
    return make_followed(pieces, follows, np.random.default_rng(seed))


def warn(made: FollowedSet, class_set: ClassSet | None = None) -> tuple[str, ...]:
    (warned,) = add_warnings([made.candidate], class_set or made.class_set)
    assert warned.is_reliable
    return warned.warnings


@pytest.mark.parametrize("follows", FOLLOWED)
def test_a_pattern_that_follows_something_says_what(follows: str) -> None:
    """Nine tenths of its pieces have it, and of the others one tenth: one sentence names it."""
    assert SAID[follows] in warn(make(follows))


def test_a_pattern_that_follows_nothing_is_seldom_warned_about() -> None:
    """At most one in twenty, whatever is looked at together (the bench has more sets)."""
    false = sum(try_set(25, "", seed)[1] for seed in range(NULL_SETS))
    assert false <= 0.05 * NULL_SETS


def test_what_nobody_measured_is_not_spoken_of() -> None:
    """Typed work has no pictures, and a page read before looks were measured has none: length can still be said."""
    made = make("ruled")
    blind = replace(made.class_set, facts=tuple(replace(one, side_px=0, look=None) for one in made.class_set.facts))
    assert not any("paper" in one or "scanner" in one for one in warn(made, blind))
    long = make("length")
    assert LONGER in warn(long, replace(long.class_set, facts=()))


def test_a_pattern_of_all_pieces_follows_nothing() -> None:
    """There are no others to be told from."""
    made = make("length")
    members = tuple(replace(made.candidate.members[0], piece=one.piece) for one in made.class_set.transcripts)
    (warned,) = add_warnings([replace(made.candidate, members=members)], made.class_set)
    assert warned.warnings == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The water went away because it was hot outside.", "en"),
        ("tha watr evaprated becus it is hott", "en"),
        ("El agua se evaporó porque hacía mucho calor en la cocina.", "es"),
        ("L'eau est partie parce qu'il faisait chaud dans la cuisine.", "fr"),
        ("Das Wasser ist weg, weil es in der Küche warm war.", "de"),
        ("the hot water and also the agua caliente que se fue", ""),
        ("I do not", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_where_it_is_clear(text: str, language: str) -> None:
    """Misspelt English is English; what is mixed or too short is not told."""
    assert guess_language(text) == language

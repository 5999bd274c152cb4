"""The table of what is observed of written language, and of conventions."""

from __future__ import annotations

import pytest

from pipeline.observe import CONVENTION_KINDS, KINDS
from pipeline.observe.language_kinds import CONVENTIONS, LANGUAGE_KINDS
from pipeline.observe.look import look_at
from pipeline.observe.seeing import SeeingKind
from pipeline.observe.seen import LEAST_MEASURE

PLAIN = "We ran home. We ate soup. We saw a dog. We sat down. "
SHOWN = {
    "rare-words": "The meticulous apprentice nibbled thistles. The obstinate tortoise perplexed him.",
    "little-words": "We were interested in it. We depend on him, according to our needs.",
    "little-turns": "We would have been there as well as they should have been.",
    "many-links": "However, we ran because it rained.",
    "written-links": "Therefore we ran.",
    "added-phrases": "We ran across the field during the storm.",
    "verb-forms": "We ran home singing.",
    "says-which": "We met a man who sang.",
    "leads-in": "When it rained, we ran.",
    "very-long-sentences": f"We {'ran home and ' * 12} ate soup.",
    "ties-with-and": "We ran and sang.",
    "misspells": "We recieve it.",
    "small-starts": "we ran.",
    "small-i": "Then i ran.",
    "spaces": "We ran ,and sang.",
    "no-apostrophe": "We dont run.",
    "agreement": "He have soup.",
    "odd-pairs": "This is more better.",
}
"""A text that shows it, by observation."""


@pytest.mark.parametrize("kind", [*LANGUAGE_KINDS, *CONVENTION_KINDS], ids=lambda kind: kind.key)
def test_each_observation_looks_for_what_it_is_named_for(kind: SeeingKind) -> None:
    """Stronger where the text shows it than in plain sentences, with a place to point at."""
    shown, plain = (kind.see(look_at("K07", text, "")) for text in (f"{PLAIN}{SHOWN[kind.key]}", PLAIN))
    assert shown.strength > max(plain.strength, LEAST_MEASURE)
    assert shown.spans


def test_conventions_are_a_group_of_their_own() -> None:
    """None of them is looked at unless it is asked for, and all other language is."""
    assert {kind.group for kind in CONVENTION_KINDS} == {CONVENTIONS}
    assert CONVENTIONS not in {kind.group for kind in KINDS}
    assert set(LANGUAGE_KINDS) <= set(KINDS)


def test_kinds_are_told_apart_and_sourced() -> None:
    """Keys, names and sources are nobody else's."""
    kinds = [*KINDS, *CONVENTION_KINDS]
    assert len({kind.key for kind in kinds}) == len({kind.name for kind in kinds}) == len(kinds)
    assert all(kind.source.endswith(".") for kind in (*LANGUAGE_KINDS, *CONVENTION_KINDS))


def test_no_name_judges_the_writer() -> None:
    """A name says what is on the page: a way of its own, not a mistake."""
    said = " ".join(f"{kind.name} {kind.opposite}" for kind in (*LANGUAGE_KINDS, *CONVENTION_KINDS)).lower()
    judging = ("wrong", "mistake", "error", "poor", "weak", "bad", "fail", "correct", "cannot")
    assert not [word for word in judging if word in said]

"""How ideas are linked and filled in."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import pytest

from pipeline.observe import linking
from pipeline.observe.look import Look
from pipeline.observe.seen import LEAST_MEASURE, Seen
from tests.observe.conftest import Looker

Observe = Callable[[Look], Seen]


def test_different_links_are_counted_over_the_root_of_the_words(look: Looker) -> None:
    """Two links in eight words, whichever they are."""
    assert linking.vary_links(look("We ran because rain came but we slept.")).strength == pytest.approx(2 / sqrt(8))


def test_the_same_link_again_is_no_other_link(look: Looker) -> None:
    """Said three times it counts once, and is shown where it stood first."""
    seen = look("We ran because of it. We hid because of it. We slept because of it.")
    again = linking.vary_links(seen)
    assert again.strength == pytest.approx(1 / sqrt(len(seen.words)))
    (span,) = again.spans
    assert span[1] <= seen.sentences[0].end


def test_a_text_without_links_was_measured(look: Looker) -> None:
    """Which a text without words was not."""
    assert linking.vary_links(look("Dogs run.")).strength == LEAST_MEASURE
    assert linking.vary_links(look("...")).strength == 0


@pytest.mark.parametrize(
    ("observe", "shows", "lacks"),
    [
        (linking.use_written_links, "Therefore we left, although it rained.", "So we left, but it rained."),
        (linking.add_phrases, "Boats go across lakes during storms.", "Boats go fast and storms come."),
        (
            linking.use_verb_forms,
            "We jumped while singing.",
            "The king need not succeed: during the morning nothing is red.",
        ),
        (linking.say_which, "The man who sang knew where it was.", "The man sang and knew that."),
    ],
)
def test_what_is_said_twice_is_seen_twice(observe: Observe, shows: str, lacks: str, look: Looker) -> None:
    """Two in a short piece count as four per 100 words, none as none."""
    assert (observe(look(shows)).strength, observe(look(lacks)).strength) == (4.0, 0.0)


def test_a_span_says_what_was_seen(look: Looker) -> None:
    """The link stands in it, with some of what it links, and nothing of the next sentence."""
    seen = look("We stayed at home all day, although the sun was shining. Then we slept.")
    (span,) = linking.use_written_links(seen).spans
    assert "although the sun" in seen.text[slice(*span)]
    assert span[1] <= seen.sentences[0].end

"""How words go together: as English joins them, and where it would not."""

from __future__ import annotations

import pytest

from pipeline.observe import phrasing
from pipeline.observe.seen import LEAST_MEASURE
from tests.observe.conftest import Looker

JOINED = "We are interested in music, depend on friends, listen to teachers, look for answers and wait until Friday."
LOOSE = "We are interested at music, depend of friends, listen in teachers, look by answers and wait for Friday."


def test_words_with_the_little_ones_that_go_with_them(look: Looker) -> None:
    """What English joins pulls more than the same words with other little ones."""
    assert phrasing.fit_little_words(look(JOINED)).strength > phrasing.fit_little_words(look(LOOSE)).strength


def test_little_words_that_go_with_each_other(look: Looker) -> None:
    """A turn that everybody uses pulls more than little words that meet by chance."""
    turns = look("They would have been there as well as we should have been if it were not so.")
    loose = look("They were there and we were so that if it was not his then the other one they.")
    assert phrasing.use_little_turns(turns).strength > phrasing.use_little_turns(loose).strength


@pytest.mark.parametrize("again", [JOINED, "Then we depend on friends.", "We listen to music."])
def test_a_pair_counts_once(again: str, look: Looker) -> None:
    """Said again it pulls no more: a prompt's own words would decide."""
    said = f"{JOINED} {again}"
    assert phrasing.fit_little_words(look(f"{said} {again}")).strength == phrasing.fit_little_words(look(said)).strength


def test_too_few_pairs_are_not_measured(look: Looker) -> None:
    """Four in a short answer say nothing, and a text in another language has none."""
    assert phrasing.fit_little_words(look("They depend on friends.")).strength == 0
    assert phrasing.fit_little_words(look("Dependemos siempre nuestros amigos cuando llueve mucho.")).strength == 0


def test_the_strongest_pair_is_shown_first(look: Looker) -> None:
    """With what stands behind it, and inside its sentence."""
    seen = look("It was interested in a dog. It is a cat and a dog, not the man at the lake in the park.")
    first, *_ = phrasing.fit_little_words(seen).spans
    assert "interested in" in seen.text[slice(*first)]
    assert first[1] <= seen.sentences[0].end


def test_an_odd_pair_is_two_common_words_that_do_not_meet(look: Looker) -> None:
    """Shown as it stands; in a short piece one is two per 100 words."""
    seen = look("It is more better now.")
    odd = phrasing.pair_oddly(seen)
    assert [seen.text[slice(*span)] for span in odd.spans] == ["more better"]
    assert odd.strength == 2


@pytest.mark.parametrize(
    "text",
    [
        "It is much better now.",
        "More, better still, was to come.",
        "They wanted more. Better ones came.",
        "It is more bettre now.",
        "A wombat philosophised at dusk.",
    ],
    ids=["usual", "comma", "full stop", "unknown word", "rare words"],
)
def test_what_is_no_odd_pair(text: str, look: Looker) -> None:
    """What English holds, what a mark parts, what no list knows, and rare words, of which most pairs are nowhere."""
    assert phrasing.pair_oddly(look(text)).spans == ()


def test_a_text_with_pairs_was_measured(look: Looker) -> None:
    """However little they pull, it is more than none."""
    assert phrasing.fit_little_words(look(LOOSE)).strength >= LEAST_MEASURE

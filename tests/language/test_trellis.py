"""The likeliest meaning of a whole text."""

from __future__ import annotations

from pipeline.language.meant import Meant
from pipeline.language.trellis import find_path


def test_the_words_around_decide() -> None:
    """Both meanings of the middle word are as likely by themselves."""
    middle = (Meant(("bat",), -1.0), Meant(("but",), -1.0))
    ways = [(Meant(("a",), 0.0),), middle, (Meant(("flew",), 0.0),)]
    after = {("a", "bat"): -1.0, ("bat", "flew"): -1.0}
    path = find_path(ways, lambda before, word: after.get((before, word), -5.0))
    assert [meant.words for meant in path] == [("a",), ("bat",), ("flew",)]


def test_two_words_as_read_may_be_one() -> None:
    """A meaning that spans two words is weighed against one for each."""
    joined = Meant(("floor",), -2.0, span=2)
    ways = [(Meant(("flo",), -9.0, is_new=True), joined), (Meant(("or",), 0.0),)]
    assert find_path(ways, lambda _before, _word: -1.0) == [joined]
    assert len(find_path([(ways[0][0],), ways[1]], lambda _before, _word: -1.0)) == 2


def test_a_new_word_has_no_price_but_its_own() -> None:
    """Nothing is known of what comes before it."""
    new = Meant(("qzkx",), -3.0, is_new=True)
    assert find_path([(new, Meant(("quiz",), -1.0))], lambda _before, _word: -5.0) == [new]

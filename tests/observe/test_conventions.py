"""Slips in spelling, capitals, spacing and agreement, in the words as they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.observe import conventions, observe_pieces
from pipeline.observe.language_kinds import CONVENTION_KINDS
from pipeline.observe.look import Look
from pipeline.observe.seen import Seen
from pipeline.records.reading import Transcript
from tests.observe.conftest import Looker

Observe = Callable[[Look], Seen]


def quote(look: Look, seen: Seen) -> list[str]:
    return [look.text[start:end] for start, end in seen.spans]


@pytest.mark.parametrize(
    ("observe", "text", "found"),
    [
        (conventions.misspell, "We recieve a becuase from thier house.", ["recieve", "becuase", "thier"]),
        (conventions.write_small_i, "Then i ran and i'm tired.", ["i", "i"]),
        (conventions.misplace_spaces, "We ran ,then we slept.Now we eat .", [",", "t.", " ."]),
        (conventions.leave_apostrophes, "I dont know and Im sure it cant.", ["dont", "Im", "cant"]),
        (conventions.slip_in_agreement, "He have many student.", ["He have", "many student"]),
        (conventions.slip_in_agreement, "They was glad to went.", ["They was", "to went"]),
        (conventions.slip_in_agreement, "It is a apple and an pear.", ["a apple", "an pear"]),
        (conventions.slip_in_agreement, "It is more better than another things.", ["more better", "another things"]),
        (
            conventions.slip_in_agreement,
            "She want to walked. He tried to walked.",
            ["She want", "to walked", "to walked"],
        ),
        (
            conventions.slip_in_agreement,
            "It make a animal glad. People was glad.",
            ["It make", "a animal", "People was"],
        ),
        (conventions.leave_apostrophes, "Lets go, so lets see.", ["Lets ", "lets "]),
    ],
)
def test_a_slip_is_seen_where_it_stands(observe: Observe, text: str, found: list[str], look: Looker) -> None:
    """Each at its place, and nothing beside it."""
    seen = look(text)
    assert sorted(quote(seen, observe(seen))) == sorted(found)
    assert observe(seen).strength == 2 * len(found)


@pytest.mark.parametrize(
    ("observe", "text"),
    [
        (conventions.misspell, "We met Xochitl at Zwyxt and didn\u2019t ask."),
        (conventions.misspell, "OK, hm, we receive the evaporated water."),
        (conventions.write_small_i, "I think, i.e. I know, part ii is in Hawai'i."),
        (conventions.misplace_spaces, 'We paid 3,50 at 10:30. "Really?" she asked... Yes!'),
        (conventions.leave_apostrophes, "I don't know, I can\u2019t say, and I want to."),
        (conventions.slip_in_agreement, "He has an hour for a one-way trip to a university."),
        (conventions.slip_in_agreement, "They have many students, and each student needs a book."),
        (conventions.slip_in_agreement, "She wanted to go, to need and to succeed."),
        (conventions.slip_in_agreement, "Did he go? Why does it take long? Let it go. She didn't let everyone go."),
        (conventions.slip_in_agreement, "One of the students has it. Each of these is good. Helping people is kind."),
        (conventions.slip_in_agreement, "An MRI, an FBI agent, an X-ray, an SAT and an LED: bulb A is on, a one."),
        (conventions.slip_in_agreement, "If he were here! The leaves that have holes. Parts of it have dried."),
        (conventions.slip_in_agreement, "Two school days, these class rules, three year olds, a parents meeting."),
        (conventions.slip_in_agreement, "What he did made me glad. All we should do is go. The can was open in May."),
        (conventions.slip_in_agreement, "It led to increased heat. The school I went to had one. He and she have it."),
        (conventions.slip_in_agreement, "The best thing for kids is sleep. The number of people was small."),
        (conventions.leave_apostrophes, "It opens and lets water in. She lets me go. He lets go of it."),
    ],
)
def test_what_is_no_slip_is_left_alone(observe: Observe, text: str, look: Looker) -> None:
    """Names, figures, short words, and forms that only look like one."""
    seen = look(text)
    assert quote(seen, observe(seen)) == []
    assert observe(seen).strength == 0


def test_small_starts_are_a_share_of_the_sentences(look: Looker) -> None:
    """Two of four; a quotation mark is no letter, and what was measured is not nothing."""
    seen = look('We ran. then we slept. "so we said." Rain came.')
    assert conventions.leave_capitals(seen).strength == pytest.approx(0.5)
    assert len(conventions.leave_capitals(seen).spans) == 2
    assert 0 < conventions.leave_capitals(look("We ran. Rain came.")).strength < 0.01
    assert conventions.leave_capitals(look("")).strength == 0


def test_words_are_seen_as_they_stand() -> None:
    """What other observations read as the class set's word is a slip here."""
    texts = ["the surface was wet", "a wet surface", "the wet surfoce"]
    pieces = [Transcript(f"P{at}", text, (), 1.0, needs_eyes=False) for at, text in enumerate(texts)]
    seen = {
        one.piece: [each.quote for each in one.evidence]
        for one in observe_pieces(pieces, "", CONVENTION_KINDS)
        if one.kind == "misspells"
    }
    assert seen == {"P0": [], "P1": [], "P2": ["surfoce"]}

"""Ideas and evidence: each observation on a text that shows it and on one that does not."""

from __future__ import annotations

from pipeline.observe import ideas
from pipeline.observe.look import Look
from pipeline.observe.seen import Seen
from tests.observe.conftest import Looker

EXPLAINED = 'The writer is proud. "We built it with our hands" is on page two. This shows that she cares.'
LEFT_ALONE = 'The writer is proud. "We built it with our hands" is on page two. The end was happy too.'


def _quotes(look: Look, seen: Seen) -> list[str]:
    return [look.text[start:end] for start, end in seen.spans]


def test_words_in_quotation_marks_are_a_quote(look: Looker) -> None:
    """Three words or more between quotation marks are quoted, and pointing at the text counts as well."""
    seen = look(EXPLAINED)
    assert _quotes(seen, ideas.quote_text(seen)) == ['"We built it with our hands"']
    pointed = look("According to the text plants need light.")
    assert _quotes(pointed, ideas.quote_text(pointed)) == ["According to the text plants need light"]


def test_one_word_in_quotation_marks_is_no_quote(look: Looker) -> None:
    """A single word set apart is not evidence."""
    assert ideas.quote_text(look('He is a "good" dog.')).strength == 0


def test_a_quote_explained_in_the_next_sentence(look: Looker) -> None:
    """What a quote shows may be said in the sentence after it; the explanation is the evidence."""
    seen = look(EXPLAINED)
    assert _quotes(seen, ideas.explain_quote(seen)) == ["This shows that she cares"]
    assert ideas.leave_quote(seen).strength == 0


def test_a_quote_left_alone(look: Looker) -> None:
    """A quote after which nothing says what it shows is left alone."""
    seen = look(LEFT_ALONE)
    assert ideas.explain_quote(seen).strength == 0
    assert _quotes(seen, ideas.leave_quote(seen)) == ['"We built it with our hands"']


def test_reasons_are_heard_through_misreadings(look: Looker) -> None:
    """A reason word with one letter misread is still a reason word, and the span says the reason."""
    seen = look("Plants grow becuase they get light. The pot is red.")
    assert _quotes(seen, ideas.give_reasons(seen)) == ["Plants grow becuase they get light"]
    assert ideas.give_reasons(look("The pot is red. The pot is old.")).strength == 0


def test_an_example_is_announced(look: Looker) -> None:
    """Words such as "for example" announce an example."""
    assert ideas.give_example(look("Sport helps. For example, my heart got stronger.")).strength == 2
    assert ideas.give_example(look("Sport helps everybody.")).strength == 0


def test_own_life_is_told(look: Looker) -> None:
    """A phrase from the writer's own life is an experience."""
    assert ideas.tell_experience(look("One time my sister lost her book.")).strength > 0
    assert ideas.tell_experience(look("People lose books.")).strength == 0


def test_a_number_needs_what_it_counts(look: Looker) -> None:
    """A date or a bare number is no figure; minutes, dollars and percent are."""
    seen = look("We waited 20 minutes, paid $5 and saw three plants on 03/20/19, page 7, 50 % done.")
    assert _quotes(seen, ideas.give_numbers(seen)) == ["20 minutes", "$5", "three plants", "50 %"]


def test_another_side_has_to_be_answered(look: Looker) -> None:
    """Naming another view counts only with a contrast after it."""
    answered = "Some people say homework is boring. But it helps me learn."
    assert ideas.answer_other_side(look(answered)).strength == 2
    assert ideas.answer_other_side(look("Some people say homework is boring. I go home.")).strength == 0

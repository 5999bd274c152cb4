"""Names of the class in what students wrote: hidden, and nothing else."""

from __future__ import annotations

import pytest

from pipeline.records.reading import AsideWord, Box, Transcript, TranscriptWord, WordRole
from pipeline.records.roster import RosterEntry
from pipeline.roster import BAR, build_mask, hide_names, list_hidden, mask_transcript
from pipeline.roster.redact import bar_names
from tests.roster.conftest import ENTRIES

MASK = build_mask(ENTRIES)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("My friend Ann said so.", "My friend [name] said so."),
        ("ANN LEE period 2", "[name] period 2"),
        ("ann lee, period 2", "[name], period 2"),
        ("José de la Cruz and I", "[name] and I"),
        ("Jose's dog and Okonkwo's cat", "[name]'s dog and [name]'s cat"),
        ("by Konstantim Okonkwo", "by [name]"),
        ("Grace Young wrote it", "[name] wrote it"),
        ("Young people say Grace before meals", "Young people say Grace before meals"),
        ("the annual lees of the announcement", "the annual lees of the announcement"),
        ("Mail me: gyoung@school.org or 4824.", "Mail me: [name] or [name]."),
        ("Constantinople is a town", "Constantinople is a town"),
        ("the groups ANN1 and LEE4", "the groups ANN1 and LEE4"),
    ],
)
def test_names_are_hidden_and_words_stay(text: str, hidden: str) -> None:
    """With a capital, in capitals, with an ending, misread by a letter; a word that is a name only beside another."""
    assert hide_names(text, MASK) == hidden


def test_words_that_are_very_common_are_words_first() -> None:
    """An, Do and So are names of families and words of every page."""
    mask = build_mask([RosterEntry("An", "Do"), RosterEntry("My", "So")])
    assert hide_names("An apple. Do so. My dog.", mask) == "An apple. Do so. My dog."
    assert hide_names("by An Do", mask) == "by [name]"


def test_a_child_of_the_task_is_no_student_of_the_class() -> None:
    """Who the task itself speaks of stays, except with a student's family name."""
    mask = build_mask([RosterEntry("Anna", "Leeds")], task="Explain to Anna why it dried.")
    assert hide_names("Tell Anna it dried. Anna Leeds", mask) == "Tell Anna it dried. [name]"


@pytest.mark.parametrize(
    ("name", "text", "hidden"),
    [
        ("Renée", "So Rene\u0301e said it.", "So [name] said it."),
        ("Zoë", "Zoe\u0308 too", "[name] too"),
        ("मीरा", "फिर मीरा बोली", "फिर [name] बोली"),
        ("محمد", "قال محمد ذلك", "قال [name] ذلك"),
        ("李明", "李明 wrote it", "[name] wrote it"),
    ],
)
def test_names_in_any_script_are_hidden(name: str, text: str, hidden: str) -> None:
    """Accents written as signs of their own, vowels that are signs, and scripts without capitals."""
    assert hide_names(text, build_mask([RosterEntry(name, "")])) == hidden


def test_vowel_signs_tell_names_apart() -> None:
    """Meera and Mor differ in nothing else; of accents names may lose one."""
    assert hide_names("मोर आया", build_mask([RosterEntry("मीरा", "")])) == "मोर आया"
    assert hide_names("Rene\u0301e, Renee", build_mask([RosterEntry("Renée", "")])) == "[name], [name]"


def test_every_other_word_keeps_its_place() -> None:
    """Bars are as long as the name."""
    text = "My friend José said so."
    assert bar_names(text, MASK) == f"My friend {BAR * 4} said so."
    assert hide_names(bar_names(text, MASK), MASK) == "My friend [name] said so."


def test_without_a_list_nothing_changes() -> None:
    """An empty mask hides nothing."""
    assert hide_names("Ann Lee", build_mask([])) == "Ann Lee"


def test_a_transcript_keeps_the_boxes_of_what_is_hidden() -> None:
    """The word's place on the scan is known, what else its ink may say is gone, and words beside the text count too."""
    box, other = Box(0, 0, 9, 9), Box(20, 0, 40, 9)
    words = (
        TranscriptWord(0, 3, 0, 0, box, 0.4, plain="Amn", others=("Anne",)),
        TranscriptWord(4, 8, 0, 0, None, 0.9),
    )
    aside = (AsideWord("Grace", 0, 1, 0, other, WordRole.TEACHER), AsideWord("Young", 0, 1, 1, other, WordRole.TEACHER))
    masked = mask_transcript(Transcript("K07", "Ann says", words, 0.9, needs_eyes=False, aside=aside), MASK)
    assert masked.text == f"{BAR * 3} says"
    assert (masked.words[0].plain, masked.words[0].others) == ("", ())
    assert masked.words[1] == words[1]
    assert list_hidden(masked, 0) == [box, other, other]
    assert list_hidden(masked, 1) == []

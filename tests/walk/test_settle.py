"""Class sets settled: print told from the children's words, then doubtful words by what all of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from pipeline.records.reading import Box, Choice, Correction, Line, Reading, Word, WordRole
from pipeline.walk.settle import SettledSet, settle_set
from tests.form.conftest import FORM_TEXTS, Row, fill_forms, lay_row, list_words

TASK = "Look at the playground after rain."
PRINTED = "\n".join(FORM_TEXTS)
Pieces = Mapping[str, Sequence[Reading]]
Said = Mapping[str, Sequence[Correction]]


def doubt(*texts: str) -> Word:
    """Return a word that may say any of the texts, as likely by its ink; the first one was read."""
    return Word(texts[0], None, 0.5, choices=tuple(Choice(text, -0.7) for text in texts))


def add_words(readings: Pieces, piece: str, *words: Word) -> dict[str, tuple[Reading, ...]]:
    """Return the pieces with one line more at the end of one of them."""
    (page,) = readings[piece]
    return {**readings, piece: (replace(page, lines=(*page.lines, Line(words, 0.9))),)}


def settle(
    readings: Pieces, task: str = "", said: Said | None = None, languages: tuple[str, ...] = ("en",)
) -> SettledSet:
    """Return the class set settled; what a teacher said of pieces may be given, and languages."""
    return settle_set(readings, task, said or {}, languages)


def read_last(settled: SettledSet, piece: str) -> str:
    """Return the last word of a piece."""
    return settled.readings[piece][0].lines[-1].words[-1].text


def write_essays(*texts: str) -> dict[str, tuple[Reading, ...]]:
    """Return pieces without a form, each its own text at its own place."""
    lines = [lay_row(Row(text, 60 + 40 * k, 90 + 70 * k, 9.0 + k)) for k, text in enumerate(texts)]
    return {
        f"E{k}": (Reading("ppocr", "1", 1000, 1400, (line,), 0.9, needs_eyes=False, cpu_seconds=0.0),)
        for k, line in enumerate(lines)
    }


def test_what_is_printed_joins_the_task() -> None:
    """Behind the task's own text, in lines; a task that the teacher left empty is what is printed."""
    settled = settle(fill_forms(), TASK)
    assert (settled.task, settled.printed) == (f"{TASK}\n{PRINTED}", PRINTED)
    assert settle(fill_forms()).task == PRINTED


def test_without_a_form_the_task_is_the_teachers() -> None:
    """Nothing is printed on essays, and nothing changes in them; no pieces are no class set."""
    essays = write_essays("the sun took it", "wind blew it away", "it sank down", "heat lifts water up")
    assert settle(essays, TASK) == SettledSet(essays, TASK, "")
    assert settle({}) == SettledSet({}, "", "")


def test_print_is_no_longer_the_students() -> None:
    """On every copy its words are the form's, and every piece, line and word keeps its number."""
    readings = fill_forms()
    settled = settle(readings, TASK).readings
    for code, (page,) in readings.items():
        assert list_words(settled[code][0], WordRole.FORM) == PRINTED.split()
        assert [[word.text for word in line.words] for line in settled[code][0].lines] == [
            [word.text for word in line.words] for line in page.lines
        ]


def test_a_printed_word_is_read_in_an_answer() -> None:
    """What the form asks for is likely in the answers: a doubtful word that may be one of its words is."""
    readings = add_words(fill_forms(), "A02", Word("The", None, 0.9), doubt("paddle", "puddle"))
    assert read_last(settle(readings), "A02") == "puddle"
    few = add_words(fill_forms(3), "A02", doubt("rivens", "rivers"))
    assert read_last(settle(few), "A02") == "rivens"


def test_print_does_not_count_as_what_the_children_wrote() -> None:
    """The form says "water" on six copies, four children write "wafer": as likely by its ink, a word is theirs."""
    readings = fill_forms()
    for piece in ("A00", "A01", "A03", "A04"):
        readings = add_words(readings, piece, Word("wafer", None, 0.95))
    assert read_last(settle(add_words(readings, "A02", doubt("water", "wafer"))), "A02") == "wafer"


def test_print_itself_is_not_chosen_anew() -> None:
    """What a doubtful word of print says is left as it was read: only the students' words are settled, after it."""
    readings = fill_forms()
    (page,) = readings["A04"]
    lines = [
        replace(line, words=tuple(_doubt_again(word) if word.text == "puddle" else word for word in line.words))
        for line in page.lines
    ]
    readings["A04"] = (replace(page, lines=tuple(lines)),)
    assert "paddle" in list_words(settle(readings, TASK).readings["A04"][0], WordRole.FORM)


def test_what_the_task_says_is_read() -> None:
    """A doubtful word that stands in the task is taken; else it stays."""
    essays = add_words(write_essays("it went away", "wind blew"), "E0", doubt("stomach", "stomata"))
    assert read_last(settle(essays), "E0") == "stomach"
    assert read_last(settle(essays, "What do stomata do?"), "E0") == "stomata"


@pytest.mark.parametrize(
    ("said", "last"),
    [
        (Correction(0, 0, "stomata"), "stomata"),
        (Correction(0, 0, "it has stomata", 1), "stomata"),
        (Correction(0, 0, None), "stomach"),
        (Correction(0, 0, None, 1), "stomach"),
        (Correction(0, 0, "stomata", role=WordRole.TEACHER), "stomach"),
        (Correction(0, 0, "stomata", 1, role=WordRole.STRUCK), "stomach"),
        (Correction(0, 7, "stomata"), "stomach"),
        (Correction(3, 0, "stomata"), "stomach"),
    ],
)
def test_what_the_teacher_typed_is_read_elsewhere(said: Correction, last: str) -> None:
    """What was typed for the student's, in whichever piece, is taken for a doubtful word; what is no text is not."""
    essays = add_words(write_essays("it went away", "wind blew"), "E0", doubt("stomach", "stomata"))
    assert read_last(settle(essays, TASK, {"E1": [said]}), "E0") == last


def test_what_the_teacher_says_is_right_is_read_elsewhere() -> None:
    """One child alone wrote it: once it is said to be right, and not before, another's doubtful word is that."""
    essays = add_words(write_essays("it went away", "wind near stomata"), "E0", doubt("stomach", "stomata"))
    assert read_last(settle(essays), "E0") == "stomach"
    for said in (Correction(0, 0, None), Correction(0, 0, None, 2)):
        assert read_last(settle(essays, "", {"E1": [said]}), "E0") == "stomata"
    assert read_last(settle(essays, "", {"E1": [Correction(0, 0, None, 1)]}), "E0") == "stomach"


def test_what_was_said_of_a_piece_that_is_not_there_is_passed_over() -> None:
    """A piece that is read anew has no readings yet: what was typed in it counts once it has."""
    essays = add_words(write_essays("it went away", "wind blew"), "E0", doubt("stomach", "stomata"))
    assert settle(essays, TASK, {"E9": [Correction(0, 0, "stomata")]}) == settle(essays, TASK)


def test_a_line_that_is_right_says_nothing_of_its_print() -> None:
    """A copy's print was misread, and the answer stands in its line: that the line is right is said of the answer."""
    readings = fill_forms()
    (page,) = readings["A01"]
    number = next(k for k, line in enumerate(page.lines) if line.words[-1].text == "cycle")
    answer = Word("Thunder", Box(500, 60, 600, 84), 0.5)
    told = [replace(word, text=word.text.replace("cycle", "cyde")) for word in page.lines[number].words]
    lines = (*page.lines[:number], Line((*told, answer), 0.9), *page.lines[number + 1 :])
    readings["A01"] = (replace(page, lines=lines),)
    said = {"A01": [Correction(0, number, None)]}
    for texts, last in ((("thumder", "thunder"), "thunder"), (("cyda", "cyde"), "cyda")):
        doubtful = add_words(readings, "A02", doubt(*texts))
        assert read_last(settle(doubtful), "A02") == texts[0]
        assert read_last(settle(doubtful, "", said), "A02") == last
    assert list_words(settle(readings).readings["A01"][0], WordRole.FORM) == PRINTED.replace("cycle", "cyde").split()


def test_words_are_those_of_the_settings_languages() -> None:
    """Two words of the task as likely by their ink: the commoner one in the languages that are read."""
    essays = add_words(write_essays("mi casa", "tu casa"), "E1", doubt("aqua", "agua"))
    assert read_last(settle(essays, "agua aqua"), "E1") == "aqua"
    assert read_last(settle(essays, "agua aqua", languages=("en", "es")), "E1") == "agua"


def _doubt_again(word: Word) -> Word:
    return replace(doubt("paddle", word.text), box=word.box)

"""Pages with words crossed out, and forms filled in by hand: whose each word is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.reading.detect import Quad
from pipeline.reading.evenness import Origin
from pipeline.reading.ppocr import PpocrEngine
from pipeline.reading.roles import cross_out, judge_origins, measure_print_share, part_print
from pipeline.reading.stripread import NOTHING_READ, Nature, StripRead
from pipeline.records.reading import WordRole
from pipeline.records.work import OpenedPage
from tests.reading.pages import INK
from tests.reading.strokes import frame, make_sheet, read_as, write
from tests.rendering.hands import draw_hand
from tests.rendering.paper import SheetSize
from tests.rendering.worksheet import FilledSheet, Stretch, fill_sheet, list_lines

TEXTS = ("the watter is warm", "and then it goes up", "so that we get rain")
SMALL_LETTERS_MIDDLE_PX = 10
"""How far over the base line."""
PRINT, HAND, UNKNOWN = Origin.PRINT, Origin.HAND, Origin.UNKNOWN


@dataclass(frozen=True, slots=True)
class Page:
    """A page of lines with the quads around them, and what was read in each."""

    sheet: Image.Image
    quads: list[Quad]
    reads: list[StripRead]

    def strike(self, line: int, *words: int) -> None:
        """Draw a stroke through words of a line."""
        for word in words:
            box = self.reads[line].words[word].box
            assert box is not None
            y = find_base(line) - SMALL_LETTERS_MIDDLE_PX
            ImageDraw.Draw(self.sheet).line((box.x0 - 5, y + 2, box.x1 + 5, y - 2), fill=INK, width=5)

    def cross_out(self, reads: list[StripRead] | None = None) -> list[str]:
        """Return the words that are crossed out."""
        parted = cross_out(np.asarray(self.sheet), self.quads, reads or self.reads)
        return [word.text for read in parted for word in read.words if word.role is WordRole.STRUCK]


def find_base(line: int) -> int:
    """Return the height of a line's base line."""
    return 120 + 100 * line


def write_lines(texts: Sequence[str] = TEXTS) -> Page:
    """Return a page with the texts as its lines."""
    sheet = make_sheet(700, 400)
    lines = [write(sheet, text, 110, find_base(k)) for k, text in enumerate(texts)]
    quads = [frame(100, find_base(k) - 46, 480, find_base(k) + 14) for k in range(len(texts))]
    return Page(sheet, quads, [StripRead(tuple(words), 0.9) for words in lines])


def fill_form() -> FilledSheet:
    """Return a printed form with two questions, each with two lines of an answer in a child's hand."""
    child = replace(draw_hand("Maria", "schoolbell"), letter_px=24, strikes_out=0.0, is_pencil=False, ink=INK)
    return fill_sheet(
        [
            Stretch("Why did the puddle on the playground dry up?", 60, 90, WordRole.FORM),
            Stretch("the sun was very hot", 80, 190, hand=child),
            Stretch("and the water went up", 80, 270, hand=child),
            Stretch("What is the main idea of the story you read?", 60, 390, WordRole.FORM),
            Stretch("the dog runs away and", 80, 490, hand=child),
            Stretch("then it comes home", 80, 570, hand=child),
        ],
        np.random.default_rng(3),
        size=SheetSize(900, 660, 1.0),
    )


def see(sheet: FilledSheet) -> np.typing.NDArray[np.uint8]:
    """Return the sheet's image."""
    return np.clip(sheet.image, 0, 255).astype(np.uint8)


def give_forms(reads: Sequence[StripRead], *origins: Origin) -> list[str]:
    """Return the words that are a form's print."""
    return [word.text for read in part_print(reads, origins) for word in read.words if word.role is WordRole.FORM]


def test_a_page_without_strokes_keeps_its_words() -> None:
    """Nothing is marked, and nothing changed."""
    page = write_lines()
    assert cross_out(np.asarray(page.sheet), page.quads, page.reads) == page.reads


def test_words_with_a_stroke_through_them_are_marked() -> None:
    """They stay where they are, with their text, in every line of the page."""
    page = write_lines()
    page.strike(0, 1)
    page.strike(2, 4)
    parted = cross_out(np.asarray(page.sheet), page.quads, page.reads)
    assert [[word.text for word in read.own] for read in parted] == [
        ["the", "is", "warm"],
        ["and", "then", "it", "goes", "up"],
        ["so", "that", "we", "get"],
    ]
    assert [read.give_roles(WordRole.STUDENT) for read in parted] == page.reads


@pytest.mark.parametrize(("struck", "found"), [(5, 5), (6, 0)])
def test_much_of_a_page_is_never_crossed_out(struck: int, found: int) -> None:
    """Strokes through more than two words of five are dark ruling: of fourteen words five may go, six stay."""
    page = write_lines()
    for line, word in ((0, 1), (0, 3), (1, 1), (1, 3), (2, 1), (2, 4))[:struck]:
        page.strike(line, word)
    assert len(page.cross_out()) == found


def test_a_short_page_may_be_crossed_out_whole() -> None:
    """Of fewer than ten words a child may take back most."""
    page = write_lines(TEXTS[:2])
    page.strike(0, 1, 3)
    page.strike(1, 1, 3)
    assert page.cross_out() == ["watter", "warm", "then", "goes"]


def test_nothing_is_crossed_out_in_what_is_no_writing() -> None:
    """A stroke through a drawing is part of it."""
    page = write_lines()
    page.strike(0, 1)
    drawn = [replace(page.reads[0], nature=Nature.DRAWING), *page.reads[1:]]
    assert page.cross_out() == ["watter"]
    assert page.cross_out(drawn) == []
    assert cross_out(np.asarray(page.sheet), page.quads[:1], [NOTHING_READ]) == [NOTHING_READ]


def test_origins_are_told_strip_by_strip() -> None:
    """A form's questions are print and its answers by hand; of what is no writing nobody asks."""
    sheet = fill_form()
    reads = [StripRead(line.words, 0.9) for line in list_lines(sheet)]
    assert judge_origins(see(sheet), reads) == [PRINT, HAND, HAND, PRINT, HAND, HAND]
    drawn = [replace(reads[0], nature=Nature.DRAWING), replace(reads[1], belief=0.1), NOTHING_READ]
    assert judge_origins(see(sheet), drawn) == [UNKNOWN] * 3


def test_the_share_of_print_is_one_of_letters() -> None:
    """Six printed letters and two written ones are three quarters print; what can't be told doesn't count."""
    reads = [read_as("cloud s"), read_as("up"), read_as("whatever it is")]
    assert measure_print_share(reads, [PRINT, HAND, UNKNOWN]) == 0.75
    assert measure_print_share(reads, [PRINT, UNKNOWN, UNKNOWN]) == 1.0
    assert measure_print_share(reads, [UNKNOWN, HAND, HAND]) == 0.0
    assert measure_print_share(reads, [UNKNOWN] * 3) == 0.0
    assert measure_print_share([], []) == 0.0


def test_print_on_a_page_written_by_hand_is_the_forms() -> None:
    """The questions are, the answers aren't, and what can't be told stays the student's."""
    reads = [read_as("why is that"), read_as("so it is"), read_as("because"), read_as("Maria")]
    assert give_forms(reads, PRINT, HAND, HAND, UNKNOWN) == ["why", "is", "that"]


def test_a_printed_page_is_the_students() -> None:
    """Typed work has no form, with nothing written on it or with what can't be told."""
    reads = [read_as("the sun is warm"), read_as("it rains"), read_as("so")]
    assert give_forms(reads, PRINT, PRINT, PRINT) == []
    assert give_forms(reads, PRINT, PRINT, UNKNOWN) == []
    assert part_print(reads, [UNKNOWN, HAND, HAND]) == reads


def test_a_remark_beside_typing_makes_no_form() -> None:
    """One strip by hand is a name, however long it is; two are answers."""
    reads = [read_as("sun"), read_as("a long remark by a teacher"), read_as("yes")]
    assert give_forms(reads, PRINT, HAND, UNKNOWN) == []
    assert give_forms(reads, PRINT, HAND, HAND) == ["sun"]


@pytest.mark.parametrize(("printed", "forms"), [("clouds", 1), ("cloudss", 0)])
def test_a_quarter_must_be_written_by_hand(printed: str, forms: int) -> None:
    """Two letters of eight by hand are enough, of nine they are not."""
    assert len(give_forms([read_as(printed), read_as("a"), read_as("b")], PRINT, HAND, HAND)) == forms


def test_the_engine_leaves_a_forms_print_out_of_the_text(ppocr: PpocrEngine) -> None:
    """What was written by hand is the text; the questions are read, and are the form's."""
    lines = ppocr.read(OpenedPage(see(fill_form()), 0, None)).lines
    assert [line.text for line in lines if line.text] == [
        "the sun was very hot",
        "and the water went up",
        "the dog runs away and",
        "then it comes home",
    ]
    printed = [word.text for line in lines for word in line.words if word.role is WordRole.FORM]
    assert " ".join(printed).startswith("Why did the puddle on the playground dry up?")

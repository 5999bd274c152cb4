"""The line for the name is found by its words and its place, on most pages or not at all."""

from __future__ import annotations

from pipeline.form import propose_name_box
from pipeline.records.boxes import BoxKind
from pipeline.records.reading import Box, Line, Reading, Word

HEADERS = ("Name: Mia Lopez Date: 3/4 Period 2", "Narne Tom Date Perlod 2", "Name: Ana", "Name Jo Date 3/4")
ANSWER = "The water goes out of the leaves"


def _page(*lines: tuple[str, float]) -> Reading:
    """A page of 1000 x 1000 px with these lines, each 30 px high, at these heights."""
    read = tuple(
        Line(tuple(Word(w, Box(80.0 * k, y, 80.0 * k + 70, y + 30), 0.9) for k, w in enumerate(text.split())), 0.9)
        for text, y in lines
    )
    return Reading("none", "none 1", 1000, 1000, read, 0.9, needs_eyes=False, cpu_seconds=0.0)


def _set(*pages: Reading) -> dict[str, tuple[Reading, ...]]:
    return {f"K{number}": (page,) for number, page in enumerate(pages)}


def test_a_header_most_pages_share_is_a_name_box() -> None:
    """Misread by a letter, a little higher or lower: the box is over all of them, and as wide as the page."""
    pages = [_page((header, 60 + 4 * k), (ANSWER, 200)) for k, header in enumerate(HEADERS)]
    box = propose_name_box(_set(*pages))
    assert box is not None
    assert (box.kind, box.x0, box.x1, box.only_page) == (BoxKind.NAME, 0.0, 1.0, None)
    assert box.y0 <= 0.06
    assert 0.102 <= box.y1 < 0.2


def test_answers_have_no_header() -> None:
    """Students' own first lines are no header, whatever words of it they use."""
    texts = ("The class wants a date", "My name for it is heat", ANSWER, "Students need sleep")
    assert propose_name_box(_set(*(_page((text, 60)) for text in texts))) is None


def test_a_header_on_a_few_pages_or_elsewhere_is_none() -> None:
    """Two of five pages are not most; the foot of the page is no header."""
    few = [_page((HEADERS[0], 60)), _page((HEADERS[2], 60)), *(_page((ANSWER, 60)) for _ in range(3))]
    assert propose_name_box(_set(*few)) is None
    assert propose_name_box(_set(*(_page((header, 900)) for header in HEADERS))) is None


def test_of_longer_pieces_only_first_pages_have_it() -> None:
    """The second page has text where the first has the header."""
    pieces = {f"K{k}": (_page((header, 60)), _page((ANSWER, 60))) for k, header in enumerate(HEADERS)}
    box = propose_name_box(pieces)
    assert box is not None
    assert box.only_page == 0

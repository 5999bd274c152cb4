"""The default engine on pages drawn here: what it reads, where, how sure, and what it takes for no writing."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.reading.ppocr import PpocrEngine
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings
from tests.reading.pages import (
    draw_blank,
    draw_house,
    draw_page,
    draw_scribble,
    find_print,
    grey_noise,
    measure_overlap,
    place_lines,
)

RAIN = [
    "The sun is warm and bright.",
    "It makes the water go up.",
    "\tThen it rains again 24 times.",
    "We all get wet.",
]
SPELT = (
    "becuase wich thier freind beleive recieve untill tomorow definately seperate alot wierd realy diffrent evaparate "
    "watter hapened sumtimes peple skool wen sed wuz brd sol enuf nite frum thay pepole botel hoping runing stoped "
    "wanderful rane clowd vaper litle"
)


@pytest.mark.parametrize("tilt_degrees", [0.0, 4.0, -12.0])
def test_rows_come_out_as_they_were_written(ppocr: PpocrEngine, tilt_degrees: float) -> None:
    """A page is read line by line, straight or tilted, on ruled paper, and the indent starts a paragraph."""
    drawn = draw_page(place_lines(RAIN), tilt_degrees=tilt_degrees, is_ruled=True)
    reading = ppocr.read(drawn.page)
    assert [line.text for line in reading.lines] == [text.strip() for text in RAIN]
    assert [line.starts_paragraph for line in reading.lines] == [False, False, True, False]
    assert (reading.width_px, reading.height_px) == (1200, 900)


def test_word_boxes_lie_on_the_words(ppocr: PpocrEngine) -> None:
    """Every word's box overlaps the box of its ink by at least half."""
    drawn = draw_page(place_lines(RAIN), is_ruled=True)
    found = [word for line in ppocr.read(drawn.page).lines for word in line.words]
    assert [word.text for word in found] == [text for text, _ in drawn.words]
    overlaps = [measure_overlap(word.box, box) for word, (_, box) in zip(found, drawn.words, strict=True) if word.box]
    assert len(overlaps) == len(found)
    assert min(overlaps) > 0.5


def test_clean_writing_is_read_with_confidence(ppocr: PpocrEngine) -> None:
    """A page that is read without a mistake needs no eyes, and every confidence is in 0..1."""
    reading = ppocr.read(draw_page(place_lines(RAIN)).page)
    assert reading.confidence > 0.9
    assert not reading.needs_eyes
    assert all(0.0 <= word.confidence <= 1.0 for line in reading.lines for word in line.words)
    assert 0.0 < reading.cpu_seconds < 20.0


def test_misspellings_and_accents_stay(ppocr: PpocrEngine) -> None:
    """What the child spelt is kept, in English, Spanish and French."""
    texts = ["the watter evaporats", "el niño está aquí", "une fenêtre française"]
    page = draw_page(place_lines(texts), font_path=find_print()).page
    assert [line.text for line in ppocr.read(page).lines] == texts


def test_invented_spellings_stay(ppocr: PpocrEngine) -> None:
    """Of words as young writers spell them, written clearly, at least 95 of 100 are read as they stand."""
    spelt = SPELT.split()
    lines = [" ".join(spelt[k : k + 5]) for k in range(0, len(spelt), 5)]
    read = [word.text for line in ppocr.read(draw_page(place_lines(lines)).page).lines for word in line.words]
    assert len(spelt) >= 30
    assert sum(word in read for word in spelt) >= 0.95 * len(spelt)


def test_two_columns_are_read_one_after_the_other(ppocr: PpocrEngine) -> None:
    """The left column comes first, whole."""
    left = ["The left side one", "comes before all", "that is on the", "right of the page"]
    right = ["Here the second", "column has words", "of its own and", "they come later"]
    page = draw_page(place_lines(left, 60) + place_lines(right, 660)).page
    assert [line.text for line in ppocr.read(page).lines] == left + right


def test_a_blank_page_is_blank(ppocr: PpocrEngine) -> None:
    """Ruled paper under uneven light has no text, full confidence and needs no eyes."""
    reading = ppocr.read(draw_blank())
    assert (reading.lines, reading.confidence, reading.needs_eyes) == ((), 1.0, False)


@pytest.mark.parametrize(
    "page",
    [draw_scribble(seed=1), draw_scribble(seed=2), draw_house(), OpenedPage(grey_noise((600, 500)), 0, None)],
    ids=["scribble", "another scribble", "house", "noise"],
)
def test_what_is_no_writing_gives_no_text(ppocr: PpocrEngine, page: OpenedPage) -> None:
    """A scribble or a drawing is never turned into words; a person should look at it."""
    reading = ppocr.read(page)
    assert reading.lines == ()
    assert reading.needs_eyes


def test_bad_writing_needs_eyes(ppocr: PpocrEngine) -> None:
    """The same page blurred until it can hardly be read is marked, and is less sure than the sharp one."""
    import cv2

    sharp = draw_page(place_lines(RAIN)).page
    assert sharp.image is not None
    blurred = OpenedPage(np.asarray(cv2.GaussianBlur(sharp.image, (0, 0), 9), dtype=np.uint8), 0, None)
    assert ppocr.read(blurred).needs_eyes
    assert ppocr.read(blurred).confidence < ppocr.read(sharp).confidence


def test_a_page_without_an_image_has_no_lines(ppocr: PpocrEngine) -> None:
    """Typed text has nothing to look at."""
    reading = ppocr.read(OpenedPage(None, 0, None))
    assert (reading.lines, reading.width_px, reading.height_px) == ((), 0, 0)


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (40, 30)])
def test_tiny_pages_do_not_fail(ppocr: PpocrEngine, size: tuple[int, int]) -> None:
    """An image too small to hold writing is read as nothing."""
    assert ppocr.read(OpenedPage(np.full((size[1], size[0], 3), 255, np.uint8), 0, None)).lines == ()


def test_one_page_gives_one_reading(ppocr: PpocrEngine) -> None:
    """Reading twice, or with an engine loaded anew, changes nothing but the time it took."""
    page = draw_page(place_lines(RAIN[:2]), size=(1000, 300)).page
    first, second, third = ppocr.read(page), ppocr.read(page), PpocrEngine(ReadingSettings()).read(page)
    assert first.lines == second.lines == third.lines
    assert first.confidence == second.confidence == third.confidence


def test_the_fingerprint_holds_what_changes_the_reading() -> None:
    """Another size for detection, or another line between sure and unsure, is another cache key."""
    plain = PpocrEngine(ReadingSettings()).fingerprint
    assert PpocrEngine(ReadingSettings(detection_side_px=960)).fingerprint != plain
    assert PpocrEngine(ReadingSettings(workers=3)).fingerprint == plain


def test_nothing_read_reaches_a_log(ppocr: PpocrEngine, caplog: pytest.LogCaptureFixture) -> None:
    """The log of rapidocr is off, and reading writes no line."""
    with caplog.at_level(logging.DEBUG):
        ppocr.read(draw_page(place_lines(RAIN[:1])).page)
    assert not [record for record in caplog.records if "rapid" in record.name.lower()]
    assert not logging.getLogger("RapidOCR").isEnabledFor(logging.ERROR)


def test_reading_stays_under_a_gigabyte() -> None:
    """A process that reads a full page (2600 px) holds less than 1 GB at its peak."""
    code = (
        "import resource, numpy as np, cv2\n"
        "from pathlib import Path\n"
        "from pipeline.reading import load_engine\n"
        "from pipeline.settings import ReadingSettings\n"
        "from tests.reading.pages import draw_page, place_lines\n"
        "from pipeline.records.work import OpenedPage\n"
        "texts = ['The sun is warm and bright and then it rains'] * 22\n"
        "drawn = draw_page(place_lines(texts, pitch=110), size=(2000, 2600))\n"
        "reading = load_engine(ReadingSettings()).read(drawn.page)\n"
        "own = Path('/proc/self/status')\n"
        "said = own.read_text() if own.exists() else ''\n"
        "high = [int(line.split()[1]) for line in said.splitlines() if line.startswith('VmHWM')]\n"
        "# getrusage counts the parent's peak in on Linux\n"
        "print(len(reading.lines), high[0] if high else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(  # our own interpreter on the code above
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    lines, peak = (int(figure) for figure in done.stdout.split())
    peak_mb = peak / (2**20 if sys.platform == "darwin" else 2**10)
    assert lines == 22
    assert peak_mb < 1000

"""Class sets of filled-in worksheets come in; how well print, hand and a teacher's ink are told apart goes out.

    python -m tests.bench.forms [--pieces 12] [--workers 2] [--show]

Every set, drawn with a fixed seed, is one form filled in by as many children: questions with room below them, a name
beside its label, the beginning of a sentence to go on with. On half of the pieces a teacher has written in another ink.
A word read is right where it lies over a true word of the same person. The same words are counted page by page as each
page alone tells ("alone"), and as the class set tells ("set").
"""

from __future__ import annotations

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from pipeline.form import part_form
from pipeline.reading import load_engine
from pipeline.records.reading import Box, Reading, WordRole
from pipeline.records.work import OpenedPage
from pipeline.settings import ReadingSettings
from tests.bench.texts import load_pieces
from tests.rendering.capture import Captured, Look, capture_sheet
from tests.rendering.hands import Hand, draw_hand, make_generator
from tests.rendering.paper import Paper
from tests.rendering.worksheet import PRINT_PATH, FilledSheet, Stretch, fill_sheet, list_lines

FONTS = (PRINT_PATH, PRINT_PATH.parents[2] / "views" / "fonts" / "literata-latin-400-normal.woff2")
HANDS = ("schoolbell", "reenie-beanie", "cedarville-cursive", "indie-flower", "homemade-apple", "coming-soon", "zeyada")
TEACHER_INKS = ((205, 30, 45), (170, 40, 60), (30, 120, 60), (110, 40, 140))
LOOKS = (Look.GREY_SCAN, Look.COLOUR_SCAN, Look.PHOTO, Look.HASTY_PHOTO)
FORMS = (
    ("Exit ticket: the water cycle", "1. Why did the puddle on the playground dry up?", "2. And on a cold day?"),
    ("Reading response", "What is the main idea of the story you read today?", "Which sentence in the text shows it?"),
    ("Science notebook, page 12", "I think the bulb lights up because", "The evidence for this is"),
)  # fmt: skip
TOPS = (260.0, 880.0)
REMARKS = ("Good start", "say more about why", "check your spelling", "nice evidence!", "which one?")


@dataclass(frozen=True, slots=True, eq=False)
class FilledPage:
    """A picture of a filled-in form, and its true words with whose each is."""

    pixels: np.typing.NDArray[np.uint8]
    words: tuple[tuple[str, Box, WordRole], ...]


def draw_pieces(form: int, look: Look, pieces: int) -> Iterator[FilledPage]:
    """Yield the pictures of a form's copies."""
    for child in range(pieces):
        rng = make_generator("form", str(form), look.name, str(child))
        sheet = fill_sheet(_fill_form(form, f"{form}-{look.name}-{child}", child, rng), rng, Paper.PLAIN)
        captured = capture_sheet(sheet.image, look, rng)
        yield FilledPage(_compress(captured), tuple(_list_truth(sheet, captured)))


def _fill_form(form: int, name: str, child: int, rng: np.random.Generator) -> Iterator[Stretch]:
    heading, *questions = FORMS[form]
    font = FONTS[form % len(FONTS)]
    hand = replace(draw_hand(name, HANDS[child % len(HANDS)]), letter_px=float(rng.uniform(20, 26)), strikes_out=0.0)
    yield Stretch(heading, 100, 120, WordRole.FORM, font_path=font, size_px=38)
    yield Stretch("Name", 760, 120, WordRole.FORM, font_path=font, size_px=26)
    yield Stretch(str(rng.choice(["Maria", "Theo", "Amina", "Jo", "Li Wei"])), 860, 120, WordRole.STUDENT, hand)
    texts = load_pieces("english")
    for question, y in zip(questions, TOPS, strict=True):
        yield Stretch(question, 100, y, WordRole.FORM, font_path=font, size_px=30)
        words = iter(texts[int(rng.integers(len(texts)))].split()[: int(rng.integers(12, 34))])
        x = 120.0
        if not question.endswith("?"):
            x = 140.0 + 15 * len(question)
            yield from _write_line(words, x, y, hand)
        for k in range(1, 7):
            yield from _write_line(words, 110 + float(rng.normal(0, 6)), y + 75 * k, hand)
    if child % 2:
        teacher = replace(draw_hand(f"teacher {form}", "nothing-you-could-do"), letter_px=24.0, is_pencil=False)
        teacher = replace(teacher, ink=TEACHER_INKS[form % len(TEACHER_INKS)], pressure=0.95)
        yield Stretch(str(rng.choice(REMARKS)), 780, 190, WordRole.TEACHER, teacher)
        yield Stretch(str(rng.choice(REMARKS)), 200, 1600, WordRole.TEACHER, teacher)


def _write_line(words: Iterator[str], x: float, y: float, hand: Hand) -> Iterator[Stretch]:
    room, line = (1100 - x) / (hand.letter_px * 1.1), []
    for word in words:
        line.append(word)
        room -= len(word) + 1.5
        if room < 6:
            break
    if line:
        yield Stretch(" ".join(line), x, y, WordRole.STUDENT, hand)


def _list_truth(sheet: FilledSheet, captured: Captured) -> Iterator[tuple[str, Box, WordRole]]:
    for line, (_, role) in zip(list_lines(sheet, captured), sheet.stretches, strict=True):
        for word in line.words:
            assert word.box is not None
            yield word.text, word.box, role


def _compress(captured: Captured) -> np.typing.NDArray[np.uint8]:
    file = io.BytesIO()
    image = Image.fromarray(captured.pixels)
    (image.convert("L") if captured.is_grey else image).save(file, "JPEG", quality=70)
    return np.asarray(Image.open(file).convert("RGB"))


def count_roles(page: FilledPage, reading: Reading) -> Counter[tuple[WordRole, WordRole | None]]:
    """Return how often a true word of one person was taken for another's; None: nothing was read there."""
    counts: Counter[tuple[WordRole, WordRole | None]] = Counter()
    read = [word for line in reading.lines for word in line.words if word.box is not None]
    for _, box, role in page.words:
        x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        over = [w for w in read if w.box and w.box.x0 <= x <= w.box.x1 and w.box.y0 <= y <= w.box.y1]
        mine = [w for w in over if w.role is role]
        counts[role, (mine or over)[0].role if over else None] += 1
    return counts


def describe_counts(name: str, counts: Counter[tuple[WordRole, WordRole | None]]) -> str:
    """Return a row: for each person the share of words told right, and of those taken for the student's or lost."""
    cells = []
    for role in (WordRole.FORM, WordRole.STUDENT, WordRole.TEACHER):
        total = sum(count for (true, _), count in counts.items() if true is role)
        right = counts[role, role]
        missed = counts[role, None]
        wrong = total - right - missed
        cells.append(f"{total:6} {100 * right / max(1, total):6.1f} {100 * wrong / max(1, total):6.1f} {missed:5}")
    return f"{name:28}" + "  ".join(cells)


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pieces", type=int, default=12)
    parser.add_argument("--show", type=Path, help="keep the pictures here")
    options = parser.parse_args(arguments)
    engine = load_engine(ReadingSettings())
    print(f"{'':28}  print: words, right%, wrong%, unread    the student's              a teacher's")
    total: dict[str, Counter[tuple[WordRole, WordRole | None]]] = {"alone": Counter(), "set": Counter()}
    for form in range(len(FORMS)):
        for look in LOOKS:
            pages = list(draw_pieces(form, look, options.pieces))
            if options.show:
                options.show.mkdir(parents=True, exist_ok=True)
                for child, page in enumerate(pages):
                    Image.fromarray(page.pixels).save(options.show / f"{form}-{look.name}-{child}.jpg")
            readings = {f"{k:02}": (engine.read(OpenedPage(page.pixels, 0, None)),) for k, page in enumerate(pages)}
            parted = part_form(readings)
            for name, found in (("alone", readings), ("set", parted.readings)):
                counts: Counter[tuple[WordRole, WordRole | None]] = Counter()
                for page, there in zip(pages, found.values(), strict=True):
                    counts += count_roles(page, there[0])
                total[name] += counts
                print(describe_counts(f"{form} {look.name.lower()} {name}", counts), flush=True)
            print("   ", " / ".join(parted.printed.splitlines()))
    for name, counts in total.items():
        print(describe_counts(f"all {name}", counts))


if __name__ == "__main__":
    main(sys.argv[1:])

"""A folder comes in; page sets drawn with fixed seeds, each with images/ and truth/, go out in it.

    python -m tests.bench.rendered OUT [--set photos ...] [--answers FILE.csv] [--seed N]

photos: ruled pages in children's print and joined writing, pencil and pen, photographed in a hurry. cursive: the most
joined fonts, pulled out of shape. copier: pencil through a one-bit copier. spanish, french, mixed: pages with accents.
misspelt: right and misspelt words on good scans; seeded/NAME.txt lists the misspelt words with what they were meant to
be. Drawn pages stand in for real ones and are easier: they show what got better or worse, not how well a class is read.
With --answers (a table with a column `text`) photos, cursive and copier say what stands there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from tests.bench.texts import SeededText, fill_pages, load_answers, load_pieces, load_seeded
from tests.rendering.bend import curl_sheet
from tests.rendering.capture import Captured, Look, capture_sheet
from tests.rendering.copier import copy_sheet
from tests.rendering.hands import PENCIL, Hand, Roughness, draw_hand, make_generator
from tests.rendering.layout import write_text
from tests.rendering.light import Picture
from tests.rendering.paper import A4, Paper

PRINTED = (
    "annie-use-your-telescope", "schoolbell", "reenie-beanie", "coming-soon", "mynerve", "gloria-hallelujah",
    "shadows-into-light", "indie-flower", "covered-by-your-grace", "swanky-and-moo-moo", "waiting-for-the-sunrise",
)  # fmt: skip
JOINED = (
    "cedarville-cursive", "homemade-apple", "la-belle-aurore", "dawning-of-a-new-day", "nothing-you-could-do", "zeyada",
    "over-the-rainbow",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands on one page, and the words in it that are misspelt on purpose."""

    name: str
    text: str
    seeded: tuple[tuple[str, str], ...] = ()


Photographer = Callable[[Draft, np.random.Generator], Image.Image]


def draw_photo(draft: Draft, rng: np.random.Generator) -> Image.Image:
    """Return a hasty photo of a ruled page, curled, in pencil or pen; one page in three is in joined writing."""
    is_joined = rng.random() < 0.35
    font = str(rng.choice(JOINED if is_joined else PRINTED))
    roughness = Roughness(
        jumble=0.0 if is_joined else rng.uniform(0.5, 1.0),
        hurry=rng.uniform(0.3, 1.0),
        grain=rng.uniform(0.3, 0.9),
        wander=rng.uniform(0.2, 0.8),
        nib=rng.uniform(-0.03, 0.12),
    )
    hand = replace(draw_hand(draft.name, font), roughness=roughness, unsteadiness=float(rng.uniform(0.5, 1.3)))
    if rng.random() < 0.5:
        hand = replace(hand, is_pencil=True, ink=PENCIL, pressure=float(rng.uniform(0.6, 0.9)))
    sheet = _write_sheet(draft, hand, Paper.RULED, rng)
    return _shrink(capture_sheet(curl_sheet(sheet, rng), Look.HASTY_PHOTO, rng), rng.uniform(0.85, 1.15))


def draw_cursive(draft: Draft, rng: np.random.Generator) -> Image.Image:
    """Return a grey scan of fast, slanted, joined writing on plain paper."""
    hand = draw_hand(draft.name, str(rng.choice(JOINED)))
    hand = replace(
        hand,
        roughness=Roughness(hurry=rng.uniform(0.9, 1.5), wander=rng.uniform(0.2, 0.6), nib=rng.uniform(-0.04, 0.08)),
        slant=float(rng.normal(0.2, 0.2)),
        stretch=float(rng.uniform(0.7, 0.95)),
        unsteadiness=float(rng.uniform(0.5, 1.2)),
        is_pencil=False,
    )
    return _to_image(capture_sheet(_write_sheet(draft, hand, Paper.PLAIN, rng), Look.GREY_SCAN, rng))


def draw_copy(draft: Draft, rng: np.random.Generator) -> Image.Image:
    """Return a one-bit copy of a page in pencil."""
    hand = draw_hand(draft.name, str(rng.choice(PRINTED + JOINED)))
    roughness = Roughness(hurry=rng.uniform(0.0, 0.3), grain=rng.uniform(0.3, 0.8), nib=rng.uniform(0.0, 0.12))
    hand = replace(hand, is_pencil=True, ink=PENCIL, pressure=float(rng.uniform(0.6, 0.85)), roughness=roughness)
    paper = Paper.RULED if rng.random() < 0.6 else Paper.PLAIN
    return Image.fromarray(copy_sheet(_write_sheet(draft, hand, paper, rng), rng, rng.uniform(0.2, 0.7)))


def draw_scan(draft: Draft, rng: np.random.Generator) -> Image.Image:
    """Return a good scan or photo of a page in a hand as the sample has them."""
    hand = draw_hand(draft.name, str(rng.choice(PRINTED + JOINED)))
    look = (Look.GREY_SCAN, Look.COLOUR_SCAN, Look.PHOTO)[int(rng.integers(3))]
    paper = (Paper.RULED, Paper.PLAIN, Paper.SQUARED)[int(rng.integers(3))]
    return _to_image(capture_sheet(_write_sheet(draft, replace(hand, strikes_out=0.0), paper, rng), look, rng))


def write_drafts(kind: str, answers: Path | None, rng: np.random.Generator) -> Iterator[Draft]:
    """Yield what stands on the pages of a set."""
    if kind == "misspelt":
        seeded: Sequence[SeededText] = load_seeded()
        yield from (Draft(f"{k:02}", piece.text, piece.seeded) for k, piece in enumerate(seeded))
    elif kind in {"spanish", "french"}:
        yield from (Draft(f"{k:02}", piece) for k, piece in enumerate(load_pieces(kind)))
    elif kind == "mixed":
        parts = load_pieces(kind)
        yield from (Draft(f"{k:02}", "\n\n".join(parts[3 * k : 3 * k + 3])) for k in range(len(parts) // 3))
    else:
        pages = 10 if kind == "copier" else 20
        texts = load_answers(answers, rng)[:pages] if answers else fill_pages(load_pieces("english"), pages, rng)
        yield from (Draft(f"{k:02}", text) for k, text in enumerate(texts))


def draw_set(kind: str, out: Path, answers: Path | None = None, seed: int = 0) -> None:
    """Write the pages of a set into OUT/KIND; the same seed gives the same pages."""
    folders = {name: out / kind / name for name in ("images", "truth", "seeded")}
    for draft in write_drafts(kind, answers, make_generator("texts", kind, str(seed))):
        for name in ("images", "truth", *(["seeded"] if draft.seeded else [])):
            folders[name].mkdir(parents=True, exist_ok=True)
        image = SETS[kind](
            replace_name(draft, f"{kind}{draft.name}"), make_generator("page", kind, draft.name, str(seed))
        )
        if image.mode == "1":
            image.save(folders["images"] / f"{draft.name}.png")
        else:
            image.save(folders["images"] / f"{draft.name}.jpg", quality=45 + int(draft.name) * 7 % 40)
        (folders["truth"] / f"{draft.name}.txt").write_text(draft.text + "\n", encoding="utf-8")
        if draft.seeded:
            lines = "".join(f"{written}\t{meant}\n" for written, meant in draft.seeded)
            (folders["seeded"] / f"{draft.name}.txt").write_text(lines, encoding="utf-8")


def replace_name(draft: Draft, name: str) -> Draft:
    """Return the draft as another child's: the name makes the hand."""
    return replace(draft, name=name)


SETS: dict[str, Photographer] = {
    "photos": draw_photo,
    "cursive": draw_cursive,
    "copier": draw_copy,
    "spanish": draw_scan,
    "french": draw_scan,
    "mixed": draw_scan,
    "misspelt": draw_scan,
}


def main(arguments: Sequence[str]) -> None:
    """Draw the sets that are asked for, all of them by default."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", action="append", choices=SETS)
    parser.add_argument("--answers", type=Path, help="a CSV table with a column `text`")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    for kind in options.set or SETS:
        draw_set(kind, options.out, options.answers, options.seed)
        print(options.out / kind)


def _write_sheet(draft: Draft, hand: Hand, paper: Paper, rng: np.random.Generator) -> Picture:
    """Return the written sheet; who writes too large for it begins again, smaller."""
    sheets = write_text(draft.text, hand, paper, A4, rng)
    while len(sheets) > 1:
        hand = replace(hand, letter_px=0.9 * hand.letter_px)
        sheets = write_text(draft.text, hand, paper, A4, rng)
    return sheets[0].image


def _to_image(captured: Captured) -> Image.Image:
    image = Image.fromarray(captured.pixels)
    return image.convert("L") if captured.is_grey else image


def _shrink(captured: Captured, share: float) -> Image.Image:
    image = _to_image(captured)
    return image.resize((round(image.width * share), round(image.height * share)), Image.Resampling.BICUBIC)


if __name__ == "__main__":
    main(sys.argv[1:])

"""The texts beside this module, or a table of answers, come in; what stands on each page of a set goes out."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

TEXTS_PATH = Path(__file__).parent / "texts"
_SEEDED = re.compile(r"\{([^|}]*)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class SeededText:
    """A text with misspellings written on purpose, each with the word it was meant to be, in order."""

    text: str
    seeded: tuple[tuple[str, str], ...]


def load_pieces(name: str) -> tuple[str, ...]:
    """Return the paragraphs of texts/NAME.txt."""
    return tuple((TEXTS_PATH / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n\n"))


def load_seeded() -> tuple[SeededText, ...]:
    """Return the texts of texts/misspelt.txt, in which {wuz|was} is "wuz", written where "was" was meant."""
    return tuple(
        SeededText(_SEEDED.sub(r"\1", piece), tuple((m[1], m[2]) for m in _SEEDED.finditer(piece)))
        for piece in load_pieces("misspelt")
    )


def load_answers(path: Path, rng: np.random.Generator) -> tuple[str, ...]:
    """Return texts of eight answers each, one paragraph an answer, from the column `text` of a CSV table."""
    with path.open(encoding="utf-8", newline="") as file:
        answers = sorted({" ".join(row["text"].split()) for row in csv.DictReader(file)})
    kept = [answers[k] for k in rng.permutation(len(answers)) if 6 <= len(answers[k].split()) <= 40]
    return tuple("\n\n".join(kept[k : k + 8]) for k in range(0, len(kept), 8))


def fill_pages(pieces: Sequence[str], pages: int, rng: np.random.Generator) -> tuple[str, ...]:
    """Return a text for each page: two pieces that don't stand together on another page of the first round."""
    order = rng.permutation(len(pieces))
    return tuple(
        f"{pieces[order[k % len(pieces)]]}\n\n{pieces[order[(k + 1 + k // len(pieces)) % len(pieces)]]}"
        for k in range(pages)
    )

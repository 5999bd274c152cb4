"""A table of answers or essays in, class sets of it out, each with what people said of its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

OWN_COLUMNS = frozenset({"id", "task", "text", "label", "question", "reference"})
FEWEST, MOST = 20, 120


@dataclass(frozen=True, slots=True, eq=False)
class JudgedSet:
    """One class set: texts, and what people decided of each (`labels`) or how they scored it (`traits`)."""

    name: str
    texts: tuple[str, ...]
    labels: tuple[str, ...] = ()
    question: str = ""
    reference: str = ""
    traits: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """A code for each piece."""
        return tuple(f"P{at:03d}" for at in range(len(self.texts)))


def load_answers(path: Path, most: int = MOST) -> list[JudgedSet]:
    """Return the tasks of a table with a column `label`, at most `most` answers each, those with two labels or more."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    drawn = (part.sample(min(len(part), most), random_state=0) for _, part in frame.groupby("task", sort=True))
    return [_take_set(part) for part in drawn if len(part) >= FEWEST and len(set(part["label"])) > 1]


def draw_essays(path: Path, pieces: int, seeds: Sequence[int]) -> Iterator[JudgedSet]:
    """Yield a set of `pieces` essays for each prompt that has so many and each seed; other columns are traits."""
    frame = pd.read_csv(path, dtype={"id": str, "task": str, "text": str}, keep_default_na=False)
    for _, part in frame.groupby("task", sort=True):
        if len(part) >= pieces:
            yield from (_take_set(part.sample(pieces, random_state=seed)) for seed in seeds)


def _take_set(part: pd.DataFrame) -> JudgedSet:
    first = part.iloc[0]
    return JudgedSet(
        name=str(first["task"]),
        texts=tuple(part["text"]),
        labels=tuple(part.get("label", ())),
        question=str(first.get("question", "")),
        reference=str(first.get("reference", "")),
        traits={name: part[name].to_numpy(float) for name in part.columns if name not in OWN_COLUMNS},
    )

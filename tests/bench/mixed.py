"""Tables of answers in, class sets whose labels name meanings out: right answers to several questions, mixed.

Human groupings of answers can't be shipped; these stand for them. Each set has right answers to 4 to 7 questions of one
module, a few common and others rare, and 15 % wrong answers to any, which are one more group.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from tests.bench.tables import JudgedSet

SETS, FEWEST_TASKS = 14, 6
RIGHT_SHARE, WRONG_SHARE = 0.85, 0.15


def mix_answers(beetle: Path, scientsbank: Path, sets: int = SETS, first_seed: int = 3) -> list[JudgedSet]:
    """Return `sets` mixed sets, each of the other table in turn."""
    frames = [pd.read_csv(path, dtype=str, keep_default_na=False) for path in (scientsbank, beetle)]
    rng = np.random.default_rng(first_seed)
    return [_mix_one(frames[at % 2], rng, at) for at in range(sets)]


def _mix_one(frame: pd.DataFrame, rng: np.random.Generator, seed: int) -> JudgedSet:
    part = frame if seed % 4 == 3 else _take_module(frame, rng)
    tasks = sorted(part["task"].unique())
    chosen = rng.choice(tasks, min(int(rng.integers(4, 8)), len(tasks)), replace=False)
    pieces = int(rng.integers(60, 121))
    shares = 1 / np.arange(1, len(chosen) + 1) ** rng.uniform(0.8, 1.5)
    rows = [_take_wrong(part, round(pieces * WRONG_SHARE), seed)]
    for task, share in zip(chosen, shares / shares.sum(), strict=True):
        right = part[(part["task"] == task) & (part["label"] == "correct")]
        rows.append(right.sample(min(len(right), max(2, int(pieces * RIGHT_SHARE * share))), random_state=seed))
    mixed = pd.concat(rows).sample(frac=1, random_state=seed)
    return JudgedSet(f"mixed {seed}", tuple(mixed["text"]), tuple(mixed["task"]))


def _take_module(frame: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Return the rows of one module, by the first part of the tasks' names, if one has tasks enough."""
    module = frame["task"].str.split(":").str[1].str.split("_").str[0]
    large: Sequence[str] = [name for name in module.unique() if frame[module == name]["task"].nunique() >= FEWEST_TASKS]
    return frame[module == rng.choice(large)] if large else frame


def _take_wrong(part: pd.DataFrame, count: int, seed: int) -> pd.DataFrame:
    wrong = part[part["label"] == "incorrect"]
    return wrong.sample(min(len(wrong), count), random_state=seed).assign(task="other")

"""sample_work/sets.toml comes in; the sample class sets, each with what `add` needs, go out."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SampleSet:
    """One class set of the sample: its folder, its name and the task the students were given."""

    folder: Path
    name: str
    task: str


def load_samples(sample_work: Path) -> tuple[SampleSet, ...]:
    """Return the sets of `sample_work` in the order in which they are read."""
    listed = tomllib.loads((sample_work / "sets.toml").read_text(encoding="utf-8"))["set"]
    return tuple(
        SampleSet(sample_work / entry["folder"], entry["name"], _load_task(entry, sample_work)) for entry in listed
    )


def _load_task(entry: dict[str, str], sample_work: Path) -> str:
    if "task_file" in entry:
        return (sample_work / entry["task_file"]).read_text(encoding="utf-8").strip()
    return entry["task"].strip()

"""A class set's readings come in; the same as all of them together tell it, and the task with a form's text, go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.classwords import learn_class_words, settle_readings
from pipeline.form import part_form
from pipeline.records.reading import Reading


@dataclass(frozen=True, slots=True)
class SettledSet:
    """Readings by piece; `printed` is what is printed on every page, `task` the task's own text with that behind it."""

    readings: dict[str, tuple[Reading, ...]]
    task: str
    printed: str


def settle_set(
    readings: Mapping[str, Sequence[Reading]], task: str, checked: Iterable[str], languages: tuple[str, ...]
) -> SettledSet:
    """Return the set with a form's print taken out of the students' words, and doubtful words chosen by the class's.

    `checked` holds what the teacher has typed, `languages` the codes of the settings, the usual one first.
    """
    parted = part_form(readings)
    whole = "\n".join(part for part in (task, parted.printed) if part)
    class_words = learn_class_words(parted.readings, whole, checked, languages)
    return SettledSet(settle_readings(parted.readings, class_words), whole, parted.printed)

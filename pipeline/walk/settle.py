"""A class set's readings come in; the same as all of them together tell it, and the task with a form's text, go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.classwords import learn_class_words, settle_readings
from pipeline.form import part_form
from pipeline.records.reading import Correction, Reading
from pipeline.transcript import build_transcript


@dataclass(frozen=True, slots=True)
class SettledSet:
    """Readings by piece; `printed` is what is printed on every page, `task` the task's own text with that behind it."""

    readings: dict[str, tuple[Reading, ...]]
    task: str
    printed: str


def settle_set(
    readings: Mapping[str, Sequence[Reading]],
    task: str,
    corrections: Mapping[str, Sequence[Correction]],
    languages: tuple[str, ...],
) -> SettledSet:
    """Return the set with a form's print taken out of the students' words, and doubtful words chosen by the class's.

    What the teacher typed, or said is right (`corrections` by piece), is known to stand in the class's work.
    `languages` are the codes of the settings, the usual one first.
    """
    parted = part_form(readings)
    whole = "\n".join(part for part in (task, parted.printed) if part)
    checked = list(_list_checked(parted.readings, corrections))
    class_words = learn_class_words(parted.readings, whole, checked, languages)
    return SettledSet(settle_readings(parted.readings, class_words), whole, parted.printed)


def _list_checked(
    readings: Mapping[str, Sequence[Reading]], corrections: Mapping[str, Sequence[Correction]]
) -> Iterator[str]:
    for code, mine in corrections.items():
        transcript = build_transcript(code, readings.get(code, ()), mine)
        yield from (transcript.text[word.start : word.end] for word in transcript.words if word.is_checked)

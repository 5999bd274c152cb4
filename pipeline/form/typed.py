"""Typed pieces come in; the lines that nearly all have, word for word, go out: a template's, not a student's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.form.places import fold_word
from pipeline.records.reading import Line, Reading, WordRole

_FEWEST_WORDS, _FEWEST_PIECES, _LEAST_SHARE = 4, 4, 0.8


def find_template(readings: Mapping[str, Sequence[Reading]]) -> dict[str, str]:
    """Return the lines of four words and more that at least eight in ten pieces have, folded, with their text.

    They stand in the order, and are spelt, as the piece has them that has most of them.
    """
    lines = {code: _list_lines(pages) for code, pages in sorted(readings.items())}
    counts = Counter(key for mine in lines.values() for key in mine)
    needed = max(_FEWEST_PIECES, _LEAST_SHARE * len(readings))
    shared = {key for key in counts if counts[key] >= needed and len(key.split()) >= _FEWEST_WORDS}
    template: dict[str, str] = {}
    for mine in sorted(lines.values(), key=lambda mine: -len(shared & mine.keys())):
        template |= {key: text for key, text in mine.items() if key in shared and key not in template}
    return template


def fold_line(line: Line) -> str:
    """Return the student's and the form's words of a line as they are compared."""
    words = (word for word in line.words if word.role in {WordRole.STUDENT, WordRole.FORM})
    return " ".join(core for core in (fold_word(word.text) for word in words) if core)


def _list_lines(pages: Sequence[Reading]) -> dict[str, str]:
    """Return the pages' lines, folded, in their order, with their text; of two alike the first."""
    lines: dict[str, str] = {}
    for page in pages:
        for line in page.lines:
            lines.setdefault(fold_line(line), " ".join(word.text for word in line.words))
    return lines

"""Typed pieces come in; the lines that nearly all have, word for word, go out: a template's, not a student's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.form.places import fold_word
from pipeline.records.reading import Line, Reading

_FEWEST_WORDS, _FEWEST_PIECES, _LEAST_SHARE = 4, 4, 0.8


def find_template(readings: Mapping[str, Sequence[Reading]]) -> dict[str, str]:
    """Return the lines of four words and more that at least eight in ten pieces have, folded, with their text."""
    texts: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for pages in readings.values():
        mine = {fold_line(line): line.text for page in pages for line in page.lines}
        counts.update(mine.keys())
        texts |= {key: text for key, text in mine.items() if key not in texts}
    needed = max(_FEWEST_PIECES, _LEAST_SHARE * len(readings))
    return {key: texts[key] for key in texts if counts[key] >= needed and len(key.split()) >= _FEWEST_WORDS}


def fold_line(line: Line) -> str:
    """Return the line's words as they are compared."""
    return " ".join(core for core in (fold_word(word.text) for word in line.own) if core)

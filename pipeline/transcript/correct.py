"""A page's reading and a teacher's corrections come in; what stands in the place of every word read goes out.

Every word that was read is a slot, and a slot keeps its number whatever a teacher types into it: later corrections, and
undo, find it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.records.reading import Box, Correction, Line, Reading, Word, WordRole
from pipeline.transcript.boxes import measure_cover, spread_words, surround_words

_LEAST_COVER = 0.5


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands where one word was read: that word, or what a teacher typed for it, which may be no word at all."""

    words: tuple[Word, ...]
    is_checked: bool = False


Slots = list[Slot]


def fill_slots(reading: Reading, corrections: Sequence[Correction]) -> list[Slots]:
    """Return the slots of every line; corrections are of this page, in the order in which they were made.

    A correction whose place is found no more (the page was read anew, and nothing was read there) changes nothing.
    """
    lines = [[Slot((word,)) for word in line.words] for line in reading.lines]
    for correction in corrections:
        number = _find_line(reading.lines, correction)
        if number is not None:
            _correct_line(reading.lines[number], lines[number], correction)
    return [_empty_outside(*pair) for pair in zip(reading.lines, lines, strict=True)]


def _empty_outside(line: Line, slots: Slots) -> Slots:
    """Return the slots without the words that a box leaves out, whatever was said of them before it was drawn."""
    read = [*line.words, *(None for _ in slots)]
    return [
        Slot(()) if word is not None and word.role is WordRole.OUTSIDE else slot
        for word, slot in zip(read, slots, strict=False)
    ]


def _find_line(lines: Sequence[Line], correction: Correction) -> int | None:
    """Return the number of the line meant: that of its number where its place is still the same, else by its place."""
    covers = [_measure_line(line, correction) for line in lines]
    known = correction.line if correction.line < len(lines) else None
    if correction.box is None or (known is not None and covers[known] >= _LEAST_COVER):
        return known
    best = max(range(len(covers)), key=lambda number: covers[number], default=None)
    return best if best is not None and covers[best] >= _LEAST_COVER else None


def _measure_line(line: Line, correction: Correction) -> float:
    """Return how far what the correction speaks of stands in this line, 0..1."""
    if correction.box is None:
        return 0.0
    if correction.slot is not None:
        return max(_measure_words(line, correction.box), default=0.0)
    place = surround_words(line.words)
    return measure_cover(place, correction.box) if place else 0.0


def _measure_words(line: Line, box: Box) -> list[float]:
    return [measure_cover(word.box, box) if word.box else 0.0 for word in line.words]


def _find_slot(line: Line, correction: Correction) -> int | None:
    """Return the slot meant: that of its number where it still stands there, else the one that stands there best."""
    slot = correction.slot if correction.slot is not None and correction.slot < len(line.words) else None
    if correction.box is None:
        return slot
    covers = _measure_words(line, correction.box)
    if slot is not None and covers[slot] >= _LEAST_COVER:
        return slot
    return max(range(len(covers)), key=lambda k: covers[k], default=None)


def _correct_line(line: Line, slots: Slots, correction: Correction) -> None:
    """Change the line's slots as the correction says; a line in which nothing was read gets one."""
    if not line.words:
        new = _type_words((correction.text or "").split(), None)
        slots[:] = [Slot(_give_role(new, correction.role), is_checked=True)]
        return
    chosen = _choose_slots(line, slots, correction)
    if not chosen:
        return
    if correction.text is None:
        for k in chosen:
            is_checked = correction.role is WordRole.STUDENT
            slots[k] = Slot(_give_role(slots[k].words, correction.role), is_checked)
    else:
        shares = _share_out([line.words[k] for k in chosen], correction.text.split())
        for k, words in zip(chosen, shares, strict=True):
            slots[k] = Slot(_give_role(words, correction.role), is_checked=True)


def _choose_slots(line: Line, slots: Slots, correction: Correction) -> list[int]:
    """Return the slots that the correction speaks of: one, or the student's own, or all where none is."""
    if correction.slot is not None:
        slot = _find_slot(line, correction)
        return [] if slot is None else [slot]
    own = [
        k
        for k, slot in enumerate(slots)
        if any(word.role is WordRole.STUDENT for word in slot.words) or _was_meant(line.words[k], correction)
    ]
    return own or [*range(len(slots))]


def _was_meant(word: Word, correction: Correction) -> bool:
    """Whether a word that a box leaves out now was the student's when the line was corrected: its place tells."""
    if word.role is not WordRole.OUTSIDE or word.box is None or correction.box is None:
        return False
    return measure_cover(word.box, correction.box) >= _LEAST_COVER


def _give_role(words: Sequence[Word], role: WordRole) -> tuple[Word, ...]:
    return tuple(replace(word, role=role) for word in words)


def _type_words(texts: Sequence[str], room: Box | None) -> list[Word]:
    """Return words as typed, side by side in the room."""
    return [Word(text, box, 1.0) for text, box in zip(texts, spread_words(room, texts), strict=True)]


def _share_out(read: Sequence[Word], typed: Sequence[str]) -> list[list[Word]]:
    """Return the typed words by the words read that they take the place of; each stands where those stood."""
    shares: list[list[Word]] = [[] for _ in read]
    steps = SequenceMatcher(None, [word.text for word in read], typed, autojunk=False).get_opcodes()
    for kind, start, end, first, last in steps:
        new = typed[first:last]
        if end - start == len(new):
            for k, text in zip(range(start, end), new, strict=True):
                shares[k].append(Word(text, read[k].box, 1.0))
        elif new:
            at = min(start, len(read) - 1) if kind == "replace" else max(0, start - 1)
            room = surround_words(read[start:end] or [read[at]])
            shares[at] += _type_words(new, room)
    return shares

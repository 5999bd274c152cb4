"""A page's reading and a teacher's corrections come in; what stands in the place of every word read goes out.

Every word that was read is a slot, and a slot keeps its number whatever a teacher types into it: later corrections, and
undo, find it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pipeline.records.reading import Box, Correction, Line, Reading, Word, WordRole
from pipeline.transcript.boxes import measure_overlap, spread_words, surround_words

_LEAST_OVERLAP = 0.3


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
    return lines


def _find_line(lines: Sequence[Line], correction: Correction) -> int | None:
    """Return the number of the line meant: that of its number where its place is still the same, else by its place."""
    places = [_find_place(line, correction) for line in lines]
    fits = [measure_overlap(place, correction.box) if place and correction.box else 0.0 for place in places]
    known = correction.line if correction.line < len(lines) else None
    if correction.box is None or (known is not None and fits[known] >= _LEAST_OVERLAP):
        return known
    best = max(range(len(fits)), key=lambda number: fits[number], default=None)
    return best if best is not None and fits[best] >= _LEAST_OVERLAP else None


def _find_place(line: Line, correction: Correction) -> Box | None:
    """Return where what the correction speaks of stands, if it is this line's."""
    if correction.slot is None:
        return surround_words(line.own or line.words)
    slot = _find_slot(line, correction)
    return line.words[slot].box if slot is not None else None


def _find_slot(line: Line, correction: Correction) -> int | None:
    box, slot = correction.box, correction.slot
    if box is None:
        return slot if slot is not None and slot < len(line.words) else None
    fits = [measure_overlap(word.box, box) if word.box else 0.0 for word in line.words]
    return max(range(len(fits)), key=lambda k: fits[k], default=None)


def _correct_line(line: Line, slots: Slots, correction: Correction) -> None:
    """Change the line's slots as the correction says; a line in which nothing was read gets one."""
    if not slots:
        new = _type_words((correction.text or "").split(), None)
        slots.append(Slot(_give_role(new, correction.role), is_checked=True))
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
    own = [k for k, slot in enumerate(slots) if any(word.role is WordRole.STUDENT for word in slot.words)]
    return own or [*range(len(slots))]


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

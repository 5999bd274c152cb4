"""What leaves the house: a class set's review by codes only, ready for any exporter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.records.decisions import NextStep, Pattern
from pipeline.records.pages import LeftOut
from pipeline.records.reference import ModelIdea
from pipeline.records.work import Collection, HandIn


@dataclass(frozen=True, slots=True)
class EvidenceCrop:
    """What shows a pattern in a piece: a line of the scan, a place circled on it, or the whole page.

    `png`: its picture, None where the piece is typed. `quote` is "" for pictures that are not of read words; `caption`
    the words a teacher wrote down for the piece. `pattern` is the pattern's id.
    """

    pattern: str
    piece: str
    quote: str
    png: bytes | None
    caption: str = ""
    is_circled: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A review: patterns in the order of the desk, with codes of pieces and never a name.

    `needs_eyes` are pieces with a page a person should look at; `couldnt_open` counts refused files.
    `sections`: the section of every piece by its code, where the set has several. `listed`: how many are on the
    class's list (0 without one), `missing` the codes of those who handed nothing in. `captions` are the words a
    teacher wrote down for pieces, by code; `model_ideas` say what became of the ideas of the model answer, if any.
    `left_out` are the pieces taken out of the set, which are in nothing else here; `hand_ins` say by code what was
    late, and which draft it is, where a class platform tells.
    """

    collection: Collection
    pieces: tuple[str, ...]
    needs_eyes: tuple[str, ...]
    couldnt_open: int
    patterns: tuple[Pattern, ...]
    not_sorted: tuple[str, ...]
    next_step: NextStep | None
    crops: tuple[EvidenceCrop, ...]
    sections: Mapping[str, str] = field(default_factory=dict)
    listed: int = 0
    missing: tuple[str, ...] = ()
    captions: dict[str, str] = field(default_factory=dict)
    model_ideas: tuple[ModelIdea, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    hand_ins: Mapping[str, HandIn] = field(default_factory=dict)

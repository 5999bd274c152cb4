"""Findings and decisions come in; patterns go out: a pure fold, in which undo is one more decision."""

from pipeline.decide.apply import apply_decisions
from pipeline.decide.belong import join_belonging, label_pieces
from pipeline.decide.corrections import collect_corrections, write_correction
from pipeline.decide.force import keep_in_force
from pipeline.decide.own import begin_pattern
from pipeline.decide.parts import list_seen, read_part, write_part
from pipeline.decide.reading_test import list_reading_tests
from pipeline.decide.step import choose_next_step

__all__ = [
    "apply_decisions",
    "begin_pattern",
    "choose_next_step",
    "collect_corrections",
    "join_belonging",
    "keep_in_force",
    "label_pieces",
    "list_reading_tests",
    "list_seen",
    "read_part",
    "write_correction",
    "write_part",
]

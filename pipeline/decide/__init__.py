"""Findings and decisions come in; patterns go out: a pure fold, in which undo is one more decision."""

from pipeline.decide.apply import apply_decisions
from pipeline.decide.belong import join_belonging, label_pieces
from pipeline.decide.boxes import BOX_KINDS, collect_boxes, read_box_change, write_box_change
from pipeline.decide.captions import collect_captions, write_caption
from pipeline.decide.corrections import collect_corrections, write_correction
from pipeline.decide.force import keep_in_force
from pipeline.decide.join import collect_merged
from pipeline.decide.own import begin_pattern
from pipeline.decide.pages import (
    collect_left_out,
    collect_page_changes,
    drop_pieces,
    list_newcomers,
    read_left_out,
    read_page_change,
    write_left_out,
    write_page_change,
)
from pipeline.decide.parts import list_frozen, list_seen, read_part, write_part
from pipeline.decide.reading_test import list_reading_tests
from pipeline.decide.recuts import collect_cuts, list_cut_away, read_recut, write_recut
from pipeline.decide.rings import write_ring
from pipeline.decide.sections import collect_sections, find_last_sections, read_sections, write_sections
from pipeline.decide.step import choose_next_step

__all__ = [
    "BOX_KINDS",
    "apply_decisions",
    "begin_pattern",
    "choose_next_step",
    "collect_boxes",
    "collect_captions",
    "collect_corrections",
    "collect_cuts",
    "collect_left_out",
    "collect_merged",
    "collect_page_changes",
    "collect_sections",
    "drop_pieces",
    "find_last_sections",
    "join_belonging",
    "keep_in_force",
    "label_pieces",
    "list_cut_away",
    "list_frozen",
    "list_newcomers",
    "list_reading_tests",
    "list_seen",
    "read_box_change",
    "read_left_out",
    "read_page_change",
    "read_part",
    "read_recut",
    "read_sections",
    "write_box_change",
    "write_caption",
    "write_correction",
    "write_left_out",
    "write_page_change",
    "write_part",
    "write_recut",
    "write_ring",
    "write_sections",
]

"""Lists of students, names of files and texts come in; who is who, whose piece it is, and names to hide, go out."""

from pipeline.roster.headers import Column
from pipeline.roster.match import MatchPlan, Question, match_pieces
from pipeline.roster.parse import RosterReading, read_roster
from pipeline.roster.redact import (
    BAR,
    NAME_SIGN,
    NameMask,
    bar_names,
    build_mask,
    hide_names,
    list_hidden,
    mask_transcript,
)
from pipeline.roster.sections import (
    NO_SECTION,
    SectionCount,
    compare_sections,
    count_sections,
    say_part,
    say_section,
    tell_part,
)

__all__ = [
    "BAR",
    "NAME_SIGN",
    "NO_SECTION",
    "Column",
    "MatchPlan",
    "NameMask",
    "Question",
    "RosterReading",
    "SectionCount",
    "bar_names",
    "build_mask",
    "compare_sections",
    "count_sections",
    "hide_names",
    "list_hidden",
    "mask_transcript",
    "match_pieces",
    "read_roster",
    "say_part",
    "say_section",
    "tell_part",
]

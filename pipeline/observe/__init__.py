"""Transcripts in, low-inference observations with their spans out. Conventions are looked at only when asked for."""

from pipeline.observe.kinds import KINDS
from pipeline.observe.language_kinds import CONVENTION_KINDS
from pipeline.observe.observing import observe_pieces

__all__ = ["CONVENTION_KINDS", "KINDS", "observe_pieces"]

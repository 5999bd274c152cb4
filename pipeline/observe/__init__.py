"""Transcripts in, low-inference observations with their spans out. None is about spelling, grammar or punctuation."""

from pipeline.observe.kinds import KINDS
from pipeline.observe.observing import observe_pieces

__all__ = ["KINDS", "observe_pieces"]

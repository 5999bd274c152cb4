"""Readings of a piece's pages and a teacher's corrections come in; its text, and where every word stands, go out."""

from pipeline.transcript.boxed import leave_out_boxed
from pipeline.transcript.build import build_transcript
from pipeline.transcript.locate import locate_evidence

__all__ = ["build_transcript", "leave_out_boxed", "locate_evidence"]

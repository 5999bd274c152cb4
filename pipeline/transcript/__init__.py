"""Readings of a piece's pages and a teacher's corrections come in; its text, and where every word stands, go out."""

from pipeline.transcript.build import build_transcript
from pipeline.transcript.locate import locate_evidence

__all__ = ["build_transcript", "locate_evidence"]

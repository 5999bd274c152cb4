"""Scans of student work come in; candidate patterns with their evidence, and what the teacher decided about them, go out."""

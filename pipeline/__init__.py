"""Scans of student work in; candidate patterns with their evidence, and what the teacher decided about them, out."""

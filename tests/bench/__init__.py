"""Measurements on real and rendered work: scripts that print a table, never timed tests."""

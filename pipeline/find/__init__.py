"""Vectors and observations in, candidate patterns out: first sort, shared ideas and ways of writing, best first."""

from pipeline.find.candidates import find_candidates
from pipeline.find.ideas import find_shared_ideas
from pipeline.find.piles import find_first_sort

__all__ = ["find_candidates", "find_first_sort", "find_shared_ideas"]

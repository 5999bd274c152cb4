"""Vectors and observations in, candidate patterns out: first sort, shared ideas and ways of writing, best first."""

from pipeline.find.alike import Alike, AlikeGround, lay_alike, rank_alike
from pipeline.find.candidates import find_candidates
from pipeline.find.craft_next import rank_by_rule
from pipeline.find.ideas import find_shared_ideas
from pipeline.find.model_answer import compare_with_model
from pipeline.find.piles import find_first_sort
from pipeline.find.spaces import are_short

__all__ = [
    "Alike",
    "AlikeGround",
    "are_short",
    "compare_with_model",
    "find_candidates",
    "find_first_sort",
    "find_shared_ideas",
    "lay_alike",
    "rank_alike",
    "rank_by_rule",
]

"""Decisions about some pieces in, what to look at next out, and how likely each other piece carries each label."""

from pipeline.learn.likeness import Outlook, look_at_texts
from pipeline.learn.offer import Group, find_belonging, offer_groups
from pipeline.learn.worth import measure_worth

__all__ = ["Group", "Outlook", "find_belonging", "look_at_texts", "measure_worth", "offer_groups"]

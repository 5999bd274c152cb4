"""Decisions come in; the words teachers wrote down for pieces (dictated, or explained by the child) go out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from pipeline.decide.force import keep_in_force
from pipeline.records.decisions import Decision, DecisionKind


def collect_captions(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return the captions in force by piece code: the last one written for each piece, none where it is empty."""
    captions: dict[str, str] = {}
    for decision in keep_in_force(decisions):
        if decision.kind is DecisionKind.CAPTION:
            told = json.loads(decision.value)
            captions[str(told["piece"])] = str(told["words"])
    return {piece: words for piece, words in sorted(captions.items()) if words}


def write_caption(piece: str, words: str) -> str:
    """Return the value of the decision that keeps a caption."""
    return json.dumps({"piece": piece, "words": words}, ensure_ascii=False)

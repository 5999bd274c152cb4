"""A class set and a rule of a way of writing in, who comes next by it out: "more like this" of what is counted."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from pipeline.find.alike import Alike
from pipeline.find.craft_rule import HIGH, CraftRule, read_rule, score_rule
from pipeline.find.spaces import count_words, tabulate_strengths
from pipeline.records.patterns import ClassSet, Evidence, Passage
from pipeline.records.reading import Transcript


def rank_by_rule(class_set: ClassSet, rule: str, pieces_out: Collection[str] = ()) -> tuple[Alike, ...]:
    """Return one passage of each piece not in `pieces_out`, the piece that shows the way of writing most first.

    The passage is where the piece shows it; all of the piece where the way is to do without something, or it shows no
    place. Who shows nothing of it at all does not come next. () where `rule` is no way of writing's, or its
    observations were not looked at.
    """
    try:
        read = read_rule(rule)
    except (ValueError, KeyError, TypeError):
        return ()
    table = tabulate_strengths(class_set)
    strengths = {kind.key: table[:, at] for at, kind in enumerate(class_set.kinds)}
    if not strengths.keys() >= set(read.keys):
        return ()
    scores = score_rule(read.parts, strengths, np.log1p(count_words(class_set.transcripts)))
    spans = _list_spans(class_set, read)
    shown = [strengths[part.key] for part in read.parts if part.direction == HIGH]
    may_belong = np.any([one > 0 for one in shown], axis=0) if shown else np.ones(len(scores), dtype=np.bool_)
    found = [
        Alike(_choose_passage(one, spans.get(one.piece, ())), round(float(score), 6), is_opposed=False)
        for one, score, may in zip(class_set.transcripts, scores, may_belong, strict=True)
        if may and one.piece not in pieces_out
    ]
    return tuple(sorted(found, key=lambda one: (-one.nearness, one.passage.piece)))


def _list_spans(class_set: ClassSet, rule: CraftRule) -> dict[str, tuple[Evidence, ...]]:
    shown = [part.key for part in rule.parts if part.direction == HIGH]
    spans: dict[str, tuple[Evidence, ...]] = {}
    for key in shown[::-1]:
        spans |= {one.piece: one.evidence for one in class_set.observed if one.kind == key and one.evidence}
    return spans


def _choose_passage(transcript: Transcript, spans: tuple[Evidence, ...]) -> Passage:
    places = [one for one in spans if not one.is_whole_piece]
    if places:
        return Passage(transcript.piece, places[0].start, places[0].end, places[0].quote)
    return Passage(transcript.piece, 0, len(transcript.text), transcript.text)

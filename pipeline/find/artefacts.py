"""Candidates in, warnings about them out: where a pattern follows what is no thinking of the students', it says so.

Length, how well the pages were read, the kind of file, the picture's size and greys (the scanner), the paper's lines,
and the language. A hand (print or joined) is not among them: nothing here measures one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from pipeline.find.spaces import count_words
from pipeline.language.tongues import LANGUAGE_NAMES, guess_language
from pipeline.records.patterns import Candidate, ClassSet, PieceFacts

FOLLOWS_FROM_AUC = 0.75
FOLLOWS_BELOW_P = 0.03
"""For all that is looked at together: each of k measures has to stay below p / k (Bonferroni)."""

FOLLOWS_BY_SHARE = 0.5
"""A kind or a language sets a pattern apart when its share inside and outside differs by at least so much."""

LONGER, SHORTER = "Its pieces are mostly longer than the others.", "Its pieces are mostly shorter than the others."
HARDER, EASIER = "Its pages were mostly harder to read.", "Its pages were mostly easier to read."
LARGER = "Its pages mostly came as larger pictures than the others: it may follow the scanner."
SMALLER = "Its pages mostly came as smaller pictures than the others: it may follow the scanner."
GREYER = "Its pages mostly have more shades of grey than the others: it may follow the scanner or the photograph."
BLACKER = "Its pages are mostly scanned in pure black and white, others are not: it may follow the scanner."
RULED = "Its pages mostly have more ruled lines than the others: it may follow the paper."
UNRULED = "Its pages mostly have fewer ruled lines than the others: it may follow the paper."
SQUARED = "Its pages are mostly on squared paper, others are not: it may follow the paper."
UNSQUARED = "Its pages are mostly not on squared paper, others are: it may follow the paper."
KIND = "Its pieces mostly came as {} files, the others mostly did not: it may follow how they were handed in."
LANGUAGE = "Its pieces are mostly in {}, the others mostly are not."


@dataclass(frozen=True, slots=True, eq=False)
class _Measure:
    """One number a piece (n,), and what is said where a pattern's pieces have more of it, or less."""

    values: NDArray[np.float64]
    above: str
    below: str


@dataclass(frozen=True, slots=True, eq=False)
class _Sort:
    """Which pieces are of one kind (n,), and what is said where a pattern's are and the others are not."""

    is_of: NDArray[np.bool_]
    sentence: str


def add_warnings(candidates: Sequence[Candidate], class_set: ClassSet) -> tuple[Candidate, ...]:
    """Return `candidates` with their warnings."""
    measures, sorts = list_measures(class_set), list_sorts(class_set)
    most_p = FOLLOWS_BELOW_P / max(1, len(measures) + len(sorts))
    warned = []
    for candidate in candidates:
        pieces = {member.piece for member in candidate.members}
        inside = np.array([transcript.piece in pieces for transcript in class_set.transcripts])
        found = [_compare(inside, one, most_p) for one in measures] + [_tell_sort(inside, one, most_p) for one in sorts]
        told = (*candidate.warnings, *(sentence for sentence in found if sentence))
        warned.append(replace(candidate, warnings=tuple(dict.fromkeys(told))))
    return tuple(warned)


def list_measures(class_set: ClassSet) -> list[_Measure]:
    """Return what can be measured of every piece and differs between them."""
    confidence = np.array([transcript.confidence for transcript in class_set.transcripts])
    measures = [
        _Measure(count_words(class_set.transcripts), LONGER, SHORTER),
        _Measure(confidence, EASIER, HARDER),
    ]
    facts = _find_facts(class_set)
    if facts and all(one.side_px for one in facts):
        measures.append(_Measure(np.array([one.side_px for one in facts], dtype=np.float64), LARGER, SMALLER))
    looks = [one.look for one in facts if one.look]
    if looks and len(looks) == len(facts):
        measures += [
            _Measure(np.array([look.grey_share for look in looks]), GREYER, BLACKER),
            _Measure(np.array([look.level_share for look in looks]), RULED, UNRULED),
            _Measure(np.array([look.upright_share for look in looks]), SQUARED, UNSQUARED),
        ]
    return [one for one in measures if np.ptp(one.values) > 0]


def list_sorts(class_set: ClassSet) -> list[_Sort]:
    """Return the kinds of file and the languages that some pieces have and others do not."""
    kinds = [one.file_kind for one in _find_facts(class_set)]
    languages = [guess_language(transcript.text) for transcript in class_set.transcripts]
    named = [(kinds, one, KIND.format(one.upper())) for one in sorted(set(kinds) - {""})]
    named += [
        (languages, one, LANGUAGE.format(LANGUAGE_NAMES[one])) for one in sorted(set(languages) & LANGUAGE_NAMES.keys())
    ]
    sorts = [_Sort(np.array([one == name for one in of]), sentence) for of, name, sentence in named]
    return [one for one in sorts if one.is_of.any() and not one.is_of.all()]


def _find_facts(class_set: ClassSet) -> list[PieceFacts]:
    """Return the facts in the order of the transcripts, none at all where some piece has none."""
    by_piece = {one.piece: one for one in class_set.facts}
    pieces = [transcript.piece for transcript in class_set.transcripts]
    return [by_piece[piece] for piece in pieces] if all(piece in by_piece for piece in pieces) else []


def _compare(inside: NDArray[np.bool_], measure: _Measure, most_p: float) -> str:
    """Return what is said where a rank test (Mann and Whitney 1947) tells the pattern's pieces from the others."""
    from scipy.stats import mannwhitneyu

    if inside.all() or not inside.any():
        return ""
    test = mannwhitneyu(measure.values[inside], measure.values[~inside])
    auc = float(test.statistic) / (int(inside.sum()) * int((~inside).sum()))
    if test.pvalue >= most_p or max(auc, 1 - auc) < FOLLOWS_FROM_AUC:
        return ""
    return measure.above if auc > 1 / 2 else measure.below


def _tell_sort(inside: NDArray[np.bool_], sort: _Sort, most_p: float) -> str:
    """Return what is said where Fisher's exact test (1935) tells them apart by kind."""
    from scipy.stats import fisher_exact

    if inside.all() or not inside.any() or sort.is_of[inside].mean() - sort.is_of[~inside].mean() < FOLLOWS_BY_SHARE:
        return ""
    table = [[int((sort.is_of & group).sum()), int((~sort.is_of & group).sum())] for group in (inside, ~inside)]
    return sort.sentence if fisher_exact(table).pvalue < most_p else ""

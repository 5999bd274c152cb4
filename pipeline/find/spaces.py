"""A class set in, the rows its pieces and passages are compared by out: meaning beside spelling, or observations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.find.doubt import learn_sureness
from pipeline.language import list_words, repair_texts
from pipeline.records.patterns import ClassSet
from pipeline.records.reading import Transcript
from pipeline.settings import FindingSettings

PIECE_SPELLING_WEIGHT = 1.2
SPELLING_DIMENSIONS = 64
OBSERVATION_DIMENSIONS = 5
MEASURED_GROUPS = frozenset({"sentences", "words"})
ROW_DECIMALS = 6
TINY = 1e-9


def build_piece_rows(class_set: ClassSet) -> NDArray[np.float64]:
    """Return one row a piece for short answers: the piece's vector beside its character n-grams, shape (n, d).

    Likely misreadings are set right before the n-grams are counted.
    """
    meaning = class_set.piece_vectors.matrix.astype(np.float64)
    texts = repair_texts([transcript.text for transcript in class_set.transcripts], class_set.task)
    spelling = reduce_spelling(texts, (2, 4))
    return _round(np.hstack([meaning, PIECE_SPELLING_WEIGHT * spelling]))


def build_passage_rows(class_set: ClassSet) -> NDArray[np.float64]:
    """Return one unit row a passage, shape (n, d): its vector less the set's mean, for what all speak of binds nobody.

    Likely misreadings are set right before passages are embedded, so spelling has no part in it.
    """
    meaning = class_set.passage_vectors.matrix.astype(np.float64)
    return _round(make_unit(meaning - meaning.mean(axis=0)))


def build_observation_rows(class_set: ClassSet) -> NDArray[np.float64]:
    """Return one row a piece for longer pieces, shape (n, at most OBSERVATION_DIMENSIONS).

    Ranks of each observation, length regressed out, z-scored, then the first principal components.
    """
    strengths = tabulate_strengths(class_set)
    ranks = _rank_columns(strengths)
    kept = ranks[:, ranks.std(axis=0) > 0]
    if not kept.size:
        return np.zeros((len(ranks), 1))
    residual = take_length_out(kept, class_set.transcripts)
    spread = residual.std(axis=0)
    scores = residual[:, spread > TINY] / spread[spread > TINY]
    return _round(_reduce(scores, OBSERVATION_DIMENSIONS))


def tabulate_strengths(class_set: ClassSet) -> NDArray[np.float64]:
    """Return each observation's strength on each piece, shape (pieces, kinds), in the class set's order.

    What is counted weighs less where its words were read with doubt; what is measured over all sentences or words of a
    piece does not rest on a few of them.
    """
    counted = {kind.key for kind in class_set.kinds if kind.group not in MEASURED_GROUPS}
    sure = learn_sureness(class_set.transcripts)
    row = {transcript.piece: at for at, transcript in enumerate(class_set.transcripts)}
    column = {kind.key: at for at, kind in enumerate(class_set.kinds)}
    table = np.zeros((len(row), len(column)))
    for one in class_set.observed:
        strength = sure[one.piece].weigh(one) if one.kind in counted else one.strength
        table[row[one.piece], column[one.kind]] = strength
    return table


def count_words(transcripts: Sequence[Transcript]) -> NDArray[np.float64]:
    """Return the number of words of each piece, shape (n,)."""
    return np.array([len(list_words(transcript.text)) for transcript in transcripts], dtype=np.float64)


def is_short_set(class_set: ClassSet, settings: FindingSettings) -> bool:
    """Whether the pieces are short answers, by the median."""
    return are_short(class_set.transcripts, settings)


def are_short(transcripts: Sequence[Transcript], settings: FindingSettings) -> bool:
    """Whether `transcripts`, at least one, are short answers, by the median."""
    return bool(np.median(count_words(transcripts)) <= settings.short_answer_words)


def take_length_out(columns: NDArray[np.float64], transcripts: Sequence[Transcript]) -> NDArray[np.float64]:
    """Return `columns` (n, p) less what a straight line in log words explains of each."""
    words = np.log1p(count_words(transcripts))
    design = np.column_stack([np.ones(len(words)), words])
    fitted, *_ = np.linalg.lstsq(design, columns, rcond=None)
    return np.asarray(columns - design @ fitted)


def reduce_spelling(texts: Sequence[str], sizes: tuple[int, int]) -> NDArray[np.float64]:
    """Return unit rows of TF-IDF over character n-grams inside words, reduced by SVD, shape (n, at most 64)."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.utils.extmath import randomized_svd

    if not any(text.strip() for text in texts):
        return np.zeros((len(texts), 1))
    counted = TfidfVectorizer(analyzer="char_wb", ngram_range=sizes, sublinear_tf=True).fit_transform(texts)
    width = min(SPELLING_DIMENSIONS, counted.shape[1] - 1, len(texts) - 1)
    if width < 1:
        return np.zeros((len(texts), 1))
    left, sizes, _ = randomized_svd(counted, width, random_state=0)
    return make_unit(left * sizes)


def make_unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return `rows` (n, d) at unit length; a row of zeros stays one."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1.0))


def _round(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.round(rows, ROW_DECIMALS), dtype=np.float64)


def _rank_columns(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.stats import rankdata

    return np.asarray(rankdata(columns, axis=0))


def _reduce(rows: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    left, sizes, _ = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
    return np.asarray(left[:, :width] * sizes[:width])

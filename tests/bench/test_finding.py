"""Rules of what the bench of finding measures: actions, agreement, traits, what a table says, what was told."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.bar_noise import measure_agreement
from tests.bench.bars import OURS, Figure, Line, average, count_sets, divide
from tests.bench.calibration import Told, measure_ece
from tests.bench.peers import Job, cut_by_means
from tests.bench.sorting import Groups, count_actions, measure_saved, measure_saved_by_cut
from tests.bench.tables import JudgedSet
from tests.bench.traits import explain_traits

JUDGED = JudgedSet("circuits", ("a", "b", "c", "d", "e", "f"), ("right", "right", "right", "right", "wrong", "wrong"))


def test_a_group_costs_one_action_and_one_for_each_exception() -> None:
    """Four right and two wrong in one group: confirm right, correct two."""
    assert count_actions(JUDGED.labels) == 3


def test_a_tool_that_knows_the_labels_needs_an_action_a_label() -> None:
    """Two groups of one label each take two actions where one group takes three."""

    def propose(texts: list[str], labels: dict[int, str], context: dict[str, str]) -> Groups:
        return [([0, 1, 2, 3], None), ([4, 5], None)]

    assert measure_saved(JUDGED, propose) == pytest.approx(1 / 3)


def test_a_tool_that_stops_offering_is_an_error() -> None:
    """Nothing may be left undecided without being said."""
    with pytest.raises(ValueError, match="2 pieces left"):
        measure_saved(JUDGED, lambda texts, labels, context: [([0, 1, 2, 3], None)])


def test_pieces_in_no_topic_are_one_pile_more() -> None:
    """A peer that finds nothing saves nothing, and loses nothing either."""
    assert measure_saved_by_cut(JUDGED, np.full(6, -1)) == 0.0
    assert measure_saved_by_cut(JUDGED, np.array([0, 0, 0, 0, -1, -1])) == pytest.approx(1 / 3)


def test_one_big_pile_agrees_with_nothing() -> None:
    """Only sorts into three piles are compared; the numbers of the piles don't matter."""
    three = np.repeat([0, 1, 2], 4)
    assert measure_agreement(three, (three + 1) % 3) == 1.0
    assert measure_agreement(np.zeros(12, dtype=np.intp), np.zeros(12, dtype=np.intp)) == 0.0


def test_piles_of_equal_scores_explain_them() -> None:
    """Less what piles would explain by chance."""
    cut = np.repeat([0, 1], 10)
    assert explain_traits(cut, {"syntax": cut.astype(float)}) > 0.9
    assert abs(explain_traits(cut, {"syntax": np.tile([1.0, 2.0], 10)})) < 0.1


def test_k_means_finds_groups_that_lie_apart() -> None:
    """Three bunches of four rows are three groups."""
    rows = np.repeat(np.eye(3, dtype=np.float32), 4, axis=0) + np.linspace(0, 0.01, 12, dtype=np.float32)[:, None]
    cut = cut_by_means(Job(("",) * 12, rows))
    assert len({tuple(cut[at : at + 4]) for at in (0, 4, 8)}) == len(set(cut)) == 3


def test_a_line_shows_a_dash_where_there_is_no_figure() -> None:
    """One measurement has no interval; peers without the notion have a dash."""
    shown = str(Line("time", "<= 40", {OURS: Figure(12.34, decimals=1)}))
    assert shown.split() == ["time", "<=", "40", "12.3", "-", "-", "-"]


def test_intervals_hold_their_figure() -> None:
    """Means, shares and shares of sets lie in their intervals; of nothing there is no share."""
    shares = divide([1, 3], [2, 4])
    for figure in (average([0.1, 0.2, 0.4]), count_sets(1, 20)):
        assert figure.low <= figure.value <= figure.high
    assert shares is not None
    assert shares.value == pytest.approx(4 / 6)
    assert divide([0], [0]) is None


def test_calibration_error_is_how_far_what_was_said_lies_from_what_was_so() -> None:
    """Said .9 of ten pieces of which eight were so: off by .1."""
    told = Told(5, np.full(10, 0.9), np.arange(10) < 8, np.zeros(10))
    assert measure_ece([told]) == pytest.approx(0.1)

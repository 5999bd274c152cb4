"""What label each undecided piece will probably carry."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.learn import Outlook
from pipeline.learn.forecast import Forecast, forecast_labels, make_probabilities
from pipeline.learn.likeness import Covariance
from pipeline.learn.offer import forecast_by_name
from tests.learn.conftest import ANSWERS, outlook_on, tie

OPEN = -1
TWO_KINDS = (0, 0, 0, 1, 1, 1)


def forecast(covariance: Covariance, labels: Sequence[int], meaning: Covariance | None = None) -> Forecast:
    return forecast_labels(outlook_on(covariance, meaning), np.array(labels, dtype=np.intp))


@pytest.mark.parametrize("seed", range(8))
def test_probabilities_are_probabilities(outlook: Outlook, seed: int) -> None:
    """Each above 0, and one together, whatever was decided; a row for each undecided piece."""
    rng = np.random.default_rng(seed)
    labels = np.where(rng.random(len(ANSWERS)) < 0.5, rng.integers(0, 3, len(ANSWERS)), OPEN)
    labels[0] = OPEN
    made = forecast_labels(outlook, labels)
    assert made.places.tolist() == np.flatnonzero(labels < 0).tolist()
    assert made.probabilities.shape == (len(made.places), made.means.shape[1])
    assert (made.probabilities > 0).all()
    assert made.probabilities.sum(axis=1) == pytest.approx(1)


def test_what_is_expected_below_nothing_is_nearly_impossible() -> None:
    """A mean may be negative or above one; a probability is neither, and never quite none."""
    made = make_probabilities(np.array([[1.2, -0.3], [0.5, 0.5]]))
    assert made[0, 0] > 0.95
    assert 0 < made[0, 1] < 0.05
    assert made[1].tolist() == [0.5, 0.5]


def test_with_nothing_decided_all_is_open() -> None:
    """No label is likelier than another, and no piece differs from another."""
    made = forecast(tie(TWO_KINDS), [OPEN] * 6)
    assert len(made.places) == 6
    assert np.ptp(made.probabilities) == 0


def test_a_label_decided_for_one_of_two_equal_answers_is_expected_for_the_other() -> None:
    """And for those who have nothing in common with it less."""
    made = forecast(tie(TWO_KINDS), [0, OPEN, OPEN, 1, OPEN, OPEN])
    assert made.probabilities.argmax(axis=1).tolist() == [0, 0, 1, 1]
    assert made.probabilities.max(axis=1).min() > 0.7


def test_a_label_that_all_others_carry_is_expected_of_the_last() -> None:
    """More surely where it is like them than where it is like nobody."""
    like, unlike = tie([0] * 6), tie([0] * 5 + [1])
    (sure,), (less,) = (forecast(one, [0] * 5 + [OPEN]).probabilities for one in (like, unlike))
    assert sure[0] > less[0] > 0.5


def test_more_decisions_make_surer() -> None:
    """Each further piece of its kind that carries a label makes the label likelier."""
    made = [forecast(tie([0] * 6, noise=0.5), [0] * n + [OPEN] * (6 - n)).probabilities[-1, 0] for n in range(1, 6)]
    assert made == sorted(made)
    assert made[-1] > made[0]


def test_a_label_not_met_yet_stays_possible_and_grows_rarer() -> None:
    """One column more than labels were met; it falls while nothing new comes."""
    apart = tie(range(8))
    made = [forecast(apart, [0, 1] * n + [OPEN] * (8 - 2 * n)).probabilities for n in (1, 2, 3)]
    assert {one.shape[1] for one in made} == {3}
    new = [float(one[-1, -1]) for one in made]
    assert new[0] > new[1] > new[2] > 0


def test_what_labels_are_numbered_changes_nothing() -> None:
    """Numbered the other way round, the columns change places."""
    labels = np.array([0, 0, OPEN, 1, OPEN, OPEN])
    one, other = forecast(tie(TWO_KINDS), labels), forecast(tie(TWO_KINDS), np.where(labels < 0, OPEN, 1 - labels))
    assert other.probabilities == pytest.approx(one.probabilities[:, [1, 0, 2]])


def test_a_decision_leaves_less_unknown_of_its_like() -> None:
    """Of strangers as much stays unknown as before."""
    made = forecast(tie(TWO_KINDS), [0, OPEN, OPEN, OPEN, OPEN, OPEN])
    left = np.diag(made.unknown.rows)
    assert left[:2].max() < 0.5 * left[2:].min()
    assert left[2:] == pytest.approx(np.diag(tie(TWO_KINDS).rows)[2:5])


@pytest.mark.parametrize("is_judging", [True, False])
def test_the_likeness_that_fits_the_decisions_is_believed(*, is_judging: bool) -> None:
    """Labels go by the half a piece is in: the last piece follows its half, not the many it is like otherwise."""
    half = tie([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0])
    other = tie([0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1])
    labels = [0] * 5 + [1] * 5 + [OPEN]
    pair = (half, other) if is_judging else (other, half)
    (row,) = forecast(pair[0], labels, pair[1]).probabilities
    assert forecast(other, labels).probabilities[0].argmax() == 1
    assert row.argmax() == 0


def test_one_label_is_not_the_only_one() -> None:
    """However many pieces carry the first label met, another is to be expected of those that are like none of them."""
    for decided in (5, 20):
        made = forecast(tie([0] * decided + [1]), [0] * decided + [OPEN])
        assert made.probabilities[0, -1] > 0.2


def test_more_labels_than_judging_needs_name_meanings() -> None:
    """Where both likenesses tell the decided pieces alike, the fourth label tips it towards meaning."""
    judging, meaning = tie([0, 1, 2, 3, 4]), tie([0, 1, 2, 3, 3])
    few, many = (
        forecast(judging, labels, meaning).probabilities[-1] for labels in ([0, 1, 2, 2, OPEN], [0, 1, 2, 3, OPEN])
    )
    assert many[3] > few[2]


def test_what_is_told_reckons_with_more_labels_than_the_plan() -> None:
    """While one or two are met; later both reckon with the same."""
    for labels, is_more in (([0, 0, OPEN], True), ([0, 1, OPEN], True), ([0, 1, 2, OPEN], False)):
        on = outlook_on(tie(range(len(labels))))
        planned = forecast_labels(on, np.array(labels, dtype=np.intp)).probabilities[0, -1]
        _, told = forecast_by_name(on, {at: str(label) for at, label in enumerate(labels) if label != OPEN})
        assert bool(told.probabilities[0, -1] > planned) is is_more

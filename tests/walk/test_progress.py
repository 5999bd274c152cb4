"""Progress says what a waiting teacher wants to know."""

from __future__ import annotations

from pipeline.walk.progress import Progress


def test_pace_and_time_left() -> None:
    """Ten of thirty pages in half a minute: twenty pages a minute, one minute left."""
    progress = Progress("reading", pages_done=10, pages_total=30, seconds=30.0)
    assert progress.pages_a_minute == 20
    assert progress.seconds_left == 60


def test_before_the_first_page_nothing_is_promised() -> None:
    """No pace and no time left are known before a page is done."""
    progress = Progress("reading", 0, 30, 5.0)
    assert progress.pages_a_minute == 0
    assert progress.seconds_left is None


def test_a_run_with_nothing_to_read_divides_by_nothing() -> None:
    """A second run has no pages and no seconds."""
    assert Progress("reading", 0, 0, 0.0).pages_a_minute == 0

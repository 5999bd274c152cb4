"""Progress comes in; a bar on a terminal, or plain lines where there is none, goes out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from pipeline.cli.speech import say_number

if TYPE_CHECKING:
    from pipeline.walk.progress import Progress

LINE_EVERY_S = 5.0
PAGES_TO_JUDGE_BY = 4
"""The first pages wait for the engine to load; a time left reckoned from them alone frightens."""


@contextmanager
def show_progress() -> Iterator[Callable[[Progress], None]]:
    """Give what `watch` of a run may call."""
    if not sys.stdout.isatty():
        yield PlainWatch()
        return
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    with Bar(BarColumn(), TextColumn("{task.description}", markup=False), transient=True) as bar:
        task = bar.add_task("Getting ready", total=None)
        yield lambda progress: bar.update(
            task, completed=progress.pages_done, total=progress.pages_total or None, description=say_progress(progress)
        )


class PlainWatch:
    """Writes a line at the start and the end of each state, and every few seconds between."""

    def __init__(self) -> None:
        self._state, self._last_s = "", 0.0

    def __call__(self, progress: Progress) -> None:
        """Write where the run is, unless that was just said."""
        if progress.state == "reading" and not progress.pages_total:
            return
        is_last = progress.pages_done == progress.pages_total
        if progress.state == self._state and not is_last and progress.seconds - self._last_s < LINE_EVERY_S:
            return
        self._state, self._last_s = progress.state, progress.seconds
        typer.echo(say_progress(progress))


def say_progress(progress: Progress) -> str:
    """Return "12 of 30 pages · 41 pages a minute · about 26 s left"."""
    if progress.state == "finding":
        return "Finding patterns"
    parts = [f"{progress.pages_done} of {say_number(progress.pages_total, 'page')}"]
    if progress.seconds_left is not None and progress.pages_done >= PAGES_TO_JUDGE_BY:
        parts += [f"{progress.pages_a_minute:.0f} pages a minute", f"about {_say_seconds(progress.seconds_left)} left"]
    return " · ".join(parts)


def _say_seconds(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"  # noqa: PLR2004 where minutes read better

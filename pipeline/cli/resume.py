"""`patternwork resume` (used by the app): a class set goes on being read where it stopped."""

from __future__ import annotations

from pipeline.cli.add import tell_summary
from pipeline.cli.options import ClassSetArgument, HomeOption, open_own_home, prepare_settings
from pipeline.cli.watching import show_progress


def resume(class_set: ClassSetArgument, home: HomeOption = None) -> None:
    """Read what is unread in a class set, and find again where something changed."""
    settings = prepare_settings(home)
    from pipeline.store.collections import find_collection
    from pipeline.walk.add import resume_collection

    place = open_own_home(settings)
    found = find_collection(place, class_set)
    with show_progress() as watch:
        summary = resume_collection(place, found.id, settings, watch)
    tell_summary(summary, settings.home)

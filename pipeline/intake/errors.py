"""The one error of intake: a page (or a file) that can't be opened, with the refusal a teacher is shown."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import InputError
from pipeline.intake.reasons import Reason
from pipeline.records.work import Refusal


class PageRefused(InputError):  # named for what happened, as all errors of the house are
    """A page or file couldn't be opened; everything else goes on. `refusal` is what a teacher is shown.

    The message names no file, so that it can be logged.
    """

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.reason, refusal.hint)
        self.refusal = refusal

    def __reduce__(self) -> tuple[type[PageRefused], tuple[Refusal]]:
        """Travels between processes as its refusal."""
        return type(self), (self.refusal,)


def refuse(source_name: str, reason: Reason, source: Path | None = None) -> PageRefused:
    """Return the error to raise where the source named `source_name` can't be opened for `reason`."""
    return PageRefused(Refusal(source_name, reason.sentence, reason.hint, source))

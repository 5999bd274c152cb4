"""The refusal as an error."""

from __future__ import annotations

import pickle

from pipeline.errors import InputError
from pipeline.intake import PageRefused, reasons
from pipeline.intake.errors import refuse


def test_a_refusal_travels_between_processes() -> None:
    """Readers run in processes of their own, and what they raise arrives whole."""
    error = refuse("anna.jpg", reasons.EMPTY)
    back = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(back) is PageRefused
    assert (back.refusal, back.message, back.hint) == (error.refusal, error.message, error.hint)


def test_a_refusal_is_an_input_error_that_names_no_file() -> None:
    """What may be logged says no student's name."""
    error = refuse("anna.jpg", reasons.EMPTY)
    assert isinstance(error, InputError)
    assert "anna" not in f"{error}{error.hint}"

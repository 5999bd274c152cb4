"""Every reason is a sentence a teacher understands."""

from __future__ import annotations

import pytest

from pipeline.intake import reasons
from pipeline.intake.reasons import Reason

ALL = {name: reason for name, reason in vars(reasons).items() if isinstance(reason, Reason)}
JARGON = {"exception", "error", "codec", "header", "bytes", "decode", "parse", "invalid", "null", "refused"}


@pytest.mark.parametrize("name", ALL)
def test_reasons_and_hints_are_plain_sentences(name: str) -> None:
    """What is the matter, then what to do now, in words of the staff room."""
    for sentence in ALL[name]:
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert not JARGON & set(sentence.lower().strip(".").split())


def test_no_two_reasons_are_the_same() -> None:
    """Each way to fail says something of its own."""
    assert len({reason.sentence for reason in ALL.values()}) == len(ALL)

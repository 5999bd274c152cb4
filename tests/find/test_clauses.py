"""Clauses of a sentence."""

from __future__ import annotations

import pytest

from pipeline.find.clauses import find_clause_around, find_clause_spans, is_hanging, is_speakable, open_clause

TEXT = "The bus is late, so I wait in the dark because my mom has to work."


def test_clauses_are_cut_where_one_draws_breath() -> None:
    """At punctuation and before a connective; together they hold every word."""
    clauses = [TEXT[start:end] for start, end in find_clause_spans(TEXT)]
    assert clauses == ["The bus is late", "so I wait in the dark", "because my mom has to work"]


def test_the_clause_around_a_place() -> None:
    """A place inside a clause gives it whole; one over a cut gives both."""
    at = TEXT.index("dark")
    assert TEXT[slice(*find_clause_around(TEXT, at, at + 4))] == "so I wait in the dark"
    assert TEXT[slice(*find_clause_around(TEXT, at, at + 12))] == "so I wait in the dark because my mom has to work"
    assert find_clause_around("...", 0, 3) == (0, 3)


def test_a_clause_opens_without_its_connective() -> None:
    """Words like "so" and "because" lead a clause and are no part of what it says."""
    assert TEXT[slice(*open_clause(TEXT, *find_clause_spans(TEXT)[2]))] == "my mom has to work"
    assert is_hanging("when you are old", 0, 16)
    assert not is_hanging(TEXT, 0, 15)


@pytest.mark.parametrize(
    ("clause", "speaks"),
    [
        ("students would be less tired", True),
        ("it evaporated faster", True),
        ("new bell would give", False),
        ("want to speak for kids", False),
        ("School the athletes are let out at 5:30", False),
        ("floor was more spread", False),
        ("the bus that", False),
    ],
)
def test_only_what_reads_aloud_speaks(clause: str, *, speaks: bool) -> None:
    """Somebody or something first, a verb, and no cut end."""
    assert is_speakable(clause) is speaks

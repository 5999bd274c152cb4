"""Suggested names."""

from __future__ import annotations

from pipeline.find.name import NamedGroup, find_clauses, find_stretches, suggest_names, tell_apart
from pipeline.language import find_words
from pipeline.records.patterns import Passage


def make_passages(*texts: str, first: int = 0) -> tuple[Passage, ...]:
    return tuple(Passage(f"K{first + at:02d}", 0, len(text), text) for at, text in enumerate(texts))


NOISE = make_passages(
    "My little brother screams all morning", "Babies cry while I want to work", "the noise of my brother", first=0
)
BUS = make_passages(
    "Nobody has to catch the bus, which is good", "No more bus rides in the dark", "the bus takes an hour", first=10
)


def test_a_name_is_a_phrase_a_student_wrote() -> None:
    """Names are quoted from the group, and say what sets it apart."""
    names = suggest_names([NamedGroup(NOISE), NamedGroup(BUS)], NOISE + BUS, frozenset())
    assert "brother" in names[0]
    assert "bus" in names[1]
    assert any(names[0].strip("\u201c\u201d") in passage.text for passage in NOISE)


def test_the_tasks_words_name_nothing() -> None:
    """What everybody was asked about is left out of the weighing."""
    assert "bus" not in suggest_names([NamedGroup(BUS)], NOISE + BUS, frozenset({"bus", "rid", "tak"}))[0].split()[0]


def test_no_two_names_are_the_same() -> None:
    """The same passages twice still get two names."""
    names = suggest_names([NamedGroup(BUS[:1])] * 4, NOISE + BUS, frozenset())
    assert len(set(names)) == 4


def test_clauses_are_short_and_from_the_text() -> None:
    """A clause has at most eight words, stands in the text, and does not begin with a connective."""
    text = (
        "Because my brother screams, I cannot hear what the teacher says\nand then I am lost for the rest of the day."
    )
    clauses = [*find_clauses(text), *find_stretches(text)]
    assert "my brother screams" in clauses
    assert all(3 <= len(find_words(clause)) <= 8 for clause in clauses)
    assert all(clause in " ".join(text.split()) for clause in clauses)


def test_a_group_without_a_clause_is_named_by_its_words() -> None:
    """Passages of one or two words give a name, too."""
    assert suggest_names(
        [NamedGroup(make_passages("warm", "warm sun"))], make_passages("warm", "warm sun"), frozenset()
    )


def test_names_of_all_kinds_are_told_apart() -> None:
    """The second of the same name gets a number, whatever its case."""
    assert tell_apart(["Warm", "cold", "warm", "warm"]) == ["Warm", "cold", "warm (2)", "warm (3)"]

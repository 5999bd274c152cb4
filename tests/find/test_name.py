"""Suggested names."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.find.name import NamedGroup, find_clauses, quote, suggest_names, tell_apart
from pipeline.find.trust import Trust, learn_trust
from pipeline.records.patterns import Passage
from pipeline.records.reading import Transcript


def make_passages(*texts: str, first: int = 0) -> tuple[Passage, ...]:
    return tuple(Passage(f"K{first + at:02d}", 0, len(text), text) for at, text in enumerate(texts))


NOISE = make_passages(
    "My little brother is screaming all morning", "Babies cry while I want to work", "the noise of my brother", first=0
)
BUS = make_passages(
    "Nobody has to catch the bus, which is good", "No more bus rides in the dark", "the bus takes an hour", first=10
)


def test_a_name_is_a_phrase_a_student_wrote() -> None:
    """Names are quoted from the group, and say what sets it apart."""
    names = suggest_names([NamedGroup(NOISE), NamedGroup(BUS)], NOISE + BUS, frozenset(), Trust())
    assert "brother" in names[0]
    assert "bus" in names[1]
    assert any(names[0].strip("\u201c\u201d") in passage.text.lower() for passage in NOISE)


def test_the_tasks_words_name_nothing() -> None:
    """What everybody was asked about is left out of the weighing."""
    assert (
        "bus"
        not in suggest_names([NamedGroup(BUS)], NOISE + BUS, frozenset({"bus", "rid", "tak"}), Trust())[0].split()[0]
    )


def test_no_two_names_are_the_same() -> None:
    """The same passages twice still get two names."""
    names = suggest_names([NamedGroup(BUS[:1])] * 4, NOISE + BUS, frozenset(), Trust())
    assert len(set(names)) == 4


def test_a_clause_that_says_nothing_of_the_group_names_nothing() -> None:
    """What makes sense is said of anything; the group's own words tell what its passages are about, two at least."""
    buses = make_passages("It makes sense, the buses need new routes", "The buses and routes change", "New bus routes")
    (name,) = suggest_names([NamedGroup(buses)], NOISE + buses, frozenset(), Trust())
    assert "makes sense" not in name
    assert "routes" in name


def test_everyday_words_come_last() -> None:
    """Of words that are equally common in a group the ones that say more are told."""
    wet = make_passages("new moisture, fossil soil", "new moisture soil fossil", "fossil soil new moisture")
    (name,) = suggest_names([NamedGroup(wet)], NOISE + wet, frozenset(), Trust())
    assert set(name.split(", ")) == {"moisture", "fossil", "soil"}


def test_clauses_read_well_alone() -> None:
    """A clause stands whole in the text, without the word that joins it; what hangs on another is none.

    Nor is what hangs once that word is gone ("so that it can find sun"), nor two sentences read as one.
    """
    (one,) = make_passages(
        "Because my brother screams, I cannot hear the teacher\nand when you are in class that is bad. "
        "You move it so that it can find some sun. It is a bag.A seal can eat it."
    )
    assert [" ".join(clause.split()) for clause in find_clauses(one, Trust())] == ["I cannot hear the teacher"]


def test_doubtful_words_are_never_quoted(make_typed: Callable[..., Transcript]) -> None:
    """A misread word, or one read with little confidence, keeps its clause out of a name."""
    passages = make_passages("I cannot hear the teacher", "I cannot hcar the teacher", "I cannot hear the teacher")
    words = [make_typed(one.piece, one.text, 0.4 if one.piece == "K02" else 1.0) for one in passages]
    trust = learn_trust(words)
    assert [len([*find_clauses(one, trust)]) for one in passages] == [1, 0, 0]


def test_quotes_begin_small() -> None:
    """The first letter is small, but "I" stays "I"; line breaks go."""
    assert [quote(one) for one in ("The cup", "I'm late", "A\ncup")] == [
        "\u201cthe cup\u201d",
        "\u201cI'm late\u201d",
        "\u201ca cup\u201d",
    ]


def test_a_group_without_a_clause_is_named_by_its_words() -> None:
    """Passages of one or two words give a name, too."""
    assert suggest_names(
        [NamedGroup(make_passages("warm", "warm sun"))], make_passages("warm", "warm sun"), frozenset(), Trust()
    )


def test_names_of_all_kinds_are_told_apart() -> None:
    """The second of the same name gets a number, whatever its case."""
    assert tell_apart(["Warm", "cold", "warm", "warm"]) == ["Warm", "cold", "warm (2)", "warm (3)"]

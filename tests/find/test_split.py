"""A group of answers with two things in it, and what a split of it keeps."""

from __future__ import annotations

import pytest

from pipeline.find.split import Ground, lay_ground, split_group
from pipeline.settings import FindingSettings
from pipeline.walk.find import assemble_set, type_transcript

LEAVES = [
    "the water goes out through the leaves of the plant",
    "water leaves the plant through its leaves",
    "through the leaves the water goes out",
    "the leaves let the water out of the plant",
]
ROOTS = [
    "roots find nothing to drink in dry soil",
    "the dry soil gives the roots nothing",
    "in dry soil the roots find nothing",
]
ODD = ["I do not know"]
SETTINGS = FindingSettings(embedder="hashed")


def ground_of(texts: dict[str, str]) -> Ground:
    transcripts = [type_transcript(code, text) for code, text in texts.items()]
    return lay_ground(assemble_set(transcripts, "", SETTINGS), SETTINGS)


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    return {f"P{at:02}": text for at, text in enumerate([*LEAVES, *ROOTS, *ODD])}


def sides_of(ground: Ground, pieces: list[str]) -> list[set[str]]:
    sides = split_group(ground, pieces)
    assert sides is not None
    return [{member.piece for member in side.members} for side in sides]


def test_two_things_fall_apart(answers: dict[str, str]) -> None:
    """The larger side first; every piece is on one side, the odd one too."""
    larger, smaller = sides_of(ground_of(answers), list(answers))
    assert {"P00", "P01", "P02", "P03"} <= larger or {"P00", "P01", "P02", "P03"} <= smaller
    assert {"P04", "P05", "P06"} <= smaller or {"P04", "P05", "P06"} <= larger
    assert larger | smaller == set(answers)
    assert not larger & smaller
    assert len(larger) >= len(smaller) >= 2


def test_the_order_of_the_files_changes_nothing(answers: dict[str, str]) -> None:
    """In another order, the same sides with the same names."""
    shuffled = sorted(answers.items(), key=lambda item: item[1])
    assert split_group(ground_of(dict(shuffled)), list(answers)) == split_group(ground_of(answers), list(answers))


def test_only_the_group_is_split(answers: dict[str, str]) -> None:
    """Pieces that are not in it stay out of both sides."""
    group = ["P00", "P01", "P04", "P05"]
    assert [sorted(side) for side in sorted(sides_of(ground_of(answers), group), key=min)] == [
        ["P00", "P01"],
        ["P04", "P05"],
    ]


def test_three_pieces_are_too_few(answers: dict[str, str]) -> None:
    """A side of one piece is no group."""
    assert split_group(ground_of(answers), ["P00", "P01", "P04"]) is None


def test_equal_answers_do_not_fall_apart_into_singles() -> None:
    """Where all say the same, each side still has two."""
    same = {f"P{at}": "the water goes out through the leaves" for at in range(5)}
    sides = split_group(ground_of(same), list(same))
    assert sides is None or min(len(side.members) for side in sides) >= 2

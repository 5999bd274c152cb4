"""Everything found in a class set."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.find import find_candidates
from pipeline.records.patterns import CandidateKind, ClassSet
from pipeline.settings import FindingSettings

SETTINGS = FindingSettings(resamples=20)
MakeClassSet = Callable[..., ClassSet]


def test_the_order_of_files_changes_nothing(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """All three kinds, their order, names, figures and warnings are the same for shuffled files."""
    pieces = list(fruit_and_tools.items())
    traits = {"x": {code: float(at % 5) for at, code in enumerate(sorted(fruit_and_tools))}}
    findings = find_candidates(make_class_set(dict(pieces), traits=traits), SETTINGS)
    turned = find_candidates(make_class_set(dict(pieces[9:] + pieces[8::-1]), traits=traits), SETTINGS)
    assert turned == findings
    assert {one.kind for one in findings.candidates} >= {CandidateKind.PILE, CandidateKind.IDEA}


def test_names_and_ids_are_told_apart(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """No two candidates of any kind share a name or an id."""
    candidates = find_candidates(make_class_set(fruit_and_tools), SETTINGS).candidates
    assert len({one.name for one in candidates}) == len({one.id for one in candidates}) == len(candidates)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_too_few_pieces_are_said(make_class_set: MakeClassSet, count: int) -> None:
    """Below five written pieces nothing is found, all is unsorted, and the warning names both numbers."""
    texts = {f"K{at:02d}": "The water dried up." for at in range(count)} | {"B11": ""}
    findings = find_candidates(make_class_set(texts), SETTINGS)
    assert findings.candidates == ()
    assert findings.pieces == findings.not_sorted == tuple(sorted(texts))
    assert str(count) in findings.warnings[0]
    assert "5" in findings.warnings[0]


def test_five_pieces_are_enough(make_class_set: MakeClassSet) -> None:
    """With five pieces something is looked for, and every piece is accounted for once."""
    texts = {
        f"K{at:02d}": f"The water dried up because of {why}."
        for at, why in enumerate(("sun", "sun", "air", "air", "me"))
    }
    findings = find_candidates(make_class_set(texts), SETTINGS)
    in_piles = [member.piece for one in findings.candidates if one.kind is CandidateKind.PILE for member in one.members]
    assert sorted([*in_piles, *findings.not_sorted]) == sorted(texts)


def test_nothing_steady_is_an_answer(make_class_set: MakeClassSet) -> None:
    """Where nothing shown is steadier than chance a warning says so, and does not deny what it shows."""
    words = ("goat", "violin", "ash", "chess", "yeast", "whale", "kite", "drum", "moss", "lamp")
    texts = {f"K{at:02d}": f"A {word} stood there." for at, word in enumerate(words)}
    findings = find_candidates(make_class_set(texts), SETTINGS)
    assert findings.candidates
    assert not any(one.is_reliable for one in findings.candidates)
    (warning,) = findings.warnings
    assert warning == "Nothing here is steadier than chance would be; look at these as places to start."


def test_blank_pieces_are_counted(make_class_set: MakeClassSet, fruit_and_tools: dict[str, str]) -> None:
    """A page without words is never dropped: it is counted, unsorted, and said."""
    findings = find_candidates(make_class_set({**fruit_and_tools, "B11": ""}), SETTINGS)
    assert "B11" in findings.pieces
    assert "B11" in findings.not_sorted
    assert any("1 piece is without words" in warning for warning in findings.warnings)

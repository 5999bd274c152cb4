"""The same order whatever the order of files, and candidates best first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.errors import InputError
from pipeline.find.order import keep_written, name_content, order_candidates, sort_class_set
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Steadiness

STEADY = Steadiness("", 1.0, "", 0.0, 0.5, 0.01, "")


def make_candidates(kind: CandidateKind, count: int, *, is_reliable: bool) -> list[Candidate]:
    return [
        Candidate(f"{kind.value}{at}{is_reliable}", kind, "", "", "", (), STEADY, is_reliable) for at in range(count)
    ]


def test_shuffling_changes_nothing(make_class_set: Callable[..., ClassSet], fruit_and_tools: dict[str, str]) -> None:
    """Pieces, passages and both kinds of vectors come out in one order, each row with its own id."""
    pieces = list(fruit_and_tools.items())
    one = sort_class_set(make_class_set(dict(pieces)))
    other = sort_class_set(make_class_set(dict(pieces[7:] + pieces[6::-1])))
    assert one.transcripts == other.transcripts
    assert one.passages == other.passages
    assert one.piece_vectors.ids == other.piece_vectors.ids
    assert (one.piece_vectors.matrix == other.piece_vectors.matrix).all()
    assert (one.passage_vectors.matrix == other.passage_vectors.matrix).all()


def test_two_embedders_are_refused(make_class_set: Callable[..., ClassSet]) -> None:
    """Vectors of two fingerprints are never compared."""
    class_set = make_class_set({"K07": "The water dried."})
    mixed = replace(class_set, piece_vectors=replace(class_set.piece_vectors, fingerprint="another"))
    with pytest.raises(InputError):
        sort_class_set(mixed)


def test_blank_pieces_are_left_out_of_finding(make_class_set: Callable[..., ClassSet]) -> None:
    """A piece without a word keeps its place in the class set but is not looked at."""
    written = keep_written(sort_class_set(make_class_set({"K07": "The water dried.", "B11": " ... "})))
    assert [one.piece for one in written.transcripts] == ["K07"]
    assert written.piece_vectors.ids == ("K07",)


def test_ids_follow_content() -> None:
    """Kind, rule, members and their places make the id, the order of members does not."""
    one, other = Member("K07", 1.0, ()), Member("B11", 0.5, ())
    assert name_content(CandidateKind.IDEA, "r", (one, other)) == name_content(CandidateKind.IDEA, "r", (other, one))
    assert name_content(CandidateKind.IDEA, "r", (one,)) != name_content(CandidateKind.PILE, "r", (one,))
    assert name_content(CandidateKind.IDEA, "r", (one,)) != name_content(CandidateKind.IDEA, "s", (one,))
    shown = Member("K07", 1.0, (Evidence("K07", 3, 8, "water"),))
    assert name_content(CandidateKind.IDEA, "r", (one,)) != name_content(CandidateKind.IDEA, "r", (shown,))


def test_kinds_take_turns_and_the_reliable_come_first() -> None:
    """On essays an idea and a way of writing lead, then two ideas; weak ideas stand behind reliable ones."""
    ideas = make_candidates(CandidateKind.IDEA, 3, is_reliable=True)
    crafts = make_candidates(CandidateKind.CRAFT, 3, is_reliable=True)
    weak = make_candidates(CandidateKind.IDEA, 2, is_reliable=False)
    ordered = order_candidates([*weak, *ideas, *crafts], is_short=False)
    assert [one.kind for one in ordered[:4]] == [
        CandidateKind.IDEA,
        CandidateKind.CRAFT,
        CandidateKind.IDEA,
        CandidateKind.IDEA,
    ]
    assert [one for one in ordered if one.kind is CandidateKind.IDEA][-2:] == weak


def test_the_first_look_holds_the_best_of_each_kind() -> None:
    """A kind with nothing reliable still shows its best among the first ten."""
    many = make_candidates(CandidateKind.IDEA, 30, is_reliable=True)
    pile = make_candidates(CandidateKind.PILE, 2, is_reliable=False)
    first = order_candidates([*many, *pile], is_short=True)[:10]
    assert pile[0] in first
    assert many[0] in first

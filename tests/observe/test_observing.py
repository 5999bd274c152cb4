"""Every observation on every piece, with spans that are really there."""

from __future__ import annotations

import math

import pytest

from pipeline.observe import KINDS, observe_pieces
from pipeline.records.reading import Transcript

ESSAY = (
    "Have you ever had no homework?\n\nI think homework is good because it helps us. For example, my sister "
    'studied 20 minutes a day. "Practice makes better" says our teacher. This shows that it works.\n\n'
    "Some people say it is boring. However, we learn a lot. First you read, then you write. "
    "In conclusion, homework helps us."
)


def _piece(text: str, code: str = "K07") -> Transcript:
    return Transcript(code, text, (), 1.0, needs_eyes=False)


@pytest.mark.parametrize("text", ["", " \n\n ", "NA", "dog", "?!", '"""', ESSAY, "because " * 2000, "dog\n\n" * 400])
def test_every_kind_is_finite_with_true_quotes(text: str) -> None:
    """Whatever was written, each kind gives one finite strength, and each span quotes the text at its place."""
    observed = observe_pieces([_piece(text)], "Is homework good?")
    assert [one.kind for one in observed] == [kind.key for kind in KINDS]
    for one in observed:
        assert math.isfinite(one.strength)
        assert one.strength >= 0
        assert len(one.evidence) <= 4
        assert all(e.is_whole_piece or (text[e.start : e.end] == e.quote and e.quote.strip()) for e in one.evidence)


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_an_empty_piece_shows_nothing(text: str) -> None:
    """Strength 0 and no evidence for all kinds."""
    assert all(one.strength == 0 and not one.evidence for one in observe_pieces([_piece(text)], "Is homework good?"))


def test_evidence_fits_on_a_line_or_two() -> None:
    """No span is longer than a sentence one can read at a glance."""
    spans = [e for one in observe_pieces([_piece(ESSAY)], "") for e in one.evidence]
    assert max(len(e.quote.split()) for e in spans) <= 16


def test_an_essay_shows_what_is_in_it() -> None:
    """The essay opens with a question, claims, reasons, gives examples, numbers and another side, and closes."""
    shown = {one.kind for one in observe_pieces([_piece(ESSAY)], "") if one.strength > 0}
    assert shown >= {
        "opens-with-question", "opens-with-claim", "gives-reasons", "gives-example", "gives-numbers", "quotes-text",
        "explains-quote", "answers-other-side", "sequence-words", "announces-ending", "breaks-paragraphs",
    }  # fmt: skip


def test_the_order_of_pieces_changes_nothing() -> None:
    """A piece is observed alone: the others and their order do not matter."""
    pieces = [_piece(ESSAY, "A11"), _piece("Dogs run. They run.", "B22")]
    assert set(observe_pieces(pieces, "x")) == set(observe_pieces(pieces[::-1], "x"))


def test_kinds_are_named_apart_and_sourced() -> None:
    """At least twelve kinds, each with a key, a name and a source of its own; none about conventions."""
    assert len(KINDS) >= 12
    assert len({kind.key for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert {kind.group for kind in KINDS} == {"ideas-evidence", "organisation", "sentences", "words"}
    assert all(kind.source for kind in KINDS)
    said = " ".join(f"{kind.name} {kind.opposite}" for kind in KINDS)
    assert not any(word in said for word in ("spelling", "grammar", "punctuation", "weak", "poor", "low ", "struggl"))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_kind_can_look_again(kind) -> None:  # noqa: ANN001  # SeeingKind, named by the parameter
    """Each kind tells either how its halves compare or how likely it is by chance, on a text long enough."""
    halves, chance = kind.see_again("K07", ESSAY, "")
    assert (halves is None) != (chance is None)
    assert chance is None or 0 <= chance <= 1

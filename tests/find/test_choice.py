"""What is worth a teacher's time."""

from __future__ import annotations

from pipeline.find.choice import MOST_CANDIDATES, choose_candidates, find_repeated_piles
from pipeline.records.patterns import Candidate, CandidateKind, Evidence, Member, Steadiness

PILE, IDEA, CRAFT = CandidateKind.PILE, CandidateKind.IDEA, CandidateKind.CRAFT


def make_candidate(kind: CandidateKind, pieces: str, *, p: float = 0.01, rule: str = "", start: int = 0) -> Candidate:
    """A candidate of these one-letter pieces, reliable where `p` is at most .05."""
    members = tuple(Member(one, 1.0, (Evidence(one, start, start + 4, "word"),)) for one in pieces)
    steadiness = Steadiness("", 1.0, "", 0.0, 0.5, p, "")
    return Candidate(
        f"{kind.value}{pieces}{p}{rule}{start}", kind, "", "", "", members, steadiness, p <= 0.05, (), rule
    )


def test_weak_ways_of_writing_are_not_shown_on_short_answers() -> None:
    """Reliable ones are; on essays the best weak ones are, too."""
    ways = [make_candidate(CRAFT, "abc"), *(make_candidate(CRAFT, "def", p=one / 10) for one in range(1, 8))]
    assert choose_candidates(ways, 30, is_short=True) == (ways[0],)
    assert choose_candidates(ways, 30, is_short=False) == tuple(ways[:4])


def test_of_longer_pieces_a_few_weak_ideas_are_places_to_start() -> None:
    """All reliable ones stand before them."""
    weak = [make_candidate(IDEA, letter * 3, p=0.5) for letter in "abcdefgh"]
    steady = [make_candidate(IDEA, letter) for letter in "ijkl"]
    assert choose_candidates([*steady, *weak], 30, is_short=False) == (*steady, *weak[:4])


def test_weak_ideas_of_short_answers_are_near_and_not_about_everybody() -> None:
    """One far from its null's edge, or of more than a third of the pieces, is no place to start."""
    near, far = make_candidate(IDEA, "abc", p=0.2), make_candidate(IDEA, "def", p=0.6)
    vague, term = make_candidate(IDEA, "abcdefghijk", p=0.2), make_candidate(IDEA, "ghi", p=1.0, rule="words: air")
    assert choose_candidates([near, far, vague, term], 30, is_short=True) == (near, term)


def test_a_pile_and_an_idea_of_the_same_pieces_are_shown_once() -> None:
    """A weak idea gives way to the pile; beside a reliable idea the weak pile goes last."""
    pile, weak = make_candidate(PILE, "abcdefg", p=0.5), make_candidate(IDEA, "abcdef", p=0.2)
    steady = make_candidate(IDEA, "abcdefg")
    assert choose_candidates([pile, weak], 30, is_short=True) == (pile,)
    assert choose_candidates([steady, pile], 30, is_short=True) == (steady, pile)
    assert find_repeated_piles([steady, pile]) == {pile.id}
    assert find_repeated_piles([weak, pile]) == frozenset()


def test_the_same_idea_twice_is_shown_once() -> None:
    """Of two with nearly the same pieces the better stays, and none repeats a way of writing's own quotes."""
    one, again = make_candidate(IDEA, "abcd"), make_candidate(IDEA, "abcde", start=9)
    assert choose_candidates([one, again], 30, is_short=False) == (one,)
    way = make_candidate(CRAFT, "abcd")
    assert choose_candidates([one, way], 30, is_short=False) == (way,)


def test_few_are_shown_and_all_piles() -> None:
    """However much was found, a teacher sees at most so many; the first sort stays whole."""
    piles = [make_candidate(PILE, letter * 2, p=0.5) for letter in "abcdefgh"]
    ideas = [make_candidate(IDEA, letter) for letter in "ijklmnopqrstuvwxyz"]
    shown = choose_candidates([*ideas, *piles], 30, is_short=True)
    assert len(shown) == MOST_CANDIDATES
    assert set(piles) <= set(shown)

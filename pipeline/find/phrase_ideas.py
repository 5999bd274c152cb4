"""A class set of short answers in, the ideas that several word with the same term out: "surface area", "more room".

The term is what they share, so it names the idea, and the clause it stands in is the evidence. A two-word phrase is
reliable when it recurs over more students than the best of all phrases does in 95 of 100 sets of the same words dealt
anew to the same places (looking at many phrases is paid for), and when enough students use it. A word alone recurs
however it is dealt, so it never is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.find.clauses import find_clause_around
from pipeline.find.name import quote
from pipeline.find.order import name_content
from pipeline.find.phrases import (
    PARTICLES,
    WEIGHTY,
    Phrase,
    PhraseTable,
    draw_phrase_null,
    find_phrases,
    tabulate_phrases,
)
from pipeline.find.steadiness import is_above, is_shared, judge
from pipeline.find.trust import Trust, learn_trust
from pipeline.language.opposites import takes_side
from pipeline.records.patterns import Candidate, CandidateKind, ClassSet, Evidence, Member, Steadiness
from pipeline.records.reading import Transcript
from pipeline.settings import FindingSettings

MOST_SHARE = 0.6
MOST_TERMS, MOST_WEAK = 6, 4
MOST_SPANS = 3
MOST_WORDS = 3
RULE = "words:"
SAME_TERM, SAME_PIECES = 0.5, 0.6
"""A term adds nothing to one that holds a word of it and half of its students, or nearly the same students."""

NEAR_SHARE = 0.8
"""A weak phrase is a place to start when it comes so near to what makes one reliable."""

REPAIRED_STRENGTH = 0.8
UNSURE = "the same words, hard to read"
"""The name of a term that was nowhere read surely: no doubtful word is quoted in a name."""

_SAYS_LITTLE = frozenset(
    """
    within diagram probab mayb actual usual still reason answer think know question mean exampl caus
    """.split()  # noqa: SIM905 - a list of stems
)


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase and where it stands: (start, end) of each use by piece number."""

    phrase: Phrase
    places: dict[int, list[tuple[int, int]]]


def find_phrase_ideas(class_set: ClassSet, settings: FindingSettings) -> tuple[Candidate, ...]:
    """Return the ideas that share a term, the reliable first; `class_set` sorted, and each piece with a word on it."""
    transcripts = class_set.transcripts
    table = tabulate_phrases([one.text for one in transcripts], class_set.task)
    fewest = settings.fewest_students_an_idea
    found = find_phrases(table, fewest, max(fewest, round(MOST_SHARE * len(transcripts))))
    if not found:
        return ()
    null = draw_phrase_null(table, np.random.default_rng(settings.seed), settings.resamples)
    high = float(np.quantile(null, 0.95))
    trust = learn_trust(transcripts)
    ideas = (_make_candidate(term, transcripts, null, trust) for term in choose_terms(found, table, high))
    return tuple(idea for idea in ideas if idea.name)


def choose_terms(phrases: Sequence[Phrase], table: PhraseTable, high: float) -> list[Term]:
    """Return the terms worth showing, those above `high` first, none that says the same of the same pieces again."""
    chosen: list[Term] = []
    weak = 0
    for phrase in sorted(phrases, key=lambda one: _rank(one, high)):
        is_weak = phrase.surprise <= high
        if len(chosen) == MOST_TERMS or (is_weak and (weak == MOST_WEAK or _says_little(phrase, high))):
            continue
        term = Term(phrase, _find_places(phrase, table))
        if not any(_adds_nothing(term, other) for other in chosen):
            chosen.append(term)
            weak += is_weak
    return chosen


def is_termed(candidate: Candidate) -> bool:
    """Whether `candidate` is an idea that shares a term."""
    return candidate.rule.startswith(RULE)


def _rank(phrase: Phrase, high: float) -> tuple[bool, int, float, tuple[str, ...]]:
    is_weak = phrase.surprise <= high
    weight = phrase.surprise if is_weak and len(phrase.stems) > 1 else phrase.students * phrase.special
    return is_weak, -len(phrase.stems), -round(weight, 4), phrase.stems


def _says_little(phrase: Phrase, high: float) -> bool:
    if len(phrase.stems) > 1 and phrase.surprise < NEAR_SHARE * high:
        return True
    return any(one in _SAYS_LITTLE for one in phrase.stems) or all(takes_side(one) for one in phrase.stems)


def _adds_nothing(term: Term, other: Term) -> bool:
    pieces, others = set(term.places), set(other.places)
    inside = len(pieces & others) / len(pieces)
    if set(term.phrase.stems) & set(other.phrase.stems):
        return inside >= SAME_TERM
    return len(pieces & others) / len(pieces | others) >= SAME_PIECES


def _find_places(phrase: Phrase, table: PhraseTable) -> dict[int, list[tuple[int, int]]]:
    places: dict[int, list[tuple[int, int]]] = {}
    for first, last in phrase.uses:
        slot = table.slots[first]
        places.setdefault(slot.piece, []).append((slot.start, table.slots[last].end))
    return places


def _make_candidate(
    term: Term, transcripts: Sequence[Transcript], null: NDArray[np.float64], trust: Trust
) -> Candidate:
    steadiness = _describe_steadiness(term.phrase, null, len(transcripts))
    wording = _find_wording(term, transcripts, trust)
    members = tuple(
        _make_member(transcripts[piece], sorted(places), wording) for piece, places in sorted(term.places.items())
    )
    members = tuple(sorted(members, key=lambda member: (-member.strength, member.piece)))
    rule = f"{RULE} {' '.join(term.phrase.stems)}"
    return Candidate(
        id=name_content(CandidateKind.IDEA, rule, members),
        kind=CandidateKind.IDEA,
        group="ideas",
        name=_choose_name(wording, is_unsure=is_above(steadiness) and _is_unread(term, transcripts, trust)),
        basis=f"{len(members)} pieces use the same words, misreadings allowed for and the task's own words left out.",
        members=members,
        steadiness=steadiness,
        is_reliable=is_above(steadiness) and is_shared(len(members), len(transcripts)),
        rule=rule,
    )


def _choose_name(wording: str, *, is_unsure: bool) -> str:
    return quote(wording) if wording else UNSURE if is_unsure else ""


def _find_wording(term: Term, transcripts: Sequence[Transcript], trust: Trust) -> str:
    """Return how the term is worded most often where every word of it is sure, "" where none is."""
    seen = Counter[str]()
    for piece, places in term.places.items():
        text = transcripts[piece].text
        sure = [(a, b) for a, b in places if trust.is_sure(transcripts[piece].piece, text, a, b)]
        seen.update({" ".join(text[a:b].lower().split()) for a, b in sure})
    spoken = [one for one in seen if _is_spoken(one)]
    return (
        min(
            spoken,
            key=lambda one: (len(one.split()) > MOST_WORDS, -seen[one], one.split()[0] not in WEIGHTY, len(one), one),
        )
        if spoken
        else ""
    )


def _is_unread(term: Term, transcripts: Sequence[Transcript], trust: Trust) -> bool:
    """Whether every use of the term was read with doubt."""
    uses = ((transcripts[piece].piece, a, b) for piece, places in term.places.items() for a, b in places)
    return all(any(first < b and a < last for first, last in trust.doubtful.get(piece, ())) for piece, a, b in uses)


def _is_spoken(words: str) -> bool:
    """Whether `words` can stand alone: "more room", not "room more"; "spread out", not "out spread"."""
    told = words.split()
    return told[0] not in PARTICLES and told[-1] not in WEIGHTY - PARTICLES


def _make_member(transcript: Transcript, places: Sequence[tuple[int, int]], wording: str) -> Member:
    text = transcript.text
    spans = dict.fromkeys(find_clause_around(text, start, end) for start, end in places)
    evidence = tuple(Evidence(transcript.piece, a, b, text[a:b]) for a, b in list(spans)[:MOST_SPANS])
    is_literal = any(" ".join(text[a:b].lower().split()) == wording for a, b in places)
    return Member(transcript.piece, 1.0 if is_literal else REPAIRED_STRENGTH, evidence)


def _describe_steadiness(phrase: Phrase, null: NDArray[np.float64], pieces: int) -> Steadiness:
    mean, high, share = judge(phrase.surprise, null)
    is_enough = is_shared(phrase.students, pieces)
    held = ", more than by chance" if is_enough else "; too few to be sure: weak"
    held = held if phrase.surprise > high else "; chance could do as much: weak"
    one = "a word" if len(phrase.stems) == 1 else "these words together"
    return Steadiness(
        statistic="-log10 of the chance that so many students bring the two words together",
        value=round(phrase.surprise, 4),
        null="the most surprising phrase when the set's words are dealt anew to the same places",
        null_mean=round(mean, 4),
        null_95=round(high, 4),
        p=round(share, 4),
        sentence=f"{phrase.students} students use {one}{held}.",
    )

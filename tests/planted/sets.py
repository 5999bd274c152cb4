"""A specification in, a class set with planted patterns out, and the truth about it: which piece holds what, where.

Ideas overlap: a piece holds none or several, said in its own words once or twice. Ways of writing are dealt
independently of them. Everything else is said by single students. The same specification gives the same set.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.planted.bank import Bank, Deck, load_asides, load_bank
from tests.planted.habits import DEVICES, ECHO, LACKS, LEADING, PARAGRAPH, SHORT_WAYS, SPACE, Said
from tests.planted.misread import misread

SHARES = (0.34, 0.3, 0.26, 0.22, 0.18, 0.16, 0.14)
ESSAY_FACTOR = 1.25
FEWEST_HOLDERS = 4
MOST_IDEAS = {True: 3, False: 5}
WORDS = {True: (20, 40), False: (120, 250)}
SAID_TWICE = 0.5
OWN_ROUNDS, ASIDE_SHARE = 2, 0.3
"""What one student says two may say, never three: that would be an idea of theirs, and none that was planted."""

WAYS, WAY_SHARE = {True: 2, False: 4}, (0.2, 0.35)
PARAGRAPH_SENTENCES = (3, 5)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SetSpec:
    """Which set to make: a task of the bank, how many pieces, short or long, how badly read."""

    task: str
    pieces: int
    is_short: bool
    cer: float
    seed: int


@dataclass(frozen=True, slots=True)
class PlantedIdea:
    """An idea and the spans that say it, by piece."""

    key: str
    holders: dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class PlantedWay:
    """A way of writing by its observation's key; `direction` is low where the pieces do without."""

    key: str
    direction: str
    holders: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlantedSet:
    """A class set and what is true of it. `written` are the texts before they were misread.

    `echoes` are quotes, examples and openings that several pieces have in common: no planted ideas, yet shared.
    """

    task: str
    texts: dict[str, str]
    written: dict[str, str]
    ideas: tuple[PlantedIdea, ...]
    echoes: tuple[PlantedIdea, ...]
    ways: tuple[PlantedWay, ...]


def make_set(spec: SetSpec, *, has_patterns: bool = True) -> PlantedSet:
    """Return the class set of `spec`; without patterns every student only says something of his own."""
    rng = random.Random(f"{spec.task} {spec.pieces} {spec.is_short} {spec.seed}")  # noqa: S311 - no secret
    bank = load_bank(spec.task)
    codes = [f"P{at:03d}" for at in range(spec.pieces)]
    ideas = _deal_ideas(codes, bank, rng, is_short=spec.is_short)
    ways = _deal_ways(codes, rng, is_short=spec.is_short)
    if not has_patterns:
        ideas, ways = {code: [] for code in codes}, {}
    bodies = _write_bodies(codes, ideas, bank, rng, is_short=spec.is_short)
    shown: dict[str, set[str]] = {key: set() for key in ways}
    composed = {}
    for code in codes:
        said, kept = _apply(bodies[code], [key for key in ways if code in ways[key]], bank, rng)
        for key in kept:
            shown[key].add(code)
        composed[code] = _compose(_break(said, rng, has_breaks="breaks-paragraphs" not in kept and not spec.is_short))
    return _read(spec, bank, composed, shown)


def _read(
    spec: SetSpec, bank: Bank, composed: dict[str, tuple[str, list[tuple[str, Span]]]], shown: dict[str, set[str]]
) -> PlantedSet:
    rng = random.Random(f"{spec.seed} {spec.cer}")  # noqa: S311 - no secret
    read = {code: misread(text, spec.cer, rng) for code, (text, _) in composed.items()}
    holders: dict[str, dict[str, tuple[Span, ...]]] = {}
    for code, (_, spans) in composed.items():
        for idea, span in spans:
            by_piece = holders.setdefault(idea, {})
            by_piece[code] = (*by_piece.get(code, ()), read[code].carry(*span))
    return PlantedSet(
        task=bank.task,
        texts={code: one.text for code, one in read.items()},
        written={code: text for code, (text, _) in composed.items()},
        ideas=tuple(PlantedIdea(key, holders[key]) for key in bank.ideas if key in holders),
        echoes=tuple(PlantedIdea(key, at) for key, at in holders.items() if key.startswith(ECHO)),
        ways=tuple(PlantedWay(key, "low" if key in LACKS else "high", frozenset(shown[key])) for key in shown),
    )


def _deal_ideas(codes: list[str], bank: Bank, rng: random.Random, *, is_short: bool) -> dict[str, list[str]]:
    """Return the ideas of each piece; every idea gets its share of the pieces, no piece more than it has room for."""
    factor = 1.0 if is_short else ESSAY_FACTOR
    held: dict[str, list[str]] = {code: [] for code in codes}
    for key, share in zip(bank.ideas, rng.sample(SHARES, len(bank.ideas)), strict=True):
        free = [code for code in codes if len(held[code]) < MOST_IDEAS[is_short]]
        for code in rng.sample(free, max(FEWEST_HOLDERS, round(factor * share * len(codes)))):
            held[code].append(key)
    return held


def _deal_ways(codes: list[str], rng: random.Random, *, is_short: bool) -> dict[str, set[str]]:
    """Return who shows each way, in the order the devices are applied."""
    chosen = rng.sample(SHORT_WAYS if is_short else tuple(DEVICES), WAYS[is_short])
    ways: dict[str, set[str]] = {}
    leading: set[str] = set()
    for key in (key for key in DEVICES if key in chosen):
        free = [code for code in codes if key not in LEADING or code not in leading]
        wanted = max(FEWEST_HOLDERS, round(rng.uniform(*WAY_SHARE) * len(codes)))
        ways[key] = set(rng.sample(free, min(wanted, len(free))))
        leading |= ways[key] if key in LEADING else set()
    return ways


def _write_bodies(
    codes: list[str], held: dict[str, list[str]], bank: Bank, rng: random.Random, *, is_short: bool
) -> dict[str, list[Said]]:
    decks = {key: Deck(wordings, rng) for key, wordings in bank.ideas.items()}
    asides = Deck(load_asides(), rng)
    own = Deck(bank.own, rng, OWN_ROUNDS, asides)
    bodies = {}
    for code in codes:
        said = [Said(decks[key].deal(), key) for key in held[code]]
        said += [Said(decks[key].deal(), key) for key in held[code] if rng.random() < SAID_TWICE]
        wanted = rng.randint(*WORDS[is_short])
        while len(said) < 2 or sum(len(one.text.split()) for one in said) < wanted:
            said.append(Said(asides.deal() if rng.random() < ASIDE_SHARE else own.deal()))
        bodies[code] = rng.sample(said, len(said))
    return bodies


def _apply(said: list[Said], keys: list[str], bank: Bank, rng: random.Random) -> tuple[list[Said], list[str]]:
    kept = []
    for key in keys:
        changed = DEVICES[key](said, bank, rng)
        if changed is not None:
            said, kept = changed, [*kept, key]
    return said, kept


def _break(said: list[Said], rng: random.Random, *, has_breaks: bool) -> list[Said]:
    if not has_breaks:
        return said
    broken, left = said[:1], rng.randint(*PARAGRAPH_SENTENCES)
    for one in said[1:]:
        left -= 1
        is_break = left <= 0 and one.before == SPACE
        broken.append(Said(one.text, one.idea, PARAGRAPH) if is_break else one)
        left = rng.randint(*PARAGRAPH_SENTENCES) if is_break else left
    return broken


def _compose(said: list[Said]) -> tuple[str, list[tuple[str, Span]]]:
    """Return the piece's text and, for each sentence that says an idea, the idea and its characters."""
    text, spans = "", []
    for one in said:
        text += one.before if text else ""
        if one.idea:
            spans.append((one.idea, (len(text), len(text) + len(one.text))))
        text += one.text
    return text, spans

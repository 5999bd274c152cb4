"""A piece's sentences in, the same sentences in a way of writing out: devices by the key of the observation they make.

Each device returns None where the piece is too short for it: the piece doesn't show that way of writing then.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.planted.bank import Bank, load_ways, word_anew

PARAGRAPH, SPACE = "\n\n", " "
FEWEST_SENTENCES = 6
HABIT_SHARE = 0.45
QUOTES, EXAMPLES = (2, 4), (2, 4)
WORDS_A_CHAIN, LINKS_A_CHAIN = 36, 3
_NAMES = frozenset(["I", "I'm", "Sam", "Sam's", "Nico", "Nico's", "Ms.", "Mr.", "Japan", "Christmas", "Red", "Grandpa"])


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence as it stands in a piece: what stands before it, and the idea it says ("" where it says its own)."""

    text: str
    idea: str = ""
    before: str = SPACE


ECHO = "echo: "
"""What is put in comes from short lists, so several students say it though it is none of the planted ideas."""

Device = Callable[[list[Said], Bank, random.Random], list[Said] | None]


def lead(one: Said, words: str) -> Said:
    """Return the sentence led by `words`."""
    return replace(one, text=f"{words} {_lower(one.text)}")


def _lower(text: str) -> str:
    return text if text.split(maxsplit=1)[0] in _NAMES else text[0].lower() + text[1:]


def _lead_some(family: str) -> Device:
    def apply(said: list[Said], _: Bank, rng: random.Random) -> list[Said] | None:
        phrases = load_ways().families[family]
        count = max(1, round(HABIT_SHARE * len(said)))
        chosen = set(rng.sample(range(len(said)), min(count, len(said))))
        return [lead(one, rng.choice(phrases)) if at in chosen else one for at, one in enumerate(said)]

    return apply


def _give_reasons(said: list[Said], _: Bank, rng: random.Random) -> list[Said] | None:
    families = load_ways().families
    chosen = set(rng.sample(range(len(said)), max(1, round(HABIT_SHARE * len(said)))))
    return [_reason(one, families, rng) if at in chosen else one for at, one in enumerate(said)]


def _reason(one: Said, families: dict[str, tuple[str, ...]], rng: random.Random) -> Said:
    if rng.random() < HABIT_SHARE:
        return lead(one, rng.choice(families["reasons_before"]))
    return replace(one, text=f"{one.text[:-1]} {word_anew(rng.choice(families['reasons_after']), rng)}.")


def _put_in(said: list[Said], sentences: list[tuple[str, str]], rng: random.Random) -> list[Said]:
    for sentence, key in sentences:
        said = [*said[: (at := rng.randrange(1, len(said)))], _echo(sentence, key), *said[at:]]
    return said


def _echo(text: str, key: str) -> Said:
    return Said(text, f"{ECHO}{key}")


def _quote(said: list[Said], bank: Bank, rng: random.Random) -> list[Said] | None:
    if len(said) < FEWEST_SENTENCES:
        return None
    frames = load_ways().families["quote_frames"]
    quotes = rng.sample(bank.quotes, rng.randint(*QUOTES))
    return _put_in(said, [(rng.choice(frames).replace("{q}", quote), quote) for quote in quotes], rng)


def _give_examples(said: list[Said], _: Bank, rng: random.Random) -> list[Said] | None:
    if len(said) < FEWEST_SENTENCES:
        return None
    examples = rng.sample(load_ways().families["examples"], rng.randint(*EXAMPLES))
    return _put_in(said, [(word_anew(one, rng), one) for one in examples], rng)


def _ask_first(said: list[Said], bank: Bank, rng: random.Random) -> list[Said] | None:
    question = rng.choice(bank.questions)
    return [_echo(word_anew(question, rng), question), *said]


def _return_to_opening(said: list[Said], bank: Bank, rng: random.Random) -> list[Said] | None:
    if len(said) < FEWEST_SENTENCES:
        return None
    first, last = rng.choice(bank.openings)
    return [_echo(word_anew(first, rng), first), *said, _echo(last, first)]


def _announce_ending(said: list[Said], _: Bank, rng: random.Random) -> list[Said] | None:
    return [*said[:-1], lead(said[-1], rng.choice(load_ways().families["closings"]))]


def _chain(said: list[Said], _: Bank, rng: random.Random) -> list[Said] | None:
    chains = load_ways().families["chains"]
    chained, words, links = said[:1], len(said[0].text.split()), 0
    for one in said[1:]:
        if "?" in (one.text[-1], chained[-1].text[-1]) or (words >= WORDS_A_CHAIN and links >= LINKS_A_CHAIN):
            chained, words, links = [*chained, one], 0, 0
        else:
            stopless = replace(chained[-1], text=chained[-1].text.rstrip("."))
            link = f", {rng.choice(chains)} "
            chained = [*chained[:-1], stopless, replace(one, text=_lower(one.text), before=link)]
            links += 1
        words += len(one.text.split())
    return chained if len(said) >= FEWEST_SENTENCES else None


def _break_nowhere(said: list[Said], _: Bank, __: random.Random) -> list[Said] | None:
    return said if len(said) >= FEWEST_SENTENCES else None


DEVICES: dict[str, Device] = {
    "sequence-words": _lead_some("sequence"),
    "adding-words": _lead_some("adding"),
    "contrast-words": _lead_some("contrast"),
    "same-openings": _lead_some("same_openings"),
    "gives-reasons": _give_reasons,
    "quotes-text": _quote,
    "gives-example": _give_examples,
    "announces-ending": _announce_ending,
    "returns-to-opening": _return_to_opening,
    "opens-with-question": _ask_first,
    "runs-together": _chain,
    "breaks-paragraphs": _break_nowhere,
}
"""In the order they are applied: what stands first or last is put there after what is put in between."""

LEADING = ("sequence-words", "adding-words", "contrast-words", "same-openings")
"""Of these a piece shows one at most: no sentence is led twice."""

LACKS = frozenset({"breaks-paragraphs"})
"""Here the way of writing is to do without: pieces of the others have breaks."""

SHORT_WAYS = ("opens-with-question", "gives-reasons", "announces-ending")

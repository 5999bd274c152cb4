"""A text in, what it claims out: a word for each claim, so that affirming and denying are two different words."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.language.stance import Claim, find_stance


def list_claims(text: str) -> list[str]:
    """Return what `text` claims: stems and sides of opposites with their sign, how much of all, numbers.

    "The bulb is not lit" and "the bulb is off" share most of it, "the bulb is lit" and "the bulb is not lit" little.
    """
    stance = find_stance(text)
    claimed = [word for claim in stance.claims for word in _name_claim(claim)]
    levels = [f"level {level}" for level in sorted(stance.levels)]
    return [*claimed, *levels, *(f"number {number}" for number, *_ in sorted(stance.numbers))]


def _name_claim(claim: Claim) -> Iterator[str]:
    sign = "-" if claim.turned_by else "+"
    if claim.stem:
        yield claim.stem + sign
    yield from (f"pair {axis} side {side}{sign}" for axis, side in sorted(claim.sides))

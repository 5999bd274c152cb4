"""Pieces of a pattern and the section of each piece come in; n of N a section, in plain words, goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

NO_SECTION = "no section"
SMALL = 3
"""Fewer pieces than this are not counted out on what is printed: a single child could be told by it."""

_CLEAR = 0.05
_WORDS = ((0.0, "none"), (0.15, "a few"), (0.29, "about a quarter"), (0.41, "about a third"), (0.59, "about half"))
_MORE_WORDS = ((0.71, "about two thirds"), (0.85, "most"), (0.999, "nearly all"))


@dataclass(frozen=True, slots=True)
class SectionCount:
    """How many pieces of a section show a pattern, of how many that it handed in."""

    section: str
    n: int
    of: int


def count_sections(pieces: Collection[str], sections: Mapping[str, str]) -> tuple[SectionCount, ...]:
    """Return n of N for each section in `sections` (by piece, all pieces of the set), in the order of their names."""
    handed_in = Counter(section or NO_SECTION for section in sections.values())
    shown = Counter((sections.get(piece, "") or NO_SECTION) for piece in pieces)
    ordered = sorted(handed_in, key=lambda section: (section == NO_SECTION, _by_number(section)))
    return tuple(SectionCount(section, shown[section], handed_in[section]) for section in ordered)


def say_section(count: SectionCount, *, is_printed: bool = False) -> str:
    """Return "Period 1: 5 of 14"; on what is printed one or two pieces are not counted out."""
    return f"{count.section}: {say_part(count, is_printed=is_printed)}"


def say_part(count: SectionCount, *, is_printed: bool = False) -> str:
    """Return "5 of 14", or, on what is printed, "1 or 2 of 14" or that the section is too small to say."""
    if is_printed and count.of < SMALL:
        return f"fewer than {SMALL} handed in"
    n = "1 or 2" if is_printed and 0 < count.n < SMALL else str(count.n)
    return f"{n} of {count.of}"


def tell_part(count: SectionCount) -> str:
    """Return the share in plain words: none, a few, about half, most, all; "" of so few that it says nothing."""
    if count.of < SMALL:
        return ""
    share = count.n / count.of
    return next((words for limit, words in (*_WORDS, *_MORE_WORDS) if share <= limit), "all")


def compare_sections(counts: Sequence[SectionCount]) -> str:
    """Return a sentence on whether sections differ by more than the chance of who sits where.

    Fisher's exact test on every two sections (Fisher 1935), .05 shared among the pairs (Bonferroni).
    """
    told = [count for count in counts if count.of >= SMALL and count.section != NO_SECTION]
    pairs = list(combinations(told, 2))
    if not pairs:
        return "too few papers to compare"
    best = min(pairs, key=lambda pair: _test(*pair))
    if _test(*best) > _CLEAR / len(pairs):
        return "no clear difference"
    more, less = sorted(best, key=lambda count: -count.n / count.of)
    return f"clearly more in {more.section} than in {less.section}"


def _test(one: SectionCount, other: SectionCount) -> float:
    """Return the two-sided p of Fisher's exact test: all tables at most as likely as the one that is there."""
    shown, every = one.n + other.n, one.of + other.of
    chances = [
        comb(one.of, n) * comb(other.of, shown - n) for n in range(max(0, shown - other.of), min(one.of, shown) + 1)
    ]
    here = comb(one.of, one.n) * comb(other.of, other.n)
    return sum(chance for chance in chances if chance <= here) / comb(every, shown)


def _by_number(section: str) -> tuple[tuple[int, str], ...]:
    """Period 2 comes before Period 10."""
    return tuple((int(word), "") if word.isdecimal() else (0, word.casefold()) for word in section.split())

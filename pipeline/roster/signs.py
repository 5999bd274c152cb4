"""A file's name and a student come in; how much the one says of the other goes out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from pipeline.records.roster import PieceSign, RosterEntry
from pipeline.roster.people import MARKS, PARTICLES, fold, list_parts

SHORTEST_ID = 4
"""A number of three digits is a page's, a room's or a period's as often as a student's."""

SHORTEST_PART = 3
NEAR_LETTERS = 2
"""Names that differ in so many letters, or fewer, may be meant for one another."""

_SHORTEST_NEAR = 6
_WORD = re.compile(rf"(?:[^\W_]|{MARKS})+")
_HUMP = re.compile(rf"[^\W\d_](?:[^\W\d_A-Z]|{MARKS})*|[0-9]+")


class Weight(IntEnum):
    """How much a sign says, from a name that is only like it to a code that was printed for this student."""

    NOTHING = 0
    PART = 1
    NEAR = 2
    HEADING = 3
    WHOLE = 4
    NUMBER = 5
    LABEL = 6


@dataclass(frozen=True, slots=True)
class SpeltName:
    """A student's name as it is compared: its words, and the ways it is written in one."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    glued: frozenset[str]
    ids: frozenset[str]

    @property
    def whole(self) -> frozenset[str]:
        """All words of the name."""
        return frozenset((*self.given, *self.family))


def spell_name(entry: RosterEntry) -> SpeltName:
    """Return the name's words and the ways to glue them: "leeann", "annlee", with and without second given names.

    An initial is glued to nothing: "Paul A." would be "paula".
    """
    given, family = list_parts(entry.given), list_parts(entry.family)
    first, all_given, last = "".join(given[:1]), "".join(given), "".join(family)
    wholes = (first, all_given) if min(len(first), len(last)) > 1 else ()
    glued = {pair for one in wholes for pair in (one + last, last + one)}
    ids = {fold(one) for one in entry.ids} | {fold(one.partition("@")[0]) for one in entry.ids}
    return SpeltName(given, family, frozenset(glued), frozenset(one for one in ids if len(one) >= SHORTEST_ID))


def weigh_sign(sign: PieceSign, code: str, name: SpeltName) -> Weight:
    """Return the strongest thing that a piece's signs say of the student with this code and name."""
    words = split_stem(sign.stem)
    label = fold(sign.label)
    if label and label in {fold(code), *name.ids}:
        return Weight.LABEL
    if name.ids & words or (label and label in name.glued):
        return Weight.NUMBER
    if is_whole_name(words, name):
        return Weight.WHOLE
    if is_whole_name(frozenset(list_parts(sign.opening)), name):
        return Weight.HEADING
    if any(is_near(word, one) for word in words for one in name.glued):
        return Weight.NEAR
    return Weight.PART if words & _list_single(name) else Weight.NOTHING


def split_stem(stem: str) -> frozenset[str]:
    """Return a file name's words, folded: "LeeAnn_1234" gives leeann, lee, ann and 1234, neighbours glued too."""
    found = _WORD.findall(unicodedata.normalize("NFC", stem))
    words = [fold(word) for word in found]
    humps = [fold(part) for word in found for part in _HUMP.findall(word)]
    pairs = [one + other for one, other in pairwise(words)]
    return frozenset([*words, *humps, *pairs])


def is_whole_name(words: frozenset[str], name: SpeltName) -> bool:
    """Whether given and family name are among the words, each or both in one."""
    if name.glued & words:
        return True
    return bool(name.given and name.family) and name.given[0] in words and words.issuperset(name.family)


def is_near(one: str, other: str) -> bool:
    """Whether two names in one word are so alike that one may be meant for the other."""
    if min(len(one), len(other)) < _SHORTEST_NEAR:
        return one == other
    return int(Levenshtein.distance(one, other, score_cutoff=NEAR_LETTERS)) <= NEAR_LETTERS


def are_rivals(one: SpeltName, other: SpeltName) -> bool:
    """Whether a file with the one name may well be the other student's: nearly the same, or part of the other name."""
    if one.whole <= other.whole or other.whole <= one.whole:
        return True
    return any(
        int(Levenshtein.distance(a, b, score_cutoff=NEAR_LETTERS)) <= NEAR_LETTERS
        for a in one.glued
        for b in other.glued
    )


def _list_single(name: SpeltName) -> frozenset[str]:
    """Return what half a name looks like: one part of it, or a first letter glued to the family's."""
    parts = {part for part in name.whole if len(part) >= SHORTEST_PART and part not in PARTICLES}
    initial, last = "".join(name.given[:1])[:1], "".join(name.family)
    glued = {initial + last, last + initial} if initial and len(last) >= SHORTEST_PART else set()
    return frozenset(parts | glued)

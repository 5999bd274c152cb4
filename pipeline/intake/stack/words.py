"""A cut comes in; the sentences that say what it comes to, for screen and terminal, go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.records.stack import CutPiece, LeafRole, StackCut

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
_WEAK = "Nothing on the pages says surely where a piece ends: look through them, or say how many pages each has."


def describe_cut(cut: StackCut) -> str:
    """Return "62 pages → 31 pieces, 2 pages each. Two look odd."."""
    pieces = cut.pieces
    lengths = Counter(len(piece.pages) for piece in pieces)
    pages = sum(len(piece.pages) for piece in pieces)
    each = (
        f"{min(lengths)} to {max(lengths)} pages each" if len(lengths) > 1 else f"{_count(min(lengths), 'page')} each"
    )
    return f"{_count(pages, 'page')} → {_count(len(pieces), 'piece')}, {each}. {_say_odd(cut)}".strip()


def describe_rest(cut: StackCut) -> str:
    """Return what is counted and not read: "12 blank sides and 3 separator sheets are not read.", or ""."""
    blank, separators = cut.count(LeafRole.BLANK), cut.count(LeafRole.SEPARATOR)
    told = [_count(blank, "blank side")] * bool(blank) + [_count(separators, "separator sheet")] * bool(separators)
    if not told:
        return ""
    return f"{' and '.join(told)} {'is' if blank + separators == 1 else 'are'} not read."


def describe_basis(cut: StackCut) -> str:
    """Return what the cut rests on: "Cut by: first pages look alike.", and that it is weak where it is."""
    return f"Cut by: {cut.basis}." + (f" {_WEAK}" if cut.is_weak else "")


def list_odd(cut: StackCut) -> Iterator[str]:
    """Yield each odd piece: "piece 7, sides 13 to 15: 3 pages where most have 2"."""
    for number, piece in enumerate(cut.pieces, 1):
        if piece.odds:
            yield f"piece {number}, {_name_sides(cut, piece)}: {'; '.join(piece.odds)}"


def _name_sides(cut: StackCut, piece: CutPiece) -> str:
    sides = [cut.leaves[place].side + 1 for place in piece.pages]
    return f"side {sides[0]}" if len(sides) == 1 else f"sides {sides[0]} to {sides[-1]}"


def _say_odd(cut: StackCut) -> str:
    odd = sum(bool(piece.odds) for piece in cut.pieces)
    if not odd:
        return ""
    number = _NUMBERS[odd] if odd < len(_NUMBERS) else str(odd)
    return f"{number} {'looks' if odd == 1 else 'look'} odd."


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

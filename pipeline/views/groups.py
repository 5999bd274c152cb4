"""The patterns of the next step come in; who works with whom goes out, on screen and from there on paper.

Names stand in it where the teacher has them on. It is printed by the browser and is in none of our files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.records.decisions import Pattern
from pipeline.views.components.print import draw_print_button
from pipeline.views.desk import OpenDesk
from pipeline.views.frame import write_html
from pipeline.views.names import are_names_on, list_missing, mark_piece
from pipeline.views.words import count_nouns, escape_html

KEEP_SAFE = "With names on it this list is as personal as a mark book: print only what you need."


def draw_groups(table: OpenDesk, patterns: Sequence[Pattern]) -> None:
    """Draw a group for each pattern, who is in two of them, who in none, and who handed nothing in."""
    groups = [(pattern, [member.piece for member in pattern.members]) for pattern in patterns]
    bodies = [_make_group(table, pattern.name, pieces) for pattern, pieces in groups]
    rest = "".join(_make_rest(table, label, pieces) for label, pieces in _list_rest(table, groups))
    missing = _make_missing(table)
    title = f"<h2>{escape_html(table.collection.name)}: groups</h2>"
    write_html(f'<div class="pw-print">{title}{"".join(bodies)}{rest}{missing}</div>')
    if are_names_on():
        write_html(f'<p class="pw-small">{KEEP_SAFE}</p>')
    draw_print_button("print-groups")


def _make_group(table: OpenDesk, name: str, pieces: Sequence[str]) -> str:
    head = f"<h3>{escape_html(name)} <span class='pw-small'>{count_nouns(len(pieces), 'piece')}</span></h3>"
    return f'<section class="pw-group">{head}<ul>{"".join(_list_pieces(table, pieces))}</ul></section>'


def _list_pieces(table: OpenDesk, pieces: Sequence[str]) -> list[str]:
    codes = table.desk.people.codes
    return [
        f"<li>{mark_piece(table, piece)}</li>" for piece in sorted(pieces, key=lambda piece: codes.get(piece, piece))
    ]


def _list_rest(table: OpenDesk, groups: Sequence[tuple[Pattern, list[str]]]) -> list[tuple[str, list[str]]]:
    counts = Counter(piece for _, pieces in groups for piece in pieces)
    several = [piece for piece, count in counts.items() if count > 1]
    none = [piece.code for piece in table.desk.pieces if piece.code not in counts]
    return [(label, pieces) for label, pieces in (("In more than one group", several), ("In no group", none)) if pieces]


def _make_rest(table: OpenDesk, label: str, pieces: Sequence[str]) -> str:
    return f'<p class="pw-text">{label}: {", ".join(mark_piece(table, piece) for piece in pieces)}</p>'


def _make_missing(table: OpenDesk) -> str:
    missing = ", ".join(list_missing(table.desk.people))
    return f'<p class="pw-text">No piece in the set from: {escape_html(missing)}</p>' if missing else ""

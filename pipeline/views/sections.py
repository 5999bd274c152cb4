"""The class set in hand comes in; its patterns by its sections, side by side, n of N each, go out."""

from __future__ import annotations

import streamlit as st

from pipeline.records.decisions import Pattern, PatternStatus
from pipeline.roster import SectionCount, compare_sections, count_sections, say_part, say_section, tell_part
from pipeline.views.components.keys import listen_to_keys
from pipeline.views.components.print import draw_print_button
from pipeline.views.desk import OpenDesk, tell_desk
from pipeline.views.frame import go_to, say_empty, write_html
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.words import describe_status, escape_html

CARE = (
    "Sections differ by chance too: a difference is called clear only where it would come by chance in fewer than 5 of "
    "100 such classes. On paper one or two pieces are not counted out."
)


def draw_sections() -> None:
    """Draw the table, or what it takes to have one."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("sections")
        return
    draw_head("sections", table.collection, tell_desk(table.desk))
    if not table.desk.people.has_sections:
        say_empty("Nobody has said yet which section each piece is from.")
        if st.button("Roster", type="primary", key="to-roster"):
            go_to("roster")
        return
    _draw_table(table)
    listen_to_keys({})


def list_counts(table: OpenDesk, pattern: Pattern) -> tuple[SectionCount, ...]:
    """Return n of N a section for a pattern; () where the set has no sections to tell apart."""
    people = table.desk.people
    if not people.has_sections:
        return ()
    return count_sections([member.piece for member in pattern.members], people.sections)


def tell_sections(table: OpenDesk, pattern: Pattern) -> str:
    """Return "Period 1: 5 of 14 · Period 2: 1 of 12", "" without sections."""
    return " · ".join(say_section(count) for count in list_counts(table, pattern))


def _draw_table(table: OpenDesk) -> None:
    shown = [pattern for pattern in table.desk.patterns if pattern.status is not PatternStatus.SET_ASIDE]
    shown.sort(key=lambda pattern: pattern.status is not PatternStatus.CONFIRMED)
    if not shown:
        say_empty("There are no patterns yet to compare sections by.")
        return
    heads = "".join(f"<th>{escape_html(count.section)}</th>" for count in list_counts(table, shown[0]))
    rows = "".join(_make_row(table, pattern) for pattern in shown)
    head = f"<thead><tr><th>pattern</th>{heads}<th>together</th><th>compared</th></tr></thead>"
    title = f'<h1>Sections side by side</h1><p class="pw-small">{escape_html(table.collection.name)}</p>'
    body = f'<div class="pw-beside"><table class="pw-table pw-wide">{head}<tbody>{rows}</tbody></table></div>'
    write_html(f'<div class="pw-print">{title}{body}<p class="pw-small">{CARE}</p></div>')
    draw_print_button("print-sections")


def _make_row(table: OpenDesk, pattern: Pattern) -> str:
    counts = list_counts(table, pattern)
    cells = "".join(f"<td>{_make_cell(count)}</td>" for count in counts)
    together = f"{len(pattern.members)} of {len(table.desk.pieces)}"
    name = f'{escape_html(pattern.name)}<br><span class="pw-small">{escape_html(describe_status(pattern))}</span>'
    return f"<tr><td>{name}</td>{cells}<td>{together}</td><td>{escape_html(compare_sections(counts))}</td></tr>"


def _make_cell(count: SectionCount) -> str:
    """Return n of N and what share that is; for paper the smallest numbers are said with care."""
    exact, careful = say_part(count), say_part(count, is_printed=True)
    told = f'{exact}<br><span class="pw-small">{tell_part(count)}</span>'
    if careful == exact:
        return told
    return f'<span class="pw-on-screen">{told}</span><span class="pw-on-paper">{careful}</span>'

"""The confirmed patterns come in; the one next step a teacher chooses goes out, on one page of three bands.

What we saw, what we do, how we will know. The page lists; nothing is chosen beforehand.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from pipeline.errors import InputError
from pipeline.records.decisions import MOVES, Grouping, NextStep, Pattern, PatternStatus
from pipeline.views.components.keys import listen_to_keys, press_on
from pipeline.views.deciding import choose_step
from pipeline.views.desk import OpenDesk, tell_desk
from pipeline.views.evidence import make_strip
from pipeline.views.frame import go_to, guard, say_empty, write_html, write_inline
from pipeline.views.groups import draw_groups
from pipeline.views.head import draw_head, draw_no_set
from pipeline.views.learning import open_learnt_desk
from pipeline.views.undo import draw_undo
from pipeline.views.words import count_members, describe_status, escape_html, escape_label, shorten

NAME_CHARACTERS = 80
CHANGE_KEY = "change-step"


def draw_next_step() -> None:
    """Draw the chosen step, or the page on which to choose one."""
    table = open_learnt_desk()
    if table is None:
        draw_no_set("step")
        return
    draw_head("step", table.collection, tell_desk(table.desk))
    with st.container(key="narrow"):
        with st.container(horizontal=True, vertical_alignment="center", key="card-line"):
            write_inline('<h1 style="white-space:nowrap">One next step</h1>')
            draw_undo(table)
        _draw(table)
    listen_to_keys({"u": press_on("undo")})


def _draw(table: OpenDesk) -> None:
    confirmed = [pattern for pattern in table.desk.patterns if pattern.status is PatternStatus.CONFIRMED]
    step = table.desk.next_step
    if not confirmed and step is None:
        say_empty("A next step rests on what you confirmed. Nothing is confirmed yet.")
        by_hand = table.collection.is_read_by_hand
        if st.button("Sort by hand" if by_hand else "Patterns", type="primary", key="to-patterns"):
            go_to("unsorted" if by_hand else "patterns")
    elif step and not st.session_state.get(CHANGE_KEY):
        _draw_chosen(table, step)
    else:
        _draw_choice(table, confirmed, step)


def _draw_chosen(table: OpenDesk, step: NextStep) -> None:
    by_id = {pattern.id: pattern for pattern in table.desk.patterns}
    with st.container(key="band-saw"):
        write_html('<p class="pw-label">What we saw</p>')
        for pattern_id in step.patterns:
            if pattern_id in by_id:
                write_html(_describe_pattern(table, by_id[pattern_id]))
    with st.container(key="band-do"):
        who = f" · {step.owner}" if step.owner else ""
        when = f" · on {step.do_on}" if step.do_on else ""
        write_html(f'<p class="pw-label">What we do</p><h2>{escape_html(_say_move(step))}</h2>')
        write_html(f'<p class="pw-small">{escape_html(f"{step.grouping.value}{who}{when}")}</p>')
    with st.container(key="band-know"):
        expected = step.expected_evidence or "No evidence named yet."
        check = f"check on {step.check_on}" if step.check_on else "no check date yet"
        write_html('<p class="pw-label">How we will know</p>')
        write_html(f'<p class="pw-text">{escape_html(expected)}</p><p class="pw-small">{escape_html(check)}</p>')
    with st.container(key="band-groups"):
        write_html('<p class="pw-label">Groups for the day</p>')
        draw_groups(table, [by_id[pattern_id] for pattern_id in step.patterns if pattern_id in by_id])
    with st.container(horizontal=True):
        if st.button("Export it", type="primary", key="to-export"):
            go_to("export")
        st.button("Change it", key="change", on_click=_set_change, args=(True,))


def _draw_choice(table: OpenDesk, confirmed: list[Pattern], step: NextStep | None) -> None:
    with st.container(key="band-saw"):
        write_html('<p class="pw-label">What we saw: which of these is the step for?</p>')
        for pattern in confirmed:
            _draw_pattern(table, pattern, is_chosen=bool(step and pattern.id in step.patterns))
    with st.container(key="band-do"):
        write_html('<p class="pw-label">What we do</p>')
        _draw_doing(step)
    with st.container(key="band-know"):
        write_html('<p class="pw-label">How we will know</p>')
        _draw_knowing(step)
    ids = [pattern.id for pattern in confirmed]
    with st.container(horizontal=True):
        st.button("Choose this step", type="primary", key="choose", on_click=guard, args=(_choose, table, ids))
        if step:
            st.button("Leave it as it was", key="leave", on_click=_set_change, args=(False,))


def _draw_pattern(table: OpenDesk, pattern: Pattern, *, is_chosen: bool) -> None:
    words, strip = st.columns([3, 2], vertical_alignment="center")
    with words:
        st.checkbox(escape_label(shorten(pattern.name, NAME_CHARACTERS)), value=is_chosen, key=f"for-{pattern.id}")
        told = f"{describe_status(pattern)} · {count_members(pattern, len(table.desk.pieces))}"
        write_html(f'<p class="pw-small">{escape_html(told)}</p>')
        if pattern.notice:
            write_html(f'<p class="pw-text">I notice: {escape_html(pattern.notice)}</p>')
    with strip:
        write_html(f'<div class="pw-evidence">{make_strip(table, pattern)}</div>')


def _draw_doing(step: NextStep | None) -> None:
    st.pills(
        "Who is it for?",
        [grouping.value for grouping in Grouping],
        default=step.grouping.value if step else None,
        key="grouping",
    )
    st.pills("The move", list(MOVES), default=step.move if step and step.move in MOVES else None, key="move")
    owner, when, _ = st.columns([2, 1, 2])
    owner.text_input("Who does it?", value=step.owner if step else "", key="owner", max_chars=80)
    when.date_input("When?", value=_read_date(step.do_on) if step else None, key="do-on", format="YYYY-MM-DD")


def _draw_knowing(step: NextStep | None) -> None:
    evidence, when, _ = st.columns([2, 1, 2])
    evidence.text_input(
        "What will we see in their work?", value=step.expected_evidence if step else "", key="evidence", max_chars=400
    )
    when.date_input("Check on", value=_read_date(step.check_on) if step else None, key="check-on", format="YYYY-MM-DD")


def _choose(table: OpenDesk, pattern_ids: list[str]) -> None:
    state = st.session_state
    chosen = tuple(pattern_id for pattern_id in pattern_ids if state.get(f"for-{pattern_id}"))
    grouping, move = state.get("grouping"), state.get("move")
    missing = [
        word
        for word, is_there in (("a pattern it is for", chosen), ("who it is for", grouping), ("a move", move))
        if not is_there
    ]
    if missing or grouping is None or move is None:
        raise InputError(f"Still open: {', '.join(missing)}.", "Choose in the bands below; dates may stay open.")
    owner, evidence = str(state.get("owner", "")).strip(), str(state.get("evidence", "")).strip()
    step = NextStep(
        chosen,
        Grouping(grouping),
        move,
        owner,
        _write_date(state.get("do-on")),
        evidence,
        _write_date(state.get("check-on")),
    )
    choose_step(table, step)
    _set_change(False)


def _set_change(is_changing: bool) -> None:  # noqa: FBT001 a widget's callback takes no keywords here
    st.session_state[CHANGE_KEY] = is_changing


def _describe_pattern(table: OpenDesk, pattern: Pattern) -> str:
    told = f"{describe_status(pattern)} · {count_members(pattern, len(table.desk.pieces))}"
    return (
        f'<div class="pw-evidence">{make_strip(table, pattern)}<p class="pw-text">{escape_html(pattern.name)}</p>'
        f'<p class="pw-small">{escape_html(told)}</p></div>'
    )


def _say_move(step: NextStep) -> str:
    return step.move[:1].upper() + step.move[1:]


def _read_date(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _write_date(chosen: date | None) -> str:
    return chosen.isoformat() if chosen else ""

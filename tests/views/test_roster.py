"""The roster on screen: a list is seen before it is kept, names show on request, one question at a time."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.decide import write_left_out
from pipeline.errors import InputError
from pipeline.records.decisions import DecisionKind, Grouping, NextStep
from pipeline.records.reading import WordRole
from pipeline.records.roster import Match, MatchHow
from pipeline.roster import BAR
from pipeline.store.decisions import NewDecision, append_decision
from pipeline.store.matches import append_matches, load_matches
from pipeline.store.pieces import list_stems
from pipeline.store.rosters import find_class, list_classes, load_roster
from pipeline.store.sections import load_said_sections
from pipeline.views.components.scan import Said
from pipeline.views.deciding import choose_step, confirm_pattern, correct_reading
from pipeline.views.desk import OpenDesk
from pipeline.views.names import find_veils
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen

LIST = """Name,Section
"Anders, Ann",Period 1
"Boyle, Carla",Period 1
"Abbott, A",Period 2
"Costa, José",Period 2
"""


def keep_list(drawn: DrawnHome, pasted: str = LIST) -> AppTest:
    """Paste a list and keep it; the drawn files are called a-child to j-child."""
    app = open_page("roster", drawn.collection_id)
    app.text_input(key="class-name").set_value("Science, period 2")
    app.text_area(key="pasted").set_value(pasted)
    app.button(key="see-students").click().run()
    assert "Carla" in read_screen(check(app))
    app.button(key="keep-list").click().run()
    return check(app)


def show_names(app: AppTest) -> AppTest:
    app.button(key="names").click().run()
    return check(app)


def test_a_list_is_seen_before_it_is_kept(drawn: DrawnHome) -> None:
    """Nothing is kept by looking; what the columns hold can be put right."""
    app = open_page("roster", drawn.collection_id)
    app.text_input(key="class-name").set_value("Science")
    app.text_area(key="pasted").set_value("Anders\tAnn\nBoyle\tCarla")
    app.button(key="see-students").click().run()
    assert list_classes(drawn.home) == ()
    app.selectbox(key="column-0").set_value("family name")
    app.selectbox(key="column-1").set_value("given name").run()
    app.button(key="keep-list").click().run()
    check(app)
    (made,) = list_classes(drawn.home)
    assert find_class(drawn.home, drawn.collection_id) == made
    assert {name.full for name in load_roster(drawn.home, made.id).names.values()} == {"Ann Anders", "Carla Boyle"}


@pytest.mark.parametrize(("name", "pasted", "told"), [("", "Ann Lee", "no name"), ("Science", "", "No list was given")])
def test_what_is_missing_is_said(drawn: DrawnHome, name: str, pasted: str, told: str) -> None:
    """A class without a name, or without a list."""
    app = open_page("roster", drawn.collection_id)
    app.text_input(key="class-name").set_value(name)
    app.text_area(key="pasted").set_value(pasted)
    app.button(key="see-students").click().run()
    if pasted:
        app.button(key="keep-list").click().run()
    assert told in read_screen(check(app))
    assert list_classes(drawn.home) == ()


def test_names_are_off_until_they_are_asked_for(drawn: DrawnHome) -> None:
    """Codes alone, then names beside them, then codes alone; a new session begins with codes."""
    app = keep_list(drawn)
    assert "0 of 4 on the list handed in" in read_screen(app)
    assert "Boyle" not in read_screen(app)
    assert "Carla Boyle" in read_screen(show_names(app))
    assert app.button(key="names").label.startswith("Names on")
    assert "Boyle" not in read_screen(show_names(app))
    show_names(app)
    assert "Boyle" not in read_screen(open_page("roster", drawn.collection_id))


def test_one_question_at_a_time_and_each_is_undone(drawn: DrawnHome) -> None:
    """Somebody else, nobody, and undo; without names there is nothing to answer."""
    app = show_names(keep_list(drawn))
    stems = list_stems(drawn.home, drawn.collection_id)
    student = load_roster(drawn.home, list_classes(drawn.home)[0].id).students[1]
    first = next(code for code, stem in stems.items() if stem == "a-child")
    assert "its file is called a-child" in read_screen(app)
    app.selectbox(key=f"somebody-{first}").set_value(student.id).run()
    assert load_matches(drawn.home, drawn.collection_id).current[first].student == student.id
    assert "1 of 4 on the list handed in" in read_screen(check(app))
    app.button(key="nobody").click().run()
    assert len(load_matches(drawn.home, drawn.collection_id).current) == 2
    app.button(key="undo").click().run()
    app.button(key="undo").click().run()
    assert not load_matches(drawn.home, drawn.collection_id).current
    assert "its file is called a-child" in read_screen(check(app))


def test_a_stack_in_order_is_matched_at_once(drawn: DrawnHome) -> None:
    """Ten drawn pieces and twelve students, two of them absent; one undo takes all ten back."""
    letters = "abcdefghijkl"
    app = keep_list(drawn, "\n".join(["Carla", *(f"{letter.upper()}ea Stone{letter}" for letter in letters[1:])]))
    students = load_roster(drawn.home, list_classes(drawn.home)[0].id).students
    app.multiselect(key="absent").set_value([students[0].id, students[3].id]).run()
    app.button(key="in-order").click().run()
    check(app)
    stems = list_stems(drawn.home, drawn.collection_id)
    matches = load_matches(drawn.home, drawn.collection_id).current
    told = {stems[piece]: match.student for piece, match in matches.items()}
    assert (told["a-child"], told["c-child"]) == (students[1].id, students[4].id)
    app.button(key="undo").click().run()
    assert not load_matches(drawn.home, drawn.collection_id).current


def test_a_matched_piece_is_shown_under_its_students_code(drawn: DrawnHome) -> None:
    """On the desk and in the groups of the next step, with the name where names are on; decisions keep their pieces."""
    desk = load_desk(drawn.home, drawn.collection_id)
    pattern = desk.patterns[0]
    confirm_pattern(OpenDesk(drawn.home, desk), pattern)
    step = NextStep((pattern.id,), Grouping.PAIR, "mini-lesson", "", "", "", "")
    choose_step(OpenDesk(drawn.home, desk), step)
    piece = pattern.members[0].piece
    app = show_names(keep_list(drawn))
    student = load_roster(drawn.home, list_classes(drawn.home)[0].id).students[1]
    while f"somebody-{piece}" not in {box.key for box in app.selectbox}:
        app.button(key="nobody").click().run()
    app.selectbox(key=f"somebody-{piece}").set_value(student.id).run()
    step_page = open_page("step", drawn.collection_id)
    assert student.code in read_screen(step_page)
    assert "Boyle" not in read_screen(step_page)
    assert "Carla Boyle" in read_screen(show_names(step_page))
    assert load_desk(drawn.home, drawn.collection_id).patterns[0].members[0].piece == piece


def test_whose_only_piece_was_taken_out_is_missing(drawn: DrawnHome) -> None:
    """Counted as on the desk, by pieces in the set, and told apart from those of whom nothing came."""
    app = keep_list(drawn)
    students = load_roster(drawn.home, list_classes(drawn.home)[0].id).students
    piece = load_desk(drawn.home, drawn.collection_id).pieces[0].code
    append_matches(drawn.home, drawn.collection_id, [Match(piece, students[0].id, MatchHow.HAND)])
    assert "1 of 4 on the list handed in" in read_screen(check(app.run()))
    out = NewDecision(DecisionKind.LEAVE_OUT, value=write_left_out("It can't be read", piece))
    append_decision(drawn.home, drawn.collection_id, out)
    screen = read_screen(open_page("roster", drawn.collection_id))
    assert "0 of 4 on the list handed in" in screen
    assert f"{students[0].code} (taken out)" in screen
    assert "taken out of the set: It can&#x27;t be read" in screen


def test_a_second_set_takes_the_class_that_is_there(drawn: DrawnHome) -> None:
    """The list is not asked for again."""
    keep_list(drawn)
    from pipeline.store.collections import create_collection

    other = create_collection(drawn.home, "Another day", "Why?")
    app = open_page("roster", other.id)
    app.selectbox(key="which-class").set_value(list_classes(drawn.home)[0].id).run()
    app.button(key="join").click().run()
    assert "0 of 4 on the list handed in" in read_screen(check(app))


def test_names_are_forgotten_on_request(drawn: DrawnHome) -> None:
    """Codes stay, and the switch is gone."""
    app = keep_list(drawn)
    app.button(key="forget-names").click().run()
    check(app)
    assert load_roster(drawn.home, list_classes(drawn.home)[0].id).names == {}
    assert "names" not in {button.key for button in app.button}


def test_sections_stand_side_by_side(drawn: DrawnHome) -> None:
    """Said by hand for several pieces at once; then n of N for each section, on the card too."""
    assert "which section" in read_screen(open_page("sections", drawn.collection_id))
    app = open_page("roster", drawn.collection_id)
    pieces = sorted(list_stems(drawn.home, drawn.collection_id))
    for name, some in (("Period 1", pieces[:5]), ("Period 2", pieces[5:])):
        app.multiselect(key="section-pieces").set_value(some)
        app.text_input(key="section-name").set_value(name).run()
        app.button(key="say-section").click().run()
        check(app)
    screen = read_screen(open_page("sections", drawn.collection_id))
    assert "<th>Period 1</th><th>Period 2</th><th>together</th>" in screen
    assert "of 5" in screen
    assert "Period 1: " in read_screen(open_page("patterns", drawn.collection_id))


def test_a_class_is_deleted_with_its_sets(drawn: DrawnHome) -> None:
    """After a question, from the page of class sets."""
    keep_list(drawn)
    class_id = list_classes(drawn.home)[0].id
    app = open_page("sets")
    app.button(key=f"delete-class-{class_id}").click().run()
    app.button(key="keep-class").click().run()
    app.button(key=f"delete-class-{class_id}").click().run()
    app.button(key="delete-class-for-good").click().run()
    assert "No papers yet." in read_screen(check(app))
    assert list_classes(drawn.home) == ()


def test_bars_are_never_kept_as_what_a_student_wrote(drawn: DrawnHome) -> None:
    """A line in which a name is hidden is corrected with the names on."""
    desk = load_desk(drawn.home, drawn.collection_id)
    said = Said(0, 0, None, f"{BAR * 3} said so", WordRole.STUDENT)
    with pytest.raises(InputError):
        correct_reading(OpenDesk(drawn.home, desk), desk.pieces[0].code, said)


def test_names_in_texts_are_blank_on_screen(drawn: DrawnHome) -> None:
    """One drawn answer begins with "Water leaves": in a class with a child of that name, the words are a name."""
    keep_list(drawn, 'Name\n"Leaves, Water"\n"Boyle, Carla"')
    desk = load_desk(drawn.home, drawn.collection_id)
    hidden = {code for code, transcript in desk.transcripts.items() if BAR in transcript.text}
    assert len(hidden) == 1
    table = OpenDesk(drawn.home, desk)
    assert all(find_veils(table, code, 0) for code in hidden)
    assert all("Water leaves" in desk.named[code].text for code in hidden)


def test_sections_said_last_are_taken_back(drawn: DrawnHome) -> None:
    """One press restores what was said before of all these pieces; U on the desk does so too."""
    app = open_page("roster", drawn.collection_id)
    pieces = sorted(list_stems(drawn.home, drawn.collection_id))
    for name, some in (("Period 1", pieces[:5]), ("Period 2", pieces[3:])):
        app.multiselect(key="section-pieces").set_value(some)
        app.text_input(key="section-name").set_value(name).run()
        app.button(key="say-section").click().run()
    assert "section of 7 pieces: Period 2" in read_screen(check(app))
    app.button(key="undo-section").click().run()
    assert "section of 5 pieces: Period 1" in read_screen(check(app))
    assert load_said_sections(drawn.home, drawn.collection_id) == dict.fromkeys(pieces[:5], "Period 1")
    desk = open_page("patterns", drawn.collection_id)
    desk.button(key="undo").click().run()
    check(desk)
    assert load_said_sections(drawn.home, drawn.collection_id) == {}

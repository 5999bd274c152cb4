"""Beside a page: what is circled on it, the words a teacher writes down, and how much is left to sort."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from pipeline.records.patterns import Evidence
from pipeline.store.decisions import list_decisions
from pipeline.views.beside import keep_circle, list_ring_tags, list_rings
from pipeline.views.components.scan import Circled
from pipeline.views.deciding import find_last_decision, keep_caption
from pipeline.views.desk import OpenDesk
from pipeline.walk.desk import load_desk
from tests.views.drawing import DrawnHome, check, open_page, read_screen
from tests.views.unread import SUN, begin, list_codes


def _open(unread: DrawnHome) -> OpenDesk:
    return OpenDesk(unread.home, load_desk(unread.home, unread.collection_id))


def _press_tag(app: AppTest, number: int) -> None:
    next(button for button in app.button if str(button.key).startswith(f"tag-{number}-")).click().run()


def test_a_circle_is_evidence_of_the_pattern_it_was_drawn_for(unread: DrawnHome) -> None:
    """Its piece is in the pattern; it is shown on its page alone, with the pattern's number."""
    first, second, *_ = list_codes(unread)
    own = begin(unread, "long rays", first)
    keep_circle(_open(unread), second, Circled(SUN, own.id, ""))
    table = _open(unread)
    (member,) = [one for one in table.desk.patterns[0].members if one.piece == second]
    assert (member.evidence, member.is_checked) == ((Evidence(second, 0, 0, "", ring=SUN),), True)
    (ring,) = list_rings(table, second, 0)
    assert (ring.sign, ring.title) == ("1", "long rays")
    assert (list_rings(table, second, 1), list_rings(table, first, 0)) == ((), ())


def test_a_pattern_is_begun_with_a_circle(unread: DrawnHome) -> None:
    """A name instead of a number: the circle is the first thing in it."""
    first = list_codes(unread)[0]
    keep_circle(_open(unread), first, Circled(SUN, "", "  a sun  with rays "))
    (own,) = _open(unread).desk.patterns
    assert (own.name, own.members[0].evidence[0].ring) == ("a sun with rays", SUN)
    assert [tag.is_on for tag in list_ring_tags(_open(unread), first)] == [True]


def test_a_circle_is_taken_off_from_the_page_and_undone(unread: DrawnHome) -> None:
    """The piece stays sorted; Undo brings the circle back."""
    first = list_codes(unread)[0]
    keep_circle(_open(unread), first, Circled(SUN, "", "long rays"))
    app = open_page("piece", unread.collection_id)
    app.button(key="uncircle-0").click().run()
    check(app)
    assert [member.evidence for member in _open(unread).desk.patterns[0].members] == [()]
    app.button(key="undo").click().run()
    check(app)
    assert len(list_rings(_open(unread), first, 0)) == 1


def test_words_are_written_down_shown_and_undone(unread: DrawnHome) -> None:
    """They stand in the box beside the page; writing the same again is no decision."""
    first = list_codes(unread)[0]
    app = open_page("piece", unread.collection_id)
    box = app.text_area[0]
    assert box.label == "What the child said about it"
    box.set_value("  the sun is <b>hot</b> ").run()
    check(app)
    assert _open(unread).desk.captions == {first: "the sun is <b>hot</b>"}
    keep_caption(_open(unread), first, "the sun is <b>hot</b>")
    assert len(list_decisions(unread.home, unread.collection_id)) == 1
    app.button(key="undo").click().run()
    assert check(app).text_area[0].value == ""
    assert find_last_decision(_open(unread).desk) is None


def test_the_page_says_where_i_am_and_what_is_left(unread: DrawnHome) -> None:
    """Two of four, and how many nobody has sorted; Enter's button skips those that are."""
    codes = list_codes(unread)
    begin(unread, "long rays", codes[0], codes[1])
    app = open_page("piece", unread.collection_id)
    assert ">1 of 4</span> · 2 not sorted yet" in read_screen(app)
    app.button(key="next-unsorted").click().run()
    assert f">{codes[2]}</h1>" in read_screen(check(app))
    assert ">3 of 4</span>" in read_screen(app)


def test_a_page_without_words_is_shown_by_itself(unread: DrawnHome) -> None:
    """No line stands beside it, nothing is said about reading, and its patterns are pressed by number."""
    codes = list_codes(unread)
    begin(unread, "long rays", codes[0])
    app = open_page("piece", unread.collection_id)
    assert "as the computer read it" not in read_screen(app)
    app.button(key="next-piece").click().run()
    _press_tag(app, 1)
    check(app)
    assert [member.piece for member in _open(unread).desk.patterns[0].members] == codes[:2]

"""What class platforms write into names: whose it is, whether it was late, and which draft is the newest."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake.files import FoundFile
from pipeline.intake.handed import find_handed, group_handed
from pipeline.intake.joins import Group
from pipeline.records.work import Handed


def find_files(*names: str) -> list[FoundFile]:
    """Return files of these names, as if found in a folder."""
    return [FoundFile(Path("/set") / name, name, ("/set", *Path(name).parts[:-1])) for name in names]


def group(*names: str) -> dict[str, Group]:
    """Return what is one student's, by the stem of the group."""
    return {one.stem: one for one in group_handed(find_files(*names))}


def list_names(files: tuple[FoundFile, ...]) -> list[str]:
    """Return the names of files."""
    return [file.shown_name for file in files]


@pytest.mark.parametrize(
    ("name", "handed"),
    [
        ("leeann_1234_56789_Essay", Handed("1234", "leeann")),
        ("leeann_LATE_1234_56789_My Essay-2", Handed("1234", "leeann", is_late=True, draft=2)),
        ("garcíalópezjosé_77_88_a_b_c", Handed("77", "garcíalópezjosé")),
        ("leeann_LATE_1234_text", Handed("1234", "leeann", is_late=True)),
        ("leeann_1234_link", Handed("1234", "leeann")),
        ("anon_x1Y2z_56789_Essay", Handed("anon_x1Y2z", "")),
        ("LATE_anon_x1Y2z_56789_Essay", Handed("anon_x1Y2z", "", is_late=True)),
        ("Ann Lee_1234_assignsubmission_file_", Handed("1234", "Ann Lee")),
        ("Ann Lee_1234_assignsubmission_file_Essay", Handed("1234", "Ann Lee")),
        ("Ann Lee_1234_assignsubmission_onlinetext_", Handed("1234", "Ann Lee")),
        ("scan_2025_1101_page", None),
        ("img_20251101_101112_x", None),
        ("Anna_1_2_Essay", None),
        ("anna_2", None),
        ("2025_11_01_12", None),
    ],
)
def test_a_platforms_name_is_heard(name: str, handed: Handed | None) -> None:
    """Canvas and Moodle, and no camera or scanner."""
    assert find_handed(name) == handed


def test_the_newest_draft_is_the_piece() -> None:
    """Older ones are kept beside it; another student's draft of the same name is another's."""
    found = group("leeann_1_20_Essay.docx", "leeann_1_31_Essay-1.docx", "raybo_2_22_Essay-1.docx")
    ann, bo = found["leeann_1_31_Essay-1"], found["raybo_2_22_Essay-1"]
    assert list_names(ann.files) == ["leeann_1_31_Essay-1.docx"]
    assert list_names(ann.older) == ["leeann_1_20_Essay.docx"]
    assert ann.handed == Handed("1", "leeann", draft=1)
    assert (list_names(bo.files), bo.older) == (["raybo_2_22_Essay-1.docx"], ())


def test_pictures_are_pages_in_the_order_they_came() -> None:
    """A phone calls every photo image.jpg, and Canvas numbers them; a scanner's PDFs are pages too."""
    found = group("leeann_1_32_image-1.jpg", "leeann_1_31_image.jpg", "raybo_2_40_scan-1.pdf", "raybo_2_41_scan-2.pdf")
    assert list_names(found["leeann_1_31_image"].files) == ["leeann_1_31_image.jpg", "leeann_1_32_image-1.jpg"]
    assert list_names(found["raybo_2_40_scan-1"].files) == ["raybo_2_40_scan-1.pdf", "raybo_2_41_scan-2.pdf"]
    assert not any(one.older for one in found.values())


def test_late_is_late_for_the_whole_hand_in() -> None:
    """Where any file of it was."""
    other = "raybo_2_40_essay.docx"
    found = group("leeann_LATE_1_31_plan.docx", "leeann_LATE_1_32_essay.docx", other)["leeann_LATE_1_31_plan"]
    assert found.handed == Handed("1", "leeann", is_late=True)
    assert len(found.files) == 2


def test_one_folder_of_moodle_is_one_student() -> None:
    """What was typed in and what was uploaded, in two folders, are one hand-in; the piece is called as the folder."""
    names = ("Ann Lee_9_assignsubmission_file_/a.docx", "Ann Lee_9_assignsubmission_onlinetext_/onlinetext.html")
    found = group(*names, "Ben Ray_8_assignsubmission_file_/a.docx")
    assert list_names(found["Ann Lee_9_assignsubmission_file"].files) == list(names)
    assert found["Ben Ray_8_assignsubmission_file"].handed == Handed("8", "Ben Ray")


def test_a_zip_handed_in_is_its_students() -> None:
    """Canvas names the zip; what is inside has names of the student's own."""
    (found,) = group("leeann_1_31_work/page 1.jpg", "leeann_1_31_work/page 2.jpg").values()
    assert len(found.files) == 2
    assert found.handed == Handed("1", "leeann")


@pytest.mark.parametrize(
    "names",
    [
        ["anna_3_11_story.docx", "ben_4_12_story.docx", "ben.docx", "cleo.docx"],
        ["digging_2025_11_anna.docx", "digging_2025_12_ben.docx"],
        ["digging_2025_11_anna.docx", "farming_2025_12_ben.docx"],
        ["digging_2024_11_anna.docx", "farming_2025_11_ben.docx"],
        ["digging_2024_11_anna.docx", "digging_2025_12_ben.docx"],
    ],
    ids=["few", "one user", "two names, one number", "two files, one number", "one name, two numbers"],
)
def test_a_teachers_own_numbering_is_not_canvass(names: list[str]) -> None:
    """Different children's work is never joined by it."""
    assert group(*names) == {}


def test_one_file_can_be_one_piece() -> None:
    """The teacher takes everything apart: each file keeps what its name says."""
    names = ("leeann_1_20_Essay.docx", "leeann_1_31_Essay-1.docx", "raybo_2_40_Essay.docx")
    apart = group_handed(find_files(*names), one_file_one_piece=True)
    assert [(one.stem, one.handed and one.handed.draft) for one in apart] == [
        ("leeann_1_20_Essay", 0),
        ("leeann_1_31_Essay-1", 1),
        ("raybo_2_40_Essay", 0),
    ]

"""Which files may hold a class, and what a cut makes of the plan."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from pipeline.intake import plan_pieces
from pipeline.intake.stack import cut_plan, find_stacks
from pipeline.intake.stack.every import cut_every
from pipeline.records.stack import Leaf, LeafRole, Stack, StackCut
from pipeline.records.work import Region
from pipeline.settings import IntakeSettings
from tests.intake.makers import make_pdf, save_picture


def find_one(folder: Path, settings: IntakeSettings) -> Stack:
    """Return the only stack in a folder."""
    (stack,) = find_stacks(plan_pieces([folder], settings))
    return stack


def test_one_file_far_longer_than_the_others_is_long(tmp_path: Path, settings: IntakeSettings) -> None:
    """A class set of long pieces holds none."""
    make_pdf(tmp_path / "copier.pdf", [""] * 12)
    assert find_one(tmp_path, settings).is_long
    for name in ("anna", "ben", "cleo"):
        make_pdf(tmp_path / f"{name}.pdf", [""] * 11)
    assert not any(stack.is_long for stack in find_stacks(plan_pieces([tmp_path], settings)))


def test_a_stack_is_known_by_its_content(tmp_path: Path, settings: IntakeSettings) -> None:
    """Wherever it lies and whatever it is called."""
    (tmp_path / "a").mkdir()
    make_pdf(tmp_path / "a" / "copier.pdf", [""] * 12)
    first = find_one(tmp_path / "a", settings)
    (tmp_path / "a" / "copier.pdf").rename(tmp_path / "scan.pdf")
    assert find_one(tmp_path, settings).sha256 == first.sha256


def test_a_cut_makes_pieces_named_for_their_sides(tmp_path: Path, settings: IntakeSettings) -> None:
    """In the stack's place, blank sides counted and left out, the code kept; a cut of another stack does nothing."""
    make_pdf(tmp_path / "b.pdf", [""] * 5)
    (tmp_path / "a.txt").write_text("typed")
    (tmp_path / "c.txt").write_text("typed too")
    plan = plan_pieces([tmp_path], settings)
    (stack,) = find_stacks(plan)
    roles = (LeafRole.SEPARATOR, LeafRole.PAGE, LeafRole.PAGE, LeafRole.BLANK, LeafRole.PAGE)
    leaves = tuple(Leaf(side, role, label="S01" if side == 0 else "") for side, role in enumerate(roles))
    cut = cut_plan(plan, {stack.sha256: StackCut(leaves, {0: "", 4: ""}, {}, "")})
    assert [piece.stem for piece in cut.pieces] == ["a", "b p02-03", "b p05", "c"]
    assert [piece.label for piece in cut.pieces] == ["", "S01", "", ""]
    assert [page.index for page in cut.pieces[1].pages] == [1, 2]
    assert (cut.sides_left_out, cut.files_seen) == (2, 3)
    assert cut_plan(plan, {"another": cut_every(leaves, 1)}) == plan


def test_slips_of_one_side_are_pieces_with_regions(tmp_path: Path, settings: IntakeSettings) -> None:
    """They are named by letters."""
    make_pdf(tmp_path / "t.pdf", [""] * 4)
    stack = find_one(tmp_path, settings)
    upper, lower = Region(0, 0, 1, 0.5), Region(0, 0.5, 1, 1)
    leaves = tuple(Leaf(side, region=region) for side in range(4) for region in (upper, lower))
    cut = cut_plan(plan_pieces([tmp_path], settings), {stack.sha256: cut_every(leaves, 1)})
    assert [piece.stem for piece in cut.pieces][:3] == ["t p01a", "t p01b", "t p02a"]
    assert [piece.pages[0].region for piece in cut.pieces][:2] == [upper, lower]


def test_a_run_of_photos_can_be_cut(tmp_path: Path, settings: IntakeSettings) -> None:
    """A piece of two photos is named for both."""
    for number in range(4):
        save_picture(tmp_path / f"IMG_{number}.png", Image.new("L", (30 + number, 40)))
    stack = find_one(tmp_path, settings)
    cut = cut_plan(plan_pieces([tmp_path], settings), {stack.sha256: cut_every([Leaf(side) for side in range(4)], 2)})
    assert [piece.stem for piece in cut.pieces] == ["IMG_0 to IMG_1", "IMG_2 to IMG_3"]
    assert cut.joined_count == 2

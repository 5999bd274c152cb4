"""A class platform's download in a real browser: from the zip to groups with names, and a newer draft on Monday."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from pipeline.store.collections import list_collections
from pipeline.store.home import open_home
from pipeline.store.matches import load_matches
from pipeline.walk.desk import load_desk
from tests.browser.screen import settle

pytestmark = pytest.mark.browser

LEAVES = "The water goes out of the leaves into the air, so the plant hangs down."
ROOTS = "The roots find no water in the dry soil, so the stem gets soft and bends."
SUNDAY = {
    "andersann_7001_101_Essay.txt": "I do not know.",
    "andersann_7001_109_Essay-1.txt": f"I looked again. {LEAVES}",
    "boylecarla_LATE_7002_102_plants.txt": f"{LEAVES} Then it wilts.",
    "costajose_7003_103_Why plants wilt.txt": f"I think so: {LEAVES}",
    "dietzmia_7004_104_essay.txt": f"{LEAVES} It is thirsty.",
    "evansben_7005_105_essay.txt": f"{ROOTS} It is sad.",
    "fofanaada_LATE_7006_106_essay.txt": f"We saw it. {ROOTS}",
    "greenleo_7007_107_homework.txt": f"{ROOTS} Water it.",
    "hongbo_7008_108_essay.txt": f"{ROOTS} That is why.",
}
MONDAY = {"evansben_7005_120_essay-1.txt": f"{ROOTS} {LEAVES}"}
LIST = "Anders, Ann\nBoyle, Carla\nCosta, José\nDietz, Mia\nEvans, Ben\nFofana, Ada\nGreen, Leo\nHong, Bo"
READING_LIMIT_MS = 60_000


def _zip(files: Mapping[str, str]) -> FilePayload:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return {"name": "submissions.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}


def _start(page: Page, files: Mapping[str, str]) -> None:
    page.locator("input[type=file]").set_input_files([_zip(files)])
    page.get_by_role("button", name="See the pieces").first.click()
    expect(page.get_by_role("button", name="Start reading")).to_be_visible()
    settle(page)


def _press(page: Page, key: str) -> None:
    page.locator("h1, h2").first.click()
    page.keyboard.press(key)
    settle(page)


def _paste_list(page: Page) -> None:
    page.get_by_role("link", name="Roster").click()
    page.get_by_label("What do you call this class?").fill("Science, period 2")
    page.get_by_label("Paste the list").fill(f"{LIST}\nIvanov, Ida")
    page.get_by_role("button", name="See the students").click()
    page.get_by_role("button", name="Keep these 9 students").click()
    expect(page.get_by_text("8 of 9 on the list handed in")).to_be_visible()
    settle(page)


def _choose_step(page: Page) -> None:
    page.get_by_role("link", name="Next step").click()
    page.get_by_role("checkbox").first.check(force=True)
    page.get_by_role("radio", name="small or strategy group").or_(
        page.get_by_role("button", name="small or strategy group")
    ).click()
    page.get_by_role("radio", name="mini-lesson").or_(page.get_by_role("button", name="mini-lesson")).click()
    page.get_by_role("button", name="Choose this step").click()
    settle(page)


def test_from_a_download_to_groups_with_names(page: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Whose a piece is, the zip says, so nobody is asked for; on Monday a newer draft takes the older one's place."""
    home_path = tmp_path / "home"
    home_path.mkdir()
    (home_path / "patternwork.toml").write_text('[finding]\nembedder = "hashed"\nresamples = 20\n')
    base = serve(home_path)
    page.goto(f"{base}/add")
    page.get_by_label("Its name").fill("Why plants wilt")
    _start(page, SUNDAY)
    for told in ("9 files → 8 pieces", "Handed in late", "older drafts, kept unread"):
        expect(page.get_by_text(told)).to_be_visible()
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_text("Patterns to look at")).to_be_visible(timeout=READING_LIMIT_MS)
    settle(page)
    _press(page, "Enter")
    expect(page.locator(".st-key-undo-line")).to_contain_text("confirmed")

    _paste_list(page)
    assert "Carla" not in page.locator("body").inner_text()
    collection = list_collections(open_home(home_path))[0].id
    assert len(load_matches(open_home(home_path), collection).current) == 8
    _press(page, "n")
    expect(page.locator("body")).to_contain_text("Carla Boyle")
    expect(page.get_by_text("Ida Ivanov").first).to_be_visible()

    _choose_step(page)
    groups = page.locator(".pw-print")
    expect(groups).to_contain_text("Ada Fofana")
    expect(groups).to_contain_text("José Costa")

    page.goto(f"{base}/add?set={collection}")
    settle(page)
    page.get_by_role("combobox").first.click()
    page.get_by_role("option", name="Why plants wilt").click()
    settle(page)
    _start(page, MONDAY)
    page.get_by_role("button", name="Start reading").click()
    expect(page.get_by_text("1 newer draft took the place of an older one.")).to_be_visible(timeout=READING_LIMIT_MS)
    desk = load_desk(open_home(home_path), collection)
    assert (len(desk.pieces), [left.reason for left in desk.left_out]) == (8, ["newer draft"])
    assert not desk.people.missing[1:]

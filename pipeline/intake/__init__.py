"""Files and folders come in; the plan of which file becomes which piece, and opened, upright pages, go out.

Originals are only ever read.
"""

from pipeline.intake.archives import has_archives, is_archive
from pipeline.intake.errors import PageRefused
from pipeline.intake.handed import find_handed, find_title
from pipeline.intake.pages import open_page
from pipeline.intake.plan import plan_pieces

__all__ = ["PageRefused", "find_handed", "find_title", "has_archives", "is_archive", "open_page", "plan_pieces"]

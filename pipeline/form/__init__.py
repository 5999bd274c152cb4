"""A class set's readings come in; the same with a form's print marked as such, and what the form says, go out.

A worksheet's printed words must not become every child's words: they are the task's.
"""

from pipeline.form.headers import propose_name_box
from pipeline.form.part import PartedSet, part_form

__all__ = ["PartedSet", "part_form", "propose_name_box"]

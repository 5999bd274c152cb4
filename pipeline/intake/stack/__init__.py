"""A stack's sides come in; a cut into pieces, proposed before anything is read, goes out.

What looks at sides (`look_through`, `look_at_side`, `propose_cut`) is imported where it is used: it brings the image
library, which no page of the app needs to start.
"""

from pipeline.intake.stack.stacks import cut_plan, find_stacks

__all__ = ["cut_plan", "find_stacks"]

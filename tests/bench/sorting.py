"""A class set, what a person decided of each piece and a tool in, the actions a teacher needs with it out.

The teacher looks at the first group's undecided members, confirms the label most of them carry (1 action) and corrects
each exception (1 action each). Then the tool is asked again, until every piece is decided. All that the tool knows of
labels it learns from these decisions. What is saved is saved over one group that holds everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tests.bench.tables import JudgedSet

Groups = list[tuple[list[int], str | None]]
Tool = Callable[[list[str], dict[int, str], dict[str, str]], Groups]


def count_actions(gold: Sequence[str]) -> int:
    """Return the actions for one group: confirm the commonest label, correct the rest."""
    return 1 + len(gold) - Counter(gold).most_common(1)[0][1]


def decide_by_tool(judged: JudgedSet, tool: Tool, *, is_with_reference: bool) -> Iterator[dict[int, str]]:
    """Yield what is decided after each group looked at; raises ValueError where the tool stops proposing."""
    context = {"question": judged.question} | ({"reference": judged.reference} if is_with_reference else {})
    decided: dict[int, str] = {}
    while len(decided) < len(judged.texts):
        offered = tool(list(judged.texts), dict(decided), dict(context))
        groups = ([piece for piece in members if piece not in decided] for members, _ in offered)
        group = next((one for one in groups if one), None)
        if group is None:
            raise ValueError(f"nothing is offered with {len(judged.texts) - len(decided)} pieces left")
        decided |= {piece: judged.labels[piece] for piece in group}
        yield dict(decided)


def measure_saved(judged: JudgedSet, tool: Tool, *, is_with_reference: bool = False) -> float:
    """Return the share of the actions for one single group that the tool saves."""
    actions, before = 0, frozenset[int]()
    for decided in decide_by_tool(judged, tool, is_with_reference=is_with_reference):
        actions += count_actions([judged.labels[piece] for piece in decided.keys() - before])
        before = frozenset(decided)
    return 1 - actions / count_actions(judged.labels)


def measure_saved_by_cut(judged: JudgedSet, cut: NDArray[np.intp]) -> float:
    """Return the same for piles `cut` (n,) that don't learn; pieces without one (-1) are looked at as one pile more."""
    labels = np.array(judged.labels)
    actions = sum(count_actions(labels[cut == pile].tolist()) for pile in np.unique(cut))
    return 1 - actions / count_actions(judged.labels)

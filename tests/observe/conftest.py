"""Texts in, looks out: what every test of an observation starts from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.observe.look import Look, look_at

Looker = Callable[..., Look]


@pytest.fixture
def look() -> Looker:
    return lambda text, task="": look_at("K07", text, task)
